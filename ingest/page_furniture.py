"""Lines of a page that are the site's and not the notice's: buttons, credits, breadcrumbs, links to other pages."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.page_blocks import Piece

_LINE = re.compile(
    r"(?:"
    r"[【\[（(]?\s*(?:打印(?:本页|此页|本文|正文|文章)?|关闭(?:本页|此页|窗口)?|收藏(?:本页|此页)?|返回(?:顶部|首页|上一?页|列表)?|下载|分享|转发|纠错"
    r"|我要纠错|朗读|大|中|小|默认|字体|字号|关注|点赞|保存|我要打印|全文打印|网页打印|复制链接|A[+-])\s*[】\]）)]?[\s|｜/]*"
    r"|[【\[（(]?\s*(?:字体|字号|文字大小|字体大小|显示字体|视力保护色)\s*[:：]?[\s大中小号特默认|｜+\-AT\[\]【】（）()]*"
    r"|(?:用?微信)?扫一扫.{0,24}|扫码.{0,20}|(?:手机|微信)扫.{0,20}|.{0,8}二维码.{0,12}"
    r"|(?:一键)?分享(?:到|至|给|本页)?[:：]?.{0,30}"
    r"|责任编辑\s*[:：].{0,20}|(?:本文)?(?:编辑|审核|校对|初审|终审|复审|录入|编审)\s*[:：]\s*\S{0,12}(?:\s+.{0,20})?"
    r"|(?:浏览|点击|阅读|访问)(?:次数|量|数)?\s*[:：]\s*(?:\d+|\[.{0,10}\])?\s*次?"
    r"|(?:上一篇|下一篇|上一条|下一条|上一页|下一页|前一篇|后一篇)\s*[:：]?.{0,80}"
    r"|(?:您|你)?(?:现在|当前)?(?:所在)?(?:的)?(?:位置|当前位置)\s*(?:是)?\s*[:：].{0,80}|当前位置.{0,80}"
    r"|(?:首页|网站首页)(?:\s*[>›»＞\-/|·]+\s*\S{1,20}){1,6}"
    r"|.{0,40}(?:版权所有|ICP备|公网安备|网站标识码|Copyright|All Rights Reserved).{0,80}"
    r"|网站(?:地图|声明)|关于我们|联系我们|无障碍(?:浏览|阅读)?|长者(?:模式|助手)|繁體(?:中文)?|返回顶部"
    r"|(?:主办|承办)单位?\s*[:：].{0,40}(?:邮编|备案|技术支持|网站).{0,40}"
    r"|(?:保护)?视力色\s*[:：].{0,20}|本文链接\s*[:：].{0,120}|文件下载[:：]?|打印\s*[|｜]?\s*关闭(?:窗口)?"
    r")",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"(?:来源|信息来源|稿源|文章来源|发布时间|发布日期|时间|日期|作者|发布机构|发布单位|浏览次数|阅读量|点击数|字体|字号|编辑)\s*[:：].{0,120}"
)
_CREDIT_PARTS = re.compile(r"来源|时间|日期|作者|浏览|阅读|点击|字体|字号|编辑|打印|分享")
_RELATED = re.compile(
    r"[【\[]?\s*(?:相关(?:链接|阅读|文章|新闻|文档|信息|文件|稿件|解读|政策解读|报道|附件下载|内容|资讯|推荐)|政策解读|图解|延伸阅读|推荐阅读|热点(?:推荐|新闻)|最新(?:信息|动态|发布)"
    r"|猜你喜欢|友情链接|网站链接|您可能感兴趣的文章)\s*[】\]]?\s*[:：]?(?:更多.{0,3})?"
)
_MAX_LINE = 160


def is_furniture(text: str) -> bool:
    """Whether a whole line is the site's: 打印本页, 扫一扫…, 责任编辑：…, 上一篇：…, a breadcrumb, a foot line."""
    line = text.strip()
    if len(line) > _MAX_LINE:
        return False
    return bool(_LINE.fullmatch(line)) or _is_credit(line)


def _is_credit(line: str) -> bool:
    """来源：… 发布时间：… in one line; two such parts at least, because 日期：… alone can be the notice's own."""
    return bool(_CREDIT.fullmatch(line)) and len(_CREDIT_PARTS.findall(line)) >= 2


def without_furniture(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces but for furniture, and for the links below 相关链接, 延伸阅读 and the like."""
    kept: list[Piece] = []
    related = False
    for piece in pieces:
        text = piece.block.text.strip()
        if piece.block.kind == "table":
            related = False
        elif _RELATED.fullmatch(text):
            related = True
            continue
        elif is_furniture(text) or (related and piece.linked > 0.7 * len(text)):
            continue
        else:
            related = False
        kept.append(piece)
    return kept
