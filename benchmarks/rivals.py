"""What other programs find in the same edited files: Docxodus and pandoc beside our own reading, edit by edit.

    .venv/bin/python -m benchmarks.rivals

Each edit is made twice in a draft of the first chapter: with tracking, and without. Untracked, Docxodus compares the edited
file with the draft, as we do; pandoc compares nothing. Tracked, all three read what the file says. The table has the letters
that each says were struck out (-), added (+) and moved (~), without the spaces; what is not what was done stands in brackets.
Docxodus is asked through docx-scalpel.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx_scalpel

from kursbuch_press.drafts import span_text
from kursbuch_press.drafts.snapshot import Snapshot
from kursbuch_press.returns.arrived import Arrived
from kursbuch_press.returns.reading import read_word
from kursbuch_press.returns.returned import Change, ChangeKind, PieceKind
from tests.returns.conftest import CHAPTER, Kept, written_draft
from tests.returns.editing import Doc, as_google_docs
from tests.returns.habits import drop_column


@dataclass(frozen=True, order=True)
class Told:
    """How many letters somebody says were struck out, added and moved."""

    struck: int = 0
    added: int = 0
    moved: int = 0

    def __str__(self) -> str:
        said = [f"{sign}{count}" for sign, count in (("-", self.struck), ("+", self.added), ("~", self.moved)) if count]
        return " ".join(said) or "0"


def _at(rest: str) -> str:
    return f"{CHAPTER}/{rest}"


def _both(*edits: Callable[[Doc], object]) -> Callable[[Doc], object]:
    """Give edits as one."""
    return lambda doc: [edit(doc) for edit in edits]


_ROWS = tuple(f"kurs-{name}" for name in ("allgemein", "jugend", "eltern", "alpha", "foerder", "intensiv"))


def _edits(snapshot: Snapshot) -> dict[str, tuple[Callable[[Doc], object], Told]]:
    """Give the edits by their names, each with what is done in it."""

    def letters(*names: str) -> int:
        return _count(snapshot.by_address[_at(name)].rendered for name in names)

    row = ("kurs-jugend/kurs", "kurs-jugend/fuer-wen", "kurs-jugend/umfang")
    return {
        "a word in a paragraph": (lambda doc: doc.replace(_at("lage-5/text"), "Kreisstadt", "großen Stadt"), Told(10, 11)),
        "a word in a heading": (lambda doc: doc.replace(_at("zugang/text"), "hineindarf", "hineinkommt"), Told(10, 11)),
        "a word in an item": (lambda doc: doc.replace(_at("huerde-kind/text"), "Nebenraum", "Saal"), Told(9, 4)),
        "a word in a cell": (lambda doc: doc.replace(_at("kurs-jugend/fuer-wen"), "junge", "alle"), Told(5, 4)),
        "a word in a note": (lambda doc: doc.replace(_at("note-ger/text"), "stammen", "kommen", "footnotes"), Told(7, 6)),
        "a new paragraph": (lambda doc: doc.new_paragraph(_at("worte-2/text"), "Ein ganz neuer Absatz."), Told(0, 18)),
        "a new item": (lambda doc: doc.new_paragraph(_at("huerde-kind/text"), "Ein neues Hindernis."), Told(0, 17)),
        "a new row": (lambda doc: doc.new_row(_at(row[1]), ["Abendkurs", "Berufstätige", "300 Stunden"]), Told(0, 31)),
        "a new note": (lambda doc: doc.note(_at("worte-2/text"), "teilen sich", "Ein neuer Beleg."), Told(0, 13)),
        "a paragraph less": (lambda doc: doc.drop_paragraph(_at("lage-5/text")), Told(letters("lage-5/text"))),
        "an item less": (lambda doc: doc.drop_paragraph(_at("huerde-kind/text")), Told(letters("huerde-kind/text"))),
        "a row less": (lambda doc: doc.drop_row(_at(row[1])), Told(letters(*row))),
        "a paragraph moved": (
            lambda doc: doc.move(_at("worte-3/text"), _at("karte-1/text")),
            Told(0, 0, letters("worte-3/text")),
        ),
        "an item moved": (
            lambda doc: doc.move(_at("huerde-fahrt/text"), _at("huerde-arbeit/text")),
            Told(0, 0, letters("huerde-fahrt/text")),
        ),
        "a paragraph split": (lambda doc: doc.split(_at("worte-2/text"), "teilen sich die Arbeit."), Told()),
        "two paragraphs joined": (lambda doc: doc.join(_at("lage-4/text")), Told()),
        "a paragraph moved and changed": (
            _both(
                lambda doc: doc.replace(_at("worte-3/text"), "nur vier", "nur drei"),
                lambda doc: doc.move(_at("worte-3/text"), _at("karte-1/text")),
            ),
            Told(4, 4, letters("worte-3/text")),
        ),
        "an item moved and changed": (
            _both(
                lambda doc: doc.replace(_at("huerde-fahrt/text"), "Bus", "Zug"),
                lambda doc: doc.move(_at("huerde-fahrt/text"), _at("huerde-arbeit/text")),
            ),
            Told(3, 3, letters("huerde-fahrt/text")),
        ),
        "a row moved": (
            lambda doc: doc.row(_at("kurs-intensiv/kurs")).addnext(doc.row(_at(row[1]))),
            Told(0, 0, letters(*row)),
        ),
        "a column less": (
            lambda doc: drop_column(doc, _at(row[1])),
            Told(letters("tab-kurse/fuer-wen", *(f"{name}/fuer-wen" for name in _ROWS))),
        ),
        "a text retyped": (
            lambda doc: doc.retype(_at("seiten-1/text"), "Ganz anders."),
            Told(letters("seiten-1/text"), 10),
        ),
        "words changed in places": (
            _both(
                lambda doc: doc.replace(_at("huerden-1/text"), "Grammatik", "Fahrt"),
                lambda doc: doc.replace(_at("huerden-1/text"), "mit wenig", "ohne viel"),
            ),
            Told(17, 13),
        ),
        "words made bold": (lambda doc: doc.bold(_at("worte-2/text"), "Lehrkraft plant"), Told()),
    }


def _count(texts: Iterable[str]) -> int:
    return sum(sign.isalnum() for text in texts for sign in text)


def _ours(content: bytes, kept: Kept) -> Told:
    returned = read_word(Arrived("rueckgabe.docx", content), kept)
    assert returned.ledger.remainder == 0
    moved = [change for change in returned.changes if change.kind is ChangeKind.MOVED]
    return Told(
        _count(_pieces(returned.changes, PieceKind.DELETED)),
        _count(_pieces(returned.changes, PieceKind.INSERTED)),
        _count(span_text(change.after) for change in moved),
    )


def _pieces(changes: Iterable[Change], kind: PieceKind) -> list[str]:
    """Give the words of pieces, those that stand side by side as one text."""
    return ["".join(piece.text for piece in change.pieces if piece.kind is kind) for change in changes]


def _compared_by_docxodus(draft: bytes, content: bytes) -> Told:
    revisions = docx_scalpel.docx_diff_get_revisions(draft, content)
    kinds = docx_scalpel.DocxDiffRevisionType
    return Told(
        _count(each.text for each in revisions if each.type is kinds.DELETED),
        _count(each.text for each in revisions if each.type is kinds.INSERTED),
        _count(each.text for each in revisions if each.type is kinds.MOVED and not each.is_move_source),
    )


def _listed_by_docxodus(content: bytes) -> Told:
    with docx_scalpel.open_session(content) as session:
        said = [(f"{each.type}".lower(), each.text) for each in session.list_revisions()]
    return Told(
        _count(text for kind, text in said if "delet" in kind),
        _count(text for kind, text in said if "insert" in kind),
        _count(text for kind, text in said if kind == "move") // 2,  # there and here
    )


def _read_by_pandoc(content: bytes, folder: Path) -> Told:
    file = folder / "edited.docx"
    file.write_bytes(content)
    command = ["pandoc", "--track-changes=all", "-t", "json", str(file)]
    tree = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    spans = list(_spans(tree["blocks"]))
    return Told(
        _count(text for kind, text in spans if kind == "deletion"), _count(text for kind, text in spans if kind == "insertion")
    )


def _spans(node: Any) -> Iterable[tuple[str, str]]:  # noqa: ANN401 - any part of a pandoc tree
    if isinstance(node, dict) and node.get("t") == "Span" and {"insertion", "deletion"} & set(node["c"][0][1]):
        yield node["c"][0][1][0], _text(node["c"][1])
    elif isinstance(node, dict):
        yield from _spans(node.get("c"))
    elif isinstance(node, list):
        for each in node:
            yield from _spans(each)


def _text(node: Any) -> str:  # noqa: ANN401 - any part of a pandoc tree
    if isinstance(node, list):
        return "".join(_text(each) for each in node)
    if not isinstance(node, dict):
        return ""
    return {"Space": " ", "SoftBreak": " "}.get(node["t"]) or (node["c"] if node["t"] == "Str" else _text(node.get("c", [])))


def main() -> int:
    """Print the table as Markdown, and how often each said what was done."""
    draft = written_draft(CHAPTER)
    kept = Kept((draft.snapshot,))
    heads = ("done", "ours", "Docxodus", "ours, stripped", "ours, tracked", "Docxodus, tracked", "pandoc, tracked")
    print("| edit | " + " | ".join(heads) + " |\n|" + " --- |" * (len(heads) + 1))
    right = [0] * len(heads)
    edits = _edits(draft.snapshot)
    with tempfile.TemporaryDirectory() as folder:
        for name, (do, done) in edits.items():
            files: list[bytes] = []
            for tracked, stripped in ((False, False), (False, True), (True, False)):
                doc = Doc(draft.content, tracked=tracked)
                do(doc)
                files.append(doc.save(without=as_google_docs if stripped else None))
            plain_file, bare, tracked_file = files
            told = [
                done, _ours(plain_file, kept), _compared_by_docxodus(draft.content, plain_file), _ours(bare, kept),
                _ours(tracked_file, kept), _listed_by_docxodus(tracked_file), _read_by_pandoc(tracked_file, Path(folder)),
            ]  # fmt: skip
            right = [count + (each == done) for count, each in zip(right, told, strict=True)]
            print(f"| {name} | " + " | ".join(f"{each}" if each == done else f"({each})" for each in told) + " |")
    print(f"| right, of {len(edits)} | " + " | ".join(f"{count}" for count in right) + " |")
    return 0


if __name__ == "__main__":
    sys.exit(main())
