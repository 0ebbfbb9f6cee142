"""Small questions to records of the sources: what stands in what, and what one says when it is shown."""

from __future__ import annotations

from collections.abc import Mapping

from kursbuch_press.merge.anchoring import Anchor
from kursbuch_press.merge.sheets import Slot


def is_below(slot: Slot | None, other: Slot) -> bool:
    while slot is not None:
        if slot.items is other.items and slot.at == other.at:
            return True
        slot = slot.owner
    return False


def up_to(slot: Slot, anchor: Anchor | None) -> Slot | None:
    """Give the record around a text that could stand in the list of its new neighbour."""
    found: Slot | None = slot
    while found is not None and anchor is not None and found.item != anchor.slot.item:
        found = found.owner
    return found


def record_text(record: Mapping[str, object]) -> str:
    items = record.get("items")
    if isinstance(items, list):
        return "\n".join(f"– {each['text']}" for each in items)
    if "title" in record:
        return "\n".join(
            ", ".join(value) if isinstance(value, list) else str(value) for key, value in record.items() if key != "id"
        )
    return str(record.get("text", ""))
