"""Head and tail of one notice: red head, number, title, addressees; signature, dates, disclosure, copies, imprint.

The order is that of GB/T 9704. Every part can be missing, and the number stands above or below the title.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest import issuers, places, recipients, titles
from ingest.dates import DATE_LINE, day_in, last_day_in
from ingest.notice import Block
from ingest.wording import COPIED, DATE, DAY, DISCLOSURE, HAN, LABEL, NO_TEXT, NUMBER, PRINTED, TYPE_END, is_annex_label

_HEAD_BLOCKS = 16
_LONGEST_TITLE = 160
_LETTERHEAD = re.compile(rf"^[{HAN}（）()\s]{{2,80}}\s*文\s*件$")
_MARKS = re.compile(r"^(?:特急|急件|平急|加急|机密|秘密|绝密|内部文件|签发人|密级|紧急程度|编号|索引号|签发)(?:[：:].{0,40})?$")
_NUMBER_LINE = re.compile(rf"^(?:发文字号|文\s*号)?\s*[：:]?\s*[（(]?(?:{NUMBER.pattern})[）)]?$")
_ADOPTED = re.compile(rf"^[（(]?\s*{DAY}(?:.{{2,200}}?(?:公布|发布|通过|修订|修正|批准|印发|令).{{0,60}}|\s*(?:起)?施行)\s*[）)]?$")
_OPENER = re.compile(r"^(?:为(?:了)?[^、]{2}|根据|按照|依据|现将|现就|经[^济营]|近[期日年来]|当前|第[一1][条章]|[一1][、.．])")
_ISO_NOTE = re.compile(r"[（(]\s*(\d{4}-\d{1,2}-\d{1,2})\s*[）)]")
_REPRINT_NOTE = re.compile(r"\s*[-—–]{2,}\s*(?:数据)?来源.*$")


@dataclass(frozen=True, slots=True)
class Head:
    """What stands above the body; `body` is the index of the first block that belongs to it."""

    body: int = 0
    title: str | None = None
    number: str | None = None
    letterhead: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    signed_on: str | None = None
    """A date that stands with the title in brackets, or in the note of adoption below it."""
    published_on: str | None = None
    effective_from: str | None = None
    adopted_by: str | None = None
    """The organ's order that the note of adoption names (…令第54号)."""


@dataclass(frozen=True, slots=True)
class Tail:
    """What stands below the body; `start` is the index of its first block, `end` the one behind its last."""

    start: int
    end: int
    signature: tuple[str, ...] = ()
    imprint: tuple[str, ...] = ()
    copied_to: tuple[str, ...] = ()
    signed_on: str | None = None
    printed_on: str | None = None
    disclosure: str | None = None


def read_head(blocks: Sequence[Block]) -> Head:
    """The head of the notice that these blocks begin with."""
    lines: list[int] = []
    number: str | None = None
    letterhead: list[str] = []
    noted: dict[str, str | None] = {}
    body, addressed = 0, False
    for index, block in enumerate(blocks[:_HEAD_BLOCKS]):
        text = block.text.strip()
        body = index
        if block.kind == "table":
            break
        if recipients.is_salutation(text) and (lines or number or index < 2):
            addressed = True
            break
        adopted = _ADOPTED.match(text) if len(text) < 300 else None
        if adopted and lines:
            noted |= _adoption(text)
        elif _NUMBER_LINE.match(text) or titles.ORDER_NUMBER.fullmatch(text):
            number = number or _number_of(text, [blocks[line].text for line in lines])
        elif _LETTERHEAD.match(text):
            letterhead.append(text)
        elif _MARKS.match(text) or is_annex_label(text) or DISCLOSURE.fullmatch(text):
            continue
        elif DATE_LINE.fullmatch(text) and lines:
            noted.setdefault("signed_on", day_in(text))
        elif _is_body(text) or text in ("目录", "目次"):
            break
        else:
            lines.append(index)
        body = index + 1
    title_lines, above = _title_lines(blocks, lines)
    raw = "\n".join(blocks[line].text for line in title_lines)
    if not raw and number and re.search(r"令第|公告第|通告第", number):
        raw = number
    if title_lines and title_lines[-1] + 1 < body and not addressed:
        body = _body_below(blocks, title_lines[-1] + 1, body)
    organs = [text for text in (blocks[line].text.strip() for line in above) if issuers.is_organ(text)]
    number = number or _number_with(raw) or (titles.normal_number(str(noted["order"])) if noted.get("order") else None)
    return Head(
        body=body + 1 if addressed else body,
        title=titles.clean(_REPRINT_NOTE.sub("", raw)) or None,
        number=number,
        letterhead=issuers.names([*letterhead, *organs]) if letterhead or organs else (),
        recipients=recipients.split(blocks[body].text) if addressed else (),
        signed_on=noted.get("signed_on") or _bracketed_day(raw),
        published_on=_iso_note(raw),
        effective_from=noted.get("effective_from"),
        adopted_by=noted.get("organ"),
    )


def _is_body(text: str) -> bool:
    """Whether a line is running text: a sentence, an outline item, the words that notices open with."""
    if len(text) > _LONGEST_TITLE or _OPENER.match(text) or LABEL.match(text):
        return True
    return "。" in text.rstrip("。") or (text.endswith(("。", "；", "！")) and len(text) > 20) or text.endswith(("：", ":"))


def _body_below(blocks: Sequence[Block], start: int, end: int) -> int:
    """Where the body begins below a title: lines that are part of the head, by their form, are passed over."""
    for index in range(start, end):
        text = blocks[index].text.strip()
        own = _NUMBER_LINE.match(text) or titles.ORDER_NUMBER.fullmatch(text) or _ADOPTED.match(text) or _MARKS.match(text)
        if not own and not DATE_LINE.fullmatch(text) and not issuers.is_organ(text) and not DISCLOSURE.fullmatch(text):
            return index
    return end


def _title_lines(blocks: Sequence[Block], lines: Sequence[int]) -> tuple[list[int], list[int]]:
    """The lines of the title, and the lines of organs above it that are letterhead.

    A page may print its own title above; the one next to the text is the notice's. A name right above 关于… belongs
    to the title; with a blank line between them it is letterhead.
    """
    texts = {line: blocks[line].text.strip() for line in lines}
    ends = [line for line in lines if _ends_title(texts[line])]
    if not ends:
        first = next((line for line in lines if _may_be_title(texts[line])), None)
        return ([first], [line for line in lines if first > line]) if first is not None else ([], list(lines))
    strong = [line for line in ends if _STRONG_END.search(titles.clean(texts[line]))]
    speaking = [line for line in strong if re.search(_ACTS, texts[line])]
    bare = not strong or issuers.is_organ(_STRONG_END.sub("", texts[strong[-1]])) or len(texts[strong[-1]]) <= 4
    best = (speaking if speaking and bare else strong or ends)[-1]
    chosen = [best]
    while start := _title_start(blocks, texts, chosen):
        chosen = [*range(start - 1, chosen[0]), *chosen]
    return chosen, [line for line in lines if line < chosen[0]]


def _title_start(blocks: Sequence[Block], texts: dict[int, str], chosen: Sequence[int]) -> int | None:
    """One more than the index of the line, up to three above, that the title goes on from; `None`: it is whole."""
    for above in range(chosen[0] - 1, chosen[0] - 4, -1):
        if above not in texts or any(texts[above] == texts[line] for line in chosen):
            return None
        if _joins_title(blocks, above, texts[above], texts[chosen[0]]):
            return above + 1
        if not _is_plain(texts[above]):
            return None
    return None


def _is_plain(text: str) -> bool:
    """Whether a line can stand in the middle of a title: words only, no name, no end of a title."""
    return len(text) <= 40 and not issuers.is_organ(text) and not _ends_title(text) and not re.search(r"[，。；：（(]", text)


_ACTS = "关于|印发|转发|公布|发布"
_STRONG_END = re.compile(r"(?:通知|通报|公告|通告|公报|意见|决定|决议|命令|令|函|批复|请示|报告|纪要|公示|公开信|须知)[》”]?(?:[（(][^（()）]{1,16}[）)])*$")
"""Kinds that end the title of a notice and are no part of its subject, as 制度 or 措施 can be."""


def _ends_title(text: str) -> bool:
    return bool(TYPE_END.search(titles.clean(text))) and not _LETTERHEAD.match(text)


def _may_be_title(text: str) -> bool:
    bare = titles.clean(_REPRINT_NOTE.sub("", text))
    return 4 <= len(bare) <= 80 and not issuers.is_organ(bare) and not DATE_LINE.fullmatch(bare) and not re.search(r"[，；。]", bare)


def _joins_title(blocks: Sequence[Block], above: int, text: str, below: str) -> bool:
    if _NUMBER_LINE.match(text) or len(text) > 80 or text.endswith(("。", "：", "；")) or text.startswith(("（", "(")):
        return False
    below = titles.clean(below)
    if _ends_title(text) and (_STRONG_END.search(titles.clean(text)) or re.search(_ACTS, below) or titles.alike(text, below)):
        return False
    if issuers.is_organ(text):
        speaks = re.match(rf"{_ACTS}|批转|[《“]", below) or below in ("通告", "公告", "令")
        joint = issuers.is_organ(below.split("关于")[0]) and not below.startswith(text)
        return bool(speaks or joint) and not _apart(blocks, above)
    starts = bool(re.search(_ACTS, text)) or places.is_place_bound(text)
    return starts or len(TYPE_END.sub("", below)) < 12 or text.endswith(("”", "、", "》"))


def _apart(blocks: Sequence[Block], above: int) -> bool:
    """Whether a plain text has a blank line below this one."""
    first, second = blocks[above].places[-1][1].line, blocks[above + 1].places[0][1].line
    return first is not None and second is not None and second - first > 1


def _number_of(text: str, above: Sequence[str]) -> str:
    """A number in its normal form; an announcement's own (第2号) with its organ and year where a line has them."""
    found = NUMBER.search(text)
    return titles.normal_number(found[0] if found else text.strip("（()） "))


def _number_with(title: str) -> str | None:
    """A number that stands in brackets behind a title, or before it."""
    note = re.search(rf"[（(]\s*({NUMBER.pattern})\s*[）)]\s*(?:[（(][^（()）]*[）)]\s*)?$", title)
    lead = re.match(rf"\s*({NUMBER.pattern})", title)
    order = re.search(rf"[{HAN}]{{2,20}}令\s*第\s*\d+\s*号", title) if not note and not lead else None
    found = note or lead
    if found:
        return titles.normal_number(found[1])
    return titles.normal_number(order[0]) if order else None


def _adoption(text: str) -> dict[str, str | None]:
    """What a note below a title says: who adopted it by which order and when, from when it is in force."""
    day = day_in(text)
    if re.search(r"施行\s*[）)]?$", text) and not re.search(r"公布|发布|通过|令", text):
        return {"effective_from": day}
    words = re.sub(DAY, "", text)
    order = re.search(rf"[{HAN}]{{2,30}}?令?第\s*[\d一二三四五六七八九十百]+\s*号", words)
    organ = re.search(rf"(?P<organ>[{HAN}]{{2,30}}?)(?:令|公告)第", words)
    effective = re.search(rf"自(?P<day>.{{6,14}}?)起施行", text)
    found = {"signed_on": day, "order": order[0] if order else None, "organ": organ["organ"] if organ else None}
    return {**found, "effective_from": day_in(effective["day"])} if effective else found


def _bracketed_day(title: str) -> str | None:
    note = re.search(rf"[（(]\s*({DAY})\s*[）)]\s*$", re.sub(r"\s*\n\s*", "", title))
    return day_in(note[1]) if note else None


def _iso_note(title: str) -> str | None:
    note = _ISO_NOTE.search(title)
    return day_in(note[1]) if note else None


_OFFICER = re.compile(r"^(?:省\s*长|市\s*长|部\s*长|主\s*任|局\s*长|行\s*长|主\s*席|署\s*长|县\s*长|区\s*长|总\s*理|会\s*长|州\s*长)[\s\u3000]*[\u4e00-\u9fff\s\u3000]{2,8}$")
_LIST_ITEM = re.compile(r"^(?:附\s*[件表录]?\s*[：:]|附件\s*\d*\s*[：:.]|\d{1,2}[.．、]|[（(]\d+[）)])")


def read_tail(blocks: Sequence[Block], start: int) -> Tail:
    """The tail of the notice whose body begins at index `start`: from its signature to the last line of the imprint."""
    dated = _signed_date(blocks, start)
    lines: list[str] = []
    first = end = len(blocks)
    if dated is not None:
        first, lines = _signature(blocks, dated, start)
        end = dated + 1
    else:
        first, lines = _undated_signature(blocks, start)
        end = first + len(lines)
    signed_on = day_in(blocks[dated].text) if dated is not None else None
    notes = _notes(blocks, end if dated is not None else max(start, 0), bound=dated is not None)
    end = max(end, notes.end)
    signature = issuers.names(lines) if lines else ()
    first = min(first, notes.start) if dated is None else first
    return Tail(
        start=_above_attachments(blocks, first, start),
        end=end,
        signature=signature,
        imprint=notes.imprint,
        copied_to=notes.copied_to,
        signed_on=signed_on,
        printed_on=notes.printed_on,
        disclosure=notes.disclosure or (_disclosed(blocks[first - 1].text) if 0 < first <= len(blocks) else None),
    )


def is_date_line(text: str) -> bool:
    """Whether a line is a day and nothing else."""
    return len(text) <= 40 and bool(DATE_LINE.fullmatch(text))


def signed_in_line(text: str) -> str | None:
    """The organ of a line that is an organ's name with a day behind it."""
    if len(text) > 110 or not text.rstrip().endswith("日"):
        return None
    match = DATE.search(text)
    organ = text[: match.start()].strip() if match and match.end() == len(text.rstrip()) else ""
    return organ if organ and issuers.is_organ(organ) else None


def _signed_date(blocks: Sequence[Block], start: int) -> int | None:
    """The index of the date below the signature: the first one with an organ's name by it, else the last lone one."""
    lone: int | None = None
    for index in range(max(start, 1), len(blocks)):
        if blocks[index].kind == "table":
            continue
        text = blocks[index].text.strip()
        if signed_in_line(text):
            return index
        if is_date_line(text):
            above = blocks[index - 1].text.strip()
            if issuers.is_organ(above) or _OFFICER.match(above) or issuers.is_organ(re.sub(r"[（(][^（()）]*[）)]$", "", above)):
                return index
            lone = index
    return lone


def _signature(blocks: Sequence[Block], dated: int, start: int) -> tuple[int, list[str]]:
    """(index of its first line, its lines) of the signature above, or in, the dated line."""
    organ = signed_in_line(blocks[dated].text.strip())
    lines = [organ] if organ else []
    index = dated
    while index - 1 >= start and index > dated - 30:
        text = blocks[index - 1].text.strip()
        if _OFFICER.match(text) or NO_TEXT.fullmatch(text):
            index -= 1
            continue
        piece = re.sub(r"[（(][^（()）]{1,8}[）)]$", "", text)
        if blocks[index - 1].kind == "table" or not (issuers.is_organ(piece) or _is_fragment(piece, bool(lines))):
            break
        if _LIST_ITEM.match(text) or recipients.is_salutation(text):
            break
        lines.insert(0, text)
        index -= 1
    return index, lines


def _is_fragment(text: str, below: bool) -> bool:
    """Part of a wrapped name above the rest of it: Chinese words only, no end of a sentence."""
    return below and 4 <= len(text) <= 30 and bool(re.fullmatch(rf"[{HAN}（）()\s]+", text)) and not text.startswith(("特此", "此致", "附"))


def _undated_signature(blocks: Sequence[Block], start: int) -> tuple[int, list[str]]:
    """A signature without a date at the very end of the text."""
    index = len(blocks)
    lines: list[str] = []
    while index - 1 > start:
        text = blocks[index - 1].text.strip()
        if not lines and (DISCLOSURE.fullmatch(text) or COPIED.match(text) or PRINTED.fullmatch(text)):
            index -= 1
        elif blocks[index - 1].kind != "table" and issuers.is_organ(text) and len(text) >= 4 and len(lines) < 20:
            lines.insert(0, text)
            index -= 1
        else:
            break
    return (index, lines) if lines else (len(blocks), [])


@dataclass(frozen=True, slots=True)
class _Notes:
    start: int
    end: int
    imprint: tuple[str, ...] = ()
    copied_to: tuple[str, ...] = ()
    printed_on: str | None = None
    disclosure: str | None = None


def _notes(blocks: Sequence[Block], start: int, *, bound: bool) -> _Notes:
    """Lines of disclosure, copies and printing behind the signature (`bound`), or anywhere behind the body's start."""
    found: list[int] = []
    imprint: list[str] = []
    copied: tuple[str, ...] = ()
    printed = disclosure = None
    for index in range(start, len(blocks)):
        text = blocks[index].text.strip()
        if len(text) > 400 or blocks[index].kind == "table":
            if bound and found:
                break
            continue
        match = COPIED.match(text)
        stated = _disclosed(text)
        print_line = PRINTED.fullmatch(text) if "印" in text else None
        if match:
            copied = copied or recipients.split(match[1])
        elif stated:
            disclosure = disclosure or stated
        elif print_line and last_day_in(text):
            printed = printed or last_day_in(text)
            organ = print_line["organ"].strip()
            imprint += [organ] if organ else [blocks[index - 1].text.strip()] if index and issuers.is_organ(blocks[index - 1].text.strip()) else []
        elif bound and index > start + 6 and not found:
            break
        else:
            continue
        found.append(index)
    names = issuers.names(imprint) if imprint else ()
    end = found[-1] + 1 if found else start
    return _Notes(found[0] if found else len(blocks), end, names, copied, printed, disclosure)


def _disclosed(text: str) -> str | None:
    """公开属性 as stated, without the label before it (信息公开形式：主动公开 → 主动公开)."""
    match = DISCLOSURE.fullmatch(text.strip()) if len(text) <= 40 else None
    return match["stated"] if match else None


def _above_attachments(blocks: Sequence[Block], first: int, start: int) -> int:
    """The index of the attachment list that stands right above the signature, else `first`."""
    index = min(first, len(blocks))
    while index - 1 > start and index > first - 30:
        text = blocks[index - 1].text.strip()
        if re.match(r"附\s*件?\s*[：:]|附件\s*\d*\s*[：:.]", text):
            return index - 1
        if not _LIST_ITEM.match(text) or len(text) > 120 or text.endswith(("。", "；")):
            break
        index -= 1
    return first


_ATTACHMENT_HEAD = re.compile(r"^附\s*[件表]?\s*[一二三四五六七八九十\d]{0,3}\s*[：:.]\s*(.*)$", re.DOTALL)
_ATTACHMENT_ITEM = re.compile(r"(?:^|[；;。\s])\s*(?:\d{1,2}|[一二三四五六七八九十])\s*[.．、：:]\s*")
_LEFT_OUT = re.compile(r"[（(]\s*(?:略|此略|另附|另发|附后)\s*[）)]")


def attachments(blocks: Sequence[Block], start: int, end: int) -> tuple[str, ...]:
    """The names in the list 附件：1.… 2.… between the body's start and `end`, numbers and marks left out."""
    for index in range(max(start, 0), min(end, len(blocks))):
        text = blocks[index].text.strip()
        head = _ATTACHMENT_HEAD.match(text) if text.startswith("附") and len(text) < 600 else None
        if head and (head[1] or index + 1 < end):
            return tuple(_attachment_names(blocks, index, head[1], end))
    return ()


def _attachment_names(blocks: Sequence[Block], index: int, first: str, end: int) -> list[str]:
    lines = [first]
    for block in blocks[index + 1 : end]:
        text = block.text.strip()
        more = re.match(r"(?:附件\s*)?\d{1,2}\s*[.．、：:]", text)
        if not more or len(text) > 150 or block.kind == "table":
            break
        lines.append(re.sub(r"^附件\s*(?=\d)", "", text).replace("：", ".", 1) if text.startswith("附件") else text)
    names = [piece for line in lines for piece in _ATTACHMENT_ITEM.split(_LEFT_OUT.sub("", line))]
    return [name for name in (_attachment_name(piece) for piece in names) if len(name) >= 2]


def _attachment_name(text: str) -> str:
    bare = re.sub(r"[；;。，]\s*$", "", _LEFT_OUT.sub("", text).strip())
    whole = re.fullmatch(r"《([^《》]+)》", bare)
    return re.sub(r"\s+", "", whole[1] if whole else bare)
