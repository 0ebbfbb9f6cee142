"""Figures that the press draws: data in, SVG out, by the templates in layouts/drawings/."""

from __future__ import annotations

from pathlib import Path

from kursbuch_press.compose.nodes import DrawingData
from kursbuch_press.pages.palette import Palette
from kursbuch_press.pages.templates import Templates


class Drawings:
    """Draws figures with the swatches of the palette."""

    def __init__(self, project: Path, palette: Palette) -> None:
        """Prepare the templates; nothing is drawn yet."""
        self._templates = Templates(project, "layouts/drawings")
        self._palette = palette

    def svg(self, data: DrawingData) -> str:
        """Draw one figure as SVG; the size is that of its viewBox in points."""
        return self._palette.insert(self._templates.render(f"{data.name}.svg.j2", {"data": data}))
