"""What a phrase is: another language, a short form, a link that says where it goes."""

from __future__ import annotations

from typing import Any

from tests.pages.tagging.conftest import ReadAloud
from tests.pages.tagging.tagtree import TaggedPdf
from tests.pages.tagging.test_pictures import SOURCE

TARGET = '<h1 id="ziel">Deutsch für alle</h1>'


def _says(pdf: TaggedPdf) -> list[str]:
    """Give what the links say, once for each link, however many lines it needs."""
    return [link.links()[0].says for link in pdf.document.all("Link")]


def test_a_foreign_phrase_has_its_language(read_aloud: ReadAloud) -> None:
    html = '<p>auf <i lang="en">equal terms</i> und <em lang="en">well</em> <b lang="de">gut</b></p>'
    pdf = read_aloud(html)
    languages = [(node.kind, node.entries.get("/Lang"), node.text) for node in pdf.document.one("P").walk()]
    assert languages[1:] == [("Span", "en", "equal terms"), ("Em", "en", "well"), ("Strong", None, "gut")]
    assert pdf.catalog["/Lang"] == "de"


def test_a_short_form_says_what_it_stands_for(read_aloud: ReadAloud) -> None:
    span = read_aloud('<p>das <abbr title="Bundesamt">BAMF</abbr></p>').document.one("Span")
    assert (span.entries["/E"], span.text) == ("Bundesamt", "BAMF")


def test_a_link_spells_out_the_law_that_it_shortens(read_aloud: ReadAloud) -> None:
    cited = '<a href="#ziel" data-expansion="§ 43 Aufenthaltsgesetz">§ 43 AufenthG</a>'
    link = read_aloud(f"{TARGET}<p>({cited})</p>").document.one("Link")
    assert (link.entries["/E"], link.text) == ("§ 43 Aufenthaltsgesetz", "§ 43 AufenthG")


def test_a_link_says_its_own_words_and_the_page(read_aloud: ReadAloud) -> None:
    pdf = read_aloud(f'{TARGET}<p><a href="#ziel">Feld 1</a>, <a href="#ziel">Feld 1 auf Seite 1</a></p>')
    assert _says(pdf) == ["Feld 1, Seite\u00a01", "Feld 1 auf Seite 1"]


def test_a_link_on_a_page_number_says_what_stands_there(read_aloud: ReadAloud) -> None:
    html = (
        '<p id="vorne"><a href="#ziel">7</a>, <a href="#t">7</a>, <a href="#p">Seite 7</a>, '
        f'<a href="#vorne">7</a></p>{TARGET}<p id="p">Text</p>'
        '<div id="t"><table><caption><span class="label">Tabelle 3</span> Wer</caption>'
        "<tr><td>a</td></tr></table></div>"
    )
    assert _says(read_aloud(html, labels={0: "7"})) == [
        "zu Deutsch für alle, Seite\u00a07",
        "zu Tabelle 3, Seite\u00a07",
        "zu Deutsch für alle, Seite\u00a07",
        "zu Seite\u00a07",
    ]


def test_a_link_out_of_the_book_says_words_and_no_bare_address(read_aloud: ReadAloud) -> None:
    html = (
        '<p><a href="https://www.bamf.de/kurse">www.bamf.de/kurse</a>, '
        '<a href="https://a.example">Seite des Amts</a>, '
        '<a href="mailto:post@a.example">schreiben Sie</a></p>'
    )
    said = ["Webseite www.bamf.de/kurse", "Seite des Amts", "E-Mail an post@a.example"]
    assert _says(read_aloud(html)) == said


def test_a_link_on_a_picture_says_what_is_seen(read_aloud: ReadAloud) -> None:
    html = f'<p><a href="https://a.example"><img src="{SOURCE}" alt="Zeichen des Amts"></a></p>'
    assert _says(read_aloud(html, style="img { width: 9mm }")) == ["Zeichen des Amts"]


def test_a_link_over_two_lines_is_one_tag_with_two_rectangles(read_aloud: ReadAloud) -> None:
    words = "ein Link <span>über zwei</span> Zeilen hinweg"
    html = f'<p>{"Wort " * 9}<a href="https://a.example">{words}</a></p>'
    link = read_aloud(html).document.one("Link")
    assert (link.text, len(link.links())) == ("ein Link über zwei Zeilen hinweg", 2)


def test_every_annotation_prints_and_finds_its_tag(read_aloud: ReadAloud) -> None:
    pdf = read_aloud(f'{TARGET}<p><a href="#ziel">Feld</a> <a href="https://a.example">Seite</a></p>')
    page: Any = pdf.reader.pages[0]
    annotations = [each.get_object() for each in page["/Annots"]]
    assert (page["/Tabs"], [annotation["/F"] for annotation in annotations]) == ("/S", [4, 4])
    owners = [_by_key(pdf)[annotation["/StructParent"]].get_object() for annotation in annotations]
    assert [owner["/S"] for owner in owners] == ["/Link", "/Link"]


def test_marked_content_finds_its_tag(read_aloud: ReadAloud) -> None:
    pdf = read_aloud("<p>a <em>b</em> c</p><p>" + "Wort " * 400 + "</p>")
    for at, page in enumerate(pdf.reader.pages):
        owners = _by_key(pdf)[page["/StructParents"]].get_object()
        assert sorted(pdf.by_number[at]) == list(range(len(owners)))
        assert {owner["/S"] for owner in owners} <= {"/P", "/Em"}


def _by_key(pdf: TaggedPdf) -> dict[Any, Any]:
    parents = pdf.root["/ParentTree"]["/Nums"]
    return dict(zip(parents[::2], parents[1::2], strict=True))


def test_a_link_in_a_repeated_header_row_is_on_the_first_page_only(read_aloud: ReadAloud) -> None:
    html = (
        '<table><thead><tr><th scope="col"><a href="https://a.example">Kopf der Seite</a></th></tr></thead>'
        f"{'<tr><td>Zelle</td></tr>' * 20}</table>"
    )
    pdf = read_aloud(html)
    assert [len(page.get("/Annots", [])) for page in pdf.reader.pages][:2] == [1, 0]
    assert len(pdf.document.links()) == 1


def test_a_long_address_is_not_spelled_out(read_aloud: ReadAloud) -> None:
    address = "https://www.example.org/ein/sehr/langer/pfad/zu-einer-seite-mit-vielen-strichen/index.html?abfrage=1"
    link = read_aloud(f'<p><a href="{address}">{address}</a></p>').document.links()[0]
    assert link.says == "Webseite www.example.org"


def test_what_runs_to_the_left_is_said_in_the_order_of_reading(read_aloud: ReadAloud) -> None:
    hello = "\u0645\u0631\u062d\u0628\u0627"
    html = f'<p lang="ar" dir="rtl" style="font-family: Amiri">{hello} <bdi lang="de" dir="ltr">Kursbuch</bdi></p>'
    said = [each.entries["/ActualText"] for each in read_aloud(html).document.all("Span") if "/ActualText" in each.entries]
    assert said == [f"{hello} "]
