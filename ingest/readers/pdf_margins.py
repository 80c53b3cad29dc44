"""Page numbers, running headers and footers: found by what repeats over the pages, and left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ingest import patterns as re
from ingest.readers.pdf_lines import Line
from ingest.wording import ANNEX, LABEL

_ZONE = 0.13
"""The part of the page's height, above and below, in which headers and footers stand."""
_SHARE = 0.4
"""On how many of the pages a line must stand: with different headers on odd and even pages it is half of them."""
_SAME_HEIGHT = 3.0
_DASH = r"[-—–－─―‐‑·•~～|]"
_PAGE_NUMBER = re.compile(
    rf"(?:{_DASH}\s*)*\d{{1,4}}(?:\s*{_DASH})*|(?:{_DASH}\s*)+[IVXivx]{{1,6}}(?:\s*{_DASH})+"
    r"|第?\s*\d{1,4}\s*页?\s*(?:[/／,，]|\s)?\s*(?:共|总)?\s*\d{1,4}\s*页?"
    r"|第\s*[\d一二三四五六七八九十]{1,4}\s*页|Page\s*\d{1,4}(?:\s*of\s*\d{1,4})?|\d{1,4}\s*[/／]\s*\d{1,4}",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The lines of one page in reading order, and the size of the page in points."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...]


def without_margins(sheets: Sequence[Sheet], *, body_size: float) -> list[Sheet]:
    """The pages without page numbers, and without headers and footers: lines no larger than the body text that stand
    at one height on 40 % of the pages, alike but for a number that counts with the pages.

    附件1, 附件2 at the top of their pages, and numbered items, are none.
    """
    repeated = _repeated(sheets, body_size)
    return [
        replace(sheet, lines=tuple(line for line in sheet.lines if not _is_margin(line, sheet, repeated)))
        for sheet in sheets
    ]


Key = tuple[str, int]


def _is_margin(line: Line, sheet: Sheet, repeated: set[Key]) -> bool:
    if not _in_zone(line, sheet.height):
        return False
    return (bool(_PAGE_NUMBER.fullmatch(line.text)) and _is_outermost(line, sheet)) or any(
        key in repeated for key in _keys(line, sheet)
    )


def _in_zone(line: Line, height: float) -> bool:
    return line.box[3] < _ZONE * height or line.box[1] > (1 - _ZONE) * height


def _is_outermost(line: Line, sheet: Sheet) -> bool:
    """Whether no line of the page stands further out, other than on its own height."""
    top = line.box[3] < sheet.height / 2
    others = (other.baseline for other in sheet.lines if abs(other.baseline - line.baseline) > _SAME_HEIGHT)
    return not any(other < line.baseline if top else other > line.baseline for other in others)


def _repeated(sheets: Sequence[Sheet], body_size: float) -> set[Key]:
    pages: defaultdict[Key, set[int]] = defaultdict(set)
    for sheet in sheets:
        for line in sheet.lines:
            if line.size <= body_size * 1.05 and _in_zone(line, sheet.height) and not _is_own(line.text):
                for key in _keys(line, sheet):
                    pages[key].add(sheet.number)
    needed = max(2, _SHARE * len(sheets))
    return {key for key, numbers in pages.items() if len(numbers) >= needed}


def _is_own(text: str) -> bool:
    return bool(ANNEX.match(text) or LABEL.match(text))


def _keys(line: Line, sheet: Sheet) -> Iterable[Key]:
    """What two headers have in common: the words and the height, each number taken relative to the page's."""
    text = _DIGITS.sub(lambda digits: _relative(digits[0], sheet.number), line.text)
    height = round(line.baseline / _SAME_HEIGHT)
    return ((text, height), (text, height + 1), (line.text, height), (line.text, height + 1))


def _relative(digits: str, page: int) -> str:
    return f"<{int(digits) - page}>" if len(digits) <= 4 else digits
