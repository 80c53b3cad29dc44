"""Head and tail fields: titles, numbers, dates, issuers, addressees, periods; what is not stated stays open."""

from __future__ import annotations

import pytest

from ingest import dates
from ingest.fields import issuers, periods, recipients, titles
from ingest.fields.doc_numbers import canonical_number
from ingest.notice import Notice
from ingest.reading import read_text

BODY = "为做好防汛工作，现就有关事项通知如下。\n一、值守\n遇有险情1小时内报告。\n"
TAIL = "甲市水务局\n2021年5月20日\n"


def read(text: str) -> Notice:
    return read_text(text)[0]


@pytest.mark.parametrize(
    ("head", "title", "reason"),
    [
        ("甲市水务局关于做好防汛工作的通知\n", "甲市水务局关于做好防汛工作的通知", "one line"),
        ("甲市水务局\n关于做好防汛工作的通知\n", "甲市水务局关于做好防汛工作的通知", "the issuer on the line above"),
        ("甲市水务局\n\n关于做好防汛工作的通知\n", "关于做好防汛工作的通知", "a blank line between: letterhead"),
        (
            "甲市水务局文件\n甲水发〔2021〕12号\n关于做好防汛工作的通知\n",
            "关于做好防汛工作的通知",
            "red head and number above",
        ),
        (
            "甲市水务局关于完善防汛值守制度\n加强队伍建设的通知\n",
            "甲市水务局关于完善防汛值守制度加强队伍建设的通知",
            "the first line ends like a kind",
        ),
        (
            "甲市水务局办公室关于做好险情信息报告\n工作的通知\n",
            "甲市水务局办公室关于做好险情信息报告工作的通知",
            "a line that ends like a title (报告) goes on below",
        ),
        (
            "防汛通知 - 甲市\n甲市水务局关于做好防汛工作的通知\n",
            "甲市水务局关于做好防汛工作的通知",
            "the page's title above",
        ),
        (
            "甲市水务局关于做好防汛工作的通知（甲水发〔2021〕12号）\n",
            "甲市水务局关于做好防汛工作的通知",
            "the number in brackets",
        ),
        (
            "甲市水务局关于做好防汛工作的通知 甲水发〔2021〕12号\n",
            "甲市水务局关于做好防汛工作的通知",
            "the number behind a blank",
        ),
        (
            "甲市水务局关于发布防汛须知的公告（2021年第3号）\n",
            "甲市水务局关于发布防汛须知的公告",
            "the number within the year, in brackets",
        ),
        (
            "2021年5月20日 关于完善防汛值守补贴政策的通知\n",
            "关于完善防汛值守补贴政策的通知",
            "a dump sets the day in front",
        ),
        ("《甲市防汛值守补贴办法》2021-05-20\n按照分级负担的原则，", "甲市防汛值守补贴办法", "the day behind"),
        ("甲市防汛抗旱指挥部通告\n", "甲市防汛抗旱指挥部通告", "organ and kind"),
        (
            "防汛抢险管理办法\n甲市水务局令\n第3号\n",
            "防汛抢险管理办法",
            "the order below the page's title is none of it",
        ),
        (
            "甲市水务局关于做好防汛工作的通知甲水发〔2021〕12号\n",
            "甲市水务局关于做好防汛工作的通知",
            "the number run on behind the kind",
        ),
        (
            "甲省发布第14号通告：关于进一步加强入境人员管理的通告\n",
            "关于进一步加强入境人员管理的通告",
            "a site's headline in front of a colon",
        ),
        ("温馨提示：关于加强防汛值守的公告\n", "关于加强防汛值守的公告", "a catchword in front of a colon"),
        ("【征求意见】关于公开征求防汛办法意见的公告\n", "关于公开征求防汛办法意见的公告", "the column of a site"),
        (
            "甲市防汛抗旱指挥部印发《防汛预案》的通知（甲汛发〔2021〕3号）\n甲市防汛指挥部印发《防汛预案》的通知\n",
            "甲市防汛指挥部印发《防汛预案》的通知",
            "the page's title is whole, its number in brackets behind it",
        ),
        ("重磅！甲市印发最新通知：甲市水务局关于做好防汛工作的通知\n", "甲市水务局关于做好防汛工作的通知", "another"),
        ("山西甲市：关于加强返乡人员管理的通告\n", "关于加强返乡人员管理的通告", "a place before a colon"),
        (
            "甲市防汛工作什么时候开始\n甲市水务局关于做好防汛工作的通知\n",
            "甲市水务局关于做好防汛工作的通知",
            "a question above",
        ),
        ("甲市防汛工作方案：关于值守的安排\n", "甲市防汛工作方案：关于值守的安排", "a colon of the title's own"),
        ("甲市发布第5号通告\n关于加强防汛值守的通告\n", "关于加强防汛值守的通告", "the headline on a line of its own"),
        ("关于加强犬只管理的通告（精选3篇）\n", "关于加强犬只管理的通告", "how many texts a reprint site has"),
        ("关于延长假期的公告范文（通用5篇）\n", "关于延长假期的公告", "a model text"),
        ("关于评选优秀论文（50篇）的通知\n", "关于评选优秀论文（50篇）的通知", "texts within the subject"),
        ("关于加强值守的通告_甲市人民政府网站\n", "关于加强值守的通告", "the name of the page's site"),
        ("关于加强值守的通告-甲区人民政府\n", "关于加强值守的通告", "the site's name behind a hyphen without blanks"),
        ("关于加强甲乙-丙丁线值守的通告\n", "关于加强甲乙-丙丁线值守的通告", "a hyphen within the subject"),
        (
            "2021-05-20 甲水发〔2021〕12号 《甲市防汛工作方案》\n",
            "甲市防汛工作方案",
            "day, number and title in one line of a list",
        ),
        (
            "上海海关公告2021年第3号（关于启用新版单证的公告）\n",
            "关于启用新版单证的公告",
            "the title in brackets behind its number",
        ),
        (
            "甲市养老服务发展规划\n（2021—2025年）\n",
            "甲市养老服务发展规划（2021—2025年）",
            "the years on a line of their own belong to the title",
        ),
        ("甲市水库管理办法\n（试行）\n", "甲市水库管理办法（试行）", "so does 试行"),
        ("甲市水库管理办法\n（2021年5月20日）\n", "甲市水库管理办法", "a day in brackets does not"),
        (
            "甲市水务局\n\n关于印发《甲市防汛值守\n\n工作办法》的通知\n\n",
            "甲市水务局关于印发《甲市防汛值守工作办法》的通知",
            "blank lines within the title as well: they part nothing",
        ),
        ("关于加强值守的通告 - 通知公告 - 甲市人民政府\n", "关于加强值守的通告", "the path of the page"),
        ("甲市指挥部通告（第11号） 2020-02-10 来源：甲发布\n", "甲市指挥部通告（第11号）", "the page's day and source"),
        ("甲县人民政府\n2023年森林禁火令\n", "甲县人民政府2023年森林禁火令", "an order without 关于 is its organ's"),
        (
            "甲市水务局\n\n甲市财政局\n\n关于做好防汛值守\n\n工作的通知\n",
            "甲市水务局 甲市财政局关于做好防汛值守工作的通知",
            "blank lines between all lines of a title",
        ),
        ("甲市防汛指挥部\n\n第12号公告\n", "甲市防汛指挥部第12号公告", "a bare kind is no title without its organ"),
        ("甲县人民政府\n\n2023年森林禁火令\n", "2023年森林禁火令", "a blank line between: letterhead"),
        ("甲市防汛抗旱指挥部\n第12号公告\n", "甲市防汛抗旱指挥部第12号公告", "a numbered kind on a line of its own"),
        ("关于加强小区值守工作的通告。\n", "关于加强小区值守工作的通告", "a full stop behind the title"),
        ("甲自治县人民政府\n关于做好秸秆禁烧工作的通告\n", "甲自治县人民政府关于做好秸秆禁烧工作的通告", "two lines"),
        (
            "中共甲省委  甲省人民政府\n应对新冠肺炎疫情\n工作领导小组指挥部\n关于做好返岗管理的通知\n",
            "中共甲省委 甲省人民政府应对新冠肺炎疫情工作领导小组指挥部关于做好返岗管理的通知",
            "the issuer over three lines",
        ),
    ],
)
def test_titles(head: str, title: str, reason: str) -> None:
    assert read(head + "各区水务局：\n" + BODY + TAIL).title == title, reason


@pytest.mark.parametrize(
    ("first", "title", "reason"),
    [
        ("The Beginning", None, "words of a mirror site"),
        ("2022年公租房什么时候开始申请", None, "a question"),
        ("春节返乡须知哪些政策", None, "a question that holds a kind"),
        ("甲市地铁停运", None, "a headline that names no kind of document"),
        ("甲市招商引资优惠三十条", "甲市招商引资优惠三十条", "so many articles"),
        ("致全市人民的一封信", "致全市人民的一封信", "a letter"),
        ("中华人民共和国疫苗管理法（修订）", "中华人民共和国疫苗管理法（修订）", "a law"),
        ("甲校2021年招生简章", "甲校2021年招生简章", "a kind of its own"),
        ("甲市2023年度重点任务", "甲市2023年度重点任务", "tasks"),
        ("关于做好防汛值守", "关于做好防汛值守", "关于 alone"),
    ],
)
def test_a_line_without_a_word_of_a_title_is_none(first: str, title: str | None, reason: str) -> None:
    assert read(f"{first}\n{BODY}").title == title, reason


@pytest.mark.parametrize(
    ("lines", "expected", "reason"),
    [
        (
            "各县人民政府，市政府各部门：\n《甲市防汛方案》\n已经市政府同意，\n现印发给",
            ("各县人民政府", "市政府各部门"),
            "below a number",
        ),
        ("防汛工作的主要任务如下：\n一是落实值守，\n二是组织演练，\n三是备足", (), "what opens a list"),
        (
            "各县防汛指挥部，市防汛指挥部各成员\n单位：\n经市政府同意，现将方案印发给",
            ("各县防汛指挥部", "市防汛指挥部各成员单位"),
            "wrapped within a name",
        ),
        (
            "各县防汛指挥部\n市防汛指挥部各成员单位：\n经市政府同意，现将方案印发给",
            ("各县防汛指挥部", "市防汛指挥部各成员单位"),
            "each in a line of its own",
        ),
    ],
)
def test_addressees_below_a_number_in_wrapped_lines(lines: str, expected: tuple[str, ...], reason: str) -> None:
    head = "甲市人民政府办公室关于印发甲市防汛方案的通知（2021年3月25日）\n甲政办发〔2021〕13 号\n"
    tail = "\n你们，请认真贯彻执行。各县要把防汛工作\n摆在突出位置，落实值守，遇有险情\n1小时内报告。\n" + TAIL
    assert read(head + lines + tail).recipients == expected, reason


def test_a_title_ends_before_the_first_chapter() -> None:
    notice = read("甲市生活垃圾管理办法（试行）第一章总则\n第一条 为了加强管理，制定本办法。\n第二条 单位应当申报。\n")
    assert (notice.title, notice.doc_type) == ("甲市生活垃圾管理办法（试行）", "办法")


@pytest.mark.parametrize(
    ("line", "number", "day", "reason"),
    [
        ("（1993年11月2日 国税发〔1993〕101号）", "国税发〔1993〕101号", "1993-11-02", "the day before the number"),
        ("（甲水发〔2021〕12号 2021年5月20日）", "甲水发〔2021〕12号", "2021-05-20", "the day behind it"),
        ("甲水发〔2021〕12号    2021-05-20", "甲水发〔2021〕12号", "2021-05-20", "the day in figures"),
        ("2021/5/20 甲水发〔2021〕12号", "甲水发〔2021〕12号", "2021-05-20", "and before the number"),
        ("一九九三年十一月二日国税发〔1993〕101号", "国税发〔1993〕101号", "1993-11-02", "without brackets, in words"),
        ("甲水发20211号", None, None, "a number that lost its brackets: which year and number is not sure"),
    ],
)
def test_a_line_of_number_and_day(line: str, number: str | None, day: str | None, reason: str) -> None:
    notice = read(f"关于做好防汛工作的通知\n{line}\n各区水务局：\n{BODY}")
    assert (notice.title, notice.doc_number, notice.signed_on) == ("关于做好防汛工作的通知", number, day), reason
    assert notice.recipients == ("各区水务局",)


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("索引号 11330282/2021-12 文号：甲水发〔2021〕4号", "甲水发〔2021〕4号"),
        ("索引号：113302/2021-00012 主题分类：农业 文号：甲水发〔2021〕4号", "甲水发〔2021〕4号"),
        ("索引号 11330282", None),
    ],
)
def test_a_number_in_a_line_of_labels(line: str, number: str | None) -> None:
    notice = read(f"{line}\n甲市水务局关于做好防汛工作的通知\n各区水务局：\n{BODY}")
    assert (notice.title, notice.doc_number) == ("甲市水务局关于做好防汛工作的通知", number)


def test_the_number_within_the_year() -> None:
    notice = read("甲市水务局关于发布防汛须知的公告（2021年第3号）\n" + BODY + TAIL)
    assert notice.doc_number == "2021年第3号"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("甲市水务局关于做好防汛工作的紧急通知", "通知"),
        ("甲市防汛管理办法（试行）", "办法"),
        ("甲市防汛三年行动计划（2021—2023年）", "计划"),
        ("甲市人民政府令第9号", "令"),
        ("甲市人民政府令第一四三号", "令"),
        ("关于加强犬只管理的通告（精选3篇）", "通告"),
        ("防汛工作十问", None),
    ],
)
def test_kinds_of_document(title: str, kind: str | None) -> None:
    assert titles.doc_type(title) == kind


@pytest.mark.parametrize(
    ("raw", "normal", "reason"),
    [
        ("甲水发[2021]12 号", "甲水发〔2021〕12号", "square brackets and a blank"),
        ("甲水发（2021）12号", "甲水发〔2021〕12号", "round brackets"),
        ("甲水发﹝2021﹞第12号", "甲水发〔2021〕第12号", "small brackets; 第 is part of the number"),
        ("发文字号：甲水发〔2021〕12号", "甲水发〔2021〕12号", "a label in front"),
        ("甲水发\u200b〔2021〕12号", "甲水发〔2021〕12号", "a character without a picture"),
        ("的通知甲水发〔2021〕12号", "甲水发〔2021〕12号", "the end of the title has run into the number"),
        ("发文字号：第 2 号", "第2号", "an announcement's own number is kept as written"),
    ],
)
def test_numbers(raw: str, normal: str, reason: str) -> None:
    assert canonical_number(raw) == normal, reason


@pytest.mark.parametrize(
    ("first", "title", "reason"),
    [
        (
            "针对各风险地区的出入防疫政策:",
            "针对各风险地区的出入防疫政策",
            "a lead-in over a text without a head is its title",
        ),
        ("各单位要落实以下防汛措施：", None, "an order that opens a list"),
        ("现将有关防汛政策通知如下：", None, "a sentence that opens a list"),
    ],
)
def test_a_lead_in_can_be_the_title(first: str, title: str | None, reason: str) -> None:
    assert read(f"{first}\n（1）遇有险情1小时内报告。\n（2）实行24小时值班。\n").title == title, reason


@pytest.mark.parametrize(
    ("head", "number", "reason"),
    [
        (
            "关于做好防汛工作的通知（甲水发[2021] 8号）\n关于做好防汛\n工作的通知\n",
            "甲水发〔2021〕8号",
            "the page's title has it",
        ),
        (
            "上海海关公告2021年第3号（关于启用新版单证的公告）\n公告〔2021〕3号\n",
            "上海海关公告2021年第3号",
            "whole before the title",
        ),
        ("2021-05-20 甲水发〔2021〕12号 《甲市防汛工作方案》\n", "甲水发〔2021〕12号", "behind the day"),
        (
            "发布机构：水务局；文号：甲水发〔2021〕9号；生成日期：2021年5月31日。\n关于防汛的通知\n",
            "甲水发〔2021〕9号",
            "labels with ；",
        ),
        ("关于做好防汛工作的通知（第9号预案）\n", None, "no number of a document"),
        ("关于做好防汛工作的通知\n甲水发〔２０２１〕１２号\n", "甲水发〔2021〕12号", "figures in full width"),
        ("关于做好防汛工作的通知\n(1997)甲水管字第25号\n", "〔1997〕甲水管字第25号", "the year in front of the sign"),
        (
            "等级：特急·明电    甲防办电〔2021〕33号\n关于防汛的通知\n",
            "甲防办电〔2021〕33号",
            "behind a mark of urgency",
        ),
        (
            "甲市水务局 甲市财政局公告\n2021年第3号\n关于水价的公告\n",
            "甲市水务局甲市财政局公告2021年第3号",
            "two lines",
        ),
        ("甲水发〔2021〕12号　　　　签发人：李某\n关于防汛的请示\n", "甲水发〔2021〕12号", "who signs beside it"),
        (
            "关于水价的公告\n甲市水务局　甲市财政局公告2021年第3号\n",
            "甲市水务局甲市财政局公告2021年第3号",
            "two organs, a blank in full width between",
        ),
        ("甲市防汛指挥部\n第 3 号令\n", "甲市防汛指挥部令第3号", "the number in front of the kind"),
        ("甲市防汛指挥部会议纪要\n〔2021〕第5号\n", "甲市防汛指挥部会议纪要〔2021〕第5号", "minutes have no sign"),
        ("甲市防汛指挥部公告\n第5号\n", "第5号", "an announcement's own number stays as it is"),
    ],
)
def test_the_number_of_a_head(head: str, number: str | None, reason: str) -> None:
    assert read(f"{head}各区水务局：\n{BODY}").doc_number == number, reason


def test_a_number_in_the_body_is_not_the_notices() -> None:
    text = (
        "关于做好防汛工作的通知\n各区水务局：\n根据《关于加强值守的通知》（甲水发〔2020〕1号）要求，现通知如下。\n"
        + TAIL
    )
    assert read(text).doc_number is None


@pytest.mark.parametrize(
    ("text", "day", "reason"),
    [
        ("2021年5月20日", "2021-05-20", "figures"),
        ("二〇二一年五月二十日", "2021-05-20", "Chinese numerals"),
        ("二○二一年十二月三十一日", "2021-12-31", "another sign for zero"),
        ("2021-5-2", "2021-05-02", "as sites write it"),
        ("２０２１年５月２０日", "2021-05-20", "figures in full width"),
        ("二О二一年五月二十日", "2021-05-20", "a Cyrillic letter for zero"),
        ("二0二一年五月廿日", "2021-05-20", "a figure for zero"),
        ("年5月20日", "--05-20", "the year is lost and stays open"),
        ("2021年3月5号", "2021-03-05", "号 for 日"),
        ("2021年3月5号文件", None, "a number, not a day"),
        ("2021年13月1日", None, "no such month"),
        ("2021年2月30日", None, "no such day"),
        ("5天内", None, "a length of time"),
    ],
)
def test_days(text: str, day: str | None, reason: str) -> None:
    assert dates.day_in(text) == day, reason


def test_the_hour_of_a_meeting_is_no_day_of_signing() -> None:
    text = "关于召开会议的通知\n各区：\n现通知如下。\n一、时间\n2021年5月20日9时\n二、地点\n甲厅。\n"
    assert read(text).signed_on is None


def test_the_day_of_signing_is_not_the_last_date() -> None:
    text = (
        "关于做好防汛工作的通知\n各区：\n"
        + BODY
        + "本通知有效期至2022年5月1日。\n"
        + TAIL
        + "附件\n值班表\n2021年6月1日启用"
    )
    notice = read(text)
    assert (notice.signed_on, notice.effective_to) == ("2021-05-20", "2022-05-01")


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        (
            "各区人民政府，市政府各委、办、局，各有关单位：",
            ("各区人民政府", "市政府各委、办、局", "各有关单位"),
            "委、办、局 is one",
        ),
        (
            "各省、自治区、直辖市人民政府，国务院各部委、各直属机构：",
            ("各省、自治区、直辖市人民政府", "国务院各部委、各直属机构"),
            "the second is of the same owner",
        ),
        ("市局各科室、县政府各部门：", ("市局各科室", "县政府各部门"), "an owner each"),
        ("各区财政局、审计局，相关银行：", ("各区财政局、审计局", "相关银行"), "各区 governs both"),
        ("农发行丽水市分行、各农村商业银行：", ("农发行丽水市分行", "各农村商业银行"), "a place within the name"),
        (
            "各商业银行浙江省分行、杭州分行：",
            ("各商业银行浙江省分行、杭州分行",),
            "a branch without its bank is no whole",
        ),
        ("市委宣传部、市医保局：", ("市委宣传部", "市医保局"), "organs of the place"),
        ("甲新区、乙经济区管委会，各单位：", ("甲新区、乙经济区管委会", "各单位"), "one 管委会 governs both"),
        ("局机关各科室、直属各单位：", ("局机关各科室", "直属各单位"), "two wholes"),
        ("各县（市、区）水利局：", ("各县（市、区）水利局",), "marks in brackets part nothing"),
        (
            "各县司法局、高新区党群部、甲投资区办公室：",
            ("各县司法局", "高新区党群部", "甲投资区办公室"),
            "offices of zones are wholes",
        ),
        (
            "在沪各外资银行，外国银行分行。:",
            ("在沪各外资银行", "外国银行分行"),
            "a full stop slipped in before the colon",
        ),
        (
            "各县（区）人民政府、甲高新区管委会，市政府各部门：",
            ("各县（区）人民政府", "甲高新区管委会", "市政府各部门"),
            "a zone's committee stands for itself",
        ),
        (
            "住房城乡建设部、生态环境部，各省发展改革委：",
            ("住房城乡建设部", "生态环境部", "各省发展改革委"),
            "organs by their names are one each",
        ),
        (
            "北京住房公积金管理中心、各缴存单位：",
            ("北京住房公积金管理中心", "各缴存单位"),
            "a short place in front of an organ",
        ),
        ("• 各区水务局，局属各单位：", ("各区水务局", "局属各单位"), "behind the sign of a page's list"),
        ("李某代表：", ("李某代表",), "a deputy whose proposal is answered"),
        ("广大养犬人：", ("广大养犬人",), "the public by a name"),
        ("亲爱的同学们：", ("亲爱的同学们",), "as letters begin"),
        ("李某某同志：", ("李某某同志",), "one person"),
        ("甲市第一中学：", ("甲市第一中学",), "one school"),
        ("各区水务局；局属各单位：", ("各区水务局", "局属各单位"), "a semicolon"),
        (
            "甲燃气有限公司、乙燃气有限公司、上海市水务局：",
            ("甲燃气有限公司", "乙燃气有限公司", "上海市水务局"),
            "companies are one each",
        ),
    ],
)
def test_addressees(text: str, expected: tuple[str, ...], reason: str) -> None:
    assert recipients.is_salutation(text)
    assert recipients.split(text) == expected, reason


@pytest.mark.parametrize(
    "text",
    [
        "现将有关事项通知如下：",
        "各单位要做到以下几点：",
        "一、各有关单位：",
        "全市防汛工作总体要求是：",
        "针对各风险地区的出入防疫政策:",
        "联系电话：",
        "各单位要落实责任。",
        "参会代表：",
    ],
)
def test_sentences_that_address_nobody(text: str) -> None:
    assert not recipients.is_salutation(text)


@pytest.mark.parametrize(
    ("lines", "expected", "reason"),
    [
        (["甲市防汛抗旱指挥部", "办公室（公章）"], ("甲市防汛抗旱指挥部办公室",), "a name over two lines"),
        (["上海市水务局上海市财政局"], ("上海市水务局", "上海市财政局"), "two columns run into each other"),
        (["通州区人力资源和社会保障局"], ("通州区人力资源和社会保障局",), "a district is no organ by itself"),
        (
            ["北京市通州区科学技术局 北京市通州区人力资源和社会保障局"],
            ("北京市通州区科学技术局", "北京市通州区人力资源和社会保障局"),
            "nor where 人力资源 begins",
        ),
        (["南京市生态环境局溧水区分局"], ("南京市生态环境局溧水区分局",), "a bureau's branch in a district"),
        (["国家税务总局上海市税务局"], ("国家税务总局上海市税务局",), "one organ with two names of places"),
        (
            ["财政部国家税务总局住房城乡建设部"],
            ("财政部", "国家税务总局", "住房城乡建设部"),
            "three organs of the centre, the first with a short name",
        ),
        (
            ["中国人民银行海口中心支行中国证监会海南监管局"],
            ("中国人民银行海口中心支行", "中国证监会海南监管局"),
            "two organs of the centre, each with its place",
        ),
        (["甲市水务局 甲市财政局"], ("甲市水务局", "甲市财政局"), "side by side"),
        (
            ["海南省水务委员会", "（河长制委员会）（代章）"],
            ("海南省水务委员会（河长制委员会）",),
            "a second name in brackets",
        ),
        (
            ["中共甲州委甲州人民政府防汛领导小组"],
            ("中共甲州委甲州人民政府防汛领导小组",),
            "one body of party and government",
        ),
        (["甲市防汛抗旱 指挥部 文件"], ("甲市防汛抗旱指挥部",), "a red head"),
        (["甲市防汛抗旱指挥部（甲市水务局代章）"], ("甲市防汛抗旱指挥部",), "another's seal"),
        (
            ["国家疾控局综合司    国家卫生健康委办公厅"],
            ("国家疾控局综合司", "国家卫生健康委办公厅"),
            "a department of a ministry beside an office",
        ),
        (["甲市公安局交通警察支队 甲市水务局"], ("甲市公安局交通警察支队", "甲市水务局"), "a force beside a bureau"),
        (["甲市新闻出版社　　　甲市水务局"], ("甲市新闻出版社", "甲市水务局"), "columns with a wide gap between"),
        (["甲市爱卫办", "甲市水务局"], ("甲市爱卫办", "甲市水务局"), "an office by its short name"),
        (["甲市爱国卫生运动委员会办", "公室"], ("甲市爱国卫生运动委员会办公室",), "wrapped within 办公室"),
    ],
)
def test_names_of_organs(lines: list[str], expected: tuple[str, ...], reason: str) -> None:
    assert issuers.names(lines) == expected, reason


@pytest.mark.parametrize(
    ("head", "tail", "expected", "reason"),
    [
        ("上海市水务局关于防汛的通知", "市水务局\n2021年5月20日", ("上海市水务局",), "the title has the full name"),
        ("市水务局关于防汛的通知", "上海市水务局\n2021年5月20日", ("上海市水务局",), "the signature has it"),
        (
            "上海市水务局等部门关于防汛的通知",
            "上海市水务局\n上海市财政局\n2021年5月20日",
            ("上海市水务局", "上海市财政局"),
            "the signature lists all",
        ),
        ("关于防汛的通知", "上海市水务局\n2021年5月20日", ("上海市水务局",), "only signed"),
        ("关于防汛的通知", "", (), "nobody: stays open"),
        ("关于防汛的通知", "水利部", ("水利部",), "a ministry's short name without a date"),
        ("关于防汛的通知", "县域", (), "a stray word"),
        (
            "关于防汛的通知",
            "附件2（附2）清单.xlsx\n水利部办公厅  财政部办公厅",
            ("水利部办公厅", "财政部办公厅"),
            "below a list",
        ),
        (
            "国家发展和改革委员会文件\n国家发展改革委关于防汛的通知",
            "国家发展改革委\n2021年5月20日",
            ("国家发展和改革委员会",),
            "the red head has a commission's full name",
        ),
        (
            "上海市水务局\n\n关于防汛的通知",
            "上海市水务局人事处\n2021年5月20日",
            ("上海市水务局人事处",),
            "an office of the organ in the head signs by itself",
        ),
        ("关于防汛的通知", "上海市水务局 宣\n2021年5月20日", ("上海市水务局",), "who speaks, with the word for it"),
        (
            "上海市应对防汛工作领导小组关于防汛的通知",
            "",
            ("上海市应对防汛工作领导小组",),
            "对 within a name opens no title",
        ),
        (
            "大同镇人民政府  大同派出所\n关于加强犬只管理的通告",
            "",
            ("大同镇人民政府", "大同派出所"),
            "a police station too",
        ),
        ("上海市防汛指挥部第310号通告", "", ("上海市防汛指挥部",), "the number before the kind"),
        (
            "市人民政府关于印发荆州市防汛预案的通知",
            "",
            ("荆州市人民政府",),
            "the place with which the subject begins",
        ),
        ("市人民政府关于印发防汛预案的通知", "", ("市人民政府",), "no place is told"),
        ("上海市防汛指挥部2021年第3号令", "", ("上海市防汛指挥部",), "the year before it"),
        (
            "上海市水务局关于防汛的通知",
            "上海市水务局办公室\n2021年5月20日",
            ("上海市水务局办公室",),
            "the office that signs issues",
        ),
        ("上海市防汛指挥部通告（第6号）", "", ("上海市防汛指挥部",), "the number behind it"),
        (
            "上海市财政局 上海市税务局公告2021年第3号\n关于优惠的公告",
            "",
            ("上海市财政局", "上海市税务局"),
            "the organs of an announcement's number above its title",
        ),
        ("上海市人民政府令第一四三号", "", ("上海市人民政府",), "a number in words"),
        ("寿阳县人民政府森林禁火令", "", ("寿阳县人民政府",), "what is ordered stands between organ and kind"),
        (
            "寿阳县人民政府森林禁火令",
            "寿阳县森林防火指挥部\n2021年5月20日",
            ("寿阳县森林防火指挥部",),
            "but who signs issues",
        ),
        ("甲市民政服务网站公告", "", (), "no organ in front"),
        (
            "西湖区关于做好招生工作的通知",
            "区教育局\n2021年5月20日",
            ("西湖区教育局",),
            "a district's bureau by its short name",
        ),
        (
            "西湖区关于做好招生工作的通知",
            "市教育局\n2021年5月20日",
            ("市教育局",),
            "the city's bureau is not the district's",
        ),
        (
            "发布机构：寿阳县人民政府\n关于封山禁火的通告",
            "县森林防火指挥部\n2021年5月20日",
            ("寿阳县森林防火指挥部",),
            "who signs issues, not who publishes",
        ),
        (
            "关于封山禁火的通告",
            "特此通告\n沁源县森林草原防灭火指挥部",
            ("沁源县森林草原防灭火指挥部",),
            "no date, no full stop",
        ),
        ("关于防汛的通知", "（此件公开发布）\n上海市水务局\n2021年5月20日", ("上海市水务局",), "disclosure is no name"),
        ("关于防汛的通知", "上海市水务局\n2021年5月", ("上海市水务局",), "a month dates nothing, and hides no name"),
        ("关于防汛的通知", "特此通告。上海市水务局2021年5月20日", ("上海市水务局",), "run on behind the last words"),
        ("关于防汛的通知", "上海市水务局  2021.05.20", ("上海市水务局",), "name and day in one line, in figures"),
        (
            "中共大理州委  大理州人民政府\n应对新冠肺炎疫情\n工作领导小组指挥部\n\n关于防汛的通知",
            "",
            ("中共大理州委大理州人民政府应对新冠肺炎疫情工作领导小组指挥部",),
            "one body of party and government over three lines",
        ),
        (
            "甘孜州委 甘孜州人民政府\n应对新冠肺炎疫情工作领导小组文件\n关于防汛的通知",
            "",
            ("甘孜州委甘孜州人民政府应对新冠肺炎疫情工作领导小组",),
            "a red head over two lines",
        ),
        ("防汛抢险管理办法\n甲市水务局令\n第3号", "", ("甲市水务局",), "the organ of the order"),
        ("中共大理州委  大理州人民政府\n\n关于防汛的通知", "", ("中共大理州委", "大理州人民政府"), "two issuers"),
        ("甲农业大学关于防汛的通知", "甲农业大学\n2021年5月20日", ("甲农业大学",), "a university"),
        ("关于防汛的通知", "上海市水务局\n２０２１年５月２０日 18时", ("上海市水务局",), "the hour behind the day"),
        ("上海市水务局网站\n关于防汛的通知", "", (), "a site is no organ"),
        ("关于防汛的通知", "2021年5月20日\n上海市水务局", ("上海市水务局",), "the name below the day"),
        ("关于防汛的通知", "特此通知。上海市水务局\n2021年5月20日", ("上海市水务局",), "run on above the day"),
        ("关于防汛的通知", "上海市水务局\n2021年5月20日（星期四）", ("上海市水务局",), "the day of the week"),
        ("关于防汛的通知", "上海市防汛指挥部（上海市水务局代章）\n2021年5月20日", ("上海市防汛指挥部",), "a seal lent"),
    ],
)
def test_issuers(head: str, tail: str, expected: tuple[str, ...], reason: str) -> None:
    assert read(f"{head}\n各区：\n{BODY}{tail}").issuers == expected, reason


@pytest.mark.parametrize(
    ("sentence", "start", "end", "reason"),
    [
        ("本办法自2021年6月1日起施行，有效期至2026年5月31日。", "2021-06-01", "2026-05-31", "both days"),
        ("本办法自2021年6月1日起施行，有效期5年。", "2021-06-01", "2026-05-31", "a term, its last day counted"),
        ("本通知自印发之日起施行。", "2021-05-20", None, "the day of signing"),
        ("本行动方案自2021年6月1日起施行，有效期至2021年12月31日。", "2021-06-01", "2021-12-31", "a kind in two words"),
        ("本暂行条例自2021年6月1日起施行。", "2021-06-01", None, "条例 after a word of its own"),
        ("本市规定自2021年6月1日起执行的标准不变。", None, None, "another rule of the city"),
        ("本办法自公布之日起30日后施行。", None, None, "a day that the text alone does not give"),
        ("本办法自公布之日起30日后施行，有效期五年。", None, None, "nor its last day"),
        ("本办法自公布之日起一个月后施行。", None, None, "a length in months"),
        ("本通知自印发之日起施行，有效期截至2025年12月31日。", "2021-05-20", "2025-12-31", "截至"),
        ("本办法自2023年5月1日至2028年4月30日执行。", "2023-05-01", "2028-04-30", "both days before the verb"),
        ("本政策有效期为2022年1月1日—2022年12月31日。", "2022-01-01", "2022-12-31", "a dash between them"),
        ("本通告自2022年4月1日0时起至4月30日24时止施行。", "2022-04-01", "2022-04-30", "hours, the year said once"),
        ("本令自发布之日起生效，至2022年10月31日止。", "2021-05-20", "2022-10-31", "the last day behind the verb"),
        ("本通告自发布之日起至2022年5月31日有效。", "2021-05-20", "2022-05-31", "the last day before the verb"),
        ("本办法自2021年7月1日起正式实施。", "2021-07-01", None, "正式 before the verb"),
        ("本措施自发布之日起试行1年。", "2021-05-20", "2022-05-19", "on trial for a year"),
        ("本通告自２０２２年４月１日起施行。", "2022-04-01", None, "figures in full width"),
        ("本通告施行后，2022年4月1日至4月30日为整改期。", None, None, "a period of something else"),
        ("本通知自发布之日起执行至2021年12月31日止。", "2021-05-20", "2021-12-31", "执行至"),
        ("许可证有效期5年。", None, None, "not the notice's own"),
        ("以上政策措施自2021年6月1日起实施，有效期至2021年底。", "2021-06-01", "2021-12-31", "the end of a year"),
        ("本通知适用截止时间为2021年6月30日，届时另行通知。", None, "2021-06-30", "适用截止时间 is the last day"),
        ("申报截止时间为2021年6月30日。", None, None, "when applications close, not the notice's own end"),
        ("自2021年6月1日起，各泵站实行24小时值班。", None, None, "a rule's beginning"),
        ("本禁火令从公布之日起生效。", "2021-05-20", None, "从 for 自"),
        ("本通知自2021年6月1号起执行。", "2021-06-01", None, "号 for 日"),
        ("以上收费标准自2021年6月1日起执行。", "2021-06-01", None, "the rates that it sets"),
        ("凭证自2021年6月1日起执行新样式。", None, None, "a form is no rate"),
    ],
)
def test_periods(sentence: str, start: str | None, end: str | None, reason: str) -> None:
    period = periods.of_text(sentence, signed_on="2021-05-20")
    assert (period.start, period.end) == (start, end), reason


@pytest.mark.parametrize(
    ("title", "sentence", "start", "reason"),
    [
        (
            "关于调整供水价格的通知",
            "从2021年6月1日起，居民用水价格统一按附表执行。",
            "2021-06-01",
            "the first day of the price",
        ),
        ("关于提高救助标准的通知", "自2021年6月1日起，救助标准调整为每人每月900元。", "2021-06-01", "调整为"),
        ("关于做好供水保障的通知", "从2021年6月1日起，各泵站按新规程执行。", None, "a notice that sets no rate"),
        ("关于调整供水价格的通知", "2021年6月1日召开听证会，听证后执行。", None, "a day without 起"),
    ],
)
def test_rates_begin_when_they_say(title: str, sentence: str, start: str | None, reason: str) -> None:
    assert periods.of_text(sentence, signed_on="2021-05-20", title=title).start == start, reason


def test_the_day_of_publishing_begins_what_holds_from_publishing() -> None:
    page = f"关于封山禁火的通告\n发布日期：2021-03-05\n{BODY}"
    assert read(f"{page}本通告自发布之日起施行。\n").effective_from == "2021-03-05"
    assert read(f"{page}本通告自印发之日起施行。\n").effective_from is None, "when it was signed is not told"
    assert read(page).signed_on is None


def test_the_page_says_from_when_where_the_text_does_not() -> None:
    page = f"【发布日期】1998-01-05\n【生效日期】1998-02-01\n关于印花税的通知\n各省：\n{BODY}"
    assert read(page).effective_from == "1998-02-01"
    assert read(f"{page}本通知自1998年3月1日起施行。\n").effective_from == "1998-03-01"


@pytest.mark.parametrize(
    ("lines", "published"),
    [
        ("更新时间：2021-03-09 来源：某网 浏览次数：12", None),
        ("更新时间：\n2021-03-09\n浏览：123", None),
        ("发布时间：\n2021-03-09", "2021-03-09"),
    ],
)
def test_the_day_of_a_page_is_no_day_of_signing(lines: str, published: str | None) -> None:
    notice = read(f"关于封山禁火的通告\n{lines}\n{BODY}")
    assert (notice.signed_on, notice.published_on) == (None, published)


def test_where_no_beginning_is_stated_it_is_the_day_of_signing() -> None:
    assert read("关于防汛的通知\n各区：\n" + BODY + TAIL).effective_from == "2021-05-20"
    assert read("关于防汛的通知\n各区：\n" + BODY + "本通知自印发之日起10日后施行。\n" + TAIL).effective_from is None


def test_a_note_of_adoption_says_when_it_was_published() -> None:
    notice = read(
        "甲管理办法\n（2012年5月28日水利部令第11号发布 自2012年7月15日起施行）\n第一条 为加强管理，制定本办法。\n"
    )
    assert (notice.signed_on, notice.published_on, notice.effective_from) == ("2012-05-28", "2012-05-28", "2012-07-15")


@pytest.mark.parametrize(
    ("source", "expected", "reason"),
    [
        ("广州市农业局科教处", ("广州市农业局科教处",), "an organ by its full name"),
        ("甲市新闻网", (), "a site is no organ"),
    ],
)
def test_the_source_that_a_page_names(source: str, expected: tuple[str, ...], reason: str) -> None:
    notice = read(f"甲工程实施方案\n文章来源：{source}　　发布时间：2013-10-05\n根据《甲意见》，制定本方案。\n{BODY}")
    assert notice.issuers == expected, reason


def test_an_order_in_two_lines_has_its_organ_in_its_number() -> None:
    order = "《某供水办法》已经审议通过，现予公布，自2020年5月1日起施行。"
    text = f"某某市人民政府令\n第12号\n{order}\n市长 王某\n2020年3月10日\n"
    cover, child = read_text(
        f"{text}某供水办法\n第一条 为了规范供水行为，制定本办法。\n第二条 供水单位应当依法取得许可。\n"
    )
    assert (cover.doc_number, cover.title) == ("某某市人民政府令第12号", "某某市人民政府令")
    assert child.effective_from == "2020-05-01", "what it is printed with says from when it holds"


def test_the_sentence_of_an_order_can_be_wrapped() -> None:
    order = "甲市人民政府令\n第12号\n《甲市供水办法》已经2020年3月2日市人民政府第31\n次常务会议通过，现予公布。\n"
    rules = "甲市供水办法\n第一条 为了规范供水行为，制定本办法。\n第二条 单位应当取得许可。\n"
    cover, child = read_text(f"{order}市长 王某\n2020年3月10日\n{rules}")
    assert (cover.doc_number, child.title) == ("甲市人民政府令第12号", "甲市供水办法")


def test_an_order_is_no_document_that_it_makes_known() -> None:
    order = "甲市供水办法\n甲市人民政府令第12号\n《甲市供水办法》已经审议通过，现予公布。\n市长 王某\n2020年3月10日\n"
    text = f"{order}甲市供水办法\n第一条 为了规范供水行为，制定本办法。\n第二条 单位应当依法取得许可。\n"
    cover, child = read_text(text)
    assert (cover.title, cover.doc_type, child.title) == ("甲市人民政府令", "令", "甲市供水办法")
    order = "中华人民共和国水利部令\n2018年第2号\n《取水规则》已经审议通过，现予公布。\n"
    assert read(f"{order}部长 王某\n2018年4月4日\n").doc_number == "水利部令2018年第2号"


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("来源：甲市水务局 日期：2021-05-22 10:28", "2021-05-22"),
        ("时间：2021-05-22 来源：甲市政府网", "2021-05-22"),
        ("2021-05-22 15:20 来源： 甲市人民政府", "2021-05-22"),
        ("来源：法律编辑整理 时间：2021-05-22", None),
    ],
)
def test_the_day_of_an_official_page(line: str, published: str | None) -> None:
    assert read(f"关于做好防汛工作的通知\n{line}\n各区水务局：\n{BODY}{TAIL}").published_on == published


def test_disclosure_below_a_printed_document_is_the_covers() -> None:
    cover, child = read_text(
        f"关于印发《甲市泵站办法》的通知\n各区：\n现将《甲市泵站办法》印发给你们。\n{TAIL}"
        "甲市泵站办法\n第一条 为了规范泵站值守，制定本办法。\n第二条 站长应当到岗。\n公开方式：主动公开\n"
    )
    assert (cover.disclosure, child.disclosure) == ("主动公开", None)


def test_a_text_without_title_says_its_kind_at_its_end() -> None:
    body = "各有关单位：\n为做好防汛工作，现就有关事项通告如下。\n一、禁止在河道内停车。"
    text = f"{body}\n特此通告\n某市水务局\n2020年7月1日\n"
    assert (read(text).title, read(text).doc_type) == (None, "通告")


@pytest.mark.parametrize(
    ("text", "kind", "reason"),
    [
        ("为做好防火工作，现公告如下：\n一、禁止野外用火。", "公告", "its opening"),
        ("三、各站要落实责任。\n本通知自2021年5月1日起执行。", "通知", "its last sentence"),
        ("第五条 单位应当申报。\n第六条 本办法由某市财政局负责解释。", "办法", "a piece of a regulation"),
        ("现通知如下：\n一、落实责任。\n第六条 本办法自2021年5月1日起施行。", "通知", "the opening goes first"),
        ("本通知自2021年5月1日起执行。\n第六条 本办法由某市财政局负责解释。", None, "two names: not sure"),
        ("现将有关事项函告如下：\n一、落实责任。", "函", "what it does is no kind"),
        ("为做好值守，特制定如下实施方案。\n一、目标", "方案", "what it says that it was made as"),
        ("为鼓励值守，特制订本奖励办法。\n一、范围", "办法", "a kind of method"),
        ("各站应当在三日内制定如下材料：方案和清单。", None, "what others must make"),
        ("各站要按照本办法落实责任，并在会上通告情况。", None, "a mere mention"),
        ("第六条 申请人应当依照本条例申报。\n第七条 备案适用本条例。", "条例", "articles mention none but their own"),
        ("第六条 养殖者应当遵守本办法。\n第七条 违反本规定的，责令改正。", None, "articles with two names"),
        ("第六条 版本规定见附表。\n第七条 基本办法另定。", None, "no 本 that means itself"),
    ],
)
def test_a_text_without_title_is_what_it_calls_itself(text: str, kind: str | None, reason: str) -> None:
    notice = read(f"{text}\n遇有险情1小时内报告。\n")
    assert (notice.title, notice.doc_type) == (None, kind), reason


def test_a_note_of_publishing_names_the_order() -> None:
    body = "第一条 为了加强管理，制定本办法。\n第二条 单位应当申报。\n"
    joint = read(f"出行管理办法\n（2016年7月27日交通运输部、公安部令2016年第60号公布 自2016年11月1日起施行）\n{body}")
    assert joint.doc_number == "交通运输部、公安部令2016年第60号"
    assert (joint.issuers, joint.effective_from) == (("交通运输部", "公安部"), "2016-11-01")
    own = read(f"广东省排放管理办法\n（该文件于2014年1月15日以粤府令第197号公布）\n{body}")
    assert (own.doc_number, own.signed_on, own.issuers) == ("粤府令第197号", "2014-01-15", ())


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("本通知执行中的问题，由北京市水务局负责解释。", ("北京市水务局",), "nobody signs; who explains it issued it"),
        ("本办法由各区负责解释。", (), "no organ by its full name"),
        (
            "本文件适用于各街道、园区，由南京江北新区管理委员会负责解释。",
            ("南京江北新区管理委员会",),
            "a new area of a city",
        ),
        ("甲市水务局办公室　2021年5月21日印发", ("甲市水务局办公室",), "who prints, where nothing else is told"),
    ],
)
def test_who_explains_an_unsigned_text(text: str, expected: tuple[str, ...], reason: str) -> None:
    assert read(f"关于防汛的通知\n各区：\n{BODY}{text}\n").issuers == expected, reason


@pytest.mark.parametrize(
    ("opening", "expected", "reason"),
    [
        (
            "为做好防汛，甲市防汛指挥部研究决定，从6月1日起值守，现将有关事项通告如下：",
            ("甲市防汛指挥部",),
            "who decides",
        ),
        ("为做好防汛，甲市水务局发布防汛安全提示：", ("甲市水务局",), "who publishes a word of advice"),
        ("区水务局提醒全区各用水单位：", ("区水务局",), "who reminds everybody"),
        ("为做好防汛，经市政府研究决定，现将有关事项通告如下：", (), "经: another decided"),
        ("为做好防汛，我局决定，现将有关事项通告如下：", (), "我局 is no name"),
        ("各区要做好值守，市水务局发布预警后1小时内到岗。", (), "a rule on what is published"),
    ],
)
def test_who_speaks_in_an_unsigned_text(opening: str, expected: tuple[str, ...], reason: str) -> None:
    assert read(f"关于防汛的通告\n{opening}\n一、值守\n遇有险情1小时内报告。\n").issuers == expected, reason


@pytest.mark.parametrize(
    ("opening", "expected", "reason"),
    [
        ("水利部和国家能源局组织制定了《值守办法》。现印发给你们。", ("水利部", "国家能源局"), "who made it"),
        ("我局组织制定了《值守办法》。现印发给你们。", (), "我局 is no name"),
        ("水利部制定了《值守办法》，各区要认真执行。", (), "what another made and is not sent out here"),
    ],
)
def test_who_made_what_an_unsigned_text_sends_out(opening: str, expected: tuple[str, ...], reason: str) -> None:
    assert read(f"关于防汛的通知\n各区：\n{opening}\n2021年5月20日\n").issuers == expected, reason


@pytest.mark.parametrize(
    ("note", "expected", "reason"),
    [
        ("市水务局\n（二○二一年五月八日）", ("市水务局",), "the organ above the day"),
        ("（市水务局  市财政局    二○二一年五月八日）", ("市水务局", "市财政局"), "organs and day in one bracket"),
    ],
)
def test_who_made_what_is_passed_on(note: str, expected: tuple[str, ...], reason: str) -> None:
    cover = "甲市人民政府转发市水务局等部门关于加强值守意见的通知\n各区：\n现转发给你们。\n2021年5月10日\n"
    _, child = read_text(f"{cover}关于加强值守的意见\n{note}\n为做好防汛工作，提出以下意见。\n一、落实值守。\n")
    assert (child.issuers, child.signed_on) == (expected, "2021-05-08"), reason


@pytest.mark.parametrize(
    ("title", "words", "expected", "reason"),
    [
        (
            "市水务局关于加强值守的意见",
            "市水务局、市财政局《关于加强值守的意见》已经市政府同意，现转发给你们。",
            2,
            "the text",
        ),
        ("市水务局制订的《关于加强值守的意见》", "现转发给你们，请认真执行。", 1, "the title"),
        ("《关于加强值守的意见》", "我局《关于加强值守的意见》已经市政府同意，现转发给你们。", 0, "我局 is no name"),
    ],
)
def test_the_cover_says_who_made_what_it_passes_on(title: str, words: str, expected: int, reason: str) -> None:
    cover = f"甲市人民政府办公室转发{title}的通知\n各区：\n{words}\n2021年5月10日\n"
    _, child = read_text(f"{cover}关于加强值守的意见\n为做好防汛工作，提出以下意见。\n一、落实值守。\n")
    assert child.issuers == ("市水务局", "市财政局")[:expected], reason


def test_the_head_of_minutes_names_who_wrote_them_and_when() -> None:
    head = "甲市防汛指挥部会议纪要\n〔2021〕第5号\n甲市防汛指挥部办公室    2021年5月20日\n防汛工作会议纪要\n"
    notice = read(f"{head}2021年5月18日，王某主持召开会议。会议议定如下事项：\n一、市水务局要落实值守。\n")
    assert (notice.title, notice.issuers) == ("防汛工作会议纪要", ("甲市防汛指挥部办公室",))
    assert notice.signed_on == "2021-05-20"


def test_files_listed_below_the_signature_are_attachments() -> None:
    text = f"关于防汛的通知\n各区：\n{BODY}{TAIL}"
    assert read(f"{text}附件：1.值班表.docx\n2.物资清单.xlsx\n").attachments == ("值班表", "物资清单")
    printed = "附件：值班表\n1.站长到岗值守，每日交接。\n值班人员应当逐项记录水位，不得遗漏。\n"
    assert read(text + printed).attachments == (), "an attachment itself"


@pytest.mark.parametrize(
    ("addressees", "expected", "reason"),
    [
        ("国家税务总局各省、自治区、直辖市税务局，局内各单位", ("国家税务总局",), "whose branches they are"),
        ("各省、自治区、直辖市税务局", (), "nobody's by name"),
        ("北京市各区税务局", (), "a place is no organ"),
    ],
)
def test_who_addresses_his_own_branches(addressees: str, expected: tuple[str, ...], reason: str) -> None:
    assert read(f"关于防汛的通知\n{addressees}：\n{BODY}").issuers == expected, reason


@pytest.mark.parametrize(
    ("line", "stated"),
    [
        ("（此件正文公开，附件不予公开）", "此件正文公开，附件不予公开"),
        ("（此件公开发布）", "此件公开发布"),
        ("（附件不予公开的除外）", None),
    ],
)
def test_disclosure(line: str, stated: str | None) -> None:
    assert read(f"关于防汛的通知\n各区：\n{BODY}{TAIL}{line}\n").disclosure == stated


def test_a_ministry_is_called_by_its_own_name() -> None:
    text = "中华人民共和国水利部关于防汛的通知\n各省水利厅：\n"
    assert read(f"{text}{BODY}中华人民共和国水利部\n2021年5月20日\n").issuers == ("水利部",)
    assert read("中华人民共和国国务院令\n第7号\n《某条例》已经通过，现予公布。\n2021年5月20日\n").issuers == ("国务院",)


def test_a_byline_names_the_publisher_and_the_day() -> None:
    notice = read(f"关于防汛的通知\n厦门市水利局 2023-06-20 10:00\n各区：\n{BODY}")
    assert (notice.title, notice.issuers, notice.published_on) == ("关于防汛的通知", ("厦门市水利局",), "2023-06-20")


def test_a_congress_is_the_issuer_of_what_it_adopted() -> None:
    note = "（2019年12月31日深圳市第六届人民代表大会常务委员会第三十七次会议通过）"
    notice = read(f"深圳市分类管理条例\n{note}\n第一条 为了加强管理，制定本条例。\n第二条 单位应当分类投放垃圾。\n")
    assert notice.issuers == ("深圳市人民代表大会常务委员会",)


def test_the_path_of_a_page_is_no_part_of_the_head() -> None:
    page = "当前位置：首页 > 政策文件\n甲市水务局关于做好防汛\n工作的通知\n"
    assert read(f"{page}各区水务局：\n{BODY}{TAIL}").title == "甲市水务局关于做好防汛工作的通知"


def test_tail_fields() -> None:
    text = "关于防汛的通知\n各区：\n" + BODY + "附件：1.值班表\n2.物资清单\n" + TAIL
    notice = read(text + "（信息公开形式：主动公开）\n抄送：市应急局，市财政局。\n甲市水务局办公室　2021年5月21日印发")
    assert notice.attachments == ("值班表", "物资清单")
    assert notice.disclosure == "主动公开"
    assert notice.copied_to == ("市应急局", "市财政局")
    more = read(text + "抄送：市应急局，市财政局。\n各民主党派市委，市工商联。\n甲市水务局办公室　2021年5月21日印发")
    assert more.copied_to == ("市应急局", "市财政局", "各民主党派市委", "市工商联")
    assert (notice.signed_on, notice.printed_on) == ("2021-05-20", "2021-05-21")
    assert notice.text[notice.body_start : notice.body_end].startswith("为做好防汛工作")
    assert notice.text[notice.body_start : notice.body_end].rstrip().endswith("1小时内报告。")
