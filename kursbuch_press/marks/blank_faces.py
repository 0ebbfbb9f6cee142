"""Faces in which letters are set and that show nothing: a program that can be opened may have lost all its drawings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kursbuch_press.marks.glyphs import Glyphs
from kursbuch_press.marks.marks import Mark, TextMark
from kursbuch_press.marks.programs import TrueType
from kursbuch_press.marks.typefaces import Face


def blank_faces(pages: Iterable[tuple[int, Iterable[Mark]]]) -> Iterator[tuple[int, TextMark]]:
    """Give the first text of each face whose letters have no ink on any page, with the number of its page.

    Text that nobody is to see, as under a scan, is no mark at all, so that a face without ink may serve for it.
    """
    first: dict[int, tuple[int, TextMark]] = {}
    inked: set[int] = set()
    for number, marks in pages:
        for mark in marks:
            if isinstance(mark, TextMark) and id(mark.face) not in inked and _is_known(mark.face):
                if any(_may_have_ink(mark.face.glyphs, code) for code in mark.face.codes(mark.shown)):
                    inked.add(id(mark.face))
                elif any(sign.isalnum() for sign in mark.text):
                    first.setdefault(id(mark.face), (number, mark))
    return (found for face, found in first.items() if face not in inked)


def _is_known(face: Face) -> bool:
    """Whether it is known which glyphs the codes of a face show."""
    return face.glyphs.program is not None and (face.identity or not face.two_bytes)


def _may_have_ink(glyphs: Glyphs, code: int) -> bool:
    """Whether the glyph of a code has ink, or cannot be told: only a program without any map shows certainly nothing."""
    if glyphs.glyph(code) is not None:
        return glyphs.ink(code) is not None
    return not (isinstance(glyphs.program, TrueType) and not glyphs.program.maps)
