"""Notes: each has a name of its own, a reference in the text leads there, and a link leads back."""

from __future__ import annotations

from collections.abc import Iterator

from kursbuch_press.checks.accessible.pdf_file import PdfFile
from kursbuch_press.checks.accessible.tag_tree import Element
from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Clause, Result, Seen
from kursbuch_press.checks.german import count, shortened
from kursbuch_press.checks.wording import accessible_pdf as words
from kursbuch_press.problems import Severity

NO_ID, SAME_ID = Clause("19-003", "1.3.1"), Clause("19-004", "1.3.1")
NO_REFERENCE, NO_WAY = Clause("19-002", "1.3.1"), Clause("", "2.4.4", "ISO 32000-1, 14.8.4.4")


def _judge(file: PdfFile) -> Result:
    notes = file.of_kind("Note")
    references = file.of_kind("Reference")
    seen = [*_names(file, notes), *_ways(file, notes)]
    if notes and not references:
        seen.append(Seen(words.NO_REFERENCE, severity=Severity.WARNING, clause=NO_REFERENCE))
    return Result(seen=tuple(seen), measured=count(len(notes), "Anmerkung", "Anmerkungen"))


def _names(file: PdfFile, notes: list[Element]) -> Iterator[Seen]:
    met: set[str] = set()
    for note in notes:
        name, page = note.entries.get("ID", ""), file.page_of(note)
        text = shortened(file.words(note), 50)
        if not name and note.written_kind == "FENote":
            continue  # notes of PDF 2.0 are named by what refers to them (ISO 14289-2, 8.2.5.14)
        if not name:
            yield Seen(words.NOTE_WITHOUT_ID.format(text=text), page, area=file.area_of(note), clause=NO_ID)
        elif name in met:
            yield Seen(words.NOTE_WITH_SAME_ID.format(text=text, id=name), page, area=file.area_of(note), clause=SAME_ID)
        met.add(name)


def _ways(file: PdfFile, notes: list[Element]) -> Iterator[Seen]:
    """See notes from which no link leads back; a screen reader would have to search for the place."""
    for note in notes:
        if not any(each.kind == "Link" for each in note.walk()):
            message = words.NO_WAY_BACK.format(text=shortened(file.words(note), 50))
            yield Seen(message, file.page_of(note), severity=Severity.WARNING, area=file.area_of(note), clause=NO_WAY)


CHECK = Check("notes", _judge, (NO_REFERENCE, NO_ID, SAME_ID, NO_WAY))
