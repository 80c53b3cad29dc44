"""Dates in running text: `2023年6月底`, `9月30日`, `年底`, `次年1月15日` → ISO dates, open where the text is."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from extract.numbers import number

_Y: Final = (
    r"(?:(?P<{p}y>\d{{4}}|[二一][〇零○一二三四五六七八九]{{3}}|今|本|当|明|次|下(?=一?年)|第[二2](?=年))一?年"
    r"(?:度|的(?=\d))?)?"
)
_M: Final = r"(?P<{p}m>\d{{1,2}}|十[一二]?|[一二三四五六七八九])月(?:份)?"
_D: Final = (
    r"(?:(?P<{p}d>\d{{1,2}}|[一二三]?十[一二三四五六七八九]?|"
    r"[一二三四五六七八九])(?:日|号)|(?P<{p}part>底|末|上旬|中旬|下旬|"
    r"初)|(?P<{p}bare>\d{{1,2}})(?=[前起至]|[-－—–~～]{{1,2}}\d{{1,2}}[日号]))?"
)


def pattern(prefix: str = "") -> str:
    """A date as a pattern; its groups are `y m d part bare half q end` with `prefix` in front."""
    p = prefix
    return (
        rf"(?:{_Y.format(p=p)}{_M.format(p=p)}{_D.format(p=p)}"
        rf"|(?:(?P<{p}hy>\d{{4}}|今|本|当|明|次)年)?(?P<{p}half>上半年|下半年|第?[一二三四]季度)(?:底|末)?"
        rf"|(?P<{p}ey>\d{{4}}|今|本|当|明|次|每)?(?P<{p}end>年(?:年)?底|年末|年内|月底|月末))"
    )


DATE: Final = pattern()
_NEXT: Final = ("次", "下", "第二", "第2")
"""`次年`, `第二年`: the year after."""


@dataclass(frozen=True, slots=True)
class Today:
    """The day from which a notice speaks: the parts of its signing date that are known."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @classmethod
    def of(cls, iso: str | None) -> Today:
        """From an ISO date that may be open (`2021-09-17`, `--02-06`, `None`)."""
        match = re.fullmatch(r"(\d{4}|-)-(\d{2})-(\d{2})", iso or "")
        if not match:
            return cls()
        return cls(None if match[1] == "-" else int(match[1]), int(match[2]), int(match[3]))


UNDATED: Final = Today()
"""The day of a text that has none."""


def is_past(date: str, today: Today) -> bool:
    """Whether a whole ISO date lies before the day of the notice, where that is known."""
    if today.year is None or today.month is None or today.day is None or not date[:4].isdigit():
        return False
    return date < f"{today.year:04d}-{today.month:02d}-{today.day:02d}"


def iso(match: re.Match[str], today: Today, *, prefix: str = "", last: bool = True) -> str | None:
    """The ISO date of a match of `pattern`; of a month or half-year its last day, or its first where `last` is false.

    A missing year is the notice's own, or the next one where the day would lie more than a month before the notice;
    where the notice has none it stays open (`--09-16`), and so do 当年, 次年 and 第二年, which recur.
    `None` for a day that no calendar holds.
    """

    def get(name: str) -> str | None:
        return match.group(prefix + name)

    if month_word := get("m"):
        month = int(number(month_word))
        day = _day(get, last=last)
        return _compose(_year(get("y"), today, month), month, day, last=last)
    if half := get("half"):
        month = _half_month(half, last=last)
        return _compose(_year(get("hy"), today, month), month, None, last=last)
    if (get("end") or "").startswith("年"):
        return _compose(_year(get("ey"), today, 12), 12, None, last=last)
    return _compose(today.year, today.month, None, last=last) if today.month else None


_EVERY_YEAR: Final = re.compile(r"每年[^，。；\d]{0,8}$")


def recurs(text: str, match: re.Match[str]) -> bool:
    """Whether a date comes round each year (`每年9月1日至12月31日`), so that no year is its own."""
    at = begins(match)
    return bool(_EVERY_YEAR.search(text[max(0, at - 12) : at]))


def begins(match: re.Match[str], prefix: str = "a") -> int:
    """Where the date of a match of `pattern` begins, behind the words in front of it."""
    return min(match.start(prefix + name) for name in ("y", "m", "hy", "half", "ey", "end") if match[prefix + name])


def period(match: re.Match[str], today: Today, *, day: str | None = None) -> tuple[str | None, str | None]:
    """The first and last day of a match of `pattern("a")` with `pattern("b")`, or with a bare `day`, behind it.

    The end counts from the start (2020年1月28日至3月8日), and 次年 is the year after it. A period that still runs on
    the day of the notice began in its year (`1月至12月` in March).
    """
    running = Today(year=today.year)
    start, end = _ends(match, running, day)
    if not end or is_past(end, today):
        start, end = _ends(match, today, day)
    if start and end and start[0] != "-" and match["by"] in _NEXT:
        end = f"{int(start[:4]) + 1}{end[1:]}"
    return start, end


def _ends(match: re.Match[str], today: Today, day: str | None) -> tuple[str | None, str | None]:
    start = iso(match, today, prefix="a", last=False)
    if day:
        return start, start and f"{start[:-2]}{int(day):02d}"
    return start, iso(match, Today.of(start) if start else today, prefix="b")


def _day(read: Callable[[str], str | None], *, last: bool) -> int | None:
    for name in ("d", "bare"):
        if day := read(name):
            return int(number(day))
    part = read("part")
    if part == "上旬":
        return 10 if last else 1
    if part == "中旬":
        return 20 if last else 11
    return 1 if part == "初" else None


def _half_month(word: str, *, last: bool) -> int:
    if word == "上半年":
        return 6 if last else 1
    if word == "下半年":
        return 12 if last else 7
    quarter = "一二三四".index(word.removeprefix("第")[0]) + 1
    return quarter * 3 if last else quarter * 3 - 2


def _year(word: str | None, today: Today, month: int) -> int | None:
    if word == "当" or word in _NEXT:
        return None
    if word == "明":
        return today.year + 1 if today.year else None
    if word in (None, "今", "本", "每"):
        if today.year and today.month and word is None and month < today.month - 1:
            return today.year + 1
        return today.year
    if word[0].isdigit():
        return int(word)
    return int("".join(str("〇一二三四五六七八九".find(c.replace("零", "〇").replace("○", "〇"))) for c in word))


def _compose(year: int | None, month: int, day: int | None, *, last: bool) -> str | None:
    if not 1 <= month <= 12:
        return None
    days = calendar.monthrange(year, month)[1] if year else calendar.monthrange(2023, month)[1]
    if day is None:
        day = days if last else 1
    if not 1 <= day <= days:
        return None
    return f"{year:04d}-{month:02d}-{day:02d}" if year else f"--{month:02d}-{day:02d}"
