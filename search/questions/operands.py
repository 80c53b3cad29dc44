"""What the right side of a condition means: `14天`, `每3天1次`, `50万元`, `重庆`, `2022年4月` → what is compared."""

from __future__ import annotations

import re
from collections.abc import Callable

from extract.reckoning.values import Span, length, quantity, rate
from search.errors import QueryError
from search.questions import words
from search.questions.fields import Field, Form
from search.questions.gazetteer import code_of

Operand = str | float | Span


def operand(field: Field, text: str) -> Operand:
    """What `text` means to `field`; raises `QueryError` with the forms that are allowed."""
    read: dict[Form, Callable[[Field, str], Operand]] = {
        "text": _words,
        "code": _code,
        "place": _place,
        "date": _date,
        "number": _number,
        "length": _length,
        "rate": _rate,
        "amount": _amount,
        "days": _day,
    }
    return read[field.form](field, text)


def _words(field: Field, text: str) -> str:
    if words.phrases(text) == ((), ()):
        raise QueryError(f"“{field.label}”的检索词“{text}”太短", "请写两个字以上")
    return text


def _code(field: Field, text: str) -> str:
    if field.name == "doc_number":
        return words.number_key(text) or text
    code = {said: code for code, said in field.codes.items()}.get(text, text)
    if field.codes and code not in field.codes:
        raise QueryError(f"“{field.label}”没有“{text}”", f"可以是：{'、'.join(field.codes.values())}")
    return code


def _place(field: Field, text: str) -> str:
    return code_of(text)


def _date(field: Field, text: str) -> str:
    folded = re.sub(r"[年月./]", "-", words.fold(text)).rstrip("日-")
    parts = folded.split("-")
    if not re.fullmatch(r"\d{4}(?:-\d{1,2}){0,2}", folded):
        raise QueryError(f"看不懂的日期“{text}”", "请写成 2022-04-19、2022-04 或 2022")
    return "-".join([parts[0], *(part.zfill(2) for part in parts[1:])])


def _number(field: Field, text: str) -> float:
    bare = words.fold(text).rstrip("年")
    if not re.fullmatch(r"\d+(?:\.\d+)?", bare):
        raise QueryError(f"“{field.label}”要与数字比较，不能是“{text}”", "请写数字，如 2022")
    return float(bare)


def _length(field: Field, text: str) -> Span:
    span = length(text) or length(_stated(words.fold(text)) or "")
    if span is None:
        raise QueryError(f"看不懂的时间长度“{text}”", "请连单位一起写，如 14天、24小时、2周、3个月、15个工作日")
    return span


def _rate(field: Field, text: str) -> Span:
    folded = words.fold(text)
    if match := re.fullmatch(r"每(?P<period>.+?)(?P<times>\d+)次|(?P<number>\d+)次/(?P<over>.+)", folded):
        period = match["period"] or match["over"]
        over = _stated(period) or _stated(f"1{period}") or _stated(f"1个{period}")
        folded = f"{match['times'] or match['number']}/{over}"
    else:
        folded = text
    span = rate(folded)
    if span is None:
        raise QueryError(f"看不懂的频次“{text}”", "请写成 1次/天、2次/周、每3天1次")
    return span


def _stated(text: str) -> str | None:
    """A length of time in the contract's form; `None` where it is none."""
    from extract.numbers import duration

    try:
        return duration(text)
    except ValueError:
        return None


_MAGNITUDES = {"百": 100, "千": 1000, "万": 10**4, "百万": 10**6, "千万": 10**7, "亿": 10**8}


def _amount(field: Field, text: str) -> Span:
    folded = words.fold(text).replace(",", "")
    match = re.fullmatch(r"(\d+(?:\.\d+)?)\s*(百万|千万|[百千万亿])?(.*)", folded)
    if match is None:
        raise QueryError(f"“{field.label}”要与数字比较，不能是“{text}”", "请写数字和单位，如 50万元、95%、1/10")
    number, magnitude, unit = match.groups()
    span = quantity(folded) if magnitude is None else quantity(f"{float(number) * _MAGNITUDES[magnitude]:f}{unit}")
    if span is None:
        raise QueryError(f"看不懂的数量“{text}”", "请写数字和单位，如 50万元、95%、1/10")
    return span


def _day(field: Field, text: str) -> Span:
    match = re.fullmatch(r"(?:第)?\s*([dwm])?(\d+)\s*([天日周月])?", words.fold(text))
    if match is None:
        raise QueryError(f"看不懂的时点“{text}”", "请写成 7、第7天 或 第2周")
    unit = (match[1] or {"周": "w", "月": "m"}.get(match[3] or "", "d")).upper()
    return Span(unit, float(match[2]), float(match[2]))
