"""What the full-text tables are given for a record; the same tokens delete it again."""

from __future__ import annotations

from dataclasses import dataclass

from extract.records import Requirement
from ingest.notice import Notice
from search.questions import words

NOTICE_COLUMNS = ("title", "body", "issuers", "nums")
REQUIREMENT_COLUMNS = ("quote", "subject", "action", "responsible", "nums", "tags")


@dataclass(frozen=True, slots=True)
class Facts:
    """What of a notice its requirements are filtered by: place, year and the day that orders them."""

    place: str | None
    year: int | None
    day: str


def facts(notice: Notice) -> Facts:
    """The day is that of signing, else of publishing; where the year is open it orders last."""
    days = [day for day in (notice.signed_on, notice.published_on, notice.printed_on) if day and day[0].isdigit()]
    day = days[0] if days else ""
    return Facts(notice.jurisdiction.code if notice.jurisdiction else None, int(day[:4]) if day else None, day)


def notice_entry(notice: Notice) -> tuple[str, ...]:
    """The tokens of a notice, in the order of `NOTICE_COLUMNS`."""
    title, issuers = notice.title or "", "\n".join(notice.issuers)
    return words.tokens(title), words.tokens(notice.text), words.tokens(issuers), words.numbers(notice.text)


def requirement_entry(requirement: Requirement, about: Facts) -> tuple[str, ...]:
    """The tokens of a requirement, in the order of `REQUIREMENT_COLUMNS`.

    Its heading and table headers are searched as well as its sentence: 核酸检测 may stand only there.
    """
    around = (requirement.heading, requirement.trigger, requirement.condition, requirement.value_text)
    quote = "\n".join([requirement.evidence.quote, *filter(None, around)])
    return (
        words.tokens(quote),
        words.tokens(requirement.subject or ""),
        words.tokens(requirement.action or ""),
        words.tokens("\n".join(requirement.responsible)),
        words.numbers(quote),
        " ".join(tags(requirement, about)),
    )


def tags(requirement: Requirement, about: Facts) -> tuple[str, ...]:
    """Kind and place as tokens, so that one index answers text and filter together.

    Facts that never change after extraction, and that leave few: a year or a modality holds for so many records that
    reading its list costs more than looking at the rows.
    """
    code = about.place or ""
    return (tag("kind", requirement.kind), *(tag("place", code[:end]) for end in (2, 4, 6) if code))


def tag(name: str, value: object) -> str:
    """One fact as a token."""
    return f"{name}-{value}"
