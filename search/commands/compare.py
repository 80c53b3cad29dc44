"""The commands that set rules side by side: `compare`, `deviations`, `history`, `changes`."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from search.commands.options import DEFAULT_STORE, Json, On, Output, Places, StoreFile


class CompareFormat(StrEnum):
    """How `compare` answers."""

    table = "table"
    xlsx = "xlsx"
    html = "html"
    json = "json"


class HistoryFormat(StrEnum):
    """How `history` answers."""

    table = "table"
    svg = "svg"
    json = "json"


Columns = Annotated[
    list[str], typer.Option("--place", help="地区， 一列一处， 可多次使用", metavar="地区", show_default=False)
]
Subject = Annotated[str, typer.Option("--subject", help="对象， 如 密切接触者", metavar="对象", show_default=False)]
Measure = Annotated[str, typer.Option("--measure", help="措施， 如 集中隔离", metavar="措施", show_default=False)]
Kind = Annotated[str, typer.Option("--kind", help="类别， 如 期限、 时限", metavar="类别", show_default=False)]
_BASELINE = "以谁为对照： 某个地区， 或 upper （各地自己的上级）"
_FORMAT = "table、 xlsx、 html 或 json"


def compare(
    place: Columns,
    subject: Subject = "",
    measure: Measure = "",
    kind: Kind = "",
    baseline: Annotated[str, typer.Option("--baseline", help=_BASELINE, metavar="对照", show_default=False)] = "",
    format: Annotated[
        CompareFormat, typer.Option("--format", "-f", help=_FORMAT, metavar="格式")
    ] = CompareFormat.table,
    output: Output = None,
    on: On = "",
    store: StoreFile = DEFAULT_STORE,
) -> int:
    """几个地区的同一规定并排对照：数值、原文、通知，谁严谁宽。"""
    from search.commands.comparing import show_matrix

    asked = (subject, measure, kind)
    return show_matrix(store, place, asked, baseline=baseline, day=on, format=format.value, output=output)


def deviations(
    place: Annotated[str, typer.Argument(help="地区", metavar="地区", show_default=False)],
    subject: Subject = "",
    measure: Measure = "",
    kind: Kind = "",
    on: On = "",
    store: StoreFile = DEFAULT_STORE,
    json: Json = False,
) -> int:
    """某地比上级当日有效的规定更严（层层加码）或更宽之处。"""
    from search.commands.comparing import show_deviations

    return show_deviations(store, place, (subject, measure, kind), day=on, as_json=json)


def history(
    place: Annotated[str, typer.Option("--place", help="地区", metavar="地区", show_default=False)],
    subject: Subject = "",
    measure: Measure = "",
    kind: Kind = "",
    format: Annotated[
        HistoryFormat, typer.Option("--format", "-f", help="table、 svg 或 json", metavar="格式")
    ] = HistoryFormat.table,
    output: Output = None,
    store: StoreFile = DEFAULT_STORE,
) -> int:
    """某地一项规定的数值沿革：何时起、何时止、由哪件通知定、被谁改。"""
    from search.commands.comparing import show_history

    return show_history(store, place, (subject, measure, kind), format=format.value, output=output)


def changes(
    since: Annotated[str, typer.Option("--since", help="从哪天起： 年-月-日", metavar="日期", show_default=False)],
    until: Annotated[
        str, typer.Option("--until", help="到哪天止 （默认今天）", metavar="日期", show_default=False)
    ] = "",
    place: Places = "",
    store: StoreFile = DEFAULT_STORE,
    json: Json = False,
) -> int:
    """某天以来哪些数值变了：从多少到多少、在哪里、依据哪件通知。"""
    from search.commands.comparing import show_changes

    return show_changes(store, since=since, until=until, place=place, as_json=json)


COMMANDS = (compare, deviations, history, changes)
