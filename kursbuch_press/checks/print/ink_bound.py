"""The most ink that a page can ask for, computed from its colours, gradients and pixels."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Object, PdfImage, Stream
from PIL import Image, ImageMath

from kursbuch_press.checks.print.print_file import PrintFile
from kursbuch_press.checks.wording import checks as words
from kursbuch_press.marks.geometry import Area
from kursbuch_press.marks.marks import GroupMark, PathMark, PictureMark, ShadingMark, TextMark
from kursbuch_press.marks.sheets import PageBoxes
from kursbuch_press.marks.spaces import Family, Ink, ink_of

Paintable = TextMark | PathMark | PictureMark | ShadingMark

_MOST_PIXELS = 60_000_000
_UNREAD = (
    *(ArithmeticError, AttributeError, EOFError, LookupError, NotImplementedError, OSError, RuntimeError, SyntaxError),
    *(TypeError, ValueError, Image.DecompressionBombError, pikepdf.PdfError, pikepdf.UnsupportedImageTypeError),
)
"""What pikepdf and Pillow raise on a picture that cannot be decoded; that it is damaged says another check."""


@dataclass(frozen=True, slots=True)
class Bound:
    """The bound of a page in percent, where it comes from, and what could not be counted."""

    highest: float
    area: Area | None
    unknown: frozenset[str]


def bound(sheet: PageBoxes, file: PrintFile) -> Bound:
    """Take the highest sum of one mark; what overprints keeps the inks of what it meets below (OPM 1)."""
    found = _Highest()
    unknown: set[str] = set()
    for mark in sheet.painting.marks:
        if isinstance(mark, GroupMark) or not mark.area.meets(sheet.paper):
            continue
        if isinstance(mark, PictureMark) and not mark.picture.stencil:
            amount = _of_picture(mark, file)
            found.take(amount or 0.0, mark.area)
            inks: tuple[Ink | None, ...] = () if amount is not None else (None,)
        else:
            inks = _inks(mark)
        if None in inks:
            unknown.add(words.RGB_OR_OTHER)
        found.lay([ink for ink in inks if ink is not None], mark)
    if any(effect.startswith("blend") for effect in sheet.painting.effects):
        unknown.add(words.BLENDED)
    return Bound(found.amount, found.area, frozenset(unknown))


@dataclass(slots=True)
class _Highest:
    """The highest sum so far, and the inks that lie on the page, each with the areas of its marks."""

    amount: float = 0.0
    area: Area | None = None
    below: dict[Ink, list[Area]] = field(default_factory=dict)

    def take(self, amount: float, area: Area) -> None:
        if amount > self.amount:
            self.amount, self.area = amount, area

    def lay(self, inks: list[Ink], mark: Paintable) -> None:
        painted = mark.ink if isinstance(mark, TextMark) else mark.area
        for ink in inks:
            self.take(100 * ink.total, mark.area)
            if mark.paint.overprints:
                for under, areas in self.below.items():
                    if any(painted.meets(area) for area in areas):
                        self.take(100 * _together(ink, under).total, mark.area)
            elif not isinstance(mark, TextMark):  # text hardly ever lies on text
                self.below.setdefault(ink, []).append(mark.area)


def _together(over: Ink, under: Ink) -> Ink:
    return Ink(
        max(over.cyan, under.cyan),
        max(over.magenta, under.magenta),
        max(over.yellow, under.yellow),
        max(over.black, under.black),
        max(over.spots, under.spots),
    )


def _inks(mark: Paintable) -> tuple[Ink | None, ...]:
    if isinstance(mark, ShadingMark):
        return tuple(ink_of(colour) for colour in mark.ends) or (None,)
    return tuple(ink_of(colour) for colour in mark.paint.colours if not colour.pattern)


def _of_picture(mark: PictureMark, file: PrintFile) -> float | None:
    family = mark.picture.space.family
    if family is Family.GREY:
        return 100.0
    written = file.library.objects.get(mark.picture.key)
    if family is not Family.CMYK or written is None or mark.picture.width * mark.picture.height > _MOST_PIXELS:
        return None
    return highest_pixel(written)


def highest_pixel(written: Object) -> float | None:
    """Give the highest sum of inks of any pixel of a CMYK picture in percent, None if it cannot be read."""
    if not isinstance(written, Stream):
        return None
    try:
        image: Any = PdfImage(written).as_pil_image(apply_mask=False)
        image.load()  # what is cut off shows only now
    except _UNREAD:
        return None
    if image.mode != "CMYK" or not all(image.size):
        return None
    named = {f"plate{n}": plate for n, plate in enumerate(Image.Image.split(image))}
    total: Any = ImageMath.lambda_eval(lambda args: sum((args[name] for name in named), start=0), **named)
    return float(total.getextrema()[1]) / 2.55
