"""Captions: Word's own, with a number that counts (SEQ) and a label that references repeat."""

from __future__ import annotations

from kursbuch_press.book.addresses import address as join
from kursbuch_press.compose.inlines import Content, plain
from kursbuch_press.compose.nodes import Figure, Table
from kursbuch_press.word.ooxml import Xml
from kursbuch_press.word.places import REFERENCE
from kursbuch_press.word.runs import field, words
from kursbuch_press.word.writing import Form, Writing

AFTER_LABEL = ": "


def write_caption(node: Table | Figure, writing: Writing, *, keep_next: bool) -> None:
    """Write the caption of a table (above it, and kept with it) or a figure (below it)."""
    before = _label(writing, node.label, node.address) if node.label else []
    if before and node.caption:
        before = [*before, *words(AFTER_LABEL)]
    form = Form("Caption", keep_next=keep_next)
    content = writing.inlines.runs(node.caption)
    writing.add(writing.labelled(form, join(node.address, "caption"), before, content))


def caption_text(label: str, caption: Content) -> str:
    """Give a caption as words."""
    return AFTER_LABEL.join(part for part in (label, plain(caption)) if part)


def _label(writing: Writing, label: str, of: str) -> list[Xml]:
    r"""Give "Tabelle 3" with its bookmark; a file that begins with the third table says so (``\r 3``)."""
    name, _, number = label.replace("\u00a0", " ").rpartition(" ")
    expected = writing.counted.get(name, 0) + 1
    writing.counted[name] = int(number)
    restart = "" if int(number) == expected else f" \\r {number}"
    content = [*words(f"{name}\u00a0"), *field(f"SEQ {name} \\* ARABIC{restart}", words(number))]
    return writing.bookmarks.around(writing.places.place((of,), REFERENCE), content)
