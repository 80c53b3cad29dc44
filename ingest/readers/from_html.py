"""Web pages of government sites, and fragments of them: the notice's own text, without the site around it."""

from __future__ import annotations

import email
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain
from urllib.parse import unquote

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from ingest import patterns as re
from ingest.decode import Decoded, decode
from ingest.errors import IngestError
from ingest.notice import Block, Document, Flag, Place
from ingest.readers.page_blocks import Paths, Piece, pieces
from ingest.readers.page_body import body_of
from ingest.readers.page_furniture import is_error_page, without_furniture
from ingest.readers.page_labels import field_of, iso_date, pairs, put
from ingest.readers.page_weights import Page, elements
from ingest.sources import Source

_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,30})|<\?xml[^>]{0,80}encoding=[\"']([\w-]{2,30})", re.IGNORECASE
)
_PROLOG = re.compile(r"\A\s*<\?xml[^>]*\?>", re.IGNORECASE)
_EARLY_END = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)
_SITE_TAIL = re.compile(
    r"\s*(?:[_|｜]|\s[-–—]+\s|-+)\s*(?!.*关于)[^_|｜-]{0,30}"
    r"(?:网|网站|门户|政府|局|委|委员会|厅|部|办|办公室|院|频道|栏目|公开|政策|文件|首页|平台|公告栏|通知公告|"
    r"规范性文件)\s*$"
)
_SPACE = re.compile(r"\s+")
_ATTACHMENT = re.compile(r"\.(?:pdf|docx?|xlsx?|ofd|wps|et|zip|rar)$", re.IGNORECASE)
_TITLE_NAME = re.compile(
    r"title|tit(?:$|[-_ ])|headline|biaoti|(?:^|[-_ ])bt(?:$|[-_ ])|^ti$|activity-name", re.IGNORECASE
)
_META_TAGS = {
    "articletitle": "title",
    "og:title": "title",
    "pubdate": "published_on",
    "publishdate": "published_on",
    "firstpublishedtime": "published_on",
    "contentsource": "publisher",
    "source": "publisher",
    "sitename": "site",
    "og:site_name": "site",
}
_CREDITS = frozenset({"published_on", "publisher", "doc_number", "index_number"})
_CREDIT_END = re.compile(r"\s*(?:(?:浏览|阅读|点击|访问)(?:量|次数|数)|字体|字号|责任编辑|作者|打印|分享|【)")
_REOPEN = "请用浏览器打开原网址"
_MIN_INFORMATION = 3
_MAX_INFORMATION = 1500


def read(source: Source) -> Document:
    """The notice on a page: its paragraphs and tables, and in `meta` what the page says about it.

    `meta` has the names of `ingest.readers.page_labels`, `site`, the `encoding`, and `attachments`: a line each, name,
    tab, address. `Place.path` is the XPath in the page as parsed. Raises `IngestError` where the page holds no notice.
    """
    decoded = _decoded(source.data)
    root, cut = _parsed(decoded.text)
    view = _View(Page(root), Paths(), decoded.meta())
    view.take_information()
    document = _document(view)
    lost: frozenset[Flag] = frozenset({"truncated"} if cut else ())
    flags = document.flags | decoded.flags() | lost
    return replace(document, flags=flags)


@dataclass(frozen=True, slots=True)
class _View:
    """A page with what has been found out about it so far."""

    page: Page
    paths: Paths
    meta: dict[str, str]

    def take_information(self) -> None:
        """Move the information table from the page to `meta`, then what `<meta>` tags say."""
        for element in reversed(list(elements(self.page.root))):
            if element.tag in {"table", "ul", "dl", "div", "section"} and self._is_information(element):
                for label, value in self._pairs(element):
                    put(self.meta, label, value)
                self.page.skip(element)
        for tag in self.page.root.iter("meta"):
            self._put_tag((tag.get("name") or tag.get("property") or "").lower(), tag.get("content") or "")

    def _is_information(self, element: HtmlElement) -> bool:
        """Three known labels at least, and hardly anything else: a table of a notice about index numbers is none."""
        size = self.page.weight(element).characters
        if not 10 <= size <= _MAX_INFORMATION or self.page.is_skipped(element):
            return False
        found = self._pairs(element)
        told = sum(len(_SPACE.sub("", label + value)) + 1 for label, value in found)
        return len({field_of(label) for label, _ in found}) >= _MIN_INFORMATION and told >= 0.6 * size

    def _pairs(self, element: HtmlElement) -> list[tuple[str, str]]:
        return list(pairs([piece.block.text for piece in pieces(element, self.page, self.paths, tables=False)]))

    def take_credits(self, lines: list[Piece]) -> None:
        """Enter what short lines above the text say: 来源：… 发布时间：…, 文号：…."""
        texts = [piece.block.text for piece in lines if len(piece.block.text) <= 200]
        for label, value in pairs(texts):
            if field_of(label) in _CREDITS:
                put(self.meta, label, _CREDIT_END.split(value)[0])

    def _put_tag(self, name: str, content: str) -> None:
        field = _META_TAGS.get(name)
        value = iso_date(content) if field == "published_on" else " ".join(content.split())
        if field and value:
            self.meta.setdefault(field, value)


def _document(view: _View) -> Document:
    roots = body_of(view.page)
    found = [piece for root in roots for piece in pieces(root, view.page, view.paths)]
    kept = without_furniture(found)
    attachments = dict.fromkeys(_attachments(view.page, roots))
    view.take_credits([*_before(view, roots[0]), *found[:8]])
    blocks = [*_heading(view, kept), *(piece.block for piece in kept)]
    title = _SPACE.sub("", view.meta.get("title", ""))
    _refuse_no_notice([piece for piece in kept if _SPACE.sub("", piece.block.text) not in title], list(attachments))
    meta = view.meta | ({"attachments": "\n".join(attachments)} if attachments else {})
    inside = sum(view.page.weight(root).characters for root in roots) + len(view.meta.get("title", ""))
    trimmed = len(kept) < len(found) or view.page.cut or view.page.weight(view.page.root).characters > inside
    return Document(tuple(blocks), "text/html", meta=meta, flags=frozenset({"web_boilerplate"} if trimmed else ()))


def _decoded(data: bytes) -> Decoded:
    """The page as text; of a page archive (MHT), the page in it."""
    if b"multipart/related" in data[:4096].lower():
        message = email.message_from_bytes(data)
        part = next((each for each in message.walk() if each.get_content_type() == "text/html"), None)
        payload = part.get_payload(decode=True) if part else None
        if part is None or not isinstance(payload, bytes):
            raise IngestError("网页存档里没有网页", "请用浏览器重新打开并另存为“网页，仅HTML”")
        return decode(payload, declared=part.get_content_charset() or _declared(payload))
    return decode(data, declared=_declared(data))


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:8192])
    return (found[1] or found[2]).decode("ascii", "replace") if found else None


def _parsed(text: str) -> tuple[HtmlElement, bool]:
    """The tree, and whether the parser had to leave something out.

    End tags of `body` and `html` are taken out first: pages close them early and go on, and the parser stops there.
    """
    parser = HTMLParser(huge_tree=True, remove_pis=False)
    try:
        root = document_fromstring(_EARLY_END.sub("", _PROLOG.sub("", text)), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise IngestError("网页里没有内容", f"{_REOPEN}，确认正文后另存为网页再导入") from error
    cut = any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)
    return root, cut


def _without_site(title: str) -> str:
    """A page title without the names of site and column after it: 关于…的通知_政策文件_某市人民政府."""
    while (shorter := _SITE_TAIL.sub("", title)) != title and len(shorter) >= 6:
        title = shorter
    return title


def _before(view: _View, root: HtmlElement) -> list[Piece]:
    """What stands on the page before the notice's text."""
    found: list[Piece] = []
    earlier = view.paths.of(root)
    for piece in pieces(view.page.root, view.page, view.paths, tables=False):
        if (piece.block.places[0][1].path or "").startswith(earlier):
            break
        found.append(piece)
    return found


def _heading(view: _View, kept: list[Piece]) -> Iterator[Block]:
    """The page's heading as a block, where the notice's text itself does not begin with it; its words go to `meta`."""
    own = _without_site(_SPACE.sub(" ", view.page.root.findtext(".//title") or "").strip())
    stated = _SPACE.sub("", view.meta.get("title", own))
    candidates = (each for each in elements(view.page.root) if _is_title(each, stated, view.page))
    heading = next(chain(candidates, _stated_titles(view.page.root, stated)), None)
    text = " ".join(heading.text_content().split()) if heading is not None else ""
    if text or own:
        view.meta.setdefault("title", text or own)
    head = _SPACE.sub("", "".join(piece.block.text for piece in kept[:10]))
    if heading is not None and _SPACE.sub("", text) not in head:
        yield Block(text, ((0, Place(path=view.paths.of(heading))),), "heading")


def _stated_titles(root: HtmlElement, stated: str) -> Iterator[HtmlElement]:
    """The cells of an information table that hold the title."""
    cells = (each for each in elements(root) if each.tag in {"td", "dd", "li", "span", "p", "div"} and len(each) <= 3)
    return (cell for cell in cells if stated and _SPACE.sub("", cell.text_content()) == stated)


def _is_title(element: HtmlElement, stated: str, page: Page) -> bool:
    """Whether an element is the notice's heading, by its tag or name and the title that the page states elsewhere."""
    name = f"{element.get('class', '')} {element.get('id', '')}"
    if element.tag not in {"h1", "h2", "h3"} and not _TITLE_NAME.search(name):
        return False
    text = _SPACE.sub("", element.text_content())
    if not 6 <= len(text) <= 200 or page.is_skipped(element):
        return False
    return not stated or stated in text or (text in stated and ("关于" in text or len(text) > 0.6 * len(stated)))


def _attachments(page: Page, roots: list[HtmlElement]) -> Iterator[str]:
    """Name, tab, address of the files that the notice's part of the page links to, shows or embeds."""
    for root in roots:
        holder = root.getparent()
        for element in elements(root if holder is None else holder):
            address = element.get("href") or element.get("src") or element.get("data") or ""
            path = unquote(re.split(r"[?#]", address.strip())[0])
            name = " ".join(element.text_content().split()) if element.tag == "a" else ""
            if _ATTACHMENT.search(path) or (element.tag == "a" and address and _ATTACHMENT.search(name)):
                address = "" if address.startswith("javascript") else address.strip()
                yield f"{name or path.rsplit('/', 1)[-1]}\t{address}"


def _refuse_no_notice(body: list[Piece], attachments: list[str]) -> None:
    """Raise `IngestError` for a page that holds no notice's text below its title: empty, links, files, an error."""
    text = "".join(piece.block.text for piece in body)
    free = len(text) - sum(piece.linked for piece in body)
    own = "".join(piece.block.text for piece in body if piece.linked * 2 < len(piece.block.text))
    stops = len(re.findall(r"[，。；：、]", own))
    if attachments and free < 30 and stops < 2:
        names = "、".join(line.split("\t")[0] for line in attachments[:3])
        raise IngestError(f"网页没有正文，只有附件（{names}）", "请下载附件后导入附件")
    if not text:
        raise IngestError("网页里没有正文（可能由脚本生成，或只有图片）", f"{_REOPEN}，等正文显示后另存为网页再导入")
    if is_error_page(text):
        raise IngestError("网页是出错页或验证页，没有正文", f"{_REOPEN}，等正文显示后另存为网页再导入")
    if free < 0.4 * len(text) and stops < 3:
        raise IngestError("网页没有正文，只有链接列表", "请打开列表中的具体通知，另存后再导入")
