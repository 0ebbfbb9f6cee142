"""How pictures are stored: depth, interpolation, and references to other files."""

from __future__ import annotations

from collections.abc import Iterator

from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Result, Seen
from kursbuch_press.checks.german import number
from kursbuch_press.checks.print.print_file import PrintFile
from kursbuch_press.checks.wording import checks as words
from kursbuch_press.marks.marks import Picture, PictureMark
from kursbuch_press.problems import Severity


def _judge(file: PrintFile) -> Result:
    """Judge each stored picture once, at the first place where it is printed."""
    seen: list[Seen] = []
    done: set[str] = set()
    depths: set[int] = set()
    for sheet in file.sheets:
        for mark in sheet.painting.marks:
            if not isinstance(mark, PictureMark) or mark.picture.key in done:
                continue
            if mark.picture.key != "inline":
                done.add(mark.picture.key)
            depths.add(mark.picture.bits)
            for message, severity in _faults(mark.picture, file):
                seen.append(Seen(message, sheet.number, severity=severity, area=mark.area))
    measured = ", ".join(words.BITS.format(bits=bits) for bits in sorted(depths)) or words.NO_PICTURES
    return Result(measured=measured, limit=words.BITS.format(bits=number(file.wanted.bits, 0)), seen=tuple(seen))


def _faults(picture: Picture, file: PrintFile) -> Iterator[tuple[str, Severity]]:
    if picture.bits > file.wanted.bits:
        yield words.DEEP.format(bits=picture.bits), Severity.ERROR
    if picture.interpolate:
        yield words.INTERPOLATES, Severity.WARNING
    if "/JPXDecode" in picture.filters:
        yield words.JPEG_2000, Severity.WARNING
    written = file.library.objects.get(picture.key)
    if written is not None and ("/OPI" in written or "/Alternates" in written):
        yield words.ELSEWHERE, Severity.ERROR


CHECK = Check("picture-data", _judge)
