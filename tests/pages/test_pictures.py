"""Pictures as editors bring them: made ready, or refused with a way out."""

from __future__ import annotations

import base64
import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image, ImageCms

from kursbuch_press.compose.inlines import Words
from kursbuch_press.compose.nodes import Figure
from kursbuch_press.pages.geometry import TypeArea
from kursbuch_press.pages.pictures import PlacedPicture, PreparedPictures, placed_pictures, prepare_pictures
from kursbuch_press.pages.prepress import finish_print
from kursbuch_press.pages.prepress.inks import open_profile
from kursbuch_press.pages.svg_limits import drawing_ratio, foreign_typefaces, limits
from kursbuch_press.problems import Severity
from tests.pages.prepress import PROJECT, shipped_finish
from tests.press.photographs import embedded, with_profile

PRESS = open_profile((PROJECT / "layouts/profiles/ISOcoated_v2_300_bas.icc").read_bytes(), "CMYK")
WIDE = 1200  # pixels: 305 dpi on 100 mm


def _colours() -> Image.Image:
    ramp = Image.linear_gradient("L").resize((WIDE, 10))
    return Image.merge("RGB", (ramp, ramp.transpose(Image.Transpose.FLIP_TOP_BOTTOM), ramp))


def _prepared(folder: Path, name: str, width: float = 100) -> PreparedPictures:
    return prepare_pictures(folder, [PlacedPicture(name, width, "vorwort/bild")], 300, PRESS)


def _shown(prepared: PreparedPictures) -> Image.Image:
    (content, media_type), *more = prepared.for_layout.values()
    assert not more
    picture = Image.open(BytesIO(content))
    assert media_type == f"image/{str(picture.format).lower()}"
    return picture


def test_a_plain_picture_stays_the_file_that_it_is(tmp_path: Path) -> None:
    _colours().save(tmp_path / "a.png")
    prepared = _prepared(tmp_path, "a.png")
    assert prepared.for_layout["press:pictures/a.png"] == ((tmp_path / "a.png").read_bytes(), "image/png")
    assert prepared.problems == ()
    assert prepared.notes[0].dpi == 305


def test_a_photograph_of_a_phone_with_a_second_picture_in_it_is_a_jpeg(tmp_path: Path) -> None:
    """What phones write is a JPEG with another one behind it (CIPA DC-007); every viewer shows the first."""
    _colours().save(tmp_path / "a.jpg", "MPO", save_all=True, append_images=[_colours().resize((40, 10))], quality=95)
    with Image.open(tmp_path / "a.jpg") as photograph:
        assert photograph.format == "MPO"
    prepared = _prepared(tmp_path, "a.jpg")
    assert [each for each in prepared.problems if each.severity is Severity.ERROR] == []
    ((content, media_type),) = prepared.for_layout.values()
    assert (media_type, Image.open(BytesIO(content)).size) == ("image/jpeg", (WIDE, 10))


def test_sixteen_bits_become_eight(tmp_path: Path) -> None:
    deep = Image.new("I;16", (WIDE, 10), 0x8080)
    deep.save(tmp_path / "a.png")
    prepared = _prepared(tmp_path, "a.png")
    assert _shown(prepared).getpixel((5, 5)) == 128
    assert prepared.notes[0].done == ("von 16 auf 8 Bit gebracht",)
    deep.save(tmp_path / "b.tif")
    assert _prepared(tmp_path, "b.tif").notes[0].done == ("von 16 auf 8 Bit gebracht",)


@pytest.mark.parametrize("mode", ["1", "P", "L", "LA", "RGBA", "RGB"])
def test_every_kind_of_png_can_be_shown(tmp_path: Path, mode: str) -> None:
    _colours().convert(mode).save(tmp_path / "a.png")
    prepared = _prepared(tmp_path, "a.png")
    assert prepared.problems == ()
    assert _shown(prepared).mode in {"L", "LA", "RGB", "RGBA"}


def test_a_mask_that_hides_nothing_is_dropped(tmp_path: Path) -> None:
    picture = _colours()
    picture.putalpha(255)
    picture.convert("RGBA").save(tmp_path / "a.tif")
    assert _shown(_prepared(tmp_path, "a.tif")).mode == "RGB"


def test_a_cmyk_tiff_is_shown_in_srgb_and_printed_from_its_own_inks(tmp_path: Path) -> None:
    Image.new("CMYK", (WIDE, 10), (255, 140, 38, 38)).save(tmp_path / "a.tif")
    prepared = _prepared(tmp_path, "a.tif")
    assert _shown(prepared).mode == "RGB"
    assert _printed(prepared) == pytest.approx((255, 140, 38, 38), abs=2)


def _printed(prepared: PreparedPictures) -> tuple[int, ...]:
    """Place the picture on a page of its own and give the ink of its first pixel."""
    picture = _shown(prepared).convert("RGB")
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(148 * 72 / 25.4, 210 * 72 / 25.4))
        image = pikepdf.Stream(pdf, picture.tobytes(), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image)
        image.Width, image.Height = picture.size
        image.ColorSpace, image.BitsPerComponent = pikepdf.Name.DeviceRGB, 8
        pdf.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary({"/i": image}))
        pdf.pages[0].Contents = pikepdf.Stream(pdf, b"q 100 0 0 100 50 50 cm /i Do Q")
        file = BytesIO()
        pdf.save(file)
    finished = finish_print(file.getvalue(), replace(shipped_finish(), originals=prepared.originals))
    with pikepdf.open(BytesIO(finished)) as opened:
        found: Any = next(iter(opened.pages[0].get_images().values()))
        pixel = pikepdf.PdfImage(found).as_pil_image().getpixel((0, 0))
    assert isinstance(pixel, tuple)
    return tuple(int(value) for value in pixel)


def test_a_profile_of_its_own_is_applied(tmp_path: Path) -> None:
    red, swapped = with_profile()
    red.save(tmp_path / "a.png", icc_profile=swapped)
    prepared = _prepared(tmp_path, "a.png")
    assert "nach sRGB" in prepared.notes[0].done[-1]
    assert list(prepared.originals.values()) == [tmp_path / "a.png"]
    assert _shown(prepared).getpixel((600, 200)) == pytest.approx((20, 230, 20), abs=2)


def test_a_profile_is_srgb_by_its_colours_and_not_by_its_name(tmp_path: Path) -> None:
    icc = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    _colours().save(tmp_path / "a.png", icc_profile=icc.replace(b"s\0R\0G\0B", b"M\0e\0i\0n"))
    assert _prepared(tmp_path, "a.png").originals == {}
    linear = re.sub(rb"para\0{4}\0\x03.{22}", b"para" + b"\0" * 8 + b"\0\1\0\0" + b"\0" * 16, icc, flags=re.DOTALL)
    Image.new("RGB", (WIDE, 10), (128, 128, 128)).save(tmp_path / "b.png", icc_profile=linear)
    prepared = _prepared(tmp_path, "b.png")
    assert list(prepared.originals.values()) == [tmp_path / "b.png"]
    assert _shown(prepared).getpixel((5, 5)) == pytest.approx((188, 188, 188), abs=1)


@pytest.mark.parametrize("icc", [b"\0" * 200, (PROJECT / "layouts/profiles/ISOcoated_v2_300_bas.icc").read_bytes()])
def test_a_profile_that_is_not_for_the_picture_is_told_and_not_used(tmp_path: Path, icc: bytes) -> None:
    _colours().save(tmp_path / "a.jpg", icc_profile=icc)
    prepared = _prepared(tmp_path, "a.jpg")
    assert "passt nicht" in prepared.notes[0].done[-1]
    assert prepared.originals == {}
    assert prepared.for_layout["press:pictures/a.jpg"][0] == (tmp_path / "a.jpg").read_bytes()


def test_a_photograph_lying_on_its_side_is_put_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    _colours().save(tmp_path / "a.jpg", exif=exif)
    assert _shown(_prepared(tmp_path, "a.jpg", width=1)).size == (10, WIDE)


def test_too_few_pixels_for_the_place_are_a_warning_with_the_width_that_is_left(tmp_path: Path) -> None:
    _colours().save(tmp_path / "a.png")
    small = PlacedPicture("a.png", 50, "vorwort/klein")
    large = PlacedPicture("a.png", 200, "vorwort/gross")
    (problem,) = prepare_pictures(tmp_path, [small, large], 300, PRESS).problems
    assert problem.severity is Severity.WARNING
    assert problem.address == "vorwort/gross"
    assert "bei 200 mm Breite nur 152 dpi" in problem.message
    assert "höchstens 101 mm breit" in problem.hint


def test_a_picture_that_is_higher_than_its_page_is_refused_with_the_width_that_fits(tmp_path: Path) -> None:
    Image.new("RGB", (1500, 2500)).save(tmp_path / "a.png")
    (tmp_path / "b.svg").write_text(SVG.format("").replace("0 0 10 10", "0 0 30 50"), "utf-8")
    for name in ("a.png", "b.svg"):
        placed = PlacedPicture(name, 106, "vorwort/bild", room=(106, 150))
        (problem,) = prepare_pictures(tmp_path, [placed], 300, PRESS).problems
        assert problem.severity is Severity.ERROR
        assert "bei 106 mm Breite 177 mm hoch; auf einer Seite ist Platz für 150 mm" in problem.message
        assert problem.hint == "width: 84 wählen"
        assert prepare_pictures(tmp_path, [replace(placed, width=106 * 0.84)], 300, PRESS).problems == ()


@pytest.mark.parametrize(
    ("root", "ratio"),
    [
        ('width="60mm" height="20mm" viewBox="0 0 1 9"', 3),
        ('width="100%" height="100%" viewBox="-5,-5 40 10"', 4),
        ('width="72pt" height="1in"', 1),
        ('width="9"', 2),
        ('width="9" height="0"', 2),
    ],
)
def test_a_drawing_says_how_high_it_is(root: str, ratio: float) -> None:
    assert drawing_ratio(f'<svg xmlns="http://www.w3.org/2000/svg" {root}><svg width="1" height="1"/></svg>'.encode()) == ratio


def test_figures_take_their_share_of_the_type_area_and_leave_room_for_their_caption() -> None:
    bare = Figure("a/b", "", (), "Karte", picture="karte.png", width=50)
    drawn = Figure("a/c", "Abbildung 1", (), "Weg")
    (placed,) = placed_pictures([bare, drawn], TypeArea(106, 165, 36))
    assert (placed.width, placed.room) == (53, (106, 165))
    (below,) = placed_pictures([replace(bare, caption=(Words("Karte"),))], TypeArea(106, 165, 36))
    assert below.room == pytest.approx((106, 165 - 11.64), abs=0.01)


def test_animations_and_many_pages_are_refused(tmp_path: Path) -> None:
    frames = [Image.new("RGB", (10, 10), colour) for colour in ("red", "blue")]
    frames[0].save(tmp_path / "a.png", save_all=True, append_images=frames[1:])
    frames[0].save(tmp_path / "b.tif", save_all=True, append_images=frames[1:])
    for name in ("a.png", "b.tif"):
        (problem,) = _prepared(tmp_path, name, width=1).problems
        assert "enthält 2 Bilder" in problem.message
        assert problem.severity is Severity.ERROR


def test_a_broken_picture_is_refused(tmp_path: Path) -> None:
    _colours().save(tmp_path / "a.png")
    (tmp_path / "a.png").write_bytes((tmp_path / "a.png").read_bytes()[:60])
    assert _prepared(tmp_path, "a.png").problems[0].rule == "picture"


SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">{}</svg>'


@pytest.mark.parametrize(
    ("drawing", "word"),
    [
        ('<rect mask="url(#m)"/>', "Maske"),
        ('<rect style="fill: red; filter: blur(2px)"/>', "Filter"),
        ("<style>.a { mix-blend-mode: multiply }</style>", "mischt"),
        ('<path stroke="url(#g)"/>', "Linie"),
        ('<stop style="stop-color: hsl(240, 100%, 50%)"/>', "Verlauf"),
        ('<image href="data:image/png;base64,AAAA"/>', "Bild"),
        ('<rect style="clip-path: circle(3px)"/>', "CSS-Form"),
        ('<clipPath clip-rule="evenodd"><path d="M0 0H9V9zM3 3H6V6z"/></clipPath>', "Loch"),
        ("<style>path{clip-rule:evenodd}</style><clipPath><path d='M0 0H9V9zM3 3H6V6z'/></clipPath>", "Loch"),
        ('<clipPath><rect width="9" height="9"/><circle r="3" transform="scale(2)"/></clipPath>', "verschoben"),
        ('<clipPath><use href="#a" x="3"/><circle r="3"/></clipPath>', "verschoben"),
        ("<clipPath><text>A</text></clipPath>", "Text"),
        ('<clipPath clipPathUnits="objectBoundingBox"/>', "Anteilen"),
        ('<rect fill="device-cmyk(1 .5 0 0)"/>', "Farbraum"),
        ('<rect style="fill:#cd853f icc-color(a, 0, 1, 0, 0)"/>', "Farbraum"),
        ("<style>:root{--a:#123456}rect{fill:var(--a)}</style>", "rechnet"),
        ("<style>@media print{rect{fill:#123456}}</style>", "Bedingungen"),
        ('<text style="font:bold 12px Arial">A</text>', "„font“"),
        ('<text><textPath href="#a">A</textPath></text>', "„textPath“"),
        ('<text writing-mode="tb">A</text>', "senkrecht"),
        ('<text style="text-decoration:underline">A</text>', "unterstrichen"),
        ('<tspan baseline-shift="super">2</tspan>', "hoch- oder tief"),
        ('<circle paint-order="stroke" stroke="#123456"/>', "unter Flächen"),
        ('<rect style="transform-box: fill-box"/>', "um die Mitte"),
        ("<switch><g/></switch>", "„switch“"),
        ('<text stroke="#123456" style="stroke-opacity:.5">A</text>', "„stroke-opacity“"),
        (f'<image href="{embedded(Image.new("CMYK", (9, 9)), "JPEG")}"/>', "sRGB oder Grau"),
        ("<flowRoot><flowPara>A</flowPara></flowRoot>", "„flowRoot“"),
    ],
)
def test_what_a_page_would_lose_is_refused(drawing: str, word: str) -> None:
    ((message, hint, *_),) = limits(SVG.format(drawing).encode())
    assert word in message
    assert hint


def test_gradients_patterns_and_opacity_are_welcome() -> None:
    drawing = '<rect fill="url(#g)" stroke="#123456" opacity=".5" clip-path="url(#c)" style="filter: none"/>'
    assert limits(SVG.format(drawing).encode()) == ()


def test_a_picture_in_a_drawing_must_be_srgb() -> None:
    file = BytesIO()
    Image.new("RGB", (9, 9)).save(file, "PNG", icc_profile=with_profile()[1])
    image = f'<image href="data:image/png;base64,{base64.b64encode(file.getvalue()).decode()}"/>'
    ((message, *_),) = limits(SVG.format(image).encode())
    assert "sRGB oder Grau" in message
    assert limits(SVG.format(f'<image href="{embedded(Image.new("RGB", (9, 9)), "PNG")}"/>').encode()) == ()


def test_what_drawing_programs_write_without_an_effect_is_welcome() -> None:
    drawing = (
        '<g style="fill-rule:evenodd;clip-rule:evenodd"><clipPath><path d="M0 0H9V9z"/></clipPath></g>'
        '<clipPath><rect width="9" height="9" fill="white" transform="translate(3 1)"/></clipPath>'
        '<path fill-rule="evenodd" clip-rule="evenodd" d="M0 0H9V9zM3 3H6V6z"/>'
        '<path style="stroke:none;paint-order:stroke fill markers;vector-effect:none;color-interpolation:sRGB"/>'
        '<text style="text-decoration:none;writing-mode:lr-tb;word-spacing:0px;baseline-shift:baseline">A</text>'
    )
    assert limits(SVG.format(drawing).encode()) == ()


def test_a_drawing_goes_to_the_layout_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text(SVG.format('<rect filter="url(#f)"/>'), "utf-8")
    prepared = _prepared(tmp_path, "a.svg")
    assert prepared.for_layout["press:pictures/a.svg"][1] == "image/svg+xml"
    assert prepared.problems[0].rule == "svg"
    assert prepared.drawings() == {}


@pytest.mark.parametrize(
    ("drawing", "told"),
    [
        ('<text font-family="Arial, sans-serif">Amt</text>', ("Arial",)),
        ('<text font-family="sans-serif">Amt</text>', ()),
        ("<text style=\"font-family:'Comic Sans MS'\">Amt</text>", ("Comic Sans MS",)),
        ('<style>text { font-family: "Myriad Pro" }</style><text>Amt</text>', ("Myriad Pro",)),
        ('<text font-family="Arial, Fira Sans">Amt</text>', ()),
        ('<rect style="font-family:Arial" width="9" height="9"/>', ()),
    ],
)
def test_a_typeface_that_the_book_does_not_have_is_named(drawing: str, told: tuple[str, ...]) -> None:
    assert tuple(foreign_typefaces(SVG.format(drawing).encode(), {"Fira Sans"})) == told
