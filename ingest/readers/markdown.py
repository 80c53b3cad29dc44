"""Markdown, line by line: headings, lists, tables, emphasis.

A CommonMark parser is the wrong tool here: it joins the lines of a paragraph, takes a line that is indented by four
blanks for code, drops the numbers of lists, and leaves `**一、总则**（略）` as it is, because a closing mark after a
full-width sign does not count for it. Lines are places here, and numbers are the outline.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ingest import patterns as re
from ingest.notice import Block, Cell, Document, Flag, Place, table_block
from ingest.readers.page_labels import field_of, put
from ingest.wording import ANY_TYPE

_HEADING = re.compile(r" {0,3}#{1,6}[ \t\u3000]+(.*?)(?:[ \t]+#+)?[ \t]*$")
_BULLET = re.compile(r"\A(\s*)[-*+][ \t]+(?=\S)")
_QUOTE = re.compile(r"\A\s{0,3}(?:>[ \t]?)+")
_RULE = re.compile(r"\s{0,3}(?:([-*_=])[ \t]*)(?:\1[ \t]*){2,}$")
_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_TABLE_RULE = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_BOLD_LINE = re.compile(r"\*\*[^*]+\*\*")
_LINK = re.compile(r"(!?)\[([^\[\]]*)\]\((?:<([^<>]*)>|([^()\s]*(?:\([^()\s]*\)[^()\s]*)*))(?:\s+\"[^\"]*\")?\s*\)")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_INLINE_TAG = re.compile(r"</?(?:u|b|i|em|strong|span|font|center|div|p|sup|sub|a)\b[^<>]*>", re.IGNORECASE)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_CLOSERS = r"，。、；：！？）》〉】〕」』”’.,;:!?)"
_EMPHASIS = (
    re.compile(rf"(?<![*\\])\*{{3}}(?![\s*{_CLOSERS}])([^*\n]+?)(?<![\s*\\])\*{{3}}(?!\*)"),
    re.compile(rf"(?<![*\\])\*\*(?![\s*{_CLOSERS}])([^*\n]+?)(?<![\s*\\])\*\*(?!\*)"),
    re.compile(rf"(?<![*\\0-9])\*(?![\s*0-9{_CLOSERS}])([^*\n]+?)(?<![\s*\\])\*(?![*0-9])"),
    re.compile(r"(?<![_A-Za-z0-9])__(?![\s_])([^_\n]+?)(?<!\s)__(?![_A-Za-z0-9])"),
)
_BOLD_SEAM = re.compile(rf"(?<![*\\])\*\*(?![\s*{_CLOSERS}])([^*\n]+)\*{{4}}(?=[^*\n]+\*\*(?!\*))")
"""Bold that ends and begins again, as converters write two bold spans side by side."""
_CODE = re.compile(r"`([^`\n]+)`")
_HEAD_LINE = re.compile(r"\s*(?:[-*+][ \t]+)?\**([^*:：]{2,10})\**\s*[:：]\s*\**\s*(.*?)\s*$")
_ATTACHMENT = re.compile(r"\.(?:pdf|docx?|xlsx?|ofd|wps|et|zip|rar)(?:[?#]|$)", re.IGNORECASE)


_TITLE = re.compile(rf"关于.{{2,}}|(?:{ANY_TYPE})[ \t]*#*[ \t]*$")
PAGE_MARK_OPENINGS = frozenset("#-=")
_PAGE_MARK = re.compile(r"\s*(?:#+|-{2,}|={2,})\s*Page\s+(\d{1,5})\s*(?::|-{2,}|={2,})?\s*$", re.IGNORECASE)


def is_markdown(text: str, lines: Sequence[str]) -> bool:
    """Whether a text of these lines is written in Markdown: two signs of it, or a title as heading.

    One `#` is none: it stands before numbers and topics in plain text, too. A file's name is none either.
    """
    headings = (
        [line for line in lines if "#" in line and _HEADING.match(line) and not page_mark(line)] if "#" in text else []
    )
    titles = [line for line in headings if _TITLE.search(line)]
    table = "|" in text and any("|" in line and _TABLE_RULE.match(line) for line in lines)
    bold = sum(bool(_BOLD_LINE.search(line)) for line in lines) if "**" in text else 0
    link = "](" in text and any("](" in line and _LINK.search(line) for line in lines)
    return min(len(headings), 2) + len(titles) + 2 * bool(table) + min(bold, 2) + bool(link) >= 2


def page_mark(line: str) -> int | None:
    """The page number of a line that a PDF-to-text program put between two pages (`# Page 303:`, `--- Page 3 ---`)."""
    found = _PAGE_MARK.match(line)
    return int(found[1]) if found else None


def read_lines(lines: Sequence[str]) -> Document:
    """The blocks of a Markdown text, with the meta data of its head; `Place.line` counts from 1."""
    numbered = [(number, line) for number, line in enumerate(_without_comments(lines), 1)]
    meta: dict[str, str] = {}
    blocks = tuple(_blocks(_without_head(numbered, meta)))
    attachments = _attachments(lines)
    crawled = {name for name in ("url", "retrieved") if name in meta}
    flags: frozenset[Flag] = frozenset({"web_boilerplate"} if crawled else ())
    return Document(blocks, "text/markdown", meta={**meta, **attachments}, flags=flags)


def inline(text: str) -> str:
    """A line without marks of emphasis, links (their text stays), pictures, code, escapes."""
    if not any(mark in text for mark in "*_`[\\<"):
        return text
    text = _LINK.sub(lambda link: "" if link[1] else link[2], text)
    text = _INLINE_TAG.sub("", _BREAK.sub("\n", text))
    text = _BOLD_SEAM.sub(r"**\1", text)
    for pattern in (*_EMPHASIS, _CODE):
        text = pattern.sub(r"\1", text)
    return _ESCAPE.sub(r"\1", text)


def _without_comments(lines: Sequence[str]) -> list[str]:
    """The lines with comments blanked, their number unchanged."""
    text = "\n".join(lines)
    return _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), text).split("\n") if "<!--" in text else [*lines]


def _without_head(numbered: list[tuple[int, str]], meta: dict[str, str]) -> list[tuple[int, str]]:
    """The lines but for `label: value` ones before the text: YAML between two rules, or below the title.

    A head has two labels at least; a single `来源：…` may be the text's own.
    """
    start = next((at for at, (_, line) in enumerate(numbered) if line.strip() and not _HEADING.match(line)), 0)
    found: list[int] = []
    for at in range(start, len(numbered)):
        line = numbered[at][1]
        label = _HEAD_LINE.match(line)
        if label and field_of(label[1]):
            found.append(at)
        elif line.strip() and not _RULE.match(line) and not (label and "**" in line):
            break
    if len(found) < 2:
        return numbered
    for at in found:
        label = _HEAD_LINE.match(numbered[at][1])
        if label:
            put(meta, label[1], inline(label[2]))
    return [line for at, line in enumerate(numbered) if at not in set(found)]


def _blocks(numbered: list[tuple[int, str]]) -> Iterator[Block]:
    at = 0
    while at < len(numbered):
        number, line = numbered[at]
        rows = _table_rows(numbered, at)
        if rows:
            yield table(rows)
            at += len(rows) + 1
            continue
        yield from _line_blocks(number, line)
        at += 1


def _line_blocks(number: int, line: str) -> Iterator[Block]:
    if not line.strip() or _RULE.match(line) or _FENCE.match(line):
        return
    heading = _HEADING.match(line)
    text = heading[1] if heading else _BULLET.sub(r"\1", _QUOTE.sub("", line, count=1), count=1)
    for part in inline(text).split("\n"):
        if part.strip():
            yield Block(part.rstrip(), ((0, Place(line=number)),), "heading" if heading else "paragraph")


def _table_rows(numbered: list[tuple[int, str]], at: int) -> list[tuple[int, str]]:
    """The rows of the table that begins here, its rule left out; none where there is no table."""
    if at + 1 >= len(numbered) or "|" not in numbered[at][1]:
        return []
    rule = numbered[at + 1][1]
    if not _TABLE_RULE.match(rule) or "|" not in rule:
        return []
    rows = [numbered[at]]
    for row in numbered[at + 2 :]:
        if "|" not in row[1] or not row[1].strip():
            break
        rows.append(row)
    return rows


def table(rows: list[tuple[int, str]]) -> Block:
    """The table of rows whose cells stand between strokes, each with the number of its line; the first is its head."""
    width = len(_cells(rows[0][1]))
    grid = []
    for index, (number, line) in enumerate(rows):
        texts = [*_cells(line), *[""] * width][: max(width, len(_cells(line)))]
        grid.append(tuple(Cell(text, Place(line=number), header=index == 0) for text in texts))
    return table_block(tuple(grid))


def _cells(line: str) -> list[str]:
    inner = line.strip().removeprefix("|")
    inner = inner[:-1] if inner.endswith("|") and not inner.endswith("\\|") else inner
    return [inline(cell.strip()) for cell in re.split(r"(?<!\\)\|", inner)]


def _attachments(lines: Sequence[str]) -> dict[str, str]:
    found = (link for line in lines if "](" in line for link in _LINK.finditer(line))
    names = [
        f"{link[2] or url.rsplit('/', 1)[-1]}\t{url}" for link in found if _ATTACHMENT.search(url := link[3] or link[4])
    ]
    return {"attachments": "\n".join(dict.fromkeys(names))} if names else {}
