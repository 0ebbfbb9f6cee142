"""White that is shared out within a card or table moves everything below it, and never more than the page has."""

from __future__ import annotations

from typing import Any

import pytest
from weasyprint.formatting_structure.boxes import BlockBox, TableRowBox

from kursbuch_press.pages.design import Design
from kursbuch_press.pages.filling import fill_pages
from kursbuch_press.pages.fonts import close_fontconfig
from kursbuch_press.pages.layout import Typesetter
from kursbuch_press.pages.palette import Palette
from kursbuch_press.sources import read_layout
from tests.shipped import PROJECT

# WeasyPrint's boxes carry no types.
Box = Any

CSS = """
@page { size: 100mm 120mm; margin: 10mm }
html { font: 10pt/13pt "Fira Sans" } p { margin: 0 } table { border-collapse: collapse; width: 100% }
"""
ROWS = "".join(f"<tr><td>Zeile {number}</td></tr>" for number in range(5))
BODY = f'<div class="table"><table><tbody>{ROWS}</tbody></table><p class="source">Quelle</p></div><p>Danach</p>'


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Box:
    close_fontconfig(tmp_path_factory.mktemp("fonts"))
    design = Design.load(PROJECT, "layouts/handout", read_layout(PROJECT / "layouts/palette.yaml", Palette))
    document = Typesetter(design, {}).set(f'<html lang="de"><body>{BODY}</body></html>', CSS, "test")
    return document.pages[0]._page_box  # noqa: SLF001 - boxes have no public door


def _of(page: Box, tag: str) -> list[Box]:
    return [box for box in page.children[0].descendants() if box.element_tag == tag and isinstance(box, BlockBox | TableRowBox)]


def test_what_stands_below_a_stretched_table_moves_with_it(page: Box) -> None:
    (block,) = [box for box in _of(page, "div") if box.element.get("class") == "table"]
    source, after = _of(page, "p")
    rows = _of(page, "tr")
    before = source.position_y, after.position_y, rows[-1].position_y + rows[-1].height
    block.inner_lines = 1
    page.__dict__.pop("filled", None)
    fill_pages([page], {0})
    line = 13 * 96 / 72
    assert source.position_y - before[0] == pytest.approx(line)
    assert after.position_y - before[1] == pytest.approx(line)
    assert rows[-1].position_y + rows[-1].height - before[2] == pytest.approx(line)
    assert source.position_y >= rows[-1].position_y + rows[-1].height - 0.01
