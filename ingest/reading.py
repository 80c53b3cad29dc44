"""From the bytes of a file to its notices: read, repair, split, and fill each `Notice`."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ingest import outline, split
from ingest import patterns as re
from ingest.errors import IngestError
from ingest.fields import closing, issuers, periods, places, titles
from ingest.fields.closing import Tail
from ingest.fields.doc_numbers import canonical_number
from ingest.fields.header import Head
from ingest.formats import read_document
from ingest.notice import Block, Document, Jurisdiction, Notice, SourceInfo
from ingest.repairs import doubts, tidy
from ingest.repairs.tidy import Tidied
from ingest.sources import Source
from ingest.split import Part

_LEAST_TEXT: Final = 8
_OPENING: Final = 600
_HAN: Final = re.compile(r"[\u4e00-\u9fff]{2}")
_NOTHING: Mapping[str, str] = {}


def read_notices(source: Source) -> tuple[Notice, ...]:
    """The notices in `source`, a cover before what it carries. Raises `IngestError` where there is no text to read."""
    return notices_of(read_document(source), SourceInfo(source.uri, "", source.sha256))


def read_text(text: str, uri: str = "-") -> tuple[Notice, ...]:
    """The notices in a text, as if it stood in a file `uri`. Raises `IngestError`."""
    return read_notices(Source(uri, text.encode()))


def notices_of(document: Document, info: SourceInfo) -> tuple[Notice, ...]:
    """The notices in a document as its reader left it; `info` names the file. Raises `IngestError`."""
    tidied = tidy.tidied(document)
    if sum([len(block.text) for block in tidied.blocks]) < _LEAST_TEXT:
        raise IngestError(
            _what_was_found(document), "请核对文件是否完整；正文在附件或图片里的，请导入附件原文或清晰的扫描件"
        )
    source = replace(info, media_type=document.media_type, pages=document.pages)
    return _filled(tidied, document, source)


def _what_was_found(document: Document) -> str:
    if not document.blocks:
        return "文件里没有读到任何文字"
    return f"文件里只有页面文字（{len(document.blocks)}段），没有公文正文"


@dataclass(frozen=True, slots=True)
class _Draft:
    """The blocks of one notice with what their head and tail say."""

    part: Part
    blocks: tuple[Block, ...]
    tail: Tail


def _filled(tidied: Tidied, document: Document, source: SourceInfo) -> tuple[Notice, ...]:
    made: list[Notice] = []
    for draft in _drafts(tidied.blocks):
        part = draft.part
        parent = made[part.parent] if part.parent is not None else None
        made.append(_notice(draft, source, tidied, parent=parent, before=made))
    return tuple(made)


def _drafts(blocks: Sequence[Block]) -> list[_Draft]:
    """A draft for each part; copies and imprint below a document that its cover issued are the cover's."""
    drafts: list[_Draft] = []
    for part in split.parts(blocks):
        own = tuple(blocks[part.start : part.stop])
        tail = closing.read_tail(own, part.head.body)
        if part.inherits and part.parent is not None and not tail.signature:
            cover = drafts[part.parent]
            moved = replace(
                cover.tail,
                imprint=cover.tail.imprint or tail.imprint,
                copied_to=cover.tail.copied_to or tail.copied_to,
                printed_on=cover.tail.printed_on or tail.printed_on,
                disclosure=cover.tail.disclosure or tail.disclosure,
            )
            drafts[part.parent] = replace(cover, tail=moved)
            tail = replace(tail, imprint=(), copied_to=(), printed_on=None, disclosure=None)
        drafts.append(_Draft(part, own, tail))
    return drafts


def _notice(
    draft: _Draft, source: SourceInfo, tidied: Tidied, *, parent: Notice | None, before: Sequence[Notice]
) -> Notice:
    """The notice of a draft, in a file of which those `before` it are made.

    What it leaves out comes from the cover that issued it, or, for the first one, from the page's `meta`.
    """
    blocks, head, tail = draft.blocks, draft.part.head, draft.tail
    cover = parent if draft.part.inherits else None
    meta = _NOTHING if before else tidied.meta
    text = "\n".join([block.text for block in blocks])
    title = draft.part.title or _title(head, meta)
    number = _number(head, meta)
    organs = _issuers(head, tail, meta, title) or (
        cover.issuers
        if cover
        else issuers.passed_on(parent.title, parent.text[:_OPENING])
        if parent and titles.forwards(parent.title)
        else issuers.speaking(text[:_OPENING])
        or issuers.making(text[:_OPENING])
        or issuers.explaining(text)
        or tail.imprint
        or issuers.owning(head.recipients)
    )
    signed_on = tail.signed_on or head.signed_on or meta.get("signed_on") or (cover.signed_on if cover else None)
    published_on = meta.get("published_on") or head.published_on
    period = periods.of_text(text, signed_on=signed_on, published_on=published_on, title=title)
    attachments = closing.attachments(blocks, head.body, max(tail.end, tail.start + 1)) or _attached(meta, title)
    return Notice(
        id=_own_id(before, text, number=number, title=title, organs=organs, signed_on=signed_on),
        text=text,
        blocks=blocks,
        source=source,
        parent_id=parent.id if parent else None,
        title=title,
        doc_number=number,
        doc_type=titles.doc_type(title) or (titles.closing_type(text) if title is None else None),
        issuers=organs,
        jurisdiction=_jurisdiction(organs, number, title, cover=cover, beside=before[-1] if before else None)
        or places.spoken_of(text, named=" ".join((title or "", *head.recipients))),
        recipients=head.recipients,
        copied_to=tail.copied_to,
        signed_on=signed_on,
        published_on=published_on,
        printed_on=tail.printed_on,
        effective_from=(period.start if period.stated else None)
        or head.effective_from
        or meta.get("effective_from")
        or (None if period.stated else (cover.effective_from if cover else None) or signed_on),
        effective_to=period.end,
        disclosure=tail.disclosure or meta.get("disclosure"),
        validity=meta.get("validity") or (cover.validity if cover else None),
        sections=outline.sections(blocks, tail=(tail.start, tail.end), attachments=attachments),
        attachments=attachments,
        flags=tidied.flags | doubts.of_text(blocks),
        repairs=tidied.repairs,
        body_start=_offset(text, blocks, head.body),
        body_end=_offset(text, blocks, tail.start) if tail.start < len(blocks) and tail.end >= len(blocks) else None,
    )


def _number(head: Head, meta: Mapping[str, str]) -> str | None:
    """The text's number; the page's where the text has none, or one that only its organ makes whole (第707号)."""
    said = canonical_number(meta["doc_number"]) if "doc_number" in meta else None
    return said if said and (head.number is None or head.number.startswith("第")) else head.number


def _title(head: Head, meta: Mapping[str, str]) -> str | None:
    """The text's title, or the page's where the text has none or nothing but a kind (通告)."""
    said = titles.clean(meta["title"]) if meta.get("title") else None
    if head.title is None or (len(head.title) <= 4 and said and said.endswith(head.title)):
        return said or head.title
    return head.title


def _issuers(head: Head, tail: Tail, meta: Mapping[str, str], title: str | None) -> tuple[str, ...]:
    adopted = issuers.names([head.adopted_by]) if head.adopted_by and issuers.is_organ(head.adopted_by) else ()
    meant = meta if head.byline is None else {"publisher": head.byline, **meta}
    said = issuers.governing(title) or _named_by_page(meant)
    found = issuers.chosen(
        letterhead=head.letterhead or adopted,
        title=issuers.in_title(title),
        signature=tail.signature,
        imprint=tail.imprint,
        joint=issuers.says_others(title),
        titled=title is not None,
        said=said,
    )
    named = [name for name in (*found, *said) if places.is_place_bound(name)]
    own = places.of_notice(named, number=head.number, title=title)
    return issuers.with_place(found, own, title)


def _named_by_page(meta: Mapping[str, str]) -> tuple[str, ...]:
    """The organ that the page calls the issuer, else the one that it calls its source; a site is none."""
    source = meta.get("publisher", "")
    own = issuers.is_organ(source) and places.is_place_bound(source) and not source.endswith(("中心", "网", "站"))
    return issuers.names([meta["issuer"]]) if meta.get("issuer") else issuers.names([source]) if own else ()


def _jurisdiction(
    organs: tuple[str, ...], number: str | None, title: str | None, *, cover: Notice | None, beside: Notice | None
) -> Jurisdiction | None:
    if cover and organs == cover.issuers:
        return cover.jurisdiction
    near = cover or beside
    return places.of_notice(organs, number=number, title=title, within=near.jurisdiction if near else None)


def _attached(meta: Mapping[str, str], title: str | None) -> tuple[str, ...]:
    """The names of a page's attachments, out of lines of name and address; the notice itself as a file is none."""
    names = (line.split("\t")[0] for line in meta.get("attachments", "").split("\n") if line)
    named = (name for name in names if _HAN.search(name))
    return tuple(name for name in named if not titles.alike(name.rsplit(".", 1)[0], title or ""))


def _offset(text: str, blocks: Sequence[Block], index: int) -> int:
    """The offset of the block at `index` in the text; behind the last one, the text's length."""
    return min(sum([len(block.text) + 1 for block in blocks[:index]]), len(text))


def _own_id(
    others: Sequence[Notice],
    text: str,
    *,
    number: str | None,
    title: str | None,
    organs: Sequence[str],
    signed_on: str | None,
) -> str:
    """The identifier of a notice: from the number, else from title, issuers and date, else from the text.

    An announcement's number (2020年第2号) is only one of its organ's. Two notices of a file never share one.
    """
    if number and "〔" in number:
        key = [number]
    elif title and (organs or signed_on):
        key = [number or "", title, *organs, signed_on or ""]
    else:
        key = [text]
    identity = _digest(key)
    taken = any(other.id == identity for other in others)
    return _digest([*key, title or "", str(len(others))]) if taken else identity


def _digest(parts: Sequence[str]) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]
