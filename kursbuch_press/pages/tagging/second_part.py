"""PDF/UA-2 from the same tags (ISO 14289-2): types of PDF 2.0, places that are tags, notes and entries that name their tags.

The tags and their order stay those of PDF/UA-1. What is new is written into the finished objects: the namespace of each type
that PDF 2.0 knows (8.2.4), structure destinations beside those on pages (8.8), which entry of a contents means which tag
(8.2.5.8), which note belongs to which call (8.2.5.14), and how each list is numbered (8.2.5.25).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element

import pydyf

from kursbuch_press.pages.tagging.boxes import Reader
from kursbuch_press.pages.tagging.tags import CELLS, LinkArea, Tag

# pydyf carries no types.
Pdf = Any
Destination = Any

NAMESPACE = "http://iso.org/pdf2/ssn"
_HEADINGS = frozenset({"H1", "H2", "H3", "H4", "H5", "H6"})
_TABLE = frozenset({"Table", "THead", "TBody", "TFoot", "TR", "TH", "TD"})
_BLOCKS = frozenset({"Document", "Part", "Sect", "Div", "Aside", "P", "L", "LI", "Lbl", "LBody", "Caption", "Figure"})
_PHRASES = frozenset({"Span", "Em", "Strong", "Link"})
# Types of ISO 32000-2, 14.8.4; others of ours (TOC, Reference, Quote …) belong to PDF 1.7: the namespace of what names none.
_OF_PDF_2 = _HEADINGS | _TABLE | _BLOCKS | _PHRASES
_NOTE = "FENote"


def suit(document: Tag) -> None:
    """Change what PDF/UA-1 allows and the second part does not, before the tags are written; nothing is read in another order.

    A caption is the first or last of its group (8.2.5.27), where a Div counts as none; and no cell holds a contents
    (ISO/TS 32005, table 5): there it is a list.
    """
    for tag in list(document.walk()):
        at = next((at for at, kid in enumerate(tag.kids) if isinstance(kid, Tag) and kid.kind == "Caption"), 0)
        if 0 < at < len(tag.kids) - 1:
            _gather(tag, at + 1, "Sect")
        elif at > 0 and tag.kind == "Div":
            tag.kind = "Sect"
        if tag.kind == "TOC" and tag.parent is not None and tag.parent.kind in CELLS:
            _as_list(tag)


def _gather(tag: Tag, end: int, kind: str) -> None:
    """Put the first kids of a tag into a group of their own."""
    group = Tag(kind, tag, kids=tag.kids[:end])
    for kid in group.kids:
        if isinstance(kid, Tag):
            kid.parent = group
    tag.kids[:end] = [group]


def _as_list(contents: Tag) -> None:
    contents.kind = "L"
    for item in contents.kids:
        assert isinstance(item, Tag), "a contents holds entries only"
        if item.kind == "TOC":
            _as_list(item)
        else:
            item.kind = "LI"
            _gather(item, len(item.kids), "LBody")


@dataclass(frozen=True, slots=True)
class SecondPart:
    """Turns a document whose tags are written into one that keeps the second part."""

    pdf: Pdf
    reader: Reader
    _targets: dict[Tag, Tag] = field(default_factory=dict)

    def write(self) -> None:
        """Mend tags, links, bookmarks and names."""
        tags = list(self.reader.tree.document.walk())
        self._name(tags)
        alive = frozenset(tags)
        places = self._places(alive)
        self._links(tags, places, alive)
        self._bookmarks(alive)
        self._refer(tags)

    def _name(self, tags: list[Tag]) -> None:
        """Give each tag its namespace; what PDF 1.7 calls Note is FENote now, and types need no map any more."""
        space = pydyf.Dictionary({"Type": "/Namespace", "NS": pydyf.String(NAMESPACE)})
        self.pdf.add_object(space)
        root = self.pdf.objects[int(self.pdf.catalog["StructTreeRoot"].split()[0])]
        root["Namespaces"] = pydyf.Array([space.reference])
        del root["RoleMap"]
        footnotes = frozenset(self.reader.tree.notes.values())
        for tag in tags:
            written = self._written(tag)
            if tag.kind == "Note":
                kind = "Footnote" if tag in footnotes else "Endnote"
                written.update(S=f"/{_NOTE}", A=pydyf.Dictionary({"O": f"/{_NOTE}", "NoteType": f"/{kind}"}))
            if tag.kind == "Note" or tag.kind in _OF_PDF_2:
                written["NS"] = space.reference
            if tag.kind == "L" and "A" not in written and (label := _first_label(tag)) is not None:
                numbering = "Description" if any(sign.isalnum() for sign in label.words) else "Unordered"
                written["A"] = pydyf.Dictionary({"O": "/List", "ListNumbering": f"/{numbering}"})

    def _places(self, alive: frozenset[Tag]) -> dict[str, tuple[Destination, Tag]]:
        """Give each named place with its tag, and write both under its name."""
        tree = self.pdf.catalog.get("Names", {}).get("Dests")
        if tree is None:
            return {}
        elements: dict[str, Element] = {}
        for root in self.reader.roots:
            for element in root.iter():
                if name := element.get("id"):
                    elements.setdefault(name, element)
        names = tree["Names"]
        places = {}
        for at in range(0, len(names), 2):
            name, destination = names[at].string, names[at + 1]
            tag = self._tag(elements.get(name), alive)
            places[name] = (destination, tag)
            names[at + 1] = pydyf.Dictionary({"D": destination, "SD": _inside(tag, destination)})
        return places

    def _tag(self, element: Element | None, alive: frozenset[Tag]) -> Tag:
        """Give the tag of an element, or of what is around it if nothing is seen of the element itself."""
        document = self.reader.tree.document
        tag: Tag | None = document if element is None else self.reader.tree.tag_around(element)
        while tag is not None and tag not in alive:
            tag = tag.parent
        return tag or document

    def _links(self, tags: list[Tag], places: dict[str, tuple[Destination, Tag]], alive: frozenset[Tag]) -> None:
        joined = self._joined()
        for tag in tags:
            for kid in tag.kids:
                if not isinstance(kid, LinkArea) or "Dest" not in kid.annotation:
                    continue
                destination = kid.annotation.pop("Dest")
                if isinstance(destination, pydyf.String):
                    destination, target = places[destination.string]
                else:
                    target = joined[tag]
                assert target in alive, "a link between a note and its call leads to what is there"
                self._targets[tag] = target
                kid.annotation["A"] = _go(destination, target)

    def _joined(self) -> dict[Tag, Tag]:
        """Give what calls and numbers of footnotes lead to: each other."""
        calls, numbers = self.reader.call_tags, self.reader.marker_tags
        there = {calls[element]: self.reader.tree.notes[element] for element in calls if element in numbers}
        return there | {numbers[element]: calls[element] for element in calls if element in numbers}

    def _bookmarks(self, alive: frozenset[Tag]) -> None:
        pages = {reference: number for number, reference in enumerate(self.pdf.page_references)}
        for written in self.pdf.objects:
            if isinstance(written, dict) and "Dest" in written and "Title" in written:
                destination = written.pop("Dest")
                heading = self.reader.headings.get((pages[destination[0]], written["Title"].string))
                written["A"] = _go(destination, self._tag(heading, alive))

    def _refer(self, tags: list[Tag]) -> None:
        """Let entries of a contents name what they mean, and notes and their calls each other."""
        called: dict[Tag, list[Tag]] = {}
        for tag in tags:
            if tag.kind == "TOCI":
                entry = next((each for each in tag.walk() if each in self._targets), None)
                if entry is not None:
                    self._written(tag)["Ref"] = pydyf.Array([_reference(self._targets[entry])])
            target = self._targets.get(tag)
            if target is not None and target.kind == "Note" and not _is_inside(tag, target):
                self._written(tag)["Ref"] = pydyf.Array([_reference(target)])
                called.setdefault(target, []).append(tag)
        for note, calls in called.items():
            self._written(note)["Ref"] = pydyf.Array([_reference(call) for call in calls])

    def _written(self, tag: Tag) -> Any:  # noqa: ANN401 - a dictionary of pydyf, which has no types
        return self.pdf.objects[tag.number]


def _first_label(whole: Tag) -> Tag | None:
    items = (kid for kid in whole.kids if isinstance(kid, Tag))
    return next((part for item in items for part in item.kids if isinstance(part, Tag) and part.kind == "Lbl"), None)


def _go(destination: Destination, target: Tag) -> Any:  # noqa: ANN401 - a dictionary of pydyf, which has no types
    """Give the action that leads to a tag; viewers that know none go to its page (ISO 32000-2, 12.6.4.2)."""
    return pydyf.Dictionary({"Type": "/Action", "S": "/GoTo", "D": destination, "SD": _inside(target, destination)})


def _inside(tag: Tag, destination: Destination) -> Destination:
    return pydyf.Array([_reference(tag), *destination[1:]])


def _is_inside(tag: Tag, around: Tag) -> bool:
    above: Tag | None = tag
    while above is not None and above is not around:
        above = above.parent
    return above is around


def _reference(tag: Tag) -> bytes:
    return b"%d 0 R" % tag.number
