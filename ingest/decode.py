"""Bytes → text: which encoding a Chinese page or text file is in, and its clean-up to plain lines.

The order of trials, each stricter than what a detector does on short or mostly ASCII files: byte order mark → UTF-16
without one → strict UTF-8 → GB 18030 or Big5, whichever gives the more usual Chinese, the declared one being preferred
and every `gb*` read as GB 18030 (pages that declare gb2312 hold 镕, 〇 and 䶮) → charset-normalizer.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ingest import patterns as re
from ingest.errors import IngestError
from ingest.notice import Flag

MAX_TEXT_BYTES: Final = 20_000_000
"""More than a hundred times the longest notice known; a text beyond that is a data dump or an accident."""

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
)
_CHINESE: Final = ("gb18030", "big5hkscs")
_SAMPLE: Final = 65_536
_MAX_DAMAGE: Final = 0.02
"""The share of unreadable characters up to which a file still counts as text in that encoding."""

_CONTROLS: Final = bytes((*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F))
_PLAIN: Final = re.compile(r"[\t\n\r -~\u2010-\u2027\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef]")
_USUAL: Final = re.compile(
    "[，。、；：（）《》“”的一是在和有年月日中人不为為关關于於各市县縣区區政府部门門单位單國国发發通知报報机機加强強及]"
)
_UNSEEN: Final = r"\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffc"
_INVISIBLE: Final = re.compile(f"[{_UNSEEN}]")
_SOFT_HYPHEN: Final = re.compile(r"(?<=\d)\u00ad(?=\d)")
_OTHER_ENDS: Final = r"\v\f\x85\u2028\u2029"
_LINE_END: Final = re.compile(rf"\r\n?|[{_OTHER_ENDS}]")
_ANY_CONTROL: Final = re.compile(rf"[\r{_OTHER_ENDS}{_UNSEEN}]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and how it was won: `removed` invisible characters are gone, `damaged` ones stand there as U+FFFD."""

    text: str
    encoding: str
    removed: int = 0
    damaged: int = 0

    def meta(self) -> dict[str, str]:
        """What `Document.meta` says of the decoding: `encoding`, and the two counts where they are not 0."""
        counts = {"removed_characters": self.removed, "damaged_characters": self.damaged}
        return {"encoding": self.encoding} | {name: str(count) for name, count in counts.items() if count}

    def flags(self) -> frozenset[Flag]:
        """`masked_characters` where some could not be read."""
        return frozenset({"masked_characters"} if self.damaged else ())


def decode(data: bytes, *, declared: str | None = None) -> Decoded:
    """The text of `data` with line ends as `\\n`, without NULs, zero-width, direction and soft hyphen characters.

    `declared` is the charset that the file names for itself. Raises `IngestError` for what is too long or no text.
    """
    if len(data) > MAX_TEXT_BYTES:
        raise IngestError(
            f"文本有{len(data) / 1e6:.0f}MB，超过上限{MAX_TEXT_BYTES / 1e6:.0f}MB", "请确认是否为公文，并拆分后再导入"
        )
    text, encoding = _raw(data, declared)
    removed = 0
    if _ANY_CONTROL.search(text):
        text = _LINE_END.sub("\n", text)
        removed = len(_INVISIBLE.findall(text))
    return Decoded(visible(text) if removed else text, encoding, removed, text.count("\ufffd"))


def visible(text: str) -> str:
    """The text without characters that nobody sees and that tear numbers apart; 2014\u00ad2020 is a range."""
    return _INVISIBLE.sub("", _SOFT_HYPHEN.sub("-", text))


def decode_name(raw: bytes) -> str:
    """A file name: UTF-8, else GB 18030.

    通知 and 联通 in GBK are valid UTF-8 by accident: two-byte characters, which no Chinese name in UTF-8 is made of.
    """
    text = _strict(raw, "utf-8")
    if text is None or (not text.isascii() and all(character < "\u0800" for character in text)):
        return _strict(raw, "gb18030") or raw.decode("gb18030", "replace")
    return text


def is_binary(data: bytes) -> bool:
    """Whether the first bytes hold what no text does: control characters, outside UTF-16 and UTF-32."""
    head = data[:_SAMPLE]
    nulls = head.count(0)
    single = head.replace(b"\0\0", b"") if nulls else head
    controls = len(single) - len(single.translate(None, _CONTROLS))
    strange = controls > 0.01 * len(head) or nulls > 0.05 * len(head)
    return strange and not (_by_mark(head) or _utf16(head))


def _raw(data: bytes, declared: str | None) -> tuple[str, str]:
    if marked := _by_mark(data):
        mark, encoding = marked
        return _tolerant(data[len(mark) :], encoding) or _refuse()
    named = _codec(declared)
    for encoding in _strictly(data, named):
        text = _strict(data, encoding)
        if text is not None and not (encoding == "utf-8" and _is_gbk_by_accident(data, text)):
            return text, encoding
    return _guessed(data, "big5hkscs" if named == "big5hkscs" else "gb18030")


def _strictly(data: bytes, named: str | None) -> Iterator[str]:
    """The encodings that refuse what is not theirs, in the order in which they are tried."""
    if b"\0" in data and (wide := _utf16(data)):
        yield wide
    yield "utf-8"
    if wide := _utf16(data):
        yield wide
    if named and named not in _CHINESE:
        yield named


def _is_gbk_by_accident(data: bytes, text: str) -> bool:
    """Whether a text in UTF-8 is a short one in GBK (see `decode_name`): nothing Chinese in it, much as GBK."""
    if len(data) > 1024 or text.isascii() or any(character >= "\u0800" for character in text):
        return False
    chinese = _strict(data, "gb18030")
    return chinese is not None and _usualness(chinese) > 0.3


def _by_mark(data: bytes) -> tuple[bytes, str] | None:
    return next(((mark, encoding) for mark, encoding in _MARKS if data.startswith(mark)), None)


def _utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: nearly all of it reads as Chinese, ASCII and full-width characters.

    GB 18030 read as UTF-16 gives Hangul and private characters, ASCII rare Chinese ones; UTF-8 is told apart by its own
    strictness.
    """
    sample = data[: _SAMPLE // 4]
    if len(sample) < 8 or len(sample) % 2:
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        text = sample.decode(encoding, "replace")
        if b"\0" not in sample and _usualness(text) < 0.05:
            continue
        if len(_PLAIN.findall(text)) >= 0.95 * len(text):
            return encoding
    return None


def _codec(name: str | None) -> str | None:
    """The codec for a charset name as pages write it.

    Western names are templates' defaults on Chinese pages, and those codecs accept any byte: they are not believed.
    """
    plain = (name or "").strip().strip("\"'").lower()
    if plain.startswith(("gb", "x-gb", "cp936", "ms936", "windows-936")):
        return "gb18030"
    if plain.startswith(("big5", "x-big5", "cp950", "big-5")):
        return "big5hkscs"
    if not plain or plain.startswith(("utf", "iso-8859", "windows-125", "cp125", "ascii", "us-ascii", "latin")):
        return None
    try:
        return codecs.lookup(plain).name
    except (LookupError, ValueError):
        return None


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _tolerant(data: bytes, encoding: str) -> tuple[str, str] | None:
    """A text with few damaged characters (a cut last one, a flipped bit): U+FFFD marks them."""
    text = data.decode(encoding, "replace")
    return (text, encoding) if text.count("\ufffd") <= max(1, _MAX_DAMAGE * _foreign(text)) else None


def _guessed(data: bytes, preferred: str) -> tuple[str, str]:
    """The reading in the most usual Chinese; `preferred` wins where nothing speaks against it."""
    readings = [reading for encoding in (*_CHINESE, "utf-8") if (reading := _tolerant(data, encoding))]
    best = max(readings, key=lambda read: _usualness(read[0]) + 0.05 * (read[1] == preferred), default=None)
    if best and (_usualness(best[0]) > 0 or len(data) < 64):
        return best
    return _by_detector(data) or best or _refuse()


def _usualness(text: str) -> float:
    """The share of everyday official characters among the non-ASCII ones."""
    sample = text[:_SAMPLE]
    return len(_USUAL.findall(sample)) / max(1, _foreign(sample))


def _foreign(text: str) -> int:
    """How many of the characters are no ASCII."""
    return len(text) - len(text.encode("ascii", "ignore"))


def _by_detector(data: bytes) -> tuple[str, str] | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    text = _strict(data, best.encoding) if best else None
    return (text, best.encoding) if best and text is not None else None


def _refuse() -> tuple[str, str]:
    raise IngestError("文字编码无法识别", "请用记事本或浏览器打开，确认内容正常后另存为UTF-8编码再导入")
