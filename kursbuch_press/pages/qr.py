"""QR codes as vector drawings: right in size and quiet zone for print, in the colours of the palette."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlsplit

import segno

from kursbuch_press.pages.palette import Palette

QUIET_ZONE = 4
"""Modules of white on each side: ISO/IEC 18004, 9.1."""

MODULE_MM = 0.8
"""The side of a module on paper. Phones want at least 0.5 mm; with more, a copy of a copy still works."""


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code as SVG; ``size_mm`` is the side of the square with its quiet zone at print size."""

    address: str
    svg: bytes
    size_mm: float


def qr_code(address: str, palette: Palette) -> QrCode:
    """Draw an address with error correction M or better: 15 percent may be lost to a fold or a stain."""
    code = segno.make(address, error="m", micro=False)
    side = len(code.matrix) + 2 * QUIET_ZONE
    # One path for all modules: neighbours that are painted one by one show hairlines in some viewers.
    path = "".join(_runs(code.matrix))
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}">'
        f'<path fill="var(--paper)" d="M0 0h{side}v{side}h-{side}z"/>'
        f'<path fill="var(--text)" d="{path}"/></svg>'
    )
    return QrCode(address, palette.insert(svg).encode(), round(side * MODULE_MM, 2))


def _runs(matrix: tuple[bytearray, ...]) -> Iterator[str]:
    """Give each run of dark modules in a row as a rectangle of the path."""
    for y, row in enumerate(matrix):
        x = 0
        for dark, run in groupby(row):
            length = len(tuple(run))
            if dark:
                yield f"M{x + QUIET_ZONE} {y + QUIET_ZONE}h{length}v1h-{length}z"
            x += length


def is_sample_address(address: str) -> bool:
    """Tell whether an address leads nowhere on purpose: ``.example`` is kept free for samples (RFC 2606)."""
    host = urlsplit(address).hostname or ""
    return host == "example" or host.endswith(".example")


def spoken_address(address: str) -> str:
    """Give an address as people write it down: without ``https://`` and a slash at the end."""
    return address.partition("://")[2].removesuffix("/")
