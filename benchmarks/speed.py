"""How fast the press is: the table of docs/performance.md from one run, as ratios to plain WeasyPrint over the same book.

    .venv/bin/python -m benchmarks.speed [--rounds N] [--pages 20,80,320,1000]
    .venv/bin/python -m benchmarks.speed --growth --pages 80,320,1000    only what a page costs in them: a busy machine will do

Plain is the run of benchmarks/cost.py, for each book anew. Times are wall clock of whole processes, the lowest of the rounds;
they mean something only on a machine that does nothing else: how busy it was stands below the table. Programs of the machine
are out of reach but in the lines that name Ghostscript. The shipped book is copied anew for each cold line; the others come
from ``benchmarks.books``. Memory is the most that any one process of a build held.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from queue import Queue

from benchmarks import books

PROJECT = Path(__file__).resolve().parents[1]
_WORDS = ("der", "dieser", "jener", "mancher", "solcher", "welcher", "keiner", "einer")
"""Each stands in the place of the one before it: a word that had been there before would be found in .press/."""
_PARAGRAPH = re.compile(rf"(?m)^(    text: .*|      [A-ZÄÖÜ].* )({'|'.join(_WORDS[:-1])}) ")
_BASE = 80
"""Pages of the book that larger ones are held against."""


@dataclass(frozen=True, slots=True)
class Spent:
    """What one process took: seconds on the wall, and of all processors; the most megabytes that one of its processes held."""

    wall: float
    cpu: float
    megabytes: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table; ``must`` is what issue 12 asks, as a ratio to plain or with its unit."""

    what: str
    spent: Spent
    must: str = "–"


@dataclass(frozen=True, slots=True)
class Measured:
    """A book, and how its lines are measured in a folder of their own."""

    name: str
    book: Path
    lines: Callable[[Path], Iterator[Line]]


def main() -> None:
    """Measure every line and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--pages", default="80", help="books to be made, by their number of pages; 320 and 1000 take long")
    parser.add_argument("--growth", action="store_true", help="only CPU and memory for a page, one cold build for each book")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if not asked.growth:
            _table(Measured("the shipped book", PROJECT, _shipped), Path(folder), asked.rounds)
        costs = {}
        for pages in [int(each) for each in asked.pages.split(",") if each]:
            book = Path(folder) / f"book-{pages}"
            books.copy(book)
            books.write(str(pages), book)
            costs[pages] = _cost(book) if asked.growth else _sized(pages, book, asked.rounds)
    _compared(costs)
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    print(f"\n{os.cpu_count()} cores; load of the machine at the end: {load}")


def _table(measured: Measured, folder: Path, rounds: int) -> None:
    plain = min((_plain(measured.book) for _ in range(rounds)), key=lambda spent: spent.wall)
    print(f"\n{measured.name}; plain WeasyPrint: {plain.wall:.1f} s, {plain.cpu:.1f} s of CPU, {plain.megabytes} MB\n")
    print("| what | seconds | of plain | must | CPU seconds | MB |\n| --- | --- | --- | --- | --- | --- |")
    found: dict[str, Line] = {}
    for number in range(rounds):
        for line in measured.lines(folder / f"{number}"):
            known = found.get(line.what)
            if known is None or line.spent.wall < known.spent.wall:
                found[line.what] = line
    for line in found.values():
        _print(line, plain)


def _print(line: Line, plain: Spent) -> None:
    spent = line.spent
    ratio, memory = f"{spent.wall / plain.wall:.3f}", spent.megabytes or "–"
    print(f"| {line.what} | {spent.wall:.2f} | {ratio} | {line.must} | {spent.cpu:.1f} | {memory} |", flush=True)


def _shipped(folder: Path) -> Iterator[Line]:
    if shutil.which("gs"):
        made = _press(_copy(folder / "gs"), "build", programs=True)
        yield Line("cold, all products, with Ghostscript's separations", made, "0.8")
    project = _copy(folder / "all")
    yield Line("cold, all products, without Ghostscript", _press(project, "build"), "0.6")
    yield Line("nothing changed, build", _press(project, "build"), "0.25 s")
    yield Line("nothing changed, list", _press(project, "list"), "0.25 s")
    kursbuch = project / "sources/kursbuch.yaml"
    kursbuch.write_text(kursbuch.read_text("utf-8") + "# Ein Wort für die Redaktion\n", "utf-8")
    yield Line("a comment changed, build", _press(project, "build"))
    _change_a_word(project)
    yield Line("one word changed, new process, all products", _press(project, "build"), "0.2")
    _change_a_word(project)
    _press(project, "build", "print")
    yield Line("Word file of the whole book, its chapters known", _press(project, "build", "word/kursbuch.docx"), "1.5 s")
    yield from _watched(project)


def _sized(pages: int, book: Path, rounds: int) -> tuple[int, Spent]:
    """Measure a book of about so many pages; give how many it really has, and what a cold build of both editions costs."""
    must = "1.0" if pages == _BASE else "–"

    def lines(_: Path) -> Iterator[Line]:
        _forget(book)
        yield Line("cold, print interior with preflight", _press(book, "build", "print"), must)
        _forget(book)
        yield Line("cold, print and screen edition", _press(book, "build", "print", "screen"))

    _table(Measured(f"a book of about {pages} pages", book, lines), book, rounds)
    return _cost(book)


def _cost(book: Path) -> tuple[int, Spent]:
    _forget(book)
    spent = _press(book, "build", "print", "screen")
    from kursbuch_press.press.dist import read_manifest

    return read_manifest(book / "dist").entries["screen/kursbuch.pdf"].pages, spent


def _compared(costs: dict[int, tuple[int, Spent]]) -> None:
    if not costs:
        return
    print("\n| pages | CPU seconds for a page | against 80 (must: 1.1) | MB | against 80 (must: 1.5) |\n" + "| --- " * 5 + "|")
    count, base = costs.get(_BASE) or next(iter(costs.values()))
    for pages, spent in costs.values():
        each = spent.cpu / pages
        memory = f"{spent.megabytes} | {spent.megabytes / base.megabytes:.2f}"
        print(f"| {pages} | {each:.3f} | {each / (base.cpu / count):.2f} | {memory} |")


def _watched(project: Path) -> Iterator[Line]:
    """Change a word while the book is watched, and take the time until its editions are in dist/."""
    from kursbuch_press.press.project import Project
    from kursbuch_press.press.watching import ChapterReady, Made, Watch, watch

    heard: Queue[tuple[float, object]] = Queue()
    over: list[bool] = []
    wish = Watch(Project(project), ("screen", "print"), stopped=lambda: bool(over))
    thread = threading.Thread(target=watch, args=(wish, lambda event: heard.put((time.monotonic(), event))))
    thread.start()
    try:
        _until(heard, Made, 2)
        _change_a_word(project)
        began = time.monotonic()
        laid = _until(heard, ChapterReady, 1) - began
        screen = _until(heard, Made, 1) - began
        whole = _until(heard, Made, 1) - began
    finally:
        over.append(True)
        thread.join()
    yield Line("one word changed, watch: chapter laid out", Spent(laid, 0.0), "0.04 (as PDF)")
    yield Line("one word changed, watch: screen edition", Spent(screen, 0.0))
    yield Line("one word changed, watch: print and screen edition", Spent(whole, 0.0), "0.12")


def _until(heard: Queue[tuple[float, object]], kind: type, count: int) -> float:
    """Wait for so many events of a kind; give when the last of them came."""
    while True:
        when, event = heard.get(timeout=1200)
        count -= isinstance(event, kind)
        if not count:
            return when


def _copy(folder: Path) -> Path:
    books.copy(folder)
    return folder


def _forget(project: Path) -> None:
    for name in ("dist", ".press"):
        shutil.rmtree(project / name, ignore_errors=True)


def _change_a_word(project: Path) -> None:
    """Change one word in a paragraph of a chapter in the middle of the book, to one that has not been there before."""
    chapters = sorted((project / "sources/chapters").glob("*.yaml"))
    for path in chapters[len(chapters) // 2 :]:
        before = path.read_text("utf-8")
        if found := _PARAGRAPH.search(before):
            word = _WORDS[_WORDS.index(found[2]) + 1]
            path.write_text(f"{before[: found.start(2)]}{word}{before[found.end(2) :]}", "utf-8")
            return
    raise AssertionError("no paragraph has the word")


def _plain(book: Path) -> Spent:
    return _spent([sys.executable, str(PROJECT / "benchmarks/cost.py"), "plain"], book)


def _press(project: Path, *arguments: str, programs: bool = False) -> Spent:
    command = [sys.executable, "-m", "kursbuch_press.cli", *arguments, "--project", str(project)]
    return _spent(command, project, programs=programs)


def _spent(command: list[str], book: Path, *, programs: bool = False) -> Spent:
    environment = {**os.environ, "PYTHONPATH": str(PROJECT), "KURSBUCH_PROJECT": str(book)}
    if not programs:
        environment["PATH"] = ""
    began = time.monotonic()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Spent(time.monotonic() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024)


if __name__ == "__main__":
    main()
