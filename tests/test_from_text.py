"""Text and Markdown: blocks and the lines they stand on, what is Markdown and what is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.errors import IngestError
from ingest.formats import read_document
from ingest.notice import Document
from ingest.readers.markdown import inline, is_markdown
from ingest.sources import Source


def read(text: str, name: str = "notice.txt") -> Document:
    return read_document(Source(name, text.encode()))


def lines(document: Document) -> list[tuple[int | None, str]]:
    return [(block.places[0][1].line, block.text) for block in document.blocks]


def test_a_block_a_line_with_indentation_and_gaps() -> None:
    text = "关于供暖的通知\r\n\r\n各区县：\r\n　　一、请遵照。  \r\n\t二、请执行。\r\n   \r\n完"
    assert lines(read(text)) == [
        (1, "关于供暖的通知"),
        (3, "各区县："),
        (4, "　　一、请遵照。"),
        (5, "\t二、请执行。"),
        (7, "完"),
    ]


def test_a_whole_notice_in_one_line_is_one_block() -> None:
    text = "关于供暖的通知 各区县： 一、请遵照。 二、请执行。"
    assert lines(read(text)) == [(1, text)]


def test_marks_between_pages_become_pages() -> None:
    document = read("甲\n# Page 303:\n乙\n--- Page 304 ---\n丙\n")
    places = [block.places[0][1] for block in document.blocks]
    assert [(place.page, place.line) for place in places] == [(None, 1), (303, 3), (304, 5)]
    assert document.media_type == "text/plain"


@pytest.mark.parametrize(
    ("text", "rows", "reason"),
    [
        ("事项 | 时限\n核查 | 5日\n完", [["事项", "时限"], ["核查", "5日"]], "two lines of two cells"),
        ("事项 | 时限 |\n核查 |\n5日 |\n完", [["事项", "时限"], ["核查", "5日"]], "a row that goes over two lines"),
        ("| 事项 | 时限 |\n| 核查 | |\n", [["事项", "时限"], ["核查", ""]], "strokes at the edges, an empty cell"),
        ("┌──┬──┐\n│事项│时限│\n├──┼──┤\n│核查│5日 │\n└──┴──┘\n完", [["事项", "时限"], ["核查", "5日"]], "drawn"),
        ("首页 | 政务公开\n关于供暖的通知", None, "one line is a page's navigation"),
        ("甲 | 乙\n甲 | 乙 | 丙", None, "not of as many cells"),
        ("森林禁火令 |\n当前风高物燥。 |\n", None, "one column sets out a page"),
    ],
)
def test_lines_of_cells_are_a_table(text: str, rows: list[list[str]] | None, reason: str) -> None:
    tables = [block for block in read(text).blocks if block.kind == "table"]
    assert [[cell.text for cell in row] for table in tables for row in table.rows] == (rows or []), reason


def test_blank_text_is_refused() -> None:
    with pytest.raises(IngestError, match="没有文字"):
        read(" \n\u3000\n")


def test_decoding_is_recorded() -> None:
    document = read_document(Source("x", "隔离1\u200b4天，请照办。".encode("gb18030")))
    assert document.blocks[0].text == "隔离14天，请照办。"
    assert document.meta == {"encoding": "gb18030", "removed_characters": "1"}


@pytest.mark.parametrize(
    ("reason", "text", "markdown"),
    [
        ("two headings", "# 总则\n\n## 一、目的\n\n文", True),
        ("a title as heading", "# 关于供暖的通知\n\n文", True),
        ("a table", "甲|乙\n---|---\n1|2", True),
        ("a heading and bold", "# 总则\n\n**一、目的**\n文", True),
        ("one # is none", "# 1 楼办理\n文", False),
        ("a topic is no heading", "#疫情防控#通知\n#抗疫#\n文", False),
        ("page marks are no headings", "# Page 3:\n甲\n# Page 4:\n乙", False),
        ("masked characters are no emphasis", "张**、李**，138****0000\n文", False),
        ("dashes are a line in text, too", "通知\n---\n- 甲\n- 乙", False),
    ],
)
def test_what_is_markdown(reason: str, text: str, markdown: bool) -> None:
    assert is_markdown(text, text.split("\n")) is markdown, reason


def test_the_name_does_not_decide() -> None:
    assert read("# 1 楼\n文", "a.md") == read("# 1 楼\n文", "a.txt")


@pytest.mark.parametrize(
    ("reason", "text", "expected"),
    [
        ("headings", "# 关于甲的通知 #\n##　一、总则\n文", [(1, "关于甲的通知"), (2, "一、总则"), (3, "文")]),
        ("bullets go, numbers and indentation stay", "# 甲\n## 乙\n- 一、丙\n* 丁\n  1. 戊\n　　2. 己",
         [(1, "甲"), (2, "乙"), (3, "一、丙"), (4, "丁"), (5, "  1. 戊"), (6, "　　2. 己")]),
        ("rules, fences and comments go, lines keep their number", "# 甲\n## 乙\n---\n```\n丙\n```\n<!-- 注\n释 -->丁",
         [(1, "甲"), (2, "乙"), (5, "丙"), (8, "丁")]),
        ("quotations", "# 甲\n## 乙\n> 丙，\n> > 丁。", [(1, "甲"), (2, "乙"), (3, "丙，"), (4, "丁。")]),
        ("four blanks are no code", "# 甲\n## 乙\n    一、丙", [(1, "甲"), (2, "乙"), (3, "    一、丙")]),
        ("a break is a line", "# 甲\n## 乙\n丙<br>丁", [(1, "甲"), (2, "乙"), (3, "丙"), (3, "丁")]),
    ],
)  # fmt: skip
def test_markdown_blocks(reason: str, text: str, expected: list[tuple[int, str]]) -> None:
    document = read(text)
    assert (document.media_type, lines(document)) == ("text/markdown", expected), reason


def test_headings_are_headings() -> None:
    assert [block.kind for block in read("# 甲\n## 乙\n丙").blocks] == ["heading", "heading", "paragraph"]


@pytest.mark.parametrize(
    ("reason", "text", "expected"),
    [
        ("bold", "**一、总则**（略）", "一、总则（略）"),
        ("bold before a full-width sign, where CommonMark fails", "实行**“双随机”**抽查", "实行“双随机”抽查"),
        ("both", "***甲***和__乙__", "甲和乙"),
        ("italic", "见*附件*。", "见附件。"),
        ("bold that ends and begins again", "**行动方案（2026—2030年****）**", "行动方案（2026—2030年）"),
        ("two bold parts", "**甲**：**乙**", "甲：乙"),
        ("masked names stay", "张**，李**。", "张**，李**。"),
        ("masked numbers stay", "138****0000、139****0001", "138****0000、139****0001"),
        ("a product is no emphasis", "3*5*2米", "3*5*2米"),
        ("a name with underscores stays", "file_name_v2，a__b__c", "file_name_v2，a__b__c"),
        ("links keep their text", "[通知](http://a.cn/(1).html \"x\")见此", "通知见此"),
        ("pictures go", "甲![图](a.png)乙", "甲乙"),
        ("〔2020〕 in plain brackets is no link", "长政[2020](3号)", "长政2020"),
        ("code", "填写`表1`", "填写表1"),
        ("escapes", r"1\. 甲 \* 乙 \[2020\]", "1. 甲 * 乙 [2020]"),
        ("tags within a line", "<u>甲</u>，a<b，<font color=red>乙</font>", "甲，a<b，乙"),
    ],
)  # fmt: skip
def test_inline(reason: str, text: str, expected: str) -> None:
    assert inline(text) == expected, reason


def test_table() -> None:
    document = read("# 甲\n\n| 人员 | 时限 |\n|:--|--:|\n| **入境** | 14天 |\n| a\\|b |\n\n后文")
    heading, table, after = document.blocks
    assert table.kind == "table" and (heading.text, after.text) == ("甲", "后文")
    assert [[cell.text for cell in row] for row in table.rows] == [["人员", "时限"], ["入境", "14天"], ["a|b", ""]]
    assert [cell.header for row in table.rows for cell in row] == [True, True, False, False, False, False]
    assert [row[0].place.line for row in table.rows] == [3, 5, 6]


@pytest.mark.parametrize(
    ("reason", "head"),
    [
        (
            "below the title",
            "# 甲的通知\n\n**发布日期**: 2025-10-31\n**发布机构**: 某局\n**检索时间**: 2026-02-03\n\n---\n",
        ),
        ("a list", "# 甲的通知\n- **发布日期**：2025年10月31日\n- **文档类型**：通知\n- **编者按**：无\n"),
        ("front matter", "---\n来源: 某局\n发布日期: 2025-10-31\n---\n# 甲的通知\n"),
    ],
)
def test_head_of_a_crawler_becomes_meta(reason: str, head: str) -> None:
    document = read(head + "\n## 一、总则\n\n发布日期：见附件。\n")
    assert document.meta["published_on"] == "2025-10-31", reason
    assert "某局" not in document.blocks[1].text and document.blocks[-1].text == "发布日期：见附件。"


def test_one_label_alone_is_text() -> None:
    assert lines(read("# 甲\n来源：财政资金\n## 乙"))[1] == (2, "来源：财政资金")


def test_links_to_files_are_attachments() -> None:
    document = read("# 甲\n## 乙\n- [附件1.docx](/f/1.docx )\n- [网站](http://a.cn)\n")
    assert document.meta["attachments"] == "附件1.docx\t/f/1.docx"


MARKS = st.sampled_from(
    (
        "#",
        "# 甲",
        "**",
        "*",
        "|",
        "---",
        "|---|",
        "- ",
        "> ",
        "[a](b.pdf)",
        "![",
        "](",
        "`",
        "\\",
        "<!--",
        "-->",
        "\n",
        "　",
        "文",
    )
)


@given(st.lists(MARKS, max_size=40).map("".join))
def test_any_marks_give_blocks_in_order(text: str) -> None:
    try:
        document = read(f"# 甲\n## 乙\n{text}", "x.md")
    except IngestError:
        return
    numbers = [block.places[0][1].line or 0 for block in document.blocks]
    assert numbers == sorted(numbers) and numbers[-1] <= text.count("\n") + 3
    assert all(block.text.strip() or block.kind == "table" for block in document.blocks)
