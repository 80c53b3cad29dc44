"""Questions: how conditions may be typed, what they mean, how they read back, and which are refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.reckoning.values import HOURS, MONTHS, WORKDAYS, Span
from search.errors import QueryError
from search.questions.fields import FIELDS, FILTERS, columns
from search.questions.operands import Operand
from search.questions.query import OPERATORS, ask, names_of, parse_filter


def point(unit: str, number: float) -> Span:
    return Span(unit, number, number)


TYPED = [
    # typed, field, sign, operand, how it reads back
    ("期限>=14天", "duration", ">=", point(HOURS, 336), "期限不少于14天"),
    ("期限 ≥ 14天", "duration", ">=", point(HOURS, 336), "期限不少于14天"),
    ("期限不少于十四天", "duration", ">=", point(HOURS, 336), "期限不少于十四天"),
    ("duration>=P14D", "duration", ">=", point(HOURS, 336), "期限不少于P14D"),
    ("期限>=２周", "duration", ">=", point(HOURS, 336), "期限不少于２周"),
    ("期限<3个月", "duration", "<", point(MONTHS, 3), "期限小于3个月"),
    ("期限=半年", "duration", "=", point(MONTHS, 6), "期限为半年"),
    ("分段期限>=14天", "phase", ">=", point(HOURS, 336), "分段期限不少于14天"),
    ("时限<=24小时", "deadline", "<=", point(HOURS, 24), "时限不超过24小时"),
    ("时限不超过15个工作日", "deadline", "<=", point(WORKDAYS, 15), "时限不超过15个工作日"),
    ("检测日~7", "schedule", "~", point("D", 7), "检测日包含第7天"),
    ("检测日 包含 第7天", "schedule", "~", point("D", 7), "检测日包含第7天"),
    ("检测日含第2周", "schedule", "~", point("W", 2), "检测日包含第2周"),
    ("频次>=1次/天", "frequency", ">=", point("次/天", 1), "频次不少于1次/天"),
    ("频次>=每3天1次", "frequency", ">=", point("次/天", 1 / 3), "频次不少于每3天1次"),
    ("频次=1次/月", "frequency", "=", point("次/月", 1), "频次为1次/月"),
    ("频次=2/P1W", "frequency", "=", point("次/天", 2 / 7), "频次为2/P1W"),
    ("阈值<=50万元", "threshold", "<=", point("元", 500000), "阈值不超过50万元"),
    ("阈值>=95%", "threshold", ">=", point("%", 95), "阈值不少于95%"),
    ("阈值>=1/10", "threshold", ">=", point("%", 10), "阈值不少于1/10"),
    ("次数>=2", "count", ">=", point("", 2), "次数不少于2"),
    ("地区=重庆", "place", "=", "500000", "地区属于重庆及其下级"),
    ("地区属于江苏省南京市鼓楼区", "place", "=", "320106", "地区属于江苏省南京市鼓楼区及其下级"),
    ("地区==510100", "place", "==", "510100", "地区仅为510100"),
    ("地区=51", "place", "=", "510000", "地区属于51及其下级"),
    ("类别=时限", "kind", "=", "deadline", "类别为时限"),
    ("kind=deadline", "kind", "=", "deadline", "类别为时限"),
    ("效力用语!=可以", "modality", "!=", "may", "效力用语不是可以"),
    ("责任单位包含疾控", "responsible", "~", "疾控", "责任单位包含“疾控”"),
    ("unit~疾控机构", "responsible", "~", "疾控机构", "责任单位包含“疾控机构”"),
    ("成文日期>=2022年4月", "signed_on", ">=", "2022-04", "成文日期不早于2022年4月"),
    ("成文日期<2022-4-9", "signed_on", "<", "2022-04-09", "成文日期早于2022-4-9"),
    ("年份=2022年", "year", "=", 2022.0, "年份为2022年"),
    ("文号=渝办发[2022] 3号", "doc_number", "=", "渝办发-2022-3", "发文字号为渝办发[2022] 3号"),
    ("截止日期<=2021-09-30", "due", "<=", "2021-09-30", "截止日期不晚于2021-09-30"),
    ("把握>=0.8", "confidence", ">=", 0.8, "把握不少于0.8"),
]


@pytest.mark.parametrize(("typed", "field", "sign", "operand", "said"), TYPED)
def test_conditions(typed: str, field: str, sign: str, operand: Operand, said: str) -> None:
    condition = parse_filter(typed)
    assert (condition.field.name, condition.operator.sign, condition.operand) == (field, sign, operand)
    assert condition.describe() == said


REFUSED = [
    # typed, a piece of what is said, why
    ("期限>=14", "单位", "a number without a unit is not guessed to be days"),
    ("期限~14天", ">=", "a length is compared, not searched"),
    ("责任单位>=疾控", "~", "words are searched, not compared"),
    ("责任单位~疾", "太短", "one character finds nothing in the index"),
    ("地区=鼓楼区", "320106", "a name that four places bear: they are listed"),
    ("地区=桃花源县", "不认识", "no such place"),
    ("类别=隔离", "期限", "no such kind: the kinds are listed"),
    ("成文日期>=去年", "2022-04-19", "no date"),
    ("年份=今年", "2022", "no year"),
    ("频次>=天天", "次", "no rate"),
    ("阈值>=很多", "50万元", "no number"),
    ("检测日~期满", "第7天", "no day"),
    ("长度>=14天", "期限", "no such field: the fields are listed"),
    ("期限", "期限>=14天", "no operator"),
    ("", "期限>=14天", "nothing"),
]


@pytest.mark.parametrize(("typed", "piece", "why"), REFUSED)
def test_refused_conditions(typed: str, piece: str, why: str) -> None:
    with pytest.raises(QueryError) as error:
        parse_filter(typed)
    assert piece in str(error.value), why


ASKED = [
    ("隔离", "要求：含“隔离”"),
    ("隔离 核酸", "要求：含“隔离”；含“核酸”"),
    ("隔离|观察", "要求：含“隔离”或“观察”"),
    ("隔离 -居家", "要求：含“隔离”；不含“居家”"),
    ("“卫生 健康”", "要求：含“卫生 健康”"),
    ("隔离 14 天", "要求：含“隔离”；含“14天”"),
    ("第 7 天", "要求：含“第7天”"),
    ("渝办发[2020] 3号 隔离", "要求：发文字号为“渝办发〔2020〕3号”；含“隔离”"),
    ("37.3", "要求：含“37.3”"),
    ("隔离 期限>=14天", "要求：含“隔离”；期限不少于14天"),
    ("期限 ≥ 14天 检测日~7 核酸", "要求：含“核酸”；期限不少于14天；检测日包含第7天"),
    ("文号=渝办发〔2020〕3号", "要求：发文字号为渝办发〔2020〕3号"),
    ("duration>=P14D", "要求：期限不少于P14D"),
    ("“期限>=14天”", "要求：含“期限>=14天”"),
    ("期限不少于14天", "要求：含“期限不少于14天”"),
    ("-期限>=14天", "要求：不含“期限>=14天”"),
    ("办理期限>=14天", "要求：含“办理期限>=14天”"),
    ("", "要求：全部"),
]


@pytest.mark.parametrize(("typed", "said"), ASKED)
def test_words_as_typed(typed: str, said: str) -> None:
    assert ask(typed).describe() == said


@pytest.mark.parametrize("typed", ["隔", "隔离 疫", "，", "|", "-离", '"疫"', "期限>=7岁", "隔离 期限~14天"])
def test_refused_words(typed: str) -> None:
    with pytest.raises(QueryError):
        ask(typed)


@given(st.text(max_size=20))
def test_any_condition_is_read_or_refused(text: str) -> None:
    for field in ("期限", "阈值", "频次", "检测日", "成文日期", "年份", "地区", "责任单位", "文号"):
        for sign in (">=", "=", "~"):
            try:
                parse_filter(f"{field}{sign}{text}").describe()
            except QueryError as error:
                assert error.found and error.advice


@given(st.text(max_size=30))
def test_any_words_are_read_or_refused(text: str) -> None:
    try:
        ask(text).describe()
    except QueryError as error:
        assert error.found and error.advice


def test_no_two_fields_share_a_name() -> None:
    names = [name for field in FILTERS for name in names_of(field)]
    assert len(names) == len(set(names))


def test_no_two_operators_share_a_spelling() -> None:
    spellings = [spelling for operator in OPERATORS for spelling in (operator.sign, *operator.spellings)]
    assert len(spellings) == len(set(spellings))


@pytest.mark.parametrize("grain", ["requirement", "notice", "relation"])
def test_headings_are_distinct(grain: str) -> None:
    labels = [column.label for column in columns(grain)]  # type: ignore[arg-type]
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: f"{field.grain}.{field.name}")
def test_every_field_is_explained(field: object) -> None:
    assert getattr(field, "about") and getattr(field, "values")()  # noqa: B009
