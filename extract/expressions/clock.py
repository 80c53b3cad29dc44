"""Times of day: `上午9时30分`, `下午三点半`, `晚上8点`, `17:30`, `3pm` → `17:00`."""

from __future__ import annotations

from dataclasses import dataclass

from extract.numerals import is_numeral, value
from ingest import patterns as re

PART = (
    r"(?:凌晨|清晨|早晨|早上|上午|早间|中午|正午|下午|午后|晏昼|朝早|傍晚|晚上|晚间|夜间|夜里|夜晚|深夜|半夜|午夜|"
    r"当晚|当夜"
    r"|晚|早|夜|晨)"
)
_N = r"(?:\d{1,2}|[零一二两三四五六七八九十廿]{1,3})"
CLOCK = (
    rf"(?:(?P<part>{PART})[的从]?)?(?:"
    r"(?P<lh>\d{1,2})(?::(?P<lm>[0-5]\d)(?::(?P<ls>[0-5]\d))?)? ?(?P<latin>[aApP])"
    r"(?:\.?[mM]\.?)?(?![A-Za-z])"
    rf"|(?<!比分)(?<!比分为)(?P<h>\d{{1,2}}):(?P<m>[0-5]\d)(?::(?P<s>[0-5]\d)(?:Z|[+-]\d\d:?\d\d)?)?(?!\d|:\d)[时分点]?"
    rf"|(?P<ch>{_N})(?:(?P<dot>点)钟?|时)(?:(?P<half>半)(?:(?P<hs>{_N})秒)?|(?P<quarter>[一二三1-3])刻|"
    rf"整(?![个天理体改顿合备修])|正(?![在式常好是])"
    rf"|(?:过)?(?P<cm>零?{_N})(?:分(?(dot)钟?|(?!钟))(?:(?P<cs>{_N})秒)?)|(?P<bare>(?:零[一二三四五六七八九]"
    rf"|[一二三四五]十?[一二三四五六七八九十]|十[一二三四五六七八九]?|[0-5]\d))"
    rf"(?![\d一二三四五六七八九十个名人项条天次年月%分点万千百]))?钟?(?: ?(?P<meridiem>[aApP])\.?[mM](?![A-Za-z])\.?)?)"
)
_CLOCK = re.compile(CLOCK)
_LACK = rf"(?:一刻|{_N}分)钟?"
LACKING = (
    rf"(?:(?P<part>{PART})的?)?(?:(?<![相温误偏时价落])差(?P<first>{_LACK})(?:就|不?到)?(?P<h1>{_N})点"
    rf"|(?P<h2>{_N})点(?:还|钟)?差(?P<then>{_LACK}))"
)
"""`差一刻十二点`, `5点差3分`: so much before the hour."""
_LACKING = re.compile(LACKING)
JOIN = r" ?(?:至|到|--|-|~|—{1,2}|——) ?"
_FIRST_HOUR = re.compile(rf"(?:(?P<part>{PART})的?)?(?P<ch>{_N})(?={JOIN}{_N}[点时])")
"""`9~12点`: the first hour has no word of its own."""
_NIGHT = frozenset(["晚上", "晚间", "夜间", "夜里", "夜晚", "深夜", "当晚", "当夜", "晚", "夜"])
_AFTERNOON = _NIGHT | {"下午", "午后", "晏昼", "傍晚"}
_EVENING = frozenset(["晚上", "晚间", "当晚", "晚"])
"""What goes on past midnight: `今晚两点` is on the next day."""
_AFTER_BARE = re.compile(
    r"[半一三]刻|半|整|钟|[前后起至到左许]|之?[前后]|[,，。.、;；)）]|$|\s"
    r"|[开出到上下来去见结举召集起吃睡回]|的|-|—|~|在|我|你|他"
)
"""What may follow `三点` or `15时` alone for it to be a time."""
_POINTS = re.compile("[要建意措说希注]|内容|问题|原因|经验|理由|体会|看法|想法|思考|启示|不足|好处|区别|变化|做法")
"""`三点要求`, `两点经验`: so many items."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; hour 24 is the end of the day. `late`: on the day after the one that is said (`今晚两点`)."""

    hour: int
    minute: int
    second: int | None
    start: int
    end: int
    part: str | None
    late: bool = False

    @property
    def iso(self) -> str:
        """`17:00`, with seconds where they are said."""
        tail = "" if self.second is None else f":{self.second:02d}"
        return f"{self.hour:02d}:{self.minute:02d}{tail}"


def at(text: str, start: int, *, loose: bool = False, part: str | None = None) -> Clock | None:
    """The time that begins at `start`; `loose` where a date or another time before it makes `9时` sure.

    `part` is the part of the day carried from the time before (`下午3点到5点`).
    """
    if lacking := _lacking(text, start, part):
        return lacking
    match = _CLOCK.match(text, start)
    if match is None:
        return _first_hour(text, start)
    own = match["part"]
    hour, minute, second = _figures(match)
    if hour is None or minute is None or not _sure(text, match, loose=loose or own is not None):
        return None
    hour = _of_day(hour, own or part, (match["latin"] or match["meridiem"] or "").lower())
    late = (own or part) in _EVENING and (hour < 4 or (hour == 24 and minute > 0))
    hour = 0 if hour == 24 and minute else hour
    if hour > 24 or minute > 59 or (second or 0) > 59:
        return None
    return Clock(hour, minute, second, match.start(), match.end(), own or part, late)


def _lacking(text: str, start: int, part: str | None) -> Clock | None:
    match = _LACKING.match(text, start)
    hour = _whole(match["h1"] or match["h2"]) if match else None
    less = match and (match["first"] or match["then"]).removesuffix("钟")
    minutes = 15 if less == "一刻" else _whole(less.removesuffix("分")) if less else None
    if match is None or hour is None or not minutes or not 1 <= hour <= 24 or minutes > 59:
        return None
    hour = _of_day(hour, match["part"] or part, "")
    return Clock(hour - 1, 60 - minutes, None, match.start(), match.end(), match["part"] or part)


def _figures(match: re.Match[str]) -> tuple[int | None, int | None, int | None]:
    if match["lh"]:
        return int(match["lh"]), int(match["lm"] or 0), int(match["ls"]) if match["ls"] else None
    if match["h"]:
        return int(match["h"]), int(match["m"]), int(match["s"]) if match["s"] else None
    minute = 30 if match["half"] else 0
    if match["quarter"]:
        minute = 15 * (_whole(match["quarter"]) or 0)
    elif said := match["cm"] or match["bare"]:
        minute_said = _whole(said)
        if minute_said is None:
            return None, None, None
        minute = minute_said
    return _whole(match["ch"]), minute, _whole(said) if (said := match["cs"] or match["hs"]) else None


def _whole(text: str) -> int | None:
    bare = text.lstrip("零") or "零"
    return int(value(bare)) if is_numeral(bare) else None


def _sure(text: str, match: re.Match[str], *, loose: bool) -> bool:
    """`三点` in 三点要求 and `3时` in 3时段 are no times."""
    if match["cm"] and len(match["cm"]) == 1 and text.startswith("分钟", match.end("cm")):
        return False
    if match["ch"] is None or match["half"] or match["quarter"] or match["cm"]:
        return True
    after = text[match.end() : match.end() + 1]
    if match["dot"]:
        if (
            match["ch"] == "一"
            and not loose
            and not re.match(r"[钟半]|左右|[前后整到至]", text[match.end() : match.end() + 3])
        ):
            return False
        if not match["part"] and _POINTS.match(text, match.end()):
            return False
        return after not in tuple("五六七八九一二三四零0123456789度万亿个%倍米") or bool(match["bare"])
    if after in tuple("间候期段代常效限长空装机任而有隔差速令局报政"):
        return False
    return loose or bool(_AFTER_BARE.match(text, match.end()))


def _of_day(hour: int, part: str | None, latin: str) -> int:
    if latin == "p" or part in _AFTERNOON:
        if part in _NIGHT and (hour == 12 or hour < 4):
            return 24 if hour == 12 else hour
        return hour + 12 if hour < 12 else hour
    if part in ("半夜", "午夜"):
        return 24 if hour == 12 else hour + 12 if 8 <= hour < 12 else hour
    if part in ("中午", "正午") and hour < 4:
        return hour + 12
    return 0 if hour == 12 and (latin == "a" or part == "凌晨") else hour


def _first_hour(text: str, start: int) -> Clock | None:
    match = _FIRST_HOUR.match(text, start)
    hour = _whole(match["ch"]) if match else None
    if match is None or hour is None:
        return None
    hour = _of_day(hour, match["part"], "")
    return Clock(hour, 0, None, match.start(), match.end(), match["part"]) if hour <= 24 else None
