"""A scanned page → its glyphs and ruled lines by text recognition, for the reader of printed pages.

The engine is RapidOCR (extra `ocr`): its models come with the package, so nothing leaves the machine. It finds the
lines of a page and their words; where each character stands is told by its share of the line. Red is taken out of the
picture below the letterhead, for a seal over the date costs the date; ruled lines are found in the picture itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from math import atan2, cos, degrees, sin
from statistics import median
from threading import Lock
from typing import TYPE_CHECKING, Any

from ingest import half_width
from ingest.readers.pdf_lines import Glyph

if TYPE_CHECKING:
    from numpy import ndarray

    Picture = ndarray[Any, Any]
    """Rows of points, each blue, green and red, 0 to 255."""

DPI = 180
"""Of the picture that is read; 300 finds no more and takes longer."""
MOST_POINTS = 3000
"""On the longer side of a picture; plans and photographs have more than recognition needs."""
_LETTERHEAD = 0.35
"""How far down a first page the red head reaches."""
_SURE = 0.5
"""Lines that the engine is less sure of are specks and strokes."""
_SKEW = 0.3
"""Degrees of slant from which the ruled lines of a picture are looked for in it set straight."""
_TITLE = 1.15
"""Times the usual advance from which a line of some length has a size of its own."""
_SOME = 4
_BASELINE = 0.35
"""How far the baseline lies below the middle of a line, in its height."""
_NARROW = 0.55
"""The advance of a Latin letter or figure, in that of a Chinese character."""
_STOP = 0.7
"""A mark alone of less than this height is a full stop."""
_RULE = 20
"""A ruled line is longer than the page's width divided by this; strokes of characters are shorter."""
_ONE_AT_A_TIME = Lock()


@dataclass(frozen=True, slots=True)
class Recognised:
    """What stands on a scanned page, in points from its upper left corner."""

    glyphs: tuple[Glyph, ...]
    edges: tuple[dict[str, Any], ...]
    """Ruled lines as `pdfplumber.utils.geometry` describes edges."""


def available() -> bool:
    """Whether the extra is installed."""
    return all(find_spec(name) for name in ("rapidocr", "onnxruntime"))


def advice() -> str:
    """What to do about a picture of text that was not read: install the extra, or give a better picture."""
    if available():
        return "没有认出文字；请换用文字版，或更清晰、端正的扫描件"
    return "请安装文字识别组件（pip install 'policy-notices[ocr]'）后再导入，或换用文字版"


def recognised(picture: Picture, *, width: float, first: bool) -> Recognised:
    """What stands on the picture of a page that is `width` points wide; `first` of its document."""
    points = width / picture.shape[1]
    with _ONE_AT_A_TIME:
        found = _engine()(_without_seal(picture, first=first))
    lines = [_Line.of(*each) for each in zip(found.boxes, found.txts, found.scores, strict=True)] if found.txts else []
    lines = [line for line in lines if line.score >= _SURE and line.text.strip()]
    slant = median(line.slant for line in lines) if lines else 0.0
    usual = median(line.advance for line in lines) if lines else 0.0
    level = [line.turned(-slant, about=(picture.shape[1] / 2, picture.shape[0] / 2)) for line in lines]
    glyphs = tuple(glyph for line in level for glyph in line.glyphs(points, usual))
    return Recognised(glyphs, tuple(_edges(picture, slant, points)))


@cache
def _engine() -> Any:
    from rapidocr import RapidOCR

    settings = {"Global.log_level": "error", "Global.use_cls": False, "Det.limit_side_len": 1280}
    return RapidOCR(params={**settings, "Det.limit_type": "max"})


def _without_seal(picture: Picture, *, first: bool) -> Picture:
    """The picture in grey, red as white; in the head of a first page red as black."""
    from numpy import repeat

    grey = picture[:, :, 2:3].copy()
    if first:
        head = int(picture.shape[0] * _LETTERHEAD)
        grey[:head] = picture[:head, :, 1:2]
    return repeat(grey, 3, axis=2)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line as the engine found it, in points of the picture."""

    text: str
    score: float
    left: float
    middle: float
    length: float
    height: float
    slant: float
    """In radians, clockwise."""

    @classmethod
    def of(cls, corners: Any, text: str, score: float) -> _Line:
        (x0, y0), (x1, y1), _, (x3, y3) = ((float(x), float(y)) for x, y in corners)
        length = ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5
        height = ((x3 - x0) ** 2 + (y3 - y0) ** 2) ** 0.5
        marked, middle = half_width.full_width(text), ((x0 + x3) / 2, (y0 + y3) / 2)
        return cls(marked, float(score), *middle, length, height, atan2(y1 - y0, x1 - x0))

    @property
    def shares(self) -> list[float]:
        """The advance of each character, in that of a Chinese one."""
        return [1.0 if ord(character) > 0x2E7F else _NARROW for character in self.text]

    @property
    def advance(self) -> float:
        """How far a Chinese character of the line is from the next: the size of its type."""
        return self.length / sum(self.shares)

    def turned(self, angle: float, *, about: tuple[float, float]) -> _Line:
        """The line turned about a point, and level."""
        x, y = self.left - about[0], self.middle - about[1]
        left = about[0] + x * cos(angle) - y * sin(angle)
        middle = about[1] + x * sin(angle) + y * cos(angle)
        return _Line(self.text, self.score, left, middle, self.length, self.height, 0.0)

    def glyphs(self, points: float, usual: float) -> Iterator[Glyph]:
        """Its characters, each with its share of the length; `usual` is the advance in most lines of the page."""
        text = "。" if self.text in ("o", "O", "0") and self.height < _STOP * usual else self.text
        large = len(text) >= _SOME and self.advance > _TITLE * usual
        size = (self.advance if large else usual) * points
        scale = self.advance * points
        middle, x = self.middle * points, self.left * points
        for character, share in zip(text, self.shares, strict=True):
            if not character.isspace():
                top, bottom = middle - size / 2, middle + size / 2
                yield Glyph(character, x, top, x + share * scale, bottom, middle + _BASELINE * size, size)
            x += share * scale


def _edges(picture: Picture, slant: float, points: float) -> Iterator[dict[str, Any]]:
    """The long level and upright strokes of the picture set straight."""
    import cv2

    height, width = picture.shape[:2]
    grey = picture[:, :, 2]
    if abs(degrees(slant)) > _SKEW:
        turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees(slant), 1)
        grey = cv2.warpAffine(grey, turn, (width, height), borderValue=255)
    ink = cv2.adaptiveThreshold(~grey, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY, 25, -10)
    least = width // _RULE
    for orientation, shape in (("h", (least, 1)), ("v", (1, least))):
        strokes = cv2.morphologyEx(ink, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_RECT, shape))
        outlines, _ = cv2.findContours(strokes, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
        yield from (_edge(cv2.boundingRect(outline), orientation, points) for outline in outlines)


def _edge(box: Sequence[int], orientation: str, points: float) -> dict[str, Any]:
    """A stroke as an edge through its middle."""
    x, y, wide, high = (each * points for each in box)
    x0, x1 = (x, x + wide) if orientation == "h" else (x + wide / 2,) * 2
    top, bottom = (y, y + high) if orientation == "v" else (y + high / 2,) * 2
    return {
        "object_type": "line",
        "orientation": orientation,
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
    }
