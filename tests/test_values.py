"""Canonical values as comparable numbers: a table of the contract's forms, and what must not compare."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.reckoning.values import HOURS, MONTHS, NOTHING, WORKDAYS, Span, Value, in_hours, length, parse

DAY = 24.0


def point(unit: str, number: float) -> Span:
    return Span(unit, number, number)


TABLE = [
    # kind, value, numbers, why
    ("duration", "P14D", Value(point(HOURS, 14 * DAY)), "days count in hours"),
    ("duration", "PT24H", Value(point(HOURS, DAY)), "24 hours compare with one day"),
    ("duration", "PT30M", Value(point(HOURS, 0.5)), "minutes"),
    ("duration", "P1DT12H", Value(point(HOURS, 36)), "a day and a half"),
    ("duration", "P1.5D", Value(point(HOURS, 36)), "decimals"),
    ("duration", "P2W", Value(point(HOURS, 14 * DAY)), "a week has seven days, always"),
    ("duration", "P3M", Value(point(MONTHS, 3)), "a month is no number of days"),
    ("duration", "P1Y6M", Value(point(MONTHS, 18)), "a year has twelve months, always"),
    ("duration", "P15WD", Value(point(WORKDAYS, 15)), "a working day is no day"),
    ("duration", ">=P7WD", Value(Span(WORKDAYS, 7, None)), "a bound below"),
    ("duration", ">P6M", Value(Span(MONTHS, 6, None, low_open=True)), "more than six months does not hold six"),
    ("duration", "P3D..P5D", Value(Span(HOURS, 3 * DAY, 5 * DAY)), "a range"),
    (
        "duration",
        "P14D+P7D+P7D",
        Value(point(HOURS, 28 * DAY), (point(HOURS, 14 * DAY), point(HOURS, 7 * DAY), point(HOURS, 7 * DAY))),
        "a compound is its sum and its stages",
    ),
    ("duration", "P1M+P7D", Value(None, (point(MONTHS, 1), point(HOURS, 7 * DAY))), "no sum across families"),
    ("frequency", "1/学期", NOTHING, "a school term has no length of its own"),
    ("duration", "P1M15D", NOTHING, "a mixed length compares with nothing"),
    ("duration", "2020-02-10/2020-02-12", Value(None, (), "2020-02-10", "2020-02-12", "period"), "a calendar period"),
    ("duration", "2020-02-10/", Value(None, (), "2020-02-10", None, "period"), "an open period keeps its open end"),
    ("schedule", "D1,D7,D14", Value(None, (point("D", 1), point("D", 7), point("D", 14))), "days apart"),
    ("schedule", "W2,W4", Value(None, (point("W", 2), point("W", 4))), "weeks are not days"),
    ("schedule", "D1..D7", Value(None, (Span("D", 1, 7),)), "a run of days"),
    ("schedule", "D7,第九天", NOTHING, "half read is not read"),
    ("deadline", "<=PT2H", Value(point(HOURS, 2)), "a deadline's length is a point"),
    ("deadline", "<=P15WD", Value(point(WORKDAYS, 15)), "working days"),
    ("deadline", "immediate", Value(Span(HOURS, 0, 0)), "at once is within any deadline"),
    ("deadline", "same-day", Value(Span(HOURS, 0, 24)), "by the end of the day: at most 24 hours"),
    ("deadline", "by 2021-09-30", Value(last_day="2021-09-30", aspect="date"), "a date"),
    ("deadline", "by --09-30", Value(last_day="--09-30", aspect="date"), "an open year stays open"),
    ("deadline", "by 17:00", NOTHING, "a time of day is neither length nor date"),
    ("deadline", "by day 10", Value(point("日", 10), aspect="day of month"), "a day of the month is no length"),
    ("deadline", "before P3M", Value(point(MONTHS, 3), aspect="lead"), "counted back: a lead, not a deadline's length"),
    ("frequency", "1/P3D", Value(point("次/天", 1 / 3)), "every three days"),
    ("frequency", "3/P5D", Value(point("次/天", 0.6)), "three in five days"),
    ("frequency", ">=2/P1W", Value(Span("次/天", 2 / 7, None)), "weeks and days compare"),
    ("frequency", "2..3/P1Y", Value(Span("次/月", 2 / 12, 3 / 12)), "a range of times in one period"),
    ("frequency", "1/P3M", Value(point("次/月", 1 / 3)), "months do not"),
    ("count", ">=1", Value(Span("", 1, None)), "a count has no unit"),
    ("window", "PT72H", Value(point(HOURS, 72)), "a validity"),
    ("window", "2022-10-29", Value(first_day="2022-10-29", aspect="date"), "a look-back to a date"),
    ("interval", ">=PT24H", Value(Span(HOURS, 24, None)), "at least a day between"),
    ("threshold", ">=35", Value(Span("", 35, None)), "a bare number"),
    ("threshold", "<=500000元", Value(Span("元", None, 500000)), "money in yuan"),
    ("threshold", "200元/亩", Value(point("元/亩", 200)), "a unit may hold a slash"),
    ("threshold", ">=1/10", Value(Span("%", 10, None)), "a fraction compares with percentages"),
    ("threshold", "0.5倍", Value(point("倍", 0.5)), "decimals"),
    ("threshold", "50分..60分", Value(Span("分", 50, 60)), "a range with units"),
    ("threshold", "30..50%", Value(Span("%", 30, 50)), "a range with its unit once"),
    ("threshold", "20元..30元/人/天", Value(Span("元/人/天", 20, 30)), "a range for each of something"),
    ("threshold", "<=20kg", Value(Span("千克", None, 20)), "a sign compares with its unit in words"),
    ("threshold", "<=-18℃", Value(Span("℃", None, -18)), "a bound below zero"),
    ("threshold", ">=50分,<60分", Value(Span("分", 50, 60, high_open=True)), "a range by two bounds"),
    ("threshold", ">=2020-02-09", Value(first_day="2020-02-09", aspect="date"), "a first day is no number"),
    ("threshold", "<=1983-08-31", Value(last_day="1983-08-31", aspect="date"), "nor is a last day"),
    ("threshold", ">=17:30", NOTHING, "an hour of the day is no number, and its minutes no unit"),
    ("threshold", "5/0", NOTHING, "no division by zero"),
    ("threshold", "前3", NOTHING, "words are no number"),
    ("duty", None, NOTHING, "a duty has no value"),
]


@pytest.mark.parametrize(("kind", "value", "numbers", "why"), TABLE, ids=[f"{row[0]} {row[1]}" for row in TABLE])
def test_values(kind: str, value: str | None, numbers: Value, why: str) -> None:
    assert parse(kind, value) == numbers, why


CONVERSIONS = [
    (point(MONTHS, 1), Span(HOURS, 28 * DAY, 31 * DAY), "February and January"),
    (point(MONTHS, 3), Span(HOURS, 89 * DAY, 92 * DAY), "December to February; July to September"),
    (point(MONTHS, 12), Span(HOURS, 365 * DAY, 366 * DAY), "a year with and without 29 February"),
    (point(MONTHS, 48), Span(HOURS, 1460 * DAY, 1461 * DAY), "four years may miss the leap day around 1900 or 2100"),
    (point(WORKDAYS, 5), Span(HOURS, 5 * DAY, None), "holidays: no end is certain"),
    (Span(MONTHS, 6, None, low_open=True), Span(HOURS, 181 * DAY, None, low_open=True), "bounds stay bounds"),
    (point(HOURS, 5), point(HOURS, 5), "hours are hours"),
]


@pytest.mark.parametrize(("span", "hours", "why"), CONVERSIONS)
def test_conversion_holds_for_certain(span: Span, hours: Span, why: str) -> None:
    assert in_hours(span) == hours, why


@given(months=st.integers(1, 60), year=st.integers(1890, 2110), month=st.integers(1, 12))
def test_months_lie_within_their_conversion(months: int, year: int, month: int) -> None:
    from datetime import date

    end = month - 1 + months
    days = (date(year + end // 12, end % 12 + 1, 1) - date(year, month, 1)).days
    span = in_hours(point(MONTHS, months))
    assert span.low is not None and span.high is not None
    assert span.low <= days * DAY <= span.high


@given(st.text(max_size=30), st.sampled_from(["duration", "schedule", "deadline", "frequency", "threshold", "window"]))
def test_any_text_is_read_or_left(text: str, kind: str) -> None:
    parse(kind, text)
    length(text)
