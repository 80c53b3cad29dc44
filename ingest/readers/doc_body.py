"""The text of a binary Word file as the elements of a DOCX: paragraphs, runs, tables, notes, text boxes."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise

from lxml import etree

from ingest import patterns as re
from ingest.readers.doc_file import Part, Story, WordFile, characters, pieces, ranges, readable
from ingest.readers.doc_formatting import Modifier, Pages, modifiers
from ingest.readers.doc_shapes import text_boxes
from ingest.readers.doc_styles import HIDDEN, add_list, as_xml, child, fonts_of
from ingest.readers.doc_tables import Row, lay_out
from ingest.readers.docx_numbering import W

_DELETED, _INSERTED, _STYLE, _POSITION, _SYMBOL = 0x0800, 0x0801, 0x4A30, 0x2A48, 0x6A09
_FONTS = (0x4A4F, 0x4A51, 0x4A50)
_PARAGRAPH_STYLE, _IN_TABLE, _ROW_END, _DEPTH, _INNER_CELL, _INNER_ROW = 0x4600, 0x2416, 0x2417, 0x6649, 0x244B, 0x244C
_DEEPEST = 20
_AS_STYLE = 0x80
_FIELD = re.compile("[\\x13-\\x15]")
_END = re.compile("[\\r\\x07\\x0c]")
_PART = re.compile("[^\\x00-\\x1f(\\uf000-\\uf0ff]+|[\\x00-\\x1f(\\uf000-\\uf0ff]")
_SIGNS = {"\t": "tab", "\v": "br", "\f": "br", "\x0e": "br", "\x1e": "noBreakHyphen", "\x1f": "softHyphen"}
_POSITIONS = {1: "superscript", 2: "subscript"}


@dataclass(frozen=True, slots=True)
class Run:
    """How a stretch of characters is formatted, as far as it matters for what it says."""

    change: str = ""
    hidden: bool | None = None
    style: int | None = None
    position: str = ""
    symbol: tuple[int, int] | None = None
    fonts: tuple[int, ...] = ()

    @classmethod
    def of(cls, formats: dict[int, bytes]) -> Run:
        """The format that modifiers of characters give; whether a style hides them is the style's to say."""

        def number(code: int) -> int | None:
            return int.from_bytes(formats[code], "little") if code in formats else None

        hidden, symbol = number(HIDDEN), formats.get(_SYMBOL)
        return cls(
            "del" if number(_DELETED) else "ins" if number(_INSERTED) else "",
            None if hidden is None or hidden == _AS_STYLE else bool(hidden),
            number(_STYLE),
            _POSITIONS.get(number(_POSITION) or 0, ""),
            None if symbol is None else struct.unpack("<HH", symbol),
            tuple(font for code in _FONTS if (font := number(code)) is not None),
        )


@dataclass(slots=True)
class _Table:
    """A table in the making: its rows with their cells and what their ends say; whether a row and a cell are open."""

    element: etree._Element
    rows: list[tuple[etree._Element, list[etree._Element], Row]] = field(default_factory=list)
    row_open: bool = False
    cell_open: bool = False

    def cell(self) -> etree._Element:
        """The cell that the next paragraph stands in."""
        if not self.row_open:
            row = child(self.element, "tr")
            child(row, "trPr")
            self.rows.append((row, [], Row()))
            self.row_open = True
        if not self.cell_open:
            cell = child(self.rows[-1][0], "tc")
            child(cell, "tcPr")
            self.rows[-1][1].append(cell)
            self.cell_open = True
        return self.rows[-1][1][-1]

    def end_row(self, formats: list[Modifier], change: str) -> None:
        """What the mark at the end of the row says."""
        self.cell_open = False
        if self.row_open:
            element, cells, _ = self.rows[-1]
            self.rows[-1] = element, cells, Row.of(formats)
            if change:
                child(element[0], change)
        self.row_open = False


class Text:
    """The characters of a file with their formats, turned into elements story by story."""

    def __init__(self, file: WordFile) -> None:
        found = list(pieces(file))
        self._file = file
        self._text = _without_codes(characters(file, found), file)
        self._pieces, self._starts = found, [piece.start for piece in found]
        self._paragraphs = Pages.of(file, Part.PARAGRAPH_PAGES)
        self._fonts = fonts_of(file)
        self._sections = frozenset(ranges(file.part(Part.SECTIONS), 12)[0][1:])
        self._boxes = text_boxes(file)
        self._notes = dict(self._references())
        self._runs = list(self._formatted(Pages.of(file, Part.CHARACTER_PAGES)))
        self._run_starts = [start for start, _, _ in self._runs]

    def _formatted(self, pages: Pages) -> Iterator[tuple[int, int, Run]]:
        known: dict[tuple[bytes, bytes], Run] = {}
        for piece in self._pieces:
            for start, end, packed in pages.within(piece):
                key = packed, piece.modifiers
                if key not in known:
                    known[key] = Run.of({**dict(modifiers(packed)), **dict(modifiers(piece.modifiers))})
                yield start, end, known[key]

    def _references(self) -> Iterator[tuple[int, tuple[str, int]]]:
        for part, name in ((Part.FOOTNOTE_REFERENCES, "footnote"), (Part.ENDNOTE_REFERENCES, "endnote")):
            positions, entries = ranges(self._file.part(part), 2)
            yield from ((position, (name, index)) for index, position in enumerate(positions[: len(entries)], 1))

    def body(self) -> etree._Element:
        """The document itself as `w:body`."""
        return self._filled(etree.Element(f"{W}body"), 0, self._file.lengths[Story.BODY])

    def notes(self, name: str) -> etree._Element:
        """The `footnote`s or `endnote`s, numbered as their references are."""
        part, story = (Part.FOOTNOTES, Story.FOOTNOTES) if name == "footnote" else (Part.ENDNOTES, Story.ENDNOTES)
        root = etree.Element(f"{W}{name}s")
        for index, (start, end) in enumerate(self._stretches(part, story), 1):
            self._filled(child(root, name, id=index), start, end)
        return root

    def margins(self) -> tuple[list[etree._Element], list[etree._Element]]:
        """The headers and the footers (2.3.5): after the six lines that part notes from text, six a section."""
        found: tuple[list[etree._Element], list[etree._Element]] = [], []
        for index, (start, end) in enumerate(self._stretches(Part.HEADERS, Story.HEADERS)[6:]):
            if start < end:
                footer = index % 6 in (2, 3, 5)
                found[footer].append(self._filled(etree.Element(f"{W}{'ftr' if footer else 'hdr'}"), start, end))
        return found

    def _stretches(self, part: Part, story: Story) -> list[tuple[int, int]]:
        first, last = self._file.start(story), self._file.start(story) + self._file.lengths[story]
        positions, _ = ranges(self._file.part(part), 0)
        return [(min(first + start, last), min(first + end, last)) for start, end in pairwise(positions)]

    def _filled(self, root: etree._Element, start: int, end: int) -> etree._Element:
        """The element with the paragraphs and tables of a stretch of text in it."""
        tables: list[_Table] = []
        while start < end:
            stop = self._paragraph_end(start, end)
            formats = self._paragraph_formats(stop - 1)
            values = dict(formats)
            depth = _depth(values)
            self._open(root, tables, depth)
            inner = depth > 1
            if depth and values.get(_INNER_ROW if inner else _ROW_END, b"\0")[0]:
                tables[-1].end_row(formats, self._run_at(stop - 1).change)
            else:
                self._paragraph(tables[-1].cell() if tables else root, start, stop, values)
                if depth and (values.get(_INNER_CELL, b"\0")[0] if inner else self._text[stop - 1] == "\x07"):
                    tables[-1].cell_open = False
            start = stop
        self._open(root, tables, 0)
        return root

    @staticmethod
    def _open(root: etree._Element, tables: list[_Table], depth: int) -> None:
        """Close tables deeper than the next paragraph stands, open those that it stands in."""
        while len(tables) > depth:
            lay_out(tables.pop().rows)
        while len(tables) < depth:
            tables.append(_Table(child(tables[-1].cell() if tables else root, "tbl")))

    def _paragraph_end(self, start: int, end: int) -> int:
        """A page break ends a paragraph only where a section ends."""
        for mark in _END.finditer(self._text, start, end):
            if mark[0] != "\f" or mark.end() in self._sections:
                return mark.end()
        return end

    def _paragraph_formats(self, position: int) -> list[Modifier]:
        piece = self._pieces[bisect_right(self._starts, position) - 1]
        packed = self._paragraphs.at(piece.offset + (position - piece.start) * piece.width)
        style = (_PARAGRAPH_STYLE, packed[:2] or b"\0\0")
        return [style, *modifiers(packed[2:], self._file.data), *modifiers(piece.modifiers, self._file.data)]

    def _run_at(self, position: int) -> Run:
        index = bisect_right(self._run_starts, position) - 1
        return self._runs[index][2]

    def _paragraph(self, holder: etree._Element, start: int, end: int, values: dict[int, bytes]) -> None:
        paragraph = child(holder, "p")
        properties = child(paragraph, "pPr")
        child(properties, "pStyle", val=int.from_bytes(values[_PARAGRAPH_STYLE][:2], "little"))
        add_list(properties, values)
        change = self._run_at(end - 1).change
        if change and self._text[end - 1] == "\r":  # the end of a cell joins nothing
            child(child(properties, "rPr"), change)
        if _END.match(self._text, end - 1):
            end -= 1
        parent, within = paragraph, ""
        index = bisect_right(self._run_starts, start) - 1
        while start < end:
            _, stop, run = self._runs[index]
            if run.change != within:
                parent, within = (child(paragraph, run.change) if run.change else paragraph), run.change
            self._run(parent, run, start, min(stop, end))
            start, index = stop, index + 1

    def _run(self, parent: etree._Element, run: Run, start: int, end: int) -> None:
        """The characters of a run; a run that holds only the codes of fields leaves nothing."""
        element = child(parent, "r")
        properties = child(element, "rPr")
        if run.style is not None:
            child(properties, "rStyle", val=run.style)
        if run.hidden is not None:
            child(properties, "vanish", val=int(run.hidden))
        if run.position:
            child(properties, "vertAlign", val=run.position)
        add = partial(child, element)
        for found in _PART.finditer(self._text, start, end):
            sign, position = found[0], found.start()
            symbol = self._symbol(run, sign)
            if symbol is not None:
                add("sym", font=symbol[0], char=f"{symbol[1]:04X}")
            elif sign in _SIGNS:
                add(_SIGNS[sign])
            elif sign == "\x02" and position in self._notes:
                name, index = self._notes[position]
                add(f"{name}Reference", id=index)
            elif sign == "\x08":
                for box in self._boxes.pop(position, ()):
                    self._filled(add("txbxContent"), *box)
            elif sign >= " ":
                add("t").text = as_xml(readable(sign))

    def _symbol(self, run: Run, sign: str) -> tuple[str, int] | None:
        """The font and the character of a sign in a font of signs."""
        if sign == "(" and run.symbol is not None:
            font, code = run.symbol
            return (self._fonts[font][0] if font < len(self._fonts) else ""), code
        if "\uf000" <= sign <= "\uf0ff":
            names = [self._fonts[font] for font in run.fonts if font < len(self._fonts)]
            return next(((name, ord(sign)) for name, signs in names if signs), None)
        return None


def _depth(values: dict[int, bytes]) -> int:
    """How many tables a paragraph stands in; files of Word 97 only say whether in one."""
    if not values.get(_IN_TABLE, b"\0")[0]:
        return 0
    depth = int.from_bytes(values.get(_DEPTH, b"\1"), "little") or 1
    if depth > _DEEPEST:
        raise ValueError("tables within tables without end")
    return depth


def _without_codes(text: str, file: WordFile) -> str:
    """The text with the codes of its fields blanked, so that results are left; a mark without its like is none."""
    signs = list(text)
    for story in Story:
        begin = file.start(story)
        opened: list[tuple[int, int]] = []
        codes: list[tuple[int, int]] = []
        for mark in _FIELD.finditer(text, begin, begin + file.lengths[story]):
            if mark[0] == "\x13":
                opened.append((mark.start(), -1))
            elif opened and mark[0] == "\x14":
                opened[-1] = opened[-1][0], mark.start()
            elif opened:
                start, parted = opened.pop()
                codes.append((start, mark.start() if parted < 0 else parted))
        done = begin
        for start, end in sorted(codes):
            done = max(done, start)
            signs[done:end] = "\0" * max(0, end - done)
            done = max(done, end)
    return "".join(signs)
