"""Watching: whatever changes in sources/ and layouts/ is made at once and put into dist/, and what happens is told as events.

The system tells when something happens (watchfiles); then, and now and again without a word, what lies on disk is looked at.
So every kind of change is found on every kind of drive: files that are written aside and moved, renamed or deleted, one by
one or a hundred at once. Where the system cannot tell, disks are looked at several times a second. A process of its own makes
what is due, with the engine loaded and with what it has understood of files and templates. Another takes its place when layouts
change, now and again, and when it dies: so nothing goes stale or piles up, and a build that dies takes nothing with it.
"""

from __future__ import annotations

import gc
import multiprocessing
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from watchfiles import watch as system_watch

from kursbuch_press.disk.changing import change_files
from kursbuch_press.pages.changed_pages import changed_pages
from kursbuch_press.pages.page_pictures import page_pictures
from kursbuch_press.press import wording
from kursbuch_press.press.build import build, find_wanted
from kursbuch_press.press.engine import load
from kursbuch_press.press.machine import press_digest
from kursbuch_press.press.progress import heard_by
from kursbuch_press.press.project import Project
from kursbuch_press.press.stages import keeping
from kursbuch_press.problems import BookError, PressError, Problem

FOLDERS = ("sources", "layouts")
SCREEN = "screen/kursbuch.pdf"
_PICTURES = "watch"
_PAUSE = 0.1
"""Seconds between two looks where the system tells nothing."""
_SETTLING = 0.02
"""Seconds after which a second look must see the same, or the change is not over."""
_QUIET = 500
"""Milliseconds without a word after which somebody looks all the same."""
_ROUNDS = 50
"""Rounds after which another process makes what is due."""


@dataclass(frozen=True, slots=True)
class ChapterBegun:
    """A chapter is being laid out; ``page`` is its first."""

    chapter: str
    page: int


@dataclass(frozen=True, slots=True)
class ChapterReady:
    """A chapter has been laid out on so many pages."""

    chapter: str
    pages: int


@dataclass(frozen=True, slots=True)
class PagesChanged:
    """The screen edition is another; ``pages`` name those that look different, ``gone`` those of the old one that are no more.

    ``pictures`` are the changed pages as PNG, if they were asked for.
    """

    pages: tuple[str, ...]
    gone: tuple[str, ...]
    pictures: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """Files were put into dist/, with what is to be said of them; nothing is in ``files`` if all were up to date."""

    files: tuple[str, ...]
    problems: tuple[Problem, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class Refused:
    """The book has errors: dist/ is as it was."""

    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Broken:
    """Something outside the book is broken: a tool, a file, the machine."""

    message: str


Event = ChapterBegun | ChapterReady | PagesChanged | Made | Refused | Broken
State = frozenset[tuple[str, int, int, int]]


@dataclass(frozen=True, slots=True)
class Watch:
    """What is watched and made: names of products or paths of files (none: all), and whether changed pages become pictures."""

    project: Project
    products: tuple[str, ...] = ()
    pictures: bool = False
    stopped: Callable[[], bool] = field(default=lambda: False, compare=False)


def watch(wish: Watch, hear: Callable[[Event], None]) -> None:
    """Make what is due now and after every change, until it is stopped; ``hear`` is told everything in its order."""
    # What is loaded now is what makes everything from now on, whatever happens to the files of the press.
    press_digest()
    load(wish.project, "kursbuch_press.press.setting")
    seen: State | None = None
    maker = _Maker(wish)
    try:
        for _ in _signals(wish.project.folder):
            if wish.stopped():
                return
            now = _state(wish.project.folder)
            if now == seen:
                continue
            time.sleep(_SETTLING)
            if now == _state(wish.project.folder):
                seen = now
                maker.make(now, hear)
    finally:
        maker.stop()


def _signals(folder: Path) -> Iterator[None]:
    """Give a sign at once, whenever something has happened, and now and again: told by the system, or else by the clock."""
    yield
    with suppress(OSError, RuntimeError):  # as watchfiles raises them: too many watches, or a drive that tells nothing
        there = [folder / name for name in FOLDERS if (folder / name).is_dir()]
        for _ in system_watch(*there, watch_filter=None, debounce=50, step=10, rust_timeout=_QUIET, yield_on_timeout=True):
            yield
    while True:
        time.sleep(_PAUSE)
        yield


def _state(folder: Path) -> State:
    """Give what tells one state of the files from the next; a file that goes away meanwhile is not there."""
    return frozenset(_looks(folder))


def _looks(folder: Path) -> Iterator[tuple[str, int, int, int]]:
    for name in FOLDERS:
        for path in (folder / name).rglob("*"):
            with suppress(OSError):
                found = path.stat()
                yield str(path), found.st_mtime_ns, found.st_size, found.st_ino


class _Maker:
    """A process that makes what is due, round after round, as long as layouts/ stays as it is."""

    def __init__(self, wish: Watch) -> None:
        """Begin no process before there is something to do."""
        self._wish = wish
        self._fork = multiprocessing.get_context("fork")
        self._process: Any = None
        self._talk: Any = None
        self._layouts: State = frozenset()
        self._left = 0

    def make(self, now: State, hear: Callable[[Event], None]) -> None:
        """Let the process make what is due, and pass on what it says; one that ends without a word of its own was killed."""
        layouts = frozenset(each for each in now if Path(each[0]).is_relative_to(self._wish.project.folder / "layouts"))
        if self._process is None or not self._process.is_alive() or not self._left or layouts != self._layouts:
            self.stop()
            self._begin(layouts)
        self._left -= 1
        try:
            self._talk.send(None)
            while (event := self._talk.recv()) is not None:
                hear(event)
        except (EOFError, ConnectionError):
            self.stop()
            hear(Broken(wording.NO_WORKER_NOW))

    def _begin(self, layouts: State) -> None:
        self._layouts, self._left = layouts, _ROUNDS
        self._talk, far = self._fork.Pipe()
        self._process = self._fork.Process(target=_serve, args=(self._wish, far, self._talk))
        self._process.start()
        far.close()

    def stop(self) -> None:
        """End the process, whatever it does."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._talk.close()
            self._process = None


def _serve(wish: Watch, talk: Any, near: Any) -> None:  # noqa: ANN401 - connections have no public type
    """Make what is due each time somebody asks, until nobody is there any more; the end of a round is None."""
    near.close()
    with suppress(EOFError):
        while True:
            talk.recv()
            _make(wish, talk.send)
            talk.send(None)
            gc.collect()  # a laid-out book is full of circles, and nobody waits now


def _make(wish: Watch, say: Callable[[Event], None]) -> None:
    """Make the screen edition first, since somebody is looking at it, then the rest."""
    try:
        # What is laid out for the screen edition serves all others; who changes a file meanwhile is heard in the next round.
        with heard_by(_Chapters(say)), keeping():
            for names in _rounds(wish.products):
                for event in _made(wish, names):
                    say(event)
    except BookError as error:
        say(Refused(error.problems))
    except PressError as error:
        say(Broken(str(error)))


def _rounds(products: Sequence[str]) -> list[Sequence[str]]:
    if not products:
        return [("screen",), ()]
    first = [name for name in products if name in ("screen", SCREEN, f"dist/{SCREEN}")]
    return [names for names in (first, [name for name in products if name not in first]) if names]


def _made(wish: Watch, names: Sequence[str]) -> Iterator[Event]:
    began = time.monotonic()
    screen = wish.project.dist / SCREEN
    before = _content(screen)
    wanted, unknown = find_wanted(names, wish.project)
    if unknown:
        raise PressError(wording.LEFT_OUT.format(name=unknown[0]), exit_code=2)
    built = build(wanted, wish.project)
    yield Made(tuple(each.path for each in built.entries), built.problems, time.monotonic() - began)
    if before and before != _content(screen):
        yield _compared(wish, before, screen)


def _compared(wish: Watch, before: bytes, screen: Path) -> PagesChanged:
    folder = wish.project.cache / _PICTURES
    change_files(folder, {"before.pdf": before})
    found = changed_pages(folder / "before.pdf", screen)
    pages = (*found.changed, *found.added)
    pictures: list[Path] = []
    if wish.pictures:
        numbers = sorted(int(page.partition(" ")[0]) for page in pages)
        drawn = {f"{number:04}.png": png for number, png in page_pictures(screen.read_bytes(), numbers)}
        for old in folder.glob("*.png"):
            old.unlink(missing_ok=True)
        change_files(folder, drawn)
        pictures = [folder / name for name in drawn]
    return PagesChanged(pages, found.gone, tuple(pictures))


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


@dataclass(frozen=True, slots=True)
class _Chapters:
    """Hears of every step, and passes on those of chapters."""

    say: Callable[[Event], None]

    def __call__(self, product: str, stage: str, page: int = 0, of: int = 0) -> None:
        """Hear one step."""
        if product != wording.BOOK:
            return
        if stage.startswith(wording.LAYING_OUT):
            self.say(ChapterBegun(stage.removeprefix(wording.LAYING_OUT).strip(" „“"), page))
        elif stage.startswith(wording.LAID_OUT):
            self.say(ChapterReady(stage.removeprefix(wording.LAID_OUT).strip(" „“"), of))
