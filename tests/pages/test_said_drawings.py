"""Every word of a drawing is read aloud: in the alternative text, in the table behind it or in the plan of measures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import combinations

import pytest
from lxml import etree
from pydantic import ValidationError

from kursbuch_press.book.blocks import Diagram, Drawing
from kursbuch_press.book.book import Book
from kursbuch_press.book.chapters import Chapter
from kursbuch_press.compose import compose, nodes
from kursbuch_press.compose.bonds import MOST_BODIES, MOST_BONDS, bonds_of
from kursbuch_press.compose.drawing_data import DrawingData
from kursbuch_press.compose.drawings import LINES, draw_data
from kursbuch_press.compose.inlines import plain
from kursbuch_press.compose.resolving import Resolver
from kursbuch_press.compose.said_drawings import LONGEST_ALTERNATIVE
from kursbuch_press.pages.design import read_geometry
from kursbuch_press.pages.drawings import Drawings
from kursbuch_press.pages.palette import Palette
from kursbuch_press.sources import read_book, read_layout
from tests.shipped import PROJECT, vocabulary

DRAWINGS = Drawings(PROJECT, read_layout(PROJECT / "layouts/palette.yaml", Palette), read_geometry(PROJECT))
MARK = {"id": "m-{}", "label": "Anlauf {}", "value": "{} Wochen", "text": "Was beim Schritt {} gut-gemeint ist, wird lang."}
OF_MARKS = [each for each in Drawing if each not in {Drawing.TIMELINE, Drawing.MATRIX, Drawing.BONDS}]
Composed = tuple[list[nodes.Figure], str]


@cache
def _shipped() -> Book:
    reading = read_book(PROJECT)
    assert reading.book is not None
    return reading.book


def _composed(book: Book) -> Composed:
    """Give the drawn figures of a book, and all that its plan of measures says."""
    every = [node for chapter in compose(book, vocabulary()).chapters for node in chapter.nodes]
    plans = [node for node in every if isinstance(node, nodes.Table) and node.role is nodes.TableRole.PLAN]
    return [node for node in every if isinstance(node, nodes.Figure) and node.drawing], " ".join(map(_said, plans))


def _alone(**entries: object) -> nodes.Figure:
    """Give the figure of a drawing that is all there is in a book."""
    diagram = Diagram.model_validate({"id": "d", "kind": "diagram", "caption": "Bild", "alt": "Ein Bild.", **entries})
    chapter = next(each for each in _shipped().chapters if isinstance(each, Chapter))
    (figure,) = _composed(replace(_shipped(), chapters=(chapter.model_copy(update={"blocks": (diagram,)}),)))[0]
    return figure


def _said(table: nodes.Table) -> str:
    cells = [cell.content for row in table.rows for cell in row.cells]
    return " | ".join(plain(content) for content in (table.caption, *(column.title for column in table.columns), *cells))


def _letters(words: str) -> str:
    return "".join(words.split()).replace("…", "")


def _withheld(figure: nodes.Figure, plan: str) -> Iterator[str]:
    """Give the texts of a drawing that nobody hears."""
    assert figure.drawing is not None
    heard = _letters(f"{figure.alt} {_said(figure.data) if figure.data else ''} {plan}")
    for text in etree.fromstring(DRAWINGS.svg(figure.drawing).encode()).iter("{*}text"):
        words = "".join(text.itertext())
        if _letters(words) not in heard and not _on_axis(words, figure.drawing):
            yield words


def _on_axis(words: str, drawn: DrawingData) -> bool:
    """Tell whether words are a year between the two that are said of a time line."""
    year = re.fullmatch(r"(?:’|20)(\d\d)", words)
    return bool(drawn.bars and year and drawn.begin[2:4] <= year[1] <= drawn.end[2:4])


def test_all_that_the_drawings_of_the_shipped_book_show_is_read_aloud() -> None:
    figures, plan = _composed(_shipped())
    assert len(figures) >= 10
    assert {figure.label: list(_withheld(figure, plan)) for figure in figures} == {figure.label: [] for figure in figures}
    assert max(len(figure.alt) for figure in figures) <= LONGEST_ALTERNATIVE


def test_a_book_without_a_plan_of_measures_has_their_dates_behind_the_time_line() -> None:
    book = replace(_shipped(), chapters=tuple(_shipped().field_chapters))
    diagram = Diagram.model_validate(
        {"id": "d", "kind": "diagram", "drawing": "timeline", "caption": "Bild", "alt": "Ein Bild."}
    )
    drawn = draw_data(diagram, book.chapters[0], Resolver(book, vocabulary(), LINES / 3))
    assert len(drawn) > 1
    for each in drawn:
        figure = nodes.Figure("d", "", (), each.said, drawing=each.drawing, data=each.table)
        assert list(_withheld(figure, "")) == []
        assert each.said.endswith("Dieselben Angaben stehen in der Tabelle darunter.")


@pytest.mark.parametrize("drawing", OF_MARKS)
@pytest.mark.parametrize("count", [3, 20])
def test_marks_are_said_one_by_one_or_in_a_table_if_there_are_many(drawing: Drawing, count: int) -> None:
    marks = [{key: words.format(at) for key, words in MARK.items()} for at in range(1, count + 1)]
    figure = _alone(drawing=drawing.value, marks=marks)
    assert (list(_withheld(figure, "")), figure.data is not None) == ([], count > 10)
    assert len(figure.alt) <= LONGEST_ALTERNATIVE


def test_the_scale_of_signs_and_both_sides_of_a_comparison_are_said() -> None:
    marks = [{"id": "m", "label": "Antrag", "value": "etwa 200", "text": "zwei"}]
    assert {drawing: _alone(drawing=drawing, marks=marks).alt for drawing in ("isotype", "compare", "way")} == {
        "isotype": "Ein Bild. Antrag: etwa 200, zwei. Ein Zeichen steht für 10.",
        "compare": "Ein Bild. Antrag. Bisher: etwa 200. Künftig: zwei.",
        "way": "Ein Bild. 1. Antrag: etwa 200, zwei.",
    }


BRANCHING = [
    {"id": "eins", "label": "Antrag", "value": "zuerst"},
    {"id": "zwei", "label": "Prüfung"},
    {"id": "drei", "label": "Bescheid", "value": "vollständig", "text": "mit Begründung"},
    {"id": "vier", "label": "Rückfrage", "value": "unvollständig", "after": "zwei"},
    {"id": "fuenf", "label": "Beratung"},
    {"id": "sechs", "label": "Kurs", "after": "drei"},
]


def test_a_step_that_branches_off_says_what_it_follows_and_on_which_condition() -> None:
    figure = _alone(drawing="branches", marks=BRANCHING)
    assert figure.alt == (
        "Ein Bild. zuerst: Antrag. Prüfung. Rückfrage (unvollständig, nach „Prüfung“). Beratung. "
        "Bescheid (vollständig, nach „Prüfung“): mit Begründung. Kurs."
    )
    assert list(_withheld(figure, "")) == []
    assert figure.drawing is not None
    assert [(mark.column, mark.above) for mark in figure.drawing.marks] == [(0, -1), (0, 0), (1, 1), (1, 2), (0, 1), (0, 4)]


def test_what_branches_off_comes_in_the_order_in_which_it_is_written() -> None:
    marks = [{"id": "a", "label": "A"}, *({"id": each, "label": each.upper(), "after": "a"} for each in "bcd")]
    drawing = _alone(drawing="branches", marks=marks).drawing
    assert drawing is not None
    assert [(mark.label, mark.column) for mark in drawing.marks] == [("A", 0), ("C", 1), ("D", 1), ("B", 0)]


def test_a_way_may_be_longer_than_python_calls_itself_deep() -> None:
    marks = [{"id": f"m-{at}", "label": str(at), **({"after": "m-0"} if at % 3 == 2 else {})} for at in range(3000)]
    figure = _alone(drawing="branches", marks=marks)
    assert figure.drawing is not None
    drawn = figure.drawing.marks
    assert sorted(int(mark.label) for mark in drawn) == list(range(3000))
    assert all(mark.above < row for row, mark in enumerate(drawn)), "a step stands below the one that it follows"


@pytest.mark.parametrize(
    ("drawing", "after", "said"),
    [("branches", "sechs", "„sechs“ gibt es davor nicht"), ("branches", "neun", "„neun“"), ("scheme", "eins", "branches")],
)
def test_a_step_follows_one_that_stands_before_it(drawing: str, after: str, said: str) -> None:
    marks = [{**mark, "after": after} if mark["id"] == "vier" else {**mark, "after": None} for mark in BRANCHING]
    with pytest.raises(ValidationError, match=said):
        _alone(drawing=drawing, marks=marks)


def test_who_works_with_whom_is_counted_from_the_measures() -> None:
    groups = [["Amt", "Verein"], ["Amt", "Verein", "Schule"], ["Kammer"], ["Schule", "Amt"], ["Amt", "Amt"]]
    rows, bonds = bonds_of(groups)
    assert set(rows) == {"Amt", "Verein", "Schule"}, "who works alone is not drawn"
    assert {(frozenset({rows[bond.upper], rows[bond.lower]}), bond.count) for bond in bonds} == {
        (frozenset({"Amt", "Verein"}), 2),
        (frozenset({"Amt", "Schule"}), 2),
        (frozenset({"Schule", "Verein"}), 1),
    }
    assert bonds_of(reversed(groups)) == bonds_of(groups)
    assert bonds_of([]) == ((), ())


def test_more_than_an_eye_can_follow_is_left_out_the_weakest_first() -> None:
    everybody = [f"Stelle {number:02}" for number in range(30)]
    rows, bonds = bonds_of([everybody, everybody[:4], everybody[:4]])
    assert {(rows[bond.upper][-2:], rows[bond.lower][-2:]) for bond in bonds if bond.count == 3} <= {
        (one, other) for one in ("00", "01", "02", "03") for other in ("00", "01", "02", "03")
    }
    assert len(bonds) <= MOST_BONDS
    rows, bonds = bonds_of([everybody])
    assert (len(bonds), len(rows) <= MOST_BODIES) == (MOST_BONDS, True)


def test_as_many_bonds_as_an_eye_can_follow_stay_the_weak_ones_as_well() -> None:
    pairs = list(combinations([f"Stelle {number:02}" for number in range(8)], 2))[:MOST_BONDS]
    assert len(bonds_of([*pairs, pairs[0]])[1]) == MOST_BONDS
