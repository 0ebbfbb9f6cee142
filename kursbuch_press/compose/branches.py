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
    order = list(_below(-1, 0, behind))
    rows = {number: row for row, (number, _) in enumerate(order)}
    return tuple(replace(drawn[number], column=column, above=rows.get(follows[number], -1)) for number, column in order)


def _below(number: int, column: int, behind: dict[int, list[int]]) -> Iterator[tuple[int, int]]:
    """Give every step behind one, with its column."""
    going_on, *aside = behind.get(number, [-1])
    for each in aside:
        yield each, column + 1
        yield from _below(each, column + 1, behind)
    if going_on >= 0:
        yield going_on, column
        yield from _below(going_on, column, behind)
