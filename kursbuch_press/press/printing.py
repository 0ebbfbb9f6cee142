"""What print files have in common: the printer's profile, turned into what finishing needs to know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kursbuch_press.press.workshop import Workshop

if TYPE_CHECKING:
    from kursbuch_press.pages.printing import PrintFinish


def finish_for(workshop: Workshop, part: str, trim: tuple[float, float] | None = None) -> PrintFinish:
    """Give how a part of the book ("innenteil", "umschlag") is finished for the edition's printer; ``trim`` in mm."""
    from kursbuch_press.pages.printing import Description, PrintFinish
    from kursbuch_press.pages.printing.profiles import find_profile

    edition, printer = workshop.manuscript.edition, workshop.printer
    return PrintFinish(
        palette=workshop.palette,
        condition=find_profile(workshop.project, edition.printer, printer.condition),
        trim=trim or (printer.trim.width, printer.trim.height),
        bleed=printer.bleed,
        description=Description(
            edition.title, edition.issued_by, edition.motto, edition.keywords, edition.date, edition.language,
        ),
        seed=f"{edition.id} {edition.date} {part}",
        ink_limit=printer.ink_limit,
        black_overprint=printer.black_overprint,
        cache=workshop.project / ".press" / "pictures",
    )
