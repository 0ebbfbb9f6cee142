"""The size of text as it is printed; text of several inks, or white on a colour, must be larger."""

from __future__ import annotations

from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Result, Seen
from kursbuch_press.checks.german import pt, shortened
from kursbuch_press.checks.print.print_file import PrintFile
from kursbuch_press.checks.print.wish import PrintWish
from kursbuch_press.checks.wording import checks as words
from kursbuch_press.marks.marks import TextMark
from kursbuch_press.marks.sheets import PageBoxes
from kursbuch_press.marks.spaces import ink_of

_ROUNDING = 0.05
_TRACE = 0.02


def _judge(file: PrintFile) -> Result:
    """Measure the height of each font through all matrices."""
    seen: list[Seen] = []
    sizes: list[float] = []
    for sheet in file.sheets:
        marks = [mark for mark in sheet.painting.marks if isinstance(mark, TextMark) and mark.text.strip() != ""]
        sizes.extend(mark.size for mark in marks)
        seen.extend(_faults(sheet, marks, file.wanted))
    limit = words.TEXT_LIMIT.format(black=pt(file.wanted.smallest_text), coloured=pt(file.wanted.smallest_coloured_text))
    return Result(measured=pt(min(sizes)) if sizes else words.NO_TEXT, limit=limit, seen=tuple(seen))


def _faults(sheet: PageBoxes, marks: list[TextMark], wanted: PrintWish) -> list[Seen]:
    seen: list[Seen] = []
    told: set[tuple[float, float]] = set()
    for mark in marks:
        least = wanted.smallest_coloured_text if _is_delicate(mark) else wanted.smallest_text
        size = round(mark.size, 1)
        if mark.size < least - _ROUNDING and (size, least) not in told:
            told.add((size, least))
            message = words.SMALL_TEXT.format(text=shortened(mark.text, 40))
            seen.append(Seen(message, sheet.number, pt(mark.size), pt(least), area=mark.area))
    return seen


def _is_delicate(mark: TextMark) -> bool:
    """Whether text is white, or of more than one ink: the plates must then meet exactly."""
    for colour in mark.paint.colours:
        ink = ink_of(colour)
        if ink is None or not ink.total:
            return True
        parts = (ink.cyan, ink.magenta, ink.yellow, ink.black, ink.spots)
        if sum(part > _TRACE for part in parts) > 1:
            return True
    return False


CHECK = Check("text-size", _judge)
