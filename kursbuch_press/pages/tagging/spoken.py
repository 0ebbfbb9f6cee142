"""Words that are read aloud and not printed: „Quelle:“ before the source of a table, a full stop behind its title.

They stand in place of the first or last stretch of a tag, together with what is printed there (ActualText, ISO 32000-1,
14.9.4), so links inside the tag stay links.
"""

from __future__ import annotations

from dataclasses import dataclass

from kursbuch_press.pages.tagging.tags import Piece, Tag

_WORDS = "ActualText"
# What ends a sentence needs no full stop.
_ENDS = (".", "!", "?", "…", ":")
# Before these stands no space.
_SIGNS = (",", ";", ":", ".")


@dataclass(frozen=True, slots=True)
class Spoken:
    """What is read before and after a tag."""

    tag: Tag
    before: str
    after: str

    def say(self) -> None:
        """Put the words into the tag; one that nothing is seen of says nothing."""
        words = self.tag.words
        if self.before.startswith(_SIGNS) and words:
            self._draw_near()
        if self.before and not words.startswith(self.before.strip(" :")) and (first := _end_of(self.tag, 0)) is not None:
            first.entries[_WORDS] = self.before + first.entries[_WORDS]
        if self.after and not words.endswith(_ENDS) and (last := _end_of(self.tag, -1)) is not None:
            said = last.entries[_WORDS]
            if not said.rstrip().endswith(_ENDS):  # a part inside may have said it already
                last.entries[_WORDS] = _before_space(said, self.after)

    def _draw_near(self) -> None:
        """Take the space off what is read before: the words behind it begin with a comma."""
        parent = self.tag.parent
        kids = parent.kids[: parent.kids.index(self.tag)] if parent is not None else []
        before = next((kid for kid in reversed(kids) if isinstance(kid, Tag)), None)
        if before is not None and (last := _end_of(before, -1)) is not None:
            last.entries[_WORDS] = last.entries[_WORDS].rstrip()


def _before_space(text: str, after: str) -> str:
    """Put words behind a text, before the space that parts it from what follows."""
    bare = text.rstrip()
    return bare + after + text[len(bare) :]


def _end_of(tag: Tag, end: int) -> Tag | None:
    """Give the tag that says the first (0) or last (-1) stretch of a tag in other words; it is made if there is none."""
    if _WORDS in tag.entries:
        return tag
    places = range(len(tag.kids))
    for at in places if end == 0 else reversed(places):
        kid = tag.kids[at]
        if isinstance(kid, Piece):
            tag.kids[at] = said = Tag("Span", tag, kids=[kid], entries={_WORDS: kid.words})
            return said
        if isinstance(kid, Tag) and (found := _end_of(kid, end)) is not None:
            return found
    return None
