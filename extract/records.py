"""The records of extraction: `Requirement`, `Relation` and the `Evidence` that proves each. Frozen."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Any, Literal

from ingest.notice import Box, Notice

Kind = Literal["duration", "schedule", "deadline", "frequency", "count", "window", "interval", "threshold", "duty"]
Modality = Literal["must", "must_not", "should", "may"]
RelationKind = Literal["repeals", "supersedes", "amends", "extends", "forwards", "promulgates", "implements", "cites"]
ACTING: frozenset[RelationKind] = frozenset({"repeals", "supersedes", "amends", "extends"})
"""The relations that change what is in force; a draft for comment has none of them."""
Scope = Literal["whole", "part", "conflicting"]
Stage = Literal["done", "planned"]
Role = Literal["lead", "joint", "responsible"]
"""The part of a unit in a duty: 牵头, 配合, 责任."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words that prove a record: `notice.text[start:end] == quote`, and their place in the source."""

    quote: str
    start: int
    end: int
    page: int | None = None
    bbox: Box | None = None
    line: int | None = None
    path: str | None = None

    def to_record(self) -> dict[str, Any]:
        return {
            "quote": self.quote,
            "start": self.start,
            "end": self.end,
            "page": self.page,
            "bbox": None if self.bbox is None else list(self.bbox),
            "line": self.line,
            "path": self.path,
        }


def evidence(notice: Notice, start: int, end: int) -> Evidence:
    """The evidence for `notice.text[start:end]`, with the place of its first character."""
    place = notice.place_at(start)
    return Evidence(notice.text[start:end], start, end, place.page, place.bbox, place.line, place.path)


@dataclass(frozen=True, slots=True)
class Requirement:
    """One value of one rule; the fields are those of the record contract."""

    id: str
    notice_id: str
    kind: Kind
    value: str | None
    value_text: str | None
    evidence: Evidence
    clause: str | None = None
    heading: str | None = None
    subject: str | None = None
    action: str | None = None
    responsible: tuple[str, ...] = ()
    trigger: str | None = None
    condition: str | None = None
    modality: Modality = "must"
    applies_from: str | None = None
    applies_to: str | None = None
    subject_code: str | None = None
    action_code: str | None = None
    confidence: float = 1.0
    flags: tuple[str, ...] = ()
    roles: tuple[Role | None, ...] = ()
    """The part of each responsible unit, in the same order; empty where none is told."""
    grounds: tuple[str, ...] = field(default=(), compare=False, repr=False)
    """How the record was read (see `extract.confidence`), for calibration; no field of the contract."""

    def units(self, role: Role | None) -> tuple[str, ...]:
        """The responsible units whose part is `role`; those whose part is not told for `None`."""
        if not self.roles:
            return self.responsible if role is None else ()
        return tuple(unit for unit, told in zip(self.responsible, self.roles, strict=True) if told == role)

    @property
    def lead(self) -> tuple[str, ...]:
        """The units that lead (牵头)."""
        return self.units("lead") if self.roles else ()

    @property
    def joint(self) -> tuple[str, ...]:
        """The units that take part (配合)."""
        return self.units("joint") if self.roles else ()

    def to_record(self) -> dict[str, Any]:
        return {
            "type": "requirement",
            "id": self.id,
            "notice_id": self.notice_id,
            "clause": self.clause,
            "heading": self.heading,
            "kind": self.kind,
            "value": self.value,
            "value_text": self.value_text,
            "subject": self.subject,
            "action": self.action,
            "responsible": list(self.responsible),
            "roles": list(self.roles),
            "trigger": self.trigger,
            "condition": self.condition,
            "modality": self.modality,
            "applies_from": self.applies_from,
            "applies_to": self.applies_to,
            "subject_code": self.subject_code,
            "action_code": self.action_code,
            "evidence": self.evidence.to_record(),
            "confidence": self.confidence,
            "flags": list(self.flags),
            "status": "unknown",
            "superseded_by": [],
        }


@dataclass(frozen=True, slots=True)
class Target:
    """The notice that a relation speaks of, as far as the text names it."""

    doc_number: str | None = None
    title: str | None = None
    issuer: str | None = None
    description: str | None = None

    def to_record(self) -> dict[str, str | None]:
        return {
            "doc_number": self.doc_number,
            "title": self.title,
            "issuer": self.issuer,
            "description": self.description,
        }


@dataclass(frozen=True, slots=True)
class Relation:
    """One notice speaks of another; `target_id` stays `None` until it is resolved in a store."""

    id: str
    source_id: str
    relation: RelationKind
    target: Target
    evidence: Evidence
    scope: Scope = "whole"
    effective_on: str | None = None
    target_id: str | None = None
    stage: Stage = "done"
    """Whether it is done, or only set as a task (修订《…》 in a list of tasks), which changes nothing yet."""

    @property
    def acts(self) -> bool:
        """Whether it changes what is in force of its target."""
        return self.relation in ACTING and self.stage == "done"

    def to_record(self) -> dict[str, Any]:
        return {
            "type": "relation",
            "id": self.id,
            "source_id": self.source_id,
            "relation": self.relation,
            "target": self.target.to_record(),
            "target_id": self.target_id,
            "scope": self.scope,
            "stage": self.stage,
            "effective_on": self.effective_on,
            "evidence": self.evidence.to_record(),
        }


def record_id(*parts: str | int | None) -> str:
    """A short stable identifier from what makes a record the one it is."""
    return hashlib.sha256("\x1f".join(["" if part is None else str(part) for part in parts]).encode()).hexdigest()[:16]
