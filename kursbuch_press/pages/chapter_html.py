"""A chapter of the manuscript as HTML for pages, with the stylesheet that holds for it alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

from kursbuch_press.compose.manuscript import Manuscript, ManuscriptChapter
from kursbuch_press.compose.nodes import Figure
from kursbuch_press.html.chapters import Output, values_of
from kursbuch_press.html.references import PageReferences
from kursbuch_press.pages.design import Design


@dataclass(frozen=True, slots=True)
class ChapterHtml:
    """A chapter, ready for the layout: its document and the stylesheet that holds for it alone."""

    html: str
    css: str


def write_chapter(  # noqa: PLR0913 - two of them by name
    chapter: ManuscriptChapter,
    manuscript: Manuscript,
    design: Design,
    *,
    folio: int,
    folios: Mapping[str, str],
) -> ChapterHtml:
    """Write a chapter that starts on the page with number ``folio``; ``folios`` gives the pages of all addresses."""
    edition, words = manuscript.edition, manuscript.words
    output = Output(design.templates, PageReferences(folios, words.pages), words, picture_address)
    common = values_of(chapter, edition, output)
    values = {**common, "first_folio": folio, "colours": design.palette.swatches, "area": design.geometry.area(edition.trim)}
    return ChapterHtml(
        html=design.templates.render("chapter.html.j2", values),
        css=design.insert(design.templates.render("chapter.css.j2", values)),
    )


def picture_address(figure: Figure) -> str:
    """Give the address under which the layout knows the picture of a figure."""
    return f"press:drawings/{figure.address}" if figure.drawing else f"press:pictures/{quote(figure.picture)}"
