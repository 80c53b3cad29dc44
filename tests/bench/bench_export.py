"""How fast rows leave the store: `python tests/bench/bench_export.py [--rows 100000] [--store FILE] [--formats csv,…]`.

Rows that are made up, twenty to a notice. Told for each format: rows a second, in time that passed and in time of the
processor alone; how far the export raised the peak of resident memory, and of it the heap (`RssAnon`, Linux only); for
CSV the share of the speed of `csv.writer` on the same cells, ready in memory. Ends with 1 where CSV is slower than
50,000 rows a second. A store that is named and exists is used again. A store that is only read is mapped into memory,
up to 1 GiB, and its pages count as resident, not as heap: the system takes them back when it wants.
"""

from __future__ import annotations

import argparse
import csv
import io
import resource
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from extract.records import Evidence, Requirement, record_id
from ingest.notice import Block, Jurisdiction, Notice, SourceInfo
from search.exports.export import Format, export
from search.questions.fields import columns
from search.questions.query import ask
from search.reading import Reading
from search.rows import Row
from search.storage.store import Store

EACH = 20
LIMIT = 50_000
SAMPLE = 20_000
WATCHED = 2000
"""Rows after which the heap is looked at."""


def one(number: int) -> Reading:
    """A notice with twenty rules."""
    name = record_id("bench", number)
    told = f"第{number}类场所的管理单位应当在接到报告后{{}}小时内完成整改并报告。"
    quotes = [told.format(hours) for hours in range(1, EACH + 1)]
    title = f"关于做好第{number}类场所安全检查工作的通知"
    text = "\n".join([title, *quotes])
    notice = Notice(
        id=name, text=text, blocks=(Block(text),), source=SourceInfo(f"{name}.txt", "text/plain", name), title=title,
        doc_number=f"甲府办〔2021〕{number}号", doc_type="通知", issuers=("某市应急管理局",),
        jurisdiction=Jurisdiction("320100", "南京市", "prefecture"), signed_on="2021-05-01",
        effective_from="2021-05-01",
    )  # fmt: skip
    rules = tuple(
        Requirement(
            record_id(name, hours),
            name,
            "deadline",
            f"<=PT{hours}H",
            f"{hours}小时内",
            Evidence(quote, text.find(quote), text.find(quote) + len(quote)),
            clause="二/（一）",
            heading="安全检查",
            subject=f"第{number}类场所",
            action="整改",
            responsible=("管理单位",),
            trigger="接到报告后",
        )
        for hours, quote in enumerate(quotes, start=1)
    )
    return Reading(notice, rules, ())


def fill(store: Store, rows: int) -> None:
    """Puts the notices in."""
    begin = time.perf_counter()
    with store.transaction():
        for number in range(rows // EACH):
            reading = one(number)
            store.put(reading.notice.source.uri, reading.notice.source.sha256, [reading])
    print(f"filled: {rows / (time.perf_counter() - begin):,.0f} rows/s")


def peak_mb() -> float:
    """The peak of resident memory so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def heap_mb() -> float:
    """The memory now that no file stands behind, in MB; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("RssAnon:")), 0.0)


class Watched:
    """Rows as they pass, with the highest heap seen on the way."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.rows, self.highest_mb = rows, heap_mb()

    def __iter__(self) -> Iterator[Row]:
        for number, row in enumerate(self.rows):
            if not number % WATCHED:
                self.highest_mb = max(self.highest_mb, heap_mb())
            yield row


def measured(store: Store, folder: Path, format: Format) -> float:
    """Exports everything once; prints and gives back the rows a second."""
    rows = Watched(store.rows(ask()))
    peak, heap, worked, begin = peak_mb(), rows.highest_mb, time.process_time(), time.perf_counter()
    done = export(rows, folder / f"all.{format}", grain="requirement", format=format)
    seconds, worked = time.perf_counter() - begin, time.process_time() - worked
    print(
        f"{format:8} {done.rows / seconds:9,.0f} rows/s  {done.rows / worked:9,.0f} rows/s of processor time"
        f"  {done.path.stat().st_size / 1e6:8.1f} MB  peak +{peak_mb() - peak:.1f} MB"
        f"  heap +{rows.highest_mb - heap:.1f} MB"
    )
    return done.rows / seconds


def ready_cells(store: Store) -> float:
    """Rows a second of `csv.writer` on cells that are ready: what no export can beat."""
    table = columns("requirement")
    cells = [[column.value(row) for column in table] for row in islice(store.rows(ask()), SAMPLE)]
    begin = time.perf_counter()
    csv.writer(io.StringIO()).writerows(cells)
    return len(cells) / (time.perf_counter() - begin)


def main() -> int:
    """Fills a store and prints the figures; the exit code."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--store", type=Path)
    parser.add_argument("--formats", default="csv,jsonl,xlsx")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        path = arguments.store or Path(scratch) / "bench.db"
        with Store.open(path, create=True) as store:
            if not store.counts()["requirement"]:
                fill(store, arguments.rows)
        with Store.open(path) as store:
            speeds = {name: measured(store, Path(scratch), name) for name in arguments.formats.split(",")}
            if "csv" in speeds:
                ready = ready_cells(store)
                print(f"csv.writer on ready cells {ready:,.0f} rows/s; the export is {speeds['csv'] / ready:.2f} of it")
    return int(speeds.get("csv", LIMIT) < LIMIT)


if __name__ == "__main__":
    sys.exit(main())
