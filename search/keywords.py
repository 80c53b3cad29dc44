"""Words as officers see them, by jieba: suggestions while typing, key words of a notice. Never the index.

jieba takes a second to start, so nothing but these functions imports it, and then as a tokenizer of our own with its
cache in our own folder: the default one shares the machine's temporary folder with every other user.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import islice
from typing import Any, cast

from ingest.compiled.cache_folder import cache_folder
from search.questions import words
from search.questions.query import ask
from search.rows import RequirementRow, Row
from search.storage.store import Store

_READ = 2000
"""How many of the newest hits are looked at for words."""
_LONGEST = 12
"""A longer measure or unit is a description, no word to look for."""


@cache
def tokenizer() -> Any:
    """The private tokenizer, silent, made on first use."""
    import jieba

    jieba.setLogLevel("ERROR")
    private = jieba.Tokenizer()
    private.tmp_dir = str(cache_folder())
    return private


def suggestions(store: Store, typed: str, *, limit: int = 10) -> tuple[tuple[str, int], ...]:
    """(word, uses) for the words, measures and units of the store that hold what was typed, the commonest first.

    `uses` counts the newest requirements that hold the word. Raises `QueryError` for fewer than two characters.
    """
    found: Counter[str] = Counter()
    wanted = words.fold(typed)
    for row in islice(store.rows(ask(f'"{typed}"')), _READ):
        found.update({word for word in _words(row) if wanted in words.fold(word)})
    ranked = sorted(found.items(), key=lambda item: (-item[1], len(item[0]), item[0]))
    return tuple(ranked[:limit])


def _words(row: Row) -> Iterable[str]:
    """The names in a requirement whole, where they are short, and cut into words."""
    found = cast(RequirementRow, row).requirement
    names = [name for name in (found.subject, found.action, *found.responsible) if name]
    yield from (name for name in names if len(name) <= _LONGEST)
    for name in names:
        yield from tokenizer().cut_for_search(name)


def keywords(text: str, *, limit: int = 10) -> tuple[str, ...]:
    """The words that tell a text from others (TF-IDF with jieba's table of frequencies), the strongest first."""
    from jieba.analyse.tfidf import TFIDF

    ranking = TFIDF()
    ranking.tokenizer = tokenizer()
    return tuple(ranking.extract_tags(text, topK=limit))
