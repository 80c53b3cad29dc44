"""The command `ledger`: its arguments; `search.ledgers` does the work and is imported when it is called."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class LedgerFormat(StrEnum):
    """How `ledger` prints."""

    table = "table"
    jsonl = "jsonl"


_NAMES = "文件、文件夹或压缩包； “-” 为标准输入； 也可写库中通知的编号或发文字号"
_ON = "相对日期 （明天、近三年） 从哪一天算起 （默认公文的日期）： 年-月-日"
Names = Annotated[list[str], typer.Argument(help=_NAMES, metavar="文件或通知...", show_default=False)]
On = Annotated[str, typer.Option("--on", help=_ON, metavar="日期", show_default=False)]
Format = Annotated[LedgerFormat, typer.Option("--format", "-f", help="table 或 jsonl", metavar="格式")]
StoreFile = Annotated[Path, typer.Option("--store", "-s", help="库文件", metavar="文件", envvar="NOTICES_STORE")]


def ledger(
    names: Names, on: On = "", format: Format = LedgerFormat.table, store: StoreFile = Path("notices.db")
) -> int:
    """数字台账：每个数字归了哪条要求，或为什么不归。"""
    from search.cli_lineage import day_of
    from search.ledgers import print_ledgers

    return print_ledgers(names, store, day=day_of(on), as_lines=format is LedgerFormat.jsonl)
