"""Colour spaces of PDF are told apart, and CIE L*a*b* becomes the sRGB that CSS Color 4 gives."""

from __future__ import annotations

import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf

from kursbuch_press.pages.prepress.spaces import Family, family, lab_to_rgb
from kursbuch_press.problems import PressError


@pytest.mark.parametrize(
    ("lab", "rgb"),
    [
        ((54.2905, 80.8049, 69.8910), (1, 0, 0)),
        ((87.8185, -79.2711, 80.9946), (0, 1, 0)),
        ((29.5683, 68.2874, -112.0297), (0, 0, 1)),
        ((0, 0, 0), (0, 0, 0)),
        ((100, 0, 0), (1, 1, 1)),
        ((50, 0, 0), (0.46633, 0.46633, 0.46633)),
    ],
)
def test_the_corners_of_srgb_are_where_css_says(lab: tuple[float, float, float], rgb: tuple[float, float, float]) -> None:
    assert lab_to_rgb(lab) == pytest.approx(rgb, abs=1e-4)


@pytest.mark.parametrize("lightness", [0.5, 1, 2, 2.7])
def test_dark_greys_grow_straight_with_their_lightness(lightness: float) -> None:
    """CIE and sRGB are both straight lines there: of slope 27/24389 and 12.92."""
    grey = lightness * 27 / 24389 * 12.92
    assert lab_to_rgb((lightness, 0, 0)) == pytest.approx((grey, grey, grey), abs=1e-6)


@pytest.mark.parametrize("lightness", [3, 6, 7.99, 8.01, 9])
def test_greys_have_no_step_where_the_curves_begin(lightness: float) -> None:
    lower, at, upper = (lab_to_rgb((lightness + step, 0, 0))[1] for step in (-0.05, 0, 0.05))
    assert at - lower == pytest.approx(upper - at, rel=0.02)
    assert upper > at


@pytest.mark.parametrize(
    ("space", "told"),
    [
        (Name.DeviceGray, Family.GREY),
        (Name.CalGray, Family.GREY),
        (Name("/RGB"), Family.RGB),
        (Name.DeviceCMYK, Family.CMYK),
        (Name.Pattern, Family.PATTERN),
        (Array([Name.Lab, Dictionary()]), Family.LAB),
        (Array([Name.Pattern, Name.DeviceRGB]), Family.PATTERN),
    ],
)
def test_a_space_is_known_by_its_name(space: Object, told: Family) -> None:
    assert family(space) is told


@pytest.mark.parametrize(("components", "told"), [(1, Family.GREY), (3, Family.RGB), (4, Family.CMYK)])
def test_a_profile_counts_by_its_components_also_where_the_resources_name_it(components: int, told: Family) -> None:
    pdf = Pdf.new()
    profile = Array([Name.ICCBased, pdf.make_stream(b"", N=components)])
    assert family(profile) is told
    assert family(Name("/cs1"), Dictionary({"/ColorSpace": Dictionary({"/cs1": profile})})) is told


@pytest.mark.parametrize(
    ("space", "resources"),
    [
        (Name("/cs1"), None),
        (Name("/cs1"), Dictionary()),
        (Array([]), None),
        (Array([Name.Separation, Name("/Gold")]), Dictionary()),
    ],
)
def test_a_space_that_nobody_named_is_refused(space: Object, resources: Object | None) -> None:
    with pytest.raises(PressError):
        family(space, resources)
