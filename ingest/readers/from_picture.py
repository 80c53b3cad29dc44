"""A photographed or scanned page as a picture (PNG, JPEG, TIFF, BMP, WebP): its text by recognition (extra `ocr`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ingest.errors import IngestError
from ingest.notice import Document
from ingest.readers import scans
from ingest.readers.from_pdf import laid_out
from ingest.readers.pdf_pages import PageText, blocks_of
from ingest.sources import Source

if TYPE_CHECKING:
    from ingest.readers.scans import Picture

A4_WIDTH = 595.0
"""Points; a picture does not say how large its sheet was."""
_SIGNATURES = {
    b"\x89PNG": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"II*": "image/tiff",
    b"MM": "image/tiff",
    b"BM": "image/bmp",
}


def read(source: Source) -> Document:
    """The text of the picture, each line with its box on a sheet as wide as A4.

    Raises `IngestError` where recognition is not installed, the picture cannot be decoded, or no text is found.
    """
    if not scans.available():
        raise IngestError("文件内容是图片，本机没有安装文字识别", scans.advice())
    picture = _decoded(source.data)
    height = A4_WIDTH * picture.shape[0] / picture.shape[1]
    found = scans.recognised(picture, width=A4_WIDTH, first=True)
    lines, tables, _ = laid_out(list(found.glyphs), found.edges, 1, None)
    if not lines and not tables:
        raise IngestError("文件内容是图片", scans.advice())
    page = PageText(1, A4_WIDTH, height, lines, tables, recognised=True)
    media_type = next((kind for mark, kind in _SIGNATURES.items() if source.data.startswith(mark)), "image/webp")
    return Document(tuple(blocks_of([page])), media_type, 1, {"recognised_pages": "1"}, frozenset({"ocr"}))


def _decoded(data: bytes) -> Picture:
    import cv2
    from numpy import frombuffer, uint8

    try:
        picture = cv2.imdecode(frombuffer(data, uint8), cv2.IMREAD_COLOR)
    except cv2.error:
        picture = None
    if picture is None:
        raise IngestError("文件内容是图片，已损坏或是不能解码的格式（如HEIC、GIF）", "请另存为PNG或JPEG后再导入")
    scale = scans.MOST_POINTS / max(picture.shape[:2])
    if scale < 1:
        picture = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    read: Picture = picture
    return read
