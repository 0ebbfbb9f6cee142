"""The file as a whole: what it says of itself, its running heads, and that its bytes are always the same."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import docx

from kursbuch_press.compose.nodes import MeasureCard, Paragraph
from kursbuch_press.word import wording, write
from tests.word import sample
from tests.word.conftest import Written


def test_the_same_input_gives_the_same_bytes_under_any_hash_seed(whole: Written) -> None:
    code = (
        "import sys; from kursbuch_press.word import write; from tests.word import sample;"
        "sys.stdout.buffer.write(write(sample.manuscript(), sample.draft()))"
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
    assert b'name="DraftId"><vt:lpwstr>muster-2-4f5e</vt:lpwstr>' in whole.read("docProps/custom.xml")


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
        replace(node, facts=tuple(replace(fact, content=sample.say("ja")) for fact in node.facts))
        if isinstance(node, MeasureCard)
        else node
        for node in chapter.nodes
    )
    bare = tuple(node for node in chapter.nodes if not isinstance(node, MeasureCard))
    steps = []
    for nodes in (filled, bare):
        book = replace(sample.manuscript(), chapters=(replace(chapter, nodes=nodes, drafts_only=()),))
        steps.append(Written(write(book, sample.draft())).paragraphs("ListNumber")[:4])
    assert sum("leere Felder" in each for each in field.paragraphs("ListNumber")) == 1
    assert ["leere Felder" in "".join(each) for each in steps] == [False, False]
    assert ["Tabellen der Maßnahmen" in "".join(each) for each in steps] == [True, False]


def test_a_title_in_quotation_marks_has_its_own_as_single_ones() -> None:
    assert wording.scope("Was „alle“ heißt") == "das Kapitel „Was ‚alle‘ heißt“"


def test_characters_that_xml_cannot_say_are_left_out() -> None:
    chapter = replace(sample.manuscript().chapter("anhang"), nodes=(Paragraph("a/b/text", sample.say("a\x0b<&\x00b")),))
    book = replace(sample.manuscript(), chapters=(chapter,))
    assert Written(write(book, sample.draft())).paragraphs("Normal")[-1] == "a<&b"
