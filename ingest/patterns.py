"""`re` with a memory: what one process has compiled, the next one reads (`from ingest import patterns as re`).

A command defines some six hundred patterns, and compiling them took more time than all else that it does: for most
classes with Chinese characters `re` draws a bitmap of 65,536 places. What comes of a pattern is a list of numbers that
`re` hands to its engine; `keep` writes these lists into the user's cache folder. `compile` makes of them a true
`re.Pattern` that finds what the one of `re.compile` finds, and searches faster (`ingest.compiled.first_characters`,
`ingest.compiled.many_alternatives`).

The lists are CPython's own affair: a file holds for one build of it, and the engine checks each list before taking it.
Without a file, with a damaged one, or on another Python, patterns are compiled as ever. Only `compile` remembers: a
pattern made of a notice's own words is for the other functions, so that none of them come to lie in the file.
"""

from __future__ import annotations

import marshal
import re
import sys
import zlib
from array import array
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from re import (
    ASCII,
    DOTALL,
    IGNORECASE,
    MULTILINE,
    UNICODE,
    Match,
    Pattern,
    escape,
    findall,
    finditer,
    fullmatch,
    match,
    search,
    split,
    sub,
)
from typing import Any, AnyStr, Final

from ingest.compiled.cache_folder import cache_folder, write
from ingest.compiled.first_characters import guided
from ingest.compiled.many_alternatives import sort_alternatives
from ingest.compiled.needed_characters import Needed, needed

__all__ = [
    "ASCII",
    "DOTALL",
    "IGNORECASE",
    "MULTILINE",
    "UNICODE",
    "Match",
    "Pattern",
    "compile",
    "escape",
    "findall",
    "finditer",
    "fullmatch",
    "keep",
    "match",
    "needs",
    "search",
    "split",
    "sub",
]

_Key = tuple[str | bytes, int]
_Form = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...], tuple[str, ...]]
"""What the engine is told of a pattern: flags, code, the number of groups, their names, the names in order; and what
characters each find holds."""
_MOST: Final = 4_000
"""A file of so many patterns holds those of many versions of the rules; it is begun anew."""


def compile(pattern: AnyStr, flags: int = 0) -> Pattern[AnyStr]:
    """As `re.compile`, from what an earlier process kept where that is possible. Raises `re.error`."""
    try:
        return _memory().pattern(pattern, int(flags))
    except _UNUSABLE:
        return re.compile(pattern, flags)


def needs(pattern: Pattern[str]) -> Needed:
    """The sets of which each find of a compiled pattern holds a character; empty where nothing is known of it."""
    try:
        return tuple(map(frozenset, _memory().form(pattern.pattern, pattern.flags & ~UNICODE)[-1]))
    except _UNUSABLE:
        return ()


def keep() -> None:
    """Writes what this process was the first to compile; where the folder cannot be written, the next ones compile too.

    The command calls it when it ends; what only uses the library reads the file and leaves it as it is.
    """
    with suppress(OSError, *_UNUSABLE):
        _memory().write()


_UNUSABLE: Final = (ImportError, AttributeError, TypeError, ValueError, RuntimeError, OverflowError)
"""What another Python, or a list that its engine refuses, ends in."""


class _Memory:
    """The forms that earlier processes kept, and those that this one adds."""

    def __init__(self, forms: dict[_Key, _Form]) -> None:
        self._forms = forms
        self._grown = False

    def form(self, pattern: str | bytes, flags: int) -> _Form:
        form = self._forms.get((pattern, flags))
        if form is None:
            form = self._forms[pattern, flags] = _form(pattern, flags)
            self._grown = True
        return form

    def pattern(self, pattern: AnyStr, flags: int) -> Pattern[AnyStr]:
        known, code, groups, names, order, _ = self.form(pattern, flags)
        made: Pattern[AnyStr] = _engine().compile(pattern, known, array("I", code).tolist(), groups, names, order)
        return made

    def write(self) -> None:
        if self._grown:
            data = marshal.dumps(self._forms)
            write(_file(), _checksum(data) + data)


@cache
def _memory() -> _Memory:
    try:
        data = _file().read_bytes()
    except OSError:
        return _Memory({})
    forms = marshal.loads(data[4:]) if data[:4] == _checksum(data[4:]) else {}
    return _Memory(forms if len(forms) < _MOST else {})


def _file() -> Path:
    """The file for this build of Python and this layout. Raises `OSError` where there can be no cache folder."""
    build = _checksum(f"{sys.version} {_engine().MAGIC} {_Form}".encode())
    return cache_folder() / f"sorted-{sys.implementation.cache_tag}-{build.hex()}"


def _checksum(data: bytes) -> bytes:
    return zlib.crc32(data).to_bytes(4, "big")


def _form(pattern: str | bytes, flags: int) -> _Form:
    """What `re.compile` works out before it calls the engine, and what is known of the characters of a find."""
    parsed = import_module("re._parser").parse(pattern, flags)
    known, held = flags | parsed.state.flags, tuple[str, ...]()
    if not known & IGNORECASE:
        held = tuple("".join(sorted(one)) for one in needed(parsed))
        sort_alternatives(parsed)
    code = guided(import_module("re._compiler")._code(parsed, flags), parsed)
    names = parsed.state.groupdict
    order: list[str | None] = [None] * parsed.state.groups
    for name, number in names.items():
        order[number] = name
    return known, array("I", code).tobytes(), parsed.state.groups - 1, names, tuple(order), held


@cache
def _engine() -> Any:
    return import_module("_sre")
