"""Page numbers within a sheet: what it is made of says on which of its own pages a part begins."""

from __future__ import annotations

import re

from kursbuch_press.pages.layout import Document, folios_of, put_folios

_FOLIO = re.compile(r'(data-folio="([^"]+)">)0+')
"""Zeros stand where a number is told."""


def put_own_folios(document: Document, html: str) -> str:
    """Put the numbers of a sheet's own pages into its laid-out lines, and give its HTML with them."""
    folios = folios_of(document, 1)
    put_folios(document, folios)
    return _FOLIO.sub(lambda found: f"{found[1]}{folios[found[2]]}", html)
