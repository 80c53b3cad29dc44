"""The embedded store: one SQLite file that holds the records and their index, written and asked as one.

Writing is one connection's business at a time (`BEGIN IMMEDIATE`); readers see the last whole state. A store made by
another version of the tables or of the index tokens is refused, never misread.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from types import TracebackType

from ingest.errors import Failure
from search.comparison.points import Points
from search.errors import StoreError
from search.lineage import kept as lineage_store
from search.lineage import part_ends
from search.lineage.clashes import Clash, clashes
from search.lineage.graph import Graph, graph
from search.lineage.kept import Lineage
from search.lineage.part_ends import Change
from search.questions import words
from search.questions.answers import Answer, Count, Facet, Hit, snippet
from search.questions.compilation import answer, listing, uncompared
from search.questions.fields import Field, facets
from search.questions.force import requirement_status_on, status_on, today
from search.questions.query import Query, shown_number
from search.reading import Reading
from search.rows import NoticeRow, RelationRow, RequirementRow, Row, notice_of, relation_of, requirement_of
from search.storage import schema, writing

FACET_VALUES = 12
"""How many values of a facet an answer lists."""
_FETCHED = 200

_WHOLE = ("BEGIN IMMEDIATE", "COMMIT", ("ROLLBACK",))
_PART = ("SAVEPOINT part", "RELEASE part", ("ROLLBACK TO part", "RELEASE part"))


class Store:
    """An open store; a context manager that closes it. Not to be shared between threads."""

    def __init__(self, db: sqlite3.Connection, path: Path) -> None:
        self._db = db
        self.path = path

    @classmethod
    def open(cls, path: str | Path, *, create: bool = False) -> Store:
        """The store in the file `path`; a new one where there is none and `create` says so. Raises `StoreError`."""
        file = Path(path)
        if not create and not file.is_file():
            raise StoreError(f"找不到库文件“{file}”", "请先用 notices ingest 导入通知，或用 --store 指明库文件")
        if not file.parent.is_dir():
            raise StoreError(f"文件夹“{file.parent}”不存在", "请先建立文件夹，或换一个 --store 路径")
        try:
            db = sqlite3.connect(file, isolation_level=None)
            if create:
                _create(db)
            _check(db, file)
            db.executescript(schema.PRAGMAS if create else schema.PRAGMAS + schema.READING)
        except sqlite3.DatabaseError as error:
            raise StoreError(
                f"“{file}”打不开（{error}）", "请核对路径与权限；若不是本系统的库文件，请换一个 --store 路径"
            ) from error
        return cls(db, file)

    def close(self) -> None:
        """Closes the file."""
        self._db.close()

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # writing

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing; inside another transaction, a part of it that can fail alone. Raises `StoreError`."""
        begin, end, undo = _PART if self._db.in_transaction else _WHOLE
        with _explained(self.path):
            self._db.execute(begin)
            try:
                yield
            except BaseException:
                for statement in undo if self._db.in_transaction else ():
                    self._db.execute(statement)
                raise
            self._db.execute(end)

    def put(self, uri: str, sha256: str, readings: Iterable[Reading], *, read_by: str = "") -> int:
        """Replaces what the store holds of a file, wholly; returns the number of its notices."""
        with self.transaction():
            return writing.put(self._db, uri, sha256, read_by, readings)

    def forget(self, uri: str) -> None:
        """Removes a file, and the notices that stand in no other."""
        with self.transaction():
            writing.forget(self._db, uri)

    def fail(self, failure: Failure) -> None:
        """Remembers that a file could not be read; what was read from it before stays."""
        with self.transaction():
            writing.fail(self._db, failure)

    def mark_gone(self, uris: Iterable[str]) -> None:
        """Remembers that these files are no longer where they were; their notices stay."""
        with self.transaction():
            self._db.executemany("UPDATE source SET gone = 1 WHERE uri = ?", [(uri,) for uri in uris])

    def tidy(self) -> None:
        """Merges the index and refreshes the planner's statistics; worth it after many files."""
        for index in ("notice_words", "requirement_words"):
            self._db.execute(f"INSERT INTO {index} ({index}) VALUES ('optimize')")
        self._db.execute("ANALYZE")

    # files

    def is_current(self, uri: str, sha256: str, *, read_by: str = "") -> bool:
        """Whether the store holds what is in this file, read by this version of the rules."""
        known = self._db.execute("SELECT sha256, read_by FROM source WHERE uri = ?", (uri,)).fetchone()
        return known is not None and tuple(known) == (sha256, read_by)

    def sources(self) -> tuple[tuple[str, str, bool], ...]:
        """(uri, sha256, whether it is gone) of every file."""
        rows = self._db.execute("SELECT uri, sha256, gone FROM source ORDER BY uri")
        return tuple((uri, sha256, bool(gone)) for uri, sha256, gone in rows)

    def failures(self) -> tuple[Failure, ...]:
        """The files that could not be read when they were last tried."""
        return tuple(
            Failure(*row) for row in self._db.execute("SELECT uri, stage, reason, advice FROM failure ORDER BY uri")
        )

    def counts(self) -> dict[str, int]:
        """How many records of each type, files and failures there are."""
        tables = ("notice", "requirement", "relation", "source", "failure")
        return {table: int(self._db.execute(f"SELECT count(*) FROM {table}").fetchone()[0]) for table in tables}

    # asking

    def search(self, query: Query) -> Answer:
        """A page of rows with the exact total and the counts of each facet; all of one state of the store."""
        with self._reading():
            statement = answer(query)
            found: dict[str, list[tuple[str | int | None, int]]] = {}
            for what, value, number in self._db.execute(statement.text, statement.values):
                found.setdefault(what, []).append((value, number))
            page = [int(str(value)) for value, _ in sorted(found.get("page", []), key=lambda row: row[1])]
            return Answer(
                query,
                found["total"][0][1],
                tuple(self._hits(query, page)),
                tuple(self._facet(field, found.get(field.name, [])) for field in facets(query.grain)),
                self._uncompared(query),
            )

    def total(self, query: Query) -> int:
        """How many rows the query finds."""
        statement = listing(query)
        return int(self._db.execute(f"SELECT count(*) FROM ({statement.text})", statement.values).fetchone()[0])

    def rows(self, query: Query) -> Iterator[Row]:
        """Every row that the query finds, newest notice first, without a limit and in steady memory."""
        statement = listing(query)
        with self._reading():
            found = self._db.execute(statement.text, statement.values)
            fetch = self._fetcher(query, with_text=query.grain == "notice")
            while chunk := found.fetchmany(_FETCHED):
                yield from fetch([rowid for (rowid,) in chunk])

    def notice(self, name: str) -> NoticeRow:
        """The notice of that identifier or document number, with its text; raises `StoreError`."""
        rows = self._db.execute("SELECT rowid, id FROM notice WHERE id = ?", (name,)).fetchall()
        key = words.number_key(name)
        if not rows and key:
            rows = self._db.execute("SELECT rowid, id FROM notice WHERE number_key = ? ORDER BY id", (key,)).fetchall()
        if not rows:
            raise StoreError(f"库中没有通知“{name}”", "请用通知编号或发文字号；可先用 notices search 查找")
        if len(rows) > 1:
            ids = "、".join(found for _, found in rows)
            raise StoreError(f"库中文号为“{shown_number(key or name)}”的通知有{len(rows)}件：{ids}", "请改用通知编号")
        return self._notice(rows[0][0], with_text=True)

    def requirements(self, notice_id: str) -> tuple[RequirementRow, ...]:
        """The requirements of a notice, in the order of its text."""
        found = self._db.execute(
            "SELECT rowid FROM requirement WHERE notice = (SELECT rowid FROM notice WHERE id = ?) ORDER BY rowid",
            (notice_id,),
        ).fetchall()
        changed = {one.requirement_id: one for one in self.lineage.changes_of(notice_id, today())} if found else {}
        rows = self._requirements([rowid for (rowid,) in found], lru_cache(self._notice), None)
        return tuple(_changed(row, changed.get(row.requirement.id)) for row in rows)

    def relations(self, notice_id: str) -> tuple[RelationRow, ...]:
        """What a notice says of others, and what others say of it (by its document number)."""
        found = self._db.execute(
            "SELECT x.rowid FROM relation x JOIN notice n ON n.rowid = x.notice WHERE n.id = ?1 OR x.target_id = ?1"
            " OR x.target_key = (SELECT number_key FROM notice WHERE id = ?1) ORDER BY n.id <> ?1, x.rowid",
            (notice_id,),
        ).fetchall()
        return tuple(self._relation(rowid, self._notice) for (rowid,) in found)

    @property
    def lineage(self) -> Lineage:
        """What points at what in the store, and what was in force when."""
        return Lineage(self._db)

    def clashes(
        self, *, on: str | None = None, place: str | None = None, notice_id: str | None = None
    ) -> tuple[Clash, ...]:
        """Requirements in force together on a day whose values differ: all, those of a place, or those of a notice."""
        return clashes(self._db, on=on, place=place, notice_id=notice_id)

    def points(self, *, on: str | None = None) -> Points:
        """The rules by place on a day (ISO; `None`: today), for comparing."""
        return Points(self._db, today() if on is None else date.fromisoformat(on).isoformat())

    def graph(self, notice_id: str, *, on: str | None = None) -> Graph:
        """The notices that are linked with one."""
        return graph(self._db, notice_id, on=on)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """One state of the store for several statements."""
        if self._db.in_transaction:
            yield
            return
        with _explained(self.path):
            self._db.execute("BEGIN")
            try:
                yield
            finally:
                self._db.execute("COMMIT")

    def _hits(self, query: Query, page: list[int]) -> Iterator[Hit]:
        terms = query.marked()
        fetch = self._fetcher(query, with_text=query.grain == "notice" and bool(terms))
        for row in fetch(page):
            value = row.requirement.value_text if isinstance(row, RequirementRow) else None
            yield Hit(row, snippet(_passage(row), terms, value=value))

    def _fetcher(self, query: Query, *, with_text: bool) -> Callable[[list[int]], Iterable[Row]]:
        """A function from row numbers to rows, which keeps the notices that it has just read."""
        notice = lru_cache(maxsize=64)(partial(self._notice, on=query.on))
        if query.grain == "notice":
            return partial(map, partial(self._notice, with_text=with_text, on=query.on))
        if query.grain == "relation":
            return lambda rowids: (self._relation(rowid, notice) for rowid in rowids)
        return partial(self._requirements, notice=notice, on=query.on)

    def _notice(self, rowid: int, *, with_text: bool = False, on: str | None = None) -> NoticeRow:
        text = "text" if with_text else "''"
        record, body, status, requirements = self._db.execute(
            f"SELECT record, {text}, {status_on('rowid', on)}, requirements FROM notice"
            " JOIN notice_record ON notice = rowid WHERE rowid = ?",
            (rowid,),
        ).fetchone()
        uris = self._db.execute("SELECT uri FROM held WHERE notice = ? ORDER BY uri", (rowid,))
        return NoticeRow(notice_of(record, text=body), status, tuple(uri for (uri,) in uris), requirements)

    def _requirements(
        self, rowids: list[int], notice: Callable[[int], NoticeRow], on: str | None
    ) -> Iterator[RequirementRow]:
        """The requirements of these row numbers, in their order."""
        found = self._db.execute(
            f"SELECT r.rowid, CAST(record AS BLOB), notice, {requirement_status_on('r', on)} FROM requirement r"
            f" JOIN requirement_record ON requirement = r.rowid WHERE r.rowid IN ({', '.join('?' * len(rowids))})",
            rowids,
        )
        stored = {rowid: values for rowid, *values in found}
        for rowid in rowids:
            record, home, status = stored[rowid]
            yield RequirementRow(requirement_of(record), notice(home), status)

    def _relation(self, rowid: int, notice: Callable[[int], NoticeRow]) -> RelationRow:
        record, home, target = self._db.execute(
            "SELECT record, notice, target_id FROM relation WHERE rowid = ?", (rowid,)
        ).fetchone()
        return RelationRow(replace(relation_of(record), target_id=target), notice(home))

    def _facet(self, field: Field, found: list[tuple[str | int | None, int]]) -> Facet:
        known = [(str(value), hits) for value, hits in found if value is not None]
        top = sorted(known, key=lambda row: (-row[1], row[0]))[:FACET_VALUES]
        label: Callable[[str], str] = (
            self._place_name if field.form == "place" else lambda code: field.codes.get(code, code)
        )
        return Facet(field, tuple(Count(value, label(value), hits) for value, hits in top))

    def _place_name(self, code: str) -> str:
        return str(self._db.execute("SELECT place_name FROM notice WHERE place = ? LIMIT 1", (code,)).fetchone()[0])

    def _uncompared(self, query: Query) -> int:
        statement = uncompared(query)
        return int(self._db.execute(statement.text, statement.values).fetchone()[0]) if statement else 0


def _changed(row: RequirementRow, change: Change | None) -> RequirementRow:
    """The row with what takes its place, where it was ended alone."""
    if change is None or row.status != change.status:
        return row
    return replace(row, superseded_by=change.superseded_by)


def _passage(row: Row) -> str:
    """The text in which a row's words stand."""
    if isinstance(row, RequirementRow):
        return row.requirement.evidence.quote
    if isinstance(row, RelationRow):
        return row.relation.evidence.quote
    return row.notice.text or row.notice.title or ""


@contextmanager
def _explained(file: Path) -> Iterator[None]:
    """An error of the engine, as a sentence with what to do."""
    try:
        yield
    except sqlite3.OperationalError as error:
        busy = "locked" in str(error)
        found = "正在被另一个程序写入" if busy else f"读写失败（{error}）"
        advice = "请等它做完后再试" if busy else "请核对磁盘空间与权限后再试"
        raise StoreError(f"库文件“{file}”{found}", advice) from error
    except sqlite3.DatabaseError as error:
        raise StoreError(f"库文件“{file}”已损坏（{error}）", "请用 notices ingest --store 新文件 从原件重建") from error


def _create(db: sqlite3.Connection) -> None:
    """The tables of a new store, all or none; another process that makes it at the same time is waited for."""
    db.execute("BEGIN IMMEDIATE")
    if not db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
        for statement in (schema.TABLES + lineage_store.TABLES + part_ends.TABLES).split(";"):
            db.execute(statement)
        versions = [("schema", schema.VERSION), ("words", words.VERSION)]
        db.executemany("INSERT INTO meta VALUES (?, ?)", versions)
    db.execute("COMMIT")


def _check(db: sqlite3.Connection, file: Path) -> None:
    """Refuses a file that is no store, or one of another version."""
    made = dict(db.execute("SELECT key, value FROM meta"))
    if made != {"schema": schema.VERSION, "words": words.VERSION}:
        versions = f"{made.get('schema')}/{made.get('words')}，本版本为{schema.VERSION}/{words.VERSION}"
        raise StoreError(f"“{file}”是另一版本的库（{versions}）", "请用 notices ingest --store 新文件 从原件重建")
