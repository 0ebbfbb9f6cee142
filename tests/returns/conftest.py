"""The first chapter of the shipped book as a draft, written once for all tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pytest

from kursbuch_press.compose import compose
from kursbuch_press.drafts import Snapshot
from kursbuch_press.drafts.texts import source_texts
from kursbuch_press.returns.arrived import Arrived
from kursbuch_press.returns.reading import read_word
from kursbuch_press.returns.returned import Returned
from kursbuch_press.sources import read_book
from kursbuch_press.word import Draft, Drawing, Written, write
from tests.shipped import vocabulary
from tests.word import sample

CHAPTER = "deutsch-fuer-alle"


@dataclass(frozen=True)
class Kept:
    """Drafts that were kept."""

    snapshots: tuple[Snapshot, ...]

    def find(self, draft: str) -> Snapshot | None:
        """Give a draft by its id."""
        return next((each for each in self.snapshots if each.id == draft), None)

    def every(self) -> Iterator[Snapshot]:
        """Give all drafts."""
        yield from self.snapshots

    def again(self, _lines: Sequence[str]) -> Sequence[Snapshot]:
        """Give nothing: all were kept."""
        return ()


class _Drawings(dict[str, Drawing]):
    def __missing__(self, address: str) -> Drawing:
        return Drawing(sample.png(), 120)


class _Pictures(dict[str, bytes]):
    def __missing__(self, name: str) -> bytes:
        return sample.png()


def written_draft(*chapters: str) -> Written:
    """Give some chapters of the shipped book as a draft, or the whole book."""
    book = read_book(sample.PROJECT).book
    assert book is not None
    wanted = Draft(
        "Entwurf 1",
        "zur Durchsicht",
        sample.looks(),
        chapters or None,
        texts=source_texts(book),
        drawings=_Drawings(),
        pictures=_Pictures(),
    )
    return write(compose(book, vocabulary()), wanted)


@pytest.fixture(scope="session")
def draft() -> Written:
    """Give the chapter as a draft."""
    return written_draft(CHAPTER)


@pytest.fixture(scope="session")
def kept(draft: Written) -> Kept:
    """Give the drafts that were kept: this one, and another that has nothing to do with it."""
    other = Snapshot("0000-0000-0000", "Anderer", "", "", (), whole=False, blocks=())
    return Kept((other, draft.snapshot))


def read(content: bytes, kept: Kept, **about: str) -> Returned:
    """Read a return."""
    return read_word(Arrived("rueckgabe.docx", content, **about), kept)
