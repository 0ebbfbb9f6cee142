"""Faults of a finished Word file that the public validators let pass, and Word or a co-author stumbles over.

The Open XML SDK and openxml-audit find what the schema forbids; here is what it cannot say: names that are
there twice, references to nothing, fields that do not end, and what accessibility asks for.
"""

from __future__ import annotations

import re
from collections import Counter
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from lxml import etree

from kursbuch_press.word.ooxml import NAMESPACES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

_LONGEST_TAG = 64


class Parts:
    """The parts of a file that hold text or rules for it; a part that is not there is empty."""

    def __init__(self, content: bytes) -> None:
        with ZipFile(BytesIO(content)) as archive:
            names = set(archive.namelist())
            wanted = [f"word/{part}.xml" for part in ("document", "footnotes", "styles", "numbering")]
            self._roots = {name: etree.fromstring(archive.read(name)) for name in wanted if name in names}

    def find(self, path: str, *parts: str) -> list[str]:
        """Give what an XPath finds in parts (the text and its notes, if none are named), as words."""
        wanted = [f"word/{part}.xml" for part in parts or ("document", "footnotes")]
        return [str(each) for part in wanted if part in self._roots for each in self._xpath(self._roots[part], path)]

    def elements(self, path: str, part: str = "document") -> list[etree._Element]:
        """Give the elements that an XPath finds in a part."""
        root = self._roots.get(f"word/{part}.xml")
        return [] if root is None else list(self._xpath(root, path))

    @staticmethod
    def _xpath(root: etree._Element, path: str) -> Iterable[etree._Element]:
        found = root.xpath(path, namespaces=NAMESPACES)
        return found if isinstance(found, list) else []


def faults(content: bytes) -> tuple[str, ...]:
    """Give every fault of a file in a sentence; none is what a product must have."""
    parts = Parts(content)
    return tuple(fault for rule in RULES for fault in rule(parts))


def _twice(values: Iterable[str], what: str) -> Iterator[str]:
    for value, count in Counter(values).items():
        if count > 1:
            yield f"{what} {value} is there {count} times"


def _ids_once(parts: Parts) -> Iterator[str]:
    yield from _twice(parts.find("//w:sdt/w:sdtPr/w:id/@w:val"), "content control id")
    yield from _twice(parts.find("//@w14:paraId"), "paragraph id")
    yield from _twice(parts.find("//w:bookmarkStart/@w:name"), "bookmark")
    yield from _twice(parts.find("//w:bookmarkStart/@w:id"), "bookmark id")
    yield from _twice(parts.find("//wp:docPr/@id"), "drawing id")


def _lists_exist(parts: Parts) -> Iterator[str]:
    known = set(parts.find("/w:numbering/w:num/@w:numId", "numbering"))
    for used in sorted(set(parts.find("//w:numPr/w:numId/@w:val", "document", "footnotes", "styles")) - known - {"0"}):
        yield f"list {used} does not exist"


def _tags_short(parts: Parts) -> Iterator[str]:
    for tag in parts.find("//w:sdtPr/w:tag/@w:val"):
        if len(tag) > _LONGEST_TAG:
            yield f"tag {tag} is longer than {_LONGEST_TAG} characters"


def _language_said(parts: Parts) -> Iterator[str]:
    if not parts.find("//w:docDefaults//w:lang/@w:val", "styles"):
        yield "the language of the document is not said"


def _bookmarks_end(parts: Parts) -> Iterator[str]:
    for part in ("document", "footnotes"):
        starts = Counter(parts.find("//w:bookmarkStart/@w:id", part))
        ends = Counter(parts.find("//w:bookmarkEnd/@w:id", part))
        for number in sorted((starts - ends) + (ends - starts)):
            yield f"bookmark id {number} has no end or no start"


def _fields_balanced(parts: Parts) -> Iterator[str]:
    for part in ("document", "footnotes"):
        stack: list[str] = []
        for mark in parts.elements("//w:fldChar", part):
            kind = mark.get(f"{{{NAMESPACES['w']}}}fldCharType") or ""
            if kind == "begin":
                stack.append(kind)
            elif not stack or (kind == "separate" and stack[-1] != "begin"):
                yield f"a field in {part} {kind}s without a beginning"
            elif kind == "separate":
                stack[-1] = kind
            else:
                stack.pop()
        if stack:
            yield f"{len(stack)} fields in {part} do not end"


def _targets_exist(parts: Parts) -> Iterator[str]:
    known = set(parts.find("//w:bookmarkStart/@w:name"))
    wanted = set(parts.find("//w:hyperlink/@w:anchor"))
    for instruction in parts.find("//w:instrText/text()"):
        wanted.update(re.findall(r"\b(?:PAGEREF|REF|NOTEREF) (\w+)", instruction))
    for name in sorted(wanted - known):
        yield f"a reference points to {name}, which does not exist"


def _styles_exist(parts: Parts) -> Iterator[str]:
    known = set(parts.find("/w:styles/w:style/@w:styleId", "styles"))
    used = set(parts.find("//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val"))
    for name in sorted(used - known):
        yield f"style {name} does not exist"


def _notes_exist(parts: Parts) -> Iterator[str]:
    written = set(parts.find("/w:footnotes/w:footnote[not(@w:type)]/@w:id", "footnotes"))
    called = parts.find("//w:footnoteReference/@w:id", "document")
    yield from _twice(called, "the call of note")
    for number in sorted(written ^ set(called)):
        yield f"note {number} has no text or no call"


def _headings_in_order(parts: Parts) -> Iterator[str]:
    """Yield each heading that is more than one level below the one before it (WCAG 1.3.1)."""
    levels = _levels(parts)
    before = 0
    for style in parts.find("//w:p/w:pPr/w:pStyle/@w:val", "document"):
        level = levels.get(style, 0)
        if level > before + 1:
            yield f"a heading of level {level} follows one of level {before}"
        before = level or before


def _levels(parts: Parts) -> dict[str, int]:
    found = {}
    for style in parts.elements("/w:styles/w:style[w:pPr/w:outlineLvl]", "styles"):
        level = style.find("w:pPr/w:outlineLvl", NAMESPACES)
        if level is not None:
            found[str(style.get(f"{{{NAMESPACES['w']}}}styleId"))] = int(level.get(f"{{{NAMESPACES['w']}}}val", "9")) + 1
    return found


def _pictures_described(parts: Parts) -> Iterator[str]:
    for name in parts.find("//wp:docPr[not(@descr) or @descr=''][not(.//adec:decorative[@val='1'])]/@name"):
        yield f"picture {name} has no alternative text and is not decorative"


def _tables_headed(parts: Parts) -> Iterator[str]:
    count = len(parts.elements("//w:tbl[not(w:tr[1]/w:trPr/w:tblHeader)]"))
    if count:
        yield f"{count} tables have no header row"
    split = len(parts.elements("//w:tr[not(w:trPr/w:cantSplit)]"))
    if split:
        yield f"{split} rows may be split"


def _no_empty_paragraphs(parts: Parts) -> Iterator[str]:
    """Yield empty paragraphs outside tables: screen readers read them as blank, and they are no space."""
    count = len(parts.elements("/w:document/w:body/w:p[not(.//w:t or .//w:drawing or .//w:fldChar)]"))
    if count:
        yield f"{count} paragraphs are empty"


RULES: tuple[Callable[[Parts], Iterator[str]], ...] = (
    _ids_once,
    _lists_exist,
    _tags_short,
    _language_said,
    _bookmarks_end,
    _fields_balanced,
    _targets_exist,
    _styles_exist,
    _notes_exist,
    _headings_in_order,
    _pictures_described,
    _tables_headed,
    _no_empty_paragraphs,
)
