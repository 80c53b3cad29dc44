"""Whom a word of obligation follows, where a clause knows no acting unit: persons, places, groups by their case.

`考生应如实填写报名信息`, `示范城市要制定方案`, `承租人有下列情形之一的，应当腾退住房`. In a duty they act; a measure
that is taken on them (入境人员须接受检测) is none of theirs.
"""

from __future__ import annotations

from typing import Final

from extract.grammar.bodies import is_body, past_acts
from extract.grammar.clause_words import ACT, HAS_MODAL
from extract.grammar.clauses import Clause
from extract.grammar.nouns import UNIT_END, split_units
from extract.grammar.topics import Span
from extract.parties.standing import DONE_FOR
from extract.parties.surroundings import Surroundings
from ingest import patterns as re

OBLIGES: Final = re.compile(
    "负责(?!人|部门|单位)|(?<![适相响反供])应(?![用急届])|必须|务必|须|(?<![所急供])需(?!求)|(?<![主重紧])要(?![求素点件])|"
    "不得|不准|不应|严禁|禁止"
)
"""Which modals oblige or ban, and not 负责人, 供应, 需求 or 主要; 可 permits, 均 and 都 only spread."""
_SPREADS: Final = "一律|原则上|同时|均|都|也|还|则|一般|首先|先|自觉|日常|平时|近期|内部"
_SPREAD: Final = re.compile(f"[及和]其(?!他)[^，。；、的]{{0,6}}人员(?:{_SPREADS})*$|(?:{_SPREADS})+$")
"""What stands between a name and its word of obligation; `机构及其工作人员应当…` is told of the body."""
_ROLE: Final = re.compile(
    r"(?:(?<![老病众成他工国行])人|(?<![患染触疑密])者|考生|学员|亲属|[车船犬货店房]主|家长|股东|董事|监事|"
    r"(?<![账专客门窗落困难保入开散用])户|用[水电气热]户|选手|队员|运动员|教练员|裁判员|导游|领队|(?:报考|应聘|参赛|"
    r"参评|申报|考核|经纪|参考|参保|申领|持证|应试|调查)(?:人员|对象)|驾驶员|"
    r"(?<!风险)(?<![控域心疫])[省市县区州盟旗乡镇]|城市|地方|各[^，。；的]{0,6}(?:社区|小区|村)|广大[^，。；的]{2,12}|"
    r"(?<![时地热难重要节亮观优缺特终起焦痛堵])点|基地|厂|大厅|窗口|景区|园区|机场|港口|码头|矿井?|仓库?|店|馆|网点|餐饮|摊贩|村庄)□*$"
)
"""Persons by their part in law, places and trades by what they are; the public, patients and 人员 are looked after."""
_ROLE_AND_OTHERS: Final = re.compile(
    r"[^，。；]{0,8}(?:考生|学员|人)(?:、|和|及)(?:其他|相关|有关)[^，。；的]{0,6}人员$"
)
_BARE: Final = re.compile("(?:城市|地区|地方|[省市县区]|基地|网点|村镇?)□*")
"""`试点|城市`: what is left of a place's name that opens with a verb."""
_OPENS: Final = re.compile(
    r"对(?!象)|将|把|由|按|根据|依据|向|为|以(?!上|下)|凡?是|如(?!皋)|若|因|除|在(?![^，。；]{2,30}(?:从事|经营|登记|"
    r"注册|设立|开办|开展|生产|建设|工作|参保)[^，。；]{0,12}的)|经(?!营|办|纪|济|销)|从(?!业|事)|给|让|使(?!用)|"
    r"(?:离开|进入|前往|返回|途经|抵达|到达|来自|[来返入出抵离](?=[本我外全]))(?!.*的)"
)
"""What opens an adjunct or an act of somebody: `对未按规定报送的企业，应…`, `离开本县要…` name who does nothing."""
_WHEN: Final = re.compile(r".{0,40}(?:时|前|后|中|期间|内|之[日时]起)")
_SUFFERS: Final = re.compile(
    r"(?:一律|及时|立即|统一|严格|按规定|先|再)*(?:接受|被|纳入|列入|转运|送|集中隔离|实施|实行|采取|予以|给予|"
    r"进行隔离|由|"
    rf"是(?!否)|为(?!{DONE_FOR})|具备|具有|符合|满足|达到|"
    r"持有?|有(?!序|效)|年满|属于|超过|至少\d|[大小高低多少]于|控制|位于)"
)
"""What is done to them, or what they are and have (申请人应具备下列条件), obliges them to no act."""
_CASE: Final = re.compile(
    r"(?P<who>[^，。；的]{2,24}?)(?:(?:有|确?无|符合|属于|[尚仍]?未|已|违反|存在|出现|发生|逾期|拒不|拒绝|认为|发现|"
    r"怀疑|知道|获知|得知|不(?!动产)|无正当|因|"
    r"开[展办]|新[设建]|设立|变更|从事|办理|退出|撤销|迁址|擅自|拟|需要?|申请|提出|代为|代理|委托|经(?!营|办|纪|济|销)|"
    r"停[产业工课]|歇业|搬迁|解散|合并|分立|恢复|要求|请求|自愿|被)[^，。；]{0,60}(?:的|之一的)|(?:如|若|确需|(?<![扣解清排拆消免废去])除|发现|收到|接到|得知)[^，。；]{1,60})$"
)
_ITS_OWN: Final = re.compile(
    r"(?P<who>[^，。；的]{2,24}?)(?:自行)?(?:召开|举办|主办|组织|制定|起草|印发|发布|出台|报送|上报|提交|编制|生产|"
    r"销售|出具|"
    r"采购|"
    r"开展|产生|使用|保管|运营)[^，。；的]{0,16}的(?P<what>[^，。；的]{2,14})$"
)
"""`各部门召开的会议，要减少数量`: what a unit makes, it answers for."""
_SAID: Final = re.compile(f"{HAS_MODAL.pattern}|只能|仅[限能]")
SUFFERED: Final = (
    r"由|[^，。；]{0,4}其|(?:依法)?(?:给予|处以?|追究|责令|取消|停止|终止|吊销|没收|警告|解聘|开除)|"
    r"予以(?:处|警告|辞退|解聘|开除|清退)"
)
"""What others do to those who are in a case (考生作弊的，应当终止其考试), as the source of a pattern."""
_ANSWERS: Final = re.compile(
    r"[，,](?:[^，,。；]{0,8}(?:[时后前满内日]))?(?:一律|一般|均|都|也|还|则|依法|同时|只|首先)*"
    rf"(?:应当|应(?![用急届])|必须|须|需|要(?![求点素件])|不得|不准|严禁)(?!{SUFFERED})"
)


def obliged(clause: Clause) -> Span | None:
    """The name right before the first word of obligation (`考核对象进入考场时不得…`: up to the adjunct of time)."""
    if not OBLIGES.search(clause.text, clause.at + 2):
        return None
    covered = clause.covered
    for modal in HAS_MODAL.finditer(covered, clause.at + 2):
        if OBLIGES.match(modal[0]):
            name = _SPREAD.sub("", covered[clause.at : modal.start()])
            if _SUFFERS.match(covered, modal.end()):
                return None
            return _named(name, clause.at)
    return None


def asked_from(clause: Clause, who: Span) -> int:
    """Where what `who` is obliged to begins, past what it does meanwhile (`经营者销售商品|应当标示品名`)."""
    modals = HAS_MODAL.finditer(clause.covered, who[1])
    return next((modal.start() for modal in modals if OBLIGES.match(modal[0])), who[1])


def answers(text: str, end: int) -> bool:
    """Whether the clause that follows at `end` obliges at once, without a name of its own (…，应当审查)."""
    return _ANSWERS.match(text, end) is not None


def by_case(clause: Clause, text: str, end: int) -> Span | None:
    """`承租人有下列情形之一的，应当…`, `提出申请的考生，不得…`: whom the clause obliges that follows at `end`."""
    if not _ANSWERS.match(text, end):
        return None
    covered, at = clause.covered, clause.at
    if clause.trigger and at >= len(covered):
        at = clause.trigger[0]
    if party := _party(covered, at):
        return party
    if case := _CASE.match(covered, at):
        return case.span("who") if _may_act(case["who"]) else None
    if (own := _ITS_OWN.match(covered, at)) and _may_act(own["who"]) and not _may_act(own["what"]):
        return own.span("who")
    if _WHEN.fullmatch(covered, at):
        return _named(covered[at:], at)
    whole = "的" in covered and not _SAID.search(covered) and _may_act(covered[at:])
    return (at, len(covered)) if whole else None


def named_in_front(around: Surroundings, index: int) -> tuple[str, ...]:
    """`各中小学校、幼儿园，各民办教育机构要…`: the clauses that only name units, in front of the one that acts."""
    text, first = around.sentence.text, index
    while first and text[around.spans[first - 1][1]] in "，,":
        clause = around.parsed(around.spans[first - 1])
        whole = (0, len(clause.text))
        runs = clause.topic == whole and clause.text.endswith("者")
        named = clause.agent == whole or runs or (_PLACES.fullmatch(clause.text) and is_body(clause.text))
        if clause.by or not named or "的" in clause.text:
            break
        first -= 1
    return split_units(text[around.spans[first][0] : around.spans[index - 1][1]]) if first < index else ()


_PLACES: Final = re.compile(
    "(?>(?:(?![全本我在])[^，。；、的和]{1,8}(?<!风险)(?<![控域心疫小社园景校库城])[市县区州旗乡镇][、和]?)+)"
)
"""`新郑市、巩义市，|各开发区每季度报送报表`: places act as their governments."""


def places_act(clause: Clause) -> Span | None:
    """`六合区、溧水区可参照本通知制定方案`: places that are told something act as their governments."""
    told = (
        clause.topic
        and _PLACES.fullmatch(clause.covered, *clause.topic)
        and _TOLD_A_PLACE.match(clause.covered, clause.topic[1])
    )
    return clause.topic if told else None


_TOLD_A_PLACE: Final = re.compile("可(?:以|参照|结合|根据|按)|要(?![求点])|应当?(?!急)|须|负责(?!人)|于(?=\\d)")


def hands_in(clause: Clause, text: str, end: int) -> Span | None:
    """`通过初审的企业，于4月20日前将材料送镇政府`: whom a clause names by itself and the next tells to hand in."""
    whole = "的" in clause.covered and _HANDS_IN_BY.match(text, end) and _may_act(clause.covered[clause.at :])
    return (clause.at, len(clause.text)) if whole else None


_HANDS_IN_BY: Final = re.compile(r"[，,](?:请?[于在])[^，。；]{2,16}[前内](?:将|把|向)[^，。；]*(?:报|送|交)")


def whose_affairs(clause: Clause, asked: Clause) -> Span | None:
    """`企业注册信息变更的，应当在30日内报主管部门`: whose affairs they are has to report them."""
    owner = _OWNER.match(clause.covered, clause.at) if clause.role != "unit" and not clause.by else None
    told = asked.taken or HAS_MODAL.search(asked.covered)
    return owner.span() if owner and told and _REPORTS_THEM.search(asked.covered) and is_body(owner[0]) else None


_OWNER: Final = re.compile(
    "(?!对|将|把|由|按|在)[^，。；的]{0,10}?(?:企业|单位|学校|医院|机构|公司|银行|部门)(?=[^，。；的][^，。；]+)"
)
_REPORTS_THEM: Final = re.compile(
    "报送|上报|报[^，。；告]{2,16}(?:备案|批准|审[批核]|同意)|备案(?=$|[，。；])|"
    "[报送][^，。；告名]{0,3}[省市县区国][^，。；]{1,8}[委局厅部办]"
)


def _named(name: str, at: int) -> Span | None:
    if _may_act(name):
        return at, at + len(name)
    if (case := _CASE.fullmatch(name)) and _may_act(case["who"]):
        return at, at + case.end("who")
    if "的" not in name and (party := _party(name, 0)):
        return at, at + party[1]
    for act in ACT.finditer(name, 2):
        if _WHEN.fullmatch(name, act.start()) and _may_act(name[: act.start()]):
            return at, at + act.start()
    ends = range(min(len(name) - 3, 16), 1, -1) if name.endswith(("后", "时")) and name[0] not in "当在自于从" else ()
    opens = (end for end in ends if end > _SHORT or _HOW.match(name, end) or ACT.match(name, end))
    return next(((at, at + end) for end in opens if UNIT_END.match(name[:end]) and _may_act(name[:end])), None)


_SHORT: Final = 3
"""So short a name can open another (企业|名称变更后), unless a verb or how it is done stands behind it."""
_HOW: Final = re.compile("[网线]上|现场|首次|当面|正式")


def _party(text: str, at: int) -> Span | None:
    """`经营者|销售商品应当标示价格`: a party by its part in law, in front of what it does when it is obliged."""
    party = _PARTY.match(text, at)
    does = party and (_DOES.match(text, party.end()) or ACT.match(text, party.end()))
    return party.span() if party and does else None


_PARTY: Final = re.compile(
    r"(?:网络|电子商务|平台内|食品|药品|交易场所|服务|市场)?(?:经营|生产|销售|提供|收购|运营|批发|零售|使用|管理|"
    r"所有|投资)者"
    r"|(?:用人单位|企业|单位|学校|机构)(?=新?(?:招[用聘录收]|聘用|录用|雇用))"
    r"|(?:申请|当事|纳税|缴费|投标|招标|采购|持有|承租|出租|用人|委托|受托|承包|发包|借款|担保)人"
)
_DOES: Final = re.compile(
    "销售|新?(?:招[用聘录收]|聘用|录用|雇用)|收购|召回|标示|使用|提供|购买|发布|从事|生产|展示|宣传|赠送|降价|收取|出售|收到|发现|变更|申请|没有|无正当|"
    "违反|"
    "接受|委托|因|对(?!象)|在|为(?=[^，。；]{1,20}提供)"
)


def _may_act(name: str) -> bool:
    """Whether a phrase ends as a name does and opens as one (attributes in front with 的)."""
    ends = UNIT_END.match(name) or _ROLE.search(name) or _ROLE_AND_OTHERS.match(name)
    named = is_body(name) or _BARE.fullmatch(name, past_acts(name))
    return bool(ends and named) and len(name) <= 60 and not _OPENS.match(name)


_CHARGED: Final = re.compile("[：:](?:主要|具体|统一)?(?:负责(?!人)|牵头|承担)")
_IS_NAMED: Final = re.compile("(?:组织|机构|部门|单位|小组|专班|办公室|中心|公司|协会|[局委办厅处科室站组部])□*$")
"""`接收捐赠机构：负责核查捐赠证明`: a list of who is in charge of what, each name in front of its colon."""


def charged(text: str, clause: Clause, end: int) -> Span | None:
    """The name that closes with a colon behind which its charge stands."""
    named = _CHARGED.match(text, end) and _IS_NAMED.search(clause.covered)
    return (0, len(clause.text)) if named else None


def only_names(clause: Clause) -> bool:
    span = clause.by or clause.topic
    return span is not None and span[1] == len(clause.text) and "的" not in clause.text and clause.agent == span
