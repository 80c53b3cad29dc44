"""废止目录：`现对以下规范性文件宣布失效：`之后，或`…等3件文件予以废止（附件1）`所指附件里，逐项列出的文件。"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from extract.relations.citations import Citation, citations, clean_title, issuer_in
from ingest import patterns as re
from ingest.fields.doc_numbers import doc_numbers

_ENDS: Final = r"(?:废止|失效|停止执行)"
ENDED: Final = re.compile(_ENDS)
"""Without such a word a notice holds no list of what it repeals."""
_OPENS: Final = re.compile(
    rf"(?:(?:以下|下列)[^。；：\n]{{0,40}}?(?:予以|宣布|同时|自[^，。\n]{{2,20}}起)?{_ENDS}|{_ENDS}(?:以下|下列"
    r"|的?[^。；：，\n]{0,16}?(?:如下|目录|清单)))[^。；：，\n]{0,10}[：:]"
)
_PLANNED: Final = re.compile(r"(?:拟|建议|征求|不得|如需)[^。；，\n]{0,20}$")
_ANNEXED: Final = re.compile(
    rf"(?:等\s*\d+\s*[件部份个][^。；\n]{{0,30}}?{_ENDS}|(?:以下|下列|部分)[^。；\n]{{0,30}}?{_ENDS}"
    rf"|{_ENDS}[^。；\n]{{0,80}}?等\s*\d+\s*[件部份个])"
    r"[^。；\n]{0,14}?[（(](?:目录|清单|名单)?(?:详?见)?附件\s*(?P<number>\d{0,2})"
)
"""`对《…》等3件行政规范性文件予以废止（附件1）`, as decisions on clearing out put it."""
_CAPTIONS: Final = 3
"""Lines that may stand between the label of an attachment and its list: a title, an issuer, a unit of measure."""
_NAME_HEAD: Final = re.compile("名称|标题|题目|文件名")
_ITEM: Final = re.compile(
    r"[ \t\u3000]*(?:\d{1,3}[.、．]|[（(]\d{1,3}[)）]"
    r"|[一二三四五六七八九十]{1,3}、)?[ \t\u3000]*(?P<name>[^\n]{4,160}?)[；;。，]?[ \t]*(?:\n|$)"
)
_NUMBERED: Final = re.compile(r"[ \t\u3000]*(?:\d{1,3}[.、．]|[（(]\d{1,3}[)）]|[一二三四五六七八九十]{1,3}、|《)")
_DETAIL: Final = re.compile(r"\s*(?:发文|制定|印发|发布)?(?:单位|机关|部门|文号|字号|日期|编号)\s*[：:]")


def listed(text: str) -> Iterator[Citation]:
    """The documents that a list repeals item by item, with the line in which each stands."""
    for opening in _OPENS.finditer(text):
        if _PLANNED.search(text, max(0, opening.start() - 40), opening.start()):
            continue
        line_end = text.find("\n", opening.end())
        line_end = len(text) if line_end < 0 else line_end
        inline = tuple(citations(text[opening.end() : line_end]))
        for citation in inline:
            yield _moved(citation, opening.end())
        if not inline:
            yield from _items(text, line_end + 1)

    for pointer in _ANNEXED.finditer(text):
        if not _PLANNED.search(text, max(0, pointer.start() - 40), pointer.start()):
            yield from _annexed(text, pointer)


def _annexed(text: str, pointer: re.Match[str]) -> Iterator[Citation]:
    """The items of the attachment that a sentence points to: rows of a table, else numbered lines."""
    label = re.compile(rf"^[ \t\u3000]*附件\s*{pointer['number']}(?!\d)[^\n]*\n", re.MULTILINE).search(
        text, pointer.end()
    )
    if label is None:
        return
    at = label.end()
    for _ in range(_CAPTIONS):
        end = text.find("\n", at)
        if end < 0 or "\t" in text[at:end] or _NUMBERED.match(text, at):
            break
        at = end + 1
    if "\t" in text[at : text.find("\n", at)]:
        yield from _rows(text, at)
    else:
        yield from _items(text, at)


def _rows(text: str, at: int) -> Iterator[Citation]:
    """The documents of a table, one a row, with the number that stands in the same row."""
    column: int | None = None
    while at < len(text) and "\t" in (line := text[at : end if (end := text.find("\n", at)) >= 0 else len(text)]):
        cells = line.split("\t")
        if column is None:
            column = next((index for index, cell in enumerate(cells) if _NAME_HEAD.search(cell)), None)
        elif column < len(cells) and (title := clean_title(cells[column].strip())):
            numbers = doc_numbers(line)
            yield Citation(at, at + len(line), title, numbers[0].text if numbers else None, issuer_in(title))
        at += len(line) + 1


def _moved(citation: Citation, by: int) -> Citation:
    return Citation(citation.start + by, citation.end + by, citation.title, citation.doc_number, citation.issuer)


def _items(text: str, at: int) -> Iterator[Citation]:
    held: Citation | None = None
    while at < len(text):
        item = _ITEM.match(text, at)
        if item is None or not (_NUMBERED.match(item.group()) or _DETAIL.match(item.group())):
            break
        at = item.end()
        if _DETAIL.match(item.group()):
            held = held and _with_number(held, item)
            continue
        if held:
            yield held
        held = _named(item)
    if held:
        yield held


def _named(item: re.Match[str]) -> Citation:
    """`1.上海市…管理办法（试行）（沪科合〔2005〕11号）` as title and number."""
    inside = citations(item["name"])
    if inside and inside[0].quoted:
        return _moved(inside[0], item.start("name"))
    numbers = doc_numbers(item["name"])
    name = item["name"][: numbers[0].start] if numbers else item["name"]
    title = clean_title(name).rstrip("（([〔 ")
    return Citation(item.start("name"), item.end("name"), title, numbers[0].text if numbers else None, issuer_in(title))


def _with_number(held: Citation, detail: re.Match[str]) -> Citation:
    numbers = doc_numbers(detail.group())
    number = held.doc_number or (numbers[0].text if numbers else None)
    return Citation(held.start, detail.end() if numbers else held.end, held.title, number, held.issuer)
