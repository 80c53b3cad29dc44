"""The commands on single notices: `schedule` and `check`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Literal

from search import labels
from search.commands.lineage import day_of
from search.errors import QueryError
from search.exports.lines import compact, print_line
from search.named import named
from search.schedule import CHECK_HEADINGS, HEADINGS, Entry, entries, events, reports

PlanFormat = Literal["table", "ics", "json", "xlsx"]


def show_schedule(
    names: list[str], store: Path, *, start: str, subject: str, format: PlanFormat, output: Path | None
) -> int:
    """Lays out what the notices require from a day on; on the screen, or in a file where one is named."""
    asked = day_of(start)
    if asked is None:
        raise QueryError("没有起始日", "请写 --start 年-月-日，如 --start 2021-02-01")
    day = date.fromisoformat(asked)
    notices = list(named(names, store))
    found = entries(notices, day, subject=subject)
    about = f"日程：{subject or '全部对象'}，自{day.isoformat()}起"
    if format == "table":
        _print_plan(found, about)
    elif format == "json":
        record = {"start": day.isoformat(), "subject": subject or None, "counting": labels.COUNTING}
        print_or_write(compact(record | {"lines": [one.to_record() for one in found]}), output)
    else:
        _write(found, _named_file(output, format), format, about)
    return 0


def _print_plan(found: tuple[Entry, ...], about: str) -> None:
    from search.commands.terminal import console, show_rows

    console().print(f"{about}\n{labels.COUNTING}", markup=False, soft_wrap=True)
    shown = ("日期", 0), ("事项", 0), ("内容", 5), ("对象 / 条件", 6), ("原文依据", 10), ("备注", 6)
    show_rows(shown, map(_plan_cells, found))


def _plan_cells(entry: Entry) -> tuple[str, ...]:
    line, rule = entry.line, entry.line.requirement
    first, last = (day.isoformat() if day else "未定" for day in (line.first, line.last))
    named = "\n".join(filter(None, (line.subject or rule.subject, rule.condition)))
    content = "\n".join(filter(None, (line.name, rule.value_text)))
    return (
        first if first == last else f"{first}\n{last}", entry.what, content, named, rule.evidence.quote,
        "；".join(entry.remarks),
    )  # fmt: skip


def _named_file(output: Path | None, format: str) -> Path:
    if output is None:
        raise QueryError(f"--format {format} 要写成文件", f"请加 -o 文件名，如 -o 日程.{format}")
    return output


def _write(found: tuple[Entry, ...], output: Path, format: PlanFormat, about: str) -> None:
    from search.commands.terminal import console
    from search.exports.calendar_file import calendar
    from search.exports.export import whole_file
    from search.exports.workbook import table, workbook

    with whole_file(output) as part:
        if format == "ics":
            part.write_bytes(calendar(events(found), name=about))
        else:
            with workbook(part) as book:
                table(book, "日程", HEADINGS, (one.cells() for one in found))
                table(book, "说明", (("项目", 14), ("内容", 100)), (("日程", about), ("计日", labels.COUNTING)))
    undated = len(found) - len(events(found)) if format == "ics" else 0
    left = f"（另有 {undated} 条没有确定日期，未写入日历）" if undated else ""
    console().print(f"{about}\n已写入 {output}{left}", markup=False, soft_wrap=True)


def print_or_write(line: str, output: Path | None) -> None:
    """One line on standard output, or in a file where one is named."""
    from search.exports.export import whole_file

    if output is None:
        print_line(line)
        return
    with whole_file(output) as part:
        part.write_text(line + "\n", encoding="utf-8")


def show_check(names: list[str], store: Path, *, as_json: bool) -> int:
    """What the notices say against themselves; 1 where there is something."""
    from search.commands.terminal import console, show_rows

    notices = list(named(names, store))
    found = reports(notices)
    if as_json:
        print_line(compact({"notices": len(notices), "findings": [one.to_record() for one in found]}))
    elif found:
        shares = (4, 4, 8, 8, 4)
        shown = tuple((name, share) for (name, _), share in zip(CHECK_HEADINGS, shares, strict=True))
        show_rows(shown, ([cell or "" for cell in one.cells()] for one in found))
    else:
        console().print(f"查了 {len(notices)} 件通知，没有发现前后不一的数字", soft_wrap=True)
    return int(bool(found))
