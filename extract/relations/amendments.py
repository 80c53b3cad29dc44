"""What a notice changes in another, part by part: the article or attachment named, the old and the new wording."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from extract.records import Requirement
from ingest import patterns as re
from ingest.dates import day_in

_NUMERAL: Final = r"[\d一二三四五六七八九十百]+"
_PART: Final = re.compile(rf"附件\s*{_NUMERAL}?|第{_NUMERAL}条(?:第{_NUMERAL}款)?(?:第[（(]?{_NUMERAL}[）)]?项)?")
_CHANGE: Final = re.compile(
    rf"(?P<part>第{_NUMERAL}条[^“”。；\n]{{0,30}})?[“](?P<old>[^“”]{{1,200}})[”]\s*(?:修改|调整|改|变更|"
    rf"更正)为[：:]?\s*"
    r"[“](?P<new>[^“”]{1,300})[”]"
)
_REWORDED: Final = re.compile(
    rf"(?P<part>第{_NUMERAL}条(?:第{_NUMERAL}款)?)[^“”。；\n]{{0,12}}(?:修改|调整|"
    rf"改)为[：:]?\s*[“](?P<new>[^“”]{{1,300}})[”]"
)


_DELETED: Final = re.compile(
    rf"(?:删去|删除|废止)(?P<part>第{_NUMERAL}条(?:第{_NUMERAL}款)?(?:第[（(]?{_NUMERAL}[）)]?项)?)"
)


@dataclass(frozen=True, slots=True)
class Amendment:
    """One change: in which part, what stood there (`None`: not quoted), what stands there now (`None`: nothing)."""

    part: str | None
    old: str | None
    new: str | None
    start: int
    end: int


_LONGER: Final = re.compile(
    rf"(?P<part>附件\s*{_NUMERAL}?|第{_NUMERAL}条)[^。；\n]{{0,100}}?(?:延长|延续|顺延|延期)(?:执行|实施)?(?:至|到)"
    r"\s*(?P<day>\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)"
)


@dataclass(frozen=True, slots=True)
class Extension:
    """A part whose own period is to end later: the part, its new last day (ISO), and the words that say so."""

    part: str
    last: str
    words: str


def extensions(text: str) -> Iterator[Extension]:
    """The periods of single parts that a text extends: 第一条规定的…政策，执行期限延长至2024年12月31日."""
    for match in _LONGER.finditer(text):
        if last := day_in(match["day"]):
            yield Extension(match["part"], last, match.group())


def extended(rules: Sequence[Requirement], extension: Extension) -> tuple[Requirement, ...]:
    """The rules of the part that an extension means and whose own period ends earlier.

    Where it names the value of one (减按50%征收的政策), it means that one; else all of the part.
    """
    inside = [rule for rule in rules if is_in_part(rule, extension.part)]
    named = [rule for rule in inside if rule.value_text and rule.value_text in extension.words]
    return tuple(rule for rule in named or inside if rule.applies_to and "1" <= rule.applies_to < extension.last)


def amendments(text: str) -> tuple[Amendment, ...]:
    """The changes that a text quotes: 将第五条中“每月一次”修改为“每半月一次”, 第八条修改为：“…”."""
    found = [*_changed(text), *_reworded(text), *_deleted(text)]
    return tuple(sorted(found, key=lambda change: change.start))


def _changed(text: str) -> Iterator[Amendment]:
    for match in _CHANGE.finditer(text):
        part = _PART.match(match["part"]) if match["part"] else None
        yield Amendment(part.group() if part else None, match["old"], match["new"], *match.span())


def _reworded(text: str) -> Iterator[Amendment]:
    for match in _REWORDED.finditer(text):
        yield Amendment(match["part"], None, match["new"], *match.span())


def _deleted(text: str) -> Iterator[Amendment]:
    for match in _DELETED.finditer(text):
        yield Amendment(match["part"], None, None, *match.span())


def is_whole_article(part: str) -> bool:
    """Whether a part is an article or an attachment, and no paragraph or item of one, which no outline path tells."""
    return not re.search(r"[款项]$", part)


def parts(quote: str, title: str | None = None) -> tuple[str, ...]:
    """The articles and attachments that a sentence names outside the title that it quotes: 附件2, 第三条."""
    bare = quote.replace(title, "") if title else quote
    return tuple(dict.fromkeys(re.sub(r"\s", "", match.group()) for match in _PART.finditer(bare)))


def is_in_part(requirement: Requirement, part: str) -> bool:
    """Whether a requirement stands in a part: the part, or its article, is one of the steps of its outline path.

    What a notice numbers 四、 is cited as its 第四条.
    """
    steps = (requirement.clause or "").split("/")
    article = re.match(rf"第({_NUMERAL})条", part)
    return part in steps or bool(article and (article.group() in steps or steps[0] == article[1]))


def is_changed(requirement: Requirement, change: Amendment) -> bool:
    """Whether a change touches a requirement: its old wording holds the value; without old wording, its part."""
    if change.part and not is_in_part(requirement, change.part):
        return False
    if change.old is None:
        return change.part is not None
    value = requirement.value_text
    inside = change.old in requirement.evidence.quote
    return inside and (value is None or value in change.old or change.old in value)
