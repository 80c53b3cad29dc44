"""Terms beside other values: a date that is only the condition of a quantity, a length that is one more term."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from extract.kinds.counted import IN_SO_MANY
from extract.mentions import Mention, ending_at
from ingest import patterns as re

_TERMS: Final = re.compile("(?:承诺|法定)?(?:办[结理]|审批|审核|受理|承诺)(?:时限|期限)[：:]")
_ENDS: Final = re.compile("办结|$|[，。；、（]")
"""`办结时限：即办件当场，承诺件5个工作日`: what stands behind the label of a term is one, case by case."""
_ANOTHER_CASE: Final = re.compile(
    "[^，。；（]{0,14}[，；（](?:(?![^，。；]*(?:期|时间|时长|寿命|年限|保存|每|延长|顺延|日接|日均|连续|累计|作业|驾驶|停留|停[放泊]|锚泊|占用|滞留|存放))(?:[^，。；\\d]{2,10}|[^，。；\\d]{4,30}的)|"
    "(?:确需|需要?|经批准)[^，。；\\d]{0,4}延长的，?(?:最[长多])?)"
)
_APART: Final = re.compile("(?:间隔|距[^，。；\\d]{2,12})的?时间，[^，。；\\d期]{2,10}$")
"""`开题距答辩的时间，硕士|不少于1年`: what lies between two acts is given case by case."""
_NEXT_CASE: Final = re.compile("、(?!公[示告]|隔离|观察|保存|留存|有效)[^，。；、\\d期]{1,8}")
"""`补报时限火灾7日、其他30日`: the next case of a term."""
_PART_OF_IT: Final = re.compile(
    "(?:[^，。；\\d]{0,12}，其中[：，]?|[、，])(?![^，。；、]*(?:公示|公告|[时期]间|期限|有效期))[^，。；、\\d]{2,16}"
)
"""`压减至3个工作日以内，其中设立登记1个工作日、刻章0.5个工作日`: the steps of a process that has its term."""
_LONGER_TO: Final = re.compile("延长[至到]$")
"""`2个工作日内办结，复杂问题可延长至5个工作日`: the term in the other case."""
_GRADED: Final = re.compile(
    "(?:办[理结]|审批|处[置理]|答复|反馈|响应|流转|时限)[^。；，：]{0,8}[：:](?:[^。；]*[，、])?[^，。；、：\\d]{2,10}$"
)
"""`实行分级办理：咨询类1个工作日，投诉类10个工作日`: the terms behind a colon, each behind its label."""
_SHARE_REACHES: Final = re.compile(
    "，?(?!且|并且|同时)(?:(?:依据|根据|按照|对照)[^，。；]{2,30}，)?[^，。；]{2,40}(?:率|比例|占比|比重|覆盖面|项指标)"
    "(?:总体|均|平均|分别|要|力争|应)*(?:达到?|为|提[高升][至到])?"
)
"""`2023年底前，网上可办率|达95%以上`."""


def as_term(text: str, before: Mention | None, length: Mention) -> Mention:
    """A length as the deadline that it is, else as it stands.

    `市区30分钟内到达，郊区不超过1小时`: another case of what must be done in time, and nothing that lasts.
    """
    if length.value[0] == "P" and _TERMS.match(text) and _ENDS.match(text, length.end):
        return replace(length, kind="deadline", value=f"<={length.value}")
    if length.value[0] in "<>" and ending_at(_APART, text, length.start):
        return replace(length, kind="interval")
    closed = length.end == len(text) or text[length.end] in "，。；、"
    if length.value[0] == "P" and length.value.endswith("WD") and closed and ending_at(_GRADED, text, length.start):
        return replace(length, kind="deadline", value=f"<={length.value}")
    bounds = before is not None and before.value[:2] == length.value[:2] in ("<=", ">=")
    bounds = bounds and before is not None and before.kind in ("deadline", "interval")
    closed = length.end == len(text) or text[length.end] in "，。；）"
    if before and bounds and closed and _ANOTHER_CASE.fullmatch(text, before.end, length.start):
        return replace(length, kind=before.kind)
    closed = closed or text[length.end] == "、"
    if before and closed and length.value[0] == "P" and _NEXT_CASE.fullmatch(text, before.end, length.start):
        return replace(length, kind="deadline", value=f"<={length.value}") if before.kind == "deadline" else length
    due = before is not None and before.kind == "deadline" and before.value[:2] == "<="
    if due and length.value[0] == "P" and ending_at(_LONGER_TO, text, length.start):
        return replace(length, kind="deadline", value=f"<={length.value}")
    days = before and closed and before.kind == "deadline" and before.value[:2] == "<=" and length.value[0] == "P"
    if before and days and length.value.endswith("WD") and _ANOTHER_CASE.fullmatch(text, before.end, length.start):
        return replace(length, kind="deadline", value=f"<={length.value}")
    step = before and closed and before.kind == "deadline" and before.value[:2] == "<=" and length.value[0] == "P"
    if before and step and "其中" in text and _PART_OF_IT.fullmatch(text, before.end, length.start):
        return replace(length, kind="deadline", value=f"<={length.value}")
    return length


def of_a_target(text: str, date: Mention, found: Sequence[Mention]) -> bool:
    """Whether a date only says by when a quantity must be reached, or how long it holds, and so is that one's."""
    if date.kind == "duration" and "/" not in date.value:
        return False
    if ending_at(_HOLDS_UNTIL, text, date.start):
        begin, end = text.rfind("；", 0, date.start) + 1, text.find("；", date.end)
        return any(begin <= m.start < (end if end >= 0 else len(text)) for m in found if m is not date)
    if date.value.startswith("by") and text.startswith("到", date.start - 1):
        return _reached(text, date, found)
    first = next((m for m in found if m.kind == "threshold" and m.start >= date.end), None)
    share = first is not None and first.value.endswith("%") and text.endswith("前", 0, date.end)
    if first is None or not share:
        return False
    at_once = first.value[0] in "<>" and text[date.end : first.start] in _AIMS
    return at_once or _SHARE_REACHES.fullmatch(text, date.end, first.start) is not None


_HOLDS_UNTIL: Final = re.compile(
    "(?:(?<![延继]续)执行[至到]|(?:执行|实施|适用)(?:(?:期限?|时间)[至到]|期限(?:为|是|：)?[自从]?))$"
)
"""`免收费用50%，执行期限至2025年底`: how long a policy that sets a value holds is in that one's record."""
_AIMS: Final = ("", "要", "应", "应当", "须", "力争", "达到", "要达到", "应达到")
"""`执行率6月底前不低于50%`: nothing between the day and the share that must be reached by it."""


def _reached(text: str, date: Mention, found: Sequence[Mention]) -> bool:
    """Whether a quantity in the date's part of the sentence is what must be reached by it (到2025年，…达到95%)."""
    ends = [at for mark in "；;" if (at := text.find(mark, date.end)) >= 0]
    end = min(ends, default=len(text))
    return any(
        m.kind == "threshold" and date.end <= m.start < end and not IN_SO_MANY.search(text, date.end, m.start)
        for m in found
    )
