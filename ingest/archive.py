"""Zip archives: member names as they were meant, and no byte unpacked that the archive's own directory forbids.

A zip made on a Chinese Windows holds its names in GBK without saying so; one made by a crawler can hold names that
leave the folder; one made in bad faith can unpack to terabytes. DOCX, XLSX, ODT and OFD are zips too, but documents.
"""

from __future__ import annotations

import io
import lzma
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO, Final

from ingest.decode import decode_name
from ingest.errors import IngestError

ZIP_SIGNATURES: Final = (b"PK\x03\x04", b"PK\x05\x06")
MAX_MEMBERS: Final = 20_000
MAX_TOTAL_BYTES: Final = 4_000_000_000
MAX_RATIO: Final = 200
"""Text and XML pack about 5 to 30 times smaller; deflate's own limit is 1032."""
MAX_DEPTH: Final = 3

_PACKAGE_MARKS: Final = frozenset({"[Content_Types].xml", "OFD.xml", "mimetype"})
_RATIO_FREE_BYTES: Final = 10_000_000
"""Below this size a high ratio does no harm (blank pages, templates)."""
_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    RuntimeError,
    ValueError,
)


@dataclass(slots=True)
class _Budget:
    """What an archive with all archives inside it may still unpack to."""

    members: int = field(default_factory=lambda: MAX_MEMBERS)
    total: int = field(default_factory=lambda: MAX_TOTAL_BYTES)

    def spend(self, members: int, total: int) -> None:
        self.members -= members
        self.total -= total
        if self.members < 0:
            raise IngestError(f"压缩包内文件超过{MAX_MEMBERS}个", "请分成几个压缩包或解压成文件夹后再导入")
        if self.total < 0:
            raise IngestError(
                f"压缩包展开后超过{MAX_TOTAL_BYTES / 1e9:.0f}GB，疑似压缩炸弹，未展开",
                "请核对来源；确为公文请拆分后再导入",
            )


def package_names(data: bytes | IO[bytes]) -> frozenset[str]:
    """The member names of a zip, none where it cannot be opened."""
    try:
        with zipfile.ZipFile(io.BytesIO(data) if isinstance(data, bytes) else data) as opened:
            return frozenset(opened.namelist())
    except _BROKEN:
        return frozenset()


def is_package(data: bytes | IO[bytes]) -> bool:
    """Whether a zip is one document (OOXML, OpenDocument, OFD) and not an archive of files."""
    return not _PACKAGE_MARKS.isdisjoint(package_names(data))


def refuse_bomb(data: bytes) -> None:
    """Raise `IngestError` where a document package unpacks to what no notice holds; nothing is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as opened:
            members = opened.infolist()
    except _BROKEN as error:
        raise IngestError("文件已损坏，打不开", "请重新下载或重新导出该文件") from error
    _Budget().spend(len(members), sum(member.file_size for member in members))
    if any(map(_explodes, members)):
        raise IngestError(f"文件内部压缩比超过{MAX_RATIO}倍，疑似压缩炸弹，未展开", "请核对来源，重新导出后再导入")


class Archive:
    """The files of a zip archive, archives inside it included."""

    def __init__(
        self, file: IO[bytes], *, max_member_bytes: int, depth: int = 1, budget: _Budget | None = None
    ) -> None:
        self._file = file
        self._limit = max_member_bytes
        self._depth = depth
        self._budget = budget or _Budget()

    def members(self) -> Iterator[tuple[str, bytes | IngestError]]:
        """(name, bytes) of each file in the order of names, or the reason why that one is not read.

        Raises `IngestError` where the archive as a whole is refused.
        """
        try:
            opened = zipfile.ZipFile(self._file)
        except _BROKEN as error:
            raise IngestError("压缩包（或DOCX等文档）已损坏，打不开", "请重新下载该文件") from error
        with opened:
            files = [member for member in opened.infolist() if not member.filename.endswith("/")]
            self._budget.spend(len(files), sum(member.file_size for member in files))
            if not files:
                raise IngestError("压缩包是空的", "请核对压缩包内容")
            for name, member in sorted(((_name(member), member) for member in files), key=lambda pair: pair[0]):
                yield from self._content(opened, name, member)

    def _content(
        self, opened: zipfile.ZipFile, name: str, member: zipfile.ZipInfo
    ) -> Iterator[tuple[str, bytes | IngestError]]:
        try:
            _refuse(name, member, self._limit)
            data = opened.read(member)
            if not data:
                raise IngestError("文件是空的（0字节）", "请重新下载或重新导出该文件")
            if not data.startswith(ZIP_SIGNATURES) or is_package(data):
                yield name, data
                return
            if self._depth >= MAX_DEPTH:
                raise IngestError(f"压缩包嵌套超过{MAX_DEPTH}层", "请解压后再导入")
            inner = Archive(io.BytesIO(data), max_member_bytes=self._limit, depth=self._depth + 1, budget=self._budget)
            for inner_name, content in inner.members():
                yield f"{name}!/{inner_name}", content
        except IngestError as error:
            yield name, error
        except _BROKEN:
            yield name, IngestError("压缩包内的文件已损坏或压缩方式不支持", "请重新下载，或解压后再导入")


def _name(member: zipfile.ZipInfo) -> str:
    """The name as its maker saw it: UTF-8 where the archive says so or it is, else GB 18030.

    `zipfile` has read an unmarked name as cp437, which gives its bytes back.
    """
    name = member.orig_filename
    if not member.flag_bits & 0x800:
        name = decode_name(name.encode("cp437", "replace"))
    return name.partition("\0")[0].replace("\\", "/")


def _refuse(name: str, member: zipfile.ZipInfo, limit: int) -> None:
    if not name:
        raise IngestError("压缩包内有一个文件没有名字（压缩包可能已损坏）", "已跳过；请重新下载压缩包")
    parts = name.split("/")
    if name.startswith("/") or ".." in parts or name[1:2] == ":":
        raise IngestError("压缩包内的文件名不安全（绝对路径或“..”）", "已跳过；请核对压缩包来源")
    if stat.S_ISLNK(member.external_attr >> 16):
        raise IngestError("压缩包内是链接而不是文件", "已跳过；请把原文件放入压缩包")
    if member.flag_bits & 1:
        raise IngestError("压缩包有密码", "请用密码解压后再导入")
    if _explodes(member):
        raise IngestError(f"压缩比超过{MAX_RATIO}倍，疑似压缩炸弹，未展开", "已跳过；请核对来源")
    if member.file_size > limit:
        raise IngestError(
            f"文件有{member.file_size / 1e6:.0f}MB，超过上限{limit / 1e6:.0f}MB", "请确认是否为公文，或拆分后再导入"
        )


def _explodes(member: zipfile.ZipInfo) -> bool:
    return member.file_size > _RATIO_FREE_BYTES and member.file_size > MAX_RATIO * max(1, member.compress_size)
