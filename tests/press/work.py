"""Jobs for the tests of workers: what each does stands in the path of its order."""

from __future__ import annotations

import os
import signal

from kursbuch_press.press.jobs import Made, Order
from kursbuch_press.press.progress import tell
from kursbuch_press.problems import BookError, Place, PressError, Problem

PROBLEM = Problem(Place("sources/a.yaml", 1, 2), "Etwas ist falsch.", "anders schreiben")


def make(order: Order) -> Made:
    """Do what the path says."""
    match order.path:
        case "mistaken":
            raise BookError((PROBLEM,))
        case "broken":
            raise PressError("Ghostscript fehlt.")
        case "buggy":
            raise ZeroDivisionError
        case "killed":
            os.kill(os.getpid(), signal.SIGKILL)
        case _:
            tell(order.path, "zeichnet", 3, 9)
    return Made(b"x" * 3_000_000, 9)
