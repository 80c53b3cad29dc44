"""OFD (GB/T 33190), the national format for fixed pages: its text by position, through the same lines as PDF.

Reading needs `ofdkit`, the optional extra `ofd`. Ruled tables are not taken apart: their rows stand as lines.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ingest import patterns as re
from ingest.errors import IngestError
from ingest.notice import Document
from ingest.readers.pdf_lines import Glyph, find_gutter, lines_of, rows_of
from ingest.readers.pdf_pages import PageText, blocks_of
from ingest.sources import Source

if TYPE_CHECKING:
    from ofdkit import Page, TextRun

_POINTS = 72 / 25.4
"""An OFD page is measured in millimetres."""
_ASCENT = 0.88
_NARROW = re.compile(r"[\x20-\x7e]")


def read(source: Source) -> Document:
    """The paragraphs of an OFD in reading order, each line with its page and box in points.

    Raises `IngestError` where `ofdkit` is not installed, and for a file that is damaged or holds no text.
    """
    try:
        import ofdkit
    except ImportError as error:
        raise IngestError(
            "读取OFD文件需要ofdkit，本机没有安装", "请运行 pip install 'policy-notices[ofd]'，或另存为PDF后再导入"
        ) from error
    try:
        with ofdkit.open(source.data) as document:
            pages = [_page(page, number) for number, page in enumerate(document.pages, 1)]
    except (ofdkit.OFDError, ArithmeticError, LookupError, TypeError, ValueError, AttributeError) as error:
        raise IngestError("OFD已损坏或不完整，无法读取", "请重新下载，或用OFD阅读器另存为PDF后再导入") from error
    if not any(page.lines for page in pages):
        raise IngestError(
            f"OFD里没有文字，是扫描件或图片（共{len(pages)}页）", "请先用文字识别（OCR）软件转成带文字的PDF后再导入"
        )
    return Document(tuple(blocks_of(pages)), "application/ofd", len(pages))


def _page(page: Page, number: int) -> PageText:
    glyphs = [glyph for run in page.runs for glyph in _glyphs(run)]
    gutter = find_gutter(rows_of(glyphs)) if glyphs else None
    lines = tuple(line for line in lines_of(glyphs, page=number, gutter=gutter) if line.text)
    return PageText(number, page.width * _POINTS, page.height * _POINTS, lines)


def _glyphs(run: TextRun) -> Iterator[Glyph]:
    """The characters of a run, spread over its width as their usual widths are: half for ASCII."""
    widths = [0.5 if _NARROW.match(character) else 1.0 for character in run.text]
    unit = run.width / sum(widths) if widths and run.width > 0 else run.size
    size, x, base = run.size * _POINTS, run.x * _POINTS, run.y * _POINTS
    for character, width in zip(run.text, widths, strict=True):
        after = x + width * unit * _POINTS
        if not character.isspace():
            yield Glyph(character, x, base - _ASCENT * size, after, base + (1 - _ASCENT) * size, base, size)
        x = after
