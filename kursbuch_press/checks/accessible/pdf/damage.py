"""Damage: what cannot be read to its end is read out by nobody, and seen by nobody."""

from __future__ import annotations

from collections.abc import Iterator

from kursbuch_press.checks.accessible.pdf_file import PdfFile
from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Clause, Result, Seen
from kursbuch_press.checks.german import count, shortened
from kursbuch_press.checks.wording import damage as words
from kursbuch_press.checks.wording.checks import LOST
from kursbuch_press.marks.blank_faces import blank_faces
from kursbuch_press.marks.damage import Inspector
from kursbuch_press.marks.damages import MILD, Damage
from kursbuch_press.marks.marks import Painting
from kursbuch_press.marks.opening import reason_of, tells_of_loss
from kursbuch_press.problems import Severity, listed

READABLE = Clause("", "1.3.1", "ISO 14289-1, 6.1")
_MOST_NAMES = 5


def _judge(file: PdfFile) -> Result:
    """Read each stream that a page uses; the first page that uses a damaged one is named."""
    inspector = Inspector(file.library.budget)
    lost = [each for each in dict.fromkeys(map(reason_of, file.pdf.get_warnings())) if tells_of_loss(each)]
    seen = [Seen(LOST.format(what=each[:200]), clause=READABLE) for each in lost[:_MOST_NAMES]]
    for page in file.pages:
        inline = [each for painting in page.paintings for each in painting.inline]
        seen.extend(_of_damage(damage, page.number) for damage in inspector.inspect(page.written, inline))
        for painting in page.paintings:
            seen.extend(each for each in _of_content(painting, page.number) if each not in seen)
    for number, mark in blank_faces((page.number, page.shown) for page in file.pages):
        message = words.BLANK_FACE.format(name=mark.face.name, text=shortened(mark.text, 30))
        seen.append(Seen(message, number, area=mark.area, clause=READABLE))
    amount = count(len(inspector.met), *words.OBJECTS)
    return Result(seen=tuple(seen), measured=words.READ.format(amount=amount))


def _of_content(painting: Painting, page: int) -> Iterator[Seen]:
    """See what a content asks for in vain, and where it ends too early."""
    if painting.missing:
        yield Seen(words.MISSING.format(names=listed(painting.missing, _MOST_NAMES)), page, clause=READABLE)
    if painting.unknown:  # viewers pass over them, so it need not hinder anybody
        message = words.UNKNOWN.format(names=listed(painting.unknown, _MOST_NAMES))
        yield Seen(message, page, severity=Severity.WARNING, clause=READABLE)
    if painting.lacking:
        message = words.LACKING.format(names=listed(painting.lacking, _MOST_NAMES))
        yield Seen(message, page, severity=Severity.WARNING, clause=READABLE)
    if painting.cut_off:
        yield Seen(words.CUT_OFF, page, clause=READABLE)


def _of_damage(damage: Damage, page: int) -> Seen:
    severity = Severity.WARNING if damage.why in MILD else Severity.ERROR
    return Seen(words.sentence(damage), page, severity=severity, clause=READABLE)


CHECK = Check("damage", _judge, (READABLE,))
