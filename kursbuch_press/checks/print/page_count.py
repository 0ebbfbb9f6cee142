"""The number of pages: what a sheet and a binding can take."""

from __future__ import annotations

from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Result, Seen
from kursbuch_press.checks.german import count
from kursbuch_press.checks.print.print_file import PrintFile
from kursbuch_press.checks.wording import checks as words


def _judge(file: PrintFile) -> Result:
    """Compare the number of pages with the exact number or the multiple that was ordered."""
    pages, wanted = len(file.sheets), file.wanted
    measured = count(pages, "Seite", "Seiten")
    if wanted.page_count is not None:
        limit = count(wanted.page_count, "Seite", "Seiten")
        wrong = pages != wanted.page_count
        message = words.OTHER_COUNT.format(wanted=limit)
    else:
        limit = words.MULTIPLE.format(of=wanted.page_multiple)
        wrong = pages % max(wanted.page_multiple, 1) != 0
        message = words.NO_MULTIPLE.format(of=wanted.page_multiple, missing=-pages % max(wanted.page_multiple, 1))
    return Result(measured=measured, limit=limit, seen=(Seen(message, measured=measured, limit=limit),) if wrong else ())


CHECK = Check("page-count", _judge)
