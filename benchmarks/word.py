"""What writing the Word file costs, for the whole book and for one of 320 printed pages; figures are drawn beforehand.

    .venv/bin/python benchmarks/word.py [ROUNDS]

The long book repeats the chapters of this one under new addresses until it has as many pages. Figures are pictures of one
pixel: drawing them is not measured. Issue 4 allows 1.0 s of CPU for the whole book and 1.2 s for 320 pages.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from functools import partial
from itertools import cycle
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, Any

PROJECT = Path(__file__).resolve().parents[1]
LONG = 320
_PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c63f80f0001010100b138f6140000000049454e44ae426082"
)

if TYPE_CHECKING:
    from kursbuch_press.compose.manuscript import Manuscript, ManuscriptChapter
    from kursbuch_press.word import Draft


def main() -> None:
    """Print the CPU seconds of writing both books, as often as wanted."""
    sys.path.insert(0, str(PROJECT))
    from kursbuch_press.press import engine
    from kursbuch_press.press.composing import manuscript as composed
    from kursbuch_press.press.project import Project
    from kursbuch_press.press.stages import keeping
    from kursbuch_press.word import write

    project = Project(PROJECT)
    with keeping():
        pages = engine.load(project, "kursbuch_press.press.setting").printed_pages(project)
        book = composed(project)
    copies = tuple(_chapters(book, LONG / pages))
    long = replace(book, chapters=copies)
    for number in range(1, (int(sys.argv[1]) if len(sys.argv) > 1 else 3) + 1):
        spent = []
        for manuscript in (book, long):
            draft = _draft(manuscript)
            begin = process_time()
            write(manuscript, draft)
            spent.append(process_time() - begin)
        print(f"{number}: the book of {pages} pages {spent[0]:.2f} s, one of {LONG} pages {spent[1]:.2f} s")


def _chapters(book: Manuscript, times: float) -> Iterator[ManuscriptChapter]:
    """Give the chapters again and again until they hold so many times as much."""
    wanted = times * sum(map(_size, book.chapters))
    for number, chapter in enumerate(cycle(book.chapters)):
        if wanted <= 0:
            return
        wanted -= _size(chapter)
        yield _again(chapter, f"band-{number // len(book.chapters)}-")


def _size(chapter: ManuscriptChapter) -> int:
    return len(repr(chapter))


def _again(value: Any, mark: str) -> Any:  # noqa: ANN401 - any record of the manuscript
    """Give a record with every address in it marked, so that no two texts share one."""
    if isinstance(value, tuple):
        return tuple(map(partial(_again, mark=mark), value))
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed: dict[str, Any] = {}
    for each in fields(value):
        part = getattr(value, each.name)
        if each.name == "targets":
            changed[each.name] = tuple(mark + target for target in part)
        else:
            changed[each.name] = mark + part if each.name in {"address", "target", "id"} and part else _again(part, mark)
    return replace(value, **changed)


def _draft(manuscript: Manuscript) -> Draft:
    from kursbuch_press.compose.nodes import Figure
    from kursbuch_press.sources import read_layout
    from kursbuch_press.word import Draft, Drawing, StyleSet, make_looks

    palette: dict[str, Any] = read_layout(PROJECT / "layouts/palette.yaml", dict[str, dict[str, dict[str, object]]])
    swatches = {name: str(swatch["srgb"]) for name, swatch in palette["swatches"].items()}
    figures = [node for chapter in manuscript.chapters for node in chapter.nodes if isinstance(node, Figure)]
    return Draft(
        name="Entwurf",
        state="",
        looks=make_looks(read_layout(PROJECT / "layouts/word/styles.yaml", StyleSet), swatches),
        drawings={figure.address: Drawing(_PIXEL, 150.0) for figure in figures},
        pictures={figure.picture: _PIXEL for figure in figures if figure.picture},
    )


if __name__ == "__main__":
    main()
