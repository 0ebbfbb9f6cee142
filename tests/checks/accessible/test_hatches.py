"""A hatched area is what its outline holds, and not the rectangle around it and the point where its drawing began."""

from __future__ import annotations

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from kursbuch_press.checks import Finding
from tests.checks.accessible import Paper, judged, pdf_file, tag

LINES = b"0.1 0.3 0.6 RG 0 0 m 4 4 l S"
AREA = b"0.1 0.3 0.6 rg 0 0 4 4 re f"
TRIANGLE = "10 10 m 400 10 l 10 590 m 10 10 l h f"
AROUND = "20 500 m 300 500 l 300 580 l 20 580 l h"
HOLE = "40 520 m 200 520 l 200 560 l 40 560 l h"


def _hatched(path: str, tile: bytes = LINES) -> list[Finding]:
    """Judge a text at (60, 535), painted after a path that is filled with dark lines."""

    def mend(pdf: pikepdf.Pdf) -> None:
        pattern = pdf.make_stream(tile)
        for key, value in {"PatternType": 1, "PaintType": 1, "TilingType": 1, "XStep": 4, "YStep": 4}.items():
            pattern[f"/{key}"] = value
        pattern.BBox, pattern.Type, pattern.Resources = Array([0, 0, 4, 4]), Name.Pattern, Dictionary()
        page = pdf.pages[0]
        name = page.add_resource(pattern, Name.Pattern)
        drawn = f"/Artifact BMC q /Pattern cs {name} scn {path} Q EMC\n".encode()
        page.Contents.write(drawn + page.Contents.read_bytes())

    verdict = judged(pdf_file([tag("H1", "Kurse")], Paper(mend=mend)))
    return [each for check in verdict.checks if check.check == "text-contrast" for each in check.findings]


@pytest.mark.parametrize("tile", [LINES, AREA])
@pytest.mark.parametrize(
    ("path", "met"),
    [
        ("0 0 m 200 300 m 400 300 l 400 590 l 200 590 l h f", False),
        ("0 0 m 0 590 m 400 590 l 400 585 l 0 585 l h f", False),
        (TRIANGLE, False),
        (f"{AROUND} {HOLE} f*", False),
        (f"{AROUND} {HOLE} f", True),
        ("40 500 m 200 500 l 200 580 l 40 580 l h f", True),
    ],
)
def test_a_hatched_path_is_where_it_is_painted(path: str, met: bool, tile: bytes) -> None:  # noqa: FBT001 - a column of a table
    found = _hatched(path, tile)
    assert bool(found) is met
    assert all("Nicht prüfbar" in each.message for each in found)


@pytest.mark.parametrize(
    ("path", "met"),
    [
        ("20 500 280 80 re S", False),
        ("20 500 m 300 500 l 20 590 l s", False),
        ("40 530 m 110 548 l S", True),
        ("20 538 280 0 re S", True),
    ],
)
def test_a_frame_and_a_line_are_where_they_are_drawn(path: str, met: bool) -> None:  # noqa: FBT001 - a column of a table
    def mend(pdf: pikepdf.Pdf) -> None:
        content = pdf.pages[0].Contents
        content.write(f"/Artifact BMC q 5 w 0.1 0.1 0.1 RG {path} Q EMC\n".encode() + content.read_bytes())

    verdict = judged(pdf_file([tag("H1", "Kurse")], Paper(mend=mend)))
    found = [each for check in verdict.checks if check.check == "text-contrast" for each in check.findings]
    assert bool(found) is met
