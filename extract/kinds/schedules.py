"""检测日、时点：开始之后的第几天、第几周做某事（第1、7、14天；第2周和第4周；期满当天）。"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from extract.kinds.forms import every
from extract.mentions import Mention
from extract.numbers import NUMBER, number, plain
from ingest import patterns as re

_UNIT: Final = r"(?P<unit>天|日(?!报|常|内|前)|周(?!岁|年|期)|个?月)"
_YEARS: Final = re.compile(
    rf"(?P<list>第{NUMBER}年(?:、第{NUMBER}年)+(?:(?:和|及)第{NUMBER}年)?)(?!级|度|按|给予|补|奖)"
)
"""`第1年、第4年、第7年`: in which years something is done."""
_AT_AGE: Final = re.compile(
    rf"(?P<low>{NUMBER})?(?(low)(?:至|到|-|—|~|～)|)(?P<n>{NUMBER})(?P<unit>[日周月])龄(?:时|进行|实施|开展)*(?=[首二三初]免|首次免疫|免疫|接种|加强|断奶)"
    rf"|(?:[首二三初]免|首次免疫|接种)(?:时间|日龄|月龄)(?:为|：|在)?(?P<low2>{NUMBER})?(?(low2)(?:至|到|-|—|~|～)|)(?P<n2>{NUMBER})"
    rf"(?P<unit2>[日周月])龄"
)
"""`14日龄首免`, `首免时间为14至21日龄`: on which day of life."""
_AGES: Final = re.compile(
    rf"(?<![\d.第])(?P<list>{NUMBER}(?:[日周月]龄)?(?:[、和及]{NUMBER}(?:[日周月]龄)?){{0,10}}[、和及]{NUMBER})(?P<unit>[日周月])龄"
    r"(?=(?:时|各|分别|应当?|须|进行|实施|开展)*(?:[首二三初]免|接[种受]|免疫|体检|检查|筛查|随访|评估|健康|提供|\d[次剂针]))"
)
"""`在3、6、8、12月龄各体检1次`, `1月龄、6月龄接种`: on which months of life something is done."""
_ORDINALS: Final = re.compile(
    rf"第(?P<list>{NUMBER}(?:天|日|周|个?月)?(?:(?:[、,，]|和|"
    rf"及|与|以及)第?(?>{NUMBER})(?:天|日|周|个?月)?)*?){_UNIT}(?!次"
    rf"|届|批|期|的?\d{{1,2}}[日号](?:之|以)?前)"
)
_SPAN: Final = re.compile(rf"第(?P<from>{NUMBER})[天日]?(?:至|到|-|—|~|～)第?(?P<to>{NUMBER})[天日](?:之|以)?内")
"""`放行后第31日至第45日内办理`: no sooner and no later."""
_FROM_THE_START: Final = re.compile(r"第[1一][天日](?:起|开始)")
"""`从第一天起，每天…`: from the start, which names no day."""
_END_DAY: Final = re.compile(r"(?P<event>(?:隔离|观察|监测|管控|管理)?(?:期满|届满)|解除隔离)(?:后)?(?:的)?当(?:天|日)")
_COMPLETED: Final = re.compile(
    rf"(?P<list>满{NUMBER}(?:天|日|周)(?:(?:、|和|"
    rf"及)满?{NUMBER}(?:天|日|周))*?(?:(?:、|和|"
    rf"及)满?{NUMBER})?)(?P<unit>天|日|周)?(?=各|分别)"
)
_AFTER_EACH: Final = re.compile(
    rf"(?P<list>{NUMBER}(?P<unit>天|周|个月|[日周月]龄)(?:(?:、|和|及){NUMBER}(?P=unit)){{1,11}})(?:末|时|后)?"
    r"(?=各[^，。；]{0,6}(?:\d|[一两])(?:次|针|剂))"
    rf"|满(?P<list2>{NUMBER}(?:(?:、|和|及){NUMBER}){{1,11}})(?P<unit2>天|周|个月)(?!以|的)"
)
"""`3个月、6个月、12个月末各筛查1次`, `1月龄、6月龄各1针`, `满2、5、6个月查痰`: after how long something is done."""
_LETTER: Final = {"天": "D", "日": "D", "周": "W", "月": "M", "个月": "M"}


def _ordinals(match: re.Match[str]) -> Iterator[Mention]:
    """`第7天和第14天` → `D7,D14`."""
    letter = _LETTER[match["unit"]]
    days: list[tuple[str, Decimal]] = []
    for item in reversed(list(_ITEM.finditer(match["list"] + match["unit"]))):
        letter = _LETTER[item["unit"]] if item["unit"] else letter
        days.insert(0, (letter, number(item["n"])))
    from_the_start = _FROM_THE_START.match(match.string, match.start())
    if not from_the_start and all(day == int(day) and 0 <= day < 400 for _, day in days):
        yield Mention("schedule", ",".join(f"{letter}{int(day)}" for letter, day in days), *match.span())


_ITEM: Final = re.compile(rf"(?P<n>{NUMBER})(?P<unit>天|日|周|个?月)?")
"""A day, week or month of a list; one without a unit has that of the next (`第1、7天`, `第一周、第二周和一个月`)."""


def _years(match: re.Match[str]) -> Iterator[Mention]:
    years = re.findall(NUMBER, match["list"])
    if len(years) > 2:
        yield Mention("schedule", ",".join(f"Y{int(number(year))}" for year in years), *match.span())


def _at_age(match: re.Match[str]) -> Iterator[Mention]:
    """`14至21日龄` → `D14..D21`."""
    low, last = match["low"] or match["low2"], match["n"] or match["n2"]
    letter = _LETTER[match["unit"] or match["unit2"]]
    first = f"{letter}{int(number(low))}.." if low else ""
    start = match.start(next(name for name in ("low", "low2", "n", "n2") if match[name]))
    end = match.end("unit" if match["unit"] else "unit2") + 1
    yield Mention("schedule", f"{first}{letter}{int(number(last))}", start, end, confidence=0.8)


def _ages(match: re.Match[str]) -> Iterator[Mention]:
    letter = _LETTER[match["unit"]]
    ages = ",".join(f"{letter}{int(number(age))}" for age in re.findall(NUMBER, match["list"]))
    yield Mention("schedule", ages, *match.span(), confidence=0.8)


def _completed(match: re.Match[str]) -> Iterator[Mention]:
    """`满7天、14天各` → `D7,D14`."""
    letter = _LETTER[re.findall(r"[天日周]", match[0])[-1]]
    days = [f"{letter}{int(number(n))}" for n in re.findall(NUMBER, match["list"])]
    yield Mention("schedule", ",".join(days), *match.span())


def _after_each(match: re.Match[str]) -> Iterator[Mention]:
    letter = _LETTER[(match["unit"] or match["unit2"]).removesuffix("龄")]
    days = [f"{letter}{int(number(n))}" for n in re.findall(NUMBER, match["list"] or match["list2"])]
    yield Mention("schedule", ",".join(days), *match.span(), confidence=0.8)


def _span(match: re.Match[str]) -> Iterator[Mention]:
    ends = "..".join(f"P{plain(number(match[end]))}D" for end in ("from", "to"))
    yield Mention("deadline", ends, *match.span(), confidence=0.8)


def _end_day(match: re.Match[str]) -> Iterator[Mention]:
    """`期满当天` → `D0`."""
    yield Mention("schedule", "D0", match.start("event"), match.end())


FORMS: Final = (
    every(_YEARS, _years),
    every(_SPAN, _span),
    every(_AGES, _ages),
    every(_AT_AGE, _at_age),
    every(_ORDINALS, _ordinals),
    every(_AFTER_EACH, _after_each),
    every(_COMPLETED, _completed),
    every(_END_DAY, _end_day),
)
"""Ordinal days, weeks and months."""
