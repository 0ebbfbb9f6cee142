"""A process with branches: what follows on what, as lines that run side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kursbuch_press.book.basic_blocks import Mark
from kursbuch_press.compose.drawing_data import DrawingMark


def branched(marks: Sequence[Mark], drawn: Sequence[DrawingMark]) -> tuple[DrawingMark, ...]:
    """Give the steps from above to below: each with its column and the place of the step that it follows.

    A step without ``after`` follows the one before it. What is listed first behind a step goes on in its line; the others
    branch off beside it, and come first, so that the line that goes on crosses none of them.
    """
    places = {mark.id: number for number, mark in enumerate(marks)}
    follows = {number: places[mark.after] if mark.after else number - 1 for number, mark in enumerate(marks)}
    behind: dict[int, list[int]] = {}
    for number, before in follows.items():
        behind.setdefault(before, []).append(number)
    order = list(_from_above(behind))
    rows = {number: row for row, (number, _) in enumerate(order)}
    return tuple(replace(drawn[number], column=column, above=rows.get(follows[number], -1)) for number, column in order)


def _from_above(behind: dict[int, list[int]]) -> Iterator[tuple[int, int]]:
    """Give every step with its column: what branches off, with all behind it, before what goes on."""
    waiting = [(number, 0) for number in behind.get(-1, ())]
    while waiting:
        number, column = waiting.pop()
        yield number, column
        going_on, aside = behind.get(number, [])[:1], behind.get(number, [])[1:]
        waiting += [(each, column) for each in going_on] + [(each, column + 1) for each in reversed(aside)]
