"""Typefaces of the house: whether the files in layouts/fonts/ are fonts, and may be embedded."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from fontTools.ttLib import TTFont, TTLibError

from kursbuch_press.disk import recording
from kursbuch_press.pages import wording
from kursbuch_press.pages.fonts import ENDINGS, HOUSE, read_cut
from kursbuch_press.problems import Place, Problem, Severity

_PACKED = (".woff", ".woff2", ".ttc", ".otc", ".pfb", ".pfa", ".dfont", ".eot")
_LICENCES = (".txt", ".md", ".html", ".pdf", "LICENSE", "LICENCE", "OFL", "COPYING")
# OpenType 1.9, OS/2, fsType: bits 0 to 3 say how a font may be embedded, two more say what of it.
_USAGE, _RESTRICTED, _WHOLE, _BITMAPS = 0x000F, 0x0002, 0x0100, 0x0200


def house_problems(project: Path) -> Iterator[Problem]:
    """Tell of files in layouts/fonts/ that cannot be typefaces of the book, or may not be."""
    folder = project / HOUSE
    fonts = recording.files_below(folder, *ENDINGS)
    for path in recording.files_below(folder, *_PACKED):
        message = wording.PACKED_FONT.format(ending=path.suffix)
        yield Problem(_at(project, path), message, wording.PACKED_FONT_HINT, rule="font-file")
    for path in fonts:
        words = _refused(path)
        if words is not None:
            yield Problem(_at(project, path), *words, rule="font-file")
    licensed = {path.parent for path in recording.files_below(folder, *_LICENCES)}
    for parent in dict.fromkeys(path.parent for path in fonts):
        if licensed.isdisjoint((parent, *parent.parents)):
            place = _at(project, parent)
            hint = wording.NO_LICENCE_HINT.format(folder=place.file)
            yield Problem(place, wording.NO_LICENCE, hint, severity=Severity.WARNING, rule="font-licence")


def _at(project: Path, path: Path) -> Place:
    return Place(path.relative_to(project).as_posix())


def _refused(path: Path) -> tuple[str, str] | None:
    """Say why a file cannot be used, and what to do, or give None."""
    content = recording.read_bytes(path)
    cut = read_cut(path)
    if cut is None:
        return wording.NO_FONT, wording.NO_FONT_HINT
    try:
        with TTFont(BytesIO(content), lazy=True) as font:
            if "fvar" in font:
                return wording.VARIABLE_FONT.format(name=cut.family), wording.VARIABLE_FONT_HINT
            rights = int(font["OS/2"].fsType)
    except (TTLibError, OSError, LookupError, ValueError, AttributeError, AssertionError):
        return wording.NO_FONT, wording.NO_FONT_HINT
    why = _forbidden(rights)
    if not why:
        return None
    return wording.NO_EMBEDDING.format(name=cut.family, rights=rights, why=wording.EMBEDDING[why]), wording.NO_EMBEDDING_HINT


def _forbidden(rights: int) -> str:
    """Say what embedding rights forbid; where several of the usage bits are set, the most lenient counts (OpenType 1.9)."""
    if rights & _USAGE == _RESTRICTED:
        return "restricted"
    if rights & _WHOLE:
        return "whole"
    return "bitmaps" if rights & _BITMAPS else ""
