"""Each block of the text is one tag, also where it runs over pages."""

from __future__ import annotations

from tests.pages.tagging.conftest import ReadAloud

BULLET = "ul { list-style-type: disc }"  # the fonts have no other sign
LONG = "Zugewanderte Menschen lernen Deutsch im Kurs und am Arbeitsplatz. " * 15


def test_a_paragraph_over_three_pages_is_one_p(read_aloud: ReadAloud) -> None:
    document = read_aloud(f"<p>{LONG}</p><p>Ende</p>").document
    long, end = document.all("P")
    assert (long.pages, long.text, end.text) == ({0, 1, 2}, LONG.strip(), "Ende")


def test_chapters_are_sections_of_one_document(read_aloud: ReadAloud) -> None:
    document = read_aloud("<h1>Eins</h1>", "<h1>Zwei</h1><p>Text</p>").document
    assert document.shape == ["Document", ["Sect", "H1"], ["Sect", "H1", "P"]]


def test_a_list_over_pages_is_one_l_with_labels_and_bodies(read_aloud: ReadAloud) -> None:
    items = "".join(f"<li>{LONG[:400]}</li>" for _ in range(4))
    found = read_aloud(f"<ul>{items}</ul>").document.one("L")
    assert (found.pages, {body.text for body in found.all("LBody")}) == (set(range(5)), {LONG[:400].strip()})
    assert found.shape == ["L", *[["LI", "Lbl", "LBody"]] * 4]


def test_a_list_below_an_item_stands_in_its_body(read_aloud: ReadAloud) -> None:
    document = read_aloud("<ol><li>Eins<ul><li>Unter eins</li></ul></li></ol>", style=BULLET).document
    outer, inner = document.all("L")
    assert outer.shape == ["L", ["LI", "Lbl", ["LBody", ["L", ["LI", "Lbl", "LBody"]]]]]
    assert (outer.attribute("/ListNumbering"), inner.text) == ("/Decimal", "• Unter eins")


def test_a_list_of_definitions_has_its_terms_as_labels(read_aloud: ReadAloud) -> None:
    html = "<dl><dt>Kurs</dt><dd>Unterricht</dd><dt>Träger</dt><dd>Wer ihn gibt</dd></dl>"
    document = read_aloud(html).document
    assert document.one("L").shape == ["L", ["LI", "Lbl", "LBody"], ["LI", "Lbl", "LBody"]]
    assert [label.text for label in document.all("Lbl")] == ["Kurs", "Träger"]


def test_headings_never_jump(read_aloud: ReadAloud) -> None:
    document = read_aloud("<h1>a</h1><h3>b</h3><h4>c</h4><h2>d</h2><h4>e</h4>", "<h2>f</h2>").document
    kinds = [node.kind for node in document.walk() if node.kind.startswith("H")]
    assert kinds == ["H1", "H2", "H3", "H2", "H3", "H2"]


def test_a_quotation_is_a_block_and_its_large_mark_is_decoration(read_aloud: ReadAloud) -> None:
    style = 'blockquote::before { content: "„"; font-size: 40pt }'
    document = read_aloud("<blockquote><p>Wort</p><p>Quelle</p></blockquote>", style=style).document
    assert document.one("BlockQuote").shape == ["BlockQuote", "P", "P"]
    assert document.text == "WortQuelle"


def test_text_that_stands_in_no_block_gets_a_paragraph(read_aloud: ReadAloud) -> None:
    document = read_aloud("<div>lose <em>Worte</em></div><section>und <b>mehr</b></section>").document
    assert document.shape == ["Document", ["Sect", ["P", "Em"], ["Sect", ["P", "Strong"]]]]


def test_what_the_layout_has_moved_is_read_in_its_old_place(read_aloud: ReadAloud) -> None:
    style = "body { display: flex; flex-direction: column } .late { order: 2 }"
    document = read_aloud('<h1>a</h1><p class="late">b</p><p>c</p>', style=style).document
    assert [node.text for node in document.all("P")] == ["b", "c"]


def test_nothing_empty_becomes_a_tag(read_aloud: ReadAloud) -> None:
    document = read_aloud("<p></p><p> </p><div><span></span></div><dl></dl><h2>a</h2>").document
    assert document.shape == ["Document", ["Sect", "H1"]]


def test_a_box_is_an_aside_and_every_type_is_known_to_pdf_1_7(read_aloud: ReadAloud) -> None:
    pdf = read_aloud("<aside><p>Hinweis</p></aside>")
    assert pdf.document.one("Aside").shape == ["Aside", "P"]
    assert dict(pdf.root["/RoleMap"]) == {"/Aside": "/Sect", "/Em": "/Span", "/Strong": "/Span"}


def test_a_contents_is_a_toc_with_lists_below(read_aloud: ReadAloud) -> None:
    entry = '<a href="#a">Kapitel</a> <span data-folio="a" class="folio">1</span>'
    html = f'<ul><li>{entry}<ul><li>{entry}</li></ul></li></ul><h1 id="a">Kapitel</h1>'
    document = read_aloud(html, style=BULLET).document
    inner = ["TOCI", ["Reference", "Link"]]
    assert document.all("TOC")[0].shape == ["TOC", ["TOCI", ["Reference", "Link"], ["TOC", inner]]]
    assert document.all("TOCI")[1].text == "Kapitel 1"
