"""The pictures of the book, made ready: for the layout in sRGB, and for the press from their originals."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageCms

from kursbuch_press.compose.nodes import Figure
from kursbuch_press.disk import recording
from kursbuch_press.pages import wording
from kursbuch_press.pages.geometry import TypeArea
from kursbuch_press.pages.prepress.image_objects import fingerprint
from kursbuch_press.pages.prepress.originals import Opened, PictureError, as_srgb, first_picture, open_picture, profile_fits
from kursbuch_press.pages.svg_limits import drawing_ratio, limits
from kursbuch_press.problems import Place, Problem, Severity
from kursbuch_press.sources.files import as_spelled, neighbours

FOLDER = "sources/pictures"
_INCH = 25.4
_QUALITY = 95
_LEAST_WIDTH = 20  # percent of the type area; no figure is narrower
_CAPTION = 3 * 11 * _INCH / 72  # mm; three lines of a caption, or two and the space above them
# What Word knows a JPEG by: APP0 of JFIF or APP1 of Exif as its first segment.
_JPEG_HEADS = (b"JFIF", b"Exif")


@dataclass(frozen=True, slots=True)
class PlacedPicture:
    """A picture where a figure shows it: ``width`` in mm on the page, ``address`` of the figure.

    ``room`` is the width of the type area and the height that a picture may have in it, in mm.
    """

    name: str
    width: float
    address: str
    room: tuple[float, float] = (math.inf, math.inf)


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

    def drawings(self) -> dict[str, bytes]:
        """Give the drawings by the names of their files, without those that are refused already."""
        refused = {problem.place.file for problem in self.problems if problem.severity is Severity.ERROR}
        return {
            file.rpartition("/")[2]: content
            for address, (content, media_type) in self.for_layout.items()
            if media_type == "image/svg+xml" and (file := address.replace("press:pictures", FOLDER)) not in refused
        }


def placed_pictures(figures: Iterable[Figure], area: TypeArea) -> Iterator[PlacedPicture]:
    """Give the pictures of figures as large as they stand in a type area.

    Picture and caption stay on one page, and a page is as high as it is: what is higher would be cut off.
    """
    for figure in figures:
        if figure.picture:
            room = area.width, area.height - (_CAPTION if figure.caption else 0)
            yield PlacedPicture(figure.picture, area.width * figure.width / 100, figure.address, room)


def prepare_pictures(
    folder: Path,
    placed: Iterable[PlacedPicture],
    minimum_dpi: float,
    press: ImageCms.ImageCmsProfile | None,
) -> PreparedPictures:
    """Make all pictures ready that figures show; a picture that is shown twice is judged at its largest size.

    ``press`` is the profile that a CMYK picture without one is taken for; where there is none, such a picture is refused.
    """
    largest: dict[str, PlacedPicture] = {}
    for each in placed:
        known = largest.get(each.name)
        if known is None or (each.width, -each.room[1]) > (known.width, -known.room[1]):
            largest[each.name] = each
    maker = _Maker(minimum_dpi, press)
    there = neighbours(folder / "x")
    for name in sorted(largest):
        maker.add(folder / (as_spelled(name, there) or name), largest[name])
    return PreparedPictures(maker.for_layout, maker.originals, tuple(maker.notes), tuple(maker.problems))


def file_problems(folder: Path, named: Iterable[PlacedPicture], press: ImageCms.ImageCmsProfile | None) -> tuple[Problem, ...]:
    """Say what is wrong with the files alone, wherever they are shown: for a book that cannot be composed yet."""
    return prepare_pictures(folder, named, 0, press).problems


class _Maker:
    def __init__(self, minimum_dpi: float, press: ImageCms.ImageCmsProfile | None) -> None:
        self._minimum = minimum_dpi
        self._press = press
        self.for_layout: dict[str, tuple[bytes, str]] = {}
        self.originals: dict[str, Path] = {}
        self.notes: list[PictureNote] = []
        self.problems: list[Problem] = []

    def add(self, file: Path, placed: PlacedPicture) -> None:
        content = first_picture(recording.read_bytes(file))
        if file.suffix.lower() == ".svg":
            for lost in limits(content):
                self.problems.append(_problem(placed, (lost.message, lost.hint), "svg", (lost.line, lost.column)))
            self._measure(placed, drawing_ratio(content))
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
        self._measure(placed, opened.picture.width / opened.picture.height)
        unused = (wording.UNUSED_PROFILE,) if opened.profile and not profile_fits(opened) else ()
        self.notes.append(PictureNote(placed.name, opened.picture.size, round(dpi), (*shown.done, *unused)))
        self.for_layout[_address(placed)] = _packed(content, shown)
        if shown is not opened and opened.picture.mode not in {"L", "LA"}:
            self.originals[fingerprint(_seen(self.for_layout[_address(placed)][0]))] = file

    def _judge(self, placed: PlacedPicture, opened: Opened, dpi: float) -> None:
        if dpi >= self._minimum - 0.5:
            return
        widest = math.floor(opened.picture.width / self._minimum * _INCH)
        message = wording.FEW_DOTS.format(
            name=placed.name, width=f"{placed.width:.0f}", dpi=f"{dpi:.0f}", wanted=f"{self._minimum:.0f}"
        )
        smaller = widest >= placed.width * _LEAST_WIDTH / 100
        hint = wording.FEW_DOTS_OR_SMALLER.format(widest=widest) if smaller else wording.FEW_DOTS_HINT
        self.problems.append(_problem(placed, (message, hint), "picture-dpi"))

    def _measure(self, placed: PlacedPicture, ratio: float) -> None:
        """Refuse a picture that is higher than its page; ``ratio`` is its width by its height."""
        full, room = placed.room
        high = placed.width / ratio
        if high <= room:
            return
        message = wording.TOO_HIGH.format(
            name=placed.name, width=f"{placed.width:.0f}", high=f"{high:.0f}", room=math.floor(room)
        )
        percent = math.floor(100 * room * ratio / full)
        hint = wording.NARROWER.format(percent=percent) if percent >= _LEAST_WIDTH else wording.TOO_HIGH_HINT
        self.problems.append(_problem(placed, (message, hint), "picture-height"))


def _problem(placed: PlacedPicture, words: tuple[str, str], rule: str, spot: tuple[int, int] = (0, 0)) -> Problem:
    """Resolution is a warning: the picture prints, if badly. Without a spot, the figure has the place."""
    severity = Severity.WARNING if rule == "picture-dpi" else Severity.ERROR
    place = Place(f"{FOLDER}/{placed.name}", *spot)
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
