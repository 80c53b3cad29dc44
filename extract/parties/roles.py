"""Which part each unit has in a duty: lead (牵头), joint (配合), responsible (责任, 负责); `None` where unsaid.

Read from the words that name the units: the row of a table with its heads, the bracket or line that closes the item,
or the sentence itself. `A会同B` gives A the lead and B a joint part.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import Final

from extract.parties.assignments import names
from extract.records import Evidence, Role
from ingest import patterns as re
from ingest.notice import Block, Notice

Words = tuple[tuple[Role, re.Pattern[str]], ...]
_WORDS: Words = (
    ("lead", re.compile(r"牵头|主办|主责|会同")),
    ("joint", re.compile(r"配合|协办|协助|协同|参与")),
    ("responsible", re.compile(r"按(?:照)?(?:各自)?职责|(?:分工|共同|具体)?负责|责任|承办|实施|落实|组织实施")),
)
_IN_SENTENCE: Words = (("lead", re.compile("牵头|主办|会同")), ("joint", re.compile("配合|协办")))
"""In a running sentence 负责, 协助, 参与 are its verb and tell no part."""
_LABEL: Final = re.compile(r"(\w{2})(?:单位|部门|科室|处室|机构|领导|人|主体)(?:（[^）]*）)?\s*[:：]")
_CLOSING: Final = re.compile(
    r"[（(][^（）()]*(?:[（(][^（）()]*[)）][^（）()]*)*[)）]|(?:责任|牵头|配合|主办|协办|落实|实施)(?:单位|部门|"
    r"科室)[:：][^\n]*"
)
_REACH: Final = 4000
"""How many characters after a rule its closing assignment may stand: an item of several paragraphs."""


class Parts:
    """The parts of units in the rules of one notice; what tells them is read once."""

    def __init__(self, notice: Notice) -> None:
        self._closings: Closings = defaultdict(list)
        for closing in _CLOSING.finditer(notice.text):
            self._closings[names(closing[0])].append((closing.start(), closing[0]))
        starts = zip(notice.block_starts(), notice.blocks, strict=True)
        self._tables = [(start, block) for start, block in starts if block.kind == "table"]

    def of(self, units: tuple[str, ...], quote: Evidence) -> tuple[Role | None, ...]:
        """The part of each unit that is responsible for the rule of a quote; empty where none is told."""
        told = self._told(units, quote) if units else ()
        return told if any(told) else ()

    def _told(self, units: tuple[str, ...], quote: Evidence) -> tuple[Role | None, ...]:
        row = _row(self._tables, quote.start)
        if row and any(told := tuple(_of_cells(name, row) for name in units)):
            return told
        assigned = _assignment(self._closings, units, quote.start)
        if not assigned and units[0] not in quote.quote:
            assigned = _heading(self._closings, units, quote.start)
        return in_words(assigned or quote.quote, units, sentence=assigned is None)


Tables = list[tuple[int, Block]]
"""The tables of a notice with the offsets where they begin."""
Closings = defaultdict[tuple[str, ...], list[tuple[int, str]]]
"""The brackets and lines that assign, by the units that they name: where each begins, and its text."""


@lru_cache(maxsize=256)
def in_words(text: str, units: tuple[str, ...], *, sentence: bool = False) -> tuple[Role | None, ...]:
    """The part of each unit in a text that names them: `A牵头，B、C配合`, `牵头单位：A；配合单位：B、C`, `A会同B`.

    `sentence` says that the text is a running sentence, no bracket or line that only assigns.
    """
    words = _IN_SENTENCE if sentence else _WORDS
    if _role(text, words) is None:
        return (None,) * len(units)
    longest = sorted(filter(None, units), key=len, reverse=True)
    return tuple([_in_words(text, name, longest, words) for name in units])


def _in_words(text: str, name: str, units: list[str], words: Words) -> Role | None:
    """The part of the unit called `name`, beside the other `units`, the longest of them first."""
    at = text.find(name)
    if at < 0:
        return None
    begin = max([text.rfind(stop, 0, at) for stop in "；;。\n"]) + 1
    before = text[begin:at]
    if (":" in before or "：" in before) and (label := _last(_LABEL, before)):
        return _role(label[1], words)
    if "会同" in before and _WITH.search(before):
        return "joint"
    at += len(name)
    stop = _CLAUSE_END.search(text, at)
    end = stop.start() if stop else len(text)
    at = _past_names(text, at, end, units)
    return next((role for role, pattern in words if pattern.match(text, at, end)), None)


_CLAUSE_END: Final = re.compile(r"[，,；;。）)\n]")
_WITH: Final = re.compile(r"会同[^，,；;。]*$")
_BETWEEN_NAMES: Final = re.compile(r"(?:[、和及与等]|有关|相关|部门|单位|要|应当?|须|分别)+")


def _past_names(text: str, at: int, end: int, units: list[str]) -> int:
    """Where the other units of a list and the words between them end."""
    while at < end:
        for unit in units:
            if text.startswith(unit, at, end):
                at += len(unit)
                break
        else:
            between = _BETWEEN_NAMES.match(text, at, end)
            if between is None:
                break
            at = between.end()
    return at


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = None
    for found in pattern.finditer(text):  # noqa: B007 - the last one is wanted
        pass
    return found


def _role(text: str, words: Words = _WORDS) -> Role | None:
    """The part that a text stands for."""
    for role, pattern in words:
        if pattern.search(text):
            return role
    return None


def _assignment(closings: Closings, units: tuple[str, ...], begin: int) -> str | None:
    """The first bracket or line after the start of a rule that names exactly its units."""
    return next((text for at, text in closings.get(units, ()) if begin <= at < begin + _REACH), None)


def _heading(closings: Closings, units: tuple[str, ...], begin: int) -> str | None:
    """The last bracket before a rule that names exactly its units: the heading's (`获得电力领域（省能源局牵头）`)."""
    return next((text for at, text in reversed(closings.get(units, [])) if at < begin), None)


Row = list[tuple[str, str]]


def _row(tables: Tables, at: int) -> Row:
    """(head, text) of each cell in the table row where a rule begins; empty outside tables."""
    for start, block in tables:
        if start <= at <= start + len(block.text):
            return _cells(block, at - start)
    return []


def _cells(block: Block, offset: int) -> Row:
    rows = [row for row, _, start, end, cell in block.cells() if cell.origin and start <= offset <= end]
    head = next((row for row in block.rows[:3] if any(_role(cell.text) for cell in row if len(cell.text) < 16)), None)
    if not rows or head is None:
        return []
    return [(title.text, cell.text) for title, cell in zip(head, block.rows[rows[-1]], strict=False)]


def _of_cells(name: str, row: Row) -> Role | None:
    told = (_role(head) for head, text in row if name in text and len(head) < 16)
    return next((role for role in told if role), None)
