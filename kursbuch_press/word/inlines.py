"""The inlines of a manuscript as runs.

One case for each kind, links and page numbers as fields with their results.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import assert_never

from kursbuch_press.compose import inlines
from kursbuch_press.compose.inlines import Content, Inline, plain
from kursbuch_press.word import wording
from kursbuch_press.word.bookmarks import Bookmarks, page_of
from kursbuch_press.word.links import Links
from kursbuch_press.word.ooxml import Xml
from kursbuch_press.word.places import REFERENCE, Places
from kursbuch_press.word.runs import PLAIN, Face, field, hyperlink, words

_STYLES = {"reference": "Verweis", "term": "Glossarbegriff", "citation": "Verweis", "entry": ""}
_SPACES = str.maketrans("\u00a0\u202f", "  ")
_KEEP_LOOK = "\\* MERGEFORMAT"
"""The switch by which Word keeps the look of a result that it computes anew."""

Call = Callable[[inlines.Footnote], list[Xml]]
"""Writes the call of a note."""


class Inlines:
    """Writes inlines into one part: the text or the footnotes, which have relationships of their own."""

    def __init__(
        self, places: Places, bookmarks: Bookmarks, links: Links, call: Callable[[inlines.Footnote], list[Xml]]
    ) -> None:
        self._places = places
        self._bookmarks = bookmarks
        self._links = links
        self._call = call

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
            case inlines.Short() | inlines.Aloud():
                return self.runs(inline.content, face)
            case inlines.Spot():
                names = self._places.place((inline.address,), REFERENCE)
                return self._bookmarks.around(names, self.runs(inline.content, face))
            case inlines.Footnote():
                return self._call(inline)
            case _:
                assert_never(inline)

    def page(self, target: str, face: Face = PLAIN, *, bookmark: str = "") -> list[Xml]:
        """Give the page of a target as a field; nothing where the target is in another file."""
        bookmark = bookmark or self._places.name(target)
        if not bookmark:
            return []
        return field(f"PAGEREF {bookmark} \\h", words(page_of(bookmark), face), face)

    def _jump(self, jump: inlines.Jump, face: Face) -> list[Xml]:
        bookmark = self._places.name(jump.target)
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
        label, target = plain(jump.content), self._places.landmark(jump.target)
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
        places = self._places
        yield places.labels.get(target, ""), ""
        number = places.numbers.get(target, "")
        if label.endswith(number) and number[-1:].isdecimal():
            yield number, " \\r"
        yield places.titles.get(target, ""), ""


def _only_place(part: str, label: str) -> int | None:
    """Give where a part stands in a label; None where it is not there, or where it is there twice."""
    part, label = part.translate(_SPACES), label.translate(_SPACES)
    return label.find(part) if part and label.count(part) == 1 else None
