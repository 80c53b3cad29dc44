"""Who acts in a clause where 由 names it, up to the first act that follows.

Read in the clause's covered text; 由 that opens a range (由20日至10日) or tells whence (由甲局提供的材料) names nobody.
"""

from __future__ import annotations

from typing import Final

from extract.grammar.bodies import is_body, past_acts
from extract.grammar.clause_words import ACT
from extract.grammar.nouns import KIN, PERSON_END, UNIT_END, acts_by_name, nounlike
from ingest import patterns as re

Span = tuple[int, int]

_BY: Final = re.compile(
    r"(?<![理缘自事经因交转得为])(?<!愿意)(?<!同意)(?<!声明)由(?P<x>(?![东南西北][向往至到]|[^，。；]{2,20}向[^，。；]{2,20}转变|外[埠地]|[高低近远大小浅深易难点内外上下前先][到至]|于|原来|此|法定|"
    r"\d)[^，。；：,;:]{2,60}?)(?=(?:负责(?!人|同志|[^，。；的]{2,24}的(?:部门|机构|单位))|牵头(?!部门|单位|机构)|会同|联合|共同|统一|按|根据"
    r"|(?<!所)在|向|对|将|为|组织|予以|给予|(?<!主)要|应|须|于|分别|具体|参照|实施|进行|开展|"
    r"安排|做好|采样|单列|统计|确定|建立|设立|组建|编制|核定|收取|征收|公布|公示|转运|转诊|赔偿|查处|签订|录入|推送|委托|指定|"
    r"确认|复核|拆除|承担|提供|落实|出具|办理|制定|汇总|审核|核查|评估|备案|指派|"
    r"统筹|依法|结合|派|核发|审批|解释|监督|发放|拨付|支付|报|采取|认定|完成|享受|签字|签署|签发|批准|同意|决定|"
    r"处(?=[\d一二三四五六七八九十]|以|罚款)|吊销|没收|及时|自行|配备|正式|立即|第一时间|印发|再|"
    r"每(?=[日天周月季年隔\d])|[。；]?$"
    r"|到(?=[^，。；]{3,36}(?:机构|部门|窗口|中心|机关|大厅|网点|[站局所]|银行|医院|单位|企业|公司)(?:$|[，。；办进]))"
    r"|(?:(?<=部门)|(?<=机关))(?![、，和及与的或等下上所工人内主事党]))"
    r"(?!的|部门|机构|单位|局|委员会|管理|人员|中心|站|所|小组|系统|事项))"
)
_FROM_OLD: Final = re.compile(r"由[^，]*?(?:压缩|缩短|调整为|改为|减至|提高|变为|至\d)")
_FOUNDED: Final = re.compile(
    r"(?:成立|建立|组建|健全|构建|形成|设立|完善)[^，。；]{0,6}由[^，。；]*的[^，。；的]{1,12}[。；]?$"
)
"""`成立由局领导牵头、部门参加的专班`: who takes part in what is founded."""
LEVELS: Final = frozenset("部省市县区局")
"""`鉴定由部统一组织`, `费用由省统筹`: a level of government by one character."""
_LEVELS: Final = re.compile("(?:中央|[部省市县区局])(?:[、和与][省市县区])*")
"""`费用由市与区按6:4承担`: two of them."""


def by_in(covered: str, at: int) -> Span | None:
    """The unit behind 由, up to the first act that follows it; 由甲局提供的材料 only tells where a thing is from."""
    named = _behind_by(covered, at)
    return None if named is None or _WHOSE.match(covered, named[1]) else named


def _behind_by(covered: str, at: int) -> Span | None:
    match = _BY.search(covered, at)
    if not match or _FOUNDED.search(covered, at):
        return None
    begin, end = match.span("x")
    if _FROM_OLD.search(covered, match.start()) and not (UNIT_END.match(match["x"]) and is_body(match["x"])):
        return None
    levels = _LEVELS.match(covered, begin)
    if levels and ACT.match(covered, levels.end()) and not _inside_a_name(covered, levels.end()):
        return levels.span()
    place = _PLACE.match(covered, begin)
    if place and ACT.match(covered, place.end()) and not _inside_a_name(covered, place.end()):
        return place.span()
    if KIN.search(covered, begin, end) and covered.startswith("向", end):
        return begin, end
    ends = [act.start() for act in ACT.finditer(covered, begin + 2) if UNIT_END.match(covered[begin : act.start()])]
    named = (_inside_a_name(covered, at) or _CHARGED_WITH.match(covered, at) for at in ends)
    if acting := next((at for at, inside in zip(ends, named, strict=True) if not inside), None):
        return begin, acting
    if _SERVES.search(covered, begin, end):
        return None
    if ends and (covered.startswith("的", past_acts(covered, end)) or not acts_by_name(covered[begin:end])):
        return None
    return begin, next((at for at in range(end, begin + 1, -1) if _ends_here(covered, begin, at)), end)


_WHOSE: Final = re.compile(
    "(?:自行|依法|统一|直接|负责)?(?:拨付|支付|出资|投资|建设|举办|主办|开办|经营|管理|运营|开发|完成|设立|承担|批准|认定)"
    "(?!符合|新|剩余|相应|规定)[^，。；的将对\\d]{0,6}的[^，。；的]{0,8}(?:企业|单位|机构|项目|工程|用地|房屋|住房|学校|设施)(?!信息|名单|情况)"
)
"""`由县财政局|拨付经费的养老机构，每年检查2次`: whose something is, and nobody who acts."""
_CHARGED_WITH: Final = re.compile("(?:负[责有]|承担|主管)[^，。；的]{2,24}的(?:部门|机构|单位)")
"""`由市级|负责药品监督管理的部门印制`: with what it is charged is part of its name."""
_PLACE: Final = re.compile("(?:目的|[^，。；、的\\d]{2,8}?(?<![场土基工耕林草绿墓各用]))地(?![区方域级址点段块])")
"""`由入境地|组织实施隔离`: the place of something acts, not its organisation."""


def _inside_a_name(covered: str, at: int) -> bool:
    """`由本部门|审核机构进行审核`: a verb inside a name begins no act, one with others does (会同检测机构)."""
    return not _WITH_OTHERS.match(covered, at) and _NAME_GOES_ON.match(covered, past_acts(covered, at)) is not None


_WITH_OTHERS: Final = re.compile("会同|联合|组织|委托|协调|指导|督促|通知|责成|配合|交|报")
_NAME_GOES_ON: Final = re.compile("的|机构|部门|单位|人员|委员会|小组|中心(?!内)|办(?![理结事法案好])")
_SERVES: Final = re.compile(r"[担兼]?任[^，。；的]{1,8}的|(?:组成|参加|参与|牵头)的")
"""`由主要负责同志任组长的领导小组` tells of the group, and of nobody who acts."""


def _ends_here(covered: str, begin: int, end: int) -> bool:
    name = covered[begin:end]
    if name.endswith("部") and len(name) >= 5:
        return is_body(name) and ACT.match(covered, end) is not None
    return acts_by_name(name) and is_body(name) and not _GOES_ON.match(covered, end)


_GOES_ON: Final = re.compile(
    r"[法公部局委厅科组会员人长的业事理]|处(?![\d一二三四五六七八九十以罚])|[^，。；从在用以]{0,6}(?:资金|基金)"
)
"""Characters that an ending is not yet the end in front of (办|法, 组|长)."""


_IN_FRONT_OF_TIME: Final = re.compile(
    r"(?P<x>(?![各每]?[个次])[^，。；：、的\d对将把由按在于从自经待至到]{2,24}?)(?:同时|同步|一般|原则上|应当?|须|要)*"
    r"(?=[在于]?\d{1,2}月(?:\d{1,2}日|底|末)?前|[在于](?:\d{1,2}月|次[年月日])|[在于]?\d+个?(?:分钟|小时|工作日|日|天|周|月)(?:之|以)?[内前](?!有|无|未|没有|不得|发生|出现|累计|新增|的)|"
    r"[在于]?当[日天晚](?!的)|\d{1,2}[:：]\d\d前?(?=到|上?报|集合|完成|参加)|设[^，。；立置施备在]{2,14}[一二两三四五\d]|\d+[名人]自)"
)


_TIME_AHEAD: Final = re.compile(r"[\d当次设]")
"""None of the times that a unit stands in front of has none of these characters."""


def in_front_of_its_time(covered: str, at: int) -> Span | None:
    """`辅导员|10分钟内报告学院`, `市疾控中心|当天完成流调`: a unit right in front of the time in which it acts."""
    named = _IN_FRONT_OF_TIME.match(covered, at) if _TIME_AHEAD.search(covered, at) else None
    who = named["x"] if named else ""
    return named.span("x") if named and (UNIT_END.match(who) or PERSON_END.match(who)) and is_body(who) else None


PREPOSITION: Final = re.compile("对|将|把|由|按|根据|向|为|以|经(?![营办济])|如|若|因|除|要|应|不|本")


def opened_by_a_verb(covered: str, begin: int, end: int) -> Span | None:
    """`认定企业|由市科技局公示`: a short name that opens with a verb's characters, right in front of who acts."""
    phrase = covered[begin:end]
    named = 3 <= len(phrase) <= 10 and not phrase.endswith("的") and nounlike(phrase)
    return (begin, end) if named and not PREPOSITION.match(phrase) else None


def in_front_of_by(covered: str, begin: int, end: int) -> Span | None:
    """`残疾人就业保障金|由用人单位…缴纳`: what is handled stands in front of who acts."""
    phrase = covered[begin:end]
    named = nounlike(phrase) or not ACT.search(phrase)
    return (begin, end) if len(phrase) >= 2 and named and not phrase.endswith(("且", "并", "改", "均")) else None
