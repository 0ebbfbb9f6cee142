"""Word files, edited in every way, upon the sources: each edit comes to its place, and every accept leaves a good book."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable
from contextlib import suppress

import pytest
from lxml import etree

from kursbuch_press.drafts.snapshot import Kind, Snapshot
from kursbuch_press.merge import applied, merge
from kursbuch_press.merge.files import read_sheets, sheets_of, written
from kursbuch_press.merge.outcome import Outcome
from kursbuch_press.merge.trial import new_errors
from kursbuch_press.returns.arrived import Arrived
from kursbuch_press.returns.reading import read_word
from kursbuch_press.returns.returned import Returned
from tests.merge import PROJECT, draft_of
from tests.returns.conftest import Kept
from tests.returns.editing import Doc, W
from tests.returns.habits import drop_column

CHAPTER = "deutsch-fuer-alle"
FILES = read_sheets(PROJECT)
Edit = Callable[[Doc], None]


def _item_below(doc: Doc) -> None:
    """Write an item and move it in, as the tabulator does: the style stays, the level of the list is another."""
    doc.new_paragraph(_at("huerde-kind"), "Ein Punkt darunter")
    properties = doc.paragraph(_at("huerde-kind")).getnext().find(f"{W}pPr")
    numbers = properties.find(f"{W}numPr")
    if numbers is None:
        numbers = etree.SubElement(properties, f"{W}numPr")
    numbers[:] = [etree.Element(f"{W}{tag}", {f"{W}val": "1"}) for tag in ("ilvl", "numId")]


def _apart(doc: Doc) -> None:
    """Take every letter with a sign above it apart, as programs on macOS may do, and edit one text."""
    doc.replace(_at("worte-2"), "zusammen (siehe", "über die Übergabe. Wo (siehe")
    for text in doc.part("document").iter(f"{W}t", f"{W}delText"):
        text.text = unicodedata.normalize("NFD", text.text or "")


def _at(name: str) -> str:
    return f"{CHAPTER}/{name}/text"


EDITS: dict[str, tuple[Edit, str]] = {
    "split": (
        lambda doc: doc.split(_at("karte-1"), "Oft plant jeder Träger für sich:"),
        "  Oft plant jeder Träger für sich:\n      - id: ",
    ),
    "join": (lambda doc: doc.join(_at("lage-4")), "beginnt bei null. Auch mit Berechtigung"),
    "new paragraph": (
        lambda doc: doc.new_paragraph(_at("worte-3"), "Ganz *neuer* Absatz."),
        "text: Ganz \\*neuer\\* Absatz.",
    ),
    "new item": (lambda doc: doc.new_paragraph(_at("huerde-arbeit"), "Sprache: neu"), "text: 'Sprache: neu'"),
    "new item below another": (_item_below, "items:\n              - id: "),
    "tab and break": (
        lambda doc: doc.insert(_at("karte-2"), "im Quartal", "\t(bald)\nund öfter"),
        "Quartal (bald) und öfter und einen",
    ),
    "letters taken apart": (_apart, "über die Übergabe. Wo"),
    "new row": (
        lambda doc: doc.new_row(f"{CHAPTER}/kurs-intensiv/umfang", ["Abends", "Alle", "300"]),
        "- Abends\n          - Alle\n          - '300'",
    ),
    "bold": (lambda doc: doc.bold(_at("schritte-1"), "Kursplan"), "der gemeinsame **Kursplan** ([](#m-kursplan))"),
    "link": (
        lambda doc: doc.link(_at("schritte-1"), "Kursplan", "https://kursbuch.example/"),
        "[Kursplan](https://kursbuch.example/) ([](#m-kursplan))",
    ),
    "note": (
        lambda doc: doc.note(_at("seiten-2"), "Einfache Sprache", "Ein Beleg."),
        "[Einfache Sprache](glossar:einfache-sprache)[^fn-ein-beleg]",
    ),
    "text of a note": (
        lambda doc: doc.replace(_at("note-ger"), "Gemeinsamen", "gemeinsamen", "footnotes"),
        "[gemeinsamen Europäischen",
    ),
    "measure": (lambda doc: doc.replace(f"{CHAPTER}/m-werkstatt/check", "Vier", "Fünf"), "Fünf Treffen im Jahr"),
}
GONE: dict[str, tuple[Edit, str]] = {
    "paragraph": (lambda doc: doc.drop_paragraph(_at("worte-1")), "id: worte-1\n"),
    "item": (lambda doc: doc.drop_paragraph(_at("huerde-arbeit")), "id: huerde-arbeit\n"),
    "row": (lambda doc: doc.drop_row(f"{CHAPTER}/kurs-foerder/kurs"), "id: kurs-foerder\n"),
    "column": (lambda doc: drop_column(doc, f"{CHAPTER}/kurs-foerder/fuer-wen"), "wer nicht oder nicht ausreichend lesen"),
}


@pytest.fixture(scope="module")
def draft() -> tuple[bytes, Snapshot]:
    """Give the draft of a chapter."""
    return draft_of(PROJECT, CHAPTER)


def _read(draft: tuple[bytes, Snapshot], content: bytes) -> Returned:
    return read_word(Arrived("rueckgabe.docx", content), Kept((draft[1],)))


def _merged(outcome: Outcome, numbers: set[int] | None = None) -> dict[str, bytes]:
    changes = [change for change in outcome.changes if numbers is None or change.number in numbers]
    operations = [operation for change in changes for operation in change.operations]
    return written(FILES, applied(sheets_of(FILES), operations, outcome.notes))


def test_a_column_that_one_takes_out_and_another_edits_is_a_conflict(draft: tuple[bytes, Snapshot]) -> None:
    one, other = Doc(draft[0]), Doc(draft[0], author="Ben Beispiel", tracked=False)
    drop_column(one, f"{CHAPTER}/kurs-foerder/fuer-wen")
    other.replace(f"{CHAPTER}/kurs-foerder/fuer-wen", "besondere", "andere")
    other.drop_row(f"{CHAPTER}/kurs-jugend/fuer-wen")
    outcome = merge([_read(draft, each.save()) for each in (one, other)], sheets_of(FILES))
    assert [(each.kind, each.address) for each in outcome.changes] == [("deleted", f"{CHAPTER}/kurs-jugend/kurs")]
    [conflict] = outcome.conflicts
    assert len(conflict.versions) == 2
    [taken] = [each for each in conflict.versions if "andere" not in each.text]
    sheets = applied(sheets_of(FILES), (*outcome.changes[0].operations, *taken.operations), {})
    assert new_errors(PROJECT, written(FILES, sheets)) == ()
    again = merge([_read(draft, one.save())], {**sheets_of(FILES), **sheets})
    assert (again.changes, again.conflicts) == ((), ()), "it is gone already"


def test_a_table_whose_rows_are_all_gone_is_gone_with_its_caption(draft: tuple[bytes, Snapshot]) -> None:
    doc = Doc(draft[0], tracked=False)
    table = doc.row(f"{CHAPTER}/zugang-eu/wer").getparent()
    table.getparent().remove(table)
    [change] = merge([_read(draft, doc.save())], sheets_of(FILES)).changes
    assert (change.kind, [getattr(each, "id", "") for each in change.operations]) == ("deleted", ["tab-zugang"])


@pytest.mark.parametrize("tracked", [True, False], ids=["tracked", "untracked"])
@pytest.mark.parametrize("name", [*EDITS, *GONE])
def test_an_edit_comes_into_the_sources(draft: tuple[bytes, Snapshot], name: str, *, tracked: bool) -> None:
    edit, words = {**EDITS, **GONE}[name]
    doc = Doc(draft[0], tracked=tracked)
    edit(doc)
    returned = _read(draft, doc.save())
    outcome = merge([returned], sheets_of(FILES))
    assert (len(outcome.changes), len(outcome.conflicts)) == (1, 0)
    _is_settled(returned, outcome)
    [content] = _merged(outcome).values()
    text = content.decode()
    flat = " ".join(text.split())
    assert (words in text or words in flat) == (name in EDITS)


def _is_settled(returned: Returned, outcome: Outcome) -> None:
    """Hold that what was accepted is neither a change nor a conflict when the same file is merged again."""
    operations = [operation for change in outcome.changes for operation in change.operations]
    today = {**sheets_of(FILES), **applied(sheets_of(FILES), operations, outcome.notes)}
    again = merge([returned], today)
    assert (again.changes, again.conflicts) == ((), ())


def _edit(doc: Doc, snapshot: Snapshot, chance: random.Random, new: str) -> str:
    """Do one edit somewhere; gives the word that it added."""
    kinds = {Kind.PARAGRAPH, Kind.ITEM, Kind.CELL}
    blocks = [each for each in snapshot.blocks if each.editable and each.kind in kinds and len(each.spans) == 1]
    block = chance.choice([each for each in blocks if len(re.findall(r"\w{4,}", each.rendered)) > 3])
    word = chance.choice(re.findall(r"\w{4,}", block.rendered))
    match chance.randrange(4):
        case 0:
            doc.replace(block.address, word, new)
        case 1:
            doc.insert(block.address, word, f" {new}")
        case 2 if block.kind is not Kind.CELL:
            doc.new_paragraph(block.address, f"Ein neuer Absatz {new} kommt hier.")
        case _:
            doc.retype(block.address, f"Ganz anders {new} gesagt.")
    return new


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_accepted_of_random_edits_leaves_a_good_book_and_no_word_is_lost(
    draft: tuple[bytes, Snapshot], seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311 - a test that can be run again
    returns = []
    added: set[str] = set()
    for at, author in enumerate(("Anna Muster", "Ben Beispiel", "Cem Probe")):
        doc = Doc(draft[0], author=author, tracked=chance.random() < 0.6)
        for number in range(8):
            with suppress(AssertionError):  # an edit that this block does not take
                added.add(_edit(doc, draft[1], chance, f"Zusatzwort{at}{number}x"))
        returns.append(_read(draft, doc.save()))
    outcome = merge(returns, sheets_of(FILES))
    texts = " ".join(content.decode() for content in _merged(outcome).values())
    texts += " ".join(version.text for conflict in outcome.conflicts for version in conflict.versions)
    read = " ".join(span.text for returned in returns for change in returned.changes for span in change.after)
    assert all(word in texts for word in added if word in read)
    some = {change.number for change in outcome.changes if chance.random() < 0.5}
    assert new_errors(PROJECT, _merged(outcome, some)) == ()
