"""Drawings from sources/pictures/ on trial, before a page is set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import PurePosixPath

from kursbuch_press.pages.trial import try_drawings
from kursbuch_press.press.composing import figures, manuscript
from kursbuch_press.press.designs import design
from kursbuch_press.press.project import Project
from kursbuch_press.problems import Problem


def tried(project: Project, svgs: Mapping[str, bytes]) -> tuple[Problem, ...]:
    """Name what goes wrong in drawings, by the addresses of the figures that show them."""
    addresses = {figure.picture: figure.address for figure in figures(manuscript(project))}
    return tuple(
        replace(problem, address=addresses[PurePosixPath(problem.place.file).name])
        for problem in try_drawings(svgs, design(project, "layouts/drawings"))
    )
