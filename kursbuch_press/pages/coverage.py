"""Which signs the book's typefaces have, so that one that none of them has is found before a page is set."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from fontTools.ttLib import TTFont

from kursbuch_press.disk.looking import files_below
from kursbuch_press.pages import wording
from kursbuch_press.pages.fonts import font_folders
from kursbuch_press.problems import Problem
from kursbuch_press.sources.signs import Sign, name_of


@cache
def _covered() -> frozenset[int]:
    """Give the numbers of all signs; the upright text weight of a family stands for the others."""
    found: set[int] = set()
    for folder in font_folders():
        for path in files_below(folder):
            if "-Regular." not in path.name:
                continue
            with TTFont(path, lazy=True) as font:
                found.update(font.getBestCmap() or ())
    return frozenset(found)


def lost_signs(signs: Iterable[Sign]) -> Iterator[Problem]:
    """Name every place of a sign that no typeface of the book has."""
    for each in signs:
        if ord(each.sign) not in _covered():
            words = wording.LOST_SIGN.format(sign=name_of(each.sign)), wording.LOST_SIGN_HINT
            yield Problem(each.place, *words, each.address, rule="sign")
