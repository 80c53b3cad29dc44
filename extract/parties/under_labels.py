"""What a period is of that stands alone under its label: a heading or a line in front says it (三、报名时间)."""

from __future__ import annotations

from typing import Final

from extract.grammar.clause_words import ACT
from extract.parties.asked import Asked
from extract.parties.surroundings import Surroundings
from ingest import patterns as re

_LABEL: Final = re.compile(
    r"(?:[（(]?[一二三四五六七八九十\d]+[)）、.．]?)?(?P<x>(?!工作|执行|实施|活动|有效|政策|"
    r"具体)[^，。；：:]{2,24}?)的?"
    r"(?:时间|期限|日期|时段|(?<=公示)期)(?:安排)?[：:。]?"
)
_ALONE: Final = re.compile(
    r"(?:每[日天])?(?:\d{1,2}(?:[:：]\d{2}|[时点])[至到—\-～~]\d{1,2}(?:[:：]\d{2}|"
    r"[时点]))?(?:期间)?[。；，]?(?:[（(].*)?"
)


def period_of(around: Surroundings) -> tuple[str | None, str] | None:
    """What is done in a period that is all of its sentence, and to whom where the label says it."""
    alone = not around.index or _whose(around)
    if "/" not in around.mention.value or not alone or around.head or not _ALONE.fullmatch(around.tail):
        return None
    front = around.context.places.last_line
    lines = (front, *reversed(around.sentence.headings[-2 if around.index else -1 :]))
    label = next((found for line in lines if (found := _LABEL.fullmatch(line.strip()))), None)
    if label is None:
        return None
    named = label["x"]
    acts = len(named) > 3 and ACT.fullmatch(named[-2:])
    return (named[:-2], named[-2:]) if acts else (None, named)


def _whose(around: Surroundings) -> str | None:
    """`（一）企业、农民专业合作社：1月1日至6月30日`: those who stand alone in front of the colon."""
    opened = around.index == 1 and around.sentence.text[around.spans[1][0] - 1] in "：:"
    return around.label if opened else None


def done_in_a_period(around: Surroundings) -> str | None:
    """The act whose time the label names."""
    told = period_of(around)
    return told[1] if told else None


def whose_period(asked: Asked) -> str | None:
    """Those in front of the colon or in the label, else the place that the notice rules for."""
    told = period_of(asked.around)
    return (_whose(asked.around) or told[0] or asked.around.context.places.last or told[1]) if told else None
