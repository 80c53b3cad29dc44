"""Which notice a relation points at: issuer, title and document number weighed together.

A number alone is no key (five numbers stood on two notices each among 346 real ones), nor is a title (第一批 and
第三批, the same title in two cities): of 153 automatic matches by one of them 52 were wrong. What does not hold
together stays open, with the candidates and why.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from extract.document_words import is_generic
from extract.records import ACTING, Relation, Target
from ingest import patterns as re
from ingest.fields.doc_numbers import canonical_number
from ingest.fields.places import of_name
from ingest.notice import Jurisdiction, Notice


@dataclass(frozen=True, slots=True)
class Identity:
    """What a notice is known by. `inner` are the keys of the documents that its title says it issues or passes on."""

    id: str
    number: str | None = None
    title: str = ""
    inner: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    place: str | None = None
    day: str | None = None
    parent_id: str | None = None

    def names(self) -> tuple[str, ...]:
        """Under what the notice can be looked up."""
        return tuple(dict.fromkeys(filter(None, (self.number, self.title, *self.inner))))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A notice that a relation may mean, and why that is not certain."""

    id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """The notice that a relation means, or the open candidates. `partial`: one of several documents issued by it."""

    target_id: str | None = None
    candidates: tuple[Candidate, ...] = ()
    partial: bool = False


def identity(notice: Notice) -> Identity:
    """What `notice` is known by; its day is that of signing, else of publishing, `None` where the year is lost."""
    days = (notice.signed_on, notice.published_on, notice.printed_on)
    return Identity(
        id=notice.id,
        number=number_key(notice.doc_number),
        title=title_key(notice.title),
        inner=inner_keys(notice.title),
        issuers=notice.issuers,
        place=_code(notice.jurisdiction),
        day=next((day for day in days if day and day[0].isdigit()), None),
        parent_id=notice.parent_id,
    )


def _code(place: Jurisdiction | None) -> str | None:
    return place.code if place else None


def target_keys(target: Target) -> tuple[str, ...]:
    """Under what the target of a relation is looked up; none for a document that is only described."""
    keys = (number_key(target.doc_number), title_key(target.title), *inner_keys(target.title))
    return tuple(dict.fromkeys(key for key in keys if key))


_DATED = re.compile(r"(.+?)〔(\d{4})〕第?(\d+)号")
_BY_YEAR = re.compile(r".*?(?:公告|通告)?(\d{4})年第(\d+)号")


@lru_cache(maxsize=4096)
def number_key(number: str | None) -> str | None:
    """渝府发〔2022〕5号 → `渝府发2022-5`; 公告2022年第5号 → `#2022-5`, which only with its organ is a number."""
    if not number:
        return None
    plain = canonical_number(number)
    if dated := _DATED.fullmatch(plain):
        return f"{dated[1]}{dated[2]}-{int(dated[3])}"
    if yearly := _BY_YEAR.fullmatch(plain):
        return f"#{yearly[1]}-{int(yearly[2])}"
    return plain


_NOISE = re.compile(r"[\s《》〈〉<>﹤﹥“”\"'‘’*×毒()（）〔〕\[\]，,、]+|^中华人民共和国")
_ISSUED = re.compile(r"(?:关于)?(?:印发|发布|公布|下发|转发|批转)(.+?)的(?:紧急)?(?:通知|公告|通告|决定|令|函)$")
_QUOTED = re.compile(r"《(.+)》")


@lru_cache(maxsize=4096)
def title_key(title: str | None) -> str:
    """A title without brackets, blanks and the issuer before 关于, so that two ways to quote it agree."""
    if not title:
        return ""
    about = title.find("关于")
    short = title[about:] if 0 < about <= 60 and "《" not in title[:about] else title
    return _NOISE.sub("", unicodedata.normalize("NFKC", short))


@lru_cache(maxsize=4096)
def inner_keys(title: str | None) -> tuple[str, ...]:
    """The documents that a title says it issues: 关于印发《甲办法》的通知 → 甲办法."""
    if not title:
        return ()
    issued = _ISSUED.search(title)
    if issued is None:
        return ()
    quoted = _QUOTED.search(issued[1])
    names = re.split(r"》[、和及与]*《", quoted[1]) if quoted else [issued[1]]
    return tuple(key for name in names if (key := title_key(name)) and not is_generic(name))


_PASSING = frozenset({"promulgates", "forwards"})


def resolve(relation: Relation, speaker: Identity, known: Iterable[Identity]) -> Resolution:
    """Which of the `known` notices (those that share a key with the target) the relation means.

    Never the speaker itself; a document that its cover carries is meant by a repeal only together with the cover.
    """
    target = relation.target
    others = [other for other in known if other.id != speaker.id]
    if relation.relation in _PASSING:
        carried = [other for other in others if other.parent_id == speaker.id and _shares(target, other)]
        if len(carried) == 1:
            return Resolution(carried[0].id)
    outside = [other for other in others if not _one_file(speaker, other)]
    judged = [(other, _doubt(relation, speaker, other)) for other in sorted(outside, key=lambda other: other.id)]
    certain = _covers([other for other, doubt in judged if doubt is None])
    if len(certain) == 1:
        return Resolution(certain[0].id, partial=_is_one_of_several(target, certain[0]))
    same = tuple(Candidate(other.id, "机关、标题、文号都说得通的不止一件") for other in certain)
    return Resolution(None, same + tuple(Candidate(other.id, doubt) for other, doubt in judged if doubt))


def _shares(target: Target, other: Identity) -> bool:
    return bool(set(target_keys(target)) & set(other.names()))


def _one_file(speaker: Identity, other: Identity) -> bool:
    """A cover and what it carries say nothing of each other but that."""
    family = {speaker.id, speaker.parent_id} - {None}
    return other.id in family or other.parent_id in family


def _covers(found: list[Identity]) -> list[Identity]:
    """Without the documents whose cover is found too."""
    ids = {other.id for other in found}
    return [other for other in found if other.parent_id not in ids]


def _is_one_of_several(target: Target, other: Identity) -> bool:
    return len(other.inner) > 1 and title_key(target.title) in other.inner


ALIKE = 0.6
"""The share of common character pairs from which two titles under one number are one document quoted loosely."""


def _doubt(relation: Relation, speaker: Identity, other: Identity) -> str | None:
    """Why `other` is not certainly meant; `None`: it is."""
    target = relation.target
    if other.day and speaker.day and other.day > speaker.day:
        return "成文晚于本通知"
    if relation.relation in ACTING and (unfit := _lacks_power(speaker, other)):
        return unfit
    number = number_key(target.doc_number)
    if number and other.number and number != other.number:
        return "标题相同，文号不同"
    if number and number == other.number:
        return _doubt_of_number(target, speaker, other)
    return _doubt_of_title(target, speaker, other)


def _lacks_power(speaker: Identity, other: Identity) -> str | None:
    """Why the speaker can't change `other`: nobody signed it, or its organ stands below the other's."""
    if not speaker.issuers:
        return "说话的文件没有发文机关"
    above = _in_line(speaker.place, other.place) and speaker.place != other.place
    return "下级机关的文件不能改变上级的文件" if above else None


def _doubt_of_number(target: Target, speaker: Identity, other: Identity) -> str | None:
    weak = (other.number or "").startswith("#")
    named = _issuer_agrees(target, speaker, other)
    if target.title and not is_generic(target.title):
        if not _alike(target, other):
            return "文号相同，标题不同"
        exact = title_key(target.title) in {other.title, *other.inner}
        return "文号相同，机关不同" if named is False and (weak or not exact) else None
    if named is False or (weak and not named):
        return "文号相同，机关不能确认"
    return None


def _alike(target: Target, other: Identity) -> bool:
    wanted = (title_key(target.title), *inner_keys(target.title))
    return any(_overlap(one, two) >= ALIKE for one in wanted for two in (other.title, *other.inner) if two)


def _overlap(one: str, two: str) -> float:
    first, second = ({text[at : at + 2] for at in range(len(text) - 1)} for text in (one, two))
    return len(first & second) / max(1, min(len(first), len(second)))


def _doubt_of_title(target: Target, speaker: Identity, other: Identity) -> str | None:
    wanted, held = title_key(target.title), {other.title, *other.inner}
    if not wanted or not (wanted in held or set(inner_keys(target.title)) & held):
        return "标题不同"
    if is_generic(target.title or ""):
        return "标题太笼统"
    named = _issuer_agrees(target, speaker, other)
    if named is None and _names_its_place(target.title or "", other):
        return None
    if named is None:
        return "只有标题相同，机关不能确认" if not _in_line(speaker.place, other.place) else None
    return None if named else "标题相同，机关不同"


def _names_its_place(title: str, other: Identity) -> bool:
    place = of_name(title)
    return place is not None and place.code == other.place


def _in_line(lower: str | None, upper: str | None) -> bool:
    """Whether the one place is the other or lies in it; unknown places are in no line."""
    return bool(lower and upper) and str(lower).startswith(_prefix(str(upper)))


def _prefix(code: str) -> str:
    return re.sub(r"(?:00){1,3}$", "", code)


def _issuer_agrees(target: Target, speaker: Identity, other: Identity) -> bool | None:
    """Whether the organ that the text names is one of `other`'s; `None`: it names none, or `other` has none.

    An organ without a place (市政府办公厅, 我局) is one of the speaker's own line; one with a place is that place's.
    """
    name = target.issuer
    if not name or not other.issuers:
        return None
    place = of_name(name)
    if place and other.place and place.code != other.place:
        return False
    if not place and not _in_line(speaker.place, other.place):
        return False
    wanted = _organ(name)
    return any(_organs_agree(wanted, _organ(issuer)) for issuer in other.issuers)


_SAME = (
    ("人民政府", "政府"), ("人力资源和社会保障", "人社"), ("人力资源社会保障", "人社"), ("卫生健康", "卫健"),
    ("住房和城乡建设", "住建"), ("住房城乡建设", "住建"), ("发展和改革", "发改"), ("发展改革", "发改"),
    ("委员会", "委"), ("办公厅", "办"), ("办公室", "办"), ("新型冠状病毒肺炎", ""), ("新冠肺炎", ""),
    ("国家税务总局", ""),     ("市场监督管理", "市监"), ("市场监管", "市监"), ("工业和信息化", "工信"),
)  # fmt: skip
_PLACE = re.compile(r"^(?>(?:[\u4e00-\u9fff]{1,10}?(?:自治区|自治州|[省市州县区盟旗])(?=[\u4e00-\u9fff]{2}))+)")
_OTHERS = re.compile(r"等.{0,4}(?:部门|部委|单位|委局)$|[*×毒\s]")


@lru_cache(maxsize=4096)
def _organ(name: str) -> str:
    """An organ's name without its place, in short: 重庆市人民政府办公厅 and 市政府办公厅 → 政府办."""
    short = _OTHERS.sub("", name)
    for long, brief in _SAME:
        short = short.replace(long.replace("毒", ""), brief)
    return _PLACE.sub("", short)


def _organs_agree(one: str, two: str) -> bool:
    return one == two or (min(len(one), len(two)) >= 3 and (one.endswith(two) or two.endswith(one)))
