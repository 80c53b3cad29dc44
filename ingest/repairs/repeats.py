"""Texts that a scraper stored in overlapping windows: the same paragraphs two or three times, out of order.

A notice may honestly say one sentence twice. A scraper repeats whole runs: several sentences in a row, with their
outline number or the title. Only where such a run is found is anything taken away; then a window that begins with a
sentence already read and goes on with new ones shows where the new ones belong, and outline numbers check that.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from ingest import patterns as re
from ingest.notice import Block
from ingest.repairs import doubts
from ingest.repairs.pieces import Blocks, Edit, join, parts
from ingest.wording import DATE, DISCLOSURE, LABEL, TYPE_END

_SENTENCE: Final = re.compile(r"[^。！？]*[。！？]|[^。！？]+")
_LEAST: Final = 12
_LONG_RUN: Final = 150
_HEADING: Final = 24
_NUMBERED: Final = re.compile(r"([（(]?)([一二三四五六七八九十])[、）)]")
_NUMERALS: Final = {numeral: value for value, numeral in enumerate("一二三四五六七八九十", 1)}


def repeated_windows(blocks: Blocks) -> Iterator[Edit]:
    """The text with each sentence once, windows joined where they overlap; only where a scraper's run is found."""
    texts = [block.text for block in blocks if len(block.text) >= _LEAST]
    if _shares_sentences(texts) and _has_scraped_run(blocks):
        units = [unit for index, block in enumerate(blocks) for unit in _units(block, index)]
        yield 0, len(blocks), tuple(_blocks(_stitched(units)))


def text_after_signature(blocks: Blocks) -> Iterator[Edit]:
    """Body text behind the signature and its date, with no title before it: it belongs in front of them."""
    dated = [at for at, last in enumerate(blocks.lasts) if at and last == "日"][::-1]
    date = next((at for at in dated if _is_signed(blocks, at)), None)
    if date is None:
        return
    start, after = date - 1, date + 1
    while after < len(blocks) and DISCLOSURE.fullmatch(blocks[after].text):
        after += 1
    rest = blocks[after:]
    number = next((label[0] for block in rest if (label := LABEL.match(block.text))), "")
    if not re.match(r"[（(][二三四五六七八九]", number) or any(map(_opens, rest)):
        return
    yield start, len(blocks), (*rest, *blocks[start:after])


def repeated_title(blocks: Blocks) -> Iterator[Edit]:
    """A page's title above the notice's own one, in the same words."""
    for index, (first, second) in enumerate(pairwise(blocks[:7])):
        same = first.text.replace(" ", "") == second.text.replace(" ", "")
        if same and len(first.text) >= 8 and TYPE_END.search(first.text):
            yield index, index + 1, ()
            return


def _opens(block: Block) -> bool:
    return (
        block.kind != "paragraph"
        or block.text.startswith(("附件", "附：", "附表"))
        or (len(block.text) <= 80 and bool(TYPE_END.search(block.text)) and not LABEL.match(block.text))
    )


def _is_signed(blocks: Sequence[Block], at: int) -> bool:
    return (
        blocks[at].text.endswith("日") and bool(DATE.fullmatch(blocks[at].text)) and doubts.is_tail(blocks[at - 1].text)
    )


@dataclass(frozen=True, slots=True)
class _Unit:
    """A sentence, with the block that it stood in and whether it began that block."""

    block: Block
    origin: int
    opens: bool

    @property
    def text(self) -> str:
        return self.block.text

    @property
    def number(self) -> tuple[int, int] | None:
        """(level, value) of an outline number in Chinese numerals, which alone order paragraphs here."""
        label = _NUMBERED.match(self.text)
        return (1 if label[1] else 0, _NUMERALS[label[2]]) if label else None


def _units(block: Block, origin: int) -> list[_Unit]:
    if block.kind != "paragraph":
        return [_Unit(block, origin, True)]
    cuts = [found.end() for found in _SENTENCE.finditer(block.text)]
    return [_Unit(piece, origin, at == 0) for at, piece in enumerate(parts(block, cuts))]


def _shares_sentences(texts: Sequence[str]) -> bool:
    """A cheap look: whether more than one sentence stands in two places."""
    sentences = [sentence for text in texts for sentence in text.split("。") if len(sentence) >= _LEAST]
    return len(sentences) - len({*sentences}) > 1


def _has_scraped_run(blocks: Sequence[Block]) -> bool:
    """Whether a run of sentences comes again that is long, or that brings its outline number or title along."""
    first: dict[str, int] = {}
    run: list[str] = []
    previous = -2
    for index, (sentence, prose) in enumerate(_sentences(blocks)):
        at = first.setdefault(sentence, index)
        if prose and at < index and len(sentence) >= 4:
            run = [*run, sentence] if at == previous + 1 else [sentence]
            previous = at
            if _is_scraped(run):
                return True
        else:
            run, previous = [], -2
    return False


def _sentences(blocks: Sequence[Block]) -> Iterator[tuple[str, bool]]:
    """The texts of all units, and whether each stands in a paragraph."""
    for block in blocks:
        if block.kind != "paragraph":
            yield block.text, False
            continue
        for piece in _SENTENCE.findall(block.text):
            if sentence := piece.strip():
                yield sentence, True


def _is_scraped(run: Sequence[str]) -> bool:
    return len(run) >= 3 and sum(map(len, run)) >= _LONG_RUN and any(map(_NUMBERED.match, run))


def _stitched(units: Sequence[_Unit]) -> list[_Unit]:
    """Each sentence once; new ones after an overlap move to where the overlap was cut off before."""
    kept: list[_Unit] = []
    cut_off: set[str] = set()
    """Sentences after which a window ended, so that what follows them is still unknown."""
    seen: set[str] = set()
    index = 0
    while index < len(units):
        unit = units[index]
        if len(unit.text) >= 4 and unit.text in seen:
            index += 1
            continue
        new = _new_run(units, index, seen)
        before = units[index - 1].text if index else ""
        seen |= {fresh.text for fresh in new}
        kept = _placed(kept, new, before if before in cut_off else None)
        cut_off.discard(before)
        index += len(new)
        if index < len(units) and new[-1].text.endswith("。"):
            cut_off.add(new[-1].text)
    return kept


def _new_run(units: Sequence[_Unit], start: int, seen: set[str]) -> list[_Unit]:
    fresh: list[_Unit] = []
    mine: set[str] = set()
    for unit in units[start:]:
        if len(unit.text) >= 4 and (unit.text in seen or unit.text in mine):
            break
        fresh.append(unit)
        mine.add(unit.text)
    return fresh


def _placed(kept: list[_Unit], new: list[_Unit], after: str | None) -> list[_Unit]:
    """The new sentences at the end, or as many as fit behind `after`, where a window broke off."""
    if after is None:
        return [*kept, *new]
    at = next(index for index, unit in enumerate(kept) if unit.text == after) + 1
    fit = _fitting(kept, at, new)
    return [*kept[:at], *new[:fit], *kept[at:], *new[fit:]]


def _fitting(kept: Sequence[_Unit], at: int, new: Sequence[_Unit]) -> int:
    """How many of the new sentences belong here: those up to the last number that continues the count, at least one."""
    here = next((unit.number for unit in reversed(kept[:at]) if unit.number), None)
    fit = 1
    for index, unit in enumerate(new):
        number = unit.number
        if number is None:
            continue
        if here is None or number != (here[0], here[1] + 1):
            break
        here, fit = number, min(index + 2, len(new))
    return fit


def _blocks(units: Sequence[_Unit]) -> Iterator[Block]:
    """Paragraphs again: a new one at an outline number, at what opened a block, and between lines that were apart."""
    group: list[_Unit] = []
    for unit in units:
        lone_heading = len(group) == 1 and group[0].number and len(group[0].text) <= _HEADING
        if group and (unit.number or ((unit.opens or unit.origin != group[-1].origin) and not lone_heading)):
            yield join([member.block for member in group])
            group = []
        group.append(unit)
    if group:
        yield join([member.block for member in group])
