"""What one sentence of an item hands on to the next."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Context:
    """What carries over inside one item: the governing unit, the last subject, the units named in a closing bracket."""

    agent: tuple[str, ...] = ()
    subject: str | None = None
    persons: bool = False
    heading: str | None = None
    """The heading where it is a noun phrase that the item is about (低风险区)."""
    rule: str | None = None
    """The predicate of a heading that opens a list of cases (出现以下情形的人员，不纳入风险区域判定)."""
    assigned: tuple[str, ...] = ()
    place: str | None = None
    """The place or group that the notice rules for, named once in front of its items (决定对人民路实行交通管制)."""
    eligible: bool = False
    """Whether the item is one of the conditions that the subject must meet."""
