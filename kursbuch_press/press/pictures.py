"""The pictures of the book, made ready for all editions, and everything that is wrong with a project."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from io import BytesIO
from pathlib import PurePosixPath

from PIL import Image, ImageCms

from kursbuch_press.pages.pictures import (
    FOLDER,
    PlacedPicture,
    PreparedPictures,
    file_problems,
    placed_pictures,
    prepare_pictures,
)
from kursbuch_press.pages.prepress.inks import open_profile
from kursbuch_press.pages.prepress.profiles import find_proof, shipped_proof
from kursbuch_press.press import wording
from kursbuch_press.press.composing import figures, manuscript
from kursbuch_press.press.designs import design, layout_problems
from kursbuch_press.press.engine import load
from kursbuch_press.press.project import Project
from kursbuch_press.press.reading import has_errors, printer, printer_name, readings, source_problems
from kursbuch_press.press.stages import stage
from kursbuch_press.problems import BookError, Place, Problem, Severity

PICTURE_RULES = frozenset({"picture", "picture-height", "svg"})
"""Rules for pictures whose mistakes do not hinder laying out the rest."""

_ANY_WIDTH = 100.0
"""Millimetres; how wide a picture is shown does not matter for its file."""

Pictures = dict[str, tuple[bytes, str]]


@stage
def prepared(project: Project) -> PreparedPictures:
    """Make the pictures from sources/pictures/ ready, once for all editions, with what is to be said of them."""
    if not _shows_pictures(project):
        return PreparedPictures()
    composed = manuscript(project)
    area = design(project, "layouts/page").geometry.area(composed.edition.trim)
    placed = tuple(placed_pictures(figures(composed), area))
    dpi, press = _wishes(project)
    found = prepare_pictures(project.folder / FOLDER, placed, dpi, press)
    return replace(found, problems=(*found.problems, *_tried(project, found)))


def _wishes(project: Project) -> tuple[float, ImageCms.ImageCmsProfile | None]:
    """Give what the printer asks of pictures: dots to the inch, and the profile of the condition.

    A printer whose file has mistakes asks for nothing: they keep the print edition from being made, and nothing else.
    """
    try:
        asked = printer(project)
        proof = find_proof(project.folder, printer_name(project), asked.condition)
    except BookError:
        return 0.0, _shipped(project)
    return asked.minimum_dpi, open_profile(proof.icc, "CMYK")


def _shipped(project: Project) -> ImageCms.ImageCmsProfile | None:
    """Give the shipped profile; only a picture in CMYK that has none of its own asks for it."""
    try:
        return open_profile(shipped_proof(project.folder).icc, "CMYK")
    except BookError:
        return None


def _tried(project: Project, found: PreparedPictures) -> tuple[Problem, ...]:
    """Draw drawings on trial, so that the check already names the one that cannot be drawn as it is."""
    svgs = found.drawings()
    if not svgs:
        return ()
    tried: tuple[Problem, ...] = load(project, "kursbuch_press.press.trying").tried(project, svgs)
    return tried


@stage
def pictures(project: Project, folder: str) -> Pictures:
    """Give every picture of the book under the address that templates use, those drawn with a design included.

    A picture that cannot be used is raised as BookError; where pages are set for a look alone, its place is held.
    """
    ready = prepared(project)
    if has_errors(ready.problems) and not project.lenient:
        raise BookError(problems(project))
    found: Pictures = dict(ready.for_layout)
    refused = {each.place.file.replace(FOLDER, "press:pictures") for each in ready.problems if each.severity is Severity.ERROR}
    found.update(dict.fromkeys(refused, (_blank(), "image/png")))
    for figure in figures(manuscript(project)):
        if figure.drawing is not None:
            found[f"press:drawings/{figure.address}"] = (design(project, folder).drawing(figure), "image/svg+xml")
    return found


def _blank() -> bytes:
    file = BytesIO()
    Image.new("L", (4, 3), 255).save(file, "PNG")
    return file.getvalue()


def problems(project: Project) -> tuple[Problem, ...]:
    """Give everything that is wrong with sources/, handouts and pictures included, and with layouts/."""
    return tuple(sorted({*source_problems(project), *_picture_problems(project), *layout_problems(project)}))


def warnings(project: Project) -> tuple[Problem, ...]:
    """Give what is worth a look in the sources but keeps no product from being made."""
    found = {*source_problems(project), *_picture_problems(project)}
    return tuple(sorted(each for each in found if each.severity is not Severity.ERROR))


def _picture_problems(project: Project) -> tuple[Problem, ...]:
    """What is wrong with pictures at their size, which is known only once the book is composed; before it, with the files."""
    try:
        if has_errors(source_problems(project)) and not project.lenient:
            named = [PlacedPicture(name, _ANY_WIDTH, at) for name, at in readings(project).book.pictures.items()]
            return _at_figures(file_problems(project.folder / FOLDER, named, _wishes(project)[1]), project) if named else ()
        return _at_figures(prepared(project).problems, project) if _shows_pictures(project) else ()
    except BookError as error:
        return error.problems


def _at_figures(found: Iterable[Problem], project: Project) -> tuple[Problem, ...]:
    """Give what is about no line of a file, such as too few dots, the line of the figure that shows it."""
    return tuple(each if each.place.line else _at_figure(each, project) for each in found)


def _at_figure(problem: Problem, project: Project) -> Problem:
    message = wording.of_picture(problem.message, PurePosixPath(problem.place.file).name)
    return replace(problem, place=named_at(project, problem.address), message=message)


def named_at(project: Project, address: str) -> Place:
    """Give where a figure names its picture, by the address of either."""
    return readings(project).book.figures[f"{address.removesuffix('/picture')}/picture"]


def _shows_pictures(project: Project) -> bool:
    return any(figure.picture for figure in figures(manuscript(project)))
