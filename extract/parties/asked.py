"""What is known when a step is asked whom or what a value governs."""

from __future__ import annotations

from dataclasses import dataclass

from extract.grammar.phrases import object_of
from extract.parties.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class Asked:
    """What is known when the subject is asked: the surroundings, what is done, and by whom."""

    around: Surroundings
    action: str | None
    agent: tuple[str, ...] | None

    @property
    def thing(self) -> str | None:
        """The act's object: behind a verb in the value's own words whatever the verb is (每周走访一次|农户)."""
        verb = self.around.repeated if self.around.mention.kind == "frequency" else None
        if verb and self.action and self.action.startswith(verb) and len(self.action) >= len(verb) + 2:
            return self.action[len(verb) :]
        return object_of(self.action)
