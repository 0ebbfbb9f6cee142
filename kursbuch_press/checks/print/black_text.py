"""Black text and fine lines: on the black plate only, so that a shift between the plates blurs nothing."""

from __future__ import annotations

from collections.abc import Iterator

from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Result, Seen
from kursbuch_press.checks.german import percent, shortened
from kursbuch_press.checks.print.print_file import PrintFile
from kursbuch_press.checks.wording import checks as words
from kursbuch_press.marks.marks import PathMark, TextMark, Where
from kursbuch_press.marks.sheets import PageBoxes
from kursbuch_press.marks.spaces import Colour, Family, Ink, ink_of

FINE_LINE = 2.0
"""Points; a bar may be rich black, a line may not."""

_TRACE = 0.02
_DARK = 0.85
_GREY_BLACK = 0.2
_NEUTRAL = 0.12
_COMPOSED = 0.4
_RGB_NEUTRAL = 0.06


def _judge(file: PrintFile) -> Result:
    """Find text and fine lines that look black or grey and are mixed of several inks."""
    signs = {"black": 0, "coloured": 0, "mixed": 0}
    seen: list[Seen] = []
    for sheet in file.sheets:
        seen.extend(_faults(sheet, signs))
    total = sum(signs.values())
    share = percent(100 * signs["black"] / total, 1) if total else "–"
    measured = words.BLACK_SHARE.format(black=share, coloured=percent(100 * signs["coloured"] / (total or 1), 1))
    return Result(measured=measured, limit=words.BLACK_LIMIT, seen=tuple(seen), figures={"signs": signs})


def _faults(sheet: PageBoxes, signs: dict[str, int]) -> Iterator[Seen]:
    told: set[tuple[str, str]] = set()
    for mark in sheet.painting.marks:
        if isinstance(mark, TextMark):
            fault = next((found for colour in mark.paint.colours if (found := mixed(colour))), None)
            kind = "mixed" if fault else "black" if _black_only(mark.paint.colours) else "coloured"
            signs[kind] += len(mark.face.codes(mark.shown))
            what = words.TEXT_IS_MIXED.format(text=shortened(mark.text, 40) or mark.face.name)
        elif isinstance(mark, PathMark) and mark.paint.where is not Where.GLYPH and _is_fine(mark):
            fault = next((found for colour in mark.paint.colours if (found := mixed(colour))), None)
            what = words.LINE_IS_MIXED
        else:
            continue
        if fault and (fault, type(mark).__name__) not in told:
            told.add((fault, type(mark).__name__))
            yield Seen(what, sheet.number, fault, words.ONLY_BLACK, area=mark.area)


def _is_fine(mark: PathMark) -> bool:
    if mark.line is not None and mark.paint.fill is None:
        return mark.line < FINE_LINE
    return mark.thinnest is not None and mark.thinnest < FINE_LINE


def _black_only(colours: tuple[Colour, ...]) -> bool:
    inks = [ink_of(colour) for colour in colours]
    return all(ink is not None and ink.coloured <= _TRACE for ink in inks)


def mixed(colour: Colour) -> str:
    """Give the ink of a colour that looks black or grey and is not black alone; empty for any other."""
    if colour.space.family is Family.RGB and colour.space.name != "Indexed":
        return _mixed_of_rgb(colour.values)
    ink = ink_of(colour)
    if ink is None or ink.coloured <= _TRACE:
        return ""
    return written(ink) if _looks_black(ink) else ""


def _mixed_of_rgb(values: tuple[float, ...]) -> str:
    """Take equal parts of red, green and blue for what a profile makes four inks of; white is paper."""
    if not values or max(values) - min(values) > _RGB_NEUTRAL or min(values) > 1 - _TRACE:
        return ""
    return "RGB " + "/".join(str(round(value * 255)) for value in values)


def _looks_black(ink: Ink) -> bool:
    colours = (ink.cyan, ink.magenta, ink.yellow)
    neutral = max(colours) - min(colours) <= _NEUTRAL
    if ink.spots > _TRACE:
        return False
    return ink.black >= _DARK or (neutral and (ink.black >= _GREY_BLACK or min(colours) >= _COMPOSED))


def written(ink: Ink) -> str:
    """Write inks as printers do: C 60 M 40 Y 40 K 100."""
    named = zip("CMYK", (ink.cyan, ink.magenta, ink.yellow, ink.black), strict=True)
    return " ".join(f"{name} {round(100 * value)}" for name, value in named)


CHECK = Check("black-text", _judge)
