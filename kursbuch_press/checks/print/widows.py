"""Widows and orphans: a single line of a paragraph at the head or foot of a page or column."""

from __future__ import annotations

from collections.abc import Iterator

from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Result, Seen
from kursbuch_press.checks.german import count, shortened
from kursbuch_press.checks.print.places import area_of, starts_anew
from kursbuch_press.checks.print.print_file import PrintFile
from kursbuch_press.checks.wording import checks as words
from kursbuch_press.compose.laid_out import LaidLine, LaidPage, LineRole
from kursbuch_press.problems import Severity

Placed = tuple[LaidPage, LaidLine]


def _judge(file: PrintFile) -> Result:
    """Count the lines on both sides of each break inside a paragraph."""
    if file.laid_out is None:
        return Result(unchecked=words.NEEDS_LAYOUT)
    seen: list[Seen] = []
    broken = 0
    for paragraph in file.laid_out.paragraphs():
        parts = _parts([each for each in paragraph if each[1].role is LineRole.TEXT])
        broken += len(parts) > 1
        seen.extend(_faults(parts, file))
    return Result(measured=words.BROKEN_PARAGRAPHS.format(amount=count(broken, "Absatz", "Absätze")), seen=tuple(seen))


def _parts(lines: list[Placed]) -> list[list[Placed]]:
    """Split the lines of a paragraph where a page or column ends."""
    parts: list[list[Placed]] = []
    for page, line in lines:
        before = parts[-1][-1] if parts else None
        if before is None or before[0].number != page.number or starts_anew(line, before[1]):
            parts.append([])
        parts[-1].append((page, line))
    return parts


def _faults(parts: list[list[Placed]], file: PrintFile) -> Iterator[Seen]:
    if len(parts) < 2:  # noqa: PLR2004 - a paragraph in one piece
        return
    for part, message in ((parts[0], words.ORPHAN), (parts[-1], words.WIDOW)):
        page, line = part[0]
        if len(part) == 1:
            text = message.format(text=shortened(line.text, 50))
            yield Seen(text, page.number, "1", "2", Severity.WARNING, area_of(line.place, page, file))


CHECK = Check("widows", _judge)
