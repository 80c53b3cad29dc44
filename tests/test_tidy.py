"""Repairs of the block sequence: what each mends, what each leaves alone, and that all can be taken back."""

from __future__ import annotations

from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.compiled import first_characters
from ingest.notice import Block, Cell, Document, Place, table_block
from ingest.repairs import doubts, furniture
from ingest.repairs.pieces import Blocks
from ingest.repairs.tidy import STEPS, apply, tidied, undo


def lines(text: str) -> tuple[Block, ...]:
    """The blocks of a text as the text reader makes them."""
    numbered = enumerate(text.split("\n"), 1)
    return tuple(Block(line.rstrip(), ((0, Place(line=number)),)) for number, line in numbered if line.strip())


def mended(text: str) -> list[str]:
    return [block.text for block in tidied(Document(lines(text), "text/plain")).blocks]


def names(text: str) -> set[str]:
    return {repair.name for repair in tidied(Document(lines(text), "text/plain")).repairs}


WRAPPED = """关于加强夏季防汛值守工作的通知
各科室、各站所：
    入汛以来，我市连续出现强降雨天气，部分低洼地段积水较深，为确保
群众安全，现就做好值守工作通知如下，请各单位结合实际抓好落实。要按
照分级负责的原则，把责任落到每一个岗位，遇有险情要在2小时内上报，
并同步通知下游乡镇做好转移准备。各站所负责同志手机要保持畅通，不得
一、落实值班制度
    每日由一名负责同志带班，值班人员不少于2人，交接班时要当面核对，
水位记录。记录要写明时间、地点和处置情况，保存期限不少于3年，由办
公室统一归档。
"""


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("对 14 日内到过该地的人员", ["对14日内到过该地的人员"], "blanks round figures come from typesetting"),
        ("第 1、7、14 天各检测 1 次", ["第1、7、14天各检测1次"], "also in a list of days"),
        ("某市财政局 某市审计局", ["某市财政局 某市审计局"], "a blank between names separates them"),
        ("第一章 总　则", ["第一章 总则"], "a padded word; the blank after the number stays"),
        ("附件1 应急物资清单", ["附件1 应急物资清单"], "the number of an attachment is no figure in a sentence"),
        (
            "县(区)民政局,街道办:现通知如下;请照办",
            ["县（区）民政局，街道办：现通知如下；请照办"],
            "marks typed in half width",
        ),
        ("于8:30开会,收费1,500元(GB 5749)", ["于8:30开会，收费1,500元(GB 5749)"], "figures and Latin keep theirs"),
        ("甲乡\u200b镇", ["甲乡镇"], "characters without a picture"),
        (
            "奖励标准： 对新认定的区级企业工程 （技术）中心，给予5万元奖励，名额不限，可以重复申报； "
            "对新认定为 市级企业研究院、重点实验室或者技术中心的，给予30万元奖励。",
            [
                "奖励标准：",
                "对新认定的区级企业工程（技术）中心，给予5万元奖励，名额不限，可以重复申报；",
                "对新认定为市级企业研究院、重点实验室或者技术中心的，给予30万元奖励。",
            ],
            "a blank before a bracket, or behind 为, ends no paragraph",
        ),
        (
            "（一）日取地表水8000立方米、日取地下水5000立方米\n以上的项目，由省水行政主管部门审批。",
            ["（一）日取地表水8000立方米、日取地下水5000立方米以上的项目，由省水行政主管部门审批。"],
            "the bound of an amount at a line's end",
        ),
        (
            "各区市应当建设不少于20个站点\n以上措施自2024年3月1日起施行。",
            ["各区市应当建设不少于20个站点", "以上措施自2024年3月1日起施行。"],
            "what stands above is spoken of, and no amount",
        ),
        ("通知如下。\n— 3 —\n一、总体要求", ["通知如下。", "一、总体要求"], "a page number on its own line"),
        ("请遵照执行。\n扫一扫在手机打开当前页\n分享：", ["请遵照执行。"], "buttons of a page"),
        ("请于3月1日前报送。\n来源：市政府办", ["请于3月1日前报送。"], "the source line of a site"),
        ("2021年5月20日\n附件信息:", ["2021年5月20日"], "the heading of a site's list of files"),
        ("5月20日\n日期：2021-05-20浏览量：12来源：办公室", ["5月20日"], "a site's labels run together"),
        (
            "甲市防汛指挥部通告（第3号）\n时间:2021-05-20 10:48\n请遵照。",
            ["甲市防汛指挥部通告（第3号）", "请遵照。"],
            "when a page was put up",
        ),
        ("附件信息报送要求见附件1。", ["附件信息报送要求见附件1。"], "a sentence of the notice"),
        ("登录后下载申请表并填写", ["登录后下载申请表并填写"], "an instruction of the notice is no button"),
        (
            "要对证件进行\n立即\n扫码核验”工作。",
            ["要对证件进行", "立即", "扫码核验”工作。"],
            "words of a sentence cut into lines",
        ),
        ("请遵照执行。\n立即\n投稿\n返回", ["请遵照执行。"], "buttons stand together"),
        ("请遵照执行。\n录入: 某某 责任编辑: 某某\n【大 小】 【打印本文】", ["请遵照执行。"], "a news site's foot"),
        ("要做好值守。\n【概念】指防汛", ["要做好值守。", "【概念】指防汛"], "one word in brackets is a heading"),
        ("http://www.a.cn 甲新闻网 2021-05-20 07:57\n请遵照。", ["请遵照。"], "the address of a page with its day"),
        (
            "申报网址 http://www.a.cn\n请遵照。",
            ["申报网址http://www.a.cn", "请遵照。"],
            "an address that the notice gives",
        ),
        ("防汛通知▼各站：", ["防汛通知各站："], "a mark that only points on"),
        ("会议时间：3月5日上午", ["会议时间：3月5日上午"], "a time that the notice sets is no time of publication"),
    ],
)
def test_lines_are_mended(text: str, expected: list[str], reason: str) -> None:
    assert mended(text) == expected, reason


def test_lines_of_one_width_are_joined() -> None:
    joined = mended(WRAPPED)
    assert "为确保群众安全" in joined[2] and "要按照分级负责" in joined[2]
    assert joined[3] == "一、落实值班制度"
    assert joined[4].endswith("由办公室统一归档。")


def test_a_sentence_cut_by_a_page_break_is_joined() -> None:
    text = "各单位要把防汛物资清点一遍，缺少的要及时补齐，不能让物资在紧要关头\n\n掉链子，严防发生责任事故。"
    assert mended(text) == [
        "各单位要把防汛物资清点一遍，缺少的要及时补齐，不能让物资在紧要关头掉链子，严防发生责任事故。"
    ]


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        ("一、切实加强组织领导，压实各方责任", "各单位要高度重视，认真落实。", "a heading has no full stop"),
        ("某市防汛抗旱指挥部办公室工作规则和值班制度", "为规范工作，制定本规则。", "a title stands above 为…"),
        (
            "各单位要高度重视，把任务落到实处。",
            "市防汛抗旱指挥部办公室负责解释，自印发之日起执行。",
            "the sentence has ended",
        ),
    ],
)
def test_paragraphs_stay_apart(first: str, second: str, reason: str) -> None:
    assert mended(f"{first}\n\n{second}") == [first, second], reason


@pytest.mark.parametrize(
    ("line", "expected", "reason"),
    [
        (
            "二、切实转变服务理念（二）把保护权益作为行动。",
            ["二、切实转变服务理念", "（二）把保护权益作为行动。"],
            "a heading and its item",
        ),
        ("二、落实办法第三条（二）项规定。", ["二、落实办法第三条（二）项规定。"], "an item that is referred to"),
        (
            "二、各区要抓好落实。（二）类企业除外。",
            ["二、各区要抓好落实。（二）类企业除外。"],
            "a sentence is no heading",
        ),
    ],
)
def test_headings_that_run_on(line: str, expected: list[str], reason: str) -> None:
    assert mended(f"关于做好服务工作的通知\n各区：\n{line}")[2:] == expected, reason


@pytest.mark.parametrize(
    ("head", "kept", "reason"),
    [
        (
            "当前位置： 首页 > 信息公开 > 通知公告 【字体：大 中 小】 【打印】 【关闭】 ",
            [],
            "a path, sizes of type, buttons",
        ),
        ("甲市水务局网站 首页 机构职能 通知公告 ", [], "a menu"),
        ("索 引 号： 1133/2021-12 发布机构： 甲市水务局 成文日期： 2021-05-20 ", [], "labels with their values"),
        ("甲市水务局 ", ["甲市水务局"], "an organ"),
    ],
)
def test_what_a_page_has_above_a_text_without_breaks(head: str, kept: list[str], reason: str) -> None:
    assert mended(head + FLAT)[: len(kept) + 1] == [*kept, FLAT.split()[0]], reason


def test_a_short_text_of_one_line_has_lost_its_breaks() -> None:
    text = "关于停水的通告 因管网检修，5月21日停水，请用户提前储水，敬请谅解。 特此通告。 甲市水务局 2021年5月20日18时"
    assert mended(text) == text.split()
    copies = f"{text} 抄　送： 市住建局。"
    assert mended(copies)[-1].replace(" ", "").replace("\u3000", "") == "抄送：市住建局。"


FLAT = (
    "甲市水务局关于做好汛期值守工作的通知 甲水发〔2021〕12号 各区水务局，局属各单位： "
    "　　为做好汛期值守工作，现通知如下： "
    "　　一、加强值守 实行24小时值班，遇有险情1小时内报告。 　　二、备足物资 各区要在6月1日前完成清点。 "
    "　　附件：1.值班表 2.物资清单 　　甲市水务局 　　2021年5月20日 （此件公开发布）"
)


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        (
            "各区水务局： 为做好值守，现将有关事项通知如下 一、值守范围：全部泵站，包括临时泵站、移动泵车和各类涵闸"
            " 二、值守时间：入汛至出汛期间全天"
            " 三、值守要求：站长到岗，遇有险情1小时内报告，并同步通知下游做好准备，交接班时要当面核对，写明时间地点"
            " 二〇二一年五月二十日",
            [
                "各区水务局：",
                "为做好值守，现将有关事项通知如下",
                "一、值守范围：全部泵站，包括临时泵站、移动泵车和各类涵闸",
                "二、值守时间：入汛至出汛期间全天",
                "三、值守要求：站长到岗，遇有险情1小时内报告，并同步通知下游做好准备，交接班时要当面核对，写明时间地点",
                "二〇二一年五月二十日",
            ],
            "no full stops: the numbers of the items tell",
        ),
        (
            "甲市水务局关于做好防汛工作的通知各区水务局：根据防汛条例，现就有关事项通知如下，请认真落实，确保安全。",
            [
                "甲市水务局关于做好防汛工作的通知",
                "各区水务局：",
                "根据防汛条例，现就有关事项通知如下，请认真落实，确保安全。",
            ],
            "the title and the addressees in one line",
        ),
        (
            "甲市水务局关于泵站津贴标准的通知 甲水发[2007]12号 2007.5.20 各区水务局，各泵站： "
            "一、值守人员的津贴每天不低于10元。 二、本通知自2007年6月1日起执行。",
            [
                "甲市水务局关于泵站津贴标准的通知",
                "甲水发[2007]12号",
                "2007.5.20",
                "各区水务局，各泵站：",
                "一、值守人员的津贴每天不低于10元。",
                "二、本通知自2007年6月1日起执行。",
            ],
            "the day in figures below the number",
        ),
        (
            "甲市水务局关于印发防汛方案的通知\n各区水务局，局属各单位：《甲市防汛方案》已经市政府同意，现印发给你们，请认真贯彻执行。",
            [
                "甲市水务局关于印发防汛方案的通知",
                "各区水务局，局属各单位：",
                "《甲市防汛方案》已经市政府同意，现印发给你们，请认真贯彻执行。",
            ],
            "the addressees run on into a title in 《》",
        ),
        (
            "甲市水务局关于学习防汛文件的通知\n各区水务局要组织学习以下文件：《甲市防汛方案》《甲市抗旱方案》，确保人人知晓。",
            [
                "甲市水务局关于学习防汛文件的通知",
                "各区水务局要组织学习以下文件：《甲市防汛方案》《甲市抗旱方案》，确保人人知晓。",
            ],
            "what leads to a list of titles is no address",
        ),
    ],
)
def test_breaks_that_are_lost(text: str, expected: list[str], reason: str) -> None:
    assert mended(text) == expected, reason


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        (
            "关于开展安全检查的通知各中小学：近期事故多发，现通知如下：一、检查时间3月20日至4月20日。二、检查内容1.消防设施。"
            "2.实验室药品。三、工作要求（一）各校要于3月25日前自查。（二）教育局每月抽查。甲县教育局二〇二三年三月十五日",
            [
                "关于开展安全检查的通知",
                "各中小学：",
                "近期事故多发，现通知如下：",
                "一、检查时间3月20日至4月20日。",
                "二、检查内容",
                "1.消防设施。",
                "2.实验室药品。",
                "三、工作要求",
                "（一）各校要于3月25日前自查。",
                "（二）教育局每月抽查。",
                "甲县教育局",
                "二〇二三年三月十五日",
            ],
            "headings that their first item follows at once",
        ),
        (
            "甲市公共租赁住房管理办法第一章总则第一条为规范管理，制定本办法。第二条依照第一条制定细则。第二章申请与审核第三条"
            "申请人提交下列材料：（一）申请表；（二）身份证明。第四条公示不少于7日。",
            [
                "甲市公共租赁住房管理办法",
                "第一章总则",
                "第一条为规范管理，制定本办法。",
                "第二条依照第一条制定细则。",
                "第二章申请与审核",
                "第三条申请人提交下列材料：",
                "（一）申请表；",
                "（二）身份证明。",
                "第四条公示不少于7日。",
            ],
            "articles in their order, with the chapters that they open",
        ),
        (
            "甲市交通局通告（2023年第5号）因施工需要，对人民路实施管制，现通告如下：一、禁止货车通行。二、公交车辆绕行。"
            "附件：绕行路线图甲市公安局2023年5月20日",
            [
                "甲市交通局通告（2023年第5号）",
                "因施工需要，对人民路实施管制，现通告如下：",
                "一、禁止货车通行。",
                "二、公交车辆绕行。",
                "附件：绕行路线图甲市公安局",
                "2023年5月20日",
            ],
            "an announcement; who signs behind an attachment's name is not sure",
        ),
        (
            "甲市水务局关于做好汛期值守的通知甲水发〔2022〕15号各区水务局：请做好汛期值守，每日17时前报送情况。附件：值守表"
            "甲市水务局2022年3月15日",
            [
                "甲市水务局关于做好汛期值守的通知",
                "甲水发〔2022〕15号",
                "各区水务局：",
                "请做好汛期值守，每日17时前报送情况。",
                "附件：值守表",
                "甲市水务局",
                "2022年3月15日",
            ],
            "the organ that the title names signs behind an attachment",
        ),
        (
            "根据《甲市防汛条例》第一条、第二条规定，各区要在2023年5月20日前完成排查，并按照甲市水务局2021年3月2日的要求做好准备。",
            [
                "根据《甲市防汛条例》第一条、第二条规定，各区要在2023年5月20日前完成排查，并按照甲市水务局2021年3月2日的要求做好准备。"
            ],
            "one paragraph that cites articles and days",
        ),
    ],
)
def test_a_notice_in_one_line(text: str, expected: list[str], reason: str) -> None:
    assert mended(text) == expected, reason


NOTICE = (
    "关于做好防汛工作的通知",
    "各区水务局：",
    "现将有关事项通知如下：",
    "一、每周巡查2次。",
    "二、每日17时前报送情况。",
    "2022年3月15日",
)


@pytest.mark.parametrize(
    ("sign", "reason"),
    [
        ("> ", "a quoted mail"),
        (">> ", "a mail that is quoted twice"),
        ("{:>3}  ", "an editor's numbers"),
        ("{}: ", "numbers with a colon"),
        ("{}\t", "numbers and a tab"),
    ],
)
def test_signs_in_front_of_every_line(sign: str, reason: str) -> None:
    assert mended("\n".join(sign.format(at) + line for at, line in enumerate(NOTICE, 1))) == [*NOTICE], reason


@pytest.mark.parametrize(
    "text",
    [
        "1 甲区水务局\n2 乙区水务局\n3 丙区水务局\n4 丁区水务局\n5 戊区水务局",
        "1 总则\n2 适用范围\n3 组织体系\n4 应急响应\n6 附则",
        "水位标准\n>10米\n>12米\n>14米\n一般",
    ],
)
def test_numbers_and_marks_that_are_the_text_s_own_stay(text: str) -> None:
    assert "line_signs" not in names(text)


def test_breaks_that_are_written_out() -> None:
    assert mended("\\n".join(NOTICE)) == mended("\\r\\n".join(NOTICE)) == [*NOTICE]
    assert mended("路径为D:\\new，请核对。") == ["路径为D:\\new，请核对。"]


def test_letter_spaced_print_loses_its_blanks() -> None:
    assert mended("2 0 2 2 年 3 月 1 5 日 前 报 送") == ["2022年3月15日前报送"]
    assert mended("甲市财政局 乙市财政局 丙市财政局") == ["甲市财政局 乙市财政局 丙市财政局"]


def test_chapters_that_run_on_at_both_ends() -> None:
    duties = (
        "值守人员当面交接，逐项记录水位",
        "闸门每月检修，由站长签字确认",
        "备用电源按季度试机，油料单独存放",
        "险情一小时内报告，同步通知下游乡镇",
    )
    numbers = [tens + ones for tens in ("十", "二十", "三十", "四十") for ones in "一二三四五六七八九"]
    articles = "".join(f"第{n}条  第{n}号泵站{duties[at % 4]}，不得遗漏。" for at, n in enumerate(numbers))
    cover = "各区水务局：经市政府同意，现将《甲市泵站管理办法》印发给你们，请认真执行。甲市水务局2021年5月20日"
    chapter = "甲市泵站管理办法第一章  总    则第一条  为加强管理，制定本办法。"
    texts = mended(f"甲市水务局关于印发甲市泵站管理办法的通知\n{cover}{chapter}{articles}")
    at = texts.index("第一章  总则")
    assert texts[at - 1 : at + 2 : 2] == ["甲市泵站管理办法", "第一条  为加强管理，制定本办法。"]


@pytest.mark.parametrize(
    ("intro", "kept", "reason"),
    [
        ("据甲市供电局消息，部分区域将停电。通告全文如下：", False, "a report leads over to the notice"),
        ("一、停电区域。通告全文如下：", True, "an item of the notice"),
    ],
)
def test_a_report_that_quotes_the_notice(intro: str, kept: bool, reason: str) -> None:
    title = "甲市供电局关于计划停电的通告"
    assert (mended(f"甲市停电区域公布\n{intro}\n{title}\n因线路改造，现将停电事项通告如下：")[0] != title) is kept, (
        reason
    )


def test_what_a_cover_prints_behind_its_date_runs_on() -> None:
    plan = "甲市防震规划（2021—2025年）"
    head = f"甲市水务局关于印发甲市防震规划的通知甲政发〔2021〕6号各区人民政府：《{plan}》已经批准，现印发给你们。"
    body = "为加强防震减灾工作，根据防震减灾条例，制定本规划。一、总体要求（一）坚持以防为主，各区每年开展1次应急演练，"
    items = "并做好记录。（二）新建工程达到抗震设防要求。二、主要任务（一）各区要在6月底前完成隐患排查，逐项销号。"
    cover = f"{head}甲市水务局2021年12月20日"
    texts = mended(f"{cover}{plan}{body}{items}")
    assert texts[texts.index(plan) + 1].startswith("为加强防震减灾工作")


@pytest.mark.parametrize(
    ("above", "kept", "reason"),
    [
        (["企业招用困难人员的补贴", "招用失业人员的企业可以申请补贴。"], False, "a reprint's headline and paragraph"),
        (["甲市补贴办法", "招用失业人员的企业可以申请补贴。"], True, "a document with a title of its own"),
        (["一、补贴对象", "招用失业人员的企业可以申请补贴。"], True, "an item of the notice"),
    ],
)
def test_a_report_above_the_title(above: list[str], kept: bool, reason: str) -> None:
    text = "\n".join([*above, "上海市人力资源局关于支付补贴的通知", "为鼓励企业招用失业人员，现就有关事项通知如下："])
    assert (mended(text)[0] == above[0]) is kept, reason


def test_blanks_stand_for_lost_paragraphs() -> None:
    assert mended(FLAT) == [
        "甲市水务局关于做好汛期值守工作的通知",
        "甲水发〔2021〕12号",
        "各区水务局，局属各单位：",
        "为做好汛期值守工作，现通知如下：",
        "一、加强值守",
        "实行24小时值班，遇有险情1小时内报告。",
        "二、备足物资",
        "各区要在6月1日前完成清点。",
        "附件：1.值班表",
        "2.物资清单",
        "甲市水务局",
        "2021年5月20日",
        "（此件公开发布）",
    ]


SENTENCES = [
    "（一）排查登记。社区要对返乡人员逐户登记，登记表当日送乡镇卫生院存档备查，不得漏登一户一人，也不得重复登记。",
    "（二）分类检测。对登记人员在3日内完成一次检测，结果于24小时内告知本人，并由乡镇卫生院录入平台统一管理。",
    "（三）跟踪管理。阳性人员由县疾控中心在2小时内完成流调，密切接触者由乡镇负责转运，全程做好防护和记录。",
    "（四）物资保障。县财政局按月拨付经费，采购清单每月10日前公示，账目由县审计局每季度核对一次，确保专款专用。",
]
HEAD = "关于做好返乡人员健康管理的通知\n各乡镇：\n为做好返乡人员管理，现通知如下。\n一、工作任务\n"


def test_windows_of_a_scraper_are_put_together() -> None:
    a, b, c, d = SENTENCES
    windows = HEAD + "\n".join([a, b, c, a, b, c, d])
    document = tidied(Document(lines(windows), "text/plain"))
    assert [block.text for block in document.blocks][4:] == [a, b, c, d]
    assert {"duplicated_text", "out_of_order"} <= document.flags


def test_honest_repetition_stays() -> None:
    same = "各单位要明确一名联络员，联络员名单于3月1日前报办公室。"
    text = HEAD + f"{SENTENCES[0]}\n{same}\n二、检查\n{SENTENCES[1]}\n{same}\n"
    assert mended(text).count(same) == 2
    assert "repeated_windows" not in names(text)


@pytest.mark.parametrize(
    ("text", "flag", "reason"),
    [
        ("对感染新冠病*的人员", "masked_characters", "a word filter took a character"),
        ("严格执行防控*策，不得擅自加码", "masked_characters", "also at a word's beginning"),
        ("合计=3*24小时", None, "a sign of multiplication"),
        ("该人员于,年1月22日入境", "missing_year", "the year is gone before 年"),
        ("每年1月15日前报送", None, "every year is a year"),
        ("2021年1月22日入境", None, "the year is there"),
        ("申请人____联系电话____日期____", "template", "a form with blanks"),
        ("各单位要加强值守，遇有险情及时报告，并做好群众转移安置和后续的", "truncated", "stops in mid-sentence"),
        ("优化营业执照，拓展电子\n营业执照服务功能。\n市审批局\n" * 35, "out_of_order", "the columns of a table, cut"),
        ("李某　　甲大学教授\n王某　　某学会主任委员\n" * 35, None, "a list of names"),
        ("各单位要加强值守，遇有险情及时报告，并做好群众转移安置工作。", None, "ends as a sentence ends"),
    ],
)
def test_doubts_leave_flags(text: str, flag: str | None, reason: str) -> None:
    assert doubts.of_text(lines(text)) == ({flag} if flag else set()), reason


def test_a_lost_year_is_not_invented() -> None:
    assert mended("该人员于，年1月22日入境") == ["该人员于，年1月22日入境"]


def test_reprints_are_unofficial() -> None:
    flags = tidied(
        Document(
            lines("下面为大家整理了防汛方案通用5篇。\n防汛方案通用篇1\n为做好防汛工作，制定本方案。"), "text/plain"
        )
    ).flags
    assert {"unofficial", "web_boilerplate"} <= flags


def test_what_a_site_left_out_leaves_its_flag() -> None:
    document = tidied(Document(lines("各单位要加强值守。\n2021年5月20日\n（本文有删减）"), "text/plain"))
    assert [block.text for block in document.blocks] == ["各单位要加强值守。", "2021年5月20日"]
    assert "truncated" in document.flags


def test_a_collection_leaves_its_ordinal_and_next_chapter() -> None:
    text = "7. 甲市水务局关于印发防汛工作要点\n的通知（2021 年5 月20 日）\n甲水发〔2021〕12 号\n各区水务局：\n"
    text += "现印发给你们，请遵照执行。\n甲市水务局\n2021 年5 月20 日\n三、华东\n（一）甲省"
    texts = mended(text)
    assert texts[0] == "甲市水务局关于印发防汛工作要点的通知（2021年5月20日）"
    assert texts[-1] == "2021年5月20日"


def test_the_cells_of_a_table_are_mended_each_by_itself() -> None:
    table = table_block(((Cell("序号"), Cell("名 称")), (Cell("1"), Cell("第 1 天"))))
    document = tidied(Document((*lines("关于物资的通知\n各单位："), table), "text/html"))
    assert [[cell.text for cell in row] for row in document.blocks[-1].rows] == [["序号", "名称"], ["1", "第1天"]]
    assert undo(document.blocks, document.repairs)[-1] == table


ALPHABET = st.sampled_from(
    [
        "关于做好防汛工作的通知",
        "各有关单位：",
        "一、",
        "（一）",
        "1.",
        "。",
        "，",
        " ",
        "　　",
        "附件：",
        "2021年5月20日",
        "甲市水务局",
        "（此件公开发布）",
        "打印",
        "— 1 —",
        "\u200b",
        "要在24 小时内报告",
        "《",
        "》",
        "*",
        "年1月2日",
        "甲发〔2021〕3 号",
    ]
)
TEXTS = st.lists(st.lists(ALPHABET, max_size=8).map("".join), max_size=24).map("\n".join)


@settings(max_examples=120, deadline=None)
@given(TEXTS)
def test_undo_restores_the_source(text: str) -> None:
    document = Document(lines(text), "text/plain")
    result = tidied(document)
    assert undo(result.blocks, result.repairs) == document.blocks


@settings(max_examples=120, deadline=None)
@given(TEXTS)
def test_places_stay_ascending_and_inside(text: str) -> None:
    for block in tidied(Document(lines(text), "text/plain")).blocks:
        offsets = [offset for offset, _ in block.places]
        assert offsets[0] == 0 and offsets == sorted(set(offsets)) and offsets[-1] <= max(len(block.text) - 1, 0)


@given(
    st.lists(
        st.tuples(st.integers(0, 3), st.integers(0, 2), st.lists(st.text("甲乙丙", max_size=2), max_size=3)), max_size=5
    )
)
def test_any_edits_can_be_undone(shapes: list[tuple[int, int, list[str]]]) -> None:
    blocks = tuple(Block(f"第{number}段") for number in range(30))
    edits, at = [], 0
    for skip, length, after in shapes:
        at += skip
        edits.append((at, at + length, tuple(map(Block, after))))
        at += length
    made, repairs = apply("test", blocks, edits)
    assert undo(made, repairs) == blocks


def test_every_step_has_a_name_and_says_what_it_mends() -> None:
    assert all(step.name and step.edits.__doc__ for step in STEPS)


@pytest.mark.parametrize("pattern", furniture.OPENED_LINES)
def test_site_lines_begin_as_is_asked_first(pattern: str) -> None:
    """Each alternative begins with one of the characters without which a line is not looked at; blanks are stripped."""
    first, _ = first_characters.begins_with(import_module("re._parser").parse(pattern))
    assert first is not None, "an alternative that can begin with anything belongs to those known by a word in them"
    begun = {chr(value) if str(name) == "LITERAL" else str(value) for name, value in first}
    assert begun - {"CATEGORY_SPACE"} <= furniture.OPENINGS


@pytest.mark.parametrize(
    ("line", "site"),
    [
        ("12人点赞", True),
        ("点赞 3", True),
        ("成为会员后才能查看全文", True),
        ("本文需付费阅读", True),
        ("甲ICP备05000001号", True),
        ("备案编号：甲ICP备05000001号-1", True),
        ("通知正文下载", True),
        ("防汛工作方案附表.docx", True),
        ("（本文有删减）", True),
        ("小编为大家整理了防汛通知", True),
        ("如有来源标注错误或侵犯了您的合法权益，请发邮件至a@b.cn，本站会第一时间删除。", True),
        ("本文来源于网络，如有侵权，请联系小编立即删除！", True),
        ("部分图片来源于网络，若侵犯到您的权益请告知，我们将于24小时内删除。", True),
        (
            "免责声明：本网站内容均来自互联网，其版权归原作者所有。如涉及版权问题，请在两周内来电，我们将立即处理。",
            True,
        ),
        ("声明：该文观点仅代表作者本人。", True),
        ("转载请注明地址：http://a.cn/1.html", True),
        ("欢迎转载，转载请注明出处。", True),
        ("未经授权不得转载", True),
        ("THE END", True),
        ("本站所有文章均为网友上传，若侵犯了您的权利，请在24小时内与我们联系，我们会及时处理", True),
        ("本网转载的文章，仅为传播更多信息，如信息标记有误，请第一时间联系我们修改或删除，多谢。", True),
        ("【免责声明】本站部分内容来自网络，如有侵权请于7日内联系。", True),
        ("以上就是关于养犬管理的全部内容，希望对大家有所帮助，更多信息每日更新。", True),
        ("手机访问 甲市生活网首页", True),
        ("手机访问市政务服务网首页，3日内完成登记。", False),
        ("发现侵权商品，我们将在24小时内下架。", False),
        ("发现抄袭的作品，请在3日内告知评审组，由评审组删除。", False),
        ("以上是申报内容，希望各单位在3日内报送", False),
        ("-- END --", True),
        ("下一篇：关于5日内报送名单的通知", True),
        ("第三条 网络平台应当在24小时内删除侵权链接，我们支持举报。", False),
        ("网站经营者侵犯他人合法权益的，应当立即删除并在3日内报告。", False),
        ("如发现侵犯您合法权益的行为，请拨打12345，我们将及时处理。", False),
        ("转载信息的，要注明来源，并在3日内备案。", False),
        ("声明：申请人所填内容属实。", False),
        ("下一条款的申请要在3日内办理。", False),
        ("分享到：", True),
        ("分享到：微信 微博 QQ空间", True),
        ("首页 > 政务公开 > 通知公告      字体：【大 中 小】  打印本页  关闭窗口", True),
        ("字号：[大] [中] [小]  打印本页  关闭", True),
        ("字号：[ 大 中 小 ]　 打印本页　　 分享到：", True),
        ("甲市水务局网站 >> 政务公开 >> 防汛信息", True),
        ("甲市水务局网站 首页 机构职能 政策法规 通知公告", True),
        ("【上一篇】 关于5日内报送名单的通知    【下一篇】 关于值守的通知", True),
        ("[打印]  [关闭]   Copyright©甲市政府网 甲ICP备05000001号 访问量：123", True),
        ("您是第21386位访问者", True),
        ("甲发布 2022-11-03 20:15 发表于甲省", True),
        ("供稿：水务局", True),
        ("政务公开 政策法规", False),
        ("通知公告", False),
        ("响应级别：一级>二级>三级，逐级响应。", False),
        ("【打印】 1.值守材料要打印两份，3日内报送", False),
        ("小组 大队 中队", False),
        ("要做好物资储备。", False),
        ("1.储备物资", False),
        ("下面各站所要落实责任", False),
    ],
)
def test_lines_of_a_site(line: str, site: bool) -> None:
    assert furniture.site_lines(Blocks((Block(line),))) == ({0} if site else set())


def test_a_menu_of_a_site_stands_in_lines_of_its_own() -> None:
    menu = "甲市水务局网站\n首页\n机构职能\n政策法规\n通知公告\n"
    text = "各站所：\n要做好值守工作，遇有险情1小时内报告。\n"
    assert mended(menu + text) == mended(text)
    columns = "政策法规\n通知公告\n机构职能\n"
    assert mended(columns + text)[:3] == columns.split(), "no 首页 among them: they can be headings"


@pytest.mark.parametrize(
    ("below", "left"),
    [
        ("相关推荐：\n关于3日内报送名单的通知\n关于5日内申领补贴的公告\n", 0),
        ("推荐阅读\n关于3日内报送名单的通知\n", 0),
        ("相关推荐：\n关于3日内报送名单的通知\n各站要在5日内申领补贴。\n", 3),
        ("附件：\n关于3日内报送名单的通知\n", 2),
    ],
)
def test_links_below_a_text(below: str, left: int) -> None:
    text = "关于加强值守的通告\n各站要落实责任，实行值守制度。\n"
    assert len(mended(text + below)) == 2 + left


@pytest.mark.parametrize("line", ["— 3 —", "第3页", "第 3 页 共 9 页", "3/9", "－3－", "３/９", "# Page 12:", "─1─"])
def test_page_numbers(line: str) -> None:
    assert furniture.is_page_line(line)
