"""职责：点名的单位或角色必须做、不得做的事，而句中没有任何数值规定（各级医疗机构要严格落实预检分诊制）。"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from extract.document_words import is_title
from extract.grammar.bodies import PASSIVE
from extract.grammar.clause_words import ACT, HAS_MODAL, MODAL
from extract.grammar.clauses import Clause, parse, sign_of_an_agent
from extract.grammar.nouns import split_units
from extract.grammar.topics import Span, opens_with_a_verb
from extract.mentions import Mention
from extract.modality import modality
from extract.parties.duty_acts import CASE_REACH, RELIEF, act_of, force_of, is_told
from extract.parties.obliged import OBLIGES, SUFFERED, answers, by_case, charged, obliged, only_names
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


_PUSHED: Final = re.compile(
    r"(?:并|且|同时|和|或者?)*(?:督促|建议|通报|通知|责令|委托|指导|引导|推动|支持|要求|鼓励|确保|组织)"
)
"""What the unit before makes others do is its own duty (督促企业认真履行…)."""
_ENCOURAGED: Final = re.compile(
    r"(?:国家|[本全][省市县区])?(?:并|要|和|、|积极|大力|进一步|依法|优先)*(?:鼓励|支持|倡导|提倡|引导|允许|"
    r"推荐(?!单位|机构|部门|人)|"
    r"吸引|推动|帮助)"
)
"""`鼓励企业加大投入` obliges nobody to do it."""
_SAYS: Final = re.compile(
    r"打印本页|关闭窗口|分享到|由[^，。；]{2,80}(?:组成|构成|改建|改制|改组|转制)(?:设立|而成)?|是指|系指|指的是|[，,]适用本|"
    r"为准[。；]?$|除外[。；]?$|(?:高低|大小|程度|标准|情况)?(?:各?不相?同|不一|各异)[。；]?$|有以下|如下[：:]?$|"
    r"(?:内容|任务|重点|措施|要求|目标)(?:为|是|有|包括)[：:]$"
)
_OPENS_SAYING: Final = re.compile(
    r"[^，。；：:]{0,10}(?:地址|邮箱|网址|电话|账号|联系人)[:：]|本[^，]{2,8}适用于|"
    r"[^，]{0,40}(?<!组织)[，,]?包括(?!但不限于)|(?!.*[应须要由]).*属于"
)
"""`本办法适用于…`, `作品邮寄地址：…`: what a text, an address or a page is."""


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
        act = None if _is_noun(sentence.masked[start:end]) else act_of(sentence, start, end)
        if act and _ONLY_WHEN.fullmatch(act.words):
            continue
        if act and not RELIEF.match(act.words) and (force := modality(force_of(sentence, act, start))) != "may":
            yield Duty(start, end, names, act.words, force)


_ONLY_WHEN: Final = re.compile(r"自[^，。；]{2,16}起")
"""`甲类企业自2月10日起，乙类企业自2月17日起，可申请复工`: from when, and no act."""


def _is_only_case(text: str) -> bool:
    """An item of a list of cases (由他人代替考试的；), which asks nothing of those that it names."""
    if not text.rstrip("；;。").endswith("的"):
        return False
    return all(modal[0].startswith(("负责", "均", "都", "需要")) for modal in HAS_MODAL.finditer(text))


def of_item(sentence: Sentence, end: int, units: tuple[str, ...]) -> Duty | None:
    """The duty of the units that a closing bracket or line assigns to an item without values (…（市教育局牵头）)."""
    act = act_of(sentence, 0, len(sentence.text), naming=False)
    if not act or _says(sentence.masked) or not _says_what_to_do(sentence):
        return None
    if (force := modality(force_of(sentence, act, 0))) == "may":
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
        told = obliges and (OBLIGES.search(text, start + 2, end) or answers(text, end))
        if not told:
            if _names_nobody(text, start, end):
                continue
            if sign < start:
                sign = sign_of_an_agent(text, start)
            if sign >= end:
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
        listed = only_names(clause)
        if not found or found[-1][1] != names or found[-1][0] < _segment(sentence, start):
            found.append((start, names))
            ends[start] = _segment_end(sentence, start) if clause.by else len(sentence.text)
    for number, (start, names) in enumerate(found):
        stop = found[number + 1][0] if number + 1 < len(found) else len(sentence.text)
        segment = _segment(sentence, stop)
        yield start, min(segment if start < segment else stop, ends[start]), names


def _names_nobody(text: str, start: int, end: int) -> bool:
    """`完善企业投诉机制`, `对困难企业…`, `并将结果报主管部门`: what opens so names who acts only behind 由, if at all.

    With 的 a verb can describe who acts (参与协同授信的各分支行); it can be part of the name (承办单位登录系统…);
    and one that makes others act names them (督促各区…).
    """
    opened = text[start] in _LEADS_ON or (opens_with_a_verb(text, start) and text.find("的", start, end) < 0)
    return (
        opened
        and text.find("由", start, end) < 0
        and not text.startswith(_MAKE_ACT, start)
        and not text.startswith(_NAMED_BY_AN_ACT, start + 2)
        and not text.startswith(("：", ":"), end)
    )


_LEADS_ON: Final = frozenset("对为将把向按并")
_MAKE_ACT: Final = ("督促", "指导", "责成")
_NAMED_BY_AN_ACT: Final = ("单位", "部门", "机构", "企业", "主体", "公司", "学校", "医院", "人")
_UNDER: Final = re.compile("下设(?P<office>[^，。；]{0,10}办公室)")
"""`领导小组下设办公室，负责日常工作`: the office does what follows."""


def _who(sentence: Sentence, clause: Clause, end: int, *, told: bool) -> Span | None:
    """Who acts: the unit of a clause that says something of it, else whom a word of obligation follows.

    `told` says whether such a word stands where one can be, in the clause or at the head of the next.
    """
    if named := charged(sentence.text, clause, end):
        return named
    if _QUALIFIES.match(sentence.text, end + 1):
        return None
    if (agent := clause.agent) and _acts(clause, alone=len(sentence.clauses) == 1):
        if only_names(clause) and not _is_said_of(sentence, end):
            return None
        return None if _only_supposed(sentence, clause, end) else agent
    return (obliged(clause) or by_case(clause, sentence.text, end)) if told else None


def _is_said_of(sentence: Sentence, end: int) -> bool:
    """Whether the clause behind a mere name goes on from it; an address or a number does not."""
    after = next((sentence.masked[a:b] for a, b in sentence.clauses if a >= end), "")
    return not sentence.masked.startswith(("：", ":"), end + 1 + len(after)) and bool(
        ACT.search(after, 0, 8) or HAS_MODAL.search(after) or parse(after).agent
    )


def _only_supposed(sentence: Sentence, clause: Clause, end: int) -> bool:
    """`公用企业开展授权运营的，…`: a case; its unit acts only where the next clause says that it must.

    A case can go on over several clauses (滥用职权，玩忽职守的，…), or be an event (甲部门发布预警后，乙部门…).
    """
    if not clause.by and not is_told(clause.text) and _AFTER.search(clause.text, max(0, len(clause.text) - 4)):
        after = next((parse(sentence.text[a:b]) for a, b in sentence.clauses if a >= end), None)
        return after is not None and after.agent is not None
    if clause.by or is_told(_LEFT_UNDONE.sub("", clause.text)):
        return False
    if clause.conditional:
        return not _GOES_ON.match(sentence.text, end + 1)
    if clause.text.endswith("时") and _BY_ITSELF.match(sentence.text, end + 1):
        return True
    ahead = [(a, b) for a, b in sentence.clauses if a > end and a <= _segment_end(sentence, end)][:CASE_REACH]
    for a, b in ahead:
        words = sentence.masked[a:b]
        if _LEFT_UNDONE.search(words):
            continue
        if is_told(words) or _NEXT_ACT.match(words):
            return False
        if words.endswith("的"):
            return not _GOES_ON.match(sentence.text, b + 1)
    return False


_LEFT_UNDONE: Final = re.compile("(?:应当?|必须|须)(?P<act>[^，。；]{1,8})而[不未拒](?:予)?(?P=act)")
"""`应当移送而不移送，或者…的，…`: in a case, what should have been done asks for nothing."""
_BY_ITSELF: Final = re.compile("(?:信息|业务|管理)?(?:系统|平台)(?:将|会|可)?(?:自动|实时|后台)")
"""`企业申报出口退税时，系统自动调用信息`: what a system does, and nobody is asked."""
_AFTER: Final = re.compile("(?:之后|以后|[^前背落今先]后|之[日时]起)$")


_SAYS_WHAT_IT_IS: Final = re.compile("是|确保|(?:主要|专门|专项|全部)?(?:用于|包括)")
"""`主要用于物资储备、医疗机构开展救治`: what something is for, and nobody is told."""
_COMES_ABOUT: Final = re.compile("(?:等[地省市])?(?:先后|陆续|相继|近期|已)*(?:发生|出现|暴发|爆发)")
"""`武汉市等地发生疫情`: an event, and no act."""


def _acts(clause: Clause, *, alone: bool) -> bool:
    """Whether something is said of the unit: a predicate behind it, or the next clause goes on from it.

    Staff (一线医务人员) act where a word of obligation follows; else a measure is taken for them.
    """
    agent = clause.agent
    if agent is None or _SAYS_WHAT_IT_IS.match(clause.text):
        return False
    behind = clause.text[agent[1] :]
    if _COMES_ABOUT.match(behind) and not HAS_MODAL.search(clause.covered):
        return False
    attribute = "的" in behind
    if alone and attribute and behind.startswith("对") and not ACT.search(behind.rpartition("的")[2]):
        return False
    if not alone and attribute and _TOPIC.search(behind):
        return False
    if clause.governable and not clause.by and "的" in clause.text[: agent[1]]:
        return bool(_OBLIGED.search(behind))
    return not (
        ("被" in clause.text and (_SUFFERED.match(behind) or _SUFFERED.search(clause.text[: agent[1]])))
        or _FILLED.match(behind)
        or _NAMED_ONLY.match(behind)
        or RELIEF.match(behind)
        or _TOLD.match(behind)
        or _OUTCOME.search(behind, 2)
        or (attribute and _OF_TOPIC.match(behind))
        or ("了" in behind and not clause.conditional and _DONE.match(behind))
    )


_OBLIGED: Final = re.compile("(?:还|也|均|都|则)?(?:应当?|须|需|要)|不得|严禁|禁止|负责|一律")
_NEXT_ACT: Final = re.compile("由|对(?!外)|将|请")
_QUALIFIES: Final = re.compile(
    "(?:应当?|必须|须|需)(?:同时)?(?:具备|具有|符合|满足)[^，。；]{0,12}(?:条件|资格)(?:$|[：:。；])"
)
"""`申请经营资格的企业，应当具备下列条件：`: what they must be, and no act."""
_GOES_ON: Final = re.compile(rf"(?:{_OBLIGED.pattern})(?!{SUFFERED})|按照?[^，。；]*(?:执行|办理|处理)")
"""What the one does who is in a case (用人单位缴纳保险费的，按新费率执行)."""


def _is_noun(text: str) -> bool:
    """`监管部门检查发现问题的数量`: a noun with its attribute, and nobody told to act."""
    return bool("的" in text and _NOUN.search(text)) and not (text.startswith("由") or _MODAL.search(text))


_MODAL: Final = re.compile(MODAL)
_NOUN: Final = re.compile(
    r"的[^，。；的]{0,12}(?:情况|数量|程度|费用|文件|住户|人员|证明|协议|材料|项目|责任|证件|证书|凭证|手续|账户|"
    r"条件|资格|标准)[，。；]?$"
)
_TOPIC: Final = re.compile(
    r"^(?!.*(?:要|应|须|不得)).*的[^，。；的]{0,8}(?:公文|文件|会议|事项|材料|证照|数据|产品|费用|资金|项目|机构|人员|(?:相关|有关)情况)$"
)
"""`各部门报送国务院审批的公文，由…`: what the sentence is about; who must do something comes behind the comma."""
_OF_TOPIC: Final = re.compile(
    r"[^，。；]*的[^，。；的]{0,8}(?:公文|文件|会议|事项|材料|证照|数据|产品|费用|资金|项目|申请|信息|业务|年限|期限|"
    r"时间|比例|金额|额度|标准)(?:将|由|自(?!行)|从|为|"
    r"均|应|须|可|不得|按|经)"
)
"""`甲行办理业务的申请将在…审批`: the unit only describes what the sentence is about."""
_NAMED_ONLY: Final = re.compile(
    r"(?:等)?(?:(?:作出|牵头|制定|制订|拟订|拟定|起草|提出|编制|印发|发布|出台|认定|确定|主办|设立|下发|公布|规定|"
    r"要求|组织)?的|内|外|以外|之间|关于|为[^，。；]{1,24}(?:人|单位|机构|主体|企业|组长|主任|公司|中心|学校|医院|"
    r"局)[。；]?$|为[^，。；]{0,8}(?:成员|主体的$)|[担兼]?任|提醒|[、）)])"
)
"""`市场监管部门牵头的联席会议`: the unit only describes what follows."""
_SUFFERED: Final = re.compile(PASSIVE)
"""`高管人员被监管部门约谈`: told of a unit, and no act of its own; 被检查单位 is a name."""
_FILLED: Final = re.compile(
    "(?:不得|不能|不应|应当?|须|可以?|一般|原则上)*由[^，。；]{2,24}(?:兼任|担任|代任|兼职|任命|聘任|委派|代理|代替)"
)
"""`部门负责人不得由财务人员兼任`: a post that is filled, and no act of who holds it."""
_OUTCOME: Final = re.compile(
    r"(?:进一步|更加|显著|明显|持续|大幅|不断|稳步|全面|基本|得到)"
    r"(?:强化|提升|增强|提高|改善|完善|健全|优化|加强|扩大|下降|降低|减少|形成|好转|遏制|满足|落实|发挥|保障|"
    r"显现)[。；]?$"
)
"""`部门统筹发展的理念进一步强化`: how things shall stand, and no act."""
_DONE: Final = re.compile(
    rf"(?!(?:[^，。；了]{{0,24}}?)(?:{MODAL}))[^，。；了]{{0,24}}[\u4e00-\u9fff]{{2}}(?<!为)了(?![解断结却])"
)
"""`药监局组织修订了办法`: told, not ordered."""
_TOLD: Final = re.compile(
    r"(?:目前|现|也|均|都|又|仍|尚)?(?:已|正在|曾|未(?!经))|若|如[果需有遇]|"
    r"[^，。；]{0,24}(?:指出|强调)$|适用|拥有|(?:将|现)?(?:[在于自][^，。；]{2,16})?(?:正式)?(?:上线|启用|开通|运行|"
    r"停止使用|"
    r"停用)(?:运行)?[。；]?$|(?:均|都|统一)?为[^，。；、]{1,3}[。；]?$|设[在于]|隶属|作出[^，。；]{0,12}(?:指示|"
    r"批示)|为$|(?:必须|"
    r"应当?|须|要)(?:是(?!否)|具[备有][^，。；]*(?:条件|资格|资质)|符合[^，。；]*条件)|"
    r"(?![^，。；]{0,4}[把将])[^，。；]{2,40}(?:情况|成效|成绩|结果)(?:将|应|要)?(?:纳入|列入|作为)|"
    r"(?:将|应)?(?:(?:划定|认定|评定|判定|划分|列|视)为|纳入|列入)"
)
"""What was done (已经采取…), what is only supposed (若…), and what becomes of the unit (划定为低风险区)."""
