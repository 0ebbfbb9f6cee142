"""A title that is too long for where it stands again is a mistake that says how many letters fit, and where to write fewer."""

from __future__ import annotations

from dataclasses import replace

from kursbuch_press.compose import compose
from kursbuch_press.compose.laid_out import LaidLine, LaidOut, LaidPage, LineRole, Rectangle
from kursbuch_press.pages.design import Design
from kursbuch_press.pages.long_titles import long_heads, long_titles
from kursbuch_press.pages.palette import Palette
from kursbuch_press.problems import Place
from kursbuch_press.sources import read_book, read_layout
from tests.shipped import PROJECT, vocabulary

LONG = "Zusammenarbeit der Ausländerbehörden mit den Migrationsberatungsstellen der Landkreise und Städte"


def place_of(address: str) -> Place:
    return Place(f"sources/{address}", 3, 8)


def test_a_chapter_whose_title_is_too_long_for_its_head_is_told_to_have_a_short_one() -> None:
    book = read_book(PROJECT).book
    assert book is not None
    manuscript = compose(book, vocabulary())
    design = Design.load(PROJECT, "layouts/page", read_layout(PROJECT / "layouts/palette.yaml", Palette))
    assert list(long_titles(manuscript, design, place_of)) == []
    first, *others = manuscript.chapters
    manuscript = replace(manuscript, chapters=(replace(first, running_title=LONG), *others))
    (problem,) = long_titles(manuscript, design, place_of)
    assert str(problem.place) == f"sources/{first.id}/title:3:8"
    assert f"»{LONG}« hat {len(LONG)} Zeichen" in problem.message
    most = int(problem.hint.split(" Zeichen")[0].rpartition(" ")[2])
    assert 50 < most < len(LONG)
    assert problem.hint.endswith("short_title: …")
    fits = replace(manuscript, chapters=(replace(first, running_title=LONG[: most - 3]), *others))
    assert list(long_titles(fits, design, place_of)) == []


def _line(text: str, role: LineRole, at: int) -> LaidLine:
    return LaidLine(text, Rectangle(18, 10 * at, 100, 5), 8, role, "k", "k/h/text", at, 0)


def test_a_heading_whose_running_head_has_three_lines_is_told_with_its_page() -> None:
    heading = _line(LONG, LineRole.HEADING, 3)
    heads = tuple(_line(LONG[30 * at : 30 * at + 30], LineRole.HEAD, at) for at in range(3))
    pages = [LaidPage(7, "7", "k", Rectangle(18, 20, 106, 165), (*heads[:count], heading)) for count in (2, 3)]
    few, many = (list(long_heads(LaidOut((page,)), place_of)) for page in pages)
    assert few == []
    (problem,) = many
    assert str(problem.place) == "sources/k/h/text:3:8"
    assert "Zusammenarbeit der" in problem.message
    assert "auf Seite 7 3 Zeilen ein" in problem.message
    assert problem.hint == "die Überschrift kürzen"
