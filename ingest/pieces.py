"""Cutting, joining and rewriting blocks so that every character keeps its place in the source."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from ingest.notice import Block, Place

Places = tuple[tuple[int, Place], ...]


def cut(block: Block, start: int, end: int) -> Block:
    """The characters `start` to `end` of a block, without the blanks at their edges."""
    text = block.text[start:end]
    start += len(text) - len(text.lstrip())
    text = text.strip()
    return Block(text, _window(block.places, start, start + len(text)), block.kind, block.rows)


def parts(block: Block, cuts: Iterable[int]) -> tuple[Block, ...]:
    """The block cut at the offsets `cuts`; pieces of blanks are left out."""
    edges = [0, *cuts, len(block.text)]
    pieces = (cut(block, start, end) for start, end in pairwise(edges))
    return tuple(piece for piece in pieces if piece.text)


def join(blocks: Sequence[Block], *, between: str = "") -> Block:
    """The blocks one after the other as one; its kind is that of the first."""
    places: dict[int, Place] = {}
    at = 0
    for block in blocks:
        for offset, place in block.places:
            places[at + offset] = place
        at += len(block.text) + len(between)
    text = between.join([block.text for block in blocks])
    return Block(text, tuple(sorted(places.items())), blocks[0].kind, blocks[0].rows)


def rewritten(block: Block, pattern: re.Pattern[str], by: str = "") -> Block:
    """The block with every match of `pattern` replaced by the plain text `by`."""
    matches = list(pattern.finditer(block.text))
    if not matches:
        return block
    spans = [(0, 0), *(match.span() for match in matches), (len(block.text), 0)]
    text = by.join([block.text[end:start] for (_, end), (start, _) in pairwise(spans)])
    places = block.places if len(block.places) == 1 else _shifted(block.places, matches, len(by))
    return Block(text, places, block.kind, block.rows)


def _window(places: Places, start: int, end: int) -> Places:
    if len(places) == 1:
        return ((0, places[0][1]),)
    first = max(bisect.bisect_right(places, start, key=lambda piece: piece[0]) - 1, 0)
    inside = [(max(0, at - start), place) for at, place in places[first:] if at < end or at <= start]
    return _ascending(inside) or ((0, places[first][1]),)


def _shifted(places: Places, matches: Sequence[re.Match[str]], length: int) -> Places:
    ends = [match.end() for match in matches]
    lost = [0]
    for match in matches:
        lost.append(lost[-1] + (match.end() - match.start()) - length)
    moved = []
    for at, place in places:
        index = bisect.bisect_right(ends, at)
        inside = index < len(matches) and matches[index].start() < at
        moved.append(((matches[index].start() if inside else at) - lost[index], place))
    return _ascending(moved)


def _ascending(places: Sequence[tuple[int, Place]]) -> Places:
    """Of several pieces that begin at one offset only the last holds any text."""
    latest = dict(places)
    latest.setdefault(0, places[0][1])
    return tuple(sorted(latest.items()))
