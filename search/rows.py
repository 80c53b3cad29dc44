"""The records as the store gives them back: each with its notice and its status, ready for a table or for JSON."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields
from typing import Any, get_type_hints

from msgspec import NODEFAULT, defstruct
from msgspec.json import Decoder
from msgspec.structs import asdict

from extract.reckoning.values import Value, parse
from extract.records import Relation, Requirement
from ingest.notice import Notice, Repair


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """A notice as stored: `notice` has no blocks, and its text only where `with_text` asked for it.

    `uris` are all files that hold it; `notice.source` is the one that the records were read from.
    """

    notice: Notice
    status: str = "unknown"
    uris: tuple[str, ...] = ()
    requirements: int = 0

    def to_record(self) -> dict[str, Any]:
        """The notice record of the contract, with all of its files as `sources`."""
        return self.notice.to_record() | {"status": self.status, "sources": list(self.uris)}


@dataclass(frozen=True, slots=True)
class RequirementRow:
    """A requirement with the notice in which it stands, and its value in numbers."""

    requirement: Requirement
    notice: NoticeRow
    status: str = "unknown"
    superseded_by: tuple[str, ...] = ()

    @property
    def numbers(self) -> Value:
        """The canonical value in numbers."""
        return parse(self.requirement.kind, self.requirement.value)

    @property
    def low(self) -> float | None:
        """The lower end of the value, in the unit `measure`."""
        span = self.numbers.span
        return None if span is None else span.low

    @property
    def high(self) -> float | None:
        """The upper end of the value, in the unit `measure`."""
        span = self.numbers.span
        return None if span is None else span.high

    @property
    def measure(self) -> str | None:
        """The unit of `low` and `high`."""
        span = self.numbers.span
        return None if span is None else span.unit

    def to_record(self) -> dict[str, Any]:
        """The requirement record of the contract."""
        return self.requirement.to_record() | {"status": self.status, "superseded_by": list(self.superseded_by)}


@dataclass(frozen=True, slots=True)
class RelationRow:
    """A relation with the notice that speaks."""

    relation: Relation
    notice: NoticeRow

    def to_record(self) -> dict[str, Any]:
        """The relation record of the contract."""
        return self.relation.to_record()


_IN_LINE = get_type_hints(Notice) | {"repairs": tuple[str, ...]}
_STORED = defstruct(
    "Stored",
    [
        (field.name, _IN_LINE[field.name], NODEFAULT if field.default is MISSING else field.default)
        for field in fields(Notice)
        if field.name not in ("text", "blocks")
    ],
    kw_only=True,
)
"""A notice as a line holds it: without its text and blocks, its repairs by name."""
_NOTICE, _REQUIREMENT, _RELATION = Decoder(_STORED), Decoder(Requirement), Decoder(Relation)
"""A line into a record; what a line holds beside the record (its type) is passed over."""

Row = NoticeRow | RequirementRow | RelationRow


def notice_of(line: str, *, text: str = "") -> Notice:
    """The notice of a stored line, without its blocks."""
    stored = asdict(_NOTICE.decode(line))
    repairs = tuple(Repair(name, 0, (), ()) for name in stored.pop("repairs"))
    return Notice(text=text, blocks=(), repairs=repairs, **stored)


def requirement_of(line: str | bytes) -> Requirement:
    """The requirement of a stored line; as bytes of UTF-8 it is read a third faster."""
    return _REQUIREMENT.decode(line)


def relation_of(line: str) -> Relation:
    """The relation of a stored line."""
    return _RELATION.decode(line)
