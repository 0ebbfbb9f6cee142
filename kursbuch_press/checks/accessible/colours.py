"""What colours look like on a screen, and how strongly two of them differ (WCAG 2.1, relative luminance)."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from kursbuch_press.marks.spaces import Colour, Family, Space

_SET_OFF = 0.05
_LINEAR_BELOW = 0.04045
_BLACK_INK = 0.86
"""How much light full black ink takes away in the middle tones; CMYK without its profile is an estimate."""


class Light(NamedTuple):
    """A colour in sRGB, each part from 0 to 1."""

    red: float
    green: float
    blue: float

    def over(self, ground: Light, opacity: float) -> Light:
        """Give what is seen when this colour lies on another (ISO 32000-1, 11.3.6)."""
        return Light(*(own * opacity + below * (1 - opacity) for own, below in zip(self, ground, strict=True)))

    @property
    def hex(self) -> str:
        """Write it as designers do: #1A2B3C."""
        return "#" + "".join(f"{round(255 * min(max(part, 0.0), 1.0)):02X}" for part in self)


WHITE = Light(1, 1, 1)


def luminance(light: Light) -> float:
    """Give the relative luminance, 0 for black and 1 for white."""
    red, green, blue = (part / 12.92 if part <= _LINEAR_BELOW else ((part + 0.055) / 1.055) ** 2.4 for part in light)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@lru_cache(maxsize=4096)
def contrast(one: Light, other: Light) -> float:
    """Give the contrast ratio of two colours, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + _SET_OFF) / (low + _SET_OFF)


def read_hex(written: str) -> Light | None:
    """Read RRGGBB; None for anything else, such as Word's „auto“."""
    try:
        parts = bytes.fromhex(written.removeprefix("#"))
    except ValueError:
        return None
    return Light(*(part / 255 for part in parts)) if len(parts) == len(WHITE) else None


@lru_cache(maxsize=4096)
def light_of(colour: Colour) -> Light | None:
    """Give a colour of a PDF as a screen shows it; None for patterns and inks of unknown looks."""
    space, values = colour.space, tuple(min(max(value, 0.0), 1.0) for value in colour.values)
    if colour.pattern:
        return None
    if space.name == "Indexed" and space.below is not None:
        return _light_of_index(space.below, space.table, colour.values)
    if len(values) != space.components or not values:
        return None
    known: Light | None = None
    match space.family:
        case Family.GREY:
            known = Light(values[0], values[0], values[0])
        case Family.RGB:
            known = Light(*values)
        case Family.CMYK:
            known = _light_of_inks(values)
        case Family.SPOT:
            known = _light_of_spots(space, values)
        case Family.LAB:
            known = _light_of_lab(colour.values)
        case _:
            pass
    return known


def _light_of_index(base: Space, table: bytes, values: tuple[float, ...]) -> Light | None:
    index = int(values[0]) * base.components if values else 0
    entry = table[index : index + base.components]
    return light_of(Colour(base, tuple(value / 255 for value in entry)))


def _light_of_inks(values: tuple[float, ...]) -> Light:
    """Estimate CMYK on the light side, as printed ink is: grey of 60 % black is lighter than 40 % light."""
    *colours, black = values
    return Light(*((1 - ink) * (1 - black * _BLACK_INK - black * black * (1 - _BLACK_INK)) for ink in colours))


def _light_of_spots(space: Space, values: tuple[float, ...]) -> Light | None:
    """Give none of an ink as paper, and black by name; how another ink looks, only its function knows."""
    if not any(values):
        return WHITE
    if space.inks == ("Black",):
        return _light_of_inks((0.0, 0.0, 0.0, values[0]))
    return Light(0, 0, 0) if space.inks == ("All",) and values[0] >= 1 else None


def _light_of_lab(values: tuple[float, ...]) -> Light | None:
    """Turn CIELAB with the white of D50 into sRGB, as far as a screen can show it (IEC 61966-2-1)."""
    if len(values) != len(WHITE):
        return None
    level, a, b = values
    fy = (level + 16) / 116
    x, y, z = (white * _cube(part) for white, part in ((0.9642, fy + a / 500), (1.0, fy), (0.8249, fy - b / 200)))
    linear = (
        3.1339 * x - 1.6169 * y - 0.4906 * z,
        -0.9788 * x + 1.9161 * y + 0.0335 * z,
        0.0719 * x - 0.2290 * y + 1.4052 * z,
    )
    clipped = (min(max(part, 0.0), 1.0) for part in linear)
    return Light(*(12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055 for part in clipped))  # noqa: PLR2004 - the curve of sRGB, IEC 61966-2-1


def _cube(part: float) -> float:
    return part**3 if part > 6 / 29 else 3 * (6 / 29) ** 2 * (part - 4 / 29)
