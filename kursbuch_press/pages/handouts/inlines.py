"""Inlines on a handout: what it holds is linked, what only the book holds is named with its page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import assert_never

from markupsafe import Markup, escape

from kursbuch_press.book.addresses import anchor
from kursbuch_press.compose import inlines
from kursbuch_press.compose.inlines import Content
from kursbuch_press.pages.handouts import wording


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote of the book that a text of the handout calls; ``number`` counts on the handout."""

    number: int
    anchor: str
    content: Content


@dataclass(slots=True)
class Gathered:
    """What the texts written so far ask for at the end of the handout."""

    notes: dict[str, Note] = field(default_factory=dict)
    cited: dict[str, None] = field(default_factory=dict)
    short: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HandoutWriter:
    """Writes inlines of one handout.

    ``book`` is the short title that references name, ``folios`` gives the folio in the book for an
    address, ``inside`` are the addresses that the handout holds, ``notes`` the chapter's footnotes.
    """

    book: str
    folios: Mapping[str, str]
    inside: frozenset[str] = frozenset()
    notes: Mapping[str, Content] = field(default_factory=dict)
    gathered: Gathered = field(default_factory=Gathered)

    def html(self, content: Content) -> Markup:
        """Write inlines in reading order."""
        return Markup("").join(self._inline(inline) for inline in content)

    def _inline(self, inline: inlines.Inline) -> Markup:  # noqa: PLR0911, C901 - one line for each kind
        match inline:
            case inlines.Words():
                # Atkinson Hyperlegible has no narrow no-break space; a wide one is better than another face.
                return escape(inline.text.replace("\u202f", "\u00a0"))
            case inlines.Strong():
                return Markup("<strong>{}</strong>").format(self.html(inline.content))
            case inlines.Emphasis():
                return Markup("<em>{}</em>").format(self.html(inline.content))
            case inlines.Foreign():
                return Markup('<i lang="{}">{}</i>').format(inline.language, self.html(inline.content))
            case inlines.WebLink():
                return Markup('<a class="web" href="{}">{}</a>').format(inline.href, self.html(inline.content))
            case inlines.Jump():
                return self._jump(inline)
            case inlines.PageNumber():
                return escape(self.folios[inline.target])
            case inlines.Short():
                words = self.html(inline.content)
                self.gathered.short[str(words)] = inline.expansion
                return Markup('<abbr title="{}">{}</abbr>').format(inline.expansion, words)
            case inlines.Spot():
                return self.html(inline.content)
            case inlines.Footnote():
                return self._note(inline)
            case _:
                assert_never(inline)

    def _jump(self, jump: inlines.Jump) -> Markup:
        words = self.html(jump.content)
        if jump.role == "term":
            return words
        if jump.role == "citation":
            self.gathered.cited[jump.target] = None
            return _link("citation", anchor(jump.target), words)
        if jump.target in self.inside and words:
            return _link("reference", anchor(jump.target), words)
        if not jump.page:
            return words
        place = wording.IN_BOOK.format(book=self.book, folio=self.folios[jump.target])
        return words + escape(f" ({place})") if words else escape(place)

    def _note(self, call: inlines.Footnote) -> Markup:
        """Write the call of a note, which becomes an end note: footnotes are not tagged as notes."""
        known = self.gathered.notes.get(call.address)
        if known is not None:
            return Markup('<sup><a class="note" href="#{}">{}</a></sup>').format(known.anchor, known.number)
        content = call.content or self.notes.get(call.address, ())
        note = Note(len(self.gathered.notes) + 1, anchor(call.address), content)
        self.gathered.notes[call.address] = note
        shape = Markup('<sup><a class="note" id="{0}.call" href="#{0}">{1}</a></sup>')
        return shape.format(note.anchor, note.number)


def _link(role: str, target: str, words: Markup) -> Markup:
    return Markup('<a class="{}" href="#{}">{}</a>').format(role, target, words)
