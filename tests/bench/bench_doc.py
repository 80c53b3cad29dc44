"""Files a second of the DOC reader and of LibreOffice, over the same files, in one run.

    python tests/bench/bench_doc.py [FILE.doc ...]

Without a file, over those of `tests/data/`. LibreOffice is left out where it is not installed.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from ingest.notice import Document
from ingest.readers import from_doc, from_office
from ingest.sources import Source


def speed(read: Callable[[Source], Document], sources: list[Source], runs: int) -> float:
    """Files a second, the best of some runs."""
    rates = []
    for _ in range(runs):
        start = time.perf_counter()
        for source in sources:
            read(source)
        rates.append(len(sources) / (time.perf_counter() - start))
    return max(rates)


def main() -> None:
    given = [Path(name) for name in sys.argv[1:]] or sorted((Path(__file__).parents[1] / "data").glob("*.doc"))
    sources = [Source(path.name, path.read_bytes()) for path in given]
    print(f"from_doc     {speed(from_doc.read, sources, 3):8.1f} files a second")
    if from_office.available():
        print(f"LibreOffice  {speed(from_office.read, sources, 1):8.1f} files a second")


if __name__ == "__main__":
    main()
