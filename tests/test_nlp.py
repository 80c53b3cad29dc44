"""The spaCy component says what the plain functions say, can be saved, and is found by its entry point."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
import spacy
from cases_of_rules import Case, every
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from extract import nlp as component
from extract.extraction import extract
from ingest.errors import IngestError
from ingest.notice import Notice
from ingest.reading import read_notices, read_text
from ingest.sources import Source

CASES = [case for _, case in every()]
CORPUS = sorted(path for path in (Path(__file__).parents[1] / "corpus").iterdir() if ".gold." not in path.name)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return component.pipeline()


@pytest.fixture(scope="module")
def notices() -> list[Notice]:
    return [notice for path in CORPUS for notice in read_notices(Source(path.name, path.read_bytes()))]


def test_a_token_a_character(nlp: Language, notices: list[Notice]) -> None:
    for notice in notices:
        doc = nlp.make_doc(notice.text)
        assert doc.text == notice.text
        assert all(len(token.text) == 1 or token.is_space for token in doc)


@pytest.mark.parametrize("case", CASES, ids=[case.sentence[:30] for case in CASES])
def test_cases_as_the_plain_functions(nlp: Language, case: Case, request: pytest.FixtureRequest) -> None:
    if "程序出错" in (case.known_gap or ""):
        request.applymarker(pytest.mark.xfail(reason=case.known_gap, strict=True))
    doc = component.doc_of(nlp, case.notice())
    assert component.requirements(doc) == extract(case.notice()).requirements
    assert [span.text for span in doc.spans["requirements"]] == [
        one.evidence.quote for one in component.requirements(doc)
    ]


def test_notices_as_the_plain_functions(nlp: Language, notices: list[Notice]) -> None:
    for notice in notices:
        doc, said = component.doc_of(nlp, notice), extract(notice)
        assert component.requirements(doc) == said.requirements
        assert component.relations(doc) == said.relations
        for span, one in zip(doc.spans["requirements"], said.requirements, strict=True):
            assert (span.label_, span.id_, span.text) == (one.kind, one.id, one.evidence.quote)
            assert (span.start_char, span.end_char) == (one.evidence.start, one.evidence.end)
        for span, relation in zip(doc.spans["relations"], said.relations, strict=True):
            assert (span.label_, span.id_, span.text) == (relation.relation, relation.id, relation.evidence.quote)


def test_two_notices_in_one_text(nlp: Language) -> None:
    path = next(path for path in CORPUS if path.name.endswith("forward.txt"))
    text = "\n".join(notice.text for notice in read_text(path.read_text("utf-8")))
    said = [one for notice in read_text(text) for one in extract(notice).requirements]
    doc = nlp(text)
    assert len(read_text(text)) == 2
    assert list(component.requirements(doc)) == said
    assert [span.text for span in doc.spans["requirements"]] == [one.evidence.quote for one in said]


def test_saved_and_read_back(nlp: Language, notices: list[Notice]) -> None:
    docs = [component.doc_of(nlp, notice) for notice in notices]
    blank = spacy.blank("zh")
    for doc in docs:
        again = Doc(blank.vocab).from_bytes(doc.to_bytes())
        assert component.requirements(again) == component.requirements(doc)
        assert component.relations(again) == component.relations(doc)
        assert [(span.label_, span.id_, span.text) for span in again.spans["requirements"]] == [
            (span.label_, span.id_, span.text) for span in doc.spans["requirements"]
        ]
    packed = DocBin(docs=docs, store_user_data=True).to_bytes()
    unpacked = list(DocBin().from_bytes(packed).get_docs(blank.vocab))
    assert [component.requirements(doc) for doc in unpacked] == [component.requirements(doc) for doc in docs]


def test_page_and_box_survive(nlp: Language, notices: list[Notice]) -> None:
    notice = next(notice for notice in notices if notice.source.media_type == "application/pdf")
    doc = Doc(nlp.vocab).from_bytes(component.doc_of(nlp, notice).to_bytes())
    assert all(one.evidence.page and len(one.evidence.bbox or ()) == 4 for one in component.requirements(doc))


def test_found_by_its_entry_point() -> None:
    """In a process that never imported `extract.nlp`."""
    code = (
        "import spacy; nlp = spacy.blank('zh'); nlp.add_pipe('policy_requirements');"
        "doc = nlp('关于做好防控工作的通知\\n社区要对重点人员每3天开展1次核酸检测。');"
        "print([span.label_ for span in doc.spans['requirements']])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['frequency']"


def test_pipeline_saved_to_disk(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    assert spacy.load(tmp_path).pipe_names == ["policy_requirements"]


UNITS = [
    ("建筑面积不超过500平方米。", ["平方米"], "最长的单位，不是米"),
    ("各单位的人和事。", [], "前面没有数字的不是单位"),
    ("配备三名安全员、5台设备。", ["人数", "台数"], "汉字和阿拉伯数字"),
]


@pytest.mark.parametrize(("text", "labels", "why"), UNITS, ids=[row[2] for row in UNITS])
def test_units(nlp: Language, text: str, labels: list[str], why: str) -> None:
    doc = nlp("关于做好有关工作的通知\n" + text)
    found = {span.text: span.label_ for span in doc.spans["units"]}
    assert len(found) == len(labels), why


def test_too_long_a_text_is_refused_in_chinese(notices: list[Notice]) -> None:
    small = component.pipeline()
    small.max_length = 20
    with pytest.raises(IngestError, match="超过spaCy流程的上限20字"):
        component.doc_of(small, notices[0])


def test_a_text_that_reading_repairs_is_refused(nlp: Language) -> None:
    line = "对密切接触者实施集中隔离医学观察，期间按规定开展核酸检测，"
    wrapped = "关于做好疫情防控工作的通知\n各区县：\n" + "\n".join(
        [line[:20], line[20:] + "解", "除后继续进行健康监测。"]
    )
    if any(notice.text in wrapped for notice in read_text(wrapped)):
        wrapped = wrapped.replace("\n", "\u200b\n")
    with pytest.raises(IngestError, match="doc_of"):
        nlp(wrapped)


def test_words_as_tokens_are_refused(notices: list[Notice]) -> None:
    words = spacy.blank("zh", config={"nlp": {"tokenizer": {"segmenter": "jieba"}}})
    words.add_pipe("policy_requirements")
    with pytest.raises(IngestError, match="按字切分"):
        for notice in notices:
            component.doc_of(words, notice)


def test_an_empty_document_has_nothing(nlp: Language) -> None:
    assert component.requirements(nlp("")) == ()


def test_a_document_without_the_component_is_refused() -> None:
    with pytest.raises(ValueError, match="policy_requirements"):
        component.requirements(spacy.blank("zh")("通知"))


class _Text(HTMLParser):
    """The text of a page outside labels, and every address it loads from."""

    def __init__(self) -> None:
        super().__init__()
        self.text, self.labels, self.loads = "", [""], [""]
        self._inside: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = dict(attrs)
        self.loads += [value for key, value in attrs if key in ("src", "href") and value]
        if tag not in ("meta", "br"):
            self._inside.append(names.get("class") or tag)
        if names.get("class") == "l":
            self.labels.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside.pop()

    def handle_data(self, data: str) -> None:
        if "l" in self._inside:
            self.labels[-1] += data
        elif "spans" in self._inside:
            self.text += data


def test_evidence_page(notices: list[Notice]) -> None:
    for notice in notices:
        page = _Text()
        page.feed(component.evidence_page(notice))
        said = extract(notice).requirements
        assert "".join(page.text.split()) == "".join(notice.text.split())
        assert len(page.labels) - 1 >= len(said)
        assert page.loads == [""]
        for one in said:
            assert any(label.endswith((f"（{one.value_text}）", "、".join(one.responsible))) for label in page.labels)


def test_evidence_page_escapes_what_it_shows(notices: list[Notice]) -> None:
    evil = replace(notices[0], title="<script>alert(1)</script>")
    assert "<script>" not in component.evidence_page(evil)
