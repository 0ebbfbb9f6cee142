"""Ligatures end where a part of a German word ends: Auf|lage, höf|lich, Kauf|kraft, but Pflicht and Treffen.

Duden, Richtlinien für den Schriftsatz, "Ligaturen": none joins the parts of a compound, a prefix to its word, or a stem to
an ending that begins with a consonant. Fonts join whatever meets; here the letter after such a seam is kept out of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

JOINED = "bfhijklt"
"""The letters that Spectral and Fira Sans join to an f before them."""

# Stems and the prefix auf- that end with f: what follows, unless it is an ending of the verb (er läuft), is another part.
_PARTS = (
    *("auf", "brief", "chef", "dorf", "fünf", "golf", "greif", "griff", "hof", "huf", "kauf", "lauf", "prüf", "reif", "ruf"),
    *("scharf", "schiff", "schlaf", "stief", "stoff", "straf", "streif", "tarif", "tief", "treff", "wolf", "zwölf"),
)
_F = re.compile("[fF]")
# What may stand before and behind the f that ends a part.
_BEFORE = re.compile(rf"(?:{'|'.join(_PARTS)})$", re.IGNORECASE)
_LONGEST = max(map(len, _PARTS))
# Nothing but a seam stands between f and one of these within a word.
_ALWAYS = re.compile(r"[bhjk]", re.IGNORECASE)
_BEHIND_PART = re.compile(r"l|t\w", re.IGNORECASE)
_DOUBLE = re.compile(r"f(?!f)", re.IGNORECASE)
# höflich and hilflos, but not Pflicht; Prüfling.
_ENDING = re.compile(r"lich|ling|los(?:e|ig|\b)", re.IGNORECASE)


def seams(text: str) -> Iterator[int]:
    """Give the place of each letter that must not be joined to the f before it."""
    return (found.end() for found in _F.finditer(text) if _ends_part(text, found.end()))


def _ends_part(text: str, at: int) -> bool:
    """Tell whether a part of a word ends with the f before a place."""
    before = text[at - 2 : at - 1]
    if before.isalnum() and _ALWAYS.match(text, at):
        return True
    if _BEHIND_PART.match(text, at) and _BEFORE.search(text[max(0, at - _LONGEST) : at]):
        return True
    if _DOUBLE.match(text, at) and text[max(0, at - 3) : at].lower() == "auf":
        return True
    return before.islower() and before != "p" and bool(_ENDING.match(text, at))
