"""Confidence: counted, not judged; it says of a record how often such records were right."""

from __future__ import annotations

from typing import get_args

import pytest

from extract import confidence
from extract.mentions import Mention
from extract.parties import actions, subjects
from extract.parties.steps import NO_ANSWER
from extract.records import Evidence, Kind, Requirement
from tests.gate.__main__ import SETS
from tests.gate.calibration import Judged, count, judged

READ_OUTSIDE = {"of_item", "of_cell", NO_ANSWER.step}
"""What reads a slot beside the steps: the item of a value in a closing bracket, its cell in a table, and nothing."""


def test_the_table_speaks_of_what_exists() -> None:
    kinds = {f"value:{kind}{doubt}" for kind in get_args(Kind) for doubt in ("", "?")}
    about = {f"subject:{name}" for name in {*(step.name for step in subjects.STEPS), *READ_OUTSIDE}}
    done = {f"action:{name}" for name in {*(step.name for step in actions.STEPS), *READ_OUTSIDE}}
    assert set(confidence.counted()) <= kinds | about | done | set(confidence.DUTY)


def test_counts_are_counts() -> None:
    assert all(0 <= right <= seen for right, seen in confidence.counted().values())


def test_a_doubtful_finding_is_marked() -> None:
    sure, doubtful = (Mention("deadline", "<=PT2H", 0, 4, confidence=told) for told in (0.9, 0.7))
    steps = ("topic", "next")
    assert confidence.grounds(sure, steps) == ("value:deadline", "subject:topic", "action:next")
    assert confidence.grounds(doubtful, steps)[0] == "value:deadline?"


def test_what_was_right_more_often_is_surer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confidence, "counted", lambda: {"subject:topic": (90, 100), "subject:next": (30, 100)})
    monkeypatch.setattr(confidence, "mean", confidence.mean.__wrapped__)
    often, seldom, unseen = (confidence.of.__wrapped__((f"subject:{name}",)) for name in ("topic", "next", "other"))
    assert 0.3 < seldom < unseen < often < 0.9, "all lean on the mean of the slot, the unseen one stands on it"
    assert unseen == pytest.approx(0.6)


GROUNDS = ("value:deadline", "subject:topic", "action:next")
ROWS = [
    ("all right", (True, True, True), {"value:deadline": (1, 1), "subject:topic": (1, 1), "action:next": (1, 1)}),
    (
        "a wrong subject",
        (True, False, True),
        {"value:deadline": (1, 1), "subject:topic": (0, 1), "action:next": (1, 1)},
    ),
    ("slots of a wrong value are not judged", (False, True, True), {"value:deadline": (0, 1)}),
]


@pytest.mark.parametrize(("reason", "right", "counted"), ROWS, ids=[row[0] for row in ROWS])
def test_counting(reason: str, right: tuple[bool, bool, bool], counted: dict[str, tuple[int, int]]) -> None:
    record = Requirement("", "", "deadline", "<=PT2H", "2小时内", Evidence("2小时内", 0, 4), grounds=GROUNDS)
    assert count([Judged(record, *right)]) == counted


@pytest.mark.parametrize("name", ["seeds", "notices"])
def test_no_more_is_promised_than_holds(name: str) -> None:
    if not SETS[name].is_dir():
        pytest.skip(f"{name}: the annotated notices are not here")
    records = list(judged(SETS[name]))
    assert len(records) > 100
    promised = sum(one.record.confidence for one in records) / len(records)
    assert promised <= sum(one.whole for one in records) / len(records) + 0.02
