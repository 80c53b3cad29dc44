"""A plan as people use it: rows of a table, events of a calendar, records for machines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from extract.reckoning.calendar_plan import Line, Remark, plan, subjects
from extract.reckoning.selfcheck import Finding, check
from extract.records import Requirement, record_id
from ingest.notice import Notice
from search import labels
from search.errors import QueryError
from search.exports.calendar_file import Event
from search.exports.workbook import Headings
from search.named import Named

HEADINGS: Headings = (
    ("起", 12), ("止", 12), ("事项", 14), ("内容", 34), ("原文数值", 16), ("对象", 34), ("条件", 26), ("责任单位", 24),
    ("原文依据", 60), ("通知", 40), ("发文字号", 26), ("备注", 50),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a plan with the notice that it is from."""

    line: Line
    notice: Notice

    @property
    def remarks(self) -> tuple[str, ...]:
        """The doubts of the line as sentences."""
        return tuple(said(remark) for remark in self.line.remarks)

    @property
    def what(self) -> str:
        """检测日/时点 第7天, 阶段（2/3）: what kind of entry it is."""
        label, part = labels.PLAN_LINES[self.line.kind], self.line.part
        if part in ("", "D0"):
            return label
        return f"{label}（{part}）" if "/" in part else f"{label} {ordinal(part)}"

    def cells(self) -> tuple[str | None, ...]:
        """The cells of the line under `HEADINGS`."""
        line, rule = self.line, self.line.requirement
        return (
            _iso(line.first), _iso(line.last), self.what, line.name, rule.value_text, line.subject or rule.subject,
            rule.condition, "、".join(rule.responsible) or None, rule.evidence.quote, self.notice.title,
            self.notice.doc_number, "；".join(self.remarks) or None,
        )  # fmt: skip

    def to_record(self) -> dict[str, Any]:
        """The line for machines."""
        line, rule = self.line, self.line.requirement
        return {
            "first": _iso(line.first),
            "last": _iso(line.last),
            "kind": line.kind,
            "part": line.part or None,
            "name": line.name or None,
            "subject": line.subject or rule.subject,
            "remarks": [{"code": one.code, "said": said(one)} for one in line.remarks],
            "requirement": rule.to_record(),
            "notice": {"id": self.notice.id, "title": self.notice.title, "doc_number": self.notice.doc_number},
        }


def ordinal(part: str) -> str:
    """`D7` → 第7天, `W2` → 第2周, `D1..D7` → 第1天至第7天."""
    units = {"D": "天", "W": "周", "M": "个月"}
    return "至".join(f"第{end[1:]}{units[end[0]]}" for end in part.split(".."))


def said(remark: Remark | Finding) -> str:
    """The sentence of a doubt."""
    return labels.REMARKS[remark.code].format(*remark.detail)


def entries(notices: Sequence[Named], start: date, *, subject: str = "") -> tuple[Entry, ...]:
    """The calendar of some notices from a day on, undated lines last; raises `QueryError` for an unknown subject."""
    found = [
        Entry(line, one.notice)
        for one in notices
        for line in plan(one.requirements, start, subject=subject, signed_on=one.notice.signed_on).lines
    ]
    if not found:
        raise QueryError(*_nothing(notices, subject))
    return tuple(sorted(found, key=lambda entry: entry.line.first or date.max))


def _nothing(notices: Sequence[Named], subject: str) -> tuple[str, str]:
    known = "、".join(f"“{name}”" for one in notices for name in subjects(one.requirements))
    if not known:
        return "通知中没有能排入日历的要求", "请用 notices show 或 notices extract 查看它的要求"
    return f"没有对象含“{subject}”的要求", f"--subject 可写其中的字，对象有：{known}"


def events(found: Iterable[Entry]) -> tuple[Event, ...]:
    """The dated lines as events; a line without an end or a day is none."""
    return tuple(_event(one, one.line.first, one.line.last) for one in found if one.line.first and one.line.last)


def _event(entry: Entry, first: date, last: date) -> Event:
    line, rule = entry.line, entry.line.requirement
    title = f"{entry.what}：{line.name or rule.value_text or ''}"
    about = (
        f"对象：{line.subject}" if line.subject else "", f"原文：{rule.evidence.quote}",
        f"通知：{entry.notice.title or ''} {entry.notice.doc_number or ''}".rstrip(), *entry.remarks,
    )  # fmt: skip
    id = record_id(rule.id, line.kind, line.part, _iso(first))
    return Event(id, first, last, title, "\n".join(filter(None, about)), labels.PLAN_LINES[line.kind])


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


@dataclass(frozen=True, slots=True)
class Report:
    """A contradiction within a notice."""

    finding: Finding
    notice: Notice

    def cells(self) -> tuple[str | None, ...]:
        """The cells under `CHECK_HEADINGS`."""
        first, second = self.finding.first, self.finding.second
        against = second.evidence.quote if second else f"通知日期 {self.notice.signed_on}"
        return said(self.finding), _about(first), first.evidence.quote, against, self.notice.title

    def to_record(self) -> dict[str, Any]:
        """The contradiction for machines."""
        second = self.finding.second
        return {
            "code": self.finding.code,
            "said": said(self.finding),
            "values": list(self.finding.detail),
            "first": self.finding.first.to_record(),
            "second": second.to_record() if second else None,
            "notice": {"id": self.notice.id, "title": self.notice.title, "doc_number": self.notice.doc_number},
        }


CHECK_HEADINGS: Headings = (("问题", 40), ("要求", 30), ("原文", 60), ("对照的原文", 60), ("通知", 40))


def _about(rule: Requirement) -> str:
    return " ".join(filter(None, (rule.clause, rule.subject, rule.action)))


def reports(notices: Iterable[Named]) -> tuple[Report, ...]:
    """What each notice says against itself."""
    return tuple(
        Report(finding, one.notice)
        for one in notices
        for finding in check(one.requirements, signed_on=one.notice.signed_on)
    )
