"""Lines of a composed chapter are as high as the stylesheet says, also where a sign comes from another face."""

from __future__ import annotations

import pytest
from weasyprint.formatting_structure.boxes import LineBox

from kursbuch_press.pages.design import Design
from kursbuch_press.pages.fonts import close_fontconfig
from kursbuch_press.pages.layout import Typesetter
from kursbuch_press.pages.palette import Palette
from kursbuch_press.sources import read_layout
from tests.shipped import PROJECT

CSS = """
@page { size: 60mm 120mm; margin: 5mm }
html { font: 9.6pt/14pt "Fira Sans" } p { margin: 0; text-align: justify; hyphens: auto }
"""
WORDS = "Betriebsvereinbarungen, Beschäftigungsverhältnisse und Verwaltungsvorschriften stehen auf Übersichtsblättern. " * 4


@pytest.fixture(scope="module")
def setter(tmp_path_factory: pytest.TempPathFactory) -> Typesetter:
    close_fontconfig(tmp_path_factory.mktemp("fonts"))
    return Typesetter(Design.load(PROJECT, "layouts/handout", read_layout(PROJECT / "layouts/palette.yaml", Palette)), {})


@pytest.mark.parametrize("words", [WORDS, "Ein Pfeil \u2192 und ein Zeichen \u25a0 in der Zeile. " * 5])
def test_a_sign_of_another_face_makes_no_line_higher(setter: Typesetter, words: str) -> None:
    """Fira Sans has no hyphen U+2010, which ends the lines of long words."""
    document = setter.set(f'<html lang="de" data-galley><title>-</title><body><p>{words}</p></body></html>', CSS, "test")
    lines = [box for box in document.pages[0]._page_box.descendants() if isinstance(box, LineBox)]  # noqa: SLF001 - no door
    assert len(lines) > 4
    assert [round(line.height * 72 / 96, 3) for line in lines] == [14.0] * len(lines)


def test_a_list_within_a_box_is_as_high_as_it_is(setter: Typesetter) -> None:
    """The whole box comes to the grid; a list of its own lines would leave white below it."""
    items = '<ul class="on-grid" style="margin: 0; padding: 3pt 0"><li>eins</li></ul>'
    html = f'<html lang="de"><title>-</title><body><div class="box on-grid">{items}<p>Danach</p></div>{items}</body></html>'
    page = setter.set(html, CSS, "test").pages[0]._page_box  # noqa: SLF001 - no door
    inside, outside = (box for box in page.descendants() if box.element_tag == "ul")
    assert "surplus" not in inside.__dict__
    assert outside.surplus > 0
