"""When two requirements speak of the same: the keys under which their values may be compared.

`rule_key` is strict, for conflicts within one place: two rules that look the same can mean different things there, and
a conflict that is none costs trust. `subject_keys` and `action_key` are wide, for tables over several places: the code
of the vocabulary, else the head noun in normalised wording (施工许可审批时限 of one place is 施工许可 of the other).
"""

from __future__ import annotations

from extract.records import Requirement
from extract.vocabulary import folded, measure, subjects
from ingest import patterns as re

_BLANKS = re.compile(r"[\s，,、的]+")


def rule_key(requirement: Requirement) -> str | None:
    """Kind, subject, action and condition; `None` for a requirement that compares with none.

    A code of the vocabulary counts before words where no other words narrow it. A rule without a subject or an action,
    and a duty, have no key.
    """
    subject, action = _exact_subject(requirement), _exact_action(requirement)
    if not (subject and action and requirement.value) or requirement.kind == "duty":
        return None
    when = (_plain(requirement.condition), _plain(requirement.trigger))
    return "|".join((requirement.kind, subject, action, *when))


def _exact_subject(requirement: Requirement) -> str:
    found = subjects(requirement.subject)
    alone = found[0] if len(found) == 1 else None
    return alone.code if alone and not alone.narrowed else _plain(requirement.subject)


def _exact_action(requirement: Requirement) -> str:
    found = measure(requirement.action)
    return found.code if found and not found.narrowed else _plain(requirement.action)


def _plain(words: str | None) -> str:
    return _BLANKS.sub("", words or "")


def subject_keys(requirement: Requirement) -> tuple[str, ...]:
    """Whom or what the rule is about, for a table over places: one key, or one for each of a list; () for none."""
    found = subjects(requirement.subject)
    if found:
        return tuple(dict.fromkeys(one.code for one in found))
    words = head(requirement.subject)
    return (words,) if words else ()


def action_key(requirement: Requirement) -> str | None:
    """What is done, for a table over places; `None` for a requirement without an action."""
    found = measure(requirement.action)
    return found.code if found else head(requirement.action) or None


_EMPTY = re.compile(
    r"^(?:对|将|以及|各类?|所有|全部|有关|相关|符合(?:规定|条件)的?|其(?!他)|[本我全该](?:省|市|县|区|镇|乡|国))+(?=..)"
)
_LIMITED = re.compile(r"(?<=..)(?:的)?(?:时限|时间|期限|周期|用时|标准|额度|金额|比例)$")


def head(words: str | None) -> str:
    """A phrase in normalised wording: without brackets, quotes, empty attributes, and what of it is limited."""
    plain = _BLANKS.sub("", folded(words))
    return _LIMITED.sub("", _EMPTY.sub("", plain))


def narrowing(requirement: Requirement) -> str:
    """The words that make the rule one about a part of what its keys mean: attributes, condition and start."""
    found = subjects(requirement.subject)
    attributes = "、".join(one.narrowed for one in found if one.narrowed)
    return "；".join(filter(None, map(_plain, (attributes, requirement.condition, requirement.trigger))))
