"""Colours to ink: swatches become their own CMYK, neutrals become black alone, everything else goes through the profile."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageCms, ImageMath

from kursbuch_press.pages.palette import Palette
from kursbuch_press.pages.printing.finish import OutputCondition
from kursbuch_press.problems import PressError

Rgb = tuple[float, float, float]
Cmyk = tuple[float, float, float, float]

RELATIVE = ImageCms.Intent.RELATIVE_COLORIMETRIC
BLACK_POINT = ImageCms.Flags.BLACKPOINTCOMPENSATION
# Two of 256 steps apart: what rounding makes of a grey. sRGB greys with more colour than that are meant to be coloured.
_NEUTRAL = 2.01 / 255
_HALF_A_STEP = 0.02  # WeasyPrint writes six digits, so a swatch is never further from its eight bits than this


class Inks:
    """Converts colours for one output condition; all values are shares from 0 to 1."""

    def __init__(self, palette: Palette, condition: OutputCondition, limit: float) -> None:
        """Read the profile; one that is not CMYK is a mistake in the printer profile and raises PressError."""
        self.profile = open_profile(condition.icc, "CMYK")
        self.limit = limit / 100
        self._swatches = {
            swatch.rgb: _share(swatch.ink(condition.identifier)) for swatch in reversed(palette.swatches.values())
        }
        self._to_ink = transform(ImageCms.createProfile("sRGB"), self.profile, "RGB", "CMYK")
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

    def through_profile_all(self, colours: tuple[Rgb, ...]) -> tuple[Cmyk, ...]:
        """Convert colours by the profile; lcms takes as long for one as for a hundred."""
        picture = Image.frombytes(
            "RGB", (len(colours), 1), bytes(_eight_bits(value) for rgb in colours for value in rgb),
        )
        inks = self.picture(picture).tobytes()
        return tuple(
            (inks[at] / 255, inks[at + 1] / 255, inks[at + 2] / 255, inks[at + 3] / 255)
            for at in range(0, len(inks), 4)
        )

    def picture(self, picture: Image.Image) -> Image.Image:
        """Convert a whole RGB picture by the profile and keep it under the ink limit."""
        inked = ImageCms.applyTransform(picture, self._to_ink)
        assert inked is not None
        return limit_ink(inked, self.limit)

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


def open_profile(icc: bytes, space: str) -> ImageCms.ImageCmsProfile:
    """Open an ICC profile and see that it is for this colour space (the space is named at byte 16 of its header)."""
    if icc[16:20].decode("ascii", "replace").strip() != space:
        raise PressError(f"Das Farbprofil ist nicht für {space} gemacht.")
    try:
        return ImageCms.ImageCmsProfile(BytesIO(icc))
    except OSError as error:
        raise PressError("Das Farbprofil ist beschädigt.") from error


def transform(
    source: object, target: object, mode_in: str, mode_out: str,
) -> ImageCms.ImageCmsTransform:
    """Build a relative colorimetric transform with black point compensation."""
    return ImageCms.buildTransform(
        source, target, mode_in, mode_out, renderingIntent=RELATIVE, flags=BLACK_POINT,  # type: ignore[arg-type]
    )


def limit_ink(picture: Image.Image, limit: float) -> Image.Image:
    """Take colour away from the pixels of a CMYK picture that are over the limit; profiles for offset stay under 300 %."""
    top = limit * 255
    cyan, magenta, yellow, black = picture.split()
    colour = ImageMath.lambda_eval(
        lambda a: a["float"](a["c"]) + a["m"] + a["y"], c=cyan, m=magenta, y=yellow,
    )
    total = ImageMath.lambda_eval(lambda a: a["colour"] + a["k"], colour=colour, k=black)
    if total.getextrema()[1] <= top:
        return picture
    factor = ImageMath.lambda_eval(
        lambda a: a["min"]((top - a["k"]) / a["max"](a["colour"], 1), 1.0), colour=colour, k=black,
    )
    reduced = (
        ImageMath.lambda_eval(lambda a, band=band: a["convert"](band * a["f"], "L"), f=factor)
        for band in (cyan, magenta, yellow)
    )
    return Image.merge("CMYK", (*reduced, black))


def _black_curve(profile: ImageCms.ImageCmsProfile) -> tuple[int, ...]:
    """Give for each of 256 greys the black (0 to 255) that looks as light, with the black point compensated.

    Black alone is not as dark as four inks, so all greys are moved up a little: black stays 100 % and steps stay apart.
    """
    ramp = Image.frombytes("CMYK", (256, 1), b"".join(bytes((0, 0, 0, k)) for k in range(256)))
    to_lab = ImageCms.buildTransform(profile, ImageCms.createProfile("LAB"), "CMYK", "LAB", renderingIntent=RELATIVE)
    lab = ImageCms.applyTransform(ramp, to_lab)
    assert lab is not None
    light = [_luminance(value / 255 * 100) for value in lab.getchannel(0).tobytes()]
    darkest = light[-1]
    curve = []
    for grey in range(256):
        wanted = darkest + (1 - darkest) * linear(grey / 255)
        curve.append(min(range(256), key=lambda k, wanted=wanted: abs(light[k] - wanted)))  # type: ignore[misc]
    curve[0], curve[255] = 255, 0
    return tuple(curve)


def _luminance(lightness: float) -> float:
    """CIE L* to Y."""
    return float(((lightness + 16) / 116) ** 3 if lightness > 8 else lightness / 903.3)  # noqa: PLR2004 - CIE 15


def linear(value: float) -> float:
    """Undo the curve of sRGB (IEC 61966-2-1)."""
    return float(value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4)  # noqa: PLR2004 - the standard


def _eight_bits(value: float) -> int:
    return max(0, min(255, round(value * 255)))


def _share(percent: tuple[float, float, float, float]) -> Cmyk:
    return percent[0] / 100, percent[1] / 100, percent[2] / 100, percent[3] / 100
