"""One word changed in every kind of block of the whole book comes home at its address, from a file that lost every mark."""

from __future__ import annotations

import re
from collections import defaultdict

from kursbuch_press.drafts import Kind, span_text
from kursbuch_press.drafts.snapshot import Block, Snapshot
from kursbuch_press.returns.returned import Known
from tests.returns.conftest import Kept, read, written_draft
from tests.returns.editing import Doc, as_google_docs

_WORD = re.compile(r"\w{4,}")
_EACH = 4
"""So many blocks of each kind and style: headings, quotations, key figures, glossary, summary, captions, notes, cells …"""


def _chosen(snapshot: Snapshot) -> list[tuple[Block, str]]:
    """Give some blocks of every kind and style, each with a word that stands in one run of it."""
    found: dict[tuple[Kind, str], list[tuple[Block, str]]] = defaultdict(list)
    for block in snapshot.blocks:
        of_kind = found[block.kind, block.style]
        words = [word for span in block.spans if not span.field for word in _WORD.findall(span.text)]
        if block.editable and len(words) > 1 and len(of_kind) < _EACH and len(block.spans) == 1:
            of_kind.append((block, words[1]))
    return [each for of_kind in found.values() for each in of_kind]


def test_a_word_in_every_kind_of_block_comes_home_without_a_single_anchor() -> None:
    written = written_draft()
    doc = Doc(written.content, tracked=False)
    chosen = _chosen(written.snapshot)
    assert len({(block.kind, block.style) for block, _ in chosen}) > 20
    for number, (block, word) in enumerate(chosen):
        doc.replace(block.address, word, f"Zusatz{number}", "footnotes" if block.kind is Kind.NOTE else "document")
    returned = read(doc.save(without=as_google_docs), Kept((written.snapshot,)), author="Wer speichert")
    assert (returned.known, returned.unplaced, returned.ledger.remainder) == (Known.FOOTER, (), 0)
    said = {change.address: span_text(change.after) for change in returned.changes}
    assert len(said) == len(returned.changes) == len(chosen)
    for number, (block, _) in enumerate(chosen):
        assert f"Zusatz{number}" in said[block.address], block.address
