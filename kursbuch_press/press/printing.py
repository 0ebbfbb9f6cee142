"""What print files have in common: the printer's profile, turned into what finishing needs to know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kursbuch_press.press import wording
from kursbuch_press.press.workshop import Workshop
from kursbuch_press.problems import BookError, Place, Problem

if TYPE_CHECKING:
    from kursbuch_press.pages.prepress import PrintFinish
    from kursbuch_press.pages.prepress.printers import Printer

SENDING = "print/versand"


def printer_of(workshop: Workshop) -> Printer:
    """Give what the printer asks for; one with another format than the edition is raised as BookError."""
    printer, edition = workshop.printer, workshop.manuscript.edition
    wanted, has = printer.trim, edition.trim
    if (wanted.width, wanted.height) != (has.width, has.height):
        measures = (wanted.width, wanted.height, has.width, has.height)
        raise _refused(workshop, wording.OTHER_TRIM.format(*(number(each) for each in measures)), wording.OTHER_TRIM_HINT)
    if printer.bleed > edition.bleed:
        message = wording.MORE_BLEED.format(number(printer.bleed), number(edition.bleed))
        raise _refused(workshop, message, wording.MORE_BLEED_HINT.format(number(printer.bleed)))
    return printer


def _refused(workshop: Workshop, message: str, hint: str) -> BookError:
    place = Place(f"layouts/printers/{workshop.printer_name}.yaml")
    return BookError((Problem(place, message, hint, rule="printer"),))


def number(value: float) -> str:
    """Write a number as German does, without zeros at its end."""
    return f"{value:g}".replace(".", ",")


def finish_for(workshop: Workshop, part: str, trim: tuple[float, float] | None = None) -> PrintFinish:
    """Give how a part of the book ("innenteil", "umschlag") is finished for the printer; ``trim`` in mm."""
    from kursbuch_press.pages.prepress import Description, PrintFinish
    from kursbuch_press.pages.prepress.profiles import find_profile

    edition, printer = workshop.manuscript.edition, printer_of(workshop)
    return PrintFinish(
        palette=workshop.palette,
        condition=find_profile(workshop.project, workshop.printer_name, printer.condition),
        trim=trim or (printer.trim.width, printer.trim.height),
        bleed=printer.bleed,
        description=Description(
            edition.title,
            edition.issued_by,
            edition.motto,
            edition.keywords,
            edition.date,
            edition.language,
        ),
        seed=f"{edition.id} {edition.date} {part}",
        ink_limit=printer.ink_limit,
        black_overprint=printer.black_overprint,
        originals={} if trim else workshop.prepared.originals,
        cache=workshop.project / ".press" / "pictures",
    )


def sending_path(workshop: Workshop, part: str, pages: int, trim: tuple[float, float]) -> str:
    """Give the path in dist/ of the copy that has the name which the printer asks for."""
    edition, imprint = workshop.manuscript.edition, workshop.manuscript.imprint
    name = workshop.printer.sending_name(
        # The short title: mail programs and old servers cut names that are longer than 64 signs.
        titel=edition.short_title,
        teil=part,
        isbn=(imprint.isbn or "").replace("-", ""),
        stand=edition.date.isoformat(),
        format=f"{trim[0]:g}x{trim[1]:g}",
        seiten=pages,
    )
    return f"{SENDING}/{name}"
