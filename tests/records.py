"""Records made by hand, for tests that need no reading and no extraction."""

from __future__ import annotations

from itertools import count

from extract.records import Evidence, Kind, Modality, Relation, RelationKind, Requirement, Target, record_id
from ingest.notice import Block, Jurisdiction, Level, Notice, SourceInfo
from search.reading import Reading

_LEVELS: dict[int, Level] = {0: "national", 2: "province", 4: "prefecture", 6: "county"}


def place(code: str, name: str) -> Jurisdiction:
    return Jurisdiction(code, name, _LEVELS[len(code.rstrip("0") + "0" * (len(code.rstrip("0")) % 2))])


CHONGQING = place("500000", "重庆市")
YUZHONG = place("500103", "渝中区")
NANJING = place("320100", "南京市")


def rule(
    quote: str,
    kind: Kind = "duty",
    value: str | None = None,
    *,
    modality: Modality = "must",
    subject: str | None = None,
    action: str | None = None,
    responsible: tuple[str, ...] = (),
    heading: str | None = None,
) -> Requirement:
    """A requirement without a notice; `reading` gives it one."""
    return Requirement(
        id="",
        notice_id="",
        kind=kind,
        value=value,
        value_text=value,
        evidence=Evidence(quote, 0, len(quote)),
        modality=modality,
        subject=subject,
        action=action,
        responsible=responsible,
        heading=heading,
    )


def speaks(relation: RelationKind, doc_number: str | None = None, title: str | None = None) -> Relation:
    """A relation without a notice."""
    return Relation("", "", relation, Target(doc_number, title), Evidence("根据有关规定", 0, 6))


def reading(
    id: str,
    *rules: Requirement,
    relations: tuple[Relation, ...] = (),
    title: str = "关于做好有关工作的通知",
    doc_number: str | None = None,
    where: Jurisdiction | None = CHONGQING,
    signed_on: str | None = "2022-04-19",
    uri: str = "a.txt",
    text: str | None = None,
) -> Reading:
    """A notice with its records, whose text is the sentences of its rules unless it is given."""
    from dataclasses import replace

    body = text if text is not None else "\n".join([title, *(one.evidence.quote for one in rules)])
    notice = Notice(
        id=id,
        text=body,
        blocks=(Block(body),),
        source=SourceInfo(uri, "text/plain", "0" * 64),
        title=title,
        doc_number=doc_number,
        doc_type="通知",
        issuers=("重庆市卫生健康委员会",),
        jurisdiction=where,
        signed_on=signed_on,
    )
    numbers = count(1)
    own = tuple(replace(one, id=record_id(id, next(numbers)), notice_id=id) for one in rules)
    spoken = tuple(replace(one, id=record_id(id, "x", next(numbers)), source_id=id) for one in relations)
    return Reading(notice, own, spoken)
