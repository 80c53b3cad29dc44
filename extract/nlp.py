"""The finders as a spaCy component on a character-based Chinese pipeline, and evidence pages by displaCy.

The only file that imports spaCy. `spacy.blank("zh")` makes a token of every character, so every record's span is a span
of whole tokens; on words of jieba every fifth would not be.

    nlp = spacy.blank("zh")
    nlp.add_pipe("policy_requirements")
    doc = doc_of(nlp, notice)           # or nlp(text) for a text that needs no repair
    doc.spans["requirements"]           # label: the kind; id: the record's; attrs: the records
    requirements(doc) == extract(notice).requirements
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from html import escape
from itertools import pairwise
from typing import Any

import spacy
from spacy import displacy
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from extract.extraction import extract
from extract.lexicon import load
from extract.records import Evidence, Relation, Requirement, Target
from ingest.errors import IngestError
from ingest.notice import Notice
from ingest.reading import read_text

REQUIREMENTS, RELATIONS, UNITS = "requirements", "relations", "units"
"""The span groups that the component sets."""
_NUMERALS = frozenset("0123456789一二三四五六七八九十百千万亿两")
_NOTICE = "policy_requirements.notice"
"""Where `doc_of` hands the notice to the component, which takes it away: a document holds only what can be saved."""


@Language.factory("policy_requirements", assigns=["doc.spans"], requires=["token.orth"])
def make_policy_requirements(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """The component: `doc.spans["requirements"]` and `["relations"]` with the records as attributes, `["units"]`.

    Raises `IngestError` (as the component is called) for a text that reading would repair: its offsets would not be the
    document's. Read such a text with `ingest.reading` and pass the notice to `doc_of`.
    """
    matcher = PhraseMatcher(nlp.vocab, attr="ORTH")
    for word in load("units.csv"):
        matcher.add(word.code, [nlp.make_doc(word.surface)])

    def policy_requirements(doc: Doc) -> Doc:
        _annotate(doc, list(_notices(doc)))
        doc.spans[UNITS] = _units(doc, matcher)
        return doc

    return policy_requirements


def pipeline() -> Language:
    """A blank Chinese pipeline, a token a character, with the component in it."""
    nlp = spacy.blank("zh")
    nlp.add_pipe("policy_requirements")
    return nlp


def doc_of(nlp: Language, notice: Notice) -> Doc:
    """A notice as a spaCy document, with all that `nlp` adds. Raises `IngestError` for a text too long for `nlp`."""
    if len(notice.text) > nlp.max_length:
        raise IngestError(
            f"正文有{len(notice.text)}字，超过spaCy流程的上限{nlp.max_length}字",
            "请调高nlp.max_length（按字切分不占用额外内存），或者直接使用extract.extraction.extract",
        )
    doc = nlp.make_doc(notice.text)
    doc.user_data[_NOTICE] = notice
    return nlp(doc)


def requirements(doc: Doc) -> tuple[Requirement, ...]:
    """The requirement records of a document, also of one read back by `Doc.from_bytes`. Offsets are the notice's."""
    return tuple(_requirement(fields) for fields in _fields(doc, REQUIREMENTS))


def relations(doc: Doc) -> tuple[Relation, ...]:
    """The relation records of a document, as `requirements`."""
    return tuple(_relation(fields) for fields in _fields(doc, RELATIONS))


# the component


def _notices(doc: Doc) -> Iterator[tuple[int, Notice]]:
    """(offset in the document, notice): the notice that the document was made of, else those in its text."""
    if given := doc.user_data.pop(_NOTICE, None):
        yield 0, given
        return
    at = 0
    for notice in read_text(doc.text) if doc.text.strip() else ():
        start = doc.text.find(notice.text, at)
        if start < 0:
            raise IngestError(
                "这段文字要先整理（断行、重复段落、网页文字等）才能读，整理后位置就变了",
                "请用ingest.reading读入，再把公文交给extract.nlp.doc_of",
            )
        yield start, notice
        at = start + len(notice.text)


def _annotate(doc: Doc, notices: Sequence[tuple[int, Notice]]) -> None:
    if long := next((token.text for token in doc if len(token) > 1 and not token.is_space), None):
        raise IngestError(f"分词与字不一一对应：{long}", "请用spacy.blank('zh')默认的按字切分，不要设置segmenter")
    found = [(at, extract(notice)) for at, notice in notices]
    _group(doc, REQUIREMENTS, [(at, one, one.kind) for at, said in found for one in said.requirements])
    _group(doc, RELATIONS, [(at, one, one.relation) for at, said in found for one in said.relations])


def _group(doc: Doc, key: str, records: Sequence[tuple[int, Requirement | Relation, str]]) -> None:
    doc.spans[key] = [_span(doc, at, one.evidence, label, one.id) for at, one, label in records]
    doc.spans[key].attrs["records"] = [asdict(one) for _, one, _ in records]


def _span(doc: Doc, at: int, evidence: Evidence, label: str, id: str) -> Span:
    span = doc.char_span(at + evidence.start, at + evidence.end, label=label, span_id=id)
    if span is None:
        raise ValueError(f"no whole tokens at {at + evidence.start}:{at + evidence.end}")
    return span


def _units(doc: Doc, matcher: PhraseMatcher) -> list[Span]:
    """The units of the lexicon behind a numeral, the longest of each place."""
    spans = matcher(doc, as_spans=True)
    return filter_spans([span for span in spans if span.start and doc[span.start - 1].text in _NUMERALS])


# records as plain data


def _fields(doc: Doc, key: str) -> list[dict[str, Any]]:
    if key not in doc.spans:
        raise ValueError(f"no span group {key!r}: add the component policy_requirements to the pipeline")
    return list(doc.spans[key].attrs["records"])


def _requirement(fields: dict[str, Any]) -> Requirement:
    lists = {name: tuple(fields[name]) for name in ("responsible", "flags", "roles")}
    return Requirement(**{**fields, **lists, "evidence": _evidence(fields["evidence"])})


def _relation(fields: dict[str, Any]) -> Relation:
    return Relation(**{**fields, "target": Target(**fields["target"]), "evidence": _evidence(fields["evidence"])})


def _evidence(fields: dict[str, Any]) -> Evidence:
    box = fields["bbox"]
    return Evidence(**{**fields, "bbox": None if box is None else tuple(box)})


# evidence pages

LABELS = {
    "duration": "期限", "schedule": "检测日", "deadline": "时限", "frequency": "频次", "count": "次数",
    "window": "有效期", "interval": "间隔", "threshold": "阈值", "duty": "职责",
}  # fmt: skip
"""The Chinese name of each kind."""
_COLORS = {
    "duration": "#7aecec", "schedule": "#bfeeb7", "deadline": "#ff9561", "frequency": "#feca74", "count": "#ffeb80",
    "window": "#c887fb", "interval": "#9cc9cc", "threshold": "#bfe1d9", "duty": "#e4e7d2",
}  # fmt: skip
_TEMPLATE = {
    "span": '<span class="t" style="height:{total_height}px">{text}{span_slices}{span_starts}</span>',
    "slice": '<span class="s" style="background:{bg};top:{top_offset}px"></span>',
    "start": '<span class="s" style="background:{bg};top:{top_offset}px"><span class="l" style="background:{bg}">'
    "{label}{kb_link}</span></span>",
}
"""displaCy's own templates without their line breaks, which a browser shows as blanks between characters."""
_PAGE = """<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>{title}</title>
<style>
body {{ font: 16px/2 "Noto Serif SC", "Songti SC", SimSun, serif; max-width: 52em; margin: 2em auto; padding: 0 1em; }}
.legend span {{ padding: 2px 8px; margin-right: 6px; border-radius: 3px; }}
.t {{ display: inline-block; position: relative; font-weight: bold; }}
.s {{ position: absolute; left: -1px; width: calc(100% + 2px); height: 4px; }}
.l {{ position: absolute; top: -.5em; z-index: 10; padding: 2px 3px; border-radius: 3px; white-space: nowrap;
      font-size: .6em; line-height: 1; }}
</style>
</head>
<body>
<h1>{title}</h1>
<p>{summary}</p>
<p class="legend">{legend}</p>
{body}
</body>
</html>
"""


def evidence_page(notice: Notice) -> str:
    """A self-contained page in Chinese: the whole text and, under each sentence, the records that it proves."""
    nlp = pipeline()
    nlp.max_length = max(nlp.max_length, len(notice.text))
    doc = doc_of(nlp, notice)
    found = requirements(doc)
    counts = {kind: sum(one.kind == kind for one in found) for kind in LABELS}
    return _PAGE.format(
        title=escape(notice.title or "（无标题）"),
        summary=escape(_summary(notice, len(found))),
        legend="".join(_legend(kind, count) for kind, count in counts.items() if count) or "本文没有读出要求",
        body=_body(doc, notice, found),
    )


def _summary(notice: Notice, count: int) -> str:
    said = [notice.doc_number, "、".join(notice.issuers) or None, notice.signed_on, f"要求{count}条", notice.source.uri]
    return "　".join(part for part in said if part)


def _legend(kind: str, count: int) -> str:
    return f'<span style="background:{_COLORS[kind]}">{LABELS[kind]} {count}</span>'


def _body(doc: Doc, notice: Notice, found: Sequence[Requirement]) -> str:
    """A division a paragraph, each drawn by displaCy's span style."""
    labels = [_label(one) for one in found]
    colors = {label: _COLORS[one.kind] for label, one in zip(labels, found, strict=True)}
    drawn = zip(doc.spans[REQUIREMENTS], labels, strict=True)
    spans = [(span.start_char, span.end_char, label) for span, label in drawn]
    parsed = [
        _paragraph(block.text, start, [one for one in spans if one[0] < start + len(block.text) and start < one[1]])
        for start, block in zip(notice.block_starts(), notice.blocks, strict=True)
    ]
    options = {"colors": colors, "template": _TEMPLATE, "top_offset": 32}
    return displacy.render(parsed, style="span", manual=True, options=options, jupyter=False)


def _label(one: Requirement) -> str:
    """The label of a record as it is drawn; displaCy does not escape labels."""
    words = f" {one.value}（{one.value_text}）" if one.value else f" {'、'.join(one.responsible)}"
    return escape(LABELS[one.kind] + words)


def _paragraph(text: str, start: int, spans: Sequence[tuple[int, int, str]]) -> dict[str, Any]:
    """A paragraph as displaCy takes it: single characters under a span, so that lines can break, runs elsewhere."""
    inside = [(max(a - start, 0), min(b - start, len(text)), label) for a, b, label in spans]
    borders = {0, len(text)}.union(*(range(a, b + 1) for a, b, _ in inside))
    cuts = sorted(borders)
    number = {cut: index for index, cut in enumerate(cuts)}
    return {
        "text": text,
        "tokens": [text[a:b] for a, b in pairwise(cuts)],
        "spans": [{"start_token": number[a], "end_token": number[b], "label": label} for a, b, label in inside],
    }
