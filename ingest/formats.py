"""Which reader reads which bytes: one table, chosen by what the file holds and never by its name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module

from ingest.notice import Document
from ingest.sources import Source


@dataclass(frozen=True, slots=True)
class Format:
    """A format that can be read: names, the test on the bytes, the module that holds `read(source)`."""

    name: str
    label: str
    media_type: str
    matches: Callable[[bytes], bool]
    module: str

    def read(self, source: Source) -> Document:
        """The document in `source`; the reader's module is imported on first use."""
        document: Document = import_module(self.module).read(source)
        return document


FORMATS = (
    Format("pdf", "PDF", "application/pdf", lambda data: data.startswith(b"%PDF"), "ingest.from_pdf"),
    Format("text", "纯文本", "text/plain", lambda data: True, "ingest.from_text"),
)


def read_document(source: Source) -> Document:
    """The document in `source`, read by the format that its bytes show; raises `IngestError`."""
    return next(format for format in FORMATS if format.matches(source.data)).read(source)
