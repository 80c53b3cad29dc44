"""The command `diff`: what differs between two exports."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from pathlib import Path
from typing import Literal

from search.comparison.difference import HEADINGS, Change, difference
from search.errors import QueryError
from search.exports.lines import compact

DiffFormat = Literal["table", "xlsx", "json"]


def show_difference(old: Path, new: Path, *, format: DiffFormat, output: Path | None) -> int:
    """Tells what differs; 1 where anything does, as `diff` ends."""
    from search.commands.schedule import print_or_write

    found = difference(old, new)
    if format == "json":
        print_or_write(compact({"changes": [asdict(one) for one in found], "counts": Counter(_kinds(found))}), output)
    elif format == "xlsx":
        _write(found, output)
    else:
        _print(found)
    return int(bool(found))


def _kinds(found: tuple[Change, ...]) -> list[str]:
    return [one.kind for one in found]


def _summary(found: tuple[Change, ...]) -> str:
    changed = len({one.id for one in found if one.kind == "changed"})
    counts = Counter(_kinds(found))
    return f"新增 {counts['added']} 条，删去 {counts['removed']} 条，改动 {changed} 条（{counts['changed']} 格）"


def _print(found: tuple[Change, ...]) -> None:
    from search.commands.terminal import console, show_rows

    console().print(_summary(found) if found else "两次导出相同", soft_wrap=True)
    if found:
        shares = (0, 0, 3, 8, 8, 10)
        show_rows(
            [(name, share) for (name, _), share in zip(HEADINGS, shares, strict=True)],
            (one.cells() for one in found),
        )


def _write(found: tuple[Change, ...], output: Path | None) -> None:
    from search.commands.terminal import console
    from search.exports.export import whole_file
    from search.exports.workbook import table, workbook

    if output is None:
        raise QueryError("--format xlsx 要写成文件", "请加 -o 文件名，如 -o 差别.xlsx")
    with whole_file(output) as part, workbook(part) as book:
        table(book, "差别", HEADINGS, (one.cells() for one in found))
    console().print(f"{_summary(found)}\n已写入 {output}", markup=False, soft_wrap=True)
