"""From the bytes of a file to its notices: the one entry of this package."""

from __future__ import annotations

import hashlib
import re

from ingest.errors import IngestError
from ingest.formats import read_document
from ingest.notice import Block, Document, Notice, SourceInfo
from ingest.sources import Source

NUMBER = re.compile(r"[\u4e00-\u9fff]{1,12}[〔\[［(（]\s?\d{4}\s?[〕\]］)）]\s?(?:第)?\d{1,4}\s?号")
TITLE = re.compile(r"(?:关于.{2,80}的)?(?:通知|公告|通告|通报|意见|办法|方案|决定|函|批复|规定|细则|指南|须知)$")


def read_notices(source: Source) -> tuple[Notice, ...]:
    """The notices in `source`, cover before the notice that it forwards; raises `IngestError`."""
    return notices_of(read_document(source), SourceInfo(source.uri, "", source.sha256))


def read_text(text: str, uri: str = "-") -> tuple[Notice, ...]:
    """The notices in a text, as if it stood in a file `uri`; raises `IngestError`."""
    return read_notices(Source(uri, text.encode()))


def notices_of(document: Document, info: SourceInfo) -> tuple[Notice, ...]:
    """The notices in a document as read."""
    blocks = tuple(_stripped(block) for block in document.blocks if block.text.strip())
    if not blocks:
        raise IngestError("文件里没有正文", "请核对文件是否完整")
    text = "\n".join(block.text for block in blocks)
    number = NUMBER.search(text[:600])
    title = next((block.text for block in blocks[:8] if TITLE.search(block.text)), None)
    return (
        Notice(
            id=hashlib.sha256(text.encode()).hexdigest()[:16],
            text=text,
            blocks=blocks,
            source=SourceInfo(info.uri, document.media_type, info.sha256, document.pages),
            title=title,
            doc_number=number and number.group(),
            flags=document.flags,
        ),
    )


def _stripped(block: Block) -> Block:
    lead = len(block.text) - len(block.text.lstrip())
    if block.kind == "table" or not lead:
        return block
    places = tuple((max(0, at - lead), place) for at, place in block.places)
    return Block(block.text.strip(), places, block.kind, block.rows)
