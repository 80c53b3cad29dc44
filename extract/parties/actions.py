"""What is done: the act or measure that a value belongs to, verbatim and short.

Each step knows one way in which a notice says it; they are asked in order and the first answer stands. What is done
with quantities and in times is told in rooms of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from extract.grammar.clause_words import ACT, HAS_MODAL, VERB
from extract.grammar.masking import MASK, mask
from extract.grammar.nouns import acts_by_name, nounlike
from extract.grammar.phrases import AT_A_PLACE, SHOWN_AT, is_preface, predicate
from extract.numbers import LENGTH, NTH_YEAR
from extract.parties.acts import (
    EVENTS,
    GRANTING,
    HELD,
    VALUE_TAIL,
    act_behind,
    done_to_whom,
    measure_taken,
    named_as_a_thing,
    next_act,
    only_handled,
    says_who,
)
from extract.parties.acts_of_sums import (
    at_a_rate,
    for_whom_it_is,
    granted_under_a_label,
    labelled,
    measure_of_the_row,
    named_in_the_value,
    quantity,
    rate_of_a_case,
    share_borne,
)
from extract.parties.acts_of_times import (
    REACHED,
    after_it_lasted,
    after_the_state,
    banned,
    before_the_next,
    completed_in_part,
    due_at_a_time,
    each_at_its_time,
    granted_to,
    held,
    in_the_hours,
    kept_or_valid,
    of_the_clause_before,
    repeated,
    shared_by_a_list,
    takes_place,
    time_of_an_act,
    when_reached,
)
from extract.parties.agents import HEAD_CUT
from extract.parties.grants import by_a_standard
from extract.parties.groups import DONE_TO
from extract.parties.intervals import apart
from extract.parties.measured import given_by_age
from extract.parties.one_more import as_said_before, one_more
from extract.parties.rows import defined, graded_as, labelled_case, row_act, share_of_a_whole, share_that_acts, split_by
from extract.parties.steps import NO_ANSWER, Answer, Step, by_kind, step
from extract.parties.surroundings import BEFORE_WHAT, Surroundings
from extract.parties.under_labels import done_in_a_period
from extract.records import Kind
from ingest import patterns as re

_JOINS: Final = re.compile(
    r"^(?:该[\u4e00-\u9fff]{1,3}?(?=停[课工产业运])|(?:或(?![许然])者?|但是?|其中|同时|并且|并(?![购网案联处轨])|而且|且(?!末))(?=.{2})|"
    r"[到至自]?20\d\d年(?:底|末|度|\d{1,2}月(?:份|底|\d{1,2}日)?)?[前起的]?(?=[^\d\-—至到、]{2})|"
    r"\d{1,2}[月日]份?(?=[^\d\-—至到、内]{2}))"
)
"""How a clause goes on from the one before, and the year or month in front, are no part of what is done."""
_DATES_END: Final = re.compile(
    r"的?(?:日期|时间|期限)?(?:定?[为是于在]|：|自|从)*(?:\d{4}年)?\d{1,2}月[\d日号月年至到\-－—~～起]*$"
)
"""`培训时间为5月8日至12日（共5天）`: what lasts so long stands in front of its dates."""
_OPENED: Final = re.compile(r"(?P<do>[^，。；：（()）—]{2,30})[（(](?P<said>[^（）()]{0,12})$")
_SEASON: Final = re.compile("(?:[在于自]|每年|全年|[本当]年)*[\u4e00-\u9fff]{2,6}(?:季|期间?|时段|假期|阶段)")
"""`在每年供暖季（11月15日至3月15日），由区财政…`: a season by its name, its dates in brackets."""
_OWN_ACT: Final = re.compile(r"(?:截止|前|内|起)?(?P<do>[\u4e00-\u9fff]{2,8})[）)]")
"""`（9月15日截止报名）`: what stands in the brackets with its time."""
_LENGTH_AGAIN: Final = re.compile(rf"(?:{LENGTH})$")
"""`在3年（36个月）内`: the same length said twice."""
_SO_MANY_TIMES: Final = re.compile(r"[\d一二两三四五]次(?P<do>[^，。；\d]{2,})$")
"""`提供48小时内2次核酸检测阴性证明（间隔24小时）`: what is done so many times is done at that interval."""
_GRANTS_TIME: Final = re.compile(
    "(?:免收|免征|减免|减半征收|减征|缓缴|缓交|给予|享受|增加|发放|补贴|免除|预拨|返还|领取|领用|收取|预收|加收|征收|"
    "提供|安排|支付|暂停|停止|中止|"
    "缴纳|预缴|补缴|补发|暂扣|吊扣|获得|申领|具有|具备|签订|保留|预付|缴存|储备)$"
)
"""`免收3个月房租`, `签订1年以上劳动合同`: the act is verb and object without the time between them."""
_BOUND_BEFORE: Final = re.compile(
    r"(?:不[得应能]?(?:超过|少于|低于)|至少|最[长多]|为期|(?:20\d\d年)?\d{1,2}(?:[、和至到\-—]\d{1,2})*月份?(?:共|计)?)+$"
)
"""What stands between the verb and its length (免收4、5月|两个月租金)."""
_NO_ACT: Final = re.compile(
    r"(?>(?:等[^，。；]{0,6}(?:措施|处罚|方式|处理|手段)|需[求要]|用量|规模|能力|以上|以下|的|内|前|后|左右|部分|(?:均)?[为呈]?[阴阳]性|不足|不满|未满|"
    r"标准|比例|时间|要求|为[限宜]|备查|□)+)"
)
_OTHER_CASE_BEHIND: Final = re.compile(
    "(?:、[^，。；、]{2,8}|[且并])(?:最[高低多少])?(?:不[得应能]?超过|不[少低]于|不得[少低]于|最[长多])"
)
"""`一般事项不超过10分钟、复杂事项不超过30分钟`: the next case of a row is no act."""
_FIGURE: Final = re.compile(r"\d")
"""`用气不超过4个工作日，供电可靠率达到99%`: what another thing measures is not done by a time that has its own."""
_DIMENSION: Final = re.compile("(?:时间|期限|时限|比例|金额|标准|数量|人数|额度|面积|规模|费用|[率量数值额])$")
"""What is measured, named by its last word; alone it is no act (书面作业平均完成|时间)."""
_MOVED: Final = re.compile(
    rf"(?:将|把)[^，。；将把]{{2,30}}?(?:资料|材料|档案|记录|台账|凭证|票据|合同|样品|标本|信息|数据)(?P<do>{VERB})$"
)
"""`将合同等资料保存2年`: what is moved in front of the verb is its object."""
_TERM_MOVED: Final = re.compile("(?<!实施)(?<!执行)(?:期限|时间|日期)(?P<do>延长|顺延|推迟|延后|延期)$")
"""`申报期限延长|至3月23日`."""
_EACH_TIME: Final = re.compile(
    r"^各(?![地县市区省乡镇部单级类])(?=[\u4e00-\u9fff]{2})|"
    r"^(?:至少|不少于)(?=[\u4e00-\u9fff]{2})|"
    r"^在[^，。；]{2,40}基础上(?=[\u4e00-\u9fff]{2})|^分别(?=[\u4e00-\u9fff]{2})|"
    r"^每\d[\d.]*[\u4e00-\u9fff]{1,3}?(?=收费|补[贴助]|加收|奖励)|^每(?:[份本件条起张](?=[收奖补扣加])|(?:步|"
    r"餐次)(?=[\u4e00-\u9fff]{2}))|^(?:第[一二三四五]|次|翌|首)年(?=[\u4e00-\u9fff]{2})|^每(?:次|天|日|周|月|年|学期|学年|"
    r"季度)(?![次度末初底])(?=[\u4e00-\u9fff]{2})"
)
"""`每天巡护不少于8小时`: each day is when, and no part of what is done."""
_WHICH_YEAR: Final = re.compile(f"(?:其中)?(?:{NTH_YEAR}[、和]?)+(?:分别|按|为|不[高超]?[过于])*")
"""`第一年为80%，第二年、第三年为70%`: in which year is no part of what is done."""
_WHICH_YEAR_LAST: Final = re.compile(f"{_WHICH_YEAR.pattern}$")
_IN_A_CASE: Final = re.compile("(?:(?<![小课学工用耗延])时|期间|之后|以后|[周月年天日]内|[周月年日]起)$")
_ONLY_EACH: Final = re.compile(
    "(?:其中|此后|以后)?(?:最?近[\\d一二三五十]+个?[年月天日]|"
    "每个?(?:[组队间班家支辆桌层]|乡镇|餐桌|社区|企业|单位|学校|部门))"
)
"""`其中近5年不少于10学时`, `每组不少于7人`: in which time or in each of what, and nothing that is done."""
WITHIN_FRONT: Final = re.compile(rf"^[在于]?(?:{LENGTH})(?:以|之)?内(?=.{{2}})")
"""`在3个工作日内存入保证金20万元`: by when is no part of what is done."""
_VALUE: Final = re.compile(
    r"\d[\d.,，]*(?:个?(?:工作)?[日天月年周]|公里|千米|米|小时)(?:(?:之|以)?内)?(?:或者?|和|、|且)|"
    r"(?:[低高少多大小]于|超过)\d"
)
"""`60日内或者行驶里程3000公里内`: another bound of the same, and no act."""
_SAYS_NOTHING: Final = re.compile(
    r"\d[\d.]*[万亿]?(?:批次|公里|千米|平方米|[米亩元人个家户项件辆台座处条])(?:[/／][\u4e00-\u9fff]{1,3})?(?:的?目标)?|的?基础上|"
    r"以[^，。；]{2,6}为准|每.|最[长短]|不得|应当?|须|可以?|[于在]每?个?[^，。；]{0,10}(?:第[一二三四五\d]+|[次当该下])年度?"
)
_SHARE_OF: Final = re.compile(
    r"(?:为|按照?|不[少低高]于|不[得应能]?超过|不得[少低高]于)[^，。；为按]{2,24}的$|"
    r"^(?:可以|以|可以以)?[^，。；的]{2,16}为(?:基础|基数|基准)(?=[^，。；的]{2})"
)
"""`标准为当地最低工资的90%`, `以现行费率为基础下调20%`: of what it is a share is no part of what is set."""
_SINCE: Final = re.compile("(?:应当?|须|必须|要)?(?:[在于自])?[^，。；]{2,40}(?:之[日时]起|后)$")
"""`应在合同签订之日起|6个月内完成`: from when time runs is no part of what is done."""
_FROM_OLD_TO: Final = re.compile(
    "(?:由|从)[^，。；]{0,6}\\d[^，。；]{1,6}?(?P<do>延长|压缩|缩短|提高|放宽|[上下]调|调整|增加|减少|降低)[至到为]$"
)
"""`架空期由4个月延长至6个月`: how the old value is changed is what is done."""
_FROM_OLD: Final = re.compile(
    r"(?:(?<![自理缘事])由|从(?![业事严]))(?=原|[^，。；]*[\d一二三四五六七八九十百])[^，。；]*$"
)


def _past_whom(around: Surroundings, done: str) -> str:
    """`每日对公共区域通风2次`: what is done stands behind whom or what it is done to."""
    if around.clause.governed is None:
        return done
    whom = f"对{around.clause.words(around.clause.governed)}"
    return (predicate(done[len(whom) :]) if done.startswith(whom) else None) or done


def action(around: Surroundings) -> Answer:
    """The act that the value belongs to, `NO_ANSWER` where the text names none."""
    for way in _STEPS_OF[around.mention.kind]:
        if said := way.find(around):
            done = _past_whom(around, _JOINS.sub("", said))
            done = _ON_TOP.sub("", done)
            if done.startswith("其") and (urged := _URGED.search(around.clause.text)):
                done = urged[0] + done if done in around.clause.text[urged.end() :] else done
            if around.mention.kind in ("deadline", "frequency"):
                done = SHOWN_AT.sub("", done)
            if _KEPT_AT.fullmatch(done):
                done = _measure_kept(around) or done
            if around.mention.kind == "frequency":
                done = _HOW_OFTEN.sub("", done)
            if around.mention.kind == "schedule" and done.startswith("起") and ACT.match(done, 1):
                done = done[1:]  # `第5日起|主动联系`, and not `第5日|起草`
            if around.mention.kind == "window":
                done = _WITH_THE_PROOF.sub("", done)
            case = done.endswith("的") and _FIGURE.search(done)
            if done and not (case or _VALUE.match(done) or _SAYS_NOTHING.fullmatch(done)):
                return Answer(done, way.name)
    return NO_ANSWER


_URGED: Final = re.compile("(?:督促|责令|要求|敦促|提醒|指导)(?:指导)?(?=其)")
"""`立即督促|其整改`: who sees to it does not do it himself."""
_KEPT_AT: Final = re.compile("(?:控制|限制)在?")


def _measure_kept(around: Surroundings) -> str | None:
    """`参会人数控制在20人以内`: what is kept there, with the verb where both are short."""
    topic = around.clause.topic if around.clause.role == "thing" else None
    whole = around.head[topic[0] if topic else 0 :].removesuffix("在")
    return whole if len(whole) <= _SHORT else around.clause.words(topic)


_SHORT: Final = 12
_HOW_OFTEN: Final = re.compile("(?<=.{2})(?:的?(?:次数|频次|频率)|原则上|一般)+$")
"""`享受补贴次数不超过三次`: how often is the value's own."""
_WITH_THE_PROOF: Final = re.compile(
    "(?<=阴性证明)(?:(?:方可|可|才能)?(?:[入进返出离][^，。；的]{1,10}|乘[车机坐][^，。；的]{0,8}|上[岗班][^，。；的]{0,6}|"
    "报到|预约[^，。；的]{0,6}|参[加会][^，。；的]{0,6}|就[餐诊医]))$"
)
"""`凭24小时内|核酸检测阴性证明入场`: what one may do with the proof is no part of what is looked at."""
_ON_TOP: Final = re.compile("^在(?:确保|保证|保持)(?=.{4})")
"""`在确保|即办事项占比|达70%的基础上`: what is kept, in front of what goes beyond it."""


def _in_the_value(around: Surroundings) -> str | None:
    """The value's words name the act (三天三检, 即收即办, 日报告)."""
    return around.words.strip("“”") if around.mention.act else None


def _on_the_described(around: Surroundings) -> str | None:
    """What is done with those whom the value describes (14日内有…旅居史的人员，实施7天集中隔离).

    Within a time something is done, also where that is the case that is set (15日内及时改正的，可以…).
    """
    if not around.described:
        return None
    if around.handled:
        return around.clause.words(around.handled[0])
    rest = re.sub(r"^[（(][^（）()]*[）)]", "", around.clause.text[around.described[1] :])
    if around.mention.kind == "threshold" and _ONLY_BOUNDED.match(rest):
        return _said_in_front(around)
    aside = rest.startswith(("和", "及", "以及", "或", "、")) or is_preface(rest.rstrip("，。；"))
    behind = None if aside else predicate(rest)
    if not behind and around.mention.kind == "deadline" and (done := act_behind(around)) and ACT.match(done):
        return done
    if around.context.eligible and not (behind or around.clause.conditional) and (has := _HAS.match(around.head)):
        return has["do"]
    done = behind or measure_taken(around) or next_act(around) or around.context.topic.rule
    names = not (done or around.clause.conditional) and around.described[0] == 0
    if names and len(around.sentence.clauses) == 1:
        measure = VALUE_TAIL.sub("", around.head)
        return measure if len(measure) >= 2 and not ACT.match(measure) else None
    again = rest.strip("，。；、 ") and not done and around.earlier
    return predicate(around.earlier[0].text[around.earlier[0].body :]) if again else done


_ONLY_BOUNDED: Final = re.compile(r"(?:的|应当?|须|一般|原则上)*(?:不[得应能]?(?:超过|[少低高]于)|至少|为|达到?)\d")


def _said_in_front(around: Surroundings) -> str | None:
    """`保安员按在校人数配备：500人以下的学校不少于2人`: what is done where the described are only given a figure."""
    before = (predicate(clause.text[clause.body :]) for clause in around.earlier if not clause.conditional)
    return as_said_before(around) or next((done for done in before if done), None)


_HAS: Final = re.compile("(?:应当?|须|必须|要)?(?P<do>拥有|具有|具备|配备|配有|建有|设有|有)")
"""`（一）拥有库容不低于1万立方米的油库，油库通过验收`: that one must have it is what is asked."""


def _in_a_list_of_cases(around: Surroundings) -> str | None:
    """`有下列情形之一的，应当报告：（一）5例以上疑似暴发；`: what is done in each case of the list."""
    case = around.context.in_each_case if told_as_a_case(around) else None
    return case.action if case else None


def told_as_a_case(around: Surroundings) -> bool:
    """Whether a value can be one of a case's: of a sentence that asks for nothing itself."""
    return around.mention.kind not in ("deadline", "frequency", "schedule", "interval") and not HAS_MODAL.search(
        mask(around.sentence.text)
    )


def _in_a_case(around: Surroundings) -> str | None:
    """What follows a case that the value belongs to (如参展企业数量超过总数50%的，给予支持)."""
    case = around.clause.conditional or around.opens_a_case or around.reaches_the_next_case
    case = case or _supposed(around) or _comes_to(around) or _happens(around)
    case = case and not (around.mention.kind == "interval" and around.clause.covered.startswith(MASK, around.at))
    return measure_taken(around) or next_act(around) if case else None


def _supposed(around: Surroundings) -> bool:
    """`如参展企业数量超过总数的50%，给予补贴`: a case that 如 or 若 opens, the value at its end."""
    return bool(_IF.match(around.clause.text)) and not around.tail.strip("，。； ")


def _comes_to(around: Surroundings) -> bool:
    """`风力达到6级以上时，停止高空作业`: the measure and its bound stand in a clause that only says when."""
    return bool(_TIME_END.search(around.tail) and REACHED.search(around.head + around.words))


def _happens(around: Surroundings) -> bool:
    """`一个班级在14天内出现2例以上病例，该班停课7天`: what happens so often is a case, said without 的."""
    told = _HAPPENS.search(around.clause.text) and not HAS_MODAL.search(around.clause.covered)
    return bool(told) and any(_THEN.match(clause.text) for clause in around.later(1))


_HAPPENS: Final = re.compile("出现|发生|发现|检出|报告")
_THEN: Final = re.compile("该|所在|应|须|必须|立即|第一时间|一律|由|即|全[班校院县]")
_TIME_END: Final = re.compile("(?<![小课学])时[，]?$")
_IF: Final = re.compile("若(?!干)|如(?=果|[^实何下皋东]{3})|一旦")


def _in_what_follows(around: Surroundings) -> str | None:
    """What an opening value is set before (2023年3月底前，各地完成…), past a case (7日内，人数变化的，应当补报)."""
    rest = None if around.described else around.following
    if not rest or _OTHER_CASE_BEHIND.match(rest.text):
        return None
    if around.head.strip() and not around.tail.strip("，。； ") and rest.role == "thing" and _FIGURE.search(rest.text):
        return None
    if around.asks_another:
        return rest.text.rstrip("。；")
    if around.carries_out and around.tail.startswith(rest.text) and rest.role == "thing":
        return predicate(rest.text)
    if says_who(rest) and (done := next_act(around)):
        return done
    if on_whom := done_to_whom(rest):
        return on_whom
    waits = only_handled(rest) and not (rest.governed and DONE_TO.search(rest.text, 0, rest.governed[0]))
    case = rest.conditional and not around.tail.strip("期间内，。； ")
    waits = waits or is_preface(rest.text[rest.body :]) or case
    if waits and (done := next_act(around)):
        return done
    begin = rest.agent[1] if rest.agent else 0
    return predicate(rest.text[max(rest.body, begin) :]) or predicate(rest.text[begin:])


def _in_brackets(around: Surroundings) -> str | None:
    """`电话联系3次（每次间隔15分钟）`: what stands in brackets is said of what stands in front of them."""
    inside = _OPENED.search(around.head) if ")" in around.tail or "）" in around.tail else None
    if inside and not inside["said"] and (_SEASON.fullmatch(inside["do"]) or EVENTS.fullmatch(around.tail)):
        return next_act(around)
    if inside and not inside["said"] and (own := _OWN_ACT.match(around.tail)):
        return own["do"]
    if inside and (dated := _DATES_END.search(inside["do"])) and dated.start() >= 2:
        return inside["do"][: dated.start()]
    if (
        not inside
        or ACT.search(inside["said"])
        or ACT.match(around.tail)
        or GRANTING.match(around.tail)
        or _LENGTH_AGAIN.search(inside["do"])
    ):
        return None
    if around.words.endswith("分") and inside["said"].endswith("分"):
        return inside["said"]
    behind = _BEHIND_BRACKET.match(around.sentence.text, around.mention.end)
    if behind and nounlike(mask(inside["do"])):
        return predicate(behind["do"])
    if around.mention.kind == "interval" and (times := _SO_MANY_TIMES.search(inside["do"])):
        return times["do"]
    asked = HAS_MODAL.search(inside["do"], 2)
    return predicate(inside["do"][asked.end() if asked else 0 :])


_BEHIND_BRACKET: Final = re.compile("[^（()）。；]{0,16}[）)](?P<do>[^，。；、（）]{3,})")
"""`用车大户（日均进出10辆以上）停止运输`, `推荐函（一式两份）报送科技局`: what is said of a noun stands behind."""
_BETWEEN_TWO: Final = re.compile("(?:每|前后|相邻|且|其中)*[两2二]次(?:之间|采样|检测)?(?:的?时间)?(?:的?间隔)?")
"""`每周开展2次核酸检测，|两次间隔|不少于48小时`: between which two times the clause in front says."""


def _between_two(around: Surroundings) -> str | None:
    """What is done twice, where a clause only says how far apart."""
    if not around.earlier or not _BETWEEN_TWO.fullmatch(around.head):
        return None
    times = _SO_MANY_TIMES.search(around.earlier[0].text)
    return times["do"] if times else None


def _predicate_behind(around: Surroundings) -> str | None:
    """The predicate behind the value (14天集中隔离, 免收3个月房租)."""
    granted = _AND_SO_MUCH.match(around.tail) if around.mention.kind == "duration" else None
    after = granted["x"] if granted else None if around.more else act_behind(around)
    if not after or (_LASTED.search(around.head) and _AND_MORE.match(around.tail)):
        return None
    if around.mention.kind == "duration" and (whom := granted_to(around)):
        return whom["do"] + after
    if around.mention.kind == "duration" and (verb := _GRANTS_TIME.search(_BOUND_BEFORE.sub("", around.head))):
        return verb[0] + after
    if around.mention.kind == "threshold" and (keeps := _KEEPS.search(_BOUND_BEFORE.sub("", around.head))):
        return keeps[0] + after
    if "按" in around.head and (set_so := _set_by(around, after)):
        return set_so
    general = around.mention.kind != "deadline" and _GENERAL.fullmatch(after)
    if general or (around.mention.kind == "duration" and after in ("支持", "优惠")):
        named = _NAMED_IN_FRONT.search(around.head)
        if named or general:
            return predicate(named["do"]) if named else None
    return None if _NO_ACT.fullmatch(after) or _described_are(around, after) else after


def _described_are(around: Surroundings, after: str) -> bool:
    """`教龄5年以上的骨干教师`: whether the words behind the value only name whom it describes."""
    covered = mask(after)
    return around.tail.startswith("的" + after) and acts_by_name(covered) and not ACT.search(covered)


_GENERAL: Final = re.compile("措施|制度|机制|处[理罚分]|待遇")
_NAMED_IN_FRONT: Final = re.compile("(?:给予|予以|处以|采取|实[施行])(?:[^，。；、]{2,8}、)*(?P<do>[^，。；、]{2,})$")
"""`给予警告、暂停资格|6个月的处理`, `采取集中隔离|14天的措施`: the general word that closes a measure is not it."""
_AND_SO_MUCH: Final = re.compile(
    r"、(?:每[年月人户]|最高|不[得应能]?超过|不[少低]于)*\d[\d.]*万?元的(?P<x>[^，。；、的\d]{2,12})(?=[，。；]|$)"
)
"""`获得最长10年、每月5000元的租房补贴`: how long and how much of one grant."""
_KEEPS: Final = re.compile("(?:保持|留有|留出|预留|提供|发生|出现|造成|导致)$")
"""`保持1米以上间隔`, `发生3例以上病例`: the act is verb and object without the figure between them."""
_LASTED: Final = re.compile("满$|(?:时间|时长)(?:应当?|须|不[得应]?少于|不低于|至少|为)*$")
_AND_MORE: Final = re.compile("[并且](?!不得|可|应|须)")
"""`在同一单位工作满1年并签订劳动合同`, `检测时长不少于1小时并录像`: what else must be is not what lasted."""


def _set_by(around: Surroundings, after: str) -> str | None:
    """`返还标准按6个月的工资和职工人数确定`: by what something is set stands in front of the act, or names no act."""
    basis = _BASIS.search(around.head)
    said = _SET_SO.search(around.clause.text, around.until) if basis else None
    if basis is None or (said is None and around.mention.kind != "duration"):
        return None
    if said is None:
        return next_act(around) if after == predicate(around.tail) and nounlike(mask(after)) else None
    return basis["do"] if basis["do"] and _SET_ALONE.fullmatch(said["do"]) else said["do"]


_BASIS: Final = re.compile(
    "(?:(?P<do>[\u4e00-\u9fff]{2,4})标准(?:可以?|应当?|须)?)?按照?(?:上年度|上一?年|当年)?(?:不超过|最高)?$"
)
_SET_SO: Final = re.compile("(?<=.{4})(?P<do>(?:计算|确定|核定|计发|返还|发放|执行)[^，。；（(]*)(?:[。；，（(]|$)")
_SET_ALONE: Final = re.compile("计算|确定|核定|执行")
"""`返还标准按…确定`: what the standard is for is done."""


def _predicate_before(around: Surroundings) -> str | None:
    """The predicate that the value closes (集中隔离医学观察14天), else that of the clause before."""
    topic = around.clause.topic
    of_a_case = (
        around.clause.tells_a_case
        and topic
        and not _ITS_OWN.match(around.head)
        and not VALUE_TAIL.sub("", around.clause.text[topic[1] : around.at])
    )
    each = False
    whole = () if _times_alone(around) else (topic[0] if topic else 0, 0)
    for front in () if of_a_case and around.earlier else (around.at - len(around.said), *whole):
        said = _FROM_OLD.sub("", around.clause.text[front : around.at])
        said = _SINCE.sub("", said) if around.mention.kind == "deadline" else said
        said = _WHICH_YEAR_LAST.sub("", said) if "年" in said else said
        said = BEFORE_WHAT.sub("", said) if around.mention.value.startswith("before ") else said
        head = AT_A_PLACE.sub("", _EACH_TIME.sub("", VALUE_TAIL.sub("", _SHARE_OF.sub("", said))))
        if each := _ONLY_EACH.fullmatch(head) is not None:
            break
        if set_anew := _FROM_OLD_TO.search(around.clause.text[front : around.at]):
            return set_anew["do"]
        if moved := _MOVED.search(head) or _DURING.fullmatch(head) or _TERM_MOVED.search(head):
            return moved["do"]
        cuts = [match.end() for match in HEAD_CUT.finditer(mask(head)) if len(head) - match.end() >= 2]
        if cuts and not (len(head) - cuts[-1] <= 4 and _DIMENSION.search(head)):
            piece = WITHIN_FRONT.sub("", _EACH_TIME.sub("", _MEETS.sub("", AT_A_PLACE.sub("", head[cuts[-1] :]))))
            return around.clause.words(topic) if topic and _VALUE.match(piece) else piece
        aside = _IN_A_CASE.search(head) or _WHICH_YEAR.fullmatch(around.head)
        if len(_LENGTHS_ALONE.sub("", head)) >= 2 and not (around.earlier and aside):
            return head
    of_other_years = (clause for clause in around.earlier[:3] if not _WHICH_YEAR.match(clause.text))
    for clause in sorted(of_other_years, key=lambda clause: clause.conditional or clause.tells_a_case):
        if of_a_case and around.mention.kind == "duration" and (held := HELD.search(clause.text)):
            return held[0]
        if is_preface(clause.text[clause.body :]) or _IN_WHICH_WAY.fullmatch(clause.text):
            continue
        modal = HAS_MODAL.search(clause.covered, clause.body) if each else None
        done = predicate(clause.text[modal.end() if modal else clause.body :])
        if done is None or _BOUNDED_FIRST.match(done) or not VALUE_TAIL.sub("", done):
            if _times_alone(around) and clause.role in ("unit", "person") and clause is not around.earlier[-1]:
                continue
            done = clause.words(clause.topic) or done
        said = _LENGTHS_ALONE.sub("", VALUE_TAIL.sub("", done or ""))
        if (
            done
            and said
            and not (each and not ACT.search(done))
            and not (clause.conditional and said.startswith(("没有", "无", "未", "不")))
        ):
            return done
    return None


_ITS_OWN: Final = re.compile("其(?!中)")
"""`二轴车辆，其总重超过20吨的`: what is measured of those in front."""
_IN_WHICH_WAY: Final = re.compile("(?:采[取用]|通过|以)[^，。；]{2,40}(?:方式|形式|办法)")
"""`采取现场提问的方式，每人20分钟`: a clause that only says in which way."""
_MEETS: Final = re.compile("^(?:能够?|可)?满足(?=.{2})")
"""`应满足供水7天以上的要求`: for what so much is needed."""
_DURING: Final = re.compile("(?P<do>[^，。；的]{0,6}(?:检查|执法|抽样|抽查|核查|巡查|勘验|调查|取证|询问|采样))时")
"""`现场检查时不得少于两人`: during which act there are so many."""
_LENGTHS_ALONE: Final = re.compile(rf"^(?>(?:{LENGTH}|以[上下]|不足|不满?|满|至)+)$")
"""`1年以上不满3年的，不得超过2个月`: how long the case lasts is nothing that is done."""
_BOUNDED_FIRST: Final = re.compile(f"{NTH_YEAR}|不?(?:超过|[低高少多大小早晚迟]于)")
"""`贷款额度不得超过房价的70%，且最高不超过50万元`: how a thing is bounded is nothing that is done."""


def _times_alone(around: Surroundings) -> bool:
    """`用水量5000立方米以上的单位每两年开展一次`: how often another class does what is said before."""
    named = around.clause.role in ("unit", "person") and bool(around.earlier)
    alone = not (ACT.search(around.said) or around.tail.strip("，。；、 "))
    return around.mention.kind == "frequency" and named and alone


def _next_act(around: Surroundings) -> str | None:
    """What the next clause says is done; where it sets a measure of its own, nothing (每间不超过6人，人均面积…)."""
    bounded = around.mention.kind in ("threshold", "duration") and not (around.described or around.clause.conditional)
    behind = next(iter(around.later(1)), None) if bounded else None
    if behind and behind.topic and behind.role == "thing" and _OWN_BOUND.match(behind.text, behind.topic[1]):
        return None
    return next_act(around)


_OWN_BOUND: Final = re.compile(r"(?:应当?|须)?(?:不[得应能]?(?:超过|[少低高]于)|至少|最[高低多少长短]|达到?|为)\d")


def _only_finished(around: Surroundings) -> str | None:
    """`应在印发之日起一年内完成`: where nothing else is named, that it is finished is what is done."""
    finished = around.tail.strip("，。； ")
    return named_as_a_thing(around) or finished if finished in ("完成", "进行") else None


def _apart(around: Surroundings) -> str | None:
    """`两次采样间隔24小时`: what is done at that distance."""
    told = apart(around)
    return told.done if told else None


def _done(
    name: str, told: Callable[[Surroundings], tuple[str | None, str | None] | None], *kinds: Kind
) -> Step[Surroundings]:
    """The step of what is done, where one reading tells whom a value governs and what is done."""

    def find(around: Surroundings) -> str | None:
        both = told(around)
        return both[1] if both else None

    return Step(name, find, kinds)


STEPS: tuple[Step[Surroundings], ...] = (
    step(_in_the_value),
    step(share_borne, "threshold"),
    step(measure_of_the_row, "threshold"),
    _done("measured_by_definition", defined, "threshold"),
    _done("of_the_share", share_that_acts, "threshold"),
    step(row_act, "deadline", "frequency"),
    _done("measure_of_the_label", labelled_case, "threshold", "duration", "deadline"),
    _done("of_a_whole", share_of_a_whole, "threshold"),
    _done("split_by", split_by, "threshold"),
    step(rate_of_a_case, "threshold"),
    step(graded_as, "threshold"),
    step(for_whom_it_is, "threshold", "duration", "window", "count"),
    _done("kept_or_valid", kept_or_valid, "duration", "window"),
    _done("given_by_age", given_by_age, "threshold"),
    _done("given_in_a_list", granted_under_a_label, "threshold"),
    step(labelled, "threshold", "duration"),
    step(done_in_a_period, "duration"),
    step(in_the_hours, "duration"),
    step(due_at_a_time, "deadline", "duration"),
    step(takes_place, "deadline", "duration"),
    step(before_the_next, "duration"),
    step(after_it_lasted, "duration"),
    step(held, "duration"),
    step(_in_a_list_of_cases, "threshold", "duration", "window", "count"),
    step(_on_the_described, "threshold", "duration", "deadline", "window", "count"),
    step(_in_a_case, "threshold", "duration", "window", "count", "interval"),
    step(after_the_state, "duration"),
    step(when_reached, "threshold", "duration"),
    _done("as_for_the_one_before", one_more, "threshold", "duration", "deadline", "frequency", "count", "interval"),
    step(by_a_standard, "threshold"),
    step(quantity),
    step(_between_two, "interval"),
    step(_apart, "interval"),
    step(_in_brackets),
    step(of_the_clause_before, "duration"),
    step(completed_in_part, "deadline"),
    _done("each_at_its_time", each_at_its_time, "deadline", "frequency"),
    step(shared_by_a_list),
    _done("banned", banned, "duration", "threshold"),
    step(_in_what_follows),
    step(repeated, "frequency"),
    step(_predicate_behind),
    step(time_of_an_act),
    step(at_a_rate),
    step(named_in_the_value),
    step(_predicate_before),
    step(_only_finished),
    step(_next_act),
    step(as_said_before),
)
_STEPS_OF: Final = by_kind(STEPS)
