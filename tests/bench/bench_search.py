"""How fast the store answers: `python tests/bench/bench_search.py [NOTICES] [STORE]` (10,000 generated notices).

The notices go through the real reading and extraction. Each kind of question is asked many times with other words and
values; printed are the percentiles of the whole answer (rows, exact total, facets, snippets), and for the words beside
it the time of a plain `LIKE` scan of the same sentences. Ends with 1 where the question with three filters, asked again
(the first round also fills the cache of the process), is slower than 20 ms at p95. A store that is named and exists is
used again.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median, quantiles

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import generate

from search.ingestion import ingest
from search.questions.query import Query, ask, parse_filter
from search.storage.store import Store

LIMIT_MS = 20.0
ROUNDS = 60
WORDS = (
    "核酸检测",
    "监督抽检",
    "贷款贴息",
    "安全培训",
    "强制免疫",
    "集中隔离",
    "申报材料",
    "整改",
    "应急预案",
    "采样复核",
)
NUMBERS = [made.number for made in generate.notices(ROUNDS)]
PLACES = ("江苏省", "山东", "四川", "广东", "河南", "湖北", "浙江", "云南")
FILTERS = (
    ("期限>=14天", "时限<=24小时", "检测日~7", "频次>=1次/周", "阈值>=50%"),
    ("效力用语=必须", "年份>=2020", "年份=2022"),
)


def build(file: Path, count: int) -> None:
    """The store of generated notices, read and extracted for real."""
    with tempfile.TemporaryDirectory() as folder, Store.open(file, create=True) as store:
        generate.write(Path(folder), count)
        begin = time.perf_counter()
        report = ingest(store, [folder])
        seconds = time.perf_counter() - begin
    size = file.stat().st_size / 1e6
    print(
        f"{report.notices} notices, {report.requirements} requirements: {report.notices / seconds:.0f}/s, {size:.0f} MB"
    )


def three_filters(turn: int) -> Query:
    """Words, and three filters: a place, a value, and another."""
    value, other = FILTERS[0][turn % 5], FILTERS[1][turn % 3]
    place = f"地区={PLACES[turn % len(PLACES)]}"
    return ask(WORDS[turn % len(WORDS)], tuple(map(parse_filter, (place, value, other))))


QUESTIONS: dict[str, Callable[[int], Query]] = {
    "words + 3 filters, first": three_filters,
    "words + 3 filters, again": three_filters,
    "words, newest": lambda turn: ask(WORDS[turn % len(WORDS)]),
    "words, relevance": lambda turn: ask(WORDS[turn % len(WORDS)], order="relevance"),
    "two words": lambda turn: ask(f"{WORDS[turn % 10]} {WORDS[(turn + 3) % 10]}"),
    "3 filters, no words": lambda turn: ask("", three_filters(turn).filters),
    "notices with such a rule": lambda turn: ask(WORDS[turn % 10], three_filters(turn).filters, grain="notice"),
    "document number": lambda turn: ask(NUMBERS[turn]),
    "everything": lambda turn: ask(),
}


def timed(store: Store, question: Callable[[int], Query]) -> tuple[list[float], int]:
    """Milliseconds of each round, and how many rows were found in all."""
    times, found = [], 0
    for turn in range(ROUNDS):
        query = question(turn)
        begin = time.perf_counter()
        found += store.search(query).total
        times.append((time.perf_counter() - begin) * 1000)
    return times, found


def scan(file: Path) -> float:
    """Median milliseconds of a `LIKE` scan for the same words."""
    db = sqlite3.connect(file)
    times = []
    for word in WORDS:
        begin = time.perf_counter()
        db.execute("SELECT count(*) FROM requirement_record WHERE record LIKE ?", (f"%{word}%",)).fetchone()
        times.append((time.perf_counter() - begin) * 1000)
    return median(times)


def main(count: int, file: Path) -> int:
    """Builds, asks, prints; the exit code."""
    if not file.exists():
        build(file, count)
    worst = 0.0
    with Store.open(file) as store:
        for name, question in QUESTIONS.items():
            times, found = timed(store, question)
            cuts = quantiles(times, n=100)
            print(f"{name:26} p50 {cuts[49]:7.1f}  p95 {cuts[94]:7.1f}  p99 {cuts[98]:7.1f} ms  {found // ROUNDS} hits")
            worst = cuts[94] if name.endswith("again") else worst
    print(f"{'LIKE scan, same words':26} p50 {scan(file):7.1f} ms")
    return int(worst > LIMIT_MS)


if __name__ == "__main__":
    arguments = sys.argv[1:]
    with tempfile.TemporaryDirectory() as scratch:
        named = Path(arguments[1]) if len(arguments) > 1 else Path(scratch) / "bench.db"
        sys.exit(main(int(arguments[0]) if arguments else 10_000, named))
