"""Drafts of a real chapter, and returns as a co-author would send them, made without any file."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache, partial
from hashlib import sha256
from pathlib import Path

from kursbuch_press.compose import compose
from kursbuch_press.drafts.snapshot import Block, Kind, Snapshot
from kursbuch_press.drafts.spans import Span, Spans
from kursbuch_press.drafts.texts import source_texts
from kursbuch_press.merge.files import SheetFile, read_sheets
from kursbuch_press.pages.palette import Palette
from kursbuch_press.returns.returned import Change, ChangeKind, Found, Hand, Known, Ledger, Piece, PieceKind, Returned
from kursbuch_press.sources import place_in_layout, read_book, read_layout
from kursbuch_press.word import Draft, Drawing, Looks, StyleSet, make_looks, write
from kursbuch_press.word.looks import FILE
from tests.shipped import vocabulary
from tests.word.sample import png

PROJECT = Path(__file__).resolve().parents[2]
CHAPTER = "vielfalt-als-staerke"


class _Drawings(dict[str, Drawing]):
    """The same grey picture for every drawing."""

    def __missing__(self, key: str) -> Drawing:
        return Drawing(png(), 100)


@cache
def _looks() -> Looks:
    swatches = read_layout(PROJECT / "layouts/palette.yaml", Palette).swatches
    path = PROJECT / FILE
    colours = {name: swatch.srgb for name, swatch in swatches.items()}
    return make_looks(read_layout(path, StyleSet), colours, place=partial(place_in_layout, path))


def draft_of(project: Path, chapter: str = CHAPTER) -> tuple[bytes, Snapshot]:
    """Write the draft of a chapter."""
    book = read_book(project).book
    assert book is not None
    draft = Draft("Entwurf", "Probe", _looks(), chapters=(chapter,), texts=source_texts(book), drawings=_Drawings())
    written = write(compose(book, vocabulary()), draft)
    return written.content, written.snapshot


@cache
def snapshot() -> Snapshot:
    """Give the draft of the shipped chapter."""
    return draft_of(PROJECT)[1]


@cache
def files() -> Mapping[str, SheetFile]:
    """Give the shipped sources."""
    return read_sheets(PROJECT)


def hand(author: str) -> Hand:
    """Give somebody who wrote on a day."""
    return Hand(author, datetime(2014, 9, 1, tzinfo=UTC))


def returned(author: str, *changes: Change, draft: Snapshot | None = None) -> Returned:
    """Give a return with some changes."""
    name = f"{author}.docx"
    digest = sha256(repr((author, changes)).encode()).hexdigest()
    ledger = Ledger(0, 0, 0, 0, 0, 0)
    return Returned(name, digest, draft or snapshot(), Known.FILE, changes, (), (), (), ledger)


def edited(author: str, block: Block, after: Spans, number: int = 1) -> Change:
    """Give the change of one text."""
    pieces = (Piece(PieceKind.DELETED, block.spans, hand(author)), Piece(PieceKind.INSERTED, after, hand(author)))
    return Change(
        number, ChangeKind.EDITED, block.kind, block.address, block.chapter, block.spans, after, pieces, (hand(author),),
        Found.ANCHOR,
    )  # fmt: skip


def new(author: str, behind: str, words: str, block: tuple[Kind, int] = (Kind.PARAGRAPH, 1)) -> Change:
    """Give a new paragraph, item or note, and which change of the return it is."""
    kind, number = block
    after = (Span(words),)
    pieces = (Piece(PieceKind.INSERTED, after, hand(author)),)
    return Change(number, ChangeKind.NEW, kind, "", CHAPTER, (), after, pieces, (hand(author),), Found.ANCHOR, behind=behind)


def deleted(author: str, *blocks: Block, number: int = 1) -> Change:
    """Give a block that went, or a row with all its cells."""
    block = blocks[0]
    addresses = tuple(each.address for each in blocks) if len(blocks) > 1 else ()
    pieces = (Piece(PieceKind.DELETED, block.spans, hand(author)),)
    return Change(
        number, ChangeKind.DELETED, block.kind, block.address, block.chapter, block.spans, (), pieces, (hand(author),),
        Found.ANCHOR, addresses=addresses,
    )  # fmt: skip


def other_words(spans: Spans, chance: random.Random) -> Spans:
    """Replace, insert or delete a few words; calls of notes and fields stay."""
    plain = [
        at for at, span in enumerate(spans) if span.text and not span.field and not span.note and len(span.text.split()) > 2
    ]
    if not plain:
        return spans
    at = chance.choice(plain)
    words = re.split(r"(\s+)", spans[at].text)
    spot = chance.randrange(0, len(words), 2)
    match chance.randrange(3):
        case 0:
            words[spot] = f"anders{chance.randrange(4)}"
        case 1:
            words[spot] = f"{words[spot]} dazu{chance.randrange(4)}"
        case _:
            del words[spot : spot + 2]
    text = "".join(words)
    span = spans[at]
    return (*spans[:at], Span(text, span.strong, span.emphasis, span.href), *spans[at + 1 :])


def like(block: Block, old: str, words: str) -> Spans:
    """Give the words of a block with some of them replaced."""
    assert any(old in span.text for span in block.spans)
    return tuple(Span(s.text.replace(old, words), s.strong, s.emphasis, s.href, s.note, s.field) for s in block.spans)
