"""The command `duties`: what one unit must do, as a table, a workbook or records."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from search import labels
from search.duties import HEADINGS, Task, names_like, tasks, write_book
from search.errors import QueryError
from search.exports.lines import compact
from search.questions.query import Query
from search.storage.store import Store

DutiesFormat = Literal["table", "xlsx", "json"]


def show_duties(file: Path, unit: str, query: Query, *, format: DutiesFormat, output: Path | None) -> int:
    """Lists the tasks of a unit, its lead ones first; to a file where one is named."""
    from search.commands.schedule import print_or_write

    with Store.open(file) as store:
        found = tuple(sorted(tasks(store, unit, query), key=_rank))
        like = () if found else names_like(store, unit, query)
    if format == "json":
        told = {
            "unit": unit,
            "total": len(found),
            "tasks": [one.to_record() for one in found],
            "names_like": dict(like),
        }
        print_or_write(compact(told), output)
    elif format == "xlsx":
        _write(found, unit, output)
    else:
        _print(found, unit)
    if like:
        _suggest(unit, like)
    return 0


def _rank(task: Task) -> int:
    return [*labels.ROLES, None].index(task.role)


def _print(found: tuple[Task, ...], unit: str) -> None:
    from search.commands.terminal import console, show_rows

    counts = "，".join(
        f"{labels.ROLES.get(role or '', '未分工')} {number} 项"
        for role in (*labels.ROLES, None)
        if (number := sum(task.role == role for task in found))
    )
    console().print(f"{unit}：共 {len(found)} 项{f'（{counts}）' if counts else ''}", markup=False, soft_wrap=True)
    shares = (0, 6, 3, 4, 4, 2, 9, 5, 4, 0)
    shown = tuple((heading, share) for (heading, _), share in zip(HEADINGS, shares, strict=True))
    rows = ([str(number), *(cell or "" for cell in task.cells())] for number, task in enumerate(found, start=1))
    if found:
        show_rows(shown, rows)


def _suggest(unit: str, like: tuple[tuple[str, int], ...]) -> None:
    """Names that hold what was typed, on standard error, so that an empty table is not taken for no duty."""
    from search.commands.terminal import console

    names = "、".join(f"{name}（{number}）" for name, number in like[:_MOST])
    more = f" 等 {len(like)} 个" if len(like) > _MOST else ""
    console(errors=True).print(
        f"没有单位就叫“{unit}”；名称里含这几个字的有：{names}{more}", markup=False, soft_wrap=True
    )


_MOST = 20


def _write(found: tuple[Task, ...], unit: str, output: Path | None) -> None:
    from search.commands.terminal import console
    from search.exports.export import whole_file

    if output is None:
        raise QueryError("--format xlsx 要写成文件", "请加 -o 文件名，如 -o 责任分工表.xlsx")
    with whole_file(output) as part:
        write_book(found, part, title=f"{unit}责任分工表")
    console().print(f"{unit}：{len(found)} 项，已写入 {output}", markup=False, soft_wrap=True)
