"""Characters that are not what they look like: radical code points, raised digits, soft hyphens, invisible ones.

Programs that print to PDF with Noto CJK fonts (Chrome, some office suites) write ⼀ ⽇ ⽉ ⻓ ⻛ where the page shows
一 日 月 长 风: about 8 % of the characters, so that no rule and no search finds a thing. Each is one character for one,
so offsets stay. Kangxi radicals have a compatibility mapping in Unicode; of the CJK Radicals Supplement only two do,
the rest is paired here by the glyph that fonts share.
"""

from __future__ import annotations

import unicodedata

from ingest import patterns as re

_SUPPLEMENT = (
    "⺂⺃⺅⺉⺋⺏⺐⺒⺓⺔⺕⺖⺘⺙⺛⺞⺟⺠⺡⺣⺤⺦⺨⺭⺯⺰⺱⺳⺹⺺⺾⻂⻅⻆⻈⻉⻋⻌⻐⻑"
    "⻒⻓⻔⻖⻘⻙⻚⻛⻜⻝⻟⻠⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻮⻯⻰⻱⻲⻳⺎⺫⺲⻁⻃⻄⻍⻭⺿⻎"
)
_CHARACTERS = (
    "乛乚亻刂㔾尣尢巳幺彑彐忄扌攵旡歺母民氵灬爫丬犭礻糹纟罓㓁耂肀艹衤见角讠贝车辶钅長"
    "镸长门阝青韦页风飞食飠饣马骨鬼鱼鸟卤麦黄黾斉齐齿竜龙龜亀龟兀罒罒虎覀西辶歯艹辶"
)
_KANGXI = {point: unicodedata.normalize("NFKC", chr(point)) for point in range(0x2F00, 0x2FD6)}
_FOLDED: dict[int, str | int] = {**_KANGXI, **str.maketrans(_SUPPLEMENT, _CHARACTERS)}
_HYPHEN_IN_NUMBER = re.compile(r"(?<=\d)\u00ad(?=\d)")
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0b-\x1f\x7f]")
RAISED = str.maketrans("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ")
LOWERED = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
"""Digits set higher or lower: 10 with a raised 4 is not 104, nor is a note's mark part of the number before it."""
_RADICAL = re.compile("[\u2e80-\u2fd5]")


def unfold_radicals(text: str) -> str:
    """The text with radical code points as the characters that they show; all else, ①㎡℃ too, stays as it is."""
    return text.translate(_FOLDED) if _RADICAL.search(text) else text


def clean(text: str) -> str:
    """The text with radicals unfolded, a soft hyphen within a number as a hyphen, and nothing invisible."""
    text = unfold_radicals(text)
    if _INVISIBLE.search(text):
        text = _INVISIBLE.sub("", _HYPHEN_IN_NUMBER.sub("-", text))
    return text
