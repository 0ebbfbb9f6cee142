"""handouts/mappe.zip: what is given out at the event, with an index page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from kursbuch_press.press import wording
from kursbuch_press.press.jobs import Job, Made, Product
from kursbuch_press.press.progress import Told
from kursbuch_press.press.workshop import Workshop

PATH = "handouts/mappe.zip"


def _jobs(workshop: Workshop) -> Iterator[Job]:
    def make(told: Told) -> Made:
        from kursbuch_press.pages.handouts.folder import folder_zip

        told(PATH, wording.WRITING)
        files = {PurePosixPath(path).name: content for path, content in workshop.finished("handouts", "screen").items()}
        content = folder_zip(files, workshop.manuscript.edition, workshop.design("layouts/handout"))
        told(PATH, wording.DONE)
        return Made(content)

    yield Job(PATH, make)


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
