"""DOCX: outline numbers, tracked changes, what is hidden or stands twice, tables, and what cannot be read."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from make_docx import Draft, cell, changed, element, item, level, paragraph, row, run, table

from ingest.errors import IngestError
from ingest.notice import Document
from ingest.readers.docx_numbering import formatted
from ingest.readers.from_docx import Parts, document_of, read
from ingest.sources import Source


def document(draft: Draft | bytes) -> Document:
    return read(Source("notice.docx", draft if isinstance(draft, bytes) else draft.data()))


def texts(draft: Draft) -> list[str]:
    return [block.text for block in document(draft).blocks]


CHINESE = level("chineseCountingThousand", "%1、")
BRACKETED = level("chineseCounting", "（%2）")
DECIMAL = level("decimal", "%3.")


def test_outline_numbers() -> None:
    draft = Draft().lists(CHINESE, BRACKETED, DECIMAL)
    draft.add("关于供暖的通知", item("目标"), item("范围", level=1), item("城区。", level=2), item("乡镇。", level=2))
    draft.add(item("期限", level=1), item("县城。", level=2), "说明。", item("措施"), item("检查", level=1))
    assert texts(draft) == [
        "关于供暖的通知",
        "一、目标",
        "（一）范围",
        "1.城区。",
        "2.乡镇。",
        "（二）期限",
        "1.县城。",
        "说明。",
        "二、措施",
        "（一）检查",
    ]


@pytest.mark.parametrize(
    ("format", "count", "expected"),
    [
        ("chineseCounting", 1, "一"),
        ("chineseCounting", 10, "十"),
        ("chineseCountingThousand", 11, "十一"),
        ("japaneseCounting", 20, "二十"),
        ("taiwaneseCountingThousand", 21, "二十一"),
        ("chineseCountingThousand", 101, "一百零一"),
        ("ideographDigital", 10, "一〇"),
        ("chineseLegalSimplified", 3, "叁"),
        ("decimal", 7, "7"),
        ("decimalZero", 7, "07"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalEnclosedCircle", 1, "①"),
        ("decimalEnclosedCircle", 21, "㉑"),
        ("decimalEnclosedCircleChinese", 51, "51"),
        ("decimalEnclosedParen", 2, "⑵"),
        ("decimalEnclosedFullstop", 20, "⒛"),
        ("ideographTraditional", 2, "乙"),
        ("ideographZodiac", 12, "亥"),
        ("upperLetter", 28, "BB"),
        ("lowerLetter", 2, "b"),
        ("upperRoman", 14, "XIV"),
        ("lowerRoman", 4, "iv"),
        ("none", 3, ""),
        ("a format of tomorrow", 3, "3"),
    ],
)
def test_number_formats(format: str, count: int, expected: str) -> None:
    assert formatted(count, format) == expected


NUMBERED = '<w:numPr><w:numId w:val="1"/></w:numPr>'
RESTARTED = (
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
)


def styled(levels: str = "", base: str = "") -> str:
    return (
        '<w:style w:type="paragraph" w:styleId="Outline"><w:name w:val="公文一级"/>'
        f"<w:pPr>{NUMBERED}</w:pPr></w:style>"
        '<w:style w:type="paragraph" w:styleId="Child"><w:name w:val="子样式"/><w:basedOn w:val="Outline"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Circle"><w:name w:val="环"/><w:basedOn w:val="Circle"/></w:style>'
    )


def in_style(text: str, style: str, more: str = "") -> str:
    return paragraph(text, f'<w:pStyle w:val="{style}"/>{more}')


@pytest.mark.parametrize(
    ("reason", "draft", "expected"),
    [
        (
            "the number comes from the style, and from the one that it is based on",
            Draft().lists(CHINESE).styles(styled()).add(in_style("甲", "Outline"), in_style("乙", "Child")),
            ["一、甲", "二、乙"],
        ),
        (
            "the level comes from the list, which names the style",
            Draft()
            .lists(CHINESE, level("decimal", "%2.", more='<w:pStyle w:val="Outline"/><w:suff w:val="nothing"/>'))
            .styles(styled())
            .add(item("甲"), in_style("乙", "Outline")),
            ["一、甲", "1.乙"],
        ),
        (
            "a paragraph takes the number of its style away",
            Draft()
            .lists(CHINESE)
            .styles(styled())
            .add(in_style("甲", "Outline", '<w:numPr><w:numId w:val="0"/></w:numPr>')),
            ["甲"],
        ),
        ("a style that is based on itself", Draft().styles(styled()).add(in_style("甲", "Circle")), ["甲"]),
        (
            "lists made from one share their counter, one that sets its start begins anew",
            Draft()
            .lists(CHINESE, nums=RESTARTED)
            .add(item("甲"), item("乙", num=2), item("丙", num=3), item("丁", num=3)),
            ["一、甲", "二、乙", "五、丙", "六、丁"],
        ),
        (
            "a level that never begins anew",
            Draft()
            .lists(CHINESE, level("decimal", "第%2条", more='<w:lvlRestart w:val="0"/><w:suff w:val="space"/>'))
            .add(item("甲"), item("乙", level=1), item("丙"), item("丁", level=1)),
            ["一、甲", "第1条 乙", "二、丙", "第2条 丁"],
        ),
        (
            "numbers of all levels, upper ones in digits too",
            Draft()
            .lists(CHINESE, level("decimal", "%1.%2", more='<w:isLgl/><w:suff w:val="tab"/>'))
            .add(item("甲"), item("2021年", level=1)),
            ["一、甲", "1.1 2021年"],
        ),
        (
            "a number before a number keeps its tab",
            Draft().lists(level("decimal", "%1.", more="")).add(item("2021年度目标")),
            ["1. 2021年度目标"],
        ),
        ("bullets are no numbers", Draft().lists(level("bullet", "\uf06c")).add(item("甲")), ["甲"]),
        ("a list that is not there", Draft().add(item("甲", num=99)), ["甲"]),
        (
            "an empty paragraph counts, as in Word",
            Draft().lists(CHINESE).add(item("甲"), item(""), item("乙")),
            ["一、甲", "三、乙"],
        ),
        (
            "paragraphs in cells count",
            Draft().lists(CHINESE).add(table(row(cell(item("甲")), "乙"), row("丙", cell(item("丁")))), item("戊")),
            ["一、甲\t乙\n丙\t二、丁", "三、戊"],
        ),
    ],
)
def test_numbers_of_lists(reason: str, draft: Draft, expected: list[str]) -> None:
    assert texts(draft) == expected, reason


def change(tag: str, text: str) -> str:
    return f'<w:{tag} w:id="1" w:author="a">{run(text)}</w:{tag}>'


BOX = f"<w:txbxContent>{paragraph('主动公开')}</w:txbxContent>"


@pytest.mark.parametrize(
    ("reason", "content", "expected"),
    [
        (
            "inserted stays, deleted goes",
            run("隔离") + change("del", "14天") + change("ins", "7天"),
            ["隔离7天"],
        ),
        ("moved text stands where it went", change("moveFrom", "甲") + run("乙") + change("moveTo", "甲"), ["乙甲"]),
        ("hidden text goes", run("公开") + run("密", "<w:vanish/>"), ["公开"]),
        ("hidden is switched off", run("公开", '<w:vanish w:val="0"/>'), ["公开"]),
        (
            "content control",
            f"<w:sdt><w:sdtPr/><w:sdtContent>{run('甲县')}</w:sdtContent></w:sdt>" + run("政府"),
            ["甲县政府"],
        ),
        (
            "link, smart tag, field",
            f"<w:hyperlink>{run('甲')}</w:hyperlink><w:smartTag>{run('乙')}</w:smartTag><w:fldSimple>{run('丙')}</w:fldSimple>",
            ["甲乙丙"],
        ),
        (
            "the code of a field within a field stands among the text that LibreOffice writes",
            "<w:r><w:t>根据《</w:t><w:t xml:space='preserve'> MERGEFIELD title </w:t><w:t>办法》</w:t></w:r>",
            ["根据《办法》"],
        ),
        ("the code of a field goes, its result stays", f"<w:r><w:instrText>PAGE</w:instrText></w:r>{run('3')}", ["3"]),
        ("a break ends a line", run("关于供暖") + "<w:r><w:br/></w:r>" + run("的通知"), ["关于供暖", "的通知"]),
        ("no-break hyphen", run("7") + "<w:r><w:noBreakHyphen/></w:r>" + run("14天"), ["7-14天"]),
        ("soft hyphen", run("通") + "<w:r><w:softHyphen/></w:r>" + run("知"), ["通知"]),
        ("a power is no number of more digits", run("10") + run("4", '<w:vertAlign w:val="superscript"/>'), ["10⁴"]),
        ("an index", run("CO") + run("2", '<w:vertAlign w:val="subscript"/>'), ["CO₂"]),
        ("raised words stay", run("甲") + run("注", '<w:vertAlign w:val="superscript"/>'), ["甲注"]),
        (
            "a fraction",
            "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>10</m:t></m:r></m:den></m:f></m:oMath>",
            ["1/10"],
        ),
        ("a ticked box", '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' + run("主动公开"), ["☑主动公开"]),
        (
            "a text box stands once, after its paragraph",
            run("正文")
            + f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx>{BOX}</wps:txbx></mc:Choice>"
            + f"<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
            ["正文", "主动公开"],
        ),
        (
            "a text box of an old file",
            run("正文") + f"<w:r><w:pict><v:textbox>{BOX}</v:textbox></w:pict></w:r>",
            ["正文", "主动公开"],
        ),
        ("blanks at the edges go", run("　　为做好\xa0工作  "), ["为做好 工作"]),
    ],
)
def test_text(reason: str, content: str, expected: list[str]) -> None:
    assert texts(Draft().add(paragraph(content))) == expected, reason


def test_a_paragraph_mark_that_was_deleted_joins_two() -> None:
    mark = '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>'
    assert texts(Draft().add(paragraph("为做好", mark), paragraph("供暖工作。"), "特此通知。")) == [
        "为做好供暖工作。",
        "特此通知。",
    ]


def test_meta_tells_of_changes_and_hidden_text() -> None:
    found = document(Draft().add(paragraph(change("ins", "甲") + run("密文", "<w:vanish/>"))))
    assert found.meta == {"tracked_changes": "1", "hidden_text": "2"}
    assert document(Draft().add("甲")).meta == {}


def test_an_unknown_symbol_is_flagged() -> None:
    found = document(Draft().add(paragraph('<w:r><w:sym w:font="Webdings" w:char="F099"/></w:r>' + run("甲"))))
    assert (found.blocks[0].text, found.flags) == ("\ufffd甲", {"masked_characters"})


def test_notes_are_read_where_the_text_refers_to_them() -> None:
    asked: list[str] = []

    def notes(part: str) -> object:
        asked.append(part)
        return element(f"<w:footnotes><w:footnote w:id='2'>{paragraph(run('指自然日'))}</w:footnote></w:footnotes>")

    def read_body(content: str) -> list[str]:
        body = element(f"<w:body>{paragraph(run('隔离14天') + content)}</w:body>")
        return [block.text for block in document_of(Parts(body, notes=notes)).blocks]

    assert (read_body(""), asked) == (["隔离14天"], [])
    reference = "<w:r><w:footnoteReference w:id='2'/></w:r>"
    assert (read_body(reference + reference), asked) == (["隔离14天", "指自然日", "指自然日"], ["footnotes"])


def test_hidden_styles() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="Hidden"><w:name w:val="h"/><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Note"><w:name w:val="n"/><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    draft = (
        Draft()
        .styles(styles)
        .add(paragraph(run("公开") + run("密", '<w:rStyle w:val="Hidden"/>')), in_style("密", "Note"))
    )
    assert texts(draft) == ["公开"]


def test_headings() -> None:
    draft = Draft().add(in_style("第一章 总则", "Heading1"), in_style("加强管理，落实责任。", "Heading1"), "正文")
    assert [block.kind for block in document(draft).blocks] == ["heading", "paragraph", "paragraph"]


MERGED = table(
    row(cell("地区"), cell("措施", '<w:gridSpan w:val="2"/>'), properties="<w:tblHeader/>"),
    row(cell("高风险", '<w:vMerge w:val="restart"/>'), "集中隔离", "14天"),
    row(cell("", "<w:vMerge/>"), "健康监测", "7天"),
    row("其他", "不限", ""),
)


def test_merged_cells() -> None:
    block = document(Draft().add("如下：", MERGED)).blocks[1]
    assert [[each.text for each in line] for line in block.rows] == [
        ["地区", "措施", "措施"],
        ["高风险", "集中隔离", "14天"],
        ["高风险", "健康监测", "7天"],
        ["其他", "不限", ""],
    ]
    assert block.text == "地区\t措施\t\n高风险\t集中隔离\t14天\n\t健康监测\t7天\n其他\t不限\t"
    assert [each.header for each in block.rows[0]] == [True, True, True]
    assert not block.rows[1][0].header
    assert block.place_at(block.text.index("健康")).path == "body/2/r3/c2"


def test_deleted_rows_and_cells() -> None:
    gone = '<w:del w:id="1" w:author="a"/>'
    removed = cell("旧", '<w:cellDel w:id="2" w:author="a"/>')
    draft = Draft().add(table(row("地区", "期限"), row("甲", "14天", properties=gone), row("乙", removed, "7天")))
    assert document(draft).blocks[0].text == "地区\t期限\n乙\t7天"


def test_lines_and_tables_within_a_cell() -> None:
    inner = table(row("电话", "5550100"), row("传真", "5550101"))
    draft = Draft().add(
        table(row("单位", "县卫健局\n疾控科"), row("联系", cell(paragraph("方式：") + inner + paragraph(""))))
    )
    assert document(draft).blocks[0].rows[0][1].text == "县卫健局\n疾控科"
    assert document(draft).blocks[0].rows[1][1].text == "方式：\n电话 5550100\n传真 5550101"


@pytest.mark.parametrize(
    ("reason", "xml"),
    [
        ("one column", table(row("关于供暖的通知"), row("请遵照执行。"))),
        ("a frame", table(row("关于供暖的通知\n请遵照执行。"))),
        ("empty cells beside it", table(row("", "关于供暖的通知", ""), row("", "请遵照执行。", ""))),
    ],
)
def test_tables_that_only_lay_out(reason: str, xml: str) -> None:
    assert [(block.kind, block.text) for block in document(Draft().add(xml)).blocks] == [
        ("paragraph", "关于供暖的通知"),
        ("paragraph", "请遵照执行。"),
    ], reason


def test_a_span_beyond_reason_eats_no_memory() -> None:
    wide = cell("甲", '<w:gridSpan w:val="99999"/>')
    assert len(document(Draft().add(table(row(wide, "乙"), row("丙", "丁")))).blocks[0].rows[0]) < 300


@pytest.mark.parametrize(
    ("reason", "text", "footer", "expected"),
    [
        ("a running header", "青河县供暖工作手册", False, ["正文"]),
        ("a page number", "— 1 —", True, ["正文"]),
        ("a red head", "青河县人民政府文件", False, ["青河县人民政府文件", "正文"]),
        ("a document number", "青政发〔2021〕3号", False, ["青政发〔2021〕3号", "正文"]),
        ("copies", "抄送：县委办公室。", True, ["正文", "抄送：县委办公室。"]),
    ],
)
def test_headers_and_footers(reason: str, text: str, footer: bool, expected: list[str]) -> None:
    assert texts(Draft().add("正文").header(text, footer=footer)) == expected, reason


def test_places() -> None:
    found = document(Draft().add("甲", MERGED, f"<w:sdt><w:sdtContent>{paragraph('乙')}</w:sdtContent></w:sdt>"))
    assert [block.places[0][1].path for block in found.blocks] == ["body/1", "body/2/r1/c1", "body/3"]
    assert found.media_type.endswith("wordprocessingml.document")
    assert found.pages is None


def zipped(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return file.getvalue()


SAMPLE = Draft().lists(CHINESE, BRACKETED).add("关于供暖的通知", item("目标"), MERGED, item("措施", level=1)).data()
MAIN = "word/document.xml"


@pytest.mark.parametrize(
    ("reason", "data", "found"),
    [
        ("cut off", SAMPLE[: len(SAMPLE) // 2], "DOCX已损坏"),
        ("an archive of files", zipped(**{"通知.txt": b"x"}), "压缩包里没有Word正文"),
        ("no main part", changed(SAMPLE, MAIN, lambda part: None), "DOCX已损坏"),
        ("no relations", changed(SAMPLE, "_rels/.rels", lambda part: None), "DOCX已损坏"),
        ("XML that breaks off", changed(SAMPLE, MAIN, lambda part: part[: len(part) // 2]), "DOCX已损坏"),
        ("a picture that calls itself a package", b"PK\x03\x04\x89PNG" + bytes(200), "DOCX已损坏"),
        (
            "a spreadsheet under the name of a document",
            changed(
                SAMPLE,
                "[Content_Types].xml",
                lambda part: part.replace(b"wordprocessingml.document.main", b"spreadsheetml.sheet.main"),
            ),
            "DOCX已损坏",
        ),
        ("pictures only", Draft().add(paragraph("<w:r><w:pict/></w:r>")).data(), "文档里没有文字"),
    ],
)
def test_what_cannot_be_read(reason: str, data: bytes, found: str) -> None:
    with pytest.raises(IngestError) as caught:
        document(data)
    assert caught.value.found.startswith(found), reason
    assert caught.value.advice


def test_no_entity_is_resolved() -> None:
    bomb = b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">]>'

    def put(part: bytes) -> bytes:
        return bomb + re.sub(rb"<\?xml.*?\?>", b"", part).replace("目标".encode(), b"&a;")

    assert all("aaaa" not in block.text for block in document(changed(SAMPLE, MAIN, put)).blocks)


def test_same_bytes_same_document() -> None:
    assert document(SAMPLE) == document(SAMPLE)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_damaged_files_are_read_or_refused(data: st.DataObject) -> None:
    """Damage to the packed bytes, and damage within a part whose packing is whole."""
    with zipfile.ZipFile(io.BytesIO(SAMPLE)) as package:
        names = sorted(name for name in package.namelist() if name.endswith((".xml", ".rels")))

    def damage(part: bytes) -> bytes:
        damaged = bytearray(part)
        for _ in range(data.draw(st.integers(1, 8))):
            at = data.draw(st.integers(0, len(damaged) - 1))
            damaged[at : at + data.draw(st.integers(0, 30))] = data.draw(
                st.sampled_from([b"", b"9", b'"', b"/>", b"w:"])
            )
        return bytes(damaged)

    name = data.draw(st.sampled_from(["", *names]))
    read_or_refused(changed(SAMPLE, name, damage) if name else damage(SAMPLE))


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(tail: bytes) -> None:
    read_or_refused(b"PK\x03\x04" + tail)
    read_or_refused(zipped(**{"[Content_Types].xml": tail, MAIN: tail, "_rels/.rels": tail}))


def read_or_refused(data: bytes) -> None:
    try:
        found = document(data)
    except IngestError as error:
        assert error.found and error.advice
    else:
        assert found.blocks
