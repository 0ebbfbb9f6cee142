"""Drawing a page with its marks: pieces under their numbers, artifacts as such, line ends as they are read.

WeasyPrint marks the content of each text box and picture by itself (``/Span <</MCID 3>> BDC`` … ``EMC``) as
long as the stream knows a mapping of boxes to marks. It is given one while the page is painted, and the
operators are mended at once, while they are still a list: nothing has to be parsed again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kursbuch_press.pages.painted_pages import PageToPaint, Painting
from kursbuch_press.pages.tagging import wording
from kursbuch_press.pages.tagging.boxes import Box, Page
from kursbuch_press.pages.tagging.content_order import in_order
from kursbuch_press.pages.tagging.glyphs import Font, name_glyphs, space_glyph
from kursbuch_press.pages.tagging.tags import Piece
from kursbuch_press.problems import PressError

# WeasyPrint's streams carry no types.
Stream = Any

_MARKS = frozenset({b"BDC", b"BMC", b"EMC"})
# The last glyphs that an operator shows: [<00120034>-7<0005>] TJ
_LAST_GLYPHS = re.compile(rb"<([0-9a-f]+)>([-0-9.]*)\] TJ$")
_SHOWN = b"] TJ"
_FONT = re.compile(rb"^/(\S+) \S+ Tf$")
# A hyphen that the layout adds looks like any other, but reads as U+00AD (ISO 32000-1, 14.8.2.2.3): a search then finds
# the word as a whole. So it is the glyph of U+002D with U+00AD in place of it (14.9.4). pdf.js reads the glyph and takes
# only that sign before the end of a line for hyphenation; a code that the font maps to U+00AD it drops.
_SOFT_HYPHEN = b"/Span <</ActualText <feff00ad>>> BDC"
_GLYPH = 4  # hexadecimal digits of a glyph number
_UNMET = -2


@dataclass(slots=True)
class MarkedPage:
    """A page that is painted with marks; everything else is left to WeasyPrint's page."""

    page: Page
    number: int
    pieces: Mapping[Box, Piece]
    last: bool
    painting: Painting
    drawn: Stream = None

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - stands in for an untyped page
        """Give what WeasyPrint asks of a page."""
        return getattr(self.page, name)

    def paint(self, stream: Stream, scale: float = 1) -> None:
        """Paint the page with marks, then mend them."""
        named = PageToPaint(self.page, self.painting.name(self.number), list(self.pieces))
        boxes = self.painting.painter.paint(named, stream, scale)
        pieces = [self.pieces[box] for box in boxes]
        fonts = {font.hash.encode(): font for font in stream._fonts.values()}  # noqa: SLF001 - streams have no public door
        stream.stream = _mended(stream.stream, pieces, LineEnds(fonts))
        self.drawn = stream
        if any(piece.mcid == _UNMET for piece in pieces):
            raise PressError(wording.TRANSLUCENT_TEXT.format(page=self.number + 1))
        if self.last:
            for font in fonts.values():
                name_glyphs(font)

    def put_in_order(self, order: Sequence[int]) -> None:
        """Write the content in the order in which it is read: that of the MCIDs given."""
        self.drawn.stream = in_order(self.drawn.stream, order)


class LineEnds:
    """Puts spaces and soft hyphens at the ends of lines."""

    def __init__(self, fonts: Mapping[bytes, Font]) -> None:
        """Know the fonts under their names in the page."""
        self._fonts = fonts

    def mend(self, piece: Piece, operators: list[Any], begun: int) -> None:
        """Mend the last glyphs of a piece, whose operators begin at ``begun``."""
        for at in range(len(operators) - 1, begun - 1, -1):
            match = _LAST_GLYPHS.search(operators[at]) if type(operators[at]) is bytes else None
            if match is None:
                continue
            font = self._font(operators, at)
            if piece.hyphen:
                operators[at : at + 1] = _soft(operators[at], match)
                font.to_unicode[int(match[1][-_GLYPH:], 16)] = "-"
            elif not font.to_unicode.get(int(match[1][-_GLYPH:], 16), "").isspace():
                operators[at] = operators[at][: -len(_SHOWN)] + b"<%04x>" % space_glyph(font) + _SHOWN
            return

    def _font(self, operators: list[Any], at: int) -> Font:
        for before in range(at, -1, -1):
            match = _FONT.match(operators[before]) if type(operators[before]) is bytes else None
            if match:
                return self._fonts[match[1]]
        raise LookupError(at)


def _soft(operator: bytes, match: re.Match[bytes]) -> list[bytes]:
    """Let the last glyph be read as a soft hyphen."""
    glyphs, hyphen, shift = match[1][:-_GLYPH], match[1][-_GLYPH:], match[2]
    before = operator[: match.start()] + (b"<%s>" % glyphs if glyphs else b"")
    return [before + _SHOWN, _SOFT_HYPHEN, b"[<%s>%s" % (hyphen, shift) + _SHOWN, b"EMC"]


def _mended(operators: list[Any], pieces: list[Piece], ends: LineEnds) -> list[Any]:
    """Give the operators of a page with the marks that a reader needs.

    Tag, property list and operator of a mark are three entries. Marks inside a piece are dropped: an
    underline is part of the words, and no artifact may stand inside tagged content (ISO 14289-1, 7.1).
    """
    for piece in pieces:
        piece.mcid = _UNMET
    done: list[Any] = []
    count = 0
    begun = -1  # where the open piece begins
    open_marks: list[Piece | None] = []
    for at, operator in enumerate(operators):
        if type(operator) is not bytes or operator not in _MARKS:
            done.append(operator)
        elif operator == b"EMC":
            closed = open_marks.pop()
            if closed is not None:
                count += _close(closed, done, begun, count)
                if closed.mcid >= 0 and (closed.space or closed.hyphen):
                    ends.mend(closed, done, begun)
                begun = -1
            elif begun < 0:
                done.append(operator)
        elif operator == b"BDC" and "MCID" in operators[at - 1]:
            del done[-2:]
            begun = len(done)
            open_marks.append(pieces[operators[at - 1]["MCID"]])
        else:
            open_marks.append(None)
            if begun < 0:
                done.append(operator)
            else:
                del done[-1:]
    return done


def _close(piece: Piece, done: list[Any], begun: int, number: int) -> int:
    """Put the marks around what has been drawn since ``begun``; nothing drawn needs none. Count the piece."""
    piece.mcid = -1
    if not piece.picture and not any(type(each) is bytes and each.endswith(_SHOWN) for each in done[begun:]):
        return 0
    if piece.artifact:
        mark = f"/Artifact {piece.artifact} BDC"
    else:
        piece.mcid = number
        mark = f"/{'Figure' if piece.picture else 'Span'} <</MCID {number}>> BDC"
    done.insert(begun, mark.encode())
    done.append(b"EMC")
    return piece.mcid >= 0
