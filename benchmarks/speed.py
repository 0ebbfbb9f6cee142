"""How fast the press is, as ratios to one plain WeasyPrint run over the same book; prints a table from one run.

    .venv/bin/python benchmarks/speed.py [FOLDER] [--with-ghostscript]

FOLDER holds another book than the shipped one, such as one of ``benchmarks.books``. Plain is the run of benchmarks/cost.py.
Times are wall clock of whole processes; how busy the machine was meanwhile stands below the table, since that falls on both.
Programs of the machine are out of reach but where Ghostscript is named. The project is a copy, made anew for each cold line.
"""

from __future__ import annotations

import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
_PARAGRAPH = re.compile(r"(?m)^(    text: .*|      [A-ZÄÖÜ].* )der ")


@dataclass(frozen=True, slots=True)
class Spent:
    """What one process took: seconds on the wall, and of all processors."""

    wall: float
    cpu: float


def main() -> None:
    """Measure every line once and print the table."""
    named = [each for each in sys.argv[1:] if not each.startswith("-")]
    book = Path(named[0]) if named else PROJECT
    plain = _spent([sys.executable, str(PROJECT / "benchmarks/cost.py"), "plain"], book)
    print(f"| what | seconds | of plain ({plain.wall:.1f} s) | CPU seconds |\n| --- | --- | --- | --- |")
    with tempfile.TemporaryDirectory() as folder:
        for what, spent in _lines(book, Path(folder)):
            print(f"| {what} | {spent.wall:.2f} | {spent.wall / plain.wall:.2f} | {spent.cpu:.1f} |", flush=True)
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    print(f"\n{os.cpu_count()} cores; load of the machine at the end: {load}")


def _lines(book: Path, folder: Path) -> Iterator[tuple[str, Spent]]:
    if shutil.which("gs") and "--with-ghostscript" in sys.argv:
        yield "cold, all products, with Ghostscript", _press(_copy(book, folder / "gs"), "build", programs=True)
    yield "cold, print interior with preflight", _press(_copy(book, folder / "print"), "build", "print")
    project = _copy(book, folder / "all")
    yield "cold, all products", _press(project, "build")
    yield "nothing changed, build", _press(project, "build")
    yield "nothing changed, list", _press(project, "list")
    kursbuch = project / "sources/kursbuch.yaml"
    kursbuch.write_text(kursbuch.read_text("utf-8") + "# Ein Wort für die Redaktion\n", "utf-8")
    yield "a comment changed, build", _press(project, "build")
    _change_a_word(project)
    yield "one word changed, Word file of the whole book", _press(project, "build", "word/kursbuch.docx")
    yield "one word changed, all products", _press(project, "build")


def _copy(book: Path, folder: Path) -> Path:
    for name in ("sources", "layouts"):
        shutil.copytree(book / name, folder / name)
    return folder


def _change_a_word(project: Path) -> None:
    """Change one word in a paragraph of a chapter in the middle of the book."""
    chapters = sorted((project / "sources/chapters").glob("*.yaml"))
    for path in chapters[len(chapters) // 2 :]:
        text, count = _PARAGRAPH.subn(r"\g<1>dieser ", path.read_text("utf-8"), count=1)
        if count:
            path.write_text(text, "utf-8")
            return
    raise AssertionError("no paragraph has the word")


def _press(project: Path, *arguments: str, programs: bool = False) -> Spent:
    command = [sys.executable, "-m", "kursbuch_press.cli", *arguments, "--project", str(project)]
    return _spent(command, project, programs=programs)


def _spent(command: list[str], book: Path, *, programs: bool = False) -> Spent:
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    environment = {**os.environ, "PYTHONPATH": str(PROJECT), "KURSBUCH_PROJECT": str(book)}
    if not programs:
        environment["PATH"] = ""
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    wall, after = time.monotonic() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Spent(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


if __name__ == "__main__":
    main()
