"""OFD: the text by position, in paragraphs; where the optional reader is missing; damaged files."""

from __future__ import annotations

import io
import sys
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.errors import IngestError
from ingest.readers.from_ofd import read
from ingest.sources import Source

NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
LINES = [
    (10.5, "关于做好供暖工作的通知", 7.7),
    (20, "各单位：", 5.6),
    (30, "　　各单位应当在接到报告后两小时内将核实结果报送", 5.6),
    (40, "指挥部办公室，不得迟报。", 5.6),
    (50, "　　县委办公室、县政府办公室负责督促落实情况检查", 5.6),
    (60, "并定期通报。", 5.6),
]


def ofd(lines: list[tuple[float, str, float]]) -> bytes:
    """One page, each line a text object at its height in millimetres."""
    texts = "".join(
        f'<ofd:TextObject ID="{number + 10}" Boundary="0 0 210 297" Font="1" Size="{size}">'
        f'<ofd:TextCode X="{20 + size * (len(text) - len(text.lstrip("　")))}" Y="{y}" '
        f'DeltaX="g {len(text)} {size}">{text.lstrip("　")}</ofd:TextCode></ofd:TextObject>'
        for number, (y, text, size) in enumerate(lines)
    )
    parts = {
        "OFD.xml": f'<ofd:OFD {NAMESPACE} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo/>'
        "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
        "Doc_0/Document.xml": f"<ofd:Document {NAMESPACE}><ofd:CommonData><ofd:PageArea>"
        "<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData>"
        '<ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>',
        "Doc_0/Pages/Page_0/Content.xml": f'<ofd:Page {NAMESPACE}><ofd:Content><ofd:Layer ID="2">{texts}'
        "</ofd:Layer></ofd:Content></ofd:Page>",
    }
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        for name, part in parts.items():
            package.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{part}')
    return file.getvalue()


def test_missing_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ofdkit", None)
    with pytest.raises(IngestError, match=r"需要ofdkit.*policy-notices\[ofd\]"):
        read(Source("notice.ofd", ofd(LINES)))


def test_paragraphs_and_places() -> None:
    pytest.importorskip("ofdkit")
    found = read(Source("notice.ofd", ofd(LINES)))
    assert [block.text for block in found.blocks] == [
        "关于做好供暖工作的通知",
        "各单位：",
        "各单位应当在接到报告后两小时内将核实结果报送指挥部办公室，不得迟报。",
        "县委办公室、县政府办公室负责督促落实情况检查并定期通报。",
    ]
    assert (found.media_type, found.pages) == ("application/ofd", 1)
    place = found.blocks[1].places[0][1]
    assert place.page == 1 and place.bbox is not None
    assert place.bbox[0] == pytest.approx(20 / 25.4 * 72, abs=0.1)
    assert place.bbox[1] < 20 / 25.4 * 72 < place.bbox[3]


@pytest.mark.parametrize(
    ("reason", "data", "found"),
    [
        ("no text", ofd([]), "OFD里没有文字"),
        ("cut off", ofd(LINES)[:300], "OFD已损坏"),
        ("a picture that calls itself a package", b"PK\x03\x04\x89PNG" + bytes(200), "OFD已损坏"),
    ],
)
def test_what_cannot_be_read(reason: str, data: bytes, found: str) -> None:
    pytest.importorskip("ofdkit")
    with pytest.raises(IngestError) as caught:
        read(Source("notice.ofd", data))
    assert caught.value.found.startswith(found), reason


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_damaged_files_are_read_or_refused(data: st.DataObject) -> None:
    pytest.importorskip("ofdkit")
    damaged = bytearray(ofd(LINES))
    for _ in range(data.draw(st.integers(1, 8))):
        at = data.draw(st.integers(0, len(damaged) - 1))
        damaged[at : at + data.draw(st.integers(0, 30))] = data.draw(st.sampled_from([b"", b"9", b"<", b"-1e99"]))
    try:
        assert read(Source("notice.ofd", bytes(damaged))).blocks
    except IngestError as error:
        assert error.found and error.advice
