"""Status and lineage in a large store: `python tests/bench/bench_lineage.py [--notices 100000] [--store FILE]`.

Notices that are made up: chains in which each edition repeals the one before it, among notices that cite what is not
in the store. Told: the status of one, adding one at the start and at the end and replacing one against a small store
(the cost must not grow), a search by status, the conflicts of a place.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from extract.records import Evidence, Relation, Requirement, Target, record_id
from ingest.notice import Block, Jurisdiction, Notice, SourceInfo
from search.questions.query import ask, condition, field_named
from search.reading import Reading
from search.storage.store import Store

EDITIONS = 5


def number(chain: int, edition: int) -> str:
    return f"甲府办〔{2010 + edition * 2}〕{chain}号"


def made(count: int) -> Iterator[Reading]:
    """`count` notices: chains of five editions, each repealing the one before."""
    for index in range(count):
        yield one(index // EDITIONS, index % EDITIONS)


def one(chain: int, edition: int) -> Reading:
    """One edition of a chain, with one rule."""
    day = f"{2010 + edition * 2}-05-01"
    title = f"关于做好第{chain}类设施安全检查工作的通知（{2010 + edition * 2}年版）"
    name, place = record_id(chain, edition), f"{11 + chain % 20}0{1 + chain % 9}00"
    quote = f"第{chain}类设施的管理单位应当每{edition + 3}天检查1次。"
    text = f"{title}\n{quote}\n" + "各单位要加强领导，落实责任。" * 20
    notice = Notice(
        id=name, text=text, blocks=(Block(text),), source=SourceInfo(f"{name}.txt", "text/plain", name), title=title,
        doc_number=number(chain, edition), doc_type="通知", issuers=("某市应急管理局",),
        jurisdiction=Jurisdiction(place, "某市", "prefecture"), signed_on=day, effective_from=day,
    )  # fmt: skip
    rule = Requirement(
        record_id(name, "r"), name, "frequency", f"1/P{edition + 3}D", None, Evidence(quote, len(title) + 1, 0),
        subject=f"第{chain}类设施的管理单位", action="检查",
    )  # fmt: skip
    before = [("repeals", number(chain, edition - 1))] if edition else []
    said = [*before, ("implements", f"甲发〔2009〕{chain % 500}号")]
    relations = tuple(
        Relation(record_id(name, target), name, kind, Target(target), Evidence("同时废止", 0, 4))  # type: ignore[arg-type]
        for kind, target in said
    )
    return Reading(notice, (rule,), relations)


def timed(act: Callable[[], object], *, times: int = 20) -> float:
    """The median time of an act in milliseconds."""
    spent = []
    for _ in range(times):
        start = time.perf_counter()
        act()
        spent.append(time.perf_counter() - start)
    return 1000 * median(spent)


def fill(store: Store, count: int) -> None:
    """Puts the notices in; tells what one costs among the first and among the last thousand."""
    start, marks = time.perf_counter(), [0.0]
    with store.transaction():
        for index, reading in enumerate(made(count), start=1):
            store.put(reading.notice.source.uri, reading.notice.source.sha256, [reading])
            if index % 1000 == 0:
                marks.append(time.perf_counter() - start)
    if len(marks) > 2:
        print(f"adding one: first thousand {marks[1]:.2f} ms, last thousand {marks[-1] - marks[-2]:.2f} ms")


SMALL = 5_000
"""Notices of the store to which replacing one is compared."""


def replacing(store: Store, count: int) -> float:
    """What it costs to replace one notice of a store of `count`, in milliseconds, without the disk's part."""
    again = one(count // EDITIONS // 2, 1)
    with store.transaction():
        return timed(lambda: store.put(again.notice.source.uri, "x", [again]))


def in_small_store(folder: Path) -> float:
    """What replacing costs in a store of `SMALL` notices."""
    with Store.open(folder / "small.db", create=True) as store:
        fill(store, SMALL)
        store.tidy()
        return replacing(store, SMALL)


def main() -> None:
    """Fills a store and prints the times."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--notices", type=int, default=100_000)
    parser.add_argument("--store", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = arguments.store or Path(folder) / "bench.db"
        with Store.open(path, create=True) as store:
            if not store.counts()["notice"]:
                fill(store, arguments.notices)
                store.tidy()
            chain = arguments.notices // EDITIONS // 2
            name = record_id(chain, 1)
            print(f"history of one: {timed(lambda: store.lineage.history_of(name)):.2f} ms")
            print(f"clashes of one: {timed(lambda: store.clashes(notice_id=name)):.2f} ms")
            print(f"graph of one: {timed(lambda: store.graph(name)):.2f} ms")
            again, small = replacing(store, arguments.notices), in_small_store(Path(folder))
            print(f"replacing one: {again:.2f} ms, {again / small:.2f} of what it costs among {SMALL}")
            repealed = (condition(field_named("status"), "=", "repealed"),)
            query = ask("安全检查", repealed, grain="notice", on="2015-01-01")
            print(f"search by status: {timed(lambda: store.search(query), times=3):.0f} ms")
            print(f"conflicts of a province: {timed(lambda: store.clashes(place='110000'), times=3):.0f} ms")
            print(f"conflicts everywhere: {timed(lambda: store.clashes(), times=3):.0f} ms")


if __name__ == "__main__":
    main()
