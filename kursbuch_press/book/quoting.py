"""Quotation marks as pairs: which sign of a text opens, which closes, which is an apostrophe, and which has no partner.

What a sign does is told by what stands beside it and by what is open, never by its shape: “ closes in German and opens in
English, » opens in German and closes in French, and the straight sign of a keyboard does both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

DOUBLE = frozenset('"„“”‟«»')
SINGLE = frozenset("'‚‘’‛‹›")
_APOSTROPHES = frozenset("'’")
_BEFORE = frozenset("([{–—-/")
_LEFT_OUT = re.compile(r"(?:s|n|ne|nen|nem|ner)\b")
_BEHIND = frozenset(")]}–—-/.,;:!?…")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two signs that belong together, by their places in the text; ``inner`` where a pair stands in another one."""

    begin: int
    end: int
    single: bool


@dataclass(frozen=True, slots=True)
class Quoting:
    """What the signs of a text are: pairs, apostrophes, and those without a partner (place -> whether it would open)."""

    pairs: tuple[Pair, ...]
    apostrophes: tuple[int, ...]
    alone: dict[int, bool]


@dataclass(slots=True)
class _Open:
    """A sign that waits for its partner."""

    at: int
    single: bool


def find_quotations(text: str) -> Quoting:
    """Find the pairs of a text; marks and calls of footnotes must be out of it, since a pair may reach across them."""
    reader = _Reader(text)
    for at, sign in enumerate(text):
        if sign in DOUBLE:
            reader.double(at)
        elif sign in SINGLE:
            reader.single(at)
    reader.give_up(0)
    return Quoting(tuple(_levelled(sorted(reader.pairs))), tuple(sorted(reader.apostrophes)), reader.alone)


class _Reader:
    """Reads the signs of one text from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.waiting: list[_Open] = []
        self.pairs: list[tuple[int, int, bool]] = []
        self.apostrophes: list[int] = []
        self.alone: dict[int, bool] = {}

    def double(self, at: int) -> None:
        may_open, may_close = self._sides(at)
        open_ones = [number for number, each in enumerate(self.waiting) if not each.single]
        if may_open and not may_close:
            self.waiting.append(_Open(at, single=False))
        elif open_ones:
            self._close(open_ones[-1], at)
        elif may_close and not may_open:
            self.alone[at] = False
        else:
            self.waiting.append(_Open(at, single=False))

    def single(self, at: int) -> None:
        may_open, may_close = self._sides(at)
        sign = self.text[at]
        is_open = bool(self.waiting) and self.waiting[-1].single and self._closed_by(sign, self.waiting[-1].at)
        between = not may_open and not may_close
        if sign in _APOSTROPHES and between:
            self.apostrophes.append(at)
        elif may_open and not may_close:
            self._open_single(at)
        elif is_open:
            self._close(len(self.waiting) - 1, at)
        elif sign in _APOSTROPHES or (sign == "‘" and between):
            self.apostrophes.append(at)
        elif may_close and not may_open:
            self.alone[at] = False
        else:
            self._open_single(at)

    def _closed_by(self, sign: str, opened: int) -> bool:
        """’ closes what an English ‘ has opened; behind ‚ or › it is the apostrophe of „Hans’ Auto“."""
        return sign != "’" or self.text[opened] in "‘‛'"

    def _open_single(self, at: int) -> None:
        """’ never opens in German: before a word it stands for letters that are left out (’s ist gut)."""
        if self.text[at] == "’" or (self.text[at] == "'" and _LEFT_OUT.match(self.text, at + 1)):
            self.apostrophes.append(at)
        else:
            self.waiting.append(_Open(at, single=True))

    def _close(self, number: int, at: int) -> None:
        self.give_up(number + 1)
        opened = self.waiting.pop()
        self.pairs.append((opened.at, at, opened.single))

    def give_up(self, keep: int) -> None:
        """Stop waiting for partners of all but the first ``keep`` signs; a straight single one was an apostrophe."""
        for each in self.waiting[keep:]:
            if self.text[each.at] == "'":
                self.apostrophes.append(each.at)
            else:
                self.alone[each.at] = True
        del self.waiting[keep:]

    def _sides(self, at: int) -> tuple[bool, bool]:
        """Tell whether a sign may open, and whether it may close: other signs beside it are looked through."""
        left, right = at - 1, at + 1
        while left >= 0 and _is_sign(self.text[left]):
            left -= 1
        while right < len(self.text) and _is_sign(self.text[right]):
            right += 1
        before = left < 0 or self.text[left].isspace() or self.text[left] in _BEFORE
        behind = right >= len(self.text) or self.text[right].isspace() or self.text[right] in _BEHIND
        return before, behind


def _is_sign(sign: str) -> bool:
    return sign in DOUBLE or sign in SINGLE


def _levelled(pairs: list[tuple[int, int, bool]]) -> Iterator[Pair]:
    """Say which marks each pair gets: a pair in a pair gets the other ones."""
    around: list[Pair] = []
    for begin, end, typed_single in pairs:
        while around and around[-1].end < begin:
            around.pop()
        single = not around[-1].single if around and not typed_single else typed_single
        pair = Pair(begin, end, single)
        around.append(pair)
        yield pair
