"""One build, and each call that changes the disk in turn is the last one, or fails: the old set or the new one, nothing left.

A few calls go with every run of the tests; all of them, with each kind of fault:

    KURSBUCH_FAULTS=all python3 build.py test tests/press/test_any_step.py
"""

from __future__ import annotations

import errno
import os
import shutil
import signal
from datetime import date
from mmap import mmap
from pathlib import Path

import pytest

from kursbuch_press.press.beginning import NewBook, begin
from tests.cli.inside import Ended, inside
from tests.disk.faults import Fault, arm
from tests.shipped import PROJECT

NEW = NewBook("Probe", "Haus", ("Eins",), (148, 210), "offset-gestrichen", date(2020, 5, 4))
WRITING = ("write", "fsync", "mkdir", "rename", "replace", "link", "unlink", "rmdir", "open", "utime", "chmod")
KINDS = {
    "killed before": 0,
    "killed after": 0,
    "ENOSPC": errno.ENOSPC,
    "EIO": errno.EIO,
    "EACCES": errno.EACCES,
    "EROFS": errno.EROFS,
}
WANTED = os.environ.get("KURSBUCH_FAULTS", "2")

Files = dict[str, bytes]


class Book:
    """A book with an old set in dist/ and a changed word in its sources; ``temporary`` is the machine's temporary folder."""

    def __init__(self, folder: Path) -> None:
        self.made = folder / "made"
        self.temporary = folder / "tmp"
        self.temporary.mkdir()
        self.project = folder / "book"
        begin(PROJECT, self.made, NEW)
        self.fresh()
        assert self.build().code == 0
        shutil.rmtree(self.made)
        self.project.rename(self.made)
        self.old = _files(self.made / "dist")
        edition = self.made / "sources/kursbuch.yaml"
        edition.write_text(edition.read_text("utf-8").replace("Probe", "Frage"), "utf-8")
        self.fresh()
        self.calls = mmap(-1, 8)
        assert self.build(Fault(0, "", calls=self.calls)).code == 0
        self.steps = int.from_bytes(self.calls[:8], "little")
        self.new = _files(self.project / "dist")

    def fresh(self) -> None:
        shutil.rmtree(self.project, ignore_errors=True)
        shutil.copytree(self.made, self.project)

    def build(self, fault: Fault | None = None) -> Ended:
        def before() -> None:
            os.environ["TMPDIR"] = str(self.temporary)
            if fault is not None:
                arm(fault, WRITING)

        return inside(["build", "word", "--quiet", "--jobs", "1", "--project", str(self.project)], before)

    def left(self) -> set[str]:
        """What should not be there: half files, folders of changes, temporary things."""
        kept = {"sources", "layouts", "dist", "drafts", ".press", ".gitignore", ".gitattributes", "README.md"}
        beside = {path.name for path in self.project.iterdir()} - kept
        hidden = [path for name in ("dist", "drafts", ".press") for path in (self.project / name).rglob(".*")]
        return beside | {str(path) for path in hidden} | {path.name for path in self.temporary.iterdir()}


def _files(folder: Path) -> Files:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Book:
    return Book(tmp_path_factory.mktemp("steps"))


def _moments(steps: int) -> list[tuple[int, str]]:
    """Choose calls and kinds of faults: all of them, or as many as are wanted, spread over the work."""
    every = [(step, kind) for step in range(1, steps + 1) for kind in KINDS]
    return every if WANTED == "all" else [every[(2 * at + 1) * len(every) // (2 * int(WANTED))] for at in range(int(WANTED))]


def test_a_file_is_made_from_the_same_whatever_was_kept(book: Book) -> None:
    book.fresh()
    shutil.rmtree(book.project / ".press/bitmaps")
    assert book.build().code == 0
    assert _files(book.project / "dist") == book.new


def test_whatever_call_is_the_last_or_fails_the_set_is_whole_and_the_next_command_right(book: Book) -> None:
    assert book.steps > 20, "the calls are counted"
    assert book.old != book.new
    for step, kind in _moments(book.steps):
        book.fresh()
        ended = book.build(Fault(step, kind, number=KINDS[kind]))
        about = f"call {step}, {kind}: {ended}"
        now = {path: content for path, content in _files(book.project / "dist").items() if not path.startswith(".change/")}
        assert now in (book.old, book.new), about
        assert ended.code in ({0, 3} if KINDS[kind] else {0, -signal.SIGKILL}), about
        assert "Traceback" not in ended.err, about
        assert ended.code != 0 or now == book.new, about
        again = book.build()
        assert (again.code, _files(book.project / "dist") == book.new, book.left()) == (0, True, set()), about
