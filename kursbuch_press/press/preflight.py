"""Preflight of print files: every print build judges what it made, and the verdict decides the name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from kursbuch_press.book.edition import Trim
from kursbuch_press.checks import (
    Known,
    Note,
    PrintWish,
    Tools,
    Verdict,
    draw_pictures,
    judge_print,
    report_html,
    report_json,
)
from kursbuch_press.compose.laid_out import LaidOut
from kursbuch_press.disk.cache import Cache
from kursbuch_press.pages.fonts import families
from kursbuch_press.pages.pictures import PictureNote
from kursbuch_press.pages.prepress import Converted, Finished
from kursbuch_press.pages.prepress.printers import Printer
from kursbuch_press.pages.prepress.profiles import palette_warnings
from kursbuch_press.press import wording
from kursbuch_press.press.composing import manuscript
from kursbuch_press.press.dist import NOT_READY
from kursbuch_press.press.jobs import Made
from kursbuch_press.press.locating import PlaceOf, located
from kursbuch_press.press.machine import PROGRAMS, asked, press_digest, record_programs
from kursbuch_press.press.pictures import prepared
from kursbuch_press.press.print_findings import Printed, as_problems
from kursbuch_press.press.project import Project
from kursbuch_press.press.reading import palette, printer, readings
from kursbuch_press.problems import Place, Problem, Severity

RULE = "preflight"
"""The rule of what is said of a file as a whole that is not ready."""

READY = "technisch_druckfertig"
"""How the manifest names the verdict on the file itself."""

SCREENED_LINE = 0.5
"""Points; in a tint or of several inks, a line wants twice what a solid one does (60 lines/cm: a dot is 0.17 mm)."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A finished print file: its path in dist/ if all is well, its pages, and what is known of its layout.

    ``laid_out`` is judged as well; ``places`` only says where texts stand, on a sheet that is no page of the book.
    ``place_of`` says where in the sources an address stands, if not the book does; ``design`` is the folder that gave the look.
    ``report`` is the path of the report without ending, ``sent`` that of the copy for the printer. ``sheet`` tells how a cover
    was measured out, so that a printer can compare it with the dummy; ``blank`` what the blank pages at the end cost.
    """

    path: str
    report: str
    sent: str
    finished: Finished
    pages: int
    wish: PrintWish
    laid_out: LaidOut | None = None
    places: LaidOut | None = None
    problems: tuple[Problem, ...] = ()
    sheet: tuple[str, ...] = ()
    blank: tuple[str, ...] = ()
    place_of: PlaceOf | None = None
    design: str = "layouts/page"


def wish_of(printer: Printer, edition: Trim, folder: Path) -> PrintWish:
    """Say what a printer asks for in the words of the checks; fonts are those of the project in ``folder``.

    A printer without a trim of its own asks for that of the ``edition``.
    """
    trim = printer.trim or edition
    return PrintWish(
        printer=printer.name,
        trim=(trim.width, trim.height),
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
        thinnest_screened_line=max(SCREENED_LINE, printer.line_width),
        fonts=tuple(families(folder)),
    )


def judged_by(project: Project, wish: PrintWish) -> Iterator[str]:
    """Give all that the verdict on a file without a layout of the book's follows from, but for the file and its names."""
    record_programs()
    composed = manuscript(project)
    yield from (repr(wish), repr(composed.edition), repr(composed.imprint), *map(asked, PROGRAMS))
    yield repr((palette(project), _ink_warnings(project)))


def judge(project: Project, judged: Judged) -> Made:
    """Judge a print file and give it under the name that it deserves, with its report beside it.

    A file that is not technically ready for print is called NAME-NICHT-DRUCKFERTIG.pdf, and NAME.pdf goes in the same step.
    Only one that is ready gets a copy to be sent.
    """
    record_programs()
    edition, imprint = manuscript(project).edition, manuscript(project).imprint
    tools = replace(Tools.here(), shelf=Cache(project.cache / "checked", press_digest()))
    known = Known(PurePosixPath(judged.path).name, edition, imprint, tools)
    content = judged.finished.pdf
    verdict = judge_print(content, judged.wish, judged.laid_out, known)
    book = readings(project).book.book
    place_of = judged.place_of or (book.place if book else None)
    verdict = located(verdict, judged.laid_out or judged.places, place_of)
    bad = judged.path.replace(".pdf", f"{NOT_READY}.pdf")
    good, gone = (judged.path, bad) if verdict.passed else (bad, judged.path)
    verdict = replace(verdict, about=replace(verdict.about, name=PurePosixPath(good).name))
    pictures = draw_pictures(content, verdict, known.tools)
    told = tuple(notes(project, judged))
    known_of = {each.address for each in judged.problems if each.address and each.severity is Severity.ERROR}
    reports = {
        f"{judged.report}.html": report_html(verdict, pictures, told).encode(),
        f"{judged.report}.json": report_json(verdict, told).encode(),
    }
    return Made(
        content,
        judged.pages,
        (
            *judged.problems,
            *_ink_warnings(project),
            *_told(verdict, judged),
            *as_problems(verdict, Printed(judged.path, judged.design, place_of), known_of),
        ),
        path=good,
        beside=reports,
        copies=(judged.sent,) if verdict.passed else (),
        gone=(gone,),
        verdict=_verdict(verdict),
    )


def notes(project: Project, judged: Judged) -> Iterator[Note]:
    """Give what the report says besides the findings: warnings of the press, pictures, colours that are no swatches."""
    interior = judged.laid_out is not None
    shown = prepared(project) if interior else None
    warnings = (*judged.problems, *_ink_warnings(project), *(shown.problems if shown else ()))
    if warnings:
        lines = tuple(f"{each.message} {wording.TO_DO.format(hint=each.hint)}" for each in warnings)
        yield Note("warnings", wording.NOTE_TITLES["warnings"], lines, warning=True)
    if judged.sheet:
        yield Note("sheet", wording.NOTE_TITLES["sheet"], judged.sheet)
    if judged.blank:
        yield Note("blank", wording.NOTE_TITLES["blank"], judged.blank)
    lines = tuple(_picture(each) for each in shown.notes) if shown else ()
    if judged.finished.pictures:
        converted = wording.ONE_PICTURE_CONVERTED if judged.finished.pictures == 1 else wording.PICTURES_CONVERTED
        lines = (*lines, converted.format(count=judged.finished.pictures))
    if lines:
        yield Note("pictures", wording.NOTE_TITLES["pictures"], lines)
    if judged.finished.colours:
        yield Note("colours", wording.NOTE_TITLES["colours"], tuple(_colour(each) for each in judged.finished.colours))


def _picture(note: PictureNote) -> str:
    done = f"; {', '.join(note.done)}" if note.done else ""
    return wording.PICTURE.format(name=note.name, width=note.pixels[0], height=note.pixels[1], dpi=round(note.dpi), done=done)


def _colour(converted: Converted) -> str:
    rgb = "#" + "".join(f"{round(share * 255):02x}" for share in converted.rgb)
    return wording.COLOUR.format(*(round(share * 100) for share in converted.cmyk), rgb=rgb)


def _ink_warnings(project: Project) -> tuple[Problem, ...]:
    return palette_warnings(palette(project), printer(project).condition.identifier)


def _verdict(verdict: Verdict) -> dict[str, bool]:
    """Give both verdicts as the manifest names them."""
    return {READY: verdict.passed, "zur_verbreitung_freigegeben": verdict.released}


def _told(verdict: Verdict, judged: Judged) -> tuple[Problem, ...]:
    """Tell the editor in one line that a file is not ready, and where to read why."""
    if verdict.passed:
        return ()
    message = wording.NOT_READY_FOR_PRINT.format(path=judged.path)
    hint = wording.READ_THE_REPORT.format(report=f"dist/{judged.report}.html")
    return (Problem(Place(f"dist/{judged.path}"), message, hint, severity=Severity.WARNING, rule=RULE),)
