"""One chapter laid out, as a job: its pages travel as bytes, so any worker can do it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from kursbuch_press.pages.layout import ToSet
from kursbuch_press.press.jobs import Job, Made, Order
from kursbuch_press.press.project import Project
from kursbuch_press.press.setters import page_setter
from kursbuch_press.press.workers import made


def make(order: Order) -> Made:
    """Lay out one chapter and give its pages."""
    return Made(page_setter(order.project).written(ToSet(**order.about)))


def laid_out(project: Project, sheets: Sequence[ToSet]) -> Iterator[tuple[str, bytes]]:
    """Give the pages of chapters as they are done, under their names; the longest is begun first."""
    longest = sorted(sheets, key=lambda sheet: len(sheet.html), reverse=True)
    return made(Job(Order(project, sheet.name, about=asdict(sheet)), __name__) for sheet in longest)
