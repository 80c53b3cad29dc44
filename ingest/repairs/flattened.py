"""Texts whose line breaks a crawler lost: blanks stand where paragraphs ended, or nothing at all.

With blanks, each run of them is asked whether it was a paragraph's end: by its width, by what stands before it (a
full stop, a title, a heading) and after it (an outline number, a date). Without any, the text is cut at the
salutation, at outline numbers that follow a full stop, round document numbers, and before a signature with its date.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

from ingest import patterns as re
from ingest.dates import DATE_LINE
from ingest.fields.recipients import is_salutation
from ingest.repairs import furniture, labels
from ingest.repairs.pieces import Blocks, Edit, parts
from ingest.wording import (
    ANY_TYPE,
    DATE,
    DAY,
    HAN,
    LABEL,
    LONGEST_LABEL,
    NUMBER,
    ORGAN_LINE,
    STARTER,
    TRIAL,
    TYPE_END,
    is_annex_label,
)

_RUN: Final = re.compile(r"[ \t\u3000]+")
_SIGNS: Final = re.compile(
    r"[。：；:;][ \t\u3000]|[ \t\u3000]{3,}|\u3000\u3000|(?<=\S)[ \t\u3000](?=[一二三四五六七八九]、[\u4e00-\u9fff])"
)
_LEAST_LENGTH: Final = 120
_LEAST_ALONE: Final = 60
_HEAD_LENGTH: Final = 600
_LEAST_SIGNS: Final = 3
_DATE_NEXT: Final = re.compile(rf"{DAY}(?:\d{{1,2}}时)?(?=[\s\u3000（(【]|$|责任)|\d{{1,2}}月\d{{1,2}}日[，,]")
_SIGNED_NEXT: Final = re.compile(rf"{ORGAN_LINE.pattern}[ \u3000]+{DAY}(?=[\s\u3000（(]|$)")
_NUMBER_NEXT: Final = re.compile(rf"(?:{NUMBER.pattern})(?=[\s\u3000]|各|$)|(?:19|20)\d\d年第\d+号")
_NOTE_NEXT: Final = re.compile(r"[（(](?:此[件页]|信息公开|联系人|公开)|附[：:]|附件|抄送|【|责任编辑|特此")
_NUMBER_NOTE: Final = re.compile(r"[（(][^（()）]{2,20}号[）)]$")
_HEADING_LENGTH: Final = 45


def lost_paragraphs(blocks: Blocks) -> Iterator[Edit]:
    """Long lines in which blanks stand for the ends of paragraphs, and a text of one line."""
    for index in blocks.showing(_RUN):
        block = blocks[index]
        long = len(block.text) >= (_LEAST_ALONE if len(blocks) == 1 else _LEAST_LENGTH)
        if block.kind == "paragraph" and long and _is_flat(block.text, least=1 if len(blocks) == 1 else _LEAST_SIGNS):
            pieces = parts(block, _paragraph_ends(block.text, page=index == 0))
            if len(pieces) > 1:
                yield index, index + 1, pieces


def _is_flat(text: str, *, least: int) -> bool:
    signs = len(_SIGNS.findall(text.strip()))
    return signs >= least or (signs >= 1 and bool(DATE.search(text[-60:])) and "。 " in text)


def _rows(text: str, at: int) -> list[int]:
    """The ends of the rows of a site's pieces, and of the labels with their values, that stand from here on."""
    ends: list[int] = []
    while True:
        end = at
        while (further := furniture.piece_at(text, end)) > end:
            end = further
        end = end if end > at else labels.value_end(text, at)
        if end == at:
            return ends
        ends.append(end)
        at = end


def _paragraph_ends(text: str, *, page: bool) -> list[int]:
    """Where paragraphs end; near the beginning of a `page` what its site put there is known by its own forms."""
    ends = _rows(text, 0) if page else []
    start = ends[-1] if ends else 0
    for run in _RUN.finditer(text, start):
        if run.start() < start:
            continue
        left = text[start : run.start()].strip()
        if left and _ends_paragraph(left, run[0], text[run.end() : run.end() + 60]):
            ends += [run.end(), *(_rows(text, run.end()) if page and run.end() < _HEAD_LENGTH else ())]
            start = ends[-1]
    return ends


def _ends_paragraph(left: str, blank: str, right: str) -> bool:
    if not right or _inside(left) or _is_padding(left, right) or _WITHIN_DAY.match(left[-1] + right[0]):
        return False
    if (len(left) <= LONGEST_LABEL and LABEL.fullmatch(left)) or _BARE_LABEL.match(left):
        return False
    if "抄" in left and _COPIED.search(left + right[0]):
        return False
    if is_annex_label(left):
        return right[0] not in "：:" and not left.endswith(("：", ":"))
    if "公告" in right and len(left) <= 24 and _ANNOUNCED.match(right) and ORGAN_LINE.fullmatch(left):
        return False
    if len(blank) >= 3 or "\u3000\u3000" in blank or left[-1] in "。；：！？:;!?":
        return not (left[-1] in "：:" and len(left) > 400)
    if DATE_LINE.fullmatch(left) or (DATE_LINE.match(right) and (NUMBER.fullmatch(left) or TYPE_END.search(left))):
        return True
    if STARTER.match(right) or _DATE_NEXT.match(right) or _NUMBER_NEXT.match(right) or _NOTE_NEXT.match(right):
        return True
    if left[-1] in "，、,（(《“为和与及或" or right[0] in "（(，。、；：）)的":
        return False
    if _SIGNED_NEXT.match(right):
        return True
    if left[-1] in "）)" and "。" in left:
        return True
    figure = (left[-1].isascii() and left[-1].isalnum()) or (right[0].isascii() and right[0].isalnum())
    return not figure and _is_line(left)


_WORD: Final = re.compile(r"(?:(?!第[一二三四五六七八九十百]{1,4}[条节])\S)*")
"""Up to a blank or the article that runs on behind a padded heading (第一章 总　则第一条)."""
_COPIED: Final = re.compile(r"抄[送报]$|抄\s*[送报]\s*[：:]\S$")
"""`抄　送：　市应急局`: neither blank ends a paragraph."""
_WITHIN_DAY: Final = re.compile(r"\d[年月日]|[年月]\d")
"""`2022 年 8 月 18 日` is one day."""
_BARE_LABEL: Final = re.compile(r"^[【\[][^】\]]{2,8}[】\]]$")
_ANNOUNCED: Final = re.compile(rf"(?:[{HAN}]{{2,20}}[ \u3000]+){{0,6}}[{HAN}]{{2,20}}公告\s*\d{{4}}\s*年第\s*\d+\s*号")


def _is_padding(left: str, right: str) -> bool:
    """Whether the blanks pad a short word (财　政　部) or stand in an announcement's number."""
    if len(left) > 1 and not left[-2].isspace():
        return False
    second = _WORD.match(right)
    return second is not None and len(second[0]) == 1 and not (left[-1] + second[0]).isascii()


def _inside(left: str) -> bool:
    """Whether a title or a bracket is open; a slip that opened one long ago does not count."""
    recent = left[-80:]
    for open_, close in ("《》", "（）", "()", "“”"):
        if open_ in recent and recent.rfind(open_) > recent.rfind(close):
            return True
    return False


def _is_line(left: str) -> bool:
    """Whether the words from the last end on are a title, a heading or a name, as opposed to part of a sentence."""
    bare = _NUMBER_NOTE.sub("", left)
    if DATE.fullmatch(left) or NUMBER.fullmatch(left) or TYPE_END.search(bare):
        return True
    return len(left) <= _HEADING_LENGTH and not any(mark in left for mark in "，。；")


_RUN_ON_ADDRESS: Final = re.compile(
    r"(?!抄)(?=[^。]{0,60}各)[^。\d]{2,250}?[：:](?=\s*(?:为|根据|按照|近|当前|现|经|自|《|[^：:，。；]{2,30}[，。]))"
)
_ADDRESSED_BLOCKS: Final = 8
_TITLED: Final = re.compile(rf"[{HAN}（）、]{{0,40}}关于[^，。；：]{{4,80}}?的(?:通知|通报|意见|决定|批复|函)(?=各)")
"""A title that runs on into the addressees (`…的通知各市物价局：`)."""


def run_on_address(blocks: Blocks) -> Iterator[Edit]:
    """The addressees and the first paragraph in one line (各有关单位：为贯彻…)."""
    for index, block in enumerate(blocks[:_ADDRESSED_BLOCKS]):
        found = _RUN_ON_ADDRESS.match(block.text) if block.kind == "paragraph" and len(block.text) > 40 else None
        lists = found and block.text.startswith("《", found.end()) and not is_salutation(found[0])
        if found and not lists and not LABEL.match(block.text):
            titled = _TITLED.match(block.text, 0, found.end())
            yield index, index + 1, parts(block, [*([titled.end()] if titled else ()), found.end()])
            return


_NUMERALS: Final = frozenset("一二三四五六七八九十")
_HEADED: Final = re.compile(
    rf"[一二三四五六七八九十]{{1,3}}、[{HAN}“”，、]{{4,40}}(?<!条)(?<!款)(?<!项)(?<!关于)(?=[（(][一二三四五六七八九十]{{1,3}}[）)](?![项款条目类])[{HAN}])"
)


_CHAPTERED: Final = re.compile(rf"[^，。；：\s]{{4,80}}(?:{ANY_TYPE}){TRIAL}(?=\s*第[一1]章\s*[{HAN}]{{2,12}}$)")
"""`某管理办法第一章总则`: a title that runs on into the first chapter."""
_SIGNED_ON: Final = re.compile(
    rf"(?:[^。]*。)*?\s*特此[{HAN}]{{2}}(?:[。！]?(?=\s*[{HAN}（）()]{{0,40}}\s*{DAY}\s*$)|[。！](?=\s*(?:{ORGAN_LINE.pattern})$))"
)
"""`特此通告。某市公安局2021年10月20日`: a signature that runs on, with its day or above it."""
_TAIL_BLOCKS: Final = 6


def run_on_heading(blocks: Blocks) -> Iterator[Edit]:
    """A chapter's heading and its first item in one line (二、切实转变理念（二）把…), a title and its first chapter."""
    numbered = {at for at, first in enumerate(blocks.firsts) if first in _NUMERALS}
    ends = range(max(len(blocks) - _TAIL_BLOCKS, 0), len(blocks))
    for index in sorted(numbered.union(range(min(_ADDRESSED_BLOCKS, len(blocks))), ends)):
        block = blocks[index]
        if block.kind != "paragraph":
            continue
        closed = _SIGNED_ON.match(block.text) if index >= len(blocks) - _TAIL_BLOCKS and "特此" in block.text else None
        titled = _CHAPTERED.match(block.text) if index < _ADDRESSED_BLOCKS and "章" in block.text else None
        found = closed or titled or _HEADED.match(block.text)
        if found:
            yield index, index + 1, parts(block, [found.end()])


_LONG_BLOCK: Final = 800
_SHORT: Final = 60
_TITLE: Final = re.compile(rf"关于[^。，；:：]{{4,70}}?的(?:{ANY_TYPE})(?!》)")
_POSTED: Final = re.compile(r"发布日期\s*[:：]\s*\d{4}-\d{1,2}-\d{1,2}")
_RUN_ON_NUMBER: Final = re.compile(rf"(?<=通知|公告|通告|通报|意见|决定|批复|办法|方案)(?:{NUMBER.pattern})")
_ADDRESS: Final = re.compile(r"(?<=[号知告报])(?:各|省|市)[^。；：:一二三]{1,240}?[：:](?=[^\d])")
_ITEM: Final = re.compile(
    r"(?<=[。；！？：;!?:)）”])(?=[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)](?!项|款|条|点|是)"
    r"|\d{1,2}[.．、](?!\d)|第[一二三四五六七八九十百]{1,4}[条章][\s\u3000])"
    rf"|(?<=[{HAN}])(?=[（(]一[）)][{HAN}]{{2,12}}[。，])"
)
_SIGNATURE: Final = re.compile(
    r"(?<=[。！])(?=[^，。；：,;:一]{4,60}?(?:办公室|委员会|指挥部|领导小组|政府|局|厅|部|委|院|"
    r"会)\s*(?:\d{4})?年\d{1,2}月\d{1,2}日)"
)
_SIGNED: Final = re.compile(
    r"(?<=[室会部组府局厅委院部])(?:\d{4})?年\d{1,2}月\d{1,2}日(?!起|前|至|以|止|的|在|，|,|、)"
)
_CHAPTER: Final = re.compile(
    rf"(?<=[法定则例程度案见。）)》])第[一二三四五六七八九十]{{1,3}}章\s*[{HAN}](?:\s*[{HAN}]){{1,12}}?"
    r"(?=第[一二三四五六七八九十百]{1,4}[条节]\s)"
)
"""`…办法|第一章 总　则|第一条 为…`: a chapter's heading that runs on at both ends."""
_DOWNLOAD: Final = re.compile(r"文件下载|附件下载|打印本页|关闭窗口")
_DISCLOSED: Final = re.compile(r"[（(](?:此件[^（()）]{2,8}|信息公开形式[^（()）]{2,10})[）)]")
_POST_TITLE: Final = re.compile(
    rf"(?:[{HAN}]{{2,5}}发布)?(?:关于)?[{HAN}“”]{{6,50}}?(?:须知|通知|通报|公告|通告)(?=根据|为|按照|入境|各|近期|"
    rf"当前|[{HAN}]{{2,6}}[某,，])"
)


def run_on_parts(blocks: Blocks) -> Iterator[Edit]:
    """Parts of a text that has lost every break, in files where most of the text stands in such blocks.

    A paragraph may be long honestly; a number that follows its title without a break says that breaks are lost.
    """
    texts = [block.text for block in blocks if block.kind == "paragraph"]
    long = [text for text in texts if len(text) >= _LONG_BLOCK // 4]
    if sum(map(len, long)) < 0.6 * sum(map(len, texts)) or not any(map(_runs_on, long)):
        return
    title = _repeated_title([block.text for block in blocks])
    carried = {name for block in blocks[:8] for name in carried_in(block.text)}
    for index, block in enumerate(blocks):
        pieces = parts(block, sorted(part_edges(block.text, title, carried)))
        if len(pieces) > 1:
            yield index, index + 1, pieces


def _runs_on(text: str) -> bool:
    return len(text) >= _LONG_BLOCK or ("号" in text and bool(_RUN_ON_NUMBER.search(text[:200])))


def carried_in(text: str) -> set[str]:
    """The names in 《》, of which one may be what the notice carries."""
    return set(_CARRIED.findall(text))


_CARRIED: Final = re.compile(r"《([^《》]{6,80})》")
_OPENS_BODY: Final = re.compile(r"为|根据|按照|依据|第一")


def _behind_carried(text: str, carried: set[str], starts: set[int]) -> set[int]:
    """The ends of titles that the cover names in 《》, where a part begins with one and its text runs on behind it."""
    ends = ((at + len(name)) for at in starts for name in carried if text.startswith(name, at))
    return {end for end in ends if _OPENS_BODY.match(text, end)}


def _repeated_title(texts: Sequence[str]) -> str | None:
    """A title that the page shows more than once."""
    text = "\n".join(texts)
    found = _TITLE.search(text[:400])
    return found[0] if found and text.count(found[0]) > 1 else None


def part_edges(text: str, title: str | None, carried: set[str]) -> set[int]:
    """Where the parts of a text without breaks begin and end: title, number, addressees, items, signature, notes.

    `title` is one that the page shows more than once, `carried` the names of what the cover may carry.
    """
    edges = _edges(text, title) if len(text) > _SHORT else set()
    return edges | _behind_carried(text, carried, {0, *edges})


def _edges(text: str, title: str | None) -> set[int]:
    edges: set[int] = set()
    around = [pattern.finditer(text) for pattern in (_POSTED, _RUN_ON_NUMBER, _DOWNLOAD, _DISCLOSED, _SIGNED, _CHAPTER)]
    if title:
        around.append(re.finditer(rf"(?<!《){re.escape(title)}(?!》)", text))
    for found in chain.from_iterable(around):
        edges |= {found.start(), found.end()}
    for found in _ADDRESS.finditer(text):
        edges.add(found.end())
    for found in _ITEM.finditer(text):
        edges.add(found.start())
    for found in _SIGNATURE.finditer(text):
        edges.add(found.start())
    for at in {0, *edges}:
        opening = _POST_TITLE.match(text, at)
        if opening:
            edges.add(opening.end())
    return edges - {0, len(text)}
