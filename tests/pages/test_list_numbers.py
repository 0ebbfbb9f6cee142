"""Numbers of lists stand on the line of their words, in whatever faces and sizes both are set."""

from __future__ import annotations

import pytest
from weasyprint.formatting_structure.boxes import TextBox

from kursbuch_press.pages.design import Design
from kursbuch_press.pages.fonts import close_fontconfig
from kursbuch_press.pages.layout import Typesetter
from kursbuch_press.pages.palette import Palette
from kursbuch_press.sources import read_layout
from tests.shipped import PROJECT

CSS = """
@page { size: 80mm 160mm; margin: 5mm }
html { font: 10pt/16pt Spectral } ol { margin: 0; padding: 0 0 0 14pt }
li::marker { font: 500 6pt/16pt "Fira Sans" }
"""


@pytest.fixture(scope="module")
def setter(tmp_path_factory: pytest.TempPathFactory) -> Typesetter:
    close_fontconfig(tmp_path_factory.mktemp("fonts"))
    return Typesetter(Design.load(PROJECT, "layouts/handout", read_layout(PROJECT / "layouts/palette.yaml", Palette)), {})


@pytest.mark.parametrize("item", ["Ein Ort", "<strong>Ein</strong> Ort", "<p>Ein Ort</p>"])
@pytest.mark.parametrize("size", [10, 18])
def test_a_number_stands_on_the_line_of_its_words(setter: Typesetter, item: str, size: int) -> None:
    words = f'<ol style="font-size: {size}pt"><li>{item}</li><li>{item}</li></ol>'
    html = f'<html lang="de"><title>-</title><body>{words}</body></html>'
    page = setter.set(html, CSS, "test").pages[0]._page_box  # noqa: SLF001 - boxes have no public door
    texts = [box for box in page.children[0].descendants(placeholders=True) if isinstance(box, TextBox)]
    lines = [box.position_y + box.baseline for box in texts]
    numbers = [line for box, line in zip(texts, lines, strict=True) if box.text.startswith(("1", "2"))]
    assert len(numbers) == 2
    assert numbers == pytest.approx([line for box, line in zip(texts, lines, strict=True) if box.text.startswith("Ein")])
