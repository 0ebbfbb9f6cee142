"""How a paragraph is broken best: all its lines at once, as Knuth and Plass taught, in widths and numbers alone.

A line may have its spaces narrowed or widened, and its letters a hair closer or wider; what that costs, and what hyphens,
uneven neighbours and a short last line cost, is summed over the paragraph, and the sum is made least.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from math import inf

TIGHTEST = 0.80
"""No word space is narrower than this part of its natural width."""

TRACKING = 0.01
"""Letters are set closer or wider by no more than this part of the size of type."""

SHORT_END = 4.4
"""A last line is short if it is not longer than this, in ems."""

LADDER = 2
"""How many lines in a row may end with a hyphen that the press has set."""

# The spaces of lines that are tried first, and where those leave no way, in natural widths; and the hyphens in a row. Last of
# all, as many hyphens as it takes: nothing may run over the edge.
_LOOSEST = ((2.2, LADDER), (4.0, LADDER), (inf, LADDER), (inf, inf))
# What costs as much as a line at the limit of what is well spaced.
_WELL_LOOSE, _WELL_TIGHT = 0.36, 0.2
_HYPHEN, _TWO_HYPHENS, _LATE_HYPHEN, _SHORT, _TORN = 0.75, 0.9, 1.2, 25.0, 40.0
# What a last line costs that is the rest of one word.
_REST = 8.0
# From so much on, the eye sees that neighbours differ.
_UNLIKE, _CONTRAST = 0.25, 1.6
_OTHER_LINES = 60.0
_SPACELESS = 1000.0
# Within this, spaces alone bear what is missing; beyond, letters bear their share.
_QUIET, _SHARE = 0.05, 0.75


@dataclass(frozen=True, slots=True)
class Break:
    """A place where a line may end: widths, spaces and signs are those from the start of the paragraph.

    ``end`` is where the line ends, without the space; ``start`` where the next one begins, behind it. ``hyphen`` is the width
    of the hyphen that is added, ``cost`` what speaks against the place.
    """

    end: float
    start: float
    spaces: int
    spaces_after: int
    signs: int
    hyphen: float = 0.0
    cost: float = 0.0

    def since(self, first: Break) -> Break:
        """Give the same place in the rest of a paragraph that begins at another break."""
        return Break(
            self.end - first.start,
            self.start - first.start,
            self.spaces - first.spaces_after,
            self.spaces_after - first.spaces_after,
            self.signs - first.signs,
            self.hyphen,
            self.cost,
        )


@dataclass(frozen=True, slots=True)
class Measure:
    """What a paragraph is set in: width, indent of its first line, size and natural space, all in one unit."""

    width: float
    indent: float
    size: float
    space: float


@dataclass(frozen=True, slots=True)
class Spread:
    """How a line is filled: ``space`` is added to each of its spaces, ``tracking`` to each of its signs.

    ``ratio`` is how far words then are apart, in natural spaces.
    """

    space: float
    tracking: float
    ratio: float


@dataclass(frozen=True, slots=True)
class _Way:
    """The best way so far to a line that ends at a place: what it costs, and the line before."""

    cost: float
    ratio: float
    before: tuple[int, int, int, int] | None


@dataclass(frozen=True, slots=True)
class Broken:
    """Where the lines of a paragraph end, as places in its breaks, and what it costs in other numbers of lines."""

    ends: tuple[int, ...] = ()
    prices: Mapping[int, float] = field(default_factory=dict)


def break_lines(breaks: Sequence[Break], measure: Measure, wanted: int | None = None, no_hyphen: int | None = None) -> Broken:
    """Find where the lines end best; the last break is the end of the paragraph.

    ``wanted`` is how many lines there should be, ``no_hyphen`` the number of a line that should not end with a hyphen.
    """
    for limits in _LOOSEST if measure.space > 0 else ():
        found = _Fit(breaks, measure, limits, no_hyphen).best(wanted)
        if found.ends:
            return found
    return Broken()


def spread(missing: float, spaces: int, signs: int, measure: Measure) -> Spread:
    """Share what a line lacks, or has too much, between its spaces and its letters."""
    if not spaces or measure.space <= 0:  # a face of no size has no spaces to fill
        return Spread(0, 0, inf)
    natural = spaces * measure.space
    over = max(0.0, abs(missing) - _QUIET * natural)
    tracked = min(over * _SHARE, TRACKING * measure.size * signs)
    tracked = tracked if missing > 0 else -tracked
    space = (missing - tracked) / spaces
    tracking = tracked / signs if signs else 0.0
    # What is seen lies between two words: the space, and the tracking of the letter before it and of the space itself.
    return Spread(space, tracking, 1 + (space + 2 * tracking) / measure.space)


class _Fit:
    """One search with limits for the loosest line and for hyphens in a row."""

    def __init__(self, breaks: Sequence[Break], measure: Measure, limits: tuple[float, float], no_hyphen: int | None) -> None:
        self._breaks, self._measure, self._no_hyphen = breaks, measure, no_hyphen
        self._loosest, self._ladder = limits
        # The ways by: where the line ends, where it begins, hyphens in a row, number of lines.
        self._ways: list[dict[tuple[int, int, int], _Way]] = [{} for _ in breaks]

    def best(self, wanted: int | None) -> Broken:
        """Give the ends of the lines that cost least, or nothing where no way leads to the end."""
        for end in range(len(self._breaks)):
            self._reach(end)
        last = len(self._breaks) - 1
        ways = self._ways[last]
        if not ways:
            return Broken()

        def price(key: tuple[int, int, int]) -> float:
            off = _OTHER_LINES * abs(key[2] - wanted) if wanted is not None else 0.0
            return ways[key].cost + off

        least = min(ways, key=price)
        at: tuple[int, int, int, int] | None = (last, *least)
        ends: list[int] = []
        while at is not None:
            ends.append(at[0])
            at = self._ways[at[0]][at[1:]].before
        prices: dict[int, float] = {}
        for key, way in ways.items():
            prices[key[2]] = min(way.cost, prices.get(key[2], inf))
        return Broken(tuple(reversed(ends)), prices)

    def _reach(self, end: int) -> None:
        """Find the best ways for all lines that may end at a place."""
        for start, filled in self._lines(end):
            own = self._own_cost(start, end, filled)
            for key, before in self._before(start):
                run = (key[2] if key else 0) + 1 if self._breaks[end].hyphen else 0
                if run > self._ladder:
                    continue
                number = (key[3] if key else 0) + 1
                cost = before.cost + own + self._joint(before, key, end, filled)
                if self._breaks[end].hyphen and self._no_hyphen == number:
                    cost += _TORN
                state = (start, run, number)
                known = self._ways[end].get(state)
                if known is None or cost < known.cost:
                    self._ways[end][state] = _Way(cost, filled.ratio, key)

    def _before(self, start: int) -> Iterator[tuple[tuple[int, int, int, int] | None, _Way]]:
        """Give the ways to the line before: -1 is the beginning of the paragraph."""
        if start < 0:
            yield None, _Way(0.0, 1.0, None)
            return
        for (before, run, number), way in self._ways[start].items():
            yield (start, before, run, number), way

    def _lines(self, end: int) -> Iterator[tuple[int, Spread]]:
        """Give where a line that ends at a place may begin, as the place of the break before it, and how it is filled."""
        at, measure = self._breaks[end], self._measure
        for start in range(end - 1, -2, -1):
            before = self._breaks[start] if start >= 0 else None
            if before is not None and not self._ways[start]:
                continue
            own = at.end + at.hyphen - (before.start if before else -measure.indent)
            spaces = at.spaces - (before.spaces_after if before else 0)
            signs = at.signs - (before.signs if before else 0)
            missing = measure.width - own
            last = end == len(self._breaks) - 1
            filled = Spread(0, 0, 1) if last and missing >= 0 else spread(missing, spaces, signs, measure)
            if filled.space < (TIGHTEST - 1) * measure.space or (missing < 0 and not spaces):
                return
            if filled.ratio <= self._loosest:
                yield start, filled

    def _own_cost(self, start: int, end: int, filled: Spread) -> float:
        at = self._breaks[end]
        if filled.ratio == inf:
            return _SPACELESS + self._as_one_space(start, end)
        loose = filled.ratio - 1
        cost = (loose / _WELL_LOOSE) ** 3 if loose > 0 else (-loose / _WELL_TIGHT) ** 3
        if end == len(self._breaks) - 1:
            own = at.end - (self._breaks[start].start if start >= 0 else 0)
            rest = start >= 0 and self._breaks[start].hyphen > 0 and at.spaces == self._breaks[start].spaces_after
            return cost + (_SHORT if start >= 0 and own < SHORT_END * self._measure.size else _REST if rest else 0)
        return cost + at.cost + (_HYPHEN if at.hyphen else 0)

    def _as_one_space(self, start: int, end: int) -> float:
        """Give what a line without a space costs for what it lacks, as if one space had to bear it all.

        Else the beginning of a word alone on a line would be cheaper than a line whose few spaces are wide.
        """
        at, measure = self._breaks[end], self._measure
        own = at.end + at.hyphen - (self._breaks[start].start if start >= 0 else -measure.indent)
        return (max(0.0, measure.width - own) / measure.space / _WELL_LOOSE) ** 3

    def _joint(self, before: _Way, key: tuple[int, int, int, int] | None, end: int, filled: Spread) -> float:
        """Give what two neighbours cost: unlike spaces, two hyphens, a hyphen before the last line."""
        if key is None:
            return 0.0
        last = end == len(self._breaks) - 1
        hyphens = bool(key[2])
        cost = _LATE_HYPHEN if last and hyphens else _TWO_HYPHENS if hyphens and self._breaks[end].hyphen else 0.0
        if not last and inf not in {before.ratio, filled.ratio}:
            cost += _CONTRAST * max(0.0, abs(before.ratio - filled.ratio) - _UNLIKE)
        return cost
