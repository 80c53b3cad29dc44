"""Marks beside Chinese characters that a source has in half width: `通知如下:` → `通知如下：`, `(试行)` → `（试行）`.

Pages that were typed or dumped with an English keyboard have them throughout, recognised pictures here and there. One
character stands for one, so that every place stays; a comma or colon between figures or Latin letters (1,500; 8:30) and
a bracket without Chinese characters in it are as they should be, and a question mark may stand for a lost character.
The point within a decimal goes the other way: １９．５％ has an ordinary one.

Input methods offer signs that look like these marks: the sign of a ratio for a colon (`如下∶`, `9∶00`), small ones
(`﹙1﹚`, `﹔`), dashes of other lengths. They become what they are read as.
"""

from __future__ import annotations

from typing import Final

from ingest import patterns as re

_ALIKE: Final = "∶︰﹕﹐﹔﹗﹙﹚﹑､｡﹝﹞﹪―‐‑–−﹣"
_LOOKALIKES: Final = str.maketrans(_ALIKE, ":::,;!（）、、。〔〕%—-----")
SIGNS: Final = re.compile(rf"[,;:!()．{_ALIKE}]")
"""What a text must hold, so that there is something to change."""
_MARKS: Final = re.compile(r"(?<=[\u4e00-\u9fff》”）)〕%％])[,;:!]|[,;:!](?=[\u4e00-\u9fff《“（(])")
_BRACKETS: Final = re.compile(r"[(（]([^()（）]*[\u4e00-\u9fff][^()（）]*)[)）]")
_POINT: Final = re.compile(r"(?<=\d)．(?=\d{1,3}(?:[%％‰℃万亿元米倍吨克个兆千毫]|公[里斤顷]|平方|立方|小时))")
"""The point of a decimal in full width (１９．５％); without a unit behind it numbers an item (3．2018年)."""
_FULL_WIDTH: Final = str.maketrans(",;:!", "，；：！")


def full_width(text: str) -> str:
    """The marks beside Chinese characters as Chinese ones, the point of a decimal as a point."""
    text = text.translate(_LOOKALIKES)
    marked = _MARKS.sub(lambda mark: mark[0].translate(_FULL_WIDTH), _POINT.sub(".", text))
    return _BRACKETS.sub(r"（\1）", marked) if "(" in marked or ")" in marked else marked
