"""The head of a plan stands on each of its pages, also where its groups have one row each, as in a new book of many fields."""

from __future__ import annotations

from kursbuch_press.pages.design import Design
from kursbuch_press.pages.layout import Typesetter
from kursbuch_press.pages.palette import Palette
from kursbuch_press.pages.table_heads import high_rows
from kursbuch_press.sources import read_layout
from tests.shipped import PROJECT

GROUP = '<tr class="group"><th colspan="2">Feld</th></tr><tr{ends}><td>1.1</td><td>Eine Übersicht veröffentlichen</td></tr>'
HEAD = "<thead><tr><th>Nr.</th><th>Maßnahme</th></tr></thead>"
PAGE = "@page { size: 120mm 190mm; margin: 20mm }"


def test_a_plan_of_groups_of_one_row_keeps_its_head_on_each_page() -> None:
    palette = read_layout(PROJECT / "layouts/palette.yaml", Palette)
    rows = GROUP.format(ends=' class="ends"') * 29 + GROUP.format(ends="")
    html = f'<html lang="de"><title>-</title><div class="table plan"><table>{HEAD}<tbody>{rows}</tbody></table></div></html>'
    pages = Typesetter(Design.load(PROJECT, "layouts/page", palette), {}).set(html, PAGE, "Probe").pages
    assert len(pages) > 1
    assert high_rows(pages) == {}
