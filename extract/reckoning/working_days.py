"""Working days by the yearly holiday notice of the State Council (国务院办公厅关于部分节假日安排的通知).

Days moved for a holiday (调休) and the lengthened Spring Festival of 2020 are in it. Years that the calendar does not
hold are unknown, never taken for ordinary ones: the notice for a year is published in the autumn before.
"""

from __future__ import annotations

from datetime import date, timedelta


def is_working(day: date) -> bool | None:
    """Whether people work on that day; `None` for a year that the calendar does not hold."""
    import chinese_calendar

    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return None


def after(day: date, count: int) -> date | None:
    """The `count`-th working day after `day` (before it, where `count` is negative); `None` where a year is unknown."""
    step = timedelta(days=1 if count > 0 else -1)
    left = abs(count)
    while left:
        day += step
        working = is_working(day)
        if working is None:
            return None
        left -= working
    return day
