"""Which values changed between two days, from what to what, where, and by which notice.

A value changes in a place where a notice, its cover, the clause's own period or the part of the notice in which it
stands begins or ends there, and the values in force on a topic are not those of the day before. The days are looked at
from the latest back, some at a time, until enough changes are found: a report is always whole for the days it covers.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, partial
from typing import NamedTuple

from search.comparison.points import LIVE, Found, Point, Points, Source, Topic, counts, ended
from search.lineage.kept import Lineage
from search.questions.gazetteer import prefix

LIMIT = 500
"""From how many changes on a report looks no further back; the days it has begun are listed to the end."""
_LOOKED_AT = 250
"""How many turns of notices and clauses are looked at first; then twice as many, and so on."""


@dataclass(frozen=True, slots=True)
class Change:
    """The values of a topic in a place before a day and from it on; `by` are the notices that began or ended, or that
    amended one."""

    day: str
    place: str
    topic: Topic
    before: tuple[Point, ...]
    after: tuple[Point, ...]
    by: tuple[Source, ...]
    said: tuple[str, ...] = ()
    """What an amendment or a part end says of the values that it ends, and why a notice ended; the new wording may hold
    what was not read."""


@dataclass(frozen=True, slots=True)
class Report:
    """The changes from `since` until `until`, both within, the latest first; where there are too many `since` is later
    than asked for, and `cut` says so."""

    since: str
    until: str
    changes: tuple[Change, ...]
    cut: bool = False


class _Side(NamedTuple):
    """A value on a topic on one of the days, and whether it held before the day and from it on."""

    place: str
    subject: str
    action: str
    kind: str
    day: str
    requirement: int
    notice: int
    cover: int
    value: str
    was: int
    is_now: int
    turned_by: int | None
    said: str | None

    @property
    def key(self) -> tuple[str, str, Topic]:
        return self.day, self.place, Topic(self.subject, self.action, self.kind)


def _lives(row: str, day: str, *, before: bool) -> str:
    """Whether the notice in the column `row` is live on the day in the column `day`, or on the day before it."""
    live = ", ".join(f"'{status}'" for status in LIVE)
    covers = f"s.first < {day} AND s.last >= {day}" if before else f"s.first <= {day} AND s.last > {day}"
    return f"EXISTS (SELECT 1 FROM spell s WHERE s.notice = {row} AND {covers} AND s.status IN ({live}))"


_DAYS = """
SELECT day, count(*) FROM (
    SELECT first AS day FROM spell WHERE first BETWEEN :since AND :until
    AND (:area = '*' OR (SELECT place FROM notice WHERE rowid = spell.notice) GLOB :area)
    UNION ALL SELECT first FROM point WHERE first > '' AND first BETWEEN :since AND :until AND place GLOB :area
    UNION ALL SELECT last FROM point WHERE last < '9999' AND last BETWEEN :since AND :until AND place GLOB :area
    UNION ALL SELECT day FROM part_end WHERE day BETWEEN :since AND :until
) GROUP BY day ORDER BY day DESC
"""

_TURNS = f"""
WITH RECURSIVE passed(notice, cover, place) AS MATERIALIZED (
    SELECT a.target, x.notice, n.place FROM relation x JOIN arrow a ON a.relation = x.rowid
    JOIN notice n ON n.rowid = x.notice WHERE x.relation = 'forwards' AND n.place GLOB :area
    UNION SELECT a.target, passed.cover, passed.place FROM passed JOIN relation x ON x.notice = passed.notice
    JOIN arrow a ON a.relation = x.rowid WHERE x.relation = 'forwards'
),
turned(notice, day) AS MATERIALIZED (
    SELECT notice, first FROM spell t WHERE first BETWEEN :since AND :until
    AND {_lives("t.notice", "t.first", before=True)} <> {_lives("t.notice", "t.first", before=False)}
),
at(notice, requirement, day) AS (
    SELECT notice, NULL, day FROM turned
    UNION ALL SELECT notice, requirement, first FROM point WHERE first > '' AND first BETWEEN :since AND :until
    UNION ALL SELECT notice, requirement, last FROM point WHERE last < '9999' AND last BETWEEN :since AND :until
    UNION ALL SELECT notice, requirement, day FROM part_end WHERE day BETWEEN :since AND :until
),
touched(place, subject, action, kind, day) AS MATERIALIZED (
    SELECT p.place, p.subject, p.action, p.kind, t.day FROM at t CROSS JOIN point p ON p.notice = t.notice
    WHERE p.place GLOB :area AND (t.requirement IS NULL OR t.requirement = p.requirement)
    UNION SELECT f.place, p.subject, p.action, p.kind, t.day FROM at t CROSS JOIN passed f ON f.notice = t.notice
    CROSS JOIN point p ON p.notice = f.notice WHERE t.requirement IS NULL OR t.requirement = p.requirement
    UNION SELECT f.place, p.subject, p.action, p.kind, t.day FROM turned t CROSS JOIN passed f ON f.cover = t.notice
    CROSS JOIN point p ON p.notice = f.notice
    UNION SELECT p.place, p.subject, p.action, p.kind, t.day FROM point p CROSS JOIN turned t ON t.notice = p.heir_of
    WHERE p.heir_of IS NOT NULL AND p.place GLOB :area
),
side(place, subject, action, kind, day, requirement, notice, cover, value, first, last, heir_of) AS (
    SELECT k.place, k.subject, k.action, k.kind, k.day, p.requirement, p.notice, 0, p.value, p.first, p.last, p.heir_of
    FROM touched k CROSS JOIN point p
    ON (p.place, p.subject, p.action, p.kind) = (k.place, k.subject, k.action, k.kind)
    UNION ALL
    SELECT k.place, k.subject, k.action, k.kind, k.day, p.requirement, p.notice, f.cover, p.value, p.first, p.last,
    p.heir_of FROM touched k JOIN passed f ON f.place = k.place CROSS JOIN point p ON p.notice = f.notice
    AND (p.subject, p.action, p.kind) = (k.subject, k.action, k.kind)
)
SELECT place, subject, action, kind, day, requirement, notice, cover, value,
    first < day AND last >= day AND {_lives("side.notice", "side.day", before=True)}
    AND (cover = 0 OR {_lives("side.cover", "side.day", before=True)})
    AND {counts("side", _lives("side.heir_of", "side.day", before=True))}
    AND NOT {ended("side.requirement", "< side.day")} AS was,
    first <= day AND last > day AND {_lives("side.notice", "side.day", before=False)}
    AND (cover = 0 OR {_lives("side.cover", "side.day", before=False)})
    AND {counts("side", _lives("side.heir_of", "side.day", before=False))}
    AND NOT {ended("side.requirement", "<= side.day")} AS is_now,
    coalesce((SELECT min(e.speaker) FROM part_end e WHERE e.requirement = side.requirement AND e.day = side.day),
    iif({_lives("side.heir_of", "side.day", before=False)}, NULL, heir_of)) AS turned_by,
    (SELECT min(e.said) FROM part_end e WHERE e.requirement = side.requirement AND e.day = side.day) AS said
FROM side WHERE was OR is_now
"""


def changes(points: Points, *, since: str, until: str, place: str = "") -> Report:
    """The changes from `since` to `until` (ISO, both within), in a place and all below it (empty: everywhere)."""
    area = f"{prefix(place) if place else ''}*"
    found: dict[tuple[str, str, Topic], list[_Side]] = {}
    for first, last in _stages(points.db, since, until, area):
        found |= _turns(points.db, first, last, area)
        if len(found) > LIMIT:
            break
    keys = sorted(found, reverse=True)
    if len(keys) > LIMIT:
        since = keys[LIMIT - 1][0]
    listed = {key: found[key] for key in keys if key[0] >= since}
    return Report(since, until, tuple(_read(points, listed)), cut=len(keys) > LIMIT)


def _stages(db: sqlite3.Connection, since: str, until: str, area: str) -> Iterator[tuple[str, str]]:
    """All days from the latest back, as ranges that each hold twice as many turns as the one before."""
    size, turns = _LOOKED_AT, 0
    for day, number in db.execute(_DAYS, {"since": since, "until": until, "area": area}).fetchall():
        turns += number
        if turns >= size:
            yield day, until
            size, turns, until = 2 * size, 0, (date.fromisoformat(day) - timedelta(days=1)).isoformat()
    if since <= until:
        yield since, until


def _turns(db: sqlite3.Connection, since: str, until: str, area: str) -> dict[tuple[str, str, Topic], list[_Side]]:
    """What stands on both sides of each change between two days."""
    sides: defaultdict[tuple[str, ...], list[_Side]] = defaultdict(list)
    for row in db.execute(_TURNS, {"since": since, "until": until, "area": area}):
        sides[row[:5]].append(_Side(*row))
    return {rows[0].key: rows for rows in sides.values() if _before(rows) != _after(rows)}


def _before(rows: list[_Side]) -> set[str]:
    return {row.value for row in rows if row.was}


def _after(rows: list[_Side]) -> set[str]:
    return {row.value for row in rows if row.is_now}


def _read(points: Points, found: dict[tuple[str, str, Topic], list[_Side]]) -> Iterator[Change]:
    """The changes with their records, which are read together."""
    shown = {(row.key, row.requirement, row.cover): row for rows in found.values() for row in rows}
    ends = cache(partial(_why_ended, points))
    read = dict(zip(shown, points.read([_found(row) for row in shown.values()]), strict=True))
    for key, rows in found.items():
        before = tuple(read[key, row.requirement, row.cover] for row in rows if row.was)
        after = tuple(read[key, row.requirement, row.cover] for row in rows if row.is_now)
        turned = sorted({row.turned_by or row.cover or row.notice for row in rows if row.was != row.is_now})
        said = dict.fromkeys(
            [row.said for row in rows if row.said] + [end for one in turned if (end := ends(one, key[0]))]
        )
        yield Change(*key, before, after, tuple(map(points.source, turned)), tuple(said))


def _why_ended(points: Points, notice: int, day: str) -> str | None:
    """Why a notice holds no longer from a day on; `None` where it goes on or begins."""
    spells = Lineage(points.db).history_of(points.source(notice).id)
    ended = next((spell for spell in spells if spell.first == day and spell.status not in LIVE), None)
    return ended.reasons[0].said if ended and ended.reasons else None


def _found(row: _Side) -> Found:
    _, place, topic = row.key
    return Found(topic, place, row.requirement, row.notice, row.cover, "in_force")
