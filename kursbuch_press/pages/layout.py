"""HTML in, laid-out pages out: the one place that talks to WeasyPrint's layout."""

from __future__ import annotations

import base64
import binascii
import logging
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from html import unescape
from typing import Any
from urllib.parse import unquote

from weasyprint import CSS, HTML
from weasyprint.formatting_structure.boxes import TextBox
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from kursbuch_press.disk.cache import Cache
from kursbuch_press.limits.clock import TimeIsUpError, at_most
from kursbuch_press.pages import wording
from kursbuch_press.pages.design import Design
from kursbuch_press.pages.engine.start import replace_functions
from kursbuch_press.pages.hyphenation import Hyphenation
from kursbuch_press.pages.kept_pages import Outside, UnreadableError, read_pages, write_pages
from kursbuch_press.pages.margin_folios import can_move
from kursbuch_press.pages.style_places import in_templates, place_of
from kursbuch_press.pages.translated import style_reason
from kursbuch_press.problems import BookError, Place, Problem

# WeasyPrint's documents, pages and boxes carry no types; they stay inside this room.
Document = Any
Page = Any
Box = Any

_BY_PATTERNS = Hyphenation()
# A bitmap that stands inside a drawing; any other kind of data could hold more than pixels.
_EMBEDDED = re.compile(r"data:(image/(?:png|jpeg));base64,(.*)", re.DOTALL)


_WORD, _TAG = re.compile(r"[^\W\d_]{4,}"), re.compile(r"<[^>]*>")
_ADDRESS = re.compile(r"press:[^\s\"'()<>]+")


class OwnFilesOnly(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Gives WeasyPrint the pictures that it was told of, and nothing else: no network, no file (design rule 9)."""

    def __init__(self, *pictures: Mapping[str, tuple[bytes, str]]) -> None:
        """Know the pictures: address ``press:name`` -> content and media type; what an earlier mapping has goes first."""
        super().__init__(allowed_protocols=["press", "data"], fail_on_errors=True)
        self._pictures = pictures

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:
        """Give a picture, or a bitmap inside a drawing; any other address stops the build with a Problem.

        Names from cameras and offices have blanks and umlauts, which WeasyPrint asks for in percents.
        """
        del headers
        known = (pictures[name] for pictures in self._pictures for name in (url, unquote(url)) if name in pictures)
        found = next(known, None) or _embedded(url)
        if found is None:
            raise FatalURLFetchingError(wording.REFUSED_ADDRESS.format(url=url[:80]))
        content, media_type = found
        return URLFetcherResponse(url, content, {"Content-Type": media_type})


def _embedded(url: str) -> tuple[bytes, str] | None:
    """Decode a PNG or JPEG that an address holds itself (RFC 2397), or give None."""
    data = _EMBEDDED.fullmatch(url.strip())
    if data is None:
        return None
    try:
        return base64.b64decode(data[2]), data[1]
    except binascii.Error:
        return None


def _words_of(html: str) -> frozenset[str]:
    """Give the words of a text, in small letters: what stands behind the joint of a compound is often one of them."""
    return frozenset(word.lower() for word in _WORD.findall(_TAG.sub(" ", html)))


@dataclass(frozen=True, slots=True)
class ToSet:
    """What is to be laid out: its name, its HTML, and the stylesheet that holds for it alone."""

    name: str
    html: str = field(repr=False)
    css: str = field(repr=False)


Helpers = Callable[[Sequence[ToSet]], Iterator[tuple[str, bytes]]]
"""Whoever lays out several sheets at once, and gives the pages of each, as bytes, under its name."""


class Typesetter:
    """Lays out HTML with one design: stylesheets and fonts are loaded once and serve all chapters."""

    def __init__(
        self,
        design: Design,
        pictures: Mapping[str, tuple[bytes, str]],
        shelf: Cache | None = None,
        hyphenation: Hyphenation = _BY_PATTERNS,
    ) -> None:
        """Read the stylesheets; an error in them is raised as a BookError. What is on the shelf is not laid out again."""
        replace_functions()
        self._hyphenation = hyphenation
        self._design = design
        self.shelf = shelf
        self._fonts = FontConfiguration()
        self._fetcher = OwnFilesOnly(pictures, design.art)
        self._texts: list[str] = []
        self._styles = self._fixed_styles(design)
        self._moves = can_move(self._texts)

    def _fixed_styles(self, design: Design) -> list[CSS]:
        """Read all stylesheets of a design, so that what is wrong in each is told at once."""
        styles: list[CSS] = []
        problems: list[Problem] = []
        for name, text in design.stylesheets():
            self._texts.append(text)
            try:
                with heard(f"{design.folder}/{name}"):
                    styles.append(self._css(text))
            except BookError as error:
                problems += (_placed(each, text) for each in error.problems)
            except FatalURLFetchingError as error:
                place = Place(f"{design.folder}/{name}")
                problems.append(Problem(place, str(error), wording.REFUSED_ADDRESS_HINT, rule="address"))
        if problems:
            raise BookError(tuple(problems))
        return styles

    def _css(self, text: str) -> CSS:
        return CSS(string=text, font_config=self._fonts, url_fetcher=self._fetcher, base_url="press:")

    def set(self, html: str, css: str, name: str) -> Document:
        """Give the pages of one document: from the shelf, or laid out."""
        if self.shelf is None:
            return self._lay_out(html, css, name)
        known = self._known(ToSet(name, html, css))
        if known is not None:
            return known
        document = self._lay_out(html, css, name)
        self.shelf.put(self._key(self.shelf, html, css), write_pages(document))
        return document

    def set_with(self, helpers: Helpers, sheets: Sequence[ToSet]) -> Iterator[tuple[str, Document]]:
        """Give the pages of several documents: from the shelf, or laid out by helpers."""
        left = {}
        for sheet in sheets:
            known = self._known(sheet)
            if known is None:
                left[sheet.name] = sheet
            else:
                yield sheet.name, known
        for name, content in helpers(list(left.values())) if left else ():
            if self.shelf is not None:
                self.shelf.put(self._key(self.shelf, left[name].html, left[name].css), content)
            yield name, read_pages(content, Outside(self._fonts, self._fetcher))

    def written(self, sheet: ToSet) -> bytes:
        """Lay out a document and give its pages as bytes."""
        return write_pages(self._lay_out(sheet.html, sheet.css, sheet.name))

    def can_move(self, css: str) -> bool:
        """Whether the pages of a document may be laid out without their true numbers."""
        return self._moves and can_move((css,))

    def _known(self, sheet: ToSet) -> Document | None:
        known = self.shelf and self.shelf.get(self._key(self.shelf, sheet.html, sheet.css))
        if known:
            with suppress(UnreadableError):
                return read_pages(known, Outside(self._fonts, self._fetcher))
        return None

    def made_from(self, html: str, css: str) -> Iterator[bytes | str]:
        """Give all that the pages of a document are made from: words, styles, pictures, and what holds for the whole press."""
        texts = [html, css, *self._texts]
        yield from (repr(self._hyphenation), self._design.house_faces, *texts)
        for address in sorted({address for text in texts for address in _ADDRESS.findall(text)}):
            with suppress(FatalURLFetchingError):
                yield from (address, self._fetcher.fetch(unescape(address)).read())

    def name(self, html: str, css: str) -> str:
        """Name the pages of a document after all that they are made from; empty where nothing is kept."""
        return "" if self.shelf is None else self._key(self.shelf, html, css)

    def _key(self, shelf: Cache, html: str, css: str) -> str:
        """Name the pages after all that they are made from."""
        return shelf.key(*self.made_from(html, css))

    def _lay_out(self, html: str, css: str, name: str) -> Document:
        """Lay out one document; everything that WeasyPrint warns of is raised as problems (design rule 10)."""
        place = Place(f"{self._design.folder} ({name})")
        seconds = self._design.geometry.seconds
        with self._in_templates(css), heard(str(place)), self._hyphenation.used(_words_of(html)):
            try:
                with at_most(seconds):
                    document = HTML(string=html, url_fetcher=self._fetcher, base_url="press:").render(
                        stylesheets=[*self._styles, self._css(css)],
                        font_config=self._fonts,
                    )
            except FatalURLFetchingError as error:
                found = place_of(str(error), self._design.templates_of_pages()) or place
                raise BookError((Problem(found, str(error), wording.REFUSED_ADDRESS_HINT, rule="address"),)) from error
            except TimeIsUpError as error:
                message = wording.ENDLESS.format(seconds=seconds)
                raise BookError((Problem(place, message, wording.ENDLESS_HINT, rule="endless"),)) from error
        return document

    @contextmanager
    def _in_templates(self, css: str) -> Iterator[None]:
        """Tell what WeasyPrint says of styles that a template has written where the template says it."""
        try:
            yield
        except BookError as error:
            raise BookError(in_templates(error.problems, css, self._design.style_templates())) from error

    def draw(self, html: str) -> bytes:
        """Lay out and draw one document with the stylesheets of the design alone; what WeasyPrint warns of is the caller's."""
        document = HTML(string=html, url_fetcher=self._fetcher, base_url="press:")
        with self._hyphenation.used():
            drawn: bytes = document.write_pdf(stylesheets=self._styles, font_config=self._fonts)
        return drawn


def folios_of(document: Document, first: int) -> dict[str, str]:
    """Give the folio of every anchor of a document whose first page has the number ``first``."""
    found: dict[str, str] = {}
    for number, page in enumerate(document.pages, start=first):
        for name in page.anchors:
            found.setdefault(name, str(number))
    return found


def put_folios(document: Document, folios: Mapping[str, str]) -> None:
    """Put the true page numbers into laid-out lines, in the place of the zeros that stood for them.

    Only the figures change, never their number, and all figures have one width, so nothing moves. The text is kept twice by
    WeasyPrint: in the box and in the line that Pango shapes again when the page is drawn.
    """
    for page in document.pages:
        for box in page._page_box.descendants(placeholders=True):  # noqa: SLF001 - boxes have no public door
            if not isinstance(box, TextBox) or box.element is None:
                continue
            target = box.element.get("data-folio")
            if target is None or box.element.get("class") != "folio":
                continue
            if target not in folios:
                raise BookError((_lost(target),))
            box.text = box.pango_layout.text = folios[target]


def _lost(target: str) -> Problem:
    message = wording.LOST_ANCHOR.format(target=target)
    return Problem(Place("layouts/page/nodes"), message, wording.LOST_ANCHOR_HINT, rule="anchor")


class _Ear(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record.getMessage())


@contextmanager
def heard(place: str) -> Iterator[None]:
    """Raise what WeasyPrint warns of while the block runs as one BookError."""
    with listening() as messages:
        yield
    if messages:
        raise BookError(tuple(_problem(place, message) for message in dict.fromkeys(messages)))


@contextmanager
def listening() -> Iterator[list[str]]:
    """Give the list that fills with what WeasyPrint warns of while the block runs."""
    logger = logging.getLogger("weasyprint")
    ear = _Ear()
    logger.addHandler(ear)
    propagate, logger.propagate = logger.propagate, False
    try:
        yield ear.heard
    finally:
        logger.removeHandler(ear)
        logger.propagate = propagate


def _placed(problem: Problem, text: str) -> Problem:
    """Give what WeasyPrint says of a selector the line where it is written: of selectors it tells no place."""
    if problem.place.line:
        return problem
    return replace(problem, place=place_of(problem.message, [(problem.place.file, text)]) or problem.place)


def _problem(place: str, message: str) -> Problem:
    if lost := re.search(r'unsupported by fonts: "(.+)" \(U\+([0-9A-F]+)', message):
        told = wording.LOST_SIGN.format(sign=f"„{lost[1]}“ (U+{lost[2]})")
        return Problem(Place("sources"), told, wording.LOST_SIGN_HINT, rule="sign")
    line = re.search(r"\bat (\d+):(\d+)", message)
    where = Place(place, int(line[1]), int(line[2])) if line else Place(place)
    return Problem(where, " ".join(style_reason(message).split()), wording.STYLE_HINT, rule="weasyprint")
