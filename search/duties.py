"""What one unit must do: each requirement that names it, with its part (牵头, 配合, 责任), as a table of tasks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from extract.agencies import same, spellings
from extract.records import Role
from search import labels
from search.exports.workbook import write
from search.questions.fields import Cell
from search.questions.query import Query, condition, field_named
from search.rows import RequirementRow
from search.storage.store import Store

HEADINGS = (
    ("序号", 6), ("任务/要求", 40), ("牵头单位", 20), ("配合单位", 24), ("责任单位", 24), ("时限", 14),
    ("依据（原文）", 56), ("来源通知", 32), ("文号", 22), ("效力", 10),
)  # fmt: skip
"""The columns of a table of tasks (责任分工表) with their widths in characters."""


@dataclass(frozen=True, slots=True)
class Task:
    """One requirement of a unit; `role` is the unit's own part, `None` where the text tells none."""

    row: RequirementRow
    unit: str
    role: Role | None

    def cells(self) -> tuple[str | None, ...]:
        """The cells under `HEADINGS` without the number; units whose part is not told stand as responsible."""
        rule, notice = self.row.requirement, self.row.notice.notice
        told = (rule.units("lead"), rule.units("joint"), rule.units("responsible") + rule.units(None))
        return (
            _task(self), *("、".join(units) or None for units in told),
            rule.value_text if rule.kind in ("deadline", "schedule", "frequency") else None,
            rule.evidence.quote, notice.title, notice.doc_number, labels.STATUSES[self.row.status],
        )  # fmt: skip

    def to_record(self) -> dict[str, Any]:
        """The task for machines."""
        notice = self.row.notice.notice
        about = {"id": notice.id, "title": notice.title, "doc_number": notice.doc_number}
        return {"unit": self.unit, "role": self.role, "requirement": self.row.to_record(), "notice": about}


def _task(task: Task) -> str:
    """The act, with its number where that is no time: 检查（不低于50%）."""
    rule = task.row.requirement
    act = rule.action or rule.evidence.quote
    number = rule.value_text if rule.kind in ("threshold", "count", "duration", "window", "interval") else None
    return f"{act}（{number}）" if number and number not in act else act


def tasks(store: Store, unit: str, query: Query) -> Iterator[Task]:
    """The requirements that a query finds and that name the unit, in any spelling of its name, newest notice first.

    Raises `QueryError` where the unit's name is too short to be looked up.
    """
    seen: set[str] = set()
    for words in spellings(unit):
        named = condition(field_named("responsible"), "~", words)
        for row in store.rows(replace(query, filters=(*query.filters, named))):
            if isinstance(row, RequirementRow) and row.requirement.id not in seen and (task := _task_of(row, unit)):
                seen.add(row.requirement.id)
                yield task


def names_like(store: Store, words: str, query: Query) -> tuple[tuple[str, int], ...]:
    """(name, number of requirements) of the units whose names hold the words, the most often named first.

    Raises `QueryError` where the words are too short to be looked up.
    """
    named = condition(field_named("responsible"), "~", words)
    rows = store.rows(replace(query, filters=(*query.filters, named)))
    units = (name for row in rows if isinstance(row, RequirementRow) for name in row.requirement.responsible)
    return tuple(Counter(name for name in units if words in name).most_common())


def _task_of(row: RequirementRow, unit: str) -> Task | None:
    rule, place = row.requirement, row.notice.notice.jurisdiction
    roles = rule.roles or (None,) * len(rule.responsible)
    for name, role in zip(rule.responsible, roles, strict=True):
        if same(unit, name, place=place.name if place else None):
            return Task(row, name, role)
    return None


def write_book(found: tuple[Task, ...], path: Path, *, title: str) -> None:
    """The tasks as a workbook to be printed: landscape, one page wide, title merged, heading on each page."""
    from search.exports.workbook import workbook

    with workbook(path, lean=False) as book:
        sheet = book.add_worksheet("责任分工表")
        _print_form(sheet)
        last = len(HEADINGS) - 1
        font = {"font_name": "宋体", "text_wrap": True, "valign": "vcenter", "border": 1}
        big = {"font_name": "黑体", "font_size": 18, "align": "center", "valign": "vcenter"}
        sheet.merge_range(0, 0, 0, last, title, book.add_format(big))
        sheet.set_row(0, 34)
        bold = book.add_format({**font, "font_name": "黑体", "align": "center", "bg_color": "#E7EEF7"})
        for column, (heading, width) in enumerate(HEADINGS):
            sheet.set_column(column, column, width)
            sheet.write_string(1, column, heading, bold)
        plain = book.add_format(font)
        for number, task in enumerate(found, start=1):
            cells: tuple[Cell, ...] = (number, *task.cells())
            for column, cell in enumerate(cells):
                write(sheet, number + 1, column, cell, plain)
        sheet.autofilter(1, 0, max(len(found) + 1, 1), last)


def _print_form(sheet: Any) -> None:
    """A4 landscape, as wide as the page, the heading row on every page, page numbers below."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(1)
    sheet.freeze_panes(2, 0)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sheet.set_footer("&C第 &P 页，共 &N 页")
