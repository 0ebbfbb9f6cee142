"""Streams of anybody: unpacked as qpdf does, never beyond the budget, with a word on what is wrong."""

from __future__ import annotations

import base64
import binascii
import zlib

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name

from kursbuch_press.limits import Budget, Limits
from kursbuch_press.marks.streams import Fault, Unpacked, unpack
from kursbuch_press.marks.typefaces import read_face
from kursbuch_press.problems import PressError

TEXT = b"0 0 m 10 10 l S " * 400


_OPEN: list[pikepdf.Pdf] = []
"""Files that hold the streams of the tests; a stream ends with its file."""


def stream(raw: bytes, *filters: str, **settings: int) -> pikepdf.Object:
    _OPEN[:] = [*_OPEN[-9:], pikepdf.new()]
    made = _OPEN[-1].make_stream(b"")
    made.write(raw, filter=Array([Name(each) for each in filters]), decode_parms=_settings(settings))
    return made


def _settings(settings: dict[str, int]) -> pikepdf.Array | None:
    return Array([Dictionary({f"/{key}": value for key, value in settings.items()})]) if settings else None


def unpacked(raw: bytes, *filters: str) -> tuple[bytes, Fault | None]:
    found = unpack(stream(raw, *filters), Budget())
    return found.content, found.fault


@pytest.mark.parametrize(
    ("raw", "filters"),
    [
        (TEXT, ()),
        (zlib.compress(TEXT), ("/FlateDecode",)),
        (zlib.compress(TEXT), ("/Fl",)),
        (zlib.compress(TEXT)[:-4], ("/FlateDecode",)),
        (binascii.hexlify(TEXT) + b">", ("/ASCIIHexDecode",)),
        (base64.a85encode(zlib.compress(TEXT)) + b"~>", ("/ASCII85Decode", "/FlateDecode")),
        (zlib.compress(zlib.compress(TEXT)), ("/FlateDecode", "/FlateDecode")),
    ],
)
def test_whole_streams_are_unpacked_without_a_fault(raw: bytes, filters: tuple[str, ...]) -> None:
    assert unpacked(raw, *filters) == (TEXT, None)


def test_broken_streams_are_given_as_far_as_they_go_and_say_what_is_wrong() -> None:
    packed = zlib.compress(TEXT)
    content, fault = unpacked(packed[: len(packed) // 2], "/FlateDecode")
    assert TEXT.startswith(content)
    assert fault is Fault.CUT
    destroyed = zlib.compress(bytes(range(256)) * 8)
    assert unpacked(destroyed[:9] + b"\xff" * 40 + destroyed[49:], "/FlateDecode")[1] in {Fault.BROKEN, Fault.CUT}
    assert unpacked(b"Text", "/KeineArt") == (b"", Fault.FILTER)
    assert unpacked(b"zz", "/ASCIIHexDecode") == (b"", Fault.BROKEN)
    assert unpacked(b"\x05ab", "/RunLengthDecode")[1] is Fault.CUT
    assert unpacked(b"abz~~>", "/ASCII85Decode") == (b"", Fault.BROKEN)
    assert unpacked(lzw(TEXT)[:-9], "/LZWDecode")[1] is Fault.CUT
    assert unpacked(b"\x80\x7f\xff\xff\xff", "/LZWDecode")[1] is Fault.BROKEN


def test_the_example_of_the_standard_for_lzw() -> None:
    """ISO 32000-1, 7.4.4.2, example 2."""
    raw = bytes([0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01])
    assert unpacked(raw, "/LZWDecode") == (bytes([45, 45, 45, 45, 45, 65, 45, 45, 45, 66]), None)


def lzw(content: bytes) -> bytes:
    """Pack as a plain encoder does: a code for the longest known sequence, wider codes one entry early."""
    known = {bytes([n]): n for n in range(256)}
    size, width, bits, held = 258, 9, 0, 0
    out = bytearray()

    def put(code: int) -> None:
        nonlocal bits, held
        bits, held = bits << width | code, held + width
        while held >= 8:
            held -= 8
            out.append(bits >> held & 0xFF)

    put(256)
    before = b""
    for sign in content:
        piece = before + bytes([sign])
        if piece in known:
            before = piece
            continue
        put(known[before])
        known[piece], size = size, size + 1
        if size == 4095:
            put(256)
            known, size, width = {bytes([n]): n for n in range(256)}, 258, 9
        else:
            width = max(9, size.bit_length())
        before = bytes([sign])
    if before:
        put(known[before])
        width = max(9, (size + 1).bit_length())
    put(257)
    put(0)
    return bytes(out)


@given(st.binary(min_size=1, max_size=60).map(lambda piece: piece * 200))
def test_lzw_and_run_lengths_are_read_as_qpdf_reads_them(content: bytes) -> None:
    made = stream(lzw(content), "/LZWDecode")
    assert unpack(made, Budget()).content == made.read_bytes() == content
    runs = b"".join(bytes([257 - 5, sign]) for sign in content[:60]) + b"\x80"
    made = stream(runs, "/RunLengthDecode")
    assert unpack(made, Budget()).content == made.read_bytes(pikepdf.StreamDecodeLevel.specialized)


def test_predictors_are_undone() -> None:
    rows = b"".join(b"\x02" + bytes([1] * 10) for _ in range(5))
    made = stream(zlib.compress(rows), "/FlateDecode", Predictor=15, Columns=10)
    assert unpack(made, Budget()).content == made.read_bytes() != rows


def test_a_predictor_may_stand_at_the_end_of_a_chain() -> None:
    rows = b"".join(b"\x02" + bytes([1] * 10) for _ in range(5))
    made = stream(base64.a85encode(zlib.compress(rows)) + b"~>", "/ASCII85Decode", "/FlateDecode")
    made.DecodeParms = Array([None, Dictionary(Predictor=15, Columns=10)])
    assert unpack(made, Budget()) == Unpacked(b"".join(bytes([row] * 10) for row in range(1, 6)))
    made.DecodeParms = Array([Dictionary(Predictor=15, Columns=10), None])
    assert unpack(made, Budget()).fault is Fault.FILTER


def test_a_row_with_a_filter_that_png_has_not_is_a_fault() -> None:
    for kind, fault in ((4, None), (5, Fault.BROKEN), (255, Fault.BROKEN)):
        rows = bytes([0, *range(10), kind, *bytes(10), 2, *range(10)])
        made = stream(zlib.compress(rows), "/FlateDecode", Predictor=12, Columns=10)
        assert unpack(made, Budget()).fault == fault
    tiff = stream(zlib.compress(bytes(range(20))), "/FlateDecode", Predictor=2, Columns=10)
    assert unpack(tiff, Budget()).fault is None


@pytest.mark.parametrize(
    ("raw", "filters"),
    [
        (zlib.compress(bytes(3 << 20)), ("/FlateDecode",)),
        (zlib.compress(zlib.compress(bytes(3 << 20))), ("/FlateDecode", "/FlateDecode")),
        (b"\x81\0" * (30 << 10), ("/RunLengthDecode",)),
        (lzw(bytes(3 << 20)), ("/LZWDecode",)),
    ],
)
def test_a_bomb_is_refused_before_it_fills_the_memory(raw: bytes, filters: tuple[str, ...]) -> None:
    with pytest.raises(PressError, match="größer als 2 MB"):
        unpack(stream(raw, *filters), Budget(Limits(megabytes=2)))


def _face(map_: bytes) -> pikepdf.Object:
    pdf = pikepdf.new()
    _OPEN.append(pdf)
    face = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, ToUnicode=pdf.make_stream(map_))
    return pdf.make_indirect(face)


def test_letters_of_characters_ranges_and_lists_are_read() -> None:
    map_ = (
        b"1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfchar <01> <0041> <02> <00660069> endbfchar "
        b"3 beginbfrange <10> <12> <0061> <20><21> [<0058> <0059005A>] <30> <30> <D835DC00> endbfrange"
    )
    assert dict(read_face(_face(map_), Budget()).letters) == {
        1: "A", 2: "fi", 0x10: "a", 0x11: "b", 0x12: "c", 0x20: "X", 0x21: "YZ", 0x30: "\U0001d400",
    }  # fmt: skip


def test_a_map_with_more_letters_than_a_font_can_have_is_refused() -> None:
    with pytest.raises(PressError, match="Rechenschritte"):
        read_face(_face(b"beginbfrange " + b"<0000><FFFF><0041>" * 80), Budget(Limits(million_steps=1)))
    assert read_face(_face(b"beginbfchar " * 20_000), Budget()).letters == {}
