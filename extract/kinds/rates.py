"""Amounts for each of something: 每亩补助3000元, 每人每天100元, 每招用1人补贴1500元."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from extract.kinds.amounts import AFTER, MAGNITUDES, UNIT, amount, each, unit_code
from extract.kinds.forms import every
from extract.mentions import BOUND_BEFORE, BOUND_END, Mention, bound, ending_at
from extract.numbers import NUMBER, plain
from ingest import patterns as re

_PAYS: Final = "补[助贴]|奖[励补]|给予|资助|收取|缴纳|支付|发放|扣[除减]|罚款|增加"
"""`每个|补助2万元`: what is paid is no noun; `each` is of what was named before."""
_PER: Final = re.compile(
    rf"(?P<per>(?:(?:按照?)?每(?:个)?(?:人次|剂次|只次|头次|台次|人|户|亩|平方米|平方公里|公顷|吨公里|人公里|吨|辆|家|个(?!月|工作日|"
    rf"季度|品种|阶段|项目|企业)|"
    rf"台|件|次|套|月|半年|半小时|学年|年|学科|科(?![室技])|门(?![诊店])|季度|学期|学时|课时|小时|分钟|秒(?!杀)|天|日|公里|千瓦时|"
    rf"度|立方米|升|毫升|例|头|只|羽|株|张|床|名|位|"
    rf"项(?!目)|班|车次|车|"
    rf"座|间|栋|幢|处|所|支|具|穴|册|本(?![省市县区级年月周])|桶|盒|袋|瓶|箱|幅|块|根|棵|枚|架|口|千瓦|兆瓦|千克|克|"
    rf"方(?!面|案)|趟|航次|班次|页|节|剂|针|尾|窝|票|条|份|单|笔|场|期|艘|企业|项目|专业(?!人员|技术|群|（)|学生|生|家庭|村|社区|县|乡镇|镇|"
    rf"乡|校|标准箱|公斤|斤|㎡|餐|[百千万]人口?|(?:[百千万]|\d+)户|"
    rf"(?!{_PAYS}|[隔逢满增降超减多少提新再高低])[\u4e00-\u9fff]{{2}}(?=\d[\d.]*万?元)|(?![隔逢满增降超减多少提新再高低])[\u4e00-\u9fff](?=补[助贴]|奖[励补]|收[费取]|征收|缴[纳费]|不[得应]?(?:超过|低于)|最[高低]|\d))(?:[\u4e00-\u9fff]{{1,3}}(?=每[年月天日次]))?){{1,3}})"
    rf"(?P<gap>(?:(?![后前内每])[^，。；：,;:\d□“”]){{0,10}}?[：:]?)(?:{BOUND_BEFORE})?"
    rf"(?:(?P<low>\d+(?:\.\d+)?)(?:[-－—–~～至到]|——)(?=\d))?(?P<n>{NUMBER})(?P<mag>{MAGNITUDES})?(?P<unit>元"
    rf"|{UNIT})(?!工作日|月|小时|季度){AFTER}"
)
_PER_SO_LONG: Final = re.compile(
    rf"每(?P<per>\d+个?(?:分钟|小时|[天日月]))(?:[计加]?收[费取]?|按|为)?(?P<n>{NUMBER})(?P<mag>万)?元(?![/／·])"
)
"""`之后每30分钟3元`: the sum for each so long, and nothing done so often."""
_PER_ACT: Final = re.compile(
    rf"每(?!第)[\u4e00-\u9fff]{{2,4}}(?:1|"
    rf"一)(?P<per>个百分点|平方米|公里|小时|分钟|(?:[人名户家台辆座吨亩年例项件天日月]|个(?!月|工作|小时|学|季|"
    rf"基点)))(?:(?![后前内])[^，。；,;\d□“”]){{0,16}}?"
    rf"(?P<pre>{BOUND_BEFORE})?(?P<n>{NUMBER})(?P<mag>{MAGNITUDES})?元(?![/／·])"
)
"""`每招用1人补贴1500元`: the sum for each one."""


def _per(match: re.Match[str]) -> Iterator[Mention]:
    """`每亩补助3000元` → `3000元/亩`, `每人每天100元` → `100元/人/天`."""
    text = match.string
    measured = (
        (match["unit"] in _MEASURES and _HEAD.search(match["per"]))
        or (match["unit"] != "元" and _HUNDREDS.fullmatch(match["per"]) and not _HAVE.search(match["gap"]))
        or (match["unit"] in _RATIONED and not match["gap"] and _EACH_TIME.fullmatch(match["per"]))
        or (match["unit"] in ("公里", "千米") and match["per"] == "每小时")
        or (
            match["unit"] in _FLOWS
            and not match["gap"]
            and _FLOW_TIME.fullmatch(match["per"])
            and bound(match.groupdict())
        )
        or (match["unit"] in _CONTAINED and _CONTAINER.fullmatch(match["per"]))
        or (match["unit"][0] not in "%％元" and _HEAD.search(match["per"]) and _STANDARD.match(text, match.end()))
    )
    if (match["unit"] != "元" and not measured) or match["mag"] in ("百", "千"):
        return
    if (match["above"] or match["below"]) and _SO_MANY_OF_SUCH.match(text, match.end()):
        return
    if text.startswith(("/", "／", "·"), match.end()):
        row = _BOUND_IN.search(match["gap"])
        if match["unit"] == "元" and not row and (more := _FOR_ONE_MORE.match(text, match.end())):
            value = _with_one_more(_rate(match), f"/{unit_code(more['of'])}")
            yield Mention("threshold", value, match.start(), more.end(), confidence=0.85)
        return
    if match["unit"] == "元" and (other := _UP_TO.match(text, match.end()) or _RAISED.match(text, match.end())):
        risen = other.groupdict().get("risen")
        front = f"{plain(amount(match['n'], match['mag']))}元.." if risen is None else "<=" * bool(_FALLS.search(risen))
        value = f"{front}{plain(amount(other['n'], other['mag']))}元{each(match['per'])}"
        yield Mention("threshold", value, match.start(), other.end(), confidence=0.85)
        return
    first = None if match["low"] or bound(match.groupdict()) else ending_at(BOUND_END, text, match.start())
    limited = (
        "<=" if not bound(match.groupdict()) and _LIMITED.search(text, max(0, match.start() - 4), match.start()) else ""
    )
    flow = _FLOW_OF.search(text, max(0, match.start() - 8), match.start()) if match["unit"] in _FLOWS else None
    sign, begin = (bound(first.groupdict()), first.start()) if first else (limited, (flow or match).start())
    yield Mention("threshold", sign + _rate(match), begin, match.end(), confidence=0.85)
    yield from _of_a_row(match, text)


def _per_so_long(match: re.Match[str]) -> Iterator[Mention]:
    value = f"{plain(amount(match['n'], match['mag']))}元/{match['per']}"
    yield Mention("threshold", value, *match.span(), confidence=0.8)


def _per_act(match: re.Match[str]) -> Iterator[Mention]:
    value = f"{bound(match.groupdict())}{plain(amount(match['n'], match['mag']))}元/{match['per']}"
    yield Mention("threshold", value, *match.span(), confidence=0.8)


_ROW_SUM: Final = re.compile(r"(?<![\d.])(?P<n>\d[\d.]*)(?P<mag>万)?元(?=[，、；。）]|$)")
_PER_ROW: Final = re.compile(
    r"(?P<per>每[人户生亩床辆台家名](?:每(?:学[年期]|[年月天日]))?)[^，。；：\d]{0,10}："
    r"(?P<row>(?:(?:\d级)?[^，。；：、（）岁\d]{1,14}\d[\d.]*万?元(?:[，、；]|(?=[。）]|$))){2,})"
)
"""`每人每月分别增加：一级伤残300元，二级伤残200元`: what stands over a row is said of each of its sums."""


def _per_row(match: re.Match[str]) -> Iterator[Mention]:
    claim = match.start()
    for item in _ROW_SUM.finditer(match.string, match.start("row"), match.end("row")):
        value = f"{plain(amount(item['n'], item['mag']))}元{each(match['per'])}"
        yield Mention("threshold", value, *item.span(), (claim, item.end()), 0.85)
        claim = item.end()


FORMS: Final = (
    every(_PER_ROW, _per_row),
    every(_PER, _per),
    every(_PER_SO_LONG, _per_so_long),
    every(_PER_ACT, _per_act),
)


_UP_TO: Final = re.compile(rf"(?:(?<=以上)|至|到|-|－|—|–|~|～)(?P<n>{NUMBER})(?P<mag>万)?元(?:以下)?(?![/／·])")
"""`每人每年200元至3000元`: both ends are for each of the same."""
_RAISED: Final = re.compile(
    rf"(?P<risen>[^，。；\d]{{0,4}}(?:提高|提升|调整|增加|降低|上调|下调|提|增|降)(?:到|至|"
    rf"为))(?P<n>{NUMBER})(?P<mag>万)?元(?![/／·])"
)
"""`每人每年由200元提高到300元`: the new sum is what is set."""
_BOUND_IN: Final = re.compile(BOUND_BEFORE)
"""`每人每年最高奖励5000元`: the bound stands in front of the verb."""
_FOR_ONE_MORE: Final = re.compile(r"[/／](?P<of>人次|[人户亩台套辆床家年月天日])(?![/／·])")
"""`每月200元|/人`: for each of something, each month."""


def _with_one_more(rate: str, per: str) -> str:
    """`200元/月` for each `/人` → `200元/人/月`: the time stands last; what is said twice is said once."""
    sums, slash, others = rate.partition("/")
    if per in f"/{others}":
        return rate
    return rate + per if per in ("/年", "/月", "/天", "/日") else f"{sums}{per}{slash}{others}"


_SO_MANY_OF_SUCH: Final = re.compile(
    r"的?[\u4e00-\u9fff]{0,6}(?:企业|项目|公司|基金|园区|平台|集群|产业链|基地|商户|村|镇|品种|产品|"
    r"主体)[^，。；、\d]{0,4}\d[\d.]*[^，。；\d%％元]"
)
"""`每年引进投资5亿元以上项目3个`: the sum tells of which size they are, and comes no oftener than they do."""
_FALLS: Final = re.compile("[降减]")
_NEXT_SUM: Final = re.compile(rf"(?:、|和|及)(?P<n>{NUMBER})(?P<mag>万)?元(?![/／·])")


def _of_a_row(first: re.Match[str], text: str) -> Iterator[Mention]:
    """`每件奖励50万元、30万元`: each sum of the row is for each of the same, and bounded alike."""
    position = first.end()
    per, sign = "/" + _rate(first).partition("/")[2], bound(first.groupdict())
    while (match := _NEXT_SUM.match(text, position)) is not None:
        position = match.end()
        value = f"{sign}{plain(amount(match['n'], match['mag']))}元{per}"
        yield Mention("threshold", value, match.start("n"), position, confidence=0.85)


_MEASURES: Final = ("平方米", "㎡", "立方米", "升", "毫升", "千克", "公斤", "克", "吨", "千瓦时")
_HEAD: Final = re.compile(r"人|户|亩|公顷|吨|平方米|床|生")
"""`每人30平方米`, `每亩不超过300立方米`: a measure for each of what it is shared out to."""


_CONTAINED, _CONTAINER = ("毫克", "微克", "克", "毫升"), re.compile("每(?:升|毫升|千克|公斤|立方米|百公里)")
"""`每升0.3毫克`, `每千克不超过20微克`: how much of something is in so much."""
_RATIONED, _EACH_TIME = tuple("份张册瓶袋盒只件包条桶罐粒"), re.compile("每(?:[人户]每)?[天日周月年]")
"""`每月25份`, `每人每天2瓶`: so many in each such time."""
_FLOWS, _FLOW_TIME = ("米", "立方米", "吨", "升"), re.compile("每(?:小时|分钟|[秒天日])")
_FLOW_OF: Final = re.compile(r"最[大高小低][\u4e00-\u9fff]{1,6}$")
"""`最大取水量每秒10立方米以上`: how much in each such time at least or at most, and what flows so."""
_QUOTA: Final = re.compile("限[购领带报用捕]?$")
"""`每人限购2公斤`."""
_LIMITED: Final = re.compile("限[速载重](?:为|至)?$")
"""`限速每小时60公里`: no more than that."""
_HUNDREDS, _HAVE = re.compile("每[百千万]人口?"), re.compile("有|达|配|设")
"""`每千人不少于4批次`: so many for each thousand."""
_STANDARD: Final = re.compile("的?(?:标准|比例|定额)|控制|核[定算]|配[备置建套]|安排|储备")
"""`按每人每天2只的标准配备`: so many for each."""


def _rate(match: re.Match[str]) -> str:
    size, unit = amount(match["n"], match["mag"]), unit_code(match["unit"])
    in_front = _BOUND_IN.search(match["gap"])
    sign = bound(match.groupdict()) or (bound(in_front.groupdict()) if in_front else "")
    sign = sign or "<=" * bool(_QUOTA.search(match["gap"]))
    if match["low"]:
        low = amount(match["low"], match["mag"])
        sign = f"{plain(low if low < size else amount(match['low'], None))}{unit}.."
    per = each(match["per"])
    return f"{sign}{plain(size)}{unit_code(unit + per) if unit in _CONTAINED else unit + per}"
