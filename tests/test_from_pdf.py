"""PDF: lines, columns, margins, paragraphs, tables, and what cannot be read. Every file is made here."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from make_pdf import HEIGHT, LATIN, LEADING, LEFT, SIZE, TOP, WIDTH, Pages, page_number, simple, typeset, width, wrapped

from ingest.errors import IngestError
from ingest.notice import Block, Document
from ingest.readers.characters import clean
from ingest.readers.from_pdf import read
from ingest.readers.pdf_check import losses
from ingest.sources import Source

RULE = "对从境外返回的人员实施14天集中隔离医学观察，第1、7、14天各进行1次核酸检测，费用由个人承担。"
BODY = [
    "各乡镇人民政府，县直各单位：",
    "为做好冬季清洁取暖工作，切实保障群众温暖过冬，现就有关事项通知如下，请认真贯彻执行，并按时报送工作进展情况。",
    "一、明确目标任务",
    f"（一）落实管控措施。{RULE}",
    f"（二）严格信息报送。各单位应当在接到报告后2小时内将核实结果报送县指挥部办公室，不得迟报、漏报、瞒报。{RULE}",
    "二、强化监督检查",
    "1.每季度开展1次专项检查。对检查发现的问题要建立台账，15个工作日内整改到位，整改率不低于95%。",
]


def document(data: bytes) -> Document:
    return read(Source("notice.pdf", data))


def texts(data: bytes) -> list[str]:
    return [block.text for block in document(data).blocks]


def made(draw: Callable[[Pages], None]) -> bytes:
    pages = Pages()
    draw(pages)
    return pages.data()


def official() -> bytes:
    """A notice on the grid of GB/T 9704: red head, number, title on two lines, body, signature, date, 版记."""
    pages = Pages()
    pages.centred(110, "青河县人民政府办公室文件", size=36)
    pages.centred(160, "青政办发〔2021〕38号")
    pages.rule(LEFT, 170, WIDTH - LEFT, 170)
    pages.centred(220, "青河县人民政府办公室关于做好冬季清洁", size=22)
    pages.centred(252, "取暖工作的通知", size=22)
    pages.text(LEFT, 300, BODY[0])
    after = typeset(pages, [*BODY[1:], "特此通知。"] * 3, baseline=300 + LEADING)
    pages.text(LEFT + 18 * SIZE, after + LEADING, "青河县人民政府办公室")
    pages.text(LEFT + 19 * SIZE, after + 2 * LEADING, "2021年10月9日")
    pages.rule(LEFT, 710, WIDTH - LEFT, 710)
    pages.text(LEFT + 14, 726, "抄送：县委办公室，县人大常委会办公室，县政协办公室，县人民法院，县人", size=13)
    pages.text(LEFT + 14 + 39, 746, "民检察院。", size=13)
    pages.rule(LEFT, 752, WIDTH - LEFT, 752)
    pages.text(LEFT + 14, 768, "青河县人民政府办公室", size=13)
    pages.text(WIDTH - LEFT - 130, 768, "2021年10月9日印发", size=13)
    return pages.data()


def test_official_notice() -> None:
    assert texts(official()) == [
        "青河县人民政府办公室文件",
        "青政办发〔2021〕38号",
        "青河县人民政府办公室关于做好冬季清洁取暖工作的通知",
        BODY[0],
        *[*BODY[1:], "特此通知。"] * 3,
        "青河县人民政府办公室",
        "2021年10月9日",
        "抄送：县委办公室，县人大常委会办公室，县政协办公室，县人民法院，县人民检察院。",
        "青河县人民政府办公室 2021年10月9日印发",
    ]


def test_places() -> None:
    """A paragraph over a page break has a piece for each line, with the page and the box of that line."""
    found = document(official())
    assert (found.pages, found.media_type, found.flags) == (3, "application/pdf", frozenset())
    over = next(block for block in found.blocks if len({place.page for _, place in block.places}) == 2)
    for (start, place), end in zip(over.places, [*(at for at, _ in over.places[1:]), len(over.text)], strict=True):
        assert place.bbox is not None
        x0, top, x1, bottom = place.bbox
        assert 0 < x0 < x1 < WIDTH and 0 < top < bottom < HEIGHT
        assert x1 - x0 <= (end - start) * SIZE + 1
    title = next(block for block in found.blocks if block.text.startswith("青河县人民政府办公室关于"))
    box = title.places[0][1].bbox
    assert box is not None and box[1] < 220 < box[3]


def digits_higher(pages: Pages) -> None:
    """As word processors export: digits in a Latin font, 1.2 pt higher, drawn after all other text."""
    later = []
    for number, line in enumerate(wrapped(RULE)):
        x, base = LEFT, TOP + number * LEADING
        for character in line:
            if character.isascii():
                later.append((x, base - 1.2, character))
            elif character != "　":
                pages.text(x, base, character)
            x += SIZE * width(character)
    for x, base, character in later:
        pages.text(x, base, character, font=LATIN)


def backwards(pages: Pages) -> None:
    lines = list(enumerate(wrapped(RULE)))
    for number, line in reversed(lines):
        for column, character in reversed(list(enumerate(line))):
            if character != "　":
                pages.text(LEFT + SIZE * width(line[:column]), TOP + number * LEADING, character)


def twice(pages: Pages) -> None:
    for offset in (0.0, 0.4):
        for number, line in enumerate(wrapped(RULE)):
            text = line.lstrip("　")
            pages.text(LEFT + (len(line) - len(text)) * SIZE + offset, TOP + number * LEADING, text)


def watermarked(pages: Pages) -> None:
    pages.text(120, 500, "内部资料 请勿外传", size=48, angle=45)
    typeset(pages, [RULE])


def beside_the_page(pages: Pages) -> None:
    pages.text(WIDTH + 40, TOP, "排版说明")
    typeset(pages, [RULE])


@pytest.mark.parametrize(
    ("reason", "draw"),
    [
        ("digits of another font on a higher baseline, drawn last", digits_higher),
        ("characters one by one, in any order", backwards),
        ("bold imitated by drawing twice", twice),
        ("a watermark across the page", watermarked),
        ("marks of the typesetter outside the page", beside_the_page),
    ],
)
def test_one_paragraph(reason: str, draw: Callable[[Pages], None]) -> None:
    assert texts(made(draw)) == [RULE], reason


def lines(*placed: tuple[float, str], size: float = SIZE, first: float = TOP) -> bytes:
    """Lines below each other, each with the x where it begins, in characters from the left edge, and its text."""

    def draw(pages: Pages) -> None:
        full = wrapped("某" * 56, indent=0)[0]
        for number in range(4):
            pages.text(LEFT, 500 + number * LEADING, full)
        for number, (x, text) in enumerate(placed):
            pages.text(LEFT + x * SIZE, first + number * LEADING, text, size=size)

    return made(draw)


FULL = "为切实做好今年冬季清洁取暖各项工作保障群众温暖过冬现就有关"  # 29 with the indent left out
FULL = FULL[:28]


@pytest.mark.parametrize(
    ("reason", "placed", "expected"),
    [
        ("full, then flush: runs on", [(0, FULL), (0, "事项通知。")], [FULL + "事项通知。"]),
        (
            "full, then set in: a new paragraph",
            [(0, FULL[:27] + "。"), (2, "请遵照执行。")],
            [FULL[:27] + "。", "请遵照执行。"],
        ),
        ("a number set in, after a full line", [(2, FULL[:26]), (2, "二、任务")], [FULL[:26], "二、任务"]),
        ("a number within a sentence", [(0, FULL), (0, "一、二季度的任务。")], [FULL + "一、二季度的任务。"]),
        ("short, then flush: a new paragraph", [(0, "各县区："), (0, "请遵照执行。")], ["各县区：", "请遵照执行。"]),
        (
            "hanging lines of an annex list",
            [(2, "附件：1." + FULL[:22]), (5.5, "工作方案"), (5, "2.名单")],
            ["附件：1." + FULL[:22] + "工作方案", "2.名单"],
        ),
        ("a date on two lines of a narrow signature", [(20, "2021年12月"), (22, "8日")], ["2021年12月8日"]),
        ("a bracket stays with what it opens", [(0, FULL[:26]), (0, "（试行）》。")], [FULL[:26] + "（试行）》。"]),
        ("a sign stays with its number", [(0, FULL[:25]), (0, "≥110%，且达标。")], [FULL[:25] + "≥110%，且达标。"]),
        (
            "rows of a list, each full",
            [(6, "张三" + FULL[:20]), (6, "李四" + FULL[:20])],
            ["张三" + FULL[:20], "李四" + FULL[:20]],
        ),
        (
            "signature and date stand apart",
            [(17, "某县人民政府"), (18, "2021年1月8日")],
            ["某县人民政府", "2021年1月8日"],
        ),
        (
            "a closing mark that does not begin a line leaves the one before short",
            [(0, FULL[:27]), (0, "排，并做好记录。")],
            [FULL[:27] + "排，并做好记录。"],
        ),
        ("two columns of digits do not fuse", [(2, "14"), (2, "核酸 7")], ["14", "核酸7"]),
    ],
)
def test_paragraphs(reason: str, placed: list[tuple[float, str]], expected: list[str]) -> None:
    found = texts(lines(*placed))
    assert found[: len(expected)] == expected, reason


@pytest.mark.parametrize(
    ("reason", "parts", "expected"),
    [
        ("automatic spacing round digits is none", [(0, "第"), (1.2, "14"), (2.4, "天")], "第14天"),
        ("words in Latin script keep their space", [(0, "WHO"), (2.8, "Health")], "WHO Health"),
        ("numbers in two columns stay two", [(0, "14"), (4, "21")], "14 21"),
        (
            "an organ and a date at the two ends",
            [(0, "县办公室"), (14, "2021年1月8日印发")],
            "县办公室 2021年1月8日印发",
        ),
        ("a spread word", [(0, "通"), (3, "知")], "通知"),
        ("a spread red head", [(0, "某"), (2, "县"), (4, "文"), (6, "件")], "某县文件"),
        ("a raised digit stays in its line", [(0, "面积20m"), (4, "以上")], "面积20m²以上"),
    ],
)
def test_spaces(reason: str, parts: list[tuple[float, str]], expected: str) -> None:
    def draw(pages: Pages) -> None:
        for x, text in parts:
            pages.text(LEFT + x * SIZE, TOP, text)
        if "²" in expected:
            pages.text(LEFT + width("面积20m") * SIZE, TOP - 6.3, "2", size=9.3)

    assert texts(made(draw)) == [expected], reason


def test_footnotes_stand_after_the_paragraph_that_they_interrupt() -> None:
    def draw(pages: Pages) -> None:
        for number, line in enumerate(wrapped(RULE * 2, indent=0)[:3]):
            pages.text(LEFT, 640 + number * LEADING, line)
        pages.text(LEFT, 740, "1", size=6)
        pages.text(LEFT + 6, 744, "境外指中国大陆以外的国家和地区，含港澳台地区。", size=10.5)
        page_number(pages, 1)
        pages.turn()
        for number, line in enumerate(wrapped(RULE * 2, indent=0)[3:]):
            pages.text(LEFT, TOP + number * LEADING, line)
        typeset(pages, BODY[1:], baseline=300)

    assert texts(made(draw))[:2] == [RULE * 2, "¹境外指中国大陆以外的国家和地区，含港澳台地区。"]


def test_shading_behind_the_text_is_no_table() -> None:
    """Word processors lay filled areas without outlines behind paragraphs."""

    def draw(pages: Pages) -> None:
        pages.canvas.setFillGray(0.99)
        for number in range(3):
            pages.canvas.rect(LEFT, HEIGHT - TOP - 8 - number * LEADING, 450, LEADING, stroke=0, fill=1)
        pages.canvas.setFillGray(0)
        typeset(pages, [RULE])

    assert [(block.kind, block.text) for block in document(made(draw)).blocks] == [("paragraph", RULE)]


def test_a_landscape_page_has_its_own_edges() -> None:
    def draw(pages: Pages) -> None:
        typeset(pages, BODY, numbered=False)
        pages.turn()
        pages.canvas.setPageSize((HEIGHT, HEIGHT))
        for number, line in enumerate(wrapped(RULE, per_line=40)):
            bare = line.lstrip("　")
            pages.text(LEFT + (len(line) - len(bare)) * SIZE, TOP + number * LEADING, bare)

    assert texts(made(draw)) == [*BODY, RULE]


def test_joint_heads_and_titles() -> None:
    def draw(pages: Pages) -> None:
        pages.centred(100, "甲县教育局", size=30)
        pages.centred(140, "甲县财政局", size=30)
        pages.centred(220, "关于下达2021年补助资金的", size=22)
        pages.centred(252, "通　　知", size=22)
        typeset(pages, BODY, baseline=320)

    assert texts(made(draw))[:3] == [
        "甲县教育局",
        "甲县财政局",
        "关于下达2021年补助资金的通知",
    ]


GAZETTE = (BODY[1] + RULE) * 8


def columns(pages: Pages) -> None:
    """A gazette: a title over the width, then two columns of 20 characters."""
    pages.centred(80, "青河县人民政府公报", size=22)
    for column, x in enumerate((60, 320)):
        for number, line in enumerate(wrapped(GAZETTE, per_line=20)[column * 24 : column * 24 + 24]):
            bare = line.lstrip("　")
            pages.text(x + (len(line) - len(bare)) * 11, 120 + number * 20, bare, size=11)


def test_two_columns() -> None:
    whole = "".join(wrapped(GAZETTE, per_line=20)[:48]).lstrip("　")
    assert texts(made(columns)) == ["青河县人民政府公报", whole]


def test_a_list_in_columns_is_no_text_in_columns() -> None:
    """The rows of a table without rules stay together: a name and its number."""

    def draw(pages: Pages) -> None:
        for number in range(20):
            pages.text(100, 100 + number * 24, f"第{number + 1}卫生院发热门诊", size=12)
            pages.text(340, 100 + number * 24, f"55501{number:02}", size=12)

    assert texts(made(draw))[4] == "第5卫生院发热门诊 5550104"


@pytest.mark.parametrize("kind", ["header", "footer", "plain", "of", "alternate"])
def test_margins_are_left_out(kind: str) -> None:
    def draw(pages: Pages) -> None:
        for number in range(1, 5):
            if kind == "header" or (kind == "alternate" and number % 2):
                pages.text(LEFT, 60, "青河县人民政府公报", size=10)
            if kind == "alternate" and number % 2 == 0:
                pages.text(LEFT, 60, "2021年第3期", size=10)
            if kind == "footer":
                pages.text(LEFT, 800, f"青河县政务服务中心编印 {number + 6}", size=10)
            if kind == "plain":
                page_number(pages, number)
            if kind == "of":
                pages.text(LEFT, 800, f"第{number}页 共4页", size=10)
            for line, text in enumerate(wrapped(RULE)):
                bare = text.lstrip("　")
                pages.text(LEFT + (len(text) - len(bare)) * SIZE, TOP + line * LEADING, bare)
            pages.turn()

    assert texts(made(draw)) == [RULE] * 4


def test_what_stands_on_top_of_pages_and_is_no_header() -> None:
    """附件1, 附件2 at one height on pages that follow each other, and large titles that are alike."""

    def draw(pages: Pages) -> None:
        for number in range(1, 4):
            pages.text(LEFT, 90, f"附件{number}")
            pages.centred(105, "登 记 表", size=22)
            for line, text in enumerate(wrapped(RULE * 2)):
                bare = text.lstrip("　")
                pages.text(LEFT + (len(text) - len(bare)) * SIZE, TOP + 40 + line * LEADING, bare)
            pages.turn()

    assert texts(made(draw)) == [part for number in (1, 2, 3) for part in (f"附件{number}", "登记表", RULE * 2)]


def table(data: bytes) -> Block:
    found = [block for block in document(data).blocks if block.kind == "table"]
    assert len(found) == 1
    return found[0]


def grid(block: Block) -> list[list[str]]:
    return [[cell.text for cell in row] for row in block.rows]


def test_table_with_merged_cells() -> None:
    def draw(pages: Pages) -> None:
        typeset(pages, ["分类管控措施如下。"])
        pages.table(
            LEFT,
            200,
            [90, 200, 100],
            [
                ["地区", "措施", "期限"],
                ["高风险", "集中隔离医学观察", "14天"],
                [None, "居家健康监测", "7天"],
                ["其他", "不限", ""],
            ],
        )
        pages.text(LEFT + 2 * SIZE, 340, "本表自印发之日起施行。")

    found = document(made(draw))
    assert [block.kind for block in found.blocks] == ["paragraph", "table", "paragraph"]
    block = found.blocks[1]
    assert grid(block) == [
        ["地区", "措施", "期限"],
        ["高风险", "集中隔离医学观察", "14天"],
        ["高风险", "居家健康监测", "7天"],
        ["其他", "不限", ""],
    ]
    assert block.text.split("\n")[2] == "\t居家健康监测\t7天"
    assert [cell.header for cell in block.rows[0]] == [True, True, True]
    place = block.place_at(block.text.index("居家"))
    assert place.page == 1 and place.bbox == (169.0, 248.0, 369.0, 272.0)


def test_lines_of_a_cell() -> None:
    """A line that filled the cell runs on; a short one ends a paragraph."""

    def draw(pages: Pages) -> None:
        pages.table(
            LEFT, 100, [80, 108], [["条件", "1.连续三次检测均\n为阴性。\n2.间隔24小时。"], ["备注", "无"]], height=60
        )

    assert grid(table(made(draw)))[0][1] == "1.连续三次检测均为阴性。\n2.间隔24小时。"


def test_table_over_a_page_break() -> None:
    """The head stands once, the row that the break cut is whole, and the next table is another one."""
    widths = [60.0, 180.0, 120.0]

    def draw(pages: Pages) -> None:
        pages.table(LEFT, 700, widths, [["序号", "措施", "期限"], ["1", "集中隔离医学观察，并", "14天"]])
        page_number(pages, 1)
        pages.turn()
        pages.table(LEFT, 80, widths, [["序号", "措施", "期限"], ["", "按要求检测", ""], ["2", "健康监测", "7天"]])
        pages.text(LEFT, 300, "说明：以上措施由属地落实。")
        pages.turn()
        pages.table(LEFT, 80, widths, [["甲", "乙", "丙"], ["丁", "戊", "己"]])

    tables = [grid(block) for block in document(made(draw)).blocks if block.kind == "table"]
    assert tables == [
        [["序号", "措施", "期限"], ["1", "集中隔离医学观察，并按要求检测", "14天"], ["2", "健康监测", "7天"]],
        [["甲", "乙", "丙"], ["丁", "戊", "己"]],
    ]


def test_a_row_whose_rest_stands_in_one_cell() -> None:
    """The first column is empty on the second page: it is still the same table, and the cut row is whole."""
    widths = [40.0, 100.0, 180.0, 120.0]

    def draw(pages: Pages) -> None:
        pages.table(
            LEFT,
            700,
            widths,
            [["1", "婚姻证明", "（一）登记条例。", "取消"], ["2", "收入证明", "（一）办法。", "保留"]],
        )
        pages.turn()
        pages.table(LEFT, 80, widths, [["", "", "（二）管理规定。", ""]])
        pages.text(LEFT, 300, "说明：以上措施由属地落实。")

    assert grid(table(made(draw)))[1] == ["2", "收入证明", "（一）办法。\n（二）管理规定。", "保留"]


@pytest.mark.parametrize(
    ("reason", "draw"),
    [
        ("a frame round a text", lambda pages: pages.table(LEFT, 100, [300], [[RULE[:20]]])),
        (
            "rules above and below a line",
            lambda pages: (
                pages.rule(79, 100, 500, 100),
                pages.rule(79, 140, 500, 140),
                pages.text(90, 125, RULE[:20]),
            ),
        ),
        (
            "a grid beside the text",
            lambda pages: (pages.table(LEFT, 400, [50, 50], [["", ""], ["", ""]]), pages.text(90, 125, RULE[:20])),
        ),
    ],
)
def test_what_is_no_table(reason: str, draw: Callable[[Pages], None]) -> None:
    assert [(block.kind, block.text) for block in document(made(draw)).blocks] == [("paragraph", RULE[:20])], reason


@pytest.mark.parametrize(
    ("reason", "text", "expected"),
    [
        ("radicals that Unicode maps", "⼀、⽇⽉⼯⼈", "一、日月工人"),
        ("radicals that it does not map", "⻓治市⻛险⺠⻚", "长治市风险民页"),
        ("nothing else is folded", "①℃㎡（㈠）Ⅱ", "①℃㎡（㈠）Ⅱ"),
        ("a soft hyphen within a number is a hyphen", "2014\u00ad2020年", "2014-2020年"),
        ("elsewhere it is nothing", "通\u00ad知", "通知"),
        ("zero-width characters", "14\u200b天\ufeff", "14天"),
    ],
)
def test_clean(reason: str, text: str, expected: str) -> None:
    assert clean(text) == expected, reason


def scan(pages: Pages) -> None:
    pages.picture(0, 0, WIDTH, HEIGHT)


def scans_only(pages: Pages) -> None:
    for number in (1, 2):
        scan(pages)
        page_number(pages, number)
        pages.turn()


def outlines(pages: Pages) -> None:
    """Text drawn as curves."""
    for number in range(100):
        path = pages.canvas.beginPath()
        path.moveTo(100, 100 + number * 5)
        path.curveTo(110, 100 + number * 5, 120, 110 + number * 5, 130, 100 + number * 5)
        pages.canvas.drawPath(path)


@pytest.mark.parametrize(
    ("reason", "data", "found"),
    [
        ("scans with typed page numbers", made(scans_only), r"PDF没有文字层.*第1—2页，共2页"),
        ("characters as outlines", made(outlines), r"PDF没有文字层.*第1页，共1页"),
        ("blank pages", made(lambda pages: pages.turn()), r"PDF里没有文字（共1页）"),
        ("locked with a password", Pages(user="secret", owner="owner").data(), r"PDF有打开密码"),
        ("cut off within the first page", simple(*BODY)[:300], r"PDF(?:已损坏|里没有页面)"),
        ("nothing but the mark", b"%PDF-1.7\n", r"PDF(?:已损坏|里没有页面)"),
        ("a picture that calls itself PDF", b"%PDF-\x89PNG\r\n\x1a\n" + bytes(200), r"PDF(?:已损坏|里没有页面)"),
    ],
)
def test_what_cannot_be_read(reason: str, data: bytes, found: str) -> None:
    with pytest.raises(IngestError) as caught:
        document(data)
    assert re.match(found, caught.value.found), reason
    assert caught.value.advice


def test_some_pages_are_scans() -> None:
    def draw(pages: Pages) -> None:
        typeset(pages, [RULE], numbered=False)
        for _ in range(2):
            pages.turn()
            scan(pages)
        pages.turn()
        pages.turn()

    found = document(made(draw))
    assert [block.text for block in found.blocks] == [RULE]
    assert (found.flags, found.meta) == (frozenset({"truncated"}), {"scanned_pages": "2—3"})


def test_text_that_is_turned_sideways_is_told() -> None:
    def draw(pages: Pages) -> None:
        typeset(pages, [RULE], numbered=False)
        pages.turn()
        for number, line in enumerate(wrapped(RULE, indent=0)):
            pages.text(200 + number * LEADING, 700, line, angle=90)

    found = document(made(draw))
    assert [block.text for block in found.blocks] == [RULE]
    assert (found.flags, found.meta) == (frozenset({"truncated"}), {"incomplete_pages": "2"})


@pytest.mark.parametrize(
    ("reason", "found", "lost"),
    [
        ("all was found", [47], []),
        ("more was found, a watermark drawn twice", [80], []),
        ("a sentence was not", [20], [1]),
        ("a few characters may be of another opinion", [44], []),
        ("pages that were not read are told otherwise", [], []),
    ],
)
def test_second_opinion(reason: str, found: list[int], lost: list[int]) -> None:
    data = made(lambda pages: typeset(pages, [RULE], numbered=False))
    assert losses(data, found) == lost, reason
    assert losses(b"%PDF-1.7 broken", found) == []


def test_a_file_that_lost_its_end_is_flagged() -> None:
    data = simple(*BODY * 8)
    assert "truncated" in document(data[: data.rindex(b"startxref")]).flags
    assert "truncated" not in document(data).flags


def test_owner_password_only_locks_changes() -> None:
    pages = Pages(owner="owner")
    pages.text(LEFT, TOP, "WHO/2021/38", font=LATIN)
    assert texts(pages.data()) == ["WHO/2021/38"]


def test_same_bytes_same_document() -> None:
    assert document(official()) == document(official())


CHARACTER = st.sampled_from("为做好有关工作现将事项通知如下各单位要认真落实责任及时报告情况入境人员健康监测")
SENTENCE = st.builds(
    lambda text, mark: text + mark, st.text(CHARACTER, min_size=1, max_size=90), st.sampled_from("。；：")
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(SENTENCE, min_size=3, max_size=30))
@example(["下。"] * 23)
@example(["下。"] * 29)
def test_paragraphs_come_back_as_they_were_set(paragraphs: list[str]) -> None:
    """Wherever an eighth of the lines are full: with fewer, nothing on a page shows where its right edge is."""
    filled = ["各" * 240 + "。", *paragraphs]
    assert texts(simple(*filled)) == filled


SAMPLE = official()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.binary(max_size=400), st.binary(max_size=40).map(lambda tail: SAMPLE[5:900] + tail)))
def test_any_bytes_are_read_or_refused(tail: bytes) -> None:
    read_or_refused(b"%PDF-" + tail)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_damaged_files_are_read_or_refused(data: st.DataObject) -> None:
    damaged = bytearray(SAMPLE)
    for _ in range(data.draw(st.integers(1, 12))):
        at = data.draw(st.integers(5, len(damaged) - 1))
        if data.draw(st.booleans()):
            damaged[at] = data.draw(st.integers(0, 255))
        else:
            del damaged[at : at + data.draw(st.integers(1, 200))]
    read_or_refused(bytes(damaged))


def read_or_refused(data: bytes) -> None:
    try:
        found = document(data)
    except IngestError as error:
        assert error.found and error.advice
    else:
        assert found.blocks


def test_file_like_names_do_not_matter() -> None:
    assert read(Source("x.doc", io.BytesIO(SAMPLE).getvalue())).blocks
