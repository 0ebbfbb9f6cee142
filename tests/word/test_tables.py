"""Tables and figures: header rows, rows that hold together, measures to be filled in, alternative texts."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest

from kursbuch_press.word.columns import fitting
from tests.word.conftest import Written


def test_every_table_repeats_its_header_row_and_splits_no_row(whole: Written) -> None:
    tables = len(whole.find("//w:tbl"))
    assert len(whole.find("//w:tbl/w:tr[1]/w:trPr/w:tblHeader")) == tables
    assert whole.find("//w:tr[not(w:trPr/w:cantSplit)]") == []


def test_a_row_that_heads_others_is_one_cell_that_stays_with_them(whole: Written) -> None:
    cell = "//w:tr[w:tc/w:p//w:t='1 Deutsch']/w:tc"
    assert whole.find(f"{cell}/w:tcPr/w:gridSpan/@w:val") == ["6"]
    assert len(whole.find(f"{cell}/w:p/w:pPr/w:keepNext")) == 1


def test_a_caption_stays_with_its_table_and_a_figure_with_its_caption(whole: Written) -> None:
    assert len(whole.find("//w:p[.//w:t='Kurse und Stunden'][w:pPr/w:pStyle/@w:val='Caption'][w:pPr/w:keepNext]")) == 1
    assert len(whole.find("//w:p[.//w:drawing][w:pPr/w:keepNext]")) == 2


def test_a_measure_has_a_labelled_row_for_each_fact_and_shows_what_is_empty(whole: Written) -> None:
    document = docx.Document(BytesIO(whole.content))
    [card] = [table for table in document.tables if table.style and table.style.name == "Maßnahme"]
    assert [[cell.text for cell in row.cells] for row in card.rows] == [
        ["Angabe", "Inhalt"],
        ["Was", "Alle Träger stimmen sich ab."],
        ["Wer", "Landkreise"],
        ["Mit wem", ""],
        ["Wann", "09/2014"],
        ["Mittel", "Fahrgeld"],
        ["Woran gemessen", "am Plan"],
        ["Rang", "hoch"],
        ["Stand", "vorgeschlagen"],
    ]
    assert card.cell(3, 1).paragraphs[0].style.name == "Ausfüllen"


def test_columns_keep_their_alignment_and_add_up_to_the_width(whole: Written) -> None:
    assert whole.find("//w:p[.//w:t='Zelle 0.1'][1]/w:pPr/w:pStyle/@w:val")[0] == "Tabellenzahl"
    [width] = set(whole.find("//w:tbl[w:tblPr/w:tblCaption/@w:val='Tabelle\u00a01: Kurse und Stunden']/w:tblPr/w:tblW/@w:w"))
    columns = whole.find("//w:tbl[w:tblPr/w:tblCaption/@w:val='Tabelle\u00a01: Kurse und Stunden']/w:tblGrid/w:gridCol/@w:w")
    assert sum(map(int, columns)) == int(width)


def test_a_column_is_as_wide_as_its_longest_word_if_there_is_room() -> None:
    assert fitting([1, 1, 2], [50, 10, 10], 100) == pytest.approx([50, 16.67, 33.33], abs=0.01)
    assert fitting([1, 1], [80, 80], 100) == [50, 50]


def test_a_wide_table_stands_on_a_landscape_page_with_its_heading(whole: Written) -> None:
    landscape = "//w:sectPr[w:pgSz/@w:orient='landscape']"
    assert len(whole.find(landscape)) == 2
    assert whole.find("//w:tbl[count(w:tblGrid/w:gridCol) = 6]/w:tblPr/w:tblW/@w:w") == ["13436"]


def test_figures_have_alternative_texts_and_decoration_says_that_it_is_one(whole: Written) -> None:
    assert whole.find("//wp:docPr/@descr") == ["Ein Weg mit drei Stufen.", "Eine Karte.", ""]
    assert len(whole.find("//wp:docPr[@descr='']//adec:decorative[@val='1']")) == 1


def test_vectors_stand_beside_the_picture_that_other_programs_show(whole: Written) -> None:
    [relation] = whole.find("//asvg:svgBlip/@r:embed")
    assert f'Id="{relation}"'.encode() in whole.read("word/_rels/document.xml.rels")
    assert whole.read("word/media/vector1.svg").startswith(b"<svg")


@pytest.mark.parametrize(("at", "width"), [(0, 120.0), (1, 75.0), (2, 45.0)])
def test_a_figure_is_as_wide_as_it_was_asked_to_be(whole: Written, at: int, width: float) -> None:
    assert int(whole.find("//wp:extent/@cx")[at]) == pytest.approx(width * 36000)


def test_generated_parts_say_so(whole: Written) -> None:
    lines = whole.paragraphs("Erzeugt")
    assert sum(line.startswith("Dieser Teil wird") for line in lines) == 6
    assert sum(line.startswith("Die nächste Tabelle wird") for line in lines) == 2


def test_it_is_said_before_what_is_generated_in_the_size_of_the_text(whole: Written) -> None:
    said = "w:p[w:pPr/w:pStyle/@w:val='Erzeugt'][contains(., 'nächste')]"
    assert len(whole.find(f"//{said}")) == 3  # two tables and a drawing
    behind = f"//{said}/following-sibling::*[1]"
    kinds = whole.find(f"{behind}[self::w:tbl or w:pPr/w:pStyle/@w:val='Caption' or w:pPr/w:pStyle/@w:val='Abbildung']")
    assert len(kinds) == 3
    style = "//w:style[@w:styleId='Erzeugt']"
    assert whole.find(f"{style}/w:rPr/w:sz/@w:val", "styles") == ["22"]


def test_the_last_row_stays_with_the_source_below_it(whole: Written) -> None:
    table = "//w:tbl[w:tblPr/w:tblCaption/@w:val='Tabelle\u00a01: Kurse und Stunden']"
    assert len(whole.find(f"{table}/w:tr[last()]//w:p[w:pPr/w:keepNext]")) == 3
    assert whole.find(f"{table}/w:tr[position() = last() - 1]//w:p[w:pPr/w:keepNext]") == []
