"""The spoken script: what a screen reader says of a page, role by role."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from kursbuch_press.checks import script_of
from kursbuch_press.problems import PressError


def _tagged(folder: Path, tree: object, content: bytes = b"") -> Path:
    """Write a page with a tag tree: tags as (kind, entries, kids), and numbers for stretches of the content."""
    pdf = pikepdf.new()
    pdf.add_blank_page()
    page = pdf.pages[0]
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=pdf.make_indirect(font)))
    page.Contents = pdf.make_stream(content)
    root = pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.StructTreeRoot))
    root.K = _element(pdf, tree, root, page.obj)
    pdf.Root.StructTreeRoot = root
    path = folder / "probe.pdf"
    pdf.save(path)
    return path


def _element(pdf: pikepdf.Pdf, of: object, parent: pikepdf.Object, page: pikepdf.Object) -> pikepdf.Object:
    assert isinstance(of, tuple)
    kind, entries, *kids = of
    written = {"/S": pikepdf.Name(f"/{kind}"), "/P": parent, "/Pg": page, **entries}
    element = pdf.make_indirect(pikepdf.Dictionary(written))
    element.K = pikepdf.Array([kid if isinstance(kid, int) else _element(pdf, kid, element, page) for kid in kids])
    return element


def _content(*texts: str) -> bytes:
    parts = [f"/P <</MCID {at}>> BDC BT /F 12 Tf 50 {700 - 20 * at} Td ({text}) Tj ET EMC" for at, text in enumerate(texts)]
    return "\n".join(parts).encode("latin-1")


def test_a_page_is_said_with_its_roles(tmp_path: Path) -> None:
    row_head = pikepdf.Dictionary(O=pikepdf.Name.Table, Scope=pikepdf.Name.Row)
    column_head = pikepdf.Dictionary(O=pikepdf.Name.Table, Scope=pikepdf.Name.Column)
    tree: tuple[object, ...] = (
        *("Document", {}),
        ("H1", {}, 0),
        ("P", {}, 1),
        ("L", {}, ("LI", {}, ("Lbl", {}, 2), ("LBody", {}, 3))),
        ("Figure", {"/Alt": "Ein Haus am Fluss"}),
        (
            *("Table", {"/A": pikepdf.Dictionary({"/O": pikepdf.Name.Table, "/Summary": "Wer was macht"})}),
            ("TR", {}, ("TH", {"/A": column_head}, 4), ("TH", {"/A": column_head}, 5)),
            ("TR", {}, ("TH", {"/A": row_head}, 6), ("TD", {}, 7)),
        ),
        ("P", {"/ActualText": "Quelle: Heft 2."}, 8),
    )
    texts = ("Titel", "Ein Absatz.", "1.", "Ein Punkt", "Wer", "Was", "Amt", "Antrag", "Heft 2")
    assert script_of(_tagged(tmp_path, tree, _content(*texts))).splitlines() == [
        "— Seite 1 —",
        "",
        "Überschrift 1: Titel",
        "Ein Absatz.",
        "Liste mit 1 Eintrag:",
        "  1. Ein Punkt",
        "Grafik: Ein Haus am Fluss",
        "Tabelle: Wer was macht (1 Zeile, 2 Spalten)",
        "  Spalten: Wer; Was",
        "  Zeile: Amt: Was: Antrag",
        "Quelle: Heft 2.",
    ]


def test_quotations_lists_in_cells_and_folios_are_said_apart(tmp_path: Path) -> None:
    items: tuple[object, ...] = ("L", {}, ("LI", {}, ("LBody", {}, 2)), ("LI", {}, ("LBody", {}, 3)))
    tree: tuple[object, ...] = (
        *("Document", {}),
        ("BlockQuote", {}, ("P", {}, 0), ("P", {"/ActualText": "Quelle: Heft 2."}, 1)),
        ("Table", {}, ("TR", {}, ("TD", {}, items))),
    )
    path = _tagged(tmp_path, tree, _content("Gesagt ist gesagt.", "Heft 2", "Eins", "Zwei"))
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.Root.PageLabels = pikepdf.Dictionary(Nums=pikepdf.Array([0, pikepdf.Dictionary(S=pikepdf.Name.D, St=7)]))
        pdf.save()
    assert script_of(path).splitlines() == [
        "— Seite 7 (Seite 1 der Datei) —",
        "",
        "Zitat:",
        "  Gesagt ist gesagt.",
        "  Quelle: Heft 2.",
        "Tabelle: ohne Namen (1 Zeile, 1 Spalte)",
        "  Zeile: Eins; Zwei",
    ]


def test_a_hyphen_at_the_end_of_a_line_parts_a_compound_but_no_enumeration(tmp_path: Path) -> None:
    tree: tuple[object, ...] = ("Document", {}, ("P", {}, 0, 1), ("P", {}, 2, 3), ("P", {}, 4, 5))
    content = _content("DaZ-", "Unterricht", "Hin-", "und Weg", "district-", "free cities")
    said = script_of(_tagged(tmp_path, tree, content)).splitlines()
    assert said[2:] == ["DaZ-Unterricht", "Hin- und Weg", "district-free cities"]


def test_a_file_without_tags_is_said_to_have_none(tmp_path: Path) -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.save(tmp_path / "leer.pdf")
    assert script_of(tmp_path / "leer.pdf") == "Die Datei hat keine Tags: Ein Vorleseprogramm muss raten, was es sagt.\n"


def test_another_kind_of_file_has_no_script(tmp_path: Path) -> None:
    path = tmp_path / "brief.docx"
    path.write_bytes(b"PK\x03\x04")
    with pytest.raises(PressError, match="nur von PDF-Dateien"):
        script_of(path)
