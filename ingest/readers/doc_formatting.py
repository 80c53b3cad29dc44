"""How the characters and paragraphs of a binary Word file are formatted: property modifiers (2.6) and their pages."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from ingest.readers.doc_file import Part, Piece, WordFile, cut, ranges

_PAGE = 512
_SIZES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
"""Bytes of an operand by the first three bits of its modifier; 6 tells its size itself."""
_TABLES, _TABS = (0xD606, 0xD608), 0xC615
_ELSEWHERE = (0x6645, 0x6646)
"""Modifiers that stand in the data stream, for they are too long for a page (sprmPHugePapx)."""

Modifier = tuple[int, bytes]


def modifiers(packed: bytes, data: bytes = b"") -> Iterator[Modifier]:
    """The modifiers in a grpprl with their operands; `data` is the stream that long ones stand in."""
    at = 0
    while at + 2 < len(packed):
        (code,) = struct.unpack_from("<H", packed, at)
        start, size = _operand(packed, at + 2, code)
        operand = cut(packed, start, size)
        at = start + size
        if code in _ELSEWHERE and data:
            (place,) = struct.unpack("<I", operand)
            (size,) = struct.unpack_from("<H", data, place)
            yield from modifiers(cut(data, place + 2, size))
        else:
            yield code, operand


def _operand(packed: bytes, at: int, code: int) -> tuple[int, int]:
    """Where the operand of a modifier begins, and its size."""
    if code in _TABLES:
        (size,) = struct.unpack_from("<H", packed, at)
        return at + 2, max(0, size - 1)
    if code == _TABS and packed[at] == 255:
        deleted = packed[at + 1]
        return at + 1, 2 + 4 * deleted + 3 * packed[at + 2 + 4 * deleted]
    size = _SIZES.get(code >> 13)
    return (at + 1, packed[at]) if size is None else (at, size)


@dataclass(frozen=True, slots=True)
class Pages:
    """Runs of the main stream by their offsets, with the bytes that format them (2.9.33, 2.9.175)."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    formats: tuple[bytes, ...]

    @classmethod
    def of(cls, file: WordFile, part: Part) -> Pages:
        """The pages of characters or of paragraphs; what formats a paragraph begins with its style."""
        _, entries = ranges(file.part(part), 4)
        numbers = {int.from_bytes(entry, "little") & 0x3FFFFF for entry in entries}
        read = _characters if part == Part.CHARACTER_PAGES else _paragraphs
        runs = sorted(run for number in numbers for run in read(cut(file.main, number * _PAGE, _PAGE)))
        return cls(*zip(*runs, strict=True)) if runs else cls((), (), ())

    def at(self, offset: int) -> bytes:
        """The format at an offset, empty where none is told."""
        index = bisect_right(self.starts, offset) - 1
        return self.formats[index] if index >= 0 and offset < self.ends[index] else b""

    def within(self, piece: Piece) -> Iterator[tuple[int, int, bytes]]:
        """The positions of a piece, run by run, with the format of each."""
        start = piece.start
        while start < piece.end:
            offset = piece.offset + (start - piece.start) * piece.width
            index = bisect_right(self.starts, offset) - 1
            known = index >= 0 and offset < self.ends[index]
            border = self.ends[index] if known else self.starts[index + 1] if index + 1 < len(self.starts) else None
            steps = piece.end - start if border is None else max(1, -((offset - border) // piece.width))
            end = min(piece.end, start + steps)
            yield start, end, self.formats[index] if known else b""
            start = end


def _characters(page: bytes) -> Iterator[tuple[int, int, bytes]]:
    for number, (start, end) in enumerate(_borders(page)):
        at = 2 * page[4 * (page[-1] + 1) + number]
        yield start, end, cut(page, at + 1, page[at]) if at else b""


def _paragraphs(page: bytes) -> Iterator[tuple[int, int, bytes]]:
    for number, (start, end) in enumerate(_borders(page)):
        at = 2 * page[4 * (page[-1] + 1) + 13 * number]
        if not at:
            yield start, end, b""
        elif page[at]:
            yield start, end, cut(page, at + 1, 2 * page[at] - 1)
        else:
            yield start, end, cut(page, at + 2, 2 * page[at + 1])


def _borders(page: bytes) -> Iterator[tuple[int, int]]:
    return pairwise(struct.unpack_from(f"<{page[-1] + 1}I", page))
