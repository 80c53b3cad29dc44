"""Where the words around a value ask nobody to act: what a thing is, what befalls somebody, what is only bounded."""

from __future__ import annotations

from typing import Final

from extract.grammar.clause_words import ACT, GIVES, HAS_MODAL, SHOULD
from extract.grammar.clauses import Clause
from extract.grammar.masking import mask
from extract.grammar.nouns import OFFICE_END
from extract.parties.obliged import answers
from extract.parties.rows import row_case
from extract.parties.standing import (
    CAP_ALONE,
    DONE_TO,
    KEPT,
    STAFF,
    benefits,
    bounded,
    is_counted,
    is_so,
    receives,
)
from extract.parties.surroundings import Surroundings
from ingest import patterns as re

STATES: Final = ("threshold", "duration", "window", "count")
"""The kinds of values that can tell how something is, and not only what is to be done."""


def by_itself(around: Surroundings) -> bool:
    """Whether a system does it, or the clause tells what something counts (as): not even an assigned unit does it."""
    covered = around.clause.covered
    told_by = around.clause.by or (around.earlier and around.earlier[0].by)
    return bool(_BY_ITSELF.match(covered) or _COUNTS_AS.search(covered) or _scores(around)) and not told_by


def runs_by_itself(clause: Clause) -> bool:
    """`纳税人办理业务时，系统自动扫描，即刻给出提醒`: what a system goes on with is done by nobody before it."""
    return "自动" in clause.text and not clause.by and _BY_ITSELF.match(clause.covered) is not None


def _scores(around: Surroundings) -> bool:
    """`设立办公室的得4分`, `蔬菜产量（8分）`: how many points something earns or costs."""
    if around.mention.kind != "threshold" or "分" not in around.words:
        return False
    return _POINTS.search(around.head + around.words + around.tail[:1]) is not None


_POINTS: Final = re.compile(
    r"(?:(?:得|扣|(?<!增)加|减|(?<![累合总])计)[^，。；\d]{0,6}|[（(])\d[\d.]*分(?:[/每][^，。；]{1,6})?(?:.?$)"
)


_BY_ITSELF: Final = re.compile(
    "(?:[^，。；的在通过利用登录由]{0,8}(?:系统|平台)(?:将|会)?(?:自动|即时|实时|不予)|[^，。；]*自动(?:预警|报警|[生失]|退|取消|终止|延))"
)
"""`系统即时反馈查重结果`, `超标的自动预警`: what a system does, and nobody is asked."""
_COUNTS_AS: Final = re.compile(
    "(?:以上|以下|的)(?:即|均)?(?:视)?为[^，。；]{0,6}(?:通过|有效|无效|合格|优秀|良好|放弃|弃权|同意|当选)[，。；]?$"
)
"""`同意票达到三分之二以上的即为通过`: as what something counts is nobody's act."""


def befalls(around: Surroundings) -> bool:
    """Whether the value tells what befalls those of the clause, or what they must be; no other act is asked of them."""
    suspended = around.mention.kind == "duration" and _SUSPENDED.match(around.clause.covered)
    is_bounded = is_so(around.clause) and not _follows_an_order(around)
    return bool(suspended or is_bounded) and not around.clause.by


_SUSPENDED: Final = re.compile("(?:一律|立即|予以|则|应|须)*(?:停[用业产课考赛]|关停|暂停使用)")
"""`被通报两次的实验室，停用15天`: what befalls them is nothing that they do."""


def spared(around: Surroundings) -> bool:
    """Whether the unit spoken of before has no part in it: a relief, a holiday, a penalty, a cap on one thing."""
    shortened = around.mention.kind in ("deadline", "threshold") and _SHORTENED.search(around.head)
    spared_it = _SPARED.search(around.clause.covered) or around.punishes
    return bool(spared_it or shortened or (_bounds_a_thing(around) and not around.context.listed))


def _bounds_a_thing(around: Surroundings) -> bool:
    """`车辆时速不得超过60公里。`: a sentence that opens with the thing that it bounds is for no unit before it."""
    clause = around.clause
    opens = clause.role == "thing" and clause.topic is not None and clause.topic[0] <= 2 and not around.earlier
    if around.mention.kind in _TIMES:
        bound = _BOUNDS_A_TIME.match(around.head + around.words)
        return bound is not None and not (clause.agent or ACT.match(clause.covered) or _KEPT_SO_LONG.search(bound[0]))
    return around.mention.kind == "threshold" and opens and not (clause.conditional or around.before)


_TIMES: Final = ("deadline", "duration", "frequency")
_BOUNDS_A_TIME: Final = re.compile(
    "(?!对|将|把|其|最)[^，。；应须要由]{2,24}?(?:一般|原则上|通常|均|也)*"
    "(?:不(?:得|应|能|宜)?(?:[早晚迟][于过]|超过|[少多短长]于)|(?<![作认成行])为|(?<=[期限间])截[至止])"
)
"""`学生就寝时间不晚于21:20`, `学制一般为3年`: when or how long something is, and nobody is told to act."""
_KEPT_SO_LONG: Final = re.compile("公[示告]|保[存留管]|留[存档]")
"""`记录保存期限不少于2年`: whoever is told to keep it keeps it so long."""
_SPARED: Final = re.compile("减按|减征|减半征|计入(?:当年)?应纳税所得额|[日天]为“")
"""`对小型企业的所得减按25%计算`, `每月10日为“接待日”`: nothing that a unit spoken of before does."""
_SHORTENED: Final = re.compile(
    "(?:报装|开户|开办|登记|审批|审查|办理|流程|环节|时[间限]|周期)[^，。；]{0,12}(?:压[缩减]|缩短|控制|减少|不超过)[到至在为]?$"
)
"""`用气报装不超过4个工作日`: how long a procedure may take is set for all."""


def only_states(around: Surroundings) -> bool:
    """Whether the value tells how something is, or how long or large it is, and no act."""
    kind = around.mention.kind
    return (kind in STATES and _is_what_it_is(around)) or (kind in _MEASURES and _nobody_acts(around))


_MEASURES: Final = ("threshold", "duration", "frequency", "window")


def _is_what_it_is(around: Surroundings) -> bool:
    """Whether the value only tells how long a paper is valid, which rate a part has, or what somebody must be."""
    told = around.head + around.words
    return bool(
        (around.mention.kind == "window" and around.tail.rstrip("，。； ") == "有效")
        or (_VALID.search(told) and "保存" not in told)
        or _PART_IS.search(around.clause.text)
        or (around.clause.role != "unit" and any(is_so(earlier) for earlier in around.earlier))
    )


_VALID: Final = re.compile(
    r"(?:有效|保留|延长)期(?:限|间)?(?>(?:一般|原则上|最[长短]|自[^，。；]{2,20}起|至|为|不超过|不[少低]于)*)[\d一二三四五六七八九十半]"
)
"""`许可证有效期为2年`: how long a paper holds is nothing that anybody does."""
_PART_IS: Final = re.compile(
    r"部分(?:的|按|为|是)+(?:不[超低高少][过于]|最[高低])?[\d.]+[%％]|\d分(?:及?以[上下])?的?(?:[评定认]?为|属于?)"
)
"""`500万元以下部分为30%`, `60分以下的为不合格`: which rate or grade holds for a part."""


def _nobody_acts(around: Surroundings) -> bool:
    """Whether the clause says how its own thing is, or who gets something, and how long no act before it takes."""
    clause = around.clause
    favoured = benefits(clause) or receives(around, clause)
    if not favoured and (not (_has_own_thing(around) or is_counted(around, clause)) or _follows_an_order(around)):
        return False
    first = around.earlier[0] if around.earlier else None
    if first and around.mention.kind == "threshold" and not clause.agent and _names_a_thing(first):
        return True
    if first and first.agent and GIVES.search(first.text) and CAP_ALONE.match(clause.covered):
        return False
    kept = around.mention.kind == "duration" and around.earlier and KEPT.search(clause.text)
    return not (kept or _times_an_act(around))


def _follows_an_order(around: Surroundings) -> bool:
    """`各学院要开展教育，参与率达100%`, `由学院选派，其中女教师不少于三成`: who acts sees to what is bounded."""
    acting = next((clause for clause in around.earlier if clause.agent), None)
    if not acting or not acting.agent or around.clause.conditional or around.clause.tells_a_case or is_so(acting):
        return False
    if acting.by:
        return around.clause.text.startswith("其中")
    office = OFFICE_END.match(mask(acting.words(acting.agent) or ""))
    changes = office and _CHANGES_IT.search(around.head + around.words)
    return bool(changes or _TOLD.search(acting.covered, acting.agent[1]))


_CHANGES_IT: Final = re.compile("新增|增加|提高|降低|[上下]调|减少")
"""`各级财政加大投入，人均补助标准新增30元`: the office that acts changes it."""
_TOLD: Final = re.compile(rf"(?:{SHOULD}|须|必须|务必|要(?![求点素件])|负责(?!人))")


def asks_nobody(around: Surroundings) -> bool:
    """Whether a part of a sentence only tells how something is, or what befalls whom: not for the one told before it.

    `任期为5年`, `连续两年不合格的，取消资格`. A modal, `对…` and an imperative leave open who is to do it.
    """
    clause = around.clause
    if around.mention.kind not in STATES:
        return False
    if HAS_MODAL.search(clause.covered):
        return False
    if clause.conditional or (around.described and not around.handled):
        return not (_is_due_then(around) or any(HAS_MODAL.search(then.covered) for then in around.later(1)))
    if any(before.governed or before.taken for before in (clause, *around.earlier)):
        return False
    return bool(clause.topic or _MEASURE.search(around.head)) or not _opens_with_an_act(clause)


def only_a_case(around: Surroundings) -> bool:
    """`完成率低于95%的，予以约谈`: a case that asks nobody is none of what the one told in front of it does."""
    clause = around.clause
    whole = around.described and around.described[1] >= len(clause.text.rstrip("，。； ")) and not clause.by
    case = clause.conditional or clause.tells_a_case or (whole and not _opens_with_an_act(clause))
    return bool(case) and not around.punishes and asks_nobody(around)


def _opens_with_an_act(clause: Clause) -> bool:
    """`设4个核查组`, where the act of `按3%`, `在3年内`, `对…` stands behind."""
    acts = ACT.match(clause.covered, clause.at) and not clause.governed
    return bool(acts) and not _SAYS_HOW_MUCH.match(clause.covered, clause.at)


def _is_due_then(around: Surroundings) -> bool:
    """`金额超过30万元的，10个工作日内支付`, `…的，报主管部门批准`: what is due in a case is asked of somebody."""
    return any(_DUE.search(then.covered) for then in around.later(1))


_DUE: Final = re.compile(
    r"[\d一二三五十]+个?(?:工作日|[日天周]|小时|分钟)(?:之|以)?内|立即|第一时间|"
    r"(?<!未)报[^，。；告]{2,16}(?:批准|备案|审[批核定])"
)
_SAYS_HOW_MUCH: Final = re.compile("按|依|自|从|在|每|第|至少|不|达到|超过|低于|高于|最|连续|累计|实现|发生|出现|为|由")
_MEASURE: Final = re.compile("(?:期限?|时间|时长|[比频]率|比例|标准|次数|数量)[^，。；\\d]{0,4}$")
"""`试点期|3年` opens as an act does, and tells how long it lasts."""


def _names_a_thing(clause: Clause) -> bool:
    """`各地区纳入试点的电梯数量，首年控制在总数的10%以内`: what the bound is of stands in a clause of its own."""
    whole = clause.topic is not None and clause.topic == (0, len(clause.text))
    return whole and clause.role == "thing" and _QUANTITY.search(clause.text) is not None


_QUANTITY: Final = re.compile("(?:数量|总量|比例|[费税利]率|金额|总额|额度|标准|价格|面积|浓度|温度|人数|次数|规模)$")


def _has_own_thing(around: Surroundings) -> bool:
    """Whether the clause sets a measure of its own thing (裸露场地覆盖率达到100%): no one is told to act."""
    clause = around.clause
    if clause.role != "thing" or clause.topic is None or clause.topic[0] > 2 or not around.earlier:
        return False
    if clause.covered.startswith("最") and clause.topic[1] <= 2:
        return False
    if _DONE_TO_IT.search(around.head, clause.topic[1]):
        return False
    if clause.conditional and (answers(around.sentence.text, around.spans[around.index][1]) or _is_due_then(around)):
        return False
    if around.mention.kind == "frequency" and around.repeated:
        return False
    return not row_case(around)


_DONE_TO_IT: Final = re.compile("(?:公示|公告|拨付|支付|发放|上报|报送|保存|抽查|检查|核查|安排|开展|组织)$")
"""`拟立项名单在网站|公示5个工作日`: what is done to the thing in front is asked of the one told before."""


def _times_an_act(around: Surroundings) -> bool:
    """`由人事部门公示，公示时间不少于7日`, `…抽查一次，抽查比例不低于10%`: how long or how much of it somebody does."""
    if not around.earlier:
        return False
    timed = _TIME_OF.match(around.clause.text)
    return timed is not None and (timed["do"] is None or timed["do"] in around.earlier[0].text)


_TIME_OF: Final = re.compile(
    r"时间(?=为每)|(?:其中|且|并|每[年月次])*(?:参[加与])?(?P<do>[\u4e00-\u9fff]{2})(?:时间|期限?|时长|周期|比例|比率|率|面|频次|次数|"
    r"批次|数量|点位|户数|人数|家数|场次|规模|的[^，。；的]{2,8}(?:数量|人数))"
)


def only_happens(around: Surroundings, clause: Clause) -> bool:
    """`同一学校发生10例以上病例。`: where something happens, and nobody in the sentence is told what to do then."""
    happens = clause.topic and not clause.by and _TAKES_PLACE.match(clause.covered, clause.topic[1])
    counts = around.mention.kind in ("threshold", "count")
    return bool(happens and counts and not HAS_MODAL.search(mask(around.sentence.text)))


_TAKES_PLACE: Final = re.compile(r"(?:\d+[天日周]内)?(?:累计|连续)?(?:发生|出现|暴发)")


def is_cleaned(clause: Clause) -> bool:
    """`教室每日通风`: a place that something is done to does nothing that follows."""
    if not (clause.governable and clause.topic) or STAFF.search(clause.words(clause.topic) or ""):
        return False
    return bool(DONE_TO.search(clause.text, clause.topic[1]) or _IS_RUN.match(clause.text, clause.topic[1]))


_IS_RUN: Final = re.compile("(?:一律|均|全部)?(?:实行|保持|暂停|限流)")


def of_a_place(clause: Clause) -> bool:
    """`其他地区一般不超过1小时`: what bounds a rule in a place is no act of its."""
    if clause.topic is None or clause.by:
        return False
    return bool(_OTHER_PLACES.search(clause.words(clause.topic) or "") and bounded(clause.text, clause.topic[1]))


_OTHER_PLACES: Final = re.compile("(?:地区|城市|市区|市县|区域)$")
