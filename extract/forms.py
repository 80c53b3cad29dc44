"""The forms in which values are said, and which of them a text can hold at all.

A sentence holds a value or two, and there are some eighty forms. The characters that a form cannot do without are known
from its pattern, so that a text is looked through once for all forms together, and only the few are searched for whose
characters it has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import reduce
from itertools import product
from operator import or_
from typing import NamedTuple

from extract.calendar_dates import Today
from extract.mentions import Mention
from ingest import patterns as re
from ingest.needed_characters import DIGIT


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
    """Forms in the order in which they claim their words."""

    def __init__(self, forms: Iterable[Form]) -> None:
        forms = tuple(forms)
        sets: dict[frozenset[str], int] = {}
        """The sets of characters that some form needs, each with its bit."""
        needs = [sum(sets.setdefault(one, 1 << len(sets)) for one in set(re.needs(form.pattern))) for form in forms]
        self._met = {sign: sum(bit for one, bit in sets.items() if sign in one) for one in sets for sign in one}
        self._asks = tuple(dict.fromkeys(form.asks for form in forms if form.asks))
        self._forms = {
            told: [
                (need, form.read)
                for need, form in zip(needs, forms, strict=True)
                if form.asks is None or told[self._asks.index(form.asks)]
            ]
            for told in product((False, True), repeat=len(self._asks))
        }

    def read(self, text: str, today: Today) -> Iterator[Mention]:
        """What the forms find in a text, form by form."""
        digits = self._met.get(DIGIT, 0) if _DIGIT.search(text) else 0
        met = reduce(or_, filter(None, map(self._met.get, text)), digits)
        told = tuple([pattern.search(text) is not None for pattern in self._asks])
        for need, read in self._forms[told]:
            if met & need == need:
                yield from read(text, today)


_DIGIT = re.compile(r"\d")
