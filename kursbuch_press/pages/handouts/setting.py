"""Setting a handout: which there are, what each is made of, and its laid-out pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kursbuch_press.book.handouts import HandoutTexts
from kursbuch_press.book.plain_language import PlainLanguage, lines_of
from kursbuch_press.book.texts import Text
from kursbuch_press.compose.handouts import field_sheet, literature_of
from kursbuch_press.compose.inlines import Content, plain
from kursbuch_press.compose.loose_texts import content_of
from kursbuch_press.compose.manuscript import Manuscript, ManuscriptChapter
from kursbuch_press.html.references import NoReferences, References, SheetReferences
from kursbuch_press.html.writing import HtmlWriter
from kursbuch_press.pages.design import Design
from kursbuch_press.pages.handouts import wording
from kursbuch_press.pages.handouts.names import handout_ids
from kursbuch_press.pages.layout import Document, Typesetter, filled_pages
from kursbuch_press.pages.palette import Palette
from kursbuch_press.pages.qr import is_sample_address, qr_code, spoken_address
from kursbuch_press.problems import BookError, Place, PressError, Problem

HOUSE = "petrol"
"""The swatch of the handouts that belong to no field: that of the cover."""

LACKING = {0x202F: "\u00a0"}
"""Atkinson Hyperlegible has no narrow no-break space; a wide one is better than another face."""

AIM = 4
"""The pages that the handout of a field should have: one folded A3 sheet, or two leaves."""

# How many urgent measures of each field the overview names, if they fit on its one page.
URGENT_MEASURES = (3, 2, 1, 0)


# How much longer a text gets with room at the least: type of 11.5/16 pt in the place of 11/14.5 pt, less what tables save.
ROOMIER = 1.07


@dataclass(frozen=True, slots=True)
class HandoutMaterial:
    """What all handouts are made from; ``folios`` gives the folio in the book for every address."""

    manuscript: Manuscript
    folios: Mapping[str, str]
    texts: HandoutTexts
    summary: PlainLanguage


@dataclass(frozen=True, slots=True)
class HandoutDocument:
    """A handout, ready to be drawn: its document, and the HTML and stylesheet it was laid out from."""

    stem: str
    id: str
    title: str
    html: str = field(repr=False)
    css: str = field(repr=False)
    document: Document = field(repr=False)


def handout_address(manuscript: Manuscript, handout: str) -> str:
    """Give the address in the net that the QR code of a handout holds."""
    return f"{manuscript.edition.web_address.removesuffix('/')}/{handout}"


def handout_pictures(manuscript: Manuscript, palette: Palette) -> dict[str, tuple[bytes, str]]:
    """Draw the QR codes, under the addresses by which templates name them, for the Typesetter."""
    return {
        f"press:qr/{handout}.svg": (
            qr_code(handout_address(manuscript, handout), palette).svg,
            "image/svg+xml",
        )
        for _, handout in handout_ids(manuscript)
    }


def set_handout(stem: str, material: HandoutMaterial, design: Design, setter: Typesetter) -> HandoutDocument:
    """Lay out one handout; mistakes of authors and designers are raised as a BookError."""
    ids = dict(handout_ids(material.manuscript))
    if stem not in ids:
        raise PressError(wording.NO_SUCH_HANDOUT.format(stem=stem, stems=", ".join(ids)), exit_code=2)
    sheet = _Sheet(stem, ids[stem], material, design, setter)
    match sheet.id:
        case wording.OVERVIEW:
            return sheet.overview()
        case wording.PLAIN_LANGUAGE:
            return sheet.summary()
        case _:
            return sheet.field(material.manuscript.chapter(sheet.id))


@dataclass(frozen=True, slots=True)
class _Content:
    """What a template is filled with, apart from what all handouts share."""

    template: str
    title: str
    swatch: str
    values: Mapping[str, object]
    references: References = field(default_factory=NoReferences)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One handout in the making."""

    stem: str
    id: str
    material: HandoutMaterial
    design: Design
    setter: Typesetter

    def field(self, chapter: ManuscriptChapter) -> HandoutDocument:
        """Lay out the handout of a field on four pages, with room where they hold that; a longer one with room.

        It is set close first, as most need it: how full the pages are then tells whether it is worth trying with room.
        """
        close = self._field(chapter, "close")
        if len(close.document.pages) <= AIM and filled_pages(close.document) * ROOMIER > AIM:
            return close
        roomy = self._field(chapter, "roomy")
        return roomy if len(roomy.document.pages) <= AIM or len(close.document.pages) > AIM else close

    def _field(self, chapter: ManuscriptChapter, setting: str) -> HandoutDocument:
        words = self.material.manuscript.words
        sheet = field_sheet(chapter, words)
        book = self.material.manuscript.edition.short_title
        references = SheetReferences(book, self.material.folios, words.pages, sheet.inside, notes=sheet.notes)
        values = {
            "sheet": sheet,
            "setting": setting,
            "literature": literature_of(self.material.manuscript),
            "book_page": self.material.folios[chapter.id],
            "gathered": references.gathered,
        }
        return self._set(_Content("field.html.j2", sheet.name, chapter.swatch, values, references))

    def overview(self) -> HandoutDocument:
        """Lay out the overview with as many urgent measures as its one page holds."""
        manuscript = self.material.manuscript
        fields = tuple(field_sheet(chapter, manuscript.words) for chapter in manuscript.fields)
        title = plain(self._content(self.material.texts.overview.title))
        for urgent in URGENT_MEASURES:
            values = {"fields": fields, "urgent": urgent, "folios": self.material.folios}
            sheet = self._set(_Content("overview.html.j2", title, HOUSE, values))
            if len(sheet.document.pages) == 1:
                return sheet
        place = Place("sources/handouts.yaml")
        raise BookError((Problem(place, wording.OVERVIEW_TOO_LONG, wording.OVERVIEW_HINT, "handouts", rule="one-page"),))

    def summary(self) -> HandoutDocument:
        chapters = {chapter.id: chapter for chapter in self.material.manuscript.fields}
        values = {"summary": self.material.summary, "chapters": chapters, "lines": lines_of}
        title = plain(self._content(self.material.summary.title))
        return self._set(_Content("plain.html.j2", title, HOUSE, values))

    def _content(self, text: Text) -> Content:
        return content_of(text, self.material.manuscript.edition.quotation_marks)

    def _set(self, content: _Content) -> HandoutDocument:
        manuscript = self.material.manuscript
        address = handout_address(manuscript, self.id)
        writer = HtmlWriter(content.references, LACKING)
        values = {
            "edition": manuscript.edition,
            "words": manuscript.words,
            "texts": self.material.texts,
            "title": content.title,
            "swatch": content.swatch,
            "colours": tuple(dict.fromkeys(chapter.swatch for chapter in manuscript.fields)),
            "inline": writer.html,
            "text": lambda text: writer.html(self._content(text)),
            "qr": {
                "picture": f"press:qr/{self.id}.svg",
                "size": qr_code(address, self.design.palette).size_mm,
                "address": address,
                "spoken": spoken_address(address),
                "sample": is_sample_address(address),
            },
            **content.values,
        }
        html = self.design.templates.render(content.template, values)
        css = self.design.palette.insert(self.design.templates.render("handout.css.j2", values))
        return HandoutDocument(self.stem, self.id, content.title, html, css, self.setter.set(html, css, self.stem))
