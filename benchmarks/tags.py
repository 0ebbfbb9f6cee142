"""What the tags of the whole book cost, against drawing its pages without tags; prints both from one run.

    .venv/bin/python benchmarks/tags.py [ROUNDS]

Plain is the same layout drawn as PDF/A-2b and saved by the same library; tagged is the screen edition with everything that
repairs its tags. Each drawing is a process of its own, as WeasyPrint draws a layout only once; CPU time is counted, and no
garbage collected, as the press builds.
"""

from __future__ import annotations

import gc
import os
import struct
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from time import process_time

PROJECT = Path(__file__).resolve().parents[1]


def main() -> None:
    """Print the CPU seconds of a plain drawing, of a tagged one, and what the tags add, as often as wanted."""
    sys.path.insert(0, str(PROJECT))
    import pikepdf

    from kursbuch_press.press import engine
    from kursbuch_press.press.project import Project
    from kursbuch_press.press.stages import keeping

    project = Project(PROJECT)
    with keeping():
        book = engine.load(project, "kursbuch_press.press.setting").whole_book(project)
    from kursbuch_press.pages.tagging import ScreenFinish, draw_tagged, finish_screen

    labels = tuple(str(number) for number, _ in enumerate(book.pages, start=1))
    document = book.chapters[0].document.copy(book.pages)

    def plain() -> None:
        drawn = document.write_pdf(pdf_variant="pdf/a-2b", uncompressed_pdf=True)
        with pikepdf.open(BytesIO(drawn)) as pdf:
            pdf.save(BytesIO(), deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)

    def tagged() -> None:
        finish_screen(draw_tagged(document, labels), ScreenFinish("Kursbuch", "de", labels))

    for number in range(1, (int(sys.argv[1]) if len(sys.argv) > 1 else 1) + 1):
        without, whole = _seconds(plain), _seconds(tagged)
        print(f"{number}: {len(labels)} pages, plain {without:.2f} s, tagged {whole:.2f} s, tags {whole / without - 1:+.0%}")


def _seconds(draw: Callable[[], object]) -> float:
    """Give the CPU time of a drawing in a fork of its own."""
    read, write = os.pipe()
    if os.fork() == 0:
        gc.disable()
        begun = process_time()
        draw()
        os.write(write, struct.pack("d", process_time() - begun))
        os._exit(0)
    os.close(write)
    with os.fdopen(read, "rb") as told:
        seconds: float = struct.unpack("d", told.read())[0]
    os.wait()
    return seconds


if __name__ == "__main__":
    main()
