"""DOC and WPS (Word 97–2003): made into the elements of a DOCX and read as such.

What this reader does not know, LibreOffice reads where it is installed: files of Word 6 and 95, damaged ones.
"""

from __future__ import annotations

from ingest.errors import IngestError
from ingest.notice import Document
from ingest.readers import from_office
from ingest.readers.doc_body import Text
from ingest.readers.doc_file import DAMAGE, NotRead, open_file
from ingest.readers.doc_styles import lists_of, styles_of
from ingest.readers.from_docx import Parts, document_of
from ingest.sources import Source

MEDIA_TYPE = "application/msword"


def read(source: Source) -> Document:
    """The document in a DOC or WPS file, as `ingest.readers.from_docx` reads it.

    Raises `IngestError` where it has a password or no text, or cannot be read here and LibreOffice is missing or fails.
    """
    try:
        return read_bytes(source.data)
    except NotRead as error:
        if from_office.available():
            return from_office.read(source)
        raise IngestError(str(error), from_office.INSTALL) from error


def read_bytes(data: bytes) -> Document:
    """The document in the bytes of a DOC; raises `NotRead` and `IngestError`."""
    try:
        file = open_file(data)
        text = Text(file)
        notes = {"footnotes": text.notes("footnote"), "endnotes": text.notes("endnote")}.get
        headers, footers = text.margins()
        return document_of(Parts(text.body(), lists_of(file), styles_of(file), notes, headers, footers), MEDIA_TYPE)
    except DAMAGE as error:
        raise NotRead("DOC已损坏或不完整，无法读取") from error
