"""Pages of a finished PDF file as pictures, to look at."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

import pypdfium2

_SCALE = 110 / 72
"""110 dpi: a page of the book fills the height of a usual screen."""


def page_pictures(content: bytes, pages: Iterable[int]) -> Iterator[tuple[int, bytes]]:
    """Give pages, by their numbers in the file from 1, as PNG."""
    document = pypdfium2.PdfDocument(content)
    try:
        for number in pages:
            file = io.BytesIO()
            document[number - 1].render(scale=_SCALE).to_pil().convert("RGB").save(file, "PNG")
            yield number, file.getvalue()
    finally:
        document.close()
