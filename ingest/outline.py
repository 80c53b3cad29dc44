"""The outline of a notice as a tree of sections: 第一章 第一条, 一、 （一） 1. 1.1 （1） ①, and 附件."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from operator import add
from typing import Final, NamedTuple

from ingest import patterns as re
from ingest.notice import Block, Section
from ingest.wording import ANNEX, HAN, LABEL, STARTER_OPENINGS, TYPE_END, is_annex_label

_NUMERAL: Final = "一二三四五六七八九十百零〇"
_RANKS: Final = (
    (re.compile(rf"第[{_NUMERAL}\d]+编"), 1),
    (re.compile(rf"第[{_NUMERAL}\d]+章"), 2),
    (re.compile(rf"第[{_NUMERAL}\d]+节"), 3),
    (re.compile(rf"第[{_NUMERAL}\d]+条"), 4),
    (re.compile(rf"[{_NUMERAL}]+(?:、|[.．])"), 4),
    (re.compile(rf"[（(][{_NUMERAL}]+[）)]"), 5),
    (re.compile(r"\d+(?:\.\d+){3}"), 9),
    (re.compile(r"\d+(?:\.\d+){2}"), 8),
    (re.compile(r"\d+\.\d+"), 7),
    (re.compile(r"\d+(?:、|[.．])|\d+$"), 6),
    (re.compile(r"[（(]\d+[）)]"), 10),
    (re.compile(r"\d+[）)]"), 11),
    (re.compile(r"[①-⑳]"), 12),
)
_DECIMAL: Final = re.compile(rf"[1-9]\d?(?:\.[1-9]\d?){{1,3}}(?=[\s\u3000]?[{HAN}（(“《])")
_CHAPTER: Final = re.compile(rf"[1-9]\d?(?=[\s\u3000]?[{HAN}]{{2,14}}$)")
_ENUMERATED: Final = re.compile(r"[一二三四五六七八九]是(?=[\u4e00-\u9fff])")
_ENUMERATED_RANK: Final = 13
_ANNEX_RANK: Final = 0
_RUN_IN: Final = re.compile(r"\s*([^。！？；：:\n]{2,40}+)(?:[。！？]|[：:](?<!\d[：:](?=\d\d))(?=\S))")
_LONGEST_HEADING: Final = 60
_LONGEST_RUN_IN: Final = 36
_LONGEST_LONE: Final = 24
_INNER_BLANKS: Final = re.compile(rf"(?<=[{HAN}])\s+(?=[{HAN}])")
_INNER_MARK: Final = re.compile(r"[。，,；：:]")
_END_MARKS: Final = "。！？；：…;:"


class _Mark(NamedTuple):
    """The block where a section begins."""

    block: int
    rank: int
    number: str
    heading: str


def sections(blocks: Sequence[Block], *, tail: tuple[int, int], attachments: Sequence[str] = ()) -> tuple[Section, ...]:
    """The sections of a notice, offsets into its text; `tail` are the indexes of the first and behind the last block
    of signature and imprint, which belong to no section. A block behind them that begins with 附件, or that is one of
    the `attachments` by name, opens a section of its own."""
    decimals = _decimals(blocks)
    firsts = [block.text[:1] for block in blocks]
    opened = [at for at, first in enumerate(firsts) if first in STARTER_OPENINGS or first.isdecimal()]
    behind_tail = range(tail[1], len(blocks))
    marks = [
        mark
        for index in sorted({*opened, *behind_tail})
        if (mark := _mark(blocks, index, tail, attachments, decimals.get(index)))
    ]
    lengths = [len(block.text) for block in blocks]
    starts = list(accumulate([length + 1 for length in lengths[:-1]], initial=0))
    ends = list(map(add, starts, lengths))
    before = [mark for mark in marks if mark.block < tail[0]]
    behind = [mark for mark in marks if mark.block >= tail[1]]
    return _tree(before, tail[0], starts, ends) + _tree(behind, len(blocks), starts, ends)


def _decimals(blocks: Sequence[Block]) -> dict[int, re.Match[str]]:
    """The numbers of an outline in figures (1总则, 1.1编制目的, 4.2.1…), as emergency plans have it, by block.

    A figure at the beginning of a paragraph (2.5亿元) is none: each number follows the one before it in its chapter.
    """
    texts = [block.text if block.kind != "table" else "" for block in blocks]
    if "1.1" not in [text[:3] for text in texts]:
        return {}
    begun = {at: found for at, text in enumerate(texts) if (found := _DECIMAL.match(text))}
    numbers = {found[0] for found in begun.values()}
    if "1.1" not in numbers or not numbers & {"1.2", "2.1"}:
        return {}
    kept = {at: found for at, found in begun.items() if _before(found[0]) in {*numbers, ""}}
    firsts = {at: found[0].split(".")[0] for at, found in kept.items() if found[0].endswith(".1")}
    chapters = {at: found for at, text in enumerate(texts) if (found := _CHAPTER.match(text))}
    return kept | {at: found for at, found in chapters.items() if firsts.get(at + 1) == found[0]}


def _before(number: str) -> str:
    """The number before one (4.2 → 4.1); empty for the first of its chapter."""
    chapter, _, last = number.rpartition(".")
    return "" if last == "1" else f"{chapter}.{int(last) - 1}"


def _mark(
    blocks: Sequence[Block],
    index: int,
    tail: tuple[int, int],
    attachments: Sequence[str],
    decimal: re.Match[str] | None,
) -> _Mark | None:
    text = blocks[index].text
    if blocks[index].kind == "table" or tail[0] <= index < tail[1]:
        return None
    if index >= tail[1] and (annex := _annex(blocks, index, text, attachments)):
        return annex
    label = LABEL.match(text) or decimal
    if label:
        rank = _rank(label[0])
        return _Mark(index, rank, label[0].rstrip("、.．"), _heading(blocks, index, text, label))
    enumerated = _ENUMERATED.match(text)
    return _Mark(index, _ENUMERATED_RANK, enumerated[0], _run_in(text[enumerated.end() :])) if enumerated else None


def _annex(blocks: Sequence[Block], index: int, text: str, attachments: Sequence[str]) -> _Mark | None:
    """An attachment that begins here, behind the signature: by its label, or by its name."""
    annex = ANNEX.match(text)
    if annex:
        heading = _annex_heading(blocks, index, text[annex.end() :])
        return _Mark(index, _ANNEX_RANK, re.sub(r"\s+", "", annex[0]), heading)
    titled = index > 0 and is_annex_label(blocks[index - 1].text)
    if not titled and len(text) <= _LONGEST_HEADING and re.sub(r"\s+", "", text) in attachments:
        return _Mark(index, _ANNEX_RANK, "附件", text)
    return None


def _heading(blocks: Sequence[Block], index: int, text: str, label: re.Match[str]) -> str:
    """The heading's words: the whole line where it is no sentence, or the first words up to a full stop.

    A short sentence alone (（一）高风险区。) is a heading where text of a lower level follows; an article is none.
    """
    bare = text[label.end() :].strip()
    if not bare:
        return ""
    if bare[-1] not in _END_MARKS and len(bare) <= _LONGEST_HEADING and "。" not in bare:
        return _INNER_BLANKS.sub("", bare)
    lone = bare.rstrip("。：:")
    if not label[0].endswith("条") and len(lone) <= _LONGEST_LONE and not _INNER_MARK.search(lone):
        following = LABEL.match(blocks[index + 1].text) if index + 1 < len(blocks) else label
        return "" if following and _rank(following[0]) <= _rank(label[0]) else lone
    return _run_in(bare)


@lru_cache(maxsize=1024)
def _rank(label: str) -> int:
    return next(rank for pattern, rank in _RANKS if pattern.match(label))


def _run_in(text: str) -> str:
    """The words up to the first full stop or colon where more text follows them in the same paragraph."""
    match = _RUN_IN.match(text)
    if not match or match.end() >= len(text.rstrip()) or len(match[1]) > _LONGEST_RUN_IN:
        return ""
    return match[1].strip()


def _annex_heading(blocks: Sequence[Block], index: int, rest: str) -> str:
    words = rest.strip(" ：:\u3000")
    if words or index + 1 >= len(blocks):
        return words
    following = blocks[index + 1]
    title = following.kind != "table" and len(following.text) <= _LONGEST_HEADING and not LABEL.match(following.text)
    return following.text.strip() if title and (TYPE_END.search(following.text) or "。" not in following.text) else ""


def _tree(marks: Sequence[_Mark], behind: int, starts: Sequence[int], ends: Sequence[int]) -> tuple[Section, ...]:
    """The marks as a tree: inside a mark is what follows it, up to the next mark of its own rank or a higher one."""
    following: list[tuple[_Mark, Section]] = []
    """What has been made and stands inside of nothing yet, the last one first."""
    for mark in reversed(marks):
        inside: list[Section] = []
        while following and following[-1][0].rank > mark.rank:
            inside.append(following.pop()[1])
        stop = following[-1][0].block if following else behind
        section = Section(mark.number, mark.heading, starts[mark.block], ends[stop - 1], tuple(inside))
        following.append((mark, section))
    return tuple(section for _, section in reversed(following))
