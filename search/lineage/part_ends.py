"""What ends or touches single requirements of a notice that is in force for the rest: part ends and amendments.

They stand in a table of their own, so that questions over many places find them in the index. The new wording of an
amended rule inherits its keys: 将“每季度”修改为“每月” names neither subject nor measure, the old wording does.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extract.records import Relation, Requirement
from extract.relations.amendments import Amendment, is_whole_article
from extract.resolving.status import AFTER, Status

TABLES = """
CREATE TABLE part_end (
    requirement INTEGER NOT NULL REFERENCES requirement ON DELETE CASCADE, day TEXT NOT NULL, status TEXT NOT NULL,
    said TEXT NOT NULL, speaker INTEGER NOT NULL, notice INTEGER NOT NULL, PRIMARY KEY (requirement, day, speaker)
) WITHOUT ROWID;
CREATE INDEX part_end_by_notice ON part_end (notice);
CREATE INDEX part_end_by_day ON part_end (day);

CREATE TABLE longer (
    requirement INTEGER PRIMARY KEY REFERENCES requirement ON DELETE CASCADE, last TEXT NOT NULL,
    speaker INTEGER NOT NULL, notice INTEGER NOT NULL
);
CREATE INDEX longer_by_notice ON longer (notice);
"""


@dataclass(frozen=True, slots=True)
class Change:
    """What ends one requirement of a notice that is in force for the rest, and the requirements that replace it."""

    requirement_id: str
    status: Status
    day: str
    said: str
    quote: str
    superseded_by: tuple[str, ...]
    source_id: str
    heir: str | None = None
    """The one requirement whose value takes the place of this one's."""


_INHERIT = """
INSERT OR IGNORE INTO point
SELECT new.rowid, p.subject, p.action, p.kind, r.record ->> 'value', new.notice, new.place, p.first, p.last, old.notice
FROM requirement old JOIN point p ON p.requirement = old.rowid AND p.heir_of IS NULL
JOIN requirement new JOIN requirement_record r ON r.requirement = new.rowid
WHERE old.notice = ? AND old.id = ? AND new.id = ? AND new.notice = (SELECT rowid FROM notice WHERE id = ?)
"""


_END = """
INSERT OR REPLACE INTO part_end
SELECT old.rowid, ?, ?, ?, speaker.rowid, old.notice FROM requirement old JOIN notice speaker ON speaker.id = ?
WHERE old.notice = ? AND old.id = ?
"""


def write(db: sqlite3.Connection, rowid: int, changes: Iterable[Change]) -> None:
    """Makes the store hold these changes of a notice, and no others, within the caller's transaction."""
    db.execute("DELETE FROM part_end WHERE notice = ?", (rowid,))
    db.execute("DELETE FROM point WHERE heir_of = ?", (rowid,))
    for one in changes:
        db.execute(_END, (one.day, one.status, one.said, one.source_id, rowid, one.requirement_id))
        db.execute(_INHERIT, (rowid, one.requirement_id, one.heir, one.source_id))


@dataclass(frozen=True, slots=True)
class Longer:
    """A requirement whose own period another notice extends; `last` is the first day on which it holds no more."""

    requirement_id: str
    last: str
    source_id: str


_PROLONG = """
INSERT OR REPLACE INTO longer
SELECT old.rowid, ?, speaker.rowid, old.notice FROM requirement old JOIN notice speaker ON speaker.id = ?
WHERE old.notice = ? AND old.id = ?
"""
_OWN_END = "(SELECT date(r.applies_to, '+1 day') FROM requirement r WHERE r.rowid = point.requirement)"


def prolong(db: sqlite3.Connection, rowid: int, found: Iterable[Longer]) -> None:
    """Makes the periods of a notice's requirements end as extended, and all others as they themselves say."""
    now = sorted(found, key=lambda one: one.last)
    if not now and db.execute("SELECT 1 FROM longer WHERE notice = ? LIMIT 1", (rowid,)).fetchone() is None:
        return
    theirs = "requirement IN (SELECT requirement FROM longer WHERE notice = ?)"
    db.execute(f"UPDATE point SET last = coalesce({_OWN_END}, ?) WHERE {theirs}", (AFTER, rowid))
    db.execute("DELETE FROM longer WHERE notice = ?", (rowid,))
    for one in now:
        db.execute(_PROLONG, (one.last, one.source_id, rowid, one.requirement_id))
    new = "(SELECT last FROM longer g WHERE g.requirement = point.requirement)"
    db.execute(f"UPDATE point SET last = {new} WHERE {theirs}", (rowid,))


def heir(rule: Requirement, changed: Sequence[Requirement], by: Sequence[Requirement]) -> str | None:
    """The new rule of the same kind; none where the change touches or brings several."""
    old, new = ([one for one in rules if one.kind == rule.kind] for rules in (changed, by))
    return new[0].id if len(old) == len(new) == 1 else None


def touches_parts(relation: Relation) -> bool:
    """Whether it changes single requirements of its target, and leaves the rest."""
    if relation.stage == "planned" or relation.scope == "conflicting" or relation.relation == "extends":
        return False
    return relation.relation == "amends" or relation.scope == "part"


def state(part: str | None, new: str | None) -> Status:
    """An end of a paragraph or item leaves open which requirements of its article it is: they are to be checked."""
    if new is not None:
        return "superseded"
    return "repealed" if part is None or is_whole_article(part) else "partly_superseded"


def said_of(change: Amendment) -> str:
    return f"改为“{change.new}”" if change.new is not None else f"{change.part}已删去"
