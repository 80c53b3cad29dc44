"""What one notice requires of one subject, and the phases of its measures in order.

A chain (`“14+7+7”`) and the sentence that spells it out (即先…14天…期满后…7天…) are one sequence of phases, each with
the words that say it best. A length that goes on where another ends (继续, 期满后, 再, 追加) follows it; any other
begins with the subject's own start. Nothing here knows a calendar.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.reckoning.lengths import Length
from extract.records import Requirement
from ingest import patterns as re


@dataclass(frozen=True, slots=True)
class Phase:
    """One stretch of a measure: `length` as the contract writes it, `requirement` the record whose words prove it.

    `follows` is the number (in the regime) of the phase after whose end it begins; `None`: at the start. `step` of
    `steps` tells its place in the chain that it was stated in (1 of 1 outside a chain).
    """

    name: str
    length: str
    requirement: Requirement
    follows: int | None = None
    step: int = 1
    steps: int = 1

    @property
    def days(self) -> int | None:
        """How many days it lasts; `None` where it has a bound or is in months or working days."""
        found = Length.of(self.length)
        return found.whole_days if found and not found.bound and ".." not in self.length else None


@dataclass(frozen=True, slots=True)
class Regime:
    """The requirements of one notice for one subject in text order, and the phases among them.

    `merged` are the records that a phase stands for although another record proves it: a chain that is spelled out.
    """

    notice_id: str
    subject: str | None
    requirements: tuple[Requirement, ...]
    phases: tuple[Phase, ...]
    merged: tuple[Requirement, ...] = ()


@dataclass(frozen=True, slots=True)
class Anchor:
    """The phase that a requirement counts from: its first day, or the day after its end where `after`.

    `others` are further phases that its words could mean as well.
    """

    phase: int
    after: bool = False
    others: tuple[int, ...] = ()


def regimes(requirements: Sequence[Requirement]) -> tuple[Regime, ...]:
    """The requirements by notice and subject, each group in text order, groups by their first requirement."""
    groups: dict[tuple[str, str | None], list[Requirement]] = {}
    for subject, requirement in _governed(requirements):
        groups.setdefault((requirement.notice_id, subject), []).append(requirement)
    return tuple(_regime(notice_id, subject, rules) for (notice_id, subject), rules in groups.items())


def _governed(requirements: Sequence[Requirement]) -> Iterator[tuple[str | None, Requirement]]:
    """(subject, requirement) in text order: one without a subject has that of the rule before it in its clause.

    A subject that its clause knows as a measure or a start (对…实施隔离；隔离期间…) is that, not whom it governs.
    """
    measures = {
        (one.notice_id, one.clause, named)
        for one in requirements
        for named in (one.action, one.trigger)
        if named != one.subject or named == one.action
    }
    clause, subject = None, None
    for one in sorted(requirements, key=lambda rule: rule.evidence.start):
        own = None if (one.notice_id, one.clause, one.subject) in measures else one.subject
        same = clause == (one.notice_id, one.clause)
        clause, subject = (one.notice_id, one.clause), own or (subject if same else None)
        yield subject, one


def _regime(notice_id: str, subject: str | None, rules: Sequence[Requirement]) -> Regime:
    lasting = [rule for rule in rules if rule.kind == "duration" and _stages(rule)]
    words = leads(rules)
    phases: list[Phase] = []
    merged: list[Requirement] = []
    while lasting:
        rule, rest = lasting[0], lasting[1:]
        spelled = spelled_out(rule, rest, words)
        follows = _follows(words[rule.id], phases)
        phases += _linked(_named(rule, spelled), follows, len(phases))
        merged += [rule] if spelled else []
        lasting = rest[len(spelled) :]
    return Regime(notice_id, subject, tuple(rules), tuple(phases), tuple(merged))


def _stages(rule: Requirement) -> list[str]:
    """The lengths of which a duration consists; empty for a period with dates, and for what lasts less than a day."""
    stages = (rule.value or "").split("+")
    lengths = [Length.of(stage) for stage in stages]
    known = all(one and (one.years or one.months or one.workdays or one.whole_days) for one in lengths)
    return stages if known else []


def spelled_out(rule: Requirement, rest: Sequence[Requirement], words: dict[str, str]) -> Sequence[Requirement]:
    """The durations right after a chain that say its stages one by one, or after a total that say its parts.

    `words` are those before each value (see `leads`); the parts of a total are announced (先…, 其中…).
    """
    stages = _stages(rule)
    if len(stages) > 1:
        following = rest[: len(stages)]
        said = [one.value for one in following if one.clause == rule.clause]
        return following if said == stages else ()
    if not rest or not _PARTS.search(words[rest[0].id]):
        return ()
    total, found = _days(rule), 0
    for number, one in enumerate(rest, start=1):
        days = _days(one) if one.evidence.start == rule.evidence.start else None
        if total is None or days is None:
            return ()
        found += days
        if found == total and number > 1:
            return rest[:number]
    return ()


_PARTS = re.compile(r"先|其中|包括|分为|即")


def _days(rule: Requirement) -> int | None:
    return Phase("", rule.value or "", rule).days


def _named(rule: Requirement, spelled: Sequence[Requirement]) -> list[tuple[str, str, Requirement]]:
    """(name, length, record) of each stage of a duration."""
    if spelled:
        return [(one.action or "", one.value or "", one) for one in spelled]
    stages = _stages(rule)
    names = _STAGE.findall((rule.value_text or "") + (rule.action or "")) if len(stages) > 1 else []
    if len(names) != len(stages):
        names = [rule.action or ""] * len(stages)
    return [(name, stage, rule) for name, stage in zip(names, stages, strict=True)]


_STAGE = re.compile(r"\d+[天日周]([^\d+＋]{2,})[+＋]?")
"""`7天集中隔离医学观察+3天居家健康监测`: the name of each stage stands behind its length."""


def _linked(stages: list[tuple[str, str, Requirement]], follows: int | None, first: int) -> Iterator[Phase]:
    """The stages as phases, numbered from `first` on, each after the one before."""
    for step, (name, length, rule) in enumerate(stages, start=1):
        before = follows if step == 1 else first + step - 2
        yield Phase(name, length, rule, before, step, len(stages))


_GOES_ON = re.compile(
    r"^[，,、]?(?:及|和|加)|[^，,。；;]{2,12}[，,]?(?:及|和|加)$"
    r"|继续|期满|届满|追加|结束后|随后|之后再|后再|^再|解除[^，,。；;]*后"
)
_AFTER = re.compile(r"(?:解除|期满|届满|结束|完成)")


def _follows(words: str, phases: Sequence[Phase]) -> int | None:
    """The phase after which a length begins: the one that its words name, else the one stated last."""
    if not phases or not _GOES_ON.search(words):
        return None
    named = _mentioned(words, phases) if _AFTER.search(words) else []
    return named[-1] if named else len(phases) - 1


def leads(rules: Sequence[Requirement]) -> dict[str, str]:
    """For each requirement (by id) the words of its quote before its value, from the value before it on."""
    found: dict[str, str] = {}
    read: dict[int, int] = {}
    for rule in rules:
        start = rule.evidence.start
        begin = read.get(start, 0)
        at = _value_at(rule, begin)
        found[rule.id] = rule.evidence.quote[begin:at]
        read[start] = at + len(rule.value_text or "")
    return found


def _value_at(rule: Requirement, begin: int) -> int:
    """Where the value stands in its quote, looked for from `begin` on; `7天` is not found in `17天`."""
    quote, words = rule.evidence.quote, rule.value_text or ""
    at = quote.find(words, begin)
    while at > 0 and words[:1].isdigit() and quote[at - 1].isdigit():
        at = quote.find(words, at + 1)
    return begin if at < 0 else at


def anchor(regime: Regime, rule: Requirement, lead: str) -> Anchor | None:
    """The phase that a requirement names as what it counts from; `None` where it names none.

    A trigger that is a phase's own too (入衢后) means that phase, and one that names no phase means none. Without a
    trigger the words right before the value count, then the condition; else the first phase of its own sentence, and
    last the one that the sentence names.
    """
    phases = regime.phases
    event = named_event(rule)
    own = [number for number, phase in enumerate(phases) if event and named_event(phase.requirement) == event]
    if own:
        return _anchored(phases, own, after=False)
    for words in (rule.trigger,) if event else (re.split("[，,。；;]", lead)[-1], rule.condition):
        named = _mentioned(words or "", phases)
        named = _mentioned(rule.evidence.quote, phases, among=named) or named
        if words and named:
            return _anchored(phases, named, after=bool(_AFTER.search(words)) and not _LAST_DAY.search(words))
    return None if event else _in_sentence(phases, rule)


def _in_sentence(phases: Sequence[Phase], rule: Requirement) -> Anchor | None:
    """The first phase that the rule's own sentence sets, else the phase that it names."""
    own = [n for n, phase in enumerate(phases) if phase.requirement.evidence.start == rule.evidence.start]
    named = own[:1] or _mentioned(rule.evidence.quote, phases)
    return _anchored(phases, named, after=False) if named else None


def _anchored(phases: Sequence[Phase], named: list[int], *, after: bool) -> Anchor:
    """The last of the phases that are named, of a chain its first (its last, where the count begins after it)."""
    last = phases[named[-1]]
    chain = [number for number in named if phases[number].requirement is last.requirement]
    others = tuple(number for number in named if number not in chain)
    return Anchor(chain[-1] if after else chain[0], after, others)


_LAST_DAY = re.compile("当[天日]|届满前|期满前")


def named_event(rule: Requirement) -> str:
    """The event from which a rule counts, without the words around it: `分别为入衢后` → `入衢`; empty for none."""
    return re.sub(r"^(?:分别为|分别于|自|从|在)|(?:之日)?(?:期间|以?后|时|起)*$", "", rule.trigger or "")


def _mentioned(words: str, phases: Sequence[Phase], *, among: Sequence[int] | None = None) -> list[int]:
    """The numbers of the phases with the longest name that the words hold; else those whose name holds the words."""
    plain, event = _plain(words), _core_of_event(_plain(words))
    names = {number: _core(phase.name) for number, phase in enumerate(phases) if among is None or number in among}
    found = [number for number, name in names.items() if name and name in plain]
    longest = max((len(names[number]) for number in found), default=0)
    exact = [number for number in found if len(names[number]) == longest]
    return exact or [number for number, name in names.items() if event and event in name]


def _core(name: str) -> str:
    return re.sub(r"^在|(?:期满|后|措施).*$", "", _plain(name))


def _core_of_event(words: str) -> str:
    """`解除集中定点医院集中隔离后` → `集中定点医院集中隔离`; nothing shorter than four characters names a phase."""
    core = re.sub(r"^.*?(?:解除|完成)|(?:期间|期?届?满|结束|后).*$", "", words)
    return core if len(core) >= 4 else ""


def _plain(words: str) -> str:
    return re.sub(r"\s+", "", words)
