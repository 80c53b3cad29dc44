"""The numeral ledger of extracted notices against `jieba.lcut` on the same text in the same run.

`python tests/bench/bench_ledger.py` prints characters a second and the ratio (median of three passes). It reads
../shared/notices where that folder is present, else the corpus.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path

import jieba

from extract.extraction import extract
from extract.ledger import ledger
from ingest.errors import IngestError
from ingest.notice import Notice
from ingest.reading import read_text

ROOT = Path(__file__).parents[2]
PASSES = 3


def main() -> None:
    jieba.setLogLevel(60)
    jieba.initialize()
    notices = [notice for text in _texts() for notice in _read(text)]
    extracted = [(notice, extract(notice)) for notice in notices]
    characters = sum(len(notice.text) for notice in notices)
    accounting = _median(lambda: [ledger(notice, said) for notice, said in extracted])
    cutting = _median(lambda: [jieba.lcut(notice.text) for notice in notices])
    print(f"{len(notices)} notices, {characters:,} characters; in characters a second:")
    for name, seconds in (("ledger", accounting), ("jieba", cutting)):
        print(f"  {name:8}{characters / seconds:12,.0f}")
    print(f"  ledger / jieba.lcut: {cutting / accounting:.2f}")


def _texts() -> list[str]:
    shared = ROOT.parent / "shared" / "notices"
    folder = shared if shared.is_dir() else ROOT / "corpus"
    return [path.read_text("utf-8", errors="replace") for path in sorted(folder.rglob("*.txt"))]


def _read(text: str) -> tuple[Notice, ...]:
    try:
        return read_text(text)
    except IngestError:
        return ()


def _median(work: Callable[[], object]) -> float:
    """Seconds of processor time, so that other work on the machine does not count."""
    return statistics.median(_seconds(work) for _ in range(PASSES))


def _seconds(work: Callable[[], object]) -> float:
    begin = time.process_time()
    work()
    return time.process_time() - begin


if __name__ == "__main__":
    main()
