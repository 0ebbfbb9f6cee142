"""A hatched area is what its outline holds, and not the rectangle around it and the point where its drawing began."""

from __future__ import annotations

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from kursbuch_press.checks import Finding
from tests.checks.accessible import Paper, judged, pdf_file, tag


def _hatched(path: str) -> list[Finding]:
    """Judge a text at (60, 535), painted after a path that is filled with dark lines."""

    def mend(pdf: pikepdf.Pdf) -> None:
        tile = pdf.make_stream(b"0.1 0.3 0.6 RG 0 0 m 4 4 l S")
        for key, value in {"PatternType": 1, "PaintType": 1, "TilingType": 1, "XStep": 4, "YStep": 4}.items():
            tile[f"/{key}"] = value
        tile.BBox, tile.Type, tile.Resources = Array([0, 0, 4, 4]), Name.Pattern, Dictionary()
        page = pdf.pages[0]
        name = page.add_resource(tile, Name.Pattern)
        drawn = f"/Artifact BMC q /Pattern cs {name} scn {path} f Q EMC\n".encode()
        page.Contents.write(drawn + page.Contents.read_bytes())

    verdict = judged(pdf_file([tag("H1", "Kurse")], Paper(mend=mend)))
    return [each for check in verdict.checks if check.check == "text-contrast" for each in check.findings]


@pytest.mark.parametrize(
    ("path", "met"),
    [
        ("0 0 m 200 300 m 400 300 l 400 590 l 200 590 l h", False),
        ("0 0 m 0 590 m 400 590 l 400 585 l 0 585 l h", False),
        ("10 10 m 400 10 l 10 590 m 10 10 l h", False),
        ("40 500 m 200 500 l 200 580 l 40 580 l h", True),
    ],
)
def test_a_hatched_path_is_where_it_is_painted(path: str, met: bool) -> None:  # noqa: FBT001 - a column of a table
    found = _hatched(path)
    assert bool(found) is met
    assert all("Nicht prüfbar" in each.message for each in found)
