"""Lines of a page that are the site's and not the notice's: buttons, credits, breadcrumbs, links to other pages.

Only whole lines go, and only in wordings that no notice uses: 分享经济…, 版权所有者应当…, 位置：某路以东 are text.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest import patterns as re
from ingest.readers.page_blocks import Piece

_MAX_LINE = 160
_HEAD = 8
"""So many lines from the top, a lone 来源：… or 发布时间：… is the page's credit."""

_BUTTON = (
    r"打印(?:本页|此页|本文|正文|文章)?|关闭(?:本页|此页|窗口)?|收藏(?:本页|此页)?|返回(?:顶部|首页|上页|上一页|"
    r"列表)?"
    r"|下载|文件下载|转发|纠错|我要纠错|朗读|大|中|小|默认|字体|字号|关注|点赞|保存|全文打印|网页打印|复制链接|A[+-]|"
    r"网站地图"
    r"|网站声明|关于我们|联系我们|无障碍(?:浏览|阅读)?|长者(?:模式|助手)|繁體(?:中文)?|繁体(?:中文)?|手机二维码|"
    r"微信二维码"
)
_PLACES = r"(?:微信|朋友圈|微博|新浪微博|腾讯微博|QQ空间|QQ好友|QQ|人人网|豆瓣|今日头条|更多)"
_NAME = r"[\u4e00-\u9fff·]{2,5}"
_LINE = re.compile(
    "|".join(
        (
            rf"(?:[【\[（(]?\s*(?:{_BUTTON})\s*[】\]）)]?[\s|｜/]*){{1,8}}",
            r"[【\[（(]?\s*(?:字体|字号|文字大小|字体大小|显示字体|(?:保护)?视力(?:保护)?色)\s*[:：]?"
            r"[\s大中小号特默认白绿黄蓝|｜+\-AT\[\]【】（）()]*",
            r"(?:用?微信)?扫一扫(?:[，,]?\s*(?:在?手机|用?微信|分享|关注|打开|添加).{0,20})?",
            r"(?:扫码|(?:手机|微信)?(?:扫描|长按|识别|长按识别)(?:下方|上方|下面)?二维码)"
            r"(?:关注|分享|打开|阅读|下载|在手机).{0,16}",
            rf"(?:一键)?分享(?:到|至)?\s*[:：]?\s*(?:{_PLACES}[\s、|｜]*)*",
            r"(?:[【\[]?我要纠错[】\]]?\s*)?责任编辑\s*[:：].{0,20}",
            rf"(?:本文)?(?:责编|编辑|校对|录入)\s*[:：]\s*{_NAME}"
            rf"(?:[\s|｜/]*(?:审核|校对|初审|复审|终审|责编|编辑)\s*[:：]\s*{_NAME})*",
            r"(?:浏览|点击|阅读|访问)(?:次数|量|数)\s*[:：]\s*(?:\d+|\[.{0,10}\])?\s*次?",
            r"(?:上一篇|下一篇|上一条|下一条|上一页|下一页|前一篇|后一篇)\s*[:：]?.{0,80}",
            r"(?:您|你)?(?:现在|当前|目前)?(?:所在)?的?(?:当前)?位置(?:是)?\s*[:：]?(?=.*(?:首页|[>›»＞])).{0,80}",
            r"(?:网站)?首页(?:\s*[>›»＞\-/|·]+\s*\S{1,20}){1,6}",
            r"[^。；]{0,60}(?:版权所有(?![者权人])|ICP备|公网安备|网站标识码|Copyright|All Rights Reserved)"
            r"[^。；]{0,80}",
            r"(?:主办|承办)(?:单位)?\s*[:：].{0,60}(?:备案|技术支持|网站|建议使用).{0,60}",
            r"本文链接\s*[:：].{0,120}",
        )
    ),
    re.IGNORECASE,
)
_CREDIT_LABEL = re.compile(
    r"(?:来源|稿源|发布时间|发布日期|浏览次数|浏览量|阅读量|阅读次数|点击数|点击率|字体|字号|发布机构|发布单位|作者|"
    r"编辑)"
    r"\s*[:：]"
)
_LONE_CREDIT = re.compile(r"(?:信息|文章|稿件)?(?:来源|发布时间|发布日期)\s*[:：]\s*\S.{0,30}")
_RELATED = re.compile(
    r"[【\[]?\s*(?:相关(?:链接|阅读|文章|新闻|文档|信息|文件|稿件|解读|政策解读|报道|内容|资讯|推荐)|政策解读|图解|"
    r"延伸阅读|推荐阅读"
    r"|热点(?:推荐|新闻)|最新(?:信息|动态|发布)|猜你喜欢|友情链接|网站链接)\s*[】\]]?\s*[:：]?(?:更多.{0,3})?"
)
_ERROR_PAGE = re.compile(
    r"404\s*(?:Not Found|错误)|页面不存在|页面已(?:删除|失效|不存在)|找不到(?:该|您|此)?.{0,6}页面|访问过于频繁"
    r"|安全验证|请开启\s*JavaScript|请输入验证码|无权访问",
    re.IGNORECASE,
)


def is_furniture(text: str) -> bool:
    """Whether a whole line is the site's: 打印本页, 扫一扫…, 责任编辑：…, 上一篇：…, a breadcrumb, a foot line."""
    line = text.strip()
    if len(line) > _MAX_LINE:
        return False
    return bool(_LINE.fullmatch(line)) or (bool(_CREDIT_LABEL.match(line)) and len(_CREDIT_LABEL.findall(line)) > 1)


def is_error_page(text: str) -> bool:
    """Whether a page of few words is a server's error or a test for robots."""
    return len(text) < 400 and bool(_ERROR_PAGE.search(text))


def without_furniture(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces but for furniture, and for the links below 相关链接, 延伸阅读 and the like."""
    kept: list[Piece] = []
    related = False
    for at, piece in enumerate(pieces):
        text = piece.block.text.strip()
        if piece.block.kind == "table":
            related = False
        elif _RELATED.fullmatch(text) and all(map(_is_link, pieces[at + 1 : at + 2])):
            related = True
            continue
        elif is_furniture(text) or (related and _is_link(piece)) or (at < _HEAD and _LONE_CREDIT.fullmatch(text)):
            continue
        else:
            related = False
        kept.append(piece)
    return kept


def _is_link(piece: Piece) -> bool:
    return piece.linked > 0.7 * len(piece.block.text.strip())
