"""One date as written: `2021年3月5日`, `上个月15号`, `本周三`, `三季度`, `90年代`, `国庆节`, `三天后` → its days.

What is not said is taken from the day the text speaks from, or from the date before it in a range; where neither knows
it, it stays open.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from extract.expressions import festivals, lengths
from extract.expressions.calendar_days import Days, day_in, known, month_days, moved, one, span
from extract.expressions.date_forms import ERAS, WEEK
from extract.kinds.calendar_dates import Today
from extract.numerals import ADJACENT, adjacent, digits, is_numeral, value
from ingest import patterns as re

_DAYS_AWAY = {
    "前": -2, "昨": -1, "寻": -1, "琴": -1, "今": 0, "本": 0, "当": 0, "同": 0, "明": 1, "听": 1, "次": 1, "翌": 1,
    "后": 2,
}  # fmt: skip
_YEARS_AWAY = {
    "大前": -3, "前": -2, "去": -1, "上": -1, "上一": -1, "今": 0, "本": 0, "这": 0, "这一": 0, "同": 0, "当": 0,
    "当前": 0,
    "明": 1, "来": 1, "次": 1, "翌": 1, "下": 1, "下一": 1, "后": 2, "大后": 3,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Known:
    """What a date can take from around it: the day the text speaks from, and the date before it."""

    today: Today
    before: Days | None = None

    @property
    def year(self) -> int | None:
        """The year of a date that says none."""
        return self.before.first.year if self.before else self.today.year

    @property
    def month(self) -> int | None:
        """The month of a date that says none."""
        return self.before.first.month if self.before else self.today.month


def days(match: re.Match[str], around: Known) -> Days | None:
    """The days of a match of `DATE`; `None` where they stay open or no calendar has them."""
    if match["years"] or match["pair"] or match["reign"]:
        return _said_years(match)
    if match["mdclock"]:
        return day_in(around.year, int(match["cm"]), int(match["cd"]))
    if match["iso"]:
        return _numeric(match["iy"], match["im"], match["id"])
    if match["short"]:
        return day_in(_century_year(int(match["sy"]), around.today), int(match["sm"]), int(match["sd"]))
    if match["ymd"]:
        return day_in(2000 + int(match["ay"]), int(match["am"]), int(match["ad"]))
    if match["dotted"]:
        return day_in(_year(match["dy"], around.today), int(match["dm"]), int(match["dd"]))
    if match["dayfirst"]:
        return _numeric(match["fyear"], match["fm"], match["fd"])
    if match["compact"]:
        return _numeric(match["py"], match["pm"], match["pd"])
    if match["us"]:
        year = match["uy"] if len(match["uy"]) == 4 else str(_century_year(int(match["uy"]), around.today))
        return _numeric(year, match["um"], match["ud"])
    if match["lunar"] and _is_lunar(match):
        return _lunar_day(match, around)
    if match["newyear"] or match["lunarm"]:
        return _lunar_span(match, around)
    if match["lunar"]:
        return _solar(match["ly"], match["lm"], match["ld"], around)
    return _by_words(match, around)


def _by_words(match: re.Match[str], around: Known) -> Days | None:
    if match["century"] or match["decade"]:
        return _decade(match, around.today)
    today = known(around.today)
    if match["q"]:
        said = match["qy"] or match["qyb"]
        year = int(said) if said else around.year
        return month_days(year, int(match["qn"]) * 3 - 2, int(match["qn"]) * 3)
    if match["feast"]:
        return festivals.days(match["f"], _year(match["fy"], around.today) if match["fy"] else around.year)
    if match["alone"]:
        return _alone(match["alone"], around)
    if match["nd"]:
        return _day_of_month(day_number(match["nd"]), around) if around.month else None
    if match["rm"] or match["m"]:
        return _in_month(match, around)
    if match["ry"] or match["y"] or match["yy"] or match["zy"] or match["era"]:
        return _in_year(match, around)
    first = around.before.first if match["weekday"] and not match["wreach"] and around.before else None
    listed = date(first.year, first.month, first.day) if first and first.year else None
    return None if today is None else _relative(match, today, listed)


def _day_of_month(day: int, around: Known) -> Days | None:
    """`31号` in this month, or in the next one where this one has no such day."""
    month = around.month or 0
    return day_in(around.year, month, day) or (day_in(around.year, month + 1, day) if day > 28 else None)


def _relative(match: re.Match[str], today: date, before: date | None = None) -> Days | None:
    """`before` is the day whose week a weekday is in (`上周六、周日`)."""
    if both := match["both"]:
        if both[-1] == "年":
            return span(date(today.year, 1, 1), date(today.year + 1, 12, 31))
        start = today + timedelta(days={"昨": -1, "今": 0, "明": 1}[both[0]])
        return span(start, start + timedelta(days=1))
    if word := match["rday"]:
        then = moved(today, years=_YEARS_AWAY.get(match["rdy"] or "", 0), days=_days_away(word.rstrip("天日儿个")))
        return None if then is None else one(then)
    if match["quarterly"]:
        return _edge(_quarter(today.year * 4 + (today.month - 1) // 3 + _away(match["qreach"])), match["quarterlyend"])
    reach = match["wreach"] or match["ereach"] or match["kreach"] or ""
    base = today if before is None else before
    monday = base - timedelta(days=base.weekday()) + timedelta(weeks=_away(reach))
    if match["week"]:
        return span(monday, monday + timedelta(days=6))
    if match["weekend"]:
        return span(monday + timedelta(days=5), monday + timedelta(days=6))
    return one(monday + timedelta(days=weekday(match)))


def _days_away(word: str) -> int:
    """`大后` is a day after 后, `大大后` two days."""
    plain = word.lstrip("大")
    further = len(word) - len(plain)
    return _DAYS_AWAY[plain] + (further if plain == "后" else -further)


def weekday(match: re.Match[str]) -> int:
    """The weekday that a match says, Monday being 0."""
    said = match["w"].replace("天", "日")
    return int(said) - 1 if said.isdigit() else "一二三四五六日".index(said)


def month_alone(match: re.Match[str]) -> int | None:
    """The month of a date that says no year, `8月` and `8月5日`; a lunar one has none."""
    said = match["m"] or (match["lm"] if match["lunar"] and not match["ly"] and not _is_lunar(match) else None)
    return day_number(said) if said else None


def _away(reach: str) -> int:
    return reach.count("下") * (1 + reach.count("大")) - reach.count("上") * (1 + reach.count("大"))


def _quarter(number: int) -> Days | None:
    year, quarter = divmod(number, 4)
    return month_days(year, quarter * 3 + 1, quarter * 3 + 3)


def day_number(text: str) -> int:
    text = text.removeprefix("初").replace("廿", "二十").replace("卅", "三十")
    return int(value(text)) if is_numeral(text) else 0


def _numeric(year: str, month: str, day: str | None) -> Days | None:
    return day_in(int(year), int(month), int(day)) if day else month_days(int(year), int(month))


def _century_year(two: int, today: Today) -> int:
    """`98年` is 1998, `21年` 2021: at most twenty years ahead of the day the text speaks from."""
    return 2000 + two if 2000 + two <= (today.year or 2020) + 20 else 1900 + two


def _year(word: str, today: Today) -> int | None:
    word = word.removesuffix("个")
    if word in _YEARS_AWAY:
        return today.year + _YEARS_AWAY[word] if today.year else None
    year = int(value(word)) if "千" in word else digits(word)
    return _century_year(year, today) if len(word) == 2 and year < 100 else year


_LUNAR_NAMES = {"正": 1, "冬": 11, "腊": 12}


def _is_lunar(match: re.Match[str]) -> bool:
    said = match["lunar"]
    if "历" in said or match["lm"] in ("正", "腊", "冬"):
        return True
    return match["ld"][0] == "初" or (match["ld"][0] == "廿" and said[-1] not in "日号")


def _lunar_day(match: re.Match[str], around: Known) -> Days | None:
    year = _year(match["ly"], around.today) if match["ly"] else around.year
    month = _LUNAR_NAMES.get(match["lm"]) or day_number(match["lm"])
    found = festivals.lunar(year, month, day_number(match["ld"])) if year else None
    return None if found is None else one(found)


def _lunar_span(match: re.Match[str], around: Known) -> Days | None:
    """`大年初三`, `腊月`, `农历闰四月`."""
    said = match["ny"] or match["lmy"]
    year = _year(said, around.today) if said else around.year
    if year is None:
        return None
    if match["newyear"]:
        found = festivals.lunar(year, 1, day_number(match["nd1"]))
        return None if found is None else one(found)
    month = _LUNAR_NAMES.get(match["lmm"]) or day_number(match["lmm"])
    return festivals.lunar_month(year, month, leap=bool(match["leap"]))


def _said_years(match: re.Match[str]) -> Days | None:
    """`2016-2018` where nothing says what else it counts; `850年至1470年`, `1978-79年`."""
    first = int(match["y1"] or match["y3"] or match["y5"] or match["y7"])
    if match["y8"]:
        return _year_span(first, first + (int(match["y8"]) - first) % 100)
    last = int(match["y2"] or match["y4"] or match["y6"])
    return _year_span(first, last) if match["reign"] or last <= first + 100 else None


def _year_span(first: int, last: int) -> Days | None:
    return span(date(first, 1, 1), date(last, 12, 31)) if first < last else None


def _solar(year: str | None, month: str, day: str, around: Known) -> Days | None:
    said = _year(year, around.today) if year else around.year
    return day_in(said, day_number(month), day_number(day))


def _decade(match: re.Match[str], today: Today) -> Days | None:
    if match["century"]:
        word = match["c"]
        now = (today.year - 1) // 100 if today.year else 20
        century = now - 1 if word.startswith("上") else now if word == "本" else day_number(word) - 1
        if not match["cdecade"]:
            first, last = century * 100 + 1, century * 100 + 100
        else:
            first = century * 100 + day_number(match["cdecade"])
            last = first + 9
    else:
        first = day_number(match["decade"])
        first += 0 if first > 100 else 1900 if first >= 30 else 2000
        last = first + 9
    return span(date(first, 1, 1), date(last, 12, 31)) if first >= 1 and last <= 9999 else None


def _alone(word: str, around: Known) -> Days | None:
    if "季度" in word and (quarters := re.findall("[一二两三四1-4]", word)) and (len(quarters) == 2 or word[0] == "前"):
        first = 1 if word[0] == "前" else day_number(quarters[0])
        return month_days(around.year, first * 3 - 2, day_number(quarters[-1]) * 3)
    if word.startswith("前"):
        return month_days(around.year, 1, day_number(word[1:].removesuffix("份").removesuffix("月")))
    if word.endswith("旬") or word.startswith("月"):
        part = word.removeprefix("月")
        return _part(around.year, around.month, part) if around.month else None
    if word.startswith("年"):
        return _year_part(around.year, word[1])
    if word.endswith("半年"):
        return month_days(around.year, *((1, 6) if word[0] == "上" else (7, 12)))
    quarter = day_number(word.removeprefix("第")[0])
    return _edge(month_days(around.year, quarter * 3 - 2, quarter * 3), word[-1])


def _edge(whole: Days | None, end: str | None) -> Days | None:
    """`三季度末`: the last day, 初 the first; the whole where neither is said."""
    if whole is None or end not in ("末", "底", "初"):
        return whole
    return Days(whole.first, whole.first) if end == "初" else Days(whole.last, whole.last)


def _part(year: int | None, month: int, part: str) -> Days | None:
    whole = month_days(year, month)
    if whole is None:
        return None
    first, last = whole.first, whole.last
    bounds = {
        "上旬": (1, 10), "上中旬": (1, 20), "中旬": (11, 20), "中": (11, 20), "中下旬": (11, last.day),
        "下旬": (21, last.day),
    }  # fmt: skip
    if part in bounds:
        return Days(replace(first, day=bounds[part][0]), replace(first, day=bounds[part][1]))
    return Days(first, first) if part in ("初", "头") else Days(last, last)


def _year_part(year: int | None, part: str) -> Days | None:
    if part in "初头":
        return day_in(year, 1, 1)
    if part in "底末尾":
        return day_in(year, 12, 31)
    return month_days(year, 6) if part == "中" else month_days(year, 1, 12)


def _in_month(match: re.Match[str], around: Known) -> Days | None:
    if word := match["rm"]:
        today = around.today
        if not (today.year and today.month):
            return None
        shift = _away(word) + word.startswith("次") + 12 * _YEARS_AWAY.get(match["rmy"] or "", 0)
        year, month = divmod(today.year * 12 + today.month - 1 + shift, 12)
        return _of_month(year, month + 1, match, "")
    return _of_month(around.year, day_number(match["m"]), match, "")


def _of_month(year: int | None, month: int, match: re.Match[str], prefix: str) -> Days | None:
    if day := match[prefix + "d"]:
        return day_in(year, month, day_number(day))
    if part := match[prefix + "mpart"]:
        return _part(year, month, part)
    if said := match[prefix + "weeks"]:
        return _week_of(year, month, said) if year else None
    whole = month_days(year, month)
    if whole and (edge := match[prefix + "edge"]):
        return Days(whole.first, whole.first) if edge == "第一天" else Days(whole.last, whole.last)
    return whole


def _week_of(year: int, month: int, said: str) -> Days | None:
    """`第二个星期日`, `最后一个周一`, `第二周的周二`, `第一周` of a month: its weeks have their Thursday in it."""
    which = -1 if said.startswith("最后") else day_number(said[1])
    at = "一二三四五六日".find(said[-1].replace("天", "日"))
    in_week = len(re.findall(WEEK, said)) == 2
    found = festivals.weekday_of_month(year, month, which, 3 if at < 0 or in_week else at)
    if found and in_week:
        return one(found + timedelta(days=at - 3))
    if found is None or at >= 0:
        return None if found is None else one(found)
    return span(found - timedelta(days=3), found + timedelta(days=3))


def _of_era(said: str) -> int:
    """`公元163年`, `民国112年`, `康熙三年`, `乾隆元年`: the year of the calendar."""
    number = said[2:].replace("元", "一")
    year = int(value(number)) if is_numeral(number) else digits(number) if not re.search("[十百]", number) else 0
    return year + ERAS.get(said[:2], 1) - 1


def _in_year(match: re.Match[str], around: Known) -> Days | None:
    said = match["ry"] or match["y"] or match["yy"] or match["zy"]
    if match["era"] and match["era"].startswith(("公元前", "前")):
        return None
    year = _of_era(match["era"]) if match["era"] else _year(said, around.today)
    if month := match["ym"]:
        return _of_month(year, day_number(month), match, "y")
    if match["yweek"] and year:
        return _week_of_year(year, int(match["yweek"]))
    if tail := match["ytail"]:
        if tail.endswith("月"):
            return month_days(year, 12)
        return _year_part(year, {"伊始": "初", "第一天": "初", "最后一天": "末"}.get(tail, tail))
    if season := match["season"]:
        return _edge(_season(year, season[0]), season[-1])
    if half := match["half"]:
        return month_days(year, *((1, 6) if half[0] == "上" else (7, 12)))
    if said := match["quarters"]:
        return month_days(year, day_number(said[0]) * 3 - 2, day_number(said[-1]) * 3)
    if quarter := match["quarter"]:
        number = 1 if quarter == "首" else day_number(quarter)
        return _edge(month_days(year, number * 3 - 2, number * 3), match["quarterend"])
    if quarters := match["firstq"]:
        return month_days(year, 1, day_number(quarters) * 3)
    if months := match["nm"]:
        count = day_number(months)
        return month_days(year, *((1, count) if match["firstm"] == "前" else (13 - count, 12)))
    if match["nth"] or match["firstmonth"]:
        return month_days(year, day_number(match["nth"]) if match["nth"] else 1)
    return month_days(year, 1, 12)


def _season(year: int | None, name: str) -> Days | None:
    """Spring from March to May and so on; winter ends in the next year."""
    month = {"春": 3, "夏": 6, "秋": 9, "冬": 12}[name]
    if name != "冬":
        return month_days(year, month, month + 2)
    first, last = month_days(year, month), month_days(year + 1 if year else None, 2)
    return Days(first.first, last.last) if first and last else None


def _week_of_year(year: int, week: int) -> Days | None:
    """`2026年第10周`, as ISO 8601 counts weeks."""
    try:
        return span(date.fromisocalendar(year, week, 1), date.fromisocalendar(year, week, 7))
    except ValueError:
        return None


def within(length: str, match: re.Match[str]) -> bool:
    """Whether a date says a part of what a length counts: 3月5号 of years, 10号 of months, 周五 of weeks, 今天."""
    if match["rday"]:
        return not match["rdy"]
    if match["weekday"]:
        return not match["wreach"] and re.search("周|星期|礼拜", length) is not None
    if match["nd"]:
        return "月" in length or length.endswith("年")
    return bool(match["m"] or match["lunar"]) and length.endswith("年")


AWAY = re.compile(
    rf"(?P<length>{lengths.LENGTH})(?:(?:之|以|过)?(?P<side>前|后)(?!续|台|期|勤|院|来|往|提[是下条高升供]|三)|"
    rf"以?来(?P<since>)(?![自回访到]))"
    rf"|(?:再过|(?<![\u4e00-\u9fff])过)(?P<past>{lengths.LENGTH})(?!前|后)"
    rf"|(?<![\u4e00-\u9fff])这(?!一)(?P<lately>{lengths.LENGTH})(?![内前后])"
    rf"|(?:最近|过去|(?<![将接邻临附])近|未来|今后|接下来|随后)的?(?:这)?(?P<reach>{lengths.LENGTH})(?:来|以来|"
    rf"内)?(?!次)"
    rf"|(?:(?<![\u4e00-\u9fff”])|"
    rf"(?<=[在的于这对比从和与把为是请将]))(?P<order>[前后上下])(?P<some>{lengths.LENGTH})(?!内)"
)
"""A length of time from the day the text speaks from: `三天后`, `近三年`, `上两周`."""
ABOUT_AWAY = re.compile(
    rf"(?:最近|过去|(?P<ahead>未来|今后|接下来)|(?<![将接邻临附])近|(?<![\u4e00-\u9fff])这)?{ADJACENT}个?(?P<unit>天|"
    rf"日|周|星期|礼拜|(?<=个)月|年)"
    r"(?:(?:之|以)?(?P<side>前|后)(?!后|续|台|期|勤|院|来|往|提[是下条高升供]|三))?"
)
"""`两三天后`, `最近三四个月`: between two days, over the longer of the two lengths."""


def away(match: re.Match[str], today: Today) -> str | None:
    """The ISO date or range of a match of `AWAY`; `None` where the day is not known or the length is of hours."""
    base = known(today)
    said = match["length"] or match["reach"] or match["some"] or match["past"] or match["lately"]
    step = lengths.parts(said)
    if base is None or step is None:
        return None
    if match["past"] or (match["length"] and match["side"]):
        found = moved(base, **_signed(step, -1 if match["side"] == "前" else 1))
        return None if found is None else found.isoformat()
    ahead = re.match(r"未来|今后|接下来|随后|[后下]", match[0]) is not None
    other = moved(base, **_signed(step, 1 if ahead else -1))
    if other is None:
        return None
    if match["order"] in ("前", "后") and said in ("一天", "一日"):
        return other.isoformat()
    return f"{base.isoformat()}/{other.isoformat()}" if ahead else f"{other.isoformat()}/{base.isoformat()}"


def about_away(match: re.Match[str], today: Today) -> str | None:
    """The ISO range of a match of `ABOUT_AWAY`; `None` where it is a length alone or the day is not known."""
    base, ends = known(today), adjacent(match)
    reaching = not match["side"] and match["head"] is None and match.start("a") > match.start()
    if base is None or ends is None or not (match["side"] or reaching):
        return None
    ahead = match["side"] == "后" or bool(match["ahead"])
    steps = [lengths.parts(f"{int(one)}{'个' if match['unit'] == '月' else ''}{match['unit']}") for one in ends]
    near, far = (moved(base, **_signed(step, 1 if ahead else -1)) if step else None for step in steps)
    near = base if reaching else near
    if near is None or far is None:
        return None
    return "/".join(sorted((near.isoformat(), far.isoformat())))


def _signed(step: lengths.Parts, sign: int) -> dict[str, int]:
    return {"years": sign * step.years, "months": sign * step.months, "days": sign * step.days}
