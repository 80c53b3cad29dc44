"""The numeral ledger: the cases of `cases/ledger.yaml`, what becomes of a number, laws and figures."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import generate
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from extract import numerals
from extract.expressions import lengths
from extract.extraction import Extraction, extract
from extract.kinds.calendar_dates import Today
from extract.ledger import NUMERALS, Row, account, ledger
from ingest.errors import Failure
from ingest.notice import Block, Notice, SourceInfo
from ingest.reading import read_notices, read_text
from ingest.sources import find
from search.commands.cli import run

FRIDAY = date(2021, 3, 5)
CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "cases" / "ledger.yaml").read_text("utf-8"))
GOLD = Path(__file__).parents[2] / "shared" / "gold"


def rows_of(text: str, *, on: date | None = FRIDAY) -> tuple[Row, ...]:
    notice = Notice("", text, (Block(text),), SourceInfo("-", "text/plain", ""))
    return ledger(notice, Extraction(), on=on)


@pytest.mark.parametrize("case", CASES, ids=[case["sentence"][:30] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    found = [
        [row.text, row.type, row.value, *([row.reason] if row.reason else [])] for row in rows_of(case["sentence"])
    ]
    assert found == case["rows"], case["because"]


OPEN = [
    ("下周三下午三点开会。", "time", None, "nobody says which week"),
    ("9月16日开学。", "date", "--09-16", "the year stays open, the day is said"),
    ("国庆节放假。", "date", "--10-01", "a fixed festival needs no year to be a day"),
    ("春节放假。", "date", None, "a lunar one does"),
    ("请于9月16日前报送。", "deadline", "by --09-16", "a deadline keeps the open year"),
]


@pytest.mark.parametrize(("text", "type", "value", "reason"), OPEN, ids=[row[0] for row in OPEN])
def test_without_a_day_nothing_is_guessed(text: str, type: str, value: str | None, reason: str) -> None:
    (row,) = rows_of(text, on=None)
    assert (row.type, row.value) == (type, value), reason


NOTICE = (
    "甲市人民政府办公室关于做好秋季防疫工作的通知\n甲政办发〔2021〕17号\n各县（市、区）人民政府，市级各部门：\n"
    "一、入境人员管理\n（一）对入境人员实施14天集中隔离，第1、7、14天各进行1次核酸检测。\n"
    "（二）各县区应于9月30日前完成排查，统一登记3类信息。\n（三）学校开学不早于10月8日，放学不早于17:30。\n联系电话：0571-87654321。\n"
    "甲市人民政府办公室\n2021年9月17日\n"
)
ACCOUNTED = [
    ("14天", "duration", "P14D", "requirement", "the length that a rule sets"),
    ("第1、7、14天", "schedule", "D1,D7,D14", "requirement", "a list of days is one row"),
    ("9月30日前", "deadline", "by 2021-09-30", "requirement", "the year is the notice's"),
    ("不早于10月8日", "date", ">=2021-10-08", "requirement", "a first day is a threshold, and a date"),
    ("不早于17:30", "time", ">=17:30", "requirement", "a first hour is a time"),
    ("甲政办发〔2021〕17号", "doc_number", "甲政办发〔2021〕17号", "/doc_number", "the notice's own number"),
    ("2021年9月17日", "date", "2021-09-17", "/signed_on", "its signing date"),
    ("一、", "outline", None, "序号", "an outline label"),
    ("统一", "other", None, "词语用字", "a numeral in a word"),
    ("0571-87654321", "other", None, "电话", "a telephone"),
]


@pytest.mark.parametrize(("text", "type", "value", "whose", "reason"), ACCOUNTED, ids=[row[0] for row in ACCOUNTED])
def test_rows_say_what_became_of_them(text: str, type: str, value: str | None, whose: str, reason: str) -> None:
    (notice,) = read_text(NOTICE)
    said = extract(notice)
    row = next(row for row in ledger(notice, said) if row.text == text)
    assert (row.type, row.value) == (type, value), reason
    if whose == "requirement":
        assert row.record in {one.id for one in said.requirements if one.value == value}, reason
    elif whose.startswith("/"):
        assert row.record == notice.id + whose, reason
    else:
        assert (row.record, row.reason) == (None, whose), reason


def check(text: str, rows: tuple[Row, ...]) -> None:
    """Rows lie in the text, in its order, without overlaps; every run of figures stands in them."""
    end = 0
    for row in rows:
        assert row.start >= end and text[row.start : row.end] == row.text
        end = row.end
    held = {at for row in rows for at in range(row.start, row.end)}
    for run_of_figures in NUMERALS.finditer(text):
        if any(figure.isdigit() for figure in run_of_figures[0]):
            assert held.issuperset(range(*run_of_figures.span())), (run_of_figures[0], text)


SIGNS = (
    "0123456789０９一二三十百千万亿零两半几多年月日号时分秒天周星期个工作点第前后内每次至到"
    "-—~、，。：:/.%‰元角块成折倍上下午晚近未来去今明国庆节A （）"
)


@given(st.text(alphabet=SIGNS, max_size=40))
def test_laws_of_any_text(text: str) -> None:
    rows = rows_of(text)
    check(text, rows)
    assert rows_of(text) == rows


@pytest.mark.parametrize("made", tuple(generate.notices(12)), ids=lambda made: made.number)
def test_laws_of_notices(made: generate.Made) -> None:
    for notice in read_text(made.text):
        check(notice.text, ledger(notice, extract(notice)))


@given(st.integers(min_value=0, max_value=10**12))
def test_figures_are_their_own_value(figure: int) -> None:
    assert numerals.value(str(figure)) == figure == numerals.value(f"{figure:,}")


NUMERAL_VALUES = [
    ("二百五", 250, "the last magnitude left out"),
    ("二百零五", 205, "but not after 零"),
    ("两千三", 2300, "thousands"),
    ("一万二", 12000, "ten thousands"),
    ("二〇二一", 2021, "figures said one by one"),
    ("三点五万", 35000, "a decimal"),
    ("一亿两千三百万", 123_000_000, "magnitudes nested"),
    ("壹佰贰拾叁", 123, "the figures of a cheque"),
    ("3千5百万", 35_000_000, "mixed figures"),
    ("１,２３４", 1234, "full-width figures"),
]


@pytest.mark.parametrize(("text", "value", "reason"), NUMERAL_VALUES, ids=[row[0] for row in NUMERAL_VALUES])
def test_numerals(text: str, value: int, reason: str) -> None:
    assert numerals.value(numerals.fold(text)) == value, reason


@pytest.mark.parametrize("text", ["百万", "十一一", "万", "", "点五", "一二十", "七八"])
def test_what_is_no_numeral_is_refused(text: str) -> None:
    assert not numerals.is_numeral(text)


@pytest.mark.parametrize("text", ["3月", "2021年", "30分", "一个", "天", "三天两周"])
def test_what_is_no_length_is_none(text: str) -> None:
    assert lengths.duration(text) is None


LONG = [
    ("7", "figures"),
    ("七", "numerals"),
    ("3月", "months"),
    ("2021年", "years"),
    ("一天", "lengths"),
    ("“", "quotes"),
]


@pytest.mark.parametrize(("piece", "reason"), LONG, ids=[row[1] for row in LONG])
def test_long_texts_are_read_whole(piece: str, reason: str) -> None:
    text = piece * 3000
    check(text, rows_of(text))


def test_command_prints_the_fields_of_the_contract(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO("明天起，每两周一次。\n".encode())))
    assert run(["ledger", "-", "--on", "2021-03-05", "--format", "jsonl"]) == 0
    lines = [json.loads(line) for line in capfdbinary.readouterr().out.decode().splitlines()]
    assert [list(line) for line in lines] == [["start", "end", "text", "type", "value", "record", "reason"]] * 2
    assert [line["value"] for line in lines] == ["2021-03-06/..", "1/P2W"]


def test_command_counts_what_is_left_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "通知.txt"
    file.write_text(NOTICE, "utf-8")
    assert run(["ledger", str(file)]) == 0
    assert "没有着落" in capsys.readouterr().out


def test_command_reads_a_stored_notice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, store = tmp_path / "通知.txt", tmp_path / "库.db"
    file.write_text(NOTICE, "utf-8")
    assert run(["ingest", str(file), "--store", str(store)]) == 0
    capsys.readouterr()
    assert run(["ledger", "甲政办发〔2021〕17号", "--store", str(store)]) == 0
    assert "P14D" in capsys.readouterr().out


@pytest.mark.skipif(not GOLD.is_dir(), reason="the annotated notices are not part of this repository")
def test_figures_on_the_annotated_notices() -> None:
    numerals = held = rows = left = 0
    for source in find(sorted(path for path in GOLD.glob("*/*") if path.suffix != ".jsonl")):
        assert not isinstance(source, Failure)
        for notice in read_notices(source):
            found = account(notice.text, ledger(notice, extract(notice)))
            numerals, held = numerals + found.numerals, held + found.held
            rows, left = rows + found.rows, left + found.left_over
    assert held >= 0.99 * numerals
    assert left <= 0.03 * rows


def test_today_of_a_notice_is_its_own_date() -> None:
    notice = read_text(NOTICE.replace("完成排查", "完成排查，下月初总结"))[0]
    row = next(row for row in ledger(notice, extract(notice)) if row.text.startswith("下月初"))
    assert row.value == "2021-10-01" and Today.of(notice.signed_on) == Today(2021, 9, 17)
