"""Fonts: embedded, from the project, and with a sign for every letter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Result, Seen
from kursbuch_press.checks.print.print_file import PrintFile
from kursbuch_press.checks.wording import checks as words
from kursbuch_press.marks.geometry import Area
from kursbuch_press.marks.marks import TextMark
from kursbuch_press.marks.sheets import PageBoxes
from kursbuch_press.marks.typefaces import Face
from kursbuch_press.problems import Severity


def _judge(file: PrintFile) -> Result:
    """Judge each font where it is first used on a page."""
    families = tuple(_plain(family) for family in file.wanted.fonts)
    names: set[str] = set()
    seen: list[Seen] = []
    for sheet in file.sheets:
        for face, area in _faces(sheet):
            names.add(face.name)
            faults = _faults(face, families)
            seen.extend(Seen(text, sheet.number, face.name, severity=how, area=area) for text, how in faults)
        seen.extend(_missing_signs(sheet))
    limit = ", ".join(file.wanted.fonts) or words.ANY_EMBEDDED
    return Result(measured=", ".join(sorted(names)) or words.NONE, limit=limit, seen=tuple(seen))


def _faces(sheet: PageBoxes) -> list[tuple[Face, Area]]:
    found: dict[str, tuple[Face, Area]] = {}
    for mark in sheet.painting.marks:
        if isinstance(mark, TextMark):
            found.setdefault(f"{mark.face.name} {mark.face.kind} {mark.face.embedded}", (mark.face, mark.area))
    return list(found.values())


def _faults(face: Face, families: tuple[str, ...]) -> Iterator[tuple[str, Severity]]:
    name = face.name or words.NAMELESS
    if not face.embedded:
        yield words.NOT_EMBEDDED.format(name=name), Severity.ERROR
    if face.kind == "Type3":
        yield words.TYPE3.format(name=name), Severity.WARNING
    elif families and not _plain(face.name).startswith(families):
        yield words.FOREIGN_FONT.format(name=name), Severity.ERROR


def _plain(name: str) -> str:
    """Write a name so that „Fira Sans“ and „FiraSans-Light“ begin alike."""
    return re.sub(r"[^a-z0-9]", "", name.casefold())


def _missing_signs(sheet: PageBoxes) -> Iterator[Seen]:
    """See sign 0, the box that stands for a letter which the font does not have (OpenType, .notdef)."""
    for mark in sheet.painting.marks:
        if isinstance(mark, TextMark) and mark.face.identity and 0 in mark.face.codes(mark.shown):
            message = words.NO_SIGN.format(name=mark.face.name)
            yield Seen(message, sheet.number, mark.text.strip()[:40], area=mark.area)


CHECK = Check("fonts", _judge)
