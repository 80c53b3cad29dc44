"""Signs that a program put at the edge of every line: the marks of a quoted mail (`> `), the numbers of an editor,
breaks that a dump wrote out (`\\n`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from ingest import patterns as re
from ingest.dates import DATE_LINE
from ingest.notice import Block
from ingest.repairs.pieces import Blocks, Edit, cut
from ingest.wording import STARTER

_LEAST_LINES: Final = 5
_QUOTED: Final = re.compile(r"\s*(?:>\s?)+")
_NUMBERED: Final = re.compile(r"\s*(?P<number>\d{1,4})(?:[:：|│]|\s)\s?")
_WRITTEN_BREAK: Final = re.compile(r"(?:\\r)?\\n")
_LEAST_BREAKS: Final = 3


def quotation_marks(blocks: Blocks) -> Iterator[Edit]:
    """The marks in front of lines that a mail quotes (`> 一、…`), where so many stand below one another."""
    if ">" not in blocks.whole:
        return
    at = 0
    for quoted, lines in groupby(blocks, lambda block: block.kind != "table" and block.text.lstrip()[:1] == ">"):
        run = [*lines]
        if quoted and len(run) >= _LEAST_LINES:
            yield at, at + len(run), _without(run, _QUOTED)
        at += len(run)


def line_numbers(blocks: Blocks) -> Iterator[Edit]:
    """The numbers of an editor in front of all lines, where the notice's own numbers or days stand behind them."""
    counted = len(blocks) >= _LEAST_LINES and all(
        (line := _NUMBERED.match(block.text)) and int(line["number"]) in (count, block.places[0][1].line)
        for count, block in enumerate(blocks, 1)
    )
    if counted and not any(block.kind == "table" for block in blocks):
        bare = _without(blocks, _NUMBERED)
        if any(STARTER.match(block.text) or DATE_LINE.fullmatch(block.text) for block in bare):
            yield 0, len(blocks), bare


def written_breaks(blocks: Blocks) -> Iterator[Edit]:
    """A text of one line in which breaks are written out, as programs dump it."""
    if len(blocks) != 1 or blocks[0].kind == "table":
        return
    text = blocks[0].text
    signs = [found.span() for found in _WRITTEN_BREAK.finditer(text)]
    if len(signs) >= _LEAST_BREAKS:
        edges = zip([0, *(end for _, end in signs)], [*(start for start, _ in signs), len(text)], strict=True)
        pieces = (cut(blocks[0], start, end) for start, end in edges)
        yield 0, 1, tuple(piece for piece in pieces if piece.text)


def _without(blocks: Sequence[Block], sign: re.Pattern[str]) -> tuple[Block, ...]:
    bare = (cut(block, found.end() if (found := sign.match(block.text)) else 0, len(block.text)) for block in blocks)
    return tuple(block for block in bare if block.text)
