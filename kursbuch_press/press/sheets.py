"""What all handouts are set with: their material and the typesetter."""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Mapping

from kursbuch_press.pages.handouts.setting import HandoutMaterial
from kursbuch_press.pages.layout import Typesetter
from kursbuch_press.pages.qr import Codes
from kursbuch_press.press.composing import handout_texts, manuscript
from kursbuch_press.press.designs import design
from kursbuch_press.press.pictures import pictures
from kursbuch_press.press.project import Project
from kursbuch_press.press.reading import palette, readings
from kursbuch_press.press.setters import hyphenation, shelf
from kursbuch_press.press.setting import whole_book
from kursbuch_press.press.stages import stage
from kursbuch_press.problems import Place
from kursbuch_press.sources import key_places

DESIGN = "layouts/handout"


@stage
def material(project: Project) -> HandoutMaterial:
    """Gather what handouts tell; the book is laid out for it, as they name its pages."""
    return material_with(project, whole_book(project).folios)


def material_with(project: Project, folios: Mapping[str, str]) -> HandoutMaterial:
    """Gather what handouts tell of a book with these folios."""
    composed = manuscript(project)
    read = readings(project)
    assert read.book.book is not None, "a manuscript is composed of a book"
    texts, summary = handout_texts(project)
    return HandoutMaterial(
        composed,
        folios,
        texts,
        summary,
        read.book.book,
        places=_places(project),
        translations={name: each.content for name, each in read.translations.items() if each.content is not None},
    )


@stage
def setter(project: Project) -> Typesetter:
    """Load fonts and stylesheets of the handouts, once for all."""
    shown = ChainMap(dict(pictures(project, DESIGN)), Codes(palette(project)))  # type: ignore[arg-type]  # both are mappings of pictures
    return Typesetter(design(project, DESIGN), shown, shelf(project), hyphenation(project))


def _places(project: Project) -> Mapping[str, Place]:
    """Give the places of all that sheets say: texts of the handouts and of the summary, and of the book that they take from."""
    read = readings(project)
    assert read.book.book is not None, "a manuscript is composed of a book"
    own = {found.address: found.place for found in (*read.summary.found, *read.texts.found)}
    for language in read.translations:
        file = f"sources/translations/{language}.yaml"
        there = key_places(project.folder, file).items()
        own |= {"/".join(("translations", language, *keys)): place for keys, place in there if len(keys) > 1}
    return {**read.book.book.places, **own}
