"""Files, folders, archives and standard input: what is read, in which order, and what is a failure with a reason."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ingest import archive, sources
from ingest.errors import Failure
from ingest.sources import Source, find

TEXT = "各区县人民政府：请遵照执行。".encode()


def packed(
    members: dict[str, bytes], *, compression: int = zipfile.ZIP_DEFLATED, raw_names: dict[str, bytes] | None = None
) -> bytes:
    """A zip; `raw_names` puts other bytes of the same length where a name stands, as a Windows archiver does."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", compression) as opened:
        for name, data in members.items():
            opened.writestr(name, data)
    data = file.getvalue()
    for name, raw in (raw_names or {}).items():
        assert len(name) == len(raw)
        data = data.replace(name.encode(), raw)
    return data


def put(folder: Path, name: str, data: bytes = TEXT) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def names(found: list[Source | Failure], folder: Path) -> list[str]:
    return [item.uri.removeprefix(f"{folder}/") for item in found]


def failures(found: list[Source | Failure]) -> list[str]:
    assert all(item.stage == "source" and item.advice for item in found if isinstance(item, Failure))
    return [item.reason for item in found if isinstance(item, Failure)]


def test_source_knows_its_name_and_digest() -> None:
    source = Source("某包.zip!/2021/通知.docx", b"")
    assert source.name == "通知.docx"
    assert source.sha256 == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


def test_folder_is_read_in_the_order_of_names_without_clutter(tmp_path: Path) -> None:
    for name in ("乙.txt", "甲/2.txt", "甲/1.txt", ".hidden", "Thumbs.db", "~$甲.docx", "__MACOSX/x", ".git/config"):
        put(tmp_path, name)
    found = list(find([tmp_path]))
    assert names(found, tmp_path) == ["乙.txt", "甲/1.txt", "甲/2.txt"]
    assert list(find([tmp_path])) == found


def test_scripts_of_a_saved_page_are_passed_over(tmp_path: Path) -> None:
    for name in ("通知.html", "通知_files/a.js", "旧.htm", "旧.files/b.css", "附_files/1.txt"):
        put(tmp_path, name)
    assert names(list(find([tmp_path])), tmp_path) == ["旧.htm", "通知.html", "附_files/1.txt"]


def test_hidden_file_that_is_named_is_read(tmp_path: Path) -> None:
    assert [type(item) for item in find([put(tmp_path, ".notice.txt")])] == [Source]


def test_sources_are_read_one_at_a_time(tmp_path: Path) -> None:
    first, second = put(tmp_path, "1.txt"), put(tmp_path, "2.txt")
    found = find([first, second])
    assert isinstance(next(found), Source)
    second.unlink()
    assert failures(list(found)) == ["找不到文件"]


def test_batch_goes_on_after_each_failure(tmp_path: Path) -> None:
    put(tmp_path, "1-empty.txt", b"")
    put(tmp_path, "2-broken.zip", b"PK\x03\x04rubbish")
    (tmp_path / "3-lost.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "4-self").symlink_to(tmp_path / "4-self")
    os.mkfifo(tmp_path / "5-pipe")
    put(tmp_path, "6.txt")
    found = list(find([tmp_path / "0-missing.txt", tmp_path]))
    assert names(found[-1:], tmp_path) == ["6.txt"] and isinstance(found[-1], Source)
    reasons = [
        "找不到文件",
        "文件是空的（0字节）",
        "压缩包（或DOCX等文档）已损坏，打不开",
        "链接指向的文件不存在",
        "链接成环，打不开",
    ]
    assert failures(found) == [*reasons, "不是普通文件（设备或管道）"]


def test_path_with_a_null_character_is_a_failure() -> None:
    assert failures(list(find(["a\0b"]))) == ["路径无效（含空字符）"]


def test_loop_of_links_ends(tmp_path: Path) -> None:
    put(tmp_path, "a/1.txt")
    put(tmp_path, "b/2.txt")
    (tmp_path / "a" / "to-b").symlink_to(tmp_path / "b")
    (tmp_path / "b" / "to-a").symlink_to(tmp_path / "a")
    found = list(find([tmp_path / "a"]))
    assert failures(found) == ["文件夹链接成环，指回了上级文件夹"]
    assert names(found, tmp_path) == ["a/1.txt", "a/to-b/2.txt", "a/to-b/to-a"]


def test_folder_too_deep_is_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "MAX_FOLDER_DEPTH", 2)
    put(tmp_path, "a/b/1.txt")
    put(tmp_path, "a/2.txt")
    assert failures(list(find([tmp_path]))) == ["文件夹超过2层"]


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_no_permission_is_a_failure(tmp_path: Path, kind: str) -> None:
    locked = put(tmp_path, "locked/1.txt") if kind == "file" else put(tmp_path, "locked/1.txt").parent
    locked.chmod(0)
    try:
        if os.access(locked, os.R_OK):
            pytest.skip("root reads what nobody may read; the error itself is tried below")
        assert failures(list(find([tmp_path]))) == ["没有读取权限"]
    finally:
        locked.chmod(0o700)


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (PermissionError(13, "denied"), "没有读取权限"),
        (OSError(5, "Input/output error"), "读取失败（Input/output error）"),
    ],
)
def test_what_the_system_refuses_is_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError, reason: str
) -> None:
    locked, free = put(tmp_path, "1.txt"), put(tmp_path, "2.txt")
    opened = Path.open

    def refuse(path: Path, *arguments: str) -> object:
        if path == locked:
            raise error
        return opened(path, *arguments)

    monkeypatch.setattr(Path, "open", refuse)
    found = list(find([locked, free]))
    assert failures(found) == [reason] and isinstance(found[-1], Source)


def test_name_in_gbk_on_a_utf8_system_is_readable(tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/" + "通知.txt".encode("gb18030")
    try:
        Path(os.fsdecode(raw)).write_bytes(TEXT)
    except OSError:
        pytest.skip("this file system takes UTF-8 names only")
    assert names(list(find([tmp_path])), tmp_path) == ["通知.txt"]


def test_100_mb_are_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "dump.txt"
    with path.open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    (failure,) = find([path])
    assert isinstance(failure, Failure) and failure.reason == "文件有105MB，超过上限100MB"


@pytest.mark.parametrize(
    ("reason", "data", "expected"),
    [
        ("a text", TEXT, [("-", TEXT)]),
        ("an archive", packed({"甲.txt": TEXT}), [("-!/甲.txt", TEXT)]),
    ],
)
def test_standard_input(
    monkeypatch: pytest.MonkeyPatch, reason: str, data: bytes, expected: list[tuple[str, bytes]]
) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    found = [(item.uri, item.data) for item in find(["-"]) if isinstance(item, Source)]
    assert found == expected, reason


def test_empty_standard_input_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO()))
    assert failures(list(find(["-"]))) == ["文件是空的（0字节）"]


def unpacked(tmp_path: Path, data: bytes) -> list[tuple[str, bytes | str]]:
    path = put(tmp_path, "in.zip", data)
    return [
        (item.uri.removeprefix(f"{path}"), item.data if isinstance(item, Source) else item.reason)
        for item in find([path])
    ]


UNSAFE = "压缩包内的文件名不安全（绝对路径或“..”）"
GBK = "通知.txt".encode("gb18030")
TRAIL_BACKSLASH = "誠.txt".encode("gb18030")
"""The second byte of 誠 in GBK is a backslash."""


@pytest.mark.parametrize(
    ("reason", "data", "expected"),
    [
        ("UTF-8 names, folders, order of names", packed({"乙/2.txt": TEXT, "乙/1.txt": TEXT, "乙/": b""}),
         [("!/乙/1.txt", TEXT), ("!/乙/2.txt", TEXT)]),
        ("GBK names of a Chinese Windows", packed({"x" * len(GBK): TEXT}, raw_names={"x" * len(GBK): GBK}),
         [("!/通知.txt", TEXT)]),
        ("UTF-8 names without the mark (macOS)", packed({"x" * 10: TEXT}, raw_names={"x" * 10: "通知.txt".encode()}),
         [("!/通知.txt", TEXT)]),
        ("a GBK character that ends in a backslash is no folder",
         packed({"x" * len(TRAIL_BACKSLASH): TEXT}, raw_names={"x" * len(TRAIL_BACKSLASH): TRAIL_BACKSLASH}),
         [("!/誠.txt", TEXT)]),
        ("backslashes part folders", packed({"a|1.txt": TEXT}, raw_names={"a|1.txt": b"a\\1.txt"}),
         [("!/a/1.txt", TEXT)]),
        ("an archive within", packed({"内.zip": packed({"甲.txt": TEXT})}), [("!/内.zip!/甲.txt", TEXT)]),
        ("clutter is passed over", packed({"__MACOSX/._1.txt": TEXT, ".DS_Store": TEXT, "1.txt": TEXT}),
         [("!/1.txt", TEXT)]),
        ("names that leave the folder are refused, the rest goes on",
         packed({"../1.txt": TEXT, "/etc/2.txt": TEXT, "C:/3.txt": TEXT, "a/../../4.txt": TEXT, "好.txt": TEXT}),
         [("!/../1.txt", UNSAFE), ("!//etc/2.txt", UNSAFE),
          ("!/C:/3.txt", UNSAFE), ("!/a/../../4.txt", UNSAFE),
          ("!/好.txt", TEXT)]),
        ("an empty member", packed({"0.txt": b"", "1.txt": TEXT}),
         [("!/0.txt", "文件是空的（0字节）"), ("!/1.txt", TEXT)]),
        ("an empty archive", packed({}), [("", "压缩包是空的")]),
        ("a bomb is not unpacked, the rest goes on", packed({"0.txt": bytes(20_000_000), "1.txt": TEXT}),
         [("!/0.txt", "压缩比超过200倍，疑似压缩炸弹，未展开"), ("!/1.txt", TEXT)]),
    ],
)  # fmt: skip
def test_archive(tmp_path: Path, reason: str, data: bytes, expected: list[tuple[str, bytes | str]]) -> None:
    assert unpacked(tmp_path, data) == expected, reason


def test_archive_within_archives_ends(tmp_path: Path) -> None:
    data = packed({"1.txt": TEXT})
    for _ in range(4):
        data = packed({"n.zip": data})
    assert unpacked(tmp_path, data) == [("!/n.zip!/n.zip!/n.zip", "压缩包嵌套超过3层")]


@pytest.mark.parametrize(
    ("limit", "value", "reason"),
    [("MAX_MEMBERS", 2, "压缩包内文件超过2个"), ("MAX_TOTAL_BYTES", 50, "压缩包展开后超过0GB，疑似压缩炸弹，未展开")],
)
def test_archive_limits_hold_for_archives_within(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, value: int, reason: str
) -> None:
    monkeypatch.setattr(archive, limit, value)
    many = packed({"1.txt": TEXT, "2.txt": TEXT, "3.txt": TEXT})
    assert [found for _, found in unpacked(tmp_path, many)] == [reason]
    nested = packed({"a.zip": many})
    assert reason in [found for _, found in unpacked(tmp_path, nested)]


def test_member_with_a_password_is_a_failure(tmp_path: Path) -> None:
    data = bytearray(packed({"1.txt": TEXT}))
    central = data.index(b"PK\x01\x02")
    data[6] |= 1
    data[central + 8] |= 1
    assert unpacked(tmp_path, bytes(data)) == [("!/1.txt", "压缩包有密码")]


def test_damaged_member_is_a_failure_and_the_rest_goes_on(tmp_path: Path) -> None:
    data = packed({"1.txt": TEXT, "2.txt": TEXT}, compression=zipfile.ZIP_STORED)
    damaged = data.replace(TEXT, b"!" * len(TEXT), 1)
    assert unpacked(tmp_path, damaged) == [("!/1.txt", "压缩包内的文件已损坏或压缩方式不支持"), ("!/2.txt", TEXT)]


@pytest.mark.parametrize("mark", ["[Content_Types].xml", "OFD.xml", "mimetype"])
def test_document_that_is_a_zip_is_one_source(tmp_path: Path, mark: str) -> None:
    data = packed({mark: b"x", "word/document.xml": b"y"})
    assert unpacked(tmp_path, data) == [("", data)]
    assert unpacked(tmp_path, packed({"甲.docx": data})) == [("!/甲.docx", data)]


@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10_000), st.binary(min_size=1, max_size=8))
@example(5110, b"\x00\x00")
def test_any_damage_to_an_archive_gives_sources_or_failures(at: int, patch: bytes) -> None:
    data = bytearray(packed({"甲.txt": TEXT * 5, "b.zip": packed({"乙.txt": TEXT})}))
    at %= len(data)
    data[at : at + len(patch)] = patch
    opened = archive.Archive(io.BytesIO(bytes(data)), max_member_bytes=1000)
    try:
        assert all(isinstance(name, str) for name, _ in opened.members())
    except archive.IngestError as error:
        assert error.advice
