"""What a file promises that says it is PDF/UA-2 (ISO 14289-2): tags of PDF 2.0 that name each other and are led to."""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Object

from kursbuch_press.checks.accessible.pdf.bookmarks import bookmarks_of
from kursbuch_press.checks.accessible.pdf.claim import SECOND, claimed_part
from kursbuch_press.checks.accessible.pdf.links import named_targets
from kursbuch_press.checks.accessible.pdf_file import PdfFile
from kursbuch_press.checks.accessible.standard_tags import PDF_2
from kursbuch_press.checks.accessible.tag_tree import Element
from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Clause, Result, Seen
from kursbuch_press.checks.german import count, shortened
from kursbuch_press.checks.wording import accessible_pdf as words
from kursbuch_press.marks import objects
from kursbuch_press.marks.library import key_of

VERSION, ROOT = Clause(standard="ISO 14289-2, 6.1"), Clause(standard="ISO 14289-2, 8.2.5.2")
ENTRY, HEADING = Clause(standard="ISO 14289-2, 8.2.5.8"), Clause(standard="ISO 14289-2, 8.2.5.12")
NOTE, PLACE = Clause(standard="ISO 14289-2, 8.2.5.14"), Clause(standard="ISO 14289-2, 8.8")
_NOTE = "FENote"


def _judge(file: PdfFile) -> Result:
    if claimed_part(file.xmp) != SECOND:
        return Result(measured=words.FIRST_PART, nothing=True)
    total = sum(len(each.refs) for each in file.elements)
    seen = (*_of_file(file), *_headings(file), *_entries(file), *_notes(file), *_places(file))
    return Result(seen=seen, measured=count(total, *words.SECOND_PART))


def _of_file(file: PdfFile) -> Iterator[Seen]:
    version = max(file.pdf.pdf_version, objects.name(file.catalog.get("/Version")))
    if version != "2.0":
        yield Seen(words.WRONG_VERSION.format(version=version), clause=VERSION)
    top = file.tree.root.elements if file.tree else []
    if [(each.kind, each.space) for each in top] != [("Document", PDF_2)]:
        yield Seen(words.NO_DOCUMENT, clause=ROOT)


def _headings(file: PdfFile) -> Iterator[Seen]:
    for heading in file.of_kind("H"):
        yield _seen(file, heading, words.PLAIN_HEADING, HEADING)


def _entries(file: PdfFile) -> Iterator[Seen]:
    """An entry of a contents names its tag, or a tag in it does."""
    for entry in file.of_kind("TOCI"):
        if not any(each.refs for each in entry.walk()):
            yield _seen(file, entry, words.ENTRY_WITHOUT_REF, ENTRY)


def _notes(file: PdfFile) -> Iterator[Seen]:
    """What refers to a note and the note name each other."""
    notes = [each for each in file.of_kind("Note") if each.written_kind == _NOTE]
    keys = {each.key for each in notes}
    referring: dict[str, set[str]] = {}
    for element in file.elements:
        for key in keys.intersection(element.refs):
            referring.setdefault(key, set()).add(element.key)
    for note in file.of_kind("Note"):
        if note.written_kind != _NOTE:
            yield _seen(file, note, words.OLD_NOTE, NOTE)
        elif set(note.refs) != referring.get(note.key, set()):
            yield _seen(file, note, words.NOTE_WITHOUT_REF, NOTE)


def _places(file: PdfFile) -> Iterator[Seen]:
    """Whatever leads to a place in the file leads to a tag."""
    named = named_targets(file)
    keys = {each.key for each in file.elements}
    for page in file.pages:
        for annotation in page.visible:
            if objects.name(annotation.get("/Subtype")) == "Link" and not _leads_to_tag(annotation, named, keys):
                text = shortened(objects.text(annotation.get("/Contents")) or words.NONE, 50)
                message = words.PLAIN_DESTINATION.format(what=words.LINK, text=text)
                yield Seen(message, page.number, area=objects.area(annotation.get("/Rect")), clause=PLACE)
    for bookmark in bookmarks_of(file):
        if not _leads_to_tag(bookmark, named, keys):
            text = shortened(objects.text(bookmark.get("/Title")) or words.NONE, 50)
            yield Seen(words.PLAIN_DESTINATION.format(what=words.BOOKMARK, text=text), clause=PLACE)


def _leads_to_tag(from_: Object, named: dict[str, Object], keys: set[str]) -> bool:
    """Whether a link or bookmark leads out of the file, nowhere, or to one of the tags."""
    action = from_.get("/A")
    if isinstance(action, Dictionary) and objects.name(action.get("/S")) != "GoTo":
        return True
    wanted = [objects.entry(action, "/SD"), objects.entry(action, "/D"), from_.get("/Dest")]
    given = [each for each in wanted if each is not None]
    return not given or any(_is_tag(each, named, keys) for each in given)


def _is_tag(wanted: Object, named: dict[str, Object], keys: set[str]) -> bool:
    name = objects.text(wanted)
    name = objects.name(wanted) if name is None else name
    found: object = named.get(name) if name else wanted
    if isinstance(found, Dictionary):
        found = found.get("/SD", found.get("/D"))
    return isinstance(found, Array) and len(found) > 0 and key_of(found[0]) in keys


def _seen(file: PdfFile, element: Element, message: str, clause: Clause) -> Seen:
    text = shortened(file.words(element), 50)
    return Seen(message.format(text=text), file.page_of(element), area=file.area_of(element), clause=clause)


CHECK = Check("second-part", _judge, (VERSION, ROOT, ENTRY, HEADING, NOTE, PLACE))
