"""Judging finished files, our own and foreign ones, with a report for each where it is wanted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kursbuch_press.checks import Known, Tools, Verdict, draw_pictures, judge_print, judge_readable, report_html, report_json
from kursbuch_press.disk.changing import change_files
from kursbuch_press.disk.looking import files_in, is_regular
from kursbuch_press.limits import Limits, in_child
from kursbuch_press.pages.prepress.printers import load_printer
from kursbuch_press.press import wording
from kursbuch_press.press.composing import manuscript
from kursbuch_press.press.dist import NOT_READY
from kursbuch_press.press.ordered import wish_for_file
from kursbuch_press.press.products import INTERIOR
from kursbuch_press.press.project import Project
from kursbuch_press.problems import PressError

GIVEN_OUT = (("screen", ".pdf"), ("handouts", ".pdf"), ("word", ".docx"))
"""What the public or the co-authors get; what is only printed (office/, print/) need not be readable on a screen."""


@dataclass(frozen=True, slots=True)
class Reported:
    """A verdict, the same as JSON, and where its report lies for people."""

    verdict: Verdict
    json: str
    report: Path


@dataclass(frozen=True, slots=True)
class Waiting:
    """How long a foreign file may be judged, and who is told that it is still going on, with the seconds gone by."""

    seconds: float = 120.0
    tell: Callable[[int], None] = lambda _: None


def judge_for_print(project: Project, file: Path | None, folder: Path | None, waiting: Waiting) -> Reported:
    """Judge a print file, also one made elsewhere; without one the interior in dist/; the report lies beside it."""
    path = file or project.dist / INTERIOR
    if not is_regular(path):
        path = path.with_name(f"{path.stem}{NOT_READY}.pdf")
    if not is_regular(path):
        raise PressError(wording.NO_FILE.format(path=file or project.dist / INTERIOR), exit_code=2)
    composed = manuscript(project)
    printer = load_printer(project.folder, project.printer or composed.edition.printer)
    tools = replace(Tools.here(), seconds=waiting.seconds)
    known = Known(path.name, composed.edition, composed.imprint, tools)
    wish = wish_for_file(project, printer, path)

    def judge() -> tuple[Verdict, str, str]:
        verdict = judge_print(path, wish, None, known)
        pictures = draw_pictures(path.read_bytes(), verdict, tools)
        return verdict, report_html(verdict, pictures), report_json(verdict)

    verdict, *reports = in_child(judge, Limits(seconds=waiting.seconds), waiting.tell)
    return _reported(verdict, folder or path.parent, f"{path.stem}-preflight", reports)


def judge_for_readers(path: Path, folder: Path | None, waiting: Waiting) -> Reported:
    """Judge whether everybody can read a file; the report lies beside it, or in ``folder``."""
    if not is_regular(path):
        raise PressError(wording.NO_SUCH_FILE, exit_code=2)
    limits = Limits(seconds=waiting.seconds)

    def judge() -> tuple[Verdict, str, str]:
        verdict = judge_readable(path, limits=limits)
        return verdict, report_html(verdict), report_json(verdict)

    verdict, *reports = in_child(judge, limits, waiting.tell)
    return _reported(verdict, folder or path.parent, f"{path.stem}-{verdict.about.kind}-barrierefreiheit", reports)


def given_out(project: Project) -> list[Path]:
    """Give the finished files that are read on screens."""
    return [path for folder, ending in GIVEN_OUT for path in files_in(project.dist / folder, ending)]


def _reported(verdict: Verdict, folder: Path, name: str, reports: Sequence[str]) -> Reported:
    html, json = reports
    change_files(folder, {f"{name}.html": html.encode("utf-8", "replace"), f"{name}.json": json.encode("utf-8", "replace")})
    return Reported(verdict, json, folder / f"{name}.html")
