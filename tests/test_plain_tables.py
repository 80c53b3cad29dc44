"""Tables that plain text holds as lines: found where they are sure, left alone where they are not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.extraction import extract
from ingest.notice import Block, Document, Place
from ingest.reading import read_text
from ingest.repairs.tidy import tidied, undo


def lines(text: str) -> tuple[Block, ...]:
    """The blocks that the reader of plain text makes."""
    numbered = enumerate(text.split("\n"), 1)
    return tuple(Block(line.rstrip(), ((0, Place(line=number)),)) for number, line in numbered if line.strip())


def grids(text: str) -> list[list[str]]:
    """The tables of the text as reading leaves it, each as its rows with strokes between the cells."""
    found = tidied(Document(lines(text), "text/plain")).blocks
    return [["|".join(cell.text for cell in row) for row in block.rows] for block in found if block.kind == "table"]


FOUND = [
    (
        "机构级别        本市就医    外市就医\n基层医院        90%         —\n二级医院        78%         68%",
        ["机构级别|本市就医|外市就医", "基层医院|90%|—", "二级医院|78%|68%"],
        "nothing but figures below heads of which one is known",
    ),
    (
        "类别          缴存比例    月缴存额上限\n基本部分        7%            4786元\n"
        "                6%            4102元\n补充部分        5%            3418元",
        ["类别|缴存比例|月缴存额上限", "基本部分|7%|4786元", "基本部分|6%|4102元", "补充部分|5%|3418元"],
        "a name that stands for two rows is not printed twice",
    ),
    (
        "档次　　　年用水量（吨）　　　价格（元/吨）\n第一档　　180以下　　　　　　　2.07\n"
        "第二档　　180—260　　　　　　4.07",
        ["档次|年用水量（吨）|价格（元/吨）", "第一档|180以下|2.07", "第二档|180—260|4.07"],
        "full-width blanks",
    ),
    (
        "序号　重点任务　牵头单位　完成时限\n1　清淤疏浚　县水利局　4月底前\n2　隐患排查　各乡镇　5月10日前",
        ["序号|重点任务|牵头单位|完成时限", "1|清淤疏浚|县水利局|4月底前", "2|隐患排查|各乡镇|5月10日前"],
        "one full-width blank is a gap, too",
    ),
    (
        "用水类别              用水量（立方米）      调整后价格\n居民用水  第一级      180以下               1.65\n"
        "          第二级      180至300              2.48\n特种用水              —                     5.00",
        [
            "用水类别|用水量（立方米）|调整后价格",
            "居民用水  第一级|180以下|1.65",
            "第二级|180至300|2.48",
            "特种用水|—|5.00",
        ],
        "a gap of two within the first cell",
    ),
    (
        "时  间             工作内容            责任单位\n3月5日前          个人申报            申请人\n"
        "3月8日前          学院初审（含复核）  各学院\n3月9日前          学校审查            科技处",
        [
            "时间|工作内容|责任单位",
            "3月5日前|个人申报|申请人",
            "3月8日前|学院初审（含复核）|各学院",
            "3月9日前|学校审查|科技处",
        ],
        "a long cell leaves no more than two blanks",
    ),
    (
        "项目\t补贴标准\n深松整地\t每亩25元\n秸秆离田\t每亩20元",
        ["项目|补贴标准", "深松整地|每亩25元", "秸秆离田|每亩20元"],
        "two columns with tabs",
    ),
    (
        "类别\t学段\t收费标准\n公办\t小学\t60元\n\t初中\t75元\n民办\t小学\t\n",
        ["类别|学段|收费标准", "公办|小学|60元", "公办|初中|75元"],
        "a tab more is an empty cell; a row that stops short ends the table",
    ),
    (
        "序号 检查项目 检查频次 责任部门\n1 消防通道 每日1次 保卫科\n2 配电间 每周2次 后勤科",
        ["序号|检查项目|检查频次|责任部门", "1|消防通道|每日1次|保卫科", "2|配电间|每周2次|后勤科"],
        "a single blank between three cells and more, figures in a column",
    ),
    (
        "序号    工作任务            责任单位    完成时限\n1       全面排查城乡危房    县住建局    3月底前\n"
        "        并建立台账\n2       组织复核验收        县财政局    6月底前",
        [
            "序号|工作任务|责任单位|完成时限",
            "1|全面排查城乡危房并建立台账|县住建局|3月底前",
            "2|组织复核验收|县财政局|6月底前",
        ],
        "a cell that goes on in the next line",
    ),
    (
        "学段    招生人数    班额要求\n一、城区学校\n小学    90人        不超过45人\n"
        "二、农村学校\n小学    60人        不超过40人",
        [
            "学段|招生人数|班额要求",
            "一、城区学校|一、城区学校|一、城区学校",
            "小学|90人|不超过45人",
            "二、农村学校|二、农村学校|二、农村学校",
            "小学|60人|不超过40人",
        ],
        "a name over the whole width",
    ),
    (
        "序号\n工作任务\n责任单位\n完成时限\n备注\n1\n排查堤防\n县水务局\n5月31日前\n2\n补充物资\n县应急局\n6月10日前",
        ["序号|工作任务|责任单位|完成时限|备注", "1|排查堤防|县水务局|5月31日前|", "2|补充物资|县应急局|6月10日前|"],
        "a cell a line, no remarks in any row",
    ),
    (
        "区域\n首小时内（元/次）\n全天最高（元）\n一类\n4\n30\n二类\n3\n20\n大型车加倍收取。",
        ["区域|首小时内（元/次）|全天最高（元）", "一类|4|30", "二类|3|20"],
        "a cell a line, figures in the same columns",
    ),
    (
        "事项\n责任单位\n完成时限\n清淤疏浚\n县水利局\n4月底前\n隐患排查\n各乡镇\n5月10日前\n请按时完成。",
        ["事项|责任单位|完成时限", "清淤疏浚|县水利局|4月底前", "隐患排查|各乡镇|5月10日前"],
        "a cell a line, days in the same column",
    ),
    (
        "任务分解如下： 序号 任务 责任单位 时限 1 清淤 县水利局 4月底前 2 排查 各乡镇 5月底前 请按时完成。",
        ["序号|任务|责任单位|时限", "1|清淤|县水利局|4月底前", "2|排查|各乡镇|5月底前"],
        "all rows in one line",
    ),
]


@pytest.mark.parametrize(("text", "rows", "why"), FOUND, ids=[why for *_, why in FOUND])
def test_lines_of_cells_are_a_table(text: str, rows: list[str], why: str) -> None:
    assert grids(f"收费标准如下：\n{text}\n本通知自印发之日起执行。") == [rows], why


LEFT = [
    (
        "机构级别    本市    外市\n基层医院    90%    见说明\n二级医院    78%    68%",
        "one known name, a word below",
    ),
    ("甲市水务局    甲市财政局    甲市公安局\n2021年5月6日", "a signature in columns"),
    ("主办单位：甲市体育局    承办单位：甲市体校\n联系人：张三    电话：12345678\n时间：5月    地点：甲市", "labels"),
    (
        "各区教育局    各直属单位    各民办学校\n各有关单位    各高校    各研究机构\n各街道    各镇    各园区",
        "addressees",
    ),
    ("组　长　　张三　　副市长\n副组长　　李四　　水务局局长\n成　员　　王五　　财政局副局长", "a list without a head"),
    ("张三    李四    王五\n赵六    钱七    孙八\n周九    吴十    郑一", "names in columns"),
    ("第一章　总　则\n第一条　为规范管理，制定本办法。\n第二条　本办法适用于本市。", "articles"),
    ("一、工作目标    1\n二、主要任务    3\n三、保障措施    7", "a table of contents"),
    ("申报单位  要按照  有关要求，\n认真  组织  实施，\n确保  完成  任务。", "prose that blanks pad"),
    ("1. 营业执照  复印件\n2. 身份证  复印件\n3. 申请表  原件", "a list"),
    (
        "联系单位 联系人员 办公地址\n市水务局 张三 甲路\n市财政局 李四 乙路",
        "single blanks and no figures: names may be",
    ),
    ("项目  标准\n水费  3元", "one row"),
    ("序号\n任务\n责任单位\n1\n持续推进改革\n创新\n市发改委\n2\n加强监管\n市财政局", "a wrapped cell, a line each"),
    (
        "序号\n任务\n责任单位\n1\n推进改革\n市发改委\n2\n加强监管\n和服务\n市财政局\n3\n做好总结\n市政府办",
        "one wrapped later",
    ),
    ("申报单位\n申报材料\n申报时间\n请于5月底前报送。\n联系人\n张三\n12345678", "lines that are no rows"),
    ("附件1\n附件2\n申报材料\n1\n2\n3", "lines of figures"),
    ("名单： 序号 姓名 职务 电话 1 张三 科长 123 2 李四 456 3 王五 科员 789", "a row that lacks a cell, in one line"),
]


@pytest.mark.parametrize(("text", "why"), LEFT, ids=[why for *_, why in LEFT])
def test_what_is_not_sure_stays(text: str, why: str) -> None:
    assert grids(f"有关事项通知如下：\n{text}\n本通知自印发之日起执行。") == [], why


def test_a_signature_below_a_table_is_no_row() -> None:
    found = tidied(
        Document(lines("项目    标准\n水费    3元\n电费    1元\n甲市水务局    2021年5月6日"), "text/plain")
    ).blocks
    assert found[0].kind == "table" and "2021年5月6日" not in found[0].text


def test_a_row_is_read_with_its_heads_and_leads_back_to_its_line() -> None:
    text = "甲县人民政府办公室关于做好防汛工作的通知\n各乡镇：\n任务分解如下。\n" + (
        "序号  重点任务  牵头单位  完成时限\n1  清淤疏浚河道  县水利局  4月30日前\n2  排查山塘隐患  各乡镇  5月10日前\n"
    )
    (notice,) = read_text(text + "甲县人民政府办公室\n2023年3月6日\n")
    found = extract(notice).requirements
    assert [(one.value, one.responsible, one.evidence.line) for one in found] == [
        ("by 2023-04-30", ("县水利局",), 5),
        ("by 2023-05-10", ("各乡镇",), 6),
    ]
    assert all(notice.text[one.evidence.start : one.evidence.end] == one.evidence.quote for one in found)
    assert "plain_tables" in notice.to_record()["repairs"]


PIECES = st.sampled_from(
    ["序号", "任务", "时限", "标准（元）", "1", "2", "3元", "县水利局", "一、城区", "各单位要做好工作。", "备注", "甲"]
)
GAPS = st.sampled_from(["\t", "\t\t", "  ", "　", "　　", " ", "\n", "\n    "])
TEXTS = st.lists(st.tuples(PIECES, GAPS).map("".join), min_size=1, max_size=40).map("".join)


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_nothing_is_lost_and_all_can_be_undone(text: str) -> None:
    blocks = lines(text)
    result = tidied(Document(blocks, "text/plain"))
    assert undo(result.blocks, result.repairs) == blocks
    for repair in result.repairs:
        if repair.name in ("plain_tables", "stacked_tables"):
            before, after = (
                sorted("".join("".join(block.text.split()) for block in side)) for side in (repair.before, repair.after)
            )
            assert before == after
            assert all(
                block.text[start:end] == cell.text
                for block in repair.after
                for *_, start, end, cell in block.cells()
                if cell.origin
            )


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(PIECES, PIECES, PIECES), min_size=0, max_size=8))
def test_counted_rows_make_a_table_or_stay(rows: list[tuple[str, str, str]]) -> None:
    text = "\n".join(
        ["序号\n任务\n单位\n时限", *(f"{number}\n" + "\n".join(row) for number, row in enumerate(rows, 1))]
    )
    blocks = lines(text)
    result = tidied(Document(blocks, "text/plain"))
    assert undo(result.blocks, result.repairs) == blocks
