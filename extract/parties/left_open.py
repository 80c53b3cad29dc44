"""What a value governs where no words around it name that: what is handled, spoken of before, or the act's own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from extract.grammar.clause_words import ACT, PLAIN_VERB, VERB
from extract.grammar.clauses import Clause
from extract.grammar.masking import mask
from extract.grammar.nouns import OFFICE_END, PERSON_END, nounlike
from extract.grammar.phrases import COMES_TO, TELLS, is_recipient, object_of, predicate
from extract.parties.asked import ACT_NOUN, Asked
from extract.parties.measured import VAGUE
from extract.parties.occasions import PAPER_ALONE, case_in_front, starts_the_clock
from extract.parties.openings import opens_with
from extract.parties.rows import is_penalty
from extract.parties.steps import STAYS_OPEN, Step, step
from extract.parties.surroundings import Surroundings
from ingest import patterns as re

_NO_THING: Final = re.compile(
    r"(?>(?:(?:最[高低多少]|不得?|未|应)?(?:超过|[少低高多大小]于)|达到?|满|按照?|依照?|(?:一次性)?(?:给予|予以)(?:支持|"
    r"奖励|补贴|补助)?|足额|一次性|补贴|补助|奖励|支持|限购|增配|收费|发放|配套|每.罚款|并|分别|在?(?:疫情|此)?期间|"
    r"(?:力争|到)?20\d\d年(?:底|末)?|实现|完成|"
    r"安排|给予|予以|开展|进行|实施|保存|确保|力争|新增|至少|时间)+)"
    r"|经(?![营办济费销纪贸验理开])[^，。；的]{1,10}?(?:后(?:每.)?|实|每.)|(?:最[长短高低多少]|不[得应能]?超过|至少|"
    r"不[少低]于)\d[^，。；的]{0,6}"
    r"|[^，。；]{0,8}为每[个家户人名台]|人民币|标准|金额|额度|数额|.*(?:最[高低]|不超过)[\d.]+[万亿]?元|预留|剩余|"
    r"其余|[\d.]+[万亿]?(?:元|[%％])[、和及]?|[自从至][^，。；]{2,24}之日止?(?:最[短长])?|"
    r"每[个家户人名项处所位](?:可|最高|一次性|分别)*(?:给予|予以).*|临时|最[长短高低多少](?:按.*)?|期间.*|"
    r"一般|原则上|[一二三四五六七八九十\d]+(?:年|个月)内按?|累计|合计|单[人户家个车笔项场台次件]|"
    r"(?:每[人户月年]){2,}(?:按.*)?|"
    r"全额|[^，。；的]{2,12}后|逾期|限期|(?:并|且|已|应|须)?(?:有|拥有|具有|具备)不?|个?(?:工作|自然)日|"
    r"[^，。；]{2,16}之日(?:起|开始)?[至到][^，。；]{2,16}(?:之日|止)+|(?:按照|按(?=不|其|该|每|实际|标准|\d)|根据|"
    r"依据).*"
)
"""Verbs and bounds alone name nothing that could be governed."""
_STATE_OF: Final = re.compile(
    "距离?|位于|达到|具有|持有|拥有|进入|成为|具备|符合|处于|位居|跻身|通过(?=[^，。；]{2,12}$)"
)
"""What is reached or become is said of those who reach it (所有学校达到办学标准)."""


def names_one(words: str) -> bool:
    """Whether words name something that can be governed: no bare verb or bound, no penalty."""
    return not (_NO_THING.fullmatch(words) or is_penalty(words))


def extended_term(asked: Asked) -> str | None:
    """`纳税申报期限延长至3月23日`: the time that is extended."""
    term = _TERM_EXTENDED.search(asked.around.head)
    vague = term and asked.around.earlier and VAGUE.fullmatch(term["term"])
    return term["term"] if term and not vague else None


def lasts_for_what_was_said(asked: Asked) -> str | None:
    """`建立台账，保存3年`: what a clause in front handles lasts so long."""
    return _handled_before(asked) if _says_no_object(asked) else None


def runs_out(asked: Asked) -> str | None:
    """`许可证有效期5年，有效期届满前30日内申请延续`: what runs out is what is asked for anew."""
    thing = asked.thing or ""
    bare = thing in ("", asked.action) or any(each.fullmatch(thing) for each in (VAGUE, _BARE_REQUEST, _RENEWED))
    return _runs_out(asked.around, asked.action or "") if bare else None


def done_to_what_was_said(asked: Asked) -> str | None:
    """`安排配套资金，应于9月底前拨付到位`: where nobody acts, an act without an object is done to what is handled."""
    kind, action = asked.around.mention.kind, asked.action or ""
    open_act = (
        _says_no_object(asked) if kind == "deadline" else _ACTS_ALONE.fullmatch(action) or _RHYTHM.fullmatch(action)
    )
    return _handled_before(asked) if open_act and not asked.agent else None


def made_in_front(asked: Asked) -> str | None:
    """`配备垃圾桶并做好每日消毒`: what the act in front of 并 has made, where the act has no object of its own."""
    made = _AND_THEN.fullmatch(asked.around.head) if asked.thing in (None, asked.action) else None
    act = made["x"] if made else ""
    thing = object_of(predicate(act)) if act else None
    return thing if thing and thing != act and not VAGUE.fullmatch(thing) else None


def spoken_of(asked: Asked) -> str | None:
    """What the clause opens with, else what a clause in front is about, where nobody acts."""
    if asked.agent:
        return None
    unsaid = asked.thing in (None, asked.action) and not asked.around.clause.topic
    return opens_with(asked) or (_spoken_of(asked.around.earlier) if unsaid else None)


def counted_ones(asked: Asked) -> str | None:
    """`2所大学进入世界前200名`, `3个品牌入选产品目录`: so many of whom come to it, in front of the verb."""
    comes = _COMES_INTO.fullmatch(asked.thing or "")
    return comes["x"] if comes else None


def its_object(asked: Asked) -> str | None:
    """`3月底前报送工作总结`: the act's own object, where nobody acts and the item is about nobody."""
    own = asked.thing != asked.action and (asked.due_by_itself or not asked.around.context.carried.persons)
    return asked.thing if own and not asked.agent else None


def carried_on(asked: Asked) -> str | None:
    """Where nobody acts: of whom a sentence in front spoke, what the item's heading names, the case in front."""
    if asked.agent or asked.due_by_itself:
        return None
    kind, context = asked.around.mention.kind, asked.around.context
    named = context.topic.heading
    whom = PERSON_END.match(mask(named or ""))
    heading = named if kind not in ("deadline", "threshold") or (whom and kind == "deadline") else None
    case = case_in_front(asked.around) if asked.thing in (None, asked.action) else None
    carried = context.carried.subject if kind != "frequency" or context.carried.persons else None
    return carried or heading or case


def only_its_act(asked: Asked) -> str | None:
    """Where nobody acts and nothing is spoken of: the act by its name, unless that only says what is done."""
    if asked.agent:
        return None
    thing, action = asked.thing, asked.action
    if asked.around.mention.kind == "frequency" and thing == action and _BARE_ACT.fullmatch(thing or ""):
        return None
    itself = None if _TELLS_ALONE.fullmatch(action or "") else action
    return thing or starts_the_clock(asked) or asked.around.context.topic.heading or itself


def who_comes_to_it(asked: Asked) -> str | None:
    """`所有学校达到办学标准`: what is reached or become is said of those who reach it."""
    reached = asked.agent and _STATE_OF.match(asked.action or "")
    return "、".join(asked.agent or ()) if reached else None


def case_of_the_paper(asked: Asked) -> str | None:
    """`企业停产的，5日内作出审批决定`: what is asked for, decided or only named as an act is done for the case.

    With no case in front, a bare request is of the one who asks, and an act that has only its own name stays open.
    """
    thing = asked.thing or ""
    if not asked.agent:
        return None
    if (PAPER_ALONE.fullmatch(thing) or _DECISION.fullmatch(thing)) and (case := case_in_front(asked.around)):
        return case
    if _BARE_REQUEST.fullmatch(thing):
        return "、".join(asked.agent)
    if thing != asked.action and _ACT_ALONE.fullmatch(thing):
        return case_in_front(asked.around) or STAYS_OPEN
    return None


def what_is_handled(asked: Asked) -> str | None:
    """`经办机构应在10日内拨付补贴资金`: what the one who acts handles, where that names something."""
    thing = asked.thing
    told = is_recipient(thing or "") and TELLS.match(asked.action or "")
    named = thing and thing != asked.action and names_one(thing) and not (told or VAGUE.fullmatch(thing))
    return thing if named and asked.agent else None


def kept_up(asked: Asked) -> str | None:
    """`各村要建立台账，每月更新1次`: what was made or handled in front, where the act has no object of its own."""
    often = asked.around.mention.kind == "frequency"
    same = _KEEPS_UP.fullmatch(asked.action or "") if often else _says_no_object(asked)
    return _handled_before(asked) if same else None


def who_is_ruled(asked: Asked) -> str | None:
    """Somebody acts, and nothing says to what: the act where it is told at length, what is counted, else who acts."""
    kind, thing, context = asked.around.mention.kind, asked.thing, asked.around.context
    if kind == "deadline":
        done = asked.action if asked.action and len(asked.action) >= 6 and not ACT.match(asked.action) else None
        return done or _who_is_ruled(asked)
    if kind == "duration" and thing == asked.action and (told := context.carried.subject or context.topic.heading):
        return told
    own = kind == "threshold" or (kind == "duration" and (thing != asked.action or nounlike(mask(thing or ""))))
    counted = thing if own and not VAGUE.fullmatch(thing or "") else None
    return counted or _who_is_ruled(asked)


def _says_no_object(asked: Asked) -> bool:
    """Whether what is done names nothing that it is done to (办理完毕, 拨付到位)."""
    return _OF_WHAT_WAS_SAID.fullmatch(asked.action or "") is not None


LEFT_OPEN: tuple[Step[Asked], ...] = (
    step(extended_term, "deadline"),
    step(lasts_for_what_was_said, "duration"),
    step(runs_out, "deadline"),
    step(done_to_what_was_said, "deadline", "frequency"),
    step(made_in_front, "deadline", "frequency"),
    step(spoken_of),
    step(its_object, "deadline", "frequency"),
    step(carried_on),
    step(only_its_act),
    step(who_comes_to_it),
    step(case_of_the_paper, "deadline"),
    step(what_is_handled),
    step(kept_up, "deadline", "duration", "frequency"),
    step(who_is_ruled),
)
"""Asked in this order where no words around a value name whom or what it governs."""


_ACT_ALONE: Final = re.compile(
    f"[^，。；的]{{0,4}}(?:{ACT_NOUN}|评议|复查|核实|决定|响应|查勘|签注|结算|放款|出动|重报|退税|申报|申请|验收|复审|受理)"
)
"""`经办机构应在10日内作出审核决定`: to what an act is done that has only its own name stays open."""


def _who_is_ruled(asked: Asked) -> str | None:
    """`企业每月自查一次` rules for the one who acts; an office that only carries out a rule is not whom it is for.

    What is spoken of in front comes before both (`故障电梯应在2小时内到场，48小时内修复`).
    """
    kind, names = asked.around.mention.kind, asked.agent or ()
    office = any(OFFICE_END.match(mask(name)) for name in names)
    things = (clause for clause in asked.around.earlier if clause.role == "thing")
    if (kind != "frequency" or office) and (about := _spoken_of(things)):
        return about
    if kind != "threshold" and office:
        return asked.action if asked.action and len(asked.action) >= 6 else None
    return "、".join(names)


def _spoken_of(clauses: Iterable[Clause]) -> str | None:
    """`博物馆每年开放300天，每周不少于48小时`: the topic of the nearest clause in front that names no measure."""
    topics = (clause.words(clause.topic) or "" for clause in clauses if not clause.tells_a_case)
    return next((words for words in topics if words and not _MEASURE.search(words)), None)


_MEASURE: Final = re.compile("(?:时间|时限|期限|面积|[宽高深长厚]度|比例|标准|额度|人数|数量|金额|次数)$")
"""`检测时间为3月至5月，…`: what is measured of a thing is not what the next clause is about."""


_TELLS_ALONE: Final = re.compile(
    "(?:主动|如实|电话|书面)*向[^，。；]{2,24}(?:报告|报备|汇报|反映|反馈|说明|咨询|提交|移交|报送|[推报]送)"
)
"""`第一时间向班主任报告`: to whom something is told says nothing of whom it is about."""
_COMES_INTO: Final = re.compile(
    f"(?!{VERB}|{PLAIN_VERB})(?P<x>[^，。；的]{{2,}}?)(?:进入|入选|跻身|纳入|列入|获评|完成|达到|"
    "(?<!所)在[^，。；]+(?=就读|就业))[^，。；的]*(?<![率比额量数])"
)
_TERM_EXTENDED: Final = re.compile(
    r"(?:20\d\d年)?(?:\d{1,2}月份?的?)?(?P<term>[^，。；\d]{2,20}?(?:期限|时间|日期))(?:(?:由|从)[^，。；]{2,16})?"
    r"(?:延长|顺延|推迟|延后|延期)[至到]?$"
)
"""`纳税申报期限延长至3月23日`: the time that is extended."""
_OF_WHAT_WAS_SAID: Final = re.compile(
    f"(?:{COMES_TO})|向[^，。；]{{2,20}}?(?:精准|主动|及时|统一)?(?:推送|提交|移交|报送)|(?:全部|全面|及时|足额|等额|一次性|组织)*(?:办理|拨付|落实|完成|办结|发放|支付|兑付|兑现|整改|"
    f"即[\u4e00-\u9fff]即[\u4e00-\u9fff]|补足|补齐|退还|归还|清算|上缴|报送|上报|配备|安装|建成|保存|留存|存档|[初复终]审|响应|接通|审[核查批]|复核|"
    f"核[查实验]|"
    f"评审|验收|批复|答复|回复|处置|出具|作出|反馈|比对|"
    "公示|公告|公开|公布|发布)+(?:到位|完毕|完成)?"
)


_AND_THEN: Final = re.compile(
    "(?P<x>[^，。；]{4,}?)(?<!合)并(?:做好|进行|开展|实施|坚持|实行|落实|确保|定期|及时|[于在])*"
)
_KEEPS_UP: Final = re.compile("(?:动态|及时|集中|定期)?(?:更新|维护|修订|核对|盘点|公布|公示|调整|校准|检修)")
"""`各村要建立台账，每月更新1次`: what was made is kept up."""
_BARE_REQUEST: Final = re.compile("(?:书面)?申请书?")
"""`车主应当在60日内提出申请`: what for is left open, and only who asks is told."""
_RUNS_OUT: Final = re.compile(
    "(?:^|[在于须当应])(?P<x>[^，。；在于须当应]{2,20}?)(?:有效期限?|期限)(?:届满|期满|到期)前?$"
)
"""`使用单位应在检验有效期届满1个月前提出申请`: what runs out is what is asked for anew."""
_RENEWED: Final = re.compile("(?:延续|延期|续期|换[证发]|变更|复[审核])?申请|换[发证领]|延续|续[期展签]")
_TERM_ENDS: Final = re.compile("^(?:在|于|应当?)?(?:有效期限?)?(?:届满|期满|到期)")
_TERM_OF_IT: Final = re.compile(r"^(?P<x>(?!本|该)[^，。；、\d]{2,20}?)的?(?:有效期限?)")


def _runs_out(around: Surroundings, action: str) -> str | None:
    """`许可证有效期5年，有效期届满前30日内申请延续`: what runs out, by its name here or in front, is asked for anew."""
    if not _RENEWED.search(action):
        return None
    if named := _RUNS_OUT.search(around.head):
        return named["x"]
    fronts = around.earlier if _TERM_ENDS.match(around.head) else ()
    return next((term["x"] for clause in fronts if (term := _TERM_OF_IT.match(clause.text))), None)


_DECISION: Final = re.compile("[^，。；]{0,10}(?:决定|结论|答复|意见)")
"""`企业停产的，5日内作出审批决定`: what is decided is the case."""
_ACTS_ALONE: Final = re.compile(f"(?>(?:{PLAIN_VERB}|{VERB}|[、并和及])+)")
"""`建立评价体系，逐年开展|评估并更新完善`: acts in a row without what they are done to."""
_RHYTHM: Final = re.compile("[日周旬月季年]?度?(?:调度|督[办导查]|通报|研判|会商)")
"""`聚焦重点项目，实行月调度、季督办`: a rhythm of work on what was spoken of."""
_BARE_ACT: Final = re.compile(
    "[日周旬月季年]?度?[^，。；的]{0,2}"
    f"(?>(?:{PLAIN_VERB}|{VERB}|调度|督办|通[报知]|研判|会商|统计|监测|预警|考核|例会|盘点|报)+)[^，。；的]{{0,2}}"
)
"""`落实日监测、月统计、季通报制度`: the name of what is done does not say to what."""
_GOES_INTO: Final = re.compile("列入|纳入|计入")
"""`按每天40元计取，列入造价，15日内拨付`: into what something goes is not what is paid."""


_BY_MEANS: Final = re.compile(
    "(?:根据|依据|按照|采[用取]|通过|依托|利用|运用)[^，。；]*(?:需[求要]|情况|方式|形式|手段|机制|平台|系统)$"
)
"""`采用抽查等方式，实行月通报`: on which ground or by which means is not what is handled."""
_DATED: Final = re.compile(r"[于在]?(?:每[月年季周]|\d{1,2}月|20\d\d年)")
"""`于每月5日前提取数据，7日内完成比对`: by when stands in front of the act."""


def _handled_before(asked: Asked) -> str | None:
    """`足额安排配套资金，应于9月底前拨付到位`, `办理报装业务在2日内办结`: an act without an object is done to what is
    handled in front of it."""
    around, own = asked.around, asked.around.clause
    fronts = (c for c in around.earlier[:2] if not (_GOES_INTO.match(c.text) or _BY_MEANS.match(c.text)))
    said = [clause.text[clause.body :] for clause in fronts][:1]
    if own.topic and not own.trigger:
        said.insert(0, own.text[own.topic[1] : around.at].rstrip("在于"))
    things = [object_of(predicate(text)) for text in said if ACT.match(text) or _DATED.match(text)]
    if things and things[0] and _COMES_TO.fullmatch(asked.action or ""):
        things[0] = _WORK_ON.sub("", things[0])
    before = next((clause for clause in around.earlier if not _GOES_INTO.match(clause.text)), own)
    things.insert(0, before.words(before.topic) if before.role == "thing" and before is not own else None)
    built = _COMES_TO.fullmatch(asked.action or "") is not None
    named = (thing for thing in things if thing and not (built and _NEVER_BUILT.search(thing)))
    return next((thing for thing in named if not VAGUE.fullmatch(thing)), None)


_COMES_TO: Final = re.compile(COMES_TO)
_NEVER_BUILT: Final = re.compile("(?:[金款费税证表函]|资料|材料|报告|方案|合同|协议|手续|申请)$")
"""`缴纳履约保证金，3个月内开工建设`: it is no payment or paper that is built."""
_WORK_ON: Final = re.compile(
    "(?<=.{3})(?:(?:前期|审批|核准|规划|施工|筹建)*工作|(?<=项目|工程|平台|中心)(?:建设|实施|施工|进度))$"
)
"""`加快跨江大桥工程前期工作，力争年内开工`: not the work on it comes to a start."""
