"""A PDF opened to see whether everybody can read it: pages, tags, and the words that each tag says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from pikepdf import Dictionary, Object, Pdf

from kursbuch_press.checks.accessible.tag_tree import Content, Element, Thing, Tree, page_owner, read_tree
from kursbuch_press.marks import objects
from kursbuch_press.marks.geometry import MM, Area
from kursbuch_press.marks.library import Library, key_of
from kursbuch_press.marks.marks import Mark, Painting, TextMark
from kursbuch_press.marks.objects import inherited
from kursbuch_press.marks.tagged import Within, read_appearance, read_tagged, within
from kursbuch_press.marks.xmp import Xmp, read_xmp

_A4 = Area(0, 0, 595.276, 841.89)
_HIDDEN = 2
_TOUCH = 0.01
_SHARES = re.compile(r"(und|oder|bzw\.|sowie|als|bis|statt|and|or|to)\b", re.IGNORECASE)
"""Words behind a hyphen that stands for what a later word shares with this one."""
_GAP = 0.18
"""Of the size of the text: a wider step to the right is a space."""


@dataclass(frozen=True, slots=True)
class ReadPage:
    """One page: what a viewer shows of it, and everything that it paints in order."""

    number: int
    box: Area
    written: Object = field(repr=False)
    painting: Painting = field(repr=False)
    forms: tuple[str, ...] = ()
    opened: tuple[Content, ...] = field(default=(), repr=False)
    languages: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    hidden: Mapping[Within, str] = field(default_factory=dict, repr=False)
    appearances: tuple[Painting, ...] = field(default=(), repr=False)

    @property
    def owner(self) -> str:
        """The name under which its marked content is counted."""
        return page_owner(self.number)

    @property
    def annotations(self) -> list[Object]:
        """Its annotations."""
        found = objects.members(objects.entry(self.written, "/Annots"))
        return [each for each in found if isinstance(each, Dictionary)]

    @property
    def visible(self) -> list[Object]:
        """Its annotations that are shown, and on the page at all: no rule holds for the others (ISO 14289-1, 7.18.1)."""
        return [each for each in self.annotations if self._is_visible(each)]

    def _is_visible(self, annotation: Object) -> bool:
        area = objects.area(annotation.get("/Rect"))
        hidden = (objects.whole(annotation.get("/F")) or 0) & _HIDDEN
        if area is not None and not (area.width and area.height):
            area = area.grow(_TOUCH)  # a point on the page is on the page
        return not hidden and (area is None or self.box.meets(area))

    @property
    def shown(self) -> tuple[Mark, ...]:
        """All that it shows: what its content paints, and the appearances of its annotations and fields above."""
        return tuple(mark for each in self.paintings for mark in each.marks)

    @property
    def paintings(self) -> tuple[Painting, ...]:
        """Its content, and the appearances of its annotations and fields."""
        return (self.painting, *self.appearances)

    def texts(self) -> Iterator[TextMark]:
        """Give the texts of its content in painting order."""
        return (mark for mark in self.painting.marks if isinstance(mark, TextMark))


@dataclass(frozen=True, slots=True)
class PdfFile:
    """What each check of a PDF gets to see. ``marks`` are the marks of each tagged content with their page."""

    pdf: Pdf = field(repr=False)
    name: str
    pages: tuple[ReadPage, ...] = field(repr=False)
    tree: Tree | None = field(repr=False)
    library: Library = field(repr=False)
    marks: Mapping[Content, list[tuple[int, Mark]]] = field(repr=False)
    xmp: Xmp | None = field(repr=False)
    _said: dict[Element, str] = field(default_factory=dict, repr=False)

    @property
    def catalog(self) -> Object:
        """The catalog of the document."""
        return self.pdf.Root

    @property
    def elements(self) -> tuple[Element, ...]:
        """All elements; none where there are no tags."""
        return self.tree.elements if self.tree else ()

    def of_kind(self, *kinds: str) -> list[Element]:
        """Give all elements of some kinds, in the order of the tags."""
        return self.tree.of_kind(*kinds) if self.tree else []

    def words(self, element: Element) -> str:
        """Give what an element says when it is read out, white space normalised."""
        if element not in self._said:
            self._said[element] = _normal("".join(self._spoken(element)))
        return self._said[element]

    def page_of(self, element: Element) -> int:
        """Give the page on which an element begins."""
        for content in element.contents():
            for page, _ in self.marks.get(content, ()):
                return page
        return element.page

    def area_of(self, element: Element) -> Area | None:
        """Give the area of what an element shows on its first page."""
        page, found = 0, None
        for content in element.contents():
            for number, mark in self.marks.get(content, ()):
                page = page or number
                if number == page:
                    found = mark.area if found is None else found.join(mark.area)
        return found

    def marks_of(self, element: Element) -> Iterator[tuple[int, Mark]]:
        """Give everything that an element paints."""
        for content in element.contents():
            yield from self.marks.get(content, ())

    def _spoken(self, element: Element) -> Iterator[str]:
        """Give the words of an element; ActualText replaces what is below (ISO 32000-1, 14.9.4)."""
        waiting: list[Element | Content | Thing] = [element]
        before: TextMark | None = None
        while waiting:
            kid = waiting.pop()
            if isinstance(kid, Element):
                if "ActualText" in kid.entries:
                    yield kid.entries["ActualText"]
                    before = None
                else:
                    waiting.extend(reversed(kid.kids))
            elif isinstance(kid, Content):
                marks = [mark for _, mark in self.marks.get(kid, ()) if isinstance(mark, TextMark)]
                yield from words_of(marks, before)
                before = marks[-1] if marks else before


def _normal(text: str) -> str:
    return " ".join(text.replace("\N{SOFT HYPHEN} ", "").replace("\N{SOFT HYPHEN}", "").split())


def words_of(marks: Iterable[TextMark], before: TextMark | None = None) -> Iterator[str]:
    """Give the words of marks in painting order, with a space where a step is as wide as one."""
    said: Within | None = None
    for mark in marks:
        around = within(mark)
        if before is not None and _steps(before, mark):
            yield " "
        before = mark
        if around.actual is not None:
            if around is not said:
                yield around.actual
            said = around
            continue
        yield mark.text


def _steps(before: TextMark, mark: TextMark) -> bool:
    if before.text.endswith((" ", "\N{NO-BREAK SPACE}")) or mark.text.startswith(" "):
        return False
    gap = _GAP * max(mark.size, 1.0)
    if min(before.area.top, mark.area.top) - max(before.area.bottom, mark.area.bottom) <= 0:
        # A hyphen at the end of a line parts a compound (DaZ-Unterricht), unless another shares it (Sozial- und Jugendamt).
        return not (before.text.endswith("-") and mark.text[:1].isalpha() and not _SHARES.match(mark.text))
    return mark.area.left - before.area.right > gap or before.area.left - mark.area.right > gap


def read_pdf(pdf: Pdf, name: str, library: Library) -> PdfFile:
    """Read all pages, the tag tree, and which mark stands in which content."""
    written = [page.obj for page in pdf.pages]
    numbers = {key_of(page): number for number, page in enumerate(written, start=1)}
    usual = objects.entry(pdf.Root, "/AcroForm", "/DR")
    pages = tuple(_read_page(page, number, library, usual) for number, page in enumerate(written, start=1))
    marks: dict[Content, list[tuple[int, Mark]]] = {}
    for page in pages:
        for mark in page.painting.marks:
            around = within(mark)
            if around.mcid >= 0:
                marks.setdefault(Content(around.owner, around.mcid), []).append((page.number, mark))
    xmp = read_xmp(objects.entry(pdf.Root, "/Metadata"), library.budget)
    return PdfFile(pdf, name, pages, read_tree(pdf, numbers), library, marks, xmp)


def _read_page(page: Object, number: int, library: Library, usual: object) -> ReadPage:
    media = _usable(objects.area(inherited(page, "/MediaBox"))) or _A4
    box = _usable(objects.area(inherited(page, "/CropBox"))) or media
    read = read_tagged(page, page_owner(number), media, library)
    opened = tuple(Content(owner, mcid) for owner, mcid in read.opened)
    plain = ReadPage(number, box.cut(media), page, read.painting, read.forms, opened, read.languages, read.faults, read.hidden)
    appearances = (read_appearance(each, usual, media, library) for each in plain.visible)
    return replace(plain, appearances=tuple(each for each in appearances if each is not None))


def _usable(box: Area | None) -> Area | None:
    return box if box is not None and box.width > MM and box.height > MM else None
