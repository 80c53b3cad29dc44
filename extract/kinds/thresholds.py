"""阈值：其他数量规定，限额、比例、规模、金额、标准（不少于十分之一；最高不超过50万元；每亩200元；限流75%）。"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from extract.kinds import counted, portions
from extract.kinds.amounts import AFTER, FIGURED, MAGNITUDES, MONEY, UNIT, amount, each, unit_code
from extract.kinds.calendar_dates import Today
from extract.kinds.forms import Form, every
from extract.kinds.ruling_amounts import GOVERNED, NAMED, NOT_BEFORE, is_current, stands
from extract.mentions import BOUND_BEFORE, Mention, bound, ending_at, forbidden, shared_bound
from extract.numbers import NUMBER, number, plain
from ingest import patterns as re

_FOR_ONE: Final = (
    r"(?:[/／·](?:人公里|人次|剂次|剂|只次|头次|台次|人|月|学期|学年|年|天|日|户|亩|平方米|"
    r"吨公里|蒸吨|吨| ?[Mm][23³²](?![A-Za-z\d])|立方(?!米)|采暖季|供暖季|辆|家|个|台|件|次|套|学时|课时|公里|千瓦时|"
    r"千瓦|度|立方米|㎡|公斤|斤|笔|单|批|只|头|床|例|班|场|份|标箱|户次"
    r"|行政村|村|社区|校|生|所|座|栋|间|张|处|点|车|位|名|株|羽|艘|项|乡镇|县|科|门|标段|宗|页|"
    r"[\u4e00-\u9fff]{1,3}(?=$|[，。；、）（]|的?标准))){0,2}"
)
"""`元/人/年`: for each of what."""
_QUANTITY: Final = (
    rf"(?P<n>{NUMBER})(?P<mag>{MAGNITUDES})?(?P<more>[多余])?(?: (?=[%％℃A-Za-z]))?(?P<unit>%"
    rf"|％|‰|个百分点|{MONEY}{_FOR_ONE}"
    rf"|(?:{UNIT})(?:[/／](?:人工小时|人次|万人|千人|百户|人|户|亩|天|日|年|月|平方米|公里|床|栋|次|小时|分钟|秒|班|车))?|"
    rf"(?<=[万亿])次)"
)
_AMOUNT: Final = re.compile(
    rf"(?P<pre>{BOUND_BEFORE}(?:[^，。；,;\d%（]|（[^（）]{{0,16}}）|[前近]\d{{1,2}}年){{0,32}}?)?{_QUANTITY}{AFTER}"
)
_BOUND: Final = re.compile(BOUND_BEFORE)
_BARE: Final = re.compile(
    rf"(?P<pre>{BOUND_BEFORE}|系数(?:均|统一)?[为是按取：])(?P<n>\d+(?:\.\d+)?)(?P<unit>[A-Za-zμΩ][A-Za-zμΩ³²]{{0,5}}(?:/(?:\([^()\d]{{1,8}}\)|"
    rf"[A-Za-zμ³²]{{1,6}}))?|[\u4e00-\u9fff]{{1,4}}[/／][\u4e00-\u9fff]{{1,5}}(?=$|[，。；、（）]))?"
    r"(?![\d%％]|[.．,，:：]\d|[\u4e00-\u9fff](?<![且的，者时分或以和将]))"
)
"""`Ct值≥35`, `浑浊度不超过1NTU`, `不大于40微瓦/平方厘米`, `折算系数为0.5`: a bounded
number, bare or with a unit that no list holds."""
_BETWEEN: Final = re.compile(
    rf"(?P<low>(?>{NUMBER}))(?P<lmag>{MAGNITUDES})?(?P<lunit>%"
    rf"|％|{MONEY}|{UNIT})?(?P<lopen>（含）|（不含）|"
    rf"\(含\))?(?:以上|及以上)?(?:-|－|—|–|~|～|至|到|、)?(?:不满|"
    rf"不足|低于|(?<=上)[不未]超过?)?(?P<minus>(?<=[~～至到])[-－−])?"
    rf"(?P<high>{NUMBER})(?P<hmag>{MAGNITUDES})?(?P<unit>%"
    rf"|％|{MONEY}{_FOR_ONE}|{UNIT})(?P<hopen>（含）|"
    rf"（不含）)?(?P<under>(?:及)?以下)?(?:之间)?"
)
_BARE_RANGE: Final = re.compile(
    r"(?:[在为于：]|保持|控制)(?P<value>(?P<low>\d+(?:\.\d+)?)(?:[-－—–~～至]|——)(?P<high>\d+(?:\.\d+)?)"
    r"(?P<unit>[A-Za-zμΩ][A-Za-zμΩ³²]{0,5}(?:[/·][A-Za-zμ³²]{1,6})?)(?![A-Za-z\d]))"
)
"""`风速保持在0.35～0.75m/s`: a range in a unit that no list holds."""
_BOTH_ENDS: Final = re.compile(
    rf"(?:不[少低]于|超过|高于|大于|多于|达到)(?P<low>{NUMBER})(?P<lmag>{MAGNITUDES})?(?P<unit>[%％]|{MONEY}|{UNIT})"
    r"(?:（含）|以上)?，?(?:但|且|并|又|而)(?:是|且)?(?:[不未]超过|不[高大多]于|不足|不满|低于|少于|小于|未达到?)"
    rf"(?P<high>{NUMBER})(?P<hmag>{MAGNITUDES})?(?P=unit)"
)
"""`超过100万元但不超过300万元`, `高于5%且低于10%`: one range, each end said by its own word."""
_NEGATIVE: Final = re.compile(r"(?:[~～至到为于是在：:（(，、]|——)[-－−]$")
"""`-3%～5%`, `不低于-5%`: a number below zero."""


def _ranges(text: str, _: Today) -> Iterator[Mention]:
    """`30%-50%` → `30%..50%`."""
    for match in _BETWEEN.finditer(text) if _JOINS.search(text) else ():
        if (value := _range(match, text)) is not None:
            yield Mention("threshold", value, *match.span(), confidence=0.8)


def _amounts(text: str, _: Today) -> Iterator[Mention]:
    """Limits, ratios, sizes and sums.

    An exact quantity counts only where a verb of planning, granting or measuring governs it in its clause; a bounded
    one (不少于, 以上 …) always does. Numbers of enumeration (三个方面, 等5部门) and ordinals are none.
    """
    last: re.Match[str] | None = None
    capped = False
    for match in _AMOUNT.finditer(text):
        item = last is not None and _next_item(last, match, text, capped=capped)
        if item or stands(match, text):
            value, last = _value(match, text), match
            capped = bool(_AT_MOST.match(match["pre"] or "")) or (capped and item)
            value = f"<={value}" if capped and item and value[0].isdigit() else value
            sure = 0.9 if bound(match.groupdict()) else 0.7
            figure = (match.start("n"), match.end()) if _MEASURED_OVER.search(match["pre"] or "") else (0, 0)
            yield Mention("threshold", value, *match.span(), figure, sure)
            yield from _respectively(match, text, value)


def _bare(match: re.Match[str]) -> Iterator[Mention]:
    """`Ct值≥35` → `>=35`."""
    value = bound(match.groupdict()) + plain(number(match["n"])) + (match["unit"] or "")
    yield Mention("threshold", value, *match.span(), confidence=0.6)


def _bare_range(match: re.Match[str]) -> Iterator[Mention]:
    low, high = (f"{plain(number(match[end]))}{match['unit']}" for end in ("low", "high"))
    yield Mention("threshold", f"{low}..{high}", *match.span("value"), confidence=0.7)


def _both_ends(match: re.Match[str]) -> Iterator[Mention]:
    """`超过100万元但不超过300万元` → `1000000元..3000000元`."""
    low, high = amount(match["low"], match["lmag"]), amount(match["high"], match["hmag"])
    if low < high:
        unit = unit_code(match["unit"])
        yield Mention("threshold", f"{plain(low)}{unit}..{plain(high)}{unit}", *match.span(), confidence=0.85)


def _next_item(last: re.Match[str], match: re.Match[str], text: str, *, capped: bool) -> bool:
    """The next item of a row: `设一等奖5项，二等奖10项`, `高级工补贴2000元，技师3000元`.

    A part of the sum (其中市区40辆) follows a bounded one, too; so do other things of a stock (沙袋5000只、铁锹100把).
    """
    begin, end, same = last.end(), match.start("n"), last["unit"] == match["unit"]
    if end - begin > _FARTHEST or not match["n"][0].isdigit() or NAMED.match(text, match.end()):
        return False
    stock = last["unit"] in _STOCKED and match["unit"] in _STOCKED and text.startswith("、", begin)
    if (same and _PART.fullmatch(text, begin, end)) or (stock and _THING.fullmatch(text, begin, end)):
        return True
    alike = same and (text.startswith("、", begin) if capped else not bound(last.groupdict()))
    item = _ITEM.fullmatch(text, begin, end) if alike else None
    return item is not None and not _TOLD_ITEM.search(item[0])


_PART: Final = re.compile(
    r"[，,（(]其中[：:]?(?!已|现)[\u4e00-\u9fff“”]{2,14}(?<![约近等前每])|、[\u4e00-\u9fff]{2,14}各"
)
_THING: Final = re.compile(r"、(?!已|现|其中)[\u4e00-\u9fff]{2,10}(?<![约近等前每第])")
_STOCKED: Final = frozenset("只把件台辆盏套张顶根条支具艘架床箱瓶桶袋块名人")
"""What a stock or a team is counted in."""
_FARTHEST: Final = 20
"""No `_PART`, `_THING` or `_ITEM` is so long."""
_MEASURED_OVER: Final = re.compile("[前近][\\d一二三四五六七八九十]+个?[年月日天]")
"""`不超过近三年平均价格的30%`: the time in between is a value of its own."""
_AT_MOST: Final = re.compile(r"最高$|(?:最高|上限)[^，。；\d]{2,}")
"""`最高额度单职工60万元、双职工80万元`: a label that bounds each item of its row."""
_ITEM: Final = re.compile(
    r"[，；、](?:[\u4e00-\u9fff（）“”]{2,14}|[男女])|、|(?<=[名人])[\u4e00-\u9fff“”]{2,16}[，；、]"
)
_TOLD_ITEM: Final = re.compile("目前|现有|已|共|其中|(?:约|近|第|等|前|每)$")
_NEXT_OF_LIST: Final = re.compile(rf"(?:、|和|及){_QUANTITY}{AFTER}")
_OLD_RATE: Final = re.compile(
    r"(?P<per>(?:每[^，。；\d每]{1,3}){1,3})[\d.]+元[^，。；\d]{0,4}(?:提高|提升|调整|增加|降低|上调|下调|提|增|"
    r"降)(?:到|至|为)$"
)
"""`由每人每月700元提高到760元`: the new sum is for each of the same."""


def _respectively(first: re.Match[str], text: str, value: str) -> Iterator[Mention]:
    """`分别不低于20%、30%、40%`, `分别提高到900立方米和1200立方米`: what bounds or sets the first does so for each."""
    sign = value[: len(value) - len(value.lstrip("<>="))]
    if "分别" not in text[max(0, first.start() - (8 if sign else 6)) : first.end()]:
        return
    position = first.end()
    while (match := _NEXT_OF_LIST.match(text, position)) is not None:
        if not sign and match["unit"] != first["unit"]:
            return
        position = match.end()
        size = f"{plain(amount(match['n'], match['mag']))}{unit_code(match['unit'])}"
        yield Mention("threshold", sign + size, match.start("n"), position, confidence=0.85)


_SUMS: Final = re.compile(
    rf"(?:{BOUND_BEFORE}[^，。；,;\d%]{{0,12}}?)?(?<![第\d.])(?P<list>\d+(?:\.\d+)?(?:、\d+(?:\.\d+)?)+)"
    rf"(?P<mag>{MAGNITUDES})?(?P<unit>元|[%％])(?![/·])"
)
"""`不低于500、1000、2000元`: a row of figures shares bound and unit."""


def _sums(match: re.Match[str]) -> Iterator[Mention]:
    """Each figure of a row that shares its unit, where a verb of granting or setting governs the row."""
    sign, at = bound(match.groupdict()), match.start("list")
    if not (sign or GOVERNED.search(match.string[max(0, at - 30) : at])):
        return
    for figure in _FIGURE.finditer(match["list"]):
        value = f"{sign}{plain(amount(figure[0], match['mag']))}{unit_code(match['unit'])}"
        begin, end = at + figure.start(), at + figure.end()
        yield Mention("threshold", value, begin, match.end() if end == match.end("list") else end, confidence=0.85)


_FIGURE: Final = re.compile(r"\d+(?:\.\d+)?")
_REACHED: Final = re.compile(
    r"(?:(?:达到|达|实现)(?:20\d\d年的)?|达到[^，。；\d]{1,12}|(?<![未不期届])满)(?:\d[\d.]*[^，。；、\d.]{1,2}、)*$"
)
_LAST_BOUND: Final = re.compile(
    r"(?:(?:、|和|及|以及)[^，。；、\d]{0,8}\d+(?:\.\d+)?(?:[%％]|万?[^，。；、\d和及以万%％]{1,2}|万))+?(?P<way>以上|以下|以内)"
)
"""`分别压缩50%和60%以上`: the bound of the last holds for each."""
_EACH_ITS_OWN: Final = re.compile("的[^。；]{0,30}，[^，。；]{0,8}分别")
"""`对投资1亿元、5亿元、10亿元以上的项目，|分别奖励…`: each step of the row has its own grant."""
_ENDS: Final = re.compile(
    r"(?:(?P<of>[上下])限|最高[^，。；\d]{0,4}额度|限额)(?:标准)?(?:由[^，。；]{1,16})?[^，。；\d]{0,8}?(?:至|到|为|按)[^，。；\d]{0,6}"
    r"(?:\d[\d.]*万?(?:元|[%％])，[^，。；\d]{2,20}(?:由\d[^，。；]{1,12})?[^，。；\d]{0,4}[至到])?$"
)
"""`比例上限由50%提高至70%`, `最高额度由80万元提高至100万元`: the new end of what is allowed."""
_EASED: Final = re.compile(
    rf"{BOUND_BEFORE}\d[\d.]*万?(?P<unit>[^，。；\d]{{1,3}})[，；][^，。；\d]{{2,30}}放宽[到至]$"
)
"""`不超过60万元，高级认证的企业可放宽到|80万元`: what is eased bounds as it did."""
_LOWERED: Final = re.compile(r"(?:降至|降到|下降到|控制在|压减至|降低到|降低至|减至|限[速高重宽载流额量](?:为|至)?)$")


def _value(match: re.Match[str], text: str) -> str:
    sign = _nearest(match)
    if match["more"] and not sign:
        sign = ">"
    if (match["below"] or match["above"]) and text.startswith(("（不含", "(不含"), match.end()):
        sign = "<" if match["below"] else ">"
    if sign == ">" and match["below"]:
        sign = "<="
    if sign == ">" and forbidden(text, match.start()) and not text.startswith("的", match.end()):
        sign = "<="
    included = _INCLUDED.match(text, match.end()) if sign in ("<", ">") else None
    if included and included["n"] in (None, match["n"]):
        sign += "="
    if (match["below"] or match["above"]) and ("含" in text or "及以" in text):
        same = rf"(?<!\d){match['n']}{match['mag'] or ''}{match['unit']}"
        if match["below"] and re.search(rf"{same}(?:[（(]含[）)]以上|以上[（(]含[）)]|及以上)", text):
            sign = "<"
        if match["above"] and re.search(rf"{same}(?:[（(]含[）)]以下|以下[（(]含[）)]|及以下)", text):
            sign = ">"
    if (
        not sign
        and (last := _LAST_BOUND.match(text, match.end()))
        and ("分别" in text[max(0, match.start() - 40) : match.start()] or _EACH_ITS_OWN.match(text, last.end()))
    ):
        sign = ">=" if last["way"] == "以上" else "<="
    sign = sign or shared_bound(text[max(0, match.start() - 24) : match.start()])
    before = text[max(0, match.start() - 15) : match.start()]
    if not sign and (end := _ENDS.search(text[max(0, match.start() - 60) : match.start("n")])):
        sign = ">=" if end["of"] == "下" else "<="
    if not sign and (eased := ending_at(_EASED, text, match.start("n"))) and match["unit"] in eased["unit"]:
        sign = bound(eased.groupdict())
    if not sign and match["unit"] in ("岁", "周岁") and text.endswith(("放宽至", "放宽到"), 0, match.start("n")):
        sign = "<="  # how old somebody may be at most: only that is eased of ages
    if not sign and _REACHED.search(before) and (match["unit"] in "%％" or not before.endswith("实现")):
        sign = ">="
    if not sign and _LOWERED.search(before) and not text.startswith(("左右", "上下"), match.end()):
        sign = "<="
    old = ending_at(_OLD_RATE, text, match.start("n")) if match["unit"] == "元" else None
    minus = "-" if _NEGATIVE.search(text, max(0, match.start("n") - 3), match.start("n")) else ""
    size = f"{sign}{minus}{plain(amount(match['n'], match['mag']))}{unit_code(match['unit'])}"
    return f"{size}{each(old['per']) if old else ''}"


def _nearest(match: re.Match[str]) -> str:
    """The sign of an amount: of two words that bound, the one next to it counts (`最大重量超过250克`)."""
    words = None
    for words in _BOUND.finditer(match["pre"] or ""):  # noqa: B007 - the last one is wanted
        pass
    return bound(match.groupdict() | words.groupdict()) if words else bound(match.groupdict())


_INCLUDED: Final = re.compile(r"[（(]含(?:本数|(?P<n>[\d.]+)[^（）()\d]{1,6})?[）)]")
"""`小于5000万元（含）`, `低于10平方米（含10平方米）`: the bound itself is meant, too."""


_JOINS: Final = re.compile("[-－—–~～至到]|以上|不满|不足")
"""What stands between the two ends of a range."""


def _range(match: re.Match[str], text: str) -> str | None:
    joined = text[match.end("low") : match.start("high")]
    if (
        not _JOINS.search(joined)
        or is_current(text, match.start(), match.end())
        or NOT_BEFORE.search(text[max(0, match.start() - 3) : match.start()].removesuffix("等").removesuffix("其他"))
    ):
        return None
    if match["unit"] == "人" and text.startswith(("户", "家庭"), match.end()):
        return None
    if match["unit"] in ("批", "期", "类", "层", "条", "门", "部", "对", "道", "级"):
        return None
    if match["low"][0].isdigit() != match["high"][0].isdigit() and not (match["lmag"] and match["hmag"]):
        return None  # `1万至五万元` is a range all the same
    unit = unit_code(match["unit"])
    low = amount(match["low"], match["lmag"] or (match["hmag"] if not re.search(r"[元人家户个%％]", joined) else None))
    high = amount(match["high"], match["hmag"])
    low = -low if _NEGATIVE.search(text, max(0, match.start() - 3), match.start()) else low
    low, high = sorted((low, -high)) if match["minus"] else (low, high)
    named = unit.partition("/")[0] if unit.startswith("元") else unit
    first = unit_code(match["lunit"]) if match["lunit"] else named
    if ("元" in first) != ("元" in unit):
        return None
    return f"{plain(low)}{first}..{plain(high)}{unit}" if low < high or first != named else None


FORMS: Final = (
    Form(_BETWEEN, _ranges, FIGURED),
    every(_BOTH_ENDS, _both_ends, asks=FIGURED),
    every(_SUMS, _sums, asks=FIGURED),
    *counted.FORMS,
    *portions.FORMS,
    Form(_AMOUNT, _amounts, FIGURED),
    every(_BARE_RANGE, _bare_range, asks=FIGURED),
    every(_BARE, _bare, asks=FIGURED),
)
"""Limits, ratios, sizes and sums: `每亩补助3000元` → `3000元/亩`, `30%-50%` → `30%..50%`."""
