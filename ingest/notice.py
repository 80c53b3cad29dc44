"""The records of reading: `Block`s of a source, and the `Notice`s that are made of them.

Frozen, and without knowledge of how they are filled. Every position is a half-open range of Unicode characters.
What lines of a text are made into (`Place`, `Cell`, `Block`, `Repair`) are named tuples, made in half the time.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from typing import Any, Literal, NamedTuple

Flag = Literal[
    "duplicated_text",
    "out_of_order",
    "masked_characters",
    "missing_year",
    "ocr",
    "truncated",
    "web_boilerplate",
    "template",
    "unofficial",
]
BlockKind = Literal["paragraph", "heading", "table"]
Level = Literal["national", "province", "prefecture", "county", "township"]
Box = tuple[float, float, float, float]


class Place(NamedTuple):
    """Where in its source a piece of text stands; what the format does not know is `None`.

    `page` counts from 1; `bbox` is (x0, top, x1, bottom) in points from the page's upper left corner; `line` counts
    from 1; `path` names a paragraph, a table cell or an element (`body/14/r2/c1`, `/html/body/div[2]/p[3]`).
    """

    page: int | None = None
    bbox: Box | None = None
    line: int | None = None
    path: str | None = None


class Cell(NamedTuple):
    """One cell of a table grid.

    A merged cell fills every grid point that it covers: the upper left one is the `origin`, the copies carry the same
    text so that a row reads whole, but only the origin's text stands in the notice's text.
    """

    text: str
    place: Place = Place()
    header: bool = False
    origin: bool = True


Rows = tuple[tuple[Cell, ...], ...]


class Block(NamedTuple):
    """A paragraph, a heading or a table of the source, with the place of each of its pieces.

    `places` pairs an offset into `text` with the place of what begins there; offsets ascend and the first is 0.
    """

    text: str
    places: tuple[tuple[int, Place], ...] = ((0, Place()),)
    kind: BlockKind = "paragraph"
    rows: Rows = ()

    def place_at(self, offset: int) -> Place:
        """The place of the piece that covers `offset`."""
        index = bisect.bisect_left(self.places, (offset + 1,)) - 1
        return self.places[max(index, 0)][1]

    def cells(self) -> Iterator[tuple[int, int, int, int, Cell]]:
        """(row, column, start, end, cell) of each grid point of a table, offsets into `text`.

        A copy of a merged cell has an empty range where its text would stand.
        """
        offset = 0
        for number, row in enumerate(self.rows):
            for column, cell in enumerate(row):
                end = offset + (len(cell.text) if cell.origin else 0)
                yield number, column, offset, end, cell
                offset = end + 1


def table_block(rows: Rows) -> Block:
    """A table as a block: a line a row, tabs between cells, each cell with its own place."""
    text = "\n".join("\t".join(cell.text if cell.origin else "" for cell in row) for row in rows)
    bare = Block(text, kind="table", rows=rows)
    places = tuple((start, cell.place) for _, _, start, _, cell in bare.cells())
    return Block(text, places or ((0, Place()),), "table", rows)


@dataclass(frozen=True, slots=True)
class Document:
    """What a reader makes of one file: its blocks in reading order, before any repair.

    `meta` is what the page or file says about itself outside the text, under the names of `Notice` fields (`title`,
    `doc_number`, `issuer`, `signed_on`, `published_on`, `disclosure`) plus `site` and `attachments` (lines: name, tab,
    address), the further names of `ingest.readers.page_labels` (`publisher`, `validity`, …), and `encoding`.
    """

    blocks: tuple[Block, ...]
    media_type: str
    pages: int | None = None
    meta: Mapping[str, str] = field(default_factory=dict)
    flags: frozenset[Flag] = frozenset()


class Repair(NamedTuple):
    """One edit of the block sequence: `before` stood at index `at`, `after` stands there now."""

    name: str
    at: int
    before: tuple[Block, ...]
    after: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """One node of the outline; `number` as printed (`一`, `（一）`, `1`, `附件1`), its range covers its children."""

    number: str
    heading: str
    start: int
    end: int
    children: tuple[Section, ...] = ()


@dataclass(frozen=True, slots=True)
class Jurisdiction:
    """A place of GB/T 2260: six digits, `000000` for the whole country."""

    code: str
    name: str
    level: Level


@dataclass(frozen=True, slots=True)
class SourceInfo:
    """The file that a notice was read from."""

    uri: str
    media_type: str
    sha256: str
    pages: int | None = None


@dataclass(frozen=True)
class Notice:
    """One official document. Dates are ISO, an unreadable year stays open (`--02-06`); unknown is `None` or empty."""

    id: str
    text: str
    blocks: tuple[Block, ...]
    source: SourceInfo
    parent_id: str | None = None
    title: str | None = None
    doc_number: str | None = None
    doc_type: str | None = None
    issuers: tuple[str, ...] = ()
    jurisdiction: Jurisdiction | None = None
    recipients: tuple[str, ...] = ()
    copied_to: tuple[str, ...] = ()
    signed_on: str | None = None
    published_on: str | None = None
    printed_on: str | None = None
    effective_from: str | None = None
    effective_to: str | None = None
    disclosure: str | None = None
    validity: str | None = None
    """What the page itself says of the notice's force (有效, 失效, 废止), as worded there."""
    sections: tuple[Section, ...] = ()
    attachments: tuple[str, ...] = ()
    flags: frozenset[Flag] = frozenset()
    repairs: tuple[Repair, ...] = ()
    body_start: int = 0
    """Offset where the rules can begin: after the head (title, number, recipients)."""
    body_end: int | None = None
    """Offset where the tail (signature, date, copies) begins; `None`: the end of the text."""

    def block_starts(self) -> tuple[int, ...]:
        """The offset of each block in `text`, which is the blocks' texts joined by newlines."""
        return self._starts

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(accumulate((len(block.text) + 1 for block in self.blocks[:-1]), initial=0)) if self.blocks else ()

    def place_at(self, offset: int) -> Place:
        """The place in the source of the character at `offset`."""
        starts = self.block_starts()
        index = bisect.bisect_right(starts, offset) - 1
        return self.blocks[index].place_at(offset - starts[index]) if index >= 0 else Place()

    def to_record(self) -> dict[str, Any]:
        """The notice record of the contract, ready for JSON. `status` is unknown until it is resolved."""
        return {
            "type": "notice",
            "id": self.id,
            "parent_id": self.parent_id,
            "title": self.title,
            "doc_number": self.doc_number,
            "doc_type": self.doc_type,
            "issuers": list(self.issuers),
            "jurisdiction": None
            if self.jurisdiction is None
            else {"code": self.jurisdiction.code, "name": self.jurisdiction.name, "level": self.jurisdiction.level},
            "recipients": list(self.recipients),
            "copied_to": list(self.copied_to),
            "signed_on": self.signed_on,
            "published_on": self.published_on,
            "printed_on": self.printed_on,
            "effective_from": self.effective_from,
            "effective_to": self.effective_to,
            "disclosure": self.disclosure,
            "validity": self.validity,
            "sections": [_section_record(section) for section in self.sections],
            "attachments": list(self.attachments),
            "text": self.text,
            "flags": sorted(self.flags),
            "repairs": list(dict.fromkeys(repair.name for repair in self.repairs)),
            "status": "unknown",
            "source": {
                "uri": self.source.uri,
                "media_type": self.source.media_type,
                "sha256": self.source.sha256,
                "pages": self.source.pages,
            },
        }


def _section_record(section: Section) -> dict[str, Any]:
    return {
        "number": section.number,
        "heading": section.heading,
        "start": section.start,
        "end": section.end,
        "children": [_section_record(child) for child in section.children],
    }
