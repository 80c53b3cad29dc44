"""Ruled tables of a printed page: the grid that its lines make, merged cells filled, rows joined over page breaks."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from ingest import patterns as re
from ingest.notice import Block, Box, Cell, Place, Rows, table_block
from ingest.readers.pdf_lines import Glyph, Line, line_of, rows_of
from ingest.readers.table_heads import headed
from ingest.wording import LABEL, TERMINAL

_MAX_EDGES = 20_000
_MAX_CROSSINGS = 500_000
"""A page with more lines is a drawing, and the search for crossings would take minutes."""
_MAX_GRID = 20_000
_SNAP = 3.0
_SAME_EDGE = 4.0
_PADDING = 0.35
_UNFINISHED = re.compile(r"[，、,（(《“]$")


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A table on one page: where it stands, the right edges of its columns, its cells."""

    page: int
    box: Box
    columns: tuple[float, ...]
    rows: Rows


def take_tables(
    ruled: Sequence[dict[str, Any]], glyphs: Sequence[Glyph], *, page: int
) -> tuple[list[RuledTable], list[Glyph]]:
    """The tables that the ruled lines of a page make, and the glyphs that stand in none of them.

    `ruled` holds edges as `pdfplumber.utils.geometry` makes them. A frame round a text, and a grid without text, are
    no tables.
    """
    grids = [_Grid.of(cells) for cells in _cells(ruled)]
    tables: list[RuledTable] = []
    rest = list(glyphs)
    for grid in sorted((grid for grid in grids if grid), key=lambda grid: grid.box[1]):
        inside, outside = grid.sort(rest)
        if len(inside) > 1 or (inside and len(grid.xs) > 2):
            tables.append(RuledTable(page, grid.box, tuple(grid.xs[1:]), grid.rows(inside, page)))
            rest = outside
    return tables, rest


def _cells(ruled: Sequence[dict[str, Any]]) -> list[list[Box]]:
    """The cells of each table, found as pdfplumber finds them."""
    from pdfplumber.table import cells_to_tables, edges_to_intersections, intersections_to_cells, merge_edges

    if len(ruled) < 4 or len(ruled) > _MAX_EDGES:
        return []
    edges = merge_edges(
        list(ruled), snap_x_tolerance=_SNAP, snap_y_tolerance=_SNAP, join_x_tolerance=_SNAP, join_y_tolerance=_SNAP
    )
    upright = sum(edge["orientation"] == "v" for edge in edges)
    if upright * (len(edges) - upright) > _MAX_CROSSINGS:
        return []
    crossings = edges_to_intersections(edges, _SNAP, _SNAP)
    found: list[list[Box]] = cells_to_tables(intersections_to_cells(crossings))
    return found


@dataclass(frozen=True, slots=True)
class _Grid:
    """The grid of a table: its edges, and which cell covers each of its points."""

    cells: tuple[Box, ...]
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    points: dict[tuple[int, int], int]

    @classmethod
    def of(cls, cells: Sequence[Box]) -> _Grid | None:
        """The grid of the cells of one table; `None` where it is too large to be one."""
        ordered = tuple(sorted(cells, key=lambda cell: (cell[1], cell[0])))
        xs = tuple(sorted({x for cell in ordered for x in (cell[0], cell[2])}))
        ys = tuple(sorted({y for cell in ordered for y in (cell[1], cell[3])}))
        if len(ordered) < 2 or len(xs) * len(ys) > _MAX_GRID:
            return None
        points: dict[tuple[int, int], int] = {}
        for index, (x0, top, x1, bottom) in enumerate(ordered):
            for row in range(ys.index(top), ys.index(bottom)):
                for column in range(xs.index(x0), xs.index(x1)):
                    points.setdefault((row, column), index)
        return cls(ordered, xs, ys, points)

    @property
    def box(self) -> Box:
        """The table's box."""
        return (round(self.xs[0], 2), round(self.ys[0], 2), round(self.xs[-1], 2), round(self.ys[-1], 2))

    def sort(self, glyphs: Iterable[Glyph]) -> tuple[dict[int, list[Glyph]], list[Glyph]]:
        """The glyphs of each cell, by their centres, and those that stand in none."""
        inside: defaultdict[int, list[Glyph]] = defaultdict(list)
        outside: list[Glyph] = []
        for glyph in glyphs:
            row = bisect_right(self.ys, (glyph.top + glyph.bottom) / 2) - 1
            column = bisect_right(self.xs, (glyph.x0 + glyph.x1) / 2) - 1
            cell = self.points.get((row, column))
            (outside if cell is None else inside[cell]).append(glyph)
        return inside, outside

    def rows(self, inside: dict[int, list[Glyph]], page: int) -> Rows:
        """The cells in rows; rows without any text are left out."""
        made = {
            index: Cell(cell_text(inside.get(index, []), box, page), Place(page, _rounded(box)))
            for index, box in enumerate(self.cells)
        }
        height, width = len(self.ys) - 1, len(self.xs) - 1
        grid = [[self._cell(made, row, column) for column in range(width)] for row in range(height)]
        return tuple(tuple(row) for row in grid if _has_own_text(row))

    def _cell(self, made: dict[int, Cell], row: int, column: int) -> Cell:
        index = self.points.get((row, column))
        if index is None:
            return Cell("")
        origin = self.points.get((row - 1, column)) != index and self.points.get((row, column - 1)) != index
        return made[index] if origin else made[index]._replace(origin=False)


def cell_text(glyphs: Sequence[Glyph], box: Box, page: int) -> str:
    """The paragraphs of a cell, a line each: a printed line goes on where what follows did not fit into the cell."""
    text = ""
    previous: Line | None = None
    for line in (line_of(row, page=page) for row in rows_of(glyphs)):
        if previous is not None and not _fits_on(previous, line, box):
            text += "\n"
        text += line.text.replace("\t", " ")
        previous = line
    return text


def _fits_on(line: Line, following: Line, box: Box) -> bool:
    if LABEL.match(following.text) and line.text[-1] in TERMINAL:
        return False
    room = (box[2] - box[0]) - 2 * _PADDING * line.size - (line.x1 - line.x0)
    return room < following.lead + 0.5 * line.size or bool(_UNFINISHED.search(line.text))


def joined(tables: Sequence[RuledTable]) -> Rows:
    """The parts of a table on pages that follow each other as one: repeated heads once, a cut row whole."""
    rows = list(tables[0].rows)
    for part in tables[1:]:
        rows = list(_continued(rows, list(part.rows)))
    used = [n for n in range(len(rows[0])) if _has_own_text([row[n] for row in rows])]
    return headed(tuple(tuple(row[column] for column in used) for row in rows))


def table_blocks(tables: Sequence[RuledTable]) -> Iterator[Block]:
    """The table as a block; a frame with text in one of its cells only is a paragraph for each line of it."""
    rows = joined(tables)
    filled = [cell for row in rows for cell in row if cell.text and cell.origin]
    if len(filled) > 1:
        yield table_block(rows)
    else:
        yield from (Block(line, ((0, cell.place),)) for cell in filled for line in cell.text.split("\n"))


def _has_own_text(cells: Iterable[Cell]) -> bool:
    return any(cell.text and cell.origin for cell in cells)


def continues(table: RuledTable, following: RuledTable) -> bool:
    """Whether a table goes on at the top of the next page: the same columns at the same places."""
    return (
        following.page == table.page + 1
        and len(table.columns) == len(following.columns)
        and len(table.rows[0]) == len(following.rows[0])
        and abs(table.box[0] - following.box[0]) <= 4 * _SAME_EDGE
        and all(
            abs((a - table.box[0]) - (b - following.box[0])) <= _SAME_EDGE
            for a, b in zip(table.columns, following.columns, strict=True)
        )
    )


def _continued(rows: list[tuple[Cell, ...]], following: list[tuple[Cell, ...]]) -> Iterator[tuple[Cell, ...]]:
    head = 0
    while head < min(len(following), len(rows)) and _texts(following[head]) == _texts(rows[head]):
        head += 1
    following = following[head:]
    if following and _is_cut(rows[-1], following[0]):
        rows, following = [*rows[:-1], _sewn(rows[-1], following[0])], following[1:]
    yield from rows
    merged = any(not row[0].origin for row in (*rows, *following))
    waiting = merged
    for row in following:
        waiting = waiting and not row[0].text
        yield _under(rows[-1], row) if waiting else row


def _texts(row: Sequence[Cell]) -> list[str]:
    return [cell.text for cell in row]


def _is_cut(row: Sequence[Cell], following: Sequence[Cell]) -> bool:
    """Whether a page break cut a row in two: its rest has no first cell, and goes on with an unfinished sentence.

    Where nothing is unfinished, most of its cells are empty.
    """
    if following[0].text or not row[0].text:
        return False
    pairs = [(above.text, below.text) for above, below in zip(row, following, strict=True) if below.text]
    unfinished = any(above and above[-1] not in TERMINAL for above, _ in pairs)
    return all(above for above, _ in pairs) and (unfinished or len(pairs) < 0.5 * len(row))


def _sewn(row: Sequence[Cell], following: Sequence[Cell]) -> tuple[Cell, ...]:
    return tuple(
        above._replace(text=_end_to_end(above.text, below.text)) if below.text else above
        for above, below in zip(row, following, strict=True)
    )


def _end_to_end(above: str, below: str) -> str:
    new = above[-1:] in TERMINAL and LABEL.match(below)
    return f"{above}\n{below}" if above and new else above + below


def _under(row: Sequence[Cell], following: Sequence[Cell]) -> tuple[Cell, ...]:
    """A row after a page break, under the merged first cell that began before it."""
    return (row[0]._replace(origin=False), *following[1:])


def _rounded(box: Box) -> Box:
    return (round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2))
