"""检测日、时点：开始之后的第几天、第几周做某事（第1、7、14天；第2周和第4周；期满当天）。"""

from __future__ import annotations

from collections.abc import Iterator

from extract.kinds.forms import every
from extract.mentions import Mention
from extract.numbers import NUMBER, number
from ingest import patterns as re

_UNIT = r"(?P<unit>天|日(?!报|常|内|前)|周(?!岁|年|期)|个?月)"
_ORDINALS = re.compile(
    rf"第(?P<list>{NUMBER}(?:天|日|周|个?月)?(?:(?:[、,，]|和|"
    rf"及|与|以及)第?(?>{NUMBER})(?:天|日|周|个?月)?)*?){_UNIT}(?!次"
    rf"|届|批|期|\d{{1,2}}[日号](?:之|以)?前)"
)
_FROM_THE_START = re.compile(r"第[1一][天日](?:起|开始)")
"""`从第一天起，每天…`: from the start, which names no day."""
_END_DAY = re.compile(r"(?P<event>(?:隔离|观察|监测|管控|管理)?(?:期满|届满)|解除隔离)(?:后)?(?:的)?当(?:天|日)")
_COMPLETED = re.compile(
    rf"(?P<list>满{NUMBER}(?:天|日|周)(?:(?:、|和|"
    rf"及)满?{NUMBER}(?:天|日|周))*?(?:(?:、|和|"
    rf"及)满?{NUMBER})?)(?P<unit>天|日|周)?(?=各|分别)"
)
_LETTER = {"天": "D", "日": "D", "周": "W", "月": "M", "个月": "M"}


def _ordinals(match: re.Match[str]) -> Iterator[Mention]:
    """`第7天和第14天` → `D7,D14`."""
    letter = _LETTER[match["unit"]]
    days = [number(n) for n in re.findall(NUMBER, match["list"])]
    from_the_start = _FROM_THE_START.match(match.string, match.start())
    if not from_the_start and all(day == int(day) and 0 < day < 400 for day in days):
        yield Mention("schedule", ",".join(f"{letter}{int(day)}" for day in days), *match.span())


def _completed(match: re.Match[str]) -> Iterator[Mention]:
    """`满7天、14天各` → `D7,D14`."""
    letter = _LETTER[re.findall(r"[天日周]", match[0])[-1]]
    days = [f"{letter}{int(number(n))}" for n in re.findall(NUMBER, match["list"])]
    yield Mention("schedule", ",".join(days), *match.span())


def _end_day(match: re.Match[str]) -> Iterator[Mention]:
    """`期满当天` → `D0`."""
    yield Mention("schedule", "D0", match.start("event"), match.end())


FORMS = (every(_ORDINALS, _ordinals), every(_COMPLETED, _completed), every(_END_DAY, _end_day))
"""Ordinal days, weeks and months."""
