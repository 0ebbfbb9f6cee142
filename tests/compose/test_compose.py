"""Composing: labels, notes, references and generated parts of a small book and of the shipped one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from kursbuch_press.compose import compose, matter, nodes
from kursbuch_press.compose.drawing_data import Bar
from kursbuch_press.compose.drawings import GROUP_LINES, LINES, bars_on_a_page, share_out
from kursbuch_press.compose.inlines import Footnote, Foreign, Jump, PageNumber, Spot, plain, walk
from kursbuch_press.compose.manuscript import Manuscript, ManuscriptChapter
from kursbuch_press.compose.nodes import Node
from kursbuch_press.sources import read_book
from tests.shipped import PROJECT, vocabulary


@pytest.fixture(scope="module")
def book() -> Manuscript:
    reading = read_book(PROJECT)
    assert reading.book is not None, reading.problems
    return compose(reading.book, vocabulary())


def _every(book: Manuscript) -> Iterator[Node]:
    for chapter in book.chapters:
        yield from chapter.nodes


def _small(folder: Path, chapter: str) -> Manuscript:
    """Compose the small book with another text in the place of its free chapter."""
    (folder / "layouts").mkdir()
    shutil.copytree(PROJECT / "tests/sources/base", folder / "sources")
    (folder / "sources/chapters/kapitel.yaml").write_text(chapter, "utf-8")
    reading = read_book(folder)
    assert reading.book is not None, reading.problems
    return compose(reading.book, vocabulary())


HEAD = "id: kapitel\nkind: chapter\ntitle: Ein Kapitel\nblocks:\n"


def test_measures_count_within_their_field(book: Manuscript) -> None:
    cards = [node for node in _every(book) if isinstance(node, nodes.MeasureCard)]
    assert [card.number for card in cards if card.number.startswith("2.")] == [f"2.{n}" for n in range(1, 9)]
    assert [card.number for card in cards if card.number.startswith("V.")][:2] == ["V.1", "V.2"]


def test_tables_and_figures_count_through_the_book(book: Manuscript) -> None:
    tables = [node.label for node in _every(book) if isinstance(node, nodes.Table) and node.label]
    figures = [node.label for node in _every(book) if isinstance(node, nodes.Figure) and node.label]
    assert tables == [f"Tabelle\u00a0{n}" for n in range(1, len(tables) + 1)]
    assert figures == [f"Abbildung\u00a0{n}" for n in range(1, len(figures) + 1)]
    assert len(tables) >= 8
    assert len(figures) >= 6


def test_the_plan_holds_every_measure_once_with_the_page_of_its_card(book: Manuscript) -> None:
    cards = {node.address: node.number for node in _every(book) if isinstance(node, nodes.MeasureCard)}
    plans = [node for node in book.chapter("massnahmenplan").nodes if isinstance(node, nodes.Table) and node.role == "plan"]
    assert len(plans) == 1
    found, fields = {}, []
    for row in plans[0].rows:
        if row.heads:
            fields.append(plain(row.cells[0].content))
            continue
        (page,) = [inline for inline in row.cells[-1].content if isinstance(inline, PageNumber)]
        found[page.target] = plain(row.cells[0].content)
    assert found == cards
    assert len(fields) == 6
    assert fields[0] == "1 Deutsch für alle"


def test_the_fields_bear_the_claims_of_the_press_release(book: Manuscript) -> None:
    release = " ".join((PROJECT / "tests/compose/press-release-claims.txt").read_text("utf-8").split())
    for node in _every(book):
        if isinstance(node, nodes.Opening) and node.number:
            assert plain(node.claim) in release, plain(node.claim)


def test_every_jump_leads_to_something_that_is_there(book: Manuscript) -> None:
    addresses = {address for chapter in book.chapters for address in _addresses(chapter)}
    for content in _contents(book):
        for inline in walk(content):
            if isinstance(inline, Jump | PageNumber):
                assert any(known == inline.target or known.startswith(f"{inline.target}/") for known in addresses)


def _addresses(chapter: ManuscriptChapter) -> Iterator[str]:
    yield chapter.id
    for node in chapter.nodes:
        yield node.address
        if isinstance(node, nodes.Table):
            yield from (row.address for row in node.rows)
        if isinstance(node, matter.Definitions):
            yield from (entry.address for entry in node.entries)


def _contents(book: Manuscript) -> Iterator[tuple]:  # type: ignore[type-arg]
    for node in _every(book):
        if isinstance(node, nodes.Paragraph | nodes.Heading):
            yield node.content


def test_the_glossary_and_the_index_name_spots_that_exist(book: Manuscript) -> None:
    spots = {inline.address for content in _contents(book) for inline in walk(content) if isinstance(inline, Spot)}
    index = next(node for node in _every(book) if isinstance(node, matter.Index))
    named = {target for group in index.groups for entry in group.entries for target in entry.targets}
    assert spots & named
    assert [group.letter for group in index.groups] == sorted(group.letter for group in index.groups)


def test_the_index_holds_every_term_of_the_glossary_with_its_explanation(book: Manuscript) -> None:
    terms = next(node for node in _every(book) if isinstance(node, matter.Definitions) and node.kind == "glossary")
    index = next(node for node in _every(book) if isinstance(node, matter.Index))
    entries = [entry for group in index.groups for entry in group.entries]
    assert len({entry.term for entry in entries}) == len(entries), "a word that is marked and explained has one entry"
    explained = {entry.explained: set(entry.targets) for entry in entries if entry.explained}
    assert explained.keys() == {term.address for term in terms.entries}
    assert all(explained[term.address] >= set(term.targets) for term in terms.entries)


def test_notes_count_from_one_in_each_chapter_and_a_second_call_repeats_the_number(tmp_path: Path) -> None:
    text = (
        HEAD + "  - id: a\n    text: Eins[^x], zwei[^y], wieder eins[^x].\n"
        "notes:\n  - id: y\n    text: Ypsilon.\n  - id: x\n    text: Ix.\n"
    )
    paragraph = _small(tmp_path, text).chapter("kapitel").nodes[1]
    assert isinstance(paragraph, nodes.Paragraph)
    calls = [inline for inline in paragraph.content if isinstance(inline, Footnote)]
    assert [(call.number, call.again, plain(call.content)) for call in calls] == [
        (1, False, "Ix."),
        (2, False, "Ypsilon."),
        (1, True, ""),
    ]


def test_a_reference_without_words_gets_the_label_of_its_target(tmp_path: Path) -> None:
    text = HEAD + (
        "  - id: a\n    text: Siehe [](#t) und [](#feld/massnahme) und [dort](#feld).\n"
        "  - id: t\n    kind: table\n    caption: Zahlen\n    columns: [{id: c, title: C}]\n"
        "    rows: [{id: r, cells: [x]}]\n"
    )
    paragraph = _small(tmp_path, text).chapter("kapitel").nodes[1]
    assert isinstance(paragraph, nodes.Paragraph)
    jumps = [inline for inline in paragraph.content if isinstance(inline, Jump)]
    assert [(plain(jump.content), jump.target, jump.label) for jump in jumps] == [
        ("Tabelle\u00a01", "kapitel/t", True),
        ("Maßnahme\u00a01.1", "feld/massnahme", True),
        ("dort", "feld", False),
    ]


def test_laws_are_cited_as_lawyers_do_and_books_by_their_pages(tmp_path: Path) -> None:
    text = HEAD + "  - id: a\n    text: Nach [§ 43](lit:quelle), [S. 12](lit:quelle), [](lit:quelle).\n"
    paragraph = _small(tmp_path, text).chapter("kapitel").nodes[1]
    assert isinstance(paragraph, nodes.Paragraph)
    words = plain(paragraph.content).replace("\u00a0", " ").replace("\u202f", " ")
    label = words.rpartition(", ")[2].removesuffix(".")
    assert words == f"Nach § 43 {label}, {label}, S. 12, {label}."


@pytest.mark.parametrize(
    ("published", "year", "ends"),
    [
        ("vom 18. August 1896 (RGBl. S. 195)", "1896", "Ein Titel vom 18. August 1896 (RGBl. S. 195)."),
        ("Erlass vom 3. Mai 1949", "1949", "Ein Titel. Erlass vom 3. Mai 1949."),
        ("vom 1. Januar 2005", "2005", "Ein Titel vom 1. Januar 2005."),
        ("Leipzig: Verlag 17", "2014", "Ein Titel. Leipzig: Verlag 17, 2014."),
        ("Akte 2150", "2014", "Ein Titel. Akte 2150, 2014."),
    ],
)
def test_a_source_that_tells_its_year_is_not_given_it_again(published: str, year: str, ends: str, tmp_path: Path) -> None:
    (tmp_path / "layouts").mkdir()
    shutil.copytree(PROJECT / "tests/sources/base", tmp_path / "sources")
    literature = tmp_path / "sources/literature.yaml"
    said = literature.read_text("utf-8").replace("year: 2014", f'year: "{year}"\n    published: "{published}"')
    literature.write_text(said, "utf-8")
    reading = read_book(tmp_path)
    assert reading.book is not None, reading.problems
    appendix = compose(reading.book, vocabulary()).chapter("anhang").nodes
    (sources,) = (each for each in appendix if isinstance(each, matter.Definitions) and each.kind == "literature")
    printed = plain(sources.entries[0].content)
    assert printed.replace("\u00a0", " ").replace("\u202f", " ").endswith(f"Jemand: {ends}")


def test_a_title_in_another_language_is_marked_and_the_rest_of_its_source_is_not(book: Manuscript) -> None:
    (sources,) = (node for node in book.chapter("literatur").nodes if isinstance(node, matter.Definitions))
    marked = {each.address: mark for each in sources.entries for mark in walk(each.content) if isinstance(mark, Foreign)}
    assert list(marked) == ["literature/fazel-2005", "literature/istanbul-protokoll"]
    assert {mark.language for mark in marked.values()} == {"en"}
    assert plain(marked["literature/fazel-2005"].content).startswith("Prevalence of serious mental disorder")
    (fazel,) = (plain(each.content) for each in sources.entries if each.address == "literature/fazel-2005")
    assert fazel.startswith("Fazel, Mina; Wheeler, Jeremy; Danesh, John: Prevalence")
    assert fazel.endswith("systematic review. The Lancet 365, S.\u202f1309–1314, 2005.")


def test_a_checklist_is_printed_as_a_box_with_a_list(tmp_path: Path) -> None:
    text = HEAD + "  - id: vorher\n    kind: checklist\n    title: Vorher\n    items: [{id: eins, text: Raum prüfen}]\n"
    box = _small(tmp_path, text).chapter("kapitel").nodes[1]
    assert isinstance(box, nodes.Box)
    (points,) = box.nodes
    assert isinstance(points, nodes.ItemList)
    assert [(item.address, plain(item.content)) for item in points.items] == [("kapitel/eins/text", "Raum prüfen")]


def test_questions_to_the_co_authors_stand_in_drafts_only(book: Manuscript) -> None:
    field = book.chapter("deutsch-fuer-alle")
    assert field.drafts_only is not None
    asked = field.drafts_only.every
    assert any(isinstance(node, nodes.Paragraph) and node.role is nodes.Role.QUESTION for node in asked)
    assert not any(isinstance(node, nodes.Paragraph) and node.role is nodes.Role.QUESTION for node in field.nodes)


def test_nothing_is_pending_in_a_finished_manuscript(book: Manuscript) -> None:
    assert not any(isinstance(node, nodes.Pending) for node in _every(book))


def _bars(book: Manuscript) -> tuple[Bar, ...]:
    drawings = [node.drawing for node in book.chapter("massnahmenplan").nodes if isinstance(node, nodes.Figure)]
    (bars,) = [drawing.bars for drawing in drawings if drawing and drawing.bars]
    return bars


def test_a_time_line_of_many_measures_goes_on_in_figures_that_each_fit_a_page(book: Manuscript) -> None:
    bars = [replace(bar, group=f"{bar.group} {copy}") for copy in range(3) for bar in _bars(book)]
    sheets = list(share_out(bars, LINES))
    assert [bar for sheet in sheets for bar in sheet] == bars
    for sheet in sheets:
        assert len(sheet) + GROUP_LINES * len({bar.group for bar in sheet}) <= bars_on_a_page(LINES)


def test_a_field_of_more_measures_than_a_page_holds_goes_on_in_the_next_figure(book: Manuscript) -> None:
    bars = [replace(bar, group="Ein Feld") for copy in range(3) for bar in _bars(book)]
    sheets = list(share_out(bars, LINES))
    assert [bar for sheet in sheets for bar in sheet] == bars
    assert len(sheets) == 3


def test_what_is_drawn_over_a_page_follows_the_lines_of_the_page(book: Manuscript) -> None:
    bars = list(_bars(book))
    low, high = (len(list(share_out(bars, lines))) for lines in (LINES / 3, LINES * 3))
    assert (low > 1, high) == (True, 1)


def test_the_half_title_has_the_signs_of_the_book() -> None:
    book = read_book(PROJECT).book
    assert book is not None
    edition = book.edition.model_copy(update={"short_title": 'Das "Kursbuch" - kurz'})
    pages = [
        node
        for chapter in compose(replace(book, edition=edition), vocabulary()).chapters
        for node in chapter.nodes
        if isinstance(node, matter.TitlePage)
    ]
    assert [page.title for page in pages if page.half] == ["Das „Kursbuch“\N{NO-BREAK SPACE}– kurz"]
    assert [page.title for page in pages if not page.half] == [edition.title]
