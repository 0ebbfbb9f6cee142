"""Hyphenation: the patterns of the Trennmuster project, and the edition's exceptions, which break where their list says.

Pyphen's own German file is made for a program that hyphenates compounds in two steps; read in one step it breaks inside of
syllables (Sozi-a-l-a-r-beit). The patterns here know compounds by themselves (patterns/, MIT; the licence stands in the file).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pyphen

HEAVY = 5
"""The weight from which on a break is sure to be between the parts of a compound."""
_MARKS = "„“‚‘»«›‹().,;:!?…"
_LINKED = re.compile(r"(?:ung|heit|keit|schaft|ion|tät|ling|tum)s$")
"""What stands before a joint: no word ends so but in a compound."""
_WORD = 4
"""Letters that a part of a compound has at least."""
_SHORT_WORD, _NEAR = 3, 2
"""Letters of the last part of a compound, and within how many letters of a joint a break makes a word hard to read."""
_LIKELY, _INNER = 0.5, 0.25
"""How doubtful a joint is that patterns alone tell, and one within the last part of a compound, which is a compound itself."""
_PATTERNS = {"de": Path(__file__).parent / "patterns/hyph_de_1996.dic"}
_PARTS = {"de": Path(__file__).parent / "patterns/words_de.txt"}
_ENDINGS = ("", "e", "s", "n", "es", "en", "er", "in", "ern", "innen")
_UMLAUTS = str.maketrans("äöü", "aou")
_PREFIX = re.compile(
    "ab|an|auf|aus|be|bei|durch|ein|ent|er|fort|ge|gegen|her|hin|hinter|mit|nach|über|um|un|unter|ver|vor|weg|wider|zer|zu"
)
"""With one of these, a compound ends with the longer word: Wohlfahrts-verbände, though „Bände“ is a word, too."""


class _WithExceptions(pyphen.HyphDict):  # type: ignore[misc]  # Pyphen has no types
    """Patterns, asked only for words that the exceptions do not know."""

    def __init__(self, patterns: pyphen.HyphDict, exceptions: dict[str, list[int]], *words: Collection[str]) -> None:
        """Take over patterns that have been read; what was found in them for a word holds for all exceptions."""
        self.patterns, self.maxlen, self.cache = patterns.patterns, patterns.maxlen, patterns.cache
        self._exceptions, self._words = exceptions, words
        self._weights: dict[str, dict[int, int]] = patterns.__dict__.setdefault("weights_of_words", {})

    def positions(self, word: str) -> list[object]:
        """Give the places at which a word may break, as numbers of letters before the break."""
        known = self._exceptions.get(word.strip(_MARKS).lower())
        if known is None:
            return _without_short_parts(word, super().positions(word))
        shift = len(word) - len(word.lstrip(_MARKS))
        return [pyphen.DataInt(at + shift) for at in known]

    def is_exception(self, letters: str) -> bool:
        """Tell whether the edition says itself where a word breaks."""
        return letters in self._exceptions

    def joins(self, letters: str, at: int) -> bool:
        """Tell whether a word in small letters has a part behind a place that is a word, and with its prefix is none."""
        earlier = (place for place in self.weights(letters) if _PREFIX.fullmatch(letters, place, at))
        return at >= _WORD and self._knows(letters[at:]) and not any(self._knows(letters[place:]) for place in earlier)

    def _knows(self, letters: str) -> bool:
        return is_word(letters, *self._words)

    def weights(self, letters: str) -> dict[int, int]:
        """Give how heavily the patterns weigh each place of a word."""
        if letters not in self._weights:
            self._weights[letters] = _weighed(self, letters)
        return self._weights[letters]


def _without_short_parts(word: str, places: list[object]) -> list[object]:
    """Drop breaks that leave a part of fewer than three letters next to a hyphen that is typed in the word."""
    hyphens = [at for at, sign in enumerate(word) if sign in "-/–"]
    return [
        place
        for place in places
        if all(not (hyphen - 3 < int(place) <= hyphen + 3) for hyphen in hyphens)  # type: ignore[call-overload]  # Pyphen has no types
    ]


@dataclass(frozen=True, slots=True)
class Hyphenation:
    """How words of one language are hyphenated: by the press's patterns, but for exceptions such as ``Asyl-bewerber``."""

    language: str = "de"
    exceptions: tuple[str, ...] = ()

    def places(self, word: str) -> dict[int, int]:
        """Give where a word may break, as numbers of letters before the break, and how heavily the patterns weigh that."""
        letters = word.lower()
        if (known := _known(self.exceptions).get(letters)) is not None:
            return dict.fromkeys(known, HEAVY)
        return _weighed(self._own_patterns(), letters)

    def _own_patterns(self) -> pyphen.HyphDict:
        path = pyphen.LANGUAGES[pyphen.language_fallback(self.language)]
        return _patterns(_PATTERNS.get(self.language.partition("-")[0], path))

    @contextmanager
    def used(self, words: Collection[str] = ()) -> Iterator[None]:
        """Let WeasyPrint hyphenate so while the block runs; ``words`` are those of the text, in small letters.

        WeasyPrint asks Pyphen, and Pyphen keeps its dictionaries for the whole process in the public ``hdcache``: ours is put
        there and taken out again, so that a layout says the same whatever was laid out before it.
        """
        path = pyphen.LANGUAGES[pyphen.language_fallback(self.language)]
        before = pyphen.hdcache.get(path)
        pyphen.hdcache[path] = _WithExceptions(self._own_patterns(), _known(self.exceptions), words, parts(self.language))
        try:
            yield
        finally:
            if before is None:
                del pyphen.hdcache[path]
            else:
                pyphen.hdcache[path] = before


def doubt(dictionary: pyphen.HyphDict, word: str, place: int) -> float:
    """Give how doubtful it is, from 0 to 1, that the parts of a compound meet at a place where a word may break.

    Patterns alone take Frau-enkurs for a compound: what stands behind a joint is a word of the text or of the language, or the
    part before it ends with what links parts.
    """
    bare = word.strip(_MARKS).lower()
    at = place - (len(word) - len(word.lstrip(_MARKS)))
    if not isinstance(dictionary, _WithExceptions):
        return 0.0 if linked(bare[:at]) else 1.0
    if dictionary.is_exception(bare) or linked(bare[:at]):
        return 0.0
    if dictionary.joins(bare, at):
        # Aufnahme-richtlinie rather than Aufnahmericht-linie.
        return _INNER * any(dictionary.joins(bare, earlier) for earlier in dictionary.weights(bare) if earlier < at)
    return _LIKELY if dictionary.weights(bare).get(at, 0) >= HEAVY else 1.0


def is_beside_joint(dictionary: pyphen.HyphDict, word: str, place: int) -> bool:
    """Tell whether a break stands two letters beside a likely joint (Sozi-alamt), and the word would be read in other parts."""
    if not isinstance(dictionary, _WithExceptions):
        return False
    bare = word.strip(_MARKS).lower()
    at, weights = place - (len(word) - len(word.lstrip(_MARKS))), dictionary.weights(bare)
    near = (joint for joint in weights if joint != at and abs(joint - at) <= _NEAR)
    return any(joint >= _WORD and len(bare) - joint >= _SHORT_WORD and weights[joint] > weights.get(at, 0) for joint in near)


def linked(letters: str) -> bool:
    """Tell whether letters at the beginning of a word end with what links the parts of a compound: Integrations-kurs."""
    return bool(_LINKED.search(letters))


@cache
def parts(language: str) -> frozenset[str]:
    """Give the words of a language that stand as parts of compounds, in small letters and without endings."""
    path = _PARTS.get(language.partition("-")[0])
    lines = path.read_text(encoding="utf-8").splitlines() if path else ()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def is_word(letters: str, *words: Collection[str]) -> bool:
    """Tell whether small letters are one of some words, in whatever case."""
    for ending in _ENDINGS:
        stem = letters.removesuffix(ending) if letters.endswith(ending) else ""
        forms = {stem, f"{stem}e", stem.translate(_UMLAUTS), f"{stem.translate(_UMLAUTS)}e"} if len(stem) >= _WORD - 1 else ()
        if any(len(form) >= _WORD and form in known for form in forms for known in words):
            return True
    return False


def _weighed(patterns: pyphen.HyphDict, letters: str) -> dict[int, int]:
    """Give where small letters may break, and how heavily patterns weigh that."""
    weights = [0] * (len(letters) + 3)
    dotted = f".{letters}."
    for start in range(len(dotted)):
        for end in range(start + 1, min(start + patterns.maxlen, len(dotted)) + 1):
            offset, values = patterns.patterns.get(dotted[start:end], (0, ()))
            for at, value in enumerate(values, start=start + offset):
                weights[at] = max(weights[at], value)
    return {at - 1: weight for at, weight in enumerate(weights) if weight % 2 and 1 < at <= len(letters)}


@cache
def _patterns(path: Path) -> pyphen.HyphDict:
    """Read a file of patterns: that takes about half a second, once for each process."""
    return pyphen.HyphDict(path)


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
