"""handouts/mappe.zip: what is given out at the event, with an index page; only what everybody can read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from kursbuch_press.press import wording
from kursbuch_press.press.jobs import Job, Made, Product
from kursbuch_press.press.progress import Told
from kursbuch_press.press.workshop import Workshop
from kursbuch_press.problems import Place, PressError, Problem, Severity

PATH = "handouts/mappe.zip"


def _jobs(workshop: Workshop) -> Iterator[Job]:
    def make(told: Told) -> Made:
        from kursbuch_press.pages.handouts.folder import folder_zip

        told(PATH, wording.JUDGING)
        problems = unreadable(workshop.finished("handouts", "screen"))
        told(PATH, wording.WRITING)
        files = {
            PurePosixPath(path).name: content
            for path, content in workshop.finished("handouts", "screen").items()
            if path not in problems
        }
        content = folder_zip(files, workshop.manuscript.edition, workshop.design("layouts/handout"))
        told(PATH, wording.DONE)
        return Made(content, problems=tuple(problems.values()))

    yield Job(PATH, make)


def unreadable(files: Mapping[str, bytes]) -> dict[str, Problem]:
    """Give the files that not everybody can read, each with what to tell of it: they are not offered in the zip."""
    problems = {}
    for path, content in files.items():
        if why := _why_not(path, content):
            problems[path] = Problem(
                Place(f"dist/{path}"),
                wording.NOT_READABLE_BY_ALL.format(path=path, zip=PATH, why=why),
                wording.READ_MORE.format(path=path),
                severity=Severity.WARNING,
                rule="readable",
            )
    return problems


def _why_not(path: str, content: bytes) -> str:
    from kursbuch_press.checks.accessible import judge_readable

    try:
        verdict = judge_readable(content, PurePosixPath(path).name)
    except PressError as error:
        return str(error)
    return " ".join(check.findings[0].message for check in verdict.failed)


def _paths(workshop: Workshop) -> Iterator[str]:
    del workshop
    yield PATH


PRODUCT = Product(
    "folder",
    "Mappe für die Veranstaltung (ZIP)",
    ("palette.yaml", "page", "handout", "drawings"),
    _jobs,
    _paths,
    needs=("handouts", "screen"),
)
