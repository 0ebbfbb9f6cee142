"""Bookmarks, and the pages where they stand, which are known only when the whole file is written."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import count

from kursbuch_press.drafts.anchors import anchor_name
from kursbuch_press.word.ooxml import Xml, w

PAGE_MARK = "\ue000"
"""A character of the private use area, which no text of the book can mean."""
UNKNOWN_PAGE = "–"
_MARKED = re.compile(f"{PAGE_MARK}(\\w+){PAGE_MARK}")


@dataclass(slots=True)
class Bookmarks:
    """Numbers bookmarks and knows which addresses have one."""

    used: dict[str, str] = field(default_factory=dict)
    _ids: Callable[[], int] = field(default_factory=lambda: count(1).__next__)

    def around(self, names: list[str], content: list[Xml]) -> list[Xml]:
        """Put bookmarks around content."""
        if not names:
            return content
        ids = [str(self._ids()) for _ in names]
        starts = [w("bookmarkStart", id=number, name=each) for number, each in zip(ids, names, strict=True)]
        return [*starts, *content, *(w("bookmarkEnd", id=number) for number in reversed(ids))]

    def text(self, address: str, content: list[Xml]) -> list[Xml]:
        """Put the hidden bookmark of a text around it (design rule 7)."""
        bookmark = anchor_name(address)
        if self.used.setdefault(bookmark, address) != address or bookmark in self._written:
            raise ValueError(f"two texts with the address {address!r}")
        self._written.add(bookmark)
        return self.around([bookmark], content)

    _written: set[str] = field(default_factory=set)


def page_of(bookmark: str) -> str:
    """Give a mark for the page of a bookmark."""
    return f"{PAGE_MARK}{bookmark}{PAGE_MARK}"


def filled_in(content: str, pages: Mapping[str, str]) -> str:
    """Put the pages in the place of their marks; ``pages`` are those of the bookmarks."""
    return _MARKED.sub(lambda mark: pages.get(mark[1], UNKNOWN_PAGE), content)
