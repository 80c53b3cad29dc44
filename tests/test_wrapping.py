"""Lines that belong together and lines that do not: brackets, titles and headings cut by a line end, fixed widths."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import cycle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.notice import Block, Cell, Document, Place, table_block
from ingest.repairs.tidy import tidied


def mended(lines: Sequence[str]) -> list[str]:
    blocks = tuple(Block(line, ((0, Place(line=number)),)) for number, line in enumerate(lines, 1))
    return [block.text for block in tidied(Document(blocks, "text/plain")).blocks]


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (["压减审批环节。（责任单位：", "市审批局、市住建局）"], "the units of a bracket stand on a line of their own"),
        (["接入公共服务。〔牵头单位：", "市审批局；", "配合单位：各区政府〕"], "a bracket over three lines"),
        (["申请人登录平台（以下简称平台，网址：", "pt.example.cn）填写申请表。"], "an address within a bracket"),
        (["由各县〔市、", "区〕人民政府负责落实，每月报告一次。"], "hexagonal brackets within a name"),
        (["执行《甲市轨道交通和道路桥梁建设项目", "联合验收办法》，不再另行申请。"], "a title in 《》"),
        (["推动更多“跨省", "通办”事项在平台办理，让群众少跑路。"], "a quotation"),
        (["第二条本办法适用于省级项目（以下简称项目）", "建设管理，主要包括："], "what is defined goes on"),
        (["各级各部门要持续深化改革，今年是实施“十四五”", "规划承上启下的关键一年。"], "a sentence goes on behind “”"),
        (["健全指挥中心与公安派出所（站）", "的联勤机制，确保一旦有事随时响应。"], "no paragraph begins with 的"),
    ],
)
def test_what_a_line_end_cuts_is_one_paragraph(lines: list[str], reason: str) -> None:
    assert mended(lines) == ["".join(lines)], reason


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (
            ["压减审批环节。（责任单位：市审批局、市住建局。", "优化服务。"],
            "the closing mark is lost, the sentence ended",
        ),
        (
            ["提供施工方案。（责任单位：市水务局，", "2.建立验收机制。（责任单位：市住建局）"],
            "an item begins: no end in sight",
        ),
        (["工作要求如下（请对照落实：", "（一）统一标准；", "（二）统一时间）。"], "items within a bracket stay items"),
        (["有关事项通知如下：", "市审批局（市住建局）负责受理。"], "nothing is open"),
        (
            ["要做到“应减尽减、", "全面梳理审批事项，压减环节。", "并做到即申即享”。"],
            "a quotation is closed at once or not",
        ),
        (["推行“一窗受理”“一网通办”", "各区设置综合窗口，统一受理各类申请。"], "a heading may end in a quotation"),
    ],
)
def test_what_is_no_cut_stays_apart(lines: list[str], reason: str) -> None:
    assert mended(lines) == lines, reason


def test_addressees_below_a_whole_title_are_no_part_of_it() -> None:
    title = "关于开展全市物流企业和金融企业紧缺岗位人才需求申报工作的通知"
    text = f"{title}\n各相关企业：\n\n" + "\n\n".join(
        f"{n}、各企业要在3月1日前报送第{n}类岗位的需求。" for n in "一二三四五六七八九"
    )
    document = Document(
        tuple(Block(line, ((0, Place(line=at)),)) for at, line in enumerate(text.split("\n"), 1) if line), "text/plain"
    )
    assert [block.text for block in tidied(document).blocks[:2]] == [title, "各相关企业："]


def test_a_bracket_does_not_reach_over_a_table() -> None:
    table = table_block(((Cell("序号"), Cell("单位）")),))
    above = Block("按下表落实（责任单位：")
    assert tidied(Document((above, table), "text/html")).blocks == (above, table)


PROSE = (
    "为进一步压减审批环节，各区要全面梳理现有审批事项，逐项明确办理时限和责任人员，做到环节最少、时间最短、服务最优，"
    "切实方便企业和群众办事，并及时向社会公布办理结果。"
)


def printed(paragraphs: Sequence[str], widths: Sequence[int] = (37, 40)) -> list[str]:
    """Paragraphs as a program prints them that squeezes marks: lines of 37 or of 40 characters."""
    lines: list[str] = []
    room = cycle(widths)
    for paragraph in paragraphs:
        rest = paragraph
        while rest:
            width = next(room)
            lines.append(rest[:width])
            rest = rest[width:]
    return lines


def items(*texts: str) -> list[str]:
    return [f"{number}.{text}" for number, text in enumerate(texts, 1)]


BOOK = items(*[PROSE] * 8)


FULL_BRACKET = "9.推行网上办理，做到即来即办、一次办好。（甲区政务办牵头，各街道按职责分工负责）"


@pytest.mark.parametrize(
    ("lines", "expected", "reason"),
    [
        (["9.深化“证照分离”", "改革。加大简化审批力度。"], ["9.深化“证照分离”改革。加大简化审批力度。"], "a heading"),
        (
            ["9.依据", "《甲省招标投标条例》", "第十六条", "“招标人收取的费用应当合理”。"],
            ["9.依据《甲省招标投标条例》第十六条“招标人收取的费用应当合理”。"],
            "an article that is referred to begins no paragraph",
        ),
        (
            ["第九条【延期情形】", "建设单位应当在期满前申请延期。"],
            ["第九条【延期情形】建设单位应当在期满前申请延期。"],
            "an article",
        ),
        (
            ["9.建立12345与110、", "119、120等热线的联动机制。"],
            ["9.建立12345与110、119、120等热线的联动机制。"],
            "a list of figures",
        ),
        (
            ["9.优化服务。", "（责任单位：", "甲区政务办、", "乙区商务委）"],
            ["9.优化服务。（责任单位：甲区政务办、乙区商务委）"],
            "a bracket in pieces",
        ),
        (
            ["9.各区要抓好落实。", "本措施自2023年7月1日起施行。"],
            ["9.各区要抓好落实。", "本措施自2023年7月1日起施行。"],
            "the closing clause is a paragraph of its own",
        ),
        (
            ["第八条【职责】各区负责。", "第九条【延期】建设单位可以申请延期。"],
            ["第八条【职责】各区负责。", "第九条【延期】建设单位可以申请延期。"],
            "an article with a catchword begins a paragraph",
        ),
        (
            ["二、优化服务", "各区要抓好落实。"],
            ["二、优化服务", "各区要抓好落实。"],
            "a heading ends where its line ends",
        ),
    ],
)
def test_pieces_of_printed_lines(lines: list[str], expected: list[str], reason: str) -> None:
    assert mended([*printed(BOOK), *lines]) == [*BOOK, *expected], reason


def test_names_in_a_list_are_no_printed_lines() -> None:
    names = [
        "李某　　教授、甲大学教育学院原院长",
        "王某　　院士、某学会第五届理事会主任委员",
        "张某　　甲省教育厅原厅长",
    ] * 6
    lines = ["现将调整后的组成人员名单通知如下：", *names]
    assert len(mended(lines)) == len(lines)


SENTENCE = st.lists(st.sampled_from("各区要在期限内完成清点并报送结果"), min_size=6, max_size=70).map("".join)


@settings(max_examples=60, deadline=None)
@given(st.lists(SENTENCE, max_size=6), st.tuples(st.integers(37, 40), st.integers(37, 40)))
def test_numbered_paragraphs_come_back_whole(texts: list[str], widths: tuple[int, int]) -> None:
    paragraphs = [*BOOK, *(f"{number}.{text}。" for number, text in enumerate(texts, 9))]
    assert mended(printed(paragraphs, widths)) == paragraphs
