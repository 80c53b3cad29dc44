"""Many alternatives as a tree by their first characters, so that few of them are tried where a find can begin.

Where a pattern goes on with one of nine hundred words, `re` compares the character that stands there with the first one
of each. Here a row of words is halved by that character until few are left, as if `一律|不得|必须|…` read
`(?=[一不必…])(?:(?=[一-丌])(?:一律|…)|(?=[不-龥])(?:不得|必须|…))`. Those that a character begins stay in order,
so the same one is found. Parse tree and its nodes are CPython's own affair, as in `ingest.patterns`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib import import_module
from itertools import groupby
from typing import Any

from ingest.compiled.first_characters import begins_with

_FEW = 16
"""Of so few, trying each costs less than asking first in which half it is."""
_NARROW = 16
"""What can begin with more characters would stand in many parts of the tree."""
_LAST = 0x10FFFF
_Word = tuple[Any, list[tuple[int, int]]]
"""An alternative, and the ranges of characters that it can begin with."""


def sort_alternatives(items: Any) -> None:
    """Makes trees of the long rows of alternatives in a parse tree, in place."""
    for place, (name, value) in enumerate(items):
        for inner in _inside(str(name), value):
            sort_alternatives(inner)
        if str(name) == "BRANCH":
            items[place] = (name, (None, list(_sorted(value[1]))))


def _inside(name: str, value: Any) -> Iterator[Any]:
    """The sequences that a node holds; none of a group with flags of its own, where `a` may stand for `A`."""
    match name:
        case "BRANCH":
            yield from value[1]
        case "SUBPATTERN" if not (value[1] or value[2]):
            yield value[3]
        case "ATOMIC_GROUP":
            yield value
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            yield value[2]
        case "ASSERT" | "ASSERT_NOT":
            yield value[1]


def _sorted(branches: Sequence[Any]) -> Iterator[Any]:
    """One that can begin with many characters, or find nothing, stays in its place and ends a row."""
    for ranges, row in groupby(((branch, _ranges(branch)) for branch in branches), key=lambda word: bool(word[1])):
        words = list(row)
        if ranges and len(words) >= 2 * _FEW:
            yield _where([one for _, ranges in words for one in ranges], _halved(words, 0, _LAST))
        else:
            yield from (branch for branch, _ in words)


def _ranges(branch: Any) -> list[tuple[int, int]]:
    """The characters that an alternative can begin with; none where they are unknown or many."""
    first, missing = begins_with(branch)
    if first is None or missing or any(str(name) not in ("LITERAL", "RANGE") for name, _ in first):
        return []
    ranges = [value if str(name) == "RANGE" else (value, value) for name, value in first]
    return ranges if sum(end - begin + 1 for begin, end in ranges) <= _NARROW else []


def _halved(words: Sequence[_Word], low: int, high: int) -> list[Any]:
    """The words that can begin with a character from `low` to `high`, in two halves, each halved in turn."""
    lowest = sorted(min(max(begin, low) for begin, end in ranges if end >= low) for _, ranges in words)
    middle = lowest[len(lowest) // 2]
    halves = [(_beginning(words, a, b), (a, b)) for a, b in ((low, middle - 1), (middle, high))]
    if len(words) < 2 * _FEW or any(len(half) > len(words) * 3 // 4 for half, _ in halves):
        return [branch for branch, _ in words]
    return [_where([ends], _halved(half, *ends)) for half, ends in halves]


def _beginning(words: Sequence[_Word], low: int, high: int) -> list[_Word]:
    return [word for word in words if any(begin <= high and end >= low for begin, end in word[1])]


def _where(ranges: Sequence[tuple[int, int]], branches: list[Any]) -> Any:
    """The alternatives `branches`, tried where a character of one of the `ranges` stands."""
    names, made, state = import_module("re._constants"), import_module("re._parser").SubPattern, branches[0].state
    ahead = made(state, [(names.IN, [(names.RANGE, ends) for ends in sorted(set(ranges))])])
    return made(state, [(names.ASSERT, (1, ahead)), (names.BRANCH, (None, branches))])
