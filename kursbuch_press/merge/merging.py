"""Bringing the wishes of all returns together: what can be accepted, and what only an editor can decide."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from kursbuch_press.drafts.spans import span_text
from kursbuch_press.merge.anchoring import owner_of
from kursbuch_press.merge.outcome import (
    Change,
    Conflict,
    Delete,
    Insert,
    Move,
    Operation,
    Outcome,
    Received,
    Splice,
    Version,
    Who,
)
from kursbuch_press.merge.proposals import propose
from kursbuch_press.merge.sheets import SourceData, sheet_of
from kursbuch_press.merge.three_way import Contested, Hunk, Tokens, spots, tokens, wishes
from kursbuch_press.merge.values import is_value, merged_values
from kursbuch_press.merge.wished import Leftover, Proposals, RecordWish, TextWish, hear, who_of
from kursbuch_press.merge.wording import reasons
from kursbuch_press.returns.returned import Returned

_AROUND = 12
"""So many words around a conflict are shown."""
_SENTENCE = 6
"""Changes of the same people with so few words between them belong together: one without the other makes no sense."""
_MARKS = ("*", "_", "[", "](", "**", "__")

_Mine = tuple[Proposals, TextWish]


def merge(returns: Sequence[Returned], sheets: Mapping[str, SourceData]) -> Outcome:
    """Say what some returns want of today's sources. The order in which they are given does not matter."""
    unique = list({returned.digest: returned for returned in returns}.values())
    unique.sort(key=lambda each: each.digest)
    every = [propose(returned, sheets) for returned in unique]
    merging = _Merging(every, sheets)
    order = _reading_order(unique, sheets)
    changes = sorted(
        merging.changes, key=lambda each: (order(each.chapter, each.address), each.kind, each.before, each.after, each.id)
    )
    conflicts = sorted(merging.conflicts, key=lambda each: (order(each.chapter, each.address), each.reason, each.id))
    return Outcome(
        tuple(replace(change, number=at) for at, change in enumerate(changes, 1)),
        tuple(replace(conflict, number=at) for at, conflict in enumerate(conflicts, 1)),
        tuple((each.name, comment) for each in unique for comment in each.comments),
        tuple(
            (each.returned.name, unplaced)
            for each in every
            for unplaced in each.returned.unplaced
            if unplaced not in each.placed
        ),
        tuple((each.name, refused) for each in unique for refused in each.refused),
        tuple(sorted((_received(each) for each in unique), key=lambda each: (each.file, each.digest))),
        {key: text for proposals in every for key, text in proposals.notes.items()},
        merging.settled,
    )


def _received(returned: Returned) -> Received:
    names = {name for change in returned.changes for name in change.authors if name} | {c.author for c in returned.comments}
    return Received(
        returned.name, returned.digest, returned.snapshot.id, tuple(sorted(names)), returned.ledger, returned.notices
    )


def _reading_order(returns: Sequence[Returned], sheets: Mapping[str, SourceData]) -> Callable[[str, str], tuple[int, int, str]]:
    chapters = {name: at for at, name in enumerate(sheets)}
    places: dict[str, int] = {}
    for returned in sorted(returns, key=lambda each: each.snapshot.id):
        for at, block in enumerate(returned.snapshot.blocks):
            places.setdefault(block.address, at)
            places.setdefault(f"{block.chapter}/{owner_of(block.address)}", at)

    def order(chapter: str, address: str) -> tuple[int, int, str]:
        return chapters.get(chapter, len(chapters)), places.get(address, len(places)), address

    return order


class _Merging:
    def __init__(self, every: Sequence[Proposals], sheets: Mapping[str, SourceData]) -> None:
        self.sheets = sheets
        self.changes: list[Change] = []
        self.conflicts: list[Conflict] = []
        self.settled = 0
        texts = [(proposals, wish) for proposals in every for wish in proposals.texts]
        records = [(proposals, wish) for proposals in every for wish in proposals.records]
        disputed = self._records(records, texts)
        texts = [(proposals, wish) for proposals, wish in texts if wish.address not in disputed]
        for address, group in groupby(sorted(texts, key=lambda each: each[1].address), key=lambda each: each[1].address):
            self._text(address, list(group))
        for proposals in every:
            self.conflicts += [self._left(leftover, proposals) for leftover in proposals.left]

    def _left(self, leftover: Leftover, proposals: Proposals) -> Conflict:
        """Say what an editor makes of a change that the press cannot make."""
        version = Version(
            leftover.after or span_text(leftover.change.after) or reasons.GONE, who_of(leftover.change, proposals.returned)
        )
        mine = self.sheets[leftover.chapter].text(leftover.value) if leftover.value else None
        place = Splice(leftover.value, 0, len(mine), mine) if mine is not None else None
        sources = leftover.before if mine is None else mine
        return Conflict(leftover.chapter, leftover.address, leftover.reason, sources, (version,), place=place)

    # --- texts ---------------------------------------------------------------------------------------------------

    def _text(self, address: str, group: list[_Mine]) -> None:
        sheet = self.sheets.get(sheet_of(address))
        mine = sheet.text(address) if sheet else None
        if mine is None and not any(wish.theirs for _, wish in group):  # it was to be empty, and is gone
            self.settled += len(group)
            return
        if mine is None:
            versions = tuple(Version(wish.theirs, who_of(wish.change, p.returned)) for p, wish in group)
            self.conflicts.append(Conflict(sheet_of(address), address, reasons.DELETED_SINCE, "", versions))
            return
        if is_value(address, sheet):
            changes, conflicts, settled = merged_values(address, mine, group)
            self.changes += changes
            self.conflicts += conflicts
            self.settled += settled
            return
        heard = hear(mine, group, tokens)
        self.settled += heard.settled
        found = spots(heard.today, heard.wanted)
        for spot in found:
            if spot.is_conflict:
                self.conflicts.append(self._text_conflict(address, heard.today, spot, heard.known))
        for spots_of in _bound([spot for spot in found if not spot.is_conflict], heard.today):
            self.changes.append(self._text_change(address, heard.today, spots_of, heard.known))

    def _text_change(self, address: str, today: Tokens, group: list[Contested], known: Mapping[str, _Mine]) -> Change:
        who: set[Who] = set()
        certain = True
        for spot in group:
            words, names = spot.versions[0]
            for name in names:
                proposals, wish = known[name]
                who |= set(who_of(wish.change, proposals.returned, "".join((*words, *today[spot.start : spot.end]))))
                certain = certain and wish.change.certain
        splices = tuple(_splice(address, today, spot, spot.versions[0][0]) for spot in group)
        mine = "".join(today)
        return Change(sheet_of(address), address, "edited", mine, spliced(mine, splices), tuple(sorted(who)), splices, certain)

    def _text_conflict(self, address: str, today: Tokens, spot: Contested, known: Mapping[str, _Mine]) -> Conflict:
        versions = tuple(
            Version(
                "".join(words),
                tuple(
                    sorted(
                        {
                            person
                            for name in names
                            for person in who_of(known[name][1].change, known[name][0].returned, "".join(words))
                        }
                    )
                ),
                (_splice(address, today, spot, words),),
            )
            for words, names in spot.versions
        )
        place = _splice(address, today, spot, today[spot.start : spot.end])
        return Conflict(
            sheet_of(address), address, reasons.BOTH if len(versions) > 1 else reasons.SOURCES, place.text, versions,
            "".join(today[max(0, spot.start - _AROUND) : spot.start]), "".join(today[spot.end : spot.end + _AROUND]), place,
        )  # fmt: skip

    # --- records -------------------------------------------------------------------------------------------------

    def _records(self, every: list[tuple[Proposals, RecordWish]], texts: list[_Mine]) -> set[str]:
        """Bring together what comes, goes and moves; gives the addresses of texts that are part of a conflict."""
        disputed: set[str] = set()
        groups: dict[tuple[object, ...], list[tuple[Proposals, RecordWish]]] = {}
        for proposals, wish in every:
            key = (wish.kind, wish.chapter, _told(wish.operations), wish.rewrites)
            groups.setdefault(key, []).append((proposals, wish))
        apart = self._disputes(list(groups.values()), texts)
        for group in groups.values():
            wish = group[0][1]
            rivals = apart.get(id(wish), [])
            who = _people(group)
            if rivals:
                disputed |= {name for name, _ in wish.base} | {
                    each.address for _, each in texts if owner_of(each.address) in wish.ids
                }
            elif self._is_done(wish):
                self.settled += 1
            elif changed := self._changed_since(wish):
                self._record_conflict(wish, who, reasons.SOURCES, changed)
            else:
                operations = (*self._rewrites(wish), *wish.operations)
                certain = all(each.change.certain for _, each in group)
                self.changes.append(
                    Change(wish.chapter, wish.address, wish.kind, wish.before, wish.after, who, operations, certain)
                )
        return disputed

    def _rewrites(self, wish: RecordWish) -> Iterator[Splice]:
        for address, text in wish.rewrites:
            mine = self.sheets[wish.chapter].text(address) or ""
            yield Splice(address, 0, len(mine), text)

    def _is_done(self, wish: RecordWish) -> bool:
        """Tell whether the sources are already so."""
        sheet = self.sheets[wish.chapter]
        rewritten = all(sheet.text(address) == text for address, text in wish.rewrites)
        return rewritten and all(_is_made(sheet, each) for each in wish.operations)

    def _changed_since(self, wish: RecordWish) -> str:
        """Give what the sources say today where a record that is to go or change is not what it was in the draft."""
        sheet = self.sheets[wish.chapter]
        now = [(sheet.text(address), base) for address, base in wish.base]
        if all(text == base for text, base in now):
            return ""
        return "\n".join(text or "–" for text, _ in now)

    def _record_conflict(self, wish: RecordWish, who: tuple[Who, ...], reason: str, sources: str) -> None:
        operations = (*self._rewrites(wish), *wish.operations)
        version = Version(wish.after or reasons.GONE, who, operations)
        self.conflicts.append(Conflict(wish.chapter, wish.address, reason, sources, (version,)))

    def _disputes(self, groups: list[list[tuple[Proposals, RecordWish]]], texts: list[_Mine]) -> dict[int, list[object]]:
        """Find records that several people want differently, and tell of each such knot once."""
        found: dict[int, list[object]] = {}
        for at, group in enumerate(groups):
            wish = group[0][1]
            if not wish.ids:
                continue
            others = [
                other for number, other in enumerate(groups)
                if number != at and other[0][1].chapter == wish.chapter and _collide(wish, other[0][1])
            ]  # fmt: skip
            files = {p.returned.digest for p, _ in group}
            edits = [
                (p, each) for p, each in texts
                if wish.kind in {"deleted", "split", "joined"} and p.returned.digest not in files
                and sheet_of(each.address) == wish.chapter
                and (owner_of(each.address) in wish.ids or any(each.address == name for name, _ in wish.base))
            ]  # fmt: skip
            if others or edits:
                found[id(wish)] = [*others, *edits]
                self._knot([group, *others], edits)
        return found

    def _knot(self, groups: list[list[tuple[Proposals, RecordWish]]], edits: list[_Mine]) -> None:
        groups = sorted(groups, key=lambda each: (each[0][1].kind, each[0][1].address, each[0][1].after))
        wish = groups[0][0][1]
        sheet = self.sheets[wish.chapter]
        versions = [
            Version(each[0][1].after or reasons.GONE, _people(each), (*self._rewrites(each[0][1]), *each[0][1].operations))
            for each in groups
        ]
        for proposals, edit in sorted(edits, key=lambda each: (each[1].address, each[1].theirs)):
            mine = sheet.text(edit.address) or ""
            wants = wishes(tokens(edit.base), tokens(edit.theirs), tokens(mine))
            operations = tuple(_splice(edit.address, tokens(mine), want.hunk, want.hunk.words) for want in wants)
            versions.append(Version(edit.theirs, who_of(edit.change, proposals.returned), operations))
        moved = all(each[0][1].kind == "moved" for each in groups) and not edits
        reason = reasons.MOVED_APART if moved else reasons.DELETED_AND_CHANGED
        sources = "\n".join(text for address, _ in wish.base if (text := sheet.text(address))) or wish.before
        conflict = Conflict(wish.chapter, wish.address, reason, sources, tuple(versions))
        if all(other.id != conflict.id for other in self.conflicts):
            self.conflicts.append(conflict)


def _is_made(sheet: SourceData, operation: Operation) -> bool:
    """Tell whether the sources are already as an operation would make them."""
    match operation:
        case Delete(id=name, column=column) if column:
            return sheet.text(f"{operation.chapter}/{name}/{column}") is None
        case Delete(id=name):
            return sheet.slot(name) is None
        case Insert() as insert:
            slot = sheet.slot(insert.anchor)
            items = [] if slot is None else slot.record.get(insert.key, []) if insert.where == "inside" else slot.items
            return any(_same_words(each, insert.record) for each in items)
        case Move() as move:
            return _stands(sheet, move)
        case Splice():
            return False


def _collide(wish: RecordWish, other: RecordWish) -> bool:
    """Tell whether two wishes cannot both be granted."""
    shared = set(wish.ids) & set(other.ids)
    anchors = {each.anchor for each in other.operations if isinstance(each, Insert | Move)}
    if wish.kind == "deleted" and anchors & set(wish.ids[1:] if other.kind == "new" else wish.ids):
        return True
    return bool(shared)


def _people(group: Iterable[tuple[Proposals, RecordWish]]) -> tuple[Who, ...]:
    return tuple(sorted({person for p, wish in group for person in who_of(wish.change, p.returned)}))


def _told(operations: tuple[Operation, ...]) -> str:
    """Say what operations do, so that the same wish of two people is one: ranks and ids are made, words are not."""
    told = [
        (each.chapter, each.anchor, each.where, _words(each.record)) if isinstance(each, Insert) else each
        for each in operations
    ]  # fmt: skip
    return repr(told)


def _words(record: object) -> object:
    match record:
        case Mapping():
            return {key: _words(value) for key, value in record.items() if key != "id"}
        case list():
            return [_words(each) for each in record]
        case _:
            return record


def _same_words(record: object, other: Mapping[str, object]) -> bool:
    return _words(record) == _words(other)


def _stands(sheet: SourceData, move: Move) -> bool:
    slot, anchor = sheet.slot(move.id), sheet.slot(move.anchor)
    if slot is None or anchor is None or slot.items is not anchor.items:
        return False
    return slot.at - anchor.at == (1 if move.where == "behind" else -1)


def _splice(address: str, today: Tokens, spot: Contested | Hunk, words: Tokens) -> Splice:
    begin = len("".join(today[: spot.start]))
    return Splice(address, begin, begin + len("".join(today[spot.start : spot.end])), "".join(words))


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """Give a text with some places of it replaced."""
    for splice in sorted(splices, key=lambda each: (each.start, each.end), reverse=True):
        text = text[: splice.start] + splice.text + text[splice.end :]
    return text


def _bound(found: list[Contested], today: Tokens) -> list[list[Contested]]:
    """Give the places that are one change: near ones of the same people, and marks that open and close together."""
    groups: list[list[Contested]] = []
    for spot in found:
        last = groups[-1][-1] if groups else None
        if last is not None and spot.versions[0][1] == last.versions[0][1] and spot.start - last.end <= _SENTENCE:
            groups[-1].append(spot)
        else:
            groups.append([spot])
    bound: list[list[Contested]] = []
    marked: dict[tuple[str, ...], list[Contested]] = {}
    for group in groups:
        names = group[0].versions[0][1]
        if not any(_touches_marks(spot, today) for spot in group):
            bound.append(group)
        elif names in marked:
            marked[names].extend(group)
        else:
            marked[names] = group
            bound.append(group)
    return bound


def _touches_marks(spot: Contested, today: Tokens) -> bool:
    return any(word.strip().startswith(_MARKS) for word in (*spot.versions[0][0], *today[spot.start : spot.end]))
