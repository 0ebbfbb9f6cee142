"""How alike two texts are, and the longest order that two sequences share."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from kursbuch_press.returns.tokens import normal, words_in

_SHORT = 3
"""Texts of fewer words are compared letter by letter."""
_LARGEST_GAP = 4_000_000


@lru_cache(maxsize=32768)
def _bag(text: str) -> Counter[str]:
    return Counter(word.strip(".,;:!?\"'()") for word in words_in(normal(text).casefold()))


def likeness(one: str, other: str) -> float:
    """Give how alike two texts are, from 0 to 1: the share of words that they have in common."""
    if normal(one) == normal(other):
        return 1.0
    first, second = _bag(one), _bag(other)
    total = first.total() + second.total()
    if min(first.total(), second.total()) < _SHORT:
        return SequenceMatcher(None, normal(one), normal(other), autojunk=False).ratio()
    return 2 * (first & second).total() / total if total else 0.0


def covered(part: str, whole: str, without: str = "") -> float:
    """Give which share of the words of a part is in a whole, where those ``without`` are used up already."""
    wanted = _bag(part)
    left = _bag(whole) - _bag(without) if without else _bag(whole)
    return (wanted & left).total() / wanted.total() if wanted.total() else 0.0


def rising(numbers: Sequence[int]) -> set[int]:
    """Give the places of a longest rising sequence."""
    tails: list[int] = []
    places: list[int] = []
    before: list[int] = [-1] * len(numbers)
    for at, number in enumerate(numbers):
        where = bisect_left(tails, number)
        before[at] = places[where - 1] if where else -1
        if where == len(tails):
            tails.append(number)
            places.append(at)
        else:
            tails[where], places[where] = number, at
    found: set[int] = set()
    at = places[-1] if places else -1
    while at >= 0:
        found.add(at)
        at = before[at]
    return found


def shared(one: Sequence[Hashable], other: Sequence[Hashable]) -> Iterator[tuple[int, int]]:
    """Give pairs of places at which two sequences agree, in order: first by what is unique in both, then in the gaps."""
    yield from _Sharing(one, other).pairs((0, len(one)), (0, len(other)))


@dataclass(frozen=True, slots=True)
class _Sharing:
    one: Sequence[Hashable]
    other: Sequence[Hashable]

    def pairs(self, ours: tuple[int, int], theirs: tuple[int, int]) -> Iterator[tuple[int, int]]:
        """Give the pairs of two stretches; what agrees at their ends is taken off first."""
        one, other, (i1, i2), (j1, j2) = self.one, self.other, ours, theirs
        while i1 < i2 and j1 < j2 and one[i1] == other[j1]:
            yield i1, j1
            i1, j1 = i1 + 1, j1 + 1
        ends = []
        while i1 < i2 and j1 < j2 and one[i2 - 1] == other[j2 - 1]:
            i2, j2 = i2 - 1, j2 - 1
            ends.append((i2, j2))
        if i1 < i2 and j1 < j2:
            yield from self._inner((i1, i2), (j1, j2))
        yield from reversed(ends)

    def _inner(self, ours: tuple[int, int], theirs: tuple[int, int]) -> Iterator[tuple[int, int]]:
        fences = _unique(self.one, self.other, ours, theirs)
        if not fences:
            if (ours[1] - ours[0]) * (theirs[1] - theirs[0]) <= _LARGEST_GAP:
                matcher = SequenceMatcher(None, self.one[slice(*ours)], self.other[slice(*theirs)], autojunk=False)
                for block in matcher.get_matching_blocks():
                    yield from ((ours[0] + block.a + k, theirs[0] + block.b + k) for k in range(block.size))
            return
        last = (ours[0] - 1, theirs[0] - 1)
        for i, j in [*fences, (ours[1], theirs[1])]:
            yield from self.pairs((last[0] + 1, i), (last[1] + 1, j))
            if i < ours[1]:
                yield i, j
            last = (i, j)


def _unique(
    one: Sequence[Hashable], other: Sequence[Hashable], ours: tuple[int, int], theirs: tuple[int, int]
) -> list[tuple[int, int]]:
    """Give the longest order of what is there exactly once on both sides."""
    first, second = Counter(one[slice(*ours)]), Counter(other[slice(*theirs)])
    place = {other[at]: at for at in range(*theirs) if second[other[at]] == 1}
    pairs = [(at, place[one[at]]) for at in range(*ours) if first[one[at]] == 1 and one[at] in place]
    keep = rising([j for _, j in pairs])
    return [pair for at, pair in enumerate(pairs) if at in keep]
