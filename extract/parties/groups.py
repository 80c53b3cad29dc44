"""Whom the clauses to the left set a rule for: a group, a case, the one who must qualify."""

from __future__ import annotations

from typing import Final

from extract.grammar.clause_words import ACT, GIVES, HAS_MODAL, MODAL
from extract.grammar.clauses import Clause, parse
from extract.grammar.masking import mask
from extract.grammar.nouns import PERSON_END, UNIT_END, acts_by_name, nounlike
from extract.grammar.phrases import is_preface, object_of, predicate
from extract.numbers import NTH_YEAR
from extract.parties.agents import class_by_a_figure
from extract.parties.asked import Asked
from extract.parties.measured import BOUND_END, MEASURE_NAME, class_alone, sets_a_measure
from extract.parties.occasions import case_in_front, from_event
from extract.parties.openings import own_thing
from extract.parties.standing import governs
from extract.parties.surroundings import AND_WHO, Surroundings
from ingest import patterns as re

_TERM: Final = re.compile("(?:有效期|期限|时限|年限|时间|日期|标准|比例|费率)$")
_SHARE: Final = re.compile(r"(?:其中)?[^，。；]{0,8}(?:财政|[省市县区国]级)[^，。；]{0,8}\d")
"""`其中中央财政补助1000元，省级财政补助800元`: shares of one sum are of what the sum is of."""
SEASON: Final = re.compile(r"(?:期间|[雨汛]期|(?:防火|禁渔|休渔|采暖|供暖|高温)期|时段|季节|节假日|其[余他]时间|平时)$")
"""Topics that say when, not whom (非降雨期每周巡查1次)."""
_SETS_ITS_OWN: Final = re.compile(
    r"\d+(?:\.\d+)?[百千万亿]?(?:[%％‰元天日个人米倍]|小时|工作日)|(?:超过|[少低高多大小]于|至少|达到)\d"
)
"""`保证金不得超过10%，采购人应在30日内付款`: a rule of its own is not what the next one is about."""
_SUPPOSED: Final = re.compile(r"^(?:以及|若|如|一旦|因|经(?![营办济费销纪贸验理开常适])|按|根据|为|除|则|并|且|即|在)")
_PASSED: Final = re.compile(r"(?:经|按|依法)[^，。；的]{2,16}的[^，。；的]{2,20}")
_NOUN_OF: Final = re.compile(r"^(?!对|将|把|由|按(?!月|季|年|期|次|日)|在|自|以|为).{2,30}的[^，。；的\d]{1,8}$")
_BY_A_RULE: Final = re.compile("的(?:要求|规定|标准|程序|原则|办法)(?:开展|进行|组织|实施|办理|做好|完成|落实)")
"""`按照规范的要求开展核查` is something done."""
_HANDLES: Final = re.compile(rf"(?:{ACT.pattern})(?!的|和|、)")
"""`营造持续改进的氛围` is something done; `引进的人才` is somebody."""
_LISTED_IN: Final = re.compile(
    "(?:列入|纳入|属于)[^，。；]{2,24}(?:范围|名录|目录|清单|名单|计划|库)的[^，。；的\\d]{2,12}"
)
"""`列入目录的产品，…`: what is listed is a class, and nothing that is done."""
_BENEFITING: Final = re.compile(
    r"^[^，。；]{2,60}的[^，。；的]{0,12}(?:企业|纳税人|工商户|义务人|缴费人|用人单位|合作社|农户|人员|人才|职工|者|"
    r"居民|群众|"
    r"学生|旅客|毕业生|家庭|个人|选手|教师|父母|子女|老人|老年人|儿童|残疾人|军人|园区|地区|项目|平台|基地)$"
)
"""A clause that is nothing but those whom a relief is for (受疫情影响的中小微企业，…)."""
_CASE_OPENS: Final = re.compile("若|如|一旦|因|如果|除|经|按|根据|为")
DONE_TO: Final = re.compile("(?:完成|开展|加强|强化|落实|实施|做好|组织|进行)对$")
"""`完成对食堂的检查，并报送总结`: what has been done to somebody is no group for what follows."""
_NOUNISH: Final = re.compile(r"(?:单|类|件|证|书|表|款|费|税|车|户|业|品|物|地|房|区|项|目|人|员|者|班|课|金|贷|险)$")

_HOW_GIVEN: Final = "(?:联动|共同|一次性|最高|每[年月户人家个]|额外|另行|再|分别|统一|负责)*"
_GIVES_AWAY: Final = re.compile(
    f"{_HOW_GIVEN}(?:按[^，。；]{{1,20}}?{_HOW_GIVEN})?(?:给予|予以|安排|补助|补贴|奖励|奖补|配套|承担|负担)"
)
_GIVER: Final = re.compile("(?:财政|[省市县区]|[省市县区国]级|政府|部门|[局厅委])$")
"""`对首次达标的企业，市区给予…`: who gives is not who gets."""


def gives_away(clause: Clause) -> bool:
    """Whether the topic is who gives: it is not whom the grant is for."""
    giver = clause.topic and _GIVER.search(mask(clause.words(clause.topic) or ""))
    return bool(giver and clause.topic and _GIVES_AWAY.match(clause.text, clause.topic[1]))


def is_supposed(text: str) -> bool:
    """Whether a clause sets a case (如…, 经批准) instead of naming whom it is about (经认定的孵化器)."""
    return bool(_SUPPOSED.match(text)) and not _PASSED.fullmatch(text)


def named_before(asked: Asked) -> str | None:
    """`对各级部署的营商环境工作，` : the clause before only says whom this one is about."""
    before = next(iter(asked.around.earlier), None)
    if before is None:
        return None
    return _goes_on(asked.around, before) or _only_names(before) or _stands_alone(asked.around, before)


def _stands_alone(around: Surroundings, before: Clause) -> str | None:
    """`其他违法行为，应当在3日内核查`, `已批准的临时用地，应于6月底前入库`: a noun, then what is ordered."""
    bare = before.covered
    if before.role is not None or not 4 <= len(bare) <= 40 or not _ORDERED.match(around.clause.covered):
        return None
    named = _NOUN_OF.match(bare) or (nounlike(bare) and not before.trigger)
    acts = ACT.match(bare) or UNIT_END.match(bare) or HAS_MODAL.search(bare) or is_supposed(bare)
    return before.text if named and not acts else None


_ORDERED: Final = re.compile(r"(?:\d+个?[年月天日](?:之|以)?内)?(?:一律|均)?(?:应当|应(?!急|用)|须|必须|不得|由(?!于))")


_BARE_NOUN: Final = re.compile(
    r"(?![如若按经因除以在由对将把从至]|其中)[^，。；：\d]{2,16}|[^，。；：]{2,40}的[^，。；：的\d]{2,16}"
)


def of_each_piece(asked: Asked) -> str | None:
    """`缓释制剂，每张处方不得超过7日用量`: the thing that is named in front, each piece of which is bounded."""
    around = asked.around
    if not around.earlier or not _PIECE.match(around.head + around.words):
        return None
    before = around.earlier[0]
    told = (
        HAS_MODAL.search(before.covered)
        or before.governed
        or before.conditional
        or before.trigger
        or before.role in ("unit", "person")
    )
    noun = re.sub("第[一二三四五]类", "", before.covered.rpartition("的")[2])
    acts = ACT.match(noun) or (ACT.search(noun) and not nounlike(noun))
    named = _BARE_NOUN.fullmatch(before.covered) and not acts and not is_preface(before.text)
    return before.text if named and not told else None


_PIECE: Final = re.compile(
    "每一?(?:[张间辆个份件批台套支瓶盒站处门节栋座层箱](?!人|月|工作日|季|学期)|本(?!科|级|市|县))"
)


def _only_names(clause: Clause) -> str | None:
    if clause.governed and clause.governed[1] >= len(clause.text) - 1:
        if clause.conditional and clause.role != "unit" and _WHOSE_CASE.match(clause.covered, 0, clause.governed[0]):
            return clause.text
        return None if DONE_TO.search(clause.text, 0, clause.governed[0]) else clause.words(clause.governed)
    bare = clause.covered
    if _BENEFITING.search(bare) and not (HAS_MODAL.search(bare) or _CASE_OPENS.match(bare)):
        return clause.text
    if clause.trigger or is_supposed(bare) or _DUE_BY_ITSELF.match(bare):
        return None
    if _NOUN_OF.search(bare) and not (
        _BY_A_RULE.search(bare)
        or HAS_MODAL.search(bare)
        or GIVES.search(bare)
        or clause.role
        or (_HANDLES.match(bare) and not _LISTED_IN.fullmatch(bare))
    ):
        return clause.text
    named = 3 <= len(bare) <= 24 and not ACT.search(bare)
    return clause.text if named and clause.role is None and _NOUNISH.search(bare) else None


_WHOSE_CASE: Final = re.compile("(?!凡)[^，。；应须要需可\\d]{4,}(?<![针面])对$")
"""`天使投资个人对科技企业投资的`: whose case it is stands in front of 对, and belongs to the case."""


def of_the_list(asked: Asked) -> str | None:
    """`保费由中央财政补贴35%、省级财政补贴25%`: what the first item of a list is about holds for the next ones."""
    first = parse(asked.around.shared) if asked.around.shared else None
    return first.words(first.governed or first.topic) if first and first.role != "unit" else None


_ELIGIBLE: Final = re.compile(
    r"(?:符合|具备|满足)(?:下列|以下)[^，。；：的]{0,6}(?:条件|要求|情形)(?:之一)?的(?P<x>[^，。；：]{2,24}?)"
    r"(?=，|纳入|列入|可|应当?|须|给予|予以|按|实施|实行|：|$)"
)
_MUST_HAVE: Final = re.compile(
    rf"(?:^|[，。；：])(?P<x>[^，。；：]{{2,30}}?(?:人|者|员|企业|单位|机构|学校|项目|家庭|职工|户|教师|组织|公司|"
    rf"医院|对象|主体|基地|园区|平台|中心)|(?:申请|申办|设立|开办|从事|申报|举办|经营)[^，。；：]{{2,30}}的)"
    rf"(?:[，,]除[^。；：]{{2,40}}外)?[，,]?(?>(?:{MODAL}|同时|还)*)(?:符合|具备|满足)(?:下列|"
    rf"以下)[^，。；：]{{0,6}}(?:条件|要求)"
)


def who_is_eligible(opening: str) -> str | None:
    """`同时符合下列条件的家庭，可以申请…：`, `申报单位应当具备以下条件：`: whom the conditions of a list are of."""
    if "下列" not in opening and "以下" not in opening:
        return None
    found = _ELIGIBLE.search(opening) or _MUST_HAVE.search(opening)
    return found["x"] if found else None


def group_before(asked: Asked) -> str | None:
    """The group that a clause to the left sets for the ones behind it; past a semicolon only where no unit acts."""
    around = asked.around
    if around.clause.topic and _COMES_ALONE.fullmatch(asked.action or ""):
        return None
    acting = (asked.agent or ()) if around.clause.agent else ()
    own = around.clause.words(around.clause.topic) or BOUND_END.sub("", around.head)
    measures = MEASURE_NAME.fullmatch(own) or _EACH_GROUP.fullmatch(own)
    of_all = around.clause.text.startswith(_OF_ALL)
    passed = (c for c in around.earlier if not ((measures and sets_a_measure(c)) or (of_all and c.tells_a_case)))
    earlier = (c for c in passed if not (c.text in acting or _speaks_for_itself(asked, c)))
    for clause in earlier:
        told = _with_whom(around, clause) or _goes_on(around, clause)
        if found := told or _names_group(clause) or _looked_after(around, clause) or _thing_in_front(clause):
            return whom_its_means(around, found, around.earlier.index(clause) + 1) or found
    if (case := case_in_front(around)) and not (_NAMES_NOBODY.search(case) or _of_persons(around)):
        return case
    if asked.agent:
        return None
    staff = (clause for clause in around.earlier if clause.governable and governs(around, clause))
    if group := next((clause.words(clause.topic) for clause in staff), None):
        return group
    beside = _stands_beside if around.mention.kind in ("deadline", "frequency") else _is_measured
    spoken = (c for span in reversed(around.before) if not beside(c := around.parsed(span)))
    return next((group for clause in spoken if (group := _names_group(clause))), None)


def whom_its_means(around: Surroundings, words: str, number: int = 0) -> str | None:
    """`重点支持达产企业，对其设备投资给予补助`: what is theirs is ruled for those whom a clause in front names."""
    if not ITS.match(words):
        return None
    for back, clause in enumerate(around.earlier[number:], number + 1):
        if favoured := _FAVOURS.match(clause.text):
            at = around.spans[around.index - back][0] + favoured.end()
            whom = around.sentence.text[at : around.spans[around.index - number - 1][1]]
            return whom if acts_by_name(mask(whom)) or whom.endswith("项目") else None
        if clause.governed or clause.conditional:
            return clause.words(clause.governed) or clause.text
    first = around.earlier[number] if number < len(around.earlier) else None
    return first.text if first and class_alone(first) else None


ITS: Final = re.compile("其(?![他它余中次实间])")
"""`其租金`, and not 其他 or 其中."""
_FAVOURS: Final = re.compile("(?:优先|重点|适当|积极|大力|全力)*(?:支持|鼓励|扶持|帮扶|引进|培育|招引)(?=.{2})")


def worked_on(asked: Asked) -> str | None:
    """`组织开展联合验收，办理时限不超过5日`: a bare label is of what the clause in front is about."""
    around = asked.around
    before = around.earlier[0] if around.earlier and _LABEL_ALONE.fullmatch(BOUND_END.sub("", around.head)) else None
    if before is None or before.conditional or sets_a_measure(before):
        return None
    work = _WORKS_ON.fullmatch(before.text)
    return before.words(before.governed) or (work["x"] if work else None)


_LABEL_ALONE: Final = re.compile(
    "(?:平均|总)?(?:办理|办结|审批|审核|处理|验收|评审)(?:时限|时间|期限)|(?:比例|占比|规模)(?:力争)?"
)
_WORKS_ON: Final = re.compile(
    r"[^，。；]*(?:进行|开展|实施|办理|推[进行动广]|实行|设立|组建)(?P<x>(?!的)[^，。；\d]{2,30}?)(?:改革|工作)?"
)


_OF_ALL: Final = ("均", "都")
"""`满1年的按80%发放，不满1年的按低保标准发放，均不超过6个月`: what holds for all of them is of none by itself."""
_NAMES_NOBODY: Final = re.compile("发[现生]|出现|[接收]到|(?:属实|无异议|无误|成立|完毕)的$")
"""`抽检中发现录音不符合要求的`: what happens names by itself whom it is for; `经查证属实的`: a step on the way."""


def _of_persons(around: Surroundings) -> bool:
    """Whether the item or its heading is about persons: the cases below are theirs."""
    context = around.context
    return context.carried.persons or bool(PERSON_END.match(mask(context.topic.heading or "")))


def _stands_beside(clause: Clause) -> bool:
    """`气瓶应有固定装置；五级以上风力时停止动火`: past a semicolon what things are like is a rule beside this one."""
    told = clause.governed or clause.taken or clause.conditional
    return _is_measured(clause) or (clause.role == "thing" and not told)


def _thing_in_front(clause: Clause) -> str | None:
    """`夜间实验须经报备，期间每2小时巡查一次`: what the clause in front opens with, unless it only bounds that."""
    if clause.conditional or _ONLY_BOUNDS.search(clause.text):
        return None
    thing = own_thing(clause)
    only_named = (
        thing and PERSON_END.match(thing) and not (HAS_MODAL.search(clause.covered) or ACT.search(clause.covered))
    )
    return None if only_named else thing


_ONLY_BOUNDS: Final = re.compile(r"不[得应能]?(?:超过|[大小多少高低]于)\d|在[\d.]+[万亿]?[^，。；]{1,4}以[上下]")
_COMES_ALONE: Final = re.compile("(?:准时|提前|全部)?(?:[入进离到]场|到[岗位]|签到|报到|集合|就位|返[校岗]|出发|撤离)")
"""`参会人员提前15分钟入场`: an act without an object is of the one who does it."""
_EACH_GROUP: Final = re.compile("每[个家户名人项](?:企业|单位|项目|家庭|人)?(?:每[年月])?(?:累计)?")
"""`贴息利率最高3%，每个企业每年不超过200万元`: a bound for each is of what the measure in front is of."""


def penalized(asked: Asked) -> str | None:
    """`未备案的，由…责令改正；拒不改正的，处1万元罚款`: a penalty is for the first case, not for its degree."""
    around = asked.around
    if not around.punishes or around.clause.governed or any(c.governed for c in around.earlier):
        return None
    if breaker := _BREAKER.match(around.head):
        return breaker[0]
    clauses = list(reversed(around.earlier)) + [around.parsed(span) for span in around.before]
    cases = [clause.text for clause in clauses if clause.conditional and not _DEGREE.fullmatch(clause.text)]
    first = around.earlier[-1] if around.earlier and not cases else None
    if first and (class_alone(first) or _BREAKS.search(first.covered)):
        return first.text
    return cases[0].removeprefix("对") if cases else None


_BREAKS: Final = re.compile("^[^，。；的由]{0,20}?(?:不(?!动产)|未|擅自|拒|违反|违规)[^，。；的由]{2,40}$")
_BREAKER: Final = re.compile("(?:凡)?(?:违反?者|违规者|违法者)")
_DEGREE: Final = re.compile(
    r"(?:拒不|逾期|情节|有违法|没有违法|无违法|违法所得|造成|构成|再次|经责令)[^，。；]{0,24}的"
)
"""How bad a case is (情节严重的, 有违法所得的)."""


def checked_share(asked: Asked) -> str | None:
    """`对养老机构每季度抽查一次，抽查比例不低于10%`: how many are checked is of those who are."""
    around = asked.around
    checked = around.earlier and _CHECKED_SHARE.match(around.head)
    return around.earlier[0].words(around.earlier[0].governed) if checked else None


_CHECKED_SHARE: Final = re.compile(
    "(?:年度|每[次年月])?(?:抽查|抽检|检查|核查|巡查|复核|复查|回访|走访|监测|抽样)(?:的?(?:比例|比率|覆盖面|覆盖率|数量)|[面率])"
)


def share_of_before(asked: Asked) -> str | None:
    """`足额提取职工教育经费，其中60%以上用于一线职工`: a share is of what the clause before handles."""
    around = asked.around
    if "%" not in around.mention.value or not _GOES_TO.match(around.tail):
        return None
    if own := _WHOLE.fullmatch(around.head):
        return own["x"]
    begin = around.spans[around.index][0]
    of_which = around.sentence.text.startswith(_OF_WHICH, begin) and around.head.strip() in {"", *_OF_WHICH}
    if not (of_which and around.earlier):
        return None
    before = around.earlier[0]
    handled = before.taken or (before.topic if before.role == "thing" else None)
    return before.words(handled) or object_of(predicate(before.text[before.body :]))


_WHOLE: Final = re.compile("(?P<x>(?!对|将|按|其中)[^，。；]{2,24})的(?:不[少低]于|至少)?")
"""`公益金的60%以上用于群众体育`: what a share is of stands in front of it."""
_OF_WHICH: Final = ("其中", "且其中", "并且其中")
_GOES_TO: Final = re.compile("[^，。；]{0,4}(?:用于|划入|[计记]入|作为|归|列入|来自|来源于|应当?[是为由])")


def of_those_before(asked: Asked) -> str | None:
    """`作业人员不少于2名，其中至少1名持有资格证书`: some of those in front must have it."""
    around = asked.around
    begin = around.spans[around.index][0]
    some = around.sentence.text.startswith(_OF_WHICH, begin) and _HAVE_IT.match(around.tail)
    before = around.earlier[0] if some and around.earlier else None
    return before.words(before.topic) if before else None


_HAVE_IT: Final = re.compile("(?:应当?|须|必须|要)?(?:持有?|具有|具备|取得|拥有)")


def each_one(asked: Asked) -> str | None:
    """`每位居民限购2盒`, `每门课程约15学时`: each one of those for whom so much is set."""
    around = asked.around
    if "元" in around.mention.value:
        told = any(clause.conditional or clause.governed for clause in around.earlier)
        said = around.head + around.words
        given = _EACH_GETS.match(said) or (not told and _GIVES_EACH.match(said))
        return given["x"] if given and not asked.agent else None
    said = around.clause.text if around.mention.kind == "frequency" else around.head + around.words
    each = _EACH_ONE.search(said)
    if not each and around.mention.kind in ("frequency", "count"):
        told = any(clause.conditional or clause.governed for clause in around.earlier)
        each = None if told else _EACH_IN_A_TIME.match(said)
    often = around.mention.kind == "frequency" and each and each["x"] == "每天"
    often = often or (each and ACT.search(each["x"], 2))
    return each["x"] if each and not (often or UNIT_END.match(each["x"])) else None


_EACH_GETS: Final = re.compile(
    "(?P<x>每[家户名个位所](?![每全年]|累计|平均|最高|一次)[\u4e00-\u9fff]{2,12}?)"
    "(?:最高|一次性|分别|可)*(?:给予|予以|(?:补[贴助]|奖[励补]|资助|发放)(?![总额标金资]))"
)
_GIVES_EACH: Final = re.compile(
    r"(?:再|另|可)?(?:给予|奖励|补助)(?P<x>每[家户名个位所][\u4e00-\u9fff]{2,12}?)(?:最高|一次性|不超过)*\d"
)
"""`每家企业给予最高30万元支持`, `给予每个工作室10万元资助`: each of those who get a sum."""
_EACH_ONE: Final = re.compile(
    rf"(?:^|规定|要求|原则上)(?P<x>每(?:个?人|天|[户家店车](?!人)|(?:[名位门个件支户幅张份只辆所家校班](?!月|工作日|"
    rf"季|学期))[^，。；\d每的至最不约只仅应须要可限]{{1,8}}?))"
    rf"(?>(?:{MODAL}|每(?:年度?|月|学期)|只能|仅能|至多|至少|最多|不超过|不少于|不低于|约|按|为|平均|免费|统一)*)(?:限|"
    rf"发|[设配建]|联系|包保|通过|[指选]定|明确|安排|完成|调查|抽查|检查|监测|采样|走访|"
    rf"提交|报|推荐|确定|带徒|选派|选送|申报|招收|招募|聘任|创作|制作|选|购|领|参加|\d|一|[两三四五])"
)


_EACH_IN_A_TIME: Final = re.compile(
    "(?P<x>每(?:个?[人户]|[名位家辆台件只][\u4e00-\u9fff]{0,6}?|[车船]))每(?:年度?|月|季度?|学期|学年|周期?|日|天)"
)
"""`每辆车|每月申请不得超过4次`: each one of them, in front of the time that counts."""


def _counts_another(asked: Asked, clause: Clause) -> bool:
    """`持证上岗率达到100%，入户安检每年1次`: how often is of no rate that stands in front."""
    head = BOUND_END.sub("", asked.around.head)
    named = len(head) >= 2 and not (_TERM.search(head) or ACT.match(head.removeprefix("每")) or _SUPPOSED.match(head))
    another = asked.around.mention.kind in ("frequency", "deadline") or (
        asked.around.mention.kind in ("duration", "interval") and named
    )
    return another and clause.role == "thing" and _is_measured(clause)


def _speaks_for_itself(asked: Asked, clause: Clause) -> bool:
    """Whether a clause sets a rule of its own, or how long something lasts, beside one on a deadline."""
    if _counts_another(asked, clause) or (_is_handed_on(clause) and _has_its_own(asked)):
        return True
    if asked.around.mention.kind == "window" and clause.role == "thing" and _is_measured(clause):
        return True
    if _sets_another_measure(asked, clause) or (_SERVES.match(clause.text) and _has_its_own(asked)):
        return True
    if asked.around.mention.kind == "schedule" and clause.topic and _ON_DAYS.match(clause.text, clause.topic[1]):
        return True
    if asked.around.mention.kind == "frequency" and asked.around.clause.agent and clause.agent and clause.taken:
        return True
    if clause.conditional or clause.topic is None or clause.role == "unit":
        return False
    if clause.role == "person" and asked.around.clause.by:
        return False
    if clause.role == "person" and asked.around.clause.agent and HAS_MODAL.search(clause.covered):
        return True
    told = asked.around.clause.agent and clause.role == "thing" and clause.topic[1] < len(clause.text) - 1
    if told and HAS_MODAL.search(asked.around.clause.covered) and object_of(asked.action) not in (None, asked.action):
        return True
    if told and clause.text.endswith(asked.agent or ()) and _has_its_own(asked):
        return True
    lasts = clause.role == "thing" and asked.around.mention.kind == "deadline" and not clause.by
    if lasts and _TERM.search(clause.words(clause.topic) or ""):
        return True
    due = asked.around.mention.kind == "deadline" and from_event(asked)
    goes_on = _BY_ANOTHER_YEAR.match(asked.around.clause.text)
    return bool((asked.agent or due) and not goes_on and _SETS_ITS_OWN.search(clause.text))


_SERVES: Final = re.compile("[为向](?!期)[^，。；]{2,20}(?:提供|推送|开展|搭建|创造|营造)")
"""`为企业提供服务，年内新增项目170个`: whom one act serves is not what the next one is about."""


def _sets_another_measure(asked: Asked, clause: Clause) -> bool:
    """`整车质量不超过55千克，最高车速不超过25公里`: a measure with its bound is not what the next measure is of."""
    if (
        asked.around.mention.kind != "threshold"
        or clause.role != "thing"
        or clause.conditional
        or not _is_measured(clause)
    ):
        return False
    own = BOUND_END.sub("", asked.around.head)
    named = len(own) >= 2 and nounlike(mask(own)) and not (ACT.search(own) or _FIGURE.search(own))
    return named or own.startswith("每") or _NAMED_MOST.match(asked.around.words) is not None


_NAMED_MOST: Final = re.compile("最[高低大小][\u4e00-\u9fff]{2,6}?(?:应|须|不|为)")
_ON_DAYS: Final = re.compile("[的满期]?第[\\d一二三四五六七八九十]")
"""`集中隔离第1、7天各检测一次，居家监测第3天检测一次`: days of another stay."""
_BY_ANOTHER_YEAR: Final = re.compile(r"到?20\d\d年[末底]?(?:达到?|不[低高]于|[提增降减]|控制)")
"""`2023年末覆盖率不低于80%，2024年末达到90%`: what is set for one year goes on to the next."""


def _is_handed_on(clause: Clause) -> bool:
    """`2小时内将灾情信息上报市级`: what is handed on within a time of its own."""
    return bool(clause.taken and not clause.conditional and _SETS_ITS_OWN.search(clause.text))


def _has_its_own(asked: Asked) -> bool:
    """`24小时内下拨救灾物资`: an act by a deadline that names its object, and no answer to what was handed on."""
    named = asked.around.mention.kind == "deadline" and asked.names_its_object
    return named and not _ANSWERS.match(asked.action or "")


_ANSWERS: Final = re.compile("提出|[作做]出|出具|给出|形成|反馈|答复|办理|处理")
_DUE_BY_ITSELF: Final = re.compile(
    r"(?:力争|到)*(?:20\d\d年)?(?:\d{1,2}月)?(?:\d{1,2}日|[底末])?(?:(?:之|以)?前|(?<=[底末])(?=完成|实现|"
    r"建成))[^，。；]{4,}"
)
"""`2024年底前消除存量，2025年底前遏制增量`: what is due on a day of its own."""


def _with_whom(around: Surroundings, case: Clause) -> str | None:
    """`用人单位招用毕业生，签订1年以上劳动合同的，给予…`: a case that goes on from a clause that says whose it is."""
    number = around.earlier.index(case) + 1
    own = case.topic and case.topic[1] < len(case.text.rstrip("，"))
    if not case.conditional or is_supposed(case.text) or own or case.governed or number >= len(around.earlier):
        return None
    whose = around.earlier[number]
    named = whose.governed if whose.governed and whose.governed[1] >= len(whose.text) - 1 else None
    if not named and not (tells_whose(whose) or _BENEFITING.search(whose.covered)):
        return None
    if HAS_MODAL.search(mask(whose.text)):
        return None
    begin = around.spans[around.index - number - 1][0] + (named or whose.topic or (0, 0))[0]
    return around.sentence.text[begin : around.spans[around.index - number][1]]


def _goes_on(around: Surroundings, clause: Clause) -> str | None:
    """`对解除隔离，且已完成监测的入境人员，…`: the noun of what 对 opens stands in the next clause."""
    number = around.earlier.index(clause) + 1
    opening = around.earlier[number] if number < len(around.earlier) else None
    if not (opening and opening.governed and opening.governed[1] >= len(opening.text) - 1):
        return None
    if not AND_WHO.fullmatch(clause.covered) or nounlike(opening.covered[slice(*opening.governed)]):
        return None
    begin, end = around.spans[around.index - number - 1][0], around.spans[around.index - number][1]
    return around.sentence.text[begin + opening.governed[0] : end]


def _is_measured(clause: Clause) -> bool:
    """`营业收入不低于2000万元；近三年内无事故`: a measure with its figure is nobody that the next item is about."""
    return clause.topic is not None and _FIGURE_NEXT.match(clause.text, clause.topic[1]) is not None


_FIGURE_NEXT: Final = re.compile(
    r"(?:应当?|须)?(?:每[\u4e00-\u9fff])*(?:不[得应能]?(?:超过|[少低高晚早]于)|至少|达到?|为)\d"
)


def _looked_after(around: Surroundings, clause: Clause) -> str | None:
    """`评级结果为5级的机构，监管部门每季度…`: units named by what they are, in front of the one who acts."""
    described = clause.role == "unit" and "的" in clause.text and clause.topic == (0, len(clause.text))
    return clause.text if described and around.clause.agent else None


_FIGURE: Final = re.compile(r"\d")


def tells_whose(clause: Clause) -> bool:
    """`毕业生首次创业，…的`: whose the case is that the next clause goes on with."""
    said = (
        clause.by
        or clause.governed
        or clause.taken
        or _FIGURE.search(clause.text, clause.topic[1] if clause.topic else 0)
    )
    return clause.role in ("unit", "person") and not said


SAYS_HOW_IT_IS: Final = re.compile("(?:[差低小弱]|严重|混乱|陈旧|不足|不全|落后|缓慢|滞后|简陋|老化|薄弱|突出)$")
"""`要对设施陈旧、管理混乱，|难以满足需求的市场，…`: how something is, whose name follows."""


DECIDED_ON: Final = re.compile("对[^，。；]{2,40}[作做]出[^，。；]{2,10}(?:后|之[日时]起)")
"""`对违法行为作出处理决定后30日内，…`: on what is decided is of the event, and of no act that follows."""


_LABEL: Final = re.compile("(?:主要|工作|总体|重点|具体)*(?:工作|任务|目标|措施|内容|要求|事项|时间|地点)")
"""`主要工作：…`: a label names nobody."""


_TERM_ALONE: Final = re.compile(
    "(?:最[长短高低]|一般|贷款|贴息|补贴|执行|实施)?(?:期限|时限|年限|时间|有效期|额度|标准|比例)"
)


WHERE_ALONE: Final = re.compile("(?:(?:主|中心)?城区|城镇|农村|乡村|山区|郊区|县域|市区|县城|辖区)(?:范围)?内?")
"""`城区45分钟、农村90分钟内到达现场`: where a rule holds so is not what it is about."""


def _names_group(clause: Clause) -> str | None:
    if clause.conditional and clause.taken:
        return clause.text
    handled = clause.words(clause.governed or clause.taken)
    if handled:
        return None if SAYS_HOW_IT_IS.search(handled) or DECIDED_ON.match(clause.text) else handled
    if is_supposed(clause.text) or _LABEL.fullmatch(clause.text):
        return None
    if clause.role == "thing" and class_alone(clause):
        return clause.text
    if clause.conditional or (_BENEFITING.search(clause.covered) and not HAS_MODAL.search(clause.text)):
        return clause.text
    topic = clause.words(clause.topic) or ""
    if clause.topic and (SEASON.search(topic) or _TERM_ALONE.fullmatch(topic) or gives_away(clause)):
        return None
    short = clause.role == "thing" and len(clause.text) <= 40
    whole = clause.topic is not None and clause.topic[1] - clause.topic[0] >= len(clause.text) - 2
    return (
        clause.words(clause.topic)
        if clause.role == "person"
        or short
        or (clause.role == "thing" and whole)
        or (whole and class_by_a_figure(clause.words(clause.topic) or ""))
        else None
    )


_BOUNDED: Final = re.compile(r"(?:不[得应能]?超过|最[长高多]|不[少低]于|至少)\D{0,2}\d")


def _gives(text: str) -> bool:
    """`前三年给予80%的奖励`, `贴息期限最长2年`: a grant or bound of its own is not what earns the next one."""
    return bool((GIVES.search(text) and _SETS_ITS_OWN.search(text)) or _BOUNDED.search(text))


_DATED: Final = re.compile(rf"自?20\d\d年|{NTH_YEAR}")


_A_CASE: Final = 90
"""What earns a grant is seldom told in more characters."""


def case_before(asked: Asked) -> str | None:
    """`企业在主板首次上市，一次性给予200万元奖励`: what earns a grant, said without 的."""
    around = asked.around
    granted = GIVES.match(asked.action or "")
    before = (c for c in around.earlier if not (_SHARE.match(c.text) or _gives(c.text))) if granted else iter(())
    clause = next(before, None)
    text = (clause.words(clause.topic) if clause.role == "thing" else clause.text) or "" if clause else ""
    said = (
        4 <= len(text) <= _A_CASE
        and not _DATED.match(text)
        and not (clause and _GIVER.search(clause.words(clause.agent) or ""))
        and not (HAS_MODAL.search(mask(text)) or is_supposed(text) or is_preface(text))
    )
    return text if said else None


_GOES_ON: Final = re.compile("且(?!末)|并且|而且|同时")
_MOVES_ON: Final = re.compile("[到在向由]|并|且")
_ONLY_WHO: Final = re.compile(
    r"(?!若|如|一旦|因|除|按|根据|为|由|在|下列|以下)[^，。；]{2,40}(?:企业|工商户|纳税人|个人|人员|者|职工|居民|"
    r"农户|家庭|单位|机构|毕业生|学生|学校|合作社|项目)(?:□+)?"
)


_COMES_ROUND: Final = re.compile("每[日天周旬月季年]")
"""`县局每旬通报进度，连续两次排名末位的`: what is done again and again is a rule by itself, and opens no case."""


def whole_case(asked: Asked) -> str | None:
    """`申领人有住房，且登记已满半年的，…`: a case of several clauses, whole.

    `从事餐饮的个体工商户，月销售额不超过10万元的`; `毕业生离校，到基层工作3年以上，考核合格的`.
    """
    around = asked.around
    if not (around.opens_a_case or (around.clause.conditional and not around.clause.governed)):
        return None
    first = last = around.index
    before = around.earlier[0] if around.earlier else None
    if before and (HAS_MODAL.search(before.covered) or before.conditional or _COMES_ROUND.search(before.covered)):
        before = None
    if around.opens_a_case:
        last = next(
            n
            for n, clause in enumerate(around.later(2), first + 1)
            if clause.conditional or AND_WHO.fullmatch(clause.covered)
        )
        first -= bool(before and _MOVES_ON.match(around.clause.text))
    elif before:
        goes_on = _GOES_ON.match(around.clause.text)
        whose = around.described == (0, len(around.clause.text)) and tells_whose(before) and before.role
        first -= bool(goes_on or whose or (around.described and _ONLY_WHO.fullmatch(before.covered.strip())))
    if first == last:
        return None
    return around.sentence.text[around.spans[first][0] : around.spans[last][1]].strip().removeprefix("对")
