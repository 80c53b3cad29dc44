"""The values of a rule through time as a picture: one band a topic, one lane a value, a bar from day to day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape

from extract.resolving.status import AFTER, BEFORE
from search.comparison.history import Stretch, Track

LEFT, WIDTH, LANE = 220, 720, 26
"""Where the time begins, how wide it is, how high a lane is; in pixels."""


def svg(tracks: Sequence[Track]) -> str:
    """The picture; a bar without a known end runs to the edge."""
    days = [day for track in tracks for one in track.stretches for day in (one.first, one.last) if BEFORE < day < AFTER]
    first, last = min(days, default="2000-01-01"), max(days, default="2000-01-02")
    parts, top = [], 30
    for track in tracks:
        parts.append(_text(8, top, " · ".join(track.topic.names()), weight="bold"))
        for value in dict.fromkeys(str(one.point.requirement.value_text) for one in track.stretches):
            top += LANE
            parts.append(_text(16, top, value))
            bars = [one for one in track.stretches if str(one.point.requirement.value_text) == value]
            parts += [_bar(one, top, first, last) for one in bars]
        top += LANE + 10
    axis = _text(LEFT, 14, first) + _text(LEFT + WIDTH - 80, 14, last)
    size = f'width="{LEFT + WIDTH + 20}" height="{top + 10}"'
    look = f'xmlns="http://www.w3.org/2000/svg" {size} font-family="sans-serif" font-size="13"'
    return f"<svg {look}>{axis}{''.join(parts)}</svg>"


def _text(x: int, y: int, said: str, *, weight: str = "normal") -> str:
    return f'<text x="{x}" y="{y}" font-weight="{weight}">{escape(said)}</text>'


def _bar(one: Stretch, top: int, first: str, last: str) -> str:
    start, end = _x(one.first or first, first, last), _x(min(one.last, last), first, last)
    until = "" if one.last == AFTER else one.last
    said = escape(f"{one.first or '最早'} 至 {until or '现在'}：{one.point.source.name()}")
    return (
        f'<rect x="{start}" y="{top - 13}" width="{max(3, (LEFT + WIDTH if not until else end) - start)}" height="16"'
        f' fill="#4a7ab5"><title>{said}</title></rect>'
    )


def _x(day: str, first: str, last: str) -> int:
    begin, whole = date.fromisoformat(first), date.fromisoformat(last)
    span = max(1, (whole - begin).days)
    return LEFT + WIDTH * 9 * (date.fromisoformat(day) - begin).days // (10 * span)
