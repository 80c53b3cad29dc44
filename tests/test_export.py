"""Exports: what a spreadsheet and a program read back is what the store holds, all of it."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import icalendar
import openpyxl
import pyarrow.parquet
import pytest
from hypothesis import given
from hypothesis import strategies as st
from records import reading, rule, speaks

from search.errors import SearchError
from search.exports import export as exporting
from search.exports.cells import cells, guarded, turned
from search.exports.dictionary import beside
from search.exports.export import FORMATS, export
from search.exports.workbook import fitting
from search.questions.fields import FIELDS, Grain, columns
from search.questions.query import ask, parse_filter
from search.storage.store import Store

NASTY = (
    rule('他说“隔离”，\n换行与"引号"，逗号', "duration", "P14D", subject='=HYPERLINK("http://x","点")', action="隔离"),
    rule("+86 开头的隔离", "threshold", ">=35", subject="-入境人员", responsible=("@疾控", "卫健委")),
    rule("https://example.org/隔离", "deadline", "<=PT2H", subject="　=全角空格在前"),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "notices.db", create=True) as opened:
        spoken = (speaks("repeals", "渝办发〔2020〕3号", "关于做好旧工作的通知"),)
        opened.put(
            "a.txt", "1", [reading("n1", *NASTY, relations=spoken, title="=1+1", doc_number="渝办发〔2022〕1号")]
        )
        opened.put(
            "b.txt",
            "1",
            [reading("n2", *[rule(f"隔离{n}天", "duration", f"P{n}D") for n in range(1, 31)], uri="b.txt")],
        )
        yield opened


def written(store: Store, folder: Path, grain: Grain, format: Any, *filters: str) -> Path:
    query = ask("", tuple(map(parse_filter, filters)), grain=grain)
    done = export(store.rows(query), folder / f"out.{format}", grain=grain, format=format, asked=query.describe())
    assert done.rows == store.total(query)
    return done.path


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_csv_opens_right_in_excel(store: Store, tmp_path: Path) -> None:
    path = written(store, tmp_path, "requirement", "csv")
    assert path.read_bytes().startswith(b"\xef\xbb\xbf"), "without its mark Excel reads UTF-8 as GBK"
    rows = read_csv(path)
    assert len(rows) == 33
    assert [*rows[0]] == [column.label for column in columns("requirement")]
    assert rows[0]["原文依据"] == '他说“隔离”，\n换行与"引号"，逗号'


GUARDED = [
    ('=HYPERLINK("http://x")', '\'=HYPERLINK("http://x")', "a formula"),
    ("+86", "'+86", "a sum"),
    ("-入境人员", "'-入境人员", "a difference"),
    ("--09-16", "'--09-16", "an open date would be counted"),
    ("@疾控", "'@疾控", "a call"),
    ("\t=1", "'\t=1", "a tab before"),
    ("＝1+1", "'＝1+1", "full width: Excel takes it too"),
    (">=35", ">=35", "a bound is no formula"),
    ("14天", "14天", "plain text"),
    (-5, -5, "a number is a number"),
    (None, None, "nothing"),
]


@pytest.mark.parametrize(("cell", "safe", "why"), GUARDED)
def test_cells_are_guarded(cell: str | int | None, safe: str | int | None, why: str) -> None:
    assert guarded(cell) == safe, why


@pytest.mark.parametrize("grain", ["requirement", "notice", "relation"])
def test_no_cell_of_a_csv_begins_like_a_formula(store: Store, tmp_path: Path, grain: Grain) -> None:
    cells = [cell for row in read_csv(written(store, tmp_path, grain, "csv")) for cell in row.values()]
    assert cells and not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


@given(st.text(max_size=20))
def test_a_guarded_cell_keeps_its_text(text: str) -> None:
    safe = guarded(text)
    assert isinstance(safe, str) and safe.removeprefix("'" if safe != text else "") == text


@pytest.mark.parametrize("grain", ["requirement", "notice", "relation"])
@pytest.mark.parametrize("safe", [False, True])
def test_cells_are_the_values_of_the_fields(store: Store, grain: Grain, safe: bool) -> None:
    table, rows = columns(grain), list(store.rows(ask(grain=grain)))
    slow = [tuple(guarded(f.value(row)) if safe else f.value(row) for f in table) for row in rows]
    assert list(cells(rows, table, safe=safe)) == slow and slow


@pytest.mark.parametrize("size", [1, 2, 7, 33, 100])
def test_the_size_of_a_batch_changes_no_cell(store: Store, size: int) -> None:
    table, rows = columns("requirement"), list(store.rows(ask()))
    found = [row for batch in turned(rows, table, safe=True, size=size) for row in zip(*batch, strict=True)]
    assert found == list(cells(rows, table, safe=True)) and len(found) == 33


def test_no_label_needs_a_guard() -> None:
    shown = [label for field in FIELDS for label in field.codes.values()]
    assert shown and [label for label in shown if guarded(label) != label] == []


def test_xlsx_is_a_table_with_its_explanation(store: Store, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(written(store, tmp_path, "requirement", "xlsx", "期限>=14天"))
    assert book.sheetnames == ["要求", "说明", "来源文件"]
    sheet = book["要求"]
    assert sheet.freeze_panes == "A2" and sheet.auto_filter.ref.startswith("A1:")
    assert [cell.value for cell in sheet[1]] == [column.label for column in columns("requirement")]
    assert sheet.max_row == 1 + 18, "P14D with words, and 14 to 30 days"
    about = {row[0].value: row for row in book["说明"].iter_rows(min_row=2)}
    assert about["查询"][2].value == "要求：期限不少于14天"
    assert all(about[column.label][2].value and about[column.label][3].value for column in columns("requirement"))
    said = {label: about[label][3].value for label in ("下限", "页码", "牵头单位", "条件", "适用起")}
    assert said["下限"] == said["页码"] == "数字" and said["牵头单位"] == "文字，几个之间用顿号"
    assert said["条件"] == "文字" and said["适用起"].startswith("年-月-日")
    assert {row[2].value for row in book["来源文件"].iter_rows(min_row=2)} == {"a.txt", "b.txt"}
    assert {len(str(row[3].value)) for row in book["来源文件"].iter_rows(min_row=2)} == {64}


def test_xlsx_holds_numbers_and_text_as_such(store: Store, tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(written(store, tmp_path, "requirement", "xlsx"))["要求"]
    headings = [cell.value for cell in sheet[1]]
    first = dict(zip(headings, sheet[2], strict=True))
    assert (first["下限"].value, first["下限"].data_type, first["计量单位"].value) == (336, "n", "小时")
    assert (first["对象"].value, first["对象"].data_type) == ('=HYPERLINK("http://x","点")', "s"), "no formula"
    assert first["成文日期"].value == "2022-04-19" and first["成文日期"].data_type == "s"
    assert not [cell for row in sheet.iter_rows() for cell in row if cell.hyperlink or cell.data_type == "f"]


def test_xlsx_goes_on_in_another_sheet(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exporting, "SHEET_ROWS", 11)
    book = openpyxl.load_workbook(written(store, tmp_path, "requirement", "xlsx"))
    assert [sheet.max_row - 1 for sheet in book if sheet.title.startswith("要求")] == [11, 11, 11, 0]


def test_a_text_too_long_for_a_cell_says_so() -> None:
    assert fitting("字" * 32_767) == "字" * 32_767
    cut = fitting("字" * 32_768)
    assert len(cut) == 32_767 and "全文见" in cut


def test_jsonl_holds_the_records_of_the_contract(store: Store, tmp_path: Path) -> None:
    path = written(store, tmp_path, "requirement", "jsonl", "阈值>=0")
    (line,) = path.read_text(encoding="utf-8").splitlines()
    wanted = next(row for row in store.requirements("n1") if row.requirement.kind == "threshold")
    assert json.loads(line) == wanted.to_record()
    notices = written(store, tmp_path, "notice", "jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["text"] for line in notices] == [store.notice(id).notice.text for id in ("n1", "n2")]


GRAINS: list[Grain] = ["requirement", "notice", "relation"]


@pytest.mark.parametrize("grain", GRAINS)
def test_the_dictionary_of_a_csv_covers_each_column(store: Store, tmp_path: Path, grain: Grain) -> None:
    path = written(store, tmp_path, grain, "csv")
    about = json.loads(beside(path).read_text(encoding="utf-8"))
    with path.open(encoding="utf-8-sig", newline="") as file:
        headings = next(csv.reader(file))
    described = about["tableSchema"]["columns"]
    assert (about["@context"][0], about["url"]) == ("http://www.w3.org/ns/csvw", path.name)
    assert [column["titles"] for column in described] == headings
    assert len({column["name"] for column in described}) == len(described), "each column has a name of its own"
    assert about["tableSchema"]["primaryKey"] in {column["name"] for column in described}
    assert all(column["dc:description"] for column in described)


@pytest.mark.parametrize("grain", GRAINS)
def test_the_dictionary_of_jsonl_leads_to_its_values(store: Store, tmp_path: Path, grain: Grain) -> None:
    path = written(store, tmp_path, grain, "jsonl")
    fields = json.loads(beside(path).read_text(encoding="utf-8"))["fields"]
    record = json.loads(path.read_text(encoding="utf-8").splitlines()[0])
    held = [one["path"] for one in fields if one["name"] not in DERIVED]
    for steps in (name.split(".") for name in held):
        found = record
        for step in steps:
            assert step in found, steps
            found = found[step] or {}


DERIVED = {"low", "high", "measure", "lead", "joint", "requirements"}
"""Columns that are made of the record and do not stand in it."""


def test_terms_of_eli_and_schema_org() -> None:
    terms = {field.name: field.terms for field in columns("notice")}
    assert terms["doc_number"] == ("eli:id_local", "schema:legislationIdentifier")
    assert terms["signed_on"] == ("eli:date_document", "schema:legislationDate")
    assert terms["recipients"] == (), "no name where there is none"


@pytest.mark.parametrize("grain", GRAINS)
def test_parquet_holds_the_same_table(store: Store, tmp_path: Path, grain: Grain) -> None:
    table = pyarrow.parquet.read_table(written(store, tmp_path, grain, "parquet"))
    fields = columns(grain)
    assert table.column_names == [field.name for field in fields]
    rows = [tuple(row.values()) for row in table.to_pylist()]
    assert rows == [tuple(field.value(row) for field in fields) for row in store.rows(ask(grain=grain))]
    for field, column in zip(fields, table.schema, strict=True):
        assert json.loads(column.metadata[b"about"])["label"] == field.label == column.metadata[b"label"].decode()


def test_parquet_without_its_extra_says_which(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(SearchError, match="Parquet") as caught:
        written(store, tmp_path, "requirement", "parquet")
    assert "policy-notices[parquet]" in caught.value.advice and not list(tmp_path.glob("*out*"))


def test_a_calendar_holds_the_dated_deadlines(tmp_path: Path) -> None:
    with Store.open(tmp_path / "d.db", create=True) as store:
        rules = (
            rule("9月30日前完成排查", "deadline", "by 2021-09-30", action="排查", responsible=("市教委",)),
            rule("9月16日前完成报送", "deadline", "by --09-16", action="报送"),
            rule("24小时内完成报告", "deadline", "<=PT24H", action="报告"),
            rule("2月10日至12日受理", "duration", "2020-02-10/2020-02-12", action="受理"),
        )
        store.put("a.txt", "1", [reading("n1", *rules)])
        done = export(store.rows(ask()), tmp_path / "d.ics", grain="requirement", format="ics")
        with pytest.raises(SearchError, match="日历"):
            export(store.rows(ask(grain="notice")), tmp_path / "n.ics", grain="notice", format="ics")
    (event,) = icalendar.Calendar.from_ical(done.path.read_bytes()).walk("VEVENT")
    assert done.rows == 1 and event.decoded("dtstart") == date(2021, 9, 30)
    assert str(event["SUMMARY"]) == "最迟：排查" and "9月30日前完成排查" in str(event["DESCRIPTION"])


@pytest.mark.parametrize("format", FORMATS)
def test_nothing_found_is_an_empty_table(store: Store, tmp_path: Path, format: str) -> None:
    assert written(store, tmp_path, "requirement", format, "期限>=10年").exists()


@pytest.mark.parametrize("format", FORMATS)
def test_what_cannot_be_written_is_said_and_leaves_nothing(store: Store, tmp_path: Path, format: Any) -> None:
    with pytest.raises(SearchError, match="写不进去"):
        export(store.rows(ask()), tmp_path / "none" / "out", grain="requirement", format=format)
    assert [path.name for path in tmp_path.iterdir() if "out" in path.name] == []


def test_an_export_that_fails_keeps_the_older_file(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "out.csv"
    target.write_text("older", encoding="utf-8")

    def broken() -> Iterator[Any]:
        yield from store.rows(ask(limit=1))
        raise RuntimeError("a fault in the middle")

    with pytest.raises(RuntimeError):
        export(broken(), target, grain="requirement", format="csv")
    assert target.read_text(encoding="utf-8") == "older"
    assert not list(tmp_path.glob(".*"))
