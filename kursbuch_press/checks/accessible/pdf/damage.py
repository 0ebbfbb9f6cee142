"""Damage: what cannot be read to its end is read out by nobody, and seen by nobody."""

from __future__ import annotations

from kursbuch_press.checks.accessible.pdf_file import PdfFile
from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Clause, Result, Seen
from kursbuch_press.checks.german import count
from kursbuch_press.checks.wording import damage as words
from kursbuch_press.marks.damage import Inspector
from kursbuch_press.problems import listed

READABLE = Clause("", "1.3.1", "ISO 14289-1, 6.1")
_MOST_NAMES = 5


def _judge(file: PdfFile) -> Result:
    """Read each stream that a page uses; the first page that uses a damaged one is named."""
    inspector = Inspector(file.library.budget)
    seen: list[Seen] = []
    for page in file.pages:
        damages = inspector.inspect(page.written)
        seen.extend(Seen(words.sentence(damage), page.number, clause=READABLE) for damage in damages)
        if missing := page.painting.missing:
            message = words.MISSING.format(names=listed(missing, _MOST_NAMES))
            seen.append(Seen(message, page.number, clause=READABLE))
    amount = count(len(inspector.met), *words.OBJECTS)
    return Result(seen=tuple(seen), measured=words.READ.format(amount=amount))


CHECK = Check("damage", _judge, (READABLE,))
