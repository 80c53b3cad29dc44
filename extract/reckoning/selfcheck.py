"""Where a notice contradicts itself: numbers that cannot all be right, each pair with both its sentences.

Reported, never resolved: which of the two holds only its issuer can say. A check is silent where anything about the
pair is uncertain (a bound, a range, a condition of its own), for a false alarm costs more trust than a miss.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from extract.reckoning.comparison import rule_key
from extract.reckoning.lengths import Length
from extract.reckoning.regimes import Phase, Regime, anchor, leads, named_event, regimes
from extract.records import Requirement
from ingest import patterns as re

FindingCode = Literal[
    "chain_and_stages", "count_and_days", "date_before_notice", "percent_sum", "range_reversed", "test_past_end",
    "two_totals",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """One contradiction: the record that is in doubt and the one it contradicts (`None`: the notice's own date).

    `detail` are the two values, for the sentence that `code` stands for.
    """

    code: FindingCode
    first: Requirement
    second: Requirement | None
    detail: tuple[str, str]


def check(requirements: Sequence[Requirement], *, signed_on: str | None = None) -> tuple[Finding, ...]:
    """All contradictions among the requirements of one notice, in text order; `signed_on` is its date in ISO."""
    found = [finding for regime in regimes(requirements) for finding in _of_regime(regime)]
    found += _two_totals(requirements)
    found += (finding for one in requirements for finding in _of_one(one, signed_on))
    found += _percent_sums(requirements)
    return tuple(sorted(found, key=lambda one: one.first.evidence.start))


def _of_regime(regime: Regime) -> Iterator[Finding]:
    words = leads(regime.requirements)
    yield from _chains(regime, words)
    yield from _late_tests(regime, words)
    yield from _counts(regime)


def _chains(regime: Regime, words: dict[str, str]) -> Iterator[Finding]:
    """`“14+7+7”` beside 即…14天…7天…: the stages that the next sentence spells out must be those of the chain."""
    lasting = [rule for rule in regime.requirements if rule.kind == "duration"]
    for number, chain in enumerate(lasting):
        stages = (chain.value or "").split("+")
        said = list(_spelled(chain, lasting[number + 1 :], words)) if len(stages) > 1 else []
        if said and [one.value for one in said] != stages:
            told = "+".join(str(one.value) for one in said)
            yield Finding("chain_and_stages", said[0], chain, (told, str(chain.value)))


_SPELLED = re.compile(r"即|先|分别为|具体为|包括")


def _spelled(chain: Requirement, rest: Sequence[Requirement], words: dict[str, str]) -> Iterator[Requirement]:
    """The plain lengths of the one sentence after a chain that announces its stages."""
    after = [one for one in rest if one.clause == chain.clause and one.evidence.start >= chain.evidence.start]
    if not after or not _SPELLED.search(words[after[0].id]):
        return
    for one in after:
        length = Length.of(one.value or "")
        if one.evidence.start != after[0].evidence.start or length is None or length.bound:
            return
        yield one


def _late_tests(regime: Regime, words: dict[str, str]) -> Iterator[Finding]:
    """A test day after the last day of the phases that follow its start."""
    for rule in regime.requirements:
        days = [int(day) for day in re.findall(r"D(\d+)", rule.value or "")] if rule.kind == "schedule" else []
        number = _counts_from(regime, rule, words[rule.id]) if days else None
        left = None if number is None else _days_from(regime.phases, number)
        if number is not None and left is not None and max(days) > left:
            proof = regime.phases[number].requirement
            yield Finding("test_past_end", rule, proof, (f"D{max(days)}", f"P{left}D"))


_ARRIVAL = re.compile("^(?:入|抵|返|到)")


def _counts_from(regime: Regime, rule: Requirement, lead: str) -> int | None:
    """The phase on whose first day a test counts 1: the one it names, or for an arrival the only chain's first."""
    found = anchor(regime, rule, lead)
    if found is not None:
        return None if found.after or found.others else found.phase
    one_chain = bool(regime.phases) and regime.phases[0].steps == len(regime.phases)
    return 0 if one_chain and _ARRIVAL.match(named_event(rule)) else None


def _days_from(phases: Sequence[Phase], number: int) -> int | None:
    """The days from the first of a phase to the last of those after it; `None` where one of them is not exact."""
    days = phases[number].days
    after = [_days_from(phases, later) for later, phase in enumerate(phases) if phase.follows == number]
    if days is None or None in after:
        return None
    return days + max((more for more in after if more), default=0)


def _counts(regime: Regime) -> Iterator[Finding]:
    """`三次核酸检测` beside the days that are listed for it in the same clause."""
    for count in regime.requirements:
        if count.kind != "count" or not (count.value or "").isdigit():
            continue
        listed = [one for one in regime.requirements if _lists(one, count)]
        days = sum(len((one.value or "").split(",")) for one in listed)
        if listed and days != int(count.value or 0):
            told = "；".join(str(one.value) for one in listed)
            yield Finding("count_and_days", count, listed[0], (str(count.value), told))


def _lists(one: Requirement, count: Requirement) -> bool:
    """Whether a rule lists the days of what is counted: same clause, soon after, the counted act in its words."""
    return (
        one.kind == "schedule"
        and one.clause == count.clause
        and 0 <= one.evidence.start - count.evidence.start < 200
        and bool(count.action)
        and str(count.action) in one.evidence.quote
        and ".." not in (one.value or "")
    )


def _two_totals(requirements: Sequence[Requirement]) -> Iterator[Finding]:
    """One rule said twice with different exact lengths; a condition or start of its own makes it another rule."""
    said: dict[str, Requirement] = {}
    for one in requirements:
        key = rule_key(one) if one.kind in ("duration", "window", "interval") else None
        length = Length.of((one.value or "").split("+")[0])
        if key is None or length is None or length.bound or ".." in (one.value or ""):
            continue
        first = said.setdefault(key, one)
        if first.value != one.value and first.evidence.start != one.evidence.start:
            yield Finding("two_totals", one, first, (str(one.value), str(first.value)))


_RANGE = re.compile(r"(\d+(?:\.\d+)?)([^\d.]*)\.\.(\d+(?:\.\d+)?)([^\d.]*)")


def _of_one(one: Requirement, signed_on: str | None) -> Iterator[Finding]:
    value = one.value or ""
    ends = _RANGE.fullmatch(value.replace("P", "").replace("T", ""))
    if ends and ends[2] in ("", ends[4]) and Decimal(ends[1]) > Decimal(ends[3]):
        yield Finding("range_reversed", one, one, (value.split("..")[0], value.split("..")[1]))
    by = re.fullmatch(r"by (\d{4})(-\d{2}-\d{2})", value)
    if by and signed_on and signed_on[:1].isdigit() and by[1] + by[2] < signed_on and _states(one, by[1]):
        yield Finding("date_before_notice", one, None, (by[1] + by[2], signed_on))


def _states(one: Requirement, year: str) -> bool:
    """Whether the text itself gives the year, and the date says by when, not which (`2022年底前到期的贷款`)."""
    words = one.value_text or ""
    after = one.evidence.quote.partition(words)[2]
    return words.startswith(year) and not re.match(r"[^，,。；;]{0,10}的", after)


_SHARED = re.compile(r"分担|分别承担|各承担|权重|占比分别|合计为?100[%％]")
_PERCENT = re.compile(r"=?(\d+(?:\.\d+)?)%")


def _percent_sums(requirements: Sequence[Requirement]) -> Iterator[Finding]:
    """Shares of one whole in one sentence (按60%、50%分担) that do not make a hundred."""
    shares: dict[int, list[tuple[Requirement, Decimal]]] = {}
    for one in requirements:
        share = _PERCENT.fullmatch(one.value or "")
        if share and one.kind == "threshold" and _SHARED.search(one.evidence.quote):
            shares.setdefault(one.evidence.start, []).append((one, Decimal(share[1])))
    for parts in shares.values():
        total = sum(number for _, number in parts)
        if len(parts) > 1 and total != 100:
            yield Finding("percent_sum", parts[0][0], parts[-1][0], ("+".join(f"{n}%" for _, n in parts), f"{total}%"))
