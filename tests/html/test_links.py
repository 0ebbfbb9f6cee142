"""The shipped book as files without pages, as an EPUB would hold them: well-formed, linked, and without a page number."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Mapping

import pytest
from markupsafe import Markup

from kursbuch_press.compose import compose
from kursbuch_press.compose.inlines import Footnote, Jump, PageNumber, Words
from kursbuch_press.compose.manuscript import Manuscript
from kursbuch_press.compose.matter import Definitions
from kursbuch_press.compose.nodes import Figure
from kursbuch_press.html.addresses import words_html
from kursbuch_press.html.chapters import FOLDER, Output, values_of, write_linked_chapter
from kursbuch_press.html.references import EndNote, LinkReferences, NoReferences, PageReferences
from kursbuch_press.html.templates import Templates
from kursbuch_press.html.writing import HtmlWriter
from kursbuch_press.sources import read_book
from tests.shipped import PROJECT, vocabulary

XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture(scope="module")
def manuscript() -> Manuscript:
    book = read_book(PROJECT).book
    assert book is not None
    return compose(book, vocabulary())


@pytest.fixture(scope="module")
def written(manuscript: Manuscript) -> Mapping[str, ET.Element]:
    templates = Templates(PROJECT, FOLDER)
    files = {chapter.id: f"{chapter.id}.xhtml" for chapter in manuscript.chapters}
    homes = {
        node.kind: chapter.id for chapter in manuscript.chapters for node in chapter.nodes if isinstance(node, Definitions)
    }
    found, words = {}, manuscript.words
    for chapter in manuscript.chapters:
        output = Output(templates, LinkReferences(chapter.id, files, words.pages, homes), words, _picture)
        found[files[chapter.id]] = ET.fromstring(write_linked_chapter(chapter, manuscript.edition, output))  # noqa: S314 - our own
    return found


def _picture(figure: Figure) -> str:
    return f"pictures/{figure.address.replace('/', '.')}.svg"


def test_each_chapter_is_well_formed_xml_with_all_its_text(manuscript: Manuscript, written: Mapping[str, ET.Element]) -> None:
    assert len(written) == len(manuscript.chapters)
    for chapter in manuscript.chapters:
        assert written[f"{chapter.id}.xhtml"].tag == f"{XHTML}html"
    words = sum(len("".join(root.itertext()).split()) for root in written.values())
    assert words > 10_000


def test_every_link_leads_to_something_that_is_there(written: Mapping[str, ET.Element]) -> None:
    ids = {file: {each.get("id") for each in root.iter() if each.get("id")} for file, root in written.items()}
    inner = 0
    for file, root in written.items():
        for link in root.iter(f"{XHTML}a"):
            href = link.get("href") or ""
            if re.match("https?:|mailto:", href):
                continue
            target, _, fragment = href.partition("#")
            assert target or fragment, href
            assert (target or file) in ids, href
            assert not fragment or fragment in ids[target or file], f"{file}: {href}"
            inner += 1
    assert inner > 500


def test_no_page_is_named_where_there_are_no_pages(written: Mapping[str, ET.Element]) -> None:
    for file, root in written.items():
        assert not any(each.get("data-folio") for each in root.iter()), file
        assert not re.search(r"\bSeite\s+0+\b", "".join(root.itertext())), file


def test_a_column_of_pages_is_headed_as_what_it_is_without_pages(written: Mapping[str, ET.Element]) -> None:
    heads = [each for root in written.values() for each in root.iter(f"{XHTML}th") if each.get("scope") == "col"]
    links = [each for root in written.values() for each in root.iter(f"{XHTML}td") if "".join(each.itertext()).strip() == "→"]
    said = ["".join(head.itertext()) for head in heads]
    assert links, "the plan of measures leads to each of them"
    assert said.count("Stelle") == 1
    assert "Seite" not in said


def test_nothing_is_said_of_pages_where_there_are_none(written: Mapping[str, ET.Element]) -> None:
    spoken = [
        value
        for root in written.values()
        for each in root.iter()
        for key, value in each.items()
        if key.startswith("data-spoken")
    ]
    assert spoken
    assert not [each for each in spoken if "Seite" in each]


def test_the_places_of_an_entry_of_the_index_are_numbered_through(written: Mapping[str, ET.Element]) -> None:
    entries = [each for root in written.values() for each in root.iter() if each.get("data-tag") == "LI"]
    numbered = [[place.text for place in entry.iter(f"{XHTML}a") if place.get("class") == "place"] for entry in entries]
    assert max(map(len, numbered)) > 1
    assert all(places == [str(at) for at, _ in enumerate(places, start=1)] for places in numbered if "→" not in places)


def test_the_last_page_of_a_list_goes_with_the_one_before_it_to_the_next_line() -> None:
    pages = PageReferences({"a": "7", "b": "9", "c": "12"}, vocabulary().pages).pages
    link = '<a class="page" href="#{}">{}</a>'
    a, b, c = (link.format(place, page) for place, page in (("a", 7), ("b", 9), ("c", 12)))
    assert pages(("a",)) == a
    assert pages(("a", "b", "c")) == f'{a}, <span class="keep">{b}, {c}</span>'
    assert pages(("a",), last=Markup("<em>20</em>")) == f'<span class="keep">{a}, <em>20</em></span>'
    assert pages((), last=Markup("<em>20</em>")) == "<em>20</em>"


@pytest.mark.parametrize(
    ("address", "pieces"),
    [
        ("www.a-b.org/c_d/e?f=g&h=i", ["www", ".a-b", ".org/", "c_", "d/", "e?", "f=", "g&", "h=", "i"]),
        ("a.b@c.org", ["a", ".b@", "c", ".org"]),
        ("https://c.org/x/", ["https://c", ".org/", "x/"]),
    ],
)
def test_an_address_may_end_a_line_at_each_of_its_joints(address: str, pieces: list[str]) -> None:
    written = words_html(f"Unter {address}.").unescape().replace("\u2060", "")
    joined = "\u200b".join(pieces)
    assert written == f'Unter <span class="address">{joined}</span>.'


def test_notes_stand_at_the_end_of_their_chapter_with_a_way_back(written: Mapping[str, ET.Element]) -> None:
    notes = 0
    for root in written.values():
        calls = [link for link in root.iter(f"{XHTML}a") if link.get("class") == "note"]
        ends = [each for each in root.iter(f"{XHTML}p") if each.get("class") == "note"]
        assert {call.get("href") for call in calls} == {f"#{end.get('id')}" for end in ends}
        notes += len(ends)
    assert notes > 10


def test_without_references_only_words_stay() -> None:
    words = (Words("Wort"),)
    content = (*words, Jump(words, "a/b", page=True), PageNumber("a/b"), Footnote(1, "a/n/text", words))
    assert HtmlWriter(NoReferences()).html(content) == "WortWort"


def test_a_note_counts_in_its_file_and_keeps_its_text_for_the_end() -> None:
    text = (Words("Der Beleg."),)
    references = LinkReferences("feld", {"feld": "feld.xhtml"}, vocabulary().pages, notes={"feld/n/text": text})
    called = HtmlWriter(references).html((Footnote(7, "feld/n/text", (), again=True),))
    assert called == '<sup><a class="note" id="feld.n.call" href="#feld.n">1</a></sup>'
    assert list(references.gathered.notes.values()) == [EndNote(1, "feld.n", text)]


def test_the_guide_names_all_that_the_templates_of_pages_know(manuscript: Manuscript) -> None:
    guide = (
        (PROJECT / "docs/designing.md").read_text("utf-8").split("## Namen in den Vorlagen der Seiten", 1)[1].split("\n## ")[0]
    )
    named = set(re.findall(r"`(\w+)(?:\([^`]*\))?`(?=[^|\n]*\|)", guide))
    output = Output(Templates(PROJECT, FOLDER), NoReferences(), manuscript.words, _picture)
    assert {*values_of(manuscript.chapters[0], manuscript.edition, output), "node", "gathered"} <= named
