"""A snapshot: what it says, it still says after a journey, and its id is made of its words."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kursbuch_press.drafts import Block, Kind, Snapshot, Span, read_snapshot, write_snapshot
from kursbuch_press.drafts.snapshot import draft_id

_words = some.text(max_size=12)
_spans = some.builds(Span, _words, some.booleans(), some.booleans(), _words, _words, some.booleans())
_place = some.none() | some.integers(0, 99)
_blocks = some.builds(
    Block,
    address=_words,
    chapter=_words,
    kind=some.sampled_from(Kind),
    anchor=_words,
    paragraph=_words,
    spans=some.lists(_spans, max_size=4).map(tuple),
    source=some.none() | _words,
    label=_words,
    style=_words,
    editable=some.booleans(),
    level=some.integers(0, 4),
    ordered=some.booleans(),
    table=_place,
    row=_place,
    column=_place,
)
_snapshots = some.builds(
    Snapshot,
    id=_words,
    name=_words,
    state=_words,
    title=_words,
    chapters=some.lists(_words, max_size=3).map(tuple),
    whole=some.booleans(),
    blocks=some.lists(_blocks, max_size=5).map(tuple),
    furniture=some.lists(_words, max_size=3).map(tuple),
    questions=some.lists(_words, max_size=3).map(tuple),
)


@given(_snapshots)
def test_what_is_written_is_read_again(snapshot: Snapshot) -> None:
    assert read_snapshot(write_snapshot(snapshot)) == snapshot


def _snapshot() -> Snapshot:
    block = Block("a/b/text", "a", Kind.PARAGRAPH, "_y_1", "0001", (Span("Worte"),), "Worte", editable=True)
    return Snapshot("", "Entwurf 2", "offen", "Titel", ("a",), whole=False, blocks=(block,))


def test_the_id_follows_the_words_and_nothing_else() -> None:
    snapshot = _snapshot()
    same = replace(snapshot, id="anything")
    other = replace(snapshot, blocks=(replace(snapshot.blocks[0], spans=(Span("Andere Worte"),)),))
    assert draft_id(snapshot) == draft_id(same) != draft_id(other)
    assert [len(group) for group in draft_id(snapshot).split("-")] == [4, 4, 4]


@pytest.mark.parametrize(
    "content",
    [b"", b"[]", b"{}", b"\xff", b'"x"', b"null", b"[" * 5000, json.dumps({"format": 99}).encode()],
)
def test_anything_else_is_told_to_be_none(content: bytes) -> None:
    with pytest.raises(ValueError, match="no snapshot"):
        read_snapshot(content)


def test_a_block_with_a_field_that_nobody_knows_is_none() -> None:
    written = json.loads(write_snapshot(_snapshot()))
    written["blocks"][0]["surprise"] = 1
    with pytest.raises(ValueError, match="no snapshot"):
        read_snapshot(json.dumps(written).encode())
