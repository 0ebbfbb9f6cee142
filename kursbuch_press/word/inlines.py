"""The inlines of a manuscript as runs.

One case for each kind, links and page numbers as fields with their results.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, assert_never

from kursbuch_press.compose import inlines
from kursbuch_press.compose.inlines import plain
from kursbuch_press.word import wording
from kursbuch_press.word.places import REFERENCE
from kursbuch_press.word.runs import PLAIN, Face, field, hyperlink, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kursbuch_press.compose.inlines import Content, Inline
    from kursbuch_press.word.ooxml import Xml
    from kursbuch_press.word.writing import Links, Writing

_STYLES = {"reference": "Verweis", "term": "Glossarbegriff", "citation": "Verweis", "entry": ""}
_SPACES = str.maketrans("\u00a0\u202f", "  ")
_KEEP_LOOK = "\\* MERGEFORMAT"
"""The switch by which Word keeps the look of a result that it computes anew."""


class Inlines:
    """Writes inlines into one part: the text or the footnotes, which have relationships of their own."""

    def __init__(self, writing: Writing, links: Links) -> None:
        self._writing = writing
        self._links = links

    def runs(self, content: Content, face: Face = PLAIN) -> list[Xml]:
        """Give the runs of inlines."""
        found: list[Xml] = []
        for inline in content:
            found.extend(self._inline(inline, face))
        return found

    def _inline(self, inline: Inline, face: Face) -> list[Xml]:  # noqa: PLR0911, C901 - one line for each kind
        match inline:
            case inlines.Words():
                return words(inline.text, face)
            case inlines.Strong():
                return self.runs(inline.content, replace(face, strong=True))
            case inlines.Emphasis():
                return self.runs(inline.content, replace(face, emphasis=True))
            case inlines.Foreign():
                return self.runs(inline.content, replace(face, language=inline.language))
            case inlines.WebLink():
                content = self.runs(inline.content, replace(face, style="Hyperlink"))
                return [hyperlink(content, rid=self._links.web(inline.href))]
            case inlines.Jump():
                return self._jump(inline, face)
            case inlines.PageNumber():
                return self.page(inline.target, face)
            case inlines.Short():
                return self.runs(inline.content, face)
            case inlines.Spot():
                names = self._writing.places.place((inline.address,), REFERENCE)
                return self._writing.bookmarks.around(names, self.runs(inline.content, face))
            case inlines.Footnote():
                return self._writing.notes.call(inline)
            case _:
                assert_never(inline)

    def page(self, target: str, face: Face = PLAIN, *, bookmark: str = "") -> list[Xml]:
        """Give the page of a target as a field; nothing where the target is in another file."""
        bookmark = bookmark or self._writing.places.name(target)
        if not bookmark:
            return []
        return field(f"PAGEREF {bookmark} \\h", words(self._writing.page_of(bookmark), face), face)

    def _jump(self, jump: inlines.Jump, face: Face) -> list[Xml]:
        bookmark = self._writing.places.name(jump.target)
        found = self._label(jump, bookmark, face) if jump.label else []
        if not found:
            found = self._link(jump, bookmark, face)
        if jump.page and bookmark:
            found = [
                *found,
                *words(wording.ON_PAGE if found else wording.PAGE, face),
                *self.page(jump.target, face),
            ]
        return found

    def _link(self, jump: inlines.Jump, bookmark: str, face: Face) -> list[Xml]:
        if not bookmark or not jump.content:
            return self.runs(jump.content, face)
        return [hyperlink(self.runs(jump.content, replace(face, style=_STYLES[jump.role])), anchor=bookmark)]

    def _label(self, jump: inlines.Jump, bookmark: str, face: Face) -> list[Xml]:
        r"""Give a label that Word keeps up to date; none where it is no label that a field can say.

        ``REF`` gives the words of a bookmark ("Tabelle 3", a title), ``REF \r`` the number of its paragraph
        ("2.4"). Spaces may be of different kinds in the label and in what it names.
        """
        label, target = plain(jump.content), self._writing.places.landmark(jump.target)
        if not bookmark or not label:
            return []
        for shown, switch in self._fields(target, label):
            at = _only_place(shown, label)
            if at is not None:
                end = at + len(shown)
                link = replace(face, style=_STYLES[jump.role])
                number = field(f"REF {bookmark}{switch} \\h {_KEEP_LOOK}", words(label[at:end], link), link)
                return [*words(label[:at], link), *number, *words(label[end:], link)]
        return []

    def _fields(self, target: str, label: str) -> Iterator[tuple[str, str]]:
        """Yield what fields can say of a target, with the switch that each needs; only a last number is one."""
        places = self._writing.places
        yield places.labels.get(target, ""), ""
        number = places.numbers.get(target, "")
        if label.endswith(number) and number[-1:].isdecimal():
            yield number, " \\r"
        yield places.titles.get(target, ""), ""


def _only_place(part: str, label: str) -> int | None:
    """Give where a part stands in a label; None where it is not there, or where it is there twice."""
    part, label = part.translate(_SPACES), label.translate(_SPACES)
    return label.find(part) if part and label.count(part) == 1 else None
