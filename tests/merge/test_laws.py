"""The laws of merging, over a real chapter: nothing is lost, nothing is chosen silently, and no order matters."""

from __future__ import annotations

import random
import time
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kursbuch_press.drafts.snapshot import Block, Kind
from kursbuch_press.drafts.spans import Span, span_text
from kursbuch_press.merge import applied, merge
from kursbuch_press.merge.files import sheets_of, written
from kursbuch_press.merge.lifting import lift
from kursbuch_press.merge.outcome import Outcome
from kursbuch_press.merge.three_way import tokens, wishes
from kursbuch_press.returns.returned import Change
from tests.merge import CHAPTER, deleted, edited, files, new, other_words, returned, snapshot


def _block(address: str) -> Block:
    return snapshot().by_address[f"{CHAPTER}/{address}"]


def _texts() -> list[Block]:
    return [block for block in snapshot().blocks if block.editable and block.source]


def _accepted(outcome: Outcome) -> dict[str, str]:
    """Accept everything, and give the texts of the chapter by address."""
    operations = [operation for change in outcome.changes for operation in change.operations]
    sheets = {**sheets_of(files()), **applied(sheets_of(files()), operations, outcome.notes)}
    return {block.address: sheets[CHAPTER].text(block.address) or "" for block in _texts()}


def _edits(author: str, chance: random.Random, count: int) -> tuple[Change, ...]:
    changes = []
    for number, block in enumerate(chance.sample(_texts(), count), 1):
        after = other_words(block.spans, chance)
        if span_text(after) != span_text(block.spans):
            changes.append(edited(author, block, after, number))
    return tuple(changes)


def test_a_draft_as_it_was_sent_is_the_text_of_the_sources() -> None:
    for block in _texts():
        assert lift(block.source or "", block.spans, block.spans) == block.source


@settings(max_examples=25, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_what_one_person_wrote_comes_into_the_sources_as_it_was_written(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a test that can be run again
    changes = _edits("Anna", chance, 5)
    outcome = merge([returned("Anna", *changes)], sheets_of(files()))
    texts = _accepted(outcome)
    for change in changes:
        block = snapshot().by_address[change.address]
        wanted = lift(block.source or "", block.spans, change.after)
        if wanted is None:
            assert any(conflict.address == change.address for conflict in outcome.conflicts)
        else:
            assert texts[change.address] == wanted
    touched = {change.address for change in changes}
    assert all(texts[block.address] == block.source for block in _texts() if block.address not in touched)


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10**6))
def test_the_order_of_returns_does_not_matter(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a test that can be run again
    blocks = chance.sample(_texts(), 6)
    every = []
    for author in ("Anna", "Ben", "Cem"):
        changes = [edited(author, block, other_words(block.spans, chance), at) for at, block in enumerate(blocks, 1)]
        every.append(returned(author, *changes))
    first = merge(every, sheets_of(files()))
    for order in permutations(every):
        assert merge(order, sheets_of(files())) == first


def test_the_same_change_by_two_people_is_one_change_with_two_names() -> None:
    block = _block("lage-1/text")
    outcome = merge(
        [returned(name, edited(name, block, _like(block, "Große Firmen", "Große Betriebe"))) for name in ("Anna", "Ben")],
        sheets_of(files()),
    )
    assert len(outcome.changes) == 1
    assert [who.name for who in outcome.changes[0].who] == ["Anna", "Ben"]
    assert not outcome.conflicts


def _like(block: Block, old: str, words: str) -> tuple[Span, ...]:
    assert any(old in span.text for span in block.spans)
    return tuple(
        Span(span.text.replace(old, words), span.strong, span.emphasis, span.href, span.note, span.field)
        for span in block.spans
    )


def test_different_words_for_the_same_words_are_a_conflict_that_names_everybody() -> None:
    block = _block("lage-1/text")
    returns = [
        returned(name, edited(name, block, _like(block, "Große Firmen", words)))
        for name, words in (("Anna", "Konzerne"), ("Ben", "Riesen"))
    ]
    outcome = merge(returns, sheets_of(files()))
    assert not outcome.changes
    [conflict] = outcome.conflicts
    assert [(version.text, [who.name for who in version.who]) for version in conflict.versions] == [
        ("Konzerne", ["Anna"]),
        ("Riesen", ["Ben"]),
    ]
    assert conflict.sources == "Große Firmen"


def test_what_the_sources_say_already_is_no_change_and_what_they_say_otherwise_is_a_conflict() -> None:
    block = _block("lage-1/text")
    first = returned("Anna", edited("Anna", block, _like(block, "Große Firmen", "Konzerne")))
    second = returned("Ben", edited("Ben", block, _like(block, "Große Firmen", "Riesen")))
    outcome = merge([first], sheets_of(files()))
    today = {**sheets_of(files()), **applied(sheets_of(files()), outcome.changes[0].operations, {})}
    again = merge([first, second], today)
    assert not again.changes
    assert again.settled == 1
    assert [conflict.sources for conflict in again.conflicts] == ["Konzerne"]


@settings(max_examples=200, deadline=None)
@given(base=st.lists(st.sampled_from("abcdef"), max_size=12), theirs=st.lists(st.sampled_from("abcdef"), max_size=12))
def test_three_way_laws(base: list[str], theirs: list[str]) -> None:
    old, other = tokens(" ".join(base)), tokens(" ".join(theirs))
    assert not wishes(old, old, other)
    assert not wishes(old, other, other)
    result = list(old)
    for wish in sorted(wishes(old, other, old), reverse=True):
        assert wish.settled
        result[wish.hunk.start : wish.hunk.end] = wish.hunk.words
    assert tuple(result) == other


def test_new_items_stand_where_they_were_written_and_have_ids() -> None:
    outcome = merge(
        [returned("Anna", new("Anna", f"{CHAPTER}/lage-1/text", "Ein neuer Absatz: mit Doppelpunkt."))], sheets_of(files())
    )
    [change] = outcome.changes
    result = applied(sheets_of(files()), change.operations, {})
    situation = result[CHAPTER].data["situation"]
    assert situation[1] == {"id": "ein-neuer-absatz-mit", "text": "Ein neuer Absatz: mit Doppelpunkt."}
    [(name, content)] = written(files(), result).items()
    old, now = files()[CHAPTER].content.decode().splitlines(), content.decode().splitlines()
    assert name == f"sources/chapters/{CHAPTER}.yaml"
    assert [line for line in now if line not in old] == [
        "  - id: ein-neuer-absatz-mit",
        "    text: 'Ein neuer Absatz: mit Doppelpunkt.'",
    ]


def test_new_points_behind_a_paragraph_become_a_list() -> None:
    behind = f"{CHAPTER}/lage-1/text"
    changes = [new("Anna", behind, f"Punkt {at}", (Kind.ITEM, at)) for at in (1, 2)]
    outcome = merge([returned("Anna", *changes)], sheets_of(files()))
    [change] = outcome.changes
    record = applied(sheets_of(files()), change.operations, {})[CHAPTER].data["situation"][1]
    assert record["kind"] == "list"
    assert [item["text"] for item in record["items"]] == ["Punkt 1", "Punkt 2"]


def test_a_row_goes_with_all_its_cells_and_a_deletion_of_what_somebody_changed_is_a_conflict() -> None:
    cells = [block for block in snapshot().blocks if block.address.startswith(f"{CHAPTER}/arbeit-eu/")]
    gone = returned("Anna", deleted("Anna", *cells))
    outcome = merge([gone], sheets_of(files()))
    [change] = outcome.changes
    table = applied(sheets_of(files()), change.operations, {})[CHAPTER].slot("tab-arbeit")
    assert table is not None
    assert table.record["rows"][0]["id"] == "arbeit-fluechtlinge"
    edit = returned("Ben", edited("Ben", cells[1], (Span("mit Erlaubnis"),)))
    both = merge([gone, edit], sheets_of(files()))
    assert not both.changes
    [conflict] = both.conflicts
    assert {who.name for version in conflict.versions for who in version.who} == {"Anna", "Ben"}


def test_a_new_note_comes_with_its_call_and_a_deleted_call_takes_its_note_along() -> None:
    block = _block("lage-1/text")
    call = (*block.spans, Span("", note="+1"))
    note = new("Anna", "", "Eine Anmerkung.", (Kind.NOTE, 2))
    note = Change(**{name: getattr(note, name) for name in note.__slots__} | {"address": "+1"})
    outcome = merge([returned("Anna", edited("Anna", block, call), note)], sheets_of(files()))
    [change] = outcome.changes
    data = applied(sheets_of(files()), change.operations, outcome.notes)[CHAPTER].data
    assert data["notes"][-1] == {"id": "fn-eine-anmerkung", "text": "Eine Anmerkung."}
    assert data["situation"][0]["text"].endswith("[^fn-eine-anmerkung]")
    without = tuple(span for span in block.spans if not span.note)
    outcome = merge([returned("Anna", edited("Anna", block, without))], sheets_of(files()))
    data = applied(sheets_of(files()), outcome.changes[0].operations, outcome.notes)[CHAPTER].data
    assert "note-kmu" not in [each["id"] for each in data["notes"]]


@pytest.mark.parametrize("seed", range(3))
def test_twelve_returns_merge_in_time_and_whatever_is_accepted_the_rest_stays_byte_for_byte(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - a test that can be run again
    every = [returned(f"Person {at}", *_edits(f"Person {at}", chance, 10)) for at in range(12)]
    began = time.process_time()
    outcome = merge(every, sheets_of(files()))
    assert time.process_time() - began < 3
    some = [change for change in outcome.changes if chance.random() < 0.5]
    result = applied(sheets_of(files()), [operation for change in some for operation in change.operations], outcome.notes)
    content = written(files(), result).get(f"sources/chapters/{CHAPTER}.yaml", files()[CHAPTER].content)
    kept = [block for block in _texts() if block.address not in {change.address for change in some}]
    assert all(result[CHAPTER].text(block.address) == block.source for block in kept)
    old, now = files()[CHAPTER].content.decode().splitlines(), content.decode().splitlines()
    assert len([line for line in old if line not in now]) <= 4 * len(some)
