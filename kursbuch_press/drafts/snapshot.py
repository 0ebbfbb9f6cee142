"""The snapshot: every block of a draft as it left the house, by its address.

It goes into the file, and into drafts/ID/snapshot.json. A return is compared with the snapshot of its own draft, never with
today's sources.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from hashlib import sha256
from typing import Any

from kursbuch_press.drafts.spans import Span, Spans, span_text

FORMAT = 1
"""Counts up when a snapshot is written in another way; older ones are still read."""


class Kind(StrEnum):
    """What a block is in the file."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    HEAD_CELL = "head_cell"
    CELL = "cell"
    CAPTION = "caption"
    NOTE = "note"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, list item, cell, caption or note of a draft.

    ``address`` is unique in a draft. ``chapter`` is the id of the chapter in which it stands. ``anchor`` is its hidden
    bookmark, ``paragraph`` its ``w14:paraId``. ``source`` is the text as the sources say it, in our Markdown; None where the
    press wrote the words, or where they stand for something that is no text in the sources (two months, a list of names).
    ``label`` are generated words before the text ("Ihre Antwort: "). ``editable`` is true where an edit can go back into the
    sources. ``level`` is the level of a heading (1 to 4) or of a list item (0 to 2). Cells say in which ``row`` of which
    ``table`` they stand, counted from 0 through the file and through the table, and in which ``column``.
    """

    address: str
    chapter: str
    kind: Kind
    anchor: str
    paragraph: str
    spans: Spans
    source: str | None = None
    label: str = ""
    style: str = ""
    editable: bool = False
    level: int = 0
    ordered: bool = False
    table: int | None = None
    row: int | None = None
    column: int | None = None

    @property
    def rendered(self) -> str:
        """The words as the draft shows them, without the label."""
        return span_text(self.spans)


@dataclass(frozen=True)
class Snapshot:
    """A whole draft. ``blocks`` are in reading order, the notes behind all others.

    ``id`` is made of everything else in here, so two drafts of the same words are the same draft. ``chapters`` are the ids
    of the chapters in it; ``whole`` says that they are all the book has. ``furniture`` are the words of running heads
    and feet, and the names of tables.
    ``questions`` are the texts of the comments that went out with it.
    """

    id: str
    name: str
    state: str
    title: str
    chapters: tuple[str, ...]
    whole: bool
    blocks: tuple[Block, ...]
    furniture: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()

    @cached_property
    def by_address(self) -> Mapping[str, Block]:
        """The blocks by their address."""
        return {block.address: block for block in self.blocks}

    @cached_property
    def by_anchor(self) -> Mapping[str, Block]:
        """The blocks by their bookmark."""
        return {block.anchor: block for block in self.blocks if block.anchor}

    @cached_property
    def by_paragraph(self) -> Mapping[str, Block]:
        """The blocks by the id of their paragraph."""
        return {block.paragraph: block for block in self.blocks if block.paragraph}


def draft_id(snapshot: Snapshot) -> str:
    """Give the id of a draft: twelve hexadecimal digits of the digest of what is in it, in groups that people can read out."""
    digits = sha256(json.dumps(_content(snapshot), ensure_ascii=False, sort_keys=True).encode()).hexdigest()[:12]
    return "-".join(digits[at : at + 4] for at in range(0, 12, 4))


def write_snapshot(snapshot: Snapshot) -> bytes:
    """Give a snapshot as JSON: one block on each line, the same bytes for the same draft."""
    head = {"format": FORMAT, "id": snapshot.id} | _head(snapshot)
    lines = ",\n".join(json.dumps(_block(block), ensure_ascii=False) for block in snapshot.blocks)
    start = json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}")
    return f'{start},\n "blocks": [\n{lines}\n]}}\n'.encode()


def read_snapshot(content: bytes) -> Snapshot:
    """Read a snapshot.

    Raises ValueError for anything that is none: it may come back from anywhere, changed by anybody.
    """
    try:
        written = json.loads(content)
        _refuse_later(written["format"])
        return Snapshot(
            id=str(written["id"]),
            name=str(written["name"]),
            state=str(written["state"]),
            title=str(written["title"]),
            chapters=tuple(map(str, written["chapters"])),
            whole=bool(written["whole"]),
            blocks=tuple(_read_block(each) for each in written["blocks"]),
            furniture=tuple(map(str, written["furniture"])),
            questions=tuple(map(str, written["questions"])),
        )
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise ValueError(f"no snapshot: {error}") from error


def _refuse_later(version: int) -> None:
    if version > FORMAT:
        raise ValueError(f"format {version} is of a later version")


def _content(snapshot: Snapshot) -> dict[str, object]:
    """Give what the id is made of: all but what programs compute and what is for one copy only."""
    head = _head(snapshot) | {"furniture": []}  # the id itself stands in it
    return head | {"blocks": [_block(block) | {"spans": [_fixed(span) for span in block.spans]} for block in snapshot.blocks]}


def _fixed(span: Span) -> str | dict[str, object]:
    written = _span(span)
    return {**written, "text": ""} if isinstance(written, dict) and span.field else written


def _head(snapshot: Snapshot) -> dict[str, object]:
    return {
        "name": snapshot.name,
        "state": snapshot.state,
        "title": snapshot.title,
        "chapters": list(snapshot.chapters),
        "whole": snapshot.whole,
        "furniture": list(snapshot.furniture),
        "questions": list(snapshot.questions),
    }


_OPTIONAL = {
    "source": None, "label": "", "style": "", "editable": False, "level": 0, "ordered": False,
    "table": None, "row": None, "column": None,
}  # fmt: skip


def _block(block: Block) -> dict[str, object]:
    """Give a block as JSON has it; what is as usual is left out, since a book has 3,000 of them."""
    written: dict[str, object] = {
        "address": block.address,
        "chapter": block.chapter,
        "kind": block.kind.value,
        "anchor": block.anchor,
        "paragraph": block.paragraph,
        "spans": [_span(span) for span in block.spans],
    }
    for name, usual in _OPTIONAL.items():
        if (value := getattr(block, name)) != usual:
            written[name] = value
    return written


def _read_block(written: Mapping[str, Any]) -> Block:
    given = dict(written)
    given["kind"] = Kind(given["kind"])
    given["spans"] = tuple(Span(each) if isinstance(each, str) else Span(**each) for each in given["spans"])
    return Block(**given)


def _span(span: Span) -> str | dict[str, object]:
    """Give a span: words of no particular look are a bare string."""
    looks = {name: value for name in ("strong", "emphasis", "href", "note", "field") if (value := getattr(span, name))}
    return {"text": span.text} | looks if looks else span.text
