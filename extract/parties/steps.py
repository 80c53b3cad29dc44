"""Lists of steps, each knowing one way in which a notice says something; the first that answers is named with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, Generic, NamedTuple, TypeVar, get_args

from extract.records import Kind

Of = TypeVar("Of")


class Step(NamedTuple, Generic[Of]):
    """One way in which something is said, by its name, and the kinds of values of which it is said so."""

    name: str
    find: Callable[[Of], str | None]
    kinds: tuple[Kind, ...]


def step(find: Callable[[Of], str | None], *kinds: Kind) -> Step[Of]:
    """A step that is asked for values of some kinds, of every kind where none is named.

    Its name is the one that the table of confidence has.
    """
    return Step(find.__name__.strip("_"), find, kinds or get_args(Kind))


def by_kind(steps: Iterable[Step[Of]]) -> dict[Kind, tuple[Step[Of], ...]]:
    """The steps that are asked for a value of each kind, in their order."""
    listed = tuple(steps)
    return {kind: tuple(one for one in listed if kind in one.kinds) for kind in get_args(Kind)}


class Answer(NamedTuple):
    """The words found, and the name of the step that found them: some steps are right more often than others."""

    words: str | None
    step: str


NO_ANSWER: Final = Answer(None, "none")
STAYS_OPEN: Final = ""
"""What a step answers that knows that the text names nothing: no later one is asked."""
