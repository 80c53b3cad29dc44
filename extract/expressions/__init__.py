"""Everyday Chinese for numbers and time, whatever the sentence says: forms in a text → types and canonical values.

Nothing here knows of notices and rules: `三天` is a length, `下周三` a date, `两成` a ratio, `每两周一次` a frequency.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extract.expressions import moments, quantities, repeats
from extract.expressions.form import Form
from extract.kinds.calendar_dates import UNDATED, Today
from extract.numerals import fold, is_numeral
from ingest import patterns as re

_SERIAL = re.compile(r"\d{17,}|[零一二两三四五六七八九十百千万亿]{17,}")
_COVER = "\x00"
_ITEM_NUMBER = re.compile(
    r"(?<![\d.])\d{1,3}\.(?=(?:19|20)\d\d年|\d{1,2}月\d{1,2}日)|(?:\A|(?<=\n))[ \u3000]*\d{1,2}\.(?=\d{1,2}(?:周岁|岁))"
)
"""`5.2020年7月1日开始`, `3.1岁以下儿童`: the number of an item in front of a date or an age."""
_FIGURE = r"[\d零一二两三四五六七八九十百千万亿半]"
_HAN = "[零一二三四五六七八九]"
_UNIT_SIGN = "[年月日号天周时点分秒个元块角岁度米克吨十百千万亿多余几%‰小星礼季世成折毫]"
_GAP = re.compile(
    rf"(?<={_FIGURE})[ \u3000]+(?={_UNIT_SIGN}|分之|[美港欧日]元|英镑)"
    rf"|(?<=[年月近每隔十百千万亿多余负])[ \u3000](?={_FIGURE})"
    rf"|(?:(?<=小时)|(?<=[天分钟]))[ \u3000](?={_FIGURE}{{1,4}}[ \u3000]?(?:个?小时|分|秒))"
    r"|(?<=分)[ \u3000]+(?=之)"
    rf"|(?<=[过最今提未][去近后前来])[ \u3000](?=\d)|(?<=点)[ \u3000](?=[0-5]\d(?!\d))"
    rf"|(?<=分之)[ \u3000](?={_FIGURE})|(?<=点)[ \u3000](?={_HAN})"
    r"|(?<=[上下中]午)[ \u3000](?=\d{1,2}[:点时 ])|(?<=[早晚]上)[ \u3000](?=\d{1,2}[:点时 ])"
)
"""A blank inside one expression: `6 天`, `2021 年 3 月 5 日`, `7 万 5 千`, `1 小时 20 分钟`, `每隔 10 分钟`."""


def find(text: str, today: Today = UNDATED) -> Iterator[Form]:
    """The forms of a text, overlapping ones too (see `form.strongest`); relative dates count from `today`.

    A run of more figures than any quantity has is a serial number, `other`.
    """
    text = fold(text)
    for run in _SERIAL.finditer(text):
        if not _counts(run[0]):
            yield Form("other", None, *run.span(), "编号")
    text = _SERIAL.sub(lambda run: run[0] if _counts(run[0]) else _COVER * len(run[0]), text)
    for item in _ITEM_NUMBER.finditer(text):
        yield Form("outline", None, *item.span(), "序号")
    text = _ITEM_NUMBER.sub(lambda item: item[0][:-1] + _COVER, text)
    gaps = {at for gap in _GAP.finditer(text) for at in range(*gap.span())}
    if not gaps:
        yield from _find(text, today)
        return
    places = [at for at in range(len(text)) if at not in gaps]
    for form in _find("".join(text[at] for at in places), today):
        yield replace(form, start=places[form.start], end=places[form.end - 1] + 1)


def _counts(run: str) -> bool:
    """Whether a long run is a numeral in words, magnitudes and all, and no serial number."""
    return not run.isascii() and is_numeral(run)


def _find(text: str, today: Today) -> Iterator[Form]:
    yield from moments.find(text, today)
    yield from repeats.find(text)
    yield from quantities.find(text)
