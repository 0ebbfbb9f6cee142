"""A return as JSON, for programs; the names are stable."""

from __future__ import annotations

import json

from kursbuch_press.drafts.spans import Spans, span_text
from kursbuch_press.returns.returned import Change, Comment, Hand, Ledger, Returned, Unplaced


def report_json(returned: Returned) -> str:
    """Give everything that a return says."""
    record = {
        "file": returned.name,
        "sha256": returned.digest,
        "draft": {
            "id": returned.snapshot.id,
            "name": returned.snapshot.name,
            "state": returned.snapshot.state,
            "chapters": list(returned.snapshot.chapters),
            "known_by": returned.known.value,
            "certain": returned.certain,
        },
        "saved_by": returned.saved_by,
        "recipient": returned.recipient,
        "notices": list(returned.notices),
        "changes": [_change(each) for each in returned.changes],
        "comments": [_comment(each) for each in returned.comments],
        "unplaced": [_unplaced(each) for each in returned.unplaced],
        "refused": [{"what": each.what, "sentence": each.sentence, "text": each.text} for each in returned.refused],
        "ledger": ledger_record(returned.ledger),
        "looks_left_out": returned.looks,
    }
    return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def ledger_record(ledger: Ledger) -> dict[str, int]:
    """Give the ledger with its remainder."""
    return {name: getattr(ledger, name) for name in Ledger.__slots__} | {"remainder": ledger.remainder}


def _change(change: Change) -> dict[str, object]:
    return {
        "number": change.number,
        "id": change.id,
        "kind": change.kind.value,
        "block": change.block.value,
        "address": change.address,
        "behind": change.behind,
        "chapter": change.chapter,
        "addresses": list(change.addresses),
        "before": span_text(change.before),
        "after": span_text(change.after),
        "parts": [span_text(each) for each in change.parts],
        "pieces": [
            {"kind": piece.kind.value, "text": piece.text, "spans": _spans(piece.spans), "hand": _hand(piece.hand)}
            for piece in change.pieces
        ],
        "hands": [_hand(each) for each in change.hands],
        "found_by": change.found.value,
        "certain": change.certain,
        "editable": change.editable,
    }


def _spans(spans: Spans) -> list[dict[str, object]]:
    names = ("strong", "emphasis", "href", "note", "field")
    return [{"text": span.text} | {name: value for name in names if (value := getattr(span, name))} for span in spans]


def _hand(hand: Hand | None) -> dict[str, object] | None:
    if hand is None:
        return None
    return {"author": hand.author, "when": hand.when.isoformat() if hand.when else None, "tracked": hand.tracked}


def _comment(comment: Comment) -> dict[str, object]:
    return {
        "id": comment.id,
        "author": comment.author,
        "when": comment.when.isoformat() if comment.when else None,
        "text": comment.text,
        "address": comment.address,
        "chapter": comment.chapter,
        "quoted": comment.quoted,
        "certain": comment.certain,
        "ours": comment.ours,
        "done": comment.done,
        "page": comment.page,
        "replies": [_comment(each) for each in comment.replies],
    }


def _unplaced(unplaced: Unplaced) -> dict[str, object]:
    return {
        "what": unplaced.what.value,
        "text": unplaced.text,
        "near": unplaced.near,
        "chapter": unplaced.chapter,
        "hand": _hand(unplaced.hand),
        "page": unplaced.page,
    }
