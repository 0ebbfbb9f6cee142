"""Months in words, as they are read aloud, in any language of the book."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class SpokenMonths(NamedTuple):
    """How a language says months: their names, a month with {month} and {year}, a span with {start} and {until}."""

    names: Sequence[str]
    one: str
    between: str

    def month(self, value: str) -> str:
        """Say a month, given as JJJJ-MM: ``2014-09`` is September 2014."""
        year, number = value.split("-")
        return self.one.format(month=self.names[int(number) - 1], year=year)

    def span(self, start: str, until: str) -> str:
        """Say from which month to which; one month is no span."""
        return self.month(start) if start == until else self.between.format(start=self.month(start), until=self.month(until))
