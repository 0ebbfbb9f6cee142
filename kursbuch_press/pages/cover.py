"""The cover: back, spine and front on one sheet, or four pages for a stitched booklet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from markupsafe import Markup

from kursbuch_press.book.edition import Edition, Trim
from kursbuch_press.compose.laid_out import LaidLine, LaidOut, LineRole, Rectangle
from kursbuch_press.compose.loose_texts import content_of
from kursbuch_press.compose.manuscript import Manuscript
from kursbuch_press.compose.typography import polish
from kursbuch_press.html.references import NoReferences
from kursbuch_press.html.writing import HtmlWriter
from kursbuch_press.pages.barcode import barcode_svg
from kursbuch_press.pages.design import Design
from kursbuch_press.pages.drawings import breadth, lines
from kursbuch_press.pages.facts import facts_of_pages
from kursbuch_press.pages.fitting import overfull
from kursbuch_press.pages.fonts import Face
from kursbuch_press.pages.hyphenation import Hyphenation
from kursbuch_press.pages.layout import Document, Page, Typesetter, heard
from kursbuch_press.pages.long_titles import crowding
from kursbuch_press.pages.prepress.printers import Binding, Printer
from kursbuch_press.pages.prepress.sheets import SPINE_TEXT, binding_problems, spine_width
from kursbuch_press.pages.short_words import bound
from kursbuch_press.pages.written_drawings import as_drawing
from kursbuch_press.problems import BookError, Place, Problem

DESIGN = "layouts/cover"
_BANDS = "bands.svg.j2"
_NAMES = ("title", "short_title", "motto", "issued_by")
_AIR = 1.5  # mm; between the type on the spine and its folds, which wander by up to a millimetre
_SPINE_LENGTH = 74.0  # mm; from the upper safe zone to the bands
_LINE = 0.37  # mm for each pt, from ascender to descender
_LARGEST_TYPE = 11.0
MM_PER_POINT = 25.4 / 72
_TITLE_SIZES = (44.0, 40.0, 36.0, 32.0, 28.0, 24.0, 20.0, 18.0, 16.0)
_LEAST_SPINE_TYPE = 7.0
"""Points; a title that would be smaller gives its place on the spine to the short title."""
_BAND_NAME, _BAND_TYPES = 78.0, (4.4, 3.7)
_LEAST_TYPE = 2.48  # mm: 7 pt, which every printer takes
"""Millimetres: the room for the name of a field above its band, and its type: the first where all names stand on one line;
bands.svg.j2 is drawn in them."""
_TITLE_MARGINS = 26.0
"""mm; what stays free left and right of the title."""
_MOTTO_SIZES = (21.0, 18.0, 16.5, 14.0)
"""Points; the first is half as large as a title of 40 pt, so that it is read from where a poster is read."""
_MOTTO_MARGINS = 28.0
_TITLE_HEIGHT = 128.0
_ABOVE_TITLE, _OF_MOTTO = 14.0, 11.0  # mm; above its first line (cover.css), and what a motto takes below its last
_BELOW_TITLE, _NARROWEST = 106.0, 0.3
"""Millimetres below a title of one line to the foot, without the gaps of the bands; a band is never narrower than this part."""
"""pt; the type of all lines of the title, one above the other, so that it stays clear of the bands."""


@dataclass(frozen=True, slots=True)
class CoverSheet:
    """The cover spread out flat, in mm."""

    page_width: float
    height: float
    spine: float
    bleed: float
    stitched: bool

    @property
    def width(self) -> float:
        """The width of a page of the PDF: the whole spread, or one page of a stitched booklet."""
        return self.page_width if self.stitched else round(2 * self.page_width + self.spine, 3)

    @property
    def fold_right(self) -> float:
        """Where the front begins."""
        return round(self.page_width + self.spine, 3)

    def spine_type(self, words: str, face: Face) -> float:
        """Give the size of type in pt with which words fit between the folds and above the figure, or 0."""
        if self.spine < SPINE_TEXT:
            return 0.0
        across = (self.spine - 2 * _AIR) / _LINE
        along = _SPINE_LENGTH / (breadth(words, 1, "Medium", face=face) * MM_PER_POINT)
        return round(min(_LARGEST_TYPE, across, along), 1)


@dataclass(frozen=True, slots=True)
class Field:
    """An action field as a band of the figure."""

    number: str
    title: str
    swatch: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cover:
    """The drawn cover in sRGB, with bleed; ``trim`` is what finishing needs: the size of its pages in mm.

    ``laid_out`` tells which text of the sources stands where.
    """

    raw: bytes = field(repr=False)
    sheet: CoverSheet
    laid_out: LaidOut = field(repr=False)
    problems: tuple[Problem, ...] = ()

    @property
    def trim(self) -> tuple[float, float]:
        """Width and height of a page of the PDF in mm."""
        return self.sheet.width, self.sheet.height


def sheet_for(printer: Printer, trim: Trim, pages: int) -> CoverSheet:
    """Compute the cover for a book of so many pages of this trim."""
    stitched = printer.binding is Binding.SADDLE_STITCH
    return CoverSheet(trim.width, trim.height, spine_width(pages, printer), printer.bleed, stitched)


def make_cover(manuscript: Manuscript, printer: Printer, pages: int, design: Design) -> Cover:
    """Draw the cover of a book of so many pages (blank ones at the end included).

    ``design`` is that of layouts/cover. A title that runs into the figure is raised as BookError; a book that is too thick
    for its binding is told in the cover's problems.
    """
    sheet = sheet_for(printer, manuscript.edition.trim, pages)
    document = set_cover(manuscript, sheet, design)
    with heard(DESIGN):
        raw: bytes = document.write_pdf(uncompressed_pdf=True)
    return Cover(raw, sheet, _laid_out(document, sheet, manuscript, design.display_face), binding_problems(pages, printer))


def _laid_out(document: Document, sheet: CoverSheet, manuscript: Manuscript, face: Face) -> LaidOut:
    """Say where which text stands, the names of the fields in the drawing as well."""
    pages = facts_of_pages(document.pages, "edition", placed=True).pages
    fields = [chapter for chapter in manuscript.chapters if chapter.number and chapter.swatch]
    room = _Room(sheet, len(fields))
    size = _band_type([chapter.running_title for chapter in fields], face)
    names = [
        LaidLine(chapter.running_title, room.name(at), size, LineRole.TEXT, "edition", f"{chapter.id}/title", -at, 0)
        for at, chapter in enumerate(fields)
    ]
    return LaidOut((*pages[:-1], replace(pages[-1], lines=(*pages[-1].lines, *names))))


def screen_cover(manuscript: Manuscript, design: Design) -> tuple[Page, Page]:
    """Lay out the front and the back as pages of the screen edition, as large as those of the book."""
    edition = manuscript.edition
    sheet = CoverSheet(edition.trim.width, edition.trim.height, 0, edition.bleed, stitched=True)
    # Two documents: in one the back would be read before the book.
    front, back = (set_cover(manuscript, sheet, design, only).pages[0] for only in ("front", "back"))
    return front, back


def back_alone(manuscript: Manuscript, design: Design) -> Document:
    """Lay out the back of the screen edition's cover as a document of its own."""
    edition = manuscript.edition
    return set_cover(
        manuscript, CoverSheet(edition.trim.width, edition.trim.height, 0, edition.bleed, stitched=True), design, "back"
    )


def set_cover(manuscript: Manuscript, sheet: CoverSheet, design: Design, only: str = "") -> Document:
    """Lay out a cover: one page with back, spine and front, or four pages for a stitched booklet.

    ``only`` asks for the page of one side, "front" or "back".
    """
    manuscript = replace(manuscript, edition=_polished(manuscript.edition))
    isbn = manuscript.imprint.isbn or ""
    pictures = {"press:cover/bands": (_bands(design, sheet, manuscript), "image/svg+xml")}
    if isbn:
        pictures["press:cover/barcode"] = (_barcode(isbn, design), "image/svg+xml")
    edition = manuscript.edition
    fields = _fields(manuscript, design)
    room = _Room(sheet, len(fields))
    spine = _on_the_spine(edition, sheet, design.display_face)
    values = {
        "edition": edition,
        "imprint": manuscript.imprint,
        "isbn": isbn,
        "motto": bound(edition.motto),
        "motto_size": _motto_size(edition.motto, sheet.page_width, design.display_face),
        "title": large_title(edition.title, sheet.page_width, design.display_face, _title_height(room, edition.motto)),
        "only": only,
        "sheet": sheet,
        "band_width": 2 * sheet.page_width + sheet.spine + 2 * sheet.bleed,
        "words": manuscript.words,
        "about": _about(manuscript),
        "alt": manuscript.words.cover.lines.format(fields=", ".join(f"{each.number} {each.title}" for each in fields)),
        "spine": spine,
        "spine_type": sheet.spine_type(spine, design.display_face),
        "room": room,
    }
    html = design.templates.render("cover.html.j2", values)
    css = design.insert(design.templates.render("cover.css.j2", values))
    hyphenation = Hyphenation(edition.language, tuple(edition.hyphenation))
    document = Typesetter(design, pictures, hyphenation=hyphenation).set(html, css, "cover")
    if crowded := tuple(crowding(area.address, lambda _: Place("sources/kursbuch.yaml")) for area in overfull(document, html)):
        raise BookError(crowded)
    return document


def _polished(edition: Edition) -> Edition:
    """Give an edition whose names have the quotation marks and spaces that they have inside the book."""
    names = {name: polish(getattr(edition, name), edition.quotation_marks) for name in _NAMES}
    return edition.model_copy(update=names)


def _about(manuscript: Manuscript) -> Markup:
    """Say what the book is, as its edition does; nothing leads anywhere from a cover."""
    edition = manuscript.edition
    about = content_of(edition.about, edition.quotation_marks) if edition.about else ()
    return HtmlWriter(NoReferences()).html(about)


@dataclass(frozen=True, slots=True)
class LargeTitle:
    """A title in lines that fit the front, and their size in pt."""

    size: float
    lines: tuple[str, ...]


def _title_height(room: _Room, motto: str | None) -> float:
    """Give how high the lines of a title may be together, in pt of their type: a page may be low."""
    left = room.front - _ABOVE_TITLE - (_OF_MOTTO if motto else 0)
    return min(_TITLE_HEIGHT, left / MM_PER_POINT / 1.1)


def large_title(words: str, page_width: float, face: Face, height: float = _TITLE_HEIGHT) -> LargeTitle:
    """Set a title as large as it goes on three lines, or four of a long one; its lines are of about one length."""
    room = (page_width - _TITLE_MARGINS) / MM_PER_POINT
    size, broken = _TITLE_SIZES[-1], lines(bound(words), room, _TITLE_SIZES[-1], "Medium", face=face)
    for larger in _TITLE_SIZES:
        tried = lines(bound(words), room, larger, "Medium", face=face)
        if _widest(tried, larger, face) <= room and len(tried) * larger <= height:
            size, broken = larger, tried
            break
    width = room
    while (width := width - 1) > 1:
        closer = lines(bound(words), width, size, "Medium", face=face)
        if len(closer) > len(broken) or _widest(closer, size, face) > width:
            break
        broken = closer
    return LargeTitle(size, tuple(broken))


def _motto_size(words: str, page_width: float, face: Face) -> float:
    """Give the largest size at which the motto stands on one line, or the smallest."""
    room = (page_width - _MOTTO_MARGINS) / MM_PER_POINT
    return next((size for size in _MOTTO_SIZES if breadth(words, size, face=face) <= room), _MOTTO_SIZES[-1])


def _widest(broken: list[str], size: float, face: Face) -> float:
    return max(breadth(line, size, "Medium", face=face) for line in broken)


def _bands(design: Design, sheet: CoverSheet, manuscript: Manuscript) -> bytes:
    fields = _fields(manuscript, design)
    names = [field.title for field in fields]
    values = {
        "sheet": sheet,
        "fields": fields,
        "scale": _narrowed(len(fields), sheet.height),
        "name_type": _name_type(names, sheet.height, design.display_face),
        "least_type": _LEAST_TYPE,
    }
    svg = design.templates.render(_BANDS, values)
    return as_drawing(design.insert(svg), design.templates.text(_BANDS)).encode()


def _fields(manuscript: Manuscript, design: Design) -> tuple[Field, ...]:
    chapters = [chapter for chapter in manuscript.chapters if chapter.number and chapter.swatch]
    names = [chapter.running_title for chapter in chapters]
    size = _name_type(names, manuscript.edition.trim.height, design.display_face)
    return tuple(
        Field(
            chapter.number,
            chapter.running_title,
            design.art.bright(chapter.swatch),
            _band_lines(chapter.running_title, size, design.display_face),
        )
        for chapter in chapters
    )


def _narrowed(bands: int, height: float) -> float:
    """Give what part of its usual breadth a band has: more than five keep the breadth that five have together.

    On a page that is low they have less: the title stands above the circle that they go round.
    """
    gaps = max(bands - 1, 1)
    return max(min(1.0, 4 / gaps, (height - _BELOW_TITLE) / (14 * gaps)), _NARROWEST)


def _name_type(names: Sequence[str], height: float, face: Face) -> float:
    """Give the type of all names above their bands in mm: it shrinks with the bands to what every printer takes."""
    return max(_band_type(names, face) * _narrowed(len(names), height), _LEAST_TYPE)


def _band_type(names: Sequence[str], face: Face) -> float:
    """Give the type of all names above their bands: larger where each stands on one line."""
    largest, least = _BAND_TYPES
    return largest if all(breadth(name, largest, "Medium", face=face) <= _BAND_NAME for name in names) else least


def _on_the_spine(edition: Edition, sheet: CoverSheet, face: Face) -> str:
    """Give the title, or the short one where that can be larger and the title would be too small to read."""
    largest = min(_LEAST_SPINE_TYPE, sheet.spine_type(edition.short_title, face))
    return edition.title if sheet.spine_type(edition.title, face) >= largest else edition.short_title


def _band_lines(words: str, size: float, face: Face) -> tuple[str, ...]:
    """Break the name of a field into lines above its band."""
    return tuple(lines(bound(words), _BAND_NAME, size, "Medium", face=face))


@dataclass(frozen=True, slots=True)
class _Room:
    """How far below the upper edge of the cover its words may reach, in mm; the figure is that of bands.svg.j2."""

    sheet: CoverSheet
    bands: int

    @property
    def front(self) -> float:
        """Where the circle of the bands begins."""
        broad, pitch = 2.8, 7 * self._scale * max(self.bands - 1, 0)
        return round(self.sheet.height - 72 - 2 * pitch - broad * self._scale, 2)

    @property
    def back(self) -> float:
        """Where the name of the uppermost field begins."""
        return round(self.sheet.height - 44 - 15.5 * self._scale * max(self.bands - 1, 0) - 12 * self._scale, 2)

    def name(self, field: int) -> Rectangle:
        """Where the name of a field stands, on two lines at most."""
        middle = self.sheet.height - 44 - 15.5 * self._scale * (self.bands - 1 - field)
        return Rectangle(24, middle - 12 * self._scale, _BAND_NAME, 9 * self._scale)

    @property
    def _scale(self) -> float:
        return _narrowed(self.bands, self.sheet.height)


def _barcode(isbn: str, design: Design) -> bytes:
    return barcode_svg(isbn, design.palette.insert("var(--text)"), design.display_face).encode()
