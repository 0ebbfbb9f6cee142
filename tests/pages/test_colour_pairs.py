"""Text in drawings and the ground below it: what was painted last at its place."""

from __future__ import annotations

import pytest

from kursbuch_press.pages.colour_pairs import Pair, pairs_in

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


def test_text_beside_everything_stands_on_paper() -> None:
    svg = '<svg xmlns="http://www.w3.org/2000/svg"><text x="1" y="9" font-size="8" fill="#000000">Wort</text></svg>'
    assert pairs_in(svg.encode(), "bild") == {Pair("#000000", "#ffffff", 8.0): ("bild", "Wort")}
