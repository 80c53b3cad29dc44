"""The styles, lists and fonts of a binary Word file, the first two as `styles.xml` and `numbering.xml` hold them."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping

from lxml import etree

from ingest import patterns as re
from ingest.readers.doc_file import Part, WordFile, cut, readable
from ingest.readers.doc_formatting import modifiers
from ingest.readers.docx_numbering import W

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_NO_STYLE = 0xFFF
_TITLE = 62
_SIGNS = b"\2"
"""The character set of a font of signs."""
_KINDS = {1: "paragraph", 2: "character", 3: "table", 4: "numbering"}
_PARTS = {1: ("pPr", "rPr"), 2: ("rPr",)}
"""What a style of paragraphs and one of characters format, in this order."""
LIST_LEVEL, LIST, HIDDEN = 0x260A, 0x460B, 0x083C
_NAMES = (
    "decimal upperRoman lowerRoman upperLetter lowerLetter ordinal cardinalText ordinalText hex chicago"
    " ideographDigital japaneseCounting aiueo iroha decimalFullWidth decimalHalfWidth japaneseLegal"
    " japaneseDigitalTenThousand decimalEnclosedCircle decimalFullWidth2 aiueoFullWidth irohaFullWidth decimalZero"
    " bullet ganada chosung decimalEnclosedFullstop decimalEnclosedParen decimalEnclosedCircleChinese"
    " ideographEnclosedCircle ideographTraditional ideographZodiac ideographZodiacTraditional taiwaneseCounting"
    " ideographLegalTraditional taiwaneseCountingThousand taiwaneseDigital chineseCounting chineseLegalSimplified"
    " chineseCountingThousand"
)
_FORMATS = _NAMES.split()
"""The formats of numbers (MSONFC, [MS-OSHARED] 2.2.1.3) by the names that DOCX gives them."""
_NEW_START, _NEW_FORM = 0x10, 0x20
_MORE_FORMATS = {57: "numberInDash", 255: "none"}


def child(parent: etree._Element, name: str, **attributes: str | int) -> etree._Element:
    """A new element of WordprocessingML within another."""
    named = {f"{W}{key}": str(value) for key, value in attributes.items()}
    return etree.SubElement(parent, f"{W}{name}", named)


def as_xml(text: str) -> str:
    """The text without what XML cannot hold."""
    return _NOT_XML.sub("", text)


def add_list(properties: etree._Element, formats: Mapping[int, bytes]) -> None:
    """The list and level that modifiers of a paragraph name, as `w:numPr`: a negative list is one, too (2.6.2)."""
    if LIST not in formats and LIST_LEVEL not in formats:
        return
    number = child(properties, "numPr")
    if LIST_LEVEL in formats:
        child(number, "ilvl", val=formats[LIST_LEVEL][0])
    if LIST in formats:
        (index,) = struct.unpack("<h", formats[LIST])
        child(number, "numId", val=0 if index == -0x7FF else abs(index))


def styles_of(file: WordFile) -> etree._Element:
    """The style sheet (2.9.271) as `w:styles`: names, what each is based on, lists, hidden text."""
    root = etree.Element(f"{W}styles")
    sheet = file.part(Part.STYLES)
    if not sheet:
        return root
    size, count, fixed = struct.unpack_from("<HHH", sheet)
    at = 2 + size
    for index in range(count):
        (size,) = struct.unpack_from("<H", sheet, at)
        if size:
            _style(root, index, cut(sheet, at + 2, size), fixed, file.data)
        at += 2 + size
    return root


def _style(root: etree._Element, index: int, packed: bytes, fixed: int, data: bytes) -> None:
    words = struct.unpack_from("<HHH", packed)
    known, kind, base, count = words[0] & 0xFFF, words[1] & 0xF, words[1] >> 4, words[2] & 0xF
    (length,) = struct.unpack_from("<H", packed, fixed)
    name = readable(cut(packed, fixed + 2, 2 * length).decode("utf-16-le", "surrogatepass"))
    style = child(root, "style", type=_KINDS.get(kind, "paragraph"), styleId=index)
    if index == 0:
        style.set(f"{W}default", "1")
    child(style, "name", val=f"heading {known}" if 1 <= known <= 9 else "title" if known == _TITLE else as_xml(name))
    if base != _NO_STYLE:
        child(style, "basedOn", val=base)
    for part, formats in zip(_PARTS.get(kind, ()), _formats(packed, fixed + 4 + 2 * length, count), strict=False):
        properties = child(style, part)
        if part == "pPr":
            add_list(properties, dict(modifiers(formats[2:], data)))
        elif hidden := dict(modifiers(formats)).get(HIDDEN):
            child(properties, "vanish", val=hidden[0] & 1)


def _formats(packed: bytes, at: int, count: int) -> Iterator[bytes]:
    """The modifiers of a style, those of its paragraphs before those of its characters; each begins at an even byte."""
    for _ in range(count):
        at += at % 2
        (size,) = struct.unpack_from("<H", packed, at)
        yield cut(packed, at + 2, size)
        at += 2 + size


def fonts_of(file: WordFile) -> list[tuple[str, bool]]:
    """The names of the fonts (2.9.286) and whether each is one of signs."""
    table = file.part(Part.FONTS)
    fonts: list[tuple[str, bool]] = []
    at = 4
    for _ in range(struct.unpack_from("<H", table)[0] if table else 0):
        font = cut(table, at + 1, table[at])
        name = font[39:].decode("utf-16-le", "replace").partition("\0")[0]
        fonts.append((as_xml(name), font[3:4] == _SIGNS))
        at += 1 + table[at]
    return fonts


def lists_of(file: WordFile) -> etree._Element:
    """The lists (2.9.202) and their uses in the document (2.9.201) as `w:numbering`."""
    root = etree.Element(f"{W}numbering")
    table, (start, size) = file.table, file.places[Part.LISTS]
    if size:
        (count,) = struct.unpack_from("<H", cut(table, start, size))
        at = start + 2 + 28 * count
        for number in range(count):
            head = cut(table, start + 2 + 28 * number, 28)
            identity, _, *styles, flags = struct.unpack("<iI9HH", head)
            made = child(root, "abstractNum", abstractNumId=identity)
            for level in range(1 if flags & 1 else 9):
                at = _level(made, level, table, at, styles[level])
    uses = file.part(Part.LIST_USES)
    if uses:
        _uses(root, uses)
    return root


def _uses(root: etree._Element, uses: bytes) -> None:
    (count,) = struct.unpack_from("<I", uses)
    at = 4 + 16 * count
    for number in range(count):
        identity, _, _, changed = struct.unpack_from("<iIIB", uses, 4 + 16 * number)
        use = child(root, "num", numId=number + 1)
        child(use, "abstractNumId", val=identity)
        at += 4
        for _ in range(changed):
            begin, flags = struct.unpack_from("<iI", uses, at)
            at += 8
            change = child(use, "lvlOverride", ilvl=flags & 0xF)
            if flags & _NEW_FORM:
                begin = struct.unpack_from("<i", uses, at)[0]
                at = _level(change, flags & 0xF, uses, at, _NO_STYLE)
            if flags & _NEW_START:
                child(change, "startOverride", val=begin)


def _level(parent: etree._Element, index: int, data: bytes, at: int, style: int) -> int:
    """Append the level (2.9.150) that stands at an offset, as `w:lvl`; where it ends."""
    begin, format, flags, after, *sizes, again = struct.unpack_from("<iBB9xB8xBBB", data, at)
    at += 28 + sum(sizes)
    length: int = struct.unpack_from("<H", data, at)[0]
    text = cut(data, at + 2, 2 * length).decode("utf-16-le", "surrogatepass")
    level = child(parent, "lvl", ilvl=index)
    child(level, "start", val=begin)
    name = _FORMATS[format] if format < len(_FORMATS) else _MORE_FORMATS.get(format, "decimal")
    child(level, "numFmt", val=name)
    shown = "".join(f"%{ord(each) + 1}" if ord(each) < 9 else each for each in text)
    child(level, "lvlText", val=as_xml(readable(shown)))
    child(level, "suff", val=("tab", "space", "nothing")[min(after, 2)])
    if flags & 4:
        child(level, "isLgl")
    if flags & 8:
        child(level, "lvlRestart", val=again)
    if style != _NO_STYLE:
        child(level, "pStyle", val=style)
    return at + 2 + 2 * length
