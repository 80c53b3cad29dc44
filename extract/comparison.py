"""When two requirements speak of the same: the key under which their values may be compared."""

from __future__ import annotations

import re

from extract.records import Requirement

_BLANKS = re.compile(r"[\s，,、的]+")


def rule_key(requirement: Requirement) -> str | None:
    """Kind, subject, action and condition; `None` for a requirement that compares with none.

    Codes of the vocabulary count before words. A rule without a subject or an action, and a duty, have no key: two of
    them that look the same can mean different things, and a clash that is none costs trust.
    """
    subject = requirement.subject_code or _plain(requirement.subject)
    action = requirement.action_code or _plain(requirement.action)
    if not (subject and action and requirement.value) or requirement.kind == "duty":
        return None
    when = (_plain(requirement.condition), _plain(requirement.trigger))
    return "|".join((requirement.kind, subject, action, *when))


def _plain(words: str | None) -> str:
    return _BLANKS.sub("", words or "")
