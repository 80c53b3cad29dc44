"""The same rule in several places: rows of subject × measure × kind, one column a place, each value with its proof.

A cell never hides: all values that hold are in it, an empty one says whether nothing was found or no notice is held.
Against a baseline (one of the places, or what the levels above a place require) each cell is equal, stricter or looser
by `extract.reckoning.strictness`; where several values do not agree on that, or the rules bind different parts of a
subject, it is said.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from extract.reckoning.strictness import Order, compare
from extract.reckoning.values import parse
from search.comparison.points import Asked, Found, Point, Points, Topic, ancestors

ROWS = 300
"""How many rows a table shows; those on which most places say something come first."""
DIFFERENCES = 500
"""How many differences from the upper levels are listed."""
UPPER = "upper"
"""The baseline that is each place's own upper levels: the nearest one that rules on the topic."""

State = Literal["values", "nothing", "not_held"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """How values stand to those of the baseline. `qualified`: they bind different parts of the subject, or differ in
    condition or start, so that the order is only a hint."""

    order: Order
    reason: str
    qualified: bool
    against: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What a place says on a topic; `not_held`: the store holds no notice of the place at all."""

    place: str
    state: State
    points: tuple[Point, ...] = ()
    judgement: Judgement | None = None

    @property
    def disagrees(self) -> bool:
        """Whether values of one measure that are in force together differ; so many persons and yuan are two."""
        values = {(_measured(point), point.requirement.value) for point in self.points}
        return len(values) > len({measure for measure, _ in values})


def _measured(point: Point) -> tuple[str, str]:
    """What a value measures: a quantity by its unit; lengths of time are of one measure, but for what they count."""
    kind = point.requirement.kind
    value = parse(kind, point.requirement.value)
    return value.span.unit if value.span and kind == "threshold" else "", value.aspect


@dataclass(frozen=True, slots=True)
class Row:
    """One topic over all places."""

    topic: Topic
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The table on a day; `topics` is how many rows there are in all, `rows` holds at most `ROWS` of them."""

    day: str
    places: tuple[str, ...]
    baseline: str | None
    asked: Asked
    rows: tuple[Row, ...]
    topics: int


def matrix(points: Points, places: Sequence[str], *, asked: Asked = Asked(), baseline: str | None = None) -> Matrix:  # noqa: B008
    """The table of these places (codes); `baseline` is a code, `UPPER` or `None`."""
    columns = tuple(dict.fromkeys([*([baseline] if baseline and baseline != UPPER else []), *places]))
    found = points.in_force(columns, asked)
    kept = _shared_most(found)
    cells = _cells(points, found, frozenset(kept[:ROWS]))
    above = _above(points, columns, asked, frozenset(kept[:ROWS])) if baseline == UPPER else {}
    held = points.held(columns)
    rows = [
        Row(
            topic,
            tuple(
                _cell(
                    place, cells.get((topic, place), ()), place in held, _baseline(baseline, topic, cells, above, place)
                )
                for place in columns
            ),
        )
        for topic in kept[:ROWS]
    ]
    return Matrix(points.day, columns, baseline, asked, tuple(rows), len(kept))


Cells = dict[tuple[Topic, str], tuple[Point, ...]]
"""(topic, place) → what holds there."""


def _shared_most(found: Iterable[Found]) -> list[Topic]:
    """The topics, those on which most places say something first."""
    places: defaultdict[Topic, set[str]] = defaultdict(set)
    for one in found:
        places[one.topic].add(one.place)
    return sorted(places, key=lambda topic: (-len(places[topic]), topic))


def _cells(points: Points, found: Iterable[Found], topics: frozenset[Topic]) -> Cells:
    """What was found on these topics, with its records."""
    groups: defaultdict[tuple[Topic, str], list[Point]] = defaultdict(list)
    for point in points.read([one for one in found if one.topic in topics]):
        groups[point.topic, point.place].append(point)
    return {key: tuple(group) for key, group in groups.items()}


def _above(points: Points, places: Sequence[str], asked: Asked, topics: frozenset[Topic]) -> Cells:
    """What holds in each place that lies above one of these."""
    codes = tuple(dict.fromkeys(code for place in places for code in ancestors(place)))
    return _cells(points, points.in_force(codes, asked), topics)


def _baseline(baseline: str | None, topic: Topic, cells: Cells, above: Cells, place: str) -> tuple[Point, ...]:
    """What the cell of a place is measured against; nothing for the baseline's own column."""
    if baseline == UPPER:
        return next((above[topic, code] for code in ancestors(place) if (topic, code) in above), ())
    return cells.get((topic, baseline), ()) if baseline and baseline != place else ()


def _cell(place: str, points: tuple[Point, ...], held: bool, against: tuple[Point, ...]) -> Cell:
    if not points:
        return Cell(place, "nothing" if held else "not_held")
    return Cell(place, "values", points, judge(points, against) if against else None)


def judge(points: Sequence[Point], against: Sequence[Point]) -> Judgement:
    """All values against all of the baseline; where they do not come to one order, the order is unknown."""
    pairs = [(one, other) for one in _distinct(points) for other in _distinct(counterparts(one, against))]
    verdicts = [compare(one.requirement, other.requirement) for one, other in pairs]
    qualified = any(is_qualified(one, other) for one, other in pairs)
    orders = {verdict.order for verdict in verdicts}
    if len(orders) == 1:
        reasons = "；".join(dict.fromkeys(verdict.reason for verdict in verdicts))
        return Judgement(verdicts[0].order, reasons, qualified, tuple(against))
    return Judgement("different", "一格中有几个数值，与对照相比宽严不一", qualified, tuple(against))


def _distinct(points: Sequence[Point]) -> list[Point]:
    """One of those that say the same: a rule repeated in many notices is measured once."""
    said = {(p.requirement.value, p.requirement.modality, p.narrowed): p for p in points}
    return list(said.values())


def counterparts(one: Point, against: Sequence[Point]) -> Sequence[Point]:
    """The rule itself where it came down by forwarding; else those of the baseline that bind the same part of the
    subject under the same condition, if there are such."""
    itself = [other for other in against if other.requirement.id == one.requirement.id]
    return itself or [other for other in against if not is_qualified(one, other)] or against


def is_qualified(one: Point, other: Point) -> bool:
    """Whether the two bind different parts of the subject, or under another condition or start."""
    return one.narrowed != other.narrowed


@dataclass(frozen=True, slots=True)
class Deviation:
    """A local value and the value of an upper level from which it differs."""

    local: Point
    upper: Point
    order: Order
    reason: str
    qualified: bool


@dataclass(frozen=True, slots=True)
class Deviations:
    """Where a place differs from the levels above it, certain orders first; of `total` at most `DIFFERENCES`."""

    listed: tuple[Deviation, ...]
    total: int


_WEIGHT: dict[Order, int] = {
    "stricter": 0, "looser": 1, "less_generous": 2, "more_generous": 3, "different": 4, "inexact": 5,
}  # fmt: skip


def deviations(points: Points, place: str, *, asked: Asked = Asked()) -> Deviations:  # noqa: B008
    """Where what holds in a place differs from what holds in a place above it that day."""
    local = points.in_force((place,), asked)
    above = _above(points, (place,), asked, frozenset(one.topic for one in local))
    cells = _cells(points, local, frozenset(topic for topic, _ in above))
    found = [
        deviation
        for (topic, _), values in cells.items()
        for code in ancestors(place)
        for point in values
        for deviation in _deviations(point, above.get((topic, code), ()))
    ]
    found.sort(key=lambda one: (_WEIGHT[one.order], one.qualified, one.local.topic))
    return Deviations(tuple(found[:DIFFERENCES]), len(found))


def _deviations(point: Point, above: Sequence[Point]) -> Iterator[Deviation]:
    for other in counterparts(point, above):
        verdict = compare(point.requirement, other.requirement)
        if verdict.order != "equal":
            yield Deviation(point, other, verdict.order, verdict.reason, is_qualified(point, other))
