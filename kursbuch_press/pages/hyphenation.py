"""Hyphenation: the patterns of the Trennmuster project, and the edition's exceptions, which break where their list says.

Pyphen's own German file is made for a program that hyphenates compounds in two steps; read in one step it breaks inside of
syllables (Sozi-a-l-a-r-beit). The patterns here know compounds by themselves (patterns/, MIT; the licence stands in the file).
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pyphen

_PATTERNS = {"de": Path(__file__).parent / "patterns/hyph_de_1996.dic"}


class _WithExceptions(pyphen.HyphDict):  # type: ignore[misc]  # Pyphen has no types
    """Patterns, asked only for words that the exceptions do not know."""

    def __init__(self, path: object, exceptions: dict[str, list[int]]) -> None:
        super().__init__(path)
        self._exceptions = exceptions

    def positions(self, word: str) -> list[object]:
        """Give the places at which a word may break, as numbers of letters before the break."""
        known = self._exceptions.get(word.strip("„“‚‘»«›‹().,;:!?…").lower())
        if known is None:
            return _without_short_parts(word, super().positions(word))
        shift = len(word) - len(word.lstrip("„“‚‘»«›‹("))
        return [pyphen.DataInt(at + shift) for at in known]


def _without_short_parts(word: str, places: list[object]) -> list[object]:
    """Drop breaks that leave a part of fewer than three letters next to a hyphen that is typed in the word."""
    hyphens = [at for at, sign in enumerate(word) if sign in "-/–"]
    return [
        place
        for place in places
        if all(not (hyphen - 3 < int(place) <= hyphen + 3) for hyphen in hyphens)  # type: ignore[call-overload]  # Pyphen has no types
    ]


def use_exceptions(language: str, words: Iterable[str]) -> None:
    """Make WeasyPrint hyphenate with exceptions such as ``Flüchtlings-sozial-arbeit``.

    WeasyPrint asks Pyphen, and Pyphen keeps its dictionaries in the public ``hdcache``; ours is put there, so that no
    library is patched. The dictionary costs about half a second once, so fork after this call.
    """
    name = pyphen.language_fallback(language)
    path = pyphen.LANGUAGES[name]
    known = _known(words)
    cached = pyphen.hdcache.get(path)
    if isinstance(cached, _WithExceptions):
        cached._exceptions = known  # noqa: SLF001 - the class is ours
        return
    pyphen.hdcache[path] = _WithExceptions(_PATTERNS.get(language.partition("-")[0], path), known)


def _known(words: Iterable[str]) -> dict[str, list[int]]:
    known: dict[str, list[int]] = {}
    for word in words:
        parts = word.lower().split("-")
        places, at = [], 0
        for part in parts[:-1]:
            at += len(part)
            places.append(at)
        known["".join(parts)] = places
    return known
