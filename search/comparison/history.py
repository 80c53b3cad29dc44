"""How a rule moved through time in a place: each value from the day on which it began to hold to the day it ceased.

The days are those of the notices' spells (`extract.resolving.status`), narrowed by the clause's own period, by a part
end or an amendment, and for a forwarded rule by its cover. A stretch says which notice set the value and what ended it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from extract.resolving.status import AFTER, BEFORE
from search.comparison.points import LIVE, Asked, Found, Point, Points, Source, Topic, counts, limited
from search.lineage.kept import Lineage


@dataclass(frozen=True, slots=True)
class Stretch:
    """One value from `first` until before `last` (`BEFORE` and `AFTER`: no bound is known), and what ended it."""

    point: Point
    first: str
    last: str
    ended: str | None = None
    ended_by: Source | None = None


@dataclass(frozen=True, slots=True)
class Track:
    """The values of one topic in a place, in the order of their beginning."""

    place: str
    topic: Topic
    stretches: tuple[Stretch, ...]


_EVER = """
WITH RECURSIVE area(notice, place, cover) AS (
    SELECT rowid, place, 0 FROM notice WHERE place = ?
    UNION SELECT a.target, area.place, iif(area.cover, area.cover, area.notice) FROM area
    JOIN relation x ON x.notice = area.notice AND x.relation = 'forwards' JOIN arrow a ON a.relation = x.rowid
)
SELECT p.subject, p.action, p.kind, l.place, p.requirement, l.notice, l.cover, p.heir_of
FROM (SELECT notice, place, min(cover) AS cover FROM area GROUP BY notice, place) l
CROSS JOIN point p ON p.notice = l.notice WHERE {counts}
"""


def history(points: Points, place: str, *, asked: Asked) -> tuple[Track, ...]:
    """Every value that ever held in the place on what is asked, topic by topic."""
    limits, values = limited(asked)
    tracks: defaultdict[Topic, list[Stretch]] = defaultdict(list)
    for row in points.db.execute(
        f"{_EVER.format(counts=counts('p', '1'))}{limits} ORDER BY p.requirement", (place, *values)
    ).fetchall():
        place_code, requirement, notice, cover, heir_of = row[3:]
        found = Found(Topic(*row[:3]), place_code, requirement, notice, cover, "in_force")
        tracks[found.topic] += _stretches(points, found, heir_of)
    return tuple(
        Track(place, topic, tuple(sorted(tracks[topic], key=lambda one: (one.first, one.last, one.point.source.id))))
        for topic in sorted(tracks)
        if tracks[topic]
    )


def _stretches(points: Points, found: Found, heir_of: int | None) -> Iterator[Stretch]:
    """When one value held: each run of days on which its notice, its cover, what it amends and the clause were live."""
    (point,) = points.read([found])
    bounds = [_own_period(points, found.requirement)]
    bounds += _part_ends(points, found.requirement)
    for runs in product(*(_runs(points, notice) for notice in (found.notice, found.cover, heir_of) if notice)):
        first = max(bound.first for bound in (*runs, *bounds))
        end = min((*runs, *bounds), key=lambda bound: bound.last)
        if first < end.last:
            yield Stretch(point, first, end.last, end.said if end.last < AFTER else None, end.by)


@dataclass(frozen=True, slots=True)
class _Bound:
    """A run of days, what ends it, and by which notice."""

    first: str
    last: str
    said: str
    by: Source | None


def _own_period(points: Points, requirement: int) -> _Bound:
    """The clause's own period, as it was last extended."""
    found = points.db.execute("SELECT first, last FROM point WHERE requirement = ? LIMIT 1", (requirement,))
    first, last = found.fetchone()
    return _Bound(first, last, "该条自身规定的期限届满", None)


def _part_ends(points: Points, requirement: int) -> list[_Bound]:
    """Where an amendment or a part end ended the requirement while its notice stayed in force."""
    ends = points.db.execute(
        "SELECT day, said, speaker FROM part_end WHERE requirement = ? AND status IN ('superseded', 'repealed')"
        " ORDER BY day LIMIT 1",
        (requirement,),
    )
    return [_Bound(BEFORE, day, said, points.source(speaker)) for day, said, speaker in ends]


def _runs(points: Points, notice: int) -> list[_Bound]:
    """The runs of days on which a notice is live, each with the reason for its end."""
    runs: list[_Bound] = []
    for spell in Lineage(points.db).history_of(points.source(notice).id):
        reason = spell.reasons[0] if spell.reasons else None
        if spell.status in LIVE:
            if runs and runs[-1].last == spell.first:
                runs[-1] = _Bound(runs[-1].first, spell.last, "", None)
            else:
                runs.append(_Bound(spell.first, spell.last, "", None))
        elif runs and runs[-1].last == spell.first and reason:
            by = points.source_named(reason.source_id) if reason.source_id else None
            runs[-1] = _Bound(runs[-1].first, spell.first, reason.said, by)
    return runs
