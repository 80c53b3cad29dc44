"""Pages a second of the PDF reader and of pdfplumber's own `extract_text`, over the same file, in one run.

    python tests/bench/bench_pdf.py [FILE.pdf ...]

Without a file, over one of our own: 40 pages of running text, 10 with a ruled table.
"""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import pdfplumber
from make_pdf import LEFT, Pages, typeset

from ingest.readers.from_pdf import read
from ingest.sources import Source

_SENTENCE = "（一）各区县对入境人员实施14天集中隔离医学观察，第1、7、14天各进行1次核酸检测，并在2小时内报告结果。"


def sample() -> bytes:
    """A long notice."""
    pages = Pages()
    typeset(pages, [_SENTENCE * 6] * 80)
    for _ in range(10):
        pages.turn()
        pages.table(LEFT, 100, [60, 200, 160], [["一", "集中隔离医学观察", "14天"]] * 25)
    return pages.data()


def ours(data: bytes) -> int:
    """Read a file and count its pages."""
    return read(Source("bench.pdf", data)).pages or 0


def theirs(data: bytes) -> int:
    """The same by pdfplumber, pages closed as it advises."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            page.extract_text()
            page.close()
        return len(pdf.pages)


def speed(run: Callable[[bytes], int], data: bytes) -> float:
    """Pages a second, the better of two runs."""
    rates = []
    for _ in range(2):
        start = time.perf_counter()
        pages = run(data)
        rates.append(pages / (time.perf_counter() - start))
    return max(rates)


def main(paths: list[str]) -> None:
    """Print one line a file."""
    files = [(path, Path(path).read_bytes()) for path in paths] or [("own sample", sample())]
    for name, data in files:
        mine, other = speed(ours, data), speed(theirs, data)
        print(f"{name}: {mine:.0f} pages/s, extract_text {other:.0f} pages/s, ratio {mine / other:.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
