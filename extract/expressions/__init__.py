"""Everyday Chinese for numbers and time, whatever the sentence says: forms in a text → types and canonical values.

Nothing here knows of notices and rules: `三天` is a length, `下周三` a date, `两成` a ratio, `每两周一次` a frequency.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extract.calendar_dates import UNDATED, Today
from extract.expressions import moments, quantities, repeats
from extract.expressions.form import Form
from extract.expressions.numerals import fold

_SERIAL = re.compile(r"\d{17,}|[零一二两三四五六七八九十百千万亿]{17,}")
_COVER = "\x00"


def find(text: str, today: Today = UNDATED) -> Iterator[Form]:
    """The forms of a text, overlapping ones too (see `form.strongest`); relative dates count from `today`.

    A run of more figures than any quantity has is a serial number, `other`.
    """
    text = fold(text)
    for run in _SERIAL.finditer(text):
        yield Form("other", None, *run.span(), "编号")
    text = _SERIAL.sub(lambda run: _COVER * len(run[0]), text)
    yield from moments.find(text, today)
    yield from repeats.find(text)
    yield from quantities.find(text)
