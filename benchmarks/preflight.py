"""What the preflight of the whole book costs, against drawing its pages; prints both from one run.

    .venv/bin/python benchmarks/preflight.py [ROUNDS]

Drawing is the sRGB PDF from the laid-out book; finishing it for print comes on top and is shown apart. The preflight reads the
finished file, judges it by all checks, makes the small pictures and writes both reports. Separations by Ghostscript are left
out: no program of the machine is in reach. Each round is a process of its own, as WeasyPrint draws a layout only once.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kursbuch_press.press.project import Project

PROJECT = Path(__file__).resolve().parents[1]


def main() -> None:
    """Print the CPU seconds of each stage, as often as wanted."""
    os.environ["PATH"] = ""
    sys.path.insert(0, str(PROJECT))
    from kursbuch_press.press import engine
    from kursbuch_press.press.project import Project
    from kursbuch_press.press.stages import keeping

    gc.disable()  # as the press builds
    project = Project(PROJECT)
    with keeping():
        # The layout is shared by all rounds.
        engine.load(project, "kursbuch_press.press.setting").whole_book(project)
        for number in range(1, (int(sys.argv[1]) if len(sys.argv) > 1 else 1) + 1):
            worker = os.fork()
            if not worker:
                _round(project, number)
                sys.stdout.flush()
                os._exit(0)
            os.waitpid(worker, 0)


def _round(project: Project, number: int) -> None:
    from kursbuch_press.pages.drawing import draw_print
    from kursbuch_press.pages.facts import facts_of
    from kursbuch_press.pages.prepress import finish_and_tell
    from kursbuch_press.press.composing import manuscript
    from kursbuch_press.press.preflight import Judged, judge, wish_of
    from kursbuch_press.press.printing import finish_for
    from kursbuch_press.press.reading import printer
    from kursbuch_press.press.setting import printed_pages, whole_book

    book, pages = whole_book(project), printed_pages(project)
    finish = finish_for(project, "innenteil")
    begin = process_time()
    raw = draw_print(book, pages)
    drawn = process_time()
    finished = finish_and_tell(raw, finish)
    done = process_time()
    facts = facts_of(book, pages)
    wish = wish_of(printer(project), manuscript(project).edition.trim, project.folder)
    judge(project, Judged("innenteil.pdf", "preflight", "versand.pdf", finished, pages, wish, facts))
    judged = process_time()
    drawing, finishing, preflight = drawn - begin, done - drawn, judged - done
    print(
        f"{number}: {pages} pages, drawing {drawing:.2f} s, finishing {finishing:.2f} s, preflight {preflight:.2f} s, "
        f"preflight to drawing {preflight / drawing:.2f}"
    )


if __name__ == "__main__":
    main()
