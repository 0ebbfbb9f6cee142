"""The finished tag tree as objects of the PDF (ISO 32000-1, 14.7): elements, parent tree and identifiers."""

from __future__ import annotations

from typing import Any

import pydyf

from kursbuch_press.pages.tagging.tags import ROLE_MAP, LinkArea, Piece, Rectangle, Tag

_POINTS = 0.75  # of a CSS pixel
_TABLE_ATTRIBUTES = frozenset({"Scope", "ColSpan", "RowSpan", "Summary"})


class Writer:
    """Writes the tags of one document into its PDF."""

    def __init__(self, pdf: Any, sizes: list[tuple[float, float]]) -> None:  # noqa: ANN401 - pydyf has no types
        """Know the pages, and their widths and heights in CSS pixels."""
        self._pdf = pdf
        self._sizes = sizes
        self._pages = pdf.page_references
        self._marks: list[dict[int, bytes]] = [{} for _ in sizes]
        self._links: list[tuple[Any, bytes]] = []
        self._names: dict[str, bytes] = {}

    def write(self, document: Tag) -> None:
        """Write the whole tree and hang it into the catalog."""
        root = pydyf.Dictionary({"Type": "/StructTreeRoot"})
        self._pdf.add_object(root)
        tags = list(document.walk())
        first = len(self._pdf.objects)
        for number, tag in enumerate(tags, start=first):
            tag.number = number
        for tag in tags:
            self._pdf.add_object(self._element(tag, root.reference))
        root["K"] = pydyf.Array([_reference(document)])
        root["RoleMap"] = pydyf.Dictionary({name: f"/{of}" for name, of in ROLE_MAP.items()})
        self._write_parents(root)
        if self._names:
            pairs = [part for name in sorted(self._names) for part in (pydyf.String(name), self._names[name])]
            tree = pydyf.Dictionary({"Names": pydyf.Array(pairs)})
            self._pdf.add_object(tree)
            root["IDTree"] = tree.reference
        self._pdf.catalog["StructTreeRoot"] = root.reference
        self._pdf.catalog["MarkInfo"] = pydyf.Dictionary({"Marked": "true"})

    def _element(self, tag: Tag, root: bytes) -> Any:  # noqa: ANN401 - an object of pikepdf, which has one type for all
        page = _page_of(tag)
        parent = _reference(tag.parent) if tag.parent is not None else root
        element = pydyf.Dictionary({"S": f"/{tag.kind}", "P": parent})
        if page >= 0:
            element["Pg"] = self._pages[page]
        for entry, words in tag.entries.items():
            element[entry] = pydyf.String(words)
        if tag.name:
            element["ID"] = pydyf.String(tag.name)
            self._names[tag.name] = _reference(tag)
        if tag.attributes:
            element["A"] = self._attributes(tag)
        kids = [self._kid(kid, tag, page) for kid in tag.kids]
        if kids:
            element["K"] = kids[0] if len(kids) == 1 else pydyf.Array(kids)
        return element

    def _kid(self, kid: Tag | Piece | LinkArea, tag: Tag, page: int) -> object:
        match kid:
            case Tag():
                return _reference(kid)
            case Piece():
                self._marks[kid.page][kid.mcid] = _reference(tag)
                if kid.page == page:
                    return kid.mcid
                return pydyf.Dictionary({"Type": "/MCR", "Pg": self._pages[kid.page], "MCID": kid.mcid})
            case LinkArea():
                self._links.append((kid.annotation, _reference(tag)))
                return pydyf.Dictionary(
                    {
                        "Type": "/OBJR",
                        "Obj": kid.annotation.reference,
                        "Pg": self._pages[kid.page],
                    }
                )

    def _attributes(self, tag: Tag) -> Any:  # noqa: ANN401 - an object of pikepdf, which has one type for all
        owner = {"Table": _TABLE_ATTRIBUTES, "List": {"ListNumbering"}, "Layout": {"BBox"}}
        name = next(name for name, keys in owner.items() if not keys.isdisjoint(tag.attributes))
        attributes = pydyf.Dictionary({"O": f"/{name}"})
        for key, value in tag.attributes.items():
            attributes[key] = self._attribute(value)
        return attributes

    def _attribute(self, value: object) -> object:
        """Write a value: rectangles as arrays, words as text; what begins with a slash is a name."""
        if isinstance(value, Rectangle):
            return self._rectangle(value)
        return pydyf.String(value) if isinstance(value, str) and not value.startswith("/") else value

    def _rectangle(self, value: Rectangle) -> Any:  # noqa: ANN401 - an object of pikepdf, which has one type for all
        """Turn a rectangle from CSS pixels with y downwards into points with y upwards; cut it at the page."""
        width, height = self._sizes[value.page]
        across = [min(max(x, 0), width) for x in (value.left, value.right)]
        upwards = [min(max(height - y, 0), height) for y in (value.bottom, value.top)]
        sides = (across[0], upwards[0], across[1], upwards[1])
        return pydyf.Array([round(side * _POINTS, 3) for side in sides])

    def _write_parents(self, root: Any) -> None:  # noqa: ANN401 - an object of pikepdf, which has one type for all
        """Write the way back from marked content and annotations to their tags (14.7.4.4)."""
        entries: list[object] = []
        for number, marks in enumerate(self._marks):
            page = self._pdf.objects[self._pdf.pages["Kids"][3 * number]]
            page["StructParents"] = number
            page["Tabs"] = "/S"
            holders = pydyf.Array([marks[mark] for mark in sorted(marks)])
            self._pdf.add_object(holders)
            entries.extend((number, holders.reference))
        for number, (annotation, holder) in enumerate(self._links, start=len(self._marks)):
            annotation["StructParent"] = number
            entries.extend((number, holder))
        parents = pydyf.Dictionary({"Nums": pydyf.Array(entries)})
        self._pdf.add_object(parents)
        root["ParentTree"] = parents.reference
        root["ParentTreeNextKey"] = len(self._marks) + len(self._links)


def _reference(tag: Tag) -> bytes:
    return b"%d 0 R" % tag.number


def _page_of(tag: Tag) -> int:
    """Give the page of the first content that hangs directly at a tag; -1 if there is none."""
    return next((kid.page for kid in tag.kids if isinstance(kid, Piece)), -1)
