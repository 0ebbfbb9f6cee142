"""What the layout did at the ends of lines: spaces that it dropped, hyphens that it added.

Both are found by counting: a block in HTML has the letters of its laid-out pieces, in the same order.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from xml.etree.ElementTree import Element

from kursbuch_press.pages.tagging.tags import Piece

INLINE = frozenset(
    {
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "br",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "i",
        "img",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "var",
        "wbr",
    }
)
# White space that CSS collapses (CSS Text 3, 4); all other spaces are signs like letters.
_COLLAPSED = re.compile(r"[ \t\n\r\f]+")
# Marks for places where a line may break; they are not seen.
UNSEEN = re.compile("[\u00ad\u200b\u2060]")
HYPHENS = "\u2010-"


class Source:
    """The letters of one block, and after how many of them there is white space."""

    def __init__(self, block: Element, apart: Callable[[Element], bool]) -> None:
        """Read the block; ``apart`` is true for elements whose text stands elsewhere, such as footnotes."""
        words = _COLLAPSED.split(UNSEEN.sub("", "".join(_texts(block, apart))))
        self._letters = "".join(words)
        self._ends = set()
        at = 0
        for word in words[:-1]:
            at += len(word)
            self._ends.add(at)
        self._at = 0

    def take(self, text: str) -> tuple[bool, bool]:
        """Read on by one piece: does white space follow, is its last sign a hyphen of the layout."""
        seen = _COLLAPSED.sub("", UNSEEN.sub("", text))
        bare = seen[:-1] if seen.endswith(tuple(HYPHENS)) else seen
        added = bare != seen and not self._matches(seen) and self._matches(bare)
        read = bare if added else seen
        if not self._matches(read) and not read.isdigit():
            found = self._letters.find(read, self._at)
            self._at = found if found >= 0 else self._at
        self._at += len(read)
        return self._at in self._ends, added

    def _matches(self, letters: str) -> bool:
        found = self._letters[self._at : self._at + len(letters)]
        return found == letters or found.casefold() == letters.casefold()


def _texts(block: Element, apart: Callable[[Element], bool]) -> Iterable[str]:
    yield block.text or ""
    for child in block:
        if child.tag == "br" or child.tag not in INLINE:
            yield " "
        elif not apart(child):
            yield from _texts(child, apart)
        yield child.tail or ""


def mend(pieces: list[Piece], source: Source) -> None:
    """Find the line ends of one block: set ``space`` and ``hyphen`` of its pieces."""
    spaced = []
    for piece in pieces:
        if piece.generated:
            spaced.append(False)
            continue
        space, piece.hyphen = source.take(piece.text)
        spaced.append(space)
    for at, piece in enumerate(pieces[:-1]):
        following = pieces[at + 1]
        if following.generated and following.text and not piece.generated:
            # The space stands behind the call of a footnote, not before it.
            spaced[at + 1] = spaced[at]
        elif not piece.text[-1:].isspace():
            piece.space = _is_space(following) or (spaced[at] and not _opens(following))


def _is_space(piece: Piece) -> bool:
    """Say whether a piece is white space alone, of whatever kind: WeasyPrint draws none."""
    return piece.text != "" and not piece.text.strip()


def _opens(piece: Piece) -> bool:
    """Say whether a piece brings the space before it."""
    return piece.text[:1].isspace()
