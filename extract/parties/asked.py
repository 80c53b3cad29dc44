"""What is known when a step is asked whom or what a value governs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from extract.grammar.clause_words import ACT
from extract.grammar.phrases import object_of
from extract.parties.surroundings import Surroundings
from ingest import patterns as re

_MAKES_A_NOUN: Final = re.compile(
    "(?:进行|开展|实施|实行|组织|完成|做好|召开|举[行办]|接受|参加|采取|落实|[的各对将把为按在由、及和]|[一\\d]次)$"
)
"""Behind these an act is told by a noun (`开展|安全教育课`), or goes on with one."""
ACT_NOUN: Final = (
    "检[测查验修]|监测|培训|演练|调查|服务|活动|行动|管理|隔离|消毒|整[改治]|维护|指导|考核|评[估价审标]|审[核批查]|"
    "[巡排核督抽清]查|治理|处[理置]|备案|答复|反馈|核对|盘点"
)
"""Nouns of what is done: they say nothing of what it is done to."""
_NAMES_AN_ACT: Final = re.compile(
    f"(?:{ACT_NOUN}|观察|报告|会议|教育|工作|体检|普查|公示|通报|登记|降尘|浏览|[完到]成|到位|完毕|[合定入出]?[场岗校园])$"
)
"""A noun of an act, which is all that is done (核酸检测): no object stands in it."""
_NEW_VERB: Final = re.compile(
    "(?:报[废关]|送达|交付|(?![一二两三四五六七八九十每第全同本该其最之以原从向到至经就因于凭随先再均交报送给])[\u4e00-\u9fff]{2})"
    r"(?P<x>(?![和或及、并至到给向入在于率的]|时[段间])[^，。；：、和并至到给\d]{2,14})"
)


def _behind_a_new_verb(action: str, front: str) -> str | None:
    """`应当在5日内|批复部门预算`, `每月冲洗道路一次`: an act that opens as no known verb does.

    A verb it must be all the same, for nothing in front (`front`) makes a noun of it; its two characters are the verb,
    and what is left is its object. Where they stand in front of a known one, they say how (`连夜|排查隐患`).
    """
    found = _NEW_VERB.fullmatch(action)
    if not found or _MAKES_A_NOUN.search(front) or _NAMES_AN_ACT.search(action):
        return None
    act = ACT.search(action)
    if act and act.start() < found.start("x") + 1:
        told = object_of(found["x"]) if act.start() == found.start("x") else None
        return told if told != found["x"] else None
    return found["x"]


@dataclass(frozen=True, slots=True)
class Asked:
    """What is known when the subject is asked: the surroundings, what is done, and by whom."""

    around: Surroundings
    action: str | None
    agent: tuple[str, ...] | None

    @property
    def due_by_itself(self) -> bool:
        """`2023年底前完成转供电清零`: what is due on a day names what that is; no sentence in front does."""
        return self.around.mention.value.startswith("by 2") and self.names_its_object

    @property
    def names_its_object(self) -> bool:
        """Whether what is done names its object: an act of six characters does (受灾群众过渡安置)."""
        thing = self.thing
        return thing is not None and (thing != self.action or len(thing) >= 6)

    @property
    def thing(self) -> str | None:
        """The act's object: behind a verb in the value's own words whatever the verb is (每周走访一次|农户)."""
        verb = self.around.repeated if self.around.mention.kind == "frequency" else None
        if verb and self.action and self.action.startswith(verb) and len(self.action) >= len(verb) + 2:
            return self.action[len(verb) :]
        thing = object_of(self.action)
        if thing and thing == self.action and self.agent and self.around.mention.kind in ("deadline", "frequency"):
            text = self.around.clause.text
            at = text.find(thing, self.around.at)
            thing = (at > 0 and _behind_a_new_verb(thing, text[:at])) or thing
        return thing
