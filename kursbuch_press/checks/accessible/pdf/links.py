"""Links: tagged with their annotation, described in words, and leading somewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pikepdf import Array, Dictionary, Object

from kursbuch_press.checks.accessible.alternatives import is_address, leads_nowhere
from kursbuch_press.checks.accessible.clauses import LINK_PURPOSE
from kursbuch_press.checks.accessible.pdf_file import PdfFile, ReadPage
from kursbuch_press.checks.accessible.tag_tree import Element
from kursbuch_press.checks.check import Check
from kursbuch_press.checks.findings import Clause, Result, Seen
from kursbuch_press.checks.german import count, shortened
from kursbuch_press.checks.wording import accessible_pdf as words
from kursbuch_press.marks import objects
from kursbuch_press.marks.library import key_of
from kursbuch_press.problems import Severity

NOT_TAGGED, NO_WORDS = Clause("28-011", "1.3.1"), Clause("28-012", "2.4.4")
DEAD = Clause("", "2.4.4", "ISO 32000-1, 12.3.2")


def _judge(file: PdfFile) -> Result:
    targets = named_targets(file)
    seen: list[Seen] = []
    total = 0
    for page in file.pages:
        for annotation in page.visible:
            if objects.name(annotation.get("/Subtype")) == "Link":
                total += 1
                seen.extend(_faults(file, page, annotation, targets))
    for link in file.of_kind("Link"):
        if not any(True for _ in link.things()):
            message = words.LINK_WITHOUT_TARGET.format(text=shortened(file.words(link), 50))
            seen.append(Seen(message, file.page_of(link), area=file.area_of(link), clause=NOT_TAGGED))
    return Result(seen=tuple(seen), measured=count(total, "Link", "Links"), nothing=not total)


def _faults(file: PdfFile, page: ReadPage, annotation: Object, targets: Mapping[str, Object]) -> Iterator[Seen]:
    holder = file.tree.thing_holders.get(key_of(annotation)) if file.tree else None
    link = next((each for each in (holder, *holder.ancestors()) if each.kind == "Link"), None) if holder else None
    area = objects.area(annotation.get("/Rect"))
    said = file.words(link) if link else ""
    target = _address(annotation)
    if link is None:
        text = words.LINK_NOT_TAGGED.format(target=shortened(target, 60) or words.INSIDE)
        yield Seen(text, page.number, area=area, clause=NOT_TAGGED)
    yield from _description(annotation, link, said, page)
    if not _leads(file, annotation, targets):
        yield Seen(words.DEAD_LINK.format(text=shortened(said, 50) or words.NONE), page.number, area=area, clause=DEAD)


def _description(annotation: Object, link: Element | None, said: str, page: ReadPage) -> Iterator[Seen]:
    contents = (objects.text(annotation.get("/Contents")) or "").strip()
    place = objects.area(annotation.get("/Rect"))
    alternative = (link.entries.get("Alt") or link.entries.get("ActualText") or "") if link else ""
    text = shortened(said, 50) or words.NONE
    if not contents and not alternative:
        yield Seen(words.LINK_WITHOUT_WORDS.format(text=text), page.number, area=place, clause=NO_WORDS)
    elif is_address(contents) or contents == _address(annotation) != "":
        yield Seen(words.LINK_IS_ADDRESS.format(text=shortened(contents, 60)), page.number, area=place, clause=LINK_PURPOSE)
    elif is_address(said) and contents == said:
        yield Seen(words.LINK_IS_ADDRESS.format(text=text), page.number, area=place, clause=LINK_PURPOSE)
    elif leads_nowhere(said) and contents.casefold() == said.casefold():
        yield Seen(words.LINK_SAYS_NOTHING.format(text=text), page.number, area=place, clause=LINK_PURPOSE)
    elif leads_nowhere(said) or (link is not None and not said and not alternative):
        how = Severity.WARNING
        yield Seen(words.LINK_SAYS_NOTHING.format(text=text), page.number, severity=how, area=place, clause=LINK_PURPOSE)


def _address(annotation: Object) -> str:
    return objects.text(objects.entry(annotation, "/A", "/URI")) or ""


def named_targets(file: PdfFile) -> dict[str, Object]:
    """Give the named destinations of the document, of both kinds (ISO 32000-1, 12.3.2.3)."""
    targets = objects.name_tree(objects.entry(file.catalog, "/Names", "/Dests"))
    targets.update(objects.pairs(objects.entry(file.catalog, "/Dests")))
    return targets


def _leads(file: PdfFile, annotation: Object, targets: Mapping[str, Object]) -> bool:
    action = annotation.get("/A")
    if isinstance(action, Dictionary):
        kind = objects.name(action.get("/S"))
        if kind != "GoTo":
            return kind != "URI" or bool(_address(annotation))
        wanted = action.get("/D")
        if "/SD" in action:
            return True
    else:
        wanted = annotation.get("/Dest")
    return leads_to_page(file, wanted, targets)


def leads_to_page(file: PdfFile, wanted: object, targets: Mapping[str, Object]) -> bool:
    """Whether a destination is a page of the file."""
    name = objects.text(wanted)
    name = objects.name(wanted) if name is None else name
    if name:
        found = targets.get(name)
        wanted = found.get("/D") if isinstance(found, Dictionary) else found
    if not isinstance(wanted, Array) or not len(wanted):
        return False
    first: object = wanted[0]
    number = objects.whole(first)
    if number is not None:
        return 0 <= number < len(file.pages)
    return isinstance(first, Dictionary) and key_of(first) in {key_of(page.written) for page in file.pages}


CHECK = Check("links", _judge, (NOT_TAGGED, NO_WORDS, LINK_PURPOSE, DEAD))
