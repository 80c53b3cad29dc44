"""Binary Word files ([MS-DOC]): their streams, what the FIB points at, the pieces that the text lies in."""

from __future__ import annotations

import io
import struct
import sys
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise

import olefile

from ingest.errors import IngestError

_WORD = 0xA5EC
_WORD_97 = 0xC1
_ENCRYPTED, _SECOND_TABLE, _OBFUSCATED = 0x0100, 0x0200, 0x8000
_COMPRESSED = 1 << 30
_PROPERTIES, _PIECES = 1, 2
"""What stands in a Clx (2.9.38): property modifiers, and at last the piece table."""
_SHORT_MODIFIERS = {0x0C: 0x260A, 0x18: 0x2416, 0x19: 0x2417, 0x41: 0x0800, 0x42: 0x0801, 0x5C: 0x083C, 0x68: 0x2A48}
"""The modifiers of a piece by their short numbers (2.9.215), as far as they matter here."""
DAMAGE = (struct.error, IndexError, ValueError, OverflowError, OSError, MemoryError, RecursionError, TypeError)
"""What `olefile` and reading beyond an end raise on damaged bytes."""


class NotRead(Exception):
    """A DOC that this reader cannot read, though another program may; the message is a Chinese sentence."""


class Part(IntEnum):
    """What the table stream holds, by its number in FibRgFcLcb (2.5.6)."""

    STYLES = 1
    FOOTNOTE_REFERENCES = 2
    FOOTNOTES = 3
    SECTIONS = 6
    HEADERS = 11
    CHARACTER_PAGES = 12
    PARAGRAPH_PAGES = 13
    FONTS = 15
    PIECES = 33
    SHAPES = 40
    HEADER_SHAPES = 41
    ENDNOTE_REFERENCES = 46
    ENDNOTES = 47
    DRAWINGS = 50
    TEXT_BOXES = 56
    HEADER_TEXT_BOXES = 58
    LISTS = 73
    LIST_USES = 74


class Story(IntEnum):
    """The texts of a document in the order in which they follow each other, by their number in FibRgLw97 (2.5.4)."""

    BODY = 3
    FOOTNOTES = 4
    HEADERS = 5
    MACROS = 6
    COMMENTS = 7
    ENDNOTES = 8
    TEXT_BOXES = 9
    HEADER_TEXT_BOXES = 10


@dataclass(frozen=True, slots=True)
class WordFile:
    """The streams of a file and where its parts and texts lie."""

    main: bytes
    table: bytes
    data: bytes
    places: tuple[tuple[int, int], ...]
    """Offset and size of each part in `table`."""
    lengths: tuple[int, ...]
    """The characters of each story, by `Story`."""

    def part(self, part: Part) -> bytes:
        """The bytes of a part, empty where the file has none."""
        offset, size = self.places[part] if part < len(self.places) else (0, 0)
        return cut(self.table, offset, size)

    def start(self, story: Story) -> int:
        """The position at which the text of a story begins."""
        return sum(self.lengths[each] for each in Story if each < story)


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters `start` to `end` of the document, at `offset` of the main stream, `width` bytes each."""

    start: int
    end: int
    offset: int
    width: int
    modifiers: bytes


def open_file(data: bytes) -> WordFile:
    """The file in the bytes of a DOC; raises `NotRead`, and `IngestError` where it has a password."""
    with olefile.OleFileIO(io.BytesIO(data)) as compound:

        def stream(name: str) -> bytes:
            return compound.openstream(name).read() if compound.exists(name) else b""

        main = stream("WordDocument")
        mark, version = struct.unpack_from("<HH", main)
        (flags,) = struct.unpack_from("<H", main, 10)
        if mark != _WORD or version < _WORD_97:
            raise NotRead("文件是Word 6.0/95或更早的文档")
        if flags & (_ENCRYPTED | _OBFUSCATED):
            raise IngestError("DOC设有打开密码，无法读取", "请用Word或WPS打开，取消密码后另存，再导入")
        table = stream("1Table" if flags & _SECOND_TABLE else "0Table")
        lengths, places = _index(main)
        return WordFile(main, table, stream("Data"), places, lengths)


def _index(main: bytes) -> tuple[tuple[int, ...], tuple[tuple[int, int], ...]]:
    """The lengths of the stories and the places of the parts: the arrays of the FIB tell their own sizes."""
    (shorts,) = struct.unpack_from("<H", main, 32)
    at = 34 + 2 * shorts
    (longs,) = struct.unpack_from("<H", main, at)
    lengths = struct.unpack_from(f"<{longs}i", main, at + 2)
    at += 2 + 4 * longs
    (pairs,) = struct.unpack_from("<H", main, at)
    numbers = struct.unpack_from(f"<{2 * pairs}I", main, at + 2)
    if any(lengths[story] < 0 for story in Story):
        raise ValueError("a text of less than no characters")
    return lengths, tuple(zip(numbers[::2], numbers[1::2], strict=True))


def cut(data: bytes, offset: int, size: int) -> bytes:
    """`size` bytes at `offset`; raises `ValueError` where there are fewer."""
    if offset < 0 or size < 0 or offset + size > len(data):
        raise ValueError("beyond the end")
    return data[offset : offset + size]


def ranges(plc: bytes, width: int) -> tuple[tuple[int, ...], tuple[bytes, ...]]:
    """The positions of a PLC (2.8), one more than its entries of `width` bytes, and the entries."""
    count = max(0, (len(plc) - 4) // (4 + width))
    if not plc:
        return (), ()
    positions = struct.unpack_from(f"<{count + 1}I", plc)
    if any(start > end for start, end in pairwise(positions)):
        raise ValueError("positions that go back")
    first = 4 * (count + 1)
    return positions, tuple(plc[first + width * each : first + width * (each + 1)] for each in range(count))


def pieces(file: WordFile) -> Iterator[Piece]:
    """The pieces of the text in reading order, with the modifiers that hold for all of each."""
    table, shared = _piece_table(file.part(Part.PIECES))
    positions, entries = ranges(table, 8)
    if sum(file.lengths[story] for story in Story) > (positions or (0,))[-1] > len(file.main):
        raise ValueError("text that is not there")
    for (start, end), entry in zip(pairwise(positions), entries, strict=True):
        place, modifier = struct.unpack_from("<IH", entry, 2)
        compressed = place & _COMPRESSED
        offset, width = ((place & (_COMPRESSED - 1)) // 2, 1) if compressed else (place & (_COMPRESSED - 1), 2)
        cut(file.main, offset, (end - start) * width)
        yield Piece(start, end, offset, width, _modifiers(modifier, shared))


def _piece_table(clx: bytes) -> tuple[bytes, list[bytes]]:
    shared: list[bytes] = []
    at = 0
    while clx[at] == _PROPERTIES:
        (size,) = struct.unpack_from("<H", clx, at + 1)
        shared.append(cut(clx, at + 3, size))
        at += 3 + size
    if clx[at] != _PIECES:
        raise ValueError("no piece table")
    (size,) = struct.unpack_from("<I", clx, at + 1)
    return cut(clx, at + 5, size), shared


def _modifiers(number: int, shared: list[bytes]) -> bytes:
    """What a Prm (2.9.214) stands for: a list of modifiers in the Clx, or one modifier of one byte."""
    if number & 1:
        return shared[number >> 1]
    code = _SHORT_MODIFIERS.get(number >> 1 & 0x7F)
    return b"" if code is None else struct.pack("<HB", code, number >> 8)


def characters(file: WordFile, found: list[Piece]) -> str:
    """The text of the document, a character a position: those beyond the first plane stand as two (`readable`)."""
    units = array("H")
    for piece in found:
        run = cut(file.main, piece.offset, (piece.end - piece.start) * piece.width)
        units.frombytes(run.decode("cp1252", "replace").encode("utf-16-le") if piece.width == 1 else run)
    if sys.byteorder == "big":
        units.byteswap()
    return "".join(map(chr, units))


def readable(text: str) -> str:
    """A stretch of the text with pairs of surrogates as the characters that they mean."""
    return text if text.isascii() else text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
