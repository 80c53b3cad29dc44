"""How noun phrases end: by which a unit, a person, staff, a place or a thing is known from its last characters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from extract.grammar.masking import MASK
from ingest import patterns as re

_LONGEST: Final = 16
"""No ending looked for is longer, so that a long phrase costs no more than a short one."""


class Endings:
    """A set of endings, given as a pattern of alternatives; plain words are compared, only the others are searched.

    `tail` is what may follow such an ending (`等有关部门`), and brackets may always.
    """

    def __init__(self, *patterns: str, tail: str = "") -> None:
        words = [word for pattern in patterns for one in alternatives(pattern) for word in _where_nothing_follows(one)]
        plain = dict.fromkeys(word for word in words if re.fullmatch(r"[\u4e00-\u9fff]+", word))
        rest = [word for word in words if word not in plain]
        self._plain = _by_last_character(plain)
        self._rest = {end: re.compile(rf"(?:{'|'.join(same)})$") for end, same in _by_last_character(rest).items()}
        self._tail = re.compile(rf"{MASK}*(?:{tail})$") if tail else None
        self._inside = [*(_by_last(end, ends) for end, ends in self._plain.items()), *rest]

    @property
    def anywhere(self) -> str:
        """The source of a pattern that finds each phrase in a text that ends so: few texts hold one."""
        return "|".join(self._inside)

    def match(self, phrase: str) -> bool:
        """Whether `phrase` (with enclosed parts covered) ends so."""
        last = phrase[-_LONGEST:]
        if last.endswith(MASK):
            last = phrase[-64:].rstrip(MASK)[-_LONGEST:]
        if self._ends(last):
            return True
        if not self._tail or "等" not in last:
            return False
        shorter = self._tail.sub("", last)
        return shorter != last and self._ends(shorter.rstrip(MASK))

    def _ends(self, last: str) -> bool:
        end = last[-1:]
        if last.endswith(self._plain.get(end, ())):
            return True
        return end in self._rest and self._rest[end].search(last) is not None


def _by_last_character(words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    sorted_words: dict[str, list[str]] = {}
    for word in words:
        sorted_words.setdefault(word[-1], []).append(word)
    return {end: tuple(same) for end, same in sorted_words.items()}


def _where_nothing_follows(word: str) -> Iterator[str]:
    """An ending without what must not follow: behind a phrase nothing does, in a text something can.

    Raises `ValueError` where it names no last character.
    """
    bare = re.sub(r"\(\?![^()]*\)$", "", word)
    if not re.search("[\u4e00-\u9fff]$", bare):
        raise ValueError(f"an ending must close with a character of its own, and {word} does not")
    yield from _written_out(bare)


def _by_last(end: str, words: tuple[str, ...]) -> str:
    """Words that end in one character as a pattern that begins with it: so a search leaps from one to the next."""
    if end in words:
        return end
    of_length: dict[int, list[str]] = {}
    for word in words:
        of_length.setdefault(len(word), []).append(word)
    behind = ["|".join(same) for same in of_length.values()]
    return f"{end}(?:{'|'.join(f'(?<={same})' for same in behind)})"


def alternatives(pattern: str) -> Iterator[str]:
    """The alternatives of a pattern at its top level, a group or a leading class written out (`[各全]市` is two)."""
    depth, begin = 0, 0
    for at, character in enumerate(f"{pattern}|"):
        depth += (character in "([") - (character in ")]")
        if character == "|" and depth == 0:
            yield from _written_out(pattern[begin:at])
            begin = at + 1


def _written_out(word: str) -> Iterator[str]:
    if group := re.fullmatch(r"([\u4e00-\u9fff]*)\(\?:([^()]+)\)([\u4e00-\u9fff]*)", word):
        yield from (group[1] + one + group[3] for one in group[2].split("|"))
    elif one_of := re.fullmatch(r"\[([\u4e00-\u9fff]+)\]([\u4e00-\u9fff]+)", word):
        yield from (first + one_of[2] for first in one_of[1])
    else:
        yield word
