"""The forms in which values are said, and which of them a text can hold at all.

A sentence holds a value or two, and there are some eighty forms. The characters that a form cannot do without are known
from its pattern, so that a text is looked through once for all forms together, and only the few are searched for whose
characters it has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import reduce
from operator import or_
from typing import Final, NamedTuple

from extract.kinds.calendar_dates import Today
from extract.mentions import Mention
from ingest import patterns as re
from ingest.compiled.needed_characters import DIGIT


class Form(NamedTuple):
    """One form: its pattern, what is read of it in a text, and what else (`asks`) the text must hold."""

    pattern: re.Pattern[str]
    read: Callable[[str, Today], Iterable[Mention]]
    asks: re.Pattern[str] | None = None


def every(
    pattern: re.Pattern[str],
    read: Callable[[re.Match[str]], Iterable[Mention]],
    *,
    asks: re.Pattern[str] | None = None,
) -> Form:
    """A form whose finds are read one by one."""

    def finds(text: str, _: Today) -> Iterator[Mention]:
        for match in pattern.finditer(text):
            yield from read(match)

    return Form(pattern, finds, asks)


class Forms:
    """Forms in the order in which they claim their words.

    Each has a bit, and which of them a text has the characters for is told by such bits: for every character, of those
    forms that it is the rarest need of, and above them, of those that it is the second need of.
    """

    def __init__(self, forms: Iterable[Form]) -> None:
        forms = tuple(forms)
        self._reads = {1 << place: form.read for place, form in enumerate(forms)}
        self._second = len(forms)
        """How far above the first need's bits those of the second stand."""
        self._free = 0
        """The bits of what nothing is needed for."""
        self._met: dict[str, int] = {}
        for bit, form in zip(self._reads, forms, strict=True):
            needs = re.needs(form.pattern)
            for place, bit_there in enumerate((bit, bit << self._second)):
                for sign in needs[place] if place < len(needs) else ():
                    self._met[sign] = self._met.get(sign, 0) | bit_there
                self._free |= 0 if place < len(needs) else bit_there
        self._signs = re.compile(f"[{re.escape(''.join(sorted(self._met)))}]")
        self._asked: dict[re.Pattern[str], int] = {}
        """What else a text must hold, and the bits of those that ask for it."""
        for bit, form in zip(self._reads, forms, strict=True):
            if form.asks:
                self._asked[form.asks] = self._asked.get(form.asks, 0) | bit

    def read(self, text: str, today: Today) -> Iterator[Mention]:
        """What the forms find in a text, form by form."""
        met = reduce(or_, map(self._met.__getitem__, self._signs.findall(text)), self._free)
        if _DIGIT.search(text):
            met |= self._met.get(DIGIT, 0)
        left = met & met >> self._second
        for asks, askers in self._asked.items():
            if left & askers and not asks.search(text):
                left &= ~askers
        while left:
            first = left & -left
            yield from self._reads[first](text, today)
            left ^= first


_DIGIT: Final = re.compile(r"\d")
