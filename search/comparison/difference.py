"""Two exports of one kind → what was added, removed and changed, record by record.

Records are told apart by their number, which is the same as long as the evidence is the same; so a sentence that was
reworded shows as one record removed and one added. A CSV and an XLSX compare with each other, JSONL with JSONL.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from search import labels
from search.errors import QueryError
from search.exports.workbook import Headings

Record = Mapping[str, str]
"""The cells of one record by column, as text; an empty cell is an empty text."""
KEYS = ("要求编号", "关系编号", "通知编号", "id")
"""The column of the number, of each kind of export; the first that a file has tells which kind it is."""
HEADINGS: Headings = (("变化", 8), ("编号", 20), ("列", 16), ("旧", 50), ("新", 50), ("原文依据或标题", 60))
ChangeKind = Literal["added", "removed", "changed"]


@dataclass(frozen=True, slots=True)
class Change:
    """One cell that differs, or a whole record that was added or removed (`column` is empty)."""

    kind: ChangeKind
    id: str
    column: str
    old: str
    new: str
    about: str

    def cells(self) -> tuple[str, ...]:
        """The cells under `HEADINGS`."""
        return labels.CHANGES[self.kind], self.id, self.column, self.old, self.new, self.about


def difference(old: Path, new: Path) -> tuple[Change, ...]:
    """What differs, in the order of the new file, removed records last; raises `QueryError` for what is no export."""
    before, after = _read(old), _read(new)
    if before.records and after.records and before.key != after.key:
        raise QueryError(
            f"两个文件不是同一类导出（按“{before.key}”和“{after.key}”区分记录）", "请比较同一类型、同一种格式的导出"
        )
    found = [change for id, record in after.records.items() for change in _changes(id, before.records.get(id), record)]
    gone = ((id, record) for id, record in before.records.items() if id not in after.records)
    return tuple(found) + tuple(Change("removed", id, "", _about(one), "", _about(one)) for id, one in gone)


def _changes(id: str, old: Record | None, new: Record) -> Iterator[Change]:
    if old is None:
        yield Change("added", id, "", "", _about(new), _about(new))
        return
    for column in dict.fromkeys((*old, *new)):
        before, after = old.get(column, ""), new.get(column, "")
        if before != after:
            yield Change("changed", id, column, before, after, _about(new))


def _about(record: Record) -> str:
    """What tells a reader which record it is."""
    names = ("原文依据", "evidence", "标题", "title")
    return next((record[name] for name in names if record.get(name)), "")


@dataclass(frozen=True, slots=True)
class _Export:
    key: str
    records: Mapping[str, Record]


def _read(path: Path) -> _Export:
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        raise QueryError(f"“{path.name}”不是可以比较的导出", f"可以比较：{'、'.join(_READERS)}")
    try:
        rows = list(reader(path))
    except (OSError, ValueError, KeyError) as error:
        raise QueryError(f"“{path}”读不了（{error}）", "请给出由 notices export 写成的文件") from error
    key = next((name for name in KEYS if rows and name in rows[0]), "")
    if rows and not key:
        raise QueryError(f"“{path.name}”里没有编号一列", "请给出由 notices export 写成、没有删去编号列的文件")
    return _Export(key, {row[key]: row for row in rows})


def _csv(path: Path) -> Iterator[Record]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            yield {name: _bare(cell) for name, cell in row.items()}


def _bare(cell: str) -> str:
    """A cell without the apostrophe that guards it against spreadsheets."""
    from search.exports.cells import guarded

    return cell[1:] if cell.startswith("'") and guarded(cell[1:]) == cell else cell


def _xlsx(path: Path) -> Iterator[Record]:
    """The rows of the first sheet, and of those that go on with it (要求, 要求 2 …)."""
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True)
    first = book.sheetnames[0]
    for sheet in (book[name] for name in book.sheetnames if name.split(" ")[0] == first):
        rows = sheet.iter_rows(values_only=True)
        headings = [str(cell) for cell in next(rows)]
        for row in rows:
            yield {name: "" if cell is None else str(cell) for name, cell in zip(headings, row, strict=True)}


def _jsonl(path: Path) -> Iterator[Record]:
    with path.open(encoding="utf-8") as file:
        for line in file:
            yield {name: _flat(value) for name, value in json.loads(line).items()}


def _flat(value: Any) -> str:
    if isinstance(value, dict) and "quote" in value:
        return str(value["quote"])
    return "" if value in (None, []) else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


_READERS: dict[str, Callable[[Path], Iterator[Record]]] = {".csv": _csv, ".xlsx": _xlsx, ".jsonl": _jsonl}
