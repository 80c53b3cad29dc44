"""Lengths of time on the calendar: how days, months and working days are counted, at the edges where it matters."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.reckoning import working_days
from extract.reckoning.lengths import Length

LASTING = [
    ("P14D", "2021-02-01", "2021-02-14", "the day it begins on is day 1"),
    ("P1D", "2021-02-01", "2021-02-01", "one day is that day"),
    ("P2W", "2021-02-01", "2021-02-14", "a week is seven days"),
    ("PT48H", "2021-02-01", "2021-02-02", "whole days in hours"),
    ("PT30M", "2021-02-01", None, "shorter than a day"),
    ("P3M", "2021-02-01", "2021-04-30", "months end before the day of the same number"),
    ("P1M", "2021-01-31", "2021-02-27", "a month without that day"),
    ("P1Y", "2020-02-29", "2021-02-27", "from a leap day"),
    (">=P7D", "2021-02-01", "2021-02-07", "a bound is laid out at its number"),
    ("P3D..P5D", "2021-02-01", "2021-02-05", "a range at its upper end"),
    ("P5WD", "2021-02-08", "2021-02-19", "a Spring Festival in between, and Saturday 20 February not reached"),
]


@pytest.mark.parametrize(("value", "first", "last", "why"), LASTING)
def test_what_lasts_counts_its_first_day(value: str, first: str, last: str | None, why: str) -> None:
    found = Length.of(value)
    assert found is not None
    day = found.last_day(date.fromisoformat(first))
    assert (day.isoformat() if day else None) == last, why


DUE = [
    ("<=P3D", "2021-02-01", "2021-02-04", "the day of the event is not counted (民法典 201)"),
    ("<=P1M", "2021-01-31", "2021-02-28", "no 31 February: the month's last day (民法典 202)"),
    ("<=P1M", "2021-01-15", "2021-02-15", "the day of the same number (民法典 202)"),
    ("<=PT24H", "2021-02-01", "2021-02-02", "a day later, at the same hour"),
    ("<=PT2H", "2021-02-01", "2021-02-01", "the same day"),
    ("<=P7WD", "2020-01-17", "2020-02-04", "19 January worked instead; the holiday of 2020 lasted to 2 February"),
    ("<=P1WD", "2020-01-18", "2020-01-19", "a Sunday that is worked"),
    ("<=P1WD", "2021-09-30", "2021-10-08", "over the National Day"),
    ("<=P1WD", "2021-10-08", "2021-10-09", "a Saturday that is worked"),
    ("<=P1WD", "2003-12-30", None, "before the calendar begins"),
]


@pytest.mark.parametrize(("value", "event", "last", "why"), DUE)
def test_what_is_due_does_not_count_the_day_of_the_event(value: str, event: str, last: str | None, why: str) -> None:
    found = Length.of(value)
    assert found is not None
    day = found.due(date.fromisoformat(event))
    assert (day.isoformat() if day else None) == last, why


AHEAD = [
    ("P3D", "2021-02-04", "2021-02-01", "three days before"),
    ("P3M", "2021-05-31", "2021-02-28", "three months before, to the month's last day"),
    ("P1WD", "2021-10-08", "2021-09-30", "the working day before the holiday"),
]


@pytest.mark.parametrize(("value", "event", "last", "why"), AHEAD)
def test_what_is_due_ahead(value: str, event: str, last: str, why: str) -> None:
    found = Length.of(value)
    assert found is not None and found.ahead(date.fromisoformat(event)) == date.fromisoformat(last), why


NO_LENGTHS = [
    "",
    "immediate",
    "same-day",
    "by 2021-09-30",
    "D1,D7",
    "14",
    "P",
    "PT",
    "P14D+P7D",
    "2021-01-01/2021-02-01",
]


@pytest.mark.parametrize("value", NO_LENGTHS)
def test_what_is_no_length(value: str) -> None:
    assert Length.of(value) is None


WORKING = [
    ("2020-01-19", True, "a Sunday moved for the Spring Festival"),
    ("2020-01-31", False, "the holiday of 2020 was lengthened"),
    ("2020-02-01", False, "a Saturday that was to be worked, until the holiday was lengthened"),
    ("2020-02-03", True, "the first working day after it"),
    ("2021-02-07", True, "a Sunday moved for the Spring Festival"),
    ("2021-02-17", False, "its last day"),
    ("2021-06-14", False, "the Dragon Boat Festival"),
    ("2003-12-31", None, "a year that the calendar does not hold"),
    ("2099-01-04", None, "a year whose notice is not out"),
]


@pytest.mark.parametrize(("day", "works", "why"), WORKING)
def test_days_are_worked_as_the_state_council_said(day: str, works: bool | None, why: str) -> None:
    assert working_days.is_working(date.fromisoformat(day)) is works, why


DAYS = st.dates(date(2005, 1, 1), date(2024, 12, 31))


@given(DAYS, st.integers(1, 40))
def test_working_days_there_and_back(day: date, count: int) -> None:
    later = working_days.after(day, count)
    assert later is not None and later > day and working_days.is_working(later)
    between = [day + timedelta(days=step) for step in range(1, (later - day).days + 1)]
    assert sum(bool(working_days.is_working(one)) for one in between) == count


@given(DAYS, st.integers(1, 400))
def test_days_due_are_one_more_than_days_that_last(day: date, count: int) -> None:
    found = Length(days=count)
    assert found.due(day) == (found.last_day(day) or day) + timedelta(days=1)
