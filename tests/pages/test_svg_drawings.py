"""Drawings of other programs on a page, as PDFium shows them: what WeasyPrint draws otherwise than SVG says."""

from __future__ import annotations

import pypdfium2
import pytest
from PIL import Image

from kursbuch_press.pages.fonts import close_fontconfig

RED, BLUE, WHITE = (255, 0, 0), (0, 0, 255), (255, 255, 255)


@pytest.fixture(scope="module", autouse=True)
def mended(tmp_path_factory: pytest.TempPathFactory) -> None:
    close_fontconfig(tmp_path_factory.mktemp("fonts"))
    from kursbuch_press.pages.engine.start import replace_functions  # noqa: PLC0415 - it loads Pango, which looks for fonts

    replace_functions()


def seen(inside: str) -> Image.Image:
    """Draw something into a square of 100 x 100, a pixel for a unit."""
    import weasyprint  # noqa: PLC0415 - it looks for fonts when it is imported

    style = "<style>@page { size: 100pt; margin: 0 } body { margin: 0; line-height: 0 }</style>"
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="100pt" height="100pt">{inside}</svg>'
    page = pypdfium2.PdfDocument(weasyprint.HTML(string=style + svg).write_pdf())[0]
    picture: Image.Image = page.render(scale=1).to_pil().convert("RGB")
    return picture


def test_a_pattern_begins_at_its_own_place_and_not_at_the_corner_of_a_shape() -> None:
    tile = '<rect width="40" height="40" fill="#0000ff"/><rect width="20" height="40" fill="#ff0000"/>'
    picture = seen(
        f'<pattern id="p" x="10" y="5" width="40" height="40" patternUnits="userSpaceOnUse">{tile}</pattern>'
        '<rect x="20" width="30" height="100" fill="url(#p)"/><rect x="60" width="30" height="100" fill="url(#p)"/>'
    )
    assert [picture.getpixel((x, 50)) for x in (25, 35, 45, 55, 65, 75, 85)] == [RED, BLUE, BLUE, WHITE, RED, BLUE, BLUE]
    assert {picture.getpixel((25, y)) for y in range(2, 98)} == {RED}, "a gap between tiles"


def test_a_turned_pattern_keeps_its_place() -> None:
    tile = '<rect width="10" height="20" fill="#ff0000"/>'
    turned = 'patternUnits="userSpaceOnUse" patternTransform="translate(5 0) rotate(90)"'
    picture = seen(
        f'<pattern id="p" x="10" width="20" height="20" {turned}>{tile}</pattern>'
        '<rect x="30" y="3" width="50" height="90" fill="url(#p)"/>'
    )
    assert [picture.getpixel((50, y)) for y in (15, 25, 35, 45)] == [RED, WHITE, RED, WHITE]


def test_a_pattern_in_shares_serves_two_shapes() -> None:
    tile = '<rect width="10" height="50" fill="#ff0000"/>'
    picture = seen(
        f'<pattern id="p" width=".5" height="1">{tile}</pattern>'
        '<rect width="40" height="40" fill="url(#p)"/><rect x="50" y="50" width="40" height="40" fill="url(#p)"/>'
    )
    assert [picture.getpixel((x, 20)) for x in (5, 15, 25, 35)] == [RED, WHITE, RED, WHITE]
    assert [picture.getpixel((x, 70)) for x in (55, 65, 75, 85)] == [RED, WHITE, RED, WHITE]


@pytest.mark.parametrize(("end", "seen_at_half"), [("0", (191, 127, 191)), (".2", (178, 102, 178))])
def test_colour_and_opacity_of_a_gradient_run_side_by_side(end: str, seen_at_half: tuple[int, int, int]) -> None:
    stops = f'<stop stop-color="#ff0000"/><stop offset="1" stop-color="#0000ff" stop-opacity="{end}"/>'
    picture = seen(f'<linearGradient id="g">{stops}</linearGradient><rect width="100" height="100" fill="url(#g)"/>')
    assert picture.getpixel((50, 50)) == pytest.approx(seen_at_half, abs=6)
