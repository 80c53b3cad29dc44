"""What one sentence of an item hands on to the next."""

from __future__ import annotations

from typing import Final, NamedTuple, Protocol

from extract.mentions import Mention
from extract.records import Modality
from ingest import patterns as re

_IS_PLACED: Final = (
    r"(?P<x>[^，。；：]{2,60}?)(?:[，。；]?$|(?=(?:实行|实施|进行|采取)[^，。；]{0,8}(?:管制|封闭|限行|停水|停电|"
    r"施工|禁行|管控|禁渔|禁航|改道)))"
)
_PLACE_LABEL: Final = re.compile(rf"[^，。；：]{{0,4}}(?:路段|区域|范围|地点|场所|水域|航段|对象)[：:]{_IS_PLACED}")
_FORMULA: Final = re.compile("(?P<x>[^，。；=＝]{2,30})[=＝][^，。；]{4,}")
_MEASURE: Final = r"(?P<x>[^，。；：]{2,24}?(?:标准|定额|限额|限值|比例|[费税利]率|价格|幅度))(?:如下|分别为|为)?[：:]"
_ENDS_WITH_ONE, _OPENS_LABELS = re.compile(f"{_MEASURE}$"), re.compile(f"{_MEASURE}(?=[^，。；：]{{1,8}}[：:])")
"""`自然损耗定额为：`, `自然损耗定额为：原粮：…`: what labels behind are of."""
_PLACE: Final = re.compile(rf"(?:决定|拟|将)(?:于[^，。；]{{2,24}}|自[^，。；]{{2,24}}起)?[对在]{_IS_PLACED}")


class Places:
    """The places and groups that a notice names in front of its items, looked for where a value asks for the last."""

    def __init__(self) -> None:
        self._unread: list[str] = []
        self._last: str | None = None
        self.last_line = self._line = ""
        """The sentence in front of the one at hand: a label may stand there by itself (受理时间：)."""
        self.measure: str | None = None
        """`自然损耗定额为：`: what the labelled figures of the sentences behind are of."""

    def passes(self, text: str) -> None:
        """A sentence stands in front of what follows."""
        self._unread.append(text)
        self.last_line, self._line = self._line, text
        if text.endswith(("：", ":")):
            told = _ENDS_WITH_ONE.search(text)
            self.measure = told["x"] if told else None
        elif told := _OPENS_LABELS.match(text) if "：" in text or ":" in text else None:
            self.measure = told["x"]
        elif "：" not in text:
            self.measure = None

    @property
    def last(self) -> str | None:
        """`施工路段：人民路。`, `决定对人民路实行管制`, `存贷比=贷款/存款。`: what the labels below hold for."""
        named = (_PLACE_LABEL.match(text) or _PLACE.search(text) or _formula(text) for text in self._unread[::-1])
        if found := next(filter(None, named), None):
            self._last = found["x"]
        self._unread.clear()
        return self._last


def _formula(text: str) -> re.Match[str] | None:
    return _FORMULA.match(text) if "=" in text or "＝" in text else None


class Carried(NamedTuple):
    """What one sentence of an item hands on to the next: the governing unit and the last subject."""

    agent: tuple[str, ...] = ()
    subject: str | None = None
    persons: bool = False


class Topic(NamedTuple):
    """What the heading of an item says."""

    heading: str | None = None
    """The heading where it is a noun phrase that the item is about (低风险区)."""
    rule: str | None = None
    """The predicate of a heading that opens a list of cases (出现以下情形的人员，不纳入风险区域判定)."""


class CaseRule(NamedTuple):
    """What a sentence that opens a list of cases says is done in each of them, and with which force."""

    action: str
    force: Modality


class Before(NamedTuple):
    """The value that was read last, with what is done with it: its sentence, and itself."""

    text: str
    mention: Mention
    done: str
    sure: bool
    """Whether that is more than the words in front of the figure, a name perhaps."""


class Context(Protocol):
    """What is known around the sentence at hand; half of the values ask for none of it, so each part is read late."""

    assigned: tuple[str, ...]
    """The units named in a closing bracket."""
    before: Before | None
    """The value that was read last."""
    places: Places
    """Where the place or group is told that the notice rules for, once in front of its items (决定对人民路实行管制)."""

    @property
    def carried(self) -> Carried:
        """What the sentences before hand on."""

    @property
    def listed(self) -> bool:
        """Whether the one who acts is told to in the opening of the list that the item stands in."""

    @property
    def topic(self) -> Topic:
        """What the heading of the item says."""

    @property
    def in_each_case(self) -> CaseRule | None:
        """What is done in each case of the list that the item stands in (有下列情形之一的，应当报告：)."""

    @property
    def eligible(self) -> bool:
        """Whether the item is one of the conditions that the subject must meet."""
