"""Tables whose cells stand one below the other, or all in one line: a head, and rows that repeat its length.

A page or a PDF saved as text leaves a line a cell (`序号`, `任务`, `时限`, `1`, `…`). Rows that begin with 1, 2, 3, or
that hold figures in the same columns, tell where each begins; a cell that is wrapped or missing breaks that order, and
then all stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice, takewhile
from typing import Final, NamedTuple

from ingest import patterns as re
from ingest.notice import Block, Cell, Rows, table_block
from ingest.readers.table_heads import NAME_ENDS, ORDINAL, is_name, names_columns
from ingest.repairs import doubts
from ingest.repairs.pieces import Blocks, Edit, cut

_WORD: Final = re.compile(r"[^ \t\u3000]+")
_LEAST_COLUMNS, _MOST_COLUMNS = 3, 9
_LEAST_ROWS: Final = 2
_WRAPPED: Final = 2
_MOST_LINES: Final = 6_000
_LONGEST_CELL: Final = 300
_LONGEST_NAME: Final = 20
_REMARK: Final = re.compile("备注|说明")
_FIGURE: Final = re.compile(
    r"[<>≤≥±]?\d[\d.,%％—~～-]*(?:[万亿]?元|[\u4e00-\u9fff]{1,2})?"
    r"|(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日|[底末])?(?:之?前)?|\d{1,3}(?:个?工作日|个月|小时)(?:以?内)?"
)
"""What a column of figures, days or terms holds in each row: 30, 2.50元, 5月底前, 3个工作日内."""
_IN_A_LINE: Final = re.compile(r"(?:^|[ \t\u3000])(?=序号[ \t\u3000])")


class _Word(NamedTuple):
    """What can be a cell: a line, or a word of a line."""

    text: str
    block: Block
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def stacked_tables(blocks: Blocks) -> Iterator[Edit]:
    """Cells that stand one a line below their heads, put together as the table that they are."""
    names = {at for at, last in enumerate(blocks.lasts) if last in NAME_ENDS and _names_column(blocks[at])}
    done = 0
    for at in sorted(names):
        if at >= done and at - 1 not in names and _begins(blocks, at):
            height, rows = _table(_lines(blocks, at, _MOST_LINES))
            if rows:
                yield at, at + height, (table_block(rows),)
                done = at + height


def tables_in_a_line(blocks: Blocks) -> Iterator[Edit]:
    """A table of which all rows run on in one line (`序号 任务 时限 1 … 2 …`)."""
    for index, block in enumerate(blocks if "序号" in blocks.whole else ()):
        parts = _with_tables(block) if block.kind == "paragraph" and "序号" in block.text else []
        if any(part.kind == "table" for part in parts):
            yield index, index + 1, tuple(parts)


def _with_tables(line: Block) -> list[Block]:
    """The line cut into its tables and what stands around them; as it is where one of them is not sure."""
    parts: list[Block] = []
    begin = 0
    while found := _IN_A_LINE.search(line.text, begin):
        words = [_Word(word[0], line, word.start()) for word in _WORD.finditer(line.text, found.end())]
        count, rows = _table(words)
        if not rows:
            return [line]
        parts += [cut(line, begin, found.end()), table_block(rows)]
        begin = words[count - 1].end
    return [part for part in (*parts, cut(line, begin, len(line.text))) if part.text]


def _begins(blocks: Sequence[Block], at: int) -> bool:
    """Whether a head can begin with the name that stands here."""
    return _width([word.text for word in _lines(blocks, at, _MOST_COLUMNS + 1)]) > 0


def _names_column(block: Block) -> bool:
    return block.kind == "paragraph" and is_name(block.text.strip())


def _lines(blocks: Sequence[Block], at: int, most: int) -> list[_Word]:
    """The lines from `at` on, that can be cells, up to so many."""
    near = islice(blocks, at, at + most)
    texts = takewhile(lambda block: block.kind == "paragraph" and len(block.text) <= _LONGEST_CELL, near)
    return [_Word(block.text.strip(), block, len(block.text) - len(block.text.lstrip())) for block in texts]


_NONE: tuple[int, Rows] = (0, ())


def _table(words: Sequence[_Word]) -> tuple[int, Rows]:
    """How many words a table takes that they begin with, and its rows; none where it is not sure."""
    texts = [word.text for word in words[: _MOST_COLUMNS + 1]]
    width = _width(texts)
    if not width:
        return _NONE
    counted = bool(ORDINAL.fullmatch(texts[0]))
    body = words[width:]
    made = _counted(body, width, remark=bool(_REMARK.fullmatch(texts[width - 1]))) if counted else _alike(body, width)
    if len(made) < _LEAST_ROWS:
        return _NONE
    rows = _cells(words[:width], width, header=True), *(_cells(row, width) for row in made)
    return width + sum(map(len, made)), rows


def _width(texts: Sequence[str]) -> int:
    """How many of the texts are the head with which they begin, up to the first row's number where it has one."""
    if texts and ORDINAL.fullmatch(texts[0]):
        width = texts.index("1") if "1" in texts else 0
    else:
        width = sum(1 for _ in takewhile(is_name, texts))
    return width if _LEAST_COLUMNS <= width <= _MOST_COLUMNS and names_columns(texts[:width]) else 0


def _counted(words: Sequence[_Word], width: int, *, remark: bool) -> list[Sequence[_Word]]:
    """Rows that begin with 1, 2, 3, all equally long; a last column for remarks may be empty in all of them.

    The next number in a place where no row can begin says that a cell was wrapped: then none is sure.
    """
    texts = [word.text for word in words]
    second = texts.index("2") if "2" in texts[: width + 1] else 0
    if second != width and not (remark and second == width - 1):
        return []
    last = 1
    while texts[last * second : last * second + 1] == [str(last + 1)]:
        last += 1
    rows = [words[at : at + second] for at in range(0, last * second, second)]
    if str(last + 1) in texts[(last - 1) * second : (last + 1) * second + _WRAPPED]:
        return []
    return rows if _goes_with(rows[-1], rows[:-1], second) else rows[:-1]


def _goes_with(row: Sequence[_Word], rows: Sequence[Sequence[_Word]], width: int) -> bool:
    """Whether the last row is one: as long as the others, and no signature or paragraph in place of a cell."""
    if len(row) < width:
        return False
    columns = zip(row[1:], zip(*(each[1:] for each in rows), strict=True), strict=True)
    return not any(
        (doubts.is_tail(word.text) and not any(doubts.is_tail(other.text) for other in others))
        or ("。" in word.text and not any("。" in other.text for other in others))
        for word, others in columns
    )


def _alike(words: Sequence[_Word], width: int) -> list[Sequence[_Word]]:
    """Rows that begin with a name and hold bare figures in the same columns, in one of them at least."""
    rows: list[Sequence[_Word]] = []
    form = [_is_figure(word) for word in words[:width]]
    if form[:1] != [False] or not any(form):
        return rows
    for at in range(0, len(words) - width + 1, width):
        row = words[at : at + width]
        if [_is_figure(word) for word in row] != form or not all(len(word.text) <= _LONGEST_NAME for word in row):
            break
        rows.append(row)
    return rows


def _is_figure(word: _Word) -> bool:
    return bool(_FIGURE.fullmatch(word.text))


def _cells(words: Sequence[_Word], width: int, *, header: bool = False) -> tuple[Cell, ...]:
    cells = [Cell(word.text, word.block.place_at(word.start), header) for word in words]
    return (*cells, *[Cell("", cells[-1].place)] * (width - len(cells)))
