"""What the tags of the whole book cost beside drawing it: ``python -m tests.pages.reading.cost`` prints both.

No test: seconds depend on the machine, and on what else it does. Each drawing runs in a process of its own, for
drawing one layout twice changes the second; CPU time is counted, and the best of three runs. Objects are not
collected meanwhile, as in the press (press/build.py).
"""

from __future__ import annotations

import gc
import os
import struct
import sys
import time
from collections.abc import Callable

from tests.shipped import PROJECT

RUNS = 3


def main() -> None:
    """Print the seconds of CPU time for a plain drawing, for a tagged one, and what the tags add."""
    # It loads Pango, which looks for fonts.
    from kursbuch_press.pages.reading import ScreenFinish, draw_tagged, finish_screen  # noqa: PLC0415
    from kursbuch_press.press.workshop import Workshop  # noqa: PLC0415

    book = Workshop(PROJECT).set_book
    labels = tuple(str(number) for number, _ in enumerate(book.pages, start=1))
    document = book.chapters[0].document.copy(book.pages)

    def tagged() -> None:
        finish_screen(draw_tagged(document, labels), ScreenFinish("Kursbuch", "de", labels))

    plain = best(lambda: document.write_pdf(pdf_variant="pdf/a-2b"))
    whole = best(tagged)
    sys.stdout.write(f"{len(labels)} pages: plain {plain:.2f} s, tagged {whole:.2f} s, tags {whole / plain - 1:+.0%}\n")


def best(draw: Callable[[], object]) -> float:
    """Give the least CPU time of some runs, each in a fork."""
    return min(_forked(draw) for _ in range(RUNS))


def _forked(draw: Callable[[], object]) -> float:
    read, write = os.pipe()
    if os.fork() == 0:
        gc.disable()
        begun = time.process_time()
        draw()
        os.write(write, struct.pack("d", time.process_time() - begun))
        os._exit(0)
    os.close(write)
    with os.fdopen(read, "rb") as told:
        seconds: float = struct.unpack("d", told.read())[0]
    os.wait()
    return seconds


if __name__ == "__main__":
    main()
