"""The numeral ledger: every number and date of a notice, with the record that uses it or the reason why none does.

What has neither is left over and shown: the rows without `record` and `reason` bound what the extraction can have
missed. A row's type and value are those of the record that uses it, else those of its own words.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from extract import expressions, marks
from extract.expressions.form import Form, FormType, strongest
from extract.extraction import Extraction
from extract.kinds.calendar_dates import Today
from extract.records import Requirement
from extract.sentences import Sentence, sentences
from ingest import patterns as re
from ingest.notice import Notice

NUMERALS = re.compile(r"[\d０-９]+|[〇零一二两三四五六七八九十百千万亿]+")
"""A run of figures or of Chinese numerals: what a ledger has to account for."""
_FIGURES = re.compile(r"[\d０-９]+")


@dataclass(frozen=True, slots=True)
class Row:
    """`text[start:end]` of a notice: what it says, and what became of it.

    `value` is canonical as in the record contract, dates ISO, ranges `A/B`, open ends `A/..`; `None` where open.
    `record` is the id of the requirement or relation, or the notice's own field (`ID/signed_on`).
    """

    start: int
    end: int
    text: str
    type: FormType
    value: str | None
    record: str | None = None
    reason: str | None = None

    @property
    def left_over(self) -> bool:
        """Whether neither a record nor a reason accounts for it."""
        return self.record is None and self.reason is None

    def to_record(self) -> dict[str, Any]:
        return {
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "type": self.type,
            "value": self.value,
            "record": self.record,
            "reason": self.reason,
        }


def ledger(notice: Notice, said: Extraction, *, on: date | None = None) -> tuple[Row, ...]:
    """The rows of a notice in text order, without overlaps; `said` is what was extracted from it.

    Relative dates count from `on`, else from the notice's own date; where there is none they stay open.
    """
    today = Today(on.year, on.month, on.day) if on else Today.of(notice.signed_on or notice.published_on)
    used = list(_of_requirements(notice, said.requirements))
    taken = [(row.start, row.end) for row in used]
    unread = (Form("number", None, *run.span()) for run in _FIGURES.finditer(notice.text))
    found = strongest([*marks.find(notice.text), *expressions.find(notice.text, today), *unread], taken)
    around = _Around(notice)
    rest = (_explained(notice, form, said, around) for form in found)
    return tuple(sorted([*used, *rest], key=lambda row: row.start))


def _of_requirements(notice: Notice, requirements: Iterable[Requirement]) -> Iterator[Row]:
    """A row for the words that each requirement's value came from; one for several that share them."""
    free: list[tuple[int, int]] = []
    for one in requirements:
        if one.value is None or not one.value_text or not NUMERALS.search(one.value_text):
            continue
        start = _place(notice.text, one, free)
        if start is not None:
            end = start + len(one.value_text)
            bisect.insort(free, (start, end))
            yield Row(start, end, one.value_text, _type(one), one.value, one.id)


def _place(text: str, one: Requirement, taken: list[tuple[int, int]]) -> int | None:
    """Where the value's words stand in the evidence: the first place that no earlier requirement has."""
    words = one.value_text or ""
    at = text.find(words, one.evidence.start, one.evidence.end)
    while at >= 0:
        index = bisect.bisect_left(taken, (at, at))
        clear_before = index == 0 or taken[index - 1][1] <= at
        clear_after = index == len(taken) or taken[index][0] >= at + len(words)
        if clear_before and clear_after:
            return at
        at = text.find(words, at + 1, one.evidence.end)
    return None


_KINDS: dict[str, FormType] = {
    "duration": "duration", "schedule": "schedule", "deadline": "deadline", "frequency": "frequency",
    "window": "window", "interval": "interval",
}  # fmt: skip
_MONEY = re.compile(r"\d[\d.]*[^\d.]*元")
_RATIO = re.compile(r"%|‰|\d/\d")
_RANGE = re.compile(r"\d{4}-\d\d-\d\d/")
_FIRST = re.compile(r">=(?:(?P<day>(?:\d{4}|-)-\d\d-\d\d)|\d\d:\d\d)")


def _type(one: Requirement) -> FormType:
    """A count is a `number`, a threshold `money`, `ratio` or `number` by its unit, a period of days a `date_range`.

    A threshold that is the first day or hour of something is a `date` or `time`.
    """
    value = one.value or ""
    if one.kind == "duration" and _RANGE.match(value):
        return "date_range"
    if one.kind in _KINDS:
        return _KINDS[one.kind]
    if first := _FIRST.fullmatch(value):
        return "date" if first["day"] else "time"
    return "money" if _MONEY.search(value) else "ratio" if _RATIO.search(value) else "number"


def _explained(notice: Notice, form: Form, said: Extraction, around: _Around) -> Row:
    row = Row(form.start, form.end, notice.text[form.start : form.end], form.type, form.value, None, form.reason)
    record = _field(notice, row) or _relation(said, row) or _period(said, row)
    if record:
        return replace(row, record=record, reason=None)
    if row.reason:
        return row
    if row.type == "number" and (name := around.name(row)):
        return replace(row, type="other", value=None, reason=name)
    return replace(row, reason=around.reason(row))


def _field(notice: Notice, row: Row) -> str | None:
    """The notice's own field that holds this number or day, where the words stand in its head or tail."""
    end = len(notice.text) if notice.body_end is None else notice.body_end
    if notice.body_start <= row.start < end:
        return None
    for name in ("doc_number", "signed_on", "published_on", "printed_on", "effective_from", "effective_to"):
        if row.value and getattr(notice, name) == row.value:
            return f"{notice.id}/{name}"
    return None


def _relation(said: Extraction, row: Row) -> str | None:
    for one in said.relations:
        within = one.evidence.start <= row.start and row.end <= one.evidence.end
        if row.value and within and row.value in (one.target.doc_number, one.effective_on):
            return one.id
    return None


def _period(said: Extraction, row: Row) -> str | None:
    """The requirement whose period (applies_from, applies_to) or condition the words give."""
    if row.type in ("other", "outline"):
        return None
    for one in said.requirements:
        if not one.evidence.start <= row.start < one.evidence.end:
            continue
        named = (one.subject, one.condition, one.trigger, one.action, one.value_text)
        if any(words and row.text in words for words in named):
            return one.id
        bounds = {one.applies_from, one.applies_to} - {None}
        if row.value and bounds & set(re.split(r"/|by ", row.value)):
            return one.id
    return None


_PEOPLE = re.compile(r"[多余来]?(?:例|起(?!草)|人次|名(?:患者|病例|感染者)|名?确诊)")
_LISTED = re.compile(r"(?:大|个)?(?:项|类|级|方面|维度|等次|环节|部分|步骤|阶段|要素|层面|领域|部门|条(?!款)|张|证)")
_SCORE = re.compile(r"[）)]?分(?!钟|之|别|公司|局|支)")
_REPLACED = re.compile(r"[^，。；]{0,8}?(?:调整|改|变更|增加|提高|降低|减少|缩短|压缩)?(?:为|至|到)")
_SINGLE = re.compile(r"[一1](?![\d一二三四五六七八九十百千万亿])")
_COUNTED = re.compile(r"[个种项批名位份件次套家条只支张座所级方面行步层切类户部对块片轮场段场届线回番组把本员门系点]")


def _few(value: str | None) -> bool:
    """A number of things that a text lists, no quantity that it sets."""
    return value is not None and value.isdigit() and int(value) <= 20


class _Around:
    """What stands around a row: its sentence, a title or a quoted name; rows are asked for in text order or not."""

    def __init__(self, notice: Notice) -> None:
        self._notice = notice
        self._sentences: list[Sentence] = list(sentences(notice))
        self._starts = [sentence.start for sentence in self._sentences]
        self._enclosed = marks.enclosed(notice.text)
        self._opened = [start for start, _, _ in self._enclosed]

    def reason(self, row: Row) -> str | None:
        """Why no rule uses the row; `None` where nothing says so."""
        return self.name(row) or self._by_words(row) or self._by_sentence(row)

    def name(self, row: Row) -> str | None:
        """The title or quoted name that the row is a part of, as a reason."""
        index = bisect.bisect_right(self._opened, row.start) - 1
        if index < 0 or row.end > self._enclosed[index][1]:
            return None
        return self._enclosed[index][2]

    def _by_words(self, row: Row) -> str | None:
        after = self._notice.text[row.end : row.end + 4]
        if row.type == "number" and row.text.startswith("第"):
            return "序数"
        if row.value and re.search(r"岁$", row.value):
            return "年龄"
        if row.value and re.search(r"[℃度CF]$", row.value):
            return "温度"
        if row.type == "number" and _PEOPLE.match(after):
            return "病例、案件、人次数"
        if row.type == "number" and _LISTED.match(after) and _few(row.value):
            return "所列事项的个数"
        if row.type == "number" and _SCORE.match(after):
            return "评分分值"
        before = self._notice.text[max(0, row.start - 1) : row.start]
        if before == "由" and _REPLACED.match(self._notice.text, row.end):
            return "修改前的数值"
        if row.type == "number" and _SINGLE.fullmatch(row.text) and _COUNTED.match(after):
            return "泛指的“一”"
        return None

    def _by_sentence(self, row: Row) -> str | None:
        index = bisect.bisect_right(self._starts, row.start) - 1
        sentence = self._sentences[index] if index >= 0 else None
        if sentence is None or row.start >= sentence.end:
            return "序号" if row.type == "number" else None
        return {"fact": "事实、统计或历史", "heading": "标题用字", "frame": "公文首尾"}.get(sentence.role)


@dataclass(frozen=True, slots=True)
class Account:
    """How much of a text a ledger accounts for."""

    numerals: int
    """Runs of figures and of Chinese numerals (`NUMERALS`) in the text."""
    held: int
    """Of those, how many stand wholly in rows."""
    rows: int
    used: int
    """Rows with a record."""
    left_over: int

    @property
    def floor(self) -> float:
        """The share of the rows that a record or a reason accounts for: a floor under the recall of extraction."""
        return 1 - self.left_over / self.rows if self.rows else 1.0


def account(text: str, rows: tuple[Row, ...]) -> Account:
    """Counts the numerals of a text and what became of them."""
    runs = [match.span() for match in NUMERALS.finditer(text)]
    covered = {at for row in rows for at in range(row.start, row.end)}
    held = sum(covered.issuperset(range(start, end)) for start, end in runs)
    used = sum(row.record is not None for row in rows)
    return Account(len(runs), held, len(rows), used, sum(row.left_over for row in rows))
