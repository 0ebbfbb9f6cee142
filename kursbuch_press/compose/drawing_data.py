"""What the drawn figures show; the templates in layouts/drawings/ draw it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bar:
    """One measure in the time line, from its first month to its last (YYYY-MM)."""

    number: str
    title: str
    start: str
    until: str
    priority: str
    swatch: str
    group: str
    target: str


@dataclass(frozen=True, slots=True)
class Tick:
    """One filled square of the matrix: who is responsible for (or takes part in) a measure."""

    row: str
    column: str
    responsible: bool


@dataclass(frozen=True, slots=True)
class DrawingMark:
    """One element of a drawn figure."""

    label: str
    value: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class DrawingData:
    """What a template in layouts/drawings/ draws; which parts are filled depends on the drawing.

    ``bars`` for the time line, whose axis runs from the month ``begin`` to the month ``end``; ``rows``, ``columns`` and
    ``ticks`` for the matrix; ``marks`` for the others. ``swatch`` is the colour of the chapter. ``legend`` says what the forms
    mean (``value`` is the key of a form, ``label`` its word), under the word ``legend_title`` if there is one.
    """

    name: str
    swatch: str
    marks: tuple[DrawingMark, ...] = ()
    bars: tuple[Bar, ...] = ()
    rows: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    ticks: tuple[Tick, ...] = ()
    begin: str = ""
    end: str = ""
    legend: tuple[DrawingMark, ...] = ()
    legend_title: str = ""
