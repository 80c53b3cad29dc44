"""Titles and kinds of document: their normal forms, and what a title says of other documents."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from ingest import patterns as re
from ingest.wording import ANY_TYPE, DAY, HAN, NUMBER, TYPE_END
from ingest.wording import TRIAL as _TRIAL

ORDER_NUMBER: Final = re.compile(
    rf"[（(]?(?P<organ>[{HAN}（）() \u3000]{{2,60}}(?:令|公告|通告))?\s*(?:(?:19|20|１９|２０)\d{{2}}\s*年)?"
    r"\s*第\s*[\d〇零一二三四五六七八九十百]{1,6}\s*号[）)]?"
)
"""The number of an order or announcement: 省人民政府令第282号, 2020年第2号."""
YEARLY_NUMBER: Final = r"(?:19|20|１９|２０)\d{2}\s*年\s*第?\s*\d{1,5}\s*号"
"""The number of an announcement within its organ and year (2020年第2号), as the source of a pattern."""
_WRAP: Final = re.compile(r"\s*\n\s*")
_WRAP_BEHIND_ORGAN: Final = re.compile(
    rf"(?<=[局委厅部院府会室处行组司署办])\s*\n\s*(?=[{HAN}])(?!关于|印发|转发|公布|发布|公告|通告|令|应对|第)"
)
_BLANKS: Final = re.compile(r"[ \t\u3000]+")
_NUMBER_NOTE: Final = re.compile(
    rf"\s*[（(]\s*(?:{NUMBER.pattern}|{YEARLY_NUMBER}|[{HAN}]{{2,30}}(?:令|公告)\s*(?:\d{{4}}年)?第\d+号)\s*[）)]\s*$"
)
TRAILING_NUMBER: Final = re.compile(
    rf"(?:(?<=[{HAN}》”）)])\s+|(?<=通知|公告|通告|通报|意见|决定|批复|办法|方案))(?P<number>{NUMBER.pattern})\s*$"
)
"""A number behind a title without brackets: `…的通知 某政发〔2021〕4号`, `…的通知某政发〔2021〕4号`."""
_LEADING_NUMBER: Final = re.compile(rf"^\s*(?:[12]\d{{3}}-\d{{1,2}}-\d{{1,2}})?\s*(?:{NUMBER.pattern})\s*[-—：:]*\s*")
_LEADING_DAY: Final = re.compile(rf"^{DAY}\s*(?=[{HAN}]{{0,40}}关于)")
"""`2020年4月23日关于…的通知`: a dump sets the day in front of the title."""
_DATE_NOTE: Final = re.compile(rf"\s*[（(]\s*(?:{DAY}?|\d{{4}}-\d{{1,2}}-\d{{1,2}})\s*[）)]\s*$")
_BETWEEN: Final = re.compile(rf"(?<=[{HAN}》”）])(?<![局委厅部院府会室处行组司署办区团]) (?=[{HAN}《“（])")
_REPRINT_END: Final = re.compile(r"(?:通用|精选|最新|范文)?(?:篇\s*[\d一二三四五六七八九十]+|\d+篇)$")
_REPRINT_NOTE: Final = re.compile(r"\s*(?:范文|模板)?\s*[（(][^（()）]{0,6}\d+\s*篇[）)]$")
"""What a reprint site puts behind a title in brackets: `…的通告（精选3篇）`."""
_WRAPPED: Final = re.compile(rf"^《([^《》]+)》({_TRIAL})$|^[（(]([^（()）]+)[）)]$")


NUMBERED: Final = re.compile(
    rf"(?P<number>[{HAN}]{{2,24}}(?:公告|通告|令)\s*(?:\d{{4}}\s*年)?\s*第\s*\d{{1,5}}\s*号)\s*"
    rf"[（(](?P<title>关于[^\n]{{4,120}}的(?:{ANY_TYPE}))[）)]"
)
"""A number with its title in brackets behind it: `海关总署公告2023年第1号（关于…的公告）`."""
STOPPED: Final = re.compile(rf"[{HAN}]{{0,24}}关于[^，。；：]{{4,80}}的(?:{ANY_TYPE})。")
"""A title with a full stop behind it."""


@lru_cache(maxsize=256)
def clean(title: str) -> str:
    """A title without line wraps, without a number before or behind it, without a date in brackets."""
    if "\n" in title:
        title = _WRAP.sub("", _WRAP_BEHIND_ORGAN.sub(" ", title))
    title = _BLANKS.sub(" ", title.strip())
    if "号" in title:
        numbered = NUMBERED.fullmatch(title)
        title = numbered["title"] if numbered else title
        title = _LEADING_NUMBER.sub("", TRAILING_NUMBER.sub("", title))
    if title.endswith(("）", ")")):
        for note in (_DATE_NOTE, _NUMBER_NOTE, _DATE_NOTE):
            title = note.sub("", title)
    if title.endswith("。") and STOPPED.fullmatch(title):
        title = title[:-1]
    if "篇" in title and TYPE_END.search(bare := _REPRINT_NOTE.sub("", title)):
        title = bare
    title = _LEADING_DAY.sub("", title)
    title = _BETWEEN.sub("", title).strip() if " " in title else title
    wrapped = _WRAPPED.match(title)
    return "".join(part or "" for part in wrapped.groups()) if wrapped else title


def doc_type(title: str | None) -> str | None:
    """文种: the kind that a title names at its end; of an order (…令第9号) 令."""
    if not title:
        return None
    if re.search(r"令(?:第?[\d〇零一二三四五六七八九十百]+号|（.*号）)?$", title.replace(" ", "")):
        return "令"
    match = TYPE_END.search(_REPRINT_END.sub("", title.strip()))
    return match["type"] if match else None


_SAID_TYPE: Final = "通知|公告|通告|通报|函告|公示|通令|命令"
_NAMED: Final = {"函告": "函", "通令": "令", "命令": "令"}
"""What a text says that it does, and the kind that it is."""
_OWN_TYPE: Final = "通知|公告|通告|通报|意见|决定|办法|规定|细则|规则|条例|方案|指南|指引|令"
_CLOSING: Final = re.compile(rf"(?:^|(?<=[。！\s]))特此(?P<type>{_SAID_TYPE})[。！]?$", re.MULTILINE)
_OPENING: Final = re.compile(
    rf"(?:现|特)[^，。：\n]{{0,30}}?(?P<type>{_SAID_TYPE}|批复)如下(?:[：:。]|$)"
    rf"|(?:特|现|，)制[定订](?:本|如下|以下)[{HAN}“”]{{0,10}}?(?P<made>{_OWN_TYPE}|措施)[。：:]",
    re.MULTILINE,
)
"""`现通告如下：`, `特制定如下实施方案。`."""
_SELF: Final = re.compile(
    rf"(?:^|[，。；、\s])本(?P<type>{_OWN_TYPE})(?:自|从|由[^，。；\n]{{2,30}}(?:负责)?解释|的?有效期|执行期)"
)
_ARTICLE: Final = re.compile(r"^第[一二三四五六七八九十百]+条", re.MULTILINE)
_WITHIN: Final = re.compile(rf"(?<!基)(?<!版)本(?P<type>{_OWN_TYPE})")
"""A piece of a regulation mentions none but itself as 本办法."""


def closing_type(text: str) -> str | None:
    """文种 of a text that has lost its title, as it calls itself: `特此通告`, `现公告如下`, `本办法由…负责解释`,
    and in articles `依照本办法`.

    Where it calls itself two things (a cover and what it carries) nothing is said.
    """
    if said := _CLOSING.search(text):
        return _NAMED.get(said["type"], said["type"])
    for pattern in (_OPENING, _SELF, _WITHIN) if _ARTICLE.search(text) else (_OPENING, _SELF):
        kinds = {_NAMED.get(kind, kind) for match in pattern.finditer(text) for kind in match.groups() if kind}
        if kinds:
            return kinds.pop() if len(kinds) == 1 else None
    return None


_COLUMN: Final = re.compile(rf"【[{HAN}]{{2,8}}】\s*(?=[{HAN}]{{0,30}}关于)")
"""The column of a site in front of a title: `【征求意见】关于…`."""
_CATCHWORD: Final = re.compile("(?:温馨|重要|最新|紧急|友情)(?:提示|提醒|通知|公告|通告)")
_HEADLINE: Final = re.compile(rf"(?P<site>[^：:《》\n]{{2,40}})[：:]\s*(?=[{HAN}]{{0,20}}关于[^：:\n]*$)")
_PAGE_WORDS: Final = re.compile(
    rf"(?:\s*[_|｜]\s*|\s+[-–—]\s+)[{HAN}][^。]{{1,40}}$"
    rf"|\s*[-–—]+\s*[{HAN}（）·—–-]{{2,40}}(?:政府|网|网站|门户|平台|频道|局|委|委员会|厅|办公室|公开|文件|通知公告|"
    rf"法规库)$"
    rf"|\s*(?:[12]\d{{3}}-\d{{1,2}}-\d{{1,2}}(?!\d)|来源\s*[：:]).{{0,40}}$"
)


def without_site(title: str) -> str:
    """The title without a site's headline in front (`某省发布第14号通告：关于…`, `某市：关于…`) and its name, day and
    source behind (`…的通告_某市人民政府网`, `…的通告 2020-02-10 来源：…`)."""
    if column := _COLUMN.match(title):
        title = title[column.end() :]
    words = _PAGE_WORDS.search(title)
    bare = title[: words.start()] if words and TYPE_END.search(title[: words.start()]) else title
    led = _HEADLINE.match(bare) if TYPE_END.search(bare) else None
    own = led is not None and TYPE_END.search(led["site"]) and not _CATCHWORD.fullmatch(led["site"])
    if led is None or (own and not _ACT.search(led["site"])):
        return bare
    return bare[led.end() :]


_ACTS: Final = "印发|转发|批转|公布|发布|下发|颁布|颁发"
_ACT: Final = re.compile(_ACTS)
_CARRIES: Final = re.compile(rf"{_ACTS}|施行|制定|制订|修订")
_TITLE_MARK: Final = re.compile("[《》]")
_UNNAMED: Final = re.compile(rf"(?:{_ACTS})(?P<name>[^《》]{{4,100}}?)的(?:{ANY_TYPE})$")


_MAKER: Final = re.compile(rf"^[{HAN}、 ]{{2,30}}?(?=关于.{{4}})")
"""Who made what is passed on (转发市水务局等部门关于…意见的通知): no part of its own title."""


def carried(title: str | None, opening: str) -> tuple[str, ...]:
    """The documents that a cover carries, by its title (印发《…》的通知, 转发…的通知) and its first paragraphs."""
    if not _ACT.search((title or "") + opening):
        return ()
    act = _ACT.search(title) if title else None
    names = _bracketed(title[act.end() :]) if title and act else []
    if not names and title:
        unnamed = _UNNAMED.search(title)
        names = [_MAKER.sub("", unnamed["name"])] if unnamed else []
    for sentence in re.split(r"[。\n]", opening):
        if _CARRIES.search(sentence):
            names += _bracketed(sentence)
    return tuple(dict.fromkeys(names))


def _bracketed(text: str) -> list[str]:
    """The titles in 《》, those within another one left out."""
    names, depth, start = [], 0, 0
    for mark in _TITLE_MARK.finditer(text):
        if mark[0] == "《":
            start = mark.end() if depth == 0 else start
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0 and mark.start() - start >= 4:
                names.append(text[start : mark.start()])
    return names


def forwards(title: str | None) -> bool:
    """Whether a cover passes on another organ's document (转发, 批转) and does not issue its own (印发, 公布)."""
    return bool(title and re.search(r"转发|批转|转送", title))


_NOTE_END: Final = re.compile(rf"{_TRIAL}$")
_NOISE: Final = re.compile(r"[\s《》“”\"（）()〔〕，、：:·\-—－]|关于|的通知$|的(?=意见$|方案$|办法$|报告$)|印发|转发")


def meant(title: str, names: Sequence[str]) -> str | None:
    """The one of the names that a title is most like, where it is like any."""
    offers = [name for name in names if alike(name, title)]
    if len(offers) < 2:
        return offers[0] if offers else None
    return max(offers, key=lambda name: _ratio(name, title))


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, _NOISE.sub("", one), _NOISE.sub("", other), autojunk=False).ratio()


@lru_cache(maxsize=256)
def _essence(title: str) -> str:
    """The words by which titles are compared: a cover's title is asked of each line that may be another's."""
    return _NOISE.sub("", _NOTE_END.sub("", title))


def alike(one: str, other: str, *, least: float = 0.84) -> bool:
    """Whether two titles name one document, marks and 关于 aside, a prefix like the issuer's name allowed."""
    first, second = _essence(one), _essence(other)
    if not first or not second:
        return False
    short, long = sorted((first, second), key=len)
    if len(short) >= 6 and long.endswith(short):
        return True
    if len(short) < 0.6 * len(long):
        return False
    return _ratio(one, other) >= least
