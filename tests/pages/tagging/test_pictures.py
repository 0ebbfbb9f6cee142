"""A figure says what is seen on it, holds its caption, and decoration says nothing."""

from __future__ import annotations

import base64

from tests.pages.tagging.conftest import PICTURE, ReadAloud

SOURCE = "data:image/svg+xml;base64," + base64.b64encode(PICTURE.encode()).decode()


def test_a_figure_has_words_and_a_place_and_its_caption_stands_beside_it(read_aloud: ReadAloud) -> None:
    html = f'<figure><img src="{SOURCE}" alt="Ein Viereck"><figcaption>Abbildung 1</figcaption></figure>'
    document = read_aloud(html, style="img { width: 40mm } figure { margin: 0 }").document
    figure = document.one("Figure")
    # pdf.js says the words of a Figure and passes over everything inside it.
    assert document.one("Div").shape == ["Div", "Figure", "Caption"]
    assert (figure.entries["/Alt"], document.one("Caption").text) == ("Ein Viereck", "Abbildung 1")
    left, low, right, high = (float(side) for side in figure.attribute("/BBox"))
    assert [round((right - left) / 72 * 25.4, 1), round((high - low) / 72 * 25.4, 1)] == [40.0, 20.0]
    assert [round(left / 72 * 25.4), round(high / 72 * 25.4)] == [12, 68]


def test_the_place_of_a_picture_ends_at_the_page(read_aloud: ReadAloud) -> None:
    style = "img { width: 200mm; margin: -20mm } figure { margin: 0 }"
    pdf = read_aloud(f'<figure><img src="{SOURCE}" alt="Viereck"></figure>', style=style)
    box = pdf.document.one("Figure").attribute("/BBox")
    assert [round(float(side) / 72 * 25.4) for side in box] == [0, 0, 100, 80]


def test_a_picture_without_words_is_decoration(read_aloud: ReadAloud) -> None:
    pdf = read_aloud(f'<p>Text</p><figure><img src="{SOURCE}" alt=""></figure>')
    assert pdf.document.shape == ["Document", ["Sect", "P"]]


def test_a_picture_in_a_line_is_a_figure_of_its_own(read_aloud: ReadAloud) -> None:
    html = f'<p>Vor <img src="{SOURCE}" alt="Viereck"> nach</p>'
    document = read_aloud(html, style="img { width: 5mm }").document
    assert document.one("P").shape == ["P", "Figure"]


def test_what_is_hidden_from_readers_is_an_artifact(read_aloud: ReadAloud) -> None:
    pdf = read_aloud('<p>Rang <span aria-hidden="true">***</span> hoch</p>')
    assert pdf.document.text == "Rang hoch"
    assert "***" in [mark.text for mark in pdf.artifacts(0)]


def test_signs_can_have_words(read_aloud: ReadAloud) -> None:
    span = read_aloud('<p><span aria-label="zwei von drei">**</span></p>').document.one("Span")
    assert span.entries["/ActualText"] == "zwei von drei"


def test_running_heads_folios_and_thumb_index_are_no_part_of_the_text(read_aloud: ReadAloud) -> None:
    pdf = read_aloud("<p>Text</p>")
    found = {mark.text: mark.properties for mark in pdf.artifacts(0) if mark.text}
    assert found == {
        "Kopf": {"/Type": "/Pagination", "/Subtype": "/Header"},
        "1": {"/Type": "/Pagination", "/Subtype": "/Footer"},
        "R": {"/Type": "/Pagination"},
    }
    assert pdf.document.text == "Text"


def test_words_of_a_picture_in_another_language_say_so(read_aloud: ReadAloud) -> None:
    figure = read_aloud(f'<p><img src="{SOURCE}" alt="A square" lang="en"></p>').document.one("Figure")
    assert (figure.entries["/Alt"], figure.entries["/Lang"]) == ("A square", "en")
