"""Values in a row: cases that share the act behind them, and shares of one cost that each party bears.

`一级召回在1日内，二级召回在3日内，…，应当发出召回通知`; `一般县中央财政负担60%，省级财政负担20%`.

The action, the subject and the units of one value ask for its row in turn: each answer is kept until the next value.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from extract.grammar.clauses import Clause, parse
from extract.grammar.masking import mask
from extract.grammar.nouns import nounlike, split_units
from extract.grammar.phrases import predicate
from extract.grammar.quantity_verbs import AHEAD
from extract.kinds.amounts import ROW_GOES_ON
from extract.numbers import LENGTH, NUMBER
from extract.parties.surroundings import Surroundings
from ingest import patterns as re

_CASE: Final = re.compile(
    r"(?:其中)?(?P<whom>(?![每在于按自从经])(?:(?!延长|时限|期限)[^，。；：\d每]){2,16}?)(?:应当?|须|要|为|在|于|"
    r"分别|至少|不[得应能]?超过)*"
    rf"(?:(?:每(?:隔)?)?(?:{LENGTH})(?:以内|之内|内|前)?|每(?:[日天周月年]|季度)|立即|即时|当场|"
    rf"当[日天])(?:[一1]次)?[，,。；]?"
)
"""A clause that names a case and its time, and nothing that is done (三级召回每7日)."""


def row_case(around: Surroundings) -> str | None:
    """`二级召回在3日内`: the case that the time in its clause is for, where the act stands behind the row."""
    case = _CASE.fullmatch(around.clause.text) if row_act(around) else None
    return case["whom"] if case else None


def row_act(around: Surroundings) -> str | None:
    """The act behind a row of cases with their times, each in a clause of its own."""
    acting = _behind_the_row(around)
    return predicate(acting.text[acting.body :]) if acting else None


def row_agent(around: Surroundings) -> str | None:
    """Who does the act behind a row, where its clause names one (…，由承办单位报告进展)."""
    acting = _behind_the_row(around)
    return acting.words(acting.agent) if acting else None


_NAMES_ITS_ACT: Final = re.compile("(?:监测|检测|检查|检验|巡查|巡检|抽查|评估|培训|演练|加密至?)$")
"""`水质监测每月1次`: what names its act needs none behind the row."""


@lru_cache(maxsize=1)
def _behind_the_row(around: Surroundings) -> Clause | None:
    """The clause behind a row of cases with their times; none where the value's clause is no case of a row."""
    last = around.index + 1 >= len(around.spans)
    if last or around.mention.kind not in ("deadline", "frequency"):
        return None
    case = _CASE.fullmatch(around.clause.text)
    if case is None or _NAMES_ITS_ACT.search(case["whom"]):
        return None
    behind = around.later(6)
    rest = [clause for clause in behind if not _CASE.fullmatch(clause.text)]
    in_a_row = len(rest) < len(behind) or (around.earlier and _CASE.fullmatch(around.earlier[0].text))
    measured = bool(rest) and rest[0].role == "thing" and _FIGURE.search(rest[0].text)
    return rest[0] if rest and in_a_row and not measured else None


_FIGURE: Final = re.compile(r"\d")
"""`用气不超过4个工作日，供电可靠率达到99%`: what is measured of another thing is no act of the row."""


_PAYER: Final = (
    r"(?:(?:中央|国家|地方|自治区|[省市县区州盟旗]级?|乡镇|[两三]级|[、和与及])+(?:本级)?(?:财政|政府)?(?:资金)?"
    r"|(?:用人)?单位|企业|(?:居民|职工|参保|农户)?个人|(?:农|养殖|种植|投保|参保)户|村集体|(?:统筹|医保|失业保险|"
    r"工伤保险)?基金|"
    r"[^，。；、\d]{2,12}经费|银行|保险公司|担保机构)"
)
_SHARE: Final = re.compile(
    rf"(?:^|[，。；：、,:;（(])(?:其中)?由?(?:(?P<each>{_PAYER})|(?P<whom>(?!对|按|由|将|"
    rf"各级|(?:同步)?提高)[^，。；：、,\d]{{1,24}}?"
    r"(?:[县市区乡镇村户费]|地区|人员|家庭|对象|学校|项目|部分|资金|经费|补助|补贴|医保|保险|投入|成本))由?"
    rf"(?P<who>{_PAYER}))(?:各自?|分别|再|共同|按比例|按照?|一次性)*(?P<do>自?负?担|支付|分担|承担|补助|补贴|配套|"
    rf"筹集|出资|安排|自?缴[纳费]?|自付|自筹)"
    rf"(?:标准|比例)?(?:不低于|不少于|不超过|至少|最高|各?为|"
    rf"：)*(?:每[人年月亩户])*(?:(?P<of>[^，。；、\d]{{2,14}}?)的)?(?P<figures>{NUMBER}(?:万?[元%％]、{NUMBER})*)"
)


_BORNE: Final = re.compile("担|补助|补贴|配套|筹|出资|安排|缴|自付|支付")
"""A look ahead: without one of these words no share is borne."""


@dataclass(frozen=True, slots=True)
class Share:
    """Who bears which part, and for which class of places or people."""

    whom: str | None
    who: str
    do: str


@lru_cache(maxsize=1)
def share(around: Surroundings) -> Share | None:
    """The share that a figure sets, where its row names the class that it holds for, or where public money pays it."""
    if around.mention.kind != "threshold":
        return None
    low = around.spans[0][0]
    if not _BORNE.search(around.sentence.text, low, around.mention.end):
        return None
    borne = list(_SHARE.finditer(around.sentence.text, max(low - 1, 0), around.mention.end))
    whom: str | None = None
    shared = False
    for found in borne:
        whom = found["whom"] or whom
        shared = shared or bool(_PUBLIC.search(found["who"] or found["each"]))
        of_which = "其中" in around.sentence.text[max(low - 1, 0) : found.start() + 4]
        if (whom or shared or of_which) and around.mention.start < found.end() <= around.mention.end:
            return Share(whom or _in_front_of_the_bracket(around), _payer(found, around.mention.start), found["do"])
        whom = whom or found["of"]
    return None


_PUBLIC: Final = re.compile("财政(?:资金)?$")
"""Public money needs no class of places beside it to be the one that pays."""


def _in_front_of_the_bracket(around: Surroundings) -> str | None:
    """`对危房改造每户补助3万元（其中省财政补助2万元）`: whose cost is shared stands in front of the bracket."""
    text, low = around.sentence.text, around.spans[0][0]
    opened = max(text.rfind(mark, low, around.mention.start) for mark in "（(")
    if opened < 0 or max(text.rfind(mark, opened, around.mention.start) for mark in "）)") > opened:
        return None
    begin = max(start for start, _ in around.spans if start <= opened)
    clause = parse(text[begin:opened])
    return clause.words(clause.governed or clause.taken or clause.topic)


def _payer(found: re.Match[str], at: int) -> str:
    """Who bears the figure at `at`: of `省、市、县财政分别负担10%、5%、5%` each its own."""
    who, before = found["who"] or found["each"], found["figures"][: max(at - found.start("figures"), 0)]
    names = split_units(who)
    each = len(names) == found["figures"].count("、") + 1
    return names[before.count("、")] if each else who


_MEASURE_OF: Final = re.compile(
    r"(?P<measure>[\u4e00-\u9fff]{0,16}(?:标准|限额|额度|定额|比例|[上下]限|价格|费率|金额))(?:分别)?(?P<set>为|：|:)?"
    r"(?P<names>[\u4e00-\u9fff（）、]{2,20}?)(?:不[少低高]于|不[得应能]?超过|最高|至少|为|每[\u4e00-\u9fff])*$"
)


_ITEM_NAME: Final = re.compile(
    r"(?:^|[、和及])(?P<name>[\u4e00-\u9fff（）]{2,20}?)(?:不[少低高]于|不[得应能]?超过|最高|至少|为|每[\u4e00-\u9fff])*$"
)


@lru_cache(maxsize=1)
def measure_row(around: Surroundings) -> tuple[str, str] | None:
    """`起付标准为一级医院200元、二级医院400元`: the measure that a row sets, and for whom this figure of it is."""
    figure = _FIGURES.search(around.shared)
    opening = around.shared[: figure.start()] if figure else around.head
    told = _MEASURE_OF.search(opening)
    if not told or not nounlike(mask(told["names"])):
        return None
    if not told["set"] and (
        told["names"].endswith("的") or not (figure or ROW_GOES_ON.match(around.sentence.text, around.mention.end))
    ):
        return None
    if told["names"].endswith("的"):
        return told["measure"], told["measure"]
    if not figure:
        return told["measure"], told["names"]
    item = _ITEM_NAME.search(around.head)
    return (told["measure"], item["name"]) if item else None


def labelled_case(around: Surroundings) -> tuple[str, str | None] | None:
    """`原粮：储存6个月以内的，不超过0.1%`: the label that the cases behind it are of, and what their figures are of."""
    case = next((c for c in (around.clause, *around.earlier[:1]) if c.conditional), None)
    if case is None or not _FIGURES.search(case.text) or case.governed or not (label := around.label):
        return None
    front = around.sentence.text[: around.mention.start]
    at = front.rfind(label)
    if not _CASES_ALONE.fullmatch(front, at + len(label) + 1):
        return None
    measure = _MEASURE_IN_FRONT.search(front[:at])
    return label, measure["x"] if measure else around.context.places.measure


_CASES_ALONE: Final = re.compile(
    r"(?:[^，。；：\d]*\d[^，。；：]*的，[^，。；：]*；)*(?:[^，。；：\d]*\d[^，。；：]*的，)?[^，。；：]*"
)
"""Cases that a figure tells, each with its bound."""
_MEASURE_IN_FRONT: Final = re.compile(r"(?P<x>[^，。；：]{2,24}?)(?:如下|分别为|为)?[：:]$")


_DEFINED: Final = re.compile(
    r"(?:^|[。；]|其中[，,])(?:[^，。；]{0,10}所[称指]的?|上述|前款)?(?P<who>[^，。；：]{2,24}?)，?(?:是指|系指|指的是)"
    r"(?:[^。；]*(?:符合|满足|具备|且|并|、|，|以[上下]或者?))?(?P<what>[^。；、，]*)$"
)


@lru_cache(maxsize=1)
def defined(around: Surroundings) -> tuple[str, str] | None:
    """`小型企业是指从业人数不超过300人、资产总额不超过5000万元的企业`: who counts, and what each figure is of."""
    if "指" not in around.sentence.text:
        return None
    found = _DEFINED.search(around.sentence.text[: around.mention.start])
    return (found["who"], found["what"] if len(found["what"]) >= 2 else found["who"]) if found else None


_OF_ALL: Final = re.compile(
    r"(?:全[国省市县区]|[本我][国省市县区])?(?P<brings>(?:实现|推动|推进|确保|力争|"
    r"保证)+[\u4e00-\u9fff]{0,6}?(?:\d[^，。；、]{2,8}、)?)?"
)


_GOES_TO: Final = re.compile(r"的?(?P<who>[^，。；]{2,24}?)(?P<do>用于[^，。；]{2,30})[。；]?$")
_SET_APART: Final = re.compile(r"^\s*$|(?:将|把|安排|提取|拿出|预留|计提|统筹)$")
"""`将30%以上的资金用于农村`: the part of a whole that is set apart for something."""


_THEIR_THING_IS: Final = re.compile(
    "的?(?P<who>[^，。；的]{2,12}的[^，。；的]{2,10}?)(?P<do>(?:得到|实现|完成|纳入|接入|达到|"
    "建成)[^，。；的]{2,12})(?=[，。；]|$)"
)
"""`90%以上村庄的生活垃圾得到有效治理`: a thing of so many, and how it is to be."""
_RATE_REACHED: Final = re.compile(
    "的?(?P<who>[\u4e00-\u9fff]{2,6}率(?=[。；]?$)|[^，。；]{2,20}?(?:事项|信息|材料|业务|服务|证照|数据))"
    "(?P<do>(?:(?:免|由[^，。；]{2,16}?自动|自动|无需)[^，。；的]{2,12})?)[。；]?$"
)
"""`实现90%解决率`, `实现20%以上个人事项信息免填写`: the rate itself, or what is spared of so many."""


@lru_cache(maxsize=1)
def share_that_acts(around: Surroundings) -> tuple[str, str] | None:
    """`实现90%以上的事项网上办理`, `全市70%以上的学校达到标准`: whose share it is, and what they do."""
    if not around.mention.value.endswith("%"):
        return None
    if (goes := _GOES_TO.match(around.tail)) and _SET_APART.search(around.head):
        return goes["who"], goes["do"]
    if not around.head and (theirs := _THEIR_THING_IS.match(around.tail)):
        return theirs["who"], theirs["do"]
    head = _OF_ALL.fullmatch(AHEAD.sub("", around.head))
    tail = around.tail.removeprefix("左右")
    if not head or not (head["brings"] or tail.startswith("的")):
        return None
    if rate := _RATE_REACHED.match(tail):
        return rate["who"], rate["do"] or "实现"
    those = parse(tail.removeprefix("的"))
    done = predicate(those.text[those.body :])
    return (those.words(those.topic) or "", done) if those.topic and those.topic[0] == 0 and done else None


@lru_cache(maxsize=1)
def share_of_a_whole(around: Surroundings) -> tuple[str, str] | None:
    """`笔试成绩占总成绩的60%，面试成绩占40%`: what makes up the share, and of what; once said, it goes on."""
    closed = around.mention.value.endswith("%") and not around.tail.strip("，。；、 ")
    if around.head.endswith(_TIMES) and (term := _TERM.search(around.shared + around.head)):
        return term["what"], term["sum"]
    told = _TAKES_UP.fullmatch(around.head) if closed and "占" in around.head else None
    if told is None:
        return None
    said = (_TAKES_UP_WHAT.search(clause.text) for clause in around.earlier[:3] if not told["of"])
    before = next((found for found in said if found), None)
    return told["what"], before["do"] if before else told["do"]


_TIMES: Final = ("×", "*", "＊", "X", "x")
_TERM: Final = re.compile(
    r"(?P<sum>[^，。；：:=＝（(]{2,20}?)(?:[=＝]|按照?|为|是)(?:[^，。；]*[+＋])?[（(]?(?P<what>[^，。；=＝+＋×*\d（）()]{2,20})[）)]?[^+＋]$"
)
"""`总成绩=笔试成绩×60%+面试成绩×40%`: each term of a formula, and what all of them make up."""
_SO_FAR: Final = "(?:应当?|须|要|原则上|一般|不[得应能]?(?:超过|[少低高]于)|达到?|至少|分别|各|，)*"
_TAKES_UP: Final = re.compile(
    r"(?:其中|且|并|确保|保证|力争|实现|使|到?20\d\d年底?|全年)*+(?P<what>(?![在将对按由从以])[^，。；：:占]{2,40}?)"
    rf"{_SO_FAR}(?P<do>占(?!比|领|用|有|地|道|据)(?P<of>(?:(?!比[例重])[^，。；占]){{0,20}}?))的?{_SO_FAR}"
)
_TAKES_UP_WHAT: Final = re.compile(
    r"(?P<do>占(?!比|领|用|有|地|道|据)[^，。；占\d]{2,20}?)的?(?:[应须要不达至各为]|\d)"
)
"""Of what the clause before tells a share; a share by its name (甲占乙的比例) is a measure, and no act."""


@lru_cache(maxsize=1)
def split_by(around: Surroundings) -> tuple[str, str | None] | None:
    """`东部按5:5，西部按8:2分担`: for whom a ratio is, and what is done by it, said once behind the last."""
    ratio = around.mention.kind == "threshold" and ":" in around.mention.value
    told = _SPLIT_BY.fullmatch(around.head) if ratio and not around.tail.startswith(("的", "比例")) else None
    if told is None:
        return None
    row = (around.tail, *(behind["tail"] for c in around.later(4) if (behind := _NEXT_RATIO.match(c.text))))
    return told["who"], next((done for tail in row if (done := predicate(tail))), None)


_SPLIT_BY: Final = re.compile("(?:其中|且)?(?P<who>[^，。；按由]{2,20})按照?")
_NEXT_RATIO: Final = re.compile(r"[^，。；按由]{2,20}按照?\d+[:：]\d+(?P<tail>[^，。；\d]*)")


_FRONTED: Final = re.compile(
    r"(?!对|将|把|由|按|其|以|在|为|除|经)[^，。；：]{2,80}(?:支出|费用|收入|所得|的部分|款项|欠款|利息|租金)|"
    r"适用[^，。；：]{2,24}的[^，。；：的]{2,16}"
)
_BY_THE_RATE: Final = re.compile(r"(?:统一|可以?|应当?|均)?(?:减|再)?(?:按|依)照?(?!有关|规定)[^，。；\d]{0,6}(?:\d|$)")
_FIGURES: Final = re.compile(r"\d")


@lru_cache(maxsize=1)
def fronted(around: Surroundings) -> str | None:
    """`职工培训的支出，在取得证书的当年，按照3600元扣除`: what a rate is applied to stands in a clause of its own."""
    if around.mention.kind != "threshold" or not _BY_THE_RATE.match(around.clause.text, 0, around.until):
        return None
    return next((clause.text for clause in around.earlier[:2] if _FRONTED.fullmatch(clause.text)), None)


def is_penalty(words: str) -> bool:
    """Whether words only name a penalty (警告, 拘留): what is done to somebody, and nobody."""
    return bool(_PENALTY.fullmatch(mask(words)))


_TAKEN: Final = "没收|责令|暂扣|吊销"
_PENALTIES: Final = f"通报批评|警告|记过|罚款|拘留|拘役|管制|{_TAKEN}"
_PENALTY: Final = re.compile(
    rf"(?:(?:可以|并|单)?处(?:以)?)?(?>(?:(?:{_TAKEN})(?:(?!(?:、|和|或者?|并处?)?(?:{_PENALTIES}))[^，。；]){{0,8}}|"
    rf"{_PENALTIES}|、|或者?|和|并处?)+)"
)


def graded_as(around: Surroundings) -> str | None:
    """`90分＞考核得分≥75分，为良好`: as what it is graded, where signs bound it."""
    if around.words[0] not in "≥≤＞＜><":
        return None
    behind = around.tail.strip("，。； ") or next((clause.text for clause in around.later(1)), "")
    grade = _AS_GRADE.match(behind)
    return grade["do"] if grade else None


_AS_GRADE: Final = re.compile("的?，?(?P<do>(?:评定?|确?定|认定|列|判定)?为(?!了|此|止)[^，。；]{2,12})(?=[，。；]|$)")


_AT_RATES: Final = re.compile(
    r"(?P<more>(?:[、，和及][^，。；、\d（]{1,16}(?:（[^（）]{1,6}）[^，。；、\d]{0,4})?\d[\d.]*(?:[%％]|"
    r"万?元(?:/[^，。；、\d/和及的]{1,4})*))*)的(?:标准|"
    r"比例)，?(?:分别)?(?P<do>[^，。；、\d]{2,20})(?=[，。；]|$)"
)
"""`按甲类1500元/户、乙类2000元/户的标准安排资金`: rates with their names share the act behind the last."""


@lru_cache(maxsize=1)
def at_rates(around: Surroundings) -> str | None:
    """The act behind a row of rates that are each set for one by its name."""
    listed = around.sentence.text[around.mention.end : around.spans[-1][1]]
    rates = _AT_RATES.match(listed) if around.mention.kind == "threshold" and "的" in listed else None
    if rates is None or not (rates["more"] or around.shared):
        return None
    return rates["do"] if rates["do"].startswith("给予") else predicate(rates["do"])


def named_at_a_rate(around: Surroundings) -> str | None:
    """`按照小学每生650元、初中每生850元的标准…`: for whom the first rate of a row is."""
    named = _BY.search(around.head) if at_rates(around) else None
    return named["x"] if named else None


_BY: Final = re.compile("按照?(?P<x>[^，。；、\\d按每]{2,16}(?:（[^（）按]{1,6}）)?)(?:每[\u4e00-\u9fff])?$")
