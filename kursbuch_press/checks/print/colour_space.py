"""The colour space of every object, inside patterns, glyphs and soft masks too."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pikepdf import Dictionary

from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Result, Seen
from kursbuch_press.checks.german import count
from kursbuch_press.checks.print.print_file import PrintFile
from kursbuch_press.checks.wording import checks as words
from kursbuch_press.marks.geometry import Area
from kursbuch_press.marks.library import Resources
from kursbuch_press.marks.marks import GroupMark, Mark, PictureMark, ShadingMark, Where
from kursbuch_press.marks.sheets import PageBoxes
from kursbuch_press.marks.spaces import Family, Space
from kursbuch_press.problems import Severity


class _Use(NamedTuple):
    """A space that somebody uses for something."""

    what: str
    space: Space
    area: Area | None


def _judge(file: PrintFile) -> Result:
    """Name every use of a space that does not go onto the plates as it is, once per page and kind."""
    seen: list[Seen] = []
    names: set[str] = set()
    for sheet in file.sheets:
        uses = list(_uses(sheet, file))
        names.update(label(use.space) for use in uses)
        seen.extend(_faults(sheet.number, uses, file.wanted.inks))
    limit = words.COLOUR_LIMIT.format(inks="".join(f", {ink}" for ink in file.wanted.inks))
    return Result(measured=", ".join(sorted(names)) or words.NONE, limit=limit, seen=tuple(seen))


def _uses(sheet: PageBoxes, file: PrintFile) -> Iterator[_Use]:
    group = sheet.written.get("/Group")
    if isinstance(group, Dictionary) and group.get("/CS") is not None:
        yield _Use(words.PAGE_GROUP, Resources(None, file.library).space_of(group.get("/CS")), None)
    for mark in (*sheet.painting.marks, *sheet.painting.masks):
        yield from _uses_of(mark)


def _uses_of(mark: Mark) -> Iterator[_Use]:
    what = words.OBJECTS[type(mark).__name__]
    if isinstance(mark, GroupMark):
        if mark.space is not None:
            yield _Use(_inside(what, mark.where), mark.space, mark.area)
        return
    what = _inside(what, mark.paint.where)
    if isinstance(mark, ShadingMark):
        yield _Use(what, mark.space, mark.area)
    elif isinstance(mark, PictureMark) and not mark.picture.stencil:
        yield _Use(what, mark.picture.space, mark.area)
    else:
        for colour in mark.paint.colours:
            if colour.space.family is not Family.PATTERN:
                yield _Use(what, colour.space, mark.area)


def _inside(what: str, where: Where) -> str:
    inside = words.WHERE.get(where)
    return f"{what} {inside}" if inside else what


def label(space: Space) -> str:
    """Name a space as a printer knows it: „ICC-RGB“, „DeviceCMYK“, „Sonderfarbe Gold“."""
    if space.family is Family.SPOT:
        return words.SPOT.format(ink=" + ".join(space.inks))
    if space.name == "ICCBased":
        return words.ICC.format(family=words.FAMILIES[space.family])
    if space.name == "Indexed" and space.below is not None:
        return words.INDEXED.format(below=label(space.below))
    return words.UNKNOWN_SPACE if space.family is Family.UNKNOWN else space.name


def _faults(page: int, uses: list[_Use], inks: tuple[str, ...]) -> Iterator[Seen]:
    found: dict[tuple[str, str], list[_Use]] = {}
    for use in uses:
        found.setdefault((use.what, label(use.space)), []).append(use)
    for (what, name), group in found.items():
        fault = _fault(group[0].space, inks)
        if fault is None:
            continue
        message, severity = fault
        areas = [use.area for use in group if use.area is not None]
        amount = count(len(group), "Objekt", "Objekte")
        text = message.format(what=what, space=name, amount=amount)
        yield Seen(text, page, name, "CMYK", severity, areas[0] if areas else None)


def _fault(space: Space, inks: tuple[str, ...]) -> tuple[str, Severity] | None:
    match space.family:
        case Family.RGB | Family.LAB:
            return words.IS_RGB, Severity.ERROR
        case Family.UNKNOWN:
            return words.IS_UNKNOWN, Severity.ERROR
        case Family.SPOT:
            known = {"Cyan", "Magenta", "Yellow", "Black", "None", *inks}
            return None if known.issuperset(space.inks) else (words.IS_SPOT, Severity.ERROR)
        case Family.CMYK if space.has_profile:
            return words.HAS_PROFILE, Severity.WARNING
        case _:
            return None


CHECK = Check("colour-space", _judge)
