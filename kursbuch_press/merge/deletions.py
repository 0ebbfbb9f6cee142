"""What went from the sources because all its words are gone: the greatest records, and columns of tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kursbuch_press.book.blocks import Table
from kursbuch_press.drafts.snapshot import Block, Kind, Snapshot
from kursbuch_press.merge.anchoring import owner_of
from kursbuch_press.merge.outcome import Delete
from kursbuch_press.merge.records import is_below
from kursbuch_press.merge.sheets import Slot, SourceData
from kursbuch_press.merge.wished import RecordWish
from kursbuch_press.returns.returned import Change

_CELLS = frozenset({Kind.CELL, Kind.HEAD_CELL})


@dataclass(slots=True)
class Deletions:
    """What is to go, and the addresses of the texts that go with it."""

    wishes: list[RecordWish] = field(default_factory=list)
    covered: set[str] = field(default_factory=set)


def deletions(sheet: SourceData, snapshot: Snapshot, gone: Mapping[str, Change]) -> Deletions:
    """Give the greatest records whose words are all among those that are gone; a table is gone when its cells are."""
    found = Deletions()
    of_owner: dict[str, list[Block]] = {}
    for block in snapshot.blocks:
        if block.chapter == sheet.prefix or block.address.startswith(sheet.prefix + "/"):
            of_owner.setdefault(owner_of(block.address), []).append(block)
    for slot in list(sheet.slots()):
        names = [str(each.record.get("id")) for each in sheet.slots() if is_below(each, slot)]
        blocks = [block for name in names for block in of_owner.get(name, ()) if block.editable and block.spans]
        wanted = {block.address for block in blocks if slot.model is not Table or block.kind in _CELLS}
        if wanted and wanted <= gone.keys() and not wanted <= found.covered and slot.key != "notes":
            found.covered |= {block.address for block in blocks}
            found.wishes.append(_wish(blocks, Delete(sheet.prefix, names[0]), tuple(names), gone))
        elif slot.model is Table and not wanted <= gone.keys():
            for column, cells in _gone_columns(slot, blocks, gone):
                found.covered |= {block.address for block in cells}
                delete = Delete(sheet.prefix, names[0], column)
                found.wishes.append(_wish(cells, delete, (f"{names[0]}/{column}",), gone))
    return found


def _gone_columns(slot: Slot, blocks: list[Block], gone: Mapping[str, Change]) -> Iterator[tuple[str, list[Block]]]:
    """Give the columns of a table that are gone with their heads, each with its cells."""
    for column in slot.record.get("columns", []):
        name = str(column.get("id"))
        cells = [block for block in blocks if block.kind in _CELLS and block.address.rpartition("/")[2] == name]
        if len(cells) > 1 and cells[0].kind is Kind.HEAD_CELL and all(block.address in gone for block in cells):
            yield name, cells


def _wish(blocks: list[Block], delete: Delete, ids: tuple[str, ...], gone: Mapping[str, Change]) -> RecordWish:
    first = next(block for block in blocks if block.address in gone)
    before = "\n".join(block.source or block.rendered for block in blocks)
    base = tuple((block.address, block.source) for block in blocks if block.source is not None)
    return RecordWish("deleted", delete.chapter, first.address, (delete,), before, "", gone[first.address], ids, base)
