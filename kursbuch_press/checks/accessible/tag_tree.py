"""The tag tree of any PDF as plain objects (ISO 32000-1, 14.7): elements, their content, and the way back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pikepdf import Array, Dictionary, Object, Pdf, Stream

from kursbuch_press.checks.accessible import standard_tags
from kursbuch_press.marks import objects
from kursbuch_press.marks.library import key_of

MOST_ELEMENTS = 500_000
MOST_LEVELS = 300
"""Levels of tags that are read; what stands deeper would make every look upwards slow, and no program writes it."""
_ENTRIES = ("Alt", "ActualText", "E", "Lang", "ID", "T")
_DEEPEST_ROLE = 20


@dataclass(frozen=True, slots=True)
class Content:
    """One sequence of marked content: the stream that counts it, and its number there."""

    owner: str
    mcid: int


@dataclass(frozen=True, slots=True)
class Thing:
    """An annotation or picture that an element holds as a whole (OBJR); ``key`` is the number of the object."""

    key: str
    written: Object = field(repr=False, compare=False)


@dataclass(eq=False, slots=True)
class Element:
    """A structure element. ``kind`` is its standard type, behind the role map; ``page`` counts from 1.

    ``space`` is the namespace that the element names (ISO 32000-2, 14.7.4), ``refs`` are the objects that it refers to, and
    ``above`` is the object that it names as the one around it (P).
    """

    kind: str
    written_kind: str
    parent: Element | None
    key: str
    entries: Mapping[str, str]
    attributes: Mapping[str, object]
    page: int
    kids: list[Element | Content | Thing] = field(default_factory=list, repr=False)
    space: str = ""
    refs: tuple[str, ...] = ()
    above: str = ""

    @property
    def elements(self) -> list[Element]:
        """The elements below, but not further down."""
        return [kid for kid in self.kids if isinstance(kid, Element)]

    def walk(self) -> Iterator[Element]:
        """Give this element and all below, parents first."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting.extend(reversed(element.elements))

    def ancestors(self) -> Iterator[Element]:
        """Give the elements around, the nearest first."""
        element = self.parent
        while element is not None:
            yield element
            element = element.parent

    def is_inside(self, *kinds: str) -> bool:
        """Whether the element or one around is of a kind."""
        return self.kind in kinds or any(each.kind in kinds for each in self.ancestors())

    def contents(self) -> Iterator[Content]:
        """Give all marked content of the element, in the order of the tags."""
        for kid in self.leaves():
            if isinstance(kid, Content):
                yield kid

    def things(self) -> Iterator[Thing]:
        """Give the annotations and pictures that the element holds."""
        for kid in self.leaves():
            if isinstance(kid, Thing):
                yield kid

    def leaves(self) -> Iterator[Content | Thing]:
        """Give all that is no element, in the order of the tags."""
        waiting: list[Element | Content | Thing] = [self]
        while waiting:
            kid = waiting.pop()
            if isinstance(kid, Element):
                waiting.extend(reversed(kid.kids))
            else:
                yield kid


@dataclass(frozen=True, slots=True)
class RoleMap:
    """What types that the standard does not know stand for."""

    names: Mapping[str, str]

    def standard(self, kind: str) -> str:
        """Give the standard type; the type itself where the map leads nowhere."""
        met = kind
        for _ in range(_DEEPEST_ROLE):
            if met in standard_tags.STANDARD:
                return met
            if met not in self.names:
                return kind
            met = self.names[met]
        return kind


@dataclass(frozen=True, slots=True)
class Tree:
    """A tag tree. ``holders`` says which element has a content; ``parents`` is the ParentTree as written."""

    root: Element
    roles: RoleMap
    elements: tuple[Element, ...] = field(repr=False)
    holders: Mapping[Content, Element] = field(repr=False)
    thing_holders: Mapping[str, Element] = field(repr=False)
    parents: Mapping[int, Object] = field(repr=False)
    doubled: tuple[Content, ...] = ()
    too_deep: bool = False

    def of_kind(self, *kinds: str) -> list[Element]:
        """Give all elements of some kinds, in the order of the tags."""
        return [each for each in self.elements if each.kind in kinds]


def read_tree(pdf: Pdf, pages: Mapping[str, int]) -> Tree | None:
    """Read the tag tree; None where there is none. ``pages`` gives the number of a page by its object."""
    written = objects.entry(pdf.Root, "/StructTreeRoot")
    if not isinstance(written, Dictionary):
        return None
    map_ = objects.entry(written, "/RoleMap")
    names = {key: objects.name(value) for key, value in objects.pairs(map_)}
    reader = _Reader(RoleMap(names), pages, objects.entry(written, "/ClassMap"))
    root = reader.read(written)
    return Tree(
        root,
        reader.roles,
        tuple(each for each in root.walk() if each is not root),
        reader.holders,
        reader.thing_holders,
        objects.number_tree(objects.entry(written, "/ParentTree")),
        tuple(reader.doubled),
        reader.too_deep,
    )


class _Reader:
    """Reads elements without recursion: a foreign tree may be as deep as it likes, or bite its tail."""

    def __init__(self, roles: RoleMap, pages: Mapping[str, int], classes: Object | None) -> None:
        self.roles = roles
        self.pages = pages
        self.classes = classes
        self.holders: dict[Content, Element] = {}
        self.thing_holders: dict[str, Element] = {}
        self.doubled: list[Content] = []
        self._met: set[str] = set()
        self.too_deep = False

    def read(self, written: Object) -> Element:
        root = Element("", "", None, key_of(written), {}, {}, 0)
        waiting: list[tuple[Element, Object, int]] = [(root, written, 0)]
        count = 0
        while waiting and count < MOST_ELEMENTS:
            parent, of, level = waiting.pop()
            count += 1
            if level > MOST_LEVELS:
                self.too_deep = True
                continue
            below = []
            for kid in objects.members(objects.entry(of, "/K")):
                element = self._kid(kid, parent, of)
                if element is not None:
                    below.append((element, kid, level + 1))
            waiting.extend(reversed(below))
        return root

    def _kid(self, kid: Object, parent: Element, of: Object) -> Element | None:
        """Take in a kid; an element that must be read further is given back."""
        mcid = objects.whole(kid)
        if mcid is not None:
            self._content(Content(_owner(self.pages, objects.entry(of, "/Pg")), mcid), parent)
            return None
        if not isinstance(kid, Dictionary):
            return None
        kind = objects.name(kid.get("/Type"))
        if kind == "MCR":
            self._content(self._reference(kid, of), parent)
            return None
        if kind == "OBJR":
            thing = kid.get("/Obj")
            if isinstance(thing, (Dictionary, Stream)):
                found = Thing(key_of(thing), thing)
                parent.kids.append(found)
                self.thing_holders[found.key] = parent
            return None
        key = key_of(kid)
        if key in self._met and kid.is_indirect:
            return None
        self._met.add(key)
        element = self._element(kid, key, parent)
        parent.kids.append(element)
        return element

    def _reference(self, written: Object, of: Object) -> Content:
        stream = written.get("/Stm")
        page = written.get("/Pg")
        owner = key_of(stream) if stream is not None else _owner(self.pages, page if page is not None else of.get("/Pg"))
        return Content(owner, objects.whole(written.get("/MCID")) or 0)

    def _content(self, content: Content, parent: Element) -> None:
        parent.kids.append(content)
        if content in self.holders:
            self.doubled.append(content)
        else:
            self.holders[content] = parent

    def _element(self, written: Object, key: str, parent: Element) -> Element:
        kind = objects.name(written.get("/S"))
        space = written.get("/NS")
        entries = {}
        for name in _ENTRIES:
            value = objects.text(written.get(f"/{name}"))
            if value is not None:
                entries[name] = value
        page = written.get("/Pg")
        number = self.pages.get(key_of(page), 0) if isinstance(page, Dictionary) else 0
        return Element(
            self.roles.standard(kind) if space is None else standard_in(kind, space),
            kind,
            parent,
            key,
            entries,
            self._attributes(written),
            number or parent.page,
            space=objects.text(objects.entry(space, "/NS")) or "",
            refs=tuple(key_of(each) for each in objects.members(written.get("/Ref"))),
            above=key_of(above) if isinstance(above := written.get("/P"), Dictionary) and above.is_indirect else "",
        )

    def _attributes(self, written: Object) -> dict[str, object]:
        """Join all attribute objects, those of classes first (ISO 32000-1, 14.7.5)."""
        found: dict[str, object] = {}
        wanted = written.get("/C")
        if wanted is None and "/A" not in written:
            return found
        names = [objects.name(each) for each in objects.members(wanted)]
        classes = [objects.entry(self.classes, f"/{name}") for name in names if name]
        own = objects.members(written.get("/A"))
        for source in [*(member for each in classes for member in objects.members(each)), *own]:
            found.update({key: _plain(value) for key, value in objects.pairs(source) if key != "O"})
        return found


def standard_in(kind: str, space: Object | None) -> str:
    """Give the type of ISO 32000-1 for one in a namespace; the type itself where the namespace leads nowhere."""
    met = kind
    for _ in range(_DEEPEST_ROLE):
        address = objects.text(objects.entry(space, "/NS"))
        if address == standard_tags.MATHML:
            return "Span"
        if address in {standard_tags.PDF_1, standard_tags.PDF_2} or space is None:
            return standard_tags.OLDER.get(met, met) if address == standard_tags.PDF_2 else met
        mapped = objects.entry(space, "/RoleMapNS", f"/{met}")
        parts = objects.members(mapped)
        if not parts:
            return kind
        met, space = objects.name(parts[0]), parts[1] if len(parts) > 1 else None
        if space is None:
            return standard_tags.OLDER.get(met, met)
    return kind


def _plain(value: object) -> object:
    if isinstance(value, Array):
        return tuple(_plain(each) for each in value if not isinstance(each, (Array, Dictionary)))
    return objects.name(value) or objects.text(value) or value


def page_owner(number: int) -> str:
    """Give the name under which the marked content of a page is counted."""
    return f"page {number}"


def _owner(pages: Mapping[str, int], page: object) -> str:
    return page_owner(pages.get(key_of(page), 0) if isinstance(page, Dictionary) else 0)
