"""One edit comes back as exactly that edit: tracked or not, with every anchor or with none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from kursbuch_press.drafts import Kind, span_text
from kursbuch_press.returns.returned import Change, ChangeKind, PieceKind, Returned
from kursbuch_press.word import Written
from tests.returns.conftest import CHAPTER, Kept, read
from tests.returns.editing import Doc, as_google_docs


def at(rest: str) -> str:
    """Give an address in the chapter."""
    return f"{CHAPTER}/{rest}"


@dataclass(frozen=True)
class Edit:
    """An edit and what must come back: the kind of change, its address, its place, struck out and added words."""

    do: Callable[[Doc], object]
    kind: ChangeKind
    address: str = ""
    behind: str | None = None
    struck: str | None = None
    added: str | None = None
    block: Kind | None = None
    parts: tuple[str, ...] = ()
    both: bool = False
    """True where a second change (of the note itself) comes with it."""


EDITED, NEW, DELETED, MOVED = ChangeKind.EDITED, ChangeKind.NEW, ChangeKind.DELETED, ChangeKind.MOVED
P, Q, ITEM, CELL = at("lage-5/text"), at("worte-2/text"), at("huerde-kind/text"), at("kurs-jugend/fuer-wen")


def _change_and_move(doc: Doc) -> None:
    doc.replace(at("huerde-fahrt/text"), "Bus", "Zug")
    doc.move(at("huerde-fahrt/text"), at("huerde-arbeit/text"))


EDITS = {
    "replace in a paragraph": Edit(
        lambda doc: doc.replace(P, "Kreisstadt", "großen Stadt"), EDITED, P, struck="Kreisstadt", added="großen Stadt"
    ),
    "insert in a paragraph": Edit(lambda doc: doc.insert(Q, "teilen sich", " gern"), EDITED, Q, struck="", added=" gern"),
    "delete in a paragraph": Edit(lambda doc: doc.replace(Q, " teilen sich", ""), EDITED, Q, struck=" teilen sich", added=""),
    "insert inside of a word": Edit(lambda doc: doc.insert(Q, "Lehr", "meister"), EDITED, Q),
    "replace in a heading": Edit(
        lambda doc: doc.replace(at("zugang/text"), "Wer", "Wen"), EDITED, at("zugang/text"), struck="Wer", added="Wen"
    ),
    "replace in a title": Edit(
        lambda doc: doc.replace(at("title"), "alle", "Alle"), EDITED, at("title"), struck="alle", added="Alle"
    ),
    "replace in an item": Edit(
        lambda doc: doc.replace(ITEM, "Nebenraum", "Saal"), EDITED, ITEM, struck="Nebenraum", added="Saal"
    ),
    "replace in a cell": Edit(lambda doc: doc.replace(CELL, "junge", "alle"), EDITED, CELL, struck="junge", added="alle"),
    "replace in a head cell": Edit(
        lambda doc: doc.replace(at("tab-kurse/kurs"), "Kurs", "Art"), EDITED, at("tab-kurse/kurs"), struck="Kurs", added="Art"
    ),
    "retype a cell": Edit(
        lambda doc: doc.retype(at("kurs-jugend/umfang"), "zwei Jahre"), EDITED, at("kurs-jugend/umfang"), added="zwei Jahre"
    ),
    "replace in a caption": Edit(
        lambda doc: doc.replace(at("tab-kurse/caption"), "Kursarten", "Arten"), EDITED, at("tab-kurse/caption"), added="Arten"
    ),
    "replace in a box": Edit(
        lambda doc: doc.replace(at("tandem-1/text"), "Eine", "Jede"), EDITED, at("tandem-1/text"), added="Jede"
    ),
    "replace in a note": Edit(
        lambda doc: doc.replace(at("note-ger/text"), "stammen", "kommen", "footnotes"),
        EDITED,
        at("note-ger/text"),
        added="kommen",
    ),
    "replace in a measure": Edit(
        lambda doc: doc.replace(at("m-lernpass/what"), "Heft", "Büchlein"), EDITED, at("m-lernpass/what"), added="Büchlein"
    ),
    "choose another rank": Edit(
        lambda doc: doc.replace(at("m-lernpass/priority"), "mittel", "hoch"), EDITED, at("m-lernpass/priority"), added="hoch"
    ),
    "answer a question": Edit(
        lambda doc: doc.fill(at("frage-fahrt/answer"), "In zweien."),
        EDITED,
        at("frage-fahrt/answer"),
        struck="",
        added="In zweien.",
    ),
    "split a paragraph": Edit(
        lambda doc: doc.split(Q, "teilen sich die Arbeit."), ChangeKind.SPLIT, Q, parts=("Die Lehrkraft",)
    ),
    "join two paragraphs": Edit(lambda doc: doc.join(at("lage-4/text")), ChangeKind.JOINED, at("lage-4/text")),
    "move a paragraph": Edit(
        lambda doc: doc.move(at("worte-3/text"), at("karte-1/text")), MOVED, at("worte-3/text"), at("karte-1/text")
    ),
    "move an item": Edit(
        lambda doc: doc.move(at("huerde-fahrt/text"), at("huerde-arbeit/text")),
        MOVED,
        at("huerde-fahrt/text"),
        at("huerde-arbeit/text"),
    ),
    "move an item and change it": Edit(
        _change_and_move,
        MOVED,
        at("huerde-fahrt/text"),
        at("huerde-arbeit/text"),
        "Bus",
        "Zug",
    ),
    "new paragraph": Edit(
        lambda doc: doc.new_paragraph(Q, "Das ist ein ganz neuer Absatz."),
        NEW,
        "",
        Q,
        "",
        "Das ist ein ganz neuer Absatz.",
        Kind.PARAGRAPH,
    ),
    "new item": Edit(lambda doc: doc.new_paragraph(ITEM, "Neues Hindernis"), NEW, "", ITEM, "", "Neues Hindernis"),
    "deleted item": Edit(lambda doc: doc.drop_paragraph(ITEM), DELETED, ITEM, block=Kind.ITEM, added=""),
    "deleted paragraph": Edit(lambda doc: doc.drop_paragraph(P), DELETED, P, added=""),
    "new row": Edit(
        lambda doc: doc.new_row(CELL, ["Abendkurs", "Berufstätige", "300 Stunden"]),
        NEW,
        "",
        at("kurs-jugend/umfang"),
        block=Kind.CELL,
        parts=("Abendkurs", "Berufstätige", "300 Stunden"),
    ),
    "deleted row": Edit(lambda doc: doc.drop_row(CELL), DELETED, at("kurs-jugend/kurs"), block=Kind.CELL),
    "new note": Edit(lambda doc: doc.note(Q, "teilen sich", "Ein neuer Beleg."), EDITED, Q, both=True),
    "bold": Edit(lambda doc: doc.bold(Q, "Lehrkraft plant"), EDITED, Q, struck="", added=""),
    "link": Edit(lambda doc: doc.link(Q, "Lehrkraft", "https://lehre.example/"), EDITED, Q, struck="", added=""),
}


@pytest.mark.parametrize("google", [False, True], ids=["whole", "stripped"])
@pytest.mark.parametrize("tracked", [True, False], ids=["tracked", "untracked"])
@pytest.mark.parametrize("name", EDITS)
def test_one_edit_comes_back_as_exactly_that_edit(  # noqa: PLR0913 - an edit, a draft, and two ways to send it back
    name: str, draft: Written, kept: Kept, *, tracked: bool, google: bool
) -> None:
    edit = EDITS[name]
    doc = Doc(draft.content, tracked=tracked)
    edit.do(doc)
    returned = read(doc.save(without=as_google_docs if google else None), kept, author="Ben Beispiel")
    assert returned.ledger.remainder == 0
    assert returned.unplaced == ()
    assert len(returned.changes) == 1 + edit.both, [(each.kind, each.address, each.pieces) for each in returned.changes]
    change = returned.changes[0]
    _check(change, edit, exact=tracked)
    is_look = name in {"bold", "link"}
    who = "Anna Muster" if tracked and name != "link" else "Ben Beispiel"
    assert {hand.author for hand in change.hands} == {who}
    assert is_look == any(piece.kind is PieceKind.LOOK for piece in change.pieces)
    if tracked and name != "link":
        assert all(hand.tracked and hand.when is not None and hand.when.year == 2014 for hand in change.hands)
    if edit.both:
        _check_note(returned)


def _check(change: Change, edit: Edit, *, exact: bool) -> None:
    assert (change.kind, change.address) == (edit.kind, edit.address)
    if edit.behind is not None:
        assert change.behind == edit.behind
    if edit.block is not None:
        assert change.block is edit.block
    struck = "".join(piece.text for piece in change.pieces if piece.kind is PieceKind.DELETED)
    added = "".join(piece.text for piece in change.pieces if piece.kind is PieceKind.INSERTED)
    if edit.struck is not None:
        assert (struck if exact else struck.strip()) == (edit.struck if exact else edit.struck.strip())
    if edit.added is not None:
        assert (added if exact else added.strip()) == (edit.added if exact else edit.added.strip())
    assert len(change.parts) == len(edit.parts)
    assert all(span_text(part).strip().startswith(wanted) for part, wanted in zip(change.parts, edit.parts, strict=True))


def _check_note(returned: Returned) -> None:
    call, note = returned.changes
    assert any(span.note == note.address for span in call.after)
    assert (note.kind, note.block, span_text(note.after).strip()) == (NEW, Kind.NOTE, "Ein neuer Beleg.")


@pytest.mark.parametrize("google", [False, True], ids=["whole", "stripped"])
def test_a_row_that_was_moved_and_changed_keeps_its_cells(draft: Written, kept: Kept, *, google: bool) -> None:
    doc = Doc(draft.content, tracked=False)
    doc.row(at("kurs-intensiv/kurs")).addnext(doc.row(CELL))
    doc.row(at("zugang-eu/wer")).addprevious(doc.row(at("zugang-asyl/wer")))
    doc.replace(CELL, "junge", "alle")
    returned = read(doc.save(without=as_google_docs if google else None), kept)
    assert (returned.unplaced, returned.ledger.remainder, returned.ledger.struck) == ((), 0, 1)
    moved = {(each.kind, each.address.rpartition("/")[0], each.behind.rpartition("/")[0]) for each in returned.changes}
    assert moved == {(MOVED, at("kurs-jugend"), at("kurs-intensiv")), (MOVED, at("zugang-asyl"), at("zugang-lange"))}


@pytest.mark.parametrize("google", [False, True], ids=["whole", "stripped"])
def test_an_untouched_draft_says_nothing(draft: Written, kept: Kept, *, google: bool) -> None:
    returned = read(Doc(draft.content).save(without=as_google_docs if google else None), kept)
    assert (returned.changes, returned.unplaced, returned.ledger.remainder) == ((), (), 0)
    assert returned.ledger.read == returned.ledger.unchanged > 1000


def test_comment_and_reply_come_back_with_place_and_words(draft: Written, kept: Kept) -> None:
    doc = Doc(draft.content)
    add = doc.comment(Q, "teilen sich", "Stimmt das?", "Ja, in Sachsen.")
    returned = read(doc.save(add=add), kept)
    assert (returned.changes, returned.ledger.remainder) == ((), 0)
    (comment,) = returned.comments
    assert (comment.author, comment.text, comment.address, comment.quoted) == ("Anna Muster", "Stimmt das?", Q, "teilen sich")
    assert [(reply.author, reply.text) for reply in comment.replies] == [("Ben Beispiel", "Ja, in Sachsen.")]


def test_words_that_were_inserted_and_deleted_again_never_existed(draft: Written, kept: Kept) -> None:
    doc = Doc(draft.content)
    doc.insert(Q, "teilen sich", " wohl")
    inserted = doc.paragraph(Q).find(f".//{{{'http://schemas.openxmlformats.org/wordprocessingml/2006/main'}}}ins")
    assert inserted is not None
    mark = doc.mark("del")
    run = inserted[0]
    inserted.append(mark)
    mark.append(run)
    returned = read(doc.save(), kept)
    assert (returned.changes, returned.ledger.remainder) == ((), 0)
