"""Titles, kinds of document, document numbers: their normal forms, and what a title says of other documents."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from ingest.wording import DAY, HAN, NUMBER, TYPE_END, TYPES

_BRACKETS = str.maketrans("[［【（(﹝〖]］】）)﹞〗", "〔〔〔〔〔〔〔〕〕〕〕〕〕〕")
_SIGN = re.compile(r"^(?:发文字号|文\s*号|发文文号|公文文号)\s*[：:]\s*")
ORDER_NUMBER = re.compile(
    rf"[（(]?(?P<organ>[{HAN}（）()]{{2,30}}(?:令|公告|通告))?\s*(?:(?:19|20)\d{{2}}\s*年)?\s*第\s*[\d一二三四五六七八九十百]{{1,5}}\s*号[）)]?"
)
"""The number of an order or announcement: 省人民政府令第282号, 2020年第2号."""
_NUMBER_NOTE = re.compile(rf"\s*[（(]\s*(?:{NUMBER.pattern}|[{HAN}]{{2,30}}(?:令|公告)\s*(?:\d{{4}}年)?第\d+号)\s*[）)]\s*$")
_LEADING_NUMBER = re.compile(rf"^\s*(?:{NUMBER.pattern})\s*[-—：:]*\s*")
_DATE_NOTE = re.compile(rf"\s*[（(]\s*(?:{DAY}|\d{{4}}-\d{{1,2}}-\d{{1,2}})\s*[）)]\s*$")
_BETWEEN = re.compile(rf"(?<=[{HAN}》”）])(?<![局委厅部院府会室处行组司署办区团]) (?=[{HAN}《“（])")
_WRAPPED = re.compile(r"^《([^《》]+)》$")


def clean(title: str) -> str:
    """A title without line wraps, without a number or date in brackets behind it, without a number before it."""
    title = re.sub(r"\s*\n\s*", "", title).strip()
    title = re.sub(r"[ \t\u3000]+", " ", title)
    for pattern in (_LEADING_NUMBER, _DATE_NOTE, _NUMBER_NOTE, _DATE_NOTE):
        title = pattern.sub("", title)
    return _WRAPPED.sub(r"\1", _BETWEEN.sub("", title)).strip()


def number_in(text: str) -> str | None:
    """The first document number in a text, in its normal form; `None` where there is none."""
    match = NUMBER.search(_SIGN.sub("", text))
    return normal_number(match[0]) if match else None


def normal_number(number: str) -> str:
    """A document number as the standard prints it: hexagonal brackets round the year, no blanks."""
    bare = re.sub(r"[\s\u200b-\u200f\ufeff]+", "", _SIGN.sub("", number))
    return bare if ORDER_NUMBER.fullmatch(bare) else bare.translate(_BRACKETS)


def doc_type(title: str | None) -> str | None:
    """文种: the kind that a title names at its end; of an order (…令第9号) 令."""
    if not title:
        return None
    if re.search(r"令(?:第?\d+号|（.*号）)?$", title.replace(" ", "")):
        return "令"
    match = TYPE_END.search(title.replace("（", "（").strip())
    return match["type"] if match else None


_ACTS = "印发|转发|批转|公布|发布|下发|颁布|颁发"
_NAMED = re.compile(rf"(?:{_ACTS})(?:[^《》。，]{{0,60}}?)《(?P<name>.+?)》(?:\s*(?:[（(][^（()）]{{1,12}}[）)])?)(?=的|\s*$|等)")
_UNNAMED = re.compile(rf"(?:{_ACTS})(?P<name>[^《》]{{4,100}}?)的(?:{'|'.join(TYPES)})$")
_IN_BODY = (
    re.compile(r"(?:现|将|把|了)[^。；《]{0,40}《(?P<name>[^。]{4,120}?)》(?:（[^（）]{1,40}）)*[^。；《]{0,30}?(?:印发|转发|发布|公布|下发)"),
    re.compile(r"《(?P<name>[^。]{4,120}?)》(?:（[^（）]{1,40}）)*[^。；《]{0,20}?(?:已经|已|业经|经)[^。]{2,120}?(?:印发|转发|发布|公布|施行|下发)"),
    re.compile(r"(?:制定|制订|修订|研究制定|编制)(?:了|完成)?[^。；《]{0,10}《(?P<name>[^。]{4,120}?)》[^。]{0,80}(?:印发|发布|公布)"),
)


def carried(title: str | None, opening: str) -> tuple[str, ...]:
    """The documents that a cover carries, by its title (印发《…》的通知, 转发…的通知) and its first paragraphs."""
    names = [match["name"] for match in _NAMED.finditer(title or "")]
    if not names and title:
        unnamed = _UNNAMED.search(title)
        names = [unnamed["name"]] if unnamed else []
    if not re.search(_ACTS, (title or "") + opening):
        return ()
    for pattern in _IN_BODY:
        names += [match["name"] for match in pattern.finditer(opening)]
    return tuple(dict.fromkeys(names))


def forwards(title: str | None) -> bool:
    """Whether a cover passes on another organ's document (转发, 批转) and does not issue its own (印发, 公布)."""
    return bool(title and re.search(r"转发|批转|转送", title))


_NOISE = re.compile(r"[\s《》“”\"（）()〔〕，、：:·\-—－]|关于|的通知$|印发|转发")


def alike(one: str, other: str, *, least: float = 0.84) -> bool:
    """Whether two titles name one document, marks and 关于 aside, a prefix like the issuer's name allowed."""
    first, second = _NOISE.sub("", one), _NOISE.sub("", other)
    if not first or not second:
        return False
    short, long = sorted((first, second), key=len)
    if len(short) >= 6 and long.endswith(short):
        return True
    if len(short) < 0.6 * len(long):
        return False
    return SequenceMatcher(None, first, second, autojunk=False).ratio() >= least
