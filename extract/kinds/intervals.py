"""间隔：两次之间相隔多久（间隔24小时后；间隔至少24小时）。"""

from __future__ import annotations

from collections.abc import Iterator

from extract.kinds.forms import every
from extract.mentions import BOUND_BEFORE, Mention, bound
from extract.numbers import LENGTH, NUMBER, TIMED, length, unit
from ingest import patterns as re

_BETWEEN = re.compile(
    rf"(?P<least>至少|不少于)?(?:间隔|相隔|时隔)(?:时间|期限?)?(?:原则上|一般|应当?|须|要|"
    rf"为)*(?P<full>满)?(?:{BOUND_BEFORE})?(?:(?P<low>{NUMBER})"
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


FORMS = (every(_BETWEEN, _between, asks=TIMED),)
