"""What is wrong with a source, so that nobody trusts it blindly: each sign leaves its flag, and nothing is guessed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from ingest import patterns as re
from ingest.notice import Block, Flag
from ingest.repairs import furniture
from ingest.repairs.pieces import Blocks
from ingest.wording import COPIED, DATE, DISCLOSURE, HAN, ORGAN_LINE, PRINTED, STARTER, TERMINAL

MASKED: Final = re.compile(rf"(?<=[{HAN}])[*＊]+(?=[{HAN}，。；）)、]|$)|^[*＊]+(?=[{HAN}]{{2}})(?!注)", re.MULTILINE)
"""A sign of a word filter within a word (新冠病*, *策)."""
LOST_YEAR: Final = re.compile(
    r"年(?<![\d一二三四五六七八九十〇○零半两几每今明去本当后前同次全该上翌来多]年)(?<!\d\s年)(?:1[0-2]|"
    r"[1-9])月(?:[12]\d|3[01]|[1-9])日"
)
"""A date whose year a filter of digits took away (年1月22日)."""
BLANKS: Final = re.compile(
    r"_{3,}|＿{2,}|[ \u3000]{2,}年[ \u3000]{2,}月|[×Xx]{2,}(?=年|月|号|单位|公司|同志|人民政府)|\[20[×Xx]{2}\]"
)
"""A form to be filled in."""
_BLANK_SIGN: Final = re.compile(r"___|＿＿|××|XX|xx|[ \u3000]年")
"""Without one of these no form is looked for."""
_LEAST_BLANKS: Final = 3
_COLUMN: Final = 24
_LEAST_CUT: Final = 30
_PAYWALL: Final = re.compile(r"支付.{0,20}(?:查看|阅读)|付费内容|(?:登录|会员).{0,6}(?:查看|阅读)")
_SIGNS: Final = re.compile(f"{furniture.REPRINT.pattern}|{_PAYWALL.pattern}|{furniture.SHORTENED.pattern}")
_MID_SENTENCE: Final = re.compile(rf"[{HAN}，、（“《]$")


def of_source(blocks: Blocks) -> set[Flag]:
    """Flags whose sign stands in lines that the repairs will take away."""
    if not _SIGNS.search(blocks.whole):
        return set()
    texts = [block.text for block in blocks if len(block.text) < 400]
    found: dict[Flag, bool] = {
        "unofficial": any(map(furniture.REPRINT.search, texts)),
        "truncated": any(_PAYWALL.search(text) or furniture.SHORTENED.search(text) for text in texts),
    }
    return {flag for flag, present in found.items() if present}


def of_text(blocks: Sequence[Block]) -> frozenset[Flag]:
    """Flags that the text of a notice shows itself."""
    text = "\n".join([block.text for block in blocks])
    found: dict[Flag, bool] = {
        "masked_characters": ("*" in text or "＊" in text) and bool(MASKED.search(text)),
        "missing_year": bool(LOST_YEAR.search(text)),
        "out_of_order": _has_cut_columns([block.text for block in blocks if block.kind != "table"]),
        "template": bool(_BLANK_SIGN.search(text)) and len(BLANKS.findall(text)) >= _LEAST_BLANKS,
        "truncated": bool(blocks) and _breaks_off(blocks[-1]),
    }
    return frozenset(flag for flag, present in found.items() if present)


def _has_cut_columns(texts: Sequence[str]) -> bool:
    """Whether the columns of a table lie one below the other, as short lines cut in the middle of sentences."""
    if sum([len(text) <= _COLUMN for text in texts]) < _LEAST_CUT:
        return False
    cut = sum(
        len(text) <= _COLUMN
        and text[-1] not in TERMINAL + "）)”》〕"
        and ("，" in text or "。" in following)
        and not STARTER.match(following)
        for text, following in pairwise(texts)
    )
    return cut >= _LEAST_CUT and cut >= 0.2 * len(texts)


def is_tail(text: str) -> bool:
    """Whether a line can end a notice: a signature, a date, the imprint, the kind of publication."""
    return len(text) <= 120 and bool(
        ORGAN_LINE.fullmatch(text)
        or (DATE.search(text) and len(text) <= 60)
        or DISCLOSURE.search(text)
        or COPIED.match(text)
        or PRINTED.fullmatch(text)
    )


def _breaks_off(last: Block) -> bool:
    """A long last paragraph that stops without an end; a signature, a list of names and a table may."""
    text = last.text
    prose = last.kind == "paragraph" and len(text) > 30 and ("。" in text or "，" in text)
    return prose and bool(_MID_SENTENCE.search(text)) and not is_tail(text)
