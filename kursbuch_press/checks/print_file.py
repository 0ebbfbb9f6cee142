"""A PDF opened for judging: its pages with their boxes and everything that they paint."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

from kursbuch_press.checks import wording
from kursbuch_press.checks.geometry import MM, Area
from kursbuch_press.checks.interpreter import read_painting
from kursbuch_press.checks.library import Library
from kursbuch_press.checks.marks import Painting
from kursbuch_press.checks.separations import Plates
from kursbuch_press.checks.wish import Known, PrintWish
from kursbuch_press.compose.laid_out import LaidOut
from kursbuch_press.problems import PressError

MOST_PAGES = 2000
_A4 = Area(0, 0, 595.276, 841.89)
_ANCESTORS = 50


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its boxes as written (None where they are missing) and the areas that follow from them."""

    number: int
    media: Area
    crop: Area | None
    bleed_box: Area | None
    trim_box: Area | None
    art_box: Area | None
    rotated: bool
    written: Object = field(repr=False)
    painting: Painting = field(repr=False)

    @property
    def trim(self) -> Area:
        """The trimmed page; where nobody says what it is, what a viewer shows."""
        return self.trim_box or self.art_box or self.crop or self.media

    @property
    def paper(self) -> Area:
        """The trimmed page with its bleed as far as there is any."""
        return (self.bleed_box or self.media).cut(self.media)


@dataclass(frozen=True, slots=True)
class PrintFile:
    """What each check gets to see."""

    pdf: Pdf = field(repr=False)
    sheets: tuple[Sheet, ...] = field(repr=False)
    library: Library = field(repr=False)
    wanted: PrintWish
    known: Known
    laid_out: LaidOut | None = field(default=None, repr=False)
    plates: Plates | None = field(default=None, repr=False)
    content: bytes = field(default=b"", repr=False)


def content_of_file(pdf: bytes | Path) -> bytes:
    """Read the bytes of a file; one that cannot be read is the machine's fault."""
    if isinstance(pdf, bytes):
        return pdf
    try:
        return pdf.read_bytes()
    except OSError as error:
        raise PressError(wording.NOT_READABLE.format(file=pdf.name, reason=error.strerror or "")) from error


@contextmanager
def open_pdf(content: bytes) -> Iterator[Pdf]:
    """Open a file that may come from anybody; what cannot be judged at all raises PressError."""
    if b"%PDF-" not in content[:2048]:
        raise PressError(wording.NO_PDF)
    try:
        with Pdf.open(io.BytesIO(content)) as pdf:
            _refuse_extremes(pdf)
            yield pdf
    except pikepdf.PasswordError as error:
        raise PressError(wording.LOCKED) from error
    except (pikepdf.PdfError, RecursionError, MemoryError) as error:
        raise PressError(wording.BROKEN.format(reason=reason_of(error)[:160])) from error


def reason_of(said: object) -> str:
    """Give what qpdf says in one line, without the address in memory at which it has read the file."""
    return " ".join(re.sub(r"\bstream <[^>]*>:? *", "", str(said)).split())


def _refuse_extremes(pdf: Pdf) -> None:
    count = len(pdf.pages)
    if not count:
        raise PressError(wording.NO_PAGES)
    if count > MOST_PAGES:
        raise PressError(wording.TOO_MANY_PAGES.format(count=count, most=MOST_PAGES))


def read_sheets(pdf: Pdf, library: Library) -> tuple[Sheet, ...]:
    """Read all pages."""
    return tuple(_read_sheet(page.obj, number, library) for number, page in enumerate(pdf.pages, start=1))


def _read_sheet(page: Object, number: int, library: Library) -> Sheet:
    media = _box(page, "/MediaBox") or _A4
    painting = read_painting(page, inherited(page, "/Resources"), media, library)
    return Sheet(
        number=number,
        media=media,
        crop=_box(page, "/CropBox"),
        bleed_box=_box(page, "/BleedBox"),
        trim_box=_box(page, "/TrimBox"),
        art_box=_box(page, "/ArtBox"),
        rotated=number_of(inherited(page, "/Rotate"), 0.0) % 180 != 0,
        written=page,
        painting=painting,
    )


def inherited(page: Object, key: str) -> Object | None:
    """Give an entry of a page, or of the page tree above it (ISO 32000-1, 7.7.3.4)."""
    node: Object | None = page
    for _ in range(_ANCESTORS):
        if not isinstance(node, Dictionary):
            return None
        if key in node:
            return node.get(key)
        node = node.get("/Parent")
    return None


def _box(page: Object, key: str) -> Area | None:
    written = inherited(page, key) if key in {"/MediaBox", "/CropBox"} else page.get(key)
    if not isinstance(written, Array) or len(written) != 4:  # noqa: PLR2004 - two corners
        return None
    try:
        x0, y0, x1, y1 = (float(value) for value in written)
    except (TypeError, ValueError, pikepdf.PdfError):
        return None
    area = Area(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))
    return area if area.width > MM and area.height > MM else None


def number_of(written: object, usual: float) -> float:
    """Give a number, or the usual one where there is none."""
    try:
        return float(written)  # type: ignore[arg-type]
    except (TypeError, ValueError, pikepdf.PdfError):
        return usual


def text_of(written: Object | None) -> str:
    """Give a name or text of a PDF as text."""
    if written is None:
        return ""
    return str(written).removeprefix("/") if isinstance(written, Name) else str(written)
