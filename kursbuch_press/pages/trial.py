"""Drawings from sources/pictures/ on trial: each is drawn alone, so that what WeasyPrint says of it can be told of its file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from kursbuch_press.pages import wording
from kursbuch_press.pages.design import Design
from kursbuch_press.pages.design_faults import place_at
from kursbuch_press.pages.fonts import families
from kursbuch_press.pages.layout import Typesetter, listening
from kursbuch_press.pages.pictures import FOLDER
from kursbuch_press.pages.svg_limits import foreign_typefaces
from kursbuch_press.problems import Place, Problem, Severity, listed

_NO_GLYPH = re.compile(r"\.notdef glyph rendered .*?\"(.+)\" \(U\+", re.DOTALL)
_FAILED = "Failed to render SVG"


def try_drawings(svgs: Mapping[str, bytes], design: Design) -> Iterator[Problem]:
    """Name what goes wrong in drawings (by the names of their files): signs without a glyph, and what cannot be drawn at all.

    ``design`` is that of layouts/drawings, which has no stylesheets.
    """
    setter = Typesetter(design, {f"press:{number}": (svg, "image/svg+xml") for number, svg in enumerate(svgs.values())})
    for number, name in enumerate(svgs):
        with listening() as messages:
            setter.draw(f'<title>-</title><img src="press:{number}" alt="-">')
        for message, hint, sign in _words(list(dict.fromkeys(messages))):
            yield Problem(_place(name, svgs[name], sign), message, hint, rule="svg")
    yield from _foreign_typefaces(svgs, design)


def drawn_alone(svgs: Sequence[bytes], design: Design) -> bytes:
    """Give a PDF with a page for each drawing that stands on paper, to see what is painted."""
    setter = Typesetter(design, {f"press:{number}": (svg, "image/svg+xml") for number, svg in enumerate(svgs)})
    shown = "".join(f'<div style="break-after: page"><img src="press:{number}" alt="-"></div>' for number in range(len(svgs)))
    with listening():
        return setter.draw(f"<title>-</title>{shown}")


def _foreign_typefaces(svgs: Mapping[str, bytes], design: Design) -> Iterator[Problem]:
    """Warn of typefaces that the book does not have: the drawing prints, with other letters."""
    known = families(design.project)
    for name, svg in svgs.items():
        if names := foreign_typefaces(svg, known):
            message = wording.FOREIGN_TYPEFACE.format(names=listed(names))
            hint = wording.FOREIGN_TYPEFACE_HINT.format(face=design.display_face.name)
            place = Place(f"{FOLDER}/{name}", *min(names.values()))
            yield Problem(place, message, hint, severity=Severity.WARNING, rule="svg-typeface")


def _place(name: str, svg: bytes, sign: str) -> Place:
    """Give where a sign first stands in a drawing; one that is written by its number has the place of the whole drawing."""
    text = svg.decode("utf-8", "replace")
    at = text.find(sign) if sign else -1
    return place_at(f"{FOLDER}/{name}", text, at) if at >= 0 else Place(f"{FOLDER}/{name}")


def _words(messages: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Give message, hint, and the sign that a message is about, if it is about one."""
    signs = [found[1] for message in messages if (found := _NO_GLYPH.search(message))]
    if signs:
        yield wording.NO_GLYPH.format(signs=" ".join(signs)), wording.NO_GLYPH_HINT, signs[0]
    for message in messages:
        if _FAILED in message:
            yield wording.NOT_DRAWN, wording.NOT_DRAWN_HINT, ""
        elif not _NO_GLYPH.search(message):
            yield wording.STYLE_WARNING.format(message=message), wording.NOT_DRAWN_HINT, ""
