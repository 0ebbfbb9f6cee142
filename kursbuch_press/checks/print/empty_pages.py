"""Empty pages: meant or not."""

from __future__ import annotations

from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Result, Seen
from kursbuch_press.checks.german import runs
from kursbuch_press.checks.print.print_file import PrintFile
from kursbuch_press.checks.wording import checks as words
from kursbuch_press.marks.marks import GroupMark, Mark, PathMark, TextMark
from kursbuch_press.marks.sheets import PageBoxes
from kursbuch_press.marks.spaces import ink_of
from kursbuch_press.problems import Severity


def _judge(file: PrintFile) -> Result:
    """Find pages without any ink; whether they are meant only the layout knows."""
    empty = [sheet.number for sheet in file.sheets if _is_empty(sheet)]
    meant = {page.number for page in file.laid_out.pages if page.blank_on_purpose} if file.laid_out else set()
    seen = [
        Seen(words.EMPTY_PAGE, number) if file.laid_out else Seen(words.EMPTY_PERHAPS, number, severity=Severity.WARNING)
        for number in empty
        if number not in meant
    ]
    measured = words.EMPTY_PAGES.format(pages=runs(empty)) if empty else words.NO_EMPTY_PAGES
    return Result(measured=measured, limit=words.ONLY_MEANT, seen=tuple(seen))


def _is_empty(sheet: PageBoxes) -> bool:
    return not any(_leaves_ink(mark) and mark.area.meets(sheet.trim) for mark in sheet.painting.marks)


def _leaves_ink(mark: Mark) -> bool:
    if isinstance(mark, GroupMark) or not mark.paint.opacity:
        return False
    if isinstance(mark, TextMark) and mark.text and not mark.text.strip():
        return False
    if isinstance(mark, (TextMark, PathMark)):
        return any((ink := ink_of(colour)) is None or bool(ink.total) for colour in mark.paint.colours)
    return True


CHECK = Check("empty-pages", _judge)
