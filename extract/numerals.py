"""Numerals as people write them: `二百五`, `两千三`, `3.5万`, `二〇二一`, `壹佰贰拾叁`, `１,２３４` → exact values.

`extract.numbers` is the strict grammar of rules; this one reads everything that everyday Chinese counts with.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from ingest import patterns as re

_FOLDED: Final = str.maketrans(
    "ー０１２３４５６７８９．，：︰％／－～﹣–−〜∶％〇○Ｏ兩俩倆萬億點時號後個週禮這鐘從來聽節間內開裏歲幾餘過陰曆農閏臘陽驚蟄穀滿種處"
    "聖誕兒婦勞動國際慶師軍黨記護親費權負幣錢塊圓盧鎊歐韓臺雙噸畝攝華頭為還紀約達與於無貳侖尋晝當現",
    "—0123456789.,::%/-~--—~:%零零零两两两万亿点时号后个周礼这钟从来听节间内开里岁几余过阴历农闰腊阳惊蛰谷满种处"
    "圣诞儿妇劳动国际庆师军党记护亲费权负币钱块圆卢镑欧韩台双吨亩摄华头为还纪约达与于无贰仑寻昼当现",
)
_FORMAL: Final = str.maketrans("壹贰貳叁參肆伍陆陸柒捌玖拾佰仟", "一二二三三四五六六七八九十百千")
_DIGITS: Final = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"两": 2}
_SIZES: Final = (("兆", 10**12), ("亿", 10**8), ("万", 10**4), ("千", 1000), ("百", 100), ("十", 10))

_LONGEST: Final = 40

ARABIC: Final = r"(?:(?<![\d.])\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)"
_ONE_TO_NINE: Final = "一二三四五六七八九"
_SIGN: Final = f"零{_ONE_TO_NINE}两十百千万亿拾佰仟壹贰叁肆伍柒捌玖"
HAN: Final = (
    rf"(?:(?:零(?![{_SIGN}])|[{_ONE_TO_NINE}两十廿卅壹贰])(?:[{_SIGN}]|兆(?=[零{_ONE_TO_NINE}两]))*"
    rf"(?:点[零{_ONE_TO_NINE}]+(?![零{_ONE_TO_NINE}点]))?[万亿]*)"
)
NUMERAL: Final = (
    rf"(?:{ARABIC}(?:(?:[十百万亿拾佰]|[千仟](?![米克瓦卡帕伏]))+"
    rf"(?:零?(?:\d+(?:\.\d+)?|[{_ONE_TO_NINE}])[百千万亿]+)*(?:(?:零\d{{1,3}}|(?<=万)\d{{4}})(?![\d年]))?)?|{HAN})"
)
"""A numeral of a folded text, magnitudes included; `value` says whether it is one."""
_ARABIC: Final = re.compile(rf"{ARABIC}|\.\d+")
_POINTED: Final = re.compile(r".+点[零一二三四五六七八九]+")
_ONE_BY_ONE: Final = re.compile(r"[零一二三四五六七八九]{3,}")
FORMAL: Final = r"[壹贰貳叁參肆伍陆陸柒捌玖拾佰仟零一二两三四五六七八九十百千万亿]+"
ADJACENT: Final = (
    rf"(?<![零{_ONE_TO_NINE}两十百千万亿])(?P<head>[零{_ONE_TO_NINE}两十百千万亿]{{0,12}}[十百千万亿])?"
    r"(?P<a>[一二两三四五六七八九])(?P<b>[二三四五六七八九]|"
    r"(?<=一)两(?=[十百千万亿个天年月周次位名种件家条项岁块点句遍场回倍成秒]|小时|分钟|季度))(?P<size>[十百千万亿]*)"
)
"""Two figures in turn say about how many (`三四十`, `十五六`, `七百三四十`); `adjacent` gives both ends."""


def fold(text: str) -> str:
    """The text with full-width figures and traditional characters folded, one character for one."""
    return text.translate(_FOLDED)


def value(text: str) -> Decimal:
    """The value of one whole numeral of a folded text; `ValueError` where it is none (`十一一`, `百万`)."""
    if len(text) > _LONGEST:
        raise ValueError(f"too long for a numeral: {len(text)} characters")
    text = text.translate(_FORMAL).replace("廿", "二十").replace("卅", "三十")
    if _ARABIC.fullmatch(text):
        return Decimal(text.replace(",", ""))
    if _ONE_BY_ONE.fullmatch(text):
        return Decimal(digits(text))
    return composed(text)


def digits(text: str) -> int:
    """Figures said one by one: `二〇二一` → 2021, `九八` → 98; `七八` is that only where a year is meant."""
    return int(text) if text.isascii() else int("".join(str(_DIGITS[sign]) for sign in text))


def adjacent(match: re.Match[str]) -> tuple[Decimal, Decimal] | None:
    """The ends of a match of `ADJACENT`; `None` where the two figures do not follow each other."""
    if _DIGITS[match["b"]] != _DIGITS[match["a"]] + 1 and match["a"] + match["b"] != "三五":
        return None
    head, size = match["head"] or "", match["size"]
    first, last = head + match["a"] + size, head + match["b"] + size
    return (value(first), value(last)) if is_numeral(first) and is_numeral(last) else None


def is_numeral(text: str) -> bool:
    """Whether `value` reads it."""
    try:
        value(text)
    except ValueError:
        return False
    return True


def composed(text: str) -> Decimal:
    """The value of a numeral in Chinese digits and magnitudes; `ValueError` where it is none."""
    if _POINTED.fullmatch(text):
        return _decimal(text)
    for sign, size in _SIZES:
        if sign in text:
            head, _, tail = text.rpartition(sign) if size >= 10**4 else text.partition(sign)
            return _count(head, size) * size + _rest(tail, size)
    return _leaf(text)


def _decimal(text: str) -> Decimal:
    whole, _, part = text.partition("点")
    return value(whole) + Decimal("0." + "".join(str(_DIGITS[sign]) for sign in part))


def _count(head: str, size: int) -> Decimal:
    if not head and size == 10:
        return Decimal(1)
    return composed(head) if size >= 10**4 else _leaf(head.removeprefix("零"))


def _rest(tail: str, size: int) -> Decimal:
    """What follows a magnitude: `二百五` is 250, `二百零五` 205, `二百十` 210; a last 两 is no figure (`三百两`)."""
    if not tail:
        return Decimal(0)
    if tail.endswith("两"):
        raise ValueError(f"not a numeral: {tail!r} after a magnitude")
    if len(tail) == 1 and tail != "十" and size > 10:
        return _leaf(tail) * size / 10
    found = composed(tail.lstrip("零"))
    if found >= size:
        raise ValueError(f"not a numeral: {tail!r} after a magnitude of {size}")
    return found


def _leaf(text: str) -> Decimal:
    if _ARABIC.fullmatch(text):
        return Decimal(text.replace(",", ""))
    if text not in _DIGITS:
        raise ValueError(f"not a numeral: {text!r}")
    return Decimal(_DIGITS[text])
