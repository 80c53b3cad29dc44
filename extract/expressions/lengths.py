"""Lengths of time: `两天半`, `一年零三个月`, `三到五天`, `一刻钟` → ISO 8601 durations as stated."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from extract.numbers import plain
from extract.numerals import NUMERAL, digits, is_numeral, value
from ingest import patterns as re

_UNITS = {
    "工作日": "WD", "交易日": "WD", "自然日": "D", "日历日": "D", "世纪": "C", "周年": "Y", "年度": "Y", "学年": "Y",
    "年": "Y", "季度": "Q", "月": "M", "旬": "X", "星期": "W", "礼拜": "W", "周": "W", "昼夜": "D", "天": "D",
    "日": "D", "小时": "h", "钟头": "h", "钟": "h", "刻钟": "q", "分钟": "m", "分": "m", "秒钟": "s",
    "秒": "s", "毫秒": "ms", "h": "h", "min": "m", "s": "s",
}  # fmt: skip
_WORDS = "|".join(sorted(_UNITS, key=len, reverse=True))
_HUNDREDTHS = "(?:(?<=秒)(?:\\d{2}|[零一二三四五六七八九]{2})(?![\\d十百千万亿年月日号分秒个名人次点]))"
"""`十三秒零九`."""
_OVER = "(?:余(?![额下人名])|多(?![少次家个项名种人元媒边样层级方部轮批条]))"
_PLUS = "(?:零?又?|外?加上?)"
_PIECE = (
    rf"(?:{NUMERAL}|半|(?<![个每某各这那])(?=个半))(?:多|余|来|几)?个?(?:多|余)?(?:半(?=个|年|月|天|小时|钟|分钟|"
    rf"世纪|周|学))?"
    rf"(?:{_WORDS})(?!(?<=[hns])[A-Za-z])(?!(?<=年)级|(?<=旬)[老男女翁妇夫妻父母]|(?<=周)期(?!限))(?!(?:(?<=个周)|"
    rf"(?<=个星期)|"
    rf"(?<=个礼拜))[一二三四五六日](?![次回遍天个趟]))"
    rf"(?:半(?![年月天个小数径])钟?|{_OVER}|{_HUNDREDTHS})?"
)
LENGTH = rf"(?:{_PIECE}(?:{_PLUS}(?:{_PIECE}|(?<=天){NUMERAL}时)){{0,5}})"
"""A length of time in a folded text, without groups; `duration` gives its value or refuses it."""
PIECE = re.compile(_PIECE)
_READ = re.compile(
    rf"(?P<n>{NUMERAL}|半|(?=个半))(?P<more>多|余|来|几)?(?P<ge>个)?(?P<more2>多|余)?(?P<half>半(?=个|年"
    rf"|月|天|小时|钟|分钟|世纪|周|学))?(?P<unit>{_WORDS}|"
    rf"(?<=[\d零一二三四五六七八九十])时)(?:(?P<tail>半(?![年月天个小数径])钟?)|(?P<over>{_OVER})|"
    rf"(?P<hundredths>{_HUNDREDTHS}))?"
)
_ORDER = {"Y": 0, "M": 1, "W": 2, "D": 3, "h": 4, "m": 5, "s": 6}
_HALF = {"Y": (6, "M"), "M": (15, "D"), "D": (12, "h"), "h": (30, "m"), "m": (30, "s"), "C": (50, "Y")}
_WHOLE: dict[str, tuple[Decimal, str]] = {
    "C": (Decimal(100), "Y"), "Q": (Decimal(3), "M"), "X": (Decimal(10), "D"), "q": (Decimal(15), "m"),
    "ms": (Decimal("0.001"), "s"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Parts:
    """A length in whole years, months and days."""

    years: int
    months: int
    days: int


def duration(text: str) -> str | None:
    """The ISO duration of one whole length (`>P4W` for 四个多星期); `None` where the words are no length."""
    read = _amounts(text)
    if read is None:
        return None
    amounts, more = read
    return (">" if more else "") + _iso(amounts)


def parts(text: str) -> Parts | None:
    """The same in years, months and days; `None` for hours, for working days, for an open or broken number of them."""
    read = _amounts(text)
    if read is None or read[1]:
        return None
    amounts = read[0]
    if not set(amounts) <= {"Y", "M", "W", "D"} or any(one != int(one) for one in amounts.values()):
        return None
    days = int(amounts.get("D", 0)) + 7 * int(amounts.get("W", 0))
    years, months = int(amounts.get("Y", 0)), int(amounts.get("M", 0))
    return Parts(years, months, days) if years < 5000 and months < 50_000 and days < 1_000_000 else None


def _amounts(text: str) -> tuple[dict[str, Decimal], bool] | None:
    amounts: dict[str, Decimal] = {}
    more, at = False, 0
    for match in _READ.finditer(text):
        if text[at : match.start()] not in ("", "零", "又", "零又", "加", "加上", "外加", "外加上"):
            return None
        piece = _piece(match, first=not amounts)
        if piece is None or set(piece) & set(amounts):
            return None
        amounts |= piece
        more = more or bool(match["more"] or match["more2"] or match["over"])
        at = match.end()
    ordered = sorted(amounts, key=lambda unit: _ORDER.get(unit, -1)) == list(amounts)
    return (amounts, more) if amounts and ordered and at == len(text) else None


def _piece(match: re.Match[str], *, first: bool) -> dict[str, Decimal] | None:
    unit = _UNITS.get(match["unit"], "h")
    size, base = _WHOLE.get(unit, (Decimal(1), unit))
    if match["n"] == "半":
        return {_HALF[unit][1]: Decimal(_HALF[unit][0])} if unit in _HALF else None
    numeral = match["n"] or "一"
    if not is_numeral(numeral) or not _plausible(match, first=first):
        return None
    found = {base: value(numeral) * size}
    if match["hundredths"]:
        found[base] += Decimal(digits(match["hundredths"])) / 100
    if match["half"] or match["tail"]:
        if unit not in _HALF:
            return None
        found[_HALF[unit][1]] = Decimal(_HALF[unit][0])
    return found


def _plausible(match: re.Match[str], *, first: bool) -> bool:
    """`3月`, `2021年`, `30分`, `20时` are no lengths by themselves; `两月`, `1小时30分`, `8天20时` are."""
    word, numeral = match["unit"], match["n"]
    if word == "月":
        return bool(match["ge"]) or numeral == "两"
    if word == "钟":
        return bool(match["ge"])
    if word == "时":
        return match.string[: match.start()].endswith("天")
    if word == "分":
        return not first or bool(match["tail"]) or "秒" in match.string[match.end() :]
    if word == "年":
        return not re.fullmatch(r"(?:1[5-9]|2[01])\d\d|[零一二三四五六七八九]{2,}|0\d", numeral)
    return not numeral.startswith("第")


def _iso(amounts: dict[str, Decimal]) -> str:
    days = "".join(f"{plain(amounts[unit])}{unit}" for unit in ("Y", "M", "W", "D", "WD") if unit in amounts)
    hours = "".join(f"{plain(amounts[unit])}{unit.upper()}" for unit in ("h", "m", "s") if unit in amounts)
    return f"P{days}T{hours}" if hours else f"P{days}"
