"""The fixed wording of official documents, as patterns: what a line begins with, dates, organs, kinds of document.

The forms are those of GB/T 9704 and of 党政机关公文处理工作条例; variants are those seen on government sites.
"""

from __future__ import annotations

from typing import Final

from ingest import patterns as re

HAN: Final = r"\u4e00-\u9fff"
_NUMERAL: Final = "一二三四五六七八九十百零〇"

LABEL: Final = re.compile(
    rf"第[{_NUMERAL}\d]{{1,4}}[编章节条](?=\s|[{HAN}《“【]|$)"
    rf"|[{_NUMERAL}]{{1,4}}(?:、|[.．](?!\d))"
    rf"|[（(][{_NUMERAL}]{{1,3}}[）)]"
    r"|\d{1,3}(?:、|[.．](?!\d))"
    r"|[（(]\d{1,3}[）)]"
    r"|\d{1,2}[）)]"
    r"|[①-⑳]"
)
"""The number of an outline item where a paragraph begins: 第一条 一、 （一） 1. （1） ①."""
LONGEST_LABEL: Final = 6
"""How many characters such a number has at most (第一百零一条)."""

LIST_SIGNS: Final = " \t\u3000•●▪"
"""What a page's list puts in front of its lines, labels and addressees among them, and blanks."""

ANNEX: Final = re.compile(rf"附[件表录](?:[{_NUMERAL}\d]{{1,3}})?(?:[—-]\d+)?\s*(?=[：:\s]|$)")
"""附件, 附件1, 附表2 as a label of its own or before its title."""


def is_annex_label(text: str) -> bool:
    """Whether a line is nothing but 附件, 附件1 or 附件1：."""
    return "附" in text and len(text) <= 16 and bool(ANNEX.fullmatch(text.strip().rstrip("：:").rstrip()))


ZEROS: Final = "〇○◯ＯOoОοΟ零0０"
"""The signs that stand for 〇 in a year: circles, and letters of several alphabets that look like it."""
_YEAR: Final = rf"[12１２]\d{{3}}|[一二][{ZEROS}一二三四五六七八九]{{3}}"
_MONTH: Final = r"\d{1,2}|[一二三四五六七八九十]{1,2}|元"
_DAY: Final = r"\d{1,2}|[一二三四五六七八九十廿卅]{1,3}"
_DAY_END: Final = r"(?:日|号(?!文))"
DAY: Final = rf"(?:{_YEAR})?\s*年\s*(?:{_MONTH})\s*月\s*(?:{_DAY})\s*{_DAY_END}"
"""A day in words, as the source of a pattern; the year can have been lost (年2月6日); 2021年3月5号 too."""
DATE: Final = re.compile(rf"(?P<year>{_YEAR})?\s*年\s*(?P<month>{_MONTH})\s*月\s*(?P<day>{_DAY})\s*{_DAY_END}")
"""A day in words with its parts by name."""

NUMBER: Final = re.compile(
    rf"[{HAN}]{{1,20}}\s*[〔\[［【（(﹝〖]\s*(?:19|20|１９|２０)\d{{2}}\s*[〕\]］】）)﹞〗]\s*第?\s*\d{{1,5}}\s*号"
)
"""发文字号: the organ's sign, the year in brackets (hexagonal by the standard, any in practice), the number."""

_TYPES: Final = (
    "通知 通报 公告 通告 公报 意见 决定 决议 命令 令 函 批复 请示 报告 纪要 议案 公示 公开信 倡议书 承诺书 须知 "
    "告知书 "
    "办法 规定 细则 规则 条例 规程 规范 标准 制度 章程 准则 守则 "
    "方案 预案 规划 计划 纲要 要点 措施 举措 政策 意见书 "
    "指南 指引 手册 清单 目录 名单 名录 机制 流程 行动 提示 提醒 说明 解读 问答 答复 "
    "复函 通函 任务书 分工 安排 标准书 协议"
)
TYPES: Final = tuple(sorted(_TYPES.split(), key=len, reverse=True))
"""文种, and the kinds of text that notices carry; a longer name stands before one that it ends in."""
ANY_TYPE: Final = "|".join(TYPES)
"""One of them, for a pattern."""
TRIAL: Final = r"(?:\s*[（(〔][^（()）〕]{1,16}[）)〕]){0,2}"
"""Notes in brackets behind a title: （试行）, （2023—2025年）, （征求意见稿）."""
TYPE_END: Final = re.compile(rf"(?P<type>{ANY_TYPE})[》”]?{TRIAL}$")
"""A title's end: its kind, perhaps （试行） or （2023—2025年） after it."""
TITLE_ENDS: Final = frozenset("》”）)〕").union(word[-1] for word in TYPES)
"""The last characters of such titles."""

_ORGAN: Final = (
    "委员会|办公室|办公厅|指挥部|领导小组|工作小组|工作组|综合组|管理部|总部|总局|分局|支局|监管局|人民政府|政府|"
    "管委会|"
    "局|厅|部|委|院|署|行|会|组|处|中心|公司|海关|司|科|站|社|办|军区|支队|总队|大队|派出所|机制|兵团|工委|小组|联盟|"
    "集团|大学|学校|中学|小学|幼儿园|研究所|管理所|监督所|检验所|交易所|气象台|电视台|档案馆|图书馆|博物馆|文化馆|林场|妇联|残联|文联|工商联|侨联|科协"
)
ORGAN_LINE: Final = re.compile(
    rf"[{HAN}（）()、·“”\s*＊]{{2,80}}(?:{_ORGAN})(?:\s*[（(](?:[^（()）]{{1,8}}|[^（()）]{{5,24}}代[章印])[）)])?"
)
"""A line that is the name of an organ (or several), perhaps with （公章） or （某局代章） after it."""
ORGAN_LINE_ENDS: Final = frozenset(
    "）)",
).union(word[-1] for word in _ORGAN.split("|"))
"""The last characters of such lines."""

DISCLOSURE: Final = re.compile(
    r"[（(]?\s*(?:(?:信息)?公开(?:形式|方式|属性|类型|选项)\s*[：:]\s*)?"
    r"(?P<stated>此件(?:正文公开，\s*附件不予?公开|公开发布|主动公开|依申请公开|不予公开|删减后公开|公开)|主动公开|"
    r"依申请公开|不予公开|"
    r"公开发布)\s*[）)]?"
)
COPIED: Final = re.compile(r"(?:抄送|抄报|抄告|分送)\s*[：:]\s*(.+)", re.DOTALL)
PRINTED: Final = re.compile(
    rf"(?P<organ>[{HAN}（）()\s]{{0,60}}?)\s*(?P<date>[\d{ZEROS}一二三四五六七八九十年月日\s]{{6,20}})\s*(?:印\s*发|印制)"
)
NO_TEXT: Final = re.compile(r"[（(]?此页无正文[）)]?")

STARTER: Final = re.compile(
    rf"(?:{LABEL.pattern}|{ANNEX.pattern}|附[：:]|(?:抄[送报告]|分送|报送)[：:]|[（(]?此[件页]|[（(]?信息公开(?:形式|方式|属性|类型|"
    rf"选项)|联系(?:人|电话|方式)[：:]|[一二三四五六七八九]是)"
)
"""What a paragraph begins with, so that no line before it runs on into it."""
STARTER_OPENINGS: Final = frozenset(f"第{_NUMERAL}（(①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳附抄分报联此信")
"""The first characters of such beginnings, but for figures."""

TERMINAL: Final = "。！？；：…!?;:"
"""Marks after which a paragraph can end; 》 and ） can also stand within a sentence."""
