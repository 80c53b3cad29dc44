"""One notice, one process: `notices extract` against a command of one line in the same library, and against itself.

`python tests/bench/bench_start.py [FILE]` prints processor seconds (median of seven, the programs in turn): the bare
command, its help, `notices --help`, `notices extract` with the patterns that an earlier process kept, and the first
one, which finds no cache folder; then the ratios. Without FILE a notice of the corpus is read.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

NOTICE = Path(__file__).parents[2] / "corpus" / "yancheng-2021-quarantine.txt"
ROUNDS = 7
BARE = "import typer\napp = typer.Typer()\n@app.command()\ndef f(x: str): ...\napp(['甲'], standalone_mode=False)"
BARE_HELP = BARE.replace("['甲']", "['--help']")
OURS = "from search.commands.cli import main; main()"


def main(arguments: Sequence[str]) -> None:
    notice = str(Path(arguments[0] if arguments else NOTICE).resolve())
    with tempfile.TemporaryDirectory() as kept:
        times = _in_turn(kept, extract=("-c", OURS, "extract", notice, "--format", "jsonl"))
    for name, seconds in times.items():
        print(f"  {name:16}{seconds:8.3f}")
    print(f"  help / bare help: {times['help'] / times['bare help']:.2f}")
    print(f"  extract / bare command: {times['extract'] / times['bare command']:.1f}")
    print(f"  extract / first extract: {times['extract'] / times['first extract']:.2f}")


def _in_turn(kept: str, extract: Sequence[str]) -> dict[str, float]:
    _seconds(extract, kept)
    names = ("bare command", "bare help", "help", "extract", "first extract")
    times: dict[str, list[float]] = {name: [] for name in names}
    for _ in range(ROUNDS):
        times["bare command"].append(_seconds(("-c", BARE), kept))
        times["bare help"].append(_seconds(("-c", BARE_HELP), kept))
        times["help"].append(_seconds(("-c", OURS, "--help"), kept))
        times["extract"].append(_seconds(extract, kept))
        with tempfile.TemporaryDirectory() as empty:
            times["first extract"].append(_seconds(extract, empty))
    return {name: statistics.median(seconds) for name, seconds in times.items()}


def _seconds(arguments: Sequence[str], cache: str) -> float:
    """Processor seconds of one process, so that other work on the machine counts less."""
    environment: Mapping[str, str] = {**os.environ, "XDG_CACHE_HOME": cache}
    before = _used()
    subprocess.run([sys.executable, *arguments], env=environment, stdout=subprocess.DEVNULL, check=True)
    return _used() - before


def _used() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main(sys.argv[1:])
