"""Numerals and lengths of time: `十四`, `1.5万`, `半年`, `3个工作日` → exact values.

Strict: a text that is not wholly a numeral is refused (`ValueError`), so that a rule never reads half a number.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Final

from extract.lexicon import load
from extract.numerals import composed
from ingest import patterns as re

DIGITS: Final = r"\d{1,3}(?:[,，]\d{3}){1,6}(?:\.\d+)?|\d+(?:\.\d+)?"
_D, _N = "[一二两三四五六七八九]", "[一二三四五六七八九]"
_THOUSANDS, _HUNDREDS = rf"(?:{_D}千(?:零(?={_N}(?!百)))?)?", rf"(?:{_D}百(?:零(?={_N}(?!十)))?)?"
HAN: Final = (
    rf"(?:(?=[一二三四五六七八九十]|两[千百]){_THOUSANDS}{_HUNDREDS}(?:{_N}?十{_N}?|{_N})?|两)"
    r"(?:点[一二三四五六七八九〇零]+)?"
)
"""A Chinese numeral below ten thousand; 万 and 亿 are magnitudes of a quantity.

Each place stands once: this pattern is part of almost every other, and what it costs to compile they all pay.
"""
NUMBER: Final = rf"(?:{DIGITS}|{HAN})"
"""A numeral in Arabic or Chinese digits, without magnitude and unit."""
_DIGITS, _HAN = re.compile(DIGITS), re.compile(HAN)

MAGNITUDE: Final = {
    "十": 10,
    "百": 100,
    "千": 1000,
    "万": 10**4,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "万亿": 10**12,
}
UNITS: Final = {word.surface: word.code for word in load("units.csv")}
"""How a unit is written → its canonical word (公斤 → 千克); a sign stands for its word (kg → 千克)."""

UNIT_CODE: Final = {
    "工作日": "WD", "个工作日": "WD", "天": "D", "日": "D", "个日历日": "D", "个自然日": "D", "自然日": "D",
    "日历日": "D",
    "周": "W", "个星期": "W", "星期": "W", "个月": "M", "月": "M", "年": "Y", "个年度": "Y", "周年": "Y",
    "小时": "H", "个小时": "H", "分钟": "m", "秒": "s", "秒钟": "s", "个季度": "Q", "季度": "Q", "季": "Q",
    "个会计年度": "Y", "个纳税年度": "Y", "个自然年度": "Y", "个自然年": "Y",
    "个半天": "halfday", "学年": "Y", "个学年": "Y", "工作小时": "H", "个工作小时": "H",
}  # fmt: skip
"""Words for units of time; `m` and `s` are minute and second, `Q` a quarter (three months)."""

_UNIT_WORDS: Final = "|".join(sorted(UNIT_CODE, key=len, reverse=True))
_LENGTH_NAMED: Final = (
    rf"(?:(?P<minutes>\d{{1,3}})分钟?(?=\d{{1,2}}秒))?(?P<n>{NUMBER}|半)(?P<half>(?:个)?半(?=年|个月|月|天|"
    rf"小时|日))?(?P<unit>{_UNIT_WORDS})(?!岁|(?<=周)[年边末]|(?<=年)级)(?P<tail>半(?!数|径"
    rf"|年|天|个))?"
)
LENGTH: Final = re.sub(r"\(\?P<\w+>", "(?:", _LENGTH_NAMED)
"""A length of time as a pattern without groups; `duration` gives its value."""
_LENGTH: Final = re.compile(_LENGTH_NAMED)
SEASONS: Final = "(?:[春夏秋冬]{2,4}[两二三四]?季|[春夏秋冬]季?(?:[、和及][春夏秋冬]季?)+|上(?:半年)?[、和及]?下半年)"
"""Parts of a year named side by side: `春、秋季`, `春秋两季`, `上、下半年`."""
NTH_YEAR: Final = r"第[一二三四五六七八九十\d]+个?年度?"
"""`第一年`, `第2个年度`: one of several years by its number, as the source of a pattern."""
TIMED: Final = re.compile(
    r"[\d一二两三四五六七八九十百半零](?:个)?半?(?:工作|自然|日历|会计|纳税|天|日|周|星期"
    r"|月|年|学年|小时|分钟|秒|季|半天)|半(?:年|月|天|日|小时|个月)"
)
"""A numeral before a unit of time: without one no length stands in a sentence."""
_A_YEAR: Final = re.compile(r"20[0-4]\d")
_HALVES: Final = {"Y": "P6M", "M": "P15D", "D": "PT12H", "H": "PT30M"}
_HALF: Final = Decimal("0.5")


def plain(number: Decimal | Fraction | int) -> str:
    """A number as the contract writes it: no exponent, no trailing zeros, a fraction as `1/10`."""
    if isinstance(number, Fraction):
        return f"{number.numerator}/{number.denominator}"
    if isinstance(number, int):
        return str(number)
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


@lru_cache(maxsize=4096)
def number(text: str) -> Decimal:
    """The value of a numeral in Arabic or Chinese digits (`14`, `1,500`, `十四`, `两百`, `二点五`).

    Raises `ValueError` for anything else; `半` is no numeral but a half of its unit (see `length`).
    """
    if _DIGITS.fullmatch(text):
        return Decimal(text.replace(",", "").replace("，", ""))
    if not _HAN.fullmatch(text):
        raise ValueError(f"not a numeral: {text!r}")
    return composed(text.replace("〇", "零"))


@lru_cache(maxsize=4096)
def fraction(text: str) -> Fraction:
    """`十分之一` → 1/10, `三分之二` → 2/3. `百分之五` is a percentage, not read here."""
    below, _, above = text.partition("分之")
    if not above:
        raise ValueError(f"not a fraction: {text!r}")
    return Fraction(int(number(above)), int(number(below)))


def unit(text: str) -> str:
    """The unit word of a length of time: `3个工作日` → `个工作日`; raises `ValueError` as `duration` does."""
    match = _LENGTH.fullmatch(text)
    if not match:
        raise ValueError(f"not a length of time: {text!r}")
    return match["unit"]


def duration(text: str) -> str:
    """A length of time as an ISO 8601 duration *as stated*: `14天` → `P14D`, `半年` → `P6M`, `15个工作日` → `P15WD`,
    `4分35秒` → `PT4M35S`.

    Raises `ValueError` where the text is not one whole length of time.
    """
    match = _LENGTH.fullmatch(text.replace(" ", ""))
    if not match:
        raise ValueError(f"not a length of time: {text!r}")
    unit = UNIT_CODE[match["unit"]]
    if match["unit"] == "月" and match["n"] != "半" and not match["half"]:
        raise ValueError(f"a calendar month, not a length of time: {text!r}")
    if match["unit"] in ("季度", "季") and match["n"] not in ("两", "半") and not match["n"][0].isdigit():
        raise ValueError(f"an ordinal, not a length of time: {text!r}")
    if match["n"] == "半":
        return _HALVES[unit] if unit in _HALVES else _no_half(text)
    amount = number(match["n"])
    if unit == "Y" and (amount >= 1900 or re.search(r"\.(?:19|20)\d\d$", match["n"])):
        raise ValueError(f"a calendar year, not a length of time: {text!r}")
    if unit == "D" and (amount >= 10000 or _A_YEAR.fullmatch(match["n"])):
        raise ValueError(f"a date that has lost its figures, not a length of time: {text!r}")
    if match["minutes"]:
        return f"PT{int(match['minutes'])}M{plain(amount)}S"
    halved = bool(match["half"] or match["tail"])
    return _with_half(amount, unit) if halved else iso(amount, unit)


_ONE_YEAR_OF_ACCOUNT: Final = tuple(f"{one}个{year}年度" for one in "一1" for year in ("会计", "纳税", "自然"))


@lru_cache(maxsize=4096)
def length(text: str) -> str | None:
    """The length of time that a text states (`duration`); `None` where it states none (`2021年`).

    `一个纳税年度` is what is reckoned by, and no length, either.
    """
    if text.startswith(_ONE_YEAR_OF_ACCOUNT):
        return None
    try:
        return duration(text)
    except ValueError:
        return None


def _no_half(text: str) -> str:
    raise ValueError(f"no half of this unit: {text!r}")


def iso(amount: Decimal, unit: str) -> str:
    """The ISO 8601 duration of `amount` units, a half written out; `unit` is a value of `UNIT_CODE`."""
    if amount == _HALF and unit in _HALVES:
        return _HALVES[unit]
    if unit == "Q":
        return f"P{plain(amount * 3)}M"
    if unit == "halfday":
        return f"PT{plain(amount * 12)}H"
    if unit in ("H", "m", "s"):
        return f"PT{plain(amount)}{unit.upper()}"
    return f"P{plain(amount)}{unit}"


def _with_half(amount: Decimal, unit: str) -> str:
    """`一年半` → `P1Y6M`, `两个半月` → `P2M15D`, `一天半` → `P1DT12H`, `1个半小时` → `PT1H30M`."""
    whole = iso(amount, unit)
    half = _HALVES.get(unit) or _no_half(whole)
    if unit == "H":
        return whole + half.removeprefix("PT")
    return whole + half.removeprefix("P")
