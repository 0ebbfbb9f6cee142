"""Setting a handout: which there are, what each is made of, and its laid-out pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from markupsafe import Markup

from kursbuch_press.book.book import Book
from kursbuch_press.book.handouts import HandoutTexts
from kursbuch_press.book.languages import comma_of, is_right_to_left
from kursbuch_press.book.plain_language import PlainLanguage, lines_of
from kursbuch_press.book.texts import Text
from kursbuch_press.book.translations import Translation
from kursbuch_press.compose.inlines import Content, Words, plain
from kursbuch_press.compose.leaflets import (
    HANDOUTS,
    Said,
    Sayer,
    common,
    field_of,
    leaflet,
    motto,
    overview_rows,
)
from kursbuch_press.compose.loose_texts import content_of
from kursbuch_press.compose.manuscript import Manuscript
from kursbuch_press.html.references import NoReferences
from kursbuch_press.html.writing import HtmlWriter
from kursbuch_press.pages.collisions import misplaced_text
from kursbuch_press.pages.design import Design
from kursbuch_press.pages.facts import facts_of_pages
from kursbuch_press.pages.fitting import Overfull, overfull
from kursbuch_press.pages.fonts import Face
from kursbuch_press.pages.handouts import wording
from kursbuch_press.pages.handouts.cells import LACKING, cell_writer
from kursbuch_press.pages.handouts.folios import put_own_folios
from kursbuch_press.pages.handouts.names import Name, all_names
from kursbuch_press.pages.handouts.question import (
    COVER,
    MOTTO,
    Foot,
    face_of,
    fit_question,
    fit_stays,
    fit_words,
    is_long_title,
    measured_foot,
    on_one_line,
)
from kursbuch_press.pages.handouts.titles import with_book
from kursbuch_press.pages.handouts.words import HandoutWords, words_in
from kursbuch_press.pages.layout import Document, Typesetter
from kursbuch_press.pages.qr import is_sample_address, picture_of, qr_code, spoken_address
from kursbuch_press.pages.short_words import end_gathered, end_tied
from kursbuch_press.problems import BookError, Place, PressError, Problem

HOUSE = "petrol"
"""The swatch of the handouts that belong to no field: that of the cover."""

SERIES = "series"
"""Under which name organisations have their addresses, among those of texts."""

READABLE = 4.5
"""The contrast that white type wants on the colour of its field (WCAG 2.2, 1.4.3)."""


@dataclass(frozen=True, slots=True)
class HandoutMaterial:
    """What all handouts are made from.

    ``folios`` gives the folio in the book for every address, ``places`` the place in the sources; ``translations`` are those of
    the languages that the edition names.
    """

    manuscript: Manuscript
    folios: Mapping[str, str]
    texts: HandoutTexts | None
    summary: PlainLanguage | None
    book: Book
    places: Mapping[str, Place] = field(default_factory=dict)
    translations: Mapping[str, Translation] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Organisation:
    """Whom one sheet of a series is for; ``key`` stands in the address that its code holds, ``address`` has its lines."""

    key: str
    organisation: str
    greeting: str
    address: str
    contact: str

    @property
    def at(self) -> str:
        """Under which address its place is looked for."""
        return f"{SERIES}/{self.key}"


@dataclass(frozen=True, slots=True)
class Wanted:
    """One sheet that is wanted: which, and for whom if it is one of a series; ``back`` asks for its last page alone."""

    name: Name
    organisation: Organisation | None = None
    back: bool = False


@dataclass(frozen=True, slots=True)
class WrittenHandout:
    """A handout in words: its HTML and stylesheet, from which it is laid out."""

    name: Name
    title: str
    language: str
    html: str = field(repr=False)
    css: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class HandoutDocument:
    """A handout, ready to be drawn: its document, and the HTML and stylesheet it was laid out from."""

    stem: str
    id: str
    title: str
    html: str = field(repr=False)
    css: str = field(repr=False)
    document: Document = field(repr=False)
    language: str = "de"


def handout_address(manuscript: Manuscript, handout: str, language: str = "", key: str = "") -> str:
    """Give the address in the net that the QR code of a handout holds."""
    parts = (manuscript.edition.web_address.removesuffix("/"), language, handout)
    address = "/".join(part for part in parts if part)
    return f"{address}?fuer={quote(key)}" if key else address


def set_handout(stem: str, material: HandoutMaterial, design: Design, setter: Typesetter) -> HandoutDocument:
    """Lay out one handout, named by its path below the folder of handouts.

    Mistakes of authors and designers are raised as BookError, and so is too much text.
    """
    return lay_out(write_handout(stem, material, design), material, setter)


def set_for(wanted: Wanted, material: HandoutMaterial, design: Design, setter: Typesetter) -> HandoutDocument:
    """Lay out one handout, or one of a series for an organisation."""
    return lay_out(_written(wanted, material, design), material, setter)


def write_handout(stem: str, material: HandoutMaterial, design: Design) -> WrittenHandout:
    """Write one handout in HTML, named by its path below the folder of handouts."""
    names = {name.path: name for name in all_names(material.manuscript)}
    if stem not in names:
        raise PressError(wording.no_such_handout(stem, list(names)), exit_code=2)
    return _written(Wanted(names[stem]), material, design)


def lay_out(written: WrittenHandout, material: HandoutMaterial, setter: Typesetter) -> HandoutDocument:
    """Lay out what is written; more text than there is room for is raised as BookError, at its place in the sources."""
    name, html = written.name, written.html
    document = setter.set(html, written.css, name.path)
    html = put_own_folios(document, html)
    laid = facts_of_pages(document.pages, HANDOUTS)

    def place(address: str) -> Place:
        return place_in(material.places, address, written.language)

    if found := (*_too_long(overfull(document, html), name, place), *misplaced_text(laid, place, name.path)):
        raise BookError(found)
    return HandoutDocument(name.stem, name.id, written.title, html, written.css, document, written.language)


def _written(wanted: Wanted, material: HandoutMaterial, design: Design) -> WrittenHandout:
    sheet = _Sheet(wanted, material, design)
    match wanted.name.id:
        case wording.OVERVIEW:
            return sheet.overview()
        case wording.PLAIN_LANGUAGE:
            return sheet.summary()
        case _:
            return sheet.leaflet()


def _too_long(areas: Iterable[Overfull], name: Name, place: Callable[[str], Place]) -> Iterator[Problem]:
    for area in areas:
        lines = wording.LINES.get(area.lines, wording.MORE_LINES.format(lines=area.lines))
        message = wording.TOO_LONG.format(sheet=name.path, lines=lines)
        yield Problem(place(area.address), message, wording.TOO_LONG_HINT, area.address, rule="sheet-length")


def place_in(places: Mapping[str, Place], address: str, language: str = "") -> Place:
    """Give where an address stands in the sources, in a translation if that has it, or the nearest place above it."""
    address = next(filter(places.__contains__, (f"translations/{language}/texts/{address}", address)), address)
    while address and address not in places:
        address = address.rpartition("/")[0]
    return places.get(address, Place("sources/handouts.yaml", 1, 1))


def _without_comma(html: Markup) -> Markup:
    """Take away what would begin the line below a place: the comma behind the words that name it."""
    return Markup(re.sub("</strong>[,:;]? ", "</strong> ", html))  # noqa: S704 - what comes in is markup, and one sign less


@dataclass(frozen=True, slots=True)
class _Filling:
    """What a template is filled with, apart from what all handouts share."""

    template: str
    title: str
    swatch: str
    values: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One handout while it is written."""

    wanted: Wanted
    material: HandoutMaterial
    design: Design

    @property
    def name(self) -> Name:
        return self.wanted.name

    @property
    def organisation(self) -> Organisation | None:
        return self.wanted.organisation

    @property
    def language(self) -> str:
        return self.name.language or self.material.manuscript.edition.language

    @property
    def _texts(self) -> HandoutTexts:
        assert self.material.texts is not None, "a book without handouts.yaml has neither overview nor sheets of fields"
        return self.material.texts

    @property
    def say(self) -> Sayer:
        manuscript = self.material.manuscript
        translation = self.material.translations.get(self.name.language)
        return Sayer(manuscript.edition, translation, manuscript.words.labels.continuation)

    def leaflet(self) -> WrittenHandout:
        """Write the folded sheet of a field."""
        sheet = leaflet(field_of(self.material.book, self.name.id), self._texts, self.say)
        title = plain(sheet.title.content)
        if sheet.number:
            title = f"{self._words.field} {sheet.number}: {title}"
        alt, spoken = self._alt(sheet.illustration)
        values = {
            "sheet": sheet,
            "folio": self.material.folios[sheet.chapter],
            "alt": alt,
            "alt_language": spoken,
            "back": self.wanted.back,
            "question": fit_question(plain(sheet.question.content), self._face, right_to_left=is_right_to_left(self.language)),
            "stays": fit_stays(plain(sheet.stays.content), self._face) if sheet.stays else None,
            "bands": self._bands,
            "narrow": cell_writer(self.material.book, self.language, self._face),
            "long_title": is_long_title(plain(sheet.title.content), self._face),
            "foot": self._foot(),
        }
        return self._filled(_Filling("leaflet.html.j2", title, sheet.swatch, values))

    def overview(self) -> WrittenHandout:
        """Write the sheet that is put up: all fields on one page."""
        texts = self._texts.overview
        title = self.say.text(f"{HANDOUTS}/overview/title", texts.title)
        paragraphs = tuple(self.say.text(f"{HANDOUTS}/{each.id}/text", each.text) for each in texts.paragraphs)
        rows, said = overview_rows(self.material.book, self._texts, self.say), motto(self.say)
        values = {
            "rows": rows,
            "broken": self._broken(each.line for each in rows),
            "pale": frozenset(each.station.swatch for each in rows if self._is_pale(each.station.swatch)),
            "head": title,
            "motto": said,
            "motto_size": fit_words(plain(said.content), self._face, MOTTO) if said else 0,
            "paragraphs": paragraphs,
        }
        return self._filled(_Filling("overview.html.j2", plain(title.content), HOUSE, values))

    def _broken(self, said: Iterable[Said]) -> frozenset[str]:
        """Give the addresses of texts that do not fit on one line of a band."""
        return frozenset(each.address for each in said if not on_one_line(plain(each.content), self._face))

    def _is_pale(self, swatch: str) -> bool:
        """Tell whether white type cannot be read on a colour."""
        swatches = self.design.palette.swatches
        ground, paper = swatches[swatch].lightness, swatches["paper"].lightness
        return (paper + 0.05) / (ground + 0.05) < READABLE

    @property
    def _bands(self) -> tuple[str, ...]:
        """Give the colours of the fields, and those of the continuation where there is nothing else."""
        fields = self.material.manuscript.fields
        return tuple(dict.fromkeys(each.swatch for each in fields if each.number)) or tuple(each.swatch for each in fields)

    @property
    def _face(self) -> Face:
        return face_of(self.design.project, right_to_left=is_right_to_left(self.language))

    def summary(self) -> WrittenHandout:
        summary = self.material.summary
        assert summary is not None, "a book without leichte-sprache.yaml has no summary"
        title = plain(self._german(summary.title))
        values = {
            "summary": summary,
            "chapters": {chapter.id: chapter for chapter in self.material.manuscript.fields},
            "lines": lines_of,
            "pictograms": self.design.art.pictograms,
            "illustrations": self.design.art.illustrations,
            "title_size": fit_words(title, self._face, COVER),
        }
        return self._filled(_Filling("plain.html.j2", title, HOUSE, values))

    @property
    def _words(self) -> HandoutWords:
        return words_in(self.language, self.design.project)

    def _foot(self) -> Foot:
        """Measure what the back says at its foot."""
        manuscript, words = self.material.manuscript, self._words
        imprint = f"{words.issued_by}: {manuscript.edition.issued_by}, {words.on(manuscript.edition.date)}."
        if self._is_unchecked:
            imprint = f"{imprint} {words.unchecked}"
        contact = manuscript.imprint.barriers
        sample = common(self._texts, self.say).sample
        barrier = f"{words.barriers} {contact} {words.placeholder}." if contact else ""
        return measured_foot(imprint, barrier, plain(sample.content) if sample else "", self._face)

    @property
    def _is_unchecked(self) -> bool:
        translation = self.material.translations.get(self.name.language)
        return translation is not None and translation.checked_by is None

    def _alt(self, illustration: str) -> tuple[str, str]:
        """Give the alternative text of an illustration and its language: that of the book where it is not translated."""
        name = illustration or "treffen"
        if said := self._words.pictures.get(name):
            return said, self.language
        of = self.design.art.illustrations.get(name)
        return of.alt if of else "", self.material.manuscript.edition.language

    def _german(self, text: Text) -> Content:
        return content_of(text, self.material.manuscript.edition.quotation_marks)

    def _filled(self, filling: _Filling) -> WrittenHandout:
        values = {**self._shared(filling), **filling.values}
        html = self.design.templates.render(filling.template, values)
        css = self.design.insert(self.design.templates.render("handout.css.j2", values))
        title = with_book(filling.title, self.material.manuscript.edition.title)
        return WrittenHandout(self.name, title, self.language, html, css)

    def _shared(self, filling: _Filling) -> dict[str, object]:
        manuscript = self.material.manuscript
        key = self.organisation.key if self.organisation else ""
        address = handout_address(manuscript, self.name.id, self.name.language, key)
        writer = HtmlWriter(NoReferences(), LACKING)
        words = self._words
        return {
            "edition": manuscript.edition,
            "words": manuscript.words,
            "texts": self.material.texts,
            "language": self.language,
            "rtl": is_right_to_left(self.language),
            "comma": comma_of(self.language),
            "word": words,
            "day": words.on(manuscript.edition.date),
            "formats": (words.files, words.plain) if self.material.summary else (words.files,),
            "contact": manuscript.imprint.barriers,
            "contact_is_sample": manuscript.imprint.publisher is not None and manuscript.imprint.publisher.muster,
            "common": common(self.material.texts, self.say) if self.material.texts else None,
            "unchecked": self._is_unchecked,
            "organisation": self.organisation,
            "title": filling.title,
            "swatch": filling.swatch,
            "colours": tuple(dict.fromkeys(chapter.swatch for chapter in manuscript.fields)),
            "inline": lambda content: end_tied(writer.html(content)),
            "running": lambda content: end_gathered(writer.html(content)),
            "gathered": end_gathered,
            "place": lambda content: end_gathered(_without_comma(writer.html(content))),
            "text": lambda text: writer.html(self._german(text)),
            "said": lambda words: writer.html((Words(words),)),
            "qr": {
                "picture": picture_of(address),
                "size": qr_code(address, self.design.palette).size_mm,
                "address": address,
                "spoken": spoken_address(address),
                "sample": is_sample_address(address),
            },
        }
