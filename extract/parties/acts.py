"""What several ways of finding an act share: the act behind a value, in the clauses that follow, of a bound."""

from __future__ import annotations

from typing import Final

from extract.grammar.clause_words import ACT, GRANT, HAS_MODAL, MODAL, PLAIN_VERB, VERB
from extract.grammar.clauses import Clause
from extract.grammar.masking import mask
from extract.grammar.nouns import nounlike
from extract.grammar.phrases import is_preface, predicate
from extract.numbers import LENGTH, NUMBER
from extract.parties.surroundings import Surroundings
from ingest import patterns as re

HELD: Final = re.compile("保存|留存|存放|存档|公示|公告|保留|保管|贮存|储存")
_TAKES: Final = re.compile(r"(?:实施|采取|实行|落实)(?!期限|细则|方案|办法|意见|条例|清单|名单|情况|主体|单位|进度)")
_OWN_TERM: Final = re.compile(
    r"^(?:政策|措施|本[^，]{1,6})?(?:实施|执行|有效)?(?:期限|有效期|时间)(?:截至|为|至|到|自|暂定)"
)
"""How long the policy itself lasts is no act."""
_LENGTHS: Final = re.compile(rf"^(?:{LENGTH})|^“[\d+]+”")
_TAKES_SO_LONG: Final = re.compile(rf"(?:{MODAL})?(?:实施|采取|实行|落实)(?=(?:{LENGTH})|“[\d+]+”)")
_BOUNDED: Final = re.compile(
    r"(?:至少|不少于|最多|不超过|最低|最高)(?!不得?|超过|每)(?P<do>[\u4e00-\u9fff]{2,8}?)(?=\d|"
    r"[一二三四五六七八九十两])"
)
"""`至少培育形成1个`: the act stands between the bound and the figure."""
SHARED_ACT: Final = re.compile(
    r"(?:、[^，。；、]{1,12}?)*(?:、|和|及)\d[\d.]*[%％元万亿个百分点]+(?:的(?:标准|比例)?)?(?P<do>(?!工作日|"
    r"小时|分钟|[天日月年])[^，。；、\d%]{2,20})[。；]?$"
)
_CLOSED_AGAIN: Final = re.compile("^[）)](?=(?:之|以)?内|的|后)")
REACHES: Final = re.compile(
    "(?:达到|(?:提高|提升|降低|下降|增加|压缩|[上下]调|调整)[到至为]|(?:精简|优化|整合|合并)+[到至为]?|降[到至]?|"
    "控制在|增长|增加|上升|下降|提高|提升|降低|减少|压缩|缩短|提速|放大|压降|"
    "压减|扩大)(?=约?$)"
)
GRANTING: Final = re.compile(f"{GRANT}|发放|[加增]发|收费|收取|征收|罚款|给予|缴纳|救助")
_AT_THE_RATE: Final = re.compile(
    r"^(?:范围|区间|幅度|限额)内|^为限额?(?=[^，。；]{2})|^不等的|^[^，。；的]{0,12}的(?:标准|比例|额度|税率|征收率|"
    r"利率|费率|价格|幅度|频次|频率|"
    r"规模|需求|要求|用量)(?=[^，。；的]{2})|^(?:标准|比例|幅度|税率|费率|利率|征收率)(?=[^，。；的]{3})"
)
"""`1500元至3500元范围内分档发放`, `1.5%的征收率计算缴纳`: the figure's own noun stands before the act."""
EVENTS: Final = re.compile(r"[）)](?:[、和及][^，。；（()）]{2,16}[（(][^（）()，。；]{2,40}[）)])*期间")
"""`高考（6月7日至8日）、中考（6月10日）期间`: events by their names, the days of each in brackets."""
VALUE_TAIL: Final = re.compile(
    r"(?>(?:\d{1,2}[至到\-—~]|\d+(?:\.\d+)?(?:[%％]|万?元|[个家名人年月天日岁次倍分]|个月|小时|工作日)(?:以上|"
    r"以下)?(?:[和、及且]|或者?)|为期|(?<!行)为|暂定|只有|不少于|不低于|不足|(?<!期)满\d+个?[年月](?=不[足满]$)|达到或|达到|达|"
    r"至少|至|到|是|压缩|"
    r"不[得应]?[晚迟]于|自[^，。；：自]{2,16}起|"
    r"(?:当[天日]|单日|每[天日])?不[得应能]?超过[^，。；\d]{0,12}?[\d.一二两三四五六七八九十]+(?:次|[万亿]?元|[%％倍])[且并]|不[得应能]?超过|"
    r"(?<=标准)各(?:档次?|类[别区]?|区域|地区|等[级次])|缩短|控制在|控制|在|由|从|的|时限|连续|持续|(?:积|修|起?算|"
    r"(?<!登)记)?满|分别|(?<![预合签续履解])约|超过|要|应[当该]|应|每次|总计|合计|共计"
    r"|(?<!额)[上下]限|(?:法定|承诺)时限|国家规定|最长|最多|最高|最[迟晚早]|全年|当年|年内|人民币|一式|须|必须|"
    r"原则上|一般|统一|平均|(?<![平人户亩日月年])均|各|当地|"
    r"(?<![\u4e00-\u9fff])单[车户个笔]|每(?:季度?|半年|学期|学年|[年月周旬])[前初末首]|"
    r"每(?:[班人户次年月日天周期村校届批]|[百千万]?(?:平方)?(?:公里|千米)|公顷)|累计|按照|按|以来|以|不|低于|高于|"
    r"之[日时]起|自|于|"
    r"[，,、：:\s“（(])+)$"
)


def bounded_act(words: str) -> str | None:
    """The act between bound and figure (至少培育形成1个); not of what a share is (不超过费用50%)."""
    share = words.endswith(("%", "％", "倍")) and not words.startswith("至少")
    found = None if share else _BOUNDED.match(words)
    return found["do"] if found and ACT.match(found["do"]) else None


def names_alone(head: str) -> bool:
    """Whether the words in front of a figure are a name and no predicate (开业满5年的村镇银行|≥75%)."""
    return len(head) >= 2 and nounlike(mask(head))


def measure_taken(around: Surroundings) -> str | None:
    """The measure taken on a described subject, past what is said first (赋红码，实施7天集中隔离医学观察)."""
    for number, clause in enumerate(around.later(3)):
        found = _TAKES_SO_LONG.match(clause.text) if number else _TAKES.search(clause.text)
        if found and (done := predicate(_LENGTHS.sub("", clause.text[found.end() :]))):
            return done
    return None


def next_act(around: Surroundings) -> str | None:
    """The predicate of the clauses behind (接到报告后2小时内，…); where they only say in which way, that one."""
    way = None
    for clause in around.later(4):
        aside = (
            clause.conditional
            or only_handled(clause)
            or is_preface(clause.text)
            or is_preface(clause.text[clause.body :])
            or _OWN_TERM.search(clause.text)
            or clause.text.startswith(("除", "以及", "及其", "无论", "不论", "不管"))
            or (clause.text.startswith("自") and clause.text.endswith("起"))
            or _DURING_AN_ACT.search(clause.text)
            or is_a_place(clause)
            or (clause.text.startswith("经") and not HAS_MODAL.search(clause.covered))
            or _THEIR_THING.fullmatch(clause.text)
            or says_who(clause)
        )
        if not aside and (then := ONLY_THEN.search(clause.text)):
            return predicate(then["do"])
        if not aside and clause.body == len(clause.text) and clause.role:
            way = way or predicate(clause.text)
        elif not aside and (done := predicate(clause.text[clause.body :]) or predicate(clause.text[: clause.body])):
            bare = not VALUE_TAIL.sub("", done) or (clause.role == "thing" and _BOUND_FIRST.match(done))
            return (clause.words(clause.topic) or done) if bare else done
    return way


def only_handled(clause: Clause) -> bool:
    """`将排查台账，通过平台报局`, `对申请人，给予补贴`: whether a clause only says to whom or to what it is done."""
    spans = [span for span in (clause.governed, clause.taken) if span]
    return any(span[1] >= len(clause.text.rstrip("，。； ")) for span in spans)


def done_to_whom(clause: Clause) -> str | None:
    """`按照规定对试点电梯|进行抽查`: behind the ground, and to whom or what it is done, stands the act."""
    if clause.governed is None or not is_preface(clause.text[: clause.governed[0] - 1]):
        return None
    return predicate(clause.text[clause.governed[1] :])


ONLY_THEN: Final = re.compile("(?:方可|方能|才可以?|才能)(?P<do>[^，。；]{2,})")
"""`运行满3个月后方可办理最终验收`: what may be done only then."""


def is_a_place(clause: Clause) -> bool:
    """`在考点周边的建筑工地，全天禁止施工`: a clause that only says where."""
    if not clause.text.startswith("在") or "的" not in clause.covered:
        return False
    return nounlike(clause.covered) or _WITHIN_REACH.search(clause.covered) is not None


_WITHIN_REACH: Final = re.compile("(?:范围|区域|路段|水域)内?的[^，。；的]{2,12}$")
_BOUND_FIRST: Final = re.compile("(?:不[得应能]?)?(?:超过|[少低高多]于)")
"""`日用水量|不得超过上月的80%`: what is bounded, not the bound."""
_WHO_IT_IS: Final = re.compile(
    "(?!对|将|由|把|按)[^，。；]{2,30}的[^，。；的]{0,10}(?:企业|单位|机构|纳税人|个人|人员|家庭|农户|项目|产品|车辆)"
)
_BEING_SO: Final = ("符合", "具备", "满足", "从事", "享受", "取得", "持有")


def says_who(clause: Clause) -> bool:
    """`自1月1日起，符合条件的小型企业，无论…，均可享受优惠`: a clause that only names a class is no act."""
    named = _WHO_IT_IS.fullmatch(clause.covered)
    return bool(named) and (clause.text.startswith(_BEING_SO) or not ACT.match(clause.covered))


_DURING_AN_ACT: Final = re.compile("(?:受理|办理|审核|审查|检查|申请|核验)[^，。；]{0,10}(?<![及即同小限按准实])时$")
"""`受理复工手续时，应当核验…`: when it is done."""
_THEIR_THING: Final = re.compile("其[^，。；]{2,60}的[^，。；的]{1,10}(?<!的)")
"""`其由境外雇主支付的部分，免予缴纳…`: what the act is done to, in a clause of its own."""


def named_as_a_thing(around: Surroundings) -> str | None:
    """`资格审查|应在5个工作日内完成`, `搬迁应于9月底前完成`: the act that is the clause's own topic, and no thing."""
    topic = around.clause.words(around.clause.topic) if around.clause.role == "thing" else None
    if topic is None or _ALSO_THINGS.search(topic):
        return None
    acts = len(topic) >= 4 and ACT.fullmatch(topic[-2:])
    done = "完成" in around.tail and _SHORT_NAME.fullmatch(topic) and not nounlike(topic)
    return topic if acts or done else None


_ALSO_THINGS: Final = re.compile("(?:报告|申请|通知|通报|计划|承诺|奖励|补助|补贴|手续|任务|系统|期|的)$")
_SHORT_NAME: Final = re.compile("[一-鿿]{2,8}")


def act_behind(around: Surroundings) -> str | None:
    """The predicate right behind the value; `None` where a list, a bracket or another clause follows."""
    for span in (around.clause.taken, around.clause.by):
        if span and span[0] >= around.until:
            rest = around.clause.text[span[1] :].strip("，。； ")
            return predicate(rest) if rest or span != around.clause.by else next_act(around)
    tail = _CLOSED_AGAIN.sub("", around.tail)
    tail = _DEMANDED.sub(r"\g<do>", tail) if _KEEPS_TO.search(around.head) else tail
    if around.mention.kind == "frequency":
        tail = _NEXT_RHYTHM.split(_SO_LONG.sub("", tail))[0]
    alone = _LIGHT_ALONE.fullmatch(tail)
    if alone and (alone["do"] != "完成" or around.clause.role == "thing"):
        return named_as_a_thing(around) or alone["do"]
    if more := _AND_ANOTHER.match(tail):
        return predicate(tail[more.end() :])
    if _ANOTHER_BOUND.match(tail) or (around.mention.kind == "frequency" and _EARNS.match(tail)):
        return None
    return None if tail.startswith(("、", "，", "）", ")")) else predicate(_AT_THE_RATE.sub("", tail))


_KEEPS_TO: Final = re.compile("(?:落实|执行|坚持|遵守)好?$")
_DEMANDED: Final = re.compile("^(?P<do>(?!要求|规定|制度)[^，。；的]{2,12})的?(?:要求|规定|制度)(?=$|[，。；])")
"""`落实每日2次消毒的要求`: what is demanded is what is done."""
_SO_LONG: Final = re.compile(
    rf"^(?>(?:(?!不[得应]?少于)(?:{MODAL}))*)(?:至少|不[得应]?少于|不低于|累计|连续|安排)+(?:{LENGTH}|"
    rf"(?:{NUMBER})个?[学课]时)(?:以上)?(?:的时间)?"
)
"""`每年至少1个月到企业实践`: how long each time stands in front of what is done."""
_NEXT_RHYTHM: Final = re.compile(
    "、(?=[日周旬月季年]度?(?:调度|督[办导查]|通报|报告|研判|会商|检查|考核|总结|分析|评估|例会))"
)
"""`月调度、季督办`: each act of a row has its own rhythm."""
_ANOTHER_BOUND: Final = re.compile("[且并][^，。；]{0,8}(?:不[得应能]?(?:超过|[少低高多]于)|至多|最多|至少)")
"""`每天不超过6次且1小时内不超过3次`: a second bound is no act."""
_AND_ANOTHER: Final = re.compile(
    rf"[且并](?:不[得应能]?(?:超过|[少低高多]于)|至少|最多)(?:{NUMBER})[^，。；\d]{{1,3}}?(?={VERB}|{PLAIN_VERB})"
)
"""`按总数的2%且不少于3间|设置`: what is done by both bounds."""
_EARNS: Final = re.compile(r"的?，?(?:得|扣|加|计|记|减)(?:基础|基本)?分?[\d.]+分")
"""`每年检查2次得2分`: how many points it earns is no part of what is done."""
_LIGHT_ALONE: Final = re.compile(
    "(?:前|内)?(?:全面|正式|统一|分步|组织|陆续)*(?P<do>组织(?:实施|开展)?|实施|实行|施行|开展|完成|召开|举行)[。；，]?"
)
"""`并于11月底前实施`, `手续可在竣工后3个月内完成`: a verb that elsewhere only leads to the act is one where it stands
alone; what is only finished is told of a thing in its own clause."""
