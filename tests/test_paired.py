"""Lists that 分别 sets side by side with a row of values: each member, with what all of them share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.parties.paired import member

LISTS = [
    ("生产、生活性服务业纳税人", ["生产性服务业纳税人", "生活性服务业纳税人"], "一字相同的两个词，后面是共有的"),
    ("水稻插秧、植保机械化率", ["水稻插秧机械化率", "水稻植保机械化率"], "前后都有共有的词"),
    ("新认定的国家级、省级园区", ["新认定的国家级园区", "新认定的省级园区"], "“的”前面各项共有"),
    ("获得金奖、优秀奖的企业", ["获得金奖的企业", "获得优秀奖的企业"], "末字相同，其后是共有的"),
    ("取得初级、技师和高级技师证书的", ["取得初级证书的", "取得技师证书的", "取得高级技师证书的"], "短的前项只是定语"),
    ("实施方案、半年和全年总结", ["实施方案", "半年总结", "全年总结"], "自成名称的前项不带后面的词"),
    ("市、县（区）两级财政", ["市级财政", "县（区）级财政"], "括号随着前面的字"),
    ("中高等职业学校", ["中等职业学校", "高等职业学校"], "两项合写成一个词"),
    ("获评三至五星级的饭店", ["获评三星级的饭店", "获评四星级的饭店", "获评五星级的饭店"], "起止之间逐级展开"),
    ("投资1亿元、5亿元以上的项目", ["投资1亿元以上的项目", "投资5亿元以上的项目"], "数额也是并列的项"),
    ("企业、事业单位", ["企业", "事业单位"], "各自是完整的名称"),
    ("参与评定的企业", [None, None], "参与的与不是并列"),
    ("一类、二类、三类企业", [None, None], "三项两个数，不拆"),
    ("企业", [None, None], "没有并列"),
    ("企业", [None], "一个数，无所谓对应"),
]


@pytest.mark.parametrize(("joint", "members", "because"), LISTS, ids=[f"{one[0]}{len(one[1])}" for one in LISTS])
def test_members(joint: str, members: list[str | None], because: str) -> None:
    assert [member(joint, each, len(members)) for each in range(len(members))] == members, because


@given(
    st.sampled_from(["", "对外开放的", "新认定的", "被评定为"]),
    st.lists(st.sampled_from(["国家级", "省级", "市级", "县级"]), min_size=2, unique=True),
    st.sampled_from(["园区", "博物馆（基地）", "重点实验室的"]),
)
def test_what_is_put_together_comes_apart(front: str, levels: list[str], behind: str) -> None:
    joint = front + "、".join(levels[:-1]) + "和" + levels[-1] + behind
    assert [member(joint, n, len(levels)) for n in range(len(levels))] == [front + one + behind for one in levels]


@given(st.text("甲乙类市县级、和及的（）两至三", max_size=14), st.integers(1, 4))
def test_any_words_are_read(joint: str, among: int) -> None:
    for number in range(among):
        own = member(joint, number, among)
        assert own is None or own
