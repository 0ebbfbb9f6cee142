"""A footnote is read behind the block that calls it, and links lead there and back."""

from __future__ import annotations

from tests.pages.tagging.conftest import ReadAloud

NOTE = '<span class="footnote" id="{}">Text der Note {}.</span>'
FIRST, SECOND = NOTE.format("kapitel.eins", 1), NOTE.format("kapitel.zwei", 2)
PARAGRAPH = f"<p>Vor{FIRST} und nach{SECOND}.</p><p>Weiter</p>"


def test_notes_follow_their_paragraph_in_order(read_aloud: ReadAloud) -> None:
    document = read_aloud(PARAGRAPH).document
    note = ["Note", ["Lbl", "Link"]]
    assert document.shape == ["Document", ["Sect", ["P", ["Reference", "Link"], ["Reference", "Link"]], note, note, "P"]]
    assert document.text == "Vor1 und nach2.1. Text der Note 1.2. Text der Note 2.Weiter"


def test_the_figure_that_calls_a_note_is_read_as_words(read_aloud: ReadAloud) -> None:
    called = FIRST.replace("<span ", '<span data-spoken-call=" Fußnote 1" ')
    link, _ = read_aloud(f"<p>Vor{called}.</p>").document.all("Link")
    assert (link.entries["/ActualText"], link.text) == (" Fußnote 1", "1")


def test_words_behind_a_call_at_the_end_of_a_line_do_not_run_into_it(read_aloud: ReadAloud) -> None:
    called = FIRST.replace("<span ", '<span data-spoken-call=" Fußnote 1" ')
    link, _ = read_aloud(f"<p>Vor.{called} Nach</p>", style="p { width: 12mm }").document.all("Link")
    assert link.entries["/ActualText"] == " Fußnote 1 "


def test_no_space_is_read_before_a_comma_that_is_only_spoken(read_aloud: ReadAloud) -> None:
    html = '<p><a href="#z">Vorwort</a> <span data-spoken-before=", Seite ">7</span></p><h1 id="z">Zwei</h1>'
    spans = read_aloud(html).document.all("Span")
    assert [each.entries["/ActualText"] for each in spans if "/ActualText" in each.entries] == ["Vorwort", ", Seite 7"]


def test_a_note_has_an_id_that_the_id_tree_knows(read_aloud: ReadAloud) -> None:
    pdf = read_aloud(PARAGRAPH)
    assert [note.entries["/ID"] for note in pdf.document.all("Note")] == ["kapitel.eins", "kapitel.zwei"]
    names = pdf.root["/IDTree"]["/Names"]
    assert [str(name) for name in names[::2]] == ["kapitel.eins", "kapitel.zwei"]
    assert [element["/S"] for element in (name.get_object() for name in names[1::2])] == ["/Note", "/Note"]


def test_call_and_note_lead_to_each_other(read_aloud: ReadAloud) -> None:
    pdf = read_aloud(f"<p>{'Wort ' * 190}</p>{PARAGRAPH}")
    call, back = pdf.document.links()[0], pdf.document.all("Note")[0].links()[0]
    assert (call.says, back.says) == ("zu Fußnote 1", "zurück zum Text vor Fußnote 1")
    assert _inside(call.entries["/Dest"], back.entries["/Rect"])
    assert _inside(back.entries["/Dest"], call.entries["/Rect"])


def _inside(destination: list[object], rectangle: list[float]) -> bool:
    left, low, right, high = (float(side) for side in rectangle)
    x, y = (float(str(place)) for place in destination[2:4])
    return left - 0.1 <= x <= right + 0.1 and low - 0.1 <= y <= high + 0.1


def test_a_note_called_again_is_a_reference_to_the_same_note(read_aloud: ReadAloud) -> None:
    again = '<p>Noch einmal<a class="note-again" href="#kapitel.eins">1</a></p>'
    document = read_aloud(PARAGRAPH + again).document
    assert document.all("P")[-1].shape == ["P", ["Reference", "Link"]]
    assert document.all("P")[-1].links()[0].says == "zu Fußnote 1"
    assert len(document.all("Note")) == 2


def test_a_note_in_a_cell_item_or_heading_stands_where_it_is_called(read_aloud: ReadAloud) -> None:
    note = NOTE.format("n{0}", "{0}")
    html = (
        f"<h2>Titel{note.format(1)}</h2><ul><li>Punkt{note.format(2)}</li></ul>"
        f"<table><tr><td>Zelle{note.format(3)}</td></tr></table>"
    )
    document = read_aloud(html).document
    call, body = ["Reference", "Link"], ["Note", ["Lbl", "Link"]]
    assert document.kids[0].shape == [  # type: ignore[union-attr]
        "Sect",
        ["H1", call],
        body,
        ["L", ["LI", "Lbl", ["LBody", call, body]]],
        ["Table", ["TBody", ["TR", ["TD", call, body]]]],
    ]


def test_a_note_over_two_pages_is_one_note(read_aloud: ReadAloud) -> None:
    long = "Ein langer Satz in der Fußnote. " * 40
    html = f'<p>Vor<span class="footnote" id="n">{long}</span></p><p>{"Text " * 300}</p>'
    style = ".footnote { footnote-policy: auto } @page { @footnote { max-height: 20mm } }"
    note = read_aloud(html, style=style).document.one("Note")
    assert note.text == f"1. {long.strip()}"


def test_a_note_with_the_same_id_in_two_chapters_gets_two_names(read_aloud: ReadAloud) -> None:
    one = f"<p>a{NOTE.format('n', 1)}</p>"
    names = [note.entries["/ID"] for note in read_aloud(one, one).document.all("Note")]
    assert len(set(names)) == 2


def test_a_note_that_is_set_before_the_page_of_its_call_belongs_to_the_call(read_aloud: ReadAloud) -> None:
    # WeasyPrint leaves out the head of a table where a tall row needs its room, but sets its footnotes there.
    head = f"<thead><tr><th>Kopf{NOTE.format('kapitel.kopf', 1)}</th></tr></thead>"
    rows = f"<tr><td>{'Zeile ' * 150}</td></tr><tr><td>kurz</td></tr>"
    document = read_aloud(f"<table>{head}{rows}</table>", style="tr { break-inside: avoid }").document
    cell, note = document.one("TH"), document.one("Note")
    call = cell.one("Reference")
    assert min(note.pages) < min(call.pages)
    assert (cell.shape, note.text) == (["TH", ["Reference", "Link"], ["Note", ["Lbl", "Link"]]], "1. Text der Note 1.")
    assert (len(call.links()), len(note.links())) == (1, 1)


def test_a_note_at_the_end_of_a_text_is_a_note_with_links_there_and_back(read_aloud: ReadAloud) -> None:
    note = '<p id="k.eins" data-tag="Note"><span data-tag="Lbl"><a href="#k.eins.call">1</a></span> Der Beleg.</p>'
    html = f'<p>Wort<sup><a id="k.eins.call" href="#k.eins">1</a></sup> und mehr.</p><h1>Anmerkungen</h1>{note}'
    document = read_aloud(html).document
    shape = ["Sect", ["P", ["Reference", "Link"]], "H1", ["Note", ["Lbl", "Link"]]]
    assert document.shape == ["Document", shape]
    assert document.one("Note").entries["/ID"] == "k.eins"
    assert document.one("Note").text == "1 Der Beleg."
    assert [link.says for link in document.links()] == ["zu Anmerkung 1", "zurück zum Text vor Anmerkung 1"]
