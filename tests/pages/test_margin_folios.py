"""Folios in margins: what is counted from a neutral number and gets its true one later looks as if it had always had it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kursbuch_press.pages.design import Design
from kursbuch_press.pages.drawing import draw_plain
from kursbuch_press.pages.fonts import close_fontconfig
from kursbuch_press.pages.layout import Typesetter
from kursbuch_press.pages.margin_folios import can_move, neutral, put_margin_folios
from kursbuch_press.pages.palette import Palette
from kursbuch_press.sources import read_layout
from tests.shipped import PROJECT

HTML = '<html lang="de"><title>Probe</title><body>' + "<p>Absatz</p>" * 12 + "</body></html>"
PAGE = "@page { size: 100mm 40mm; margin: 12mm; font: 9pt Spectral } @page:first { counter-reset: page %d } p { margin: 0 }"
RULES = (
    "@page:left { @bottom-left { content: counter(page); text-align: left } }",
    "@page:right { @bottom-right { content: counter(page); text-align: right } }",
    "@page { @bottom-center { content: counter(page) } }",
    '@page { @top-right { content: "Seite " counter(page) " im Buch"; letter-spacing: 1pt } }',
    '@page { @left-middle { width: 10mm; text-align: end; content: counter(page) "·" } }',
)


@pytest.fixture(scope="module")
def setter(tmp_path_factory: pytest.TempPathFactory) -> Typesetter:
    close_fontconfig(tmp_path_factory.mktemp("fonts"))
    design = Design.load(PROJECT, "layouts/handout", read_layout(PROJECT / "layouts/palette.yaml", Palette))
    return Typesetter(design, {})


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("first", [1, 8, 98])
def test_a_folio_that_is_put_in_later_draws_the_same_page(setter: Typesetter, rule: str, first: int) -> None:
    css = PAGE % neutral(first) + rule
    assert can_move([css])
    moved, true = setter.set(HTML, css, "probe"), setter.set(HTML, PAGE % first + rule, "probe")
    put_margin_folios(moved, first)
    assert draw_plain(moved) == draw_plain(true)


@pytest.mark.parametrize(
    "css",
    [
        "h1::before { content: counter(page) }",
        "@page { @bottom-left { content: counter(page, upper-roman) } }",
        "@page { counter-increment: page 2 }",
        "@page { @bottom-left { content: counters(page, '.') } }",
        "a::after { content: target-counter(attr(href), page) }",
    ],
)
def test_a_number_that_is_used_elsewhere_or_counted_otherwise_cannot_move(css: str) -> None:
    assert not can_move([css])


def test_the_book_of_the_house_can_move() -> None:
    sheets = sorted(Path(PROJECT, "layouts/page").glob("*.css"))
    assert can_move(path.read_text("utf-8") for path in sheets)
