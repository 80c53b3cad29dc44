"""The exceptions of reading: each says what was found and what to do."""

from __future__ import annotations

from dataclasses import dataclass


class IngestError(Exception):
    """A source that cannot be read. `found` and `advice` are Chinese sentences for the officer."""

    def __init__(self, found: str, advice: str) -> None:
        super().__init__(f"{found}；{advice}")
        self.found = found
        self.advice = advice


@dataclass(frozen=True, slots=True)
class Failure:
    """One file that was not read (or not wholly), as a record: where, at which stage, why, what to do."""

    uri: str
    stage: str
    reason: str
    advice: str
