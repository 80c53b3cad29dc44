"""PDF files for tests, with text of our own: reportlab's CID fonts carry Chinese without a font file.

Lengths are points, positions count from the upper left corner of the page, as in `ingest.notice.Place`.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence

from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

FONT = "STSong-Light"
LATIN = "Times-Roman"
WIDTH, HEIGHT = 595.0, 842.0
LEFT, TOP, SIZE, LEADING, PER_LINE, LINES = 79.0, 120.0, 16.0, 28.0, 28, 22
"""The grid of GB/T 9704: 22 lines of 28 characters of size 3 (16 pt)."""
_NO_START = "，。、；：！？）》”％"
pdfmetrics.registerFont(UnicodeCIDFont(FONT))


class Pages:
    """A PDF in the making."""

    def __init__(
        self, *, user: str | None = None, owner: str | None = None, size: tuple[float, float] = (WIDTH, HEIGHT)
    ):
        self._file = io.BytesIO()
        self._height = size[1]
        lock = None if user is None and owner is None else StandardEncryption(user or "", owner, strength=128)
        self.canvas = Canvas(self._file, pagesize=size, invariant=1, encrypt=lock)

    def text(
        self,
        x: float,
        baseline: float,
        text: str,
        *,
        size: float = SIZE,
        font: str = FONT,
        space: float = 0.0,
        angle: float = 0.0,
    ) -> None:
        """A run of text; `space` stands after each character, `angle` turns it about its start."""
        self.canvas.saveState()
        self.canvas.translate(x, self._height - baseline)
        self.canvas.rotate(angle)
        self.canvas.setFont(font, size)
        self.canvas.drawString(0, 0, text, charSpace=space)
        self.canvas.restoreState()

    def centred(self, baseline: float, text: str, *, size: float = SIZE) -> None:
        """A line in the middle of the page."""
        self.canvas.setFont(FONT, size)
        self.canvas.drawCentredString(WIDTH / 2, self._height - baseline, text)

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A straight line."""
        self.canvas.line(x0, self._height - y0, x1, self._height - y1)

    def picture(self, x: float, y: float, width: float, height: float) -> None:
        """A grey picture, as a scan has one for a page."""
        image = ImageReader(Image.new("L", (8, 8), 200))
        self.canvas.drawImage(image, x, self._height - y - height, width, height)

    def table(
        self,
        x: float,
        y: float,
        widths: Sequence[float],
        rows: Sequence[Sequence[str | None]],
        *,
        size: float = 12,
        height: float = 24,
    ) -> None:
        """A ruled table; `None` merges a cell with the one above it, `""` after text is an empty cell of its own."""
        edges = [x + sum(widths[:n]) for n in range(len(widths) + 1)]
        for number, row in enumerate(rows):
            top = y + number * height
            for column, cell in enumerate(row):
                if cell is not None:
                    self.rule(edges[column], top, edges[column + 1], top)
                    for line, part in enumerate(cell.split("\n")):
                        self.text(edges[column] + 4, top + size + 3 + line * size * 1.2, part, size=size)
        bottom = y + len(rows) * height
        self.rule(edges[0], bottom, edges[-1], bottom)
        for edge in edges:
            self.rule(edge, y, edge, bottom)

    def turn(self) -> None:
        """End the page and begin the next."""
        self.canvas.showPage()

    def data(self) -> bytes:
        """The file."""
        self.canvas.save()
        return self._file.getvalue()


def wrapped(text: str, *, per_line: int = PER_LINE, indent: int = 2) -> list[str]:
    """The lines of a paragraph: as many characters as fit, none begins with a closing mark (it hangs out)."""
    lines = ["　" * indent]
    for character in text:
        if width(lines[-1] + character) > per_line and character not in _NO_START:
            lines.append("")
        lines[-1] += character
    return lines


def width(text: str) -> float:
    """The width of a text in full-width characters."""
    return float(pdfmetrics.stringWidth(text, FONT, 1))


def typeset(
    pages: Pages, paragraphs: Iterable[str], *, baseline: float = TOP, lines: int = LINES, numbered: bool = True
) -> float:
    """Paragraphs on the grid, over as many pages as they need; the baseline that would come next."""
    number, bottom = 1, TOP + (lines - 1) * LEADING
    for paragraph in paragraphs:
        for line in wrapped(paragraph):
            if baseline > bottom:
                if numbered:
                    page_number(pages, number)
                pages.turn()
                number, baseline = number + 1, TOP
            text = line.lstrip("　")
            pages.text(LEFT + SIZE * (len(line) - len(text)), baseline, text)
            baseline += LEADING
    if numbered:
        page_number(pages, number)
    return baseline


def page_number(pages: Pages, number: int) -> None:
    """`— 1 —`, outside: right on odd pages, left on even ones."""
    pages.text(LEFT + 16 if number % 2 == 0 else WIDTH - LEFT - 64, 790, f"— {number} —", size=14)


def simple(*paragraphs: str) -> bytes:
    """A file with nothing but these paragraphs."""
    pages = Pages()
    typeset(pages, paragraphs)
    return pages.data()
