"""Footnotes: each on the page on which it is called."""

from __future__ import annotations

from collections.abc import Iterator

from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Result, Seen
from kursbuch_press.checks.german import count
from kursbuch_press.checks.print.print_file import PrintFile
from kursbuch_press.checks.wording import checks as words
from kursbuch_press.compose.laid_out import LaidPage


def _judge(file: PrintFile) -> Result:
    """Compare the calls with the notes of each page."""
    if file.laid_out is None:
        return Result(unchecked=words.NEEDS_LAYOUT)
    seen = [each for page in file.laid_out.pages for each in _faults(page)]
    calls = sum(len(page.calls) for page in file.laid_out.pages)
    return Result(measured=count(calls, "Fußnote", "Fußnoten"), seen=tuple(seen))


def _faults(page: LaidPage) -> Iterator[Seen]:
    for note in page.calls:
        if note not in page.notes:
            yield Seen(words.NOTE_ELSEWHERE.format(note=note), page.number)
    for note in page.notes:
        if note not in page.calls:
            yield Seen(words.NOTE_WITHOUT_CALL.format(note=note), page.number)


CHECK = Check("notes", _judge)
