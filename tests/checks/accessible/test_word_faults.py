"""Word files with one fault each: the fault is caught by its clause, and nothing else is blamed."""

from __future__ import annotations

import io
import zipfile

import pytest

from kursbuch_press.problems import Severity
from tests.checks.accessible import (
    CORE,
    GOOD_WORD,
    STYLES,
    found,
    judged,
    numbers,
    p,
    picture,
    word_file,
    word_link,
    word_table,
)


def test_a_file_without_faults_passes() -> None:
    verdict = judged(word_file())
    assert verdict.passed
    assert (found(verdict), numbers(verdict)) == (set(), set())
    assert (verdict.about.kind, verdict.about.title, verdict.about.language) == ("docx", "Ankommen in Sachsen", "de-DE")


H1 = p("Ankommen", "H1")
NESTED = word_table().replace("<w:tc><w:tcPr/>", f"<w:tc><w:tcPr/>{word_table()}", 1)
MERGED = word_table().replace("<w:tcPr/>", '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>')
BODIES: dict[str, tuple[str, str, str]] = {
    "the first heading is of level 2": (p("Ankommen", "H2"), "1.3.1", "word-headings"),
    "a level is skipped": (H1 + p("Kurse", "H3"), "1.3.1", "word-headings"),
    "an empty heading": (H1 + p("", "H2"), "2.4.6", "word-headings"),
    "a heading that is only bold": (H1 + p("Kurse", run="<w:b/>") + p("Es gibt viele Kurse."), "1.3.1", "word-headings"),
    "no headings": ("".join(p(f"Absatz {at} sagt etwas.") for at in range(20)), "1.3.1", "word-headings"),
    "a typed list": (H1 + p("- Kinder") + p("- Eltern"), "1.3.1", "word-lists"),
    "a typed numbered list": (H1 + p("1. Kinder") + p("2. Eltern"), "1.3.1", "word-lists"),
    "a picture without words": (H1 + picture(""), "1.1.1", "word-pictures"),
    "a picture with a file name": (H1 + picture("image1.png"), "1.1.1", "word-pictures"),
    "a floating picture": (H1 + picture("Eine Straße", "anchor"), "1.3.2", "word-floating"),
    "a table without header row": (H1 + word_table(""), "1.3.1", "word-tables"),
    "a header row that is switched off": (
        H1 + word_table('<w:trPr><w:tblHeader w:val="0"/></w:trPr>'), "1.3.1", "word-tables",
    ),
    "a table of one row": (H1 + "<w:tbl><w:tr><w:tc>" + p("Ort") + "</w:tc></w:tr></w:tbl>", "1.3.1", "word-tables"),
    "a table in a table": (H1 + NESTED, "1.3.1", "word-tables"),
    "many merged cells": (H1 + MERGED, "1.3.1", "word-tables"),
    "empty paragraphs": (H1 + p() + p() + p("Text."), "1.3.2", "word-spacing"),
    "letters set apart by spaces": (H1 + p("A c h t u n g"), "1.3.2", "word-spacing"),
    "a link of an address": (H1 + word_link("https://example.org/"), "2.4.4", "word-links"),
    "a link of an address in a sentence": (H1 + word_link("https://example.org/", "Siehe "), "2.4.4", "word-links"),
    "a link that says here": (H1 + word_link("hier"), "2.4.4", "word-links"),
    "a link without text": (H1 + word_link(""), "2.4.4", "word-links"),
    "a link to nowhere": (
        H1 + p("", inside='<w:hyperlink w:anchor="weg"><w:r><w:t>Kapitel 2</w:t></w:r></w:hyperlink>'), "2.4.4", "word-links",
    ),
    "grey text": (H1 + p("Kurse sind frei.", run='<w:color w:val="999999"/>'), "1.4.3", "word-contrast"),
    "black on a dark shade": (
        H1 + p("Kurse sind frei.", run='<w:color w:val="000000"/><w:shd w:val="clear" w:fill="224466"/>'),
        "1.4.3", "word-contrast",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("body", "clause", "check"), BODIES.values(), ids=BODIES)
def test_a_fault_is_caught_by_its_clause(body: str, clause: str, check: str) -> None:
    verdict = judged(word_file(body))
    assert numbers(verdict) == {clause}
    assert found(verdict) == {check}


@pytest.mark.parametrize(
    ("content", "clause"),
    [
        (word_file(core=CORE.replace("Ankommen in Sachsen", " ")), "2.4.2"),
        (word_file(styles=STYLES.replace('<w:lang w:val="de-DE"/>', "")), "3.1.1"),
        (word_file(styles=STYLES.replace("de-DE", "Deutsch (Deutschland)")), "3.1.1"),
        (word_file(styles=STYLES.replace("222222", "AAAAAA")), "1.4.3"),
    ],
)
def test_a_fault_of_the_other_parts_is_caught(content: bytes, clause: str) -> None:
    assert numbers(judged(content)) == {clause}


def test_decorative_pictures_need_no_words() -> None:
    mark = (
        '<w:r><w:drawing><wp:inline><wp:docPr id="1" name="Linie" descr=""><adec:decorative '
        'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></wp:docPr></wp:inline>'
        "</w:drawing></w:r>"
    )
    assert numbers(judged(word_file(H1 + p(inside=mark)))) == set()


def test_automatic_text_turns_white_on_a_dark_ground() -> None:
    run = '<w:color w:val="auto"/><w:shd w:val="clear" w:fill="102030"/>'
    assert numbers(judged(word_file(H1 + p("Kurse sind frei.", run=run)))) == set()


def test_a_cell_shade_is_the_ground_of_its_text() -> None:
    dark = word_table().replace("<w:tcPr/>", '<w:tcPr><w:shd w:val="clear" w:fill="222222"/></w:tcPr>', 1)
    assert numbers(judged(word_file(H1 + dark))) == {"1.4.3"}


def test_one_empty_paragraph_behind_a_table_is_words_own_need() -> None:
    assert numbers(judged(word_file(H1 + word_table() + p() + p("Text.")))) == set()


def test_a_finding_says_where_it_is() -> None:
    verdict = judged(word_file(GOOD_WORD + picture("")))
    [finding] = [each for each in verdict.findings if each.severity is Severity.ERROR]
    assert finding.place == "Grafik 1"
    assert str(finding.clause) == "WCAG 1.1.1 · EN 301 549 10.1.1.1"


@pytest.mark.parametrize("title", [".", "karte.png", "https://example.org/a"])
def test_a_title_that_says_nothing_is_none(title: str) -> None:
    core = CORE.replace("Ankommen in Sachsen", title)
    assert "2.4.2" in numbers(judged(word_file(core=core)))


@pytest.mark.parametrize(("tag", "passes"), [("x-none", True), ("es-ES_tradnl", True), ("de_DE", False), ("nicht gut", False)])
def test_a_language_is_one_as_word_writes_it(tag: str, passes: bool) -> None:  # noqa: FBT001 - a column of a table
    verdict = judged(word_file(GOOD_WORD + p("Wort", run=f'<w:lang w:val="{tag}"/>')))
    assert ("word-language" not in found(verdict)) is passes


def test_the_properties_are_found_by_their_relation_alone() -> None:
    with zipfile.ZipFile(io.BytesIO(word_file())) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    parts["package/andere.psmdcp"] = parts.pop("docProps/core.xml")
    parts["docProps/core.xml"] = CORE.replace("Ankommen in Sachsen", "Ein Köder").encode()
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"docProps/core.xml", b"package/andere.psmdcp")
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    assert judged(target.getvalue()).about.title == "Ankommen in Sachsen"
