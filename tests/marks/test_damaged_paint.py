"""Colour spaces, functions, gradients, patterns and entries that are damaged or missing are told; what is whole is not."""

from __future__ import annotations

import io
import re
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf
from PIL import Image, ImageCms

from kursbuch_press.checks import judge_readable
from kursbuch_press.checks.findings import Finding
from kursbuch_press.marks.calculators import is_calculator
from tests.checks import Pages, judged, print_file
from tests.checks.accessible import Paper, pdf_file

Mend = Callable[[Pdf], None]
_RAMP = "<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [1 0 0 0] /N 1 >>"
_AXIS = "/ShadingType 2 /ColorSpace /DeviceCMYK /Coords [0 0 9 9]"
_TILE = "/Type /Pattern /PatternType 1 /TilingType 1 /PaintType 1 /BBox [0 0 5 5] /XStep 5 /YStep 5 /Resources << >>"
_SAMPLES = "<< /FunctionType 0 /Domain [0 1] /Range [0 1 0 1 0 1 0 1] /Size [2] /BitsPerSample 8 >>"
_CALCULATOR = "<< /FunctionType 4 /Domain [0 1] /Range [0 1 0 1 0 1 0 1] >>"
_MESH = (
    "<< /ShadingType 4 /ColorSpace /DeviceGray /BitsPerCoordinate 8 /BitsPerComponent 8 /BitsPerFlag 8 /Decode [0 9 0 9 0 1] >>"
)
_PATCH = _MESH.replace("/ShadingType 4", "/ShadingType 6")
_VERTICES = bytes([0, 0, 0, 9, 0, 9, 0, 9, 0, 0, 9, 9])
_ONE_PATCH = bytes(1 + 24 + 4)


def _put(kind: str, written: str, data: bytes | None = None) -> Mend:
    """Put something into the resources of the first page; ``data`` makes a stream of it, or of the @ in it."""

    def mend(pdf: Pdf) -> None:
        made = Object.parse(written.encode())
        if data is not None:
            stream = pdf.make_stream(data)
            inside = made if isinstance(made, Dictionary) else Object.parse(b"<< >>")
            for key, value in inside.items():
                stream[key] = value
            made = stream
        resources = pdf.pages[0].resources
        resources[kind] = Dictionary({**dict(resources.get(kind, {})), "/Neu": pdf.make_indirect(made)})

    return mend


def _tinted(entries: str, data: bytes) -> Mend:
    def mend(pdf: Pdf) -> None:
        function = pdf.make_stream(data, **{key[1:]: value for key, value in Object.parse(entries.encode()).items()})
        pdf.pages[0].resources.ColorSpace = Dictionary(Haus=Array([Name.Separation, Name.Haus, Name.DeviceCMYK, function]))

    return mend


def _profiled(icc: bytes) -> Mend:
    def mend(pdf: Pdf) -> None:
        profile = pdf.make_stream(icc, N=3)
        pdf.pages[0].resources.ColorSpace = Dictionary(Bunt=Array([Name.ICCBased, profile]))

    return mend


def _font(key: str) -> Mend:
    def mend(pdf: Pdf) -> None:
        font = next(each for each in pdf.pages[0].resources.Font.values() if "/FontDescriptor" in each)
        del (font.FontDescriptor if key == "/Flags" else font)[key]

    return mend


def _drawn(glyph: bytes, without: str = "") -> Mend:
    def mend(pdf: Pdf) -> None:
        font = Object.parse(
            b"""<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [0.1 0 0 0.1 0 0] /FirstChar 97 /LastChar 97
            /Widths [9] /Encoding << /Differences [97 /a] >> >>"""
        )
        font["/CharProcs"] = Dictionary(a=pdf.make_stream(glyph))
        if without:
            del font[without]
        pdf.pages[0].resources.Font["/Bau"] = pdf.make_indirect(font)

    return mend


def _signs(table: bytes) -> Mend:
    def mend(pdf: Pdf) -> None:
        next(iter(pdf.pages[0].resources.Font.values())).ToUnicode = pdf.make_stream(table)

    return mend


def _guessed_jpeg(pdf: Pdf) -> None:
    """Put a JPEG in whose packed samples other bytes stand: decoders go on with a guess."""
    target = io.BytesIO()
    Image.effect_noise((64, 64), 90).save(target, "JPEG")
    raw = bytearray(target.getvalue())
    raw[-len(raw) // 3 : -len(raw) // 3 + 9] = b"\xff\xd0" * 4 + b"\x01"
    picture = pdf.make_stream(b"", Type=Name.XObject, Subtype=Name.Image, Width=64, Height=64, BitsPerComponent=8)
    picture.ColorSpace = Name.DeviceGray
    picture.write(bytes(raw), filter=Name.DCTDecode)
    name = pdf.pages[0].add_resource(picture, Name.XObject)
    pdf.pages[0].contents_add(f"q 9 0 0 9 99 99 cm {name} Do Q".encode())


def _picture(without: str) -> Mend:
    def mend(pdf: Pdf) -> None:
        usual = {"Width": 8, "Height": 8, "BitsPerComponent": 8, "ColorSpace": Name.DeviceGray}
        del usual[without]
        picture = pdf.make_stream(bytes(64), Type=Name.XObject, Subtype=Name.Image, **usual)
        pdf.pages[0].add_resource(picture, Name.XObject)

    return mend


def _also(content: bytes) -> Mend:
    return lambda pdf: pdf.pages[0].contents_add(content)


def _note(pdf: Pdf) -> None:
    pdf.pages[0].obj["/Annots"] = Array([Dictionary(Type=Name.Annot, Subtype=Name.Stamp)])


def _form(entries: str, content: bytes) -> Mend:
    def mend(pdf: Pdf) -> None:
        form = pdf.make_stream(content, Type=Name.XObject, Subtype=Name.Form)
        for key, value in Object.parse(entries.encode()).items():
            form[key] = value
        form.Resources = Dictionary(Font=pdf.pages[0].resources.Font)
        pdf.pages[0].add_resource(form, Name.XObject)

    return mend


_SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
_CODES = b"1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <41> <0041> endbfchar"
DAMAGES: dict[str, tuple[Mend, str]] = {
    "gradient without a function": (_put("/Shading", f"<< {_AXIS} >>"), "Ein Verlauf ist unvollständig; .*: Function"),
    "gradient of no kind": (_put("/Shading", "<< >>"), "Ein Verlauf .*: ShadingType"),
    "gradient without an axis": (
        _put("/Shading", f"<< /ShadingType 3 /ColorSpace /DeviceCMYK /Function {_RAMP} >>"),
        ": Coords",
    ),
    "function of no kind": (_put("/Shading", f"<< {_AXIS} /Function << /Domain [0 1] >> >>"), "Verlauf .*: FunctionType"),
    "function without a domain": (_put("/Shading", f"<< {_AXIS} /Function << /FunctionType 2 /N 1 >> >>"), ": Domain"),
    "function whose ends differ": (
        _put("/Shading", f"<< {_AXIS} /Function << /FunctionType 2 /N 1 /Domain [0 1] /C1 [1 0 0 0] >> >>"),
        ": C0, C1",
    ),
    "function of pieces without bounds": (
        _put("/Shading", f"<< {_AXIS} /Function << /FunctionType 3 /Domain [0 1] /Functions [{_RAMP}] /Encode [0 1] >> >>"),
        ": Bounds",
    ),
    "mesh that is cut off": (_put("/Shading", _MESH, _VERTICES[:-1]), "Ein Verlauf .* brechen ab"),
    "mesh of nothing": (_put("/Shading", _MESH, b""), "Ein Verlauf .* brechen ab"),
    "patch that is cut off": (_put("/Shading", _PATCH, _ONE_PATCH[:20]), "Ein Verlauf .* brechen ab"),
    "pattern of no kind": (_put("/Pattern", "<< >>"), "Das Muster „Neu“ .*: PatternType"),
    "pattern without a gradient": (_put("/Pattern", "<< /PatternType 2 >>"), "Das Muster „Neu“ .*: Shading"),
    "tile without a step": (
        _put("/Pattern", f"<< {_TILE.replace('/XStep 5', '')} >>", b"0 0 2 2 re f"),
        "Das Muster „Neu“ .*: XStep",
    ),
    "tile of nothing": (_put("/Pattern", f"<< {_TILE} >>", b""), "Das Muster „Neu“ hat keinen Inhalt"),
    "tint that cannot be reckoned": (_tinted(_CALCULATOR, b"{ dup 0 exhc 0 "), "Der Farbraum „Haus“ .* beschädigt"),
    "tint of too few samples": (_tinted(_SAMPLES, bytes(7)), "Der Farbraum „Haus“ .* 7 statt 8 Byte"),
    "space that is none": (_put("/ColorSpace", "<< >>"), "Der Farbraum „Neu“ .* beschädigt"),
    "space of inks without a function": (_put("/ColorSpace", "[ /Separation /Haus /DeviceCMYK ]"), "„Neu“ .* beschädigt"),
    "profile of a space that is destroyed": (_profiled(_SRGB[:36] + b"xxxx" + _SRGB[40:]), "„Bunt“ hat ein Farbprofil"),
    "profile by which nothing can be reckoned": (_profiled(_SRGB[:150] + bytes(len(_SRGB) - 150)), "„Bunt“ hat ein Farbprofil"),
    "mask without a group": (_put("/ExtGState", "<< /SMask << /S /Alpha >> >>"), "Der Zustand „Neu“ .*: G"),
    "form without bounds": (_form("<< >>", b"0 g"), "Die Form .* fehlen: BBox"),
    "form of nothing": (_form("<< /BBox [0 0 9 9] >>", b" "), "Die Form .* hat keinen Inhalt"),
    "picture without a width": (_picture("Width"), "Das Bild .* fehlen: Width"),
    "picture without a space": (_picture("ColorSpace"), "Das Bild .* fehlen: ColorSpace"),
    "JPEG that decoders guess at": (_guessed_jpeg, "Das Bild .* beschädigt"),
    "font without widths": (_font("/Widths"), "Die Schrift .* fehlen: Widths"),
    "font without flags": (_font("/Flags"), "Die Schrift .* fehlen: Flags"),
    "font of no kind": (_font("/Subtype"), "Die Schrift .* fehlen: Subtype"),
    "drawn font without names": (_drawn(b"9 0 d0", "/Encoding"), "Die Schrift „Bau“ .*: Encoding"),
    "drawn sign of nothing": (_drawn(b""), "Die Schrift „Bau“ .* beschädigt"),
    "table of signs that is cut off": (_signs(_CODES[:-10]), "Die Schrift .* beschädigt"),
    "table of signs with other letters": (_signs(_CODES.replace(b"<41>", b"<4x>")), "Die Schrift .* beschädigt"),
    "note without a place": (_note, "Eine Anmerkung .* fehlen: Rect"),
    "colour space that is not there": (_also(b"/Nirgends cs 1 scn"), "etwas, das die Datei nicht enthält: /Nirgends"),
    "operator without its numbers": (_also(b"1 2 re f"), "Befehle, denen Zahlen oder Namen fehlen: re"),
    "operator without a name": (_also(b"9 Tf"), "Befehle, denen Zahlen oder Namen fehlen: Tf"),
    "signs that are no operator": (_also(b"1 0 \x1c0 0 0 9 cm"), r"Befehle, die PDF nicht kennt: \\x1c0"),
}
SOUND: tuple[Mend, ...] = (
    _put("/Shading", f"<< {_AXIS} /Function {_RAMP} >>"),
    _put("/Shading", f"<< {_AXIS} /Function [{' '.join(['<< /FunctionType 2 /Domain [0 1] /N 1 >>'] * 4)}] >>"),
    _put("/Shading", _MESH, _VERTICES),
    _put("/Shading", _PATCH, _ONE_PATCH + b"\n"),
    _put("/Pattern", f"<< {_TILE} >>", b"0 0 2 2 re f"),
    _tinted(_CALCULATOR, b"{ % Haus\n dup 0.5 mul exch 0 0 3 -1 roll dup 0 gt { pop 1 } if }"),
    _tinted(_SAMPLES, bytes(8)),
    _profiled(_SRGB),
    _drawn(b"9 0 0 0 9 9 d1 0 0 9 9 re f"),
    _signs(_CODES + b" 1 beginbfrange <42> <43> [<0042> <0043>] endbfrange"),
    _form("<< /BBox [0 0 9 9] >>", b"/Tx BMC EMC"),
    _also(b"/DeviceCMYK cs 0 0 0 1 sc --5 0 m .5 -.5 l S"),
)


def _found(mend: Mend) -> tuple[Finding, ...]:
    verdict = judged(print_file(Pages(mend=mend)))
    return next(each for each in verdict.checks if each.check == "damage").findings


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damage_is_told_with_its_page(name: str) -> None:
    mend, sentence = DAMAGES[name]
    found = _found(mend)
    assert any(re.search(sentence, each.message) and each.page == 1 for each in found), found


@pytest.mark.parametrize("mend", SOUND)
def test_what_is_sound_is_not_told(mend: Mend) -> None:
    assert _found(mend) == ()


@pytest.mark.parametrize("program", [b"{ 1 2 add }", b"{0 16#FF 1e3 .5 -3 {pop} {exch} ifelse}"])
def test_a_calculator_can_be_read(program: bytes) -> None:
    assert is_calculator(program)


@pytest.mark.parametrize("program", [b"", b"1 2 add", b"{ 1 2 add", b"{ 1 } { 2 }", b"{ 1 } }", b"{ 1 2 plus }"])
def test_what_is_no_calculator_is_refused(program: bytes) -> None:
    assert not is_calculator(program)


def test_what_had_to_be_repaired_is_not_ready_for_print() -> None:
    whole = print_file(Pages())
    at = whole.rindex(b"startxref")
    broken = whole[:at] + b"startxxxx" + whole[at + 9 :]
    checks = {each.check: each for each in judged(broken).checks}
    assert {each.severity.name for each in checks["syntax"].findings} == {"ERROR"}


def test_a_fault_in_an_object_that_nothing_else_asks_for_is_told() -> None:
    def mend(pdf: Pdf) -> None:
        pdf.Root["/Nebenbei"] = pdf.make_indirect(Dictionary(Art=Name.Niemand))

    whole = print_file(Pages(mend=mend))
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(whole)) as pdf:
        pdf.save(target, object_stream_mode=pikepdf.ObjectStreamMode.disable, static_id=True)
    broken = re.sub(rb"(/Niemand\s*>>\s*)endobj", rb"\1endxxx", target.getvalue())
    assert broken != target.getvalue()
    checks = {each.check: each for each in judged(broken).checks}
    assert "endobj" in checks["syntax"].findings[0].message


def test_what_viewers_put_up_with_is_a_warning_for_readers() -> None:
    verdict = judge_readable(pdf_file(paper=Paper(mend=_put("/Shading", "<< >>"))))
    check = next(each for each in verdict.checks if each.check == "damage")
    assert [each.severity.name for each in check.findings] == ["WARNING"]
