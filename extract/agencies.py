"""Names of public bodies: which two names mean one, across short forms and full names, never across levels.

市卫健委 = 市卫生健康委 = 市卫生健康委员会, by `lexicon/agencies.csv`; but 市卫生健康委 is not 省卫生健康委. A level
without a place (市…) means the place of the notice, so in a notice of 重庆市 it is also 重庆市卫生健康委.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from extract import lexicon
from ingest import patterns as re

_LEVEL: Final = re.compile(r"(?:省|自治区|市(?!场)|区(?!域)|县|州|盟|旗|镇|乡(?!村))")
_PLACE: Final = re.compile(r".{2,8}?(?:省|自治区|市(?!场)|县|州|盟|旗)(?=.{2})|国家|全国")


@lru_cache(maxsize=8192)
def plain(name: str) -> str:
    """A name in its one spelling: blanks, brackets and closing 等 dropped, full names and short forms as one."""
    bare = re.sub(r"\s+|[（(].*?[）)]|等$", "", name)
    for word in sorted(lexicon.load("agencies.csv"), key=lambda word: len(word.surface), reverse=True):
        if bare.endswith(word.surface):
            return bare[: -len(word.surface)] + word.code
    return re.sub(r"委员会$", "委", bare)


def same(asked: str, name: str, *, place: str | None = None) -> bool:
    """Whether a name in a notice of `place` (重庆市) means the body that is asked.

    A name asked without a level (卫生健康委) means that body at every level; with one, at that level only.
    """
    wanted, found = plain(asked), plain(name)
    if wanted == found:
        return True
    if not _LEVEL.match(wanted) and not _PLACE.match(wanted):
        return re.fullmatch(rf"(?:.{{0,8}}{_LEVEL.pattern}|国家|全国)?{re.escape(wanted)}", found) is not None
    return place is not None and _at(wanted, place) == _at(found, place)


def _at(name: str, place: str) -> str:
    """A name with the place of its notice in front, where it only has that place's level: 市教委 → 重庆市教委."""
    level = _LEVEL.match(name)
    return place + name[level.end() :] if level and place.endswith(level[0]) else name


def spellings(asked: str) -> tuple[str, ...]:
    """Words that a name of the body holds, whatever its spelling: to look it up before `same` decides."""
    core = plain(asked)
    before = _PLACE.match(core) or _LEVEL.match(core)
    core = core[before.end() :] if before else core
    short = {word.surface for word in lexicon.load("agencies.csv") if word.code == core}
    return tuple(sorted({core, *short}))
