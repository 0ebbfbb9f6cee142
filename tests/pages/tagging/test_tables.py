"""A table is one table, however many pages it needs, and its header cells say what they head."""

from __future__ import annotations

from tests.pages.tagging.conftest import ReadAloud

ROW = '<tr><th scope="row">Zeile</th><td>Inhalt der Zelle</td></tr>'
HEAD = '<thead><tr><th scope="col">Wer</th><th scope="col">Was</th></tr></thead>'


def test_a_table_over_pages_reads_its_header_row_once(read_aloud: ReadAloud) -> None:
    pdf = read_aloud(f"<table><caption>Tabelle 1</caption>{HEAD}<tbody>{ROW * 20}</tbody></table>")
    table = pdf.document.one("Table")
    assert (len(table.pages), len(table.all("TR")), len(table.all("THead"))) == (3, 21, 1)
    assert [kid.kind for kid in table.kids if hasattr(kid, "kind")] == ["Caption", "THead", "TBody"]


def test_a_repeated_header_row_is_an_artifact(read_aloud: ReadAloud) -> None:
    pdf = read_aloud(f"<table>{HEAD}<tbody>{ROW * 20}</tbody></table>")
    head = {"Wer", "Was"}
    repeats = [[mark.text for mark in pdf.artifacts(page) if mark.text in head] for page in range(3)]
    assert repeats == [[], ["Wer", "Was"], ["Wer", "Was"]]


def test_header_cells_have_a_scope(read_aloud: ReadAloud) -> None:
    cells = read_aloud(f"<table>{HEAD}<tbody>{ROW}</tbody></table>").document.all("TH")
    assert [cell.attribute("/Scope") for cell in cells] == ["/Column", "/Column", "/Row"]


def test_an_empty_cell_keeps_its_place_and_an_empty_corner_heads_nothing(read_aloud: ReadAloud) -> None:
    html = '<table><tr><th></th><th scope="col">a</th></tr><tr><th scope="row">b</th><td></td></tr></table>'
    rows = read_aloud(html).document.all("TR")
    assert [row.shape for row in rows] == [["TR", "TD", "TH"], ["TR", "TH", "TD"]]
    assert rows[0].one("TD").entries == {}


def test_spans_are_kept(read_aloud: ReadAloud) -> None:
    rows = '<tr><td colspan="2">a</td></tr><tr><td rowspan="2">b</td><td>c</td></tr><tr><td>d</td></tr>'
    wide, high, *_ = read_aloud(f"<table>{rows}</table>").document.all("TD")
    assert (wide.attribute("/ColSpan"), wide.attribute("/RowSpan")) == (2, None)
    assert (high.attribute("/ColSpan"), high.attribute("/RowSpan")) == (None, 2)


def test_paragraphs_and_lists_in_a_cell_are_their_own_tags(read_aloud: ReadAloud) -> None:
    html = "<table><tr><td><p>a</p><ul><li>b</li></ul></td><td>c</td></tr></table>"
    row = read_aloud(html).document.one("TR")
    assert row.shape == ["TR", ["TD", "P", ["L", ["LI", "Lbl", "LBody"]]], "TD"]
