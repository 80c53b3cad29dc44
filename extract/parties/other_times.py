"""How often the same is done at other times or to others: `枯水期每月一次` goes on from the clause in front of it."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from extract.grammar.clause_words import ACT
from extract.grammar.clauses import Clause
from extract.grammar.masking import mask
from extract.grammar.nouns import nounlike
from extract.grammar.phrases import object_of, predicate
from extract.numbers import NUMBER
from extract.parties.acts import VALUE_TAIL
from extract.parties.surroundings import Surroundings
from ingest import patterns as re


class Again(NamedTuple):
    """What is done so often at other times: the act, and to what."""

    done: str
    whom: str | None


_MADE_TO = re.compile("(?<=.{2})(?:加密|增加|提高|调整|缩短|改|增|加)(?:为|到|至)?$")
_OTHER_TIME = re.compile(
    "(?:其中|其间|而|在|且|但|遇)*[^，。；：的]{1,20}(?:期间|(?<![定短长中近早后前日初周])期|[冬夏春秋淡旺]季|季节|时段|"
    "阶段|假日|周末|时|状态下)内?"
)
"""`橙色及以上预警期间`, `枯水期`, `节假日`: when it is done as often as that."""
_OTHER_THING = re.compile("(?P<of>(?:其中|其他|其余|对)*)(?P<x>(?![按由在])[^，。；：]{2,24})")
"""`其中医院电梯`, `对低风险企业`: to whom it is done as often as that."""
_ROUNDS = re.compile(rf"(?>(?:不[得应能]?(?:[少低]于|超过)|至少|各|约)*)(?:{NUMBER})[次遍轮](?:以上)?")
_COMES_ROUND = re.compile(rf"每(?:隔|满)?(?:{NUMBER}|半)?个?(?:小时|季度|星期|学期|工作日|[天日周旬月季年])")


@lru_cache(maxsize=1)
def often_again(around: Surroundings) -> Again | None:
    """`每15日保养一次，其中医院电梯每10日一次`: the act of the clause in front, where this one names none."""
    if around.mention.kind != "frequency" or around.tail.strip("，。；、 ") or not (around.earlier or around.before):
        return None
    head = _MADE_TO.sub("", VALUE_TAIL.sub("", around.head))
    other_time = _OTHER_TIME.fullmatch(head)
    verb = around.repeated
    if len(head) < 2 or (verb and not other_time):
        return None
    thing = None if other_time else _OTHER_THING.fullmatch(head)
    if thing and (ACT.search(thing["x"]) or not (nounlike(mask(thing["x"])) or thing["of"])):
        return None
    if not (other_time or thing):
        return None
    before = around.earlier[0] if around.earlier else around.parsed(around.before[-1])
    told = _told(before)
    if told is None or (verb and not told.done.startswith(verb)):
        return None
    if thing is None:
        return told
    return Again(told.done, thing["x"] + ("的" if around.head.endswith(thing["x"] + "的") else ""))


def _told(clause: Clause) -> Again | None:
    """What a clause says is done how often, and to what."""
    comes = _COMES_ROUND.search(clause.text)
    if comes is None:
        return None
    begin = max(clause.body, comes.end())
    rest = clause.text[begin:]
    done = predicate(_ROUNDS.sub("", rest))
    if done is None or not (_ROUNDS.search(rest) or ACT.match(done)):
        return None
    handled = clause.words(clause.governed or clause.taken)
    thing = object_of(done)
    about = clause.words(clause.topic)
    about = None if about and _OTHER_TIME.fullmatch(about) else about
    return Again(done, handled or (thing if thing != done else None) or about)
