"""The commands that lay out and check: `schedule`, `check`, `duties`, `diff`. Each imports what it needs as it runs."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from search.commands.options import (
    DEFAULT_STORE,
    Kinds,
    Modalities,
    On,
    Output,
    Places,
    Statuses,
    StoreFile,
    Wheres,
    Words,
    Years,
    filters,
)


class PlanFormat(StrEnum):
    """How `schedule` answers."""

    table = "table"
    ics = "ics"
    json = "json"
    xlsx = "xlsx"


class CheckFormat(StrEnum):
    """How `check` answers."""

    table = "table"
    json = "json"


class ReportFormat(StrEnum):
    """How `duties` and `diff` answer."""

    table = "table"
    xlsx = "xlsx"
    json = "json"


Names = Annotated[
    list[str], typer.Argument(help="文件， 或库中的通知编号、 发文字号", metavar="通知...", show_default=False)
]


def schedule(
    notices: Names,
    start: Annotated[str, typer.Option("--start", help="起始日： 年-月-日", metavar="日期", show_default=False)],
    subject: Annotated[
        str, typer.Option("--subject", help="对象， 写其中的字即可", metavar="对象", show_default=False)
    ] = "",
    format: Annotated[
        PlanFormat, typer.Option("--format", "-f", help="table、 ics、 json 或 xlsx", metavar="格式")
    ] = PlanFormat.table,
    output: Output = None,
    store: StoreFile = DEFAULT_STORE,
) -> int:
    """从某一天起的日程：阶段、检测日、时限，逐行附原文依据。"""
    from search.commands.schedule import show_schedule

    return show_schedule(notices, store, start=start, subject=subject, format=format.value, output=output)


def check(
    notices: Names,
    format: Annotated[
        CheckFormat, typer.Option("--format", "-f", help="table 或 json", metavar="格式")
    ] = CheckFormat.table,
    store: StoreFile = DEFAULT_STORE,
) -> int:
    """通知自身前后不一的数字：逐条列出两处原文，不作取舍。

    退出码：0 没有发现，1 有发现。
    """
    from search.commands.schedule import show_check

    return show_check(notices, store, as_json=format is CheckFormat.json)


def duties(
    unit: Annotated[
        str,
        typer.Option("--unit", help="单位： 简称、 全称均可； 市、 省等层级计入", metavar="单位", show_default=False),
    ],
    words: Words = [],  # noqa: B006 - typer reads the default and never changes it
    where: Wheres = [],  # noqa: B006 - typer reads the default and never changes it
    place: Places = "",
    kind: Kinds = "",
    year: Years = "",
    modality: Modalities = "",
    status: Statuses = "",
    on: On = "",
    format: Annotated[
        ReportFormat, typer.Option("--format", "-f", help="table、 xlsx 或 json", metavar="格式")
    ] = ReportFormat.table,
    output: Output = None,
    store: StoreFile = DEFAULT_STORE,
) -> int:
    """一个单位要做的事：牵头、配合、责任分列，可存为责任分工表。"""
    from search.commands.duties import show_duties
    from search.commands.lineage import day_of
    from search.questions.query import ask

    conditions = filters(where, place=place, kind=kind, year=year, modality=modality, status=status)
    return show_duties(store, unit, ask(" ".join(words), conditions, on=day_of(on)), format=format.value, output=output)


def diff(
    old: Annotated[Path, typer.Argument(help="先前的导出文件", metavar="旧文件", show_default=False)],
    new: Annotated[Path, typer.Argument(help="后来的导出文件", metavar="新文件", show_default=False)],
    format: Annotated[
        ReportFormat, typer.Option("--format", "-f", help="table、 xlsx 或 json", metavar="格式")
    ] = ReportFormat.table,
    output: Output = None,
) -> int:
    """两次导出（CSV、XLSX、JSONL）相差在哪里：新增、删去、改动的格子。

    退出码：0 相同，1 有差别，2 命令写法有误。
    """
    from search.commands.diff import show_difference

    return show_difference(old, new, format=format.value, output=output)


COMMANDS = (schedule, check, duties, diff)
