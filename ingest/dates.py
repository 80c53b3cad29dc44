"""Days as notices write them: 2020年4月19日, 二〇二〇年四月十九日, 2020-04-19; a lost year stays open (`--02-06`).

Full-width figures (２０２０年４月１９日) are figures.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from ingest import patterns as re
from ingest.wording import DATE, DAY, HAN, ZEROS

_DIGITS: Final = {
    **{digit: str(value) for value, digit in enumerate("零一二三四五六七八九")},
    **dict.fromkeys(ZEROS, "0"),
}
_TENS: Final = {"十": 10, "廿": 20, "卅": 30}
NUMERIC_DATE: Final = re.compile(
    r"(?<!\d)(?P<year>[12]\d{3})\s?[-/.]\s?(?P<month>\d{1,2})\s?[-/.]\s?(?P<day>\d{1,2})(?!\d)"
)
DATE_LINE: Final = re.compile(
    rf"[\s（(]*(?:{DAY}(?:\s*(?:\d{{1,2}}\s*(?:时|[:：]\d{{2}})(?:\s*\d{{1,2}}分)?|[（(]?(?:(?:星期|周)[一二三四五六日天]|农历[{HAN}]{{2,8}})))?"
    r"|[12]\d{3}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{1,2})[\s）)]*"
)
"""A line with nothing but a day, perhaps with the hour or the day of the week (2022年6月29日18时, …日（星期三）)."""
MINUTE_LINE: Final = re.compile(r"\s*(?:19|20)\d\d-\d\d?-\d\d?[ T]\d\d?:\d\d(?::\d\d)?\s*")
"""A line with nothing but the minute at which a site listed a notice: `2021-06-01 10:28:39`."""


def day_in(text: str) -> str | None:
    """The first day in a text, ISO; `--MM-DD` where the year is lost; `None` where there is none, or no such day."""
    match = DATE.search(text) or NUMERIC_DATE.search(text)
    return iso(match) if match else None


def last_day_in(text: str) -> str | None:
    """The last day in a text, in the forms of `day_in`."""
    matches = [*DATE.finditer(text)] or [*NUMERIC_DATE.finditer(text)]
    return iso(matches[-1]) if matches else None


def iso(match: re.Match[str]) -> str | None:
    """The day of a match of `DATE` or `NUMERIC_DATE`; `None` for a day that no calendar has."""
    year, month, day = match["year"], _number(match["month"]), _number(match["day"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    if year is None:
        return f"--{month:02}-{day:02}"
    try:
        return date(int("".join(_DIGITS.get(digit, digit) for digit in year)), month, day).isoformat()
    except ValueError:
        return None


def years_later(day: str, years: int, months: int = 0) -> str | None:
    """The last day of a term of so many years and months that begins on `day`."""
    try:
        start = date.fromisoformat(day)
        ahead = start.month - 1 + months
        end = start.replace(year=start.year + years + ahead // 12, month=ahead % 12 + 1)
    except ValueError:
        return None
    return (end - timedelta(days=1)).isoformat()


def _number(text: str) -> int:
    """Up to 99: 元 (1), 4, ０４, 十一, 二十, 二十一, 廿三, 三〇."""
    if text.isdecimal():
        return int(text)
    if text == "元":
        return 1
    for mark, tens in _TENS.items():
        if mark in text:
            left, right = text.split(mark, 1)
            return (int(_DIGITS[left]) * 10 if left else tens) + (int(_DIGITS[right]) if right in _DIGITS else 0)
    return int("".join(_DIGITS.get(digit, "0") for digit in text))
