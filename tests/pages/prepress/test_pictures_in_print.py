"""Bitmaps, gradients and masks on the way to the plates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageDraw, ImageStat

from kursbuch_press.disk.cache import Cache
from kursbuch_press.pages.prepress import PrintFinish, finish_and_tell, finish_print
from tests import judges
from tests.pages.prepress import Draw, colour_spaces, contents

SIZE = (120, 80)


def _ramp() -> Image.Image:
    return Image.linear_gradient("L").resize(SIZE)


def _photograph() -> Image.Image:
    noise = [Image.effect_noise(SIZE, sigma) for sigma in (40, 80, 120)]
    return Image.merge("RGB", noise)


def _drawing() -> Image.Image:
    picture = Image.new("RGB", SIZE, "white")
    draw = ImageDraw.Draw(picture)
    draw.rectangle((10, 10, 50, 50), fill=(0, 93, 145))
    draw.rectangle((60, 10, 100, 50), fill=(0, 0, 0))
    draw.rectangle((60, 55, 100, 75), fill=(128, 128, 128))
    return picture


def _transparent() -> Image.Image:
    picture = _photograph()
    picture.putalpha(_ramp())
    return picture


def _file(picture: Image.Image, kind: str) -> tuple[bytes, str]:
    file = BytesIO()
    picture.save(file, kind)
    return file.getvalue(), f"image/{kind.lower()}"


def _placed(draw: Draw, picture: Image.Image, kind: str = "PNG") -> bytes:
    return draw('<img src="press:p">', {"press:p": _file(picture, kind)})


def _image(pdf: bytes) -> tuple[str, Image.Image]:
    """Give colour space and pixels of the only picture; PdfImage is pikepdf's, not ours."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        found: Any = next(iter(opened.pages[0].get_images().values()))
        space = found.ColorSpace
        name = str(space) if isinstance(space, pikepdf.Name) else f"{space[0]} {space[1]}"
        if name == "/Indexed /DeviceCMYK":
            palette, pixels = bytes(space[3]), found.read_bytes()
            inks = b"".join(palette[4 * pixel : 4 * pixel + 4] for pixel in pixels)
            return name, Image.frombytes("CMYK", (int(found.Width), int(found.Height)), inks)
        if "/SMask" in found:
            del found["/SMask"]
        return name, pikepdf.PdfImage(found).as_pil_image()


def _interpolated(pdf: bytes) -> int:
    with pikepdf.open(BytesIO(pdf)) as opened:
        return sum("/Interpolate" in t for t in opened.objects if isinstance(t, pikepdf.Stream))


class Case(NamedTuple):
    """A picture, how it is saved, and the colour space that it gets."""

    picture: Callable[[], Image.Image]
    kind: str
    space: str


CASES = {
    "a photograph as PNG": Case(_photograph, "PNG", "/DeviceCMYK"),
    "a photograph as JPEG": Case(_photograph, "JPEG", "/DeviceCMYK"),
    "a photograph with alpha": Case(_transparent, "PNG", "/DeviceCMYK"),
    "a drawing": Case(_drawing, "PNG", "/Indexed /DeviceCMYK"),
    "a palette picture": Case(lambda: _photograph().quantize(64), "PNG", "/Indexed /DeviceCMYK"),
    "a grey picture": Case(_ramp, "PNG", "/DeviceGray"),
    "a grey JPEG": Case(_ramp, "JPEG", "/DeviceGray"),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_pictures_become_ink(draw: Draw, finish: PrintFinish, case: Case) -> None:
    pdf = finish_print(_placed(draw, case.picture(), case.kind), finish)
    assert _image(pdf)[0] == case.space
    assert colour_spaces(pdf) <= {"/DeviceCMYK", "/DeviceGray"}
    assert _interpolated(pdf) == 0


def test_a_grey_picture_saved_in_colour_prints_in_black_alone(draw: Draw, finish: PrintFinish) -> None:
    _, picture = _image(finish_print(_placed(draw, _ramp().convert("RGB"), "JPEG"), finish))
    assert picture.mode == "CMYK"
    assert [band.getextrema() for band in picture.split()[:3]] == [(0, 0)] * 3


def test_in_a_drawing_swatches_and_neutrals_have_the_inks_of_lines(draw: Draw, finish: PrintFinish) -> None:
    _, picture = _image(finish_print(_placed(draw, _drawing()), finish))
    assert picture.getpixel((30, 30)) == (255, 140, 38, 38)  # 100 55 15 15
    assert picture.getpixel((80, 30)) == (0, 0, 0, 255)
    cyan, magenta, yellow, black = picture.getpixel((80, 65))  # type: ignore[misc]
    assert (cyan, magenta, yellow) == (0, 0, 0)
    assert 120 < black < 180


def test_a_mask_stays_what_it_was(draw: Draw, finish: PrintFinish) -> None:
    with pikepdf.open(BytesIO(finish_print(_placed(draw, _transparent()), finish))) as opened:
        image = next(iter(opened.pages[0].get_images().values()))
        assert image.SMask.ColorSpace == pikepdf.Name.DeviceGray
        assert image.SMask.read_bytes() == _ramp().tobytes()


def test_no_pixel_is_over_the_ink_limit(draw: Draw, finish: PrintFinish) -> None:
    black = ImageChops.multiply(_photograph(), Image.new("RGB", SIZE, (60, 40, 50)))
    _, picture = _image(finish_print(_placed(draw, black), replace(finish, ink_limit=260)))
    most = max(sum(pixel) for pixel in picture.get_flattened_data())  # type: ignore[arg-type]
    assert most <= 2.60 * 255


def test_a_picture_is_converted_once_and_comes_from_the_cache_then(
    draw: Draw,
    finish: PrintFinish,
    tmp_path: Path,
) -> None:
    raw = _placed(draw, _photograph())
    cached = replace(finish, cache=Cache(tmp_path))
    first = finish_print(raw, cached)
    (kept,) = tmp_path.iterdir()
    head, _, _ = kept.read_bytes().partition(b"\n")
    assert b"/DCTDecode" in head
    assert finish_print(raw, cached) == first == finish_print(raw, finish)
    kept.write_bytes(kept.read_bytes()[:-10])  # the power went
    assert finish_print(raw, cached) == first


GRADIENTS = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="100mm" height="100mm">
<defs><linearGradient id="a">
<stop offset="0" stop-color="#005d91"/><stop offset="1" stop-color="#ffd000"/></linearGradient>
<linearGradient id="b">
<stop offset="0" stop-color="#2e6e4a"/>
<stop offset="1" stop-color="#2e6e4a" stop-opacity="0"/></linearGradient>
<radialGradient id="c">
<stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="#000"/></radialGradient>
</defs><rect width="100" height="30" fill="url(#a)"/><rect y="35" width="100" height="30" fill="url(#b)"/>
<rect y="70" width="100" height="30" fill="url(#c)"/></svg>"""


@pytest.fixture(scope="module")
def gradients(draw: Draw, finish: PrintFinish) -> bytes:
    raw = draw('<img style="width:100mm" src="press:g">', {"press:g": (GRADIENTS.encode(), "image/svg+xml")})
    return finish_print(raw, finish)


def _tables(pdf: bytes) -> list[bytes]:
    """Give the tables of inks: 65 steps of four 16-bit values."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        tables = [t.read_bytes() for t in opened.objects if isinstance(t, pikepdf.Stream) and "/FunctionType" in t]
    return [table for table in tables if len(table) == 65 * 8]


def test_the_ends_of_a_gradient_are_exactly_the_swatch(gradients: bytes) -> None:
    elbe = b"".join(round(value * 65535).to_bytes(2, "big") for value in (1, 0.55, 0.15, 0.15))
    assert elbe in {table[:8] for table in _tables(gradients)}


def test_a_gradient_between_greys_is_black_alone(gradients: bytes) -> None:
    coloured = [any(table[at] for at in range(len(table)) if at % 8 < 6) for table in _tables(gradients)]
    assert sorted(coloured) == [False, True]


@pytest.mark.judge
def test_three_renderers_show_the_same_gradients(gradients: bytes, tmp_path: Path) -> None:
    file = tmp_path / "gradients.pdf"
    file.write_bytes(gradients)
    judges.run(judges.program("pdftoppm", "poppler-utils"), "-r", "50", "-png", str(file), str(tmp_path / "poppler"))
    mupdf = judges.program("mutool", "mupdf-tools")
    judges.run(mupdf, "draw", "-q", "-r", "50", "-o", str(tmp_path / "mupdf-1.png"), str(file))
    poppler, other = (Image.open(tmp_path / f"{name}-1.png").convert("L") for name in ("poppler", "mupdf"))
    pdfium = pypdfium2.PdfDocument(file)[0].render(scale=50 / 72).to_pil().convert("L")
    for second in (other.resize(poppler.size), pdfium.resize(poppler.size)):
        # MuPDF comes without ICC here: it shows other greens and blues, but no bar that is missing.
        assert ImageStat.Stat(ImageChops.difference(poppler, second)).mean[0] < 12
    bars = [ImageStat.Stat(each.crop((25, 25, 215, 75))).mean[0] for each in (poppler, other, pdfium)]
    assert max(bars) < 200, "the first gradient is not there"


def test_a_soft_mask_keeps_its_light_in_grey(draw: Draw, finish: PrintFinish) -> None:
    raw = draw('<p style="height:30mm;background:radial-gradient(rgba(178,49,60,.9),transparent)">x</p>')
    pdf = finish_print(raw, finish)
    with pikepdf.open(BytesIO(pdf)) as opened:
        masks = [t for t in opened.objects if isinstance(t, pikepdf.Stream) and _group_space(t) == "/DeviceGray"]
    assert masks
    assert " k\n" in contents(pdf)


def test_what_was_converted_is_counted(draw: Draw, finish: PrintFinish) -> None:
    assert finish_and_tell(_placed(draw, _photograph()), finish).pictures == 1


def _group_space(thing: pikepdf.Object) -> str:
    return str(thing.Group.CS) if "/Group" in thing else ""
