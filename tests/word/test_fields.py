"""Fields have their results in them, and what they point to is there."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from kursbuch_press.compose.inlines import Footnote, Jump
from kursbuch_press.compose.manuscript import sections_of
from kursbuch_press.compose.nodes import Heading, Paragraph, Table
from kursbuch_press.word import anchor_name, write
from tests.word import sample
from tests.word.conftest import Written


def _instructions(written: Written, name: str) -> list[str]:
    return [each.strip() for each in written.find("//w:instrText/text()") if each.split()[0] == name]


def test_the_contents_is_a_field_with_linked_lines_and_pages(whole: Written) -> None:
    assert _instructions(whole, "TOC")[0] == 'TOC \\o "1-2" \\h \\z'
    assert [re.sub(r"\d+$", "#", line) for line in whole.paragraphs("TOC1")] == [
        "1Deutsch für alle#",
        "Anhang#",
    ]
    assert whole.paragraphs("TOC2") == ["Ausgangslage4"]
    assert len(whole.find("//w:p[w:pPr/w:pStyle/@w:val='TOC1']/w:hyperlink[starts-with(@w:anchor, '_Toc')]")) == 2


def test_lists_of_figures_and_tables_gather_captions(whole: Written) -> None:
    assert _instructions(whole, "TOC")[1:] == ['TOC \\h \\z \\c "Abbildung"', 'TOC \\h \\z \\c "Tabelle"']
    assert whole.paragraphs("TableofFigures") == [
        "Abbildung\u00a01: Der Weg5",
        "Tabelle\u00a01: Kurse und Stunden5",
    ]


def test_captions_count_with_seq(whole: Written) -> None:
    assert _instructions(whole, "SEQ") == [
        "SEQ Tabelle \\* ARABIC",
        "SEQ Abbildung \\* ARABIC",
        "SEQ Abbildung \\* ARABIC",
    ]


def test_a_file_that_begins_with_the_third_table_says_so() -> None:
    chapter = sample.manuscript().chapter("feld")
    nodes = tuple(
        replace(node, label="Tabelle\u00a03") if isinstance(node, Table) and node.label else node for node in chapter.nodes
    )
    book = replace(sample.manuscript(), chapters=(replace(chapter, sections=sections_of(nodes)),))
    assert _instructions(Written(write(book, sample.draft()).content), "SEQ")[0] == "SEQ Tabelle \\* ARABIC \\r 3"


def test_a_label_is_a_reference_to_words_or_to_a_number(whole: Written) -> None:
    table, measure, chapter = _instructions(whole, "REF")
    assert re.fullmatch(r"REF _Ref\d{9} \\h \\\* MERGEFORMAT", table)
    assert re.fullmatch(r"REF _Ref\d{9} \\r \\h \\\* MERGEFORMAT", measure)
    assert re.fullmatch(r"REF _Ref\d{9} \\h \\\* MERGEFORMAT", chapter)
    name = table.split()[1]
    between = f"//w:bookmarkStart[@w:name='{name}']/following-sibling::w:r[1]/w:t/text()"
    assert whole.find(between) == ["Tabelle\u00a0"]
    looked = whole.find("//w:r[w:rPr/w:rStyle/@w:val='Verweis']/w:t/text()")
    assert looked[:5] == ["Tabelle\u00a01", "Maßnahme ", "1.1", "Kapitel „", "Anhang"]


def test_every_reference_to_a_caption_of_the_shipped_book_is_a_field(shipped: Path) -> None:
    book = Written((shipped / "word/kursbuch.docx").read_bytes())
    linked = book.find("//w:hyperlink[starts-with(@w:anchor, '_Ref')]//w:t/text()")
    assert [each for each in linked if re.fullmatch(r"(?:Tabelle|Abbildung)\s\d+", each)] == []
    captions = re.compile(r"(?:Tabelle|Abbildung)\s\d+")
    results = book.find("//w:r[w:instrText[contains(., ' REF ')]]/following-sibling::w:r[2]/w:t/text()")
    assert sum(bool(captions.fullmatch(each)) for each in results) >= 20


def test_a_title_that_calls_a_note_is_a_link_since_a_field_would_call_it_again() -> None:
    noted = Heading("feld/h/text", 2, (*sample.say("Titel"), Footnote(9, "feld/n-9/text", sample.say("Note."))))
    text = Paragraph("feld/a/text", (Jump(sample.say("„Titel“"), "feld/h", page=True, label=True),))
    chapter = replace(sample.manuscript().chapter("anhang"), sections=sections_of((text, noted)))
    written = Written(write(replace(sample.manuscript(), chapters=(chapter,)), sample.draft()).content)
    assert _instructions(written, "REF") == []
    assert written.find("//w:hyperlink[starts-with(@w:anchor, '_Ref')]//w:t/text()") == ["„Titel“"]


def test_a_reference_into_another_file_is_words_alone(field: Written) -> None:
    text = "".join(field.find("//w:p[contains(., 'Und weit weg')]//w:t/text()"))
    assert text.endswith("Und weit weg: Tabelle\u00a09. Freizeit, Sprachkurs.")
    assert "im Kapitel „Anhang“ und auf Seite" in text


def test_no_page_field_is_empty(whole: Written) -> None:
    assert "\ue000" not in "".join(whole.find("//w:t/text()"))
    assert "–" not in whole.find("//w:t/text()")


def test_every_text_has_one_hidden_bookmark_named_from_its_address(whole: Written) -> None:
    names = [each for each in whole.find("//w:bookmarkStart/@w:name") if each.startswith("_y_")]
    assert len(names) == len(set(names))
    for address in (
        "feld/absatz/text",
        "feld/tab-kurse/r0/c1",
        "feld/m-1/partners",
        "feld/tab-kurse/caption",
    ):
        assert anchor_name(address) in names
    assert anchor_name("feld/n-1/text") in whole.find("//w:bookmarkStart/@w:name", "footnotes")
    texts = whole.find("//w:p[not(starts-with(w:bookmarkStart[1]/@w:name, '_'))]")
    assert texts == []


def test_the_bookmark_of_a_caption_leaves_its_label_out(whole: Written) -> None:
    name = anchor_name("feld/tab-kurse/caption")
    assert whole.find(f"//w:bookmarkStart[@w:name='{name}']/following-sibling::*[1]/w:t/text()") == ["Kurse und Stunden"]
