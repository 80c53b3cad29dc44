"""Lines that a program wrapped at a fixed width, and sentences that a page break cut: put together again.

A text out of a PDF holds lines of one width; paragraphs end short of it. Some programs also break a line at every
quotation mark or comma: then the pieces of one printed line add up to the width.
"""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from mypy_extensions import mypyc_attr

from ingest import patterns as re
from ingest.fields.recipients import is_salutation
from ingest.fields.titles import ORDER_NUMBER, without_site
from ingest.notice import Block
from ingest.once import once
from ingest.readers import table_heads
from ingest.readers.page_labels import field_of
from ingest.repairs import brackets
from ingest.repairs.pieces import Blocks, Edit, join
from ingest.wording import (
    ANNEX,
    DAY,
    DISCLOSURE,
    HAN,
    LABEL,
    LONGEST_LABEL,
    NO_TEXT,
    NUMBER,
    ORGAN_LINE,
    PRINTED,
    STARTER,
    STARTER_OPENINGS,
    TERMINAL,
    TYPE_END,
)

_in_half_widths = codecs.getencoder("gbk")
_LEAST_LINES: Final = 8
_LEAST_SHARE: Final = 0.05
_LEAST_WIDTH: Final = 36
_SLACK: Final = 5
_INDENT: Final = 4
_OPEN_ENDS: Final = "，、,（(《“〈‘"
_CLOSING_MARKS: Final = "，。、；：！？）》”〉’,.;)"
_ARTICLE: Final = re.compile(r"第[^章节条]{1,5}条(?:$|【)")
"""An article that is a number, perhaps with a catchword, or begins so: its text stands in the same paragraph."""
_REFERRED: Final = re.compile(r"第[^章节条]{1,5}条(?:$|[的第之、和“]|规定)")
"""An article that is spoken of (《…条例》第十六条“…), not one that begins."""
_LAST_CLAUSE: Final = re.compile(rf"(?:本|以上)[{HAN}]{{2,8}}自(?:印发|发布|公布|[12]\d{{3}})")
"""The clause that sets a notice in force is a paragraph of its own."""
_COUNTING, _COUNTED = re.compile(r"\d、$"), re.compile(r"\d+、\d")
"""A list of figures that a line end cuts (110、⏎119、120等紧急热线)."""
_HEADING_REST: Final = re.compile(r"[”》）][^，。；：]{1,8}。")
"""The rest of a heading that was cut behind a closing mark (1.深化“证照分离”⏎改革。)."""
_DEFINES: Final = re.compile(r"[（(]以下[简统合]?称[^（()）]{1,40}[）)]$")
_CLOSING_LINE: Final = re.compile(rf"{DAY}|{NO_TEXT.pattern}")
"""A line that closes a notice: a date, or the note that the page holds no text."""
_CLOSING_LINE_ENDS: Final = frozenset("日文）)")
_NUMBER_OR_NOTE: Final = re.compile(rf"(?:{NUMBER.pattern})|{DISCLOSURE.pattern}|{ANNEX.pattern}|{NO_TEXT.pattern}")
_OWN_WORD: Final = re.compile("号|公开|印|附|无正文")
"""What such a line says."""
_CELL_GAP: Final = re.compile("   ")
_OWN_LINE_ENDS: Final = frozenset("号开布文发制）)")
"""How such a line ends, if it is no label of an annex: asked first, for few lines do."""
_PASSED: Final = re.compile(r"《[^《》]{2,60}》[已业于经]")
"""How an order begins that makes a document known (`《甲办法》已经…审议通过，现予公布`): a sentence, no title."""
_BODY_OPENER: Final = re.compile(rf"(?:为|根据|按照|依据|现|经|近|当前|各|第[一1]|{_PASSED.pattern})")
_CONTINUES: Final = re.compile(r"[要应须将可并及和与或的是在对由按地了能会得已未不]")
_PROSE: Final = re.compile(rf"[{HAN}\d“]")
_LONG_PROSE: Final = 20
_LONGEST_BRACKET: Final = 400
_INNER: Final = r"(?:[^（）()〔〕]|[（(〔][^（）()〔〕]*[）)〕])*"
_ASSIGNED: Final = re.compile(rf"。[（(〔](?={_INNER}(?:单位[：:]|部门[：:]|牵头|负责)){_INNER}[）)〕]$")
"""The units that close an item: what stands below them is another paragraph, also where they end at the edge."""
_UNITS_FOLLOW: Final = re.compile(r"(?:^|[。；])(?:责任|牵头|配合|主办|协办|承办|参与)(?:单位|部门|处室|科室)[：:]$")
"""`责任单位：` at the end of a piece: the names stand in the next one."""
_LEAST_OPEN: Final = 10
_BOUND: Final = re.compile("以[上下内][的，。；、（）至]")
_FIGURE_LAST: Final = re.compile(r"\d[^，。；：、\d]{0,6}$")
_LONGEST_FIGURE: Final = 8
"""The bound of an amount at a line's end (日取水5000立方米⏎以上的项目); `以上措施…` opens a paragraph."""


def wrapped_lines(blocks: Blocks) -> Iterator[Edit]:
    """Lines of one paragraph, where lines have a fixed width, or where blank lines stand between paragraphs."""
    lines = _Lines(blocks)
    width = _wrap_width(lines)
    if width:
        yield from _joined(blocks, _by_width(lines, width))
    elif _blank_lines_separate(blocks):
        yield from _joined(blocks, _by_blank_lines(blocks, lines))


def broken_sentences(blocks: Blocks) -> Iterator[Edit]:
    """A paragraph that ends in the middle of a sentence or a bracket, and the next one that goes on with it."""
    lines = _Lines(blocks)
    within = brackets.broken(blocks)
    ends_open = [
        last not in TERMINAL and len(text) >= _LEAST_OPEN
        for text, last in zip(lines.texts[:-1], blocks.lasts, strict=False)
    ]
    yield from _joined(blocks, [at in within or (on and _runs_on(lines, at)) for at, on in enumerate(ends_open)])


_CARRIED: Final = re.compile(r"《([^》]{8,80})")
_CARRIED_LINES: Final = 12


def _carried(texts: Sequence[str]) -> list[str]:
    """The titles in 《》 near the head, which can come again above the documents that a cover prints."""
    return _CARRIED.findall("".join("".join(texts[:_CARRIED_LINES]).split()))


_TITLE_HEAD: Final = re.compile(r"关于|印发|转发|公布|发布")
_TITLE_LENGTH: Final = 80
_NUMBER_NOTE: Final = re.compile(rf"[（(]{NUMBER.pattern}[）)]$")
"""What can stand behind a whole title (…的通知（某发〔2021〕4号）)."""


def wrapped_titles(blocks: Blocks) -> Iterator[Edit]:
    """A title over two or three lines: the first speaks of 关于 or 印发, only the last names a kind of document."""
    texts = blocks.texts
    titles = _title_lines(texts, _signatures(blocks))
    done = 0
    for index in sorted(titles):
        length = _title_run(blocks, texts, titles, index) if index >= done else 1
        if length > 1:
            yield index, index + length, (join(blocks[index : index + length]),)
            done = index + length


def _title_run(blocks: Sequence[Block], texts: Sequence[str], titles: set[int], index: int) -> int:
    """How many lines from here on make up one title; 1 where none begins here."""
    first = texts[index]
    if (
        not _TITLE_HEAD.search(first)
        or TYPE_END.search(_NUMBER_NOTE.sub("", first))
        or not _may_be_title(blocks[index], first)
    ):
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
    apart = STARTER.match(text) or _is_own_line(text) or field_of(re.split(r"[：:】\]]", text, maxsplit=1)[0])
    return bool(text) and block.kind == "paragraph" and not apart


def _joined(blocks: Sequence[Block], runs_on: Sequence[bool]) -> Iterator[Edit]:
    """An edit for each run of blocks of which each but the last runs on."""
    start = 0
    for end in [index for index, on in enumerate([*runs_on, False]) if not on]:
        if end > start:
            yield start, end + 1, (join(blocks[start : end + 1]),)
        start = end + 1


@mypyc_attr(native_class=False)
class _Lines:
    """The lines of the blocks as the wrap sees them, a list for each of their properties."""

    def __init__(self, blocks: Blocks) -> None:
        self.texts = blocks.texts
        self.firsts, self.lasts = blocks.firsts, blocks.lasts
        self._blocks = blocks
        self._tail = _signatures(blocks)
        self._titles = _title_lines(self.texts, self._tail)
        self._carried = _carried(self.texts)
        self._carried_openings = frozenset(name[0] for name in self._carried)

    @once
    def widths(self) -> list[int]:
        """How wide they are, in half-width units."""
        lines = "\n".join([text.replace("\n", " ") for text in self.texts])
        return list(map(len, _in_half_widths(lines, "replace")[0].split(b"\n")))

    @once
    def fixed(self) -> list[bool]:
        """Whether each is a line of its own in any case: a signature, a date, a number, a table."""
        fixed = {*self._tail, *self._blocks.apart}
        ends = zip(self.firsts, self.lasts, strict=True)
        own = [at for at, (first, last) in enumerate(ends) if last in _OWN_LINE_ENDS or first == "附"]
        fixed.update([at for at in own if _is_own_line(self.texts[at])])
        fixed.update([at for at in self._blocks.showing(_CELL_GAP) if table_heads.is_set_in_columns(self.texts[at])])
        return [at in fixed for at in range(len(self.texts))]

    @once
    def opened(self) -> set[int]:
        """Those that can open a paragraph by their own words, a heading or a title that the head names."""
        openings = STARTER_OPENINGS.union("本以", self._carried_openings)
        return {at for at, first in enumerate(self.firsts) if first in openings or first.isdecimal()}

    @once
    def starts(self) -> list[bool]:
        """Whether each begins a paragraph: by its own words, as a title, or indented by two characters."""
        printed = [block.text for block in self._blocks]
        starts = [one != text and _is_indented(one) for one, text in zip(printed, self.texts, strict=True)]
        for at in self.opened:
            starts[at] = starts[at] or self._opens(at)
        for at in [at + 1 for at in self._titles if at + 1 < len(starts)]:
            starts[at] = starts[at] or self._addresses(at)
        return starts

    @once
    def may_run_on(self) -> list[bool]:
        """Whether each, but for the last one, can be of one paragraph with the next one."""
        loose = [text != "" and not fixed for text, fixed in zip(self.texts, self.fixed, strict=True)]
        neighbours = zip(loose[:-1], loose[1:], self.starts[1:], strict=True)
        return [one and other and not starts for one, other, starts in neighbours]

    def is_title(self, at: int) -> bool:
        """Whether it stands where titles stand (at the head, or below a date), or is a title that the head names."""
        return at in self._titles or (at in self.opened and self._begins_carried(self.texts[at]))

    def _opens(self, at: int) -> bool:
        """Whether a paragraph opens with the line's own words."""
        text = self.texts[at]
        if STARTER.match(text) and not self._is_referred_to(at):
            return True
        return (self.firsts[at] in "本以" and self._is_last_clause(at)) or self._begins_carried(text)

    def _begins_carried(self, text: str) -> bool:
        """Whether a line is one of the titles that the head names, or its beginning."""
        if text[:1] not in self._carried_openings or not 8 <= len(text) <= 80:
            return False
        bare = "".join(text.split())
        return any(name.startswith(bare) for name in self._carried)

    def _addresses(self, at: int) -> bool:
        """Whether the line is the addressees of the whole title, or the number, above it."""
        if self.lasts[at] not in "：:" or at - 1 not in self._titles:
            return False
        above = self.texts[at - 1]
        return bool(TYPE_END.search(above) or NUMBER.fullmatch(above)) and is_salutation(self.texts[at])

    def _is_referred_to(self, at: int) -> bool:
        """Whether the line above leads to the number that this one opens with."""
        end = self.lasts[at - 1] if at else ""
        if end == "》":
            return at - 1 not in self._titles and bool(_REFERRED.match(self.texts[at]))
        return end == "、" and bool(_COUNTING.search(self.texts[at - 1]) and _COUNTED.match(self.texts[at]))

    def _is_last_clause(self, at: int) -> bool:
        above = self.texts[at - 1] if at else ""
        return above.endswith(("。", "）", "〕")) and bool(_LAST_CLAUSE.match(self.texts[at]))


def _is_indented(text: str) -> bool:
    """Whether a line is set in by the two characters of a paragraph, and no further."""
    return text.startswith(("\u3000\u3000", "  ")) and text[2:4] != "  "


def _is_own_line(text: str) -> bool:
    return len(text) < 80 and bool(
        _OWN_WORD.search(text)
        and (_NUMBER_OR_NOTE.fullmatch(text) or ORDER_NUMBER.fullmatch(text) or PRINTED.fullmatch(text))
    )


def _signatures(blocks: Blocks) -> set[int]:
    """Lines of organs that stand above a line with nothing but a date, and that date."""
    found: set[int] = set()
    texts = blocks.texts
    for index in [at for at, last in enumerate(blocks.lasts) if last in _CLOSING_LINE_ENDS]:
        if len(texts[index]) <= 40 and _CLOSING_LINE.fullmatch(texts[index]):
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


def _wrap_width(lines: _Lines) -> int | None:
    """The width, in half-width units, at which lines end; `None` where they have no fixed width.

    The sign of a fixed width: no line is wider, many end just there, and most of these in the middle of a sentence.
    """
    if len(lines.texts) < _LEAST_LINES:
        return None
    wide = [
        width for width, fixed in zip(lines.widths, lines.fixed, strict=True) if width >= _LEAST_WIDTH and not fixed
    ]
    widths = Counter(wide)
    full = {edge: sum([widths.get(edge - back, 0) for back in range(_SLACK)]) for edge in widths}
    edges = sorted(widths, key=lambda edge: (full[edge], edge), reverse=True)
    least = max(_LEAST_SHARE * len(lines.texts), 4)
    for edge in edges:
        if full[edge] >= least and _is_edge(lines, widths, edge):
            return edge
        least = max(least, _LEAST_LINES)
    return None


def _is_edge(lines: _Lines, widths: Counter[int], edge: int) -> bool:
    """Whether hardly a line is wider, and most of those that end here end in the middle of a sentence."""
    if sum([count for width, count in widths.items() if width > edge + 2]) > 1 + len(lines.texts) // 50:
        return False
    full = [last for last, width in zip(lines.lasts, lines.widths, strict=True) if edge - _SLACK < width <= edge]
    return sum([last not in TERMINAL for last in full]) >= 0.6 * len(full)


def _by_width(lines: _Lines, width: int) -> list[bool]:
    runs_on = lines.may_run_on[:]
    used, begin = _INDENT, 0
    for at, (on, own, text) in enumerate(zip(runs_on, lines.widths, lines.texts, strict=False)):
        used += own
        full = used >= width - _SLACK
        if (
            not on
            or not (full or _same_printed_line(lines, at, used, width))
            or (text[-1] in "）)〕" and _is_assigned(lines.texts, begin, at))
        ):
            runs_on[at] = False
            used, begin = _INDENT, at + 1
        elif full:
            used = 0
    return runs_on


def _is_assigned(texts: Sequence[str], begin: int, at: int) -> bool:
    """Whether the lines of a paragraph up to this one end with the units that an item is assigned to."""
    run = "".join(texts[begin:at])[-_LONGEST_BRACKET:] + texts[at]
    return bool(_ASSIGNED.search(run)) and texts[at + 1][0] not in _CLOSING_MARKS


def _same_printed_line(lines: _Lines, at: int, used: int, width: int) -> bool:
    """Whether this short piece and the ones after it were one line in print."""
    text, last, next_first = lines.texts[at], lines.lasts[at], lines.firsts[at + 1]
    if last in _OPEN_ENDS or next_first in _CLOSING_MARKS or (len(text) <= LONGEST_LABEL and LABEL.fullmatch(text)):
        return True
    if last in "：:":
        return _UNITS_FOLLOW.search(text) is not None
    unfinished = last not in TERMINAL
    if unfinished and (lines.is_title(at) or (at in lines.opened and _is_heading(text))):
        return next_first in "“《（(" or bool(_HEADING_REST.match(last + lines.texts[at + 1]))
    if unfinished or next_first in "（(":
        return True
    for later in range(at + 1, min(at + 9, len(lines.texts))):
        if lines.starts[later] or lines.fixed[later]:
            return False
        used += lines.widths[later]
        if used >= width - _SLACK:
            return used <= width + _SLACK
    return False


def _is_heading(text: str) -> bool:
    """Whether a numbered line can be a heading: no article, whose text follows its number, and no sentence in it."""
    return bool(LABEL.match(text)) and not _ARTICLE.match(text) and "。" not in text


def _blank_lines_separate(blocks: Sequence[Block]) -> bool:
    """Whether most neighbours in a plain text have a blank line between them."""
    gaps = [gap for gap in map(_gap, blocks, blocks[1:]) if gap is not None]
    return len(gaps) >= _LEAST_LINES and sum(gap > 1 for gap in gaps) > 0.6 * len(gaps)


def _gap(block: Block, following: Block) -> int | None:
    first, second = block.places[-1][1].line, following.places[0][1].line
    return None if first is None or second is None else second - first


def _by_blank_lines(blocks: Sequence[Block], lines: _Lines) -> list[bool]:
    """Neighbours without a blank line between them, the first of them long or an organ's name cut in two."""
    runs_on = []
    for at, (width, following) in enumerate(pairwise(lines.widths)):
        adjacent = _gap(blocks[at], blocks[at + 1]) == 1
        wide = width >= 40 and lines.texts[at][-1] not in TERMINAL
        full = width >= 40 and abs(width - following) <= 4
        runs_on.append(adjacent and (wide or full) and lines.may_run_on[at])
    return runs_on


def _runs_on(lines: _Lines, at: int) -> bool:
    after = lines.texts[at + 1]
    return lines.may_run_on[at] and _goes_on(lines.texts[at], after)


def _goes_on(text: str, after: str) -> bool:
    """Whether a paragraph that ends in the middle of a sentence goes on in the next one, by the words of both."""
    if _BODY_OPENER.match(after) and TYPE_END.search(without_site(text)):
        return False
    if text[-1] in _OPEN_ENDS or after[0] in _CLOSING_MARKS or after[0] == "的" or _DEFINES.search(text):
        return True
    if after[0] == "以" and _BOUND.match(after) and _FIGURE_LAST.search(text[-_LONGEST_FIGURE:]):
        return True
    if text[-1] in "）)》" or (text[-1] == "”" and LABEL.match(text)):
        return False
    if text.rfind("《") > text.rfind("》") or text.rfind("（") > text.rfind("）"):
        return True
    prose = (
        "。" in text
        or ("，" in text and not LABEL.match(text))
        or (len(text) >= _LONG_PROSE and bool(_CONTINUES.match(after) or _PASSED.match(text)))
    )
    sentence = any(mark in after for mark in "，。；,")
    return len(text) >= _LONG_PROSE and prose and sentence and bool(_PROSE.match(after))
