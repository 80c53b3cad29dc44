"""How those stand who open a clause: they act, or are governed, counted, looked after or granted something."""

from __future__ import annotations

from typing import Final

from extract.grammar.clause_words import GRANT
from extract.grammar.clauses import Clause
from extract.grammar.masking import mask
from extract.numbers import NUMBER
from extract.parties.surroundings import Surroundings
from ingest import patterns as re

_BENEFICIARY: Final = re.compile("(?:企业|纳税人|工商户|农户|合作社|家庭|参保人|用人单位|(?<!责任)(?<!实施)主体)$")
"""Those whom a rate or a term is granted to, though they could act (大型企业按30%返还)."""


def governs(around: Surroundings, clause: Clause) -> bool:
    """Whether a clause's topic is the one governed, not the one who acts; staff under a measure are governed."""
    if (
        around.mention.kind in ("threshold", "duration", "window")
        and benefits(clause)
        and not _provides(around, clause)
    ):
        return True
    if is_counted(around, clause) or receives(around, clause):
        return True
    topic = clause.words(clause.topic) or ""
    if LOOKED_AFTER.search(topic) and not _obliged(clause):
        return True
    if around.mention.kind == "threshold" and clause is around.clause and _is_given(around) and not PAYS.search(topic):
        return True
    often = around.mention.kind in ("frequency", "count") and clause is around.clause
    if often and _done_before(around, clause):
        return True
    if often and topic.endswith(("者", "员")) and EXAMINED.search(clause.text) and not HAS_IT_DONE.search(clause.text):
        return True
    done = DONE_TO.search(clause.text, clause.topic[1] if clause.topic else 0)
    runs = not STAFF.search(topic) and _obliged(clause) and not done
    if (
        clause.role != "unit"
        or runs
        or not clause.governable
        or around.handled
        or around.mention.kind in ("deadline", "duty")
    ):
        return clause.role != "unit"
    return not often or (clause.governed is None and bool(done))


def _provides(around: Surroundings, clause: Clause) -> bool:
    """`企业按床位数的2%设置隔离间`, `企业要对员工近14天的行程逐一登记`: who has to set it up is granted nothing."""
    return clause is around.clause and _PROVIDES.match(around.tail) is not None


_PROVIDES: Final = re.compile(
    "[^，。；]{0,24}?(?:设[置立]|配[备置齐足]|储备|安排|建立|组织|登记|开展|排查|提取|计提|报送|上报|填报|招[聘用]|派出)"
    "(?![^，。；]{0,8}的$|[^，。；]{0,16}(?:补|奖|返|免|减|扶持|支持))"
)


def _done_before(around: Surroundings, clause: Clause) -> bool:
    """`住建部门每半年检查一次，重点工地每季度检查一次`: done to them by the one who is named before."""
    before = around.earlier[0] if around.earlier and _INSPECTS.search(clause.text) else None
    those = before and (
        (before.governed and clause.governable) or (clause.words(clause.topic) or "").startswith("重点")
    )
    return bool(before and those and before.agent and _INSPECTS.search(before.text))


_INSPECTS: Final = re.compile("检查|巡查|抽查|评估|检测|监测|走访|排查|督查|考核")


def benefits(clause: Clause) -> bool:
    """Whether the topic are those whom a relief is granted to, though they could act; who is obliged does act."""
    if clause.topic is None or _obliged(clause):
        return False
    return bool(_BENEFICIARY.search(clause.words(clause.topic) or ""))


_OBLIGED: Final = re.compile(
    "(?:都|均|一律|也|还)*(?:应当|应(?![急用届收付税]|纳税)|必须|须|不得(?!超过|[少低高多]于)|不准|严禁)"
)
LOOKED_AFTER: Final = re.compile(
    "(?:家庭|农户|低保户|(?:[离退]休|退役|转业|复员|伤残|困难|失业|下岗|享受|领取)[^，。；]{0,16}(?:干部|教师|医师|"
    "人员|工人|职工|军人)|(?:[A-DＡ-Ｄ甲乙丙丁一二三四][级类]|[高中低]风险|风险)(?:等级)?(?:的)?(?:单位|企业|场所))$"
)
"""Those who are visited, checked and paid rather than told to act (低保家庭每年复核一次, A级单位：每年检查1次)."""


def _obliged(clause: Clause) -> bool:
    return clause.topic is not None and bool(_OBLIGED.match(clause.text, clause.topic[1]))


_BOUNDS: Final = re.compile(
    r"(?:每[年月日天周班]|年度?|一般|原则上|分别|应当?|要|须|不得?|[少低高多]于|超过|至少|为|达到?|最[多少])*"
)


DONE_TO: Final = re.compile(
    "(?:检测|监测|体检|健康检查|测温|体温|培训|教育|考核|隔离|消毒|消杀|清洁(?![，。；]|$)|通风|保洁|清扫|清洗|接种|"
    "休市|开放|接待|"
    "检验|[\\d一两三天日周]检(?=[，。；]|$))(?![^，。；、]{0,6}(?:人员|者|学生|旅客|顾客|患者|住客)|[呈为]?阳性|结果|异常|"
    "[一二两三\\d][次遍](?!核酸|抗原|体温|以[上下])[\u4e00-\u9fff]{2})"
)
"""What is done to staff and places; all else they do themselves (安全管理人员每天巡查一次, 送餐人员保持容器清洁)."""


_MEASURES: Final = ("threshold", "duration", "count")
_GIVEN: Final = re.compile(rf"(?:每[年月人]|一次性|最高|分别|再|可)*(?:给予|予以|(?:{GRANT})(?=[^，。；]{{0,8}}\d|$))")
_GIVER: Final = re.compile(
    "(?:财政|[省市县区国]|[省市县区国]级|政府|部门|[局厅委办会]|中心|银行|街道|乡镇|园区|开发区)$"
)


def receives(around: Surroundings, clause: Clause) -> bool:
    """`国家级平台给予200万元资助`: where nobody else is named to get it, who stands in front of a grant does."""
    if clause is not around.clause or clause.topic is None or around.mention.kind != "threshold":
        return False
    others = clause.governed or any(before.governed or before.conditional or before.topic for before in around.earlier)
    return not others and gets(clause)


DONE_FOR: Final = (
    "[^，。；]{1,20}(?:提供|出具|办理|配[备置]|发放|开具|缴纳|购买|安装|更换|投保|实[行施]|免|[设建]立|开[通展])"
)
"""`须为每个车库配备排水泵`: what is done for somebody, and not what somebody is, behind 为."""


def is_so(clause: Clause) -> bool:
    """`申请人须年满18周岁`, `所有幼儿园均为合格幼儿园`: what somebody is, has or must be is nothing that he does."""
    who = clause.words(clause.topic) or "的"
    if (clause.role == "thing" and not who.endswith(("人", "者"))) or clause.topic is None or clause.by:
        return False
    return (_IS_SO.match(clause.text, clause.topic[1]) or _SO_MUCH.fullmatch(clause.text, clause.topic[1])) is not None


_SAID: Final = r"(?>(?:原则上|一般|均|都|应当?|须|必须|要|需|不得|可以?|基本|全部|至少|力争|分别|统一|一律)*)"
_IS_SO: Final = re.compile(
    rf"{_SAID}(?:为(?!了|主|民|每|{DONE_FOR})|是(?!否)|达到?|属于|位于|符合|进入(?:世界|全[国省市]|前)|远离|距|[设布]置?在|每届任期|"
    r"(?:向|由)[^，。；]{2,12}(?:转变|转型|发展|迈进)|与[^，。；]{1,16}(?:间隔|相[距隔]|保持[^，。；]{0,10}(?:\d|距))|"
    r"(?:[由从][^，。；]{2,16}?|在[^，。；]{2,16}基础上)?(?:(?:提高|调整|增加|降低|[上下]调|放宽|延长)[到至为]|[上下]浮|下降|适当延长)|"
    r"年满|[未不]满\d|满\d|有\d+|具[有备](?![^，。；]*(?:功能|条件的))|持[^，。；]{0,24}证明?(?:[，。；]|$)|"
    r"[在于][^，。；\d]{2,18}(?:注册|登记|设立|成立)(?:[，。；]|$)|"
    r"经[^，。；]{2,24}(?:合格|通过)[，后]?方可)|"
    rf"(?<=[员者师委家]){_SAID}(?:[在于][^，。；]{{1,12}})?(?:从[^，。；]{{2,16}}?)?(?:随机)?(?:抽取|选派|聘[请用任]|选[聘拔任]|录用|任命|遴选)(?:产生)?(?:[，。；]|$)"
)


def gets(clause: Clause) -> bool:
    """Whether a grant follows the topic, and the topic is none of those who give."""
    given = clause.topic and _GIVEN.match(clause.text, clause.topic[1])
    return bool(given) and not _GIVER.search(mask(clause.words(clause.topic) or ""))


_HAS: Final = re.compile("(?:至少|应当?|要|须|都|均|力争)*(?:建|设|拥|配)?有(?!权|序|效)")
"""`每个县至少有1所学校`: what there is, and nothing that is done."""
_SO_MUCH: Final = re.compile(
    rf"{_BOUNDS.pattern}(?:每人)?{NUMBER}(?:分之{NUMBER}|[百千万亿余多]*(?:[名人家个位户所亩元%％]|平方米))(?:以[上下]|左右)?"
    "(?:[，。；]?|、.*)"
)
"""`单个主体最高不超过30万元`, `评委不少于二分之一`: how many they are, or how much is for them."""


_BOUNDED: Final = re.compile(rf"{_BOUNDS.pattern}(?:按)?[\d.:：]+[^，。；\d]{{0,6}}[，。；]?")


def bounded(text: str, at: int) -> bool:
    """Whether nothing but a bound and its figure stands from `at` on (一般不超过1小时)."""
    return _BOUNDED.fullmatch(text, at) is not None


EXAMINED: Final = re.compile("核酸|抗原|体检|健康检查|晨检|午检|测温|接种|培训")
STAFF: Final = re.compile("(?:人员|[员工者])$")
HAS_IT_DONE: Final = re.compile("对|组织|安排|督促|为")


def is_counted(around: Surroundings, clause: Clause) -> bool:
    """`评审专家不少于5人`, `检查组由2名人员组成`: what is said of how many they are is nothing that they do."""
    if clause is not around.clause or clause.topic is None or around.mention.kind not in _MEASURES:
        return False
    if _HAS.match(clause.text, clause.topic[1]):
        return True
    if _APART.match(around.head, clause.topic[1]):
        return True
    if clause.text.startswith("由", clause.topic[1]) and around.tail.rstrip("，。； ").endswith("组成"):
        return True
    if KEPT.search(clause.words(clause.topic) or ""):
        return False
    if _HANDS_OUT.search(around.words):
        return False
    return bool(_HOW_MANY_OF_ALL.fullmatch(around.head, clause.topic[1]) and _AND_MORE.fullmatch(around.tail))


_HOW_MANY_OF_ALL: Final = re.compile(rf"{_BOUNDS.pattern}(?:\d+[名人个支辆台]+[和及、])?")
_AND_MORE: Final = re.compile(r"(?:[和及、]\d+[^，。；\d]{1,4})?[，。；、 ]*")
"""`两级扑火队分别不少于50人和20人`: each of them, by how many they are."""
_APART: Final = re.compile("(?:设置|布点|布局|选址|之间|单侧|双侧|相邻|最小|平均|的)*(?:间距|距离|半径|密度)")
"""`国道的加油站设置间距不少于15公里`: how far apart sites stand is nothing that they do."""
_HANDS_OUT: Final = re.compile(f"^(?:每[^，。；\\d]{{1,6}})?(?:{GRANT}|发放|支付|给予|拨付)")
"""`民政部门|每月发放补助500元`: who pays is not counted."""
PAYS: Final = re.compile("(?:财政|政府|部门|[委局厅办会]|中央|[省市县区]级?|街道|乡镇|地方?|银行|机构|集团|中心)$")


def _is_given(around: Surroundings) -> bool:
    """`种猪站每饲养1头补助2000元`: money goes to the one who is named, unless money is what that one gives."""
    said = around.amount["verb"] if around.amount else around.words
    said += around.tail if (around.head + around.words).startswith("每") else ""
    return "元" in around.mention.value and _GRANT.search(said) is not None


_GRANT: Final = re.compile(GRANT)


WAIVED: Final = re.compile("免[收征缴费除]")
"""`6月1日至30日，承租户免缴租金`: what is waived is nothing that those do who are spared it."""
EACH: Final = re.compile("每[个家]|所有")
"""`每个设区市至少建成1所`: how many each gets is for those to see to whom the item is assigned."""
_GRANTED: Final = re.compile(f"给予|可以?(?:享受|获得|领取|申领|入住)|{GRANT}|免收|免征|减征|减按|扣减|抵减")


def is_granted(around: Surroundings) -> bool:
    """Whether the value's clause grants something, or the one behind its case (50人以上的，补助2.4万元)."""
    behind = around.later(3) if around.clause.conditional else []
    return any(_GRANTED.search(clause.covered) for clause in (around.clause, *behind))


CAP_ALONE: Final = re.compile("(?:最[高多]|不[得应能]?超过|单[个户家]|累计|每年)")
"""`…给予补助，最高不超过500万元`: a cap on what the clause before grants."""


def is_granted_to(around: Surroundings, clause: Clause) -> bool:
    """`企业在主板首次上市，给予…`: an earlier clause names those who are granted something, no act of theirs."""
    if clause.by:
        return False
    favoured = clause.conditional or benefits(clause)
    if favoured and clause.topic and clause.topic[1] - clause.topic[0] >= len(clause.text) - 2:
        return True
    named = clause.words(clause.topic) or ""
    share = around.mention.value.endswith("%") and clause.topic == (0, len(clause.text))
    earns = ("元" in around.mention.value or share) and not (
        _obliged(clause) or ("的" not in named and _GIVER.search(named))
    )
    if not (favoured or earns):
        return False
    capped = around.earlier and CAP_ALONE.match(around.clause.covered)
    return _GRANTED.search(around.earlier[0].covered) is not None if capped else is_granted(around)


KEPT: Final = re.compile("保存|留存|保管|存档|备查|保留|留档")
"""`经营者应当建立台账，台账应当保存2年`: whoever must have a thing keeps it."""
