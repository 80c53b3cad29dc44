"""Counts how often each way of reading is right, and shows how far the confidence of records can be trusted.

`python -m tests.gate.calibration FOLDER...` prints, for the annotated notices of the folders, records by confidence:
how many, what confidence promises and what share is right as a whole. With `--write` it first counts the table anew
from these folders; take notices for which no rule was written.
"""

from __future__ import annotations

import argparse
import csv
import itertools
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from extract import confidence
from extract.records import Requirement
from tests.gate.figures import annotated, extractions, is_period
from tests.gate.matching import Row, pair, slot_right, value_right

TABLE = Path(str(files("extract.lexicon") / "reliability.csv"))
BINS = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 1.01)


@dataclass(frozen=True)
class Judged:
    """A record that was read, and what of it is right."""

    record: Requirement
    value: bool
    subject: bool
    action: bool

    @property
    def whole(self) -> bool:
        return self.value and self.subject and self.action


def judged(folder: Path) -> Iterable[Judged]:
    """Every record read from the annotated notices of a folder; one that nobody wrote is wrong in value.

    Slots of a record whose value is wrong are not judged: they count as right, so that each ground counts its own
    faults. What is marked optional counts neither way. Units are judged with the action. Duties are judged only where
    the folder's notices are annotated with duties.
    """
    notices = list(annotated(folder))
    duties = any(record.get("kind") == "duty" for _, written in notices for record in written)
    for document, written in notices:
        read = (one for _, said in extractions(document) for one in said.requirements)
        found = [one for one in read if duties or one.kind != "duty"]
        rows = [one.to_record() for one in found]
        partner = {id(said): gold for gold, said in pair([r for r in written if r.get("type") == "requirement"], rows)}
        for one, row in zip(found, rows, strict=True):
            gold = partner.get(id(row))
            if not is_period(row) if gold is None else not gold.get("optional"):
                yield _judge(one, row, gold)


def _judge(one: Requirement, row: Row, gold: Row | None) -> Judged:
    if gold is None or not value_right(gold, row):
        return Judged(one, value=False, subject=True, action=True)
    act = slot_right(gold, row, "action") and slot_right(gold, row, "responsible")
    return Judged(one, value=True, subject=one.kind == "duty" or slot_right(gold, row, "subject"), action=act)


def count(records: Iterable[Judged]) -> dict[str, tuple[int, int]]:
    """Ground → (right, seen), in alphabetical order."""
    right: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    for one in records:
        for ground in one.record.grounds:
            slot = ground.partition(":")[0]
            if slot == "value" or one.value:
                seen[ground] += 1
                right[ground] += getattr(one, slot)
    return {ground: (right[ground], seen[ground]) for ground in sorted(seen)}


def write(counted: dict[str, tuple[int, int]]) -> None:
    """Write the table that confidence reads, and have it read anew."""
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("ground", "right", "seen"))
        writer.writerows((ground, *counts) for ground, counts in counted.items())
    for cached in (confidence.counted, confidence.mean, confidence.of):
        cached.cache_clear()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--write", action="store_true", help="count the table of confidence anew")
    arguments = parser.parse_args()
    records = [one for folder in arguments.folders for one in judged(folder)]
    if arguments.write:
        write(count(records))
    promised = [(confidence.of(one.record.grounds), one.whole) for one in records]
    print(f"{len(records)} records\nconfidence     records  promised  right")
    for low, high in itertools.pairwise(BINS):
        inside = [(p, whole) for p, whole in promised if low <= p < high]
        if inside:
            told = sum(p for p, _ in inside) / len(inside)
            print(f"{low:.1f} to {min(high, 1):.1f} {len(inside):10d}     {told:.2f}     {_share(inside):.2f}")


def _share(pairs: list[tuple[float, bool]]) -> float:
    return sum(whole for _, whole in pairs) / len(pairs)


if __name__ == "__main__":
    main()
