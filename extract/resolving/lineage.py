"""Many notices → which one each relation points at, and the history of each: pure, in whatever order they came.

`Archive` is what resolving needs to know of a collection; a store answers it by query (`search.lineage.kept`), a
`Shelf` from memory. Both give the same graph and the same spells.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from extract.records import Relation
from extract.resolving.resolution import Identity, Resolution, identity, resolve, target_keys
from extract.resolving.status import Effect, Life, Spell, life, spells, void_from
from ingest.notice import Notice


@dataclass(frozen=True, slots=True)
class Arrow:
    """A relation whose target is known. `partial`: only one of several documents that the target issued is meant."""

    relation: Relation
    partial: bool = False


class Archive(Protocol):
    """What the history of a notice is read from."""

    def life_of(self, notice_id: str) -> Life:
        """What the notice says of its own time."""

    def arrows_to(self, notice_id: str) -> Sequence[Arrow]:
        """The relations that were resolved to the notice."""

    def carrier_of(self, notice_id: str) -> str | None:
        """The cover that issued the notice as its attachment; `None` also for one that is only forwarded."""


def history(archive: Archive, notice_id: str) -> tuple[Spell, ...]:
    """The spells of a notice from its own words and from what others do to it and to its cover."""
    return _history(archive, notice_id, frozenset())


def _history(archive: Archive, notice_id: str, asked: frozenset[str]) -> tuple[Spell, ...]:
    """`asked` are the notices whose histories wait for this one: those that end each other decide nothing here."""
    return spells(archive.life_of(notice_id), _effects(archive, notice_id, asked | {notice_id}))


def _effects(archive: Archive, notice_id: str, asked: frozenset[str]) -> Iterator[Effect]:
    arrows = list(archive.arrows_to(notice_id))
    cover = archive.carrier_of(notice_id)
    if cover is not None:
        arrows += [arrow for arrow in archive.arrows_to(cover) if not arrow.partial]
    for arrow in arrows:
        relation = arrow.relation
        if not relation.acts or relation.source_id in asked:
            continue
        speaker = archive.life_of(relation.source_id)
        if speaker.draft:
            continue
        effect = Effect(relation, speaker, arrow.partial)
        yield replace(effect, void_from=void_from(effect, _history(archive, relation.source_id, asked)))


def is_attachment(notice: Notice, relations_of_cover: Iterable[Relation]) -> bool:
    """Whether a notice that its cover carries was issued by it; one with a number of its own, or forwarded, was not."""
    if notice.parent_id is None or notice.doc_number:
        return False
    return all(relation.relation != "forwards" for relation in relations_of_cover)


@dataclass(slots=True)
class Shelf:
    """Notices in memory as an archive; `add` resolves only what the new one touches."""

    _notices: dict[str, Notice] = field(default_factory=dict)
    _identities: dict[str, Identity] = field(default_factory=dict)
    _said: dict[str, tuple[Relation, ...]] = field(default_factory=dict)
    _by_key: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    _waiting: defaultdict[str, dict[str, Relation]] = field(default_factory=lambda: defaultdict(dict))
    _found: dict[str, Resolution] = field(default_factory=dict)
    _to: defaultdict[str, dict[str, Arrow]] = field(default_factory=lambda: defaultdict(dict))

    def add(self, notice: Notice, relations: Sequence[Relation]) -> None:
        """Puts a notice on the shelf, or in the place of the one with its identifier."""
        if notice.id in self._notices:
            self.remove(notice.id)
        known = identity(notice)
        self._notices[notice.id], self._identities[notice.id] = notice, known
        self._said[notice.id] = tuple(relations)
        for key in known.names():
            self._by_key[key].add(notice.id)
        for relation in relations:
            for key in target_keys(relation.target):
                self._waiting[key][relation.id] = relation
        self._resolve(relations)
        self._resolve(self._touched(known))

    def remove(self, notice_id: str) -> None:
        """Takes a notice away with all that it said; what pointed at it is open again."""
        known = self._identities.pop(notice_id)
        del self._notices[notice_id]
        for key in known.names():
            self._by_key[key].discard(notice_id)
        for relation in self._said.pop(notice_id):
            self._point(relation, Resolution())
            del self._found[relation.id]
            for key in target_keys(relation.target):
                self._waiting[key].pop(relation.id, None)
        self._resolve(self._touched(known))

    def _touched(self, known: Identity) -> list[Relation]:
        return [relation for key in known.names() for relation in self._waiting[key].values()]

    def _resolve(self, relations: Iterable[Relation]) -> None:
        for relation in list(relations):
            names = {found for key in target_keys(relation.target) for found in self._by_key[key]}
            candidates = [self._identities[name] for name in names]
            self._point(relation, resolve(relation, self._identities[relation.source_id], candidates))

    def _point(self, relation: Relation, now: Resolution) -> None:
        before = self._found.get(relation.id)
        if before and before.target_id:
            self._to[before.target_id].pop(relation.id, None)
        self._found[relation.id] = now
        if now.target_id:
            arrow = Arrow(replace(relation, target_id=now.target_id), now.partial)
            self._to[now.target_id][relation.id] = arrow

    def resolution_of(self, relation_id: str) -> Resolution:
        """What a relation was resolved to."""
        return self._found[relation_id]

    def graph(self) -> frozenset[tuple[str, str]]:
        """(relation, notice that it points at) of all that is resolved."""
        return frozenset((name, found.target_id) for name, found in self._found.items() if found.target_id)

    def life_of(self, notice_id: str) -> Life:
        """See `Archive`."""
        return life(self._notices[notice_id])

    def arrows_to(self, notice_id: str) -> Sequence[Arrow]:
        """See `Archive`."""
        return tuple(self._to[notice_id].values()) if notice_id in self._to else ()

    def carrier_of(self, notice_id: str) -> str | None:
        """See `Archive`."""
        notice = self._notices[notice_id]
        if notice.parent_id not in self._notices or notice.parent_id is None:
            return None
        return notice.parent_id if is_attachment(notice, self._said[notice.parent_id]) else None

    def histories(self) -> dict[str, tuple[Spell, ...]]:
        """The history of every notice."""
        return {name: history(self, name) for name in sorted(self._notices)}
