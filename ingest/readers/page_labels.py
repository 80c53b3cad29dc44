"""What a page says about itself: the labels of its information table, and dates as sites write them.

The labels are those of 政府信息公开目录 (index number, issuing organ, dates, validity) in the wordings seen on central
and local sites, and of crawlers' Markdown heads.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ingest import patterns as re

_NAMES = {
    "title": "标题 法规标题 法规名称 名称 信息名称 文件名称 公文名称 公开标题",
    "doc_number": "文号 发文字号 发文文号 公文文号 文件编号 文件文号 文件字号 发布文号",
    "issuer": "发文机关 发文单位 制发机关 制定机关 制发单位 发文机构 公文发布机关 发布机关 颁布单位 颁布机关 "
    "发电单位 发电机关",
    "signed_on": "成文日期 成文时间 发文日期 发文时间 印发日期 签发日期 制定日期 颁布日期 颁布时间",
    "published_on": "发布日期 发布时间 发表时间 发表日期 公布日期 公开日期 公开时间 生成日期 信息生成日期 上网日期 "
    "公布时间",
    "effective_from": "实施日期 施行日期 生效日期 实施时间",
    "effective_to": "废止日期 失效日期 失效时间 信息时效期",
    "disclosure": "公开方式 公开属性 公开形式 公开类型",
    "validity": "有效性 时效性 时效 文件状态 文件有效性 效力状态 效力 是否有效",
    "index_number": "索引号 信息索引号 索引编号 信息索引 统一登记号 登记号",
    "topic": "主题分类 分类 信息分类 主题 主题类别 所属主题 公文种类 文种 体裁分类 组配分类 服务对象 关键词 主题词 "
    "效力级别 文档类型 文件类型 法规类别 所属类别",
    "publisher": "发布机构 发布单位 信息来源 来源 公开主体 公开责任部门 稿源 文章来源 内容来源 文件来源 "
    "所属机构 责任部门",
    "url": "法规来源 原文链接 链接 网址 来源网址 原文地址",
    "updated": "更新时间 更新日期",
    "retrieved": "检索时间 检索关键词 抓取时间 采集时间 下载时间",
}
LABELS = {label: name for name, labels in _NAMES.items() for label in labels.split()}
"""Chinese label → name in `Document.meta`; `url`, `retrieved` and `updated` tell of the page alone."""
DATES = frozenset({"signed_on", "published_on", "effective_from", "effective_to"})

_PAD = r"\s*"


def _spelt(least: int = 1) -> str:
    """The labels of at least so many characters, each of which may be padded."""
    return "|".join(_PAD.join(label) for label in sorted(LABELS, key=len, reverse=True) if len(label) >= least)


_PAIR = re.compile(rf"((?:{_spelt(4)})|(?:^|(?<=[\s\u3000\xa0|｜\[【】\d]))(?:{_spelt()})){_PAD}[】\]]?{_PAD}[:：]")
"""A label with its colon; a short one (来源, 文号) only where a word begins."""
_EMPTY = frozenset({"", "-", "--", "—", "——", "/", "无", "暂无"})
_SPACE = re.compile(r"[\s\u3000\xa0:：\[\]【】]+")
_DATE = re.compile(r"(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})")


def field_of(label: str) -> str | None:
    """The `meta` name for a label, padded (`标　　题：`) or bare; `None` for words that are no label."""
    return LABELS.get(_SPACE.sub("", label)) if len(label) <= 24 else None


def put(meta: dict[str, str], label: str, value: str) -> bool:
    """Enter a value under its label's name; the first one stays. Whether the label is known.

    A date becomes ISO; one that is not whole (2024年1月) is no date of the notice, and stays as `…_as_stated`.
    """
    name = field_of(label)
    value = " ".join(value.split())
    if name is None:
        return False
    if name == "publisher" and value.startswith("http"):
        name = "url"
    if name in DATES:
        day = iso_date(value)
        name, value = (name, day) if day else (f"{name}_as_stated", value)
    if value not in _EMPTY:
        meta.setdefault(name, value)
    return True


def pairs(pieces: Sequence[str]) -> Iterator[tuple[str, str]]:
    """(label, value) of the information in pieces of text in reading order.

    `索引号：1234` in one piece or in two, `来源：某局 发布时间：2020-04-21` in one; padded labels too.
    """
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        marks = list(_PAIR.finditer(piece))
        last = marks[-1] if marks else None
        ends = [*(mark.start() for mark in marks[1:]), len(piece)]
        for mark, end in zip(marks, ends, strict=False):
            value = piece[mark.end() : end].strip(" \t\n\u3000|｜[]【】")
            if not value and mark is last and at + 1 < len(pieces) and not _PAIR.match(pieces[at + 1]):
                at += 1
                value = pieces[at].strip()
            yield mark[1], value
        if not marks and field_of(piece) and at + 1 < len(pieces) and not field_of(pieces[at + 1]):
            at += 1
            yield piece, pieces[at].strip()
        at += 1


def iso_date(text: str) -> str | None:
    """The first full date in a text (2020年4月19日, 2020-04-19 10:30, 2020/4/19), ISO."""
    found = _DATE.search(text)
    if not found:
        return None
    try:
        return date(*map(int, found.groups())).isoformat()
    except ValueError:
        return None
