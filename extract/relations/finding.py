"""公文关系：一份通知废止、修改、延长、转发、印发、执行或者提到哪些公文。

`find` reports what one notice says, and knows no other notice; `extract.resolving.lineage` resolves it. Each document
is reported once, with the strongest relation that the text gives it.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, get_args

from extract.document_words import DRAFT, is_document, is_generic
from extract.records import ACTING, Relation, RelationKind, Target, evidence, record_id
from extract.relations import grammar as grammar
from extract.relations import grounds as relation_grounds
from extract.relations.citations import Citation, citations
from extract.relations.grammar import Statement
from extract.relations.repeal_lists import ENDED, listed
from extract.relations.skeletons import MARK, STOPS, Skeleton, skeletons
from extract.relations.titles import issued_name, title_citations
from extract.relations.unquoted import unquoted
from ingest import patterns as re
from ingest.dates import day_in
from ingest.fields.doc_numbers import canonical_number
from ingest.notice import Notice

_STRENGTH: dict[str, int] = {kind: rank for rank, kind in enumerate(get_args(RelationKind))}


@dataclass(frozen=True, slots=True)
class _Said:
    """A statement with what it speaks of and where it stands."""

    statement: Statement
    target: Target
    start: int
    end: int
    aliases: tuple[str, ...] = ()
    effective_on: str | None = None
    old: bool = False
    """Whether it is the text that a revised one of the same title takes the place of; only its number tells it."""


def find(notice: Notice) -> tuple[Relation, ...]:
    """What `notice` says of other documents, in reading order, each document once.

    A title, number or issuer is what the text gives; an unnamed document has a `description`. The notice itself is no
    target, nor are forms, certificates and journals in 《》.
    """
    said = _parted(tuple(_outspoken(notice)))
    return tuple(_relation(notice, one) for one in _distinct(said, notice))


def _relation(notice: Notice, said: _Said) -> Relation:
    statement, target = said.statement, said.target
    identity = record_id(notice.id, statement.relation, target.doc_number, target.title, target.description)
    return Relation(
        id=identity,
        source_id=notice.id,
        relation=statement.relation,
        target=target,
        evidence=evidence(notice, said.start, said.end),
        scope=statement.scope,
        effective_on=said.effective_on,
        stage=statement.stage,
    )


def _outspoken(notice: Notice) -> Iterator[_Said]:
    """Every statement of the notice about a document: title, sentences, lists."""
    draft = bool(DRAFT.search(notice.title or notice.text[:80]))
    titled = tuple(_of_title(notice, draft=draft))
    seen: set[RelationKind] = set()
    for said in (*(said for said, quoted in titled if quoted), *_of_text(notice, draft=draft)):
        seen.add(said.statement.relation)
        yield said
    yield from (said for said, quoted in titled if not quoted and said.statement.relation not in seen)


def _of_title(notice: Notice, *, draft: bool) -> Iterator[tuple[_Said, bool]]:
    """What the title says it does; where it quotes no 《》 the words of the body go first."""
    title = notice.title or ""
    at = _where(notice.text, title)
    if at is None or _own_title(notice) != notice.title:
        return
    for relation, citation in title_citations(title):
        kind: RelationKind = "cites" if draft and relation in ACTING else relation
        yield _said(notice, Statement(kind), citation, *at, title), citation.quoted


def _where(text: str, title: str) -> tuple[int, int] | None:
    """Where the title stands in the text, wrapped or not."""
    if not title:
        return None
    at = text.find(title)
    if at >= 0:
        return at, at + len(title)
    opening, squashed = text[:_OPENING], _squashed(title)
    at = _squashed(opening).find(squashed)
    return None if at < 0 else (_inked(opening, at), _inked(opening, at + len(squashed) - 1) + 1)


def _inked(text: str, number: int) -> int:
    """Where the character stands that has `number` others before it, blanks not counted."""
    for word in _WORD.finditer(text):
        if number < word.end() - word.start():
            return word.start() + number
        number -= word.end() - word.start()
    return len(text)


_WORD: Final = re.compile(r"\S+")


_OPENING: Final = 3000
"""A title that is wrapped stands no further down."""


def _of_text(notice: Notice, *, draft: bool) -> Iterator[_Said]:
    text = notice.text
    own = _core(_own_title(notice))
    found = tuple(one for one in unquoted(text, citations(text)) if not (_is_head(text, one) or _is_own(one, own)))
    before: Skeleton | None = None
    for skeleton in skeletons(text, found, _ANCHOR):
        adjoins = before is not None and not text[before.end : skeleton.start].strip(STOPS)
        yield from _of_sentence(notice, skeleton, before if adjoins else None, draft=draft)
        before = skeleton
    if not draft and ENDED.search(text) and _LISTED.search(text):
        for citation in listed(text):
            yield _said(notice, Statement("repeals"), citation, citation.start, citation.end, "")


_ANCHOR: Final = re.compile(
    f"{MARK}|废止|失效|停止执行|停止实施|作废|不再执行|不再有效|不一致|抵触|不符|冲突|印发给|最新|版|关于|行动方案|"
    f"实施方案|行动计划|实施意见|规划纲要|若干(?:措施|意见|政策)|条(?:政策)?措施|(?:基础|产业|补充)(?:目录|清单)|"
    f"[一1]号文件|[正负]面清单|落实[^，{STOPS}]{{1,12}}条例|[发函字办规通](?:19|20)[0-9]{{3,6}}号"
)
_LISTED: Final = re.compile("以下|下列|如下|目录")
_REST: Final = re.compile(
    r"[ \t\u3000]*(?:[（(]?\d{4}年\d{1,2}月\d{1,2}日[）)]?[^，。；：\n]{0,40})?[ \t\u3000]*(?:\n|$|《)"
)
_NAME_ONLY: Final = re.compile(r"[#*\d.、\s\u4e00-\u9fff（）-]{1,60}(?<!根据|按照|依据|落实|执行|废止|转发|印发)")
_PUBLISHED: Final = re.compile(r"\s*(?:公布|发布|颁布)(?!的)")
_LINE: Final = 200
"""No head begins further left of its number than this."""
_LABEL: Final = re.compile(r"(?:文号|字号|编号)\s*[:：]\s*$")


def _is_head(text: str, citation: Citation) -> bool:
    """A number or an unquoted title that heads the notice and mentions nothing: it fills its line (a date in brackets
    apart), stands behind 文号：, or tells the notice's own history (国务院令第142号发布)."""
    line = text.rfind("\n", max(0, citation.start - _LINE), citation.start) + 1
    if citation.quoted or (line == 0 and citation.start > _LINE):
        return False
    left, right = text[line : citation.start].strip(), _REST.match(text, citation.end)
    fills = right is not None and (not left or left[-1] in "）)】]" or _NAME_ONLY.fullmatch(left) is not None)
    if citation.title:
        return fills
    return fills or bool(_LABEL.search(text, line, citation.start) or _PUBLISHED.match(text, citation.end))


def _is_own(citation: Citation, own: str) -> bool:
    return bool(citation.title) and not citation.quoted and _core(citation.title) in own


def _of_sentence(notice: Notice, skeleton: Skeleton, before: Skeleton | None, *, draft: bool) -> Iterator[_Said]:
    listed = bool(skeleton.marks) and "依据" in notice.text and relation_grounds.are_listed(notice.text, skeleton.start)
    based = tuple(relation_grounds.grounds(skeleton, listed=listed)) if skeleton.marks else ()
    held = _held(based)
    firm = () if draft else tuple(said for said in grammar.firm(skeleton) if not _is_ground(said, held))
    unnamed = (*relation_grounds.implementing_rules(skeleton, held), *relation_grounds.unnamed_grounds(skeleton))
    for statement in (*based, *firm, *grammar.passes_on(skeleton, held), *unnamed):
        yield _in_sentence(notice, skeleton, statement)
    if before and before.marks and not skeleton.marks and grammar.CONTINUES.match(skeleton.text):
        held = _held(relation_grounds.grounds(before))
        yield from (_in_sentence(notice, before, said) for said in grammar.carried_on(before, skeleton, held))


def _held(based: Iterable[Statement]) -> frozenset[int]:
    """The marks of the documents on which a sentence rests."""
    return frozenset(said.mark for said in based if said.relation == "implements" and said.mark is not None)


def _is_ground(said: Statement, held: frozenset[int]) -> bool:
    """根据◆，期限延长至…: the document is the ground of the change, not what is changed."""
    return said.relation in ("amends", "extends") and said.mark in held


def _in_sentence(notice: Notice, skeleton: Skeleton, statement: Statement) -> _Said:
    lead = len(skeleton.text) - len(skeleton.text.lstrip())
    citation = None if statement.mark is None else skeleton.citations[statement.mark]
    return _said(notice, statement, citation, skeleton.start + lead, skeleton.end, skeleton.text)


def _said(notice: Notice, statement: Statement, citation: Citation | None, start: int, end: int, words: str) -> _Said:
    if citation is None:
        target = Target(description=statement.description, issuer=statement.issuer)
        return _Said(statement, target, start, end, (), _effective_on(notice, statement, words, start))
    target = _named(notice, citation)
    return _Said(statement, target, start, end, citation.aliases, _effective_on(notice, statement, words, start))


def _named(notice: Notice, citation: Citation) -> Target:
    """The document that a citation names; the notice's own number beside another's title is not that one's."""
    own = citation.title and _number_key(citation.doc_number) == _number_key(_own_number(notice))
    number = None if own else citation.doc_number
    ours = _OUR_ORDER.fullmatch(number) if number and len(notice.issuers) == 1 else None
    if ours is None:
        return Target(number, citation.title, citation.issuer)
    described = None if citation.title else notice.text[citation.start : citation.end]
    return Target(notice.issuers[0] + ours["order"], citation.title, citation.issuer, described)


_OUR_ORDER: Final = re.compile(r"[本我][\u4e00-\u9fff]{1,8}?(?P<order>(?:令|公告|通告).+)")
"""`本指挥部第12号令`: an order of the organ that speaks, whose name its number bears."""


def _own_title(notice: Notice) -> str | None:
    """What the notice is called: under the caption 某局印发《甲方案》 it is 甲方案 itself.

    Where the text names 《甲方案》 again (印发了《甲方案》), it is a cover or a report of it.
    """
    name = issued_name(notice.title) if notice.title else None
    return name if name and _squashed(notice.text).count(f"《{_squashed(name)}》") <= 1 else notice.title


def _own_number(notice: Notice) -> str | None:
    return canonical_number(notice.doc_number) if notice.doc_number else None


_FROM_DAY: Final = re.compile(r"自\s*(?P<day>\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日)\s*(?:起|零时)")
_FROM_ISSUE: Final = re.compile(r"同时|同日|自[^，。]{0,12}(?:之日起|即日起)|即日起|自印发|自发布|自公布")


def _effective_on(notice: Notice, statement: Statement, words: str, start: int) -> str | None:
    """The day from which a document ends or gives way: the day stated; for 同时 and 自印发之日起 the notice's own."""
    if statement.relation not in ("repeals", "supersedes", "amends"):
        return None
    day = _FROM_DAY.search(words)
    if day:
        return day_in(day["day"])
    if not _FROM_ISSUE.search(words):
        return None
    earlier = _FROM_DAY.search(notice.text, max(0, start - 60), start)
    if earlier and notice.effective_from is None:
        return day_in(earlier["day"])
    return notice.effective_from or notice.signed_on


def _parted(said: Sequence[_Said]) -> Iterator[_Said]:
    """Where a notice issues the revised text of a document, its numbered mentions are the old text, which it amends.

    So is a numbered one that it ends or replaces under the title of what it issues (`《甲预案》（…号）同时废止`).
    """
    issued = {_core(one.target.title) for one in said if one.statement.relation == "promulgates"}
    ended = {
        one.target.doc_number
        for one in said
        if one.statement.relation in _ENDING and one.target.doc_number and _core(one.target.title) in issued
    }
    revised = {_core(one.target.title) for one in said if one.statement.revised}
    for one in said:
        if one.target.doc_number in ended:
            yield replace(one, old=True)
            continue
        old = one.target.doc_number and _core(one.target.title) in revised and one.statement.relation in _WEAKER
        yield replace(one, statement=replace(one.statement, relation="amends"), old=True) if old else one


_WEAKER: Final = frozenset({"implements", "cites"})
_ENDING: Final = frozenset({"repeals", "supersedes"})
_OWN: Final = -1
"""Where the keys of the notice itself lead."""
_KEPT_OF_OWN_NAME: Final = frozenset({"repeals", "supersedes", "forwards", "promulgates"})
"""原《…办法》 of the same title can be repealed; a mere mention of the own title is none."""


def _distinct(statements: Iterable[_Said], notice: Notice) -> Sequence[_Said]:
    """Each document once, with the strongest relation; the mentions add number, title and issuer to one another."""
    own = Target(_own_number(notice), _own_title(notice), "、".join(notice.issuers) or None)
    attached = {_core(name) for name in notice.attachments}
    places = dict.fromkeys(_keys(own), _OWN)
    kept: list[_Said] = []
    for said in statements:
        keys = _keys(Target(said.target.doc_number) if said.old else said.target)
        at = _place(said, keys, places, kept, own)
        if at is None and _core(said.target.title) in attached and _is_own_annex(said):
            continue
        if at is None and _countable(said):
            at = len(kept)
            kept.append(said)
        elif at is not None and at != _OWN:
            kept[at] = _merged(kept[at], said)
        if at is not None:
            for key in keys:
                places.setdefault(key, at)
            places.update((_core(alias), at) for alias in said.aliases)
    return [said for said in kept if not _is_second_name(said, kept)]


_PASSING: Final = frozenset({"promulgates", "forwards"})
_LEAST_NAME: Final = 8


def _is_second_name(said: _Said, kept: Sequence[_Said]) -> bool:
    """Whether what is passed on is named without its maker, too: 印发《方案》 in the title, 《甲局方案》 below."""
    if said.statement.relation not in _PASSING:
        return False
    name = _core(said.target.title)
    names = {_core(one.target.title) for one in kept if one.statement.relation == said.statement.relation} - {name}
    return any(len(one) >= _LEAST_NAME and name.endswith(one) for one in names)


def _is_own_annex(said: _Said) -> bool:
    """Whether what an attachment names is the notice's own (按《…指南》（附件1）), not another organ's document."""
    target = said.target
    own = said.statement.relation == "implements" and not (target.doc_number or target.issuer)
    return own or said.statement.relation == "cites"


def _place(
    said: _Said, keys: tuple[str, ...], places: dict[str, int], kept: Sequence[_Said], own: Target
) -> int | None:
    for key in keys:
        at = places.get(key)
        if at is None or not _agree(own if at == _OWN else kept[at].target, said.target):
            continue
        if at == _OWN and key != _number_key(own.doc_number) and _is_another(said, own):
            continue
        return at
    return _the_former(said.target.description, kept)


def _is_another(said: _Said, own: Target) -> bool:
    """Whether a document of the notice's own title is not the notice: an older one, or another organ's."""
    issuer = said.target.issuer
    others = issuer and own.issuer and not _share_organ(issuer, own.issuer)
    return bool(others) or said.statement.relation in _KEPT_OF_OWN_NAME


def _share_organ(one: str, two: str) -> bool:
    return any(name[-4:] in two for name in re.split("、", one))


_FORMER: Final = re.compile(r"原(?P<kind>办法|规定|通知|意见|方案|细则|规则|标准|制度|公告|政策|措施)")


def _the_former(description: str | None, kept: Sequence[_Said]) -> int | None:
    """`对《…暂行办法》进行了修订…原办法同时废止`: the one document of that kind that the notice named before."""
    former = _FORMER.fullmatch(description or "")
    if not former:
        return None
    named = [
        at
        for at, said in enumerate(kept)
        if said.statement.relation in ("cites", "amends", "implements")
        and (said.target.title or "").endswith(former["kind"])
    ]
    return named[0] if len(named) == 1 else None


def _countable(said: _Said) -> bool:
    target = said.target
    if target.description:
        return True
    return is_document(target.title, target.doc_number, governed=said.statement.relation != "cites")


def _merged(first: _Said, other: _Said) -> _Said:
    target = Target(
        first.target.doc_number or other.target.doc_number,
        _fuller(first.target.title, other.target.title),
        first.target.issuer or other.target.issuer,
        first.target.description or other.target.description,
    )
    stronger = other if _strength(other.statement) < _strength(first.statement) else first
    return replace(stronger, target=target)


def _strength(statement: Statement) -> tuple[int, bool]:
    """Its place in the order; what is only planned tells a little more than a mention."""
    planned = statement.stage == "planned"
    return _STRENGTH["cites" if planned else statement.relation], not planned


def _fuller(first: str | None, other: str | None) -> str | None:
    if first is None or (other and is_generic(first) and not is_generic(other)):
        return other
    return first


def _agree(first: Target, other: Target) -> bool:
    """Whether two targets with a key in common are one: no two numbers, and no unlike titles under one number."""
    if first.doc_number and other.doc_number and _number_key(first.doc_number) != _number_key(other.doc_number):
        return False
    if first.title and other.title and first.doc_number and first.doc_number == other.doc_number:
        one, two = _core(first.title), _core(other.title)
        return one in two or two in one
    return True


def _keys(target: Target) -> tuple[str, ...]:
    named = (_number_key(target.doc_number), _core(target.title), _squashed(target.description))
    return tuple(key for key in named if key)


_NOISE: Final = re.compile(r"[\s《》〈〉<>﹤﹥*＊]+|^中华人民共和国|年(?=[）)]$)")


def _core(title: str | None) -> str:
    """A title without brackets, blanks and the issuer before 关于, so that two ways to quote it agree."""
    if not title:
        return ""
    about = title.find("关于")
    short = title[about:] if 0 < about <= 60 and "《" not in title[:about] else title
    return unicodedata.normalize("NFKC", _NOISE.sub("", short))


def _number_key(number: str | None) -> str:
    """A ministry's order is one, with the state before its name or without."""
    return _squashed(number).removeprefix("中华人民共和国")


def _squashed(words: str | None) -> str:
    return "".join((words or "").split())
