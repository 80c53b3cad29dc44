"""The text as indexed and the query as asked, by one function: overlapping tokens of two units.

A unit is one Han character or one whole number or Latin run, so `14天` and `第7` are tokens and every substring of two
units and more is found as a phrase; words of a dictionary are not (they miss 9 % of what stands in real notices). The
tokens are a fixed function of the text, which is what lets an entry be deleted from an index that keeps no text:
`VERSION` stands in the store, and must change whenever the tokens of any text do.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from operator import add

from ingest import patterns as re

VERSION = "units-1"

BREAK = "."
"""Stands between two runs of text whose tokens would otherwise join to a phrase that is not in the text."""

_HAN = r"[^\W0-9a-z_]"
_UNIT = re.compile(rf"{_HAN}|[0-9]+(?:\.[0-9]+)?|[a-z]+|[+%~/-]")
_RUN = re.compile(rf"(?>(?:{_HAN}|[0-9]+(?:\.[0-9]+)?|[a-z]+|[+%~/-])+)")
_RUN_OF_SIGNS = re.compile(r"[0-9]+(?:\.[0-9]+)?|[a-z]+")
_BLANK = re.compile(rf"(?<={_HAN})[ \t]+|[ \t]+(?={_HAN})")
_OPEN, _CLOSE = r"[〔(\[【<《]\s*", r"\s*[〕)\]】>》]"
_YEAR_IN_BRACKETS = re.compile(rf"{_OPEN}([0-9]{{4}}){_CLOSE}\s*第?\s*")
_NUMBER = re.compile(
    rf"(?:根据|依据|按照|按|见|此前|关于)?({_HAN}{{1,20}})\s*"
    rf"(?:{_OPEN}([0-9]{{4}}){_CLOSE}\s*第?\s*([0-9]{{1,5}})\s*号?|([0-9]{{4}})\s*年?\s*第\s*([0-9]{{1,5}})\s*号)"
)


class _Fold(dict[int, int]):
    """Full width to half width, capitals to small, brackets and blanks to one form; one character to one."""

    def __missing__(self, code: int) -> int:
        folded = unicodedata.normalize("NFKC", chr(code)).lower()
        self[code] = ord(folded) if len(folded) == 1 else code
        return self[code]


_LOOKALIKES = ("﹝﹞［］\u200b\u200c\u200d\ufeff\u00a0\u3000—–－", "〔〕[]      ---")
_FOLD = _Fold({ord(old): ord(new) for old, new in zip(*_LOOKALIKES, strict=True)})


def fold(text: str) -> str:
    """The text with width, case and blanks made equal; as long as the text, so that positions stay."""
    return text.translate(_FOLD)


def _runs(text: str) -> Iterator[list[str]]:
    """The units of each run of text that no punctuation or line break parts; blanks beside a Han character go."""
    joined = _BLANK.sub("", _YEAR_IN_BRACKETS.sub(r"\1-", fold(text)))
    return (_UNIT.findall(run) for run in _RUN.findall(joined))


def tokens(text: str) -> str:
    """The two-unit tokens of a text, blanks between them, as the index takes them."""
    found: list[str] = []
    last = ""
    for units in _runs(text):
        if len(units) > 1:
            if units[0] == last:
                found.append(BREAK)
            found.extend(map(add, units, units[1:]))
            last = units[-1]
    return " ".join(found)


def numbers(text: str) -> str:
    """The numbers and Latin runs of a text, which alone make no two-unit token (`37.3`, `ct`)."""
    return " ".join(_RUN_OF_SIGNS.findall(fold(text)))


def phrases(term: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What to look for: (phrases of two-unit tokens, single numbers and Latin runs); both empty: too short.

    A lone character that punctuation parts from the rest of the term is not looked for.
    """
    runs = list(_runs(term))
    long = tuple(" ".join(map(add, units, units[1:])) for units in runs if len(units) > 1)
    short = tuple(units[0] for units in runs if len(units) == 1 and _RUN_OF_SIGNS.fullmatch(units[0]))
    return long, short


def number_key(doc_number: str) -> str | None:
    """The key under which a document number (发文字号) is found, whatever its brackets, width and blanks.

    `渝肺炎组办发〔2020〕113号`, `渝肺炎组办发[2020] 113 号` and `渝肺炎组办发（2020）第113号` share one.
    `None`: there is none. Also read: numbers of announcements (`财政部公告2020年第5号`).
    """
    match = _NUMBER.search(fold(doc_number))
    return f"{match[1]}-{match[2] or match[4]}-{int(match[3] or match[5])}" if match else None


def cut_number(query: str) -> tuple[str | None, str]:
    """(the key of a document number in a query, the rest of the query)."""
    match = _NUMBER.search(fold(query))
    if match is None:
        return None, query
    return number_key(match[0]), f"{query[: match.start()]} {query[match.end() :]}".strip()


def marks(text: str, terms: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Where the terms stand in the text: ascending ranges that do not overlap, blanks inside a term allowed."""
    return tuple(match.span() for match in _pattern(terms).finditer(fold(text))) if terms else ()


def _pattern(terms: tuple[str, ...]) -> re.Pattern[str]:
    """The terms as one pattern over folded text, the longest first."""
    runs = [units for term in terms for units in _runs(term) if len(units) > 1 or _RUN_OF_SIGNS.fullmatch(units[0])]
    runs = [units for units in runs if set(units) != {"-"}]  # dashes alone may be left out, and so match nothing
    options = [_spaced(units) for units in sorted(runs, key=len, reverse=True)]
    return re.compile("|".join(options) or r"(?!)")


def _spaced(units: list[str]) -> str:
    """Units one after the other; `2小时` is not in `12小时`; blanks and a year's brackets may part them."""
    gap = r"[\s〔〕()\[\]【】<>《》第]*" if "-" in units else r"[ \t]*"
    body = gap.join("-?" if unit == "-" else re.escape(unit) for unit in units)
    before = r"(?<![0-9.])" if units[0][0].isdigit() else ""
    return before + body + (r"(?![0-9])" if units[-1][-1].isdigit() else "")
