"""Annotations: links, notes and fields have no place on a printed page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary

from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Result, Seen
from kursbuch_press.checks.german import count
from kursbuch_press.checks.print.print_file import PrintFile
from kursbuch_press.checks.wording import checks as words
from kursbuch_press.marks.geometry import Area
from kursbuch_press.marks.library import matrix_entries
from kursbuch_press.marks.sheets import PageBoxes
from kursbuch_press.problems import Severity

_FOR_PRINTERS = {"PrinterMark", "TrapNet"}
_FOUR = 4


def _judge(file: PrintFile) -> Result:
    """Find annotations that touch the trimmed page or its bleed; outside of it they are listed only."""
    seen = [each for sheet in file.sheets for each in _faults(sheet)]
    if "/AcroForm" in file.pdf.Root:
        seen.append(Seen(words.FORM_FIELDS))
    return Result(measured=count(len(seen), "Fundstelle", "Fundstellen"), limit="0", seen=tuple(seen))


def _faults(sheet: PageBoxes) -> Iterator[Seen]:
    inside: Counter[str] = Counter()
    places: dict[str, Area] = {}
    for kind, area in _annotations(sheet):
        if area is None or area.meets(sheet.paper):
            inside[kind] += 1
            if area is not None:
                places.setdefault(kind, area)
        else:
            yield Seen(words.ANNOTATION_OUTSIDE.format(kind=kind), sheet.number, severity=Severity.NOTE)
    for kind, amount in inside.items():
        message = words.ANNOTATION.format(kind=words.ANNOTATION_KINDS.get(kind, kind))
        yield Seen(message, sheet.number, str(amount), "0", area=places.get(kind))


def _annotations(sheet: PageBoxes) -> Iterator[tuple[str, Area | None]]:
    written = sheet.written.get("/Annots")
    for each in written if isinstance(written, Array) else ():
        if not isinstance(each, Dictionary):
            continue
        try:
            kind = str(each.get("/Subtype", "/?")).removeprefix("/")
        except pikepdf.PdfError:
            kind = "?"
        if kind not in _FOR_PRINTERS:
            box = matrix_entries(each, "/Rect")
            yield (
                kind,
                Area(min(box[0::2]), min(box[1::2]), max(box[0::2]), max(box[1::2])) if len(box) == _FOUR else None,
            )


CHECK = Check("annotations", _judge)
