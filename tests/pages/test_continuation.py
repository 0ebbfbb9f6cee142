"""A table that goes on overleaf is named there again, and only there; no head of a table is lost."""

from __future__ import annotations

from typing import Any

import pytest
from weasyprint.formatting_structure.boxes import TableBox, TextBox

from kursbuch_press.pages.collisions import misplaced_text
from kursbuch_press.pages.design import Design
from kursbuch_press.pages.facts import facts_of_pages
from kursbuch_press.pages.fonts import close_fontconfig
from kursbuch_press.pages.galley_parts import Reader
from kursbuch_press.pages.layout import Typesetter
from kursbuch_press.pages.palette import Palette
from kursbuch_press.pages.table_heads import high_rows
from kursbuch_press.problems import Place
from kursbuch_press.sources import read_layout
from tests.shipped import PROJECT

# WeasyPrint's boxes carry no types.
Page = Any

CSS = """
@page { size: 100mm 40mm; margin: 0 }
body { margin: 0 }
p, td { font: 10pt/13pt Spectral; margin: 0; padding: 0 }
table { border-collapse: collapse }
tbody td { border-bottom: 0.5pt solid }
"""
TABLE = (
    '<table><thead class="{kind}"><tr><td>Kopf</td></tr></thead><tbody>'
    + "".join(f"<tr><td>Zeile {number}</td></tr>" for number in range(1, 15))
    + "</tbody></table>"
)


NAMED = (
    "<table><caption>Tabelle 5 Wer</caption><thead>"
    '<tr class="continued" aria-hidden="true"><td>Tabelle 5 (Fortsetzung)</td></tr><tr><th>Kopf</th></tr></thead><tbody>'
    + "".join(f"<tr><td>Zeile {number}</td></tr>" for number in range(1, 15))
    + "</tbody></table>"
)


@pytest.fixture(scope="module")
def setter(tmp_path_factory: pytest.TempPathFactory) -> Typesetter:
    close_fontconfig(tmp_path_factory.mktemp("fonts"))
    design = Design.load(PROJECT, "layouts/handout", read_layout(PROJECT / "layouts/palette.yaml", Palette))
    return Typesetter(design, {})


def _pages(setter: Typesetter, content: str) -> list[list[str]]:
    """Lay out a text and give the words of each page, line by line."""
    document = setter.set(f'<html lang="de"><body>{content}</body></html>', CSS, "test")
    return [[box.text for box in _texts(page)] for page in document.pages]


def _texts(page: Page) -> list[TextBox]:
    return [box for box in page._page_box.descendants() if isinstance(box, TextBox)]  # noqa: SLF001


def test_a_head_for_overleaf_is_on_every_page_but_the_first_and_no_row_is_lost(setter: Typesetter) -> None:
    pages = _pages(setter, "<p>Davor</p>" + TABLE.format(kind="continued"))
    assert [page.count("Kopf") for page in pages] == [0] + [1] * (len(pages) - 1)
    assert [page[0] for page in pages[:3]] == ["Davor", "Kopf", "Kopf"]
    rows = [words for page in pages for words in page if words.startswith("Zeile")]
    assert rows == [f"Zeile {number}" for number in range(1, 15)]


def test_a_table_that_begins_a_page_is_named(setter: Typesetter) -> None:
    pages = _pages(setter, TABLE.format(kind="continued"))
    assert {page[0] for page in pages} == {"Kopf"}


def test_a_head_that_is_missing_on_a_page_names_the_row_that_leaves_it_no_room(setter: Typesetter) -> None:
    rows = f"<tr id='t.r1'><td>kurz</td></tr><tr id='t.r2' style='break-inside: avoid'><td>{'Zeile ' * 84}</td></tr>"
    table = f"<table><thead><tr><td>Wer zahlt</td></tr></thead><tbody>{rows}</tbody></table>"
    document = setter.set(f'<html lang="de"><body>{table}</body></html>', CSS, "test")
    ((row,),) = high_rows(document.pages).values()
    assert (row.address, row.head) == ("t/r2", "Wer zahlt")
    laid = facts_of_pages(document.pages, "test")
    (problem,) = (each for each in misplaced_text(laid, lambda at: Place(at, 7, 9)) if each.rule == "table-head")
    assert "„Wer zahlt“" in problem.message
    assert "»Zeile Zeile" in problem.message
    assert str(problem.place) == "t/r2:7:9"


def test_where_every_page_has_its_head_no_row_is_named(setter: Typesetter) -> None:
    document = setter.set(f'<html lang="de"><body>{TABLE.format(kind="usual")}</body></html>', CSS, "test")
    assert len(document.pages) > 1
    assert high_rows(document.pages) == {}


def test_an_ordinary_head_is_on_the_first_page_too(setter: Typesetter) -> None:
    assert _pages(setter, "<p>Davor</p>" + TABLE.format(kind="usual"))[0][:2] == ["Davor", "Kopf"]


@pytest.mark.parametrize("before", ["<p>Davor</p>", ""])
def test_a_table_with_a_caption_is_named_again_on_the_pages_after_its_first(setter: Typesetter, before: str) -> None:
    pages = _pages(setter, before + NAMED)
    assert len(pages) > 2
    assert [page.count("Tabelle 5 (Fortsetzung)") for page in pages] == [0] + [1] * (len(pages) - 1)
    assert [page.count("Kopf") for page in pages] == [1] * len(pages)
    assert all(page[:2] == ["Tabelle 5 (Fortsetzung)", "Kopf"] for page in pages[1:])
    rows = [words for page in pages for words in page if words.startswith("Zeile")]
    assert rows == [f"Zeile {number}" for number in range(1, 15)]


def test_pages_are_composed_with_the_line_that_names_a_table_again(setter: Typesetter) -> None:
    """It is as high as its cell is set, and known before any page has it."""
    css = CSS + "@page { size: 100mm 200mm } tr.continued td { padding: 1pt 0 4pt }"
    document = setter.set(f'<html lang="de"><body><div class="table">{NAMED}</div></body></html>', css, "test")
    (table,) = [box for box in document.pages[0]._page_box.descendants() if isinstance(box, TableBox)]  # noqa: SLF001
    assert table.overleaf * 72 / 96 == pytest.approx(13 + 5)
    named = _heads(table)
    table.overleaf = 0.0
    assert all(head > bare for head, bare in zip(named, _heads(table), strict=True))


def _heads(table: TableBox) -> list[float]:
    """Give how high the head is that is repeated above each row but the first, in lines."""
    rows = [row for group in table.children for row in group.children]
    return [cut.part.head for cut in Reader(13 * 96 / 72, 12, {})._table(table, rows)][1:]  # noqa: SLF001 - no door for a table
