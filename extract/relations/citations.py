"""公文引用识别：《标题》（文号）（以下简称《简称》）作为一个整体，连同发文机关。

A citation is the whole expression that names a document: its title in 《》 or, before a number or a word such as
精神 and 转发, a bare 关于…的通知; the number and the short name in the brackets that follow; the issuer before it. What
governs it is the business of `extract.relations.grammar`.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from extract.document_words import ISSUER, TYPES, bare
from ingest import patterns as re
from ingest.fields.doc_numbers import DocNumber, doc_numbers

_TITLE: Final = re.compile(r"《([^《》]{0,200}(?:《[^《》]{1,150}》[^《》]{0,100})*)》")
_QUOTING: Final = re.compile(
    r"关于[^，。；：！？\n《》]{0,40}《[^《》]{2,150}》(?:[、和与及\s]{0,3}《[^《》]{2,150}》)*[^，。；：！？\n《》、]{0,30}?"
    r"的[^，。；：\n《》、的]{0,6}?(?:通知|决定|意见|公告|批复|函|通告)(?!》)"
)
"""关于印发《…方案》的通知 written without outer 《》."""
_WORDS: Final = r"关于(?:(?!关于)[^，。；：！？\n《》（）()]|（[^（）\n]{1,16}）){4,80}?"
_NUMBERED: Final = re.compile(
    rf"{_WORDS}(?:{TYPES})(?:（[^（）]{{1,8}}）)?(?=\s?[（(〔\[][\s\u4e00-\u9fff]{{1,20}}[〔\[［(（【﹝]\s*\d{{4}}"
    r"|\s?[（(]?[\u4e00-\u9fff]{1,8}[发函字办规通](?:19|20)\d{3,6}号)"
)
"""关于…的通知（财金〔2020〕5号） without 《》; the number may have lost its brackets (国发201023号)."""
_NAMED: Final = re.compile(
    rf"{_WORDS}的(?:紧急|补充|若干|实施|指导)?(?:通知|意见|决定|公告|通告|通报|批复|复函)"
    r"(?=等?(?:文件)?的?(?:精神|要求|规定)|转发|翻印)"
)
"""关于…的通知 without 《》 and number, where 精神, 要求 or 转发 follows."""
_ENCLOSED: Final = re.compile(
    r"\s*[（(〔\[［【](?:[^（）()〔〕\[\]［］【】]"
    r"|[〔\[［(（【][^（）()〔〕\[\]［］【】]{1,40}[〕\]］)）】])*?[)）〕\]］】]"
)
_ALIAS: Final = re.compile(r"简称(?:为)?[:：]?\s*[《“\"「]?([^》”\"」，,。；（）()]{1,30})")
_ISSUED_AS: Final = re.compile(r"(?:文件?|令)?[）)]?\s*(?:公布|发布|颁布|印发|下发|修订|修改)?的?\s*$")


@dataclass(frozen=True, slots=True)
class Citation:
    """The range of a text that names one document, and what it says: title, number, issuer, short names.

    `quoted` tells whether the title stands in 《》; `inner` are the titles inside 关于印发《…》的通知.
    """

    start: int
    end: int
    title: str | None = None
    doc_number: str | None = None
    issuer: str | None = None
    aliases: tuple[str, ...] = ()
    quoted: bool = True


def citations(text: str) -> tuple[Citation, ...]:
    """The documents named in a text, in reading order, without overlaps.

    Certificates, forms and journals in 《》 (《船舶国籍证书》, 《申请表》) come too: `document_words.is_document` tells
    them apart where the verb that governs them is known.
    """
    if "《" not in text and "号" not in text and "关于" not in text:
        return ()
    numbers = doc_numbers(text)
    starts = [number.start for number in numbers]
    titled = _titled(text, numbers, starts)
    ends = [citation.end for citation in titled]
    free = (_numbered(text, number) for number in numbers if _is_free(number, titled, ends))
    return tuple(sorted((*titled, *free), key=lambda citation: citation.start))


def _titled(text: str, numbers: Sequence[DocNumber], starts: Sequence[int]) -> list[Citation]:
    titled: list[Citation] = []
    for start, end, quoted in _title_spans(text):
        passed = titled[-1].end if titled else 0
        if start >= passed:
            titled.append(_completed(text, start, end, quoted, numbers, starts, passed))
    return titled


def _is_free(number: DocNumber, titled: Sequence[Citation], ends: Sequence[int]) -> bool:
    index = bisect.bisect_right(ends, number.start)
    return index == len(titled) or titled[index].start >= number.end


def _title_spans(text: str) -> Iterator[tuple[int, int, bool]]:
    """(start, end, whether in 《》) of each title; the longest reading wins where two overlap."""
    spans = [(*match.span(), True) for match in _TITLE.finditer(text) if len(match[1].strip()) >= 2]
    if "关于" in text:
        for unquoted in (_QUOTING, _NUMBERED, _NAMED):
            spans += [(*match.span(), False) for match in unquoted.finditer(text)]
    end = 0
    for span in sorted(spans, key=lambda span: (span[0], -span[1])):
        if span[0] >= end:
            end = span[1]
            yield span


def _completed(
    text: str, start: int, end: int, quoted: bool, numbers: Sequence[DocNumber], starts: Sequence[int], passed: int
) -> Citation:
    """The title at `start` with the number and the short names in the brackets after it."""
    title = clean_title(text[start + quoted : end - quoted])
    issuer = issuer_before(text, start) or issuer_in(title)
    number, aliases = None, []
    end = _own_bracket(text, end, numbers, starts)
    for tail in _brackets(text, end):
        inside = numbers[bisect.bisect_left(starts, end) : bisect.bisect_left(starts, tail.end())]
        number = number or _own_number(tail.group(), inside, title, issuer)
        aliases += [clean_title(match[1]) for match in _ALIAS.finditer(tail.group())]
        title += tail.group().strip() if _VERSION.fullmatch(tail.group()) else ""
        end = tail.end()
    number, end = (number, end) if number else _adjacent(text, end, numbers, starts)
    number = number or _said_by(title)
    begin, before = _number_before(text, start, numbers, starts, passed) if number is None else (start, None)
    return Citation(begin, end, title, number or before, issuer, tuple(aliases), quoted)


def _said_by(title: str) -> str | None:
    """The number that a title is (《某省税务局公告2018年第5号》)."""
    inside = doc_numbers(title) if title.endswith("号") else ()
    return inside[0].text if inside and (inside[0].start, inside[0].end) == (0, len(title)) else None


_VERSION: Final = re.compile(
    r"\s*[（(](?:(?:试行|暂行)?第[一二三四五六七八九十\d]+[版批]|试行|暂行|修订版?|修正版?"
    r"|[一二三四五六七八九十]{1,3}"
    r"|\d{4}年?(?:修订|修正)?版|\d\.\d版)[）)]"
)
"""（试行第九版） after 》: part of the name, because another version is another document."""
_SHORT_NUMBER: Final = re.compile(r"\s*[（(]\s*(?P<number>\d{4}\s*年\s*第\s*\d+\s*号)")


def _brackets(text: str, end: int) -> Iterator[re.Match[str]]:
    """The brackets right after a title; one that cites another document in 《》 does not belong to it."""
    for _ in range(3):
        tail = _ENCLOSED.match(text, end, end + 160)
        if tail is None or ("《" in tail.group() and not _ALIAS.search(tail.group())):
            return
        yield tail
        end = tail.end()


_UP_TO_BRACKET: Final = re.compile(r"(?:的(?:通知|公告|批复|函|意见)|第[一二三四五六七八九十百\d]{1,6}条)\s*(?=[（(])")
"""What can stand between a title and the number in brackets that is its own: 《甲办法》的通知（甲发〔2020〕5号）."""


def _own_bracket(text: str, end: int, numbers: Sequence[DocNumber], starts: Sequence[int]) -> int:
    """Where the brackets of a title begin; behind 的通知 or 第三条 only where these hold just a number."""
    between = _UP_TO_BRACKET.match(text, end, end + 16)
    tail = _ENCLOSED.match(text, between.end(), between.end() + 60) if between else None
    index = bisect.bisect_left(starts, end)
    if between is None or tail is None or index == len(numbers):
        return end
    inner = text[between.end() + 1 : tail.end() - 1].strip()
    return between.end() if text[starts[index] : numbers[index].end].strip() == inner else end


def _own_number(tail: str, inside: Sequence[DocNumber], title: str, issuer: str | None) -> str | None:
    """The number in a bracket after a title; 《某局关于…的公告》（2015年第43号） says it without organ and kind."""
    short = _SHORT_NUMBER.match(tail)
    kind = bare(title)[-2:]
    if short and kind in ("公告", "通告"):
        return re.sub(r"\s+", "", f"{issuer or ''}{kind}{short['number']}")
    return inside[0].text if inside else None


def _adjacent(text: str, end: int, numbers: Sequence[DocNumber], starts: Sequence[int]) -> tuple[str | None, int]:
    """A number that follows a title without brackets: 《…的通知》财金〔2020〕5号."""
    index = bisect.bisect_left(starts, end)
    if index < len(numbers) and not text[end : starts[index]].strip():
        return numbers[index].text, numbers[index].end
    return None, end


def _number_before(
    text: str, start: int, numbers: Sequence[DocNumber], starts: Sequence[int], passed: int
) -> tuple[int, str | None]:
    """A number that leads to its title: 国家发展计划委员会令第8号发布的《…规定》, 银发〔2020〕29号《…的通知》."""
    index = bisect.bisect_left(starts, start) - 1
    if index < 0 or numbers[index].start < passed or text[start - 1] in "）)〕":
        return start, None
    if "\n" not in text[numbers[index].end : start] and _ISSUED_AS.fullmatch(text, numbers[index].end, start):
        return numbers[index].start, numbers[index].text
    return start, None


def _numbered(text: str, number: DocNumber) -> Citation:
    """A number without title; one that opens a bracket takes all of it: （财金〔2020〕5号，以下简称《通知》）."""
    enclosed = _ENCLOSED.match(text, number.start - 1) if number.start and text[number.start - 1] in "（(" else None
    start, end = number.start, number.end
    aliases: tuple[str, ...] = ()
    if enclosed and enclosed.end() > number.end and len(doc_numbers(enclosed.group())) == 1:
        start, end = enclosed.span()
        aliases = tuple(clean_title(match[1]) for match in _ALIAS.finditer(enclosed.group()))
    return Citation(start, end, None, number.text, issuer_before(text, number.start), aliases, False)


_WRAP: Final = re.compile(r"\s*\n\s*")
_BY_FIGURE: Final = re.compile(
    r"(?<=[\u4e00-\u9fff，、（）》〉”])[ \u3000]+(?=\d)|(?<=\d)[ \u3000]+(?=[\u4e00-\u9fff—）])"
)


def clean_title(title: str) -> str:
    """A title without line wraps and without the blanks that PDF text puts around figures."""
    title = _WRAP.sub("", title.strip())
    return _BY_FIGURE.sub("", title) if " " in title or "\u3000" in title else title


_BY: Final = re.compile(
    r"(?:联合|共同|转发|等)?(?:印发|发布|公布|颁布|下发|制定|制订|出台|修订|下达|转发|实施)?(?:了|的)?(?:新修订"
    r"|最新|新版)?的?$"
)
_STEP: Final = re.compile(
    r".*(?:现将|根据|依据|依照|按照|遵照|参照|对照|落实好|落实|贯彻|执行|实施|遵守|转发|印发|按|依|经|以及|废止"
    r"|会同|和(?=国|省|市|原)"
    r"|符合|修订|超过|适用于|结合|配合|推进|推动|深化|开展|做好|抓好|坚持|组织|围绕|通过的|印发的|日起|日原|日"
    r"|月|年|原|已|由|向|与|及|(?<!应)对(?!外)|在|是|近日|精神|政策和)"
)
_NAME: Final = re.compile(
    rf"[\u4e00-\u9fff、，\s（）]{{2,60}}?(?:{ISSUER})(?:等[\d一二两三四五六七八九十多]*个?(?:部门|部委|单位|委局)?)?$"
)
_LEFT_STOP: Final = re.compile(r"[。；：！？\n》”“）;]")
_SELF: Final = re.compile(r"^(?:我|本|该|各|其|我们|有关|相关|上述|所在|当地|属地)")
_OWN_ISSUER: Final = re.compile(
    rf"^([\u4e00-\u9fff、\s（）]{{2,80}}?(?:{ISSUER})(?:等[\d一二三四五六七八九十]*个?部门)?)\s*(?:关于|印发"
    rf"|转发|批转)"
)


def issuer_before(text: str, start: int) -> str | None:
    """The organ named right before `start`: 按照市政府办公厅《…》, 中共中央办公厅印发的《…》; 我局 is none."""
    end = start - text.endswith("\n", 0, start)
    begin = end - len(_LEFT_STOP.split(text[max(0, start - 60) : end])[-1])
    if begin == end:
        return None
    by = _BY.search(text, begin, start)
    end = by.start() if by else start
    step = _STEP.match(text, begin, end)
    begin = step.end() if step else begin
    comma = text.rfind("，", begin, end)
    name = text[max(begin, comma + 1) : end].strip(" 、和的\u3000")
    return name if _NAME.fullmatch(name) and not _SELF.match(name) else None


def issuer_in(title: str) -> str | None:
    """The organ with which a title begins: 国务院办公厅关于…."""
    own = _OWN_ISSUER.match(title)
    return own[1].strip() if own else None


def quoted_titles(title: str) -> tuple[Citation, ...]:
    """The titles in 《》 inside a title, without brackets and numbers around them."""
    return tuple(
        Citation(*match.span(), clean_title(match[1]), None, issuer_before(title, match.start()) or issuer_in(match[1]))
        for match in _TITLE.finditer(title)
    )
