"""The reader is chosen by the first bytes, whatever the name says; what cannot be read is refused clearly."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ingest import archive
from ingest.errors import IngestError
from ingest.formats import FORMATS, REFUSED, allowed, read_document, sniff
from ingest.sources import Source

TEXT = "关于供暖的通知\n各区县人民政府：请遵照执行。\n"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(100)


def packed(*names: str, mimetype: bytes = b"x") -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as opened:
        for name in names:
            opened.writestr(name, mimetype if name == "mimetype" else b"x")
    return file.getvalue()


def compound(stream: str) -> bytes:
    return OLE + stream.encode("utf-16-le") + b"\0\0" + bytes(400)


@pytest.mark.parametrize(
    ("reason", "data", "name"),
    [
        ("PDF", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "pdf"),
        ("PDF after blank lines", b"\r\n\r\n%PDF-1.4\n", "pdf"),
        ("PDF after the head of a web server's answer", b"HTTP/1.1 200 OK\r\n\r\n%PDF-1.4 \x00 %%EOF", "pdf"),
        ("a text that speaks of %PDF-", "文件以%PDF-开头，请注意。".encode(), "text"),
        ("DOCX", packed("[Content_Types].xml", "word/document.xml"), "docx"),
        ("DOCX whose content types stand last", packed("word/document.xml", "[Content_Types].xml"), "docx"),
        ("OFD", packed("OFD.xml", "Doc_0/Document.xml"), "ofd"),
        ("ODT", packed("mimetype", "content.xml", mimetype=b"application/vnd.oasis.opendocument.text"), "odt"),
        ("DOC or WPS", compound("WordDocument"), "doc"),
        ("RTF, often named .doc", b"{\\rtf1\\ansi\\ansicpg936 x}", "rtf"),
        ("page", b"<!DOCTYPE html><html><body>x</body></html>", "html"),
        ("page after a mark and blanks", b"\xef\xbb\xbf\n  <HTML><body>x", "html"),
        ("page in UTF-16", "<html><body>通知</body></html>".encode("utf-16"), "html"),
        ("page in UTF-16 without a mark", "<html><body>通知</body></html>".encode("utf-16-le"), "html"),
        ("XHTML", b'<?xml version="1.0" encoding="gb2312"?>\n<html xmlns="x"><body/></html>', "html"),
        ("page after a comment", b"<!-- saved from url -->\n<html></html>", "html"),
        ("page of Word, often named .doc", b'<html xmlns:o="urn:schemas-microsoft-com:office:office">', "html"),
        ("fragment without a head", b'<div class="wrap"><table></table></div>', "html"),
        ("fragment that begins with a paragraph", "<p>各区县：请遵照。</p>".encode("gbk"), "html"),
        ("text with tags all over", "关于供暖的通知<br/>各区县：<br/>一、甲<br/>二、乙<br/>三、丙".encode(), "html"),
        ("page archive of a browser", b"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary=b", "mhtml"),
        ("a picture named .pdf", PNG, "picture"),
        ("a photograph", b"\xff\xd8\xff\xe0\0\x10JFIF" + bytes(50), "picture"),
        ("a fax", b"II*\0" + bytes(50), "picture"),
        ("a bitmap", b"BM" + b"\x36\x10\0\0" + bytes(50), "picture"),
        ("a phone's picture", b"\0\0\0\x18ftypheic" + bytes(50), "picture"),
        ("text", TEXT.encode(), "text"),
        ("text in GBK", TEXT.encode("gbk"), "text"),
        ("text in UTF-16 without a mark", TEXT.encode("utf-16-le"), "text"),
        ("text that begins like a bitmap", "BMI超过28的人员，请报告。".encode(), "text"),
        ("a comparison is no tag", "收入<pay，面积<div类土地".encode(), "text"),
        ("a title in angle brackets is no tag", "<关于供暖的通知>\n各区县：".encode(), "text"),
        ("a brace in a text is no record", "{通知}各区县：请遵照执行。".encode(), "text"),
        ("Markdown", b"# A\n\n## B\n", "text"),
    ],
)
def test_sniff(reason: str, data: bytes, name: str) -> None:
    assert sniff(data).name == name, reason


@pytest.mark.parametrize(
    ("reason", "data", "found"),
    [
        ("empty", b"", "文件是空的"),
        ("XLSX", packed("[Content_Types].xml", "xl/workbook.xml"), "文件内容是Excel表格"),
        ("XLS", compound("Workbook"), "文件内容是Excel表格"),
        ("PPTX", packed("[Content_Types].xml", "ppt/presentation.xml"), "文件内容是演示文稿"),
        ("PPT", compound("PowerPoint Document"), "文件内容是演示文稿"),
        ("DOCX with a password", compound("EncryptedPackage"), "加密"),
        ("OLE with nothing known in it", OLE, "损坏或无法识别的Office文档"),
        (
            "ODS",
            packed("mimetype", "content.xml", mimetype=b"application/vnd.oasis.opendocument.spreadsheet"),
            "开放文档",
        ),
        ("a damaged DOCX", b"PK\x03\x04" + bytes(100), "压缩包"),
        ("Word 2003 XML", b'<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>', "XML"),
        ("records exported before", '{"type": "notice", "text": "关于供暖的通知"}\n'.encode(), "数据文件"),
        ("records as one list", b'[\n {"id": 1}]', "数据文件"),
        ("RAR", b"Rar!\x1a\x07\x01\0" + bytes(50), "RAR"),
        ("a program", b"MZ\x90\0\3" + bytes(50), "程序"),
        ("rubbish", bytes(range(256)) * 8, "无法识别的文件类型"),
    ],
)
def test_what_cannot_be_read_is_named(reason: str, data: bytes, found: str) -> None:
    with pytest.raises(IngestError) as error:
        read_document(Source("notice.pdf", data))
    assert found in error.value.found, reason
    assert not data or allowed() in error.value.advice


def test_allowed_names_every_format_once() -> None:
    labels = [format.label for format in FORMATS]
    assert allowed() == "、".join(labels) and len(set(labels)) == len(labels)
    assert len({refused.label for refused in REFUSED}) == len(REFUSED)


@pytest.mark.parametrize("name", ["notice.pdf", "notice.doc", "notice", "notice.exe"])
def test_the_name_decides_nothing(name: str) -> None:
    assert read_document(Source(name, TEXT.encode())).blocks[1].text == "各区县人民政府：请遵照执行。"
    page = f"<html><body><p>{TEXT}</p></body></html>".encode("gbk")
    assert read_document(Source(name, page)).media_type == "text/html"


def test_readers_are_imported_on_use() -> None:
    readers = {format.module.removeprefix("ingest.readers.") for format in FORMATS}
    assert readers >= {"from_pdf", "from_docx", "from_office"}


def test_document_package_that_is_a_bomb_is_not_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr("[Content_Types].xml", b"x")
        opened.writestr("word/document.xml", bytes(20_000_000))
    with pytest.raises(IngestError, match="疑似压缩炸弹"):
        read_document(Source("notice.docx", file.getvalue()))
    monkeypatch.setattr(archive, "MAX_MEMBERS", 1)
    with pytest.raises(IngestError, match="超过1个"):
        read_document(Source("notice.docx", packed("[Content_Types].xml", "word/document.xml")))


def test_text_of_100_mb_is_refused() -> None:
    with pytest.raises(IngestError, match="文本有100MB，超过上限20MB"):
        read_document(Source("dump.txt", b"a" * 100_000_000))


def test_same_bytes_give_the_same_document() -> None:
    source = Source("notice.txt", TEXT.encode("gb18030"))
    assert read_document(source) == read_document(source)


HEADS = st.sampled_from(
    [b"", b"<html>", b"<p>", b"# a\n## b\n", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"BM", b"MIME-Version: "]
)


@settings(max_examples=300, deadline=None)
@given(HEADS, st.one_of(st.binary(max_size=300), st.text(max_size=100).map(str.encode)))
def test_any_bytes_give_a_document_or_an_ingest_error(head: bytes, data: bytes) -> None:
    _document_or_error(head + data)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60), st.sampled_from([str.encode, lambda text: text.encode("gb18030")]))
def test_any_text_gives_a_document_or_an_ingest_error(text: str, encode: Callable[[str], bytes]) -> None:
    _document_or_error(encode(text))


def _document_or_error(data: bytes) -> None:
    try:
        # the other readers have their own law
        assume(sniff(data).module in {"ingest.readers.from_text", "ingest.readers.from_html"})
        document = read_document(Source("any", data))
    except IngestError as error:
        assert error.found and error.advice
        return
    assert any(block.text.strip() for block in document.blocks)
