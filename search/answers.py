"""What a store answers: the rows of a page with the place where the words stand, the total, the counts."""

from __future__ import annotations

from dataclasses import dataclass

from search import words
from search.fields import Field
from search.query import Query
from search.rows import Row

SNIPPET = 90
"""How many characters of a text are shown around the first place where a word stands."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of text with the ranges in it that are to be marked."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """One row of an answer."""

    row: Row
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class Count:
    """How many hits have a value; `value` is what a filter takes, `label` what is shown."""

    value: str
    label: str
    hits: int


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of one field among all hits, the most frequent first."""

    field: Field
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """`total` is exact; `uncompared` counts the rows left out only because their length stands in another unit."""

    query: Query
    total: int
    hits: tuple[Hit, ...]
    facets: tuple[Facet, ...]
    uncompared: int = 0


def snippet(text: str, terms: tuple[str, ...], *, width: int = SNIPPET) -> Snippet:
    """The part of `text` around the first of the terms, with all terms in it marked; … where text is left out."""
    line = text.replace("\n", " ")
    found = words.marks(line, terms)
    if len(line) <= width:
        return Snippet(line, found)
    begin = max(0, min(found[0][0] - width // 3, len(line) - width)) if found else 0
    end = min(len(line), begin + width)
    before, after = "…" if begin else "", "…" if end < len(line) else ""
    shift = len(before) - begin
    kept = tuple((start + shift, stop + shift) for start, stop in found if begin <= start and stop <= end)
    return Snippet(before + line[begin:end] + after, kept)
