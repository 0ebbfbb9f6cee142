"""What the pages of a PDF paint: each mark is one thing with its place, size and colour."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from pikepdf import Object

from kursbuch_press.marks.geometry import IDENTITY, Area, Matrix
from kursbuch_press.marks.spaces import Colour, Space
from kursbuch_press.marks.typefaces import Face


class Where(StrEnum):
    """Which content stream a mark stands in."""

    PAGE = "page"
    FORM = "form"
    PATTERN = "pattern"
    GLYPH = "glyph"
    MASK = "mask"


@dataclass(frozen=True, slots=True)
class Paint:
    """How a mark is painted: its colours (None for no fill or no outline), opacity and overprint."""

    fill: Colour | None
    stroke: Colour | None
    opacity: float = 1.0
    overprints: bool = False
    where: Where = Where.PAGE

    @property
    def colours(self) -> tuple[Colour, ...]:
        """The colours that are painted."""
        return tuple(colour for colour in (self.fill, self.stroke) if colour is not None)


@dataclass(frozen=True, slots=True)
class TextMark:
    """Signs of one font in one line. ``size`` is the height of the font in points as it is printed."""

    area: Area
    paint: Paint
    face: Face
    size: float
    shown: bytes
    text: str
    placed: Matrix = IDENTITY
    advance: float = 0.0

    @property
    def ink(self) -> Area:
        """Where the signs themselves have ink, and not the box of their font; the box where nobody knows.

        ``placed`` carries em of the font to the page and ``advance`` is how far the signs really reach, spaced as they are.
        """
        found = self.face.ink(self.shown)
        if found is None:
            return self.area
        usual = self.face.advance(self.shown)
        right = found.right + max(self.advance - usual, 0.0)
        ink = self.placed.area(Area(found.left, found.bottom, right, found.top))
        return ink if ink.width > 0 and ink.height > 0 else self.area


@dataclass(frozen=True, slots=True)
class PathMark:
    """A painted path; ``area`` is what clipping leaves of it.

    ``line`` is the printed width of its outline in points, None without one. ``thinnest`` is the smaller side
    of its thinnest rectangle, since many programs draw a rule as a filled area; None where it holds none.
    """

    area: Area
    paint: Paint
    line: float | None
    thinnest: float | None


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it is stored; ``bits`` per component, ``stencil`` for a mask filled with a colour."""

    key: str
    width: int
    height: int
    bits: int
    space: Space
    stencil: bool = False
    interpolate: bool = False
    mask: bool = False
    soft_mask: bool = False
    filters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PictureMark:
    """A picture at its place; ``dpi`` is the smaller of its two resolutions there."""

    area: Area
    paint: Paint
    picture: Picture
    dpi: float


@dataclass(frozen=True, slots=True)
class ShadingMark:
    """A gradient; ``ends`` are the colours between which it runs, empty where they cannot be read.

    ``values`` is how many numbers its function gives for a colour, 0 if that is not known.
    """

    area: Area
    paint: Paint
    space: Space
    kind: int
    ends: tuple[Colour, ...] = ()
    values: int = 0


@dataclass(frozen=True, slots=True)
class GroupMark:
    """A transparency group and the space in which it is blended, if it names one."""

    area: Area
    space: Space | None
    where: Where


Mark = TextMark | PathMark | PictureMark | ShadingMark | GroupMark


@dataclass(frozen=True, slots=True)
class Painting:
    """Everything that one page paints, in order; ``masks`` goes into soft masks and is never seen itself.

    ``effects`` names the kinds of transparency that marks of the page use; ``unread`` what could not be
    understood, ``missing`` the names that stand for nothing, ``unknown`` the operators that no standard knows, ``lacking``
    those without the numbers or the name that they need. ``cut_off`` says that a stream ends in the middle of what it says.
    ``inline`` are the pictures that stand within contents, each once in a file.
    """

    marks: tuple[Mark, ...]
    masks: tuple[Mark, ...] = ()
    effects: frozenset[str] = frozenset()
    unread: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    cut_off: bool = False
    lacking: tuple[str, ...] = ()
    inline: tuple[Object, ...] = ()
