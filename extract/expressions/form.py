"""A `Form`: one expression of number or time in a text, typed and valued by its words alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

FormType = Literal[
    "duration", "deadline", "frequency", "window", "interval", "schedule", "date", "date_range", "time", "number",
    "money", "ratio", "doc_number", "outline", "other",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Form:
    """`text[start:end]` is of this type; `value` is `None` where the words leave it open (`几十`)."""

    type: FormType
    value: str | None
    start: int
    end: int
    reason: str | None = None
    """Why no rule can use it (`电话`, `条款号`); `None` for a plain value."""


def strongest(found: Iterable[Form], taken: Iterable[tuple[int, int]] = ()) -> list[Form]:
    """The forms without overlaps: the leftmost first, of those the longest, of those the first found."""
    blocked = sorted(taken)
    kept: list[Form] = []
    reach, at = 0, 0
    for form in sorted(found, key=lambda form: (form.start, -form.end)):
        while at < len(blocked) and blocked[at][1] <= form.start:
            at += 1
        free = at == len(blocked) or form.end <= blocked[at][0]
        if form.start >= reach and free:
            kept.append(form)
            reach = form.end
    return kept
