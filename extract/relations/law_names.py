"""法律名称：没有书名号的法律和行政法规（落实环境保护税法，依照医疗器械监督管理条例第八十一条）。

Which words are a law's name no grammar tells (征收管理法 is one, 计算方法 is none), so the names are a list,
`lexicon/laws.csv`: the laws and administrative regulations of the state, without 中华人民共和国.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Final

from ingest import patterns as re

_STATE: Final = "中华人民共和国"
_LAW: Final = "法律"
"""The kind that only the state makes; a regulation (条例, 办法) of the same name a place can have, too."""
_END: Final = re.compile("法典?|条例|规定|细则")
_RULES_OF: Final = re.compile("实施(?:条例|细则)")
_RUNS_ON: Final = re.compile(
    "[律院人治制务学庭官典域案》]|定|规(?!定)|办法|[（(]?(?:修[订正])?草案|[（(]?征求意见|修正案|实施(?:办法|方案)"
)
"""What shows that the name's last character belongs to another word (法定, 法规, 法人) or the name to a longer one."""
_LEADS: Final = re.compile(
    "(?:根据|依据|依照|按照|遵照|参照|对照|违反|执行|落实|贯彻|实施|遵守|遵循|符合|适用|修改|宣传|学习|好|新|国务院"
    f"|国家|和|与|及|或|是|{_STATE})$"
)
"""What may stand right before a regulation's name; before 物业管理条例 another word makes it a place's own."""


def law_names(text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each law named, in reading order; 中华人民共和国 before and 实施条例 after it are taken in."""
    passed, ends = 0, _ends()
    for match in _END.finditer(text):
        end = match.end()
        if text[end - 3 : end] not in ends and text[end - 2 : end] not in ends:
            continue
        start = _start(text, passed, end)
        if start is None:
            continue
        more = _RULES_OF.match(text, end)
        end = more.end() if more else end
        if not _RUNS_ON.match(text, end):
            yield start, end
            passed = end


def _start(text: str, least: int, end: int) -> int | None:
    """Where the longest listed name begins that ends at `end`."""
    names = _names()
    longest = max(least, end - _longest())
    start = next((at for at in range(longest, end - 1) if text[at:end] in names), None)
    if start is None or not (names[text[start:end]] == _LAW or _is_led(text, start)):
        return None
    return start - len(_STATE) if text.endswith(_STATE, least, start) else start


def _is_led(text: str, start: int) -> bool:
    alone = not ("\u4e00" <= text[start - 1 : start] <= "\u9fff")
    return alone or bool(_LEADS.search(text, max(0, start - 8), start))


@cache
def _names() -> Mapping[str, str]:
    """The names with the kind of each."""
    table = files("extract").joinpath("lexicon", "laws.csv").read_text("utf-8").splitlines()
    return {row["name"]: row["kind"] for row in csv.DictReader(table)}


@cache
def _longest() -> int:
    return max(map(len, _names()))


@cache
def _ends() -> frozenset[str]:
    """The last three characters of the names (刑法: two): asked first, for most words on 法 or 规定 name no law."""
    return frozenset(name[-3:] for name in _names())
