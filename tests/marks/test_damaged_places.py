"""Wherever a page takes something from, its damage is told: masks, states, tiles, drawn glyphs, appearances of annotations."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from kursbuch_press.checks import judge_readable
from kursbuch_press.checks.findings import Finding
from tests.checks import Pages, judged, print_file
from tests.checks.accessible import Paper, pdf_file, tag

Mend = Callable[[Pdf], None]
SHORT = r"Das Bild „Bild“ .* Es hat 9 statt 64 Byte"


def _picture(pdf: Pdf, **entries: object) -> Object:
    """A picture of 8 x 8 grey pixels, of which only 9 are there."""
    picture = pdf.make_stream(bytes(9), Type=Name.XObject, Subtype=Name.Image, Width=8, Height=8, BitsPerComponent=8)
    for key, value in {"ColorSpace": Name.DeviceGray, **entries}.items():
        picture[f"/{key}"] = value
    return pdf.make_indirect(picture)


def _resources(pdf: Pdf) -> Dictionary:
    return Dictionary(XObject=Dictionary(Bild=_picture(pdf)))


def _form(pdf: Pdf, **entries: object) -> Object:
    form = pdf.make_stream(b"q 9 0 0 9 0 0 cm /Bild Do Q", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    form.Resources = _resources(pdf)
    for key, value in entries.items():
        form[f"/{key}"] = value
    return pdf.make_indirect(form)


def _whole(pdf: Pdf, **masks: Object) -> None:
    """Put a sound picture on the page that has a mask."""
    picture = pdf.make_stream(bytes(64), Type=Name.XObject, Subtype=Name.Image, Width=8, Height=8, BitsPerComponent=8)
    picture.ColorSpace = Name.DeviceGray
    for key, mask in masks.items():
        picture[f"/{key}"] = mask
    pdf.pages[0].resources.XObject = Dictionary(Bild=picture)


def _soft(pdf: Pdf) -> None:
    _whole(pdf, SMask=_picture(pdf))


def _stencil(pdf: Pdf) -> None:
    mask = _picture(pdf, ImageMask=True, BitsPerComponent=1, Height=80)
    del mask["/ColorSpace"]
    _whole(pdf, Mask=mask)


def _in_form(pdf: Pdf) -> None:
    inner = _form(pdf)
    outer = pdf.make_stream(b"/Innen Do", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    outer.Resources = Dictionary(XObject=Dictionary(Innen=inner))
    pdf.pages[0].resources.XObject = Dictionary(Aussen=outer)


def _in_tile(pdf: Pdf) -> None:
    tile = _form(pdf, Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1, XStep=9, YStep=9)
    del tile["/Subtype"]
    pdf.pages[0].resources.Pattern = Dictionary(Kachel=tile)


def _in_glyph(pdf: Pdf) -> None:
    font = Object.parse(
        b"""<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [0.1 0 0 0.1 0 0] /FirstChar 97 /LastChar 97
        /Widths [9] /Encoding << /Differences [97 /a] >> >>"""
    )
    font["/CharProcs"] = Dictionary(a=pdf.make_stream(b"9 0 d0 9 0 0 9 0 0 cm /Bild Do"))
    font["/Resources"] = _resources(pdf)
    pdf.pages[0].resources.Font["/Bau"] = pdf.make_indirect(font)


def _state(entries: Dictionary) -> Mend:
    def mend(pdf: Pdf) -> None:
        pdf.pages[0].resources.ExtGState = Dictionary(Neu=pdf.make_indirect(entries))

    return mend


def _in_mask_of_state(pdf: Pdf) -> None:
    group = _form(pdf, Group=Dictionary(S=Name.Transparency, CS=Name.DeviceGray))
    _state(Dictionary(Type=Name.ExtGState, SMask=Dictionary(Type=Name.Mask, S=Name.Luminosity, G=group)))(pdf)


def _noted(**entries: object) -> Mend:
    """Give the page an annotation whose appearance is the damaged form, in one or several states."""

    def mend(pdf: Pdf) -> None:
        states = entries.get("states")
        appearance = Dictionary(N=Dictionary(Ein=_form(pdf)) if states else _form(pdf))
        note = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=Array([60, 60, 90, 90]), F=4, AP=appearance)
        pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])

    return mend


def _group_of_page(pdf: Pdf) -> None:
    pdf.pages[0].obj.Group = Dictionary(S=Name.Transparency, CS=Array([Name.ICCBased, pdf.make_stream(b"kein Profil", N=4)]))


def _map_of_codes(pdf: Pdf) -> None:
    font = next(iter(pdf.pages[0].resources.Font.values()))
    font.Encoding = pdf.make_stream(b"\x93\x05\xc1\x7f" * 40, Type=Name.CMap)


def _contents_that_are_none(pdf: Pdf) -> None:
    pdf.pages[0].obj.Contents = pdf.make_indirect(Dictionary())


PLACES: dict[str, tuple[Mend, str]] = {
    "a soft mask": (_soft, SHORT),
    "a stencil": (_stencil, "Das Bild „Bild“ .* Es hat 9 statt 80 Byte"),
    "a form within a form": (_in_form, SHORT),
    "a tile": (_in_tile, SHORT),
    "a drawn glyph": (_in_glyph, SHORT),
    "the mask of a state": (_in_mask_of_state, SHORT),
    "the transfer of a state": (_state(Dictionary(TR=Dictionary(FunctionType=2))), "Der Zustand „Neu“ .*: Domain"),
    "an appearance": (_noted(), SHORT),
    "an appearance of several states": (_noted(states=True), SHORT),
    "the group of a page": (_group_of_page, "Der Inhalt der Seite hat ein Farbprofil"),
    "a map of codes": (_map_of_codes, "Die Schrift .* Daten sind beschädigt"),
    "contents that are none": (_contents_that_are_none, "Der Inhalt der Seite fehlt in der Datei"),
}


def _found(mend: Mend, check: str = "damage") -> tuple[Finding, ...]:
    verdict = judged(print_file(Pages(mend=mend)))
    return next(each for each in verdict.checks if each.check == check).findings


@pytest.mark.parametrize("name", PLACES)
def test_a_damage_is_told_wherever_it_is(name: str) -> None:
    mend, sentence = PLACES[name]
    found = _found(mend)
    assert [each.page for each in found if re.search(sentence, each.message)] == [1], found


@pytest.mark.parametrize("more", [b"Q", b"ET", b"q Q Q"])
def test_what_is_closed_without_having_been_opened_is_worth_a_look(more: bytes) -> None:
    found = _found(lambda pdf: setattr(pdf.pages[0], "Contents", pdf.make_stream(b"0 g " + more)), "syntax")
    assert [(each.page, each.severity.name) for each in found] == [(1, "WARNING")]


def test_a_program_that_is_no_stream_is_not_embedded() -> None:
    def mend(pdf: Pdf) -> None:
        for font in pdf.pages[0].resources.Font.values():
            if "/FontDescriptor" in font:
                font.FontDescriptor.FontFile2 = Dictionary(Art=String("keine"))

    assert any("nicht eingebettet" in each.message for each in _found(mend, "fonts"))


def test_a_face_without_drawings_fails_a_file_for_readers() -> None:
    def mend(pdf: Pdf) -> None:
        for font in pdf.pages[0].resources.Font.values():
            if "/FontDescriptor" in font:
                program = font.FontDescriptor.FontFile2
                whole = program.read_bytes()
                at = whole.index(b"loca")
                start, length = (int.from_bytes(whole[at + each : at + each + 4], "big") for each in (8, 12))
                program.write(whole[:start] + bytes(length) + whole[start + length :])

    verdict = judge_readable(pdf_file([tag("H1", "Ankommen")], Paper(mend=mend)))
    check = next(each for each in verdict.checks if each.check == "damage")
    assert [each.page for each in check.findings if "keine Zeichnung" in each.message] == [1]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"/Nirgends Do", "etwas, das die Datei nicht enthält: /Nirgends"),
        (b"0 0 m 5 5", "bricht mitten in einem Befehl"),
        (b"q 8 0 0 8 9 9 cm BI /W 8 /H 8 /BPC 8 /CS /G ID 123 EI Q", "Ein Bild im Inhalt der Seite .* statt 64 Byte"),
        (b"1 2 re f", "denen Zahlen oder Namen fehlen: re"),
    ],
)
def test_the_content_of_an_appearance_is_read_like_that_of_a_page(content: bytes, sentence: str) -> None:
    def mend(pdf: Pdf) -> None:
        shown = pdf.make_stream(content, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 30, 30]))
        note = Dictionary(Type=Name.Annot, Subtype=Name.Stamp, Rect=Array([60, 60, 90, 90]), F=4, AP=Dictionary(N=shown))
        pdf.pages[0].obj.Annots.append(pdf.make_indirect(note))

    verdict = judge_readable(pdf_file([tag("H1", "Ankommen")], Paper(mend=mend)))
    check = next(each for each in verdict.checks if each.check == "damage")
    assert [each.page for each in check.findings if re.search(sentence, each.message)] == [1]
