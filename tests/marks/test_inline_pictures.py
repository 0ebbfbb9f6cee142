"""Pictures that stand within a content are read to their end like all others, wherever that content is."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable

import pytest
from pikepdf import Array, Dictionary, Name, Pdf
from PIL import Image

from kursbuch_press.checks import judge_readable
from kursbuch_press.checks.findings import Finding
from kursbuch_press.marks.tokens import operations
from tests.checks import Pages, judged, print_file
from tests.checks.accessible import Paper, pdf_file

GREY = b"BI /W 8 /H 8 /BPC 8 /CS /G "
_PACKED = zlib.compress(bytes(range(64)))


def _jpeg(size: int = 8) -> bytes:
    target = io.BytesIO()
    Image.effect_noise((size, size), 60).save(target, "JPEG")
    return target.getvalue()


def _written(head: bytes, samples: bytes, end: bytes = b"\nEI") -> bytes:
    return b"q 8 0 0 8 99 99 cm " + head + b"ID " + samples + end + b" Q"


DAMAGES = {
    "too few samples": (_written(GREY, bytes(40)), "41 statt 64 Byte"),
    "an unknown filter": (_written(GREY + b"/F /Foo ", bytes(64)), "Filter ist unbekannt"),
    "cut off": (_written(GREY + b"/F /Fl ", _PACKED[:-20]), "brechen ab"),
    "no packed data": (_written(GREY + b"/Filter /FlateDecode ", b"U" * 60), "beschädigt"),
    "a filter in a list": (_written(GREY + b"/F [/AHx /Fl] ", b"00112233>"), "beschädigt"),
    "a JPEG that is cut off": (_written(b"BI /W 64 /H 64 /BPC 8 /CS /G /F /DCT ", _jpeg(64)[:-60]), "brechen ab"),
    "a JPEG of another size": (_written(GREY + b"/F /DCT ", _jpeg(16)), "16 × 16 statt 8 × 8 Pixel"),
    "a fax of nothing": (
        _written(b"BI /W 8 /H 8 /BPC 1 /CS /G /F /CCF /DP <</K -1 /Columns 8>> ", bytes(9)),
        "lässt sich nicht lesen",
    ),
    "a fax of other columns": (_written(b"BI /W 8 /H 8 /IM true /F /CCF /DP <</K -1>> ", bytes(9)), "Columns"),
    "no width": (_written(b"BI /H 8 /BPC 8 /CS /G ", bytes(64)), "Width"),
    "a space that is not there": (_written(b"BI /W 8 /H 8 /BPC 8 /CS /Nirgends ", bytes(64)), "ColorSpace Nirgends"),
    "bits that there are not": (_written(b"BI /W 8 /H 8 /BPC 3 /CS /G ", bytes(64)), "BitsPerComponent"),
    "no end": (_written(GREY, bytes(64), b""), "bricht mitten"),
}
SOUND = (
    _written(GREY, bytes(64)),
    _written(GREY, bytes(64), b"EI"),  # the last sample stands for the white space
    _written(GREY + b"/F /Fl ", _PACKED),
    _written(GREY + b"/F [/AHx] ", b"00" * 64 + b">"),
    _written(GREY + b"/F /DCT ", _jpeg()),
    _written(b"BI /W 8 /H 8 /IM true /D [1 0] ", bytes(8)),
    _written(b"BI /W 8 /H 8 /BPC 8 /CS [/I /G 1 <00FF>] ", bytes(64)),
    _written(b"BI /W 8 /H 8 /BPC 8 /CS /CMYK /F /Fl /DP <</Predictor 15 /Colors 4 /Columns 8>> ", zlib.compress(bytes(33) * 8)),
)


def _on_page(content: bytes) -> Callable[[Pdf], None]:
    return lambda pdf: pdf.pages[0].contents_add(content)


def _in_form(content: bytes) -> Callable[[Pdf], None]:
    def mend(pdf: Pdf) -> None:
        form = pdf.make_stream(content, Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 200, 200]))
        name = pdf.pages[0].add_resource(form, Name.XObject)
        pdf.pages[0].contents_add(f"q {name} Do Q".encode())

    return mend


def _in_tile(content: bytes) -> Callable[[Pdf], None]:
    def mend(pdf: Pdf) -> None:
        tile = pdf.make_stream(content, Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1, XStep=200, YStep=200)
        tile.BBox, tile.Resources = Array([0, 0, 200, 200]), Dictionary()
        name = pdf.pages[0].add_resource(tile, Name.Pattern)
        pdf.pages[0].contents_add(f"q /Pattern cs {name} scn 0 0 200 200 re f Q".encode())

    return mend


def _found(mend: Callable[[Pdf], None]) -> tuple[Finding, ...]:
    verdict = judged(print_file(Pages(mend=mend)))
    return next(each for each in verdict.checks if each.check == "damage").findings


@pytest.mark.parametrize("within", [_on_page, _in_form, _in_tile])
@pytest.mark.parametrize("name", DAMAGES)
def test_a_damage_is_told_with_its_page(name: str, within: Callable[[bytes], Callable[[Pdf], None]]) -> None:
    content, sentence = DAMAGES[name]
    found = _found(within(content))
    assert [each.page for each in found if re.search(sentence, each.message)] == [1], found


@pytest.mark.parametrize("content", SOUND)
def test_what_is_whole_is_no_damage(content: bytes) -> None:
    assert _found(_on_page(content)) == ()


def test_the_same_picture_is_told_once() -> None:
    def mend(pdf: Pdf) -> None:
        for page in pdf.pages:
            page.contents_add(b"\n".join([DAMAGES["too few samples"][0]] * 3))

    assert [each.page for each in _found(mend)] == [1]


def test_readers_are_told_as_well() -> None:
    verdict = judge_readable(pdf_file(paper=Paper(mend=_on_page(b"/Artifact BMC " + DAMAGES["cut off"][0] + b" EMC"))))
    assert "damage" in {check.check for check in verdict.failed}


def test_a_picture_without_an_end_leaves_a_word_waiting() -> None:
    assert [each.operator for each in operations(b"BI /W 1 ID \0\0")] == [b"BI", b""]
    assert [each.operator for each in operations(b"BI /W 1 ID \0\0 EI Q")] == [b"BI", b"Q"]


def test_a_picture_of_the_file_may_have_the_number_of_one_within_a_content() -> None:
    """Pictures within contents are kept apart, where they are counted from 1 again: none hides another."""

    def mend(pdf: Pdf) -> None:
        pdf.pages[0].resources.XObject = Dictionary({f"/B{number}": pdf.make_stream(bytes(9), **usual) for number in range(90)})
        inline = [_written(b"BI /W 9 /H %d /BPC 8 /CS /G " % (number + 9), bytes(40)) for number in range(60)]
        pdf.pages[0].contents_add(b"\n".join(inline))

    usual = {"Type": Name.XObject, "Subtype": Name.Image, "Width": 8, "Height": 8, "BitsPerComponent": 8}
    usual["ColorSpace"] = Name.DeviceGray
    found = [each.message.split(" lässt")[0] for each in _found(mend)]
    assert sorted(found) == sorted(["Ein Bild im Inhalt der Seite"] * 60 + [f"Das Bild „B{number}“" for number in range(90)])
