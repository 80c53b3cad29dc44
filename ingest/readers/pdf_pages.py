"""The pages of a printed document, PDF or OFD, put together: margins left out, text and tables over page breaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.notice import Block
from ingest.readers.pdf_lines import Line
from ingest.readers.pdf_margins import Sheet, without_margins
from ingest.readers.pdf_paragraphs import body_size, footnotes, paragraphs, setting_of
from ingest.readers.pdf_tables import RuledTable, continues, table_blocks

_LISTED_PAGES = 12


@dataclass(frozen=True, slots=True)
class PageText:
    """What was read on one page."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]
    tables: tuple[RuledTable, ...] = ()
    scanned: bool = False
    """Whether it shows text that is no text: a picture, outlines, characters without an encoding."""
    damaged: bool = False
    """Whether single characters could not be read; they stand as U+FFFD."""
    count: int = 0
    """How many Chinese characters and digits were found, those that are left out (watermarks, margins) too."""
    turned: bool = False
    """Whether most of its text is turned by a quarter, and not read."""
    recognised: bool = False
    """Whether it is a scan whose text was recognised in its picture."""


def listed(numbers: Sequence[int]) -> str:
    """Pages as they are spoken of: 1—3、7."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    listed = "、".join("—".join(map(str, run)) for run in runs[:_LISTED_PAGES])
    return listed + ("等" if len(runs) > _LISTED_PAGES else "")


def blocks_of(pages: Sequence[PageText]) -> Iterator[Block]:
    """The blocks of all pages, lines running on over page breaks where no table stands between them."""
    size = body_size(line for page in pages for line in page.lines)
    sheets = without_margins(
        [Sheet(page.number, page.width, page.height, page.lines) for page in pages], body_size=size
    )
    setting = setting_of(sheets)
    notes = frozenset(line for sheet in sheets for line in footnotes(sheet, setting))
    waiting: list[Line] = []
    tables: list[RuledTable] = []
    for sheet, page in zip(sheets, pages, strict=True):
        for item in _in_order(sheet.lines, page.tables):
            if isinstance(item, RuledTable):
                yield from paragraphs(waiting, setting, notes=notes)
                waiting = []
                if tables and not continues(tables[-1], item):
                    yield from table_blocks(tables)
                    tables = []
                tables.append(item)
            else:
                if tables:
                    yield from table_blocks(tables)
                    tables = []
                waiting.append(item)
    if tables:
        yield from table_blocks(tables)
    yield from paragraphs(waiting, setting, notes=notes)


def _in_order(lines: Sequence[Line], tables: Sequence[RuledTable]) -> Iterator[Line | RuledTable]:
    """The lines of a page with each table before the first line that stands below its top."""
    left = list(tables)
    for line in lines:
        while left and left[0].box[1] < line.box[1] and line.column != 2:
            yield left.pop(0)
        yield line
    yield from left
