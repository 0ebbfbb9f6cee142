"""Colour spaces and colours: which family they belong to, and how much ink they mean (ISO 32000-1, 8.6)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

import pikepdf
from pikepdf import Array, Name, Object, Stream

from kursbuch_press.limits import Budget
from kursbuch_press.marks.streams import read_stream

DEPTH = 8
"""Colour spaces inside colour spaces; PDF allows three, and a file may be a snake that bites its tail."""


class Family(StrEnum):
    """What the numbers of a colour mean in the end."""

    GREY = "grey"
    RGB = "rgb"
    CMYK = "cmyk"
    LAB = "lab"
    SPOT = "spot"
    PATTERN = "pattern"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Space:
    """A colour space. ``name`` is how PDF calls it; ``inks`` are the colorants of Separation and DeviceN.

    ``below`` is the base of an Indexed space and the alternate of a Separation; ``table`` holds the colours
    of an Indexed one.
    """

    name: str
    family: Family
    components: int
    inks: tuple[str, ...] = ()
    below: Space | None = None
    table: bytes = field(default=b"", repr=False)

    @property
    def has_profile(self) -> bool:
        """Whether colours go through an ICC profile of their own."""
        return self.name == "ICCBased" or (self.name == "Indexed" and bool(self.below and self.below.has_profile))

    def layers(self) -> Iterator[Space]:
        """Give the space and those below it."""
        yield self
        if self.below is not None:
            yield from self.below.layers()

    def start(self) -> tuple[float, ...]:
        """Give the colour that holds when the space has just been chosen (ISO 32000-1, 8.6.3)."""
        if self.family is Family.CMYK and self.name != "Indexed":
            return (0.0, 0.0, 0.0, 1.0)
        if self.family is Family.SPOT:
            return (1.0,) * self.components
        return (0.0,) * self.components


GREY = Space("DeviceGray", Family.GREY, 1)
RGB = Space("DeviceRGB", Family.RGB, 3)
CMYK = Space("DeviceCMYK", Family.CMYK, 4)
PATTERN = Space("Pattern", Family.PATTERN, 0)
UNKNOWN = Space("unknown", Family.UNKNOWN, 0)

DEVICE = {
    "/DeviceGray": GREY,
    "/G": GREY,
    "/DeviceRGB": RGB,
    "/RGB": RGB,
    "/DeviceCMYK": CMYK,
    "/CMYK": CMYK,
    "/Pattern": PATTERN,
    "/CalGray": Space("CalGray", Family.GREY, 1),
    "/CalRGB": Space("CalRGB", Family.RGB, 3),
    "/Lab": Space("Lab", Family.LAB, 3),
}
_BY_COMPONENTS = {1: Family.GREY, 3: Family.RGB, 4: Family.CMYK}


def read_space(written: Object | None, budget: Budget, depth: int = 0) -> Space:
    """Read a colour space; what cannot be read is UNKNOWN, and the check of colours says so."""
    budget.spend()
    if isinstance(written, Name):
        return DEVICE.get(str(written), UNKNOWN)
    if not isinstance(written, Array) or not len(written) or depth > DEPTH:
        return UNKNOWN
    try:
        return _read_array(written, budget, depth)
    except (AttributeError, IndexError, KeyError, TypeError, ValueError, pikepdf.PdfError):
        return UNKNOWN


def _read_array(written: Array, budget: Budget, depth: int) -> Space:
    kind = str(written[0])
    if kind == "/ICCBased":
        components = int(written[1].get("/N", 0))
        return Space("ICCBased", _BY_COMPONENTS.get(components, Family.UNKNOWN), components)
    if kind in {"/Indexed", "/I"}:
        base = read_space(written[1], budget, depth + 1)
        table = read_stream(written[3], budget) if isinstance(written[3], Stream) else bytes(written[3])
        return Space("Indexed", base.family, 1, base.inks, base, table)
    if kind == "/Separation":
        return Space("Separation", Family.SPOT, 1, (_plain(written[1]),), read_space(written[2], budget, depth + 1))
    if kind == "/DeviceN":
        inks = tuple(_plain(ink) for ink in written[1])
        return Space("DeviceN", Family.SPOT, len(inks), inks, read_space(written[2], budget, depth + 1))
    if kind == "/Pattern":
        below = read_space(written[1], budget, depth + 1) if len(written) > 1 else None
        return Space("Pattern", Family.PATTERN, 0, below=below)
    return DEVICE.get(kind, UNKNOWN)


def _plain(name: Object) -> str:
    return str(name).removeprefix("/")


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour as it is painted; ``pattern`` names what is painted instead of a plain colour."""

    space: Space
    values: tuple[float, ...]
    pattern: str = ""


BLACK = Colour(GREY, (0.0,))
"""What is painted before any colour is chosen."""


@dataclass(frozen=True, slots=True)
class Ink:
    """How much of each ink lies on the paper, 1 for full; ``spots`` adds up all inks of their own."""

    cyan: float = 0.0
    magenta: float = 0.0
    yellow: float = 0.0
    black: float = 0.0
    spots: float = 0.0

    @property
    def total(self) -> float:
        """The sum of all inks."""
        return self.cyan + self.magenta + self.yellow + self.black + self.spots

    @property
    def coloured(self) -> float:
        """The sum of all inks but black."""
        return self.total - self.black


PROCESS = ("Cyan", "Magenta", "Yellow", "Black")


@lru_cache(maxsize=4096)
def ink_of(colour: Colour) -> Ink | None:
    """Give the ink of a colour; None where only a conversion through a profile could tell (RGB, Lab)."""
    space, values = colour.space, colour.values
    if space.name == "Indexed" and space.below is not None:
        return _ink_of_index(space.below, space.table, values)
    if len(values) != space.components or not values:
        return None
    match space.family:
        case Family.GREY:
            return Ink(black=1 - _clip(values[0]))
        case Family.CMYK:
            return Ink(*(_clip(value) for value in values))
        case Family.SPOT:
            return _ink_of_spots(space.inks, values)
        case _:
            return Ink() if space.family is Family.RGB and min(values) >= 1 else None


def _ink_of_index(base: Space, table: bytes, values: tuple[float, ...]) -> Ink | None:
    index = int(values[0]) * base.components if values else 0
    entry = table[index : index + base.components]
    return ink_of(Colour(base, tuple(value / 255 for value in entry)))


def _ink_of_spots(inks: tuple[str, ...], values: tuple[float, ...]) -> Ink:
    amounts = dict.fromkeys(PROCESS, 0.0)
    spots = 0.0
    for ink, value in zip(inks, values, strict=True):
        if ink in amounts:
            amounts[ink] += _clip(value)
        elif ink == "All":  # registration: every plate
            amounts = {name: amount + _clip(value) for name, amount in amounts.items()}
        elif ink != "None":
            spots += _clip(value)
    cyan, magenta, yellow, black = amounts.values()
    return Ink(cyan, magenta, yellow, black, spots)


def _clip(value: float) -> float:
    return min(max(value, 0.0), 1.0)
