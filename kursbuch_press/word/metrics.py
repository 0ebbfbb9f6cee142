"""How wide letters are and how high lines, in Cambria and Calibri.

Enough to guess where Word breaks lines and pages.
"""

from __future__ import annotations

import re
from functools import cache

from kursbuch_press.word.looks import Look

# Advance widths in hundredths of the type size, as in Caladea and Carlito, which are made to run exactly like
# Cambria and Calibri; letters that are not listed are as wide as "n".
_SERIF = {
    11: "·", 15: "`", 20: ",‚", 21: ".", 22: " ‘’\xa0", 24: "'", 26: ":;j", 27: "l", 28: "iı", 29: "!",
    30: "J", 31: "f", 32: "t|", 33: "-", 34: "I", 35: "[]", 36: "1„", 37: "_", 38: "()“”", 39: '"s{}ş',
    40: "r", 42: "?cç", 43: "*z", 44: "eéè•", 45: "SŞ", 46: "3gğ", 47: "267avä", 48: "589oxyö",
    49: "/4\\»«", 50: "Lq–§", 51: "$FZ", 52: "0Cbdkp", 53: "P", 54: "EG", 55: "+<=>^huü×", 56: "TYn",
    57: "X", 58: "B", 60: "AOQVÄÖß", 61: "R", 62: "#D", 63: "K€", 69: "&NUÜ", 70: "H", 71: "~", 72: "w",
    75: "…", 81: "m", 88: "@", 89: "%MW", 100: "—",
}  # fmt: skip
_SANS = {
    22: "'", 23: " ilı\xa0", 24: "j", 25: ",.I‚‘’·", 27: ":;", 29: "`", 30: "()", 31: "-[]f{}", 32: "J",
    33: "!t", 35: "r", 39: "/\\sş", 40: '"z', 42: "Lcç„“”", 43: "x", 45: "kvy", 46: "?FS|Ş", 47: "Zgğ",
    48: "aä", 49: "ETY", 50: "#*+<=>^_e~éè–§•×", 51: "$0123456789€»«", 52: "KPX", 53: "Cbdhnopquöüß",
    54: "BR", 57: "V", 58: "AÄ", 62: "DH", 63: "G", 64: "UÜ", 65: "N", 66: "OÖ", 67: "Q", 68: "&",
    69: "…", 71: "%w", 80: "m", 85: "M", 89: "@W", 91: "—",
}  # fmt: skip
_WORDS = re.compile(r"[^\s/–-]+[/–-]*")
_DEFAULT = 54
_BOLD = {True: 1.07, False: 1.025}
_LINE = {True: 1.172, False: 1.2207}


def line_height(look: Look) -> float:
    """Give the distance of lines in pt, as that of Cambria or Calibri would be.

    It is written into the styles as a least distance: so a page holds as much with the typefaces that stand
    in for them, whose lines are of other heights, and a raised note sign pushes no line apart.
    """
    return (look.size or 11) * (look.line or 1) * _LINE[look.font == "text"]


class Letters:
    """Letters of Cambria (with serifs) or Calibri, bold or not; remembers how wide words are."""

    def __init__(self, *, serif: bool, bold: bool) -> None:
        more = _BOLD[serif] / 100 if bold else 0.01
        groups = _SERIF if serif else _SANS
        self._letters = {letter: width * more for width, group in groups.items() for letter in group}
        self._default = _DEFAULT * more
        self._words: dict[str, float] = {}

    def width(self, word: str) -> float:
        """Give how wide a word is, in type sizes."""
        width = self._words.get(word)
        if width is None:
            width = sum([self._letters.get(letter, self._default) for letter in word])
            self._words[word] = width
        return width

    def longest(self, words: str) -> float:
        """Give how wide the widest word is, in type sizes; a line may break after a hyphen, too."""
        return max(map(self.width, _WORDS.findall(words)), default=0.0)

    def breaks(self, words: str, first: float, rest: float) -> list[int]:
        """Give the index of the first letter of each line but the first.

        ``first`` and ``rest`` are line widths in type sizes; no letter is wider than one.
        """
        if len(words) <= first:
            return []
        found: list[int] = []
        room, at = first, 0
        space = self.width(" ")
        for word in words.split(" "):
            width = self.width(word)
            if width > room and at > (found[-1] if found else 0):
                found.append(at)
                room = rest
            room -= width + space
            at += len(word) + 1
        return found


def letters_of(look: Look) -> Letters:
    """Give the letters of a look, the same ones for all looks with the same letters."""
    return _letters(look.font == "text", bool(look.bold))


@cache
def _letters(serif: bool, bold: bool) -> Letters:  # noqa: FBT001 - a key of the cache
    return Letters(serif=serif, bold=bold)
