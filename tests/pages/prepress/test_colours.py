"""Every colour on a page becomes the ink that it should."""

from __future__ import annotations

import re
from dataclasses import replace

import pypdfium2
import pytest

from kursbuch_press.pages.prepress import PrintFinish, finish_and_tell, finish_print
from tests.pages.prepress import Draw, colour_spaces, contents


def _fills(pdf: bytes) -> set[tuple[float, ...]]:
    found = re.findall(r"^([\d. ]+) k$", contents(pdf), re.MULTILINE)
    return {tuple(float(value) for value in values.split()) for values in found}


def test_each_swatch_becomes_exactly_its_cmyk(draw: Draw, finish: PrintFinish) -> None:
    for name, swatch in finish.palette.swatches.items():
        raw = draw(f'<p style="color:{swatch.srgb}">{name}</p>')
        assert tuple(round(value / 100, 4) for value in swatch.cmyk) in _fills(finish_print(raw, finish)), name


def test_a_swatch_may_have_other_ink_for_another_condition(draw: Draw, finish: PrintFinish) -> None:
    elbe = finish.palette.swatches["elbe"].model_copy(update={"conditions": {"FOGRA52": (90, 40, 5, 5)}})
    palette = finish.palette.model_copy(update={"swatches": {"elbe": elbe}})
    other = replace(finish, palette=palette, condition=replace(finish.condition, identifier="FOGRA52"))
    assert (0.9, 0.4, 0.05, 0.05) in _fills(finish_print(draw('<p style="color:#005d91">x</p>'), other))


@pytest.mark.parametrize("grey", ["#000000", "#333333", "#808080", "#818080", "#cccdcc", "#fefefe"])
def test_greys_that_are_no_swatch_print_in_black_alone(draw: Draw, finish: PrintFinish, grey: str) -> None:
    inks = _fills(finish_print(draw(f'<p style="color:{grey}">x</p>'), finish))
    assert inks
    assert all(ink[:3] == (0, 0, 0) for ink in inks)


def test_black_is_full_black_and_greys_keep_their_order(draw: Draw, finish: PrintFinish) -> None:
    def black(grey: str) -> float:
        return max(ink[3] for ink in _fills(finish_print(draw(f'<b style="color:{grey}">x</b>'), finish)))

    blacks = [black(grey) for grey in ("#000000", "#222222", "#555555", "#999999", "#dddddd")]
    assert blacks[0] == 1
    assert blacks == sorted(blacks, reverse=True)
    assert len(set(blacks)) == len(blacks)


def test_other_colours_go_through_the_profile_and_are_listed(draw: Draw, finish: PrintFinish) -> None:
    finished = finish_and_tell(draw('<p style="color:#ff0000">x</p><p style="color:#005d91">y</p>'), finish)
    assert [each.rgb for each in finished.colours] == [(1, 0, 0)]
    cyan, magenta, yellow, black = finished.colours[0].cmyk
    assert cyan < 0.05
    assert magenta > 0.85
    assert yellow > 0.85
    assert black < 0.05


@pytest.mark.parametrize("colour", ["lab(50% 40 -30)", "oklch(60% .1 200)", "hsl(200 50% 50%)", "rgb(10 200 30 / 40%)"])
def test_no_rgb_is_left_however_a_colour_is_written(draw: Draw, finish: PrintFinish, colour: str) -> None:
    pdf = finish_print(draw(f'<p style="color:{colour};background:{colour}">x</p>'), finish)
    assert colour_spaces(pdf) <= {"/DeviceCMYK", "/DeviceGray"}
    assert not re.search(r"\b(?:rg|RG|lab-d50|lab-d65)\b", contents(pdf))


def test_black_text_overprints_only_when_asked_and_white_text_never(draw: Draw, finish: PrintFinish) -> None:
    raw = draw('<p style="background:#e1ebf8">a <span style="color:#ffffff">b</span> c</p><p>d</p>')
    plain = contents(finish_print(raw, finish))
    over = contents(finish_print(raw, replace(finish, black_overprint=True)))
    assert "Overprint" not in plain
    states = re.findall(r"/Kursbuch(Overprint|Knockout) gs|(0 0 0 0) k|TJ$", over, re.MULTILINE)
    assert [a or b or "text" for a, b in states] == [
        "Overprint", "text", "Knockout", "0 0 0 0", "text", "Overprint", "text", "text", "Knockout",
    ]  # fmt: skip


def test_ink_over_the_limit_loses_colour_but_no_black(draw: Draw, finish: PrintFinish) -> None:
    raw = draw('<p style="background:#1a2a10;color:#102008">x</p>')
    for ink in _fills(finish_print(raw, replace(finish, ink_limit=200))):
        assert sum(ink) <= 2.001


@pytest.mark.parametrize("shape", ['<rect x="20" y="20" width="60" height="60"', '<path d="M20 20H80V80H20z"'])
def test_through_a_line_that_is_not_opaque_the_fill_shows_everywhere(draw: Draw, finish: PrintFinish, shape: str) -> None:
    line = 'fill="#ffffff" stroke="#000000" stroke-width="20" stroke-opacity=".5"/>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><rect width="100" height="100"/>{shape} {line}</svg>'
    raw = draw('<img src="press:s">', {"press:s": (svg.encode(), "image/svg+xml")})
    page = pypdfium2.PdfDocument(finish_print(raw, finish))[0].render(scale=2).to_pil().convert("L")
    # The picture is 60 mm wide and stands 13 mm from the upper left corner; the line covers the fill from 20 to 30.
    across, down = (round((13 + 60 * share) * 72 / 25.4 * 2) for share in (0.25, 0.5))
    assert page.getpixel((across, down)) == pytest.approx(146, abs=12)
