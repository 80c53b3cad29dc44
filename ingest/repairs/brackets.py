"""Brackets, titles and quotations that a line end cuts: what they hold belongs together up to their closing mark.

Seen most often where lists of units are set apart: （责任单位：⏎省发展改革委、省教育厅）. Such a bracket cut in two is
worse than a cut sentence: its units are lost, and the item seems to be the duty of those in the next bracket.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ingest import patterns as re
from ingest.notice import Block
from ingest.repairs.pieces import Blocks
from ingest.wording import LABEL

_PAIRS: Final = (
    (frozenset("（("), frozenset("）)"), 4),
    (frozenset("〔["), frozenset("〕]"), 4),
    (frozenset("【"), frozenset("】"), 4),
    (frozenset("《"), frozenset("》"), 1),
    (frozenset("“"), frozenset("”"), 1),
)
"""Opening marks, their closing ones (mixed widths are common), and over how many line ends they may be closed."""
_MARK: Final = re.compile(
    "[" + re.escape("".join(sorted(frozenset[str]().union(*(one | other for one, other, _ in _PAIRS))))) + "]"
)
_OPENING: Final = frozenset[str]().union(*(opening for opening, _, _ in _PAIRS))
_ENDED: Final = "。！？!?"
"""A line that ends so within a bracket has lost its closing mark."""


def broken(blocks: Blocks) -> set[int]:
    """The indexes of the blocks behind which a bracket, a title or a quotation goes on in the next block."""
    found: set[int] = set()
    texts = blocks.texts
    for at in [at for at, last in enumerate(blocks.lasts[:-1]) if last not in _ENDED]:
        text = texts[at]
        marks = _MARK.findall(text, text.rfind("。") + 1)
        if not marks or _OPENING.isdisjoint(marks) or blocks[at].kind == "table":
            continue
        for opening, closing, reach in _PAIRS:
            if not opening.isdisjoint(marks) and _is_open(marks, opening, closing):
                found.update(range(at, _closed_at(blocks, texts, at, (opening, closing), reach)))
    return found


def _is_open(marks: Sequence[str], opening: frozenset[str], closing: frozenset[str]) -> bool:
    """Whether a bracket of these marks is open behind all marks of a sentence."""
    depth = 0
    for mark in reversed(marks):
        depth += (mark in closing) - (mark in opening)
        if depth < 0:
            return True
    return False


def _closed_at(
    blocks: Sequence[Block], texts: Sequence[str], at: int, marks: tuple[frozenset[str], frozenset[str]], reach: int
) -> int:
    """The index of the block in which the bracket that is open behind `at` is closed; `at` where none closes it."""
    depth = 1
    for index in range(at + 1, min(at + 1 + reach, len(texts))):
        if blocks[index].kind == "table" or LABEL.match(texts[index]):
            return at
        for character in texts[index]:
            depth += (character in marks[0]) - (character in marks[1])
            if depth == 0:
                return index
    return at
