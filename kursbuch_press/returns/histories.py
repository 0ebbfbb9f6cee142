"""Who inserted, deleted and moved: what the elements of tracked changes say (ECMA-376, part 1, 17.13.5)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from kursbuch_press.packages.elements import Element, W
from kursbuch_press.returns.elements import local_of
from kursbuch_press.returns.paragraphs import Paragraph, Tracked
from kursbuch_press.returns.returned import Hand

UNKNOWN = "Unknown Author"
"""What LibreOffice writes for somebody who gave no name."""


@dataclass(frozen=True, slots=True)
class History:
    """What stands around a run: who inserted or deleted it, where a link leads, whether it was moved."""

    state: Tracked = Tracked.KEPT
    hand: Hand | None = None
    href: str = ""
    moved: bool = False

    @property
    def gone(self) -> bool:
        """Whether what stands here does not stand any more."""
        return self.state in {Tracked.DELETED, Tracked.NEVER}

    def inserted(self, element: Element, *, moved: bool = False) -> History:
        """Give the history inside of an insertion; what is inserted into something deleted never was seen."""
        state = Tracked.NEVER if self.state in {Tracked.DELETED, Tracked.NEVER} else Tracked.INSERTED
        return replace(self, state=state, hand=hand_of(element), moved=moved or self.moved)

    def deleted(self, element: Element, *, moved: bool = False) -> History:
        """Give the history inside of a deletion; what was inserted and deleted again never existed."""
        state = Tracked.NEVER if self.state in {Tracked.INSERTED, Tracked.NEVER} else Tracked.DELETED
        return replace(self, state=state, hand=hand_of(element), moved=moved or self.moved)


FRESH = History()


def hand_of(element: Element) -> Hand:
    """Give author and time of a tracked change or a comment."""
    author = " ".join(element.get(f"{W}author", "").split())
    return Hand("" if author == UNKNOWN else author, read_time(element.get(f"{W}date", "")))


def read_time(written: str) -> datetime | None:
    """Read the time of a change; None where there is none, or none that can be."""
    try:
        return datetime.fromisoformat(written.strip())
    except ValueError:
        return None


def row_history(row: Element) -> History:
    """Give the history of a whole row."""
    properties = row.find(f"{W}trPr")
    if properties is not None:
        for tag in ("del", "ins"):
            found = properties.find(f"{W}{tag}")
            if found is not None:
                return FRESH.deleted(found) if tag == "del" else FRESH.inserted(found)
    return FRESH


def cell_history(cell: Element, row: History) -> History:
    """Give the history of a cell: inserted or deleted by itself, or with its row."""
    properties = cell.find(f"{W}tcPr")
    if properties is not None:
        for tag in ("cellDel", "cellIns"):
            found = properties.find(f"{W}{tag}")
            if found is not None:
                return row.deleted(found) if tag == "cellDel" else row.inserted(found)
    return row


def read_mark(properties: Element, paragraph: Paragraph) -> None:
    """Read whether the end of a paragraph was inserted or deleted; what was both never existed, so it joins."""
    for child in properties:
        name = local_of(child)
        if name in {"del", "moveFrom"}:
            never = paragraph.mark in {Tracked.INSERTED, Tracked.NEVER}
            paragraph.mark, paragraph.mark_hand = Tracked.NEVER if never else Tracked.DELETED, hand_of(child)
        elif name in {"ins", "moveTo"}:
            never = paragraph.mark in {Tracked.DELETED, Tracked.NEVER}
            paragraph.mark, paragraph.mark_hand = Tracked.NEVER if never else Tracked.INSERTED, hand_of(child)


def run_history(properties: Element, history: History) -> tuple[History, Hand | None]:
    """Read what the properties of a run say: a change of looks, and in some programs that it was inserted or deleted."""
    relook = None
    for child in properties:
        match local_of(child):
            case "ins" | "moveTo" if history.state is Tracked.KEPT:
                history = history.inserted(child)
            case "del" | "moveFrom" if history.state is not Tracked.DELETED:
                history = history.deleted(child)
            case "rPrChange":
                relook = hand_of(child)
            case _:
                pass
    return history, relook
