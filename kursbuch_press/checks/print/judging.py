"""Judging a file for the printer: read once within a budget, seen by every check."""

from __future__ import annotations

from pathlib import Path

from kursbuch_press.checks.findings import About, Kind, PageFacts, Verdict
from kursbuch_press.checks.judging import judged
from kursbuch_press.checks.print import CHECKS
from kursbuch_press.checks.print.print_file import PrintFile
from kursbuch_press.checks.print.separations import Order, separate
from kursbuch_press.checks.print.wish import Known, PrintWish
from kursbuch_press.checks.wording.titles import TITLES
from kursbuch_press.compose.laid_out import LaidOut
from kursbuch_press.limits import Budget, Limits
from kursbuch_press.marks.library import Library
from kursbuch_press.marks.opening import content_of_file, open_pdf
from kursbuch_press.marks.page_names import page_names
from kursbuch_press.marks.sheets import read_sheets


def judge_print(
    pdf: bytes | Path,
    wanted: PrintWish,
    laid_out: LaidOut | None = None,
    known: Known | None = None,
) -> Verdict:
    """Judge a file against what a printer asks for; raises PressError for one that cannot be judged at all.

    ``laid_out`` tells of paragraphs, headings and notes; without it, or when it has another number of pages
    than the file, the checks that need it say so. A file without a name is called after its path.
    Nothing is written and nothing is drawn.
    """
    known = known or Known()
    if not known.name and isinstance(pdf, Path):
        known = Known(pdf.name, known.edition, known.imprint, known.tools)
    content = content_of_file(pdf)
    library = Library(Budget(Limits(seconds=known.tools.seconds)))
    with open_pdf(content) as opened:
        sheets = read_sheets(opened, library)
        if laid_out is not None and len(laid_out.pages) != len(sheets):
            laid_out = None
        names = page_names(opened) if known.tools.shelf is not None and known.tools.ghostscript else ()
        order = Order(content, tuple(sheet.media for sheet in sheets), wanted.ink_limit, names)
        plates = separate(order, known.tools)
        file = PrintFile(opened, sheets, library, wanted, known, laid_out, plates, content)
        results = [(check, check.judge(file)) for check in CHECKS]
    folios = {page.number: page.folio for page in laid_out.pages} if laid_out else {}
    pages = tuple(PageFacts(sheet.number, folios.get(sheet.number, ""), sheet.media, sheet.trim) for sheet in sheets)
    return Verdict(
        About(known.name, Kind.PRINT, printer=wanted.printer, part=wanted.part),
        tuple(judged(check, result, TITLES, pages) for check, result in results),
        pages,
        tools=(plates.measured_by,) if plates else (),
        measured={check.id: dict(result.figures) for check, result in results if result.figures},
    )
