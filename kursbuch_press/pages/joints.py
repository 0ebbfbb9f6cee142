"""Where German compounds are joined: in narrow columns a long word breaks there, and not in the midst of a part.

The patterns know where a word may break, but seldom which break is a joint. A joint is a break behind a linking s
(Integrations-kurse), one that the patterns weigh heaviest, or one beside a part that the words around it have as a word of its
own (Ausländer-beauftragter).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from markupsafe import Markup

from kursbuch_press.pages.drawings import breadth
from kursbuch_press.pages.fonts import Face
from kursbuch_press.pages.hyphenation import HEAVY, Hyphenation, linked

SOFT_HYPHEN, NO_BREAK = "\u00ad", "\u00a0"
_SHORTEST = 4
"""Letters before and behind a joint."""
_WORD = re.compile(r"[^\W\d_]{5,}")
_TEXT = re.compile(r"<[^>]*>|([^<]+)")
_TIED = re.compile(rf"[^ \n<>]*{NO_BREAK}[^ \n<>]*")
_PLAY = 1.02
"""Shaping may set a word so much broader than its letters are together."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its width and the size of its letters in points, their face and weight."""

    width: float
    size: float
    face: Face
    weight: str


def vocabulary(texts: Iterable[str]) -> frozenset[str]:
    """Give the words of texts, in small letters."""
    return frozenset(word.lower() for text in texts for word in _WORD.findall(text))


def joints(word: str, hyphenation: Hyphenation, known: Collection[str]) -> tuple[int, ...]:
    """Give after how many letters a word is joined, or, if no joint is known, after how many it may break."""
    places = hyphenation.places(word)
    inside = {at: weight for at, weight in places.items() if _SHORTEST <= at <= len(word) - _SHORTEST}
    return tuple(at for at, weight in inside.items() if _is_joint(word.lower(), at, weight, known)) or tuple(inside)


def broken_at_joints(html: Markup, column: Column, find: Callable[[str], Iterable[int]]) -> Markup:
    """Put soft hyphens at the joints of each word that is wider than a column."""

    def word(found: re.Match[str]) -> str:
        letters = found[0]
        if breadth(letters, column.size, column.weight, face=column.face) * _PLAY <= column.width:
            return letters
        starts = (0, *find(letters))
        return SOFT_HYPHEN.join(letters[start:end] for start, end in zip(starts, (*starts[1:], len(letters)), strict=True))

    def text(found: re.Match[str]) -> str:
        return _WORD.sub(word, found[0]) if found[1] else found[0]

    return Markup(_TEXT.sub(text, html))  # noqa: S704 - what comes in is markup, and only soft hyphens are put in


def loosened(html: Markup, column: Column) -> Markup:
    """Take apart words that were tied to each other, where both together are wider than a column."""

    def run(found: re.Match[str]) -> str:
        tied = found[0]
        fits = breadth(tied, column.size, column.weight, face=column.face) * _PLAY <= column.width
        return tied if fits else tied.replace(NO_BREAK, " ")

    return Markup(_TIED.sub(run, html))  # noqa: S704 - what comes in is markup, and only blanks are other ones


def _is_joint(word: str, at: int, weight: int, known: Collection[str]) -> bool:
    left, right = word[:at], word[at:]
    parts = {left, left.removesuffix("s"), left.removesuffix("n"), right}
    return weight >= HEAVY or linked(left) or any(part in known for part in parts)
