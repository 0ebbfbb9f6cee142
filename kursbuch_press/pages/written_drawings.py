"""What a template in layouts/drawings/ writes is a drawing, or a mistake of its designer that names the file."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from kursbuch_press.pages import wording
from kursbuch_press.problems import BookError, Place, Problem

FOLDER = "layouts/drawings"
_SVG = "{http://www.w3.org/2000/svg}svg"


def as_drawing(drawn: str, name: str, folder: str = FOLDER) -> str:
    """Give what the template of that name in a folder has written; what is no SVG is raised as BookError."""
    file = f"{folder}/{name}.svg.j2"
    try:
        root = ET.fromstring(drawn)  # noqa: S314 - our own template has made it
    except ET.ParseError as error:
        raise BookError((_broken(file, drawn, error),)) from error
    if root.tag != _SVG:
        message = wording.NO_SVG.format(tag=root.tag.rpartition("}")[2])
        raise BookError((Problem(Place(file, 1, 1), message, wording.NO_SVG_HINT, rule="template"),))
    return drawn


def _broken(file: str, drawn: str, error: ET.ParseError) -> Problem:
    line, column = error.position
    there = (drawn.split("\n")[line - 1 : line] or [""])[0][max(column - 30, 0) : column + 30].strip()
    message = wording.NO_XML.format(words=there)
    if not there:
        message = wording.NO_XML_AT_END if drawn.strip() else wording.EMPTY_DRAWING
    return Problem(Place(file), message, wording.NO_XML_HINT, rule="template")
