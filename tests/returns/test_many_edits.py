"""Twenty edits by three people in one file: each is found, with its author, and no word is lost."""

from __future__ import annotations

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from kursbuch_press.drafts import Kind, span_text
from kursbuch_press.drafts.snapshot import Block
from kursbuch_press.returns.returned import Change, ChangeKind, PieceKind
from kursbuch_press.word import Written
from tests.returns.conftest import Kept, read
from tests.returns.editing import Doc, as_google_docs

AUTHORS = ("Anna Muster", "Ben Beispiel", "Clara Probe")
OPERATIONS = ("replace", "insert", "delete", "new", "retype", "drop")
_PLAIN = re.compile(r"\w{4,}")


def _editable(draft: Written) -> list[Block]:
    """Give the texts in which a word can be chosen: without looks or fields, and not a row's only name."""
    kinds = {Kind.PARAGRAPH, Kind.ITEM, Kind.CELL}
    blocks = [each for each in draft.snapshot.blocks if each.editable and each.kind in kinds and len(each.spans) == 1]
    return [each for each in blocks if _PLAIN.search(each.rendered) and len(each.rendered.split()) > 3]


_edits = some.lists(
    some.tuples(
        some.integers(0, 10_000),
        some.sampled_from(OPERATIONS),
        some.sampled_from(AUTHORS),
        some.booleans(),
        some.integers(0, 50),
    ),
    min_size=20,
    max_size=20,
)


def _do(doc: Doc, block: Block, operation: str, number: int) -> str:
    """Do one edit; gives the words that it added."""
    words = _PLAIN.findall(block.rendered)
    word, new = words[number % len(words)], f"Zusatzwort{number}x"
    whole = block.kind in {Kind.PARAGRAPH, Kind.ITEM}
    if operation == "new" and whole:
        doc.new_paragraph(block.address, f"Ein neuer Absatz {new} kommt hier.")
    elif operation == "drop" and whole:
        doc.drop_paragraph(block.address)
        return ""
    elif operation == "retype":
        doc.retype(block.address, f"Ganz anders {new} gesagt.")
    elif operation == "delete":
        doc.replace(block.address, word, "")
        return ""
    elif operation == "insert":
        doc.insert(block.address, word, f" {new}")
    else:
        doc.replace(block.address, word, new)
    return new


@given(edits=_edits, google=some.booleans())
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_twenty_edits_by_three_people_are_all_found(
    draft: Written, kept: Kept, edits: list[tuple[int, str, str, bool, int]], *, google: bool
) -> None:
    blocks = _editable(draft)
    doc = Doc(draft.content)
    expected: list[tuple[Block, str, str, str]] = []
    used: set[int] = set()
    for at, operation, author, tracked, number in edits:
        place = at % len(blocks)
        if used & {place - 1, place, place + 1}:
            continue
        used.add(place)
        doc.author, doc.tracked = author, tracked
        block = blocks[place]
        added = _do(doc, block, operation, number + at * 100)
        expected.append((block, operation, author if tracked else "Wer speichert", added))
    returned = read(doc.save(without=as_google_docs if google else None), kept, author="Wer speichert")
    assert returned.ledger.remainder == 0
    assert returned.unplaced == ()
    for block, operation, author, added in expected:
        near = [each for each in returned.changes if block.address in {each.address, each.behind} or _says(each, added)]
        told = [each for each in near if not added or added in "".join(piece.text for piece in each.pieces)]
        assert told, (block.address, operation, added)
        assert any(hand.author == author for each in told for hand in each.hands), (block.address, operation, author)
        if not added:
            assert any(piece.kind is PieceKind.DELETED for each in told for piece in each.pieces)
    touched = {block.address for block, *_ in expected}
    assert all(each.address in touched or each.kind is ChangeKind.NEW for each in returned.changes)


def _says(change: Change, added: str) -> bool:
    return bool(added) and added in span_text(change.after)
