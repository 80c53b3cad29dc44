"""`label: value` lines at the head of a text, as pages print their information table (索引号： 成文日期： 文号：)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ingest import patterns as re
from ingest.dates import DATE_LINE
from ingest.fields.issuers import is_organ
from ingest.notice import Block
from ingest.readers.page_labels import LABELS, put
from ingest.repairs import furniture
from ingest.wording import LIST_SIGNS, TYPE_END

_HEAD_LINES: Final = 14
_LONG: Final = 160
_LONGEST_LABEL: Final = 10
_WORDS: Final = "|".join(r"\s*".join(label) for label in sorted(LABELS, key=len, reverse=True))
_UNMARKED: Final = re.compile(rf"(?:索引号|信息索引号?|索引编号)\s+[\w/.-]+\s+(?=(?:{_WORDS})\s*[：:])")
"""An index number whose colon is lost, before labels that have theirs: `索引号 1133/2021-12 文号：…`."""
_LABEL: Final = re.compile(rf"(?:(?<=[\s；;])|^)(?:({_WORDS})\s*[：:]|[\[【]\s*({_WORDS})\s*[\]】]\s*[：:]?)\s*")
_FILE: Final = re.compile(r"(?:[^：:]{0,12}[：:])?\s*([^：:。]{8,100}?)\.(?:docx?|pdf|wps|ofd)", re.IGNORECASE)
"""The name of a file for download, below a text: a notice's own title where the text has lost it."""
_PAGE_DAY: Final = re.compile(r"(?:^|(?<=\s))(?:(?:日期|时间)\s*[：:]\s*)?(?P<day>\d{4}[-/.]\d{1,2}[-/.]\d{1,2})")
_SITE: Final = re.compile(r"来源\s*[：:]\s*(?P<name>[^\s：:]+?)(?=$|\s|日期|时间)")
_VALUE: Final = re.compile(r"\S+(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?\s+")
_SALUTATION: Final = re.compile(r"^(?:各|国务院|省|市).{2,}[：:]$")


def lines(blocks: Sequence[Block]) -> tuple[int, ...]:
    """The blocks before the text that hold labels and their values and nothing else."""
    found: list[int] = []
    for index, block in enumerate(blocks[:_HEAD_LINES]):
        text = block.text.strip(LIST_SIGNS)
        labelled = bool(_LABEL.match(text) or _UNMARKED.match(text) or (_PAGE_DAY.match(text) and _SITE.search(text)))
        if not labelled and furniture.is_site_line(text):
            continue
        addresses = _SALUTATION.match(text) or (text[-1:] in "：:" and len(text) > _LONGEST_LABEL and not labelled)
        if len(text) > _LONG or addresses or ("。" in text[:-1] and len(text) > 40):
            break
        awaited = bool(found) and found[-1] == index - 1 and _is_awaited(blocks[index - 1].text, text)
        if labelled or awaited:
            found.append(index)
    return tuple(found)


def value_end(text: str, at: int) -> int:
    """Where the value of the label ends that stands at `at`: at the next label, else behind one word; `at`: none."""
    mark = _LABEL.match(text, at)
    if mark is None:
        return at
    following = _LABEL.search(text, mark.end(), mark.end() + _LONG)
    if following and "。" not in text[mark.end() : following.start()]:
        return following.start()
    word = _VALUE.match(text, mark.end())
    return word.end() if word else at


def _is_awaited(above: str, text: str) -> bool:
    """Whether a line is the day for the label that ends the line above (`更新时间：` / `2021-03-09`)."""
    return above.rstrip().endswith(("：", ":")) and bool(DATE_LINE.fullmatch(text))


def _day_of_page(text: str) -> str | None:
    """`来源：某局 日期：2024-03-05`: the day on which an official page was put up, not a reprint's own."""
    day, site = _PAGE_DAY.search(text), _SITE.search(text)
    official = site and (is_organ(site["name"]) or site["name"].endswith(("平台", "政府网", "政务网", "门户网站")))
    return day["day"] if day and official else None


def said(blocks: Sequence[Block], found: Sequence[int]) -> dict[str, str]:
    """What the `lines` that were found say, under the names of `Document.meta`; dates in ISO."""
    meta: dict[str, str] = {}
    for block in blocks[-_HEAD_LINES:]:
        named = _FILE.fullmatch(block.text.strip()) if len(block.text) < 120 and "." in block.text else None
        if named and TYPE_END.search(named[1]):
            meta["title"] = named[1]
    for index in found:
        text = blocks[index].text.strip(LIST_SIGNS)
        if index + 1 in found and _is_awaited(text, blocks[index + 1].text):
            text += blocks[index + 1].text.strip()
        marks = list(_LABEL.finditer(text))
        ends = [*[mark.start() for mark in marks[1:]], len(text)][: len(marks)]
        for mark, end in zip(marks, ends, strict=True):
            put(meta, mark[1] or mark[2], text[mark.end() : end].strip(" \t\u3000；;。"))
        if day := _day_of_page(text):
            put(meta, "发布日期", day)
    return meta
