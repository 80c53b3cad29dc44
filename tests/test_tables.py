"""Cells under a head that sets values: read with the head in front of them, as values of what the row names."""

from __future__ import annotations

import pytest

from extract.extraction import extract
from ingest.reading import read_notices, read_text
from ingest.sources import Source

PAGE = (
    "<html><body><h1>甲市关于调整有关标准的通知</h1><p>甲政发〔2024〕9003号</p><p>各县区：</p><p>有关标准见下表{unit}</p>"
    "<table>{rows}</table><p>甲市人民政府</p><p>2024年4月2日</p></body></html>"
)


def records(*rows: str, unit: str = "。") -> list[tuple[str, str | None, str | None]]:
    cells = "".join("<tr><td>" + "</td><td>".join(row.split("|")) + "</td></tr>" for row in rows)
    found = read_notices(Source("page.html", PAGE.format(rows=cells, unit=unit).encode()))
    return [(one.kind, one.value, one.subject) for notice in found for one in extract(notice).requirements]


@pytest.mark.parametrize(
    ("rows", "expected", "why"),
    [
        (
            ("序号|项目|补贴标准|补贴期限", "1|一次性创业补贴|6000元|一次性", "2|见习补贴|每人每月1600元|3—12个月"),
            [
                ("threshold", "6000元", "一次性创业补贴"),
                ("threshold", "1600元/人/月", "见习补贴"),
                ("duration", "P3M..P12M", "见习补贴"),
            ],
            "a sum needs no verb under its head, and a grant lasts",
        ),
        (
            ("检测项目|限值|检测频次", "余氯|≥0.3mg/L|每2小时1次", "浑浊度|不超过1NTU|每日1次"),
            [
                ("threshold", ">=0.3mg/L", "余氯"),
                ("frequency", "1/PT2H", "余氯"),
                ("threshold", "<=1NTU", "浑浊度"),
                ("frequency", "1/P1D", "浑浊度"),
            ],
            "limits and how often",
        ),
        (
            ("事项|法定时限|承诺时限", "延续登记|20个工作日|5个工作日"),
            [("deadline", "<=P20WD", "延续登记"), ("deadline", "<=P5WD", "延续登记")],
            "under a head of terms a length says by when",
        ),
        (
            (
                "序号|人员类型|管控措施",
                "1|高风险区来返人员|点对点转运，7 天集中隔离",
                "2|中风险区来返人员|7 天居家隔离",
            ),
            [("duration", "P7D", "高风险区来返人员"), ("duration", "P7D", "中风险区来返人员")],
            "whom a measure is for stands in another cell; blanks beside figures are mended as in paragraphs",
        ),
        (
            ("区域|首小时内（元/次）|全天最高（元）", "一类区域|4|30", "二类区域|3|20"),
            [
                ("threshold", "4元/次", "一类区域"),
                ("threshold", "<=30元", "一类区域"),
                ("threshold", "3元/次", "二类区域"),
                ("threshold", "<=20元", "二类区域"),
            ],
            "a bare figure takes the unit of its head, and its bound",
        ),
        (
            ("户型|月租金下限|月租金上限", "一居室|500元|800元"),
            [("threshold", ">=500元", "一居室"), ("threshold", "<=800元", "一居室")],
            "heads that bound",
        ),
        (("县区|耕地面积（万亩）|人口（万人）", "甲县|68|52", "乙县|45|40"), [], "units alone set nothing: facts"),
        (("单位名称|电话|人数", "甲公司|6123456|30人"), [], "a list of names sets nothing"),
    ],
)
def test_cells_under_their_heads(rows: tuple[str, ...], expected: list[tuple[str, str, str | None]], why: str) -> None:
    assert records(*rows) == expected, why


UNITS = [
    ("（单位：元/立方米）：", ("类别|现行价格|调整后价格", "居民|1.3|1.65", "特种|2|5"), "1.65元/立方米 5元/立方米",
     "the unit of all sums stands above; what held so far sets nothing"),
    ("（单位：万元）：", ("项目类别|资助额度", "重点项目|30", "一般项目|10"), "300000元 100000元", "in ten thousands"),
    ("（单位：元，不含税）：", ("类别|收费标准", "甲类|80", "乙类|50"), "80元 50元", "with a remark behind it"),
    ("（单位：元）：", ("类别|收费标准|床位数", "甲类|80|3", "乙类|50|6"), "80元 50元", "not for what is no sum"),
    ("（单位：家）：", ("县区|企业数", "甲县|80", "乙县|50"), "", "a unit of no sum"),
]  # fmt: skip


@pytest.mark.parametrize(("unit", "rows", "values", "why"), UNITS)
def test_the_unit_above_a_table(unit: str, rows: tuple[str, ...], values: str, why: str) -> None:
    assert " ".join(str(value) for _, value, _ in records(*rows, unit=unit)) == values, why


def test_when_stands_in_front_of_what_is_done() -> None:
    rows = "时  间             工作内容            责任单位", "3月5日12:00前    在线提交至学校    申请人"
    rows += ("3月8日前            学院初审             各学院",)
    text = "\n".join(("甲校关于申报工作的通知", "各学院：", *rows, "甲校科技处", "2024年2月1日"))
    found = [record for notice in read_text(text) for record in extract(notice).requirements if record.value]
    assert [(one.value, one.action, one.responsible) for one in found] == [
        ("by 2024-03-05", "在线提交至学校", ("申请人",)),
        ("by 2024-03-08", "学院初审", ("各学院",)),
    ]
    assert all(one.evidence.quote.startswith("3月") for one in found)
