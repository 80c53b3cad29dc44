"""Words that officers can edit, one CSV a subject: `surface,code,label,example`."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


class LexiconError(ValueError):
    """A row that the loader refuses; the message names the file, the line and what is wrong."""


@dataclass(frozen=True, slots=True)
class Word:
    """One entry: the words as written, the code they stand for, its Chinese label, and a sentence that holds them."""

    surface: str
    code: str
    label: str
    example: str


@cache
def load(name: str) -> tuple[Word, ...]:
    """The entries of a lexicon file, in file order.

    Raises `LexiconError` for blanks, duplicates and entries that their own example does not contain.
    """
    lines = (files(__package__) / name).read_text("utf-8").splitlines()
    words = tuple(Word(**{key: value or "" for key, value in row.items()}) for row in csv.DictReader(lines))
    seen: set[str] = set()
    for line, word in enumerate(words, start=2):
        if not all((word.surface.strip(), word.code.strip(), word.label.strip(), word.example.strip())):
            raise LexiconError(f"{name} 第{line}行有空格子：{word}；四列都要填写")
        if word.surface in seen:
            raise LexiconError(f"{name} 第{line}行重复：{word.surface}；同一个词只能出现一次")
        if word.surface not in word.example:
            raise LexiconError(f"{name} 第{line}行的例句不含该词：{word.surface}；请改例句：{word.example}")
        seen.add(word.surface)
    return words
