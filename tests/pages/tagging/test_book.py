"""The screen edition of the shipped book, read in tag order and held against its manuscript."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from kursbuch_press.book.addresses import anchor
from kursbuch_press.compose import compose, inlines, matter, nodes
from kursbuch_press.compose.manuscript import Manuscript
from kursbuch_press.sources import read_book
from tests.judges import page_validation, verapdf
from tests.pages.tagging.reading_text import Reading, reading_text
from tests.pages.tagging.tagtree import Mark, Node, TaggedPdf, plain
from tests.shipped import PROJECT, shipped_page, vocabulary

pytestmark = pytest.mark.slow

# Words that templates put between the texts.
OF_TEMPLATES = re.compile(
    r"·|,|\.|\(Muster\)|Musterausgabe|Rang|Seite|Siehe auch|"
    r"Handlungsfeld|Auf einen Blick|Ziele|Maßnahmen|Für wen|Inhalt"
)
BLOCKS = {"P", "H1", "H2", "H3", "H4", "LBody", "Lbl", "TD", "TH", "Caption", "Note", "TOCI", "Figure"}


@pytest.fixture(scope="module")
def pdf(shipped: Path) -> TaggedPdf:
    return TaggedPdf(shipped / "screen/kursbuch.pdf")


@pytest.fixture(scope="module")
def inside(pdf: TaggedPdf) -> Node:
    """Give the tags of all pages but the cover, which is no part of the manuscript."""
    cover = {at for at, label in enumerate(pdf.reader.page_labels) if label == "Umschlag"}
    sections = [kid for kid in pdf.document.kids if isinstance(kid, Node) and not kid.pages <= cover]
    return Node("Document", {}, [*sections])


@pytest.fixture(scope="module")
def manuscript() -> Manuscript:
    book = read_book(PROJECT).book
    assert book is not None
    page = shipped_page()
    return compose(book, vocabulary(), faces=(page.text, page.display))


class Folios(dict[str, str]):
    """The printed page of each address, by the destinations of the file."""

    def __init__(self, pdf: TaggedPdf) -> None:
        reader: Any = pdf.reader
        labels = reader.page_labels
        places = reader.named_destinations.items()
        super().__init__({name: labels[reader.get_destination_page_number(to)] for name, to in places})

    def __missing__(self, address: str) -> str:
        if anchor(address) == address:
            raise KeyError(address)
        return self[anchor(address)]

    def __contains__(self, address: object) -> bool:
        return super().__contains__(anchor(str(address)))


def _text(node: Node) -> str:
    """Give the text of a tag in order: blocks apart, signs of list items and pictures left out."""
    parts = []
    for kid in node.kids:
        if isinstance(kid, Mark):
            parts.append("" if node.kind == "Figure" else kid.text)
        elif isinstance(kid, Node) and not _is_unread(kid, node):
            parts.append(f"\n{_text(kid)}\n" if kid.kind in BLOCKS else _text(kid))
    return "".join(parts)


def _is_unread(node: Node, around: Node) -> bool:
    return node.kind == "Lbl" and around.kind == "LI" and not any(sign.isalpha() for sign in node.text)


def _walk(manuscript: Manuscript) -> Iterator[object]:
    """Give every node, inner node and inline of a manuscript."""
    waiting: list[object] = [chapter.nodes for chapter in reversed(manuscript.chapters)]
    while waiting:
        thing = waiting.pop()
        if isinstance(thing, tuple):
            waiting.extend(reversed(thing))
        elif hasattr(thing, "__dataclass_fields__"):
            yield thing
            waiting.extend(reversed([getattr(thing, name) for name in thing.__dataclass_fields__]))


def test_the_text_in_tag_order_is_that_of_the_manuscript(pdf: TaggedPdf, inside: Node, manuscript: Manuscript) -> None:
    whole = plain(_text(inside))
    at = 0
    between = Counter[str]()
    for text in reading_text(manuscript, Folios(pdf)):
        found = whole.find(text, at)
        assert found >= 0, f"{text!r} does not follow {whole[at - 80 : at]!r} but {whole[at : at + 200]!r}"
        between[whole[at:found]] += 1
        at = found + len(text)
    left = [words for words in between if not re.fullmatch(rf"(?:\s|{OF_TEMPLATES.pattern})*", words)]
    assert (left, whole[at:]) == ([], "")


def test_each_paragraph_is_one_p(pdf: TaggedPdf, manuscript: Manuscript) -> None:
    found = Counter(plain(_text(tag)) for tag in pdf.document.all("P"))
    reading = Reading("", Folios(pdf), manuscript.words.pages)
    wanted = Counter(plain(next(reading.node(node))) for node in _walk(manuscript) if isinstance(node, nodes.Paragraph))
    assert sum(wanted.values()) > 100
    assert not wanted - found


def test_lists_and_tables_are_as_many_as_in_the_manuscript(inside: Node, manuscript: Manuscript) -> None:
    parts = Counter(type(thing) for thing in _walk(manuscript))
    fields = parts[nodes.Opening]
    terms = parts[matter.Definitions] + parts[matter.IndexGroup]
    assert len(inside.all("L")) == parts[nodes.ItemList] + fields + terms
    # Each measure is a table, and each field has one on its opening.
    assert len(inside.all("Table")) == parts[nodes.Table] + parts[nodes.MeasureCard] + fields


def test_each_box_is_one_group_beside_the_text(inside: Node, manuscript: Manuscript) -> None:
    boxes = [thing for thing in _walk(manuscript) if isinstance(thing, nodes.Box | nodes.KeyFigure)]
    found = inside.all("Aside")
    assert [group.kids[0].text for group in found if isinstance(group.kids[0], Node)] == [
        plain(box.label if isinstance(box, nodes.Box) else box.value) for box in boxes
    ]


def test_every_picture_says_what_the_manuscript_says(inside: Node, manuscript: Manuscript) -> None:
    figures = [thing for thing in _walk(manuscript) if isinstance(thing, nodes.Figure)]
    wanted = [figure.alt for figure in figures if not figure.decorative]
    assert [figure.entries["/Alt"] for figure in inside.all("Figure")] == wanted


def test_foreign_phrases_and_short_forms_are_marked(pdf: TaggedPdf, manuscript: Manuscript) -> None:
    things = list(_walk(manuscript))
    foreign = [thing for thing in things if isinstance(thing, inlines.Foreign)]
    languages = Counter((phrase.language, inlines.plain(phrase.content)) for phrase in foreign)
    spoken = [node for node in pdf.document.walk() if "/Lang" in node.entries]
    assert Counter((node.entries["/Lang"], node.text) for node in spoken) == languages
    short = [thing for thing in things if isinstance(thing, inlines.Short | inlines.Jump)]
    expansions = Counter(thing.expansion for thing in short if thing.expansion)
    assert Counter(node.entries["/E"] for node in pdf.document.walk() if "/E" in node.entries) == expansions


def test_every_footnote_is_a_note_with_links_there_and_back(pdf: TaggedPdf, manuscript: Manuscript) -> None:
    calls = [thing for thing in _walk(manuscript) if isinstance(thing, inlines.Footnote) and not thing.again]
    notes = pdf.document.all("Note")
    assert [note.entries["/ID"] for note in notes] == [anchor(call.address) for call in calls]
    assert all(len(note.one("Lbl").links()) == 1 for note in notes)


def test_links_say_words(pdf: TaggedPdf) -> None:
    links = pdf.document.links()
    assert len(links) > 500
    assert [link.says for link in links if not re.search(r"[A-Za-zÄÖÜäöü]{3} ?", link.says)] == []
    assert [link.says for link in links if "://" in link.says] == []


def test_no_annotation_stands_outside_the_tags(pdf: TaggedPdf) -> None:
    pages: Any = pdf.reader.pages
    assert sum(len(page.get("/Annots", [])) for page in pages) == len(pdf.document.links())


def test_nothing_is_empty_but_cells(pdf: TaggedPdf) -> None:
    assert {node.kind for node in pdf.document.walk() if not node.kids} <= {"TD"}


def test_headings_are_bookmarks_and_never_jump(pdf: TaggedPdf) -> None:
    headings = [node for node in pdf.document.walk() if re.fullmatch(r"H\d", node.kind)]
    levels = [int(node.kind[1]) for node in headings]
    assert all(after - before <= 1 for before, after in pairwise(levels))
    # Titles of boxes, of statements in the imprint and of the glance on an opening are headings, but no places to jump to.
    beside = {id(heading) for group in (*pdf.document.all("Aside"), *pdf.document.all("Div")) for heading in group.walk()}
    jumped_to = [node.text for node in headings if id(node) not in beside and node.text != "Auf einen Blick"]
    assert [title.replace(":", "") for title in _titles(pdf.reader.outline)] == [text.replace(":", "") for text in jumped_to]


def test_glossary_abbreviations_and_literature_are_lists_of_terms(inside: Node, manuscript: Manuscript) -> None:
    entries = [thing for thing in _walk(manuscript) if isinstance(thing, matter.Definition)]
    items = [item for item in inside.all("LI") if any(isinstance(kid, Node) and kid.kind == "Lbl" for kid in item.kids)]
    labels = [next(kid.text for kid in item.kids if isinstance(kid, Node) and kid.kind == "Lbl") for item in items]
    terms = [label for label in labels if any(sign.isalpha() for sign in label)]
    assert len(entries) > 100
    assert terms[: len(entries)] == [plain(entry.term) for entry in entries]


def test_each_table_says_what_it_is_and_names_its_rows(inside: Node) -> None:
    tables = inside.all("Table")
    assert [table.text[:60] for table in tables if not table.all("Caption") and not table.attribute("/Summary")] == []
    plan = [table for table in tables if str(table.attribute("/Summary")).startswith("Alle Maßnahmen")]
    rows = [row for table in plan for body in table.all("TBody") for row in body.all("TR")]
    assert len(rows) > 40
    assert {sum(cell.attribute("/Scope") == "/Row" for cell in row.all("TH")) for row in rows} == {1}


def test_sources_are_read_as_sources_and_captions_end(inside: Node) -> None:
    spoken = [str(node.entries["/ActualText"]) for node in inside.walk() if "/ActualText" in node.entries]
    assert sum(words.startswith("Quelle: ") for words in spoken) > 10
    captions = [_spoken(caption) for caption in inside.all("Caption")]
    assert [caption for caption in captions if not caption.rstrip().endswith((".", "?", "!"))] == []
    assert [words for words in captions if words.rstrip().endswith("..")] == []


def _spoken(node: Node) -> str:
    """Give what is read of a tag: other words where it has them."""
    if "/ActualText" in node.entries:
        return str(node.entries["/ActualText"])
    return "".join(kid.text if isinstance(kid, Mark) else _spoken(kid) for kid in node.kids if isinstance(kid, Mark | Node))


def _titles(outline: Any) -> Iterator[str]:  # noqa: ANN401 - pypdf nests lists of unlike things
    for entry in outline:
        if isinstance(entry, list):
            yield from _titles(entry)
        else:
            yield " ".join(entry.title.split())


def test_page_labels_are_the_printed_folios(pdf: TaggedPdf) -> None:
    labels = pdf.reader.page_labels
    printed = {
        at: mark.text
        for at in range(len(labels))
        for mark in pdf.artifacts(at)
        if mark.properties.get("/Subtype") == "/Footer" and mark.text.strip().isdigit()
    }
    assert len(printed) > len(labels) / 2
    assert printed == {at: labels[at] for at in printed}


@pytest.mark.judge
def test_page_validation_finds_nothing(pdf: TaggedPdf) -> None:
    assert page_validation("ua1", pdf.path) + page_validation("2a", pdf.path) == []


@pytest.mark.judge
def test_verapdf_finds_nothing(pdf: TaggedPdf) -> None:
    assert verapdf("ua1", pdf.path) + verapdf("2a", pdf.path) == []
