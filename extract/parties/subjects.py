"""Whom or what a value governs: verbatim and whole.

Each step knows one way in which a notice says it; they are asked in order and the first answer stands. What a quantity
is of stands in `measured`, whom the clauses before name in `groups`, what is done by a deadline in `occasions`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from extract.grammar.clause_words import ACT, HAS_MODAL, MODAL
from extract.grammar.clauses import parse
from extract.grammar.masking import mask
from extract.grammar.nouns import OFFICE_END, acts_by_name, nounlike
from extract.grammar.phrases import object_of, predicate
from extract.parties.acts_of_sums import granted_under_a_label
from extract.parties.acts_of_times import banned, each_at_its_time, names_time, time_spent
from extract.parties.asked import Asked
from extract.parties.grants import each_of_them
from extract.parties.groups import (
    DECIDED_ON,
    ITS,
    SEASON,
    WHERE_ALONE,
    case_before,
    checked_share,
    each_one,
    group_before,
    named_before,
    of_each_piece,
    of_the_list,
    of_those_before,
    penalized,
    share_of_before,
    whole_case,
    whom_its_means,
    worked_on,
)
from extract.parties.intervals import apart
from extract.parties.left_open import LEFT_OPEN, counted_ones, names_one
from extract.parties.measured import (
    BOUND_END,
    VAGUE,
    age_of_the_row,
    bare_measure,
    class_alone,
    given_by_age,
    graded,
    granted_thing,
    named_by_the_figure,
    named_under_a_label,
    quantity,
    scored,
    sets_a_measure,
    term_of_what_is_done,
    total_of_each,
    weighed,
    where_it_holds,
)
from extract.parties.occasions import (
    beside,
    changed_from,
    document,
    document_that_is_valid,
    done_in_the_clause,
    from_event,
    of_the_rhythm,
    trouble_found,
)
from extract.parties.one_more import one_more
from extract.parties.openings import opens_anew, own_thing
from extract.parties.rows import (
    defined,
    fronted,
    labelled_case,
    measure_row,
    named_at_a_rate,
    row_case,
    share,
    share_of_a_whole,
    share_that_acts,
    split_by,
)
from extract.parties.standing import STAFF, governs, is_so
from extract.parties.steps import NO_ANSWER, STAYS_OPEN, Answer, Step, by_kind, step
from extract.parties.surroundings import Surroundings
from extract.parties.under_labels import whose_period
from extract.records import Kind
from ingest import patterns as re

_PIVOT: Final = re.compile(
    r"(?:组织|引导|安排|疏散|转移|通知|告知|劝返)(?P<x>[^，。；]{0,10}(?:群众|人员|居民|旅客|学生|师生|职工|者|"
    r"对象))(?!的|名单|信息)"
)
"""Whom an act moves (组织受威胁群众转移)."""
_URGED: Final = re.compile(r"(?:督促|责令)(?P<x>[^，。；的]{1,16}?(?:单位|企业|机构|部门|公司|人|者|户|场所|学校))$")
"""`督促相关企业|立即整改`: who is urged."""
_ENSURES: Final = re.compile(
    r"(?:确保|保障(?!房|性|金|局|中心|对象|标准|待遇|水平|人员)|保证(?![金书人期险]|合同)|(?<=[应须当])要求|"
    r"(?<=[应须当要])督促)(?:好|"
    r"了)?(?P<x>[^，。；]{2,40})$"
)
_LABEL: Final = 10
_SINCE: Final = re.compile("^[^，。；]{1,16}(?:后|之[日时]起)$")
_PLACE_ALONE: Final = re.compile("[全我本各][国省市县区州]|各地|单[车户个笔]")
_OLD_VALUE: Final = re.compile(
    r"(?:由|从)(?:20\d\d年的)?(?:原来?的?|现行的?|目前的?|"
    r"法定的?)?(?:每[人户亩年月天日次])*[\d一二三四五六七八九十百.]+[^，。；]{0,10}$"
)
"""`扣除比例由75%提高至100%`: the value so far is no part of what is changed."""
_CLOSES: Final = re.compile(
    rf"(?<=.{{2}})自[^，。；]{{2,20}}起$|(?<=的)经(?![营办济])[^，。；]{{2,8}}$|"
    r"(?<=.{2})不[少低]于[^，。；\d]{0,12}\d[\d.]*[%％][且并]$|"
    rf"(?<=.{{2}})按(?!规定|时|期|月|年|照)(?:实际)?[^，。；按]{{0,8}}(?:额|支出|投资|费用?|价格?|收入|部分|成本|利息|余额)的$|"
    rf"(?<=.{{2}})(?>(?:{MODAL}|力争|争取|确保|放宽|截止|阶段性|书面|口头|分别为?|逐步|"
    rf"累计|一般|统一|(?<![申聘邀提函])请|(?:任职|工作|从业|[积记修])满|[全足]额|(?:基本|全面)?(?:全覆盖|全达标)|(?:再|另)?[加增]发|"
    rf"20\d\d年[底末]?|(?:名下)?(?<!所)(?<!已)拥有|当[天日月年]|(?<!从)未|不宜|一次性|(?:[上下]调|调整|"
    rf"压减|压缩|缩短|提高|提升|降低)[为至到]|(?<=的)(?:处|限期)|占(?<!独占)|按每[^，。；]{{1,10}}|按照?|(?<=[积度额离量])在|"
    rf"(?<=[户人者])每[户人]|稳定|保持|维持|(?<![少低高多大小])于|及|和|或者?|、|(?<=[员者户人类业])再|[较比](?:上年|去年|原来|以往|同期|"
    rf"目前)|"
    rf"(?<=[划额编数标])共计?|(?<=[重例率比])[将达]|根据|(?<=标准)各(?:档次?|类[别区]?|区域|地区|等[级次])|"
    rf"(?<=[\u4e00-\u9fff]{{2}})单[人个户家项台]|限[购报领]|暂时)+)$"
)
"""How it is done or meant stands behind the thing and is no part of it (使用率力争|达到60%)."""
_IN_THEIR_TERM: Final = re.compile(
    r"(?:(?<=[员者户生])|(?<=人)(?!员))[^，。；的]{2,4}期[间内](?:每[天日周月][^，。；]*)?$"
)
"""`失业人员|领取期间`: when it is of them; apart from `_CLOSES`, for it can begin with any character."""
_SUPPOSES: Final = re.compile(
    r"^(?:请(?![示假求愿客教调])|[^，。；]{0,8}对象[为是]|在(?=[^，。；的]{2,30}(?:范围|区域|路段|区间)内?的)|使(?!用)|将(?![军来要近士])|"
    r"把(?!控|握|关)|在?(?:实现|确保|推动|力争|保证)(?=.{2,20}(?:率|比例|占比|比重|数量|总量|规模)$)|"
    r"实现(?=[^的]{2,20}$)|"
    r"(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日|[底末])(?:之|以)?前(?=[^，。；的]{2,16}(?:率|比例|占比|规模|数量|总量)$)|"
    r"对(?=.{4,}的$)|其中|遇有?(?![难险害])|但是?|或者|(?:左右|以上|以下|以内)?的|以及|和(?![平谐])|及(?!时)|"
    r"与(?!其)|且|如果|若(?!干)|凡|对于|"
    r"如(?=[^皋东])(?=.*的$)|当(?![地事日天月年前期代班局值量选])(?=.{3}))"
)
"""What opens a case or goes on a list, and is no part of whom it names."""
_CARRIED_ON: Final = re.compile(
    r"(?:政策|措施)?(?:实施|执行)?(?:期限|时间)?(?:统一|继续|再)?(?:延续|延长)(?:实施|执行|适用)?[至到]?|"
    r"(?:政策|措施)?(?:实施|执行|适用)(?:期限?|时间)?[至到]?"
)
"""`减免…政策，延续实施至2027年底`: the clause before says what goes on."""


def subject(around: Surroundings, action: str | None, agent: tuple[str, ...] | None) -> Answer:
    """Whom or what the value governs, `NO_ANSWER` where the text leaves it open."""
    case = around.context.in_each_case
    asked = Asked(around, predicate(around.tail) if case and action == case.action else action, agent)
    for way in _STEPS_OF[around.mention.kind]:
        said = way.find(asked)
        if said == STAYS_OPEN:
            return NO_ANSWER
        if said:
            words = _cleared(said)
            if around.mention.kind == "frequency" and _OF_IT.search(around.head) and around.head.endswith(words):
                words = words.removesuffix("的")
            if around.mention.kind == "deadline" and around.following:
                words = _SO_MANY.sub("", words)
            if around.mention.kind == "interval":
                words = _INTERVAL_END.sub("", words)
            if len(words) >= 2 and names_one(words):
                return Answer(_whole_of_the_case(around, words), way.name)
    return NO_ANSWER


def _whole_of_the_case(around: Surroundings, words: str) -> str:
    """`引发诉讼的，或报道属实的，扣5分`, `报废旧车，并购买新车的，补1万元`: a case that a comma parts is one whole."""
    if "，或" not in around.sentence.text and not words.startswith("并"):
        return words
    for number, clause in enumerate(around.earlier[:-1], 1):
        joined = _JOINED_ON.match(clause.text)
        if joined is None or clause.text[joined.end() :] != words:
            continue
        front = around.earlier[number]
        named = front.governed if front.governed and front.governed[1] == len(front.text) else None
        if front.conditional:
            goes_on = joined[0] != "" and words.endswith("的")
        elif joined[0]:
            goes_on = named is not None and words[-2:] == front.text[-2:]
        else:
            office = OFFICE_END.match(mask(front.words(front.agent) or ""))
            goes_on = words.endswith("的") and not (named or office)
        begin = around.spans[around.index - number - 1][0] + (named[0] if named else front.at)
        return around.sentence.text[begin : around.spans[around.index - number][1]] if goes_on else words
    return words


_JOINED_ON: Final = re.compile("(?:或者|或是?)(?:对于?)?|(?=并(?!联|购(?!买)|网))")


_SO_MANY: Final = re.compile(
    r"(?<=[\u4e00-\u9fff”]{3})(?<!第)\d[\d.]*万?(?:个|项|家|名|条|座|套|户|张|件|所|处|辆|台)(?:以上|左右)?$"
)
"""`年底前新增便民市场|12个`: what is due by a day, without how many."""
_INTERVAL_END: Final = re.compile("(?<=行为)(?:时间)?间隔(?:时间)?$")
"""`同一违法行为间隔不足4小时`: what lies apart, without the word for it."""
_OF_IT: Final = re.compile("^(?!.*[对按为])[^，。；]*[^，。；者较最]的$")
"""`监测报表的|月报`: what is named after its rhythm has an owner; not `对风险较高的|每半年一次`."""


def _cleared(words: str) -> str:
    """The name alone: no connective, old value, bound or silence of the law around it."""
    if "规定的" in words:
        words = _LAW_SAYS.sub("", words)
    if "由" in words or "从" in words:
        words = _OLD_VALUE.sub("", words)
    words = _EARNS_POINTS.sub("", words)
    words = _TOWARDS_WHOM.sub("", _OR_ELSE.sub("", _HANDED_ON.sub("", _SUPPOSES.sub("", words))))
    closed = _CLOSES.search(words)
    timed = _IN_THEIR_TERM.search(words) if "期" in words else None
    ends = [found.start() for found in (closed, timed) if found]
    return words[: min(ends)] if ends else words


_TOWARDS_WHOM: Final = re.compile("^(?:对于?|针对)(?![外口接象账策称比标公私方话付待应照立齐换])(?=[^，。；]{4})")
"""`对污水处理企业，2025年底前免收电费`: whom, without the word that leads to them."""
_EARNS_POINTS: Final = re.compile(r"(?<=.{4})(?:的?，?得|扣|加)(?:基础|绩效)?分?[\d.]+分$")
"""`平均建有2个网点|得4分`: how many points it earns is no part of its name."""
_OR_ELSE: Final = re.compile("^(?:或者?|以及|并且)(?=[^，。；]{4})(?!或)")
"""`未按期报告，|或累计两年未填报的`: a further case, without the word that joins it."""
_HANDED_ON: Final = re.compile("(?<=.{4})(?<![应须要])(?:报送|上报|报请|呈报)[国省市县区州我厅局][^，。；的]{2,60}$")
"""`专项工作总结|报送市委督查室`: what is made, without whom it then goes to."""
_LAW_SAYS: Final = re.compile(
    r"(?:^|，)(?:法律|行政法规|法规|国家|[省市]|、|和|对此|另)+(?:没有|未作?|另有?|有|尚无)(?:明确)?规定的$"
)
"""`法律、行政法规没有规定的，处…罚款`: where the law is silent is not whom a penalty is for."""


def _class_of_the_share(asked: Asked) -> str | None:
    """`一般县中央财政负担60%，省级财政负担20%`: the class of places that shares are set for."""
    borne = share(asked.around)
    return borne.whom if borne else None


def _named_in_the_row(asked: Asked) -> str | None:
    """`起付标准为一级医院200元、二级医院400元`: for whom each figure of a measure is."""
    row = measure_row(asked.around)
    return row[1] if row else named_at_a_rate(asked.around)


def _fronted_thing(asked: Asked) -> str | None:
    """`职工培训的支出，在取得证书的当年，按照3600元扣除`: what a rate is applied to stands in a clause of its own."""
    return fronted(asked.around)


def _looked_back_on(asked: Asked) -> str | None:
    """`申请人近五年内主持过科研项目`: whose past is looked at stands in front of the time."""
    around = asked.around
    if brought := _BROUGHT.search(around.head) if not around.described else None:
        proof = _PROOF.match(around.tail)
        return brought["x"] + around.words + proof[0] if proof else None
    back = not around.described and _DID.match(around.tail)
    return around.head if back and nounlike(mask(around.head)) else None


_BROUGHT: Final = re.compile(
    "(?:提交|提供|出示|出具|持|携带|递交|凭)(?P<x>[^，。；]{2,30}(?:出具|签发|核发|开具|作出)的)$"
)
_PROOF: Final = re.compile("(?:之?内)?的?[^，。；的]{0,14}?(?:报告|证明|证书|凭证|证件|结果)(?=$|[，。；])")
"""`提交检验机构出具的1年内合格报告`: the paper that must be no older, whole."""
_DID: Final = re.compile("[^，。；的]{1,8}过|(?:未|无|没有)|(?:累计|共)?(?:出现|发生)")


def _who_spends_it(asked: Asked) -> str | None:
    """`驻村工作队每年驻村时间不少于220天`: who stands in front of how often the time is spent."""
    spent = time_spent(asked.around)
    return spent[0] if spent else None


_LASTS: Final = re.compile("(?:^当?|，当?|当)(?P<x>[^，。；]{2,24}?)(?:连续|持续)$")
_COMPARES: Final = re.compile("(?:低于|高于|超过|不足|达到?|上涨|下跌|未|处于)")


_WHO_LASTS: Final = re.compile(
    "(?![对在将由])(?P<x>[^，。；的]{0,16}?(?:人员|接触者|患者|病例|职工|员工|学员|学徒|教师|干部|毕业生|考生|学生|"
    "企业|机构|证书|车辆))(?:[^，。；]{2,12}满|(?:迟到|缺[课勤岗]|旷[课工]|离岗|请假|脱岗)(?:超过|达到?|满)?)"
)


def _what_stays_so(asked: Asked) -> str | None:
    """`当收购价格持续3天低于最低收购价时`: what stays so for so long; `患者居家隔离满7天后解除`: who does."""
    around = asked.around
    if around.clause.conditional or (around.clause.governed and around.clause.governed[0] <= around.at):
        return None
    lasts = _LASTS.search(around.head) if _COMPARES.match(around.tail) else _WHO_LASTS.fullmatch(around.head)
    return lasts["x"] if lasts else None


def _counted_in_a_row(asked: Asked) -> str | None:
    """`会商一次形势、开展一次检查`: what each count of a row is of stands behind it."""
    around = asked.around
    return predicate(around.tail.rstrip("）)等。；")) if around.in_a_row else None


def _case_in_the_row(asked: Asked) -> str | None:
    """`一级召回在1日内，二级召回在3日内，应当…`: each case has its time."""
    return row_case(asked.around)


def _described(asked: Asked) -> str | None:
    """The noun phrase that the value only describes (14日内有高风险地区旅居史的人员)."""
    return asked.around.clause.words(asked.around.described)


def _moved(asked: Asked) -> str | None:
    """Whom an act moves (1小时内组织受威胁群众转移)."""
    match = _PIVOT.match(predicate(asked.around.tail) or "") or _URGED.search(asked.around.head)
    return match["x"] if match and match["x"] != "人员" else None


def _governed(asked: Asked) -> str | None:
    """`对密切接触者…`, `将名单报送…`: what the clause, or what follows an opening value, says it acts on."""
    clause, at = asked.around.clause, asked.around.at
    if clause.governed and clause.governed[0] < max(at, 1) + 40 and not DECIDED_ON.match(asked.around.head):
        begin, end = clause.governed
        if begin > asked.around.until and _AND_THEN.search(clause.text, asked.around.until, begin):
            return None
        around_it = "的" in clause.text[asked.around.until : end]
        whom = clause.words((begin, end if begin >= at or around_it else min(end, at)))
        return whom_its_means(asked.around, whom or "") or whom
    following = asked.around.following
    if following and (words := following.words(following.governed or following.taken)):
        return words
    return clause.words(clause.taken)


_AND_THEN: Final = re.compile("(?:并|同时|再|又)(?:对|向|为)$")
"""`扣除保证金2万元并对|主要负责人约谈`: on whom the next act is."""


def _topic(asked: Asked) -> str | None:
    """The topic of the value's clause, where it is governed and does not only say when (入境人员实行14天…)."""
    around, clause = asked.around, asked.around.clause
    topic = clause.words(clause.topic)
    if not topic or clause.topic is None or clause.topic[0] >= around.at or not governs(around, clause):
        return None
    if bare_measure(around, topic) or (around.mention.kind == "schedule" and topic.endswith("的")):
        return None
    theirs = clause.role == "thing" and ITS.match(topic)
    if theirs and any(before.governed or before.conditional for before in around.earlier):
        return None
    if _PLACE_ALONE.fullmatch(topic) or around.reaches_the_next_case:
        return None
    if around.earlier and (WHERE_ALONE.fullmatch(topic) or ACT.fullmatch(topic)):
        return None
    before = around.earlier[0] if around.earlier and _ON_CONDITION.fullmatch(topic) else None
    if before and not (before.agent or HAS_MODAL.search(before.covered)):
        return None
    other = _OTHER_MEASURE.search(around.head, clause.topic[1]) if "或" in around.head or "且" in around.head else None
    if other and not around.words[0].isdigit():
        return other["x"]
    itself = around.mention.kind == "frequency" and topic == asked.action and around.earlier
    if itself and (around.earlier[0].governed or class_alone(around.earlier[0])):
        return None
    stopped = around.mention.kind == "duration" and around.earlier and around.earlier[0].conditional
    if stopped and topic == asked.action:
        return None
    begins = around.mention.kind == "deadline" and clause.role == "thing" and clause.trigger
    if begins and clause.trigger and clause.trigger[0] == clause.topic[1] and asked.thing not in (None, asked.action):
        return None
    timed = clause.trigger and clause.trigger[0] <= clause.topic[0] < clause.trigger[1]
    if timed or _vague(asked, topic) or names_time(around, topic) or SEASON.search(re.split("[（(]", topic)[0]):
        return None
    if clause.role == "thing" and _MEASURE_OF_IT.search(topic) and (owner := _stands_in_front(around)):
        return owner
    if clause.role == "thing" and _TIME_OF_IT.fullmatch(topic) and (owner := _told_in_front(around)):
        return owner
    begin, end = clause.topic
    return clause.words((begin, end if end < around.until or clause.tells_a_case else around.at))


_ON_CONDITION: Final = re.compile(
    "(?:有|具备|符合)(?:相应|规定|上述|一定)?条件的|(?:确)?[有需]要的|确有需要的|情况特殊的"
)
"""`已建成的小区，有条件的应当改造`: on which condition is not whom."""
_OTHER_MEASURE: Final = re.compile(r"\d[^，。；]{0,8}(?:或者?|且|并且)(?P<x>[\u4e00-\u9fff]{2,12}?)(?:达到?|为|在)?$")
"""`气温达到35℃以上或|空气质量指数大于200时`: a second measure in the same case."""
_NAMED_ALONE: Final = re.compile(
    "(?![对将由在按从自为经]|其中)[^，。；应须可要]{2,30}的[^，。；的\\d]{0,6}(?:电梯|设备|设施|物品|产品|房屋|建筑|场所|住房|地区|路段|工程|"
    "药品|食品|贷款|证书|合同|材料|事项|案件)"
)
_MEASURE_OF_IT: Final = re.compile("^[^的]{0,8}的?(?:时间|时限|期限|年限|比例|标准|额度|间隔|周期|培训|次数|金额)$")


_TIME_OF_IT: Final = re.compile(
    "(?:每[年月周天日次]|年度|全年)?[^的]{0,6}的?[^的]{0,4}(?:时间|年龄|资本|收入|培训|经费|期限)"
)
_IS_TOLD: Final = re.compile("(?:原则上|一般|均)*(?:应当?(?!急)|须|必须|为|是|实行|全年)")


def _told_in_front(around: Surroundings) -> str | None:
    """`专项作业人员须持证上岗，年度安全培训不少于24学时`: whose time it is, or whose sum, is told of in front."""
    for before in around.earlier:
        if before.governed or before.conditional:
            return None
        owner = before.words(before.topic)
        owns = before.role in ("person", "thing") or STAFF.search(owner or "") or is_so(before)
        if owner and before.topic and owns and _IS_TOLD.match(before.covered, before.topic[1]):
            return None if _TIME_OF_IT.search(owner) else owner
    return None


def _stands_in_front(around: Surroundings) -> str | None:
    """`新上岗的从业人员，岗前培训时间不少于24学时`: whose measure it is stands alone in a clause in front of it."""
    if any(before.governed or before.text.startswith(("如", "若")) for before in around.earlier):
        return None
    for before in around.earlier:
        whole = before.topic == (before.at, len(before.text)) and before.role in ("person", "unit")
        if before.conditional or whole or class_alone(before) or _NAMED_ALONE.fullmatch(before.covered):
            return before.text[before.at :]
    return None


def _another(asked: Asked) -> str | None:
    """`小学生就寝时间不晚于21:20；初中生不晚于22:00`: who stands alone in front of the next bound.

    `审核时间不少于5日，最长不超过15日`: a bound that stands alone is of what the one in front is of.
    """
    again = one_more(asked.around)
    before = asked.around.earlier[0] if again and not again[0] and asked.around.earlier else None
    topic = before.words(before.topic) if before else None
    if again and topic and again[1] == asked.action and _MEASURE_OF_IT.search(topic):
        return topic
    return again[0] if again and again[0] and again[1] == asked.action != again[0] else None


def _ensured(asked: Asked) -> str | None:
    """`学校应当保障学生每天…`: for whom or for what something is ensured stands behind that verb."""
    match = _ENSURES.search(asked.around.head)
    ensured = parse(match["x"]) if match else None
    often = ensured is None and asked.around.mention.kind == "frequency"
    if often and (gathers := _gathering(asked.around)):
        named = acts_by_name(mask(gathers["x"])) and not gathers["x"].startswith(_PREPOSITIONS)
        return gathers["x"] if named else None
    return ensured.words(ensured.topic) if ensured and ensured.role in ("person", "thing") else None


def _gathering(around: Surroundings) -> re.Match[str] | None:
    return _GATHERS.search(around.head) or _GATHERS_NEXT.search(around.words + around.tail)


_PREPOSITIONS: Final = tuple("对向由将以与")
_GATHERS_NEXT: Final = re.compile(
    "(?:组织|安排|召集)(?P<x>(?!开展|实施|进行)[^，。；]{2,24}?)(?=开展|进行|参加|接受|学习|集中)"
)
_GATHERS: Final = re.compile("(?:^|[应须当要持继])续?(?:组织|安排|开展|实施)(?P<x>(?!开展|实施|进行)[^，。；]{3,40})$")
"""`应当组织护理人员每半年参加一次培训`, `开展全县学校食堂每学期2次检查`: who is brought to it each time."""


def _under_label(asked: Asked) -> str | None:
    """`补贴期限：最长不超过3年`: what a labelled value is of is what its item is about."""
    around, context = asked.around, asked.around.context
    start = around.spans[around.index][0]
    labelled = around.earlier and around.sentence.text[start - 1] in "：:" and len(around.earlier[0].text) <= _LABEL
    if not labelled or len(BOUND_END.sub("", _SINCE.sub("", around.head))) > 2:
        return None
    handled = (object_of(predicate(clause.text[clause.body :])) for clause in around.earlier[1:2])
    told = next((thing for thing in handled if thing), None)
    acts = asked.agent or ACT.match(around.head)
    return told or (around.label if acts else None) or context.topic.heading or context.carried.subject


def _named_by_the_label(asked: Asked) -> str | None:
    """`端午节：6月8日至10日放假，共3天`: what stands in front of the colon is what the values behind it are of."""
    around = asked.around
    own = around.clause.topic and around.clause.topic[0] < around.at
    return None if own or around.clause.agent or asked.agent else around.label


def _topic_that_follows(asked: Asked) -> str | None:
    """`6月底前，平均费率降至1%以下`: the topic behind an opening value, unless it is a unit, which acts; sites
    are shut for a time (从6月1日至8月31日，全市工地必须停工)."""
    hours = asked.around.mention.kind == "duration" and ":" in asked.around.mention.value and not asked.around.tail
    following = asked.around.following or next((c for c in asked.around.later(1) if hours), None)
    shut = asked.around.mention.kind == "duration" and following is not None and following.governable
    named = following and (shut or following.role in ("person", "thing") or following.agent is None)
    about = following.words(following.topic) if following and named else None
    if asked.around.carries_out and following and asked.around.tail.startswith(following.text):
        return None
    if following and following.text.rstrip("。") == about and asked.around.clause.text.endswith(following.text):
        return None
    return about if about and not (_vague(asked, about) or about in ("标准", "定额", "限额", "标准定额")) else None


def _term_of(asked: Asked) -> str | None:
    """What a bare term belongs to: the object of the clause before (建立补贴档案，保存期限5年), else itself."""
    around = asked.around
    topic = around.clause.words(around.clause.topic) or BOUND_END.sub("", around.head)
    if around.mention.kind == "deadline" and around.earlier and _CARRIED_ON.fullmatch(around.head):
        before = next((clause for clause in around.earlier if not clause.text.startswith("其中")), around.earlier[0])
        return object_of(before.text) or before.text
    if around.mention.kind not in ("duration", "window") or not topic or not _vague(asked, topic):
        return None
    for clause in around.earlier[:1]:
        if sets_a_measure(clause):
            continue
        if clause.role == "thing" and (thing := clause.words(clause.topic)) and not _vague(asked, thing):
            return thing
        if done := predicate(clause.text[clause.body :]):
            return object_of(done)
    return around.context.carried.subject or around.context.topic.heading or topic


def _persons_of_the_item(asked: Asked) -> str | None:
    """Those of whom a sentence in front spoke, or whom the conditions of a list are of; none where it opens anew."""
    around, thing, carried = asked.around, object_of(asked.action), asked.around.context.carried
    if not carried.persons or asked.due_by_itself or (not around.context.eligible and _opens_anew(around)):
        return None
    acting = around.following and around.following.role == "unit"
    due = around.mention.kind == "deadline" and around.context.assigned
    handles_its_own = thing not in (None, asked.action) and (acting or due)
    return None if handles_its_own else carried.subject


def _opens_anew(around: Surroundings) -> bool:
    """`补贴机具两年内不得转卖`: whether a sentence opens with a thing or with persons of its own."""
    first = around.earlier[-1] if around.earlier else around.clause
    return first.role in ("thing", "person") or own_thing(first) is not None


def _vague(asked: Asked, topic: str) -> bool:
    """Whether a topic only names the term or the pause itself (保存期限, 最长, 采样间隔) and not what it is of."""
    pause = asked.around.mention.kind == "interval" and (
        len(topic) <= 6 or apart(asked.around) is not None or _pause_of_a_case(asked, topic)
    )
    return pause or term_of_what_is_done(asked.around, topic) or bool(VAGUE.fullmatch(topic))


def _pause_of_a_case(asked: Asked, topic: str) -> bool:
    """`风险等级为高的，下次检查间隔时间不得超过3个月`: the case in front says for whom the pause is set."""
    before = asked.around.earlier
    return bool(before) and before[0].conditional and topic.endswith(("间隔", "间隔时间", "间隔期"))


def _lies_apart(asked: Asked) -> str | None:
    """`甲疫苗与乙疫苗间隔不少于28天`: the two that lie so far apart."""
    told = apart(asked.around)
    return told.between if told else None


def _in_touch_with(asked: Asked) -> str | None:
    """`班主任每周与学生家长联系一次`: with whom one is in touch, where no case says for whom."""
    found = _IN_TOUCH.fullmatch(asked.action or "")
    told = found and any(before.conditional for before in asked.around.earlier)
    return found["x"] if found and not told else None


_IN_TOUCH: Final = re.compile(
    "(?:主动|逐一|至少|电话|及时)*[与同](?P<x>[^，。；]{2,24}?)(?:主动|电话|当面|视频|取得|保持|进行|开展|一对一)*"
    "(?:联系|对接|沟通|(?:谈心)?谈话|谈心|交流|座谈|通话|会谈|会商|对账)"
)


def _whom(name: str, told: Callable[[Surroundings], tuple[str | None, str | None] | None], *kinds: Kind) -> Step[Asked]:
    """The step of whom or what a value governs, where one reading tells that and what is done."""

    def find(asked: Asked) -> str | None:
        both = told(asked.around)
        return both[0] if both else None

    return Step(name, find, kinds)


STEPS: tuple[Step[Asked], ...] = (
    step(_class_of_the_share, "threshold"),
    step(_named_in_the_row, "threshold"),
    _whom("label_of_the_case", labelled_case, "threshold", "duration", "deadline"),
    _whom("defined", defined, "threshold"),
    _whom("those_of_the_share", share_that_acts, "threshold"),
    _whom("part_of_a_whole", share_of_a_whole, "threshold"),
    _whom("whose_ratio", split_by, "threshold"),
    _whom("of_which_age", given_by_age, "threshold"),
    _whom("given_to", granted_under_a_label, "threshold"),
    step(_what_stays_so, "duration"),
    step(_fronted_thing, "threshold"),
    step(_looked_back_on, "window"),
    step(_who_spends_it, "duration", "threshold"),
    step(_lies_apart, "interval"),
    step(_counted_in_a_row, "count"),
    step(_case_in_the_row, "deadline", "frequency"),
    step(age_of_the_row, "threshold"),
    step(weighed, "threshold"),
    step(scored, "threshold"),
    step(graded, "threshold"),
    step(document_that_is_valid, "duration", "window"),
    step(whose_period, "duration"),
    step(where_it_holds, "threshold", "duration"),
    step(changed_from),
    step(whole_case, "threshold", "duration", "window", "count"),
    step(of_those_before, "threshold"),
    step(_described, "threshold", "duration", "deadline", "window", "count"),
    step(beside),
    step(of_the_rhythm, "deadline", "frequency"),
    step(_moved, "deadline"),
    step(trouble_found, "deadline"),
    step(_governed),
    step(penalized, "threshold", "duration"),
    step(of_each_piece),
    step(each_of_them, "threshold"),
    step(each_one, "threshold", "duration", "frequency"),
    step(share_of_before),
    step(checked_share, "threshold"),
    step(_ensured),
    step(_another),
    _whom("of_which_time", each_at_its_time, "deadline", "frequency"),
    step(worked_on, "deadline", "threshold"),
    step(_topic),
    step(done_in_the_clause, "deadline"),
    step(_under_label),
    _whom("banned", banned, "duration", "threshold"),
    step(_topic_that_follows),
    step(quantity, "threshold"),
    step(named_under_a_label, "threshold", "duration"),
    step(named_by_the_figure, "threshold", "duration", "count"),
    step(granted_thing, "threshold"),
    step(named_before),
    step(_in_touch_with, "deadline", "frequency"),
    step(document, "deadline", "duration", "frequency"),
    step(counted_ones, "threshold"),
    step(of_the_list),
    step(opens_anew),
    step(group_before),
    step(_named_by_the_label),
    step(from_event),
    step(_term_of, "deadline", "duration", "window"),
    step(_persons_of_the_item),
    step(case_before, "threshold"),
    step(total_of_each, "threshold"),
    *LEFT_OPEN,
)
_STEPS_OF: Final = by_kind(STEPS)
