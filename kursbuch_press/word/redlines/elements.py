"""The elements of tracked changes, and what a run of a draft looks like."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count

from lxml import etree

from kursbuch_press.drafts.spans import Span, Spans
from kursbuch_press.word.ooxml import NAMESPACES

Element = etree._Element  # noqa: SLF001 - lxml has no public name for it
W = f"{{{NAMESPACES['w']}}}"
STRONG, EMPHASIS, BOTH = "Strong", "Emphasis", "IntenseEmphasis"
SIGNS = {f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": "\u00ad", f"{W}tab": "\t", f"{W}br": "\n"}
_BY_SIGN = {"\u2011": "noBreakHyphen", "\u00ad": "softHyphen", "\t": "tab", "\n": "br"}
GONE = "gone"
"""Marks rows, and words of fields, while they are put in; no attribute of this name is written."""
_KEEP = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(slots=True)
class Pen:
    """Makes the elements of changes; all have one author and one time, and numbers that nothing else in the file has."""

    author: str
    when: str
    numbers: Callable[[], int] = field(default_factory=lambda: count(900_001).__next__)

    def change(self, tag: str) -> Element:
        """Give ``w:ins`` or ``w:del``."""
        found = etree.Element(f"{W}{tag}")
        found.set(f"{W}id", str(self.numbers()))
        found.set(f"{W}author", self.author)
        found.set(f"{W}date", self.when)
        return found

    def mark_paragraph(self, paragraph: Element, tag: str) -> None:
        """Say that the mark of a paragraph came or went (``w:pPr/w:rPr``, before a section or a change of looks)."""
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            properties = etree.Element(f"{W}pPr")
            paragraph.insert(0, properties)
        if properties.find(f"{W}sectPr") is not None:
            return
        looks = properties.find(f"{W}rPr")
        if looks is None:
            looks = etree.SubElement(properties, f"{W}rPr")
        looks.insert(0, self.change(tag))

    def mark_row(self, row: Element, tag: str) -> None:
        """Say that a row came or went; the mark is the last of its properties (CT_TrPr)."""
        properties = row.find(f"{W}trPr")
        if properties is None:
            properties = etree.Element(f"{W}trPr")
            row.insert(1 if row.find(f"{W}tblPrEx") is not None else 0, properties)
            etree.SubElement(properties, f"{W}cantSplit")  # the schema wants a property beside the mark
        properties.append(self.change(tag))

    def inserted(self, run: Element) -> None:
        """Put a run into an insertion."""
        parent = run.getparent()
        assert parent is not None
        if parent.tag == f"{W}ins":
            return
        around = self.change("ins")
        parent.replace(run, around)
        around.append(run)

    def deleted(self, spans: Spans) -> Element:
        """Give words that went; calls of notes are added by who knows their number."""
        around = self.change("del")
        for span in spans:
            for piece in _pieces(span.text):
                around.append(deleted_run(piece, span))
        return around


def _pieces(text: str) -> list[str]:
    pieces: list[str] = []
    for letter in text:
        if letter in _BY_SIGN or not pieces or pieces[-1] in _BY_SIGN:
            pieces.append(letter)
        else:
            pieces[-1] += letter
    return pieces


def deleted_run(text: str, span: Span) -> Element:
    """Give a run of words that went."""
    run = etree.Element(f"{W}r")
    style = BOTH if span.strong and span.emphasis else STRONG if span.strong else EMPHASIS if span.emphasis else ""
    if style:
        etree.SubElement(etree.SubElement(run, f"{W}rPr"), f"{W}rStyle").set(f"{W}val", style)
    if text in _BY_SIGN:
        etree.SubElement(run, f"{W}{_BY_SIGN[text]}")
    else:
        words = etree.SubElement(run, f"{W}delText")
        words.text = text
        words.set(_KEEP, "preserve")
    return run


def run_text(run: Element) -> str:
    """Give the letters of a run."""
    return "".join(
        child.text or "" if child.tag in {f"{W}t", f"{W}delText"} else SIGNS.get(str(child.tag), "") for child in run
    )


def look_of(run: Element) -> tuple[bool, bool]:
    """Tell whether a run is strong, and whether it is stressed, as the snapshot says it."""
    properties = run.find(f"{W}rPr")
    if properties is None:
        return False, False
    style = properties.find(f"{W}rStyle")
    name = style.get(f"{W}val", "") if style is not None else ""
    strong = name in {STRONG, BOTH} or properties.find(f"{W}b") is not None
    return strong, name in {EMPHASIS, BOTH} or properties.find(f"{W}i") is not None


def part_of(run: Element, start: int, end: int) -> Element:
    """Give a run with a part of the words of another."""
    found = copy.deepcopy(run)
    words = found.find(f"{W}t")
    if words is not None and words.text:
        words.text = words.text[start:end]
        words.set(_KEEP, "preserve")
    return found
