"""returns/log.yaml: who changed what, and which of it was accepted; new entries stand at its end."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from kursbuch_press.merge.deciding import Decided
from kursbuch_press.merge.outcome import Change, Outcome, Who
from kursbuch_press.merge.wording import LOG_HEAD
from kursbuch_press.sources.nodes import data_of
from kursbuch_press.sources.syntax import compose
from kursbuch_press.sources.writing import fresh_text, rewrite

FILE = "returns/log.yaml"


def with_entry(text: str, outcome: Outcome, accepted: Iterable[Change], conflicts: Iterable[Decided]) -> str:
    """Give the log with one more merge in it."""
    entry: dict[str, object] = {
        "returns": [
            {"file": each.file, "sha256": each.digest, "draft": each.draft} for each in outcome.received
        ],
        "accepted": [
            *(_change(change) for change in accepted),
            *(_decided(each) for each in conflicts if each.operations),
        ],
    }  # fmt: skip
    if not text.strip():
        return LOG_HEAD + fresh_text({"merges": [entry]})
    root = compose(text, FILE).root
    data = data_of(root) if root is not None else {}
    assert isinstance(data, dict), "the log is ours"
    return rewrite(text, FILE, {**data, "merges": [*data.get("merges", []), entry]})


def _change(change: Change) -> dict[str, object]:
    told: dict[str, object] = {"address": change.address, "kind": change.kind, "by": _names(change.who)}
    if change.before and change.before != change.after:
        told["before"] = _flat(change.before)
    if change.after:
        told["after"] = _flat(change.after)
    return told


def _decided(each: Decided) -> dict[str, object]:
    people = [who for version in each.conflict.versions for who in version.who]
    return {
        "address": each.conflict.address, "kind": "conflict", "conflict": " ".join(each.conflict.keys),
        "by": _names(people), "before": _flat(each.conflict.sources),
        "decision": _flat(each.decision),
    }  # fmt: skip


def _names(people: Iterable[Who]) -> list[str]:
    return list(dict.fromkeys(f"{who.name}, {who.day}" if who.day else who.name for who in people))


def _flat(text: str) -> str:
    return text.replace("\t", " ")


def without_decided(outcome: Outcome, text: str) -> Outcome:
    """Leave out the conflicts all of whose versions the log says were decided; the words of one are in the sources."""
    lines = re.findall(r"^ +conflict: ['\"]?([0-9a-f ]+)['\"]?\r?$", text, re.MULTILINE)
    keys = {key for line in lines for key in line.split()}
    open_ones = [conflict for conflict in outcome.conflicts if not keys.issuperset(conflict.keys)]
    conflicts = tuple(replace(conflict, number=at) for at, conflict in enumerate(open_ones, 1))
    return replace(outcome, conflicts=conflicts, settled=outcome.settled + len(outcome.conflicts) - len(conflicts))
