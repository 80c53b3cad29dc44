"""Which code a phrase gets: tables with the reason of each row; what must have none are rows too."""

from __future__ import annotations

import pytest

from extract.lexicon import LexiconError, load, read
from extract.vocabulary import MEASURES, SUBJECTS, labels, measure, narrower, subjects

HEAD = "surface,code,label,broader,example"


@pytest.mark.parametrize(
    ("words", "codes", "why"),
    [
        ("密切接触者", ["close_contact"], "the entry itself"),
        ("无症状感染者的密切接触者", ["close_contact"], "the head decides, not what it belongs to"),
        ("密切接触者的密切接触者", ["second_contact"], "the longest entry, not the one inside it"),
        ("判定的密接和次密接", ["close_contact", "second_contact"], "a list of two entries"),
        ("密切接触者、工厂", [], "one of the list has no code"),
        ("密切接触者的共同居住者", [], "the head has no code"),
        ("非高风险岗位人员", [], "the opposite"),
        ("书面通知建设单位", [], "a unit that is told is not the subject"),
        ("有发热、咳嗽症状的密切接触者", ["close_contact"], "the list belongs to the attribute"),
        ("确诊病例或无症状感染者治愈后返回我市人员", ["recovered"], "who was infected and is no more"),
        ("14日内有高风险地区旅居史的入长返长人员", ["travel_high"], "a place name stands in the gap"),
        ("8月15日以来有中高风险地区旅居史的来盐返盐人员", ["travel_mid_high"], "中高 is no 高"),
        ("14日内有中高风险地区所在地市其他低风险区旅居史的入长返长人员", ["travel_low"], "the nearest area counts"),
        ("国内高风险地区所在城市以及暴发较多病例的县(市、区)来衢返衢人员", [], "two kinds of area in one"),
        ("解除集中隔离医学观察措施的入境入长返长人员", ["inbound_released"], "released, no longer inbound only"),
        ("解除集中隔离，且已完成“7+2”健康监测的入境返盐人员", ["inbound_released"], "two things told of one group"),
        ("解除集中隔离，且末位淘汰", [], "no noun to go on to"),
        ("施工许可审批时限", ["construction_permit"], "what is limited falls away"),
        ("大学生", [], "a short entry does not end a longer word"),
        (None, [], "no subject"),
    ],
)
def test_subjects(words: str | None, codes: list[str], why: str) -> None:
    assert [one.code for one in subjects(words)] == codes, why


@pytest.mark.parametrize(
    ("words", "narrowed", "why"),
    [
        ("所有密切接触者", "", "all of them"),
        ("其他重点岗位人员", "其他", "others than those named before"),
        ("入境人员(不含澳门入境人员)", "(不含澳门入境人员)", "an exception in brackets"),
        ("7天内有高风险区旅居史的人员", "7天内有", "how far back"),
    ],
)
def test_what_narrows_a_subject(words: str, narrowed: str, why: str) -> None:
    assert [one.narrowed for one in subjects(words)] == [narrowed], why


@pytest.mark.parametrize(
    ("words", "code", "why"),
    [
        ("“14+3”集中隔离医学观察措施", "central_isolation", "quotes and 措施 fall away"),
        ("解除集中隔离", None, "the end of a measure is not the measure"),
        ("不申请办理施工许可证", None, "denied"),
        ("对食堂从业人员开展晨检", "morning_check", "the verb that carries it falls away"),
        ("核酸检测阴性证明", "nucleic_certificate", "a proof, not the test"),
        ("报送核酸检测结果", "submit", "the verb before its object"),
        ("对发放金额50万元以上的企业回访比例", None, "发放 inside another phrase"),
        ("发布申报通知", None, "申报 is in the object's name"),
        ("《房屋安全鉴定报告》", None, "a paper, not the act"),
        ("核酸检测和流行病学调查", None, "two measures"),
        ("申报纳税期限延长", None, "what happens to a period"),
        ("7天集中隔离医学观察+3天居家健康监测", None, "a chain of two measures"),
        ("居家医学观察", "home_observation", "not called 居家隔离"),
        ("按投资额的1%进行奖励", "reward", "how much stands before it"),
        ("达到", None, "a word that says nothing"),
    ],
)
def test_measures(words: str, code: str | None, why: str) -> None:
    found = measure(words)
    assert (found.code if found else None) == code, why


@pytest.mark.parametrize("name", [SUBJECTS, MEASURES])
def test_every_surface_has_its_own_code(name: str) -> None:
    """A surface that the reading gives another code could never be meant."""
    read_by = {SUBJECTS: lambda text: [one.code for one in subjects(text)], MEASURES: _code}[name]
    for word in load(name):
        surface = word.surface.rstrip("…").replace("…", "某")
        if word.surface.endswith("…"):
            surface += "某事"
        assert read_by(surface) in (word.code, [word.code]), word


def _code(text: str) -> str | None:
    found = measure(text)
    return found.code if found else None


def test_codes_of_the_two_vocabularies_are_apart() -> None:
    assert not {word.code for word in load(SUBJECTS)} & {word.code for word in load(MEASURES)}
    assert labels()["central_isolation"] == "集中隔离"


def test_narrower() -> None:
    assert {"isolation", "central_isolation", "home_isolation"} <= narrower("isolation")
    assert narrower("home_isolation") == {"home_isolation"}


@pytest.mark.parametrize(
    ("row", "said", "why"),
    [
        ("甲,,乙,,甲", "第2行有空格子", "no code"),
        ("甲,a,乙,,丙", "例句不含该词", "the example does not hold the words"),
        ("境外来…人员,a,乙,,境外来的人、其他人员", "例句不含该词", "the gap ends at a stop"),
        ("甲,a,乙,b,甲", "上位代码“b”不在本表中", "a broader code that nobody explains"),
        ("甲,a,乙,,甲\n甲,b,丙,,甲", "第3行重复", "one surface twice"),
        ("甲,a,乙,,甲\n丁,a,丙,,丁", "第3行的代码“a”与前面的名称", "one code with two labels"),
    ],
)
def test_a_bad_row_is_refused(row: str, said: str, why: str) -> None:
    with pytest.raises(LexiconError, match=said):
        read("x.csv", [HEAD, *row.split("\n")])
