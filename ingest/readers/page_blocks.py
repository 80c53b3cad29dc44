"""Elements of a page → blocks: where paragraphs end, which tables hold data, what number a list item has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from ingest import patterns as re
from ingest.decode import visible
from ingest.notice import Block, Cell, Place, Rows, table_block
from ingest.readers.chinese_numerals import counting
from ingest.readers.page_weights import Page, texts
from ingest.readers.table_heads import headed

_BREAKS = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "caption",
        "center",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
    }
    | {"figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "legend", "li"}
    | {"main", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_MAX_SPAN = 200
_MAX_GRID = 100_000
_LAYOUT_CELL = 600

_WRAPPED = re.compile(r"[ \t\r\f]*\n[ \t\r\n\f]*")
_CJK = r"[\u2018-\u201d\u2026\u3000-\u303f\u3400-\u9fff\uff00-\uffef]"
_WRAP_IN_CJK = re.compile(rf"(?<={_CJK})\n|\n(?={_CJK})")
_BLANKS = re.compile(r"[ \t\f\n]+")
_EMPTY = Cell("")
_NUMBERED = re.compile(
    r"\s*(?:[（(]?\s*(?:[一二三四五六七八九十百]+|\d{1,3}|[a-zA-Z]|[ivxIVX]+)\s*[、.．)）:：]|[①-⑳]"
    r"|第[一二三四五六七八九十百\d]+[条章节])"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A block, and how many of its characters stand in links."""

    block: Block
    linked: int = 0


class Paths:
    """XPaths of elements, each sibling numbered (`/html/body/div[2]/p[1]`), worked out once an element."""

    def __init__(self) -> None:
        self._known: dict[HtmlElement, str] = {}

    def of(self, element: HtmlElement) -> str:
        """The path of an element in the page as parsed."""
        if element not in self._known:
            chain = [element]
            while (parent := chain[-1].getparent()) is not None and parent not in self._known:
                chain.append(parent)
            for holder in reversed(chain):
                self._enter(holder)
        return self._known[element]

    def _enter(self, element: HtmlElement) -> None:
        parent = element.getparent()
        if parent is None:
            self._known[element] = f"/{element.tag}"
            return
        counts: dict[str, int] = {}
        for child in parent.iterchildren("*"):
            counts[child.tag] = counts.get(child.tag, 0) + 1
            mark = "" if child.tag == "body" else f"[{counts[child.tag]}]"
            self._known.setdefault(child, f"{self._known[parent]}/{child.tag}{mark}")


class _Writer:
    """The block that is being written, and whether the walk is within a link or preformatted text."""

    def __init__(self, paths: Paths) -> None:
        self.links = 0
        self.verbatim = 0
        self._paths = paths
        self._parts: list[str] = []
        self._start: HtmlElement | None = None
        self._linked = 0

    def text(self, text: str | None, element: HtmlElement) -> Iterator[Piece]:
        """Add a piece of text that stands directly in `element`; lines of preformatted text are blocks of their own."""
        lines = (text or "").split("\n") if self.verbatim else [text or ""]
        self._add(lines[0], element)
        for line in lines[1:]:
            yield from self.flush()
            self._add(line, element)

    def _add(self, text: str, element: HtmlElement) -> None:
        if self._start is None:
            if not text.strip(" \t\r\n\f"):
                return
            self._start = element
        self._parts.append(text)
        self._linked += len(text.strip()) if self.links else 0

    def flush(self) -> Iterator[Piece]:
        """The block that ends here, if there is any text in it."""
        text = tidy_spaces("".join(self._parts))
        if text and self._start is not None:
            home = _home(self._start)
            place = Place(path=self._paths.of(home))
            yield Piece(Block(text, ((0, place),), "heading" if home.tag in _HEADINGS else "paragraph"), self._linked)
        self._parts, self._start, self._linked = [], None, 0


def tidy_spaces(text: str) -> str:
    """White space as a browser shows it: line ends of the source are none beside a Chinese character.

    Leading ideographic and no-break spaces are indentation and stay; no-break spaces become plain ones.
    """
    text = _WRAP_IN_CJK.sub("", _WRAPPED.sub("\n", text))
    text = visible(_BLANKS.sub(" ", text)).strip(" ").replace("&nbsp;", " ").replace("\xa0", " ").rstrip()
    return text if text.strip() else ""


def pieces(root: HtmlElement, page: Page, paths: Paths, *, tables: bool = True) -> Iterator[Piece]:
    """The blocks of an element in document order, with skipped parts left out.

    Breaks at paragraphs, cells, list items and `br`, never at `span` or `font`. With `tables`, a table that holds data
    is one block; else all of them are taken apart.
    """
    writer = _Writer(paths)
    whole: set[HtmlElement] = set()
    walker = iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walker:
        if event == "start":
            if element.tag in _BREAKS:
                yield from writer.flush()
            if tables and element.tag == "table" and element not in page.skipped and is_data_table(element, page):
                yield from _beside_cells(element, page, paths)
                yield Piece(table_block(grid(element, page, paths)))
                whole.add(element)
            if element in page.skipped or element in whole:
                walker.skip_subtree()
            else:
                yield from _opened(writer, element, page)
            continue
        if event == "end":
            if element not in page.skipped and element not in whole:
                _count(writer, element, -1)
            if element.tag in _BREAKS:
                yield from writer.flush()
        if element is not root:
            yield from writer.text(element.tail, element.getparent())
    yield from writer.flush()


def _opened(writer: _Writer, element: HtmlElement, page: Page) -> Iterator[Piece]:
    _count(writer, element, 1)
    if element.tag == "li":
        yield from writer.text(list_number(element, page), element)
    yield from writer.text(element.text, element)


def _count(writer: _Writer, element: HtmlElement, step: int) -> None:
    writer.links += step * (element.tag == "a")
    writer.verbatim += step * (element.tag == "pre")


def _beside_cells(table: HtmlElement, page: Page, paths: Paths) -> Iterator[Piece]:
    """The caption of a table, and text that stands in it outside its cells."""
    for caption in table.iterchildren("caption"):
        yield from pieces(caption, page, paths)
    for element in (table, *table.iterdescendants("thead", "tbody", "tfoot", "tr")):
        text = tidy_spaces(" ".join(texts(element)))
        if text:
            yield Piece(Block(text, ((0, Place(path=paths.of(element))),)))


def is_data_table(table: HtmlElement, page: Page) -> bool:
    """Whether a table holds data: several rows and columns, none nested, no cell that holds nearly everything."""
    if table.get("role") == "presentation" or next(table.iterdescendants("table"), None) is not None:
        return False
    rows = [list(row.iterchildren("td", "th")) for row in table.iterdescendants("tr")]
    filled = [[page.weight(cell).characters for cell in row] for row in rows]
    filled = [row for row in filled if any(row)]
    if len(filled) < 2 or max(sum(1 for size in row if size) for row in filled) < 2:
        return False
    sizes = [size for row in filled for size in row]
    return max(sizes) <= _LAYOUT_CELL or max(sizes) * 2 <= sum(sizes)


def grid(table: HtmlElement, page: Page, paths: Paths) -> Rows:
    """The cells of a data table, merged ones filled over all that they cover.

    Spans are capped by the rows that there are, and a grid beyond 100,000 points gets no more copies: `rowspan="9999"`
    is a way of saying “to the end”, and must not eat memory.
    """
    rows = list(table.iterdescendants("tr"))
    points: dict[tuple[int, int], Cell] = {}
    for number, row in enumerate(rows):
        column = 0
        for element in row.iterchildren("td", "th"):
            while (number, column) in points:
                column += 1
            cell = Cell(cell_text(element, page, paths), Place(path=paths.of(element)), _is_header(element))
            points[number, column] = cell
            column = _fill(points, cell, (number, column), _spans(element, len(rows) - number))
    return headed(_as_rows(points, len(rows)))


def cell_text(element: HtmlElement, page: Page, paths: Paths) -> str:
    """The paragraphs of a cell, a line each."""
    lines = (piece.block.text.strip() for piece in pieces(element, page, paths, tables=False))
    return "\n".join(line.replace("\t", " ") for line in lines)


def _spans(element: HtmlElement, rows_left: int) -> tuple[int, int]:
    def span(name: str) -> int:
        value = element.get(name, "1").strip()
        return int(value) if value.isascii() and value.isdigit() and len(value) < 6 else 1

    height = span("rowspan") or rows_left  # 0: to the end of the table
    return max(1, min(height, rows_left)), max(1, min(span("colspan"), _MAX_SPAN))


def _fill(points: dict[tuple[int, int], Cell], cell: Cell, at: tuple[int, int], spans: tuple[int, int]) -> int:
    """Copy a merged cell over what it covers; the column after it."""
    (row, column), (height, width) = at, spans
    copy = cell._replace(origin=False)
    for down in range(height):
        for right in range(width):
            if len(points) < _MAX_GRID:
                points.setdefault((row + down, column + right), copy)
    return column + width


def _as_rows(points: dict[tuple[int, int], Cell], height: int) -> Rows:
    """The grid, short rows filled with empty cells, rows and columns without any text left out."""
    width = 1 + max((column for _, column in points), default=-1)
    used = [column for column in range(width) if any(points.get((row, column), _EMPTY).text for row in range(height))]
    rows = (tuple(points.get((row, column), _EMPTY) for column in used) for row in range(height))
    return tuple(row for row in rows if any(cell.text for cell in row))


def _is_header(element: HtmlElement) -> bool:
    return bool(element.tag == "th" or next(element.iterancestors("thead", "table")).tag == "thead")


def list_number(item: HtmlElement, page: Page) -> str:
    """The number that a browser shows before an item of an `ol`, as it would be typed; none where one is typed.

    From `type`, `start`, `value`, `reversed` and an inline `list-style-type`; `cjk-ideographic` gives 一、.
    """
    holder = item.getparent()
    if holder is None or holder.tag != "ol" or _NUMBERED.match(item.text_content()[:30]):
        return ""
    style = f"{holder.get('style', '')};{item.get('style', '')}".lower()
    if re.search(r"list-style(?:-type)?\s*:\s*(?:none|disc|circle|square)", style):
        return ""
    if item not in page.ordinals:
        page.ordinals.update(_ordinals(holder))
    return _label(page.ordinals[item], style, item.get("type") or holder.get("type") or "1")


def _ordinals(holder: HtmlElement) -> Iterator[tuple[HtmlElement, int]]:
    """Each item of a list with its count."""
    items = list(holder.iterchildren("li"))
    step = -1 if holder.get("reversed") is not None else 1
    count = _integer(holder.get("start"), len(items) if step < 0 else 1)
    for item in items:
        count = _integer(item.get("value"), count)
        yield item, count
        count += step


def _integer(value: str | None, default: int) -> int:
    text = (value or "").strip()
    return int(text) if re.fullmatch(r"-?\d{1,6}", text) else default


def _label(count: int, style: str, kind: str) -> str:
    if count > 0 and re.search(r"cjk-ideographic|(?:simp|trad)-chinese|cjk-decimal", style):
        return f"{counting(count)}、"
    if 0 < count <= 26 and (kind in "aA" or re.search(r"(?:lower|upper)-(?:alpha|latin)", style)):
        letter = chr(ord("a") + count - 1)
        return f"{letter.upper() if kind == 'A' or 'upper' in style else letter}. "
    if 0 < count < 40 and (kind in "iI" or "-roman" in style):
        roman = "".join(("", "x", "xx", "xxx")[count // 10] + _ROMAN_UNITS[count % 10])
        return f"{roman.upper() if kind == 'I' or 'upper' in style else roman}. "
    return f"{count}."


_ROMAN_UNITS = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")


def _home(element: HtmlElement) -> HtmlElement:
    """The element that makes the paragraph: the nearest one that breaks."""
    return next((holder for holder in _up_to_block(element) if holder.tag in _BREAKS), element)


def _up_to_block(element: HtmlElement) -> Iterator[HtmlElement]:
    yield element
    for holder in element.iterancestors():
        if element.tag in _BREAKS:
            return
        element = holder
        yield element
