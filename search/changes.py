"""Which values changed between two days, from what to what, where, and by which notice.

A value changes in a place where a notice, its cover or the clause's own period begins or ends there and the values in
force on a topic are not those of the day before. One statement finds the days, the topics and the values on both sides.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from dataclasses import dataclass

from search.gazetteer import prefix
from search.points import LIVE, Found, Point, Points, Source, Topic

LIMIT = 1000
"""How many changes one report lists, the latest first."""


@dataclass(frozen=True, slots=True)
class Change:
    """The values of a topic in a place before a day and from it on; `by` are the notices that began or ended."""

    day: str
    place: str
    topic: Topic
    before: tuple[Point, ...]
    after: tuple[Point, ...]
    by: tuple[Source, ...]


def _lives(row: str, day: str, *, before: bool) -> str:
    """Whether the notice in the column `row` is live on the day in the column `day`, or on the day before it."""
    live = ", ".join(f"'{status}'" for status in LIVE)
    covers = f"s.first < {day} AND s.last >= {day}" if before else f"s.first <= {day} AND s.last > {day}"
    return f"EXISTS (SELECT 1 FROM spell s WHERE s.notice = {row} AND {covers} AND s.status IN ({live}))"


_TURNS = f"""
WITH RECURSIVE passed(notice, cover, place) AS (
    SELECT a.target, x.notice, n.place FROM relation x JOIN arrow a ON a.relation = x.rowid
    JOIN notice n ON n.rowid = x.notice WHERE x.relation = 'forwards' AND n.place IS NOT NULL
    UNION SELECT a.target, passed.cover, passed.place FROM passed JOIN relation x ON x.notice = passed.notice
    JOIN arrow a ON a.relation = x.rowid WHERE x.relation = 'forwards'
),
turned(notice, day) AS (
    SELECT notice, first FROM spell t WHERE first BETWEEN :since AND :until
    AND {_lives("t.notice", "t.first", before=True)} <> {_lives("t.notice", "t.first", before=False)}
),
touched(place, subject, action, kind, day) AS (
    SELECT p.place, p.subject, p.action, p.kind, t.day FROM turned t CROSS JOIN point p ON p.notice = t.notice
    UNION SELECT f.place, p.subject, p.action, p.kind, t.day FROM turned t JOIN passed f
    ON t.notice IN (f.notice, f.cover) CROSS JOIN point p ON p.notice = f.notice
    UNION SELECT place, subject, action, kind, first FROM point WHERE first > '' AND first BETWEEN :since AND :until
    UNION SELECT place, subject, action, kind, last FROM point WHERE last < '9999' AND last BETWEEN :since AND :until
),
kept AS MATERIALIZED (
    SELECT * FROM touched WHERE place GLOB :area ORDER BY day DESC, place, subject, action, kind LIMIT :limit
),
side(place, subject, action, kind, day, requirement, notice, cover, value, first, last) AS (
    SELECT k.place, k.subject, k.action, k.kind, k.day, p.requirement, p.notice, 0, p.value, p.first, p.last
    FROM kept k CROSS JOIN point p ON (p.place, p.subject, p.action, p.kind) = (k.place, k.subject, k.action, k.kind)
    UNION SELECT k.place, k.subject, k.action, k.kind, k.day, p.requirement, p.notice, f.cover, p.value, p.first, p.last
    FROM kept k JOIN passed f ON f.place = k.place CROSS JOIN point p ON p.notice = f.notice
    AND (p.subject, p.action, p.kind) = (k.subject, k.action, k.kind)
)
SELECT *, first < day AND last >= day AND {_lives("side.notice", "side.day", before=True)}
    AND (cover = 0 OR {_lives("side.cover", "side.day", before=True)}) AS was,
    first <= day AND last > day AND {_lives("side.notice", "side.day", before=False)}
    AND (cover = 0 OR {_lives("side.cover", "side.day", before=False)}) AS is_now
FROM side
"""


def changes(points: Points, *, since: str, until: str, place: str = "") -> tuple[Change, ...]:
    """The changes from `since` to `until` (ISO, both within), in a place and all below it (empty: everywhere)."""
    asked = {"since": since, "until": until, "area": f"{prefix(place) if place else ''}*", "limit": LIMIT}
    sides: defaultdict[tuple[str, str, Topic], list[sqlite3.Row]] = defaultdict(list)
    for row in points.db.execute(_TURNS, asked):
        sides[row[4], row[0], Topic(*row[1:4])].append(row)
    found = [_change(points, key, rows) for key, rows in sides.items() if _values(rows, 11) != _values(rows, 12)]
    return tuple(sorted(found, key=lambda one: (one.day, one.place, one.topic), reverse=True))


def _values(rows: list[sqlite3.Row], side: int) -> set[str]:
    return {row[8] for row in rows if row[side]}


def _change(points: Points, key: tuple[str, str, Topic], rows: list[sqlite3.Row]) -> Change:
    day, place, topic = key
    before, after = (
        tuple(points.point(Found(topic, place, row[5], row[6], row[7], "in_force")) for row in rows if row[side])
        for side in (11, 12)
    )
    turned = {number for row in rows if row[11] != row[12] for number in (row[7] or row[6],)}
    return Change(day, place, topic, before, after, tuple(points.source(number) for number in sorted(turned)))
