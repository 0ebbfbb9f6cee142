"""Abbreviations: what they stand for is said by E, or written out beside one of their places."""

from __future__ import annotations

import re
from collections import Counter

from kursbuch_press.checks.accessible.pdf_file import PdfFile
from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Clause, Result
from kursbuch_press.checks.german import count
from kursbuch_press.checks.wording import accessible_pdf as words

EXPANSION = Clause("", "3.1.4", "ISO 32000-1, 14.9.5")
_SHORT = re.compile(r"\b[A-ZÄÖÜ][A-Za-zäöüß]{0,4}[A-ZÄÖÜ]{1,5}\b|\b[A-ZÄÖÜ]{2,7}\b")
_ROMAN = re.compile(r"[IVXLC]+")
_LEAST = 2
_MOST_LISTED = 60


def _judge(file: PdfFile) -> Result:
    """List short forms that nothing expands; whether readers know them, a machine cannot say."""
    expanded: set[str] = set()
    for element in file.elements:
        if "E" in element.entries:
            expanded.update(_SHORT.findall(file.words(element)) or [file.words(element)])
    met: Counter[str] = Counter()
    for element in file.elements:
        if element.kind in {"P", "LBody", "TD", "Caption"}:
            text = file.words(element)
            expanded.update(re.findall(r"\(([^()\s]{2,10})\)", text))
            met.update(each for each in _SHORT.findall(text) if not _ROMAN.fullmatch(each))
    open_ones = [(short, times) for short, times in met.most_common() if short not in expanded and times >= _LEAST]
    listed = tuple(words.SHORT_FORM.format(short=short, times=times) for short, times in open_ones[:_MOST_LISTED])
    amount = count(len(expanded & set(met)), "Kurzform", "Kurzformen")
    return Result(measured=words.EXPANDED.format(count=amount), listed=listed, person=bool(listed), nothing=not listed)


CHECK = Check("abbreviations", _judge, (EXPANSION,))
