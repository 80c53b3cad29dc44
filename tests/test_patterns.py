"""Kept patterns are the ones that `re` would compile, whatever lies in the cache folder."""

from __future__ import annotations

import marshal
import pkgutil
import re
import subprocess
import sys
import zlib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import extract
import ingest
import search
from ingest import patterns

WORDS = (r"(?P<数>\d+)[天日周]|[^，。；]{2,40}?(?<!半)年(?P<尾>内)?", int(re.DOTALL))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A cache folder of the test's own, and a process that has read nothing yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    patterns._memory.cache_clear()
    yield tmp_path / "policy-notices"
    patterns._memory.cache_clear()


def _remembered(*asked: tuple[str, int]) -> list[re.Pattern[str]]:
    """The patterns as a later process has them."""
    for pattern, flags in asked:
        patterns.compile(pattern, flags)
    patterns.keep()
    patterns._memory.cache_clear()
    return [patterns.compile(pattern, flags) for pattern, flags in asked]


def _of_modules() -> Iterator[re.Pattern[str]]:
    for package in (ingest, extract, search):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            yield from (one for one in vars(import_module(module.name)).values() if isinstance(one, re.Pattern))


def test_every_pattern_of_the_project_is_the_one_that_re_compiles(folder: Path) -> None:
    """`re.Pattern.__eq__` compares pattern, flags and code; groups and their names are asked for besides."""
    asked = sorted({(one.pattern, one.flags) for one in _of_modules()}, key=repr)
    assert len(asked) > 500
    for (pattern, flags), kept in zip(asked, _remembered(*asked), strict=True):
        fresh = re.compile(pattern, flags)
        assert (kept, kept.groups, kept.groupindex) == (fresh, fresh.groups, fresh.groupindex)
    assert len(list(folder.iterdir())) == 1


def _sealed(forms: object) -> bytes:
    data = marshal.dumps(forms)
    return zlib.crc32(data).to_bytes(4, "big") + data


FILES = [
    (lambda kept: b"", "an empty file"),
    (lambda kept: kept[: len(kept) // 2], "half of a file"),
    (lambda kept: kept[:-9] + bytes([kept[-9] ^ 1]) + kept[-8:], "one bit turned"),
    (lambda kept: b"\0" * len(kept), "a file of zeros"),
    (lambda kept: _sealed({WORDS: (32, b"\x63\0\0\0" * 8, 0, {}, (None,))}), "numbers that the engine refuses"),
    (lambda kept: _sealed({WORDS: (32, b"\1", 0, {}, (None,))}), "numbers cut short"),
    (lambda kept: _sealed({WORDS: ()}), "another layout"),
    (lambda kept: _sealed(dict.fromkeys(range(patterns._MOST), ())), "patterns of too many versions"),
]


@pytest.mark.parametrize(("spoil", "why"), FILES, ids=[row[1] for row in FILES])
def test_a_spoilt_file_costs_time_and_nothing_else(folder: Path, spoil: object, why: str) -> None:
    assert _remembered(WORDS) == [re.compile(*WORDS)]
    (file,) = folder.iterdir()
    file.write_bytes(spoil(file.read_bytes()))  # type: ignore[operator]
    patterns._memory.cache_clear()
    assert patterns.compile(*WORDS) == re.compile(*WORDS), why


def test_a_folder_that_cannot_be_made_costs_time_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file" / "below"))
    (tmp_path / "file").write_text("no folder")
    assert _remembered(WORDS) == [re.compile(*WORDS)]
    patterns._memory.cache_clear()


def test_another_python_compiles_as_ever(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patterns, "_engine", lambda: import_module("no_such_engine"))
    assert _remembered(WORDS) == [re.compile(*WORDS)]


@pytest.mark.parametrize("wrong", ["(", "(?P<甲>.)(?P<甲>.)", "[日-周", "(?<=日+)周"])
def test_a_wrong_pattern_is_refused_as_by_re(folder: Path, wrong: str) -> None:
    with pytest.raises(re.error) as ours:
        patterns.compile(wrong)
    with pytest.raises(re.error) as theirs:
        re.compile(wrong)
    assert str(ours.value) == str(theirs.value)


def test_the_second_command_compiles_nothing_that_the_first_one_did(folder: Path, tmp_path: Path) -> None:
    """And the words of a notice do not come to lie in the file."""
    notice = tmp_path / "notice.txt"
    notice.write_text("青石市秘密办公室关于做好有关工作的通知\n各单位应于14天内办结。\n", "utf-8")
    command = [sys.executable, "-c", "from search.cli import main; main()", "extract", str(notice), "-f", "jsonl"]
    first = subprocess.run(command, capture_output=True, check=True)
    (file,) = folder.iterdir()
    kept = file.stat().st_mtime_ns
    second = subprocess.run(command, capture_output=True, check=True)
    assert second.stdout == first.stdout
    assert file.stat().st_mtime_ns == kept
    assert "青石市秘密" not in file.read_bytes().decode("utf-8", "ignore")
