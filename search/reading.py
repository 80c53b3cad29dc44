"""A notice with what was read from it: what goes into a store, and what `extract` prints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from extract.records import Relation, Requirement, record_id
from ingest.notice import Notice


@dataclass(frozen=True, slots=True)
class Reading:
    """A notice with what was read from it."""

    notice: Notice
    requirements: tuple[Requirement, ...] = ()
    relations: tuple[Relation, ...] = ()

    def apart(self) -> Reading:
        """The same under an identifier of its own, made from its text: another notice bears the same number."""
        id = record_id(self.notice.id, self.notice.text)
        requirements = tuple(replace(one, id=record_id(id, one.id), notice_id=id) for one in self.requirements)
        relations = tuple(replace(one, id=record_id(id, one.id), source_id=id) for one in self.relations)
        return Reading(replace(self.notice, id=id), requirements, relations)

    def below(self, renamed: Mapping[str, str]) -> Reading:
        """The same, attached to its cover under the identifier that the cover has now."""
        cover = renamed.get(self.notice.parent_id or "")
        return replace(self, notice=replace(self.notice, parent_id=cover)) if cover else self
