"""Canonical values of requirements as spans of numbers, so that what compares can be compared.

The contract's value strings stay what is stored and shown; this reads them. A value is a `Span` in one unit, and
units are converted only where the step is exact: minutes, hours, days and weeks are one family (counted in hours),
months and years another (in months), working days a third, fractions and percentages a fourth. Nothing crosses a family
here: three months are not ninety days. `in_hours` says what certainly holds across families, for a caller who asks.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from extract.numbers import UNITS
from ingest import patterns as re

HOURS, MONTHS, WORKDAYS, PERCENT = "小时", "月", "工作日", "%"
TIME_UNITS = (HOURS, MONTHS, WORKDAYS)


@dataclass(frozen=True, slots=True)
class Span:
    """The numbers that a value allows, in `unit`; an end that the text leaves open is `None`."""

    unit: str
    low: float | None
    high: float | None
    low_open: bool = False
    high_open: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """What a canonical value says in numbers: as a whole, by stage or day, and as dates.

    `parts` are the stages of a compound (`P14D+P7D`) or the days of a schedule (`D1,D7`, unit `D`, `W` or `M`).
    `aspect` tells apart what must not be compared: a length, a lead time (`before P3D`), a day of the month.
    """

    span: Span | None = None
    parts: tuple[Span, ...] = ()
    first_day: str | None = None
    last_day: str | None = None
    aspect: str = ""


NOTHING = Value()

_NUMBER = r"\d+(?:\.\d+)?"
_DATE_PART = "".join(
    rf"(?:(?P<{name}>{_NUMBER}){sign})?"
    for name, sign in [("years", "Y"), ("months", "M"), ("weeks", "W"), ("days", "D"), ("workdays", "WD")]
)
_TIME_PART = "".join(
    rf"(?:(?P<{name}>{_NUMBER}){sign})?" for name, sign in [("hours", "H"), ("minutes", "M"), ("seconds", "S")]
)
_DURATION = re.compile(rf"P(?=.){_DATE_PART}(?:T(?=.){_TIME_PART})?")
_FAMILIES: dict[str, tuple[str, Fraction]] = {
    "years": (MONTHS, Fraction(12)),
    "months": (MONTHS, Fraction(1)),
    "weeks": (HOURS, Fraction(168)),
    "days": (HOURS, Fraction(24)),
    "workdays": (WORKDAYS, Fraction(1)),
    "hours": (HOURS, Fraction(1)),
    "minutes": (HOURS, Fraction(1, 60)),
    "seconds": (HOURS, Fraction(1, 3600)),
}
_BOUND = re.compile(r"(>=|<=|>|<)?(.+)", re.DOTALL)
_DAY = re.compile(r"([DWMY])(-?\d+)")
_DATE = r"(?:\d{4}|-)-\d{2}(?:-\d{2})?"
_DATES = re.compile(rf"({_DATE})?/({_DATE})?")
_BY_DATE = re.compile(rf"by ({_DATE})(?:[T ].*)?")
_BY_DAY = re.compile(r"by day (\d+)")
_FROM_DATE = re.compile(rf">=(?P<first>{_DATE})|<=(?P<last>{_DATE})")
_FROM_CLOCK = re.compile(r">=\d\d:\d\d")
_QUANTITY = re.compile(r"(-?\d+(?:\.\d+)?)(?:/(\d+(?:\.\d+)?))?(.*)", re.DOTALL)


@lru_cache(maxsize=65536)
def parse(kind: str, value: str | None) -> Value:
    """The numbers in a canonical `value` of the contract; what cannot be read gives `NOTHING`, never an error.

    Hours of the day (`22:00/06:00`) are compared as they stand.
    """
    if not value:
        return NOTHING
    reader = _READERS.get(kind)
    return reader(value) if reader else NOTHING


def length(text: str) -> Span | None:
    """One ISO 8601 duration of the contract (`P14D`, `PT24H`, `P15WD`, `P1Y6M`) as a point; mixed families: `None`."""
    match = _DURATION.fullmatch(text)
    stated = {name: Fraction(number) for name, number in match.groupdict().items() if number} if match else {}
    families = {_FAMILIES[name][0] for name in stated}
    total = sum(number * _FAMILIES[name][1] for name, number in stated.items())
    return _point(families.pop(), Fraction(total)) if len(families) == 1 else None


def quantity(text: str) -> Span | None:
    """A number with its unit (`500000元`, `200元/亩`, `35`); a fraction counts in percent (`1/10` is `10%`)."""
    match = _QUANTITY.fullmatch(text.strip())
    if match is None:
        return None
    number, below, unit = match.groups()
    if below is None:
        return _point(UNITS.get(unit.strip(), unit.strip()), Fraction(number))
    return _point(PERCENT, Fraction(number) / Fraction(below) * 100) if Fraction(below) and not unit.strip() else None


def rate(text: str) -> Span | None:
    """Times in a period (`2/P1W`) as times in one day, one month or one working day (unit `次/天` …)."""
    times, _, period = text.partition("/")
    over = length(period)
    if over is None or not over.low or not re.fullmatch(r"\d+(?:\.\d+)?", times):
        return None
    day = 24 if over.unit == HOURS else 1
    name = {HOURS: "天", MONTHS: "月", WORKDAYS: "工作日"}[over.unit]
    return _point(f"次/{name}", Fraction(times) * day / Fraction(over.low))


def in_hours(span: Span) -> Span:
    """The span in hours as far as that is certain, for comparing across families.

    A month has 28 to 31 days and N months together between the shortest and the longest run of N months of the
    calendar; N working days take at least N days and, with holidays, an unknown number at most.
    """
    if span.unit == MONTHS:
        low = None if span.low is None else _days_of_months(span.low, longest=False) * 24.0
        high = None if span.high is None else _days_of_months(span.high, longest=True) * 24.0
        return Span(HOURS, low, high, span.low_open, span.high_open)
    if span.unit == WORKDAYS:
        return Span(HOURS, None if span.low is None else span.low * 24, None, span.low_open)
    return span


def _days_of_months(months: float, *, longest: bool) -> int:
    """The days of the shortest or longest run of that many whole months, over every start; 1900 had no 29 February."""
    years, rest = divmod(int(months), 12)
    ordinary = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    leap = (31, 29, *ordinary[2:])
    runs = [sum((year + year)[start : start + rest]) for year in (ordinary, leap) for start in range(12)]
    leap_days = -(-years // 4) if longest else max(0, years // 4 - 1 - years // 100)
    return years * 365 + leap_days + (max(runs) if longest else min(runs))


def _point(unit: str, number: Fraction) -> Span:
    return Span(unit, float(number), float(number))


def _bounded(text: str, read: Callable[[str], Span | None]) -> Span | None:
    """A value with its bound in front, or a range `A..B` (`20元..30元/人`), each number read by `read`."""
    if ".." in text:
        first, second = (read(part) for part in text.split("..", 1))
        if first is None or second is None or first.unit not in (second.unit, "", second.unit.partition("/")[0]):
            return None
        return Span(second.unit, first.low, second.high)
    match = _BOUND.fullmatch(text)
    point = read(match[2]) if match else None
    if match is None or point is None:
        return None
    return {
        None: point,
        ">=": Span(point.unit, point.low, None),
        ">": Span(point.unit, point.low, None, low_open=True),
        "<=": Span(point.unit, None, point.high),
        "<": Span(point.unit, None, point.high, high_open=True),
    }[match[1]]


def _duration(text: str) -> Value:
    if period := _DATES.fullmatch(text):
        return Value(first_day=period[1], last_day=period[2], aspect="period")
    stages = [_bounded(part, length) for part in text.split("+")]
    known = tuple(stage for stage in stages if stage is not None)
    if len(known) != len(stages):
        return NOTHING
    return Value(_sum(known), known if len(known) > 1 else ())


def _sum(stages: tuple[Span, ...]) -> Span | None:
    """The stages one after the other; `None` where their families differ."""
    if len({stage.unit for stage in stages}) != 1:
        return None
    lows, highs = [stage.low for stage in stages], [stage.high for stage in stages]
    low = None if None in lows else sum(number for number in lows if number is not None)
    high = None if None in highs else sum(number for number in highs if number is not None)
    opens = any(stage.low_open for stage in stages), any(stage.high_open for stage in stages)
    return Span(stages[0].unit, low, high, *opens)


def _deadline(text: str) -> Value:
    """A deadline's own length counts: `<=PT2H` is a deadline of two hours."""
    if text == "immediate":
        return Value(Span(HOURS, 0, 0))
    if text == "same-day":
        return Value(Span(HOURS, 0, 24))
    if text.startswith("before "):
        return Value(_bounded(text.removeprefix("before "), length), aspect="lead")
    if date := _BY_DATE.fullmatch(text):
        return Value(last_day=date[1], aspect="date")
    if day := _BY_DAY.fullmatch(text):
        return Value(_point("日", Fraction(day[1])), aspect="day of month")
    return Value(_bounded(re.sub("^<=?", "", text), length))


def _schedule(text: str) -> Value:
    days = [_DAY.fullmatch(part) for part in re.split(r",|\.\.", text)]
    spans = tuple(_point(day[1], Fraction(day[2])) for day in days if day)
    if len(spans) != len(days):
        return NOTHING
    if ".." in text and len(spans) == 2:
        return Value(parts=(Span(spans[0].unit, spans[0].low, spans[1].high),))
    return Value(parts=spans)


def _window(text: str) -> Value:
    if re.fullmatch(_DATE, text):
        return Value(first_day=text, aspect="date")
    return _duration(text)


def _frequency(text: str) -> Value:
    """A rate, or a range of times in one period (`2..3/P1Y`), or once in a range of periods (`1/P3D..P5D`)."""
    times, _, period = text.partition("/")
    shorter, dots, longer = period.partition("..")
    if dots:
        text = f"{times}/{longer}..{times}/{shorter}"
    if ".." in times:
        text = "..".join(f"{number}/{period}" for number in times.split("..", 1))
    return Value(_bounded(text, rate))


def _amount(text: str) -> Value:
    """A quantity, a range, two bounds with a comma (`>=50分,<60分`), a first or last day or hour (`>=2020-02-09`)."""
    if day := _FROM_DATE.fullmatch(text):
        return Value(first_day=day["first"], last_day=day["last"], aspect="date")
    if _FROM_CLOCK.fullmatch(text):
        return NOTHING
    first, *more = (_bounded(part, quantity) for part in text.split(","))
    if not more:
        return Value(first)
    second = more[0]
    if len(more) > 1 or first is None or second is None or first.unit != second.unit:
        return NOTHING
    return Value(Span(first.unit, first.low, second.high, first.low_open, second.high_open))


_READERS = {
    "duration": _duration,
    "schedule": _schedule,
    "deadline": _deadline,
    "frequency": _frequency,
    "count": _amount,
    "window": _window,
    "interval": _duration,
    "threshold": _amount,
}
