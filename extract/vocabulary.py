"""Which entry of the vocabulary the subject and the measure of a rule are: the head of the phrase decides.

An entry counts only where it ends the phrase, and the longest one that does: 密切接触者的密切接触者 is no
密切接触者, 密切接触者的同住人 neither. What stands before it narrows it (`narrowed`). What turns it round
(解除集中隔离) or is joined to it (核酸检测和流调) leaves the phrase without a code: a wrong code is worse than none.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from extract.lexicon import ELLIPSIS, Ends, Word, load
from ingest import patterns as re

SUBJECTS, MEASURES = "subjects.csv", "measures.csv"


@dataclass(frozen=True, slots=True)
class Coded:
    """The code of a phrase, and the words that narrow it to a part of what the code means (14日内有, 不含澳门)."""

    code: str
    narrowed: str = ""


def subject_code(words: str | None) -> str | None:
    """The code of the one subject that a rule has; `None` where the vocabulary has none."""
    who = subjects(words)
    return who[0].code if len(who) == 1 else None


def action_code(words: str | None) -> str | None:
    """The code of a rule's measure; `None` where the vocabulary has none."""
    what = measure(words)
    return what.code if what else None


@lru_cache(maxsize=4096)
def subjects(words: str | None) -> tuple[Coded, ...]:
    """The subject's code, or one for each of a list (密切接触者和次密切接触者); none where one of them has none."""
    text = _TWICE_TOLD.sub("的", folded(words))
    except_for = "".join(_EXCEPT.findall(words or ""))
    listed = [_subject(part) for part in _JOINED.split(text)]
    alone = _subject(text)
    whole = len(listed) == 1 or (alone is not None and (not alone.narrowed or _is_attribute(alone.narrowed)))
    found = [alone] if whole else list(dict.fromkeys(listed))
    return tuple(Coded(one.code, one.narrowed + except_for) for one in found if one) if all(found) else ()


_JOINED: Final = re.compile(r"以及|或者|[、，,；;和及与或]")
_TWICE_TOLD: Final = re.compile("[，,](?:且(?!末)|并且?|同时)[^，,、；;]{2,40}的(?=[^的]+$)")
"""`解除隔离，且已完成监测的入境人员`: one group, told by two things; its name goes on from the first one."""
_EXCEPT: Final = re.compile(r"[(（][^()（）]*(?:除|不含|不包括|仅|限)[^()（）]*[)）]")


def _is_attribute(before: str) -> bool:
    """Whether a list before the head belongs to its attribute: 有发热、咳嗽症状的密切接触者."""
    last = _JOINED.split(before)[-1].removesuffix("的")
    first = _JOINED.split(before)[0]
    return _subject(last) is not None or (before.endswith("的") and _subject(first) is None)


def _subject(text: str) -> Coded | None:
    ends = _ends(SUBJECTS)
    found = ends.find(_THING.sub("", text)) or ends.find(text)
    if found is None:
        return None
    start, word = found
    before = text[:start]
    if _UNLESS.search(before) or (len(word.surface) <= 2 and before and not _LOOSE.search(before)):
        return None
    return Coded(word.code, _ALL.sub("", before))


_THING: Final = re.compile(r"(?:的)?(?:审批|办理|办结|受理)*(?:时限|时间|期限|周期|用时|标准)$")
"""What of a thing a rule limits: 施工许可审批时限 is about 施工许可."""
_UNLESS: Final = re.compile(r"(?:非|不含|不包括|除|无|未|以外|通知|告知|面向)$")
_LOOSE: Final = re.compile(r"(?:[的对各有名位]|所有|全部|全体|全市|辖区|判定|其他|每[个户家名位])$")
_ALL: Final = re.compile(
    r"^(?:对|将|以及|其(?!他)|各|各类|所有|全部|全体|有关|相关|判定的?|[本我全该](?:省|市|县|区|镇|乡|国))+"
)
"""Words that narrow nothing."""


@lru_cache(maxsize=4096)
def measure(words: str | None) -> Coded | None:
    """The measure's code: its name, or the verb before its object (报送工作总结)."""
    text = folded(words)
    bare = _TAIL.sub("", text)
    for phrase in (text, bare) if bare != text else (text,):
        found = _ends(MEASURES).find(phrase)
        if found and (code := _measure(phrase, *found)):
            return code
    return None


def _measure(phrase: str, start: int, word: Word) -> Coded | None:
    before, rest = phrase[:start], phrase[start:]
    if word.surface.endswith(ELLIPSIS) or word.surface in _verbs():
        freed = not _LIGHT.sub("", _WHOM.sub("", _LIGHT.sub("", before))) and not _GOVERNS.search(before)
        attribute = rest[len(word.surface.rstrip(ELLIPSIS)) :].startswith("的")
        return Coded(word.code) if freed and not attribute and not _TURNED.search(rest) else None
    bare = _CHAIN.sub("", _LIGHT.sub("", _CARRIED.sub("", before)))
    if _TURNS.search(before) or _JOINED.search(bare) or _AND.search(bare):
        return None
    return Coded(word.code, bare)


@cache
def _verbs() -> frozenset[str]:
    """The entries that also stand before their object (报送…): nouns before them are not of their name (鉴定报告)."""
    return frozenset(word.surface.rstrip(ELLIPSIS) for word in load(MEASURES) if word.surface.endswith(ELLIPSIS))


_TAIL: Final = re.compile(r"(?:管理|管控)?(?:措施|工作|任务|服务|活动|制度|等)+$|(?<=.)(?:时限|时间|期限|次数|频次)$")
_LIGHT: Final = re.compile(
    r"^(?:[须应要]|必须|严格|统一|立即|及时|定期|依法|组织|开展|进行|实施|实行|落实|做好|完成|执行|采取|接受|给予|予以"
    r"|继续|追加|再次|主动|逐级|就地|各|[一二两三四五六七八九十\d]+[次轮])+"
)
"""Verbs that carry a measure and say nothing of their own."""
_CARRIED: Final = re.compile(r"^.*(?:开展|进行|实施|实行|给予|予以|执行|采取|落实)")
_WHOM: Final = re.compile(r"^(?:[对向在于由按将为经自从]|通过|按照).+")
_GOVERNS: Final = re.compile(r"(?:发布|提交|报送|填报|通知|暂停|停止|[未不])$")
"""What makes the word after it an object, or denies it: 发布申报通知."""
_CHAIN: Final = re.compile(r"^[\d天]+(?:[+＋][\d天]+)+")
_AND: Final = re.compile(r"[并+＋]")
_TURNED: Final = re.compile(r"延长|缩短|停止|暂停|取消|顺延")
_TURNS: Final = re.compile(
    r"解除|停止|取消|暂停|终止|[不未免无]|延长|缩短|推迟|撤销|报[送告备]|上报|公布|发布|查验|核验|出示|提[供交]|通知"
    r"|制定|出台|完善|建立|编制|出具|形成|填[报写]"
)
"""Verbs before a measure that make the rule one about something else."""


@cache
def _ends(name: str) -> Ends:
    """The entries of a vocabulary by how a phrase ends."""
    return Ends(load(name))


_QUOTES: Final = re.compile('[ \t\n\u3000“”"《》*×]')
_BRACKETED: Final = re.compile(r"\([^()]*\)")


def folded(words: str | None) -> str:
    """A phrase without blanks, quotation marks and what stands in brackets."""
    return _BRACKETED.sub("", _QUOTES.sub("", words or "").replace("（", "(").replace("）", ")"))


@cache
def labels() -> dict[str, str]:
    """The Chinese label of every code."""
    return {word.code: word.label for name in (SUBJECTS, MEASURES) for word in load(name)}


@cache
def narrower(code: str) -> frozenset[str]:
    """The code and all that are kinds of it: 隔离 → 集中隔离, 居家隔离 …"""
    below = {word.code for name in (SUBJECTS, MEASURES) for word in load(name) if word.broader == code}
    return frozenset({code}).union(*map(narrower, below))
