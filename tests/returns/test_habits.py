"""Programs change much that nobody edited; what people edited comes home through all of it, and nothing besides."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from kursbuch_press.drafts import span_text
from kursbuch_press.returns.returned import Returned
from kursbuch_press.word import Written
from tests.returns import habits
from tests.returns.conftest import CHAPTER, Kept, read
from tests.returns.editing import Doc

PROGRAMS: dict[str, tuple[Sequence[habits.Habit], Sequence[habits.Repacking]]] = {
    "Word that checks spelling": ((habits.split_runs, habits.wrapped_words, habits.hyphens_as_elements), ()),
    "Word with forms": ((habits.wrapped_blocks, habits.drawings_twice, habits.linked_by_fields), ()),
    "Word with tracked looks": ((habits.tracked_looks, habits.other_tables), (habits.strict,)),
    "Word on the web": ((habits.split_runs, habits.other_names), (habits.second_document,)),
    "a program that has endnotes only": ((habits.hyphens_as_elements,), (habits.notes_at_the_end,)),
    "Google Docs": ((habits.without_marks, habits.other_names, habits.split_runs), (habits.without_properties,)),
}


@pytest.fixture(scope="module")
def worked_on(draft: Written) -> bytes:
    """Give the draft with edits of three people, tracked and not."""
    doc = Doc(draft.content)
    doc.replace(f"{CHAPTER}/lage-5/text", "Kreisstadt", "großen Stadt")
    doc.new_paragraph(f"{CHAPTER}/worte-2/text", "Ein ganz neuer Absatz steht hier.")
    doc.author = "Ben Beispiel"
    doc.drop_row(f"{CHAPTER}/kurs-foerder/kurs")
    doc.note(f"{CHAPTER}/seiten-2/text", "Einfache Sprache", "Ein neuer Beleg.")
    doc.join(f"{CHAPTER}/lage-4/text")
    doc.split(f"{CHAPTER}/karte-1/text", "Oft plant jeder Träger")
    doc.tracked = False
    doc.replace(f"{CHAPTER}/m-werkstatt/check", "Vier Treffen", "Fünf Treffen")
    doc.replace(f"{CHAPTER}/huerde-kind/text", "Nebenraum", "Saal")
    doc.replace(f"{CHAPTER}/note-ger/text", "Gemeinsamen", "gemeinsamen", part="footnotes")
    return doc.save()


def _told(returned: Returned) -> list[tuple[str, ...]]:
    assert (returned.ledger.remainder, returned.unplaced) == (0, ())
    return [
        (
            each.kind,
            each.address or f"behind {each.behind}",
            span_text(each.before),
            span_text(each.after),
            *map(span_text, each.parts),
        )
        for each in returned.changes
    ]


@pytest.mark.parametrize("program", PROGRAMS)
def test_edits_come_home_through_the_habits_of_programs(program: str, draft: Written, kept: Kept, worked_on: bytes) -> None:
    told = _told(read(worked_on, kept))
    assert len(told) == 9  # the paragraph in which a word was replaced was joined with the one before
    assert _told(read(habits.saved(worked_on, *PROGRAMS[program]), kept, draft=draft.snapshot.id)) == told


@pytest.mark.parametrize("program", ["Word with tracked looks", "Google Docs"])
def test_what_nobody_edited_is_no_change(program: str, draft: Written, kept: Kept) -> None:
    assert _told(read(habits.saved(draft.content, *PROGRAMS[program]), kept, draft=draft.snapshot.id)) == []
