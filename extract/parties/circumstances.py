"""When a rule's clock starts, and on which condition it holds."""

from __future__ import annotations

from typing import Final

from extract.grammar.clause_words import HAS_MODAL, MODAL
from extract.numbers import NTH_YEAR
from extract.parties.surroundings import Surroundings
from ingest import patterns as re

_AFTER: Final = re.compile(r"(?P<t>[^，。；：]{1,40}?(?:之[日时]起|以后|之后|结束后|后))(?:的)?$")
_OF_A_DAY: Final = re.compile(r"(?:的|期间|分别|为|[于在]|时间|(?:引导|倡导|建议|督促|组织)其?|应当?|须|要)+$")
_TERM_ITSELF: Final = re.compile("(?:期间|期限|时间)(?:一般|原则上|最[长短])*为?$")
"""`仲裁时效期间为一年`: the term that is given is no event."""
_EVENT: Final = re.compile(
    r"(?:一旦|发现|接到|收到|出现)(?!的)(?:之[日时]起|[^，。；]+?(?:之[日时]起|后|(?<![小课学])时|$))"
)
_TRIGGER_END: Final = re.compile(r"(?:后|之[日时]起|之日|(?<![小学课工瓦\d])时|之后|起|结束|触发|以后)$")
_CONDITION: Final = re.compile(
    r"^(?:如果|如(?![实何期下数约皋东])|若(?!干)|对于|凡|除(?![夕险草雪颤尘湿害])|因(?![公地时材势企人])|遇|确需|符合|不具备|一旦|"
    r"当(?![地日天月年前期事场选下晚]))|的$|期间$|外$|情况下$|前提下$"
)


def _whole(around: Surroundings, number: int) -> str:
    """`除为了应对突发事件，或者执行紧急命令外`: a condition of several clauses, from where it is opened."""
    text = around.earlier[number].text
    if not text.startswith(("或", "以及")):
        return text
    before = around.earlier[number + 1 : number + 4]
    opened = next((at for at, clause in enumerate(before) if _OPENS.match(clause.text)), None)
    if opened is None:
        return text
    return "，".join([*(clause.text for clause in reversed(before[: opened + 1])), text])


_OPENS: Final = re.compile("除|如果?(?![何此下])|若|凡|遇|因")
_BEFORE: Final = re.compile(
    "(?:[^，。；]*(?:(?<![存现正])在|(?<![位处用对关等大小高低])于|自))?(?P<t>[^，。；]{1,20}?(?<![在于]))(?:至少|最少)?$"
)
"""`学院应于|答辩|前3天公告`, `在截止|至少3日前`: the event before which it is due."""
_CONNECTS: Final = re.compile("(?:此|另|除此之?|除上述之?|额|对)外[，,]?")
_BY_WHEN: Final = re.compile(
    r"(?:力争|争取|确保|计划|\s)*(?P<d>到?20\d\d年(?:\d{1,2}月)?(?:年?底|末)?(?:之?前|以前)?)(?=$|[^\d\-—至起第度])"
)
_FRONTS: Final = (
    re.compile(r"^[^，。；]{0,16}?(?:告知|通知|督促|责令|要求)[^，。；的]{2,14}?(?:自|在|于)(?=[^，。；]{2,})"),
    re.compile(rf"^(?:{MODAL})?(?:将|把)[^，。；]{{2,24}}?自(?=[^，。]{{1,8}}之[日时]起)"),
    re.compile(r"^[^，。；]{2,20}?(?:应当?|须|必须)(?:在|于|自)"),
    re.compile(
        r"^[^，。；]{0,40}?(?:延长|延续|顺延|延期|展期|推迟|延|(?:保[存留管]|留存)[^，。；至到]{0,14})[至到](?=[^，。；]{2,})"
    ),
    re.compile(r"^[^，。；]{0,40}?[于在为](?=[年季月周旬]度?(?:终了|结束)?之?后)"),
    re.compile(r"^由[^，。；]{2,40}?自(?=[^，。]{2,24}之[日时]起)"),
    re.compile(
        rf"^(?:{MODAL}|不[得应]?[迟晚]于|最[迟晚]于?|也|并|且|还|又|同时|或者?|为?自(?!然|行|主)|在(?!线)|于|，|"
        rf"从(?!业))+"
    ),
)
"""What stands in front of the event itself: what is handled, who must, and the prepositions."""


def trigger(around: Surroundings) -> str | None:
    """The event from which time or days are counted (接到报告后), or `None`."""
    clause = around.clause
    if clause.trigger and clause.trigger[1] <= around.at + 1 and not _TERM_ITSELF.search(around.head):
        return _bare(clause.text[clause.trigger[0] : min(clause.trigger[1], around.at)])
    over = around.head.removesuffix("的").endswith(("后", "之日起", "之时起"))
    if over and (match := _AFTER.search(around.head)):
        return _bare(match["t"][clause.body if clause.body < match.end("t") else 0 :] or match["t"])
    ahead = around.mention.value.startswith("before") and "提前" not in around.words
    if ahead and (event := _BEFORE.match(around.head)):
        return f"{event['t']}前"
    if around.mention.kind == "schedule" and len(head := _OF_A_DAY.sub("", around.said)) >= 2:
        return _bare(head)
    within = around.mention.value.startswith("<=P") and around.words.endswith("内")
    if within and around.mention.kind == "deadline" and (event := _RIGHT_IN_FRONT.search(around.said)):
        return _bare(event["t"])
    if around.mention.kind == "schedule" and (begun := _begun(around)):
        return begun
    told = [clause for clause in around.earlier if not clause.text.startswith(around.words)]
    for before in told[:1]:
        if before.text.rstrip("，,").endswith("期间"):
            return None  # throughout which it holds: a condition, and no event
        if _TRIGGER_END.search(before.text) or (before.trigger and before.trigger[1] >= len(before.text) - 1):
            return _bare(before.words(before.trigger) or before.text)
        if match := _EVENT.search(before.text):
            modal = HAS_MODAL.search(match[0])
            return match[0][: modal.start()] if modal else match[0]
    return None


def _begun(around: Surroundings) -> str | None:
    """`实施7天居家隔离医学观察，在第1、4、7天…`: the state or event in front, from which the days are counted."""
    before = around.earlier[:3] if around.mention.value != "D0" else []
    states = {state["t"] for clause in before for state in _STATE.finditer(clause.text)}
    if states:
        return states.pop() if len(states) == 1 else None
    event = next((clause.words(clause.trigger) for clause in before[:2] if clause.trigger), None)
    return _bare(event) if event else None


_RIGHT_IN_FRONT: Final = re.compile(
    "(?P<t>(?:接到|收到|发现|受理|获悉|知道|作出)[^，。；]{2,40}|"
    "[^，。；的自]{2,14}(?:解除|结束|届满|期满|终止|成立|批准|通过|竣工|到期|签订|公布|变更))$"
)
"""`接到通知书|7日内`, `合同期满|3个月内`: the event right in front of the time, said without 后."""
_STATE: Final = re.compile(
    "(?<!解除)(?P<t>(?:集中|居家)[\u4e00-\u9fff]{0,2}(?:隔离医学观察|医学观察|健康监测|隔离|监测))"
)


def condition(around: Surroundings) -> str | None:
    """The nearest clause to the left that says when the rule holds, or for which case it does not."""
    if around.mention.kind == "threshold" and (by := _by_when(around) or _in_which_year(around)):
        return by
    for number, clause in enumerate(around.earlier):
        text = clause.text
        if _CONDITION.search(text) and not (text.startswith(("对", "按", "为")) or _CONNECTS.fullmatch(text)):
            return _EXCEPTED.sub("", _whole(around, number))
    return None


_EXCEPTED: Final = re.compile("^[^，。；除]{2,40}(?<![扣解清排拆消免废去])(?=除[^，。；]{2,40}外$)")
"""`发货人|除海关特准的外`: who stands in front is no part of the exception."""


def _by_when(around: Surroundings) -> str | None:
    """`到2025年，…达到95%以上`: the date in front of a target is its condition."""
    if "20" not in around.sentence.text:
        return None
    opening = (around.head, *(clause.text for clause in around.earlier))
    return next((match["d"] for text in opening if (match := _BY_WHEN.match(text))), None)


def _in_which_year(around: Surroundings) -> str | None:
    """`第一年为80%，第二年、第三年为70%`: what tells the figures of a row apart."""
    year = _OF_WHICH_YEAR.search(around.head) if "年" in around.head else None
    return year["y"] if year else None


_OF_WHICH_YEAR: Final = re.compile(
    rf"(?P<y>(?:第[一二三四五六七八九十\d]+个?(?:年度?)?[、和至到])*(?:{NTH_YEAR}|首年|[前后][两二三四五]年))"
    "(?:[\u4e00-\u9fff]{0,4}(?:标准|比例|额度|金额))?(?:(?:分别|各|均|按照?|为|给予|补[贴助]|奖励|最高|不[得应]?(?:超过|[低高少]于)|每[人户家]|(?<!\\d)[，,])*)$"
)


def _bare(text: str) -> str | None:
    for front in _FRONTS:
        text = front.sub("", text)
    told = _WHO_BEFORE.match(text)
    text = text[told.end() :] if told else text
    return text if len(text) >= 2 else None


_WHO_BEFORE: Final = re.compile("[^，。；]{2,60}自(?![然行主治身愿助贸动发])(?=[^，。；]{2,40}之[日时]起$)")
"""`监督招标人自|确定中标人之日起`: whoever stands in front of 自 is no part of the event."""
