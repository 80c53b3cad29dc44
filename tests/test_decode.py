"""Encodings of Chinese files: each by its own signs, and none by a guess that another text would break."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest import decode as module
from ingest.decode import decode, decode_name, is_binary
from ingest.errors import IngestError

SIMPLIFIED = "关于进一步加强传染病防治工作的通知\n各区县人民政府：请于3日内报告，不得迟报。\n"
TRADITIONAL = "關於加強傳染病防治工作的通知\n各縣市政府：請依規定於三日內辦理，不得遲報。\n"
RARE = "朱镕基、〇、喆、䶮，请照办。"


@pytest.mark.parametrize(
    ("reason", "data", "declared", "text"),
    [
        ("UTF-8", SIMPLIFIED.encode(), None, SIMPLIFIED),
        ("UTF-8 with a mark", SIMPLIFIED.encode("utf-8-sig"), None, SIMPLIFIED),
        ("UTF-8, declared as gb2312", SIMPLIFIED.encode(), "gb2312", SIMPLIFIED),
        ("UTF-16 with a mark (Windows Notepad)", SIMPLIFIED.encode("utf-16"), None, SIMPLIFIED),
        ("UTF-16 big-endian with a mark", b"\xfe\xff" + SIMPLIFIED.encode("utf-16-be"), None, SIMPLIFIED),
        ("UTF-16 without a mark", SIMPLIFIED.encode("utf-16-le"), None, SIMPLIFIED),
        ("UTF-16 big-endian without a mark", SIMPLIFIED.encode("utf-16-be"), None, SIMPLIFIED),
        ("UTF-32, whose mark begins with that of UTF-16", SIMPLIFIED.encode("utf-32"), None, SIMPLIFIED),
        ("GB 18030 with a mark", b"\x84\x31\x95\x33" + SIMPLIFIED.encode("gb18030"), None, SIMPLIFIED),
        ("GBK", SIMPLIFIED.encode("gbk"), None, SIMPLIFIED),
        ("characters beyond gb2312 and gbk on a page that declares gb2312", RARE.encode("gb18030"), "gb2312", RARE),
        ("GBK, declared as UTF-8", SIMPLIFIED.encode("gbk"), "utf-8", SIMPLIFIED),
        ("GBK, declared as a template's iso-8859-1", SIMPLIFIED.encode("gbk"), "ISO-8859-1", SIMPLIFIED),
        ("GBK, declared as nonsense", SIMPLIFIED.encode("gbk"), "charset-of-mars", SIMPLIFIED),
        ("GBK, nearly all of it ASCII", b"a{color:red}" * 500 + "通知公告".encode("gbk"), None,
         "a{color:red}" * 500 + "通知公告"),
        ("GBK that is UTF-8 by accident", "通知".encode("gbk"), None, "通知"),
        ("a sign that is no Chinese stays UTF-8", "5×3 §2 ±1".encode(), None, "5×3 §2 ±1"),
        ("Big5, not declared", TRADITIONAL.encode("big5"), None, TRADITIONAL),
        ("Big5, declared as gb2312", TRADITIONAL.encode("big5"), "gb2312", TRADITIONAL),
        ("traditional characters in GBK", TRADITIONAL.encode("gbk"), None, TRADITIONAL),
        ("ASCII", b"plain", None, "plain"),
    ],
)  # fmt: skip
def test_encodings(reason: str, data: bytes, declared: str | None, text: str) -> None:
    decoded = decode(data, declared=declared)
    assert (decoded.text, decoded.damaged) == (text, 0), reason


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5"])
def test_cut_last_character_is_marked(encoding: str) -> None:
    text = (SIMPLIFIED if encoding != "big5" else TRADITIONAL).rstrip()
    decoded = decode(text.encode(encoding)[:-1])
    assert (decoded.text, decoded.damaged) == (f"{text[:-1]}\ufffd", 1)
    assert decoded.flags() == {"masked_characters"} and decoded.meta()["damaged_characters"] == "1"


@pytest.mark.parametrize(
    ("reason", "raw", "text", "removed"),
    [
        ("zero-width characters within a number", "1\u200b4天", "14天", 1),
        ("a mark in the middle of joined files", "甲\ufeff乙", "甲乙", 1),
        ("NULs", "甲\x00乙\x00", "甲乙", 2),
        ("direction marks", "\u202a甲\u202c", "甲", 2),
        ("a soft hyphen between digits is a range", "2014\u00ad2020年", "2014-2020年", 1),
        ("elsewhere it is nothing", "通\u00ad知", "通知", 1),
        ("control characters", "甲\x07\x1b乙", "甲乙", 2),
        (
            "line ends of Windows, old Mac, form feed, Unicode",
            "一\r\n二\r三\f四\u2028五\x85六",
            "一\n二\n三\n四\n五\n六",
            0,
        ),
        ("tabs and ideographic spaces stay", "\u3000\u3000甲\t乙", "\u3000\u3000甲\t乙", 0),
    ],
)
def test_clean_up(reason: str, raw: str, text: str, removed: int) -> None:
    decoded = decode(raw.encode())
    assert (decoded.text, decoded.removed) == (text, removed), reason
    assert decoded.meta().get("removed_characters") == (str(removed) if removed else None)


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("通知.txt".encode(), "通知.txt"),
        ("通知.txt".encode("gbk"), "通知.txt"),
        ("联通.doc".encode("gbk"), "联通.doc"),
        (b"a.txt", "a.txt"),
    ],
)
def test_names(raw: bytes, name: str) -> None:
    assert decode_name(raw) == name


def test_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_TEXT_BYTES", 10)
    with pytest.raises(IngestError, match="超过上限"):
        decode(b"x" * 11)


def test_no_text_in_any_encoding_is_refused() -> None:
    with pytest.raises(IngestError, match="编码无法识别"):
        decode(b"\xff\xfe" + b"\x00\xd8" * 200)


@pytest.mark.parametrize(
    ("reason", "data", "binary"),
    [
        ("UTF-16 holds NULs and is text", SIMPLIFIED.encode("utf-16-le"), False),
        ("GBK", SIMPLIFIED.encode("gbk"), False),
        ("a stray control character", SIMPLIFIED.encode() + b"\x07", False),
        ("all byte values", bytes(range(256)) * 4, True),
        ("zeros", bytes(1000), True),
    ],
)
def test_is_binary(reason: str, data: bytes, binary: bool) -> None:
    assert is_binary(data) is binary, reason


OFFICIAL = st.text(
    st.sampled_from(
        "关于进一步加强传染病防治工作的通知各区县人民政府请三日内报告不得迟报，。、；：（）《》〔〕0123456789%\n"
    ),
    min_size=12,
)


@settings(max_examples=100, deadline=None)
@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "gbk", "gb18030"]
)
@given(text=OFFICIAL)
def test_round_trip(encoding: str, text: str) -> None:
    text = f"通知：\n{text}"
    assert decode(text.encode(encoding)).text == text


@settings(max_examples=100, deadline=None)
@given(
    st.text(
        st.sampled_from("關於加強傳染病防治工作的通知各縣市政府請依規定三日內辦理不得遲報，。、；：（）0123\n"),
        min_size=12,
    )
)
def test_round_trip_big5(text: str) -> None:
    text = f"政府的通知，\n{text}"
    assert decode(text.encode("big5")).text == text


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=200), st.sampled_from([None, "gb2312", "big5", "utf-8", "utf-16", "hz", "idna", "zlib"]))
def test_any_bytes_give_a_text_or_an_ingest_error(data: bytes, declared: str | None) -> None:
    try:
        decoded = decode(data, declared=declared)
    except IngestError:
        return
    assert "\r" not in decoded.text and "\x00" not in decoded.text
    assert decode(data, declared=declared) == decoded
    decoded.text.encode()
