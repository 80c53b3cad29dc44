"""What is known when a step is asked whom or what a value governs."""

from __future__ import annotations

from dataclasses import dataclass

from extract.surroundings import Surroundings


@dataclass(frozen=True, slots=True)
class Asked:
    """What is known when the subject is asked: the surroundings, what is done, and by whom."""

    around: Surroundings
    action: str | None
    agent: tuple[str, ...] | None
