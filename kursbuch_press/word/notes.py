"""The footnotes of a file as Word's own: python-docx has no part for them."""

from __future__ import annotations

from kursbuch_press.compose.inlines import Footnote, Spot, walk
from kursbuch_press.drafts.anchors import call_name, paragraph_id
from kursbuch_press.word.bookmarks import Bookmarks
from kursbuch_press.word.inlines import Inlines
from kursbuch_press.word.links import Links
from kursbuch_press.word.ooxml import STORY, Xml, part, w, x
from kursbuch_press.word.places import REFERENCE, Places
from kursbuch_press.word.recording import Record
from kursbuch_press.word.runs import Face, field, run, words

_MARK = Face(style="FootnoteReference")
_RULE = "Fussnotenlinie"


class Notes:
    """Writes calls into the text and the notes into a part of their own.

    Ids count from 1, since -1 and 0 are the separators and Word takes none above 32767. Numbers are Word's
    and count through the file: with a restart in each section LibreOffice 7.4 shows 0 for every note but the
    first.
    """

    def __init__(self, places: Places, bookmarks: Bookmarks, links: Links, record: Record) -> None:
        self._places = places
        self._bookmarks = bookmarks
        self._inlines = Inlines(places, bookmarks, links, self.call)
        self._record = record
        self.texts: list[Xml] = []

    def call(self, note: Footnote) -> list[Xml]:
        """Give the call of a note; a second call of the same note is a field that repeats its number."""
        bookmark = self._places.name(note.address)
        if note.again:
            number = words(str(note.number), _MARK)
            return field(f"NOTEREF {bookmark} \\f \\h", number, _MARK) if bookmark else number
        identifier = str(len(self.texts) + 1)
        names = self._places.place((note.address, *_spots(note)), REFERENCE)
        self.texts.append(w("footnote", self._text(note, identifier), id=identifier))
        names = [*names, call_name(note.address)]
        return self._bookmarks.around(names, [run(w("footnoteReference", id=identifier), _MARK)])

    def _text(self, note: Footnote, identifier: str) -> Xml:
        mark = [run(w("footnoteRef"), _MARK), *words(" ")]
        runs = self._inlines.runs(note.content)
        self._record.note(identifier, note.address, runs)
        content = self._bookmarks.text(note.address, runs)
        return x("w:p", {"w14:paraId": paragraph_id(note.address)}, _style(), *mark, *content)

    def part(self) -> bytes:
        """Give word/footnotes.xml."""
        separators = (
            w("footnote", w("p", _style(_RULE), run(w("separator"))), type="separator", id="-1"),
            w(
                "footnote",
                w("p", _style(_RULE), run(w("continuationSeparator"))),
                type="continuationSeparator",
                id="0",
            ),
        )
        return part("w:footnotes", STORY, *separators, *self.texts)


def _spots(note: Footnote) -> list[str]:
    """Give what the index names in a note.

    Its page is that of the call, since LibreOffice finds no page inside notes.
    """
    return [inline.address for inline in walk(note.content) if isinstance(inline, Spot)]


def _style(name: str = "FootnoteText") -> Xml:
    return w("pPr", w("pStyle", val=name))
