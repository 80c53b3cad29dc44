"""PDF: paragraphs, tables, and the box of every line.

The glyphs come from pdfplumber, those of a scanned page from text recognition where it is installed. Lines, columns,
paragraphs and tables are put together here, for pdfplumber's own text keeps headers and watermarks, tears 一、 from its
heading and mixes columns.
"""

from __future__ import annotations

import io
import logging
import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ingest import patterns as re
from ingest.errors import IngestError
from ingest.notice import Document, Flag
from ingest.readers import scans
from ingest.readers.pdf_check import counted, losses, picture_of
from ingest.readers.pdf_lines import Glyph, Line, find_gutter, lines_of, rows_of
from ingest.readers.pdf_pages import PageText, blocks_of, listed
from ingest.readers.pdf_tables import RuledTable, take_tables
from ingest.sources import Source

if TYPE_CHECKING:
    from pdfminer.layout import LTCurve
    from pdfplumber.page import Page
    from pdfplumber.pdf import PDF

_LEVEL = 0.02
"""The sine of the angle up to which text stands level; watermarks are turned by 45°."""
_MIN_GLYPHS = 20
"""A page with fewer and a picture over half of it is a scan (a page number can be typed on it)."""
_SCAN_AREA = 0.5
_DRAWN = 60
"""A page with fewer glyphs and more curves than this is text drawn as outlines."""
_UNREADABLE = re.compile(r"\(cid:\d+\)|[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]")
_MOSTLY = 0.5
_TAIL = 4096
_RULE_WIDTH = 3.0

_DAMAGED = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What pdfminer raises on damaged objects, besides its own errors: it looks into them without checking their types."""

_AGAIN = "请重新下载，或用PDF阅读器打开后另存再导入"


def read(source: Source) -> Document:
    """The paragraphs and tables of a PDF in reading order, each line and cell with its page and box in points.

    Watermarks, page numbers, running headers and footers are left out. With `ocr`, pages were read from their picture
    (`meta["recognised_pages"]`). With `truncated`, pages were not read because
    they are scans (`meta["scanned_pages"]`), text on them was lost (`meta["incomplete_pages"]`: turned sideways, or
    found by another engine only), or the file has lost its end. Raises `IngestError` for a file that is
    damaged, locked with a password, or without a text layer.
    """
    with _opened(source.data) as pdf:
        pages = list(_pages(pdf))
        declared = _declared_pages(pdf)
    if scans.available() and any(page.scanned for page in pages):
        pages = list(_with_scans(source.data, pages))
    _refuse_unread(pages)
    scanned = [page.number for page in pages if page.scanned]
    read_again = [page.number for page in pages if page.recognised]
    incomplete = _incomplete(source.data, pages)
    cut = scanned or incomplete or len(pages) < declared or b"%%EOF" not in source.data[-_TAIL:]
    flags: set[Flag] = {"truncated"} if cut else set()
    if any(page.damaged for page in pages):
        flags.add("masked_characters")
    if read_again:
        flags.add("ocr")
    told = {"scanned_pages": scanned, "incomplete_pages": incomplete, "recognised_pages": read_again}
    meta = {name: listed(numbers) for name, numbers in told.items() if numbers}
    return Document(tuple(blocks_of(pages)), "application/pdf", len(pages), meta, frozenset(flags))


@contextmanager
def _opened(data: bytes) -> Iterator[PDF]:
    """The file as pdfplumber opens it; what goes wrong until it is closed is told as `IngestError`."""
    import pdfplumber
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
    from pdfminer.psexceptions import PSException
    from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            yield pdf
    except (MalformedPDFException, PdfminerException, PSException, *_DAMAGED) as error:
        cause = error.args[0] if isinstance(error, PdfminerException) and error.args else error
        if isinstance(cause, PDFPasswordIncorrect):
            raise IngestError("PDF有打开密码，无法读取", "请用密码打开后另存为无密码的PDF再导入") from error
        if isinstance(cause, PDFEncryptionError):
            raise IngestError("PDF的加密方式不支持，无法读取", "请用PDF阅读器打开后另存为无密码的PDF再导入") from error
        raise IngestError("PDF已损坏或不完整，无法读取", _AGAIN) from error


def _incomplete(data: bytes, pages: Sequence[PageText]) -> list[int]:
    """The pages that are read and have more text than was read."""
    lost = losses(data, [page.count for page in pages])
    read = (page for page in pages if not page.scanned and not page.recognised)
    return [page.number for page in read if page.turned or page.number in lost]


def _declared_pages(pdf: PDF) -> int:
    """How many pages the file says that it has; 0 where it does not say."""
    from pdfminer.pdftypes import dict_value, int_value

    tree = dict_value(pdf.doc.catalog.get("Pages", {}))
    return int(int_value(tree.get("Count", 0)))


def _pages(pdf: PDF) -> Iterator[PageText]:
    gutter = None
    for page in pdf.pages:
        text, gutter = _page(page, gutter)
        page.close()
        yield text


def _page(page: Page, known_gutter: float | None) -> tuple[PageText, float | None]:
    """The text of a page, and the gutter between its columns."""
    number, width, height = page.page_number, float(page.width), float(page.height)
    found = list(_leaves(page.layout))
    glyphs, damaged, turned = _glyphs(found, page)
    scanned = _is_scan(found, glyphs, damaged, width * height)
    if scanned and damaged > len(glyphs) * _MOSTLY:
        glyphs = []
    lines, tables, gutter = laid_out(glyphs, _ruled(found, page), number, known_gutter)
    return PageText(number, width, height, lines, tables, scanned, damaged > 0, _count(found), turned), gutter


def laid_out(
    glyphs: list[Glyph], edges: Sequence[dict[str, Any]], number: int, known_gutter: float | None
) -> tuple[tuple[Line, ...], tuple[RuledTable, ...], float | None]:
    """The lines and tables of a page, and the gutter between its columns."""
    tables, rest = take_tables(edges, glyphs, page=number)
    gutter = find_gutter(rows_of(rest), known=known_gutter) if rest else known_gutter
    lines = [line for line in lines_of(rest, page=number, gutter=gutter) if line.text]
    return tuple(lines), tuple(tables), gutter


def _with_scans(data: bytes, pages: Iterable[PageText]) -> Iterator[PageText]:
    """The pages, scanned ones as text recognition reads them; one on which it finds nothing stays a scan."""
    gutter = None
    for page in pages:
        picture = picture_of(data, page.number) if page.scanned else None
        if picture is not None:
            found = scans.recognised(picture, width=page.width, first=page.number == 1)
            lines, tables, gutter = laid_out(list(found.glyphs), found.edges, page.number, gutter)
            if lines or tables:
                page = replace(page, lines=lines, tables=tables, scanned=False, damaged=False, recognised=True)
        yield page


def _leaves(item: Any) -> Iterator[Any]:
    """The characters, lines, curves and pictures of a page, forms opened."""
    from pdfminer.layout import LTContainer

    for part in item:
        if isinstance(part, LTContainer):
            yield from _leaves(part)
        else:
            yield part


def _count(found: Iterable[Any]) -> int:
    from pdfminer.layout import LTChar

    return counted(part.get_text() for part in found if isinstance(part, LTChar))


def _glyphs(found: Iterable[Any], page: Page) -> tuple[list[Glyph], int, bool]:
    """The level, visible characters of a page, blanks left out; how many of them cannot be read; whether most of the
    page's text is turned by a quarter instead.
    """
    from pdfminer.layout import LTChar

    left, top, right, bottom = _visible(page)
    height = float(page.height)
    glyphs: list[Glyph] = []
    damaged = turned = 0
    for part in found:
        if not isinstance(part, LTChar):
            continue
        a, b, c, d, _, base = part.matrix
        text = part.get_text()
        if text.isspace() or abs(b) > _LEVEL * abs(a) or abs(c) > _LEVEL * abs(d):
            turned += abs(a) <= _LEVEL * abs(b) and not text.isspace()
            continue
        x0, y0, x1, y1 = part.x0 - left, height - part.y1 - top, part.x1 - left, height - part.y0 - top
        if not (0 <= x0 + x1 <= 2 * (right - left) and 0 <= y0 + y1 <= 2 * (bottom - top)):
            continue
        if _UNREADABLE.search(text):
            text, damaged = "\ufffd", damaged + 1
        glyphs.append(Glyph(text, x0, y0, x1, y1, height - base - top, part.size))
    return glyphs, damaged, turned >= _MIN_GLYPHS and turned > len(glyphs)


def _visible(page: Page) -> tuple[float, float, float, float]:
    """The part of the page that is shown: left, top, right, bottom within the sheet."""
    left, top = page.mediabox[:2]
    x0, y0, x1, y1 = page.cropbox
    return float(x0 - left), float(y0 - top), float(x1 - left), float(y1 - top)


def _ruled(found: Iterable[Any], page: Page) -> list[dict[str, Any]]:
    """The level and upright edges of lines and boxes on a page, as pdfplumber describes them.

    An area that is filled and has no outline is no box: word processors lay white or coloured ones behind the text.
    """
    from pdfminer.layout import LTCurve
    from pdfplumber.utils.geometry import curve_to_edges, line_to_edge, move_object, rect_to_edges

    edges_of = {"line": lambda drawn: [line_to_edge(drawn)], "rect": rect_to_edges, "curve": curve_to_edges}
    drawn = [page.process_object(part) for part in found if isinstance(part, LTCurve) and _is_rule(part)]
    left, top = page.cropbox[:2]
    if left or top:
        drawn = [move_object(move_object(each, "h", -left), "v", -top) for each in drawn]
    return [edge for each in drawn for edge in edges_of[each["object_type"]](each)]


def _is_rule(drawn: LTCurve) -> bool:
    return bool(drawn.stroke) or min(drawn.width, drawn.height) <= _RULE_WIDTH


def _is_scan(found: Sequence[Any], glyphs: Sequence[Glyph], damaged: int, area: float) -> bool:
    """Whether a page shows text that cannot be read as text."""
    from pdfminer.layout import LTCurve, LTImage

    if len(glyphs) >= _MIN_GLYPHS:
        return damaged > len(glyphs) * _MOSTLY
    covered = sum(part.width * part.height for part in found if isinstance(part, LTImage))
    drawn = sum(isinstance(part, LTCurve) for part in found)
    return covered > _SCAN_AREA * area or drawn > _DRAWN


def _refuse_unread(pages: Sequence[PageText]) -> None:
    """Raise `IngestError` for a file without any text: a scan, blank pages, no pages."""
    if any(page.lines or page.tables for page in pages if not page.scanned):
        return
    scanned = [page.number for page in pages if page.scanned]
    if scanned:
        raise IngestError(
            f"PDF没有文字层，是扫描件、图片或字体没有文字编码（第{listed(scanned)}页，共{len(pages)}页）",
            scans.advice(),
        )
    if not pages:
        raise IngestError("PDF里没有页面，文件已损坏或不完整", _AGAIN)
    raise IngestError(f"PDF里没有文字（共{len(pages)}页）", "请核对文件，或换用文字版")
