"""`notices demo`: the packaged notices into a fresh store, a search, a table, and exports to look at."""

from __future__ import annotations

from pathlib import Path

from search.commands.terminal import console, held, progress, show_answer, show_failures
from search.corpus_files import notices
from search.exports.export import Format, export
from search.ingestion import Report, ingest
from search.questions.fields import Grain
from search.questions.query import Query, ask, parse_filter
from search.storage.store import Store

QUESTIONS = (
    ("隔离", ("期限>=14天",)),
    ("", ("检测日~7",)),
    ("报告", ("时限<=24小时",)),
)
"""What a newcomer sees answered: words with a length, test days, and a deadline."""


def demonstrate(folder: Path) -> int:
    """Runs the demonstration in `folder`; returns 1 where a packaged notice could not be read."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "notices.db"
    for old in (file, *(file.with_name(file.name + end) for end in ("-wal", "-shm"))):
        old.unlink(missing_ok=True)
    screen = console()
    with Store.open(file, create=True) as store:
        report = _read(store)
        screen.print(
            f"[bold]一、读入[/bold] {report.describe()}\n{held(store.counts())}\n库文件：{file}", soft_wrap=True
        )
        show_failures(report.failures)
        for number, query in zip("二三四", map(_question, QUESTIONS), strict=False):
            screen.print(f"\n[bold]{number}、检索[/bold]")
            show_answer(store.search(query))
        screen.print("\n[bold]五、导出[/bold]（全部记录；XLSX 附列说明与来源文件）")
        for path, rows in _exports(store, folder):
            screen.print(f"{path}：{rows} 条", markup=False, soft_wrap=True)
        screen.print(f"\n接着试：notices search 核酸检测 --store {file}", markup=False, soft_wrap=True)
    return int(bool(report.failures))


def _read(store: Store) -> Report:
    files = notices()
    with progress("读入示例通知", len(files), unit="件") as bar:
        return ingest(store, files, tell=lambda step: bar.advance(bar.task_ids[0]))


def _question(asked: tuple[str, tuple[str, ...]]) -> Query:
    text, filters = asked
    return ask(text, tuple(map(parse_filter, filters)), limit=5)


def _exports(store: Store, folder: Path) -> list[tuple[Path, int]]:
    """Every record type as a workbook, the requirements in every format that needs no extra."""
    wanted: list[tuple[Grain, Format]] = [("requirement", name) for name in ("csv", "xlsx", "jsonl", "ics")]
    wanted += [("notice", "xlsx"), ("relation", "xlsx")]
    return [_exported(store, folder, grain, name) for grain, name in wanted]


def _exported(store: Store, folder: Path, grain: Grain, name: Format) -> tuple[Path, int]:
    query = ask(grain=grain)
    done = export(store.rows(query), folder / f"{grain}s.{name}", grain=grain, format=name, asked=query.describe())
    return done.path, done.rows
