"""Which found record is which written one, and what is right about it.

A found requirement is a written one where kind and place agree: the written `value_text` stands in the found quote or
value text, and the quotes share most of their character pairs. It is right in `value` where the canonical value is
equal, and as a `record` where subject, action and units are right too: nearly the same words, or the shorter whole
inside the longer.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import Any

Row = dict[str, Any]
SLOTS = ("subject", "action", "responsible")
FIELDS = (
    *("title", "doc_number", "doc_type", "signed_on", "published_on", "disclosure", "effective_from", "effective_to"),
    *("issuers", "recipients", "copied_to", "jurisdiction"),
)
"""What is judged of a notice; lists as sets, a jurisdiction by its code."""
_BLANK = re.compile(r"[\s*\u3000]+")


def squash(text: str | None) -> str:
    """Without blanks and mask characters, width folded."""
    return _BLANK.sub("", unicodedata.normalize("NFKC", text or ""))


def likeness(one: str | None, other: str | None) -> float:
    """Character F1 of two texts; two empty ones are alike."""
    a, b = squash(one), squash(other)
    if not a or not b:
        return float(a == b)
    blocks = difflib.SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return 2 * sum(block.size for block in blocks) / (len(a) + len(b))


def pair(written: Sequence[Row], found: Sequence[Row]) -> list[tuple[Row, Row]]:
    """Each written requirement with the found one that fits it best; each used once, equal values first."""
    ranked = sorted(
        (
            (_same_value(a, b), likeness(a.get("action"), b.get("action")) + _shared(_quote(a), _quote(b)), -i, -j)
            for i, a in enumerate(written)
            for j, b in enumerate(found)
            if _same_place(a, b)
        ),
        reverse=True,
    )
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    pairs = []
    for _, _, i, j in ranked:
        if i not in taken_a and j not in taken_b:
            taken_a.add(i)
            taken_b.add(j)
            pairs.append((written[-i], found[-j]))
    return pairs


def value_right(written: Row, found: Row) -> bool:
    """Whether the canonical value is one of those that the written record allows."""
    return _same_value(written, found)


def record_right(written: Row, found: Row) -> bool:
    """Whether value, subject, action and responsible units are all right; a duty's subject is not judged."""
    slots = [slot for slot in SLOTS if not (slot == "subject" and written["kind"] == "duty")]
    return _same_value(written, found) and all(slot_right(written, found, slot) for slot in slots)


def relation_pairs(written: Sequence[Row], found: Sequence[Row]) -> int:
    """How many written relations are found with the same kind and the same target."""
    left, right = list(found), 0
    for row in written:
        fit = next((other for other in left if row["relation"] == other["relation"] and _same_target(row, other)), None)
        if fit is not None:
            left.remove(fit)
            right += 1
    return right


def notice_pairs(written: Sequence[Row], found: Sequence[Row]) -> list[tuple[Row, Row]]:
    """Each written notice with the found one of the same number, else of nearly the same title; each used once."""
    left, pairs = list(found), []
    for row in written:
        best = max(left, key=lambda other: _same_notice(row, other), default=None)
        if best is not None and _same_notice(row, best) >= 0.6:
            left.remove(best)
            pairs.append((row, best))
    return pairs


def fields_right(written: Row, found: Row) -> int:
    """How many of the `FIELDS` of a written notice are right in the found one."""
    return sum(_field_right(field, written[field], found.get(field)) for field in FIELDS)


def _same_notice(a: Row, b: Row) -> float:
    if a.get("doc_number") and b.get("doc_number"):
        return 2.0 * (squash(a["doc_number"]) == squash(b["doc_number"]))
    return likeness(a["title"], b.get("title")) if a.get("title") else 0.6


def _field_right(field: str, a: Any, b: Any) -> bool:
    if field in ("issuers", "recipients", "copied_to"):
        return {squash(name) for name in a or []} == {squash(name) for name in b or []}
    if field == "jurisdiction":
        return bool((a or {}).get("code") == (b or {}).get("code"))
    allowed = a if isinstance(a, list) else [a]
    return squash(b) in [squash(value) for value in allowed]


def _same_place(a: Row, b: Row) -> bool:
    if a["kind"] != b["kind"] or _shared(_quote(a), _quote(b)) < 0.5:
        return False
    words = squash(a.get("value_text"))
    return not words or words in squash(_quote(b)) or words in squash(b.get("value_text"))


def _same_value(a: Row, b: Row) -> bool:
    allowed = a["value"] if isinstance(a.get("value"), list) else [a.get("value")]
    return b.get("value") in allowed


def slot_right(a: Row, b: Row, slot: str) -> bool:
    """Whether a slot of the found record `b` says what the written one `a`, or one of its alternatives, says."""
    offers = [a.get(slot), *(a.get("alt") or {}).get(slot, [])]
    if slot == "responsible":
        return any(_same_units(offer or [], b.get(slot) or []) for offer in offers)
    return any(_near(offer, b.get(slot)) for offer in offers)


def _near(a: str | None, b: str | None) -> bool:
    short, long = sorted((squash(a), squash(b)), key=len)
    return likeness(a, b) >= 0.7 or (len(short) >= 2 and short in long)


def _same_units(a: Iterable[str], b: Iterable[str]) -> bool:
    one, other = _names(a), _names(b)
    return one == other or (bool(one and other) and likeness("".join(sorted(one)), "".join(sorted(other))) >= 0.8)


def _names(units: Iterable[str]) -> set[str]:
    return {re.sub(r"[（(].*?[)）]|等[^、]*$", "", squash(unit)) for unit in units} - {""}


def _same_target(a: Row, b: Row) -> bool:
    one, other = a.get("target") or {}, b.get("target") or {}
    if one.get("doc_number") and other.get("doc_number"):
        return squash(one["doc_number"]) == squash(other["doc_number"])
    name = one.get("title") or one.get("description")
    return bool(name) and max(likeness(name, other.get(key)) for key in ("title", "description")) >= 0.6


def _quote(row: Row) -> str:
    return (row.get("evidence") or {}).get("quote") or ""


def _shared(a: str, b: str) -> float:
    """The share of the shorter text's character pairs that stand in the longer one."""
    short, long = sorted((squash(a), squash(b)), key=len)
    if len(short) < 2:
        return float(bool(short) and short in long)
    theirs = {long[i : i + 2] for i in range(len(long) - 1)}
    pairs = [short[i : i + 2] for i in range(len(short) - 1)]
    return sum(pair in theirs for pair in pairs) / len(pairs)
