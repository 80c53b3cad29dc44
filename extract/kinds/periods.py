"""When a clause itself says from when to when it holds: 自9月16日起, 即日起, 春运期间（1月28日至3月8日）."""

from __future__ import annotations

from typing import Final

from extract.kinds.calendar_dates import Today, is_past, iso, pattern, period, recurs
from extract.modality import says_must
from ingest import patterns as re

_DATED: Final = re.compile("[月年季]")
"""Every date holds one of these."""
_SINCE: Final = re.compile(
    rf"(?:自|从)?(?:{pattern('a')})(?:（含）|\(含\))?(?:零时|0时|00:00)?(?:起(?!至)|(?<=日)开始)"
)
_NOW: Final = re.compile(r"即日起|自本(?:通知|公告|通告)(?:印发|发布)之日起")
_SPAN: Final = re.compile(
    rf"(?:{pattern('a')})(?:（[^（）]{{1,6}}）)?(?:起)?(?:-"
    rf"|－|—|–|~|～|至|到){{1,2}}(?:{pattern('b')}|"
    rf"(?P<day>\d{{1,2}})(?:日|号))(?!之间)"
)
_JOINS: Final = re.compile("[-－—–~～至到]")
"""Between the two dates of a span stands one of these."""
BORN: Final = re.compile("(?:期间|之间)?出生")
"""`1988年3月至2006年3月期间|出生`: who is meant, and nothing that holds so long."""
_UNTIL: Final = re.compile(rf"(?:截至|(?:执行|实施)(?:期限?|时间)?至|有效期至|延续至|延长至)(?:{pattern('a')})")


def applies(text: str, today: Today) -> tuple[str | None, str | None]:
    """(from, to) of the period that a sentence sets for its rules; ISO, open where the text leaves it open."""
    if not _DATED.search(text):
        return _iso(today) if _NOW.search(text) else None, None
    if _JOINS.search(text) and (span := _SPAN.search(text)) and not BORN.match(text, span.end()):
        start, end = period(span, Today() if recurs(text, span) else today, day=span["day"])
        if start and end:
            return start, end
    since = _SINCE.search(text) if "起" in text or "开始" in text else None
    begin = iso(since, today, prefix="a", last=False) if since else _iso(today) if _NOW.search(text) else None
    until = _UNTIL.search(text) if "至" in text else None
    return begin, iso(until, today, prefix="a") if until else None


_TERM_SINCE: Final = re.compile(
    "起(?:实施|执行|征收|生效)?，?(?:[^，。；]{0,16}，)?(?:[^，。；]{0,4}期限?|为期)[为是：]?$"
)


def long_begun(before: str, begin: str | None, today: Today) -> bool:
    """Whether a term told in `before` began a year and more ago: `自2005年7月22日起，期限为|5年` in a notice of 2010.

    Such a sentence tells what was once ordered; whoever orders a term lets it begin within the year.
    """
    if begin is None or today.year is None or not begin[:4].isdigit() or says_must(before):
        return False
    return is_past(begin, Today(today.year - 1, today.month, today.day)) and _TERM_SINCE.search(before) is not None


def _iso(today: Today) -> str | None:
    if not (today.month and today.day):
        return None
    return (
        f"{today.year:04d}-{today.month:02d}-{today.day:02d}" if today.year else f"--{today.month:02d}-{today.day:02d}"
    )
