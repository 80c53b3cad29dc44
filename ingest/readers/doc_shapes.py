"""Text boxes of a binary Word file: at which character the shape of each is anchored."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from itertools import pairwise

from ingest.readers.doc_file import Part, Story, WordFile, ranges

_GROUP, _SHAPE = 0xF003, 0xF00A
_CONTAINER = 0xF


def text_boxes(file: WordFile) -> dict[int, list[tuple[int, int]]]:
    """The stretches of text in boxes (2.8.32) by the position of the anchor, in the body and in headers."""
    groups = dict(_groups(file.part(Part.DRAWINGS)))
    found: dict[int, list[tuple[int, int]]] = {}
    for anchors, boxes, home, story in (
        (Part.SHAPES, Part.TEXT_BOXES, Story.BODY, Story.TEXT_BOXES),
        (Part.HEADER_SHAPES, Part.HEADER_TEXT_BOXES, Story.HEADERS, Story.HEADER_TEXT_BOXES),
    ):
        texts: dict[int, list[tuple[int, int]]] = {}
        positions, entries = ranges(file.part(boxes), 22)
        for (start, end), entry in zip(pairwise(positions), entries[:-1], strict=False):
            (shape,) = struct.unpack_from("<i", entry, 14)
            first = file.start(story)
            texts.setdefault(groups.get(shape, shape), []).append((first + start, first + end))
        positions, entries = ranges(file.part(anchors), 26)
        for position, entry in zip(positions, entries, strict=False):
            (shape,) = struct.unpack_from("<i", entry)
            found[file.start(home) + position] = texts.pop(shape, [])
    return found


def _groups(drawings: bytes) -> Iterator[tuple[int, int]]:
    """Each shape within a group with the shape that the group itself is (2.9.172, [MS-ODRAW] 2.2.14).

    The records are walked in a row, containers opened: the first group of a drawing holds all its shapes.
    """
    if not drawings:
        return
    at = 8 + struct.unpack_from("<I", drawings, 4)[0]
    while at + 9 <= len(drawings):
        at += 1
        end = at + 8 + struct.unpack_from("<I", drawings, at + 4)[0]
        all_shapes, group_end, group = True, 0, None
        while at + 8 <= min(end, len(drawings)):
            version, kind, size = struct.unpack_from("<HHI", drawings, at)
            if kind == _GROUP and at >= group_end:
                group_end, group, all_shapes = (0 if all_shapes else at + 8 + size), None, False
            elif kind == _SHAPE and at < group_end:
                (shape,) = struct.unpack_from("<i", drawings, at + 8)
                if group is not None:
                    yield shape, group
                group = shape if group is None else group
            at += 8 if version & 0xF == _CONTAINER else 8 + size
        at = max(at, end)
