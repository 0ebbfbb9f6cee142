"""Tables, figures and what says them in words go behind the paragraphs that follow, where the page is filled by that."""

from __future__ import annotations

from math import inf
from types import SimpleNamespace
from typing import Any

import pytest

from kursbuch_press.pages import composing
from kursbuch_press.pages.composer import ComposedPage, Composition, Part, Room, compose_pages
from kursbuch_press.pages.composing import Arranged, arranged
from kursbuch_press.pages.design import Design
from kursbuch_press.pages.filling import parts_of
from kursbuch_press.pages.fonts import close_fontconfig
from kursbuch_press.pages.layout import Typesetter
from kursbuch_press.pages.palette import Palette
from kursbuch_press.sources import read_layout
from tests.shipped import PROJECT

# WeasyPrint's boxes carry no types.
Box = Any

# Pages of twenty lines.
CSS = """
@page { size: 90mm 260pt; margin: 0 }
html { font: 10pt/13pt "Fira Sans"; orphans: 2; widows: 2 } p, div { margin: 0 } .opening { page: opening; break-after: page }
"""


@pytest.fixture(scope="module")
def setter(tmp_path_factory: pytest.TempPathFactory) -> Typesetter:
    close_fontconfig(tmp_path_factory.mktemp("fonts"))
    return Typesetter(Design.load(PROJECT, "layouts/handout", read_layout(PROJECT / "layouts/palette.yaml", Palette)), {})


def _lines(count: int) -> str:
    return f'<p class="body">{"<br>".join(["Zeile"] * count)}</p>'


def _block(kind: str) -> str:
    """Give ten lines that stay together."""
    return f'<div class="{kind}">{"<br>".join(["Zelle"] * 10)}</div>'


def _pages(setter: Typesetter, body: str) -> list[list[str]]:
    """Give the classes of what stands on each page."""
    document = setter.set(f'<html lang="de" data-galley><title>-</title><body>{body}</body></html>', CSS, "test")
    pages = [page._page_box for page in document.pages]  # noqa: SLF001 - boxes have no public door
    return [[part.element.get("class") for part in parts_of(page)] for page in pages]


@pytest.mark.parametrize("kind", ["moves", "data"])
def test_a_table_goes_behind_the_paragraph_that_fills_its_page(setter: Typesetter, kind: str) -> None:
    """Twelve lines, a table of ten, eight lines: the eight fill the first page, and the table begins the second."""
    table = _block(kind)
    assert _pages(setter, _lines(12) + table + _lines(8) + _lines(10)) == [["body", "body"], [kind, "body"]]


@pytest.mark.parametrize(("kind", "passes"), [("moves", True), ("data", False)])
def test_what_says_a_figure_in_words_stays_in_its_section(setter: Typesetter, kind: str, passes: bool) -> None:  # noqa: FBT001
    heading = '<h3 class="heading" style="font: inherit; margin: 0">Ein anderer Abschnitt</h3>'
    before = f'<div class="stays">{"<br>".join(["Zelle"] * 12)}</div>'
    flow = [each for page in _pages(setter, before + _block(kind) + heading + _lines(7) + _lines(10)) for each in page]
    assert (flow.index(kind) > flow.index("heading")) == passes


WORDS = "Wer in einem Amt etwas zu sagen hat und nicht weiß, wie er es auf Deutsch sagt, der nimmt am Besten jemanden mit. " * 9
# With an indent these words have six lines, without it five.
OWN = f'<p class="body" style="text-align: justify; text-indent: 13pt">{" ".join(WORDS.split()[:55])}</p>'


def test_a_paragraph_that_loses_its_indent_keeps_its_lines(setter: Typesetter) -> None:
    """Behind a table that moved, a paragraph begins flush; set in a line less, it would leave its page a line short."""
    body = _lines(12) + _block("moves") + _lines(8) + OWN
    document = setter.set(f'<html lang="de" data-galley><title>-</title><body>{body}</body></html>', CSS, "test")
    assert len(document.pages) == 2
    table, own = parts_of(document.pages[1]._page_box)  # noqa: SLF001 - boxes have no public door
    assert table.element.get("class") == "moves"
    assert own.children[0].text_indent == 0
    assert len(own.children) == 6
    assert _alone(setter, OWN.replace("13pt", "0")) == 5


def test_a_paragraph_with_breaks_of_its_own_is_divided_once(setter: Typesetter) -> None:
    """How many of its lines stood on the page before is not known, and the limit for the first page held for each."""
    assert _pages(setter, _lines(12) + _block("stays") + _lines(8) + _lines(10)) == [
        ["body"],
        ["stays", "body", "body"],
        ["body"],
    ]


def _alone(setter: Typesetter, paragraph: str) -> int:
    """Count the lines of a paragraph that stands alone."""
    document = setter.set(f'<html lang="de"><title>-</title><body>{paragraph}</body></html>', CSS, "test")
    return len(parts_of(document.pages[0]._page_box)[0].children)  # noqa: SLF001 - boxes have no public door


class _Galley:
    """Three blocks, of which the first may go behind the second, and the third then before it."""

    order = (0, 1, 2)

    def misplaced(self, _: tuple[int, ...]) -> float:
        return 0.0

    def moved(self, order: tuple[int, ...], number: int) -> list[tuple[float, tuple[int, ...]]]:
        steps: dict[tuple[tuple[int, ...], int], tuple[int, ...]] = {((0, 1, 2), 0): (1, 0, 2), ((1, 0, 2), 2): (1, 2, 0)}
        return [(0.6, steps[order, number])] if (order, number) in steps else []


def test_what_does_not_help_alone_may_help_with_another_move() -> None:
    costs: dict[tuple[int, ...], float] = {(0, 1, 2): 50.0, (1, 0, 2): 55.0, (1, 2, 0): 10.0}

    def compose(order: tuple[int, ...], most: float) -> Composition | None:
        return Composition((), costs[order]) if costs[order] <= most else None

    start = Arranged(50.0, (0, 1, 2), Composition((), 50.0))
    galley: Any = _Galley()
    assert arranged(galley, start, compose).order == (0, 1, 2)
    assert arranged(galley, start, compose, 5).order == (1, 2, 0)
    assert arranged(galley, start, compose, 5).cost == pytest.approx(11.2)


def test_a_table_is_set_less_high_where_a_line_is_lacking(setter: Typesetter) -> None:
    """Eleven lines of text, a table of seven rows in ten lines, of which the page has nine; its rows lose a line together."""
    row = '<tr><td style="padding: 2.2pt 0; border: 0">Amt</td></tr>'
    body = f'{_lines(11)}<div class="on-grid"><table><tbody>{row * 7}</tbody></table></div>'
    document = setter.set(f'<html lang="de" data-galley><title>-</title><body>{body}</body></html>', CSS, "test")
    (page,) = [page._page_box for page in document.pages]  # noqa: SLF001 - boxes have no public door
    table = parts_of(page)[-1]
    assert table.border_height() == pytest.approx(9 * 13 * 96 / 72, abs=1)


@pytest.mark.parametrize(("lines", "pages"), [(8, 1), (30, 2)])
def test_what_follows_an_opening_is_composed_however_many_pages_that_fills(setter: Typesetter, lines: int, pages: int) -> None:
    """On a low page, what opens a chapter may go on to a second one."""
    opening = f'<div class="opening">{_lines(lines)}</div>'
    before = f'<div class="stays">{"<br>".join(["Zelle"] * 12)}</div>'
    body = opening + before + _block("moves") + _lines(8) + _lines(10)
    assert _pages(setter, body)[pages:] == [["stays", "body"], ["moves", "body"]]


def test_a_card_is_divided_only_if_no_page_holds_it(setter: Typesetter) -> None:
    def card(rows: int) -> str:
        row = '<tr><td style="padding: 0; border: 0">Amt</td></tr>'
        return f'<div class="measure"><table><tbody>{row * rows}</tbody></table></div>'

    def reached(rows: int) -> int:
        return sum("measure" in page for page in _pages(setter, _lines(4) + card(rows) + _lines(8)))

    assert (reached(18), reached(24)) == (1, 2)


def _rows(count: int) -> str:
    row = '<tr><td style="padding: 0; border: 0">Amt</td></tr>'
    return f'<div class="on-grid table"><table><tbody>{row * count}</tbody></table></div>'


def _items(count: int) -> str:
    return f'<ul class="list" style="margin: 0; padding: 0">{"<li>Punkt</li>" * count}</ul>'


@pytest.mark.parametrize(("block", "tag"), [(_rows(16), "tr"), (_items(16), "li")])
def test_a_table_or_list_is_divided_where_it_was_composed_to_be(setter: Typesetter, block: str, tag: str) -> None:
    """Fourteen fit below the text of the first page, but then two lines would be all that stands on the last."""
    document = setter.set(f'<html lang="de" data-galley><title>-</title><body>{_lines(6)}{block}</body></html>', CSS, "test")
    pages = [page._page_box for page in document.pages]  # noqa: SLF001 - boxes have no public door
    assert [len({box.element for box in page.descendants() if box.element_tag == tag}) for page in pages] == [11, 5]


def test_a_box_goes_before_another_where_that_fills_the_page(setter: Typesetter) -> None:
    def box(kind: str, lines: int) -> str:
        return f'<div class="{kind}">{"<br>".join(["Zeile"] * lines)}</div>'

    body = box("stays", 12) + box("box first", 12) + box("box second", 8)
    assert _pages(setter, body) == [["stays", "box second"], ["box first"]]


@pytest.mark.parametrize(("href", "first"), [("#bild", "body"), ("#anderes", "moves")])
def test_a_figure_stands_before_the_words_that_point_to_it_only_for_much(setter: Typesetter, href: str, first: str) -> None:
    """With the figure before the paragraph the first page is full, and a line short otherwise."""

    def stays(lines: int) -> str:
        return f'<div class="stays">{"<br>".join(["Zelle"] * lines)}</div>'

    words = f'<p class="body">Siehe<br><a href="{href}">Bild</a><br>Zeile</p>'
    figure = f'<div class="moves" id="bild">{"<br>".join(["Zelle"] * 4)}</div><p id="anderes" class="body">Zeile<br>Zeile</p>'
    pages = _pages(setter, stays(16) + words + figure + stays(13))
    assert pages[0][1] == first


@pytest.mark.parametrize(("short", "natural", "bad"), [(4, False, True), (3, False, False), (4, True, False)])
def test_more_orders_are_tried_where_a_page_has_a_hole(short: int, natural: bool, bad: bool) -> None:  # noqa: FBT001
    pages = (ComposedPage(0, 1, short=short), ComposedPage(1, 2, short=9))
    pieces = [SimpleNamespace(part=Part(1, natural=natural))] * 2
    galley: Any = SimpleNamespace(pieces=lambda _: pieces)
    assert composing._has_holes(galley, Arranged(0.0, (0, 1), Composition(pages, 0.0))) == bad  # noqa: SLF001 - it has no other door


def test_no_order_is_composed_again(setter: Typesetter, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tables that may go both ways come to the same orders by many of them."""
    known: dict[tuple[Part, ...], float] = {}
    again: list[float] = []

    def composed(parts: list[Part], room: Room, most: float) -> Composition | None:
        result = compose_pages(parts, room, most)
        again.extend([most] * (most <= known.get(tuple(parts), -inf)))
        known[tuple(parts)] = inf if result is not None else most
        return result

    monkeypatch.setattr(composing, "compose_pages", composed)
    blocks = "".join(_lines(3 + number) + _block("moves").replace("Zelle<br>", "", 1 + number) for number in range(4))
    _pages(setter, _lines(9) + blocks + _lines(8))
    assert len(known) > 3
    assert again == []


@pytest.mark.parametrize(("ends", "last"), [(True, "box"), (False, "body")])
def test_a_box_that_ends_a_chapter_stays_at_its_end(setter: Typesetter, ends: bool, last: str) -> None:  # noqa: FBT001
    """A note of ten lines would fill the first page; what it speaks of is not told there yet."""
    body = _lines(10) + _lines(12).replace("<p ", '<p style="orphans: 12" ') + _block("box")
    assert _pages(setter, body if ends else body + _lines(2))[-1][-1] == last
    if ends:
        assert _pages(setter, body) == [["body"], ["body"], ["box"]]
