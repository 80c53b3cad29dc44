"""The command of the gate; see the package."""

from __future__ import annotations

import argparse
import json
import math
import sys
from pathlib import Path
from typing import Any

from tests.gate.figures import Figures, fingerprint, measure

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SETS = {
    "corpus": ROOT / "corpus",
    "seeds": ROOT.parent / "shared/gold/seeds",
    "notices": ROOT.parent / "shared/gold/notices",
}


def main() -> int:
    """Print the figures of every set that is at hand; 1 where one lies below its floor."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--accept", action="store_true", help="write down the records as they are now")
    accept = arguments.parse_args().accept
    pinned = json.loads((HERE / "floors.json").read_text("utf-8"))
    wrong: list[str] = []
    for name, folder in SETS.items():
        if not folder.is_dir():
            print(f"{name}: {folder.name} is not here, skipped")
            continue
        figures = measure(folder)
        _print(name, figures, pinned[name]["floors"])
        wrong += _below(name, figures, pinned[name]["floors"])
        if accept:
            pinned[name]["floors"] = raised(pinned[name]["floors"], figures)
        if name == "corpus":
            wrong += _moved(folder, pinned[name], accept=accept)
            _changes(figures, accept=accept)
    if accept:
        (HERE / "floors.json").write_text(json.dumps(pinned, ensure_ascii=False, indent=2) + "\n", "utf-8")
    for line in wrong:
        print(f"GATE: {line}", file=sys.stderr)
    print("gate: " + ("failed" if wrong else "passed"))
    return 1 if wrong else 0


def _print(name: str, figures: Figures, floors: dict[str, float]) -> None:
    print(f"\n{name:<12} written  found  right   P      R      F1     floor")
    for row in figures.rows():
        counts = f"{figures.written[row]:7d} {figures.found[row]:6d} {figures.right[row]:6d}"
        rates = f"{figures.precision(row):.3f}  {figures.recall(row):.3f}  {figures.f1(row):.3f}"
        print(f"{row:<12} {counts}   {rates}  {floors.get(row, 0):.3f}")


def _below(name: str, figures: Figures, floors: dict[str, float]) -> list[str]:
    return [
        f"{name}: {row} F1 {figures.f1(row):.3f} is below its floor {floor:.3f}"
        for row, floor in floors.items()
        if round(figures.f1(row), 3) < floor
    ]


def raised(floors: dict[str, float], figures: Figures) -> dict[str, float]:
    """The floors, each lifted to its figure rounded down to a hundredth; none is ever let down here."""
    now = {row: math.floor(figures.f1(row) * 100) / 100 for row in figures.rows() if figures.written[row]}
    return {row: max(floors.get(row, 0.0), now.get(row, 0.0)) for row in [*now, *(set(floors) - set(now))]}


def _moved(folder: Path, pinned: dict[str, Any], *, accept: bool) -> list[str]:
    now = fingerprint(folder)
    if accept:
        pinned["fingerprint"] = now
    if now == pinned["fingerprint"]:
        return []
    return [f"corpus: its fingerprint is {now}, the floors were set on {pinned['fingerprint']}; look, then --accept"]


def _changes(figures: Figures, *, accept: bool) -> None:
    """The records gained and lost since the accepted state."""
    path = HERE / "accepted.txt"
    before = set(path.read_text("utf-8").splitlines()) if path.exists() else set()
    for sign, keys in (("+", figures.keys - before), ("-", before - figures.keys)):
        for key in sorted(keys):
            print(f"{sign} {key}")
    if accept:
        path.write_text("\n".join(sorted(figures.keys)) + "\n", "utf-8")


if __name__ == "__main__":
    sys.exit(main())
