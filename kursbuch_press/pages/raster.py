"""Drawings as PNG, for Word: laid out with the book's fonts, then rendered by PDFium."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

import pypdfium2
from PIL import Image
from weasyprint.images import SVGImage

from kursbuch_press.pages.design import Design
from kursbuch_press.pages.layout import Typesetter, heard

DPI = 220
"""What Word itself keeps of a picture; the book is printed from the vectors."""
MM = 25.4


@dataclass(frozen=True, slots=True)
class Raster:
    """A picture as PNG; ``width`` in mm."""

    png: bytes = field(repr=False)
    width: float


def rasters(drawings: Mapping[str, bytes], design: Design, width: float) -> dict[str, Raster]:
    """Render SVGs to PNG with 220 dpi at a width in mm, all in one run; keys are kept.

    ``design`` is that of layouts/drawings, which has no stylesheets: a sheet here holds one picture and nothing else.
    """
    if not drawings:
        return {}
    pictures = {f"press:{number}": (svg, "image/svg+xml") for number, svg in enumerate(drawings.values())}
    setter = Typesetter(design, pictures)
    css = "".join(_page(number, svg, width) for number, svg in enumerate(drawings.values()))
    body = "".join(f'<div style="page: p{number}"><img src="press:{number}" alt="-"></div>' for number in range(len(pictures)))
    html = f'<!DOCTYPE html><html lang="de"><head><title>-</title></head><body>{body}</body></html>'
    with heard("layouts/drawings"):
        pdf = setter.set(html, _RESET + css, "drawings").write_pdf(uncompressed_pdf=True)
    document = pypdfium2.PdfDocument(pdf)
    try:
        return {name: Raster(_png(document[number]), width) for number, name in enumerate(drawings)}
    finally:
        document.close()


_RESET = """
@page { margin: 0 }
html, body, div { margin: 0; padding: 0; line-height: 0 }
img { width: 100%; margin: 0; display: block }
"""


def _page(number: int, svg: bytes, width: float) -> str:
    height = width / _ratio(svg)
    # A hair of room, so that rounding never makes a second page.
    return f"@page p{number} {{ size: {width}mm {height + 0.02:.3f}mm }}"


def _ratio(svg: bytes) -> float:
    """Give width by height as WeasyPrint will lay a drawing out; one that says neither becomes 2:1 (CSS 2.2, 10.3.2)."""
    tree = ET.fromstring(svg)  # noqa: S314 - sources/svg.py lets no entities in
    ratio = SVGImage(tree, "press:", None, None).get_intrinsic_size(1, 16)[2]
    return float(ratio or 2)


def _png(page: pypdfium2.PdfPage) -> bytes:
    picture = page.render(scale=DPI / 72).to_pil().convert("RGB")
    content = io.BytesIO()
    # 256 colours are plenty for flat swatches with smoothed edges, and a third of the size; dithering would add noise to it.
    flat = picture.quantize(256, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    flat.save(content, "PNG", dpi=(DPI, DPI), optimize=True)
    return content.getvalue()
