"""Contrast of meaningful graphics: what a figure draws differs from what it stands on by 3 to 1."""

from __future__ import annotations

from collections.abc import Iterator

from kursbuch_press.checks.accessible.clauses import GRAPHICS_CONTRAST
from kursbuch_press.checks.accessible.graphics import ENOUGH, ROUNDING, standing
from kursbuch_press.checks.accessible.pdf_file import PdfFile
from kursbuch_press.checks.accessible.tag_tree import Element
from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Result, Seen
from kursbuch_press.checks.german import count, number, shortened
from kursbuch_press.checks.wording import accessible_pdf as words
from kursbuch_press.marks.marks import PictureMark
from kursbuch_press.problems import Severity, listed


def _judge(file: PdfFile) -> Result:
    figures = file.of_kind("Figure")
    seen = [each for figure in figures for each in _figure(file, figure)]
    return Result(seen=tuple(seen), measured=count(len(figures), "Abbildung", "Abbildungen"), nothing=not figures)


def _figure(file: PdfFile, figure: Element) -> Iterator[Seen]:
    """Take the strongest contrast that anything in the figure has; whether the rest carries meaning is for people."""
    own = {id(mark): mark for _, mark in file.marks_of(figure)}
    page = file.page_of(figure)
    if not own or not page:
        return
    area, alternative = file.area_of(figure), shortened(figure.entries.get("Alt", ""), 50) or words.NONE
    parts = list(standing(file.pages[page - 1].painting.marks, own))
    known = [each for each in parts if each.ratio is not None]
    pictures = any(isinstance(mark, PictureMark) for mark in own.values())
    if pictures or (parts and not known):
        message = words.FIGURE_UNKNOWN.format(alternative=alternative)
        yield Seen(message, page, severity=Severity.NOTE, area=area, clause=GRAPHICS_CONTRAST)
        return
    if not known:
        return
    best = max(each.ratio for each in known if each.ratio is not None)
    if best < ENOUGH - ROUNDING:
        message = words.WEAK_FIGURE.format(alternative=alternative, ratio=number(best, 2))
        yield Seen(message, page, area=area, clause=GRAPHICS_CONTRAST)
        return
    weak = sorted(
        {
            words.ON.format(colour=each.colour.hex, ground=each.ground.hex)
            for each in known
            if each.is_weak and each.colour and each.ground
        }
    )
    if weak:
        message = words.WEAK_PARTS.format(alternative=alternative, colours=listed(weak, 4))
        yield Seen(message, page, severity=Severity.NOTE, area=area, clause=GRAPHICS_CONTRAST)


CHECK = Check("graphics-contrast", _judge, (GRAPHICS_CONTRAST,))
