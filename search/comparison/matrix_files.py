"""A table of places as files: XLSX for officers, one self-contained page of HTML; and how its cells read."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Any

from search import labels
from search.comparison.compare import UPPER, Cell, Matrix
from search.comparison.points import Point
from search.errors import SearchError
from search.exports.workbook import fitting, workbook
from search.questions.gazetteer import name_of

EMPTY = {"nothing": "该地未检出此项", "not_held": "库中无该地通知"}
"""Notices are held and nothing was found; no notice is held."""


def heading(found: Matrix, place: str) -> str:
    """The heading of a place's column."""
    return f"{name_of(place)}（对照）" if place == found.baseline else name_of(place)


def point_text(point: Point, *, dated: bool = False) -> str:
    """A value with its words, its notice and its doubts; without a status where it is `dated` by the days it held."""
    through = f"（由{point.through.name()}转发）" if point.through else ""
    doubts = f"\n注意：{'；'.join(point.doubts)}" if point.doubts else ""
    status = "" if dated else f" {labels.STATUSES[point.status]}"
    rule = point.requirement
    return f"{rule.value_text}〔{rule.value}〕\n“{rule.evidence.quote}”\n{point.source.name()}{through}{status}{doubts}"


def cell_text(cell: Cell) -> str:
    """All that a cell says."""
    if cell.state != "values":
        return EMPTY[cell.state]
    several = ["（同时有效的数值不一致，均列出）"] if cell.disagrees else []
    return "\n".join([*_judged(cell), *several, *map(point_text, cell.points)])


def _judged(cell: Cell) -> list[str]:
    judgement = cell.judgement
    if judgement is None:
        return []
    hint = "（对象、条件或起算点的限定不同，仅供参考）" if judgement.qualified else ""
    against = "、".join(dict.fromkeys(f"{point.requirement.value_text}" for point in judgement.against))
    return [f"【{labels.ORDERS[judgement.order]}】{judgement.reason}{hint}；对照：{against}"]


def about(found: Matrix) -> list[tuple[str, str]]:
    """What the table shows, and how to read it."""
    baseline = {None: "无", UPPER: "各地自己的上级（就近的一级）"}.get(found.baseline) or name_of(str(found.baseline))
    left = f"，只列出各地共有最多的{len(found.rows)}行" if found.topics > len(found.rows) else ""
    return [
        ("日期", f"{found.day}当日有效的规定；效力未定的也列出并注明"),
        ("范围", found.asked.describe() or "全部"),
        ("行数", f"{found.topics}{left}"),
        ("对照", baseline),
        ("数值", "〔〕内为规范值；一格中有几个数值的全部列出，系统不作取舍"),
        *((said, about) for said, about in labels.ORDERS_SAID.items()),
        (EMPTY["nothing"], "库中有该地的通知，但没有读出这一项；不等于该地没有规定"),
        (EMPTY["not_held"], "库中没有该地的任何通知，无从比较"),
    ]


_COLOURS = {"stricter": "#F8D7DA", "looser": "#D4EDDA", "different": "#FFF3CD", "inexact": "#FFF3CD"}


def write_xlsx(found: Matrix, path: Path) -> None:
    """Writes the table with a sheet that explains it; raises `SearchError` where the file cannot be written."""
    try:
        with workbook(path, lean=False) as book:
            _sheet(book, found)
            _explain(book, found)
    except OSError as error:
        raise SearchError(
            f"“{path}”写不进去（{error}）", "请核对文件夹和权限；文件若在 Excel 里开着，请先关闭"
        ) from error


def _sheet(book: Any, found: Matrix) -> None:
    sheet = book.add_worksheet("对照表")
    bold = book.add_format({"bold": True, "bg_color": "#DDE8F3", "bottom": 1, "text_wrap": True, "valign": "top"})
    base = {"text_wrap": True, "valign": "top"}
    formats = {order: book.add_format(base | {"bg_color": colour}) for order, colour in _COLOURS.items()}
    wrapped = book.add_format(base)
    sheet.freeze_panes(1, 3)
    sheet.set_column(0, 2, 16)
    sheet.set_column(3, 2 + len(found.places), 44)
    for index, said in enumerate(("对象", "措施", "类别", *(heading(found, place) for place in found.places))):
        sheet.write_string(0, index, said, bold)
    for number, row in enumerate(found.rows, start=1):
        for index, said in enumerate(row.topic.names()):
            sheet.write_string(number, index, said, wrapped)
        for index, cell in enumerate(row.cells, start=3):
            look = formats.get(cell.judgement.order, wrapped) if cell.judgement else wrapped
            sheet.write_string(number, index, fitting(cell_text(cell)), look)
    sheet.autofilter(0, 0, len(found.rows), 2 + len(found.places))


def _explain(book: Any, found: Matrix) -> None:
    sheet = book.add_worksheet("说明")
    sheet.set_column(0, 0, 20)
    sheet.set_column(1, 1, 80)
    for number, (name, said) in enumerate(about(found)):
        sheet.write_string(number, 0, name)
        sheet.write_string(number, 1, said)


_STYLE = (
    "body{font-family:sans-serif;margin:1.5em}table{border-collapse:collapse}"
    "th,td{border:1px solid #bbb;padding:.4em;vertical-align:top;white-space:pre-wrap;min-width:8em}"
    "th{background:#dde8f3;position:sticky;top:0}"
)


def write_html(found: Matrix, path: Path) -> None:
    """Writes the table as one page that needs nothing else; raises `SearchError` where it cannot be written."""
    try:
        path.write_text(html(found), encoding="utf-8")
    except OSError as error:
        raise SearchError(f"“{path}”写不进去（{error.strerror}）", "请核对文件夹和权限") from error


def html(found: Matrix) -> str:
    """The table as a page."""
    heads = "".join(
        f"<th>{escape(said)}</th>" for said in ("对象", "措施", "类别", *(heading(found, p) for p in found.places))
    )
    rows = "".join(_html_row(row.topic.names(), row.cells) for row in found.rows)
    notes = "".join(f"<dt>{escape(name)}</dt><dd>{escape(said)}</dd>" for name, said in about(found))
    return (
        f'<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><title>各地规定对照表</title><style>{_STYLE}</style>'
        f"<h1>各地规定对照表（{found.day}）</h1><table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
        f"<h2>说明</h2><dl>{notes}</dl></html>\n"
    )


def _html_row(names: tuple[str, ...], cells: tuple[Cell, ...]) -> str:
    said = "".join(f"<td>{escape(name)}</td>" for name in names)
    return f"<tr>{said}{''.join(map(_html_cell, cells))}</tr>"


def _html_cell(cell: Cell) -> str:
    colour = _COLOURS.get(cell.judgement.order) if cell.judgement else None
    style = f' style="background:{colour}"' if colour else ""
    return f"<td{style}>{escape(cell_text(cell))}</td>"
