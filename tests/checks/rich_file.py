"""One page with a thing of each kind that PDF has: spaces, functions, shadings, patterns, forms, pictures, notes, layers."""

from __future__ import annotations

import io

import pikepdf
from pikepdf import Array, Name, Object, Pdf
from PIL import Image

_RAMP = "<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [1 0.5 0 0.2] /N 1.5 >>"
_SPOT = "[ /Separation /Haus /DeviceCMYK << /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 1 0 0] /N 1 >> ]"
_SPACES = {
    "/Spot": _SPOT,
    "/Two": "[ /DeviceN [/Cyan /Haus] /DeviceCMYK %(calculator)s << /Subtype /DeviceN >> ]",
    "/Index": "[ /Indexed /DeviceRGB 1 <000000FFFFFF> ]",
    "/Icc": "[ /ICCBased %(profile)s ]",
    "/Lab": "[ /Lab << /WhitePoint [0.96 1 0.82] /Range [-100 100 -100 100] >> ]",
    "/Cal": "[ /CalRGB << /WhitePoint [0.95 1 1.09] /Gamma [2.2 2.2 2.2] >> ]",
    "/Under": "[ /Pattern /DeviceCMYK ]",
}
_STATE = """<< /LW 0.5 /Font [ %(face)s 9 ] /ca 0.5 /CA 0.5 /OP true /op true /OPM 1 /BM [/Multiply /Normal] /D [[2 1] 0]
    /AIS false /SMask << /S /Luminosity /G %(form)s /BC [0] >> /SA true /TK false /RI /Perceptual
    /HT /Default /TR /Identity >>"""
_SHADINGS = {
    "/Axial": f"""<< /ShadingType 2 /ColorSpace /DeviceCMYK /Coords [0 0 90 0] /Extend [true false]
        /Function {_RAMP} >>""",
    "/Radial": f"""<< /ShadingType 3 /ColorSpace /DeviceCMYK /Coords [9 9 1 20 20 30] /Function << /FunctionType 3 /Domain [0 1]
        /Functions [{_RAMP} {_RAMP}] /Bounds [0.4] /Encode [0 1 1 0] >> /BBox [0 0 50 50] /Background [0 0 0 0] >>""",
    "/Sampled": "<< /ShadingType 1 /ColorSpace /DeviceGray /Domain [0 1 0 1] /Matrix [9 0 0 9 0 0] /Function %(samples)s >>",
}
_CONTENT = b"""
q /Gs gs /Spot cs 0.5 scn /Two CS 0.2 0.7 SCN 5 w [3 2] 1 d 1 J 2 j 4 M 20 20 30 30 re B Q
q 30 0 0 30 60 20 cm /Picture Do Q q 30 0 0 30 95 20 cm /Stencil Do Q q 30 0 0 30 130 20 cm /Jpeg Do Q
q 1 0 0 1 20 60 cm /Form Do Q /Pattern cs /Tile scn 60 60 30 30 re f /Under cs 0 1 0 0 /Bare scn 95 60 30 30 re f*
q 20 100 50 20 re W n /Axial sh Q /Radial sh /Sampled sh /Index cs 1 sc 0 0 3 3 re f /Lab cs 50 10 10 sc 4 0 3 3 re f
/Cal cs 1 0 0 sc 8 0 3 3 re f /Icc cs 0 0 0 1 sc 12 0 3 3 re f 0.5 g 1 0 0 RG 0 0 0 1 k
20 130 m 40 150 60 110 80 130 c 90 140 v h S
BT /Odd 12 Tf 1 0 0 1 20 160 Tm 2 Tr 1 Tc 2 Tw 90 Tz 3 Ts 14 TL (a) Tj T* [(a) -200 (a)] TJ (a) ' 1 1 (a) " ET
q 8 0 0 8 150 100 cm BI /W 2 /H 2 /BPC 8 /CS /G ID \x00\x40\x80\xff EI Q /OC /Layer BDC 0 0 1 1 re f EMC
"""


def enrich(pdf: Pdf) -> None:
    """Put a thing of each kind onto the first page."""
    made: dict[str, Object] = {"profile": pdf.make_stream(b"\0" * 128, N=4)}
    made["calculator"] = _stream(
        pdf, b"{ dup 0.5 mul exch 0.3 mul 0 exch 0 exch }", f"<< /FunctionType 4 /Domain [0 1 0 1] /Range [{'0 1 ' * 4}] >>"
    )
    made["samples"] = _stream(
        pdf, bytes(range(0, 256, 64)), "<< /FunctionType 0 /Domain [0 1 0 1] /Range [0 1] /Size [2 2] /BitsPerSample 8 >>"
    )
    made["form"] = _stream(
        pdf,
        b"0.5 g 0 0 9 9 re f",
        """<< /Type /XObject /Subtype /Form /BBox [0 0 20 20] /Matrix [1 0 0 1 2 2] /Resources << >>
        /Group << /S /Transparency /CS /DeviceCMYK /I true /K false >> >>""",
    )
    letter = _stream(pdf, b"600 0 0 0 500 500 d1 0 0 500 500 re f", "<< >>")
    made["face"] = pdf.make_indirect(
        Object.parse(
            b"""<< /Type /Font /Subtype /Type3
            /FontBBox [0 0 600 600] /FontMatrix [0.001 0 0 0.001 0 0] /Resources << >>
            /FirstChar 97 /LastChar 97 /Widths [600] /Encoding << /Differences [97 /square] >> /CharProcs << >> >>"""
        )
    )
    made["face"]["/CharProcs"]["/square"] = letter
    page = pdf.pages[0]
    page.contents_add(_CONTENT)
    _put(pdf, page, "/ColorSpace", {key: _parsed(pdf, text, made) for key, text in _SPACES.items()})
    _put(pdf, page, "/ExtGState", {"/Gs": _parsed(pdf, _STATE, made)})
    _put(pdf, page, "/Shading", {key: _parsed(pdf, text, made) for key, text in _SHADINGS.items()})
    _put(pdf, page, "/XObject", {**_pictures(pdf), "/Form": made["form"]})
    _put(pdf, page, "/Pattern", _patterns(pdf))
    _put(pdf, page, "/Font", {"/Odd": made["face"]})
    layer = pdf.make_indirect(Object.parse(b"<< /Type /OCG /Name (Ebene) /Usage << /Print << /PrintState /ON >> >> >>"))
    _put(pdf, page, "/Properties", {"/Layer": layer})
    pdf.Root.OCProperties = Object.parse(b"<< /OCGs [] /D << /Name (Alle) /Order [] /ON [] /OFF [] /AS [] >> >>")
    pdf.Root.OCProperties.OCGs.append(layer)
    note = Object.parse(
        b"<< /Type /Annot /Subtype /Stamp /Rect [20 20 60 60] /F 4 /Contents (Ein Stempel) /AP << >> /Border [0 0 1] >>"
    )
    note.AP.N = made["form"]
    notes = page.obj.get("/Annots")
    page.obj["/Annots"] = Array([*(notes if isinstance(notes, Array) else []), pdf.make_indirect(note)])


def _stream(pdf: Pdf, content: bytes, entries: str) -> Object:
    stream = pdf.make_stream(content)
    for key, value in Object.parse(entries.encode()).items():
        stream[key] = value
    return stream


def _parsed(pdf: Pdf, text: str, made: dict[str, Object]) -> Object:
    """Read an object, with the streams that were made put where their names stand."""

    def filled(of: Object) -> Object:
        if isinstance(of, pikepdf.String) and str(of).removeprefix("@") in made:
            return made[str(of).removeprefix("@")]
        if isinstance(of, Array):
            return Array([filled(each) for each in of])
        if isinstance(of, pikepdf.Dictionary):
            for key in list(of.keys()):
                of[key] = filled(of[key])
        return of

    written = text % {name: f"(@{name})" for name in made} if "%(" in text else text
    return pdf.make_indirect(filled(Object.parse(written.encode())))


def _put(pdf: Pdf, page: pikepdf.Page, kind: str, entries: dict[str, Object]) -> None:
    resources = page.resources
    if kind not in resources:
        resources[kind] = pikepdf.Dictionary()
    for key, value in entries.items():
        resources[kind][key] = value
    del pdf


def _pictures(pdf: Pdf) -> dict[str, Object]:
    common = "/Type /XObject /Subtype /Image /Width 2 /Height 2"
    mask = _stream(pdf, b"\xff\x80\x40\x00", f"<< {common} /ColorSpace /DeviceGray /BitsPerComponent 8 /Matte [0 0 0 0] >>")
    picture = _stream(
        pdf,
        bytes(16),
        f"<< {common} /ColorSpace /DeviceCMYK /BitsPerComponent 8 /Decode [0 1 0 1 0 1 0 1] /Interpolate false >>",
    )
    picture["/SMask"] = mask
    stencil = _stream(pdf, b"\x80\x40", f"<< {common} /ImageMask true /BitsPerComponent 1 /Decode [1 0] >>")
    jpeg = pdf.make_stream(_jpeg(), Type=Name.XObject, Subtype=Name.Image, Width=8, Height=8, BitsPerComponent=8)
    jpeg["/ColorSpace"], jpeg["/Filter"] = Name.DeviceGray, Name.DCTDecode
    return {"/Picture": picture, "/Stencil": stencil, "/Jpeg": jpeg}


def _jpeg() -> bytes:
    target = io.BytesIO()
    Image.new("L", (8, 8), 90).save(target, "JPEG")
    return target.getvalue()


def _patterns(pdf: Pdf) -> dict[str, Object]:
    tile = (
        "/Type /Pattern /PatternType 1 /TilingType 1 /BBox [0 0 5 5] /XStep 5 /YStep 5 /Resources << >> /Matrix [1 0 0 1 0 0]"
    )
    return {
        "/Tile": _stream(pdf, b"1 0 0 rg 0 0 2 2 re f", f"<< {tile} /PaintType 1 >>"),
        "/Bare": _stream(pdf, b"0 0 2 2 re f", f"<< {tile} /PaintType 2 >>"),
    }
