"""How much memory a long ingest takes: `python tests/bench/bench_ingest_memory.py [NOTICES]` (10,000 generated).

Prints the resident memory at each tenth of the run. Ends with 1 where it passes 400 MB, or where the last tenth stands
more than a tenth above the middle of the run: a leak, however small, is found by its slope.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import generate

from search.ingestion import Step, ingest
from search.storage.store import Store

LIMIT_MB = 400
SLOPE = 1.1


def resident() -> float:
    """Megabytes that the process holds now (Linux)."""
    fields = Path("/proc/self/statm").read_text().split()
    return int(fields[1]) * 4096 / 1e6


def main(count: int) -> int:
    """Ingests and watches; the exit code."""
    seen: list[float] = []
    done = 0

    def tell(step: Step) -> None:
        nonlocal done
        done += 1
        if done % (count // 10) == 0:
            seen.append(resident())
            print(f"{done:7d} notices  {seen[-1]:6.0f} MB", flush=True)

    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "notices"
        generate.write(source, count)
        with Store.open(Path(folder) / "bench.db", create=True) as store:
            ingest(store, [source], tell=tell)
            print(f"after tidying up  {resident():6.0f} MB")
    return int(max(seen) > LIMIT_MB or seen[-1] > SLOPE * seen[4])


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
