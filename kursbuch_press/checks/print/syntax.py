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
    warnings = dict.fromkeys(reason_of(each) for each in file.pdf.get_warnings())
    seen = [Seen(words.LOST.format(what=warning[:200])) for warning in warnings if tells_of_loss(warning)]
    seen += [
        Seen(words.REPAIRED.format(what=warning[:200]), severity=Severity.WARNING)
        for warning in warnings
        if not tells_of_loss(warning)
    ]
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
