"""Whether every row of a list fits its sheet, said before anything is made: only the backs, which say it, are laid out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from kursbuch_press.pages.handouts.setting import set_for
from kursbuch_press.press.designs import design
from kursbuch_press.press.jobs import Order
from kursbuch_press.press.project import Project
from kursbuch_press.press.series import orders_for, place_of, wanted_for
from kursbuch_press.press.sheets import DESIGN, material_with, setter
from kursbuch_press.press.stages import keeping
from kursbuch_press.problems import BookError, Problem


class _AnyFolio(dict[str, str]):
    """Folios of a book that need not be laid out: no back names a page of it."""

    def __missing__(self, address: str) -> str:
        return ""


def judged_series(project: Project, path: Path, handouts: Sequence[str]) -> tuple[int, tuple[Problem, ...]]:
    """Give how many sheets a list asks for, and everything that would keep them from being made."""
    with keeping():
        try:
            orders = orders_for(project, path, handouts)
        except BookError as wrong:
            return 0, wrong.problems
        problems = (problem for order in orders for problem in _of_order(order))
        return len(orders), tuple(sorted(dict.fromkeys(problems)))


def _of_order(order: Order) -> tuple[Problem, ...]:
    shared = material_with(order.project, _AnyFolio())
    placed = replace(shared, places={**shared.places, **place_of(order)})
    try:
        set_for(replace(wanted_for(order), back=True), placed, design(order.project, DESIGN), setter(order.project))
    except BookError as wrong:
        return wrong.problems
    return ()
