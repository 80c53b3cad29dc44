"""Quantities in a form of their own: fractions, per cent in words, ratios, majorities, halves, weights, ages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from extract.grammar.quantity_verbs import COUNTED
from extract.kinds.amounts import AFTER, FIGURED, amount, unit_code
from extract.kinds.forms import every
from extract.mentions import BOUND_AFTER, BOUND_BEFORE, BOUND_END, Mention, bound, ending_at
from extract.numbers import NUMBER, fraction, number, plain
from ingest import patterns as re

_PERCENT_HAN: Final = re.compile(
    rf"(?:{BOUND_BEFORE}[^，。；,;\d]{{0,16}}?)?百分之(?P<n>{NUMBER})(?:(?:至|到|-|—|～)百分之(?P<to>{NUMBER}))?{AFTER}"
)
_FRACTION: Final = re.compile(
    rf"(?:{BOUND_BEFORE}[^，。；,;\d]{{0,20}}?)?(?<!百)(?P<f>[一二三四五六七八九十]+分之[一二三四五六七八九十]+){AFTER}"
)
_PER_TEN_THOUSAND: Final = re.compile(
    rf"(?:{BOUND_BEFORE}[^，。；,;\d%]{{0,16}}?)?(?P<of>千|万)分之(?P<n>{NUMBER}){AFTER}"
)
_DOUBLE: Final = re.compile(
    r"(?<=[\u4e00-\u9fff])[双加]倍数量|(?:双|加)倍(?=计|支付|赔|给|发|奖|返|补|扣|处罚)(?![^，。；]{0,4}的)"
)
"""`开展双倍数量的抽检`, `双倍返还`; a clause that opens with 双倍数量的 speaks of it again."""
_AGE: Final = re.compile(rf"(?<![未不])(?:年满|(?<=[，。；、应须])满)(?P<n>{NUMBER})(?P<unit>周岁|岁)(?!以[上下])")
"""`年满18周岁`: the age is reached, so a lower bound."""
_WEIGHT: Final = re.compile(
    r"^[\u4e00-\u9fff、（）“”]{2,24}[（(](?:权重|分值|满分|共)?(?P<value>(?P<n>\d{1,4}(?:\.\d)?)(?P<unit>[%％]|"
    r"分))[）)](?=[。：]|$)"
)
"""`专利质量（25%）`, `组织领导（8分）`: the weight of what is assessed."""
_SUM_BARE: Final = re.compile(
    rf"(?:资金|资产|投资|产值|收入|金额|额)[^，。；\d]{{0,8}}(?P<value>(?P<n>{NUMBER})(?P<mag>千万|百万|亿|"
    rf"万){BOUND_AFTER})(?=$|[，。；、的])"
)
"""`资金达到1千万以上`: money whose 元 is left out."""
_SUM_AWARDED: Final = re.compile(
    rf"(?:奖励?|补[助贴]|资助|罚款?|扶持)(?P<value>(?:{BOUND_BEFORE})?(?P<n>{NUMBER})(?P<mag>千万|百万|亿|万))(?=$|[，。；、])"
)
"""`成功上市奖500万`: a sum granted whose 元 is left out."""
_SUM_WORD: Final = re.compile(
    r"(?<![\d一二两三四五六七八九十百千万几数上近多])(?P<mag>[百千]万|十万|亿)元(?P<above>以上)"
)
"""`百万元以上的案件`: a round sum without a figure, which only a bound makes a quantity."""
_LOST: Final = re.compile(r"(?<![\d）)])[%％]")
"""`按照%给予奖励`: the page has lost its figures."""
_SUM_RANGE: Final = re.compile(
    rf"(?:资金|资产|投资|产值|收入|金额|贡献|税收|额)[^，。；\d]{{0,4}}(?P<value>(?P<n>{NUMBER})(?P<mag1>亿|"
    rf"万)?[-－—–~～至到]+(?P<to>{NUMBER})"
    rf"(?P<mag>亿|万))(?=$|[，。；、的（(])"
)
"""`贡献在500万—1000万的`: a range of money whose 元 is left out."""
_PEOPLE: Final = re.compile(
    rf"人口[^，。；\d]{{0,4}}?(?P<value>(?:{BOUND_BEFORE})?(?P<n>{NUMBER})(?P<mag>千万|百万|亿|万){AFTER})(?=$|"
    rf"[，。；、的])"
)
"""`户籍人口超过100万的城市`: people whose 人 is left out."""
_SO_PEOPLED: Final = re.compile(rf"(?P<value>(?P<n>{NUMBER})(?P<mag>万){BOUND_AFTER})(?=人口的)")
"""`50万以上人口的县`: the same, with the noun behind."""
_SLASHED: Final = re.compile(
    rf"(?:{BOUND_BEFORE}[^，。；,;\d]{{0,12}}?|(?P<reached>达到?)[^，。；,;\d]{{0,8}}?|的|(?:占|空|留出?|(?<!已)(?<!已分别)(?:减[少免征]?|降低|增加|提高|压[缩减]|缩短))(?:约|为)?|(?<=\d/\d)[、和](?=\d/\d{{1,2}}(?:$|[，。；、]))|"
    rf"(?<![\d/.])(?=\d/\d{{1,2}}以上))(?P<value>(?P<part>\d)[/／](?P<whole>\d{{1,2}})(?![\d/年月]))(?P<above>以上)?"
)
"""`不超过实际缴费的2/3`, `2/3以上委员出席`, `头部占7/10`: a fraction in figures."""
_LONG: Final = "(?:毫米|厘米|像素|英寸|米|mm|ｍｍ|cm|ｃｍ|px)"
_SIZE: Final = re.compile(
    rf"(?P<least>最小为?)?(?:大小为?|尺寸为?|规格为?|长宽为?|"
    rf"像素为?)?(?P<value>(?:{BOUND_BEFORE})?(?P<a>(?<![\d.])\d+(?:\.\d+)?)(?P<au>{_LONG})?[×xX*＊](?P<b>\d+(?:\.\d+)?)(?P<bu>{_LONG}))"
)
"""`规格为35mm×45mm`, `最小为240×320像素`: length by width."""

_MAJORITY: Final = re.compile(
    r"(?:(?P<over>超?过半数?|超过(?:[^，。；\d]{2,12}的?)?(?:半数|一半))|半数以上|一半以上)(?=的|同意|通过|出席|赞成|方[可为能]|即[可为]|成员|委员|业主|代表|表决|投票|"
    r"参加|到会|"
    r"支持|$|[，。；、])"
)
"""`过半数同意`, `半数以上委员出席`: the share of those who must agree."""
_FIRST_SHARE: Final = re.compile(
    r"(?:(?<![目以之此提当])前|(?<=[量分率名值额])后)(?P<n>\d{1,2})[%％](?=的|以?内|（|$|[，。；、])"
)
"""`办件量前50%的事项`: the share that ranks first."""
_RANK: Final = re.compile(
    rf"(?:排(?:名|位|序)?[在为]?|位[居列]|[位名]列|进入(?:世界|全球|国际|全国|"
    rf"全[省市县区])?)(?P<value>前(?P<n>{NUMBER})(?P<unit>[名位]|(?=[的（，。；、]|$)))"
)
"""`在获奖单位中排在前三名`: the lowest rank that counts."""
_FIRST_PLACES: Final = re.compile(
    r"(?:[录择选]取|晋级|奖励|[取按对给]|颁发[^，。；\d]{0,6}[（(]|(?:^|[，；：])(?=前[^，。；]{1,3}[名位](?:颁|奖|给|进入|授)))"
    rf"(?P<value>前(?P<n>{NUMBER})(?P<unit>[名位]))"
)
"""`录取前八名`, `前三名颁发奖牌`: how many of the first."""
_RATIO: Final = re.compile(
    r"(?P<n>\d(?<![\d:：.]\d)[\d.]*)(?:[:：]|比(?=\d))(?P<to>(?>\d+(?:\.\d+)?(?:[:：]\d+(?:\.\d+)?)*))(?![\d:：]|[前后至])"
)
_SCALE: Final = (
    r"(?:pH值?|AQI|指数|系数|比值|视力|酸碱度|[液高长料水灰]比|[^，。；\d]值)"
    r"(?:应当?|须|均|都|控制|保持|稳定|下?降低?|升|达|回落)*(?:在|为|[到至]|：|:)?"
)
_ON_A_SCALE: Final = re.compile(
    rf"{_SCALE}(?P<value>(?P<n>\d+(?:\.\d+)?)"
    r"(?:(?:至|到|-|－|—|–|~|～)(?P<to>\d+(?:\.\d+)?)(?:之间)?(?=$|[，。；、）)])|(?P<way>及?以[上下])))"
)
"""`体重指数在17.3至27.3之间`, `pH值6—9`, `视力4.8及以上`: numbers of a scale without a unit."""
_PROPORTION: Final = re.compile(
    rf"(?:比例?|配比|比值|系数|配套|配备|配置|按照?|(?:放宽|降低?|调整|提高)[到至])(?:应当?|须|要)?(?:(?P<short>达不到|未达到?|不足)|为|达到?|"
    rf"按照?)?(?:{BOUND_BEFORE})?$"
)
"""`师生比不低于1:15`, `按1:1配套`, `比例达不到3:1的`: one for so many."""
_PROPORTIONED: Final = re.compile("比|自筹|匹配|配套")
"""What makes a ratio of `自筹经费不低于1:1` one that is set, besides the word 比 itself."""
_BY_NUMBER: Final = re.compile(r"按照?[^，。；\d]{2,8}(?:人数|数量|名额|岗位数?|计划数?)$")
"""`按招聘人数1:1确定`: so many for each of those that are counted."""
_MATCHED: Final = re.compile("的?(?:比例|配比)|的标准|[给予以进行]{0,2}(?:配套|匹配|跟投)")
"""`按国拨经费1:1|配套`: what stands behind a ratio that is set."""
_AGENT: Final = re.compile(
    rf"(?P<value>(?:{BOUND_BEFORE})?(?P<n>{NUMBER})(?:[-—–~～至](?P<to>{NUMBER}))?(?P<unit>[%％]|mg/[Ll]|毫克/升))"
    r"(?=的?(?:医用|浓度)?(?:的?酒精|乙醇|过氧|次氯酸|碘)|(?<!%)(?<!％)[^，。；\d]{0,10}(?:含氯|消毒|溶液|次氯酸))"
)
_APPLIED: Final = re.compile("擦|喷|浸泡|拖|冲洗|抹|雾化|(?:进行|实施)消毒|配[制置]")
"""`用75%酒精擦拭`, `500mg/L的含氯消毒剂喷洒`: how strong a disinfectant must be."""
_TENTHS: Final = re.compile(
    rf"(?P<value>(?:{BOUND_BEFORE})?(?P<n>[一二两三四五六七八九])成(?P<half>[半五])?(?:{BOUND_AFTER})?)(?=$|"
    rf"[，。；、的（收计缴给补支]|执行|发放)"
)
_SHARED_OUT: Final = re.compile(
    r"(?:承担|负担|分担|支付|补[助贴]|给予|返还|自付|降低|减少|达到?|按(?:[^，。；、\d]{2,16}的)?|为)$"
)
"""`个人承担两成`, `合格率达到九成以上`: so many tenths."""
_MINUS: Final = r"(?:(?<![\d℃])(?<!\d度)[-－−–—]|零下)"
_COLD: Final = re.compile(
    rf"(?P<value>(?:{BOUND_BEFORE})?(?:(?P<from>\d+)℃?[~～至到])?{_MINUS}(?P<n>\d+(?:\.\d+)?)"
    rf"(?:(?:℃|摄氏度|度)?(?:[~～至到]|——|[-－−–—])(?P<minus>[-－−–—]|零下)?(?P<to>\d+(?:\.\d+)?))?(?:℃|摄氏度){AFTER})"
)
"""`-18℃以下`, `零下5℃`, `-2℃～2℃`: what lies below zero."""
_KEPT: Final = re.compile("(?:(?<!气)温度?|冷[藏冻库]|保持|控制|[储贮保]存|运输)[^，。；\\d]{0,6}$")
"""`库温-5℃`: at what it is kept."""
_HALF: Final = re.compile(
    r"(?<!再)减半(?=征收|收取|计征|缴纳|执行|返还|兑现|补[助贴]|奖励|给予|发放|支付|$|[，。；、]|或)|一半(?=的(?:贴息|补贴|补助|奖励|资助|费用|租金|支持))"
    r"|(?<=[承负分]担)一半(?=$|[，。；、的])|半价(?=优惠|乘|购|收|入|$|[，。；、])"
)
"""`租金减半`, `减半征收`, `给予一半的贴息`, `半价乘车`: half of what is due."""
_COMPARED: Final = re.compile(r"(?:较|比|同比)[^，。；]{0,12}$")
"""`较上年减半` tells how it went."""
_DISCOUNT: Final = re.compile(
    rf"(?:{BOUND_BEFORE})?(?<![\d.])(?P<n>[一二三四五六七八九\d](?:\.\d)?)折(?:{BOUND_AFTER}|(?P<within>内))?"
    r"(?=优惠|计|收|的|，|。|；|$)"
)
"""`五折优惠`, `不低于8折优惠`, `5折内优惠`: the share of the price that is paid."""


_FORCE: Final = re.compile(
    r"(?P<against>抗|抗御|防御?|抵御)?(?P<value>(?P<n>\d{1,2}|[一二三四五六七八九]|十[一二]?)级(?:风(?!险)力?|[（(][^（）]{0,16}[）)])"
    r"(?P<way>(?:（含）|及其?)?以[上下])?)(?P<wind>大风|风力|强风|阵风|天气|的?天气)?"
)
"""`三级风以下的天气`, `六级（风速10.8m/s）以上大风`, `抗12级风`: the force of a wind."""
_FLOATS: Final = re.compile(
    r"(?:上下(?:浮动)?|[上下]浮|浮动)(?P<value>(?P<n>\d+(?:\.\d+)?)[%％])(?=的?(?:浮动|幅度|范围|区间)|(?:以|之)内)"
)
"""`在基准价上下20%的浮动幅度内`: no further than that."""


def _part(match: re.Match[str]) -> str | None:
    told = ending_at(_MAKES_UP, match.string, match.start())
    first = ending_at(_SHARED_PART, match.string, match.start())
    return None if told else bound((first or match).groupdict()) + plain(fraction(match["f"]))


_HAN_PART: Final = "[一二三四五六七八九十]+分之[一二三四五六七八九十]+"
_SHARED_PART: Final = re.compile(rf"分别{BOUND_BEFORE}(?:(?>{_HAN_PART})[、和及])+$")
"""`分别不低于二分之一、三分之二`: the bound of the first holds for each."""
_MAKES_UP: Final = re.compile(r"(?:约|已)占[^，。；]{0,12}$")
"""`约占全国总产量的三分之二` tells how it is."""


def _percent(match: re.Match[str]) -> str:
    share = f"{plain(number(match['n']))}%"
    return f"{share}..{plain(number(match['to']))}%" if match["to"] else bound(match.groupdict()) + share


def _ratio(match: re.Match[str]) -> str | None:
    said = match.string[max(0, match.start() - 20) : match.start()]
    before = _PROPORTION.search(said) or (BOUND_END.search(said) if _PROPORTIONED.search(match.string) else None)
    groups = before.groupdict() if before else {}
    if not (before or _MATCHED.match(match.string, match.end()) or (len(match["to"]) == 1 and _BY_NUMBER.search(said))):
        return None
    sign = "<" if groups.get("short") else bound(groups)
    return sign + ":".join(plain(number(part)) for part in re.split("[:：比]", match[0]))


def _force(match: re.Match[str]) -> str | None:
    named = "风" in match["value"] or match["wind"]
    if not named or not (match["way"] or match["against"]):
        return None
    sign = "" if not match["way"] else ">=" if match["way"].endswith("上") else "<="
    return f"{sign}{plain(number(match['n']))}级"


def _scaled(match: re.Match[str]) -> str:
    low = plain(number(match["n"]))
    return (
        f"{'>=' if match['way'][-1] == '上' else '<='}{low}" if match["way"] else f"{low}..{plain(number(match['to']))}"
    )


def _sums(match: re.Match[str]) -> str:
    low, high = amount(match["n"], match["mag1"] or match["mag"]), amount(match["to"], match["mag"])
    return f"{plain(low)}元..{plain(high)}元"


def _sum(match: re.Match[str]) -> str | None:
    return f"{bound(match.groupdict())}{plain(amount(match['n'], match['mag']))}元" if "以" in match.string else None


def _round_sum(match: re.Match[str]) -> str | None:
    if _LOST.search(match.string):
        return None
    return ">=100000元" if match["mag"] == "十万" else f">={plain(amount('1', match['mag']))}元"


def _first(match: re.Match[str]) -> str | None:
    return f"{plain(number(match['n']))}%" if "前" in match.string else None


def _people(match: re.Match[str]) -> str | None:
    sign = bound(match.groupdict())
    return f"{sign}{plain(amount(match['n'], match['mag']))}人" if sign else None


def _tenths(match: re.Match[str]) -> str | None:
    sign = bound(match.groupdict())
    if not sign and not ending_at(_SHARED_OUT, match.string, match.start()):
        return None
    return f"{sign}{plain(number(match['n']) * 10 + (5 if match['half'] else 0))}%"


def _below_zero(match: re.Match[str]) -> str | None:
    other, sign, cold = match["to"] or match["from"], bound(match.groupdict()), -number(match["n"])
    if other is None:
        return f"{sign}{plain(cold)}℃" if sign or ending_at(_KEPT, match.string, match.start()) else None
    low, high = sorted((cold, -number(other) if match["minus"] else number(other)))
    return f"{plain(low)}℃..{plain(high)}℃"


def _strength(match: re.Match[str]) -> str | None:
    if not _APPLIED.search(match.string):
        return None
    low, unit = plain(number(match["n"])), unit_code(match["unit"].replace("l", "L"))
    high = f"..{plain(number(match['to']))}{unit}" if match["to"] else ""
    return f"{bound(match.groupdict())}{low}{unit}{high}"


def _place(match: re.Match[str]) -> str:
    return f"<={plain(number(match['n']))}{unit_code(match['unit'])}"


def _half(match: re.Match[str]) -> str | None:
    return None if ending_at(_COMPARED, match.string, match.start()) else "1/2"


def _discount(match: re.Match[str]) -> str:
    return f"{bound(match.groupdict()) or '<=' * bool(match['within'])}{plain(number(match['n']) * 10)}%"


def _size(match: re.Match[str]) -> str:
    sides = f"{match['a']}{match['au'] or ''}×{match['b']}{match['bu']}".replace("ｍ", "m").replace("ｃ", "c")
    return f"{'>=' if match['least'] else bound(match.groupdict())}{sides}"


_REST: Final = re.compile(
    rf"(?:其余|剩余|余下)的?(?P<value>(?P<n>{NUMBER})[%％])(?=作为|留作|待|用于|于(?!是)|在|由|按|转|经)"
)
"""`按95%拨付，其余5%作为质量保证金`: what becomes of the rest."""
_HUNDRED: Final = re.compile(rf"(?:{COUNTED})(?P<value>(?P<mag>[百千])(?P<unit>[项家个名场]))(?=[\u4e00-\u9fff]{{2}})")
"""`打造百家领军企业`: a round number without a figure, right behind the verb that plans it."""

_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str | None], float], ...] = (
    (_AGENT, _strength, 0.8),
    (_COLD, _below_zero, 0.85),
    (_TENTHS, _tenths, 0.8),
    (_FRACTION, _part, 0.9),
    (_PERCENT_HAN, _percent, 0.9),
    (
        _PER_TEN_THOUSAND,
        lambda m: f"{bound(m.groupdict())}{plain(number(m['n']) / (10 if m['of'] == '千' else 100))}%",
        0.9,
    ),
    (_WEIGHT, lambda m: m["n"] + unit_code(m["unit"]), 0.75),
    (_SLASHED, lambda m: f"{bound(m.groupdict()) or '>=' * bool(m['reached'])}{m['part']}/{m['whole']}", 0.85),
    (_SIZE, _size, 0.8),
    (_SUM_BARE, _sum, 0.7),
    (_SUM_AWARDED, lambda m: f"{bound(m.groupdict())}{plain(amount(m['n'], m['mag']))}元", 0.7),
    (_SUM_WORD, _round_sum, 0.8),
    (_SUM_RANGE, _sums, 0.7),
    (_RANK, _place, 0.75),
    (_FIRST_PLACES, _place, 0.75),
    (_PEOPLE, _people, 0.8),
    (_SO_PEOPLED, _people, 0.8),
    (_RATIO, _ratio, 0.85),
    (_ON_A_SCALE, _scaled, 0.8),
    (_MAJORITY, lambda m: ">1/2" if m["over"] else ">=1/2", 0.85),
    (_FIRST_SHARE, _first, 0.7),
    (_FLOATS, lambda m: f"<={plain(number(m['n']))}%", 0.85),
    (_FORCE, _force, 0.8),
    (_AGE, lambda m: f">={plain(number(m['n']))}{unit_code(m['unit'])}", 0.9),
    (_HUNDRED, lambda m: f"{amount('1', m['mag'])}{m['unit']}", 0.7),
    (_REST, lambda m: f"{plain(number(m['n']))}%", 0.75),
    (_DOUBLE, lambda m: "2倍", 0.7),
    (_HALF, _half, 0.8),
    (_DISCOUNT, _discount, 0.8),
)
"""Quantities in a form of their own: the pattern, the value, the confidence."""


def _told(
    value_of: Callable[[re.Match[str]], str | None], confidence: float
) -> Callable[[re.Match[str]], Iterator[Mention]]:
    """The value's words are those of the group `value` where the pattern holds more."""

    def read(match: re.Match[str]) -> Iterator[Mention]:
        if value := value_of(match):
            span = match.span("value" if "value" in match.re.groupindex else 0)
            yield Mention("threshold", value, *span, confidence=confidence)

    return read


FORMS: Final = tuple(
    every(pattern, _told(value_of, confidence), asks=FIGURED) for pattern, value_of, confidence in _FORMS
)
