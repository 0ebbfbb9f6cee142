"""Two ways to write a colour: as ink on the four plates, or as the lightness of a soft mask."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from kursbuch_press.pages.prepress.inks import Cmyk, Inks, Rgb, is_neutral
from kursbuch_press.pages.prepress.spaces import Family, lab_to_rgb

Values = tuple[float, ...]


class Target(Protocol):
    """Where colours go: the operators that set one, and the colour space."""

    @property
    def fill(self) -> str: ...
    @property
    def stroke(self) -> str: ...
    @property
    def space(self) -> str: ...
    @property
    def components(self) -> int: ...

    def of(self, kind: Family, values: Sequence[float]) -> Values:
        """Give a colour in the space of this target."""
        ...

    def ramp(self, kind: Family, ends: tuple[Values, Values], shares: Sequence[float]) -> list[Values]:
        """Give the colours of a gradient at these shares of its way."""
        ...


class Plates:
    """Ink: DeviceCMYK."""

    fill, stroke, space, components = "k", "K", "/DeviceCMYK", 4

    def __init__(self, inks: Inks) -> None:
        """Keep the inks of the output condition."""
        self.inks = inks
        self.converted: dict[Rgb, Cmyk] = {}

    def of(self, kind: Family, values: Sequence[float]) -> Values:
        """Give four shares of ink."""
        if kind is Family.CMYK:
            return self.inks.limited((values[0], values[1], values[2], values[3]))
        rgb = _rgb(kind, values)
        ink = self.inks.of(rgb)
        if self.inks.named(rgb) is None:
            self.converted[rgb] = ink
        return ink

    def ramp(self, kind: Family, ends: tuple[Values, Values], shares: Sequence[float]) -> list[Values]:
        """Convert a gradient step by step, so that its middle looks as on the screen.

        Its ends get their exact inks: the profile separates a swatch a little differently from its master.
        The difference at both ends is spread over the gradient: no step shows, and where it meets a plain
        area of the swatch the inks are the same.
        """
        if kind is Family.CMYK:
            return [_between(ends, share) for share in shares]
        first, last = _rgb(kind, ends[0]), _rgb(kind, ends[1])
        colours = tuple(_triple(_between((first, last), share)) for share in (*shares, 0.0, 1.0))
        if is_neutral(first) and is_neutral(last):
            inks = tuple(self.inks.neutral(colour) for colour in colours)
        else:
            inks = self.inks.through_profile_all(colours)
        wrong = tuple(
            tuple(want - got for want, got in zip(self.of(Family.RGB, end), ink, strict=True))
            for end, ink in ((first, inks[-2]), (last, inks[-1]))
        )
        return [
            self.inks.limited(_clipped(ink, _between((wrong[0], wrong[1]), share)))
            for ink, share in zip(inks, shares, strict=False)
        ]


class Mask:
    """The lightness of a soft mask: DeviceGray. What it hides stays hidden: no profile has a say here."""

    fill, stroke, space, components = "g", "G", "/DeviceGray", 1

    def of(self, kind: Family, values: Sequence[float]) -> Values:
        """Give the luminosity as ISO 32000-1, 11.5.3 and 10.3 take it."""
        if kind is Family.GREY:
            return (values[0],)
        if kind is Family.CMYK:
            return (1 - min(1.0, 0.3 * values[0] + 0.59 * values[1] + 0.11 * values[2] + values[3]),)
        red, green, blue = _rgb(kind, values)
        return (0.3 * red + 0.59 * green + 0.11 * blue,)

    def ramp(self, kind: Family, ends: tuple[Values, Values], shares: Sequence[float]) -> list[Values]:
        """Interpolate the luminosity."""
        lights = self.of(kind, ends[0]), self.of(kind, ends[1])
        return [_between(lights, share) for share in shares]


def _rgb(kind: Family, values: Sequence[float]) -> Rgb:
    if kind is Family.LAB:
        return lab_to_rgb(values)
    if kind is Family.GREY:
        return values[0], values[0], values[0]
    return _triple(values)


def _triple(values: Sequence[float]) -> Rgb:
    return values[0], values[1], values[2]


def _between(ends: tuple[Values, Values], share: float) -> Values:
    return tuple(first + (last - first) * share for first, last in zip(*ends, strict=True))


def _clipped(ink: Cmyk, change: Values) -> Cmyk:
    cyan, magenta, yellow, black = (max(0.0, min(1.0, a + b)) for a, b in zip(ink, change, strict=True))
    return cyan, magenta, yellow, black
