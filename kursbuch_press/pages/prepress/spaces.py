"""Colour spaces of PDF: which family one belongs to, and its colours as sRGB."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from pikepdf import Array, Dictionary, Name, Object

from kursbuch_press.pages.prepress import wording
from kursbuch_press.problems import PressError


class Family(StrEnum):
    """The families that drawn pages may use; ICC profiles count by their number of components."""

    GREY = "grey"
    RGB = "rgb"
    CMYK = "cmyk"
    LAB = "lab"
    PATTERN = "pattern"


_DEVICE = {
    "/DeviceGray": Family.GREY,
    "/CalGray": Family.GREY,
    "/G": Family.GREY,
    "/DeviceRGB": Family.RGB,
    "/CalRGB": Family.RGB,
    "/RGB": Family.RGB,
    "/DeviceCMYK": Family.CMYK,
    "/CMYK": Family.CMYK,
    "/Lab": Family.LAB,
    "/Pattern": Family.PATTERN,
}
_BY_COMPONENTS = {1: Family.GREY, 3: Family.RGB, 4: Family.CMYK}


def family(space: Object, resources: Object | None = None) -> Family:
    """Tell the family of a colour space; one that WeasyPrint never writes is refused, not guessed at."""
    if isinstance(space, Name) and str(space) in _DEVICE:
        return _DEVICE[str(space)]
    if isinstance(space, Name) and resources is not None:
        named = resources.get("/ColorSpace", Dictionary()).get(str(space))
        if named is not None:
            return family(named)
    if isinstance(space, Array) and len(space):
        if str(space[0]) == "/ICCBased":
            return _BY_COMPONENTS[int(space[1].N)]
        if str(space[0]) in _DEVICE:
            return _DEVICE[str(space[0])]
    raise PressError(wording.NO_SPACE.format(space=repr(space)))


def lab_to_rgb(lab: Sequence[float]) -> tuple[float, float, float]:
    """Convert CIE L*a*b* (D50) to sRGB, clipped; stylesheets and drawings may write lab() and oklch()."""
    fy = (lab[0] + 16) / 116
    xyz = [_cube(f) * white for f, white in zip((fy + lab[1] / 500, fy, fy - lab[2] / 200), _D50, strict=True)]
    red, green, blue = (_curve(sum(m * v for m, v in zip(row, xyz, strict=True))) for row in _XYZ_D50_TO_SRGB)
    return red, green, blue


_D50 = (0.964296, 1.0, 0.825105)
# CSS Color 4, section 18: D50 XYZ to linear sRGB, Bradford adapted.
_XYZ_D50_TO_SRGB = (
    (3.1341359569958707, -1.6173863321612538, -0.4906619460083532),
    (-0.978795502912089, 1.916254567259524, 0.03344273116131949),
    (0.07195537988411677, -0.2289768264158322, 1.405386058324125),
)


def _cube(value: float) -> float:
    return float(value**3 if value**3 > 216 / 24389 else (116 * value - 16) / (24389 / 27))


def _curve(value: float) -> float:
    value = max(0.0, min(1.0, value))
    return float(12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055)  # noqa: PLR2004 - IEC 61966-2-1
