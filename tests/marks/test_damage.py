"""What is damaged in a file is told with its page: content, pictures and fonts, each in every way that was met."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable
from typing import cast

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageCms, ImageFile

from kursbuch_press.checks import judge_readable
from tests.checks import Pages, judged, print_file
from tests.checks.accessible import pdf_file


def _with_picture(pdf: pikepdf.Pdf, **entries: object) -> pikepdf.Object:
    """Put a sound picture of 8 x 8 grey pixels on the first page, 1 cm wide."""
    picture = pdf.make_stream(bytes(64))
    usual = {"Type": Name.XObject, "Subtype": Name.Image, "Width": 8, "Height": 8, "BitsPerComponent": 8}
    for key, value in {**usual, "ColorSpace": Name.DeviceGray, **entries}.items():
        picture[f"/{key}"] = value
    page = pdf.pages[0]
    name = page.add_resource(picture, Name.XObject)
    page.contents_add(f"q 8 0 0 8 100 100 cm {name} Do Q".encode())
    return picture


def _jpeg(mode: str = "L", size: tuple[int, int] = (8, 8), kind: str = "JPEG") -> bytes:
    target = io.BytesIO()
    Image.new(mode, size, 40 if mode == "L" else (40,) * len(mode)).save(target, kind)
    return target.getvalue()


def _content(raw: bytes, name: str) -> Callable[[pikepdf.Pdf], None]:
    def mend(pdf: pikepdf.Pdf) -> None:
        stream = pdf.make_stream(b"")
        stream.write(raw, filter=Name(name))
        pdf.pages[0].Contents = Array([pdf.pages[0].Contents, pdf.make_indirect(stream)])

    return mend


def _picture(raw: bytes, filter_: str | None = None, **entries: object) -> Callable[[pikepdf.Pdf], None]:
    def mend(pdf: pikepdf.Pdf) -> None:
        picture = _with_picture(pdf, **entries)
        if filter_ is None:
            picture.write(raw)
        else:
            picture.write(raw, filter=Name(filter_), decode_parms=cast("Dictionary | None", entries.get("DecodeParms")))

    return mend


def _font(raw: Callable[[bytes], bytes]) -> Callable[[pikepdf.Pdf], None]:
    def mend(pdf: pikepdf.Pdf) -> None:
        for font in pdf.pages[0].Resources.Font.values():
            program = font.FontDescriptor.FontFile2 if "/FontDescriptor" in font else None
            if program is not None:
                program.write(raw(program.read_bytes()))

    return mend


def _glyphs(table: bytes) -> Callable[[pikepdf.Pdf], None]:
    """Put a composite font without a program among the fonts, with a table that gives signs their glyphs."""

    def mend(pdf: pikepdf.Pdf) -> None:
        below = pikepdf.Object.parse(
            b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Haus /FontDescriptor << /Flags 4 >>"
            b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>"
        )
        below.CIDToGIDMap = pdf.make_stream(table)
        font = Dictionary(Type=Name.Font, Subtype=Name.Type0, BaseFont=Name.Haus, Encoding=Name("/Identity-H"))
        font.DescendantFonts = Array([below])
        pdf.pages[0].Resources.Font["/Neu"] = pdf.make_indirect(font)

    return mend


def _table_of(whole: bytes, name: bytes, other: Callable[[int], bytes]) -> bytes:
    """Put other bytes into a table of a TrueType program."""
    at = whole.index(name)
    start, length = (int.from_bytes(whole[at + each : at + each + 4], "big") for each in (8, 12))
    return whole[:start] + other(length) + whole[start + length :]


def _missing(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(b"q /Nirgends Do Q")


def _also(content: bytes) -> Callable[[pikepdf.Pdf], None]:
    return lambda pdf: pdf.pages[0].contents_add(content)


def _form(content: bytes) -> Callable[[pikepdf.Pdf], None]:
    def mend(pdf: pikepdf.Pdf) -> None:
        form = pdf.make_stream(content, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
        name = pdf.pages[0].add_resource(form, Name.XObject)
        pdf.pages[0].contents_add(f"q {name} Do Q".encode())

    return mend


def _kindless(pdf: pikepdf.Pdf) -> None:
    del _with_picture(pdf)["/Subtype"]


def _emptied(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    page.Resources = Dictionary(Font=page.Resources.Font)
    page.Contents = pdf.make_stream(b"")


def _blank(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].Contents = pdf.make_stream(b"")
    pdf.pages[1].Resources = pdf.pages[0].Resources = pdf.make_indirect(pdf.pages[0].Resources)


def _table(pdf: pikepdf.Pdf) -> None:
    font = next(iter(pdf.pages[0].Resources.Font.values()))
    font.ToUnicode = pdf.make_stream(b"\x93\x05\xc1\x7f" * 40)


def _profile(content: bytes, channels: int = 3) -> Callable[[pikepdf.Pdf], None]:
    def mend(pdf: pikepdf.Pdf) -> None:
        profile = pdf.make_indirect(pdf.make_stream(content))
        profile.N = channels
        _with_picture(pdf, ColorSpace=Array([Name.ICCBased, profile])).write(bytes(64 * channels))

    return mend


def _intent(pdf: pikepdf.Pdf) -> None:
    profile = pdf.Root.OutputIntents[0].DestOutputProfile
    profile.write(profile.read_bytes()[:1000])


_SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
_INDEX = Array([Name.Indexed, Name.DeviceCMYK, 255, pikepdf.String(b"\1" * 8)])
_FAX = {"BitsPerComponent": 1, "DecodeParms": Dictionary(K=-1, Columns=8, Rows=8)}
_JBIG2 = b"".join(
    number.to_bytes(4, "big") + bytes([kind, 0, 1]) + len(data).to_bytes(4, "big") + data
    for number, kind, data in ((0, 48, bytes(19)), (1, 38, bytes(18)), (2, 49, b""))
)
_PACKED = zlib.compress(b"0 0 m 5 5 l " * 90)
DAMAGES: dict[str, tuple[Callable[[pikepdf.Pdf], None], str]] = {
    "content with an unknown filter": (_content(b"0 g", "/KeineArt"), "Inhalt der Seite lässt sich nicht lesen: Der Filter"),
    "content that is cut off": (_content(_PACKED[:-16], "/FlateDecode"), "Inhalt der Seite .* brechen ab"),
    "content that is destroyed": (_content(_PACKED[:8] + bytes(30), "/FlateDecode"), "Inhalt der Seite .* beschädigt"),
    "a picture with an unknown filter": (_picture(bytes(64), "/KeineArt"), "Das Bild .* Filter"),
    "a picture that is cut off": (_picture(zlib.compress(bytes(range(64)))[:-20], "/FlateDecode"), "Das Bild .* brechen ab"),
    "too few samples": (_picture(bytes(63)), "63 statt 64 Byte"),
    "a JPEG that is cut off": (
        _picture(_jpeg(size=(64, 64))[:-60], "/DCTDecode", Width=64, Height=64),
        "Das Bild .* brechen ab",
    ),
    "a JPEG of print inks that is cut off": (
        _picture(_jpeg("CMYK", (64, 64))[:-60], "/DCTDecode", Width=64, Height=64, ColorSpace=Name.DeviceCMYK),
        "Das Bild .* brechen ab",
    ),
    "a JPEG that is none": (_picture(b"JPEG", "/DCTDecode"), "Das Bild .* beschädigt"),
    "a JPEG of another size": (_picture(_jpeg(), "/DCTDecode", Width=80, Height=80), "8 × 8 statt 80 × 80 Pixel"),
    "a JPEG of other channels": (_picture(_jpeg("RGB"), "/DCTDecode", ColorSpace=Name.DeviceCMYK), "3 statt 4 Farbkanäle"),
    "an empty font": (_font(lambda _: b""), "Schrift .* keine Schrift oder leer"),
    "a destroyed font": (_font(lambda whole: bytes(len(whole))), "Schrift .* keine Schrift oder leer"),
    "a font that is cut off": (_font(lambda whole: whole[: len(whole) // 2]), "Schrift .*(keine Schrift|beschädigt)"),
    "a font without drawings": (_font(lambda whole: _table_of(whole, b"glyf", bytes)), "Buchstaben haben keine Zeichnung"),
    "a font without places of drawings": (_font(lambda whole: _table_of(whole, b"loca", bytes)), "keine Zeichnung"),
    "a font without a map": (_font(lambda whole: whole.replace(b"cmap", b"Xmap")), "keine Zeichnung"),
    "a font without a head of lines": (_font(lambda whole: whole.replace(b"hhea", b"Xhea")), "keine Schrift oder leer"),
    "a font that is cut off by little": (_font(lambda whole: whole[:-9]), "Schrift .*(keine Schrift|beschädigt)"),
    "a destroyed table of signs": (_table, "Die Schrift .* Daten sind beschädigt"),
    "a profile that is cut off": (_profile(_SRGB[:200]), "Farbprofil, das sich nicht lesen lässt"),
    "a profile of other channels": (_profile(_SRGB, 4), "Farbprofil für 3 statt 4 Kanäle"),
    "a space that is not there": (_picture(bytes(64), ColorSpace=Name.Nirgends), "nicht gibt: ColorSpace Nirgends"),
    "bits that there are not": (_picture(bytes(64), BitsPerComponent=3), "nicht gibt: BitsPerComponent"),
    "no height": (_picture(bytes(64), Height=0), "nicht gibt: Height"),
    "too few limits": (_picture(bytes(256), ColorSpace=Name.DeviceCMYK, Decode=Array([0, 1])), "nicht gibt: Decode"),
    "a JPEG 2000 of other channels": (
        _picture(_jpeg("RGB", kind="JPEG2000"), "/JPXDecode", ColorSpace=Name.DeviceCMYK),
        "3 statt 4 Farbkanäle",
    ),
    "a table of glyphs that is cut off": (_glyphs(bytes(7)), "Die Schrift .* Daten sind beschädigt"),
    "a curve without its numbers": (_also(b"0 0 m 10 10 20 c S"), "denen Zahlen oder Namen fehlen: c"),
    "a table of colours that is too short": (_picture(bytes(64), ColorSpace=_INDEX), "Farbtabelle hat 8 statt 1024 Byte"),
    "a fax of nothing": (_picture(bytes(40), "/CCITTFaxDecode", **_FAX), "Das Bild .* beschädigt"),
    "a JBIG2 that is none": (_picture(b"\x93\x05\xc1\x7f" * 90, "/JBIG2Decode", BitsPerComponent=1), "Das Bild .* beschädigt"),
    "a JBIG2 that is cut off": (_picture(_JBIG2[:-16], "/JBIG2Decode", BitsPerComponent=1), "Das Bild .* beschädigt"),
    "an object of no kind": (_kindless, "sagt nicht, ob es ein Bild oder eine Form ist"),
    "an operator that nobody knows": (_also(b"q 1 0 0 1 0 0 cm 5 5 zl Q"), "Befehle, die PDF nicht kennt: zl"),
    "content that is cut off in the middle of a number": (_also(b"q 0 0 m 12.5 13"), "bricht mitten in einem Befehl"),
    "content that is cut off in the middle of a word": (_also(b"BT /F1 9 Tf (Ankom"), "bricht mitten in einem Befehl"),
    "content that is cut off behind a word": (_also(b"BT 1 0 0 1 0 0 Tm\n"), "bricht mitten in einem Befehl"),
    "a form that is cut off": (_form(b"BT 1 0 0 1 0 0"), "bricht mitten in einem Befehl"),
    "content that is empty": (_emptied, "leer, obwohl sie eigene Schriften oder Bilder nennt"),
    "a picture that is not there": (_missing, "etwas, das die Datei nicht enthält: /Nirgends"),
}


@pytest.fixture(params=[True, False], autouse=True)
def _lenient(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A library such as WeasyPrint may have told Pillow to let pass what is cut off."""
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", request.param)


@pytest.mark.parametrize("name", DAMAGES)
def test_a_damage_is_an_error_with_its_page(name: str) -> None:
    mend, sentence = DAMAGES[name]
    verdict = judged(print_file(Pages(mend=mend)))
    check = next(each for each in verdict.checks if each.check == "damage")
    assert not verdict.passed
    assert [each.page for each in check.findings] == [1]
    assert re.search(sentence, check.findings[0].message)


@pytest.mark.parametrize(
    "mend",
    [
        _picture(bytes(64)),
        _picture(_jpeg(), "/DCTDecode"),
        _picture(_jpeg("CMYK"), "/DCTDecode", ColorSpace=Name.DeviceCMYK),
        _picture(bytes(8), ImageMask=True, BitsPerComponent=1),
        _content(_PACKED, "/FlateDecode"),
        _profile(_SRGB),
        _picture(_jpeg(kind="JPEG2000"), "/JPXDecode"),
        _picture(bytes(64), Decode=Array([1, 0])),
        _glyphs(bytes(8)),
        _picture(b"\xff\x00\x10\x01", "/CCITTFaxDecode", **_FAX),
        _picture(_JBIG2, "/JBIG2Decode", BitsPerComponent=1),
        _also(b"BT (a\\)b) Tj ET q 1 i 1 J 1 j 4 M [2 1] 0 d /Perceptual ri /Span BMC EMC /P MP Q % Schluss"),
        _form(b""),
        _blank,
    ],
)
def test_what_is_whole_is_no_damage(mend: Callable[[pikepdf.Pdf], None]) -> None:
    check = next(each for each in judged(print_file(Pages(mend=mend))).checks if each.check == "damage")
    assert check.findings == ()


def test_an_output_intent_that_is_cut_off_is_caught() -> None:
    assert "output-intent" in {each.check for each in judged(print_file(Pages(mend=_intent))).failed}


def test_a_damage_fails_a_file_for_readers_too() -> None:
    with pikepdf.open(io.BytesIO(pdf_file())) as pdf:
        for each in pdf.objects:
            if isinstance(each, Dictionary) and "/FontFile2" in each:
                each.FontFile2.write(b"keine Schrift")
        target = io.BytesIO()
        pdf.save(target)
    verdict = judge_readable(target.getvalue())
    assert "damage" in {check.check for check in verdict.failed}


def test_what_is_lost_with_a_packed_part_of_the_file_is_an_error() -> None:
    """Objects lie packed together (ISO 32000-1, 7.5.7): when such a part is destroyed, pages are missing that nobody misses."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(print_file(Pages(count=120)))) as pdf:
        pdf.save(target, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    content = target.getvalue()
    start = content.index(b"stream\n", content.rindex(b"/Type /ObjStm")) + 7
    end = content.index(b"endstream", start)
    destroyed = content[:start] + bytes(end - start) + content[end:]
    for verdict, check in ((judged(destroyed), "syntax"), (judge_readable(destroyed), "damage")):
        said = next(each for each in verdict.checks if each.check == check)
        assert any("zerstört" in finding.message for finding in said.findings)
        assert check in {each.check for each in verdict.failed}
