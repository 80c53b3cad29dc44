"""The difference of two exports: what was added, removed, changed; and files that cannot be compared."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from records import reading, rule

from search.commands.cli import run
from search.comparison.difference import Change, difference
from search.errors import QueryError
from search.exports.export import export
from search.questions.fields import Grain
from search.questions.query import ask
from search.storage.store import Store

OLD = (
    rule("对入境人员实施14天集中隔离", "duration", "P14D", subject="入境人员", action="集中隔离"),
    rule("24小时内完成报告", "deadline", "<=PT24H", subject="-甲", action="报告"),
)
NEW = (
    rule("对入境人员实施14天集中隔离", "duration", "P10D", subject="入境人员", action="集中隔离"),
    rule("24小时内完成报告", "deadline", "<=PT24H", subject="-甲", action="报告"),
    rule("每天检测", "frequency", "1/P1D", action="检测"),
)


def exported(
    folder: Path, name: str, rules: tuple[Any, ...], *, format: Any = "csv", grain: Grain = "requirement"
) -> Path:
    with Store.open(folder / f"{name}.db", create=True) as store:
        store.put("a.txt", "1", [reading("n1", *rules)])
        return export(store.rows(ask(grain=grain)), folder / f"{name}.{format}", grain=grain, format=format).path


def told(changes: tuple[Change, ...]) -> set[tuple[str, str, str, str]]:
    return {(one.kind, one.column, one.old, one.new) for one in changes}


@pytest.mark.parametrize("formats", [("csv", "csv"), ("xlsx", "xlsx"), ("csv", "xlsx"), ("xlsx", "csv")])
def test_cells_that_changed_and_records_that_came(tmp_path: Path, formats: tuple[str, str]) -> None:
    old = exported(tmp_path, "old", OLD, format=formats[0])
    new = exported(tmp_path, "new", NEW, format=formats[1])
    assert told(difference(old, new)) == {
        ("changed", "规范值", "P14D", "P10D"),
        ("changed", "原文数值", "P14D", "P10D"),
        ("changed", "下限", "336", "240"),
        ("changed", "上限", "336", "240"),
        ("added", "", "", "每天检测"),
    }
    gone = [one for one in difference(new, old) if one.kind == "removed"]
    assert [(one.old, one.new) for one in gone] == [("每天检测", "")]


def test_lines_of_json_compare_field_by_field(tmp_path: Path) -> None:
    old, new = (exported(tmp_path, name, rules, format="jsonl") for name, rules in (("old", OLD), ("new", NEW)))
    assert {(one.kind, one.column) for one in difference(old, new)} == {
        ("changed", "value"),
        ("changed", "value_text"),
        ("added", ""),
    }


@pytest.mark.parametrize("format", ["csv", "xlsx", "jsonl"])
def test_an_export_does_not_differ_from_itself(tmp_path: Path, format: str) -> None:
    file = exported(tmp_path, "same", NEW, format=format)
    assert difference(file, file) == ()


def test_an_empty_export_differs_by_all_records(tmp_path: Path) -> None:
    old, new = exported(tmp_path, "old", ()), exported(tmp_path, "new", OLD)
    assert [one.kind for one in difference(old, new)] == ["added", "added"]


def test_what_cannot_be_compared_is_said(tmp_path: Path) -> None:
    rules, notices = exported(tmp_path, "r", OLD), exported(tmp_path, "n", OLD, grain="notice")
    with pytest.raises(QueryError, match="不是同一类导出"):
        difference(rules, notices)
    other = tmp_path / "other.csv"
    other.write_text("甲,乙\r\n1,2\r\n", encoding="utf-8")
    with pytest.raises(QueryError, match="没有编号"):
        difference(rules, other)
    with pytest.raises(QueryError, match="不是可以比较的导出"):
        difference(rules, tmp_path / "x.pdf")
    with pytest.raises(QueryError, match="读不了"):
        difference(rules, tmp_path / "none.csv")


def test_the_command_ends_like_diff(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    old, new = str(exported(tmp_path, "old", OLD)), str(exported(tmp_path, "new", NEW))
    assert run(["diff", old, old]) == 0
    assert "相同" in capfd.readouterr().out
    assert run(["diff", old, new]) == 1
    assert "新增 1 条，删去 0 条，改动 1 条（4 格）" in capfd.readouterr().out
    assert run(["diff", old, new, "-f", "json"]) == 1
    sys.stdout.flush()
    assert json.loads(capfd.readouterr().out)["counts"] == {"changed": 4, "added": 1}
    assert run(["diff", old, new, "-f", "xlsx", "-o", str(tmp_path / "d.xlsx")]) == 1
    assert openpyxl.load_workbook(tmp_path / "d.xlsx")["差别"].max_row == 1 + 5
    assert run(["diff", old, str(tmp_path / "none.csv")]) == 2
