"""Numerals and lengths of time: every integer below ten thousand, halves, and what must be refused."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.numbers import UNIT_CODE, duration, fraction, iso, number, plain, unit


def test_every_chinese_integer_below_ten_thousand() -> None:
    """Written by `cn2an` in full (一十四) and as people write it (十四, 两百)."""
    for value in range(1, 10_000):
        written = cn2an.an2cn(value)
        assert number(written) == value, written
        if written.startswith("一十"):
            assert number(written[1:]) == value, written[1:]


def test_every_arabic_integer_below_ten_thousand() -> None:
    for value in range(10_000):
        assert number(str(value)) == value
        assert number(f"{value:,}") == value


NUMBERS = [
    ("两", "2", "两是二"),
    ("两百", "200", "两百"),
    ("一百零五", "105", "中间的零"),
    ("三百五", "350", "末位省略十"),
    ("二点五", "2.5", "汉字小数"),
    ("37.3", "37.3", "小数"),
    ("1,500", "1500", "千分位"),
    ("1，500", "1500", "全角千分位"),
    ("一百十", "110", "口语里十前不带一"),
    ("一千二十", "1020", "百位空着不带零"),
]


@pytest.mark.parametrize(("text", "value", "why"), NUMBERS, ids=[row[2] for row in NUMBERS])
def test_number(text: str, value: str, why: str) -> None:
    assert number(text) == Decimal(value), why


@pytest.mark.parametrize(
    "text", ["", "半", "几", "十一一", "一十二三", "四方", "1,50", "1.2.3", "-3", " 3", "３天", "第三", "多", "十几"]
)
def test_not_a_numeral(text: str) -> None:
    with pytest.raises(ValueError, match="not a numeral"):
        number(text)


LENGTHS = [
    ("14天", "P14D", "天"),
    ("十四日", "P14D", "汉字"),
    ("2 周", "P2W", "有空格；周不折合成天"),
    ("3个月", "P3M", "月"),
    ("1年", "P1Y", "年"),
    ("24小时", "PT24H", "小时不折合成天"),
    ("30分钟", "PT30M", "分钟与月不混"),
    ("15个工作日", "P15WD", "工作日"),
    ("两个季度", "P6M", "一季度三个月"),
    ("0.5天", "PT12H", "半天，写成数字也一样"),
    ("2.5天", "P2.5D", "小数照原文"),
    ("半年", "P6M", "半年"),
    ("半个月", "P15D", "半月"),
    ("半天", "PT12H", "半天"),
    ("半小时", "PT30M", "半小时"),
    ("一年半", "P1Y6M", "半在后"),
    ("两个半月", "P2M15D", "半在中间"),
    ("一天半", "P1DT12H", "天和小时之间有T"),
    ("1个半小时", "PT1H30M", "小时和分钟"),
]


@pytest.mark.parametrize(("text", "value", "why"), LENGTHS, ids=[f"{row[0]} {row[2]}" for row in LENGTHS])
def test_duration(text: str, value: str, why: str) -> None:
    assert duration(text) == value, why


REFUSED = [
    ("三季度", "第几季度，不是几个季度"),
    ("9月", "月份，不是几个月"),
    ("2021年", "年份，不是多少年"),
    ("第7天", "序数"),
    ("14", "没有单位"),
    ("天", "没有数"),
    ("14天内", "不只是时间长度"),
    ("半周", "一周的一半不是整数天"),
    ("半个工作日", "工作日没有半"),
    ("十一一天", "不成数"),
    ("", "空"),
]


@pytest.mark.parametrize(("text", "why"), REFUSED, ids=[row[1] for row in REFUSED])
def test_not_a_length(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=r"not a|no half|calendar|ordinal"):
        duration(text)


# 9月 and 2021年 are dates, 三季度 the third of a year; 1个半天 is read as a day and a half, never as one half-day
WORDS = sorted(set(UNIT_CODE) - {"月", "年", "个半天", "季", "季度"})


@given(amount=st.integers(1, 999), word=st.sampled_from(WORDS))
def test_a_length_says_the_same_in_both_writings(amount: int, word: str) -> None:
    arabic, chinese = f"{amount}{word}", f"{cn2an.an2cn(amount)}{word}"
    assert duration(arabic) == duration(chinese) == iso(Decimal(amount), UNIT_CODE[word])
    assert unit(arabic) == word


@given(below=st.integers(2, 10), above=st.integers(1, 10))
def test_fraction(below: int, above: int) -> None:
    assert fraction(f"{cn2an.an2cn(below)}分之{cn2an.an2cn(above)}") == Fraction(above, below)


@pytest.mark.parametrize("text", ["十分", "三分之", "之一", "半分之一"])
def test_not_a_fraction(text: str) -> None:
    with pytest.raises(ValueError, match="not a"):
        fraction(text)


@given(st.decimals(min_value=0, max_value=10**9, places=3))
def test_plain_numbers_read_back(value: Decimal) -> None:
    said = plain(value)
    assert Decimal(said) == value
    assert "E" not in said
    assert not ("." in said and said.endswith(("0", ".")))
