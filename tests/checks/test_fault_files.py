"""Files with one fault each: the fault is caught by its name, and nothing else is blamed."""

from __future__ import annotations

import io
from dataclasses import replace
from tempfile import NamedTemporaryFile

import pikepdf
import pytest
from PIL import Image
from reportlab.lib.colors import CMYKColor, CMYKColorSep, Color
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from kursbuch_press.marks.geometry import MM
from tests.checks import BLEED, TRIM, WISH, Draw, Pages, faults, judged, print_file, warned

INCH = 72.0


def test_a_file_without_faults_is_ready_to_print() -> None:
    verdict = judged(print_file(Pages()))
    assert faults(verdict) == set()
    assert warned(verdict) == set()
    assert verdict.passed


# What a designer may draw by mistake.


def rgb_black(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0, 0, 0)
    canvas.drawString(60, 260, "schwarz am Bildschirm")


def rgb_colour(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0.7, 0.1, 0.2)
    canvas.rect(60, 200, 80, 20, stroke=0, fill=1)


def rgb_picture(canvas: Canvas) -> None:
    canvas.drawImage(_picture("RGB", 300), 60, 100, INCH, INCH)


def coarse_picture(canvas: Canvas) -> None:
    canvas.drawImage(_picture("L", 100), 60, 100, INCH, INCH)


def coarse_picture_in_a_form(canvas: Canvas) -> None:
    canvas.beginForm("klein")
    canvas.drawImage(_picture("L", 300), 0, 0, INCH, INCH)
    canvas.endForm()
    canvas.translate(60, 60)
    canvas.scale(3, 3)
    canvas.doForm("klein")


def foreign_font(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 9.6)
    canvas.drawString(60, 260, "nicht eingebettet")


def text_in_the_safe_area(canvas: Canvas) -> None:
    canvas.drawString(60, 4 * MM, "zu weit unten")


def text_beyond_the_trim(canvas: Canvas) -> None:
    canvas.drawString(TRIM[0] - 30, 260, "ragt weit über den Rand")


def background_without_bleed(canvas: Canvas) -> None:
    canvas.setFillColorCMYK(0, 0, 0, 0.1)
    canvas.rect(0, 100, TRIM[0], 50, stroke=0, fill=1)


def rich_black_text(canvas: Canvas) -> None:
    canvas.setFillColorCMYK(0.6, 0.4, 0.4, 1)
    canvas.drawString(60, 260, "tiefschwarz")


def rich_black_line(canvas: Canvas) -> None:
    canvas.setStrokeColorCMYK(0.5, 0.5, 0.5, 0.8)
    canvas.setLineWidth(0.5)
    canvas.line(60, 200, 200, 200)


def annotation(canvas: Canvas) -> None:
    canvas.linkURL("https://kursbuch.example/", (60, 200, 120, 220))


def too_much_ink(canvas: Canvas) -> None:
    canvas.setFillColorCMYK(0.9, 0.8, 0.7, 0.9)
    canvas.rect(60, 200, 80, 20, stroke=0, fill=1)


def too_much_ink_in_a_gradient(canvas: Canvas) -> None:
    _gradient(canvas, CMYKColor(0, 0, 0, 0.1), CMYKColor(0.9, 0.8, 0.7, 0.9))


def too_much_ink_in_a_picture(canvas: Canvas) -> None:
    canvas.drawImage(ImageReader(Image.new("CMYK", (300, 300), (230, 205, 180, 230))), 60, 100, INCH, INCH)


def too_much_ink_in_a_jpeg(canvas: Canvas) -> None:
    picture = Image.new("CMYK", (300, 300), (230, 205, 180, 230))
    with NamedTemporaryFile(suffix=".jpg") as file:
        picture.save(file.name, quality=95)
        canvas.drawImage(file.name, 60, 100, INCH, INCH)


def hairline(canvas: Canvas) -> None:
    canvas.setLineWidth(0)
    canvas.line(60, 200, 200, 200)


def thin_line_by_scaling(canvas: Canvas) -> None:
    canvas.scale(0.1, 0.1)
    canvas.setLineWidth(1)
    canvas.line(600, 2000, 2000, 2000)


def thin_area(canvas: Canvas) -> None:
    canvas.rect(60, 200, 200, 0.1, stroke=0, fill=1)


def small_text(canvas: Canvas) -> None:
    canvas.setFont("Fira", 4)
    canvas.drawString(60, 260, "zu klein")


def spot_colour(canvas: Canvas) -> None:
    canvas.setFillColor(CMYKColorSep(0, 0.2, 0.8, 0.1, spotName="Gold"))
    canvas.rect(60, 200, 80, 20, stroke=0, fill=1)


def rgb_gradient(canvas: Canvas) -> None:
    _gradient(canvas, Color(1, 0, 0), Color(0, 0, 1))


def white_that_overprints(canvas: Canvas) -> None:
    canvas.setFillOverprint(True)
    canvas.setFillColorCMYK(0, 0, 0, 0)
    canvas.rect(60, TRIM[1] - 60, 80, 20, stroke=0, fill=1)


def _gradient(canvas: Canvas, start: Color, end: Color) -> None:
    path = canvas.beginPath()
    path.rect(60, 100, 200, 60)
    canvas.saveState()
    canvas.clipPath(path, stroke=0, fill=0)
    canvas.linearGradient(60, 100, 260, 100, (start, end), extend=False)
    canvas.restoreState()


def _picture(mode: str, pixels: int) -> ImageReader:
    picture = Image.linear_gradient("L").resize((pixels, pixels)).convert(mode)
    return ImageReader(picture)


@pytest.mark.parametrize(
    ("draw", "caught"),
    [
        (rgb_black, {"colour-space", "black-text"}),
        (rgb_colour, {"colour-space"}),
        (rgb_picture, {"colour-space"}),
        (rgb_gradient, {"colour-space"}),
        (coarse_picture, {"resolution"}),
        (coarse_picture_in_a_form, {"resolution"}),
        (foreign_font, {"fonts"}),
        (text_in_the_safe_area, {"safe-area"}),
        (text_beyond_the_trim, {"safe-area"}),
        (background_without_bleed, {"bleed"}),
        (rich_black_text, {"black-text"}),
        (rich_black_line, {"black-text"}),
        (annotation, {"annotations"}),
        (too_much_ink, {"ink"}),
        (too_much_ink_in_a_gradient, {"ink"}),
        (too_much_ink_in_a_picture, {"ink"}),
        (too_much_ink_in_a_jpeg, {"ink"}),
        (hairline, {"line-width"}),
        (thin_line_by_scaling, {"line-width"}),
        (thin_area, {"line-width"}),
        (small_text, {"text-size"}),
        (spot_colour, {"colour-space"}),
        (white_that_overprints, {"overprint"}),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_fault_in_the_drawing_is_caught_by_its_name(draw: Draw, caught: set[str]) -> None:
    verdict = judged(print_file(Pages(draw)))
    assert faults(verdict) == caught
    assert not verdict.passed


def test_the_place_of_a_fault_is_given_in_mm_from_the_upper_left_corner() -> None:
    verdict = judged(print_file(Pages(rgb_picture)))
    found = next(finding for finding in verdict.findings if finding.check == "colour-space")
    assert found.page == 1
    assert found.spot is not None
    left, top = 60 / MM, (TRIM[1] - 100 - INCH) / MM
    place = (found.spot.left, found.spot.top, found.spot.width, found.spot.height)
    assert place == pytest.approx((left, top, 25.4, 25.4), abs=0.01)


def test_the_resolution_is_measured_at_the_placed_size() -> None:
    verdict = judged(print_file(Pages(coarse_picture)))
    found = next(finding for finding in verdict.findings if finding.check == "resolution")
    assert found.measured == "100\N{NO-BREAK SPACE}dpi"


def test_a_sound_cmyk_gradient_is_no_fault() -> None:
    def draw(canvas: Canvas) -> None:
        _gradient(canvas, CMYKColor(1, 0.5, 0, 0), CMYKColor(0, 0, 0, 0.5))

    assert faults(judged(print_file(Pages(draw)))) == set()


def test_a_gradient_whose_function_does_not_fit_its_space_is_caught() -> None:
    def draw(canvas: Canvas) -> None:
        _gradient(canvas, Color(1, 0, 0), Color(0, 0, 1))

    def mend(pdf: pikepdf.Pdf) -> None:
        shadings = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/ShadingType" in each]
        for shading in shadings:
            shading.ColorSpace = pikepdf.Name.DeviceCMYK

    assert faults(judged(print_file(Pages(draw, mend)))) == {"gradients"}


# What is wrong with the file as a whole.


def _add_deep_picture(pdf: pikepdf.Pdf) -> None:
    picture = pdf.make_stream(
        b"\x80\x00" * 300 * 300,
        Type=pikepdf.Name.XObject,
        Subtype=pikepdf.Name.Image,
        Width=300,
        Height=300,
        BitsPerComponent=16,
        ColorSpace=pikepdf.Name.DeviceGray,
    )
    page = pdf.pages[0]
    name = page.add_resource(picture, pikepdf.Name.XObject)
    page.contents_add(f"q 72 0 0 72 100 100 cm {name} Do Q".encode())


def _drop_output_intent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents


def _other_condition(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OutputIntents[0].OutputConditionIdentifier = pikepdf.String("FOGRA52")


def _drop_trim(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        del page.TrimBox


def _other_trim(pdf: pikepdf.Pdf) -> None:
    pdf.pages[2].TrimBox = pikepdf.Array([BLEED + 9, BLEED, BLEED + TRIM[0], BLEED + TRIM[1]])


def _small_bleed(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        page.BleedBox = pikepdf.Array([6, 6, float(page.MediaBox[2]) - 6, float(page.MediaBox[3]) - 6])


def _script(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))


def _transfer_curve(pdf: pikepdf.Pdf) -> None:
    curve = pikepdf.Dictionary(FunctionType=2, Domain=[0, 1], N=2)
    pdf.pages[0].Resources.ExtGState = pdf.make_indirect(pikepdf.Dictionary(A=pdf.make_indirect(pikepdf.Dictionary(TR=curve))))


def _stand_in(pdf: pikepdf.Pdf) -> None:
    form = pikepdf.Stream(pdf, b"", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Form, BBox=[0, 0, 1, 1])
    form.OPI = pikepdf.Dictionary()
    pdf.pages[0].Resources.XObject = pikepdf.Dictionary(A=pdf.make_indirect(form))


def _drop_metadata(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Metadata


def _rgb_page_group(pdf: pikepdf.Pdf) -> None:
    group = pikepdf.Dictionary(S=pikepdf.Name.Transparency, CS=pikepdf.Name.DeviceRGB)
    pdf.pages[0].Group = group


@pytest.mark.parametrize(
    ("pages", "caught"),
    [
        (Pages(mend=_add_deep_picture), {"picture-data"}),
        (Pages(mend=_drop_output_intent), {"output-intent"}),
        (Pages(mend=_other_condition), {"output-intent"}),
        (Pages(mend=_other_trim), {"page-size"}),
        (Pages(mend=_small_bleed), {"page-size"}),
        (Pages(mend=_script), {"standard"}),
        (Pages(mend=_transfer_curve), {"standard"}),
        (Pages(mend=_stand_in), {"standard"}),
        (Pages(mend=_drop_metadata), {"standard"}),
        (Pages(mend=_rgb_page_group), {"colour-space"}),
        (Pages(count=3), {"page-count"}),
    ],
    ids=lambda value: getattr(getattr(value, "mend", None), "__name__", ""),
)
def test_a_fault_of_the_file_is_caught_by_its_name(pages: Pages, caught: set[str]) -> None:
    assert faults(judged(print_file(pages))) == caught


def test_lzw_is_caught() -> None:
    file = io.BytesIO()
    with pikepdf.open(io.BytesIO(print_file(Pages()))) as pdf:
        # 256 clears the table, 257 ends: an empty stream in LZW (ISO 32000-1, 7.4.4.2).
        packed = pikepdf.Stream(pdf, bytes([0x80, 0x40, 0x40]), Filter=pikepdf.Name.LZWDecode)
        pdf.Root.Nothing = pdf.make_indirect(packed)
        # Or qpdf packs it anew.
        pdf.save(file, stream_decode_level=pikepdf.StreamDecodeLevel.none, compress_streams=False)
    assert faults(judged(file.getvalue())) == {"standard"}


def test_a_file_without_trim_boxes_is_caught() -> None:
    assert {"boxes", "page-size"} <= faults(judged(print_file(Pages(mend=_drop_trim))))


def test_an_encrypted_file_that_opens_without_a_password_is_caught() -> None:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(print_file(Pages()))) as pdf:
        pdf.save(target, encryption=pikepdf.Encryption(owner="drucker", user=""))
    assert "encryption" in faults(judged(target.getvalue()))


def test_a_blank_page_of_a_foreign_file_is_worth_a_look() -> None:
    def mend(pdf: pikepdf.Pdf) -> None:
        pdf.pages[1].Contents = pdf.make_stream(b"1 1 1 0 k")

    verdict = judged(print_file(Pages(mend=mend)))
    assert warned(verdict) == {"empty-pages"}
    assert verdict.passed


def test_transparency_is_listed_and_refused_only_where_the_standard_knows_none() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillAlpha(0.5)
        canvas.rect(60, 200, 80, 20, stroke=0, fill=1)

    content = print_file(Pages(draw))
    assert faults(judged(content)) == set()
    listed = next(check.listed for check in judged(content).checks if check.check == "transparency")
    assert listed == ("Deckkraft unter 100 %: Seite 1",)
    assert "transparency" in faults(judged(content, replace(WISH, standard="PDF/X-1a")))


@pytest.mark.parametrize(
    ("inks", "width", "caught"),
    [
        ((0, 0, 0, 0.35), 0.3, True),
        ((0, 0, 0, 0.35), 0.5, False),
        ((1, 0.55, 0, 0), 0.3, True),
        ((0, 0, 0, 0), 0.3, True),
        ((0, 0, 0, 1), 0.3, False),
        ((1, 0, 0, 0), 0.3, False),
    ],
)
def test_a_fine_line_of_dots_or_several_inks_is_worth_a_look(inks: tuple[float, ...], width: float, caught: bool) -> None:  # noqa: FBT001 - a parameter
    def draw(canvas: Canvas) -> None:
        canvas.setStrokeColorCMYK(*inks)
        canvas.setLineWidth(width)
        canvas.line(60, 200, 200, 200)

    verdict = judged(print_file(Pages(draw)))
    assert (warned(verdict), verdict.passed) == ({"line-width"} if caught else set(), True)


@pytest.mark.parametrize(("words", "near"), [(",,,,", False), ("'''' HHHH", True)])
def test_what_stands_near_the_trim_is_the_ink_of_its_signs(words: str, near: bool) -> None:  # noqa: FBT001 - of a table
    """The boxes of a large face reach farther up than a comma does: what has no ink there cannot be cut off."""

    def large(canvas: Canvas) -> None:
        canvas.setFont("Fira", 60)
        canvas.drawString(100, TRIM[1] - 50, words)

    (check,) = (each for each in judged(print_file(Pages(draw=large))).checks if each.check == "safe-area")
    assert bool(check.findings) is near
    assert all(each.spot is not None and each.spot.height * MM < 45 for each in check.findings)


def test_spaced_letters_reach_farther() -> None:
    def draw(space: float) -> Draw:
        return lambda canvas: canvas.drawString(TRIM[0] - 120, 260, "Ankommen und", charSpace=space)

    assert faults(judged(print_file(Pages(draw(0))))) == set()
    assert faults(judged(print_file(Pages(draw(9))))) == {"safe-area"}


def test_what_has_all_its_ink_outside_of_the_trim_is_the_printers() -> None:
    """The box of the face reaches into the page, the commas do not."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Fira", 20)
        canvas.drawString(60, -6, ",,,,")

    assert faults(judged(print_file(Pages(draw)))) == set()


@pytest.mark.parametrize(("words", "meets"), [(",,,,", False), ("''''", True)])
def test_inks_add_up_where_the_ink_of_a_text_meets_them(words: str, meets: bool) -> None:  # noqa: FBT001 - of a table
    """A text that overprints lies on what its signs meet, not on what the box of its face meets."""

    def draw(canvas: Canvas) -> None:
        canvas.setFillColorCMYK(1, 1, 0.7, 0)
        canvas.rect(60, 230, 200, 20, stroke=0, fill=1)
        canvas.setFillOverprint(True)
        canvas.setFillColorCMYK(0, 0, 0, 1)
        canvas.setFont("Fira", 60)
        canvas.drawString(60, 200, words)
        canvas.setFillOverprint(False)

    assert ("ink" in faults(judged(print_file(Pages(draw))))) is meets
