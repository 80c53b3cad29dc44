"""标题里的关系：关于印发《…》的通知、关于废止《…》的决定、转发…的通知。"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from extract.document_words import TYPES, bare
from extract.records import RelationKind
from extract.relations.citations import Citation, issuer_in, quoted_titles
from extract.relations.skeletons import MARK
from ingest import patterns as re
from ingest.wording import TRIAL

_BEFORE: tuple[tuple[RelationKind, re.Pattern[str]], ...] = (
    ("repeals", re.compile(r"(?:废止|停止执行|宣布失效|停止实施)[^，]{0,6}$")),
    ("extends", re.compile(r"(?:延长|延续|继续执行|继续实施)[^，]{0,6}$")),
    ("amends", re.compile(r"(?:修改|修订|修正|调整|补充)[^，]{0,6}$")),
    ("forwards", re.compile(r"(?:转发|批转)[^，]{0,60}$")),
    ("promulgates", re.compile(r"(?:印发|发布|公布|下发|颁布|颁发)[^，]{0,60}$")),
    ("implements", re.compile(r"(?:贯彻|落实|执行|实施)[^，]{0,20}$")),
)
_AFTER: tuple[tuple[RelationKind, re.Pattern[str]], ...] = (
    ("repeals", re.compile(r"(?:等[^，]{0,16})?(?:废止|失效|停止执行)的?")),
    ("extends", re.compile(r"[^，]{0,8}(?:有效期|继续执行|延长)")),
    ("implements", re.compile(r"的?(?:实施|操作)(?:细则|办法|条例|规程)")),
    ("amends", re.compile(r"[^，]{0,12}(?:补充|修改|修订|修正|更正)(?:的|有关|事项)*(?:通知|规定|意见|决定|公告)")),
)
_UNQUOTED: tuple[tuple[RelationKind, re.Pattern[str]], ...] = (
    ("forwards", re.compile(r"(?:转发|批转)(?P<name>.{6,120})$")),
    ("promulgates", re.compile(r"(?:关于印发|印发(?=关于))(?P<name>.{4,120})$")),
    ("repeals", re.compile(r"关于(?:废止|停止执行)(?P<name>.{4,100})$")),
    ("amends", re.compile(r"关于修改(?P<name>.{4,100})$")),
    ("extends", re.compile(r"关于延长(?P<name>.{4,80}?)(?:的)?(?:有效期|执行期限|实施期限)")),
)
_OWN_TYPE: Final = re.compile(r"的(?:紧急)?(?:通知|公告|通告|决定|函)$")
_ANY_TYPE: Final = re.compile(rf"(?:{TYPES}|函|报告|纲要|任务|机制|[一二三四五六七八九十\d]+条)$")


_CAPTION: Final = re.compile(r"[^《》]*(?:印发|发布|公布)《(?P<name>[^《》]+)》\s*")


def issued_name(title: str) -> str | None:
    """The document that a title says is issued and whose notice it is not: 某局印发《甲方案》, without …的通知."""
    caption = _CAPTION.fullmatch(title)
    return caption["name"] if caption else None


_DETAILS: Final = re.compile(
    rf"(?:[^《》]*?(?:落实|贯彻|实施|执行))?(?P<base>[^《》]{{6,80}}(?:条例|办法|规定|意见|措施|政策))的?(?:实施|"
    rf"操作|配套)(?:细则|办法|规程)"
    rf"{TRIAL}$"
)
"""`…若干政策意见的操作细则`: the rules of detail carry out the document that they name."""


def _detailed(name: str) -> Iterator[tuple[RelationKind, Citation]]:
    if found := _DETAILS.match(name):
        yield "implements", Citation(*found.span("base"), found["base"], None, issuer_in(found["base"]), (), False)


def title_citations(title: str) -> Iterator[tuple[RelationKind, Citation]]:
    """What a title says it does, and to which document; positions are those of the title."""
    found = quoted_titles(title)
    for name in [citation.title for citation in found if citation.title] or [_OWN_TYPE.sub("", title)]:
        yield from _detailed(name)
    if not found:
        yield from _unquoted(title)
        return
    flat = title[: found[0].start] + MARK + title[found[-1].end :]
    first = found[0].start
    relation = next((kind for kind, after in _AFTER if after.match(flat, first + 1)), None)
    relation = relation or next((kind for kind, before in _BEFORE if before.search(flat[:first])), None)
    yield from ((relation or "cites", citation) for citation in found)


def _unquoted(title: str) -> Iterator[tuple[RelationKind, Citation]]:
    for relation, pattern in _UNQUOTED:
        match = pattern.search(title)
        if match is None:
            continue
        name = _OWN_TYPE.sub("", match["name"])
        name = name if _ANY_TYPE.search(bare(name)) else match["name"]
        if _ANY_TYPE.search(bare(name)) and (relation == "forwards" or name != match["name"] or relation == "extends"):
            start = match.start("name")
            yield relation, Citation(start, start + len(name), name, None, issuer_in(name), (), False)
        return
