"""Rows → CSV, XLSX, JSONL, Parquet or ICS: all that a question finds, without a cap and in steady memory.

CSV opens right in Excel (UTF-8 with its mark, CRLF, quoted where needed); a text that Excel would take for a formula
gets an apostrophe in front. XLSX holds numbers as numbers and everything else as text, with a sheet that explains each
column and one that names each source file with its digest. JSONL holds the records of the contract, whole. A file that
cannot say what its columns mean has its dictionary beside it (see `search.exports.dictionary`). ICS holds the dated
deadlines.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from itertools import count as count_from
from itertools import islice
from pathlib import Path
from typing import Any, Literal

from search import labels
from search.errors import SearchError
from search.exports import dictionary
from search.exports.calendar_file import Event
from search.exports.cells import cells, turned
from search.exports.lines import compact
from search.exports.workbook import table, workbook
from search.questions.fields import Field, Grain, columns
from search.rows import NoticeRow, RequirementRow, Row

Format = Literal["csv", "xlsx", "jsonl", "parquet", "ics"]
FORMATS: tuple[Format, ...] = ("csv", "xlsx", "jsonl", "parquet", "ics")

SHEET_ROWS = 1_048_575
"""Rows of one Excel sheet below its heading; what is more goes on in the next sheet."""

BUFFER = 1 << 20
"""Bytes that are written to the file at a time."""


@dataclass(frozen=True, slots=True)
class Export:
    """What was written where."""

    path: Path
    rows: int


def export(rows: Iterable[Row], path: str | Path, *, grain: Grain, format: Format, asked: str = "") -> Export:
    """Writes the rows to `path` and says how many; `asked` is the question in Chinese, for the explaining sheet.

    The file appears under its name only when it is whole. Raises `SearchError` where it cannot be written.
    """
    writer: dict[Format, Callable[[Iterable[Row], Path, Grain, str], int]] = {
        "csv": _csv,
        "xlsx": _xlsx,
        "jsonl": _jsonl,
        "parquet": _parquet,
        "ics": _ics,
    }
    with whole_file(path) as part:
        count = writer[format](rows, part, grain, asked)
    if about := _DICTIONARIES.get(format):
        with whole_file(dictionary.beside(Path(path))) as part:
            part.write_text(about(Path(path), grain=grain, asked=asked, rows=count), encoding="utf-8")
    return Export(Path(path), count)


_DICTIONARIES = {"csv": dictionary.csvw, "jsonl": dictionary.jsonl}
"""Of the formats that cannot hold their own dictionary."""


@contextmanager
def whole_file(path: str | Path) -> Iterator[Path]:
    """A file to write, which appears under its name only when it is whole; raises `SearchError` where it cannot be."""
    target = Path(path)
    part = target.with_name(f".{target.name}.part")
    try:
        yield part
        part.replace(target)
    except OSError as error:
        raise SearchError(
            f"“{target}”写不进去（{error.strerror}）", "请核对文件夹和权限；文件若在 Excel 里开着，请先关闭"
        ) from error
    finally:
        part.unlink(missing_ok=True)


def _csv(rows: Iterable[Row], path: Path, grain: Grain, asked: str) -> int:
    table = columns(grain)
    with path.open("w", encoding="utf-8", newline="", buffering=BUFFER) as file:
        file.write("\ufeff")
        writer = csv.writer(file)
        writer.writerow([column.label for column in table])
        count = 0
        for batch in turned(rows, table, safe=True):
            writer.writerows(zip(*batch, strict=True))
            count += len(batch[0])
    return count


def _jsonl(rows: Iterable[Row], path: Path, grain: Grain, asked: str) -> int:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        return _counted(file.write(compact(row.to_record()) + "\n") for row in rows)


def _parquet(rows: Iterable[Row], path: Path, grain: Grain, asked: str) -> int:
    from search.exports import parquet

    return parquet.write(rows, path, grain, asked)


def _ics(rows: Iterable[Row], path: Path, grain: Grain, asked: str) -> int:
    """The deadlines that name a day, as a calendar."""
    from search.exports.calendar_file import calendar

    if grain != "requirement":
        raise SearchError("日历只能装下有日期的要求", "请用 notices export requirements --format ics")
    dated = [event for row in rows if isinstance(row, RequirementRow) and (event := _due(row))]
    path.write_bytes(calendar(dated, name=asked or "时限"))
    return len(dated)


def _due(row: RequirementRow) -> Event | None:
    """The last day of a dated deadline; `None` where it has none, or one whose year is open."""
    rule, notice = row.requirement, row.notice.notice
    day = row.numbers.last_day if rule.kind == "deadline" else None
    if day is None or len(day) != 10 or day.startswith("-"):
        return None
    last = date.fromisoformat(day)
    who = "、".join(rule.responsible)
    about = (f"责任单位：{who}" if who else "", f"原文：{rule.evidence.quote}", f"通知：{notice.title or ''}")
    title = f"{labels.PLAN_LINES['deadline']}：{rule.action or rule.value_text or ''}"
    return Event(rule.id, last, last, title, "\n".join(filter(None, about)), labels.KINDS["deadline"])


def _counted(written: Iterable[object]) -> int:
    """How many there were, all having been written."""
    return sum(1 for _ in written)


def _xlsx(rows: Iterable[Row], path: Path, grain: Grain, asked: str) -> int:
    with workbook(path) as book:
        sources: dict[str, tuple[str | None, ...]] = {}
        pending, count = _noting(rows, sources), 0
        for number in count_from(1):
            name = labels.GRAINS[grain] + (f" {number}" if number > 1 else "")
            written = _sheet(book, name, columns(grain), islice(pending, SHEET_ROWS))
            count += written
            if written < SHEET_ROWS:
                break
        _explain(book, columns(grain), asked, count)
        table(book, "来源文件", _SOURCE_HEADINGS, sources.values())
    return count


def _noting(rows: Iterable[Row], sources: dict[str, tuple[str | None, ...]]) -> Iterator[Row]:
    """The rows as they come, while the file of each notice is noted."""
    for row in rows:
        held = row if isinstance(row, NoticeRow) else row.notice
        notice = held.notice
        if notice.id not in sources:
            others = "\n".join(uri for uri in held.uris if uri != notice.source.uri)
            file = (notice.source.uri, notice.source.sha256, notice.source.media_type, others)
            sources[notice.id] = (notice.title, notice.doc_number, *file, notice.id)
        yield row


def _sheet(book: Any, name: str, fields: tuple[Field, ...], rows: Iterable[Row]) -> int:
    headings = tuple((column.label, column.width) for column in fields)
    return table(book, name, headings, cells(rows, fields))


def _explain(book: Any, fields: tuple[Field, ...], asked: str, count: int) -> None:
    """What was asked, when and how many; then each column: what it means and how it is written."""
    about: list[tuple[str | None, ...]] = [
        ("查询", "", asked or "全部", ""),
        ("导出时间", "", datetime.now().astimezone().isoformat(timespec="seconds"), ""),
        ("条数", "", str(count), ""),
    ]
    about += dictionary.explained(fields)
    headings = (("列名", 16), ("字段名", 20), ("含义", 60), ("取值", 80), ("标准术语（ELI、schema.org）", 44))
    table(book, "说明", headings, about)


_SOURCE_HEADINGS = (
    ("标题", 48),
    ("发文字号", 26),
    ("来源文件", 60),
    ("SHA-256", 66),
    ("格式", 20),
    ("其他来源", 60),
    ("通知编号", 20),
)
