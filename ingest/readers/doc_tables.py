"""Tables of a binary Word file: what the mark at the end of each row says of its cells ([MS-DOC] 2.4.3, 2.9.321)."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from lxml import etree

from ingest.readers.doc_formatting import Modifier
from ingest.readers.doc_styles import child
from ingest.readers.docx_numbering import VAL

_DEFINITION, _HEADER, _DOWN, _ACROSS = 0xD608, 0x3404, 0xD62B, 0x5624
_MERGED = 2
_TOLERANCE = 15
"""Twips: edges of cells that lie closer together are one edge of the table."""
_CELL = 20


@dataclass(frozen=True, slots=True)
class Row:
    """A row: the edges of its cells in twips, what each is merged with (TCGRF), whether it is a head of the table."""

    edges: tuple[int, ...] = ()
    merges: tuple[int, ...] = ()
    header: bool = False

    @classmethod
    def of(cls, formats: Iterable[Modifier]) -> Row:
        """The row that modifiers of a paragraph describe, in the order in which they stand."""
        edges: tuple[int, ...] = ()
        merges: list[int] = []
        header = False
        for code, operand in formats:
            if code == _DEFINITION:
                edges = struct.unpack_from(f"<{operand[0] + 1}h", operand, 1)
                cells = operand[1 + 2 * len(edges) :]
                merges = [cells[at] if at < len(cells) else 0 for at in range(0, _CELL * operand[0], _CELL)]
            elif code == _HEADER:
                header = bool(operand[0])
            elif code == _DOWN and operand[0] < len(merges):
                merges[operand[0]] = merges[operand[0]] & ~0x60 | (operand[1] & 3) << 5
            elif code == _ACROSS:
                for cell in range(operand[0], min(operand[1], len(merges))):
                    merges[cell] = merges[cell] & ~3 | (1 if cell == operand[0] else _MERGED)
        return cls(edges, tuple(merges), header)


def lay_out(rows: Sequence[tuple[etree._Element, list[etree._Element], Row]]) -> None:
    """Tell each `w:tc` how many columns it spans and what it is merged with; all rows share the edges of the table."""
    grid = _grid(edge for _, cells, row in rows if _fits(cells, row) for edge in row.edges)
    for element, cells, row in rows:
        properties = element[0]
        if row.header:
            child(properties, "tblHeader")
        if not _fits(cells, row):
            continue
        columns = [bisect_right(grid, edge) - 1 for edge in row.edges]
        if columns[0]:
            child(properties, "gridBefore", val=columns[0])
        _merge(cells, [max(1, right - left) for left, right in pairwise(columns)], row)


def _fits(cells: Sequence[etree._Element], row: Row) -> bool:
    return len(cells) == len(row.merges) > 0


def _grid(edges: Iterable[int]) -> list[int]:
    """The edges from left to right, those that lie close together as one."""
    grid: list[int] = []
    for edge in sorted(set(edges)):
        if not grid or edge > grid[-1] + _TOLERANCE:
            grid.append(edge)
    return grid


def _merge(cells: Sequence[etree._Element], widths: Sequence[int], row: Row) -> None:
    """Cells merged across become the first of them, with all that they hold."""
    first, total = cells[0], 0
    for cell, width, merge in zip(cells, widths, row.merges, strict=True):
        if merge & _MERGED and cell is not cells[0]:
            first.extend(list(cell)[1:])
            parent = cell.getparent()
            assert parent is not None
            parent.remove(cell)
            total += width
            span = first[0].find("{*}gridSpan")
            (child(first[0], "gridSpan") if span is None else span).set(VAL, str(total))
            continue
        first, total = cell, width
        if width > 1:
            child(cell[0], "gridSpan", val=width)
        if merge >> 5 & 3:
            child(cell[0], "vMerge", val="restart" if merge >> 5 & 2 else "continue")
