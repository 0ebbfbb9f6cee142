"""QR codes as vector drawings: right in size and quiet zone for print, in the colours of the palette."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import quote, unquote, urlsplit

import segno

from kursbuch_press.pages.palette import Palette

QUIET_ZONE = 4
"""Modules of white on each side: ISO/IEC 18004, 9.1."""

MODULE_MM = 0.8
"""The side of a module on paper. Phones want at least 0.5 mm; with more, a copy of a copy still works."""


CODES = "press:qr/"


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


class Codes(Mapping[str, tuple[bytes, str]]):
    """QR codes for the Typesetter, drawn when they are asked for: ``press:qr/`` and the quoted address."""

    def __init__(self, palette: Palette) -> None:
        """Know the palette; nothing is drawn yet."""
        self._palette = palette

    def __getitem__(self, address: str) -> tuple[bytes, str]:
        """Draw a code; KeyError for what is no address of one."""
        if not address.startswith(CODES):
            raise KeyError(address)
        return qr_code(unquote(address.removeprefix(CODES)), self._palette).svg, "image/svg+xml"

    def __iter__(self) -> Iterator[str]:
        """There is one for every address; none is listed."""
        return iter(())

    def __len__(self) -> int:
        """As ``__iter__``."""
        return 0


def picture_of(address: str) -> str:
    """Give the address under which a template shows the code of an address in the net."""
    return CODES + quote(address, safe="")
