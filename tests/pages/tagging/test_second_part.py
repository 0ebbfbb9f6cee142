"""PDF/UA-2 with PDF/A-4 from the same tags: what the second part adds, told by pypdf, our own check and veraPDF."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Name, Pdf

from kursbuch_press.book.edition import ScreenStandard
from kursbuch_press.checks import judge_readable
from kursbuch_press.checks.findings import Verdict
from kursbuch_press.pages.said_title import said_title
from tests.judges import verapdf
from tests.pages.tagging.conftest import Html
from tests.pages.tagging.tagtree import Node, TaggedPdf
from tests.pages.tagging.test_file import ALL
from tests.pages.tagging.test_lines import NARROW
from tests.pages.tagging.test_pictures import SOURCE

ENTRY = '<li><a href="#h">Alles</a> <span data-folio="1">1</span></li>'
FIGURE = f'<figure><img src="{SOURCE}" alt="Ein Viereck"><figcaption>Abbildung 2</figcaption><p>Dazu ein Satz.</p></figure>'
CONTENTS = f'<nav><ul>{ENTRY}<li><a href="#z">Zwei</a> <span data-folio="1">1</span></li></ul></nav>'
END_NOTE = (
    '<p>Wort<sup><a id="e.call" href="#e">1</a></sup></p>'
    '<p id="e" data-tag="Note"><span data-tag="Lbl"><a href="#e.call">1</a></span> Beleg</p>'
)
REST = f"<ul><li>Punkt</li></ul>{FIGURE}{END_NOTE}<p>Schluss</p>"
BOOK = f"{ALL}{CONTENTS}<h2 id='z'>Zwei</h2><table><tr><td><ul>{ENTRY}</ul></td></tr></table>{REST}"


@pytest.fixture(scope="module")
def files(drawn: Html, tmp_path_factory: pytest.TempPathFactory) -> dict[ScreenStandard, Path]:
    """Give the same pages in both standards."""
    folder = tmp_path_factory.mktemp("standards")
    made = {}
    for standard in ScreenStandard:
        made[standard] = folder / f"{standard}.pdf"
        made[standard].write_bytes(drawn(BOOK, style=NARROW, standard=standard))
    return made


@pytest.fixture(scope="module")
def second(files: dict[ScreenStandard, Path]) -> TaggedPdf:
    return TaggedPdf(files[ScreenStandard.UA_2])


def _ref(node: Node) -> list[Any]:
    return [each.get_object() for each in node.entries.get("/Ref", ())]


def test_the_words_and_their_order_are_the_same_in_both(files: dict[ScreenStandard, Path]) -> None:
    first, second = (TaggedPdf(files[standard]).document.text for standard in ScreenStandard)
    assert first == second


def test_the_file_says_what_it_keeps_and_has_no_information_dictionary(files: dict[ScreenStandard, Path]) -> None:
    content = files[ScreenStandard.UA_2].read_bytes()
    assert content.startswith(b"%PDF-2.0")
    with Pdf.open(io.BytesIO(content)) as pdf:
        assert "/Info" not in pdf.trailer
        assert said_title(pdf) == "Probe"
        with pdf.open_metadata() as said:
            assert (said["dc:title"], said["pdfaid:part"], said["pdfuaid:part"], said["pdfuaid:rev"]) == (
                "Probe",
                "4",
                "2",
                "2024",
            )
    for level in (b"accessibility1.0", b"reuse1.0"):
        assert b"<pdfd:conformsTo>http://pdfa.org/declarations/wtpdf#" + level in content


def test_calls_and_notes_name_each_other(second: TaggedPdf) -> None:
    notes = second.document.all("FENote")
    assert [note.entries["/A"]["/NoteType"] for note in notes] == ["/Footnote", "/Footnote", "/Endnote"]
    for note in notes:
        (call,) = _ref(note)
        assert call["/S"] == "/Link"
        assert [each.get_object()["/ID"] for each in call["/Ref"]] == [note.entries["/ID"]]


def test_an_entry_of_the_contents_names_its_heading(second: TaggedPdf) -> None:
    assert [_ref(entry)[0]["/S"] for entry in second.document.all("TOCI")] == ["/H1", "/H2"]


def test_links_and_bookmarks_lead_to_tags_and_for_older_viewers_to_pages(second: TaggedPdf) -> None:
    inner = [link.entries["/A"] for link in second.document.links()]
    first = second.catalog["/Outlines"]["/First"]
    led = [*inner, first["/A"], first["/First"]["/A"]]
    assert {action["/S"] for action in led} == {"/GoTo"}
    assert {action["/D"][0].get_object()["/Type"] for action in led} == {"/Page"}
    assert {action["/SD"][0].get_object()["/S"] for action in led} == {"/H1", "/H2", "/FENote", "/Link"}
    assert [action["/SD"][0].get_object()["/S"] for action in led[-2:]] == ["/H1", "/H2"]


FAULTS: dict[str, tuple[Callable[[Pdf], None], str]] = {}


def _fault(clause: str) -> Callable[[Callable[[Pdf], None]], Callable[[Pdf], None]]:
    def keep(change: Callable[[Pdf], None]) -> Callable[[Pdf], None]:
        FAULTS[change.__name__.strip("_")] = (change, clause)
        return change

    return keep


def _elements(pdf: Pdf, kind: str) -> list[pikepdf.Object]:
    return [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == f"/{kind}"]


@_fault("8.2.5.14")
def _a_note_that_nothing_refers_to(pdf: Pdf) -> None:
    del _elements(pdf, "FENote")[0].Ref[0].Ref


@_fault("8.2.5.14")
def _a_note_of_pdf_1(pdf: Pdf) -> None:
    note = _elements(pdf, "FENote")[0]
    note.S = Name.Note
    del note.NS


@_fault("8.2.5.8")
def _an_entry_without_reference(pdf: Pdf) -> None:
    del _elements(pdf, "TOCI")[0].Ref


@_fault("8.8")
def _a_link_to_a_page(pdf: Pdf) -> None:
    link = next(each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/Subtype") == "/Link")
    del link.A["/SD"]


@_fault("8.8")
def _a_bookmark_to_a_page(pdf: Pdf) -> None:
    del pdf.Root.Outlines.First.A.SD


@_fault("8.2.5.2")
def _a_document_of_pdf_1(pdf: Pdf) -> None:
    del _elements(pdf, "Document")[0].NS


@_fault("5")
def _a_claim_without_its_year(pdf: Pdf) -> None:
    pdf.Root.Metadata.write(pdf.Root.Metadata.read_bytes().replace(b"pdfuaid:rev>2024", b"pdfuaid:rev>2014"))


def _judged(pdf: Pdf) -> Verdict:
    out = io.BytesIO()
    pdf.save(out)
    return judge_readable(out.getvalue(), "probe.pdf")


def test_our_own_check_passes_it_and_does_not_ask_the_first_part_for_what_is_new(files: dict[ScreenStandard, Path]) -> None:
    for standard, words in (
        (ScreenStandard.UA_1, "PDF/UA-1: gilt hier nicht"),
        (ScreenStandard.UA_2, "8\xa0Verweise von Tag zu Tag"),
    ):
        verdict = judge_readable(files[standard])
        assert [each.message for check in verdict.failed for each in check.findings] == []
        assert next(check.measured for check in verdict.checks if check.check == "second-part") == words


@pytest.mark.parametrize("fault", FAULTS)
def test_what_breaks_the_second_part_is_told_with_its_clause(files: dict[ScreenStandard, Path], fault: str) -> None:
    change, clause = FAULTS[fault]
    with Pdf.open(files[ScreenStandard.UA_2]) as pdf:
        change(pdf)
        verdict = _judged(pdf)
    assert {each.clause.standard for check in verdict.failed for each in check.findings} == {f"ISO 14289-2, {clause}"}


@pytest.mark.judge
def test_verapdf_finds_nothing_in_all_four(files: dict[ScreenStandard, Path]) -> None:
    assert verapdf(("ua2", "4", "wt1a", "wt1r"), files[ScreenStandard.UA_2]) == []
