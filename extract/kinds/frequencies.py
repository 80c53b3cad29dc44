"""频次：多久一次（每3天1次；每天早、晚各1次；按日报告；“三天三检”；每季度至少一次）。"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from extract.kinds.amounts import UNIT
from extract.kinds.calendar_dates import Today
from extract.kinds.forms import Form, every
from extract.kinds.hours import HOURS
from extract.mentions import BOUND_BEFORE, Mention, bound
from extract.numbers import NUMBER, SEASONS, UNIT_CODE, iso, length, number, plain
from ingest import patterns as re

_TIMES: Final = (
    r"(?:次|遍|条(?!例|款|件|规|线|道|龙|生|路|街)|轮(?!流|换|岗)|期(?!间|限|满)|篇|场(?!所|地|景)|回|检(?![查测验修疫索])|"
    r"节(?!日|约|能|水|点|假))"
)
_PERIOD: Final = (
    rf"(?:(?:(?P<near>{NUMBER})个?(?:-|—|~|～|至|到))?(?P<n>{NUMBER})(?:个)?)?(?P<unit>工作日|学期|学年|天|日|双?周(?!期|岁|转)|"
    r"星期|[双单]月|半年|半个月|半月|半个?小时|半[天日]|旬|月|季度|季(?!节)|年度|年(?!龄|级)|小时|分钟|"
    r"晚(?!间|[会报点]|[^，。；]{0,6}\d[\d.]*元|[^，。；]{0,4}(?:不[得应]?超过|最[高低])))"
)
_EVERY: Final = re.compile(
    rf"(?P<min>至少|最少|不[得应]?[少低]于)?(?:每(?:[隔逢]|满(?=[^，。；]{{1,2}}(?:年|个月)))?(?:个)?|"
    rf"逢(?=[单双]月)){_PERIOD}(?!增长|"
    rf"递增|增加|均|人|户|度电)"
    r"(?P<rest>(?:(?:(?!、每|、[^，。；、每]{1,8}每(?:半年|季度?|[年月周日天旬])|\d[日号]前|每隔?[\d一二两三四五六]+个?(?:[年月周天日]|小时|分钟))[^，。；：,;:“”□]){0,40}?|早、?(?:中、?)?晚[^，。；,;]{0,30}?))"
    rf"(?:(?P<bound>不[得应能]?少于|至少|不低于|各|最多|不[得应能]?超过|"
    rf"不多于)?(?:各?(?:开展|进行|组织|召开|做|撰写|报送|"
    rf"公布)?(?P<bound2>不少于|至少|各)?)(?<!第)(?P<k>{NUMBER})"
    rf"(?:(?:-|－|—|–|~|～|至|到)(?P<k2>{NUMBER}))?{_TIMES}(?P<more>以上|（含）以上)?)"
)
_EVERY_BARE: Final = re.compile(
    rf"(?P<min>至少|不[得应]?[少低]于|"
    rf"最少)?(?<![\d个])(?:每(?:[隔逢]|满(?=[^，。；]{{1,2}}(?:年|个月)))?(?:个)?|逢(?=[单双]月)){_PERIOD}(?:初|"
    rf"(?:末月?|底)(?!之?前|"
    rf"以前))?(?:都|"
    rf"均)?(?!的(?!\d|[上下中]午|早上|晚)|相应(?:增加|减少|提高|上调|下调)|增长|递增|递减|下降|降低|提高|提升|上升|平均|人均|均(?!要|应|须)|人(?!工)|"
    rf"户|生(?!产)"
    rf"|度电|开[播学]|的?\d{{1,2}}小时(?!以)|[约不超过]*\d+(?:\.\d+)?(?:公里|千米|吨|立方米|升|毫米|千瓦)|"
    rf"[\u4e00-\u9fff]{{0,4}}(?:产能|产量|用量|处理量)|"
    rf"(?:日常|业务|运行|运维|维护|管理|办公|培训|工作|公用|财政|专项)*(?:经费|费用|支出|收入|资金)|"
    rf"[\u4e00-\u9fff]{{0,12}}(?:[量额]|(?<=[奖补助][励贴助])上限|运力|能力|(?<!浓)度|(?<=[人户])数)(?=(?:最[多高]|原则上|一般|总体)*(?:不|控制|达|为|应|保持))(?![^，。；]{{0,30}}[\d一二两三]次)|"
    rf"[\u4e00-\u9fff]{{2,12}}(?:率|比例|占比)(?=不|控制|达|为|应|保持|超过|[高低]于)|一(?:个|项|家|名))"
)
_N_TIMES: Final = re.compile(
    r"(?<![第\d每年月近前])(?P<n>[一二两三四五六七八九十]|(?<![上下])半(?=[年月])|"
    r"\d{1,2})(?:个)?(?P<unit>天|日|周|月|季度?|年|小时|"
    r"学期)(?:(?:报告|上报|报送|续报|记录|安排|召开|开展|组织|进行|检查|检测|更换|巡查|举[办行]|评[审选定估]|认定|调整|修订|考核|公布|轮换|"
    r"校准|检[定验]|复[核审]|普查|清[洗理查]|换届|招[收生]|分)(?=[^，。；]{1,4}次)|"
    r"完成(?=[^，。；]{1,2}轮))?(?P<bound>至少|"
    r"不少于)?(?P<k>[一二两三四五六七八九十]|"
    r"\d{1,2})"
    r"(?:检(?:[测验修]|查)?|次(?!性|会|要)|轮次?(?![换流岗训])|测试?|报(?!告厅)|调度|巡查?|消杀?|"
    r"(?<=[二两三四五六十\d]年一)度(?=的)|清(?!单)|(?<=一)[记签结登](?![者名])|评(?:估(?!机构)|[审选议价])?|审(?:核|计|查)?(?!批)|体检|复[审核查]|轮[训换班岗]|换届|换证|演练|普查|"
    r"修订|考核|聘任?|研判|通报|排查|会商|总结)"
)
_ROUND: Final = re.compile(
    rf"(?<!每)(?P<n>{NUMBER})(?P<unit>年|个?月)(?:为?一个?|1个?)(?:周期|轮(?![换流岗]))|(?:检[定验测修查]|校准|维[保护]|轮[训换]|清洗|巡[检查]|抽[检查]|监测|"
    rf"更换|体检|复[核审])周期(?:一般|原则上|均)*[为是：](?P<n2>{NUMBER})(?P<unit2>年|个?月|天|周|日)(?!以)"
)
"""`5年一周期的全员轮训`, `检定周期为一年`: once in so long."""
_CAPPED: Final = re.compile(
    rf"(?:(?P<day>当[天日]|单日|每日|一天)|(?P<n>{NUMBER})个?(?P<unit>小时|天|日|周|月|学期|年)(?:之|"
    rf"以)?内)[^，。；]{{0,8}}?"
    rf"(?P<bound>不[得应能]?超过|最多|至多|不[得应能]?少于|不低于|至少|[只仅](?:能|可以?|得|限)[^，。；\d]{{0,6}}?)"
    rf"(?P<k>{NUMBER})(?:批?次|[批期场])"
)
"""`当天不得超过六次`, `一小时内不得超过三次`: so many in each such period."""
_BY: Final = re.compile(
    r"(?P<min>至少|不少于)?(?:按|逐)(?P<unit>日|天|周|旬|月|季度|季|学期|学年|年度(?=对|向|开展|组织|进行|报|考核|评)|年)(?!度|龄|限|份|利率|化|"
    r"等|期|计划|[^，。；]{2,4}方式|[^，。；]{2,6}的(?=[于在应须，])|[^，。；]{0,24}[百千万]分之|[^，。；]{2,24}[当次下]月起(?:[，,]|$)"
    r"|[^，。；]{1,16}的(?:[^，。；]{0,6}人员|纳税|企业|人|单位|项目|"
    r"缴费))(?=对[^，。；]{2,40}(?:进行|开展)|(?:向|通过|利用|依托)[^，。；]{2,60}?(?:报|通报|反馈|提交|缴|支付|上传|录入)|"
    r"[^，。；,;]{0,14}?(?:报|调度|通报|开展|组织|召开|抽查|"
    r"巡查|巡检|公布|统计|反馈|公示|考核|监测|汇总|收取|缴|申报|支付|结算|清算"
    r"|付|补[贴助]|返还|复[核查审检]|核查|减免|扣[缴减除]|兑现|收集|整理|提取|送|交[纳费]|上传|更新|推送|梳理|发(?![展现生挥育达票])|分析|跟踪|评|检查|申请|审核|编制|退还|"
    r"预缴|领取|报销|对账|核[算对]|登记|记录|填|开具|录入|"
    r"清点|走访))"
)
_SYSTEM: Final = re.compile(
    r"(?<![每\d年月节假工连即当逐生近同今春夏秋冬一二三四五六七八九十])(?P<unit>日|周|月|季|"
    r"旬)(?P<what>报告|报(?!、[周月季年半])|调度|通报|管控|排查|会商|研判|监测|点评|总结|"
    r"例会)(?=制度|机制|工作|要求|、(?:零报告|[日周月季]))|"
    r"(?<=、)(?P<unit2>周|月|季)(?P<what2>排查|调度|通报|会商|"
    r"总结)(?=[”、])"
)
_REPORT: Final = re.compile(
    r"(?P<unit>[日周旬月季年半])(?:报(?<![每\d上本首].报)(?=(?<=报送[^年]报)|(?<=[上填编]报[^年]报)|"
    r"表?报送(?:时间|时限|期限)|表?(?:应当?|须|于|在|由|为)[^，。；]{0,12}\d+(?:个工作)?[日天])|"
    r"(?P<cycle>(?:(?<=[月季])度|(?<=半)年度?|(?<=年)度(?=[^，。；、]{2,4}[制机]))(?<![上本下该当首一二三四].度)(?:工作|协调|联席)?"
    r"(?:(?:调度|通报|会商|研判|点评|例会|会议|讲评|排名|预警)(?=制度|机制|例会|、|，|。|；|的方式)|"
    r"(?:对外|集中)?(?:公布|发布|公示|公开|报告|报送|评估|考核|分析|检查|抽查|协调|轮换)(?:例会|会议|会)?(?=制度|"
    r"机制))))"
)
"""`季报报送时间为季后20日内`, `实行月度调度、季度通报`: what is named after its rhythm; `报送年报` names a paper."""
_RHYTHM: Final = r"(?:半年|[双半]月|[日周旬月季年])(?![度份常边龄节期末初内均报])[\u4e00-\u9fff]{1,4}?"
_RHYTHMS: Final = re.compile(
    rf"(?:“|‘|(?:实行|执行|落实|推行|坚持|建立|实现|履行|健全|加强|强化|"
    rf"完善)(?:[\u4e00-\u9fff]{{2,8}}?)??)(?P<list>{_RHYTHM}(?:、{_RHYTHM})+)"
    r"(?=[”’，。]|等?(?:工作|监管)?[制机])"
)
"""`执行“日管控、周排查、月调度”制度`: each act of the list after its rhythm."""
_SETTLED: Final = re.compile(
    r"(?:(?:实行|进行|开展|实施|接受|加强(?!.[\u4e00-\u9fff]{2}、[日周旬月季年半双]))(?P<how>(?P<unit>[双半]?月|季|半年|年)度?)(?:结算|清算|拨付|预拨|发放|报告|通报|调度|考[核评]|评[估议]|汇总|"
    r"检[查验]|审计|体检|会商|抽查|监测|督[查导])|、(?P<how2>(?P<unit2>双月|季度|半年)度?)(?:调度|通报|督[查导]|检查|会商|研判|"
    r"监测)(?=[^，。；、]{2,14}(?:情况|进[展度]|问题|工作)))(?!事项|清单|计划|指标|优秀|结果)"
    r"|(?<=[、，：“])(?P<how3>(?P<unit3>半年|[周月季]|年(?=[底末终中]))[底末终中]?有(?:调度|检查|考[核评]|通报|总结|小结|督[查导]|评[估比议]|会商|研判|点评))(?=[、，。；”])"
)
"""`实行季度结算`, `每月发布、|季度督查进展情况`, `每季有调度、半年有检查`: how often is said in front of the act."""
_NAMES_A_RESULT: Final = re.compile(
    "(?:根据|按照|依据|结合|参照|与|和)每[日天周月年][^，。；\\d每]{2,14}?(?:结果|情况|数据|信息|变化|"
    "形势)(?=[，。；]|同步|对比|动态|相)|以每[日天周月年][^，。；\\d每次]{2,12}的(?:成效|成绩|进展|变化|努力|业绩)"
)
"""`根据每日评估结果，…`: what comes anew each day is the ground, and nothing that is done so often."""
_FIELD: Final = re.compile(
    "(?![统通]计|记|登记|[上填]?报|公[布示开]|核|测|清点|检查|收[集取]|补)[\u4e00-\u9fff]{1,6}(?:次数|时间|时长|时数|"
    "人数|[^力质]量|[金数]额|额|数|费|收入|情况)(?=[、，。；）]|等|和|及|以及)"
)
"""`包括姓名、每年申报次数、联系电话`: what is entered in a form is named with its period."""
_SLASHED: Final = re.compile(
    rf"(?<!\d)(?=[^。；]*[/／])(?:(?:{BOUND_BEFORE})?(?:(?P<low>{NUMBER})[-－—–~～至到])?(?P<k>{NUMBER})(?:次|遍)[/／](?P<n>{NUMBER})?|(?P<n2>{NUMBER}))"
    r"个?(?P<unit>小时|天|日|周|月|季度|年)(?(k)|[/／]次)"
)
"""`不少于2次/天`, `2天/次`: the acts and the time that they are done in, with a slash between, asked for first."""
_EVERY_OTHER: Final = re.compile(
    r"(?<![每间相时阻])隔(?P<unit>[日天周])(?:[\u4e00-\u9fff]{0,6}?[一1](?:次|检(?!查)|测|巡|消|换|报)|(?=开展|进行|检测|巡查|消毒|采样|轮换))"
)
"""`隔日检测一次`: once in two days."""
_CHANGED: Final = re.compile(
    r"(?<![内后前每第\d月年])(?P<n>[一二两三四五六七八九十]|\d{1,2})个?(?P<unit>小时|天|日)(?:左右)?(?:须|应|要|"
    r"必须)?更换(?!完|为)"
)
"""`口罩一般4小时更换`: anew after so long."""
_THROUGH_THE_YEAR: Final = re.compile(
    rf"全年(?P<min>至少|不少于)?(?:开展|组织|进行|召开|举办|集中)+(?P<min2>至少|不少于)?(?P<k>{NUMBER})次"
)
"""`全年开展一次综合评价`."""
_MORNING_AND_EVENING: Final = re.compile("(?<![每天日])早晚各?(?=进行|开展|测量?|监测|检测|消毒|巡查|量|通风|报告)")
"""`早晚进行体温监测`: twice a day, also where no day is named."""
_DAYS_A_WEEK: Final = re.compile(
    rf"(?:开放|开展|营业|上班|工作|到岗)?(?P<min>至少|不少于)?(?P<k>{NUMBER})天(?!内|前|后|的)"
)
"""`每周5天` says on how many of its days."""
_ALWAYS_OPEN: Final = re.compile("[、，×x*]?(?:每[天日])?(?:24|二十四)小时")
"""`每周7天、每天24小时`: at all hours, nothing that is done so often."""
_ALLOTTED: Final = re.compile(
    rf"(?:{NUMBER})(?:[只件套支瓶袋片克升]|个(?!月|小时|工作|学期|百分|基))|"
    rf"(?:按|约|为)?(?:{NUMBER})个?[学课]时|按(?:{NUMBER})个月|(?:至少|不[得应能]?少于|不[得应能]?超过|不低于|达到|保证)(?:{NUMBER})(?:个)?(?:小时|"
    rf"分钟)(?:$|[，。；的])|"
    r"[^，。；\d]{0,6}时[间段](?:为|：)?\d{1,2}[:：时点]|"
    r"[^，。；]{0,16}时间[^，。；]{0,10}?(?:不[得应能]?(?:少于|低于|超过)|达到|至少|保证)|"
    rf"[^，。；\d]{{1,8}}不[得应能]?超过(?:{NUMBER})(?:个)?(?:小时|分钟)"
)
"""`每年培训时间不少于40小时`, `每天睡眠时间达到10小时`: time allotted in each period, nothing done once in it."""
_OPEN_ON: Final = re.compile(r"[一二三四](?:至|到|-|—)(?:周|星期)?[四五六日天]")
"""`每周一至周五9:00至17:00`: on which days the hours hold."""
_ACCRUES: Final = re.compile(
    r"(?:按|加收)[^，。；]{0,24}(?:分之|[%％‰])|(?:(?:不[得应]?(?:超过|[低少高多]于)|"
    r"最[高低])[^，。；次\d]{0,24})?(?:[百千万]分之|\d[\d.]*[%％‰](?!的?比例(?:进行|开展|随机|抽)))|等值|"
    r"[^，。；\d]{0,6}(?:标准|金额|限额)(?:(?:统一)?(?:为|按)|不[得应]?(?:超过|[低少高多]于)|最[高低])"
)
"""`每日按滞纳税款的万分之五加收`, `缴费每年不超过工资总额的8%`: a rate by the day or year."""
_LISTS: Final = ("、", "包括", "包含", "载明", "注明", "标明", "填写")
_CLOCK: Final = r"\d{1,2}(?:[:：]\d{2}|[时点])"
_DAY: Final = r"\d{1,2}[日号]"
_MONTH: Final = r"(?:\d{1,2}|[一二三四五六七八九十]+)月份?"
_PARTS: Final = re.compile(
    rf"(?:在|于)?(?:{SEASONS}|{_MONTH}(?:[、和及]{_MONTH})+|"
    rf"{_CLOCK}(?:[、和及]{_CLOCK})+|{_DAY}(?:[、和及]{_DAY})+)"
)
"""`每年春、秋季各开展1次`, `每年春秋两季各1次`, `每年上、下半年各1次`: once in each of the parts that are named."""
_MONTHS: Final = re.compile(rf"的?{_MONTH}(?:[、和及]{_MONTH})+(?![\d日号底末初上中下起至到前])")
"""`每年3月、9月提交`: once in each month that is named."""
_DATES: Final = re.compile(r"的?\d{1,2}月\d{1,2}日前?(?:[、和及]\d{1,2}月\d{1,2}日前?)+(?!至|到|起|-|—)")
"""`每年1月15日、7月15日前报送`: by each day that is named."""
_SEASON: Final = re.compile(
    rf"(?<=[为是]每年){_MONTH}(?:\d{{1,2}}|[一二三四五六七八九十]+)[日号](?:-|－|—|–|~|～|至|到){{1,2}}(?:次年)?{_MONTH}"
)
"""`采暖期为每年11月10日至次年3月20日`: when it is, and nothing done so often."""
_SEASONS, _APART = re.compile(rf"(?:在|于)?{SEASONS}"), re.compile("[、和及两二三四]")
"""`每年春秋两季开展`: in each of the seasons; 秋冬季 is one."""
_DAILY_TWICE: Final = re.compile(r"早、?(?P<noon>午|中)?、?(?:和|及)?晚|上午?[、和及]下午|上下午")
_PERIODS: Final = {
    "晚": "P1D",
    "半年": "P6M",
    "学期": "P6M",
    "半月": "P15D",
    "半个月": "P15D",
    "半小时": "PT30M",
    "半个小时": "PT30M",
    "半天": "PT12H",
    "半日": "PT12H",
    "季度": "P3M",
    "季": "P3M",
    "旬": "P10D",
    "双周": "P2W",
    "双月": "P2M",
    "单月": "P2M",
    "年度": "P1Y",
}
_WEEKDAYS: Final = re.compile(r"^[一二三四五六日](?:(?:、|和|及)周?[一二三四五六日天])*(?![次个名项家批])")


def _every(text: str, _: Today) -> Iterator[Mention]:
    """`每3天1次` → `1/P3D`, `每天早、晚各1次` → `2/P1D`, `每周至少2次` → `>=2/P1W`."""
    position = 0
    named = [match.span() for match in _NAMES_A_RESULT.finditer(text)]
    while (bare := _EVERY_BARE.search(text, position)) is not None:
        position = bare.end()
        period = _within(bare["near"], bare["n"], bare["unit"])
        if not period or any(begin <= bare.start() < end for begin, end in named):
            continue
        full = _EVERY.match(text, bare.start())
        if full:
            now = _SO_OFTEN_NOW.match(text, full.end())
            position = now.end() if now else full.end()
            times = plain(number(now["k"])) if now else f"{_sign(full)}{_times(full)}"
            measured, claim = _MEASURED_IN_IT.search(full["rest"]), (full.start(), position)
            if (measured and times == "1") or _DUE_IN_IT.search(full["rest"]):
                claim = bare.span()
            elif measured:
                claim = full.end("rest"), position
            yield Mention("frequency", f"{times}/{period}", full.start(), position, claim)
            continue
        if text[: bare.start()].endswith(_LISTS) and _FIELD.match(text, bare.end()):
            continue
        if any(pattern.match(text, bare.end()) for pattern in (_ALLOTTED, _ACCRUES, HOURS, _OPEN_ON, _SEASON)):
            continue
        if bare["unit"] in ("周", "星期") and (of := _DAYS_A_WEEK.match(text, bare.end())):
            position = of.end()
            if _ALWAYS_OPEN.match(text, position):
                continue
            sign = ">=" if of["min"] else ""
            yield Mention("frequency", f"{sign}{plain(number(of['k']))}/{period}", bare.start(), of.end())
            position = of.end()
            continue
        sign = ">=" if bare["min"] else ""
        count, end = _named_times(text, bare)
        yield Mention("frequency", f"{sign}{count}/{period}", bare.start(), end, confidence=0.8)


def _named_times(text: str, bare: re.Match[str]) -> tuple[int, int]:
    """(how often, where the words end) of `每天早、晚`, `每日8时、20时`, `每周一、三、五`; else once."""
    at = bare.end()
    if twice := _DAILY_TWICE.match(text, at):
        return (3 if twice["noon"] else 2), twice.end()
    if bare["unit"] in ("天", "日") and (hours := _PARTS.match(text, at)):
        return _number_of(hours), hours.end()
    if bare["unit"] in ("周", "星期") and (days := _WEEKDAYS.match(text[at:])):
        return len(re.findall(r"[一二三四五六日天]", days[0])), at + days.end()
    if bare["unit"] in ("年", "年度") and (months := _MONTHS.match(text, at)):
        return _number_of(months), months.end()
    if bare["unit"] in ("年", "年度") and (dates := _DATES.match(text, at)):
        return len(re.findall("月", dates[0])), at
    if bare["unit"] in ("年", "年度") and (seasons := _SEASONS.match(text, at)) and _APART.search(seasons[0]):
        return _number_of(seasons), seasons.end()
    return 1, at


def _number_of(parts: re.Match[str]) -> int:
    """How many parts of the period are named: `春、秋季` → 2, `9时、17时` → 2."""
    return len(re.findall(r"[春夏秋冬上下]|月|[时点:：日号]", parts[0]))


def _sign(match: re.Match[str]) -> str:
    if match["min"] or _AT_LEAST_SO_OFTEN.search(match["rest"]):
        return ">="
    words = {match["min"], match["bound"], match["bound2"], match["more"]} - {None}
    if any(map(_AT_LEAST.fullmatch, words)):
        return ">="
    if re.search("最多|不[得应能]?超过", match["rest"]):
        return "<="
    return "<=" if any(map(_AT_MOST.fullmatch, words)) else ""


_AT_LEAST_SO_OFTEN: Final = re.compile(rf"(?:至少|不少于)(?!\d[\d.]*(?:{UNIT}|[%％]))")
_AT_LEAST: Final = re.compile("至少|最少|不[得应能]?[少低]于|(?:（含）)?以上")
_AT_MOST: Final = re.compile("最多|不[得应能]?(?:超过|多于)")


_DUE_IN_IT: Final = re.compile(
    "前\\d{1,3}个?(?:工作)?[日天月]|后\\d{1,3}个?(?:工作)?[日天月](?:之|以)?内|\\d(?:[:：]\\d\\d|[时点](?:\\d\\d分|半)?)(?:之|以)?前"
)
"""`每学期在学期结束前10个工作日内办理一次`: by when in each period stands between, and is read by itself."""
_MEASURED_IN_IT: Final = re.compile(rf"\d(?:{UNIT}|[%％])")
"""`每天用500毫克/升的消毒液擦拭一次`, `每年对20%的企业抽查一次`: what stands between is a value of its own."""
_SO_OFTEN_NOW: Final = re.compile(
    rf"(?:的?频[次率])?(?:增加|提高|调整|减少|降低|加密|增|减|改|变更)(?:为|到|至)(?P<k>{NUMBER}){_TIMES}"
)
"""`每日检测由2次|增加为3次`: how often it is from now on."""
_EVENTS_EACH: Final = re.compile("(?:[^、，。；和及]{1,9}(?<!前)[前后][、和及])+[^、，。；]{1,6}[前后]各")
"""`每日上岗前、下班后各测温1次`: once at each of the events that are named."""


def _times(match: re.Match[str]) -> str:
    count = number(match["k"])
    both = _DAILY_TWICE.search(match["rest"])
    if both and "各" in match[0]:
        count *= 3 if both["noon"] else 2
    if "各" in match[0] and (parts := _PARTS.match(match["rest"])):
        count *= _number_of(parts)
    if events := _EVENTS_EACH.match(match["rest"]):
        count *= len(re.findall("[前后](?=[、和及各])", events[0]))
    if match["rest"].endswith("前后各") or ("前后" in match["rest"] and "各" in match[0]):
        count *= 2
    if match["k2"]:
        return f"{plain(count)}..{plain(number(match['k2']))}"
    return plain(count)


def _within(near: str | None, count: str | None, unit: str) -> str | None:
    """`每3至5天` → `P3D..P5D`; one length where only one is said."""
    period = _period(count, unit)
    first = _period(near, unit) if near and period else None
    return f"{first}..{period}" if first else period


def _period(count: str | None, unit: str) -> str | None:
    if unit in _PERIODS:
        period = _PERIODS[unit]
        if count and number(count) != 1:
            longer = number(count) * Decimal(int("".join(filter(str.isdigit, period))))
            return f"P{plain(longer)}{period[-1]}"
        return period
    code = UNIT_CODE["个月" if unit == "月" else unit]
    return iso(number(count) if count else Decimal(1), code)


def _n_times(match: re.Match[str]) -> Iterator[Mention]:
    """`五天三检` → `3/P5D`."""
    if period := length("半" + match["unit"]) if match["n"] == "半" else _period(match["n"], match["unit"]):
        value = f"{'>=' if match['bound'] else ''}{plain(number(match['k']))}/{period}"
        yield Mention("frequency", value, *match.span(), act=not match[0].endswith(("次", "度")))


def _round(match: re.Match[str]) -> Iterator[Mention]:
    if period := _period(match["n"] or match["n2"], (match["unit"] or match["unit2"]).removeprefix("个")):
        start = match.start("n" if match["n"] else "n2")
        yield Mention("frequency", f"1/{period}", start, match.end(), match.span())


def _capped(match: re.Match[str]) -> Iterator[Mention]:
    sign = ">=" if "少" in match["bound"] or "低" in match["bound"] else "<="
    if period := "P1D" if match["day"] else _period(match["n"], match["unit"]):
        yield Mention("frequency", f"{sign}{plain(number(match['k']))}/{period}", *match.span())


def _slashed(match: re.Match[str]) -> Iterator[Mention]:
    if period := _period(match["n"] or match["n2"], match["unit"]):
        low = f"{plain(number(match['low']))}.." if match["low"] else bound(match.groupdict())
        value = f"{low}{plain(number(match['k'] or '1'))}/{period}"
        yield Mention("frequency", value, *match.span(), confidence=0.8)


def _every_other(match: re.Match[str]) -> Iterator[Mention]:
    yield Mention("frequency", "1/P2W" if match["unit"] == "周" else "1/P2D", *match.span(), confidence=0.8)


def _changed(match: re.Match[str]) -> Iterator[Mention]:
    yield Mention(
        "frequency", f"1/{_period(match['n'], match['unit'])}", match.start("n"), match.end("unit"), confidence=0.75
    )


def _through_the_year(match: re.Match[str]) -> Iterator[Mention]:
    sign = ">=" if match["min"] or match["min2"] else ""
    yield Mention("frequency", f"{sign}{plain(number(match['k']))}/P1Y", *match.span(), confidence=0.8)


def _morning_and_evening(match: re.Match[str]) -> Iterator[Mention]:
    yield Mention("frequency", "2/P1D", *match.span(), confidence=0.75)


def _by(match: re.Match[str]) -> Iterator[Mention]:
    sign = ">=" if match["min"] else ""
    yield Mention("frequency", f"{sign}1/{_period(None, match['unit'])}", *match.span(), confidence=0.8)


def _settled(match: re.Match[str]) -> Iterator[Mention]:
    which = next(n for n in ("", "2", "3") if match["how" + n])
    value = f"1/{_period(None, match['unit' + which])}"
    yield Mention("frequency", value, *match.span("how" + which), confidence=0.75, act=which == "3")


def _report(match: re.Match[str]) -> Iterator[Mention]:
    unit = "半年" if match["unit"] == "半" else match["unit"]
    yield Mention("frequency", f"1/{_period(None, unit)}", *match.span(), confidence=0.7, act=bool(match["cycle"]))


def _rhythms(match: re.Match[str]) -> Iterator[Mention]:
    for item in re.finditer(r"[^、]+", match["list"]):
        begin = match.start("list") + item.start()
        unit = item[0][:2] if item[0][0] in "半双" else item[0][0]
        yield Mention("frequency", f"1/{_period(None, unit)}", begin, begin + len(item[0]), act=True)


def _system(match: re.Match[str]) -> Iterator[Mention]:
    unit = match["unit"] or match["unit2"]
    yield Mention("frequency", f"1/{_period(None, unit)}", *match.span(), confidence=0.7, act=True)


FORMS: Final = (
    Form(_EVERY_BARE, _every),
    every(_N_TIMES, _n_times),
    every(_ROUND, _round),
    every(_CAPPED, _capped),
    every(_SLASHED, _slashed),
    every(_EVERY_OTHER, _every_other),
    every(_CHANGED, _changed),
    every(_THROUGH_THE_YEAR, _through_the_year),
    every(_MORNING_AND_EVENING, _morning_and_evening),
    every(_BY, _by),
    every(_SETTLED, _settled),
    every(_REPORT, _report),
    every(_RHYTHMS, _rhythms),
    every(_SYSTEM, _system),
)
