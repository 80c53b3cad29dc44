"""Glyphs of a printed page → its lines: by baseline, in reading order, two columns one after the other.

Baselines and not tops: with mixed fonts (一、 in one, 14 in another) the tops of one printed line differ, and its
number lands on a line of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from ingest import patterns as re
from ingest.notice import Box
from ingest.readers.characters import LOWERED, RAISED, clean


class Glyph(NamedTuple):
    """One character in its box, points from the page's upper left corner; `size` is that of its font."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    baseline: float
    size: float


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line, or the part of it that stands in one column."""

    text: str
    page: int
    box: Box
    baseline: float
    size: float
    """The size that most of its characters have."""
    lead: float
    """The width of what must stay together at its beginning: a character and the closing marks after it, a number."""
    column: int = 0
    """1 or 2 on a page in two columns, 0 for a line across the page."""
    parted: bool = False
    """Whether a blank stands in it that parts two columns of a table or list."""

    @property
    def x0(self) -> float:
        """The left edge."""
        return self.box[0]

    @property
    def x1(self) -> float:
        """The right edge."""
        return self.box[2]


Row = list[Glyph]

_SAME_BASELINE = 0.38
"""Of the font size: digits of another font stay in, the next line (0.9 or more) does not."""
_SMALL = 0.75
_RAISED_BASELINE = 0.55
"""For marks of at most 0.75 of the size: word processors raise them by 0.33 to 0.4 of it."""
_SHIFTED = 0.12
_SAME_SPOT = 0.15
_LATIN_SPACE = 0.18
_WIDE_SPACE = 0.8
"""Of the font size: where a Chinese character stands on either side, less is justification or automatic spacing."""
_PARTING = 1.2
"""Wider than any blank that justification makes between Chinese characters."""
_PARTING_LATIN = 2.0
_LATIN = re.compile(r"[!-~\u00a1-\u024f]")
_WORD = re.compile(r"[0-9A-Za-z.%]")
_CLOSING = frozenset("，。、；：！？）》〉”’」』】〕％…,.;:!?)]}%")

_OPENING = frozenset("（《〈“‘「『【〔([{≥≤＞＜><±+＋￥¥$")
_MIN_CHARACTERS = 200
"""Fewer on a page do not show whether it has columns."""
_MIN_ROWS = 8
_GUTTER = 1.5
_STEP = 2.0


def rows_of(glyphs: Sequence[Glyph]) -> list[Row]:
    """The glyphs by baseline, each row from left to right, doubled ones (imitated bold) once."""
    rows: list[Row] = []
    reference, size = 0.0, 0.0
    for glyph in sorted(glyphs, key=itemgetter(5)):
        if not rows or glyph.baseline - reference > _reach(size, glyph.size):
            rows.append([])
            reference, size = glyph.baseline, 0.0
        rows[-1].append(glyph)
        if glyph.size > size:
            reference, size = glyph.baseline, glyph.size
    return [_without_doubles(sorted(row, key=itemgetter(1))) for row in rows]


def _reach(size: float, other: float) -> float:
    """How far apart the baselines of two glyphs in one line can lie."""
    larger = max(size, other)
    return (_RAISED_BASELINE if min(size, other) <= _SMALL * larger else _SAME_BASELINE) * larger


def lines_of(glyphs: Sequence[Glyph], *, page: int, gutter: float | None = None) -> list[Line]:
    """The lines of a page in reading order; `gutter` as `find_gutter` gives it."""
    rows = rows_of(glyphs)
    if gutter is None:
        return [line_of(row, page=page) for row in rows]
    return list(_by_columns(rows, gutter, page))


def line_of(row: Row, *, page: int, column: int = 0) -> Line:
    """One row as a line."""
    sizes = Counter(round(glyph.size, 1) for glyph in row)
    size = max(sizes, key=lambda each: (sizes[each], each))
    boxes = list(zip(*row, strict=True))
    box = (min(boxes[1]), min(boxes[2]), max(boxes[3]), max(boxes[4]))
    bases = Counter(boxes[5])
    base = max(bases, key=lambda each: (bases[each], each))
    parted = any(_are_parted(left, right) for left, right in pairwise(row))
    return Line(_text(row, size, base), page, _rounded(box), base, size, _lead(row), column, parted)


def find_gutter(rows: Sequence[Row], *, known: float | None = None) -> float | None:
    """The middle of the blank strip between two columns of running text; `None` where there is one column.

    The strip lies in the middle 30 % of the text, 1.5 characters wide at least, free on 90 % of the rows, and the
    lines on both sides of it are full: the columns of a table are not. `known` is the gutter of the page before, which
    a short last page keeps unless a row crosses it.
    """
    if known is not None and rows and all(_splits(row, known) for row in rows):
        return known
    if len(rows) < _MIN_ROWS or sum(map(len, rows)) < _MIN_CHARACTERS:
        return None
    left, right = min(row[0].x0 for row in rows), max(row[-1].x1 for row in rows)
    size = Counter(glyph.size for row in rows for glyph in row).most_common(1)[0][0]
    strip = _free_strip(rows, left + 0.35 * (right - left), left + 0.65 * (right - left))
    if strip is None or strip[1] - strip[0] < _GUTTER * size:
        return None
    middle = (strip[0] + strip[1]) / 2
    sides = [_split(row, middle) for row in rows if _splits(row, middle)]
    lefts = [part[0] for part in sides if part[0]]
    rights = [part[1] for part in sides if part[1]]
    both = sum(1 for part in sides if part[0] and part[1])
    return middle if both >= 0.4 * len(rows) and _is_text(lefts, size) and _is_text(rights, size) else None


def _without_doubles(row: Row) -> Row:
    kept: Row = []
    for glyph in row:
        near = _SAME_SPOT * glyph.size
        if not any(
            glyph.text == other.text and glyph.x0 - other.x0 <= near and abs(glyph.baseline - other.baseline) <= near
            for other in kept[-3:]
        ):
            kept.append(glyph)
    return kept


def _text(row: Row, size: float, base: float) -> str:
    """The characters of a row; a space where Latin words or columns stand apart, none within Chinese."""
    parts = [_character(row[0], size, base)]
    spaced = _is_letter_spaced(row)
    for left, right in pairwise(row):
        gap = right.x0 - left.x1
        if gap > _LATIN_SPACE * left.size and _parts(left, right, gap) and not spaced:
            parts.append(" ")
        parts.append(_character(right, size, base))
    return clean("".join(parts))


def _character(glyph: Glyph, size: float, base: float) -> str:
    """A glyph's text, a raised or lowered digit as the character for it."""
    if glyph.size > _SMALL * size or abs(glyph.baseline - base) <= _SHIFTED * size:
        return glyph.text
    return glyph.text.translate(RAISED if glyph.baseline < base else LOWERED)


def _parts(left: Glyph, right: Glyph, gap: float) -> bool:
    if _LATIN.match(left.text) and _LATIN.match(right.text):
        return True
    return gap >= _WIDE_SPACE * max(left.size, right.size)


def _are_parted(left: Glyph, right: Glyph) -> bool:
    """Whether the blank between two glyphs parts columns."""
    latin = _LATIN.match(left.text) and _LATIN.match(right.text)
    return right.x0 - left.x1 >= (_PARTING_LATIN if latin else _PARTING) * left.size


def _is_letter_spaced(row: Row) -> bool:
    """Whether all characters stand equally far apart: 通　知, or a red head drawn over the width of the page."""
    gaps = [right.x0 - left.x1 for left, right in pairwise(row)]
    wide = bool(gaps) and min(gaps) >= _WIDE_SPACE * row[0].size
    return wide and max(gaps) - min(gaps) <= 0.5 * row[0].size and not any(_LATIN.match(glyph.text) for glyph in row)


def _lead(row: Row) -> float:
    end = 1
    while end < len(row) and row[end - 1].text in _OPENING:
        end += 1
    if _WORD.match(row[end - 1].text):
        while (
            end < len(row) and _WORD.match(row[end].text) and row[end].x0 - row[end - 1].x1 < _LATIN_SPACE * row[0].size
        ):
            end += 1
    while end < len(row) and row[end].text in _CLOSING:
        end += 1
    return row[end - 1].x1 - row[0].x0


def _rounded(box: Box) -> Box:
    return (round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2))


def _free_strip(rows: Sequence[Row], start: float, end: float) -> tuple[float, float] | None:
    """The widest strip between `start` and `end` that 90 % of the rows leave blank."""
    bins = max(1, int((end - start) / _STEP))
    covered = [0] * bins
    for row in rows:
        for index in {
            index
            for glyph in row
            if glyph.x1 > start and glyph.x0 < end
            for index in range(max(0, int((glyph.x0 - start) / _STEP)), min(bins, int((glyph.x1 - start) / _STEP) + 1))
        }:
            covered[index] += 1
    best, run = (0, 0), 0
    for index, count in enumerate([*covered, len(rows)]):
        if count > 0.1 * len(rows):
            best, run = max(best, (run, index)), 0
        else:
            run += 1
    length, stop = best
    return (start + (stop - length) * _STEP, start + stop * _STEP) if length else None


def _splits(row: Row, at: float) -> bool:
    """Whether a row leaves the gutter blank."""
    return not any(glyph.x0 < at < glyph.x1 for glyph in row) and all(
        right.x0 - left.x1 >= left.size for left, right in pairwise(row) if left.x1 <= at <= right.x0
    )


def _split(row: Row, at: float) -> tuple[Row, Row]:
    return [glyph for glyph in row if glyph.x1 <= at], [glyph for glyph in row if glyph.x1 > at]


def _is_text(parts: Sequence[Row], size: float) -> bool:
    """Whether most of these parts of rows are full lines of running text, as those of a table are not."""
    edge = max((row[-1].x1 for row in parts), default=0.0)
    full = sum(1 for row in parts if row[-1].x1 > edge - 1.3 * size and len(row) >= 8)
    return full >= 0.5 * len(parts) > 0


def _by_columns(rows: Sequence[Row], gutter: float, page: int) -> Iterator[Line]:
    """Left before right, down to a line that crosses the gutter and again below it."""
    waiting: list[Line] = []
    for row in rows:
        if not _splits(row, gutter):
            yield from waiting
            waiting = []
            yield line_of(row, page=page)
            continue
        left, right = _split(row, gutter)
        if left:
            yield line_of(left, page=page, column=1)
        if right:
            waiting.append(line_of(right, page=page, column=2))
    yield from waiting
