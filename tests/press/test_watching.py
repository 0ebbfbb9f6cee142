"""Watching, driven by real files: bursts, files written aside, broken YAML, renamed and deleted files, layouts and printers."""

from __future__ import annotations

import multiprocessing
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from queue import Empty, Queue

import pytest

from kursbuch_press.press.project import Project
from kursbuch_press.press.watching import Broken, ChapterBegun, ChapterReady, Event, Made, PagesChanged, Refused, Watch, watch
from tests.press.small_book import small_book

SCREEN = "screen/kursbuch.pdf"


class Watched:
    """A small book that is watched in a thread of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = small_book(folder)
        self.chapter = self.folder / "sources/chapters/bilder.yaml"
        self.events: Queue[Event] = Queue()
        self.over = False
        wish = Watch(Project(self.folder), ("screen",), pictures=True, stopped=lambda: self.over)
        self.thread = threading.Thread(target=watch, args=(wish, self.events.put))
        self.thread.start()

    def until(self, *kinds: type[Event]) -> list[Event]:
        """Wait for an event of one of the kinds; give all that came up to it."""
        came = [self.events.get(timeout=120)]
        while not isinstance(came[-1], kinds):
            try:
                came.append(self.events.get(timeout=60))
            except Empty:
                pytest.fail(f"nothing but {came}")
        return came

    def screen(self) -> bytes:
        return (self.folder / "dist" / SCREEN).read_bytes()

    def write(self, old: str, new: str) -> None:
        """Save as editors do: written aside, moved over the old file."""
        text = self.chapter.read_text("utf-8")
        assert old in text
        aside = self.chapter.with_name(".bilder.yaml.swp")
        aside.write_text(text.replace(old, new), "utf-8")
        aside.replace(self.chapter)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    watched = Watched(tmp_path_factory.mktemp("watched") / "book")
    try:
        assert isinstance(watched.until(Made)[-1], Made)
        yield watched
    finally:
        watched.over = True
        watched.thread.join()


def test_a_changed_word_makes_its_chapter_and_names_its_page(book: Watched) -> None:
    book.write("nur schwarz", "immer schwarz")
    came = book.until(PagesChanged)
    assert [type(each) for each in came] == [ChapterBegun, ChapterReady, Made, PagesChanged]
    begun, _, made, changed = came
    assert isinstance(begun, ChapterBegun)
    assert isinstance(made, Made)
    assert isinstance(changed, PagesChanged)
    assert begun.chapter == "Bilder"
    assert made.files == (SCREEN,)
    assert [page.partition(" ")[0] for page in changed.pages] == [str(begun.page + 1)], "the cover is its first page"
    assert [path.read_bytes()[:4] for path in changed.pictures] == [b"\x89PNG"]


def test_broken_yaml_leaves_the_old_pages_and_a_burst_of_saves_ends_in_the_last(book: Watched) -> None:
    before = book.screen()
    book.write("  - id: erst\n", "  - id: [erst\n")
    (refused,) = book.until(Refused)
    assert isinstance(refused, Refused)
    assert refused.problems[0].place.file == "sources/chapters/bilder.yaml"
    assert book.screen() == before
    book.write("  - id: [erst\n", "  - id: erst\n")
    for number in range(20):
        book.write("Ein Absatz" if number == 0 else f"Absatz {number - 1}", f"Absatz {number}")
        time.sleep(0.01)
    while "Absatz 19" not in book.chapter.read_text("utf-8") or book.screen() == before:
        book.until(Made, Refused)
    assert book.events.empty() or isinstance(book.until(PagesChanged, Made)[-1], PagesChanged | Made)


def _renamed(book: Watched) -> None:
    book.chapter.rename(book.chapter.with_name("anders.yaml"))


def _back(book: Watched) -> None:
    book.chapter.with_name("anders.yaml").rename(book.chapter)


def _margin(book: Watched) -> None:
    path = book.folder / "layouts/geometry.yaml"
    path.write_text(path.read_text("utf-8").replace("inner: 18", "inner: 19"), "utf-8")


def _printer(book: Watched) -> None:
    path = book.folder / "layouts/printers/offset-gestrichen.yaml"
    path.write_text(path.read_text("utf-8").replace("page_multiple: 16", "page_multiple: 32"), "utf-8")


def test_a_maker_that_is_killed_is_replaced(book: Watched) -> None:
    with suppress(Empty):  # so that no round is going on
        while True:
            book.events.get(timeout=3)
    makers = multiprocessing.active_children()
    assert makers, "it waits for the next round"
    for each in makers:
        each.kill()
        each.join()
    book.write("Platte", "Platte noch einmal")
    assert isinstance(book.until(PagesChanged, Broken)[-1], PagesChanged)

    book.write("noch einmal", "zum dritten Mal")
    book.until(ChapterBegun)
    for each in multiprocessing.active_children():
        each.kill()
    assert isinstance(book.until(PagesChanged, Broken)[-1], Broken)
    book.write("zum dritten Mal", "zum vierten Mal")
    assert isinstance(book.until(PagesChanged, Broken)[-1], PagesChanged)


Change = tuple[Callable[[Watched], None], type[Event]]


@pytest.mark.parametrize("changes", [((_renamed, Refused), (_back, Made)), ((_margin, PagesChanged),), ((_printer, Made),)])
def test_every_kind_of_change_is_seen(book: Watched, changes: Sequence[Change]) -> None:
    for change, kind in changes:
        while not book.events.empty():
            book.events.get()
        change(book)
        assert isinstance(book.until(kind)[-1], kind)


def test_what_nobody_reads_changes_nothing(book: Watched) -> None:
    before = book.screen()
    (book.folder / "sources/chapters/.#bilder.yaml").symlink_to("nobody@nowhere")
    (book.folder / "sources/chapters/4913").touch()
    (book.folder / "sources/chapters/bilder.yaml~").write_text("[", "utf-8")
    made = book.until(Made)[-1]
    assert isinstance(made, Made)
    assert made.files == ()
    assert book.screen() == before
