"""With which characters the finds of a pattern can begin, so that a search leaps from one of them to the next.

`re` works this out for plain alternatives only (`立即|当场`). Ours begin with a condition on what stands before
(`(?<!不)可`), with parts that may be missing (`(?:自|从)?\\d+日`), with groups in groups; there `re` tries the whole
pattern at each character of a text. Parse tree and list of numbers are CPython's own affair, as in `ingest.patterns`.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from re import IGNORECASE
from typing import Any

Item = tuple[Any, Any]
"""A node of the parse tree: its name and what it holds. A character, a range, a class of characters are such nodes."""
_UNKNOWN, _CHARSET = 0, 4
"""What the head of a list of numbers says of the first character: nothing, or the set that it is one of."""


def guided(code: list[int], parsed: Any) -> list[int]:
    """The numbers of a pattern with its first characters in their head, where that says nothing of them yet."""
    opening, skip, told, least, most = code[:5]
    if told != _UNKNOWN or least == 0 or parsed.state.flags & IGNORECASE:
        return code
    first, _ = begins_with(parsed)
    if first is None:
        return code
    compiler, head = import_module("re._compiler"), [_CHARSET, least, most]
    compiler._compile_charset(compiler._optimize_charset(first)[0], parsed.state.flags, head)
    return [opening, len(head) + 1, *head, *code[1 + skip :]]


def begins_with(items: Sequence[Item]) -> tuple[list[Item] | None, bool]:
    """(the first characters of items in a row, whether all of them may be missing); `None` where it can be any."""
    found: list[Item] = []
    asked: list[Item] | None = None
    for name, value in items:
        first, missing = _item(name, value)
        if str(name) == "ASSERT" and value[0] > 0 and asked is None:
            ahead, empty = begins_with(value[1])
            asked = None if ahead is None or empty else found + ahead
        if first is None:
            return asked, False
        found += first
        if not missing:
            return found, False
    return found, True


def _item(name: Any, value: Any) -> tuple[list[Item] | None, bool]:
    none: list[Item] = []
    match str(name):
        case "AT" | "ASSERT" | "ASSERT_NOT":
            return none, True
        case "LITERAL":
            return [(name, value)], False
        case "IN" if str(value[0][0]) != "NEGATE":
            return value, False
        case "SUBPATTERN" if not (value[1] or value[2]):
            return begins_with(value[3])
        case "ATOMIC_GROUP":
            return begins_with(value)
        case "MAX_REPEAT" | "MIN_REPEAT":
            first, missing = begins_with(value[2])
            return first, missing or value[0] == 0
        case "BRANCH":
            branches = [begins_with(branch) for branch in value[1]]
            firsts = [first for first, _ in branches if first is not None]
            known = len(firsts) == len(branches)
            return sum(firsts, none) if known else None, any(missing for _, missing in branches)
    return None, False
