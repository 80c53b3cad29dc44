"""Web pages: which text is the notice's, where paragraphs end, what tables and lists hold, what the page says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.errors import IngestError
from ingest.formats import read_document
from ingest.notice import Document
from ingest.readers.page_furniture import is_furniture
from ingest.readers.page_labels import iso_date, pairs
from ingest.sources import Source

TITLE = "长河市人民政府办公室关于做好冬季供暖保障工作的通知"
PARAGRAPHS = (
    "各区县人民政府，市政府各部门：",
    "为保障居民温暖过冬，现就有关事项通知如下：",
    "一、供热单位要在接到报修后2小时内上门，室温不得低于18℃。",
    "二、各区县每周至少巡查2次，发现问题立即报告。",
    "长河市人民政府办公室",
    "2022年11月3日",
)
BODY = "".join(f"<p>　　{text}</p>" for text in PARAGRAPHS)
MENU = "<ul class='menu'>" + "".join(f"<li><a href='/{n}'>栏目{n}，更多</a></li>" for n in range(40)) + "</ul>"
FOOT = (
    "<div class='foot'><a href='/a'>网站地图</a> <a href='/b'>联系我们</a> 主办单位：长河市人民政府办公室、市大数据局，"
    "承办：市信息中心，邮箱：a@b.cn，电话：0000。 河ICP备00000000号</div>"
)


def read(page: str | bytes, name: str = "page.html") -> Document:
    return read_document(Source(name, page.encode() if isinstance(page, str) else page))


def lines(document: Document) -> list[str]:
    return [block.text.strip() for block in document.blocks]


TRS = f"""<html><head><meta name="SiteName" content="长河市人民政府"><meta name="ArticleTitle" content="{TITLE}">
<meta name="PubDate" content="2022-11-04 09:30"><title>{TITLE}_长河市人民政府</title></head><body>{MENU}
<div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/z">公开</a> &gt; 通知</div>
<h1>{TITLE}</h1><div class="info">来源：市政府办公室 发布时间：2022-11-04 字体：大 中 小</div>
<div class="TRS_Editor"><style>p{{}}</style><div class="TRS_Editor">{BODY}</div></div>
<div><a href="P020221104.docx">附件：巡查表.docx</a></div><div class="share">分享到：微信</div>{FOOT}</body></html>"""

DAHAN = f"""<html><head><title>长河市人民政府 政策文件 {TITLE}</title></head><body>{MENU}<table class="xxgk_table">
<tr><td>索 引 号</td><td>00000/2022-11</td><td>分 类</td><td>能源、供热</td></tr>
<tr><td>发布机构</td><td>市政府办公室</td><td>发文日期</td><td>2022-11-03</td></tr>
<tr><td>名　　称</td><td colspan="3">{TITLE}</td></tr>
<tr><td>文　　号</td><td>长政办发〔2022〕9号</td><td>有 效 性</td><td>有效</td></tr></table>
<div class="main"><div id="box"><!--ZJEG_RSS.content.begin-->{BODY}<!--ZJEG_RSS.content.end--></div></div>
<p>【打印本页】【关闭窗口】</p>{FOOT}</body></html>"""

UCAP = f"""<div class="wrap"><table><tbody><tr><td><table class="bd1"><tr><td><b>索 引 号：</b></td><td>000/2022-1</td>
<td><b>主题分类：</b></td><td>城乡建设</td></tr><tr><td><b>发文机关：</b></td><td>长河市人民政府办公室</td>
<td><b>成文日期：</b></td><td>2022年11月3日</td></tr><tr><td><b>发文字号：</b></td><td>长政办发〔2022〕9号</td>
<td><b>发布日期：</b></td><td>2022年11月04日</td></tr></table></td></tr></tbody></table>
<table><tr><td id="UCAP-CONTENT"><p align=center>{TITLE}</p>{BODY}</td></tr></table>
<div id="qr_container">扫一扫在手机打开当前页</div></div>"""

WECHAT = f"""<html><head><meta property="og:title" content="{TITLE}"></head><body>
<h1 class="rich_media_title" id="activity-name">{TITLE}</h1><div id="js_content" style="visibility: hidden;">
{"".join(f"<section><span>{text[:4]}</span><span>{text[4:]}</span></section>" for text in PARAGRAPHS)}</div>
<p>微信扫一扫关注该公众号</p></body></html>"""

TABLES = f"""<html><body><table width=100%><tr><td>{MENU}</td></tr><tr><td><table><tr><td><b>{TITLE}</b></td></tr>
<tr><td>{"<br><br>".join("　　" + text for text in PARAGRAPHS)}</td></tr></table></td></tr>
<tr><td>{FOOT}</td></tr></table></body></html>"""

DENSE = f"""<html><head><title>{TITLE}-长河市人民政府门户网站</title></head><body><div>{MENU}</div><div id="x7">
<div class="q"><h2>{TITLE}</h2></div><div class="w">{BODY}</div></div>{FOOT}</body></html>"""

DOWNLOADED = f"""<%@ page contentType="text/html;charset=UTF-8" %>
<html><script>var x = '<p>脚本，不是正文。</p>'</script><head><title>长河市人民政府 政策文件 {TITLE}</title></head>
<body>{MENU}<h3>{TITLE}</h3><div class="wenz"><UCAPCONTENT>{BODY}</UCAPCONTENT></div>
<div class="info_ewm">扫一扫在手机打开当前页</div><div class="editor"><span>【我要纠错】</span> 责任编辑：王某</div>
<div class="xg-list related"><div>相关稿件</div><ul><li><a href="1.htm">另一件事，重要。</a></li></ul></div>{FOOT}
</body></html>"""

PAGES = (
    ("a tag of the system's own, server code above, the site's name first in the title", DOWNLOADED),
    ("TRS: the container nests itself, title and credits stand above it", TRS),
    ("大汉: the text stands between comments", DAHAN),
    ("gov.cn: a fragment without a head, information in a nested table", UCAP),
    ("WeChat: the text is hidden until a script runs", WECHAT),
    ("old site: tables for layout, br for paragraphs", TABLES),
    ("unknown template: found by its sentences, the heading beside it", DENSE),
    ("closes its body early and goes on", DENSE.replace('<div class="w">', '</body></html><div class="w">')),
    ("nothing is closed", f"<h1>{TITLE}</h1>" + "".join(f"<p>{text}" for text in PARAGRAPHS)),
)


@pytest.mark.parametrize(("reason", "page"), PAGES, ids=[reason for reason, _ in PAGES])
def test_page_gives_title_and_body_and_nothing_else(reason: str, page: str) -> None:
    assert lines(read(page)) == [TITLE, *PARAGRAPHS], reason


@pytest.mark.parametrize(
    ("reason", "data"),
    [
        ("GBK, declared as gb2312", TRS.replace("<head>", "<head><meta charset=gb2312>").encode("gb18030")),
        ("GBK, declared as UTF-8", TRS.replace("<head>", "<head><meta charset=utf-8>").encode("gb18030")),
        ("UTF-8, declared as gb2312", TRS.replace("<head>", "<head><meta charset=gb2312>").encode()),
        ("GBK, not declared, mostly ASCII styles", (TRS + f"<style>{'a{color:red}' * 900}</style>").encode("gb18030")),
        ("UTF-16 with a mark", TRS.encode("utf-16")),
        ("XHTML with an XML declaration", b'<?xml version="1.0" encoding="UTF-8"?>\n' + TRS.encode()),
    ],
)
def test_charset(reason: str, data: bytes) -> None:
    assert lines(read(data)) == [TITLE, *PARAGRAPHS], reason


def test_page_archive_is_read() -> None:
    page = TRS.encode("gb18030").hex("=").upper()
    archive = (
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; '
        f"charset=gb2312\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n={page}\r\n--b--\r\n"
    )
    assert lines(read(archive, "notice.doc")) == [TITLE, *PARAGRAPHS]


@pytest.mark.parametrize(
    ("reason", "page", "name", "value"),
    [
        ("meta tag", TRS, "site", "长河市人民政府"),
        ("meta tag, a date with a time", TRS, "published_on", "2022-11-04"),
        ("credit line above the text", TRS, "publisher", "市政府办公室"),
        (
            "credits in spans that run together",
            "<h1>停水通告</h1><p><span>来源：市水务局</span>\n<span>浏览量：12</span></p>"
            "<div id=zoom>5日8时起，停水。</div>",
            "publisher",
            "市水务局",
        ),
        ("link beside the text", TRS, "attachments", "附件：巡查表.docx\tP020221104.docx"),
        ("table without colons, padded labels", DAHAN, "doc_number", "长政办发〔2022〕9号"),
        ("发文日期 is the day of signing", DAHAN, "signed_on", "2022-11-03"),
        ("full-width padding in the label", DAHAN, "title", TITLE),
        ("validity", DAHAN, "validity", "有效"),
        ("the publisher is not taken for the issuer", DAHAN, "issuer", None),
        ("nested table, labels in bold", UCAP, "issuer", "长河市人民政府办公室"),
        ("成文日期 and 发布日期 are two dates", UCAP, "signed_on", "2022-11-03"),
        ("发布日期", UCAP, "published_on", "2022-11-04"),
        ("page title without the site's name", DENSE, "title", TITLE),
        ("page title with the site's name in front: the heading is the title", DOWNLOADED, "title", TITLE),
        (
            "a joint issue's title keeps its underscore",
            "<title>甲局_乙局关于供暖的通知</title><p>各市：请遵照执行。</p>",
            "title",
            "甲局_乙局关于供暖的通知",
        ),
        (
            "a dash between years is no site name",
            "<title>供暖规划（2021-2025年）</title><p>各市：请遵照执行。</p>",
            "title",
            "供暖规划（2021-2025年）",
        ),
        (
            "a list of items with b and span",
            "<ul><li><b>文号：</b><span>长政〔2022〕1号</span></li><li><b>成文日期：</b>"
            "2022年1月2日</li><li><b>有效性：</b>失效</li></ul><p>各市：请遵照执行。</p>",
            "doc_number",
            "长政〔2022〕1号",
        ),
        (
            "a definition list",
            "<dl><dt>索引号</dt><dd>1-2</dd><dt>主题词</dt><dd>供热</dd><dt>公开方式</dt>"
            "<dd>主动公开</dd></dl><p>各市：请遵照执行。</p>",
            "disclosure",
            "主动公开",
        ),
    ],
)
def test_meta(reason: str, page: str, name: str, value: str | None) -> None:
    assert read(page).meta.get(name) == value, reason


@pytest.mark.parametrize(
    ("reason", "markup", "expected"),
    [
        (
            "Word puts each number into its own span",
            "<p>隔离<span>14</span><span>天</span>，<font>每3天</font>1次。</p>",
            ["隔离14天，每3天1次。"],
        ),
        (
            "a line end of the source is no blank between Chinese characters",
            "<p>各县\n      人民政府，请\n遵照。</p>",
            ["各县人民政府，请遵照。"],
        ),
        ("a blank that is typed stays", "<p>发展改革委 数据局，联合发文。</p>", ["发展改革委 数据局，联合发文。"]),
        ("Latin words keep their blank", "<p>采用 open\ndata 标准。</p>", ["采用 open data 标准。"]),
        (
            "no-break spaces become plain ones, trailing ones go",
            "<p>国务院&nbsp;&nbsp;办公厅，印发。&nbsp; </p>",
            ["国务院  办公厅，印发。"],
        ),
        ("zero-width characters go", "<p>隔离1\u200b4天，其他\ufeff不变。</p>", ["隔离14天，其他不变。"]),
        (
            "zero-width characters written as entities go",
            "<p>隔离1&#8203;4天，2014&shy;2020年。</p>",
            ["隔离14天，2014-2020年。"],
        ),
        (
            "struck out by style",
            "<p>隔离<span style='text-decoration: line-through'>21</span>14天。</p>",
            ["隔离14天。"],
        ),
        ("preformatted text has lines", "<pre>第一条，甲。\n第二条，乙。</pre>", ["第一条，甲。", "第二条，乙。"]),
        ("text beside a paragraph", "<div>甲，先。<p>乙，中。</p>丙，后。</div>", ["甲，先。", "乙，中。", "丙，后。"]),
        (
            "comments, scripts and styles are no text",
            "<p>甲<!-- 注释 -->，乙<script>var a='，'</script>。</p>",
            ["甲，乙。"],
        ),
        ("what is struck out no longer holds", "<p>隔离<s>21</s>14天，照办。</p>", ["隔离14天，照办。"]),
        ("Word's own tags", "<p>甲<o:p>，</o:p>乙<?xml:namespace prefix='o' />。</p>", ["甲，乙。"]),
        (
            "a name like `print` does not lose the text",
            "<div id='printArea'><p>各市：请遵照执行。</p></div>",
            ["各市：请遵照执行。"],
        ),
        (
            "a class `footer` with the signature stays",
            "<p>各市：请遵照执行。</p><div class='footer'>长河市教育局</div>",
            ["各市：请遵照执行。", "长河市教育局"],
        ),
        (
            "a foot without a name that holds more sentences than the notice",
            "<div><h2>停水通告</h2><p>5日8时起停水。</p></div><div>主办：市政府，承办：市信息中心，电话：0，地址：城，邮编：0。"
            "<br>版权所有：市政府，河ICP备0号，河公网安备0号，网站标识码：0。</div>",
            ["停水通告", "5日8时起停水。"],
        ),
        (
            "links below 相关链接 go",
            "<p>各市：请遵照执行。</p><p>相关链接</p><p><a href='1'>关于另一件事的通知</a></p>",
            ["各市：请遵照执行。"],
        ),
        (
            "a heading 相关文件 with text below stays",
            "<p>各市：请遵照执行。</p><p>相关文件</p><p>甲办法，乙细则。</p>",
            ["各市：请遵照执行。", "相关文件", "甲办法，乙细则。"],
        ),
    ],
)
def test_blocks(reason: str, markup: str, expected: list[str]) -> None:
    assert lines(read(f"<html><body>{markup}</body></html>")) == expected, reason


@pytest.mark.parametrize(
    ("reason", "markup", "expected"),
    [
        ("plain", "<ol><li>甲；</li><li>乙。</li></ol>", ["1.甲；", "2.乙。"]),
        (
            "start, value",
            "<ol start=3><li>甲；</li><li value=9>乙；</li><li>丙。</li></ol>",
            ["3.甲；", "9.乙；", "10.丙。"],
        ),
        (
            "Chinese numbers",
            "<ol style='list-style-type: cjk-ideographic'><li>甲；</li><li>乙。</li></ol>",
            ["一、甲；", "二、乙。"],
        ),
        ("letters", "<ol type=A><li>甲；</li><li>乙。</li></ol>", ["A. 甲；", "B. 乙。"]),
        (
            "small roman",
            "<ol type=i><li>甲；</li><li>乙；</li><li>丙；</li><li>丁。</li></ol>",
            ["i. 甲；", "ii. 乙；", "iii. 丙；", "iv. 丁。"],
        ),
        ("counted down", "<ol reversed><li>甲；</li><li>乙。</li></ol>", ["2.甲；", "1.乙。"]),
        (
            "nested lists count for themselves",
            "<ol><li>甲：<ol><li>乙；</li></ol></li><li>丙。</li></ol>",
            ["1.甲：", "1.乙；", "2.丙。"],
        ),
        ("a typed number is not doubled", "<ol><li>（一）甲；</li><li>2、乙。</li></ol>", ["（一）甲；", "2、乙。"]),
        ("a number that belongs to the text is no typed one", "<ol><li>14天，甲；</li></ol>", ["1.14天，甲；"]),
        ("without marks", "<ol style='list-style:none'><li>甲；</li></ol>", ["甲；"]),
        ("bullets are no numbers", "<ul><li>甲；</li><li>乙。</li></ul>", ["甲；", "乙。"]),
        ("an absurd start is ignored", "<ol start=99999999999999999999><li>甲；</li></ol>", ["1.甲；"]),
    ],
)
def test_list_numbers(reason: str, markup: str, expected: list[str]) -> None:
    assert lines(read(f"<p>各市：请遵照执行。</p>{markup}"))[1:] == expected, reason


def table_of(markup: str) -> list[list[str]]:
    tables = [block for block in read(f"<p>各市：请遵照执行。</p>{markup}").blocks if block.kind == "table"]
    return [[cell.text for cell in row] for table in tables for row in table.rows]


@pytest.mark.parametrize(
    ("reason", "markup", "expected"),
    [
        (
            "plain",
            "<table><tr><th>人员</th><th>时限</th></tr><tr><td>甲</td><td>14天</td></tr></table>",
            [["人员", "时限"], ["甲", "14天"]],
        ),
        (
            "a cell over two rows",
            "<table><tr><td rowspan=2>甲</td><td>乙</td></tr><tr><td>丙</td></tr></table>",
            [["甲", "乙"], ["甲", "丙"]],
        ),
        (
            "a cell over two columns",
            "<table><tr><td colspan=2>甲</td></tr><tr><td>乙</td><td>丙</td></tr></table>",
            [["甲", "甲"], ["乙", "丙"]],
        ),
        (
            "both at once",
            "<table><tr><td rowspan=2 colspan=2>甲</td><td>乙</td></tr><tr><td>丙</td></tr></table>",
            [["甲", "甲", "乙"], ["甲", "甲", "丙"]],
        ),
        (
            "rowspan 0 reaches to the end",
            "<table><tr><td rowspan=0>甲</td><td>乙</td></tr><tr><td>丙</td></tr></table>",
            [["甲", "乙"], ["甲", "丙"]],
        ),
        (
            "an absurd span is cut",
            "<table><tr><td rowspan=9999>甲</td><td>乙</td></tr><tr><td>丙</td></tr></table>",
            [["甲", "乙"], ["甲", "丙"]],
        ),
        (
            "a span that is no number",
            "<table><tr><td rowspan='x'>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table>",
            [["甲", "乙"], ["丙", "丁"]],
        ),
        (
            "a short row is filled",
            "<table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td></tr></table>",
            [["甲", "乙"], ["丙", ""]],
        ),
        (
            "paragraphs of a cell are lines",
            "<table><tr><td>甲</td><td><p>一，</p><p>二。</p></td></tr><tr><td>乙</td><td>三</td></tr></table>",
            [["甲", "一，\n二。"], ["乙", "三"]],
        ),
        ("one column is layout", "<table><tr><td>甲，</td></tr><tr><td>乙。</td></tr></table>", []),
        ("one row is layout", "<table><tr><td>甲，</td><td>乙。</td></tr></table>", []),
        (
            "a cell that holds everything is layout",
            f"<table><tr><td>甲</td><td>乙</td></tr><tr><td>{'文，' * 400}</td><td>丙</td></tr></table>",
            [],
        ),
        (
            "long cells of a real table are data",
            f"<table><tr><td>甲</td><td>{'文，' * 400}</td></tr><tr><td>乙</td><td>{'字，' * 400}</td></tr></table>",
            [["甲", "文，" * 400], ["乙", "字，" * 400]],
        ),
    ],
)
def test_tables(reason: str, markup: str, expected: list[list[str]]) -> None:
    assert table_of(markup) == expected, reason


def test_caption_and_text_beside_cells_are_kept() -> None:
    rows = "<tr><td>甲</td><td>乙</td></tr>单位：人<tr><td>丙</td><td>丁</td></tr>"
    assert lines(read(f"<p>各市：请照办。</p><table><caption>表1</caption>{rows}</table>"))[1:] == [
        "表1",
        "单位：人",
        "甲\t乙\n丙\t丁",
    ]


def test_merged_cell_stands_once_in_the_text_with_its_own_place() -> None:
    page = "<p>各市：请照办。</p><table><tr><td rowspan=2>甲</td><td>乙</td></tr><tr><td>丙</td></tr></table>"
    table = read(page).blocks[-1]
    assert table.text == "甲\t乙\n\t丙"
    assert [cell.origin for row in table.rows for cell in row] == [True, True, False, True]
    assert (table.place_at(table.text.index("丙")).path or "").endswith("tr[2]/td[1]")


@pytest.mark.parametrize(
    ("reason", "first_row", "header"),
    [
        ("th", "<th>人员</th><th>时限</th>", True),
        ("short words without th", "<td>人员类别</td><td>隔离时限</td>", True),
        ("sentences are no header", "<td>凡来我市的人员，一律报备。</td><td>时限</td>", False),
        ("numbers are no header", "<td>1</td><td>14</td>", False),
    ],
)
def test_header_cells(reason: str, first_row: str, header: bool) -> None:
    rows = f"<table><tr>{first_row}</tr><tr><td>入境人员，含同住者。</td><td>14天</td></tr></table>"
    table = read(f"<p>各市：请照办。</p>{rows}").blocks[-1]
    assert [[cell.header for cell in row] for row in table.rows] == [[header, header], [False, False]], reason


def test_places_are_paths_of_the_page() -> None:
    from lxml.html import document_fromstring

    root = document_fromstring(TRS)
    for block in read(TRS).blocks:
        (element,) = root.xpath(block.places[0][1].path or "")
        assert block.text.strip() in re.sub(r"\s+", "", element.text_content())


@pytest.mark.parametrize(
    ("reason", "page", "found"),
    [
        ("a list of links", f"<html><body>{MENU.replace('menu', 'list')}</body></html>", "只有链接列表"),
        ("a menu", f"<html><body>{MENU}</body></html>", "没有正文"),
        (
            "one sentence and a file",
            f"<html><body>{MENU}<div><h2>{TITLE}</h2><a href='a.pdf'>通知全文.pdf</a></div></body></html>",
            "只有附件",
        ),
        ("a heading and a picture", f"<html><body><h1>{TITLE}</h1><p><img src=a.jpg></p></body></html>", "只有图片"),
        ("a heading and a frame", f"<div><h1>{TITLE}</h1><iframe src='/a/1.pdf'></iframe></div>", "只有附件（1.pdf）"),
        ("nothing at all", "<html><head><title>x</title></head><body><script>load()</script></body></html>", "没有"),
        (
            "an error page",
            "<html><body><h1>404 Not Found</h1><p>您访问的页面不存在，请返回。</p></body></html>",
            "出错页",
        ),
    ],
)
def test_page_without_a_notice(reason: str, page: str, found: str) -> None:
    with pytest.raises(IngestError, match=found):
        read(page)


@pytest.mark.parametrize(
    ("line", "furniture"),
    [
        ("【打印本页】【关闭窗口】", True),
        ("打印 | 关闭", True),
        ("字体：【大 中 小】", True),
        ("字号：   大   中   小", True),
        ("扫一扫在手机打开当前页", True),
        ("分享到：微信 微博", True),
        ("责任编辑：张某", True),
        ("【我要纠错】 责任编辑：张某", True),
        ("编辑：张某 审核：李某某", True),
        ("来源：市政府办公室 发布时间：2022-11-04 浏览次数：12", True),
        ("上一篇：关于另一件事的通知", True),
        ("当前位置：首页 > 政务公开 > 通知公告", True),
        ("版权所有：长河市人民政府 河ICP备00000000号", True),
        ("分享经济新业态管理办法", False),
        ("扫码测温", False),
        ("健康二维码管理", False),
        ("位置：北街以东，南街以西", False),
        ("版权所有者应当自收到通知之日起3日内答复。", False),
        ("初审：县级审核", False),
        ("来源：财政资金", False),
        ("时间：11月3日，地点：一楼会议室", False),
        ("主办单位：市商务局", False),
        ("大中小企业", False),
        ("下载量不得低于1000次", False),
    ],
)
def test_furniture(line: str, furniture: bool) -> None:
    assert is_furniture(line) is furniture


def test_short_cover_of_a_file_is_read() -> None:
    document = read(f"<div><h1>{TITLE}</h1><p>现印发给你们，请遵照执行。</p><p><a href='x.pdf'>办法.pdf</a></p></div>")
    assert lines(document)[:2] == [TITLE, "现印发给你们，请遵照执行。"]
    assert document.meta["attachments"] == "办法.pdf\tx.pdf"


def test_furniture_is_flagged_and_a_clean_page_is_not() -> None:
    assert "web_boilerplate" in read(TRS).flags
    assert not read(f"<h1>{TITLE}</h1>{BODY}").flags


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022年11月3日", "2022-11-03"),
        ("2022-11-03 10:00", "2022-11-03"),
        ("2022/1/3", "2022-01-03"),
        ("2022年 11 月 3日", "2022-11-03"),
        ("2022年11月", None),
        ("2022-13-03", None),
        ("2022-02-30", None),
        ("长期", None),
    ],
)
def test_iso_date(text: str, expected: str | None) -> None:
    assert iso_date(text) == expected


def test_pairs_that_run_together() -> None:
    assert list(pairs(["来源：市政府发布时间：2022-01-02"])) == [("来源", "市政府"), ("发布时间", "2022-01-02")]
    assert list(pairs(["发布时间：2022-01-02 10:00来源：市政府"]))[1] == ("来源", "市政府")
    assert list(pairs(["见附件文号：一"])) == []


def test_pairs_of_one_and_of_two_pieces() -> None:
    pieces = ["索 引 号：", "1-2", "文号：", "发布日期：2022-01-02 来源：市政府", "标　　题", "某通知"]
    assert [("".join(label.split()), value) for label, value in pairs(pieces)] == [
        ("索引号", "1-2"),
        ("文号", ""),
        ("发布日期", "2022-01-02"),
        ("来源", "市政府"),
        ("标题", "某通知"),
    ]


def test_depth_beyond_the_parser_is_flagged() -> None:
    page = f"<p>各市：请照办。</p>{'<div>' * 3000}深，处。{'</div>' * 3000}"
    assert "truncated" in read(page).flags


TAGS = (
    "<p>",
    "</p>",
    "<table>",
    "<tr>",
    "<td rowspan=3>",
    "<td colspan=0>",
    "</table>",
    "<ol>",
    "<li>",
    "<br>",
    "<pre>",
)
LINKS = ("<a href=x.pdf>", "</a>", "<div class=share>", "</div>", "<!--", "-->", "<ul>", "</ul>", "</html>", "<script>")
WORDS = (
    "各市：",
    "照办，",
    "14天。",
    "&nbsp;",
    "\n",
    "　　",
    "<",
    "索引号：",
    "文号：1",
    "发布日期：2022-01-01",
    "\x00",
)
FRAGMENTS = st.sampled_from((*TAGS, *LINKS, *WORDS))


@settings(max_examples=200, deadline=None)
@given(st.lists(FRAGMENTS, max_size=60))
def test_any_markup_gives_a_document_or_an_ingest_error(parts: list[str]) -> None:
    data = "".join(["<p>", *parts]).encode()
    try:
        first, second = read(data), read(data)
    except IngestError:
        return
    assert first == second
    for block in first.blocks:
        assert block.text.strip() and [offset for offset, _ in block.places] == sorted({at for at, _ in block.places})


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["\r\n", "--b", "--", "Content-Type: text/html", "; charset=gb2312", "=?", "?=", "=", "<p>甲，乙。"]
        )
    )
)
def test_any_page_archive_gives_a_document_or_an_ingest_error(parts: list[str]) -> None:
    try:
        read("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n" + "".join(parts))
    except IngestError as error:
        assert error.advice


NOTICES = Path(__file__).parent.parent.parent / "shared" / "notices"


@pytest.mark.skipif(not NOTICES.is_dir(), reason="the real notices lie outside the repository")
@pytest.mark.parametrize("path", sorted(NOTICES.glob("*.html")), ids=lambda path: path.stem)
def test_real_page_is_complete(path: Path) -> None:
    """Every character of the site's own container is in the blocks, in order, and nothing else."""
    from lxml.html import document_fromstring

    data = path.read_bytes()
    (container,) = document_fromstring(data.decode()).xpath("//*[@id='UCAP-CONTENT']|//body/div[not(@class='wrap')]")
    text = re.sub(r"\s+", "", container.text_content())
    read_text = re.sub(r"\s+", "", "".join(block.text for block in read(data).blocks))
    assert re.sub(r"\d+\.(?=\D)", "", read_text) == re.sub(r"\d+\.(?=\D)", "", text)
