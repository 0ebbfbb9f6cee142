"""What a Word draft is made of besides the manuscript."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kursbuch_press.drafts.snapshot import Snapshot
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
class Asked:
    """An open question about the text at an address, to go out as a comment; ``quoted`` are the words that it is about."""

    address: str
    text: str
    quoted: str = ""
    author: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """One Word file: what is in it, what it is called, and where it is to be sent.

    ``name`` and ``state`` ("Entwurf 2", "zur Durchsicht") stand on every page, with the id that is made of what
    is in the file. ``chapters`` are the ids of the chapters in it, None is the whole book. ``texts`` are what the
    sources say at each address (None: a value that is no text): there a co-author's edit can go back to.
    ``pictures`` (file name in sources/pictures/ -> PNG or JPEG) may be other bytes than the source, such as a
    rendered SVG. ``questions`` go out as comments.
    ``recipient`` is named in the copy that is for one person; it and the day are not in the id.

    What is in this file has the page that it has in Word, as far as that can be told beforehand: the printed one
    would be another as soon as Word counts anew. What is in another file has none.
    """

    name: str
    state: str
    looks: Looks
    chapters: tuple[str, ...] | None = None
    texts: Mapping[str, str | None] = field(default_factory=dict)
    drawings: Mapping[str, Drawing] = field(default_factory=dict)
    pictures: Mapping[str, bytes] = field(default_factory=dict)
    send_to: str = ""
    recipient: str = ""
    questions: tuple[Asked, ...] = ()
    send_by: date | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """A finished Word file, and what it says word for word."""

    content: bytes = field(repr=False)
    snapshot: Snapshot
