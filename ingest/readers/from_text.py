"""Plain text, and Markdown: a block for each line that is not blank; lines of cells between strokes are a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import Final

from ingest import patterns as re
from ingest.decode import decode
from ingest.notice import Block, Document, Place
from ingest.readers import markdown
from ingest.sources import Source


def read(source: Source) -> Document:
    """The lines of a text, indentation kept; `Place.line` counts from 1, so gaps show the blank lines.

    A text that is written in Markdown is read as such (`ingest.readers.markdown`). Raises `IngestError`.
    """
    decoded = decode(source.data)
    text = decoded.text
    for stroke in _STROKES:
        text = text.replace(stroke, "|")
    lines = text.split("\n")
    if markdown.is_markdown(text, lines):
        document = markdown.read_lines(lines)
    else:
        document = Document(tuple(_blocks(text, lines)), "text/plain")
    flags = document.flags | decoded.flags()
    return replace(document, meta={**decoded.meta(), **document.meta}, flags=flags)


_STROKES: Final = "│┃║"
"""The strokes of a table that is drawn in signs for boxes stand for the plain one."""
_DRAWN: Final = re.compile(r"[ \u3000]*[\u2500-\u257f][\u2500-\u257f| \u3000]*")
"""`├────┼────┤`: a line drawn between the rows of a table."""
_DRAWN_SIGN: Final = re.compile("[\u2500-\u257f]")
"""What such a line holds: a text without it has none."""


def _blocks(text: str, lines: list[str]) -> Iterator[Block]:
    """A block a line; the mark between two pages of a dumped PDF becomes the page of the lines after it."""
    page = None
    numbers: Sequence[int] = range(1, len(lines) + 1)
    if _DRAWN_SIGN.search(text):
        kept = [(number, line) for number, line in zip(numbers, lines, strict=True) if not _DRAWN.fullmatch(line)]
        numbers, lines = [number for number, _ in kept], [line for _, line in kept]
    stroked = "|" in text
    places = iter(enumerate(zip(numbers, lines, strict=True)))
    for at, (number, line) in places:
        if line.lstrip()[:1] in markdown.PAGE_MARK_OPENINGS and (mark := markdown.page_mark(line)) is not None:
            page = mark
        elif stroked and "|" in line and len(rows := list(_rows(lines, at))) > 1:
            yield markdown.table([(numbers[first], "".join(row)) for first, row in rows])
            for _ in islice(places, sum(len(row) for _, row in rows) - 1):
                pass
        elif bare := _without_stroke(line.rstrip()) if stroked else line.rstrip():
            yield Block(bare, ((0, Place(page, None, number)),))


def _without_stroke(line: str) -> str:
    """A line without the stroke that closes a table of one column (`某令 |`): it only sets out a page."""
    return line[:-1].rstrip() if line.endswith("|") and line.count("|") == 1 else line if line.strip("|") else ""


def _rows(lines: list[str], at: int) -> Iterator[tuple[int, list[str]]]:
    """The rows of a table (`事项 | 时限`) that begins here, each of as many cells: its first line, its lines.

    Where strokes close the rows, one may be broken within a cell and go on in the next lines.
    """
    closed = lines[at].rstrip().endswith("|")
    strokes, most = lines[at].count("|"), _MOST_LINES if closed else 1
    if closed and strokes == 1:
        return
    while at < len(lines):
        ends = (
            end for end in range(at + 1, at + 1 + most) if sum(line.count("|") for line in lines[at:end]) >= strokes
        )
        row = lines[at : next(ends, at + 1)]
        if sum(line.count("|") for line in row) != strokes:
            return
        yield at, row
        at += len(row)


_MOST_LINES: Final = 4
"""A row goes over no more lines than so many."""
