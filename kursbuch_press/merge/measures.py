"""Whole measures that were added, moved or deleted in a Word file: there a measure is a heading with a table under it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kursbuch_press.book.measures import Measure
from kursbuch_press.drafts.snapshot import Block, Kind, Snapshot
from kursbuch_press.drafts.spans import span_text
from kursbuch_press.merge.anchoring import Anchor, owner_of
from kursbuch_press.merge.lifting import fresh
from kursbuch_press.merge.sheets import Data, Slot, SourceData, new_id
from kursbuch_press.merge.values import CHOICES, LISTS, months_in, names_in, printed_keys
from kursbuch_press.returns.returned import Change, ChangeKind, Foreign, Returned, Spans, Unplaced

_TEXTS = ("what", "means", "check")
_LINES = frozenset({Kind.HEADING, Kind.PARAGRAPH, Kind.ITEM})
_NEEDED = frozenset({"what", "responsible", "until"})


@dataclass(frozen=True, slots=True)
class NewMeasure:
    """A heading that nobody had sent, with the table behind it that says what the tables of measures say."""

    heading: Change
    table: Unplaced


def new_measures(returned: Returned) -> dict[int, NewMeasure]:
    """Give new measures by the numbers of their headings: in files without styles a heading is a line like any other."""
    labels = _labels(returned.snapshot)
    tables: dict[str, list[Unplaced]] = {}
    for each in returned.unplaced:
        if each.what is Foreign.TABLE and _says_measure(each, labels):
            tables.setdefault(each.near, []).append(each)
    found: dict[int, NewMeasure] = {}
    for near, beside_it in tables.items():
        lines = [
            each for each in returned.changes if each.kind is ChangeKind.NEW and each.behind == near and each.block in _LINES
        ]
        headings = [each for each in lines if each.block is Kind.HEADING] or lines
        if len(headings) == len(beside_it):
            found |= {line.number: NewMeasure(line, table) for line, table in zip(headings, beside_it, strict=True)}
    return found


def measure_of(new: NewMeasure, returned: Returned, sheet: SourceData, taken: set[str]) -> Data | None:
    """Give a new measure as a record of the sources; None where a word of it does not fit into one."""
    title = fresh(new.heading.after)
    said: dict[str, Spans] = {}
    for label, words in _lines(new.table, _labels(returned.snapshot)):
        if label in said and span_text(words).strip():
            return None
        said.setdefault(label, words)
    if not title or "" in said or not {name for name, words in said.items() if span_text(words).strip()} >= _NEEDED:
        return None
    record: Data = {"id": new_id("m " + span_text(new.heading.after), taken), "title": title}
    for name in fields_in_order(said):
        value = _value(name, said[name], returned.snapshot, sheet)
        if value is None:
            return None
        record |= value
    return record


def fields_in_order(said: Mapping[str, Spans]) -> list[str]:
    """Give the fields that something is said of, in the order in which measures are written."""
    return [name for name in Measure.model_fields if name in said and span_text(said[name]).strip()]


def _value(name: str, words: Spans, snapshot: Snapshot, sheet: SourceData) -> Data | None:
    text = span_text(words).strip()
    if name in _TEXTS:
        marked = fresh(words)
        return {name: marked} if marked else None
    if name in LISTS:
        return {name: names_in(text)}
    if name == "until":
        months = months_in(text)
        return {"start": months[0], "until": months[1]} if len(months) == 2 else None  # noqa: PLR2004 - from one to another
    key = printed(snapshot, sheet).get(text.casefold())
    return {name: key} if key else None


def printed(snapshot: Snapshot, sheet: SourceData) -> dict[str, str]:
    """Give the keys of printed words: the shipped ones, and as other measures of the chapter show them."""
    choices = [(slot, name) for slot in sheet.slots() if slot.model is Measure for name in CHOICES if name in slot.record]
    shown = ((snapshot.by_address.get(f"{sheet.prefix}/{slot.record.get('id')}/{name}"), slot, name) for slot, name in choices)
    return printed_keys((block.rendered, str(slot.record[name])) for block, slot, name in shown if block is not None)


def _labels(snapshot: Snapshot) -> dict[str, str]:
    """Give the fields of measures by what is printed before them."""
    found: dict[str, str] = {}
    for block in snapshot.blocks:
        *_, name, last = ["", *block.address.split("/")]
        if last == "label" and name in Measure.model_fields:
            found[block.rendered.strip().casefold()] = name
    return found


def _says_measure(table: Unplaced, labels: Mapping[str, str]) -> bool:
    known = [name for name, _ in _lines(table, labels) if name]
    return set(known) >= _NEEDED


def _lines(table: Unplaced, labels: Mapping[str, str]) -> list[tuple[str, Spans]]:
    """Give the rows of a table as fields and what they say; those behind a head of two words that is no field are all."""
    found = []
    for at, row in enumerate(table.rows):
        name = labels.get(span_text(row[0]).strip().casefold(), "") if row else ""
        is_head = at == 0 and not name and all(len(span_text(cell).split()) <= 1 for cell in row)
        if not is_head:
            found.append((name if len(row) == 2 else "", row[1] if len(row) > 1 else ()))  # noqa: PLR2004 - a name and what it says
    return found


def is_title(slot: Slot | None, change: Change) -> bool:
    """Say whether a change is of the title of a measure."""
    return slot is not None and slot.model is Measure and change.address.endswith("/title")


def follows_title(change: Change, titles: Sequence[str]) -> bool:
    """Say whether a text moved only because its measure did: it stands behind another text of it."""
    return (
        change.kind is ChangeKind.MOVED
        and owner_of(change.address) in titles
        and (owner_of(change.behind) == owner_of(change.address))
    )


def beside(sheet: SourceData, snapshot: Snapshot, behind: str, apart: str = "") -> Anchor | None:
    """Find the measure behind which another one goes, given the block before it; the first one has only what is before it."""
    slots = [each for each in sheet.slots() if each.model is Measure and each.record.get("id") != apart]
    before = next((each for each in slots if each.record.get("id") == owner_of(behind)), None)
    if before is not None:
        return Anchor(before, "behind", "measure")
    places = {block.address: at for at, block in enumerate(snapshot.blocks)}
    first = slots[0] if slots else None
    title = _place(first, places, sheet) if first is not None else None
    if first is None or title is None or places.get(behind, -1) >= title:
        return None
    between = snapshot.blocks[places.get(behind, -1) + 1 : title]
    return Anchor(first, "before", "measure") if not any(_is_said(block, apart) for block in between) else None


def _place(slot: Slot, places: Mapping[str, int], sheet: SourceData) -> int | None:
    return places.get(f"{sheet.prefix}/{slot.record.get('id')}/title")


def _is_said(block: Block, apart: str) -> bool:
    """Say whether a block keeps a measure from being the first: it says something, and is not of the one that moves."""
    return block.editable and bool(block.rendered.strip()) and owner_of(block.address) != apart
