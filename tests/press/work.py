"""Jobs for the tests of workers: what each does stands in the path of its order."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

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
        case "killed once":
            mark = order.project.folder / "killed"
            if not mark.exists():
                mark.touch()
                os.kill(os.getpid(), signal.SIGKILL)
        case "killed far away":
            mark = Path(order.about["mark"])
            if not mark.exists():
                mark.touch()
                os.kill(os.getpid(), signal.SIGKILL)
        case "endless":
            child = subprocess.Popen([sys.executable, "-c", "import signal; signal.pause()"])
            (order.project.folder / "started").write_text(f"{os.getpid()}\n{child.pid}\n", "utf-8")
            child.wait()
        case _:
            tell(order.path, "zeichnet", 3, 9)
    return Made(b"x" * 3_000_000, 9)
