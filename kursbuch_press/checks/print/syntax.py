"""Whether the file can be read without repair."""

from __future__ import annotations

from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Result, Seen
from kursbuch_press.checks.german import count
from kursbuch_press.checks.print.print_file import PrintFile
from kursbuch_press.checks.wording import checks as words
from kursbuch_press.marks.opening import reason_of, tells_of_loss
from kursbuch_press.problems import Severity, listed

_MOST = 20


def _judge(file: PrintFile) -> Result:
    """List what qpdf had to repair while reading, and operators that no page may have."""
    for _ in file.pdf.objects:  # qpdf tells of an object only when somebody has asked for it
        file.library.budget.spend()
    warnings = dict.fromkeys(reason_of(each) for each in file.pdf.get_warnings())
    shapes = ((words.LOST if tells_of_loss(warning) else words.REPAIRED, warning[:200]) for warning in warnings)
    seen = [Seen(shape.format(what=warning)) for shape, warning in sorted(shapes)]
    for sheet in file.sheets:
        if unread := sheet.painting.unread:
            message = words.NOT_UNDERSTOOD.format(what=listed(unread, 5))
            seen.append(Seen(message, page=sheet.number, severity=Severity.WARNING))
    pages = count(len(file.sheets), "Seite", "Seiten")
    return Result(
        measured=words.VERSION.format(version=file.pdf.pdf_version, pages=pages),
        seen=tuple(seen[:_MOST]),
    )


CHECK = Check("syntax", _judge)
