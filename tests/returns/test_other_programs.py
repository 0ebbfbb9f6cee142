"""What comes back through programs that nobody here wrote: LibreOffice's own engine, odt, pandoc."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import docx_scalpel
import pytest

from kursbuch_press.drafts import span_text
from kursbuch_press.returns.returned import ChangeKind, Returned
from kursbuch_press.word import Written
from tests.judges import libreoffice, not_installed, program, run
from tests.returns.conftest import CHAPTER, Kept, read
from tests.returns.editing import Doc

pytestmark = pytest.mark.judge
_SYSTEM_PYTHON = "/usr/bin/python3"
_EDITOR = Path(__file__).parents[1] / "judges/office_edit.py"

EDITS: dict[str, tuple[list[str], ChangeKind, str]] = {
    "replace": (["replace", "Vier Treffen im Jahr", "Fünf Treffen im Jahr"], ChangeKind.EDITED, "m-werkstatt/check"),
    "insert": (["insert", "Fachkräfte und Ehrenamtliche", " aller Träger"], ChangeKind.EDITED, "worte-2/text"),
    "split": (["split", "Oft plant jeder Träger für sich:"], ChangeKind.SPLIT, "karte-1/text"),
    "join": (["join", "Vor der Tür bleiben Menschen"], ChangeKind.JOINED, "lage-4/text"),
    "new paragraph": (["new_paragraph", "Drei Regeln helfen solchen", "Ganz neuer Absatz."], ChangeKind.NEW, "worte-3/text"),
    "deleted paragraph": (["delete_paragraph", "Niemand muss auf einen Bescheid"], ChangeKind.DELETED, "worte-1/text"),
    "new item": (["new_paragraph", "Abendkurs, Samstagskurs", "Sprache: neu"], ChangeKind.NEW, "huerde-arbeit/text"),
    "cell": (["replace", "junge Leute unter 27 Jahren", "junge Menschen"], ChangeKind.EDITED, "kurs-jugend/fuer-wen"),
    "new row": (["new_row", "wer schnell lernt", "Abendkurs", "Alle", "300"], ChangeKind.NEW, "kurs-intensiv/umfang"),
    "deleted row": (["drop_row", "wer besondere sprachpädagogische"], ChangeKind.DELETED, "kurs-foerder/kurs"),
    "note": (["replace", "Gemeinsamen Europäischen", "gemeinsamen"], ChangeKind.EDITED, "note-ger/text"),
    "new note": (["note", "Einfache Sprache ersetzt", "Ein neuer Beleg."], ChangeKind.EDITED, "seiten-2/text"),
    "bold": (["bold", "Kursplan"], ChangeKind.EDITED, "schritte-1/text"),
}


@pytest.fixture(scope="session")
def edited(draft: Written, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], bytes]:
    """Give the draft edited in LibreOffice, tracked or not, saved as .docx or .odt and then .docx; each once."""
    folder = tmp_path_factory.mktemp("uno")
    office = program("soffice", package="libreoffice-writer-nogui")
    if subprocess.run([_SYSTEM_PYTHON, "-c", "import uno"], capture_output=True, check=False).returncode:
        not_installed("uno (Debian: python3-uno)")
    (folder / "draft.docx").write_bytes(draft.content)

    def edit(tracked: str, suffix: str) -> bytes:
        target = folder / f"{tracked}.{suffix}"
        if not target.exists():
            command = [_SYSTEM_PYTHON, str(_EDITOR), office, str(folder / "draft.docx"), str(target), tracked, "Anna Muster"]
            edits = json.dumps([edit for edit, _, _ in EDITS.values()])
            done = subprocess.run([*command, str(folder)], input=edits, capture_output=True, text=True, check=False)
            assert target.exists(), done.stderr
        return target.read_bytes() if suffix == "docx" else libreoffice(target, "docx", folder / "odt").read_bytes()

    return edit


@pytest.mark.parametrize("suffix", ["docx", "odt"])
@pytest.mark.parametrize("tracked", ["tracked", "untracked"])
def test_edits_in_libreoffice_come_back_each_at_its_place(
    edited: Callable[[str, str], bytes], kept: Kept, tracked: str, suffix: str
) -> None:
    returned = read(edited(tracked, suffix), kept)
    assert returned.ledger.remainder == 0
    assert returned.unplaced == ()
    found = {(each.kind, (each.behind if each.kind is ChangeKind.NEW else each.address)) for each in returned.changes}
    wanted = {(kind, f"{CHAPTER}/{rest}") for _, kind, rest in EDITS.values()}
    assert wanted - found == set()
    assert len(returned.changes) == len(EDITS) + 1  # the new note itself
    hands = {hand.author for change in returned.changes for hand in change.hands}
    assert hands == {"Anna Muster"}


def _through(draft: Written, folder: Path, *ways: Literal["docx", "odt"]) -> bytes:
    file = folder / "draft.docx"
    file.write_bytes(draft.content)
    for number, way in enumerate(ways):
        (folder / str(number)).mkdir()
        file = libreoffice(file, way, folder / str(number))
    return file.read_bytes()


@pytest.mark.parametrize("ways", [("docx",), ("odt", "docx")], ids=["docx", "odt"])
def test_an_untouched_draft_says_nothing_after_libreoffice(
    draft: Written, kept: Kept, tmp_path: Path, ways: tuple[Literal["docx", "odt"], ...]
) -> None:
    returned = read(_through(draft, tmp_path, *ways), kept)
    assert (returned.changes, returned.unplaced, returned.ledger.remainder) == ((), (), 0)


def test_an_untouched_draft_says_nothing_after_pandoc(draft: Written, kept: Kept, tmp_path: Path) -> None:
    program("pandoc", package="pandoc")
    (tmp_path / "draft.docx").write_bytes(draft.content)
    run("pandoc", str(tmp_path / "draft.docx"), "-o", str(tmp_path / "through.docx"))
    returned = read((tmp_path / "through.docx").read_bytes(), kept)
    assert (returned.changes, returned.unplaced, returned.ledger.remainder) == ((), (), 0)


def _pandoc_changes(node: object) -> list[tuple[str, str, str, str]]:
    """Give what pandoc says was inserted and deleted: kind, author, date and words."""
    found: list[tuple[str, str, str, str]] = []
    if isinstance(node, list):
        found.extend(each for part in node for each in _pandoc_changes(part))
    elif isinstance(node, dict):
        if node.get("t") == "Span":
            (_, classes, attributes), content = node["c"]
            about = dict(attributes)
            kinds = set(classes) & {"insertion", "deletion"}
            found.extend((kind, about["author"], about["date"], _words(content).strip()) for kind in kinds)
        found.extend(_pandoc_changes(node.get("c")))
        found.extend(_pandoc_changes(node.get("blocks")))
    return found


def _words(node: Any) -> str:  # noqa: ANN401 - any part of a pandoc tree
    if isinstance(node, list):
        return "".join(_words(each) for each in node)
    if not isinstance(node, dict):
        return ""
    if node.get("t") in {"Space", "SoftBreak"}:
        return " "
    return str(node["c"]) if node.get("t") == "Str" else _words(node.get("c", []))


def test_pandoc_reads_the_same_authors_dates_and_words(draft: Written, kept: Kept, tmp_path: Path) -> None:
    program("pandoc", package="pandoc")
    doc = Doc(draft.content)
    doc.replace(f"{CHAPTER}/lage-5/text", "Kreisstadt", "großen Stadt")
    doc.author = "Ben Beispiel"
    doc.insert(f"{CHAPTER}/worte-2/text", "teilen sich", " gern")
    doc.replace(f"{CHAPTER}/kurs-jugend/fuer-wen", "junge", "")
    file = tmp_path / "edited.docx"
    file.write_bytes(doc.save())
    theirs = _pandoc_changes(json.loads(run("pandoc", "--track-changes=all", "-t", "json", str(file))))
    assert sorted(theirs) == sorted(_our_changes(read(file.read_bytes(), kept)))


def test_docxodus_reads_the_same_changes_and_comments(draft: Written, kept: Kept) -> None:
    doc = Doc(draft.content)
    doc.replace(f"{CHAPTER}/lage-5/text", "Kreisstadt", "großen Stadt")
    doc.replace(f"{CHAPTER}/note-ger/text", "Gemeinsamen", "gemeinsamen", part="footnotes")
    doc.author = "Ben Beispiel"
    doc.insert(f"{CHAPTER}/worte-2/text", "teilen sich", " gern")
    doc.replace(f"{CHAPTER}/kurs-jugend/fuer-wen", "junge", "")
    file = doc.save(add=doc.comment(f"{CHAPTER}/worte-3/text", "Regeln", "Welche Regeln?", "Alle drei."))
    with docx_scalpel.open_session(file) as session:
        theirs = [(f"{each.type}", each.author, f"{each.date}", each.text.strip()) for each in session.list_revisions()]
        comments = [(each.author, each.text) for each in session.list_comments()]
    returned = read(file, kept)
    ours = [
        (kind.replace("insertion", "insert").replace("deletion", "delete"), *rest) for kind, *rest in _our_changes(returned)
    ]
    assert sorted(theirs) == sorted(ours)
    assert comments == [(each.author, each.text) for thread in returned.comments for each in (thread, *thread.replies)]


def _our_changes(returned: Returned) -> list[tuple[str, str, str, str]]:
    names = {"inserted": "insertion", "deleted": "deletion"}
    return [
        (names[piece.kind], piece.hand.author, f"{piece.hand.when:%Y-%m-%dT%H:%M:%SZ}", span_text(piece.spans).strip())
        for change in returned.changes
        for piece in change.pieces
        if piece.kind in names and piece.hand is not None
    ]
