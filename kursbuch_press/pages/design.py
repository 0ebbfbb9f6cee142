"""The design of an output: palette, templates and stylesheets from layouts/, read once and checked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kursbuch_press.book.vocabulary import FOLDER as WORDS
from kursbuch_press.compose.nodes import Figure
from kursbuch_press.disk.recording import files_below
from kursbuch_press.html.chapters import FOLDER as PAGE_FREE
from kursbuch_press.html.templates import Templates
from kursbuch_press.pages import design_faults
from kursbuch_press.pages.drawings import Drawings
from kursbuch_press.pages.fonts import HYPHEN, Face, families, house_digest
from kursbuch_press.pages.geometry import FILE as GEOMETRY
from kursbuch_press.pages.geometry import Geometry
from kursbuch_press.pages.house_art import HouseArt
from kursbuch_press.pages.palette import Palette
from kursbuch_press.pages.written_drawings import FOLDER as DRAWINGS
from kursbuch_press.problems import BookError, Problem
from kursbuch_press.sources import read_layout, read_source

_FREE_OF_PAGES = {"layouts/page", "layouts/handout"}
"""Folders whose templates go on with those of layouts/html."""


@dataclass(frozen=True, slots=True)
class Design:
    """What a designer has written for one output.

    ``folder`` is layouts/page for the book or layouts/handout for handouts: it holds ``*.css`` (applied in the order of
    their names), ``*.css.j2`` (the same, rendered for each chapter) and ``*.html.j2``.
    """

    project: Path
    folder: str
    palette: Palette
    geometry: Geometry
    templates: Templates
    drawings: Drawings
    art: HouseArt
    house_faces: str
    drawn: dict[str, bytes] = field(default_factory=dict, repr=False, compare=False)

    @property
    def display_face(self) -> Face:
        """The typeface of headings, tables and drawings, to be measured."""
        return Face(self.geometry.faces.display, self.project)

    @property
    def hyphen(self) -> str:
        """The hyphen of line ends: that of Unicode, or where the typeface of the text lacks it the one of typewriters."""
        return HYPHEN if ord(HYPHEN) in Face(self.geometry.faces.text, self.project).cut().signs else "-"

    @classmethod
    def load(cls, project: Path, folder: str, palette: Palette) -> Design:
        """Read a design; templates are read when they are used. Mistakes in layouts/geometry.yaml are raised."""
        geometry = read_geometry(project)
        templates, drawings = Templates(project, folder, PAGE_FREE), Drawings(project, palette, geometry)
        return cls(project, folder, palette, geometry, templates, drawings, HouseArt(project, palette), house_digest(project))

    def insert(self, text: str) -> str:
        """Put swatches, measures and typefaces in the place of their names."""
        return self.geometry.insert(self.palette.insert(text))

    def stylesheets(self) -> Iterator[tuple[str, str]]:
        """Give the name and text of each fixed stylesheet, with the swatches put in; one that cannot be read is raised."""
        for file in _files(self.project, self.folder, ".css"):
            source = read_source(self.project, file)
            if isinstance(source, Problem):
                raise BookError((source,))
            yield file.rpartition("/")[2], self.insert(source.text)

    def style_templates(self) -> Iterator[tuple[str, str]]:
        """Give the path and text of each template that writes styles."""
        yield from self._texts(self.folder, ".css.j2")

    def templates_of_pages(self) -> Iterator[tuple[str, str]]:
        """Give the path and text of each template that writes pages, those for all editions too."""
        for folder in (self.folder, PAGE_FREE):
            yield from self._texts(folder, ".j2")

    def texts_with_words(self) -> Iterator[tuple[str, str]]:
        """Give the path and text of each file of layouts/ that may put words of its own on a page."""
        for ending in (".css", ".yaml"):
            yield from self._texts(self.folder, ending)
        yield from self.templates_of_pages()
        yield from self._texts(WORDS, ".yaml")

    def _texts(self, folder: str, ending: str) -> Iterator[tuple[str, str]]:
        for file in _files(self.project, folder, ending):
            source = read_source(self.project, file)
            if not isinstance(source, Problem):
                yield file, source.text

    def problems(self) -> Iterator[Problem]:
        """Find what is wrong with all stylesheets, templates and drawings of this design before they are used."""
        yield from self.own_problems()
        if self.folder in _FREE_OF_PAGES:
            yield from Design.load(self.project, PAGE_FREE, self.palette).own_problems()
        if self.folder != DRAWINGS:
            yield from drawing_problems(self.project, self.palette)

    def own_problems(self) -> Iterator[Problem]:
        """Find what is wrong with the files of this design alone, without those of drawings."""
        return _problems(self.project, self.folder, self, self.templates)

    def drawing(self, figure: Figure) -> bytes:
        """Give the SVG of a drawn figure; a figure is drawn once, however often its page is laid out."""
        if figure.address not in self.drawn:
            assert figure.drawing is not None
            self.drawn[figure.address] = self.drawings.svg(figure.drawing).encode()
        return self.drawn[figure.address]


def read_geometry(project: Path) -> Geometry:
    """Read the measures of the page."""
    return read_layout(project / GEOMETRY, Geometry)


def drawing_problems(project: Path, palette: Palette) -> Iterator[Problem]:
    """Find what is wrong with the drawings, which all designs share."""
    design = Design.load(project, DRAWINGS, palette)
    return _problems(project, DRAWINGS, design, design.drawings.templates)


def _problems(project: Path, folder: str, design: Design, templates: Templates) -> Iterator[Problem]:
    palette = design.palette
    texts = {}
    for file in _files(project, folder, ".css", ".j2", ".svg"):
        source = read_source(project, file)
        if isinstance(source, Problem):
            yield source
        else:
            texts[file] = source.text
    defined = set(design.geometry.names()).union(*map(design_faults.defined_names, texts.values()))
    for file, text in texts.items():
        yield from palette.foreign_colours(file, text)
        yield from design_faults.unknown_names(file, text, palette.swatches, defined)
        yield from design_faults.foreign_addresses(file, text)
        yield from design_faults.forbidden_elements(file, text)
        if not file.startswith(f"{DRAWINGS}/"):
            yield from design_faults.translucent(file, text)
        yield from design_faults.unknown_families(file, design.geometry.insert(text), families(project))
        if file.endswith(".j2"):
            yield from templates.faults(file.removeprefix(f"{folder}/"), text)


def _files(project: Path, folder: str, *endings: str) -> list[str]:
    return [path.relative_to(project).as_posix() for path in files_below(project / folder, *endings)]
