"""职责：点名的单位或角色必须做、不得做的事，而句中没有任何数值规定（各级医疗机构要严格落实预检分诊制）。"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from extract.document_words import is_title
from extract.grammar.bodies import PASSIVE
from extract.grammar.clause_words import ACT, HAS_MODAL, MODAL
from extract.grammar.clauses import Clause, Span, parse, past_its_time, sign_of_an_agent
from extract.grammar.masking import mask
from extract.grammar.nouns import nounlike, split_units
from extract.mentions import Mention
from extract.modality import modality, says_must
from extract.parties.obliged import OBLIGES, SUFFERED, answers, asked_from, by_case, obliged
from extract.records import Modality
from extract.sentences import Sentence
from ingest import patterns as re


@dataclass(frozen=True, slots=True)
class Duty:
    """One unit's obligation: `start:end` of the sentence, who, what, and its force."""

    start: int
    end: int
    responsible: tuple[str, ...]
    action: str
    force: Modality = "must"


_PREFACE = re.compile(
    r"^(?:紧密|紧紧|充分|密切|始终|依法依规|依法)?(?:按照|根据|依据|结合|坚持|立足|围绕|聚焦|本着|牢固树立|充分认识|"
    r"高度重视|"
    r"深刻认识|深刻汲取|充分发挥|针对|增强|提高(?:政治站位|认识|思想)|统一思想|克服|"
    r"加强(?:组织领导|领导|统筹|组织动员)|切实提高|举一反三|绷紧[^，。；]*弦$|(?:强化|提高|提升|"
    r"增强)[^，。；]{0,20}(?:意识|认识|站位|责任感|紧迫感)$|对标|锚定|着眼|"
    r"(?:深入)?(?:学习)?贯彻(?:落实)?(?=.*(?:《|精神|指示|部署|思想|方针))|"
    r"在(?=[^，。；]*(?:[上下中内里前后时]|期间|方面|过程|领域|地区|区域|场所|部位|环节|阶段|窗口|网站)$)|"
    r"(?:会同|联合)[^，。；]*(?:部门|单位|[局委办厅部]|机构|企业|政府)$)"
)
_SLOGAN = re.compile(
    r"(?:不断|进一步|切实)*(?:(?:强化|完善|健全|落实|压实|细化|明确|加强|统一|提高|坚定|增强|凝聚|形成)?"
    r"(?:措施|机制|责任|思想|认识|信心|组织|领导|担当|作风|共识|合力|任务|分工)(?:、|$)){2,}"
)
"""`统一思想、提高认识、坚定信心`: what every notice asks for, in front of what this one does."""
_PUSHED = re.compile(
    r"(?:并|且|同时|和|或者?)*(?:督促|建议|通报|通知|责令|委托|指导|引导|推动|支持|要求|鼓励|确保|组织)"
)
"""What the unit before makes others do is its own duty (督促企业认真履行…)."""
_ENCOURAGED = re.compile(
    r"(?:国家|[本全][省市县区])?(?:并|要|和|、|积极|大力|进一步|依法|优先)*(?:鼓励|支持|倡导|提倡|引导|允许|推荐|"
    r"吸引|推动|帮助)"
)
"""`鼓励企业加大投入` obliges nobody to do it."""
_SAYS = re.compile(
    r"由[^，。；]{2,80}(?:组成|改建|改制|改组|转制)(?:设立|而成)?|是指|系指|指的是|[，,]适用本|"
    r"为准$|除外[。；]?$|有以下|如下[：:]?$|(?:内容|任务|重点|措施|要求|目标)(?:为|是|有|包括)[：:]$"
)
_OPENS_SAYING = re.compile(r"本[^，]{2,8}适用于|[^，]{0,40}[，,]?包括(?!但不限于)|(?!.*[应须要由]).*属于")


def _says(text: str) -> bool:
    """Whether a sentence defines, delimits or announces a list, and asks nothing of anyone."""
    return bool(_SAYS.search(text) or _OPENS_SAYING.match(text) or is_title(text))


def find(sentence: Sentence, mentions: Sequence[Mention], *, assigned: bool = False) -> Iterator[Duty]:
    """The duties of a sentence, one for each acting unit whose stretch of it holds no value; a permission is none.

    Where a closing bracket assigns the item, those who are only to be encouraged or guided (鼓励商店…) do not act.
    """
    stretches = list(_stretches(sentence, assigned))
    if not stretches or _is_only_case(sentence.masked) or _says(sentence.masked):
        return
    begun: dict[tuple[str, ...], int] = {}
    """Where the last stretch of each unit began."""
    for number, (start, end, names) in enumerate(stretches):
        before, begun[names] = begun.get(names, -1), start
        low = _reach(sentence, start, stretches[number - 1][1] if number else 0)
        end = _without_value(sentence, low, end, mentions)
        if end <= start or before >= low:
            continue
        act = None if _is_noun(sentence.masked[start:end]) else _act(sentence, start, end)
        if act and not _RELIEF.match(act.words) and (force := modality(_force(sentence, act, start))) != "may":
            yield Duty(start, end, names, act.words, force)


def _is_only_case(text: str) -> bool:
    """An item of a list of cases (由他人代替考试的；), which asks nothing of those that it names."""
    if not text.rstrip("；;。").endswith("的"):
        return False
    return all(modal[0].startswith(("负责", "均", "都", "需要")) for modal in HAS_MODAL.finditer(text))


def of_item(sentence: Sentence, end: int, units: tuple[str, ...]) -> Duty | None:
    """The duty of the units that a closing bracket or line assigns to an item without values (…（市教育局牵头）)."""
    act = _act(sentence, 0, len(sentence.text), naming=False)
    if not act or _says(sentence.masked) or not _says_what_to_do(sentence):
        return None
    if (force := modality(_force(sentence, act, 0))) == "may":
        return None
    return Duty(0, end - sentence.start, units, act.words, force)


def _says_what_to_do(sentence: Sentence) -> bool:
    """Whether a sentence holds a predicate; a mere noun (省委对营商环境工作的重要文件) asks for nothing."""
    clauses = [sentence.masked[start:end] for start, end in sentence.clauses]
    return len(clauses) > 1 or any(ACT.match(clause) or ACT.search(clause.rpartition("的")[2]) for clause in clauses)


def _reach(sentence: Sentence, start: int, previous: int) -> int:
    """Where the stretch of a unit really begins: a date in front of it belongs to it (2023年3月底前，各地…)."""
    return max(previous, _segment(sentence, start))


def _segment(sentence: Sentence, at: int) -> int:
    """Where the semicolon's part of the sentence begins that `at` stands in; 0 past the last one."""
    return sentence.segment(at)[0]


def _segment_end(sentence: Sentence, at: int) -> int:
    return next((b for a, b in sentence.segments if a <= at <= b), len(sentence.text))


def _without_value(sentence: Sentence, start: int, end: int, mentions: Sequence[Mention]) -> int:
    """`由甲局责令改正；对个人，处以1万元以下罚款`: where the part of a stretch ends that holds no value; 0 for none."""
    first = min((mention.start for mention in mentions if start <= mention.start < end), default=end)
    return end if first == end else _segment(sentence, first) if _segment(sentence, first) > start else 0


def _stretches(sentence: Sentence, assigned: bool) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """(start, end, units) from each clause with an acting unit to the next one with another.

    A clause that holds nothing but names goes with the next one's (各县（市）、区，各部门要…).
    """
    found: list[tuple[int, tuple[str, ...]]] = []
    ends: dict[int, int] = {}
    listed = False
    text = sentence.text
    obliges = OBLIGES.search(text) is not None
    sign = sign_of_an_agent(text, 0)
    for start, end in sentence.clauses if obliges or sign < len(text) else ():
        if sign < start:
            sign = sign_of_an_agent(text, start)
        told = obliges and (OBLIGES.search(text, start + 2, end) or answers(text, end))
        if not told and sign >= end:
            continue
        if _ENCOURAGED.match(text, start, end):
            continue
        if (found or assigned) and _PUSHED.match(text, start, end):
            continue
        clause = parse(text[start:end])
        if not (words := clause.words(_who(sentence, clause, end, told=bool(told)))):
            continue
        if found and clause.governable and not clause.by:
            continue
        under = _UNDER.match(clause.text, clause.text.find(words) + len(words))
        names = split_units(under["office"] if under else words)
        if listed:
            start, before = found.pop()
            names = (*before, *names)
        listed = _only_names(clause)
        if not found or found[-1][1] != names or found[-1][0] < _segment(sentence, start):
            found.append((start, names))
            ends[start] = _segment_end(sentence, start) if clause.by else len(sentence.text)
    for number, (start, names) in enumerate(found):
        stop = found[number + 1][0] if number + 1 < len(found) else len(sentence.text)
        segment = _segment(sentence, stop)
        yield start, min(segment if start < segment else stop, ends[start]), names


_UNDER = re.compile("下设(?P<office>[^，。；]{0,10}办公室)")
"""`领导小组下设办公室，负责日常工作`: the office does what follows."""


def _who(sentence: Sentence, clause: Clause, end: int, *, told: bool) -> Span | None:
    """Who acts: the unit of a clause that says something of it, else whom a word of obligation follows.

    `told` says whether such a word stands where one can be, in the clause or at the head of the next.
    """
    if (agent := clause.agent) and _acts(clause, alone=len(sentence.clauses) == 1):
        if _only_names(clause) and not _is_said_of(sentence, end):
            return None
        return None if _only_supposed(sentence, clause, end) else agent
    return (obliged(clause) or by_case(clause, sentence.text, end)) if told else None


def _is_said_of(sentence: Sentence, end: int) -> bool:
    """Whether the clause behind a mere name goes on from it; an address or a number does not."""
    after = next((sentence.masked[a:b] for a, b in sentence.clauses if a >= end), "")
    return not sentence.masked.startswith(("：", ":"), end + 1 + len(after)) and bool(
        ACT.search(after, 0, 8) or HAS_MODAL.search(after) or parse(after).agent
    )


def _only_names(clause: Clause) -> bool:
    span = clause.by or clause.topic
    return span is not None and span[1] == len(clause.text) and "的" not in clause.text and clause.agent == span


def _only_supposed(sentence: Sentence, clause: Clause, end: int) -> bool:
    """`公用企业开展授权运营的，…`: a case; its unit acts only where the next clause says that it must.

    A case can go on over several clauses (滥用职权，玩忽职守的，…), or be an event (甲部门发布预警后，乙部门…).
    """
    if not clause.by and _AFTER.search(clause.text, max(0, len(clause.text) - 4)):
        after = next((parse(sentence.text[a:b]) for a, b in sentence.clauses if a >= end), None)
        return after is not None and after.agent is not None
    if clause.by or _is_told(clause.text):
        return False
    if clause.conditional:
        return not _GOES_ON.match(sentence.text, end + 1)
    ahead = [(a, b) for a, b in sentence.clauses if a > end and a <= _segment_end(sentence, end)][:_CASE_REACH]
    for a, b in ahead:
        words = sentence.masked[a:b]
        if _is_told(words) or _NEXT_ACT.match(words):
            return False
        if words.endswith("的"):
            return not _GOES_ON.match(sentence.text, b + 1)
    return False


_AFTER = re.compile("(?:之后|以后|[^前背落今先]后|之日起)$")


def _acts(clause: Clause, *, alone: bool) -> bool:
    """Whether something is said of the unit: a predicate behind it, or the next clause goes on from it.

    Staff (一线医务人员) act where a word of obligation follows; else a measure is taken for them.
    """
    agent = clause.agent
    if agent is None or clause.text.startswith(("是", "确保")):
        return False
    behind = clause.text[agent[1] :]
    attribute = "的" in behind
    if alone and attribute and behind.startswith("对") and not ACT.search(behind.rpartition("的")[2]):
        return False
    if not alone and attribute and _TOPIC.search(behind):
        return False
    if clause.governable and not clause.by and "的" in clause.text[: agent[1]]:
        return bool(_OBLIGED.search(behind))
    if clause.text[agent[0]] in "我本" and _FOUND.match(behind):
        return False
    return not (
        ("被" in clause.text and (_SUFFERED.match(behind) or _SUFFERED.search(clause.text[: agent[1]])))
        or _FILLED.match(behind)
        or _NAMED_ONLY.match(behind)
        or _RELIEF.match(behind)
        or _TOLD.match(behind)
        or _OUTCOME.search(behind, 2)
        or (attribute and _OF_TOPIC.match(behind))
        or ("了" in behind and not clause.conditional and _DONE.match(behind))
    )


_OBLIGES = re.compile(
    r"(?:一律|均|都|还|也|同时)?(?:需(?![求方])|应当|应(?![用急届])|要(?![求点素件])|必须|须|不得|严禁)"
)
"""`信托公司销售信托产品，|不得…`: the clause in front only says when."""
_OBLIGED = re.compile("(?:还|也|均|都|则)?(?:应当?|须|需|要)|不得|严禁|禁止|负责|一律")
_CASE_REACH = 4
_CASE_ENDS = re.compile(
    r"的(?:企业|单位|机构|项目|人员|家庭|地区)?$|(?:前提|基础|情况|条件|情形)下$|(?:基础上|的同时)$"
)
_NEXT_ACT = re.compile("由|对(?!外)|将|请")
_GOES_ON = re.compile(rf"(?:{_OBLIGED.pattern})(?!{SUFFERED})|按照?[^，。；]*(?:执行|办理|处理)")
"""What the one does who is in a case (用人单位缴纳保险费的，按新费率执行)."""


def _is_noun(text: str) -> bool:
    """`监管部门检查发现问题的数量`: a noun with its attribute, and nobody told to act."""
    return bool("的" in text and _NOUN.search(text)) and not (text.startswith("由") or _MODAL.search(text))


_MODAL = re.compile(MODAL)
_NOUN = re.compile(
    r"的[^，。；的]{0,12}(?:情况|数量|程度|费用|文件|住户|人员|证明|协议|材料|项目|责任|证件|证书|凭证|手续|账户|条件|资格|标准)[，。；]?$"
)
_TOPIC = re.compile(
    r"^(?!.*(?:要|应|须|不得)).*的[^，。；的]{0,8}(?:公文|文件|会议|事项|材料|证照|数据|产品|费用|资金|项目|机构|人员)$"
)
"""`各部门报送国务院审批的公文，由…`: what the sentence is about; who must do something comes behind the comma."""
_OF_TOPIC = re.compile(
    r"[^，。；]*的[^，。；的]{0,8}(?:公文|文件|会议|事项|材料|证照|数据|产品|费用|资金|项目|申请|信息|业务)(?:将|由|"
    r"均|应|须|可|不得|按|经)"
)
"""`甲行办理业务的申请将在…审批`: the unit only describes what the sentence is about."""
_NAMED_ONLY = re.compile(
    r"(?:等)?(?:(?:作出|牵头|制定|制订|拟订|拟定|起草|提出|编制|印发|发布|出台|认定|确定|主办|设立|下发|公布|规定|"
    r"要求|组织)?的|内|外|以外|之间|关于|为[^，。；]{1,24}(?:人|单位|机构|主体|企业|组长|主任|公司|中心|学校|医院|"
    r"局)[。；]?$|为[^，。；]{0,8}(?:成员|主体的$)|[担兼]?任|提醒|[、）)])"
)
"""`市场监管部门牵头的联席会议`: the unit only describes what follows."""
_SUFFERED = re.compile(PASSIVE)
"""`高管人员被监管部门约谈`: told of a unit, and no act of its own; 被检查单位 is a name."""
_FILLED = re.compile(
    "(?:不得|不能|不应|应当?|须|可以?|一般|原则上)*由[^，。；]{2,24}(?:兼任|担任|代任|兼职|任命|聘任|委派|代理|代替)"
)
"""`部门负责人不得由财务人员兼任`: a post that is filled, and no act of who holds it."""
_RELIEF = re.compile(
    r"(?:可)?(?:依法|按规定|继续|优先|均)?(?:享受|免征|免收|免缴|免于|免予|减征|减免|无需|无须|不必|不需要?|不受)"
)
"""What a unit is spared or enjoys is no duty."""
_OUTCOME = re.compile(
    r"(?:进一步|更加|显著|明显|持续|大幅|不断|稳步|全面|基本|得到)"
    r"(?:强化|提升|增强|提高|改善|完善|健全|优化|加强|扩大|下降|降低|减少|形成|好转|遏制|满足|落实|发挥|保障|"
    r"显现)[。；]?$"
)
"""`部门统筹发展的理念进一步强化`: how things shall stand, and no act."""
_FOUND = re.compile("(?:在[^，。；]{2,16}中)?(?:发现|获悉|了解到|注意到|接到)")
"""`我局在检查中发现…`: what the one who writes has found."""
_DONE = re.compile(
    rf"(?!(?:[^，。；了]{{0,24}}?)(?:{MODAL}))[^，。；了]{{0,24}}[\u4e00-\u9fff]{{2}}(?<!为)了(?![解断结却])"
)
"""`药监局组织修订了办法`: told, not ordered."""
_TOLD = re.compile(
    r"(?:目前|现|也|均|都|又|仍|尚)?(?:已|正在|曾|未(?!经))|若|如[果需有遇]|"
    r"适用|(?:均|都|统一)?为[^，。；、]{1,3}[。；]?$|设[在于]|隶属|作出[^，。；]{0,12}(?:指示|批示)|为$|(?:必须|"
    r"应当?|须|要)(?:是(?!否)|具[备有][^，。；]*(?:条件|资格|资质)|符合[^，。；]*条件)|"
    r"(?![^，。；]{0,4}[把将])[^，。；]{2,40}(?:情况|成效|成绩|结果)(?:将|应|要)?(?:纳入|列入|作为)|"
    r"(?:将|应)?(?:(?:划定|认定|评定|判定|划分|列|视)为|纳入|列入)"
)
"""What was done (已经采取…), what is only supposed (若…), and what becomes of the unit (划定为低风险区)."""
_FRONT = re.compile(
    rf"^(?:{MODAL}|负责|牵头|将(?=根据|按|在|对|适时|不?定期|组织|开展|依法|会同)|并|且|严格(?=执行|落实|遵守|控制|"
    rf"按|依|规范|实施|实行|履行|审核|查处)|切实|认真|进一步|积极|共同|统一(?!思想)|具体|还(?=应|须|要|需)|主动|及时|"
    rf"等|都|也|一般(?=应|须|要|不)|尤其|特别(?=[要应须是])"
    r"|(?:结合|立足)(?:本地|当地|地方|自身|工作|各自)*(?:实际|职责|职能)+"
    r"|(?:按照|按|根据|依据)(?:国家|有关|相关)*规定|(?:按照|按|根据|依据|结合)[^，。；]{2,24}?(?:要求|规定|原则|部署|"
    r"统筹安排|职责|分工|需要|实际(?:情况)?|意图|标准|程序))+"
)


_ADJUNCT = re.compile(r"[^，。；的]{2,24}?(?:时|[前后中内]|期间|期满)(?=应|须|必须|不得|不准|要)")
"""`租赁期满|应当…`: when, in front of what is to be done in the same clause."""
_WITH = re.compile("会同|联合|协同|商")
_COMPANY_END = re.compile("部门|单位|[局委办厅部]|机构|企业|政府|公司|中心|银行|[法检医]察?院|海关|协会|学校")
_GROUND = re.compile(
    rf"(?:{MODAL}|并|认真|全面|切实|严格)*(?:(?:按照?|根据|依据|结合|依照|对照|基于|充分利用|利用|依托|通过|针对|"
    rf"(?:充分)?运用|[凭持视])"
    r"[^，。；]*(?:要求|情节|轻重|程度|规划|途径|手段|清单|实际|规定|情况|原则|精神|部署|需要|职责|任务|方案|分工|"
    r"意见|方式|形式|渠道|终端|平台"
    r"|机制|能力|优势|资源|体系|系统|特点|媒介|媒体|技术|工具|载体|措施|方法|模式|活动|网络|结果|条件|文件|证明|材料|"
    r"凭证|手续|证)"
    r"|(?<!可)以[^，。；]*(?:为[^，。；]{2,5}|方式|形式|手段|渠道|平台))"
)
"""A clause that only says on what ground or by which means (以信用信息平台为依托，…; 凭批准文件，…)."""
_AIMS = re.compile(
    "[把将][^，。；]{2,60}(?:作为[^，。；]{2,24}|[摆放]在[^，。；]{2,12})|(?:是|作为)[^，。；]{0,30}(?:责任人|责任主体)"
    "|(?:下设|设在|挂靠)[^，。；]{2,30}"
)
"""`把粮食安全摆在突出位置`, `是第一责任人`: how much it weighs, in front of what is to be done for it."""
_BY_MEASURE = re.compile("按照?|根据|依据|在")
_WHOM = re.compile(
    r"(?:符合|具备|满足|从事|参加|取得|未|已|有|经|因|受)[^，。；]{2,40}的[^，。；的]{0,8}(?:企业|单位|机构|人员|人|"
    r"项目|户|家庭|学生|主体)"
)
"""`符合条件的企业，可按规定…`: who it is for."""
_GROUND_END = re.compile(
    "要求|规定|标准|原则|实际|情况|办法|程序|方案|清单|需要|职责|分工|流程|部署|精神|意见|目录|价格|比例|费率|幅度|"
    "水平|方式|时限|规则|制度"
    "|结果|权限|□"
)
_WITHIN = re.compile("方面|范围内|期间|过程中|基础上|前提下")
_CASE = re.compile(
    r"的$|(?:基础上|前提下|过程中|以后|之后|申请后|后(?<=[^前背落今先]后)|时|期间)$"
    r"|^(?:以及|和|及)?(?:对|就|在)[^，。；]{2,80}(?:的[^，。；的]{1,12}|方面|领域|环节|上|，)$"
)
"""A clause that only says for whom or when (未能休假的，…; 对扩大生产的企业和农户，…)."""


_ALL = re.compile(rf"(?:{MODAL}|统一|具体|全部|分别|将|原则上)+$")


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
    return _past_company(_FRONT.sub("", _past_adjunct(said)))


class Act(NamedTuple):
    """What is to be done: as said behind the unit, and the clause of the sentence that says it."""

    said: str
    start: int
    end: int
    words: str
    """What is to be done, in short."""


def _force(sentence: Sentence, act: Act, start: int) -> str:
    """The words that carry the modality: the clause of the act, and the one that names the unit where it has none."""
    own = sentence.masked[act.start : act.end]
    if says_must(own) or modality(own) != "must":
        return own
    a, b = sentence.clauses[bisect_right(sentence.clauses, start, key=itemgetter(1))]
    return own + sentence.masked[a:b]


def _act(sentence: Sentence, start: int, end: int, *, naming: bool = True) -> Act | None:
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
            elif by_case(clause, sentence.text, b):
                begin = len(text)
            naming = _only_names(clause)
        behind = text[begin:].strip(" 。；，")
        said.append(Act(behind, a, b, _in_short(behind) or handled))
    told = [act for act in _past_case(said) if len(act.words) >= 2]
    for act in told:
        if not _leads_on(sentence, act):
            return act
    return next((act for act in reversed(told) if not _is_case(act.said)), told[-1] if told else None)


def _handled(clause: Clause) -> str:
    """`组织工作统一由活动办公室负责`: what is handled stands in front of who does it."""
    head = clause.text[clause.at : clause.by[0] - 1] if clause.by else ""
    return _ALL.sub("", head)


def _past_case(said: list[Act]) -> list[Act]:
    """What is said behind a case of several clauses (违反规定，擅自开工的，|应当…); all of it where there is none."""
    cases = [at for at, act in enumerate(said) if act.said.endswith("的")]
    told = next((at for at, act in enumerate(said) if _is_told(act.said)), 0) if cases else 0
    return _past_open_phrase(said[max((at for at in cases if at < told), default=-1) + 1 :])


def _stays_open(words: str) -> bool:
    """Whether a clause opens with 对 or 在 and does not close what it opens."""
    if not words.startswith(("对", "在")) or _CASE_ENDS.search(words):
        return False
    whom = parse(words).governed
    return words[0] == "在" or (whom is not None and whom[1] == len(words))


def _past_open_phrase(said: list[Act]) -> list[Act]:
    """`对产业链完整，达到要求的企业，|推动…`, `在不改变面积，不影响安全的前提下，|…`: a phrase that spans clauses."""
    for at, act in enumerate(said[:_CASE_REACH]):
        if not _stays_open(act.words):
            continue
        for end in range(at + 1, min(at + _CASE_REACH, len(said) - 1)):
            if _is_told(said[end].said):
                break
            if _CASE_ENDS.search(said[end].said):
                return said[:at] + said[end + 1 :]
    return said


def _leads_on(sentence: Sentence, act: Act) -> bool:
    """Whether a clause only says on what ground, for whom or when, and the act stands behind it."""
    if act.words.startswith(("和", "及", "、")):
        return True
    spared = _RELIEF.match(sentence.text, act.end + 1) or sentence.text.startswith("有权", act.end + 1)
    if (spared or _OBLIGES.match(sentence.text, act.end + 1)) and not _is_told(act.said):
        return True
    preface = _AIMS.fullmatch(act.words) or (_PREFACE.match(act.words) and not _acts_on_it(act.words))
    return bool(
        preface
        or _SLOGAN.fullmatch(act.words)
        or _GROUND.fullmatch(act.said)
        or _is_case(act.said)
        or (act.words != act.said and _is_case(act.words))
    )


def _is_told(words: str) -> bool:
    """Whether a word of obligation stands in a clause; 需要 can be a verb like any other (认为需要听证的事项)."""
    return _TELLS.search(words) is not None


_TELLS = re.compile(rf"(?!需要){HAS_MODAL.pattern}")


def _is_case(words: str) -> bool:
    """Whether a clause names whom or when, and no act behind it (在规定的范围内|确定)."""
    if words.startswith("对") and (whom := parse(words).governed) and whom[1] == len(words):
        return True
    if not (_CASE.search(words) or ("的" in words and _WHOM.fullmatch(mask(words)))):
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
