"""A typeface of the house: a file in layouts/fonts/ is set by its name, if it may be; what it lacks is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables._f_v_a_r import Axis

from kursbuch_press.pages.fonts import REGULAR, Face, families
from kursbuch_press.pages.house_faces import house_problems

NAME = "Hausschrift"


def house_font(folder: Path, change: Callable[[TTFont], object] = repr, name: str = "haus.ttf") -> Path:
    """Put a typeface of another name into layouts/fonts/: the regular cut of a face that the press has."""
    path = folder / "layouts/fonts" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    with TTFont(Face("Spectral").cut().path) as font:
        for record in font["name"].names:
            if record.nameID in {1, 16}:
                record.string = NAME
        change(font)
        font.save(path)
    return path


def without_hyphen(font: TTFont) -> None:
    for table in font["cmap"].tables:
        table.cmap.pop(0x2010, None)


def _rights(value: int) -> Callable[[TTFont], None]:
    def change(font: TTFont) -> None:
        font["OS/2"].fsType = value

    return change


def _variable(font: TTFont) -> None:

    axis = Axis()
    axis.axisTag, axis.minValue, axis.defaultValue, axis.maxValue = "wght", 100, 400, 900
    font["fvar"] = newTable("fvar")
    font["fvar"].axes = [axis]


@pytest.mark.parametrize(
    ("rights", "told"),
    [
        (0x0000, False),
        (0x0002, True),  # restricted
        (0x0004, False),  # preview and print
        (0x0006, False),  # the more lenient counts
        (0x0008, False),
        (0x0100, True),  # only as a whole
        (0x0204, True),  # bitmaps alone
    ],
)
def test_a_typeface_is_used_only_if_it_may_be_embedded(tmp_path: Path, rights: int, told: bool) -> None:  # noqa: FBT001 - a case
    house_font(tmp_path, _rights(rights))
    (tmp_path / "layouts/fonts/OFL.txt").write_text("Lizenz", "utf-8")
    found = list(house_problems(tmp_path))
    assert [each.rule for each in found] == ["font-file"] * told
    assert all(NAME in each.message and each.place.file == "layouts/fonts/haus.ttf" for each in found)


def test_files_that_are_no_fixed_cut_of_a_typeface_have_a_sentence_each(tmp_path: Path) -> None:
    house_font(tmp_path, _variable)
    folder = tmp_path / "layouts/fonts"
    (folder / "kaputt.otf").write_bytes(b"OTTO nothing")
    (folder / "netz.woff2").write_bytes(b"wOF2")
    told = {each.place.file.rpartition("/")[2]: each.message for each in house_problems(tmp_path)}
    assert "variable" in told["haus.ttf"]
    assert "nicht als Schrift" in told["kaputt.otf"]
    assert ".woff2" in told["netz.woff2"]
    assert "Lizenztext" in told["fonts"]


def test_a_licence_may_lie_beside_a_font_or_above_it(tmp_path: Path) -> None:
    house_font(tmp_path, name="haus/schrift.ttf")
    (tmp_path / "layouts/fonts/LICENSE").write_text("Lizenz", "utf-8")
    assert list(house_problems(tmp_path)) == []
    assert [cut.weight for cut in families(tmp_path)[NAME]] == [REGULAR]
    assert NAME not in families()
