"""Lines that belong to a page, a site or a collection and not to the notice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ingest import patterns as re
from ingest.repairs.pieces import Blocks
from ingest.wording import HAN, LABEL, TYPE_END

_INTRO: Final = r"(?:下面|以下|小编)[^，。]{0,12}(?:为|给|帮)(?:大家|您|你)[^，。]{0,8}(?:整理|收集|带来|分享|准备)"
_CUT: Final = r"[（(]\s*本文有删(?:减|节)\s*[）)]"
_FONT: Final = r"[【\[]?\s*字[体号]\s*[：:]?[\s\[［【]*(?:[大中小][\s\]］】\[［【|]*){2,3}"
_TO_SHARE: Final = r"分享到\s*[：:]?(?:\s*(?:微信|朋友圈|新浪微博|微博|QQ空间|QQ好友|QQ|人人网|豆瓣|更多))*"
_COUNTS: Final = r"(?:浏览|点击|访问)(?:次数|量|数)?\s*[：:]\s*(?:\d*(?:\s*次)?|-+)"
_SHARE: Final = (
    rf"{_FONT}|{_TO_SHARE}|{_COUNTS}"
    r"|[您你]是(?:本站)?第\s*\d+\s*位(?:访问者|访客|来访者|浏览者)"
    r"|(?:分享|打印(?:本页)?|关闭(?:窗口|本页)?|收藏|返回|顶部|返回顶部|立即|投稿|评论|发表|发表评论|上一篇|"
    r"下一篇)[：:]?"
    r"|(?:(?:上一篇|下一篇|上一条|下一条)\s*[：:]|[【\[]\s*(?:上一篇|下一篇|上一条|下一条)\s*[】\]]).{1,80}"
    r"|[\s【\[]*(?:打印本页|关闭窗口|打印|关闭|收藏|返回)[\s】\]【\[]*(?:(?:打印本页|关闭窗口|打印|关闭|收藏|"
    r"返回)[\s】\]]*)*"
    r"|A\s*[+-]?\s*[大中小]|(?:【[^】]{1,8}】\s*){2,}|点击查看(?:政策)?(?:解读|图解|原文)\s*[：:].{2,120}|"
    r"点赞\s*[（(]?\d*[）)]?|阅读(?:量|数|次数)?[：:]?\s*\d+"
    r"|(?:微信)?公众账?号|微信公众账?号|微信扫一扫.{0,12}|扫一扫|扫(?:一扫|描二维码|码)(?:在手机|关注|分享|下载|打开|"
    r"查看|加|，|,|\s).{0,14}|长按.{0,12}二维码.{0,12}|关注我们|手机(?:访问|浏览|查看)[^，。；：]{2,20}首页"
    r"|温馨提示[!！]?\s*你?您?需要支付.{0,40}"
    r"|(?:请)?登录后(?:才能|可)?(?:查看|阅读)(?:全文|更多|完整).{0,8}"
    r"|展开全文|查看(?:更多|全文)|免责声明.{0,80}|版权所有.{0,80}|声明[：:]本.{0,80}"
)
_SOURCE: Final = (
    r"https?://\S+\s*\S{0,12}?\s*\d{4}-\d\d?-\d\d?[\s\d:]*|录入(?:人|员|者)?\s*[：:].{1,60}|(?:信息来源|文章来源|"
    r"稿件来源|官方来源|来源)\s*[：:]\s*[^，。]{0,40}|(?:作者|编辑|责任编辑|责编|审核|"
    r"发布人|初审|复审|终审|监制|供稿|撰稿)\s*[：:]\s*[^，。]{0,12}"
    r"|[*]*(?:发布时间|发布日期|更新时间|更新日期)[*]*\s*[：:][*]*\s*[\d年月日\s:：/.-]{0,30}|"
    r"(?:日期|时间)[：:]\s*\d{4}-\d\d?-\d\d?[\s\d:]*"
    r"|(?:发布)?日期[：:]\s*\d{4}-\d\d?-\d\d?\s*(?:浏览|点击|来源).{0,80}"
)
_FILES: Final = (
    r"附件信息[：:]?|【(?:法规)?(?:全文|正文)】|政策全文|内容概述"
    r"|(?:文件|附件|原文|全文)\s*下载(?:及相关附件)?\s*[：:]?.{0,80}|【(?:原文|附件|文件)下载】|相关(?:附件|文档|"
    r"链接|阅读|解读)\s*[：:]?.{0,60}"
    r"|(?:政策解读|图解|一图读懂|全真版)\s*[：:].{4,100}|(?:本文)?(?:链接|关键词|标签)\s*[：:].{0,300}"
)
_PATH: Final = (
    r"(?:[您你])?(?:现在|当前|目前)?(?:所在)?的?(?:当前)?位置(?:是)?\s*[:：]?(?=.*(?:首页|[>›»＞])).{0,80}"
    r"|(?:网站)?首页(?:\s*[>›»＞\-/|·]+\s*\S{1,20}){1,6}"
)
OPENED_LINES: Final = (_INTRO, _CUT, _SHARE, _SOURCE, _FILES, _PATH)
"""Lines that are known by what they begin with, as sources of patterns."""
OPENINGS: Final = frozenset(
    "字分时打关收返顶立投评发上下点阅浏访微公扫长温请登展查免版声信文稿来作编责审更日附政内全原相图一本链标您你现当目所"
    "的位网首以小手录官初复终监供撰[【（(*Ah"
)
"""With which characters such a line can begin (`tests/test_tidy.py` goes through the alternatives)."""
_WORDED_LINE: Final = (
    r"\d*人?点赞|.{0,12}(?:付费|会员)后?(?:才能|可)?(?:查看|阅读|下载).{0,16}|.{0,33}备(?<=(?i:ICP)备).{0,30}"
    r"|[\u4e00-\u9fff]{0,4}正文下载(?:链接)?[：:]?|(?!附|\d{1,2}[.．、])[^。；]{4,120}\.(?i:docx|doc|pdf|xlsx|xls|wps|ofd|zip|rar)"
    r"|.{0,40}\d:\d\d\s*发表于\s*[\u4e00-\u9fff]{2,4}"
    r"|[-—=~\s]{0,6}(?:THE\s+)?END[-—=~\s]{0,6}"
)
"""Lines that are known by a word in them."""
_SITE_WORD: Final = re.compile(r"点赞|付费|会员|下载|END|发表于|备(?<=(?i:ICP)备)|\.(?i:doc|pdf|xls|wps|ofd|zip|rar)")
"""These words: a text without any of them has no such line."""
_RIGHTS_WORD: Final = re.compile("侵权|侵犯|抄袭|转载|声明|希望")
"""Without one of these words a text has no such line."""
_TOLD: Final = re.compile(f"{_SITE_WORD.pattern}|{_RIGHTS_WORD.pattern}")
_SPEAKS_AS_SITE: Final = (
    r"本站|本网(?!络)|本公众号|小编|网友|作者本人|来[自源]于?互?联?网|(?:网络|互联网)(?=[，,。；])"
    r"|(?:请|及时|尽快)[^，。；]{0,10}(?:联系|告知|通知)(?:我们|小编)"
)
"""Who speaks so: a site, or who asks the reader to tell him."""
_RIGHTS_LINE: Final = re.compile(
    rf"(?=.*(?:侵权|侵犯|抄袭|转载))(?=.*(?:{_SPEAKS_AS_SITE})).*(?:删除|撤稿|下架|联系我们|[与和]我们联系).*"
    rf"|[【\[]?(?:免责|版权|特别|郑重)?声明[】\]]?\s*[：:]?(?=.*(?:{_SPEAKS_AS_SITE})).*"
    r"|(?:[^，。；]{0,30}[，,。；])?(?:欢迎)?转载(?:时)?(?:请|须|务必)(?:注明|标明|保留).{0,80}"
    r"|(?:[^，。；]{0,20}[，,。])?未经[^，。；]{0,16}(?:授权|许可|同意|允许)[，,]?(?:请勿|严禁|禁止|不得|谢绝)"
    r"[^，。；]{0,8}转载[^，。；]{0,16}[。!！]?"
    r"|以上(?:就)?是[^。]{2,50}内容[，,。]?[^。]{0,20}希望[对能][^。]{0,6}(?:大家|[您你])[^。]{0,60}。?"
)
"""A site's own word on rights and itself: `如侵犯了您的权益，请…，本站会第一时间删除`, `转载请注明…`."""
_ORDERS: Final = re.compile(r"第[一二三四五六七八九十百\d]+条|应当|责令|依法")
"""What a rule on such rights says (`网络平台应当在24小时内删除侵权内容`)."""
_OPENED: Final = re.compile(rf"(?:{_SHARE}|{_SOURCE}|{_FILES}|{_PATH})\s*")
_WORDED: Final = re.compile(rf"(?:{_WORDED_LINE})\s*")

_COLUMN: Final = re.compile(
    r"(?:网站)?首页|机构(?:职能|设置|概况|简介)|领导(?:之窗|信息|信箱)|政策(?:法规|文件|解读)|法律法规|规范性文件|"
    r"工作动态|通知公告|公告公示|公示公告|通告公告|(?:政府)?信息公开|政务(?:公开|服务|动态|要闻)|办事(?:服务|指南|大厅)|"
    r"网上办事|在线(?:服务|办事)|互动交流|政民互动|公众(?:参与|互动|服务)|新闻(?:中心|动态|资讯)|要闻动态|专题专栏|"
    r"便民服务|下载中心|资料下载|关于我们|联系我们|网站地图|设为首页|加入收藏|无障碍(?:浏览|阅读)?|长者(?:模式|助手)|"
    r"手机版|登录|注册|党建工作|党务公开|数据(?:开放|发布)"
)
"""What the columns of official sites are called, whose names a saved page holds side by side or one to a line."""
_SITE_NAME: Final = re.compile(rf"[{HAN}]{{2,24}}(?:网站|门户网|政府网|信息网|政务网)")
_STEP: Final = re.compile("[>›»＞]")
_PATH_SIGN: Final = re.compile(f"首页|{_STEP.pattern}")
_TRAIL: Final = re.compile(
    rf"(?:{_SITE_NAME.pattern}|{_COLUMN.pattern})(?:\s*[>›»＞]{{1,2}}\s*(?!为|根据|按照)[{HAN}“”、（）·]{{2,20}}){{1,8}}"
)
"""A path whose first step is the site's name or a column: `某市物价局网站 >> 政务公开 >> 价格管理`."""
_PIECE: Final = re.compile(
    rf"(?:(?:[您你]?(?:现在|当前|目前)?(?:所在)?的?位置(?:是)?\s*[：:]?\s*)?{_TRAIL.pattern}|{_FONT}|{_TO_SHARE}|{_COUNTS}"
    rf"|[【\[]?\s*(?:打印本页|关闭窗口|打印|关闭|收藏|返回)\s*[】\]]?|{_COLUMN.pattern}|{_SITE_NAME.pattern}(?=\s+首页))\s+"
)
"""A piece of a site's that the first line of a text begins with, where the page was saved without its breaks."""
_LEAST_MENU: Final = 3
_LONGEST_ROW: Final = 200

PAGE_LINE: Final = re.compile(
    r"[\f\s]*(?:[—–\-─－]{1,2}\s*\d{1,4}\s*[—–\-─－]{1,2}|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?|"
    r"\d{1,4}\s*/\s*\d{1,4}"
    r"|#\s*Page\s+\d+:?|\f+)[\f\s]*"
)
"""A page number or a break between pages on a line of its own."""

_RELATED: Final = re.compile(
    r"[【\[]?(?:相关(?:推荐|阅读|文章|新闻|资讯|报道)|推荐(?:阅读|文章)|延伸阅读|猜你喜欢|热门(?:推荐|文章)|"
    r"最新(?:文章|资讯))[】\]]?\s*[：:]?"
)
"""What a site sets over links to other pages."""


def links_from(texts: Sequence[str]) -> int:
    """From which line on a text is nothing but a site's links to other pages, titles one below the other."""
    for at in range(len(texts) - 1, 0, -1):
        if _RELATED.fullmatch(texts[at]):
            return at
        if len(texts[at]) > 60 or not TYPE_END.search(texts[at]):
            break
    return len(texts)


SHORTENED: Final = re.compile(_CUT)
"""A site's own word that it left out a part of the text."""

REPRINT: Final = re.compile(
    r"(?:下面|以下|小编).{0,12}(?:为|给|帮)(?:大家|您|你).{0,8}(?:整理|收集|带来|分享|准备)|通用\d+篇|精选\d+篇|"
    r"数据来源[：:]\s*网络"
)
"""The words of reprint sites, which cut texts and give them titles of their own."""

_REPRINT_INTRO: Final = re.compile(_INTRO)

BYLINE: Final = re.compile(r"^(?![自已现将由])[\u4e00-\u9fff]{2,4}发布(?=[\u4e00-\u9fff]{7,})(?=关于|[^，。：]+$)")
"""The account that a notice was posted under (some city's 发布), run on into its title."""

TAIL_NOTE: Final = re.compile(r"(?<=[日。）)])\s*责任编辑[：:]\s*[\u4e00-\u9fff]{2,4}\s*$")


_BUTTON: Final = re.compile(r"(?:分享|打印|关闭|收藏|返回|顶部|立即|投稿|评论|发表|返回顶部|发表评论|上一篇|下一篇)")


def is_button(text: str) -> bool:
    """Whether a line is one bare word that a sentence could hold as well (立即): only other lines of the site tell."""
    return len(text) <= 4 and bool(_BUTTON.fullmatch(text))


def site_lines(blocks: Blocks) -> set[int]:
    """Which of the lines of a text, blanks at their edges aside, are the site's: buttons, source, counts, downloads,
    rights.

    Other long lines never are.
    """
    texts = blocks.lines
    opened = {at for at, first in enumerate(blocks.firsts) if first in OPENINGS}
    found = {at for at in opened.union(blocks.showing(_PATH_SIGN)) if is_site_line(texts[at])}
    found.update([at for at in blocks.showing(_TOLD) if _is_worded(texts[at]) or _is_of_rights(texts[at])])
    if "首页" in blocks.whole:
        found.update(_menus(texts))
    return found


def is_site_line(text: str) -> bool:
    """Whether a line is known to be a site's by its beginning, or as a row of pieces that are."""
    opened = text[:1] in OPENINGS
    if not (opened or _PATH_SIGN.search(text)):
        return False
    return (opened and _is_opened(text)) or _TRAIL.fullmatch(text) is not None or _is_row(text)


def piece_at(text: str, at: int) -> int:
    """Where the piece of a site ends that stands at `at`; `at` where none does."""
    piece = _PIECE.match(text, at)
    return piece.end() if piece else at


def _menus(texts: Sequence[str]) -> Iterator[int]:
    """The lines of a menu that holds 首页, one column to a line, with the site's name above it."""
    start = 0
    for at in range(len(texts) + 1):
        if at < len(texts) and _COLUMN.fullmatch(texts[at]):
            continue
        if at - start >= _LEAST_MENU and any(text.endswith("首页") for text in texts[start:at]):
            yield from range(start - (start > 0 and _SITE_NAME.fullmatch(texts[start - 1]) is not None), at)
        start = at + 1


def _is_row(text: str) -> bool:
    """Whether a line is nothing but pieces of a site side by side: path, size of type, buttons, columns, counts."""
    if len(text) > _LONGEST_ROW or "。" in text:
        return False
    words = text.split()
    at = int(words[1:2] == ["首页"] and _SITE_NAME.fullmatch(words[0]) is not None)
    pieces: list[str] = []
    while at < len(words):
        ends = range(len(words), at, -1)
        piece, end = next(((one, end) for end in ends if _is_piece(one := " ".join(words[at:end]))), ("", at))
        if not piece:
            return False
        pieces.append(piece)
        at = end
    columns = sum(_COLUMN.fullmatch(piece) is not None for piece in pieces)
    return columns < len(pieces) or columns >= _LEAST_MENU


def _is_piece(text: str) -> bool:
    known = text[:1] in OPENINGS and _OPENED.fullmatch(text)
    path = _STEP.search(text) and _TRAIL.fullmatch(text)
    return bool(known or path or _COLUMN.fullmatch(text) or (_SITE_WORD.search(text) and _WORDED.fullmatch(text)))


def page_lines(blocks: Blocks) -> list[int]:
    """Which of the lines of a text are page numbers: few lines begin with a figure, a sign or 第."""
    openings = {first for first in {*blocks.firsts} if not first.isalpha() or first == "第"}
    begun = [at for at, first in enumerate(blocks.firsts) if first in openings]
    return [at for at in begun if blocks.lasts[at] not in "。；，：）)" and is_page_line(blocks.lines[at])]


def _is_opened(text: str) -> bool:
    if text[0] in "下以小（(" and ((len(text) <= 80 and _REPRINT_INTRO.match(text)) or SHORTENED.fullmatch(text)):
        return True
    return _OPENED.fullmatch(text) is not None and not _is_long(text)


def _is_worded(text: str) -> bool:
    return _SITE_WORD.search(text) is not None and not _is_long(text) and _WORDED.fullmatch(text) is not None


def _is_of_rights(text: str) -> bool:
    told = len(text) <= 320 and _RIGHTS_WORD.search(text) and _RIGHTS_LINE.fullmatch(text)
    return bool(told) and not (LABEL.match(text) or _ORDERS.search(text))


def _is_long(text: str) -> bool:
    return len(text) > 320 or (len(text) > 60 and "。" in text)


def is_page_line(text: str) -> bool:
    """Whether a line, blanks at its edges aside, is a page number."""
    return len(text) < 40 and bool(PAGE_LINE.fullmatch(text))
