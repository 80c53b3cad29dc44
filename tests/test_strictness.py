"""Which of two values is stricter: a table with the reason of each row, and the laws that hold for all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.reckoning.strictness import compare, rules
from extract.records import Evidence, Kind, Modality, Requirement
from extract.vocabulary import labels


def rule(
    kind: Kind, value: str, measure: str | None = None, *, modality: Modality = "must", lookback: bool = False
) -> Requirement:
    """A requirement of this value; `lookback`: its words stand in its subject."""
    words, subject = "14日", "14日内有旅居史的人员" if lookback else "人员"
    return Requirement(
        "r", "n", kind, value, words, Evidence("", 0, 0), subject=subject, action_code=measure, modality=modality
    )


ISOLATION, TEST = "central_isolation", "nucleic_test"
TABLE: list[tuple[Kind, str | None, str, str, str, str]] = [
    ("duration", ISOLATION, "P14D", "P7D", "stricter", "isolated longer"),
    ("duration", ISOLATION, "P2W", "P14D", "equal", "two weeks are fourteen days"),
    ("duration", ISOLATION, "P1M", "P30D", "inexact", "a month has no fixed number of days"),
    ("duration", "validity", "P5Y", "P3Y", "different", "a longer licence is no burden: no order is written down"),
    ("duration", None, "P5D", "P3D", "different", "without a code nothing is certain"),
    ("duration", "interest_subsidy", "P2Y", "P1Y", "more_generous", "a subsidy is paid longer"),
    ("duration", ISOLATION, "P14D+P7D+P7D", "P14D+P7D", "stricter", "a phase more"),
    ("duration", ISOLATION, "P7D+P21D", "P14D+P7D", "different", "longer in all, but the first phase is shorter"),
    ("duration", ISOLATION, "P14D+P7D", "P7D+P14D", "different", "the same total in other phases"),
    ("duration", ISOLATION, ">=P7D", "P7D", "stricter", "at least as long"),
    ("duration", ISOLATION, ">=P7D", "P10D", "different", "seven days do for the one, and the other has no more"),
    ("deadline", "report", "<=PT2H", "<=PT24H", "stricter", "sooner"),
    ("deadline", "report", "immediate", "<=PT2H", "stricter", "at once"),
    ("deadline", "report", "same-day", "<=PT2H", "different", "late in the evening the day ends sooner"),
    ("deadline", "conclude", "<=P5WD", "<=P5D", "inexact", "five working days are not five days"),
    ("deadline", "advance_notice", "before P30D", "before P3D", "stricter", "earlier beforehand"),
    ("deadline", "submit", "by 2021-03-01", "by 2021-03-10", "stricter", "an earlier day"),
    ("deadline", "submit", "by --03-01", "by 2021-03-10", "inexact", "the year is lost"),
    ("deadline", "submit", "by day 10", "<=P10D", "inexact", "a day of the month is no length"),
    ("frequency", TEST, "1/P1D", "1/P3D", "stricter", "more often"),
    ("frequency", TEST, "3/P3D", "1/P1D", "equal", "as often"),
    ("frequency", "withdraw", "1/P1M", "1/P3M", "more_generous", "one may take more often"),
    ("count", TEST, "3", "2", "stricter", "one test more"),
    ("count", None, "3", "2", "different", "no order for any count"),
    ("schedule", TEST, "D1,D3,D7", "D1,D7", "stricter", "all of the other's days and one more"),
    ("schedule", TEST, "D1,D4,D7", "D1,D3,D7,D14", "different", "more days, but not the same"),
    ("schedule", TEST, "W2,W4", "D14,D28", "inexact", "in week two is not on day fourteen"),
    ("window", "nucleic_certificate", "PT48H", "PT72H", "stricter", "the proof counts for less long"),
    ("window", "report", "PT48H", "PT72H", "different", "it is not known what the window is"),
    ("threshold", None, "<=50%", "<=75%", "stricter", "a lower cap"),
    ("threshold", None, ">=50%", ">=20%", "stricter", "a higher floor"),
    ("threshold", None, "<=50%", ">=20%", "different", "a cap and a floor"),
    ("threshold", "subsidy", "<=500000元", "<=300000元", "more_generous", "the cap of a grant"),
    ("threshold", "fine", "<=50000元", "<=30000元", "stricter", "a fine may be higher"),
    ("threshold", "reduce", "<=50%", "<=30%", "more_generous", "more may be waived"),
    ("duration", "defer", "<=P6M", "<=P3M", "more_generous", "one may pay later"),
    ("frequency", TEST, "<=2/P1D", "<=1/P1D", "looser", "no more often than that: a cap"),
    ("threshold", "subsidy", ">=50亩", ">=20亩", "different", "what entitles to a grant is no grant"),
    ("threshold", "subsidy", "200元/亩", "200元/户", "inexact", "per what differs"),
    ("interval", TEST, "PT24H", "PT48H", "different", "no order is written down"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "measure", "one", "other", "order", "why"), TABLE)
def test_order(kind: Kind, measure: str | None, one: str, other: str, order: str, why: str) -> None:
    verdict = compare(rule(kind, one, measure), rule(kind, other, measure))
    assert verdict.order == order, why
    assert verdict.reason


def test_a_look_back_is_stricter_the_longer_it_is() -> None:
    longer, shorter = (rule("window", value, ISOLATION, lookback=True) for value in ("P14D", "P7D"))
    assert compare(longer, shorter).order == "stricter"
    assert compare(rule("window", "P14D", ISOLATION), shorter).order == "different"


@pytest.mark.parametrize(
    ("one", "other", "values", "order", "why"),
    [
        ("must", "should", ("1/P1D", "1/P1D"), "stricter", "bound, not urged"),
        ("may", "should", ("1/P1D", "1/P1D"), "looser", "allowed, not urged"),
        ("must_not", "must", ("1/P1D", "1/P1D"), "different", "a ban is no duty"),
        ("must", "should", ("1/P3D", "1/P1D"), "different", "more binding, but less often"),
        ("may", "may", ("1/P1D", "1/P3D"), "different", "what is only allowed burdens nobody"),
    ],
)
def test_force(one: Modality, other: Modality, values: tuple[str, str], order: str, why: str) -> None:
    first = rule("frequency", values[0], TEST, modality=one)
    assert compare(first, rule("frequency", values[1], TEST, modality=other)).order == order, why


def test_every_line_of_the_order_names_a_measure_that_exists() -> None:
    assert all(line.measure == "*" or line.measure in labels() for line in rules())


_OPPOSITE = {"stricter": "looser", "more_generous": "less_generous"}
_LENGTHS = st.sampled_from(
    ["P3D", "P7D", "P14D", "P1W", "P1M", "P5WD", ">=P7D", "<=P10D", "P3D..P5D", "P7D+P7D", "P14D+P3D"]
)


@given(_LENGTHS, _LENGTHS, st.sampled_from([ISOLATION, "interest_subsidy", "validity", None]))
def test_seen_from_the_other_side_the_order_turns(one: str, other: str, measure: str | None) -> None:
    there = compare(rule("duration", one, measure), rule("duration", other, measure)).order
    back = compare(rule("duration", other, measure), rule("duration", one, measure)).order
    turned = _OPPOSITE | {value: key for key, value in _OPPOSITE.items()}
    assert back == turned.get(there, there)


@pytest.mark.parametrize(
    ("action", "quote", "expected", "why"),
    [
        ("给予", "对小微企业给予不超过8000元的补贴", "more_generous", "the name of the grant stands behind the sum"),
        ("给予", "对违规企业给予不超过8000元的罚款", "different", "what is given here is a fine"),
        ("借用", "借用不超过8000元的补贴资金", "looser", "money of a grant is named, but not given"),
    ],
)
def test_what_is_given_is_more_generous(action: str, quote: str, expected: str, why: str) -> None:
    one, other = (
        Requirement("r", "n", "threshold", value, None, Evidence(quote, 0, 0), subject="企业", action=action)
        for value in ("<=8000元", "<=5000元")
    )
    assert compare(one, other).order == expected, why
