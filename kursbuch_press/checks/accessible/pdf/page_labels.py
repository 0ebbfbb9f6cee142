"""Page labels: the number that a viewer shows is the one that is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pikepdf import Object

from kursbuch_press.checks.accessible.pdf_file import PdfFile, ReadPage
from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Clause, Result, Seen
from kursbuch_press.checks.german import count, runs
from kursbuch_press.checks.wording import accessible_pdf as words
from kursbuch_press.marks import objects
from kursbuch_press.marks.marks import TextMark
from kursbuch_press.marks.tagged import within
from kursbuch_press.problems import Severity

LABELS = Clause("", "2.4.8", "WCAG-Technik PDF17 · ISO 32000-1, 12.4.2")
_FOLIO = re.compile(r"\d{1,4}|[ivxlc]{1,6}|[IVXLC]{1,6}")
_NEAR = 4
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


def labels_of(file: PdfFile) -> list[str]:
    """Give the label of each page; without labels that is its place in the file."""
    ranges = objects.number_tree(objects.entry(file.catalog, "/PageLabels"))
    labels = []
    start, how = 0, None
    for at in range(len(file.pages)):
        if at in ranges:
            start, how = at, ranges[at]
        labels.append(_label(how, at - start) if how is not None else str(at + 1))
    return labels


def _label(how: Object, behind: int) -> str:
    prefix = objects.text(objects.entry(how, "/P")) or ""
    number = (objects.whole(objects.entry(how, "/St")) or 1) + behind
    match objects.name(objects.entry(how, "/S")):
        case "D":
            return f"{prefix}{number}"
        case "r":
            return prefix + _roman(number)
        case "R":
            return prefix + _roman(number).upper()
        case "A" | "a" as case:
            letter = chr(ord(case) + (number - 1) % 26)
            return prefix + letter * ((number - 1) // 26 + 1)
        case _:
            return prefix


def _roman(number: int) -> str:
    written = ""
    for value, sign in _ROMAN:
        while number >= value:
            written += sign
            number -= value
    return written


def _judge(file: PdfFile) -> Result:
    labels = labels_of(file)
    folios = _unlike({page.number: folio for page in file.pages if (folio := _folio(page))})
    return Result(
        seen=tuple(_faults(file, labels, folios)), measured=count(len(folios), "gedruckte Seitenzahl", "gedruckte Seitenzahlen")
    )


def _unlike(folios: Mapping[int, str]) -> dict[int, str]:
    """Leave out what stands on pages near each other as well: the number of a chapter in a thumb index is no page number."""
    return {
        number: folio
        for number, folio in folios.items()
        if not any(folios.get(near) == folio for near in range(number - _NEAR, number + _NEAR + 1) if near != number)
    }


def _faults(file: PdfFile, labels: list[str], folios: Mapping[int, str]) -> Iterator[Seen]:
    wrong = [number for number, folio in folios.items() if labels[number - 1] != folio]
    has_labels = objects.entry(file.catalog, "/PageLabels") is not None
    if wrong and len(wrong) > len(folios) // 10:
        first = wrong[0]
        text = words.WRONG_LABEL if has_labels else words.NO_LABELS
        message = text.format(pages=runs(wrong), label=labels[first - 1], folio=folios[first])
        yield Seen(message, first, severity=Severity.ERROR if has_labels else Severity.WARNING, clause=LABELS)


def _folio(page: ReadPage) -> str:
    """Give the printed number: an artifact of nothing but a number, in the upper or lower tenth of the page."""
    lines: dict[int, list[TextMark]] = {}
    for mark in page.texts():
        if within(mark).artifact is not None:
            lines.setdefault(round(mark.area.bottom), []).append(mark)
    found = set()
    edge = page.box.height / 8
    for mark in (mark for line in lines.values() for mark in line):
        middle = (mark.area.bottom + mark.area.top) / 2
        near = middle < page.box.bottom + edge or middle > page.box.top - edge
        if near and _FOLIO.fullmatch(mark.text.strip()):
            found.add(mark.text.strip())
    return found.pop() if len(found) == 1 else ""


CHECK = Check("page-labels", _judge, (LABELS,))
