"""Widths of the columns of a table: those with which the table is least high, found by counting lines.

Words are measured as they are in the face of the table, once each; nothing is laid out for it. A long word may be broken almost
anywhere, as it may in the table, so a count can be a line off where a column is narrow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import permutations

from kursbuch_press.compose.inlines import Content, PageNumber, plain
from kursbuch_press.compose.nodes import Table, TableRole
from kursbuch_press.pages.drawings import breadth, breadths
from kursbuch_press.pages.fonts import Face
from kursbuch_press.pages.hyphenation import linked

# What the engine sets is wider by up to this much: words of the head and of the first column are in a stronger cut.
_WIDER = 1.03
# Words of so many letters may be hyphenated, with so many before and behind the hyphen; the best place is missed by few.
_LONG, _SHORTEST, _MISSED = 8, 4, 2
_HYPHEN = 0.35
"""The width of a hyphen, in sizes of the type."""
# Small tables, and those of more columns than this: how they are set stands in layouts/page/30-parts.css.
_SMALL, _MANY = 7.6, 5
_SIZE, _PADDING, _NARROW = 8.4, 7.0, 4.0
# Where a word ends besides at blanks: at a slash, but not in 09/2014, which stays together.
_JOINED = re.compile(r"(?<=-)|(?<=/)(?<!\d/)(?!\d)")
# A number stays with what is counted, as lines are broken: 60 Stunden.
_COUNTED = re.compile(r"(?<![\w.,\u00a0])(\d{1,3}) (?=[A-ZÄÖÜ])")
# What is tried is given from one column to another, in points.
_STEPS = (32.0, 16.0, 8.0, 4.0, 2.0)
# What a word that is broken weighs in lines, at the joint of a compound and elsewhere; a statute on the line below its number.
_AT_JOINT, _BROKEN, _TORN = 0.15, 0.4, 0.45
_NUMBER, _STATUTE = re.compile(r"\d[a-z]?$"), re.compile(r"[A-ZÄÖÜ]\w*[A-ZÄÖÜ]")
# Of two ways with as many lines, the one whose cells are more even is better.
_UNEVEN = 0.01
_LINE = 0.02
"""What each line of each cell weighs: where a table is as high, its words stand in few lines."""
_FOLIO = "000"
_MILLIMETRE = 25.4 / 72


@dataclass(frozen=True, slots=True)
class Setting:
    """How a table is set, in points: its face, size and width, and what stays free at the right of each cell but the last."""

    face: Face
    size: float
    padding: float
    width: float


@dataclass(frozen=True, slots=True)
class _Word:
    """A word: the width of its letters up to each of them, in sizes; whether it may be hyphenated, and where it is joined.

    ``torn`` says that it is a statute, which should stand on the line of the number before it.
    """

    widths: tuple[float, ...]
    breaks: bool
    joints: tuple[float, ...] = ()
    torn: bool = False

    @property
    def width(self) -> float:
        return self.widths[-1] if self.widths else 0.0


def shares(face: Face, width: float, alike: Sequence[Table], table: Table) -> tuple[float, ...]:
    """Give the share of each column of a table in percent, so that together they are the whole; ``width`` is in mm.

    Where it is one of those that are to look ``alike``, such as the actors of all fields, its columns are those of all of them.
    """
    many = not table.role and len(table.columns) > _MANY
    small = many or table.role in {TableRole.PLAN, TableRole.DATA}
    setting = Setting(face, _SMALL if small else _SIZE, _NARROW if many else _PADDING, width / _MILLIMETRE)
    rows = [[_said(column.title) for column in table.columns]]
    tables = alike if table in alike else [table]
    rows += [[_said(cell.content) for cell in row.cells] for each in tables for row in each.rows if not row.heads]
    return _solved(tuple(map(tuple, rows)), setting)


@lru_cache(maxsize=512)
def _solved(rows: tuple[tuple[str, ...], ...], setting: Setting) -> tuple[float, ...]:
    return tuple(100 * width / setting.width for width in _Columns(rows, setting).best())


def _said(content: Content) -> str:
    return "".join(_FOLIO if isinstance(inline, PageNumber) else plain((inline,)) for inline in content)


class _Columns:
    """One search: the columns of a table by their cells."""

    def __init__(self, rows: Sequence[Sequence[str]], setting: Setting) -> None:
        self._setting = setting
        self._rows = [[tuple(_words(text, setting.face)) for text in row] for row in rows]
        self._columns = range(len(rows[0]))
        self._lines = cache(self._count)

    def best(self) -> list[float]:
        """Give the widths in points: from each first guess on, the best step is taken until none helps."""
        return min((self._improved(guess) for guess in self._guesses()), key=self._cost)

    def _improved(self, widths: list[float]) -> list[float]:
        cost = self._cost(widths)
        for step in _STEPS:
            while True:
                tried = [self._given(widths, giver, taker, step) for giver, taker in permutations(self._columns, 2)]
                found = min(((self._cost(each), each) for each in tried if each is not None), default=(cost, widths))
                if found[0] >= cost:
                    break
                cost, widths = found
        return widths

    def _guesses(self) -> Iterator[list[float]]:
        """Give widths to begin with: what is free is shared out by what the columns say, or one of them has most of it."""
        least = [self._least(column) for column in self._columns]
        words = [sum(word.width for row in self._rows for word in row[column]) ** 0.5 for column in self._columns]
        free = self._setting.width - sum(least)
        if free <= 0:
            yield [self._setting.width * each / sum(least) for each in least]
            return
        for favoured in (None, *self._columns):
            weights = [word + sum(words) * (column == favoured) for column, word in enumerate(words)]
            yield [own + free * weight / (sum(weights) or 1.0) for own, weight in zip(least, weights, strict=True)]

    def _given(self, widths: list[float], giver: int, taker: int, step: float) -> list[float] | None:
        if widths[giver] - step < self._least(giver):
            return None
        return [width + step * ((at == taker) - (at == giver)) for at, width in enumerate(widths)]

    def _cost(self, widths: list[float]) -> float:
        cost = 0.0
        for at, row in enumerate(self._rows):
            counted = [self._lines(at, column, round(widths[column], 2)) for column in range(len(row))]
            lines = [each for each, _ in counted]
            cost += max(lines) + _UNEVEN * sum((max(lines) - each) ** 2 for each in lines) + _LINE * sum(lines)
            cost += sum(broken for _, broken in counted)
        return cost

    def _room(self, column: int, width: float) -> float:
        """Give what a line of a cell holds, in sizes of the type."""
        padding = self._setting.padding if column < len(self._columns) - 1 else 0.0
        return (width - padding) / (self._setting.size * _WIDER)

    def _least(self, column: int) -> float:
        """Give the width that the longest piece of a column needs, in points."""
        pieces = [_longest(word) for row in self._rows for word in row[column]]
        padding = self._setting.padding if column < len(self._columns) - 1 else 0.0
        return max(pieces, default=1.0) * self._setting.size * _WIDER + padding

    def _count(self, row: int, column: int, width: float) -> tuple[int, float]:
        return _count_lines(self._rows[row][column], self._room(column, width), _blank(self._setting.face))


def _count_lines(words: Sequence[_Word], room: float, blank: float) -> tuple[int, float]:
    """Count the lines that words fill, a long one divided where it does not fit, and what broken words weigh.

    A word that has room on the next line weighs nothing: it goes there if that takes no line more.
    """
    lines, at, broken = 1, 0.0, 0.0
    for word in words:
        start = at + blank if at else 0.0
        if start + word.width <= room:
            at = start + word.width
            continue
        broken += _TORN * word.torn
        head = _head(word, room - start)
        if word.width > room:
            broken += _AT_JOINT if any(word.width - room <= joint <= room - _HYPHEN for joint in word.joints) else _BROKEN
        lines += 1
        at = word.width - head if head else word.width
        while at > room:
            lines, at = lines + 1, at - room
    return lines, broken


def _head(word: _Word, room: float) -> float:
    """Give the width of what of a word fits before a hyphen; 0 where nothing does."""
    if not word.breaks:
        return 0.0
    fitting = sum(1 for width in word.widths if width <= room) - 1 - _MISSED
    letters = min(fitting, len(word.widths) - _SHORTEST)
    return word.widths[letters - 1] if letters >= _SHORTEST else 0.0


def _longest(word: _Word) -> float:
    """Give the width of the longest piece of a word that stays together: about half of one that may be hyphenated."""
    return word.widths[(len(word.widths) + 1) // 2] if word.breaks else word.width


def _words(text: str, face: Face) -> Iterator[_Word]:
    before = ""
    for word in _COUNTED.sub("\\1\u00a0", _JOINED.sub(" ", text)).split(" "):
        if word:
            widths, breaks = _widths(word, face), len(word) >= _LONG and word.isalpha()
            places = range(_SHORTEST, len(word) - _SHORTEST + 1) if breaks else ()
            torn = bool(_NUMBER.search(before) and _STATUTE.match(word))
            yield _Word(widths, breaks, tuple(widths[at - 1] for at in places if linked(word[:at].lower())), torn)
            before = word


@lru_cache(maxsize=20_000)
def _widths(word: str, face: Face) -> tuple[float, ...]:
    return breadths(word, 1.0, face)


@cache
def _blank(face: Face) -> float:
    return breadth(" ", 1.0, face=face)
