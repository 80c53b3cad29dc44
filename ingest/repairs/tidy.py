"""Repairs of a block sequence before any offset exists: named, in order, and each can be taken back.

A step looks at the blocks and proposes edits; `tidied` applies them and keeps each as a `Repair`. Nothing is guessed:
what cannot be mended (masked characters, a lost year) stays as it is and leaves a flag (`ingest.repairs.doubts`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from ingest import half_width
from ingest import patterns as re
from ingest.fields.issuers import is_organ
from ingest.notice import Block, Document, Flag, Repair, table_block
from ingest.readers import table_heads
from ingest.repairs import (
    doubts,
    flattened,
    furniture,
    labels,
    line_signs,
    plain_tables,
    repeats,
    single_line,
    stacked_tables,
    wrapping,
)
from ingest.repairs.pieces import Blocks, Edit, cut, join, rewritten
from ingest.wording import HAN, LABEL, TYPE_END


@dataclass(frozen=True, slots=True)
class Step:
    """A kind of repair: the name that it leaves, the flags that it leaves where it did anything, how it looks."""

    name: str
    edits: Callable[[Blocks], Iterable[Edit]]
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Tidied:
    """The blocks after all repairs, what was done, and what removed lines said of the notice.

    `flags` are those of the whole file; each notice's own come from its text (`ingest.repairs.doubts.of_text`).
    """

    blocks: tuple[Block, ...]
    repairs: tuple[Repair, ...]
    flags: frozenset[Flag]
    meta: Mapping[str, str] = field(default_factory=dict)


def tidied(document: Document) -> Tidied:
    """The document's blocks, repaired by all of `STEPS` in order."""
    blocks = Blocks(document.blocks)
    repairs: list[Repair] = []
    flags = set(document.flags) | doubts.of_source(blocks)
    meta = dict(document.meta)
    for step in STEPS:
        edits = list(step.edits(blocks))
        if step.edits is label_lines:
            meta = {**labels.said(blocks, [index for index, _, _ in edits]), **meta}
        if not edits:
            continue
        after, done = apply(step.name, blocks, edits)
        blocks = Blocks(after)
        repairs += done
        flags.update(step.flags)
    return Tidied(tuple(blocks), tuple(repairs), frozenset(flags), meta)


def apply(name: str, blocks: Sequence[Block], edits: Iterable[Edit]) -> tuple[tuple[Block, ...], list[Repair]]:
    """The blocks with the edits made, and a `Repair` for each run of edits that touch."""
    made: list[Block] = []
    runs: list[tuple[int, list[Block], list[Block]]] = []
    done = 0
    for start, stop, after in edits:
        if not runs or start != done:
            made += blocks[done:start]
            runs.append((len(made), [], []))
        runs[-1][1].extend(blocks[start:stop])
        runs[-1][2].extend(after)
        made += after
        done = stop
    repairs = [Repair(name, at, tuple(before), tuple(after)) for at, before, after in runs]
    return (*made, *blocks[done:]) if runs else tuple(blocks), repairs


def undo(blocks: Sequence[Block], repairs: Sequence[Repair]) -> tuple[Block, ...]:
    """The blocks as they were before the repairs, which must be all that were made, in the order of their making."""
    undone = list(blocks)
    for repair in reversed(repairs):
        undone[repair.at : repair.at + len(repair.after)] = repair.before
    return tuple(undone)


_INVISIBLE: Final = re.compile(r"[▼▽\u200b-\u200f\u2028-\u202e\u2060\ufeff\ue000-\uf8ff]")
_SOFT_HYPHEN: Final = re.compile(r"(?<=\d)\xad(?=\d)")
_LOST_HYPHEN: Final = re.compile(r"\xad")
_ESCAPES: Final = re.compile(r"\\+(?=[()（）\[\]])")
_HARD_SPACE: Final = re.compile(r"[\xa0\u2000-\u200a\u202f]")
_ODD: Final = re.compile(r"[▼▽\xad\xa0\\\u2000-\u200f\u2028-\u202f\u2060\ufeff\ue000-\uf8ff]")


def odd_characters(blocks: Blocks) -> Iterator[Edit]:
    """Characters without a picture, marks that point on (▼), escapes of a dump, soft hyphens (a dash
    between digits, else nothing)."""

    def mended(block: Block) -> Block:
        for pattern, by in (
            (_SOFT_HYPHEN, "-"),
            (_LOST_HYPHEN, ""),
            (_INVISIBLE, ""),
            (_ESCAPES, ""),
            (_HARD_SPACE, " "),
        ):
            block = rewritten(block, pattern, by)
        return block

    return _each(blocks, _ODD, mended)


def half_width_marks(blocks: Blocks) -> Iterator[Edit]:
    """Commas, colons and brackets of a Chinese text that stand in half width (`ingest.half_width`)."""

    def mended(block: Block) -> Block:
        text = half_width.full_width(block.text)
        return block if text == block.text else Block(text, block.places, block.kind, block.rows)

    return _each(blocks, half_width.SIGNS, mended)


_CJK: Final = rf"{HAN}，。、；：！？（）《》“”〔〕【】"
_BLANK: Final = r"[ \t\u3000]+"
_BY_FIGURE: Final = re.compile(
    rf"(?<=[{_CJK}])(?<!附件)(?<!附表){_BLANK}(?=[0-9０-９A-Za-z＜＞<>≤≥+＋%％①-⑳])"
    rf"|(?<=[0-9０-９A-Za-z%％℃]){_BLANK}(?=[{_CJK}])(?<!件\d )(?<!表\d )"
    rf"|(?<=[，。、；：！？（《“〔]){_BLANK}(?=[{_CJK}])|(?<=[{_CJK}]){_BLANK}(?=[，。、；：！？）》”〕])"
    rf"|(?<=\d[.．、]){_BLANK}(?=\S)|(?<=[）)]){_BLANK}(?=[{HAN}])(?<=[{HAN}\d][）)] )"
)
_PADDED_WORD: Final = re.compile(
    rf"(?<![{HAN}][{HAN}])(?<=[{HAN}])(?<![章节条款编件表])[ \u3000]+(?=[{HAN}](?![{HAN}]))"
    rf"|(?<=[\s\u3000][{HAN}])[ \u3000]+(?=[{HAN}](?![{HAN}]))"
)
_IN_PROSE: Final = re.compile(
    rf"(?<=[{HAN}])(?:(?<![局委厅部院府会室处行组司署办区团章节条款编件表]) (?=[{HAN}])|"
    rf" (?=（[{HAN}](?<![一二三四五六七八九十])))"
)
_ANY_BLANK: Final = re.compile(r"(?<=\S)[ \t\u3000]+(?=\S)")


def _is_spaced_out(text: str) -> bool:
    """Whether a blank stands behind nearly every sign (`2 0 2 2 年 3 月`), as letter-spaced print is dumped."""
    words = text.split()
    return len(words) >= _LEAST_SPACED and sum([len(word) == 1 for word in words]) >= _SPACED_SHARE * len(words)


_LEAST_SPACED: Final = 8
_SPACED_SHARE: Final = 0.9


def spaces(blocks: Blocks) -> Iterator[Edit]:
    """Blanks that typesetting put beside figures and marks (14 日内), in padded words (总　则) and in prose.

    Between names (北京市财政局 北京市审计局) and between the columns of a list a blank is a separator, and stays.
    """

    def mended(block: Block) -> Block:
        if table_heads.is_set_in_columns(block.text):
            return block
        if _is_spaced_out(block.text):
            return rewritten(block, _ANY_BLANK)
        block = rewritten(rewritten(block, _BY_FIGURE), _PADDED_WORD)
        prose = len(block.text) >= 30 and ("，" in block.text or "。" in block.text)
        return rewritten(block, _IN_PROSE) if prose else block

    return _each(blocks, _ANY_BLANK, mended)


def indents(blocks: Blocks) -> Iterator[Edit]:
    """Blanks at the edges of paragraphs, and paragraphs of nothing else."""
    for index, (block, text) in enumerate(zip(blocks, blocks.texts, strict=True)):
        if (not text or block.text != text) and block.kind != "table":
            yield index, index + 1, (cut(block, 0, len(block.text)),) if text else ()


def page_lines(blocks: Blocks) -> Iterator[Edit]:
    """Page numbers and page breaks on lines of their own."""
    return ((index, index + 1, ()) for index in furniture.page_lines(blocks))


def site_lines(blocks: Blocks) -> Iterator[Edit]:
    """Buttons, sources, counts, downloads, paywalls, links: whole lines that a site put round the notice."""
    texts = blocks.lines
    links = range(furniture.links_from(texts), len(blocks))
    found = sorted(furniture.site_lines(blocks).union(links))
    sure = {-1, len(blocks), *found}
    for index in found:
        near = index - 1 in sure or index + 1 in sure
        if near or not furniture.is_button(texts[index]):
            yield index, index + 1, ()


def label_lines(blocks: Blocks) -> Iterator[Edit]:
    """Lines of a page's information table (索引号： 成文日期： …), whose values are kept as `meta`."""
    return ((index, index + 1, ()) for index in labels.lines(blocks))


def site_words(blocks: Blocks) -> Iterator[Edit]:
    """What a site ran on into a line of the notice: the account's name before a title, 责任编辑 after the date."""
    for index, block in enumerate(blocks):
        if len(block.text) > 120:
            continue
        bare = rewritten(block, furniture.TAIL_NOTE) if "责任编辑" in block.text else block
        bare = rewritten(bare, furniture.BYLINE) if "发布" in bare.text and TYPE_END.search(bare.text) else bare
        if bare.text != block.text:
            yield index, index + 1, (bare,)


_DATED_TITLE: Final = re.compile(
    r"\s*\d{1,3}\s*[.．]\s*(?!\d)[^。；]{6,240}[（(]\s*\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日?\s*[）)]\s*"
)
_ORDINAL: Final = re.compile(r"\s*\d{1,3}\s*[.．]\s*")
_TITLE_LINES: Final = 14
_CHAPTER: Final = re.compile(
    rf"(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[）)]|"
    rf"第[一二三四五六七八九十]+[编章部]分?)\s*[{HAN}]{{2,9}}"
)


def collection_title(blocks: Blocks) -> Iterator[Edit]:
    """A title as a printed collection sets it: an ordinal before, the date in brackets behind, over many lines.

    `5. 某厅关于…的通知（2023年3月24日）` becomes one line without the ordinal.
    """
    if not _ORDINAL.match("".join([block.text for block in blocks[:_TITLE_LINES]])):
        return
    for stop in range(1, min(_TITLE_LINES, len(blocks)) + 1):
        text = "".join([block.text for block in blocks[:stop]])
        if text.rstrip().endswith(("）", ")")) and _DATED_TITLE.fullmatch(text):
            ordinal = _ORDINAL.match(text)
            title = cut(join(blocks[:stop]), ordinal.end() if ordinal else 0, len(text))
            yield 0, stop, (title._replace(kind="heading"),)
            return
        if "。" in text:
            return


_NEWS_INTRO: Final = re.compile(
    r"(?:全文|原文)(?:内容)?如下\s*[：:。]?$|(?:通知|通告|公告)(?:内容|全文)如下\s*[：:。]?$"
)
_REPORTED: Final = re.compile("发布|印发|公布|消息|获悉|记者")
_INTRO_BLOCKS: Final = 4


def news_intro(blocks: Blocks) -> Iterator[Edit]:
    """A report's words before the notice that it quotes (通知全文如下：), where the notice's own title follows them."""
    for index, block in enumerate(blocks[:_INTRO_BLOCKS]):
        if not index or not _NEWS_INTRO.search(block.text) or LABEL.match(block.text):
            continue
        titled = any(TYPE_END.search(after.text) and len(after.text) < 90 for after in blocks[index + 1 : index + 4])
        reported = any(_REPORTED.search(before.text) for before in blocks[: index + 1])
        if titled and reported:
            yield 0, index + 1, ()
            return


_SPOKEN: Final = re.compile(
    rf"(?P<organ>[{HAN}（）]{{4,40}}?)关于[^，。；：]{{4,80}}的(?:通知|公告|通告|通报|意见|决定)"
)
_OPENS_NOTICE: Final = re.compile("为|根据|按照|依据|经|近|当前|各")


def report_above(blocks: Blocks) -> Iterator[Edit]:
    """A reprint's headline and paragraph above the whole title of a notice, an organ's name first.

    Above a title nothing is taken away that has a title, a number or a date of its own.
    """
    for index, block in enumerate(blocks[: _INTRO_BLOCKS + 1]):
        text = block.text.strip()
        if TYPE_END.search(text):
            spoken = _SPOKEN.fullmatch(text) if index > 1 else None
            after = blocks[index + 1].text if index + 1 < len(blocks) else ""
            told = any(before.text.endswith("。") for before in blocks[:index])
            if spoken and told and is_organ(spoken["organ"]) and _OPENS_NOTICE.match(after):
                yield 0, index, ()
            return
        if LABEL.match(text) or doubts.is_tail(text) or text.endswith(("：", ":")) or block.kind == "table":
            return


def next_chapter(blocks: Blocks) -> Iterator[Edit]:
    """Headings of a collection's next chapter that stand behind the signature (二、华北 （一）北京)."""
    end = len(blocks)
    while end > 1 and _CHAPTER.fullmatch(blocks[end - 1].text):
        end -= 1
    if end < len(blocks) and doubts.is_tail(blocks[end - 1].text):
        yield end, len(blocks), ()


def _each(blocks: Blocks, sign: re.Pattern[str], mended: Callable[[Block], Block]) -> Iterator[Edit]:
    """An edit for each block that shows the sign and is another once mended; of a table each cell is by itself."""
    for index in blocks.showing(sign):
        block = blocks[index]
        after = _cell_by_cell(block, mended) if block.kind == "table" else mended(block)
        if after.text != block.text:
            yield index, index + 1, (after,)


def _cell_by_cell(table: Block, mended: Callable[[Block], Block]) -> Block:
    return table_block(
        tuple(tuple(cell._replace(text=mended(Block(cell.text)).text) for cell in row) for row in table.rows)
    )


STEPS: Final = (
    Step("odd_characters", odd_characters),
    Step("half_width_marks", half_width_marks),
    Step("line_signs", line_signs.written_breaks),
    Step("line_signs", line_signs.quotation_marks),
    Step("line_signs", line_signs.line_numbers),
    Step("page_lines", page_lines),
    Step("label_lines", label_lines),
    Step("site_lines", site_lines, ("web_boilerplate",)),
    Step("plain_tables", plain_tables.plain_tables),
    Step("stacked_tables", stacked_tables.stacked_tables),
    Step("stacked_tables", stacked_tables.tables_in_a_line),
    Step("collection_title", collection_title),
    Step("wrapped_lines", wrapping.wrapped_lines),
    Step("broken_sentences", wrapping.broken_sentences),
    Step("lost_paragraphs", flattened.lost_paragraphs),
    Step("run_on_parts", single_line.single_line),
    Step("run_on_parts", flattened.run_on_parts),
    Step("run_on_heading", flattened.run_on_heading),
    Step("run_on_address", flattened.run_on_address),
    Step("indents", indents),
    Step("wrapped_titles", wrapping.wrapped_titles),
    Step("label_lines", label_lines),
    Step("site_lines", site_lines, ("web_boilerplate",)),
    Step("news_intro", news_intro, ("web_boilerplate",)),
    Step("report_above", report_above, ("web_boilerplate",)),
    Step("site_words", site_words, ("web_boilerplate",)),
    Step("spaces", spaces),
    Step("next_chapter", next_chapter),
    Step("repeated_windows", repeats.repeated_windows, ("duplicated_text", "out_of_order")),
    Step("text_after_signature", repeats.text_after_signature, ("out_of_order",)),
    Step("repeated_title", repeats.repeated_title),
)
"""All repairs in their order: first what hides the lines, then the paragraphs, then what stands in them."""
