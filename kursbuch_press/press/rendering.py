"""Drawings as bitmaps, rendered by the engine that sets the pages."""

from __future__ import annotations

from collections.abc import Mapping

from kursbuch_press.pages.raster import rasters
from kursbuch_press.pages.written_drawings import FOLDER
from kursbuch_press.press.designs import design
from kursbuch_press.press.project import Project


def rendered(project: Project, svgs: Mapping[str, bytes], width: float) -> dict[str, bytes]:
    """Render SVGs as PNG, all in one run, at a width in mm."""
    return {name: raster.png for name, raster in rasters(svgs, design(project, FOLDER), width).items()}
