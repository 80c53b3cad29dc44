"""The commands about force: `status`, `lineage`, `conflicts`."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from extract.resolving.status import Reason, Spell, on
from search import labels
from search.errors import QueryError
from search.exports.lines import compact, print_line
from search.lineage.kept import spans
from search.rows import NoticeRow
from search.storage.store import Store

if TYPE_CHECKING:
    from rich.tree import Tree

    from extract.records import Relation
    from search.lineage.clashes import Clash
    from search.lineage.graph import Graph

GraphFormat = Literal["tree", "dot", "svg", "json"]


def day_of(text: str) -> str | None:
    """A day as typed, in ISO; empty for today. Raises `QueryError`."""
    if not text:
        return None
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise QueryError(f"看不懂的日期“{text}”", "请写成 年-月-日，如 2022-04-19") from error


def show_force(file: Path, name: str, *, day: str, as_json: bool) -> int:
    """What was in force of a notice on a day, with the chain of reasons, where it holds, and what may replace it."""
    asked = day_of(day)
    when = asked or date.today().isoformat()
    with Store.open(file) as store:
        row = store.notice(name)
        history = store.lineage.history_of(row.notice.id)
        areas = store.lineage.areas_of(row.notice.id)
        possible = store.clashes(on=asked, notice_id=row.notice.id)
        changed = store.lineage.changes_of(row.notice.id, when)
        open_ends = store.lineage.open_about(row.notice.id)
        rules = store.requirements(row.notice.id) if changed else ()
    spell = on(history, when)
    if as_json:
        record: dict[str, Any] = {
            "notice_id": row.notice.id,
            "on": when,
            "status": spell.status,
            "reasons": [asdict(reason) for reason in spell.reasons],
            "history": [{"first": s.first or None, "last": s.last, "status": s.status} for s in history],
            "areas": [{"code": code, "name": place, "through": through} for code, place, through in areas],
            "changed": [asdict(one) for one in changed],
            "possibly_superseded": [_clash_record(one) for one in possible],
            "open": [{"relation_id": one.relation_id, "reason": one.reason} for one in open_ends],
        }
        print_line(compact(record))
        return 0
    _print_force(row, spell, history, when)
    _print_lines([f"也适用于{place}（由《{through}》转发）" for _, place, through in areas if through])
    values = {rule.requirement.id: rule.requirement.value_text or rule.requirement.action or "" for rule in rules}
    _print_lines(
        [
            f"{values[one.requirement_id]}  {labels.label(labels.STATUSES, one.status)}：{one.said}——“{one.quote}”"
            for one in changed
        ]
    )
    _print_lines([f"可能涉及（未能确认）：{one.reason}" for one in open_ends])
    _print_lines([_said(one) for one in possible])
    return 0


def _print_lines(lines: list[str]) -> None:
    from search.commands.terminal import console

    for line in lines:
        console().print(line, markup=False, soft_wrap=True)


def _print_force(row: NoticeRow, spell: Spell, history: tuple[Spell, ...], when: str) -> None:
    notice = row.notice
    head = " · ".join(filter(None, (notice.title, notice.doc_number)))
    _print_lines([head, f"{when}：{labels.label(labels.STATUSES, spell.status)}"])
    _print_lines([_reason_line(reason) for reason in spell.reasons])
    shown = [f"  {first or '最早'} 起 {labels.label(labels.STATUSES, status)}" for first, _, status in spans(history)]
    _print_lines(["全程：", *shown])


def _reason_line(reason: Reason) -> str:
    mark = "（推定，仅供参考）" if reason.suggested else ""
    quote = f"——“{reason.quote}”" if reason.quote else ""
    return f"  {reason.day or '日期不明'}  {reason.said}{mark}{quote}"


def show_lineage(file: Path, name: str, format: GraphFormat, *, day: str) -> int:
    """The notices that are linked with one, as a tree or in a format for other programs."""
    from search.lineage.graph import to_dot, to_record, to_svg

    asked = day_of(day)
    with Store.open(file) as store:
        found = store.graph(store.notice(name).notice.id, on=asked)
    if format == "tree":
        from search.commands.terminal import console

        console().print(_tree(found))
    elif format == "json":
        print_line(compact(to_record(found)))
    else:
        print_line(to_dot(found) if format == "dot" else to_svg(found))
    return 0


def _tree(found: Graph) -> Tree:
    from rich.markup import escape
    from rich.tree import Tree

    from search.lineage.graph import edge_label, node_label

    root = Tree(f"[bold]{escape(node_label(found.nodes[found.root]))}[/bold]")
    seen = {found.root}
    waiting = [(found.root, root)]
    while waiting:
        key, branch = waiting.pop(0)
        for edge in found.edges:
            if key not in (edge.source, edge.target):
                continue
            other = edge.target if edge.source == key else edge.source
            if other in seen:
                continue
            seen.add(other)
            said = f"{'→' if edge.source == key else '←'} {edge_label(edge)}"
            line = f"{said} {escape(node_label(found.nodes[other]))}\n[dim]{escape(edge.quote[:160])}[/dim]"
            waiting.append((other, branch.add(line)))
    return root


def show_conflicts(file: Path, *, place: str, day: str, as_json: bool) -> int:
    """Requirements in force together whose values differ, in a place and all below it."""
    from search.questions.gazetteer import code_of

    asked = day_of(day)
    code = code_of(place) if place else None
    with Store.open(file) as store:
        found = store.clashes(on=asked, place=code)
    if as_json:
        print_line(compact({"total": len(found), "conflicts": [_clash_record(one) for one in found]}))
        return 0
    _print_lines([_said(one) for one in found] or ["没有发现同时有效而数值不同的要求"])
    return 0


def _said(clash: Clash) -> str:
    earlier, later = clash.earlier, clash.later
    settled = _settled(clash.precedence) if clash.precedence else "前一条可能已被代替，系统不作判断"
    return (
        f"{clash.place} {earlier.subject or ''} {earlier.action or ''}："
        f"{earlier.value_text}（{earlier.notice_id}：“{earlier.evidence.quote}”）"
        f"与 {later.value_text}（{later.notice_id}：“{later.evidence.quote}”）不同；{settled}"
    )


def _settled(clause: Relation) -> str:
    said = "不一致的以其为准" if clause.scope == "conflicting" else "此前的规定不再执行"
    return f"后文写明{said}：“{clause.evidence.quote}”（请人工核对）"


def _clash_record(clash: Clash) -> dict[str, Any]:
    return {
        "place": clash.place,
        "earlier": clash.earlier.to_record(),
        "later": clash.later.to_record(),
        "precedence": None if clash.precedence is None else clash.precedence.to_record(),
    }
