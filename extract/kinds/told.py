"""Figures that tell how it was, inside a sentence that may rule beside them.

`2024年产值达到80亿元，占全市21%`, `从2021年的80亿元增加到2024年的120亿元`, `今年一季度占比达6%`: a year or part of a
year that is over on the day of the notice, and what was reached in it. A year that is to come sets a goal; where a word
of obligation, grant or condition stands beside it, the figure is the rule's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from extract.kinds.calendar_dates import Today
from extract.mentions import Mention
from ingest import patterns as re

_GREW: Final = re.compile(
    r"[从由](?P<first>20\d\d)年[^，。；]{1,30}?(?:增加|增长|提高|提升|上升|下降|降低|减少|扩大|升|降|"
    r"增)[至到为](?P<last>20\d\d)年"
)
_REACHED: Final = re.compile(
    r"(?<![比较])(?P<y>20\d\d|今)年(?P<part>(?:全年|底|末|度|一季度|上半年|前三季度|1[-—－至](?P<m>1?\d)月份?)?)(?!(?:底|"
    r"末)?[之以]?前|以[前后来]|[起至到前后])"
    r"(?:[^，。；\d]{0,40}?(?:达到?|突破|完成|实现|增长|下降|占|降至|增至|升至|提高到|累计))[^，。；\d]{0,12}$"
)
"""From a year that is over up to the figure that was reached in it."""
_RULES: Final = re.compile(
    "应当|应(?=[在按于]|不)|必须|不得|不[低少]于|不超过|给予|奖励|补[贴助]|减免|可(?:以|享|申|按)|力争|争取|确保|"
    "目标|计划|任务|标准|基数|"
    r"上限|下限|限额|缴|基准|基础上|(?:^|[，。；：])到20\d\d年|的，|的(?:企业|单位|项目|地区|县|区|人员|家庭|主体|"
    r"机构|纳税人)"
)
"""What makes such a figure part of a rule: whom it concerns, what follows of it, what it is to be."""
_ENDS: Final = re.compile(r"(?:左右|多|余)?(?=$|[，。；、])")
_GOES_ON: Final = re.compile(r"[，、](?:同比|环比|较|比|占|其中|年均|拉动|高于)[^，。；]{0,40}|[，、]|[^，。；]{0,40}")
"""`…，占全市21%`, `…，三年增加50%`: what is said on of a figure that is told."""
_PARTS: Final = {"一季度": 3, "上半年": 6, "前三季度": 9}


def untold(text: str, found: Iterable[Mention], today: Today) -> Iterator[Mention]:
    """The mentions of a sentence without those that only tell how it was before the day of the notice."""
    told_to = -1
    for mention in found:
        begin = max(text.rfind("。", 0, mention.start), text.rfind("；", 0, mention.start)) + 1
        if mention.kind in ("threshold", "duration") and _tells(text, begin, mention, told_to, today):
            told_to = mention.end
            continue
        yield mention


def _tells(text: str, begin: int, mention: Mention, told_to: int, today: Today) -> bool:
    """Whether a figure was reached in a time that is over, or goes on from one that was."""
    ends = [at for mark in "。；" if (at := text.find(mark, mention.end)) >= 0]
    if _RULES.search(text, begin, min(ends, default=len(text))) or not today.year:
        return False
    if told_to >= begin and _GOES_ON.fullmatch(text, told_to, mention.start):
        return True
    grew = _GREW.search(text, begin, mention.start)
    if grew and int(grew["last"]) < today.year:
        return True
    comma = max(text.rfind("，", begin, mention.start), begin - 1) + 1
    ends_here = _ENDS.match(text, mention.end)
    reached = _REACHED.search(text, comma, _figure(text, mention)) if ends_here else None
    if reached is None and ends_here and comma > begin and _SHARE.match(text, comma):
        front = max(text.rfind("，", begin, comma - 1), begin - 1) + 1
        last = _LAST_FIGURE.search(text, front, comma - 1)
        reached = _REACHED.search(text, front, last.start()) if last else None
    return reached is not None and _is_over(reached, today)


_SHARE: Final = re.compile("占|同比|比上年|较上年|高于|低于")
_LAST_FIGURE: Final = re.compile(r"(?<![\d.])\d[\d.]*[^，。；\d]{0,8}$")
"""`2023年增加值达到12533亿，占比重23.2%`: what is said of a figure that has lost its unit."""


def _figure(text: str, mention: Mention) -> int:
    """Where the figure of a mention stands, behind the words that bound it."""
    figure = _DIGIT.search(text, mention.start, mention.end)
    return figure.start() if figure else mention.start


_DIGIT: Final = re.compile(r"\d")


def _is_over(reached: re.Match[str], today: Today) -> bool:
    if reached["y"] != "今":
        return int(reached["y"]) < (today.year or 0)
    last = int(reached["m"] or 0) or _PARTS.get(reached["part"], 12)
    return today.month is not None and last < today.month
