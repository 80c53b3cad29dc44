"""DOCX files for tests, with text of our own: python-docx makes the package, the XML of each case is written out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx
from docx.oxml import parse_xml

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


class Draft:
    """A DOCX in the making."""

    def __init__(self) -> None:
        self.document = docx.Document()

    def add(self, *bodies: str) -> Draft:
        """Append elements to the body; what does not begin with `<` is the text of a paragraph."""
        end = self.document.element.body.sectPr
        for body in bodies:
            end.addprevious(element(body if body.startswith("<") else paragraph(body)))
        return self

    def lists(self, *levels: str, nums: str = '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>') -> Draft:
        """Set up the list 1 with these levels (`level`), and the `w:num`s that use it."""
        root = self.document.part.numbering_part.element
        for child in list(root):
            root.remove(child)
        made = "".join(each.replace("INDEX", str(index)) for index, each in enumerate(levels))
        self._append(root, f'<w:abstractNum w:abstractNumId="1">{made}</w:abstractNum>{nums}')
        return self

    def styles(self, xml: str) -> Draft:
        """Add styles."""
        self._append(self.document.styles.element, xml)
        return self

    def header(self, text: str, *, footer: bool = False) -> Draft:
        """Set the header or the footer."""
        section = self.document.sections[0]
        (section.footer if footer else section.header).paragraphs[0].text = text
        return self

    def data(self) -> bytes:
        """The file."""
        file = io.BytesIO()
        self.document.save(file)
        return file.getvalue()

    @staticmethod
    def _append(root: docx.oxml.xmlchemy.BaseOxmlElement, xml: str) -> None:
        for child in list(element(f"<w:group>{xml}</w:group>")):
            root.append(child)


def element(xml: str) -> docx.oxml.xmlchemy.BaseOxmlElement:
    """An element, the usual namespaces declared."""
    end = min(xml.index(">"), xml.index("/>") if "/>" in xml else len(xml), xml.index(" ") if " " in xml else len(xml))
    return parse_xml(f"{xml[:end]} {_NAMES}{xml[end:]}")


def run(text: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, properties: str = "") -> str:
    """A paragraph of a text or of runs."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{content if content.startswith('<') else run(content)}</w:p>"


def item(text: str, *, level: int = 0, num: int = 1) -> str:
    """A numbered paragraph."""
    return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>')


def level(format: str, text: str, *, more: str = '<w:suff w:val="nothing"/>') -> str:
    """A level of a list."""
    form = f'<w:start w:val="1"/><w:numFmt w:val="{format}"/>'
    return f'<w:lvl w:ilvl="INDEX">{form}{more}<w:lvlText w:val="{text}"/></w:lvl>'


def cell(content: str, properties: str = "") -> str:
    """A table cell of a text, of several joined by line ends, or of elements."""
    inner = content if content.startswith("<") else "".join(map(paragraph, content.split("\n")))
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A table row; what does not begin with `<` is the text of a cell."""
    made = "".join(each if each.startswith("<") else cell(each) for each in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{made}</w:tr>"


def table(*rows: str) -> str:
    """A table."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def changed(data: bytes, name: str, change: Callable[[bytes], bytes | None]) -> bytes:
    """The package with one part changed, or left out where the change gives `None`."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            content = change(old.read(info)) if info.filename == name else old.read(info)
            if content is not None:
                new.writestr(info.filename, content)
    return file.getvalue()
