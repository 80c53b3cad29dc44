"""Whom or what a sentence opens with, where no narrower reading has found it: `留校学生集中住宿，22:30前必须归寝`."""

from __future__ import annotations

from typing import Final

from extract.grammar.bodies import is_body
from extract.grammar.clause_words import ACT, HAS_MODAL
from extract.grammar.clauses import Clause
from extract.grammar.nouns import PERSON_END, UNIT_END, nounlike
from extract.parties.asked import Asked
from extract.parties.measured import MEASURE_NAME
from ingest import patterns as re

_LEAD: Final = r"(?>(?:此后|其中|同时|另外|但是?|且|并(?!网|购)|凡|□|\s)*)"
_NO_NOUN: Final = (
    r"(?![对将把由按向为给经与并且]|从(?!事|业)|在(?![校职岗建编])|除(?![草雪夕])|[如若](?![皋东])|因(?!素)|以?及|或|围绕|发现|"
    r"面向|现)"
)
_PERSONS: Final = re.compile(
    rf"{_LEAD}(?P<x>{_NO_NOUN}[^，。；：\d]{{0,40}}?(?:{PERSON_END.anywhere}|子女|配偶|士兵))等?"
    r"(?![员的、和及与或（()家证名档]|信息|数据|身份|情况|管理|工[资作]|待遇|数量|人数|总数|比例|占|队伍|培训|健康|子女|服务|"
    r"群体|类|代表|组|住房|就业|补[贴助])"
)
"""`学生|按每天20%的比例抽检`, `已享受政策的用户|每两年复核一次`: persons, and what then begins what is said of them."""
_THINGS: Final = re.compile(
    rf"{_LEAD}(?P<x>{_NO_NOUN}[^，。；：\d]{{2,24}}?)(?=(?:一般|原则上|同期)?(?:应当?|须)?"
    r"(?:在(?:[^，。；]{1,16}(?:[内前后中时]|期间)|\d)|自[^，。；]{2,20}[起后]|[\d一二两三四五六七八九十]+个?(?:小时|天|日|月|年)(?:之|以)?[内后]|"
    r"聘请|由|采[取用]|实行|一经|未经|提前(?=\d)|限(?=申报|报|购|领|流|速)|[只不]能|间隔(?=\d)|每(?=\d|[天日周月季年])|首[免次]|"
    r"(?:(?<!必)须|必须|(?<![相响])应当?(?![急用]))(?!知)|不[大小]于|\d+(?:日龄|℃|[:：])))"
)
"""`扣除方式|在一个纳税年度内不能变更`, `同一证书|只能享受一次`: a thing, in front of when or how."""


def opens_with(asked: Asked) -> str | None:
    """The persons or the thing that the clause of the value opens with, else one in front of it, the nearest first."""
    around = asked.around
    if asked.thing not in (None, asked.action):
        return None
    own = () if around.clause.governed else (around.clause,)
    earlier = () if around.clause.topic else around.earlier
    return next(filter(None, map(_opening, (*own, *earlier))), None)


def opens_anew(asked: Asked) -> str | None:
    """`…的须审批，婚宴提前7天报备`: a clause that opens with a thing of its own is not about what stands in front."""
    around = asked.around
    found = own_thing(around.clause) if around.earlier or around.before else None
    if not found or found == "、".join(asked.agent or ()):
        return None
    by_whom = around.mention.kind == "deadline" and around.words.endswith("内") and around.head.endswith(found)
    return None if by_whom and not nounlike(found) else found


def own_thing(clause: Clause) -> str | None:
    """What a clause opens with where the parser knows no topic of it, and which is no bare measure."""
    if clause.governed or clause.topic or clause.agent:
        return None
    found = _opening(clause)
    if found and clause.trigger and clause.trigger[0] < clause.text.find(found) + len(found):
        return None
    return found if found and not MEASURE_NAME.fullmatch(found) else None


def _opening(clause: Clause) -> str | None:
    for begin in dict.fromkeys((0 if clause.trigger else clause.at, 0)):
        for kind in (_PERSONS, _THINGS):
            if (found := kind.match(clause.covered, begin)) and _is_name(found["x"], of_persons=kind is _PERSONS):
                return clause.text[found.start("x") : found.end("x")]
    return None


def persons_first(clause: Clause) -> bool:
    """`已享受政策的用户|每两年复核一次`: what persons do who open a sentence is not for the unit spoken of before."""
    found = None if clause.governed else _PERSONS.match(clause.covered)
    acts = found and _THEY_ACT.match(clause.covered, found.end())
    return bool(found and acts and _is_name(found["x"], of_persons=True))


_THEY_ACT: Final = re.compile(r"可(?:以|在|于|凭|持)|应当?(?!急)|须|每|[在于]\d|凭|持|提前|自[^己觉行愿主]")


def _is_name(words: str, *, of_persons: bool) -> bool:
    if len(words) < 2 or _WHEN.search(words) or ACT.match(words) or HAS_MODAL.search(words) or not is_body(words):
        return False
    if of_persons:
        return True
    plain = len(words) <= _SHORT
    named = nounlike(words) or (plain and not ACT.search(words, 2))
    return named and (words.endswith(_ROLES) or not UNIT_END.match(words))


_WHEN: Final = re.compile(
    "(?:[后前时内期午迟晚]|时间|期限|[其期]间|(?<![高初])中)$|^(?:则|直至|跨[省市]|[两每首]次|其(?![他余]))"
)
"""`行程中|每日测温`, `除夕前一周内|检查一遍`, `两次|间隔24小时`: when something is done names nothing."""
_ROLES: Final = tuple("人长员师生兵")
"""`课题组长|同期只能主持1项`: a unit is not what a rule is for, who holds a post is."""


_SHORT: Final = 10
"""A name of a thing of so many characters needs no known ending (论文, 疫苗)."""
