"""What a notice requires of one subject, laid on the calendar from a day on: phases, test days, deadlines, periods.

How days are counted is said in `extract.reckoning.lengths`: the start is day 1 of phases and test days (第1天), and is
not counted for a deadline; where the text says 次日起, day 1 is the day after. A rule that counts from an event of its
own (入衢后, 接到报告后) is laid out as if that event fell on the start, and says so. What cannot be dated stays
undated: an open year, a holiday calendar that is not out yet, a frequency without an end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from dateutil.relativedelta import relativedelta

from extract.reckoning import working_days
from extract.reckoning.lengths import Length
from extract.reckoning.regimes import Anchor, Phase, Regime, anchor, leads, named_event, regimes
from extract.reckoning.selfcheck import check
from extract.records import Requirement
from ingest import patterns as re

LineKind = Literal["phase", "period", "test", "deadline", "frequency", "window"]
RemarkCode = Literal[
    "at_least", "at_most", "chain_and_stages", "count_and_days", "date_before_notice", "hours", "next_day", "no_end",
    "no_phase", "not_covered", "open_year", "other_start", "out_of_period", "percent_sum", "phase_end", "phase_start",
    "range_reversed",
    "repeats", "rest_day", "several", "start_assumed", "test_past_end", "two_totals",
]  # fmt: skip
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Remark:
    """A doubt or a reading of a line, by its code; `detail` are the words that fill its sentence."""

    code: RemarkCode
    detail: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One entry of the calendar, from `first` to `last`; both are the same day for a test or a deadline.

    `subject` is that of the regime, which a rule without one of its own shares. `part` says which of several the line
    is: `2/3` the second of three phases, `D7` the seventh day.
    """

    requirement: Requirement
    kind: LineKind
    first: date | None
    last: date | None
    name: str = ""
    part: str = ""
    remarks: tuple[Remark, ...] = ()
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """The lines in order of their days, the undated ones last; `left_out` are rules that no calendar shows."""

    start: date
    lines: tuple[Line, ...]
    left_out: tuple[Requirement, ...] = ()


def subjects(requirements: Sequence[Requirement]) -> tuple[str, ...]:
    """The subjects for whom something can be dated, in text order."""
    found = (one.subject for one in regimes(requirements) if one.subject and _is_dateable(one))
    return tuple(dict.fromkeys(found))


def _is_dateable(regime: Regime) -> bool:
    """Whether any of the regime's rules is of a kind that a calendar shows."""
    return bool(regime.phases) or any(rule.kind in _READERS for rule in regime.requirements)


def plan(requirements: Sequence[Requirement], start: date, *, subject: str = "", signed_on: str | None = None) -> Plan:
    """The calendar of the rules whose subject holds the words `subject` (all where it is empty).

    `signed_on` is the notice's date in ISO, for the check of its own deadlines. What contradicts itself in the notice
    (see `extract.reckoning.selfcheck`) is remarked on its lines and not resolved.
    """
    doubts: dict[str, tuple[Remark, ...]] = {}
    for finding in check(requirements, signed_on=signed_on):
        for one in (finding.first, finding.second):
            if one is not None:
                doubts[one.id] = (*doubts.get(one.id, ()), Remark(finding.code, finding.detail))
    lines: list[Line] = []
    left_out: list[Requirement] = []
    for regime in _chosen(requirements, subject):
        own = tuple(_Schedule(regime, start).lines())
        lines += (replace(line, remarks=line.remarks + doubts.get(line.requirement.id, ())) for line in own)
        shown = {line.requirement.id for line in own} | {one.id for one in regime.merged}
        left_out += (one for one in regime.requirements if one.id not in shown and one.kind != "duty")
    return Plan(start, tuple(sorted(lines, key=_order)), tuple(left_out))


def _chosen(requirements: Sequence[Requirement], subject: str) -> Iterator[Regime]:
    words = re.sub(r"\s+", "", subject)
    return (one for one in regimes(requirements) if words in re.sub(r"\s+", "", one.subject or ""))


_KINDS = ("window", "period", "phase", "test", "deadline", "frequency")


def _order(line: Line) -> tuple[date, int, int]:
    at = date.max if line.first is None else line.first
    return at, _KINDS.index(line.kind), line.requirement.evidence.start


Span = tuple[date | None, date | None]


class _Schedule:
    """One regime from one day on."""

    def __init__(self, regime: Regime, start: date) -> None:
        self._regime = regime
        self._start = start
        self._leads = leads(regime.requirements)
        self._spans: list[Span] = []
        for phase in regime.phases:
            self._spans.append(self._span(phase))

    def lines(self) -> Iterator[Line]:
        """All lines of the regime, in no order."""
        for line in (*self._phases(), *self._others()):
            remarks = line.remarks + _outside(line.requirement, line)
            yield replace(line, remarks=remarks, subject=self._regime.subject)

    def _phases(self) -> Iterator[Line]:
        return (self._phase(number, phase) for number, phase in enumerate(self._regime.phases))

    def _others(self) -> Iterator[Line]:
        for rule in self._regime.requirements:
            if reader := _READERS.get(rule.kind):
                yield from reader(self, rule)

    def _span(self, phase: Phase) -> Span:
        length = Length.of(phase.length)
        if phase.follows is None:
            first: date | None = self._start + _DAY if _from_next_day(phase.requirement) else self._start
        else:
            before = self._spans[phase.follows][1]
            first = before + _DAY if before else None
        return first, length.last_day(first) if length and first else None

    def _phase(self, number: int, phase: Phase) -> Line:
        first, last = self._spans[number]
        rule = phase.requirement
        remarks = _bound(phase.length)
        if last is None:
            remarks += (_uncovered(first),)
        if phase.follows is None:
            remarks += _own_start(rule)
        if _from_next_day(rule):
            remarks += (Remark("next_day"),)
        part = f"{phase.step}/{phase.steps}" if phase.steps > 1 else ""
        return Line(rule, "phase", first, last, phase.name, part, remarks)

    def _anchor(self, rule: Requirement) -> Anchor | None:
        return anchor(self._regime, rule, self._leads[rule.id])

    def _base(self, rule: Requirement) -> tuple[date | None, tuple[Remark, ...]]:
        """Day 1 of what a rule counts, and what is to be said of that reading."""
        found = self._anchor(rule)
        if found is None:
            day = self._start + _DAY if _from_next_day(rule) else self._start
            return day, (Remark("next_day"),) if _from_next_day(rule) else _own_start(rule)
        first, last = self._spans[found.phase]
        day_one = (last + _DAY if last else None) if found.after else first
        return day_one, self._reading(found, moved=day_one != self._start)

    def _reading(self, found: Anchor, *, moved: bool) -> tuple[Remark, ...]:
        name = self._regime.phases[found.phase].name
        remarks = (Remark("phase_end" if found.after else "phase_start", (name,)),) if moved else ()
        return remarks + ((Remark("several", (name,)),) if found.others else ())

    def _tests(self, rule: Requirement) -> Iterator[Line]:
        base, remarks = self._base(rule)
        for part in (rule.value or "").split(","):
            ends = [_ORDINAL.fullmatch(end) for end in part.split("..")]
            if not all(ends):
                continue
            units = [(match[1], int(match[2])) for match in ends if match]
            if units[0] == ("D", 0):
                yield self._last_day(rule)
                continue
            first, _ = _ordinal(base, *units[0])
            _, last = _ordinal(base, *units[-1])
            yield Line(rule, "test", first, last, rule.action or "", part, remarks)

    def _last_day(self, rule: Requirement) -> Line:
        """期满当天: the last day of the phase that it counts from, where no other follows that one."""
        found = self._anchor(rule)
        number = found.phase if found else None
        ends = number is not None and all(phase.follows != number for phase in self._regime.phases)
        last = self._spans[number][1] if number is not None and ends else None
        remarks = (Remark("no_phase"),) if last is None else ()
        return Line(rule, "test", last, last, rule.action or "", "D0", remarks)

    def _deadlines(self, rule: Requirement) -> Iterator[Line]:
        value = rule.value or ""
        dated = _BY_DATE.fullmatch(value)
        if dated:
            day, remarks = _iso(dated[1])
        elif monthly := _BY_DAY.fullmatch(value):
            day, remarks = _next_day_of_month(self._start, int(monthly[1])), (Remark("repeats"),)
        else:
            day, remarks = self._relative(rule, value)
        yield Line(rule, "deadline", day, day, rule.action or "", "", remarks)

    def _relative(self, rule: Requirement, value: str) -> tuple[date | None, tuple[Remark, ...]]:
        """A deadline that counts from an event, before or after it."""
        event, remarks = self._event(rule)
        length = Length.of(value.removeprefix("before "))
        if event is None or length is None:
            return event, remarks
        day = length.ahead(event) if value.startswith("before ") else length.due(event)
        if day is None:
            return None, (*remarks, _uncovered(event))
        if length.hours or length.minutes or length.seconds:
            return day, (*remarks, Remark("hours"))
        return day, remarks if length.workdays or value.startswith("before ") else remarks + _rest(day)

    def _event(self, rule: Requirement) -> tuple[date | None, tuple[Remark, ...]]:
        """The day of the event that a deadline counts from."""
        found = self._anchor(rule)
        if found is not None:
            first, last = self._spans[found.phase]
            ends = found.after or "满前" in self._leads[rule.id] + (rule.value_text or "")
            return last if ends else first, self._reading(replace(found, after=ends), moved=True)
        return self._start, _own_start(rule) or (Remark("start_assumed"),)

    def _frequencies(self, rule: Requirement) -> Iterator[Line]:
        found = self._anchor(rule)
        if found is not None and not found.after:
            first, last = self._spans[found.phase]
            remarks = self._reading(found, moved=first != self._start)
        else:
            first, last, remarks = self._start, _day(rule.applies_to), _own_start(rule)
        if last is None:
            remarks += (Remark("no_end"),)
        yield Line(rule, "frequency", first, last, rule.action or "", "", remarks)

    def _windows(self, rule: Requirement) -> Iterator[Line]:
        length = Length.of(rule.value or "")
        first = length.ahead(self._start) if length else _day(rule.value)
        if first is not None:
            remarks = (Remark("hours"),) if length and length.hours else ()
            yield Line(rule, "window", first, self._start, rule.action or "", "", remarks)

    def _periods(self, rule: Requirement) -> Iterator[Line]:
        if dates := _DATES.fullmatch(rule.value or ""):
            (first, why), (last, _) = _iso(dates[1]), _iso(dates[2])
            yield Line(rule, "period", first, last, rule.action or "", "", why)


_READERS = {
    "schedule": _Schedule._tests,
    "deadline": _Schedule._deadlines,
    "frequency": _Schedule._frequencies,
    "window": _Schedule._windows,
    "duration": _Schedule._periods,
}
_ORDINAL = re.compile(r"([DWM])(\d+)")
_DATE = r"(?:\d{4}|-)-\d{2}-\d{2}"
_BY_DATE = re.compile(rf"by ({_DATE})(?:T.*)?")
_BY_DAY = re.compile(r"by day (\d+)")
_DATES = re.compile(rf"({_DATE})/({_DATE})")
_NEXT_DAY = re.compile(r"(?:次|第二)[日天](?:0时|零时)?(?:起|开始)")


def _ordinal(base: date | None, unit: str, number: int) -> Span:
    """第n天 is the n-th day from `base` on, 第n周 and 第n月 the n-th stretch of seven days or of a month."""
    if base is None:
        return None, None
    if unit == "D":
        return base + (number - 1) * _DAY, base + (number - 1) * _DAY
    step = relativedelta(weeks=1) if unit == "W" else relativedelta(months=1)
    return base + (number - 1) * step, base + number * step - _DAY


def _day(text: str | None) -> date | None:
    """An ISO day; `None` for an open one."""
    return date.fromisoformat(text) if text and re.fullmatch(r"\d{4}-\d{2}-\d{2}", text) else None


def _iso(text: str) -> tuple[date | None, tuple[Remark, ...]]:
    day = _day(text)
    return day, () if day else (Remark("open_year", (text.lstrip("-"),)),)


def _next_day_of_month(start: date, number: int) -> date | None:
    """The first day with that number on or after `start`; a month without it is passed over."""
    days = (start + step * _DAY for step in range(62))
    return next((day for day in days if day.day == number), None)


def _from_next_day(rule: Requirement) -> bool:
    return bool(_NEXT_DAY.search(rule.evidence.quote))


def _own_start(rule: Requirement) -> tuple[Remark, ...]:
    return (Remark("other_start", (event,)),) if (event := named_event(rule)) else ()


def _bound(length: str) -> tuple[Remark, ...]:
    if length.startswith((">=", ">")):
        return (Remark("at_least"),)
    return (Remark("at_most"),) if length.startswith(("<=", "<")) or ".." in length else ()


def _uncovered(day: date | None) -> Remark:
    return Remark("not_covered", () if day is None else (str(day.year),))


def _rest(day: date) -> tuple[Remark, ...]:
    """What 《民法典》第二百零三条 says of a last day on which nobody works: the next working day counts."""
    moved = working_days.after(day, 1)
    return (Remark("rest_day", (str(moved),)),) if working_days.is_working(day) is False and moved else ()


def _outside(rule: Requirement, line: Line) -> tuple[Remark, ...]:
    """Whether a line lies before or after the time for which its clause sets its rules."""
    begin, end = _day(rule.applies_from), _day(rule.applies_to)
    if line.kind == "period" or line.first is None or line.last is None:
        return ()
    if (begin and line.last < begin) or (end and line.first > end):
        return (Remark("out_of_period", (rule.applies_from or "", rule.applies_to or "")),)
    return ()
