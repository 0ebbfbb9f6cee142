"""Matrices and areas of a PDF page, in points from the lower left corner of its default user space."""

from __future__ import annotations

from math import hypot, sqrt
from typing import NamedTuple

MM = 72 / 25.4
"""Points in a millimetre."""


class Area(NamedTuple):
    """A rectangle: left, bottom, right and top in points."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def width(self) -> float:
        """The width in points; negative where nothing is left after a cut."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """The height in points; negative where nothing is left after a cut."""
        return self.top - self.bottom

    @property
    def size_mm(self) -> tuple[float, float]:
        """Width and height in mm, to a hundredth."""
        return round(self.width / MM, 2), round(self.height / MM, 2)

    def cut(self, other: Area | None) -> Area:
        """Give the part inside another area; None is the whole plane."""
        if other is None:
            return self
        return Area(
            max(self.left, other.left),
            max(self.bottom, other.bottom),
            min(self.right, other.right),
            min(self.top, other.top),
        )

    def join(self, other: Area) -> Area:
        """Give the smallest area that holds both."""
        return Area(
            min(self.left, other.left),
            min(self.bottom, other.bottom),
            max(self.right, other.right),
            max(self.top, other.top),
        )

    def grow(self, by: float) -> Area:
        """Move all four sides outwards by so many points; a negative number moves them inwards."""
        return Area(self.left - by, self.bottom - by, self.right + by, self.top + by)

    def holds(self, other: Area, tolerance: float = 0.0) -> bool:
        """Whether another area lies inside."""
        return (
            other.left >= self.left - tolerance
            and other.bottom >= self.bottom - tolerance
            and other.right <= self.right + tolerance
            and other.top <= self.top + tolerance
        )

    def meets(self, other: Area) -> bool:
        """Whether two areas share more than an edge."""
        return self.left < other.right and other.left < self.right and self.bottom < other.top and other.bottom < self.top


class Matrix(NamedTuple):
    """A transformation as PDF writes it: a b c d e f (ISO 32000-1, 8.3.4)."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def after(self, first: Matrix) -> Matrix:
        """Give the transformation that does ``first`` and then this one (``first`` x ``self``)."""
        a, b, c, d, e, f = self
        return Matrix(
            first.a * a + first.b * c,
            first.a * b + first.b * d,
            first.c * a + first.d * c,
            first.c * b + first.d * d,
            first.e * a + first.f * c + e,
            first.e * b + first.f * d + f,
        )

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Transform a point."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def area(self, of: Area) -> Area:
        """Give the upright rectangle around a transformed area."""
        if not self.b and not self.c:
            x0, x1 = self.a * of.left + self.e, self.a * of.right + self.e
            y0, y1 = self.d * of.bottom + self.f, self.d * of.top + self.f
            return Area(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
        corners = [self.point(x, y) for x in (of.left, of.right) for y in (of.bottom, of.top)]
        xs, ys = zip(*corners, strict=True)
        return Area(min(xs), min(ys), max(xs), max(ys))

    @property
    def across(self) -> float:
        """How long one unit along x becomes."""
        return hypot(self.a, self.b)

    @property
    def upright(self) -> float:
        """How high one unit above the baseline becomes, measured at a right angle to the baseline."""
        across = self.across
        return abs(self.a * self.d - self.b * self.c) / across if across else hypot(self.c, self.d)

    @property
    def thinnest(self) -> float:
        """The smallest scale of any direction: no line gets thinner than its width times this."""
        square = self.a**2 + self.b**2 + self.c**2 + self.d**2
        determinant = abs(self.a * self.d - self.b * self.c)
        root = sqrt(max(square * square - 4 * determinant * determinant, 0.0))
        return sqrt(max(square - root, 0.0) / 2)


IDENTITY = Matrix(1, 0, 0, 1, 0, 0)
UNIT = Area(0, 0, 1, 1)
"""The square in which every picture is drawn."""
