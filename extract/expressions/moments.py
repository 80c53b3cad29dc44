"""Dates and times as they stand in a sentence: with a time of day, as a range, with 前 or 起 behind them → forms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from extract.expressions import clock, dates, lengths
from extract.expressions.calendar_days import Day, Days, day_in, length, one
from extract.expressions.clock import JOIN, Clock
from extract.expressions.date_forms import DATE, DAY
from extract.expressions.dates import Known
from extract.expressions.form import Form, FormType
from extract.kinds.calendar_dates import Today
from ingest import patterns as re

_GLUE = re.compile(r"(?: ?[（(]?(?:本?周|星期|礼拜)[一二三四五六日天][）)]?)?(?: ?的|，|,| |T)?(?:大约|大概|约|从)?")
_WEEKDAY_BEHIND = re.compile(r",? ?(?:[（(](?:周|星期|礼拜)[一二三四五六日天][）)]|(?:周|星期|礼拜)[一二三四五六日天])")
_WEEKDAY_END = re.compile("(?:周|星期|礼拜)[一二三四五六日天]$")
_PART_BEHIND = re.compile(clock.PART + r"(?![饭餐会报退期稻班休])")
_JOIN = re.compile(rf"(?: ?(?:起|开始)(?= ?[至到]))?{JOIN}")
_LASTING = re.compile(r" ?(?:一直|开|持续|延续|营业|开放)(?:至|到)")
_BARE_WEEKDAY = re.compile(r"[一二三四五六日天](?![\d零一二三四五六七八九十百千万个天月年日])")
_BARE_DAY = re.compile(rf"{DAY}(?![\d零一二三四五六七八九十百千万日号月年个天周岁名人家元%.:点时/-])")
_DOTTED_END = re.compile(r"(?P<m>1[0-2]|0?[1-9])(?P<sign>[./])(?P<d>3[01]|[12]\d|0?[1-9])(?![\d.%/])")
"""`2021.3.5-3.12`: the end of a range has the sign of its beginning."""
_SAME_PERIOD = re.compile("度?同期")
_POINTS_BACK = re.compile("[同次翌]|当(?!前)")
_STOP = re.compile(r"[。；;\n]")
_LINE_END = re.compile(r"\n")
_AND = re.compile("[和与跟及]")
_ENCLOSED = re.compile("之?间(?!隔|断)")
_NEXT_DAY = re.compile(r"(?:次日|翌日|第二天)")
_UNTIL = re.compile(r" ?(?:之|以)?前(?![后往来三两置台期几者景进端辈言任沿列年\d]|提[是下条])")
_SINCE = re.compile(
    r"(?: ?起|开始|以来|以后|之后|[至迄]今(?![年天日晚后])|到现在|到目前)(?![草床点码诉来义降飞伏火步因源重航])"
)
_FROM_BEFORE = re.compile("(?<!来)自$|从$")
_SINCE_LATER = re.compile(r"[^,，。;；:：、\n]{0,14}?(?:以来|[至迄]今(?![年天日晚后]))")
_DONE = re.compile(
    "(?:之?内)?(?:受理|办[理结]|完成|送达|领取|出[具证]|审[核批结]|上?报[送告]?|反馈|转[办交]|立案|清零)"
)
"""What is done by the end of a day: `当日办结`."""
_CLOSING = re.compile("截止[到至] ?$")
"""`报名截止到3月5日`."""
_BESIDE = re.compile(r"的?(?P<side>前|后)[一1][天日](?![内以])")
_FURTHER = re.compile("[、,和与及或] ?")
_COUNTED_FROM = re.compile(
    "(?:[满起]|公[示告布]|发布|印发|使用|治疗|[服用]药|接种|手术|施行|实施|收到|受理|送达|完成|结束|期)[了期]? ?$"
)
"""`运行满3个月后`, `公示7日后`: counted from what has happened by then."""
_LAST_OF_DAYS = re.compile(rf"{JOIN}{DAY}[日号]")
_TERM_IS = re.compile("(?:期限?|时限|疗程|周期|时间|间隔)(?:大?约|均|一般|统一|暂定|最长)?为 ?$")
"""`有效期为30日`: a length and no day."""
_FULL_DATE = re.compile(r" ?,? ?(?=(?:19|20)\d\d(?:年|[-/.])\d{1,2}(?:月|[-/.])\d)")
"""`星期三 2013年4月3日`: the weekday of a date that says all."""
_APPOSED = re.compile(", ?")
"""`星期天, 2月10号`: the weekday of the day behind it, where it is that."""
_LISTED = frozenset("、,和及与或")
_DAY_ALONE_BEFORE = re.compile(r"(?:^|[,，。；;：:、（(“\s于在从自至到和及与或截定每号是为~-]|(?<!自)由)$")
_PART_OF_DAY = re.compile(
    r"上午|下午|白天|夜间|深夜|在(?![家外内线校岗])|召开|举行|宣布|抵达|早晨|早上|凌晨|清晨|傍晚|晚上|中午|晚(?=\d|"
    r"[抵到在举召从乘发])"
)
_DAY_ALONE_AFTER = re.compile(
    r"$|[,，。；;、）)”\s]|之?前|起|至|到|-|~|上午|下午|中午|晚|凌晨|早|\d{1,2}[:时点]|"
    r"[召发在开举晴出为是星周礼就我你您他她]|本[市县区省州地]"
)

_NO_ITEMS = "(?<![第这那])(?<!以[上下])(?<!上述)"
"""以上三点, 这四点 count what was said."""
_TIME_START = re.compile(
    rf"(?:{clock.PART}[的从]?)?(?:差(?=.{{1,6}}点)|(?<![\d.])(?<!\d:){_NO_ITEMS}"
    rf"\d{{1,2}}(?:[:点时]|{JOIN}\d{{1,2}}[点时]| ?[aApP])"
    rf"|(?<![\d一二三四五六七八九十百千]){_NO_ITEMS}[零一二两三四五六七八九十]{{1,3}}(?:[点时]|"
    rf"{JOIN}[一二两三四五六七八九十]{{1,3}}[点时]))"
)


@dataclass(frozen=True, slots=True)
class Moment:
    """A date, a time, or both."""

    days: Days | None
    time: Clock | None
    start: int
    end: int
    dated: bool

    @property
    def value(self) -> str | None:
        """ISO: `2021-03-05`, `17:00`, `2021-03-05T17:00`; `None` where the date stays open."""
        if self.time is None:
            return self.days.value if self.days else None
        if not self.dated:
            return self.time.iso
        return f"{self.days.first.iso}T{self.time.iso}" if self.days and self.days.single else None


def find(text: str, today: Today) -> Iterator[Form]:
    """The dates, times and ranges of a folded text; a form that begins inside another comes too."""
    before: Moment | None = None
    reached: str | None = None
    reached_to = 0
    for match in DATE.finditer(text):
        gap = text[before.end : match.start()] if before and match.start() - before.end <= 1 else " "
        listed = gap != "," and gap in {"", *_LISTED} if match["m"] else gap in _LISTED
        listed = listed and (not match["weekday"] or bool(reached))
        reached = match["wreach"] or (reached if listed else None)
        bare = match["nd"] or match["m"] or (match["weekday"] and not match["wreach"])
        carried = (listed and bare) or match.start() < reached_to
        pointed = _pointed_back(text, match, before) if before else None
        known_days = Known(pointed or today, before.days if before and carried else None)
        if match["rday"] == "同日" and pointed is None:
            continue
        if match["rday"] in ("当天", "当日") and _is_deadline(text, match):
            yield Form("deadline", "same-day", *match.span())
            continue
        if match["m"] and text[max(0, match.start() - 2) : match.start()] in ("连续", "累计"):
            continue
        if match["nd"] and not carried and not _is_day(text, match):
            continue
        if match["weekday"] and not match["wreach"] and (full := _FULL_DATE.match(text, match.end())):
            inside = DATE.match(text, full.end())
            if inside:
                yield _form(text, replace(_dated(text, inside, Known(today)), start=match.start()), today)
                continue
        moment = _apposed(text, match, known_days) or _dated(text, match, known_days)
        if before and (then := _same_period(text, match, before)):
            moment = then
        form = _form(text, moment, today)
        yield form
        yield from _further_times(text, form.end, moment, today)
        before, reached_to = moment, form.end
    yield from _times(text, today)
    yield from _lengths_away(text, today)


def _is_deadline(text: str, match: re.Match[str]) -> bool:
    """`当日办结`, `时限：当天`: by when, whatever day it is."""
    return bool(_DONE.match(text, match.end())) or text.startswith("限:", match.start() - 2)


def _pointed_back(text: str, match: re.Match[str], before: Moment) -> Today | None:
    """`2017年7月24日立案，次日公告，同年8月5日结案`: the date said before is what the next one counts from.

    It gives its year to `9月1日` too, where that comes later and it is no year alone.
    """
    later = before.days is not None and (dates.month_alone(match) or 0) >= before.days.first.month
    days = before.days if later or _POINTS_BACK.match(match[0]) else None
    stop = _LINE_END if match[0][0] == "同" else _STOP
    if days is None or not days.first.year or stop.search(text, before.end, match.start()):
        return None
    shared = len("2017-07-24" if match["rday"] else "2017-07" if match["rm"] or later else "2017")
    return Today.of(days.first.iso) if days.first.iso[:shared] == days.last.iso[:shared] else None


def _same_period(text: str, match: re.Match[str], before: Moment) -> Moment | None:
    """`今年3月…去年同期`: the days said before it in the sentence, a year earlier."""
    same = _SAME_PERIOD.match(text, match.end()) if match[0] in ("去年", "上年", "上一年") else None
    first = before.days.first if before.days else None
    if same is None or first is None or not first.year or _STOP.search(text, before.end, match.start()):
        return None
    last = before.days.last if before.days else first
    year = last.year or first.year
    to_end = first != last and last.day == length(year, last.month)
    start = day_in(first.year - 1, first.month, first.day)
    end = day_in(year - 1, last.month, length(year - 1, last.month) if to_end else last.day)
    return Moment(Days(start.first, end.first), None, match.start(), same.end(), True) if start and end else None


def _apposed(text: str, match: re.Match[str], around: Known) -> Moment | None:
    """`星期天, 2月10号` as one day, where the calendar says the same."""
    behind = _APPOSED.match(text, match.end()) if match["weekday"] and not match["wreach"] else None
    inside = DATE.match(text, behind.end()) if behind else None
    moment = _dated(text, inside, around) if inside and (inside["m"] or inside["lunar"]) else None
    day = _day(moment) if moment else None
    if moment is None or day is None or day.weekday() != dates.weekday(match):
        return None
    return replace(moment, start=match.start())


def _is_day(text: str, match: re.Match[str]) -> bool:
    """`14日健康监测` is a length of time, `于29日召开` a day; 号 is a day unless a name or a number stands before."""
    if text[match.end() - 1] == "号" and len(match[0]) == 2 and not match[0][0].isdigit():
        before = text[max(0, match.start() - 1) : match.start()]
        return before in tuple("于在从到至") or (
            before not in tuple("体宋黑") and bool(_DAY_ALONE_AFTER.match(text, match.end()))
        )
    if text[match.end() - 1] == "日" and _TERM_IS.search(text, max(0, match.start() - 8), match.start()):
        return False
    if text[match.end() - 1] == "号":
        return not re.search(
            r"[A-Za-z第字路街楼室间位幢栋柜〕\])）-]$", text[max(0, match.start() - 1) : match.start()]
        )
    if (
        _PART_OF_DAY.match(text, match.end())
        and text[match.start() - 1] not in "续每共近前后第满达期限需离察测疗息留住停"
    ):
        return True
    last = _LAST_OF_DAYS.match(text, match.end())
    return bool(_DAY_ALONE_BEFORE.search(text[max(0, match.start() - 2) : match.start()].rstrip(" "))) and bool(
        _DAY_ALONE_AFTER.match(text, last.end() if last else match.end())
    )


def _dated(text: str, match: re.Match[str], around: Known) -> Moment:
    days, end = dates.days(match, around), match.end()
    time = None
    if days is None or days.single:
        glued = _GLUE.match(text, end)
        time = clock.at(text, glued.end() if glued else end, loose=True)
        if time is None and glued and glued.end() > end:
            time = clock.at(text, end, loose=True)
    if time:
        return Moment((_following(days) or days) if time.late else days, time, match.start(), time.end, True)
    if behind := _WEEKDAY_BEHIND.match(text, end):
        end = behind.end()
    if (part := _PART_BEHIND.match(text, end)) and (days is None or days.single) and not match["alone"]:
        end = part.end()
    return Moment(days, None, match.start(), end, True)


def _further_times(text: str, end: int, moment: Moment, today: Today) -> Iterator[Form]:
    """`5月8日9:00、14:00`, `明天8点和9点`: the day holds for each of the times."""
    while moment.time and (listed := _FURTHER.match(text, end)):
        time = clock.at(text, listed.end(), loose=True, part=moment.time.part)
        if time is None:
            return
        form = _form(text, replace(moment, time=time, start=time.start, end=time.end), today)
        yield form
        end = form.end


def _times(text: str, today: Today) -> Iterator[Form]:
    for match in _TIME_START.finditer(text):
        if time := clock.at(text, match.start()):
            yield _form(text, Moment(None, time, time.start, time.end, False), today)


def _lengths_away(text: str, today: Today) -> Iterator[Form]:
    for match in dates.ABOUT_AWAY.finditer(text):
        if found := dates.about_away(match, today):
            yield Form("date_range", found, match.start(), match.end())
    for match in dates.AWAY.finditer(text):
        length = lengths.duration(
            match["length"] or match["reach"] or match["some"] or match["past"] or match["lately"]
        )
        if length is None or (match["length"] and match["side"] is match["since"] is None):
            continue
        if match["length"] and _COUNTED_FROM.search(text, max(0, match.start() - 4), match.start()):
            continue
        if later := _day_of_later(text, match, today):
            yield _form(text, later, today)
            continue
        found = dates.away(match, today)
        if found is None and (match["order"] or "") in ("上", "下"):
            continue
        if found is None:
            yield Form("window" if match["reach"] else "duration", length, match.start(), match.end())
            continue
        pointed = match["side"] or match["past"]
        time = clock.at(text, _behind(text, match.end()), loose=True) if pointed else None
        if time:
            yield Form("time", f"{found}T{time.iso}", match.start(), time.end)
        elif pointed and (since := _SINCE.match(text, match.end())):
            yield Form("date_range", f"{found}/..", match.start(), since.end())
        else:
            yield Form("date_range" if "/" in found else "date", found, match.start(), match.end())


def _day_of_later(text: str, match: re.Match[str], today: Today) -> Moment | None:
    """`2年后3月5号`, `3周后的周五`: the length names the year, the month or the week of the date behind it."""
    inside = DATE.match(text, _behind(text, match.end())) if match["side"] else None
    found = dates.away(match, today) if inside and dates.within(match["length"], inside) else None
    if inside is None or found is None:
        return None
    moment = _dated(text, inside, Known(Today.of(found)))
    return replace(moment, start=match.start())


def _behind(text: str, end: int) -> int:
    return end + text.startswith("的", end)


def _form(text: str, moment: Moment, today: Today) -> Form:
    """The form that begins with a moment: a range where another one follows, a bound where 前 or 起 does."""
    join = _JOIN.match(text, moment.end) or (_LASTING.match(text, moment.end) if moment.time else None)
    other = _other(text, join.end(), moment, today) if join else None
    if other:
        return _between(text, moment, other)
    join = _AND.match(text, moment.end)
    other = _other(text, join.end(), moment, today) if join else None
    if other and (enclosed := _ENCLOSED.match(text, other.end)):
        return _between(text, moment, replace(other, end=enclosed.end()))
    value = moment.value
    if beside := _beside(text, moment):
        return beside
    until = _UNTIL.match(text, moment.end)
    if until or (moment.dated and _CLOSING.search(text, max(0, moment.start - 4), moment.start)):
        last = value.rpartition("/")[2] if value else None
        return Form("deadline", last and f"by {last}", moment.start, until.end() if until else moment.end)
    if value and (since := _SINCE.match(text, moment.end)):
        first = value.partition("/")[0]
        if moment.dated:
            return Form("date_range", f"{first}/..", moment.start, since.end())
    if value and moment.dated and _lasts(text, moment):
        return Form("date_range", f"{value.partition('/')[0]}/..", moment.start, moment.end)
    return Form(_type(moment), value, moment.start, moment.end)


def _lasts(text: str, moment: Moment) -> bool:
    """`自2018年施行以来`, `自从去年`: what begins with the date goes on."""
    before = text[max(0, moment.start - 2) : moment.start]
    return before == "自从" or bool(_FROM_BEFORE.search(before) and _SINCE_LATER.match(text, moment.end))


def _beside(text: str, moment: Moment) -> Form | None:
    """`春节前一天`, `9月30日的后一天`: the day next to the one before it."""
    first = None if moment.time else _day(moment)
    match = _BESIDE.match(text, moment.end)
    if match is None or first is None:
        return None
    day = first + timedelta(days=1 if match["side"] == "后" else -1)
    if time := clock.at(text, match.end(), loose=True):
        return Form("time", f"{day.isoformat()}T{time.iso}", moment.start, time.end)
    return Form("date", day.isoformat(), moment.start, match.end())


def _type(moment: Moment) -> FormType:
    if moment.time:
        return "time"
    return "date" if moment.days is None or moment.days.single else "date_range"


def _other(text: str, start: int, first: Moment, today: Today) -> Moment | None:
    """The end of a range; it takes year, month and part of the day from its beginning."""
    if first.time:
        next_day = _NEXT_DAY.match(text, start)
        part = None if next_day else first.time.part
        time = clock.at(text, next_day.end() if next_day else start, loose=True, part=part)
        if time:
            earlier = (time.hour, time.minute) < (first.time.hour, first.time.minute)
            past = next_day or time.late or (first.dated and earlier)
            days = (_following(first.days) or first.days) if past else first.days
            return Moment(days, time, start, time.end, first.dated)
    match = DATE.match(text, start)
    if match is None or not first.dated:
        return _bare_end(text, start, first) if first.dated else None
    moment = _dated(text, match, Known(_pointed_back(text, match, first) or today, first.days))
    if match["nd"] and moment.days and first.days and moment.days.first.day < first.days.first.day:
        moment = replace(moment, days=_next_month(moment.days) or moment.days)
    if moment.time and not first.time and _hours(text, moment.time):
        moment = replace(moment, time=None, end=match.end())
    begin = _day(first)
    if match["weekday"] and not match["wreach"] and begin and _WEEKDAY_END.search(text, first.start, first.end):
        steps = (dates.weekday(match) - begin.weekday()) % 7
        return replace(moment, days=one(begin + timedelta(days=steps)))
    return moment


def _hours(text: str, time: Clock) -> bool:
    """`周一至周五8:00-17:00`: hours of each of the days, not the end of the last."""
    join = _JOIN.match(text, time.end)
    return join is not None and clock.at(text, join.end(), loose=True) is not None


def _day(moment: Moment) -> date | None:
    """The one day of a moment, where it is known."""
    first = moment.days.first if moment.days and moment.days.single else None
    return date(first.year, first.month, first.day) if first and first.year else None


def _bare_end(text: str, start: int, first: Moment) -> Moment | None:
    """The end of `周一至五` and `二月十三到十五`, which says its weekday or its day alone."""
    day = _day(first)
    if day is None:
        return None
    if dotted := _DOTTED_END.match(text, start):
        until = day_in(day.year, int(dotted["m"]), int(dotted["d"]))
        same = re.search(rf"\d{re.escape(dotted['sign'])}\d{{1,2}}$", text[first.start : first.end])
        return Moment(until, None, start, dotted.end(), True) if same and until else None
    if _WEEKDAY_END.search(text, first.start, first.end):
        match = _BARE_WEEKDAY.match(text, start)
        step = "一二三四五六日".index(match[0].replace("天", "日")) - day.weekday() if match else 0
    else:
        match = _BARE_DAY.match(text, start) if text[first.end - 1] not in "日号天晚早" else None
        step = dates.day_number(match[0]) - day.day if match else 0
        step = 0 if day.day + step > length(day.year, day.month) else step
    if match is None or step <= 0:
        return None
    last = day + timedelta(days=step)
    return Moment(one(last), None, start, match.end(), True)


def _following(days: Days | None) -> Days | None:
    if days is None or days.first.year is None:
        return None
    day = date(days.first.year, days.first.month, days.first.day) + timedelta(days=1)
    found = Day(day.year, day.month, day.day)
    return Days(found, found)


def _next_month(days: Days) -> Days | None:
    """The day of the same number in the next month (`28号到3号`)."""
    day = days.first
    if day.year is None or day.month == 12:
        return None
    return day_in(day.year, day.month + 1, day.day)


def _between(text: str, first: Moment, last: Moment) -> Form:
    """A range; one that ends before it begins goes on into the next year (`12月20日至1月5日`)."""
    until = _UNTIL.match(text, last.end)
    end = until.end() if until else last.end
    kind: FormType = "time" if first.time else "date_range"
    if first.value is None or last.value is None:
        return Form(kind, None, first.start, end)
    begin, finish = first.value.partition("/")[0], last.value.rpartition("/")[2]
    if first.dated and not last.time and finish < begin and last.days and (year := last.days.last.year):
        later = day_in(year + 1, last.days.last.month, last.days.last.day)
        finish = later.value if later else finish
    return Form(kind, f"{begin}/{finish}", first.start, end)
