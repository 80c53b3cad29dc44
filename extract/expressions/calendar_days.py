"""Days and spans of days that may lack their year; the day from which relative dates count."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from extract.kinds.calendar_dates import Today


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the calendar; `year` is `None` where nothing says it."""

    year: int | None
    month: int
    day: int

    @property
    def iso(self) -> str:
        """`2021-03-05`, or `--03-05` without a year."""
        return (
            (f"{self.year:04d}-{self.month:02d}-{self.day:02d}") if self.year else f"--{self.month:02d}-{self.day:02d}"
        )


@dataclass(frozen=True, slots=True)
class Days:
    """A span of days, both ends included; a single day is both."""

    first: Day
    last: Day

    @property
    def value(self) -> str:
        """`2021-03-05`, or `2021-03-01/2021-03-31`."""
        return self.first.iso if self.first == self.last else f"{self.first.iso}/{self.last.iso}"

    @property
    def single(self) -> bool:
        """Whether it is one day."""
        return self.first == self.last


def one(day: date) -> Days:
    """The span of one day."""
    return span(day, day)


def span(first: date, last: date) -> Days:
    """The span between two days."""
    return Days(Day(first.year, first.month, first.day), Day(last.year, last.month, last.day))


def month_days(year: int | None, month: int, last_month: int | None = None) -> Days | None:
    """The days of a month, or of the months up to `last_month`; `None` where there is no such month."""
    end = last_month or month
    if not (1 <= month <= 12 and 1 <= end <= 12) or (year is not None and not 1 <= year <= 9999):
        return None
    return Days(Day(year, month, 1), Day(year, end, length(year, end)))


def length(year: int | None, month: int) -> int:
    """The days in a month; of a February without a year 28."""
    return calendar.monthrange(year or 2023, month)[1]


def day_in(year: int | None, month: int, day: int) -> Days | None:
    """One day, or `None` where the calendar has none; 29 February may stand without a year."""
    if not 1 <= month <= 12 or (year is not None and not 1 <= year <= 9999):
        return None
    if not 1 <= day <= (length(year, month) if year else length(2024, month)):
        return None
    return Days(Day(year, month, day), Day(year, month, day))


def known(today: Today) -> date | None:
    """The day itself where all of it is known."""
    if today.year and today.month and today.day:
        return date(today.year, today.month, today.day)
    return None


def moved(day: date, *, years: int = 0, months: int = 0, days: int = 0) -> date | None:
    """The day so much later; the last of the month where it has no such day, `None` beyond the calendar."""
    total = day.year * 12 + day.month - 1 + years * 12 + months
    year, month = divmod(total, 12)
    if not 1 <= year <= 9998:
        return None
    try:
        return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1])) + timedelta(days=days)
    except OverflowError:
        return None
