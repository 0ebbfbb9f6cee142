"""What a template in layouts/drawings/ writes is a drawing, or a mistake of its designer that names the file."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from kursbuch_press.pages import wording
from kursbuch_press.pages.style_places import place_like
from kursbuch_press.problems import BookError, Place, Problem

FOLDER = "layouts/drawings"
_SVG = "{http://www.w3.org/2000/svg}svg"


def as_drawing(drawn: str, template: tuple[str, str]) -> str:
    """Give what a template (its path and its text) has written; what is no SVG is raised as BookError."""
    try:
        root = ET.fromstring(drawn)  # noqa: S314 - our own template has made it
    except ET.ParseError as error:
        raise BookError((_broken(template, drawn, error),)) from error
    if root.tag != _SVG:
        message = wording.NO_SVG.format(tag=root.tag.rpartition("}")[2])
        place = place_like(f"<{root.tag}", [template]) or Place(template[0], 1, 1)
        raise BookError((Problem(place, message, wording.NO_SVG_HINT, rule="template"),))
    return drawn


def _broken(template: tuple[str, str], drawn: str, error: ET.ParseError) -> Problem:
    """Tell where what was drawn is no XML, at the line of the template that is most like it, or at its end."""
    line, column = error.position
    wrong = (drawn.split("\n")[line - 1 : line] or [""])[0]
    there = wrong[max(column - 30, 0) : column + 30].strip()
    place = (place_like(wrong, [template]) if there else None) or _end(template)
    message = wording.NO_XML.format(words=there)
    if not there:
        message = wording.NO_XML_AT_END if drawn.strip() else wording.EMPTY_DRAWING
    return Problem(place, message, wording.NO_XML_HINT, rule="template")


def _end(template: tuple[str, str]) -> Place:
    file, text = template
    return Place(file, text.rstrip("\n").count("\n") + 1, 1)
