"""What lies apart, and what is done at that distance: `甲疫苗与乙疫苗接种间隔不少于28天`, `两次采样间隔24小时`."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from extract.grammar.phrases import predicate
from extract.parties.acts import VALUE_TAIL
from extract.parties.surroundings import Surroundings
from ingest import patterns as re


class Apart(NamedTuple):
    """What is done at the distance, and the two things that lie apart, where they are named."""

    done: str
    between: str | None


_BETWEEN_TWO: Final = re.compile(
    r"(?:原则上|一般|其中|且|但|在)*(?P<x>[^，。；每次]{2,30}?[与和同][^，。；]{2,24}?)"
    r"(?P<do>接种|采样|检测|注射|用药|施药|施肥|检验|检查|考试|培训|维保|开放|试验)?"
    r"(?:之间)?的?(?P<apart>间隔|相隔)(?:时间|期限?|天数)?(?:原则上|一般|应当?|须|要|在)*"
)
"""`加强针与第二剂间隔`: both named, and what is done with them where that stands behind."""
_TIMES: Final = re.compile(
    r"(?:原则上|一般|其中|且|但|并|相邻|前后|连续|每)*(?:[两二2]|(?<=每))(?:剂次|针次|[次剂针轮批])(?P<do>[^，。；的与和间]{2,8}?)"
    r"(?:之间)?的?(?:间隔|相隔)(?:时间|期限?|天数)?(?:原则上|一般|应当?|须|要|在)*"
)
"""`两次采样间隔`: the same done twice."""


_LIES: Final = re.compile("(?:间隔|相隔)(?:时间|期限?)?")


@lru_cache(maxsize=1)
def apart(around: Surroundings) -> Apart | None:
    """What the words in front of an interval say lies so far apart."""
    if around.mention.kind != "interval":
        return None
    lies = _LIES.match(around.words)
    head = around.head + lies[0] if lies else VALUE_TAIL.sub("", around.head)
    if times := _TIMES.fullmatch(head):
        return Apart(times["do"], None)
    two = _BETWEEN_TWO.fullmatch(head)
    behind = predicate(around.tail)
    return Apart(two["do"] or behind or two["apart"], two["x"].removesuffix("之间").removesuffix("的")) if two else None
