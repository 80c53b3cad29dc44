"""The answer of a list of steps, each knowing one way in which a notice says something, and the step that gave it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple


class Answer(NamedTuple):
    """The words found, and the name of the step that found them: some steps are right more often than others."""

    words: str | None
    step: str


NO_ANSWER = Answer(None, "none")


def named(step: Callable[..., Any]) -> str:
    """The name of a step as the table of confidence writes it."""
    return step.__name__.strip("_")
