"""The title: there, shown in place of the file name, and not the file name itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kursbuch_press.checks.accessible.alternatives import is_empty_phrase
from kursbuch_press.checks.accessible.pdf.claim import title_of
from kursbuch_press.checks.accessible.pdf_file import PdfFile
from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Clause, Result, Seen
from kursbuch_press.checks.german import shortened
from kursbuch_press.checks.wording import accessible_pdf as words
from kursbuch_press.marks import objects
from kursbuch_press.problems import Severity

NO_TITLE, POOR_TITLE = Clause("06-003", "2.4.2"), Clause("06-004", "2.4.2")
NOT_SHOWN, SHOWS_NAME = Clause("07-001", "2.4.2"), Clause("07-002", "2.4.2")
_FILE_NAME = re.compile(r"\.(pdf|docx?|indd|odt|qxp)$|^(microsoft word|unbenannt|untitled|dokument\d*$)", re.IGNORECASE)


def _judge(file: PdfFile) -> Result:
    title = title_of(file.xmp)
    return Result(seen=tuple(_faults(file, title)), measured=f"„{shortened(title)}“" if title else words.NONE)


def _faults(file: PdfFile, title: str) -> Iterator[Seen]:
    if not title:
        yield Seen(words.NO_TITLE, clause=NO_TITLE)
    elif is_empty_phrase(title):
        yield Seen(words.TITLE_IS_NAME.format(title=shortened(title)), clause=POOR_TITLE)
    elif _FILE_NAME.search(title) or title == file.name:
        yield Seen(words.TITLE_IS_NAME.format(title=shortened(title)), severity=Severity.WARNING, clause=POOR_TITLE)
    shown = objects.entry(file.catalog, "/ViewerPreferences", "/DisplayDocTitle")
    if shown is None:
        yield Seen(words.TITLE_NOT_SHOWN, clause=NOT_SHOWN)
    elif not objects.true(shown):
        yield Seen(words.TITLE_NOT_SHOWN, clause=SHOWS_NAME)


CHECK = Check("title", _judge, (NO_TITLE, POOR_TITLE, NOT_SHOWN, SHOWS_NAME))
