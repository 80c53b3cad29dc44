"""What is done by a deadline or has a new value: what the act handles, reports or speeds up, what starts the clock."""

from __future__ import annotations

from typing import Final

from extract.grammar.clause_words import ACT, HAS_MODAL, MODAL
from extract.grammar.clauses import Clause
from extract.grammar.masking import mask
from extract.grammar.nouns import PERSON_END, acts_by_name, nounlike
from extract.grammar.phrases import TELLS, is_preface, is_recipient, object_of, predicate
from extract.parties.acts_of_times import kept_or_valid
from extract.parties.asked import Asked
from extract.parties.surroundings import Surroundings
from ingest import patterns as re

_REPORTS: Final = re.compile(
    r"(?:按要求|如实|统一|主动|向社会|对外|书面|电话|口头|逐级|"
    r"向[^，。；]{2,16}?)?(?:报送|上报|报告|抄报|抄送|"
    r"[报送](?=[省市县区州盟国财至我本]|[^，。；]{0,8}(?:办公室|(?:[局委厅办部科]|部门|机关|机构|政府)(?:备案|审批|审定|批准|$|、)))|提交|发送|寄送|邮寄|"
    r"寄(?=[至到往给])|送交|递交|公布|公开|公示|公告(?![栏牌期])|发布|通报|反馈|提供|出具|"
    r"上传|制定(?:出台|印发)?|编制|印发|出台|撰写|备案(?!类|制|事项)|填报|填写|起草)"
)
_TAKES_MEASURES: Final = re.compile(
    f"(?>(?:{MODAL}|并|立即|及时|迅速|第一时间)*)(?:采取|实行|实施|落实|做好(?![^，。；]*(?:统计|汇总|登记|记录|收集))|加强|建立|加大|强化|坚持|"
    f"严格|增加|减少)"
)
"""Measures taken before something is reported are not what is reported."""
_EVENT: Final = re.compile(
    r"(?:接到|收到|发现|出现|确认为|判定为|诊断为|受理|获知|认定为)(?!的|之日|后|(?:机构|机关|部门|窗口|单位|人员|"
    r"中心)|"
    r"、|本[通文函意]|(?:问题|情况|通知)(?:之日|后|时))(?P<x>(?:(?!自(?![然来治主贸行]))[^，。；]){2,80}?)(?:之[日时]起|后|"
    r"(?<![小课学])时|之后|$)"
)
_SINCE: Final = re.compile(
    r"自(?![然来治主贸行])(?P<x>(?!本|该)[^，。；自]{2,16}?)(?:正式|全部)?(?:核实|收齐|备齐|齐全|确认|签订|签署|订立|"
    r"通过|批准|认定|验收合?格?|生效|送达|到账|到期|签发|完工|竣工|投产|开工|结束|届满|变更|成立)(?:之日)起"
)
_ACTS_THEN: Final = re.compile(rf"{HAS_MODAL.pattern}|立即|第一时间|及时|马上|限期")
"""`发现可疑情况|立即登记`: what is done is no part of what is found."""
_HAPPENS: Final = re.compile(
    r"(?:^|[，。；在]|自(?![然来治主贸行]))"
    r"(?P<x>(?:(?!自(?![然来治主贸行]))[^，。；在]){2,20}?)(?:发生|出现|爆发|到账)(?:以?后|时|之后|之[日时]起)"
)
_MODAL_END: Final = re.compile(
    rf"(?>(?:{MODAL})+)(?:在|于)?$|(?:在|于)?(?:次|当|下)[月年季周]$|(?:在|于)每[月年季周]$|(?:在|于)$"
)
_FIRST_TERM: Final = re.compile(
    r"(?:\d+个?(?:分钟|小时|天|日|工作日)(?:之|以)?内[^，。；]{0,40}、|"
    r"(?:请|应|须|要|分别|[于在])*(?:\d{1,2}月(?:\d{1,2}日|底)(?:[、和及]|以及))+)$"
)
"""`险情30分钟内电话报告、1小时内书面报告`, `总结分别于6月20日、12月20日前报送`: what both terms are of stands before
the first."""
_ACT_NOUN: Final = re.compile("(?:登记|备案|审批|许可|验收|审查|核准|评审|申请|变更|注销|受理)$")
_DOES: Final = re.compile("完成|办理|申请|进行|开展|组织|提交|接受|收到|取得|通过|经")
_AIMS: Final = re.compile(
    rf"^(?>(?:{MODAL}|能够?|实现|(?:严格)?落实(?=[^，。；的]{{2,8}}(?:$|当场))|推动|推进|确保|力争|做到|全面|保证|争取|"
    rf"同时|并|，)+)"
)
_LEADS_ON: Final = re.compile(
    r"^(?:用(?![地户人电水气工能])|以|通过|经|按|依托|凭|持)|(?:在|于|自|后|起|内|向|将|对|按|经|为|时|从|由|并|以|"
    r"到|至|应|要|或者?|和|及|与|、)$"
)
_ORDERS: Final = re.compile("(?:最|不[得应]?)?[迟晚]于|最[迟晚早]|要求|责令|督促|通知|组织|指导|引导|责成")


def done_in_the_clause(asked: Asked) -> str | None:
    """`实现企业开办4小时办结`: what a deadline's clause is about, behind the words of aim that open it."""
    around = asked.around
    if around.clause.topic or around.clause.agent or (around.opening and not around.mention.act):
        return None
    thing = _FIRST_TERM.sub("", _AIMS.sub("", around.clause.text[: around.at]))
    thing = _AT_ONCE_ALREADY.sub("", thing)
    if _AFTER_WHAT.search(thing) or _ANOTHER_IN_FRONT.search(thing):
        return None
    told = _MODAL_END.sub("", thing)
    if _ACT_NOUN.search(told) and len(told) >= 4 and not _DOES.match(told):
        return _TAKEN_ON.sub("", told) if around.mention.act else told
    if nounlike(mask(told)) or (told != thing and len(told) >= 3 and not ACT.search(told)):
        thing = told
    bare = len(thing) >= 3 and not (
        _WHEN.search(thing) or _ORDERS.match(thing) or _LEADS_ON.search(thing) or ACT.match(thing)
    )
    closed = around.tail.startswith(("，", "、", "。")) and not _NEXT_IN_ROW.match(around.tail)
    if bare and closed and around.mention.act:
        return _TAKEN_ON.sub("", thing)
    return thing if bare and around.tail and not closed else None


_WHEN: Final = re.compile(
    r"前一[天日]$|(?:期[间内]?|^|其间|\d{1,2}月起)每(?:周|星期|月|日|天|个?工作日)[一二三四五六日天]?$"
)
"""`6月期间每周四|12:00前报送统计表`: on which days is nothing that is due."""
_AFTER_WHAT: Final = re.compile("后的?$")
"""`年度考核合格后的|1个月内结清余款`: from when it counts."""
_ANOTHER_IN_FRONT: Final = re.compile(r"\d+个?(?:工作日|日|天|小时|分钟)(?:之|以)?内?、")
_AT_ONCE_ALREADY: Final = re.compile("(?<=登记)当场.{2}$")
_TAKEN_ON: Final = re.compile("(?<=.{2})(?:受理|申请|办理)$")
"""`小额退税受理即办`: what is done at once is of what stands in front."""
_NEXT_IN_ROW: Final = re.compile(r"、[^，。；、\d]{2,12}\d")
"""`用水报装3个工作日、用气报装4个工作日办结`: another one stands beside it with its own time."""


_IN_FRONT: Final = re.compile(
    "(?:请?将)?(?P<x>[^，。；]{2,40}?(?:情况|报告|总结|方案|名单|材料|表|信息|意见|计划|进展|清单|台账|数据))"
    "(?:请|应当?|须|要|分别|及时|统一|一并|[于在]|[次当下][月年周])*"
)
"""`各市工作开展情况请于10月底报省厅`: what is reported stands in front of the day."""


def document(asked: Asked) -> str | None:
    """What is reported, published or drawn up: the verb's object; behind `报送财政部` the one before."""
    match = _REPORTS.match(asked.action or "")
    if not match or not asked.action or asked.around.mention.kind not in ("deadline", "frequency", "duration"):
        return None
    rest = _AND_TELLS.sub("", asked.action[match.end() :])
    if asked.around.mention.kind == "duration" and not rest.startswith("至"):
        return None
    if PAPER_ALONE.fullmatch(rest) and any(clause.conditional for clause in asked.around.earlier[:2]):
        return None
    if rest and not (is_recipient(rest) or rest.startswith(("至", "给", "到", "并", "且"))):
        return rest if len(rest) >= 2 else None
    if here := _IN_FRONT.fullmatch(asked.around.head):
        return here["x"]
    before = [c for c in asked.around.earlier if not (c.text.endswith("同时") or is_preface(c.text))]
    drawn_up = next((found for clause in before[:3] if (found := _DRAWN_UP.search(clause.text))), None)
    gathered = _GATHERED.search(before[0].text) if before else None
    drawn_up = gathered or drawn_up
    if drawn_up and not any(clause.taken for clause in before[:3]):
        return drawn_up["x"]
    if not rest:
        return None
    later = _handled(asked.around.later(2))
    return _handled(before[:3]) or _told_of(before) or later


PAPER_ALONE: Final = re.compile("(?:书面|延期|延续|变更|复核|复查|续期|换证)*(?:申请|申报|报告)书?")
"""`确需野外用火的，应提前5日提出申请`: the case is what the paper is for."""
_AND_TELLS: Final = re.compile("并(?:通知|告知|报告|上报).*$")


_DRAWN_UP: Final = re.compile(
    "(?:制[定订]|编制|形成|撰写|起草|填[写报]|拟定)(?P<x>[^，。；]{0,20}?(?:方案|报告|计划|名单|表|台账|清单|总结|"
    "材料|预案|规划))$"
)
"""`制定实施方案，明确责任分工，于3月10日前报办公室`: what is drawn up is what is handed in."""


_GATHERED: Final = re.compile(
    "(?:汇总|统计|收集|整理|审核|核实)(?P<x>(?![并后完])[^，。；]{2,20}?)(?:完毕|无误)?(?:之?后)$"
)
"""`市水文局汇总五天的情况后，17时前报市防指`: what is gathered is handed on."""


def _handled(clauses: list[Clause]) -> str | None:
    """What a clause says is taken or acted on."""
    return next((words for clause in clauses if (words := clause.words(clause.taken or clause.governed))), None)


def _told_of(before: list[Clause]) -> str | None:
    """The case, the thing or the object of the clauses to the left."""
    if case := next((clause.text for clause in before[:3] if clause.conditional), None):
        return case
    for clause in before:
        if clause.role == "thing":
            return clause.words(clause.topic)
        done = predicate(clause.text[clause.body :])
        moved = done and (_MOVES.search(done) or _TIMED.search(done))
        thing = object_of(done) if done and not moved and not _TAKES_MEASURES.match(clause.text, clause.body) else None
        if thing and not _AT_ONCE.match(thing) and not (TELLS.match(done or "") and is_recipient(thing)):
            return thing
    return None


_AT_ONCE: Final = re.compile("第一时间|立即|及时|迅速|马上")
"""`考点须第一时间救治，并在30分钟内报告`: an act without an object is not what is reported."""
_MOVES: Final = re.compile(
    "(?:转移|转运|转送|引导|护送|送)[至到往]|送[^，。；]{0,10}(?:医院|门诊|就医|就诊|诊治)|派[员人]|赶赴|到场"
)
"""`立即转移至隔离室，30分钟内报告区民政局`: where somebody is brought is not what is reported."""


_TIMED: Final = re.compile(r"\d(?:分钟|小时|天|日|个工作日)(?:之|以)?内")
"""`辅导员10分钟内报告学院，学院30分钟内报告学校`: what has a time of its own is not what is reported next."""
_VALIDITY_ALONE: Final = re.compile("有效期限?(?:均|统一|一般)?[为是]?")
_ISSUED: Final = re.compile(
    "(?:颁发|发给|发放|核发|出具|取得|换发|授予|领取|签发|办理|生成|作出?|[给发]|"
    "的)(?P<x>(?!的)[^，。；、的]{0,14}?(?:证明?|证书|卡|标[识志]|凭证|资格|券|批件|许可|[^编号]码|报告))[，,]?$"
)


def document_that_is_valid(asked: Asked) -> str | None:
    """`合格者颁发培训合格证，有效期2年`: of what the clause before issues; `许可证有效期4年`: of itself."""
    around = asked.around
    if own := kept_or_valid(around):
        return own[0]
    bare = _VALIDITY_ALONE.fullmatch(around.head)
    before = (_ISSUED.search(clause.text) for clause in around.earlier[:2] if bare)
    issued = next((found for found in before if found), None)
    return issued["x"] if issued else None


_THEN: Final = re.compile("[后时前起]")
"""What happens, or undergoes something, does so after, when or before."""
_UNDERGOES: Final = re.compile(
    r"(?:^|[，。；在])(?P<x>[^，。；在自]{2,20}?)(?:抵达|到达|返回|出生|入住|入境|返[乡校岗程]|离开|出院|开学|营业|解除隔离|"
    r"(?:集中)?隔离期满|履行|补正|整改|使用|消毒|清洗|开封|就诊|接种|注射|采样|首免|免疫|发布|印发|签订|竣工|验收|到期|开工|投产|完工|到账|"
    r"交付)(?!人员|者|师生|学生|旅客)[^，。；]{0,6}?(?:以?后|时|之后|前)"
)
"""`外来人员抵达后`, `公用毛巾使用后`: who does or what undergoes the event."""


def from_event(asked: Asked) -> str | None:
    """`收到高风险区外溢人员协查信息后`, `突发事件发生后` name whom or what the clock is about."""
    around = asked.around
    told = around.clause.agent and HAS_MODAL.search(around.clause.covered)
    before = (c for c in around.earlier[:2] if not (told and HAS_MODAL.search(c.covered)))
    words = (around.head, *(clause.text for clause in before))
    found = (
        match["x"]
        for text in words
        if (match := _EVENT.search(text) or (_THEN.search(text) and (_HAPPENS.search(text) or _does(text, asked))))
    )
    things = (event[: modal.start()] if (modal := _ACTS_THEN.search(mask(event))) else event for event in found)
    if asked.around.mention.kind == "deadline" and _has_its_own(asked):
        things = (told for told in things if not _PAPER.search(told))
    things = (
        told for told in things if not (("的" in told and acts_by_name(mask(told))) or _TOLD_BY_PAPER.search(told))
    )
    day = "的" if around.mention.value == "same-day" else ""
    bare = (_MODAL_END.sub("", told.removesuffix(day)) for told in things)
    return next((thing for thing in bare if len(thing) >= 2), None)


_TOLD_BY_PAPER: Final = re.compile("(?:通知[书单函]?|告知[书单函]|决定书|[短彩]信|指令)》?$")
"""`收到补正通知之日起`: the paper that tells somebody to act is not what he then handles."""


_PAPER: Final = re.compile("(?:报告|申请|申报|通知|文件|函|批复|批准书?|决定|指令|电话|报修|报警|备案表|确认书)$")


def _has_its_own(asked: Asked) -> bool:
    """`收到评审报告后5日内确定供应商`: an act with its object is done to that, and not to the paper that came in."""
    thing = object_of(asked.action)
    return thing not in (None, asked.action) and not (
        _ANSWERS.match(asked.action or "") or PAPER_ALONE.fullmatch(thing or "") or len(thing or "") < _A_NAME
    )


_A_NAME: Final = 3
_ANSWERS: Final = re.compile(
    "提出|[作做]出|出具|给出|形成|反馈|答复|办理|处理|组织|审|核|受理|完成|启动|开展|派|赶|到|报|上报|告知|通知|将|把|向"
)
"""What is done with the paper itself, or upon it, handles nothing else."""


def _does(text: str, asked: Asked) -> re.Match[str] | None:
    """What undergoes an event, where the act handles nothing of its own; persons always."""
    found = _UNDERGOES.search(text)
    handles = object_of(asked.action) not in (None, asked.action)
    if found and handles and not PERSON_END.match(mask(found["x"])):
        return None
    named = found and (nounlike(mask(found["x"])) or not ACT.search(found["x"]))
    return found if named else None


def case_in_front(around: Surroundings) -> str | None:
    """`因施工减产的，给予补偿`: the nearest case to the left, whole; what 即 opens explains one and is none."""
    cases = (clause.text for clause in around.earlier if clause.conditional)
    return next((case for case in cases if not case.startswith("即")), None)


def starts_the_clock(asked: Asked) -> str | None:
    """`自合同签订之日起30日内备案`: what the clock starts with, where the act names no object of its own."""
    found = _SINCE.search(asked.around.head) if asked.around.mention.kind == "deadline" else None
    return found["x"] if found else None


def trouble_found(asked: Asked) -> str | None:
    """`对设施每月自查一次，发现问题立即整改`: what is then set right is the trouble, and nothing spoken of before."""
    match = _TROUBLE.fullmatch(asked.around.head)
    if not match and asked.around.earlier and not _MODAL_END.sub("", asked.around.head.strip()):
        match = _TROUBLE.fullmatch(asked.around.earlier[0].text)
    return match["x"] if match else None


_TROUBLE: Final = re.compile(
    rf"(?:并|对|如|凡|一旦|若|经)*(?:检查|巡查|排查|自查|抽查|监测|巡检|督查)?(?:中|时)?发现"
    rf"(?P<x>[^，。；的]{{0,6}}(?:问题|隐患|异常(?:情况)?|险情|火情|苗头|违法行为|违规行为|线索))[后时]?"
    rf"(?>(?:{MODAL})*)(?:在|于)?"
)


def of_the_rhythm(asked: Asked) -> str | None:
    """`建立工作进展月度通报制度`: what a system that comes round is of stands in front of its rhythm."""
    around = asked.around
    found = None if asked.agent else _SETS_UP.fullmatch(around.head)
    return found["x"] if found and (around.mention.act or _SYSTEM.match(around.tail)) else None


_SETS_UP: Final = re.compile(
    "(?:组织|建立|健全|完善|启动|做好|强化|加强|实行|执行|落实|推行|坚持|严格|继续|并|和|"
    "、)++(?P<x>[^，。；“]{3,40}(?<![、和及的期]))的?"
)
_SYSTEM: Final = re.compile("[^，。；、]{2,8}(?:制度|机制)(?=$|[，。；、])")


def beside(asked: Asked) -> str | None:
    """`A 2小时内、B 4小时内`: in a row of values each has its thing in front of it."""
    around = asked.around
    if "、" in around.head and (match := _BESIDE.search(around.head)):
        thing = _MODAL_END.sub("", match["x"])
        return None if _WHERE_OR_WHEN.fullmatch(thing) else thing
    first = around.mention.kind == "deadline" and _NEXT_BESIDE.match(around.tail)
    return around.head if first and 2 <= len(around.head) <= 16 and not ACT.search(around.head) else None


_WHERE_OR_WHEN: Final = re.compile("城[镇区乡市]|农村|白天|夜间|平时|(?:非?工作|节假|休息)日|其他")
"""`城镇应于2小时内、农村应于6小时内报告`: where it is told, and not what is told."""
_BESIDE: Final = re.compile(
    r"(?:内|(?<!月)(?<!月\d)\d个?(?:工作日|日|天|小时|分钟))、(?P<x>[^，、]{2,24})(?<![前后时内])$"
)
_NEXT_BESIDE: Final = re.compile(r"、[^，。；、\d]{2,16}\d+个?(?:工作日|日|天|小时|分钟)(?:之|以)?内")


def changed_from(asked: Asked) -> str | None:
    """`原定保证金比例5%，现调整为2%`: the clause before names what has a new value."""
    around = asked.around
    if not (around.earlier and _NOW.match(around.clause.text, 0, around.until)):
        return None
    return _ONCE.sub("", _FIGURE_ON.sub("", around.earlier[0].text))


_NOW: Final = re.compile("现(?:统一)?(?:调整|改|变更|修改|提高|降低|压缩|缩短|延长|降)[为至到]")
_ONCE: Final = re.compile("^原(?:规定|定|来|先|有)?的?")
_FIGURE_ON: Final = re.compile(r"[为是：:]?(?:每[^，。；\d]{1,4})?\d.*")
