"""Days as an iCalendar file (RFC 5545) that calendar programs open: all-day events, the same UID for the same event."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from icalendar import Component


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of a calendar, from `first` to `last` (inclusive); `id` is the same whenever it is made again."""

    id: str
    first: date
    last: date
    title: str
    about: str
    category: str = ""


def calendar(events: Iterable[Event], *, name: str) -> bytes:
    """The events as the bytes of an `.ics` file; its day of making is the only thing that differs between two runs."""
    from icalendar import Calendar

    found = Calendar()
    found.add("prodid", "-//policy-notices//ZH")
    found.add("version", "2.0")
    found.add("x-wr-calname", name)
    stamp = datetime.now(UTC).replace(microsecond=0)
    for event in events:
        found.add_component(_component(event, stamp))
    return bytes(found.to_ical())


def _component(event: Event, stamp: datetime) -> Component:
    from icalendar import Event as Entry

    made = Entry()
    made.add("uid", f"{event.id}@policy-notices")
    made.add("dtstamp", stamp)
    made.add("dtstart", event.first)
    made.add("dtend", event.last + timedelta(days=1))
    made.add("summary", event.title)
    made.add("description", event.about)
    made.add("transp", "TRANSPARENT")
    if event.category:
        made.add("categories", [event.category])
    return made
