"""Large words on a poster side: how large they are set, and how broad, so that their lines are of about one length."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from kursbuch_press.pages.drawings import breadth, lines
from kursbuch_press.pages.fonts import Face

QUESTION = (44, 40, 36, 33, 30)
"""Points on A4, from the largest: 31 pt on the folded sheet, on three lines above the picture."""
MOTTO = (48, 45, 42, 39, 36)
"""Points of the words at the head of the sheet that is put up, on two lines at most."""
COVER = (66, 60, 54, 48, 44)
"""Points of the title of the sheet in Leichte Sprache, on two lines at most."""
STAYS = (23, 21, 20)
"""Points of the sentence that stays, on two lines at most: 16 pt on the folded sheet."""
_ROOM = 177 * 72 / 25.4
_HEAD_ROOM = 174 * 72 / 25.4
_BAND_ROOM, _BAND_SIZE = 128 * 72 / 25.4, 13
_TITLE_ROOM, _TITLE_SIZE = 150 * 72 / 25.4, 20
_FOOT_ROOM, _BESIDE_CODE, _FOOT_SIZE, _FOOT_LINES = 170 * 72 / 25.4, 127 * 72 / 25.4, 15.6, 5
_MOST_LINES = 3
_HIGH = 132
"""Points that the lines of a question may have together, without the air between them."""
_LATIN, _ARABIC = 1.1, 1.36
"""Distances of the lines of a question."""
_HEAD_LINES = 2
_PLAY = 1.02
"""How much broader than measured: kerning and shaping may differ from what Pillow adds up."""


@dataclass(frozen=True, slots=True)
class Question:
    """The size in pt, the breadth in mm, and the distance of its lines as a multiple of the size."""

    size: int
    broad: float
    leading: float = _LATIN


def fit_question(words: str, face: Face, *, right_to_left: bool = False) -> Question:
    """Set a question as large as fits above the picture, on three lines at most; no last line with one short word.

    Arabic letters reach farther up and down, so its lines stand farther apart.
    """
    leading = _ARABIC if right_to_left else _LATIN

    def fits(size: int) -> bool:
        count = len(_broken(words, _ROOM, size, face))
        return count <= _MOST_LINES and count * size * leading <= _HIGH * _LATIN

    return replace(_evened(words, face, next((each for each in QUESTION if fits(each)), QUESTION[-1])), leading=leading)


def fit_stays(words: str, face: Face) -> Question:
    """Set the sentence that stays as large as fits on two lines, which are about as long."""
    return _evened(words, face, fit_words(words, face, STAYS))


def _evened(words: str, face: Face, size: int) -> Question:
    """Make a text no broader than its lines need."""
    count = len(_broken(words, _ROOM, size, face))
    width = _ROOM
    while width > size:
        closer = _broken(words, width - 2, size, face)
        if len(closer) > count or _widest(closer, size, face) > width - 2:
            break
        width -= 2
    return Question(size, round(min(width * _PLAY, _ROOM) * 25.4 / 72, 1))


def fit_words(words: str, face: Face, sizes: tuple[int, ...]) -> int:
    """Give the largest size in which words fit on two lines of a head."""

    def fits(size: int) -> bool:
        broken = _broken(words, _HEAD_ROOM / _PLAY, size, face)
        return len(broken) <= _HEAD_LINES and _widest(broken, size, face) * _PLAY <= _HEAD_ROOM

    return next((size for size in sizes if fits(size)), sizes[-1])


def on_one_line(words: str, face: Face) -> bool:
    """Tell whether a line fits into a band of the sheet that is put up."""
    return breadth(words, _BAND_SIZE, "Regular", face=face) * _PLAY <= _BAND_ROOM


@dataclass(frozen=True, slots=True)
class Foot:
    """The foot of a back: whether all that it has to say fits, and how many lines beside the code one part of it would take."""

    fits: bool
    barrier: int


def measured_foot(imprint: str, barrier: str, sample: str, face: Face) -> Foot:
    """Measure the foot of a back: two paragraphs of five lines in all."""

    def count(words: str, width: float) -> int:
        return len(lines(words, width / _PLAY, _FOOT_SIZE, face=face)) if words else 0

    whole = count(f"{imprint} {barrier}".strip(), _FOOT_ROOM) + count(sample, _FOOT_ROOM)
    return Foot(whole <= _FOOT_LINES, count(barrier, _BESIDE_CODE))


def is_long_title(words: str, face: Face) -> bool:
    """Tell whether the title of a field does not fit on one line beside its number."""
    return breadth(words, _TITLE_SIZE, "Bold", face=face) * _PLAY > _TITLE_ROOM


def face_of(project: Path, *, right_to_left: bool = False) -> Face:
    """Give the typeface of a sheet, as handout.css.j2 names it."""
    return Face("IBM Plex Sans Arabic" if right_to_left else "Atkinson Hyperlegible", project)


def _widest(broken: list[str], size: int, face: Face) -> float:
    return max((breadth(line, size, "Bold", face=face) for line in broken), default=0)


def _broken(words: str, width: float, size: int, face: Face) -> list[str]:
    return lines(words, width, size, "Bold", face=face)
