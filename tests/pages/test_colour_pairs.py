"""Text in drawings and the ground below it: what was painted last at its place."""

from __future__ import annotations

import pytest
from weasyprint import HTML

from kursbuch_press.pages.colour_pairs import Pair, pairs_in, pairs_on, without_aids

_DRAWING = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50" font-size="10">
  <rect width="100" height="50" fill="#111111"/>
  {shapes}
  <g transform="translate(20 0)"><text x="10" y="30" fill="#eeeeee">Wort</text></g>
</svg>"""


@pytest.mark.parametrize(
    ("shapes", "ground"),
    [
        ("", "#111111"),
        ('<rect x="20" y="20" width="40" height="20" fill="#222222"/>', "#222222"),
        ('<rect x="40" y="20" width="40" height="20" fill="#222222"/>', "#111111"),
        ('<circle cx="30" cy="27" r="5" fill="#333333"/>', "#333333"),
        ('<rect x="20" y="20" width="40" height="20" fill="none"/>', "#111111"),
    ],
)
def test_text_stands_on_what_was_painted_last_below_it(shapes: str, ground: str) -> None:
    found = pairs_in(_DRAWING.format(shapes=shapes).encode(), "bild")
    assert found == {Pair("#eeeeee", ground, 10.0): ("bild", "Wort")}


@pytest.mark.parametrize(
    ("path", "known"),
    [
        ('d="M20 20H60V40H20Z"', False),
        ('d="M45 20H60V40H45Z"', True),
        ('d="M5 10A30 30 0 0 1 45 44Z"', False),
        ('d="M45 20A30 27 0 0 1 60 40Z"', True),
        ('d="M5 34H60" stroke="#444444" stroke-width="9"', False),
        ('d="M5 34H60"', True),
        ('d="M5 5h1v1z"', False),
        ('d=""', True),
    ],
)
def test_of_words_where_a_path_may_lie_nothing_is_said(path: str, known: object) -> None:
    found = pairs_in(_DRAWING.format(shapes=f'<path {path} fill="#eeeeee"/>').encode(), "bild")
    assert found == ({Pair("#eeeeee", "#111111", 10.0): ("bild", "Wort")} if known else {})


def test_text_beside_everything_stands_on_paper() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg"><text x="1" y="9" font-size="8" fill="#000000">Wort</text></svg>'
    assert pairs_in(svg.encode(), "bild") == {Pair("#000000", "#ffffff", 8.0): ("bild", "Wort")}


@pytest.mark.parametrize(
    ("style", "words", "signs"),
    [
        ("border: 0.5pt solid #cccccc; width: 5pt; height: 5pt", "", {"#cccccc"}),
        ("background: #dddddd; width: 5pt; height: 5pt", "", {"#dddddd"}),
        ("background: #dddddd; border: 1pt solid #222222; width: 5pt; height: 5pt", "", {"#222222"}),
        ("border-left: 3pt solid #eeeeee", "Wort", {"#eeeeee"}),
        ("border-bottom: 0.5pt solid #eeeeee", "Wort", set()),
        ("border: 3pt none #eeeeee", "Wort", set()),
        ("background: #ffffff; width: 5pt; height: 5pt", "", set()),
    ],
)
def test_signs_are_empty_boxes_and_thick_lines(style: str, words: str, signs: set[str]) -> None:
    html = f'<html style="color: #000000"><p class="box" style="{style}">{words}</p>'
    pages = HTML(string=html).render().pages
    found = pairs_on([("7", page) for page in pages], {})
    assert {pair.text for pair in found if pair.sign} == signs
    assert {where for pair, where in found.items() if pair.sign} <= {("7", "p.box")}


def test_what_only_leads_the_eye_is_taken_away() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><g><rect class="thin aid"/><rect class="aided"/></g></svg>'
    kept = without_aids(svg)
    assert kept.count(b"rect") == 1
    assert b"aided" in kept


def test_a_sign_that_only_leads_the_eye_is_none() -> None:
    html = '<p class="tick aid" style="background: #dddddd; width: 5pt; height: 5pt">'
    assert pairs_on([("7", page) for page in HTML(string=html).render().pages], {}) == {}


def test_nothing_is_said_of_words_on_a_picture() -> None:
    svg = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='200' height='40'/%3E"
    html = (
        '<html style="color: #ffffff"><body style="margin: 0">'
        f'<img src="{svg}" style="position: absolute; top: 0"><p style="margin: 0">Darauf</p>'
        '<p style="margin-top: 100px">Daneben</p>'
    )
    found = pairs_on([("7", page) for page in HTML(string=html).render().pages], {})
    assert list(found.values()) == [("7", "Daneben")]
