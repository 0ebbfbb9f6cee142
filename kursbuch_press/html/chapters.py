"""A chapter of the manuscript as HTML: each kind of node has its template, in the folder of the output or in layouts/html/."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from kursbuch_press.book.edition import Edition
from kursbuch_press.book.vocabulary import Vocabulary
from kursbuch_press.compose import inlines
from kursbuch_press.compose.manuscript import ManuscriptChapter
from kursbuch_press.compose.nodes import Figure, Node
from kursbuch_press.html.references import References
from kursbuch_press.html.templates import Templates, snake
from kursbuch_press.html.writing import HtmlWriter

FOLDER = "layouts/html"
"""The templates of nodes that say nothing of pages; those of an output stand above them."""


@dataclass(frozen=True, slots=True)
class Output:
    """For what HTML is written: its templates, what references become, its words, and the address of a figure's picture."""

    templates: Templates
    references: References
    words: Vocabulary
    picture: Callable[[Figure], str]


def values_of(chapter: ManuscriptChapter, edition: Edition, output: Output, **own: object) -> Mapping[str, object]:
    """Give what the templates of a chapter and its nodes know: data under their names, functions, and what an output adds."""
    writer, references = HtmlWriter(output.references), output.references

    def render(node: Node) -> Markup:
        name = f"nodes/{snake(type(node).__name__)}.html.j2"
        written = output.templates.render(name, {"node": node, **common})
        return Markup(written)  # noqa: S704 - templates escape by themselves

    common: dict[str, object] = {
        "chapter": chapter,
        "edition": edition,
        "words": output.words,
        "render": render,
        "inline": writer.html,
        "href": references.href,
        "folio": references.folio,
        "head": references.head,
        "pages": references.pages,
        "places": references.places,
        "picture": output.picture,
        "plain": inlines.plain,
        **own,
    }
    return common


def write_linked_chapter(chapter: ManuscriptChapter, edition: Edition, output: Output) -> str:
    """Write a chapter as a document of its own; notes and sources that its texts ask for come at its end."""
    gathered = getattr(output.references, "gathered", None)
    return output.templates.render("chapter.html.j2", {**values_of(chapter, edition, output), "gathered": gathered})
