"""Workbooks: one way to write a table, whatever its rows are. Text stays text: no formulas, no links, no numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from search.questions.fields import Cell

Headings = tuple[tuple[str, int], ...]
"""The heading of each column with its width in characters."""

CELL_CHARACTERS = 32_767
"""Excel holds no more in one cell."""
_CUT = "……（单元格放不下，全文见 JSONL 导出）"


@contextmanager
def workbook(path: Path, *, lean: bool = True) -> Iterator[Any]:
    """A new workbook, written when the block ends; raises `OSError` where it cannot be.

    `lean` keeps memory flat: rows must come in order, one after the other, and nothing be merged.
    """
    import xlsxwriter
    from xlsxwriter.exceptions import FileCreateError

    kept_text = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    try:
        with xlsxwriter.Workbook(str(path), {"constant_memory": lean, **kept_text}) as book:
            yield book
    except FileCreateError as error:
        raise error.args[0] from error


def table(book: Any, name: str, headings: Headings, rows: Iterable[Iterable[Cell]]) -> int:
    """A sheet of rows: heading frozen, filters on, columns as wide as said; returns how many rows."""
    sheet = book.add_worksheet(name)
    bold = book.add_format({"bold": True, "bg_color": "#DDE8F3", "bottom": 1, "text_wrap": True, "valign": "top"})
    plain = book.add_format({"valign": "top"})
    sheet.freeze_panes(1, 0)
    for index, (heading, width) in enumerate(headings):
        sheet.set_column(index, index, width, plain)
        sheet.write_string(0, index, heading, bold)
    number = 0
    for number, row in enumerate(rows, start=1):
        for index, cell in enumerate(row):
            write(sheet, number, index, cell)
    sheet.autofilter(0, 0, number, len(headings) - 1)
    return number


def write(sheet: Any, row: int, column: int, cell: Cell, *format: Any) -> None:
    """One cell: a number as a number, everything else as text, nothing for `None`."""
    if isinstance(cell, str):
        sheet.write_string(row, column, fitting(cell), *format)
    elif cell is not None:
        sheet.write_number(row, column, cell, *format)
    elif format:
        sheet.write_blank(row, column, None, *format)


def fitting(text: str) -> str:
    """The text as one cell of Excel can hold it: a longer one is cut, and says so."""
    return text if len(text) <= CELL_CHARACTERS else text[: CELL_CHARACTERS - len(_CUT)] + _CUT
