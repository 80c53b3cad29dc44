"""The figures of a folder of annotated notices, and the keys of the records found in it."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from extract.extraction import Extraction, extract
from ingest.errors import Failure
from ingest.notice import Notice
from ingest.reading import read_notices
from ingest.sources import find
from tests.gate.matching import FIELDS, Row, fields_right, notice_pairs, pair, record_right, relation_pairs, value_right


@dataclass
class Figures:
    """Counts per row of the table: written, found, and right of them."""

    written: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    keys: set[str] = field(default_factory=set)

    def precision(self, row: str) -> float:
        """The share of what was found that is right; 1 where nothing was found."""
        return self.right[row] / self.found[row] if self.found[row] else 1.0

    def recall(self, row: str) -> float:
        """The share of what is written that was found right; 1 where nothing is written."""
        return self.right[row] / self.written[row] if self.written[row] else 1.0

    def f1(self, row: str) -> float:
        """2·right / (written + found); 1 where there is nothing to find and nothing was found."""
        total = self.written[row] + self.found[row]
        return 2 * self.right[row] / total if total else 1.0

    def rows(self) -> list[str]:
        """The rows of the table: each kind, then what is counted over all of them."""
        kinds = sorted(row for row in self.written | self.found if row not in SUMS)
        return [*kinds, *(row for row in SUMS if self.written[row] or self.found[row])]


SUMS = ("value", "record", "relation", "notice", "field")
"""`value` and `record` leave duties out, as the contract's scoring does; `field` is each field of each notice."""


def annotated(folder: Path) -> Iterator[tuple[Path, list[Row]]]:
    """(document, its written records) for each `NAME.gold.jsonl` of a folder."""
    for gold in sorted(folder.glob("*.gold.jsonl")):
        stem = gold.name.removesuffix(".gold.jsonl")
        document = next(path for path in sorted(folder.glob(f"{stem}.*")) if path != gold)
        yield document, [json.loads(line) for line in gold.read_text("utf-8").splitlines() if line.strip()]


def fingerprint(folder: Path) -> str:
    """A digest over the documents and the written records, so that floors and corpus belong together."""
    digest = hashlib.sha256()
    for document, _ in annotated(folder):
        for path in (document, document.with_name(f"{document.stem}.gold.jsonl")):
            digest.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def measure(folder: Path) -> Figures:
    """Read and extract every annotated document of `folder` and count."""
    figures = Figures()
    for document, written in annotated(folder):
        found = list(records(document))
        _count(figures, document.name, written, found)
    return figures


def records(document: Path) -> Iterator[Row]:
    """All records of a document, as the command gives them."""
    for notice, said in extractions(document):
        yield from (row.to_record() for row in (notice, *said.requirements, *said.relations))


def extractions(document: Path) -> Iterator[tuple[Notice, Extraction]]:
    """The notices of a document with what each says; a file that cannot be read ends the run and says why."""
    for source in find([document]):
        if isinstance(source, Failure):
            raise SystemExit(f"{source.uri}：{source.reason}；{source.advice}")
        yield from ((notice, extract(notice)) for notice in read_notices(source))


def _count(figures: Figures, name: str, written: list[Row], found: list[Row]) -> None:
    rules, said = _of(written, "requirement"), _of(found, "requirement")
    pairs = pair(rules, said)
    waived = [b for a, b in pairs if a.get("optional")]
    pairs = [(a, b) for a, b in pairs if not a.get("optional")]
    for row in (row for row in rules if not row.get("optional")):
        _add(figures.written, row)
    for row in (row for row in said if not any(row is other for other in waived)):
        if any(row is b for _, b in pairs) or not is_period(row):
            _add(figures.found, row)
    for a, b in pairs:
        figures.right[a["kind"]] += value_right(a, b)
        if a["kind"] != "duty":
            figures.right["value"] += value_right(a, b)
            figures.right["record"] += record_right(a, b)
    figures.right["relation"] += relation_pairs(_of(written, "relation"), _of(found, "relation"))
    for kind in ("relation", "notice"):
        figures.written[kind] += len(_of(written, kind))
        figures.found[kind] += len(_of(found, kind))
    _count_notices(figures, _of(written, "notice"), _of(found, "notice"))
    figures.keys |= {f"{name} {row['kind']} {row['value']} {row['value_text']} {row['action']}" for row in said}


def is_period(row: Row) -> bool:
    """Whether a value is a calendar period, which counts only where it is written (`2020-02-10/2020-02-12`)."""
    return "/" in str(row["value"]) and str(row["value"])[:4].isdigit()


def _count_notices(figures: Figures, written: list[Row], found: list[Row]) -> None:
    pairs = notice_pairs(written, found)
    figures.right["notice"] += len(pairs)
    figures.written["field"] += len(FIELDS) * len(written)
    figures.found["field"] += len(FIELDS) * len(pairs)
    figures.right["field"] += sum(fields_right(a, b) for a, b in pairs)


def _add(counter: Counter[str], row: Row) -> None:
    counter[row["kind"]] += 1
    if row["kind"] != "duty":
        counter["value"] += 1
        counter["record"] += 1


def _of(rows: list[Row], kind: str) -> list[Row]:
    return [row for row in rows if row.get("type") == kind]
