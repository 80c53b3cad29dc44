"""How much text, linked text and punctuation stands in each element of a page, and which elements are no text at all.

Sentences carry `，。；：、`, link farms and menus don't: the punctuation outside links tells the notice from the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import cast

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from ingest import patterns as re

_STOPS = re.compile(r"[，。；：、]")
_SPACE = re.compile(r"\s+")
_SILENT = frozenset(
    {"script", "style", "noscript", "template", "head", "title", "select", "option", "button", "input", "textarea"}
    | {"svg", "canvas", "object", "embed", "applet", "iframe", "audio", "video", "map", "nav", "rt", "rp"}
    | {"del", "s", "strike"}
)
_SHARE = re.compile(
    r"(?:^|[-_\s])(?:bdshare\w*|jiathis\w*|share\w*|social\w*|qr_?code\w*|qr_container|ewm|erweima|print\w*|"
    r"breadcrumb\w*"
    r"|crumbs?|nav\w*|menu\w*|pager|pagination|sidebar|toolbar|fontsize|related\w*|recommend\w*|xg[-_]?\w+|copyright)"
    r"(?:$|[-_\s])",
    re.IGNORECASE,
)
_FOOT = re.compile(r"版权所有|主办单位|承办单位|ICP备|公网安备|网站标识码|网站地图|技术支持|联系我们")
_NOTICE = re.compile(r"关于|现将|现就|特此|通知|公告|通告|各[省市区县乡]|请.{0,10}执行|第[一二三四五六七八九十]+条")
_STRUCK = re.compile(r"text-decoration[^;]*line-through", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Weight:
    """Characters without white space, those inside links, and punctuation outside links."""

    characters: int = 0
    linked: int = 0
    stops: int = 0

    def __add__(self, other: Weight) -> Weight:
        return Weight(self.characters + other.characters, self.linked + other.linked, self.stops + other.stops)


class Page:
    """A parsed page: weights of its elements, and the elements that are skipped as no text of a notice."""

    def __init__(self, root: HtmlElement) -> None:
        self.root = root
        self.skipped: set[HtmlElement] = set()
        self.weights: dict[HtmlElement, Weight] = {}
        self.ordinals: dict[HtmlElement, int] = {}
        """Items of numbered lists with their count, as far as they were asked for."""
        self.cut = 0
        """Characters of furniture that were skipped."""
        self._weigh()
        self._skip_furniture()

    def weight(self, element: HtmlElement) -> Weight:
        """What stands in the element, skipped parts not counted."""
        return self.weights.get(element, Weight())

    def skip(self, element: HtmlElement) -> None:
        """Leave an element out, here and in the weights of all that hold it."""
        lost = self.weight(element)
        self.skipped.add(element)
        self.weights[element] = Weight()
        for holder in element.iterancestors():
            whole = self.weights[holder]
            self.weights[holder] = Weight(
                whole.characters - lost.characters, whole.linked - lost.linked, whole.stops - lost.stops
            )

    def is_skipped(self, element: HtmlElement) -> bool:
        """Whether the element or one that holds it is left out."""
        return element in self.skipped or any(holder in self.skipped for holder in element.iterancestors())

    def _weigh(self) -> None:
        for event, element in iterwalk(self.root, events=("start", "end")):
            if event == "start":
                if element.tag in _SILENT or _STRUCK.search(element.get("style", "")):
                    self.skipped.add(element)
            elif element in self.skipped:
                self.weights[element] = Weight()
            else:
                self.weights[element] = self._own_weight(element)

    def _own_weight(self, element: HtmlElement) -> Weight:
        characters = stops = linked = 0
        text = _SPACE.sub("", "".join(texts(element)))
        characters, stops = len(text), len(_STOPS.findall(text))
        for child in element:
            inner = self.weight(child)
            characters, stops, linked = characters + inner.characters, stops + inner.stops, linked + inner.linked
        return Weight(characters, characters, 0) if element.tag == "a" else Weight(characters, linked, stops)

    def _skip_furniture(self) -> None:
        whole = self.weight(self.root)
        for element in list(elements(self.root)):
            weight = self.weight(element)
            if not weight.characters or not (element.attrib or element.tag == "footer"):
                continue
            if (_is_hidden(element, weight, whole) or _is_furniture(element, weight, whole)) and not self.is_skipped(
                element
            ):
                self._cut(element)
        self._skip_feet()

    def _skip_feet(self) -> None:
        """The innermost elements that are a foot; what holds one is none itself."""
        holders: set[HtmlElement] = set()
        for element in reversed(list(elements(self.root))):
            if 0 < self.weight(element).characters <= 500 and element not in holders and _is_foot(element):
                holders.update(element.iterancestors())
                if not self.is_skipped(element):
                    self._cut(element)

    def _cut(self, element: HtmlElement) -> None:
        self.cut += self.weight(element).characters
        self.skip(element)


def _is_hidden(element: HtmlElement, weight: Weight, whole: Weight) -> bool:
    """Not shown; a body that a script shows later is, so the greater part of a page is kept."""
    return bool(_HIDDEN.search(element.get("style", ""))) and weight.stops * 2 < max(1, whole.stops)


def _is_furniture(element: HtmlElement, weight: Weight, whole: Weight) -> bool:
    """Share buttons, menus, related links, the site's foot, by their class and by what stands in them.

    A class name alone is no proof (`footer` holds the signature in re-typeset notices, `print` the whole text): what
    is long and little linked stays.
    """
    name = f"{element.get('class', '')} {element.get('id', '')}"
    if _SHARE.search(name):
        short = weight.characters <= 60 and weight.stops <= 2 and weight.stops * 2 < max(1, whole.stops)
        return short or (weight.linked > weight.characters * 0.4 and weight.stops * 5 <= whole.stops)
    if element.tag == "footer" or "foot" in name.lower():
        return weight.linked > weight.characters * 0.3 or bool(_FOOT.search(element.text_content()))
    return False


def _is_foot(element: HtmlElement) -> bool:
    """The site's foot without a class that says so: two of its marks (版权所有, ICP备 …), no word of a notice."""
    text = element.text_content()
    return element.tag not in {"html", "body"} and len(set(_FOOT.findall(text))) > 1 and not _NOTICE.search(text)


def elements(root: HtmlElement) -> Iterator[HtmlElement]:
    """The elements in document order, without comments and processing instructions."""
    return cast("Iterator[HtmlElement]", root.iter("*"))


def texts(element: HtmlElement) -> Iterable[str]:
    """The pieces of text that stand directly in an element."""
    yield element.text or ""
    for child in element:
        yield child.tail or ""
