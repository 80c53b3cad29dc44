"""What one notice says of others: the cases of `cases/relations.yaml`, document numbers, and laws of both."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from extract.records import Relation
from extract.relations.citations import citations
from extract.relations.finding import find
from extract.relations.law_names import law_names
from extract.relations.skeletons import MARK, skeletons
from ingest.fields.doc_numbers import doc_numbers, normalise_number
from ingest.notice import Block, Notice, SourceInfo

ROOT = Path(__file__).resolve().parents[1]
CASES = yaml.safe_load((ROOT / "tests" / "cases" / "relations.yaml").read_text("utf-8"))


def notice_of(text: str, *, title: str | None = None, doc_number: str | None = None, **slots: Any) -> Notice:
    blocks = tuple(Block(line) for line in text.split("\n"))
    return Notice("n", text, blocks, SourceInfo("-", "text/plain", ""), title=title, doc_number=doc_number, **slots)


def slot(relation: Relation, name: str) -> str | None:
    value = getattr(relation.target if name in ("title", "doc_number", "issuer", "description") else relation, name)
    return value if value is None else str(value)


@pytest.mark.parametrize("case", CASES, ids=[case["reason"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    own = {name: tuple(value) if isinstance(value, list) else value for name, value in case.get("own", {}).items()}
    relations = find(notice_of(case["sentence"], **own))
    said = [
        {name: slot(found, name) for name in want} for found, want in zip(relations, case["relations"], strict=False)
    ]
    assert (said, len(relations)) == (case["relations"], len(case["relations"])), relations


LAWS = (ROOT / "extract" / "lexicon" / "laws.csv").read_text("utf-8").split()[1:]


def test_every_listed_law_is_found_whole() -> None:
    """Nothing shorter is read in its place; each stands in the list once and is of a known kind."""
    names = [row.split(",")[0] for row in LAWS]
    texts = {name: f"应当依照{name}的规定办理" for name in names}
    found = {name: [text[start:end] for start, end in law_names(text)] for name, text in texts.items()}
    assert [name for name in names if found[name] != [name]] == []
    assert len(set(names)) == len(names)
    assert {row.split(",")[1] for row in LAWS} == {"法律", "行政法规", "党内法规"}


@dataclass(frozen=True)
class Number:
    raw: str
    canonical: str | None
    reason: str


NUMBERS = (
    Number("甲府办发〔2022〕65号", "甲府办发〔2022〕65号", "标准写法"),
    Number("甲府办发〔2022〕65 号", "甲府办发〔2022〕65号", "号前有空格"),
    Number("甲府办发〔 2022 〕96 号", "甲府办发〔2022〕96号", "括号里有空格"),
    Number("豫政 〔2005〕5号", "豫政〔2005〕5号", "代字后有空格"),
    Number("发文字号：晋政办发[2002]63号", "晋政办发〔2002〕63号", "前面有标签，方括号"),
    Number("晋政发(2003)1号", "晋政发〔2003〕1号", "半角圆括号"),
    Number("肺炎组办发（2020）113号", "肺炎组办发〔2020〕113号", "全角圆括号"),
    Number("国发［2022］12号", "国发〔2022〕12号", "全角方括号"),
    Number("商合电【2020】69号", "商合电〔2020〕69号", "方头括号"),
    Number("国发〔2022]12号", "国发〔2022〕12号", "两边括号不同"),
    Number("发文字号：\u200b晋政办发〔2022〕74号", "晋政办发〔2022〕74号", "零宽字符"),
    Number("沪科合〔2005〕第11号", "沪科合〔2005〕第11号", "序号前有第字，照原样保留"),
    Number("甲发〔２０２０〕１２号", "甲发〔2020〕12号", "全角数字"),
    Number("(９６)汇国发字第１３号", "〔96〕汇国发字第13号", "旧式：年份在前"),
    Number("国务院令第716号", "国务院令第716号", "令"),
    Number("省政府令 第91号", "省政府令第91号", "令后有空格"),
    Number("商务部令2014年第3号", "商务部令2014年第3号", "令带年份"),
    Number("国务院令（第5号）", "国务院令第5号", "令号在括号里"),
    Number("主席令第五十七号", "主席令第五十七号", "汉字序号"),
    Number("国务院第91号令", "国务院令第91号", "第N号令与令第N号是同一个"),
    Number("国家税务总局公告2015年第41号", "国家税务总局公告2015年第41号", "公告号"),
    Number("财政部 税务总局公告2020年第8号", "财政部税务总局公告2020年第8号", "联合公告"),
    Number("财政部　税务总局公告2022年第10号", "财政部税务总局公告2022年第10号", "联合公告，全角空格"),
    Number("首页　财政部　税务总局公告2022年第10号", "财政部税务总局公告2022年第10号", "空格前的词不是机关"),
    Number("中华人民共和国 国务院令第5号", "中华人民共和国国务院令第5号", "国名不是另一个词"),
    Number("国发〔 〕 号", None, "数字已经丢失，不猜"),
    Number("发文字号：", None, "只有标签"),
    Number("京房售证字(2020)5号", None, "许可证号不是文号"),
    Number("某小区(2020)5号楼", None, "楼号"),
    Number("（2020）京01民终123号", None, "案号"),
    Number("2020年第5号", None, "没有机关"),
)


@pytest.mark.parametrize("number", NUMBERS, ids=[number.reason for number in NUMBERS])
def test_number(number: Number) -> None:
    assert normalise_number(number.raw) == number.canonical


IN_SENTENCES = (
    Number("根据财政部等五部门联合印发的财金〔2020〕5号文件精神", "财金〔2020〕5号", "前面的词不属于代字"),
    Number("认真落实银发〔2020〕29号等文件精神", "银发〔2020〕29号", "落实不属于代字"),
    Number("我分局对绍银监发〔2012〕65号进行了修订", "绍银监发〔2012〕65号", "我分局对不属于代字"),
    Number("（见财金〔2020〕5号）", "财金〔2020〕5号", "见字"),
    Number("（和政办发〔2020〕5号）", "和政办发〔2020〕5号", "和政县的和字属于代字"),
    Number("《甲办法》和财金〔2020〕5号", "财金〔2020〕5号", "和字是连词"),
    Number("自然资发〔2020〕5号", "自然资发〔2020〕5号", "自然资源部的自字属于代字"),
    Number("均可以享受财税〔2020〕5号文件规定的优惠", "财税〔2020〕5号", "享受不属于代字"),
    Number("不适用人社部规〔2020〕5号", "人社部规〔2020〕5号", "适用不属于代字"),
    Number("违反甲发改价格〔2020〕5号收费的", "甲发改价格〔2020〕5号", "违反不属于代字"),
    Number("学习宣传教基〔2020〕5号和教师函〔2020〕5号", "教基〔2020〕5号 教师函〔2020〕5号", "两个动词连用；两个文号"),
    Number("超出川财规〔2020〕3号、沿用湘农发〔2017〕8号标准的", "川财规〔2020〕3号 湘农发〔2017〕8号", "超出、沿用"),
    Number("鉴于渝文审〔2016〕4号已经失效", "渝文审〔2016〕4号", "鉴于"),
    Number("将豫林资〔2020〕5号第三条修改为", "豫林资〔2020〕5号", "句首的将字，后面是省的简称"),
    Number("将政办发〔2020〕5号规定", "将政办发〔2020〕5号", "将乐县的将字属于代字"),
    Number("于府办发〔2020〕5号规定", "于府办发〔2020〕5号", "于都县的于字属于代字"),
    Number("2018年以粤府令第197号公布", "粤府令第197号", "以字不属于机关"),
    Number("有关税收政策的公告财政部税务总局公告2020年第8号", "财政部税务总局公告2020年第8号", "标题接着公告号"),
    Number("甲税公告〔2020〕5号", "甲税公告〔2020〕5号", "公告两字是代字的一部分"),
    Number("12月29日原质量监督检验检疫总局令第150号", "质量监督检验检疫总局令第150号", "日期和原字不属于机关"),
    Number("对外贸易经济合作部令2002年第3号", "对外贸易经济合作部令2002年第3号", "对外的对字属于机关"),
    Number(
        "新型冠状病毒感染的肺炎疫情防控指挥部令第13号", "新型冠状病毒感染的肺炎疫情防控指挥部令第13号", "名称里的的字"
    ),
)


@pytest.mark.parametrize("number", IN_SENTENCES, ids=[number.reason for number in IN_SENTENCES])
def test_number_in_a_sentence(number: Number) -> None:
    assert " ".join(found.text for found in doc_numbers(number.raw)) == number.canonical


def test_a_number_of_its_own_is_no_relation() -> None:
    text = "甲市供水办法\n（2023年3月24日）甲交法规〔2023〕76号\n各县：\n请执行。"
    assert find(notice_of(text, doc_number="甲交法规 [2023] 76号")) == ()
    assert find(notice_of(text)) == ()


def test_the_day_of_a_repeal_is_the_notices_own_where_only_simultaneous_is_said() -> None:
    notice = notice_of("《甲办法》同时废止。《乙办法》废止。", effective_from="2024-02-01", signed_on="2024-01-01")
    assert [relation.effective_on for relation in find(notice)] == ["2024-02-01", None]


def test_identifiers_are_stable_and_distinct() -> None:
    notice = notice_of("根据《甲办法》《乙办法》（乙发〔2020〕1号）制定。")
    identities = [relation.id for relation in find(notice)]
    assert identities == [relation.id for relation in find(notice)]
    assert len(set(identities)) == 2


WORDS = st.sampled_from(
    [
        "根据", "《甲市办法》", "《关于印发〈乙方案〉的通知》", "（甲发〔2020〕1号）", "、", "，", "。", "和",
        "同时废止", "现将", "印发给你们", "（以下简称《办法》）", "财金〔2020〕5号", "《", "》",
        "关于做好工作的通知", "精神", "与本通知不一致的，以本通知为准", "有效期延长至", "国务院令第5号",
        "公布的", "（", "）", "〔", "对", "作如下修改：", "现对以下文件宣布失效：", "1.", "市政府",
        "\n", " ", MARK,
    ]
)  # fmt: skip
TEXTS = st.lists(WORDS, max_size=30).map("".join)


@given(TEXTS)
def test_evidence_stands_in_the_text_and_every_document_is_reported_once(text: str) -> None:
    notice = notice_of(text)
    relations = find(notice)
    assert all(text[one.evidence.start : one.evidence.end] == one.evidence.quote != "" for one in relations)
    targets = [relation.target for relation in relations]
    assert len(set(targets)) == len(targets)
    assert all(target.title or target.doc_number or target.description for target in targets)


@given(TEXTS)
def test_citations_ascend_without_overlap_and_skeletons_keep_the_offsets(text: str) -> None:
    found = citations(text)
    assert all(one.end <= two.start for one, two in pairwise(found))
    parts = list(skeletons(text, found))
    assert [citation for part in parts for citation in part.citations] == list(found)
    for part in parts:
        bare = text[part.start : part.end]
        for citation in reversed(part.citations):
            at = citation.start - part.start
            bare = bare[:at] + MARK + bare[at + citation.end - citation.start :]
        assert re.sub(r"[\s\ue000]", "", bare) == re.sub(r"[\s\ue000]", "", part.text)


@given(st.text("甲发号〔〕[]（）()0123456789 \u200b令第年公告", max_size=40))
def test_numbers_are_canonical_and_read_again_as_themselves(text: str) -> None:
    for number in doc_numbers(text):
        assert not re.search(r"[\s\u200b\[\]()（）]", number.text)
        assert normalise_number(number.text) == number.text
