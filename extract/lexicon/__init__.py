"""Words that officers can edit, one CSV a subject: `surface,code,label,example`, and `broader` in a vocabulary.

In a vocabulary `…` in a surface stands for up to `GAP` characters within one clause: `境外来…人员`.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from ingest import patterns as re

GAP: Final = 16
ELLIPSIS: Final = "…"


class LexiconError(ValueError):
    """A row that the loader refuses; the message names the file, the line and what is wrong."""


@dataclass(frozen=True, slots=True)
class Word:
    """One entry: the words as written, the code they stand for, its Chinese label, and a sentence that holds them.

    `broader` is the code that this one is a kind of (集中隔离 is 隔离); empty where there is none.
    """

    surface: str
    code: str
    label: str
    example: str
    broader: str = ""

    def stands_in(self, text: str) -> bool:
        """Whether the words stand in a text, each `…` as a stretch of one clause."""
        return self.surface in text or (ELLIPSIS in self.surface and _gapped(self.surface).search(text) is not None)


class Ends:
    """Which of some words ends a text: their surfaces compared with its end, those with a `…` searched for at once."""

    def __init__(self, words: Iterable[Word]) -> None:
        longest_first = sorted(words, key=lambda word: -len(word.surface))
        self._gapped = [word for word in longest_first if ELLIPSIS in word.surface]
        self._whole: defaultdict[str, list[Word]] = defaultdict(list)
        for word in longest_first:
            self._whole[word.surface[-2:]].append(word)
        gapped = "|".join(f"({_source(word.surface)})" for word in self._gapped)
        self._search = re.compile(f"(?:{gapped or '(?!)'})$")

    def find(self, text: str) -> tuple[int, Word] | None:
        """(start, word) of the word that ends a text and reaches back the furthest; the longer one of two."""
        match = self._search.search(text)
        found = (match.start(), self._gapped[(match.lastindex or 0) - 1]) if match else None
        for tail in (text[-2:], text[-1:]):
            for word in self._whole.get(tail, ()):
                if text.endswith(word.surface):
                    whole = len(text) - len(word.surface), word
                    return min(found, whole, key=_back_and_long) if found else whole
        return found


def _back_and_long(found: tuple[int, Word]) -> tuple[int, int]:
    return found[0], -len(found[1].surface)


def _source(surface: str) -> str:
    """A surface as the source of a pattern, each `…` as a stretch of one clause."""
    return f"[^、，,；;。]{{0,{GAP}}}".join(map(re.escape, surface.split(ELLIPSIS)))


@cache
def _gapped(surface: str) -> re.Pattern[str]:
    return re.compile(_source(surface))


@cache
def load(name: str) -> tuple[Word, ...]:
    """The entries of a lexicon file, in file order; raises `LexiconError` (see `read`)."""
    return read(name, (files(__package__) / name).read_text("utf-8").splitlines())


def read(name: str, lines: Iterable[str]) -> tuple[Word, ...]:
    """The entries in the lines of the lexicon file `name`.

    Raises `LexiconError` for blanks, duplicates, entries that their own example does not contain, a code with two
    labels or two broader codes, and a broader code that no row of the file gives a label.
    """
    rows = csv.DictReader(lines)
    words = tuple(Word(**{key: (value or "").strip() for key, value in row.items()}) for row in rows)
    for fault in _faults(words):
        raise LexiconError(f"{name} {fault}")
    return words


def _faults(words: tuple[Word, ...]) -> Iterator[str]:
    surfaces: set[str] = set()
    meant: dict[str, Word] = {}
    codes = {word.code for word in words}
    for line, word in enumerate(words, start=2):
        first = meant.setdefault(word.code, word)
        if not all((word.surface, word.code, word.label, word.example)):
            yield f"第{line}行有空格子：{word}；surface、code、label、example 四列都要填写"
        if word.surface in surfaces:
            yield f"第{line}行重复：{word.surface}；同一个词只能出现一次"
        if not word.stands_in(word.example):
            yield f"第{line}行的例句不含该词：{word.surface}；请改例句：{word.example}"
        if word.broader and word.broader not in codes:
            yield f"第{line}行的上位代码“{word.broader}”不在本表中；请先为它加一行"
        if (first.label, first.broader) != (word.label, word.broader):
            yield f"第{line}行的代码“{word.code}”与前面的名称或上位代码不同：{first.label}、{word.label}；请改成一致"
        surfaces.add(word.surface)
