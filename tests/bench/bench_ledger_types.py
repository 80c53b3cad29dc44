"""The share of ledger rows with the right type, on a random sample of the annotated notices whose rows were read.

`python tests/bench/bench_ledger_types.py` compares the rows with `ledger_types.csv` (a key made of notice and place,
and the type that a reader gave) and prints the share and the rows that differ; `--sample N` prints N rows to read,
always the same ones. Needs ../shared/gold; the labels hold no text of it.
"""

from __future__ import annotations

import argparse
import csv
import random
from collections.abc import Iterator
from pathlib import Path

from extract.extraction import extract
from extract.ledger import Row, ledger
from extract.records import record_id
from ingest.errors import Failure
from ingest.reading import read_notices
from ingest.sources import find

HERE = Path(__file__).resolve().parent
GOLD = HERE.parents[2] / "shared" / "gold"
SEED = 20210305


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--sample", type=int, metavar="N", help="print N rows to be read")
    wanted = arguments.parse_args().sample
    if not GOLD.is_dir():
        print("../shared/gold is not here, nothing to measure")
    elif wanted:
        for key, row, around in sample(wanted):
            print(key, row.type, row.value, around, sep="\t")
    else:
        measure()


def measure() -> None:
    labels = dict(csv.reader((HERE / "ledger_types.csv").read_text("utf-8").splitlines()))
    found = {key: (row, around) for key, row, around in rows() if key in labels}
    wrong = [key for key, (row, _) in found.items() if row.type != labels[key]]
    for key in wrong:
        row, around = found[key]
        print(f"{row.type} should be {labels[key]}: {around}")
    lost = len(labels) - len(found)
    print(f"{len(labels)} rows were read; {len(wrong)} have another type, {lost} no longer stand")
    print(f"right type: {1 - (len(wrong) + lost) / len(labels):.3f}")


def sample(size: int) -> list[tuple[str, Row, str]]:
    found = list(rows())
    random.Random(SEED).shuffle(found)
    return found[:size]


def rows() -> Iterator[tuple[str, Row, str]]:
    """(key, row, the row in its words) of every row of the annotated notices."""
    for source in find(sorted(path for path in GOLD.glob("*/*") if path.suffix != ".jsonl")):
        if isinstance(source, Failure):
            continue
        for notice in read_notices(source):
            for row in ledger(notice, extract(notice)):
                before, after = notice.text[max(0, row.start - 9) : row.start], notice.text[row.end : row.end + 9]
                yield record_id(notice.id, row.start, row.end), row, f"{before}[{row.text}]{after}".replace("\n", "⏎")


if __name__ == "__main__":
    main()
