"""Texts of a composite stand in the sources under its own fields, whatever the basic blocks call them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Literal

from kursbuch_press.book.basic_blocks import BasicBlock, Column, Item, ItemList, NoteBox, Paragraph, Row, Table, kind_of
from kursbuch_press.book.blocks import composite_kinds
from kursbuch_press.book.book import Book
from kursbuch_press.book.chapters import Chapter
from kursbuch_press.book.composite import Composite
from kursbuch_press.book.record import Identified, Record
from kursbuch_press.book.texts import Text, parse
from kursbuch_press.compose import compose
from kursbuch_press.drafts.texts import source_texts
from kursbuch_press.sources import read_book
from kursbuch_press.word import write
from tests.guide import put_examples_into
from tests.shipped import PROJECT, vocabulary
from tests.word import sample


def _text(words: str) -> Text:
    return parse(words)[0]


class Voice(Composite):
    """A box with what somebody says, where, and why it counts."""

    kind: Literal["voice"]
    who: Text
    text: Text
    place: Text
    reasons: tuple[Item, ...]

    def basic(self) -> tuple[BasicBlock, ...]:
        """Give a box."""
        said = Paragraph(id=f"{self.id}-said", text=self.text)
        place = Paragraph(id=f"{self.id}-place", text=self.place)
        reasons = ItemList(id=f"{self.id}-reasons", kind="list", items=self.reasons)
        return (NoteBox(id=self.id, kind="note", title=self.who, content=(said, place, reasons)),)


class Times(Composite):
    """A table of points, each of which has a text; the times are made by the press."""

    kind: Literal["times"]
    title: Text
    points: tuple[Item, ...]

    def basic(self) -> tuple[BasicBlock, ...]:
        """Give a table."""
        columns = (Column(id="when", title=_text("Wann")), Column(id="what", title=_text("Was")))
        rows = tuple(
            Row(id=point.id, cells=(_text(f"{number} Uhr"), point.text)) for number, point in enumerate(self.points, start=9)
        )
        return (Table(id=self.id, kind="table", caption=self.title, columns=columns, rows=rows),)


VOICE = Voice(
    id="frau-k",
    kind="voice",
    who=_text("Frau K."),
    text=_text("Ich bleibe hier."),
    place=_text("Zittau"),
    reasons=(Item(id="grund", text=_text("Arbeit")),),
)
TIMES = Times(id="abend", kind="times", title=_text("Ein Abend"), points=(Item(id="kaffee", text=_text("Kaffee")),))


def test_a_text_that_is_printed_under_another_name_is_at_home_in_its_own_field() -> None:
    assert dict(VOICE.homes()) == {
        "frau-k/title": "frau-k/who",
        "frau-k-said/text": "frau-k/text",
        "frau-k-place/text": "frau-k/place",
    }
    assert dict(TIMES.homes()) == {"abend/caption": "abend/title", "kaffee/what": "kaffee/text"}


def _book(folder: Path) -> Book:
    (folder / "layouts").mkdir()
    shutil.copytree(PROJECT / "tests/sources/base", folder / "sources")
    book = read_book(folder).book
    assert book is not None
    chapters = [
        each.model_copy(update={"blocks": (*each.blocks, VOICE, TIMES)}) if isinstance(each, Chapter) else each
        for each in book.chapters
    ]
    return replace(book, chapters=tuple(chapters))


def test_a_word_file_and_its_draft_name_the_places_in_the_sources(tmp_path: Path) -> None:
    book = _book(tmp_path)
    manuscript, texts = compose(book, vocabulary()), source_texts(book)
    snapshot = write(manuscript, replace(sample.draft(("kapitel",)), texts=texts)).snapshot
    said = {at: "".join(span.text for span in block.spans) for at, block in snapshot.by_address.items()}
    assert {at: words for at, words in said.items() if "frau-k" in at and not at.endswith("/label")} == {
        "kapitel/frau-k/who": "Frau K.",
        "kapitel/frau-k/text": "Ich bleibe hier.",
        "kapitel/frau-k/place": "Zittau",
    }
    for at in ("frau-k/who", "frau-k/text", "frau-k/place", "grund/text", "abend/title", "kaffee/text"):
        assert said[f"kapitel/{at}"] == texts[f"kapitel/{at}"], at
    assert not [at for at in texts if "frau-k-" in at or at.endswith(("kaffee/what", "abend/caption"))]


def test_the_examples_of_the_guide_print_all_that_is_written_in_them(tmp_path: Path) -> None:
    """What holds for every composite block, those to come as well: nothing of it is lost, and its texts find home from Word."""
    (tmp_path / "layouts").mkdir()
    shutil.copytree(PROJECT / "tests/sources/base", tmp_path / "sources")
    put_examples_into(tmp_path)
    book = read_book(tmp_path).book
    assert book is not None
    chapter = book.chapters[0]
    assert isinstance(chapter, Chapter)
    composites = tuple(block for block in chapter.blocks if isinstance(block, Composite))
    book = replace(book, chapters=(chapter.model_copy(update={"blocks": composites}), *book.chapters[1:]))
    texts = source_texts(book)
    assert {kind_of(block) for block in composites} == set(composite_kinds())
    snapshot = write(compose(book, vocabulary()), replace(sample.draft(("kapitel",)), texts=texts)).snapshot
    said = {at: "".join(span.text for span in block.spans) for at, block in snapshot.by_address.items()}
    for block in composites:
        basic = block.basic()
        ids = [each.id for each in basic]
        assert (ids[0], len(set(ids))) == (block.id, len(ids)), kind_of(block)
        own = [f"{chapter.id}/{at}" for at in _written_in(block, "")]
        assert own
        assert [at for at in own if at not in said] == [], f"{kind_of(block)} does not pass this text on"


def _written_in(record: Record, of: str) -> Iterator[str]:
    """Give the addresses of all texts of a record, id / field."""
    own = record.id if isinstance(record, Identified) else of
    for name in type(record).model_fields:
        value = getattr(record, name)
        if isinstance(value, Text):
            yield f"{own}/{name}"
        for each in value if isinstance(value, tuple) else ():
            if isinstance(each, Record):
                yield from _written_in(each, own)
