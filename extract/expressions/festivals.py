"""Festivals by name → their day in a year: fixed days, days of the lunar calendar, the n-th weekday of a month."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from dateutil.easter import easter

from extract.expressions.calendar_days import Day, Days, one, span

_FIXED = {
    "元旦": (1, 1), "阳历新年": (1, 1), "情人": (2, 14), "女生": (3, 7), "妇女": (3, 8), "三八妇女": (3, 8),
    "植树": (3, 12), "消费者权益日": (3, 15), "愚人": (4, 1), "劳动": (5, 1), "五一劳动": (5, 1), "五一": (5, 1),
    "五一国际劳动": (5, 1), "五四青年": (5, 4), "青年": (5, 4), "护士": (5, 12), "儿童": (6, 1), "61儿童": (6, 1),
    "国际儿童": (6, 1), "六一儿童": (6, 1), "新年": (1, 1), "38妇女": (3, 8),
    "建党": (7, 1), "建军": (8, 1), "八一建军": (8, 1), "教师": (9, 10), "国庆": (10, 1), "十一": (10, 1),
    "万圣": (10, 31), "记者": (11, 8), "双十一": (11, 11), "光棍": (11, 11),
    "双十二": (12, 12), "平安夜": (12, 24), "圣诞": (12, 25),
}  # fmt: skip
_LUNAR = {
    "春节": (1, 1), "大年初一": (1, 1), "农历新年": (1, 1), "元宵": (1, 15), "端午": (5, 5), "七夕": (7, 7),
    "中元": (7, 15), "中秋": (8, 15), "重阳": (9, 9), "腊八": (12, 8),
}  # fmt: skip
_TERMS = (
    "小寒", "大寒", "立春", "雨水", "惊蛰", "春分", "清明", "谷雨", "立夏", "小满", "芒种", "夏至",
    "小暑", "大暑", "立秋", "处暑", "白露", "秋分", "寒露", "霜降", "立冬", "小雪", "大雪", "冬至",
)  # fmt: skip
_WEATHER = ("雨水", "小满", "白露", "寒露", "小雪", "大雪", "清明")
"""Terms whose name is a word of its own."""
_EASTER = "复活"
_NTH = {"母亲": (5, 2, 6), "父亲": (6, 3, 6), "感恩": (11, 4, 3)}
"""(month, which, weekday with Monday 0)."""
_BARE = (
    "元旦|阳历新年|春节|大年初一|农历新年|除夕|大年(?:三十|30)|元宵|端午|七夕|中元|中秋|重阳|腊八|国庆|圣诞|平安夜|"
    "双十一|双十二|"
    "消费者权益日"
)
_WITH_DAY = "|".join(sorted({*_FIXED, *_NTH, _EASTER} - {"五一", "十一", "新年"}, key=lambda name: (-len(name), name)))
PATTERN = (
    rf"(?:(?:{_WITH_DAY}|清明|端午|元宵|中秋|重阳|七夕|中元|腊八)节|(?:{_BARE})(?!节)"
    rf"|(?:{'|'.join(_WEATHER)})(?=假|期间|小长假|前后|当天|当日|节气|时节|这天)"
    rf"|(?:{'|'.join(term for term in _TERMS if term not in _WEATHER)})(?!节)"
    r"|\A(?:清明|五一|新年)\Z|(?:五一|十一)(?=节|假|黄金周|小长假|期间|长假|当天|那天|前后|前一天|后一天)"
    r"|(?:清明|五一)(?=[、和](?:五一|端午|中秋|国庆))|(?<=[节旦庆明][、和])(?:五一|十一)(?=[、和期假]))"
)
"""The name of a festival; 五一 and 十一 alone are numbers."""
FIRST = "".join(sorted({name[0] for name in (*_FIXED, *_LUNAR, *_NTH, _EASTER, *_TERMS, *_BARE.split("|"))}))


def days(name: str, year: int | None) -> Days | None:
    """The day of a festival in a year; `None` where a moving one has no year or the lunar calendar does not reach."""
    name = name.removesuffix("节") if name != "春节" else name
    if fixed := _FIXED.get(name):
        return Days(Day(year, *fixed), Day(year, *fixed))
    if year is None:
        return None
    if name == _EASTER:
        return one(easter(year))
    if name in _NTH:
        return one(_nth_weekday(year, *_NTH[name]))
    if name in _TERMS:
        return solar_term(year, _TERMS.index(name))
    if name in ("除夕", "大年三十", "大年30"):
        eve = lunar(year, 1, 1)
        return None if eve is None else one(eve - timedelta(days=1))
    day = lunar(year, *_LUNAR[name]) if name in _LUNAR else None
    return None if day is None else one(day)


def lunar(year: int, month: int, day: int) -> date | None:
    """A day of the lunar calendar (农历) as a date; `None` outside 1900 to 2100 or where the month is shorter."""
    from borax.calendars.lunardate import LunarDate

    try:
        found: date = LunarDate(year, month, day).to_solar_date()
    except ValueError:
        return None
    return date(found.year, found.month, found.day)


def lunar_month(year: int, month: int, *, leap: bool = False) -> Days | None:
    """A month of the lunar calendar, a leap month (闰四月) where asked; `None` where the year has none."""
    from borax.calendars.lunardate import LCalendars, LunarDate

    try:
        first = LunarDate(year, month, 1, int(leap)).to_solar_date()
        length = LCalendars.ndays(year, month, int(leap))
    except ValueError:
        return None
    start = date(first.year, first.month, first.day)
    return span(start, start + timedelta(days=length - 1))


def solar_term(year: int, term: int) -> Days | None:
    """One of the twenty-four solar terms in a year, 小寒 being 0."""
    from borax.calendars.lunardate import TermUtils

    try:
        found = TermUtils.nth_term_day(year, term)
    except (ValueError, IndexError):
        return None
    return one(date(found.year, found.month, found.day))


def _nth_weekday(year: int, month: int, which: int, weekday: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (which - 1))


def weekday_of_month(year: int, month: int, which: int, weekday: int) -> date | None:
    """`6月第3个星期日`, the last one where `which` is -1; `None` where the month has no such day."""
    if which < 0:
        last = date(year, month, calendar.monthrange(year, month)[1])
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    found = _nth_weekday(year, month, which, weekday)
    return found if found.day <= calendar.monthrange(year, month)[1] and found.month == month else None
