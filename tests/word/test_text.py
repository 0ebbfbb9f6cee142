"""What co-authors read: every node and inline, in styles that Word knows, read back by other parsers."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest

from tests.word.conftest import Written


def test_headings_have_the_styles_of_word_and_those_that_no_contents_lists_have_their_own(
    whole: Written,
) -> None:
    assert whole.paragraphs("Heading1") == ["Deutsch für alle", "Anhang"]
    assert whole.paragraphs("Heading2") == ["Ausgangslage", "Umsetzungsschritte"]
    assert whole.paragraphs("Heading3") == ["Ein Kursplan"]
    assert whole.paragraphs("Ueberschrift1ohneVerzeichnis") == ["So arbeiten Sie mit dieser Datei", "Inhalt"]


@pytest.mark.parametrize(
    ("style", "words"),
    [
        ("Leitsatz", ["Sprache für alle"]),
        ("Quote", ["Wir fangen an."]),
        ("Zitatquelle", ["Eine Bürgermeisterin"]),
        ("Kennzahl", ["660 Stunden"]),
        ("Kastenmarke", ["So kann es gehen"]),
        ("Kastentitel", ["Paten"]),
        ("KastenNummer", ["Eins"]),
        (
            "Caption",
            [
                "Tabelle\u00a01: Kurse und Stunden",
                "Abbildung\u00a01: Der Weg",
                "Abbildung\u00a02: Die Karte",
            ],
        ),
        ("Quelle", ["Eigene Zählung", "Bild: A. Beispiel"]),
        ("Antwort", ["Ihre Antwort: "]),
        ("Bibliography", ["AufenthG Gesetz über den Aufenthalt."]),
        ("DefinitionTerm", ["Integrationskurs"]),
        ("IndexHeading", ["I"]),
        ("Title", ["Musterkursbuch", "Musterkursbuch"]),
        ("Impressum", ["Druckerei MusterMusterstadt", "Alle Rechte beim Netzwerk."]),
        ("StandardnachTabelle", []),
    ],
)
def test_each_node_stands_in_its_style(whole: Written, style: str, words: list[str]) -> None:
    assert whole.paragraphs(style) == words


def test_every_style_has_the_name_that_word_translates(whole: Written) -> None:
    document = docx.Document(BytesIO(whole.content))
    names = {style.style_id: style.name for style in document.styles}
    # python-docx shows "heading 1" as "Heading 1", as Word does.
    assert names["Heading1"] == "Heading 1"
    assert [names[each] for each in ("ListBullet", "ListNumber2", "Caption", "FootnoteText", "TOC1", "Quote")] == [
        "List Bullet",
        "List Number 2",
        "Caption",
        "footnote text",
        "toc 1",
        "Quote",
    ]


def test_stress_is_a_style_and_both_at_once_too(whole: Written) -> None:
    at = "//w:r[w:rPr/w:rStyle/@w:val='{}']/w:t/text()"
    assert whole.find(at.format("Strong"))[0] == "Stärke"
    # The index sets the page of an explanation in italics.
    explained = whole.paragraphs("Index1")[0].rpartition(" ")[2]
    assert whole.find(at.format("Emphasis")) == ["Betonung und ", explained]
    assert whole.find(at.format("IntenseEmphasis")) == ["beidem"]


def test_a_foreign_phrase_says_its_language_to_the_proofing_of_word(whole: Written) -> None:
    assert whole.find("//w:r[w:rPr/w:lang/@w:val='en-GB']/w:t/text()") == ["learning by doing"]
    assert whole.find("//w:r[w:rPr/w:rtl and w:rPr/w:lang/@w:bidi='ar-SA']/w:t/text()") == ["أهلا"]


def test_the_document_is_german_by_default(whole: Written) -> None:
    assert whole.find("//w:docDefaults//w:lang/@w:val", "styles") == ["de-DE"]
    assert whole.find("//w:themeFontLang/@w:val", "settings") == ["de-DE"]


def test_special_characters_are_those_that_word_types_itself(whole: Written) -> None:
    assert "Ein Satz mit z.\u00a0B. " in whole.find("//w:t/text()")
    assert len(whole.find("//w:noBreakHyphen")) == 1
    assert len(whole.find("//w:softHyphen")) == 1


def test_links_have_words_and_lead_out_of_text_and_notes(whole: Written) -> None:
    assert whole.find("//w:hyperlink[@r:id]//w:t/text()") == ["das ", "Bundesamt"]
    assert b"https://www.bamf.example/?a=1&amp;b=2" in whole.read("word/_rels/document.xml.rels")
    assert b"https://notes.example/" in whole.read("word/_rels/footnotes.xml.rels")


def test_a_note_is_native_and_a_second_call_repeats_its_number_by_a_field(whole: Written) -> None:
    assert whole.find("//w:footnote/@w:id", "footnotes") == ["-1", "0", "1"]
    assert whole.find("//w:footnoteReference/@w:id") == ["1"]
    assert whole.paragraphs("FootnoteText", "footnotes")[-1] == " Eine Fußnote mit Verweis."
    [instruction] = [each for each in whole.find("//w:instrText/text()") if "NOTEREF" in each]
    assert instruction.split()[1] in whole.find("//w:bookmarkStart/@w:name")


def test_numbered_lists_begin_anew_and_a_list_below_counts_on_the_next_level(whole: Written) -> None:
    at = "//w:p[.//w:t='Punkt {}']/w:pPr/w:numPr/{}/@w:val"

    def place(point: str) -> tuple[list[str], list[str]]:
        return whole.find(at.format(point, "w:numId")), whole.find(at.format(point, "w:ilvl"))

    assert place("p-1")[1] == ["0"]
    assert place("p-2") == (place("p-1")[0], ["1"])
    assert place("p-6") == (place("p-1")[0], ["0"])
    assert place("p-7")[0] != place("p-1")[0]
    assert place("p-4") == ([], [])  # bullets are in their style
    assert whole.paragraphs("ListBullet3") == ["Punkt p-4", "Punkt p-5"]


def test_a_list_has_all_levels_of_word_each_further_in_than_the_one_above(whole: Written) -> None:
    for kind in ("1", "2"):
        indents = whole.find(f"//w:abstractNum[@w:abstractNumId='{kind}']/w:lvl/w:pPr/w:ind/@w:left", "numbering")
        assert len(indents) == 9
        assert sorted(map(int, indents)) == list(map(int, indents))
        assert len(set(indents)) == 9


def test_word_counts_chapters_and_measures_itself(whole: Written) -> None:
    [list_id] = whole.find("//w:p[.//w:t='Ein Kursplan'][w:pPr/w:pStyle/@w:val='Heading3']/w:pPr/w:numPr/w:numId/@w:val")
    [definition] = whole.find(f"//w:num[@w:numId='{list_id}']/w:abstractNumId/@w:val", "numbering")
    assert whole.find(f"//w:abstractNum[@w:abstractNumId='{definition}']//w:lvlText/@w:val", "numbering") == ["1.%1"]


def test_the_questions_stand_at_the_end_of_their_chapter(field: Written) -> None:
    texts = [each for each in field.find("//w:body/w:p//w:t/text()") if each.strip()]
    assert texts[-3:] == ["Fragen", "Was fehlt?", "Ihre Antwort: "]
