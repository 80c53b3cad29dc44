"""DOCX: paragraphs with their computed outline numbers, tables, text boxes, notes; the final text of tracked changes.

python-docx opens the package; the text is walked here, for its `paragraph.text` lacks numbers, inserted text, content
controls and text boxes.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from ingest import patterns as re
from ingest.archive import package_names
from ingest.errors import IngestError
from ingest.notice import Block, Document, Flag, Place, table_block
from ingest.readers.characters import clean
from ingest.readers.docx_numbering import VAL, Numbering, W, is_on
from ingest.readers.docx_tables import data_rows, rows_of_table
from ingest.readers.docx_text import CHANGES, DELETED, Inline, chosen
from ingest.sources import Source
from ingest.wording import COPIED, NUMBER, PRINTED

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_STRICT = b"http://purl.oclc.org/ooxml/"
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_NOTES = {
    kind: f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
    for kind in ("footnotes", "endnotes")
}
_HEADING_STYLE = re.compile(r"heading [1-9]|title|标题(?: ?[1-9])?", re.IGNORECASE)
_SENTENCE = re.compile(r"[。；，：]")
_LONGEST_HEADING = 60
_RED_HEAD = re.compile(r".{2,60}(?:文件|公报|公告|会议纪要)")
_STEPS = 20
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    LookupError,
    AttributeError,
    TypeError,
    ValueError,
    NotImplementedError,
    OSError,
    RuntimeError,
    RecursionError,
    EOFError,
)
"""What zipfile, lxml and python-docx raise on damaged packages: they trust the relations between the parts."""


def read(source: Source) -> Document:
    """The blocks of a DOCX in reading order; `Place.path` is `body/12` or, in a table, `body/14/r2/c1`.

    `meta` tells of `tracked_changes` (how many; the text is the final one) and `hidden_text` (how many characters were
    left out). Headers and footers are left out, but for the head of a notice and its 抄送 and 印发 lines, which some
    offices set there. A file in the strict variety goes through LibreOffice. Raises `IngestError`.
    """
    if _is_strict(source.data):
        from ingest.readers.from_office import convert

        return read_bytes(convert(source))
    return read_bytes(source.data)


def read_bytes(data: bytes) -> Document:
    """The document in the bytes of a DOCX; raises `IngestError`."""
    from docx.opc.exceptions import OpcError
    from lxml import etree

    try:
        return document_of(_parts(data))
    except (OpcError, etree.LxmlError, *_DAMAGED) as error:
        raise IngestError("DOCX已损坏或不完整，无法读取", "请重新下载，或用Word、WPS打开后另存为DOCX再导入") from error


@dataclass(frozen=True, slots=True)
class Parts:
    """The elements of WordprocessingML that a document consists of, whatever file they were made from."""

    body: Any
    numbering: Any | None = None
    styles: Any | None = None
    notes: Callable[[str], Any | None] = lambda part: None
    """Gives the root of `footnotes` or `endnotes`, asked only where the text refers to one."""
    headers: Iterable[Any] = ()
    footers: Iterable[Any] = ()


def document_of(parts: Parts, media_type: str = MEDIA_TYPE) -> Document:
    """The document that the parts make; raises `IngestError` where it has no text."""
    walk = _Walk.of(parts)
    body = [*walk.blocks(parts.body, "body")]
    blocks = (
        *walk.margin("header", parts.headers, _is_head),
        *body,
        *walk.margin("footer", parts.footers, _is_tail),
    )
    if not blocks:
        raise IngestError("文档里没有文字（可能只有图片）", "若是图片扫描件，请先做文字识别（OCR）后再导入")
    changes = sum(1 for _ in parts.body.iter(*CHANGES))
    counts = {"tracked_changes": changes, "hidden_text": walk.hidden}
    lost: frozenset[Flag] = frozenset({"masked_characters"} if any("\ufffd" in block.text for block in blocks) else ())
    return Document(blocks, media_type, meta={name: str(count) for name, count in counts.items() if count}, flags=lost)


def _is_strict(data: bytes) -> bool:
    if "_rels/.rels" not in package_names(data):
        return False
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _STRICT in package.read("_rels/.rels")
    except _DAMAGED:
        return False


def _parts(data: bytes) -> Parts:
    import docx
    from docx.opc.constants import RELATIONSHIP_TYPE as RELATION

    names = package_names(data)
    if names and not any(name.startswith("word/") for name in names):
        raise IngestError("压缩包里没有Word正文，不是DOCX文档", "请核对文件；若是压缩包，请解压后再导入")
    main = docx.Document(io.BytesIO(data)).part
    return Parts(
        main.element.body,
        _root(main, RELATION.NUMBERING),
        _root(main, RELATION.STYLES),
        lambda name: _root(main, _NOTES[name]),
        _margins(main, "header"),
        _margins(main, "footer"),
    )


def _margins(main: Any, kind: str) -> Iterator[Any]:
    for relation in main.rels.values():
        if relation.reltype.endswith(f"/{kind}") and not relation.is_external:
            yield relation.target_part.element


@dataclass(slots=True)
class _Walk:
    """One way through a document: its lists count on as the paragraphs go by."""

    notes: Callable[[str], Any | None]
    numbering: Numbering
    hidden_styles: frozenset[str]
    heading_styles: frozenset[str]
    hidden: int = 0
    _carried: list[str] = field(default_factory=list)
    """The text of paragraphs whose end a tracked change took away: it goes on in the next."""
    _numbered: dict[str, dict[str, Any]] = field(default_factory=dict)
    """The notes of each part that the text has referred to, by their ids."""

    @classmethod
    def of(cls, parts: Parts) -> _Walk:
        numbering = Numbering.of(parts.numbering, parts.styles)
        hidden = frozenset(_styles_with(numbering, f"{W}rPr/{W}vanish"))
        return cls(parts.notes, numbering, hidden, frozenset(_heading_styles(numbering)))

    def blocks(self, holder: Any, path: str) -> Iterator[Block]:
        """The blocks of a body, a cell or a text box."""
        for number, element in enumerate(children(holder), 1):
            place = f"{path}/{number}"
            if element.tag == f"{W}tbl":
                yield from self._table(element, place)
            else:
                yield from self._paragraph(element, place)

    def _paragraph(self, paragraph: Any, path: str) -> Iterator[Block]:
        inline = Inline(self.hidden_styles)
        if not self._is_hidden(paragraph):
            inline.walk(paragraph)
        self.hidden += inline.hidden
        if _end_is_deleted(paragraph):
            self._carried.append(inline.text)
        else:
            text = "".join([*self._carried, inline.text])
            self._carried = []
            label = self.numbering.label(paragraph)  # an empty paragraph counts too
            yield from self._lines(paragraph, f"{label}{text.lstrip()}" if text.strip() else "", path)
        for number, box in enumerate(inline.boxes, 1):
            yield from self.blocks(box, f"{path}/textbox{number}")
        for part, identity in inline.notes:
            yield from self._note(part, identity)

    def _lines(self, paragraph: Any, text: str, path: str) -> Iterator[Block]:
        """A block a line: `w:br` breaks as a paragraph does."""
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        styled = style is not None and style.get(VAL) in self.heading_styles
        for line in text.split("\n"):
            line = tidy(line)
            if line:
                heading = styled and len(line) <= _LONGEST_HEADING and not _SENTENCE.search(line)
                yield Block(line, ((0, Place(path=path)),), "heading" if heading else "paragraph")

    def _table(self, table: Any, path: str) -> Iterator[Block]:
        rows = rows_of_table(table)
        cells = {id(each.element): self._cell(each.element, f"{path}/{each.name}") for row in rows for each in row}
        grid = data_rows(rows, {key: "\n".join(block.text for block in blocks) for key, blocks in cells.items()}, path)
        if grid:
            yield table_block(grid)
            return
        for row in rows:
            for each in row:
                yield from cells[id(each.element)]

    def _cell(self, cell: Any, path: str) -> list[Block]:
        """The blocks of a cell; a table within it line by line."""
        return [
            block if block.kind != "table" else Block(_in_line(block), ((0, Place(path=path)),))
            for block in self.blocks(cell, path)
        ]

    def _note(self, part: str, identity: str) -> Iterator[Block]:
        """The text of a footnote or endnote, after the paragraph that it is called in."""
        if part not in self._numbered:
            root = self.notes(part)
            self._numbered[part] = {note.get(f"{W}id"): note for note in (() if root is None else root)}
        yield from self.blocks(self._numbered[part].get(identity, ()), f"{part}/{identity}")

    def _is_hidden(self, paragraph: Any) -> bool:
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        return style is not None and style.get(VAL) in self.hidden_styles

    def margin(self, kind: str, elements: Iterable[Any], wanted: Callable[[str], bool]) -> Iterator[Block]:
        """The lines of headers or footers that belong to the notice, each once."""
        seen: set[str] = set()
        for element in elements:
            for block in self.blocks(element, kind):
                if block.text not in seen and wanted(block.text):
                    seen.add(block.text)
                    yield block


def children(holder: Any) -> Iterator[Any]:
    """The paragraphs and tables of a part, content controls and the like opened, deleted parts left out."""
    for element in holder:
        if element.tag in (f"{W}p", f"{W}tbl"):
            yield element
        elif element.tag == _ALTERNATE:
            for branch in chosen(element):
                yield from children(branch)
        elif element.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}moveTo", f"{W}customXml", f"{W}smartTag"):
            yield from children(element)


def tidy(text: str) -> str:
    """A line without invisible characters and without blanks at its edges, no-break spaces plain."""
    return clean(text).replace("\xa0", " ").strip()


def _in_line(table: Block) -> str:
    return "\n".join(
        " ".join(cell.text.replace("\n", " ") for cell in row if cell.text and cell.origin) for row in table.rows
    )


def _end_is_deleted(paragraph: Any) -> bool:
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    return mark is not None and any(mark.find(tag) is not None for tag in DELETED)


def _root(main: Any, relation: str) -> Any | None:
    """The root element of a part that the main part is related to; `None` where it is not."""
    from lxml import etree

    parts = (each.target_part for each in main.rels.values() if each.reltype == relation and not each.is_external)
    part = next(parts, None)
    if part is None:
        return None
    return (
        part.element
        if hasattr(part, "element")
        else etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False))
    )


def _styles_with(numbering: Numbering, switch: str) -> Iterator[str]:
    """The styles in which a switch is on, of their own or by what they are based on."""
    for identity in numbering.styles:
        toggle = next((found for found in _inherited(numbering, identity, switch)), None)
        if toggle is not None and is_on(toggle):
            yield identity


def _inherited(numbering: Numbering, identity: str | None, path: str) -> Iterator[Any]:
    for _ in range(_STEPS):
        style = numbering.styles.get(identity or "")
        if style is None:
            return
        found = style.find(path)
        if found is not None:
            yield found
        base = style.find(f"{W}basedOn")
        identity = None if base is None else base.get(VAL)


def _heading_styles(numbering: Numbering) -> Iterator[str]:
    for identity, style in numbering.styles.items():
        name = style.find(f"{W}name")
        if name is not None and _HEADING_STYLE.fullmatch(name.get(VAL) or ""):
            yield identity


def _is_head(text: str) -> bool:
    return bool(NUMBER.fullmatch(text) or _RED_HEAD.fullmatch(text))


def _is_tail(text: str) -> bool:
    return bool(COPIED.match(text) or PRINTED.fullmatch(text))
