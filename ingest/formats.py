"""Which reader reads which bytes: one table, chosen by what the file holds and never by its name.

A `.doc` of a government site can be a page, an RTF, a DOCX or a PDF; a `.pdf` can be a photograph.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Final

from ingest import patterns as re
from ingest.archive import ZIP_SIGNATURES, package_names, refuse_bomb
from ingest.decode import is_binary
from ingest.errors import IngestError
from ingest.notice import Document
from ingest.sources import Source

_HEAD: Final = 65_536
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PAGE_START: Final = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?>(?:<(?:!--.*?--|%.*?%)>\s*)*)"
    r"<(?:!doctype\s+html|(?:html|head|body|meta|title|link|style|script|div|table|tbody|tr|td|p|span|font|center|br|"
    r"ul|ol"
    r"|dl|h[1-6]|article|section|main|header|a|b|strong|img|o:p)\b)",
    re.IGNORECASE | re.DOTALL,
)
_PAGE_TAG: Final = re.compile(r"</?(?:p|div|br|td|tr|table|span|li|font)\b[^<>]*>", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Format:
    """A format that can be read: names, the test on the bytes, the module that holds `read(source)`."""

    name: str
    label: str
    media_type: str
    matches: Callable[[bytes], bool]
    module: str

    def read(self, source: Source) -> Document:
        """The document in `source`; the reader's module is imported on first use. Raises `IngestError`."""
        document: Document = import_module(self.module).read(source)
        return document


@dataclass(frozen=True, slots=True)
class Refused:
    """A format that is known and not read, with what the officer can do instead."""

    label: str
    matches: Callable[[bytes], bool]
    advice: str


def _begins(*signatures: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(signatures)


def _packs(*parts: str) -> Callable[[bytes], bool]:
    """A zip with each of the parts; one that ends in `/` is a folder."""

    def matches(data: bytes) -> bool:
        if not data.startswith(ZIP_SIGNATURES):
            return False
        names = package_names(data)
        return all(
            any(name.startswith(part) for name in names) if part.endswith("/") else part in names for part in parts
        )

    return matches


def _compound(*streams: str) -> Callable[[bytes], bool]:
    """An OLE file that holds one of the streams; its directory has their names in UTF-16."""
    wanted = tuple(stream.encode("utf-16-le") + b"\0\0" for stream in streams)
    return lambda data: data.startswith(_OLE) and any(name in data for name in wanted)


def _is_pdf(data: bytes) -> bool:
    """The mark may stand after a little rubbish, as readers allow; within a text it is no mark."""
    at = data[:1024].find(b"%PDF-")
    return at == 0 or (at > 0 and not data[:at].strip(codecs.BOM_UTF8 + b" \t\r\n\0")) or (at > 0 and b"%%EOF" in data)


def _is_page(data: bytes) -> bool:
    """A page, or a fragment of one: it begins with a tag, or tags stand all over a text."""
    if b"<" not in data[:_HEAD]:
        return False
    head = _as_latin(data)
    if not _PAGE_START.match(head):
        tags = len(_PAGE_TAG.findall(head))
        if tags <= 3 or tags <= head.count("\n") // 2:
            return False
    return not is_binary(data)


def _is_page_archive(data: bytes) -> bool:
    """A page saved as one file, by a browser or by Word (then often named `.doc`)."""
    head = _opening(data).lstrip()
    begins = head[:16].lower().startswith(("mime-version:", "from:", "subject:"))
    return begins and "multipart/related" in head.lower()


def _is_picture(data: bytes) -> bool:
    return (
        data.startswith((b"\x89PNG", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*", b"\0\0\0\x0cjP"))
        or (data[:2] == b"BM" and data[6:10] == b"\0\0\0\0")
        or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")
        or data[4:12] in (b"ftypheic", b"ftypmif1", b"ftypavif")
    )


def _as_latin(data: bytes) -> str:
    """The first characters, ASCII ones right in any encoding that pages come in."""
    head = data[:_HEAD]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"\0" in head[:64]:
        head = head.replace(b"\0", b"")
    for mark in (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        head = head.removeprefix(mark)
    return head.decode("latin-1")


def _opening(data: bytes) -> str:
    """The first 4096 characters as `_as_latin` gives them."""
    return _as_latin(data[: 4 * 4096 + 4])[:4096]


def _is_xml(data: bytes) -> bool:
    """XML that is no page: Word 2003's own, 标文通, feeds."""
    return _opening(data).lstrip().startswith("<?xml")


_JSON_START: Final = re.compile(r"\s*\[?\s*\{\s*\"[^\"]*\"\s*:")


def _is_json(data: bytes) -> bool:
    """Records for machines, one object or many: an export is no notice to be read again."""
    return bool(_JSON_START.match(_opening(data)))


def _is_text(data: bytes) -> bool:
    marked = data.startswith((*ZIP_SIGNATURES, _OLE))
    return not (marked or _is_picture(data) or is_binary(data) or _is_xml(data) or _is_json(data))


FORMATS: tuple[Format, ...] = (
    Format("pdf", "PDF", "application/pdf", _is_pdf, "ingest.readers.from_pdf"),
    Format(
        "docx",
        "Word文档（DOCX）",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _packs("[Content_Types].xml", "word/"),
        "ingest.readers.from_docx",
    ),
    Format("ofd", "版式文档（OFD）", "application/ofd", _packs("OFD.xml"), "ingest.readers.from_ofd"),
    Format(
        "odt",
        "开放文档（ODT）",
        "application/vnd.oasis.opendocument.text",
        lambda data: _packs("mimetype", "content.xml")(data) and b"opendocument.text" in data[:200],
        "ingest.readers.from_office",
    ),
    Format(
        "doc",
        "Word 97—2003或WPS文档（DOC、WPS）",
        "application/msword",
        _compound("WordDocument"),
        "ingest.readers.from_doc",
    ),
    Format("rtf", "RTF", "application/rtf", _begins(b"{\\rtf"), "ingest.readers.from_office"),
    Format("html", "网页（HTML）", "text/html", _is_page, "ingest.readers.from_html"),
    Format("mhtml", "网页存档（MHT）", "multipart/related", _is_page_archive, "ingest.readers.from_html"),
    Format("picture", "图片（PNG、JPEG、TIFF）", "image/png", _is_picture, "ingest.readers.from_picture"),
    Format("text", "纯文本或Markdown", "text/plain", _is_text, "ingest.readers.from_text"),
)

_AS_DOCUMENT: Final = "请在原软件中另存为DOCX或PDF后再导入"
REFUSED: tuple[Refused, ...] = (
    Refused("Excel表格", lambda data: _packs("xl/")(data) or _compound("Workbook", "Book")(data), _AS_DOCUMENT),
    Refused("演示文稿", lambda data: _packs("ppt/")(data) or _compound("PowerPoint Document")(data), _AS_DOCUMENT),
    Refused("加密的Office文档", _compound("EncryptedPackage"), "请在原软件中取消密码后再导入"),
    Refused("损坏或无法识别的Office文档", _begins(_OLE), _AS_DOCUMENT),
    Refused("开放文档（非文字）", _packs("mimetype"), _AS_DOCUMENT),
    Refused(
        "压缩包", _begins(*ZIP_SIGNATURES), "请直接导入压缩包文件或解压后再导入；若本应是DOCX，文件已损坏，请重新下载"
    ),
    Refused(
        "压缩包（RAR、7z、gz等）", _begins(b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ"), "请解压后再导入"
    ),
    Refused("书生版式文件（SEP、GD）或超星文件", _begins(b"SEP", b"%GD", b"SSREADER"), _AS_DOCUMENT),
    Refused("数据文件（JSON、JSONL）", _is_json, "请导入通知的原文件，不要导入导出的记录"),
    Refused("XML文件（如Word 2003 XML、UOF）", _is_xml, _AS_DOCUMENT),
    Refused("程序文件", _begins(b"MZ\x90", b"\x7fELF"), "请核对来源，不要打开"),
)


def allowed() -> str:
    """The formats that can be read, as a Chinese list for messages."""
    return "、".join(format.label for format in FORMATS)


def sniff(data: bytes) -> Format:
    """The format that the bytes show; raises `IngestError` with what was found and what is allowed."""
    if not data:
        raise IngestError("文件是空的（0字节）", "请重新下载或重新导出该文件")
    format = next((format for format in FORMATS if format.matches(data)), None)
    if format is not None:
        return format
    known = next((refused for refused in REFUSED if refused.matches(data)), None)
    if known is not None:
        raise IngestError(f"文件内容是{known.label}，不能读取", f"{known.advice}。支持的格式：{allowed()}")
    raise IngestError("无法识别的文件类型", f"请核对文件。支持的格式：{allowed()}")


def read_document(source: Source) -> Document:
    """The document in `source`, read by the format that its bytes show.

    Raises `IngestError` where it is of no known format, damaged, or holds no text.
    """
    format = sniff(source.data)
    if source.data.startswith(ZIP_SIGNATURES):
        refuse_bomb(source.data)
    document = format.read(source)
    if not any(block.text.strip() for block in document.blocks):
        raise IngestError("文件里没有文字", "请核对文件内容；若是图片扫描件，请先做文字识别")
    return document
