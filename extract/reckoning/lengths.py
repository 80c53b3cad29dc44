"""A canonical length of time (`P14D`, `P15WD`, `PT24H`, `P1Y6M`) laid on the calendar.

Two ways of counting, each with its source:

- *Lasting* (a phase of isolation, a public notice): the day on which it begins is its day 1, so 14 days from
  1 February end on 14 February. So count the notices themselves: `14天…第1、7、14天各进行1次核酸检测` has its first
  test on entry and its last on the last day (国务院联防联控机制《新型冠状病毒肺炎防控方案》 counts its test days so).
- *Due* (an act within 3 days of an event): the day of the event is not counted, and a period of months ends on the day
  of the same number, or on the month's last (《民法典》第二百零一条、第二百零二条). Hours run from the event itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from dateutil.relativedelta import relativedelta

from extract.reckoning import working_days
from ingest import patterns as re

_LENGTH = re.compile(
    r"P(?=.)(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?(?:(?P<workdays>\d+)WD)?"
    r"(?:T(?=.)(?:(?P<hours>\d+)H)?(?:(?P<minutes>\d+)M)?(?:(?P<seconds>\d+)S)?)?"
)
_BOUND = re.compile(r"(>=|<=|>|<)?(.+)")


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time in the units in which it is stated; `bound` is its sign (`>=`, `<=`, `>`, `<` or empty)."""

    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0
    workdays: int = 0
    hours: int = 0
    minutes: int = 0
    seconds: int = 0
    bound: str = ""

    @classmethod
    def of(cls, value: str) -> Length | None:
        """The length that a canonical value states, of a range its upper end; `None` for anything else."""
        sign, _, upper = value.rpartition("..")
        bound = _BOUND.fullmatch(upper)
        match = _LENGTH.fullmatch(bound[2]) if bound else None
        if match is None or bound is None:
            return None
        found = {name: int(number) for name, number in match.groupdict().items() if number}
        return cls(**found, bound="<=" if sign else bound[1] or "")

    @property
    def whole_days(self) -> int | None:
        """The number of calendar days, weeks counted as seven; `None` where another unit is in it."""
        if self.years or self.months or self.workdays or self.minutes or self.seconds or self.hours % 24:
            return None
        return self.weeks * 7 + self.days + self.hours // 24

    def last_day(self, first: date) -> date | None:
        """The last day of what lasts so long from `first` on; `None` where it is shorter than a day or unknown."""
        if self.workdays:
            return working_days.after(first - timedelta(days=1), self.workdays)
        if not (self.years or self.months or self.whole_days):
            return None
        return self._added(first) - timedelta(days=1)

    def due(self, event: date) -> date | None:
        """The last day on which an act is in time that is due so long after `event`; `None` where that is unknown."""
        if self.workdays:
            return working_days.after(event, self.workdays)
        return self._added(event)

    def ahead(self, event: date) -> date | None:
        """The last day on which an act is in time that is due so long before `event`."""
        return working_days.after(event, -self.workdays) if self.workdays else self._added(event, sign=-1)

    def _added(self, day: date, *, sign: int = 1) -> date:
        step = relativedelta(years=self.years, months=self.months, weeks=self.weeks, days=self.days)
        clock = timedelta(hours=self.hours, minutes=self.minutes, seconds=self.seconds)
        return (datetime.combine(day, time()) + sign * step + sign * clock).date()
