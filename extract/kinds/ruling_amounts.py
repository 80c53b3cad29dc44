"""Which amounts of a text are a rule's quantities: no part of a name, an ordinal, a list, or what holds so far.

An exact quantity counts only where a verb of planning, granting or measuring governs it in its clause; a bounded one
(不少于, 以上 …) nearly always does. `JUDGES` are asked in their order, and the first that knows answers.
"""

from __future__ import annotations

from typing import Final

from extract.grammar.quantity_verbs import COUNTED, MEASURED
from extract.kinds.amounts import ROW_GOES_ON, UNIT
from extract.mentions import bound, ending_at, shared_bound
from ingest import patterns as re

NAMED: Final = re.compile(r"^[”’》]")
"""Behind an amount that closes a quoted name."""
GOVERNED: Final = re.compile(MEASURED + r"(?:[^，。；,;：:]{0,28})$")
"""A verb of granting or setting in front of an amount."""


class Amount:
    """An amount with the words around it, as the judges see it."""

    __slots__ = ("after", "before", "bounded", "end", "figures", "match", "rate", "start", "text", "unit", "whole")

    def __init__(self, match: re.Match[str], text: str) -> None:
        self.match, self.text = match, text
        self.start, self.end = match.start("n"), match.end()
        self.before, self.after = text[max(0, self.start - 30) : self.start], text[self.end : self.end + 8]
        self.unit = match["unit"]
        self.figures, self.whole = match["n"][0].isdigit(), match["n"].isdigit()
        self.bounded = bool(match["pre"] or match["above"] or match["below"] or shared_bound(self.before))
        self.rate = self.unit[0] in "%％‰元美港欧" or self.unit in ("个百分点", "个基点", "倍")

    @property
    def small(self) -> bool:
        """一个、两个、三级 and the like count nothing."""
        few = self.match["n"] in ("一", "两", "二", "三") and not self.match["mag"]
        return few and not bound(self.match.groupdict())

    @property
    def steps(self) -> bool:
        """`不超过3个环节`: steps are counted where they are bounded."""
        return self.bounded and self.after.startswith(("环节", "步骤"))

    @property
    def tier(self) -> bool:
        """`1.0升以下|60元`: a sum behind the tier that it is for."""
        return ("元" in self.unit or self.unit in "%％") and _TIER.search(self.before) is not None

    @property
    def paired(self) -> bool:
        """`建设6个…和10个…`: the second of two quantities that one verb governs."""
        pairs = _PAIR.finditer(self.text, max(0, self.start - 60), self.start) if self.before.endswith(_PAIRS) else ()
        return any(pair["unit"] == self.unit for pair in pairs)


_TIER: Final = re.compile(
    r"\d[^，。；\d]{0,4}以[上下内]的?$|\d(?:[-－—–~～至到]|——)\d[\d.]*(?:周?岁|平方米|立方米|公里|千瓦时|[人元名升米吨度])的?$"
)
_PAIR: Final = re.compile(rf"[\d一两三四五六七八九十百][万亿]?(?P<unit>{UNIT})(?=[^，。；]{{1,56}}(?:和|及|、|以及)$)")
_PAIRS: Final = ("和", "及", "、")


def stands(match: re.Match[str], text: str) -> bool:
    """Whether an amount is a rule's quantity."""
    amount = Amount(match, text)
    for judge in JUDGES:
        if (said := judge(amount)) is not None:
            return said
    return False


def _said_again(a: Amount) -> bool | None:
    """`3名或3名以上` says no more than its second half."""
    twice = a.after.startswith("或") and a.after.lstrip("或者").startswith(f"{a.match['n']}{a.unit}以上")
    return False if twice else None


def _in_words(a: Amount) -> bool | None:
    """一件, 五个 count nothing unless they are bounded, a rate, one of a pair or right behind their verb.

    A radius always counts: `在三百米半径内建设…`.
    """
    if a.after.startswith("半径"):
        return True
    if a.figures or a.bounded or a.rate or a.before.endswith(_PAIRS):
        return None
    return False if a.small or not _SETS.search(a.before) else None


_SETS: Final = re.compile(f"(?!支持){COUNTED}$|(?:各|共|不[少低]于|至少|[，：])$")
"""`建设五个分中心`: in Chinese digits a number counts right behind its verb; elsewhere it names (五个新城)."""


def _in_points(a: Amount) -> bool | None:
    return True if a.unit == "分" and a.figures and _SCORED.search(a.before) else None


_SCORED: Final = re.compile(
    r"(?:得|占|扣除?|加|减|计|赋|记|奖|积|倒扣|总分|满分|分值|权重|共计?|基础分|[数格]线|小计|得[\u4e00-\u9fff]{2}分|"
    r"扣减?[^，。；\d]{1,12}分|[记计得评积考]分(?:累计)?|成绩)(?:应当?|须|必须)?(?:达到?|"
    r"满|为|：|:|\d+(?:\.\d+)?[-—~～至])?$"
)
"""`未成立的，扣2分`: what an assessment gives or takes."""


def _is_a_name(a: Amount) -> bool | None:
    """`第5项`, `零下5℃` (its bound is below zero), `5G基站`, `2024届`, `二元结构`: an ordinal, or part of a name."""
    named = (
        (a.start > 0 and a.text.startswith("第", a.start - 1))
        or (a.unit == "℃" and a.before.endswith(("零下", "-", "－", "−", "—", "–")))
        or (a.unit == "G" and a.match["n"] in _GENERATIONS)
        or (a.unit == "届" and len(a.match["n"]) == 4)
        or (a.unit == "元" and a.after.startswith(("结构", "体系", "体制", "化", "论")))
        or a.text.endswith(_SAID_ABOVE, 0, a.start)
    )
    return False if named else None


_SAID_ABOVE: Final = ("上述", "前述", "下列")
"""`未超过上述五种标准`: how many are named elsewhere."""
_GENERATIONS: Final = frozenset("2345678")
"""`5G基站`: a generation of networks is no quantity."""


def _sets_nothing(a: Amount) -> bool | None:
    """The lie of a boundary, what holds so far, the step of a scale."""
    other = _GEOMETRY.search(a.before) or is_current(a.text, a.start, a.end) or _STEP.search(a.before)
    return False if other else None


def is_current(text: str, start: int, end: int) -> bool:
    """Whether a quantity is the one that holds so far (目前20家, 由80%提高到90%)."""
    before = text[max(0, start - 30) : start]
    return bool(_CURRENT.search(before) or (_OLD_FIRST.search(before) and _NEW_NEXT.match(text, end)))


_GEOMETRY: Final = re.compile(r"(?:圆曲线|曲线|圆心|坐标|中点)[^。；]{0,8}$")
"""`圆曲线中点，半径48.25米`: the lie of a boundary, no limit."""
_STEP: Final = re.compile(
    r"每(?:再)?(?:(?:降低|提高|新?增加?|超过?|减少|少|多|缺少?|下降|上升|增长|高出?|低于?|发现|发生|出现|"
    r"有|发放|办理|开展|完成)[^，。；\d]{0,6})?$"
)
"""`每降低1个百分点扣1分`: the step of a scale, no limit."""
_CURRENT: Final = re.compile(
    r"(?<![较比与])(?:目前|现行|原有|原来|原先)"
    r"(?!的?\d[^，。；]{1,8}(?:优化|压缩|压减|调整|精简|减少|提高|降低|增加|改)[为至到])"
    r"(?:的)?(?![^，。；]{0,8}(?:(?:基础|水平|标准)上|为基[础数]))[^，。；]{0,12}(?<![升降调减增加涨高低少][至到为])$|[在按]原(?:有|"
    r"来)?的?$"
)
"""`目前20家`; not `现行的3%降至|2%`, which is what it becomes."""
_OLD_FIRST: Final = re.compile(
    r"(?:由|从)(?:20\d\d年的?|[^，。；\d]{1,12}的)?(?:原来?的?|目前的?|现行的?)?(?:\d+(?:\.\d+)?[%％]?[-－—–~～至])?$"
)
_NEW_NEXT: Final = re.compile(r"[^，。；]{0,16}?(?:至|到|为|提高|降|调|增|减|上升|扩|放宽|缩)")
"""`由80%提高到90%`: the first is the old value; `由2名以上人员签字` has none."""


def _factor(a: Amount) -> bool | None:
    if not _FACTOR.search(a.before):
        return None
    return a.unit in "%％‰" and a.match["n"] not in ("100", "50") and not a.after.startswith(_FACTORS)


_FACTOR: Final = re.compile(r"[×xX*＊·]\s*$")
"""`=流动性资产/流动性负债×100%`: a factor of a formula; another one is a rate (×0.6‰)."""
_FACTORS: Final = tuple("×xX*＊·=＝")


def _of_a_kind_that_counts(a: Amount) -> bool | None:
    """Lessons always count; so do a quota's parts and what is planned beside a list of names, but not 最大十户."""
    if a.unit in _LESSONS and a.figures:
        return True
    if a.unit in "户家个名项人笔" and _LARGEST.search(a.before):
        return False
    if a.unit in "名人个" and a.whole and ending_at(_QUOTA, a.text, a.start):
        return True
    planned = a.whole and (ending_at(_LISTED_PLAN, a.text, a.start) or _HOW_LONG_ALL.search(a.before))
    return True if planned else None


_LESSONS: Final = ("学时", "个学时", "课时", "个课时", "学分", "个学分")
_LARGEST: Final = re.compile(r"最大的?$")
"""`最大十户存款比例`: the ten largest, no bound."""
_QUOTA: Final = re.compile(
    r"(?:(?:计划|名额|编制|职数|指标)(?:总数|数)?(?:共计?|为|：)?)(?:\d+[名人个][，；]其中[：，]?[^，。；\d]{1,12}(?:\d+[名人个][、，；][^，。；、\d]{1,12})*)?$"
)
"""`招生计划共120名，其中本科80名、专科40名`: a quota and its parts."""
_LISTED_PLAN: Final = re.compile("(?:续建|新建|新开工|建成(?:通车)?|改扩?建|改造|打造|实施)[^，。；]{2,80}等$")
"""`续建甲至乙、丙至丁等|5个高速公路项目`: so many are planned, though some are named."""
_HOW_LONG_ALL: Final = re.compile("\\d个(?:[^，。；\\d]{2,16})?项目$")
"""`5个高速公路项目|631公里`: how long they are together."""


def _in_a_name_or_list(a: Amount) -> bool | None:
    """Closes a quotation, stands behind what makes it an ordinal or an aside (共, 等, 其余), or says 全覆盖."""
    if NAMED.match(a.after) and not a.steps:
        return _AMENDED.search(a.before) is not None
    aside = a.bounded and a.before.endswith(("（", "("))
    if NOT_BEFORE.search(a.before) and not (a.match["pre"] or aside or a.tier or _ABOUT.search(a.before)):
        return False
    return False if a.after.startswith("全覆盖") or (a.unit == "升" and a.after.startswith("级")) else None


_AMENDED: Final = re.compile("(?:(?:修[改订]|调整|变更|改)为|超过|[高低]于|不足|不[满少])“$")
"""`“五千元”修改为“一万元”`: the new sum, though it is quoted; so is a limit (`超过“五厘米”的积水`)."""
NOT_BEFORE: Final = re.compile(
    r"(?:[第\d.．〔（(]\s*|(?<![底日号月末])前|近|约占?|共|(?<![一二三四特优])等|这|那|该|上述|以下|下列|其他|"
    r"另外|其余|为期|满足|含|不含|首|头|[a-zA-Z]|\d[-—:：]|\d[%％][-—~～])$"
)
_ABOUT: Final = re.compile(r"(?:缩短|压缩|提升|提高|降低|减少|增加|增长|节约|下降)约$")
"""`缩短约35%`: a planned change, though only about so much."""


def _grade(a: Amount) -> bool | None:
    """字, 分, 门, 款, 级 in words name (三级医院); but for a force (五级以上大风) and what must be met (不低于二级)."""
    named = a.unit in ("字", "分", "门", "款", "级") or (a.unit == "类" and not a.match["pre"])
    if not named or a.figures:
        return None
    demanded = (a.match["pre"] or a.before.endswith("达到")) and not a.after.startswith(_RANKED)
    return a.unit == "级" and bool(demanded or (a.bounded and a.after.startswith(_FORCES)))


_FORCES: Final = ("大风", "风力", "强风", "阵风", "地震")
_RANKED: Final = ("医", "甲", "乙", "丙", "标准", "重大", "特大", "资本", "分行", "支行", "机构", "法人")
"""`达到|三级医院标准`, `不得超过|一级资本净额的25%`: what bears the grade in its name."""


def _planned_anew(a: Amount) -> bool | None:
    """`接入容量提升至240千瓦`, `新增8项…`, `实现60项…`, `推介100种…`, `开展专利导航3项。`"""
    if a.figures and _NEW_SIZE.search(a.before):
        return True
    if not a.whole or a.unit not in ("项", "类", "种"):
        return None
    behind_its_verb = (_PLANNED if a.unit == "项" else _SETS).search(a.before)
    if (a.unit == "项" and _NEW_ITEMS.search(a.before)) or (behind_its_verb and int(a.match["n"]) >= 10):
        return True
    return True if _STRONG.search(a.before) and (not a.after or _CLOSES.match(a.after)) else None


_NEW_SIZE: Final = re.compile(
    r"(?:提升|提高|扩大|增加|扩充|精简|压降|拓展|扩展|放宽|调整|降低|减少|压减|压缩|缩[小短]|[提增升降减扩调改涨]|"
    r"优化)(?:至|到|为)(?:“[^”]{2,16}”)?$"
)
"""`接入容量提升至240千瓦`: how much it is from now on."""
_NEW_ITEMS: Final = re.compile(
    r"(?:(?:^|[，。；、])(?:新增|取消|精简|压减)|(?:年内|年底前|计划|力争|拟|再)(?:出台|制定|发布|印发|修订))(?:约|"
    r"至少)?$"
)
"""`新增8项业务的容缺办理`, `年内出台15项政策`: so many more or less, right behind the verb that opens the clause."""
_PLANNED: Final = re.compile(r"(?:推动|实现|新增|推出|完成|上线|新建|建设|打造|培育|建成|落实)(?:约)?$")
"""`实现60个事项“秒批秒办”`: right behind a verb of planning a number counts and lists nothing."""
_STRONG: Final = re.compile(COUNTED + r"(?:[^，。；,;：:]{0,26})$")
_CLOSES: Final = re.compile("[，。；、]")
"""`开展专利导航3项。`: behind its noun a number counts and lists nothing."""


def _reached(a: Amount) -> bool | None:
    if not a.whole:
        return None
    many = a.text.startswith("的", a.end) and _REACHES.search(a.before)
    return True if many or (a.unit in _HAPPENING and _HAPPENS.search(a.before) and _CASE.match(a.text, a.end)) else None


_REACHES: Final = re.compile(r"(?<![能可])达到?$")
"""`逾期项目达3项的，暂停申报`: how many make the case."""
_HAPPENING: Final = ("例", "起", "处", "份", "件", "人", "名", "张", "台", "只")
_HAPPENS: Final = re.compile("(?:出现|发生|[漏瞒错迟谎]报|丢失|遗失|损坏|通报|发现|查实)(?:的)?$")
_CASE: Final = re.compile("(?![^，。；]{0,4}以)[^，。；、\\d的]{0,10}(?:的(?=[，；])|[，]?即(?!将))")
"""`被通报1处火点的，约谈`, `漏报1例即取消资格`: so many make the case."""


def _lists(a: Amount) -> bool | None:
    """`3项措施`, `5个方面`, `2个国家级…`: a number in front of such a noun only says how many the text lists."""
    if a.unit in ("项", "类", "种", "级", "分", "期", "批", "条", "页") and not a.bounded:
        return a.unit in ("条", "期", "批") and bool(_STRONG.search(a.before)) and a.whole
    counted = a.unit in ("个", "位", "人", "名", "家", "处", "件", "份", "级", "层", "岁")
    if not counted or a.steps or not _LIST_NOUN.match(a.after):
        return None
    return (a.whole and bool(_PLANNED.search(a.before) or _DRAWN.search(a.before))) or a.paired


_LIST_NOUN: Final = re.compile(
    r"^(?:评价|年度|季度|工作日|周期|方面|环节|步骤|阶段|部分|领域|层面|维度|"
    r"等[级次]|类别|事项|要素|部门|单位|国家级|主要|工作组|小组|部委|批次|文件|地区"
    r"|省份?(?!重点|级|市县)|月|环境|坚持|统一|确保|到位|一律|指标|月以|左右的|问题|关键|"
    r"重点(?!项目)|原则|要求|意识|自信)"
)
_DRAWN: Final = re.compile("(?:抽[取查检选]|[遴挑]选)(?:不同的?)?$")
"""`随机抽取3个单位`: what is drawn is counted, whatever its noun."""


def _bounded(a: Amount) -> bool | None:
    return not a.small if a.bounded else None


def _rate(a: Amount) -> bool | None:
    """A sum or share counts where something is granted, paid, measured or moved by it."""
    if not a.rate:
        return None
    return bool(
        GOVERNED.search(a.before)
        or _SUM.search(a.before)
        or _TARIFF.search(a.before)
        or ("元" in a.unit and _AFTER_RATE.search(a.before))
        or "权重" in a.text
        or _RATE_OF.search(a.before)
        or "提速" in a.before
        or (_ROW_OF.search(a.before) and ROW_GOES_ON.match(a.text, a.end))
        or _SHARE_OF.match(a.text, a.end)
        or _MOVED.search(a.before)
        or (a.unit == "元" and ending_at(_OF_WHICH, a.text, a.start))
        or (a.after.startswith("左右") and _TREND.search(a.before))
        or a.tier
        or ("元" in a.unit and "/" in a.unit and ending_at(_PRICE, a.text, a.start))
        or ("元/" in a.unit and ROW_GOES_ON.match(a.text, a.end) and ending_at(_PRICED, a.text, a.start))
        or _RATE_NAMED.match(a.text, a.end)
        or (a.before.endswith(("，", "、")) and ending_at(_BY_YEAR, a.text, a.start))
        or _DONE_BY_IT.match(a.after)
    )


_SUM: Final = re.compile(
    r"(?:投资|经费|费用?|资金|(?:资金|基金)规模|金额|额度|预算|概算|价|奖金|补助金|保证金|定额|限额|标准|比例|其中|保额|[费税利]率|租金|"
    r"津贴|门票|票价|押金|罚金|工资"
    r"|起付线|封顶线|[资本金款]到位)(?:总额)?(?:为|约|共|共计)?$"
    r"|(?:标准|限额|额度|比例|基数|定额|单价|系数|费|价格?|津贴|补贴|补助|奖励|资助)(?:分别)?[为：:][^。；]{0,24}$"
    r"|[奖助补]学?金[^，。；：\d]{0,8}[：:][^。；]{0,24}$"
)
"""`起付标准：一级医院200元、二级医院500元`: what a label or noun of money says, each item of its list."""
_TARIFF: Final = re.compile(
    "(?:[时钟里吨米天](?:以|之)?内|起步价?|第[一二三四五六七八九十][档级阶梯]+|首[小公]?[时里吨]|"
    r"(?:起步价?|首)\d[\d.]*(?:公里|千米|小时)(?:以?内)?|"
    "(?:首期|首付|定金|预付|尾款|余款|进度款|工程款|货款)款?)(?:收费?|收取|为|：)?$"
)
"""`1小时内5元`, `第一档0.56元/千瓦时`, `首期50%`: a step of what is to be paid."""
_AFTER_RATE: Final = re.compile(r"每[^，。；\d每]{1,6}\d[\d.]*万?元[，、；][\u4e00-\u9fff（）]{2,8}$")
"""`集中养育每月1800元，散居1400元`: the next case of a rate."""
_RATE_OF: Final = re.compile(r"(?<![利汇费税概效功])率$")
"""`检查记录表使用率100%`: a rate that is only set beside its figure."""
_ROW_OF: Final = re.compile(r"(?:标准|限额|额度|比例|定额|费率|经费|价格|[付顶]线)[\u4e00-\u9fff（）]{2,12}$")
"""`起付标准三级医院800元、二级医院500元`: a row whose measure has no 为 behind it."""
_SHARE_OF: Final = re.compile(
    r"(?:、[^，。；、\d]{1,6}\d+[%％])*(?:左右|以上)?的[^，。；]{1,30}?(?:达到|实现|建成|达(?!不)|通过|完成|开设|配备|衔接|对接|接轨|符合|纳入|接入)"
)
"""`80%左右的学校达到标准`: how many of them must reach it."""
_MOVED: Final = re.compile(r"[降减加增涨提]$|(?:^|[，、；均争再])减[\u4e00-\u9fff]{2,4}$")
"""`按LPR减50个基点`, `减环节60%`: by how much it moves."""
_OF_WHICH: Final = re.compile(
    r"\d[\d.]*万?元(?:/[人月年户])*[，；]其中[：，]?[^，。；\d]{2,12}(?:\d[\d.]*万?元[、，；][^，。；、\d]{2,12})*$|"
    r"[=＝]$"
)
"""`月缴费为200元，其中医疗150元、互助50元`, `=2682元`: the parts of a sum that is set, and what a formula gives."""
_TREND: Final = re.compile("(?:[涨增降跌]幅|增速)(?:为|在|控制在)?$")
"""`价格涨幅3%左右`: what is aimed at."""
_PRICE: Final = re.compile("(?:费|税|[电水气票]价|收取|补[助贴])[^。；]{2,40}$")
"""`1.0升以下|60元`, `水资源费地表水|0.1元/立方米`: what is to be paid in each case."""
_PRICED: Final = re.compile(r"(?:^|[，。；：、])[\u4e00-\u9fff（）]{2,12}$")
"""`重点项目15万元/项，一般项目5万元/项`: a row of what each of a kind gets or costs."""
_RATE_NAMED: Final = re.compile(r"的?[\u4e00-\u9fff]{2,6}(?<![利汇费税])率(?=$|[，。；、])")
"""`90%解决率`: the rate behind its figure."""
_BY_YEAR: Final = re.compile(r"到20\d\d年(?:底|末)?，[^。；]*$")
"""`到2025年，90%左右的幼儿在…就读`: a share that must be reached by then."""
_DONE_BY_IT: Final = re.compile(
    r"(?:的)?(?:(?:发放|兑[付现]|支付|收取|缴[纳存]|征收|返还)(?!率|比例|标准)|留成|分成|拨[付入足]|划[拨转入]|预拨|上缴|留存|计提|提取|列支|进行|给予|予以|计|补|比例|标准|额度|贴息|减|奖|税|费|权重|股|完成|覆盖|达标|到位|按[期时]|整改|响应|"
    r"回访|办结)"
)
"""`按80%给予补贴`, `100%完成`: what is done by or to that share."""


def _governed(a: Amount) -> bool | None:
    """Any other quantity counts where a verb, a label or a measure governs it."""
    if a.small or not (a.figures or a.paired or _SETS.search(a.before)):
        return False
    return bool(
        a.paired
        or (a.unit in _SIZES and ROW_GOES_ON.match(a.text, a.end) and ending_at(_PRICED, a.text, a.start))
        or _EXTENT.search(a.before)
        or _CAPPED.search(a.before)
        or _FULL.search(a.before)
        or (a.after.startswith("左右的") and _SIZE_OF.search(a.before))
        or ending_at(_MEASURED, a.text, a.start)
        or _LABELLED.search(a.before)
        or (a.unit in _STRENGTHS and _STRENGTH_OF.search(a.before))
        or _PUSHED.search(a.before)
        or _STAGE.search(a.before)
        or (a.unit in "户人名家" and _ON_THEM.search(a.before) and _DONE_TO_SO_MANY.match(a.text, a.end))
        or _STRONG.search(a.before)
        or (a.unit in "本部册篇份幅" and a.text[a.end : a.end + 1] in "，。；、" and _MAKES.search(a.before))
        or (_NEXT_OF_A_PLAN.search(a.before) and _A_PLAN.search(a.text))
    )


_SIZES: Final = (
    "平方米",
    "米",
    "厘米",
    "毫米",
    "立方米",
    "升",
    "毫升",
    "公斤",
    "千克",
    "克",
    "毫克",
    "分贝",
    "瓦",
    "千瓦",
    "℃",
)
"""`处级18平方米、科级12平方米`: a row of measures, each behind its label, sets them."""
_EXTENT: Final = re.compile(
    r"(?:半径|直径|[行株净车墙]距|外[延扩]|[冠界线墙]外|照度|净宽|净高|层高|水深|外?顺延|向外推|[上下]风向|[两外内四]侧(?:纵深)?|四周|周[边围]|上游|下游|距离?[^，。；\d]{1,12}|"
    r"间距|宽度|高度|深度|厚度)(?:为|约|各|"
    r"以?外|向外)?$"
)
"""`震源半径200米`, `道路两侧15米`: how far a rule reaches."""
_CAPPED: Final = re.compile(r"(?:限[速高重宽载流额量](?:为|至|[\u4e00-\u9fff]{1,4})?|控制[在到为])$")
_FULL: Final = re.compile("(?<![未不期届已])满$")
"""`行驶满|60万公里`: how much makes the case."""
_SIZE_OF: Final = re.compile("(?:面积|高度|宽度|长度|距离|规模|容量|重量|人数)(?:为|在)?$")
"""`面积|90平方米左右的住房`: of what size they shall be."""
_MEASURED: Final = re.compile(
    r"(?:面积|高度|宽度|长度|距离|数量|人数|规模|容量|重量|限值|限速|时速|速度|流量|压力|浓度|"
    r"温度)[：:](?:[^，。；、\d]{2,10}\d[^，。；、]{1,8}[，、；])*[^，。；、\d]{2,8}$"
)
"""`使用面积：处级12平方米，科级9平方米`: what a label of a measure says, each item of its list."""
_LABELLED: Final = re.compile(r"(?:标准|限[值额]|定额|指标|规格)(?:为)?[：:]$")
"""`限值：60分贝`: a quantity behind its label."""
_STRENGTHS: Final = (
    "毫克/升",
    "mg/L",
    "毫克每升",
    "℃",
    "mg/m³",
    "毫克/立方米",
    "微克/立方米",
    "克/升",
    "兆帕",
    "MPa",
    "千帕",
    "kPa",
)
_STRENGTH_OF: Final = re.compile("(?:浓度|温度|含量|压力|压强)(?:应|须|为|约)*$")
"""`消毒液有效氯浓度|500mg/L`: how strong or warm it must be."""
_PUSHED: Final = re.compile(r"(?:推动|扶持|服务|提供)约?$|(?:稳定|保持|维持)在约?$")
"""`推动500家企业改造`, `总动力稳定在11亿千瓦`: right behind such a verb."""
_ON_THEM: Final = re.compile("对(?:全?[省市县区州镇]|辖区)?(?:范围)?内?的?$")
_STAGE: Final = re.compile("(?:第|^|[，。；：、])[一二三四五六七八九十]+[档级阶梯]+(?:[水电气]量)?(?:为|：)?$")
"""`第一档25立方米、第二档50立方米`: the steps of what is used or paid."""
_DONE_TO_SO_MANY: Final = re.compile("[^，。；]{2,30}(?:进行|实施|开展|予以|给予)")
"""`对6万户家庭进行改造`."""
_MAKES: Final = re.compile(
    "(?<!已)(?:阅读|撰写|编写|编制|出版|发表|提交|提供|制作|绘制|报送)(?!了|过)[^，。；、\\d]{2,14}$"
)
"""`阅读教育专著|1本，`: a figure behind what is to be read or written."""
_NEXT_OF_A_PLAN: Final = re.compile("[，,、]$|^$")
_A_PLAN: Final = re.compile("新增|建设|建成|改造|完成")
"""`新增10个乡镇通三级以上公路，437个自然屯通硬化路`: a sentence of planned quantities."""
JUDGES: Final = (
    _said_again,
    _in_words,
    _in_points,
    _is_a_name,
    _sets_nothing,
    _factor,
    _of_a_kind_that_counts,
    _in_a_name_or_list,
    _grade,
    _planned_anew,
    _reached,
    _lists,
    _bounded,
    _rate,
    _governed,
)
"""In the order in which they are asked: what is no quantity of a rule first, then what is one for sure."""
