"""word/kursbuch.docx and one word/NN-ID.docx for each field: what goes to the co-authors."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any

from kursbuch_press.disk.cache import Cache
from kursbuch_press.drafts.snapshot import write_snapshot
from kursbuch_press.drafts.texts import source_texts
from kursbuch_press.pages.written_drawings import FOLDER as DRAWINGS
from kursbuch_press.press import wording
from kursbuch_press.press.composing import manuscript, numbered_fields
from kursbuch_press.press.designs import design, word_looks
from kursbuch_press.press.engine import load
from kursbuch_press.press.jobs import Made, Order
from kursbuch_press.press.machine import press_digest
from kursbuch_press.press.pictures import pictures
from kursbuch_press.press.progress import tell
from kursbuch_press.press.project import Project
from kursbuch_press.press.reading import readings
from kursbuch_press.press.stages import stage
from kursbuch_press.word import Draft, Drawing, write

_DRAWN, _PLACED = "press:drawings/", "press:pictures/"
_DOT = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==")


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the drafts show: drawings of the press by the address of their figure, pictures by the name of their file."""

    drawings: Mapping[str, Drawing]
    pictures: Mapping[str, bytes]


def prepare(project: Project) -> None:
    """Render what the drafts show."""
    _shown(project)


def make(order: Order) -> Made:
    """Write the draft of a field, or of the whole book."""
    project, path = order.project, order.path
    composed = manuscript(project)
    chapter = dict(numbered_fields(composed)).get(PurePosixPath(path).stem)
    tell(path, wording.WRITING)
    written = write(composed, chosen_draft(project, None if chapter is None else (chapter,)))
    tell(path, wording.DONE)
    return Made(written.content, drafts={written.snapshot.id: write_snapshot(written.snapshot)})


def chosen_draft(project: Project, chapters: tuple[str, ...] | None) -> Draft:
    """Give what a Word file of some chapters, or of the whole book, is made of besides the manuscript."""
    shown = _shown(project)
    return replace(bare_draft(project), chapters=chapters, drawings=shown.drawings, pictures=shown.pictures)


class _Nothing(dict[str, Any]):
    """One dot for every drawing, and for every picture, of a file that nobody looks at."""

    def __init__(self, dot: object) -> None:
        super().__init__()
        self.dot = dot

    def __missing__(self, name: str) -> object:
        return self.dot


def bare_draft(project: Project) -> Draft:
    """Give what a Word file is made of whose words alone are wanted."""
    settings = manuscript(project).edition.draft
    return Draft(
        name=settings.name,
        state=settings.state,
        looks=word_looks(project),
        chapters=None,
        texts=_texts(project),
        drawings=_Nothing(Drawing(_DOT, 1)),
        pictures=_Nothing(_DOT),
        send_to=settings.send_to or "",
        send_by=settings.send_by,
    )


def _texts(project: Project) -> Mapping[str, str | None]:
    book = readings(project).book.book
    assert book is not None, "a manuscript without a book"
    return source_texts(book)


@stage
def _shown(project: Project) -> _Shown:
    """Give drawings as bitmaps, those from sources/pictures/ too: not every version of Word shows SVG."""
    every = pictures(project, DRAWINGS)
    width = word_looks(project).sheet.text_width()
    svgs = {name: content for name, (content, media_type) in every.items() if media_type == "image/svg+xml"}
    drawn = _bitmaps(project, svgs, width)
    drawings = {name.removeprefix(_DRAWN): Drawing(png, width) for name, png in drawn.items() if name.startswith(_DRAWN)}
    placed = {
        name.removeprefix(_PLACED): drawn.get(name, content) for name, (content, _) in every.items() if name.startswith(_PLACED)
    }
    return _Shown(drawings, placed)


def _bitmaps(project: Project, svgs: Mapping[str, bytes], width: float) -> dict[str, bytes]:
    """Render only what has not been rendered before; where nothing is new, nothing that sets type is loaded."""
    cache = Cache(project.cache / "bitmaps", press_digest())
    look = design(project, DRAWINGS)
    styles = [text for _, text in look.stylesheets()]  # read here, so that a file is made from the same whatever is kept
    keys = {name: cache.key(svg, f"{width}", look.house_faces, *styles) for name, svg in svgs.items()}
    drawn = {name: png for name in svgs if (png := cache.get(keys[name])) is not None}
    missing = {name: svg for name, svg in svgs.items() if name not in drawn}
    if missing:
        for name, png in load(project, "kursbuch_press.press.rendering").rendered(project, missing, width).items():
            cache.put(keys[name], png)
            drawn[name] = png
    return {name: drawn[name] for name in svgs}
