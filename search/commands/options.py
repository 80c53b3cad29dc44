"""The options that the commands share, and the conditions that those which narrow a search become."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from search.questions.query import Filter

DEFAULT_STORE = Path("notices.db")
StoreFile = Annotated[Path, typer.Option("--store", "-s", help="库文件", metavar="文件", envvar="NOTICES_STORE")]
Output = Annotated[Path | None, typer.Option("--output", "-o", help="写到哪个文件", metavar="文件", show_default=False)]
Json = Annotated[bool, typer.Option("--json", help="输出 JSON， 供程序使用")]
_WORDS = "检索词： 空格为“且”， | 为“或”， 前加 - 为“不含”， 引号内照原样； 也可写发文字号和条件 （期限>=14天）"
Words = Annotated[list[str], typer.Argument(help=_WORDS, metavar="检索词", show_default=False)]
_WHERE = "筛选条件， 可多次使用： 期限>=14天 检测日~7 时限<=24小时； 字段见 notices fields"
Wheres = Annotated[list[str], typer.Option("--where", "-w", help=_WHERE, metavar="条件", show_default=False)]
Places = Annotated[
    str, typer.Option("--place", help="地区及其下级： 名称或行政区划代码", metavar="地区", show_default=False)
]
Kinds = Annotated[str, typer.Option("--kind", help="类别， 如 期限、 时限、 频次", metavar="类别", show_default=False)]
Years = Annotated[str, typer.Option("--year", help="年份", metavar="年", show_default=False)]
Units = Annotated[str, typer.Option("--unit", help="责任单位， 写其中的字即可", metavar="单位", show_default=False)]
Modalities = Annotated[
    str,
    typer.Option("--modality", help="效力用语： 必须、 禁止、 应尽量、 可以", metavar="用语", show_default=False),
]
_CONVERT = "比较时长时， 把月和工作日 按确定无疑的范围折算 （1个月为28至31天）"
Convert = Annotated[bool, typer.Option("--convert", help=_CONVERT)]
On = Annotated[str, typer.Option("--on", help="哪一天 （默认今天）： 年-月-日", metavar="日期", show_default=False)]
_STATUS = "效力 （要求按其自身）， 如 有效、 部分被代替、 已废止、 已失效、 未定"
Statuses = Annotated[str, typer.Option("--status", help=_STATUS, metavar="效力", show_default=False)]


def filters(where: list[str], **named: str) -> tuple[Filter, ...]:
    """The conditions of `--where` and of the options that name a field."""
    from search.questions.query import condition, field_named, parse_filter

    short = [(field_named(name), text) for name, text in named.items() if text]
    conditions = [condition(field, "~" if field.form == "text" else "=", text) for field, text in short]
    return (*map(parse_filter, where), *conditions)
