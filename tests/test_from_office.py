"""DOC, RTF, ODT, strict DOCX by LibreOffice; what happens where it is missing, too slow or silent."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from make_docx import Draft, changed, item, level

from ingest.errors import IngestError
from ingest.readers import from_docx, from_office
from ingest.sources import Source

needs_libreoffice = pytest.mark.skipif(not from_office.available(), reason="LibreOffice is not installed")


def rtf(*paragraphs: str) -> bytes:
    """An RTF of paragraphs, characters as `\\u` escapes."""
    escaped = ("".join(f"\\u{ord(each)}?" for each in text) for text in paragraphs)
    return b"{\\rtf1\\ansi " + "\\par ".join(escaped).encode() + b"\\par}"


RTF = Source("notice.rtf", rtf("关于供暖的通知", "各单位："))


def program(folder: Path, script: str) -> str:
    """A stand-in for LibreOffice: a Python script."""
    path = folder / "soffice"
    path.write_text(f"#!{sys.executable}\n{script}", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def test_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert not from_office.available()
    with pytest.raises(IngestError, match=r"没有安装.*libreoffice-writer-nogui"):
        from_office.read(RTF)


@pytest.mark.parametrize(
    ("reason", "script", "found"),
    [
        ("it ends without a word, as for a locked file", "", "LibreOffice没有转换出结果"),
        ("it hangs, and so does its child", "import os, time\nos.fork()\ntime.sleep(60)", "LibreOffice转换超过0.5秒"),
    ],
)
def test_failures(reason: str, script: str, found: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(Path(program(tmp_path, script)).parent))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    start = time.monotonic()
    with pytest.raises(IngestError) as caught:
        from_office.convert(RTF, time_limit=0.5 if "hangs" in reason else 20)
    assert caught.value.found.startswith(found), reason
    assert time.monotonic() - start < 15


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither files nor the child that a stopped program started."""
    child = tmp_path / "child"
    script = (
        f"import os, time\nif os.fork() == 0:\n    open({str(child)!r}, 'w').write(str(os.getpid()))\ntime.sleep(60)"
    )
    monkeypatch.setenv("PATH", str(Path(program(tmp_path, script)).parent))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(IngestError):
        from_office.convert(RTF, time_limit=1.5)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["child", "soffice"]
    assert not _runs(int(child.read_text()))


def _runs(process: int) -> bool:
    """Whether a process is alive; one that waits to be collected is not."""
    status = Path(f"/proc/{process}/stat")
    return status.exists() and status.read_text().rsplit(")", 1)[1].split()[0] != "Z"


def test_a_program_that_cannot_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "soffice"
    broken.write_bytes(b"\x7fELF broken")
    broken.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(IngestError, match="LibreOffice启动失败"):
        from_office.convert(RTF)


def as_format(data: bytes, suffix: str, folder: Path) -> bytes:
    """A DOCX in another format, by LibreOffice itself."""
    original = folder / "notice.docx"
    original.write_bytes(data)
    command = [
        "soffice",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        suffix,
    ]
    subprocess.run([*command, "--outdir", str(folder), str(original)], check=True, timeout=120, capture_output=True)
    return (folder / f"notice.{suffix.split(':')[0]}").read_bytes()


@needs_libreoffice
@pytest.mark.slow
@pytest.mark.parametrize(
    ("suffix", "media_type"), [("doc", "application/msword"), ("odt", "application/vnd.oasis.opendocument.text")]
)
def test_numbers_survive(suffix: str, media_type: str, tmp_path: Path) -> None:
    lists = (level("chineseCountingThousand", "%1、"), level("chineseCounting", "（%2）"))
    draft = Draft().lists(*lists).add("关于供暖的通知", item("目标"), item("范围", level=1), item("措施"))
    found = from_office.read(Source("notice.bin", as_format(draft.data(), suffix, tmp_path)))
    assert [block.text for block in found.blocks] == ["关于供暖的通知", "一、目标", "（一）范围", "二、措施"]
    assert found.media_type == media_type
    assert found.blocks[1].places[0][1].path == "body/2"


@needs_libreoffice
@pytest.mark.slow
def test_rtf() -> None:
    found = from_office.read(Source("notice.doc", rtf("关于供暖的通知", "各单位：")))
    assert [block.text for block in found.blocks] == ["关于供暖的通知", "各单位："]
    assert found.media_type == "application/rtf"


@needs_libreoffice
@pytest.mark.slow
def test_strict_docx() -> None:
    """The strict variety has other names for all relations and elements; python-docx does not know them."""
    names = (
        (
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        ),
        (
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        ),
    )

    def strict(part: bytes) -> bytes:
        for old, new in names:
            part = part.replace(old, new)
        return part

    data = Draft().add("关于供暖的通知").data()
    for name in (
        "_rels/.rels",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/styles.xml",
        "word/settings.xml",
    ):
        data = changed(data, name, strict)
    assert [block.text for block in from_docx.read(Source("notice.docx", data)).blocks] == ["关于供暖的通知"]


@needs_libreoffice
def test_drawing_is_not_tried_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """LibreOffice writes down such trials in its profile, which is gone after the conversion."""
    run, left = from_office._run, list[str]()

    def watched(command: list[str], *, time_limit: float) -> None:
        run(command, time_limit=time_limit)
        left.extend(path.name for path in Path(command[-1]).parent.rglob("*"))

    monkeypatch.setattr(from_office, "_run", watched)
    from_office.convert(RTF)
    assert "registrymodifications.xcu" in left
    assert "GraphicsRenderTests.log" not in left
