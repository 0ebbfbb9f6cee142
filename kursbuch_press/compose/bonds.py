"""Who works with whom: bodies that are named together in measures, counted from the measures themselves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations

from kursbuch_press.compose.drawing_data import Bond
from kursbuch_press.compose.typography import sort_key

MOST_BODIES = 12
MOST_BONDS = 24
"""What an eye can follow on one page."""

Pair = tuple[str, str]


def bonds_of(groups: Iterable[Iterable[str]]) -> tuple[tuple[str, ...], tuple[Bond, ...]]:
    """Give the bodies that are named most often, those that share most beside each other, and what binds them.

    ``groups`` are the bodies of each measure. A bond counts the measures of two bodies; where there are too many to be
    followed, the weakest are left out, and so is a body that then has none.
    """
    measures = [sorted(set(group)) for group in groups]
    named = Counter(name for names in measures for name in names)
    often = sorted(named, key=lambda name: (-named[name], sort_key(name)))[:MOST_BODIES]
    shared = Counter(pair for names in measures for pair in combinations(names, 2) if set(pair) <= set(often))
    strong = _strongest(shared)
    order = _neighbours(often, strong)
    at = {name: number for number, name in enumerate(order)}
    bonds = (Bond(min(at[a], at[b]), max(at[a], at[b]), count) for (a, b), count in strong.items())
    return order, tuple(sorted(bonds, key=lambda bond: (bond.count, bond.upper, bond.lower)))


def _strongest(shared: Counter[Pair]) -> dict[Pair, int]:
    """Leave out the weakest bonds, all of one strength together, until the rest can be followed."""
    for least in sorted(set(shared.values())):
        strong = {pair: count for pair, count in shared.items() if count >= least}
        if len(strong) <= MOST_BONDS:
            return strong
    strongest = sorted(shared.items(), key=lambda each: (-each[1], *map(sort_key, each[0])))
    return dict(strongest[:MOST_BONDS])


def _neighbours(often: Sequence[str], strong: dict[Pair, int]) -> tuple[str, ...]:
    """Put beside each other who shares most, so that arcs are short: always the one next who has most with the last ones."""
    left = [name for name in often if any(name in pair for pair in strong)]
    order: list[str] = []
    while left:
        near = {name: _nearness(name, order, strong) for name in left}
        best = max(left, key=lambda name: (near[name], -left.index(name)))
        order.append(best)
        left.remove(best)
    return tuple(order)


def _nearness(name: str, order: Sequence[str], strong: dict[Pair, int]) -> float:
    return sum(_between(name, other, strong) / (1 + far) for far, other in enumerate(reversed(order)))


def _between(one: str, other: str, strong: dict[Pair, int]) -> int:
    return strong.get((one, other), 0) + strong.get((other, one), 0)
