"""Binary Word files for tests, byte by byte after [MS-DOC], with text of our own: what no office program can be made to
write on demand (pieces in another order, modifiers of pieces, cells merged in the old way, passwords).

`tests/data/` holds two that LibreOffice wrote from notices of the corpus:

    cd tests/data && for name in huzhou-2022-food-docx zibo-2022-work-safety; do
        soffice --headless --convert-to 'doc:MS Word 97' ../../corpus/$name.docx; done
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ingest.readers.doc_file import Part, Story

_SECTOR, _PAGE, _TEXT = 512, 512, 1536
_END, _FAT_SECTOR, _FREE = 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
_SIZES = {0: "<B", 1: "<B", 2: "<H", 3: "<I", 4: "<H", 5: "<H"}


def sprm(code: int, value: int | bytes = 1) -> bytes:
    """A property modifier."""
    if isinstance(value, int):
        return struct.pack("<H", code) + struct.pack(_SIZES[code >> 13], value & 0xFFFFFFFF)
    return struct.pack("<H", code) + (bytes([len(value)]) + value if code >> 13 == 6 else value)


DELETED, INSERTED, HIDDEN = sprm(0x0800), sprm(0x0801), sprm(0x083C)
CELL = sprm(0x2416)
INNER = sprm(0x2416) + sprm(0x6649, 2)


@dataclass(frozen=True)
class Paragraph:
    """Runs of text with their modifiers, the mark at the end, what formats the paragraph."""

    runs: tuple[tuple[str, bytes], ...]
    formats: bytes = b""
    style: int = 0
    end: str = "\r"
    mark: bytes = b""


def paragraph(*runs: str | tuple[str, bytes], **more: object) -> Paragraph:
    """A paragraph of runs."""
    return Paragraph(tuple((run, b"") if isinstance(run, str) else run for run in runs), **more)  # type: ignore[arg-type]


def row(
    *cells: str | Iterable[Paragraph],
    edges: Sequence[int] = (),
    merges: Sequence[int] = (),
    more: bytes = b"",
    mark: bytes = b"",
) -> list[Paragraph]:
    """A row: its cells, then the mark that tells where their edges lie (twips) and what they are merged with."""
    edges = edges or range(0, 1000 * (len(cells) + 1), 1000)
    made = [
        each
        for cell in cells
        for each in ([paragraph(cell, formats=CELL, end="\x07")] if isinstance(cell, str) else cell)
    ]
    return [*made, paragraph(formats=CELL + sprm(0x2417) + definition(edges, merges) + more, end="\x07", mark=mark)]


def definition(edges: Sequence[int], merges: Sequence[int] = ()) -> bytes:
    """sprmTDefTable."""
    cells = b"".join(struct.pack("<H18x", merge) for merge in (merges or [0] * (len(edges) - 1)))
    body = struct.pack(f"<B{len(edges)}h", len(edges) - 1, *edges) + cells
    return struct.pack("<HH", 0xD608, len(body) + 1) + body


def style(
    name: str, *, known: int = 0xFFE, kind: int = 1, base: int = 0xFFF, formats: bytes = b"", characters: bytes = b""
) -> bytes:
    """A style of paragraphs (1) or of characters (2)."""
    parts = [b"\0\0" + formats, characters] if kind == 1 else [characters]
    head = struct.pack("<HHHHH", known, kind | base << 4, len(parts), 0, 0)
    made = head + struct.pack("<H", len(name)) + name.encode("utf-16-le") + b"\0\0"
    for part in parts:
        made += struct.pack("<H", len(part)) + part + b"\0" * (len(part) % 2)
    return made


def level(text: str, *, format: int = 0, start: int = 1, flags: int = 0, follow: int = 2, restart: int = 0) -> bytes:
    """A level of a list; in its text the characters 0 to 8 stand for numbers."""
    head = struct.pack("<iBB9xB8xBBBB", start, format, flags, follow, 2, 2, restart, 0)
    return head + b"\0\0\0\0" + struct.pack("<H", len(text)) + text.encode("utf-16-le")


def lists(*levels: bytes) -> dict[Part, bytes]:
    """The list 7 of nine levels (the last one again and again) and its use in the document as number 1."""
    nine = [*levels, *[levels[-1]] * (9 - len(levels))]
    head = struct.pack("<HiI9HBB", 1, 7, 0, *[0xFFF] * 9, 0, 0)
    return {Part.LISTS: head + b"".join(nine), Part.LIST_USES: uses(b"")}


def uses(*changes: bytes) -> bytes:
    """Uses of the list 7, each with the changes of a level: of where it starts (`<iI` number, 0x10) or of all of it."""
    heads = b"".join(struct.pack("<iIIBBBB", 7, 0, 0, bool(change), 0, 0, 0) for change in changes)
    return struct.pack("<I", len(changes)) + heads + b"".join(b"\xff\xff\xff\xff" + change for change in changes)


def item(text: str, *, level: int = 0, use: int = 1) -> Paragraph:
    """A numbered paragraph."""
    return paragraph(text, formats=sprm(0x260A, level) + sprm(0x460B, use & 0xFFFF))


def plc(positions: Iterable[int], *entries: bytes) -> bytes:
    """Positions and what stands at each."""
    return b"".join(struct.pack("<I", each) for each in positions) + b"".join(entries)


@dataclass
class File:
    """A file in the making: the stories, parts of the table stream, and how the text lies in the main stream."""

    body: Sequence[Paragraph]
    stories: dict[Story, Sequence[Paragraph]] = field(default_factory=dict)
    parts: dict[Part, bytes] = field(default_factory=dict)
    styles: Sequence[bytes] = (style("正文", known=0),)
    fonts: Sequence[tuple[str, int]] = ()
    data: bytes = b""
    encoding: str = "utf-16-le"
    modifier: int = 0
    shared: Sequence[bytes] = ()
    turned: bool = False
    """The text lies in two pieces, the second one first."""
    flags: int = 0x1000
    version: int = 0xC1

    def bytes(self) -> bytes:
        """The file."""
        told = [*self.body, *(each for story in Story for each in self.stories.get(story, ()))]
        text = "".join("".join(run for run, _ in each.runs) + each.end for each in told)
        packed = text.encode(self.encoding, "surrogatepass")
        width = 2 if self.encoding == "utf-16-le" else 1
        count = len(packed) // width
        half = count // 2 if self.turned else 0
        order = [(half, count, _TEXT), (0, half, _TEXT + (count - half) * width)] if half else [(0, count, _TEXT)]
        main = bytearray(_TEXT) + packed[half * width :] + packed[: half * width]

        main += bytes(-len(main) % _PAGE)
        parts = dict(self.parts)
        for part, runs in (
            (Part.CHARACTER_PAGES, self._characters(told)),
            (Part.PARAGRAPH_PAGES, self._paragraphs(told)),
        ):
            placed = sorted(
                (at + (max(start, first) - first) * width, at + (min(end, last) - first) * width, formats)
                for start, end, formats in runs
                for first, last, at in order
                if max(start, first) < min(end, last)
            )
            number = len(main) // _PAGE
            main += b"".join(_page(*run, part) for run in placed)
            borders = [*(start for start, _, _ in placed), placed[-1][1]]
            parts[part] = plc(borders, *(struct.pack("<I", number + page) for page in range(len(placed))))
        parts[Part.PIECES] = self._pieces(order, width)
        parts[Part.STYLES] = struct.pack("<HHH14x", 18, len(self.styles), 10) + b"".join(
            struct.pack("<H", len(each)) + each for each in self.styles
        )
        parts[Part.FONTS] = struct.pack("<HH", len(self.fonts), 0) + b"".join(
            bytes([39 + 2 * len(name) + 2, 0, 0, 0, signs]) + bytes(35) + name.encode("utf-16-le") + b"\0\0"
            for name, signs in self.fonts
        )
        table, places = b"", [(0, 0)] * 93
        for part, content in parts.items():
            # the levels of lists stand behind what the size counts
            places[part] = len(table), min(len(content), 30) if part == Part.LISTS else len(content)
            table += content
        lengths = [0] * 22
        for story in Story:
            paragraphs = self.body if story == Story.BODY else self.stories.get(story, ())
            lengths[story] = sum(_length(each) for each in paragraphs)
        head = struct.pack("<HHHHHH20xH28xH", 0xA5EC, self.version, 0, 0, 0, self.flags | 0x200, 14, 22)
        head += struct.pack("<22iH", *lengths, len(places)) + b"".join(struct.pack("<II", *each) for each in places)
        main[: len(head)] = head
        return compound({"WordDocument": bytes(main), "1Table": table, "Data": self.data})

    def _pieces(self, order: Sequence[tuple[int, int, int]], width: int) -> bytes:
        ordered = sorted(order)
        entries = [
            struct.pack("<HIH", 0, at if width == 2 else at * 2 | 1 << 30, self.modifier) for _, _, at in ordered
        ]
        table = plc([0, *(end for _, end, _ in ordered)], *entries)
        shared = b"".join(struct.pack("<BH", 1, len(each)) + each for each in self.shared)
        return shared + struct.pack("<BI", 2, len(table)) + table

    @staticmethod
    def _characters(told: Iterable[Paragraph]) -> Iterable[tuple[int, int, bytes]]:
        at = 0
        for each in told:
            for text, formats in [*each.runs, (each.end, each.mark)]:
                size = len(text.encode("utf-16-le", "surrogatepass")) // 2
                if size:
                    yield at, at + size, formats
                at += size

    @staticmethod
    def _paragraphs(told: Iterable[Paragraph]) -> Iterable[tuple[int, int, bytes]]:
        at = 0
        for each in told:
            yield at, at + _length(each), struct.pack("<H", each.style) + each.formats
            at += _length(each)


def _length(paragraph: Paragraph) -> int:
    return sum(len(run.encode("utf-16-le", "surrogatepass")) // 2 for run, _ in paragraph.runs) + 1


def _page(start: int, end: int, formats: bytes, part: Part) -> bytes:
    """A page of one run."""
    page = bytearray(_PAGE)
    struct.pack_into("<II", page, 0, start, end)
    page[-1] = 1
    at = 64
    if formats:
        page[8] = at // 2
    if part == Part.CHARACTER_PAGES:
        body = bytes([len(formats)]) + formats
    elif len(formats) % 2:
        body = bytes([(len(formats) + 1) // 2]) + formats
    else:
        body = bytes([0, len(formats) // 2]) + formats
    page[at : at + len(body)] = body
    return bytes(page)


def compound(streams: dict[str, bytes]) -> bytes:
    """An OLE file of three streams, each long enough to have sectors of its own."""
    sectors: list[bytes] = []
    chain: list[int] = []
    places: dict[str, tuple[int, int]] = {}
    for name, content in streams.items():
        padded = content + bytes(max(4096, -(-len(content) // _SECTOR) * _SECTOR) - len(content))
        places[name] = len(sectors), len(padded)
        count = len(padded) // _SECTOR
        chain += [*range(len(sectors) + 1, len(sectors) + count), _END]
        sectors += [padded[at : at + _SECTOR] for at in range(0, len(padded), _SECTOR)]
    directory = len(sectors)
    main, table, data = streams
    entries = [
        _entry("Root Entry", 5, child=2, start=_END),
        _entry(main, 2, start=places[main][0], size=places[main][1]),
        _entry(table, 2, left=3, right=1, start=places[table][0], size=places[table][1]),
        _entry(data, 2, start=places[data][0], size=places[data][1]),
    ]
    sectors.append(b"".join(entries))
    chain.append(_END)
    fat_sectors = -(-(len(chain) + len(chain) // 100 + 2) * 4 // _SECTOR)
    first = len(sectors)
    chain += [_FAT_SECTOR] * fat_sectors
    chain += [_FREE] * (fat_sectors * 128 - len(chain))
    fat = struct.pack(f"<{len(chain)}I", *chain)
    head = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII",
        *(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6),
        *(0, fat_sectors, directory, 0, 4096, _END, 0, _END, 0),
    )
    places_of_fat = [*range(first, first + fat_sectors), *[_FREE] * (109 - fat_sectors)]
    return head + struct.pack("<109I", *places_of_fat) + b"".join(sectors) + fat


def _entry(
    name: str, kind: int, *, left: int = _FREE, right: int = _FREE, child: int = _FREE, start: int = 0, size: int = 0
) -> bytes:
    packed = name.encode("utf-16-le") + b"\0\0"
    head = struct.pack("<64sHBBIII", packed, len(packed), kind, 1, left, right, child)
    return head + bytes(36) + struct.pack("<IQ", start, size)
