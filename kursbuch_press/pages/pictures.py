"""The pictures of the book, made ready: for the layout in sRGB, and for the press from their originals."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageCms

from kursbuch_press.pages.design import Design
from kursbuch_press.pages.printing.image_objects import fingerprint
from kursbuch_press.pages.printing.originals import Opened, PictureError, as_srgb, is_srgb, open_picture
from kursbuch_press.pages.svg_limits import limits
from kursbuch_press.problems import Place, Problem, Severity

FOLDER = "sources/pictures"
_INCH = 25.4
_QUALITY = 95
_MARGINS = re.compile(r"@page\s*\{[^{}]*?\bmargin:\s*[\d.]+mm\s+([\d.]+)mm\s+[\d.]+mm\s+([\d.]+)mm")
# What Word knows a JPEG by: APP0 of JFIF or APP1 of Exif as its first segment.
_JPEG_HEADS = (b"JFIF", b"Exif")


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A picture where a figure shows it: ``width`` in mm on the page, ``address`` of the figure."""

    name: str
    width: float
    address: str


@dataclass(frozen=True, slots=True)
class PictureNote:
    """A line for the print report: pixels, resolution at the largest size on a page, and what was done."""

    name: str
    pixels: tuple[int, int]
    dpi: float
    done: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PreparedPictures:
    """The pictures for one build.

    ``for_layout`` gives content and media type under the address by which templates name a picture.
    ``originals`` are those whose colours sRGB cannot hold (CMYK, Adobe RGB), under the fingerprint of what
    stands in the layout: the print PDF is made from them. ``problems`` are for the editor.
    """

    for_layout: Mapping[str, tuple[bytes, str]] = field(default_factory=dict, repr=False)
    originals: Mapping[str, Path] = field(default_factory=dict, repr=False)
    notes: tuple[PictureNote, ...] = ()
    problems: tuple[Problem, ...] = ()


def text_width(design: Design, trim_width: float) -> float:
    """Give the width of the type area in mm, which is what 100 % of a figure's width is.

    Side margins are those of the first ``@page`` rule that names all four in mm. Where none does, the whole
    page is taken: that asks for more pixels, not for fewer.
    """
    for _, text in design.stylesheets():
        if margins := _MARGINS.search(text):
            return trim_width - float(margins[1]) - float(margins[2])
    return trim_width


def prepare_pictures(
    folder: Path,
    placed: Iterable[PlacedPicture],
    minimum_dpi: float,
    press: ImageCms.ImageCmsProfile,
) -> PreparedPictures:
    """Make all pictures ready that figures show; a picture that is shown twice is judged at its largest size.

    ``press`` is the profile that a CMYK picture without one is taken for.
    """
    largest: dict[str, PlacedPicture] = {}
    for each in placed:
        known = largest.get(each.name)
        if known is None or each.width > known.width:
            largest[each.name] = each
    maker = _Maker(minimum_dpi, press)
    for name in sorted(largest):
        maker.add(folder / name, largest[name])
    return PreparedPictures(maker.for_layout, maker.originals, tuple(maker.notes), tuple(maker.problems))


class _Maker:
    def __init__(self, minimum_dpi: float, press: ImageCms.ImageCmsProfile) -> None:
        self._minimum = minimum_dpi
        self._press = press
        self.for_layout: dict[str, tuple[bytes, str]] = {}
        self.originals: dict[str, Path] = {}
        self.notes: list[PictureNote] = []
        self.problems: list[Problem] = []

    def add(self, file: Path, placed: PlacedPicture) -> None:
        content = file.read_bytes()
        if file.suffix.lower() == ".svg":
            for message, hint in limits(content):
                self.problems.append(_problem(placed, (message, hint), "svg"))
            self.for_layout[_address(placed)] = content, "image/svg+xml"
            return
        try:
            opened = open_picture(content)
            shown = as_srgb(opened, self._press)
        except PictureError as error:
            self.problems.append(_problem(placed, (str(error), error.hint), "picture"))
            return
        dpi = opened.picture.width / (placed.width / _INCH)
        self._judge(placed, opened, dpi)
        self.notes.append(PictureNote(placed.name, opened.picture.size, round(dpi), shown.done))
        self.for_layout[_address(placed)] = _packed(content, shown)
        if opened.picture.mode == "CMYK" or ("RGB" in opened.picture.mode and not is_srgb(opened.profile)):
            self.originals[fingerprint(_seen(self.for_layout[_address(placed)][0]))] = file

    def _judge(self, placed: PlacedPicture, opened: Opened, dpi: float) -> None:
        if dpi >= self._minimum - 0.5:
            return
        widest = opened.picture.width / self._minimum * _INCH
        message = (
            f"Das Bild „{placed.name}“ hat bei {placed.width:.0f} mm Breite nur {dpi:.0f} dpi; "
            f"die Druckerei braucht {self._minimum:.0f} dpi."
        )
        hint = f"ein größeres Bild verwenden oder es höchstens {widest:.0f} mm breit zeigen"
        self.problems.append(_problem(placed, (message, hint), "picture-dpi"))


def _problem(placed: PlacedPicture, words: tuple[str, str], rule: str) -> Problem:
    """Only the resolution is a warning: the picture prints, if badly."""
    severity = Severity.WARNING if rule == "picture-dpi" else Severity.ERROR
    place = Place(f"{FOLDER}/{placed.name}")
    return Problem(place, *words, address=placed.address, severity=severity, rule=rule)


def _address(placed: PlacedPicture) -> str:
    return f"press:pictures/{placed.name}"


def _packed(content: bytes, shown: Opened) -> tuple[bytes, str]:
    """Give the file as it is where nothing had to be done; else JPEG for what was JPEG, PNG for the rest."""
    if not shown.done and content.startswith(b"\x89PNG"):
        return content, "image/png"
    if not shown.done and content.startswith(b"\xff\xd8") and content[6:10] in _JPEG_HEADS:
        return content, "image/jpeg"
    file = BytesIO()
    if shown.lossy and not shown.picture.mode.endswith("A"):
        shown.picture.save(file, "JPEG", quality=_QUALITY, subsampling=0)
        return file.getvalue(), "image/jpeg"
    shown.picture.save(file, "PNG", icc_profile=None)
    return file.getvalue(), "image/png"


def _seen(content: bytes) -> Image.Image:
    """Give what stands in a PDF of a picture: colours without their mask."""
    picture = Image.open(BytesIO(content))
    return picture.convert(picture.mode.removesuffix("A")) if picture.mode.endswith("A") else picture
