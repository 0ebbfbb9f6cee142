"""The most ink that a page can ask for, computed from its colours, gradients and pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pikepdf
from pikepdf import Object, PdfImage, Stream
from PIL import Image, ImageMath

from kursbuch_press.checks.geometry import Area
from kursbuch_press.checks.marks import GroupMark, Mark, PictureMark, ShadingMark
from kursbuch_press.checks.print_file import PrintFile, Sheet
from kursbuch_press.checks.spaces import Family, ink_of
from kursbuch_press.checks.wording import checks as words

_MOST_PIXELS = 60_000_000


@dataclass(frozen=True, slots=True)
class Bound:
    """The bound of a page in percent, where it comes from, and what could not be counted."""

    highest: float
    area: Area | None
    unknown: frozenset[str]


def bound(sheet: Sheet, file: PrintFile) -> Bound:
    """Take the highest sum of one mark; what overprints adds to what lies below it."""
    highest, area, added = 0.0, None, 0.0
    unknown: set[str] = set()
    for mark in sheet.painting.marks:
        if isinstance(mark, GroupMark) or not mark.area.meets(sheet.paper):
            continue
        amount = _amount(mark, file)
        if amount is None:
            unknown.add(words.RGB_OR_OTHER)
        elif amount > highest:
            highest, area = amount, mark.area
        if amount is not None and mark.paint.overprints:
            added = max(added, amount)
    if any(effect.startswith("blend") for effect in sheet.painting.effects):
        unknown.add(words.BLENDED)
    return Bound(highest + added if highest > added else highest, area, frozenset(unknown))


def _amount(mark: Mark, file: PrintFile) -> float | None:
    if isinstance(mark, GroupMark):
        return 0.0
    if isinstance(mark, PictureMark) and not mark.picture.stencil:
        return _of_picture(mark, file)
    colours = (
        mark.ends if isinstance(mark, ShadingMark) else tuple(c for c in mark.paint.colours if not c.pattern)
    )
    if isinstance(mark, ShadingMark) and not colours:
        return None
    inks = [ink_of(colour) for colour in colours]
    if any(ink is None for ink in inks):
        return None
    return max((100 * ink.total for ink in inks if ink is not None), default=0.0)


def _of_picture(mark: PictureMark, file: PrintFile) -> float | None:
    family = mark.picture.space.family
    if family is Family.GREY:
        return 100.0
    written = file.library.objects.get(mark.picture.key)
    if (
        family is not Family.CMYK
        or written is None
        or mark.picture.width * mark.picture.height > _MOST_PIXELS
    ):
        return None
    return highest_pixel(written)


def highest_pixel(written: Object) -> float | None:
    """Give the highest sum of inks of any pixel of a CMYK picture in percent, None if it cannot be read."""
    if not isinstance(written, Stream):
        return None
    try:
        image: Any = PdfImage(written).as_pil_image()
    except (pikepdf.PdfError, pikepdf.UnsupportedImageTypeError, NotImplementedError, OSError, ValueError):
        return None
    if image.mode != "CMYK":
        return None
    named = {f"plate{n}": plate for n, plate in enumerate(Image.Image.split(image))}
    total: Any = ImageMath.lambda_eval(lambda args: sum((args[name] for name in named), start=0), **named)
    return float(total.getextrema()[1]) / 2.55
