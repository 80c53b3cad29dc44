"""Days by which an act is due: `9月30日前`, `每月10日前`, `2025年底`, `推迟至10月24日`, `最晚18:00`."""

from __future__ import annotations

from bisect import bisect_right
from calendar import monthrange
from collections.abc import Iterator
from typing import Final

from extract.kinds.calendar_dates import Today, begins, is_past, iso, pattern
from extract.kinds.forms import Form
from extract.mentions import Mention, ending_at
from extract.numbers import number
from ingest import patterns as re

_DATE: Final = pattern("a")
PART: Final = "上午|下午|中午|晚上?|早上?|凌晨|傍晚"
_CAME_ABOUT: Final = (
    "(?:成立|设立|创[建办]|组建|注册|登记|备案|开业|参保|出生|入[职学伍编户]|参加工作|毕业|退[休役伍]|取得|获得|"
    "开工|竣工|投产|建成|"
    "购[买置]|签订|立项)"
)
_WHICH_ONE: Final = re.compile(
    rf"(?:依法|经批准|已)*{_CAME_ABOUT}[^，。；的]{{0,12}}[，,](?!未|不|"
    rf"逾期)[^。；]{{1,40}}?(?:的(?:[^，。；的]{{0,10}}"
    r"[员师生户民工人业位构司体织目屋筑辆车船宅庭区品备])?|者)[，,]"
)
"""`2015年10月1日之前成立，年利润不超过30万元的企业，…`: the date says which ones, over several clauses."""
_BY_DATE: Final = re.compile(
    rf"(?P<every>每(?P<unit>年|月|"
    rf"季度)(?:的)?)?(?:{_DATE})(?:[（(][^（）()]{{1,8}}[）)])?(?P<time>(?:{PART})?\d{{1,2}}(?:[:：]\d{{2}}|"
    rf"[时点](?:\d{{1,2}}分|半"
    rf"|整)?)?)?(?:[（(][^（）()]{{1,8}}[）)])?(?:(?:{PART})?下班)?(?:之前|以前|前(?!往|期|后|"
    rf"提(?![交出供请报])|列|述|款|置|沿|瞻|端|台|景|三|十|五|两|身|线)|截?止(?!付|损|时间|日期)|为止|(?P<shuts>(?:准时|自动|正式)?关闭)|(?=报送|上报|"
    rf"报[省市县区州盟旗乡镇国我财]|提交|发送|送[交达至]|寄[送至到]|交[至到]|交(?=[^，。；\d]{{1,8}}[科室处局办部院会](?:$|[，。；]))|经[^，。；]{{2,24}}[向报]))"
)
_MAY_END_A_DATE: Final = re.compile("[前止报提发送寄交关]")
_HANDED_IN_THERE: Final = re.compile(
    "(?:端口|通道|系统|入口|平台|页面|报名)[”」]?(?:[^，。；]{0,6}|[^，。；]{4,24}开[通放]，)$"
)
"""`申报端口将于8月6日24时|关闭`: what is handed in there must be handed in by then; a road that closes asks nothing."""
_BROUGHT_ABOUT: Final = (
    "完成|实现|建成|出台|启动|开展|形成|印发|落地|制定|推出|举办|新增|新建|达到|挂牌|核准|批复|开工|动工|开建|封顶|"
    "竣工|验收|"
    "投产|投用|投运|达产|投入|运营|开业|开放|开通|通车|通航|通水|通气|上线|上市|签约|签订|取得|获批|通过|交付|入住|"
    "入库|办结|兑现"
    "|拨付|发放|引进|组建|设立|整改"
)
_TARGET: Final = re.compile(
    rf"(?<![^，。；：])(?:力争|争取|确保)?到(?:(?:{_DATE})|(?P<year>20\d\d)年(?:底|末)?)(?:前)?"
    rf"(?=，|,|(?(year)(?<=年)(?:“|(?:全面|基本|初步|率先|力争)*(?:{_BROUGHT_ABOUT}|建立|打造|构建|培育)(?!了?的|[^，。；]*的(?:$|[，；])))|(?!)))"
    r"(?!.(?:实现|达到|完成)?(?:以下|如下))"
)
"""`到2020年底，实现…全覆盖`, `到2030年形成…集群`: what must be reached by then.

Beside a quantity the date is the quantity's own.
"""
_BEFORE_YEAR: Final = re.compile(
    r"(?<![^，。；：])(?:力争|争取|确保|计划|在|于)?(?P<when>(?P<y>20\d\d)年(?:之前|以前|前))"
    rf"(?=[，,]|(?:全面|基本|全部|力争|争取|确保)*(?:{_BROUGHT_ABOUT}|解决|消除|淘汰|退出|关停)(?!了?的|"
    rf"[^，。；]{{0,20}}的(?:$|[，。；])))"
)
"""`2027年前，实现…`: before that year begins; some mean its end, so the value is doubtful."""
_WHOLE_YEAR: Final = re.compile(
    r"(?:(?<![^，。；：])|(?<=[要应须]))(?:力争|争取|确保|计划|在|于|到)*(?P<when>(?P<y>20\d\d)年)(?:年?内)?"
    r"(?=(?:全面|基本|全部|如期)(?:完成|建成|实现|消除|淘汰|退出|解决|形成|建立|关停)(?!了|的|情况|"
    r"[^，。；]*(?:的(?:单位|企业|地区|地方|项目|部门|县|市|个人)?|后|时)(?:$|[，。；]))[^，。；\d了]{2,40}(?:$|"
    r"[，。；])|(?:底|末)?，[^，。；\d了]{4,60}(?:基本|全面|初步|更加|进一步|全部)(?:建[立成]|形成|健全|完善|成熟|实现|提升|增强|完成)(?=$|[，。；])|"
    r"(?:实现|扩大[到至]|拓展[到至]|推广[到至]|覆盖)(?!了|的)[^，。；\d了]{0,24}(?:全部|所有|全覆盖)[^，。；\d的]{0,16}(?:$|[，。；]))"
)
"""`2025年基本完成…任务`, `2025年，…机制基本建立`: within that year, said of one thing as a whole.

A year beside figures is the figures' own.
"""
_IN_THE_YEAR: Final = re.compile(
    r"(?<![\d一二两三四五六七八九十几数半多每该周度学近前同首])(?P<when>年内)(?![蒙外部]|累计|第)"
    r"(?![^，。；]{0,16}(?:不[得应]?少于|至少) ?[\d一二三四五六] ?次)"
    rf"(?=[^，。；]{{0,14}}?(?:{_BROUGHT_ABOUT})(?![^，。；]{{0,60}}的[，。；]|[^，。；]{{0,12}}的(?:项目|企业)))"
)
"""`年内完成整改`, `交易中心年内挂牌`: by the end of the year from which the notice speaks."""
_WITHIN_PERIOD: Final = re.compile(
    rf"(?:(?<![^，。；：])(?:力争|争取|确保|到)*|于|(?<=[应须要])在)(?:{_DATE})(?:全面|基本|全部|集中|统一|在[^，。；\d]{{1,8}})?(?=(?:完成|实现|建成|推出|印发|上线|落地|兑现|"
    rf"出台|启动|投用|开工|投入使用|制定|评估|总结)(?!了?的|[^，。；]{{1,16}}的(?:$|[，。；])))"
)
"""`上半年实现常态运行`, `6月底实现…`: a period of the year with what is done in it."""
_IN_TEN_DAYS: Final = re.compile(
    rf"(?:(?P<set>(?:要|应|须|务必|拟|将|计划|定)(?:于|在))|(?<![^，。；：]))(?P<when>{_DATE})，?(?![^，。；]{{0,4}}(?:召开|举[办行]))(?=[^，。；的]{{0,14}}?(?:组织|{_BROUGHT_ABOUT}|报送|上报|提交|进行)(?!了?的))"
)
"""`要在6月上旬开展一次大检查`, `4月中旬，市局组织督导组`: within those ten days."""
_SUPPOSED: Final = re.compile("(?:(?:^|[，。；：])(?:如|若|凡)果?[^，。；]{0,12}|(?<![例诸])[如若])$")
"""`如年内继续举办，给予补助`: a case, and nothing to be met."""
_PLAIN_DATE: Final = r"(?:(?:\d{4}|[当次下明本今])年)?\d{1,2}月(?:\d{1,2}日|底|末)?"
_AND_DATE: Final = re.compile(
    rf"(?:{_DATE})(?=(?:和|、|及|以及){_PLAIN_DATE}(?:(?:和|、|及|以及){_PLAIN_DATE})*(?:之前|以前|前))"
)
"""`3月31日、6月25日和11月20日前`: each date in front of the last one."""
_UNTIL: Final = re.compile(
    rf"(?P<word>截止(?:时间|日期|期)?(?:为|到|至|是|：|:)?|截至|"
    rf"(?:延长|延期|顺延|延缓|推迟|延|续)(?:实施|执行|适用|享受)?(?:至|到)|最[迟晚长](?:不[得应]?超过|于|不晚于|"
    rf"在)?|不[得应]?[迟晚]于|(?:完成|办理|整改|办结|报送|落实|实施|反馈|提交|报名截止"
    rf"|申报截止)?(?:时限|时间|期限)(?:要求)?(?:为|：|"
    rf":)+|(?:执行|实施|政策|减免|享受|适用)(?:的?(?:期限?|时间))?[至到])(?>{_DATE})(?:(?:（[^（）\d]{{1,8}}）)?(?:{PART})?\d{{1,2}}(?:[:：]\d{{2}}|"
    rf"[时点](?:\d{{1,2}}分)?))?(?:之?前|底|止)?"
    rf"(?!\s*(?:上午|下午)?(?:\d{{1,2}}[:：时点]\d{{0,2}}分?)?\s*(?:至|到|起|-|－|"
    rf"—|–|~|～))"
)
_DAY_OF: Final = re.compile(
    r"(?:(?:每逢?|逢(?=[双单]))(?P<unit>[双单]?月|季度?|季末?月|季度末?月?)|[次下当]月|季度?[末首]月)(?:的|首月|"
    r"第[一二三]个月|最后一个月|终了后?|末月?)?的?"
    r"(?P<days>(?:\d{1,2}|[一二三]?十[一二三四五六七八九]?)(?:日|号)?(?:[、和]\d{1,2}(?:日|号)?)*)(?:日|号)(?:（[^（）\d]{2,12}）)?"
    r"(?:之前|以前|前|内|之内|以内|底前|(?=报送|上报|报告|提交|向))"
)
"""`每月10日前`, `双月15日前`, `次月10日前`, `季末月25日前`: a day of a month that comes round."""
_DAY_OF_THE_WEEK: Final = re.compile(
    rf"每(?:周|星期)(?P<d>[一二三四五六日天])(?:{PART})?(?:下班)?(?P<end>(?:之|以)?前)(?!往|期|后)"
)
"""`每周五前`: a day of the week that comes round."""
TIME: Final = (
    r"(?P<h>\d{1,2}|二?十[一二三四五六七八九]?|[一二三四五六七八九])"
    r"(?:[:：](?P<m>\d{2})|[时点](?:(?P<m2>\d{1,2})分)?(?P<half>半)?)"
)
_CLOCK: Final = re.compile(
    r"(?:(?P<late>不[得应]?[晚迟]于|早于\d{1,2}[:：]\d{2}(?:、|或者?)[晚迟]于|最[晚迟](?:不超过|于|在)?|(?:最[晚迟]|"
    r"截止|受理|报名)[^，。；\d]{0,4}时间(?:延长|推迟|延后)[至到])|(?<![\d:：]))"
    rf"(?P<part>{PART}|当[日天]|次日)?(?:的)?{TIME}"
    r"(?(late)(?:之前|以前|前)?|(?:之前|以前|前)(?!往|期|后))"
)
_LATER_THAN: Final = {"下午": 12, "晚": 12, "晚上": 12, "傍晚": 12, "中午": 10}
"""Up to which hour a part of the day is counted from noon: `下午3点`, `中午1点`."""
_FROM_THE_DAY: Final = r"(?:(?:由|从)(?:\d{1,2}月)?\d{1,2}[日号])?"
TO_THE_DAY: Final = re.compile(
    r"(?:(?:(?P<y>20\d\d)年)?(?P<m>1[0-2]|[1-9])月份?[^，。；\d]{0,8})?"
    rf"(?:(?:(?:申报|纳税)[^，。；\d]{{0,6}}(?:期限?|时间)|假期){_FROM_THE_DAY}延长?|{_FROM_THE_DAY}(?:推迟|延迟|"
    rf"延后|顺延|延期))"
    r"[至到](?P<d>\d{1,2})[日号]"
)
"""`2月份的申报期限由15日延长至24日`, `报名时间推迟至24日`: the day of that month, no length."""


def _day_of(text: str, _: Today) -> Iterator[Mention]:
    """`每月10日前` → `by day 10`."""
    for match in _DAY_OF.finditer(text) if "月" in text or "每季" in text else ():
        for day in re.findall(r"\d{1,2}|[一二三]?十[一二三四五六七八九]?", match["days"]):
            yield Mention("deadline", f"by day {int(number(day))}", match.start("days"), match.end())


def _to_the_day(text: str, today: Today) -> Iterator[Mention]:
    for match in TO_THE_DAY.finditer(text) if "延" in text or "推迟" in text else ():
        year, month = int(match["y"] or 0) or today.year, int(match["m"] or 0) or today.month
        if year and month and int(match["d"]) <= monthrange(year, month)[1]:
            due = f"{year}-{month:02d}-{int(match['d']):02d}"
            if match["m"] or not is_past(due, today):
                yield Mention("deadline", f"by {due}", match.start("d"), match.end(), match.span())


def _by_date(text: str, today: Today) -> Iterator[Mention]:
    """`9月30日前` → `by 2021-09-30`."""
    found = list(_BY_DATE.finditer(text)) if _MAY_END_A_DATE.search(text) else []
    dues = list(_DUE.finditer(text)) if found else []
    for match in found:
        if match["shuts"] and not ending_at(_HANDED_IN_THERE, text, match.start()):
            continue
        every = bool(match["every"]) or (not match["ay"] and "每年" in text[: match.start()])
        yield from _by(match, text, _said_before(dues, match, today), every=every)


def _target(text: str, today: Today) -> Iterator[Mention]:
    for match in _TARGET.finditer(text):
        date = f"{match['year']}-12-31" if match["year"] else iso(match, today, prefix="a")
        if date:
            begin = match.start() + match[0].index("到") + 1
            yield Mention("deadline", f"by {date}", begin, match.end(), confidence=0.7)


def _within_period(text: str, today: Today) -> Iterator[Mention]:
    found = list(_WITHIN_PERIOD.finditer(text))
    dues = list(_DUE.finditer(text)) if found else []
    for match in found:
        if (match["ahalf"] or match["aend"] or match["apart"]) and (
            date := iso(match, _said_before(dues, match, today), prefix="a")
        ):
            yield Mention("deadline", f"by {date}", begins(match), match.end(), confidence=0.7)


def _in_ten_days(text: str, today: Today) -> Iterator[Mention]:
    for match in _IN_TEN_DAYS.finditer(text) if "旬" in text else ():
        date = iso(match, today, prefix="a") if (match["apart"] or "").endswith("旬") else None
        if date and (match["set"] or not is_past(date, today)):
            yield Mention("deadline", f"by {date}", *match.span("when"), confidence=0.7)


def _before_year(text: str, today: Today) -> Iterator[Mention]:
    for match in _BEFORE_YEAR.finditer(text) if "年" in text else ():
        date = f"{int(match['y']) - 1}-12-31"
        if text.startswith(("，", ","), match.end()) or not is_past(date, today):
            yield Mention("deadline", f"by {date}", *match.span("when"), confidence=0.6)


def _whole_year(text: str, today: Today) -> Iterator[Mention]:
    for match in _WHOLE_YEAR.finditer(text):
        if today.year and int(match["y"]) >= today.year:
            yield Mention("deadline", f"by {match['y']}-12-31", *match.span("when"), confidence=0.6)


def _in_the_year(text: str, today: Today) -> Iterator[Mention]:
    for match in _IN_THE_YEAR.finditer(text) if today.year else ():
        if not ending_at(_SUPPOSED, text, match.start()):
            yield Mention("deadline", f"by {today.year}-12-31", *match.span("when"))


def _and_date(text: str, today: Today) -> Iterator[Mention]:
    found = list(_AND_DATE.finditer(text))
    dues = list(_DUE.finditer(text)) if found else []
    for match in found:
        start = match.start("ay" if match["ay"] else "am")
        named = Today() if text.endswith(("每年", "每年的"), 0, start) else _said_before(dues, match, today)
        if match["am"] and (date := iso(match, named, prefix="a")):
            yield Mention("deadline", f"by {date}", start, match.end(), match.span("am"))


def _until(text: str, today: Today) -> Iterator[Mention]:
    for match in _UNTIL.finditer(text):
        if match["word"].startswith("截至") and not re.search(
            r"(?:申报|报名|申请|受理|征集|反馈|提交|有效期|期限)[^，。；]{0,8}$",
            text[: match.start()],
        ):
            continue
        if match["word"].startswith("时间") and ending_at(_HELD, text, match.start()):
            continue
        yield from _by(match, text, _spoken_of(text[: match.start()], today), every=False)


_DAY_AND_HOUR: Final = re.compile(
    rf"(?<![\d月年至到—–~～-])(?P<d>\d{{1,2}})[日号](?:{PART})?\d{{1,2}}(?:[:：]\d{{2}}|[时点](?:\d{{1,2}}分|半)?)(?:之前|以前|前)"
)
_EACH_MONTH: Final = re.compile(r"(?:[每次当下本双单]月|季度?)[^，。；\d]{0,4}$|第$|[、和]$")


_THAT_MONTH: Final = re.compile(r"(?<!\d)(?:(?P<y>20\d\d)年)?(?P<m>1[0-2]|[1-9])月\d{1,2}日")
_ON_DAY: Final = re.compile(
    r"(?:(?P<asks>(?<!申)请(?!假|求)[^，。；\d]{0,12}|务必)(?:于|在)|(?:应|须|要|并|可)(?:于|在)|(?<=[，；]))(?P<d>[12]\d|3[01]|[1-9])[日号](?:之|以)?前(?=[^，。；])"
)


def _on_day(text: str, today: Today) -> Iterator[Mention]:
    """`预计7月28日有强降雨，各地要在27日前…` → `by 2021-07-27`: a day of the month named before.

    What is asked for (`请于25日前报送`) is due in the month from which the notice speaks.
    """
    for match in _ON_DAY.finditer(text):
        if said := [*_THAT_MONTH.finditer(text, 0, match.start())]:
            due = _calendar_day(int(match["d"]), int(said[-1]["m"]), int(said[-1]["y"] or 0) or today.year)
        else:
            due = _next_such_day(int(match["d"]), today) if match["asks"] else None
        if due:
            yield Mention("deadline", f"by {due}", match.start("d"), match.end(), confidence=0.75)


def _next_such_day(day: int, today: Today) -> str | None:
    """The day in the month from which the notice speaks, or in the next where it is over."""
    if not (today.month and today.day):
        return None
    month = today.month % 12 + 1 if day < today.day else today.month
    return _calendar_day(day, month, today.year and today.year + (month < today.month))


def _calendar_day(day: int, month: int, year: int | None) -> str | None:
    return f"{year or '-'}-{month:02d}-{day:02d}" if day <= monthrange(year or 2024, month)[1] else None


def _day_and_hour(text: str, today: Today) -> Iterator[Mention]:
    """`25日8时前` in a notice of 23 July → `by 2021-07-25`, in the month from which the notice speaks, or the next."""
    for match in _DAY_AND_HOUR.finditer(text) if today.month and today.day else ():
        if ending_at(_EACH_MONTH, text, match.start()):
            continue
        if due := _next_such_day(int(match["d"]), today):
            yield Mention("deadline", f"by {due}", match.start("d"), match.end(), confidence=0.75)


def _clock(text: str, _: Today) -> Iterator[Mention]:
    for match in _CLOCK.finditer(text) if "前" in text or "于" in text or "时间" in text else ():
        if time := clock_time(match):
            bare = "时间" in (match["late"] or "") or text.startswith("早于", match.start())
            said = match.start("part" if match["part"] else "h") if bare else match.start()
            said = match.start("h") if text.startswith("每", said - 1) else said
            yield Mention("deadline", f"by {time}", said, match.end())


def clock_time(match: re.Match[str]) -> str | None:
    """`下午3点半` → `15:30`; `None` for what no clock shows."""
    hour = int(number(match["h"]))
    hour += 12 if hour < _LATER_THAN.get(match["part"], 0) else 0
    minute = 30 if match["half"] else int(match["m"] or match["m2"] or 0)
    return f"{hour:02d}:{minute:02d}" if hour <= 24 and minute < 60 else None


_HELD: Final = re.compile(
    r"(?:会议|[考面笔]试|比赛|活动|报到|体检|培训|施工|停[水电气]|放假|营业|开放|开[标会学始]|起始|发布|演出|检查|"
    r"集合)$"
)
"""`会议时间：4月20日`: when something is held, no time by which it must be done."""
_DUE: Final = re.compile(
    r"(?P<y>20\d\d)年(?:(?P<m>\d{1,2})月)?(?:底|末|\d{1,2}日)?(?:之前|以前|前|(?=[、和及]\d{1,2}月))"
)
_FULL_DATE: Final = re.compile(r"(?P<y>20\d\d)年(?P<m>\d{1,2})月\d{1,2}日")


def _said_before(dues: list[re.Match[str]], date: re.Match[str], today: Today) -> Today:
    """The day that a date without a year counts from: the deadline before it in the sentence, else the notice's own
    (`2023年3月底前…，6月底前…`), else, where that has no year, any year named before."""
    passed = bisect_right(dues, date.start(), key=lambda due: due.end())
    due = dues[passed - 1] if passed else None
    if due is None and today.year is None:
        due = next(_FULL_DATE.finditer(date.string, 0, date.start()), None)
    if due and "其中" in due.string[due.end() : date.start()]:
        return Today(int(due["y"]))
    return Today(int(due["y"]), int(due["m"]) if due["m"] else None) if due else today


_SAID_YEAR: Final = re.compile(r"(?P<y>20\d\d)年(?:(?P<m>\d{1,2})月)?[^，。；]*$")


def _spoken_of(before: str, today: Today) -> Today:
    """`2020年2月份申报期限延长至24日` counts from the month of its clause, else from the notice's own day."""
    said = _SAID_YEAR.search(before)
    return Today(int(said["y"]), int(said["m"]) if said["m"] else None) if said else today


_TO_DAY: Final = re.compile(
    r"\d[月日号时](?:(?:上午|下午)?\d{1,2}[:：时点](?:\d{2}分?)?)?(?:起|开始)?(?:至|到|-|－|—|~|～){1,2}$"
)
"""`1月1日至6月30日报送`, `自8日9:00起至12日17:00止`: a period, and its last day no deadline of its own."""
_BEGUN: Final = re.compile(
    r"已(?:经)?[^，。；]{1,30}的|(?:养老|医疗|失业|工伤|生育|社会)保险|欠[缴费税]"
    r"|(?:依法|经)?(?:取得|获得|发[放给布生]|核发|颁发|签[发订约]|订立|成立|设立|注册|批准|核准|印发|出[生台]|"
    r"入[职学伍]|参加工作|参保|"
    r"到期|届满|退休|购[买置]|毕业|竣工|投产|持有|生产|进口|施行|实施)[^，。；]{0,16}的(?!申请|时间|期限)"
)
"""`9月30日前已开工的项目`, `2025年底前取得的证书`: the date says which, not by when."""


def _by(match: re.Match[str], text: str, today: Today, *, every: bool) -> Iterator[Mention]:
    if match["aey"] == "每" and match["aend"] in ("月底", "月末"):
        yield Mention("deadline", "by day 31", match.end("aend") - 1, match.end())
        return
    of_each = every or text.startswith(("次", "下", "当", "翌"), begins(match) - 1)
    if of_each and match["aend"] and match["aend"].startswith("月"):
        return
    undone = ending_at(_NOT_YET, text, begins(match)) and not text.startswith("的", match.end())
    ordered = text.startswith(_TO_BE_DONE, begins(match) - 2)
    if not undone and (
        text.startswith("的", match.end())
        or text.startswith("出生", match.end())
        or (not ordered and (_BEGUN.match(text, match.end()) or _WHICH_ONE.match(text, match.end())))
        or (text[match.end() - 1] != "前" and ending_at(_TO_DAY, text, begins(match)))
    ):
        return
    date = iso(match, Today() if every else today, prefix="a")
    if date and (undone or not (is_past(date, today) and _DESCRIBES.match(text, match.end()))):
        yield Mention("deadline", f"by {date}", begins(match), match.end())


_NOT_YET: Final = re.compile("(?:未|没有)能?按?[在于]$")
"""`未在3月31日前取得许可证的，一律停产`: who has not done it by then; whoever has is not told apart."""
_TO_BE_DONE: Final = ("要在", "应在", "须在", "应于", "须于", "要于", "确保", "力争")
"""`须于7月31日前取得相应的证书`: behind these the day is one to be met, and tells nothing apart."""
_DESCRIBES: Final = re.compile(
    r"(?![将把][^，。；]{1,40}的[^，。；的]{1,20}?(?:报|送|寄|交|发|上传|提供))[^，。；]{1,24}?的|[^，。；]{0,4}(?:未|没有|已)"
)
"""`2016年1月1日前发放的居住证`: a day before the notice tells which ones, and is nothing to be met.

What is handed in (`4月20日前将加盖公章的材料报送…`) is still asked for.
"""


def _day_of_the_week(text: str, _: Today) -> Iterator[Mention]:
    for match in _DAY_OF_THE_WEEK.finditer(text):
        day = "一二三四五六日".index(match["d"].replace("天", "日")) + 1
        yield Mention("deadline", f"by day {day}", match.start("d"), match.end(), match.span("end"), 0.8)


FORMS: Final = (
    Form(_DAY_OF, _day_of),
    Form(_DAY_OF_THE_WEEK, _day_of_the_week),
    Form(TO_THE_DAY, _to_the_day),
    Form(_BY_DATE, _by_date),
    Form(_TARGET, _target),
    Form(_WITHIN_PERIOD, _within_period),
    Form(_IN_TEN_DAYS, _in_ten_days),
    Form(_BEFORE_YEAR, _before_year),
    Form(_WHOLE_YEAR, _whole_year),
    Form(_IN_THE_YEAR, _in_the_year),
    Form(_AND_DATE, _and_date),
    Form(_UNTIL, _until),
    Form(_ON_DAY, _on_day),
    Form(_DAY_AND_HOUR, _day_and_hour),
    Form(_CLOCK, _clock),
)
"""`by 2021-09-30`, `by day 10`, `by --03-31`, `by 18:00`."""
