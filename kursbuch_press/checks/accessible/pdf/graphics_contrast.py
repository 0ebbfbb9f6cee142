"""Contrast of meaningful graphics: what a figure draws differs from what it stands on by 3 to 1."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kursbuch_press.checks.accessible.clauses import GRAPHICS_CONTRAST
from kursbuch_press.checks.accessible.colours import contrast, light_of
from kursbuch_press.checks.accessible.grounds import GroundMark, as_ground, ground_at
from kursbuch_press.checks.accessible.pdf_file import PdfFile
from kursbuch_press.checks.accessible.tag_tree import Element
from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Result, Seen
from kursbuch_press.checks.german import count, number, shortened
from kursbuch_press.checks.wording import accessible_pdf as words
from kursbuch_press.marks.marks import Mark, PathMark, PictureMark
from kursbuch_press.problems import Severity

ENOUGH = 3.0
_ROUNDING = 0.005


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
    ratios = list(_ratios(file.pages[page - 1].painting.marks, own))
    known = [(ratio, colours) for ratio, colours in ratios if ratio is not None]
    pictures = any(isinstance(mark, PictureMark) for mark in own.values())
    if pictures or (ratios and not known):
        message = words.FIGURE_UNKNOWN.format(alternative=alternative)
        yield Seen(message, page, severity=Severity.NOTE, area=area, clause=GRAPHICS_CONTRAST)
        return
    if not known:
        return
    best = max(known)[0]
    if best < ENOUGH - _ROUNDING:
        message = words.WEAK_FIGURE.format(alternative=alternative, ratio=number(best, 2))
        yield Seen(message, page, area=area, clause=GRAPHICS_CONTRAST)
        return
    weak = sorted({colours for ratio, colours in known if 1 < ratio < ENOUGH - _ROUNDING})
    if weak:
        message = words.WEAK_PARTS.format(alternative=alternative, colours=", ".join(weak[:4]))
        yield Seen(message, page, severity=Severity.NOTE, area=area, clause=GRAPHICS_CONTRAST)


def _ratios(marks: tuple[Mark, ...], own: Mapping[int, Mark]) -> Iterator[tuple[float | None, str]]:
    """Give the contrast of each path of a figure against what lies below its middle and its edge."""
    below: list[GroundMark] = []
    for mark in marks:
        if id(mark) in own and isinstance(mark, PathMark):
            colours = [light_of(colour) for colour in mark.paint.colours]
            area = mark.area
            beside = (area.left - 0.5, (area.bottom + area.top) / 2)
            middle = ((area.left + area.right) / 2, (area.bottom + area.top) / 2)
            near = [each for each in below if each.area.meets(area.grow(1))]
            grounds = {light for point in (beside, middle) for light in ground_at(point, near).lights}
            for light in () if _carries(mark, own) else colours:
                if light is None or not grounds:
                    yield None, ""
                else:
                    ratio, ground = max((contrast(light.over(each, mark.paint.opacity), each), each) for each in grounds)
                    yield ratio, words.ON.format(colour=light.hex, ground=ground.hex)
        stand = as_ground(mark)
        if stand is not None:
            below.append(stand)


def _carries(mark: Mark, own: Mapping[int, Mark]) -> bool:
    """Whether other parts of the figure stand on a part: it is their ground, and they carry the meaning."""
    return any(each is not mark and mark.area.holds(each.area, 0.5) and each.area != mark.area for each in own.values())


CHECK = Check("graphics-contrast", _judge, (GRAPHICS_CONTRAST,))
