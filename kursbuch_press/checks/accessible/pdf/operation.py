"""Annotations and forms: in the tab order of the tags, each with its tag and its name."""

from __future__ import annotations

from collections.abc import Iterator

from pikepdf import Dictionary, Object

from kursbuch_press.checks.accessible.pdf_file import PdfFile, ReadPage
from kursbuch_press.checks.accessible.tag_tree import Element, Thing
from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Clause, Result, Seen
from kursbuch_press.checks.german import count
from kursbuch_press.checks.wording import accessible_pdf as words
from kursbuch_press.marks import objects
from kursbuch_press.marks.library import key_of

NO_TABS, WRONG_TABS = Clause("28-008", "2.4.3"), Clause("28-009", "2.4.3")
NOT_TAGGED, NO_WORDS = Clause("28-002", "1.3.1"), Clause("28-004", "1.1.1")
FIELD_NAME, FIELD_TAG, TRAP_NET = Clause("28-005", "3.3.2"), Clause("28-010", "4.1.2"), Clause("28-007")
PRINTER_MARK, MEDIA_KIND, MEDIA_WORDS = Clause("28-017", "1.3.1"), Clause("28-014", "1.1.1"), Clause("28-015", "1.1.1")
FORM = Clause("", "4.1.2", "ISO 14289-1, 7.18.4")
_OUTSIDE = {"Link", "Widget", "PrinterMark"}
_DEEPEST = 30


def _judge(file: PdfFile) -> Result:
    seen: list[Seen] = []
    total = 0
    for page in file.pages:
        shown = page.visible
        total += len(shown)
        if shown:
            seen.extend(_tabs(page))
        for annotation in shown:
            holder = file.tree.thing_holders.get(key_of(annotation)) if file.tree else None
            seen.extend(_faults(annotation, holder, page))
    seen.extend(_forms(file))
    seen.extend(dict.fromkeys(_media(file)))
    return Result(seen=tuple(seen), measured=count(total, "Anmerkungsobjekt", "Anmerkungsobjekte"))


def _tabs(page: ReadPage) -> Iterator[Seen]:
    tabs = objects.name(objects.entry(page.written, "/Tabs"))
    if not tabs:
        yield Seen(words.NO_TABS, page.number, clause=NO_TABS)
    elif tabs != "S":
        yield Seen(words.WRONG_TABS.format(tabs=tabs), page.number, clause=WRONG_TABS)


def _faults(annotation: Object, holder: Element | None, page: ReadPage) -> Iterator[Seen]:
    kind = objects.name(annotation.get("/Subtype"))
    area = objects.area(annotation.get("/Rect"))
    around = [holder, *holder.ancestors()] if holder else []
    if kind == "TrapNet":
        yield Seen(words.TRAP_NET, page.number, area=area, clause=TRAP_NET)
    elif kind == "PrinterMark":
        if holder is not None:
            yield Seen(words.PRINTER_MARK, page.number, area=area, clause=PRINTER_MARK)
    elif kind == "Widget":
        if not any(each.kind == "Form" for each in around):
            yield Seen(words.FIELD_NOT_TAGGED.format(name=_field(annotation, "/T")), page.number, area=area, clause=FIELD_TAG)
        if not _name(annotation) and not any(each.entries.get("Alt", "").strip() for each in around[:1]):
            message = words.FIELD_WITHOUT_NAME.format(name=_field(annotation, "/T"))
            yield Seen(message, page.number, area=area, clause=FIELD_NAME)
    elif kind not in _OUTSIDE:
        if not around or around[0].kind != "Annot":
            yield Seen(words.ANNOTATION_NOT_TAGGED.format(kind=kind), page.number, area=area, clause=NOT_TAGGED)
        if not _said(annotation.get("/Contents")) and not any(each.entries.get("Alt", "").strip() for each in around[:1]):
            yield Seen(words.ANNOTATION_WITHOUT_WORDS.format(kind=kind), page.number, area=area, clause=NO_WORDS)


def _forms(file: PdfFile) -> Iterator[Seen]:
    """See tags for a field that hold no field, or more than one, and do not say that they are a printed one."""
    for element in file.tree.of_kind("Form") if file.tree else ():
        things = [each for each in element.kids if isinstance(each, Thing)]
        if "Role" not in element.attributes and (len(element.kids) != 1 or not things):
            yield Seen(words.FORM_WITHOUT_FIELD, element.page, area=file.area_of(element), clause=FORM)


def _said(written: object) -> str:
    return (objects.text(written) or "").strip()


def _name(annotation: Object) -> str:
    """Give the description of a form field; it stands in the field, which is the nearest with a name of its own."""
    node: object = annotation
    for _ in range(_DEEPEST):
        if not isinstance(node, Dictionary):
            break
        if said := _said(node.get("/TU")):
            return said if objects.text(node.get("/T")) is not None or "/Parent" not in node else ""
        if objects.text(node.get("/T")) is not None:
            break
        node = node.get("/Parent")
    return ""


def _media(file: PdfFile) -> Iterator[Seen]:
    """See sounds and films that do not name their format, or have no description (ISO 14289-1, 7.18.6.2)."""
    for each in file.pdf.objects:
        file.library.budget.spend()
        if not isinstance(each, Dictionary):
            continue
        for clip in (each, each.get("/C"), objects.entry(each, "/R", "/C")):
            if isinstance(clip, Dictionary) and objects.name(clip.get("/S")) == "MCD" and "/D" in clip:
                if not _said(clip.get("/CT")):
                    yield Seen(words.MEDIA_WITHOUT_KIND, clause=MEDIA_KIND)
                if not any(_said(text) for text in objects.members(clip.get("/Alt"))[1::2]):
                    yield Seen(words.MEDIA_WITHOUT_WORDS, clause=MEDIA_WORDS)


def _field(annotation: Object, key: str) -> str:
    """Give an entry of a form field, or of the field that it is a part of (ISO 32000-1, 12.7.3.2)."""
    node: object = annotation
    for _ in range(_DEEPEST):
        if not isinstance(node, Dictionary):
            break
        found = objects.text(node.get(key))
        if found:
            return found
        node = node.get("/Parent")
    return ""


CHECK = Check(
    "operation",
    _judge,
    (NO_TABS, WRONG_TABS, NOT_TAGGED, NO_WORDS, FIELD_NAME, FIELD_TAG, FORM, TRAP_NET, PRINTER_MARK, MEDIA_KIND, MEDIA_WORDS),
)
