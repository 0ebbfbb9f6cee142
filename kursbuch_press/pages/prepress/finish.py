"""What finishing a print PDF needs to know: format, colours, printing condition, name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from kursbuch_press.disk.cache import Cache
from kursbuch_press.pages.palette import Palette

MM = 72 / 25.4
"""Points in a millimetre."""


@dataclass(frozen=True, slots=True)
class OutputCondition:
    """A printing condition: ``identifier`` is its name in the registry (FOGRA39), ``icc`` the profile."""

    identifier: str
    info: str
    icc: bytes = field(repr=False)
    registry: str = "http://www.color.org"


@dataclass(frozen=True, slots=True)
class Description:
    """What title bars, archives and the printer's job ticket call the file."""

    title: str
    author: str
    subject: str
    keywords: tuple[str, ...]
    day: date
    language: str = "de"


@dataclass(frozen=True, slots=True)
class PrintFinish:
    """How a drawn PDF becomes a print PDF.

    ``trim`` is width and height of the finished page and ``bleed`` what is cut off, all in mm. ``seed`` names
    the document (interior or cover of an edition): the same seed and content give the same bytes.
    ``ink_limit`` is the most ink in percent that may lie on one spot (C + M + Y + K). ``originals`` are
    pictures that the layout could only show in sRGB (``pages.pictures``). ``cache`` keeps converted pictures
    from one build to the next.
    """

    palette: Palette
    condition: OutputCondition
    trim: tuple[float, float]
    bleed: float
    description: Description
    seed: str
    ink_limit: float = 300
    black_overprint: bool = False
    originals: Mapping[str, Path] = field(default_factory=dict)
    cache: Cache | None = None


@dataclass(frozen=True, slots=True, order=True)
class Converted:
    """A colour that no swatch has, and the ink that was made of it; for the print report."""

    rgb: tuple[float, float, float]
    cmyk: tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Finished:
    """The print PDF, and what was converted on the way there."""

    pdf: bytes = field(repr=False)
    colours: tuple[Converted, ...]
    pictures: int
