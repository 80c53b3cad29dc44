"""Plain text: a block for each line that is not blank."""

from __future__ import annotations

from ingest.notice import Block, Document, Place
from ingest.sources import Source


def read(source: Source) -> Document:
    """The lines of a text, indentation kept; `Place.line` counts from 1, so gaps show the blank lines."""
    lines = source.data.decode("utf-8-sig", "replace").splitlines()
    blocks = tuple(
        Block(line.rstrip(), ((0, Place(line=number)),)) for number, line in enumerate(lines, start=1) if line.strip()
    )
    return Document(blocks, "text/plain")
