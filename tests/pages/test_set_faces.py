"""What is said of signs that a typeface lacks, and what is not."""

from __future__ import annotations

import pytest

from kursbuch_press.pages.design import Design
from kursbuch_press.pages.layout import Typesetter
from kursbuch_press.pages.palette import Palette
from kursbuch_press.pages.set_faces import lacking
from kursbuch_press.sources import read_layout
from tests.shipped import PROJECT

PAGE = '@page { size: 60mm 90mm; margin: 5mm } p { font-family: "Fira Sans"; font-weight: 400; hyphens: auto; width: 20mm }'


WORD = "Flüchtlingssozialarbeit"


@pytest.mark.parametrize(("words", "said"), [(WORD, 0), (f"{WORD} \N{DAGGER}\N{REVERSED PRIME}", 1)])
def test_nobody_is_told_of_hyphens_in_a_face_that_the_press_brings_along(words: str, said: int) -> None:
    design = Design.load(PROJECT, "layouts/page", read_layout(PROJECT / "layouts/palette.yaml", Palette))
    pages = Typesetter(design, {}).set(f'<html lang="de"><title>-</title><p>{words}</p></html>', PAGE, "Probe").pages
    told = list(lacking([("1", page) for page in pages], PROJECT, "layouts/page"))
    assert len(told) == said
    assert "U+2010" not in "".join(each.message for each in told)
