"""Printed lines → paragraphs, over line ends and page breaks.

A paragraph goes on where the last line is full (what follows did not fit into it) and the next one is not set in.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ingest import patterns as re
from ingest.notice import Block, Place
from ingest.readers.pdf_lines import Line
from ingest.readers.pdf_margins import Sheet
from ingest.wording import COPIED, DATE, NUMBER, ORGAN_LINE, STARTER, TERMINAL, TYPE_END

_LARGE = 1.15
"""Times the size of the body: 小标宋 2 (22 pt) for titles over 仿宋 3 (16 pt)."""
_SAME_SIZE = 0.12
_TITLE_LEADING = 2.6
_WIDE_LEADING = 1.6
_SLACK = 0.35
_SET_IN = 0.7
_RAGGED = 3.0
_FAR_IN = 8.0
_HANGING = 2.6
_LIST_IN = 5.5
"""Lines that begin further in at one place are the rows of a list, no paragraph."""
_MIN_LINES = 6
_AS_WIDE = 0.96
_OUTSIDE = 2.2
_INDENT = (1.2, 3.0)
_NOTE_SIZE = 0.88
_NOTE_MARK = re.compile(r"[⁰¹²³⁴-⁹\d①-⑳*＊※]")
_OPEN_END = re.compile(r"[，、,（(《“〈‘〔—]$")
_LETTERS = re.compile(r"[A-Za-z,;:.]$")
_LETTER = re.compile(r"[A-Za-z(]")


@dataclass(frozen=True, slots=True)
class Edges:
    """Where the lines of a column begin and end, points."""

    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Setting:
    """How a document is set: the size of its body text, the usual leading, the edges of its columns by page."""

    size: float
    leading: float
    indented: bool
    """Whether paragraphs begin two characters in, as they do in official documents."""
    pages: Mapping[tuple[int, int], Edges]


def setting_of(sheets: Sequence[Sheet]) -> Setting:
    """The setting that the lines of a document show.

    A page with few lines has the edges of the other pages of its width.
    """
    lines = [line for sheet in sheets for line in sheet.lines]
    size = body_size(lines)
    alike: defaultdict[tuple[float, int], list[Line]] = defaultdict(list)
    own: dict[tuple[int, int], list[Line]] = {}
    for sheet in sheets:
        for line in sheet.lines:
            own.setdefault((sheet.number, line.column), []).append(line)
            alike[round(sheet.width), line.column].append(line)
    widths = {sheet.number: round(sheet.width) for sheet in sheets}
    shared = {key: _edges(part, size) for key, part in alike.items()}
    pages = {
        (page, column): _own_edges(part, size, shared[widths[page], column]) for (page, column), part in own.items()
    }
    steps = [second.baseline - first.baseline for first, second in pairwise(lines) if _adjacent(first, second)]
    set_in = [(line.x0 - pages[line.page, line.column].left) / size for line in lines]
    indented = sum(_INDENT[0] <= each <= _INDENT[1] for each in set_in) >= max(3, 0.1 * len(lines))
    return Setting(size, median(steps) if steps else 1.75 * size, indented, pages)


def body_size(lines: Iterable[Line]) -> float:
    """The font size that most characters have."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    return max(sizes, key=lambda size: (sizes[size], size), default=10.5)


def footnotes(sheet: Sheet, setting: Setting) -> Iterator[Line]:
    """The lines at the foot of a page that are smaller than the body and begin with the mark of a note."""
    small = []
    for line in reversed(sheet.lines):
        if line.size > _NOTE_SIZE * setting.size:
            break
        small.append(line)
    while small and not _NOTE_MARK.match(small[-1].text):
        small.pop()
    yield from reversed(small) if len(small) < len(sheet.lines) else ()


def paragraphs(lines: Sequence[Line], setting: Setting, *, notes: frozenset[Line] = frozenset()) -> Iterator[Block]:
    """The paragraphs of lines that follow each other; each line is a piece with its own place.

    Footnotes stand after the paragraph that goes on over the foot of their page.
    """
    run: list[Line] = []
    held: list[Line] = []
    for line in lines:
        if line in notes:
            held.append(line)
            continue
        if run and not runs_on(run[-1], line, setting):
            yield block_of(run)
            yield from paragraphs(held, setting)
            run, held = [], []
        run.append(line)
    if run:
        yield block_of(run)
    if held:
        yield from paragraphs(held, setting)


def block_of(lines: Sequence[Line]) -> Block:
    """Lines as one paragraph."""
    text, places = "", []
    for line in lines:
        if text and _LETTERS.search(text) and _LETTER.match(line.text):
            text += " "
        places.append((len(text), Place(line.page, line.box)))
        text += line.text
    return Block(text, tuple(places))


def runs_on(line: Line, following: Line, setting: Setting) -> bool:
    """Whether a paragraph goes on from one line to the next."""
    if abs(line.size - following.size) > _SAME_SIZE * max(line.size, following.size):
        return False
    if DATE.fullmatch(line.text + following.text):
        return True  # a date in a narrow signature
    if DATE.fullmatch(line.text) or COPIED.match(following.text):
        return False  # the imprint below a signature
    if line.parted and following.parted:
        return False  # rows of a table without rules
    if min(line.size, following.size) > _LARGE * setting.size:
        return _is_one_title(line, following)
    if _adjacent(line, following) and following.baseline - line.baseline > _WIDE_LEADING * setting.leading:
        return False
    edges, after = setting.pages[line.page, line.column], setting.pages[following.page, following.column]
    room = edges.right - line.x1
    set_in = (following.x0 - after.left) / setting.size
    if room >= following.lead + _SLACK * setting.size:
        return _is_ragged(line, following, room / setting.size, set_in)
    if set_in > _SET_IN and _is_centred(line, edges) and _is_centred(following, after):
        return line.text[-1] not in TERMINAL and not STARTER.match(following.text)
    return _follows_full(line, following, set_in, setting)


def _follows_full(line: Line, following: Line, set_in: float, setting: Setting) -> bool:
    """Whether a line goes on from one that is full to the edge."""
    ended = line.text[-1] in TERMINAL
    if set_in < _SET_IN:
        return setting.indented or not (ended and STARTER.match(following.text))
    if ended or set_in > _FAR_IN or STARTER.match(following.text) or DATE.fullmatch(following.text):
        return False
    if _OPEN_END.search(line.text):
        return True
    if abs(following.x0 - line.x0) < 0.5 * setting.size:
        return set_in < _LIST_IN
    return following.x0 > line.x0 and set_in > _HANGING


def _is_centred(line: Line, edges: Edges) -> bool:
    """Whether a line stands in the middle of its column."""
    return abs((line.x0 + line.x1) - (edges.left + edges.right)) < 1.5 * line.size


def _is_ragged(line: Line, following: Line, room: float, set_in: float) -> bool:
    """Whether a line that is not quite full goes on: one that is not justified, before a long word."""
    return (
        abs(set_in) < _SET_IN
        and room < _RAGGED
        and line.text[-1] not in TERMINAL
        and len(line.text) >= 10
        and not STARTER.match(following.text)
    )


def _is_one_title(line: Line, following: Line) -> bool:
    """Whether two large lines are one title and not the names of two issuers, a red head, a number."""
    if line.page != following.page or not 0 < following.baseline - line.baseline <= _TITLE_LEADING * line.size:
        return False
    if NUMBER.fullmatch(line.text) or NUMBER.fullmatch(following.text) or DATE.fullmatch(following.text):
        return False
    if line.text.endswith("文件") or STARTER.match(following.text):
        return False
    if TYPE_END.search(line.text) and following.text[0] not in "（(":
        return False
    return not (ORGAN_LINE.fullmatch(line.text) and ORGAN_LINE.fullmatch(following.text))


def _adjacent(line: Line, following: Line) -> bool:
    """Whether the second line stands below the first in the same column."""
    return line.page == following.page and line.column == following.column and following.baseline > line.baseline


def _edges(lines: Sequence[Line], size: float) -> Edges | None:
    """The edges at which several lines begin and end; `None` where they do not agree."""
    left = _shared([-line.x0 for line in lines], near=0.5 * size, size=size)
    right = _shared([line.x1 for line in lines], near=1.3 * size, size=size)
    return None if left is None or right is None else Edges(-left, _densest([line.x1 for line in lines], right, size))


def _densest(values: Sequence[float], outermost: float, size: float) -> float:
    """Where most lines end, two characters within the outermost edge at the most: several may hang out over it."""
    ordered = sorted(value for value in values if outermost - _OUTSIDE * size <= value <= outermost)
    counts = [index + 1 - bisect_left(ordered, value - _SLACK * size) for index, value in enumerate(ordered)]
    best = max(range(len(ordered)), key=lambda index: (counts[index], index))
    return ordered[best] if counts[best] >= 2 * counts[-1] else outermost


def _own_edges(lines: Sequence[Line], size: float, shared: Edges | None) -> Edges:
    """The edges of one page (odd and even ones can differ) where its lines show them: enough, and full ones."""
    own = _edges(lines, size) if len(lines) >= _MIN_LINES else None
    if own and (shared is None or own.right - own.left >= _AS_WIDE * (shared.right - shared.left)):
        return own
    return shared or _outermost(lines)


def _shared(values: Sequence[float], *, near: float, size: float) -> float | None:
    """The outermost value that several others come near to, and a fifth of them just up to.

    A closing mark may hang out over the edge: its line alone does not make the edge.
    """
    ordered = sorted(values)
    needed = max(3 if len(ordered) >= _MIN_LINES else 2, 0.12 * len(ordered))
    for index in range(len(ordered) - 1, -1, -1):
        value = ordered[index]
        close = index + 1 - bisect_left(ordered, value - near)
        exact = index + 1 - bisect_left(ordered, value - _SLACK * size)
        if close >= needed and exact >= max(2, 0.2 * close):
            return value
    return None


def _outermost(lines: Sequence[Line]) -> Edges:
    return Edges(min(line.x0 for line in lines), max(line.x1 for line in lines))
