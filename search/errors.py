"""The exceptions of store and search: each says what was found, and what is allowed or to be done."""

from __future__ import annotations


class SearchError(Exception):
    """`found` and `advice` are Chinese sentences for the officer."""

    def __init__(self, found: str, advice: str) -> None:
        super().__init__(f"{found}；{advice}")
        self.found = found
        self.advice = advice


class QueryError(SearchError):
    """A question that cannot be asked so."""


class StoreError(SearchError):
    """A store that is not there, is no store, or was made by another version."""
