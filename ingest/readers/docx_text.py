"""The text of a Word paragraph as it is printed: final text of tracked changes, nothing hidden, nothing twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ingest import patterns as re
from ingest.readers.characters import LOWERED, RAISED
from ingest.readers.docx_numbering import VAL, W, is_on

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

DELETED = frozenset({f"{W}del", f"{W}moveFrom"})
"""What a tracked change took away."""
CHANGES = DELETED | {f"{W}ins", f"{W}moveTo", f"{W}cellIns", f"{W}cellDel"}
_SILENT = frozenset(
    f"{W}{name}"
    for name in (
        "pPr",
        "rPr",
        "sdtPr",
        "sdtEndPr",
        "instrText",
        "delInstrText",
        "delText",
        "fldData",
        "rt",
        "softHyphen",
    )
)
"""Properties, the code of fields, the sound above a character."""
_NOTES = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}
_SYMBOLS = {
    ("wingdings", 0x6F): "□",
    ("wingdings", 0xA8): "□",
    ("wingdings", 0x71): "□",
    ("wingdings", 0xFE): "☑",
    ("wingdings", 0xFC): "✓",
    ("wingdings", 0xFB): "✗",
    ("wingdings", 0xFD): "☒",
    ("wingdings 2", 0x52): "☑",
    ("wingdings 2", 0xA3): "□",
    ("wingdings 2", 0x50): "✓",
    ("symbol", 0xB3): "≥",
    ("symbol", 0xA3): "≤",
    ("symbol", 0xB1): "±",
    ("symbol", 0xB4): "×",
    ("symbol", 0xB0): "°",
    ("symbol", 0xB9): "≠",
    ("symbol", 0xBB): "≈",
}
"""Characters of symbol fonts that notices use; any other stands as U+FFFD."""


_FIELD_CODE = re.compile(
    r" (?:MERGEFIELD|DOCVARIABLE|DOCPROPERTY|HYPERLINK|PAGEREF|NUMPAGES|PAGE|REF|DATE|TIME) [!-~ ]*"
)
"""The code of a field within a field: office programs write it among the text (` MERGEFIELD incomingNo `) where the
whole notice is the result of an outer one, as systems that fill in a form make it."""


@dataclass(slots=True)
class Inline:
    """The text of one paragraph, and what hangs on it: text boxes, notes, hidden characters."""

    hidden_styles: frozenset[str]
    parts: list[str] = field(default_factory=list)
    boxes: list[Any] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    hidden: int = 0

    @property
    def text(self) -> str:
        """The text, line breaks as `\\n`."""
        return "".join(self.parts)

    def walk(self, element: Any) -> None:
        """Take in what an element within a paragraph prints."""
        for child in element:
            tag = child.tag
            if tag == f"{W}r":
                self._run(child)
            elif tag in DELETED or tag in _SILENT:
                continue
            elif tag == f"{_CHOICE}AlternateContent":
                for branch in chosen(child):
                    self.walk(branch)
            elif tag == f"{W}txbxContent":
                self.boxes.append(child)
            elif isinstance(tag, str):
                self._leaf(child, tag)

    def _run(self, run: Any) -> None:
        properties = run.find(f"{W}rPr")
        if properties is not None and self._is_hidden(properties):
            self.hidden += sum(len(each.text or "") for each in run.iter(f"{W}t"))
            return
        start = len(self.parts)
        self.walk(run)
        position = None if properties is None else properties.find(f"{W}vertAlign")
        if position is not None:
            self.parts[start:] = [_shifted("".join(self.parts[start:]), position.get(VAL) or "")]

    def _is_hidden(self, properties: Any) -> bool:
        own = properties.find(f"{W}vanish")
        if own is not None:
            return is_on(own)
        style = properties.find(f"{W}rStyle")
        return style is not None and style.get(VAL) in self.hidden_styles

    def _leaf(self, element: Any, tag: str) -> None:
        if tag in (f"{W}t", f"{_MATH}t"):
            text = element.text or ""
            self.parts.append("" if _FIELD_CODE.fullmatch(text) else text.replace("\t", " ").replace("\n", " "))
        elif tag in (f"{W}tab", f"{W}ptab"):
            self.parts.append(" ")
        elif tag in (f"{W}br", f"{W}cr"):
            self.parts.append("\n")
        elif tag == f"{W}noBreakHyphen":
            self.parts.append("-")
        elif tag == f"{W}sym":
            self.parts.append(_symbol(element))
        elif tag in _NOTES:
            self.notes.append((_NOTES[tag], element.get(f"{W}id") or ""))
        elif tag in _MATHS:
            self._formula(element, _MATHS[tag])
        else:
            self.walk(element)

    def _formula(self, element: Any, sign: str) -> None:
        """A fraction, a power or an index in one line: 1/2, 10^4."""
        for number, child in enumerate(child for child in element if not str(child.tag).endswith("Pr")):
            self.parts.append(sign if number else "")
            self.walk(child)


_MATHS = {f"{_MATH}f": "/", f"{_MATH}sSup": "^", f"{_MATH}sSub": "_"}


def chosen(alternates: Any) -> Iterator[Any]:
    """The branch of `mc:AlternateContent` that is read: the first choice, else the fallback; never both."""
    branches = list(alternates.iterchildren(f"{_CHOICE}Choice")) or list(alternates.iterchildren(f"{_CHOICE}Fallback"))
    yield from branches[:1]


def _shifted(text: str, position: str) -> str:
    """Raised and lowered digits as characters of their own: 10 with a raised 4 is not 104."""
    table = {"superscript": RAISED, "subscript": LOWERED}.get(position, {})
    shifted = text.translate(table)
    return shifted if all(before != after for before, after in zip(text, shifted, strict=True)) else text


def _symbol(element: Any) -> str:
    try:
        code = int(element.get(f"{W}char") or "", 16)
    except ValueError:
        return "\ufffd"
    font = (element.get(f"{W}font") or "").lower()
    if 0xF000 <= code <= 0xF0FF:
        return _SYMBOLS.get((font, code - 0xF000), "\ufffd")
    return _SYMBOLS.get((font, code)) or (chr(code) if 0x20 <= code < 0xD800 else "\ufffd")
