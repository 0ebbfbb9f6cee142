"""Gradients of drawings, as poppler and PDFium see them before and after they are mended."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageStat

from kursbuch_press.pages.fonts import close_fontconfig
from kursbuch_press.pages.gradients import mend_gradients
from tests import judges

STOPS = '<stop offset="0" stop-color="#005d91"/><stop offset="1" stop-color="#ffd000" stop-opacity="{}"/>'
TURNS = {"straight": "", "turned": 'gradientTransform="rotate(45 .5 .5)"'}
FADES = {"opaque": "1", "fading": ".3"}


@pytest.fixture(scope="session", autouse=True)
def fonts(tmp_path_factory: pytest.TempPathFactory) -> None:
    close_fontconfig(tmp_path_factory.mktemp("fonts"))


def _drawn(turn: str, fade: str) -> bytes:
    import weasyprint  # noqa: PLC0415 - it looks for fonts when it is imported

    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 90" width="90mm" height="90mm">'
        f'<linearGradient id="g" {turn}>{STOPS.format(fade)}</linearGradient>'
        '<rect width="90" height="90" fill="url(#g)"/></svg>'
    )
    html = weasyprint.HTML(string=f"<style>@page {{ size: 90mm; margin: 0 }} body {{ margin: 0 }}</style>{svg}")
    raw: bytes = html.write_pdf()
    return raw


def _mended(raw: bytes) -> bytes:
    with pikepdf.open(BytesIO(raw)) as pdf:
        assert mend_gradients(pdf) == 1
        file = BytesIO()
        pdf.save(file)
        return file.getvalue()


def _is_painted(picture: Image.Image) -> bool:
    """Every ninth of the square has colour, and no line stands out at the right edge."""
    width, height = picture.size
    boxes = [(x * width // 3, y * height // 3, (x + 1) * width // 3, (y + 1) * height // 3) for x in range(3) for y in range(3)]
    return all(ImageStat.Stat(picture.crop(box).convert("L")).mean[0] < 252 for box in boxes)


@pytest.mark.parametrize("turn", TURNS.values(), ids=TURNS)
@pytest.mark.parametrize("fade", FADES.values(), ids=FADES)
def test_pdfium_paints_all_of_a_mended_gradient(turn: str, fade: str) -> None:
    page = pypdfium2.PdfDocument(_mended(_drawn(turn, fade)))[0]
    assert _is_painted(page.render(scale=1).to_pil())


@pytest.mark.judge
@pytest.mark.parametrize("turn", TURNS.values(), ids=TURNS)
@pytest.mark.parametrize("fade", FADES.values(), ids=FADES)
def test_poppler_paints_all_of_a_mended_gradient(turn: str, fade: str, tmp_path: Path) -> None:
    (tmp_path / "mended.pdf").write_bytes(_mended(_drawn(turn, fade)))
    poppler = judges.program("pdftoppm", "poppler-utils")
    judges.run(poppler, "-r", "72", "-png", str(tmp_path / "mended.pdf"), str(tmp_path / "page"))
    with Image.open(tmp_path / "page-1.png") as picture:
        assert _is_painted(picture)


def test_a_pattern_that_repeats_is_left_alone() -> None:
    import weasyprint  # noqa: PLC0415 - as above

    raw = weasyprint.HTML(
        string="<p style='background: linear-gradient(red, blue); background-size: 5mm 5mm'>x</p>",
    ).write_pdf()
    with pikepdf.open(BytesIO(raw)) as pdf:
        assert mend_gradients(pdf) == 0


def test_a_radial_gradient_reaches_its_last_colour_at_the_edge() -> None:
    import weasyprint  # noqa: PLC0415 - it looks for fonts when it is imported

    from kursbuch_press.pages.engine.start import replace_functions  # noqa: PLC0415 - and this imports it

    replace_functions()
    stops = '<stop offset="0" stop-color="#000000"/><stop offset="1" stop-color="#ffffff"/>'
    style = "<style>@page { size: 90mm; margin: 0 } body { margin: 0 }</style>"
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 90" width="90mm" height="90mm">'
        f'<radialGradient id="g">{stops}</radialGradient><rect width="90" height="90" fill="url(#g)"/></svg>'
    )
    page = pypdfium2.PdfDocument(_mended(weasyprint.HTML(string=style + svg).write_pdf()))[0]
    picture = page.render(scale=1).to_pil().convert("L")
    middle, edge = picture.width // 2, picture.width - 2
    assert picture.getpixel((middle, middle)) == pytest.approx(0, abs=6)
    assert picture.getpixel((middle + middle // 2, middle)) == pytest.approx(127, abs=6)
    assert picture.getpixel((edge, middle)) == pytest.approx(255, abs=6)
