"""The commands that read files: `extract`, `ingest` and the rule book."""

from __future__ import annotations

import os
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

from ingest.errors import Failure
from ingest.sources import find
from search.commands.exits import READ, SOME_FAILED
from search.exports.lines import compact, lines, print_line
from search.files import read
from search.reading import Reading


def extract_files(paths: list[str], *, as_lines: bool, seconds: float) -> int:
    """Prints what each file says, failures on standard error; 1 where a file could not be read."""

    failures = []
    for found in find(paths):
        readings = found if isinstance(found, Failure) else read(found, seconds=seconds)
        if isinstance(readings, Failure):
            failures.append(readings)
        elif as_lines:
            for line in lines(readings):
                print_line(line)
        else:
            _print_tables(readings)
    return _ended(failures)


def _print_tables(readings: tuple[Reading, ...]) -> None:
    from search.commands.terminal import show_notice
    from search.rows import NoticeRow, RelationRow, RequirementRow

    for reading in readings:
        row = NoticeRow(reading.notice, uris=(reading.notice.source.uri,), requirements=len(reading.requirements))
        requirements = [RequirementRow(record, row) for record in reading.requirements]
        show_notice(row, requirements, [RelationRow(record, row) for record in reading.relations])


def _ended(failures: list[Failure]) -> int:
    """Lists the failures; the exit code."""
    if not failures:
        return READ
    from search.commands.terminal import show_failures

    show_failures(failures)
    return SOME_FAILED


def ingest_files(paths: list[str], file: Path, *, again: bool, prune: bool, seconds: float, as_json: bool) -> int:
    """Reads the files into the store and says what was done."""
    from search.commands.terminal import console, held, progress
    from search.ingestion import ingest
    from search.storage.store import Store

    with (
        Store.open(file, create=True) as store,
        progress("导入", count_files(paths), unit="件", shown=not as_json) as bar,
    ):
        report = ingest(
            store, paths, again=again, prune=prune, seconds=seconds, tell=lambda step: bar.advance(bar.task_ids[0])
        )
        counts = store.counts()
    if as_json:
        print_line(compact(report.to_record() | {"stored": counts}))
    else:
        console().print(f"{report.describe()}\n{held(counts)}", soft_wrap=True)
    return _ended([] if as_json else report.failures) or int(bool(report.failures))


def count_files(paths: Iterable[str]) -> int:
    """How many files lie under the paths, quickly and without opening one: the length of a progress bar."""
    return sum(sum(len(names) for _, _, names in os.walk(path)) if Path(path).is_dir() else 1 for path in paths)


def show_rules() -> int:
    """Prints the rule book, which the rules themselves write."""
    from rich.markdown import Markdown

    from search.commands.terminal import console

    rulebook = import_module("extract.rulebook")
    console().print(Markdown(rulebook.text()))
    return 0
