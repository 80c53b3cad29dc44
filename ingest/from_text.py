"""Plain text, and Markdown: a block for each line that is not blank; lines of cells between strokes are a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from ingest import markdown
from ingest.decode import decode
from ingest.notice import Block, Document, Place
from ingest.sources import Source


def read(source: Source) -> Document:
    """The lines of a text, indentation kept; `Place.line` counts from 1, so gaps show the blank lines.

    A text that is written in Markdown is read as such (`ingest.markdown`). Raises `IngestError`.
    """
    decoded = decode(source.data)
    lines = decoded.text.split("\n")
    if markdown.is_markdown(lines):
        document = markdown.read_lines(lines)
    else:
        document = Document(tuple(_blocks(lines)), "text/plain")
    flags = document.flags | decoded.flags()
    return replace(document, meta={**decoded.meta(), **document.meta}, flags=flags)


def _blocks(lines: list[str]) -> Iterator[Block]:
    """A block a line; the mark between two pages of a dumped PDF becomes the page of the lines after it."""
    page = None
    numbered = iter(enumerate(lines, 1))
    for number, line in numbered:
        if line.lstrip()[:1] in markdown.PAGE_MARK_OPENINGS and (mark := markdown.page_mark(line)) is not None:
            page = mark
        elif "|" in line and (height := _rows(lines, number - 1)):
            rows = [(number, line), *islice(numbered, height - 1)]
            yield markdown.table(rows)
        elif bare := line.rstrip():
            yield Block(bare, ((0, Place(page, None, number)),))


def _rows(lines: list[str], at: int) -> int:
    """How many lines from here on are rows of one table (`事项 | 时限`): two or more of as many cells each; else 0."""
    strokes = lines[at].count("|")
    height = next((n for n, line in enumerate(lines[at:]) if line.count("|") != strokes), len(lines) - at)
    return height if height > 1 else 0
