"""文号识别：发文字号（财金〔2020〕5号）、令（国务院令第716号）、公告号（公告2015年第41号）。

The forms are those of GB/T 9704 (机关代字、年份、序号) and the ones that are met instead: round, square or mixed
brackets, blanks and zero-width characters, 第 before the serial number, full-width figures, (96)汇国发字第13号.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from ingest import patterns as re

GAP: Final = r"[\s\u200b\u200c\u200d\u2060\ufeff]*"
"""Blanks and the zero-width characters that web pages leave in numbers."""
_OPEN, _CLOSE = r"[〔\[［(（【﹝〖]", r"[〕\]］)）】﹞〗]"
_SERIAL: Final = rf"{GAP}(?P<nth>第?){GAP}(?P<serial>\d{{1,5}}){GAP}号(?!楼|线|院|厅|门|井|机|桥|库|房|桩|地块|令|公告)"

_BY_YEAR: Final = re.compile(
    rf"{_OPEN}{GAP}(?:(?P<year>(?:19|20|１９|２０)\d\d){GAP}{_CLOSE}"
    rf"|(?P<old>\d\d|\d{{4}}){GAP}{_CLOSE}{GAP}(?P<code>[\u4e00-\u9fff]{{1,12}}字)){_SERIAL}"
)
"""〔2020〕5号, the organ before it; in the old form the organ stands behind the year: (96)汇国发字第13号."""
_COUNT: Final = r"[\d〇零一二三四五六七八九十百]{1,6}"
_DECREE: Final = re.compile(
    rf"(?P<kind>令|公告"
    rf"|"
    rf"通告){GAP}(?:[（(]?{GAP}(?P<year>\d{{4}}){GAP}年?{GAP}[)）]?{GAP})?[（(]?{GAP}第{GAP}(?P<serial>{_COUNT}){GAP}号"
)
_BACKWARDS: Final = re.compile(
    rf"(?:(?P<year>\d{{4}}){GAP}年{GAP})?第{GAP}(?P<serial>{_COUNT}){GAP}号{GAP}(?P<kind>令|公告"
    rf"|通告)(?![\u4e00-\u9fff]?第(?!{_COUNT}[条款项]))"
)

_KIND_BEHIND: Final = re.compile(rf"号{GAP}(?:令|公告|通告)")
"""How `_BACKWARDS` ends; asked first, for most texts say it nowhere."""
_CODE: Final = re.compile(rf"(?P<code>[\u4e00-\u9fffA-Za-z]{{1,30}}){GAP}$")
_LEAD: Final = re.compile(
    r".*(?:(?:批复|通知|意见|办法|规定)[A-Z](?=[\u4e00-\u9fff])|[我本][分省市]?[局委厅部办会行](?:对|将|就)?|现将|"
    r"现把|根据|依据|依照|按照|遵照|参照|比照|按|落实|贯彻|执行"
    r"|转发|印发|下发|发布|公布|颁布|制定|废止|修改"
    r"|替代|代替"
    r"|取代|简称"
    r"|文号|字号|编号|通知|意见|文件|办法|规定|方案|决定|制度|细则|号|(?<!感染)的|了|是|另见|参见|详见|收到"
    r"|关于|对照|结合|部门|享受|适用|符合|违反|遵守|遵循|参考|涉及|属于|列入|纳入|学习|传达|宣传|实施"
    r"|超[出过]|沿用|延续|鉴于|参加|依托|[高低]于|针对|撤销|取消|停止|终止|此前|公告(?=[\u4e00-\u9fff]{3}))(?:以及|"
    r"和|与|及|或)?"
)
"""Words of the sentence that run into a number without a stop: 落实银发〔2020〕29号."""
_BY_PLACE: Final = "[将以由于对和及与](?=[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤川琼])"
"""将豫林资〔2020〕5号: before a province's sign no name begins so (将政, 于府办, 和政办发)."""
_JOINT: Final = re.compile(
    rf"(?>(?:(?:{_BY_PLACE}|以及|见|即|原|含|及|按|指(?!挥|导)|自(?!治|然)|对(?!外)|在|将|由|为|与|或|至|从|依|据|和)(?=.))+)"
)
_JOINT_OPENED: Final = re.compile(rf"(?>(?:(?:{_BY_PLACE}|以及|见|即|指(?!挥|导)|原(?!政))(?=.))+)")
"""Words that lead to a number; after a bracket or at a line's start most of them are names (和政办发, 将政, 含政)."""
_LICENCE: Final = re.compile(r"(?:储出|政储|土储|工出|商出|证|证字|许字|准字|许准字|备字|许)$")
_ORGAN: Final = re.compile(r"[\u4e00-\u9fff、 \u3000]{2,60}$")
_ISSUES_DECREES: Final = re.compile(
    r"(?:府|国务院|主席|总局|委员会|委|局|部|厅|署|院|会|行|省|市|区|州|办|大|办公室|中心|机关|共和国)$"
)
_PIECE: Final = re.compile(r"(?P<name>[^ \u3000]{2,})[ \u3000]*")
_LABEL: Final = re.compile(r"^\W*(?:发文|公文|文件)?(?:字号|文\s*号|编号)\s*[:：]?")


@dataclass(frozen=True, slots=True)
class DocNumber:
    """A document number in a text: its canonical form, and the range it was read from."""

    text: str
    start: int
    end: int


def doc_numbers(text: str) -> tuple[DocNumber, ...]:
    """The document numbers in a text, in reading order, canonical: 〔〕 around the year, no blanks, half-width figures.

    Numbers of licences (许可证) and a number whose figures are lost (国发〔 〕 号) are none.
    """
    if "号" not in text:
        return ()
    found = sorted((*_by_year(text), *_by_decree(text)), key=lambda number: (number.start, -number.end))
    kept: list[DocNumber] = []
    for number in found:
        if not kept or number.start >= kept[-1].end:
            kept.append(number)
    return tuple(kept)


def normalise_number(raw: str) -> str | None:
    """The canonical form of one number as crawled (`发文字号：晋政办发[2002]63 号`); `None` where it can't be read."""
    label = _LABEL.match(raw)
    numbers = doc_numbers(raw[label.end() :] if label else raw)
    return numbers[0].text if len(numbers) == 1 else None


@lru_cache(maxsize=256)
def canonical_number(raw: str) -> str:
    """The canonical form of one number; of one that can't be read (第2号) its words without label and blanks."""
    bare = raw[label.end() :] if (label := _LABEL.match(raw)) else raw
    return normalise_number(raw) or re.sub(GAP, "", _figures(bare))


_AND: Final = frozenset("、和及与")


def _by_year(text: str) -> Iterator[DocNumber]:
    """Numbers with a year; of several in a row (甲发〔2018〕3号、〔2019〕4号) the first has the sign of all."""
    sign, end = "", -1
    for match in _BY_YEAR.finditer(text):
        serial = f"{match['nth']}{_figures(match['serial'])}号"
        if match["old"]:
            yield DocNumber(f"〔{_figures(match['old'])}〕{match['code']}{serial}", match.start(), match.end())
        elif code := _code_before(text, match.start()):
            sign, start = code
            end = match.end()
            yield DocNumber(f"{sign}〔{_figures(match['year'])}〕{serial}", start, end)
        elif match.start() == end + 1 and text[end] in _AND:
            end = match.end()
            yield DocNumber(f"{sign}〔{_figures(match['year'])}〕{serial}", match.start(), end)


def _code_before(text: str, end: int) -> tuple[str, int] | None:
    """机关代字 that ends at `end`, without the words of the sentence before it."""
    run = _CODE.search(text, max(0, end - 36), end)
    if run is None:
        return None
    start, stop = run.span("code")
    lead = _LEAD.match(text, start, stop)
    start = lead.end() if lead else start
    start = _joined(text, start, stop)
    name = text[start:stop]
    return (name, start) if 0 < len(name) <= 22 and not _LICENCE.search(name) else None


def _joined(text: str, start: int, end: int) -> int:
    opened = start == 0 or text[start - 1] in "（(〔[【\n"
    joint = (_JOINT_OPENED if opened else _JOINT).match(text, start, end)
    return joint.end() if joint else start


def _by_decree(text: str) -> Iterator[DocNumber]:
    for pattern in (_DECREE, _BACKWARDS) if _KIND_BEHIND.search(text) else (_DECREE,):
        for match in pattern.finditer(text):
            start = _organ_before(text, match.start())
            if start is None:
                continue
            organ = re.sub(GAP, "", text[start : match.start()])
            year = f"{_figures(match['year'])}年" if match["year"] else ""
            yield DocNumber(f"{organ}{match['kind']}{year}第{_figures(match['serial'])}号", start, _closed(text, match))


def _closed(text: str, match: re.Match[str]) -> int:
    """The end of 令（第5号）, closing bracket included where one was opened inside."""
    opened = match.group().count("（") + match.group().count("(")
    closed = match.group().count("）") + match.group().count(")")
    return match.end() + (opened > closed and text[match.end() : match.end() + 1] in tuple("）)"))


def _organ_before(text: str, end: int) -> int | None:
    run = _ORGAN.search(text, max(0, end - 60), end)
    if run is None:
        return None
    lead = _LEAD.match(text, run.start(), end)
    start = lead.end() if lead else run.start()
    start += text.startswith(("年", "月", "日"), start) and text[start - 1 : start].isdigit()
    start = _joined(text, start, end)
    start += len(text[start:end]) - len(text[start:end].lstrip(" \u3000、和"))
    start += _no_organ(text[start:end])
    return start if _ISSUES_DECREES.search(text[start:end].rstrip()) else None


def _no_organ(names: str) -> int:
    """How much stands before the organs of a number, blanks between them: `首页　财政部　税务总局公告2023年第12号`."""
    pieces = list(_PIECE.finditer(names))
    others = [piece.end() for piece in pieces[:-1] if not _ISSUES_DECREES.search(piece["name"])]
    return others[-1] if others else 0


def _figures(text: str) -> str:
    return unicodedata.normalize("NFKC", text)
