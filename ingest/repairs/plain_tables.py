"""Tables that a text holds as lines: their cells stand side by side with tabs or blanks between, or one a line.

A table is known by its head (`序号　任务　完成时限`) and by two rows at least that have as many cells; a cell that
a row leaves out is known by the column that it does not stand in. What is not sure stays as it is.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, NamedTuple

from ingest import patterns as re
from ingest.notice import Block, Cell, table_block
from ingest.readers import table_heads
from ingest.repairs.pieces import Blocks, Edit
from ingest.wording import DAY, ORGAN_LINE

_GAPS: Final = (
    re.compile(r"[ \u3000]*\t[ \u3000]*"),
    re.compile(r"[ \u3000]*\t[ \t\u3000]*|[ \u3000]{2,}"),
    re.compile(r"[ \u3000]*\t[ \t\u3000]*|[ \u3000]*\u3000[ \u3000]*| {2,}"),
    re.compile(r"[ \u3000]*\t[ \t\u3000]*|[ \u3000]{4,}"),
    re.compile(r"[ \t\u3000]+"),
)
"""What stands between two cells, from the surest on: one tab, tabs or gaps, a full-width blank, wide gaps, any
blank."""
_TAB, *_WIDE, _ANY_BLANK = _GAPS
_WIDEST: Final = _WIDE[-1]
_LONGEST_LINE: Final = 600
_MOST_LINES: Final = 2_000
_MOST_COLUMNS: Final = 12
_LONGEST_FIGURED: Final = 20
_LEAST_ROWS: Final = 2
_FIGURE: Final = re.compile(r"\d|[零〇一二两三四五六七八九十百千万]+[元天日月年次个人倍]")
_NONE: Final = ("—", "——", "-", "/", "无")
"""What stands in a cell of figures that has none."""
_GROUP: Final = re.compile(r"(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)])[^，。；：]{2,30}$")
"""A row over the whole width that names those below it (`一、小学阶段`)."""
_SIGNED: Final = re.compile(rf"{ORGAN_LINE.pattern}[ \u3000\t]+{DAY}")
"""`某市水务局　2021年5月20日`: the signature below a table."""


class _Piece(NamedTuple):
    """A cell as it stands in its line: its text, its offset, and the columns of print that it covers."""

    text: str
    start: int
    left: int
    right: int


_Line = tuple[Block, list[_Piece]]
_Rows = list[list[Cell]]


def plain_tables(blocks: Blocks) -> Iterator[Edit]:
    """Lines of cells under a head, put together as the table that they are."""
    done = 0
    for at in blocks.showing(_ANY_BLANK):
        height, rows = _table(blocks, at) if at >= done and _may_be_head(blocks[at]) else (1, [])
        if rows:
            yield at, at + height, (table_block(tuple(map(tuple, rows))),)
            done = at + height


def _may_be_head(block: Block) -> bool:
    """Whether a line has cells, and no mark that the name of a column never holds."""
    text = block.text.strip()
    short = block.kind == "paragraph" and len(text) <= _LONGEST_LINE
    return short and bool(_ANY_BLANK.search(text)) and not table_heads.NO_HEAD.search(text)


def _table(blocks: Sequence[Block], at: int) -> tuple[int, _Rows]:
    """How many lines the table goes over whose head stands at `at`, and its rows, by the surest gaps that make one."""
    for gap in _GAPS:
        names = _names(blocks[at].text, gap)
        sure = _is_head(names, gap)
        if sure or (gap in _WIDE and _heads_figures(names)):
            head = _pieces(blocks[at].text, gap)
            lines = [(blocks[at], head), *_lines(blocks, at + 1, gap, head)]
            height, rows = _read(lines, aligned=gap in _WIDE)
            figures = (sure and gap is not _ANY_BLANK) or _holds_figures(rows, least=1 if sure else len(names) - 1)
            if height > _LEAST_ROWS and figures:
                return height, rows
    return 1, []


def _names(text: str, gap: re.Pattern[str]) -> list[str]:
    return [name.strip() for name in gap.split(text.rstrip() if gap is _TAB else text.strip())]


def _is_head(names: Sequence[str], gap: re.Pattern[str]) -> bool:
    """Whether the cells of a line name columns; two that stand near each other need not be cells."""
    least = 2 if gap in _GAPS[:2] else 3
    return least <= len(names) <= _MOST_COLUMNS and table_heads.names_columns(names)


def _heads_figures(names: Sequence[str]) -> bool:
    """`医疗机构级别　市内就医　转外就医`: a head too, where nothing but figures stands below all but the first."""
    return len(names) > 2 and table_heads.is_name(names[0]) and table_heads.may_name_columns(names)


def _lines(blocks: Sequence[Block], at: int, gap: re.Pattern[str], head: Sequence[_Piece]) -> Iterator[_Line]:
    """The lines from `at` on that can be rows of a table with that head, up to the head of another."""
    for block in islice(blocks, at, at + _MOST_LINES):
        text = block.text
        pieces = _pieces(text, gap) if block.kind == "paragraph" and len(text) <= _LONGEST_LINE else []
        if gap is _WIDEST and len(pieces) < len(head) and len(closer := _pieces(text, _WIDE[0])) == len(head):
            pieces = closer
        narrow = gap is not _ANY_BLANK or all(len(piece.text) <= _LONGEST_FIGURED for piece in pieces)
        another = len(pieces) > 1 and _is_head(_names(text, gap), gap) and not _same_names(pieces, head)
        if another or not 1 <= len(pieces) <= len(head) or not narrow or _SIGNED.fullmatch(text.strip()):
            return
        yield block, pieces


def _same_names(pieces: Sequence[_Piece], head: Sequence[_Piece]) -> bool:
    return [piece.text for piece in pieces] == [piece.text for piece in head]


def _pieces(text: str, gap: re.Pattern[str]) -> list[_Piece]:
    """The cells of a line; between two tabs there may be an empty one."""
    bare = text.rstrip()
    begin = 0 if gap is _TAB else len(bare) - len(bare.lstrip())
    made: list[_Piece] = []
    for start, end in [*(found.span() for found in gap.finditer(bare, begin)), (len(bare), len(bare))]:
        inside = bare[begin:start]
        first = begin + len(inside) - len(inside.lstrip())
        left = _width(bare[:first])
        made.append(_Piece(inside.strip(), first, left, left + _width(inside.strip())))
        begin = end
    return made


def _width(text: str) -> int:
    """How many columns of print the text takes."""
    return sum(1 + (unicodedata.east_asian_width(sign) in "WFA") for sign in text)


def _read(lines: Sequence[_Line], *, aligned: bool) -> tuple[int, _Rows]:
    """How many of the lines are rows, and the rows; a row that leaves cells out is read where columns are `aligned`."""
    width = len(lines[0][1])
    full = [number for number, (_, pieces) in enumerate(lines) if len(pieces) == width]
    reach = [
        (min(lines[number][1][column].left for number in full), max(lines[number][1][column].right for number in full))
        for column in range(width)
    ]
    counted = bool(table_heads.ORDINAL.fullmatch(lines[0][1][0].text))
    rows = [_cells(*lines[0], header=True)]
    done = 1
    for number, (block, pieces) in enumerate(lines[1:], 1):
        row = pieces if len(pieces) == width else _placed(pieces, reach) if aligned else None
        if row is not None and (len(pieces) > 1 or number < full[-1]):
            cells = _cells(block, row)
            if counted and number > 1 and not row[0].text and len(pieces) < width - 1 and _is_whole(rows[-1]):
                rows[-1] = [
                    above._replace(text=above.text + cell.text) for above, cell in zip(rows[-1], cells, strict=True)
                ]
            else:
                rows.append(_filled(cells, rows))
        elif len(pieces) == 1 and number < full[-1] and _GROUP.fullmatch(pieces[0].text):
            name = _cells(block, pieces)[0]
            rows.append([name, *[name._replace(origin=False)] * (width - 1)])
        else:
            break
        done = number + 1
    return (done, rows) if sum(number < done for number in full) > _LEAST_ROWS else (1, [])


def _placed(pieces: Sequence[_Piece], reach: Sequence[tuple[int, int]]) -> list[_Piece] | None:
    """The pieces of a short row, each in the one column over which it stands; `None` where that is not sure."""
    row = [_Piece("", pieces[0].start, 0, 0)] * len(reach)
    last = -1
    for piece in pieces:
        over = [column for column, (left, right) in enumerate(reach) if piece.left < right and left < piece.right]
        if len(over) != 1 or over[0] <= last:
            return None
        last = over[0]
        row[last] = piece
    return row


def _cells(block: Block, pieces: Sequence[_Piece], *, header: bool = False) -> list[Cell]:
    return [Cell(piece.text, block.place_at(piece.start), header) for piece in pieces]


def _is_whole(row: list[Cell]) -> bool:
    """Whether each cell is its own: nothing was taken from the row above, no name goes over the whole width."""
    return all(cell.origin for cell in row)


def _filled(cells: list[Cell], rows: _Rows) -> list[Cell]:
    """The row with the first cell of the row above where it has none: one name stands for several rows."""
    above = rows[-1][0]
    merged = not cells[0].text and not above.header and len(rows) > 1
    return [above._replace(origin=False), *cells[1:]] if merged else cells


def _holds_figures(rows: _Rows, least: int) -> bool:
    """Whether there are three columns at least, and so many hold figures in every row below the head that has one."""
    empty = _NONE if least > 1 else ()
    columns = list(zip(*rows[1:], strict=True))
    figured = sum(all(_FIGURE.search(cell.text) or cell.text in empty for cell in column) for column in columns)
    return len(columns) > 2 and figured >= least
