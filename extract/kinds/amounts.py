"""Amounts of money, measures and counted things as patterns, and their canonical words."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from extract.numbers import MAGNITUDE, UNITS, number
from ingest import patterns as re

MONEY: Final = r"(?:元人民币|美元|港元|欧元|元)"
_KILO: Final = "".join(sorted({unit[1] for unit in UNITS if unit.startswith("千")}))
MAGNITUDES: Final = rf"(?:万亿|千万|百万|亿|万|千(?![{_KILO}])|百)"
"""What multiplies a number; the 千 of 千克 and 千米 belongs to the unit."""
_SIGN: Final = re.compile("[A-Za-zμ]")
"""Signs of units; `reckoning.values` knows what each stands for, so that they compare with units in words."""
_LATIN: Final = r"(?![A-Za-z]|/[A-Za-zμ(])"
_PLANT: Final = "(?![\u4e00-\u9fff]{0,10}(?:输变电|变电[站所工项]|线路|输电|开关站|换流站|送出工程|电网工程))"
"""`220千伏安丰输变电工程`: a voltage in front of a plant or line is part of its name, unless it is bounded (及以上)."""
UNIT: Final = "|".join(
    re.escape(unit).replace("/", "[/／]")
    + (_LATIN if unit[-1].isascii() else _PLANT if unit.startswith("千伏") else "")
    for unit in sorted(UNITS, key=len, reverse=True)
)
FIGURED: Final = re.compile(
    rf"[\d≥≤＞＜<>]|[一二两三四五六七八九十百千万亿](?:{UNIT}|元|分之|折|成)|[双加]倍|减半|过半|一半|半[数价]|排[名位]前"
)
"""What a text must hold of a figure or a word for one, so that a quantity can stand in it."""
AFTER: Final = (
    r"(?:(?:（[^（）]{1,16}）|\([^()]{1,16}\))?(?P<above>(?:及其?|或)?以上(?!述)|及以上)|"
    r"(?:（[^（）]{1,16}）|\([^()]{1,16}\))?(?P<below>(?:及其?|或)?以下|以内|之内|(?:的?(?:限额|额度)|范围)(?:以|之)?内|"
    r"(?<=[米里])内(?![部外容环])|"
    r"及以下|封顶|为限(?:额|$|(?=[，。；、）]))))?"
)
ROW_GOES_ON: Final = re.compile(r"[、，；][\u4e00-\u9fff（）]{2,12}\d")
"""Behind an amount: the next item of its row (`三级医院800元|、二级医院500元`)."""


def amount(numeral: str, magnitude: str | None) -> Decimal:
    """`1.5`, `万` → 15000."""
    return number(numeral) * (MAGNITUDE[magnitude] if magnitude else 1)


def unit_code(word: str) -> str:
    """A unit as the contract writes it: `名学生` → `名`, `元/M3` → `元/立方米`; a sign (`kg`, `mg/L`) stays."""
    word = word.replace("％", "%").replace("元人民币", "元").replace("／", "/").replace("/ ", "/")
    if word in UNITS:
        return word if _SIGN.match(word) else UNITS[word]
    counted, slash, per = word.partition("/")
    return f"{UNITS.get(counted, counted)}{slash}{per if _SIGN.match(word) else _METRES.get(per.lower(), per)}"


_METRES: Final = {sign: UNITS[sign] for sign in ("m2", "m²", "m3", "m³")}
"""`元/M3`: beside a unit in words the sign is written in words, too; `mg/m³` stays."""


def each(per: str) -> str:
    """`每人每月` → `/人/月`, `每张床位每年` → `/张/年`; the time stands last (`每年每户` → `/户/年`)."""
    named = re.findall(r"每(?:个)?([张名户台辆人家亩间](?=[^每]{2})|[^每]+)", per)
    units = [unit_code(one.removesuffix("口") if "人口" in one else one) for one in named]
    return "".join(f"/{one}" for one in sorted(units, key=_TIMES.__contains__))


_TIMES: Final = ("年", "月", "天", "日", "季度", "学期", "学年", "半年")
