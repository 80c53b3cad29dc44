"""间隔：两次之间相隔多久（间隔24小时后；间隔至少24小时）。"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from extract.kinds.forms import every
from extract.mentions import BOUND_BEFORE, Mention, bound
from extract.numbers import LENGTH, NUMBER, TIMED, length, unit
from ingest import patterns as re

_BETWEEN: Final = re.compile(
    rf"(?P<least>至少|不少于)?(?:间隔|相隔|时隔)(?:时间|期限?)?(?:(?<=期)[^，。；\d]{{1,6}}(?=不))?(?:原则上|一般|应当?|须|要|"
    rf"为|保持|控制|在)*(?P<full>满)?(?:{BOUND_BEFORE})?(?:(?P<low>{NUMBER})"
    rf"(?P<unit>天|日|小时|周|个月|年)?(?:-|—|~|～|至|到))?(?P<length>{LENGTH})(?P<above>（?(?:及"
    rf"|含)?）?以上)?(?:后)?"
)


def _between(match: re.Match[str]) -> Iterator[Mention]:
    """`间隔24小时后` → `PT24H`, `间隔至少24小时` → `>=PT24H`."""
    value = length(match["length"])
    if value and match["low"]:
        low = length(match["low"] + (match["unit"] or unit(match["length"])))
        value = low and f"{low}..{value}"
    if value:
        sign = ">=" if match["least"] or match["full"] else bound(match.groupdict())
        yield Mention("interval", sign + value, *match.span())


_AFTER_ONE: Final = re.compile(
    rf"(?:[首初第上前每](?:[一二三四\d])?(?:次|剂次?|针|免)[^，。；\d]{{0,8}}?|首免|接种)(?:完成|结束)?后(?:间隔)?"
    rf"(?:(?P<low>{NUMBER})(?P<unit>天|日|小时|周|个月|年)?(?:-|—|~|～|至|到))?(?P<length>{LENGTH})"
    r"(?=(?:应当?|须|需|可|方可)*(?:再|加强|复[检查测诊核]|进行第|接种第|开展第|第[二三两]))"
)
"""`首免后3～4周加强免疫一次`: so long between one and the next."""
_NOT_AGAIN_BEFORE: Final = re.compile(
    rf"(?P<full>满)?(?P<length>{LENGTH})(?:以|之)?后，?(?:方可?|才[可能])(?:以|继续)?(?=再|重新|第[二三两]次|恢复申)"
)
"""`6个月后方可重新申请`, `满半年后方可再次申报`: so long between one and the next."""
_AFTER_SO_LONG: Final = re.compile(
    rf"(?:^|(?<=[，；：])|(?<=免疫)|(?<=接种)|(?<=评定)|(?<=用药)|(?<=手术))(?P<length>{LENGTH})后"
    r"(?=(?>(?:方可?|才[可能]|可以?|应当?|须|再次?|重新|对其)*)(?:申请|申报|复[检查核测审]|开展|进行|向|根据|补考|评定))"
)
"""`免疫21天后开展监测`, `修改合格，一周后申请复检`: so long between an act and the next."""
_FROM_TO: Final = re.compile(
    rf"自[^，。；\d]{{2,20}}之[日时]起?至[^，。；\d]{{2,16}}之[日时]止?(?:的期限|的时间|的?间隔)?，?(?:应当?|须|原则上|一般)*"
    rf"(?:{BOUND_BEFORE})(?P<length>{LENGTH})"
)
"""`自招标文件发出之日至投标截止之日不得少于10日`: so long between two events."""


def _after_one(match: re.Match[str]) -> Iterator[Mention]:
    if value := length(match["length"]):
        low = length(match["low"] + (match["unit"] or unit(match["length"]))) if match["low"] else None
        start = match.start("low" if match["low"] else "length")
        yield Mention("interval", f"{low}..{value}" if low else value, start, match.end(), confidence=0.8)


def _not_again_before(match: re.Match[str]) -> Iterator[Mention]:
    if value := length(match["length"]):
        full = match.groupdict().get("full")
        start = match.start("full" if full else "length")
        yield Mention("interval", ">=" * bool(full) + value, start, match.end("length"), confidence=0.8)


def _from_to(match: re.Match[str]) -> Iterator[Mention]:
    if value := length(match["length"]):
        yield Mention("interval", bound(match.groupdict()) + value, *match.span("length"), match.span(), 0.8)


FORMS: Final = (
    every(_BETWEEN, _between, asks=TIMED),
    every(_AFTER_ONE, _after_one, asks=TIMED),
    every(_NOT_AGAIN_BEFORE, _not_again_before, asks=TIMED),
    every(_AFTER_SO_LONG, _not_again_before, asks=TIMED),
    every(_FROM_TO, _from_to, asks=TIMED),
)
