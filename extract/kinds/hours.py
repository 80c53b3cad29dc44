"""每日时段：一天里从几点到几点（每日22:00至次日6:00；工作时间：8:30—17:30；7时至9时禁止通行）。"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from extract.kinds.calendar_dates import Today
from extract.kinds.forms import Form
from extract.mentions import Mention, ending_at
from ingest import patterns as re

_PART: Final = "(?:凌晨|早上?|上午|中午|下午|傍晚|晚上?|夜间)?"


def _clock(name: str) -> str:
    """One hour of the day; its groups are `name` with `p` (part of the day), `h` and `m` behind it."""
    minutes = rf"[:：](?P<{name}m>[0-5]\d)时?|[时点](?:(?P<{name}n>[0-5]\d)分|整)?"
    return rf"(?P<{name}p>{_PART})(?P<{name}h>\d{{1,2}})(?:{minutes})"


HOURS: Final = re.compile(
    rf"(?:的|为|：|:|于|在|从|自)?{_clock('a')}(?:-|－|—|–|~|～|至|到){{1,2}}(?:(?P<next>次日|翌日|第二天)|"
    rf"当[日天])?{_clock('b')}"
)
"""`22:00至次日6:00`, `上午9时—下午5时`."""
_DAILY: Final = re.compile(
    r"(?:每[天日晚夜]?|工作日|(?:周|星期)[一二三四五六日末天]|"
    r"(?:工作|营业|服务|开放|接待|办公|通行|限行|管制|作业|施工|供[水气电暖热]|咨询|受理|预约|办理|发放|领取|售票|"
    r"值班|休息|[就用]餐|开门|"
    r"投放|收运)"
    r"(?:时间|时段)(?:(?:为|是|限于|限[在为]|控制在|安排在|在|[：:])[^，。；\d]{0,6})?|[早午晚]餐|"
    r"时段(?=[（(])|"
    r"(?:禁止|严禁|不得|不准|限制|允许|只能|仅[能限])[^，。；\d]{0,8}[在于])[（(：:为]*$"
)
"""What says that the hours behind it come round each day, or bans something in them (`禁止在7:00至9:00通行`)."""
_CALLED: Final = re.compile(r"(?:电话|热线|技术支持|联系方式|客服)[^。；时]{0,40}$|\d{3,4}[-—]\d{7,8}[^。；]{0,12}$")
_NUMBER: Final = re.compile(r"[）)]?[：:]?(?:0\d{2,3}[-—－])?\d{7,8}")
"""`咨询电话：0571-87654321（工作日9:00—17:00）`: when the phone is answered is no rule."""
_ALSO: Final = re.compile("(?:及|、|和|以及|，)[^，。；\\d]{0,4}")
"""`7:00—9:00、17:00—19:00`: more hours of the same."""
_DATED: Final = re.compile(r"\d[日号]$")
_RULED: Final = re.compile(
    "(?:，|期间|时段|内|[）)])*(?:禁止|严禁|限制|不得|不准|不允许|暂停|停止|停[运驶业工]|[限禁]行|关闭|允许|方可|可以)"
)


def _daily(text: str, _: Today) -> Iterator[Mention]:
    """From when to when something holds each day: `22:00/06:00`."""
    before = -1
    for match in HOURS.finditer(text):
        goes_on = before >= 0 and _ALSO.fullmatch(text, before, match.start("ap"))
        daily = goes_on or ending_at(_DAILY, text, match.start("ap")) or _RULED.match(text, match.end())
        before = match.end() if daily else -1
        if daily and not ending_at(_DATED, text, match.start()):
            begin = _hour(match, "a", None)
            end = _hour(match, "b", None if match["next"] else match["ap"])
            phone = ending_at(_CALLED, text, match.start()) or _NUMBER.match(text, match.end())
            if begin and end and begin != end and not phone:
                yield Mention("duration", f"{begin}/{end}", match.start("ap"), match.end(), confidence=0.75)


FORMS: Final = (Form(HOURS, _daily),)


def _hour(match: re.Match[str], name: str, part: str | None) -> str | None:
    """`下午3时` → `15:00`; a last hour without a part of the day goes on in that of the first."""
    hour, minute = int(match[f"{name}h"]), int(match[f"{name}m"] or match[f"{name}n"] or 0)
    if (
        (match[f"{name}p"] or part or "") in ("下午", "傍晚", "晚", "晚上", "夜间")
        and hour < 12
        and not (part and hour < 6)
    ):
        hour += 12
    return f"{hour:02d}:{minute:02d}" if hour <= 24 else None
