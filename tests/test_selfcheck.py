"""A notice against itself: contradictions that must be told, and pairs that look like one and are none."""

from __future__ import annotations

import pytest

from extract.extraction import extract
from extract.reckoning.selfcheck import check
from ingest.reading import read_text

HEAD = "关于加强重点人群健康管理的通知\n\n各县（市、区）疫情防控指挥部：\n一、管控措施\n"
TAIL = "\n某市疫情防控指挥部办公室\n2021年8月1日\n"


def found(body: str) -> list[str]:
    (notice,) = read_text(HEAD + body + TAIL)
    return [finding.code for finding in check(extract(notice).requirements, signed_on=notice.signed_on)]


CONTRADICTIONS = [
    (
        "对境外来衢人员，实行“14+7+7”健康管理措施。即先实施14天集中隔离医学观察，期满后继续实施7天居家隔离，再实施14天日常健康监测。",
        "chain_and_stages",
        "the third stage is twice as long as in the chain",
    ),
    (
        "对境外来衢人员，实行“14+7”健康管理措施。核酸检测时间分别为入衢后第1天、第14天和第28天。",
        "test_past_end",
        "the management ends on day 21",
    ),
    (
        "对密切接触者实施7天居家隔离医学观察，在第1、4、10天各开展一次核酸检测。",
        "test_past_end",
        "the isolation ends on day 7",
    ),
    (
        "对境外来衢人员，实行“14+7”健康管理措施和三次核酸检测。核酸检测时间分别为入衢后第1天和第14天。",
        "count_and_days",
        "three tests, two days",
    ),
    (
        "对密切接触者实施14天集中隔离医学观察。\n二、其他\n对密切接触者实施7天集中隔离医学观察。",
        "two_totals",
        "one measure, one subject, two lengths",
    ),
    ("各县区要于2021年6月30日前完成排查。", "date_before_notice", "a month before the notice was signed"),
    (
        "所需资金由省、市、县财政分别按50%、30%、30%的比例分担。",
        "percent_sum",
        "the shares make 110 %",
    ),
]


@pytest.mark.parametrize(("body", "code", "why"), CONTRADICTIONS)
def test_a_contradiction_is_told(body: str, code: str, why: str) -> None:
    assert found(body) == [code], why


CONSISTENT = [
    (
        "对境外来衢人员，实行“14+7+7”健康管理措施和两次核酸检测。即在入境地14天集中隔离医学观察期满后，入衢后继续实施7天集中隔离医学观察，"
        "期满后继续实施7天日常健康监测。两次核酸检测时间分别为入衢后第7天和第14天。",
        "the tests count from the second phase",
    ),
    (
        "对境外来盐人员，在入境地完成14天集中隔离医学观察后抵盐的，继续实施7天集中隔离医学观察，期满后实施7天居家健康监测。",
        "14 = 7 + 7 by chance: three phases, no total with its parts",
    ),
    (
        "新疆来（返）穗人员开展3天居家隔离，及4天居家健康监测，居家健康监测期间不外出，第1、2、3、5、7天各开展1次核酸检测。",
        "days 5 and 7 fall in the second of two phases",
    ),
    ("对密切接触者实施不少于7天的居家隔离医学观察，在第1、7、14天各开展一次核酸检测。", "a bound: it may last longer"),
    (
        "对密切接触者实施14天集中隔离医学观察，在第1、14天各开展一次核酸检测，并在出院后第4周到医院复诊。",
        "the fourth week counts from another event",
    ),
    (
        "对密切接触者实施14天集中隔离医学观察；不具备集中隔离条件的，实施7天居家隔离医学观察。",
        "another measure under a condition",
    ),
    ("对2021年6月30日前到期的贷款，可申请展期。", "the date says which loans, not by when"),
    ("每年6月30日前完成自查。", "every year"),
    ("所需资金由省、市、县财政分别按50%、30%、20%的比例分担。", "the shares make a whole"),
    ("绿地率不低于30%，停车位充电桩比例不低于20%。", "two limits, no shares of one whole"),
    ("对境外来衢人员，实行“14+7”健康管理措施和两次核酸检测。核酸检测时间分别为入衢后第1天和第14天。", "two and two"),
    ("对密切接触者至少开展两次核酸检测，分别为第1天、第4天和第7天。", "at least two are three"),
]


@pytest.mark.parametrize(("body", "why"), CONSISTENT)
def test_what_agrees_is_not_told(body: str, why: str) -> None:
    assert found(body) == [], why


def test_a_reversed_range_is_told() -> None:
    from dataclasses import replace

    from extract.records import Evidence, Requirement

    rule = Requirement("r", "n", "duration", "P5D..P3D", "5至3天", Evidence("公示5至3天", 0, 6))
    (finding,) = check([rule])
    assert (finding.code, finding.detail) == ("range_reversed", ("P5D", "P3D"))
    assert check([replace(rule, value="P3D..P5D")]) == ()
    assert check([replace(rule, kind="threshold", value="50元..100元")]) == (), (
        "numbers, not their digits, are compared"
    )
