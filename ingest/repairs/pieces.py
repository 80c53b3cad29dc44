"""Cutting, joining and rewriting blocks so that every character keeps its place in the source."""

from __future__ import annotations

import bisect
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Final

from mypy_extensions import mypyc_attr

from ingest.notice import Block, Place
from ingest.once import once

Places = tuple[tuple[int, Place], ...]
Edit = tuple[int, int, tuple[Block, ...]]
"""The blocks from the first index up to the second are to be replaced by these."""


@mypyc_attr(native_class=False)
class Blocks(tuple[Block, ...]):
    """The blocks that one step after the other looks at, with what many of them ask of the texts."""

    @once
    def texts(self) -> list[str]:
        """The texts without blanks at their edges."""
        return [block.text.strip() for block in self]

    @once
    def lines(self) -> list[str]:
        """As `texts`; a table has none."""
        lines = self.texts[:]
        for at in self.apart:
            lines[at] = "" if self[at].kind == "table" else lines[at]
        return lines

    @once
    def apart(self) -> list[int]:
        """Those that are no paragraphs: headings and tables."""
        return [at for at, block in enumerate(self) if block.kind != "paragraph"]

    @once
    def firsts(self) -> list[str]:
        """The first characters of `texts`."""
        return [text[:1] for text in self.texts]

    @once
    def lasts(self) -> list[str]:
        """The last characters of `texts`."""
        return [text[-1:] for text in self.texts]

    @once
    def whole(self) -> str:
        """All texts, one below the other: what it does not hold, none of them does."""
        return "\n".join([block.text for block in self])

    @once
    def starts(self) -> list[int]:
        """Where each block begins in `whole`, and where one behind the last would."""
        return list(accumulate([len(block.text) + 1 for block in self], initial=0))

    def showing(self, sign: re.Pattern[str]) -> Iterator[int]:
        """The blocks in which a sign stands that holds no line end: one search leads from each to the next."""
        whole = self.whole
        found = sign.search(whole)
        starts = self.starts if found else []
        while found:
            index = bisect.bisect_right(starts, found.start()) - 1
            yield index
            found = sign.search(whole, starts[index + 1])


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
    texts: list[str] = []
    places: list[tuple[int, Place]] = []
    at, gap = 0, len(between)
    for text, pieces, _, _ in blocks:
        texts.append(text)
        for offset, place in pieces:
            places.append((at + offset, place))
        at += len(text) + gap
    if "" in texts:  # the only ones of which two can begin at one offset
        places = list(dict(places).items())
    return Block(between.join(texts), tuple(places), blocks[0].kind, blocks[0].rows)


def rewritten(block: Block, pattern: re.Pattern[str], by: str = "") -> Block:
    """The block with every match of `pattern` replaced by the plain text `by`."""
    spans = [match.span() for match in pattern.finditer(block.text)]
    if not spans:
        return block
    kept, done = [], 0
    for start, end in spans:
        kept.append(block.text[done:start])
        done = end
    text = by.join([*kept, block.text[done:]])
    places = block.places if len(block.places) == 1 else _shifted(block.places, spans, len(by))
    return Block(text, places, block.kind, block.rows)


def _window(places: Places, start: int, end: int) -> Places:
    if len(places) == 1:
        return ((0, places[0][1]),)
    first = max(bisect.bisect_right(places, start, key=lambda piece: piece[0]) - 1, 0)
    inside = [(max(0, at - start), place) for at, place in places[first:] if at < end or at <= start]
    return _ascending(inside) or ((0, places[first][1]),)


_NEVER: Final = (sys.maxsize, sys.maxsize)


def _shifted(places: Places, spans: Sequence[tuple[int, int]], length: int) -> Places:
    """The places after each of the ranges was replaced by so many characters; one within a range moves to its start."""
    moved: dict[int, Place] = {}
    coming = iter(spans)
    start, end = next(coming)
    lost = 0
    for at, place in places:
        while end <= at:
            lost += end - start - length
            start, end = next(coming, _NEVER)
        moved[(start if start < at else at) - lost] = place
    return tuple(moved.items())


def _ascending(places: Sequence[tuple[int, Place]]) -> Places:
    """Of several pieces that begin at one offset only the last holds any text."""
    latest = dict(places)
    latest.setdefault(0, places[0][1])
    return tuple(sorted(latest.items()))
