"""Schedules, cell by cell, against tables written by hand from reading the notices; and the files made of them."""

from __future__ import annotations

import json
import sys
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

import search
from extract.extraction import extract
from extract.reckoning.calendar_plan import Plan, plan
from ingest.reading import read_notices, read_text
from ingest.sources import find
from search import labels
from search.commands.cli import run
from search.named import named
from search.schedule import entries, events, said

ROOT = Path(search.__file__).resolve().parent.parent
CORPUS = ROOT / "corpus"
SEEDS = ROOT.parent / "shared" / "gold" / "seeds"
START = date(2021, 2, 1)

Row = tuple[str, str, str, str, str, tuple[str, ...]]
"""First day, last day, kind, part, value as worded, codes of the remarks."""


def planned(path: Path, subject: str, start: date = START) -> Plan:
    """The plan of the one notice of a file that has something for the subject."""
    (source,) = find([str(path)])
    plans = (plan(extract(notice).requirements, start, subject=subject) for notice in read_notices(source))  # type: ignore[arg-type]
    return next(one for one in plans if one.lines)


def rows(found: Plan) -> list[Row]:
    return [
        (
            str(line.first),
            str(line.last),
            line.kind,
            line.part,
            line.requirement.value_text or "",
            tuple(remark.code for remark in line.remarks),
        )
        for line in found.lines
        if line.kind in ("phase", "test")
    ]


OF_CORPUS: list[tuple[str, str, list[Row]]] = [
    (
        "yancheng-2021-quarantine.txt",
        "境外",
        [
            ("2021-02-01", "2021-02-14", "phase", "", "14天", ()),
            ("2021-02-15", "2021-02-21", "phase", "", "7天", ()),
            ("2021-02-15", "2021-02-15", "test", "D1", "第1、4、7天", ("phase_start", "several")),
            ("2021-02-18", "2021-02-18", "test", "D4", "第1、4、7天", ("phase_start", "several")),
            ("2021-02-21", "2021-02-21", "test", "D7", "第1、4、7天", ("phase_start", "several")),
            ("2021-02-22", "2021-02-28", "phase", "", "7天", ()),
            ("2021-02-24", "2021-02-24", "test", "D3", "满3天和满7天", ("phase_start",)),
            ("2021-02-28", "2021-02-28", "test", "D7", "满3天和满7天", ("phase_start",)),
        ],
    ),
    (
        "yancheng-2021-quarantine.txt",
        "国内高风险地区",
        [
            ("2021-02-01", "2021-02-14", "phase", "1/2", "“14+7”", ()),
            ("2021-02-01", "2021-02-01", "test", "D1", "第1、7、14、21天", ("other_start",)),
            ("2021-02-07", "2021-02-07", "test", "D7", "第1、7、14、21天", ("other_start",)),
            ("2021-02-14", "2021-02-14", "test", "D14", "第1、7、14、21天", ("other_start",)),
            ("2021-02-15", "2021-02-21", "phase", "2/2", "“14+7”", ()),
            ("2021-02-21", "2021-02-21", "test", "D21", "第1、7、14、21天", ("other_start",)),
        ],
    ),
    (
        "yancheng-2021-quarantine.txt",
        "国内中风险地区",
        [("2021-02-01", "2021-02-07", "phase", "", "不少于7天", ("at_least",))],
    ),
    (
        "yancheng-2022-quarantine.html",
        "7天内有中风险区",
        [
            ("2021-02-01", "2021-02-07", "phase", "", "7天", ()),
            ("2021-02-01", "2021-02-01", "test", "D1", "第1、4、7天", ()),
            ("2021-02-04", "2021-02-04", "test", "D4", "第1、4、7天", ()),
            ("2021-02-07", "2021-02-07", "test", "D7", "第1、4、7天", ()),
        ],
    ),
]

OF_SEEDS: list[tuple[str, str, list[Row]]] = [
    (
        "000_*.txt",
        "无症状感染者",
        [
            ("2021-02-01", "2021-02-14", "phase", "", "14天", ()),
            ("2021-02-07", "2021-02-07", "test", "D7", "第7天", ()),
            ("2021-02-12", "2021-02-12", "test", "D12", "第12天", ()),
            ("2021-02-15", "2021-02-28", "phase", "", "14天", ()),
            ("2021-02-22", "2021-02-28", "test", "W2", "第2周和第4周", ("phase_end",)),
            ("2021-03-01", "2021-03-14", "phase", "", "14天", ()),
            ("2021-03-08", "2021-03-14", "test", "W4", "第2周和第4周", ("phase_end",)),
        ],
    ),
    (
        "001_*.txt",
        "境外来衢返衢",
        [
            ("2021-02-01", "2021-02-14", "phase", "1/3", "14天", ()),
            ("2021-02-15", "2021-02-21", "phase", "2/3", "7天", ()),
            ("2021-02-21", "2021-02-21", "test", "D7", "第7天和第14天", ("phase_start",)),
            ("2021-02-22", "2021-02-28", "phase", "3/3", "7天", ()),
            ("2021-02-28", "2021-02-28", "test", "D14", "第7天和第14天", ("phase_start",)),
        ],
    ),
    (
        "001_*.txt",
        "国内高风险地区所在城市以及",
        [
            ("2021-02-01", "2021-02-14", "phase", "1/2", "14天", ()),
            ("2021-02-01", "2021-02-01", "test", "D1", "第1天、第14天和第21天", ("other_start",)),
            ("2021-02-14", "2021-02-14", "test", "D14", "第1天、第14天和第21天", ("other_start",)),
            ("2021-02-15", "2021-02-21", "phase", "2/2", "7天", ()),
            ("2021-02-21", "2021-02-21", "test", "D21", "第1天、第14天和第21天", ("other_start",)),
        ],
    ),
    (
        "001_*.txt",
        "上海口岸",
        [
            ("2021-02-01", "2021-02-03", "phase", "1/2", "3天", ()),
            ("2021-02-04", "2021-02-14", "phase", "2/2", "11天", ()),
        ],
    ),
    (
        "004_*.txt",
        "在第一入境点解除集中隔离",
        [
            ("2021-02-01", "2021-02-14", "phase", "1/2", "“14+3”", ()),
            ("2021-02-01", "2021-02-01", "test", "D1", "第1、7、14天", ()),
            ("2021-02-07", "2021-02-07", "test", "D7", "第1、7、14天", ()),
            ("2021-02-14", "2021-02-14", "test", "D14", "第1、7、14天", ()),
            ("2021-02-15", "2021-02-17", "phase", "2/2", "“14+3”", ()),
        ],
    ),
    (
        "004_*.txt",
        "9月2日以来",
        [
            ("2021-02-01", "2021-02-07", "phase", "", "7天", ()),
            ("2021-02-07", "2021-02-07", "test", "D0", "隔离期满当天", ()),
        ],
    ),
]


@pytest.mark.parametrize(("file", "subject", "wanted"), OF_CORPUS)
def test_phases_and_tests_of_the_corpus(file: str, subject: str, wanted: list[Row]) -> None:
    assert rows(planned(CORPUS / file, subject)) == wanted


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the real notices are not part of this repository")
@pytest.mark.parametrize(("file", "subject", "wanted"), OF_SEEDS)
def test_phases_and_tests_of_the_seeds(file: str, subject: str, wanted: list[Row]) -> None:
    (path,) = SEEDS.glob(file)
    assert rows(planned(path, subject)) == wanted


HEAD = "关于加强重点人群健康管理的通知\n\n各县（市、区）疫情防控指挥部：\n一、管控措施\n"
TAIL = "\n某市疫情防控指挥部办公室\n2021年1月20日\n"

LINES = [
    ("疾控机构应当在接到报告后24小时内完成个案调查。", [("2021-02-02", "2021-02-02", "deadline", "other_start hours")]),
    ("建设单位应当在3日内提交申请。", [("2021-02-04", "2021-02-04", "deadline", "start_assumed")]),
    ("建设单位应当在5日内提交申请。", [("2021-02-06", "2021-02-06", "deadline", "start_assumed rest_day")]),
    ("审批部门应当自受理之日起5个工作日内办结。", [("2021-02-07", "2021-02-07", "deadline", "other_start")]),
    ("各县区要于2021年3月15日前完成排查。", [("2021-03-15", "2021-03-15", "deadline", "")]),
    ("各县区每月10日前报送进展情况。", [("2021-02-10", "2021-02-10", "deadline", "repeats")]),
    ("冷链从业人员每3天开展一次核酸检测。", [("2021-02-01", "None", "frequency", "no_end")]),
    (
        "对入境人员自次日起实施14天集中隔离医学观察。",
        [("2021-02-02", "2021-02-15", "phase", "next_day")],
    ),
    ("陪护人员应当持有48小时内核酸检测阴性证明。", [("2021-01-30", "2021-02-01", "window", "hours")]),
    ("申报时间为2021年3月1日至3月12日。", [("2021-03-01", "2021-03-12", "period", "")]),
]


@pytest.mark.parametrize(("body", "wanted"), LINES)
def test_lines_of_one_sentence(body: str, wanted: list[tuple[str, str, str, str]]) -> None:
    (notice,) = read_text(HEAD + body + TAIL)
    found = plan(extract(notice).requirements, START, signed_on=notice.signed_on)
    got = [(str(one.first), str(one.last), one.kind, " ".join(r.code for r in one.remarks)) for one in found.lines]
    assert [row for row in got if row[2] != "frequency" or wanted[0][2] == "frequency"] == wanted


def test_a_year_without_a_holiday_notice_is_said_and_not_guessed() -> None:
    (notice,) = read_text(HEAD + "审批部门应当自受理之日起5个工作日内办结。" + TAIL)
    (line,) = plan(extract(notice).requirements, date(2098, 3, 1)).lines
    assert line.first is None and [said(one) for one in line.remarks if one.code == "not_covered"] == [
        "2098年的放假安排不在日历内，工作日未计算"
    ]


def test_a_contradiction_is_remarked_on_its_lines() -> None:
    (notice,) = read_text(HEAD + "对密切接触者实施7天居家隔离医学观察，在第1、4、10天各开展一次核酸检测。" + TAIL)
    found = plan(extract(notice).requirements, START)
    assert {remark.code for line in found.lines for remark in line.remarks} == {"test_past_end"}


def test_every_remark_has_its_sentence() -> None:
    from typing import get_args

    from extract.reckoning.calendar_plan import LineKind, RemarkCode

    assert set(get_args(RemarkCode)) == set(labels.REMARKS)
    assert set(get_args(LineKind)) == set(labels.PLAN_LINES)


@given(st.dates(date(2005, 1, 1), date(2025, 1, 1)))
def test_phases_touch_and_tests_lie_in_them(start: date) -> None:
    """A law of any start: each phase begins on the day after the one before, each test day lies in the whole."""
    (notice,) = read_text(HEAD + "对入境人员，实行“14+7”健康管理措施，在第1、14、21天各开展一次核酸检测。" + TAIL)
    lines = plan(extract(notice).requirements, start).lines
    first, second = (line for line in lines if line.kind == "phase")
    assert first.first == start and first.last and second.first == first.last + timedelta(days=1)
    assert all(line.first and second.last and start <= line.first <= second.last for line in lines)


def test_a_calendar_file_reads_back(tmp_path: Path) -> None:
    from search.exports.calendar_file import calendar

    notices = list(named([str(CORPUS / "yancheng-2021-quarantine.txt")], tmp_path / "none.db"))
    made = events(entries(notices, START, subject="境外"))
    again = events(entries(notices, START, subject="境外"))
    read = Calendar.from_ical(calendar(made, name="日程"))
    found = list(read.walk("VEVENT"))
    assert [str(one["UID"]) for one in found] == [f"{one.id}@policy-notices" for one in again], "stable"
    assert len({str(one["UID"]) for one in found}) == len(found) == 8
    for event, one in zip(made, found, strict=True):
        assert (one.decoded("dtstart"), one.decoded("dtend")) == (event.first, event.last + timedelta(days=1))
        assert str(one["SUMMARY"]) == event.title and str(one["DESCRIPTION"]) == event.about
    assert str(read["X-WR-CALNAME"]) == "日程"


def test_the_command_in_each_format(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    file = str(CORPUS / "yancheng-2021-quarantine.txt")
    call = ["schedule", file, "--subject", "境外", "--start", "2021-02-01"]
    assert run([*call, "-f", "json"]) == 0
    sys.stdout.flush()
    record = json.loads(capfd.readouterr().out)
    assert [line["first"] for line in record["lines"]][:2] == ["2021-02-01", "2021-02-15"]
    assert all(line["requirement"]["evidence"]["quote"] for line in record["lines"])
    book = tmp_path / "日程.xlsx"
    assert run([*call, "-f", "xlsx", "-o", str(book)]) == 0
    sheet = openpyxl.load_workbook(book)["日程"]
    assert [cell.value for cell in sheet[2]][:4] == ["2021-02-01", "2021-02-14", "阶段", sheet["D2"].value]
    assert sheet.max_row == 1 + 8
    assert run([*call, "-f", "ics", "-o", str(tmp_path / "a.ics")]) == 0
    assert run(call) == 0
    assert "第1天" in capfd.readouterr().out


WRONG = [
    (["--start", "2021-13-01"], "日期", "no such day"),
    (["--start", ""], "起始日", "no day"),
    (["--start", "2021-02-01", "--subject", "火星人"], "对象有", "no such subject: the known ones are listed"),
    (["--start", "2021-02-01", "-f", "ics"], "-o", "a file format without a file"),
]


@pytest.mark.parametrize(("arguments", "piece", "why"), WRONG)
def test_wrong_calls(arguments: list[str], piece: str, why: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["schedule", str(CORPUS / "yancheng-2021-quarantine.txt"), *arguments]) == 2, why
    assert piece in capfd.readouterr().err, why


def test_check_ends_like_diff(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_text(
        HEAD + "对密切接触者实施7天居家隔离医学观察，在第1、4、10天各开展一次核酸检测。" + TAIL, encoding="utf-8"
    )
    assert run(["check", str(CORPUS / "yancheng-2021-quarantine.txt")]) == 0
    assert run(["check", str(bad)]) == 1
    capfd.readouterr()
    assert run(["check", str(bad), "-f", "json"]) == 1
    sys.stdout.flush()
    (finding,) = json.loads(capfd.readouterr().out)["findings"]
    assert finding["code"] == "test_past_end" and finding["first"]["evidence"]["quote"] and finding["second"]
