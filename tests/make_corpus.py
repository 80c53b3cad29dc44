"""Builds the HTML, DOCX and PDF notices of `corpus/` from the written texts in `tests/corpus_source/`.

`python -m tests.make_corpus [NAME ...]` writes each notice in the formats that its first line names; the same text
gives the same bytes. PDF needs a Chinese font to take the outlines from: `pip install pylopdf-fonts-zh-cn` (Noto Serif
SC, OFL), or `--font FILE.otf`. The built files are committed, so neither `make test` nor a reader of the corpus needs
this.

A written text is a head of `key: value` lines, a blank line and the notice, a paragraph a line:

    = title          ~ red letterhead    ^ centred (document number)    > signature or date, on the right
    * bold heading   | a | b | a table row, the first one its head, a cell `^` continues the one above
    --- a new page   _ imprint (copies, printed on)
"""

from __future__ import annotations

import argparse
import importlib.util
import io
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from itertools import groupby
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CORPUS = ROOT / "corpus"
SOURCES = ROOT / "tests" / "corpus_source"
_MARKS = {
    "= ": "title",
    "~ ": "letterhead",
    "^ ": "centre",
    "> ": "right",
    "* ": "heading",
    "| ": "row",
    "_ ": "imprint",
}
_BUILT = datetime(2024, 1, 1, tzinfo=UTC)
_FONT_PACKAGE, _FONT_FILE = "pylopdf_fonts_zh_cn", "NotoSerifSC-Regular.otf"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph or a table row of a written notice and the part that it plays."""

    role: str
    text: str

    @property
    def cells(self) -> tuple[str, ...]:
        return tuple(cell.strip() for cell in self.text.strip().strip("|").split("|"))


@dataclass(frozen=True, slots=True)
class Written:
    """A notice as it is written: its formats, what its web page says besides, and its lines."""

    name: str
    formats: tuple[str, ...]
    page: tuple[tuple[str, str], ...]
    lines: tuple[Line, ...]

    def said(self, key: str, default: str = "") -> str:
        return dict(self.page).get(key, default)

    def file(self, format: str) -> Path:
        """The notice's place in the corpus; one in several formats has the format in its name."""
        stem = self.name if len(self.formats) == 1 else f"{self.name}-{format}"
        return CORPUS / f"{stem}.{format}"

    @property
    def text(self) -> str:
        """The notice without marks, as every format of it carries it: cells apart by tabs, merged ones once."""
        return "\n".join(
            "\t".join("" if cell == "^" else cell for cell in line.cells) if line.role == "row" else line.text
            for line in self.lines
            if line.role != "break"
        )


def written(path: Path) -> Written:
    """The written notice in a file of `tests/corpus_source/`."""
    head, _, body = path.read_text("utf-8").partition("\n\n")
    parts = (line.partition(":") for line in head.splitlines())
    page = tuple((key.strip(), value.strip()) for key, _, value in parts)
    lines = tuple(_line(line) for line in body.splitlines() if line.strip())
    return Written(path.stem, tuple(dict(page)["formats"].split()), page, lines)


def _line(line: str) -> Line:
    if line == "---":
        return Line("break", "")
    role = _MARKS.get(line[:2])
    return Line(role, line[2:].strip()) if role else Line("body", line.strip())


def _runs(lines: tuple[Line, ...]) -> Iterator[tuple[str, list[Line]]]:
    """Runs of table rows as one, everything else line by line."""
    for is_row, group in groupby(lines, key=lambda line: line.role == "row"):
        if is_row:
            yield "table", list(group)
        else:
            for line in group:
                yield line.role, [line]


def _spans(rows: list[Line]) -> list[list[tuple[str, int]]]:
    """Each row's cells with the rows that they span; a cell that continues the one above is left out."""
    grid = [row.cells for row in rows]
    return [
        [(cell, _height(grid, top, column)) for column, cell in enumerate(row) if cell != "^"]
        for top, row in enumerate(grid)
    ]


def _height(grid: list[tuple[str, ...]], top: int, column: int) -> int:
    below = top + 1
    while below < len(grid) and grid[below][column] == "^":
        below += 1
    return below - top


# --- HTML: a page of a government site, with its menus, table of facts and foot

_STYLES = {
    "title": "text-align:center;font-size:22pt",
    "letterhead": "text-align:center;color:#c00;font-size:30pt",
    "centre": "text-align:center",
    "right": "text-align:right",
    "imprint": "border-top:1px solid #000",
}


def to_html(notice: Written) -> bytes:
    """The notice as a page of its issuer's site, in the charset that its head names."""
    encoding = notice.said("encoding", "utf-8")
    site, title = notice.said("site"), next((line.text for line in notice.lines if line.role == "title"), "")
    facts = "".join(f"<tr><td>{k[5:]}：</td><td>{v}</td></tr>\n" for k, v in notice.page if k.startswith("fact "))
    menu = "".join(f'<li><a href="#">{name}</a></li>' for name in ("首页", "政务公开", "办事服务", "互动交流"))
    body = "\n".join(_html_block(role, lines) for role, lines in _runs(notice.lines))
    published = f"发布时间：{notice.said('published')}　来源：{site}　浏览次数：<span>326</span>次　【字体：大 中 小】"
    page = f"""<!DOCTYPE html>
<html lang="zh-CN"><head><meta charset="{encoding}">
<title>{escape(title)}_{site}</title>
<meta name="SiteName" content="{site}"><meta name="ArticleTitle" content="{escape(title)}">
<script>var today = new Date();</script><style>p{{text-indent:2em}}</style></head>
<body>
<div class="header"><a href="#">{site}</a><ul class="nav">{menu}</ul></div>
<div class="position">当前位置：<a href="#">首页</a> &gt; <a href="#">政务公开</a> &gt; <a href="#">文件公开</a></div>
<div class="content">
{f'<table class="facts">{facts}</table>' if facts else ""}
{f'<div class="info">{published}</div>' if notice.said("published") else ""}
<div class="TRS_Editor">
{body}
</div></div>
<div class="share">分享到：微信 微博　【打印本页】【关闭窗口】</div>
<div class="footer">主办单位：{site}　备案序号：苏ICP备00000000号　网站标识码：0000000000</div>
</body></html>
"""
    return page.encode(encoding)


def _html_block(role: str, lines: list[Line]) -> str:
    if role == "table":
        rows = "\n".join(
            "<tr>" + "".join(_html_cell(cell, height, head=not number) for cell, height in row) + "</tr>"
            for number, row in enumerate(_spans(lines))
        )
        return f'<table border="1" cellspacing="0">\n{rows}\n</table>'
    if role == "break":
        return "<p>&nbsp;</p>"
    style = f' style="{_STYLES[role]}"' if role in _STYLES else ""
    text = escape(lines[0].text)
    inner = {"heading": f"<strong>{text}</strong>", "body": f"　　{text}"}.get(role, text)
    return f"<p{style}>{inner}</p>"


def _html_cell(cell: str, height: int, *, head: bool) -> str:
    tag = "th" if head else "td"
    return f"<{tag}{f' rowspan={height}' if height > 1 else ''}>{escape(cell)}</{tag}>"


# --- DOCX: as an office writes it, by direct formatting


def to_docx(notice: Written) -> bytes:
    """The notice as a document of an office program; the zip's dates are fixed."""
    from docx import Document

    document = Document()
    document.core_properties.created = document.core_properties.modified = _BUILT
    document.core_properties.author, document.core_properties.comments = "", ""
    for role, lines in _runs(notice.lines):
        if role == "table":
            _docx_table(document, lines)
        elif role == "break":
            document.add_page_break()
        else:
            _docx_paragraph(document, role, lines[0].text)
    packed = io.BytesIO()
    document.save(packed)
    return _with_fixed_dates(packed.getvalue())


def _docx_paragraph(document: object, role: str, text: str) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt, RGBColor

    paragraph = document.add_paragraph()  # type: ignore[attr-defined]
    run = paragraph.add_run(text)
    run.font.size = Pt({"title": 22, "letterhead": 30}.get(role, 16))
    run.bold = role == "heading" or None
    if role == "letterhead":
        run.font.color.rgb = RGBColor(0xCC, 0, 0)
    if role in ("title", "letterhead", "centre"):
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    elif role == "right":
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    elif role in ("body", "heading"):
        paragraph.paragraph_format.first_line_indent = Pt(32)


def _docx_table(document: object, rows: list[Line]) -> None:
    grid = [row.cells for row in rows]
    table = document.add_table(rows=len(grid), cols=len(grid[0]))  # type: ignore[attr-defined]
    table.style = "Table Grid"
    for top, row in enumerate(grid):
        for column, text in enumerate(row):
            if text != "^":
                cell = table.cell(top, column)
                cell.text = text
                cell.merge(table.cell(top + _height(grid, top, column) - 1, column))


def _with_fixed_dates(packed: bytes) -> bytes:
    fixed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as old, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(zipfile.ZipInfo(info.filename, (2024, 1, 1, 0, 0, 0)), old.read(info), zipfile.ZIP_DEFLATED)
    return fixed.getvalue()


# --- PDF: A4 with page numbers, the font's outlines embedded as a subset


def to_pdf(notice: Written, font: Path) -> bytes:
    """The notice as an A4 document; body text wraps as in print, pages are numbered — 1 —."""
    from fpdf import FPDF

    class Paper(FPDF):
        def footer(self) -> None:
            self.set_y(-20)
            self.set_font("song", size=12)
            self.cell(0, 10, f"— {self.page_no()} —", align="C")

    paper = Paper(format="A4")
    paper.set_creation_date(_BUILT)
    paper.set_margins(28, 37, 26)
    paper.set_auto_page_break(True, margin=35)
    with tempfile.NamedTemporaryFile(suffix=".ttf") as outlines:
        outlines.write(_true_type(font, notice.text + "— 0123456789"))
        outlines.flush()
        paper.add_font("song", fname=outlines.name)
    paper.add_page()
    for role, lines in _runs(notice.lines):
        _pdf_block(paper, role, lines)
    return bytes(paper.output())


def _true_type(font: Path, characters: str) -> bytes:
    """The font's glyphs for the characters with TrueType outlines: fpdf2 gives PostScript ones a private encoding."""
    from fontTools import subset, ttLib
    from fontTools.pens.cu2quPen import Cu2QuPen
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    face = ttLib.TTFont(font, recalcTimestamp=False)
    chosen = subset.Subsetter()
    chosen.populate(text=characters + "　")
    chosen.subset(face)
    order, drawn, glyphs = face.getGlyphOrder(), face.getGlyphSet(), {}
    for name in order:
        pen = TTGlyphPen(drawn)
        drawn[name].draw(Cu2QuPen(pen, 1.0, reverse_direction=True))
        glyphs[name] = pen.glyph()
    face["loca"], face["glyf"] = ttLib.newTable("loca"), ttLib.newTable("glyf")
    face["glyf"].glyphOrder, face["glyf"].glyphs = order, glyphs
    face["maxp"].tableVersion = 0x00010000
    for field in ("Zones", "TwilightPoints", "Storage", "FunctionDefs", "InstructionDefs", "StackElements"):
        setattr(face["maxp"], f"max{field}", int(field == "Zones"))
    face["maxp"].maxSizeOfInstructions, face["maxp"].maxComponentElements = 0, 0
    face["post"].formatType, face.sfntVersion = 3.0, "\0\1\0\0"
    del face["CFF "]
    packed = io.BytesIO()
    face.save(packed)
    return packed.getvalue()


def _pdf_block(paper: object, role: str, lines: list[Line]) -> None:
    if role == "break":
        paper.add_page()  # type: ignore[attr-defined]
    elif role == "table":
        _pdf_table(paper, lines)
    else:
        paper.set_font("song", size={"title": 20, "letterhead": 28}.get(role, 14))  # type: ignore[attr-defined]
        align = {"title": "C", "letterhead": "C", "centre": "C", "right": "R"}.get(role, "L")
        indent = "　　" if role in ("body", "heading") and not lines[0].text.endswith("：") else ""
        paper.multi_cell(  # type: ignore[attr-defined]
            0, 10, indent + lines[0].text, align=align, wrapmode="CHAR", new_x="LMARGIN", new_y="NEXT"
        )


def _pdf_table(paper: object, rows: list[Line]) -> None:
    paper.set_font("song", size=10)  # type: ignore[attr-defined]
    with paper.table(first_row_as_headings=False, line_height=7, wrapmode="CHAR") as table:  # type: ignore[attr-defined]
        for row in _spans(rows):
            line = table.row()
            for cell, height in row:
                line.cell(cell, rowspan=height)


def to_txt(notice: Written) -> bytes:
    """The notice as plain text."""
    return (notice.text + "\n").encode()


def build(notice: Written, font: Path | None) -> Iterator[Path]:
    """Writes the notice in each of its formats; PDF is left as it is where there is no font."""
    for format in notice.formats:
        if format == "pdf" and font is None:
            continue
        makers = {"html": to_html, "docx": to_docx, "txt": to_txt}
        made = to_pdf(notice, font) if format == "pdf" and font else makers[format](notice)
        notice.file(format).write_bytes(made)
        yield notice.file(format)


def _installed_font() -> Path | None:
    spec = importlib.util.find_spec(_FONT_PACKAGE)
    return Path(spec.origin).with_name(_FONT_FILE) if spec and spec.origin else None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--font", type=Path, default=_installed_font())
    asked = parser.parse_args()
    for source in sorted(SOURCES.glob("*.txt")):
        if not asked.names or source.stem in asked.names:
            for path in build(written(source), asked.font):
                print(path.relative_to(ROOT), path.stat().st_size)
    if asked.font is None:
        print("no font: PDF files were not rebuilt (pip install pylopdf-fonts-zh-cn)")


if __name__ == "__main__":
    main()
