"""Rows → the cells of a table, fast: the same as `[field.value(row) for field in fields]`, ten times over.

All plain fields of a record are read by one getter in C; only codes, lists and numbers are looked at again. What stands
in the notice is read once for all the rows of that notice, which come one after the other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import Any

from search.fields import Cell, Field
from search.rows import NoticeRow, Row

_SUSPECT = frozenset("=+-@\t\r＝＋－＠ \n")


def cells(rows: Iterable[Row], fields: tuple[Field, ...], *, safe: bool = False) -> Iterator[tuple[Cell, ...]]:
    """The cells of each row under `fields`; `safe` guards them against spreadsheets (see `guarded`).

    Fields of the notice must stand behind those of the record, as `columns` gives them.
    """
    own = tuple(field for field in fields if not field.path.startswith("notice.notice") and not _of_notice(field))
    shared = fields[len(own) :]
    read_own, read_shared = _reader(own, safe=safe), _reader(shared, safe=safe)
    for _, group in groupby(rows, key=_notice):
        about: tuple[Cell, ...] | None = None
        for row in group:
            about = read_shared(row) if about is None else about
            yield read_own(row) + about


def _of_notice(field: Field) -> bool:
    return field.grain == "notice" and field.path.startswith("notice.")


def _notice(row: Row) -> int:
    return id(row if isinstance(row, NoticeRow) else row.notice)


def _reader(fields: tuple[Field, ...], *, safe: bool) -> Callable[[Row], tuple[Cell, ...]]:
    """A function from row to the cells of some fields."""
    if not fields:
        return lambda row: ()
    read = attrgetter(*(field.path for field in fields), "__class__")

    def cells_of(row: Row) -> tuple[Cell, ...]:
        try:
            found = read(row)[:-1]
        except AttributeError:  # something on the way is unknown: jurisdiction, target
            return tuple(guarded(field.value(row)) if safe else field.value(row) for field in fields)
        return tuple(
            [
                value
                if value is None or (value.__class__ is str and not field.codes and (not safe or _harmless(value)))
                else _shown(field, value, safe)
                for field, value in zip(fields, found, strict=True)
            ]
        )

    return cells_of


def _harmless(text: str) -> bool:
    return text[:1] not in _SUSPECT


def _shown(field: Field, value: Any, safe: bool) -> Cell:
    cell = field.shown(value)
    return guarded(cell) if safe else cell


def guarded(cell: Cell) -> Cell:
    """A cell that no spreadsheet takes for a formula: text that begins like one gets an apostrophe in front."""
    if isinstance(cell, str) and cell.lstrip(" \n").startswith(
        ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
    ):
        return f"'{cell}"
    return cell
