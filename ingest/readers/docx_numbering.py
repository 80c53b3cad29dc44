"""The outline numbers that Word computes and does not store: 一、 （一） 1. from `numbering.xml` and the styles.

Rules of ECMA-376 part 1, 17.9: a paragraph names a `num` and a level, itself or by its style; a `num` points at an
`abstractNum`, whose levels share one set of counters; a deeper level begins again after a higher one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from ingest import patterns as re
from ingest.readers.chinese_numerals import counting, formal

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"
_LEVELS = 9
_STEPS = 20
"""How far styles may be based on each other; beyond that they go in a circle."""
_PART = re.compile(r"%([1-9])")
_CLOSING = re.compile(r"[、．）)〕】]$")
_MAX_COUNT = 99_999_999


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: where it begins, how it counts, what stands round the number."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    legal: bool = False
    restart: int | None = None
    """0: never begins again; n: begins again after level n or a higher one; `None`: after any higher level."""
    style: str | None = None


@dataclass(frozen=True, slots=True)
class List:
    """A `num`: its abstract list, the levels with what it overrides, the starts that it sets anew."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


@dataclass(slots=True)
class Numbering:
    """The lists and styles of one document, and how far each list has counted."""

    lists: dict[str, List]
    styles: dict[str, Any]
    """The `w:style` elements by id."""
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    @classmethod
    def of(cls, numbering: Any | None, styles: Any | None) -> Numbering:
        """From the roots of `numbering.xml` and `styles.xml`, either of which a document can lack."""
        by_id = {style.get(f"{W}styleId"): style for style in styles.iter(f"{W}style")} if styles is not None else {}
        return cls(dict(_lists(numbering, by_id)) if numbering is not None else {}, by_id)

    def label(self, paragraph: Any) -> str:
        """The number of a paragraph as it is printed, with the space that parts it from the text; `""` for none.

        Counts on: to be called once for each paragraph, in the order of the document.
        """
        found = self._level_of(paragraph)
        if found is None:
            return ""
        identity, index = found
        target = self.lists[identity]
        level = target.levels.get(index, Level())
        self._count(identity, target, index)
        counts = self._counts[target.abstract]

        def number(part: re.Match[str]) -> str:
            at = int(part[1]) - 1
            upper = target.levels.get(at, Level())
            return formatted(counts.get(at, upper.start), "decimal" if level.legal else upper.format)

        label = "" if level.format == "bullet" else _PART.sub(number, level.text)
        return f"{label} " if label and level.suffix != "nothing" and not _CLOSING.search(label) else label

    def _level_of(self, paragraph: Any) -> tuple[str, int] | None:
        """The list and the level of a paragraph; `None` where it is not numbered."""
        own = paragraph.find(f"{W}pPr/{W}numPr")
        style = _value(paragraph.find(f"{W}pPr/{W}pStyle")) or self._default_style()
        identity, index = _number_of(own)
        for styled, properties in _chain(self.styles, style):
            if identity is not None and index is not None:
                break
            inherited, level = _number_of(properties.find(f"{W}pPr/{W}numPr"))
            if identity is None and inherited is not None:
                identity = inherited
                index = (
                    index if index is not None else level if level is not None else self._by_style(inherited, styled)
                )
        return (identity, index or 0) if identity in self.lists and 0 <= (index or 0) < _LEVELS else None

    def _default_style(self) -> str | None:
        return next(
            (
                identity
                for identity, style in self.styles.items()
                if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true")
            ),
            None,
        )

    def _by_style(self, identity: str, style: str) -> int | None:
        levels = self.lists[identity].levels if identity in self.lists else {}
        return next((index for index, level in levels.items() if level.style == style), None)

    def _count(self, identity: str, target: List, index: int) -> None:
        counts = self._counts.setdefault(target.abstract, {})
        start = target.levels.get(index, Level()).start
        if index in target.starts and (identity, index) not in self._begun:
            counts[index] = target.starts[index]
        else:
            counts[index] = counts[index] + 1 if index in counts else start
        self._begun.add((identity, index))
        for upper in range(index):
            counts.setdefault(upper, target.levels.get(upper, Level()).start)
        for lower in range(index + 1, _LEVELS):
            restart = target.levels.get(lower, Level()).restart
            if restart is None or index < restart:
                counts.pop(lower, None)


def _lists(numbering: Any, styles: dict[str, Any]) -> Iterator[tuple[str, List]]:
    abstracts = {each.get(f"{W}abstractNumId"): each for each in numbering.iter(f"{W}abstractNum")}
    nums = {num.get(f"{W}numId"): num for num in numbering.iter(f"{W}num")}
    for identity, num in nums.items():
        abstract = _linked(_value(num.find(f"{W}abstractNumId")), abstracts, nums, styles)
        if identity is None or identity == "0" or abstract is None:
            continue
        levels = {_integer(level.get(f"{W}ilvl"), 0): _level(level) for level in abstracts[abstract].iter(f"{W}lvl")}
        starts: dict[int, int] = {}
        for override in num.iter(f"{W}lvlOverride"):
            index = _integer(override.get(f"{W}ilvl"), 0)
            own = override.find(f"{W}lvl")
            levels = levels if own is None else {**levels, index: _level(own)}
            start = override.find(f"{W}startOverride")
            if start is not None:
                starts[index] = _integer(_value(start), 1)
                levels = {**levels, index: replace(levels.get(index, Level()), start=starts[index])}
        yield identity, List(abstract, levels, starts)


def _linked(
    abstract: str | None, abstracts: dict[str, Any], nums: dict[str, Any], styles: dict[str, Any]
) -> str | None:
    """The abstract list that holds the levels: a list can leave them to a numbering style (`numStyleLink`)."""
    for _ in range(_STEPS):
        if abstract is None or abstract not in abstracts:
            return None
        link = _value(abstracts[abstract].find(f"{W}numStyleLink"))
        style = styles.get(link or "")
        if style is None:
            return abstract
        number = nums.get(_value(style.find(f"{W}pPr/{W}numPr/{W}numId")) or "")
        abstract = None if number is None else _value(number.find(f"{W}abstractNumId"))
    return None


def _level(level: Any) -> Level:
    legal = level.find(f"{W}isLgl")
    restart = level.find(f"{W}lvlRestart")
    return Level(
        _integer(_value(level.find(f"{W}start")), 1),
        _value(level.find(f"{W}numFmt")) or _alternate(level) or "decimal",
        _value(level.find(f"{W}lvlText")) or "",
        _value(level.find(f"{W}suff")) or "tab",
        legal is not None and is_on(legal),
        None if restart is None else _integer(_value(restart), 0),
        _value(level.find(f"{W}pStyle")),
    )


def _alternate(level: Any) -> str | None:
    """The format of a level whose own one only newer programs know (`mc:AlternateContent`): the fallback."""
    found = [_value(each) for each in level.iter(f"{W}numFmt")]
    return next((each for each in reversed(found) if each and each != "custom"), None)


def _number_of(properties: Any | None) -> tuple[str | None, int | None]:
    if properties is None:
        return None, None
    level = _value(properties.find(f"{W}ilvl"))
    return _value(properties.find(f"{W}numId")), None if level is None else _integer(level, 0)


def _chain(styles: dict[str, Any], style: str | None) -> Iterator[tuple[str, Any]]:
    """A style and those that it is based on."""
    for _ in range(_STEPS):
        if style is None or style not in styles:
            return
        yield style, styles[style]
        style = _value(styles[style].find(f"{W}basedOn"))


def is_on(toggle: Any) -> bool:
    """Whether a switch such as `w:vanish` is on: it is, unless its value says otherwise."""
    return toggle.get(VAL) not in ("0", "false", "off", "none")


def _value(element: Any | None) -> str | None:
    return None if element is None else element.get(VAL)


def _integer(text: str | None, default: int) -> int:
    return int(text) if text and re.fullmatch(r"-?\d{1,8}", text) else default


_DIGITS = "〇一二三四五六七八九"
_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    )
)


def formatted(count: int, format: str) -> str:
    """A count in one of Word's number formats (`w:numFmt`); one that is not known here is shown in digits."""
    if format == "none" or not 0 <= count <= _MAX_COUNT:
        return ""
    return _FORMATS.get(format, str)(count)


def _digitwise(count: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(count))


def _full_width(count: int) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(count))


def _letters(count: int) -> str:
    """A to Z, then AA, BB."""
    return chr(ord("A") + (count - 1) % 26) * ((count - 1) // 26 + 1) if 0 < count <= 26 * 20 else str(count)


def _roman(count: int) -> str:
    if not 0 < count < 4000:
        return str(count)
    text = ""
    for value, sign in _ROMAN:
        text += sign * (count // value)
        count %= value
    return text


def _signs(signs: str) -> Callable[[int], str]:
    """Signs of their own for 1 and up, digits where there are no more."""
    return lambda count: signs[count - 1] if 0 < count <= len(signs) else str(count)


def _run(first: str, last: str) -> str:
    return "".join(map(chr, range(ord(first), ord(last) + 1)))


_CIRCLED = _signs(_run("①", "⑳") + _run("㉑", "㉟") + _run("㊱", "㊿"))
_FORMATS: dict[str, Callable[[int], str]] = {
    "chineseCounting": counting,
    "chineseCountingThousand": counting,
    "japaneseCounting": counting,
    "taiwaneseCounting": counting,
    "taiwaneseCountingThousand": counting,
    "chineseLegalSimplified": formal,
    "ideographLegalTraditional": formal,
    "japaneseLegal": formal,
    "ideographDigital": _digitwise,
    "taiwaneseDigital": _digitwise,
    "japaneseDigitalTenThousand": _digitwise,
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalEnclosedCircle": _CIRCLED,
    "decimalEnclosedCircleChinese": _CIRCLED,
    "decimalEnclosedFullstop": _signs(_run("⒈", "⒛")),
    "decimalEnclosedParen": _signs(_run("⑴", "⒇")),
    "ideographEnclosedCircle": _signs(_run("㊀", "㊉")),
    "ideographTraditional": _signs("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _signs("子丑寅卯辰巳午未申酉戌亥"),
    "decimalZero": lambda count: f"{count:02}",
    "numberInDash": lambda count: f"- {count} -",
    "upperLetter": _letters,
    "lowerLetter": lambda count: _letters(count).lower(),
    "upperRoman": _roman,
    "lowerRoman": lambda count: _roman(count).lower(),
}
