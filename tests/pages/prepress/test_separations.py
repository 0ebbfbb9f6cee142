"""Real plates, made by Ghostscript."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from kursbuch_press.pages.prepress import PrintFinish, finish_print
from tests import judges
from tests.pages.prepress import Draw

pytestmark = pytest.mark.judge


def _plates(pdf: bytes, folder: Path) -> dict[str, Image.Image]:
    """Give the plates of the first page; 255 is no ink, as Ghostscript draws them."""
    (folder / "print.pdf").write_bytes(pdf)
    judges.run(
        judges.program("gs", "ghostscript"),
        *("-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", "-r72"),
        *(f"-sOutputFile={folder / 'p%d.tif'}", str(folder / "print.pdf")),
    )
    return {
        name: Image.open(BytesIO((folder / f"p1({name}).tif").read_bytes())) for name in ("Cyan", "Magenta", "Yellow", "Black")
    }


def _blank(plate: Image.Image) -> bool:
    return plate.getextrema() == (255, 255)


def test_a_page_of_text_is_on_the_black_plate_alone(draw: Draw, finish: PrintFinish, tmp_path: Path) -> None:
    raw = draw(
        '<p>Text, <span style="color:#606060">leise</span>, <span style="color:black">schwarz</span>'
        '<hr style="border:0;border-top:1pt solid #bebebd"><table border="1"><tr><td>Zelle</td></tr></table>'
        '<p style="background:#f1f1f1">Grau</p>',
    )
    plates = _plates(finish_print(raw, finish), tmp_path)
    assert [name for name, plate in plates.items() if not _blank(plate)] == ["Black"]


def test_black_text_on_colour_stays_off_the_other_plates(draw: Draw, finish: PrintFinish, tmp_path: Path) -> None:
    plates = _plates(finish_print(draw('<p style="background:#005d91;height:30mm">Text</p>'), finish), tmp_path)
    assert plates["Cyan"].getextrema()[0] == 0  # 100 % of elbe
    assert plates["Black"].getextrema()[0] == 0  # text


def test_no_spot_is_over_300_percent(draw: Draw, finish: PrintFinish, tmp_path: Path) -> None:
    raw = draw(
        '<p style="height:30mm;background:linear-gradient(90deg,#000020,#200000)">x</p>'
        '<p style="height:30mm;background:#010a01;color:#0a0101">y</p>',
    )
    plates = _plates(finish_print(raw, finish), tmp_path)
    inks = zip(*(plate.get_flattened_data() for plate in plates.values()), strict=True)
    assert max(sum(255 - int(value) for value in spot) for spot in inks) <= 3.0 * 255
