"""The section tree: numbers, headings, spans; robust against lost headings and numbers in sentences."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest import outline
from ingest.notice import Block, Section
from ingest.reading import read_text


def tree(text: str) -> list[tuple[str, str, list]]:  # type: ignore[type-arg]
    blocks = tuple(map(Block, text.split("\n")))
    return [shape(section) for section in outline.sections(blocks, tail=(len(blocks), len(blocks)))]


def shape(section: Section) -> tuple[str, str, list]:  # type: ignore[type-arg]
    return section.number, section.heading, [shape(child) for child in section.children]


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        (
            "一、总体要求\n要统一思想。\n二、主要任务\n（一）加强值守。各单位要落实责任。\n1.排班。\n2.交接。\n（二）备足物资",
            [
                ("一", "总体要求", []),
                (
                    "二",
                    "主要任务",
                    [("（一）", "加强值守", [("1", "", []), ("2", "", [])]), ("（二）", "备足物资", [])],
                ),
            ],
            "the levels of a notice; a lone sentence in a list is no heading",
        ),
        (
            "第一章　总则\n第一条　为规范防汛，制定本办法。\n第二条　本办法适用于全市。\n"
            "（一）水库；\n（二）河道。\n第二章　附则",
            [
                ("第一章", "总则", [("第一条", "", []), ("第二条", "", [("（一）", "", []), ("（二）", "", [])])]),
                ("第二章", "附则", []),
            ],
            "a regulation: chapters, articles, items",
        ),
        (
            "（二）补充物资。各区要清点。\n三、检查",
            [("（二）", "补充物资", []), ("三", "检查", [])],
            "the heading above is lost",
        ),
        ("各区要做好第一、二期工程。\n到3.5万人时增加1个点。", [], "numbers within sentences begin nothing"),
        ("1.5米以上的水位要上报。", [], "a decimal is no item"),
        (
            "1总则\n1.1编制目的\n为规范应急，制定本预案。\n1.2 适用范围\n"
            "2应急响应\n2.1响应程序\n2.1.1信息报告\n（1）各区要报告。",
            [
                ("1", "总则", [("1.1", "编制目的", []), ("1.2", "适用范围", [])]),
                ("2", "应急响应", [("2.1", "响应程序", [("2.1.1", "信息报告", [("（1）", "", [])])])]),
            ],
            "an emergency plan, whose numbers are figures",
        ),
        (
            "1.1编制目的\n1.2适用范围\n2.5亿元以上的项目要上报。\n3个区要报告",
            [("1.1", "编制目的", []), ("1.2", "适用范围", [])],
            "a figure follows no number of its chapter",
        ),
        ("1.1万人参加。\n3.5亿元已拨付。", [], "figures alone are no outline"),
        ("一是压实责任。各区要明确专人。\n二是备足物资。", [("一是", "压实责任", []), ("二是", "", [])], "一是, 二是"),
    ],
)
def test_trees(text: str, expected: object, reason: str) -> None:
    assert tree(text) == expected, reason


def test_attachments_are_sections_behind_the_tail() -> None:
    text = "关于做好防汛工作的通知\n各区：\n一、值守\n要在1小时内报告。\n附件：值班表\n"
    text += "甲市水务局\n2021年5月20日\n附件\n值班表\n1.排班\n2.交接"
    (notice,) = read_text(text)
    assert [(section.number, section.heading) for section in notice.sections] == [("一", "值守"), ("附件", "值班表")]
    assert [child.number for child in notice.sections[1].children] == ["1", "2"]
    assert "2021年" not in notice.text[notice.sections[0].start : notice.sections[0].end]


LINES = st.lists(
    st.sampled_from(
        [
            "一、要求",
            "二、任务",
            "（一）值守。要落实。",
            "1.排班。",
            "（1）白班",
            "①",
            "第一条　为规范",
            "各单位要落实。",
            "附件1",
            "x",
        ]
    ),
    max_size=20,
)


@settings(deadline=None)
@given(LINES, st.integers(0, 20), st.integers(0, 5))
def test_sections_nest_and_lie_inside_the_text(lines: list[str], tail: int, length: int) -> None:
    blocks = tuple(map(Block, lines))
    start = min(tail, len(blocks))
    made = outline.sections(blocks, tail=(start, min(start + length, len(blocks))))
    assert inside(made, 0, len("\n".join(lines)))


def inside(sections: Sequence[Section], start: int, end: int) -> bool:
    for section in sections:
        if not (start <= section.start < section.end <= end and inside(section.children, section.start, section.end)):
            return False
        start = section.end
    return True
