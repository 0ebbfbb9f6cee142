"""Titles that are too long for where they stand again: running heads, the names of fields in drawings and on the cover."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kursbuch_press.compose.laid_out import LaidOut, LineRole
from kursbuch_press.compose.manuscript import Manuscript
from kursbuch_press.pages import wording
from kursbuch_press.pages.design import Design
from kursbuch_press.pages.drawings import breadth
from kursbuch_press.pages.fitting import overfull
from kursbuch_press.pages.typesetting import SetBook
from kursbuch_press.problems import Place, Problem

PlaceOf = Callable[[str], Place]

_SIZE = 7.6
"""Points; of running heads, and of names in the time line."""

_SHARE = 0.94
"""Of the width of the type area: a name in the time line stands behind its number."""

_MOST_HEAD_LINES = 2
"""Lines of a running head that stay clear of the knife."""

_POINT = 25.4 / 72


def long_titles(manuscript: Manuscript, design: Design, place_of: PlaceOf) -> Iterator[Problem]:
    """Name chapters whose short title, or title where they have no shorter one, is wider than the line of a running head."""
    room = design.geometry.area(manuscript.edition.trim).width * _SHARE / _POINT
    for chapter in manuscript.chapters:
        words = chapter.running_title
        wide = breadth(words, _SIZE, "Medium", face=design.display_face)
        if wide > room:
            at = f"{chapter.id}/title"
            most = int(len(words) * room / wide)
            message = wording.LONG_TITLE.format(words=words, length=len(words), most=most)
            yield Problem(place_of(at), message, wording.LONG_TITLE_HINT.format(most=most), at, rule="title-length")


def long_heads(laid: LaidOut, place_of: PlaceOf) -> Iterator[Problem]:
    """Name headings that as running heads take more lines than there is room for; chapters have a shorter title for it."""
    headings: dict[str, str] = {}
    told: set[str] = set()
    for page in laid.pages:
        headings |= {_letters(line.text): line.address for line in page.lines if line.role is LineRole.HEADING}
        heads = [line for line in page.lines if line.role is LineRole.HEAD]
        first = _letters(heads[0].text) if heads else ""
        at = next((headings[known] for known in reversed(headings) if known and _alike(first, known)), "")
        if len(heads) > _MOST_HEAD_LINES and at not in told:
            told.add(at)
            words = " ".join(heads[0].text.split())
            message = wording.LONG_HEAD.format(words=words, folio=page.folio, lines=len(heads))
            yield Problem(place_of(at), message, wording.LONG_HEAD_HINT, at, rule="title-length")


def _alike(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _letters(words: str) -> str:
    """Leave out what line breaks change: blanks and hyphens."""
    return "".join(sign for sign in words if sign.isalnum())


def crowded(book: SetBook, place_of: PlaceOf) -> Iterator[Problem]:
    """Name the words of title pages and openings that run into the picture below them."""
    for chapter in book.chapters:
        for area in overfull(chapter.document, chapter.source.html):
            yield crowding(area.address, place_of)


def crowding(at: str, place_of: PlaceOf) -> Problem:
    """Say that words run into what stands below them."""
    message, hint = wording.CROWDED[at.rpartition("/")[2]]
    return Problem(place_of(at), message, hint, at, rule="title-length")
