"""Making accepted changes: in the data first, then in the bytes of the files."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from itertools import pairwise

from kursbuch_press.book import texts
from kursbuch_press.merge.merging import spliced
from kursbuch_press.merge.outcome import Delete, Insert, Move, Operation, Splice
from kursbuch_press.merge.sheets import Data, Slot, SourceData, new_id, sheet_of


class CannotApplyError(Exception):
    """A change fits no more: what it was about is gone."""


def applied(
    sheets: Mapping[str, SourceData], operations: Iterable[Operation], notes: Mapping[tuple[str, str], str]
) -> dict[str, SourceData]:
    """Give the sheets that are others now. Raises CannotApplyError; then nothing was changed."""
    wanted = list(operations)
    touched = {_chapter(each) for each in wanted}
    changed = {
        name: SourceData(name, copy.deepcopy(sheets[name].data), sheets[name].model) for name in sheets if name in touched
    }
    if touched - set(changed):
        raise CannotApplyError(", ".join(sorted(touched - set(changed))))
    called = {name: _calls(sheet) for name, sheet in changed.items()}
    _write_texts(changed, [each for each in wanted if isinstance(each, Splice)])
    for insert in _in_order([each for each in wanted if isinstance(each, Insert)]):
        _insert(changed[insert.chapter], insert)
    for move in [each for each in wanted if isinstance(each, Move)]:
        _move(changed[move.chapter], move)
    for delete in dict.fromkeys(each for each in wanted if isinstance(each, Delete)):
        _delete(changed[delete.chapter], delete)
    for name, sheet in changed.items():
        _let_notes_follow(sheet, called[name], {note: text for (chapter, note), text in notes.items() if chapter == name})
    return changed


def _chapter(operation: Operation) -> str:
    return sheet_of(operation.address) if isinstance(operation, Splice) else operation.chapter


def _write_texts(sheets: Mapping[str, SourceData], splices: list[Splice]) -> None:
    by_address: dict[str, list[Splice]] = {}
    for splice in splices:
        by_address.setdefault(splice.address, []).append(splice)
    for address, of_text in by_address.items():
        sheet = sheets[sheet_of(address)]
        mine = sheet.text(address)
        if mine is None or _overlap(of_text):
            raise CannotApplyError(address)
        text = spliced(mine, dict.fromkeys(of_text))
        if not sheet.write(address, text.strip() if mine == mine.strip() else text):
            raise CannotApplyError(address)


def _overlap(splices: list[Splice]) -> bool:
    ordered = sorted(dict.fromkeys(splices), key=lambda each: (each.start, each.end))
    return any(one.end > other.start or one.start == other.start for one, other in pairwise(ordered))


def _in_order(inserts: list[Insert]) -> list[Insert]:
    """Give inserts so that those behind one neighbour end in their order: the last goes in first."""
    ordered = sorted(inserts, key=lambda each: (each.chapter, each.anchor, each.where, each.rank, repr(each.record)))
    behind = [each for each in ordered if each.where != "before"]
    return [each for each in ordered if each.where == "before"] + behind[::-1]


def _slot(sheet: SourceData, name: str) -> Slot:
    found = sheet.slot(name)
    if found is None:
        raise CannotApplyError(f"{sheet.prefix}/{name}")
    return found


def _insert(sheet: SourceData, insert: Insert) -> None:
    anchor = _slot(sheet, insert.anchor)
    record = _with_free_ids(dict(insert.record), sheet.ids())
    if insert.where == "inside":
        anchor.record.setdefault(insert.key, []).insert(0, record)
    else:
        anchor.items.insert(anchor.at + (insert.where == "behind"), record)


def _with_free_ids(record: dict[str, object], taken: set[str]) -> dict[str, object]:
    if record.get("id") in taken:
        record["id"] = new_id(str(record["id"]), taken)
    for key, value in record.items():
        if isinstance(value, list):
            record[key] = [_with_free_ids(dict(each), taken) if isinstance(each, dict) else each for each in value]
    return record


def _move(sheet: SourceData, move: Move) -> None:
    slot = _slot(sheet, move.id)
    record = slot.items.pop(slot.at)
    anchor = sheet.slot(move.anchor)
    if anchor is None:
        raise CannotApplyError(f"{sheet.prefix}/{move.anchor}")
    anchor.items.insert(anchor.at + (move.where == "behind"), record)
    _drop_empty(slot)


def _delete(sheet: SourceData, delete: Delete) -> None:
    slot = sheet.slot(delete.id)
    if slot is None:  # it stood in something that is gone already
        return
    if delete.column:
        _delete_column(slot.record, delete.column)
        return
    slot.items.pop(slot.at)
    _drop_empty(slot)


def _delete_column(table: Data, column: str) -> None:
    """Take a column out of a table: its head, and its cell in each row."""
    names = [each.get("id") for each in table["columns"]]
    if column not in names:
        return
    at = names.index(column)
    for row in table["rows"]:
        if len(row["cells"]) == len(names):
            row["cells"].pop(at)
    table["columns"].pop(at)


def _drop_empty(slot: Slot) -> None:
    """Take away what held nothing but this: a list without items, a key without entries."""
    if slot.items:
        return
    if slot.owner is None:
        return
    if slot.key == "items" and slot.owner.record.get("kind") != "list":
        slot.owner.record.pop(slot.key, None)
        return
    slot.owner.items.pop(slot.owner.at)
    _drop_empty(slot.owner)


def _calls(sheet: SourceData) -> set[str]:
    """Give the notes that the texts of a chapter call."""
    found: set[str] = set()
    for text in _texts(sheet.data):
        if "[^" in text:
            content = texts.parse(text)[0].content
            found |= {inline.note for inline in texts.walk(content) if isinstance(inline, texts.NoteCall)}
    return found


def _texts(value: object) -> Iterable[str]:
    match value:
        case dict():
            for each in value.values():
                yield from _texts(each)
        case list():
            for each in value:
                yield from _texts(each)
        case str():
            yield value
        case _:
            pass


def _let_notes_follow(sheet: SourceData, called: set[str], new: Mapping[str, str]) -> None:
    """Add notes that are called now, and take away those that were called and are no more."""
    now = _calls(sheet)
    notes = sheet.data.get("notes", [])
    known = {str(note.get("id")) for note in notes}
    kept = [note for note in notes if not (note.get("id") in called and note.get("id") not in now)]
    kept += [{"id": name, "text": new[name]} for name in sorted(now - known) if name in new]
    if kept:
        sheet.data["notes"] = kept
    else:
        sheet.data.pop("notes", None)
