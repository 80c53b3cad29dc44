"""What stands below the body of a notice: attachments, signature, date, disclosure, copies, imprint (版记).

The date below the signature is the day of signing; later ones are those of printing, or stand in attachments.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ingest import patterns as re
from ingest.dates import DATE_LINE, NUMERIC_DATE, day_in, last_day_in
from ingest.fields import issuers, recipients
from ingest.fields.places import is_place_bound
from ingest.notice import Block
from ingest.wording import COPIED, DATE, DISCLOSURE, HAN, NO_TEXT, PRINTED, ZEROS


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


_LONGEST_SIGNED: Final = 110
_OFFICER: Final = re.compile(
    r"^(?:省\s*长|市\s*长|部\s*长|主\s*任|局\s*长|行\s*长|主\s*席|署\s*长|县\s*长|区\s*长|总\s*理|会\s*长|"
    r"州\s*长)[\s\u3000]*[\u4e00-\u9fff\s\u3000]{2,8}$"
)
_LIST_ITEM: Final = re.compile(
    r"^(?:附\s*[件表录]?\s*[：:]|附件\s*\d*\s*[：:.]|附件\d{1,2}(?=[（《\u4e00-\u9fff])|\d{1,2}[.．、]|[（(]\d+[）)])"
)


def read_tail(blocks: Sequence[Block], start: int) -> Tail:
    """The tail of the notice whose body begins at index `start`: from its signature to the last line of the imprint."""
    dated = _signed_date(blocks, start)
    lines: list[str] = []
    first = end = len(blocks)
    if dated is not None:
        first, lines = _signature(blocks, dated, start)
        below = blocks[dated + 1 :][:1]
        end = dated + 1
        if not lines and below and below[0].kind != "table" and _signs(below[0].text.strip()):
            lines, end = [below[0].text.strip()], dated + 2
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


_PLAIN_DAY: Final = re.compile(r"[日号\d][）)]?$(?<![:：]\d\d)")


def is_plain_day(text: str) -> bool:
    """Whether a line that is a day has no hour and no day of the week, with which it can be a time that a text sets."""
    return is_date_line(text) and bool(_PLAIN_DAY.search(text))


def signed_in_line(text: str) -> str | None:
    """The organ of a line that is an organ's name with a day behind it."""
    if len(text) > _LONGEST_SIGNED or not ends_as_day(text.rstrip()):
        return None
    match = DATE.search(text) or NUMERIC_DATE.search(text)
    organ = text[: match.start()].strip() if match and match.end() == len(text.rstrip()) else ""
    return organ if organ and issuers.is_organ(organ) else None


_DAY_ENDS: Final = frozenset("日号时分一二三四五六天）)")


def ends_as_day(text: str) -> bool:
    """Whether a line ends in a character that dates end in, or in a bracket: asked first, for few lines do."""
    end = text[-1:]
    return end in _DAY_ENDS or end.isdecimal()


def _signed_date(blocks: Sequence[Block], start: int) -> int | None:
    """The index of the date below the signature: the first one with an organ's name by it, else the last lone one."""
    lone: int | None = None
    first = max(start, 1)
    for index, block in enumerate(blocks[first:], first):
        text = block.text.strip()
        if len(text) > _LONGEST_SIGNED or not ends_as_day(text) or block.kind == "table":
            continue
        if signed_in_line(text):
            return index
        if is_date_line(text):
            above = blocks[index - 1].text.strip()
            if (
                issuers.is_organ(above)
                or issuers.is_alias(above)
                or _OFFICER.match(above)
                or issuers.is_organ(re.sub(r"[（(][^（()）]*[）)]$", "", above))
            ):
                return index
            lone = index if is_plain_day(text) else lone
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
        named = issuers.is_organ(piece) or issuers.is_alias(text) or _is_fragment(piece, bool(lines))
        if blocks[index - 1].kind == "table" or not named or DISCLOSURE.fullmatch(text):
            break
        if _LIST_ITEM.match(text) or recipients.is_salutation(text):
            break
        lines.insert(0, text)
        index -= 1
    return index, lines


def _is_fragment(text: str, below: bool) -> bool:
    """Part of a wrapped name above the rest of it: Chinese words only, no end of a sentence."""
    return (
        below
        and 4 <= len(text) <= 30
        and bool(re.fullmatch(rf"[{HAN}（）()\s]+", text))
        and not text.startswith(("特此", "此致", "附"))
    )


_MONTH_LINE: Final = re.compile(
    rf"[12]\d{{3}}年\d{{1,2}}月|[一二][{ZEROS}一二三四五六七八九]{{3}}年[一二三四五六七八九十]{{1,2}}月"
)
"""A date without its day below a signature: it dates nothing, and hides no signature."""
_SO_SAID: Final = re.compile(rf"特此[{HAN}]{{2}}")


def _undated_signature(blocks: Sequence[Block], start: int) -> tuple[int, list[str]]:
    """A signature without a date at the very end of the text."""
    index = len(blocks)
    lines: list[str] = []
    while index - 1 > start:
        text = blocks[index - 1].text.strip()
        if not lines and (
            _MONTH_LINE.fullmatch(text) or DISCLOSURE.fullmatch(text) or COPIED.match(text) or PRINTED.fullmatch(text)
        ):
            index -= 1
        elif blocks[index - 1].kind != "table" and _signs(text) and len(lines) < 20:
            lines.insert(0, text)
            index -= 1
        else:
            break
    above = blocks[index - 1].text.strip() if index else ""
    ended = above.endswith(("。", "！", "”")) or bool(_LIST_ITEM.match(above) or _SO_SAID.fullmatch(above))
    return (index, lines) if lines and ended else (len(blocks), [])


def _signs(text: str) -> bool:
    """Whether a line without a date below it can be a signature; a short one only as a known organ's (财政部)."""
    return issuers.is_organ(text) and (len(text) >= 4 or is_place_bound(text))


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
        match = COPIED.match(text) if text[:1] in "抄分" else None
        stated = _disclosed(text) if "公开" in text else None
        print_line = PRINTED.fullmatch(text) if "印" in text else None
        more = copied and found[-1] == index - 1 and not print_line and text.endswith("。")
        if match:
            copied = copied or recipients.split(match[1])
        elif more and recipients.are_more(text):
            copied += recipients.split(text)
        elif stated:
            disclosure = disclosure or stated
        elif print_line and last_day_in(text):
            printed = printed or last_day_in(text)
            organ = print_line["organ"].strip()
            imprint += (
                [organ]
                if organ
                else [blocks[index - 1].text.strip()]
                if index and issuers.is_organ(blocks[index - 1].text.strip())
                else []
            )
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


_ATTACHMENT_HEAD: Final = re.compile(r"^附\s*[件表]?\s*[一二三四五六七八九十\d]{0,3}\s*[：:.]\s*(.*)$", re.DOTALL)
_RUN_ON_ITEM: Final = re.compile(r"(?<=[\u4e00-\u9fff）》])(?=\d{1,2}[.．](?!\d))")
_ATTACHMENT_ITEM: Final = re.compile(r"(?:^|[；;。\s])\s*(?:\d{1,2}|[一二三四五六七八九十])\s*[.．、：:]\s*")
_MOST_FILES: Final = 20
_FILE_END: Final = re.compile(r"\.(?:docx?|xlsx?|pptx?|pdf|wps|ofd|zip|rar)$", re.IGNORECASE)
_LEFT_OUT: Final = re.compile(r"[（(]\s*(?:略|此略|另附|另发|附后)\s*[）)]")


def attachments(blocks: Sequence[Block], start: int, end: int) -> tuple[str, ...]:
    """The names in the list 附件：1.… 2.… between the body's start and `end`, numbers and marks left out."""
    for index in range(max(start, 0), min(end, len(blocks))):
        if "附" not in blocks[index].text:
            continue
        text = blocks[index].text.strip()
        head = _ATTACHMENT_HEAD.match(text) if text.startswith("附") and len(text) < 600 else None
        if head and (head[1] or index + 1 < end):
            return tuple(_attachment_names(blocks, index, head[1], end))
    return _attached_below(blocks, end)


def _attached_below(blocks: Sequence[Block], end: int) -> tuple[str, ...]:
    """The names of the files that a page lists below the signature, where nothing else stands there."""
    texts = [block.text.strip() for block in blocks[end : end + _MOST_FILES]]
    head = _ATTACHMENT_HEAD.match(texts[0]) if texts and texts[0].startswith("附") else None
    only = end + len(texts) == len(blocks) and all(len(text) < 120 and _LIST_ITEM.match(text) for text in texts)
    return tuple(_attachment_names(blocks, end, head[1], len(blocks))) if head and head[1] and only else ()


def _attachment_names(blocks: Sequence[Block], index: int, first: str, end: int) -> list[str]:
    lines = [first]
    for block in blocks[index + 1 : end]:
        text = block.text.strip()
        more = re.match(r"(?:附件\s*)?\d{1,2}\s*[.．、：:]", text)
        if not more or len(text) > 150 or block.kind == "table":
            break
        lines.append(re.sub(r"^附件\s*(?=\d)", "", text).replace("：", ".", 1) if text.startswith("附件") else text)
    listed = [_RUN_ON_ITEM.sub(" ", _LEFT_OUT.sub("", line)) for line in lines]
    names = [piece for line in listed for piece in _ATTACHMENT_ITEM.split(line)]
    return [name for name in (_attachment_name(piece) for piece in names) if re.search(rf"[{HAN}]{{2}}", name)]


def _attachment_name(text: str) -> str:
    bare = _FILE_END.sub("", re.sub(r"[；;。，]\s*$", "", _LEFT_OUT.sub("", text).strip()))
    whole = re.fullmatch(r"《([^《》]+)》", bare)
    return re.sub(r"\s+", "", whole[1] if whole else bare)
