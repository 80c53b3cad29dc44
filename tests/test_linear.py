"""Long input costs in proportion to its length: four times the text, at most ten times the time."""

from __future__ import annotations

import time

import pytest

from extract.extraction import extract, mentions
from ingest.reading import read_text

_HEAD = "甲市人民政府办公室关于做好有关工作的通知\n各县（市、区）人民政府，市级各部门：\n"
_CLAUSE = "各县区卫生健康部门要对入境人员实施14天集中隔离，并于2小时内报告，"
SENTENCES = (
    (_CLAUSE, 100, "one sentence of many clauses"),
    ("7", 2_500, "digits without end"),
    ("七", 2_500, "numerals without end"),
    ("（", 2_500, "brackets that never close"),
    ("市财政局、", 500, "a list of units without end"),
    ("9月30日前", 300, "dates without a stop"),
)
NOTICES = (
    ("一、重点工作\n（一）各县区应于9月30日前完成排查。（责任单位：市财政局）\n", 60, "many items with assignments"),
    ("第一条 各单位应当在3个工作日内办结。\n", 100, "many short articles"),
    ("各单位应当在3个工作日内办结，并于5日前报送。", 200, "one paragraph of many sentences"),
    ("市教育局、市财政局要加强监管，县级部门负责落实，", 800, "one sentence in which unit after unit acts"),
    ("情况已经查明。各单位应当在3日内报告情况。\n", 400, "one rule said again and again"),
)


def _ratio(work: object, size: int, piece: str) -> float:
    def seconds(times: int) -> float:
        begin = time.process_time()
        work(piece * times)  # type: ignore[operator]
        return time.process_time() - begin

    seconds(size)
    return min(seconds(4 * size) for _ in range(2)) / max(min(seconds(size) for _ in range(3)), 1e-3)


@pytest.mark.parametrize(("piece", "size", "reason"), SENTENCES, ids=[row[2] for row in SENTENCES])
def test_finders_are_linear(piece: str, size: int, reason: str) -> None:
    assert _ratio(mentions, size, piece) < 10, reason


@pytest.mark.parametrize(("piece", "size", "reason"), NOTICES + SENTENCES[:1], ids=lambda value: str(value)[:20])
def test_notices_are_linear(piece: str, size: int, reason: str) -> None:
    def work(text: str) -> object:
        return [extract(notice) for notice in read_text(_HEAD + text)]

    assert _ratio(work, size, piece) < 10, reason
