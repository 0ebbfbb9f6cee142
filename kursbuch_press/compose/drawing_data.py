"""What the drawn figures show; the templates in layouts/drawings/ draw it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ROUND = (100_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10, 5, 2, 1)
_MOST_SIGNS = 20


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
class Bond:
    """What two bodies share: the places of both among the rows, the upper one first, and the number of measures."""

    upper: int
    lower: int
    count: int


@dataclass(frozen=True, slots=True)
class DrawingMark:
    """One element of a drawn figure; in a process with branches with its column and the row of what it follows, -1 for none."""

    label: str
    value: str = ""
    text: str = ""
    column: int = 0
    above: int = -1

    @property
    def parts(self) -> tuple[str, str]:
        """What it says beside its label."""
        return self.value, self.text


@dataclass(frozen=True, slots=True)
class DrawingData:
    """What a template in layouts/drawings/ draws; which parts are filled depends on the drawing.

    ``bars`` for the time line, whose axis runs from the month ``begin`` to the month ``end``; ``rows``, ``columns`` and
    ``ticks`` for the matrix; ``rows`` and ``bonds`` for who works with whom; ``marks`` for the others.
    ``swatch`` is the colour of the chapter. ``legend`` says what the forms mean (``value`` is the key of a form, ``label`` its
    word), under the word ``legend_title`` if there is one.
    """

    name: str
    swatch: str
    marks: tuple[DrawingMark, ...] = ()
    bars: tuple[Bar, ...] = ()
    rows: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    ticks: tuple[Tick, ...] = ()
    bonds: tuple[Bond, ...] = ()
    begin: str = ""
    end: str = ""
    legend: tuple[DrawingMark, ...] = ()
    legend_title: str = ""

    @property
    def scale(self) -> int:
        """For how many one sign stands: the roundest number with which the longest row has at most 20 signs."""
        most = max((figure(mark.value) for mark in self.marks), default=0.0)
        return next((each for each in reversed(_ROUND) if most / each <= _MOST_SIGNS), _ROUND[0])


def figure(words: str) -> float:
    """Give the first number in words such as „etwa 1 200“, 0 where there is none."""
    found = re.search(r"\d[\d .\u00a0\u202f]*(?:,\d+)?", words)
    return float(re.sub(r"[ .\u00a0\u202f]", "", found[0]).replace(",", ".")) if found else 0.0
