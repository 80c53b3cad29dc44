"""One more for whom the same is done: a bare name in front of a figure leaves out what the words before say."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from extract.grammar.clause_words import ACT
from extract.grammar.masking import MASK, mask
from extract.grammar.nouns import acts_by_name, nounlike
from extract.grammar.phrases import object_of, predicate
from extract.mentions import Mention
from extract.parties.context import Before
from extract.parties.surroundings import Surroundings
from ingest import patterns as re


@lru_cache(maxsize=1)
def one_more(around: Surroundings) -> tuple[str | None, str | None] | None:
    """`露天车位收费标准不超过100元，地下车位不超过180元`: who or what a figure is for, and what it is of."""
    set_by_a_verb = around.mention.kind == "threshold" and around.amount and not around.head.endswith(_REACHED)
    acts_itself = around.mention.kind == "frequency" and around.repeated
    if acts_itself or set_by_a_verb or around.covered_tail.strip(f"{MASK}，。；、 "):
        return None
    to_others = around.head.startswith("对")
    name = _BOUNDED.sub("", around.head).removesuffix("的" if to_others else "")
    if not name and around.earlier and around.mention.kind != "interval":
        case = around.earlier[0].text if around.earlier[0].conditional else None
        done = _as_before(around, name) if case or _right_in_front(around) else None
        return (case, done) if done else None
    covered = mask(name)
    if len(name) < 2 or _MEASURED.search(covered) or _NO_NAME.search(covered):
        return None
    if ACT.search(covered) and not (_SORT.search(covered) and len(name) <= _SHORT_NAME and _beside(around, name)):
        return None
    done = _as_before(around, name) or (None if ACT.search(covered) else _told_in_front(around, name))
    return (None if _WHEN.search(name) else name, done) if done else None


_BOUNDED: Final = re.compile(
    "^(?:其中|且|并|对|原则上)+|"
    "(?>(?:应当?|须|每[年月天日人户项个名]|最[高低多少长短]|不[得应能]?(?:超过|[少低高多早晚迟]于)|为|各|均|分别|一般|"
    "原则上|至少|(?:控制|压缩|缩短|压减)[在至到]|在|达到?)+)$"
)
_MEASURED: Final = re.compile(
    "(?:(?<!制)度|[率量额数值费价金期]|期限|时间|时限|时长|年限|周期|比例|占比|标准|面积|规模|分数|权重|距离|比重|半径|能力|间隔|"
    "频次|年龄|收入|支出|投资|成本|资产|基数|工资|报酬|津贴)□*$"
)
"""What is measured has a figure of its own."""
_NO_NAME: Final = re.compile("^(?:距|自|从|至|按|到|于|由|将|第|设|配)|[\\d达到前后内在于的]$|[=＝×]")
"""What stands in front of a figure and names nothing: distances, times, the parts of a sum."""
_SORT: Final = re.compile(
    "(?:[小中]学|[初高]中|[类级档型性士生员户域间季区段人方室厅店馆]|企业|项目|设备|事项|"
    "[部岗]位|道路|水库|集体|建筑|车辆|产品|事故|案件|住宅)□*$"
)
"""How the names of sorts, of places and of parts of the day or year end."""


def _as_before(around: Surroundings, name: str) -> str | None:
    """What is done with the value in front, of the same kind and unit."""
    before = _in_front(around)
    if not before or (name and name in before.done):
        return None
    if not _alike(before.mention, around.mention):
        return None
    measured = _MEASURED.search(mask(before.done))
    reached = around.mention.kind == "threshold" and around.head.endswith(_REACHED)
    part = around.head.startswith("其中") and "、" not in around.head
    if not measured and (reached or not (before.sure or part or ACT.search(before.done))):
        return None
    if not name:
        return before.done
    counted = _counts(before.mention) and _counts(around.mention) and nounlike(mask(name))
    if not (counted or _sorts(name) or around.head.startswith(("其中", "对")) or _beside(around, name)):
        return None
    verb = _counting(before) if _counts(before.mention) and _counts(around.mention) else None
    return verb or _without(before.done, name)


def _counting(before: Before) -> str | None:
    """`抽查企业不少于10家、工地不少于3个`: the verb alone, for each has its own things behind it."""
    if before.sure and ACT.fullmatch(before.done):
        return before.done
    counted = object_of(before.done) if ACT.match(before.done) else None
    verb = before.done.removesuffix(counted) if counted else ""
    return verb if len(verb) > 1 and ACT.fullmatch(verb) else None


def _counts(mention: Mention) -> bool:
    return mention.kind == "threshold" and "/" not in mention.value and _unit(mention) in _THINGS


def _beside(around: Surroundings, name: str) -> bool:
    """Whether a name ends as one does that stands in front of the figure before."""
    before = _in_front(around)
    return before is not None and _core(name)[-2:] in before.text[: before.mention.start][-_NEAR:]


def _without(done: str, name: str) -> str | None:
    """`露天车位收费标准`, beside `地下车位`: what is measured, without the name that the other stands beside."""
    core = _core(name)
    same = core[-2:] if core[-2:] in done else core[-1:]
    whom, joint, rest = done.partition(same)
    if not rest:
        return done if ACT.search(done) or not joint else None
    if not whom or rest.startswith(_PLACE) or not (len(joint) > 1 or _sorts(whom + joint)):
        return done
    return rest if len(rest) > len(joint) or ACT.match(rest) else joint + rest


def _core(name: str) -> str:
    return name.partition("（")[0]


_PLACE: Final = tuple("省市县区村")


def as_said_before(around: Surroundings) -> str | None:
    """`10人以内的，陪餐不得超过3人；超过10人的，不得超过三分之一`: else what the value before is of."""
    before = _in_front(around)
    told = before and (before.sure or ACT.search(before.done) or _MEASURED.search(mask(before.done)))
    return before.done if before and told else None


def _right_in_front(around: Surroundings) -> bool:
    """`审核时间不少于5日，最长不超过15日`: whether the value before stands in the clause in front."""
    before = _in_front(around)
    return before is not None and before.mention.start >= around.spans[around.index - 1][0]


def _in_front(around: Surroundings) -> Before | None:
    """The value before this one, where it stands in the same sentence."""
    before = around.context.before
    return before if before and before.text == around.sentence.text else None


def _sorts(name: str) -> bool:
    covered = mask(name)
    return acts_by_name(covered) or _SORT.search(covered) is not None


def _alike(one: Mention, other: Mention) -> bool:
    """Whether two values are of one kind and one unit; how long something takes and by when it is due are one."""
    if other.kind == "threshold":
        return one.kind == other.kind and (_unit(one) == _unit(other) or (_counts(one) and _counts(other)))
    return one.kind == other.kind or {one.kind, other.kind} == _TIMES


def _unit(mention: Mention) -> str:
    return _UNIT.sub("", mention.value.rpartition("..")[2])


_THINGS: Final = frozenset("家户人名个位条座台辆套间张件所处支份篇场项类种页组棵栋本册门只盏架瓶箱袋块把顶艘株头")
"""Units that count things, each thing by its own."""
_TIMES: Final = {"duration", "deadline"}
_UNIT: Final = re.compile(r"[\d.<>=,~-]+|/.*")


def _told_in_front(around: Surroundings, name: str) -> str | None:
    """`学位论文的间隔时间，博士不少于3个月`, `申报青年项目的，男性未满38周岁`: the measure or case in front."""
    case = around.earlier[0].text.removesuffix("的") if around.earlier and around.earlier[0].conditional else ""
    if case and around.mention.value.endswith("岁"):
        return case if _sorts(name) and len(case) <= _SHORT else None
    for number, clause in enumerate(around.earlier[:3]):
        if not _FIGURE.search(clause.text):
            end = around.spans[around.index - number - 1][1]
            label = around.sentence.text.startswith(("：", ":"), end)
            told = _MEASURED.search(clause.covered) and (label or not (clause.conditional or ACT.match(clause.covered)))
            return (predicate(clause.text[clause.body :]) or clause.text) if told else None
    return None


_FIGURE: Final = re.compile(r"\d")
_SHORT, _SHORT_NAME = 16, 6
_NEAR: Final = 40
_WHEN: Final = re.compile("(?:间|季|期|时段|阶段)$")
"""`夜间不超过20分钟`: when another figure holds is nobody whom it governs."""
_REACHED: Final = ("达", "达到")
