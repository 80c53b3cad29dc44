"""From bytes to notices: laws for any text, places that lead back to the source, errors that say what to do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.errors import IngestError
from ingest.notice import Block, Document, Place, SourceInfo
from ingest.reading import notices_of, read_notices, read_text
from ingest.sources import Source

SHARED = Path(__file__).parents[2] / "shared"
NOTICE = """甲市水务局关于做好汛期值守工作的通知
甲水发〔2021〕12号
各区水务局：
为做好值守工作，现通知如下。
一、值守
要实行 24 小时值班，遇有险情
要在1小时内报告。
甲市水务局
2021年5月20日
"""
PIECES = st.sampled_from(
    [
        "关于做好防汛工作的通知",
        "甲市水务局",
        "各有关单位：",
        "一、总体要求",
        "（一）值守。",
        "1.排班。",
        "要在24 小时内报告。",
        "，",
        "甲水发〔2021〕12号",
        "2021年5月20日",
        "附件",
        "附件：值班表",
        "（此件公开发布）",
        "　　",
        " ",
        "《甲市防汛方案》",
        "现印发给你们。",
        "甲市防汛方案",
        "抄送：市应急局",
        "关于转发防汛方案的通知",
        "公告",
        "第三条　",
        "*",
        "年1月2日",
        "# 标题",
        "打印",
    ]
)
TEXTS = st.lists(st.lists(PIECES, min_size=1, max_size=6).map("".join), max_size=30).map("\n".join)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_laws_of_a_notice(text: str) -> None:
    try:
        notices = read_text(text)
    except IngestError as error:
        assert error.found and error.advice
        return
    assert notices == read_text(text), "same bytes, same notices"
    assert len({notice.id for notice in notices}) == len(notices)
    known = {notice.id for notice in notices}
    for notice in notices:
        assert notice.text == "\n".join(block.text for block in notice.blocks)
        assert 0 <= notice.body_start <= len(notice.text)
        assert notice.body_end is None or notice.body_start <= notice.body_end <= len(notice.text)
        assert notice.parent_id is None or notice.parent_id in known
        assert json.loads(json.dumps(notice.to_record(), ensure_ascii=False))["text"] == notice.text


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_every_character_leads_back_to_its_line(text: str) -> None:
    lines = text.split("\n")
    try:
        notices = read_text(text)
    except IngestError:
        return
    for notice in notices:
        for offset, character in enumerate(notice.text):
            line = notice.place_at(offset).line
            assert line is not None
            assert character.isspace() or character in lines[line - 1]


def test_a_joined_paragraph_keeps_the_line_of_each_piece() -> None:
    document = Document(
        (
            Block("关于做好值守工作的通知", ((0, Place(page=1)),)),
            Block("各区：", ((0, Place(page=1)),)),
            Block("各单位要把值守责任落实到每一个岗位，遇有险情要第一时间上报并做好群众转", ((0, Place(page=1)),)),
            Block("移安置工作，不得瞒报漏报。", ((0, Place(page=2)),)),
        ),
        "application/pdf",
        pages=2,
    )
    (notice,) = notices_of(document, SourceInfo("a.pdf", "", "0"))
    assert "群众转移安置" in notice.text
    assert notice.place_at(notice.text.index("群众")).page == 1
    assert notice.place_at(notice.text.index("移安置")).page == 2


def test_places_survive_removed_blanks() -> None:
    (notice,) = read_text(NOTICE)
    assert "实行24小时值班" in notice.text
    assert notice.place_at(notice.text.index("24小时")).line == 6
    assert notice.place_at(notice.text.index("1小时内")).line == 7


def test_identity_is_the_number_or_the_text() -> None:
    (notice,) = read_text(NOTICE)
    (copy,) = read_text(NOTICE.replace("24 小时", "24小时"), "other.txt")
    assert notice.id == copy.id, "the same number from another source"
    (other,) = read_text(NOTICE.replace("12号", "13号"))
    assert other.id != notice.id
    first, second = (
        read_text("第2号\n" + NOTICE.replace("甲水发〔2021〕12号\n", "").replace("甲市", city))[0]
        for city in ("乙市", "丙市")
    )
    assert first.id != second.id, "announcement numbers are only one organ's"


def test_page_meta_fills_what_the_text_lacks_and_the_text_wins() -> None:
    meta = {
        "title": "页面标题的通知",
        "published_on": "2021-05-22",
        "signed_on": "2021-01-01",
        "issuer": "甲市水务局",
        "doc_number": "甲水发[2021]9号",
    }
    blocks = tuple(map(Block, NOTICE.replace("甲水发〔2021〕12号\n", "").strip().split("\n")))
    (notice,) = notices_of(Document(blocks, "text/html", meta=meta), SourceInfo("a.html", "", "0"))
    assert (notice.title, notice.signed_on) == ("甲市水务局关于做好汛期值守工作的通知", "2021-05-20")
    assert (notice.published_on, notice.doc_number) == ("2021-05-22", "甲水发〔2021〕9号")


def test_labels_in_a_text_are_its_meta() -> None:
    text = "索引号： 0001/2021 发布机构： 甲市水务局\n成文日期： 2021-05-20\n文号： 甲水发[2021]12号\n"
    (notice,) = read_text(text + "关于做好值守工作的通知\n各区：\n要落实值守责任。")
    assert (notice.doc_number, notice.signed_on) == ("甲水发〔2021〕12号", "2021-05-20")
    assert not notice.text.startswith("索引号")


@pytest.mark.parametrize(
    ("text", "found", "reason"),
    [
        ("", "空", "an empty file"),
        ("打印\n关闭\n分享：\n扫一扫在手机打开当前页", "只有页面文字", "a page without a notice"),
    ],
)
def test_nothing_to_read_is_an_error_that_says_so(text: str, found: str, reason: str) -> None:
    with pytest.raises(IngestError) as error:
        read_text(text)
    assert found in str(error.value) and "请" in error.value.advice, reason


@pytest.mark.skipif(not SHARED.is_dir(), reason="the real notices are not beside this checkout")
def test_real_notices_keep_the_laws() -> None:
    for path in sorted((SHARED / "notices").glob("*.txt"))[::12]:
        for notice in read_notices(Source(path.name, path.read_bytes())):
            assert notice.text == "\n".join(block.text for block in notice.blocks), path.name
            assert notice.title or notice.issuers or notice.doc_number or notice.recipients, path.name
