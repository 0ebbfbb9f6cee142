"""The design of an output: palette, templates and stylesheets from layouts/, read once and checked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kursbuch_press.compose.nodes import Figure
from kursbuch_press.pages.drawings import Drawings
from kursbuch_press.pages.palette import Palette
from kursbuch_press.pages.templates import Templates
from kursbuch_press.problems import Problem


@dataclass(frozen=True, slots=True)
class Design:
    """What a designer has written for one output.

    ``folder`` is layouts/page for the book or layouts/handout for handouts: it holds ``*.css`` (applied in the order of
    their names), ``*.css.j2`` (the same, rendered for each chapter) and ``*.html.j2``.
    """

    project: Path
    folder: str
    palette: Palette
    templates: Templates
    drawings: Drawings
    drawn: dict[str, bytes] = field(default_factory=dict, repr=False, compare=False)

    @classmethod
    def load(cls, project: Path, folder: str, palette: Palette) -> Design:
        """Read a design; templates are read when they are used."""
        return cls(project, folder, palette, Templates(project, folder), Drawings(project, palette))

    def stylesheets(self) -> Iterator[tuple[str, str]]:
        """Give the name and text of each fixed stylesheet, with the swatches put in."""
        for path in sorted((self.project / self.folder).glob("*.css")):
            yield path.name, self.palette.insert(path.read_text("utf-8"))

    def problems(self) -> Iterator[Problem]:
        """Find colours that are no swatches in all stylesheets, templates and drawings of this design."""
        for folder in (self.folder, "layouts/drawings"):
            for path in sorted((self.project / folder).rglob("*")):
                if path.suffix in {".css", ".j2", ".svg"}:
                    file = path.relative_to(self.project).as_posix()
                    yield from self.palette.foreign_colours(file, path.read_text("utf-8"))

    def drawing(self, figure: Figure) -> bytes:
        """Give the SVG of a drawn figure; a figure is drawn once, however often its page is laid out."""
        if figure.address not in self.drawn:
            assert figure.drawing is not None
            self.drawn[figure.address] = self.drawings.svg(figure.drawing).encode()
        return self.drawn[figure.address]
