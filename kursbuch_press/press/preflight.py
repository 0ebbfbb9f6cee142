"""Preflight of print files: every print build judges what it made, and the verdict decides the name."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from kursbuch_press.press import wording
from kursbuch_press.press.jobs import Made
from kursbuch_press.problems import Place, Problem, Severity

if TYPE_CHECKING:
    from kursbuch_press.checks import PrintWish, Verdict
    from kursbuch_press.compose.laid_out import LaidOut
    from kursbuch_press.pages.printing.printers import Printer
    from kursbuch_press.press.workshop import Workshop

NOT_READY = "-NICHT-DRUCKFERTIG"


@dataclass(frozen=True, slots=True)
class Judged:
    """A finished print file: its path in dist/ if all is well, its bytes, its pages, and what is known of its layout.

    ``report`` is the path of the report without ending. ``trim`` is the size of a page in mm.
    """

    path: str
    report: str
    content: bytes
    pages: int
    wish: PrintWish
    laid_out: LaidOut | None = None
    problems: tuple[Problem, ...] = ()


def wish_of(printer: Printer) -> PrintWish:
    """Say what a printer asks for in the words of the checks; fonts are those of the book."""
    from kursbuch_press.checks import PrintWish
    from kursbuch_press.pages.fonts import FAMILIES

    return PrintWish(
        printer=printer.name,
        trim=(printer.trim.width, printer.trim.height),
        bleed=printer.bleed,
        safe=printer.safe_area,
        page_multiple=printer.page_multiple,
        standard=printer.standard,
        condition=printer.condition.identifier,
        ink_limit=printer.ink_limit,
        dpi=printer.minimum_dpi,
        smallest_text=printer.text_size,
        smallest_coloured_text=printer.text_size,
        thinnest_line=printer.line_width,
        fonts=tuple(FAMILIES),
    )


def judge(workshop: Workshop, judged: Judged) -> Made:
    """Judge a print file and give it under the name that it deserves, with its report beside it.

    A file that is not technically ready for print is called NAME-NICHT-DRUCKFERTIG.pdf, and NAME.pdf goes in the same step.
    """
    from kursbuch_press.checks import Known, Tools, draw_pictures, judge_print, report_html, report_json

    edition, imprint = workshop.manuscript.edition, workshop.manuscript.imprint
    known = Known(PurePosixPath(judged.path).name, edition, imprint, Tools.here())
    verdict = judge_print(judged.content, judged.wish, judged.laid_out, known)
    pictures = draw_pictures(judged.content, verdict, known.tools)
    reports = {
        f"{judged.report}.html": report_html(verdict, pictures).encode(),
        f"{judged.report}.json": report_json(verdict).encode(),
    }
    bad = judged.path.replace(".pdf", f"{NOT_READY}.pdf")
    good, gone = (judged.path, bad) if verdict.technical else (bad, judged.path)
    problems = (*judged.problems, *_told(verdict, judged))
    return Made(judged.content, judged.pages, problems, path=good, beside=reports, gone=(gone,), verdict=_verdict(verdict))


def _verdict(verdict: Verdict) -> dict[str, bool]:
    """Give both verdicts as the manifest names them."""
    return {"technisch_druckfertig": verdict.technical, "zur_verbreitung_freigegeben": verdict.released}


def _told(verdict: Verdict, judged: Judged) -> tuple[Problem, ...]:
    """Tell the editor in one line that a file is not ready, and where to read why."""
    if verdict.technical:
        return ()
    message = wording.NOT_READY_FOR_PRINT.format(path=judged.path)
    hint = wording.READ_THE_REPORT.format(report=f"dist/{judged.report}.html")
    return (Problem(Place(f"dist/{judged.path}"), message, hint, severity=Severity.WARNING, rule="preflight"),)
