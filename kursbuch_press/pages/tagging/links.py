"""Links as tags: a rectangle belongs to the tag of its link and says where it goes; footnotes lead back."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

import pydyf

from kursbuch_press.pages.tagging import wording
from kursbuch_press.pages.tagging.boxes import Box, Page, PlacedBox, Reader
from kursbuch_press.pages.tagging.places import Place
from kursbuch_press.pages.tagging.tags import LinkArea, Tag

# pydyf carries no types.
Pdf = Any
Annotation = Any

_LETTER = re.compile(r"[^\W\d_]")
_PAGE = re.compile(rf"\b{wording.PAGE}\s\d")
_PRINT = 4  # annotation flag (ISO 32000-1, table 165)
_POINTS = 0.75  # of a CSS pixel
_TOUCH = 0.5  # CSS pixels
_SHORT = 60  # letters

# Left, top, right and bottom of a rectangle.
Sides = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Links:
    """Finds the annotations of all pages and gives them to their tags; ``places`` are named as in HTML."""

    reader: Reader
    pages: Sequence[Page]
    places: Mapping[str, Place]
    labels: Sequence[str]

    def gather(self, pdf: Pdf) -> None:
        """Tag every annotation; those of artifacts, and those inside another, are taken off their page."""
        for number, page in enumerate(self.pages):
            areas: list[tuple[Tag, Sides]] = []
            for kind, target, sides, box in page.links:
                annotation = getattr(box, "link_annotation", None)
                if kind not in {"internal", "external"} or annotation is None:
                    continue
                tag = _link_around(self.reader.tree.tag(box.element))
                doubled = any(tag is other and _inside(sides, outer) for other, outer in areas)
                if doubled or tag is None or self._is_artifact(number, box):
                    _page_object(pdf, number)["Annots"].remove(annotation.reference)
                    continue
                areas.append((tag, sides))
                self._take(LinkArea(number, annotation), tag, kind, target)
        for element, call in self.reader.calls.items():
            if element in self.reader.markers:
                self._join(element, call, self.reader.markers[element], pdf)

    def _is_artifact(self, number: int, box: Box) -> bool:
        pieces = self.reader.pieces[number]
        inside = box.descendants() if hasattr(box, "descendants") else ()
        return any(pieces[inner].artifact for inner in (box, *inside) if inner in pieces)

    def _take(self, area: LinkArea, tag: Tag, kind: str, target: str) -> None:
        tag.kids.append(area)
        area.annotation["F"] = _PRINT
        says = self._address(tag, target) if kind == "external" else self._place(tag, target)
        area.annotation["Contents"] = pydyf.String(says)

    def _address(self, tag: Tag, target: str) -> str:
        """Say where a link out of the book goes: nobody wants an address spelled out."""
        if target.startswith("mailto:"):
            return wording.MAIL.format(words=target.removeprefix("mailto:").partition("?")[0])
        words = tag.words
        return words if " " in words else wording.WEB.format(words=_spoken(words or target))

    def _place(self, tag: Tag, target: str) -> str:
        """Say where a link goes: in its own words, or in those of the place if they are a bare number."""
        words = tag.words
        place = self.places.get(target)
        if place is None:
            return words
        page = self.labels[place.page]
        if shape := self._of_note(tag, target):
            return shape.format(number=words)
        if not _LETTER.search(words.removeprefix(wording.PAGE)):
            shape = wording.TO_PLACE if place.name else wording.TO_PAGE
            return shape.format(name=place.name, page=page)
        if _PAGE.search(words):
            return words
        return wording.WORDS_AND_PAGE.format(words=words, page=page)

    def _of_note(self, tag: Tag, target: str) -> str:
        """Give the words for a link to a note, or from an end note back; empty for other links."""
        if target in self.reader.tree.note_names:
            return wording.NOTE
        if target in self.reader.tree.end_notes:
            return wording.END_NOTE
        return wording.END_NOTE_BACK if tag.parent is not None and tag.parent.kind == "Lbl" else ""

    def _join(self, element: Element, call: PlacedBox, marker: PlacedBox, pdf: Pdf) -> None:
        """Link the call of a footnote with the note, and the note with the call (ISO 14289-1, 7.9)."""
        number = call.box.text.strip()
        there = LinkArea(call.page, self._annotation(call, marker, pdf))
        there.annotation["Contents"] = pydyf.String(wording.NOTE.format(number=number))
        self.reader.call_tags[element].kids.append(there)
        back = LinkArea(marker.page, self._annotation(marker, call, pdf))
        back.annotation["Contents"] = pydyf.String(wording.NOTE_BACK.format(number=number))
        self.reader.marker_tags[element].kids.append(back)

    def _annotation(self, at: PlacedBox, to: PlacedBox, pdf: Pdf) -> Annotation:
        left, top, width, height = at.box.hit_area()
        low, high = (self.pages[at.page].height - y for y in (top + height, top))
        annotation = pydyf.Dictionary(
            {
                "Type": "/Annot",
                "Subtype": "/Link",
                "Rect": pydyf.Array([side * _POINTS for side in (left, low, left + width, high)]),
                "BS": pydyf.Dictionary({"W": 0}),
                "F": _PRINT,
                "Dest": self._destination(to, pdf),
            }
        )
        pdf.add_object(annotation)
        _page_object(pdf, at.page).setdefault("Annots", pydyf.Array()).append(annotation.reference)
        return annotation

    def _destination(self, to: PlacedBox, pdf: Pdf) -> Any:  # noqa: ANN401 - an object of pikepdf, which has one type for all
        left, top, _, _ = to.box.hit_area()
        high = self.pages[to.page].height - top
        return pydyf.Array([pdf.page_references[to.page], "/XYZ", left * _POINTS, high * _POINTS, 0])


def _spoken(address: str) -> str:
    """Give an address without its scheme; of a long one, the host says enough."""
    bare = address.partition("://")[2] or address
    return bare if len(bare) <= _SHORT else bare.partition("/")[0]


def _link_around(tag: Tag) -> Tag | None:
    """Give the tag of the link that a box stands in; the box may be a stretch inside it."""
    around: Tag | None = tag
    while around is not None and around.kind != "Link":
        around = around.parent
    return around


def _inside(sides: Sides, outer: Sides) -> bool:
    left, top, right, bottom = sides
    return outer[0] - _TOUCH <= left and outer[1] - _TOUCH <= top and right <= outer[2] + _TOUCH and bottom <= outer[3] + _TOUCH


def _page_object(pdf: Pdf, number: int) -> Any:  # noqa: ANN401 - an object of pikepdf, which has one type for all
    return pdf.objects[pdf.pages["Kids"][3 * number]]
