"""Running heads and feet: left pages name the chapter, right pages the section.

The draft and the page stand below.
"""

from __future__ import annotations

from dataclasses import dataclass

from kursbuch_press.word import wording
from kursbuch_press.word.draft import Draft
from kursbuch_press.word.ooxml import STORY, Xml, part, w, x
from kursbuch_press.word.runs import field, words

BETWEEN = "\u2002·\u2002"


@dataclass(frozen=True, slots=True)
class RunningHeads:
    """The relationships of the heads and feet of a section; an empty one is none."""

    left_head: str
    right_head: str
    left_foot: str
    right_foot: str
    first_foot: str

    def references(self) -> list[Xml]:
        """Give the references of a section; ``default`` is the right page where left and right differ.

        The first page of a chapter has no running head, as an opening in the book; its foot stands in the middle,
        since Word has one for left and right first pages.
        """
        wanted = (
            ("headerReference", "even", self.left_head),
            ("headerReference", "default", self.right_head),
            ("footerReference", "even", self.left_foot),
            ("footerReference", "default", self.right_foot),
            ("footerReference", "first", self.first_foot),
        )
        return [x(f"w:{tag}", {"w:type": kind, "r:id": rid}) for tag, kind, rid in wanted if rid]


def left_head(title: str) -> bytes:
    """Give the head of left pages: the chapter."""
    return _part("w:hdr", "Header", words(title))


def right_head(title: str, *, sections: bool) -> bytes:
    """Give the head of right pages: the section by a field that Word fills for each page, or the chapter.

    ``STYLEREF 2`` means "heading 2" in every language of Word; a style's name would be a German one in a
    German Word.
    """
    content = field("STYLEREF 2", words(title)) if sections else words(title)
    return _part("w:hdr", "Kopfzeilerechts", content)


def left_foot(draft: Draft) -> bytes:
    """Give the foot of left pages: page, draft, state."""
    return _part("w:ftr", "Footer", [*_page(), *words(BETWEEN + _name(draft))])


def right_foot(draft: Draft) -> bytes:
    """Give the foot of right pages: draft, state, page."""
    return _part("w:ftr", "Fusszeilerechts", [*words(_name(draft) + BETWEEN), *_page()])


def first_foot(draft: Draft) -> bytes:
    """Give the foot of first pages: draft, state, page."""
    return _part("w:ftr", "FusszeileMitte", [*words(_name(draft) + BETWEEN), *_page()])


def _name(draft: Draft) -> str:
    return BETWEEN.join(part for part in (draft.name, draft.state, wording.identification()) if part)


def _page() -> list[Xml]:
    return field("PAGE", words("1"))


def _part(tag: str, style: str, content: list[Xml]) -> bytes:
    return part(tag, STORY, w("p", w("pPr", w("pStyle", val=style)), *content))
