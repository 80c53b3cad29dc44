"""Who must do what, said beside the rule: `（责任单位：市财政局；完成时限：6月底）`, `（市卫健委牵头）`, `责任科室：…`.

Such an assignment governs the item that it closes: a bracket its paragraphs, a line of its own everything since the
last such line in the same top section.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from extract.grammar.bodies import is_body
from extract.grammar.clause_words import HAS_MODAL, STAFF, UNIT
from extract.grammar.masking import mask
from extract.grammar.nouns import UNIT_END, split_units
from extract.sentences import Sentence
from ingest import patterns as re

_LABEL: Final = (
    r"(?:责任|牵头|配合|主办|协办|承办|实施|落实|负责|参与|主责|协同|"
    r"完成)(?:单位|部门|科室|处室|机构|领导|人|主体)(?:（[^）]*）)?"
)
_LABELLED: Final = re.compile(
    rf"(?P<label>{_LABEL})[:：]?(?:为|"
    rf"是)?(?P<names>[^；;。:：\n]+?)(?=[；;。\n]|"
    rf"，?{_LABEL}(?![、，,；;。]|$)|，?(?:完成)?时限|，?完成时间|$)"
)
_REMARK: Final = re.compile("列首|下同|同上|排名|首位|以下简称|列出|以下|^(?:长期|持续)(?:坚持|推进|实施|推动)$")
_DOES_A_PART: Final = re.compile("(?:做|抓|落实|组织|完成)好|除外$|^不?含|包括")
"""`甲局做好…，乙局抓好…`, `甲局、乙县除外`: who does which part or none, no list; nor `甲公司应将本通知转发乙公司`."""
_ASIDE: Final = re.compile(
    r"[（(][^（）()、]*(?:下同|同上|以下[简统合]?称)[^（）()]*[）)]|[，,。；;][^（）()、]*(?:下同|同上)(?=[）)])"
)
"""`（以下简称各机构）`, and what closes a list itself: `（甲局、乙局，列首的为牵头单位，下同）`."""
_TERM: Final = re.compile(
    r"[，,；;。]?\s*(?:(?:完成)?(?:时限|时间|期限)\s*[:：].*|(?:20\d\d年)?(?:\d{1,2}月)?(?:\d{1,2}日|年?底|月?底|末)?前"
    r"(?:完成|办结|落实|实施|出台|报送)?(?=[）)】］]|$))"
)
"""By when, beside who: `…配合，2020年12月底前完成` names no unit."""
_LINE: Final = re.compile(rf"^[（(〔【［\[]?\s*{_LABEL}\s*[:：]")
_TERM_LINE: Final = re.compile(r"(?:目标|办理|办结|完成|工作|承诺|法定)?(?:时限|期限)\s*[:：]")
"""`目标时限：3个工作日内` closes an item on a line of its own."""
_BRACKET: Final = re.compile(
    r"[（(〔【［\[](?P<inner>[^（）()〔〕【】［］\[\]]*(?:[（(〔][^（）()〔〕]*[)）〕][^（）()〔〕【】［］\[\]]*)*)[)）〕】］\]][。.;；]?$"
)
_OPENERS, _CLOSERS = ("（", "(", "〔", "【", "［", "["), (")", "）", "〕", "】", "］", "]")
_ROLE_LABEL: Final = re.compile(rf"{_LABEL}\s*[:：]")
_ROLE_SAID: Final = re.compile(r"牵头|按(?:照)?(?:各自)?职责|分工负责|负责(?:组织)?(?:落实|实施)?[）)]?$|配合$")
_PARTS: Final = re.compile("[，,；;]")
_ROLES: Final = re.compile(
    r"(?:等(?:有关|相关|各)*(?:部门|单位|处室)?)?(?:分别)?(?:会同|牵头负责|(?:牵头|配合|协助|参与)(?!单位|部门)|"
    r"按(?:照)?(?:各自)?职责(?:分工)?(?:负责)?|分工负责|负责(?!人)|"
    r"共同负责|具体负责|组织(?:落实|实施|推进)|落实|等(?:有关)?(?:部门|单位)?(?:按|$))"
)
_UNIT_NAME: Final = re.compile(
    rf"(?:{UNIT}|{STAFF}|部|署|总局|残联|妇联|团委|公积金|税务|办事处|"
    rf"工商联|科协|管理处|政数局)(?:□+)?$|^团[省市县区]委$|^各|人民政府|政府$"
    rf"|税务|电力|水务|燃气|通信"
)


@dataclass(frozen=True, slots=True)
class Assignment:
    """Who is assigned to an item, and whether the words that assign it say by when too (…负责，8月底前完成)."""

    units: tuple[str, ...] = ()
    due: bool = False


Closings = dict[tuple[int, tuple[str, ...]], int]
"""The end of the last assignment to the same units in a block, by block and units."""


def names(text: str) -> tuple[str, ...]:
    """The units of an assignment, lead and support in the order given; empty where `text` is none.

    A bracket without a role word counts only where every one of its names is a unit's; one that says who does which
    part (〔任务分解：甲局做好…，乙局做好…〕) is no list.
    """
    return _names(text) if ":" in text or "：" in text or _ends_in_bracket(text) else ()


@lru_cache(maxsize=4096)
def _names(text: str) -> tuple[str, ...]:
    text = _ASIDE.sub("", text.strip())
    if _is_line(text):
        return _labelled(text.strip("（()）〔〕【】［］[]"))
    bracket = _BRACKET.search(text)
    found = _enclosed(bracket["inner"]) if bracket else ()
    alone = bracket and len(found) == 1 and not _ROLE_LABEL.match(bracket["inner"])
    return () if bracket and alone and _is_another_name(text[: bracket.start()], bracket["inner"]) else found


def _is_another_name(before: str, inner: str) -> bool:
    """`报乡镇人民政府（街道办事处）`: a unit in a bracket behind a unit is another name of it, or its like."""
    return UNIT_END.match(before) and _UNIT_NAME.search(inner) is not None


def _labelled(text: str) -> tuple[str, ...]:
    return _unique(name for match in _LABELLED.finditer(text) for name in _plain(match["names"]))


@lru_cache(maxsize=4096)
def _enclosed(text: str) -> tuple[str, ...]:
    text = _TERM.sub("", text.partition("。")[0])
    if _ROLE_LABEL.search(text):
        return _labelled(text)
    found = _plain(text)
    if any(_DOES_A_PART.search(name) or HAS_MODAL.search(name) for name in found):
        return ()
    units = sum(bool(_UNIT_NAME.search(mask(name))) for name in found)
    if _ROLE_SAID.search(text) or units >= max(_PLAIN_UNITS, len(found) / 2) or units == len(found):
        return () if len(found) == 1 and _PLACE.match(found[0]) else _unique(found)
    return ()


_PLAIN_UNITS: Final = 2
"""So many names that are a unit's vouch for as many that tell it by no ending (`甲局、乙局、东航物流、闵行区`)."""
_PLACE: Final = re.compile(
    r"(?![省市县区州各我全本]|[\u4e00-\u9fff]{1,6}(?:[省市县]|区(?=.)))[\u4e00-\u9fff]{0,8}?(?:馆|厂|店|场|场所|学校|医院|工地|园区|小区|市场|平台|系统)$"
)
"""`游泳馆（跳水馆）`: the name of another kind of place in a bracket assigns nobody."""


def _ends_in_bracket(text: str) -> bool:
    return text.rstrip().rstrip("。.;；").endswith(_CLOSERS)


def _is_line(text: str) -> bool:
    return (":" in text or "：" in text) and _LINE.match(text) is not None


def _is_term_line(text: str) -> bool:
    return "限" in text and _TERM_LINE.match(text) is not None


def read(sentences: Sequence[Sentence]) -> tuple[list[Assignment], Closings]:
    """For each sentence what closes its item and assigns it (empty where nothing does), and where that ends."""
    named = [names(sentence.text) for sentence in sentences]
    ends = {(sentence.block, units): sentence.end for sentence, units in zip(sentences, named, strict=True) if units}
    governed = _governed(sentences, named)
    return _by_headings(sentences, _by_sections(sentences, governed)) if ends else governed, ends


def _by_headings(sentences: Sequence[Sentence], assigned: list[Assignment]) -> list[Assignment]:
    """`三、获得电力领域（省能源局牵头）`: whom the nearest heading assigns has what stands below it to do.

    Not what an assignment of its own closes.
    """
    return [
        found
        if found.units or not any(_ends_in_bracket(heading) for heading in sentence.headings)
        else replace(found, units=next(filter(None, map(names, reversed(sentence.headings))), ()))
        for sentence, found in zip(sentences, assigned, strict=True)
    ]


def _by_sections(sentences: Sequence[Sentence], assigned: list[Assignment]) -> list[Assignment]:
    """Where every section of a notice closes with one bracket, behind the last of its items, it governs them all.

    `（一）… 1.… 2.… 3.…〔甲局牵头，乙局负责〕 （二）… 4.… 5.…〔丙局负责〕`: no other item of a section is assigned, and
    hardly a section is without; in other notices each item has its own bracket, or only few have one.
    """
    sections: defaultdict[tuple[str, ...], dict[str, Assignment]] = defaultdict(dict)
    for sentence, found in zip(sentences, assigned, strict=True):
        if len(sentence.path) > 1:
            items = sections[sentence.path[:-1]]
            if found.units or sentence.path[-1] not in items:
                items[sentence.path[-1]] = found
    of_many = [[*items.values()] for items in sections.values() if len(items) > 1]
    closed = sum(bool(items[-1].units) for items in of_many)
    single = any(item.units for items in of_many for item in items[:-1])
    if single or closed < max(_SECTIONS, len(of_many) * 3 // 4):
        return assigned
    whole = {path: [*items.values()][-1] for path, items in sections.items()}
    return [
        found if found.units or len(sentence.path) < 2 else Assignment(whole[sentence.path[:-1]].units)
        for sentence, found in zip(sentences, assigned, strict=True)
    ]


_SECTIONS: Final = 3
"""So many sections closed alike are the way of a notice; one or two may be chance."""


def _governed(sentences: Sequence[Sentence], named: Sequence[tuple[str, ...]]) -> list[Assignment]:
    assigned = [Assignment()] * len(sentences)
    for number, (sentence, units) in enumerate(zip(sentences, named, strict=True)):
        if number and sentences[number - 1].block == sentence.block and _is_term_line(sentence.text):
            assigned[number] = replace(assigned[number - 1], due=True)
        if not units or sentence.role == "frame":
            continue
        found = Assignment(units, due=bool(_TERM.search(sentence.text, begins(sentence.text))))
        line = _is_line(sentence.text)
        if line and number and _is_line(sentences[number - 1].text):
            found = _joined(assigned, number - 1, found)
        own_line = line and not (number and sentences[number - 1].block == sentence.block)
        for before in range(number, -1, -1):
            other = sentences[before]
            if assigned[before].units or not _same_item(other, sentence, line=own_line):
                break
            assigned[before] = found
    return assigned


def _joined(assigned: list[Assignment], last: int, found: Assignment) -> Assignment:
    """`牵头单位：甲局。责任单位：乙局。`: the second line adds to what the first one assigned."""
    first = assigned[last]
    both = replace(found, units=_unique((*first.units, *found.units)))
    while last >= 0 and assigned[last] == first:
        assigned[last] = both
        last -= 1
    return both


def begins(text: str) -> int:
    """Offset where a sentence's closing assignment begins; its length where it has none."""
    if _is_line(text) or _is_term_line(text):
        return 0
    bracket = _BRACKET.search(text) if _ends_in_bracket(text) else None
    return bracket.start() if bracket and (names(text) or _TERM.search(bracket["inner"])) else len(text)


def is_assignment(text: str) -> bool:
    """Whether a sentence says nothing but who is assigned."""
    return _is_line(text) or bool(text.startswith(_OPENERS) and _BRACKET.fullmatch(text) and names(text))


def _same_item(other: Sentence, sentence: Sentence, *, line: bool) -> bool:
    if other.role == "frame":
        return False
    if line:
        return other.path[:1] == sentence.path[:1]
    return other.block == sentence.block or (bool(other.path) and other.path == sentence.path)


def _plain(text: str) -> tuple[str, ...]:
    """Names without their role words: `市财政局牵头，市教育局、市民政局按职责分工负责` → three units."""
    return tuple(
        bare
        for part in _PARTS.split(text)
        for name in split_units(_ROLES.sub("、", part))
        if len(bare := _LABEL_BEFORE.sub("", name.strip(" ：:、"))) >= 2 and not _REMARK.search(bare) and is_body(bare)
    )


_LABEL_BEFORE: Final = re.compile(rf"^{_LABEL}(?=[\u4e00-\u9fff]{{2}})")
"""`牵头单位市财政局`: a label that lost its colon."""


def _unique(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found))
