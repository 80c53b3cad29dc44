"""What points at what, and what is in force when, kept in the store: adding a notice touches only what it names.

A notice is looked up by its keys (number, title, titles it issues), a relation that waits for its target by the same
keys; so a notice that arrives resolves those that wait for it, and one that leaves opens those that pointed at it. The
spells of time are kept for filters; the reasons behind them are derived again when they are shown.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from extract.records import ACTING, Relation, Requirement
from extract.relations.amendments import amendments, extended, extensions, is_changed, is_in_part, parts
from extract.resolving.lineage import Arrow, history, is_attachment
from extract.resolving.resolution import Identity, Resolution, identity, resolve, target_keys
from extract.resolving.status import AFTER, Effect, Life, Spell, day_after, life
from ingest.notice import Notice
from search.lineage.part_ends import Change, Longer, heir, prolong, said_of, state, touches_parts, write
from search.reading import Reading
from search.rows import notice_of, relation_of, requirement_of

TABLES = """
CREATE TABLE notice_key (
    key TEXT NOT NULL, notice INTEGER NOT NULL REFERENCES notice ON DELETE CASCADE, PRIMARY KEY (key, notice)
) WITHOUT ROWID;
CREATE INDEX notice_key_by_notice ON notice_key (notice);

CREATE TABLE identity (
    notice INTEGER PRIMARY KEY REFERENCES notice ON DELETE CASCADE, parent_id TEXT, attached INTEGER NOT NULL,
    record TEXT NOT NULL
);
CREATE INDEX identity_by_parent ON identity (parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE relation_key (
    key TEXT NOT NULL, relation INTEGER NOT NULL REFERENCES relation ON DELETE CASCADE, PRIMARY KEY (key, relation)
) WITHOUT ROWID;
CREATE INDEX relation_key_by_relation ON relation_key (relation);

CREATE TABLE arrow (
    relation INTEGER PRIMARY KEY REFERENCES relation ON DELETE CASCADE,
    target INTEGER NOT NULL REFERENCES notice ON DELETE CASCADE, partial INTEGER NOT NULL
);
CREATE INDEX arrow_by_target ON arrow (target);

CREATE TABLE candidate (
    relation INTEGER NOT NULL REFERENCES relation ON DELETE CASCADE,
    notice INTEGER NOT NULL REFERENCES notice ON DELETE CASCADE, reason TEXT NOT NULL, PRIMARY KEY (relation, notice)
) WITHOUT ROWID;
CREATE INDEX candidate_by_notice ON candidate (notice);

CREATE TABLE spell (
    notice INTEGER NOT NULL REFERENCES notice ON DELETE CASCADE, first TEXT NOT NULL, last TEXT NOT NULL,
    status TEXT NOT NULL, PRIMARY KEY (notice, first)
) WITHOUT ROWID;
CREATE INDEX spell_by_day ON spell (first, notice);

CREATE TABLE rule (
    requirement INTEGER PRIMARY KEY REFERENCES requirement ON DELETE CASCADE, place TEXT NOT NULL, key TEXT NOT NULL,
    value TEXT NOT NULL
);
CREATE INDEX rule_by_key ON rule (key, place, value);
CREATE INDEX relation_forwards ON relation (notice) WHERE relation = 'forwards';
"""


@dataclass(frozen=True, slots=True)
class OpenEnd:
    """A relation that may mean a notice, and why that is not certain."""

    relation_id: str
    reason: str


_ACTING = ", ".join(f"'{kind}'" for kind in sorted(ACTING))


class Lineage:
    """The archive of `extract.resolving.lineage` in a store's tables; writes within the caller's transaction."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._life = lru_cache(maxsize=1024)(self._read_life)

    # the archive

    def life_of(self, notice_id: str) -> Life:
        """What the notice says of its own time."""
        return self._life(notice_id)

    def identity_of(self, notice_id: str) -> Identity:
        """What the notice is known by."""
        found = self._db.execute(
            "SELECT i.record FROM notice n JOIN identity i ON i.notice = n.rowid WHERE n.id = ?", (notice_id,)
        )
        return _identity(found.fetchone()[0])

    def _read_life(self, notice_id: str) -> Life:
        record, text = self._db.execute(
            "SELECT record, text FROM notice JOIN notice_record ON notice = rowid WHERE id = ?", (notice_id,)
        ).fetchone()
        return life(notice_of(record, text=text))

    def arrows_to(self, notice_id: str) -> Sequence[Arrow]:
        """The relations that change the notice."""
        found = self._db.execute(
            "SELECT x.record, a.partial FROM notice n JOIN arrow a ON a.target = n.rowid"
            f" JOIN relation x ON x.rowid = a.relation WHERE n.id = ? AND x.relation IN ({_ACTING})",
            (notice_id,),
        )
        return tuple(Arrow(replace(relation_of(line), target_id=notice_id), bool(part)) for line, part in found)

    def carrier_of(self, notice_id: str) -> str | None:
        """The cover that issued the notice as its attachment."""
        found = self._db.execute(
            "SELECT p.id FROM notice n JOIN identity i ON i.notice = n.rowid JOIN notice p ON p.id = i.parent_id"
            " WHERE n.id = ? AND i.attached",
            (notice_id,),
        ).fetchone()
        return None if found is None else str(found[0])

    def history_of(self, notice_id: str) -> tuple[Spell, ...]:
        """The spells of a notice with their reasons."""
        return history(self, notice_id)

    def open_about(self, notice_id: str) -> tuple[OpenEnd, ...]:
        """The relations that may mean the notice, and why that is not certain."""
        found = self._db.execute(
            "SELECT x.id, c.reason FROM notice n JOIN candidate c ON c.notice = n.rowid"
            f" JOIN relation x ON x.rowid = c.relation WHERE n.id = ? AND x.relation IN ({_ACTING}) ORDER BY x.id",
            (notice_id,),
        )
        return tuple(OpenEnd(*row) for row in found)

    def areas_of(self, notice_id: str) -> tuple[tuple[str, str, str | None], ...]:
        """(code, name, the cover through which) of each place in which the notice's rules hold."""
        found = self._db.execute(
            "WITH RECURSIVE up(notice, through) AS (SELECT rowid, NULL FROM notice WHERE id = ?"
            " UNION SELECT x.notice, x.notice FROM up JOIN arrow a ON a.target = up.notice"
            " JOIN relation x ON x.rowid = a.relation WHERE x.relation = 'forwards')"
            " SELECT DISTINCT n.place, n.place_name, r.record ->> 'title' FROM up JOIN notice n ON n.rowid = up.notice"
            " LEFT JOIN notice_record r ON r.notice = up.through WHERE n.place IS NOT NULL",
            (notice_id,),
        )
        return tuple(found.fetchall())

    def changes_of(self, notice_id: str, day: str) -> tuple[Change, ...]:
        """The requirements of a notice that a part end or an amendment touches on a day, with what replaces them."""
        cover = self.carrier_of(notice_id)
        arrows = [*self.arrows_to(notice_id), *(self.arrows_to(cover) if cover else ())]
        relations = [arrow.relation for arrow in arrows if touches_parts(arrow.relation)]
        rules = [requirement_of(line) for line in self._lines(notice_id)] if relations else []
        return tuple(change for relation in relations for change in self._changes(relation, rules, day))

    def longer_of(self, notice_id: str) -> Iterator[Longer]:
        """The requirements of a notice whose own period others extend; a notice that changes several is not read."""
        arrows = [arrow for arrow in self.arrows_to(notice_id) if arrow.relation.relation in ("amends", "extends")]
        speakers = {arrow.relation.source_id for arrow in arrows if arrow.relation.acts}
        rules = [requirement_of(line) for line in self._lines(notice_id)] if speakers else []
        for speaker in sorted(speakers):
            for extension in extensions(self._text(speaker)) if self._changes_one(speaker) else ():
                for rule in extended(rules, extension):
                    yield Longer(rule.id, day_after(extension.last), speaker)

    def _changes_one(self, notice_id: str) -> bool:
        found = self._db.execute(
            f"SELECT count(*) FROM notice n JOIN relation x ON x.notice = n.rowid"
            f" WHERE n.id = ? AND x.relation IN ({_ACTING})",
            (notice_id,),
        )
        return int(found.fetchone()[0]) == 1

    def _text(self, notice_id: str) -> str:
        found = self._db.execute(
            "SELECT text FROM notice JOIN notice_record ON notice = rowid WHERE id = ?", (notice_id,)
        )
        return str(found.fetchone()[0])

    def _lines(self, notice_id: str) -> list[str]:
        found = self._db.execute(
            "SELECT record FROM notice n JOIN requirement r ON r.notice = n.rowid"
            " JOIN requirement_record ON requirement = r.rowid WHERE n.id = ? ORDER BY r.rowid",
            (notice_id,),
        )
        return [line for (line,) in found]

    def _changes(self, relation: Relation, rules: Sequence[Requirement], day: str) -> Iterator[Change]:
        begun = Effect(relation, self.life_of(relation.source_id)).day
        if begun is None or begun > day:
            return
        text, said = self._text(relation.source_id), relation.evidence.quote
        if relation.relation == "amends":
            new = [requirement_of(line) for line in self._lines(relation.source_id)]
            for one in amendments(text):
                by = [rule for rule in new if one.start < rule.evidence.end and rule.evidence.start < one.end]
                quote, status = text[one.start : one.end], state(one.part, one.new)
                changed = [rule for rule in rules if is_changed(rule, one)]
                for rule in changed:
                    ids, heir_id = tuple(new.id for new in by), heir(rule, changed, by)
                    yield Change(rule.id, status, begun, said_of(one), quote, ids, relation.source_id, heir_id)
        else:
            for part in parts(said, relation.target.title):
                for rule in rules:
                    if is_in_part(rule, part):
                        yield Change(rule.id, state(part, None), begun, f"{part}已废止", said, (), relation.source_id)

    # writing

    def add(self, rowid: int, reading: Reading) -> None:
        """Resolves what a new notice says and what waited for it, and renews the spells that this can change."""
        known = identity(reading.notice)
        keys = known.names()
        self._db.execute(
            "INSERT INTO identity VALUES (?, ?, ?, ?)",
            (rowid, known.parent_id, self._is_attached(reading.notice), _line(known)),
        )
        self._db.executemany("INSERT INTO notice_key VALUES (?, ?)", [(key, rowid) for key in keys])
        own = self._db.execute("SELECT rowid, record FROM relation WHERE notice = ?", (rowid,)).fetchall()
        for relation, line in own:
            found = [(key, relation) for key in target_keys(relation_of(line).target)]
            self._db.executemany("INSERT INTO relation_key VALUES (?, ?)", found)
        touched = {relation for relation, _ in own} | self._waiting(keys)
        self._renew({rowid} | self._resolve(touched))

    def _is_attached(self, notice: Notice) -> bool:
        lines = self._db.execute(
            "SELECT x.record FROM notice p JOIN relation x ON x.notice = p.rowid WHERE p.id = ?", (notice.parent_id,)
        )
        return is_attachment(notice, [relation_of(line) for (line,) in lines])

    def leave(self, rowid: int) -> tuple[set[int], set[int]]:
        """(relations to resolve again, notices whose spells can change) once the notice is gone; ask before."""
        keys = [key for (key,) in self._db.execute("SELECT key FROM notice_key WHERE notice = ?", (rowid,))]
        own = {one for (one,) in self._db.execute("SELECT rowid FROM relation WHERE notice = ?", (rowid,))}
        moved = self._targets(rowid) | self._children(rowid)
        return self._waiting(keys) - own, moved - {rowid}

    def left(self, relations: set[int], notices: set[int]) -> None:
        """Puts right what a notice that is gone had touched."""
        self._life.cache_clear()
        self._renew(notices | self._resolve(relations))

    def _waiting(self, keys: Iterable[str]) -> set[int]:
        found: set[int] = set()
        for key in keys:
            found.update(one for (one,) in self._db.execute("SELECT relation FROM relation_key WHERE key = ?", (key,)))
        return found

    def _resolve(self, relations: Iterable[int]) -> set[int]:
        """Resolves these relations; the notices at which one begins or ceases to point."""
        moved: set[int] = set()
        for rowid in sorted(relations):
            line, speaker = self._db.execute(
                "SELECT x.record, i.record FROM relation x JOIN identity i ON i.notice = x.notice WHERE x.rowid = ?",
                (rowid,),
            ).fetchone()
            relation = relation_of(line)
            known = list(self._known(target_keys(relation.target)))
            moved |= self._point(rowid, resolve(relation, _identity(speaker), known))
        return moved

    def _known(self, keys: Sequence[str]) -> Iterator[Identity]:
        marks = ", ".join("?" * len(keys))
        found = self._db.execute(
            "SELECT DISTINCT i.record FROM notice_key k JOIN identity i ON i.notice = k.notice"
            f" WHERE k.key IN ({marks})",
            tuple(keys),
        )
        return (_identity(record) for (record,) in found)

    def _point(self, relation: int, now: Resolution) -> set[int]:
        before = self._db.execute("SELECT target, partial FROM arrow WHERE relation = ?", (relation,)).fetchone()
        target = self._row_of(now.target_id) if now.target_id else None
        told = "UPDATE relation SET target_id = ?1 WHERE rowid = ?2 AND target_id IS NOT ?1"
        self._db.execute(told, (now.target_id, relation))
        self._db.execute("DELETE FROM candidate WHERE relation = ?", (relation,))
        self._db.executemany(
            "INSERT INTO candidate VALUES (?, ?, ?)",
            [(relation, self._row_of(one.id), one.reason) for one in now.candidates],
        )
        if before == (None if target is None else (target, int(now.partial))):
            return set()
        self._db.execute("DELETE FROM arrow WHERE relation = ?", (relation,))
        if target is not None:
            self._db.execute("INSERT INTO arrow VALUES (?, ?, ?)", (relation, target, now.partial))
        return ({before[0]} if before else set()) | ({target} if target is not None else set())

    def _row_of(self, notice_id: str) -> int:
        return int(self._db.execute("SELECT rowid FROM notice WHERE id = ?", (notice_id,)).fetchone()[0])

    def _renew(self, notices: set[int]) -> None:
        """The spells of these notices and, where they changed, of those that they end and carry."""
        self._life.cache_clear()
        waiting, done = set(notices), set[int]()
        while waiting:
            rowid = waiting.pop()
            done.add(rowid)
            if self._rewrite(rowid) or rowid in notices:
                waiting |= (self._targets(rowid) | self._children(rowid)) - done

    def _rewrite(self, rowid: int) -> bool:
        (notice_id,) = self._db.execute("SELECT id FROM notice WHERE rowid = ?", (rowid,)).fetchone()
        prolong(self._db, rowid, self.longer_of(notice_id))
        write(self._db, rowid, self.changes_of(notice_id, AFTER))
        now = spans(self.history_of(notice_id))
        before = self._db.execute("SELECT first, last, status FROM spell WHERE notice = ? ORDER BY first", (rowid,))
        if before.fetchall() == now:
            return False
        self._db.execute("DELETE FROM spell WHERE notice = ?", (rowid,))
        self._db.executemany("INSERT INTO spell VALUES (?, ?, ?, ?)", [(rowid, *span) for span in now])
        return True

    def _targets(self, rowid: int) -> set[int]:
        """The notices that this one changes."""
        found = self._db.execute(
            "SELECT a.target FROM relation x JOIN arrow a ON a.relation = x.rowid"
            f" WHERE x.notice = ? AND x.relation IN ({_ACTING})",
            (rowid,),
        )
        return {target for (target,) in found}

    def _children(self, rowid: int) -> set[int]:
        found = self._db.execute(
            "SELECT i.notice FROM notice n JOIN identity i ON i.parent_id = n.id WHERE n.rowid = ? AND i.attached",
            (rowid,),
        )
        return {child for (child,) in found}


def spans(spells: Iterable[Spell]) -> list[tuple[str, str, str]]:
    """The spells without their reasons; neighbours of one status joined."""
    found: list[tuple[str, str, str]] = []
    for spell in spells:
        if found and found[-1][2] == spell.status:
            found[-1] = (found[-1][0], spell.last, spell.status)
        else:
            found.append((spell.first, spell.last, spell.status))
    return found


def _line(known: Identity) -> str:
    values = (known.id, known.number, known.title, known.inner, known.issuers, known.place, known.day, known.parent_id)
    return json.dumps(values, ensure_ascii=False)


def _identity(line: str) -> Identity:
    id, number, title, inner, issuers, place, day, parent_id = json.loads(line)
    return Identity(id, number, title, tuple(inner), tuple(issuers), place, day, parent_id)
