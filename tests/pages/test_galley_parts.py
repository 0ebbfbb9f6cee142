"""What may be divided: boxes that fill a page, and so that enough of them stands on both pages; smaller ones never."""

from __future__ import annotations

from typing import Any

import pytest

from kursbuch_press.pages import galley
from kursbuch_press.pages.design import Design
from kursbuch_press.pages.filling import parts_of
from kursbuch_press.pages.fonts import close_fontconfig
from kursbuch_press.pages.galley import Galley
from kursbuch_press.pages.galley_parts import Cut, Reader
from kursbuch_press.pages.layout import Typesetter
from kursbuch_press.pages.palette import Palette
from kursbuch_press.sources import read_layout
from tests.shipped import PROJECT

CSS = """
@page { size: 100mm 300mm; margin: 10mm }
html { font: 10pt/13pt "Fira Sans"; orphans: 2; widows: 2 } p { margin: 0 } .box { padding: 6.5pt 0 }
"""
LINE = 13 * 96 / 72
LINES = 24


@pytest.fixture(scope="module")
def setter(tmp_path_factory: pytest.TempPathFactory) -> Typesetter:
    close_fontconfig(tmp_path_factory.mktemp("fonts"))
    return Typesetter(Design.load(PROJECT, "layouts/handout", read_layout(PROJECT / "layouts/palette.yaml", Palette)), {})


def _cuts(setter: Typesetter, *counts: int) -> list[Cut]:
    """Give the parts of a box of a title and paragraphs of so many lines."""
    paragraphs = "".join(f"<p>{'<br>'.join(['Zeile'] * count)}</p>" for count in counts)
    body = f'<div class="box"><p class="title">Titel</p>{paragraphs}</div>'
    document = setter.set(f'<html lang="de"><body>{body}</body></html>', CSS, "test")
    page: Any = document.pages[0]._page_box  # noqa: SLF001 - boxes have no public door
    block = next(box for box in page.descendants() if box.element is not None and box.element.get("class") == "box")
    return list(Reader(LINE, LINES, {}).cuts(block))


def test_a_box_that_fills_a_page_is_divided_where_seven_lines_stand_on_each_side(setter: Typesetter) -> None:
    cuts = _cuts(setter, 10, 12)
    assert sum(cut.part.height for cut in cuts) == pytest.approx(24, abs=0.1)
    allowed = [number for number, cut in enumerate(cuts) if number and cut.part.breaks is not None]
    # Between lines 9 and 10, and 11 and 12, of the box one line of a paragraph would stand alone; half a line is white.
    assert allowed == [7, 8, 9, 11, 13, 14, 15, 16]
    assert all(cuts[number].part.turn > 0 for number in allowed)


def test_a_row_that_heads_others_keeps_two_of_them_and_two_end_them(setter: Typesetter) -> None:
    head, row = '<tr class="group"><th colspan="2">Feld</th></tr>', "<tr><td>1</td><td>Kurs</td></tr>"
    body = f'<div class="table"><table><tbody>{head}{row * 6}{head}{row * 3}</tbody></table></div>'
    page: Any = setter.set(f'<html lang="de"><body>{body}</body></html>', CSS, "test").pages[0]._page_box  # noqa: SLF001 - no door
    block = next(box for box in page.descendants() if box.element is not None and box.element.get("class") == "table")
    cuts = list(Reader(LINE, 10, {}).cuts(block))
    height = cuts[1].part.height
    assert [round(cut.part.height / height) for cut in cuts] == [3, 1, 1, 2, 4]


def test_a_smaller_box_stays_whole(setter: Typesetter) -> None:
    assert len(_cuts(setter, 8, 12)) == 1


def _block(setter: Typesetter, body: str, tag: str) -> Any:  # noqa: ANN401 - boxes carry no types
    page: Any = setter.set(f'<html lang="de"><body>{body}</body></html>', CSS, "test").pages[0]._page_box  # noqa: SLF001 - no door
    return next(box for box in page.descendants() if box.element is not None and box.element_tag == tag)


def test_boxes_and_lists_take_lines_and_cards_more(setter: Typesetter) -> None:
    def stretches(body: str, tag: str) -> int:
        (cut,) = Reader(LINE, LINES, {}).cuts(_block(setter, body, tag))
        return len(cut.part.inside)

    row = "<tr><th>Wer</th><td>Amt</td></tr>"
    assert stretches('<div class="box"><p>Gut</p><p>Zeile</p></div>', "div") == 1
    assert stretches("<ul><li>eins</li><li>zwei</li></ul>", "ul") == 1
    assert stretches("<ul><li>eins</li><li>zwei</li><li>drei</li></ul>", "ul") == 1
    assert stretches(f"<ul>{'<li>Punkt</li>' * 5}</ul>", "ul") == 2
    assert stretches(f"<div><table><tbody>{row * 4}</tbody></table></div>", "div") == 3
    assert stretches(f"<div><table><tbody>{row * 5}</tbody></table></div>", "div") == 4
    assert stretches(f'<div class="measure"><table><tbody>{row * 10}</tbody></table></div>', "div") == 11
    assert stretches("<blockquote><p>Wort</p></blockquote>", "blockquote") == 0


def test_a_table_is_a_line_less_high_if_its_rows_have_the_white_for_it(setter: Typesetter) -> None:
    def tightened(rows: int) -> tuple[float | None, float]:
        head = '<thead><tr><th style="padding: 13pt 0; border: 0">Wer</th></tr></thead>'
        row = '<tr><td style="padding: 3pt 0; border: 0">Amt</td></tr>'
        body = f'<div class="on-grid"><table>{head}<tbody>{row * rows}</tbody></table></div>'
        page: Any = setter.set(f'<html lang="de"><body>{body}</body></html>', CSS, "test").pages[0]._page_box  # noqa: SLF001 - no door
        block = next(box for box in page.descendants() if box.element is not None and box.element.get("class") == "on-grid")
        (cut,) = Reader(LINE, 2 * LINES, {}).cuts(block)
        return cut.part.tight, cut.tightened

    # The head has three lines; four rows of 19 pt have 76 and 2 to the grid, so they must lose 11 of 24.
    assert tightened(4) == (None, 0.0)
    # Eight rows have 152 and 4 to the grid, so they must lose 9 of 48.
    price, part = tightened(8)
    assert part == pytest.approx(9 / 48)
    assert price == pytest.approx(0.4 + 2.4 * part / 0.4)


def test_before_the_last_line_of_a_paragraph_a_page_ends_if_it_can_do_with_a_line_more(setter: Typesetter) -> None:
    block = _block(setter, f"<p>{'<br>'.join(['Zeile'] * 4)}</p>", "p")
    *_, cut = Reader(LINE, LINES, {}).cuts(block)
    assert cut.part.breaks is None
    block.children[0].prices = {4: 1.0, 5: 2.0}
    *_, cut = Reader(LINE, LINES, {}).cuts(block)
    assert cut.grown
    assert cut.part.head == 1.0
    assert cut.part.breaks is not None


def test_the_rest_of_a_long_table_stands_on_the_grid_and_takes_a_line_for_two_rows(setter: Typesetter) -> None:
    """What follows the rest of a table overleaf begins on a line, so that rest is as high as whole lines."""
    rows = "<thead><tr><th>Wer</th></tr></thead><tbody>" + '<tr><td style="padding: 3pt">Amt</td></tr>' * 12 + "</tbody>"
    block = _block(setter, f'<div class="table"><table>{rows}</table></div>', "div")
    cuts = list(Reader(LINE, LINES, {}).cuts(block))
    assert len(cuts) == 12
    for at in range(1, 12):
        rest = cuts[at].part.head + sum(cut.part.height for cut in cuts[at:])
        assert rest == pytest.approx(round(rest), abs=0.001)
        assert cuts[at].part.head >= cuts[0].part.height - cuts[1].part.height - 0.1
    assert [len(cut.part.inside) for cut in cuts] == [0, 1] * 6
    # Two rows on one of the pages are dearer than three.
    assert [cut.part.breaks for cut in cuts[1:4]] == [None, 6.8, 0.8]
    assert [cut.part.breaks for cut in cuts[-3:]] == [0.8, 6.8, None]


def test_a_card_that_no_page_holds_is_divided_between_its_rows_and_hardly_over_a_turn(setter: Typesetter) -> None:
    def cuts(kind: str, rows: int) -> list[Cut]:
        row = '<tr><td style="padding: 0; border: 0">Amt</td></tr>'
        block = _block(setter, f'<div class="{kind}"><table><tbody>{row * rows}</tbody></table></div>', "div")
        return list(Reader(LINE, 10, {}).cuts(block))

    assert (len(cuts("measure", 9)), len(cuts("table", 9))) == (1, 9)
    (divided, *_), (common, *_) = cuts("measure", 12)[6:], cuts("table", 12)[6:]
    assert len(cuts("measure", 12)) == 12
    assert (divided.part.breaks, divided.part.turn > 10 * common.part.turn) == (common.part.breaks, True)


def test_a_page_that_ends_two_lines_below_a_heading_costs_more(setter: Typesetter) -> None:
    paragraph = f'<p class="body">{"<br>".join(["Zeile"] * 8)}</p>'
    body = f'{paragraph}<h3 style="font: inherit; margin: 0">Ein Abschnitt</h3>{paragraph}'
    page: Any = setter.set(f'<html lang="de"><body>{body}</body></html>', CSS, "test").pages[0]._page_box  # noqa: SLF001 - no door
    galley = Galley(page, LINE)
    pieces = list(galley.pieces(galley.order))
    first, below = ([piece.part.breaks for piece in pieces if piece.block == block] for block in (0, 2))
    assert (below[2] or 0.0) > (first[2] or 0.0)
    assert below[3:] == first[3:]


def test_every_second_row_of_a_long_table_takes_a_line_and_every_fourth_at_a_higher_price(setter: Typesetter) -> None:
    body = f'<div class="table"><table><tbody>{"<tr><td>1</td><td>Kurs</td></tr>" * 8}</tbody></table></div>'
    prices = [cut.part.inside for cut in Reader(LINE, 6, {}).cuts(_block(setter, body, "div"))]
    assert prices[::2] == [()] * 4
    (first,), (second,), (third,), _ = prices[1::2]
    assert first == third < second


@pytest.mark.parametrize(("order", "free"), [((0, 1, 2, 3, 4), True), ((0, 2, 1, 3, 4), False), ((0, 1, 3, 2, 4), False)])
def test_a_figure_costs_something_outside_of_its_section(setter: Typesetter, order: tuple[int, ...], free: bool) -> None:  # noqa: FBT001
    body = '<p class="body">Text</p><h3>Eins</h3><div class="moves">Bild</div><h3>Zwei</h3><p class="body">Text</p>'
    page: Any = setter.set(f'<html lang="de"><body>{body}</body></html>', CSS, "test").pages[0]._page_box  # noqa: SLF001 - no door
    assert (Galley(page, LINE).misplaced(order) == 0) == free


def test_a_hole_is_least_to_see_before_a_card_and_most_within_text(setter: Typesetter) -> None:
    def hole(body: str, tag: str) -> float:
        return next(Reader(LINE, LINES, {}).cuts(_block(setter, body, tag))).part.hole

    card, section = hole('<div class="measure"><p>Was</p></div>', "div"), hole("<h2>Ziele</h2>", "h2")
    box, heading, text = hole('<div class="box"><p>Gut</p></div>', "div"), hole("<h3>Wer</h3>", "h3"), hole("<p>Zeile</p>", "p")
    assert card < section < box < heading < text


@pytest.mark.parametrize(("before", "dearer"), [("moves", False), ("body", True)])
def test_a_subheading_below_a_table_takes_white_first(setter: Typesetter, before: str, dearer: bool) -> None:  # noqa: FBT001
    rows = "<tr><td>Amt</td></tr>" * 4
    body = f'<div class="{before}"><table>{rows}</table></div><h3 style="margin: 13pt 0 0">Wer</h3><p>Zeile</p>'
    page: Any = setter.set(f'<html lang="de"><body>{body}</body></html>', CSS, "test").pages[0]._page_box  # noqa: SLF001 - no door
    over, heading, _ = parts_of(page)
    assert (galley._grows(over, heading, LINE, LINE) > galley._PRESSED) == dearer  # noqa: SLF001 - prices are not seen from outside


def test_what_brings_a_table_to_the_grid_is_no_white_below_it(setter: Typesetter) -> None:
    """With more than a line of it, nothing could be added above the heading."""
    rows = "<tr><td>Amt</td></tr>" * 4
    body = f'<div class="moves"><table>{rows}</table></div><h3 style="margin: 13pt 0 0">Wer</h3><p>Zeile</p>'
    page: Any = setter.set(f'<html lang="de"><body>{body}</body></html>', CSS, "test").pages[0]._page_box  # noqa: SLF001 - no door
    over, heading, _ = parts_of(page)
    over.height += LINE
    heading.translate(dy=LINE)
    assert galley._grows(over, heading, LINE, LINE) == ()  # noqa: SLF001
    over.surplus = LINE
    assert galley._grows(over, heading, LINE, LINE)  # noqa: SLF001
