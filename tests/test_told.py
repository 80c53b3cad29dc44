"""Records of what was said to the press: only a sentence with a word that rules gives records."""

from __future__ import annotations

import pytest

from extract.extraction import extract
from ingest.reading import read_text

_SAID = [
    ("张三：近几年来建成起降点120个，覆盖率达85%。", [], "what was reached"),
    ("制定10条措施，每年惠及企业300多家。", [], "what was done"),
    ("我们组建专家委员会，其中企业专家占比50%。", [], "how it is"),
    ("对新开通的航线，给予每条最高50万元补贴。", ["<=500000元/条"], "a grant"),
    ("企业应当在30日内提出申请。", ["<=P30D"], "an obligation"),
    ("下一步，我们将新增起降点80个。", ["80个"], "a plan"),
    ("力争到2027年覆盖率达到95%以上。", [">=95%"], "an aim"),
    ("标准为每人每月200元。", ["200元/人/月"], "a standard"),
]


def _values(title: str, sentence: str) -> list[str | None]:
    (notice,) = read_text(f"{title}\n发布日期：2024-05-01\n日报记者：请介绍有关情况。\n{sentence}\n")
    return [one.value for one in extract(notice).requirements if one.kind != "duty"]


@pytest.mark.parametrize(("sentence", "expected", "reason"), _SAID)
@pytest.mark.parametrize(
    "title", ["问答实录：《促进低空经济发展若干措施》有关情况", "市交通局负责人就《低空规定》答记者问"]
)
def test_what_is_told_to_the_press(title: str, sentence: str, expected: list[str], reason: str) -> None:
    assert _values(title, sentence) == expected, reason


def test_a_notice_about_the_press_rules_as_any_other() -> None:
    assert _values("甲市人民政府办公室关于做好新闻发布会工作的通知", "每场发布会安排记者提问环节30分钟。") == ["PT30M"]
