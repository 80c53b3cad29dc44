"""Marks beside Chinese characters that a source has in half width: `通知如下:` → `通知如下：`, `(试行)` → `（试行）`.

Pages that were typed or dumped with an English keyboard have them throughout, recognised pictures here and there. One
character stands for one, so that every place stays; a comma or colon between figures or Latin letters (1,500; 8:30) and
a bracket without Chinese characters in it are as they should be, and a question mark may stand for a lost character.
"""

from __future__ import annotations

from ingest import patterns as re

SIGNS = re.compile(r"[,;:!()]")
"""What a text must hold, so that there is something to change."""
_MARKS = re.compile(r"(?<=[\u4e00-\u9fff》”）)〕%％])[,;:!]|[,;:!](?=[\u4e00-\u9fff《“（(])")
_BRACKETS = re.compile(r"[(（]([^()（）]*[\u4e00-\u9fff][^()（）]*)[)）]")
_FULL_WIDTH = str.maketrans(",;:!", "，；：！")


def full_width(text: str) -> str:
    """The marks beside Chinese characters as Chinese ones."""
    marked = _MARKS.sub(lambda mark: mark[0].translate(_FULL_WIDTH), text)
    return _BRACKETS.sub(r"（\1）", marked) if "(" in marked or ")" in marked else marked
