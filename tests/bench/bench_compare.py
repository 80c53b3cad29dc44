"""Rules of places side by side in a large store: `python tests/bench/bench_compare.py [--notices N] [--store FILE]`.

N (100,000) notices that are made up, of 200 cities and their provinces, ten rules each, in runs of five editions of
which each repeals the one before it. Told: the matrix of ten places, the deviations of one, changes, a history; each
beside the time of one scan of all rules. Ends with 1 where the matrix or the changes of a month take over 300 ms.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from statistics import median

from extract.records import Evidence, Relation, Requirement, Target, record_id
from extract.vocabulary import coded
from ingest.notice import Block, Jurisdiction, Notice, SourceInfo
from search.changes import changes
from search.compare import UPPER, deviations, matrix
from search.history import history
from search.points import Asked
from search.reading import Reading
from search.store import Store

LIMIT_MS = 300.0
CITIES = [f"{11 + index % 20}{1 + index // 20:02d}00" for index in range(200)]
PLACES = [*CITIES, *(f"{province}0000" for province in range(11, 31))]
SUBJECTS = ("密切接触者", "入境人员", "小微企业", "施工许可", "补贴对象", "个体工商户", "食堂从业人员", "纳税人")
ACTIONS = ("集中隔离", "核酸检测", "办结", "补贴", "培训", "检查", "公示")
START = date(2012, 1, 1)


def made(count: int) -> Iterator[Reading]:
    """`count` notices, the places in turn; a place's next edition repeals its last."""
    return (one(index // len(PLACES), index % len(PLACES), count // len(PLACES)) for index in range(count))


def one(edition: int, at: int, editions: int) -> Reading:
    """One edition of a place, with ten rules."""
    place, name = PLACES[at], record_id(at, edition)
    day = (START + timedelta(days=4000 * edition // max(1, editions) + at % 9)).isoformat()
    rules = tuple(_rule(name, number, edition, at) for number in range(10))
    text = f"关于做好第{at}号地区第{edition}版工作的通知\n" + "\n".join(rule.evidence.quote for rule in rules)
    notice = Notice(
        id=name, text=text, blocks=(Block(text),), source=SourceInfo(f"{name}.txt", "text/plain", name),
        title=text.split("\n")[0], doc_number=f"第{at}办〔{day[:4]}〕{edition}号", issuers=("某市政府",),
        jurisdiction=Jurisdiction(place, "某市", "prefecture"), signed_on=day, effective_from=day,
    )  # fmt: skip
    before = (START + timedelta(days=4000 * (edition - 1) // max(1, editions) + at % 9)).isoformat()
    target = Target(f"第{at}办〔{before[:4]}〕{edition - 1}号")
    repeal = Relation(record_id(name, "x"), name, "repeals", target, Evidence("同时废止", 0, 4))
    return Reading(notice, rules, (repeal,) if edition % 5 else ())


def _rule(name: str, number: int, edition: int, at: int) -> Requirement:
    subject = SUBJECTS[(number + edition) % len(SUBJECTS)] if number < 8 else f"第{number}类第{at % 50}种设施"
    action, value = ACTIONS[(number + at % 3) % len(ACTIONS)], f"P{1 + (number + edition + at) % 20}D"
    quote = f"对{subject}{action}{value}"
    return coded(
        Requirement(
            record_id(name, number),
            name,
            "duration",
            value,
            value,
            Evidence(quote, 0, 0),
            subject=subject,
            action=action,
        )
    )


def timed(act: Callable[[], object], *, times: int = 7) -> float:
    """The median time of an act in milliseconds."""
    spent = []
    for _ in range(times):
        start = time.perf_counter()
        act()
        spent.append(time.perf_counter() - start)
    return 1000 * median(spent)


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
                with store.transaction():
                    for reading in made(arguments.notices):
                        store.put(reading.notice.source.uri, reading.notice.id, [reading])
                store.tidy()
        with Store.open(path) as store:
            sys.exit(tell(store))


def tell(store: Store) -> int:
    """Prints what each question takes; 1 where one is too slow."""
    on, ten = "2022-06-01", CITIES[:10]
    scan = timed(lambda: store._db.execute("SELECT count(*) FROM requirement WHERE low + 0 > 5").fetchone())
    asked = {
        "matrix of ten places": lambda: matrix(store.points(on=on), ten),
        "matrix against the upper levels": lambda: matrix(store.points(on=on), ten, baseline=UPPER),
        "deviations of one": lambda: deviations(store.points(on=on), ten[0]),
        "changes of a month": lambda: changes(store.points(), since="2022-05-01", until="2022-05-31"),
        "changes of a year": lambda: changes(store.points(), since="2021-06-01", until="2022-05-31"),
        "history of a rule": lambda: history(store.points(), ten[0], asked=Asked("密切接触者", "集中隔离")),
    }
    times = {name: timed(act) for name, act in asked.items()}
    print(f"one scan of all rules: {scan:.1f} ms")
    for name, spent in times.items():
        print(f"{name}: {spent:.1f} ms, {spent / scan:.2f} of the scan")
    return int(max(times["matrix of ten places"], times["changes of a month"]) > LIMIT_MS)


if __name__ == "__main__":
    main()
