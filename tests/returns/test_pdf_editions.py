"""Proof-readers mark up the print and the screen edition as well; every kind of mark that their programs know comes home."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name

from kursbuch_press.drafts import span_text
from kursbuch_press.returns.arrived import Arrived
from kursbuch_press.returns.pdf import read_pdf
from kursbuch_press.returns.returned import Comment, PieceKind, Returned
from tests.returns.conftest import CHAPTER, Kept

EDITIONS = ["screen/kursbuch.pdf", "print/kursbuch-innenteil.pdf"]
Box = list[float]


class Proofs:
    """A few pages of an edition; words are searched as letters, since lines break and words are hyphenated."""

    def __init__(self, path: Path, *words: str) -> None:
        """Keep the pages on which some words stand."""
        missing, self.pdf = {_squeezed(each) for each in words}, pikepdf.new()
        document, source = pypdfium2.PdfDocument(path), pikepdf.open(path)
        for number, page in enumerate(document):
            said = _squeezed(page.get_textpage().get_text_range())
            if here := {each for each in missing if each in said}:
                self.pdf.pages.append(source.pages[number])
                missing -= here
            if not missing:
                break
        self.document = pypdfium2.PdfDocument(self.save())

    def save(self) -> bytes:
        target = io.BytesIO()
        self.pdf.save(target)
        return target.getvalue()

    def lines(self, words: str) -> tuple[int, list[Box]]:
        """Give the page of some words and a box for each of their lines."""
        for number, page in enumerate(self.document):
            text = page.get_textpage()
            signs = [at for at, sign in enumerate(text.get_text_range()) if sign.isalnum()]
            start = _squeezed(text.get_text_range()).find(_squeezed(words))
            if start < 0:
                continue
            found: list[Box] = []
            for box in (list(text.get_charbox(signs[at], loose=True)) for at in range(start, start + len(_squeezed(words)))):
                if found and abs(found[-1][1] - box[1]) < 3:
                    found[-1] = [found[-1][0], found[-1][1], box[2], max(found[-1][3], box[3])]
                else:
                    found.append(box)
            return number, found
        raise AssertionError(words)

    def mark(self, kind: str, words: str, said: str = "", more: Mapping[str, Any] | None = None) -> pikepdf.Object:
        """Mark some words, as a program does that writes ``QuadPoints`` in the order of Acrobat; gives the annotation."""
        number, lines = self.lines(words)
        left, right = min(box[0] for box in lines), max(box[2] for box in lines)
        about: dict[str, Any] = {
            "/Type": Name.Annot,
            "/Subtype": Name(f"/{kind}"),
            "/Rect": [left, min(box[1] for box in lines), right, max(box[3] for box in lines)],
            "/T": "Petra Probe",
            "/M": "D:20140703091500+02'00'",
        }
        if said:
            about["/Contents"] = said
        if kind in {"Highlight", "Underline", "Squiggly", "StrikeOut", "Redact"}:
            about["/QuadPoints"] = Array([each for box in lines for each in _quad(box)])
        if kind == "Caret":
            about["/Rect"] = [lines[-1][2] - 2, lines[-1][1] - 1, lines[-1][2] + 4, lines[-1][1] + 5]
        if kind == "Text":
            about["/Rect"] = [lines[0][0] - 24, lines[0][1], lines[0][0] - 4, lines[0][1] + 20]
        made = self.pdf.make_indirect(Dictionary({**about, **(more or {})}))
        page = self.pdf.pages[number].obj
        if "/Annots" not in page:
            page.Annots = Array()
        page.Annots.append(made)
        return made


def _quad(box: Box) -> Box:
    left, bottom, right, top = box
    return [left, top, right, top, left, bottom, right, bottom]


def _squeezed(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())


LAGE, KARTE = "Auch mit Berechtigung bleiben Hürden. Der Kurs liegt in der Kreisstadt", "Oft plant jeder Träger für sich"
SEITEN, NOTE = "Einfache Sprache ersetzt nicht die Übersetzung", "Die Stufen A1 bis C2 stammen aus dem"
SCHUH = "Umgekehrt wird ein Schuh daraus"


@pytest.fixture(scope="module", params=EDITIONS)
def returned(request: pytest.FixtureRequest, shipped: Path, kept: Kept) -> Returned:
    """Give what is read out of an edition that was marked up in every way."""
    proofs = Proofs(shipped / request.param, LAGE, KARTE, SEITEN, NOTE, "junge Leute unter 27 Jahren", SCHUH)
    proofs.mark("Highlight", "Der Kurs liegt in der Kreisstadt, die Wohnung nicht. Die Mutter findet niemanden", "Stimmt das?")
    proofs.mark("Underline", "Schichtarbeiter", "Wer noch?")
    proofs.mark("Squiggly", "Berechtigung bleiben Hürden", more={"/RC": "<body><p>Welche <b>genau</b> &amp; wo?</p></body>"})
    proofs.mark("Redact", "junge Leute unter 27 Jahren", "Muss weg.")
    caret = proofs.mark("Caret", "gehört eine Sprachmittlung", "Dolmetscherin")
    proofs.mark("StrikeOut", "Sprachmittlung", more={"/IRT": caret, "/RT": Name.Group})
    note = proofs.mark("Text", KARTE, "Und der Landkreis?")
    answer = proofs.mark("Text", KARTE, "Auch der.", more={"/IRT": note, "/T": "Quirin Probe"})
    proofs.mark("Text", KARTE, "Accepted", more={"/IRT": answer, "/StateModel": "Review", "/State": "Accepted"})
    proofs.mark("Popup", KARTE, "Und der Landkreis?", more={"/Parent": note})
    for kind in ("Square", "Circle", "Polygon", "PolyLine", "Line", "Ink", "Stamp", "FileAttachment", "Sound", "FreeText"):
        proofs.mark(kind, NOTE, f"Hier: {kind}.")
    number, lines = proofs.lines(SCHUH)
    assert number >= 0
    callout = {"/Rect": [5, 5, 60, 30], "/CL": [lines[0][0] + 2, lines[0][1] + 3, 40, 40, 20, 20]}
    proofs.mark("FreeText", SCHUH, "Welcher Schuh?", more=callout)
    _, bottom, _, top = lines[0]
    proofs.mark("Text", SCHUH, "Am Rand.", more={"/Rect": [12, bottom, 22, top]})
    return read_pdf(Arrived("korrektur.pdf", proofs.save(), draft=kept.snapshots[1].id), kept)


def _comments(returned: Returned, address: str) -> list[Comment]:
    return [each for each in returned.comments if each.address == f"{CHAPTER}/{address}"]


def test_marked_words_have_their_address_and_are_quoted(returned: Returned) -> None:
    first, second, third = _comments(returned, "lage-5/text")
    assert _squeezed(first.quoted) == _squeezed(
        "Der Kurs liegt in der Kreisstadt, die Wohnung nicht. Die Mutter findet niemanden"
    )
    assert (first.text, first.author, first.certain) == ("Stimmt das?", "Petra Probe", True)
    assert (second.quoted, " ".join(third.text.split())) == ("Schichtarbeiter", "Welche genau & wo?")
    assert [(each.quoted, each.text) for each in _comments(returned, "kurs-jugend/fuer-wen")] == [
        ("junge Leute unter 27 Jahren", "Muss weg.")
    ]
    assert returned.ledger.remainder == 0


def test_a_replacement_is_one_change_of_its_text(returned: Returned) -> None:
    (change,) = returned.changes
    assert change.address == f"{CHAPTER}/seiten-2/text"
    assert {(piece.kind, piece.text.strip()) for piece in change.pieces if piece.kind is not PieceKind.KEPT} == {
        (PieceKind.DELETED, "Sprachmittlung"), (PieceKind.INSERTED, "Dolmetscherin"),
    }  # fmt: skip
    assert "gehört eine Dolmetscherin dazu" in " ".join(span_text(change.after).split())


def test_notes_have_their_answers_and_nothing_is_dropped(returned: Returned) -> None:
    note, callout, aside = _comments(returned, "karte-1/text")
    assert (note.text, [(each.author, each.text) for each in note.replies]) == (
        "Und der Landkreis?", [("Quirin Probe", "Auch der.")],
    )  # fmt: skip
    assert (callout.text, callout.certain) == ("Welcher Schuh?", True)
    assert (aside.text, aside.certain) == ("Am Rand.", False), "a note in the margin may mean another line"
    said = {each.text for each in _comments(returned, "note-ger/text")}
    assert said == {
        f"Hier: {kind}." for kind in
        ("Square", "Circle", "Polygon", "PolyLine", "Line", "Ink", "Stamp", "FileAttachment", "Sound", "FreeText")
    }  # fmt: skip
    assert returned.unplaced == ()
