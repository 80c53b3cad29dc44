"""RTF, ODT, strict DOCX, and DOC that `from_doc` cannot read: converted to DOCX by LibreOffice, then read as such.

LibreOffice is a program of its own, looked for when it is needed. The readers in Python for RTF and ODT lose the
outline numbers, or whole paragraphs.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from ingest.archive import ZIP_SIGNATURES, package_names
from ingest.errors import IngestError
from ingest.notice import Document
from ingest.readers.from_docx import read_bytes
from ingest.sources import Source

TIME_LIMIT = 120.0
"""Seconds; a notice takes one or two, damaged files can keep LibreOffice busy for ever."""
_PROGRAMS = ("soffice", "libreoffice")
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/Product">
<prop oor:name="ooSetupLastVersion" oor:op="fuse"><value>99.9</value></prop>
</item>
</oor:items>
"""
"""A profile that no older version has used: with one that does not say so LibreOffice takes itself for newly installed
(`utl::isProductVersionUpgraded`) and tries out its drawing first, two thirds of the time of a conversion."""
INSTALL = "请安装LibreOffice（Debian、Ubuntu：apt install libreoffice-writer-nogui），或用Word、WPS另存为DOCX后再导入"
_SAVE_AS = "请用Word或WPS打开核对，另存为DOCX后再导入"


def read(source: Source) -> Document:
    """The document in an RTF, ODT or DOC file, as `ingest.readers.from_docx` reads it.

    Raises `IngestError` where LibreOffice is missing, fails, or takes longer than `TIME_LIMIT`.
    """
    _, media_type = _kind(source.data)
    return replace(read_bytes(convert(source)), media_type=media_type)


def available() -> bool:
    """Whether LibreOffice is installed."""
    return _program() is not None


def convert(source: Source, *, time_limit: float = TIME_LIMIT) -> bytes:
    """The file as a DOCX. Each call has a folder and a profile of its own, so that calls can run side by side.

    Raises `IngestError`.
    """
    program = _program()
    if program is None:
        raise IngestError("读取RTF、ODT文件和严格格式的DOCX需要LibreOffice，本机没有安装", INSTALL)
    suffix, _ = _kind(source.data)
    with tempfile.TemporaryDirectory(prefix="notices-", ignore_cleanup_errors=True) as folder:
        original = Path(folder, f"notice.{suffix}")
        original.write_bytes(source.data)
        output, profile = Path(folder, "out"), Path(folder, "profile")
        _set_up(profile)
        _run(
            [
                program,
                f"-env:UserInstallation={profile.as_uri()}",
                *("--headless", "--norestore", "--nolockcheck", "--convert-to", "docx:MS Word 2007 XML"),
                *("--outdir", str(output), str(original)),
            ],
            time_limit=time_limit,
        )
        try:
            return (output / "notice.docx").read_bytes()
        except FileNotFoundError:
            raise IngestError("LibreOffice没有转换出结果，文件可能有密码或已损坏", _SAVE_AS) from None


def _program() -> str | None:
    return next(filter(None, map(shutil.which, _PROGRAMS)), None)


def _set_up(profile: Path) -> None:
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, "utf-8")


def _run(command: list[str], *, time_limit: float) -> None:
    """Run the program in a group of its own: it starts a child that outlives it when it alone is stopped."""
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError as error:
        raise IngestError(f"LibreOffice启动失败（{error.strerror or error}）", INSTALL) from error
    try:
        process.wait(time_limit)
    except subprocess.TimeoutExpired as error:
        raise IngestError(f"LibreOffice转换超过{time_limit:g}秒，已停止", f"文件可能已损坏；{_SAVE_AS}") from error
    finally:
        _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End what is left of the program's group."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    finally:
        process.wait()


def _kind(data: bytes) -> tuple[str, str]:
    """The suffix by which LibreOffice knows the format, and the media type."""
    if data.startswith(b"{\\rtf"):
        return "rtf", "application/rtf"
    if not data.startswith(ZIP_SIGNATURES):
        return "doc", "application/msword"
    if "content.xml" in package_names(data):
        return "odt", "application/vnd.oasis.opendocument.text"
    return "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
