"""期限：一项措施或状态持续多久（14天；“14+7+7”健康管理措施；连续5天；不超过1年；受理时间10月10日至12日）。"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from extract.grammar.clause_words import MEASURE
from extract.kinds.calendar_dates import Today, begins, is_past, iso, pattern, period, recurs
from extract.kinds.forms import Form, every
from extract.kinds.periods import BORN, applies
from extract.mentions import BOUND_BEFORE, Mention, bound, ending_at, forbidden, shared_bound
from extract.numbers import LENGTH, NUMBER, TIMED, duration, length, number, plain, unit
from ingest import patterns as re

_CHAIN: Final = re.compile(
    rf"[“\"”]?(?<![\d+＋])(?P<days>\d{{1,2}}(?:[+＋]\d{{1,2}}){{1,3}})(?![\d+＋年月人个条项]"
    rf"|[+＋])[”\"“]?(?=[^，。；,;]{{0,12}}?{MEASURE})"
)
_STAGES: Final = re.compile(
    rf"(?P<a>\d{{1,2}})(?P<au>天|日|"
    rf"周)(?P<what>[^，。；,;+＋\d“”]{{2,14}})[+＋](?P<b>\d{{1,2}})(?P<bu>天"
    rf"|日|周)(?=[^，。；,;+＋]{{0,4}}?{MEASURE})"
)
_RANGE: Final = re.compile(
    r"(?P<low>\d+(?:\.\d+)?|[一二两三四五六七八九十]+|半)(?P<lu>天|日|个?月|周|年|"
    r"分钟|小时|个工作日|工作日)?(?:-|－|—|~|～|至|到)(?P<length>" + LENGTH + r")"
)
_BETWEEN: Final = re.compile(
    rf"(?P<low>{LENGTH})(?:及?以上|（含）)、?(?P<short>不[满足]|未满)?(?:至|到)?(?P<high>{LENGTH})"
    r"(?(short)|(?:及?以[下内]|之内))"
)
"""`3年以上7年以下`, `一年以上两年以内`, `3年以上不满5年`."""
LASTS: Final = (
    "延长|申请|缓缴|展期|延期|执行|享受|补贴|发放|保留|停留|保存|留存|存放|公示|公告|观察|领取|支付|给予|租赁|使用|"
    "借用|减免|"
    "免收|贴息|资助|聘用"
)
"""What may or must last so long, between the bound and its length (最长可展期1年)."""
QUOTED_MEASURE: Final = re.compile(rf"[^“”，。；]{{0,8}}?{MEASURE}[^“”，。；]{{0,8}}”")
"""`实施“7天集中隔离医学观察”`: what lasts so long, quoted with its length."""
_LENGTH_OF: Final = re.compile(
    rf"(?:{BOUND_BEFORE}(?:为|达到?|可?(?:再)?(?:{LASTS})|"
    rf"[^，。；,;\d]{{0,12}}?后)?)?(?P<length>{LENGTH})(?P<after>(?:[（(]不?含[^（）()]{{0,8}}[）)])?"
    rf"(?:及?以上|及?以下|以内|之内|左右)?)"
)
_NO_STATE: Final = re.compile(
    r"(?:内|累计|降[水雨雪]量?)?(?:达到?|超过)\d[\d.]*(?:毫米|次|例|起|米)|"
    r"(?:[^，。；]{0,8}?(?:行动|攻坚))|(?:滚动|行动|发展)?(?:规划|计划)|(?:奋斗|总体)?目标|级|版|制(?!度)|"
    r"之[日时]起|期(?!满|间|限)|后(?:施行|生效|实施|起)|分钟[^，。；]{0,10}圈|"
    r"[^，。；]{0,10}?(?:服务|生活|办事|便民|健身|养老|文化|急救|救援|通勤)圈|学制|度(?!过)|以后|后的|"
    r"工期|(?:仍|还)?(?:不能|无法|未能|难以)[^，。；]{1,10}的(?:[，。；]|$)|前(?!提|往|期|后)|来|代|多|余|份|内|龄|检(?![定修])|一[次度届遇]|”?(?:之|以)?外|次|报(?![废学经送请院县市省区局部主本街镇公企])|一遇|前后|"
    r"开放|(?!内|以|连续)[^，。；、\d的]{1,4}率(?![先领])|(?:×|x|X|\*)\d|间|终|(?:以来)|一体|(?:时间)?的?努力|(?:时间)?的?奋斗|平均|"
    r"[至到]一月|或更[长多久]|[÷＝=]|产值|度电|营业额|总额|计算|无理由|降[雨水雪]|[^，。；]{0,6}(?:均值|平均浓度|雨量)"
)
_NOT_BEFORE: Final = re.compile(
    r"(?:\d(?:年|个月)[（(]|[〇○零一二三四五六七八九]{3}|\d[:：]|\d[日号](?:至|到|-|—)|"
    r"[〇○零第年月\d.．/\-每近去下前后本同历往翌隔号](?<![消止制停其]今后)|(?<!应)当|(?<!原则)(?<!以)上|提前|"
    r"月的|十四五|改革开放|建[国党军]|诞辰|超期|逾期|[春夏秋冬]|[×xX*÷=＝]|第一个|关键|[乘除]以|步行|车程|每[周月]|"
    r"每(?:季度?|延长|提前|增加|减少|[多少晚迟][\u4e00-\u9fff]{0,2}|逾期?|延[迟误期]|推迟)"
    r"|超|工龄|学|(?<!时长)(?<![预违契解签])约|平均|减少了?|降低了?|节约|节省|历时|耗时|用时|[A-Za-z])$"
)
_FIRST_FREE: Final = re.compile(rf"(?<!学)[前首](?P<length>{LENGTH})内?(?=免费|免收|不收费|免[租缴交]|全免)")
"""`前30分钟免费`: how long nothing is to be paid."""
_YEARS_IN_TURN: Final = re.compile(
    rf"(?<=[，、；：期])(?P<said>(?:前|头|后)(?P<length>{NUMBER}个?(?:年|月|学年|季度)))"
    r"(?=(?:可|应)?(?:按|给予|予以|全额|减半|减按|[免减](?!少)|每[年月]|享受|定额|分别))"
)
"""`前两年按50%、后三年按30%`: how long each step of what is granted lasts."""
_YEAR_OF_ACCOUNT: Final = re.compile(
    r"[一1]个(?:会计|纳税|自然|财政)年度(?:以|之)?内(?=，?(?:一律|均|原则上)?不(?:得|能|准|允许|予|再))"
)
"""`一个会计年度内不得变更`: how long nothing may be changed; elsewhere such a year is only what is reckoned by."""
_FREE_OF_CASES: Final = re.compile(
    rf"(?:直[至到]|持续[到至]|[至到])[^，。；\d]{{2,24}}?后(?P<length>{LENGTH})内?(?=无|未|没有|止|不再)"
)
"""`直至最后一例病例发病后25天无新发病例`: how long something must hold for the end to come."""
_AHEAD: Final = re.compile(r"(?:(?P<le>最[多长]|至多)|(?P<ge>至少|最[少短]))[^，。；,;\d的了]{1,6}$")
"""`最多免费保管7天`: the bound stands in front of the verb."""
_DAYS_OF_A_MONTH: Final = re.compile(r"[每当次本]月的?\d{1,2}日?(?:至|到|-|－|—|–|~|～)$")
"""`每月1至25日`: up to which day of the month, no length."""
_BACK_TO: Final = re.compile(r"前\d{1,3}个?(?:工作日|[日天月])[至到]$")
"""`届满前90个工作日至30个工作日期间`: the day up to which, and nothing that lasts."""
_ROUND_THE_CLOCK: Final = re.compile(
    r"(?:24|二十四)(?:个)?小时(?!内|以|后|的?(?:集中|居家|医学|隔离|观察|留观|健康监测))"
)
"""24小时值班 says at all hours, not for how long."""
_PERIOD: Final = re.compile(
    rf"(?P<lead>(?:受理|申报|申请|报名|征集|公示|实施|活动|执行|征求意见|办理"
    rf"|反馈|评审|集中|提交|试行|优惠|开放)?(?:时间|期限|期|日期|时段)?(?:为|"
    rf":|：|自|从|于|在)?)"
    rf"{pattern('a')}(?:（[^（）]{{1,6}}）)?(?:(?:上午|下午)?\d{{1,2}}[:：时点]\d{{0,2}}[分时]?)?(?:起|开始，?)?(?:(?:-"
    rf"|－|—|–|~|～|至|到|起至){{1,2}}|(?:(?<=开始，)|(?<=开始)、)(?=[^，。；]{{2,12}}结束))(?:{pattern('b')}|"
    rf"(?P<bonly>\d{{1,2}})(?:日|号))(?:（[^（）\d]{{1,6}}）)?(?:(?:上午|"
    rf"下午)?\d{{1,2}}[:：时点](?:\d{{2}}[分时]?)?)?(?:止|结束)?"
)


_FROM_NOW: Final = re.compile(rf"即日起?(?:-|－|—|–|~|～|至|到){{1,2}}{pattern('b')}(?!之?前|以前)")
"""`即日起至5月31日`: from the day of the notice."""


def _from_now(text: str, today: Today) -> Iterator[Mention]:
    for match in _FROM_NOW.finditer(text):
        start, end = applies(text[: match.end()], today)[0], iso(match, today, prefix="b")
        if start and end and not is_past(end, today):
            yield Mention("duration", f"{start}/{end}", *match.span(), confidence=0.7)


def _chain(match: re.Match[str]) -> Iterator[Mention]:
    """`“14+3”` → `P14D+P3D`."""
    days = re.split(r"[+＋]", match["days"])
    yield Mention("duration", "+".join(f"P{int(day)}D" for day in days), *match.span(), confidence=0.95)


def _stages(match: re.Match[str]) -> Iterator[Mention]:
    first, second = duration(match["a"] + match["au"]), duration(match["b"] + match["bu"])
    yield Mention("duration", f"{first}+{second}", *match.span(), confidence=0.9)


def _calendar(text: str, today: Today) -> Iterator[Mention]:
    for match in _PERIOD.finditer(text) if "月" in text else ():
        if BORN.match(text, match.end()):
            continue
        every = recurs(text, match)
        start, end = period(match, Today() if every else today, day=match["bonly"])
        if start and end and (every or end > start or (match["by"] and start[0] == "-")):
            yield Mention(
                "duration",
                f"{start}/{end}",
                begins(match),
                match.end(),
                match.span(),
                0.7,
            )


_YEARS: Final = re.compile(
    r"(?:(?<=^)|(?<=[，。；：自从在]))(?P<first>20\d\d)年?(?:-|－|—|–|~|～|至|到){1,2}(?P<last>20\d\d)年(?:度|"
    r"底)?(?=，|期间|每年|间)"
)
"""`2024—2026年，每年安排…`: the years through which a rule holds."""


def _years(match: re.Match[str]) -> Iterator[Mention]:
    if match["first"] < match["last"]:
        yield Mention("duration", f"{match['first']}-01-01/{match['last']}-12-31", *match.span(), confidence=0.7)


def _range(match: re.Match[str]) -> Iterator[Mention]:
    """`3至6个月` → `P3M..P6M`."""
    high = length(match["length"])
    low = high and length(match["low"] + (match["lu"] or unit(match["length"])))
    before = match.string[max(0, match.start() - 4) : match.start()]
    if low and high and not _falls(low, high) and not _NOT_BEFORE.search(before):
        yield Mention("duration", f"{low}..{high}", *match.span(), confidence=0.8)


_ONE_UNIT: Final = re.compile(r"(?P<number>\d+)(?P<unit>\D+)")


def _falls(low: str, high: str) -> bool:
    """Whether the first length is not the shorter one: `365天-104天` is a difference, `从30天至15天` a change."""
    first, last = _ONE_UNIT.search(low), _ONE_UNIT.search(high)
    one_unit = first and last and (low[: first.start()], first["unit"]) == (high[: last.start()], last["unit"])
    return bool(one_unit and first and last and int(first["number"]) >= int(last["number"]))


def _between(match: re.Match[str]) -> Iterator[Mention]:
    low, high = length(match["low"]), length(match["high"])
    if low and high:
        yield Mention("duration", f"{low}..{high}", *match.span(), confidence=0.85)


def _length(match: re.Match[str]) -> Iterator[Mention]:
    """`不超过1年` → `<=P1Y`."""
    text, value = match.string, length(match["length"])
    if not value:
        return
    before, after = text[max(0, match.start() - 24) : match.start()], text[match.end() : match.end() + 14]
    if match["length"] in ("半年", "半月") and not (
        match["after"] or bound(match.groupdict()) or _LASTING.search(before)
    ):
        return
    bare = match.start() == match.start("length") and not (before.endswith("月") and "个月" in match["length"])
    bare = bare and not (before.endswith(("前", "逾期", "超期")) and match["after"].endswith("以上"))
    at = match.start("length")
    if bare and after.startswith(("后，", "后,")) and (not before or before[-1] in "，,；;。"):
        return
    if ending_at(_LISTED_DAYS, text, at) or _is_operand(match) or _TAX_PERIOD.match(text, match.end()):
        return
    if "日" in match["length"] and _days_named(text, at):
        return
    off = ending_at(_PUT_OFF, text, at) and _A_DAY.match(text, at)
    if off or _DAY_OF_THE_MONTH.match(text, at) or (_LOST_MONTH.match(text, at) and ending_at(_MADE_LONGER, text, at)):
        return
    reached = ending_at(_FULL, text, at)
    if _LATELY.match(text, at) or ("周年" in match["length"] and not reached):
        return
    overdue = before.endswith("逾期") and (match["after"].endswith(("以上", "以下")) or _NOT_DONE.match(after))
    waits = before.endswith("后") and _ONLY_THEN.match(after)
    rounded = after.startswith("计算") and ending_at(_ROUNDED, text, at)
    told = bare and _NOT_BEFORE.search(before[-6:]) and not (overdue or _KEPT_UNTIL.search(before) or waits)
    in_a_row = rounded or before.endswith(("连续", "持续"))
    if (
        told
        or _BACK_TO.search(before)
        or _DAYS_OF_A_MONTH.search(before)
        or (_NO_STATE.match(after) and not in_a_row)
        or _round_the_clock(text, match)
    ):
        return
    ahead = ending_at(_AHEAD, text, match.start()) if bare else None
    sign = (
        _sign(match)
        or (bound(ahead.groupdict()) if ahead else "")
        or shared_bound(before + text[match.start() : match.start("length")])
        or _completed(before)
    )
    if "半" not in match["length"] and ending_at(_WITHSTANDS, text, match.start()):
        in_words = unit(match["length"])
        limit = plain(number(match["length"].removesuffix(in_words))) + in_words
        yield Mention("threshold", sign + limit, match.start(), match.end(), confidence=0.85)
        return
    if (
        "半" not in match["length"]
        and _SO_MANY_SUMS.match(text, match.end())
        and (limits := ending_at(_LIMITS, text, at))
    ):
        in_words = unit(match["length"])
        limit = bound(limits.groupdict()) + plain(number(match["length"].removesuffix(in_words))) + in_words
        yield Mention("threshold", limit, at, match.end(), (at, match.end()), 0.8)
        return
    between = not text.startswith("的", match.end()) and ending_at(_BETWEEN_TWO, text, match.start())
    yield Mention("interval" if between else "duration", sign + value, match.start(), match.end(), confidence=0.85)


_BETWEEN_TWO: Final = re.compile(
    rf"(?:(?:间隔|相隔)(?:(?:时间|期限?)[，：:]?|[：:])?|之日[距离][^，。；、\d不]{{2,10}})"
    rf"(?:(?>[^，。；、（\d]{{1,14}}{LENGTH}[^，。；、（\d]{{0,4}}[，、；（])){{0,4}}"
    r"(?![^，。；、（\d]*(?:年限|寿命|有效|期限|存|示))[^，。；、（\d]{0,14}$"
)
"""`间隔时间，博士|不少于3个月，硕士|不少于1个月`: what is set for each is the time between the two."""
_WITHSTANDS: Final = re.compile("耐火(?:极限|时间|时限)[^，。；\\d一二两三四半]{0,8}$")
"""`耐火极限|不低于2小时`: a limit of what is built, and nothing that goes on so long."""

_SO_MANY_SUMS: Final = re.compile(
    r"的?[^，。；、\d的]{0,10}(?:工资|租金|房租|标准|[\u4e00-\u9fff]额)(?:总额|之和)?(?=$|[，。；、的）])"
)
_LIMITS: Final = re.compile(rf"(?:{BOUND_BEFORE}|支付|补[偿助贴]|计发|发放|相当于)[^，。；\d]{{0,8}}$")
"""`押金不超过2个月租金`, `支付2个月工资`: how much it is, and nothing that lasts so long."""
_EQUALS: Final = re.compile("[=＝]")
_OPERATORS: Final = "-－+＋÷×*/"
_RECKONED: Final = re.compile("(?:乘以|除以|减去|加上)[^，。；\\d]{0,8}$")
"""`工作日乘以每日的8小时`: an operator in words."""


def _is_operand(match: re.Match[str]) -> bool:
    """`（365天-104天）÷12月＝21.75天`: what a formula reckons with is no length that is set."""
    text, start, end = match.string, match.start("length"), match.end("length")
    if ending_at(_RECKONED, text, start):
        return True
    beside = (text[max(0, start - 1) : start], text[end : end + 1])
    return any(sign and sign in _OPERATORS for sign in beside) and _EQUALS.search(text) is not None


_TAX_PERIOD: Final = re.compile("为[一1]个(?:纳税|计税|申报)期")
"""`以1个季度为1个纳税期`: by what one reckons, and no term of its own."""
_NOT_DONE: Final = re.compile("(?:仍?[未不])[^，。；]{1,10}的")
"""`逾期30日未检验的`: how long overdue makes the case."""
_KEPT_UNTIL: Final = re.compile(r"(?:保存|留存|保留|保管|留样)[^，。；\d至到]{0,14}[至到][^，。；\d]{2,18}后$")
"""`保存至合同终止后5年`, `保存报告至保质期满后6个月`: how long it is kept counts from the event."""
_ONLY_THEN: Final = re.compile("(?:方可?|才[可能]|可(?=解除|返|上岗|复|恢复))")
"""`症状消失后1周方可返园`: how long one waits."""
_DAY_OF_THE_MONTH: Final = re.compile(
    r"\d{1,2}日(?:(?<!满\d日)(?<!满\d\d日)[起止](?=$|[，,。；、]|开始)|在|上午|下午|晚|凌晨|\d{1,2}[时点:：]|召开|举行|发布|印发)"
)
"""`省长5日在大会上的讲话`: on which day something was, no length."""
_ROUNDED: Final = re.compile("不足[^，。；]{1,10}[，,]?按照?$")
"""`不足半天的按半天|计算`: what is less counts as so long."""
_LISTED_DAYS: Final = re.compile(r"(?:\d|[每当次本])月的?(?:\d{1,2}[日号]?[,，、和])+$")
"""`10月1,2,5日`: days of a month, one after the other."""
_DAYS_LISTED: Final = re.compile(r"(?:\d{1,2}日[、和])+$")
_SOME_DAYS: Final = re.compile(r"(?:\d{1,2}日[、和])*\d{1,2}日(?![内前])")
_OF_A_MONTH: Final = re.compile(r"\d月(?:\d{1,2}日|[初中底末上下])")


def _days_named(text: str, at: int) -> bool:
    """`12月7日至10日…，其中8日、9日`: days of the month that was named before."""
    front = _DAYS_LISTED.search(text[max(0, at - 16) : at])
    begin = at - len(front[0]) if front else at
    listed = _SOME_DAYS.match(text, begin)
    several = listed and ("、" in listed[0] or "和" in listed[0])
    return bool(several and _OF_A_MONTH.search(text, 0, begin))


_PUT_OFF: Final = re.compile("(?:推迟|延迟|延后|顺延|延期|假期延长?)[至到]$")
_A_DAY: Final = re.compile(r"(?:\d{1,2}|(?:1[0-2]|[1-9])(?:0[1-9]|[12]\d|3[01]))日")
"""`报名时间推迟至24日`: to which day something is put off (`TO_THE_DAY`), no length; `224日` has lost its 月."""
_MADE_LONGER: Final = re.compile("(?<!假)(?:延长|延续)[至到]$")
_LOST_MONTH: Final = re.compile(r"(?:1[0-2]|[1-9])(?:0[1-9]|[12][1-9]|31)日")
"""`受理时间延长至224日`: the 24th of a month that is lost; `延长至180日`, `产假延长至158日` last."""
_LATELY: Final = re.compile(
    r"(?<!为期)(?:一(?:周|天|年|个月|个?季度)的?[^，。；]{0,10}|(?:[两三四五六七八九十]|\d{1,2})(?:周|天|年|"
    r"个月)的[^，。；]{0,6})"
    r"(?:情况(?!下|的)|总结|小结|成效|计划|报[表告]|数据|台账)"
)
"""`报送一周工作情况`, `汇总五天的情况`: what is reported of it, no length that is set."""
_LASTING: Final = re.compile(
    r"(?:为期|期限为?|满|达|连续|延长|持续|展期|延期|期为|(?:暂停|停止|取消|中止|禁止)[^，。；]{0,10}|"
    r"停[业产](?:整[顿改])?|停[考赛牌]|时间为?)$"
)
"""What makes 半年 and 半月 lengths and not adjectives (半年总结, 半月保养)."""


_FULL: Final = re.compile(r"(?:(?<![期届不未])满|达到)$")
_SPENT: Final = re.compile("隔离|观察|监测|封闭|管控")


_NOT_EARLIER: Final = re.compile("不[得应能]?早于[^，。；\\d]{2,24}[起后]$")
"""`不得早于公告发布之日起5日`: so long at least."""
_EXTREME: Final = re.compile("最(?:(?P<long>[长高])|[短低])[^，。；\\d]{1,8}(?:为|(?<=年限)|(?<=期限))$")


def _completed(before: str) -> str:
    """`工作已满1年`, `停用达到3个月的`, `最短缴存时间为` sets the least, `最长期限为` the most.

    What is isolated 满14天 lasts just as long.
    """
    if extreme := _EXTREME.search(before):
        return "<=" if extreme["long"] else ">="
    if _FULL.search(before) and not _SPENT.search(before):
        return ">="
    return ">=" if _NOT_EARLIER.search(before) else ""


def _round_the_clock(text: str, match: re.Match[str]) -> bool:
    """Whether `24小时` means at all hours: nothing bounds it and no state lasts that long."""
    at = match.start("length")
    return (
        bool(_ROUND_THE_CLOCK.match(text, at))
        and not (match["after"] or bound(match.groupdict()))
        and not re.search(r"(?:满|隔|隔离|观察|连续|持续|为期|间隔|超过)$", text[max(0, at - 3) : at])
    )


def _sign(match: re.Match[str]) -> str:
    groups = match.groupdict()
    if groups["after"].endswith("以上"):
        return ">="
    if groups.get("gt") and forbidden(match.string, match.start()) and not match.string.startswith("的", match.end()):
        return "<="
    if groups["after"].endswith(("以下", "以内", "之内")):
        return "<="
    return bound(groups)


def _year_of_account(match: re.Match[str]) -> Iterator[Mention]:
    yield Mention("duration", "P1Y", *match.span(), confidence=0.8)


def _for_so_long(match: re.Match[str]) -> Iterator[Mention]:
    if value := length(match["length"]):
        said = "said" if "said" in match.re.groupindex else "length"
        yield Mention("duration", value, *match.span(said), confidence=0.8)


FORMS: Final = (
    every(_CHAIN, _chain),
    every(_STAGES, _stages, asks=TIMED),
    Form(_FROM_NOW, _from_now, TIMED),
    Form(_PERIOD, _calendar, TIMED),
    every(_YEARS, _years, asks=TIMED),
    every(_RANGE, _range, asks=TIMED),
    every(_FIRST_FREE, _for_so_long, asks=TIMED),
    every(_YEARS_IN_TURN, _for_so_long, asks=TIMED),
    every(_YEAR_OF_ACCOUNT, _year_of_account, asks=TIMED),
    every(_FREE_OF_CASES, _for_so_long, asks=TIMED),
    every(_BETWEEN, _between, asks=TIMED),
    every(_LENGTH_OF, _length, asks=TIMED),
)
"""Lengths of measures and states."""
