"""What is in force on which day: the ends that a notice meets, as spells of time with the reasons for each.

Pure: a `Life` and the `Effect`s upon it give its `Spell`s. Days are ISO, spells half-open; `BEFORE` and `AFTER` stand
for no bound. What a text leaves open stays `unknown`, and no conflict clause or later notice ends anything by itself.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Literal

from extract.document_words import DRAFT
from extract.records import Relation, Requirement
from ingest import patterns as re
from ingest.dates import years_later
from ingest.notice import Notice

Status = Literal["in_force", "not_yet_in_force", "partly_superseded", "superseded", "repealed", "expired", "unknown"]
Cause = Literal[
    "start", "stated_end", "repeal", "replacement", "part_end", "amendment", "extension", "precedence", "draft",
    "own_statement", "withdrawn", "suggested_end", "undated",
]  # fmt: skip
BEFORE, AFTER = "", "9999-99-99"


@dataclass(frozen=True, slots=True)
class Reason:
    """One link in the chain behind a status, with the words that prove it; `suggested` ones decide nothing."""

    cause: Cause
    said: str
    day: str | None = None
    source_id: str | None = None
    relation_id: str | None = None
    quote: str | None = None
    suggested: bool = False


@dataclass(frozen=True, slots=True)
class Spell:
    """From `first` until before `last` the status is this, for these reasons."""

    first: str
    last: str
    status: Status
    reasons: tuple[Reason, ...] = ()

    def covers(self, day: str) -> bool:
        """Whether `day` lies in the spell."""
        return self.first <= day < self.last


@dataclass(frozen=True, slots=True)
class Life:
    """What a notice says of its own time. `ends_only`: it does nothing but end others (关于废止…的决定)."""

    id: str
    title: str | None = None
    doc_type: str | None = None
    place: str | None = None
    day: str | None = None
    effective_from: str | None = None
    effective_to: str | None = None
    draft: bool = False
    ends_only: bool = False
    validity: str | None = None
    extends_to: str | None = None
    """To which day it extends another (关于延长…有效期的通知); then that day is no end of its own."""


_ENDS_ONLY = re.compile(r"关于(?:公布)?(?:废止|宣布失效|停止执行|修改和废止|废止和宣布失效|失效)")


_EXTENDS = re.compile(r"关于.{0,4}(?:延长|延续|延期|继续执行|继续实施)")
_NUMBER_YEAR = re.compile(r"〔(\d{4})〕")


def life(notice: Notice) -> Life:
    """The life of `notice`; a year that is lost in a date is that of the document number, else the day stays open."""
    place = notice.jurisdiction
    title = notice.title or ""
    end, extends = _day(notice.effective_to, notice), bool(_EXTENDS.search(title))
    return Life(
        id=notice.id,
        title=notice.title,
        doc_type=notice.doc_type,
        place=place.code if place else None,
        day=_day(notice.signed_on, notice) or _day(notice.published_on, notice),
        effective_from=_day(notice.effective_from, notice),
        effective_to=None if extends else end,
        extends_to=(_end_in(notice.text) or end) if extends else None,
        draft=bool(DRAFT.search(title)),
        ends_only=bool(_ENDS_ONLY.search(title)),
        validity=notice.validity,
    )


def _day(day: str | None, notice: Notice) -> str | None:
    year = _NUMBER_YEAR.search(notice.doc_number or "")
    return _whole(f"{year[1]}{day[1:]}" if day and year and re.fullmatch(r"--\d\d-\d\d", day) else day)


def _whole(day: str | None) -> str | None:
    return day if day and re.fullmatch(r"\d{4}-\d\d-\d\d", day) else None


@dataclass(frozen=True, slots=True)
class Effect:
    """A relation that reaches a notice: from which day, and from which day on it counts no more (`void_from`)."""

    relation: Relation
    speaker: Life
    partial: bool = False
    void_from: str | None = None

    @property
    def day(self) -> str | None:
        """The day stated, else the speaker's own; `None`: no day is known."""
        own = self.speaker.effective_from or self.speaker.day
        return _whole(self.relation.effective_on) or own

    @property
    def whole(self) -> bool:
        """Whether all of the notice is meant."""
        return self.relation.scope == "whole" and not self.partial


_SAID = {
    "repeal": "被《{by}》废止",
    "replacement": "被《{by}》代替",
    "part_end": "被《{by}》部分废止或代替",
    "amendment": "被《{by}》修改",
    "extension": "由《{by}》延长",
    "precedence": "《{by}》规定不一致的以其为准（不一致之处需人工核对）",
}


def _reason(cause: Cause, effect: Effect, said: str | None = None) -> Reason:
    relation, by = effect.relation, effect.speaker.title or "无标题的通知"
    words = said or _SAID[cause].format(by=by)
    return Reason(cause, words, effect.day, relation.source_id, relation.id, relation.evidence.quote)


def spells(own: Life, effects: Iterable[Effect]) -> tuple[Spell, ...]:
    """The whole history of a notice, without gaps: what it says of its time, then what others do to it."""
    if own.draft:
        return (Spell(BEFORE, AFTER, "not_yet_in_force", (Reason("draft", "征求意见稿，尚未正式发布"),)),)
    ordered = sorted(effects, key=lambda effect: (effect.day or AFTER, effect.relation.id))
    days = sorted({BEFORE, *_days(own, ordered)})
    found = [_spell(own, ordered, first, last) for first, last in zip(days, [*days[1:], AFTER], strict=True)]
    return _joined(found)


def _joined(found: Sequence[Spell]) -> tuple[Spell, ...]:
    kept: list[Spell] = []
    for spell in found:
        if kept and (kept[-1].status, kept[-1].reasons) == (spell.status, spell.reasons):
            kept[-1] = Spell(kept[-1].first, spell.last, spell.status, spell.reasons)
        else:
            kept.append(spell)
    return tuple(kept)


def _days(own: Life, effects: Sequence[Effect]) -> Iterator[str]:
    """Every day on which something can change."""
    stated = [own.effective_from, _day_after(own.effective_to)]
    stated += [day for effect in effects for day in (effect.day, effect.void_from, _day_after(new_end(effect)))]
    yield from filter(None, stated)


def day_after(day: str) -> str:
    """The ISO day after an ISO day. Raises `ValueError`."""
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _day_after(day: str | None) -> str | None:
    return day_after(day) if day else None


def _spell(own: Life, effects: Sequence[Effect], first: str, last: str) -> Spell:
    """The status throughout `first` to `last`, in which nothing changes."""
    acting = [effect for effect in effects if _acts(effect, first)]
    status, reasons = _ended(own, acting, first)
    return Spell(first, last, status, (*reasons, *_notes(own, acting, first)))


def _acts(effect: Effect, day: str) -> bool:
    """Whether the effect is there on `day`; one without any day is there always."""
    begun = effect.day is None or effect.day <= day
    return begun and not (effect.void_from and effect.void_from <= day)


def _ended(own: Life, acting: Sequence[Effect], day: str) -> tuple[Status, tuple[Reason, ...]]:
    """The strongest thing that holds: an end before a beginning, the last end before earlier ones."""
    revived = max((effect.day or BEFORE for effect in acting if _extends(effect)), default=BEFORE)
    for effect in sorted(acting, key=lambda effect: effect.day or BEFORE, reverse=True):
        if (ended := _end_by(effect)) and (effect.day or AFTER) >= revived:
            if effect.day is None:
                return "unknown", (
                    _reason(ended[1], effect, f"{_SAID[ended[1]].format(by=effect.speaker.title)}，日期不明"),
                )
            return ended[0], (_reason(ended[1], effect),)
    begun = own.effective_from is None or own.effective_from <= day
    if begun and (stated := _stated_by_itself(own)):
        return stated
    end = _end(own, acting)
    if end and (after := _day_after(end[0])) and after <= day:
        longer = next((effect for effect in acting if _extends(effect) and new_end(effect) is None), None)
        if longer:
            return "unknown", (_reason("extension", longer, "有效期已延长，但延至何日未能读出"),)
        return "expired", (end[1],)
    if own.effective_from is None:
        return "unknown", (Reason("undated", "施行日期不明"),)
    if day < own.effective_from:
        return "not_yet_in_force", (Reason("start", f"自{own.effective_from}起施行", own.effective_from),)
    return _standing(own, acting)


def _end_by(effect: Effect) -> tuple[Status, Cause] | None:
    if not effect.whole:
        return None
    ends: dict[str, tuple[Status, Cause]] = {
        "repeals": ("repealed", "repeal"), "supersedes": ("superseded", "replacement")
    }  # fmt: skip
    return ends.get(effect.relation.relation)


def _extends(effect: Effect) -> bool:
    return effect.relation.relation == "extends" and effect.whole


_ENDED_SAID = re.compile(r"失效|废止|无效|作废")


def _stated_by_itself(own: Life) -> tuple[Status, tuple[Reason, ...]] | None:
    """The page says that the notice is not in force any more, without a day: then on no day it surely is."""
    said = own.validity or ""
    if not _ENDED_SAID.search(said) or own.effective_to:
        return None
    status: Status = "repealed" if "废止" in said else "expired"
    return status, (Reason("own_statement", f"原网页注明“{said}”，未写何日起", quote=said),)


def _end(own: Life, acting: Sequence[Effect]) -> tuple[str, Reason] | None:
    """The last day in force: as the notice states it, or as it was last extended; `None`: no end."""
    end = own.effective_to
    found = (end, Reason("stated_end", f"有效期至{end}", end)) if end else None
    for effect in filter(_extends, acting):
        new = new_end(effect)
        if new is None and _LONGER.search(effect.relation.evidence.quote):
            continue
        found = (new, _reason("extension", effect, f"有效期延长至{new}")) if new else None
    return found


_NEW_END = re.compile(
    r"(?:延长|延续|延期|顺延|延|执行|有效)(?:执行)?(?:至|到)\s*(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日"
)
_LONGER = re.compile(r"延长|延续|延期|顺延")
"""An extension to a day that is not read; 继续有效 has none."""


def new_end(effect: Effect) -> str | None:
    """The last day to which the words extend a notice: 有效期延长至2024年5月31日; `None`: they give no day."""
    if effect.relation.relation != "extends":
        return None
    return _end_in(effect.relation.evidence.quote) or effect.speaker.extends_to


def _end_in(text: str) -> str | None:
    dated = _NEW_END.search(text)
    if dated is None:
        return None
    try:
        return date(int(dated[1]), int(dated[2]), int(dated[3])).isoformat()
    except ValueError:
        return None


def _standing(own: Life, acting: Sequence[Effect]) -> tuple[Status, tuple[Reason, ...]]:
    """In force, wholly or in part."""
    begun = Reason("start", f"自{own.effective_from}起施行", own.effective_from)
    extended = tuple(_reason("extension", effect) for effect in acting if effect.relation.relation == "extends")
    parts = tuple(filter(None, map(_part, acting)))
    return ("partly_superseded" if parts else "in_force"), (begun, *parts, *extended)


def _part(effect: Effect) -> Reason | None:
    kind = effect.relation.relation
    if kind == "amends":
        return _reason("amendment", effect)
    conflicting = effect.relation.scope == "conflicting"
    return (
        _reason("part_end", effect)
        if kind in ("repeals", "supersedes") and not effect.whole and not conflicting
        else None
    )


def _notes(own: Life, acting: Sequence[Effect], day: str) -> Iterator[Reason]:
    """What decides nothing but must be known: conflict clauses, and the end that the place's own rule suggests."""
    yield from (_reason("precedence", effect) for effect in acting if effect.relation.scope == "conflicting")
    suggested = suggested_end(own)
    if suggested and not any(map(_extends, acting)) and (own.effective_from or AFTER) <= day:
        yield suggested


@dataclass(frozen=True, slots=True)
class ValidityRule:
    """How long a place's own law lets a normative document live, with the article that says so."""

    place: str
    years: int
    trial_years: int
    from_day: str
    ground: str


@cache
def validity_rules() -> tuple[ValidityRule, ...]:
    """The rules of `lexicon/validity_rules.csv`."""
    table = files("extract").joinpath("lexicon", "validity_rules.csv").read_text("utf-8").splitlines()
    return tuple(
        ValidityRule(row["place"], int(row["years"]), int(row["trial_years"]), row["from_day"], row["ground"])
        for row in csv.DictReader(table)
    )


_TRIAL = re.compile(r"试行|暂行")
_NORMATIVE = frozenset(
    {"办法", "管理办法", "实施办法", "规定", "细则", "实施细则", "意见", "通知", "通告", "公告", "规则"}
)


def suggested_end(own: Life) -> Reason | None:
    """The end that the law of the notice's province suggests where it states none; it decides nothing."""
    if own.effective_to or own.effective_from is None or not own.place or own.doc_type not in _NORMATIVE:
        return None
    for rule in validity_rules():
        if own.place[:2] == rule.place[:2] and own.effective_from >= rule.from_day:
            trial = bool(_TRIAL.search(own.title or ""))
            end = years_later(own.effective_from, rule.trial_years if trial else rule.years)
            return Reason("suggested_end", f"如属规范性文件，推定有效期至{end}", end, quote=rule.ground, suggested=True)
    return None


def on(history: Sequence[Spell], day: str) -> Spell:
    """The spell that covers `day`."""
    return next(spell for spell in history if spell.covers(day))


def own_period(requirement: Requirement) -> tuple[str, str]:
    """The period that the clause itself sets, half-open; `BEFORE` and `AFTER` where it sets no bound or an open one."""
    return _whole(requirement.applies_from) or BEFORE, _day_after(_whole(requirement.applies_to)) or AFTER


def void_from(effect: Effect, of_speaker: Sequence[Spell]) -> str | None:
    """From when an effect counts no more because its own notice was withdrawn.

    A notice that replaced another and is itself repealed later leaves its end standing: editions follow each other so.
    An end falls with its notice where that is gone before the end begins, or where it was nothing but an end
    (关于废止…的决定) and is itself repealed: then the ended notice stands again.
    """
    gone = next((spell.first for spell in of_speaker if spell.status in ("repealed", "superseded")), None)
    if gone is None:
        return None
    never_began = effect.day is not None and gone <= effect.day
    return gone if never_began or effect.speaker.ends_only else None
