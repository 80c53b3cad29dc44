"""Which characters every find of a pattern holds, so that a text without them need not be searched.

Each find of `\\d+天(?:内|之前)` holds a digit, and 天, and one of 内前: three sets, each with a character that the text
must have. What `in` is for one word, this is for a whole pattern, and nobody has to write it down beside the pattern.
Parse tree and its names are CPython's own affair, as in `ingest.patterns`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import sqrt
from typing import Any

Item = tuple[Any, Any]
"""A node of the parse tree: its name and what it holds."""
Needed = tuple[frozenset[str], ...]

DIGIT = "0"
"""Stands in a set for whatever `\\d` takes; a text that holds any digit has it."""
_MOST_CHARACTERS, _MOST_SETS = 250, 4
"""A larger set is in every text, and more sets keep out no more of them."""
_COMMON = (
    "。，、的业务政市和行工化实等理管服建推企制进“”用人一发动全关加办合展作提对单设部机区项体开（）公强资中场产保门各规信法监有位责通"
    "应度要大定施持及分力地新事商主在平局时程府为不重上高会方改按成能省优标级目完营国审范点以息现经支立策系任据生民落情相准统权构件入效可金数供"
    "查式批面升台导同共证专联交委与出善职环性照网利知境负费域报领本续革0"
)
"""What most sentences of notices hold, the most frequent first: of two sets the one with less of it keeps out more."""
_SHARE = {sign: 1 / sqrt(place) for place, sign in enumerate(_COMMON, start=1)}
_RARE = 0.03


def needed(items: Sequence[Item]) -> Needed:
    """The sets of which each find of a parsed pattern holds a character, the rarest first; none is all right, too."""
    return tuple(_sequence(items))[:_MOST_SETS]


def _sequence(items: Sequence[Item]) -> list[frozenset[str]]:
    return _strict(one for name, value in items for one in _item(name, value))


def _strict(sets: Iterable[frozenset[str]]) -> list[frozenset[str]]:
    """Without a set that holds another one whole, and says less."""
    kept: list[frozenset[str]] = []
    for one in sorted(sets, key=lambda one: (_share(one), sorted(one))):
        if not any(other <= one for other in kept):
            kept.append(one)
    return kept


def _share(signs: frozenset[str]) -> float:
    """About how many texts hold one of these characters; only to compare."""
    return sum(_SHARE.get(sign, _RARE) for sign in sorted(signs))


def _item(name: Any, value: Any) -> Iterable[frozenset[str]]:
    match str(name):
        case "LITERAL":
            return (frozenset(chr(value)),)
        case "IN":
            return _characters(value)
        case "SUBPATTERN":
            return () if value[1] or value[2] else _sequence(value[3])
        case "ATOMIC_GROUP":
            return _sequence(value)
        case "ASSERT":
            return _sequence(value[1])
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT" if value[0]:
            return _sequence(value[2])
        case "BRANCH":
            return _one_of([_sequence(branch) for branch in value[1]])
    return ()


def _one_of(branches: list[list[frozenset[str]]]) -> Iterable[frozenset[str]]:
    """What one of several branches needs: a set of each together; a branch with few sets joins its last one again."""
    if not all(branches):
        return
    for place in range(max(map(len, branches))):
        joined = frozenset[str]().union(*(sets[min(place, len(sets) - 1)] for sets in branches))
        if len(joined) <= _MOST_CHARACTERS:
            yield joined


def _characters(items: Sequence[Item]) -> Iterable[frozenset[str]]:
    found: set[str] = set()
    for name, value in items:
        match str(name), str(value):
            case "LITERAL", _:
                found.add(chr(value))
            case "RANGE", _ if value[1] - value[0] < _MOST_CHARACTERS:
                found.update(map(chr, range(value[0], value[1] + 1)))
            case "CATEGORY", "CATEGORY_DIGIT":
                found.add(DIGIT)
            case _:
                return ()
    return (frozenset(found),)
