"""A chapter of the manuscript as HTML: each kind of node has its template in layouts/page/nodes/."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from kursbuch_press.book.edition import Edition
from kursbuch_press.compose import inlines
from kursbuch_press.compose.manuscript import ManuscriptChapter
from kursbuch_press.compose.nodes import Node
from kursbuch_press.pages.design import Design
from kursbuch_press.pages.inlines import InlineWriter
from kursbuch_press.pages.templates import snake


@dataclass(frozen=True, slots=True)
class ChapterHtml:
    """A chapter, ready for the layout: its document and the stylesheet that holds for it alone."""

    html: str
    css: str


def write_chapter(  # noqa: PLR0913 - two of them by name
    chapter: ManuscriptChapter,
    edition: Edition,
    design: Design,
    *,
    folio: int,
    folios: Mapping[str, str],
) -> ChapterHtml:
    """Write a chapter that starts on the page with number ``folio``; ``folios`` gives the pages of all addresses."""
    writer = InlineWriter(folios)
    templates = design.templates

    def render(node: Node) -> Markup:
        name = f"nodes/{snake(type(node).__name__)}.html.j2"
        return Markup(templates.render(name, {"node": node, **common}))  # noqa: S704 - templates escape by themselves

    common: dict[str, object] = {
        "chapter": chapter,
        "edition": edition,
        "render": render,
        "inline": writer.html,
        "folio": writer.folio,
        "pages": writer.pages,
        "plain": inlines.plain,
    }
    values = {**common, "first_folio": folio, "colours": design.palette.swatches, "area": design.geometry.area(edition.trim)}
    return ChapterHtml(
        html=templates.render("chapter.html.j2", values),
        css=design.insert(templates.render("chapter.css.j2", values)),
    )
