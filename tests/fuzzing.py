"""Fuzzing for an hour or for seconds: numbered inputs until the time is over, with all findings and the figures at the end."""

from __future__ import annotations

import os
import random
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, field

MOST_FINDINGS = 20
A_FEW = 60


@dataclass(slots=True)
class Figures:
    """What came of one target: how many inputs, what the slowest took in seconds of the processor, what was found."""

    name: str
    inputs: int = 0
    slowest: tuple[float, int] = (0.0, 0)
    findings: dict[str, str] = field(default_factory=dict)
    """The first traceback at each place of the code, by exception and place."""

    def __str__(self) -> str:
        seconds, number = self.slowest
        head = f"{self.name}: {self.inputs} inputs, slowest {seconds:.2f} s (seed {number}), {len(self.findings)} findings"
        return "\n".join([head, *self.findings.values()])


def fuzz(name: str, tries: Callable[[random.Random], None], longest: float) -> Figures:
    """Try numbered inputs for FUZZ_SECONDS (else 2), a few in a short run. Exceptions are findings.

    ``longest`` is what one input may take in seconds of the processor. FUZZ_FIRST is the number to begin with.
    """
    seconds = float(os.environ.get("FUZZ_SECONDS", "2"))
    first = int(os.environ.get("FUZZ_FIRST", "0"))
    figures = Figures(name)
    until = time.monotonic() + seconds
    for number in range(first, first + (A_FEW if seconds < 60 else 10**9)):
        start = time.process_time()
        try:
            tries(random.Random(number))  # noqa: S311 - changes, no secrets
            if time.process_time() - start > longest:
                raise TimeoutError(f"more than {longest} seconds")  # noqa: TRY301 - a finding as any other
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what we look for
            frame = traceback.extract_tb(error.__traceback__)[-1]
            figures.findings.setdefault(
                f"{type(error).__name__} {frame.filename}:{frame.lineno}", f"seed {number}: {traceback.format_exc()}"
            )
        figures.inputs += 1
        figures.slowest = max(figures.slowest, (time.process_time() - start, number))
        if time.monotonic() > until or len(figures.findings) == MOST_FINDINGS:
            break
    print(figures)  # noqa: T201 - the figures that the note wants
    return figures
