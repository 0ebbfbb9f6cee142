"""Redlines: accepting all gives the new draft, rejecting all the old one, also for programs that nobody here wrote."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx_scalpel
import pytest
from lxml import etree
from python_redlines.engines import DocxodusEngine

from kursbuch_press.drafts.snapshot import Snapshot
from kursbuch_press.word.redlines import RedlineError, redline
from kursbuch_press.word.redlines.writing import Signed
from tests.judges import ooxml_validator, openxml_audit, program, run
from tests.merge import CHAPTER, PROJECT, draft_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SIGNED = Signed("Kursbuch-Presse", date(2014, 6, 27))


@dataclass(frozen=True)
class Drafts:
    """A chapter before and after it was edited, as files and snapshots."""

    old: bytes
    new: bytes
    before: Snapshot
    after: Snapshot


def _cut(text: str, start: str, end: str) -> str:
    return text[: text.index(start)] + text[text.index(end) :]


def _edited(text: str) -> str:
    """Change words, looks, notes, paragraphs, rows, items and the order of paragraphs."""
    text = text.replace("Große Firmen haben", "Konzerne haben nicht")
    text = text.replace("[^note-kmu]", "", 1)
    text = _cut(text, "  - id: note-kmu", text[text.index("  - id:", text.index("  - id: note-kmu") + 5) :][:40])
    new = "  - id: ganz-neu\n    text: Ein ganz neuer **fetter** Absatz.[^fn-neu]\n"
    text = text.replace("  - id: lage-2\n", f"{new}  - id: lage-2\n", 1)
    text = text.replace("notes:\n", "notes:\n  - id: fn-neu\n    text: Eine neue Anmerkung.\n", 1)
    text = _cut(text, "      - id: arbeit-familie", "      - id: arbeit-absolventen")
    row = "      - id: neu-zeile\n        cells:\n          - Neue\n          - Zeile\n          - hier\n"
    text = text.replace("      - id: arbeit-asyl\n", f"{row}      - id: arbeit-asyl\n")
    text = text.replace("jede Arbeit, auch selbstständig", "jede Arbeit, auch **selbstständig**")
    text = text.replace("Tore, Erste Hilfe", "Tore, Werkbank, Erste Hilfe")
    text = _cut(text, "          - id: tag-schritt-3", "          - id: tag-schritt-4")
    item = "          - id: tag-neu\n            text: Am Nachmittag sieht er zu.\n"
    text = text.replace("          - id: tag-schritt-4", f"{item}          - id: tag-schritt-4")
    return _cut(text, "  - id: lage-4", "  - id: zahl-frist")


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> Drafts:
    """Give the shipped chapter and the edited one."""
    folder = tmp_path_factory.mktemp("drafts")
    shutil.copytree(PROJECT / "sources", folder / "sources")
    old, before = draft_of(folder)
    path = folder / f"sources/chapters/{CHAPTER}.yaml"
    path.write_text(_edited(path.read_text("utf-8")), "utf-8")
    new, after = draft_of(folder)
    return Drafts(old, new, before, after)


@pytest.fixture(scope="module")
def marked(drafts: Drafts) -> bytes:
    """Give the redline of the edited chapter against the shipped one."""
    return redline(drafts.new, drafts.after, drafts.before, SIGNED)


def _root(content: bytes, part: str = "document") -> etree._Element:
    with ZipFile(BytesIO(content)) as archive:
        return etree.fromstring(archive.read(f"word/{part}.xml"))


def _changes(content: bytes, tag: str, part: str = "document") -> str:
    """Give all words that came (ins) or went (del)."""
    letter = "delText" if tag == "del" else "t"
    return "|".join("".join(each.itertext(f"{W}{letter}")) for each in _root(content, part).iter(f"{W}{tag}"))


def test_words_paragraphs_rows_and_notes_are_marked(marked: bytes) -> None:
    gone, come = _changes(marked, "del"), _changes(marked, "ins")
    assert {"Große Firmen", "selbstständig"} <= set(gone.split("|"))
    assert "nachgezogene Familienangehörige" in gone
    assert "Über den Wert eines Abschlusses" in gone
    assert {"Konzerne", " nicht", "selbstständig", "Neue", "fetter", "Ein ganz neuer "} <= set(come.split("|"))
    assert "Eine neue Anmerkung." in _changes(marked, "ins", "footnotes")
    assert _changes(marked, "del", "footnotes").strip("|")
    rows = _root(marked).iter(f"{W}trPr")
    assert sorted(child.tag for row in rows for child in row if child.tag in {f"{W}ins", f"{W}del"}) == [f"{W}del", f"{W}ins"]
    assert not list(_root(marked).iter(f"{W}moveFrom", f"{W}moveTo"))


def test_list_items_are_marked_with_their_ends(marked: bytes) -> None:
    """Else a list would keep an empty item where one went, when all is accepted, or where one came, when all is rejected."""
    numbers: list[str] = []

    def item(words: str) -> etree._Element:
        [found] = [each for each in _root(marked).iter(f"{W}p") if words in "".join(each.itertext(f"{W}t", f"{W}delText"))]
        numbers.extend(str(each.get(f"{W}val")) for each in found.iterfind(f"{W}pPr/{W}numPr/{W}numId"))
        return found

    for words, tag in (("Am Nachmittag sieht er zu.", "ins"), ("Bis Mittag baut der Neue etwas", "del")):
        whole = item(words)
        assert whole.find(f"{W}pPr/{W}rPr/{W}{tag}") is not None
        assert len(list(whole.iter(f"{W}r"))) == len(whole.findall(f"{W}{tag}/{W}r")) > 0
    kept = item("Tore, Werkbank")
    assert kept.find(f"{W}pPr/{W}rPr/{W}ins") is None
    assert ["".join(each.itertext()).strip(" ,") for each in kept.iter(f"{W}ins")] == ["Werkbank"]
    assert len(numbers) == 3
    assert len(set(numbers)) == 1, "an item that went stands in another list"


def test_the_same_drafts_give_the_same_bytes(drafts: Drafts, marked: bytes) -> None:
    assert redline(drafts.new, drafts.after, drafts.before, SIGNED) == marked


def test_a_draft_against_itself_has_no_change(drafts: Drafts) -> None:
    content = redline(drafts.new, drafts.after, drafts.after, SIGNED)
    assert not _changes(content, "ins")
    assert not _changes(content, "del")


def test_every_change_has_the_author_and_the_day_and_a_number_of_its_own(marked: bytes) -> None:
    every = [each for part in ("document", "footnotes") for each in _root(marked, part).iter(f"{W}ins", f"{W}del")]
    assert {(each.get(f"{W}author"), each.get(f"{W}date")) for each in every} == {("Kursbuch-Presse", "2014-06-27T00:00:00Z")}
    assert len({each.get(f"{W}id") for each in every}) == len(every)


def test_a_redline_that_would_not_tell_the_truth_is_refused(drafts: Drafts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kursbuch_press.word.redlines.writing.mark_text", lambda *_: None)
    with pytest.raises(RedlineError):
        redline(drafts.new, drafts.after, drafts.before, SIGNED)


@pytest.mark.judge
@pytest.mark.parametrize("mode", ["accept", "reject"])
def test_pandoc_reads_both_drafts_out_of_the_redline(drafts: Drafts, marked: bytes, tmp_path: Path, mode: str) -> None:
    def read(content: bytes, *options: str) -> list[str]:
        path = tmp_path / "file.docx"
        path.write_bytes(content)
        text = run(program("pandoc", "pandoc"), *options, "-t", "plain", "--wrap=none", str(path))
        # pandoc keeps the empty cells of a row that goes, and the empty item of a list, which it counts; pages and what stands
        # in one copy only are no words of the draft
        lines = [re.sub(r"^\s*\d+\.(?!\S)|\s+\d+$", "", re.sub(r"\s+", " ", line)).strip() for line in text.splitlines()]
        return [line for line in lines if line.strip("- ") and not line.startswith("Speichern Sie die Datei")]

    assert read(marked, f"--track-changes={mode}") == read(drafts.new if mode == "accept" else drafts.old)


@pytest.mark.judge
def test_validators_find_nothing_in_the_redline(marked: bytes, tmp_path: Path) -> None:
    path = tmp_path / "redline.docx"
    path.write_bytes(marked)
    assert openxml_audit(path) == []
    assert ooxml_validator(path) == []


def _words(content: bytes) -> tuple[list[str], Counter[str]]:
    """Give the paragraphs of a file without pages, and its notes, which stand in any order."""
    lines: list[list[str]] = []
    for part in ("document", "footnotes"):
        paragraphs = _root(content, part).iter(f"{W}p")
        said = (re.sub(r"(?<=\D)\d+$", "", "".join(each.itertext(f"{W}t")).strip()) for each in paragraphs)
        lines.append([line for line in said if line])
    return lines[0], Counter(lines[1])


@pytest.mark.judge
def test_docxodus_finds_both_drafts_in_the_redline(drafts: Drafts, marked: bytes) -> None:
    accepted = docx_scalpel.docx_diff_accept_revisions(marked)
    assert _words(accepted) == _words(drafts.new)
    assert _words(docx_scalpel.docx_diff_reject_revisions(marked)) == _words(drafts.old)
    _, said, _ = DocxodusEngine().run_redline("Jemand", accepted, drafts.new)
    assert "0 revision(s) found" in str(said)
