"""Laws look at new examples on each developer's run; where `CI` is set the same commit gives the same result."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from ingest.sources import Source, find
from search.files import read
from search.storage.store import Store

settings.register_profile("repeatable", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("repeatable")

CORPUS = Path(__file__).resolve().parents[1] / "corpus"
CORPUS_FILES = sorted(path for path in CORPUS.iterdir() if path.suffix != ".jsonl" and path.stem != "README")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """A store of the corpus, each file as one source."""
    store = Store.open(tmp_path_factory.mktemp("corpus") / "a.db", create=True)
    for source in find(CORPUS_FILES):
        assert isinstance(source, Source)
        readings = read(source)
        assert isinstance(readings, tuple), readings
        store.put(source.uri, source.sha256, readings)
    return store
