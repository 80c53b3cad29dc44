"""`label: value` lines at the head of a text, as pages print their information table (索引号： 成文日期： 文号：)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.notice import Block
from ingest.page_labels import LABELS, put

_HEAD_LINES = 14
_LONG = 160
_WORDS = "|".join(r"\s*".join(label) for label in sorted(LABELS, key=len, reverse=True))
_LABEL = re.compile(rf"(?:(?<=\s)|^)(?:({_WORDS})\s*[：:]|[\[【]({_WORDS})[\]】]\s*[：:]?)\s*")
_SALUTATION = re.compile(r"^(?:各|国务院|省|市).{2,}[：:]$")


def lines(blocks: Sequence[Block]) -> tuple[int, ...]:
    """The blocks before the text that hold labels and their values and nothing else."""
    found = []
    for index, block in enumerate(blocks[:_HEAD_LINES]):
        text = block.text.strip()
        if len(text) > _LONG or _SALUTATION.match(text) or ("。" in text and len(text) > 40):
            break
        if _LABEL.match(text):
            found.append(index)
    return tuple(found)


def said(blocks: Sequence[Block]) -> dict[str, str]:
    """What these lines say, under the names of `Document.meta`; dates in ISO."""
    meta: dict[str, str] = {}
    for index in lines(blocks):
        text = blocks[index].text.strip()
        marks = list(_LABEL.finditer(text))
        ends = [mark.start() for mark in marks[1:]] + [len(text)]
        for mark, end in zip(marks, ends, strict=True):
            put(meta, mark[1] or mark[2], text[mark.end() : end].strip())
    return meta
