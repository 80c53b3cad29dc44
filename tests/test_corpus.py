"""The corpus by itself, without reading or extraction: its records obey the contract and stand in its texts."""

from __future__ import annotations

import json
import re
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests import make_corpus

Row = dict[str, Any]
CORPUS = make_corpus.CORPUS
GOLD = ".gold.jsonl"
RECORDS = sorted(CORPUS.glob(f"*{GOLD}"))
DOCUMENTS = sorted(path for path in CORPUS.iterdir() if path.suffix in {".txt", ".md", ".html", ".docx", ".pdf"})
DOCUMENTS = [path for path in DOCUMENTS if path.name != "README.md"]
WRITTEN = [make_corpus.written(path) for path in sorted(make_corpus.SOURCES.glob("*.txt"))]

LENGTH = r"P(?:\d+(?:WD|[DWMY])|T\d+[HMS])"
BOUND = r"(?:>=|<=|>|<)?"
DATE = r"(?:\d{4}|-)-\d{2}-\d{2}"
CLOCK = r"\d{2}:\d{2}"
AMOUNT = r"\d+(?:\.\d+)?(?:[^\d\s.<>=]\S*)?"
PERIOD = rf"(?:{LENGTH}|学期|学年|餐|P1学期|P1餐)"
GRAMMAR = {
    "duration": rf"{BOUND}{LENGTH}(?:\+{LENGTH})*|{LENGTH}\.\.{LENGTH}|{DATE}/{DATE}|{CLOCK}/{CLOCK}",
    "schedule": r"[DWM]\d+(?:,[DWM]\d+)*",
    "deadline": rf"<={LENGTH}|by {DATE}(?:T{CLOCK})?|by {CLOCK}|by day \d+|before {LENGTH}|same-day|immediate",
    "frequency": rf"{BOUND}\d+/{PERIOD}",
    "count": rf"{BOUND}\d+",
    "window": rf"{BOUND}{LENGTH}|{DATE}",
    "interval": rf"{BOUND}{LENGTH}",
    "threshold": rf"{BOUND}{AMOUNT}|{AMOUNT}\.\.{AMOUNT}|{BOUND}\d+/\d+(?:/\S+)?|>={CLOCK}|<=国四",
}
MODALITIES = {"must", "must_not", "should", "may"}
RELATIONS = {"repeals", "supersedes", "amends", "extends", "forwards", "promulgates", "implements", "cites"}
SCOPES = {"whole", "part", "conflicting"}
LEVELS = {"national", "province", "prefecture", "county", "township"}
STUBS = {
    "绍公积金〔2014〕9003号": "a predecessor that nobody keeps",
    "赣市监规〔2020〕9011号": "named in a draft only",
    "渝金发〔2015〕9010号": "stopped by its successor",
    "并政发〔2013〕9015号": "in a list of repeals",
    "并政发〔2014〕9028号": "in a list of repeals",
    "并政发〔2015〕9009号": "in a list of repeals",
    "并政办发〔2019〕9044号": "in a list of repeals",
    "并政办发〔2020〕9012号": "in a list of repeals",
    "并政发〔2016〕9007号": "declared still valid",
    "上府办字〔2019〕9006号": "replaced by its successor",
}
"""Numbers that the corpus speaks of and does not hold, each with why."""


def rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def squash(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


@cache
def text_of(path: Path) -> str:
    """The text behind a record file: the file itself, or what the built file was built from."""
    stem = path.name.removesuffix(GOLD)
    for made in WRITTEN:
        if any(made.file(format).stem == stem for format in made.formats):
            return squash("\n".join([made.text, *(value for _, value in made.page)]))
    document = next(file for file in DOCUMENTS if file.stem == stem)
    plain = document.read_text("utf-8")
    return squash(re.sub(r"[|*#]", "", plain) if document.suffix == ".md" else plain)


def every(kind: str) -> list[Any]:
    """(record file, line number, record) of one type, as test parameters."""
    return [
        pytest.param(path, row, id=f"{path.name.removesuffix(GOLD)}:{number}")
        for path in RECORDS
        for number, row in enumerate(rows(path), 1)
        if row["type"] == kind
    ]


def offers(row: Row, slot: str) -> list[Any]:
    """Every right answer for a slot, the first one first."""
    return [row[slot], *row.get("alt", {}).get(slot, [])]


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def test_every_document_has_its_records_and_no_records_stand_alone() -> None:
    assert [path.stem for path in DOCUMENTS] == [path.name.removesuffix(GOLD) for path in RECORDS]
    assert len(DOCUMENTS) >= 24


@pytest.mark.parametrize(("path", "row"), every("notice"))
def test_a_notice_says_where_it_belongs(path: Path, row: Row) -> None:
    assert squash(row["title"]) in text_of(path)
    assert row["doc_number"] is None or re.fullmatch(r".+〔\d{4}〕9\d{3}号|\d{4}年第9\d{3}号", row["doc_number"])
    assert re.fullmatch(r"\d{6}", row["jurisdiction"]["code"])
    assert row["jurisdiction"]["level"] in LEVELS
    for field in ("recipients", "copied_to"):
        assert all(squash(name) in text_of(path) for name in row[field])
    for field in ("signed_on", "published_on", "printed_on", "effective_from", "effective_to"):
        assert all(day is None or re.fullmatch(DATE, day) for day in listed(row[field]))
    labels = {other["doc_number"] or other["title"] for other in rows(path) if other["type"] == "notice"}
    assert row["parent"] is None or row["parent"] in labels


@pytest.mark.parametrize(("path", "row"), every("requirement"))
def test_a_requirement_obeys_the_contract(path: Path, row: Row) -> None:
    assert row["modality"] in MODALITIES
    assert set(row.get("alt", {}).get("modality", [])) <= MODALITIES
    assert row["notice"] in {other["doc_number"] or other["title"] for other in rows(path) if other["type"] == "notice"}
    if row["kind"] == "duty":
        assert row["value"] is None and row["responsible"]
        return
    for value in listed(row["value"]):
        assert re.fullmatch(GRAMMAR[row["kind"]], value), value
    assert squash(row["value_text"]) in squash(row["evidence"]["quote"])


@pytest.mark.parametrize(("path", "row"), every("requirement"))
def test_the_words_of_a_requirement_stand_in_its_notice(path: Path, row: Row) -> None:
    text = text_of(path)
    assert squash(row["evidence"]["quote"]) in text
    said = [word for slot in ("subject", "action", "trigger", "condition") for word in offers(row, slot) if word]
    units = [unit for units in offers(row, "responsible") for unit in units]
    assert [word for word in said + units if squash(word) not in text] == []


@pytest.mark.parametrize(("path", "row"), every("relation"))
def test_a_relation_obeys_the_contract_and_stands_in_its_notice(path: Path, row: Row) -> None:
    assert row["relation"] in RELATIONS and row["scope"] in SCOPES
    text = text_of(path)
    assert squash(row["evidence"]["quote"]) in text
    target = row["target"]
    assert target["doc_number"] or target["title"] or target["description"]
    assert all(squash(target[key]) in text for key in ("title", "issuer") if target[key])
    law, _, kind = (target["description"] or "").partition("实施")
    assert squash(target["description"] or "") in text or f"及其实施{kind}" in text.split(law, 1)[1], (
        "《甲法》及其实施细则"
    )


def test_a_number_that_is_spoken_of_is_in_the_corpus_or_known_to_be_missing() -> None:
    held = {row["doc_number"] for path in RECORDS for row in rows(path) if row["type"] == "notice"} - {None}
    spoken = {row["target"]["doc_number"] for path in RECORDS for row in rows(path) if row["type"] == "relation"}
    missing = {number for number in spoken - {None} if not any(number.endswith(own) for own in held)}
    assert missing == set(STUBS)


ENDS = [
    ("repeal of a whole notice", "yancheng-2022-quarantine", "repeals", "盐肺炎指办〔2021〕9007号", "whole"),
    ("repeal of one attachment", "guiyang-2021-permits", "repeals", "筑建通〔2019〕9033号", "part"),
    ("a predecessor stopped", "chongqing-2019-microloans", "repeals", "渝金发〔2015〕9010号", "whole"),
    ("a list of repeals", "taiyuan-2024-repeal-list", "repeals", "并政发〔2014〕9028号", "whole"),
    ("one item of an announcement repealed", "heihe-2022-two-announcements", "repeals", None, "part"),
    ("replacement", "shangyou-2023-orange", "supersedes", "上府办字〔2019〕9006号", "whole"),
    ("prevails in conflict", "guiyang-2021-permits", "supersedes", None, "conflicting"),
    (
        "amendment, an article repealed",
        "shaoxing-2023-housing-fund-amended",
        "amends",
        "绍公积金〔2020〕9021号",
        "part",
    ),
    ("extension", "shaoxing-2022-housing-fund-extended", "extends", "绍公积金〔2020〕9021号", "whole"),
    ("a draft repeals nothing", "jiangxi-2024-food-draft", "cites", "赣市监规〔2020〕9011号", "whole"),
    ("city forwards province", "zhuzhou-2023-unemployment-forwarded", "forwards", "湘人社函〔2023〕9030号", "whole"),
    (
        "province forwards ministry",
        "zhuzhou-2023-unemployment-forwarded",
        "forwards",
        "人社厅函〔2023〕9041号",
        "whole",
    ),
]


@pytest.mark.parametrize(("reason", "name", "relation", "number", "scope"), ENDS, ids=[row[0] for row in ENDS])
def test_there_is_a_chain_of_each_kind(reason: str, name: str, relation: str, number: str | None, scope: str) -> None:
    said = [row for row in rows(CORPUS / f"{name}{GOLD}") if row["type"] == "relation"]
    assert (relation, number, scope) in {(row["relation"], row["target"]["doc_number"], row["scope"]) for row in said}


EXPIRIES = [
    ("有效期2年 of a trial rule", "shaoxing-2020-housing-fund", "2022-05-31"),
    ("试行期两年", "chongqing-2019-microloans", "2021-09-30"),
    ("有效期5年", "guangdong-2023-joint-prepaid", "2028-09-09"),
    ("有效期至, and the page says that it has ended", "guyuan-2018-subsidy-expired", "2020-12-31"),
    ("至……止", "shangyou-2023-orange", "2025-12-31"),
    ("执行至, the year of the notice lost", "dafeng-2021-forward", "2021-09-30"),
]


@pytest.mark.parametrize(("reason", "name", "day"), EXPIRIES, ids=[row[0] for row in EXPIRIES])
def test_there_is_an_end_of_each_kind(reason: str, name: str, day: str) -> None:
    ends = [row["effective_to"] for row in rows(CORPUS / f"{name}{GOLD}") if row["type"] == "notice"]
    assert any(day in listed(end) for end in ends)


DIRT = [
    ("lines wrapped in mid-word", "dafeng-2021-forward.txt", "区指挥部各成员\n单位"),
    ("masked characters", "dafeng-2021-forward.txt", "新冠病*"),
    ("the digits of the year lost", "dafeng-2021-forward.txt", "\n年8月30日"),
    ("what stands round the text of a page", "heihe-2022-two-announcements.txt", "【打印】【关闭】"),
    ("a web table of facts", "guyuan-2018-subsidy-expired.html", "有效性：</td><td>失效"),
    ("label lines before the text", "xiamen-2022-tax.txt", "索引号："),
    ("units and dates in brackets", "shenzhen-2020-licensing.md", "（责任单位：市人力资源保障局；完成时限："),
    ("a pipe table", "shangyou-2023-orange.md", "| 脐橙假植苗更新 |"),
]


@pytest.mark.parametrize(("reason", "name", "words"), DIRT, ids=[row[0] for row in DIRT])
def test_the_dirt_of_real_sources_is_there(reason: str, name: str, words: str) -> None:
    assert words in (CORPUS / name).read_text("utf-8")


def test_a_page_in_gbk_and_paragraphs_repeated_in_another_order_are_there() -> None:
    with pytest.raises(UnicodeDecodeError):
        (CORPUS / "guiyang-2019-permits.html").read_text("utf-8")
    page = (CORPUS / "heihe-2022-two-announcements.txt").read_text("utf-8")
    assert page.count("药店销售“四类药品”须实名登记") == 3


def test_formats_levels_years_and_kinds_are_all_there() -> None:
    notices = [row for path in RECORDS for row in rows(path) if row["type"] == "notice"]
    kinds = [row["kind"] for path in RECORDS for row in rows(path) if row["type"] == "requirement"]
    years = {day[:4] for row in notices for day in listed(row["signed_on"]) if day and day[0] != "-"}
    assert {path.suffix for path in DOCUMENTS} == {".txt", ".md", ".html", ".docx", ".pdf"}
    assert {row["jurisdiction"]["level"] for row in notices} == LEVELS
    assert {str(year) for year in range(2018, 2025)} <= years
    assert len({row["jurisdiction"]["code"] for row in notices}) >= 15
    assert all(kinds.count(kind) >= 6 for kind in [*GRAMMAR, "duty"])


def test_one_notice_says_the_same_in_four_formats() -> None:
    said = [rows(CORPUS / f"huzhou-2022-food-{format}{GOLD}") for format in ("txt", "html", "docx", "pdf")]
    assert all(other == said[0] for other in said)


def test_the_readme_lists_every_notice() -> None:
    listed_names = set(re.findall(r"^\| `([^`]+)`", (CORPUS / "README.md").read_text("utf-8"), re.MULTILINE))
    assert listed_names == {path.name for path in DOCUMENTS}


@pytest.mark.parametrize("made", WRITTEN, ids=lambda made: made.name)
def test_built_notices_are_what_their_texts_build(made: make_corpus.Written) -> None:
    """PDF is left out: its outlines come from a font that is not installed here."""
    makers = {"html": make_corpus.to_html, "txt": make_corpus.to_txt, "docx": make_corpus.to_docx}
    for format in made.formats:
        assert made.file(format).is_file()
        if format in makers:
            assert made.file(format).read_bytes() == makers[format](made)
