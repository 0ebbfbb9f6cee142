"""Fax data is followed code by code: what libtiff writes is whole, and what is cut off or changed is told."""

from __future__ import annotations

import io
from random import Random

import pytest
from PIL import Image, ImageDraw

from kursbuch_press.limits import Budget
from kursbuch_press.marks.fax import Fax, fault_of_fax
from kursbuch_press.marks.streams import Fault

KINDS = {"group4": True, "group3": False}


def _drawn(width: int, height: int, seed: int) -> Image.Image:
    """Draw black and white areas of all lengths; without them, single dots."""
    chance, image = Random(seed), Image.new("1", (width, height), 1)  # noqa: S311 - no secret
    pen = ImageDraw.Draw(image)
    for _ in range(chance.randint(0, 20)):
        x, y = chance.randint(0, width), chance.randint(0, height)
        pen.rectangle((x, y, x + chance.choice([0, 1, 7, 60, 900, 3000]), y + chance.randint(0, 9)), fill=chance.randint(0, 1))
    for x in range(0, width, 2) if seed % 2 else ():
        image.putpixel((x, chance.randrange(height)), chance.randint(0, 1))
    return image


def _coded(image: Image.Image, kind: str) -> bytes:
    target = io.BytesIO()
    image.save(target, "TIFF", compression=kind, tiffinfo={278: image.height})
    with Image.open(target) as written:
        (start,), (length,) = written.tag_v2[273], written.tag_v2[279]  # type: ignore[attr-defined]  # TIFF alone has tags
    return target.getvalue()[start : start + length]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("width", [1, 8, 63, 64, 200, 1728, 2600, 5300])
def test_what_libtiff_writes_is_whole(kind: str, width: int) -> None:
    for seed in range(8):
        image = _drawn(width, 12 + seed, seed)
        assert fault_of_fax(_coded(image, kind), Fax(width, image.height, KINDS[kind]), Budget()) is None


@pytest.mark.parametrize("kind", KINDS)
def test_a_fax_that_ends_too_early_is_cut_off(kind: str) -> None:
    image = _drawn(600, 60, 3)
    content = _coded(image, kind)
    assert fault_of_fax(content[: len(content) // 2], Fax(600, 60, KINDS[kind]), Budget()) is Fault.CUT
    assert fault_of_fax(content, Fax(600, 99, KINDS[kind]), Budget()) is Fault.CUT


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("other", [b"\0" * 12, b"\x5a\xa5" * 9, b"\xff\x00\x13" * 7])
def test_a_fax_with_other_bytes_in_it_is_broken(kind: str, other: bytes) -> None:
    image = _drawn(600, 60, 3)
    content = _coded(image, kind)
    broken = content[: len(content) // 3] + other + content[len(content) // 3 + len(other) :]
    assert fault_of_fax(broken, Fax(600, 60, KINDS[kind]), Budget()) is not None


@pytest.mark.parametrize("kind", KINDS)
def test_a_fax_of_other_columns_or_of_the_other_kind_is_broken(kind: str) -> None:
    content = _coded(_drawn(600, 60, 3), kind)
    assert fault_of_fax(content, Fax(500, 60, KINDS[kind]), Budget()) is not None
    assert fault_of_fax(content, Fax(600, 60, not KINDS[kind]), Budget()) is not None


def test_rows_may_begin_at_whole_bytes() -> None:
    white, black = "00110101", "0000110111"  # runs of 0
    row = f"{'0111'}{'11'}{'0111'}{'11'}"  # 2 white, 2 black, twice
    bits = "".join(each.ljust(-(-len(each) // 8) * 8, "0") for each in (row, white + "11" + "0111" + "11" + "0111", row))
    content = int(bits, 2).to_bytes(len(bits) // 8, "big")
    assert black not in bits
    assert fault_of_fax(content, Fax(8, 3, two_dimensional=False, aligned=True), Budget()) is None
    assert fault_of_fax(content, Fax(8, 3, two_dimensional=False), Budget()) is not None
