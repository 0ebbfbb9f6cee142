"""Colours to ink: swatches become their own CMYK, neutrals black alone, the rest goes through the profile."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, partial
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms, ImageMath

from kursbuch_press.pages.palette import Palette
from kursbuch_press.pages.prepress import wording
from kursbuch_press.pages.prepress.finish import OutputCondition
from kursbuch_press.problems import PressError

Rgb = tuple[float, float, float]
Cmyk = tuple[float, float, float, float]

RELATIVE = ImageCms.Intent.RELATIVE_COLORIMETRIC
BLACK_POINT = ImageCms.Flags.BLACKPOINTCOMPENSATION
# Two of 256 steps apart: what rounding makes of a grey. sRGB greys with more colour than that are meant to be
# coloured.
_NEUTRAL = 2.01 / 255
# WeasyPrint writes six digits, so a swatch is never further from its eight bits than this.
_HALF_A_STEP = 0.02


class Inks:
    """Converts colours for one output condition; all values are shares from 0 to 1."""

    def __init__(self, palette: Palette, condition: OutputCondition, limit: float) -> None:
        """Read the profile; one that is not CMYK raises PressError."""
        self.profile = open_profile(condition.icc, "CMYK")
        self.limit = limit / 100
        self._swatches = {
            swatch.rgb: _share(swatch.ink(condition.identifier)) for swatch in reversed(palette.swatches.values())
        }
        self._to_ink = transform(srgb(), self.profile, ("RGB", "CMYK"))
        self.black_curve = _black_curve(self.profile)
        self.of = lru_cache(maxsize=None)(self._of)
        self.fingerprint = repr((sorted(self._swatches.items()), self.limit)).encode()

    def _of(self, rgb: Rgb) -> Cmyk:
        """Give the ink of an sRGB colour."""
        found = self.named(rgb)
        if found is not None:
            return found
        return self.neutral(rgb) if is_neutral(rgb) else self.through_profile_all((rgb,))[0]

    def named(self, rgb: Rgb) -> Cmyk | None:
        """Give the ink of the swatch that has exactly this sRGB value."""
        steps = tuple(value * 255 for value in rgb)
        nearest = (round(steps[0]), round(steps[1]), round(steps[2]))
        exact = all(abs(step - near) < _HALF_A_STEP for step, near in zip(steps, nearest, strict=True))
        return self._swatches.get(nearest) if exact else None

    def neutral(self, rgb: Rgb) -> Cmyk:
        """Give the black that looks as light as this grey."""
        return (0.0, 0.0, 0.0, self.black_curve[_eight_bits(sum(rgb) / 3)] / 255)

    def through_profile_all(self, colours: Sequence[Rgb]) -> tuple[Cmyk, ...]:
        """Convert colours by the profile; lcms takes as long for one as for a hundred."""
        values = bytes(_eight_bits(value) for rgb in colours for value in rgb)
        row = Image.frombytes("RGB", (len(colours), 1), values)
        inks = [value / 255 for value in apply(row, self._to_ink).tobytes()]
        return tuple(self.limited((inks[at], inks[at + 1], inks[at + 2], inks[at + 3])) for at in range(0, len(inks), 4))

    def picture(self, picture: Image.Image) -> Image.Image:
        """Convert a whole RGB picture by the profile and keep it under the ink limit."""
        return limit_ink(apply(picture, self._to_ink), self.limit)

    def limited(self, ink: Cmyk) -> Cmyk:
        """Take colour, never black, away from an ink that is over the limit."""
        colour, black = sum(ink[:3]), ink[3]
        if colour + black <= self.limit or not colour:
            return ink
        factor = max(0.0, self.limit - black) / colour
        return ink[0] * factor, ink[1] * factor, ink[2] * factor, black


def is_neutral(rgb: Rgb) -> bool:
    """Tell whether a colour is a grey, black or white."""
    return max(rgb) - min(rgb) <= _NEUTRAL


def srgb() -> ImageCms.ImageCmsProfile:
    """Give lcms's own sRGB profile."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


def open_profile(icc: bytes, space: str) -> ImageCms.ImageCmsProfile:
    """Open an ICC profile and see that it is for this colour space (named at byte 16 of its header)."""
    if icc[16:20].decode("ascii", "replace").strip() != space:
        raise PressError(wording.OTHER_SPACE.format(space=space))
    try:
        return ImageCms.ImageCmsProfile(BytesIO(icc))
    except OSError as error:
        raise PressError(wording.BROKEN_PROFILE) from error


def transform(
    source: ImageCms.ImageCmsProfile,
    target: ImageCms.ImageCmsProfile,
    modes: tuple[str, str],
) -> ImageCms.ImageCmsTransform:
    """Build a relative colorimetric transform with black point compensation."""
    return ImageCms.buildTransform(
        source,
        target,
        *modes,
        renderingIntent=RELATIVE,
        flags=BLACK_POINT,
    )


def apply(picture: Image.Image, conversion: ImageCms.ImageCmsTransform) -> Image.Image:
    """Convert a picture.

    Pillow's own ``applyTransform`` writes the profile anew into every picture, which takes 30 ms each time.
    """
    converted = Image.new(conversion.output_mode, picture.size)
    conversion.transform.apply(picture.getim(), converted.getim())
    return converted


def limit_ink(picture: Image.Image, limit: float) -> Image.Image:
    """Take colour away from the pixels of a CMYK picture that are over the limit (a share: 3 is 300 %)."""
    cyan, magenta, yellow, black = picture.split()
    bands = {"c": cyan, "m": magenta, "y": yellow, "k": black}
    if most_ink(picture) <= limit:
        return picture

    def reduced(a: dict[str, Any], band: str) -> Any:  # noqa: ANN401 - Pillow names neither operands nor functions
        colour = a["float"](a["c"]) + a["m"] + a["y"]
        factor = a["min"](a["max"](limit * 255 - a["float"](a["k"]), 0.0) / a["max"](colour, 1.0), 1.0)
        return a["convert"](a["float"](a[band]) * factor, "L")

    colours = (ImageMath.lambda_eval(partial(reduced, band=band), **bands) for band in "cmy")
    return Image.merge("CMYK", (*colours, black))


def most_ink(picture: Image.Image) -> float:
    """Give the most ink on a pixel of a CMYK picture, as a share."""
    bands = dict(zip("cmyk", picture.split(), strict=True))
    total = ImageMath.lambda_eval(lambda a: a["float"](a["c"]) + a["m"] + a["y"] + a["k"], **bands)
    return float(total.getextrema()[1]) / 255


def _black_curve(profile: ImageCms.ImageCmsProfile) -> tuple[int, ...]:
    """Give for each of 256 greys the black (0 to 255) that looks as light, with the black point compensated.

    Black alone is not as dark as four inks, so all greys are moved up a little: black stays 100 % and steps
    stay apart.
    """
    ramp = Image.frombytes("CMYK", (256, 1), b"".join(bytes((0, 0, 0, k)) for k in range(256)))
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    to_lab = ImageCms.buildTransform(profile, lab, "CMYK", "LAB", renderingIntent=RELATIVE)
    light = [_luminance(value / 255 * 100) for value in apply(ramp, to_lab).getchannel(0).tobytes()]
    darkest = light[-1]
    wanted = (darkest + (1 - darkest) * linear(grey / 255) for grey in range(256))
    curve = [_nearest(light, luminance) for luminance in wanted]
    curve[0], curve[255] = 255, 0
    return tuple(curve)


def _nearest(light: list[float], wanted: float) -> int:
    return min(range(256), key=lambda black: abs(light[black] - wanted))


def _luminance(lightness: float) -> float:
    """CIE L* to Y."""
    return float(((lightness + 16) / 116) ** 3 if lightness > 8 else lightness / 903.3)  # noqa: PLR2004 - CIE 15


def linear(value: float) -> float:
    """Undo the curve of sRGB (IEC 61966-2-1)."""
    return float(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)  # noqa: PLR2004 - IEC


def _eight_bits(value: float) -> int:
    return max(0, min(255, round(value * 255)))


def _share(percent: tuple[float, float, float, float]) -> Cmyk:
    return percent[0] / 100, percent[1] / 100, percent[2] / 100, percent[3] / 100
