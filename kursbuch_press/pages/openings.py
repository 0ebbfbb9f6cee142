"""How large picture and title of an opening are: both follow the trim, and no word of a title is broken.

The pictures of the house are drawn for a page of 148 x 210 mm, 300 units wide. On a narrow page picture and type get smaller
together; on one that is as wide as high the picture leaves the title its room, and its bands run on to the edge.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kursbuch_press.book.edition import Trim
from kursbuch_press.pages.drawings import breadth
from kursbuch_press.pages.fonts import Face

UNITS = 300
"""Units from one edge of a page to the other."""
_BANDS = 246
"""Units from the upper edge of a picture to its lowest band."""
_FOOT, _TITLE, _LEAST, _WIDTH, _HEIGHT = 11.0, 77.0, 70.0, 148.0, 210.0
"""mm, on a page of this width and height: below a picture less what is empty in it, for a title, and for it at least."""
_SMALLEST = 0.4
"""mm; with a smaller unit, the 8 units beside a picture would not fill the bleed."""
_WEIGHT = "Light"
_MILLIMETRE = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Opening:
    """Measures of openings: a unit of the picture in mm, and the type as part of that on a page of 148 mm.

    A page that is very low for its breadth has no room for a picture: there none is ``shown``.
    """

    unit: float
    scale: float
    beyond: float
    shown: bool

    @property
    def height(self) -> float:
        """The height of a picture down to its lowest band, in mm."""
        return round(_BANDS * self.unit, 3)


def opening(trim: Trim) -> Opening:
    """Give the measures for a trim; ``beyond`` is how far bands run on behind the picture, in mm."""
    room = trim.height - _FOOT - max(_LEAST, _TITLE * min(1.0, trim.height / _HEIGHT))
    broad, low = trim.width / UNITS, room / _BANDS
    shown = low >= 0.97 * min(_SMALLEST, broad)
    unit = broad if low > 0.99 * broad else low
    scale = min(1.0, round(trim.width / _WIDTH, 3))
    return Opening(unit, scale, max(0.0, trim.width - UNITS * unit), shown)


def step(face: Face, words: str, sizes: Sequence[float], room: float) -> int:
    """Give the number of the first size, in points, at which each word fits into a room in mm; else that of the last."""
    longest = [part for word in words.split() for part in word.replace("-", "- ").split()]
    widest = max((breadth(part, 1.0, _WEIGHT, face=face) for part in longest), default=0.0)
    fitting = (at for at, size in enumerate(sizes) if widest * size <= room * _MILLIMETRE)
    return next(fitting, len(sizes) - 1)


def fits(face: Face, words: str, size: float, room: float) -> bool:
    """Tell whether words of a size in points stand on one line in a room in mm."""
    return breadth(words, size, face=face) <= room * _MILLIMETRE
