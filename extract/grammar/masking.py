"""Text with what stands in brackets, quotation marks and titles covered, so that grammar reads what is around it."""

from __future__ import annotations

from typing import Final

from ingest import patterns as re

MASK: Final = "□"
"""The cover character, one for one."""

_ENCLOSED: Final = re.compile(
    r"（[^（）()]*[）)]|\([^（）()]*[）)]|“[^“”]*”|《[^《》]*(?:《[^《》]*》[^《》]*)*》|「[^「」]*」|"
    r"\"[^\"\n]{1,40}\"|"
    r"〔[省市县区州盟旗乡镇街道村社、]{1,8}〕"
)
"""The last kind is `各县〔市、区〕`; other such brackets hold years and who is responsible."""
OPENERS: Final = r"[（(“《「〔\"]"
"""What an enclosed part can begin with, as the source of a pattern."""
_OPENERS: Final = re.compile(OPENERS)


def mask(text: str) -> str:
    """`text` with enclosed parts covered by `□`, character by character, brackets and quotation marks too."""
    if not _OPENERS.search(text):
        return text
    return _ENCLOSED.sub(lambda match: MASK * (match.end() - match.start()), text)
