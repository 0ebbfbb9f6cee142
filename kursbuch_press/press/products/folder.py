"""handouts/mappe.zip: what is given out at the event, with an index page; only what everybody can read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from kursbuch_press.pages.handouts.folder import folder_zip
from kursbuch_press.press import wording
from kursbuch_press.press.composing import manuscript
from kursbuch_press.press.designs import design
from kursbuch_press.press.jobs import Made, Order
from kursbuch_press.press.progress import tell
from kursbuch_press.press.readable import RULE, understood
from kursbuch_press.problems import Place, Problem, Severity

PATH = "handouts/mappe.zip"


def make(order: Order) -> Made:
    """Pack what everybody can read, and tell what is left out and why."""
    said = {path: understood(each) for path, each in order.about.items()}
    problems = unreadable({path: why for path, (why, _) in said.items()})
    tell(order.path, wording.WRITING)
    files = {_within(path): content for path, content in order.finished.items() if path not in problems}
    content = folder_zip(files, manuscript(order.project), design(order.project, "layouts/handout"))
    tell(order.path, wording.DONE)
    return Made(content, problems=(*problems.values(), *(each for _, told in said.values() for each in told)))


def _within(path: str) -> str:
    """Give the name in the zip: translations have the names of what they translate, and keep the folders of their languages."""
    return str(PurePosixPath(*PurePosixPath(path).parts[1:]))


def unreadable(found: Mapping[str, str]) -> dict[str, Problem]:
    """Give the files that not everybody can read, each with what to tell of it: they are not offered in the zip.

    ``found`` says of each file why not, or nothing.
    """
    return {
        path: Problem(
            Place(f"dist/{path}"),
            wording.NOT_READABLE_BY_ALL.format(path=path, zip=PATH, why=why),
            wording.READ_MORE.format(path=path),
            severity=Severity.WARNING,
            rule=RULE,
        )
        for path, why in found.items()
        if why
    }
