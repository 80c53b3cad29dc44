"""The command from end to end: what it prints, what it leaves, with which code it ends, and what it never imports."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
import time
import zipfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import generate
import pytest

import search
from search.commands.cli import app, run
from search.errors import StoreError
from search.questions.query import ask
from search.storage.store import Store

ROOT = Path(search.__file__).resolve().parent.parent

NOTICE = """某市卫生健康委员会文件
某卫发〔2022〕{number}号
关于做好入境人员健康管理工作的通知
各县（市、区）卫生健康局：
现将有关事项通知如下：
一、隔离管理
（一）对入境人员实施{days}天集中隔离医学观察。
（二）入境人员在隔离期间，于第1、7、14天各进行1次核酸检测。
二、信息报送
疾控机构应在24小时内完成网络直报。
某市卫生健康委员会
2022年4月19日
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder with three notices below `notices`."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notices").mkdir()
    for number, days in ((1, 14), (2, 10), (3, 21)):
        text = NOTICE.format(number=number, days=days)
        (tmp_path / "notices" / f"{number}.txt").write_text(text, encoding="utf-8")
    return tmp_path


def call(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = run(list(arguments))
    sys.stdout.flush()
    out, err = capfd.readouterr()
    return code, out, err


def as_json(capfd: pytest.CaptureFixture[str], *arguments: str) -> Any:
    code, out, err = call(capfd, *arguments, "--json")
    assert (code, err) == (0, "")
    return json.loads(out)


def test_ingest_passes_over_what_is_unchanged(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    first = as_json(capfd, "ingest", "notices")
    assert (first["files"], first["notices"], first["unchanged"], first["failures"]) == (3, 3, 0, [])
    assert first["requirements"] >= 9
    (folder / "notices" / "2.txt").write_text(NOTICE.format(number=2, days=7), encoding="utf-8")
    second = as_json(capfd, "ingest", "notices")
    assert (second["notices"], second["unchanged"]) == (1, 2)
    assert as_json(capfd, "search", "--where", "期限>=10天")["total"] == 2
    assert as_json(capfd, "ingest", "notices", "--again")["unchanged"] == 0


def test_a_path_is_one_file_however_it_is_written(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    as_json(capfd, "ingest", "notices")
    assert as_json(capfd, "ingest", str(folder / "notices" / "1.txt"))["unchanged"] == 1


def test_bad_files_cost_themselves_only(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    bad = folder / "notices"
    (bad / "empty.txt").write_bytes(b"")
    (bad / "0-cut.pdf").write_bytes(b"%PDF-1.7\n1 0 obj\n<<")
    (bad / "noise.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600)
    with zipfile.ZipFile(bad / "some.zip", "w") as archive:
        archive.writestr("4.txt", NOTICE.format(number=4, days=3))
        archive.writestr("empty.txt", "")
    code, out, err = call(capfd, "ingest", "notices", "missing.txt")
    assert code == 1
    with Store.open("notices.db") as store:
        assert store.counts()["notice"] == 4, "three files and one in the archive"
        failed = {Path(failure.uri).name for failure in store.failures()}
    assert failed >= {"empty.txt", "0-cut.pdf", "noise.doc", "missing.txt"}
    flat = "".join(err.split())
    assert all(name in flat for name in failed) and "怎么办" in flat, "each failure is listed, with advice"
    assert flat.count("文件是空的") == 1, "two files with one fault stand beside one reason"
    assert "没读成" in out
    (bad / "empty.txt").write_text(NOTICE.format(number=5, days=5), encoding="utf-8")
    call(capfd, "ingest", "notices")
    with Store.open("notices.db") as store:
        assert not [one for one in store.failures() if one.uri.endswith("notices/empty.txt")], (
            "mended, no failure any more"
        )


def test_a_fault_of_ours_is_a_failure_of_one_file(
    folder: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from search import files

    real = files.extract

    def faulty(notice: Any) -> Any:
        if "2号" in notice.text:
            raise ZeroDivisionError("division by zero")
        return real(notice)

    monkeypatch.setattr(files, "extract", faulty)
    code, _, err = call(capfd, "ingest", "notices")
    assert code == 1 and "ZeroDivisionError" in err
    assert as_json(capfd, "stock")["counts"]["notice"] == 2


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="this system has no alarm: nothing is limited")
def test_a_file_without_end_costs_itself_only(
    folder: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A search that tries combination after combination ends, though what it stands in goes on after any error."""
    from search import files

    real, before = files.extract, signal.getsignal(signal.SIGALRM)

    def endless(notice: Any) -> Any:
        while "2号" in notice.text:
            with suppress(Exception):
                re.fullmatch("(?:甲|甲甲)*乙", "甲" * 99)
        return real(notice)

    monkeypatch.setattr(files, "extract", endless)
    code, _, err = call(capfd, "ingest", "notices", "--time-limit", "0.5")
    said = "".join(err.split())
    assert code == 1 and "读了0.5秒还没有读完" in said and "--time-limit" in said
    assert as_json(capfd, "stock")["counts"]["notice"] == 2
    assert signal.getsignal(signal.SIGALRM) is before and signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_half_a_character_costs_its_file_only(
    folder: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A page with a broken escape gives a text that no database and no file can hold."""
    from search import files

    real = files.read_notices
    broken = "发布\ud83d的通知"

    def halved(source: Any) -> Any:
        return tuple(replace(one, text=broken) if "2号" in one.text else one for one in real(source))

    monkeypatch.setattr(files, "read_notices", halved)
    code, _, err = call(capfd, "ingest", "notices")
    assert code == 1 and "不完整" in "".join(err.split())
    assert as_json(capfd, "stock")["counts"]["notice"] == 2


def test_a_killed_ingest_leaves_a_whole_store_and_goes_on(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    generate.write(folder / "many", 150)
    command = [sys.executable, "-c", "from search.commands.cli import run; run(['ingest', 'many'])"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        while running.poll() is None and stored(folder) == 0:
            time.sleep(0.02)
        running.kill()
    begun = stored(folder)
    with Store.open("notices.db") as store:
        assert sum(1 for _ in store.rows(ask())) == store.counts()["requirement"] == store.search(ask()).total
    done = as_json(capfd, "ingest", "many")
    assert (done["unchanged"], done["notices"]) == (begun, 150 - begun)
    assert stored(folder) == 150


def stored(folder: Path) -> int:
    """How many notices the store holds at this moment; none while it is not made."""
    try:
        with Store.open(folder / "notices.db") as store:
            return store.counts()["notice"]
    except StoreError:
        return 0


def test_files_that_vanish_are_told_and_kept_until_pruned(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    as_json(capfd, "ingest", "notices")
    (folder / "notices" / "3.txt").unlink()
    assert [Path(uri).name for uri in as_json(capfd, "ingest", "notices")["gone"]] == ["3.txt"]
    assert as_json(capfd, "search", "21天")["total"] == 1
    assert len(as_json(capfd, "stock")["gone"]) == 1
    as_json(capfd, "ingest", "notices", "--prune")
    assert as_json(capfd, "search", "21天")["total"] == 0
    assert as_json(capfd, "stock")["gone"] == []


def test_search_for_people(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    call(capfd, "ingest", "notices")
    code, out, _ = call(capfd, "search", "集中隔离", "-w", "期限>=14天")
    flat = "".join(out.split())
    assert code == 0
    for piece in ("要求：含“集中隔离”；期限不少于14天", "共2条", "P21D", "某卫发〔2022〕3号", "类别：期限2"):
        assert piece in flat, piece
    assert flat.index("21天") < len(flat)


def test_search_for_machines(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    call(capfd, "ingest", "notices")
    answer = as_json(capfd, "search", "某卫发[2022] 2 号", "--kind", "期限")
    (hit,) = answer["hits"]
    assert (hit["value"], hit["notice"]["doc_number"], answer["total"]) == ("P10D", "某卫发〔2022〕2号", 1)
    assert hit["evidence"]["quote"] in NOTICE.format(number=2, days=10)
    notices = as_json(capfd, "search", "入境人员", "--of", "notices", "--limit", "2")
    assert (notices["total"], len(notices["hits"])) == (3, 2)


def test_words_need_no_quotes(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    call(capfd, "ingest", "notices")
    apart, together = (as_json(capfd, "search", *words) for words in (["入境", "隔离"], ["入境 隔离"]))
    assert apart == together and apart["total"] > 0


def test_show(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    call(capfd, "ingest", "notices")
    shown = as_json(capfd, "show", "某卫发（2022）1号")
    assert shown["notice"]["doc_number"] == "某卫发〔2022〕1号"
    assert {"P14D", "D1,D7,D14", "<=PT24H"} <= {one["value"] for one in shown["requirements"]}
    code, out, _ = call(capfd, "show", shown["notice"]["id"])
    assert code == 0 and "某卫发〔2022〕1号" in out and "第1、7、14天" in "".join(out.split())


@pytest.mark.parametrize("format", ["csv", "xlsx", "jsonl"])
def test_export(folder: Path, capfd: pytest.CaptureFixture[str], format: str) -> None:
    call(capfd, "ingest", "notices")
    done = as_json(capfd, "export", "requirements", "-f", format, "-o", f"out.{format}", "-w", "期限>=14天")
    assert done["rows"] == 2 and (folder / f"out.{format}").stat().st_size > 0
    assert as_json(capfd, "export", "notices", "-f", format, "-o", f"n.{format}", "--words", "入境")["rows"] == 3


def test_extract_prints_the_contract(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    code, out, err = call(capfd, "extract", "notices/1.txt", "notices/2.txt", "--format", "jsonl")
    records = [json.loads(line) for line in out.splitlines()]
    assert (code, err) == (0, "")
    types = [record["type"] for record in records]
    assert types.count("notice") == 2 and types[0] == "notice" and types[1] == "requirement"
    texts = {record["id"]: record["text"] for record in records if record["type"] == "notice"}
    for record in records:
        if record["type"] == "requirement":
            proof = record["evidence"]
            assert texts[record["notice_id"]][proof["start"] : proof["end"]] == proof["quote"]
    assert not list(folder.glob("*.db")), "no store"


def test_extract_as_a_table(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    code, out, _ = call(capfd, "extract", "notices/1.txt")
    assert code == 0 and "P14D" in out and "24小时" in out


@pytest.mark.parametrize(
    ("rule", "shown"),
    [
        ("各类学校2月17日前不得开学。", "禁止：开学"),
        ("各类学校2月17日前完成准备。", "完成准备"),
    ],
    ids=["a ban before a day is not read as a day due", "what must be done needs no word"],
)
def test_a_table_tells_bans_apart(folder: Path, capfd: pytest.CaptureFixture[str], rule: str, shown: str) -> None:
    (folder / "ban.txt").write_text(f"关于开学复工的通知\n\n各区：\n一、{rule}\n\n某市教育局\n2020年1月28日\n", "utf-8")
    _, out, _ = call(capfd, "extract", "ban.txt")
    assert shown in out and ("禁止" in out) == shown.startswith("禁止")


def test_extract_goes_on_after_a_bad_file(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (folder / "empty.txt").write_bytes(b"")
    code, out, err = call(capfd, "extract", "empty.txt", "notices/1.txt", "-f", "jsonl")
    assert code == 1 and len(out.splitlines()) > 3 and "empty.txt" in err


WRONG = [
    (["find"], "find", "no such command"),
    (["search", "--colour"], "--colour", "no such option"),
    (["show"], "通知", "an argument is missing"),
    (["show", "1号", "2号"], "多出了“2号”", "an argument too many"),
    (["export", "requirements", "-o", "x.csv"], "--format", "an option is missing"),
    (["export", "rules", "-f", "csv", "-o", "x.csv"], "rules", "no such type"),
    (["search", "隔离", "--limit", "0"], "“--limit”的值不对（给的是0，可以是1至1000）", "out of range"),
    (["search", "隔离", "--limit", "x"], "“--limit”的值不对（“x”不是数）", "no number"),
    (["search", "隔离", "--offset", "-3"], "“--offset”的值不对（给的是-3，不能小于0）", "below its least"),
    (["search", "--of", "all"], "给的是“all”，可以是requirements、notices、relations", "none of the choices"),
    (["search", "隔离"], "notices ingest", "there is no store yet"),
    (["search", "隔", "--store", "s.db"], "太短", "one character"),
    (["search", "-w", "期限>=14", "--store", "s.db"], "单位", "a number without a unit"),
    (["search", "--place", "鼓楼区", "--store", "s.db"], "鼓楼区", "a place that is four places"),
    (["ingest", "a.txt", "--store", "none/s.db"], "none", "no such folder"),
]


@pytest.mark.parametrize(("arguments", "piece", "why"), WRONG)
def test_wrong_calls_end_with_2_and_one_sentence(
    folder: Path, capfd: pytest.CaptureFixture[str], arguments: list[str], piece: str, why: str
) -> None:
    code, out, err = call(capfd, *arguments)
    assert (code, out) == (2, ""), why
    assert piece in err and len(err.strip().splitlines()) == 1 and "Traceback" not in err, why


def test_help_is_chinese_and_whole(capfd: pytest.CaptureFixture[str]) -> None:
    english = ("Options", "OPTIONS", "COMMAND", "Arguments", "Show this", "required", "default:")
    for command in ["", *(str(info.callback.__name__) for info in app.registered_commands if info.callback)]:
        code, out, _ = call(capfd, *command.split(), "--help")
        assert code == 0 and "用法：" in out and "…" not in out, command
        assert not [word for word in english if word in out]


def test_every_command_says_what_it_does() -> None:
    assert all(info.callback and info.callback.__doc__ for info in app.registered_commands)


def test_the_readme_names_the_commands_that_there_are() -> None:
    """In a process of its own: here another test may have imported what the command itself does not."""
    code = "from search.commands.cli import app; print(*(info.callback.__name__ for info in app.registered_commands))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, encoding="utf-8")
    readme = (Path(__file__).parents[1] / "README.md").read_text("utf-8")
    named = set(re.findall(r"^(?:\$ )?(?:\.venv/bin/)?notices ([a-z]+)", readme, re.MULTILINE))
    assert named and named - set(done.stdout.split()) == set()


def modules_of(*arguments: str, cwd: Path) -> set[str]:
    """The modules that a run of the command has imported."""
    code = (
        f"import sys; from search.commands.cli import run; run({list(arguments)!r}); "
        "print('\\n' + ' '.join(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=cwd, check=True, encoding="utf-8")
    return set(done.stdout.splitlines()[-1].split())


OURS = ("extract.extraction", "ingest.reading")
HEAVY = (
    *("spacy", "jieba", "lxml", "docx", "pdfplumber", "elasticsearch", "numpy"),
    *("xlsxwriter", "openpyxl", "icalendar", "chinese_calendar", "pyarrow"),
    *OURS,
)


@pytest.mark.parametrize("arguments", [("--help",), ("search", "--help"), ("search", "集中隔离", "-w", "期限>=14天")])
def test_nothing_heavy_is_imported(folder: Path, capfd: pytest.CaptureFixture[str], arguments: tuple[str, ...]) -> None:
    call(capfd, "ingest", "notices")
    assert modules_of(*arguments, cwd=folder).isdisjoint(HEAVY)


def test_extract_starts_without_a_segmenter(folder: Path) -> None:
    loaded = modules_of("extract", "notices/1.txt", "-f", "jsonl", cwd=folder)
    assert loaded.isdisjoint({"spacy", "jieba", "sqlite3", "xlsxwriter", "pdfplumber", "docx"})


def test_help_loads_no_more_than_its_library(folder: Path) -> None:
    """Beside what a command of one line in the same library loads: our own few modules, and none of others'.

    How long it takes `tests/bench/bench_start.py` measures.
    """
    bare = "app = typer.Typer(); app.command()(lambda x: None); app(['--help'], standalone_mode=False)"
    code = f"import sys, typer; {bare}; print('\\n' + ' '.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, cwd=folder, check=True, encoding="utf-8")
    more = modules_of("--help", cwd=folder) - set(done.stdout.splitlines()[-1].split())
    ours = {name for name in more if name.partition(".")[0] in ("ingest", "extract", "search")}
    assert {name.partition(".")[0] for name in more - ours} <= {*sys.stdlib_module_names, "rich"}
    assert 0 < len(ours) <= 20


def test_suggestions_and_key_words(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    call(capfd, "ingest", "notices")
    found = {one["word"]: one["uses"] for one in as_json(capfd, "suggest", "隔离")["suggestions"]}
    assert "集中隔离医学观察" in found and all("隔离" in word for word in found)
    assert "隔离" in as_json(capfd, "show", "某卫发〔2022〕1号", "--keywords")["keywords"]


def test_fields_lists_what_can_be_asked(capfd: pytest.CaptureFixture[str]) -> None:
    code, out, _ = call(capfd, "fields")
    assert code == 0 and all(name in out for name in ("期限", "检测日", "responsible", "不少于", "≥"))


def test_demo_shows_what_it_did(
    folder: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a folder of its own: the packaged notices are read by the test of the corpus."""
    from search.commands import demo

    monkeypatch.setattr(demo, "notices", lambda: tuple(sorted((folder / "notices").iterdir())))
    for _ in range(2):
        code, out, _ = call(capfd, "demo")
        assert code == 0 and "读入通知 3 件" in out, "a fresh store each time"
    assert {path.name for path in (folder / "demo-output").iterdir()} >= {
        "notices.db",
        "requirements.csv",
        "requirements.xlsx",
        "requirements.jsonl",
        "notices.xlsx",
        "relations.xlsx",
    }


@pytest.mark.skipif(
    not (ROOT / "corpus").is_dir() or not any((ROOT / "corpus").iterdir()), reason="no corpus in this tree"
)
def test_the_packaged_corpus_is_found() -> None:
    from search.corpus_files import notices

    assert notices() and not [path for path in notices() if path.name.endswith(".gold.jsonl")]
    assert "README.md" not in {path.name for path in notices()}
