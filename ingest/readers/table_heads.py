"""Which rows of a table are its head, where the source does not say."""

from __future__ import annotations

from ingest import patterns as re
from ingest.notice import Rows

_NO_NAME = re.compile(r"[。；]|^[\d.,%％]+$")
_LONGEST_NAME = 20


def headed(rows: Rows) -> Rows:
    """The rows with the first marked as head where none is marked and it reads as one: short words, no sentence.

    A merged cell of the head takes the rows that it reaches into with it; a title over the whole width is part of it.
    """
    if not rows or any(cell.header for row in rows for cell in row):
        return rows
    captions = next((number for number, row in enumerate(rows) if sum(cell.origin for cell in row) > 1), 0)
    names = [cell.text for cell in rows[captions]]
    if not all(0 < len(name) <= _LONGEST_NAME and not _NO_NAME.search(name) for name in names):
        return rows
    height = captions + 1
    while height < len(rows) - 1 and any(not cell.origin and cell.text in names for cell in rows[height][1:]):
        height += 1
    marked = tuple(tuple(cell._replace(header=True) for cell in row) for row in rows[:height])
    return (*marked, *rows[height:])
