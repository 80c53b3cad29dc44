"""Kept patterns are the ones that `re` would compile, whatever lies in the cache folder."""

from __future__ import annotations

import ast
import marshal
import pkgutil
import re
import subprocess
import sys
import zlib
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

import extract
import ingest
import search
from ingest import patterns
from ingest.compiled.needed_characters import DIGIT

CORPUS = Path(__file__).parents[1] / "corpus"
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


def of_modules() -> Iterator[re.Pattern[str]]:
    """The patterns that the modules of the project hold by name."""
    for package in (ingest, extract, search):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            yield from (one for one in vars(import_module(module.name)).values() if isinstance(one, re.Pattern))


def test_every_pattern_of_the_project_is_the_one_that_re_compiles(folder: Path) -> None:
    """Its code apart, which may know besides with which characters a find begins: so what is found is compared."""
    asked = sorted({(one.pattern, one.flags) for one in of_modules()}, key=repr)
    assert len(asked) > 500
    text = "\n".join(path.read_text("utf-8")[:600] for path in sorted(CORPUS.glob("*.txt")))
    for (pattern, flags), kept in zip(asked, _remembered(*asked), strict=True):
        fresh = re.compile(pattern, flags)
        assert (kept.pattern, kept.flags) == (fresh.pattern, fresh.flags)
        assert (kept.groups, kept.groupindex) == (fresh.groups, fresh.groupindex)
        read = text if isinstance(pattern, str) else text.encode()
        assert [found.regs for found in kept.finditer(read)] == [found.regs for found in fresh.finditer(read)]
    assert len(list(folder.iterdir())) == 1


FIRST = [
    ("(?<!不)可以?|应", "可应", "behind what must not stand before it"),
    (r"(?:自|从)?\d", "自从0123456789", "behind parts that may be missing"),
    ("(?=[应须])[^，]+", "应须", "asked for before any character is taken"),
    ("(?:年(?=底))?(?=[前后])[^，]", "年前后", "asked for behind a part that may be missing"),
    ("甲?(?=乙|)[^丙]", None, "an empty condition asks for nothing"),
    ("[^，]应", None, "any character but one"),
    ("应?(?:须|)", None, "all of it may be missing"),
    ("(?i)[a可]", "Aa可", "either case: `re` decides"),
]


@pytest.mark.parametrize(("pattern", "first", "why"), FIRST, ids=[row[2] for row in FIRST])
def test_a_search_leaps_to_where_a_find_can_begin(folder: Path, pattern: str, first: str | None, why: str) -> None:
    made, text = patterns.compile(pattern), "自从年底前后不可以应须甲乙丙，1日Aa"
    assert [one.span() for one in made.finditer(text)] == [one.span() for one in re.finditer(pattern, text)], why
    assert first is None or {one[0][0] for one in made.finditer(text)} <= set(first)


NEEDED = [
    (r"\d+天(?:内|之前)", ["0", "天", "之内", "内前"], "one after another; of branches a set of each together"),
    ("(?<=第)[一二](?=次)(?!性)", ["次", "第", "一二"], "what must stand around it, too, not what must not"),
    ("(?:甲乙?)*丙{2,}丁?", ["丙"], "not what may be missing"),
    ("[^，]应|.可", ["可应"], "any character says nothing"),
    (r"\w应(?:须|)", ["应"], "a branch may be empty"),
    ("(?i)a可", [], "either case: nothing is said"),
]


@pytest.mark.parametrize(("pattern", "sets", "why"), NEEDED, ids=[row[2] for row in NEEDED])
def test_what_a_find_holds(folder: Path, pattern: str, sets: list[str], why: str) -> None:
    said = sorted("".join(sorted(one)) for one in patterns.needs(patterns.compile(pattern)))
    assert said == sorted("".join(sorted(one)) for one in sets), why


def test_no_pattern_of_the_project_finds_anything_where_what_it_needs_is_missing(folder: Path) -> None:
    lines = [line for path in sorted(CORPUS.glob("*.txt")) for line in path.read_text("utf-8").split("\n")[:12]]
    held = [frozenset(line) | ({DIGIT} if re.search(r"\d", line) else set()) for line in lines]
    asked = {one for one in of_modules() if isinstance(one.pattern, str)}
    assert sum(bool(patterns.needs(one)) for one in asked) > 500
    for pattern in asked:
        sets = patterns.needs(pattern)
        for line, signs in zip(lines, held, strict=True):
            if any(signs.isdisjoint(one) for one in sets):
                assert not pattern.search(line), f"{pattern.pattern!r} in {line!r}"


WORDS_OF_NUMBERS = "|".join(f"{ten}十{one}" for ten in "一二三四五六七八九" for one in "一二三四五六七八九")
MANY = [
    (WORDS_OF_NUMBERS, "words that begin with nine characters"),
    (f"(?:{WORDS_OF_NUMBERS})$", "what follows is asked of each"),
    (f"(?<!第)(?:{WORDS_OF_NUMBERS}|九十)", "the first one that holds, though a longer one comes after it"),
    (f"九十|{WORDS_OF_NUMBERS}", "the first one that holds, though a longer one comes behind"),
    (f"(?:{WORDS_OF_NUMBERS}|[^，]十|{WORDS_OF_NUMBERS})", "one that begins with anything, between two rows"),
    (f"三十(?:{WORDS_OF_NUMBERS}|)", "one that finds nothing"),
    (f"(?=(?:{WORDS_OF_NUMBERS}|$))", "one that holds at the end of a text"),
    (f"(?<=(?:{WORDS_OF_NUMBERS}))，?", "a row in a condition on what stands before"),
    (f"(?P<数>{WORDS_OF_NUMBERS})*天", "a row again and again"),
    (f"({WORDS_OF_NUMBERS.replace('十', '(十)')})", "groups in it"),
    ("(?i)" + "|".join(f"{a}{b}" for a in "abcdefg" for b in "uvwxyz"), "either case"),
    ("(?i:" + "|".join(f"{a}{b}" for a in "abcdefg" for b in "uvwxyz") + ")", "either case in a group"),
]


@pytest.mark.parametrize(("pattern", "why"), MANY, ids=[row[1] for row in MANY])
def test_many_alternatives_find_what_they_find_one_by_one(folder: Path, pattern: str, why: str) -> None:
    made, plain = patterns.compile(pattern), re.compile(pattern)
    for text in ("一十一二十三，三十四五十天六十七七十八天第九十九，九十一十", "十一，三十", "Au，bV，gz，gg", ""):
        assert [one.regs for one in made.finditer(text)] == [one.regs for one in plain.finditer(text)], why
        assert getattr(made.fullmatch(text), "regs", None) == getattr(plain.fullmatch(text), "regs", None), why


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
    command = [
        sys.executable,
        "-c",
        "from search.commands.cli import main; main()",
        "extract",
        str(notice),
        "-f",
        "jsonl",
    ]
    first = subprocess.run(command, capture_output=True, check=True)
    (file,) = folder.iterdir()
    kept = file.stat().st_mtime_ns
    second = subprocess.run(command, capture_output=True, check=True)
    assert second.stdout == first.stdout
    assert file.stat().st_mtime_ns == kept
    assert "青石市秘密" not in file.read_bytes().decode("utf-8", "ignore")


def test_no_class_of_characters_is_escaped_twice() -> None:
    """In a raw string `\\\\d` is a stroke and a d; no notice has one, so the pattern would never find."""
    twice = [
        one.pattern for one in of_modules() if isinstance(one.pattern, str) and re.search(r"\\\\[dDsSwW]", one.pattern)
    ]
    assert not twice


SOURCES = [path for package in (extract, ingest, search) for path in sorted(Path(package.__path__[0]).rglob("*.py"))]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_name_of_a_module_is_given_twice(path: Path) -> None:
    """The second pattern of a name would silently stand for the first one, too."""
    tree = ast.parse(path.read_text("utf-8"))
    given = [
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    ]
    assert [name for name, times in Counter(given).items() if times > 1] == []
