"""Who must do it: the unit or role that acts in the value's clause, behind 由, before it, or that governs the item."""

from __future__ import annotations

from itertools import takewhile
from typing import Final

from extract.grammar.bodies import is_body
from extract.grammar.clause_words import HAS_MODAL, MODAL
from extract.grammar.clauses import FOUNDING, Clause, parse
from extract.grammar.masking import mask
from extract.grammar.nouns import OFFICE_END, PERSON_END, UNIT_END, nounlike, split_units
from extract.grammar.phrases import is_preface
from extract.parties.by_form import appointed, in_charge_of_it, named_by_form, speaks_up
from extract.parties.obliged import by_case, hands_in, named_in_front, obliged, places_act, whose_affairs
from extract.parties.openings import persons_first
from extract.parties.rows import at_rates, fronted, row_agent, share
from extract.parties.standing import (
    DONE_TO,
    EACH,
    EXAMINED,
    HAS_IT_DONE,
    LOOKED_AFTER,
    PAYS,
    STAFF,
    WAIVED,
    benefits,
    gets,
    governs,
    is_counted,
    is_granted,
    is_granted_to,
    is_so,
)
from extract.parties.surroundings import Surroundings
from extract.parties.unasked import (
    STATES,
    asks_nobody,
    befalls,
    by_itself,
    is_cleaned,
    of_a_place,
    only_a_case,
    only_happens,
    only_states,
    runs_by_itself,
    spared,
)
from ingest import patterns as re

HEAD_CUT: Final = re.compile(
    rf"{MODAL}|继续(?!教育)|实施(?!期|阶段|时间|方案)|实行|进行|开展|采取|落实|接受|先(?![进行期])|后(?!续|勤|评)|"
    rf"再(?![贷次])|将|把|即(?![办时收])|完成|[，,]|"
    rf"(?<=[次遍元%])、|(?<=\d[天日月年])、|(?<=分钟)、|(?<=小时)、"
)
"""Words behind which the act itself begins (严格落实|健康管理员日报告制度)."""
_TOLD_TO: Final = re.compile(r"(?:电话|书面|逐级|口头)?(?:报告|上报|报送|通知|告知|移交|报|答复|回复|反馈|约谈|提醒)")
"""`电话报告镇应急办`, `书面答复代表` names who is told, not who acts."""
_PASS_ON: Final = re.compile(
    r"(?:通知|告知|督促|要求|责令|指导|委托|授权)(?P<x>(?![（(、的和或])[^，。；]{4,60}(?:机构|单位|部门|企业|人员|医院))$"
)
_DECIDES: Final = re.compile("批复|准予|许可决定")
"""`主管部门委托机构评估，20日内出具批复`: only who has the power decides."""
_SEES_TO_IT: Final = re.compile(
    r"(?:督促(?:[并和、]?(?:监督|指导))?|(?<=[应当要须并])(?:监督|指导)(?:[并和、]?督促)?)"
    r"(?P<x>(?:(?:本?辖区|本|所[属辖]|各|相关|有关|主管|监管|全[省市县区])[^，。；的]{0,30}?)?"
    r"(?:(?<!为)单位|部门|企业|机构|政府|公司|学校|医院|人))(?=严格|[强深]化|[加增]强|做好|落实|建立|[完健][善全]|开展|按|及时|立即|全[力面]|认真|切实|制定|"
    r"积极|定期|履行|执行|依法|主动|规范|整改)"
)
"""`主管部门要督促辖区企业做好安检，发现隐患须立即告知`: who is seen to it that he acts does the next, too."""
_OVERSEES: Final = re.compile("督[查导办促]|检查|抽查|调研|通报|考核|约谈|巡查|暗访|评[估价议]|调度|处[罚理置]|查处")
"""`督促各县做好公开，年内开展督查4次`: what who sees to it does himself."""


def responsible(around: Surroundings, named: tuple[str, ...] | None) -> tuple[str, ...]:
    """The units that must do it: `named` in the sentence, else assigned to the item, else governing from before."""
    if around.context.eligible and not HAS_MODAL.search(around.clause.covered):
        return ()
    if by_itself(around):
        return ()
    if befalls(around) or (fronted(around) and not around.clause.by):
        return around.context.assigned
    if named is not None:
        return named
    if around.context.assigned:
        return around.context.assigned
    if spared(around) or (asks_nobody(around) and not around.context.listed):
        return ()
    persons = any(
        _are_persons(clause) or (clause.role == "person" and clause.topic)
        for clause in (around.clause, *around.earlier)
    )
    whoever = around.earlier and _WHOEVER.match(around.earlier[0].text)
    return (
        ()
        if persons or whoever or persons_first(around.clause) or _has_own_persons(around)
        else tuple(unit for unit in around.context.carried.agent if not _is_told(around, unit))
    )


def _is_told(around: Surroundings, unit: str) -> bool:
    """`应在30日内告知供气企业`, `每车每月申领1次`: who is told or applied to now, spoken of before, does not do it."""
    if OFFICE_END.match(mask(unit)) and _APPLIES.search(around.clause.covered):
        return True
    acting = [around.clause, *(around.later(1) if around.clause.conditional else [])]
    return any(unit in clause.text and _TO.search(clause.text[: clause.text.find(unit)]) for clause in acting)


_APPLIES: Final = re.compile(
    "(?<![经对受理的次到其何新于户])(?:申[请领办报]|换发)(?!面积|对象|材料|汇总)(?=[^，。；的人书表者之]{0,12}(?:$|[，。；]|[1-9]|不得|不超|[一二三两]次))"
)
_TO: Final = re.compile("(?:告知|通知|报告?|报送|上报|提交|送|交|向|提请|申请)[^，。；]{0,8}$")


def _are_persons(clause: Clause) -> bool:
    if clause.governed is None:
        return _WHO_THEY_ARE.fullmatch(clause.covered) is not None
    words = mask(clause.words(clause.governed) or "")
    return PERSON_END.match(words) or UNIT_END.match(words)


_WHO_THEY_ARE: Final = re.compile(
    r"(?!对|由|将|(?:[\u4e00-\u9fff]{2})?(?:关注|掌握|排查|摸排|救治|收治|登记|督促|提醒|走访|帮扶)(?!的))[^，。；]{2,40}的"
    r"[^，。；的]{0,8}(?:人员|者|患者|居民|旅客|学生|学员|儿童|老年人|毕业生|职工)"
)
"""`从事长途客运的司乘人员，不需要隔离14天`: a clause that only says who they are; `密切关注有症状的患者` is an act."""
_WHOEVER: Final = re.compile("(?:购买|运输|举办|携带|饲养|租赁|转让|出租|燃放|驾驶)[^，。；]{2,30}的$")
"""`购买爆炸物品的，应当在5日内备案`: whoever does so has to, and not the one spoken of before."""


def agent(around: Surroundings) -> tuple[str, ...] | None:
    """The units that act by the sentence's own words; `None` where it leaves them open, empty where none can act."""
    names_its_act = around.mention.act and not (is_counted(around, around.clause) or DONE_TO.search(around.words))
    if names_its_act and (role := doer(around)):
        return (role,)
    if around.described and any(_IS_CALLED.search(clause.covered) for clause in (around.clause, *around.later(1))):
        return ()
    if borne := share(around):
        return split_units(borne.who)
    if (acting := row_agent(around)) is not None:
        return split_units(acting)
    if at_rates(around) and (words := around.clause.words(around.clause.agent)):
        return split_units(words)
    counts = around.mention.kind in ("threshold", "count") or around.asks_another
    opened = around.following if not (counts or around.described) else None
    if opened and not opened.agent and is_preface(opened.text):
        opened = next((clause for clause in around.later(3) if not is_preface(clause.text)), None)
    for clause in (opened,) if opened else ():
        held = around.mention.kind == "frequency" and clause.agent == (0, len(clause.text.rstrip("，。； ")))
        if (
            not (held or clause.conditional)
            and (words := clause.words(clause.agent or (None if around.tail.strip("，。； ") else obliged(clause))))
            and not _TOLD_TO.match(words)
            and not (benefits(clause) and WAIVED.search(clause.covered))
            and not _TIMED.search(words)
        ):
            return (*split_units(words), *_with_those_behind(around, clause))
    happens = around.mention.kind in STATES and _HAPPENS.match(around.clause.text)
    case = (around.clause.conditional or happens) and not around.described
    for clause in around.later(1) if case else ():
        who = clause.agent if clause.by else obliged(clause)
        if clause.conditional or _WHO_PAYS.match(clause.text) or is_so(clause):
            continue
        if who and (words := clause.words(who)) and not words.startswith("其"):
            return split_units(words)
    for clause in _past_asides(around) if (around.described and not _acts_on_it(around)) or around.until_then else ():
        who = clause.agent or (obliged(clause) if clause.role == "person" else None)
        if is_so(clause):
            break
        if clause.body < len(clause.text) and (words := clause.words(who)) and not words.startswith("其"):
            return split_units(words)
    if (tells := _TELLS_TO.search(around.head)) and (told := tells["x"] or _handed(around, tells["to"])):
        return split_units(told)
    clause = around.clause
    acts = clause.agent and not _describes_topic(around) and (clause.by or not governs(around, clause))
    acts = acts and not (of_a_place(clause) or only_happens(around, clause))
    if acts and (words := clause.words(clause.agent)):
        each = EACH.match(words)
        told = clause.agent and HAS_MODAL.match(clause.covered, clause.agent[1])
        if each and not told and any(before.agent for before in around.earlier):
            return _before(around)
        return (
            None if each and around.context.assigned else (*named_in_front(around, around.index), *split_units(words))
        )
    listing = parse(around.shared) if around.shared else None
    if listing and not governs(around, listing) and (words := listing.words(listing.agent)):
        return split_units(words)
    if behind := in_charge_of_it(around):
        return behind
    if (told := _told_person(around)) is not None:
        return told
    if named := named_by_form(around):
        return named
    if around.mention.kind == "deadline" and not clause.agent and _DATE_OF.search(around.head):
        return ()
    if only_states(around) and not (listing and listing.topic is None):
        return None if around.context.assigned or around.context.listed else ()
    return _before(around)


def _with_those_behind(around: Surroundings, first: Clause) -> tuple[str, ...]:
    """`6月底前，各县（市、区），各部门要完成清理`: who acts together with those whom a clause names and no more."""
    if first.agent != (0, len(first.text)):
        return ()
    behind = next(iter(around.later(1) if around.tail.strip("，") else around.later(2)[1:]), None)
    acts = behind and behind.agent and behind.agent[0] == 0 and not behind.by
    return split_units(behind.words(behind.agent) or "") if behind and acts else ()


def _past_asides(around: Surroundings) -> list[Clause]:
    """The next clause, past those that only say when, where or on which ground (在首次使用之前，由所有人…)."""
    behind = [clause for clause in around.later(4) if not _WITH_CONSENT.match(clause.text)]
    asides = takewhile(lambda clause: not _WHO_PAYS.match(clause.text), behind)
    return [clause for clause in asides if clause.agent or not is_preface(clause.text)][:1]


_HAPPENS: Final = re.compile("(?:如|若|一旦|凡)?(?:出现|发生|发现|遇(?![难险害])有?)")
"""`出现重症病例（持续3天以上高热），家长应立即送医`: what happens, in front of who acts then."""
_WHO_PAYS: Final = re.compile("(?:所需|相关|检测|隔离|其)*(?:费用|经费|资金|成本|支出)[^，。；]{0,6}由")
"""`体温37.3℃以上的不得进入，费用由区财政承担`: who pays is not who acts."""
_WITH_CONSENT: Final = re.compile("经[^，。；的]{2,24}(?:同意|批准|授权|审[批核定]|认定|核准|确认|评估)后?[，,。]?$")
"""`经国务院授权，国家粮食应急工作指挥部可…`: who consents is not who acts."""


def _acts_on_it(around: Surroundings) -> bool:
    """`各级财政对免租3个月以上的商场给予奖励`: who acts on those whom the value describes stands in front of them."""
    clause, described = around.clause, around.described
    acting = clause.agent
    if not (acting and described and acting[1] <= around.at):
        return False
    return acting[1] <= described[0] and clause.body < len(clause.text)


_IS_CALLED: Final = re.compile(
    r"(?:单位|企业|机构|学校|医院|商场|家庭|户|者|人员|项目)(?:□+)?[为是](?![^，。；]{0,10}的)[^，。；]{2,16}(?:单位|"
    r"企业|机构|对象|家庭|户|者|人员|项目)(?:□+)?(?:$|[，。；])"
)
"""`床位200张以上的医院为重点单位`: what they are called is nothing that they do."""
_TIMED: Final = re.compile(r"\d个?(?:年|月|日|天|周|小时|工作日|[万亿]?元|%)")
"""`秋季开学前2个月报教育局`: no unit has a time or a sum in its name."""
_OWN_STEP: Final = re.compile(
    r"(?:应当?|须|必须|要)[^，。；]*(?:申领|申请|提出|[补交]缴|缴[纳清]|退还|报到|领取|签订|提交)(?![^，。；]*(?:的|单位|"
    r"机构|部门)[，。；]?$)"
)
"""`失业人员应当在60日内申领失业保险金`: steps that only the persons themselves can take."""
_TELLS_TO: Final = re.compile(
    r"(?:(?:告知|通知|督促(?:指导)?|责[令成]|要求|(?<=[应当要须并])(?:监督|指导)(?:指导|督促)?(?!管理|检查))"
    r"(?P<x>(?![并和及后])(?:符合[^，。；的]{2,16}的)?[^，。；的]{1,40}?(?:[人者户方商]|单位|企业|机构|部门|公司|"
    r"银行|学校|医院))|"
    r"(?:转[交送办派]|移[交送]|交由|交办|派发)[给至到]?(?P<to>(?![并和及后])[^，。；的]{2,14}))(?:应当|"
    r"须)?(?>(?:自[^，。；]{2,20}起|在|于|限期)*)$"
)
"""`告知申请人自决定之日起10日内领取`, `移交执法部门立即查处`: who is told or handed it does it."""


_HAN: Final = re.compile("(?!的)[\u4e00-\u9fff]{2}")


def _handed(around: Surroundings, words: str) -> str | None:
    """To whom a case is handed, where what is done then stands behind the time."""
    return words if UNIT_END.match(mask(words)) and _HAN.match(around.tail) else None


def _told_person(around: Surroundings) -> tuple[str, ...] | None:
    """`考生应当在3日内提交申请`: a party by its part in law does what it is told to.

    Not where something is done to it (共同生活者须进行核酸检测).
    """
    clause = around.clause
    who = obliged(clause) if clause.role != "unit" else None
    if who and FOUNDING.match(clause.words(who) or ""):
        return None
    if DONE_TO.search(clause.text, who[1] if who else 0) and not clause.governed:
        return None
    if who and who[1] <= around.at:
        return split_units(clause.words(who) or "")
    told = _OWN_STEP.search if around.mention.kind != "deadline" else _TOLD_TO_ACT.match
    if clause.role == "person" and clause.topic and told(clause.text, clause.topic[1]):
        named = clause.words(clause.topic) or ""
        return None if _COMES.search(named) else split_units(named)
    return None


_COMES: Final = re.compile(
    "(?:[来返抵]|入境|旅居史|境外|外[地省来]|风险(?:地区|区))[^，。；的]{0,4}的?(?:人员|旅客|者)$"
)
"""`外地来湘人员须提前2天报备`: those who come from elsewhere are looked after by the place where they arrive."""


_TOLD_TO_ACT: Final = re.compile(
    "(?<!病例)(?<!病人)(?<!患者)(?:可以?|应当?(?!急)|须|必须|要|请|不得)"
    "(?![^，。；]*(?:转[移运]|撤离|隔离|收治|采样|取得))"
)
"""`低保对象应当在30日内告知民政部门`: persons who are told to act; patients are reported, and others moved."""


def _before(around: Surroundings) -> tuple[str, ...] | None:
    """The nearest unit to the left that acts, else the topic of an earlier part of the sentence.

    Who breaks a rule does not impose what it costs him; who does may stand in front of a semicolon
    (由主管部门责令改正；拒不改正的，处…罚款).
    """
    if around.clause.role == "person" and around.clause.topic and HAS_MODAL.search(around.head):
        return None
    punished = around.punishes
    if punished and around.mention.kind == "duration" and "不得" in around.tail:
        return None
    if around.mention.kind == "deadline" and (party := speaks_up(around)):
        return split_units(party)
    if only_a_case(around):
        return None
    if around.earlier and runs_by_itself(around.earlier[0]):
        return None if around.context.assigned else ()
    own = applied = False
    handling = _TIME_TO_HANDLE.search(around.head) is not None
    for number, clause in enumerate(around.earlier):
        if punished and not clause.by and (clause.conditional or _breaks_it(clause)):
            continue
        examined = EXAMINED.search(around.clause.text) and not HAS_IT_DONE.search(around.clause.text)
        done = DONE_TO.search(clause.text, clause.topic[1] if clause.topic else 0) is not None or (
            examined and STAFF.search(mask(clause.words(clause.topic) or ""))
        )
        suffers = not clause.by and bool(clause.governable and done)
        own = own or suffers
        settled = clause.by and around.mention.kind == "threshold" and _SETTLED.search(clause.text)
        if settled:
            return None if around.context.assigned else ()
        if clause.by and _CONSENTS.search(clause.text) and not around.punishes:
            continue
        if (
            suffers
            or is_cleaned(clause)
            or of_a_place(clause)
            or only_happens(around, clause)
            or _MADE_UP_OF.search(clause.text)
        ):
            continue
        if not clause.taken and (passed := _PASS_ON.search(clause.text)) and is_body(passed["x"]):
            decides = clause.words(clause.agent) if _DECIDES.search(around.clause.text) else None
            return split_units(decides) if decides else (passed["x"],)
        if seen := _SEES_TO_IT.search(clause.text):
            if not _OVERSEES.search(around.clause.text):
                return split_units(seen["x"])
            if clause.words(clause.agent) == seen["x"]:
                continue
        if chosen := appointed(clause, around.earlier[number + 1 : number + 2]):
            return (chosen,)
        if _RECOMMENDS.match(clause.text) and (_turns_away(around, number) or _AIMS_AT.match(around.clause.text)):
            continue
        if around.mention.kind in ("threshold", "duration") and is_granted_to(around, clause):
            return None if around.context.assigned else ()
        if (gets(clause) and not clause.by) or is_so(clause):
            continue
        told = clause.agent and HAS_MODAL.search(clause.covered, clause.agent[1])
        if not (clause.by or told) and _goes_on(around.earlier[number + 1 : number + 3]):
            continue
        applied = applied or (handling and _APPLIES_FIRST.search(clause.text) is not None)
        if applied:
            continue
        if (words := clause.words(clause.agent) or _told(around, number)) and not _TIMED.search(words):
            if EACH.match(words) and not told and any(before.agent for before in around.earlier[number + 1 :]):
                continue
            lead = _leads(around, number) if _SUPPORTS.search(clause.text) else None
            first = split_units(lead) if lead else named_in_front(around, around.index - 1 - number)
            return None if LOOKED_AFTER.search(words) else (*first, *split_units(words))
        persons = clause.role == "person" and clause.topic is not None
        if (persons or around.mention.kind == "deadline") and HAS_MODAL.search(clause.text):
            who = None if DONE_TO.search(clause.text) else clause.words(obliged(clause))
            if who or persons:
                return (who,) if who else None
    own = own or _has_own_persons(around)
    return _in_an_earlier_part(around) if punished or not own else None


def _in_an_earlier_part(around: Surroundings) -> tuple[str, ...] | None:
    """The topic that acts in front of a semicolon, the nearest first; who is granted something does not."""
    punished = around.punishes
    if named := _named_by_what_it_does(around):
        return split_units(named)
    if not punished and asks_nobody(around):
        return None
    for span in reversed(around.before):
        clause = around.parsed(span)
        if punished and clause.by and (words := clause.words(clause.agent)):
            return split_units(words)
        if not clause.agent or clause.agent != clause.topic or is_so(clause):
            continue
        if (punished and _breaks_it(clause)) or of_a_place(clause) or is_cleaned(clause):
            continue
        if only_happens(around, clause):
            continue
        granted = (
            gets(clause)
            or clause.text.startswith("凡")
            or (punished and clause.conditional)
            or ((clause.conditional or _works_for_it(around, clause)) and is_granted(around))
        )
        words = clause.words(clause.topic)
        if words and not (granted or class_by_a_figure(words)):
            return None if LOOKED_AFTER.search(words) else split_units(words)
    return None


def _named_by_what_it_does(around: Surroundings) -> str | None:
    """`用火单位应当申请，审批局3日内决定；经批准用火的，须…`: the case tells by its act who of those before it is."""
    case = next((clause.text.rstrip("的")[-2:] for clause in around.earlier if clause.conditional), "")
    units = (clause.words(clause.agent or obliged(clause)) or "" for clause in map(around.parsed, around.before))
    return next((words for words in units if len(case) == 2 and words.startswith(case)), None)


_APPLIES_FIRST: Final = re.compile("申[请报办领]|选择|提交|签订|登录")
_TIME_TO_HANDLE: Final = re.compile("(?:办理|审[批核查]|办结|受理|许可|登记|备案)(?:总|平均|的)?(?:时[限长间]|期限)")
"""`企业一并申请，审批时限不超过3日`: who applies is not who has so much time for it."""
_MADE_UP_OF: Final = re.compile("由[^，。；]*组成$")
"""`评审委员会由9名以上专家组成，到会人数不少于三分之二`: of whom it is made up is nothing that it does."""
_CONSENTS: Final = re.compile("(?:批准|同意|核准|审批|许可|签[字章署名](?:确认|意见)?|盖章|垫付|陪同[^，。；]*)$")
"""`临时点应由卫健局批准，并配备1辆救护车`, `由家长签字，次日交班主任`: who consents or signs does not do the rest."""
_SETTLED: Final = re.compile("协商|议定|约定|商定")
"""`价格由双方协商，但最高不超过3%`: those who agree on it are not told what bounds it."""
_AIMS_AT: Final = re.compile(r"力争|争取|确保|(?:到)?20\d\d年")
_RECOMMENDS: Final = re.compile("鼓励|支持|引导|倡导")
"""`鼓励有条件的机构交叉回访，对发现的问题立即处置`: who is encouraged to one thing is not told the next."""


def _turns_away(around: Surroundings, number: int) -> bool:
    """Whether the sentence goes on to others: `对` opens a clause in between, or the next is encouraged."""
    opened = number > 0 and any(nearer.governed for nearer in around.earlier[:number])
    return opened or _RECOMMENDS.match(around.clause.text) is not None


def _breaks_it(clause: Clause) -> bool:
    """Whether a clause names who acts, and no authority: who is told what, and breaks it, does not punish for it."""
    return clause.agent is not None and not _IMPOSES.search(mask(clause.words(clause.agent) or ""))


_IMPOSES: Final = re.compile("(?:[局委厅院部办]|部门|机关|政府|委员会|[大支总]队|公安)$")
"""Who imposes a penalty is an authority; who is told what, and breaks it, does not."""


def class_by_a_figure(words: str) -> bool:
    """`有6家以上支行的银行`: a class that is told something of its own, which holds for no other sentence."""
    return _BY_A_FIGURE.search(words) is not None


_BY_A_FIGURE: Final = re.compile(r"\d[^，。；]*以[上下][^，。；]*的|(?:超过|不足|[低高大小少多]于)\d[^，。；]*的")


def _works_for_it(around: Surroundings, clause: Clause) -> bool:
    """`畜牧站到场核实；每头补助80元`: who works with it does not pay it."""
    return "元" in around.mention.value and not PAYS.search(clause.words(clause.topic) or "")


_SUPPORTS: Final = re.compile("(?:配合|协助|协同|参与|参加|支持)$")
_LEADS: Final = re.compile("(?:牵头|负总责|主办|为主)(?:负责|组织|实施)?$")


def _leads(around: Surroundings, number: int) -> str | None:
    """`区城管局牵头，区住建局配合，6月底前完成改造`: who leads stands in front of who supports."""
    for clause in around.earlier[number + 1 : number + 2]:
        if _LEADS.search(clause.text):
            return clause.words(clause.agent)
    return None


def _goes_on(before: list[Clause]) -> bool:
    """`各县要对设施陈旧、管理混乱，|难以满足需求的市场，…`: the clause before leaves its 对 open for this one."""
    opens = next((clause for clause in before if clause.governed or clause.agent or clause.conditional), None)
    if not opens or not opens.governed or opens.governed[1] < len(opens.text.rstrip("，,")):
        return False
    words = opens.words(opens.governed) or ""
    return "的" not in words and (opens is not before[0] or not nounlike(mask(words)))


def _told(around: Surroundings, number: int) -> str | None:
    """`承租人逾期不缴的，应当…`, `制发证照的省直部门，要…`: whom a clause names by itself and the next one obliges."""
    clause = around.earlier[number]
    done = DONE_TO.search(around.clause.text) and not _HANDS_IN.search(around.clause.text)
    if done or not (around.mention.kind in ("deadline", "frequency") or around.clause.taken):
        return None
    text, end = around.sentence.text, around.spans[around.index - 1 - number][1]
    told = by_case(clause, text, end) or hands_in(clause, text, end) or places_act(clause)
    return clause.words(told or whose_affairs(clause, around.clause))


_HANDS_IN: Final = re.compile("出具|反馈|提交|提供|报送|上报")
"""`应当在48小时内出具检测结果`: who hands in the result is not the one tested."""


def doer(around: Surroundings) -> str | None:
    """`严格落实健康管理员日报告制度`: the role in front of a value that names its act."""
    cuts = [match.end() for match in HEAD_CUT.finditer(mask(around.head))]
    who = around.head[max(around.clause.at, cuts[-1] if cuts else 0) :]
    return who if len(who) >= 2 and UNIT_END.match(mask(who)) else None


def _has_own_persons(around: Surroundings) -> bool:
    clause = around.clause
    given = clause.topic is not None and clause.role == "unit" and governs(around, clause)
    checked = around.mention.act and PERSON_END.match(mask(around.head))
    return bool(checked or _are_persons(clause) or clause.role == "person" or given)


def _describes_topic(around: Surroundings) -> bool:
    """Whether the value stands inside the clause's topic, which then is governed and does not act."""
    topic, described = around.clause.topic, around.described
    inside = described and topic and described[0] <= topic[0] and around.at < topic[1]
    return bool(inside and not around.clause.by and not _has_to_act(around.clause))


def _has_to_act(clause: Clause) -> bool:
    """`床位在100张以上的医院应当设立专门部门`: those whom a figure tells apart have to do it themselves."""
    return bool(clause.topic and clause.agent == clause.topic and _HAS_TO.match(clause.covered, clause.topic[1]))


_HAS_TO: Final = re.compile(
    "(?:应当|应|须|必须)(?:设[立置]|建立|成立|组建|配[备置齐足]|制定|开展|组织|安装|公[示开布]|报送|上报)"
)


_DATE_OF: Final = re.compile("(?:时间|日期|时限)(?:为|是|[：:])$")
"""`报名截止时间为10月20日`: a date that is set for everybody, and nobody's act."""
