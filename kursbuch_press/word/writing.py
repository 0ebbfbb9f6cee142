"""What one file gathers while it is written.

Its paragraphs, notes, lists, bookmarks, sections and page fields.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import count

from kursbuch_press.compose.inlines import Content
from kursbuch_press.compose.manuscript import Manuscript
from kursbuch_press.drafts.anchors import paragraph_id
from kursbuch_press.word.anchors import thing
from kursbuch_press.word.bookmarks import Bookmarks, filled_in
from kursbuch_press.word.draft import Draft
from kursbuch_press.word.inlines import Inlines
from kursbuch_press.word.links import Links
from kursbuch_press.word.notes import Notes
from kursbuch_press.word.numbering import Numbering
from kursbuch_press.word.ooxml import Xml, w, x
from kursbuch_press.word.places import CONTENTS, REFERENCE, Places
from kursbuch_press.word.recording import Record
from kursbuch_press.word.remarks import Remarks
from kursbuch_press.word.wording import OF_THE_COPY

_ITEM = re.compile(r'<w:pStyle w:val="List(?:Bullet|Number)\d?"/>')


@dataclass(frozen=True, slots=True)
class Form:
    """What a paragraph is: its style, its place in a list, and whether it must stay with the next one.

    ``numbering`` is a pair of ``w:numId`` and level.
    """

    style: str
    keep_next: bool = False
    numbering: tuple[int, int] | None = None


class Writing:
    """One file on its way; the functions for the nodes add to it in reading order."""

    def __init__(self, manuscript: Manuscript, draft: Draft, places: Places, links: tuple[Links, Links]) -> None:
        self.manuscript = manuscript
        self._homes = {at: home for chapter in manuscript.chapters for at, home in chapter.homes.items()}
        self.said = manuscript.words
        self.draft = draft
        self.looks = draft.looks
        self.places = places
        self.links, self.note_links = links
        self.bookmarks = Bookmarks()
        self.numbering = Numbering(draft.looks)
        self.body: list[Xml] = []
        self.drawing_ids = count(1)
        self.record = Record()
        self.notes = Notes(places, self.bookmarks, self.note_links, self.record)
        self.inlines = Inlines(places, self.bookmarks, self.links, self.notes.call)
        self.remarks = Remarks(draft.questions, manuscript.edition.date)
        self.counted: dict[str, int] = {}
        self.landscape = False
        self._awaited: tuple[str, ...] = ()
        self.heading_level = 1

    @property
    def width(self) -> float:
        """The width of the lines of the present section in mm."""
        return self.looks.sheet.text_width(landscape=self.landscape)

    @property
    def after_caption(self) -> bool:
        """Whether the last paragraph is a caption."""
        return bool(self.body) and '<w:pStyle w:val="Caption"/>' in self.body[-1][:120]

    @property
    def after_table(self) -> bool:
        """Whether the next paragraph follows a table directly."""
        return bool(self.body) and self.body[-1].startswith("<w:tbl>")

    @property
    def after_list(self) -> bool:
        """Whether the last paragraph is an item of a list."""
        return bool(self.body) and _ITEM.search(self.body[-1][:120]) is not None

    def finished(self, content: str, pages: Mapping[str, str]) -> bytes:
        """Put in pages, and take away the marks around words of this copy."""
        return filled_in(content, pages).replace(OF_THE_COPY, "").encode()

    def await_paragraph(self, address: str) -> None:
        """Let jumps to a part without a text of its own land at its first paragraph."""
        self._awaited = (address,)

    def add(self, *elements: Xml) -> None:
        """Add blocks to the file."""
        self.body.extend(elements)

    def write(self, form: Form, address: str, content: Content, *marks: str) -> None:
        """Add the paragraph of one text."""
        self.add(self.paragraph(form, address, self.inlines.runs(content), *marks))

    def generated(self, form: Form, address: str, content: list[Xml]) -> None:
        """Add a paragraph that the press wrote; it has a bookmark too, so that an edit in it is noticed."""
        self.add(self.paragraph(form, address, content))

    def ending(self, address: str, content: list[Xml]) -> Xml:
        """Give the paragraph that closes a part."""
        return self.paragraph(Form("Erzeugt"), address, content)

    def paragraph(self, form: Form, address: str, content: list[Xml], *marks: str) -> Xml:
        """Give a paragraph with its hidden bookmark and those that jumps to it or its ``marks`` need."""
        return self.labelled(form, address, [], content, marks)

    def labelled(  # noqa: PLR0913, PLR0917 - the parts of a paragraph
        self, form: Form, address: str, label: list[Xml], content: list[Xml], marks: tuple[str, ...] = ()
    ) -> Xml:
        """Give a paragraph with generated words before its text; the hidden bookmark holds the text alone."""
        address = self._homes.get(address, address)
        targets = (address, thing(address), *marks, *self._awaited)
        self._awaited = ()
        self.record.text(address, form.style, label, content)
        inner = [*label, *self.remarks.around(address, self.bookmarks.text(address, content))]
        inner = self.bookmarks.around(self.places.place(targets, REFERENCE), inner)
        inner = self.bookmarks.around(self.places.place(targets, CONTENTS), inner)
        return x("w:p", {"w14:paraId": paragraph_id(address)}, _properties(form), *inner)


@lru_cache(maxsize=1024)
def _properties(form: Form) -> Xml:
    """Give ``w:pPr``; order: CT_PPr."""
    numbering = None
    if form.numbering is not None:
        number, level = form.numbering
        numbering = w("numPr", w("ilvl", val=str(level)), w("numId", val=str(number)))
    return w("pPr", w("pStyle", val=form.style), w("keepNext") if form.keep_next else None, numbering)
