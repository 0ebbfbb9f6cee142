"""What one return wants of the sources: texts that are to be others, records that come, go or move, and what is left over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import groupby, pairwise

from kursbuch_press.drafts.snapshot import Block, Kind
from kursbuch_press.drafts.spans import Span, Spans, span_text
from kursbuch_press.merge.anchoring import Anchor, find_anchor, owner_of
from kursbuch_press.merge.deletions import deletions
from kursbuch_press.merge.lifting import fresh, lift
from kursbuch_press.merge.measures import NewMeasure, beside, follows_title, is_title, measure_of, new_measures, printed
from kursbuch_press.merge.outcome import Delete, Insert, Move
from kursbuch_press.merge.records import record_text, up_to
from kursbuch_press.merge.sheets import SourceData, new_id
from kursbuch_press.merge.values import CHOICES, is_value, value_wishes
from kursbuch_press.merge.wished import Leftover, Proposals, RecordWish, TextWish
from kursbuch_press.merge.wording import reasons
from kursbuch_press.returns.returned import Change, ChangeKind, Returned
from kursbuch_press.sources.shapes import fields_of, is_required

_BREAK = "\ue001"
"""Stands where one paragraph became two, while its marks are found again; no text of the book can hold it."""


def propose(returned: Returned, sheets: Mapping[str, SourceData]) -> Proposals:
    """Say what a return wants, in the words of the sources."""
    return _Proposing(returned, sheets).all()


class _Proposing:
    def __init__(self, returned: Returned, sheets: Mapping[str, SourceData]) -> None:
        self.returned = returned
        self.blocks = returned.snapshot.by_address
        self.sheets = sheets
        self.found = Proposals(returned)
        self.note_ids: dict[str, str] = {}
        self.measures: dict[int, NewMeasure] = {}

    def all(self) -> Proposals:
        changes = self.returned.changes
        self._name_notes(changes)
        gone = {
            name for change in changes if change.kind is ChangeKind.DELETED for name in (change.addresses or (change.address,))
        }
        self._deleted(changes, gone)
        self.measures = new_measures(self.returned)
        titles = [owner_of(each.address) for each in changes if each.kind is ChangeKind.MOVED and self._is_title(each)]
        for _, run in groupby(changes, key=self._run):
            taken = list(run)
            if follows_title(taken[0], titles):
                self._follow(taken[0])
            else:
                self._take(taken)
        return self.found

    def _is_title(self, change: Change) -> bool:
        sheet = self.sheets.get(change.chapter)
        return sheet is not None and is_title(sheet.slot(owner_of(change.address)), change)

    def _follow(self, change: Change) -> None:
        """Take what moved with its measure: only other words are left to tell of."""
        if span_text(change.before) != span_text(change.after) and change.editable:
            self._edited(change)

    def _run(self, change: Change) -> object:
        """New items behind one block belong together; everything else stands alone."""
        together = change.kind is ChangeKind.NEW and change.block is Kind.ITEM and change.number not in self.measures
        return (change.behind, "items") if together else change.number

    def _take(self, run: list[Change]) -> None:
        change = run[0]
        if not change.editable and change.kind is not ChangeKind.DELETED:
            self._leave(change, reasons.GENERATED)
            return
        match change.kind:
            case ChangeKind.EDITED:
                self._edited(change)
            case ChangeKind.NEW if change.block is not Kind.NOTE:
                self._new(run)
            case ChangeKind.MOVED:
                self._moved(change)
            case ChangeKind.SPLIT:
                self._split(change)
            case ChangeKind.JOINED:
                self._joined(change)
            case _:  # deleted things were seen together, new notes follow their calls
                pass

    def _leave(self, change: Change, reason: str, value: str = "") -> None:
        before, after = span_text(change.before), _words_of(change)
        self.found.left.append(Leftover(change.chapter, change.address or change.behind, reason, before, after, change, value))

    def _name_notes(self, changes: tuple[Change, ...]) -> None:
        for change in changes:
            if change.kind is ChangeKind.NEW and change.block is Kind.NOTE:
                text = fresh(change.after)
                sheet = self.sheets.get(change.chapter)
                if text and sheet:
                    usual = new_id("fn " + text, set())
                    there = [str(note["id"]) for note in sheet.data.get("notes", []) if note.get("text") == text]
                    taken_over = [name for name in there if name.startswith(usual)]
                    name = taken_over[0] if taken_over else new_id("fn " + text, sheet.ids())
                    self.note_ids[change.address] = name
                    self.found.notes[change.chapter, name] = text
                else:
                    self._leave(change, reasons.NO_PLACE)

    def _lifted(self, block: Block, after: Spans) -> str | None:
        if block.source is None:
            return None
        return lift(block.source, block.spans, after, self.note_ids)

    def _edited(self, change: Change) -> None:
        block = self.blocks.get(change.address)
        if block is None or block.source is None:
            self._valued(change, block)
            return
        theirs = self._lifted(block, change.after)
        if theirs is None:
            self._leave(change, reasons.MARKS)
        elif not theirs and block.source:
            self._emptied(change, block)
        elif theirs != block.source:
            self.found.texts.append(TextWish(change.address, block.source, theirs, change))
        else:
            self._leave(change, reasons.NOTHING_SAYABLE)

    def _valued(self, change: Change, block: Block | None) -> None:
        """Take what is no text but a value: names, months, a choice."""
        sheet = self.sheets.get(change.chapter)
        if block is None or sheet is None or not is_value(block.address, sheet):
            self._leave(change, reasons.NO_TEXT)
            return
        wishes = value_wishes(change, block, sheet, printed(self.returned.snapshot, sheet))
        if isinstance(wishes, str):
            self._leave(change, wishes, block.address if block.address.rpartition("/")[2] in CHOICES else "")
        elif wishes:
            self.found.texts.extend(wishes)
        else:
            self._leave(change, reasons.NOTHING_SAYABLE)

    def _sheet(self, change: Change) -> SourceData | None:
        sheet = self.sheets.get(change.chapter)
        if sheet is None:
            self._leave(change, reasons.NO_CHAPTER)
        return sheet

    def _new(self, run: list[Change]) -> None:
        change = run[0]
        sheet = self._sheet(change)
        if sheet is None or (change.number in self.measures and self._new_measure(sheet, self.measures[change.number])):
            return
        anchor = find_anchor(sheet, self.returned.snapshot, change.behind, (change.block, change.level))
        if anchor is None:
            for each in run:
                self._leave(each, reasons.NO_PLACE)
            return
        taken = sheet.ids()
        if anchor.form == "list":
            self._new_list(run, anchor, taken)
            return
        for each in run:
            record = self._record(each, anchor, taken)
            if record is None:
                self._leave(each, reasons.MARKS)
            else:
                self._insert(each, anchor, record)

    def _new_measure(self, sheet: SourceData, new: NewMeasure) -> bool:
        anchor = beside(sheet, self.returned.snapshot, new.heading.behind)
        record = measure_of(new, self.returned, sheet, sheet.ids()) if anchor else None
        if anchor is None or record is None:
            return False
        self._insert(new.heading, anchor, record)
        self.found.placed.append(new.table)
        return True

    def _insert(self, change: Change, anchor: Anchor, record: dict[str, object]) -> None:
        name = str(anchor.slot.record["id"])
        operation = Insert(change.chapter, name, record, anchor.where, rank=change.number)
        after = " | ".join(map(str, record["cells"])) if "cells" in record else record_text(record)  # type: ignore[call-overload]  # cells are a list of texts
        self.found.records.append(
            RecordWish("new", change.chapter, f"{change.chapter}/{name}", (operation,), "", after, change)
        )

    def _record(self, change: Change, anchor: Anchor, taken: set[str]) -> dict[str, object] | None:
        if anchor.form == "row":
            cells = [fresh(part, self.note_ids) for part in change.parts]
            if None in cells or not any(cells) or len(cells) != len(anchor.slot.record["cells"]):
                return None
            return {"id": new_id(" ".join(span_text(part) for part in change.parts), taken), "cells": cells}
        text = fresh(change.after, self.note_ids)
        if not text:
            return None
        record: dict[str, object] = {"id": new_id(span_text(change.after), taken)}
        if anchor.form == "heading":
            record |= {"kind": "heading", "level": min(max(change.level, 2), 4)}
        return record | {"text": text}

    def _new_list(self, run: list[Change], anchor: Anchor, taken: set[str]) -> None:
        change = run[0]
        texts = [fresh(each.after, self.note_ids) for each in run]
        if not all(texts):
            self._leave(change, reasons.MARKS)
            return
        items = [{"id": new_id(span_text(each.after), taken), "text": text} for each, text in zip(run, texts, strict=True)]
        record: dict[str, object] = {"id": new_id("liste " + span_text(change.after), taken), "kind": "list"}
        record |= {"ordered": True} if change.ordered else {}
        self._insert(change, anchor, record | {"items": items})

    def _moved(self, change: Change) -> None:
        sheet = self._sheet(change)
        if sheet is None:
            return
        block = self.blocks.get(change.address)
        slot = sheet.slot(owner_of(change.address))
        if block is None or slot is None:
            self._leave(change, reasons.NO_PLACE)
            return
        if is_title(slot, change):
            anchor = beside(sheet, self.returned.snapshot, change.behind, owner_of(change.address))
        else:
            anchor = find_anchor(sheet, self.returned.snapshot, change.behind, (block.kind, block.level))
        moving = up_to(slot, anchor)
        if anchor is None or moving is None or anchor.where == "inside" or anchor.form == "list":
            self._leave(change, reasons.NO_PLACE)
            return
        name = str(moving.record["id"])
        operation = Move(change.chapter, name, str(anchor.slot.record["id"]), anchor.where)
        if operation.id != operation.anchor:
            text = span_text(change.after)
            self.found.records.append(
                RecordWish("moved", change.chapter, change.address, (operation,), text, text, change, (name,))
            )
        if change.before != change.after:
            self._edited(change)

    def _split(self, change: Change) -> None:
        """Find the marks of the whole text again with a sign where it was split, and then cut it there."""
        block, sheet = self.blocks.get(change.address), self._sheet(change)
        if sheet is None:
            return
        spans = change.after
        for part in change.parts:
            spans = (*spans, Span(f" {_BREAK} "), *part)
        whole = self._lifted(block, spans) if block else None
        anchor = find_anchor(sheet, self.returned.snapshot, change.address, (change.block, change.level))
        slot = sheet.slot(owner_of(change.address))
        texts = [part.strip() for part in (whole or "").split(_BREAK)]
        if not block or block.source is None or whole is None or not all(texts) or len(texts) != len(change.parts) + 1:
            self._leave(change, reasons.MARKS)
        elif anchor is None or slot is None or anchor.slot.items is not slot.items or "text" not in slot.record:
            self._leave(change, reasons.NO_PLACE)
        else:
            taken = sheet.ids()
            name = str(slot.record["id"])
            records = [self._alike(slot.record, text, taken) for text in texts[1:]]
            inserts = tuple(Insert(change.chapter, name, record, rank=at) for at, record in enumerate(records))
            self.found.records.append(
                RecordWish(
                    "split", change.chapter, change.address, inserts, block.source, "\n\n".join(texts), change,
                    (name,), ((change.address, block.source),), ((change.address, texts[0]),),
                )
            )  # fmt: skip

    @staticmethod
    def _alike(record: Mapping[str, object], text: str, taken: set[str]) -> dict[str, object]:
        same: dict[str, object] = {"kind": record["kind"]} if "kind" in record else {}
        if "level" in record:
            same["level"] = int(str(record["level"]))
        return {"id": new_id(text, taken)} | same | {"text": text}

    def _joined(self, change: Change) -> None:
        blocks = [self.blocks[name] for name in change.addresses if name in self.blocks]
        sheet = self._sheet(change)
        if sheet is None:
            return
        sources = [block.source for block in blocks if block.source]
        before: Spans = ()
        for block in blocks:
            before = (*before, *((Span(" "),) if before else ()), *block.spans)
        after = _spaced(change.after, [block.rendered for block in blocks])
        whole = lift(" ".join(sources), before, after, self.note_ids) if len(sources) == len(blocks) > 1 else None
        names = [owner_of(block.address) for block in blocks]
        if not whole:
            self._leave(change, reasons.MARKS)
        elif sheet.text(change.addresses[0]) == whole and all(sheet.slot(name) is None for name in names[1:]):
            pass  # they are one already
        elif any(sheet.slot(name) is None for name in names) or len(set(names)) < len(names):
            self._leave(change, reasons.NO_PLACE)
        else:
            deletes = tuple(Delete(change.chapter, name) for name in names[1:])
            base = tuple((block.address, block.source or "") for block in blocks)
            self.found.records.append(
                RecordWish(
                    "joined", change.chapter, change.addresses[0], deletes, "\n\n".join(sources), whole, change,
                    tuple(names), base, ((change.addresses[0], whole),),
                )
            )  # fmt: skip

    def _deleted(self, changes: tuple[Change, ...], gone: set[str]) -> None:
        """Delete the greatest records all of whose words are gone; of a text that may be missing, only its words."""
        by_address = {
            name: each for each in changes if each.kind is ChangeKind.DELETED for name in (each.addresses or (each.address,))
        }
        covered: set[str] = set()
        for chapter in dict.fromkeys(change.chapter for change in by_address.values()):
            sheet = self.sheets.get(chapter)
            if sheet is not None:
                found = deletions(sheet, self.returned.snapshot, by_address)
                self.found.records.extend(found.wishes)
                covered |= found.covered
        owners = {name for wish in self.found.records if wish.kind == "deleted" for name in wish.ids}
        told: set[int] = set()
        for name in sorted(gone - covered):
            change, block = by_address[name], self.blocks.get(name)
            if block is not None and block.editable:
                if block.kind is not Kind.NOTE:
                    self._emptied(change, block)
            elif owner_of(name) not in owners and change.number not in told and not self._has_text(change):
                told.add(change.number)
                self._leave(change, reasons.GENERATED)

    def _has_text(self, change: Change) -> bool:
        """Say whether some of the cells of a row are texts of the sources: those are told of by themselves."""
        found = (self.blocks.get(name) for name in change.addresses)
        return any(block is not None and block.editable for block in found)

    def _emptied(self, change: Change, block: Block) -> None:
        sheet = self.sheets.get(change.chapter)
        if sheet is not None and sheet.place(block.address) is None:  # what went is gone from the sources already
            return
        slot = sheet.slot(owner_of(block.address)) if sheet else None
        field = block.address.rpartition("/")[2]
        optional = block.kind is Kind.CELL or (
            slot is not None and field in fields_of(slot.model) and not is_required(slot.model, field)
        )
        if block.source and optional:
            self.found.texts.append(TextWish(block.address, block.source, "", change))
        elif block.source:
            self._leave(change, reasons.NEEDED)
        else:
            self._valued(change, block)


_EDGE = 8


def _spaced(spans: Spans, texts: list[str]) -> Spans:
    """Put a space where two paragraphs were joined without one: who deletes a paragraph's end means its words to go on."""
    for before, behind in pairwise(texts):
        joint = before.rstrip()[-_EDGE:], behind.lstrip()[:_EDGE]
        spans = tuple(replace(span, text=span.text.replace("".join(joint), " ".join(joint), 1)) for span in spans)
    return spans


def _words_of(change: Change) -> str:
    parts = [span_text(change.after), *(span_text(part) for part in change.parts)]
    return "\n".join(part for part in parts if part)
