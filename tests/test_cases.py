"""The cases of `cases/*.yaml` over the plain functions; and that every pattern of every finder has a case."""

from __future__ import annotations

import re
from types import ModuleType

import cases_of_rules as table
import pytest
from cases_of_rules import Case, CaseError

from extract.extraction import FORMS, extract
from extract.kinds import (
    counted,
    counts,
    days_due,
    deadlines,
    durations,
    frequencies,
    intervals,
    portions,
    rates,
    schedules,
    thresholds,
    windows,
)
from extract.kinds.calendar_dates import UNDATED
from extract.kinds.forms import Forms
from extract.parties import duties

ALL = list(table.every())
FINDERS = (
    counted,
    counts,
    days_due,
    deadlines,
    durations,
    duties,
    frequencies,
    intervals,
    portions,
    rates,
    schedules,
    thresholds,
    windows,
)


@pytest.mark.parametrize(("name", "case"), ALL, ids=[f"{name}：{case.sentence[:30]}" for name, case in ALL])
def test_case(name: str, case: Case, request: pytest.FixtureRequest) -> None:
    if case.known_gap:
        request.applymarker(pytest.mark.xfail(reason=case.known_gap, strict=True))
    problems = table.differences(case, extract(case.notice()).requirements)
    assert not problems, f"{case.because}：{'；'.join(problems)}"


@pytest.mark.parametrize("name", table.FILES)
def test_every_file_has_enough_cases_and_a_third_of_negatives(name: str) -> None:
    cases = table.load(name)
    assert len(cases) >= 15
    assert 3 * sum(not case.expect for case in cases) >= len(cases) or name == "roles"


def patterns(module: ModuleType) -> dict[str, re.Pattern[str]]:
    return {name: value for name, value in vars(module).items() if isinstance(value, re.Pattern)}


PATTERNS = [(module, name, pattern) for module in FINDERS for name, pattern in patterns(module).items()]
IDS = [f"{module.__name__}.{name}" for module, name, _ in PATTERNS]


@pytest.mark.parametrize(("module", "name", "pattern"), PATTERNS, ids=IDS)
def test_every_pattern_is_hit_by_a_case(module: ModuleType, name: str, pattern: re.Pattern[str]) -> None:
    """A pattern that looks at what stands around a value is anchored: it is tried at each place of a sentence."""
    assert any(_hits(pattern, case.sentence) for _, case in ALL), f"没有用例用到 {module.__name__}.{name}"


def test_what_a_text_lacks_never_keeps_a_form_from_it() -> None:
    """Forms that are looked for together find what each finds by itself."""
    together = Forms(FORMS)
    for _, case in ALL:
        asked = [form for form in FORMS if form.asks is None or form.asks.search(case.sentence)]
        alone = [mention for form in asked for mention in form.read(case.sentence, UNDATED)]
        assert list(together.read(case.sentence, UNDATED)) == alone, case.sentence


def _hits(pattern: re.Pattern[str], sentence: str) -> bool:
    if pattern.search(sentence):
        return True
    places = range(len(sentence) + 1)
    return any(pattern.search(sentence[at:]) or pattern.search(sentence[:at]) for at in places)


@pytest.mark.parametrize(("module", "name", "pattern"), PATTERNS, ids=IDS)
def test_no_pattern_matches_nothing(module: ModuleType, name: str, pattern: re.Pattern[str]) -> None:
    assert pattern.fullmatch("") is None


REFUSED = [
    ("- {sentence: 甲, expect: [], because: 乙, extra: 1}", "没有这个栏目", "未知栏目"),
    ("- {sentence: 甲, expect: [], because: ''}", "because 没有填写", "空白"),
    ("- {sentence: 甲, because: 乙}", "expect 应是一列记录", "没有写应得的记录"),
    ("- {sentence: 甲, sentence: 乙, expect: [], because: 丙}", "栏名重复", "同一栏写了两次"),
    ("- {sentence: 甲, expect: [], because: 乙}\n- {sentence: 甲, expect: [], because: 丙}", "句子重复", "重复的句子"),
    ("- {sentence: 甲, expect: [{kind: 期限, value: P1D}], because: 乙}", "每条记录要写 kind", "种类写错"),
    ("- {sentence: 甲, expect: [{kind: count, value: 2}], because: 乙}", "value 要加引号", "没加引号的数字"),
    ("- {sentence: 甲, expect: [{kind: duty, value: P1D}], because: 乙}", "职责不写 value", "职责没有值"),
    ("- {sentence: 甲, expect: [{kind: count, value: '2', who: 丙}], because: 乙}", "记录里没有这一栏", "栏名写错"),
    ("- {sentence: 甲, expect: [], because: 乙, notice: {title: 丙}}", "只写成文日期", "公文只能写日期"),
    ("- 甲", "应有 sentence", "不是一条用例"),
    ("sentence: 甲", "应是一列用例", "不是一列"),
]


@pytest.mark.parametrize(("text", "message", "why"), REFUSED, ids=[row[2] for row in REFUSED])
def test_loader_refuses(text: str, message: str, why: str) -> None:
    with pytest.raises(CaseError, match=message):
        table.parse(text, "试.yaml")
