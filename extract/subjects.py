"""Whom or what a value governs: verbatim and whole.

Each step below knows one way in which a notice says it; they are asked in order and the first answer stands.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from extract.actions import names_time
from extract.agents import doer, governs
from extract.clause_words import ACT, GRANT, HAS_MODAL, MODAL
from extract.clauses import Clause, parse
from extract.masking import mask
from extract.measured import (
    BOUND_END,
    VAGUE,
    bare_measure,
    graded,
    granted_thing,
    named_by_the_figure,
    named_under_a_label,
    quantity,
    weighed,
)
from extract.nouns import nounlike
from extract.phrases import is_preface, is_recipient, object_of, predicate
from extract.steps import NO_ANSWER, Answer, named
from extract.surroundings import Surroundings
from ingest import patterns as re


@dataclass(frozen=True, slots=True)
class Asked:
    """What is known when the subject is asked: the surroundings, what is done, and by whom."""

    around: Surroundings
    action: str | None
    agent: tuple[str, ...] | None


_BESIDE = re.compile(r"内、(?P<x>[^，、]{2,24})$")
_PIVOT = re.compile(
    r"(?:组织|引导|安排|疏散|转移|通知|告知|劝返)(?P<x>[^，。；]{0,10}(?:群众|人员|居民|旅客|学生|师生|职工|者|对象))(?!的|名单|信息)"
)
"""Whom an act moves (组织受威胁群众转移)."""
_ENSURES = re.compile(
    r"(?:确保|保障(?!房|性|金|局|中心|对象|标准|待遇|水平|人员)|保证(?![金书人期险]|合同))(?:好|了)?(?P<x>[^，。；]{2,40})$"
)
_LABEL = 10
_GIVES_AWAY = re.compile(
    "(?:联动|共同|按[^，。；]{1,20}?|再|分别|统一|负责)*(?:给予|予以|安排|补助|补贴|奖励|奖补|配套|承担|负担)"
)
_SHARE = re.compile(r"(?:其中)?[^，。；]{0,8}(?:财政|[省市县区国]级)[^，。；]{0,8}\d")
"""`其中中央财政补助1000元，省级财政补助800元`: shares of one sum are of what the sum is of."""
_GIVER = re.compile("(?:财政|[省市县区]|[省市县区国]级|政府|部门|[局厅委])$")
"""`对首次达标的企业，市区给予…`: who gives is not who gets."""
_ITS = re.compile("其(?![他它余中])")
"""`对困难企业，其租金减按50%收取`: what is theirs is ruled for the group that the sentence is about."""
_ADVERBS = re.compile(r"(?:分别|及时|按时|统一|一并|如实)+$")
_SEASON = re.compile(r"(?:期间|[雨汛]期|(?:防火|禁渔|休渔|采暖|供暖|高温)期|时段|季节|节假日)$")
"""Topics that say when, not whom (非降雨期每周巡查1次)."""
_NO_THING = re.compile(
    r"(?:(?:最[高低多少]|不得?|未|应)?(?:超过|[少低高多大小]于)|达到?|满|按照?|依照?|(?:一次性)?(?:给予|予以)(?:支持|奖励|补贴|补助)?|足额|一次性|补贴|补助|奖励|支持|在?(?:疫情|此)?期间|(?:力争|到)?20\d\d年(?:底|末)?|实现|完成|安排|给予|予以|开展|进行|实施|保存|确保|力争|新增|至少|时间)+"
    r"|期间.*|逾期(?:未.*)?|个?(?:工作|自然)日|(?:按照|按(?=不|其|该|实际|标准|\d)|根据|依据).*"
)
"""Verbs and bounds alone name nothing that could be governed."""
_OLD_VALUE = re.compile(
    r"(?:由|从)(?:20\d\d年的)?(?:原来?的?|现行的?|目前的?|法定的?)?[\d一二三四五六七八九十百.]+[^，。；]{0,6}$"
)
"""`扣除比例由75%提高至100%`: the value so far is no part of what is changed."""
_GRANTS = re.compile(f"给予|予以|{GRANT}")
_SETS_ITS_OWN = re.compile(r"\d+(?:\.\d+)?[百千万亿]?(?:[%％‰元天日个人米倍]|小时|工作日)")
"""`保证金不得超过10%，采购人应在30日内付款`: a rule of its own is not what the next one is about."""
_CLOSES = re.compile(
    rf"(?<=.{{2}})(?:{MODAL}|力争|争取|确保|阶段性|分别|逐步|累计|一般|统一|当[天日月年]|(?<!从)未|不宜|占(?<!独占)|稳定|保持|维持)+$"
)
"""How it is done or meant stands behind the thing and is no part of it (使用率力争|达到60%)."""
_SUPPOSES = re.compile(
    r"^(?:其中|但是?|或者|(?:左右|以上|以下|以内)?的|以及|和(?![平谐])|及(?!时)|与(?!其)|且|如果|若|凡|对于|如(?=[^皋东])(?=.*的$))"
)
"""What opens a case or goes on a list, and is no part of whom it names."""
_CARRIED_ON = re.compile(r"(?:政策|措施)?(?:实施|执行)?(?:期限|时间)?(?:统一|继续|再)?(?:延续|延长)(?:实施|执行|适用)?")
"""`减免…政策，延续实施至2027年底`: the clause before says what goes on."""
_REPORTS = re.compile(
    r"(?:按要求|如实|统一|主动|向社会|对外|书面|逐级|"
    r"向[^，。；]{2,16}?)?(?:报送|上报|报告|抄报|抄送|"
    r"报(?=[省市县区国财])|提交|公布|公开|公示|发布|通报|反馈|提供|出具|"
    r"制定(?:出台|印发)?|编制|印发|出台|撰写|备案|填报|填写|起草)"
)
_TAKES_MEASURES = re.compile(f"(?:{MODAL}|并)*(?:采取|实行|实施|落实|做好|加强|建立|加大|强化|坚持|严格|增加|减少)")
"""Measures taken before something is reported are not what is reported."""
_EVENT = re.compile(
    r"(?:接到|收到|发现|出现|确认为|判定为|诊断为|受理|获知|认定为)(?!之日|本[通文函意]|(?:问题|情况|通知)(?:之日|后|时))(?P<x>[^，。；]{2,40}?)(?:之日起|后|时|之后|$)"
)
_FOUND = re.compile(
    rf"(?:对|凡|如|一旦|若)?(?:发现|出现|接到|收到)(?!之日|问题|情况|本|通知)(?P<x>[^，。；的]{{2,24}}?)(?:的|后|时)?(?:{MODAL})+(?:在|于|当)?$"
)
_HAPPENS = re.compile(r"(?:^|[，。；在自])(?P<x>[^，。；在自]{2,20}?)(?:发生|出现|爆发)(?:以?后|时|之后|之日起)")
_QUALIFIES = re.compile(
    rf"(?P<x>[^，。；：]{{2,40}}?)，?(?:{MODAL}|同时)*(?:符合|具备|满足)(?:下列|以下)[^，。；：]{{0,6}}(?:条件|要求)[：:]"
)
_SPED = re.compile(
    r"(?:压缩|缩短|压减|精简|提速|优化|缩减)(?P<x>[^，。；]{2,50}?)(?:的)?(?:办理)?(?:时限|时间|周期|期限)"
)
_MODAL_END = re.compile(rf"(?:{MODAL})+$")
_AIMS = re.compile(rf"^(?:{MODAL}|实现|推动|推进|确保|力争|做到|全面|保证|争取|同时|并|，)+")
_SPED_HERE = re.compile(
    r"(?P<x>[^，。；]{2,40}?)(?:的)?(?:审核|审批|办理|办结|平均|法定|承诺)*(?:时间|时限|周期)(?:统一)?(?:由|从)?"
)
_LEADS_ON = re.compile(
    r"^(?:用|以|通过|经|按|依托|凭|持)|(?:在|于|自|后|起|内|向|将|对|按|经|为|时|从|由|并|以|到|至|应|要)$"
)
_ORDERS = re.compile("要求|责令|督促|通知|组织|指导|引导|责成")
_SUPPOSED = re.compile(r"^(?:若|如|一旦|因|如果|经(?!营|办)|按|按照|根据|为|除|则|并|且|即|在)")
_PASSED = re.compile(r"(?:经|按|依法)[^，。；的]{2,16}的[^，。；的]{2,20}")
_NOUN_OF = re.compile(r"^(?!对|将|把|由|按(?!月|季|年|期|次|日)|在|自|以|为).{2,30}的[^，。；的]{1,8}$")
_BENEFITING = re.compile(
    r"^[^，。；]{2,60}的[^，。；的]{0,12}(?:企业|纳税人|工商户|义务人|缴费人|用人单位|合作社|农户|人员|者|居民|群众|学生|旅客|毕业生|家庭|个人)$"
)
"""A clause that is nothing but those whom a relief is for (受疫情影响的中小微企业，…)."""
_STATE_OF = re.compile("达到|进入|成为|具备|符合|处于|位居|跻身|通过(?=[^，。；]{2,12}$)")
"""What is reached or become is said of those who reach it (所有学校达到办学标准)."""
_CASE_OPENS = re.compile("若|如|一旦|因|如果|除|经|按|根据|为")
_NOUNISH = re.compile(r"(?:单|类|件|证|书|表|款|费|税|车|户|业|品|物|地|房|区|项|目|人|员|者|班|课|金|贷|险)$")


def subject(around: Surroundings, action: str | None, agent: tuple[str, ...] | None) -> Answer:
    """Whom or what the value governs, `NO_ANSWER` where the text leaves it open."""
    asked = Asked(around, action, agent)
    found = ((words, named(step)) for step in STEPS if (words := step(asked)))
    answers = (Answer(_CLOSES.sub("", _SUPPOSES.sub("", _OLD_VALUE.sub("", words))), step) for words, step in found)
    return next((a for a in answers if a.words and len(a.words) >= 2 and not _NO_THING.fullmatch(a.words)), NO_ANSWER)


def is_supposed(text: str) -> bool:
    """Whether a clause sets a case (如…, 经批准) instead of naming whom it is about (经认定的孵化器)."""
    return bool(_SUPPOSED.match(text)) and not _PASSED.fullmatch(text)


def _described(asked: Asked) -> str | None:
    """The noun phrase that the value only describes (14日内有高风险地区旅居史的人员)."""
    return asked.around.clause.words(asked.around.described)


def _doer_of_the_act(asked: Asked) -> str | None:
    """`健康管理员日报告制度`: the role whose act the value names."""
    return doer(asked.around) if asked.around.mention.act else None


def _beside(asked: Asked) -> str | None:
    """`A 2小时内、B 4小时内`: in a row of values each has its thing in front of it."""
    match = _BESIDE.search(asked.around.head)
    return match["x"] if match else None


def _moved(asked: Asked) -> str | None:
    """Whom an act moves (1小时内组织受威胁群众转移)."""
    if asked.around.mention.kind != "deadline":
        return None
    match = _PIVOT.match(predicate(asked.around.tail) or "")
    return match["x"] if match else None


def _governed(asked: Asked) -> str | None:
    """`对密切接触者…`, `将名单报送…`: what the clause, or what follows an opening value, says it acts on."""
    clause, at = asked.around.clause, asked.around.at
    if clause.governed and clause.governed[0] < max(at, 1) + 40:
        begin, end = clause.governed
        around_it = "的" in clause.text[asked.around.until : end]
        return clause.words((begin, end if begin >= at or around_it else min(end, at)))
    following = asked.around.following
    if following and (words := following.words(following.governed or following.taken)):
        return words
    return _ADVERBS.sub("", clause.words(clause.taken) or "") or None


def _topic(asked: Asked) -> str | None:
    """The topic of the value's clause, where it is governed and does not only say when (入境人员实行14天…)."""
    around, clause = asked.around, asked.around.clause
    topic = clause.words(clause.topic)
    if not topic or clause.topic is None or clause.topic[0] >= around.at or not governs(around, clause):
        return None
    if bare_measure(around, topic):
        return None
    theirs = clause.role == "thing" and _ITS.match(topic)
    if theirs and any(before.governed or before.conditional for before in around.earlier):
        return None
    giving = _GIVES_AWAY.match(clause.text, clause.topic[1]) and _GIVER.search(mask(topic))
    if giving and any(before.governed or before.conditional for before in around.earlier):
        return None
    timed = clause.trigger and clause.trigger[0] <= clause.topic[0] < clause.trigger[1]
    if timed or _vague(asked, topic) or names_time(around, topic) or _SEASON.search(topic):
        return None
    begin, end = clause.topic
    return clause.words((begin, end if end < around.until else around.at))


def _done_in_the_clause(asked: Asked) -> str | None:
    """`实现企业开办4小时办结`: what a deadline's clause is about, behind the words of aim that open it."""
    around = asked.around
    if around.mention.kind != "deadline" or around.clause.topic or around.clause.agent or around.opening:
        return None
    thing = _AIMS.sub("", around.clause.text[: around.at])
    if sped := _SPED_HERE.fullmatch(thing):
        return sped["x"]
    if nounlike(mask(told := _MODAL_END.sub("", thing))):
        thing = told
    bare = len(thing) >= 3 and not (_ORDERS.match(thing) or _LEADS_ON.search(thing) or ACT.match(thing))
    return thing if bare and around.tail and not around.tail.startswith(("，", "、", "。")) else None


def _ensured(asked: Asked) -> str | None:
    """`学校应当保障学生每天…`: for whom or for what something is ensured stands behind that verb."""
    match = _ENSURES.search(asked.around.head)
    ensured = parse(match["x"]) if match else None
    return ensured.words(ensured.topic) if ensured and ensured.role in ("person", "thing") else None


def _under_label(asked: Asked) -> str | None:
    """`补贴期限：最长不超过3年`: what a labelled value is of is what its item is about."""
    around, context = asked.around, asked.around.context
    start = around.spans[around.index][0]
    labelled = around.earlier and around.sentence.text[start - 1] in "：:" and len(around.earlier[0].text) <= _LABEL
    if not labelled or len(BOUND_END.sub("", around.head)) > 2:
        return None
    handled = (object_of(predicate(clause.text[clause.body :])) for clause in around.earlier[1:2])
    return next((thing for thing in handled if thing), None) or context.heading or context.subject


def _topic_that_follows(asked: Asked) -> str | None:
    """`6月底前，平均费率降至1%以下`: the topic behind an opening value, unless it is a unit, which acts."""
    following = asked.around.following
    about = following.words(following.topic) if following and following.role in ("person", "thing") else None
    return about if about and not (_vague(asked, about) or about == "标准") else None


def _heading_over_a_label(asked: Asked) -> str | None:
    """`流动性比例` over `触发值：≥75%`: what a labelled quantity is of stands in the heading."""
    before = asked.around.earlier
    labelled = asked.around.mention.kind == "threshold" and before and before[0].text.strip() == asked.action
    return asked.around.context.heading if labelled else None


def _named_before(asked: Asked) -> str | None:
    """`对各级部署的营商环境工作，` : the clause before only says whom this one is about."""
    return _only_names(asked.around.earlier[0]) if asked.around.earlier else None


def _only_names(clause: Clause) -> str | None:
    if clause.governed and clause.governed[1] >= len(clause.text) - 1:
        return clause.words(clause.governed)
    bare = mask(clause.text)
    if _BENEFITING.search(bare) and not (HAS_MODAL.search(bare) or _CASE_OPENS.match(bare)):
        return clause.text
    if clause.trigger or is_supposed(bare):
        return None
    if _NOUN_OF.search(bare) and not (HAS_MODAL.search(bare) or clause.role):
        return clause.text
    named = 3 <= len(bare) <= 24 and not ACT.search(bare)
    return clause.text if named and clause.role is None and _NOUNISH.search(bare) else None


def _document(asked: Asked) -> str | None:
    """What is reported, published or drawn up: the verb's object; behind `报送财政部` the one before."""
    match = _REPORTS.match(asked.action or "")
    if not match or not asked.action or asked.around.mention.kind not in ("deadline", "frequency"):
        return None
    rest = asked.action[match.end() :]
    if not (is_recipient(rest) or rest.startswith(("至", "给", "到"))):
        return rest if len(rest) >= 2 else None
    near = (*asked.around.later(2), *asked.around.earlier[:3])
    about = (clause.words(clause.taken or clause.governed) for clause in near)
    if handled := next((words for words in about if words), None):
        return handled
    for clause in asked.around.earlier:
        if clause.conditional:
            return clause.text
        if clause.role == "thing":
            return clause.words(clause.topic)
        done = predicate(clause.text[clause.body :])
        if done and not _TAKES_MEASURES.match(clause.text, clause.body):
            return object_of(done)
    return None


def _of_the_list(asked: Asked) -> str | None:
    """`保费由中央财政补贴35%、省级财政补贴25%`: what the first item of a list is about holds for the next ones."""
    first = parse(asked.around.shared) if asked.around.shared else None
    return first.words(first.governed or first.topic) if first and first.role != "unit" else None


def _who_qualifies(asked: Asked) -> str | None:
    """`申请人应当符合下列条件：（一）…；（二）…`: the conditions are of whom the list is opened with."""
    around = asked.around
    if around.mention.kind not in ("threshold", "duration", "window", "count"):
        return None
    match = _QUALIFIES.match(around.sentence.text, 0, around.mention.start)
    return match["x"] if match else None


def _group_before(asked: Asked) -> str | None:
    """The group that a clause to the left sets for the ones behind it; past a semicolon only where no unit acts."""
    around = asked.around
    earlier = (
        c
        for c in around.earlier
        if not (asked.agent and c.role == "thing" and not c.conditional and _SETS_ITS_OWN.search(c.text))
    )
    if found := next(
        (group for clause in earlier if (group := _with_whom(around, clause) or _names_group(clause))), None
    ):
        return found
    spans = () if asked.agent else reversed(around.before)
    return next((group for span in spans if (group := _names_group(around.parsed(span)))), None)


def _with_whom(around: Surroundings, case: Clause) -> str | None:
    """`用人单位招用毕业生，签订1年以上劳动合同的，给予…`: a case that goes on from a clause that says whose it is."""
    number = around.earlier.index(case) + 1
    if not case.conditional or is_supposed(case.text) or case.topic or case.governed or number >= len(around.earlier):
        return None
    whose = around.earlier[number]
    named = whose.governed if whose.governed and whose.governed[1] >= len(whose.text) - 1 else None
    if not named and (whose.role not in ("unit", "person") or whose.by or whose.governed):
        return None
    if HAS_MODAL.search(mask(whose.text)):
        return None
    begin = around.spans[around.index - number - 1][0] + (named or whose.topic or (0, 0))[0]
    return around.sentence.text[begin : around.spans[around.index - number][1]]


def _names_group(clause: Clause) -> str | None:
    if clause.conditional and clause.taken:
        return clause.text
    if clause.governed or clause.taken:
        return clause.words(clause.governed or clause.taken)
    if is_supposed(clause.text):
        return None
    if clause.conditional or (_BENEFITING.search(mask(clause.text)) and not HAS_MODAL.search(clause.text)):
        return clause.text
    if clause.topic and _SEASON.search(clause.words(clause.topic) or ""):
        return None
    short = clause.role == "thing" and len(clause.text) <= 40
    whole = clause.topic is not None and clause.topic[1] - clause.topic[0] >= len(clause.text) - 2
    return (
        clause.words(clause.topic) if clause.role == "person" or short or (clause.role == "thing" and whole) else None
    )


def _from_event(asked: Asked) -> str | None:
    """`收到高风险区外溢人员协查信息后`, `突发事件发生后` name whom or what the clock is about."""
    around = asked.around
    words = (around.head, *(clause.text for clause in around.earlier[:2]))
    return next((match["x"] for text in words if (match := _EVENT.search(text) or _HAPPENS.search(text))), None)


def _found_here(asked: Asked) -> str | None:
    """`发现违法信息要第一时间处理`: what is found in the deadline's own clause is what is then dealt with."""
    match = _FOUND.match(asked.around.head) if asked.around.mention.kind == "deadline" else None
    return match["x"] if match else None


def _sped_up(asked: Asked) -> str | None:
    """`压缩“…审批”时限，由20个工作日至15个工作日`: the clause before names what is sped up."""
    around = asked.around
    match = _SPED.search(around.earlier[0].text) if around.earlier and around.mention.kind == "deadline" else None
    return match["x"] if match else None


def _term_of(asked: Asked) -> str | None:
    """What a bare term belongs to: the object of the clause before (建立补贴档案，保存期限5年), else itself."""
    around, topic = asked.around, asked.around.clause.words(asked.around.clause.topic)
    if around.mention.kind == "deadline" and around.earlier and _CARRIED_ON.fullmatch(around.head):
        return object_of(around.earlier[0].text) or around.earlier[0].text
    if around.mention.kind != "duration" or not topic or not _vague(asked, topic):
        return None
    for clause in around.earlier[:1]:
        if done := predicate(clause.text[clause.body :]):
            return object_of(done)
    return around.context.subject or around.context.heading or topic


def _persons_of_the_item(asked: Asked) -> str | None:
    following, thing = asked.around.following, object_of(asked.action)
    handled = following and following.role == "unit" and thing and thing != asked.action
    return asked.around.context.subject if asked.around.context.persons and not handled else None


def _case_before(asked: Asked) -> str | None:
    """`企业在主板首次上市，一次性给予200万元奖励`: what earns a grant, said without 的."""
    around = asked.around
    granted = around.mention.kind == "threshold" and _GRANTS.match(asked.action or "")
    before = (c for c in around.earlier if not _SHARE.match(c.text)) if granted else iter(())
    clause = next(before, None)
    text = (clause.words(clause.topic) if clause.role == "thing" else clause.text) or "" if clause else ""
    said = 4 <= len(text) <= 60 and not (HAS_MODAL.search(mask(text)) or is_supposed(text) or is_preface(text))
    return text if said else None


def _left_open(asked: Asked) -> str | None:
    """Where nothing names it: what the acting unit handles, else the item's subject or heading, else the act's own."""
    kind, context, thing = asked.around.mention.kind, asked.around.context, object_of(asked.action)
    if not asked.agent:
        heading = context.heading if kind not in ("deadline", "threshold") else None
        return context.subject or heading or thing or asked.action
    if _STATE_OF.match(asked.action or ""):
        return "、".join(asked.agent) or thing
    if thing and thing != asked.action and not VAGUE.fullmatch(thing):
        return thing
    if kind == "deadline":
        done = asked.action if asked.action and len(asked.action) >= 6 and not ACT.match(asked.action) else None
        return done or "、".join(asked.agent)
    counted = thing if kind in ("threshold", "duration") and not VAGUE.fullmatch(thing or "") else None
    return counted or "、".join(asked.agent) or asked.action


def _vague(asked: Asked, topic: str) -> bool:
    """Whether a topic only names the term or the pause itself (保存期限, 最长, 采样间隔) and not what it is of."""
    pause = asked.around.mention.kind == "interval" and len(topic) <= 6
    return pause or bool(VAGUE.fullmatch(topic))


def _named_by_the_figure(asked: Asked) -> str | None:
    """See `measured.named_by_the_figure`."""
    return named_by_the_figure(asked.around)


def _granted_thing(asked: Asked) -> str | None:
    """See `measured.granted_thing`."""
    return granted_thing(asked.around, asked.agent)


def _weighed(asked: Asked) -> str | None:
    """See `measured.weighed`."""
    return weighed(asked.around)


def _quantity(asked: Asked) -> str | None:
    """See `measured.quantity`."""
    return quantity(asked.around)


def _named_under_a_label(asked: Asked) -> str | None:
    """See `measured.named_under_a_label`."""
    return named_under_a_label(asked.around, asked.action)


def _graded(asked: Asked) -> str | None:
    """See `measured.graded`."""
    return graded(asked.around)


STEPS: tuple[Callable[[Asked], str | None], ...] = (
    _weighed,
    _graded,
    _described,
    _doer_of_the_act,
    _beside,
    _moved,
    _governed,
    _ensured,
    _topic,
    _done_in_the_clause,
    _under_label,
    _topic_that_follows,
    _found_here,
    _quantity,
    _named_under_a_label,
    _heading_over_a_label,
    _named_by_the_figure,
    _named_before,
    _document,
    _of_the_list,
    _who_qualifies,
    _group_before,
    _from_event,
    _sped_up,
    _term_of,
    _persons_of_the_item,
    _case_before,
    _granted_thing,
    _left_open,
)
