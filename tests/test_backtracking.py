"""No pattern reads the same words in two ways again and again: a search that fails would try each combination of them.

`(?:\\d+年?)*底` takes a time that doubles with each digit of a number without 底. Such a loop is found in the
pattern's parse tree: its positions are followed in pairs (Weber and Seidl's criterion for exponential ambiguity), and
a pair that two ways of reading one text lead apart and together again is one. What stands around (`(?=…)`) is passed
over: a loop that only its conditions make certain says so by taking its words for good (`*+`, `(?>…)`).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from importlib import import_module
from itertools import pairwise
from typing import Any, NamedTuple

import pytest

from tests.test_patterns import of_modules

_OFTEN = 8
"""A repeat that may come more often counts as one without end; a shorter one is a factor that stays."""
_LAST = 0x10FFFF
_Set = tuple[tuple[int, int], ...]
_CATEGORIES: dict[str, _Set] = {
    "CATEGORY_DIGIT": ((0x30, 0x39),),
    "CATEGORY_SPACE": ((9, 13), (0x20, 0x20), (0x3000, 0x3000)),
    "CATEGORY_WORD": ((0x30, 0x39), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A), (0x80, _LAST)),
}
_NO_WIDTH = ("ATOMIC_GROUP", "POSSESSIVE_REPEAT", "AT", "ASSERT", "ASSERT_NOT")
"""What holds no place of its own here; what is taken for good is one way by what it is."""


class _Part(NamedTuple):
    """Positions a part of a pattern can begin and end at, and whether it may be empty."""

    first: tuple[int, ...]
    last: tuple[int, ...]
    empty: bool


class _Positions:
    """What each position reads, and how often each follows another (Glushkov's automaton)."""

    def __init__(self) -> None:
        self.reads: list[_Set] = []
        self.next: list[Counter[int]] = []

    def sequence(self, items: Sequence[Any]) -> _Part:
        made = _Part((), (), True)
        for name, value in items:
            part = self._item(str(name), value)
            self._join(made.last, part.first)
            made = _Part(
                made.first + (part.first if made.empty else ()),
                part.last + (made.last if part.empty else ()),
                made.empty and part.empty,
            )
        return made

    def looped(self, part: _Part) -> _Part:
        self._join(part.last, part.first)
        return part

    def _join(self, last: Sequence[int], first: Sequence[int]) -> None:
        for end in last:
            self.next[end].update(first)

    def _item(self, name: str, value: Any) -> _Part:
        if name == "SUBPATTERN":
            return self.sequence(value[-1])
        if name == "BRANCH":
            ways = [self.sequence(way) for way in value[1]]
            return _Part(
                tuple(one for way in ways for one in way.first),
                tuple(one for way in ways for one in way.last),
                any(way.empty for way in ways),
            )
        if name in ("MAX_REPEAT", "MIN_REPEAT"):
            least, most, items = value
            if int(most) > _OFTEN:
                part = self.looped(self.sequence(items))
                return part if least else part._replace(empty=True)
            copies = [self.sequence(items) for _ in range(int(most))]
            for one, following in pairwise(copies):
                self._join(one.last, following.first)
            last = tuple(end for one in copies[max(least, 1) - 1 :] for end in one.last)
            return _Part(copies[0].first, last, not least or copies[0].empty) if copies else _Part((), (), True)
        if name in _NO_WIDTH:
            return _Part((), (), True)
        self.reads.append(_set(name, value))
        self.next.append(Counter())
        return _Part((len(self.reads) - 1,), (len(self.reads) - 1,), False)

    def ambiguous(self) -> bool:
        """Whether one text leads from a position to itself in two ways. The text of a loop is all there is here."""
        if any(count > 1 for follows in self.next for count in follows.values()):
            return True
        follows = [tuple(sorted(one)) for one in self.next]
        met = cache(lambda one, other: _meet(self.reads[one], self.reads[other]))
        both = cache(lambda ones, others: [(a, b) for a in ones for b in others if met(a, b)])
        same = {(one, one) for one in range(len(self.reads))}
        forth: dict[tuple[int, int], list[tuple[int, int]]] = {}
        waiting = list(same)
        while waiting:
            pair = waiting.pop()
            if pair not in forth:
                forth[pair] = both(follows[pair[0]], follows[pair[1]])
                waiting += forth[pair]
        back = defaultdict(list)
        for pair, reached in forth.items():
            for one in reached:
                back[one].append(pair)
        return bool((forth.keys() - same) & _reached(back, same))


def _reached(ways: dict[tuple[int, int], list[tuple[int, int]]], begins: set[tuple[int, int]]) -> set[tuple[int, int]]:
    seen, waiting = set(begins), list(begins)
    while waiting:
        for one in ways.get(waiting.pop(), ()):
            if one not in seen:
                seen.add(one)
                waiting.append(one)
    return seen


def _set(name: str, value: Any) -> _Set:
    if name == "LITERAL":
        return ((value, value),)
    if name == "NOT_LITERAL":
        return _others(((value, value),))
    if name == "IN":
        parts = [_set(str(kind), what) for kind, what in value if str(kind) != "NEGATE"]
        ranges = tuple(sorted(one for part in parts for one in part))
        return _others(ranges) if str(value[0][0]) == "NEGATE" else ranges
    if name == "GROUPREF":
        return ((-value, -value),)  # what a group has read: taken for a sign of its own
    if name == "RANGE":
        return (tuple(value),)
    if name == "CATEGORY":
        kind = str(value)
        return _CATEGORIES.get(kind) or _others(_CATEGORIES.get(kind.replace("_NOT_", "_"), ()))
    assert name == "ANY", f"{name}: teach this test what it reads"
    return ((0, _LAST),)


def _others(ranges: _Set) -> _Set:
    made, at = [], 0
    for low, high in sorted(ranges):
        if at < low:
            made.append((at, low - 1))
        at = max(at, high + 1)
    return (*made, (at, _LAST))


def _meet(one: _Set, other: _Set) -> bool:
    return any(a <= d and c <= b for a, b in one for c, d in other)


def _loops(items: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """What the pattern reads again and again, outermost first, conditions on what stands around included."""
    for name, value in items:
        kind = str(name)
        if kind in ("MAX_REPEAT", "MIN_REPEAT") and int(value[1]) > _OFTEN:
            yield value[2]
        if kind.endswith("_REPEAT"):
            yield from _loops(value[2])
        elif kind == "BRANCH":
            for way in value[1]:
                yield from _loops(way)
        elif kind == "ATOMIC_GROUP":
            last = value[-1][1][2] if str(value[-1][0]).endswith("_REPEAT") else value[-1:]
            yield from (*_loops(value[:-1]), *_loops(last))
        elif kind in ("SUBPATTERN", "ASSERT", "ASSERT_NOT"):
            yield from _loops(value[-1])


def reads_in_two_ways(pattern: str, flags: int = 0) -> bool:
    for items in _loops(import_module("re._parser").parse(pattern, flags)):
        positions = _Positions()
        positions.looped(positions.sequence(items))
        if positions.ambiguous():
            return True
    return False


TWO_WAYS = [
    (r"(?:\d+年?)*底", True, "a number is one loop, or one of loops"),
    (r"(?:\d+年)*底", False, "a sign between them"),
    (r"(?:\d+年?)*+底", False, "taken for good"),
    (r"(?>(?:\d+年?)*)底", False, "the same in a group"),
    (r"(?>(?:\d+年?)*底)", True, "what follows in the group may still fail"),
    (r"(?:[甲乙]{2,6}、)*底", False, "more or fewer of them, each in one way"),
    ("(?:应当?|当)*办", True, "two branches read one word"),
    ("(?:应当?)*办", False, "one way only"),
    ("(?:按[^，]{1,20}?|统一)*办", True, "a part that reads what comes next, too"),
    ("(?:，[^，]{1,20})*办", False, "a mark that the part cannot read"),
    ("(?=(?:甲|甲乙|乙)*丙)", True, "in a condition"),
    ("(?:甲|甲乙|乙){0,3}丙", False, "three times at most"),
    ("(?:[^年]月?)*年", True, "a set of all but one"),
]


@pytest.mark.parametrize(("pattern", "two", "why"), TWO_WAYS, ids=[row[2] for row in TWO_WAYS])
def test_loops_are_told_apart(pattern: str, two: bool, why: str) -> None:
    assert reads_in_two_ways(pattern) is two, why


def test_no_pattern_of_the_project_reads_in_two_ways() -> None:
    asked = {(one.pattern, one.flags) for one in of_modules() if isinstance(one.pattern, str)}
    assert len(asked) > 500
    assert not [pattern for pattern, flags in sorted(asked) if reads_in_two_ways(pattern, flags & ~re.UNICODE)]
