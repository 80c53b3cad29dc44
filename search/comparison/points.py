"""The rules of places, side by side: which hold in a place on a day, under the keys by which places compare.

A rule holds in the place of its notice and in each place whose notice forwards it, as long as both are in force. The
upper levels of a place are its ancestors by code. Every question here is one statement over indexed columns; records
are read only for what is shown.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extract.reckoning.comparison import head, narrowing
from extract.records import Requirement
from extract.vocabulary import labels, measure, narrower, subjects
from search import labels as words
from search.questions.force import status_on
from search.questions.gazetteer import NATION, prefix
from search.rows import requirement_of

LIVE = ("in_force", "partly_superseded", "unknown")
"""What is not known to have ended or not to have begun is shown, with its doubt."""
LOW_CONFIDENCE = 0.7
"""Below it, more than three in ten of the records read in the same way were wrong in some slot."""
_FETCHED = 500


@dataclass(frozen=True, slots=True, order=True)
class Topic:
    """What rules of several places can be compared on: a subject, a measure and a kind of value."""

    subject: str
    action: str
    kind: str

    def names(self) -> tuple[str, str, str]:
        """The topic in Chinese."""
        known = labels()
        return known.get(self.subject, self.subject), known.get(self.action, self.action), words.KINDS[self.kind]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question is limited to, as typed: words of the subject and of the measure, and a code of a kind."""

    subject: str = ""
    measure: str = ""
    kind: str = ""

    def describe(self) -> str:
        """The limits in Chinese."""
        said = [f"对象：{self.subject}"] * bool(self.subject) + [f"措施：{self.measure}"] * bool(self.measure)
        return "；".join([*said, *([f"类别：{words.KINDS[self.kind]}"] if self.kind else [])])


@dataclass(frozen=True, slots=True)
class Source:
    """The head of a notice, as it is named beside a value."""

    id: str
    title: str
    doc_number: str | None
    day: str | None
    place: str | None
    flags: tuple[str, ...] = ()

    def name(self) -> str:
        """The notice in one line."""
        return " ".join(filter(None, (f"《{self.title}》", self.doc_number, self.day)))


@dataclass(frozen=True, slots=True)
class Point:
    """One value that holds in a place on a topic, with its notice and what makes it doubtful."""

    topic: Topic
    place: str
    requirement: Requirement
    source: Source
    status: str
    through: Source | None = None
    doubts: tuple[str, ...] = ()
    narrowed: str = ""
    """The words that bind it to a part of what the topic means."""


@dataclass(frozen=True, slots=True)
class Found:
    """A point by its row numbers; `cover` is 0 for a place's own notice. `touched`: an amendment or a part end names
    the part of the notice in which it stands."""

    topic: Topic
    place: str
    requirement: int
    notice: int
    cover: int
    status: str
    touched: bool = False


def ancestors(code: str) -> tuple[str, ...]:
    """The places above a place, the nearest first: 330802 → 330800, 330000, 000000."""
    digits = prefix(code)
    above = [digits[:end].ljust(6, "0") for end in range(len(digits) - 2, 0, -2)]
    return (*above, NATION) if digits else ()


@dataclass(slots=True)
class Points:
    """The rules by place in a store; made for one question, so that each notice is read once."""

    db: sqlite3.Connection
    day: str
    _sources: dict[int, Source] = field(default_factory=dict)

    def held(self, places: Iterable[str]) -> frozenset[str]:
        """Those of the places of which the store holds a notice, in force or not."""
        codes = tuple(places)
        found = self.db.execute(f"SELECT DISTINCT place FROM notice WHERE place IN ({_marks(codes)})", codes)
        return frozenset(place for (place,) in found)

    def in_force(self, places: Sequence[str], asked: Asked) -> list[Found]:
        """What holds on the day in each of the places."""
        limits, values = limited(asked)
        statement = (
            f"{_area(places, self.day)} SELECT p.subject, p.action, p.kind, l.place, p.requirement, l.notice, l.cover,"
            f" l.status, {ended('p.requirement', '<= ?', final=False)} FROM live l CROSS JOIN point p"
            " ON p.notice = l.notice WHERE p.first <= ? AND p.last > ?"
            f" AND NOT {ended('p.requirement', '<= ?')} AND {counts('p', _is_live('p.heir_of', self.day))}{limits}"
            " ORDER BY p.requirement"
        )
        found = self.db.execute(statement, (*places, *[self.day] * 4, *values))
        return [Found(Topic(*row[:3]), *row[3:]) for row in found]

    def read(self, found: Sequence[Found]) -> list[Point]:
        """The points with their records."""
        lines = self._lines([one.requirement for one in found])
        return [self._point(one, lines[one.requirement]) for one in found]

    def _lines(self, rowids: Sequence[int]) -> dict[int, bytes]:
        """The records of requirements as they are stored."""
        found: dict[int, bytes] = {}
        for start in range(0, len(rowids), _FETCHED):
            asked = rowids[start : start + _FETCHED]
            statement = "SELECT requirement, CAST(record AS BLOB) FROM requirement_record WHERE requirement IN"
            found |= self.db.execute(f"{statement} ({_marks(asked)})", asked).fetchall()
        return found

    def _point(self, found: Found, line: bytes) -> Point:
        requirement, source = requirement_of(line), self.source(found.notice)
        through = self.source(found.cover) if found.cover else None
        doubts = tuple(_doubts(requirement, source, found))
        narrowed = narrowing(requirement)
        return Point(found.topic, found.place, requirement, source, found.status, through, doubts, narrowed)

    def source(self, rowid: int) -> Source:
        """The head of a notice."""
        if rowid not in self._sources:
            row = self.db.execute(
                "SELECT id, record ->> 'title', record ->> 'doc_number', nullif(day, ''), place, record ->> 'flags'"
                " FROM notice JOIN notice_record ON notice = rowid WHERE rowid = ?",
                (rowid,),
            ).fetchone()
            flags = tuple(flag for flag in words.FLAGS if f'"{flag}"' in row[5])
            id, title, number, day, place, _ = row
            self._sources[rowid] = Source(id, title or "无标题", number, day, place, flags)
        return self._sources[rowid]

    def source_named(self, notice_id: str) -> Source:
        """The head of the notice of that identifier."""
        (rowid,) = self.db.execute("SELECT rowid FROM notice WHERE id = ?", (notice_id,)).fetchone()
        return self.source(rowid)


def _doubts(requirement: Requirement, source: Source, found: Found) -> Iterable[str]:
    if found.status == "unknown":
        yield "效力未定"
    if found.status == "partly_superseded":
        yield "该条所在部分已改，需核对" if found.touched else "通知部分被代替"
    if requirement.confidence < LOW_CONFIDENCE:
        yield f"把握较低（{requirement.confidence:g}）"
    yield from (words.FLAGS.get(flag, flag) for flag in dict.fromkeys((*requirement.flags, *source.flags)))


def _area(places: Sequence[str], day: str) -> str:
    """The notices that hold in each place on the day, forwarded ones with their cover, as the table `live`."""
    return (
        "WITH RECURSIVE area(notice, place, cover) AS ("
        f" SELECT rowid, place, 0 FROM notice WHERE place IN ({_marks(places)})"
        " UNION SELECT a.target, area.place, iif(area.cover, area.cover, area.notice) FROM area"
        " JOIN relation x ON x.notice = area.notice AND x.relation = 'forwards' JOIN arrow a ON a.relation = x.rowid),"
        f" live AS MATERIALIZED (SELECT notice, place, min(cover) AS cover, {status_on('area.notice', day)} AS status"
        f" FROM area WHERE {_is_live('area.notice', day)}"
        f" AND (cover = 0 OR {_is_live('area.cover', day)}) GROUP BY notice, place)"
    )


def _is_live(row: str, day: str) -> str:
    live = ", ".join(f"'{status}'" for status in LIVE)
    return f"{status_on(row, day)} IN ({live})"


def ended(requirement: str, when: str, *, final: bool = True) -> str:
    """The SQL for whether an amendment or a part end has ended the requirement in that column; else: touched it."""
    state = " AND e.status IN ('superseded', 'repealed')" if final else ""
    return f"EXISTS (SELECT 1 FROM part_end e WHERE e.requirement = {requirement} AND e.day {when}{state})"


def counts(point: str, lives: str) -> str:
    """The SQL for whether a point counts: an inherited one while the amended notice lives, its own where none is."""
    heir = f"EXISTS (SELECT 1 FROM point h WHERE h.requirement = {point}.requirement AND h.heir_of IS NOT NULL)"
    return f"iif({point}.heir_of IS NULL, NOT {heir}, {lives})"


def limited(asked: Asked) -> tuple[str, tuple[str, ...]]:
    """The SQL that limits the points `p`, and its values: codes with all below them, else words of the key."""
    found = [*_key("p.subject", [one.code for one in subjects(asked.subject)], asked.subject)]
    code = measure(asked.measure)
    found += _key("p.action", [code.code] if code else [], asked.measure)
    found += [("p.kind = ?", (asked.kind,))] if asked.kind else []
    return "".join(f" AND {text}" for text, _ in found), tuple(value for _, values in found for value in values)


def _key(column: str, codes: list[str], typed: str) -> list[tuple[str, tuple[str, ...]]]:
    """The entry that the words name, with all below it; else every key in whose wording or label they stand."""
    if not typed:
        return []
    if codes:
        wanted = tuple(sorted(frozenset[str]().union(*map(narrower, codes))))
        return [(f"{column} IN ({_marks(wanted)})", wanted)]
    plain = head(typed)
    labelled = tuple(code for code, label in labels().items() if plain in label)
    return [(f"(instr({column}, ?) OR {column} IN ({_marks(labelled)}))", (plain, *labelled))]


def _marks(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
