"""Where bytes come from: files, folders, zip archives, standard input; one `Source` at a time, in a fixed order.

Everything that can be wrong with a file before it is opened is found here, under limits of size, and is a `Failure`
that never stops the rest.
"""

from __future__ import annotations

import errno
import hashlib
import io
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from ingest.archive import ZIP_SIGNATURES, Archive, is_package
from ingest.decode import decode_name
from ingest.errors import Failure, IngestError

MAX_FILE_BYTES: Final = 100_000_000
"""A scanned notice of several hundred pages stays under this."""
MAX_ARCHIVE_BYTES: Final = 2_000_000_000
MAX_FOLDER_DEPTH: Final = 64
STANDARD_INPUT: Final = "-"
STAGE: Final = "source"

_CLUTTER: Final = frozenset({"Thumbs.db", "desktop.ini", "__MACOSX"})


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
    """The files under `paths`, read lazily, folders and archives in the order of their names.

    `-` is standard input. Below a folder or in an archive, hidden files and the system's own (`.DS_Store`, `Thumbs.db`,
    `~$draft.docx`) are passed over, and so are the scripts and pictures of a saved page (`notice_files/`). What cannot
    be had is a `Failure` with a reason in Chinese.
    """
    for path in paths:
        if str(path) == STANDARD_INPUT:
            yield from _open(STANDARD_INPUT, io.BytesIO(sys.stdin.buffer.read(MAX_FILE_BYTES + 1)))
        elif "\0" in str(path):
            yield Failure(str(path).replace("\0", "�"), STAGE, "路径无效（含空字符）", "请核对路径")
        else:
            yield from _visit(Path(path), ())


def _visit(path: Path, ancestors: tuple[tuple[int, int], ...]) -> Iterator[Source | Failure]:
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            yield from _walk(path, (*ancestors, (status.st_dev, status.st_ino)))
        elif stat.S_ISREG(status.st_mode):
            with path.open("rb") as file:
                yield from _open(_uri(path), file, size=status.st_size)
        else:
            yield Failure(_uri(path), STAGE, "不是普通文件（设备或管道）", "请改用普通文件；管道输入请用“-”")
    except OSError as error:
        yield _system_failure(path, error)


def _walk(folder: Path, ancestors: tuple[tuple[int, int], ...]) -> Iterator[Source | Failure]:
    if ancestors[-1] in ancestors[:-1]:
        yield Failure(_uri(folder), STAGE, "文件夹链接成环，指回了上级文件夹", "已跳过；请删除该链接")
        return
    if len(ancestors) > MAX_FOLDER_DEPTH:
        yield Failure(_uri(folder), STAGE, f"文件夹超过{MAX_FOLDER_DEPTH}层", "请把文件移到较浅的文件夹后再导入")
        return
    names = sorted(os.listdir(folder))  # noqa: PTH208 - names only, thousands of Path objects otherwise
    pages = [name.rpartition(".")[0] for name in names if name.lower().endswith((".htm", ".html"))]
    companions = {page + ending for page in pages for ending in ("_files", ".files")}
    for name in names:
        if not is_clutter(name) and name not in companions:
            yield from _visit(folder / name, ancestors)


def _open(uri: str, file: IO[bytes], *, size: int = 0) -> Iterator[Source | Failure]:
    if file.read(4) in ZIP_SIGNATURES and size <= MAX_ARCHIVE_BYTES and not is_package(file):
        yield from _unpack(uri, file)
    else:
        file.seek(0)
        yield _guarded_read(uri, file, size=size)


def _guarded_read(uri: str, file: IO[bytes], *, size: int = 0) -> Source | Failure:
    """The whole file, unless it is empty or too large; it is never read further than the limit."""
    data = b"" if size > MAX_FILE_BYTES else file.read(MAX_FILE_BYTES + 1)
    size = max(size, len(data))
    if size > MAX_FILE_BYTES:
        return Failure(uri, STAGE, *_too_large(size))
    if not data:
        return Failure(uri, STAGE, "文件是空的（0字节）", "请重新下载或重新导出该文件")
    return Source(uri, data)


def _unpack(uri: str, file: IO[bytes]) -> Iterator[Source | Failure]:
    try:
        for name, content in Archive(file, max_member_bytes=MAX_FILE_BYTES).members():
            member = f"{uri}!/{name}"
            if isinstance(content, IngestError):
                yield Failure(member, STAGE, content.found, content.advice)
            elif not any(is_clutter(part) for part in name.split("!/")[-1].split("/")):
                yield Source(member, content)
    except IngestError as error:
        yield Failure(uri, STAGE, error.found, error.advice)


def is_clutter(name: str) -> bool:
    """Whether a file below a folder is the system's or an editor's own, never a notice."""
    return name in _CLUTTER or name.startswith((".", "~$"))


def _too_large(size: int) -> tuple[str, str]:
    return (
        f"文件有{size / 1e6:.0f}MB，超过上限{MAX_FILE_BYTES / 1e6:.0f}MB",
        "请确认是否为公文；扫描件请降低分辨率或拆分后再导入",
    )


def _uri(path: Path) -> str:
    """The path as text; names in GBK on a UTF-8 system (copied from Windows) are read as such."""
    return decode_name(os.fsencode(path))


def _system_failure(path: Path, error: OSError) -> Failure:
    if isinstance(error, FileNotFoundError):
        broken = path.is_symlink()
        reason = "链接指向的文件不存在" if broken else "找不到文件"
        return Failure(_uri(path), STAGE, reason, "请修复或删除该链接" if broken else "请核对路径和文件名")
    if isinstance(error, PermissionError):
        return Failure(_uri(path), STAGE, "没有读取权限", "请修改文件权限，或换用有权限的账户运行")
    if error.errno == errno.ELOOP:
        return Failure(_uri(path), STAGE, "链接成环，打不开", "请删除该链接")
    return Failure(_uri(path), STAGE, f"读取失败（{error.strerror or error}）", "请检查磁盘、网络盘或文件名后重试")
