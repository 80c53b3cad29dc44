"""The command `notices`: each sub-command calls one function of the library and shows what it gives back.

Nothing but the command line library and the table of fields is imported here; each command imports what it needs, so
that help is instant and no search waits for a segmenter.
"""

from __future__ import annotations

import os
import sys
from copy import copy
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ingest import patterns
from search.commands import compare, ledger, plan
from search.commands.chinese import Command, Group, said
from search.commands.exits import READ, SOME_FAILED, WRONG_CALL
from search.commands.options import (
    DEFAULT_STORE,
    Convert,
    Json,
    Kinds,
    Modalities,
    On,
    Places,
    Statuses,
    StoreFile,
    Units,
    Wheres,
    Words,
    Years,
    filters,
)
from search.errors import QueryError, SearchError, StoreError
from search.time_limit import TIME_LIMIT

if TYPE_CHECKING:
    from search.questions.fields import Grain
    from search.questions.query import Order

app = typer.Typer(
    cls=Group,
    add_completion=False,
    invoke_without_command=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"]},
    help="公文通知的读取、检索与导出：每个数字都附原文依据。",
)


class Of(StrEnum):
    """What is looked for or exported."""

    requirements = "requirements"
    notices = "notices"
    relations = "relations"

    @property
    def grain(self) -> Grain:
        """The record type."""
        grains: dict[str, Grain] = {"requirements": "requirement", "notices": "notice", "relations": "relation"}
        return grains[self.value]


class TableFormat(StrEnum):
    """How `extract` prints."""

    jsonl = "jsonl"
    table = "table"


class FileFormat(StrEnum):
    """What `export` writes."""

    csv = "csv"
    xlsx = "xlsx"
    jsonl = "jsonl"
    parquet = "parquet"
    ics = "ics"


class GraphFormat(StrEnum):
    """How `lineage` prints."""

    tree = "tree"
    dot = "dot"
    svg = "svg"
    json = "json"


class Sort(StrEnum):
    """Which hit comes first."""

    newest = "newest"
    relevance = "relevance"

    @property
    def order(self) -> Order:
        """The order of the query."""
        return "newest" if self is Sort.newest else "relevance"


Files = Annotated[
    list[str],
    typer.Argument(help="文件、文件夹或压缩包； “-” 为标准输入", metavar="文件...", show_default=False),
]
Seconds = Annotated[float, typer.Option("--time-limit", help="每个文件最多读多少秒； 0 为不限", metavar="秒", min=0)]


def main() -> None:
    """Runs the command and leaves with its exit code; errors are one Chinese sentence on standard error.

    A reader that closes the pipe (`| head`) ends it quietly.
    """
    try:
        code = run(sys.argv[1:])
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = SOME_FAILED
    patterns.keep()
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """Runs the command with these arguments; returns the exit code."""
    try:
        return int(_with_called(arguments)(arguments, prog_name="notices", standalone_mode=False) or READ)
    except (QueryError, StoreError) as error:
        return _complain(error, WRONG_CALL)
    except SearchError as error:
        return _complain(error, SOME_FAILED)
    except typer.Abort:
        return _complain(SearchError("已中断", "已完成的部分都在库中，重新运行即可接着做"), SOME_FAILED)
    except typer.TyperException as error:
        return _complain(QueryError(said(error), "请用 notices --help 或 notices 命令 --help 查看用法"), WRONG_CALL)


def _with_called(arguments: list[str]) -> typer.Typer:
    """The application with no more than the command that is called, for typer builds the options of each one it has."""
    called = [one for one in app.registered_commands if one.callback and [one.callback.__name__] == arguments[:1]]
    lean = copy(app)
    lean.registered_commands = called or app.registered_commands
    return lean


def _complain(error: SearchError, code: int) -> int:
    from search.commands.terminal import complain

    complain(error)
    return code


@app.callback()
def _without_command(context: typer.Context) -> None:
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


@app.command(cls=Command)
def extract(
    files: Files,
    format: Annotated[
        TableFormat, typer.Option("--format", "-f", help="jsonl 或 table", metavar="格式")
    ] = TableFormat.table,
    seconds: Seconds = TIME_LIMIT,
) -> int:
    """读文件，直接给出要求（不入库）。"""
    from search.commands.files import extract_files

    return extract_files(files, as_lines=format is TableFormat.jsonl, seconds=seconds)


@app.command(cls=Command)
def ingest(
    paths: Files,
    store: StoreFile = DEFAULT_STORE,
    again: Annotated[bool, typer.Option("--again", help="没有改动的文件也重读")] = False,
    prune: Annotated[bool, typer.Option("--prune", help="原文件已不在的，从库中移除")] = False,
    seconds: Seconds = TIME_LIMIT,
    json: Json = False,
) -> int:
    """把文件导入库中；没有改动的跳过，读不了的逐一列出。

    退出码：0 全部读入，1 有文件没读成（其余已入库），2 命令写法有误。
    """
    from search.commands.files import ingest_files

    return ingest_files(paths, store, again=again, prune=prune, seconds=seconds, as_json=json)


@app.command(cls=Command)
def search(
    words: Words = [],  # noqa: B006 - typer reads the default and never changes it
    of: Annotated[
        Of, typer.Option("--of", help="找 requirements 要求、 notices 通知 还是 relations 关系", metavar="类型")
    ] = Of.requirements,
    where: Wheres = [],  # noqa: B006 - typer reads the default and never changes it
    place: Places = "",
    kind: Kinds = "",
    year: Years = "",
    unit: Units = "",
    modality: Modalities = "",
    status: Statuses = "",
    on: On = "",
    sort: Annotated[
        Sort, typer.Option("--sort", help="newest 最新在前； relevance 最相关在前 （限最新的5000条内）", metavar="次序")
    ] = Sort.newest,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, max=1000, help="显示几条", metavar="数")] = 20,
    offset: Annotated[int, typer.Option("--offset", min=0, help="从第几条之后开始", metavar="数")] = 0,
    convert: Convert = False,
    store: StoreFile = DEFAULT_STORE,
    json: Json = False,
) -> int:
    """检索要求、通知或关系，可加各种筛选。"""
    from search.commands.lineage import day_of
    from search.commands.store import search_store
    from search.questions.query import ask

    conditions = filters(where, place=place, kind=kind, year=year, responsible=unit, modality=modality, status=status)
    query = ask(
        " ".join(words),
        conditions,
        grain=of.grain,
        order=sort.order,
        limit=limit,
        offset=offset,
        convert=convert,
        on=day_of(on),
    )
    return search_store(store, query, as_json=json)


@app.command(cls=Command)
def show(
    notice: Annotated[str, typer.Argument(help="通知编号或发文字号", metavar="通知", show_default=False)],
    keywords: Annotated[bool, typer.Option("--keywords", help="另列关键词（要多等一秒多）")] = False,
    store: StoreFile = DEFAULT_STORE,
    json: Json = False,
) -> int:
    """看一件通知：基本信息、要求、与其他通知的关系。"""
    from search.commands.store import show_notice

    return show_notice(store, notice, with_keywords=keywords, as_json=json)


@app.command(cls=Command)
def export(
    of: Annotated[
        Of,
        typer.Argument(help="requirements 要求、 notices 通知 或 relations 关系", metavar="类型", show_default=False),
    ],
    format: Annotated[
        FileFormat,
        typer.Option("--format", "-f", help="csv、 xlsx、 jsonl、 parquet 或 ics", metavar="格式", show_default=False),
    ],
    output: Annotated[Path, typer.Option("--output", "-o", help="写到哪个文件", metavar="文件", show_default=False)],
    words: Annotated[
        str, typer.Option("--words", help="检索词， 写法同 search", metavar="检索词", show_default=False)
    ] = "",
    where: Wheres = [],  # noqa: B006 - typer reads the default and never changes it
    place: Places = "",
    kind: Kinds = "",
    year: Years = "",
    unit: Units = "",
    modality: Modalities = "",
    status: Statuses = "",
    on: On = "",
    convert: Convert = False,
    store: StoreFile = DEFAULT_STORE,
    json: Json = False,
) -> int:
    """按筛选条件导出全部结果（不设上限），格式见 --format。"""
    from search.commands.lineage import day_of
    from search.commands.store import export_store
    from search.questions.query import ask

    conditions = filters(where, place=place, kind=kind, year=year, responsible=unit, modality=modality, status=status)
    query = ask(words, conditions, grain=of.grain, convert=convert, on=day_of(on))
    return export_store(store, query, output, format.value, as_json=json)


@app.command(cls=Command)
def suggest(
    word: Annotated[str, typer.Argument(help="词的开头或其中一部分", metavar="词", show_default=False)],
    store: StoreFile = DEFAULT_STORE,
    limit: Annotated[int, typer.Option("--limit", "-n", min=1, max=100, help="显示几个", metavar="数")] = 10,
    json: Json = False,
) -> int:
    """库里常用的词：输入一部分，给出可检索的词。"""
    from search.commands.store import suggest_words

    return suggest_words(store, word, limit=limit, as_json=json)


@app.command(cls=Command)
def status(
    notice: Annotated[str, typer.Argument(help="通知编号或发文字号", metavar="通知", show_default=False)],
    on: On = "",
    store: StoreFile = DEFAULT_STORE,
    json: Json = False,
) -> int:
    """一件通知在某一天是否有效，依据是什么。"""
    from search.commands.lineage import show_force

    return show_force(store, notice, day=on, as_json=json)


@app.command(cls=Command)
def lineage(
    notice: Annotated[str, typer.Argument(help="通知编号或发文字号", metavar="通知", show_default=False)],
    format: Annotated[
        GraphFormat, typer.Option("--format", "-f", help="tree、 dot、 svg 或 json", metavar="格式")
    ] = GraphFormat.tree,
    on: On = "",
    store: StoreFile = DEFAULT_STORE,
) -> int:
    """一件通知的来龙去脉：废止、代替、修改、转发了谁，又被谁。"""
    from search.commands.lineage import show_lineage

    return show_lineage(store, notice, format.value, day=on)


@app.command(cls=Command)
def conflicts(
    place: Places = "",
    on: On = "",
    store: StoreFile = DEFAULT_STORE,
    json: Json = False,
) -> int:
    """同一地区、同一对象和措施，同时有效而数值不同的要求。"""
    from search.commands.lineage import show_conflicts

    return show_conflicts(store, place=place, day=on, as_json=json)


@app.command(cls=Command)
def stock(store: StoreFile = DEFAULT_STORE, json: Json = False) -> int:
    """库里有多少记录、哪些文件没读成、哪些原文件已不在。"""
    from search.commands.store import show_status

    return show_status(store, as_json=json)


@app.command(cls=Command)
def fields() -> int:
    """可以用来筛选的字段、比较符和写法。"""
    from search.commands.store import show_filters

    return show_filters()


@app.command(cls=Command)
def rules() -> int:
    """打印规则手册：每类要求怎样认、怎样写。"""
    from search.commands.files import show_rules

    return show_rules()


@app.command(cls=Command)
def demo(
    output: Annotated[Path, typer.Option("--output", "-o", help="放在哪个文件夹", metavar="文件夹")] = Path(
        "demo-output"
    ),
) -> int:
    """演示：读入随附的示例通知，检索、列表、导出。"""
    from search.commands.demo import demonstrate

    return demonstrate(output)


for _command in (*compare.COMMANDS, *ledger.COMMANDS, *plan.COMMANDS):
    app.command(cls=Command)(_command)
