"""Where bytes come from: files and folders, one `Source` at a time."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ingest.errors import Failure


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one file and where they came from (a path; `outer.zip!/inner.docx` inside an archive)."""

    uri: str
    data: bytes

    @property
    def name(self) -> str:
        """The file's own name, without folders and archives."""
        return self.uri.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]

    @property
    def sha256(self) -> str:
        """The digest of the bytes, hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()


def find(paths: Iterable[str | Path]) -> Iterator[Source | Failure]:
    """The files under `paths`, lazily and in a fixed order; each one that cannot be had is a `Failure`."""
    for path in map(Path, paths):
        if path.is_dir():
            yield from find(sorted(path.iterdir()))
        elif not path.exists():
            yield Failure(str(path), "source", "找不到文件", "请核对路径")
        else:
            yield Source(str(path), path.read_bytes())
