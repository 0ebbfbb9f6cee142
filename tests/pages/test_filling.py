"""White that is shared out within a card or table moves everything below it, and never more than the page has."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from weasyprint.formatting_structure.boxes import BlockBox, TableRowBox

from kursbuch_press.pages.design import Design
from kursbuch_press.pages.filling import HOLE, fill_pages, free_at_foot
from kursbuch_press.pages.fonts import close_fontconfig
from kursbuch_press.pages.layout import Typesetter
from kursbuch_press.pages.palette import Palette
from kursbuch_press.pages.parts import white_between
from kursbuch_press.sources import read_layout
from tests.shipped import PROJECT

# WeasyPrint's boxes carry no types.
Box = Any

CSS = """
@page { size: 100mm 120mm; margin: 10mm }
html { font: 10pt/13pt "Fira Sans" } p { margin: 0 } table { border-collapse: collapse; width: 100% }
"""
ROWS = "".join(f"<tr><td>Zeile {number}</td></tr>" for number in range(5))
TABLE = f"<table><tbody>{ROWS}</tbody></table>"
BODY = f'<div class="table">{TABLE}<p class="source">Quelle</p></div><p>Danach</p>'


LINE = 13 * 96 / 72


@pytest.fixture(scope="module")
def setter(tmp_path_factory: pytest.TempPathFactory) -> Typesetter:
    close_fontconfig(tmp_path_factory.mktemp("fonts"))
    return Typesetter(Design.load(PROJECT, "layouts/handout", read_layout(PROJECT / "layouts/palette.yaml", Palette)), {})


def _page(setter: Typesetter, body: str) -> Box:
    document = setter.set(f'<html lang="de"><body>{body}</body></html>', CSS, "test")
    page = document.pages[0]._page_box  # noqa: SLF001 - boxes have no public door
    page.__dict__.pop("filled", None)
    return page


def _of(page: Box, tag: str) -> list[Box]:
    return [box for box in page.children[0].descendants() if box.element_tag == tag and isinstance(box, BlockBox | TableRowBox)]


def test_a_line_that_is_there_but_for_a_hair_counts_as_the_composer_counts_it(setter: Typesetter) -> None:
    """A page of 283.46 pt with a block that leaves 4.97 lines."""
    assert free_at_foot(_page(setter, '<div style="height: 218.86pt"><p>Karte</p></div>')) == 5
    assert free_at_foot(_page(setter, '<div style="height: 219.2pt"><p>Karte</p></div>')) == 4


def test_what_stands_below_a_stretched_table_moves_with_it(setter: Typesetter) -> None:
    page = _page(setter, BODY)
    (block,) = [box for box in _of(page, "div") if box.element.get("class") == "table"]
    source, after = _of(page, "p")
    rows = _of(page, "tr")
    before = source.position_y, after.position_y, rows[-1].position_y + rows[-1].height
    block.inner_lines = (1,)
    fill_pages([page], {0})
    assert source.position_y - before[0] == pytest.approx(LINE)
    assert after.position_y - before[1] == pytest.approx(LINE)
    assert rows[-1].position_y + rows[-1].height - before[2] == pytest.approx(LINE)
    assert source.position_y >= rows[-1].position_y + rows[-1].height - 0.01


def test_a_heading_under_much_white_moves_up_and_nothing_else(setter: Typesetter) -> None:
    page = _page(setter, '<p>Davor</p><h2 style="margin: 26pt 0 13pt; font: 14pt/26pt Fira Sans">Ziele</h2><p>Danach</p>')
    (heading,), (_, after) = _of(page, "h2"), _of(page, "p")
    before = heading.position_y, after.position_y
    heading.added_lines = 1
    fill_pages([page], {0})
    assert 0.3 * LINE - 0.01 <= heading.position_y - before[0] < LINE
    assert after.position_y - before[1] == pytest.approx(LINE)


def test_a_heading_under_little_white_stays(setter: Typesetter) -> None:
    page = _page(setter, '<p>Davor</p><h2 style="margin: 26pt 0 13pt">Ziele</h2><p>Danach</p>')
    (heading,) = _of(page, "h2")
    before = heading.position_y
    fill_pages([page], {0})
    assert heading.position_y == before


def test_what_ends_a_page_stands_on_its_foot_and_what_was_added_to_it_above(setter: Typesetter) -> None:
    """A box of less than whole lines was made higher below; a table shares that out between its rows."""
    lines = "<p>Zeile</p>" * 19
    page = _page(setter, f'{lines}<div class="box on-grid" style="margin-top: 13pt; height: 20pt"><p>Kasten</p></div>')
    (box,) = _of(page, "div")
    below = box.position_y
    box.surplus = LINE / 3
    bottom = page.content_box_y() + page.height
    box.height = (
        bottom - int((bottom - box.position_y - box.margin_top - box.height) / LINE) * LINE - box.position_y - box.margin_top
    )
    end = box.border_box_y() + box.border_height()
    fill_pages([page], {0})
    assert box.position_y - below == pytest.approx(LINE / 3)
    assert box.border_box_y() + box.border_height() == pytest.approx(end), "it does not hang below the foot"


def test_a_list_that_ends_a_page_ends_on_its_last_line(setter: Typesetter) -> None:
    """Half a line below it is white that no foot needs."""
    page = _page(
        setter, f'{"<p>Zeile</p>" * 16}<ul class="on-grid" style="margin: 0; padding: 6.5pt 0"><li>eins</li><li>zwei</li></ul>'
    )
    first, last = _of(page, "ul")[0].children
    before = first.position_y, last.position_y
    fill_pages([page], {0})
    assert first.position_y == before[0], "what follows a heading stays with it"
    assert last.position_y > before[1]
    below = (page.content_box_y() + page.height - last.content_box_y() - last.height) / LINE
    assert below == pytest.approx(round(below), abs=0.01)


def test_white_in_a_table_stands_above_and_below_the_words_of_each_row_alike(setter: Typesetter) -> None:
    page = _page(setter, BODY)
    (block,) = [box for box in _of(page, "div") if box.element.get("class") == "table"]
    rows = _of(page, "tr")

    def above() -> list[float]:
        """Give how far below the top of its row each first cell has its words."""
        return [float(row.children[0].children[0].position_y - row.position_y) for row in rows]

    before = above()
    block.inner_lines = (1,)
    fill_pages([page], {0})
    assert [now - was for now, was in zip(above(), before, strict=True)] == pytest.approx([LINE / len(rows) / 2] * len(rows))


def test_a_line_more_in_a_box_stands_around_its_title(setter: Typesetter) -> None:
    page = _page(setter, '<div class="box"><p>Gute Praxis</p><p>Titel</p><p>Zeile</p></div><p>Danach</p>')
    (box,) = _of(page, "div")
    label, title, line, after = _of(page, "p")
    before = [each.position_y for each in (label, title, line, after)]
    box.inner_lines = (1,)
    fill_pages([page], {0})
    moved = [each.position_y - was for each, was in zip((label, title, line, after), before, strict=True)]
    assert moved == pytest.approx([0, LINE / 2, LINE, LINE])


@pytest.mark.parametrize("lines", [1, 2])
def test_openings_begin_at_one_height_and_other_named_pages_stay(setter: Typesetter, lines: int) -> None:
    page = _page(setter, f'<div class="at-foot" style="page: opening">{"<p>Auf einen Blick</p>" * lines}</div>')
    (block,) = _of(page, "div")
    fill_pages([page])
    foot = page.content_box_y() + page.height
    assert block.position_y + block.height <= foot + 0.1
    below = 38.5 * 96 / 25.4
    fits = below + LINE / 2 + block.height <= foot
    assert block.position_y == pytest.approx(below if fits else foot - block.height, abs=LINE / 2 if fits else 0.01)
    page = _page(setter, '<div style="page: opening"><p>Schmutztitel</p></div>')
    (block,) = _of(page, "div")
    before = block.position_y
    fill_pages([page])
    assert block.position_y == before


def test_what_is_divided_takes_its_lines_on_the_page_they_were_meant_for(setter: Typesetter) -> None:
    """A table with a line more on its second page keeps its rows where they are on the first."""
    rows = "".join(f"<tr><td>Zeile {number}</td></tr>" for number in range(24))
    document = setter.set(f'<html lang="de"><body><div><table>{rows}</table></div></body></html>', CSS, "test")
    pages = [page._page_box for page in document.pages]  # noqa: SLF001 - boxes have no public door
    assert len(pages) == 2
    for page in pages:
        page.__dict__.pop("filled", None)
        (block,) = _of(page, "div")
        block.inner_lines = (0, 1)
    before = [_of(page, "tr")[-1].position_y for page in pages]
    heights = [sum(row.height for row in _of(page, "tr")) for page in pages]
    fill_pages(pages, {0, 1})
    assert _of(pages[0], "tr")[-1].position_y == before[0]
    assert sum(row.height for row in _of(pages[1], "tr")) - heights[1] == pytest.approx(LINE)
    assert sum(row.height for row in _of(pages[0], "tr")) == heights[0]


@pytest.mark.parametrize(("tag", "moved"), [("div", LINE / 3), ("figure", 0.0)])
def test_a_drawing_has_white_of_its_own_above_its_words(setter: Typesetter, tag: str, moved: float) -> None:
    """Below two lines of white a box takes what is left at the foot above it; above a drawing that would look like a hole."""
    lines = "<p>Zeile</p>" * 18
    page = _page(setter, f'{lines}<{tag} class="on-grid" style="margin: 26pt 0 0; height: 20pt"><p>Inhalt</p></{tag}>')
    (block,) = _of(page, tag)
    below, bottom = block.position_y, page.content_box_y() + page.height
    block.surplus = LINE / 3
    free = int((bottom - block.border_box_y() - block.height) / LINE)
    block.height = bottom - free * LINE - block.border_box_y()
    fill_pages([page], {0})
    assert block.position_y - below == pytest.approx(moved)


def test_the_words_below_a_drawing_that_ends_a_page_stand_on_its_last_line(setter: Typesetter) -> None:
    """The white above the drawing is as much as may be; what is left goes between it and its words."""
    lines = "<p>Zeile</p>" * 17
    figure = (
        '<figure class="on-grid" style="margin: 26pt 0 0"><div style="height: 20pt"></div><figcaption>Weg</figcaption></figure>'
    )
    page = _page(setter, lines + figure)
    (block,) = _of(page, "figure")
    (caption,) = _of(page, "figcaption")
    drawing, bottom = block.position_y, page.content_box_y() + page.height
    block.surplus = 0.8 * LINE
    free = int((bottom - block.border_box_y() - block.height) / LINE)
    block.height = bottom - free * LINE - block.border_box_y()
    before = caption.position_y
    fill_pages([page], {0})
    assert block.position_y == drawing
    assert caption.position_y - before == pytest.approx(0.8 * LINE)


def test_a_page_that_begins_with_a_list_begins_with_its_words(setter: Typesetter) -> None:
    """Half a line of white above the list goes below it."""
    page = _page(setter, f'<ul style="margin: 0; padding: 6.5pt 0"><li>eins</li><li>zwei</li></ul>{"<p>Zeile</p>" * 3}')
    (block,) = _of(page, "ul")
    after = _of(page, "p")[0].position_y
    fill_pages([page], {0})
    assert block.children[0].position_y == pytest.approx(page.content_box_y())
    assert _of(page, "p")[0].position_y == after


def test_below_a_list_is_as_much_more_white_as_between_its_items(setter: Typesetter) -> None:
    page = _page(setter, f"<p>Davor</p><ul style='margin: 0; padding: 0'><li>eins</li><li>zwei</li></ul>{'<p>Zeile</p>' * 3}")
    (block,) = _of(page, "ul")
    first, last = block.children
    before, after = last.position_y, _of(page, "p")[1].position_y
    block.inner_lines = (1,)
    fill_pages([page], {0})
    assert last.position_y - before == pytest.approx(LINE / 2)
    assert _of(page, "p")[1].position_y - after == pytest.approx(LINE)
    assert first.position_y + LINE / 2 < last.position_y


@pytest.mark.parametrize(("surplus", "down"), [(0.2, 0.1), (0.9, 0.4)])
def test_what_brings_a_card_to_the_grid_stands_above_its_facts_and_between_its_rows(
    setter: Typesetter, surplus: float, down: float
) -> None:
    card = f'<div class="measure on-grid"><p>Was geschieht</p><div>{TABLE}</div></div>'
    page = _page(setter, f"<p>Davor</p>{card}<p>Danach</p>")
    block, facts = _of(page, "div")
    words, after = _of(page, "p")[1:]
    rows = _of(page, "tr")
    before = [each.position_y for each in (words, facts, after)]
    height, end = sum(row.height for row in rows), block.border_box_y() + block.border_height()
    block.surplus = surplus * LINE
    block.height += block.surplus
    after.translate(dy=block.surplus)
    fill_pages([page], {0})
    moved = [each.position_y - was for each, was in zip((words, facts, after), before, strict=True)]
    assert moved == pytest.approx([0, down * LINE, surplus * LINE])
    assert sum(row.height for row in rows) - height == pytest.approx((surplus - down) * LINE)
    assert block.border_box_y() + block.border_height() == pytest.approx(end + surplus * LINE)


def test_what_brings_a_table_to_the_grid_stands_between_its_rows(setter: Typesetter) -> None:
    page = _page(setter, BODY)
    (block,) = [box for box in _of(page, "div") if box.element.get("class") == "table"]
    source, after = _of(page, "p")
    before = source.position_y, after.position_y
    block.surplus = LINE / 2
    block.height += block.surplus
    after.translate(dy=block.surplus)
    fill_pages([page], {0})
    assert source.position_y - before[0] == pytest.approx(LINE / 2)
    assert after.position_y - before[1] == pytest.approx(LINE / 2)


def test_a_box_has_the_same_white_below_its_words_whatever_brings_it_to_the_grid(setter: Typesetter) -> None:
    page = _page(setter, '<div class="box"><p class="label">So</p><p class="title">Titel</p><p>Zeile</p></div><p>Danach</p>')
    (box,) = _of(page, "div")
    label, title, words, after = _of(page, "p")
    before = [each.position_y for each in (label, title, words, after)]
    end = box.position_y + box.height
    box.surplus = LINE / 2
    box.height += box.surplus
    after.translate(dy=box.surplus)
    fill_pages([page], {0})
    moved = [each.position_y - was for each, was in zip((label, title, words, after), before, strict=True)]
    assert moved == pytest.approx([0, LINE / 4, LINE / 2, LINE / 2])
    assert box.position_y + box.height == pytest.approx(end + LINE / 2)


def test_entries_of_the_literature_are_set_apart_to_the_foot_of_their_page(setter: Typesetter) -> None:
    """The last page of them ends where it ends."""
    entries = '<p style="padding-bottom: 4pt; break-inside: avoid">Erste Zeile<br>zweite<br>dritte Zeile</p>' * 9
    html = f'<html lang="de"><body><div class="literature" style="columns: 1">{entries}</div></body></html>'
    document = setter.set(html, CSS, "test")
    pages = [page._page_box for page in document.pages]  # noqa: SLF001 - boxes have no public door
    assert len(pages) == 2
    full, short = (_of(page, "p") for page in pages)
    foot = pages[0].content_box_y() + pages[0].height
    assert full[-1].content_box_y() + full[-1].height == pytest.approx(foot)
    gaps = {round(below.position_y - above.position_y, 2) for above, below in pairwise(full)}
    assert len(gaps) == 1
    assert min(gaps) > short[1].position_y - short[0].position_y


def test_a_list_that_ends_a_page_stands_lower_with_its_heading_first(setter: Typesetter) -> None:
    """Its items are set apart only by what would be a hole above the heading."""
    heading = '<h2 style="margin: 26pt 0 0; font: 10pt/13pt Fira Sans">Ziele</h2>'
    items = '<ul class="on-grid" style="margin: 0; padding: 0 0 6.5pt"><li>eins</li><li>zwei</li></ul>'
    page = _page(setter, f"{'<p>Zeile</p>' * 16}{heading}{items}")
    (title,), (block,) = _of(page, "h2"), _of(page, "ul")
    first, last = block.children
    before = [each.position_y for each in (title, first, last)]
    white = white_between(_of(page, "p")[-1], title)
    block.surplus = 0.5 * LINE
    fill_pages([page], {0})
    lowered, *apart = (now.position_y - was for now, was in zip((title, first, last), before, strict=True))
    assert lowered == pytest.approx(HOLE * LINE - white)
    assert apart[0] == pytest.approx(lowered)
    assert apart[1] > lowered


@pytest.mark.parametrize(("surplus", "lines"), [((0.0, 0.0), [1, 1]), ((0.9, 0.0), [1, 1]), ((0.9, 0.0, 1), [0, 1])])
def test_cards_that_follow_each_other_share_their_lines(
    setter: Typesetter, surplus: tuple[float, ...], lines: list[int]
) -> None:
    """One was meant to have all of them: each line goes where rows stand closest, and words stay on the grid."""
    rows = "".join(f"<tr><td>Zeile {number}</td></tr>" for number in range(4))
    card = f'<div class="measure on-grid" style="margin: 0"><p>Was</p><div><table><tbody>{rows}</tbody></table></div></div>'
    page = _page(setter, f"{card}{card}<p>Danach</p>")
    first, second = (box for box in _of(page, "div") if box.element.get("class"))
    after = _of(page, "p")[-1]
    before = second.position_y, after.position_y
    first.surplus, second.surplus = (own * LINE for own in surplus[:2])
    first.inner_lines = (sum(lines),)
    fill_pages([page], {0})
    assert second.position_y - before[0] == pytest.approx(lines[0] * LINE)
    assert after.position_y - before[1] == pytest.approx(sum(lines) * LINE)


def test_a_list_that_ends_a_page_takes_its_lines_between_its_items_alone(setter: Typesetter) -> None:
    """White below its last item would leave that above the foot."""
    page = _page(setter, f"{'<p>Zeile</p>' * 10}<ul style='margin: 0; padding: 0'><li>eins</li><li>zwei</li></ul>")
    (block,) = _of(page, "ul")
    before = block.children[1].position_y
    block.inner_lines = (1,)
    fill_pages([page], {0})
    assert block.children[1].position_y - before == pytest.approx(LINE)
