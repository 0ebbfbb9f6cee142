"""How a text that is not justified is broken best: in as few lines as may be, and of these ways the one that reads most easily.

A column that is filled line by line ends with what is left over: a folio alone on its line, „ver-“ and „stehen.“, a word broken
in the midst of a part. Here the whole text is weighed, in widths and numbers alone: how uneven its right edge is, its hyphens,
and a last line that is too short to be one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kursbuch_press.pages.total_fit import LADDER, Break, Measure

# What costs as much as a line that is empty by the root of it: hyphens at a joint and elsewhere, two hyphens in a row, one
# before the last line, a last line of next to nothing.
_HYPHEN, _NO_JOINT, _TWO_HYPHENS, _LATE_HYPHEN, _SHORT = 0.1, 0.2, 0.05, 0.05, 1.0
_SHORT_PART, _SHORT_EMS = 0.35, 6.0
"""A last line is short if it is less than this part of its measure, and than so many ems."""
_TAIL = 0.3
"""So much less than a word of its own speaks the rest of a broken one against a last line."""
_TORN = 0.08
"""What a place costs that ``shaping`` speaks against, for each unit of it."""


@dataclass(frozen=True, slots=True)
class _Way:
    """The best way so far to a line that ends at a place, and the state before it."""

    cost: float
    before: tuple[int, int, int] | None


@dataclass(frozen=True, slots=True)
class Manner:
    """What may be: ``ladders`` of hyphens, as narrow columns need them; ``even`` lines of about one length, as in a title."""

    ladders: bool = False
    even: bool = False


_COMMON = Manner()


def break_ragged(
    breaks: Sequence[Break], doubts: Sequence[float], measure: Measure, manner: Manner = _COMMON
) -> tuple[int, ...]:
    """Find where the lines end best, as places in ``breaks``; nothing where a piece is wider than the measure.

    ``doubts`` says of each place how doubtful it is that a hyphen there stands between the parts of a compound.
    """
    return _Fit(breaks, doubts, measure, manner).best() if measure.width > 0 else ()


class _Fit:
    """One search: the best ways by the place where a line ends, the number of the line and its hyphens in a row."""

    def __init__(self, breaks: Sequence[Break], doubts: Sequence[float], measure: Measure, manner: Manner) -> None:
        self._breaks, self._doubts, self._measure, self._manner = breaks, doubts, measure, manner
        self._ways: list[dict[tuple[int, int], _Way]] = [{} for _ in breaks]

    def best(self) -> tuple[int, ...]:
        """Give the ends of the lines of the best way among those with the fewest lines."""
        for end in range(len(self._breaks)):
            self._reach(end)
        last = len(self._breaks) - 1
        ways = self._ways[last] if self._breaks else {}
        if not ways:
            return ()
        key = min(ways, key=lambda each: (each[0], ways[each].cost))
        at: tuple[int, int, int] | None = (last, *key)
        ends: list[int] = []
        while at is not None:
            ends.append(at[0])
            at = self._ways[at[0]][at[1:]].before
        return tuple(reversed(ends))

    def _reach(self, end: int) -> None:
        at, last = self._breaks[end], end == len(self._breaks) - 1
        for start in range(end - 1, -2, -1):
            begin = self._breaks[start].start if start >= 0 else -self._measure.indent
            free = 1 - (at.end + at.hyphen - begin) / self._measure.width
            if free < 0:
                if self._measure.indent >= 0:
                    return
                continue  # a first line that hangs may hold more
            own = free**2 + self._against(end) if not last or self._manner.even else self._short(1 - free, start)
            before = self._ways[start].items() if start >= 0 else (((0, 0), _Way(0.0, None)),)
            for (number, run), way in before:
                self._take(end, (start, number, run) if start >= 0 else None, (number, run), way.cost + own)

    def _take(self, end: int, before: tuple[int, int, int] | None, key: tuple[int, int], cost: float) -> None:
        number, run = key
        hyphen = self._breaks[end].hyphen > 0
        if hyphen and run >= LADDER and not self._manner.ladders:
            return
        if run:
            cost += _TWO_HYPHENS if hyphen else _LATE_HYPHEN if end == len(self._breaks) - 1 else 0.0
        state = (number + 1, run + 1 if hyphen else 0)
        known = self._ways[end].get(state)
        if known is None or cost < known.cost:
            self._ways[end][state] = _Way(cost, before)

    def _against(self, end: int) -> float:
        at = self._breaks[end]
        hyphen = _HYPHEN + _NO_JOINT * self._doubts[end] if at.hyphen else 0.0
        return hyphen + _TORN * at.cost

    def _short(self, part: float, start: int) -> float:
        """Give what a last line costs that fills so much of its measure; the last part of a compound may stand there."""
        if start < 0:
            return 0.0
        enough = min(_SHORT_PART, _SHORT_EMS * self._measure.size / self._measure.width)
        weight = _TAIL * self._doubts[start] if self._breaks[start].hyphen else 1.0
        return weight * _SHORT * max(0.0, 1 - part / enough)
