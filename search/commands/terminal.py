"""How answers look in a terminal: tables, marked words, progress. Chinese is two columns wide; rich counts it so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import cast

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from extract.records import Evidence, Requirement
from ingest.errors import Failure
from search import labels
from search.errors import SearchError
from search.questions.answers import Answer, Facet, Hit, Snippet
from search.questions.fields import Field, columns
from search.rows import NoticeRow, RelationRow, RequirementRow, Row

STAGES = {"source": "找文件", "read": "读取", "extract": "提取"}
_NARROW = 80
"""A terminal that is no terminal (a pipe, a file) is given this many columns at least twice."""


def console(*, errors: bool = False) -> Console:
    """The terminal, or standard error; where the output goes to a file or a pipe it is wide enough for a table."""
    found = Console(stderr=errors, highlight=False)
    return found if found.is_terminal else Console(stderr=errors, highlight=False, width=max(found.width, 2 * _NARROW))


def complain(error: SearchError) -> None:
    """An error in one sentence, with what to do."""
    console(errors=True).print(f"[red]{escape(error.found)}[/red]；{escape(error.advice)}", soft_wrap=True)


class _Rate(ProgressColumn):
    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text(f"{speed:.1f} {task.fields['unit']}/秒" if speed else "")


@contextmanager
def progress(said: str, total: int | None, *, unit: str, shown: bool = True) -> Iterator[Progress]:
    """A bar with count, rate and time left on standard error; none where that is no terminal."""
    screen = Console(stderr=True)
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        _Rate(),
        TextColumn("剩余"),
        TimeRemainingColumn(),
        console=screen,
        transient=True,
        disable=not (shown and screen.is_terminal),
    )
    with bar:
        bar.add_task(said, total=total, unit=unit)
        yield bar


def advanced(rows: Iterable[Row], bar: Progress) -> Iterator[Row]:
    """The rows as they come, counted on the bar."""
    for row in rows:
        yield row
        bar.advance(bar.task_ids[0])


def held(counts: Mapping[str, int]) -> str:
    """What a store holds, in Chinese."""
    said = "库中现有通知 {notice} 件、要求 {requirement} 条、关系 {relation} 条，来自 {source} 个文件"
    return f"{said.format(**counts)}（一件通知有几份文件的，只记一次）"


def marked(snippet: Snippet) -> Text:
    """A snippet with its words in bold."""
    text = Text(snippet.text)
    for start, end in snippet.marks:
        text.stylize("bold yellow", start, end)
    return text


def show_answer(answer: Answer) -> None:
    """The question as understood, how many there are, the page as a table, the counts."""
    screen = console()
    query = answer.query
    screen.print(escape(query.describe()))
    last = query.offset + len(answer.hits)
    screen.print(
        f"共 [bold]{answer.total}[/bold] 条" + (f"，这里是第 {query.offset + 1}—{last} 条" if answer.hits else "")
    )
    if answer.uncompared:
        others = f"另有 {answer.uncompared} 条以别的单位（月、工作日等）表示，未作比较"
        screen.print(f"[dim]{others}；加 --convert 可按确定的范围比较[/dim]")
    if answer.hits:
        screen.print(_HIT_TABLES[query.grain](answer.hits))
    for facet in filter(lambda facet: facet.counts, answer.facets):
        screen.print(_counts(facet), soft_wrap=True)


def _counts(facet: Facet) -> Text:
    text = Text(f"{facet.field.label}：", style="dim")
    return text.append("  ".join(f"{count.label} {count.hits}" for count in facet.counts))


def grid(*headings: tuple[str, int]) -> Table:
    """An empty table; a heading's number is its share of the width, 0 for as wide as needed."""
    table = Table(show_lines=False, header_style="bold", expand=True, pad_edge=False)
    for heading, ratio in headings:
        table.add_column(heading, ratio=ratio or None, no_wrap=not ratio, overflow="fold")
    return table


def _requirement_hits(hits: tuple[Hit, ...]) -> Table:
    table = grid(("类别", 0), ("数值", 3), ("对象 / 措施", 6), ("原文依据", 12), ("通知", 7))
    for hit in hits:
        row = cast(RequirementRow, hit.row)
        shown = _proof(row.requirement.evidence, marked(hit.snippet))
        table.add_row(*_cells(row), shown, _named(row.notice))
    return table


def _cells(row: RequirementRow) -> tuple[str, str, str]:
    found = row.requirement
    value = escape(found.value_text or "") + (f"\n[dim]{escape(found.value)}[/dim]" if found.value else "")
    done = "：".join(filter(None, (_force(found), found.action)))
    parts = (found.subject, done, "、".join(found.responsible) and f"责任：{'、'.join(found.responsible)}")
    return str(labels.label(labels.KINDS, found.kind)), value, escape("\n".join(filter(None, parts)))


def _force(found: Requirement) -> str:
    """`禁止`, `可以`: said in front of the act, so that a day before which nothing may be done is not read as one by
    which it must; what must be done needs no word."""
    return "" if found.modality == "must" else labels.MODALITIES[found.modality]


def _proof(evidence: Evidence, shown: Text) -> Text:
    """The words that prove a record, with their page or line in the source."""
    at = f"第{evidence.page}页" if evidence.page else f"第{evidence.line}行" if evidence.line else ""
    return shown.append(f"（{at}）", style="dim") if at else shown


def _named(row: NoticeRow) -> str:
    notice = row.notice
    about = (notice.doc_number, notice.signed_on or notice.published_on, f"编号 {notice.id}")
    return f"{escape(notice.title or '（无标题）')}\n[dim]{escape(' · '.join(filter(None, about)))}[/dim]"


def _notice_hits(hits: tuple[Hit, ...]) -> Table:
    table = grid(("日期", 0), ("通知", 8), ("发文机关", 4), ("要求", 0), ("文中", 9))
    for hit in hits:
        row = cast(NoticeRow, hit.row)
        notice = row.notice
        day = notice.signed_on or notice.published_on or ""
        issuers = escape("、".join(notice.issuers))
        table.add_row(day, _named(row), issuers, str(row.requirements), marked(hit.snippet))
    return table


def _relation_hits(hits: tuple[Hit, ...]) -> Table:
    table = grid(("通知", 6), ("关系", 0), ("所指通知", 6), ("原文依据", 10))
    for hit in hits:
        row = cast(RelationRow, hit.row)
        table.add_row(_named(row.notice), *_relation_cells(row), _proof(row.relation.evidence, marked(hit.snippet)))
    return table


def _relation_cells(row: RelationRow) -> tuple[str, str]:
    relation, target = row.relation, row.relation.target
    named = "\n".join(filter(None, (target.title, target.doc_number, target.description)))
    return str(labels.label(labels.RELATIONS, relation.relation)), escape(named)


_HIT_TABLES = {"requirement": _requirement_hits, "notice": _notice_hits, "relation": _relation_hits}


def show_notice(row: NoticeRow, requirements: Iterable[RequirementRow], relations: Iterable[RelationRow]) -> None:
    """A notice: what is known of it, what it requires, what it and others say of each other."""
    screen = console()
    about = Table.grid(padding=(0, 2))
    for column in columns("notice"):
        value = column.value(row)
        if value not in (None, ""):
            about.add_row(Text(column.label, style="dim"), Text(str(value)))
    screen.print(about)
    show_requirements(requirements)
    show_relations(row, relations)


def show_requirements(requirements: Iterable[RequirementRow]) -> None:
    """The requirements of one notice, clause by clause."""
    table = grid(("条款", 0), ("类别", 0), ("数值", 3), ("对象 / 措施", 7), ("条件 / 起算", 4), ("原文依据", 12))
    for row in requirements:
        found = row.requirement
        when = escape("\n".join(filter(None, (found.condition, found.trigger))))
        table.add_row(
            escape(found.clause or ""), *_cells(row), when, _proof(found.evidence, Text(found.evidence.quote))
        )
    console().print(table if table.row_count else "没有读出要求")


def show_relations(row: NoticeRow, relations: Iterable[RelationRow]) -> None:
    """What the notice says of others, then what others say of it."""
    table = grid(("谁说", 6), ("关系", 0), ("所指通知", 6), ("原文依据", 10))
    for relation in relations:
        proof = relation.relation.evidence
        speaker = "本通知" if relation.notice.notice.id == row.notice.id else _named(relation.notice)
        table.add_row(speaker, *_relation_cells(relation), _proof(proof, Text(proof.quote)))
    if table.row_count:
        console().print(table)


def show_failures(failures: Iterable[Failure]) -> None:
    """Each file that was not read: where, at which stage, why, what to do; files with the same fault stand together."""
    table = grid(("文件", 6), ("环节", 0), ("原因", 6), ("怎么办", 6))
    files: defaultdict[tuple[str, str, str], list[str]] = defaultdict(list)
    for failure in failures:
        files[failure.stage, failure.reason, failure.advice].append(failure.uri)
    for (stage, reason, advice), uris in files.items():
        table.add_row(escape("\n".join(uris)), STAGES.get(stage, stage), escape(reason), escape(advice))
    if table.row_count:
        console(errors=True).print(table)


def show_rows(headings: Sequence[tuple[str, int]], rows: Iterable[Sequence[str]]) -> None:
    """A plain table; a heading's number is its share of the width, 0 for as wide as needed."""
    table = grid(*headings)
    for row in rows:
        table.add_row(*map(escape, row))
    console().print(table)


def show_fields(fields: Iterable[Field]) -> None:
    """The fields that can be asked, with their other names."""
    table = grid(("字段", 0), ("英文名和别名", 4), ("含义", 10))
    for field in fields:
        table.add_row(field.label, "、".join((field.name, *field.aliases)), escape(field.about))
    console().print(table)
