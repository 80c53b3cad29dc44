"""How sure a record is: the share of records read in the same way that turned out right as a whole.

Right as a whole means value, subject, action and units. Each of value, subject and action is read by a finder or step
that has a name; `lexicon/reliability.csv` holds how often each was right on 152 passages of notices beside those of the
gate, read before a rule had seen them: 75 annotated, 77 whose records readers judged one by one
(`python -m tests.gate.calibration` counts them). What was seen seldom leans on the mean of its slot.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from math import prod
from typing import Final

from extract.mentions import Mention

DUTY: Final = ("value:duty", "action:duty")
"""The grounds of a duty: it has no value and no subject, and its sentence is read by one rule."""
_TABLE: Final = "reliability.csv"
_WEIGHT: Final = 10
"""As many records as the mean of the slot counts for beside what was seen."""
_DOUBTED: Final = 0.75
"""Below it the finder itself calls its value doubtful."""


def grounds(mention: Mention, steps: tuple[str, str]) -> tuple[str, ...]:
    """The names of what read a record: its kind, with `?` where the finder doubts, and the steps of both slots."""
    subject, action = steps
    doubt = "?" if mention.confidence < _DOUBTED else ""
    return f"value:{mention.kind}{doubt}", f"subject:{subject}", f"action:{action}"


@cache
def of(grounds: tuple[str, ...]) -> float:
    """The chance, between 0 and 1, that a record read in this way is right as a whole."""
    return round(prod(_rate(ground) for ground in grounds), 2)


def _rate(ground: str) -> float:
    right, seen = counted().get(ground, (0, 0))
    return (right + _WEIGHT * mean(ground.partition(":")[0])) / (seen + _WEIGHT)


@cache
def mean(slot: str) -> float:
    """How often a slot is read right, whatever read it."""
    seen = [counts for name, counts in counted().items() if name.startswith(f"{slot}:")]
    return sum(right for right, _ in seen) / sum(all_of for _, all_of in seen)


@cache
def counted() -> dict[str, tuple[int, int]]:
    """Ground → how many records were right, of how many seen."""
    lines = (files("extract.lexicon") / _TABLE).read_text("utf-8").splitlines()
    return {row["ground"]: (int(row["right"]), int(row["seen"])) for row in csv.DictReader(lines)}
