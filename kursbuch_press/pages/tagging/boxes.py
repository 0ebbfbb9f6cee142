"""Reading laid-out pages: every box that shows text or a picture becomes a piece of a tag, or an artifact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from kursbuch_press.pages.tagging import roles
from kursbuch_press.pages.tagging.lines import INLINE, Source, mend
from kursbuch_press.pages.tagging.tags import Piece, Rectangle, Tag
from kursbuch_press.pages.tagging.tree import Tree

# WeasyPrint's pages and boxes carry no types.
Page = Any
Box = Any

# Kinds of artifacts, as their property lists (ISO 32000-1, table 330).
HEADER = "<</Type/Pagination/Subtype/Header>>"
FOOTER = "<</Type/Pagination/Subtype/Footer>>"
MARGIN = "<</Type/Pagination>>"
DECORATION = "<</Type/Layout>>"


@dataclass(frozen=True, slots=True)
class PlacedBox:
    """A box on a page."""

    page: int
    box: Box


class Reader:
    """Reads pages in order. ``pieces`` gives, page by page, the piece of each box that gets a mark.

    ``headings`` gives the element of each bookmark by its page and words.
    """

    def __init__(self, language: str) -> None:
        """Begin with no pages."""
        self.tree = Tree(language)
        self.pieces: list[dict[Box, Piece]] = []
        self.roots: list[Element] = []
        self.calls: dict[Element, PlacedBox] = {}
        self.call_tags: dict[Element, Tag] = {}
        self.marker_tags: dict[Element, Tag] = {}
        self.markers: dict[Element, PlacedBox] = {}
        self.headings: dict[tuple[int, str], Element] = {}
        self._lines: dict[Element, list[Piece]] = {}
        self._repeated: set[Element] = set()
        self._page = 0

    def read(self, pages: Sequence[Page]) -> None:
        """Read all pages, footnotes after all else: their calls say which tag they belong to.

        A note may stand before its call: in the head of a table that is pushed to the next page.
        """
        notes: list[PlacedBox] = []
        for number, page in enumerate(pages):
            self._page = number
            self.pieces.append({})
            page_box = page._page_box  # noqa: SLF001 - boxes have no public door
            for child in page_box.children:
                if isinstance(child, boxes.FootnoteAreaBox):
                    notes.append(PlacedBox(number, child))
                    continue
                if child.element is not None and child.element_tag == "html":
                    self._enter(child.element)
                self._box(child, "")
        for area in notes:
            self._page = area.page
            self._children(area.box, "")
        for block, pieces in self._lines.items():
            mend(pieces, Source(block, lambda element: element in self.tree.notes))

    def _enter(self, root: Element) -> None:
        if root not in self.roots:
            self.roots.append(root)
            self.tree.enter(root)

    def _children(self, box: Box, artifact: str) -> None:
        for child in box.children:
            self._box(child._box if isinstance(child, AbsolutePlaceholder) else child, artifact)  # noqa: SLF001 - boxes have no public door

    def _box(self, box: Box, artifact: str) -> None:
        artifact = artifact or self._artifact(box)
        if box.bookmark_label and box.element is not None:
            self.headings.setdefault((self._page, box.bookmark_label), box.element)
        if isinstance(box, boxes.TextBox):
            self._text(box, artifact)
        elif isinstance(box, boxes.ReplacedBox):
            self._picture(box, artifact)
        else:
            if isinstance(box, boxes.TableCellBox) and not artifact and box.element is not None:
                self.tree.tag(box.element)
            self._children(box, artifact)

    def _artifact(self, box: Box) -> str:
        """Say what kind of artifact begins with a box, if one does."""
        if isinstance(box, boxes.MarginBox):
            side = box.at_keyword.removeprefix("@").partition("-")[0]
            return {"top": HEADER, "bottom": FOOTER}.get(side, MARGIN)
        if isinstance(box, boxes.TableRowGroupBox) and (box.is_header or box.is_footer):
            if box.element in self._repeated:
                return MARGIN
            self._repeated.add(box.element)
        if box.is_leader:
            return DECORATION
        if box.style["position"] == "fixed":
            return MARGIN
        if box.element is not None and roles.is_hidden(box.element):
            return DECORATION
        return ""

    def _text(self, box: Box, artifact: str) -> None:
        piece = self.pieces[self._page][box] = Piece(self._page, box.text)
        if artifact or box.element is None or _is_ornament(box):
            piece.artifact = artifact or DECORATION
            return
        element: Element = box.element
        pseudo = box.element_tag.partition("::")[2]
        piece.generated = bool(pseudo)
        if pseudo == "marker":
            self._marker(piece, element)
            return
        match pseudo:
            case "footnote-call":
                host = self.call_tags[element] = self.tree.call(element)
                if called := roles.spoken_call(element):
                    host.entries["ActualText"] = called
                self.calls[element] = PlacedBox(piece.page, box)
                element = self.tree.parent(element) or element
            case "footnote-marker" if element in self.tree.notes:
                host = self.marker_tags[element] = self.tree.notes[element].add("Lbl").add("Link")
                self.markers[element] = PlacedBox(piece.page, box)
            case _:
                host = self.tree.text_tag(element)
        host.kids.append(piece)
        self._lines.setdefault(self.tree.block(element), []).append(piece)

    def _marker(self, piece: Piece, element: Element) -> None:
        host = self.tree.marker(element)
        if host is None:
            piece.artifact = DECORATION
        else:
            host.kids.append(piece)

    def _picture(self, box: Box, artifact: str) -> None:
        piece = self.pieces[self._page][box] = Piece(self._page, picture=True)
        decoration = box.element is None or "::" in box.element_tag or not roles.words_of_picture(box.element)
        if artifact or decoration:
            piece.artifact = artifact or DECORATION
            return
        figure = self.tree.picture(box.element)
        figure.kids.append(piece)
        x, y, width, height = box.content_box_x(), box.content_box_y(), box.width, box.height
        figure.attributes.setdefault("BBox", Rectangle(piece.page, x, y, x + width, y + height))


def _is_ornament(box: Box) -> bool:
    """Say whether a box is a mere sign that a stylesheet puts beside a block: a large quotation mark."""
    if not box.element_tag.endswith(("::before", "::after")) or box.element.tag in INLINE:
        return False
    return not any(sign.isalnum() for sign in box.text)
