"""A checklist: what to have done before something begins."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from kursbuch_press.book.basic_blocks import BasicBlock, Item, ItemList, NoteBox
from kursbuch_press.book.composite import Composite
from kursbuch_press.book.texts import Text


class Checklist(Composite):
    """A box with a list of points to tick off; printed as a note box with a list."""

    kind: Annotated[Literal["checklist"], Field(description="Eine Checkliste zum Abhaken.")]
    title: Annotated[Text, Field(description="Wofür die Checkliste ist.")]
    items: Annotated[tuple[Item, ...], Field(min_length=1, description="Die Punkte.")]

    def basic(self) -> tuple[BasicBlock, ...]:
        """Give a note box that holds the list."""
        points = ItemList(id=f"{self.id}-punkte", kind="list", items=self.items)
        return (NoteBox(id=self.id, kind="note", title=self.title, content=(points,)),)


BLOCK = Checklist
