"""DOC in Python: text and its pieces, formats, lists, tables, notes, boxes; what cannot be read; no LibreOffice."""

from __future__ import annotations

import struct
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from make_doc import (
    CELL,
    DELETED,
    HIDDEN,
    INNER,
    INSERTED,
    File,
    Paragraph,
    definition,
    item,
    level,
    lists,
    paragraph,
    plc,
    row,
    sprm,
    style,
    uses,
)

from ingest.errors import IngestError
from ingest.formats import read_document
from ingest.notice import Document
from ingest.readers import from_doc, from_docx, from_office
from ingest.readers.doc_file import NotRead, Part, Story
from ingest.sources import Source

DATA = Path(__file__).with_name("data")
CORPUS = Path(__file__).parents[1] / "corpus"
FOOD, SAFETY = (DATA / f"{name}.doc" for name in ("huzhou-2022-food-docx", "zibo-2022-work-safety"))


def document(file: File) -> Document:
    return from_doc.read_bytes(file.bytes())


def texts(file: File) -> list[str]:
    return [block.text for block in document(file).blocks]


def marks(codes: str) -> str:
    """A text in which <, | and > stand for the marks of a field."""
    return codes.translate({ord("<"): "\x13", ord("|"): "\x14", ord(">"): "\x15"})


NOTICE = ("关于供暖的通知", "各单位：", "请遵照执行。")
FONTS = (("宋体", 134), ("Wingdings", 2))


@pytest.mark.parametrize(
    ("reason", "file", "expected"),
    [
        ("paragraphs", File([*map(paragraph, NOTICE)]), [*NOTICE]),
        ("saved in haste, pieces stand in another order", File([*map(paragraph, NOTICE)], turned=True), [*NOTICE]),
        ("a piece of one byte a character", File([paragraph("“7–14” days")], encoding="cp1252"), ["“7–14” days"]),
        ("characters that take two places", File([paragraph("𠮷村", "𫚉村"), paragraph("乙")]), ["𠮷村𫚉村", "乙"]),
        ("half of such a character", File([paragraph("甲\ud842乙")]), ["甲\ufffd乙"]),
        ("a break ends a line", File([paragraph("关于供暖\v的通知")]), ["关于供暖", "的通知"]),
        ("a page break within a paragraph", File([paragraph("甲\f乙")]), ["甲", "乙"]),
        ("a tab", File([paragraph("甲\t乙")]), ["甲 乙"]),
        ("hyphens: one that never breaks, one that is not printed", File([paragraph("7\x1e14通\x1f知")]), ["7-14通知"]),
        ("pictures, drawings, comments, numbers of notes", File([paragraph("甲\x01\x08\x05\x02乙")]), ["甲乙"]),
        ("what XML cannot hold", File([paragraph("甲\x00\uffff\x06乙")]), ["甲乙"]),
        ("the result of a field", File([paragraph(marks("第< PAGE |3>页"))]), ["第3页"]),
        ("a field without a result", File([paragraph(marks("甲< TOC >乙"))]), ["甲乙"]),
        ("a field within the code of another", File([paragraph(marks("< IF <REF a|1> = 1 |是>的"))]), ["是的"]),
        ("a field within the result", File([paragraph(marks("< QUOTE |根据<REF a|《办法》>的>"))]), ["根据《办法》的"]),
        (
            "a result of several paragraphs keeps them",
            File([paragraph(marks("< MERGEFIELD a |甲")), paragraph(marks("乙>丙"))]),
            ["甲", "乙丙"],
        ),
        ("marks without their like hide nothing", File([paragraph(marks("甲>乙<丙|丁"))]), ["甲乙丙丁"]),
        ("inserted stays, deleted goes", File([paragraph("隔离", ("14天", DELETED), ("7天", INSERTED))]), ["隔离7天"]),
        (
            "a mark that was deleted joins two paragraphs",
            File([paragraph("为做好", mark=DELETED), paragraph("工作。")]),
            ["为做好工作。"],
        ),
        ("hidden text goes", File([paragraph("公开", ("密", HIDDEN))]), ["公开"]),
        ("hidden is switched off", File([paragraph("公", ("开", sprm(0x083C, 0)))]), ["公开"]),
        ("hidden as its style, which is not", File([paragraph("公", ("开", sprm(0x083C, 0x80)))]), ["公开"]),
        ("hidden unlike its style", File([paragraph("公开", ("密", sprm(0x083C, 0x81)))]), ["公开"]),
        ("a piece is deleted by one modifier", File([*map(paragraph, NOTICE)], modifier=0x41 << 1 | 1 << 8), None),
        (
            "a piece is deleted by modifiers that stand apart",
            File([*map(paragraph, NOTICE)], modifier=1, shared=[DELETED]),
            None,
        ),
        ("a power, an index", File([paragraph("10", ("4", sprm(0x2A48)), "CO", ("2", sprm(0x2A48, 2)))]), ["10⁴CO₂"]),
        (
            "a sign of a font of signs",
            File([paragraph(("(", sprm(0x6A09, 0xF0FE0001)), "主动公开(是)")], fonts=FONTS),
            ["☑主动公开(是)"],
        ),
        (
            "a sign that stands as itself, in a font of signs and in another",
            File([paragraph(("\uf0fe", sprm(0x4A4F, 1)), "是", ("\uf0fe", sprm(0x4A4F, 0)))], fonts=FONTS),
            ["☑是\uf0fe"],
        ),
        (
            "a text without a mark at its end",
            File([paragraph("甲"), Paragraph((("乙", b""),), end="丙")]),
            ["甲", "乙丙"],
        ),
    ],
)
def test_text(reason: str, file: File, expected: list[str] | None) -> None:
    if expected is None:
        with pytest.raises(IngestError, match="没有文字"):
            document(file)
    else:
        assert texts(file) == expected, reason


def test_meta_tells_of_changes_and_hidden_text() -> None:
    found = document(File([paragraph(("甲", INSERTED), ("密文", HIDDEN)), paragraph("乙")]))
    assert found.meta == {"tracked_changes": "1", "hidden_text": "2"}
    assert (found.media_type, found.blocks[1].places[0][1].path) == ("application/msword", "body/2")


STYLES = (
    style("正文", known=0),
    style("标题 1", known=1, base=0),
    style("公文一级", base=0, formats=sprm(0x460B, 1)),
    style("子样式", base=2),
    style("密", base=0, characters=HIDDEN),
    style("密字", kind=2, characters=HIDDEN),
    style("环", base=6),
)


def test_styles() -> None:
    told = [
        paragraph("第一章 总则", style=1),
        paragraph("加强管理，落实责任。", style=1),
        paragraph("密", style=4),
        paragraph("公开", ("密", sprm(0x4A30, 5))),
        paragraph("环", style=6),
        paragraph("没有的样式", style=99),
    ]
    found = document(File(told, styles=STYLES))
    assert [(block.kind, block.text) for block in found.blocks] == [
        ("heading", "第一章 总则"),
        ("paragraph", "加强管理，落实责任。"),
        ("paragraph", "公开"),
        ("paragraph", "环"),
        ("paragraph", "没有的样式"),
    ]


CHINESE = level("\0、", format=39)
BRACKETED = level("（\1）", format=37)
OUTLINE = lists(CHINESE, BRACKETED, level("\2."))


@pytest.mark.parametrize(
    ("reason", "file", "expected"),
    [
        (
            "levels count and begin anew",
            File(
                [item("甲"), item("乙", level=1), item("丙", level=2), item("丁"), item("戊", level=1)], parts=OUTLINE
            ),
            ["一、甲", "（一）乙", "1.丙", "二、丁", "（一）戊"],
        ),
        (
            "the list comes from the style and from the one that it is based on",
            File([paragraph("甲", style=2), paragraph("乙", style=3)], styles=STYLES, parts=OUTLINE),
            ["一、甲", "二、乙"],
        ),
        (
            "a paragraph takes the number of its style away",
            File([paragraph("甲", style=2, formats=sprm(0x460B, 0))], styles=STYLES, parts=OUTLINE),
            ["甲"],
        ),
        ("a list whose indents are set aside", File([item("甲", use=-1)], parts=OUTLINE), ["一、甲"]),
        ("no list, indents kept", File([item("甲", use=0xF801)], parts=OUTLINE), ["甲"]),
        ("a list that is not there", File([item("甲", use=9)], parts=OUTLINE), ["甲"]),
        (
            "upper numbers in digits",
            File([item("甲"), item("乙", level=1)], parts=lists(CHINESE, level("\0.\1", flags=4, follow=1))),
            ["一、甲", "1.1 乙"],
        ),
        (
            "a level that never begins anew",
            File(
                [item("甲"), item("乙", level=1), item("丙"), item("丁", level=1)],
                parts=lists(CHINESE, level("第\1条", flags=8)),
            ),
            ["一、甲", "第1条乙", "二、丙", "第2条丁"],
        ),
        ("a list that begins with five", File([item("甲")], parts=lists(level("\0.", start=5))), ["5.甲"]),
        (
            "one use of a list counts on, another sets its start, a third its form",
            File(
                [item("甲"), item("乙", use=2), item("丙", use=3)],
                parts={
                    **OUTLINE,
                    Part.LIST_USES: uses(
                        b"", struct.pack("<iI", 5, 0x10), struct.pack("<iI", 1, 0x30) + level("第\0项", start=8)
                    ),
                },
            ),
            ["一、甲", "五、乙", "第8项丙"],
        ),
        ("bullets are no numbers", File([item("甲")], parts=lists(level("\uf06c", format=23))), ["甲"]),
        (
            "a form that is not known counts in digits",
            File([item("甲")], parts=lists(level("\0.", format=99))),
            ["1.甲"],
        ),
        ("no number, words only", File([item("甲")], parts=lists(level("附件", format=255))), ["附件甲"]),
    ],
)
def test_lists(reason: str, file: File, expected: list[str]) -> None:
    assert texts(file) == expected, reason


@pytest.mark.parametrize(
    ("format", "expected"),
    [
        *(
            (0, "11"),
            (1, "XI"),
            (3, "K"),
            (10, "一一"),
            (11, "十一"),
            (14, "１１"),
            (16, "壹拾壹"),
            (18, "⑪"),
            (22, "11"),
        ),
        *(
            (26, "⒒"),
            (27, "⑾"),
            (29, "11"),
            (30, "11"),
            (31, "戌"),
            (33, "十一"),
            (37, "十一"),
            (38, "壹拾壹"),
            (39, "十一"),
        ),
        *((57, "- 11 -"), (255, "")),
    ],
)
def test_number_formats(format: int, expected: str) -> None:
    """The numbers of [MS-OSHARED] stand for the names that DOCX has."""
    assert texts(File([item("甲")], parts=lists(level("第\0条", format=format, start=11)))) == [f"第{expected}条甲"]


def grid(file: File) -> list[list[str]]:
    """The rows of the only table; a cell that only continues another is ^."""
    (block,) = (block for block in document(file).blocks if block.kind == "table")
    return [[cell.text if cell.origin else "^" for cell in row] for row in block.rows]


DOWN, CONTINUED, FIRST, MERGED = 0x60, 0x20, 1, 2


@pytest.mark.parametrize(
    ("reason", "told", "expected"),
    [
        ("rows and cells", [*row("地区", "期限"), *row("甲", "14天")], [["地区", "期限"], ["甲", "14天"]]),
        (
            "a wide cell lies over those whose edges it has",
            [*row("地区", "措施", edges=(0, 1000, 3000)), *row("甲", "隔离", "14天")],
            [["地区", "措施", "^"], ["甲", "隔离", "14天"]],
        ),
        (
            "edges that lie a hair apart are one",
            [*row("地区", "期限", edges=(-5, 1000, 2000)), *row("甲", "14天", edges=(0, 1008, 2003))],
            [["地区", "期限"], ["甲", "14天"]],
        ),
        (
            "an edge belongs to those on its left that it lies close to",
            [each for edge in (1000, 1014, 1016) for each in row("甲", "乙", edges=(0, edge, 3000))],
            [["甲", "乙", "^"], ["甲", "乙", "^"], ["甲", "^", "乙"]],
        ),
        (
            "a row that begins further right",
            [*row("地区", "期限"), *row("14天", edges=(1000, 2000)), *row("乙", "7天")],
            [["地区", "期限"], ["", "14天"], ["乙", "7天"]],
        ),
        (
            "merged downwards",
            [*row("甲", "隔离", merges=(DOWN, 0)), *row("", "监测", merges=(CONTINUED, 0)), *row("乙", "不限")],
            [["甲", "隔离"], ["^", "监测"], ["乙", "不限"]],
        ),
        (
            "merged downwards, said beside the definition",
            [
                *row("甲", "隔离", more=sprm(0xD62B, bytes([0, 3]))),
                *row("", "监测", more=sprm(0xD62B, bytes([0, 1]))),
                *row("乙", "不限"),
            ],
            [["甲", "隔离"], ["^", "监测"], ["乙", "不限"]],
        ),
        (
            "merged across in the old way",
            [*row("地区", "措施", "", merges=(0, FIRST, MERGED)), *row("甲", "隔离", "14天")],
            [["地区", "措施", "^"], ["甲", "隔离", "14天"]],
        ),
        (
            "merged across, said beside the definition",
            [*row("地区", "措施", "", more=sprm(0x5624, 0x0301)), *row("甲", "隔离", "14天")],
            [["地区", "措施", "^"], ["甲", "隔离", "14天"]],
        ),
        (
            "a row that was deleted",
            [*row("地区", "期限"), *row("甲", "14天", mark=DELETED), *row("乙", "7天")],
            [["地区", "期限"], ["乙", "7天"]],
        ),
        (
            "a cell whose end was deleted joins nothing",
            [*row([paragraph("甲", formats=CELL, end="\x07", mark=DELETED)], "乙"), *row("丙", "丁")],
            [["甲", "乙"], ["丙", "丁"]],
        ),
        (
            "lines of a cell, and a definition of fewer cells than there are",
            [*row([paragraph("市", formats=CELL), paragraph("县", formats=CELL, end="\x07")], "乙", edges=(0, 9))],
            [["市\n县", "乙"]],
        ),
        (
            "a table within a cell",
            [
                *row(
                    "联系",
                    [
                        paragraph("电话", formats=INNER + sprm(0x244B)),
                        paragraph("5550100", formats=INNER + sprm(0x244B)),
                        paragraph(formats=INNER + sprm(0x244C) + definition((0, 500, 999))),
                        paragraph("或来人", formats=CELL, end="\x07"),
                    ],
                ),
                *row("甲", "乙"),
            ],
            [["联系", "电话 5550100\n或来人"], ["甲", "乙"]],
        ),
    ],
)
def test_tables(reason: str, told: list[Paragraph], expected: list[list[str]]) -> None:
    assert grid(File([paragraph("如下："), *told, paragraph("完")])) == expected, reason


def test_head_of_a_table() -> None:
    block = document(File([*row("地区", "期限", more=sprm(0x3404)), *row("甲", "14天")])).blocks[0]
    assert [[cell.header for cell in row] for row in block.rows] == [[True, True], [False, False]]
    assert block.places[0][1].path == "body/1/r1/c1"


def test_a_definition_that_stands_in_the_data_stream() -> None:
    """That of a wide table is too long for a page (sprmPHugePapx)."""
    formats = CELL + sprm(0x2417) + definition((0, 1000, 3000))
    mark = paragraph(formats=sprm(0x6646, 4), end="\x07")
    told = [*row("地区", "措施")[:-1], mark, *row("甲", "隔离", "14天")]
    found = grid(File(told, data=b"\0\0\0\0" + struct.pack("<H", len(formats)) + formats))
    assert found == [["地区", "措施", "^"], ["甲", "隔离", "14天"]]


def test_a_section_ends_a_paragraph() -> None:
    parts = {Part.SECTIONS: plc([0, 2, 4], bytes(24))}
    found = document(File([paragraph("甲", end="\f"), paragraph("乙")], parts=parts))
    assert [block.places[0][1].path for block in found.blocks] == ["body/1", "body/2"]


def test_notes_follow_the_paragraph_that_calls_them() -> None:
    file = File(
        [paragraph("甲\x02"), paragraph("乙\x02"), paragraph("丙")],
        {Story.FOOTNOTES: [paragraph("\x02 注一"), paragraph()], Story.ENDNOTES: [paragraph("尾注"), paragraph()]},
        {
            Part.FOOTNOTE_REFERENCES: plc([1, 8], b"\1\0"),
            Part.FOOTNOTES: plc([0, 5, 6]),
            Part.ENDNOTE_REFERENCES: plc([4, 8], b"\1\0"),
            Part.ENDNOTES: plc([0, 3, 4]),
        },
    )
    found = document(file)
    assert [block.text for block in found.blocks] == ["甲", "注一", "乙", "尾注", "丙"]
    assert [found.blocks[at].places[0][1].path for at in (1, 3)] == ["footnotes/1/1", "endnotes/1/1"]


def test_heads_and_tails_stand_in_headers_and_footers() -> None:
    """Six lines of notes, then even, odd and first pages of two sections; page numbers are left out."""
    told = [*map(paragraph, ("青河县人民政府文件", "— 1 —", "青政发〔2021〕3号", "抄送：县委办公室。"))]
    lengths = [*[0] * 6, 0, 10, 0, 6, 0, 0, 0, 0, 0, 0, 11, 10]
    positions = [sum(lengths[:at]) for at in range(len(lengths) + 1)]
    file = File([paragraph("正文")], {Story.HEADERS: [*told, paragraph()]}, {Part.HEADERS: plc([*positions, 38])})
    assert texts(file) == ["青河县人民政府文件", "青政发〔2021〕3号", "正文", "抄送：县委办公室。"]


def record(kind: int, body: bytes, *, holds: bool = False) -> bytes:
    """A record of a drawing."""
    return struct.pack("<HHI", 0xF if holds else 0, kind, len(body)) + body


def shape(identity: int) -> bytes:
    return record(0xF004, record(0xF00A, struct.pack("<iI", identity, 0)), holds=True)


@pytest.mark.parametrize(
    ("reason", "anchored"),
    [("a shape with text", 11), ("a shape within a group; the group is anchored", 10)],
)
def test_text_boxes_follow_their_paragraph(reason: str, anchored: int) -> None:
    group = record(0xF003, shape(10) + shape(11), holds=True)
    shapes = shape(1) + (group if anchored == 10 else shape(11)) + shape(12)
    drawing = record(0xF002, record(0xF008, bytes(8)) + record(0xF003, shapes, holds=True), holds=True)
    boxes = [struct.pack("<8xH4xi4x", 0, identity) for identity in (11, 12, 0)]
    file = File(
        [paragraph("正文\x08"), paragraph("完\x08")],
        {Story.TEXT_BOXES: [paragraph("主动公开"), paragraph("甲"), paragraph()]},
        {
            Part.SHAPES: plc([2, 5, 6], struct.pack("<i22x", anchored), struct.pack("<i22x", 12)),
            Part.TEXT_BOXES: plc([0, 5, 7, 8], *boxes),
            Part.DRAWINGS: record(0xF000, b"", holds=True) + b"\0" + drawing,
        },
    )
    assert texts(file) == ["正文", "主动公开", "完", "甲"], reason


SAMPLE = File([*map(paragraph, NOTICE), *row("甲", "乙"), item("丙")], styles=STYLES, parts=OUTLINE).bytes()


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """No program can be found, LibreOffice neither."""
    monkeypatch.setenv("PATH", "")
    assert not from_office.available()


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize(
    ("reason", "data", "found", "advice"),
    [
        ("Word 95", File([paragraph("甲")], version=0x68).bytes(), "文件是Word 6.0/95", "LibreOffice"),
        ("a password", File([paragraph("甲")], flags=0x100).bytes(), "DOC设有打开密码", "取消密码"),
        ("a password of old", File([paragraph("甲")], flags=0x8000).bytes(), "DOC设有打开密码", "取消密码"),
        ("cut off", SAMPLE[:3000], "DOC已损坏", "LibreOffice"),
        ("a piece table that is not there", SAMPLE.replace(b"1\0T\0a\0b", b"1\0X\0a\0b"), "DOC已损坏", "LibreOffice"),
        ("pictures only", File([paragraph("\x01")]).bytes(), "文档里没有文字", "OCR"),
        (
            "tables within tables without end",
            File([paragraph("甲", formats=CELL + sprm(0x6649, 99))]).bytes(),
            "DOC已损坏",
            "LibreOffice",
        ),
    ],
)
def test_what_cannot_be_read(reason: str, data: bytes, found: str, advice: str) -> None:
    with pytest.raises(IngestError) as caught:
        from_doc.read(Source("notice.doc", data))
    assert caught.value.found.startswith(found), reason
    assert advice in caught.value.advice


def test_libreoffice_is_asked_where_this_reader_gives_up(monkeypatch: pytest.MonkeyPatch) -> None:
    answer = from_doc.read_bytes(SAMPLE)
    monkeypatch.setattr(from_office, "available", lambda: True)
    monkeypatch.setattr(from_office, "read", lambda source: answer)
    assert from_doc.read(Source("notice.doc", File([paragraph("甲")], version=0x68).bytes())) is answer


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize("file", [FOOD, SAFETY], ids=lambda file: file.stem)
def test_a_notice_says_the_same_as_doc_and_as_docx(file: Path) -> None:
    """Written by LibreOffice from a notice of the corpus, read without it."""
    found = read_document(Source(file.name, file.read_bytes()))
    docx = from_docx.read(Source("notice.docx", (CORPUS / file.with_suffix(".docx").name).read_bytes()))
    assert [(block.kind, block.text, block.rows, block.places) for block in found.blocks] == [
        (block.kind, block.text, block.rows, block.places) for block in docx.blocks
    ]
    assert found == from_doc.read_bytes(file.read_bytes())


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_damaged_files_are_read_or_refused(data: st.DataObject) -> None:
    """Damage anywhere, and above all in the head, in the tables of places and in the pages of formats; cut off, too."""
    damaged = bytearray(data.draw(st.sampled_from([SAMPLE, FOOD.read_bytes()])))
    for _ in range(data.draw(st.integers(1, 12))):
        at = data.draw(st.one_of(st.integers(0, 2047), st.integers(0, len(damaged) - 1)))
        damage = data.draw(
            st.sampled_from([b"\xff" * 4, b"\xff\xff\xff\x7f", b"\0" * 4, b"\1", b"\x80", b"\x13", b"\x07"])
        )
        damaged[at : at + len(damage)] = damage
    read_or_refused(bytes(damaged[: data.draw(st.one_of(st.none(), st.integers(0, len(damaged))))]))


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(Part)), st.binary(max_size=300), st.binary(max_size=200))
def test_any_bytes_in_a_part_are_read_or_refused(part: Part, content: bytes, formats: bytes) -> None:
    told = [paragraph("甲\x02\x08", ("乙", formats), formats=formats), paragraph("丙", formats=CELL, end="\x07")]
    stories = {story: [paragraph("注"), paragraph()] for story in Story if story != Story.BODY}
    read_or_refused(File(told, stories, {**OUTLINE, part: content}, data=formats).bytes())


def read_or_refused(data: bytes) -> None:
    start = time.monotonic()
    try:
        assert from_doc.read_bytes(data).blocks
    except IngestError as error:
        assert error.found and error.advice
    except NotRead as error:
        assert str(error)
    assert time.monotonic() - start < 5
