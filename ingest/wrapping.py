"""Lines that a program wrapped at a fixed width, and sentences that a page break cut: put together again.

A text out of a PDF holds lines of one width; paragraphs end short of it. Some programs also break a line at every
quotation mark or comma: then the pieces of one printed line add up to the width.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ingest import brackets
from ingest import patterns as re
from ingest.notice import Block
from ingest.pieces import join
from ingest.wording import ANNEX, DAY, DISCLOSURE, HAN, LABEL, NO_TEXT, NUMBER, ORGAN_LINE, STARTER, TERMINAL, TYPE_END

Edit = tuple[int, int, tuple[Block, ...]]

_LEAST_LINES = 8
_LEAST_SHARE = 0.05
_LEAST_WIDTH = 36
_SLACK = 5
_INDENT = 4
_OPEN_END = re.compile(r"[，、,（(《“〈‘]$")
_CLOSING = re.compile(r"[，。、；：！？）》”〉’,.;)]")
_ARTICLE = re.compile(r"第[^章节条]{1,5}条(?:$|【)")
"""An article that is a number, perhaps with a catchword, or begins so: its text stands in the same paragraph."""
_REFERRED = re.compile(r"第[^章节条]{1,5}条(?:$|[的第之、和“]|规定)")
"""An article that is spoken of (《…条例》第十六条“…), not one that begins."""
_LAST_CLAUSE = re.compile(rf"(?:本|以上)[{HAN}]{{2,8}}自(?:印发|发布|公布|[12]\d{{3}})")
"""The clause that sets a notice in force is a paragraph of its own."""
_COUNTING, _COUNTED = re.compile(r"\d、$"), re.compile(r"\d+、\d")
"""A list of figures that a line end cuts (110、⏎119、120等紧急热线)."""
_HEADING_REST = re.compile(r"[”》）][^，。；：]{1,8}。")
"""The rest of a heading that was cut behind a closing mark (1.深化“证照分离”⏎改革。)."""
_DEFINES = re.compile(r"[（(]以下[简统合]?称[^（()）]{1,40}[）)]$")
_DATE_LINE = re.compile(rf"\s*{DAY}\s*")
_OWN_LINE = re.compile(rf"(?:{NUMBER.pattern})|{DISCLOSURE.pattern}|{ANNEX.pattern}|{NO_TEXT.pattern}")
_OWN_LINE_ENDS = tuple("号开布文）)")
"""How such a line ends, if it is no label of an annex: asked first, for few lines do."""
_BODY_OPENER = re.compile(r"(?:为|根据|按照|依据|现|经|近|当前|各|第[一1])")
_CONTINUES = re.compile(r"[要应须将可并及和与或的是在对由按地了能会得已未不]")
_LONG_PROSE = 20
_LONGEST_BRACKET = 400
_INNER = r"(?:[^（）()〔〕]|[（(〔][^（）()〔〕]*[）)〕])*"
_ASSIGNED = re.compile(rf"。[（(〔](?={_INNER}(?:单位[：:]|部门[：:]|牵头|负责)){_INNER}[）)〕]$")
"""The units that close an item: what stands below them is another paragraph, also where they end at the edge."""
_UNITS_FOLLOW = re.compile(r"(?:^|[。；])(?:责任|牵头|配合|主办|协办|承办|参与)(?:单位|部门|处室|科室)[：:]$")
"""`责任单位：` at the end of a piece: the names stand in the next one."""
_LEAST_OPEN = 10


class _Line(NamedTuple):
    """A line as the wrap sees it."""

    text: str
    width: int
    starts: bool
    """Whether it begins a paragraph by its own words."""
    fixed: bool
    """Whether it is a line of its own in any case: a signature, a date, a number, a table."""
    title: bool
    """Whether it stands where titles stand: at the head, or below a date."""


def wrapped_lines(blocks: Sequence[Block]) -> Iterator[Edit]:
    """Lines of one paragraph, where lines have a fixed width, or where blank lines stand between paragraphs."""
    lines = _lines(blocks)
    width = _wrap_width(lines)
    if width:
        yield from _joined(blocks, _by_width(lines, width))
    elif _blank_lines_separate(blocks):
        yield from _joined(blocks, _by_blank_lines(blocks, lines))


def broken_sentences(blocks: Sequence[Block]) -> Iterator[Edit]:
    """A paragraph that ends in the middle of a sentence or a bracket, and the next one that goes on with it."""
    texts = [block.text.strip() for block in blocks]
    lines = _Lines(blocks, texts)
    runs_on = [len(text) >= _LEAST_OPEN and text[-1] not in TERMINAL for text in texts[:-1]]
    within = brackets.broken(blocks)
    yield from _joined(
        blocks, [at in within or (on and _runs_on(lines[at], lines[at + 1])) for at, on in enumerate(runs_on)]
    )


_CARRIED = re.compile(r"《([^》]{8,80})")
_BLANKS = re.compile(r"\s+")
_CARRIED_LINES = 12


def _carried(texts: Sequence[str]) -> list[str]:
    """The titles in 《》 near the head, which can come again above the documents that a cover prints."""
    return _CARRIED.findall(_BLANKS.sub("", "".join(texts[:_CARRIED_LINES])))


def _begins_carried(text: str, carried: Sequence[str]) -> bool:
    if not 8 <= len(text) <= 80:
        return False
    bare = _BLANKS.sub("", text)
    return any(name.startswith(bare) for name in carried)


_TITLE_HEAD = re.compile(r"关于|印发|转发|公布|发布")
_TITLE_LENGTH = 80


def wrapped_titles(blocks: Sequence[Block]) -> Iterator[Edit]:
    """A title over two or three lines: the first speaks of 关于 or 印发, only the last names a kind of document."""
    texts = [block.text.strip() for block in blocks]
    titles = _title_lines(texts, _signatures(texts))
    done = 0
    for index in sorted(titles):
        length = _title_run(blocks, texts, titles, index) if index >= done else 1
        if length > 1:
            yield index, index + length, (join(blocks[index : index + length]),)
            done = index + length


def _title_run(blocks: Sequence[Block], texts: Sequence[str], titles: set[int], index: int) -> int:
    """How many lines from here on make up one title; 1 where none begins here."""
    first = texts[index]
    if not _TITLE_HEAD.search(first) or TYPE_END.search(first) or not _may_be_title(blocks[index], first):
        return 1
    if first[-1] in TERMINAL:
        return 1
    for stop in range(index + 1, min(index + 3, len(texts))):
        if stop not in titles or not _may_be_title(blocks[stop], texts[stop]):
            return 1
        whole = "".join(texts[index : stop + 1])
        if len(whole) <= 2 * _TITLE_LENGTH and TYPE_END.search(whole):
            return stop - index + 1
    return 1


def _may_be_title(block: Block, text: str) -> bool:
    return bool(text) and block.kind == "paragraph" and not STARTER.match(text) and not _OWN_LINE.fullmatch(text)


def _joined(blocks: Sequence[Block], runs_on: Sequence[bool]) -> Iterator[Edit]:
    """An edit for each run of blocks of which each but the last runs on."""
    start = 0
    for index, on in enumerate([*runs_on, False]):
        if not on:
            if index > start:
                yield start, index + 1, (join(blocks[start : index + 1]),)
            start = index + 1


class _Lines:
    """The lines of the blocks, each looked at when it is asked for."""

    def __init__(self, blocks: Sequence[Block], texts: Sequence[str]) -> None:
        self._blocks, self._texts = blocks, texts
        self._tail = _signatures(texts)
        self._titles = _title_lines(texts, self._tail)
        self._carried = _carried(texts)
        self._openings = tuple(name[0] for name in self._carried)

    def __getitem__(self, at: int) -> _Line:
        block, text = self._blocks[at], self._texts[at]
        titled = text.startswith(self._openings) and _begins_carried(text, self._carried)
        lead = block.text[:4]
        return _Line(
            text,
            len(text.encode("gbk", "replace")),
            titled or self._starts(at) or (lead[:2] in ("\u3000\u3000", "  ") and lead[2:] != "  "),
            at in self._tail or block.kind != "paragraph" or _is_own_line(text),
            titled or at in self._titles,
        )

    def _starts(self, at: int) -> bool:
        """Whether a line opens with an outline number or the like, and not with one that the line above refers to."""
        text, above = self._texts[at], self._texts[at - 1] if at else ""
        if above.endswith(("。", "）", "〕")) and _LAST_CLAUSE.match(text):
            return True
        if not STARTER.match(text):
            return False
        referred = above.endswith("》") and at - 1 not in self._titles and _REFERRED.match(text)
        counted = _COUNTING.search(above) and _COUNTED.match(text)
        return not (referred or counted)


def _is_own_line(text: str) -> bool:
    short = len(text) < 80 and (text.endswith(_OWN_LINE_ENDS) or text.startswith("附"))
    return short and _OWN_LINE.fullmatch(text) is not None


def _lines(blocks: Sequence[Block]) -> list[_Line]:
    lines = _Lines(blocks, [block.text.strip() for block in blocks])
    return [lines[at] for at in range(len(blocks))]


def _signatures(texts: Sequence[str]) -> set[int]:
    """Lines of organs that stand above a line with nothing but a date, and that date."""
    found: set[int] = set()
    for index, text in enumerate(texts):
        if len(text) <= 40 and (_DATE_LINE.fullmatch(text) or NO_TEXT.fullmatch(text)):
            found.add(index)
            above = index - 1
            while above >= 0 and len(texts[above]) <= 60 and ORGAN_LINE.fullmatch(texts[above]):
                found.add(above)
                above -= 1
    return found


def _title_lines(texts: Sequence[str], tail: set[int]) -> set[int]:
    """Lines above the first paragraph, and those between a signed date and the next paragraph."""
    found: set[int] = set()
    for start in [0, *(index + 1 for index in tail if index + 1 not in tail)]:
        for index in range(start, min(start + 6, len(texts))):
            if _BODY_OPENER.match(texts[index]) or LABEL.match(texts[index]) or "。" in texts[index]:
                break
            found.add(index)
    return found


def _wrap_width(lines: Sequence[_Line]) -> int | None:
    """The width, in half-width units, at which lines end; `None` where they have no fixed width.

    The sign of a fixed width: no line is wider, many end just there, and most of these in the middle of a sentence.
    """
    widths = Counter(line.width for line in lines if line.width >= _LEAST_WIDTH and not line.fixed)
    if len(lines) < _LEAST_LINES:
        return None
    full = {edge: sum(widths[edge - back] for back in range(_SLACK)) for edge in widths}
    edges = sorted(widths, key=lambda edge: (full[edge], edge), reverse=True)
    least = max(_LEAST_SHARE * len(lines), 4)
    for edge in edges:
        if full[edge] >= least and _is_edge(lines, widths, edge):
            return edge
        least = max(least, _LEAST_LINES)
    return None


def _is_edge(lines: Sequence[_Line], widths: Counter[int], edge: int) -> bool:
    """Whether hardly a line is wider, and most of those that end here end in the middle of a sentence."""
    if sum(count for width, count in widths.items() if width > edge + 2) > 1 + len(lines) // 50:
        return False
    full = [line for line in lines if edge - _SLACK < line.width <= edge]
    return sum(line.text[-1] not in TERMINAL for line in full) >= 0.6 * len(full)


def _by_width(lines: Sequence[_Line], width: int) -> list[bool]:
    runs_on: list[bool] = []
    used, run = _INDENT, ""
    for index, line in enumerate(lines[:-1]):
        used, run = used + line.width, run[-_LONGEST_BRACKET:] + line.text
        full = used >= width - _SLACK
        on = _may_run_on(line, lines[index + 1]) and (full or _same_printed_line(lines, index, used, width))
        on = on and not (
            line.text[-1] in "）)〕" and _ASSIGNED.search(run) and not _CLOSING.match(lines[index + 1].text)
        )
        used = 0 if on and full else used if on else _INDENT
        run = run if on else ""
        runs_on.append(on)
    return runs_on


def _same_printed_line(lines: Sequence[_Line], index: int, used: int, width: int) -> bool:
    """Whether this short piece and the ones after it were one line in print."""
    line, following = lines[index], lines[index + 1]
    if _OPEN_END.search(line.text) or _CLOSING.match(following.text) or LABEL.fullmatch(line.text):
        return True
    if line.text[-1] in "：:":
        return _UNITS_FOLLOW.search(line.text) is not None
    unfinished = line.text[-1] not in TERMINAL
    if unfinished and (line.title or _is_heading(line.text)):
        return following.text[0] in "“《（(" or bool(_HEADING_REST.match(line.text[-1] + following.text))
    if unfinished or following.text[0] in "（(":
        return True
    for later in lines[index + 1 : index + 9]:
        if later.starts or later.fixed:
            return False
        used += later.width
        if used >= width - _SLACK:
            return used <= width + _SLACK
    return False


def _is_heading(text: str) -> bool:
    """Whether a numbered line can be a heading: no article, whose text follows its number, and no sentence in it."""
    return bool(LABEL.match(text)) and not _ARTICLE.match(text) and "。" not in text


def _may_run_on(line: _Line, following: _Line) -> bool:
    return not (line.fixed or following.fixed or following.starts or not line.text or not following.text)


def _blank_lines_separate(blocks: Sequence[Block]) -> bool:
    """Whether most neighbours in a plain text have a blank line between them."""
    gaps = [gap for gap in map(_gap, blocks, blocks[1:]) if gap is not None]
    return len(gaps) >= _LEAST_LINES and sum(gap > 1 for gap in gaps) > 0.6 * len(gaps)


def _gap(block: Block, following: Block) -> int | None:
    first, second = block.places[-1][1].line, following.places[0][1].line
    return None if first is None or second is None else second - first


def _by_blank_lines(blocks: Sequence[Block], lines: Sequence[_Line]) -> list[bool]:
    """Neighbours without a blank line between them, the first of them long or an organ's name cut in two."""
    runs_on = []
    for index, (line, following) in enumerate(pairwise(lines)):
        adjacent = _gap(blocks[index], blocks[index + 1]) == 1
        wide = line.width >= 40 and line.text[-1] not in TERMINAL
        full = line.width >= 40 and abs(line.width - following.width) <= 4
        runs_on.append(adjacent and (wide or full) and _may_run_on(line, following))
    return runs_on


def _runs_on(line: _Line, following: _Line) -> bool:
    text, after = line.text, following.text
    if not _may_run_on(line, following) or (TYPE_END.search(text) and _BODY_OPENER.match(after)):
        return False
    if _OPEN_END.search(text) or _CLOSING.match(after) or after[0] == "的" or _DEFINES.search(text):
        return True
    if text[-1] in "）)》" or (text[-1] == "”" and LABEL.match(text)):
        return False
    if text.rfind("《") > text.rfind("》") or text.rfind("（") > text.rfind("）"):
        return True
    prose = (
        "。" in text
        or ("，" in text and not LABEL.match(text))
        or (len(text) >= _LONG_PROSE and bool(_CONTINUES.match(after)))
    )
    sentence = any(mark in after for mark in "，。；,")
    return len(text) >= _LONG_PROSE and prose and sentence and bool(re.match(rf"[{HAN}\d“]", after))
