"""Rules about single signs: quotation marks without a partner, signs that steer the writing direction, signs without meaning.

It also gathers the signs that not every typeface has, with their places, for the rooms that know the typefaces.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from kursbuch_press.book.quoting import find_quotations
from kursbuch_press.problems import Place, Problem, Severity
from kursbuch_press.sources.files import Source
from kursbuch_press.sources.survey import Found, Survey
from kursbuch_press.sources.wording import signs as wording

MAX_SIGNS = 200  # of one file that are told of by their places
_STEERING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
# German and its neighbours up to U+017F, with the usual punctuation: every typeface for text has them.
_USUAL = re.compile("[\\s\u0020-\u007e\u00a0-\u017f\u2010-\u2014\u2018-\u201a\u201c-\u201e\u2026\u2039\u203a\u20ac\u202f]")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200d\u2060]")
_NOT_PRINTED = {"alt", "id", "picture", "kind"}


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign that not every typeface has, and where it stands."""

    sign: str
    place: Place
    address: str


def sign_problems(surveyed: Survey) -> Iterator[Problem]:
    """Find what is wrong with the signs of a file."""
    for found in surveyed.found:
        yield from _forbidden(found, surveyed.source)
        if found.text is not None:
            yield from _lonely(found, found.text.plain, surveyed.source)


def unusual_signs(surveyed: Survey) -> Iterator[Sign]:
    """Give the printed signs of a file that not every typeface has, each as often as it stands there."""
    for found in surveyed.found:
        if found.field not in _NOT_PRINTED:
            words = found.value if found.text is None else found.text.plain
            for sign, place in _places(words, found, surveyed.source):
                if not (_USUAL.match(sign) or _INVISIBLE.match(sign) or _STEERING.match(sign) or _PRIVATE.match(sign)):
                    yield Sign(sign, place, found.address)


def _places(words: str, found: Found, source: Source) -> Iterator[tuple[str, Place]]:
    """Give the signs of a text that are not of the usual ones, with their places."""
    counts: Counter[str] = Counter()
    for sign in words:
        if not _USUAL.match(sign):
            if counts.total() < MAX_SIGNS:
                yield sign, source.place_in(found.node, sign, counts[sign])
            counts[sign] += 1


def _forbidden(found: Found, source: Source) -> Iterator[Problem]:
    for sign, place in _places(found.value, found, source):
        if _STEERING.match(sign):
            yield Problem(place, *wording.steering(_code(sign)), found.address, rule="bidi-sign")
        elif _PRIVATE.match(sign):
            yield Problem(place, *wording.private(_code(sign)), found.address, rule="private-sign")


def _code(sign: str) -> str:
    return f"U+{ord(sign):04X}"


def _lonely(found: Found, words: str, source: Source) -> Iterator[Problem]:
    """Find quotation marks that nothing closes or opens; the press sets them as best it can."""
    for at, opens in sorted(find_quotations(words).alone.items()):
        sign = words[at]
        raw = source.text[found.node.start.index : found.node.end.index]
        ordinal = words.count(sign, 0, at) + (raw[:1] == sign)
        is_measure = sign == '"' and at > 0 and words[at - 1].isdigit()
        told = wording.inches() if is_measure else wording.lonely_quotation_mark(sign, _around(words, at), opens=opens)
        place = source.place_in(found.node, sign, ordinal)
        yield Problem(place, *told, found.address, severity=Severity.WARNING, rule="quotation-mark")


def _around(words: str, at: int) -> str:
    """Give the words about a place, whole ones where they are not too long."""
    before, behind = words[:at].split(" ")[-4:], words[at:].split(" ")[:3]
    return f"{' '.join(before)}{' '.join(behind)}"[:60]


def name_of(sign: str) -> str:
    """Name a sign for people: itself where it can be seen, and its number."""
    shown = f"„{sign}“ " if sign.isprintable() and not unicodedata.combining(sign) else ""
    return f"{shown}({_code(sign)})"
