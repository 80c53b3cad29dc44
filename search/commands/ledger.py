"""The command `ledger`: its arguments; `search.commands.ledgers` does the work and is imported when it is called."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from search.commands.options import DEFAULT_STORE, StoreFile


class LedgerFormat(StrEnum):
    """How `ledger` prints."""

    table = "table"
    jsonl = "jsonl"


_NAMES = "文件， “-” 为标准输入， 或库中的通知编号、 发文字号"
_ON = "相对日期 （明天、近三年） 从哪一天算起 （默认公文的日期）： 年-月-日"
Names = Annotated[list[str], typer.Argument(help=_NAMES, metavar="通知...", show_default=False)]
On = Annotated[str, typer.Option("--on", help=_ON, metavar="日期", show_default=False)]
Format = Annotated[LedgerFormat, typer.Option("--format", "-f", help="table 或 jsonl", metavar="格式")]


def ledger(names: Names, on: On = "", format: Format = LedgerFormat.table, store: StoreFile = DEFAULT_STORE) -> int:
    """数字台账：每个数字归了哪条要求，或为什么不归。"""
    from search.commands.ledgers import print_ledgers
    from search.commands.lineage import day_of

    return print_ledgers(names, store, day=day_of(on), as_lines=format is LedgerFormat.jsonl)


COMMANDS = (ledger,)
