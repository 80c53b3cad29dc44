"""What `compare`, `deviations`, `history` and `changes` show: tables, files, and records for machines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from extract.resolving.status import AFTER
from search import labels
from search.commands.lineage import day_of
from search.comparison.changes import Report, changes
from search.comparison.compare import ROWS, UPPER, Cell, Judgement, Matrix, deviations, matrix
from search.comparison.history import Stretch, Track, history
from search.comparison.matrix_files import write_html, write_xlsx
from search.comparison.points import Asked, Point, Topic
from search.errors import QueryError
from search.exports.lines import compact, print_line
from search.questions.force import today
from search.questions.gazetteer import code_of, name_of
from search.storage.store import Store

Limits = tuple[str, str, str]
"""Subject, measure and kind, as typed."""


def asked_for(limits: Limits) -> Asked:
    """The limits of a question; raises `QueryError` for a kind that is none."""
    subject, measure, kind = limits
    codes = {said: code for code, said in labels.KINDS.items()} | {code: code for code in labels.KINDS}
    codes |= {short: code for code, said in labels.KINDS.items() for short in said.split("/")}
    if kind and kind not in codes:
        raise QueryError(f"没有“{kind}”这个类别", f"可以是：{'、'.join(labels.KINDS.values())}")
    return Asked(subject, measure, codes.get(kind, ""))


def show_matrix(
    file: Path, places: list[str], limits: Limits, *, baseline: str, day: str, format: str, output: Path | None
) -> int:
    """Shows or writes the table of these places."""
    if format in ("xlsx", "html") and output is None:
        raise QueryError(f"{format} 要写到文件里", "请加 -o 文件名")
    against = baseline if baseline in ("", UPPER) else code_of(baseline)
    with Store.open(file) as store:
        points = store.points(on=day_of(day))
        found = matrix(points, [code_of(one) for one in places], asked=asked_for(limits), baseline=against or None)
    if format == "xlsx" and output:
        write_xlsx(found, output)
    elif format == "html" and output:
        write_html(found, output)
    elif format == "json":
        _give(compact(matrix_record(found)), output)
    else:
        _show_table(found)
    return 0


def _give(text: str, output: Path | None) -> None:
    if output:
        output.write_text(text + "\n", encoding="utf-8")
    else:
        print_line(text)


def _show_table(found: Matrix) -> None:
    from rich.markup import escape

    from search.commands.terminal import console, grid
    from search.comparison.matrix_files import cell_text, heading

    table = grid(("对象", 3), ("措施", 2), ("类别", 0), *((heading(found, place), 6) for place in found.places))
    for row in found.rows:
        table.add_row(*map(escape, (*row.topic.names(), *(cell_text(cell) for cell in row.cells))))
    console().print(table)
    more = (
        f"另有{found.topics - len(found.rows)}行未列出，请用 --subject、--measure 缩小范围"
        if found.topics > ROWS
        else ""
    )
    console().print(f"{found.day}有效的规定，共{found.topics}行。{more}", markup=False)


def _topic_record(topic: Topic) -> dict[str, str]:
    subject, action, _ = topic.names()
    return asdict(topic) | {"subject_label": subject, "action_label": action}


def point_record(point: Point) -> dict[str, Any]:
    """A value with its proof, for machines."""
    return {
        "requirement": point.requirement.to_record(),
        "notice": asdict(point.source),
        "through": None if point.through is None else asdict(point.through),
        "status": point.status,
        "doubts": list(point.doubts),
    }


def _judgement_record(judgement: Judgement | None) -> dict[str, Any] | None:
    if judgement is None:
        return None
    return {
        "order": judgement.order,
        "reason": judgement.reason,
        "qualified": judgement.qualified,
        "against": [point_record(point) for point in judgement.against],
    }


def matrix_record(found: Matrix) -> dict[str, Any]:
    """The table for machines."""
    return {
        "on": found.day,
        "places": [{"code": code, "name": name_of(code)} for code in found.places],
        "baseline": found.baseline,
        "topics": found.topics,
        "rows": [
            _topic_record(row.topic) | {"cells": [_cell_record(cell) for cell in row.cells]} for row in found.rows
        ],
    }


def _cell_record(cell: Cell) -> dict[str, Any]:
    return {
        "place": cell.place,
        "state": cell.state,
        "disagrees": cell.disagrees,
        "values": [point_record(point) for point in cell.points],
        "judgement": _judgement_record(cell.judgement),
    }


def show_deviations(file: Path, place: str, limits: Limits, *, day: str, as_json: bool) -> int:
    """Shows where a place differs from the levels above it."""
    with Store.open(file) as store:
        found = deviations(store.points(on=day_of(day)), code_of(place), asked=asked_for(limits))
    if as_json:
        records = [
            _topic_record(one.local.topic)
            | {"order": one.order, "reason": one.reason, "qualified": one.qualified}
            | {"local": point_record(one.local), "upper": point_record(one.upper)}
            for one in found.listed
        ]
        day = day_of(day) or today()
        print_line(compact({"place": code_of(place), "on": day, "total": found.total, "deviations": records}))
        return 0
    hint = {True: "（限定不同，仅供参考）", False: ""}
    _table(
        (("对象/措施/类别", 3), ("宽严", 2), ("本地", 5), ("上级", 5)),
        [
            ("\n".join(one.local.topic.names()), f"{labels.ORDERS[one.order]}{hint[one.qualified]}\n{one.reason}",
             _said(one.local), f"{name_of(one.upper.place)} {_said(one.upper)}")
            for one in found.listed
        ],
        "没有发现与上级不同之处（只比较库中当日有效、对象和措施相同的规定）",
    )  # fmt: skip
    if found.total > len(found.listed):
        print_line(f"共{found.total}处不同，只列出{len(found.listed)}处；请用 --subject、--measure、--kind 缩小范围")
    return 0


def _said(point: Point, *, dated: bool = False) -> str:
    from search.comparison.matrix_files import point_text

    return point_text(point, dated=dated)


def _table(headings: Iterable[tuple[str, int]], rows: Sequence[tuple[str, ...]], nothing: str) -> None:
    from rich.markup import escape

    from search.commands.terminal import console, grid

    table = grid(*headings)
    for row in rows:
        table.add_row(*map(escape, row))
    console().print(table if rows else nothing)


def show_history(file: Path, place: str, limits: Limits, *, format: str, output: Path | None) -> int:
    """Shows how values moved through time."""
    from search.comparison.step_chart import svg

    with Store.open(file) as store:
        found = history(store.points(), code_of(place), asked=asked_for(limits))
    if format == "svg":
        _give(svg(found), output)
    elif format == "json":
        _give(compact({"place": code_of(place), "tracks": [_track_record(track) for track in found]}), output)
    else:
        rows = [("\n".join(track.topic.names()), *_stretch(one)) for track in found for one in track.stretches]
        headings = (("对象/措施/类别", 3), ("自", 0), ("至", 0), ("数值与依据", 8), ("因何而止", 4))
        _table(headings, rows, "没有找到这样的规定")
    return 0


def _stretch(one: Stretch) -> tuple[str, str, str, str]:
    """From the first day to the last one, both within."""
    last = "" if one.last == AFTER else (date.fromisoformat(one.last) - timedelta(days=1)).isoformat()
    return one.first or "最早", last, _said(one.point, dated=True), one.ended or ""


def _track_record(track: Track) -> dict[str, Any]:
    stretches = [
        {"first": one.first or None, "last": None if one.last == AFTER else one.last, "ended": one.ended}
        | {"ended_by": None if one.ended_by is None else asdict(one.ended_by)}
        | {"value": one.point.requirement.value, **point_record(one.point)}
        | {"status": None}
        for one in track.stretches
    ]
    return _topic_record(track.topic) | {"stretches": stretches}


def show_changes(file: Path, *, since: str, until: str, place: str, as_json: bool) -> int:
    """Shows which values changed between two days."""
    first, last = day_of(since) or today(), day_of(until) or today()
    with Store.open(file) as store:
        report = changes(store.points(on=last), since=first, until=last, place=code_of(place) if place else "")
    if as_json:
        records = [
            _topic_record(one.topic)
            | {"day": one.day, "place": one.place, "by": [asdict(source) for source in one.by]}
            | {"said": list(one.said)}
            | {"before": [point_record(p) for p in one.before], "after": [point_record(p) for p in one.after]}
            for one in report.changes
        ]
        print_line(compact({"since": report.since, "until": last, "cut": report.cut, "changes": records}))
        return 0
    rows = [
        (one.day, name_of(one.place), "\n".join(one.topic.names()), _values(one.before), _values(one.after),
         "\n".join((*(source.name() for source in one.by), *one.said)))
        for one in report.changes
    ]  # fmt: skip
    headings = (("日期", 0), ("地区", 2), ("对象/措施/类别", 4), ("原为", 3), ("改为", 3), ("依据", 5))
    _table(headings, rows, "这段时间没有数值变化")
    if report.cut:
        print_line(_earlier(report))
    return 0


def _earlier(report: Report) -> str:
    """Where the list ends, and how to see what lies before it."""
    before = (date.fromisoformat(report.since) - timedelta(days=1)).isoformat()
    return (
        f"变化较多，以上只列到{report.since}（含当日），共{len(report.changes)}处；更早的请加 --until {before} 再查，"
        "或用 --place 缩小范围"
    )


def _values(points: tuple[Point, ...]) -> str:
    return "、".join(dict.fromkeys(str(point.requirement.value_text) for point in points)) or "（无）"
