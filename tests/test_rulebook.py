"""The rule book says what the rules do: every example is read, and the committed book is the generated one."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

import pytest

from extract import rulebook

BOOK = Path(__file__).resolve().parents[1] / "docs" / "规则手册.md"


@pytest.mark.parametrize("module", [module for module, kind in rulebook.KINDS.items() if kind != "duty"])
def test_every_example_gives_one_value(module: ModuleType) -> None:
    found = rulebook.examples(module)
    assert found
    assert [word for word, values in found if len(values) != 1] == []


def test_the_committed_book_is_the_generated_one() -> None:
    assert BOOK.read_text("utf-8") == rulebook.text(), "write extract.rulebook.text() there"
