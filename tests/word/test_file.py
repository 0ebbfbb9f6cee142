"""The file as a whole: what it says of itself, its running heads, and that its bytes are always the same."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from hashlib import sha256
from io import BytesIO
from zipfile import ZipFile

import docx
from lxml import etree

from kursbuch_press.compose.manuscript import sections_of
from kursbuch_press.compose.nodes import MeasureCard, Paragraph
from kursbuch_press.drafts import Kind, read_snapshot, write_snapshot
from kursbuch_press.word import wording, write
from tests.word import sample
from tests.word.conftest import Written


def test_the_same_input_gives_the_same_bytes_under_any_hash_seed(whole: Written) -> None:
    code = (
        "import sys; from kursbuch_press.word import write; from tests.word import sample;"
        "sys.stdout.buffer.write(write(sample.manuscript(), sample.draft()).content)"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "PYTHONPATH": str(sample.PROJECT)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=environment)
    assert done.stdout == whole.content


def test_it_says_what_it_is_and_carries_no_clock(whole: Written) -> None:
    core = docx.Document(BytesIO(whole.content)).core_properties
    assert (core.title, core.subject, core.author) == (
        "Musterkursbuch",
        "Vielfalt & Einigkeit",
        "Netzwerk Muster",
    )
    assert (core.language, core.version, core.content_status) == ("de-DE", "Entwurf 2", "zur Durchsicht")
    assert str(core.created) == str(core.modified) == "2014-06-27 00:00:00+00:00"
    with ZipFile(BytesIO(whole.content)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_file_of_a_chapter_has_its_title(field: Written) -> None:
    assert docx.Document(BytesIO(field.content)).core_properties.title == "Deutsch für alle – Musterkursbuch"


def test_the_draft_is_known_by_a_custom_property(whole: Written) -> None:
    written = write(sample.manuscript(), sample.draft()).snapshot
    custom = whole.read("docProps/custom.xml").decode()
    assert f'name="DraftId"><vt:lpwstr>{written.id}</vt:lpwstr>' in custom
    assert sha256(write_snapshot(written)).hexdigest() in custom


def test_the_file_carries_what_it_says(whole: Written) -> None:
    root = etree.fromstring(whole.read("customXml/item1.xml"))
    assert read_snapshot((root[0].text or "").encode()) == write(sample.manuscript(), sample.draft()).snapshot


def test_the_id_of_the_draft_stands_on_every_page(whole: Written) -> None:
    snapshot = write(sample.manuscript(), sample.draft()).snapshot
    for section in docx.Document(BytesIO(whole.content)).sections:
        for foot in (section.footer, section.even_page_footer, section.first_page_footer):
            assert f"Kennung {snapshot.id}" in foot.paragraphs[0].text


def test_recipient_and_day_are_in_the_copy_and_not_in_the_id() -> None:
    draft = sample.draft()
    copy = write(sample.manuscript(), replace(draft, recipient="Anna Muster", send_by=date(2015, 1, 2)))
    other = write(sample.manuscript(), draft)
    assert copy.snapshot == other.snapshot
    text = "".join(Written(copy.content).find("//w:t/text()"))
    assert "Dieses Exemplar ist für Anna Muster." in text
    assert "bis zum 2.\u00a0Januar 2015 an" in text
    assert "\ue001" not in text


def test_the_snapshot_has_every_text_with_its_place() -> None:
    texts = {"feld/absatz/text": "Quelle"}
    snapshot = write(sample.manuscript(), replace(sample.draft(), texts=texts)).snapshot
    block = snapshot.by_address["feld/absatz/text"]
    assert (block.source, block.editable, block.chapter, block.kind) == ("Quelle", True, "feld", Kind.PARAGRAPH)
    cell = snapshot.by_address["feld/tab-kurse/r0/c1"]
    assert (cell.kind, cell.row, cell.column, cell.editable) == (Kind.CELL, 1, 1, False)
    note = snapshot.by_address["feld/n-1/text"]
    assert note.kind is Kind.NOTE
    assert any(span.note == note.address for block in snapshot.blocks for span in block.spans)
    assert snapshot.by_address["feld/tab-kurse/caption"].label.startswith("Tabelle")


def test_word_tracks_changes_and_opens_it_in_its_own_mode(whole: Written) -> None:
    assert len(whole.find("//w:trackRevisions", "settings")) == 1
    assert whole.find("//w:compatSetting[@w:name='compatibilityMode']/@w:val", "settings") == ["15"]
    assert whole.find("//w:updateFields", "settings") == []


def test_nothing_of_a_template_is_left(whole: Written) -> None:
    with ZipFile(BytesIO(whole.content)) as archive:
        names = set(archive.namelist())
    assert not any("thumbnail" in name or "Effects" in name for name in names)


def test_left_and_right_pages_have_heads_of_their_own_and_every_page_the_draft(whole: Written) -> None:
    assert len(whole.find("//w:evenAndOddHeaders", "settings")) == 1
    sections = docx.Document(BytesIO(whole.content)).sections
    section = sections[3]
    assert section.even_page_header.paragraphs[0].text == section.header.paragraphs[0].text == "Deutsch"
    for foot in (section.footer, section.even_page_footer, section.first_page_footer):
        assert "Entwurf 2" in foot.paragraphs[0].text
        assert "zur Durchsicht" in foot.paragraphs[0].text
    feet = (section.even_page_footer, section.footer, section.first_page_footer)
    assert [foot.paragraphs[0].style.name for foot in feet] == ["Footer", "Fußzeile rechts", "Fußzeile Mitte"]


def test_the_right_head_names_the_section_by_a_field_of_any_language(whole: Written) -> None:
    heads = [whole.read(f"word/header{number}.xml") for number in range(1, 9)]
    assert sum(b"STYLEREF 2" in head for head in heads) == 1


def test_the_instructions_are_one_page_and_say_where_and_when_to_send_it(field: Written) -> None:
    text = "".join(field.find("//w:body/w:p[position() < 20]//w:t/text()"))
    assert "das Kapitel „Deutsch für alle“: Entwurf 2, zur Durchsicht" in text
    assert "bis zum 30.\u00a0September 2014 an redaktion@kursbuch.example" in text
    assert "Fragen an Sie" in text


def test_the_instructions_ask_for_empty_fields_only_where_there_are_some(field: Written) -> None:
    chapter = sample.manuscript().chapter("feld")
    filled = tuple(
        replace(node, partners=replace(node.partners, content=sample.say("ja"))) if isinstance(node, MeasureCard) else node
        for node in chapter.nodes
    )
    bare = tuple(node for node in chapter.nodes if not isinstance(node, MeasureCard))
    steps = []
    for nodes in (filled, bare):
        book = replace(sample.manuscript(), chapters=(replace(chapter, sections=sections_of(nodes), drafts_only=None),))
        steps.append(Written(write(book, sample.draft()).content).paragraphs("ListNumber")[:4])
    assert sum("leere Felder" in each for each in field.paragraphs("ListNumber")) == 1
    assert ["leere Felder" in "".join(each) for each in steps] == [False, False]
    assert ["Tabellen der Maßnahmen" in "".join(each) for each in steps] == [True, False]


def test_a_title_in_quotation_marks_has_its_own_as_single_ones() -> None:
    assert wording.scope("Was „alle“ heißt") == "das Kapitel „Was ‚alle‘ heißt“"


def test_characters_that_xml_cannot_say_are_left_out() -> None:
    chapter = replace(
        sample.manuscript().chapter("anhang"), sections=sections_of((Paragraph("a/b/text", sample.say("a\x0b<&\x00b")),))
    )
    book = replace(sample.manuscript(), chapters=(chapter,))
    assert Written(write(book, sample.draft()).content).paragraphs("Normal")[-1] == "a<&b"
