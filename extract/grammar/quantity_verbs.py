"""The verb that sets a quantity, and what stands between it and the figure (建设高速公路|774公里).

The verbs stand in `lexicon/quantity_verbs.csv` by what they do with a quantity (计数的事, 增减幅度, 收付金额,
等于多少); here are only those that depend on what stands around them.
"""

from __future__ import annotations

from typing import Final

from extract.grammar.clause_words import ADVERB, HAS_MODAL, MODAL, PLAIN_VERB, VERB
from extract.lexicon import load
from extract.mentions import BOUND_END, Mention
from ingest import patterns as re

_WORDS: Final = load("quantity_verbs.csv")


def _of(*codes: str) -> str:
    """The verbs of some codes, the longer ones first."""
    return "|".join(sorted((word.surface for word in _WORDS if word.code in codes), key=len, reverse=True))


AHEAD: Final = re.compile(
    rf"^(?>(?:{MODAL}|{ADVERB}|重点(?=(?:{_of('plan')})(?:至少|不[少低]于|约)?(?:\d|$))|用?[\d一二两三四五]年(?:内|"
    rf"时间)|阶段性|分别|统一(?=按)|各|再|至少|拟|计划|力争|确保|争取|推动|全年|年内|累计|每[年届月日天周班校村队组县乡镇店]|"
    rf"每(?:季度|学期|学年|半年)|平均(?=减)|随机|(?:全|我|"
    rf"本)[省市县区国](?=力争|计划|争取|新|完成|建|培育|硬化|绿化|改造|维修|整治|引进|发放)|"
    rf"[本此]次共?|共(?=[招选])|同时|并|另|新(?![建增型兴]|能源|材料|产品|技术|业态|媒体)|，|[到至]20\d\d年(?:底|末)?|"
    rf"20\d\d年(?:底前?)?|[、\s])+)"
)
"""Modals, aims and times in front of the words that say what is set."""
COUNTED: Final = (
    rf"(?:{_of('plan')}|支持|资助|新?开工|优化(?:调整)?|达到?|增加(?!值)|加热至?|配(?![合套置电])|"
    r"设(?![立置施计备区]))"
)
"""A verb of planning: what is counted behind it is planned to be so many (建设|5个分中心)."""
MEASURED: Final = rf"(?:{_of('plan', 'change', 'pay', 'hold')}|不[得应能]?超过|扣(?!除)减?|处)"
"""A verb that says of a sum, a rate or a multiple how much it shall be."""
_SETS: Final = (
    rf"(?:(?!责令|督促)(?:{PLAIN_VERB})|{_of('plan')}|(?!(?:奖励|补[助贴])性|支付(?:额|金额))"
    rf"(?:{_of('change', 'pay')})|开发(?![区商利用行者性])|联系(?![人方电])|处(?![级室长方理置于境所])|"
    r"限?报(?![名告送表备到批销刊纸业])|扣(?!除)减?|减(?=环节|材料|时|跑|次数|证))"
)
_HAS: Final = "(?:具[备有]|拥有|持有|掌握|符合|满足)(?=[^，。；]{2,40}的)"
"""`培育|具备较强竞争力的企业2家`: what the counted ones have is no act of its own."""
_GIVES: Final = re.compile(
    rf"(?P<verb>{_SETS}(?>(?:(?:和|或者?|、|并)?(?!{_HAS}){_SETS}(?!方))*))(?P<what>[^，。；]{{0,60}})$"
)
_AND_SETS: Final = re.compile(rf"^[^，。；]*(?:并|同时)(?={_SETS})")
"""`收回资金并核减额度20%`: the nearer verb sets the quantity."""
_BUILT: Final = re.compile(
    "^(?:[新改扩续]建|改造|、|和|的)+[^，。；]{2,10}?(?=(?:配建|配套建设|同步建设|安装)(?!面积|比例|指标))"
)
"""`新建住宅配建停车位`: what is built there is set, not that the place is new."""
CHOOSES: Final = re.compile("抽[取查检]|选[取派]|[遴挑筛]选")
"""`抽取10%以上的项目进行核查`: so many of what stands behind the figure are chosen."""
_GIVES_AT_ONCE: Final = re.compile(
    r"(?<=.{2})(?P<verb>联系|包联|结对|引进|选聘|招聘|聘用|遴选|增设|新增|新建|建设|建成|设立|设置|配备|培育|推荐|"
    r"选派|选送|申报|"
    r"确定|安排|派驻|招收|招募|聘任|带徒|补贴|补助|奖励|给予|支付|预付|(?<=、)(?:拓展|延伸|改造|提升|新增|布设|增设|"
    r"更新|完善){2})(?P<what>)(?:约|不少于|至少|不低于)?$"
)
"""`在船舶集中区增设1台…`: the verb stands right before the figure, the place before it."""
_NOUN_ALREADY: Final = re.compile(r"的[^，。；的]{2,16}(?:金|费|率|额|量|价|值|时间|面积|比例|标准)$")
"""`组织招标的工程投标保证金不超过…`: the verb describes what is bounded and sets nothing."""
_VERB_ALONE: Final = re.compile(
    f"(?P<verb>(?!至少|最[高多]|超过|不足|低于|高于|按照|根据|依据|依照|连续|实际|总体|定期|适当|共同|统一|分[为别]|"
    f"出现|发[生现]|[接收]到)(?:{VERB}))"
    "(?P<what>)"
)
_HAN: Final = re.compile("(?!的)[\u4e00-\u9fff]{2}")
_RATE_REACHES: Final = re.compile(
    r"(?:比例|占比|比重|[^效频]率|覆盖面)(?:要|应|须|力争)*(?:达到?|不低于|不少于|超过|为|(?:提高|提升|降低|"
    r"控制)[到至在])+$"
    r"|(?:比例|占比|比重|率|成本|费用?|价格?|标准|额度?|量|税)(?:(?:较|比|同比|再|平均|持续|稳步|统一|"
    r"分别)[^，。；]{0,8})?"
    r"(?:下降|降低|提高|提升|增长|增加|减少|上升|[上下][浮调]|压减|减免|减征)$"
)
"""`新建绿色建筑占比达到100%`, `补充申请、再注册收费标准降低30%`: the verb stands in the name of what is measured."""
CHANGES: Final = re.compile("(?:提速|增长|增加|上升|下降|降低|减少|压减|压缩|缩短|提高|提升)$")
"""`实现审批提速30%`: what is brought about is the change."""
_MOVES: Final = re.compile("实现|达到|提高|提升|降低|控制|保持|下降|上升|压减|减少|增加|扩大|压缩")
_IS_A_RATE: Final = re.compile("(?:[^效频]率|(?:^|[^效])比例?|占比|比重|成本|系数|密度)$")


def setting(mention: Mention, said: str, tail: str, shared: str) -> re.Match[str] | None:
    """The verb (`verb`) in the words `said` in front of a value, and what stands between (`what`).

    `tail` is the clause behind the value; `shared` what the values of its row stand behind, asked where `said` has no
    verb. `None` where nothing sets the quantity, or where the verb is part of a name (新发放贷款利率不高于4%).
    """
    said = AHEAD.sub("", _BUILT.sub("", _AND_SETS.sub("", said)))
    if mention.value[0] in "<>" and _NOUN_ALREADY.search(said):
        return None
    opens = _GIVES.match(said)
    found = opens if opens and not opens["what"] else _GIVES_AT_ONCE.search(said) or opens
    if found is None and mention.kind == "threshold" and len(said) == 2 and _HAN.match(tail):
        found = _VERB_ALONE.fullmatch(said)
    if found is None:
        return _GIVES.match(AHEAD.sub("", shared)) if shared else None
    what = found["what"]
    aims = found["verb"] == "实现" and CHANGES.search(what)
    describes = mention.value[-1] in "%元" and _OF_THE_NOUN.match(what)
    named = aims or describes or _RATE_REACHES.search(what) or HAS_MODAL.search(what)
    return None if named or _IN_A_CASE.search(what) or _bounds_a_rate(mention, found) else found


_OF_THE_NOUN: Final = re.compile("的[^，。；的]{2}")
"""`收取的担保费率降至1%`: the verb describes the noun."""
_IN_A_CASE: Final = re.compile("的(?:可|按照?|每[人户家])+$")
"""`对参加培训并取得证书的|按1500元/人给予补贴`: the verb tells of a case, and what follows from it comes behind it."""


def _bounds_a_rate(mention: Mention, found: re.Match[str]) -> bool:
    """`新发放贷款利率不高于4%`, `共享单车配备比例不低于5‰`: a verb inside the name of what is bounded."""
    bounded = mention.value[0] in "<>" and not _MOVES.search(found["verb"])
    return bounded and _IS_A_RATE.search(BOUND_END.sub("", found["what"])) is not None
