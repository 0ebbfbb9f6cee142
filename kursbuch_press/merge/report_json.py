"""The outcome of a merge as JSON, for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict

from kursbuch_press.merge.outcome import Change, Conflict, Outcome, Who
from kursbuch_press.returns.returned import Comment, Ledger


def report_json(outcome: Outcome) -> str:
    """Give ``changes``, ``conflicts``, ``comments``, ``unplaced``, ``refused``, ``returns`` and the ``ledger`` of them all."""
    told = {
        "changes": [_change(change) for change in outcome.changes],
        "conflicts": [_conflict(conflict) for conflict in outcome.conflicts],
        "comments": [{"file": file} | _comment(comment) for file, comment in outcome.comments],
        "unplaced": [
            {"file": file, "what": each.what.value, "text": each.text, "near": each.near, "page": each.page}
            for file, each in outcome.unplaced
        ],
        "refused": [{"file": file, "what": each.what, "sentence": each.sentence} for file, each in outcome.refused],
        "settled": outcome.settled,
        "returns": [
            {
                "file": each.file, "draft": each.draft, "sha256": each.digest, "names": list(each.names),
                "ledger": _ledger(each.ledger), "notices": list(each.notices),
            }
            for each in outcome.received
        ],
        "ledger": _ledger(total(each.ledger for each in outcome.received)),
    }  # fmt: skip
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def total(ledgers: Iterable[Ledger]) -> Ledger:
    """Add ledgers up."""
    sums = [0] * 7
    for each in ledgers:
        numbers = (each.read, each.unchanged, each.changed, each.new, each.refused, each.unplaced, each.struck)
        sums = [one + other for one, other in zip(sums, numbers, strict=True)]
    return Ledger(*sums)


def _ledger(ledger: Ledger) -> dict[str, int]:
    return {name: getattr(ledger, name) for name in Ledger.__slots__} | {"remainder": ledger.remainder}


def _who(who: Iterable[Who]) -> list[dict[str, object]]:
    return [asdict(each) for each in who]


def _change(change: Change) -> dict[str, object]:
    return {
        "number": change.number, "id": change.id, "chapter": change.chapter, "address": change.address, "kind": change.kind,
        "before": change.before, "after": change.after, "who": _who(change.who), "certain": change.certain,
    }  # fmt: skip


def _conflict(conflict: Conflict) -> dict[str, object]:
    return {
        "number": conflict.number, "id": conflict.id, "chapter": conflict.chapter, "address": conflict.address,
        "reason": conflict.reason, "sources": conflict.sources,
        "versions": [{"text": version.text, "who": _who(version.who)} for version in conflict.versions],
    }  # fmt: skip


def _comment(comment: Comment) -> dict[str, object]:
    return {
        "author": comment.author, "when": comment.when.isoformat() if comment.when else "", "text": comment.text,
        "address": comment.address, "quoted": comment.quoted, "page": comment.page, "ours": comment.ours, "done": comment.done,
        "replies": [_comment(reply) for reply in comment.replies],
    }  # fmt: skip
