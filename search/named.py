"""What a command was given by name: files that are read now, or notices of the store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from extract.records import Requirement
from ingest.errors import Failure
from ingest.notice import Notice
from search.errors import SearchError


@dataclass(frozen=True, slots=True)
class Named:
    """One notice with its requirements."""

    notice: Notice
    requirements: tuple[Requirement, ...]


def named(names: list[str], store: Path) -> Iterator[Named]:
    """The notices of each name, in order: those in the file of that name, else the one of the store.

    Raises `SearchError` for a file that cannot be read, `StoreError` for what is neither a file nor in the store.
    """
    for name in names:
        yield from _in_file(name) if Path(name).is_file() else _in_store(name, store)


def _in_file(name: str) -> Iterator[Named]:
    from ingest.sources import find
    from search.files import read

    for found in find([name]):
        readings = found if isinstance(found, Failure) else read(found)
        if isinstance(readings, Failure):
            raise SearchError(f"“{readings.uri}”没读成（{readings.reason}）", readings.advice)
        yield from (Named(reading.notice, reading.requirements) for reading in readings)


def _in_store(name: str, file: Path) -> Iterator[Named]:
    from search.storage.store import Store

    with Store.open(file) as store:
        row = store.notice(name)
        yield Named(row.notice, tuple(rule.requirement for rule in store.requirements(row.notice.id)))
