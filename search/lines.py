"""Output for machines: one record a line, UTF-8 whatever the terminal's encoding."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from search.reading import Reading
from search.rows import compact


def print_line(line: str) -> None:
    """One line on standard output."""
    sys.stdout.buffer.write(line.encode("utf-8", "surrogateescape") + b"\n")


def lines(readings: tuple[Reading, ...]) -> Iterator[str]:
    """The records of a file as the contract's lines: its notices, their requirements, their relations."""
    yield from (compact(reading.notice.to_record()) for reading in readings)
    yield from (compact(record.to_record()) for reading in readings for record in reading.requirements)
    yield from (compact(record.to_record()) for reading in readings for record in reading.relations)
