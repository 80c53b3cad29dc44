"""Chinese numerals as lists count with them: 十一, 一百零一, 壹拾壹."""

from __future__ import annotations

from ingest import patterns as re

_FIGURES = "零一二三四五六七八九"
_PLACES = ("", "十", "百", "千")
_FORMAL = str.maketrans(f"{_FIGURES}十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
_ZEROS = re.compile("零+")


def counting(count: int) -> str:
    """A count below a hundred million as it is said: 十一, 一百零一, 一万零三."""
    full = _full(count)
    return full.removeprefix("一") if full.startswith("一十") else full


def formal(count: int) -> str:
    """The same in the figures that nobody can alter: 壹拾壹."""
    return _full(count).translate(_FORMAL)


def _full(count: int) -> str:
    above, below = divmod(count, 10_000)
    if not above:
        return _group(below) or _FIGURES[0]
    gap = _FIGURES[0] if 0 < below < 1000 else ""
    return f"{_group(above)}万{gap}{_group(below)}"


def _group(count: int) -> str:
    """Four places at most, zeros between figures said once."""
    figures = str(count)
    said = (
        _FIGURES[int(figure)] + (_PLACES[place] if figure != "0" else "")
        for place, figure in zip(range(len(figures) - 1, -1, -1), figures, strict=True)
    )
    return _ZEROS.sub("零", "".join(said)).rstrip("零")
