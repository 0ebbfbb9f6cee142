"""Nothing runs over the edge of its column: words are hyphenated as often as they must, addresses break without a hyphen."""

from __future__ import annotations

from typing import Any

import pytest
from weasyprint.formatting_structure.boxes import LineBox, TextBox

from kursbuch_press.compose.inlines import Content, Emphasis, WebLink, Words
from kursbuch_press.html.references import NoReferences
from kursbuch_press.html.writing import HtmlWriter
from kursbuch_press.pages import line_breaks, ragged_fit
from kursbuch_press.pages.design import Design
from kursbuch_press.pages.fonts import close_fontconfig
from kursbuch_press.pages.layout import Typesetter
from kursbuch_press.pages.palette import Palette
from kursbuch_press.sources import read_layout
from tests.shipped import PROJECT

# WeasyPrint's boxes carry no types.
Box = Any

LONG = "Flüchtlingsaufnahmegesetzdurchführungsverordnung"
FORMS = "www.auslaenderbehoerde-mittelkreis.example.org/formulare/aufenthaltserlaubnisverlaengerung"
MAIL = "migrationsberatungsstelle.musterkreis@wohlfahrtsverband-musterland.example.org"
ELEMENTS = ["p", "li", "td", "h2", "h3", "h4", "blockquote", "figcaption"]
WIDTHS = [12, 20, 24, 29, 38, 60]
NARROWEST = {"td": 12, "h2": 29, "blockquote": 38}
"""Millimetres in which a syllable has room beside the indents."""


@pytest.fixture(scope="module")
def setters(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Typesetter]:
    close_fontconfig(tmp_path_factory.mktemp("fonts"))
    palette = read_layout(PROJECT / "layouts/palette.yaml", Palette)
    return {name: Typesetter(Design.load(PROJECT, f"layouts/{name}", palette), {}) for name in ("page", "handout")}


def lines_of(setter: Typesetter, html: str, width: float, element: str = "p") -> list[tuple[str, float, float]]:
    """Set HTML in a column; gives the words of each line, its width and the width of the column."""
    inner = {"td": f"<table><tr><td>{html}</td></tr></table>", "li": f"<ul><li>{html}</li></ul>"}
    body = inner.get(element, f"<{element}>{html}</{element}>")
    css = f"@page {{ size: 200mm 290mm }} main {{ width: {width}mm }} table {{ table-layout: fixed; width: 100% }}"
    document = setter.set(f'<html lang="de"><title>-</title><body><main>{body}</main></body></html>', css, "test")
    found: list[tuple[str, float, float]] = []
    for page in document.pages:
        _read(page._page_box, 0.0, found)  # noqa: SLF001 - boxes have no public door
    return found


def _read(box: Box, column: float, found: list[tuple[str, float, float]]) -> None:
    for child in getattr(box, "children", ()):
        if isinstance(child, LineBox):
            texts = [each for each in child.descendants() if isinstance(each, TextBox)]
            words = "".join(each.text for each in texts)
            if words.strip(" –\u2002"):  # not the marker of a list
                found.append((words, max(each.position_x + each.width for each in texts) - box.content_box_x(), box.width))
        else:
            _read(child, column, found)


def page_html(*content: Words | Emphasis | WebLink) -> str:
    return str(HtmlWriter(NoReferences()).html(content))


@pytest.mark.parametrize(
    ("width", "element"),
    [(width, element) for element in ELEMENTS for width in WIDTHS if width >= NARROWEST.get(element, 20)],
)
def test_a_long_word_is_hyphenated_as_often_as_it_must(setters: dict[str, Typesetter], width: float, element: str) -> None:
    for html in (LONG, f"Die {LONG} und ein <em>{LONG}</em>.", f'<a class="web" href="https://example.org">{LONG}</a>'):
        lines = lines_of(setters["page"], html, width, element)
        assert [words for words, end, column in lines if end > column + 0.5] == []
        joined = "".join(words.strip().rstrip("‐-") for words, _, _ in lines).replace(" ", "")
        assert LONG in joined
        whole = [words for words, _, _ in lines if not words.rstrip().endswith(("‐", "-"))]
        assert [words for words in whole if not _ends_a_word(words)] == []


def _ends_a_word(words: str) -> bool:
    last = words.rstrip(" .").split(" ")[-1]
    return LONG.endswith(last) or last in {"Die", "und", "ein"}


COMPOUNDS = (
    "Bildungsberatung Migrationsberatung Integrationsberatung Ausländerbehörde Wohnungsgeberbestätigung Aufenthaltserlaubnis"
)


@pytest.mark.parametrize(("width", "element"), [(14, "td"), (18, "td"), (22, "li"), (22, "td")])
def test_in_a_narrow_column_any_number_of_lines_in_a_row_may_end_with_a_hyphen(
    setters: dict[str, Typesetter], width: float, element: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The limit is for the look of broad columns; narrow ones would have more lines by it."""
    lines = lines_of(setters["page"], COMPOUNDS, width, element)
    for room in (line_breaks, ragged_fit):
        monkeypatch.setattr(room, "LADDER", 99)
    assert lines_of(setters["page"], COMPOUNDS, width, element) == lines


@pytest.mark.parametrize("design", ["page", "handout"])
@pytest.mark.parametrize("address", [FORMS, MAIL, f"https://{FORMS[4:]}.html?seite=1&teil=zwei"])
@pytest.mark.parametrize("element", ELEMENTS)
def test_no_hyphen_comes_into_an_address(setters: dict[str, Typesetter], design: str, address: str, element: str) -> None:
    writer = HtmlWriter(NoReferences())
    for content in ((Words(f"Unter {address}, wenn es eilt."),), (WebLink((Words(address),), "https://example.org"),)):
        contents: Content = content
        lines = lines_of(setters[design], str(writer.html(contents)), 50, element)
        assert len(lines) > 1
        assert all(not words.rstrip().endswith(("‐", "-")) for words, _, _ in lines)
        assert all(end <= column + 0.5 for _, end, column in lines)
        assert address in "".join(words.strip(" ") for words, _, _ in lines).replace("\u200b", "").replace("\u2060", "")


def test_an_address_breaks_at_its_joints_where_it_can(setters: dict[str, Typesetter]) -> None:
    lines = lines_of(setters["page"], page_html(Words("www.stadt-muster.example.org/formulare/bildung/schule.html")), 40)
    bare = [words.strip("\u200b \u2060") for words, _, _ in lines]
    assert bare[0].endswith("/") or bare[1].startswith(".")


@pytest.mark.parametrize("align", ["left", "justify"])
@pytest.mark.parametrize("style", ["", "font-size: 0", "word-spacing: -50px"])
@pytest.mark.parametrize("width", [0, 1, 12, 60])
def test_columns_and_faces_of_no_size_are_set(setters: dict[str, Typesetter], width: float, style: str, align: str) -> None:
    for element in ELEMENTS:
        words = f'<span style="{style}">{LONG} und mehr Text mit vielen Wörtern</span>'
        lines_of(setters["page"], f'<div style="text-align: {align}; {style}">{words}</div>', width, element)
