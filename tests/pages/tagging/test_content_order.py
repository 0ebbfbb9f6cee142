"""The order of a page's content: what WeasyPrint paints late is written where it is read, and looks as before."""

from __future__ import annotations

import pypdfium2
import pytest

from kursbuch_press.pages.tagging.content_order import in_order
from tests.pages.tagging.conftest import ReadAloud
from tests.pages.tagging.tagtree import TaggedPdf

LATE = """<h1>Kopf</h1>
<p style="position: relative; background: #dddddd">Zuerst gemalt wird,
<b style="position: relative">was nicht steht</b>, wo es fließt.</p>
<ul><li>Eins</li><li><p>Zwei</p></li></ul>
<p style="position: absolute; top: 0; right: 0; color: #884400">Oben</p>
<div style="overflow: hidden; height: 20pt"><p>Beschnitten und gedreht
<span style="display: inline-block; transform: rotate(5deg)">ist dies</span></p></div>
<p>Ende</p>"""
HIGH = "@page { size: 100mm 200mm }"


def _written(pdf: TaggedPdf) -> list[str]:
    return [mark.text.strip() for mark in pdf.marks[0] if "/MCID" in mark.properties]


def test_content_stands_in_the_order_of_the_tags(read_aloud: ReadAloud) -> None:
    pdf = read_aloud(LATE, style=HIGH)
    assert _written(pdf) == [mark.text.strip() for mark in pdf.document.marks()]
    assert _written(pdf)[-1] == "Ende"


def test_the_page_looks_as_it_was_painted(read_aloud: ReadAloud, monkeypatch: pytest.MonkeyPatch) -> None:
    def pixels() -> bytes:
        with pypdfium2.PdfDocument(read_aloud(LATE, style=HIGH).path) as read:
            return bytes(read[0].render(scale=3).to_pil().tobytes())

    ordered = pixels()
    monkeypatch.setattr("kursbuch_press.pages.tagging.marking.in_order", lambda operators, _: operators)
    assert ordered == pixels()


def _piece(number: int, *operators: bytes) -> list[bytes]:
    return [b"/Span <</MCID %d>> BDC" % number, *operators, b"EMC"]


def test_each_sequence_keeps_its_colour_and_its_clip() -> None:
    page = [
        *(b"1 0 0 -1 0 9 cm", b"q", b"1 0 0 rg", b"0 0 5 5 re", b"W", b"n"),
        *_piece(0, b"(a) Tj"),
        *(b"Q", b"q", b"0 0 1 rg"),
        *_piece(1, b"(b) Tj"),
        *(b"0 0 1 1 re", b"f", b"Q"),
    ]
    assert in_order(page, [1, 0]) == [
        *(b"1 0 0 -1 0 9 cm", b"q", b"1 0 0 rg", b"0 0 5 5 re", b"W", b"n", b"Q"),
        *(b"q", b"0 0 1 rg", b"0 0 1 1 re", b"f", b"Q"),
        *(b"q", b"0 0 1 rg", *_piece(1, b"(b) Tj"), b"Q"),
        *(b"q", b"0 0 5 5 re", b"W", b"n", b"1 0 0 rg", *_piece(0, b"(a) Tj"), b"Q"),
    ]


def test_what_a_sequence_sets_for_later_stays_set() -> None:
    page = [b"q", *_piece(0, b"1 0 0 rg", b"(a) Tj"), b"0 0 1 1 re", b"f", *_piece(1, b"(b) Tj"), b"Q"]
    assert in_order(page, [1, 0])[:5] == [b"q", b"1 0 0 rg", b"0 0 1 1 re", b"f", b"Q"]


def test_a_page_in_order_is_left_alone() -> None:
    page = [b"q", *_piece(0, b"(a) Tj"), *_piece(1, b"(b) Tj"), b"Q"]
    assert in_order(page, [0, 1]) is page
