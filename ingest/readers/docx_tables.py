"""Tables of Word as grids: merged cells over all that they cover, what a tracked change took away left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ingest.notice import Cell, Place, Rows
from ingest.readers.docx_numbering import VAL, W, is_on
from ingest.readers.table_heads import headed

_MAX_SPAN = 200
_MAX_GRID = 100_000
_LAYOUT_CELL = 600
"""A cell with more text, and with most of the text of its table, holds a page and no value."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A `w:tc` on the grid: its row and column from 0, its width, whether it only continues the cell above."""

    element: Any
    row: int
    column: int
    width: int
    continued: bool
    header: bool

    @property
    def name(self) -> str:
        """Row and column from 1, as they stand in a path."""
        return f"r{self.row + 1}/c{self.column + 1}"


def rows_of_table(table: Any) -> list[list[Placed]]:
    """The cells of a table by rows."""
    return [list(_placed(row, number)) for number, row in enumerate(_opened(table, "tr"))]


def data_rows(rows: Sequence[Sequence[Placed]], texts: Mapping[int, str], path: str) -> Rows:
    """The grid of a table that holds data, empty for one that only lays out a page: one cell wide, or all in one cell.

    `texts` holds the text of each cell by the identity of its element.
    """
    sizes = [len(texts[id(each.element)].strip()) for row in rows for each in row]
    widest = max((sum(1 for each in row if texts[id(each.element)].strip()) for row in rows), default=0)
    if widest < 2 or (max(sizes) > _LAYOUT_CELL and max(sizes) * 2 > sum(sizes)):
        return ()
    width = max(each.column + each.width for row in rows for each in row)
    if width * len(rows) > _MAX_GRID:
        return ()
    points: dict[tuple[int, int], Cell] = {}
    for row in rows:
        for each in row:
            _fill(points, each, texts[id(each.element)].replace("\t", " "), path)
    return headed(_without_blanks(points, len(rows), width))


def _fill(points: dict[tuple[int, int], Cell], placed: Placed, text: str, path: str) -> None:
    at = placed.row, placed.column
    above = points.get((placed.row - 1, placed.column))
    if placed.continued and above is not None:
        cell = above._replace(origin=False)
    else:
        cell = Cell(text, Place(path=f"{path}/{placed.name}"), placed.header)
    points[at] = cell
    for right in range(1, placed.width):
        points[placed.row, placed.column + right] = cell._replace(origin=False)


def _without_blanks(points: Mapping[tuple[int, int], Cell], height: int, width: int) -> Rows:
    """The grid without rows and columns that have no text of their own."""
    empty = Cell("")
    grid = [[points.get((row, column), empty) for column in range(width)] for row in range(height)]
    rows = [row for row in grid if any(cell.text and cell.origin for cell in row)]
    used = [column for column in range(width) if any(row[column].text and row[column].origin for row in rows)]
    return tuple(tuple(row[column] for column in used) for row in rows)


def _placed(row: Any, number: int) -> Iterator[Placed]:
    properties = row.find(f"{W}trPr")
    column = _integer(None if properties is None else properties.find(f"{W}gridBefore"), 0)
    mark = None if properties is None else properties.find(f"{W}tblHeader")
    header = mark is not None and is_on(mark)
    for cell in _opened(row, "tc"):
        own = cell.find(f"{W}tcPr")
        width = _integer(None if own is None else own.find(f"{W}gridSpan"), 1)
        merge = None if own is None else own.find(f"{W}vMerge")
        continued = merge is not None and merge.get(VAL, "continue") == "continue"
        yield Placed(cell, number, column, max(1, width), continued, header)
        column += max(1, width)


def _opened(holder: Any, name: str) -> Iterator[Any]:
    """The rows of a table or the cells of a row that are still there, content controls opened."""
    for element in holder:
        if element.tag == f"{W}{name}":
            if not _is_deleted(element):
                yield element
        elif element.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}moveTo"):
            yield from _opened(element, name)


def _is_deleted(element: Any) -> bool:
    return element.find(f"{W}trPr/{W}del") is not None or element.find(f"{W}tcPr/{W}cellDel") is not None


def _integer(element: Any | None, default: int) -> int:
    text = "" if element is None else element.get(VAL) or ""
    return min(int(text), _MAX_SPAN) if text.isascii() and text.isdigit() and len(text) < 6 else default
