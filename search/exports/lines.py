"""Output for machines: one record a line, UTF-8 whatever the terminal's encoding."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from typing import Any

from search.reading import Reading

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def compact(record: Mapping[str, Any]) -> str:
    """A record as one line of JSON, Chinese unescaped."""
    return _ENCODER.encode(record)


def print_line(line: str) -> None:
    """One line on standard output."""
    sys.stdout.buffer.write(line.encode("utf-8", "surrogateescape") + b"\n")


def lines(readings: tuple[Reading, ...]) -> Iterator[str]:
    """The records of a file as the contract's lines: its notices, their requirements, their relations."""
    yield from (compact(reading.notice.to_record()) for reading in readings)
    yield from (compact(record.to_record()) for reading in readings for record in reading.requirements)
    yield from (compact(record.to_record()) for reading in readings for record in reading.relations)
