"""From elements of HTML to tags: each becomes one tag, over however many pages its boxes are spread."""

from __future__ import annotations

from unicodedata import bidirectional
from xml.etree.ElementTree import Element

from kursbuch_press.pages.tagging import roles
from kursbuch_press.pages.tagging.lines import INLINE
from kursbuch_press.pages.tagging.spoken import Spoken
from kursbuch_press.pages.tagging.tags import GROUPS, PHRASES, Piece, Tag

# Letters of Hebrew and of Arabic scripts (UAX #9).
_LEFTWARDS = frozenset({"R", "AL"})


class Tree:
    """The tags of a document, made when the first box of an element is met: in the order of the pages."""

    def __init__(self, language: str) -> None:
        """Begin with an empty document."""
        self.document = Tag("Document", None)
        self.language = language
        self.notes: dict[Element, Tag] = {}
        self.note_names: set[str] = set()
        self.end_notes: set[str] = set()
        self._parents: dict[Element, Element] = {}
        self._order: dict[Element, int] = {}
        self._tags: dict[Element, Tag] = {}
        self._items: dict[Element, Tag] = {}
        self._paragraphs: dict[Element, Tag] = {}
        self._markers: dict[Element, Tag] = {}
        self._level = 0
        self._spoken: list[Spoken] = []

    def enter(self, root: Element) -> None:
        """Get to know a chapter; it becomes a section of the document."""
        for parent in root.iter():
            self._order[parent] = len(self._order)
            self._parents.update(dict.fromkeys(parent, parent))
            if roles.kind_of(parent) == "Note":
                self.end_notes.add(parent.get("id", ""))
        section = self.document.add("Sect")
        if (language := roles.language_of(root)) not in {"", self.language}:
            section.entries["Lang"] = language
        section.order = self._order[root]
        self._tags[root] = section

    def settle(self) -> None:
        """Finish the tags once all pages are drawn: notes in their places, nothing empty, and what is only spoken."""
        self.document.settle()
        _say_to_the_left(self.document)
        for tag in self.document.walk():
            said = tag.entries.get("ActualText", "")
            # Words in place of others may end a line, too: the space is not to be lost with what they replace.
            if said and not said.endswith(" ") and any(piece.space for piece in [*tag.pieces()][-1:]):
                tag.entries["ActualText"] = said + " "
        for spoken in self._spoken:
            spoken.say()

    def parent(self, element: Element) -> Element | None:
        """Give the parent of an element in HTML."""
        return self._parents.get(element)

    def tag_around(self, element: Element) -> Tag:
        """Give the tag of an element or of the nearest around it; none is made."""
        around: Element | None = element
        while around is not None:
            if around in self._tags:
                return self._tags[around]
            around = self._parents.get(around)
        return self.document

    def tag(self, element: Element) -> Tag:
        """Give the tag of an element; where the element has none, that of the element around it."""
        if element not in self._tags:
            self._tags[element] = tag = self._made(element)
            if tag.order < 0:
                tag.order = self._order[element]
        return self._tags[element]

    def text_tag(self, element: Element) -> Tag:
        """Give the tag that text of an element goes into; a paragraph is put where there is none."""
        tag = self.tag(element)
        if tag.kind not in GROUPS:
            return tag
        block = self.block(element)
        if block not in self._paragraphs:
            self._paragraphs[block] = paragraph = tag.add("P")
            paragraph.order = self._order[block]
        return self._paragraphs[block]

    def block(self, element: Element) -> Element:
        """Give the nearest element around a text that is a block, or a footnote."""
        while element.tag in INLINE and element not in self.notes:
            parent = self._parents.get(element)
            if parent is None:
                break
            element = parent
        return element

    def marker(self, element: Element) -> Tag | None:
        """Give the tag for the sign in front of a list item; in a contents it is mere decoration."""
        self.tag(element)
        if element not in self._markers and (item := self._items.get(element)) is not None:
            if item.kind != "LI":
                return None
            self._markers[element] = label = Tag("Lbl", item)
            item.kids.insert(0, label)
        return self._markers.get(element)

    def call(self, element: Element) -> Tag:
        """Give the tag for the call of a footnote, and make the place for the note."""
        parent = self._parents[element]
        host = self.text_tag(parent)
        if element not in self.notes:
            name = element.get("id", "note")
            note = host.note(f"{name}-{len(self.notes) + 1}" if name in self.note_names | {"note"} else name)
            self.note_names.add(note.name)
            self.notes[element] = self._tags[element] = note
        return host.add("Reference").add("Link")

    def picture(self, element: Element) -> Tag:
        """Give the tag for a picture."""
        return self.tag(element)

    def _made(self, element: Element) -> Tag:
        parent = self._parents[element]
        if element.tag in {"li", "dt", "dd"}:
            return self._list_part(element, parent)
        if element.tag == "figure":
            return self._figure(element, parent)
        if roles.is_picture(element):
            return self._foreign(self.tag(parent).add("Figure", Alt=roles.words_of_picture(element)), element, parent)
        tag = self._plain(element, parent)
        before, after = roles.spoken_around(element)
        if before or after:
            self._spoken.append(Spoken(tag, before, after))
        return self._foreign(tag, element, parent)

    def _foreign(self, tag: Tag, element: Element, parent: Element) -> Tag:
        """Let a tag of its own say its language, where that is another than around it."""
        language = roles.language_of(element)
        if language and tag is not self._tags.get(parent) and language != self._language_around(parent):
            tag.entries["Lang"] = language
        return tag

    def _plain(self, element: Element, parent: Element) -> Tag:
        kind = roles.kind_of(element)
        entries = roles.phrase_entries(element)
        language = roles.language_of(element)
        speaks = bool(entries) or any(roles.spoken_around(element))
        speaks = speaks or bool(language and language != self._language_around(parent))
        if not kind and speaks:
            kind = "Span" if element.tag in INLINE else "Div"
        if not kind:
            return self.tag(parent)
        if kind in PHRASES:
            host = self.text_tag(parent)
            target = element.get("href", "").removeprefix("#")
            if target in self.note_names or target in self.end_notes:
                host = host.add("Reference")
            return host.add(kind, **entries)
        host = self._host(parent)
        if kind == "Caption" and parent.tag not in {"figure", "table"}:
            kind = "P"
        tag = host.add(self._levelled(kind), **entries)
        if kind in {"TH", "TD"}:
            tag.attributes = roles.cell_attributes(element)
        elif kind == "Note":
            tag.name = element.get("id", "")
        elif element.tag == "ol":
            tag.attributes = {"ListNumbering": "/Decimal"}
        elif summary := roles.summary_of(element):
            tag.attributes = {"Summary": summary}
        return tag

    def _host(self, parent: Element) -> Tag:
        """Give the tag that a block goes into: an entry of a contents holds a list beside its text."""
        item = self._items.get(parent)
        return item if item is not None and item.kind == "TOCI" else self.tag(parent)

    def _levelled(self, kind: str) -> str:
        """Keep headings from jumping (ISO 14289-1, 7.4.2): a level is at most one below the last."""
        if kind == "Heading":
            # The title of a box, which heads nothing behind the box.
            return f"H{min(self._level + 1, 6)}"
        if kind[0] != "H" or not kind[1:].isdigit():
            return kind
        self._level = min(int(kind[1:]), self._level + 1)
        return f"H{self._level}"

    def _list_part(self, element: Element, parent: Element) -> Tag:
        whole = self._host(parent)
        if element.tag == "li" and whole.kind == "TOC":
            self._items[element] = item = whole.add("TOCI")
            return item.add("Reference")
        if whole.kind != "L":
            return whole
        if element.tag == "dd" and (term := self._term_before(element, parent)) is not None:
            self._items[element] = item = self._items[term]
        else:
            self._items[element] = item = whole.add("LI")
        return item.add("Lbl" if element.tag == "dt" else "LBody")

    def _term_before(self, element: Element, parent: Element) -> Element | None:
        term = None
        for child in parent:
            if child is element:
                break
            if child.tag == "dt" and child in self._items:
                term = child
        return term

    def _figure(self, element: Element, parent: Element) -> Tag:
        """Give a group for a figure with its caption: pdf.js passes over what stands inside a Figure with words."""
        pictures = roles.pictures_in(element)
        if not pictures:
            return self._host(parent)
        return self._host(parent).add("Div")

    def _language_around(self, element: Element | None) -> str:
        while element is not None:
            if language := roles.language_of(element):
                return language
            element = self._parents.get(element)
        return self.language


def _say_to_the_left(tag: Tag) -> None:
    """Say what runs from right to left in the order in which it is read: a page holds its letters from left to right.

    The words stand in place of the letters (ISO 32000-1, 14.9.4); a reader that follows the page would spell them backwards.
    """
    if "ActualText" in tag.entries:
        return
    for at, kid in enumerate(tag.kids):
        if isinstance(kid, Tag):
            _say_to_the_left(kid)
        elif isinstance(kid, Piece) and any(bidirectional(sign) in _LEFTWARDS for sign in kid.text):
            tag.kids[at] = Tag("Span", tag, kids=[kid], entries={"ActualText": kid.words})
