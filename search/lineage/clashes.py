"""Requirements that are in force at the same time, for the same subject and act in one place, with different values.

What a notice forwards holds in its own area too, so a forwarded rule can clash with a local one. A clash is reported,
with the clause that may settle it (不一致的，以本通知为准); it never ends anything by itself.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from extract.records import Relation, Requirement
from extract.resolving.described import may_mean
from search.lineage.kept import Lineage
from search.questions.force import requirement_status_on, status_on, today
from search.questions.gazetteer import prefix
from search.rows import relation_of, requirement_of

LIMIT = 1000
"""How many clashes one report lists."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Two values of one rule in one place; the later one by `precedence` or as a *possible* replacement."""

    place: str
    earlier: Requirement
    later: Requirement
    precedence: Relation | None = None


_LIVE = "('in_force', 'partly_superseded')"
_HOLDS = """
WITH RECURSIVE passed(notice, cover) AS (
    SELECT a.target, x.notice FROM relation x JOIN arrow a ON a.relation = x.rowid WHERE x.relation = 'forwards'
    UNION SELECT passed.notice, x.notice FROM passed JOIN arrow a ON a.target = passed.cover
    JOIN relation x ON x.rowid = a.relation WHERE x.relation = 'forwards'
),
held(requirement, key, place, value, cover) AS (
    SELECT requirement, key, place, value, NULL FROM rule WHERE {keys}
    UNION ALL SELECT u.requirement, u.key, n.place, u.value, p.cover
    FROM passed p JOIN requirement r ON r.notice = p.notice JOIN rule u ON u.requirement = r.rowid
    JOIN notice n ON n.rowid = p.cover WHERE n.place IS NOT NULL AND {keys}
)
"""


_KEYS = (
    "SELECT u.key FROM notice n JOIN requirement r ON r.notice = n.rowid JOIN rule u ON u.requirement = r.rowid"
    " WHERE n.id = ?"
)


def clashes(
    db: sqlite3.Connection, *, on: str | None = None, place: str | None = None, notice_id: str | None = None
) -> tuple[Clash, ...]:
    """The clashes on a day (`None`: today), in a place with all below it, or in which one notice takes part."""
    day = today() if on is None else date.fromisoformat(on).isoformat()
    found = db.execute(_statement(day, place, notice_id), _values(place, notice_id)).fetchall()
    return tuple(_clashes(db, found))


def _statement(day: str, place: str | None, notice_id: str | None) -> str:
    """Pairs of one key and place whose values differ, both in force; the earlier notice first."""
    live = " AND ".join(f"{requirement_status_on(rule, day)} IN {_LIVE}" for rule in ("ra", "rb"))
    covers = " AND ".join(f"({row} IS NULL OR {status_on(row, day)} IN {_LIVE})" for row in ("a.cover", "b.cover"))
    where = ["a.place GLOB ?"] if place else []
    where += ["(na.id = ? OR nb.id = ?)"] if notice_id else []
    holds = _HOLDS.format(keys=f"key IN ({_KEYS})" if notice_id else "1")
    return (
        f"{holds} SELECT a.place, a.requirement, b.requirement, rb.notice FROM {_first(notice_id)}"
        " JOIN requirement ra ON ra.rowid = a.requirement JOIN requirement rb ON rb.rowid = b.requirement"
        " JOIN notice na ON na.rowid = ra.notice JOIN notice nb ON nb.rowid = rb.notice"
        f" WHERE {' AND '.join([*where, '(na.day, na.id) < (nb.day, nb.id)', live, covers])}"
        f" ORDER BY a.place, a.key, a.requirement, b.requirement LIMIT {LIMIT}"
    )


def _first(notice_id: str | None) -> str:
    """The pairs to look at: of all rules those whose key has two values, found on the index alone."""
    pairs = "held a JOIN held b ON b.key = a.key AND b.place = a.place AND b.value <> a.value"
    if notice_id:
        return pairs
    return (
        "(SELECT key, place FROM held GROUP BY key, place HAVING min(value) <> max(value)) two"
        " JOIN held a ON a.key = two.key AND a.place = two.place"
        " JOIN held b ON b.key = a.key AND b.place = a.place AND b.value <> a.value"
    )


def _values(place: str | None, notice_id: str | None) -> tuple[str, ...]:
    area = (f"{prefix(place)}*",) if place else ()
    return (notice_id, notice_id, *area, notice_id, notice_id) if notice_id else area


def _clashes(db: sqlite3.Connection, found: list[tuple[str, int, int, int]]) -> Iterator[Clash]:
    for place, earlier, later, notice in found:
        first, second = _requirement(db, earlier), _requirement(db, later)
        yield Clash(place, first, second, _precedence(db, notice, first.notice_id))


def _requirement(db: sqlite3.Connection, rowid: int) -> Requirement:
    (line,) = db.execute("SELECT record FROM requirement_record WHERE requirement = ?", (rowid,)).fetchone()
    return requirement_of(line)


def _precedence(db: sqlite3.Connection, later: int, earlier_id: str) -> Relation | None:
    """The clause that may settle it: the later notice prevails where they differ, or ends what it only describes."""
    found = db.execute(
        "SELECT x.record, t.id FROM relation x LEFT JOIN arrow a ON a.relation = x.rowid"
        " LEFT JOIN notice t ON t.rowid = a.target"
        " WHERE x.notice = ? AND x.relation IN ('supersedes', 'repeals') ORDER BY x.rowid",
        (later,),
    ).fetchall()
    clauses = ((relation_of(line), target) for line, target in found)
    return next((said for said, target in clauses if _settles(said) and _reaches(db, said, target, earlier_id)), None)


def _settles(clause: Relation) -> bool:
    """Whether a clause ends nothing by itself, yet may decide a clash: 不一致的以…为准, 此前有关规定同时废止."""
    return clause.scope == "conflicting" or clause.target.description is not None


def _reaches(db: sqlite3.Connection, clause: Relation, target_id: str | None, earlier_id: str) -> bool:
    """Whether a clause speaks of the earlier notice: by its name, by that of its cover, or by a description."""
    lineage = Lineage(db)
    if clause.target.description is None:
        return target_id is not None and target_id in (earlier_id, lineage.carrier_of(earlier_id))
    speaker, other = lineage.identity_of(clause.source_id), lineage.identity_of(earlier_id)
    return may_mean(clause.target.description, speaker, other, lineage.life_of(earlier_id))
