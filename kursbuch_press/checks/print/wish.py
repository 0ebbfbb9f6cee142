"""What a printer asks for, and what is known of a file besides the file itself."""

from __future__ import annotations

from dataclasses import dataclass, field

from kursbuch_press.book.edition import Edition, Imprint
from kursbuch_press.checks.tools import Tools


@dataclass(frozen=True, slots=True)
class PrintWish:
    """What a file must keep to. Lengths in mm, lines and text in points, ink in percent.

    ``part`` says which part of the work it is.
    ``page_count`` is the exact number of pages where it is fixed (a cover), ``page_multiple`` what it must be
    divisible by. ``condition`` is the name in the ICC registry (FOGRA39). ``fonts`` are the families that may
    be used, none for any. ``file_name`` is a regular expression that the whole name must match, empty for the
    general rules only. ``inks`` are inks of their own that the printer knows of.
    """

    part: str = "Innenteil"
    printer: str = "Offsetdruck, gestrichenes Papier"
    trim: tuple[float, float] = (148.0, 210.0)
    bleed: float = 3.0
    safe: float = 5.0
    page_multiple: int = 4
    page_count: int | None = None
    standard: str = "PDF/X-4"
    condition: str = "FOGRA39"
    ink_limit: float = 300.0
    dpi: float = 300.0
    dpi_line_art: float = 600.0
    smallest_text: float = 5.0
    smallest_coloured_text: float = 6.0
    thinnest_line: float = 0.25
    thinnest_screened_line: float = 0.5
    bits: int = 8
    fonts: tuple[str, ...] = ()
    inks: tuple[str, ...] = ()
    file_name: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a file besides the file: its name, edition and imprint, and the tools at hand.

    Without edition and imprint nobody can say that a file may be distributed.
    """

    name: str = ""
    edition: Edition | None = None
    imprint: Imprint | None = None
    tools: Tools = field(default_factory=Tools)
