"""What print files have in common: the printer's profile, turned into what finishing needs to know."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from kursbuch_press.disk.cache import Cache
from kursbuch_press.pages.prepress import Description, PrintFinish
from kursbuch_press.pages.prepress.printers import Printer
from kursbuch_press.pages.prepress.profiles import find_profile
from kursbuch_press.press import wording
from kursbuch_press.press.composing import manuscript
from kursbuch_press.press.pictures import prepared
from kursbuch_press.press.project import Project
from kursbuch_press.press.reading import palette, printer, printer_name
from kursbuch_press.problems import BookError, Problem
from kursbuch_press.sources import place_in_layout

SENDING = "print/versand"


def printer_of(project: Project) -> Printer:
    """Give what the printer asks for; all that the edition has another way is raised as BookError."""
    asked = printer(project)
    if refused := tuple(_refused(project, asked)):
        raise BookError(refused)
    return asked


def _refused(project: Project, asked: Printer) -> Iterator[Problem]:
    edition, file = manuscript(project).edition, project.folder / f"layouts/printers/{printer_name(project)}.yaml"
    if asked.trim and not asked.prints(edition.trim):
        measures = (asked.trim.width, asked.trim.height, edition.trim.width, edition.trim.height)
        message = wording.OTHER_TRIM.format(*(number(each) for each in measures))
        yield Problem(place_in_layout(file, "trim"), message, wording.OTHER_TRIM_HINT, rule="printer")
    if asked.bleed > edition.bleed:
        message = wording.MORE_BLEED.format(number(asked.bleed), number(edition.bleed))
        hint = wording.MORE_BLEED_HINT.format(number(asked.bleed))
        yield Problem(place_in_layout(file, "bleed"), message, hint, rule="printer")


def number(value: float) -> str:
    """Write a number as German does, without zeros at its end."""
    return f"{value:g}".replace(".", ",")


def finish_for(project: Project, part: str, trim: tuple[float, float] | None = None) -> PrintFinish:
    """Give how a part of the book ("innenteil", "umschlag") is finished for the printer; ``trim`` in mm."""
    edition, asked = manuscript(project).edition, printer_of(project)
    return PrintFinish(
        palette=palette(project),
        condition=find_profile(project.folder, printer_name(project), asked.condition),
        trim=trim or (edition.trim.width, edition.trim.height),
        bleed=asked.bleed,
        description=Description(
            edition.title,
            edition.issued_by,
            edition.motto or edition.title,
            edition.keywords,
            edition.date,
            edition.language,
        ),
        seed=f"{edition.id} {edition.date} {part}",
        ink_limit=asked.ink_limit,
        black_overprint=asked.black_overprint,
        originals={} if trim else prepared(project).originals,
        cache=Cache(project.cache / "pictures"),
    )


def finished_by(finish: PrintFinish) -> Iterator[bytes | str]:
    """Give all that finishing does with a drawn file that has no pictures from outside."""
    assert not finish.originals, "pictures are known by what lies in sources/"
    yield from (repr(replace(finish, cache=None)), finish.condition.icc)


def sending_path(project: Project, part: str, pages: int, trim: tuple[float, float]) -> str:
    """Give the path in dist/ of the copy that has the name which the printer asks for."""
    edition, imprint = manuscript(project).edition, manuscript(project).imprint
    name = printer(project).sending_name(
        # The short title: mail programs and old servers cut names that are longer than 64 signs.
        titel=edition.short_title,
        teil=part,
        isbn=(imprint.isbn or "").replace("-", ""),
        stand=edition.date.isoformat(),
        format=f"{trim[0]:g}x{trim[1]:g}",
        seiten=pages,
    )
    return f"{SENDING}/{name}"
