"""Which tag may stand in which (ISO 32000-1, tables 333 to 338): one line for each kind of fault on a page."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kursbuch_press.checks.accessible.pdf_file import PdfFile
from kursbuch_press.checks.accessible.tag_tree import Element
from kursbuch_press.checks.findings import Clause, Seen
from kursbuch_press.checks.wording import accessible_pdf as words

Places = Mapping[str, frozenset[str]]


def wrong_nesting(file: PdfFile, clause: Clause, kids: Places, parents: Places) -> Iterator[Seen]:
    """See elements with a kid that they must not have, or outside the elements that they belong into."""
    told: set[tuple[int, str, str]] = set()
    for element in file.elements:
        around = element.parent.kind if element.parent else ""
        page = 0
        for kid in element.elements:
            if element.kind in kids and kid.kind not in kids[element.kind]:
                page = page or file.page_of(element)
                fault = (page, element.kind, kid.kind)
                if fault not in told:
                    told.add(fault)
                    yield Seen(words.WRONG_KID.format(outer=element.kind, inner=kid.written_kind), page, clause=clause)
        known_wrong = around in kids and element.kind not in kids[around]
        if element.kind in parents and around not in parents[element.kind] and not known_wrong:
            page = file.page_of(element)
            fault = (page, around, element.kind)
            if fault not in told:
                told.add(fault)
                place = around or words.TREE_ROOT
                yield Seen(words.WRONG_PARENT.format(inner=element.kind, outer=place), page, clause=clause)


def captions(file: PdfFile, holder: Element, clause: Clause) -> Iterator[Seen]:
    """See more than one caption, or one in the middle; only that of a table may stand at its end (tables 333, 336, 337)."""
    kinds = [kid.kind for kid in holder.elements]
    amount = kinds.count("Caption")
    if amount > 1:
        yield Seen(words.CAPTION_TWICE.format(kind=holder.kind, count=amount), file.page_of(holder), clause=clause)
    elif amount:
        at = kinds.index("Caption")
        ends = holder.kind == "Table"
        if at and not (ends and at == len(kinds) - 1):
            where = words.AT_ENDS if ends else words.AT_START
            message = words.CAPTION_INSIDE.format(kind=holder.kind, where=where)
            yield Seen(message, file.page_of(holder), clause=clause)
