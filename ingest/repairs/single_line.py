"""A notice all in one line, without a blank where a paragraph ended: cut where its own order says that one begins.

What the next number of a row opens (第一条 第二条, 一、 二、) is a paragraph; so is a signature with its date, a list
of attachments, the contact. It is done only where the file holds nothing else, so that no paragraph is meant.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ingest import patterns as re
from ingest.fields.issuers import is_organ
from ingest.readers.chinese_numerals import counting
from ingest.repairs.flattened import carried_in, part_edges
from ingest.repairs.pieces import Blocks, Edit, parts
from ingest.wording import ANY_TYPE, DAY, DISCLOSURE, HAN, TRIAL

_LEAST_LENGTH: Final = 50
_ENDS: Final = "。；：！？;:!?）)”》"
_OPENED: Final = re.compile(
    rf"[{HAN}]{{2,24}}(?:公告|通告)[（(]\d{{4}}年第\d{{1,3}}号[）)](?=因|为|根据|按照|经|近|现)"
    rf"|[^。，；：]{{4,60}}?(?:{ANY_TYPE}){TRIAL}(?=第一[章条][{HAN}])"
)
"""`某局通告（2023年第5号）因…`, `某办法第一章总则…`: where the title ends that the text begins with."""
_HEADED: Final = re.compile(
    rf"(?:^|(?<=[{_ENDS}]))[一二三四五六七八九十]{{1,3}}、[{HAN}“”]{{2,14}}(?=(?:[（(]一[）)](?![项款条])|1[.．、](?!\d))[{HAN}])"
)
"""`三、工作要求（一）各校要…`: a heading that its first item follows at once."""
_CHAPTER: Final = re.compile(rf"第[一二三四五六七八九十]{{1,3}}章[{HAN}、]{{2,15}}$")
_BELOW: Final = re.compile(r"(?<=[。！])(?=附件?[：:]|[（(]?联系(?:人|电话|方式)[：:])")
_SIGNED: Final = re.compile(rf"(?<=[。！])(?P<organ>[{HAN}（）]{{4,40}}?)(?={DAY}(?:$|[（(]))")
_TITLED: Final = re.compile(rf"(?P<organ>[{HAN}]{{4,30}}?)关于")
_LAST: Final = re.compile(rf"(?={DAY}(?:{DISCLOSURE.pattern})?$)")


def single_line(blocks: Blocks) -> Iterator[Edit]:
    """The paragraphs of a notice that is one line."""
    if len(blocks) == 1 and blocks[0].kind == "paragraph" and len(blocks[0].text) >= _LEAST_LENGTH:
        text = blocks[0].text
        edges = _articles(text) | _headings(text) | _closing(text)
        if edges or _is_numbered(text):
            pieces = parts(blocks[0], sorted(edges | part_edges(text, None, carried_in(text))))
            if len(pieces) > 1:
                yield 0, 1, pieces


def _is_numbered(text: str) -> bool:
    """Whether items 一、 and 二、 stand behind full stops or the words that announce them."""
    first = re.search(rf"[{_ENDS}]一、", text)
    return first is not None and re.search(rf"[{_ENDS}]二、", text[first.end() :]) is not None


def _articles(text: str) -> set[int]:
    """Where 第一条, 第二条, … begin in their order, and the chapters before them; none where there is only one."""
    edges: set[int] = set()
    at = count = 0
    while (found := _article(text, count + 1, at)) is not None:
        chapter, start = found
        edges |= {chapter, start}
        at, count = start + 1, count + 1
    return edges if count > 1 else set()


def _article(text: str, number: int, begin: int) -> tuple[int, int] | None:
    """Where the chapter begins that this article opens, or the article itself, and where the article begins."""
    label = f"第{counting(number)}条"
    at = text.find(label, begin)
    while at >= 0:
        chapter = _CHAPTER.search(text, max(begin, at - 20), at)
        if chapter or number == 1 or text[at - 1] in _ENDS:
            return (chapter.start() if chapter else at), at
        at = text.find(label, at + 1)
    return None


def _headings(text: str) -> set[int]:
    opened = _OPENED.match(text)
    return {found.end() for found in _HEADED.finditer(text)} | ({opened.end()} if opened else set())


def _closing(text: str) -> set[int]:
    """Where attachments, contact, the signature and its date begin.

    The organ that signs stands behind a full stop, or it is the one that the title names.
    """
    edges = {found.start() for found in _BELOW.finditer(text)}
    titled = _TITLED.match(text)
    for signed in _SIGNED.finditer(text):
        if is_organ(signed["organ"]):
            edges |= {signed.start("organ"), signed.end("organ")}
    day = _LAST.search(text)
    if titled and day and text.endswith(titled["organ"], 0, day.start()):
        edges |= {day.start() - len(titled["organ"]), day.start()}
    return edges
