"""The budget of one foreign file: whoever unpacks bytes or does a step of work for it, takes them from here."""

from __future__ import annotations

import time
from dataclasses import dataclass

from kursbuch_press.limits import wording
from kursbuch_press.problems import PressError

MB = 1024 * 1024
_LOOK_AT_THE_CLOCK = 20_000
"""Steps between two looks at the clock; a step is an operator, an object, an element: some microseconds."""
_BYTES_FOR_A_STEP = 1024
"""Unpacking takes time as well: so many bytes count as one step towards the next look at the clock."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost.

    ``megabytes`` is the most that one stream or package may have unpacked; A4 in CMYK at 500 dpi has 97 million bytes.
    ``gigabytes`` is all that is unpacked one after the other, ``million_steps`` operators, objects and elements.
    A step of painting costs 15 to 27 millionths of a second; a screen edition of 265 pages asks for 225,000.
    ``memory`` is what a child that reads the file may have besides what it was born with, in MB.
    """

    megabytes: int = 192
    gigabytes: float = 8.0
    million_steps: float = 3.0
    seconds: float = 120.0
    memory: int = 1536


class Budget:
    """What is left for one file; who asks for more gets PressError with a sentence for people."""

    def __init__(self, limits: Limits | None = None) -> None:
        """Start the clock."""
        self.limits = limits or Limits()
        self._bytes = int(self.limits.gigabytes * 1024 * MB)
        self._steps = int(self.limits.million_steps * 1e6)
        self._until = time.monotonic() + self.limits.seconds
        self._work = _LOOK_AT_THE_CLOCK

    def hold(self, amount: int) -> None:
        """Refuse a stream or package that has more bytes than may be held at once."""
        if amount > self.limits.megabytes * MB:
            raise PressError(wording.TOO_LARGE.format(most=self.limits.megabytes))

    def unpack(self, amount: int) -> None:
        """Take bytes that were, or are going to be, unpacked."""
        self._bytes -= amount
        if self._bytes < 0:
            raise PressError(wording.TOO_MUCH.format(most=_written(self.limits.gigabytes)))
        self._look(amount // _BYTES_FOR_A_STEP)

    def spend(self, steps: int = 1) -> None:
        """Take steps of work; now and then this looks at the clock."""
        self._steps -= steps
        if self._steps < 0:
            raise PressError(wording.TOO_MANY_STEPS.format(most=_written(self.limits.million_steps)))
        self._look(steps)

    def _look(self, work: int) -> None:
        self._work += work
        if self._work >= _LOOK_AT_THE_CLOCK:
            self._work = 0
            self.look_at_the_clock()

    def look_at_the_clock(self) -> None:
        """Refuse to go on when the time is over."""
        if time.monotonic() > self._until:
            raise PressError(wording.TOO_SLOW.format(seconds=_written(self.limits.seconds)))


def _written(number: float) -> str:
    return f"{number:g}".replace(".", ",")
