"""What becomes of references, notes and sources on a sheet that stands alone."""

from __future__ import annotations

import pytest

from kursbuch_press.compose.inlines import Content, Footnote, Jump, Short, Words
from kursbuch_press.html.references import EndNote, SheetReferences
from kursbuch_press.html.writing import HtmlWriter
from kursbuch_press.pages.handouts.setting import LACKING
from tests.shipped import vocabulary

FOLIOS = {"feld/m-eins": "41", "plan/alle": "112"}


@pytest.fixture
def references() -> SheetReferences:
    notes = {"feld/n/text": (Words("Der Beleg."),)}
    return SheetReferences("Kursbuch", FOLIOS, vocabulary().pages, frozenset({"feld/m-zwei"}), notes=notes)


@pytest.fixture
def writer(references: SheetReferences) -> HtmlWriter:
    return HtmlWriter(references, LACKING)


def words(text: str) -> Content:
    return (Words(text),)


def test_a_reference_out_of_the_handout_names_the_book_and_its_page(writer: HtmlWriter) -> None:
    jump = Jump(words("Maßnahme 1.1"), "feld/m-eins", page=True, label=True)
    assert writer.html((jump,)) == "Maßnahme 1.1 (Kursbuch, Seite\u00a041)"


def test_a_reference_without_words_is_the_book_and_its_page(writer: HtmlWriter) -> None:
    assert writer.html((Jump((), "plan/alle", page=True),)) == "Kursbuch, Seite\u00a0112"


def test_a_reference_to_a_part_of_the_handout_links(writer: HtmlWriter) -> None:
    jump = Jump(words("Maßnahme 1.2"), "feld/m-zwei", page=True, label=True)
    assert writer.html((jump,)) == '<a class="reference" href="#feld.m-zwei">Maßnahme 1.2</a>'


def test_a_term_of_the_glossary_is_words(writer: HtmlWriter) -> None:
    assert writer.html((Jump(words("Trauma"), "glossary/trauma", role="term"),)) == "Trauma"


def test_a_source_links_to_the_list_that_the_handout_gathers(writer: HtmlWriter, references: SheetReferences) -> None:
    html = writer.html((Jump(words("BAMF 2013"), "literature/bamf", role="citation"),))
    linked = '<a class="citation" href="#literature.bamf">BAMF 2013</a>'
    assert (html, list(references.gathered.cited)) == (linked, ["literature/bamf"])


def test_an_abbreviation_is_gathered_with_what_it_stands_for(writer: HtmlWriter, references: SheetReferences) -> None:
    writer.html((Short(words("PTBS"), "Posttraumatische Belastungsstörung"),))
    assert references.gathered.short == {"PTBS": "Posttraumatische Belastungsstörung"}


def test_a_note_counts_on_the_handout_and_can_be_left_again(writer: HtmlWriter) -> None:
    html = writer.html((Footnote(7, "feld/n/text", words("Der Beleg.")),))
    assert html == '<sup><a class="note" id="feld.n.call" href="#feld.n">1</a></sup>'


def test_a_note_that_the_book_prints_earlier_has_its_text_on_the_handout(
    writer: HtmlWriter, references: SheetReferences
) -> None:
    writer.html((Footnote(7, "feld/n/text", (), again=True),))
    assert list(references.gathered.notes.values()) == [EndNote(1, "feld.n", words("Der Beleg."))]


def test_a_narrow_space_that_the_face_lacks_becomes_a_wide_one(writer: HtmlWriter) -> None:
    assert writer.html(words("20\u202f%")) == "20\u00a0%"
