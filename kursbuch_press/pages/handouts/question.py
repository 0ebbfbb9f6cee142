"""The question on the poster side of a sheet: how large it is set, and how broad, so that its lines are of about one length."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kursbuch_press.pages.drawings import breadth, lines
from kursbuch_press.pages.fonts import Face

LARGE, SMALL = 37, 30
"""Points; 20-leaflet.css says what else holds for both."""
_ROOM = 177 * 72 / 25.4
_MOST_LINES = 3
_PLAY = 1.02
"""How much broader than measured: kerning and shaping may differ from what Pillow adds up."""


@dataclass(frozen=True, slots=True)
class Question:
    """The size in pt, and the breadth in mm."""

    size: int
    broad: float


def fit_question(words: str, face: Face) -> Question:
    """Set a question large where it fits on three lines, else smaller; no last line with one short word."""
    size = LARGE if len(_broken(words, _ROOM, LARGE, face)) <= _MOST_LINES else SMALL
    count = len(_broken(words, _ROOM, size, face))
    width = _ROOM
    while width > size:
        closer = _broken(words, width - 2, size, face)
        if len(closer) > count or _widest(closer, size, face) > width - 2:
            break
        width -= 2
    return Question(size, round(min(width * _PLAY, _ROOM) * 25.4 / 72, 1))


def face_of(project: Path, *, right_to_left: bool = False) -> Face:
    """Give the typeface of a sheet, as handout.css.j2 names it."""
    return Face("IBM Plex Sans Arabic" if right_to_left else "Atkinson Hyperlegible", project)


def _widest(broken: list[str], size: int, face: Face) -> float:
    return max((breadth(line, size, "Bold", face=face) for line in broken), default=0)


def _broken(words: str, width: float, size: int, face: Face) -> list[str]:
    return lines(words, width, size, "Bold", face=face)
