"""What a store answers: the rows of a page with the place where the words stand, the total, the counts."""

from __future__ import annotations

from dataclasses import dataclass

from search.questions import words
from search.questions.fields import Field
from search.questions.query import Query
from search.rows import Row

SNIPPET = 160
"""How many characters of a text are shown: most sentences whole, of a notice the part around the first word found."""


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


def snippet(text: str, terms: tuple[str, ...], *, value: str | None = None, width: int = SNIPPET) -> Snippet:
    """The part of `text` around the value, else around the first of the terms; all of them in it are marked.

    `value` is a piece of the text, verbatim: a number is never shown without the words that prove it. … stands where
    text is left out.
    """
    line = text.replace("\n", " ")
    found = words.marks(line, terms)
    stated = line.find(value.replace("\n", " ")) if value else -1
    if stated >= 0 and value:
        found = _with(found, (stated, stated + len(value)))
    if len(line) <= width:
        return Snippet(line, found)
    first = stated if stated >= 0 else found[0][0] if found else 0
    begin = max(0, min(first - width // 3, len(line) - width))
    end = min(len(line), begin + width)
    before, after = "…" if begin else "", "…" if end < len(line) else ""
    shift = len(before) - begin
    kept = tuple((start + shift, stop + shift) for start, stop in found if begin <= start and stop <= end)
    return Snippet(before + line[begin:end] + after, kept)


def _with(marks: tuple[tuple[int, int], ...], more: tuple[int, int]) -> tuple[tuple[int, int], ...]:
    """The ranges with one more, which takes the place of those that it touches."""
    apart = (mark for mark in marks if mark[1] <= more[0] or more[1] <= mark[0])
    return tuple(sorted([*apart, more]))
