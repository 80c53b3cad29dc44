"""One file, several notices: what begins a new one, what belongs to the one before."""

from __future__ import annotations

import pytest

from ingest import split
from ingest.notice import Notice
from ingest.reading import read_text

COVER = """甲市水务局关于印发《甲市防汛工作方案》的通知
甲水发〔2021〕12号
各区水务局：
现将《甲市防汛工作方案》印发给你们，请遵照执行。
甲市水务局
2021年5月20日
"""
UNTITLED = """甲市水务局关于印发《甲市防汛工作方案》的通知
甲水发〔2021〕12号
各区水务局：
《甲市防汛工作方案》已经市政府同意，现印发给你们，请认真贯彻落实。
"""
PLAN = """甲市防汛工作方案
为做好防汛工作，制定本方案。
一、值守
遇有险情1小时内报告。
"""
FORWARD = """乙县水务局关于转发《关于做好汛期值守工作的通知》的通知
乙水发〔2021〕3号
各乡镇：
现转发给你们，请认真落实。
乙县水务局
2021年5月25日
"""
FORWARDED = """甲市水务局
甲水发〔2021〕15号
关于做好汛期值守工作的通知
各县区水务局：
要实行24小时值班，遇有险情1小时内报告。
甲市水务局
2021年5月22日
"""
FIRST = """关于开放泄洪通道的通告
泄洪通道自即日起开放，过往船只要减速慢行，注意避让。
甲市水务局
2021年5月20日
"""
SECOND = """关于封闭沿江步道的通告
汛期内沿江步道全部封闭，请广大市民不要进入，违者劝离，具体开放时间另行通告，望周知。
甲市水务局
2021年5月21日
"""
LISTED = """甲市航道局关于甲河停航的公告
因河道清淤需要，2021年6月10日至6月20日甲河城区段每日8时至18时停航，请过往船只绕行。
"""
FORM = "附件\n值班情况登记表\n姓名：____ 日期：____"


def shapes(notices: tuple[Notice, ...]) -> list[tuple[str | None, str | None]]:
    titles = {notice.id: notice.title for notice in notices}
    return [(notice.title, titles.get(notice.parent_id or "")) for notice in notices]


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        (
            COVER + PLAN,
            [
                ("甲市水务局关于印发《甲市防汛工作方案》的通知", None),
                ("甲市防汛工作方案", "甲市水务局关于印发《甲市防汛工作方案》的通知"),
            ],
            "what a cover prints is its child",
        ),
        (
            "甲市泵站管理办法（征求意见稿）\n为加强泵站管理，我局起草了《甲市泵站管理办法（征求意见稿）》，现向社会征求意见。\n"
            "甲市水务局\n2021年5月20日\n甲市泵站管理办法\n（征求意见稿）\n"
            "第一条 为规范全市泵站的值守、检修和管理行为，保障安全，制定本办法。\n",
            [("甲市泵站管理办法（征求意见稿）", None)],
            "the text below the page's own title is the same document",
        ),
        (
            COVER + "附件\n" + PLAN,
            [
                ("甲市水务局关于印发《甲市防汛工作方案》的通知", None),
                ("甲市防汛工作方案", "甲市水务局关于印发《甲市防汛工作方案》的通知"),
            ],
            "also where it is called an attachment",
        ),
        (
            FORWARD + FORWARDED,
            [
                ("乙县水务局关于转发《关于做好汛期值守工作的通知》的通知", None),
                ("关于做好汛期值守工作的通知", "乙县水务局关于转发《关于做好汛期值守工作的通知》的通知"),
            ],
            "what a cover forwards, with its own head",
        ),
        (
            COVER + PLAN.replace("方案\n", "方案（2021—2023年）\n", 1),
            [
                ("甲市水务局关于印发《甲市防汛工作方案》的通知", None),
                ("甲市防汛工作方案（2021—2023年）", "甲市水务局关于印发《甲市防汛工作方案》的通知"),
            ],
            "the years in brackets are no other title",
        ),
        (FIRST + SECOND, [("关于开放泄洪通道的通告", None), ("关于封闭沿江步道的通告", None)], "two on one page"),
        (
            FIRST
            + "甲市防汛指挥部公告（第10号）\n经研判，现公告如下：\n沿江步道恢复开放。\n甲市防汛指挥部\n2021年6月1日\n",
            [("关于开放泄洪通道的通告", None), ("甲市防汛指挥部公告（第10号）", None)],
            "a short opening (…如下：) is one too",
        ),
        (
            LISTED + "2021-06-01 10:28:39\n" + LISTED.replace("甲河", "乙河") + "2021-06-02 09:05\n",
            [("甲市航道局关于甲河停航的公告", None), ("甲市航道局关于乙河停航的公告", None)],
            "a saved list of unsigned ones, each with the minute at which the site put it there",
        ),
        (
            LISTED + "2021-06-01 10:28:39\n甲市航道局关于乙河停航的公告\n",
            [("甲市航道局关于甲河停航的公告", None)],
            "the name of the next one, without its text",
        ),
        (
            "甲市航道局关于甲河停航的公告\n2021-06-01 10:28\n" + LISTED,
            [("甲市航道局关于甲河停航的公告", None)],
            "the page's head names title and minute, and the notice follows",
        ),
        (FIRST + FORM, [("关于开放泄洪通道的通告", None)], "a form is part of its notice"),
        (PLAN, [("甲市防汛工作方案", None)], "a plan without its cover"),
        (
            UNTITLED + "为做好防汛工作，保障安全，制定以下工作措施。\n一、值守\n遇有险情1小时内报告。\n",
            [
                ("甲市水务局关于印发《甲市防汛工作方案》的通知", None),
                ("甲市防汛工作方案", "甲市水务局关于印发《甲市防汛工作方案》的通知"),
            ],
            "what is printed right below the cover's sentence, without its title",
        ),
        (
            "甲省委甲省人民政府印发《关于加强防汛工作的意见》\n《关于加强防汛工作的意见》主要内容如下。\n"
            "防汛工作关系群众安全。\n一、值守\n遇有险情1小时内报告。\n",
            [
                ("甲省委甲省人民政府印发《关于加强防汛工作的意见》", None),
                ("关于加强防汛工作的意见", "甲省委甲省人民政府印发《关于加强防汛工作的意见》"),
            ],
            "a report leads over to the document",
        ),
        (
            UNTITLED + "一、各区要抓好落实。\n二、遇有险情1小时内报告。\n甲市水务局\n2021年5月20日\n",
            [("甲市水务局关于印发《甲市防汛工作方案》的通知", None)],
            "a cover that goes on with orders of its own",
        ),
        (
            UNTITLED + "为做好落实工作，现提出以下要求：\n一、抓好值守。\n甲市水务局\n2021年5月20日\n" + PLAN,
            [
                ("甲市水务局关于印发《甲市防汛工作方案》的通知", None),
                ("甲市防汛工作方案", "甲市水务局关于印发《甲市防汛工作方案》的通知"),
            ],
            "the document comes later, under its title",
        ),
        (
            "关于转发防汛方案的通知\n各区：\n现将《甲市防汛方案》转发给你们。\n附件\n现予公布。甲市防汛方案\n遇有险情1小时内报告。\n",
            [("关于转发防汛方案的通知", None), (None, "关于转发防汛方案的通知")],
            "a line that ends with the carried name, and yet is no title: it begins once, and reading goes on below it",
        ),
    ],
)
def test_notices_of_a_file(text: str, expected: list[tuple[str | None, str | None]], reason: str) -> None:
    assert shapes(read_text(text)) == expected, reason


def test_a_printed_document_is_issued_by_its_cover() -> None:
    cover, child = read_text(COVER + PLAN)
    assert child.issuers == cover.issuers == ("甲市水务局",)
    assert child.signed_on == cover.signed_on == "2021-05-20"


def test_a_forwarded_document_keeps_its_own_issuer_and_date() -> None:
    _, child = read_text(FORWARD + FORWARDED)
    assert (child.issuers, child.signed_on, child.doc_number) == (("甲市水务局",), "2021-05-22", "甲水发〔2021〕15号")


def test_imprint_below_a_printed_document_is_the_covers() -> None:
    cover, child = read_text(COVER + PLAN + "抄送：市应急局。\n甲市水务局办公室 2021年5月21日印发")
    assert (cover.printed_on, cover.copied_to) == ("2021-05-21", ("市应急局",))
    assert (child.printed_on, child.copied_to) == (None, ())


def test_three_levels() -> None:
    top = "丙乡人民政府关于转发《乙县水务局关于转发关于做好汛期值守工作的通知的通知》的通知\n"
    top += "各村：\n现转发给你们。\n丙乡人民政府\n2021年5月28日\n"
    notices = read_text(top + FORWARD + FORWARDED)
    assert len(notices) == 3
    assert notices[2].parent_id == notices[1].id


@pytest.mark.parametrize(
    "line",
    [
        "（信息公开形式：主动公开）",
        "信息公开选项：依申请公开",
        "公开方式：主动公开",
        "（此件公开发布）",
        "此件不予公开",
        "主动公开",
        "依申请公开",
        "公开发布",
        "抄送：市委办公室。",
        "抄报：省水利厅",
        "抄告：各区",
        "分送：各科室",
        "（此页无正文）",
        "此页无正文",
        "校对：张某",
        "责任校对：张某",
        "（联系人：张某，电话：12345）",
        "联系电话：12345",
        "联系方式：12345",
        "经办人：张某",
        "承办单位：办公室",
        "打字：李某",
        "附件",
        "附表2：",
    ],
)
def test_notes_between_a_signature_and_what_follows(line: str) -> None:
    assert split._is_note(line)
