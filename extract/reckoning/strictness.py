"""Which of two values of the same rule is stricter, by an order that is written down for each kind and measure.

The order stands in `lexicon/orders.csv` with its ground; where it holds none for a kind and measure, two values are
`different` and no more is said. Values of grants are more or less generous, never stricter. What cannot be converted
exactly (a month and thirty days, working days and days) is `inexact`, with the reason.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import inf
from typing import Literal, cast

from extract.reckoning.values import HOURS, MONTHS, PERCENT, TIME_UNITS, WORKDAYS, Span, Value, parse
from extract.records import Requirement
from extract.vocabulary import narrower
from ingest import patterns as re

Order = Literal["equal", "stricter", "looser", "more_generous", "less_generous", "different", "inexact"]
More = Literal["stricter", "looser", "more_generous"]
"""What a greater value means."""

_OPPOSITE: dict[Order, Order] = {
    "stricter": "looser", "looser": "stricter", "more_generous": "less_generous", "less_generous": "more_generous",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a value stands to the one that it is measured against, and why, in Chinese."""

    order: Order
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of the order: what a greater value of this kind means for this measure (`*`: any), and its ground."""

    kind: str
    measure: str
    more: More
    ground: str


@cache
def rules() -> tuple[Rule, ...]:
    """The lines of `lexicon/orders.csv`, in file order; the first that fits decides."""
    table = files("extract").joinpath("lexicon", "orders.csv").read_text("utf-8").splitlines()
    return tuple(
        Rule(row["kind"], row["measure"], cast(More, row["more"]), row["ground"]) for row in csv.DictReader(table)
    )


def compare(one: Requirement, other: Requirement) -> Verdict:
    """How the value of `one` stands to that of `other`; both are of one kind and measure."""
    by_force = _by_force(one, other)
    if one.value == other.value:
        return by_force or Verdict("equal", "数值相同")
    by_value = _by_value(one, other)
    if by_force is None or by_value.order in ("inexact", "different", "more_generous", "less_generous"):
        return by_value
    if by_value.order in ("equal", by_force.order):
        return Verdict(by_force.order, "；".join(dict.fromkeys((by_value.reason, by_force.reason))))
    return Verdict("different", f"{by_value.reason}，但{by_force.reason}")


_FORCE = {"must": 3, "should": 2, "may": 1}
_FORCE_SAID = {"must": "必须", "should": "应尽量", "may": "可以", "must_not": "禁止"}


def _by_force(one: Requirement, other: Requirement) -> Verdict | None:
    """必须 binds more than 应尽量, that more than 可以; a ban compares with none of them. `None`: the same force."""
    if one.modality == other.modality:
        return None
    said = f"效力用语为{_FORCE_SAID[one.modality]}，对方为{_FORCE_SAID[other.modality]}"
    if "must_not" in (one.modality, other.modality) or _granted(one):
        return Verdict("different", said)
    return Verdict("stricter" if _FORCE[one.modality] > _FORCE[other.modality] else "looser", said)


_GIVES = re.compile(r"^(?:给予|发给|发放|兑付|拨付)")
_GIFT = re.compile(r"补贴|补助|奖励|奖补|资助|贴息|资金支持")


def _granted(requirement: Requirement) -> bool:
    """Whether something is given, by its code or by the verb: then a cap is none of a burden."""
    uncoded = requirement.action_code is None and _GIVES.search(requirement.action or "")
    return bool(uncoded) or requirement.action_code in narrower("grant")


def _measure(requirement: Requirement) -> str | None:
    """The code of the measure; a grant, too, whose name stands behind the sum: 给予不超过5000元的补贴."""
    if requirement.action_code or not _GIVES.search(requirement.action or ""):
        return requirement.action_code
    return "grant" if _GIFT.search(requirement.evidence.quote) else None


def _by_value(one: Requirement, other: Requirement) -> Verdict:
    first, second = parse(one.kind, one.value), parse(other.kind, other.value)
    if first.aspect != second.aspect:
        return Verdict("inexact", "两处写法不同，不能换算")
    if one.kind == "schedule":
        return _by_days(first, second)
    if first.parts or second.parts:
        return _by_phases(one, other, first, second)
    if first.span and second.span:
        return _by_spans(one, other, first.span, second.span)
    if first.aspect == "date" and one.kind == "deadline":
        return _by_date(first.last_day, second.last_day)
    return Verdict("different", "数值不同，宽严无法确定")


def _by_date(one: str | None, other: str | None) -> Verdict:
    """The earlier of two whole dates is the stricter deadline."""
    if not one or not other or "-" in (one[0], other[0]):
        return Verdict("inexact", "日期的年份不明")
    if one == other:
        return Verdict("different", "同一天，钟点或写法不同")
    return Verdict("stricter", "截止日期更早") if one < other else Verdict("looser", "截止日期更晚")


def _by_days(one: Value, other: Value) -> Verdict:
    """A schedule that holds all days of the other and more is stricter; two that each hold days of their own differ."""
    days, theirs = set(one.parts), set(other.parts)
    if not days or not theirs or {day.unit for day in days} != {day.unit for day in theirs}:
        return Verdict("inexact", "时点的单位不同，不能换算")
    if days == theirs:
        return Verdict("equal", "时点相同")
    if days > theirs:
        return Verdict("stricter", f"包含对方的全部时点，多{len(days - theirs)}个")
    if days < theirs:
        return Verdict("looser", f"对方包含全部时点，多{len(theirs - days)}个")
    return Verdict("different", "时点各不相同，宽严无法确定")


def _by_phases(one: Requirement, other: Requirement, first: Value, second: Value) -> Verdict:
    """Chains: stricter where the total is and no phase is shorter; a total against a shorter phase decides nothing."""
    if first.span is None or second.span is None:
        return Verdict("inexact", "各段单位不同，不能合计")
    total = _by_spans(one, other, first.span, second.span)
    pairs = zip(_phases(first), _phases(second), strict=False)
    said = [(number, _greater(*pair)) for number, pair in enumerate(pairs, start=1) if pair[0].unit == pair[1].unit]
    longer, shorter = _numbered(said, 1), _numbered(said, -1)
    more = _greater(first.span, second.span) if first.span.unit == second.span.unit else None
    detail = "，".join(
        [
            f"合计：{total.reason}",
            *(["更长的：" + longer] if longer else []),
            *(["更短的：" + shorter] if shorter else []),
        ]
    )
    if (more == 1 and shorter) or (more == -1 and longer) or (more == 0 and (longer or shorter)):
        return Verdict("different", f"{detail}，宽严无法确定")
    return Verdict("different" if more == 0 else total.order, detail)


def _phases(value: Value) -> tuple[Span, ...]:
    return value.parts or ((value.span,) if value.span else ())


def _numbered(said: list[tuple[int, int | None]], sign: int) -> str:
    return "、".join(f"第{number}段" for number, greater in said if greater == sign)


def _by_spans(one: Requirement, other: Requirement, first: Span, second: Span) -> Verdict:
    if first.unit != second.unit:
        return Verdict("inexact", _unlike(first.unit, second.unit))
    greater = _greater(first, second)
    if greater == 0:
        return Verdict("equal", "换算后相同")
    rule = _rule(one, other, first, second)
    if greater is None or rule is None:
        return Verdict("different", "数值不同，宽严无法确定")
    order: Order = rule.more if greater > 0 else _OPPOSITE[rule.more]
    return Verdict(order, rule.ground)


_UNIT_SAID = {HOURS: "天（小时）", MONTHS: "月", WORKDAYS: "工作日"}


def _unlike(one: str, other: str) -> str:
    said = " 与 ".join(_UNIT_SAID.get(unit, unit or "无单位") for unit in (one, other))
    lengths = one in TIME_UNITS and other in TIME_UNITS
    return f"单位不同（{said}），不能精确换算" if lengths else f"单位不同（{said}），不能比较"


def _greater(one: Span, other: Span) -> int | None:
    """1 where all that `one` allows is at least what `other` allows, -1 the other way round; `None`: neither."""
    first, second = _ends(one), _ends(other)
    if first == second:
        return 0
    if all(a >= b for a, b in zip(first, second, strict=True)):
        return 1
    return -1 if all(a <= b for a, b in zip(first, second, strict=True)) else None


def _ends(span: Span) -> tuple[tuple[float, int], tuple[float, int]]:
    """Lower and upper end; an open lower end lies above the number itself, an open upper end below it."""
    low = -inf if span.low is None else span.low
    high = inf if span.high is None else span.high
    return (low, int(span.low_open)), (high, -int(span.high_open))


def _rule(one: Requirement, other: Requirement, first: Span, second: Span) -> Rule | None:
    """The line of the order for these two; none where one of them only permits what the line takes for a burden."""
    measure = _measure(one) if _measure(one) == _measure(other) else None
    for kind in _kinds(one, other, first, second):
        found = next((rule for rule in rules() if rule.kind == kind and _fits(rule, measure)), None)
        if found:
            permitted = "may" in (one.modality, other.modality) and found.more != "more_generous"
            return None if permitted and kind in ("frequency", "count") else found
    return None


def _fits(rule: Rule, measure: str | None) -> bool:
    return rule.measure == "*" or (measure is not None and measure in narrower(rule.measure))


def _kinds(one: Requirement, other: Requirement, first: Span, second: Span) -> tuple[str, ...]:
    """The kinds of the order that fit, the more exact first."""
    kind = one.kind
    if kind == "deadline":
        return ("lead",) if parse(kind, one.value).aspect == "lead" else ("deadline",)
    if kind == "window":
        back = [_looks_back(requirement) for requirement in (one, other)]
        return ("lookback",) if all(back) else () if any(back) else ("window",)
    if _granted(one) or _granted(other):
        return (kind,) if kind != "threshold" or _is_given(first.unit) else ()
    own = (kind,) if kind in ("threshold", "duration") else ()
    if first.low is None and second.low is None:
        return (*own, "cap")
    return (*own, "floor") if first.high is None and second.high is None else (kind,)


def _is_given(unit: str) -> bool:
    """Whether a number of this unit is what a grant gives (money, a share), no condition for getting it (亩, 人)."""
    return unit.startswith(("元", PERCENT))


def _looks_back(requirement: Requirement) -> bool:
    """Whether the window says whom the rule governs (14日内有旅居史的人员), not how long a proof counts."""
    return bool(requirement.value_text) and (requirement.value_text or "") in (requirement.subject or "")
