"""Where pages end: a chapter that is set as one galley is composed as a whole, two facing pages at a time.

In go parts with their heights, what may stand apart and what must keep together; out come the page breaks that cost least,
found by dynamic programming over the whole galley. All heights are lines of the grid; nothing here knows how pages are made.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from math import ceil, inf

# What a page costs that ends short of its last line, by how many lines; what a line of white costs that is added in it.
_ONE_SHORT, _MORE_SHORT, _EACH_SHORT = 8.0, 16.0, 5.0
# Where rows or items go over because they do not fit, it is less to see, and more where running text goes on.
_NATURAL = 0.25
_WHITE, _UNEVEN = 0.5, 1.5
# What it costs that the rows of one card take a line each and those of the next on the page none.
_DENSITY = 6.0
_PAGE, _STUB, _FEW_LINES = 3.0, 6.0, 60.0
# A stub at the end of a chapter fills less than this part of a page; fewer lines than these are no page.
_STUB_PART, _LEAST_LINES = 1 / 3, 5
# What it costs that a blank page follows, because the next chapter begins on the other side.
_BLANK = 14.0
# A paragraph that goes on overleaf has so many lines there at least.
_TWO_LINES = 2
# So many lines may be won on one page by setting it tighter.
_MOST_WON = 2
_CHANGING = ("grows", "inside", "longer", "shorter", "rows")
# Heights are sums of rounded numbers: what overflows by less does fit, and what lacks so little is a whole line.
_SLACK, WHOLE_LINE = 0.005, 0.04


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the galley that is never divided: a line of a paragraph, a heading, a card, a row of a long table.

    ``above`` is the white over it where it does not begin a page, ``head`` what is repeated over it where it does, and ``tail``
    what is added at the foot of the page before. ``breaks`` is what a page costs that ends before it; None says that it stays
    with what stands before it. ``turn`` comes to it where the leaf is turned there. With ``natural``, a page may end a little
    higher where the part does not fit any more; ``hole`` says how much dearer a hole before the part is than others.
    ``grows`` says what each line of white costs that may be added above it, ``inside`` what each line costs that may be shared
    out within it, between so many ``rows``, or (``pooled``) between those of all such parts of a page; ``shrinks`` what a line
    less above it costs, and ``tight`` what it costs to set it itself a line less high.
    ``longer`` and ``shorter`` stand at the last line of a paragraph: what it costs to set it in a line more or less, and how
    many parts of it stand before this one.
    """

    height: float
    above: float = 0.0
    notes: float = 0.0
    breaks: float | None = 0.0
    turn: float = 0.0
    head: float = 0.0
    tail: float = 0.0
    natural: bool = False
    hole: float = 1.0
    grows: tuple[float, ...] = ()
    inside: tuple[float, ...] = ()
    rows: int = 0
    pooled: bool = False
    shrinks: float | None = None
    tight: float | None = None
    longer: tuple[float, int] | None = None
    shorter: tuple[float, int] | None = None


@dataclass(frozen=True, slots=True)
class Room:
    """What parts are composed into: lines on a page, on which side the first page is, what notes take besides their lines.

    ``last_is_left`` says on which side the last page should be, since a blank would follow it on the other; None where either
    will do.
    """

    lines: float
    first_is_left: bool
    above_notes: float = 0.95
    last_is_left: bool | None = None


@dataclass(frozen=True, slots=True)
class ComposedPage:
    """A page: its parts from ``first`` to before ``end``.

    ``white`` names those that get a line above them, once for each line, ``inside`` those that get lines within.
    ``short`` is how many lines it ends above its last one; ``longer`` and ``shorter`` name the parts whose paragraphs are set
    in a line more or less, ``narrow`` those with a line less above them, ``tight`` those that are a line less high.
    """

    first: int
    end: int
    white: tuple[int, ...] = ()
    inside: tuple[int, ...] = ()
    short: int = 0
    longer: tuple[int, ...] = ()
    shorter: tuple[int, ...] = ()
    narrow: tuple[int, ...] = ()
    tight: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Composition:
    """The pages of a galley and what they cost together."""

    pages: tuple[ComposedPage, ...]
    cost: float


@dataclass(frozen=True, slots=True)
class _Way:
    cost: float
    page: ComposedPage = field(repr=False)
    before: tuple[int, bool, int] | None


def unchanged(part: Part) -> Part:
    """Give a part that is as high as it was set, and has the white above it that it was set with or more."""
    return replace(part, longer=None, shorter=None, shrinks=None, tight=None)


def compose_pages(parts: Sequence[Part], room: Room, most: float = inf) -> Composition | None:
    """Find the breaks that cost least; None where some part fits on no page, or where all would cost more than ``most``."""
    return _Composer(parts, room, most).best()


class _Composer:
    """One search through a galley."""

    def __init__(self, parts: Sequence[Part], room: Room, most: float) -> None:
        self._parts, self._room, self._most = parts, room, most
        # Where something may be changed, by the numbers of the parts.
        self._changing = {name: [at for at, part in enumerate(parts) if getattr(part, name)] for name in _CHANGING}
        for name in ("shrinks", "tight"):
            self._changing[name] = [at for at, part in enumerate(parts) if getattr(part, name) is not None]
        self._sums = [0.0, *accumulate(part.above + part.height for part in parts)]
        self._notes = [0.0, *accumulate(part.notes for part in parts)]
        # The ways by: the part that the next page begins with, whether the last page was a left one, how short it ended.
        self._ways: list[dict[tuple[bool, int], _Way]] = [{} for _ in range(len(parts) + 1)]

    def best(self) -> Composition | None:
        for end in range(1, len(self._parts) + 1):
            if end == len(self._parts) or self._parts[end].breaks is not None:
                self._reach(end)
        if not self._ways[-1]:
            return None
        ends = ((way.cost + self._blank(left), way) for (left, _), way in self._ways[-1].items())
        cost, way = min(ends, key=lambda each: each[0])
        return Composition(self._pages(way), cost)

    def _blank(self, left: bool) -> float:  # noqa: FBT001 - the side of the last page
        return _BLANK * (self._room.last_is_left not in {None, left})

    def _pages(self, way: _Way | None) -> tuple[ComposedPage, ...]:
        pages = []
        while way is not None:
            pages.append(way.page)
            way = self._ways[way.before[0]][way.before[1:]] if way.before is not None else None
        return tuple(reversed(pages))

    def _reach(self, end: int) -> None:
        """Find the best ways for all pages that may end before a part."""
        for first in range(end - 1, -1, -1):
            if self._used(first, end) > self._room.lines + _MOST_WON + _SLACK:
                return
            if first and not self._ways[first]:
                continue
            page, cost = self._page(first, end)
            if page is None:
                continue
            # Each page that is still to come costs what a page costs.
            cost_at_most = self._most - _PAGE * int((self._sums[-1] - self._sums[end]) / (self._room.lines + _MOST_WON))
            ways = list(self._ways[first].items()) if first else [(None, None)]
            for key, before in ways:
                left = self._room.first_is_left if key is None else not key[0]
                total = cost + (before.cost if before else 0.0)
                if not left and end < len(self._parts):
                    total += self._parts[end].turn
                if key is not None and key[0] and end < len(self._parts):
                    total += _UNEVEN * abs(key[1] - page.short)
                if total > cost_at_most:
                    continue
                state = (left, page.short)
                known = self._ways[end].get(state)
                if known is None or total < known.cost:
                    self._ways[end][state] = _Way(total, page, None if key is None else (first, *key))

    def _used(self, first: int, end: int) -> float:
        part = self._parts[first]
        tail = self._parts[end].tail if end < len(self._parts) else 0.0
        return self._sums[end] - self._sums[first] - part.above + part.head + tail

    def _capacity(self, first: int, end: int) -> float:
        notes = self._notes[end] - self._notes[first]
        return self._room.lines - (ceil(notes + self._room.above_notes - _SLACK) if notes > _SLACK else 0)

    def _page(self, first: int, end: int) -> tuple[ComposedPage | None, float]:
        """Compose one page of some parts, and say what it costs; None where they do not fit or may not end there."""
        used, capacity = self._used(first, end), self._capacity(first, end)
        free = capacity - used
        last = end == len(self._parts)
        if free < -_SLACK:
            return self._tightened(first, end, ceil(-free - _SLACK))
        if last:
            stub = used < _STUB_PART * self._room.lines
            cost = (_FEW_LINES if used < _LEAST_LINES else _STUB if stub else 0.0) if first else 0.0
            return ComposedPage(first, end), _PAGE + cost
        following = self._parts[end]
        natural = following.natural and free + _SLACK < following.above + following.height
        seen = _NATURAL if natural else following.hole
        return self._filled(first, end, int(free + WHOLE_LINE), seen)

    def _tightened(self, first: int, end: int, over: int) -> tuple[ComposedPage | None, float]:
        """Win the lines that a page lacks: by shorter paragraphs, less high tables, and less white above headings."""
        ways = [
            *((self._parts[at].shrinks or 0.0, at, "narrow") for at in self._between("shrinks", first + 1, end)),
            *((self._parts[at].tight or 0.0, at, "tight") for at in self._between("tight", first, end)),
            *((price, at, "shorter") for price, at in self._changes(first, end, "shorter")),
        ]
        chosen = sorted(ways)[:over]
        if over > _MOST_WON or len(chosen) < over:
            return None, 0.0
        breaks = self._parts[end].breaks or 0.0 if end < len(self._parts) else 0.0
        won = {how: tuple(at for _, at, each in chosen if each == how) for how in ("narrow", "tight", "shorter")}
        page = ComposedPage(first, end, shorter=won["shorter"], narrow=won["narrow"], tight=won["tight"])
        return page, _PAGE + breaks + sum(price for price, _, _ in chosen)

    def _filled(self, first: int, end: int, lines: int, seen: float) -> tuple[ComposedPage, float]:
        """Share out the lines that a page has left; what stays empty at its foot is seen by so much."""
        white, inside, spent = self._white(first, end, lines)
        used = len(white) + len(inside)
        if 0 < used < lines:
            # Where a hole stays at the foot in any case, rows are not torn apart for it.
            ways = (self._white(first, end, number) for number in range(used + 1))
            white, inside, spent = min(ways, key=lambda way: way[2] + _shortness(lines - len(way[0]) - len(way[1])) * seen)
        cost = _PAGE + (self._parts[end].breaks or 0.0) + spent
        lines -= len(white) + len(inside)
        longer: list[int] = []
        for price, at in self._changes(first, end, "longer") if lines else ():
            if lines and price < _shortness(lines) - _shortness(lines - 1):
                cost, lines = cost + price, lines - 1
                longer.append(at)
        return ComposedPage(first, end, white, inside, lines, tuple(longer)), cost + _shortness(lines) * seen

    def _white(self, first: int, end: int, lines: int) -> tuple[tuple[int, ...], tuple[int, ...], float]:
        """Choose where a line of white is added, above parts or within them: the cheapest places, if those are even."""
        if not lines:
            return (), (), 0.0
        parts = self._parts
        above = sorted((grows, at) for at in self._between("grows", first + 1, end) for grows in parts[at].grows)
        within = sorted((cost, at) for at in self._between("inside", first, end) for cost in parts[at].inside)
        lines = min(lines, len(above) + len(within))

        def shared(number: int) -> tuple[float, list[int], list[int]]:
            """Share out so many lines above parts, and all others within them."""
            chosen = (*above[:number], *within[: lines - number])
            white, inside = [at for _, at in above[:number]], [at for _, at in within[: lines - number]]
            return sum(_WHITE + price for price, _ in chosen) + self._uneven(inside, first, end), white, inside

        numbers = range(max(0, lines - len(within)), min(lines, len(above)) + 1)
        cost, white, inside = min(map(shared, numbers), key=lambda found: found[0])
        return tuple(sorted(white)), tuple(sorted(inside)), cost

    def _uneven(self, inside: Sequence[int], first: int, end: int) -> float:
        """Say what it costs that the rows of one table of a page stand wider apart than those of another."""
        rows = self._between("rows", first, end)
        if not (rows[1:] and inside):
            return 0.0
        added = Counter(inside)
        pooled = [at for at in rows if self._parts[at].pooled]
        groups = [[at] for at in rows if not self._parts[at].pooled] + ([pooled] if pooled else [])
        wide = [sum(added[at] for at in group) / sum(self._parts[at].rows for at in group) for group in groups]
        return _DENSITY * (max(wide) - min(wide))

    def _between(self, name: str, first: int, end: int) -> list[int]:
        """Give the parts of a page in which something may be changed."""
        found = self._changing[name]
        return found[bisect_left(found, first) : bisect_left(found, end)]

    def _changes(self, first: int, end: int, how: str) -> list[tuple[float, int]]:
        """Give the paragraphs that end on a page and what they cost a line longer, or shorter: the cheapest first."""
        found = ((getattr(self._parts[at], how), at) for at in self._between(how, first, end))
        least = _TWO_LINES + (how == "shorter")
        return sorted((change[0], at) for change, at in found if change is not None and self._ends(first, at, change[1], least))

    def _ends(self, first: int, at: int, before: int, least: int) -> bool:
        """Tell whether a paragraph stands whole on a page, or goes on there with enough lines, and no note that might move."""
        begin = at - before
        return begin >= first or (at + 1 - first >= least and not any(part.notes for part in self._parts[begin : at + 1]))


def _shortness(lines: int) -> float:
    """Give what it costs that a page ends some lines above its last one."""
    return 0.0 if not lines else _ONE_SHORT if lines == 1 else _MORE_SHORT + _EACH_SHORT * lines
