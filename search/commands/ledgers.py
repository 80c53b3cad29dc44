"""The numeral ledgers of files, of a stored notice and of standard input, printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from rich.table import Table

from extract.extraction import Extraction
from extract.ledger import Account, Row, account, ledger
from ingest.errors import Failure
from ingest.notice import Block, Notice, SourceInfo
from ingest.sources import STANDARD_INPUT, Source, find
from search import labels
from search.exports.lines import compact, print_line
from search.files import read
from search.storage.store import Store

Read = tuple[Notice, Extraction]


def print_ledgers(names: list[str], store: Path, *, day: str | None, as_lines: bool) -> int:
    """Prints the ledger of each notice, failures on standard error; 1 where something could not be read."""
    failures = []
    for found in _read(names, store):
        if isinstance(found, Failure):
            failures.append(found)
            continue
        notice, said = found
        rows = ledger(notice, said, on=date.fromisoformat(day) if day else None)
        if as_lines:
            for row in rows:
                print_line(compact(row.to_record()))
        else:
            _print_table(notice, rows)
    if failures:
        from search.commands.terminal import show_failures

        show_failures(failures)
    return int(bool(failures))


def _read(names: list[str], store: Path) -> Iterator[Read | Failure]:
    for name in names:
        if name != STANDARD_INPUT and not Path(name).exists() and store.exists():
            yield _stored(name, store)
            continue
        for source in find([name]):
            if isinstance(source, Failure):
                yield source
            else:
                yield from _of_source(source)


def _stored(name: str, file: Path) -> Read:
    """A stored notice; its paragraphs are the lines of its text, since a store keeps no blocks."""
    with Store.open(file) as store:
        notice = store.notice(name).notice
        requirements = tuple(row.requirement for row in store.requirements(notice.id))
        relations = tuple(row.relation for row in store.relations(notice.id) if row.relation.source_id == notice.id)
    blocks = tuple(Block(line) for line in notice.text.split("\n"))
    return replace(notice, blocks=blocks), Extraction(requirements, relations)


def _of_source(source: Source) -> Iterator[Read | Failure]:
    if source.uri == STANDARD_INPUT and (line := _sentence(source.data)):
        yield line, Extraction()
        return
    readings = read(source)
    if isinstance(readings, Failure):
        yield readings
        return
    for reading in readings:
        yield reading.notice, Extraction(reading.requirements, reading.relations)


def _sentence(data: bytes) -> Notice | None:
    """One line of UTF-8 as a text without head, tail and date: a sentence is no notice."""
    try:
        text = data.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError:
        return None
    if not text.strip() or "\n" in text or "\0" in text or text.lstrip().startswith("<"):
        return None
    return Notice("", text, (Block(text),), SourceInfo(STANDARD_INPUT, "text/plain", ""))


def _print_table(notice: Notice, rows: tuple[Row, ...]) -> None:
    from search.commands.terminal import console

    screen = console()
    head = " · ".join(filter(None, (notice.title, notice.doc_number)))
    screen.print(head, markup=False, soft_wrap=True)
    table = Table(header_style="bold", expand=True, pad_edge=False)
    for heading, ratio in (("位置", 1), ("原文", 3), ("类型", 1), ("数值", 3), ("要求或栏目", 3), ("不归的原因", 3)):
        table.add_column(heading, ratio=ratio, overflow="fold")
    for row in rows:
        table.add_row(*_cells(row))
    screen.print(table)
    screen.print(_summary(account(notice.text, rows)), markup=False, soft_wrap=True)


def _cells(row: Row) -> tuple[str, ...]:
    kind = labels.label(labels.LEDGER_TYPES, row.type) or row.type
    reason = "没有着落" if row.left_over else row.reason or ""
    return str(row.start), row.text, kind, row.value or "", row.record or "", reason


def _summary(found: Account) -> str:
    return (
        f"数字 {found.numerals} 处，在台账内 {found.held} 处；台账 {found.rows} 行，归入记录 {found.used} 行，"
        f"没有着落 {found.left_over} 行，有着落的占 {found.floor:.1%}"
    )
