"""What a designer sets in layouts/word/styles.yaml is in the file; mistakes are said with their key."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from kursbuch_press.book.box_looks import BoxLook
from kursbuch_press.problems import BookError
from kursbuch_press.sources import place_in_layout, read_layout
from kursbuch_press.word import StyleSet, make_looks
from kursbuch_press.word.style_names import LOOKS
from tests.word import sample
from tests.word.conftest import Written


def _style_set() -> StyleSet:
    return read_layout(sample.PROJECT / "layouts/word/styles.yaml", StyleSet)


def test_all_looks_are_in_styles_and_none_in_the_text(whole: Written) -> None:
    looks = "w:color | w:sz | w:rFonts | w:shd | w:spacing | w:ind | w:jc | w:pBdr | w:u | w:b[not(../w:rStyle)]"
    for parent in ("w:rPr", "w:pPr"):
        for look in looks.split(" | "):
            assert whole.find(f"//{parent}/{look}") == []


def test_the_ground_of_a_box_goes_further_than_its_text(whole: Written) -> None:
    borders = "//w:style[@w:styleId='Kastentext']/w:pPr/w:pBdr/w:{}/@w:{}"
    [ground] = whole.find("//w:style[@w:styleId='Kastentext']/w:pPr/w:shd/@w:fill", "styles")
    for side in ("right", "bottom"):
        assert whole.find(borders.format(side, "color"), "styles") == [ground]
        assert whole.find(borders.format(side, "space"), "styles") == ["4"]


def test_the_bars_of_a_box_stand_in_one_line(whole: Written) -> None:
    places = set()
    for style in ("Kastenmarke", "Kastentext", "KastenListe", "KastenListe2", "KastenListe3", "KastenNummer2", "KastenNummer3"):
        at = f"//w:style[@w:styleId='{style}']/w:pPr"
        indent = {each: int((whole.find(f"{at}/w:ind/@w:{each}", "styles") or ["0"])[0]) for each in ("left", "hanging")}
        start = (indent["left"] or _twips(style)) - indent["hanging"]
        [space] = whole.find(f"{at}/w:pBdr/w:left/@w:space", "styles")
        places.add(round((start / 20 - int(space)) / 2))
    assert len(places) == 1


def _twips(style: str) -> int:
    """Give the indent that a style takes from the one it is based on."""
    return round((sample.looks().resolved(style).left or 0) * 1440 / 25.4)


def test_a_colour_of_the_palette_is_in_the_styles(whole: Written) -> None:
    assert whole.find("//w:style[@w:styleId='Heading1']/w:rPr/w:color/@w:val", "styles") == ["000006"]


def test_every_style_of_the_file_is_used_or_offered_with_a_look() -> None:
    assert set(_style_set().styles) <= LOOKS


def test_an_unknown_style_and_an_unknown_colour_are_said_together_with_the_nearest_name() -> None:
    styles = _style_set().model_dump()
    styles["styles"]["Heading9"] = {"size": 12}
    styles["styles"]["Quote"]["colour"] = "petrool"
    swatches = dict.fromkeys(sample.COLOURS.split(), "#000000")
    with pytest.raises(BookError) as error:
        make_looks(StyleSet.model_validate(styles), swatches)
    assert [(each.address, each.hint) for each in error.value.problems] == [
        ("styles/Quote/colour", "Gemeint ist vielleicht „petrol“."),
        ("styles/Heading9", "Gemeint ist vielleicht „Heading4“."),
    ]


def test_the_bar_of_a_box_of_a_kind_is_the_colour_of_its_upper_line_too() -> None:
    swatches = dict.fromkeys(sample.COLOURS.split(), "#000000")
    looks = make_looks(_style_set(), swatches, {"checklist": BoxLook(bar="elbe", colour="porphyr")})
    label, text = looks.look("Kastenmarke-checklist"), looks.look("Kastentext-checklist")
    assert (label.bar, label.over, label.colour) == ("elbe", "elbe", "porphyr")
    assert (text.bar, text.over, text.colour) == ("elbe", None, None)


def test_a_mistake_is_said_with_the_line_and_column_at_which_it_stands(tmp_path: Path) -> None:
    written = (sample.PROJECT / "layouts/word/styles.yaml").read_text(encoding="utf-8")
    file = tmp_path / "layouts/word/styles.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(
        written.replace("  Vorspann:", "  Vorspan:").replace("accents: [elbe,", "accents: [elbbe,"), encoding="utf-8"
    )
    lines = file.read_text(encoding="utf-8").splitlines()
    style_set, swatches = read_layout(file, StyleSet), dict.fromkeys(sample.COLOURS.split(), "#000000")
    with pytest.raises(BookError) as error:
        make_looks(style_set, swatches, place=partial(place_in_layout, file))
    places = [each.place for each in error.value.problems]
    assert [(lines[each.line - 1][each.column - 1 :][:7], each.file) for each in places] == [
        ("elbbe, ", "layouts/word/styles.yaml"),
        ("Vorspan", "layouts/word/styles.yaml"),
    ]


@pytest.mark.parametrize(("margin", "wide", "said"), [("left", 200.0, "nur -20 × 158 mm"), ("top", 180.0, "nur 150 × 5 mm")])
def test_margins_that_leave_no_room_for_text_are_a_mistake(margin: str, wide: float, said: str) -> None:
    style_set, swatches = _style_set(), dict.fromkeys(sample.COLOURS.split(), "#000000")
    page = style_set.page.model_copy(update={margin: wide})
    with pytest.raises(BookError) as error:
        make_looks(style_set.model_copy(update={"page": page}), swatches)
    (told,) = error.value.problems
    assert (told.address, said in told.message) == ("page", True), told


def test_text_on_a_tint_and_quiet_text_can_be_read() -> None:
    palette = read_layout(sample.PROJECT / "layouts/palette.yaml", dict[str, dict[str, dict[str, object]]])["swatches"]
    styles = _style_set().styles
    for look in styles.values():
        behind = str(palette[look.shade]["srgb"]) if look.shade else "#ffffff"
        front = str(palette[look.colour or "text"]["srgb"])
        assert _contrast(front, behind) >= 4.5


def _contrast(one: str, other: str) -> float:
    """Give the contrast of two colours (WCAG 2.1, 1.4.3)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
