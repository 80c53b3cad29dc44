"""没有写明名称的文件：此前我局有关规定、市级层面以往下发的文件，可能是哪些通知。

A description decides nothing; it narrows by what it names: whose document, of which level, of which kind. What it does
not name it leaves open.
"""

from __future__ import annotations

from extract.document_words import TYPES
from extract.resolving.resolution import Identity
from extract.resolving.status import Life
from ingest import patterns as re

_OURS = re.compile(r"我[省市区县州]?[局委厅部办院会行]|本[局委厅部办院会行]|本机关")
_LEVELS = (
    (re.compile(r"国家(?:层面|级)|国务院"), 0),
    (re.compile(r"省级|省里|全省|我省|本省|自治区级"), 2),
    (re.compile(r"市级|全市|我市|本市|州级"), 4),
    (re.compile(r"[县区]级|全[县区]|[我本][县区]"), 6),
)
"""How many digits of its code (GB/T 2260) tell a place of the level that the words name."""
_KIND = re.compile(rf"(?P<kind>{TYPES})(?:有关(?:规定|内容|要求))?$")
_ANY = frozenset({"政策", "制度", "规定", "标准", "措施"})
"""Kinds that stand for whatever document says something: 此前有关规定."""


def may_mean(description: str, speaker: Identity, other: Identity, life: Life) -> bool:
    """Whether a notice can be among those that the speaker describes; `life` is the notice's own."""
    if other.id == speaker.id or (other.day and speaker.day and other.day > speaker.day):
        return False
    return _of_organ(description, speaker, other) and _of_level(description, other) and _of_kind(description, life)


def _of_organ(description: str, speaker: Identity, other: Identity) -> bool:
    return not _OURS.search(description) or not other.issuers or bool(set(speaker.issuers) & set(other.issuers))


def _of_level(description: str, other: Identity) -> bool:
    named = next((digits for pattern, digits in _LEVELS if pattern.search(description)), None)
    return named is None or other.place is None or len(re.sub(r"(?:00){1,3}$", "", other.place)) == named


def _of_kind(description: str, life: Life) -> bool:
    kind = _KIND.search(description)
    if kind is None or kind["kind"] in _ANY or life.doc_type is None:
        return True
    return life.doc_type.endswith(kind["kind"]) or (life.title or "").rstrip("）》)").endswith(kind["kind"])
