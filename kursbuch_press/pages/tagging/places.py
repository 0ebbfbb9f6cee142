"""What a link leads to, in words: the heading, label or title of every place in the book, and its page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from kursbuch_press.pages.tagging.boxes import Page
from kursbuch_press.pages.tagging.lines import INLINE

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(frozen=True, slots=True)
class Place:
    """A place that can be linked to: the index of its page, and how it is called (may be empty)."""

    page: int
    name: str


def find_places(
    roots: Iterable[Element],
    pages: Sequence[Page],
    apart: Callable[[Element], bool],
) -> dict[str, Place]:
    """Name every anchor of a document; ``apart`` is true for elements that names leave out: footnotes."""
    names: dict[str, str] = {}
    for root in roots:
        _name(root, names, apart)
    found: dict[str, Place] = {}
    for number, page in enumerate(pages):
        for anchor in page.anchors:
            found.setdefault(anchor, Place(number, names.get(anchor, "")))
    return found


def _name(root: Element, names: dict[str, str], apart: Callable[[Element], bool]) -> None:
    last = ""
    for element in root.iter():
        if element.tag in _HEADINGS:
            last = _words(element, apart)
        anchor = element.get("id")
        if anchor:
            names.setdefault(anchor, _own_name(element, apart) or last)


def _own_name(element: Element, apart: Callable[[Element], bool]) -> str:
    """Give the label of a table or figure, or the first heading inside a block."""
    if element.tag in INLINE:
        return ""
    for inner in element.iter():
        if inner.tag in {"caption", "figcaption"}:
            label = next((each for each in inner.iter() if each.get("class") == "label"), inner)
            return _words(label, apart)
        if inner.tag in _HEADINGS:
            return _words(inner, apart)
    return ""


def _words(element: Element, apart: Callable[[Element], bool]) -> str:
    return " ".join("".join(_texts(element, apart)).split())


def _texts(element: Element, apart: Callable[[Element], bool]) -> Iterable[str]:
    yield element.text or ""
    for child in element:
        if not apart(child):
            yield from _texts(child, apart)
        yield child.tail or ""
