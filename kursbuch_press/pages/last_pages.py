"""Where everything stood when the book was last set: the best guess of where it will stand now.

Whatever is guessed, chapters are laid out until all folios are true; a good guess only spares layouts. So it is kept under a
name that says nothing of the book, and one that cannot be read is as good as none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from kursbuch_press.disk.cache import Cache

_NAME = "where everything stood"
_Number = Annotated[int, Field(ge=0)]


class LastPages(BaseModel):
    """How many pages a chapter had, and on which of them each of its anchors stood, counted from 0."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")
    pages: Annotated[int, Field(ge=1)]
    anchors: dict[str, _Number]


_ALL = TypeAdapter(dict[str, LastPages])


def last_pages(shelf: Cache | None) -> Mapping[str, LastPages]:
    """Give what is known of each chapter, under its id; nothing, if nothing was kept."""
    with suppress(ValidationError):
        kept = shelf and shelf.get(shelf.key(_NAME))
        return _ALL.validate_json(kept) if kept else {}
    return {}


def keep_last_pages(shelf: Cache | None, chapters: Iterable[tuple[str, int, Mapping[str, str]]]) -> None:
    """Keep of each chapter, under its id, how many pages it has and the folios of its anchors as if it began on page 0."""
    if shelf is None:
        return
    known = {
        id_: LastPages(pages=pages, anchors={anchor: int(folio) for anchor, folio in folios.items()})
        for id_, pages, folios in chapters
    }
    content = _ALL.dump_json(known)
    if shelf.get(shelf.key(_NAME)) != content:
        shelf.put(shelf.key(_NAME), content)
