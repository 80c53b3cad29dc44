"""The quality gate: what the extraction finds in `corpus/` against the records written by hand.

`python -m tests.gate` prints precision, recall and F1 per kind, compares them with the pinned floors and prints the
records gained and lost since the last accepted state. It fails where a figure falls below its floor or the corpus is
not the one that the floors were set on. `--accept` writes the present records down as accepted and lifts floors to the
present figures; a floor is let down by hand only, in `floors.json`, with the reason in the commit.
"""
