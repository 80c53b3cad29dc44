"""句子骨架：每个公文引用收缩成一个记号，语法只看记号前后的词。

`自即日起，《甲办法》（甲发〔2020〕1号）和《乙办法》同时废止` is read as `自即日起，◆和◆同时废止`: whatever a title
holds (废止, 根据, commas, other titles) can't be taken for the words of the sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from extract.relations.citations import Citation
from ingest import patterns as re

MARK: Final = "\ue000"
"""Stands for one citation; a private character, so that no text holds it."""
_MARKED: Final = re.compile(MARK)
STOPS: Final = "。；！？;!?\n"
"""What ends a sentence here."""

_RUN_ON: Final = re.compile(
    rf"\n(?={MARK})(?:(?<=(?:根据|按照|依据|依照|落实|执行|贯彻|遵照|参照|印发|现将|废止)\n)|(?<=[、和及与，]\n))"
    rf"|\n(?<={MARK}\n)(?=同时|等|、|和|废止|要求|精神)"
)
"""A line's end inside a sentence: its verb or 、 stands before it and the title after it."""


class Skeleton(NamedTuple):
    """A sentence with marks for its citations; `start` and `end` are offsets into the notice's text."""

    text: str
    start: int
    end: int
    citations: tuple[Citation, ...]
    marks: tuple[int, ...]
    groups: tuple[tuple[int, ...], ...]
    """The lists of the sentence: marks joined by 、 和 及 or nothing, an organ between them allowed."""

    def between(self, first: int, last: int) -> tuple[int, ...]:
        """The numbers of the marks that stand in `text[first:last]`."""
        return tuple(number for number, at in enumerate(self.marks) if first <= at < last)


_LINK: Final = re.compile(
    r"(?:等)?(?:第[^，,、]{1,12}[条款项])?[、，,\s]*(?:以及|及其?|和|与|或者?|并|暨)?\s*(?:原"
    r"|新修订的?)?(?:\d{4}年\d{1,2}月\d{1,2}日)?"
    r"(?:(?!制定|修订|起草|编制|根据|依据|按照|依照|遵照|参照|落实|贯彻|执行|实施|推动|要求|规定|精神|加强|做好|抓好"
    r"|推进|废止|宣传|编印|研究)[^，,：:" + MARK + r"]){0,40}?(?:(?:制定|修订)的)?"
)


def skeletons(text: str, found: Sequence[Citation], anchors: re.Pattern[str] = _MARKED) -> Iterator[Skeleton]:
    """The sentences of a text that hold one of `anchors`, the mark among them, with `found` (in reading order) marked.

    A line's end ends a sentence; no anchor reaches over the end of one.
    """
    flat, marks = _marked(text, found)
    lines = flat
    for stop in STOPS:
        lines = lines.replace(stop, "\n")
    passed, saved, end = 0, 0, -1
    for anchor in anchors.finditer(flat):
        if anchor.start() < end:
            continue
        begin, first = lines.rfind("\n", 0, anchor.start()) + 1, passed
        start, end = begin + saved, lines.find("\n", anchor.start())
        end = len(lines) if end < 0 else end
        while passed < len(marks) and marks[passed] < end:
            saved += found[passed].end - found[passed].start - 1
            passed += 1
        places, sentence = tuple([mark - begin for mark in marks[first:passed]]), flat[begin:end]
        yield Skeleton(sentence, start, end + saved, tuple(found[first:passed]), places, _groups(sentence, places))


def _groups(text: str, marks: Sequence[int]) -> tuple[tuple[int, ...], ...]:
    lists: list[list[int]] = []
    for number, at in enumerate(marks):
        if lists and _LINK.fullmatch(text, marks[number - 1] + 1, at):
            lists[-1].append(number)
        else:
            lists.append([number])
    return tuple(map(tuple, lists))


def _marked(text: str, found: Sequence[Citation]) -> tuple[str, list[int]]:
    if MARK in text:
        text = text.replace(MARK, " ")
    pieces, marks, position, length = [], [], 0, 0
    for citation in found:
        pieces += [text[position : citation.start], MARK]
        length += citation.start - position
        marks.append(length)
        length, position = length + 1, citation.end
    return _RUN_ON.sub(" ", "".join((*pieces, text[position:]))), marks
