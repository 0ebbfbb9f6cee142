"""What a Word draft is made of besides the manuscript."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from kursbuch_press.word.looks import Looks


@dataclass(frozen=True, slots=True)
class Drawing:
    """A figure that the press drew: ``png`` sharp enough for print, ``width`` in mm.

    With ``svg`` Word shows the vectors and keeps the PNG for programs that cannot; give it only when its
    letters are outlines, since the reader's machine does not have the fonts of the book.
    """

    png: bytes
    width: float
    svg: bytes = b""


@dataclass(frozen=True, slots=True)
class Draft:
    """One Word file: what is in it, what it is called, and where it is to be sent.

    ``id`` goes into the custom property DraftId. ``name`` and ``state`` ("Entwurf 2", "zur Durchsicht") stand
    on every page. ``chapters`` are the ids of the chapters in it, None is the whole book. ``folios`` (address
    -> printed number) name the page in the book of what is in another file. What is in this file has the page
    that it has in Word, as far as that can be told beforehand: the printed one would be another as soon as
    Word counts anew. ``pictures`` (file name in sources/pictures/ -> PNG or JPEG) may be other bytes than the
    source, such as a rendered SVG.
    """

    id: str
    name: str
    state: str
    looks: Looks
    chapters: tuple[str, ...] | None = None
    folios: Mapping[str, str] = field(default_factory=dict)
    drawings: Mapping[str, Drawing] = field(default_factory=dict)
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    send_to: str = ""
    send_by: date | None = None
