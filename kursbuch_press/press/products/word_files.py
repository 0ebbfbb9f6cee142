"""word/kursbuch.docx and one word/NN-ID.docx for each field: what goes to the co-authors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from kursbuch_press.press import wording
from kursbuch_press.press.jobs import Job, Made, Product
from kursbuch_press.press.progress import Told
from kursbuch_press.press.workshop import Workshop, numbered_fields

if TYPE_CHECKING:
    from kursbuch_press.word import Draft, Drawing, Looks

BOOK = "word/kursbuch.docx"
_DRAWN, _PLACED = "press:drawings/", "press:pictures/"


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the drafts show: drawings of the press by the address of their figure, pictures by the name of their file."""

    drawings: Mapping[str, Drawing]
    pictures: Mapping[str, bytes]


def _paths(workshop: Workshop) -> Iterator[str]:
    yield BOOK
    yield from _chapters(workshop)


def _chapters(workshop: Workshop) -> dict[str, str]:
    return {f"word/{stem}.docx": chapter for stem, chapter in numbered_fields(workshop.manuscript)}


def _jobs(workshop: Workshop) -> Iterator[Job]:
    looks = _looks(workshop)
    shown = _shown(workshop, looks)
    yield Job(BOOK, lambda told: _write(workshop, _draft(workshop, None, shown, looks), BOOK, told))
    for path, chapter in _chapters(workshop).items():
        draft = _draft(workshop, chapter, shown, looks)
        yield Job(path, partial(_write, workshop, draft, path))


def _write(workshop: Workshop, draft: Draft, path: str, told: Told) -> Made:
    from kursbuch_press.drafts.snapshot import write_snapshot
    from kursbuch_press.word import write

    told(path, wording.WRITING)
    written = write(workshop.manuscript, draft)
    told(path, wording.DONE)
    return Made(written.content, drafts={written.snapshot.id: write_snapshot(written.snapshot)})


def _draft(workshop: Workshop, chapter: str | None, shown: _Shown, looks: Looks) -> Draft:
    from kursbuch_press.word import Draft

    edition = workshop.manuscript.edition
    settings = edition.draft
    return Draft(
        name=settings.name,
        state=settings.state,
        looks=looks,
        chapters=None if chapter is None else (chapter,),
        texts=_texts(workshop),
        drawings=shown.drawings,
        pictures=shown.pictures,
        send_to=settings.send_to or "",
        send_by=settings.send_by,
    )


def _texts(workshop: Workshop) -> Mapping[str, str | None]:
    from kursbuch_press.drafts.texts import source_texts

    if workshop.reading.book is None:
        raise AssertionError("a manuscript without a book")
    return source_texts(workshop.reading.book)


def _looks(workshop: Workshop) -> Looks:
    from kursbuch_press.sources import place_in_layout, read_layout
    from kursbuch_press.word import StyleSet, make_looks

    path = workshop.project / "layouts/word/styles.yaml"
    swatches = {name: swatch.srgb for name, swatch in workshop.palette.swatches.items()}
    return make_looks(read_layout(path, StyleSet), swatches, partial(place_in_layout, path))


def _shown(workshop: Workshop, looks: Looks) -> _Shown:
    """Render drawings for Word, those from sources/pictures/ too: not every version of Word shows SVG."""
    from kursbuch_press.pages.raster import rasters
    from kursbuch_press.word import Drawing

    workshop.open_pages()
    design = workshop.design("layouts/drawings")
    every = workshop.pictures(design)
    svgs = {name: content for name, (content, media_type) in every.items() if media_type == "image/svg+xml"}
    drawn = rasters(svgs, design, looks.sheet.text_width())
    drawings = {
        name.removeprefix(_DRAWN): Drawing(raster.png, raster.width)
        for name, raster in drawn.items()
        if name.startswith(_DRAWN)
    }
    pictures = {
        name.removeprefix(_PLACED): drawn[name].png if name in drawn else content
        for name, (content, _) in every.items()
        if name.startswith(_PLACED)
    }
    return _Shown(drawings, pictures)


PRODUCT = Product("word", "Word-Dateien für die Mitautoren", ("palette.yaml", "word", "page", "drawings"), _jobs, _paths)
