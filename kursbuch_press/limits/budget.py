"""The budget of one foreign file: whoever unpacks bytes or does a step of work for it, takes them from here."""

from __future__ import annotations

import time
from dataclasses import dataclass

from kursbuch_press.limits import wording
from kursbuch_press.problems import PressError

MB = 1024 * 1024
_LOOK_AT_THE_CLOCK = 20_000
"""Steps between two looks at the clock; a step is an operator, an object, an element: some microseconds."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost. ``megabytes`` counts all that is unpacked, ``million_steps`` operators, objects, elements."""

    megabytes: int = 512
    million_steps: float = 12.0
    seconds: float = 120.0


class Budget:
    """What is left for one file; who asks for more gets PressError with a sentence for people."""

    def __init__(self, limits: Limits | None = None) -> None:
        """Start the clock."""
        self.limits = limits or Limits()
        self._bytes = self.limits.megabytes * MB
        self._steps = int(self.limits.million_steps * 1e6)
        self._until = time.monotonic() + self.limits.seconds
        self._next_look = self._steps

    @property
    def bytes_left(self) -> int:
        """How many bytes may still be unpacked."""
        return self._bytes

    def unpack(self, amount: int) -> None:
        """Take bytes that were, or are going to be, unpacked."""
        self._bytes -= amount
        if self._bytes < 0:
            raise PressError(wording.TOO_LARGE.format(most=self.limits.megabytes))

    def spend(self, steps: int = 1) -> None:
        """Take steps of work; now and then this looks at the clock."""
        self._steps -= steps
        if self._steps < 0:
            raise PressError(wording.TOO_MANY_STEPS.format(most=f"{self.limits.million_steps:g}".replace(".", ",")))
        if self._steps <= self._next_look:
            self._next_look = self._steps - _LOOK_AT_THE_CLOCK
            if time.monotonic() > self._until:
                raise PressError(wording.TOO_SLOW.format(seconds=f"{self.limits.seconds:g}".replace(".", ",")))
