"""Where the packaged corpus of notices lies: in the installed package, or beside the packages in a checkout."""

from __future__ import annotations

from pathlib import Path

from search.errors import SearchError

ANNOTATION = ".gold.jsonl"
"""Beside each notice `NAME.pdf` of the corpus stands what is right about it, `NAME.gold.jsonl`."""


def corpus() -> Path:
    """The folder of the corpus; raises `SearchError` where it was not installed."""
    here = Path(__file__).resolve().parent
    for folder in (here / "corpus", here.parent / "corpus"):
        if folder.is_dir() and any(folder.iterdir()):
            return folder
    raise SearchError("没有找到随附的示例通知", "请重新安装 policy-notices，或在项目文件夹里运行")


def notices() -> tuple[Path, ...]:
    """The notices of the corpus: the files that are annotated, and nothing else that lies there."""
    files = sorted(path for path in corpus().rglob("*") if path.is_file() and not path.name.endswith(ANNOTATION))
    return tuple(path for path in files if path.with_name(path.stem + ANNOTATION).exists())
