"""The one address book: which ids have a place that a reference may name, and which place a reference means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from kursbuch_press.book.addresses import address
from kursbuch_press.book.basic_blocks import Column, Mark
from kursbuch_press.book.chapters import ActionField, Chapter, Continuation, Note, OpenQuestion
from kursbuch_press.book.record import Identified

PLACELESS: frozenset[type[BaseModel]] = frozenset({Column, Mark, Note, OpenQuestion})
"""What has an id but no place of its own on a page: a reference cannot lead there."""


class AddressBook:
    """All addresses to which a reference may lead."""

    def __init__(self, addresses: Iterable[str]) -> None:
        """Know the addresses: chapters, and chapter / id for everything in them."""
        self.addresses = dict.fromkeys(addresses)
        self._by_id: dict[str, list[str]] = {}
        for known in self.addresses:
            self._by_id.setdefault(known.rpartition("/")[2], []).append(known)

    def find(self, wanted: str, chapter: str) -> tuple[str, ...]:
        """Give the place that a reference in a chapter means: one address; none; or several, which is a mistake.

        An id of the own chapter comes first, then chapter / id as it stands, then an id that only one chapter has.
        """
        for exact in (address(chapter, wanted), wanted):
            if wanted and exact in self.addresses:
                return (exact,)
        return tuple(self._by_id.get(wanted, ()))


def things_of(chapter: Chapter | ActionField | Continuation) -> Iterator[tuple[str, Identified]]:
    """Give everything in a chapter that has a place, with its address, however deep it stands: new blocks need no line here."""
    yield chapter.id, chapter
    for name in type(chapter).model_fields:
        for thing in _identified(getattr(chapter, name)):
            yield address(chapter.id, thing.id), thing


def _identified(value: object) -> Iterator[Identified]:
    if isinstance(value, tuple):
        for each in value:
            yield from _identified(each)
    elif isinstance(value, BaseModel):
        if isinstance(value, Identified) and type(value) not in PLACELESS:
            yield value
        for name in type(value).model_fields:
            yield from _identified(getattr(value, name))
