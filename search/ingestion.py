"""Files → store: what is unchanged is passed over, what fails is written down, and the rest goes on."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

from ingest.errors import Failure
from ingest.sources import STANDARD_INPUT, Source, find
from search.files import read
from search.storage.store import Store
from search.time_limit import TIME_LIMIT

BATCH_SECONDS = 1.0
"""How long files are gathered in one transaction: other writers wait no longer than that and one file."""
TIDY_AFTER = 500
"""Notices after which the index is worth merging."""


@dataclass(frozen=True, slots=True)
class Step:
    """One file done: read (with so many notices and requirements), unchanged, or failed."""

    uri: str
    notices: int = 0
    requirements: int = 0
    unchanged: bool = False
    failure: Failure | None = None


@dataclass(slots=True)
class Report:
    """What a run did. `gone` are files under the given paths that the store knows and that are no longer there."""

    files: int = 0
    notices: int = 0
    requirements: int = 0
    unchanged: int = 0
    failures: list[Failure] = field(default_factory=list)
    gone: tuple[str, ...] = ()

    def add(self, step: Step) -> None:
        """Counts one more file."""
        self.files += 1
        self.notices += step.notices
        self.requirements += step.requirements
        self.unchanged += step.unchanged
        if step.failure:
            self.failures.append(step.failure)

    def describe(self) -> str:
        """The run in Chinese."""
        said = [
            f"{self.files} 个文件：读入通知 {self.notices} 件、要求 {self.requirements} 条",
            f"没有改动 {self.unchanged} 个",
        ]
        said += [f"没读成 {len(self.failures)} 个"] if self.failures else []
        said += [f"原文件已不在 {len(self.gone)} 个（记录保留；要移除请加 --prune）"] if self.gone else []
        return "，".join(said)

    def to_record(self) -> dict[str, Any]:
        """The run for machines."""
        return asdict(self)


def ingest(
    store: Store,
    paths: Iterable[str | Path],
    *,
    again: bool = False,
    prune: bool = False,
    seconds: float = TIME_LIMIT,
    tell: Callable[[Step], None] = lambda step: None,
) -> Report:
    """Reads every file under `paths` into the store; `tell` hears of each as it is done.

    A file is read when its bytes or the version of the rules changed, or `again` says so. Files that vanished are
    marked, and with `prune` removed. A file that fails, or takes longer than `seconds` (0: no limit), leaves the store
    as it was, with the failure written down.
    """
    roots = [path if str(path) == STANDARD_INPUT else Path(path).absolute() for path in paths]
    report, pending = Report(), iter(find(roots))

    def done(step: Step) -> None:
        report.add(step)
        tell(step)

    def take_in(found: Source | Failure) -> Step:
        return _take_in(store, found, again=again, seconds=seconds)

    more = True
    while more:
        with store.transaction():
            more = _batch(pending, take_in, done)
    report.gone = _gone(store, [Path(root) for root in roots], prune)
    if report.notices >= TIDY_AFTER:
        store.tidy()
    return report


def _batch(
    pending: Iterator[Source | Failure], take_in: Callable[[Source | Failure], Step], done: Callable[[Step], None]
) -> bool:
    """Takes files in for a while; false once there are no more."""
    end = time.monotonic() + BATCH_SECONDS
    for found in pending:
        done(take_in(found))
        if time.monotonic() > end:
            return True
    return False


def _take_in(store: Store, found: Source | Failure, *, again: bool, seconds: float) -> Step:
    if isinstance(found, Failure):
        store.fail(found)
        return Step(found.uri, failure=found)
    made_by, sha256 = version("policy-notices"), found.sha256
    if not again and store.is_current(found.uri, sha256, read_by=made_by):
        return Step(found.uri, unchanged=True)
    readings = read(found, seconds=seconds)
    if isinstance(readings, Failure):
        store.fail(readings)
        return Step(found.uri, failure=readings)
    store.put(found.uri, sha256, readings, read_by=made_by)
    return Step(found.uri, len(readings), sum(len(reading.requirements) for reading in readings))


def _gone(store: Store, roots: list[Path], prune: bool) -> tuple[str, ...]:
    """Files of the store under the roots that are no longer there; in an archive, the archive counts."""

    def is_gone(uri: str) -> bool:
        below = any(Path(uri).is_relative_to(root) for root in roots)
        return below and Path(uri) not in roots and not Path(uri.split("!/")[0]).exists()

    read = [uri for uri, _, _ in store.sources()]
    gone = tuple(filter(is_gone, read))
    store.mark_gone(gone)
    never_read = {failure.uri for failure in store.failures()} - set(read)
    for uri in [*filter(is_gone, never_read), *(gone if prune else ())]:
        store.forget(uri)
    return gone
