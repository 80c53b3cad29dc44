"""Units: which part each has in a duty, which names mean one body, and the table of tasks."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

import openpyxl
import pytest

import search
from extract.agencies import same, spellings
from extract.extraction import extract
from extract.parties.roles import in_words
from ingest.reading import read_text
from search.commands.cli import run
from search.ingestion import ingest
from search.storage.store import Store

CORPUS = Path(search.__file__).resolve().parent.parent / "corpus"

ROLES = [
    ("（市应急局牵头，市公安局、市交通局配合）", ("市应急局", "市公安局", "市交通局"), "lead joint joint", "a bracket"),
    ("（牵头单位：市应急局；配合单位：市公安局）", ("市应急局", "市公安局"), "lead joint", "labels"),
    ("（责任单位：市教委、市财政局）", ("市教委", "市财政局"), "responsible responsible", "one label for both"),
    ("（市教委会同市财政局、各区政府）", ("市教委", "市财政局", "各区政府"), "lead joint joint", "会同"),
    ("（市教委牵头，市财政局按职责分工负责）", ("市教委", "市财政局"), "lead responsible", "by duties"),
    ("（市农业农村局、市市场监管局牵头）", ("市农业农村局", "市市场监管局"), "lead lead", "two lead"),
    ("（市教委、市财政局）", ("市教委", "市财政局"), "None None", "a bare bracket tells no part"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "units", "roles", "why"), ROLES)
def test_the_part_of_each_unit(text: str, units: tuple[str, ...], roles: str, why: str) -> None:
    assert " ".join(map(str, in_words(text, units))) == roles, why


SENTENCES = [
    ("开户银行应协助管理人办理账户撤销手续", "开户银行", None, "its own verb, no joint part"),
    ("市场主体参与招标投标", "市场主体", None, "takes part in a tender, not in a duty"),
    ("市教委负责组织实施", "市教委", None, "its own verb"),
    ("由市教委牵头制定方案", "市教委", "lead", "leads"),
]


@pytest.mark.parametrize(("text", "unit", "role", "why"), SENTENCES)
def test_a_running_sentence_tells_less(text: str, unit: str, role: str | None, why: str) -> None:
    assert in_words(text, (unit,), sentence=True) == (role,), why


def test_parts_reach_the_record() -> None:
    body = "开展隐患排查，2021年6月底前完成整改。（市应急局牵头，市公安局配合）"
    (notice,) = read_text(f"关于开展检查的通知\n\n各县区：\n一、主要任务\n{body}\n\n某市安委会\n2021年3月1日\n")
    rules = [one for one in extract(notice).requirements if one.responsible]
    assert rules and {(one.lead, one.joint) for one in rules} == {(("市应急局",), ("市公安局",))}
    assert all(one.to_record()["roles"] == ["lead", "joint"] for one in rules)


_ITEM = "完善{0}制度，开展{0}清理。"
SECTIONS = [
    ("1，2甲，3，4乙，5，6丙", {"甲": 2, "乙": 2, "丙": 2}, "each section closes with one bracket: for all its items"),
    ("1，2甲，3，4乙，5，6", {"甲": 1, "乙": 1}, "two sections may close so by chance"),
    ("1甲，2甲，3，4乙，5，6丙", {"甲": 2, "乙": 1, "丙": 1}, "here each item has its own bracket"),
    ("1，2甲，3，4乙，5，6丙，7，8，9，10", {"甲": 1, "乙": 1, "丙": 1}, "many sections close without one"),
]
"""The items of sections of two, with the unit in the bracket that closes an item; and the duties of each unit."""


@pytest.mark.parametrize(("items", "duties", "why"), SECTIONS, ids=[row[2] for row in SECTIONS])
def test_a_bracket_that_closes_a_section(items: str, duties: dict[str, int], why: str) -> None:
    lines: list[str] = []
    for number, item in enumerate(items.split("，")):
        figure, unit = item.rstrip("甲乙丙"), item.lstrip("0123456789")
        lines += [f"（{'一二三四五'[number // 2]}）重点任务"] if number % 2 == 0 else []
        lines.append(f"{figure}.{_ITEM.format(figure + '号')}" + (f"〔市{unit}局负责〕" if unit else ""))
    text = "关于优化服务的若干措施\n\n各县区：\n一、主要任务\n" + "\n".join(lines) + "\n\n某市办公室\n2021年3月1日\n"
    (notice,) = read_text(text)
    found = Counter(one.responsible[0] for one in extract(notice).requirements if one.kind == "duty")
    assert found == {f"市{unit}局": many for unit, many in duties.items()}, why


NAMES = [
    ("市卫健委", "市卫生健康委员会", None, True, "short and full"),
    ("市卫生健康委", "市卫健委", None, True, "full and short"),
    ("市卫生健康委", "省卫生健康委", None, False, "another level"),
    ("市卫生健康委", "各县卫生健康局", None, False, "the county's"),
    ("省发改委", "省发展和改革委员会", None, True, "with 和"),
    ("市市场监管局", "市市场监督管理局", None, True, "市场 is no level"),
    ("市场监管局", "市市场监管局", None, True, "no level asked: any level"),
    ("市教委", "市教育局", None, False, "another body"),
    ("市卫生健康委", "重庆市卫生健康委", "重庆市", True, "市 in a notice of that city"),
    ("重庆市卫健委", "市卫生健康委", "重庆市", True, "the city named by who asks"),
    ("重庆市卫健委", "市卫生健康委", "南京市", False, "another city's"),
    ("重庆市卫健委", "市卫生健康委", None, False, "a notice of no known place"),
]


@pytest.mark.parametrize(("asked", "name", "place", "holds", "why"), NAMES)
def test_names_of_one_body(asked: str, name: str, place: str | None, holds: bool, why: str) -> None:
    assert same(asked, name, place=place) is holds, why


@pytest.mark.parametrize(("asked", "name", "place", "holds", "why"), [row for row in NAMES if row[3]])
def test_a_body_is_looked_up_by_words_that_its_names_hold(
    asked: str, name: str, place: str | None, holds: bool, why: str
) -> None:
    assert any(words in name for words in spellings(asked)), why


@pytest.fixture
def store(tmp_path: Path) -> Path:
    file = tmp_path / "notices.db"
    with Store.open(file, create=True) as opened:
        ingest(opened, [str(CORPUS / "zibo-2022-work-safety.docx")])
    return file


def test_the_table_of_tasks(store: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    book = tmp_path / "责任分工表.xlsx"
    assert run(["duties", "--unit", "市应急管理局", "--store", str(store), "-f", "xlsx", "-o", str(book)]) == 0
    sheet = openpyxl.load_workbook(book)["责任分工表"]
    assert sheet["A1"].value == "市应急管理局责任分工表" and "A1:J1" in {str(one) for one in sheet.merged_cells.ranges}
    headings = [
        "序号",
        "任务/要求",
        "牵头单位",
        "配合单位",
        "责任单位",
        "时限",
        "依据（原文）",
        "来源通知",
        "文号",
        "效力",
    ]
    assert [cell.value for cell in sheet[2]] == headings
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight, sheet.print_title_rows) == (
        "landscape",
        0,
        "$2:$2",
    )
    rows = [tuple(cell.value for cell in row) for row in sheet.iter_rows(min_row=3)]
    parts = [(row[0], row[2], row[3], row[5]) for row in rows]
    assert parts == [
        (1, "市应急局", "市住房城乡建设局、市城市管理局", None),
        (2, "市应急局", "市住房城乡建设局、市城市管理局", "2022年4月底前"),
        (3, "市应急局", None, "每月指导服务1次"),
        (4, "市生态环境局", "市应急局", None),
        (5, "市生态环境局", "市应急局", "2022年6月30日前"),
        (6, "市市场监管局、市农业农村局", "市应急局", "2022年6月30日前"),
    ]
    assert all(row[6] and row[7] for row in rows), "each with its quote and its notice"
    assert {row[9] for row in rows} == {"有效"}, "what has ended is no task any more, and must be seen"


def test_no_task_under_a_piece_of_a_name(store: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["duties", "--unit", "应急", "--store", str(store)]) == 0
    sys.stdout.flush()
    told = capfd.readouterr()
    assert "共 0 项" in told.out and "市应急局（" in told.err, "the names that hold it are offered"
    assert run(["duties", "--unit", "水利局", "--store", str(store)]) == 0
    assert "名称里含" not in capfd.readouterr().err, "nobody is called so"


def test_duties_for_machines_and_by_filter(store: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["duties", "--unit", "市应急局", "--kind", "时限", "--store", str(store), "-f", "json"]) == 0
    sys.stdout.flush()
    answer = json.loads(capfd.readouterr().out)
    assert [(task["role"], task["requirement"]["kind"]) for task in answer["tasks"]] == [
        ("lead", "deadline"),
        ("joint", "deadline"),
        ("joint", "deadline"),
    ]
    assert run(["duties", "--unit", "省应急厅", "--store", str(store)]) == 0
    assert "共 0 项" in capfd.readouterr().out
