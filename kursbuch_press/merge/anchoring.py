"""Where in the sources something new belongs, given behind which block of the draft it stands."""

from __future__ import annotations

from dataclasses import dataclass

from kursbuch_press.book.blocks import Item, Row
from kursbuch_press.book.chapters import Note, Question
from kursbuch_press.drafts.snapshot import Kind, Snapshot
from kursbuch_press.merge.sheets import Slot, SourceData, takes_paragraph
from kursbuch_press.sources.shapes import Choice, One, Shape


@dataclass(frozen=True, slots=True)
class Anchor:
    """A neighbour: the slot, and whether the new thing stands ``behind``, ``before`` or ``inside`` it; how it is written."""

    slot: Slot
    where: str
    form: str


def owner_of(address: str) -> str:
    """Give the id of the record that a text belongs to; empty for the chapter itself."""
    _, _, rest = address.partition("/")
    name = rest.rpartition("/")[0]
    return name.partition("/")[0]


def find_anchor(sheet: SourceData, snapshot: Snapshot, behind: str, new: tuple[Kind, int]) -> Anchor | None:
    """Find where a block of a kind and level goes: into the list of the block before it, or before the one behind it."""
    kind, level = new
    found = _climb(sheet.slot(owner_of(behind)), kind, level) if behind else None
    if found is not None:
        return found
    addresses = [block.address for block in snapshot.blocks if block.chapter == sheet.prefix and block.kind is not Kind.NOTE]
    later = addresses[addresses.index(behind) + 1 :] if behind in addresses else addresses
    for address in later[:3]:
        found = _climb(sheet.slot(owner_of(address)), kind, level)
        if found is not None and found.slot.at == 0:
            return Anchor(found.slot, "before", found.form)
    return None


def _climb(slot: Slot | None, kind: Kind, level: int) -> Anchor | None:
    if slot is not None and kind is Kind.ITEM and slot.model is Item and level > depth(slot):
        return Anchor(slot, "inside", "record")
    while slot is not None and kind is Kind.ITEM and slot.model is Item and level < depth(slot) and slot.owner is not None:
        slot = slot.owner
    while slot is not None:
        form = form_of(slot.item, kind)
        if form:
            return Anchor(slot, "behind", form)
        slot = slot.owner
    return None


def depth(slot: Slot) -> int:
    """Give the level of an item of a list, from 0."""
    count = 0
    while slot.owner is not None and slot.owner.model is Item:
        slot = slot.owner
        count += 1
    return count


def form_of(shape: Shape, kind: Kind) -> str:
    """Tell how a list takes a block of a kind; empty if it does not."""
    if kind is Kind.CELL:
        return "row" if isinstance(shape, One) and shape.model is Row else ""
    if isinstance(shape, One) and shape.model in {Note, Question}:
        return ""
    form = takes_paragraph(shape)
    if form == "block" and kind is Kind.HEADING:
        return "heading" if isinstance(shape, Choice) and shape.of("heading") else ""
    if form == "block" and kind is Kind.ITEM:
        return "list" if isinstance(shape, Choice) and shape.of("list") else ""
    if form == "record" and isinstance(shape, One):
        return "record" if kind is Kind.ITEM or (kind is Kind.PARAGRAPH and shape.model is not Item) else ""
    return form if kind is Kind.PARAGRAPH else ""
