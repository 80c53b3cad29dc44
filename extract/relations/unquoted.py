"""没有书名号的文件名称：省大数据中心出台的…管理办法、落实…条例、“某市集中采购目录及标准”。

A name without 《》 is only read where its border is sure: the list of laws, the organ that 出台 it, a verb such as 按照
right before a 管理办法, or quotation marks. 有关办法, 本办法 and 简易办法 name no document.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Final

from extract.document_words import ISSUER, is_generic
from extract.relations.citations import Citation, clean_title, issuer_before
from extract.relations.law_names import law_names
from ingest import patterns as re

_VERB: Final = r"(?:根据|依据|依照|按照|遵照|参照|执行|落实|贯彻|遵守)好?"
_AFTER: Final = (
    r"(?=[，,。；;、）)\n]|$|的?(?:有关|相关|各项)?(?:规定|要求|精神)|和|及"
    r"|第[一二三四五六七八九十百\d]+条|执行|办理|实施|实行|履行|(?:确定|明确|规定)的)"
)
_ISSUED: Final = re.compile(
    rf"{_VERB}[^，,。；;：:、\n《》的]{{2,20}}?(?:{ISSUER})(?:联合|统一)?(?:出台|印发|制定|制订|发布|下发|公布)的"
    rf"(?P<name>[^，,。；;：:\n《》]{{4,50}}?(?:办法|规定|条例|细则|方案|标准|规范|指南|指引|目录|清单|意见|通知|"
    rf"计划|预案|规则)){_AFTER}"
)
"""按照省大数据中心出台的川渝两地政务热线服务区域标准: who issued it and that it was issued."""
_REGULATION: Final = re.compile(
    rf"{_VERB}(?:[本我][省市区县州]|[省市区县]局)?(?P<name>[^，,。；;：:、\s《》（）()的]{{2,36}}?"
    r"(?:(?:管理|监管|监督|考核|评价|奖励|补助|补贴|扶持|保护|促进|核查|审查|审核|备案|登记|认定|处罚)(?:暂行|试行|"
    r"实施)?办法"
    rf"|(?:管理|实施)细则|条例)){_AFTER}"
)
"""落实外商投资企业投诉工作管理办法, 参照国家公务员医疗补助办法: a document by its kind, the verb right before it."""
_OF_STATE: Final = re.compile(
    rf"{_VERB}(?P<name>(?:全国|国家)[^，,。；;：:、\s《》（）()的]{{2,30}}?(?:管理|工作)规定){_AFTER}"
)
"""按照全国硕士研究生招生管理规定确定的…: 规定 ends a name only of what the whole country has."""
_OF_TRADE: Final = re.compile(
    rf"{_VERB}(?P<name>[^，,。；;：:、\s《》的]{{2,24}}?(?:国家)?职业(?:技能)?标准)(?:开展|组织|进行|实施|执行|，|。|"
    rf"的?(?:要求|规定))"
)
"""按照养老护理员国家职业技能标准开展…: the state keeps one such standard for each trade."""
_LED: Final = (_ISSUED, _REGULATION, _OF_STATE, _OF_TRADE)
_LEADS: Final = re.compile(
    rf"{_VERB}(?=[^，,。；;：:、\n《》的]{{4,50}}(?:(?<=办法|细则|条例|规定|标准)"
    r"|(?<=出台|印发|制定|制订|发布|下发|公布)的))"
)
"""Where one of `_LED` can begin: its verb, and before the next stop the end of a name or 印发的."""
_KIND: Final = "办法|条例|细则|规定|标准|规则|规范|方案|意见"
_MORE: Final = re.compile(
    rf"(?:、[^，,。；;：:、\n《》的]{{4,40}}(?:{_KIND}))+(?=等?的?(?:有关|相关|各项)?(?:规定|要求|精神)|和|，|。|"
    rf"执行|办理)"
)
_ONE_MORE: Final = re.compile(r"、(?P<name>[^、]+)")
"""执行…管理办法、…标准、…规则等有关要求: the names that go on a list begun by one, up to where it ends."""
_IN_MARKS: Final = re.compile(
    r"“(?P<name>(?:[\u4e00-\u9fff]{2,8}[省市区县州]|国家|全国|中华人民共和国|关于)[^“”《》\n]{4,60}"
    r"(?:办法|条例|细则|规定|意见|通知|方案|规划|目录|目录及标准))”"
)
"""“北京市政府采购集中采购目录及标准”: quotation marks in place of 《》."""
_NO_NAME: Final = re.compile(
    r"有关|相关|上述|以下|下列|本(?!市|省|区|县)|该|各|其|自身|具体|统一|内部|不同|系列|制定|研究(?!生|院|所)|出台|"
    r"修订|提出|建立|制发|法律|法规|地方性|另行"
)


def unquoted(text: str, found: Sequence[Citation]) -> tuple[Citation, ...]:
    """`found` and the documents named without 《》 that stand outside them, in reading order."""
    passed, more = 0, list[Citation]()
    for start, end in sorted([*(match.span("name") for match in _names(text)), *law_names(text)]):
        if start >= passed and not _touches(found, start, end):
            more.append(_citation(text, start, end))
            passed = end
    return tuple(sorted((*found, *more), key=_start))


_start = attrgetter("start")


def _names(text: str) -> Iterator[re.Match[str]]:
    leads = [lead.start() for lead in _LEADS.finditer(text)]
    first = [match for pattern in _LED for match in _led(text, pattern, leads)]
    more = (one for match in first for one in _listed(text, match.end("name")))
    for match in (*first, *more, *_IN_MARKS.finditer(text)):
        name = match["name"]
        if len(name) >= 6 and not (_NO_NAME.search(name) or is_generic(name) or _is_to_be_made(text, name)):
            yield match


def _led(text: str, pattern: re.Pattern[str], leads: Sequence[int]) -> Iterator[re.Match[str]]:
    """What `pattern.finditer` finds, which can begin at `leads` only."""
    passed = 0
    for lead in leads:
        if lead >= passed and (match := pattern.match(text, lead)):
            passed = match.end()
            yield match


def _listed(text: str, end: int) -> Iterator[re.Match[str]]:
    """The names that stand in one list with the name that ends at `end`."""
    more = _MORE.match(text, end) if text.startswith("、", end) else None
    return _ONE_MORE.finditer(text, *more.span()) if more else iter(())


def _is_to_be_made(text: str, name: str) -> bool:
    """`资金管理办法由市财政局制定`, said elsewhere in the text: no document yet."""
    return re.search(rf"{re.escape(name)}(?:，?由[^，。；]{{2,60}}|另行)(?:制定|制订)", text) is not None


def _touches(found: Sequence[Citation], start: int, end: int) -> bool:
    before = bisect_left(found, end, key=_start) - 1
    return before >= 0 and found[before].end > start


def _citation(text: str, start: int, end: int) -> Citation:
    return Citation(start, end, clean_title(text[start:end]), None, issuer_before(text, start), (), quoted=False)
