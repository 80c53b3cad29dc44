"""Who acts where a form of words of its own names him: a label, who pays at a rate, who is in charge behind the act."""

from __future__ import annotations

from typing import Final

from extract.grammar.bodies import is_body
from extract.grammar.clause_words import GIVES
from extract.grammar.clauses import Clause
from extract.grammar.masking import mask
from extract.grammar.nouns import UNIT_END, split_units
from extract.parties.obliged import places_act
from extract.parties.surroundings import Surroundings
from extract.sentences import Sentence
from ingest import patterns as re


def named_by_form(around: Surroundings) -> tuple[str, ...] | None:
    """The places that are told something, whatever reports or was just named, who pays or sends, whose label it is."""
    clause = around.clause
    if words := clause.words(places_act(clause)) or _reports(clause) or _in_its_trigger(clause):
        return split_units(words)
    if payer := _paid_by(around):
        return split_units(payer)
    sender = _SENDER.match(around.head) if around.mention.kind == "deadline" else None
    if sender and UNIT_END.match(mask(sender["x"])):
        return split_units(sender["x"])
    labelled = unit_of_a_label(around.sentence)
    return split_units(labelled) if labelled else None


_SENDER: Final = re.compile(r"(?P<x>[^，。；的：]{2,24})的[^，。；的]{2,24}请(?:分别|务必|统一)?[于在]")
"""`各单位的自查报告请于6月底前报送`: whose report it is, is asked to send it."""


def in_charge_of_it(around: Surroundings) -> tuple[str, ...] | None:
    """`每日测量体温2次，由乡村医生负责`: who is in charge stands behind it (`费用由政府承担` tells who pays)."""
    behind = around.later(2) if not around.clause.agent else []
    for clause in behind:
        if clause.by and clause.by[0] == clause.at + 1 and _IS_IN_CHARGE.search(clause.text):
            return split_units(clause.words(clause.agent) or "")
    return None


_IS_IN_CHARGE: Final = re.compile("(?:具体|统一|组织)?(?:负责|落实|实施|承担)[。；]?$")


def _reports(clause: Clause) -> str | None:
    """`各项目于8月20日前将自查表报送街道`: whatever reports acts."""
    named = _EACH_OF_THEM.match(clause.text, clause.at) if clause.taken else None
    return named["who"] if named and clause.taken and _REPORTS.match(clause.text, clause.taken[1]) else None


_EACH_OF_THEM: Final = re.compile("(?P<who>各[\u4e00-\u9fff]{1,8}?)(?:应当?|须|要|请)?(?=[于在每]|\\d)")
_REPORTS: Final = re.compile("报送?|上报|提交|交|送")


def _in_its_trigger(clause: Clause) -> str | None:
    """`县招办初审后在学校公示10天以上`: who does the one thing does the next, where nobody else is named."""
    if clause.topic or clause.by or not clause.trigger or clause.body >= len(clause.text):
        return None
    done = _HAS_DONE.fullmatch(clause.words(clause.trigger) or "")
    who = done["who"] or done["told"] if done else ""
    return who if UNIT_END.match(mask(who)) and is_body(who) else None


_HAS_DONE: Final = re.compile(
    "(?P<who>(?!经|由|待)[^，。；的]{2,20}?)(?:初审|复审|审[核查批定]|核[实查对]|复核|评审|汇总|受理|验收|认定|研究|评估)(?:通过|同意|完成|合格)?后|"
    "(?P<told>[^，。；的]{2,16}?)接(?:令|警|报告?|单|诉|通知|[到获][^，。；的]{2,12})后"
)


def _paid_by(around: Surroundings) -> str | None:
    """`按缴纳税款的50%，由县财政给予奖励`: at which rate, in front of who pays it."""
    if (
        around.mention.kind != "threshold"
        or not _AT_THE_RATE.fullmatch(around.tail)
        or not _BY_RATE.search(around.head)
    ):
        return None
    payer = next((clause for clause in around.later(2) if clause.by), None)
    return payer.words(payer.agent) if payer and GIVES.search(payer.text) else None


_AT_THE_RATE: Final = re.compile("的?(?:比例|标准|额度)?[，,；。 ]*")
_BY_RATE: Final = re.compile("(?:^|[一二三四五两\\d]年)按")


def speaks_up(around: Surroundings) -> str | None:
    """Who disagrees or leaves in the clause before, where the value's clause says by when to say so."""
    if not around.earlier or not _SAYS_SO.search(around.clause.text):
        return None
    case = _SPEAKS_UP.match(around.earlier[0].text)
    return case["who"] if case else None


_SPEAKS_UP: Final = re.compile(
    r"(?P<who>(?!对|如|若|经|因|确)[^，。；的对]{2,24}?(?<![间内后时期]))(?:对[^，。；]{2,30}|(?<!原)因[^，。；的]{1,12}?)?"
    r"(?:有(?:异议|争议|不同意见)|不服|不同意|认为[^，。；]{2,30}|辞职|离职|离岗|请假|退学|休学|转学)(?:的|时)?$"
)
"""`职工有异议的，自公示期满之日起15日内提出复核`, `教师离职的，应提前30日提出申请`: who has to say so."""
_SAYS_SO: Final = re.compile("提[出起]|申请|申诉|起诉|反映|投诉|(?:应当?|须|要)[^，。；]*(?:告知|通知)")


def appointed(clause: Clause, before: list[Clause]) -> str | None:
    """`各村配备1名护林员，负责巡护，每日巡山`: who is put in charge does what follows."""
    found = _APPOINTS.search(before[0].text) if before and _IN_CHARGE.match(clause.text) else None
    return found["x"] if found else None


_APPOINTS: Final = re.compile(
    r"(?:配[备置足]|设[立置]|明确|指定|确定|选[派聘任]|安排|聘[请用任]|落实|派驻)[^，。；]{0,8}?(?:\d+|"
    r"[一二两三四五])[至\d\-—]*[名位]"
    r"(?:以上)?(?:专职|兼职|的)*(?P<x>[^，。；的]{2,16}?)(?:[（(][^（）()]*[）)])?$"
)
_IN_CHARGE: Final = re.compile("(?:具体|专门|主要)?负责")


def unit_of_a_label(sentence: Sentence) -> str | None:
    """`县公安局：…`, `村卫生室职责：…`: whose tasks a sentence sets behind a colon; a class of units is none."""
    label = _LABEL.match(sentence.text) if "：" in sentence.text or ":" in sentence.text else None
    if not label or (not label["tasks"] and _CLASS.search(label["who"])):
        return None
    return label["who"] if UNIT_END.match(mask(label["who"])) and is_body(label["who"]) else None


_LABEL: Final = re.compile(
    r"(?P<who>[^，。；：:\d]{2,30}?)(?P<tasks>的?(?:主要|工作|具体)*(?:职责|任务|责任|分工))?[：:](?!\d\d)"
)
_CLASS: Final = re.compile("(?:单位|企业|机构|农场|合作社|基地|学校|场所|主体|家庭|人|者|员|行业|以[上下])$")
"""`机关单位：…`: a class of those whom the rule is about."""
