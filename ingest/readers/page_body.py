"""Which part of a page is the notice: a known container, else where the sentences are."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from lxml.html import HtmlElement

from ingest.readers.page_weights import Page, elements

_SHARE_OF_PAGE = 0.3
"""A container holds at least this share of the page's sentences; a lesser one is a button bar with a lucky name."""
_HEAVIEST = 0.7


@cache
def containers() -> tuple[str, ...]:
    """The selectors of `data/containers.txt`, in the order in which they are tried, lower case."""
    lines = files("ingest").joinpath("data/containers.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line.strip().lower() for line in lines if line.strip() and not line.startswith(";"))


def body_of(page: Page) -> list[HtmlElement]:
    """The elements that hold the notice's text, in document order."""
    known = _known_containers(page)
    whole = page.weight(page.root).stops
    for selector in containers():
        found = [element for element in known.get(selector, []) if page.weight(element).characters]
        found = [element for element in found if not any(holder in found for holder in element.iterancestors())]
        stops = sum(page.weight(element).stops for element in found)
        if found and stops and stops >= _SHARE_OF_PAGE * whole:
            return found
    return [_grown(_densest(page), page)]


def _known_containers(page: Page) -> dict[str, list[HtmlElement]]:
    """Selector → elements of this page that carry it."""
    wanted = frozenset(containers())
    found: dict[str, list[HtmlElement]] = {}
    for element in elements(page.root):
        classes = (f".{name}" for name in element.get("class", "").lower().split())
        for name in wanted.intersection((element.tag, f"#{element.get('id', '').lower()}", *classes)):
            if not page.is_skipped(element):
                found.setdefault(name, []).append(element)
    for comment in page.root.xpath("//comment()"):
        name = f"<!--{(comment.text or '').strip().lower()}-->"
        if name in wanted and comment.getparent() is not None:
            found.setdefault(name, []).append(comment.getparent())
    return found


def _densest(page: Page) -> HtmlElement:
    """Down from the root as long as one child holds most of the sentences."""
    element = page.root
    while True:
        children = list(element.iterchildren("*"))
        child = max(children, key=lambda each: page.weight(each).stops, default=None)
        if child is None or page.weight(child).stops < max(1, _HEAVIEST * page.weight(element).stops):
            return element
        element = child


def _grown(element: HtmlElement, page: Page) -> HtmlElement:
    """Up again as long as what comes in is little and hardly linked: title, number, signature beside the text."""
    while (holder := element.getparent()) is not None:
        inner, outer = page.weight(element), page.weight(holder)
        linked = outer.linked - inner.linked
        added = outer.characters - inner.characters
        if linked > 40 or added - linked > 150 + 0.2 * inner.characters:
            return element
        element = holder
    return element
