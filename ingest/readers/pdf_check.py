"""A second opinion on a PDF: how much text another engine finds on each page, and its picture.

pdfminer passes over damaged streams and fonts without a word; PDFium reads them its own way, at less than a
millisecond a page. Where it finds clearly more, something was lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from threading import Lock
from typing import TYPE_CHECKING

from ingest import patterns as re
from ingest.readers.scans import DPI, MOST_POINTS

if TYPE_CHECKING:
    from ingest.readers.scans import Picture

_COUNTED = re.compile(r"[\u2e80-\u9fff\d]")
"""Chinese characters and digits: engines differ in spaces, hyphens and marks that they add."""
_MORE = 1.02
_AT_LEAST = 5
_ONE_AT_A_TIME = Lock()
"""PDFium is not made for threads."""


def counted(texts: Iterable[str]) -> int:
    """How many Chinese characters and digits the texts hold."""
    return len(_COUNTED.findall("".join(texts)))


def losses(data: bytes, found: Sequence[int]) -> list[int]:
    """The pages, from 1, on which PDFium counts clearly more than was `found`; none where it cannot open the file."""
    return [
        page for page, (count, own) in enumerate(zip(_counts(data), found, strict=False), 1) if _is_more(count, own)
    ]


def picture_of(data: bytes, page: int) -> Picture | None:
    """The picture of a page (from 1), as `ingest.readers.scans` reads it; `None` where PDFium cannot draw it."""
    from pypdfium2 import PdfDocument, PdfiumError

    with _ONE_AT_A_TIME:
        try:
            document = PdfDocument(data)
            drawn = document[page - 1]
            scale = min(DPI / 72, MOST_POINTS / max(drawn.get_size()))
            picture: Picture = drawn.render(scale=scale).to_numpy().copy()
            document.close()
        except (PdfiumError, IndexError, ValueError):
            return None
    return picture


def _is_more(count: int, own: int) -> bool:
    return count > own * _MORE + _AT_LEAST


def _counts(data: bytes) -> list[int]:
    from pypdfium2 import PdfDocument, PdfiumError

    counts: list[int] = []
    with _ONE_AT_A_TIME:
        try:
            document = PdfDocument(data)
            for page in document:
                counts.append(counted([page.get_textpage().get_text_range()]))
                page.close()
            document.close()
        except PdfiumError:
            return counts
    return counts
