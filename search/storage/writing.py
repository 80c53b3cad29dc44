"""How records enter a store and leave it: rows and index together, within the caller's transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime

from extract.reckoning.comparison import action_key, rule_key, subject_keys
from extract.reckoning.values import Span, in_hours, parse
from extract.records import Requirement
from extract.resolving.status import own_period
from ingest.errors import Failure
from ingest.notice import Notice
from search.exports.lines import compact
from search.lineage.kept import Lineage
from search.questions import words
from search.questions.entries import (
    NOTICE_COLUMNS,
    REQUIREMENT_COLUMNS,
    Facts,
    facts,
    notice_entry,
    requirement_entry,
)
from search.reading import Reading
from search.rows import notice_of, requirement_of

STALE = ""
"""The digest of a file that must be read again although it has not changed."""
SAME = 0.7
"""The share of common tokens from which two texts under one identifier are one notice."""
FULLER = 1.1
"""How much longer a copy must be to take the place of the one before: the other was cut."""


def put(db: sqlite3.Connection, uri: str, sha256: str, read_by: str, readings: Iterable[Reading]) -> int:
    """Makes the store hold of a file what was read from it now, and nothing else; returns how many notices it holds.

    A notice that another file holds too is kept once, as read from the fuller copy, and both files are remembered. One
    that only bears the same identifier (its number was given twice) becomes a notice of its own.
    """
    _remember(db, uri, sha256, read_by)
    held = set(_hold_all(db, uri, readings))
    before = {rowid for (rowid,) in db.execute("SELECT notice FROM held WHERE uri = ?", (uri,))}
    for rowid in before - held:
        _let_go(db, uri, rowid)
    db.executemany("INSERT OR IGNORE INTO held VALUES (?, ?)", [(uri, rowid) for rowid in held])
    db.execute("DELETE FROM failure WHERE uri = ?", (uri,))
    return len(held)


def _hold_all(db: sqlite3.Connection, uri: str, readings: Iterable[Reading]) -> Iterator[int]:
    """The rows of a file's notices; where a cover gets an identifier of its own, what it carries is told."""
    renamed: dict[str, str] = {}
    for reading in readings:
        rowid = _hold(db, uri, reading.below(renamed))
        (renamed[reading.notice.id],) = db.execute("SELECT id FROM notice WHERE rowid = ?", (rowid,)).fetchone()
        yield rowid


def forget(db: sqlite3.Connection, uri: str) -> None:
    """Removes a file, and the notices that stand in no other."""
    for (rowid,) in db.execute("SELECT notice FROM held WHERE uri = ?", (uri,)).fetchall():
        _let_go(db, uri, rowid)
    db.execute("DELETE FROM source WHERE uri = ?", (uri,))
    db.execute("DELETE FROM failure WHERE uri = ?", (uri,))


def fail(db: sqlite3.Connection, failure: Failure) -> None:
    """Remembers that a file could not be read; what was read from it before stays."""
    row = (failure.uri, failure.stage, failure.reason, failure.advice, _now())
    db.execute("INSERT OR REPLACE INTO failure VALUES (?, ?, ?, ?, ?)", row)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _remember(db: sqlite3.Connection, uri: str, sha256: str, read_by: str) -> None:
    db.execute(
        "INSERT INTO source (uri, sha256, read_by, read_at) VALUES (?, ?, ?, ?) ON CONFLICT (uri) DO UPDATE SET"
        " sha256 = excluded.sha256, read_by = excluded.read_by, read_at = excluded.read_at, gone = 0",
        (uri, sha256, read_by, _now()),
    )


def _hold(db: sqlite3.Connection, uri: str, reading: Reading) -> int:
    """The row of the notice: written anew, unless another file is its home and holds it as fully."""
    found = db.execute(
        "SELECT rowid, home, text FROM notice JOIN notice_record ON notice = rowid WHERE id = ?", (reading.notice.id,)
    ).fetchone()
    if found is None:
        return _insert(db, uri, reading, None)
    rowid, home, text = found
    if home != uri and not same_text(text, reading.notice.text):
        return _hold(db, uri, reading.apart())
    if home != uri and len(reading.notice.text) <= FULLER * len(text):
        return int(rowid)
    return _rewrite(db, uri, reading, rowid, text)


def _rewrite(db: sqlite3.Connection, uri: str, reading: Reading, rowid: int, text: str) -> int:
    """Puts the notice in its own place; the other files that hold it are read again where it is another one now."""
    others = db.execute("SELECT uri, notice FROM held WHERE notice = ? AND uri <> ?", (rowid, uri)).fetchall()
    _remove(db, rowid)
    _insert(db, uri, reading, rowid)
    db.executemany("INSERT INTO held VALUES (?, ?)", others)
    if others and not same_text(text, reading.notice.text):
        db.executemany("UPDATE source SET sha256 = ? WHERE uri = ?", [(STALE, other) for other, _ in others])
    return rowid


def same_text(one: str, other: str) -> bool:
    """Whether two texts are copies of one notice: most two-unit tokens of the shorter stand in the longer.

    Copies in two formats share nine in ten, a cut copy all of its own; two notices to which somebody gave the same
    number (five such numbers were seen among some three hundred real notices) share the phrases of their form.
    """
    first, second = set(words.tokens(one).split()), set(words.tokens(other).split())
    return len(first & second) >= SAME * min(len(first), len(second))


def _let_go(db: sqlite3.Connection, uri: str, rowid: int) -> None:
    """The file holds the notice no more: without another file it goes, else the others are read again."""
    db.execute("DELETE FROM held WHERE uri = ? AND notice = ?", (uri, rowid))
    others = [other for (other,) in db.execute("SELECT uri FROM held WHERE notice = ? ORDER BY uri", (rowid,))]
    if not others:
        _remove(db, rowid)
    elif db.execute("SELECT 1 FROM notice WHERE rowid = ? AND home = ?", (rowid, uri)).fetchone():
        db.execute("UPDATE notice SET home = ? WHERE rowid = ?", (others[0], rowid))
        db.execute("UPDATE source SET sha256 = ? WHERE uri = ?", (STALE, others[0]))


def _insert(db: sqlite3.Connection, uri: str, reading: Reading, rowid: int | None) -> int:
    notice, about = reading.notice, facts(reading.notice)
    row = _notice_row(notice, about) | {"rowid": rowid, "home": uri, "requirements": len(reading.requirements)}
    rowid = _insert_row(db, "notice", row)
    record = notice.to_record() | {"text": None}
    db.execute("INSERT INTO notice_record VALUES (?, ?, ?)", (rowid, compact(record), notice.text))
    db.execute(_index("notice_words", NOTICE_COLUMNS), (rowid, *notice_entry(notice)))
    for requirement in reading.requirements:
        _insert_requirement(db, rowid, requirement, about)
    for relation in reading.relations:
        key = words.number_key(relation.target.doc_number or "")
        line = compact(relation.to_record())
        row = {"id": relation.id, "notice": rowid, "relation": relation.relation, "target_key": key, "record": line}
        _insert_row(db, "relation", row | {"target_id": relation.target_id})
    Lineage(db).add(rowid, reading)
    return rowid


def _notice_row(notice: Notice, about: Facts) -> dict[str, str | int | None]:
    place = notice.jurisdiction
    return {
        "id": notice.id,
        "number_key": words.number_key(notice.doc_number or ""),
        "doc_type": notice.doc_type,
        "level": place.level if place else None,
        "place": about.place,
        "place_name": place.name if place else None,
        "year": about.year,
        "day": about.day,
        "signed_on": notice.signed_on,
        "published_on": notice.published_on,
        "printed_on": notice.printed_on,
        "effective_from": notice.effective_from,
        "effective_to": notice.effective_to,
    }


def _insert_requirement(db: sqlite3.Connection, notice: int, requirement: Requirement, about: Facts) -> None:
    value = parse(requirement.kind, requirement.value)
    row: dict[str, str | float | None] = {
        "id": requirement.id,
        "notice": notice,
        "kind": requirement.kind,
        "modality": requirement.modality,
        "place": about.place,
        "year": about.year,
        "day": about.day,
        "aspect": value.aspect,
        "first_day": value.first_day,
        "last_day": value.last_day,
        "applies_from": requirement.applies_from,
        "applies_to": requirement.applies_to,
        "subject_code": requirement.subject_code,
        "action_code": requirement.action_code,
        "confidence": requirement.confidence,
    }
    rowid = _insert_row(db, "requirement", row | _numbers(value.span))
    db.execute("INSERT INTO requirement_record VALUES (?, ?)", (rowid, compact(requirement.to_record())))
    db.execute(_index("requirement_words", REQUIREMENT_COLUMNS), (rowid, *requirement_entry(requirement, about)))
    if (key := rule_key(requirement)) and about.place:
        _insert_row(db, "rule", {"requirement": rowid, "place": about.place, "key": key, "value": requirement.value})
    _insert_points(db, rowid, notice, requirement, about)
    for position, part in enumerate(value.parts):
        _insert_row(db, "part", {"requirement": rowid, "position": position} | _numbers(part))


def _insert_points(db: sqlite3.Connection, rowid: int, notice: int, requirement: Requirement, about: Facts) -> None:
    """What the requirement says something of; a duty, and a rule without subject or action, compares with none."""
    action = action_key(requirement)
    if requirement.value is None or action is None:
        return
    first, last = own_period(requirement)
    for subject in subject_keys(requirement):
        row: dict[str, str | float | None] = {
            "requirement": rowid,
            "subject": subject,
            "action": action,
            "kind": requirement.kind,
        }
        row |= {"value": requirement.value, "notice": notice, "place": about.place, "first": first, "last": last}
        _insert_row(db, "point", row)


def _numbers(span: Span | None) -> dict[str, str | float | None]:
    if span is None:
        return {}
    hours = in_hours(span)
    return {
        "unit": span.unit,
        "low": span.low,
        "high": span.high,
        "low_open": span.low_open,
        "high_open": span.high_open,
        "least_hours": hours.low,
        "most_hours": hours.high,
    }


def _insert_row(db: sqlite3.Connection, table: str, row: Mapping[str, str | float | None]) -> int:
    sql = f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})"
    return int(db.execute(sql, tuple(row.values())).lastrowid or 0)


def _index(table: str, columns: tuple[str, ...]) -> str:
    return f"INSERT INTO {table} (rowid, {', '.join(columns)}) VALUES (?{', ?' * len(columns)})"


def _unindex(table: str, columns: tuple[str, ...]) -> str:
    return f"INSERT INTO {table} ({table}, rowid, {', '.join(columns)}) VALUES ('delete', ?{', ?' * len(columns)})"


def _remove(db: sqlite3.Connection, rowid: int) -> None:
    """Deletes a notice with its records; the index is given the tokens that it was given for them."""
    record, text = db.execute("SELECT record, text FROM notice_record WHERE notice = ?", (rowid,)).fetchone()
    notice = notice_of(record, text=text)
    db.execute(_unindex("notice_words", NOTICE_COLUMNS), (rowid, *notice_entry(notice)))
    lines = "SELECT rowid, record FROM requirement JOIN requirement_record ON requirement = requirement.rowid"
    for number, line in db.execute(f"{lines} WHERE notice = ?", (rowid,)).fetchall():
        entry = requirement_entry(requirement_of(line), facts(notice))
        db.execute(_unindex("requirement_words", REQUIREMENT_COLUMNS), (number, *entry))
    lineage = Lineage(db)
    touched = lineage.leave(rowid)
    db.execute("DELETE FROM notice WHERE rowid = ?", (rowid,))
    lineage.left(*touched)
