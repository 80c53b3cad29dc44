"""The rules of the quality gate: what counts as found, as right, and that floors only rise by themselves."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.gate.__main__ import HERE, SETS, raised
from tests.gate.figures import Figures, _count, fingerprint
from tests.gate.matching import notice_pairs, pair, record_right, relation_pairs, squash, value_right

WRITTEN = {
    "type": "requirement",
    "kind": "deadline",
    "value": "<=PT2H",
    "value_text": "2小时内",
    "subject": "病例",
    "action": "网络直报",
    "responsible": ["各医疗机构"],
    "evidence": {"quote": "各医疗机构应当在2小时内完成病例网络直报"},
}

FITS = [
    ("the same words", {}, True),
    ("blanks and line breaks aside", {"evidence": {"quote": "各医疗机构应当在2 小时\n内完成病例网络直报"}}, True),
    ("another kind is another record", {"kind": "duration"}, False),
    ("another place, though the words are the same", {"evidence": {"quote": "校车晚点的，2小时内告知"}}, False),
    ("the value's words are not there", {"value_text": "24小时", "evidence": {"quote": "完成病例网络直报"}}, False),
]


@pytest.mark.parametrize(("reason", "change", "fits"), FITS, ids=[row[0] for row in FITS])
def test_what_counts_as_found(reason: str, change: dict[str, Any], fits: bool) -> None:
    assert bool(pair([WRITTEN], [{**WRITTEN, **change}])) is fits


SLOTS = [
    ("the same", {}, {}, True),
    ("another value", {}, {"value": "<=PT24H"}, False),
    ("one of the values that are allowed", {"value": ["<=PT24H", "<=PT2H"]}, {}, True),
    ("the action with more words round it", {}, {"action": "完成病例网络直报"}, True),
    ("another action", {}, {"action": "采样"}, False),
    ("another action that is allowed", {"alt": {"action": ["采样"]}}, {"action": "采样"}, True),
    ("no unit", {}, {"responsible": []}, False),
    ("no unit, allowed", {"alt": {"responsible": [[]]}}, {"responsible": []}, True),
    ("no subject", {}, {"subject": None}, False),
    ("no subject, allowed", {"alt": {"subject": [None]}}, {"subject": None}, True),
    ("a duty's subject is not judged", {"kind": "duty", "value": None}, {"subject": None}, True),
]


@pytest.mark.parametrize(("reason", "written", "found", "right"), SLOTS, ids=[row[0] for row in SLOTS])
def test_what_counts_as_right(reason: str, written: dict[str, Any], found: dict[str, Any], right: bool) -> None:
    gold = {**WRITTEN, **written}
    value = None if gold["kind"] == "duty" else WRITTEN["value"]
    assert record_right(gold, {**WRITTEN, "kind": gold["kind"], "value": value, **found}) is right


def test_equal_values_are_paired_first_and_each_record_is_used_once() -> None:
    other = {**WRITTEN, "value": "<=PT24H", "value_text": "小时内"}
    pairs = pair([{**WRITTEN, "value_text": "小时内"}, other], [other, WRITTEN])
    assert [value_right(a, b) for a, b in pairs] == [True, True]
    assert len(pair([WRITTEN], [WRITTEN, WRITTEN])) == 1


def test_an_optional_record_counts_neither_as_missed_nor_as_wrong() -> None:
    for found in ([], [WRITTEN]):
        figures = Figures()
        _count(figures, "a.txt", [{**WRITTEN, "optional": True}], found)
        assert (figures.written["value"], figures.found["value"]) == (0, 0)


def test_a_calendar_period_that_is_not_written_is_not_wrong() -> None:
    figures = Figures()
    _count(figures, "a.txt", [], [{**WRITTEN, "kind": "duration", "value": "2020-02-10/2020-02-12"}, WRITTEN])
    assert figures.found == Counter({"deadline": 1, "value": 1, "record": 1, "relation": 0, "notice": 0, "field": 0})


TARGETS = [
    ("the same number", {"doc_number": "甲发〔2021〕9001号"}, {"doc_number": "甲发〔2021〕9001号"}, 1),
    ("another number", {"doc_number": "甲发〔2021〕9001号"}, {"doc_number": "甲发〔2021〕9002号"}, 0),
    ("nearly the same title", {"title": "关于做好防汛工作的通知"}, {"title": "甲市关于做好防汛工作的通知"}, 1),
    ("a description", {"description": "此前有关规定"}, {"description": "我局此前有关规定"}, 1),
    ("nothing to compare", {}, {"title": "关于做好防汛工作的通知"}, 0),
]


@pytest.mark.parametrize(("reason", "written", "found", "count"), TARGETS, ids=[row[0] for row in TARGETS])
def test_which_relation_is_which(reason: str, written: dict[str, str], found: dict[str, str], count: int) -> None:
    gold, said = ({"relation": "repeals", "target": target} for target in (written, found))
    assert relation_pairs([gold], [said]) == count
    assert relation_pairs([gold], [{**said, "relation": "cites"}]) == 0


def test_a_notice_is_known_by_its_number_and_else_by_its_title() -> None:
    written = [{"title": "关于甲的通知", "doc_number": "甲发〔2021〕9001号"}, {"title": "实施办法", "doc_number": None}]
    found = [{"title": "实施办法", "doc_number": None}, {"title": None, "doc_number": "甲发〔2021〕9001号"}]
    assert notice_pairs(written, found) == [(written[0], found[1]), (written[1], found[0])]


def test_squash_drops_what_sources_break() -> None:
    assert squash("新冠病*\n　肺炎（１）") == "新冠病肺炎(1)"


def test_floors_rise_and_never_fall() -> None:
    figures = Figures(Counter(a=10, b=10, c=2), Counter(a=10, b=10, c=2), Counter(a=10, b=5, c=2))
    assert raised({"a": 0.5, "b": 0.9, "gone": 0.8}, figures) == {"a": 1.0, "b": 0.9, "c": 1.0, "gone": 0.8}


def test_the_floors_belong_to_this_corpus() -> None:
    pinned = json.loads((HERE / "floors.json").read_text("utf-8"))
    assert pinned["corpus"]["fingerprint"] == fingerprint(SETS["corpus"])
    assert all(0 < floor <= 1 for name in SETS for floor in pinned[name]["floors"].values())


def test_a_fingerprint_follows_every_byte(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("通知", "utf-8")
    (tmp_path / "a.gold.jsonl").write_text("{}", "utf-8")
    before = fingerprint(tmp_path)
    (tmp_path / "a.txt").write_text("通告", "utf-8")
    assert fingerprint(tmp_path) != before
