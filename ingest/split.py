"""One file, several notices: a cover and what it carries, announcements strung together on one page.

A notice ends with its signature and date. What begins behind them is looked at as a head: the document that the cover
prints or forwards is its child; a head with a number or addressees of its own is a notice beside it; an attachment
stays a part of the notice that it is attached to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from ingest import patterns as re
from ingest.dates import MINUTE_LINE
from ingest.fields import closing, header, issuers, recipients, titles
from ingest.fields.header import Head
from ingest.notice import Block
from ingest.repairs import doubts
from ingest.wording import COPIED, DISCLOSURE, NO_TEXT, NUMBER, PRINTED, TITLE_ENDS, TYPE_END, is_annex_label

_OPENING_BLOCKS: Final = 4
_PROOFREAD: Final = re.compile(
    r"^[（(]?(?:校对|责任校对|联系人|联系电话|联系方式|经办人|承办单位|打字)\s*[：:].{0,80}$"
)
_NOTE_OPENINGS: Final = frozenset("（(信公此主依抄分校责联经承打附")
"""With which characters the lines that `_is_note` knows begin."""
_LISTED: Final = re.compile(r"《|附\s*(?:件\s*[\d一二三四五六七八九十]*)?\s*[：:.]")
_LONGEST_TITLE: Final = 120
_HEAD_SPAN: Final = 12
_LEAST_PROSE: Final = 30


@dataclass(frozen=True, slots=True)
class Part:
    """The blocks `start` to `stop` are one notice; `parent` is the index of the part that carries it."""

    start: int
    stop: int
    head: Head
    parent: int | None = None
    inherits: bool = False
    """Whether it was issued by the cover's own organ (印发, 公布), so that issuer and date are the cover's."""
    title: str | None = None
    """The name that the cover gives it, where it stands below the cover without a title of its own."""


@dataclass(slots=True)
class _Open:
    """A notice whose end is not known yet."""

    start: int
    head: Head
    names: tuple[str, ...]
    """The documents that it carries by its own words."""
    parent: int | None
    inherits: bool
    title: str | None = None
    """The cover's name for it, where it has no title of its own."""


_Role = Literal["prose", "label", "end", "note"]
"""What a line says of the end of a notice: nothing, 附件 alone, that it ends here, or something that stands below."""


def parts(blocks: Sequence[Block]) -> tuple[Part, ...]:
    """The notices that the blocks hold, in their order; always at least one."""
    open_: list[_Open] = [_opened(blocks, 0, None, False)]
    roles = [_role(block.text.strip()) for block in blocks]
    for stamp in _stamps(blocks):
        roles[stamp] = "end"
    at = open_[0].head.body
    while at < len(blocks):
        begins = _begins(blocks, roles, at, open_)
        if begins is None:
            at += 1
            continue
        open_.append(begins)
        at = max(at + 1, begins.start + begins.head.body)
    stops = [one.start for one in open_[1:]] + [len(blocks)]
    return tuple(
        Part(one.start, stop, _own_head(blocks, one, stop), one.parent, one.inherits, one.title)
        for one, stop in zip(open_, stops, strict=True)
    )


def _stamps(blocks: Sequence[Block]) -> list[int]:
    """The lines that hold but a minute and stand below the last sentence of a notice, where lists of them are saved."""
    return [
        at
        for at, block in enumerate(blocks)
        if at and ":" in block.text and MINUTE_LINE.fullmatch(block.text) and blocks[at - 1].text.endswith("。")
    ]


def _own_head(blocks: Sequence[Block], one: _Open, stop: int) -> Head:
    """The head of a notice that ends at `stop`: as it was read, unless what was looked at reaches beyond its end."""
    return one.head if one.start + one.head.looked_at <= stop else header.read_head(blocks[one.start : stop])


def _opened(blocks: Sequence[Block], start: int, parent: int | None, inherits: bool) -> _Open:
    head = header.read_head(blocks[start : start + 20])
    body = start + head.body
    opening = "\n".join(block.text for block in blocks[body : body + _OPENING_BLOCKS] if len(block.text) < 2000)
    names = titles.carried(head.title, opening)
    return _Open(start, head, names, parent, inherits)


def _begins(blocks: Sequence[Block], roles: Sequence[_Role], at: int, open_: Sequence[_Open]) -> _Open | None:
    """The notice that begins at block `at`, if one does."""
    block = blocks[at]
    text = block.text
    if block.kind == "table" or (roles[at] != "prose" and _is_between(text.strip())):
        return None
    if len(text) > _LONGEST_TITLE:
        return _untitled(blocks, roles, at, open_)
    ended, annexed = (False, False) if roles[at - 1] == "prose" else _behind_end(roles, at, open_[-1].start)
    if not ended and not _may_be_title(text):
        return _untitled(blocks, roles, at, open_)
    carrier = _carrier(blocks, at, open_, ended=ended)
    if carrier is not None:
        cover = open_[carrier]
        start = at - 1 if is_annex_label(blocks[at - 1].text) else at
        return _opened(blocks, start, carrier, not titles.forwards(cover.head.title))
    beside = _beside(blocks, at, open_, annexed=annexed) if ended else None
    return beside or _untitled(blocks, roles, at, open_)


def _behind_end(roles: Sequence[_Role], at: int, start: int) -> tuple[bool, bool]:
    """(whether a signature's date or the imprint stands right above, whether a label 附件 stands between)."""
    annexed = False
    for above in range(at - 1, start, -1):
        role = roles[above]
        if role == "prose":
            break
        if role == "end":
            return True, annexed
        annexed = annexed or role == "label"
    return False, annexed


def _role(text: str) -> _Role:
    noted = text[:1] in _NOTE_OPENINGS
    if noted and is_annex_label(text):
        return "label"
    if closing.ends_as_day(text) and (closing.is_plain_day(text) or closing.signed_in_line(text)):
        return "end"
    if "印" in text and PRINTED.fullmatch(text):
        return "end"
    return "note" if noted and _is_note(text) else "prose"


def _is_between(text: str) -> bool:
    """Whether a line that is no prose can begin nothing: a note, a day, a minute."""
    return _is_note(text) or closing.is_date_line(text) or MINUTE_LINE.fullmatch(text) is not None


def _is_note(text: str) -> bool:
    """Whether a line stands between a signature and what follows: disclosure, copies, proof-reading, 附件 alone."""
    return text[:1] in _NOTE_OPENINGS and bool(
        DISCLOSURE.fullmatch(text)
        or COPIED.match(text)
        or NO_TEXT.fullmatch(text)
        or _PROOFREAD.match(text)
        or is_annex_label(text)
    )


def _carrier(blocks: Sequence[Block], at: int, open_: Sequence[_Open], *, ended: bool) -> int | None:
    """The index of the open notice that carries what begins here by its title; the innermost one first."""
    title = _title_at(blocks, at, ended=ended) if any(one.names for one in open_) else None
    if not title:
        return None
    for index in range(len(open_) - 1, -1, -1):
        name = titles.meant(title, open_[index].names)
        begun = (other.head.title for other in open_ if other.parent == index)
        if name and not any(other and titles.meant(other, open_[index].names) == name for other in begun):
            return index
    return None


def _title_at(blocks: Sequence[Block], at: int, *, ended: bool) -> str | None:
    """The title that stands here: by itself, over two or three lines, or below a red head of its own."""
    text = blocks[at].text.strip()
    if text.endswith(("。", "；", "：", "，", "、")) or _LISTED.match(text) or recipients.is_salutation(text):
        return None
    if ended:
        return header.read_head(blocks[at : at + _HEAD_SPAN]).title
    title = titles.clean(text)
    return title if TYPE_END.search(title) and _stands_apart(blocks, at) else None


def _may_be_title(text: str) -> bool:
    """Whether a line ends as a title or a number does: asked first, for few lines do."""
    end = text.rstrip()[-1:]
    return end in TITLE_ENDS or end == "号"


def _stands_apart(blocks: Sequence[Block], at: int) -> bool:
    """Whether the line is no heading or item in running text: a paragraph ends above it and none of a list follows."""
    above = blocks[at - 1].text.strip() if at else ""
    return bool(
        is_annex_label(above) or above.endswith(("。", "）", ")")) or issuers.is_organ(above) or doubts.is_tail(above)
    )


def _beside(blocks: Sequence[Block], at: int, open_: Sequence[_Open], *, annexed: bool) -> _Open | None:
    """A notice with a head of its own behind the end of another: forwarded by or attached to it, or beside it."""
    current = open_[-1]
    begun = _opened(blocks, at, None, False)
    if begun.head.title in (None, current.head.title) or closing.is_date_line(blocks[at].text):
        return None
    numbered = begun.head.number is not None and any(NUMBER.search(block.text) for block in blocks[at : at + 6])
    addressed = bool(begun.head.recipients)
    cover = next((index for index, one in enumerate(open_) if titles.forwards(one.head.title)), None)
    if annexed:
        begun.parent = len(open_) - 1
        return begun if numbered and addressed else None
    if numbered or addressed:
        begun.parent = cover if cover == len(open_) - 1 else None
        return begun
    own_title = bool(TYPE_END.search(begun.head.title or "")) and at + begun.head.body < len(blocks)
    opening = blocks[at + begun.head.body].text if own_title else ""
    prose = len(opening) > _LEAST_PROSE or opening.endswith("如下：")
    return begun if prose and not current.names and not _attaches(blocks, current) else None


def _attaches(blocks: Sequence[Block], one: _Open) -> bool:
    """Whether a notice speaks of attachments."""
    body = one.start + one.head.body
    return any(block.text.startswith("附") for block in blocks[body : body + 60])


_SAYS_NEXT: Final = re.compile(r"《(?P<name>[^《》]{4,80})》(?:的)?(?:主要内容|全文)如下[。：:]$")
"""How a report on a document leads over to it."""
_ISSUES: Final = re.compile(r"(?:印发|发)给?你们|现予(?:印发|公布|发布|颁布)")
_STATES_PURPOSE: Final = re.compile(r"(?:为|根据|按照|依据).{10,}(?:制定|提出).{2,50}[。：:]$|第[一1][章条]")
"""How a document of its own opens; a cover that goes on with 一、 speaks for itself."""


def _untitled(blocks: Sequence[Block], roles: Sequence[_Role], at: int, open_: Sequence[_Open]) -> _Open | None:
    """The document that a cover prints right below its one sentence (现印发给你们，请认真落实。), without a title."""
    cover, above, text = open_[-1], blocks[at - 1].text, blocks[at].text
    said = _SAYS_NEXT.search(above.strip()) if "如下" in above else None
    if not said and not (
        cover.names
        and _STATES_PURPOSE.match(text)
        and _is_issued(blocks, roles, at, cover)
        and not _comes_later(blocks, at, cover.names)
    ):
        return None
    begun = _opened(blocks, at, len(open_) - 1, not titles.forwards(cover.head.title))
    begun.title = said["name"] if said else cover.names[0]
    return begun


def _is_issued(blocks: Sequence[Block], roles: Sequence[_Role], at: int, cover: _Open) -> bool:
    """Whether a cover ends right here, or sends out what it names with the sentence above."""
    body = cover.start + cover.head.body
    above = blocks[at - 1].text.strip()
    only = at - 1 == body and above.endswith("。") and bool(_ISSUES.search(above))
    ended = at > body and _behind_end(roles, at, cover.start)[0]
    return only or ended


def _comes_later(blocks: Sequence[Block], at: int, names: Sequence[str]) -> bool:
    """Whether a line further down is the title of what the cover names."""
    lines = (titles.clean(block.text) for block in blocks[at:] if len(block.text) <= _LONGEST_TITLE)
    return any(TYPE_END.search(line) and titles.meant(line, names) for line in lines)
