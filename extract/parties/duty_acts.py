"""What a duty asks: the first predicate of its stretch that is more than a preface, and with which force.

In front of it stand on what ground, for whom, when and with whom (按照…要求，…；会同市财政局开展…).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache
from operator import itemgetter
from typing import Final, NamedTuple

from extract.grammar.clause_words import ACT, HAS_MODAL, MODAL
from extract.grammar.clauses import Clause, parse, past_its_time
from extract.grammar.masking import mask
from extract.grammar.nouns import nounlike
from extract.modality import modality, says_must
from extract.parties.obliged import asked_from, by_case, charged, obliged, only_names
from extract.sentences import Sentence
from ingest import patterns as re

_PREFACE: Final = re.compile(
    r"^(?:紧密|紧紧|充分|密切|始终|依法依规|依法)?(?:按照|根据|依据|结合|坚持|立足|围绕|聚焦|本着|牢固树立|充分认识|"
    r"高度重视|"
    r"深刻认识|深刻汲取|充分发挥|针对|增强|提高(?:政治站位|认识|思想)|统一思想|克服|"
    r"加强(?:组织领导|领导|统筹|组织动员)|切实提高|举一反三|绷紧[^，。；]*弦$|(?:强化|提高|提升|"
    r"增强)[^，。；]{0,20}(?:意识|认识|站位|责任感|紧迫感)$|对标|锚定|着眼|"
    r"(?:深入)?(?:学习)?贯彻(?:落实)?(?=.*(?:《|精神|指示|部署|思想|方针))|"
    r"(?:主动|积极|靠前|担当)?作为$|对照《[^，。；]*》[^，。；]{0,8}$|面向[^，。；]*(?:需求|需要|人群|市场|领域|"
    r"企业)$|兼顾[^，。；]*$|以[^，。；]{2,30}(?:自觉|态度|决心|作风|精神|"
    r"担当|感|姿态|举措)$|"
    r"(?:一[\u4e00-\u9fff]一策|分类施策|因[\u4e00-\u9fff](?:制宜|施策)|精准施策|统筹兼顾|突出重点|勇于担当|各司其职|"
    r"密切配合|通力协作|加强协作)[、，]?$|"
    r"在(?=[^，。；]*(?:[上下中内里前后时]|期间|方面|过程|领域|地区|区域|场所|部位|环节|阶段|窗口|网站)$)|"
    r"(?:会同|联合)[^，。；]*(?:部门|单位|[局委办厅部]|机构|企业|政府)(?:（[^（）]*）)?$)"
)
_SLOGAN: Final = re.compile(
    r"(?:不断|进一步|切实)*(?:(?:强化|完善|健全|落实|压实|细化|明确|加强|统一|提高|坚定|增强|凝聚|形成|勇于)?"
    r"(?:措施|机制|责任(?:意识)?|思想|认识|信心|组织|领导|担当(?:作为)?|作风|共识|合力|任务|分工)(?:、|$)){2,}"
)
"""`统一思想、提高认识、坚定信心`: what every notice asks for, in front of what this one does."""
_OBLIGES: Final = re.compile(
    r"(?:一律|均|都|还|也|同时)?(?:需(?![求方])|应当|应(?![用急届])|要(?![求点素件])|必须|须|不得|严禁)"
)
"""`信托公司销售信托产品，|不得…`: the clause in front only says when."""
CASE_REACH: Final = 4
_CASE_ENDS: Final = re.compile(
    r"的(?:企业|单位|机构|项目|人员|家庭|地区)?$|(?:前提|基础|情况|条件|情形)下$|(?:基础上|的同时)$"
)
RELIEF: Final = re.compile(
    r"(?:可)?(?:在[^，。；、]{2,12}(?=享受))?(?:依法|按规定|继续|优先|均)?(?:享受|免费(?:获赠|获得|领取|享受|使用)|免征|免收|免缴|免于|免予|减征|减免|"
    r"无需|无须|不必|不需要?|不受)"
)
"""What a unit is spared or enjoys is no duty."""

_ACTS_FREELY: Final = re.compile(
    "(?:^|(?<=[，。；：]))由|(?:依法|独立|自主|自行)*(?:依照[^，。；]{2,8}|依法|独立|自主|自行)"
    "(?:行使|开展|履行|审判|审理|决定|办理|执法)"
)
"""`由企业自行公示，无需申请`, `独立行使审计监督权，不受干涉`: what is done, in front of what the unit is spared."""
_FRONT: Final = re.compile(
    rf"^(?>(?:{MODAL}|负责|牵头|将(?=根据|按|在|对|适时|不?定期|组织|开展|依法|会同)|并|且|严格(?=执行|落实|遵守|控制|"
    rf"按|依|规范|实施|实行|履行|审核|查处)|切实|认真|进一步|积极|共同|统一(?={ACT.pattern}|通过|向)|具体|还(?=应|须|要|需)|主动|及时|"
    rf"等|都|也|一般(?=应|须|要|不)|尤其|特别(?=[要应须是])"
    r"|(?:结合|立足)(?:本地|当地|地方|自身|工作|各自)*(?:实际|职责|职能)+"
    r"|(?:按照|按|根据|依据)(?:国家|有关|相关)*规定|(?:按照|按|根据|依据|结合)[^，。；]{2,48}?(?:要求|规定|原则|部署|"
    r"统筹安排|职责|分工|需要|实际(?:情况)?|意图|标准|程序)(?!的|》|、|正当|公平|公正|合法|方法|步骤))+)"
)


_ADJUNCT: Final = re.compile(r"[^，。；的]{2,24}?(?:时|[前后中内]|期间|期满)(?=应|须|必须|不得|不准|要)")
"""`租赁期满|应当…`: when, in front of what is to be done in the same clause."""
_WITH: Final = re.compile("会同|联合|协同|商")
_COMPANY_END: Final = re.compile("部门|单位|[局委办厅部]|机构|企业|政府|公司|中心|银行|[法检医]察?院|海关|协会|学校")
_GROUND: Final = re.compile(
    rf"(?>(?:{MODAL}|并|认真|全面|切实|严格)*)(?:(?:按照?|根据|依据|结合|依照|对照|基于|充分利用|利用|依托|通过|针对|"
    rf"(?:充分)?运用|[凭持视])"
    r"[^，。；]*(?:要求|情节|轻重|程度|规划|途径|手段|清单|实际|规定|情况|原则|精神|部署|需要|职责|任务|方案|分工|"
    r"意见|方式|形式|渠道|终端|平台"
    r"|机制|能力|优势|资源|体系|系统|特点|媒介|媒体|技术|工具|载体|措施|方法|模式|活动|网络|结果|条件|文件|证明|材料|"
    r"凭证|手续|证)"
    r"|(?<!可)以[^，。；]*(?:为[^，。；]{2,5}|方式|形式|手段|渠道|平台|工作法|态度|作风|姿态|决心|力度|精神)"
    r"|从[^，。；]*(?:出发|着手|入手)|依(?!法)[^，。；]*申请)"
)
"""A clause that only says on what ground or by which means (以信用信息平台为依托，…; 凭批准文件，…)."""
_LEANS_ON: Final = re.compile(rf"(?:{MODAL})?(?:依托|立足|紧扣)")
_LEANS_AND_ACTS: Final = re.compile(rf"(?<=.{{4}})(?:{ACT.pattern}|开设|制发|编制|建设和)")
"""`依托省级政务驿站，在线获取数据`: on what it leans; `依托网站开设专栏` says in the same clause what is done."""
_AIMS: Final = re.compile(
    "[把将][^，。；]{2,60}(?:作为[^，。；]{2,24}|[摆放]在[^，。；]{2,12})|(?:是|作为)[^，。；]{0,30}(?:责任人|责任主体)"
    "|(?:下设|设在|挂靠)[^，。；]{2,30}"
)
"""`把粮食安全摆在突出位置`, `是第一责任人`: how much it weighs, in front of what is to be done for it."""
_BY_MEASURE: Final = re.compile("按照?|根据|依据|在")
_WHOM: Final = re.compile(
    r"(?:符合|具备|满足|从事|参加|取得|未|已|有|经|因|受)[^，。；]{2,40}的[^，。；的]{0,8}(?:企业|单位|机构|人员|人|"
    r"项目|户|家庭|学生|主体|[员者])"
)
"""`符合条件的企业，可按规定…`, `为符合条件的驾驶员，发放…`: who it is for."""
_GROUND_END: Final = re.compile(
    "要求|规定|标准|原则|实际|情况|办法|程序|方案|清单|需要|职责|分工|流程|部署|精神|意见|目录|价格|比例|费率|幅度|"
    "水平|方式|时限|规则|制度"
    "|结果|权限|□"
)
_WITHIN: Final = re.compile("方面|范围内|期间|过程中|基础上|前提下")
_CASE: Final = re.compile(
    r"的$|(?:基础上|前提下|过程中|以后|之后|申请后|后(?<=[^前背落今先]后)|时|期间)$"
    r"|^(?:以及|和|及)?(?:对|就|在|从)[^，。；]{2,80}(?:的[^，。；的]{1,30}|方面|领域|环节|上|，)$"
)
"""A clause that only says for whom or when (未能休假的，…; 对扩大生产的企业和农户，…)."""


_ALL: Final = re.compile(rf"(?>(?:{MODAL}|统一|具体|全部|分别|将)+)$")


def _past_adjunct(words: str) -> str:
    found = _ADJUNCT.match(words) if HAS_MODAL.search(words, 3) else None
    return words[found.end() :] if found else words


def _past_company(words: str) -> str:
    """`会同市财政局开展…`: what is done, past those with whom it is done."""
    if not (begin := _WITH.match(words)):
        return words
    ends = (company.end() for company in _COMPANY_END.finditer(words, begin.end() + 2, begin.end() + 42))
    return words[next((end for end in ends if words.startswith(("对", "向", "就"), end) or ACT.match(words, end)), 0) :]


@lru_cache(maxsize=1024)
def _in_short(said: str) -> str:
    """What is to be done without how, when and with whom."""
    short = _past_company(_FRONT.sub("", _past_adjunct(said)))
    cut_in_two = short.startswith(("、", "的")) and not said.startswith(("牵头", "负责"))
    return _MODALS.sub("", said) if cut_in_two else short


_MODALS: Final = re.compile(rf"^(?>(?:{MODAL})*)")


class Act(NamedTuple):
    """What is to be done: as said behind the unit, and the clause of the sentence that says it."""

    said: str
    start: int
    end: int
    words: str
    """What is to be done, in short."""


def force_of(sentence: Sentence, act: Act, start: int) -> str:
    """The words that carry the modality: the clause of the act, and the one that names the unit where it has none."""
    own = sentence.masked[act.start : act.end]
    if says_must(own) or modality(own) != "must":
        return own
    a, b = sentence.clauses[bisect_right(sentence.clauses, start, key=itemgetter(1))]
    return own + sentence.masked[a:b]


def act_of(sentence: Sentence, start: int, end: int, *, naming: bool = True) -> Act | None:
    """The first predicate of the stretch that is more than a preface (按照…, 高度重视…)."""
    said: list[Act] = []
    first, last = (bisect_left(sentence.clauses, at, key=itemgetter(0)) for at in (start, end))
    for a, b in sentence.clauses[first:last]:
        text = sentence.text[a:b]
        begin, handled = past_its_time(text), ""
        if naming:
            clause = parse(text)
            if who := clause.agent or obliged(clause):
                begin = who[1] if who == clause.agent else asked_from(clause, who)
                handled = _handled(clause) if who == clause.by else ""
            elif by_case(clause, sentence.text, b) or charged(sentence.text, clause, b):
                begin = len(text)
            naming = only_names(clause)
        behind = text[begin:].strip(" 。；，")
        said.append(Act(behind, a, b, _in_short(behind) or handled))
    told = [act for act in _past_case(said) if len(act.words) >= 2]
    for act in told:
        if not _leads_on(sentence, act):
            return act
    whole = (act for act in reversed(told) if not _is_case(act.said))
    return next(whole, told[-1] if told and not told[-1].said.endswith("的") else None)


def _handled(clause: Clause) -> str:
    """`组织工作统一由活动办公室负责`: what is handled stands in front of who does it."""
    head = clause.text[clause.at : clause.by[0] - 1] if clause.by else ""
    return _ALL.sub("", head)


def _past_case(said: list[Act]) -> list[Act]:
    """What is said behind a case of several clauses (违反规定，擅自开工的，|应当…); all of it where there is none."""
    cases = [at for at, act in enumerate(said) if act.said.endswith("的")]
    told = next((at for at, act in enumerate(said) if is_told(act.said)), 0) if cases else 0
    return _past_open_phrase(said[max((at for at in cases if at < told), default=-1) + 1 :])


def _stays_open(words: str) -> bool:
    """Whether a clause opens with 对 or 在 and does not close what it opens."""
    if not words.startswith(("对", "在")) or _CASE_ENDS.search(words):
        return False
    whom = parse(words).governed
    return words[0] == "在" or (whom is not None and whom[1] == len(words))


def _past_open_phrase(said: list[Act]) -> list[Act]:
    """`对产业链完整，达到要求的企业，|推动…`, `在不改变面积，不影响安全的前提下，|…`: a phrase that spans clauses."""
    for at, act in enumerate(said[:CASE_REACH]):
        if not _stays_open(act.words):
            continue
        for end in range(at + 1, min(at + CASE_REACH, len(said) - 1)):
            if is_told(said[end].said):
                break
            if _CASE_ENDS.search(said[end].said):
                return said[:at] + said[end + 1 :]
    return said


def _leads_on(sentence: Sentence, act: Act) -> bool:
    """Whether a clause only says on what ground, for whom or when, and the act stands behind it."""
    if act.words.startswith(("和", "及", "以及", "、")):
        return True
    relief = RELIEF.match(sentence.text, act.end + 1)
    spared = (relief and not _ACTS_FREELY.search(sentence.masked, act.start, act.end)) or sentence.text.startswith(
        "有权", act.end + 1
    )
    if (spared or _OBLIGES.match(sentence.text, act.end + 1)) and not is_told(act.said):
        return True
    preface = _AIMS.fullmatch(act.words) or (_PREFACE.match(act.words) and not _acts_on_it(act.words))
    return bool(
        preface
        or _SLOGAN.fullmatch(act.words)
        or _GROUND.fullmatch(act.said)
        or (_LEANS_ON.match(act.said) and not _LEANS_AND_ACTS.search(mask(act.said)))
        or _is_case(act.said)
        or (act.words != act.said and _is_case(act.words))
    )


def is_told(words: str) -> bool:
    """Whether a word of obligation stands in a clause; 需要 can be a verb like any other (认为需要听证的事项)."""
    return _TELLS.search(words) is not None


_TELLS: Final = re.compile(rf"(?!需要){HAS_MODAL.pattern}")


def _is_case(words: str) -> bool:
    """Whether a clause names whom or when, and no act behind it (在规定的范围内|确定)."""
    if words.startswith("对") and (whom := parse(words).governed) and whom[1] == len(words):
        return True
    if not (_CASE.search(words) or ("的" in words and _WHOM.fullmatch(mask(words.removeprefix("为"))))):
        return False
    attribute, _, noun = mask(words).rpartition("的")
    return not (attribute.startswith(("在", "对", "就")) and ACT.search(noun) and not nounlike(noun))


def _acts_on_it(words: str) -> bool:
    """`按照市场价格|缴纳租金`: the act stands behind its ground in one clause, which then ends on no ground."""
    by = _BY_MEASURE.match(words)
    if by is None or _GROUND.fullmatch(words):
        return False
    covered = mask(words)
    last = _WITHIN if by[0] == "在" else _GROUND_END
    return any(ACT.match(covered, ground.end()) for ground in last.finditer(covered, by.end()))
