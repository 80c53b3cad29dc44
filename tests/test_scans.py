"""Scans: what stands in a picture is read as if it had been typed, or its file is named with what to do."""

from __future__ import annotations

import io
from itertools import pairwise
from pathlib import Path

import pytest
from numpy import asarray
from PIL import Image, ImageDraw

from extract.extraction import extract
from ingest import half_width
from ingest.errors import IngestError
from ingest.formats import read_document
from ingest.notice import Box, Notice
from ingest.readers import scans
from ingest.readers.pdf_check import picture_of
from ingest.readers.pdf_lines import Line, lines_of
from ingest.reading import read_notices
from ingest.sources import Source
from tests.make_pdf import HEIGHT, WIDTH

CORPUS = Path(__file__).parents[1] / "corpus"
NAME = "national-2020-pension"
recognises = pytest.mark.skipif(not scans.available(), reason="text recognition (extra `ocr`) is not installed")


def pictures(data: bytes, pages: int) -> list[Image.Image]:
    drawn = [picture_of(data, page) for page in range(1, pages + 1)]
    return [Image.fromarray(picture[:, :, ::-1]) for picture in drawn if picture is not None]


def scanned(images: list[Image.Image], *, angle: float = 0.0) -> bytes:
    """A PDF of nothing but pictures, as a copier makes it: turned a little, and compressed."""
    turned = [image.rotate(angle, Image.Resampling.BICUBIC, fillcolor="white") for image in images]
    file = io.BytesIO()
    turned[0].save(file, "PDF", save_all=True, append_images=turned[1:], resolution=scans.DPI, quality=65)
    return file.getvalue()


def as_png(image: Image.Image) -> bytes:
    file = io.BytesIO()
    image.save(file, "PNG")
    return file.getvalue()


def place_of(data: bytes, text: str) -> Box:
    """The box of the line that is the text."""
    blocks = read_document(Source("a.pdf", data)).blocks
    return next(place.bbox for block in blocks if block.text == text for _, place in block.places if place.bbox)


def recognised_lines(image: Image.Image) -> list[Line]:
    picture = asarray(image)[:, :, ::-1]
    return lines_of(list(scans.recognised(picture, width=WIDTH, first=True).glyphs), page=1)


def notice(data: bytes) -> Notice:
    (found,) = read_notices(Source("notice.pdf", data))
    return found


def rules(found: Notice) -> set[tuple[object, ...]]:
    return {(r.kind, r.value, r.subject, r.action, r.responsible) for r in extract(found).requirements}


@recognises
@pytest.mark.parametrize("angle", [0.0, 0.8], ids=["level", "laid on askew"])
def test_a_scan_says_what_the_typed_file_says(angle: float) -> None:
    typed = (CORPUS / f"{NAME}.pdf").read_bytes()
    first = notice(typed)
    again = notice(scanned(pictures(typed, first.source.pages or 0), angle=angle))
    assert rules(again) == rules(first) and len(rules(first)) > 8
    assert (again.title, again.doc_number, again.issuers, again.recipients, again.signed_on) == (
        *(first.title, first.doc_number, first.issuers, first.recipients, first.signed_on),
    )
    assert again.flags == {"ocr"}


@recognises
def test_every_line_has_its_page_and_box() -> None:
    typed = (CORPUS / f"{NAME}.pdf").read_bytes()
    found = notice(scanned(pictures(typed, 1)))
    for block in found.blocks:
        for _, place in block.places:
            assert place.page == 1 and place.bbox is not None
            x0, top, x1, bottom = place.bbox
            assert 0 <= x0 < x1 <= WIDTH + 1 and 0 <= top < bottom <= HEIGHT + 1


@recognises
def test_a_picture_is_a_page() -> None:
    typed = (CORPUS / f"{NAME}.pdf").read_bytes()
    found = notice(as_png(pictures(typed, 1)[0]))
    assert found.title == notice(typed).title and found.flags >= {"ocr"}
    assert found.source.media_type == "image/png"


@recognises
def test_a_seal_costs_no_date() -> None:
    typed = (CORPUS / f"{NAME}.pdf").read_bytes()
    *before, last = pictures(typed, 2)
    x0, top, x1, bottom = place_of(typed, "2020年7月17日")
    ring = [each * scans.DPI / 72 for each in (x0 - 20, top - 60, x1 + 10, bottom + 30)]
    ImageDraw.Draw(last).ellipse(ring, outline=(225, 40, 40), width=14)
    found = notice(scanned([*before, last]))
    assert (found.signed_on, found.issuers) == (notice(typed).signed_on, notice(typed).issuers)


@recognises
def test_a_ruled_table_keeps_its_cells() -> None:
    """The lines of a paragraph with rules drawn round them: each is a cell, and they no longer run on."""
    typed = (CORPUS / f"{NAME}.pdf").read_bytes()
    (image,) = pictures(typed, 1)
    found = recognised_lines(image)
    begin = next(number for number, line in enumerate(found) if line.text.startswith("一、")) + 1
    first, *_, last = lines = found[begin : begin + 3]
    edges = [first.box[1] - 6, *((a.box[3] + b.box[1]) / 2 for a, b in pairwise(lines)), last.box[3] + 6]
    points, pen = scans.DPI / 72, ImageDraw.Draw(image)
    for y in edges:
        pen.line((70 * points, y * points, 530 * points, y * points), fill="black", width=3)
    for x in (70, 530):
        pen.line((x * points, edges[0] * points, x * points, edges[-1] * points), fill="black", width=3)
    tables = [block for block in read_document(Source("a.pdf", scanned([image]))).blocks if block.kind == "table"]
    assert [[cell.text for cell in row] for table in tables for row in table.rows] == [[line.text] for line in lines]


@recognises
def test_a_page_without_text_stays_a_scan() -> None:
    blank = Image.new("RGB", (1488, 2105), "white")
    for data, found in ((scanned([blank]), "没有文字层"), (as_png(blank), "图片")):
        with pytest.raises(IngestError, match=found) as error:
            read_document(Source("a", data))
        assert "没有认出文字" in error.value.advice and "安装" not in error.value.advice


@recognises
@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n" + bytes(200), b"\0\0\0\x18ftypheic" + bytes(50), b"II*\0" + bytes(50)]
)
def test_a_picture_that_cannot_be_decoded(data: bytes) -> None:
    with pytest.raises(IngestError, match="不能解码") as error:
        read_document(Source("a.png", data))
    assert "PNG或JPEG" in error.value.advice


def test_without_the_engine_the_file_is_named_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scans, "available", lambda: False)
    image = Image.new("RGB", (1488, 2105), "white")
    for data, found in ((as_png(image), "图片"), (scanned([image]), "没有文字层")):
        with pytest.raises(IngestError, match=found) as error:
            read_document(Source("a", data))
        assert "policy-notices[ocr]" in error.value.advice


MARKS = [
    ("通知如下:", "通知如下：", "a colon behind Chinese"),
    ("比例不低于20%;发现", "比例不低于20%；发现", "a mark behind a figure, before Chinese"),
    ("(二)每餐", "（二）每餐", "a label"),
    ("(筑建通〔2019〕3号）", "（筑建通〔2019〕3号）", "brackets of two kinds"),
    ("9:00至17:30", "9:00至17:30", "a clock keeps its colon"),
    ("1,200元", "1,200元", "a figure keeps its comma"),
    ("通知如下∶", "通知如下：", "the sign of a ratio for a colon"),
    ("9∶00至17∶30", "9:00至17:30", "the sign of a ratio in a clock"),
    ("﹙1﹚身高1﹪﹔甲水发﹝2021﹞2号", "（1）身高1%；甲水发〔2021〕2号", "small marks"),
    ("会期2―3天，提前3–5天", "会期2—3天，提前3-5天", "dashes of other lengths in a range"),
    ("f(x)", "f(x)", "brackets round no Chinese"),
    ("不低于１９．５％", "不低于１９.５％", "the point of a decimal in full width"),
    ("３．２０１８年完成", "３．２０１８年完成", "the point behind an item's number"),
]


@pytest.mark.parametrize(("read", "meant", "reason"), MARKS)
def test_marks(read: str, meant: str, reason: str) -> None:
    assert half_width.full_width(read) == meant, reason
