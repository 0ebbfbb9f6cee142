"""Layers, attachments and borrowed pages: what a viewer may show, hide or fetch beside the tags."""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Dictionary, Object, Stream

from kursbuch_press.checks.accessible.pdf_file import PdfFile
from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Clause, Result, Seen
from kursbuch_press.checks.german import count
from kursbuch_press.checks.wording import accessible_pdf as words
from kursbuch_press.marks import objects

CHOICE_WITHOUT_NAME, NAMELESS, SWITCHES = Clause("20-001", "4.1.2"), Clause("20-002", "4.1.2"), Clause("20-003")
NO_FILE_NAME, BORROWED = Clause("21-001", "2.4.4"), Clause("30-001")


def _judge(file: PdfFile) -> Result:
    layers = objects.members(objects.entry(file.catalog, "/OCProperties", "/OCGs"))
    attached = list(_attached(file))
    seen = (*_layers(file), *_names(attached), *_borrowed(file))
    measured = f"{count(len(layers), 'Ebene', 'Ebenen')}, {count(len(attached), 'Anhang', 'Anhänge')}"
    return Result(seen=seen, measured=measured, nothing=not layers and not attached)


def _layers(file: PdfFile) -> Iterator[Seen]:
    """See the ways of showing layers: each has a name, none switches by itself (ISO 14289-1, 7.10)."""
    properties = objects.entry(file.catalog, "/OCProperties")
    choices = [(each, CHOICE_WITHOUT_NAME) for each in objects.members(objects.entry(properties, "/Configs"))]
    if isinstance(first := objects.entry(properties, "/D"), Dictionary):
        choices.insert(0, (first, NAMELESS))
    for choice, clause in choices:
        if not (objects.text(objects.entry(choice, "/Name")) or "").strip():
            yield Seen(words.LAYERS_WITHOUT_NAME, clause=clause)
        if objects.entry(choice, "/AS") is not None:
            yield Seen(words.LAYERS_SWITCH, clause=SWITCHES)


def _attached(file: PdfFile) -> Iterator[Object]:
    """Give the file specifications of all embedded files (ISO 32000-1, 7.11.4)."""
    named = objects.name_tree(objects.entry(file.catalog, "/Names", "/EmbeddedFiles")).values()
    pinned = [objects.entry(each, "/FS") for page in file.pages for each in page.annotations]
    for each in (*named, *pinned):
        if isinstance(each, Dictionary) and "/EF" in each:
            yield each


def _names(attached: list[Object]) -> Iterator[Seen]:
    for each in attached:
        if not objects.text(objects.entry(each, "/F")) or not objects.text(objects.entry(each, "/UF")):
            yield Seen(words.ATTACHMENT_WITHOUT_NAME, clause=NO_FILE_NAME)


def _borrowed(file: PdfFile) -> Iterator[Seen]:
    """See pages of other files that a viewer is to fetch (reference XObjects; ISO 14289-1, 7.20)."""
    forms = [each for each in file.pdf.objects if isinstance(each, Stream) and objects.name(each.get("/Subtype")) == "Form"]
    if any("/Ref" in form for form in forms):
        yield Seen(words.BORROWED_PAGE, clause=BORROWED)


CHECK = Check("layers", _judge, (CHOICE_WITHOUT_NAME, NAMELESS, SWITCHES, NO_FILE_NAME, BORROWED))
