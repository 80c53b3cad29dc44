"""最早：某日或某时以前不行（不早于2月9日24时前复工；结束时间不早于17:30；营业不得早于6:00）。

What must not be done before a day or hour is bounded from below, so it is a threshold and never a deadline, even where
前 stands behind the day: `by 2020-02-09` would say the opposite.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from extract.kinds.calendar_dates import Today, begins, iso, pattern
from extract.kinds.days_due import PART, TIME, clock_time
from extract.kinds.forms import Form
from extract.mentions import Mention
from ingest import patterns as re

_NOT_BEFORE: Final = re.compile(
    rf"不[得应能]?早于(?:(?:{pattern('a')})(?:(?:{PART})?\d{{1,2}}(?:[:：]\d{{2}}|[时点](?:\d{{1,2}}分)?))?|"
    rf"(?P<part>{PART})?{TIME})(?:之前|以前|前)?"
)
_BORN_AFTER: Final = re.compile(
    rf"(?:{pattern('a')})(?:（[^（）\d]{{1,4}}）)?(?:[以之]后|(?P<back>[以之]前))(?=出生)|(?<=[须应当必要][在于])(?:{pattern('b')})(?:以后|之后)"
)
"""`1990年1月1日以后出生`, `须在2019年1月1日以后开工`: what counts begins or ends with that day."""


def _not_before(text: str, today: Today) -> Iterator[Mention]:
    """`不早于2020年3月1日` → `>=2020-03-01`, `不早于17:30` → `>=17:30`; 2月9日24时 keeps the day that it ends."""
    for match in _NOT_BEFORE.finditer(text):
        if first := clock_time(match) if match["h"] else iso(match, today, prefix="a", last=False):
            yield Mention("threshold", f">={first}", match.start(), match.end(), confidence=0.85)


def _born_after(text: str, today: Today) -> Iterator[Mention]:
    for match in _BORN_AFTER.finditer(text):
        prefix = "a" if match["am"] or match["ahalf"] or match["aend"] else "b"
        if day := iso(match, today, prefix=prefix, last=bool(match["back"])):
            yield Mention(
                "threshold",
                f"{'<=' if match['back'] else '>='}{day}",
                begins(match, prefix),
                match.end(),
                confidence=0.8,
            )


FORMS: Final = (Form(_NOT_BEFORE, _not_before), Form(_BORN_AFTER, _born_after))
"""The first day or hour at which something may be done."""
