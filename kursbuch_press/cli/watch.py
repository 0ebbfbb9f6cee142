"""``watch``: stay, make what changed after every save, and say which pages are others now."""

from __future__ import annotations

import argparse
from pathlib import Path

from kursbuch_press.cli import watch_wording as wording
from kursbuch_press.cli.output import printable, show_problems
from kursbuch_press.press import watching
from kursbuch_press.press.project import Project
from kursbuch_press.press.watching import Event, Watch
from kursbuch_press.problems import listed


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what can be typed behind ``watch``."""
    parser.add_argument("products", nargs="*", metavar="ERZEUGNIS", help=wording.PRODUCTS)
    parser.add_argument("--printer", default="", metavar="NAME", help=wording.PRINTER)
    parser.add_argument("--png", action="store_true", help=wording.PNG)


def run(parsed: argparse.Namespace) -> int:
    """Watch until somebody types Ctrl-C."""
    print(wording.BEGUN, flush=True)
    wish = Watch(Project(parsed.project, parsed.printer), tuple(parsed.products), parsed.png)
    try:
        watching.watch(wish, lambda event: _say(event, parsed.project))
    except KeyboardInterrupt:
        print(wording.ENDED)
    return 0


def _say(event: Event, folder: Path) -> None:
    if isinstance(event, watching.Refused) or (isinstance(event, watching.Made) and event.files and event.problems):
        show_problems(event.problems, as_json=False)
    print(printable(_words(event, folder)), flush=True)


def _words(event: Event, folder: Path) -> str:
    match event:
        case watching.ChapterBegun():
            return wording.CHAPTER_BEGUN.format(chapter=event.chapter, page=event.page)
        case watching.ChapterReady():
            return wording.CHAPTER_READY.format(chapter=event.chapter, pages=event.pages)
        case watching.PagesChanged():
            return _pages(event, folder)
        case watching.Made():
            seconds = f"{event.seconds:.1f}".replace(".", ",")
            return wording.MADE[bool(event.files)].format(files=listed(event.files), seconds=seconds)
        case watching.Refused():
            return wording.REFUSED
        case watching.Broken():
            return event.message


def _pages(event: watching.PagesChanged, folder: Path) -> str:
    lines = [wording.CHANGED.format(pages=", ".join(event.pages))] if event.pages else []
    lines += [wording.GONE.format(pages=", ".join(event.gone))] if event.gone else []
    lines += [str(picture.relative_to(folder)) for picture in event.pictures]
    return "\n".join(lines or [wording.LOOKS_THE_SAME])
