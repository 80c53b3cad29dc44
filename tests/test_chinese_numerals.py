"""Numbers of lists in Chinese, against `cn2an`."""

from __future__ import annotations

import cn2an
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.readers.chinese_numerals import counting, formal

SAID = [
    (0, "零", "零", "nothing counted"),
    (10, "十", "壹拾", "no 一 before 十 where it begins"),
    (11, "十一", "壹拾壹", "as the second item of ten"),
    (101, "一百零一", "壹佰零壹", "a zero between"),
    (110, "一百一十", "壹佰壹拾", "一 before 十 inside"),
    (10_003, "一万零三", "壹万零叁", "zeros said once"),
    (120_000, "十二万", "壹拾贰万", "十 before 万"),
]


@pytest.mark.parametrize(("count", "said", "written", "why"), SAID, ids=[row[3] for row in SAID])
def test_said_and_written(count: int, said: str, written: str, why: str) -> None:
    assert (counting(count), formal(count)) == (said, written), why


@given(st.integers(0, 10**5) | st.integers(0, 10**8 - 1))
def test_as_cn2an_writes_it(count: int) -> None:
    full = cn2an.an2cn(count)
    assert counting(count) == (full.removeprefix("一") if full.startswith("一十") else full)
    assert formal(count) == cn2an.an2cn(count, "up")
