"""Text in, records out, and the numeral ledger, against `jieba.lcut` on the same text in the same run.

`python tests/bench/bench_extract.py` prints characters a second of reading, of extraction, of both and of the ledger
of what was extracted, and the ratios to jieba. All take turns, so that a machine that grows slower does so for each of
them; each figure is the median of five rounds. It reads ../shared/notices where that folder is present, else the
corpus.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Sequence
from operator import add, truediv
from pathlib import Path
from typing import Any

import jieba

from extract.extraction import extract
from extract.ledger import ledger
from ingest.errors import IngestError
from ingest.notice import Notice
from ingest.reading import read_text

ROOT = Path(__file__).parents[2]
ROUNDS = 5


def main() -> None:
    jieba.setLogLevel(60)
    jieba.initialize()
    texts = _texts()
    notices = [notice for text in texts for notice in _read(text)]
    characters = sum(map(len, texts))
    extracted = [(notice, extract(notice)) for notice in notices]
    rounds = [
        (
            _seconds(_read, texts),
            _seconds(extract, notices),
            _seconds(lambda pair: ledger(*pair), extracted),
            _seconds(jieba.lcut, texts),
        )
        for _ in range(ROUNDS)
    ]
    reading, extraction, accounting, cutting = zip(*rounds, strict=True)
    both = list(map(add, reading, extraction))
    print(f"{len(texts)} texts, {characters:,} characters; in characters a second:")
    for name, seconds in (
        ("read", reading),
        ("extract", extraction),
        ("both", both),
        ("ledger", accounting),
        ("jieba", cutting),
    ):
        print(f"  {name:8}{characters / statistics.median(seconds):12,.0f}")
    print(f"  text in, records out / jieba.lcut: {statistics.median(map(truediv, cutting, both)):.2f}")
    print(f"  ledger of extracted notices / jieba.lcut: {statistics.median(map(truediv, cutting, accounting)):.2f}")


def _texts() -> list[str]:
    shared = ROOT.parent / "shared" / "notices"
    folder = shared if shared.is_dir() else ROOT / "corpus"
    return [path.read_text("utf-8", errors="replace") for path in sorted(folder.rglob("*.txt"))]


def _read(text: str) -> tuple[Notice, ...]:
    try:
        return read_text(text)
    except IngestError:
        return ()


def _seconds(work: Callable[[Any], object], items: Sequence[object]) -> float:
    """Seconds of processor time, so that other work on the machine does not count.

    What is made of an item goes before the next one comes, as in the command, which keeps no notice once stored.
    """
    begin = time.process_time()
    for item in items:
        work(item)
    return time.process_time() - begin


if __name__ == "__main__":
    main()
