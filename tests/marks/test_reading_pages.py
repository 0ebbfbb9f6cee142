"""Reading what a page paints: places, sizes and colours through every matrix."""

from __future__ import annotations

from typing import cast

import pikepdf
import pytest

from kursbuch_press.limits import Budget
from kursbuch_press.marks.geometry import Area
from kursbuch_press.marks.interpreter import read_painting
from kursbuch_press.marks.library import Library
from kursbuch_press.marks.marks import Mark, Painting, PathMark, PictureMark, TextMark, Where
from kursbuch_press.marks.spaces import Colour, Ink, ink_of, read_space

MEDIA = Area(0, 0, 400, 600)


def painted(content: bytes, **resources: pikepdf.Object) -> Painting:
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(400, 600))
    page = pdf.pages[0].obj
    page.Contents = pdf.make_stream(content)
    page.Resources = pikepdf.Dictionary({f"/{key}": value for key, value in resources.items()})
    return read_painting(page, page.Resources, MEDIA, Library())


def paths(content: bytes, **resources: pikepdf.Object) -> list[PathMark]:
    return [mark for mark in painted(content, **resources).marks if isinstance(mark, PathMark)]


def test_a_rectangle_is_where_its_matrices_put_it() -> None:
    (mark,) = paths(b"q 2 0 0 2 10 20 cm 1 0 0 -1 0 100 cm 5 5 10 10 re f Q")
    assert mark.area == Area(20, 190, 40, 210)


def test_a_matrix_ends_with_its_state() -> None:
    first, second = paths(b"q 2 0 0 2 0 0 cm 0 0 10 10 re f Q 0 0 10 10 re f")
    assert (first.area.width, second.area.width) == (20, 10)


def test_clipping_cuts_what_is_painted() -> None:
    (mark,) = paths(b"0 0 50 50 re W n 0 0 200 20 re f")
    assert mark.area == Area(0, 0, 50, 20)


def test_what_is_clipped_away_is_not_painted() -> None:
    assert paths(b"0 0 50 50 re W n 100 100 20 20 re f") == []


def test_a_line_has_the_width_that_is_printed() -> None:
    (mark,) = paths(b"0.5 0 0 0.5 0 0 cm 1 w 0 0 m 100 0 l S")
    assert mark.line == pytest.approx(0.5)


def test_a_filled_rule_is_as_thin_as_its_smaller_side() -> None:
    (mark,) = paths(b"10 10 200 0.1 re f")
    assert mark.thinnest == pytest.approx(0.1)


def test_the_empty_inside_of_a_frame_is_no_hairline() -> None:
    (mark,) = paths(b"10 10 100 2 re 10 10 100 0 re f*")
    assert mark.thinnest == pytest.approx(2)


@pytest.mark.parametrize("edge", [12, 11.999999, 12.000001, 11.9995])
def test_what_rounding_leaves_of_the_inside_of_a_clipped_frame_is_no_hairline(edge: float) -> None:
    frame = f"10 10 200 40 re 10 {edge} 200 {50 - edge} re f*"
    (mark,) = paths(f"10 10 m 210 10 l 210 12 l 10 12 l h W n {frame}".encode())
    assert mark.thinnest == pytest.approx(2)


def test_a_hairline_in_a_clip_is_a_hairline() -> None:
    (mark,) = paths(b"0 0 500 500 re W n 10 10 200 0.0005 re f")
    assert mark.thinnest == pytest.approx(0.0005)


def test_text_is_as_high_as_its_matrices_make_it() -> None:
    font = pikepdf.Dictionary(F=pikepdf.Dictionary(Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Courier))
    painting = painted(b"2 0 0 -2 0 600 cm BT /F 6 Tf 1 0 0 -1 10 30 Tm (Tag) Tj ET", Font=font)
    (mark,) = painting.marks
    assert isinstance(mark, TextMark)
    assert (mark.size, mark.text) == (12, "Tag")
    assert mark.area.width == pytest.approx(3 * 0.6 * 12)
    assert mark.area.left == pytest.approx(20)


def test_a_form_is_read_with_its_matrix_and_marked_as_one() -> None:
    pdf = pikepdf.new()
    form = pdf.make_stream(b"0 0 5 5 re f", Subtype=pikepdf.Name.Form, BBox=[0, 0, 10, 10], Matrix=[1, 0, 0, 1, 100, 0])
    (mark,) = cast("list[PathMark]", list(_of_foreign(pdf, form, b"2 0 0 2 0 0 cm /X Do")))
    assert mark.area == Area(200, 0, 210, 10)
    assert mark.paint.where is Where.FORM


def _of_foreign(pdf: pikepdf.Pdf, thing: pikepdf.Object, content: bytes) -> tuple[Mark, ...]:
    pdf.add_blank_page(page_size=(400, 600))
    page = pdf.pages[0].obj
    page.Contents = pdf.make_stream(content)
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=thing))
    return read_painting(page, page.Resources, MEDIA, Library()).marks


def test_an_inline_picture_is_measured_like_any_other() -> None:
    (mark,) = painted(b"q 36 0 0 72 10 10 cm BI /W 2 /H 2 /BPC 8 /CS /G ID \x01 EI\xff EI Q").marks
    assert isinstance(mark, PictureMark)
    assert mark.picture.space.name == "DeviceGray"
    assert mark.dpi == pytest.approx(2)


def test_what_a_pattern_paints_is_read() -> None:
    pdf = pikepdf.new()
    tile = pdf.make_stream(
        b"1 0 0 rg 0 0 5 5 re f",
        PatternType=1,
        PaintType=1,
        BBox=[0, 0, 9, 9],
        XStep=9,
        YStep=9,
        Resources=pikepdf.Dictionary(),
    )
    marks = paths(b"/Pattern cs /P scn 50 50 100 100 re f", Pattern=pikepdf.Dictionary(P=tile))
    inside = [mark for mark in marks if mark.paint.where is Where.PATTERN]
    assert [colour.space.name for colour in inside[0].paint.colours] == ["DeviceRGB"]
    assert inside[0].area == Area(50, 50, 150, 150)


def test_what_fills_a_soft_mask_is_kept_apart() -> None:
    pdf = pikepdf.new()
    group = pdf.make_stream(b"1 0 0 rg 0 0 5 5 re f", Subtype=pikepdf.Name.Form, BBox=[0, 0, 9, 9])
    state = pikepdf.Dictionary(SMask=pikepdf.Dictionary(S=pikepdf.Name.Luminosity, G=group))
    painting = painted(b"/G gs 0 0 9 9 re f", ExtGState=pikepdf.Dictionary(G=state))
    assert len(painting.marks) == 1
    assert [type(mark) for mark in painting.masks] == [PathMark]
    assert painting.effects == {"soft mask"}


@pytest.mark.parametrize(
    ("written", "values", "ink"),
    [
        ("/DeviceCMYK", (0.1, 0.2, 0.3, 0.4), Ink(0.1, 0.2, 0.3, 0.4)),
        ("/DeviceGray", (0.25,), Ink(black=0.75)),
        ("/DeviceRGB", (0.0, 0.0, 0.0), None),
        ("/DeviceRGB", (1.0, 1.0, 1.0), Ink()),
        ("[/Separation /Gold /DeviceCMYK null]", (0.5,), Ink(spots=0.5)),
        ("[/Separation /Black /DeviceCMYK null]", (0.5,), Ink(black=0.5)),
        ("[/Separation /All /DeviceCMYK null]", (1.0,), Ink(1, 1, 1, 1)),
        ("[/DeviceN [/Cyan /Gold] /DeviceCMYK null]", (0.5, 0.25), Ink(cyan=0.5, spots=0.25)),
        ("[/Indexed /DeviceCMYK 1 <00000000ff000033>]", (1.0,), Ink(1, 0, 0, 0.2)),
    ],
)
def test_a_colour_means_so_much_ink(written: str, values: tuple[float, ...], ink: Ink | None) -> None:
    assert ink_of(Colour(read_space(pikepdf.Object.parse(written.encode()), Budget()), values)) == ink
