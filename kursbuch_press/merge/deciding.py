"""The file of conflicts that an editor completes: written for people, read again with their decisions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kursbuch_press.merge.outcome import Conflict, Operation, Outcome
from kursbuch_press.merge.wording import dialogue as wording
from kursbuch_press.problems import BookError, PressError
from kursbuch_press.sources.nodes import data_of
from kursbuch_press.sources.syntax import compose
from kursbuch_press.sources.writing import fresh_text

FILE = "returns/conflicts.yaml"
KEEP = "sources"


@dataclass(frozen=True, slots=True)
class Decided:
    """A conflict with what an editor decided; no operations where the sources stay as they are."""

    conflict: Conflict
    decision: str
    operations: tuple[Operation, ...]


def write_conflicts(outcome: Outcome, decisions: Mapping[str, str]) -> str:
    """Give the file; decisions that were made already are kept."""
    entries = [_entry(conflict, decisions.get(conflict.id, "")) for conflict in outcome.conflicts]
    return wording.CONFLICTS_HEAD + fresh_text({"conflicts": entries})


def _entry(conflict: Conflict, decision: str) -> dict[str, object]:
    entry: dict[str, object] = {"id": conflict.id, "number": conflict.number, "address": conflict.address}
    entry["reason"] = conflict.reason
    if conflict.before:
        entry["words_before"] = _line(conflict.before)
    entry["sources"] = _line(conflict.sources)
    if conflict.behind:
        entry["words_behind"] = _line(conflict.behind)
    entry["versions"] = [
        {"number": at, "by": ", ".join(who.name for who in version.who), "text": _line(version.text)}
        for at, version in enumerate(conflict.versions, 1)
    ]
    if not _can_be_made(conflict):
        entry["by_hand"] = True
    return entry | {"decision": decision}


def _line(text: str) -> str:
    return text.strip().replace("\t", " ")


def _can_be_made(conflict: Conflict) -> bool:
    return conflict.place is not None or any(version.operations for version in conflict.versions)


def read_decisions(text: str) -> dict[str, str]:
    """Give the decisions by the id of their conflict; mistakes in the file are raised as BookError."""
    tree = compose(text, FILE)
    if tree.problems or tree.root is None:
        raise BookError(tree.problems)
    data = data_of(tree.root)
    entries = data.get("conflicts") if isinstance(data, dict) else None
    found: dict[str, str] = {}
    for entry in entries if isinstance(entries, list) else []:
        if isinstance(entry, dict) and isinstance(entry.get("decision"), str) and entry["decision"].strip():
            found[str(entry.get("id", ""))] = entry["decision"].strip()
    return found


def decided(outcome: Outcome, decisions: Mapping[str, str]) -> tuple[Decided, ...]:
    """Give the conflicts that are decided; raises PressError for a decision that cannot be carried out."""
    return tuple(_decided(conflict, decisions[conflict.id]) for conflict in outcome.conflicts if conflict.id in decisions)


def is_possible(conflict: Conflict, decision: str) -> bool:
    """Say whether a decision can be carried out; of an empty one, whether any can but to leave the sources as they are."""
    if not decision:
        return _can_be_made(conflict)
    try:
        _decided(conflict, decision)
    except PressError:
        return False
    return True


def _decided(conflict: Conflict, decision: str) -> Decided:
    if decision == KEEP:
        return Decided(conflict, decision, ())
    if decision.isdecimal() and 1 <= int(decision) <= len(conflict.versions):
        operations = conflict.versions[int(decision) - 1].operations
        if operations:
            return Decided(conflict, decision, operations)
    elif conflict.place is not None:
        gap = " " if conflict.sources[:1] == " " or (conflict.before and not conflict.sources) else ""
        return Decided(conflict, decision, (replace(conflict.place, text=gap + decision),))
    raise PressError(wording.bad_decision(str(conflict.number), decision[:40], len(conflict.versions)), exit_code=2)
